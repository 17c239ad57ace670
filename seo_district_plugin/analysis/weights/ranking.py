"""Ranks of scores, with ties."""

from __future__ import annotations

import numpy as np

SCORE_DECIMALS = 12
"""Scores are compared at this precision, so that sums that differ only by rounding are ties."""


def competition_rank(values: np.ndarray) -> np.ndarray:
    """Rank values from the largest (1) down; equal values share the smallest of their ranks ("1 2 2 4").

    Args:
        values: (n,) finite floats.

    Returns:
        (n,) int64 ranks.
    """
    count = len(values)
    order = np.argsort(-values)
    ordered = values[order]
    first_of_tie = np.zeros(count, dtype=np.int64)
    if count > 1:
        first_of_tie[1:] = np.where(ordered[1:] != ordered[:-1], np.arange(1, count), 0)
        np.maximum.accumulate(first_of_tie, out=first_of_tie)
    ranks = np.empty(count, dtype=np.int64)
    ranks[order] = first_of_tie + 1
    return ranks


def percentile_among(values: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Share of the reference below each value, equal ones counted half (mid-rank), in 0 to 1.

    Args:
        values: (m,) floats; NaN stays NaN.
        reference: (n,) floats without NaN.

    Returns:
        (m,) floats; all NaN when the reference is empty.
    """
    if len(reference) == 0:
        return np.full(len(values), np.nan)
    ordered = np.sort(reference)
    below = np.searchsorted(ordered, values, side="left")
    not_above = np.searchsorted(ordered, values, side="right")
    share = (below + not_above) / (2.0 * len(ordered))
    return np.where(np.isnan(values), np.nan, share)
