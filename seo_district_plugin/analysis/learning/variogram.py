"""How far residuals of places are alike: empirical semivariogram and its range, for the size of blocks and buffers.

The range is taken only where there is one: residuals whose neighbors are no more alike than shuffled ones have none,
and a variogram that still rises at the largest lag has none that these places show.

Sources:
    N. Cressie (1985), Fitting variogram models by weighted least squares, Mathematical Geology 17, 563-586 (weights:
    pairs of a lag over its squared semivariance). Lags up to a third of the extent's diagonal as in gstat.
    R. Valavi et al. (2019), blockCV, Methods in Ecology and Evolution 10, 225-232 (block size from the range).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.spatial.distance import pdist

from ..errors import AnalysisError, Tick, no_tick

MOST_PLACES = 1500
"""Places whose pairs are compared; of more, this many are drawn."""
LAGS = 15
_SHUFFLES = 99
_PAIRS_PER_PLACE = 5
_CHANCE = 0.05
_PRACTICAL = 3.0
"""An exponential variogram reaches 95 % of its sill at three times its parameter."""
_RANGES = 60
MODELS = ("spherical", "exponential")


@dataclass(frozen=True)
class Variogram:
    """Empirical semivariogram with its best model.

    Attributes:
        distance, semivariance: (l,) mean distance in metres and semivariance of the lags that hold pairs.
        pairs: (l,) int64.
        range: metres within which residuals are alike (exponential: to 95 % of the sill); None when there is none.
        model: ``spherical``, ``exponential`` or "" without a range.
        nugget, sill: of the model; sill is the whole height. NaN without a range.
        chance: share of shuffled residuals at least as alike at short distance.
        note: ``""``, ``variogram_no_structure`` (alike by chance only), ``variogram_unbounded`` (still rising at the
            largest lag), ``variogram_too_few`` (places).
        used: places compared.
    """

    distance: np.ndarray
    semivariance: np.ndarray
    pairs: np.ndarray
    range: float | None
    model: str
    nugget: float
    sill: float
    chance: float
    note: str
    used: int

    def at(self, distance: np.ndarray) -> np.ndarray:
        """Semivariance of the model at distances in metres; NaN without a model."""
        if self.range is None:
            return np.full(np.shape(distance), math.nan)
        return self.nugget + (self.sill - self.nugget) * _shape(self.model, np.asarray(distance, float), self.range)


def residual_range(
    xy: np.ndarray, residuals: np.ndarray, *, seed: int = 0, most: int = MOST_PLACES, tick: Tick = no_tick
) -> Variogram:
    """Semivariogram of residuals and the range of the better model.

    Args:
        xy: (n, 2) metres; residuals: (n,) e.g. label minus out-of-fold probability; NaN are left out.
        seed: of the draw of places and the shuffles.

    Raises:
        AnalysisError: ``lengths_differ`` (xy, residuals).
    """
    xy, residuals = np.asarray(xy, dtype=float), np.asarray(residuals, dtype=float)
    if len(xy) != len(residuals):
        raise AnalysisError("lengths_differ", xy=len(xy), residuals=len(residuals))
    rng = np.random.default_rng(seed)
    known = np.flatnonzero(np.isfinite(residuals) & np.isfinite(xy).all(axis=1))
    if len(known) > most:
        known = np.sort(rng.choice(known, most, replace=False))
    xy, residuals = xy[known], residuals[known]
    empty = np.empty(0)
    if len(xy) < 30 or not np.ptp(xy, axis=0).any() or residuals.std() <= 1e-12 * np.abs(residuals).max(initial=0.0):
        none = np.empty(0, dtype=np.int64)
        return Variogram(empty, empty, none, None, "", math.nan, math.nan, 1.0, "variogram_too_few", len(xy))
    away = pdist(xy)
    largest = float(np.hypot(*np.ptp(xy, axis=0))) / 3.0
    near = away <= largest
    lag = np.minimum((away[near] / largest * LAGS).astype(np.int64), LAGS - 1)
    first, second = (side[near] for side in np.triu_indices(len(xy), 1))
    tick(0.1)
    pairs = np.bincount(lag, minlength=LAGS)
    kept = pairs > 0
    distance = np.bincount(lag, away[near], LAGS)[kept] / pairs[kept]
    gamma = _semivariance(residuals, first, second, lag, pairs)[kept]
    chance = _chance(residuals, first, second, away[near], rng, tick)
    if chance > _CHANCE:
        return Variogram(
            distance, gamma, pairs[kept], None, "", math.nan, math.nan, chance, "variogram_no_structure", len(xy)
        )
    model, reach, nugget, part = _fit(distance, gamma, pairs[kept].astype(float), largest)
    if reach >= largest or part <= 0:
        return Variogram(
            distance, gamma, pairs[kept], None, "", math.nan, math.nan, chance, "variogram_unbounded", len(xy)
        )
    return Variogram(distance, gamma, pairs[kept], reach, model, nugget, nugget + part, chance, "", len(xy))


def _semivariance(
    residuals: np.ndarray, first: np.ndarray, second: np.ndarray, lag: np.ndarray, pairs: np.ndarray
) -> np.ndarray:
    squares = (residuals[first] - residuals[second]) ** 2
    return np.bincount(lag, squares, LAGS) / (2.0 * np.maximum(pairs, 1))


def _chance(
    residuals: np.ndarray,
    first: np.ndarray,
    second: np.ndarray,
    away: np.ndarray,
    rng: np.random.Generator,
    tick: Tick,
) -> float:
    """Share of shuffles in which the nearest pairs, five per place, differ as little as they do."""
    last = min(_PAIRS_PER_PLACE * len(residuals), len(away)) - 1
    near = away <= np.partition(away, last)[last]
    one, other = first[near], second[near]
    found = float(((residuals[one] - residuals[other]) ** 2).sum())
    alike = 1
    for number in range(_SHUFFLES):
        tick(0.1 + 0.8 * number / _SHUFFLES)
        mixed = rng.permutation(residuals)
        alike += float(((mixed[one] - mixed[other]) ** 2).sum()) <= found
    return alike / (_SHUFFLES + 1)


def _shape(model: str, distance: np.ndarray, reach: float) -> np.ndarray:
    """Rise of a model from 0 to 1; ``reach`` is its (practical) range."""
    part = distance / reach
    if model == "spherical":
        return np.where(part < 1, 1.5 * part - 0.5 * part**3, 1.0)
    return 1.0 - np.exp(-_PRACTICAL * part)


def _fit(distance: np.ndarray, gamma: np.ndarray, pairs: np.ndarray, largest: float) -> tuple[str, float, float, float]:
    """Model, range, nugget and partial sill of least weighted squares: ranges from a grid, the rest is linear."""
    weight = pairs / np.maximum(gamma, 1e-6 * gamma.max()) ** 2
    best = (math.inf, "spherical", largest, 0.0, 0.0)
    for model in MODELS:
        for reach in np.geomspace(distance[0] / 2.0, 2.0 * largest, _RANGES):
            nugget, part, loss = _line(_shape(model, distance, reach), gamma, weight)
            if loss < best[0] * (1 - 1e-9):
                best = (loss, model, float(reach), nugget, part)
    return best[1:]


def _line(shape: np.ndarray, gamma: np.ndarray, weight: np.ndarray) -> tuple[float, float, float]:
    """Nugget and partial sill, neither negative, of least weighted squares, and the squares left."""
    total = weight.sum()
    mean, level = (weight * shape).sum() / total, (weight * gamma).sum() / total
    spread = (weight * (shape - mean) ** 2).sum()
    part = (weight * (shape - mean) * (gamma - level)).sum() / spread if spread > 1e-12 * total else 0.0
    part = max(part, 0.0)
    nugget = level - part * mean
    if nugget < 0:
        nugget, part = 0.0, (weight * shape * gamma).sum() / (weight * shape**2).sum()
    return float(nugget), float(part), float((weight * (gamma - nugget - part * shape) ** 2).sum())
