"""Measures of a point layer over zones and discs, all requests of the layer served from one search."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .groups import (
    REDUCERS,
    Groups,
    Numbers,
    category_codes,
    group_count,
    group_shannon,
    group_sum,
    segment_sum,
)
from .inside import points_in_polygons
from .neighbors import (
    disc_blocks,
    disc_buckets,
    kernel_weights,
    nearest_distance,
)
from .rules import FeatureRequest, check_request
from .shapes import Polygons

_SQUARE_METERS_PER_KM2 = 1e6


class Categories(NamedTuple):
    """A column of categories as codes 0 to ``kinds - 1``, -1 where missing."""

    codes: np.ndarray
    kinds: int


def point_features(
    requests: Sequence[FeatureRequest],
    centers: np.ndarray | None,
    polygons: Polygons | None,
    xy: np.ndarray,
    columns: Mapping[str, np.ndarray],
    tick: Tick = no_tick,
    *,
    inside: tuple[np.ndarray, np.ndarray] | None = None,
    categories: Mapping[str, np.ndarray] | None = None,
) -> dict[str, np.ndarray]:
    """All requested measures of one point layer.

    With a radius the measure is taken over the points within it of the center, else over the points inside the
    zone. Pairs are searched once, at the largest radius. Values of NaN or infinity are counted out.

    =============== =========================================================================================
    count           points (with a field: points with a value in it)
    sum, mean,      of the field; without a value the sum is 0 and the others NaN
    min, max
    density         points (with a field: sum of it) per square kilometer of the zone, or of the whole disc
    nearest         meters from the center to the nearest point; NaN without one (with a radius: within it)
    kernel_quartic, sum of kernel weights (times the field, if given); see ``neighbors.kernel_weights``
    kernel_gaussian
    shannon         diversity of the categories in the field, natural logarithm; 0 without any
    =============== =========================================================================================

    Args:
        requests: for this layer.
        centers: (z, 2) of the zones; None = ``polygons.centers()``.
        polygons: the zones; None when they have no area.
        xy: (m, 2) points of the layer in the same coordinate system, in meters.
        columns: field name -> (m,) numbers, or texts for ``shannon``.
        tick: progress.
        inside: zone and point indices to use instead of a search for points in polygons.
        categories: field name -> (m,) texts for ``shannon``, where one field serves both as number and as category
            or all measures of a layer are to share one search; what is not in it is looked up in ``columns``.

    Returns:
        name -> (z,) float64.

    Raises:
        AnalysisError: those of ``rules.check_request``; ``feature_field_unknown`` (layer, field, known),
            ``feature_field_not_numeric`` (layer, field, measure).
        ValueError: neither centers nor polygons.
    """
    for row, request in enumerate(requests, start=1):
        check_request(request, "point", row, areal=polygons is not None or inside is not None)
    if centers is None:
        if polygons is None:
            raise ValueError("centers or polygons are needed")
        centers = polygons.centers()
    centers = np.asarray(centers, dtype=np.float64).reshape(-1, 2)
    xy = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
    prepared = _prepared(requests, columns, categories or {})
    found: dict[str, np.ndarray] = {}
    nearest = [request for request in requests if request.measure == "nearest"]
    if nearest:
        distance = nearest_distance(centers, xy)
        for request in nearest:
            limit = request.radius if request.radius > 0 else math.inf
            found[request.name] = np.where(distance <= limit, distance, np.nan)
    others = [request for request in requests if request.measure != "nearest"]
    whole = [request for request in others if request.radius <= 0]
    if whole:
        found.update(_over_zones(whole, len(centers), polygons, xy, prepared, inside, tick))
    discs = [request for request in others if request.radius > 0]
    if discs:
        found.update(_over_discs(discs, centers, xy, prepared, tick))
    return {request.name: found[request.name] for request in requests}


def _over_zones(
    requests: Sequence[FeatureRequest],
    zones: int,
    polygons: Polygons | None,
    xy: np.ndarray,
    prepared: Mapping[tuple[str, bool], Numbers | Categories],
    inside: tuple[np.ndarray, np.ndarray] | None,
    tick: Tick,
) -> dict[str, np.ndarray]:
    if inside is None:
        if polygons is None:
            raise ValueError("polygons are needed")
        inside = points_in_polygons(xy, polygons, tick)
    groups = Groups.from_pairs(*inside, zones)
    area = np.full(zones, np.nan) if polygons is None else polygons.areas()
    return {request.name: _measure(request, groups, prepared, area) for request in requests}


def _over_discs(
    requests: Sequence[FeatureRequest],
    centers: np.ndarray,
    xy: np.ndarray,
    prepared: Mapping[tuple[str, bool], Numbers | Categories],
    tick: Tick,
) -> dict[str, np.ndarray]:
    """The largest discs are searched; smaller ones are their members nearer than the smaller radius."""
    radii = sorted({request.radius for request in requests}, reverse=True)
    result = {request.name: np.empty(len(centers)) for request in requests}
    buckets = disc_buckets(xy, radii[0])
    # Columns in the order of the buckets: the members of a disc then lie close together in memory.
    ordered = {key: _reordered(column, buckets.index) for key, column in prepared.items()}
    for block in disc_blocks(centers, buckets, radii[0]):
        groups, squared = block.groups, block.squared
        for radius in radii:
            if radius < radii[0]:
                keep = squared <= radius * radius
                groups, squared = groups.kept(keep), squared[keep]
            area = np.full(len(groups), math.pi * radius * radius)
            for request in requests:
                if request.radius == radius:
                    part = _measure(request, groups, ordered, area, squared)
                    result[request.name][block.first : block.last] = part
        tick(block.last / len(centers))
    return result


def _measure(
    request: FeatureRequest,
    groups: Groups,
    prepared: Mapping[tuple[str, bool], Numbers | Categories],
    area: np.ndarray,
    squared: np.ndarray | None = None,
) -> np.ndarray:
    """One request over given groups; ``squared`` distances of the members where the measure fades with them."""
    column = prepared.get((request.field, request.measure == "shannon"))
    if isinstance(column, Categories):
        return group_shannon(groups, column.codes, column.kinds)
    if request.measure == "count":
        return group_count(groups, column)
    if request.measure == "density":
        return per_square_kilometer(group_count(groups) if column is None else group_sum(groups, column), area)
    if request.measure.startswith("kernel_") and squared is not None:
        weights = kernel_weights(squared, request.radius, request.measure.removeprefix("kernel_"))
        return segment_sum(weights, groups.offsets) if column is None else group_sum(groups, column, weights)
    if column is None:
        raise ValueError(f"{request.measure} needs a column")
    return REDUCERS[request.measure](groups, column)


def per_square_kilometer(amount: np.ndarray, area: np.ndarray) -> np.ndarray:
    """(z,) amount per square kilometer of ``area`` (z,) square meters; NaN without area."""
    return np.divide(amount * _SQUARE_METERS_PER_KM2, area, out=np.full(len(area), np.nan), where=area > 0)


def numeric_column(values: np.ndarray, layer: str, field: str, measure: str) -> Numbers:
    """A column as numbers.

    Raises:
        AnalysisError: ``feature_field_not_numeric`` (layer, field, measure): texts, dates.
    """
    values = np.asarray(values)
    if values.dtype.kind not in "biuf":
        raise AnalysisError("feature_field_not_numeric", layer=layer, field=field, measure=measure)
    return Numbers(values)


def _prepared(
    requests: Sequence[FeatureRequest], columns: Mapping[str, np.ndarray], categories: Mapping[str, np.ndarray]
) -> dict[tuple[str, bool], Numbers | Categories]:
    """Each column once, as numbers or (key True) as categories."""
    result: dict[tuple[str, bool], Numbers | Categories] = {}
    for request in requests:
        if not request.field:
            continue
        key = (request.field, request.measure == "shannon")
        source = categories if key[1] and request.field in categories else columns
        if request.field not in source:
            raise AnalysisError("feature_field_unknown", layer=request.layer, field=request.field, known=list(columns))
        if key not in result:
            values = source[request.field]
            result[key] = (
                Categories(*category_codes(values))
                if key[1]
                else numeric_column(values, request.layer, request.field, request.measure)
            )
    return result


def _reordered(column: Numbers | Categories, index: np.ndarray) -> Numbers | Categories:
    return column._replace(codes=column.codes[index]) if isinstance(column, Categories) else column.taken(index)
