"""How other values agree: telephone numbers, industries, days, further columns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .industries import related
from .measures import Texts, once_per_pair
from .types import DISAGREE, MISSING, Normal, Records

PHONE_LABELS = ("missing", "different", "near", "equal")
_LOCAL = 7
INDUSTRY_LABELS = ("missing", "unrelated", "related", "same")
_ALIKE_CATEGORY = 0.5
DATE_LABELS = ("missing", "different", "same_year", "near", "equal")
_YEAR, _MONTH = 366, 31
EXTRA_LABELS = ("missing", "different", "weak", "alike", "equal")
_EXTRA_CUTS = (0.35, 0.7)
_NUMERIC_SHARE = 0.95


class Phones:
    """Telephone numbers of all rows."""

    def __init__(self, normal: Normal) -> None:
        self.text = Texts(normal.table["phone"].to_numpy(dtype=object))
        local = [int(digits[-_LOCAL:]) for digits in self.text.unique]
        self.local = np.array([*local, -1], dtype=np.int64)
        self.size = np.array([*(len(digits) for digits in self.text.unique), 0])

    def same(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """(p,) bool: one number."""
        return (self.text.code[a] >= 0) & (self.text.code[a] == self.text.code[b])

    def levels(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """(p,) int8: near is the same without the area code, or with one digit wrong."""
        one, other = self.text.code[a], self.text.code[b]
        known = (one >= 0) & (other >= 0)
        level = np.where(known, np.where(one == other, 3, DISAGREE), MISSING).astype(np.int8)
        at = np.flatnonzero(known & (one != other))
        left, right = self.local[one[at]], self.local[other[at]]
        bare = (self.size[one[at]] <= _LOCAL + 1) | (self.size[other[at]] <= _LOCAL + 1)
        wrong = np.zeros(len(at), dtype=np.int64)
        for power in range(_LOCAL):
            wrong += (left // 10**power % 10) != (right // 10**power % 10)
        head = _head(self.text.unique, one[at], other[at])
        level[at[((left == right) & bare) | ((wrong == 1) & head)]] = 2
        return level


def _head(texts: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(p,) bool: numbers that begin alike, before their last seven digits."""
    heads = np.array([text[:-_LOCAL] for text in texts] or [""], dtype=object)
    return heads[one] == heads[other] if len(one) else np.zeros(0, dtype=bool)


class Categories:
    """Classes of industry of all rows; the categories as they stand where there is no class."""

    def __init__(self, records: Records, normal: Normal) -> None:
        from .normalize import fold_column

        self.text = Texts(fold_column(records.category), 3)
        classes = Texts(normal.table["industry"].to_numpy(dtype=object))
        self.code = classes.code
        self._table = _related(classes.unique, normal.groups)

    def same(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """(p,) bool: one class."""
        return (self.code[a] >= 0) & (self.code[a] == self.code[b])

    def levels(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """(p,) int8 levels."""
        one, other = self.code[a], self.code[b]
        known = (one >= 0) & (other >= 0)
        level = np.where(known, DISAGREE, MISSING).astype(np.int8)
        level[known] = self._table[one[known], other[known]]
        left, right = self.text.code[a], self.text.code[b]
        at = np.flatnonzero(~known & (left >= 0) & (right >= 0) & (one == other))
        if len(at):
            alike = once_per_pair(left[at], right[at], len(self.text.unique), self.text.cosine)
            level[at] = np.where(left[at] == right[at], 3, np.where(alike >= _ALIKE_CATEGORY, 2, DISAGREE))
        return level


def _related(names: np.ndarray, groups: Mapping[str, tuple[str, ...]]) -> np.ndarray:
    """(c, c) int8 levels of pairs of classes."""
    one, other = np.repeat(names, len(names)), np.tile(names, len(names))
    level = np.where(related(one, other, groups), 2, DISAGREE).reshape(len(names), len(names)).astype(np.int8)
    np.fill_diagonal(level, 3)
    return level


def day_levels(days: np.ndarray, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Levels (p,) int8 of days, and how many days lie between them (float32, NaN unknown)."""
    one, other = days[a], days[b]
    known = ~(np.isnat(one) | np.isnat(other))
    between = np.abs((one - other).astype("timedelta64[D]").astype(np.float64))
    between[~known] = np.nan
    level = np.full(len(a), MISSING, dtype=np.int8)
    level[known] = DISAGREE
    level[between <= _YEAR] = 2
    level[between <= _MONTH] = 3
    level[between == 0] = 4
    return level, between.astype(np.float32)


class Extra:
    """A further column: numbers where nearly all of its values are numbers, else text."""

    def __init__(self, values: np.ndarray) -> None:
        self.text = Texts(values, 3)
        self.numbers = _numbers(self.text.unique)

    def levels(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Levels (p,) int8 and likeness (float32, NaN unknown)."""
        one, other = self.text.code[a], self.text.code[b]
        known = (one >= 0) & (other >= 0)
        likeness = np.full(len(a), np.nan, dtype=np.float32)
        likeness[known] = 1.0
        at = np.flatnonzero(known & (one != other))
        if self.numbers is not None:
            left, right = self.numbers[one[at]], self.numbers[other[at]]
            gap = np.abs(left - right) / np.maximum(np.maximum(np.abs(left), np.abs(right)), 1e-12)
            near = np.abs(left - right) <= 1
            likeness[at] = np.where(gap <= 1e-9, 1.0, np.where(near, 0.75, np.maximum(0.0, 0.6 - 3 * gap)))
        elif len(at):
            size = len(self.text.unique)
            grams = once_per_pair(one[at], other[at], size, self.text.cosine)
            letters = once_per_pair(one[at], other[at], size, self.text.ratio)
            # Common letters of any two long texts are many: they count above one half only.
            likeness[at] = np.minimum(np.maximum(grams, 2 * letters - 1), 0.999)
        level = np.where(known, DISAGREE, MISSING).astype(np.int8)
        level[likeness >= _EXTRA_CUTS[0]] = 2
        level[likeness >= _EXTRA_CUTS[1]] = 3
        level[likeness >= 1.0] = 4
        return level, likeness


def _numbers(texts: np.ndarray) -> np.ndarray | None:
    found = np.full(len(texts), np.nan)
    for at, text in enumerate(texts):
        try:
            found[at] = float(text.replace(",", ""))
        except ValueError:
            continue
    good = np.isfinite(found)
    return found if len(texts) and good.mean() >= _NUMERIC_SHARE else None
