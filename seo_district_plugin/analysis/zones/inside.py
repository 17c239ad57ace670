"""Which points lie in which zones, without a point on a border ever being counted twice or lost."""

from __future__ import annotations

import numpy as np

from ..errors import Tick, no_tick
from .buckets import PointBuckets, blocks, positions
from .crossing import crosses_east
from .shapes import Edges, Polygons

_BLOCK = 500_000  # candidates looked at in one go: bounds the memory and each step that Python cannot interrupt


def points_in_polygons(xy: np.ndarray, polygons: Polygons, tick: Tick = no_tick) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of zones and the points inside them.

    Even-odd crossing rule with half-open edges (Shimrat 1962; Franklin's PNPOLY): an edge counts when
    ``y_low <= y < y_high`` and the edge is strictly east of the point. A rectangle thus holds
    ``xmin <= x < xmax, ymin <= y < ymax``. Edges are taken lower end first and decided exactly, so zones that share
    their vertices partition the points: each point on a shared border is in exactly one of them. Zones may overlap;
    a point is then listed for each.

    Args:
        xy: (m, 2) points; points with NaN or infinite coordinates lie in no zone.
        polygons: zones in the same coordinate system.
        tick: progress.

    Returns:
        zone_index (k,), point_index (k,), int64, ordered by zone, then by point.
    """
    xy = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
    bounds = polygons.bounds()
    buckets = PointBuckets(xy, _typical_side(bounds) / 2.0)
    box, start, stop = buckets.box_ranges(bounds)
    simple = polygons.rectangles()
    crossing = None if simple.all() else _Crossings(polygons.edges(), len(polygons), buckets)
    zones, points = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for part in blocks(stop - start, _BLOCK):
        zone, position = _in_bounds(buckets, bounds, box[part], start[part], stop[part])
        if crossing is not None:
            keep = simple[zone]
            rest = np.flatnonzero(~keep)
            keep[rest] = crossing.inside(zone[rest], position[rest])
            zone, position = zone[keep], position[keep]
        zones.append(zone)
        points.append(buckets.index[position])
        tick(part.stop / len(box))
    key = np.concatenate(zones) * max(len(xy), 1) + np.concatenate(points)
    key.sort()
    return np.divmod(key, max(len(xy), 1))


def _in_bounds(
    buckets: PointBuckets, bounds: np.ndarray, box: np.ndarray, start: np.ndarray, stop: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Candidates inside the half-open bounds of their zone: needed for every zone, enough for a rectangle."""
    counts = stop - start
    zone, position = np.repeat(box, counts), positions(start, counts)
    x, y = buckets.x[position], buckets.y[position]
    low_x, low_y, high_x, high_y = (np.repeat(bounds[box, side], counts) for side in range(4))
    keep = (low_x <= x) & (x < high_x) & (low_y <= y) & (y < high_y)
    return zone[keep], position[keep]


class _Crossings:
    """Counts crossings by looking, for each edge, only at the candidates between its two heights.

    Candidates are sorted by zone and by the rank of their height among all points; the candidates of an edge are
    then one run, found by bisection on integers.
    """

    def __init__(self, edges: Edges, zones: int, buckets: PointBuckets) -> None:
        self._edges, self._buckets = edges, buckets
        self._offsets = np.concatenate([[0], np.cumsum(np.bincount(edges.zone, minlength=zones))])
        heights, self._rank = np.unique(buckets.y, return_inverse=True)
        self._ranks = len(heights) + 1
        self._low = np.searchsorted(heights, edges.y1, side="left")
        self._high = np.searchsorted(heights, edges.y2, side="left")

    def inside(self, zone: np.ndarray, position: np.ndarray) -> np.ndarray:
        """(k,) bool for the candidates ``position`` of ``zone``; the zones ascend."""
        result = np.zeros(len(zone), dtype=bool)
        if not len(zone):
            return result
        key = zone * self._ranks + self._rank[position]
        order = np.argsort(key, kind="stable")
        key = key[order]
        own = slice(self._offsets[zone[0]], self._offsets[zone[-1] + 1])
        base = self._edges.zone[own] * self._ranks
        first = np.searchsorted(key, base + self._low[own])
        counts = np.searchsorted(key, base + self._high[own]) - first
        crossings = np.zeros(len(zone), dtype=np.int64)
        for part in blocks(counts, _BLOCK):
            member = positions(first[part], counts[part])
            point = position[order[member]]
            ends = [np.repeat(side[own][part], counts[part]) for side in self._edges[:4]]
            east = crosses_east(ends, self._buckets.x[point], self._buckets.y[point])
            crossings += np.bincount(member[east], minlength=len(zone))
        result[order] = crossings % 2 == 1
        return result


def _typical_side(bounds: np.ndarray) -> float:
    """Median of the longer sides of the zones."""
    sides = (bounds[:, 2:] - bounds[:, :2]).max(axis=1)
    sides = sides[np.isfinite(sides)]
    return float(np.median(sides)) if len(sides) else 0.0
