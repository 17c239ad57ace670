"""Measures along streets: the way to the nearest feature, features and streets within a walk, around each zone.

A zone stands for its center, a feature for its point. A walk leads straight to the nearest place on a street, along
the streets, and straight to the feature: both straight legs count, so that no walk is shorter than the straight line.
People on foot go both ways along every open street. What lies too far from every street has no walk: its value is NaN,
and as a feature it is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, vstack
from scipy.sparse.csgraph import dijkstra

from ..errors import Tick, no_tick
from ..network.attach import Places, attach_points
from ..network.graph import arcs_of
from ..network.paths import od_pairs
from ..network.types import Network

_ZONES_AT_ONCE = 1000
_SMALLEST = np.finfo(float).tiny
"""Cost of an arc that costs nothing: the search takes a stored zero for no arc."""


@dataclass(frozen=True)
class Walkers:
    """Zones or features on the streets.

    Attributes:
        places: on the edges; leg: (k,) meters straight to the street, infinite where it is too far.
    """

    places: Places
    leg: np.ndarray

    def __len__(self) -> int:
        return len(self.leg)

    def part(self, first: int, last: int) -> Walkers:
        """Some of them, in order."""
        one = self.places
        return Walkers(
            Places(one.edge[first:last], one.measure[first:last], one.distance[first:last]), self.leg[first:last]
        )


def walkers(network: Network, xy: np.ndarray, farthest: float, tick: Tick = no_tick) -> Walkers:
    """Points (k, 2) to the nearest open street, at most ``farthest`` meters away.

    Raises:
        AnalysisError: ``no_open_street`` (edges).
    """
    places = attach_points(network, xy, farthest, tick=tick)
    return Walkers(places, np.where(places.attached, places.distance, np.inf))


def _part(tick: Tick, begun: float, share: float) -> Tick:
    """The tick of a part of the work."""
    return lambda fraction: tick(begun + share * fraction)


# ------------------------------------------------------------------------------------------------ the nearest
def walk_to_nearest(network: Network, zones: Walkers, features: Walkers, tick: Tick = no_tick) -> np.ndarray:
    """(z,) meters of the shortest walk from each zone to any feature; NaN where there is none.

    One search from all features at once: a node of its own leads to the ends of their edges at the cost of getting
    there, so that the straight leg of each feature takes part in the choice.
    """
    result = np.full(len(zones), np.inf)
    used = np.flatnonzero(np.isfinite(features.leg))
    own = np.flatnonzero(np.isfinite(zones.leg))
    if not len(used) or not len(own):
        return np.full(len(zones), np.nan)
    tick(0.0)
    edge, measure = features.places.edge[used], features.places.measure[used]
    node = np.concatenate([network.start[edge], network.end[edge]]).astype(np.int64)
    cost = np.concatenate([measure, network.length[edge] - measure]) + np.tile(features.leg[used], 2)
    entry = np.full(network.nodes, np.inf)
    np.minimum.at(entry, node, cost)
    reached = np.flatnonzero(np.isfinite(entry))
    base = arcs_of(network).matrix()
    size = network.nodes + 1
    wide = csr_matrix((base.data, base.indices, base.indptr), shape=(network.nodes, size))
    source = csr_matrix(
        (np.maximum(entry[reached], _SMALLEST), (np.zeros(len(reached), dtype=np.int32), reached)), shape=(1, size)
    )
    distance = dijkstra(vstack([wide, source], format="csr"), indices=network.nodes)[: network.nodes]
    tick(0.6)
    here, at = zones.places.edge[own], zones.places.measure[own]
    through = np.minimum(distance[network.start[here]] + at, distance[network.end[here]] + network.length[here] - at)
    # Features on the zone's own edge, without leaving it.
    order = np.argsort(edge, kind="stable")
    low, high = np.searchsorted(edge[order], here), np.searchsorted(edge[order], here, side="right")
    count = high - low
    zone = np.repeat(np.arange(len(own)), count)
    other = order[np.arange(len(zone)) - np.repeat(np.cumsum(count) - count, count) + low[zone]]
    np.minimum.at(through, zone, np.abs(at[zone] - measure[other]) + features.leg[used][other])
    result[own] = through + zones.leg[own]
    tick(1.0)
    return np.where(np.isfinite(result), result, np.nan)


# ------------------------------------------------------------------------------------------------ within a walk
@dataclass(frozen=True)
class WalkBlock:
    """The features within a walk of some consecutive zones, ordered by zone.

    Attributes:
        first, last: the zones are ``first`` to ``last - 1``.
        zone: (p,) from 0, ``first`` being 0; feature: (p,); walk: (p,) meters.
    """

    first: int
    last: int
    zone: np.ndarray
    feature: np.ndarray
    walk: np.ndarray


def walks_within(
    network: Network, zones: Walkers, features: Walkers, radius: float, tick: Tick = no_tick
) -> Iterator[WalkBlock]:
    """All pairs of a zone and a feature at most ``radius`` meters of walking apart, some zones at a time.

    Raises:
        AnalysisError: ``cutoff_not_positive`` (cutoff).
    """
    for first in range(0, len(zones), _ZONES_AT_ONCE):
        part = zones.part(first, min(first + _ZONES_AT_ONCE, len(zones)))
        begun, share = first / len(zones), len(part) / len(zones)
        zone, feature, cost = od_pairs(network, part.places, features.places, radius, tick=_part(tick, begun, share))
        walk = cost + part.leg[zone] + features.leg[feature]
        near = walk <= radius
        yield WalkBlock(first, first + len(part), zone[near], feature[near], walk[near])
        tick((first + len(part)) / len(zones))


# ------------------------------------------------------------------------------------------------ streets in reach
@dataclass(frozen=True)
class Reach:
    """Streets within a walk of each zone, one row per radius; NaN where the zone is too far from every street.

    Attributes:
        length: (r, z) meters of street; nodes: (r, z) crossings and dead ends.
    """

    length: np.ndarray
    nodes: np.ndarray


def streets_in_reach(network: Network, zones: Walkers, radii: Sequence[float], tick: Tick = no_tick) -> Reach:
    """Meters of street, and crossings and dead ends, within each radius of walking.

    From both ends of an edge it is walked as far as the rest of the radius allows; the two stretches together are never
    more than the edge. The zone's own edge counts as two, cut where the zone is.

    Raises:
        AnalysisError: ``cutoff_not_positive`` (cutoff).
    """
    length, nodes = (np.zeros((len(radii), len(zones))) for _ in range(2))
    every, reachable = _all_nodes(network)
    corner = network.degree() != 2
    half = np.argsort(np.concatenate([network.start, network.end]), kind="stable")
    starts = np.searchsorted(np.concatenate([network.start, network.end])[half], np.arange(network.nodes + 1))
    walkable = ~network.closed
    for first in range(0, len(zones), _ZONES_AT_ONCE):
        part = zones.part(first, min(first + _ZONES_AT_ONCE, len(zones)))
        begun, share = first / len(zones), len(part) / len(zones)
        zone, at, cost = od_pairs(network, part.places, every, max(radii), tick=_part(tick, begun, share))
        node = reachable[at]
        walk = cost + part.leg[zone]
        count = starts[node + 1] - starts[node]
        item = np.repeat(np.arange(len(node)), count)
        edge = half[np.arange(len(item)) - np.repeat(np.cumsum(count) - count, count) + starts[node[item]]]
        edge = edge % network.edges
        other = walkable[edge] & (edge != part.places.edge[zone[item]])
        item, edge = item[other], edge[other]
        for row, radius in enumerate(radii):
            within = walk <= radius
            found = np.bincount(zone[within & corner[node]], minlength=len(part)).astype(float)
            nodes[row, first : first + len(part)] = found
            reached = within[item]
            key = zone[item[reached]] * network.edges + edge[reached]
            unique, place = np.unique(key, return_inverse=True)
            both = np.bincount(place, radius - walk[item[reached]], minlength=len(unique))
            covered = np.minimum(both, network.length[unique % network.edges])
            total = np.bincount(unique // network.edges, covered, minlength=len(part))
            length[row, first : first + len(part)] = total + _own_edge(network, part, (zone, node, walk), radius)
        tick((first + len(part)) / len(zones))
    gone = ~np.isfinite(zones.leg)
    length[:, gone] = np.nan
    nodes[:, gone] = np.nan
    return Reach(length, nodes)


def _own_edge(
    network: Network, part: Walkers, reached: tuple[np.ndarray, np.ndarray, np.ndarray], radius: float
) -> np.ndarray:
    """(k,) meters walked on the edge that each zone lies on: from the zone both ways, and back from the far ends."""
    zone, node, walk = reached
    result = np.zeros(len(part))
    own = np.flatnonzero(np.isfinite(part.leg) & (part.leg <= radius))
    if not len(own):
        return result
    edge, measure = part.places.edge, part.places.measure
    # Walk to the ends of the own edge, where they were reached.
    to_start, to_end = np.full(len(part), np.inf), np.full(len(part), np.inf)
    first = node == network.start[np.maximum(edge[zone], 0)]
    last = node == network.end[np.maximum(edge[zone], 0)]
    to_start[zone[first]] = walk[first]
    to_end[zone[last]] = walk[last]
    rest = radius - part.leg[own]
    for stretch, end in (
        (measure[own], to_start[own]),
        (network.length[edge[own]] - measure[own], to_end[own]),
    ):
        result[own] += np.minimum(stretch, rest + np.maximum(radius - end, 0.0))
    return result


def _all_nodes(network: Network) -> tuple[Places, np.ndarray]:
    """A place for each node that an open edge has, its start or its end; and the nodes."""
    edge = np.flatnonzero(~network.closed)
    nodes, one = np.unique(np.concatenate([network.start[edge], network.end[edge]]), return_index=True)
    owner = np.tile(edge, 2)[one]
    measure = np.where(one < len(edge), 0.0, network.length[owner])
    return Places(owner, measure, np.zeros(len(one))), nodes.astype(np.int64)
