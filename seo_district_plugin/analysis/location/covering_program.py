"""The one form that all covering models take: choose sites so that the worth of how often demands are covered is most.

    maximize    profit . y + sum_i f_i(A_i y)        f_i concave, nondecreasing: the k-th cover of demand i is worth
    subject to  low <= rows y <= high                worth[i, k], never more than the one before
                count_low <= sum(y) <= count_high
                lower <= y <= upper, y whole

LSCP has no worth but a row ``A_i y >= 1`` per demand and a profit of -1 per site; MCLP one level; backup cover two.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

TOLERANCE = 1e-9


@dataclass(frozen=True)
class Program:
    """A covering program over m sites and n demands.

    Attributes:
        profit: (m,) float64 worth of opening each site by itself (negative: a price).
        cover: (n, m) csr of ones: which sites cover which demand.
        worth: (n, K) float64 >= 0, not increasing along a row: what the first, second ... cover is worth.
        rows: (r, m) csr of further linear rows. low, high: (r,) their limits, infinite for none.
        lower, upper: (m,) int8 limits of each site, 0 or 1.
        count_low, count_high: least and most open sites.
        offset: added to every value (what fixed decisions have earned).
        whole: every possible value is a whole number.
    """

    profit: np.ndarray
    cover: sparse.csr_matrix
    worth: np.ndarray
    rows: sparse.csr_matrix
    low: np.ndarray
    high: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    count_low: int
    count_high: int
    offset: float = 0.0
    whole: bool = False

    @property
    def sites(self) -> int:
        """Number of sites m."""
        return len(self.profit)

    def value(self, chosen: np.ndarray) -> float:
        """What the (m,) bool set is worth, in plain arithmetic."""
        counts = self.cover @ chosen.astype(np.float64)
        level = np.arange(self.worth.shape[1])
        earned = np.where(counts[:, None] > level + 0.5, self.worth, 0.0).sum()
        return float(self.offset + self.profit[chosen].sum() + earned)

    def allows(self, chosen: np.ndarray) -> bool:
        """Whether the (m,) bool set keeps every row, the number of sites and each site's limits."""
        opened = int(chosen.sum())
        if not self.count_low <= opened <= self.count_high:
            return False
        if (self.lower > chosen).any() or (self.upper < chosen).any():
            return False
        return bool(self.row_slack(self.rows @ chosen.astype(np.float64)).all())

    def row_slack(self, activity: np.ndarray) -> np.ndarray:
        """Which rows are kept at these activities, (r,) or (r, s) for several sets; rounding of sums is forgiven."""
        low, high = (self.low, self.high) if activity.ndim == 1 else (self.low[:, None], self.high[:, None])
        with np.errstate(invalid="ignore"):
            enough = activity >= low - TOLERANCE * (1.0 + np.abs(low))
            within = activity <= high + TOLERANCE * (1.0 + np.abs(high))
        return enough & within

    def gains(self, counts: np.ndarray) -> np.ndarray:
        """(m,) worth that one more site would add where demands are covered so often, (n,) whole numbers."""
        levels = self.worth.shape[1]
        if not len(self.worth) or not levels:
            return self.profit.copy()
        step = np.where(counts < levels, self.worth[np.arange(len(counts)), np.minimum(counts, levels - 1)], 0.0)
        return self.profit + self.cover.T @ step


def empty_rows(sites: int) -> sparse.csr_matrix:
    """No rows over so many sites."""
    return sparse.csr_matrix((0, sites))


def indicator(rows: np.ndarray, columns: np.ndarray, shape: tuple[int, int]) -> sparse.csr_matrix:
    """A csr matrix of ones at these places, each place once."""
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
