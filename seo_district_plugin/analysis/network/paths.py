"""Costs of shortest ways between places on streets: tables, pairs within a cutoff, nearest facility, catchments.

A place lies on an edge, not at a node: the way begins along its edge to either end, or stays on the edge where the
other place lies there too. scipy's dijkstra cannot be interrupted, so origins are taken in blocks sized to less than
half a second, with a tick between them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ..errors import AnalysisError, Tick, no_tick
from .attach import Places
from .graph import Arcs, Costs, arcs_of, length_costs
from .types import Network

_ITEMS_AT_ONCE = 4_000_000
_SECONDS_AT_ONCE = 0.2


@dataclass(frozen=True)
class _Doors:
    """From places to the ends of their edges, or from the ends to the places.

    Attributes:
        node: (k, 2) int64 start and end node of the edge; cost: (k, 2), infinite where that way is shut.
    """

    node: np.ndarray
    cost: np.ndarray


def _doors(network: Network, costs: Costs, places: Places, leaving: bool) -> _Doors:
    edge = np.maximum(places.edge, 0)
    share = np.nan_to_num(places.measure) / network.length[edge]
    # Along the edge to its end and back to its start when leaving; the other way round when arriving.
    to_start, to_end = (costs.backward, costs.forward) if leaving else (costs.forward, costs.backward)
    cost = np.stack([_part(to_start[edge], share), _part(to_end[edge], 1.0 - share)], axis=1)
    cost[places.edge < 0] = np.inf
    return _Doors(np.stack([network.start[edge], network.end[edge]], axis=1).astype(np.int64), cost)


def _part(cost: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Cost of a share of an edge; nothing costs nothing, also on a shut edge."""
    share = np.maximum(share, 0.0)
    return np.multiply(cost, share, out=np.zeros(len(share)), where=share > 0)


def _direct(network: Network, costs: Costs, edge: np.ndarray, leave: np.ndarray, arrive: np.ndarray) -> np.ndarray:
    """Cost along one edge from a measure to another."""
    share = (arrive - leave) / network.length[edge]
    return np.where(share >= 0, _part(costs.forward[edge], share), _part(costs.backward[edge], -share))


def od_costs(
    network: Network, origins: Places, destinations: Places, *, costs: Costs | None = None, cutoff: float = np.inf,
    tick: Tick = no_tick,
) -> np.ndarray:  # fmt: skip
    """Cost from every origin to every destination.

    Args:
        cutoff: costs above it count as not reachable.

    Returns:
        (o, d) float64, infinite where there is no way or a place is not attached.

    Raises:
        AnalysisError: ``cutoff_not_positive`` (cutoff), ``costs_not_positive`` (edges).
    """
    costs, cutoff = _checked(network, costs, cutoff)
    table = np.empty((len(origins), len(destinations)))
    # The side with fewer places is searched from.
    turned = len(destinations) < len(origins)
    begin, finish = (destinations, origins) if turned else (origins, destinations)
    entry = _doors(network, costs, finish, leaving=turned)
    for rows, distance in _searches(network, costs, begin, cutoff, turned, len(finish), tick):
        block = distance[:, entry.node[:, 0]]
        block += entry.cost[:, 0]
        np.minimum(block, distance[:, entry.node[:, 1]] + entry.cost[:, 1], out=block)
        here, there = _on_one_edge(begin, finish, rows)
        leave, arrive = (finish.measure[there], begin.measure[rows][here]) if turned else (
            begin.measure[rows][here], finish.measure[there])  # fmt: skip
        direct = _direct(network, costs, finish.edge[there], leave, arrive)
        block[here, there] = np.minimum(block[here, there], direct)
        block[block > cutoff] = np.inf
        if turned:
            table[:, rows] = block.T
        else:
            table[rows] = block
    return table


