"""Polygons that touch: neighbors by a shared point (queen) or a shared stretch of border (rook).

Borders are compared as drawn, also where one side has a vertex in the middle of the other side's edge (a street corner
against a long straight border): edges are split at all vertices that lie on them. What lies apart by more than the
tolerance, or overlaps, does not touch.
"""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.spatial import cKDTree

from ..errors import AnalysisError, Tick, no_tick
from .spatial_weights import checked

RULES = ("queen", "rook")
TOLERANCE_SHARE = 1e-7
"""Of the larger side of the extent: 1 mm in 10 km."""
_PAIRS = 2_000_000


def contiguity(
    xy: np.ndarray,
    ring_offsets: np.ndarray,
    zone_offsets: np.ndarray,
    rule: str = "queen",
    tolerance: float | None = None,
    tick: Tick = no_tick,
) -> sparse.csr_matrix:
    """Binary, symmetric weights of zones that touch.

    Args:
        xy: (v, 2) vertices of all rings, one ring after the other, closed or not.
        ring_offsets: (r + 1,) ring i is ``xy[ring_offsets[i]:ring_offsets[i + 1]]``.
        zone_offsets: (z + 1,) zone j has the rings ``zone_offsets[j]`` to ``zone_offsets[j + 1]``.
        rule: ``queen`` (a point is enough) or ``rook`` (a stretch of border).
        tolerance: how far apart points may lie and still be one, in the unit of the coordinates; None: 1e-7 of the
            extent.

    Raises:
        AnalysisError: ``contiguity_rule_unknown`` (rule), ``coordinates_not_finite`` (count),
            ``tolerance_negative`` (tolerance).
    """
    if rule not in RULES:
        raise AnalysisError("contiguity_rule_unknown", rule=rule)
    if tolerance is not None and not tolerance >= 0:
        raise AnalysisError("tolerance_negative", tolerance=tolerance)
    xy = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
    bad = ~np.isfinite(xy).all(axis=1)
    if bad.any():
        raise AnalysisError("coordinates_not_finite", count=int(bad.sum()))
    ring_offsets, zone_offsets = np.asarray(ring_offsets, dtype=np.int64), np.asarray(zone_offsets, dtype=np.int64)
    zones = len(zone_offsets) - 1
    if not len(xy):
        return sparse.csr_matrix((zones, zones))
    if tolerance is None:
        tolerance = TOLERANCE_SHARE * float(np.ptp(xy, axis=0).max())
    point, where = _merged(xy, tolerance)
    start, end, zone = _edges(point, ring_offsets, zone_offsets)
    edge, vertex = _on_edges(where, start, end, tolerance, tick)
    steps = _steps(where, start, end, edge, vertex)
    if rule == "queen":
        return _sharing(zone[steps[0]], steps[1], zones)
    one, other, owner = _pieces(*steps)
    low, high = np.minimum(one, other), np.maximum(one, other)
    return _sharing(zone[owner], np.unique(low * len(where) + high, return_inverse=True)[1], zones)


def _merged(xy: np.ndarray, tolerance: float) -> tuple[np.ndarray, np.ndarray]:
    """(v,) number of each vertex's point, and (p, 2) the points: vertices within the tolerance are one point."""
    points, number = np.unique(xy, axis=0, return_inverse=True)
    number = number.reshape(-1)
    if tolerance > 0 and len(points) > 1:
        pairs = cKDTree(points).query_pairs(tolerance, output_type="ndarray")
        if len(pairs):
            graph = sparse.coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(points),) * 2)
            label = csgraph.connected_components(graph, directed=False)[1]
            first = np.unique(label, return_index=True)[1]
            points, number = points[first], label[number].astype(np.int64)
    return number, points


