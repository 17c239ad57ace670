"""Angular centrality of streets: the simplest way is the one that turns least.

A state is a street together with the direction in which it is walked, so a way that arrives at a junction from a
street leaves it from there: no short cut through the middle of a junction, and no turning back on the same street
(A. Turner 2007, From axial to road-center lines: a new representation for space syntax and a new model of route
choice for transport network analysis, Environment and Planning B 34(3); the short cut: as noted there and in
G. Simons 2022, The cityseer Python package, Environment and Planning B 50(5)). Turning is counted in degrees: at
junctions, and at the bends of the streets, from the middle of the first street to the middle of the last.

Radii are meters along the streets, from middle to middle. At each radius the ways run on streets within that radius,
so a value at 400 m does not depend on which other radii were asked for.

Measures of a street at radius r over the other streets d within it that can be reached so, W their weight, c degrees:
    reach      sum of W(d)
    farness    sum of W(d) c(d)
    closeness  reach / sum of W(d) (1 + c(d) / 90): 1 where everything is straight ahead
    harmonic   sum of W(d) / (1 + c(d) / 90)
    betweenness  as in :mod:`.centrality`, neither end counted; of a node: what turns or goes straight on there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ..errors import Tick, no_tick
from .attach import Places
from .brandes import PathDag
from .centrality import Centrality, check_radii, check_weights
from .graph import Arcs, Costs, arcs_of, cheapest, length_costs, spatial_order
from .paths import _Doors, _doors, _with_places
from .types import Network

_SLACK = 1e-6  # degrees: ways that differ less are tied
_STATES_AT_ONCE = 250_000
_SECONDS_AT_ONCE = 0.25
RIGHT_ANGLE = 90.0


@dataclass(frozen=True)
class Turns:
    """Steps from street to street.

    Attributes:
        tail, head: (t,) int64 states, by tail and then head; state 2e walks street e from start to end, 2e + 1 back.
        angle: (t,) float64 degrees, half of the bends of both streets included.
        node: (t,) int64 where it happens.
    """

    tail: np.ndarray
    head: np.ndarray
    angle: np.ndarray
    node: np.ndarray


def street_turns(network: Network, costs: Costs) -> Turns:
    """All steps that may be taken; none onto a street or in a direction whose cost is infinite, none back."""
    m = network.edges
    state = np.arange(2 * m)
    edge, back = state // 2, state % 2 == 1
    open_state = np.isfinite(np.where(back, costs.backward[edge], costs.forward[edge]))
    leaves = np.where(back, network.end[edge], network.start[edge])
    arrives = np.where(back, network.start[edge], network.end[edge])
    first = np.arctan2(*_direction(network, 0)[:, ::-1].T)
    last = np.arctan2(*_direction(network, 1)[:, ::-1].T)
    entry = np.where(back, last[edge] + np.pi, first[edge])
    exit_ = np.where(back, first[edge] + np.pi, last[edge])
    order = np.argsort(leaves, kind="stable")
    starts = np.searchsorted(leaves[order], np.arange(network.nodes + 1))
    counts = starts[arrives + 1] - starts[arrives]
    tail = np.repeat(state, counts)
    at = np.arange(len(tail)) - np.repeat(np.cumsum(counts) - counts, counts) + starts[arrives[tail]]
    head = order[at]
    keep = (tail // 2 != head // 2) & open_state[tail] & open_state[head]
    tail, head = tail[keep], head[keep]
    way = np.lexsort((head, tail))
    tail, head = tail[way], head[way]
    turn = np.abs((np.degrees(entry[head] - exit_[tail]) + 180.0) % 360.0 - 180.0)
    bends = street_bends(network)
    return Turns(tail, head, turn + 0.5 * (bends[tail // 2] + bends[head // 2]), arrives[tail].astype(np.int64))


def _direction(network: Network, side: int) -> np.ndarray:
    """(m, 2) vector of the first or the last stretch of each street, in its own direction."""
    at = network.offsets[:-1] if side == 0 else network.offsets[1:] - 2
    return network.vertices[at + 1] - network.vertices[at]


def street_bends(network: Network) -> np.ndarray:
    """(m,) degrees that each street turns between its ends."""
    step = np.diff(network.vertices, axis=0)
    heading = np.arctan2(step[:, 1], step[:, 0])
    owner = np.repeat(np.arange(network.edges), np.diff(network.offsets))
    inside = owner[2:] == owner[:-2]
    turn = np.abs((np.degrees(np.diff(heading)) + 180.0) % 360.0 - 180.0)
    return np.bincount(owner[2:][inside], turn[inside], minlength=network.edges)


def angular_centrality(
    network: Network,
    radii: Sequence[float],
    *,
    origins: np.ndarray | None = None,
    destinations: np.ndarray | None = None,
    respect_oneway: bool = False,
    pairs: bool | None = None,
    between: bool = True,
    tick: Tick = no_tick,
) -> Centrality:
    """Angular centrality, exact, with ties split as Brandes does.

    Args:
        radii: meters. origins, destinations: (m,) weights of the streets, >= 0; None: 1 each.
        pairs, between: as in ``centrality``.

    Returns:
        values of streets; of nodes: betweenness as above, else the mean of the streets that meet there.

    Raises:
        AnalysisError: ``no_radius``, ``radius_not_positive`` (radius), ``weights_differ`` (name, weights, nodes),
            ``weights_negative`` (name, count).
    """
    limits = check_radii(radii)
    m = network.edges
    source, target = check_weights("origins", origins, m), check_weights("destinations", destinations, m)
    if pairs is None:
        pairs = origins is None and destinations is None and not respect_oneway
    costs = length_costs(network, respect_oneway=respect_oneway)
    turns = street_turns(network, costs)
    sums = _Sums(network, limits, source, target, between)
    for done, block in _blocks(network, costs, turns, float(limits[-1])):
        tick(min(1.0, done / max(m, 1)))
        for k, limit in enumerate(limits.tolist()):
            sums.add(k, block, limit)
    tick(1.0)
    return sums.result(0.5 if pairs else 1.0)


@dataclass(frozen=True)
class _Block:
    """Some origin streets and the streets around them.

    Attributes:
        origins: (b,) positions in ``edges``; edges: (s,) streets; meters: (b, s) from middle to middle.
        usable: (2s,) bool states that may be walked; tail, head: (t,) states of the part; angle, turn: of the steps,
            ``turn`` the position in ``Turns``.
    """

    origins: np.ndarray
    edges: np.ndarray
    meters: np.ndarray
    usable: np.ndarray
    tail: np.ndarray
    head: np.ndarray
    angle: np.ndarray
    node: np.ndarray


def _blocks(network: Network, costs: Costs, turns: Turns, limit: float) -> Iterator[tuple[int, _Block]]:
    arcs = arcs_of(network, costs)
    whole = arcs.matrix()
    middle = Places(np.arange(network.edges), 0.5 * network.length, np.zeros(network.edges))
    leave, arrive = (_doors(network, costs, middle, leaving=way) for way in (True, False))
    usable = np.isfinite(np.stack([costs.forward, costs.backward], axis=1)).ravel()
    order = spatial_order(0.5 * (network.xy[network.start] + network.xy[network.end]))
    order = order[usable.reshape(-1, 2).any(axis=1)[order]]
    done, size = 0, 8
    while done < len(order):
        began = time.perf_counter()
        chosen = order[done : done + size]
        part = _around(network, arcs, whole, leave, arrive, chosen, limit)
        edges = part[0]
        chosen = chosen[: max(1, _STATES_AT_ONCE // (2 * len(edges)))]
        number = np.full(network.edges, -1, dtype=np.int64)
        number[edges] = np.arange(len(edges))
        keep = np.flatnonzero((number[turns.tail // 2] >= 0) & (number[turns.head // 2] >= 0))
        tail, head = turns.tail[keep], turns.head[keep]
        yield done, _Block(
            number[chosen], edges, part[1][: len(chosen)], usable.reshape(-1, 2)[edges].ravel(),
            2 * number[tail // 2] + tail % 2, 2 * number[head // 2] + head % 2, turns.angle[keep], turns.node[keep],
        )  # fmt: skip
        done += len(chosen)
        spent = max(time.perf_counter() - began, 1e-6)  # the work of the caller included
        size = int(max(1, min(2 * len(chosen), len(chosen) * _SECONDS_AT_ONCE / spent, 256)))


def _around(
    network: Network, arcs: Arcs, whole: csr_matrix, leave: _Doors, arrive: _Doors, chosen: np.ndarray, limit: float
) -> tuple[np.ndarray, np.ndarray]:
    """Streets within the limit of any chosen one, and the meters from middle to middle (b, s)."""
    n, reach = network.nodes, limit * (1 + 1e-9)
    doors = _Doors(leave.node[chosen], leave.cost[chosen])
    near = dijkstra(_with_places(whole, doors), indices=n + np.arange(len(chosen)), limit=reach, min_only=True)[:n]
    nodes = np.flatnonzero(np.isfinite(near))
    number = np.full(n, -1, dtype=np.int64)
    number[nodes] = np.arange(len(nodes))
    keep = (number[arcs.tail] >= 0) & (number[arcs.head] >= 0)
    part = cheapest(number[arcs.tail[keep]], number[arcs.head[keep]], arcs.cost[keep], len(nodes))
    inside = number[doors.node]
    doors = _Doors(np.maximum(inside, 0), np.where(inside >= 0, doors.cost, np.inf))
    found = dijkstra(_with_places(part, doors), indices=len(nodes) + np.arange(len(chosen)), limit=reach)
    # One more column stands for the nodes out of reach.
    distance = np.full((len(chosen), len(nodes) + 1), np.inf)
    distance[:, :-1] = np.atleast_2d(found)[:, : len(nodes)]
    touched = (number[network.start] >= 0) | (number[network.end] >= 0)
    touched[chosen] = True
    edges = np.flatnonzero(touched)
    ends, price = number[arrive.node[edges]], arrive.cost[edges]
    meters = np.minimum(distance[:, ends[:, 0]] + price[:, 0], distance[:, ends[:, 1]] + price[:, 1])
    meters[np.arange(len(chosen)), np.searchsorted(edges, chosen)] = 0.0
    kept = (meters <= reach).any(axis=0)
    return edges[kept], meters[:, kept]


class _Sums:
    """Adds up blocks."""

    def __init__(
        self, network: Network, limits: np.ndarray, source: np.ndarray, target: np.ndarray, between: bool
    ) -> None:
        self.network, self.limits, self.source, self.target = network, limits, source, target
        self.between = between
        shape = (len(limits), network.edges)
        names = ("reach", "farness", "harmonic") + (("betweenness",) if between else ())
        self.edge = {name: np.zeros(shape) for name in names}
        self.at_node = np.zeros((len(limits), network.nodes))

    def add(self, k: int, block: _Block, limit: float) -> None:
        """One radius of one block: all origins in one search, as each has its own copy of the states in reach."""
        b, s = block.meters.shape
        inside = np.repeat(block.meters <= limit * (1 + 1e-9), 2, axis=1) & block.usable
        item = np.flatnonzero(inside)
        number = np.zeros(inside.size, dtype=np.int64)
        number[item] = np.arange(len(item))
        on = np.flatnonzero(inside[:, block.tail] & inside[:, block.head])
        lane, step = np.divmod(on, len(block.tail)) if len(block.tail) else (on, on)
        tail, head = number[lane * 2 * s + block.tail[step]], number[lane * 2 * s + block.head[step]]
        begin = np.flatnonzero(inside[np.repeat(np.arange(b), 2), _both(block.origins)])
        begin = number[(np.repeat(np.arange(b), 2) * 2 * s + _both(block.origins))[begin]]
        indptr = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=len(item)))]).astype(np.int32)
        graph = csr_matrix((block.angle[step], head.astype(np.int32), indptr), shape=(len(item), len(item)))
        degrees, before, _ = dijkstra(graph, indices=begin, min_only=True, return_predecessors=True)
        self._betweenness(k, block, item, degrees, before, tail, head, step, begin)

    def _betweenness(self, k, block, item, degrees, before, tail, head, step, begin) -> None:  # type: ignore[no-untyped-def]
        s = len(block.edges)
        lane, state = np.divmod(item, 2 * s)
        edge = state // 2
        reached = np.isfinite(degrees)
        with np.errstate(invalid="ignore"):
            on = np.abs(degrees[tail] + block.angle[step] - degrees[head]) <= _SLACK
        tail, head, step = tail[on], head[on], step[on]
        cost = np.where(reached, degrees, 0.0)
        dag = PathDag(cost, tail, head, RIGHT_ANGLE / 2, before)
        starts = np.zeros(len(item))
        starts[begin] = 1.0
        sigma = dag.count(starts)
        # A street is reached from whichever side turns less; from both where they tie.
        street = lane * s + edge
        both = np.full((len(block.origins) * s, 2), np.inf)
        both[street, state % 2] = degrees
        least = both.min(axis=1)
        final = reached & (degrees <= least[street] + _SLACK)
        ways = np.bincount(street, np.where(final, sigma, 0.0), len(least))
        share = np.divide(sigma, ways[street], out=np.zeros(len(item)), where=final & (ways[street] > 0))
        own = block.origins[lane] == edge
        ends = np.where(own, 0.0, share * self.target[block.edges[edge]])
        where = block.edges[block.origins]
        right = 1.0 + cost / RIGHT_ANGLE
        for name, term in (("reach", ends), ("farness", ends * cost), ("harmonic", ends / right)):
            self.edge[name][k, where] = np.bincount(lane, term, len(where))
        if not self.between:
            return
        weight = ends * self.source[where][lane]
        ((passing, flow),) = dag.dependencies(sigma, [weight])
        passing[own] = 0.0
        self.edge["betweenness"][k, block.edges] += np.bincount(edge, passing, s)
        on_turn = np.bincount(step, flow, len(block.node))
        self.at_node[k] += np.bincount(block.node, on_turn, self.network.nodes)

    def result(self, factor: float) -> Centrality:
        edge = dict(self.edge)
        if self.between:
            edge["betweenness"] = edge["betweenness"] * factor
        depth = edge["reach"] + edge["farness"] / RIGHT_ANGLE
        edge["closeness"] = np.divide(edge["reach"], depth, out=np.zeros_like(depth), where=depth > 0)
        network = self.network
        degree = np.maximum(network.degree(), 1)
        node = {}
        for name, values in edge.items():
            both = np.stack([
                np.bincount(network.start, row, network.nodes) + np.bincount(network.end, row, network.nodes)
                for row in values
            ])  # fmt: skip
            node[name] = both / degree
        if self.between:
            node["betweenness"] = self.at_node * factor
        return Centrality(self.limits, node, edge, "degrees")


def _both(edge: np.ndarray) -> np.ndarray:
    """States of streets, both directions."""
    return (2 * edge[:, None] + np.array([0, 1])).ravel()
