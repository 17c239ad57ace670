"""Checks of numbers: outliers by a robust rule, and clusters that are a power of ten away (wrong unit)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .columns import Field
from .findings import Batch

LEAST_VALUES = 20
LEAST_DISTINCT = 10
SCORE = 3.5
"""Modified z-score from which on a value is an outlier (Iglewicz & Hoaglin 1993)."""
FENCE = 3.0
"""Interquartile ranges beyond the quartiles: Tukey's outer fence (Tukey 1977)."""
_NORMAL = 0.6745  # median absolute deviation of a normal distribution, in standard deviations

UNIT_FACTORS = (1000.0, 100.0, 10000.0, 1_000_000.0)
UNIT_LEAST = 3


@dataclass(frozen=True)
class Fence:
    """Between which values all is as usual, and on which scale that was decided (linear or log)."""

    low: float
    high: float
    scale: str


def fence_of(values: np.ndarray, counts: np.ndarray, factor: float = FENCE) -> Fence | None:
    """The range of usual values, None where the rule has nothing to say.

    Values that are never negative and skewed to the right are judged by log(1 + v / median). A value lies outside
    when it is beyond Tukey's outer fence (``factor`` interquartile ranges) and its modified z-score, 0.6745 times its
    distance from the median over the median absolute deviation, is beyond 3.5: both must agree.

    Args:
        values: (u,) distinct finite values; counts: (u,) rows of each.
    """
    if counts.sum() < LEAST_VALUES or len(values) < LEAST_DISTINCT:
        return None
    order = np.argsort(values, kind="stable")
    ordered, weight = values[order], counts[order]
    scale, unit = "linear", 1.0
    if ordered[0] >= 0 and _skewness(ordered, weight) > 0.1:
        positive = ordered > 0
        unit = float(_quantile(ordered[positive], weight[positive], 0.5))
        logged = np.log1p(ordered / unit)
        if abs(_skewness(logged, weight)) < abs(_skewness(ordered, weight)):
            ordered, scale = logged, "log"
    low, middle, high = (_quantile(ordered, weight, part) for part in (0.25, 0.5, 0.75))
    away = np.abs(ordered - middle)
    inner = np.argsort(away, kind="stable")
    deviation = _quantile(away[inner], weight[inner], 0.5)
    if high <= low or deviation <= 0:
        return None  # half of all rows have one and the same value: there is no width to go by
    reach = SCORE * deviation / _NORMAL
    bottom = min(low - factor * (high - low), middle - reach)
    top = max(high + factor * (high - low), middle + reach)
    if scale == "log":
        return Fence(float(np.expm1(bottom) * unit), float(np.expm1(top) * unit), scale)
    return Fence(float(bottom), float(top), scale)


def outliers_of(given: Field, factor: float = FENCE) -> tuple[np.ndarray, Fence | None]:
    """(u,) bool, distinct values outside the fence, and the fence; none for codes, coordinates, years and dates."""
    nothing = np.zeros(len(given.values), dtype=bool)
    if not given.is_measure or given.is_identity:
        return nothing, None
    numbers = given.numbers
    if numbers is None:
        return nothing, None
    finite = np.isfinite(numbers)
    fence = fence_of(numbers[finite], given.counts[finite], factor)
    if fence is None:
        return nothing, None
    with np.errstate(invalid="ignore"):
        return finite & ((numbers < fence.low) | (numbers > fence.high)), fence


def outlier(given: Field, factor: float = FENCE) -> Iterator[Batch]:
    """Rows whose value lies far from all others; a cluster in a wrong unit is told once, by unit_suspicion."""
    hits, fence = outliers_of(given, factor)
    if fence is None or not hits.any():
        return
    wrong = unit_of(given, hits)
    if wrong:
        power, chosen = wrong
        rows = given.rows_of(chosen)
        yield Batch("unit_suspicion", rows, given.name, "", {"count": len(rows), "factor": power})
        hits = hits & ~chosen
    rows = given.rows_of(hits)
    if len(rows):
        yield Batch("outlier", rows, given.name, fence.scale, {"low": fence.low, "high": fence.high})


def unit_of(given: Field, hits: np.ndarray) -> tuple[float, np.ndarray] | None:
    """A power of ten that brings most outliers among the others, and the (u,) values it brings there.

    Of several such powers the one is taken that brings their median nearest to that of the others.
    """
    numbers = given.numbers
    if numbers is None:
        return None
    rest = np.isfinite(numbers) & ~hits
    low, high = numbers[rest].min(), numbers[rest].max()
    middle = quartiles(numbers[rest], given.counts[rest])[1]
    if low < 0 or middle <= 0:
        return None
    best = None
    for factor in (*UNIT_FACTORS, *(1.0 / power for power in UNIT_FACTORS)):
        with np.errstate(invalid="ignore"):
            moved = numbers / factor
            chosen = hits & (moved >= low) & (moved <= high) & (moved > 0)
        if given.counts[chosen].sum() < max(UNIT_LEAST, 0.6 * given.counts[hits].sum()):
            continue
        away = abs(np.log10(quartiles(moved[chosen], given.counts[chosen])[1] / middle))
        if away < 0.5 and (best is None or away < best[0]):
            best = (away, factor, chosen)
    return None if best is None else (best[1], best[2])


def quartiles(values: np.ndarray, counts: np.ndarray) -> tuple[float, float, float]:
    """Lower quartile, median, upper quartile of distinct values with their counts."""
    order = np.argsort(values, kind="stable")
    ordered, weight = values[order], counts[order]
    return (
        _quantile(ordered, weight, 0.25),
        _quantile(ordered, weight, 0.5),
        _quantile(ordered, weight, 0.75),
    )


def _quantile(ordered: np.ndarray, weight: np.ndarray, part: float) -> float:
    """Quantile of rising values repeated by weight, linear between neighbors (as numpy's default)."""
    reached = np.cumsum(weight)
    position = part * (reached[-1] - 1)
    below = int(np.searchsorted(reached, np.floor(position), side="right"))
    above = int(np.searchsorted(reached, np.ceil(position), side="right"))
    fraction = position - np.floor(position)
    return float(ordered[below] + fraction * (ordered[above] - ordered[below]))


def _skewness(ordered: np.ndarray, weight: np.ndarray) -> float:
    """Skewness by the outer twentieths (Hinkley's form of Bowley's), -1 to 1; 0 without a width."""
    low, middle, high = (_quantile(ordered, weight, part) for part in (0.05, 0.5, 0.95))
    return (high + low - 2.0 * middle) / (high - low) if high > low else 0.0
