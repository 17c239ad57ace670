"""Straight segments and what lies near them: candidate pairs, exact crossings, the nearest segment of a point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from ..errors import Tick, no_tick

_PAIRS_AT_ONCE = 2_000_000
_PARALLEL = 1e-12  # sine of the angle below which two segments count as parallel


@dataclass(frozen=True)
class Segments:
    """Straight segments of paths.

    Attributes:
        a, b: (s, 2) float64 ends.
        path: (s,) int64 path of each segment; segments of one path are consecutive.
        measure: (s,) float64 distance of ``a`` from the start of the path.
        length: (s,) float64.
    """

    a: np.ndarray
    b: np.ndarray
    path: np.ndarray
    measure: np.ndarray
    length: np.ndarray

    def __len__(self) -> int:
        return len(self.a)


def segments_of(vertices: np.ndarray, offsets: np.ndarray) -> Segments:
    """The segments of paths given as flat vertices; segments without length are left out."""
    counts = np.diff(offsets)
    path = np.repeat(np.arange(len(counts)), counts)
    inside = path[1:] == path[:-1]
    a, b = vertices[:-1][inside], vertices[1:][inside]
    path = path[:-1][inside]
    length = np.hypot(*(b - a).T)
    before = np.cumsum(length) - length
    new = np.r_[True, path[1:] != path[:-1]] if len(path) else np.empty(0, dtype=bool)
    base = before[new][np.cumsum(new) - 1] if len(path) else before
    keep = length > 0
    return Segments(a[keep], b[keep], path[keep], (before - base)[keep], length[keep])


def near_pairs(segments: Segments, pad: float) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pairs (i < j) of segments whose boxes, widened by ``pad``, overlap; each pair once, in bounded blocks.

    Segments are cut into stretches no longer than a grid cell, so that a long oblique segment does not meet
    everything in its box.
    """
    if len(segments) < 2:
        return
    cell = max(2.0 * float(segments.length.mean()), 4.0 * pad, float(np.ptp(segments.a, axis=0).max()) / 2**20, 1e-9)
    cut = np.maximum(np.ceil(segments.length / cell), 1).astype(np.int64)
    owner = np.repeat(np.arange(len(segments)), cut)
    step = np.arange(len(owner)) - np.repeat(np.cumsum(cut) - cut, cut)
    vector = (segments.b - segments.a)[owner]
    p = segments.a[owner] + vector * (step / cut[owner])[:, None]
    q = segments.a[owner] + vector * ((step + 1) / cut[owner])[:, None]
    low = segments.a.min(axis=0) - pad - cell
    wide = pad + 1e-9 * cell
    first = np.floor((np.minimum(p, q) - wide - low) / cell).astype(np.int64)
    last = np.floor((np.maximum(p, q) + wide - low) / cell).astype(np.int64)
    columns = int(last[:, 0].max()) + 2
    span = last - first + 1
    reps = span[:, 0] * span[:, 1]
    item = np.repeat(np.arange(len(owner)), reps)
    k = np.arange(len(item)) - np.repeat(np.cumsum(reps) - reps, reps)
    key = (first[item, 1] + k // span[item, 0]) * columns + first[item, 0] + k % span[item, 0]
    owner = owner[item]
    order = np.lexsort((owner, key))
    key, owner = key[order], owner[order]
    new = np.r_[True, (key[1:] != key[:-1]) | (owner[1:] != owner[:-1])]
    yield from _pairs_in_cells(segments, key[new], owner[new], pad)


def _pairs_in_cells(
    segments: Segments, key: np.ndarray, owner: np.ndarray, pad: float
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """All pairs inside each run of equal keys; a pair that shares several cells is given in each, then made unique."""
    stop = np.searchsorted(key, key, side="right")
    later = stop - np.arange(len(key)) - 1
    low = np.minimum(segments.a, segments.b) - pad
    high = np.maximum(segments.a, segments.b) + pad
    seen: list[np.ndarray] = []
    ends = np.cumsum(later)
    first, done = 0, 0
    while first < len(key):
        last = max(int(np.searchsorted(ends, done + _PAIRS_AT_ONCE, side="right")), first + 1)
        count = later[first:last]
        left = np.repeat(np.arange(first, last), count)
        right = left + 1 + np.arange(len(left)) - np.repeat(np.cumsum(count) - count, count)
        i, j = owner[left], owner[right]
        meet = (low[i] <= high[j]).all(axis=1) & (low[j] <= high[i]).all(axis=1)
        seen.append(np.minimum(i, j)[meet] * len(segments) + np.maximum(i, j)[meet])
        first, done = last, int(ends[last - 1])
    pairs = np.unique(np.concatenate(seen)) if seen else np.empty(0, dtype=np.int64)
    for at in range(0, len(pairs), _PAIRS_AT_ONCE):
        block = pairs[at : at + _PAIRS_AT_ONCE]
        yield block // len(segments), block % len(segments)


def crossings(segments: Segments, i: np.ndarray, j: np.ndarray, eps: float) -> tuple[np.ndarray, ...]:
    """Where pairs of segments meet.

    Args:
        i, j: (k,) pairs.
        eps: meters; ends this close to the other segment touch it.

    Returns:
        pair (h,) position in ``i``; along_i, along_j (h,) meters from ``a``; xy (h, 2). Parallel segments that
        overlap meet at the ends of the overlap.
    """
    p, r = segments.a[i], segments.b[i] - segments.a[i]
    q, s = segments.a[j], segments.b[j] - segments.a[j]
    li, lj = segments.length[i], segments.length[j]
    cross = _cross(r, s)
    parallel = np.abs(cross) <= _PARALLEL * li * lj
    safe = np.where(parallel, 1.0, cross)
    t, u = _cross(q - p, s) / safe, _cross(q - p, r) / safe
    hit = ~parallel & (t * li >= -eps) & (t * li <= li + eps) & (u * lj >= -eps) & (u * lj <= lj + eps)
    at = np.flatnonzero(hit)
    t, u = np.clip(t[at], 0, 1), np.clip(u[at], 0, 1)
    found = [(at, t * li[at], u * lj[at], p[at] + t[:, None] * r[at])]
    # Ends that touch the other segment: overlaps of parallel segments, and slanting touches that rounding hides.
    for end in (segments.a, segments.b):
        for one, other, flip in ((i, j, False), (j, i, True)):
            along, gap = project(end[one], segments.a[other], segments.b[other])
            at = np.flatnonzero((gap <= eps) & ~hit)
            here = np.where(end is segments.a, 0.0, segments.length[one[at]])
            there = along[at]
            found.append((at, there, here, end[one[at]]) if flip else (at, here, there, end[one[at]]))
    return tuple(np.concatenate(part) for part in zip(*found, strict=True))


def project(points: np.ndarray, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Nearest place of each point on its segment: meters from ``a``, and the distance."""
    vector = b - a
    length = np.hypot(*vector.T)
    square = np.where(length > 0, length * length, 1.0)
    t = np.clip(((points - a) * vector).sum(axis=1) / square, 0.0, 1.0)
    # The far end itself, not a sum that rounding moves off it: ties between edges at a node stay ties.
    foot = np.where((t >= 1.0)[:, None], b, a + t[:, None] * vector)
    return t * length, np.hypot(*(points - foot).T)


class NearestSegment:
    """The nearest segment of many points, exactly: sample points of all segments in a k-d tree, then a proof.

    Every place of a segment lies within half a sample step of a sample. Among the segments of the k nearest samples
    the best is at distance ``d``; a segment not among them is at least ``d_k - step / 2`` away. Where that is less
    than ``d``, k is doubled.
    """

    def __init__(self, segments: Segments) -> None:
        self.segments = segments
        step = max(float(segments.length.mean()), 1e-9)
        cut = np.maximum(np.ceil(segments.length / step), 1).astype(np.int64)
        self._owner = np.repeat(np.arange(len(segments)), cut)
        k = np.arange(len(self._owner)) - np.repeat(np.cumsum(cut) - cut, cut)
        share = ((k + 0.5) / cut[self._owner])[:, None]
        self._half = 0.5 * float((segments.length / cut).max()) * (1 + 1e-9)
        self._tree = cKDTree(segments.a[self._owner] + share * (segments.b - segments.a)[self._owner])

    def find(self, points: np.ndarray, tick: Tick = no_tick) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """
        Returns:
            segment (n,) int64 (ties: the lowest number), along (n,) meters from its ``a``, distance (n,).
        """
        n = len(points)
        segment, along, distance = np.zeros(n, dtype=np.int64), np.zeros(n), np.full(n, np.inf)
        open_points, k = np.arange(n), min(8, len(self._owner))
        while len(open_points):
            width = max(1, _PAIRS_AT_ONCE // (4 * k))
            left = []
            for at in range(0, len(open_points), width):
                tick(min(1.0, 1.0 - (len(open_points) - at) / n))
                chosen = open_points[at : at + width]
                segment[chosen], along[chosen], distance[chosen], sure = self._among(points[chosen], k)
                left.append(chosen[~sure])
            open_points, k = np.concatenate(left), min(4 * k, len(self._owner))
        tick(1.0)
        return segment, along, distance

    def _among(self, points: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        far, sample = self._tree.query(points, k=k)
        far, sample = far.reshape(len(points), k), sample.reshape(len(points), k)
        owner = np.sort(self._owner[sample], axis=1)
        flat = owner.ravel()
        along, gap = project(np.repeat(points, k, axis=0), self.segments.a[flat], self.segments.b[flat])
        gap = gap.reshape(owner.shape)
        best = gap.argmin(axis=1)
        rows = np.arange(len(points))
        sure = (far[:, -1] - self._half > gap[rows, best]) | (k >= len(self._owner))
        return owner[rows, best], along.reshape(owner.shape)[rows, best], gap[rows, best], sure


def _cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
