"""Dividing rows: k-means of coordinates, and at random.

k-means is Lloyd's algorithm from random places, the same on every machine and library version.
One start per call: folds of repeated cross-validation are meant to differ from repeat to repeat.

Source: S. P. Lloyd (1982), Least squares quantization in PCM, IEEE Transactions on Information Theory 28, 129-137.
"""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from ..errors import Tick, no_tick

STEPS = 100
_TREE_FROM = 32
"""Number of centers from which a tree finds the nearest sooner than all distances do."""


def kmeans(
    points: np.ndarray, clusters: int, rng: np.random.Generator, tick: Tick = no_tick, *, steps: int = STEPS
) -> np.ndarray:
    """Clusters of points.

    Args:
        points: (n, d) floats without NaN, n >= 1.
        clusters: number of clusters; no more than there are different points are made.
        steps: at most this many; the labels are of the nearest centers in any case.

    Returns:
        (n,) int64 labels, 0 and up; none is empty.
    """
    points = np.asarray(points, dtype=float)
    scale = float(np.ptp(points, axis=0).max()) or 1.0
    points = (points - points.mean(axis=0)) / scale
    different = np.unique(points, axis=0)
    clusters = min(clusters, len(different))
    centers = different[rng.choice(len(different), clusters, replace=False)]
    labels = np.full(len(points), -1)
    for step in range(steps):
        tick(step / steps)
        fresh, squares = _nearest(points, centers)
        _refill(fresh, squares, clusters)
        if (fresh == labels).all():
            break
        labels = fresh
        counts = np.bincount(labels, minlength=clusters)
        centers = np.column_stack([np.bincount(labels, column, minlength=clusters) / counts for column in points.T])
    return labels.astype(np.int64)


def _nearest(points: np.ndarray, centers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Nearest center of each point and the squared distance; ties to the first center."""
    if len(centers) >= _TREE_FROM:
        away, which = cKDTree(centers).query(points)
        return which.astype(np.int64), away**2
    squares = np.zeros((len(centers), len(points)))
    for column in range(points.shape[1]):
        squares += (points[:, column] - centers[:, column][:, None]) ** 2
    which = squares.argmin(axis=0)
    return which, squares[which, np.arange(len(points))]


def _refill(labels: np.ndarray, squares: np.ndarray, clusters: int) -> None:
    """Give an empty cluster the point that lies farthest from its own center, in place."""
    counts = np.bincount(labels, minlength=clusters)
    for empty in np.flatnonzero(counts == 0):
        for point in np.argsort(-squares, kind="stable"):
            if counts[labels[point]] > 1:
                counts[labels[point]] -= 1
                labels[point], squares[point] = empty, 0.0
                counts[empty] = 1
                break


def stratified(labels: np.ndarray, folds: int, rng: np.random.Generator) -> np.ndarray:
    """(n,) folds at random, events and others each spread evenly."""
    fold = np.empty(len(labels), dtype=np.int64)
    start = 0
    for value in (True, False):
        rows = rng.permutation(np.flatnonzero(labels == value))
        # The second class goes on where the first ended, so that fold sizes differ by one at most.
        fold[rows] = (start + np.arange(len(rows))) % folds
        start += len(rows)
    return fold
