"""The measures along streets that a recipe asks for, all requests of a layer served from one search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from ..network.types import Network
from .groups import Groups, Numbers, group_count, group_sum, segment_sum
from .measures import numeric_column
from .neighbors import kernel_weights
from .rules import FeatureRequest, check_request
from .walking import Walkers, streets_in_reach, walk_to_nearest, walks_within

_KERNELS = {"network_quartic": "quartic", "network_gaussian": "gaussian"}


def walked_features(
    requests: Sequence[FeatureRequest],
    network: Network,
    zones: Walkers,
    features: Walkers,
    columns: Mapping[str, np.ndarray],
    tick: Tick = no_tick,
) -> dict[str, np.ndarray]:
    """Measures of a point layer along streets; NaN for zones that are too far from every street.

    ==================  ================================================================================
    network_distance    meters of the shortest walk to a feature; NaN without one (with a radius: within it)
    network_count       features within a walk (with a field: those with a value in it)
    network_sum         of the field, over the features within a walk
    network_quartic,    sum of kernel weights of the walk (times the field, if given); see
    network_gaussian    ``neighbors.kernel_weights``
    ==================  ================================================================================

    Args:
        zones, features: on the streets (``walking.walkers``).
        columns: field name -> (m,) numbers.

    Returns:
        name -> (z,) float64.

    Raises:
        AnalysisError: those of ``rules.check_request``; ``feature_field_unknown``, ``feature_field_not_numeric``.
    """
    for row, request in enumerate(requests, start=1):
        check_request(request, "point", row, areal=False)
    prepared = {request.field: _column(request, columns) for request in requests if request.field}
    found: dict[str, np.ndarray] = {}
    nearest = [request for request in requests if request.measure == "network_distance"]
    if nearest:
        walk = walk_to_nearest(network, zones, features, tick)
        for request in nearest:
            found[request.name] = np.where(walk <= (request.radius or np.inf), walk, np.nan)
    within = [request for request in requests if request.measure != "network_distance"]
    if within:
        found.update(_within(within, network, zones, features, prepared, tick))
    return {request.name: found[request.name] for request in requests}


def _column(request: FeatureRequest, columns: Mapping[str, np.ndarray]) -> Numbers:
    if request.field not in columns:
        raise AnalysisError("feature_field_unknown", layer=request.layer, field=request.field, known=list(columns))
    return numeric_column(columns[request.field], request.layer, request.field, request.measure)


def _within(
    requests: Sequence[FeatureRequest],
    network: Network,
    zones: Walkers,
    features: Walkers,
    prepared: Mapping[str, Numbers],
    tick: Tick,
) -> dict[str, np.ndarray]:
    """The largest radius is searched; smaller ones are its members nearer than the smaller radius."""
    radii = sorted({request.radius for request in requests}, reverse=True)
    result = {request.name: np.zeros(len(zones)) for request in requests}
    for block in walks_within(network, zones, features, radii[0], tick):
        groups, walk = Groups.from_pairs(block.zone, block.feature, block.last - block.first), block.walk
        for radius in radii:
            keep = walk <= radius
            groups, walk = groups.kept(keep), walk[keep]
            for request in requests:
                if request.radius == radius:
                    part = _measure(request, groups, walk, prepared.get(request.field))
                    result[request.name][block.first : block.last] = part
    gone = ~np.isfinite(zones.leg)
    for values in result.values():
        values[gone] = np.nan
    return result


def _measure(request: FeatureRequest, groups: Groups, walk: np.ndarray, column: Numbers | None) -> np.ndarray:
    if request.measure == "network_count":
        return group_count(groups, column)
    if request.measure in _KERNELS:
        weights = kernel_weights(walk * walk, request.radius, _KERNELS[request.measure])
        return segment_sum(weights, groups.offsets) if column is None else group_sum(groups, column, weights)
    if column is None:
        raise ValueError(f"{request.measure} needs a column")
    return group_sum(groups, column)


def reach_features(
    requests: Sequence[FeatureRequest], network: Network, zones: Walkers, tick: Tick = no_tick
) -> dict[str, np.ndarray]:
    """``reach_length`` (meters of street) and ``reach_nodes`` (crossings and dead ends) within a walk of each zone.

    Raises:
        AnalysisError: those of ``rules.check_request``.
    """
    for row, request in enumerate(requests, start=1):
        check_request(request, "street", row, areal=False)
    radii = sorted({request.radius for request in requests})
    reach = streets_in_reach(network, zones, radii, tick)
    of = {"reach_length": reach.length, "reach_nodes": reach.nodes}
    return {request.name: of[request.measure][radii.index(request.radius)] for request in requests}
