"""The FEATURES table: reading it, a sensible first one, and writing it back."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Collection, Mapping, Sequence

from ..errors import AnalysisError
from .rules import (
    ALL_MEASURES,
    MEASURES,
    NAME_LENGTH,
    REACH_MEASURES,
    STREET_LAYER,
    FeatureRequest,
    check_recipe,
    raster_field,
    slug,
    unique_names,
)

__all__ = [
    "COLUMNS",
    "MEASURES",
    "FeatureRequest",
    "check_recipe",
    "default_recipe",
    "parse_recipe",
    "raster_field",
    "rows",
    "unique_names",
]

COLUMNS = ("layer", "field", "measure", "radius", "name", "zone_field")
_REQUIRED = ("layer", "measure")

_TAGS = {
    "count": "n",
    "sum": "s",
    "mean": "m",
    "min": "min",
    "max": "max",
    "density": "d",
    "nearest": "near",
    "kernel_quartic": "kq",
    "kernel_gaussian": "kg",
    "shannon": "h",
    "length": "len",
    "share": "shr",
    "first": "val",
    "value": "val",
    "network_distance": "walk",
    "network_count": "nw",
    "network_sum": "sw",
    "network_quartic": "qw",
    "network_gaussian": "gw",
    "reach_length": "len",
    "reach_nodes": "nod",
}


def parse_recipe(table: Sequence[Mapping[str, object]], taken: Collection[str] = ()) -> list[FeatureRequest]:
    """Requests of a FEATURES table.

    Column names in any case; ``layer`` and ``measure`` are needed, ``field``, ``radius``, ``name`` and
    ``zone_field`` may be missing. A blank radius is 0. A blank name is made from field or layer, measure and radius.
    Given names are taken in lower case. Rows in which everything is blank are passed over.

    Args:
        table: its rows; values may be text, numbers or None.
        taken: field names that are in use already.

    Raises:
        AnalysisError: ``recipe_empty``; ``recipe_column_missing`` (column, columns); and with the number of the row
            (from 1, without the header): ``recipe_layer_missing``, ``recipe_measure_unknown`` (measure, known,
            close), ``recipe_radius_invalid`` (radius), ``recipe_name_invalid`` (name, suggestion),
            ``recipe_name_taken`` (name), ``recipe_name_duplicate`` (name, other, other_row).
    """
    if not table:
        raise AnalysisError("recipe_empty")
    _check_columns(table[0])
    requests: list[FeatureRequest] = []
    numbers: list[int] = []
    for number, row in enumerate(table, start=1):
        cells = {str(column).strip().lower(): _text(value) for column, value in row.items()}
        if any(cells.get(column) for column in COLUMNS):
            requests.append(_request(cells, number))
            numbers.append(number)
    if not requests:
        raise AnalysisError("recipe_empty")
    _check_names(requests, numbers, taken)
    return _named(requests, taken)


def default_recipe(
    layers: Sequence[tuple[str, str]],
    radii: Sequence[float] = (),
    taken: Collection[str] = (),
    areal: bool = True,
    streets: bool = False,
) -> list[FeatureRequest]:
    """A first recipe for layers of which nothing but the kind is known.

    Points: how many, within each radius (in the zone itself without radii), and the distance to the nearest. Lines:
    kilometers per square kilometer. Polygons: share of area. Rasters: mean of the first band. Tables: number of
    records. Zones without area measure lines and polygons within the largest radius, or by the nearest distance
    where no radius is given.

    Args:
        layers: (name, kind) with kind point, line, polygon, raster or table.
        radii: meters.
        taken: field names that are in use already.
        areal: whether the zones are polygons.
        streets: whether there are streets to walk on: then also the walk to the nearest point, how many are within a
            walk of each radius, and the length of street within the largest.
    """
    around = [0.0] if areal and not radii else sorted({float(radius) for radius in radii})
    reach = 0.0 if areal or not radii else max(around)
    requests = []
    for layer, kind in layers:
        wishes = {
            "point": [("count", radius) for radius in around] + [("nearest", 0.0)],
            "line": [("density", reach)] if areal or radii else [("nearest", 0.0)],
            "polygon": [("share", reach)] if areal or radii else [("nearest", 0.0)],
            "raster": [("mean", 0.0)],
            "table": [("count", 0.0)],
        }[kind]
        if streets and kind == "point":
            wishes += [("network_distance", 0.0), *(("network_count", radius) for radius in around if radius > 0)]
        requests += [FeatureRequest(layer, "", measure, radius, "") for measure, radius in wishes]
    if streets and max(around, default=0.0) > 0:
        requests.append(FeatureRequest(STREET_LAYER, "", "reach_length", max(around), ""))
    return _named(requests, taken)


def rows(requests: Sequence[FeatureRequest]) -> list[dict[str, str]]:
    """The table that ``parse_recipe`` reads back to the same requests."""
    return [
        {
            "layer": request.layer,
            "field": request.field,
            "measure": request.measure,
            "radius": f"{request.radius:.15g}" if request.radius else "",
            "name": request.name,
            "zone_field": request.zone_field,
        }
        for request in requests
    ]


def _check_columns(row: Mapping[str, object]) -> None:
    columns = [str(column).strip() for column in row]
    for column in _REQUIRED:
        if column not in (name.lower() for name in columns):
            raise AnalysisError("recipe_column_missing", column=column, columns=columns)


def _request(cells: Mapping[str, str], row: int) -> FeatureRequest:
    measure = cells.get("measure", "").lower()
    if measure in REACH_MEASURES:  # there is one layer of streets only
        cells = {**cells, "layer": STREET_LAYER}
    if not cells.get("layer"):
        raise AnalysisError("recipe_layer_missing", row=row)
    if measure not in ALL_MEASURES:
        close = difflib.get_close_matches(measure, ALL_MEASURES, n=3)
        raise AnalysisError(
            "recipe_measure_unknown", row=row, measure=cells.get("measure", ""), known=list(ALL_MEASURES), close=close
        )
    return FeatureRequest(
        layer=cells["layer"],
        field=cells.get("field", ""),
        measure=measure,
        radius=_radius(cells.get("radius", ""), row),
        name=cells.get("name", "").lower(),
        zone_field=cells.get("zone_field", ""),
    )


def _radius(text: str, row: int) -> float:
    try:
        radius = float(text) if text else 0.0
    except ValueError as error:
        raise AnalysisError("recipe_radius_invalid", row=row, radius=text) from error
    if not math.isfinite(radius) or radius < 0:
        raise AnalysisError("recipe_radius_invalid", row=row, radius=text)
    return radius


def _check_names(requests: Sequence[FeatureRequest], numbers: Sequence[int], taken: Collection[str]) -> None:
    used = {name.lower()[:NAME_LENGTH] for name in taken}
    seen: dict[str, tuple[str, int]] = {}
    for request, row in zip(requests, numbers, strict=True):
        name = request.name
        if not name:
            continue
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            suggestion = unique_names([name], [*used, *seen])[0]
            raise AnalysisError("recipe_name_invalid", row=row, name=name, suggestion=suggestion)
        short = name[:NAME_LENGTH]
        if short in used:
            raise AnalysisError("recipe_name_taken", row=row, name=name)
        if short in seen:
            other, other_row = seen[short]
            raise AnalysisError("recipe_name_duplicate", row=row, name=name, other=other, other_row=other_row)
        seen[short] = (name, row)


def _named(requests: Sequence[FeatureRequest], taken: Collection[str]) -> list[FeatureRequest]:
    """The requests with a name for those that have none."""
    given = [request.name for request in requests if request.name]
    blank = [request for request in requests if not request.name]
    layers = list(dict.fromkeys(request.layer for request in requests))
    wishes = [_wish(request, layers.index(request.layer) + 1) for request in blank]
    # Layers whose names begin alike get their number into the name: a counter at its end would read as a radius.
    wishes = [
        _wish(request, layers.index(request.layer) + 1, numbered=True) if wishes.count(wish) > 1 else wish
        for request, wish in zip(blank, wishes)
    ]
    made = iter(unique_names(wishes, [*taken, *given]))
    return [
        request
        if request.name
        else FeatureRequest(
            request.layer, request.field, request.measure, request.radius, next(made), request.zone_field
        )
        for request in requests
    ]


def _wish(request: FeatureRequest, number: int, numbered: bool = False) -> str:
    """``shops_n300``: field or layer, cut so that the tag of measure and radius stays readable; ``shop2_n300``."""
    tag = _TAGS[request.measure] + (f"{request.radius:.0f}" if request.radius else "")
    base = slug(request.field) or slug(request.layer)
    base = base if base and base[0].isalpha() else f"l{number}"
    room = max(NAME_LENGTH - len(tag) - 1, 1)
    mark = str(number) if numbered else ""
    return base[: max(room - len(mark), 1)].rstrip("_") + mark + "_" + tag


def _text(value: object) -> str:
    """Cell text; None, NaN and NULL markers are blank, numbers lose a needless ``.0``."""
    if value is None or str(value) in ("<NA>", "NULL"):
        return ""
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        if value.is_integer():
            return str(int(value))
    return str(value).strip()
