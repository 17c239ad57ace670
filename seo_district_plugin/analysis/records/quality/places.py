"""Checks of where rows lie: the same place, near places, (0, 0), swapped axes, outside the district."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from ...errors import Tick, no_tick
from .findings import Batch
from .rows import repeats

STEP = 2.0
"""Meters between the points that stand for the border when distances to it are taken (the error is below 1 m)."""

MOST_STEPS = 400_000
BLOCK = 20_000
NEIGHBORS = 16
"""Nearest places looked at for each place."""


@dataclass
class Places:
    """Where the rows lie.

    Attributes:
        own: (n, 2) coordinates as in the layer, NaN where there are none.
        boxes: (n, 4) bounding boxes in meters, NaN where there are none or nothing metric is known.
        same: (n,) int64 equal for identical geometry, -1 for none.
        kind: point, line, polygon or unknown.
        inside: (n,) bool in the district, None without one; turned: (n,) bool inside it with x and y swapped.
        away: (n,) distance to the district's border in meters, NaN where not known.
    """

    own: np.ndarray
    boxes: np.ndarray
    same: np.ndarray
    kind: str
    inside: np.ndarray | None = None
    turned: np.ndarray | None = None
    away: np.ndarray | None = None


def shared_places(places: Places) -> Iterator[Batch]:
    """Places with several rows (one finding per place, at its first row), or repeated lines and polygons."""
    rows, first = repeats(places.same, places.same >= 0)
    if not len(rows):
        return
    if places.kind != "point":
        yield Batch("geometry_duplicate", rows, each={"first": first})
        return
    where, count = np.unique(first, return_counts=True)
    yield Batch("place_shared", where, each={"count": count + 1})


def near_places(places: Places, tolerance: float, tick: Tick = no_tick) -> Iterator[Batch]:
    """Rows almost in the place of an earlier row: no corner of the bounding box is farther away than the tolerance.

    Identical ones are left to :func:`shared_places`; each place counts once, at its first row.
    """
    if tolerance <= 0:
        return
    later, _first = repeats(places.same, places.same >= 0)
    alone = np.isfinite(places.boxes).all(axis=1) & (places.same >= 0)
    alone[later] = False
    rows = np.flatnonzero(alone)
    if len(rows) < 2:
        return
    boxes = places.boxes[rows] - places.boxes[rows].mean(axis=0)
    tree = cKDTree(boxes)
    found: list[np.ndarray] = []
    earlier: list[np.ndarray] = []
    for start in range(0, len(rows), BLOCK):
        tick(start / len(rows))
        part = np.arange(start, min(start + BLOCK, len(rows)))
        _, other = tree.query(
            boxes[part], k=min(NEIGHBORS, len(rows)), p=np.inf, distance_upper_bound=tolerance * (1 + 1e-9)
        )
        lowest = other.min(axis=1)
        hit = lowest < part
        found.append(rows[part[hit]])
        earlier.append(rows[lowest[hit]])
    near, first = np.concatenate(found), np.concatenate(earlier)
    if len(near):
        yield Batch("place_near", near, values={"tolerance": tolerance}, each={"first": first})


def misplaced(places: Places, margin: float) -> Iterator[Batch]:
    """Rows at (0, 0), with x and y swapped, or outside the district by more than the margin (meters)."""
    known = np.isfinite(places.own).all(axis=1)
    zero = known & (np.abs(places.own) < 1e-6).all(axis=1)
    if zero.any() and not _surrounds_zero(places, zero):
        yield Batch("place_zero", np.flatnonzero(zero))
    if places.inside is None:
        return
    turned = known & ~zero & ~places.inside & (places.turned if places.turned is not None else False)
    if turned.any():
        yield Batch("place_swapped", np.flatnonzero(turned))
    out = known & ~zero & ~places.inside & ~turned
    away = np.full(len(out), np.nan) if places.away is None else places.away
    with np.errstate(invalid="ignore"):
        out &= ~(away <= margin)
    rows = np.flatnonzero(out)
    for kind, chosen in (("", np.isfinite(away[rows])), ("unknown", ~np.isfinite(away[rows]))):
        if chosen.any():
            yield Batch("place_outside", rows[chosen], kind=kind, each={"distance": away[rows[chosen]]})


def _surrounds_zero(places: Places, zero: np.ndarray) -> bool:
    """True where (0, 0) is a place among others, as in a layer with a local origin."""
    if places.inside is not None:
        return bool(places.inside[zero].any())
    others = places.own[np.isfinite(places.own).all(axis=1) & ~zero]
    if len(others) < 2:
        return False
    low, high = np.quantile(others, 0.05, axis=0), np.quantile(others, 0.95, axis=0)
    return bool(((low <= 0) & (high >= 0)).all())


def border_points(rings: list[np.ndarray]) -> np.ndarray:
    """Points (m, 2) along rings of (k, 2) vertices, at most STEP meters apart as long as that gives not too many."""
    starts = np.concatenate([ring[:-1] for ring in rings])
    ends = np.concatenate([ring[1:] for ring in rings])
    length = np.hypot(*(ends - starts).T)
    step = max(STEP, float(length.sum()) / MOST_STEPS)
    count = np.maximum(1, np.ceil(length / step)).astype(np.int64)
    piece = np.repeat(np.arange(len(length)), count)
    place = np.arange(len(piece)) - np.repeat(np.cumsum(count) - count, count)
    return starts[piece] + (ends - starts)[piece] * (place / count[piece])[:, None]


def distance_to_border(xy: np.ndarray, rings: list[np.ndarray], tick: Tick = no_tick) -> np.ndarray:
    """(n,) meters from each point to the nearest ring, NaN for points that are not finite."""
    away = np.full(len(xy), np.nan)
    known = np.flatnonzero(np.isfinite(xy).all(axis=1))
    if not rings or not len(known):
        return away
    tree = cKDTree(border_points(rings))
    for start in range(0, len(known), BLOCK):
        tick(start / len(known))
        part = known[start : start + BLOCK]
        away[part] = tree.query(xy[part])[0]
    return away
