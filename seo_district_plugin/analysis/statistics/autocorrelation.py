"""Spatial autocorrelation: Moran's I of all places, local Moran, Getis-Ord Gi and Gi* of each.

All take any sparse weights (``spatial_weights.py``, ``contiguity.py``); self weights in them are ignored. Every local
statistic has an analytic z and, when asked, permutation p-values (``permuted_lags.py``). Many places are many tests:
``multiple_tests.py``. Islands have no neighborhood: their statistics are NaN, and they count as no test.

Sources:
    P. A. P. Moran (1950), Biometrika 37, 17-23; A. D. Cliff, J. K. Ord (1981), Spatial Processes (both variances).
    L. Anselin (1995), Local indicators of spatial association, Geographical Analysis 27, 93-115.
    R. R. Sokal, N. L. Oden, B. A. Thomson (1998), Local spatial autocorrelation in a biological model, Geographical
    Analysis 30, 331-354 (moments under conditional randomization).
    A. Getis, J. K. Ord (1992), The analysis of spatial association by use of distance statistics, Geographical
    Analysis 24, 189-206; J. K. Ord, A. Getis (1995), Local spatial autocorrelation statistics, ibid. 27, 286-306.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.special import ndtr

from ..errors import AnalysisError, Tick, no_tick
from .permuted_lags import PermutedLags, usable_values
from .spatial_weights import checked, islands, row_standardized, row_sums, summary, with_self

HIGH_HIGH, LOW_HIGH, LOW_LOW, HIGH_LOW = 1, 2, 3, 4
"""Quadrants of the Moran scatter plot: the place, then its neighbors."""
MOMENTS = ("weights", "cardinality")
_CELLS = 4_000_000


@dataclass(frozen=True)
class Moran:
    """Moran's I of all places.

    Attributes:
        statistic, expected: I and -1 / (n - 1).
        z_normal, z_random: (I - expected) in standard deviations, if values were normal, or any order equally likely.
        p_normal, p_random: two-sided.
        p_sim: two-sided, of permutations; NaN without any.
        p_folded: one-sided on the nearer side, as PySAL prints it.
        permutations, islands: counts.
    """

    statistic: float
    expected: float
    z_normal: float
    z_random: float
    p_normal: float
    p_random: float
    p_sim: float
    p_folded: float
    permutations: int
    islands: int


@dataclass(frozen=True)
class LocalMoran:
    """Local Moran of each place; NaN (quadrant 0) for islands.

    Attributes:
        statistic: (n,) I_i = (n - 1) z_i sum_j w_ij z_j / sum z^2, the scaling of PySAL.
        lag: (n,) weighted sum of the neighbors' deviations from the mean.
        quadrant: (n,) int8 1 high-high, 2 low-high, 3 low-low, 4 high-low; a value equal to the mean counts as low.
        z: (n,) the lag against its exact mean and variance when all other places are shuffled: above 0 neighbors are
            higher than chance has it (whatever the place itself is).
        p: (n,) two-sided, of z and the normal distribution: rough for few neighbors or skewed values.
        p_sim, p_folded: (n,) two-sided and one-sided of permutations; NaN without any.
    """

    statistic: np.ndarray
    lag: np.ndarray
    quadrant: np.ndarray
    z: np.ndarray
    p: np.ndarray
    p_sim: np.ndarray
    p_folded: np.ndarray


@dataclass(frozen=True)
class GetisOrd:
    """Gi or Gi* of each place; NaN for islands.

    Attributes:
        statistic: (n,) weighted sum around the place over the sum of all values (Getis and Ord 1992); NaN where that
            sum is 0. Its size has a meaning for values that are all positive; z has one for any.
        z: (n,) Ord and Getis 1995: above 0 hot, below 0 cold.
        p: (n,) two-sided, of z and the normal distribution.
        p_sim, p_folded: (n,) two-sided and one-sided of permutations; NaN without any.
    """

    statistic: np.ndarray
    z: np.ndarray
    p: np.ndarray
    p_sim: np.ndarray
    p_folded: np.ndarray


def two_sided(z: np.ndarray | float) -> np.ndarray:
    """Two-sided p-value of a standard normal z; NaN stays."""
    return 2.0 * ndtr(-np.abs(z))


# ----------------------------------------------------------------------------------------------------- all places
def moran(
    values: np.ndarray,
    weights: sparse.spmatrix,
    *,
    standardize: bool = True,
    permutations: int = 0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Moran:
    """Moran's I.

    Args:
        values: (n,) finite.
        standardize: rows of the weights divided by their sums.
        permutations: of all values, for ``p_sim``.

    Raises:
        AnalysisError: ``numbers_not_finite``, ``too_few_places`` (4 are needed), ``values_all_equal``, ``no_neighbors``
            (places), and those of ``checked``.
    """
    values = usable_values(values)
    count = len(values)
    if count < 4:
        raise AnalysisError("too_few_places", places=count, needed=4)
    weights = _prepared(weights, count, standardize)
    sums = summary(weights)
    z = values - values.mean()
    squares = float(z @ z)
    scale = count / (sums.s0 * squares)
    statistic = scale * float(z @ (weights @ z))
    expected = -1.0 / (count - 1)
    normal, random = _moran_variances(count, sums.s0, sums.s1, sums.s2, z)
    z_normal, z_random = ((statistic - expected) / np.sqrt(v) if v > 0 else np.nan for v in (normal, random))
    above = below = 0
    rng = np.random.default_rng(seed)
    block = max(1, _CELLS // count)
    for done in range(0, permutations, block):
        shuffled = np.stack([rng.permutation(z) for _ in range(min(block, permutations - done))], axis=1)
        sim = scale * np.einsum("ij,ij->j", shuffled, weights @ shuffled)
        slack = 1e-11 * max(1.0, abs(statistic))
        above += int((sim >= statistic - slack).sum())
        below += int((sim <= statistic + slack).sum())
        tick(min(1.0, (done + block) / permutations))
    folded = (min(above, below) + 1.0) / (permutations + 1.0) if permutations else np.nan
    return Moran(
        statistic=statistic,
        expected=expected,
        z_normal=float(z_normal),
        z_random=float(z_random),
        p_normal=float(two_sided(z_normal)),
        p_random=float(two_sided(z_random)),
        p_sim=float(min(1.0, 2.0 * folded)) if permutations else np.nan,
        p_folded=float(folded),
        permutations=permutations,
        islands=sums.islands,
    )


def _moran_variances(count: int, s0: float, s1: float, s2: float, z: np.ndarray) -> tuple[float, float]:
    """Variances of Moran's I under normality and under randomization (Cliff and Ord 1981, 21)."""
    n, square = float(count), s0 * s0
    expected = -1.0 / (n - 1)
    normal = (n * n * s1 - n * s2 + 3 * square) / (square * (n * n - 1)) - expected**2
    kurtosis = float((z**4).mean() / (z**2).mean() ** 2)
    first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * square)
    second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * square)
    random = (first - second) / ((n - 1) * (n - 2) * (n - 3) * square) - expected**2
    return normal, random


