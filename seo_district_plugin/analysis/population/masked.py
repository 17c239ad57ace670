"""Hidden small counts: estimated inside their bounds so that what is known of their sums is met."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import Tick, no_tick

_ROUNDS = 2000
_STILL = 1e-12
_MET = 1e-7
"""People; a sum that is met to this is met. Rounds end when all sums are met to a thousandth of it."""


@dataclass(frozen=True)
class Missed:
    """A sum that hidden cells cannot reach: its position, what they would have to add up to, and what they can."""

    row: int
    column: int
    wanted: float
    low: float
    high: float


@dataclass(frozen=True)
class Hidden:
    """Estimates of hidden cells.

    Attributes:
        values: (n, c) the counts with the hidden ones filled in.
        low, high: (n, c) what each count is at least and at most; equal to the count where it was known.
        cells: number of hidden cells.
        rows_missed: row totals out of reach (column -1); their cells lie at the bound next to it.
        sums_missed: totals of a column over the rows of one parent (row: the parent) that are not met. Those out of
            reach were left out: most often rows of the parent are not in the table, and its hidden cells would all
            have been pushed to their bound.
    """

    values: np.ndarray
    low: np.ndarray
    high: np.ndarray
    cells: int
    rows_missed: list[Missed]
    sums_missed: list[Missed]


def estimate_hidden(
    values: np.ndarray,
    hidden: np.ndarray,
    bounds: tuple[float, float],
    row_totals: np.ndarray | None = None,
    parent: np.ndarray | None = None,
    parent_totals: np.ndarray | None = None,
    tick: Tick = no_tick,
) -> Hidden:
    """Fill hidden cells: the least squares from the middle of the bounds, within them, that meets the known sums.

    minimise sum (x - middle)^2 subject to low <= x <= high, the rows' totals and the parents' totals of each column.
    Solved by its dual: x = clip(middle + row's number + column's number, low, high), where the numbers are set in
    turns so that all rows, then all columns are met exactly (coordinate ascent on a smooth concave function; Bertsekas
    1999, section 6.2). Rows come last: a zone's own total is kept even where a parent's cannot be met as well.

    Args:
        values: (n, c) counts; hidden and missing ones NaN. Missing cells (NaN, not hidden) count as 0 in all sums.
        hidden: (n, c) bool.
        bounds: least and most of a hidden count, such as (1, 4).
        row_totals: (n,) total over the columns of a row, NaN where it is not known.
        parent: (n,) number of each row's parent, -1 for none.
        parent_totals: (p, c) total of each column over the rows of a parent, NaN where it is not known.
    """
    values = np.asarray(values, dtype=np.float64)
    problem = _Problem(values, np.asarray(hidden, dtype=bool), bounds)
    rows = problem.sums(problem.row, row_totals, np.nansum(np.where(hidden, 0.0, values), axis=1))
    columns = problem.parent_sums(parent, parent_totals)
    rows_missed = [Missed(row, -1, *rest) for row, *rest in rows.out_of_reach(bounds)]
    outside = columns.out_of_reach(bounds)
    columns = columns.without([key for key, *_ in outside])
    problem.solve(rows, columns, tick)
    sums_missed = [
        Missed(key // values.shape[1], key % values.shape[1], *rest) for key, *rest in outside + columns.missed(problem)
    ]
    low, high = problem.tightened([rows, columns])
    filled = values.copy()
    filled[hidden] = problem.x
    least, most = np.nan_to_num(values), np.nan_to_num(values)
    least[hidden], most[hidden] = low, high
    return Hidden(filled, least, most, len(problem.x), rows_missed, sums_missed)


class _Sums:
    """Known sums ``wanted`` (groups,) over groups of hidden cells; ``key`` (k,) the group of each cell, -1 for none."""

    def __init__(self, key: np.ndarray, wanted: np.ndarray) -> None:
        self.wanted = wanted
        self.key = np.where((key >= 0) & np.isfinite(wanted[key]), key, -1) if len(wanted) else np.full(len(key), -1)
        self.cells = np.flatnonzero(self.key >= 0)
        self.group = self.key[self.cells]
        self.count = np.bincount(self.group, minlength=len(wanted))

    def total(self, x: np.ndarray) -> np.ndarray:
        return np.bincount(self.group, weights=x[self.cells], minlength=len(self.wanted))

    def out_of_reach(self, bounds: tuple[float, float]) -> list[tuple[int, float, float, float]]:
        """Groups whose sum lies outside what their cells can add up to."""
        used = np.flatnonzero(self.count)
        low, high = self.count * bounds[0], self.count * bounds[1]
        bad = [g for g in used if not low[g] - _MET <= self.wanted[g] <= high[g] + _MET]
        return [(int(g), float(self.wanted[g]), float(low[g]), float(high[g])) for g in bad]

    def without(self, groups: list[int]) -> _Sums:
        """The same without some groups."""
        wanted = self.wanted.copy()
        wanted[groups] = np.nan
        return _Sums(self.key, wanted)

    def missed(self, problem: _Problem) -> list[tuple[int, float, float, float]]:
        """Groups whose sum is not met in the end, with the sum that was reached as both low and high."""
        total = self.total(problem.x)
        used = np.flatnonzero(self.count)
        return [
            (int(g), float(self.wanted[g]), float(total[g]), float(total[g]))
            for g in used
            if abs(total[g] - self.wanted[g]) > _MET * 10
        ]

    def shift(self, base: np.ndarray, bounds: tuple[float, float]) -> np.ndarray:
        """(groups,) number to add to ``base`` (k,) so that the clipped cells add up to each sum, or come nearest.

        The sum of a group rises with that number in straight pieces: a cell joins where it leaves its lower bound and
        drops out where it reaches the upper one. All these points are walked through in order, of all groups at once.
        """
        own = base[self.cells]
        at = np.concatenate([bounds[0] - own, bounds[1] - own])
        change = np.repeat([1.0, -1.0], len(own))
        order = np.lexsort([at, np.tile(self.group, 2)])
        at, change, group = at[order], change[order], np.tile(self.group, 2)[order]
        first = np.flatnonzero(np.diff(group, prepend=-1))
        slope = np.cumsum(change)  # within a group these add up to 0, so that each group begins anew
        rise = np.zeros(len(at))
        rise[1:] = slope[:-1] * np.diff(at)
        rise[first] = 0.0
        rise = np.cumsum(rise)
        start = np.repeat(rise[first], np.diff(np.append(first, len(at))))
        reached = self.count[group] * bounds[0] + rise - start
        wanted = self.wanted[group]
        last = np.append(first[1:], len(at)) - 1
        enough = reached >= wanted
        enough[last] = True  # out of reach: as far as it goes
        stop = np.flatnonzero(enough)
        stop = stop[np.diff(group[stop], prepend=-1) > 0]
        before = np.where(stop > 0, slope[stop - 1], 0.0)
        over = np.maximum(reached[stop] - wanted[stop], 0.0)
        back = np.divide(over, before, out=np.zeros(len(stop)), where=before > 0)
        found = np.zeros(len(self.wanted))
        found[group[stop]] = at[stop] - np.where(np.isin(stop, first), 0.0, back)
        return found


class _Problem:
    """The hidden cells as one list, with their estimate ``x`` (k,)."""

    def __init__(self, values: np.ndarray, hidden: np.ndarray, bounds: tuple[float, float]) -> None:
        self._values, self._hidden, self.bounds = values, hidden, bounds
        self.row, self.column = np.nonzero(hidden)
        self.middle = (bounds[0] + bounds[1]) / 2.0
        self.x = np.full(len(self.row), self.middle)

    def sums(self, key: np.ndarray, totals: np.ndarray | None, known: np.ndarray) -> _Sums:
        if totals is None:
            return _Sums(np.full(len(key), -1, dtype=np.int64), np.empty(0))
        return _Sums(key, np.asarray(totals, dtype=np.float64) - known)

    def parent_sums(self, parent: np.ndarray | None, totals: np.ndarray | None) -> _Sums:
        if parent is None or totals is None or not len(totals):
            return self.sums(self.row, None, np.empty(0))
        parent, columns = np.asarray(parent), self._values.shape[1]
        key = np.where(parent[self.row] >= 0, parent[self.row] * columns + self.column, -1)
        known = np.zeros((len(totals), columns))
        inside = parent >= 0
        np.add.at(known, parent[inside], np.nan_to_num(np.where(self._hidden, 0.0, self._values))[inside])
        return self.sums(key, np.asarray(totals, dtype=np.float64).ravel(), known.ravel())

    def solve(self, rows: _Sums, columns: _Sums, tick: Tick) -> None:
        of_row, of_column = np.zeros(len(self.x)), np.zeros(len(self.x))
        for number in range(_ROUNDS):
            tick(number / _ROUNDS)
            of_column = self._step(columns, self.middle + of_row)
            of_row = self._step(rows, self.middle + of_column)
            before, self.x = self.x, np.clip(self.middle + of_row + of_column, *self.bounds)
            if not len(rows.cells) or not len(columns.cells) or self._settled(columns):
                break
            if number and np.abs(self.x - before).max(initial=0.0) < _STILL:
                break  # the sums contradict each other: as near as it gets
        self._exact(rows)
        if not len(rows.cells):
            self._exact(columns)

    def _step(self, sums: _Sums, base: np.ndarray) -> np.ndarray:
        shift = np.zeros(len(self.x))
        if len(sums.cells):
            shift[sums.cells] = sums.shift(base, self.bounds)[sums.group]
        return shift

    def _settled(self, columns: _Sums) -> bool:
        gap = np.abs(columns.total(self.x) - columns.wanted)[columns.count > 0]
        return bool(len(gap) == 0 or gap.max() < _MET / 1000)

    def _exact(self, sums: _Sums) -> None:
        """Give the last digits to cells that are not at a bound, so that the sums are met to the last digit."""
        if not len(sums.cells):
            return
        low, high = self.bounds
        free = (self.x[sums.cells] > low) & (self.x[sums.cells] < high)
        count = np.bincount(sums.group[free], minlength=len(sums.wanted))
        gap = np.where(sums.count > 0, sums.wanted - sums.total(self.x), 0.0)
        part = np.divide(gap, count, out=np.zeros(len(gap)), where=(count > 0) & (np.abs(gap) < _MET))
        moved = self.x[sums.cells[free]] + part[sums.group[free]]
        self.x[sums.cells[free]] = np.clip(moved, low, high)

    def tightened(self, all_sums: list[_Sums]) -> tuple[np.ndarray, np.ndarray]:
        """Bounds of each cell that follow from the sums: what the others of a sum leave at least and at most."""
        low, high = np.full(len(self.x), self.bounds[0]), np.full(len(self.x), self.bounds[1])
        for _ in range(20):
            before = (low.copy(), high.copy())
            for sums in all_sums:
                _tighten(sums, low, high)
            if np.array_equal(before[0], low) and np.array_equal(before[1], high):
                break
        return low, high


def _tighten(sums: _Sums, low: np.ndarray, high: np.ndarray) -> None:
    if not len(sums.cells):
        return
    least, most = sums.total(low), sums.total(high)
    reachable = (sums.wanted >= least - _MET) & (sums.wanted <= most + _MET)
    own, cells = reachable[sums.group], sums.cells
    group = sums.group
    up = sums.wanted[group] - (most[group] - high[cells])
    down = sums.wanted[group] - (least[group] - low[cells])
    new_low = np.where(own, np.clip(up, low[cells], high[cells]), low[cells])
    new_high = np.where(own, np.clip(down, new_low, high[cells]), high[cells])
    low[cells], high[cells] = new_low, new_high
