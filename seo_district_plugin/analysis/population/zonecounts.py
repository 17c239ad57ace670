"""People of each zone and group: columns chosen, hidden counts estimated, ages regrouped, odd rows told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .ages import AgeSpan, CountColumn, CountColumns, choose_columns
from .counts import Match, parent_rows, read_cells
from .masked import Missed, estimate_hidden
from .regroup import Split, regroup
from .rounding import largest_remainder

_WHOLE = 1e-6
"""Bounds this near a whole number are that number."""


@dataclass(frozen=True)
class Settings:
    """How cells are to be understood.

    Attributes:
        groups: ages to make, None: everybody together.
        each: every column is a group of its own (``groups`` is None then).
        marks_hide, blanks_hide: see :func:`read_cells`. bounds: least and most of a hidden count.
        shares: people of each single year, to divide columns that reach over the border of a group.
        whole: round to whole people.
    """

    groups: Sequence[AgeSpan] | None = None
    each: bool = False
    marks_hide: bool = True
    blanks_hide: bool = False
    bounds: tuple[float, float] = (1.0, 4.0)
    shares: Mapping[int, float] | None = None
    whole: bool = False


@dataclass(frozen=True)
class Group:
    """A group of people: its text for readers and the name of its field; both empty for everybody."""

    text: str
    field: str


@dataclass
class ZoneCounts:
    """People of each zone and group, and what happened on the way.

    Attributes:
        counts: (z, g); low, high: (z,) people of all groups together at least and at most.
        groups: one per column of ``counts``.
        columns: names of the columns that were counted.
        orphans: (row of the table, (g,) people) of rows whose code no zone has.
        total_rows: rows that are totals of others.
        without_row: zones that no row has; blanks: (zone, cells without a count).
        hidden: number of hidden cells of zones; rows_missed, sums_missed: see :class:`masked.Hidden`.
        splits: columns divided between groups.
        rounded: largest change of a count by rounding to whole people.
        differences: zones whose ages do not add up to their total, with the sum over zones of ages less total.
    """

    counts: np.ndarray
    low: np.ndarray
    high: np.ndarray
    groups: list[Group]
    columns: list[str]
    orphans: list[tuple[int, np.ndarray]]
    total_rows: list[int]
    without_row: list[int]
    blanks: list[tuple[int, int]]
    hidden: int = 0
    rows_missed: list[Missed] = field(default_factory=list)
    sums_missed: list[Missed] = field(default_factory=list)
    splits: list[Split] = field(default_factory=list)
    rounded: float = 0.0
    differences: tuple[int, float] = (0, 0.0)


def zone_counts(
    codes: Sequence[object],
    columns: Mapping[str, Sequence[object]],
    match: Match,
    settings: Settings,
    flags: Sequence[object] | None = None,
    tick: Tick = no_tick,
) -> ZoneCounts:
    """Read the table and make people per zone and group of it.

    Args:
        codes: (n,) of the rows; ``columns``: name -> cells, those to be looked at.
        match: of the rows with the zones.
        flags: (n,) notes of the import, see :func:`read_cells`.

    Raises:
        AnalysisError: ``counts_no_columns`` (columns), ``counts_no_ages`` (columns), and those of the steps.
    """
    used, matrix, groups, splits, chosen = _plan(list(columns), settings)
    is_total, parent = parent_rows(codes, match.zone_of_row)
    cells = read_cells({name: columns[name] for name in used}, settings.marks_hide, settings.blanks_hide, flags)
    all_people, constrained = _row_totals(columns, chosen, settings)
    values, low, high = cells.values, np.nan_to_num(cells.values), np.nan_to_num(cells.values)
    result = ZoneCounts(np.empty(0), np.empty(0), np.empty(0), groups, used, [], [], [], [], splits=splits)
    own = np.flatnonzero(~is_total)
    if cells.hidden[own].any():
        position = np.full(len(codes), -1, dtype=np.int64)
        totals = np.flatnonzero(is_total)
        position[totals] = np.arange(len(totals))
        found = estimate_hidden(
            values[own], cells.hidden[own], settings.bounds,
            all_people[own] if constrained else None,
            np.where(parent[own] >= 0, position[parent[own]], -1), values[totals], tick,
        )  # fmt: skip
        values[own], low[own], high[own] = found.values, found.low, found.high
        result.hidden, result.sums_missed = found.cells, found.sums_missed
        result.rows_missed = [Missed(int(own[m.row]), -1, m.wanted, m.low, m.high) for m in found.rows_missed]
    elif constrained:
        result.differences = _differences(np.nan_to_num(values[own]).sum(axis=1), all_people[own])
    _by_zone(result, match, is_total, np.nan_to_num(values) @ matrix, low @ matrix, high @ matrix)
    if constrained and np.allclose(matrix.sum(axis=1), 1.0):
        _known_totals(result, match, all_people)
    result.blanks = [
        (int(zone), int(count)) for zone, count in zip(match.zone_of_row, cells.blank.sum(axis=1)) if zone >= 0 < count
    ]
    if settings.whole:
        _round(result)
    return result


def _plan(names: list[str], settings: Settings) -> tuple[list[str], np.ndarray, list[Group], list[Split], CountColumns]:
    """Columns to read, the matrix from them to the groups, the groups, the columns divided."""
    if settings.each:
        chosen = CountColumns([], [])
        return names, np.eye(len(names)), _own_groups(names), [], chosen
    chosen = choose_columns(names)
    if settings.groups is not None:
        if not chosen.ages:
            raise AnalysisError("counts_no_ages", columns=names)
        made = regroup(chosen.ages, settings.groups, settings.shares)
        groups = [Group(group.text, group.field) for group in settings.groups]
        return [column.name for column in chosen.ages], made.matrix, groups, made.splits, chosen
    used = chosen.totals or chosen.ages
    if not used and len(names) == 1:
        used = [CountColumn(names[0], None)]  # the one column given is what is to be counted, whatever its name
    if not used:
        raise AnalysisError("counts_no_columns", columns=names)
    return [column.name for column in used], np.ones((len(used), 1)), [Group("", "")], [], chosen


def _own_groups(names: list[str]) -> list[Group]:
    """A field for each column: by its ages where its name tells them, else by the column's place."""
    from .ages import read_column

    groups: list[Group] = []
    for at, name in enumerate(names, start=1):
        column = read_column(name)
        made = column.span.field if column and column.span and not column.sex else f"p_c{at}"
        taken = {group.field for group in groups}
        groups.append(Group(name, f"p_c{at}" if made in taken else made))
    return groups


