"""What one row of a FEATURES table asks for, and which measures exist for which kind of layer."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..errors import AnalysisError

NAME_LENGTH = 10  # a shapefile cuts field names there, so names must differ before


@dataclass(frozen=True)
class FeatureRequest:
    """One column to compute.

    Attributes:
        layer: name of the feature layer.
        field: field of the layer; for a raster the band (see ``raster_field``); "" = none.
        measure: one of ``MEASURES`` for the kind of the layer.
        radius: meters around the center of the zone; 0 = the zone itself.
        name: name of the result column.
        zone_field: field of the layer that holds the code of the zone a record belongs to; "" = by place.
    """

    layer: str
    field: str
    measure: str
    radius: float
    name: str
    zone_field: str = ""


@dataclass(frozen=True)
class MeasureRule:
    """Whether a measure takes a field and a radius: "no", "optional" or "required"."""

    field: str
    radius: str


_AMOUNTS = ("sum", "mean", "min", "max")

MEASURES: dict[str, dict[str, MeasureRule]] = {
    "point": {
        "count": MeasureRule("optional", "optional"),
        **{name: MeasureRule("required", "optional") for name in _AMOUNTS},
        "density": MeasureRule("optional", "optional"),
        "nearest": MeasureRule("no", "optional"),
        "kernel_quartic": MeasureRule("optional", "required"),
        "kernel_gaussian": MeasureRule("optional", "required"),
        "shannon": MeasureRule("required", "optional"),
        "network_distance": MeasureRule("no", "optional"),
        "network_count": MeasureRule("optional", "required"),
        "network_sum": MeasureRule("required", "required"),
        "network_quartic": MeasureRule("optional", "required"),
        "network_gaussian": MeasureRule("optional", "required"),
    },
    "street": {
        "reach_length": MeasureRule("no", "required"),
        "reach_nodes": MeasureRule("no", "required"),
    },
    "line": {
        "length": MeasureRule("no", "optional"),
        "density": MeasureRule("no", "optional"),
        "count": MeasureRule("no", "optional"),
        "mean": MeasureRule("required", "optional"),
        "sum": MeasureRule("required", "optional"),
        "nearest": MeasureRule("no", "optional"),
    },
    "polygon": {
        "share": MeasureRule("no", "optional"),
        "count": MeasureRule("no", "optional"),
        "mean": MeasureRule("required", "optional"),
        "sum": MeasureRule("required", "optional"),
        "value": MeasureRule("required", "no"),
        "nearest": MeasureRule("no", "optional"),
    },
    "raster": {
        "count": MeasureRule("optional", "optional"),
        **{name: MeasureRule("optional", "optional") for name in _AMOUNTS},
        "value": MeasureRule("optional", "no"),
        "share": MeasureRule("required", "optional"),
    },
    "table": {
        "count": MeasureRule("optional", "no"),
        **{name: MeasureRule("required", "no") for name in _AMOUNTS},
        "density": MeasureRule("required", "no"),
        "first": MeasureRule("required", "no"),
    },
}
"""Kind of layer -> measure -> what it takes. A measure that is "optional" in radius means the zone itself at 0."""

ALL_MEASURES: tuple[str, ...] = tuple(dict.fromkeys(name for rules in MEASURES.values() for name in rules))

STREET_LAYER = "STREETS"
"""What a recipe calls the streets themselves, on which the walks are."""
REACH_MEASURES = tuple(MEASURES["street"])
WALK_MEASURES = tuple(name for name in MEASURES["point"] if name.startswith("network_"))

_WITHOUT_AREA = frozenset(
    {"nearest", "value", "network_distance"}
)  # vector measures that zones without an area can have at radius 0


def check_request(request: FeatureRequest, kind: str, row: int, areal: bool = True) -> None:
    """Refuse what the kind of layer cannot give.

    Args:
        request: the row.
        kind: point, line, polygon, raster, table or street (the streets themselves).
        row: number of the row, from 1, for the message.
        areal: whether the zones are polygons; without an area, measures over vector layers need a radius.

    Raises:
        AnalysisError: ``recipe_measure_not_for_kind`` (row, layer, kind, measure, known), ``recipe_field_needed``,
            ``recipe_field_unused``, ``recipe_radius_needed``, ``recipe_radius_unused``, ``recipe_zone_field_unused``
            (row, layer, measure, and field or radius).
    """
    values: dict[str, object] = {"row": row, "layer": request.layer, "measure": request.measure}
    rule = MEASURES[kind].get(request.measure)
    if rule is None:
        raise AnalysisError("recipe_measure_not_for_kind", kind=kind, known=list(MEASURES[kind]), **values)
    if rule.field == "required" and not request.field:
        raise AnalysisError("recipe_field_needed", **values)
    if rule.field == "no" and request.field:
        raise AnalysisError("recipe_field_unused", field=request.field, **values)
    if rule.radius == "no" and request.radius > 0:
        raise AnalysisError("recipe_radius_unused", radius=request.radius, **values)
    no_place = not areal and kind in ("point", "line", "polygon") and request.measure not in _WITHOUT_AREA
    placed = request.measure == "nearest" or request.measure in WALK_MEASURES
    by_code = kind == "table" or (kind == "point" and request.radius <= 0 and not placed)
    if request.zone_field and not by_code:
        raise AnalysisError("recipe_zone_field_unused", field=request.zone_field, **values)
    if request.radius <= 0 and (rule.radius == "required" or (no_place and not request.zone_field)):
        raise AnalysisError("recipe_radius_needed", **values)
    if kind == "raster" and request.field:
        raster_field(request.field, request.measure, row)


def check_recipe(requests: Sequence[FeatureRequest], kinds: Mapping[str, str], areal: bool = True) -> None:
    """Check every row against the layers there are.

    Args:
        requests: the rows.
        kinds: layer name -> point, line, polygon, raster or table; ``STREET_LAYER`` -> street where streets are given.
        areal: whether the zones are polygons.

    Raises:
        AnalysisError: ``recipe_streets_needed`` (row, measure), ``recipe_layer_unknown`` (row, layer, known, close),
            and those of ``check_request``.
    """
    for row, request in enumerate(requests, start=1):
        if request.measure in (*WALK_MEASURES, *REACH_MEASURES) and STREET_LAYER not in kinds:
            raise AnalysisError("recipe_streets_needed", row=row, measure=request.measure)
        if request.layer not in kinds:
            close = difflib.get_close_matches(request.layer, list(kinds), n=3)
            raise AnalysisError("recipe_layer_unknown", row=row, layer=request.layer, known=list(kinds), close=close)
        check_request(request, kinds[request.layer], row, areal)


def raster_field(text: str, measure: str, row: int = 0) -> tuple[str, list[float]]:
    """Band and classes of a raster row's FIELD.

    For ``share`` it is ``classes`` or ``band:classes`` with classes separated by blanks, commas or semicolons
    (``3 4``, ``landcover:10;20``); for other measures it is the band, by number or name. An empty band is the first.

    Raises:
        AnalysisError: ``recipe_classes_invalid`` (row, field).
    """
    text = text.strip()
    if measure != "share":
        return text, []
    band, _, classes = text.rpartition(":")
    try:
        numbers = [float(part) for part in re.split(r"[\s,;]+", classes.strip()) if part]
    except ValueError as error:
        raise AnalysisError("recipe_classes_invalid", row=row, field=text) from error
    if not numbers:
        raise AnalysisError("recipe_classes_invalid", row=row, field=text)
    return band.strip(), numbers


def unique_names(texts: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """Field names: ASCII lower case, a letter first, at most ten characters, each different from all others.

    Args:
        texts: wishes; letters that are not ASCII fall away, what is left empty becomes ``f``.
        taken: names that are in use already (compared in their first ten characters, in lower case).
    """
    used = {name.lower()[:NAME_LENGTH] for name in taken}
    names = []
    for text in texts:
        base = slug(text) or "f"
        base = base if base[0].isalpha() else "f" + base
        name, number = base[:NAME_LENGTH].rstrip("_"), 2
        while name in used:
            tail = str(number)
            name, number = base[: NAME_LENGTH - len(tail)].rstrip("_") + tail, number + 1
        used.add(name)
        names.append(name)
    return names


def slug(text: str) -> str:
    """ASCII lower case letters, digits and single underscores of a text."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower().encode("ascii", "ignore").decode()).strip("_")
