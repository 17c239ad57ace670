"""Many tests at once: which of them stand, and the customary classes of hot and cold spots.

One test per place finds a twentieth of all places significant where nothing is. Controlling the false discovery rate
keeps the expected share of false ones among those found at the level.

Sources:
    Y. Benjamini, Y. Hochberg (1995), Controlling the false discovery rate, JRSS B 57, 289-300.
    Y. Benjamini, D. Yekutieli (2001), The control of the false discovery rate in multiple testing under dependency,
    Annals of Statistics 29, 1165-1188.
    M. Caldas de Castro, B. H. Singer (2006), Controlling the false discovery rate: a new application to account for
    multiple and dependent tests in local statistics of spatial association, Geographical Analysis 38, 180-208: the
    procedure of 1995 holds its level for local statistics of overlapping neighborhoods. ``fdr`` is that procedure.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..errors import AnalysisError
from .intervals import check_level

METHODS = ("none", "fdr", "fdr_dependent", "bonferroni")
LEVELS = (0.10, 0.05, 0.01)
"""Of the three customary classes: 90, 95 and 99 % confidence."""


def adjusted(p: np.ndarray, method: str = "fdr") -> np.ndarray:
    """The smallest level at which each test still stands.

    Args:
        p: any shape, all tests of one family; NaN is no test, stays NaN and is not counted.
        method: ``none``, ``fdr`` (Benjamini and Hochberg; Caldas de Castro and Singer), ``fdr_dependent`` (Benjamini
            and Yekutieli: any dependence, much stricter) or ``bonferroni``.

    Raises:
        AnalysisError: ``correction_unknown`` (method), ``p_out_of_range`` (count).
    """
    p = np.asarray(p, dtype=np.float64)
    if method not in METHODS:
        raise AnalysisError("correction_unknown", method=method)
    tested = ~np.isnan(p)
    own = p[tested]
    outside = (own < 0) | (own > 1)
    if outside.any():
        raise AnalysisError("p_out_of_range", count=int(outside.sum()))
    result = p.copy()
    count = len(own)
    if method == "none" or not count:
        return result
    if method == "bonferroni":
        result[tested] = np.minimum(own * count, 1.0)
        return result
    factor = 1.0 if method == "fdr" else float((1.0 / np.arange(1, count + 1)).sum())
    order = np.argsort(own, kind="stable")
    scaled = own[order] * (count * factor) / np.arange(1, count + 1)
    q = np.empty(count)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    # Rounding must not make a test stand more easily than uncorrected.
    result[tested] = np.maximum(q, own)
    return result


def cutoff(p: np.ndarray, level: float = 0.05, method: str = "fdr") -> float:
    """The largest p-value that stands at the level; 0 when none does.

    Raises:
        AnalysisError: ``level_out_of_range``, ``correction_unknown``, ``p_out_of_range``.
    """
    check_level(level)
    p = np.asarray(p, dtype=np.float64)
    stands = within(adjusted(p, method), level)
    return float(p[stands].max()) if stands.any() else 0.0


def permutations_needed(tests: int, level: float = 0.05, method: str = "fdr", found: int = 1) -> int:
    """Permutations with which ``found`` places of the smallest possible p-value (two-sided) stand among ``tests``.

    With fewer, nothing can be found whatever the data: 999 permutations of 40,000 places need 1,600 at the limit.
    """
    check_level(level)
    if method not in METHODS:
        raise AnalysisError("correction_unknown", method=method)
    needed = 1.0
    if method == "bonferroni":
        needed = tests
    elif method != "none":
        needed = tests / max(found, 1)
        if method == "fdr_dependent":
            needed *= float((1.0 / np.arange(1, tests + 1)).sum())
    return max(0, math.ceil(2.0 * needed / level - 1e-9) - 1)


def confidence_classes(
    z: np.ndarray, p: np.ndarray, method: str = "fdr", levels: Sequence[float] = LEVELS
) -> np.ndarray:
    """Hot and cold spots in the customary classes, each level corrected for all tests.

    Args:
        z: direction of each place: hot above 0, cold below.
        p: two-sided p-values of the same shape.
        levels: descending.

    Returns:
        int8 of the same shape: 0 not significant (or no test), 1 to 3 hot at 90, 95, 99 %, -1 to -3 cold.

    Raises:
        AnalysisError: ``level_out_of_range``, ``correction_unknown``, ``p_out_of_range``.
    """
    for level in levels:
        check_level(level)
    q = adjusted(p, method)
    steps = sum((within(q, level).astype(np.int8) for level in levels), np.zeros(q.shape, dtype=np.int8))
    return (np.sign(np.nan_to_num(np.asarray(z, dtype=np.float64))).astype(np.int8) * steps).astype(np.int8)


def within(q: np.ndarray, level: float) -> np.ndarray:
    """Which adjusted p-values stand at the level; NaN does not."""
    # p * n / rank is rounded: a p-value of exactly rank * level / n stands.
    return q <= level * (1 + 1e-12)