def _prepared(weights: sparse.spmatrix, count: int, standardize: bool) -> sparse.csr_matrix:
    weights = checked(weights, count)
    if not weights.nnz:
        raise AnalysisError("no_neighbors", places=count)
    return row_standardized(weights) if standardize else weights


# ----------------------------------------------------------------------------------------------------- each place
def local_moran(
    values: np.ndarray,
    weights: sparse.spmatrix,
    *,
    standardize: bool = True,
    permuted: PermutedLags | None = None,
) -> LocalMoran:
    """Local Moran with quadrants.

    Args:
        values: (n,) finite.
        standardize: rows of the weights divided by their sums.
        permuted: ``permuted_lags(values, weights, ...)`` of the same values and weights (standardized or not).

    Raises:
        AnalysisError: ``numbers_not_finite``, ``too_few_places``, ``values_all_equal``, ``no_neighbors``, and those of
            ``checked``.
    """
    values = usable_values(values)
    count = len(values)
    weights = _prepared(weights, count, standardize)
    lonely = islands(weights)
    z = values - values.mean()
    lag = weights @ z
    score = np.where(lonely, np.nan, _score_of_others(z, weights, lag))
    quadrant = np.where(z > 0, np.where(lag > 0, HIGH_HIGH, HIGH_LOW), np.where(lag > 0, LOW_HIGH, LOW_LOW))
    p_sim, folded = _simulated(permuted, count)
    return LocalMoran(
        statistic=np.where(lonely, np.nan, (count - 1) * z * lag / (z @ z)),
        lag=np.where(lonely, np.nan, lag),
        quadrant=np.where(lonely, 0, quadrant).astype(np.int8),
        z=score,
        p=two_sided(score),
        p_sim=p_sim,
        p_folded=folded,
    )