def od_pairs(
    network: Network, origins: Places, destinations: Places, cutoff: float, *, costs: Costs | None = None,
    tick: Tick = no_tick,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:  # fmt: skip
    """Pairs within a cutoff, by origin and then destination; memory follows the number of pairs.

    Returns:
        origin (p,) int64, destination (p,) int64, cost (p,).

    Raises:
        AnalysisError: ``cutoff_not_positive`` (cutoff), ``costs_not_positive`` (edges).
    """
    costs, cutoff = _checked(network, costs, cutoff)
    entry = _doors(network, costs, destinations, leaving=False)
    usable = np.flatnonzero(np.isfinite(entry.cost).ravel())
    order = usable[np.argsort(entry.node.ravel()[usable], kind="stable")]
    ends, price = entry.node.ravel()[order], entry.cost.ravel()[order]
    starts = np.searchsorted(ends, np.arange(network.nodes + 1))
    found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for rows, distance in _searches(network, costs, origins, cutoff, False, 0, tick):
        lane, node = np.nonzero(np.isfinite(distance))
        counts = starts[node + 1] - starts[node]
        item = np.repeat(np.arange(len(node)), counts)
        at = np.arange(len(item)) - np.repeat(np.cumsum(counts) - counts, counts) + starts[node[item]]
        cost = distance[lane[item], node[item]] + price[at]
        here, there = _on_one_edge(origins, destinations, rows)
        direct = _direct(
            network, costs, destinations.edge[there], origins.measure[rows][here], destinations.measure[there]
        )
        cost = np.concatenate([cost, direct])
        first, second = np.concatenate([lane[item], here]), np.concatenate([order[at] // 2, there])
        near = np.isfinite(cost) & (cost <= cutoff)
        first, second, cost = first[near], second[near], cost[near]
        way = np.lexsort((cost, second, first))
        first, second, cost = first[way], second[way], cost[way]
        new = np.r_[True, (first[1:] != first[:-1]) | (second[1:] != second[:-1])][: len(first)]
        found.append((first[new] + rows.start, second[new], cost[new]))
    if not found:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), np.empty(0)
    origin, destination, cost = (np.concatenate(part) for part in zip(*found, strict=True))
    return origin, destination, cost


def nearest_facility(
    network: Network, points: Places, facilities: Places, *, costs: Costs | None = None, cutoff: float = np.inf,
    toward: bool = True, tick: Tick = no_tick,
) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """The nearest facility of every point, by one search from all facilities.

    Args:
        toward: True: cost from the point to the facility; False: from the facility to the point.

    Returns:
        facility (k,) int64, -1 where none is reached; cost (k,), infinite there.

    Raises:
        AnalysisError: ``cutoff_not_positive`` (cutoff), ``costs_not_positive`` (edges), ``no_facility`` (facilities).
    """
    costs, cutoff = _checked(network, costs, cutoff)
    if not facilities.attached.any():
        raise AnalysisError("no_facility", facilities=len(facilities))
    tick(0.0)
    exits = _doors(network, costs, facilities, leaving=not toward)
    matrix = _with_places(arcs_of(network, costs).matrix(back=toward), exits)
    n, k = network.nodes, len(facilities)
    distance, _, origin = dijkstra(
        matrix, indices=np.arange(n, n + k), limit=cutoff, min_only=True, return_predecessors=True
    )
    entry = _doors(network, costs, points, leaving=toward)
    through = distance[entry.node] + entry.cost
    best = through.argmin(axis=1)
    rows = np.arange(len(points))
    cost = through[rows, best]
    facility = origin[entry.node[rows, best]].astype(np.int64) - n
    tick(0.5)
    order = np.lexsort((np.nan_to_num(facilities.measure), facilities.edge))
    order = order[facilities.edge[order] >= 0]
    span = 2.0 * float(network.length.max()) + 1.0
    key = facilities.edge[order] * span + facilities.measure[order]
    wanted = points.edge * span + np.nan_to_num(points.measure)
    for step in (-1, 0):  # the last facility before the point on its own edge, and the first behind it
        at = np.searchsorted(key, wanted) + step
        chosen = order[np.clip(at, 0, len(order) - 1)]
        same = (at >= 0) & (at < len(order)) & (facilities.edge[chosen] == points.edge) & points.attached
        p, f = points.measure[same], facilities.measure[chosen[same]]
        direct = np.full(len(points), np.inf)
        direct[same] = _direct(network, costs, points.edge[same], *((p, f) if toward else (f, p)))
        better = direct < cost
        cost[better], facility[better] = direct[better], chosen[better]
    cost[cost > cutoff] = np.inf
    facility[~np.isfinite(cost)] = -1
    tick(1.0)
    return facility, cost


@dataclass(frozen=True)
class Catchments:
    """Stretches of streets within reach.

    Attributes:
        place: (s,) int64; edge: (s,) int64; start, end: (s,) meters along the edge, ``start < end``. Stretches of one
            place do not overlap.
    """

    place: np.ndarray
    edge: np.ndarray
    start: np.ndarray
    end: np.ndarray


def catchments(
    network: Network, places: Places, cutoff: float, *, costs: Costs | None = None, toward: bool = False,
    tick: Tick = no_tick,
) -> Catchments:  # fmt: skip
    """What can be reached from each place within a cost (or, ``toward``, from where it can be reached).

    Raises:
        AnalysisError: ``cutoff_not_positive`` (cutoff), ``costs_not_positive`` (edges).
    """
    costs, cutoff = _checked(network, costs, cutoff if np.isfinite(cutoff) else 0.0)
    along, against = (costs.backward, costs.forward) if toward else (costs.forward, costs.backward)
    m = network.edges
    half = np.argsort(np.concatenate([network.start, network.end]), kind="stable")
    starts = np.searchsorted(np.concatenate([network.start, network.end])[half], np.arange(network.nodes + 1))
    found: list[tuple[np.ndarray, ...]] = []
    for rows, distance in _searches(network, costs, places, cutoff, toward, 0, tick):
        lane, node = np.nonzero(np.isfinite(distance))
        counts = starts[node + 1] - starts[node]
        item = np.repeat(np.arange(len(node)), counts)
        at = half[np.arange(len(item)) - np.repeat(np.cumsum(counts) - counts, counts) + starts[node[item]]]
        edge, from_end = at % m, at >= m
        left = cutoff - distance[lane[item], node[item]]
        length = network.length[edge]
        far = np.minimum(length, length * (left / np.where(from_end, against[edge], along[edge])))
        low, high = np.where(from_end, length - far, 0.0), np.where(from_end, length, far)
        own = np.flatnonzero(places.edge[rows] >= 0)
        mine, at_measure = places.edge[rows][own], places.measure[rows][own]
        ahead, behind = (cutoff * network.length[mine] / price[mine] for price in (along, against))
        lane = np.concatenate([lane[item], own]) + rows.start
        edge = np.concatenate([edge, mine])
        low = np.concatenate([low, np.maximum(0.0, at_measure - behind)])
        high = np.concatenate([high, np.minimum(network.length[mine], at_measure + ahead)])
        found.append(_united(lane, edge, low, high))
    if not found:
        none = np.empty(0, dtype=np.int64)
        return Catchments(none, none, np.empty(0), np.empty(0))
    return Catchments(*(np.concatenate(part) for part in zip(*found, strict=True)))


def _united(lane: np.ndarray, edge: np.ndarray, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, ...]:
    """Stretches of the same place and edge that overlap become one; stretches without length are dropped."""
    keep = high > low
    lane, edge, low, high = lane[keep], edge[keep], low[keep], high[keep]
    order = np.lexsort((low, edge, lane))
    lane, edge, low, high = lane[order], edge[order], low[order], high[order]
    if not len(lane):
        return lane, edge, low, high
    other = np.r_[True, (lane[1:] != lane[:-1]) | (edge[1:] != edge[:-1])]
    # Running maximum of the ends inside each group; at most five stretches come together (a place on a loop).
    reach = high.copy()
    for _ in range(5):
        reach[1:] = np.where(other[1:], reach[1:], np.maximum(reach[1:], reach[:-1]))
    begins = np.flatnonzero(other | np.r_[True, low[1:] > reach[:-1]])
    return lane[begins], edge[begins], low[begins], np.maximum.reduceat(high, begins)


def _checked(network: Network, costs: Costs | None, cutoff: float) -> tuple[Costs, float]:
    if not cutoff > 0:
        raise AnalysisError("cutoff_not_positive", cutoff=cutoff)
    return length_costs(network) if costs is None else costs, float(cutoff)


def _searches(
    network: Network, costs: Costs, places: Places, cutoff: float, back: bool, width: int, tick: Tick
) -> Iterator[tuple[slice, np.ndarray]]:
    """Blocks of places with the cost from each to every node (``back``: from every node to it)."""
    base = arcs_of(network, costs).matrix(back=back)
    exits = _doors(network, costs, places, leaving=not back)
    total, n = len(places), network.nodes
    done, size = 0, 8
    while done < total:
        tick(done / total)
        rows = slice(done, min(total, done + size))
        block = _Doors(exits.node[rows], exits.cost[rows])
        began = time.perf_counter()
        matrix = _with_places(base, block)
        distance = dijkstra(matrix, indices=np.arange(n, n + len(block.node)), limit=cutoff)
        spent = time.perf_counter() - began
        yield rows, np.atleast_2d(distance)[:, :n]
        done = rows.stop
        by_time = (rows.stop - rows.start) * _SECONDS_AT_ONCE / max(spent, 1e-6)
        size = int(max(1, min(by_time, 4 * size, _ITEMS_AT_ONCE // max(n, width, 1))))
    tick(1.0)


def _with_places(base: csr_matrix, exits: _Doors) -> csr_matrix:
    """The graph with one more node per place, from which its doors lead into the graph, and none back."""
    n, k = base.shape[0], len(exits.node)
    cost = exits.cost.copy()
    node = exits.node
    loop = node[:, 0] == node[:, 1]
    cost[loop, 0] = cost[loop].min(axis=1, initial=np.inf)
    cost[loop, 1] = np.inf
    use = np.isfinite(cost)
    # A stored zero is an arc without cost for csgraph when the matrix is sparse; it is kept as the smallest number.
    data = np.concatenate([base.data, np.maximum(cost[use], np.finfo(float).tiny)])
    indices = np.concatenate([base.indices, node[use].astype(base.indices.dtype)])
    indptr = np.concatenate([base.indptr, base.indptr[-1] + np.cumsum(use.sum(axis=1))]).astype(base.indptr.dtype)
    return csr_matrix((data, indices, indptr), shape=(n + k, n + k))


def _on_one_edge(begin: Places, finish: Places, rows: slice) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (row in the block, place in ``finish``) that lie on the same edge."""
    order = np.argsort(finish.edge, kind="stable")
    ordered = finish.edge[order]
    edge = begin.edge[rows]
    low, high = np.searchsorted(ordered, edge), np.searchsorted(ordered, edge, side="right")
    counts = np.where(edge >= 0, high - low, 0)
    here = np.repeat(np.arange(len(edge)), counts)
    return here, order[np.arange(len(here)) - np.repeat(np.cumsum(counts) - counts, counts) + low[here]]


def arcs_and_costs(network: Network, costs: Costs | None) -> tuple[Arcs, Costs]:
    """Arcs together with the costs they were made from."""
    costs = length_costs(network) if costs is None else costs
    return arcs_of(network, costs), costs
