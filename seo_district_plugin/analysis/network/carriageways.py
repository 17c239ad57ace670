"""Streets drawn once per carriageway become one street again.

Two lines along one street double it in every centrality. A stretch is the second carriageway of a street when nearly
all of it runs, nearly parallel and no farther away than a given distance, beside stretches that are kept. Long ones
are kept before short ones. What met the stretch that is left out is led to the one that stays.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.spatial import cKDTree

from ..errors import AnalysisError, Tick, no_tick
from .attach import attach_points
from .duplicates import points_at, take_edges
from .lines import StreetLines
from .noding import NodingReport, node_lines
from .segments import project, segments_of
from .types import Network, Pieces, components

_COVERED = 0.9
_ATTEMPTS = 8
_SAMPLES_AT_ONCE = 50_000


def merge_carriageways(
    network: Network,
    report: NodingReport,
    distance: float,
    *,
    angle: float = 15.0,
    tolerance: float = 0.5,
    tick: Tick = no_tick,
) -> tuple[Network, NodingReport]:
    """Leave out second carriageways.

    Stretches shorter than twice the distance are never taken for one: at a junction everything is near. Streets of
    different grade, and an open and a closed one, are different streets. A stretch that holds two parts together
    stays. The street that stays may be walked both ways if it was one-way.

    Args:
        distance: meters between the lines of two carriageways, at most.
        angle: degrees up to which stretches count as parallel.
        tolerance: meters, of noding.

    Returns:
        the network and the report with ``carriageways`` counted and the parts counted anew; the very same network
        where there is none.

    Raises:
        AnalysisError: ``distance_not_positive`` (distance).
    """
    if not (distance > 0 and np.isfinite(distance)):
        raise AnalysisError("distance_not_positive", distance=distance)
    tick(0.0)
    sample_edge, beside = _beside(network, distance, angle, tick)
    needed = np.zeros(network.edges, dtype=bool)
    for attempt in range(_ATTEMPTS):
        dropped, keepers = _dropped(network, sample_edge, beside, needed)
        if not dropped.any():
            return network, report
        tick(0.6 + 0.4 * attempt / _ATTEMPTS)
        moved = _led_over(network, keepers, distance)
        merged = _noded_again(network, dropped, keepers, moved, tolerance)
        torn = _torn(network, merged, dropped, moved)
        if not len(torn):
            break
        needed[torn] = True
    parts = components(merged)
    tick(1.0)
    changed = replace(
        report,
        carriageways=report.carriageways + int(dropped.sum()),
        components=len(parts.length),
        largest_share=parts.largest_share,
    )
    return merged, changed


def _beside(network: Network, distance: float, angle: float, tick: Tick) -> tuple[np.ndarray, np.ndarray]:
    """Samples of the long edges, and which edges run beside each: edge (s,), pairs (p, 2) of sample and edge."""
    step = 0.5 * distance
    count = np.where(network.length >= 2 * distance, np.ceil(network.length / step), 0).astype(np.int64)
    edge = np.repeat(np.arange(network.edges), count)
    k = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    measure = (k + 0.5) / np.maximum(count, 1)[edge] * network.length[edge]
    xy = points_at(network, edge, measure)
    little = 0.05 * distance
    ahead = points_at(network, edge, np.minimum(measure + little, network.length[edge]))
    behind = points_at(network, edge, np.maximum(measure - little, 0.0))
    heading = _unit(ahead - behind)
    segments = segments_of(network.vertices, network.offsets)
    cut = np.maximum(np.ceil(segments.length / step), 1).astype(np.int64)
    owner = np.repeat(np.arange(len(segments)), cut)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(cut) - cut, cut)
    share = ((place + 0.5) / cut[owner])[:, None]
    tree = cKDTree(segments.a[owner] + share * (segments.b - segments.a)[owner])
    direction = _unit(segments.b - segments.a)
    pairs = [np.empty((0, 2), dtype=np.int64)]
    for at in range(0, len(edge), _SAMPLES_AT_ONCE):
        tick(0.6 * at / len(edge))
        some = cKDTree(xy[at : at + _SAMPLES_AT_ONCE])
        near = some.sparse_distance_matrix(tree, distance + 0.5 * step, output_type="coo_matrix")
        sample, segment = near.row.astype(np.int64) + at, owner[near.col]
        along, gap = project(xy[sample], segments.a[segment], segments.b[segment])
        foot = segments.measure[segment] + along
        other = segments.path[segment]
        good = (other != edge[sample]) & (gap <= distance) & (foot > 0) & (foot < network.length[other])
        good &= np.abs((heading[sample] * direction[segment]).sum(axis=1)) >= np.cos(np.radians(angle))
        good &= network.grade[other] == network.grade[edge[sample]]
        good &= network.closed[other] == network.closed[edge[sample]]
        pairs.append(np.unique(np.stack([sample[good], other[good]], axis=1), axis=0))
    return edge, np.concatenate(pairs)


def _unit(vector: np.ndarray) -> np.ndarray:
    length = np.hypot(*vector.T)
    return vector / np.where(length > 0, length, 1.0)[:, None]


def _dropped(
    network: Network, sample_edge: np.ndarray, beside: np.ndarray, needed: np.ndarray
) -> tuple[np.ndarray, dict[int, np.ndarray]]:
    """Which edges are left out, and for each the kept edges it runs beside."""
    dropped = np.zeros(network.edges, dtype=bool)
    keepers: dict[int, np.ndarray] = {}
    decided = np.zeros(network.edges, dtype=bool)
    by_edge = np.argsort(sample_edge[beside[:, 0]], kind="stable")
    beside = beside[by_edge]
    starts = np.searchsorted(sample_edge[beside[:, 0]], np.arange(network.edges + 1))
    samples = np.bincount(sample_edge, minlength=network.edges)
    for edge in np.lexsort((np.arange(network.edges), -network.length)).tolist():
        mine = beside[starts[edge] : starts[edge + 1]]
        usable = decided[mine[:, 1]] & ~dropped[mine[:, 1]]
        covered = len(np.unique(mine[usable, 0]))
        if samples[edge] and not needed[edge] and covered >= _COVERED * samples[edge]:
            dropped[edge] = True
            keepers[edge] = np.unique(mine[usable, 1])
        decided[edge] = True
    return dropped, keepers


def _led_over(network: Network, keepers: dict[int, np.ndarray], distance: float) -> dict[int, np.ndarray]:
    """New places of the nodes of left-out edges: the nearest on the edges that these ran beside, if it is near."""
    moved: dict[int, np.ndarray] = {}
    staying = np.zeros(network.nodes, dtype=bool)
    kept = np.unique(np.concatenate(list(keepers.values())))
    staying[network.start[kept]] = staying[network.end[kept]] = True
    for edge, beside in keepers.items():
        paths = [network.path(int(other)) for other in beside]
        a, b = np.concatenate([p[:-1] for p in paths]), np.concatenate([p[1:] for p in paths])
        for node in (int(network.start[edge]), int(network.end[edge])):
            if staying[node] or node in moved:
                continue
            point = np.repeat(network.xy[node : node + 1], len(a), axis=0)
            along, gap = project(point, a, b)
            best = int(gap.argmin())
            if gap[best] > distance:
                continue
            length = np.hypot(*(b[best] - a[best]))
            moved[node] = a[best] + (b[best] - a[best]) * (along[best] / length if length > 0 else 0.0)
    return moved


def _torn(network: Network, merged: Network, dropped: np.ndarray, moved: dict[int, np.ndarray]) -> np.ndarray:
    """Left-out edges whose ends are no longer connected."""
    edges = np.flatnonzero(dropped)
    places = network.xy.copy()
    for node, xy in moved.items():
        places[node] = xy
    every = np.ones(merged.edges, dtype=bool)
    one, other = (attach_points(merged, places[node[edges]], usable=every) for node in (network.start, network.end))
    part = merged.component[merged.start]
    return edges[part[one.edge] != part[other.edge]]


def _noded_again(
    network: Network,
    dropped: np.ndarray,
    keepers: dict[int, np.ndarray],
    moved: dict[int, np.ndarray],
    tolerance: float,
) -> Network:
    oneway = network.oneway.copy()
    oneway[np.unique(np.concatenate(list(keepers.values())))] = 0
    keep = np.flatnonzero(~dropped)
    rest = take_edges(network, keep, oneway=oneway[keep])
    vertices = rest.vertices.copy()
    first, last = rest.offsets[:-1], rest.offsets[1:] - 1
    for position, node in ((first, network.start[keep]), (last, network.end[keep])):
        for k in np.flatnonzero(np.isin(node, list(moved))).tolist():
            vertices[position[k]] = moved[int(node[k])]
    lengths = _lengths(vertices, rest.offsets)
    good = lengths > tolerance
    counts = np.diff(rest.offsets)
    lines = StreetLines(
        vertices=vertices[np.repeat(good, counts)],
        offsets=np.concatenate([[0], np.cumsum(counts[good])]).astype(np.int64),
        row=np.flatnonzero(good),
        grade=rest.grade[good],
        oneway=rest.oneway[good],
        closed=rest.closed[good],
        rejected=np.flatnonzero(~good),
        reason=np.repeat("zero_length", int((~good).sum())),
        read=rest.edges,
    )
    made, _ = node_lines(lines, tolerance)
    return replace(made, pieces=_composed(made.pieces, rest, lengths))


def _lengths(vertices: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    step = np.hypot(*np.diff(vertices, axis=0).T)
    total = np.concatenate([[0.0], np.cumsum(step)])
    inner = total[offsets[1:] - 1] - total[offsets[:-1]]
    return inner


def _composed(pieces: Pieces, before: Network, lengths: np.ndarray) -> Pieces:
    """Pieces along edges of a former network, as pieces along its source lines."""
    counts, line, start, end = [], [], [], []
    old = before.pieces
    for k in range(len(pieces.line)):
        edge = int(pieces.line[k])
        here = slice(int(old.offsets[edge]), int(old.offsets[edge + 1]))
        sizes = np.abs(old.end[here] - old.start[here])
        bounds = np.concatenate([[0.0], np.cumsum(sizes)])
        # The ends may have been moved: shares of the edge, not meters.
        scale = bounds[-1] / lengths[edge]
        low, high = sorted((pieces.start[k] * scale, pieces.end[k] * scale))
        parts = [j for j in range(len(sizes)) if bounds[j + 1] > low + 1e-9 and bounds[j] < high - 1e-9] or [0]
        stretch = []
        for j in parts:
            sign = 1.0 if old.end[here][j] >= old.start[here][j] else -1.0
            origin = old.start[here][j]
            stretch.append(
                (
                    old.line[here][j],
                    origin + sign * (max(low, bounds[j]) - bounds[j]),
                    origin + sign * (min(high, bounds[j + 1]) - bounds[j]),
                )
            )
        if pieces.start[k] > pieces.end[k]:
            stretch = [(name, b, a) for name, a, b in reversed(stretch)]
        counts.append(len(stretch))
        line += [name for name, _, _ in stretch]
        start += [a for _, a, _ in stretch]
        end += [b for _, _, b in stretch]
    per_edge = np.bincount(pieces.edge(), counts, len(pieces.offsets) - 1)
    offsets = np.concatenate([[0], np.cumsum(per_edge)]).astype(np.int64)
    return Pieces(offsets, np.array(line, dtype=np.int64), np.array(start), np.array(end))