def _row_totals(
    columns: Mapping[str, Sequence[object]], chosen: CountColumns, settings: Settings
) -> tuple[np.ndarray, bool]:
    """(n,) all people of each row where that is known, and whether the columns used are parts of that total."""
    rows = len(next(iter(columns.values()), ()))
    if not chosen.totals or not chosen.ages or not chosen.complete or settings.groups is None:
        return np.full(rows, np.nan), False
    cells = read_cells({column.name: columns[column.name] for column in chosen.totals})
    both = len(chosen.totals) == 2 or not chosen.totals[0].sex
    return cells.values.sum(axis=1), both


def _differences(ages: np.ndarray, totals: np.ndarray) -> tuple[int, float]:
    known = np.isfinite(totals)
    gap = (ages - totals)[known]
    return int((np.abs(gap) > 0.5).sum()), float(gap.sum())


def _by_zone(
    result: ZoneCounts, match: Match, is_total: np.ndarray, people: np.ndarray, low: np.ndarray, high: np.ndarray
) -> None:
    zones, row = len(match.codes), match.zone_of_row
    result.counts = np.zeros((zones, people.shape[1]))
    result.low, result.high = np.zeros(zones), np.zeros(zones)
    inside = row >= 0
    result.counts[row[inside]] = people[inside]
    result.low[row[inside]], result.high[row[inside]] = low[inside].sum(axis=1), high[inside].sum(axis=1)
    result.orphans = [(int(at), people[at]) for at in np.flatnonzero(~inside & ~is_total)]
    result.total_rows = np.flatnonzero(is_total).tolist()
    result.without_row = np.setdiff1d(np.arange(zones), row[inside]).tolist()


def _known_totals(result: ZoneCounts, match: Match, all_people: np.ndarray) -> None:
    """Where all ages are asked for and their sum meets the known total, the total is no estimate."""
    for row in np.flatnonzero((match.zone_of_row >= 0) & np.isfinite(all_people)):
        zone = match.zone_of_row[row]
        if abs(result.counts[zone].sum() - all_people[row]) < 1e-6:
            result.low[zone] = result.high[zone] = all_people[row]


def _round(result: ZoneCounts) -> None:
    """Whole people per zone and group; the sum over the groups of a zone is its rounded sum."""
    rounded = np.array([largest_remainder(row) for row in result.counts], dtype=np.float64).reshape(result.counts.shape)
    result.rounded = float(np.abs(rounded - result.counts).max(initial=0.0))
    result.counts = rounded
    people = rounded.sum(axis=1)
    result.low = np.minimum(np.floor(result.low + _WHOLE), people)
    result.high = np.maximum(np.ceil(result.high - _WHOLE), people)
    result.orphans = [(row, largest_remainder(people).astype(np.float64)) for row, people in result.orphans]
