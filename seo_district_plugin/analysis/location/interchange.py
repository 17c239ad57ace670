"""Search among sets of sites by interchange: one site closes, one opens, as long as the weighted cost falls.

Sources: Teitz and Bart (1968), Operations Research 16; Whitaker (1983), INFOR 21 (all swaps valued in one pass);
Resende and Werneck (2004), Journal of Heuristics 10 (several starts, path relinking among the best sets).
"""

from __future__ import annotations

import numpy as np
from scipy.linalg.blas import dgemm

from .clock import Clock
from .neartable import NearTable
from .rules import Limits

IMPROVES = 1e-12
"""Least relative fall of the cost that counts; anything smaller is rounding."""

MANY = 30
"""Open sites from which only each demand's nearest sites are looked at."""


class Interchange:
    """Swaps on one table of weighted costs.

    Args:
        cost: (m, n) float64 weighted costs, a row per site, ``inf`` where the site cannot serve.
        limits: which sets are allowed.
    """

    def __init__(self, cost: np.ndarray, limits: Limits) -> None:
        self.limits = limits
        finite = np.isfinite(cost)
        self.complete = bool(finite.all())
        most = float(np.where(finite, cost, 0.0).max()) if cost.size else 0.0
        # Serving one more demand is worth more than all that the others could save.
        self.penalty = 0.0 if self.complete else (most + 1.0) * (cost.shape[1] + 1.0)
        self.cost = cost if self.complete else np.where(finite, cost, self.penalty)
        self.sites, self.demands = cost.shape
        self._worst = max(self.penalty, most)
        self._clip: np.ndarray | None = None
        self._near: NearTable | None = None

    def value(self, chosen: np.ndarray) -> float:
        """Cost of a set; each unserved demand adds the penalty."""
        return float(self.cost[chosen].min(axis=0).sum())

    def two_nearest(self, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Place in ``chosen`` of the cheapest site of each demand, its cost, and the cost of the second cheapest."""
        table = self.cost[chosen]
        every = np.arange(self.demands)
        first = table.argmin(axis=0)
        least = table[first, every]
        if len(chosen) == 1:
            return first, least, np.full(self.demands, self._worst)
        table[first, every] = np.inf
        return first, least, table.min(axis=0)

    def gains(self, chosen: np.ndarray) -> np.ndarray:
        """(m, s) by how much the cost falls when site j opens in place of each of the s chosen ones."""
        first, least, second = self.two_nearest(chosen)
        return (self._few if len(chosen) < MANY else self._many)(first, least, second, len(chosen))

    def _few(self, first: np.ndarray, least: np.ndarray, second: np.ndarray, size: int) -> np.ndarray:
        if self._clip is None:
            self._clip = np.empty_like(self.cost)
        member = np.zeros((self.demands, size), order="F")
        member[np.arange(self.demands), first] = 1.0
        # Who loses the site pays what the new one costs, at least as before and at most the second cheapest.
        np.clip(self.cost, least, second, out=self._clip)
        lost = dgemm(1.0, self._clip.T, member, trans_a=1) - np.bincount(first, least, size)
        np.minimum(self.cost, least, out=self._clip)
        return (least.sum() - self._clip.sum(axis=1))[:, None] - lost

    def _many(self, first: np.ndarray, least: np.ndarray, second: np.ndarray, size: int) -> np.ndarray:
        """The same from the pairs that cost less than the second cheapest open site; few when many are open."""
        if self._near is None:
            most = 6 * self.sites // size + 16
            self._near = NearTable.of(self.cost, np.arange(self.sites), most, np.full(self.demands, np.inf))
        near = self._near
        row, column = np.nonzero(near.cost < second[:, None])
        site, cost = near.near[row, column], near.cost[row, column]
        saved = np.maximum(least[row] - cost, 0.0)
        kept = np.bincount(site, saved, self.sites)
        back = np.bincount(site * size + first[row], second[row] - cost - saved, self.sites * size)
        rise = np.bincount(first, second - least, size)
        return kept[:, None] + back.reshape(self.sites, size) - rise

    def descend(self, chosen: np.ndarray, clock: Clock) -> np.ndarray:
        """Swap to a local optimum; the best allowed swap each time."""
        chosen = np.sort(chosen)
        value = self.value(chosen)
        while not clock.over():
            gain = self.gains(chosen)
            gain[~self.swaps(chosen)] = -np.inf
            new, old = np.unravel_index(int(gain.argmax()), gain.shape)
            if not gain[new, old] > IMPROVES * abs(value):
                break
            following = np.sort(np.append(np.delete(chosen, old), new))
            fell = self.value(following)
            if not fell < value - IMPROVES * abs(value):
                break
            chosen, value = following, fell
        return chosen

    def relink(self, chosen: np.ndarray, guide: np.ndarray, clock: Clock) -> np.ndarray:
        """The best set on the way from one set to another, one swap after the other."""
        at, best, least = np.sort(chosen), np.sort(chosen), np.inf
        while not clock.over():
            new, old = np.setdiff1d(guide, at), np.flatnonzero(~np.isin(at, guide))
            if len(new) <= 1:
                break
            gain = np.where(self.swaps(at), self.gains(at), -np.inf)[np.ix_(new, old)]
            j, r = np.unravel_index(int(gain.argmax()), gain.shape)
            if not np.isfinite(gain[j, r]):
                break
            at = np.sort(np.append(np.delete(at, old[r]), new[j]))
            value = self.value(at)
            if value < least:
                best, least = at, value
        return best

    def swaps(self, chosen: np.ndarray) -> np.ndarray:
        """(m, s) bool which swaps keep the rules."""
        limits = self.limits
        may_open = ~limits.closed
        may_open[chosen] = False
        allowed = may_open[:, None] & ~limits.opened[chosen][None, :]
        slack = limits.limit + limits.slack - limits.matrix[:, chosen].sum(axis=1)
        for row, room in zip(limits.matrix, slack):
            allowed &= row[:, None] - row[chosen][None, :] <= room
        return allowed
