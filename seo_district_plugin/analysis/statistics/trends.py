"""Trends of many short series: Mann-Kendall with ties, Sen's slope.

Both ask only for the order or the pairwise slopes of values, so that outliers and skew do no harm. Both take the values
of a series as independent once the trend is gone: a series that swings slowly seems to have a trend too often.

Sources:
    H. B. Mann (1945), Nonparametric tests against trend, Econometrica 13, 245-259.
    M. G. Kendall (1975), Rank Correlation Methods, chapters 3 to 5 (ties, tau-b, correction for continuity).
    P. K. Sen (1968), Estimates of the regression coefficient based on Kendall's tau, JASA 63, 1379-1389.
    R. O. Gilbert (1987), Statistical Methods for Environmental Pollution Monitoring, chapters 16 and 17.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from ..errors import AnalysisError, Tick, no_tick
from .intervals import LEVEL, check_level

_CELLS = 250_000


@dataclass(frozen=True)
class MannKendall:
    """Mann-Kendall test of each series; series of fewer than two values are NaN.

    Attributes:
        s: (n,) later values above earlier ones minus those below.
        variance: (n,) of s if every order of the values were equally likely, ties as they are.
        z: (n,) s moved one toward 0 (continuity), in standard deviations; 0 for a constant series.
        p: (n,) two-sided. Normal approximation: good from ten values on, usable from about six.
        tau: (n,) Kendall's tau-b with time, -1 to 1; 0 for a constant series.
        used: (n,) values that are not missing.
    """

    s: np.ndarray
    variance: np.ndarray
    z: np.ndarray
    p: np.ndarray
    tau: np.ndarray
    used: np.ndarray


@dataclass(frozen=True)
class SenSlope:
    """Median of the slopes between any two values of a series, per unit of time; NaN below two values.

    Attributes:
        slope: (n,).
        low, high: (n,) bounds of the confidence interval (Gilbert 1987, 17.3.2), the order statistics just outside;
            NaN where there are too few values for the level.
        level: of the interval.
    """

    slope: np.ndarray
    low: np.ndarray
    high: np.ndarray
    level: float


def mann_kendall(series: np.ndarray, tick: Tick = no_tick) -> MannKendall:
    """Mann-Kendall test of (n, t) series, oldest value first; NaN is a missing value.

    Raises:
        AnalysisError: ``series_not_a_table`` (dimensions), ``numbers_not_finite`` (count: infinite ones).
    """
    series = _table(series)
    places, periods = series.shape
    s = np.zeros(places)
    tied = np.zeros(places)
    tied_pairs = np.zeros(places)
    used = (~np.isnan(series)).sum(axis=1).astype(np.int64)
    block = max(1, _CELLS // max(periods, 1))
    for start in range(0, places, block):
        part = slice(start, start + block)
        own = series[part]
        for lag in range(1, periods):
            s[part] += np.nan_to_num(np.sign(own[:, lag:] - own[:, :-lag])).sum(axis=1)
        tied[part], tied_pairs[part] = _ties(own)
        tick(min(1.0, (start + block) / places))
    n = used.astype(np.float64)
    variance = (n * (n - 1) * (2 * n + 5) - tied) / 18.0
    # A constant series leaves no variance.
    varies = variance > 0.5
    spread = np.sqrt(np.where(varies, variance, 1.0))
    z = np.where(varies, (s - np.sign(s)) / spread, 0.0)
    pairs = n * (n - 1) / 2.0
    scale = np.sqrt(pairs * (pairs - tied_pairs))
    tau = np.divide(s, scale, out=np.zeros(places), where=scale > 0)
    short = used < 2
    for values in (s, variance, z, tau):
        values[short] = np.nan
    return MannKendall(s, variance, z, 2.0 * ndtr(-np.abs(z)), tau, used)


def _ties(series: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Per series: sum of t (t - 1) (2 t + 5) and of t (t - 1) / 2 over its groups of t equal values."""
    ordered = np.sort(series, axis=1)  # NaN last
    places, periods = ordered.shape
    # Length so far of the run of equal values: sums of increments give the sums over whole groups.
    run = np.zeros(places)
    cubic, pairs = np.zeros(places), np.zeros(places)
    for at in range(1, periods):
        run = np.where(ordered[:, at] == ordered[:, at - 1], run + 1.0, 0.0)
        pairs += run
        # f(t) - f(t - 1) of f(t) = t (t - 1) (2 t + 5), with t = run + 1.
        cubic += 6.0 * run * (run + 2.0)
    return cubic, pairs


def sens_slope(
    series: np.ndarray, times: np.ndarray | None = None, level: float = LEVEL, tick: Tick = no_tick
) -> SenSlope:
    """Sen's slope of (n, t) series with a confidence interval; NaN is a missing value.

    Args:
        times: (t,) ascending; None: 0, 1, 2 ...

    Raises:
        AnalysisError: ``series_not_a_table``, ``numbers_not_finite``, ``times_not_ascending``, ``level_out_of_range``.
    """
    check_level(level)
    series = _table(series)
    places, periods = series.shape
    times = np.arange(periods) if times is None else np.asarray(times)
    times = times.astype(np.float64)
    if times.shape != (periods,) or not (np.isfinite(times).all() and (np.diff(times) > 0).all()):
        raise AnalysisError("times_not_ascending")
    early, late = np.triu_indices(periods, 1)
    slope, low, high = (np.full(places, np.nan) for _ in range(3))
    if not len(early):
        return SenSlope(slope, low, high, level)
    spread = np.sqrt(np.maximum(np.nan_to_num(mann_kendall(series).variance), 0.0))
    run = times[late] - times[early]
    block = max(1, _CELLS // len(early))
    for start in range(0, places, block):
        part = slice(start, start + block)
        own = series[part]
        slopes = np.sort((own[:, late] - own[:, early]) / run, axis=1)  # NaN last
        count = (~np.isnan(slopes)).sum(axis=1)
        some = np.flatnonzero(count)
        middle = (slopes[some, (count[some] - 1) // 2] + slopes[some, count[some] // 2]) / 2.0
        slope[start + some] = middle
        reach = float(ndtri(0.5 + level / 2)) * spread[part]
        # Ranks from 1, (count - reach) / 2 and (count + reach) / 2 + 1, moved outward to whole ones.
        first = np.floor((count - reach) / 2 + 1e-9).astype(np.int64)
        last = np.ceil((count + reach) / 2 - 1e-9).astype(np.int64) + 1
        rows = np.flatnonzero((count > 0) & (first >= 1) & (last <= count))
        low[start + rows] = slopes[rows, first[rows] - 1]
        high[start + rows] = slopes[rows, last[rows] - 1]
        tick(min(1.0, (start + block) / places))
    return SenSlope(slope, low, high, level)


def _table(series: np.ndarray) -> np.ndarray:
    series = np.asarray(series, dtype=np.float64)
    if series.ndim != 2:
        raise AnalysisError("series_not_a_table", dimensions=series.ndim)
    bad = np.isinf(series)
    if bad.any():
        raise AnalysisError("numbers_not_finite", count=int(bad.sum()))
    return series
