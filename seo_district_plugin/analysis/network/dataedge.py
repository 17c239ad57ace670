"""How much of the surroundings lies beyond the data: values near the edge of a data set are too low, and say so.

The share of the disc of each radius that lies outside the area the data covers, exactly: the area of a disc and a
polygon is a sum over the edges of the polygon of sectors and triangles as seen from the center.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.spatial import ConvexHull, QhullError

from ..errors import AnalysisError, Tick, no_tick
from .segments import NearestSegment, segments_of

_TERMS_AT_ONCE = 1_000_000


def covered_area(vertices: np.ndarray) -> list[np.ndarray]:
    """The convex hull of the streets as one ring, for data that comes without an area; empty for streets on a line."""
    try:
        return [vertices[ConvexHull(vertices).vertices]]
    except (QhullError, ValueError):
        return []


def cut_off_share(
    xy: np.ndarray, radii: Sequence[float], rings: Sequence[np.ndarray], *, tick: Tick = no_tick
) -> np.ndarray:
    """Share of the disc about each place that lies outside the area.

    Args:
        xy: (n, 2); radii: meters, finite.
        rings: (k, 2) rings of the area, outer ones and holes, in any direction, closed or not; a ring inside an odd
            number of others is a hole.

    Returns:
        (r, n) float64 from 0 to 1, in the order of ``radii``; 1 everywhere without rings.

    Raises:
        AnalysisError: ``radius_not_positive`` (radius).
    """
    radii = [float(radius) for radius in radii]
    for radius in radii:
        if not (radius > 0 and np.isfinite(radius)):
            raise AnalysisError("radius_not_positive", radius=radius)
    share = np.ones((len(radii), len(xy)))
    a, b = _edges([np.asarray(ring, dtype=np.float64) for ring in rings if len(ring) >= 3])
    if not len(a) or not len(xy):
        return share
    offsets = np.arange(len(a) + 1, dtype=np.int64) * 2
    gap = NearestSegment(segments_of(np.stack([a, b], axis=1).reshape(-1, 2), offsets)).find(xy)[2]
    width = max(1, _TERMS_AT_ONCE // len(a))
    for at in range(0, len(xy), width):
        tick(at / len(xy))
        some = slice(at, at + width)
        inside = _winding(xy[some], a, b) > 0.5
        for k, radius in enumerate(radii):
            share[k, some] = np.where(inside, 0.0, 1.0)
            near = at + np.flatnonzero(gap[some] < radius)
            if len(near):
                share[k, near] = 1.0 - _disc_area(xy[near], a, b, radius) / (np.pi * radius * radius)
    tick(1.0)
    return np.clip(share, 0.0, 1.0)


def _edges(rings: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Edges of all rings, outer rings counter-clockwise and holes clockwise."""
    rings = [ring[:-1] if (ring[0] == ring[-1]).all() else ring for ring in rings]
    starts, ends = [np.empty((0, 2))], [np.empty((0, 2))]
    for k, ring in enumerate(rings):
        others = [other for j, other in enumerate(rings) if j != k]
        depth = sum(abs(_winding(ring[:1], o, np.roll(o, -1, axis=0))[0]) > 0.5 for o in others)
        following = np.roll(ring, -1, axis=0)
        area = float((ring[:, 0] * following[:, 1] - ring[:, 1] * following[:, 0]).sum())
        if (area < 0) != (depth % 2 == 1):
            ring, following = following, ring
        starts.append(ring)
        ends.append(following)
    return np.concatenate(starts), np.concatenate(ends)


def _winding(xy: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(n,) how often the edges go round each place, by signed crossings of the ray to the east."""
    x, y = xy[:, :1], xy[:, 1:]
    up = (a[:, 1] <= y) & (b[:, 1] > y)
    down = (a[:, 1] > y) & (b[:, 1] <= y)
    side = (b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (x - a[:, 0]) * (b[:, 1] - a[:, 1])
    return (up & (side > 0)).sum(axis=1) - (down & (side < 0)).sum(axis=1)


def _disc_area(xy: np.ndarray, a: np.ndarray, b: np.ndarray, radius: float) -> np.ndarray:
    """(n,) area of the disc about each place inside the polygon."""
    ax, ay = a[:, 0] - xy[:, :1], a[:, 1] - xy[:, 1:]
    dx, dy = b[:, 0] - a[:, 0], b[:, 1] - a[:, 1]
    square = dx * dx + dy * dy
    square = np.where(square > 0, square, 1.0)
    along = (ax * dx + ay * dy) / square
    # Under the root: where the line of the edge cuts the circle, as shares of the edge.
    root = along * along - (ax * ax + ay * ay - radius * radius) / square
    half = np.sqrt(np.maximum(root, 0.0))
    t1, t2 = np.clip(-along - half, 0.0, 1.0), np.clip(-along + half, 0.0, 1.0)
    p = ax + t1 * dx, ay + t1 * dy
    q = ax + t2 * dx, ay + t2 * dy
    sector = _angle(ax, ay, *p) + _angle(*q, ax + dx, ay + dy)
    triangle = p[0] * q[1] - p[1] * q[0]
    return (0.5 * radius * radius * sector + 0.5 * triangle).sum(axis=1)


def _angle(ux: np.ndarray, uy: np.ndarray, vx: np.ndarray, vy: np.ndarray) -> np.ndarray:
    return np.arctan2(ux * vy - uy * vx, ux * vx + uy * vy)
