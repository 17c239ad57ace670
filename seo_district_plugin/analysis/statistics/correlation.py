"""Correlation of columns, and which of them belong together.

Grouping: columns joined by a chain of |r| above a limit form one group, as importance by permutation needs it
(permuting one of two near copies shows neither to matter: Strobl et al. 2008, BMC Bioinformatics 9, 307).
"""

from __future__ import annotations

import numpy as np

STRONG = 0.7


def midranks(values: np.ndarray) -> np.ndarray:
    """(n,) values -> (n,) float ranks from 1; equal values share the mean of their ranks."""
    values = np.asarray(values)
    count = len(values)
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if count else np.empty(0, int)
    ends = np.append(starts[1:], count)
    ranks = np.empty(count)
    ranks[order] = np.repeat((starts + ends + 1) / 2.0, ends - starts)
    return ranks


def correlation(values: np.ndarray) -> np.ndarray:
    """Pearson correlation of (n, k) columns: (k, k); 0 beside a constant column, 1 on the diagonal."""
    values = np.asarray(values, dtype=float)
    columns = values.shape[1]
    centered = values - values.mean(axis=0) if len(values) else values
    length = np.sqrt((centered**2).sum(axis=0))
    # What rounding leaves of a constant column is no variation.
    size = np.abs(values).max(axis=0, initial=0.0) * np.sqrt(max(len(values), 1))
    varies = length > 1e-12 * size
    unit = np.where(varies, centered / np.where(varies, length, 1.0), 0.0)
    result = np.clip(unit.T @ unit, -1.0, 1.0)
    result[np.arange(columns), np.arange(columns)] = 1.0
    return result


def spearman(values: np.ndarray) -> np.ndarray:
    """Spearman's rank correlation of (n, k) columns: (k, k), ties by mean ranks."""
    values = np.asarray(values, dtype=float)
    if not values.shape[1]:
        return np.empty((0, 0))
    return correlation(np.column_stack([midranks(column) for column in values.T]))


def correlated_groups(matrix: np.ndarray, limit: float = STRONG) -> tuple[tuple[int, ...], ...]:
    """Columns joined by |r| > limit, directly or through others.

    Args:
        matrix: (k, k) correlations.
        limit: exclusive.

    Returns:
        Groups of column numbers, each ascending, ordered by their first column; every column is in exactly one.
    """
    joined = np.abs(np.asarray(matrix)) > limit
    left = set(range(len(joined)))
    groups = []
    while left:
        waiting = [min(left)]
        left.discard(waiting[0])
        found = []
        while waiting:
            one = waiting.pop()
            found.append(one)
            near = [other for other in sorted(left) if joined[one, other]]
            left.difference_update(near)
            waiting.extend(near)
        groups.append(tuple(sorted(found)))
    return tuple(groups)
