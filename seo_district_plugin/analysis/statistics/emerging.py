"""Hot and cold spots over time: Gi* of every place and period, and the usual classes of emerging hot spots.

A place is hot (cold) in a period when its Gi* is significantly above (below) 0, corrected for all places and periods
together. Its class says how that came about, for cold spots alike with hot and cold exchanged ("most" is 90 % of the
periods, "now" the last period, the trend is Mann-Kendall's of the Gi* values):

    persistent     hot in most periods and now, no significant trend
    intensifying   hot in most periods and now, trend toward hotter
    diminishing    hot in most periods and now, trend toward less hot
    historical     hot in most periods, not now
    new            hot now, never before, never cold
    consecutive    hot now and in an unbroken run of at least two periods until now, never before, never cold, not most
    oscillating    hot now, cold in some period before, not hot in most
    sporadic       hot now, hot before with a break, never cold, not hot in most

The definitions are those of Esri's Emerging Hot Spot Analysis (ArcGIS Pro 3, "How Emerging Hot Spot Analysis works"),
made exclusive where their words overlap: persistent asks for the last period (else it is historical); a place that was
cold before is oscillating and not new or consecutive; what a place is now goes before what it was (cold now after being
hot in most periods is oscillating cold, not historical hot). Before ArcGIS Pro 3 sporadic did not ask for the last
period; here a place that is neither hot nor cold now and was so in fewer than most periods has no pattern.

Sources:
    J. K. Ord, A. Getis (1995), Geographical Analysis 27, 286-306 (Gi*); Mann-Kendall: ``trends.py``.
    Esri, Emerging Hot Spot Analysis (neighborhood in space and time; global window).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from ..errors import AnalysisError, Tick, no_tick
from .autocorrelation import two_sided
from .intervals import check_level
from .multiple_tests import adjusted, within
from .spatial_weights import checked, islands, row_sums, with_self
from .trends import MannKendall, mann_kendall

NO_PATTERN = 0
NEW, CONSECUTIVE, INTENSIFYING, PERSISTENT, DIMINISHING, SPORADIC, OSCILLATING, HISTORICAL = range(1, 9)
NAMES = (
    "none",
    "new",
    "consecutive",
    "intensifying",
    "persistent",
    "diminishing",
    "sporadic",
    "oscillating",
    "historical",
)
"""Names of the codes 0 to 8; a cold spot has the negative code."""
WINDOWS = ("period", "whole")
FEWEST_PERIODS = 4
MOST_SHARE = 0.9
_DIGITS = 9


@dataclass(frozen=True)
class Emerging:
    """Classes of places over time.

    Attributes:
        pattern: (n,) int8 code: 0 none, 1 to 8 as in ``NAMES`` for hot spots, -1 to -8 for cold spots.
        hot, cold: (n,) periods in which the place was significantly hot, cold.
        trend: Mann-Kendall test of each place's z-values.
        trend_q: (n,) its p-values after the correction.
        z: (n, t) Gi*.
        q: (n, t) two-sided p-values after the correction.
        flat: periods in which all values (of the window) were equal: nothing is hot or cold there.
        island: (n,) bool: places without neighbors, which have no pattern.
    """

    pattern: np.ndarray
    hot: np.ndarray
    cold: np.ndarray
    trend: MannKendall
    trend_q: np.ndarray
    z: np.ndarray
    q: np.ndarray
    flat: int
    island: np.ndarray


def space_time_gi(
    values: np.ndarray,
    weights: sparse.spmatrix,
    *,
    lag: int = 0,
    window: str = "period",
    own: float | np.ndarray = 1.0,
    tick: Tick = no_tick,
) -> tuple[np.ndarray, int]:
    """Gi* of every place and period.

    Args:
        values: (n, t) finite, oldest period first.
        weights: (n, n); the diagonal is ignored.
        lag: periods before a period whose values around the place (and its own) count too, with the same weights.
        window: what is compared with: ``period`` (all places in the period and the ``lag`` ones before: what changes
            everywhere is no hot spot) or ``whole`` (all places in all periods).
        own: weight of the place itself, as in ``autocorrelation.getis_ord``.

    Returns:
        z (n, t), NaN for islands, 0 in flat periods; number of flat periods.

    Raises:
        AnalysisError: ``series_not_a_table`` (dimensions), ``numbers_not_finite`` (count), ``too_few_places`` (places,
            needed), ``window_unknown`` (window), ``lag_out_of_range`` (lag, periods), ``values_all_equal`` (value),
            ``too_few_periods`` (periods, needed), ``no_neighbors`` (places), and those of ``checked``.
    """
    values = _cube(values)
    places, periods = values.shape
    if window not in WINDOWS:
        raise AnalysisError("window_unknown", window=window)
    if not 0 <= lag < periods:
        raise AnalysisError("lag_out_of_range", lag=lag, periods=periods)
    weights = checked(weights, places)
    if not weights.nnz:
        raise AnalysisError("no_neighbors", places=places)
    lonely = islands(weights)
    weights = with_self(weights, own)
    total, squared = row_sums(weights), row_sums(weights.multiply(weights))
    # Deviations from the mean of all keep sums of large numbers exact.
    equal = 1e-12 * float(np.abs(values).max())
    values = values - values.mean()
    z = np.empty((places, periods))
    flat = 0
    for period in range(periods):
        first = max(0, period - lag)
        steps = period + 1 - first
        compared = values if window == "whole" else values[:, first : period + 1]
        around = weights @ values[:, first : period + 1].sum(axis=1)
        spread = float(compared.std())
        if np.ptp(compared) <= equal:
            z[:, period] = 0.0
            flat += 1
        else:
            expected = total * steps * compared.mean()
            n = compared.size
            variance = (n * squared * steps - (total * steps) ** 2) / (n - 1)
            varies = variance > 1e-12 * n * squared * steps / (n - 1)
            scale = spread * np.sqrt(np.where(varies, variance, 1.0))
            z[:, period] = np.where(varies, (around - expected) / scale, 0.0)
        tick((period + 1) / periods)
    z[lonely] = np.nan
    return z, flat


def emerging_hot_spots(
    values: np.ndarray,
    weights: sparse.spmatrix,
    *,
    level: float = 0.05,
    method: str = "fdr",
    lag: int = 0,
    window: str = "period",
    own: float | np.ndarray = 1.0,
    most: float = MOST_SHARE,
    p: np.ndarray | None = None,
    tick: Tick = no_tick,
) -> Emerging:
    """Gi* over time with the class of every place.

    Args:
        p: (n, t) two-sided p-values of the Gi* (``settled_tests.settled_series``); None: of z and the normal
            distribution, which is far too sure for skewed values.
        level: of hot and cold, and of the trend, after the correction.
        method: of the correction (``multiple_tests.METHODS``); all places and periods are one family, all trends
            another.
        lag, window, own: as in :func:`space_time_gi`. With a lag neighboring periods share values, which the trend
            test does not know: it finds too many.

    Raises:
        AnalysisError: as :func:`space_time_gi` and :func:`classify`.
    """
    check_level(level)
    z, flat = space_time_gi(
        values, weights, lag=lag, window=window, own=own, tick=lambda fraction: tick(0.8 * fraction)
    )
    if p is not None and np.shape(p) != z.shape:
        raise AnalysisError("weights_other_size", weights=np.shape(p)[0], places=len(z))
    q = adjusted(two_sided(z) if p is None else p, method)
    tick(0.8)
    # Equal states differ in the last digits and are ties all the same.
    trend = mann_kendall(np.round(z, _DIGITS), tick=lambda fraction: tick(0.8 + 0.2 * fraction))
    trend_q = adjusted(trend.p, method)
    stands = within(q, level)
    hot, cold = stands & (z > 0), stands & (z < 0)
    way = np.where(within(trend_q, level), np.sign(trend.s), 0.0)
    pattern = classify(hot, cold, way, most)
    return Emerging(pattern, hot.sum(axis=1), cold.sum(axis=1), trend, trend_q, z, q, flat, np.isnan(z).any(axis=1))


def classify(hot: np.ndarray, cold: np.ndarray, trend: np.ndarray, most: float = MOST_SHARE) -> np.ndarray:
    """Classes from what was significant when, however that was found.

    Args:
        hot, cold: (n, t) bool, oldest period first; never both.
        trend: (n,) 1 significantly toward hotter, -1 toward colder, 0 no significant trend.
        most: share of periods that is "most".

    Returns:
        (n,) int8 codes as in :class:`Emerging`.

    Raises:
        AnalysisError: ``too_few_periods`` (periods, needed: 4), ``level_out_of_range`` (of ``most``).
    """
    check_level(most)
    hot, cold = np.asarray(hot, dtype=bool), np.asarray(cold, dtype=bool)
    periods = hot.shape[1]
    if periods < FEWEST_PERIODS:
        raise AnalysisError("too_few_periods", periods=periods, needed=FEWEST_PERIODS)
    trend = np.asarray(trend, dtype=np.float64)
    warm, cool = _one_side(hot, cold, trend, most), _one_side(cold, hot, -trend, most)
    # At most one of both is a class of now; historical is what is left for places that are neither, or have turned.
    result = np.where((warm != NO_PATTERN) & (warm != HISTORICAL), warm, 0)
    result = np.where((cool != NO_PATTERN) & (cool != HISTORICAL), -cool, result)
    result = np.where((result == 0) & (warm == HISTORICAL), warm, result)
    return np.where((result == 0) & (cool == HISTORICAL), -cool, result).astype(np.int8)


def _one_side(hot: np.ndarray, cold: np.ndarray, trend: np.ndarray, most: float) -> np.ndarray:
    """(n,) codes of hot spots."""
    periods = hot.shape[1]
    count = hot.sum(axis=1)
    often = count >= most * periods - 1e-9
    now, ever_cold = hot[:, -1], cold.any(axis=1)
    run = np.where(hot.all(axis=1), periods, np.argmin(hot[:, ::-1], axis=1))
    # The first that holds.
    return np.select(
        [
            ~now & often,
            ~now,
            often & (trend > 0),
            often & (trend < 0),
            often,
            ever_cold,
            count == 1,
            run == count,
        ],
        [HISTORICAL, NO_PATTERN, INTENSIFYING, DIMINISHING, PERSISTENT, OSCILLATING, NEW, CONSECUTIVE],
        SPORADIC,
    )


def _cube(values: np.ndarray) -> np.ndarray:
    values = np.asarray(values, dtype=np.float64)
    if values.ndim != 2:
        raise AnalysisError("series_not_a_table", dimensions=values.ndim)
    places, periods = values.shape
    bad = ~np.isfinite(values)
    if bad.any():
        raise AnalysisError("numbers_not_finite", count=int(bad.sum()))
    if places < 3:
        raise AnalysisError("too_few_places", places=places, needed=3)
    if periods < FEWEST_PERIODS:
        raise AnalysisError("too_few_periods", periods=periods, needed=FEWEST_PERIODS)
    if np.ptp(values) <= 1e-12 * np.abs(values).max():
        raise AnalysisError("values_all_equal", value=float(values[0, 0]))
    return values
