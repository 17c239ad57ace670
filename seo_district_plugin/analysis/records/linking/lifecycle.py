"""Lives of businesses: who came after whom at the same unit, who moved, and which dates two rows cannot share.

A row is open from its opening day to its closing day. Two rows whose lives do not overlap are not one business, however
alike they are: at the same unit the later one is the *successor* of the earlier one, elsewhere it may be the same
business that *moved* and took out a new license. Neither is linked; both are told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from .types import Normal, Records

TOLERANCE = 31
"""Days by which a successor may have opened before its predecessor was reported closed: licenses are handed over."""
MOVE_WITHIN = 400
"""Days between closing and opening elsewhere in which the same name is taken for a move."""
SAME_SPOT = 15.0
"""Meters within which two rows without comparable addresses stand in one building."""
UNRELATED, SUCCESSOR, MOVED = 0, 1, 2
_FAR = np.datetime64("2200-01-01")
_NEVER = np.iinfo(np.int64).max // 4


@dataclass(frozen=True)
class Lives:
    """Days since 1970 from which and to which rows were open.

    Attributes:
        start: (n,) int64, a very small number where unknown; end: (n,) int64, a very large one where open or unknown.
    """

    start: np.ndarray
    end: np.ndarray


def mended(records: Records) -> tuple[Records, int]:
    """Records in which a closing day before the opening day is exchanged with it, and in how many rows that was so.

    A closing day in the far future (9999-12-31) is none.
    """
    opened, closed = np.asarray(records.opened), np.asarray(records.closed)
    endless = ~np.isnat(closed) & (closed >= _FAR)
    if endless.any():
        records = replace(records, closed=np.where(endless, np.datetime64("NaT"), closed))
        closed = np.asarray(records.closed)
    wrong = ~np.isnat(opened) & ~np.isnat(closed) & (closed < opened)
    if not wrong.any():
        return records, 0
    first, last = np.where(wrong, closed, opened), np.where(wrong, opened, closed)
    return replace(records, opened=first, closed=last), int(wrong.sum())


def lives_of(records: Records) -> Lives:
    """The lives of all rows."""
    first, last = np.asarray(records.opened), np.asarray(records.closed)
    start = np.where(np.isnat(first), -_NEVER, first.astype("datetime64[D]").astype(np.int64))
    # A row that is open has no end, whatever an older closing day says: it was opened again.
    ended = ~np.isnat(last) & ~np.asarray(records.is_open)
    end = np.where(ended, last.astype("datetime64[D]").astype(np.int64), _NEVER)
    return Lives(start, end)


def gaps(lives: Lives, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(p,) float: days from the end of one life to the start of the other; NaN where the lives may overlap.

    Positive: a came first; negative: b did. A day's gap is 1 at least, so that the sign tells.
    """
    first = lives.start[b] - lives.end[a]
    second = lives.start[a] - lives.end[b]
    # Lives of a few days inside the tolerance of each other are not told apart.
    before = (first >= -TOLERANCE) & (lives.start[b] > lives.start[a]) & (lives.end[b] > lives.end[a])
    after = (second >= -TOLERANCE) & (lives.start[a] > lives.start[b]) & (lives.end[a] > lives.end[b])
    days = np.full(len(a), np.nan)
    days[before] = np.maximum(first[before], 1)
    days[after] = -np.maximum(second[after], 1)
    return days


def same_unit(records: Records, normal: Normal, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(p,) bool: one building, and neither floor nor unit speaks against it."""
    table = normal.table
    road = _equal(table, ("road",), ("main",), ("sub",), a, b)
    lot = _equal(table, ("dong",), ("lot_main",), ("lot_sub", "lot_mountain"), a, b)
    told = _known(table, "road", "main", a, b) | _known(table, "dong", "lot_main", a, b)
    near = np.hypot(*(records.xy[a] - records.xy[b]).T) <= SAME_SPOT
    place = road | lot | (~told & near)
    floor, unit = table["floor"].to_numpy(), table["unit"].to_numpy()
    other_floor = (floor[a] != 0) & (floor[b] != 0) & (floor[a] != floor[b])
    other_unit = (unit[a] != "") & (unit[b] != "") & (unit[a] != unit[b])
    return place & ~other_floor & ~other_unit


def _known(table: pd.DataFrame, text: str, number: str, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    known = (table[text].to_numpy() != "") & (table[number].to_numpy() >= 0)
    return known[a] & known[b]


def _equal(
    table: pd.DataFrame,
    texts: tuple[str, ...],
    numbers: tuple[str, ...],
    more: tuple[str, ...],
    a: np.ndarray,
    b: np.ndarray,
) -> np.ndarray:
    same = _known(table, texts[0], numbers[0], a, b)
    for name in (*texts, *numbers, *more):
        values = table[name].to_numpy()
        same &= values[a] == values[b]
    return same


@dataclass(frozen=True)
class Successions:
    """What the dates say of pairs.

    Attributes:
        apart: (p,) bool: lives that do not overlap - never one business.
        relation: (p,) int8: UNRELATED, SUCCESSOR (same unit) or MOVED, for pairs that are apart.
        days: (p,) float: as of :func:`gaps`.
    """

    apart: np.ndarray
    relation: np.ndarray
    days: np.ndarray


def successions(
    records: Records, normal: Normal, lives: Lives, a: np.ndarray, b: np.ndarray, alike: np.ndarray
) -> Successions:
    """Which pairs follow one another.

    Args:
        alike: (p,) bool: pairs that would be one business if there were no dates; the others have no relation.
    """
    days = gaps(lives, a, b)
    apart = np.isfinite(days)
    relation = np.zeros(len(a), dtype=np.int8)
    some = np.flatnonzero(apart & alike)
    here = same_unit(records, normal, a[some], b[some])
    relation[some[here]] = SUCCESSOR
    relation[some[~here & (np.abs(days[some]) <= MOVE_WITHIN)]] = MOVED
    return Successions(apart, relation, days)


LIFE_LABELS = ("missing", "closed_and_open", "closed_both", "open_both")


def life_levels(records: Records, lives: Lives, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(p,) int8: whether both rows are open: a row that is open is seldom one that closed.

    0 where neither register tells of closed businesses (all its rows are open).
    """
    tells = np.zeros(len(records.registers), dtype=bool)
    np.logical_or.at(tells, records.register, ~np.asarray(records.is_open))
    told = tells[records.register]
    one, other = np.asarray(records.is_open)[a], np.asarray(records.is_open)[b]
    levels = np.where(one != other, 1, np.where(one, 3, 2))
    return np.where(told[a] | told[b], levels, 0).astype(np.int8)
