"""How much ranks depend on the weights: ranks under random weights around the given ones.

Weights are drawn from a Dirichlet distribution with parameters concentration * w: their mean is w, and the
standard deviation of weight j is sqrt(w_j (1 - w_j) / (concentration + 1)). At the default of 50 a weight of 0.2
has a standard deviation of 0.056.

Source of the idea: R. Lahdelma, J. Hokkanen, P. Salminen (1998), SMAA - stochastic multiobjective acceptability
analysis, European Journal of Operational Research 106, 137-143 (rank acceptability under random weights).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .aggregation import METHODS, PRODUCT_FLOOR, weighted_columns
from .ranking import competition_rank

CONCENTRATION = 50.0
LOW_PERCENT, HIGH_PERCENT = 5, 95

_BLOCK_DRAWS = 100
"""Draws kept in full before they are merged into the extremes."""
_BLOCK_PLACES = 16_384
"""Places merged at a time, which bounds the memory of the merge."""


def draw_weights(w: np.ndarray, draws: int, seed: int, concentration: float = CONCENTRATION) -> np.ndarray:
    """Random weights around w.

    Args:
        w: (k,) weights, not negative, sum 1; a weight of 0 stays 0 in every draw.
        draws: number of draws.
        seed: of the generator (PCG64).
        concentration: larger values keep the draws closer to w.

    Returns:
        (draws, k) floats, each row summing to 1.

    Raises:
        AnalysisError: ``not_positive`` when the concentration is not above 0.
    """
    if not concentration > 0:
        raise AnalysisError("not_positive", name="concentration", value=concentration)
    result = np.zeros((draws, len(w)))
    positive = np.asarray(w) > 0
    generator = np.random.Generator(np.random.PCG64(seed))
    result[:, positive] = generator.dirichlet(concentration * np.asarray(w)[positive], size=draws)
    return result


def rank_stability(
    u: np.ndarray,
    w: np.ndarray,
    method: str = "sum",
    draws: int = 1000,
    top: int = 10,
    seed: int = 0,
    concentration: float = CONCENTRATION,
    tick: Tick = no_tick,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rank interval of each place and its probability of being among the best under random weights.

    The bounds are exact order statistics: the ceil(0.05 draws)-th and ceil(0.95 draws)-th smallest rank. Only the
    two tails and one block of draws are kept: with 1,000 draws about 0.4 kB per place (up to 65,535 places;
    twice that above).

    Args:
        u: (n, k) values in 0 to 1; w: (k,) weights.
        method: ``sum``, ``product`` or ``topsis``.
        draws: number of weight draws, at least 1.
        top: a place is among the best when its rank is at most this.
        seed, concentration: see :func:`draw_weights`.
        tick: called before each draw, and while tails are merged, with the fraction done; may raise ``Cancelled``.

    Returns:
        rank_low (n,) int64, rank_high (n,) int64, p_top (n,) float. Ties share the smallest rank.

    Raises:
        AnalysisError: ``not_positive`` (draws, top, concentration), ``unknown_method``.
    """
    for name, value in (("draws", draws), ("top", top)):
        if value < 1:
            raise AnalysisError("not_positive", name=name, value=value)
    order_values = _order_values(u, method)
    tails = _RankTails(len(u), draws)
    hits = np.zeros(len(u), dtype=np.int64)
    for number, weights in enumerate(draw_weights(w, draws, seed, concentration)):
        done = number / draws
        tick(done)
        ranks = competition_rank(order_values(weights))
        hits += ranks <= top
        tails.add(ranks, partial(tick, done))
    low, high = tails.bounds(partial(tick, 1.0))
    tick(1.0)
    return low, high, hits / draws


def _order_values(u: np.ndarray, method: str) -> Callable[[np.ndarray], np.ndarray]:
    """A function of the weights that orders the places as the method's score does, at less cost."""
    if method == "sum":
        columns = np.ascontiguousarray(u.T)
        return lambda weights: weighted_columns(columns, weights)
    if method == "product":
        # The exponential that would end the product does not change the order.
        columns = np.ascontiguousarray(np.log(np.maximum(u, PRODUCT_FLOOR)).T)
        return lambda weights: weighted_columns(columns, weights)
    if method == "topsis":
        to_best = np.ascontiguousarray(((u - u.max(axis=0)) ** 2).T)
        to_worst = np.ascontiguousarray(((u - u.min(axis=0)) ** 2).T)
        return lambda weights: _squared_closeness(to_best, to_worst, weights * weights)
    raise AnalysisError("unknown_method", method=method, known=METHODS)


def _squared_closeness(to_best: np.ndarray, to_worst: np.ndarray, squared_weights: np.ndarray) -> np.ndarray:
    """Closeness of squared distances: a/(a+b) grows with a/b as sqrt(a)/(sqrt(a)+sqrt(b)) does."""
    near = weighted_columns(to_worst, squared_weights)
    total = weighted_columns(to_best, squared_weights)
    total += near
    result = np.full(total.shape, 0.5)
    np.divide(near, total, out=result, where=total > 0)
    return result


class _RankTails:
    """The smallest and largest ranks of each place so far, as many as the two order statistics need."""

    def __init__(self, places: int, draws: int) -> None:
        low_position = _ceil_percent(LOW_PERCENT, draws)
        high_position = _ceil_percent(HIGH_PERCENT, draws)
        self._kept_low = low_position
        self._kept_high = draws - high_position + 1
        dtype = np.uint16 if places <= np.iinfo(np.uint16).max else np.uint32
        self._block = np.empty((min(_BLOCK_DRAWS, draws), places), dtype=dtype)
        self._filled = 0
        self._low = np.full((places, self._kept_low), np.iinfo(dtype).max, dtype=dtype)
        self._high = np.zeros((places, self._kept_high), dtype=dtype)

    def add(self, ranks: np.ndarray, beat: Callable[[], None]) -> None:
        """Take in the (n,) ranks of one draw; ``beat`` is called while work goes on."""
        self._block[self._filled] = ranks
        self._filled += 1
        if self._filled == len(self._block):
            self._merge(beat)

    def bounds(self, beat: Callable[[], None]) -> tuple[np.ndarray, np.ndarray]:
        """The two order statistics, once all draws are in: the largest of the low tail, the smallest of the high."""
        self._merge(beat)
        return self._low.max(axis=1).astype(np.int64), self._high.min(axis=1).astype(np.int64)

    def _merge(self, beat: Callable[[], None]) -> None:
        if self._filled == 0:
            return
        for start in range(0, len(self._low), _BLOCK_PLACES):
            beat()
            rows = slice(start, start + _BLOCK_PLACES)
            fresh = np.ascontiguousarray(self._block[: self._filled, rows].T)
            low = np.concatenate([self._low[rows], fresh], axis=1)
            low.partition(self._kept_low - 1, axis=1)
            self._low[rows] = low[:, : self._kept_low]
            high = np.concatenate([self._high[rows], fresh], axis=1)
            high.partition(high.shape[1] - self._kept_high, axis=1)
            self._high[rows] = high[:, -self._kept_high :]
        self._filled = 0


def _ceil_percent(percent: int, count: int) -> int:
    """ceil(percent / 100 * count) in integers, free of rounding."""
    return -(-percent * count // 100)