def getis_ord(
    values: np.ndarray,
    weights: sparse.spmatrix,
    *,
    star: bool = True,
    standardize: bool = False,
    own: float | np.ndarray = 1.0,
    moments: str = "weights",
    permuted: PermutedLags | None = None,
) -> GetisOrd:
    """Gi* (the place counts among its neighbors) or Gi.

    Args:
        values: (n,) finite.
        star: Gi*; else Gi.
        standardize: rows divided by their sums, the place's own weight included. Changes ``statistic``, never z or p
            with the right moments.
        own: weight of the place itself in Gi*, before the rows are standardized: 1 beside binary weights; for weights
            that decay with distance, the weight at distance 0.
        moments: ``weights``: mean and variance of Ord and Getis (1995, equations 5 and 6 with sum w^2), right for any
            weights. ``cardinality``: sum w in place of sum w^2, which is the same for binary weights and is what PySAL
            prints for standardized rows; there the variance is too large and z too near 0. For comparison only.
        permuted: as in :func:`local_moran`.

    Raises:
        AnalysisError: as :func:`local_moran`; ``moments_unknown`` (moments).
    """
    if moments not in MOMENTS:
        raise AnalysisError("moments_unknown", moments=moments)
    values = usable_values(values)
    count = len(values)
    weights = _prepared(weights, count, False)
    lonely = islands(weights)
    if star:
        weights = with_self(weights, own)
    if standardize:
        weights = row_standardized(weights)
    center = values.mean()
    z = values - center
    total = row_sums(weights)
    squared = row_sums(weights.multiply(weights)) if moments == "weights" else total
    lag = weights @ z
    if star:
        score = _score(lag, total, squared, 0.0, (z @ z) / count, count)
        whole = np.full(count, values.sum())
    else:
        score = _score_of_others(z, weights, lag, squared)
        whole = values.sum() - values
    score = np.where(lonely, np.nan, score)
    statistic = np.divide(lag + total * center, whole, out=np.full(count, np.nan), where=(whole != 0) & ~lonely)
    p_sim, folded = _simulated(permuted, count)
    return GetisOrd(statistic, score, two_sided(score), p_sim, folded)


def _score_of_others(
    z: np.ndarray, weights: sparse.csr_matrix, lag: np.ndarray, squared: np.ndarray | None = None
) -> np.ndarray:
    """Lags against what a random choice among the other places gives: exact mean and variance; z sums to 0."""
    others = len(z) - 1
    mean = -z / others
    variance = np.maximum((float(z @ z) - z**2) / others - mean**2, 0.0)
    # What rounding leaves where all others are equal is no variance.
    variance[variance <= 1e-14 * float(z @ z) / len(z)] = 0.0
    squared = row_sums(weights.multiply(weights)) if squared is None else squared
    return _score(lag, row_sums(weights), squared, mean, variance, others)


def _score(
    lag: np.ndarray,
    total: np.ndarray,
    squared: np.ndarray,
    mean: np.ndarray | float,
    variance: np.ndarray | float,
    drawn_from: int,
) -> np.ndarray:
    """z of weighted sums of values drawn without replacement; 0 where the sum cannot vary."""
    spread = variance * (drawn_from * squared - total**2) / max(drawn_from - 1, 1)
    varies = spread > 1e-12 * variance * drawn_from * squared
    spread = np.sqrt(np.where(varies, spread, 1.0))
    return np.where(varies, (lag - total * mean) / spread, 0.0)


def _simulated(permuted: PermutedLags | None, count: int) -> tuple[np.ndarray, np.ndarray]:
    if permuted is None:
        return np.full(count, np.nan), np.full(count, np.nan)
    if len(permuted.lag) != count:
        raise AnalysisError("weights_other_size", weights=len(permuted.lag), places=count)
    return permuted.p, permuted.p_folded
