"""Points around centers: who is within a radius, how near the nearest is, sums that fade with distance.

A point at exactly the radius is within it. All distances are straight lines in the plane of the coordinates.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy.spatial import cKDTree

from ..errors import Tick, no_tick
from .buckets import PointBuckets, blocks, positions
from .groups import Groups, segment_sum

BLOCK = 500_000  # candidates in one go: bounds the memory and each step that Python cannot interrupt
_SLAB = 20_000
_ROWS_PER_RADIUS = 8  # buckets of an eighth of the radius: 15 % more candidates than a disc holds
_GAUSSIAN_SPREAD = 3.0  # the radius is three standard deviations

KERNELS = ("quartic", "gaussian")


class DiscBlock(NamedTuple):
    """The members of some consecutive discs.

    Attributes:
        first, last: the discs are ``centers[first:last]``.
        groups: their members, as positions in the buckets.
        squared: (k,) squared distance of each member to its center.
    """

    first: int
    last: int
    groups: Groups
    squared: np.ndarray


def disc_buckets(xy: np.ndarray, radius: float) -> PointBuckets:
    """Buckets that suit discs of the given radius."""
    return PointBuckets(xy, radius / _ROWS_PER_RADIUS)


def disc_blocks(centers: np.ndarray, buckets: PointBuckets, radius: float, block: int = BLOCK) -> Iterator[DiscBlock]:
    """Members of the discs around all centers, a bounded number at a time; every center comes once, in order.

    Args:
        centers: (c, 2) coordinates; a center with NaN has no members.
        buckets: the points.
        radius: in the unit of the coordinates, at least 0.
        block: largest number of candidates in one block (one disc alone may exceed it).
    """
    for slab in range(0, len(centers), _SLAB):
        own = centers[slab : slab + _SLAB]
        disc, start, stop = buckets.disc_ranges(own, radius)
        per_disc = np.bincount(disc, weights=stop - start, minlength=len(own)).astype(np.int64)
        runs = np.searchsorted(disc, np.arange(len(own) + 1))
        for part in blocks(per_disc, block):
            run = slice(runs[part.start], runs[part.stop])
            counts = stop[run] - start[run]
            candidates = positions(start[run], counts)
            dx = buckets.x[candidates]
            dx -= np.repeat(own[disc[run], 0], counts)
            dx *= dx
            dy = buckets.y[candidates]
            dy -= np.repeat(own[disc[run], 1], counts)
            dy *= dy
            dx += dy
            offsets = np.concatenate([[0], np.cumsum(per_disc[part])])
            keep = dx <= radius * radius
            yield DiscBlock(slab + part.start, slab + part.stop, Groups(offsets, candidates).kept(keep), dx[keep])


def pairs_within(
    centers: np.ndarray, xy: np.ndarray, radius: float, block: int = BLOCK
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """All pairs of a center and a point within the radius, in blocks of bounded size.

    Yields:
        center_index (k,), point_index (k,), distance (k,); ordered by center. All pairs of a center come in the
        same block.
    """
    centers = np.asarray(centers, dtype=np.float64).reshape(-1, 2)
    buckets = disc_buckets(xy, radius)
    for part in disc_blocks(centers, buckets, radius, block):
        if len(part.squared):
            yield part.first + part.groups.owners(), buckets.index[part.groups.members], np.sqrt(part.squared)


def count_within(centers: np.ndarray, xy: np.ndarray, radius: float, tick: Tick = no_tick) -> np.ndarray:
    """(c,) int64 number of points within the radius of each center."""
    centers = np.asarray(centers, dtype=np.float64).reshape(-1, 2)
    result = np.zeros(len(centers), dtype=np.int64)
    for part in disc_blocks(centers, disc_buckets(xy, radius), radius):
        result[part.first : part.last] = part.groups.counts()
        tick(part.last / len(centers))
    return result


def nearest_distance(centers: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """(c,) distance to the nearest point (k-d tree, Bentley 1975); NaN without any point or for a NaN center."""
    centers = np.asarray(centers, dtype=np.float64).reshape(-1, 2)
    points = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
    points = points[np.isfinite(points).all(axis=1)]
    result = np.full(len(centers), np.nan)
    usable = np.isfinite(centers).all(axis=1)
    if len(points) and usable.any():
        # Unbalanced trees build faster and do not degrade on many equal points.
        tree = cKDTree(points, balanced_tree=False, compact_nodes=False)
        result[usable] = tree.query(centers[usable], k=1)[0]
    return result


def kernel_weights(squared: np.ndarray, radius: float, kernel: str) -> np.ndarray:
    """Weight by squared distance: 1 at the center, 0 beyond the radius.

    ``quartic``: (1 - (d/R)^2)^2, the biweight kernel (Silverman 1986, table 3.1) without its normalizing factor.
    ``gaussian``: exp(-0.5 (d/(R/3))^2), cut at R, where it is 0.011.

    Raises:
        ValueError: unknown kernel.
    """
    ratio = squared / (radius * radius)
    if kernel == "quartic":
        weights = (1.0 - ratio) ** 2
    elif kernel == "gaussian":
        weights = np.exp(-0.5 * _GAUSSIAN_SPREAD**2 * ratio)
    else:
        raise ValueError(f"unknown kernel {kernel!r}")
    return np.where(ratio <= 1.0, weights, 0.0)


def kernel_sum(
    centers: np.ndarray,
    xy: np.ndarray,
    radius: float,
    kernel: str,
    values: np.ndarray | None = None,
    tick: Tick = no_tick,
) -> np.ndarray:
    """(c,) sum over the points of kernel weight times value; a value of NaN (or infinite) counts as no point."""
    centers = np.asarray(centers, dtype=np.float64).reshape(-1, 2)
    buckets = disc_buckets(xy, radius)
    amounts = None if values is None else np.nan_to_num(np.asarray(values, dtype=np.float64), posinf=0.0, neginf=0.0)
    result = np.zeros(len(centers))
    for part in disc_blocks(centers, buckets, radius):
        weights = kernel_weights(part.squared, radius, kernel)
        if amounts is not None:
            weights *= amounts[buckets.index[part.groups.members]]
        result[part.first : part.last] = segment_sum(weights, part.groups.offsets)
        tick(part.last / len(centers))
    return result
