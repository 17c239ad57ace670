"""Intervals of shares, statistics and cross-validated means.

Sources:
    E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212.
    B. Efron, R. Tibshirani (1993), An Introduction to the Bootstrap, chapters 8 and 13.
    C. Nadeau, Y. Bengio (2003), Inference for the generalization error, Machine Learning 52, 239-281; for repeated
    folds: R. R. Bouckaert, E. Frank (2004), PAKDD, 3-12.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri, stdtrit

from ..errors import AnalysisError, Tick, no_tick

LEVEL = 0.95


@dataclass(frozen=True)
class Interval:
    """An estimate and where it may lie.

    Attributes:
        estimate: the value; NaN where there is none.
        low, high: bounds at ``level``; NaN where there are none.
        level: share of confidence, 0 to 1.
        used: draws (or values) that the bounds rest on; draws without a value are left out.
    """

    estimate: float
    low: float
    high: float
    level: float = LEVEL
    used: int = 0


def check_level(level: float) -> None:
    """Raise ``level_out_of_range`` (level) unless 0 < level < 1."""
    if not 0.0 < level < 1.0:
        raise AnalysisError("level_out_of_range", level=level)


def wilson(successes: float, trials: float, level: float = LEVEL) -> Interval:
    """Wilson's score interval of a share; all NaN without trials.

    Raises:
        AnalysisError: ``level_out_of_range``.
    """
    check_level(level)
    if trials <= 0:
        return Interval(math.nan, math.nan, math.nan, level, 0)
    share = successes / trials
    z = float(ndtri(0.5 + level / 2))
    spread = 1 + z * z / trials
    center = (share + z * z / (2 * trials)) / spread
    half = z / spread * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    # At the ends the bound is the end itself; rounding must not put the share outside.
    low = 0.0 if successes == 0 else max(0.0, center - half)
    high = 1.0 if successes == trials else min(1.0, center + half)
    return Interval(share, low, high, level, int(trials))


def bootstrap(
    statistic: Callable[[np.ndarray], float],
    count: int,
    *,
    groups: np.ndarray | None = None,
    draws: int = 500,
    level: float = LEVEL,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Interval:
    """Percentile bootstrap of a statistic; with groups, whole groups are drawn (block bootstrap).

    Args:
        statistic: takes (m,) row numbers (with repetition) and returns a float, NaN where it is not defined.
        count: rows.
        groups: (count,) labels of blocks that are drawn together, or None: every row by itself.
        draws: number of resamples, at least 1.

    Returns:
        The statistic of all rows with the percentile bounds (quantile type 7) of the draws that have a value; bounds
        NaN when fewer than half of the draws have one, or when there is a single group.

    Raises:
        AnalysisError: ``level_out_of_range``, ``not_positive`` (draws).
    """
    check_level(level)
    if draws < 1:
        raise AnalysisError("not_positive", name="draws", value=draws)
    rows = np.arange(count)
    estimate = float(statistic(rows)) if count else math.nan
    members = [rows[i : i + 1] for i in rows] if groups is None else group_rows(groups)
    if len(members) < 2:
        return Interval(estimate, math.nan, math.nan, level, 0)
    rng = np.random.default_rng(seed)
    values = np.empty(draws)
    for number in range(draws):
        tick(number / draws)
        chosen = rng.integers(0, len(members), len(members))
        picked = chosen if groups is None else np.concatenate([members[one] for one in chosen])
        values[number] = statistic(picked)
    tick(1.0)
    known = values[np.isfinite(values)]
    if 2 * len(known) < draws:
        return Interval(estimate, math.nan, math.nan, level, len(known))
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return Interval(estimate, float(low), float(high), level, len(known))


def group_rows(groups: np.ndarray) -> list[np.ndarray]:
    """Row numbers of each group, groups in ascending order of their label."""
    if not len(groups):
        return []
    order = np.argsort(groups, kind="stable")
    ordered = np.asarray(groups)[order]
    return np.split(order, np.flatnonzero(ordered[1:] != ordered[:-1]) + 1)


def corrected_mean(values: np.ndarray, test_share: float, level: float = LEVEL) -> Interval:
    """Mean of values from repeated folds, with the corrected resampled t interval of Nadeau and Bengio.

    Folds of one data set share most of their training rows, so that the plain standard error is too small; the
    variance is multiplied by 1/J + test rows / training rows instead of 1/J.

    Args:
        values: (J,) one per fold (or per repeat); NaN are left out.
        test_share: test rows / all rows of one fold, 0 to 1.

    Returns:
        Bounds NaN for fewer than two values.

    Raises:
        AnalysisError: ``level_out_of_range``.
    """
    check_level(level)
    known = np.asarray(values, dtype=float)
    known = known[np.isfinite(known)]
    if not len(known):
        return Interval(math.nan, math.nan, math.nan, level, 0)
    mean = float(known.mean())
    if len(known) < 2:
        return Interval(mean, math.nan, math.nan, level, len(known))
    share = min(max(test_share, 0.0), 0.99)
    half = float(stdtrit(len(known) - 1, 0.5 + level / 2)) * math.sqrt(
        float(known.var(ddof=1)) * (1 / len(known) + share / (1 - share))
    )
    return Interval(mean, mean - half, mean + half, level, len(known))
