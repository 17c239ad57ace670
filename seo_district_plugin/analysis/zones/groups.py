"""Sums, extremes and diversity over groups of members, all groups at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Groups:
    """Which members (points, pixels, rows) belong to which group (zone, disc).

    Attributes:
        offsets: (g + 1,) int64; group ``i`` holds ``members[offsets[i]:offsets[i + 1]]``.
        members: (k,) int64 indices into arrays of values.
    """

    offsets: np.ndarray
    members: np.ndarray

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @classmethod
    def from_pairs(cls, group: np.ndarray, member: np.ndarray, groups: int) -> Groups:
        """From pairs in any order; the order of members inside a group is kept."""
        group = np.asarray(group, dtype=np.int64)
        member = np.asarray(member, dtype=np.int64)
        if len(group) > 1 and (group[1:] < group[:-1]).any():
            order = np.argsort(group, kind="stable")
            group, member = group[order], member[order]
        return cls(np.searchsorted(group, np.arange(groups + 1)).astype(np.int64), member)

    def counts(self) -> np.ndarray:
        """(g,) int64 number of members."""
        return np.diff(self.offsets)

    def owners(self) -> np.ndarray:
        """(k,) int64 group of each member."""
        return np.repeat(np.arange(len(self), dtype=np.int64), self.counts())

    def kept(self, keep: np.ndarray) -> Groups:
        """The same groups with only the members where ``keep`` (k,) is true."""
        before = np.concatenate([[0], np.cumsum(keep)])
        return Groups(before[self.offsets], self.members[keep])


def segment_sum(values: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """(g,) float64 sums of runs of ``values`` (k,); 0 for an empty run."""
    return _reduce(np.add, values, offsets, 0.0)


def segment_min(values: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """(g,) float64 least value of each run; inf for an empty run."""
    return _reduce(np.minimum, values, offsets, np.inf)


def segment_max(values: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """(g,) float64 largest value of each run; -inf for an empty run."""
    return _reduce(np.maximum, values, offsets, -np.inf)


def _reduce(operation: np.ufunc, values: np.ndarray, offsets: np.ndarray, empty: float) -> np.ndarray:
    result = np.full(len(offsets) - 1, empty, dtype=np.float64)
    filled = offsets[:-1] < offsets[1:]
    if filled.any():  # reduceat has no notion of an empty run, so only the filled ones are given
        result[filled] = operation.reduceat(values, offsets[:-1][filled], dtype=np.float64)  # type: ignore[attr-defined]
    return result


class Numbers:
    """A numeric column with its gaps marked: NaN and infinite values take no part in any measure.

    Attributes:
        filled: (m,) float64 with 0 in the gaps.
        known: (m,) bool, or None when there is no gap.
    """

    def __init__(self, values: np.ndarray) -> None:
        values = np.asarray(values, dtype=np.float64)
        known = np.isfinite(values)
        self.known = None if known.all() else known
        self.filled = values if self.known is None else np.where(known, values, 0.0)

    def taken(self, index: np.ndarray) -> Numbers:
        """The column in another order, or a part of it."""
        result = Numbers.__new__(Numbers)
        result.filled = self.filled[index]
        result.known = None if self.known is None else self.known[index]
        return result

    def without_gaps(self, groups: Groups) -> Groups:
        """The groups with only the members that have a value."""
        return groups if self.known is None else groups.kept(self.known[groups.members])


def group_count(groups: Groups, values: Numbers | None = None) -> np.ndarray:
    """(g,) float64: members, or members with a value."""
    return (groups if values is None else values.without_gaps(groups)).counts().astype(np.float64)


def group_sum(groups: Groups, values: Numbers, weights: np.ndarray | None = None) -> np.ndarray:
    """(g,) sum of the values, each times its ``weights`` (k,) if given; 0 without a value."""
    members = values.filled[groups.members]
    return segment_sum(members if weights is None else members * weights, groups.offsets)


def group_mean(groups: Groups, values: Numbers) -> np.ndarray:
    """(g,) mean of the values; NaN without a value."""
    count = group_count(groups, values)
    return np.divide(group_sum(groups, values), count, out=np.full(len(groups), np.nan), where=count > 0)


def group_min(groups: Groups, values: Numbers) -> np.ndarray:
    """(g,) least value; NaN without a value."""
    known = values.without_gaps(groups)
    return _finite(segment_min(values.filled[known.members], known.offsets))


def group_max(groups: Groups, values: Numbers) -> np.ndarray:
    """(g,) largest value; NaN without a value."""
    known = values.without_gaps(groups)
    return _finite(segment_max(values.filled[known.members], known.offsets))


REDUCERS: dict[str, Callable[[Groups, Numbers], np.ndarray]] = {
    "count": group_count,
    "sum": group_sum,
    "mean": group_mean,
    "min": group_min,
    "max": group_max,
}
"""Measures of one numeric column, by name."""


def group_shannon(groups: Groups, codes: np.ndarray, categories: int) -> np.ndarray:
    """(g,) Shannon diversity ``-sum p ln p`` of the categories (Shannon 1948), natural logarithm.

    0 for one category and for a group without any. ``codes`` (m,) are 0 to ``categories - 1``, negative where the
    category is missing; missing ones are left out of the shares.
    """
    known = groups.kept(codes[groups.members] >= 0)
    key = known.owners() * max(categories, 1) + codes[known.members]
    if len(known) * categories <= 4 * len(key) + 1024:
        frequency = np.bincount(key, minlength=len(known) * categories)
        cell = np.flatnonzero(frequency)
        frequency = frequency[cell]
    else:
        cell, frequency = np.unique(key, return_counts=True)
    owner = cell // max(categories, 1)
    share = frequency / known.counts()[owner]
    return np.bincount(owner, weights=-share * np.log(share), minlength=len(groups)) + 0.0


def category_codes(values: np.ndarray) -> tuple[np.ndarray, int]:
    """Codes 0, 1, ... of a column of texts or numbers, and how many; -1 for None, NaN and blank text."""
    values = np.asarray(values)
    codes, kinds = pd.factorize(values if values.dtype.kind in "biuf" else values.astype(object))
    if values.dtype.kind not in "biuf":  # what differs in blanks around it only is one category
        texts = pd.Series(kinds, dtype=object).map(lambda kind: str(kind).strip() or None)
        merged, kinds = pd.factorize(texts.to_numpy(dtype=object))
        codes = np.append(merged, -1)[codes]
    return codes.astype(np.int64), len(kinds)


def _finite(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values), values, np.nan)
