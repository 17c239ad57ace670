"""Where street lines must be cut: at crossings, and where the end of one touches the inside of another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .segments import Segments, crossings, near_pairs, project, segments_of

EXACT = 1e-6
"""Meters: places closer than this are one place even without a snap tolerance."""

Cuts = tuple[np.ndarray, ...]


@dataclass(frozen=True)
class Strands:
    """Stretches of lines between cut points, while noding goes on.

    Attributes:
        vertices, offsets: geometry. line: (k,) position in ``StreetLines``. low, high: (k,) measures along the line.
        node: (k, 2) int64 node of start and end, from 0.
    """

    vertices: np.ndarray
    offsets: np.ndarray
    line: np.ndarray
    low: np.ndarray
    high: np.ndarray
    node: np.ndarray

    def __len__(self) -> int:
        return len(self.line)


def find_cuts(
    strands: Strands, total: np.ndarray, grade: np.ndarray, ends: np.ndarray, tolerance: float, split: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, int, int]:
    """New cut points: strand, measure, xy, links between cut points, number of crossings, number of touches.

    Cut points 0 to 2k - 1 are the ends; the new ones are numbered after them.
    """
    segments = segments_of(strands.vertices, strands.offsets)
    node = strands.node.ravel()
    reach = max(tolerance, EXACT)
    cross: list[tuple[np.ndarray, ...]] = []
    touch: list[tuple[np.ndarray, ...]] = []
    for i, j in near_pairs(segments, reach):
        si, sj = segments.path[i], segments.path[j]
        same = grade[si] == grade[sj]
        if split:
            cross.append(_crossings(segments, i[same], j[same], total, node, reach))
        touch.append(_touches(segments, i, j, same, ends, total, reach))
        touch.append(_touches(segments, j, i, same, ends, total, reach))
    base = len(ends)
    end, host, along, xy, gap = (np.concatenate(part) for part in zip(*touch, strict=True)) if touch else _nothing()
    order = np.lexsort((gap, host, end))
    best = np.r_[True, (end[order][1:] != end[order][:-1]) | (host[order][1:] != host[order][:-1])][: len(order)]
    chosen = order[best]
    end, host, along, xy = end[chosen], host[chosen], along[chosen], xy[chosen]
    link = [np.stack([end, base + np.arange(len(end))], axis=1)]
    strand, measure, where = [host], [along], [xy]
    touched, crossed = len(np.unique(end)), 0
    if cross:
        s1, m1, s2, m2, xy = (np.concatenate(part) for part in zip(*cross, strict=True))
        number = base + len(end) + np.arange(len(s1))
        link.append(np.stack([number, number + len(s1)], axis=1))
        strand += [s1, s2]
        measure += [m1, m2]
        where += [xy, xy]
        inside = (m1 > reach) & (m1 < total[s1] - reach) & (m2 > reach) & (m2 < total[s2] - reach)
        crossed = len(np.unique(np.round(xy[inside] / reach), axis=0)) if inside.any() else 0
    return (
        np.concatenate(strand),
        np.concatenate(measure),
        np.concatenate(where),
        np.concatenate(link),
        crossed,
        touched,
    )


def _nothing() -> tuple[np.ndarray, ...]:
    none = np.empty(0, dtype=np.int64)
    return none, none, np.empty(0), np.empty((0, 2)), np.empty(0)


def _crossings(
    segments: Segments, i: np.ndarray, j: np.ndarray, total: np.ndarray, node: np.ndarray, reach: float
) -> Cuts:
    """Crossings of pairs on one grade that no shared node explains: strand and measure of both, and the place."""
    si, sj = segments.path[i], segments.path[j]
    joined = (si == sj) & (np.abs(i - j) == 1)
    i, j = i[~joined], j[~joined]
    pair, along_i, along_j, xy = crossings(segments, i, j, EXACT)
    i, j = i[pair], j[pair]
    s1, s2 = segments.path[i], segments.path[j]
    m1, m2 = segments.measure[i] + along_i, segments.measure[j] + along_j
    known = _at_shared_node(s1, m1, s2, m2, total, node, reach)
    # A line that passes its own place at once only bends there.
    known |= (s1 == s2) & (np.abs(m1 - m2) <= 2 * reach)
    keep = ~known
    return s1[keep], m1[keep], s2[keep], m2[keep], xy[keep]


def _at_shared_node(
    s1: np.ndarray,
    m1: np.ndarray,
    s2: np.ndarray,
    m2: np.ndarray,
    total: np.ndarray,
    node: np.ndarray,
    reach: float,
) -> np.ndarray:
    """Whether both places are (within reach) ends that already are one node."""
    known = np.zeros(len(s1), dtype=bool)
    for e1 in (0, 1):
        for e2 in (0, 1):
            near = (np.abs(m1 - e1 * total[s1]) <= reach) & (np.abs(m2 - e2 * total[s2]) <= reach)
            known |= near & (node[2 * s1 + e1] == node[2 * s2 + e2]) & ((s1 != s2) | (e1 != e2))
    return known


def _touches(
    segments: Segments,
    i: np.ndarray,
    j: np.ndarray,
    same: np.ndarray,
    ends: np.ndarray,
    total: np.ndarray,
    reach: float,
) -> Cuts:
    """Ends of the strands of segments ``i`` near the inside of segments ``j``: end, host, measure, place, distance."""
    found = []
    si, sj = segments.path[i], segments.path[j]
    for side in (0, 1):
        at_end = segments.measure[i] <= 0 if side == 0 else segments.measure[i] + segments.length[i] >= total[si] - 1e-9
        k = np.flatnonzero(at_end)
        end = 2 * si[k] + side
        along, gap = project(ends[end], segments.a[j[k]], segments.b[j[k]])
        host = sj[k]
        measure = segments.measure[j[k]] + along
        # On another grade only a vertex that the end coincides with is a meeting.
        at_vertex = np.minimum(along, segments.length[j[k]] - along) <= EXACT
        near = np.where(same[k], gap <= reach, (gap <= EXACT) & at_vertex)
        inside = (measure > reach) & (measure < total[host] - reach)
        own = (host == si[k]) & (np.abs(measure - side * total[host]) <= 4 * reach)
        keep = near & inside & ~own
        vector = (segments.b[j[k]] - segments.a[j[k]])[keep]
        xy = segments.a[j[k]][keep] + vector * (along[keep] / segments.length[j[k]][keep])[:, None]
        found.append((end[keep], host[keep], measure[keep], xy, gap[keep]))
    return tuple(np.concatenate(part) for part in zip(*found, strict=True))