def _edges(point: np.ndarray, rings: np.ndarray, zone_offsets: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Start, end (points) and zone of all edges that have a length; rings are closed where they are not."""
    following = np.arange(1, len(point) + 1)
    filled = rings[1:] > rings[:-1]
    following[rings[1:][filled] - 1] = rings[:-1][filled]
    ring_of = np.repeat(np.arange(len(rings) - 1), np.diff(rings))
    zone_of = np.repeat(np.arange(len(zone_offsets) - 1), np.diff(zone_offsets))[ring_of]
    keep = point != point[following]
    return point[keep], point[following][keep], zone_of[keep]


def _on_edges(
    where: np.ndarray, start: np.ndarray, end: np.ndarray, tolerance: float, tick: Tick
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of an edge and a point that lies on it without being one of its ends.

    Edges are cut into short pieces, pieces are looked up in a grid of the points: a long edge costs what its length is.
    """
    low = where.min(axis=0) - tolerance
    extent = np.maximum(np.ptp(where, axis=0) + 2 * tolerance, 1e-300)
    length = np.hypot(*(where[end] - where[start]).T)
    size = max(float(np.sqrt(extent[0] * extent[1] / len(where))), float(length.mean()) if len(length) else 0.0)
    # A grid much finer than the points only costs memory.
    size = max(size, float(extent.max()) / 30_000, 4 * tolerance)
    columns = int(extent[0] // size) + 3
    cell = ((where - low) // size).astype(np.int64) + 1
    key = cell[:, 1] * columns + cell[:, 0]
    order = np.argsort(key, kind="stable")
    key = key[order]
    count = np.maximum(np.ceil(length / size).astype(np.int64), 1)
    found: list[tuple[np.ndarray, np.ndarray]] = []
    ends = np.cumsum(count)
    first = 0
    while first < len(start):
        last = max(first + 1, int(np.searchsorted(ends, (ends[first - 1] if first else 0) + _PAIRS // 16)))
        edges = np.arange(first, last)
        piece = np.repeat(edges, count[edges])
        step = np.arange(len(piece)) - np.repeat(np.cumsum(count[edges]) - count[edges], count[edges])
        run = (where[end[piece]] - where[start[piece]]) / count[piece][:, None]
        one = where[start[piece]] + run * step[:, None]
        box_low = ((np.minimum(one, one + run) - tolerance - low) // size).astype(np.int64) + 1
        box_high = ((np.maximum(one, one + run) + tolerance - low) // size).astype(np.int64) + 1
        for row in range(int((box_high - box_low)[:, 1].max(initial=0)) + 1):
            use = box_low[:, 1] + row <= box_high[:, 1]
            line = (box_low[use, 1] + row) * columns
            left = np.searchsorted(key, line + box_low[use, 0], side="left")
            right = np.searchsorted(key, line + box_high[use, 0], side="right")
            found.append(_close(where, start, end, piece[use], left, right, order, tolerance))
        first = last
        tick(first / len(start))
    if not found:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    edge, vertex = (np.concatenate(parts) for parts in zip(*found, strict=True))
    unique = np.unique(edge * len(where) + vertex)
    return unique // len(where), unique % len(where)


def _close(
    where: np.ndarray,
    start: np.ndarray,
    end: np.ndarray,
    edge: np.ndarray,
    left: np.ndarray,
    right: np.ndarray,
    order: np.ndarray,
    tolerance: float,
) -> tuple[np.ndarray, np.ndarray]:
    """Candidates (edge i against points ``order[left[i]:right[i]]``) that lie on the inside of their edge."""
    count = right - left
    edge = np.repeat(edge, count)
    place = np.arange(len(edge)) + np.repeat(left - (np.cumsum(count) - count), count)
    vertex = order[place]
    other = (vertex != start[edge]) & (vertex != end[edge])
    edge, vertex = edge[other], vertex[other]
    run = where[end[edge]] - where[start[edge]]
    away = where[vertex] - where[start[edge]]
    along = (away * run).sum(axis=1) / (run * run).sum(axis=1)
    gap = np.hypot(*(away - np.clip(along, 0.0, 1.0)[:, None] * run).T)
    keep = (along > 0) & (along < 1) & (gap <= tolerance)
    return edge[keep], vertex[keep]


def _steps(
    where: np.ndarray, start: np.ndarray, end: np.ndarray, edge: np.ndarray, vertex: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Edge and point of everything on the edges, ends included, in the order along each edge."""
    every = np.arange(len(start))
    run = where[end[edge]] - where[start[edge]]
    along = ((where[vertex] - where[start[edge]]) * run).sum(axis=1) / (run * run).sum(axis=1)
    edges = np.concatenate([every, edge, every])
    points = np.concatenate([start, vertex, end])
    measure = np.concatenate([np.full(len(every), -1.0), along, np.full(len(every), 2.0)])
    order = np.lexsort((measure, edges))
    return edges[order], points[order]


def _pieces(edges: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ends and edge of the pieces between consecutive points."""
    same = edges[1:] == edges[:-1]
    return points[:-1][same], points[1:][same], edges[:-1][same]


def _sharing(zone: np.ndarray, thing: np.ndarray, zones: int) -> sparse.csr_matrix:
    """Zones that have a thing (point or piece of border) in common."""
    has = sparse.csr_matrix((np.ones(len(zone)), (zone, thing)), shape=(zones, int(thing.max(initial=-1)) + 1))
    has.data[:] = 1.0
    shared = checked(has @ has.T)
    shared.data[:] = 1.0
    return shared
