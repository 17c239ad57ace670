"""Permutation p-values that are as small as a correction for many tests needs, with few draws.

With n draws no p-value is below 2 / (n + 1): 999 draws find nothing among 40,000 places, whatever the data. But most
places need few draws: once ten of them reach a place's lag, more would only tell 0.03 from 0.04. So all places share
the first draws, and only those that fewer than ten reached go on, ten times as many each round, until their number is
so large for the draws made that all of them stand at the strictest level, or the limit is reached. That is cheap: a
hundred places times a million draws are no more than 40,000 places times 2,500.

Nothing is assumed of the values. The normal curve of the z-values is far too sure where values are skewed, as counts
are: among 2,500 places of log-normal values without any pattern it finds hot spots every time.

Source:
    J. Besag, P. Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78, 301-304: draw until enough draws are
    as extreme; the share is a p-value. ``multiple_tests.py`` and ``permuted_lags.py`` have the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from ..errors import AnalysisError, Tick, no_tick
from .multiple_tests import LEVELS, permutations_needed
from .permuted_lags import PERMUTATIONS, _Work, part_of, usable_values
from .spatial_weights import checked

ENOUGH = 10
"""Draws as extreme as the lag after which a place needs no more."""
MOST = 999_999
"""Draws that a place gets at most."""
_STEP = 10


@dataclass(frozen=True)
class SettledTests:
    """What drawing until it is settled found.

    Attributes:
        p: (n,) two-sided p-values toward the side asked about, (r + 1) / (draws + 1) doubled, at most 1; NaN for
            places without neighbors, 1 where no side was asked about.
        reached: (n,) draws at least as extreme.
        draws: (n,) draws made for each place; 0 where none were needed.
        open: places that fewer than ten draws reached when the limit of draws was.
    """

    p: np.ndarray
    reached: np.ndarray
    draws: np.ndarray
    open: int


def settled_tests(
    values: np.ndarray,
    weights: sparse.spmatrix,
    side: np.ndarray,
    *,
    level: float = LEVELS[-1],
    method: str = "fdr",
    tests: int | None = None,
    first: int = PERMUTATIONS,
    most: int = MOST,
    seed: int = 0,
    tick: Tick = no_tick,
) -> SettledTests:
    """Conditional permutation tests of each place's lag, with as many draws as each place needs.

    Args:
        values: (n,) finite.
        weights: (n, n) sparse; the diagonal is ignored, rows may be scaled in any way.
        side: (n,) above 0: are the neighbors higher than by chance, below 0: lower; 0 or NaN: not asked.
        level: the strictest level that will be asked about; method: the correction for many tests.
        tests: how many tests are corrected together; None: those of these places.
        first: draws for all places.
        most: draws at most.

    Raises:
        AnalysisError: ``permutations_too_few`` (permutations), and those of ``usable_values``, ``checked`` and
            ``permutations_needed``.
    """
    values = usable_values(values)
    weights = checked(weights, len(values))
    column = _Column(values, weights, side, seed)
    tests = int((~column.lonely).sum()) if tests is None else tests
    still = _settle([column], tests, level, method, first, most, tick)
    return SettledTests(column.p(), np.where(column.side == 0, 0, column.reached()), column.draws, still)


class _Column:
    """One value of all places, and how far its tests have come."""

    def __init__(self, values: np.ndarray, weights: sparse.csr_matrix, side: np.ndarray, seed: int) -> None:
        self.work = _Work(values - values.mean(), weights)
        self.lonely = self.work.degree == 0
        self.side = np.nan_to_num(np.asarray(side, dtype=np.float64))
        self.left = np.flatnonzero((self.side != 0) & ~self.lonely)
        self.draws = np.zeros(len(values), dtype=np.int64)
        self.rng = np.random.default_rng(seed)

    def draw(self, total: int, goal: int, tick: Tick) -> None:
        """Bring those that are left from ``total`` to ``goal`` draws; those that enough reached are done."""
        self.work.only(self.left)
        self.work.draw(self.rng, goal - total, tick)
        self.draws[self.left] = goal
        self.left = self.left[self.reached()[self.left] < ENOUGH]

    def reached(self) -> np.ndarray:
        return np.where(self.side > 0, self.work.above, self.work.below)

    def p(self) -> np.ndarray:
        p = np.minimum(1.0, 2.0 * (self.reached() + 1.0) / (self.draws + 1.0))
        return np.where(self.lonely, np.nan, np.where(self.side == 0, 1.0, p))


def _settle(columns: list[_Column], tests: int, level: float, method: str, first: int, most: int, tick: Tick) -> int:
    """Draw in rounds, all columns as far in each; the number of tests that the limit left open."""
    if first < 1:
        raise AnalysisError("permutations_too_few", permutations=first)
    total, goal, most = 0, first, max(most, first)
    left = sum(len(column.left) for column in columns)
    while left and total < goal:
        begun, done = total / goal, 0
        for column in columns:
            if len(column.left):
                part = len(column.left)
                whole = part_of(tick, begun, 1.0)
                column.draw(total, goal, part_of(whole, done / left, (done + part) / left))
                done += part
        total, left = goal, sum(len(column.left) for column in columns)
        if left:
            # With so many draws all that are left stand at the level: further ones could not change a class.
            needed = ENOUGH * (permutations_needed(tests, level, method, left) + 1) - 1
            goal = max(total, min(_STEP * (total + 1) - 1, needed, most))
    tick(1.0)
    return left if total >= most > first else 0


def settled_series(
    values: np.ndarray,
    weights: sparse.spmatrix,
    z: np.ndarray,
    *,
    level: float = LEVELS[1],
    method: str = "fdr",
    first: int = PERMUTATIONS,
    most: int = MOST,
    seed: int = 0,
    tick: Tick = no_tick,
) -> tuple[np.ndarray, int, int]:
    """:func:`settled_tests` of each period by itself, corrected together.

    Args:
        values: (n, t) finite; z: (n, t) whose signs say which side is asked about (``emerging.space_time_gi``).

    Returns:
        (n, t) p-values, 1 in periods in which all values are equal; draws of the test that got the most; tests that
        stayed open.

    Raises:
        AnalysisError: those of :func:`settled_tests`.
    """
    values = np.asarray(values, dtype=np.float64)
    weights = checked(weights, len(values))
    lonely = np.diff(weights.indptr) == 0
    periods = values.shape[1]
    flat = np.ptp(values, axis=0) <= 1e-12 * np.abs(values).max(axis=0)
    p = np.where(lonely[:, None], np.nan, np.ones(values.shape))
    tests = int((~lonely).sum()) * periods
    used = np.flatnonzero(~flat).tolist()
    columns = [_Column(values[:, period], weights, z[:, period], seed + period) for period in used]
    still = _settle(columns, tests, level, method, first, most, tick)
    for period, column in zip(used, columns, strict=True):
        p[:, period] = column.p()
    return p, max((int(column.draws.max(initial=0)) for column in columns), default=0), still
