"""Points sorted into square buckets, so that a box or a disc finds its candidates without looking at all points."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

_BUCKETS_PER_POINT = 4


class PointBuckets:
    """Points of a layer ordered by bucket: row by row from the south, from west to east inside a row.

    A run of buckets in one row is one contiguous run of ``x`` and ``y``. Points with NaN or infinite coordinates
    are in no bucket.

    Attributes:
        index: (n,) int64, the point behind each position.
        x, y: (n,) float64 coordinates by position.
    """

    def __init__(self, xy: np.ndarray, size: float) -> None:
        """
        Args:
            xy: (m, 2) coordinates.
            size: wanted side of a bucket, in the unit of the coordinates; made larger where the buckets would far
                outnumber the points.
        """
        xy = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
        finite = np.flatnonzero(np.isfinite(xy).all(axis=1))
        points = xy[finite]
        self._low = points.min(axis=0) if len(points) else np.zeros(2)
        extent = points.max(axis=0) - self._low if len(points) else np.zeros(2)
        self.size = _bucket_size(extent, size, len(points))
        self._columns, self._rows = (int(v) + 1 for v in np.floor(extent / self.size))
        key = self._cell(points[:, 1], 1) * self._columns + self._cell(points[:, 0], 0)
        order = np.argsort(key, kind="stable")
        counts = np.bincount(key, minlength=self._columns * self._rows)
        self._starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self.index = finite[order]
        self.x, self.y = points[order, 0].copy(), points[order, 1].copy()

    def __len__(self) -> int:
        return len(self.index)

    def box_ranges(self, boxes: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Positions that may lie in the boxes: at least all that do.

        Args:
            boxes: (b, 4) xmin, ymin, xmax, ymax; boxes with NaN find nothing.

        Returns:
            box (k,), start (k,), stop (k,): runs of positions, in the order of the boxes.
        """
        usable = np.flatnonzero(np.isfinite(boxes).all(axis=1)) if len(self) else np.empty(0, dtype=np.int64)
        box, row = self._rows_of(boxes[usable, 1], boxes[usable, 3])
        low, high = boxes[usable, 0][box], boxes[usable, 2][box]
        return self._runs(usable[box], row, low, high)

    def disc_ranges(self, centers: np.ndarray, radius: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Positions that may lie in the discs: at least all that do; the result is as of ``box_ranges``."""
        usable = np.flatnonzero(np.isfinite(centers).all(axis=1)) if len(self) else np.empty(0, dtype=np.int64)
        cx, cy = centers[usable, 0], centers[usable, 1]
        # The chord of a disc is computed with rounding, so it is taken a little too wide.
        pad = 1e-6 * self.size + 64 * np.finfo(float).eps * float(np.abs(centers[usable]).max(initial=1.0) + radius)
        disc, row = self._rows_of(cy - radius - pad, cy + radius + pad)
        south = self._low[1] + row * self.size
        gap = np.maximum(np.maximum(south - cy[disc], cy[disc] - (south + self.size)) - pad, 0.0)
        half = np.sqrt(np.maximum(radius * radius - gap * gap, 0.0)) + pad
        return self._runs(usable[disc], row, cx[disc] - half, cx[disc] + half)

    def _cell(self, values: np.ndarray, axis: int) -> np.ndarray:
        """Row or column of coordinates; monotone in spite of rounding, so no candidate is lost."""
        last = (self._columns if axis == 0 else self._rows) - 1
        return np.clip(np.floor((values - self._low[axis]) / self.size), -1, last + 1).astype(np.int64)

    def _rows_of(self, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        first = np.maximum(self._cell(low, 1), 0)
        last = np.minimum(self._cell(high, 1), self._rows - 1)
        counts = np.maximum(last - first + 1, 0)
        item = np.repeat(np.arange(len(counts)), counts)
        return item, positions(first, counts)

    def _runs(
        self, item: np.ndarray, row: np.ndarray, low: np.ndarray, high: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        first = np.maximum(self._cell(low, 0), 0)
        last = np.minimum(self._cell(high, 0), self._columns - 1)
        base = row * self._columns
        start, stop = self._starts[base + np.minimum(first, self._columns - 1)], self._starts[base + last + 1]
        keep = (first <= last) & (start < stop)
        return item[keep], start[keep], stop[keep]


def positions(starts: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """All numbers of the runs ``start, start + 1, ... start + count - 1``, one run after the other."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total, dtype=np.int64) + np.repeat(starts - (ends - counts), counts)


def blocks(counts: np.ndarray, limit: int) -> Iterator[slice]:
    """Slices over consecutive items whose counts add up to at most ``limit``; an item above it stands alone."""
    ends = np.cumsum(counts)
    first, done = 0, 0
    while first < len(counts):
        last = max(int(np.searchsorted(ends, done + limit, side="right")), first + 1)
        yield slice(first, last)
        first, done = last, int(ends[last - 1])


def _bucket_size(extent: np.ndarray, wanted: float, points: int) -> float:
    """The wanted side, or the smallest one with which the number of buckets stays in bounds."""
    allowed = max(_BUCKETS_PER_POINT * points, 1024)
    longest = float(extent.max())
    # Along one axis alone the number of buckets is bounded too (a row of points on a line).
    size = max(float(wanted), longest / allowed, float(np.sqrt(extent[0] / allowed) * np.sqrt(extent[1])))
    return size if np.isfinite(size) and size > 0 else max(longest, 1.0)
