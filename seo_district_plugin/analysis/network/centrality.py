"""Centrality of nodes and streets at several radii in one pass, exact, with ties split as Brandes does.

Measures of a node at radius r, over the other nodes d within the radius, with destination weights W and cost c:
    reach      sum of W(d)
    farness    sum of W(d) c(d)
    closeness  reach / farness (the inverse of the mean cost); 0 where nothing is reached
    harmonic   sum of W(d) / c(d)
    gravity    sum of W(d) exp(-beta c(d)), where a decay is given
    betweenness  sum over pairs (o, d) within the radius, neither end counted, of W_o(o) W(d) [exp(-beta c)] times the
               share of the shortest paths from o to d that run through the node; of a street: along it, ends counted.

Origins are taken in blocks of neighbors. A block sees only the part of the network within its radius, so memory is
bounded by the block and time by what is reached.

Sources: U. Brandes (2001), J. Mathematical Sociology 25(2); L. C. Freeman (1978), Social Networks 1; M. Marchiori and
V. Latora (2000), Physica A 285 (harmonic); A. Sevtsuk and M. Mekonnen (2012), Urban network analysis, Revue
internationale de géomatique 22(2) (radii, weights, gravity, detours).
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ..errors import AnalysisError, Tick, no_tick
from .brandes import PathDag
from .graph import Arcs, Costs, arcs_of, cheapest, spatial_order
from .types import Network

MEASURES = ("reach", "farness", "closeness", "harmonic", "gravity", "betweenness")
_ITEMS_AT_ONCE = 400_000
_SECONDS_AT_ONCE = 0.2


@dataclass(frozen=True)
class Centrality:
    """Values per radius, node and street.

    Attributes:
        radii: (r,) float64, ascending.
        node: measure -> (r, n) float64.
        edge: measure -> (r, m) float64; betweenness counts what walks along the street, all other measures are the
            mean of its two ends.
        unit: of the radii and costs: ``m``, ``s`` or ``degrees``.
    """

    radii: np.ndarray
    node: dict[str, np.ndarray]
    edge: dict[str, np.ndarray]
    unit: str


def centrality(
    network: Network,
    radii: Sequence[float],
    *,
    costs: Costs | None = None,
    origins: np.ndarray | None = None,
    destinations: np.ndarray | None = None,
    decay: float | None = None,
    detour: float = 0.0,
    pairs: bool | None = None,
    between: bool = True,
    tick: Tick = no_tick,
) -> Centrality:
    """Metric centrality, exact.

    Args:
        radii: in the unit of the costs; ``inf`` for the whole network.
        costs: None: meters, closed streets left out.
        origins, destinations: (n,) weights of the nodes, >= 0; None: 1 each. Nodes with origin weight 0 start no
            path (they still have a reach).
        decay: beta >= 0 per unit of cost: gravity, and pairs of betweenness weigh exp(-beta c).
        detour: 0: shortest paths only. Above: a step is also taken where it leads away from the origin and makes the
            way from the origin to its end at most (1 + detour) times the shortest; all ways made of such steps count
            alike. Reach, farness and the rest stay those of the shortest paths.
        pairs: True: each pair of nodes counts once; False: each way (o to d, d to o) counts. None: once where costs
            are the same both ways and no weights are given, as in Brandes.
        between: False: leave out betweenness, which takes most of the time.

    Raises:
        AnalysisError: ``no_radius``, ``radius_not_positive`` (radius), ``weights_differ`` (name, weights, nodes),
            ``weights_negative`` (name, count), ``decay_negative`` (decay), ``detour_negative`` (detour),
            ``costs_not_positive`` (edges).
    """
    limits = check_radii(radii)
    n = network.nodes
    source = check_weights("origins", origins, n)
    target = check_weights("destinations", destinations, n)
    if decay is not None and not (decay >= 0 and np.isfinite(decay)):
        raise AnalysisError("decay_negative", decay=decay)
    if not (detour >= 0 and np.isfinite(detour)):
        raise AnalysisError("detour_negative", detour=detour)
    arcs = arcs_of(network, costs)
    if pairs is None:
        pairs = origins is None and destinations is None and (costs is None or costs.symmetric)
    sums = Sums(network, limits, source, target, decay, detour, between)
    for done, block in blocks(arcs, spatial_order(network.xy), float(limits[-1])):
        tick(min(1.0, done / max(n, 1)))
        sums.add(block)
    tick(1.0)
    return sums.result(0.5 if pairs else 1.0, "m" if costs is None else costs.unit)


def check_radii(radii: Sequence[float]) -> np.ndarray:
    """Ascending radii without repetition."""
    limits = np.unique(np.asarray(list(radii), dtype=np.float64))
    if not len(limits):
        raise AnalysisError("no_radius")
    if not (limits > 0).all():
        raise AnalysisError("radius_not_positive", radius=float(limits[~(limits > 0)][0]))
    return limits


def check_weights(name: str, weights: np.ndarray | None, count: int) -> np.ndarray:
    """(count,) weights, 1 where none are given."""
    if weights is None:
        return np.ones(count)
    weights = np.asarray(weights, dtype=np.float64)
    if len(weights) != count:
        raise AnalysisError("weights_differ", name=name, weights=len(weights), nodes=count)
    wrong = ~(weights >= 0) | ~np.isfinite(weights)
    if wrong.any():
        raise AnalysisError("weights_negative", name=name, count=int(wrong.sum()))
    return weights


@dataclass(frozen=True)
class Block:
    """Some origins and the part of the network within their radius.

    Attributes:
        origins: (b,) positions in ``nodes``; nodes: (s,) nodes of the network; distance: (s, b) cost from each origin.
        tail, head, cost, edge: arcs of the part.
    """

    origins: np.ndarray
    nodes: np.ndarray
    distance: np.ndarray
    tail: np.ndarray
    head: np.ndarray
    cost: np.ndarray
    edge: np.ndarray


def blocks(arcs: Arcs, order: np.ndarray, limit: float) -> Iterator[tuple[int, Block]]:
    """Blocks of neighboring origins, sized by what they reach and by the time that one call took.

    Args:
        order: origins, neighbors after each other (``spatial_order``).
    """
    n = arcs.nodes
    whole = arcs.matrix()
    number = np.full(n, -1, dtype=np.int64)
    done, size = 0, 16
    while done < len(order):
        chosen = order[done : done + size]
        if np.isfinite(limit):
            near = dijkstra(whole, indices=chosen, limit=padded(limit), min_only=True)
            nodes = np.flatnonzero(np.isfinite(near))
        else:
            nodes = np.arange(n)
        chosen = chosen[: max(1, _ITEMS_AT_ONCE // len(nodes))]
        number[nodes] = np.arange(len(nodes))
        keep = (number[arcs.tail] >= 0) & (number[arcs.head] >= 0)
        tail, head, cost = number[arcs.tail[keep]], number[arcs.head[keep]], arcs.cost[keep]
        began = time.perf_counter()
        graph = cheapest(tail, head, cost, len(nodes))
        origins = number[chosen]
        distance = _distances(graph, origins, limit)
        spent = time.perf_counter() - began
        number[nodes] = -1
        yield done, Block(origins, nodes, distance, tail, head, cost, arcs.edge[keep])
        done += len(chosen)
        # Bigger blocks share more of their surroundings, up to the bounds of memory and of one call's time.
        by_time = len(chosen) * _SECONDS_AT_ONCE / max(spent, 1e-6)
        size = int(max(1, min(2 * len(chosen), by_time, 512)))


def padded(limit: float) -> float:
    return limit * (1 + 1e-9)


def _distances(graph: csr_matrix, origins: np.ndarray, limit: float) -> np.ndarray:
    found = dijkstra(graph, indices=origins, limit=padded(limit) if np.isfinite(limit) else np.inf)
    return np.ascontiguousarray(np.atleast_2d(found).T)


class Sums:
    """Adds up blocks."""

    def __init__(  # type: ignore[no-untyped-def]
        self, network: Network, limits: np.ndarray, source, target, decay, detour: float, between: bool
    ) -> None:
        self.network, self.limits, self.decay, self.detour = network, limits, decay, detour
        self.source, self.target, self.between = source, target, between
        shape = (len(limits), network.nodes)
        names = ("reach", "farness", "harmonic") + (("gravity",) if decay is not None else ())
        self.node = {name: np.zeros(shape) for name in names}
        self.through = np.zeros(shape)
        self.along = np.zeros((len(limits), network.edges))

    def add(self, block: Block) -> None:
        b = block.distance.shape[1]
        flat = block.distance.ravel()
        item = np.flatnonzero(flat <= padded(float(self.limits[-1])) if np.isfinite(self.limits[-1]) else flat < np.inf)
        distance = flat[item]
        node, lane = item // b, item % b
        band = np.searchsorted(padded_all(self.limits), distance)
        self._reach(block, distance, node, lane, band)
        if self.between and self.source[block.nodes[block.origins]].any():
            self._betweenness(block, item, distance, node, lane, band)

    def _reach(self, block: Block, distance, node, lane, band) -> None:  # type: ignore[no-untyped-def]
        other = block.origins[lane] != node
        weight = np.where(other, self.target[block.nodes[node]], 0.0)
        k, b = len(self.limits), len(block.origins)
        where = block.nodes[block.origins]
        for name, term in self.terms(weight, distance, other).items():
            by_band = np.bincount(band * b + lane, term, k * b).reshape(k, b)
            self.node[name][:, where] = np.cumsum(by_band, axis=0)

    def terms(self, weight: np.ndarray, distance: np.ndarray, other: np.ndarray) -> dict[str, np.ndarray]:
        """What each pair adds to each measure; ``other``: it is not a node with itself."""
        terms = {
            "reach": weight,
            "farness": weight * distance,
            "harmonic": np.divide(weight, distance, out=np.zeros(len(distance)), where=other),
        }
        if self.decay is not None:
            terms["gravity"] = weight * np.exp(-self.decay * distance)
        return terms

    def _betweenness(self, block: Block, item, distance, node, lane, band) -> None:  # type: ignore[no-untyped-def]
        compact = np.zeros(block.distance.size, dtype=np.int64)
        compact[item] = np.arange(len(item))
        arc, tail, head = _steps(block, self.detour, float(self.limits[-1]))
        tail, head = compact[tail], compact[head]
        dag = PathDag(distance, tail, head, 0.5 * float(np.median(block.cost)) if len(block.cost) else 1.0)
        begin = (block.origins[lane] == node).astype(np.float64)
        sigma = dag.count(begin)
        weight = self.source[block.nodes[block.origins]][lane] * self.target[block.nodes[node]]
        weight[begin > 0] = 0.0
        if self.decay is not None:
            weight *= np.exp(-self.decay * distance)
        weights = [np.where(band <= k, weight, 0.0) for k in range(len(self.limits))]
        for k, (passing, flow) in enumerate(dag.dependencies(sigma, weights)):
            passing[begin > 0] = 0.0
            self._pass(k, block, node, passing, arc, flow)

    def _pass(self, k: int, block: Block, node, passing, arc, flow) -> None:  # type: ignore[no-untyped-def]
        """What one block sends through crossings and along streets at one radius, per origin (item, step)."""
        self.through[k, block.nodes] += np.bincount(node, passing, len(block.nodes))
        on_arc = np.bincount(arc, flow, len(block.cost))
        self.along[k] += np.bincount(block.edge, on_arc, self.network.edges)

    def result(self, factor: float, unit: str) -> Centrality:
        node = dict(self.node)
        reach, farness = node["reach"], node["farness"]
        node["closeness"] = np.divide(reach, farness, out=np.zeros_like(reach), where=farness > 0)
        start, end = self.network.start, self.network.end
        edge = {name: 0.5 * (values[:, start] + values[:, end]) for name, values in node.items()}
        if self.between:
            node["betweenness"], edge["betweenness"] = self.through * factor, self.along * factor
        return Centrality(self.limits, node, edge, unit)


def padded_all(limits: np.ndarray) -> np.ndarray:
    return np.array([padded(float(limit)) if np.isfinite(limit) else np.inf for limit in limits])


def _steps(block: Block, detour: float, limit: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Arcs on shortest paths: arc, and the items (node * b + lane) it leads from and to."""
    b = block.distance.shape[1]
    farthest = np.max(block.distance, where=np.isfinite(block.distance), initial=0.0)
    # Sums of the same lengths in another order differ in the last digits; a tie is a tie up to that.
    slack = min(1e-9 * float(farthest), 0.25 * float(block.cost.min(initial=np.inf)))
    arcs, lanes = [], []
    width = max(1, 2_000_000 // max(b, 1))
    for at in range(0, len(block.cost), width):
        tail, head = block.tail[at : at + width], block.head[at : at + width]
        to = block.distance[head]
        over = block.distance[tail]
        away = over < to if detour else None
        over += block.cost[at : at + width, None]
        if detour:
            with np.errstate(invalid="ignore"):
                on = (over <= (1 + detour) * to + slack) & away & np.isfinite(to)
        else:
            with np.errstate(invalid="ignore"):
                over -= to
                np.abs(over, out=over)
                on = over <= slack
        found = np.flatnonzero(on)
        arcs.append(found // b + at)
        lanes.append(found % b)
    arc = np.concatenate(arcs) if arcs else np.empty(0, dtype=np.int64)
    lane = np.concatenate(lanes) if lanes else np.empty(0, dtype=np.int64)
    return arc, block.tail[arc] * b + lane, block.head[arc] * b + lane
