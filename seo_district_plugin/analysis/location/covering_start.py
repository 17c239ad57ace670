"""Good sets at once: greedy by gain, exchanges of one site, and new starts from a shaken set, all within the rules."""

from __future__ import annotations

import time

import numpy as np

from ..errors import Tick, no_tick
from .covering_highs import whole_numbers
from .covering_program import Program, empty_rows
from .covering_reduce import reduce

TRIED = 200
"""Sites tried, best first, for one that the rows allow."""


class Gains:
    """What each further site would add to a set, kept up to date while sites come and go.

    Opening or closing a site changes only the demands that it covers, so that only their sites are looked at.

    Attributes:
        chosen: (m,) bool. gains: (m,) worth of one more site. counts: (n,) how often each demand is covered.
    """

    def __init__(self, program: Program, chosen: np.ndarray) -> None:
        self.program = program
        self.chosen = chosen.copy()
        self._columns = program.cover.tocsc()
        self._steps = np.concatenate([program.worth, np.zeros((len(program.worth), 2))], axis=1)
        self.counts = np.rint(program.cover @ chosen.astype(np.float64)).astype(np.int64)
        self.gains = program.gains(self.counts)

    def open(self, site: int) -> None:
        """Add a site to the set."""
        self._move(site, 1)
        self.chosen[site] = True

    def close(self, site: int) -> None:
        """Take a site out of the set."""
        self._move(site, -1)
        self.chosen[site] = False

    def _move(self, site: int, by: int) -> None:
        columns, cover = self._columns, self.program.cover
        rows = columns.indices[columns.indptr[site] : columns.indptr[site + 1]]
        before, most = self.counts[rows], self._steps.shape[1] - 1
        after = before + by
        change = self._steps[rows, np.minimum(after, most)] - self._steps[rows, np.minimum(before, most)]
        self.counts[rows] = after
        moved = change != 0
        rows, change = rows[moved], change[moved]
        begin, length = cover.indptr[rows], cover.indptr[rows + 1] - cover.indptr[rows]
        ends = np.cumsum(length)
        if not len(rows) or not ends[-1]:
            return
        at = np.arange(ends[-1]) + np.repeat(begin - (ends - length), length)
        self.gains += np.bincount(cover.indices[at], weights=np.repeat(change, length), minlength=len(self.gains))


def greedy(program: Program, tick: Tick = no_tick) -> np.ndarray:
    """(m,) bool: the site of largest gain, again and again; rows are not looked at."""
    state = Gains(program, program.lower == 1)
    barred = program.upper == 0
    for opened in range(int(state.chosen.sum()), program.count_high):
        tick(0.0)
        gains = np.where(state.chosen | barred, -np.inf, state.gains)
        site = int(np.argmax(gains))
        if not np.isfinite(gains[site]) or (gains[site] <= 0 and opened >= program.count_low):
            break
        state.open(site)
    return state.chosen


def allowed_like(program: Program, wanted: np.ndarray, seconds: float = 1.0) -> np.ndarray | None:
    """(m,) bool: the allowed set with the largest sum of ``wanted``, or None when none was found in time."""
    rules_only = Program(
        wanted,
        empty_rows(program.sites),
        np.zeros((0, 1)),
        program.rows,
        program.low,
        program.high,
        program.lower,
        program.upper,
        program.count_low,
        program.count_high,
    )
    small = reduce(rules_only)
    if small is None:
        return None
    found = whole_numbers(small.program, seconds).chosen
    return None if found is None else small.whole_set(found)


def improve(program: Program, chosen: np.ndarray, tick: Tick = no_tick, passes: int = 20) -> np.ndarray:
    """Exchange one open for one closed site (or close one) as long as the set becomes worth more."""
    state, row_columns = Gains(program, chosen), program.rows.tocsc()
    slim = 1e-10 * max(1.0, float(program.worth.sum()) + float(np.abs(program.profit).sum()))
    for _ in range(passes):
        better = False
        for site in np.flatnonzero(state.chosen & (program.lower == 0)):
            tick(0.0)
            state.close(site)
            other = _best_allowed(program, state, row_columns, int(site), slim)
            if other >= 0:
                state.open(other)
            better |= other != site
        if not better:
            break
    return state.chosen


def shaken(
    program: Program,
    chosen: np.ndarray,
    draws: np.random.Generator,
    rounds: int,
    ends: float,
    tick: Tick = no_tick,
) -> np.ndarray:
    """The best of many sets: some sites exchanged at random, then improved again (iterated local search).

    Args:
        rounds: at most so many. ends: no round begins after this time of ``time.monotonic``.
    """
    best, best_value = chosen.copy(), program.value(chosen)
    row_columns = program.rows.tocsc()
    for _ in range(rounds):
        tick(0.0)
        if time.monotonic() > ends:
            break
        free = np.flatnonzero(best & (program.lower == 0))
        if not len(free):
            return best
        state = Gains(program, best)
        out = draws.choice(free, size=min(len(free), max(2, len(free) // 8)), replace=False)
        for site in out:
            state.close(int(site))
        noise = draws.random(program.sites) < 0.5
        for _ in out:
            usable = ~state.chosen & (program.upper == 1) & noise
            site = _first_allowed(program, state, row_columns, usable)
            if site >= 0:
                state.open(site)
        if not program.allows(state.chosen):
            continue
        other = improve(program, state.chosen, tick, passes=6)
        value = program.value(other)
        if value > best_value and program.allows(other):
            best, best_value = other, value
    return best


def _first_allowed(program: Program, state: Gains, row_columns, usable: np.ndarray) -> int:
    """The usable site of largest gain that keeps the rows together with the set, -1 for none."""
    activity = program.rows @ state.chosen.astype(np.float64)
    sites = np.flatnonzero(usable)
    order = sites[np.argsort(-state.gains[sites], kind="stable")][:TRIED]
    if not len(activity):
        return int(order[0]) if len(order) else -1
    for site in order:
        span = slice(row_columns.indptr[site], row_columns.indptr[site + 1])
        after = activity.copy()
        after[row_columns.indices[span]] += row_columns.data[span]
        if program.row_slack(after).all():
            return int(site)
    return -1


def _best_allowed(program: Program, state: Gains, row_columns, site: int, slim: float) -> int:
    """The site to open in place of ``site`` (itself when none is worth more); -1 to leave the place empty."""
    usable = ~state.chosen & (program.upper == 1) & (state.gains > state.gains[site] + slim)
    if usable.any():
        other = _first_allowed(program, state, row_columns, usable)
        if other >= 0:
            return other
    if state.gains[site] < -slim and state.chosen.sum() >= program.count_low:
        activity = program.rows @ state.chosen.astype(np.float64)
        if program.row_slack(activity).all():
            return -1
    return site
