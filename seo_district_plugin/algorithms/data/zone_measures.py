"""Measures of one layer over zones: reads the layer, calls the kernel that fits its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ...layers.errors import LayerError
from ...texts import tr
from ..run import Run
from .raster_measures import measure_raster

if TYPE_CHECKING:
    from ...analysis.zones.joins import ZoneAssignment
    from ...analysis.zones.rules import FeatureRequest
    from ...layers.table import Table
    from .layer_names import NamedLayer
    from .zone_set import Zones

CODE_MEASURES = ("first", "shannon")  # measures that take a field as text


def measure_layer(
    run: Run, zones: Zones, layer: NamedLayer, requests: Sequence[FeatureRequest]
) -> dict[str, np.ndarray]:
    """All requested measures of one layer: name -> (z,) values, NaN (or None for text) where there is none."""
    kernels = {"point": _points, "line": _overlaps, "polygon": _overlaps, "table": _table, "raster": measure_raster}
    return kernels[layer.kind](run, zones, layer, requests)


def _read(run: Run, layer: NamedLayer, requests: Sequence[FeatureRequest], want: str) -> Table:
    known = {name.lower(): name for name in layer.source.field_names()}
    wanted = [name for request in requests for name in (request.field, request.zone_field) if name]
    for name in wanted:
        if name not in known.values():
            from ...analysis.errors import AnalysisError

            raise AnalysisError("feature_field_unknown", layer=layer.name, field=name, known=list(known.values()))
    return run.read("LAYERS", list(dict.fromkeys(wanted)), want, source=layer.source)


def _column(table: Table, request: FeatureRequest) -> np.ndarray:
    """A field as numbers (also those that a CSV keeps as text), or as text for measures of categories."""
    if request.measure in CODE_MEASURES:
        return table.texts(request.field)
    if request.measure in ("count", "network_count"):
        return _counted(table, request.field)
    try:
        return table.numbers(request.field)
    except LayerError:
        return table.texts(request.field)  # the kernel refuses it with the names of layer, field and measure


def _columns(table: Table, requests: Sequence[FeatureRequest]) -> dict[str, np.ndarray]:
    """The fields of some requests, each as its measure needs it."""
    return {request.field: _column(table, request) for request in requests if request.field}


def _counted(table: Table, field: str) -> np.ndarray:
    """1 where the field has a value, NaN where it is NULL or blank: what a count with a field counts."""
    return np.array([1.0 if text not in (None, "") else np.nan for text in table.texts(field)])


def _points(run: Run, zones: Zones, layer: NamedLayer, requests: Sequence[FeatureRequest]) -> dict[str, np.ndarray]:
    from ...analysis.zones.measures import point_features
    from ...analysis.zones.rules import WALK_MEASURES
    from .zone_streets import walked

    table = _read(run, layer, requests, "point")
    found: dict[str, np.ndarray] = {}
    on_foot = [request for request in requests if request.measure in WALK_MEASURES]
    requests = [request for request in requests if request.measure not in WALK_MEASURES]
    if on_foot:
        counted = _columns(table, [request for request in on_foot if request.measure == "network_count"])
        amounts = _columns(table, [request for request in on_foot if request.measure != "network_count"])
        found.update(walked(run, zones, table.xy, layer.name, on_foot, {**counted, **amounts}))
    for zone_field in dict.fromkeys(request.zone_field for request in requests):
        wanted = [request for request in requests if request.zone_field == zone_field]
        numbers = _columns(table, [request for request in wanted if request.measure not in (*CODE_MEASURES, "count")])
        categories = _columns(table, [request for request in wanted if request.measure in CODE_MEASURES])
        counted = _columns(table, [request for request in wanted if request.measure == "count"])
        found.update(
            point_features(
                wanted,
                zones.centers,
                zones.polygons,
                table.xy,
                {**counted, **numbers},
                run.tick,
                categories=categories,
                inside=_assigned(run, zones, table, layer, zone_field) if zone_field else None,
            )
        )
    return found


def _assigned(run: Run, zones: Zones, table: Table, layer: NamedLayer, zone_field: str):
    """Records in zones by their own code, else by position; what disagrees is counted."""
    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.joins import zone_of_point_with_code

    _need_codes(zones, layer)
    none = np.empty(0, dtype=np.int64)
    inside = (none, none) if zones.polygons is None else points_in_polygons(table.xy, zones.polygons, run.tick)
    assigned = zone_of_point_with_code(zones.codes, table.texts(zone_field), inside)
    _nearest_of_code(zones, table.xy, table.texts(zone_field), assigned)
    zones.disagreements += assigned.disagreements
    zones.unknown_codes += assigned.unknown
    run.info(
        tr(
            "  {layer}: {by_code:,} records by their zone code, {by_place:,} by position; {disagreements:,} disagree"
        ).format(
            layer=layer.name,
            by_code=assigned.by_code,
            by_place=assigned.by_place,
            disagreements=assigned.disagreements,
        )
    )
    return assigned.pairs()


def _nearest_of_code(zones: Zones, xy: np.ndarray, codes: np.ndarray, assigned: ZoneAssignment) -> None:
    """Records that lie in no zone, and whose code several zones have, go to the nearest of these."""
    from scipy.spatial import cKDTree

    from ...analysis.zones.joins import code_text

    if not len(assigned.ambiguous):
        return
    of_zone, of_record = code_text(zones.codes), code_text(codes)
    for code in set(of_record[assigned.ambiguous]):
        candidates = np.flatnonzero(of_zone == code)
        records = assigned.ambiguous[of_record[assigned.ambiguous] == code]
        _, nearest = cKDTree(zones.centers[candidates]).query(xy[records])
        assigned.zone[records] = candidates[nearest]


def _need_codes(zones: Zones, layer: NamedLayer) -> None:
    if zones.codes is None:
        from ...analysis.errors import AnalysisError

        raise AnalysisError("recipe_zone_code_needed", layer=layer.name)


def _table(run: Run, zones: Zones, layer: NamedLayer, requests: Sequence[FeatureRequest]) -> dict[str, np.ndarray]:
    from ...analysis.errors import AnalysisError
    from ...analysis.zones.joins import join_by_code

    _need_codes(zones, layer)
    if any(not request.zone_field for request in requests):
        raise AnalysisError("recipe_zone_code_needed", layer=layer.name)
    table = _read(run, layer, requests, "none")
    found = {}
    counted: set[str] = set()
    for request in requests:
        values = _column(table, request) if request.field else None
        how = "mean" if request.measure == "density" else request.measure
        codes = table.texts(request.zone_field)
        joined = join_by_code(zones.codes, codes, values, how, layer.name, request.field)
        result = joined.values
        if request.measure == "density":
            result = result / _area_of_code(zones, layer)
        found[request.name] = result
        if request.zone_field not in counted:
            counted.add(request.zone_field)
            zones.unknown_codes += joined.unknown
            if joined.unknown:
                run.warn(
                    tr("  {layer}: {count:,} records carry a code that no zone has ({codes})").format(
                        layer=layer.name, count=joined.unknown, codes=", ".join(map(str, joined.unknown_codes))
                    )
                )
    return found


def _area_of_code(zones: Zones, layer: NamedLayer) -> np.ndarray:
    """(z,) square kilometres of all zones that share a zone's code."""
    if zones.areas is None:
        from ...analysis.errors import AnalysisError

        raise AnalysisError("zone_without_area", layer=layer.name)
    from ...analysis.zones.joins import code_text

    _, code = np.unique(code_text(zones.codes).astype(str), return_inverse=True)
    return np.bincount(code, weights=zones.areas)[code] / 1e6


