"""The shortest way between two places, and others that are not much longer and not nearly the same.

Alternatives go through a via node: the shortest way to it and the shortest way on. Those within the detour limit are
looked at from short to long; one is taken when it is simple and shares no more than a given part of its length with
those taken before (I. Abraham, D. Delling, A. V. Goldberg, R. F. Werneck 2010, Alternative routes in road networks,
SEA, LNCS 6049: bounded stretch and limited sharing).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import dijkstra

from ..errors import AnalysisError, Tick, no_tick
from .attach import Places
from .graph import Arcs, Costs
from .paths import _direct, _doors, _with_places, arcs_and_costs
from .types import Network

_MOST_CANDIDATES = 5_000


@dataclass(frozen=True)
class Route:
    """One way.

    Attributes:
        cost: in the unit of the costs.
        edge: (k,) int64 edges in order; start, end: (k,) measures along each, ``start > end`` where gone against it.
        shared: largest part of its length that it shares with a way given before it; 0 for the first.
    """

    cost: float
    edge: np.ndarray
    start: np.ndarray
    end: np.ndarray
    shared: float = 0.0

    @property
    def length(self) -> float:
        """Meters."""
        return float(np.abs(self.end - self.start).sum())


def alternatives(
    network: Network,
    origin: tuple[int, float],
    destination: tuple[int, float],
    count: int = 1,
    *,
    detour: float = 0.25,
    most_shared: float = 0.7,
    costs: Costs | None = None,
    tick: Tick = no_tick,
) -> list[Route]:
    """The shortest way and up to ``count - 1`` others, by cost; empty where there is no way.

    Args:
        origin, destination: edge and measure along it.
        detour: an alternative costs at most (1 + detour) times the shortest.
        most_shared: part of its length that it may share with any way before it, 0 to 1.

    Raises:
        AnalysisError: ``detour_negative`` (detour), ``routes_not_positive`` (count), ``costs_not_positive`` (edges).
    """
    if not (detour >= 0 and np.isfinite(detour)):
        raise AnalysisError("detour_negative", detour=detour)
    if count < 1:
        raise AnalysisError("routes_not_positive", count=count)
    tick(0.0)
    search = _Search(network, origin, destination, costs)
    shortest = float(search.through.min(initial=np.inf))
    direct = search.direct()
    routes: list[Route] = []
    if direct is not None and direct.cost <= shortest:
        routes.append(direct)
        shortest = direct.cost
    if not np.isfinite(shortest):
        return []
    order = np.lexsort((np.arange(len(search.through)), search.through))
    allowed = shortest * (1 + (detour if count > 1 else 0.0)) * (1 + 1e-12)
    order = order[search.through[order] <= allowed]
    candidates, last = 0, -1.0
    seen: set[tuple[int, ...]] = set()
    for via in order.tolist():
        if len(routes) >= count or candidates >= _MOST_CANDIDATES:
            break
        nodes = search.nodes_through(via)
        if nodes is None or nodes in seen:
            continue
        seen.add(nodes)
        candidates += 1
        if search.through[via] != last:
            last = float(search.through[via])
            tick(min(1.0, candidates / _MOST_CANDIDATES))
        route = search.route(nodes)
        shared = max((_shared(route, other) for other in routes), default=0.0)
        if not routes or shared <= most_shared:
            routes.append(Route(route.cost, route.edge, route.start, route.end, shared))
    tick(1.0)
    return routes


class _Search:
    """Both search trees of one pair."""

    def __init__(
        self, network: Network, origin: tuple[int, float], destination: tuple[int, float], costs: Costs | None
    ) -> None:
        arcs, self.costs = arcs_and_costs(network, costs)
        self.network, self.origin, self.destination = network, origin, destination
        n = network.nodes
        self.leave = _doors(network, self.costs, _place(origin), leaving=True)
        self.arrive = _doors(network, self.costs, _place(destination), leaving=False)
        ahead, self._before = dijkstra(_with_places(arcs.matrix(), self.leave), indices=n, return_predecessors=True)
        back, self._after = dijkstra(
            _with_places(arcs.matrix(back=True), self.arrive), indices=n, return_predecessors=True
        )
        self.through = ahead[:n] + back[:n]
        self._edges = _Cheapest(arcs)

    def direct(self) -> Route | None:
        """Along the one edge both lie on."""
        (edge, leave), (other, arrive) = self.origin, self.destination
        if edge != other:
            return None
        at = np.array([edge])
        cost = float(_direct(self.network, self.costs, at, np.array([leave]), np.array([arrive]))[0])
        return Route(cost, at, np.array([leave]), np.array([arrive])) if np.isfinite(cost) else None

    def nodes_through(self, via: int) -> tuple[int, ...] | None:
        """Nodes of the way through a node, or None where it meets itself."""
        n = self.network.nodes
        nodes = [via]
        while (node := int(self._before[nodes[-1]])) != n:
            nodes.append(node)
        nodes.reverse()
        while (node := int(self._after[nodes[-1]])) != n:
            nodes.append(node)
        return tuple(nodes) if len(set(nodes)) == len(nodes) else None

    def route(self, nodes: tuple[int, ...]) -> Route:
        """The way along these nodes, with its first and last stretch."""
        network = self.network
        path = np.array(nodes)
        edge = self._edges.find(path[:-1], path[1:])
        forward = network.start[edge] == path[:-1]
        start, end = np.where(forward, 0.0, network.length[edge]), np.where(forward, network.length[edge], 0.0)
        cost = float(np.where(forward, self.costs.forward[edge], self.costs.backward[edge]).sum())
        first, last = _door(self.leave, nodes[0]), _door(self.arrive, nodes[-1])
        cost += float(self.leave.cost[0, first] + self.arrive.cost[0, last])
        (e0, m0), (e1, m1) = self.origin, self.destination
        edge = np.concatenate([[e0], edge, [e1]])
        start = np.concatenate([[m0], start, [network.length[e1] * last]])
        end = np.concatenate([[network.length[e0] * first], end, [m1]])
        keep = start != end
        return Route(cost, edge[keep].astype(np.int64), start[keep], end[keep])


class _Cheapest:
    """The edge of the cheapest arc between two nodes."""

    def __init__(self, arcs: Arcs) -> None:
        order = np.lexsort((arcs.edge, arcs.cost, arcs.head, arcs.tail))
        key = arcs.tail[order] * arcs.nodes + arcs.head[order]
        first = np.r_[True, key[1:] != key[:-1]][: len(key)]
        self._key, self._edge, self._nodes = key[first], arcs.edge[order][first], arcs.nodes

    def find(self, tail: np.ndarray, head: np.ndarray) -> np.ndarray:
        return self._edge[np.searchsorted(self._key, tail * self._nodes + head)]


def _door(doors, node: int) -> int:  # type: ignore[no-untyped-def]
    """Which end of the edge the node is (of a loop: the cheaper way to it)."""
    cost = np.where(doors.node[0] == node, doors.cost[0], np.inf)
    return int(cost.argmin())


def _place(place: tuple[int, float]) -> Places:
    return Places(np.array([place[0]]), np.array([place[1]], dtype=float), np.zeros(1))


def _shared(route: Route, other: Route) -> float:
    """Part of the length of a way that runs along another, whatever the direction."""
    total = 0.0
    mine, theirs = (
        np.sort(np.stack([route.start, route.end]), axis=0),
        np.sort(np.stack([other.start, other.end]), axis=0),
    )
    for k, edge in enumerate(route.edge.tolist()):
        for i in np.flatnonzero(other.edge == edge).tolist():
            total += max(0.0, min(mine[1, k], theirs[1, i]) - max(mine[0, k], theirs[0, i]))
    return total / route.length if route.length > 0 else 0.0
