"""p-dispersion: p sites as far from each other as can be (the smallest distance between open sites is largest).

Kuby 1987. The smallest distance is one of the given ones: bisection over them, each step asking whether so many sites
fit without two nearer than that (an independent set, by cliques and branch and bound).
"""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .covering_bits import fitting
from .covering_cliques import conflict_cliques
from .covering_program import empty_rows
from .covering_rows import rule_rows
from .covering_tree import maximize
from .rules import Limits, feasible_set, limits_of
from .types import PROVEN, TIME_LIMIT, SiteRules, Solution

STARTS = 30
SHARE = 0.4
"""Of the time that is left, what one threshold may take."""
MANY = 40_000
"""Conflicts above which cliques of them are too many for a linear relaxation."""


def solve_dispersion(
    distance: np.ndarray,
    p: int,
    rules: SiteRules | None = None,
    *,
    time_limit: float = 60.0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Solution:
    """The p new sites whose smallest distance, to each other and to open existing sites, is largest.

    Two existing sites do not count as a pair: nothing would be left to decide where two of them stand close.

    Args:
        distance: (m, m) between sites, >= 0; of both directions the smaller one counts; ``inf`` (no way) counts as
            the largest finite one. p: new sites. rules: on the sites. seed: of the starts that look for a good set.

    Returns:
        Solution; objective = smallest distance; ``assigned`` is empty. ``figures``: ``smallest_of_all`` (pairs of
        existing sites included).

    Raises:
        AnalysisError: ``distances_not_usable`` (row, column), ``dispersion_needs_two``, those of
            :func:`rules.limits_of`.
    """
    began = time.monotonic()
    distance = np.asarray(distance, dtype=np.float64)
    rules = rules or SiteRules.free(len(distance))
    limits = limits_of(rules, p)
    apart = _pairs(distance, rules)
    values = np.unique(apart[np.isfinite(apart)])
    if limits.count < 2 or p + (rules.close_limit if rules.existing.any() else 0) < 1 or not len(values):
        raise AnalysisError("dispersion_needs_two")
    search = _Search(apart, values, rules, limits, began + time_limit, tick)
    search.start(p, seed)
    low, high, nodes = search.reached(), len(values), 0
    below = low  # what lies below is reached, or could not be settled in its share of the time
    while below + 1 < high and time.monotonic() < search.deadline:
        middle = (below + high) // 2
        fits, spent = search.fits(values[middle], p)
        nodes += spent
        if fits is False:
            high = middle
        else:
            low = max(low, search.reached())
            below = max(low, middle)
    chosen = np.flatnonzero(search.best)
    objective, bound = float(values[low]), float(values[high - 1])
    whole = _smallest(np.where(np.eye(len(distance), dtype=bool), np.inf, np.minimum(distance, distance.T)), chosen)
    return Solution(
        chosen, np.zeros(0, np.int64), objective, bound, low + 1 == high, PROVEN if low + 1 == high else TIME_LIMIT,
        time.monotonic() - began, nodes, figures={"smallest_of_all": min(whole, objective)},
    )  # fmt: skip


def _pairs(distance: np.ndarray, rules: SiteRules) -> np.ndarray:
    """(m, m) distances of pairs that count, ``inf`` for those that do not."""
    if distance.ndim != 2 or distance.shape[0] != distance.shape[1] or len(distance) != len(rules.existing):
        raise AnalysisError("distances_not_square", rows=distance.shape[0], columns=distance.shape[-1])
    bad = np.isnan(distance) | (distance < 0)
    np.fill_diagonal(bad, False)
    if bad.any():
        row, column = np.unravel_index(int(np.argmax(bad)), bad.shape)
        raise AnalysisError("distances_not_usable", row=int(row), column=int(column))
    apart = np.minimum(distance, distance.T)
    finite = apart[np.isfinite(apart)]
    apart = np.where(np.isinf(apart), finite.max() if len(finite) else np.inf, apart)
    apart[np.ix_(rules.existing, rules.existing)] = np.inf
    np.fill_diagonal(apart, np.inf)
    return apart


def _smallest(apart: np.ndarray, chosen: np.ndarray) -> float:
    return float(apart[np.ix_(chosen, chosen)].min()) if len(chosen) > 1 else np.inf


class _Search:
    """The best set so far, and whether sets with a larger smallest distance exist."""

    def __init__(
        self, apart: np.ndarray, values: np.ndarray, rules: SiteRules, limits: Limits, deadline: float, tick: Tick
    ) -> None:
        self.apart, self.values, self.rules, self.limits = apart, values, rules, limits
        self.deadline, self.tick = deadline, tick
        self.best = np.zeros(len(apart), dtype=bool)
        self.objective = -np.inf

    def reached(self) -> int:
        """Number of the best set's smallest distance among the values (the last one when no pair counts)."""
        return min(int(np.searchsorted(self.values, self.objective)), len(self.values) - 1)

    def offer(self, chosen: np.ndarray) -> None:
        columns = np.flatnonzero(chosen)
        worth = _smallest(self.apart, columns)
        if worth > self.objective and self.limits.allows(columns):
            self.best, self.objective = chosen.copy(), worth

    def start(self, p: int, seed: int) -> None:
        """A set that keeps the rules, then farthest-first sets from several first sites, improved by exchanges."""
        found = feasible_set(self.limits)
        if found is None:
            raise AnalysisError("no_allowed_set_in_time", seconds=2.0)
        first = np.zeros(len(self.apart), dtype=bool)
        first[found] = True
        self.offer(first)
        draws = np.random.default_rng(seed)
        usable = np.flatnonzero(~self.limits.closed & ~self.rules.existing)
        for site in draws.permutation(usable)[:STARTS]:
            self.tick(0.0)
            if time.monotonic() > self.deadline:
                return
            chosen = self.limits.opened | (self.rules.existing & ~self.limits.closed)
            chosen[site] = True
            self.offer(self._exchanged(self._filled(chosen)))

    def _filled(self, chosen: np.ndarray) -> np.ndarray:
        """Farthest first until the number of sites is reached."""
        nearest = self.apart[:, chosen].min(axis=1)
        while chosen.sum() < self.limits.count:
            site = int(np.argmax(np.where(chosen | self.limits.closed | self.rules.existing, -np.inf, nearest)))
            chosen[site] = True
            nearest = np.minimum(nearest, self.apart[:, site])
        return chosen

    def _exchanged(self, chosen: np.ndarray) -> np.ndarray:
        """Take out one site of the closest pair and put in the one farthest from the rest, while that helps."""
        for _ in range(len(self.apart)):
            self.tick(0.0)
            columns = np.flatnonzero(chosen)
            close = self.apart[np.ix_(columns, columns)].min(axis=1)
            worst = close.min()
            for site in columns[(close <= worst) & ~self.limits.opened[columns] & ~self.rules.existing[columns]]:
                chosen[site] = False
                nearest = self.apart[:, chosen].min(axis=1) if chosen.any() else np.full(len(self.apart), np.inf)
                other = int(np.argmax(np.where(chosen | self.limits.closed | self.rules.existing, -np.inf, nearest)))
                chosen[other] = True
                if _smallest(self.apart, np.flatnonzero(chosen)) > worst:
                    break
                chosen[other], chosen[site] = False, True
            else:
                return chosen
        return chosen

    def _usable(self, conflict: np.ndarray) -> np.ndarray:
        """Sites that may still be opened beside those that are open anyway."""
        stays = self.limits.opened
        return np.flatnonzero(~stays & ~self.limits.closed & ~conflict[:, stays].any(axis=1))

    def _fits_freely(self, conflict: np.ndarray, usable: np.ndarray, ends: float) -> tuple[bool | None, int]:
        """As :meth:`fits` where no rule ties sites together."""
        stays = self.limits.opened
        if conflict[np.ix_(stays, stays)].any():
            return False, 0
        need = self.limits.count - int(stays.sum())
        found, ended, nodes = fitting(conflict[np.ix_(usable, usable)], need, ends=ends, tick=lambda _: self.tick(0.0))
        if found is None:
            return (False if ended else None), nodes
        chosen = stays.copy()
        chosen[usable[found]] = True
        self.offer(chosen)
        return True, nodes

    def fits(self, least: float, p: int) -> tuple[bool | None, int]:
        """Whether an allowed set has no pair nearer than ``least``; None when time ran out. Nodes of the search."""
        conflict = self.apart < least
        usable = self._usable(conflict)
        # A threshold that takes too long must not cost the bound that a larger one could give.
        ends = time.monotonic() + SHARE * (self.deadline - time.monotonic())
        if not len(self.limits.limit):
            fits, nodes = self._fits_freely(conflict, usable, time.monotonic() + 0.3 * (ends - time.monotonic()))
            if fits is not None or conflict.sum() > MANY:
                return fits, nodes
        cliques = conflict_cliques(conflict, lambda _: self.tick(0.0))
        rows = rule_rows(self.rules, p).with_rows(cliques, -np.inf, 1.0)
        program = rows.program(empty_rows(len(self.apart)), np.zeros((0, 1)), np.ones(len(self.apart)))
        # As many sites as go, rather than exactly so many: a bound below the number wanted is soon found.
        program = replace(program, count_low=0)
        left = max(ends - time.monotonic(), 0.1)
        found = maximize(program, time_limit=left, tick=lambda _: self.tick(0.0), above=self.limits.count - 1.0)
        if found.chosen is not None:
            self.offer(found.chosen)
            return True, found.nodes
        return (False if found.bound == -np.inf else None), found.nodes