def _overlaps(run: Run, zones: Zones, layer: NamedLayer, requests: Sequence[FeatureRequest]) -> dict[str, np.ndarray]:
    """Lines and polygons: what overlaps each zone or disc, the nearest distance, the value at the center."""
    from ...layers.geometry import nearest_feature_distance

    table = _read(run, layer, requests, layer.kind)
    found: dict[str, np.ndarray] = {}
    nearest = [request for request in requests if request.measure == "nearest"]
    if nearest:
        distance, _ = nearest_feature_distance(zones.centers, table.wkb, tick=run.tick)
        for request in nearest:
            limit = request.radius or np.inf
            found[request.name] = np.where(distance <= limit, distance, np.nan)
    for request in requests:
        if request.measure == "value":
            found[request.name] = _value_at_centers(run, zones, table, request)
    others = [request for request in requests if request.name not in found]
    for radius in sorted({request.radius for request in others}):
        part = [request for request in others if request.radius == radius]
        found.update(_overlaps_of(run, zones, layer, table, part, radius))
    return found


def _overlaps_of(run: Run, zones: Zones, layer: NamedLayer, table: Table, requests, radius: float):
    """Measures from the overlap of each zone (or disc) with each feature; shares from the dissolved layer."""
    from ...analysis.zones import overlaps
    from ...layers.geometry import areas, dissolve, lengths, overlap_pairs

    outline, area = zones.outline(radius)
    count, kind = len(zones), "length" if layer.kind == "line" else "area"
    pairs = None
    found = {}
    for request in requests:
        if request.measure == "share":
            united = [dissolve(table.wkb, tick=run.tick)]
            zone, _, size = overlap_pairs(outline, united, "area", tick=run.tick)
            found[request.name] = overlaps.overlap_share(zone, size, area)
            continue
        pairs = pairs or overlap_pairs(outline, table.wkb, kind, tick=run.tick)
        zone, feature, size = pairs
        if request.measure == "length":
            found[request.name] = overlaps.overlap_length(zone, size, count)
        elif request.measure == "density":
            found[request.name] = overlaps.overlap_density(zone, size, area)
        elif request.measure == "count":
            found[request.name] = overlaps.overlap_count(zone, feature, size, count)
        else:
            values = _numbers(table, request, layer)
            if request.measure == "mean":
                found[request.name] = overlaps.overlap_mean(zone, feature, size, values, count)
            else:
                whole = lengths(table.wkb) if kind == "length" else areas(table.wkb)
                found[request.name] = overlaps.overlap_sum(zone, feature, size, values, whole, count)
    return found


def _numbers(table: Table, request: FeatureRequest, layer: NamedLayer) -> np.ndarray:
    values = _column(table, request)
    if values.dtype == object:
        from ...analysis.errors import AnalysisError

        raise AnalysisError("feature_field_not_numeric", layer=layer.name, field=request.field, measure=request.measure)
    return values


def _value_at_centers(run: Run, zones: Zones, table: Table, request: FeatureRequest) -> np.ndarray:
    """The field of the polygon that holds each center; of several the first."""
    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.shapes import Polygons

    values = table.texts(request.field) if table.frame[request.field].dtype == object else table.numbers(request.field)
    found = np.full(len(zones), None if values.dtype == object else np.nan, dtype=values.dtype)
    polygon, center = points_in_polygons(zones.centers, Polygons.from_wkb(list(table.wkb)), run.tick)
    found[center[::-1]] = values[polygon[::-1]]
    return found
