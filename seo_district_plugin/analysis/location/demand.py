"""Before a model runs: weights that cannot be used, demands and candidates that stand twice, demands nobody reaches.

Every row is accounted for: kept, merged into another, or taken out with a reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..errors import AnalysisError
from .covering_reduce import same_rows
from .types import Costs, Group, SiteRules

NOT_A_NUMBER, NEGATIVE, ZERO, UNREACHABLE = "weight_not_a_number", "weight_negative", "weight_zero", "unreachable"
MOST_CANDIDATES = 10_000


@dataclass(frozen=True)
class Demands:
    """Demands ready for a solver, and the way back.

    Attributes:
        costs: of the merged demands. weight: (d,) float64 > 0, summed over what was merged.
        row: (n,) int64 merged demand of each original one, -1 for those taken out.
        reason: (n,) object: why it was taken out (a code), '' for those kept.
        counts: number taken out by reason.
    """

    costs: Costs
    weight: np.ndarray
    row: np.ndarray
    reason: np.ndarray
    counts: dict[str, int]

    @property
    def merged(self) -> int:
        """How many demands were joined to an identical one."""
        return int((self.row >= 0).sum()) - len(self.weight)

    def spread(self, values: np.ndarray, missing: float = -1) -> np.ndarray:
        """(n,) values of the original demands from (d,) values of the merged ones."""
        values = np.asarray(values)
        answer = np.full(len(self.row), missing, dtype=np.result_type(values, np.asarray(missing)))
        answer[self.row >= 0] = values[self.row[self.row >= 0]]
        return answer


def prepare_demands(
    costs: Costs, weight: np.ndarray, rules: SiteRules | None = None, *, radius: float = np.inf, merge: bool = True
) -> Demands:
    """Take out what cannot be served or has no weight, and join demands with the same costs.

    Args:
        costs: of n demands. weight: (n,) any numbers. rules: forbidden sites serve nobody.
        radius: largest cost that serves. merge: join identical demands (not for p-center by zone, say).

    Raises:
        AnalysisError: ``demand_none_left`` (rows, zero, negative, not_numbers, unreachable).
    """
    weight = np.asarray(weight, dtype=np.float64)
    reason = np.full(costs.rows, "", dtype=object)
    reason[unreachable(costs, rules, radius)] = UNREACHABLE
    reason[weight == 0] = ZERO
    reason[weight < 0] = NEGATIVE
    reason[~np.isfinite(weight)] = NOT_A_NUMBER
    kept = np.flatnonzero(reason == "")
    counts = {code: int((reason == code).sum()) for code in (NOT_A_NUMBER, NEGATIVE, ZERO, UNREACHABLE)}
    if not len(kept):
        raise AnalysisError(
            "demand_none_left", rows=costs.rows, zero=counts[ZERO], negative=counts[NEGATIVE],
            not_numbers=counts[NOT_A_NUMBER], unreachable=counts[UNREACHABLE],
        )  # fmt: skip
    chosen = rows_of(costs, kept)
    row = np.full(costs.rows, -1, dtype=np.int64)
    if not merge:
        row[kept] = np.arange(len(kept))
        return Demands(chosen, weight[kept], row, reason, counts)
    first, member = identical_demands(chosen)
    row[kept] = member
    return Demands(
        rows_of(chosen, first), np.bincount(member, weights=weight[kept], minlength=len(first)), row, reason, counts
    )


def unreachable(costs: Costs, rules: SiteRules | None = None, radius: float = np.inf) -> np.ndarray:
    """(n,) bool: demands that no allowed site serves within the radius."""
    usable = costs.value <= radius
    if rules is not None:
        usable &= ~rules.forbidden[costs.site]
    return np.bincount(costs.demand()[usable], minlength=costs.rows) == 0


def identical_demands(costs: Costs) -> tuple[np.ndarray, np.ndarray]:
    """First demand of each set with the same sites at the same costs, and the set of each demand."""
    from scipy import sparse

    levels, code = np.unique(costs.value, return_inverse=True)
    # A pair is the same when site and cost are: each such pair becomes a column of its own.
    wide = costs.site.astype(np.int64) * max(len(levels), 1) + code.ravel()
    pairs, column = np.unique(wide, return_inverse=True)
    table = sparse.csr_matrix(
        (np.ones(len(wide)), column.ravel(), costs.offsets), shape=(costs.rows, max(len(pairs), 1))
    )  # fmt: skip
    return same_rows(table)


def rows_of(costs: Costs, rows: np.ndarray) -> Costs:
    """The costs of some demands, in that order."""
    lengths = np.diff(costs.offsets)[rows]
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    at = np.arange(offsets[-1]) - np.repeat(offsets[:-1], lengths) + np.repeat(costs.offsets[rows], lengths)
    return Costs(len(rows), costs.columns, offsets, costs.site[at], costs.value[at])


@dataclass(frozen=True)
class Sites:
    """Candidates after those at one place were merged.

    Attributes:
        kept: (s,) int64 columns that stay. column: (m,) int64 place of each original among them.
        rules: on those that stay.
    """

    kept: np.ndarray
    column: np.ndarray
    rules: SiteRules

    @property
    def merged(self) -> int:
        """How many candidates went into another one."""
        return len(self.column) - len(self.kept)


def merge_sites(xy: np.ndarray, rules: SiteRules, *, tolerance: float = 0.0) -> Sites:
    """Candidates at one place become one, the first of them (an existing one before others).

    It exists or is required when any of them does; it is forbidden when all are; its price is the lowest of those
    allowed. Groups keep their members.

    Args:
        xy: (m, 2) coordinates. tolerance: places nearer than about that (same square of that size) are one; 0: equal.
    """
    xy = np.asarray(xy, dtype=np.float64)
    key = np.floor(xy / tolerance) if tolerance > 0 else xy
    _, column = np.unique(key, axis=0, return_inverse=True)
    column = column.ravel()
    # Of those at one place an existing site comes first, then one that is allowed.
    order = np.lexsort((np.arange(len(xy)), rules.forbidden, ~rules.existing, column))
    head = np.flatnonzero(np.concatenate([[True], np.diff(column[order]) != 0])) if len(xy) else np.zeros(0, np.int64)
    kept = np.sort(order[head])
    place = np.empty(len(kept), dtype=np.int64)
    place[column[kept]] = np.arange(len(kept))
    column = place[column]
    price = None
    if rules.price is not None:
        price = np.full(len(kept), np.inf)
        np.minimum.at(price, column, np.where(rules.forbidden, np.inf, rules.price))
        price = np.where(np.isfinite(price), price, rules.price[kept])
    groups = [replace(group, members=np.unique(column[group.members])) for group in rules.groups]
    return Sites(kept, column, SiteRules(
        _any(rules.existing, column, len(kept)), _any(rules.required, column, len(kept)),
        ~_any(~rules.forbidden, column, len(kept)), rules.close_limit, groups, price, rules.budget,
    ))  # fmt: skip


def _any(mask: np.ndarray, column: np.ndarray, count: int) -> np.ndarray:
    return np.bincount(column[mask], minlength=count) > 0


@dataclass(frozen=True)
class Thinned:
    """Fewer candidates, each standing for those of its square.

    Attributes:
        kept: (s,) int64 candidates that stand for others. column: (m,) place of the one that stands for each.
        size: of the squares. largest, mean: distance from a candidate to the one that stands for it.
    """

    kept: np.ndarray
    column: np.ndarray
    size: float
    largest: float
    mean: float

    def bound(self, bound: float, weight: float, *, most: float | None = None) -> float:
        """What no set of *all* candidates is below, from a bound over those kept; straight-line costs only.

        By the triangle inequality a way becomes at most ``largest`` longer when a site moves to the one that stands
        for it. Args: weight: sum of weights for a p-median, 1 for a p-center. most: never below this (0, say).
        """
        lower = bound - weight * self.largest
        return lower if most is None else max(lower, most)


def thin_candidates(xy: np.ndarray, most: int = MOST_CANDIDATES, keep: np.ndarray | None = None) -> Thinned:
    """Let at most ``most`` candidates stand for all: in each square of a grid the one nearest to their mean.

    Args:
        xy: (m, 2) coordinates in one unit. most: candidates that may stay. keep: (m,) bool, stay by themselves
            (existing and required ones).

    Raises:
        AnalysisError: ``candidates_too_many`` (count, most): more must be kept than may stay.
    """
    xy = np.asarray(xy, dtype=np.float64)
    keep = np.zeros(len(xy), dtype=bool) if keep is None else np.asarray(keep, dtype=bool)
    if keep.sum() > most:
        raise AnalysisError("candidates_too_many", count=int(keep.sum()), most=most)
    if len(xy) <= most:
        return Thinned(np.arange(len(xy)), np.arange(len(xy)), 0.0, 0.0, 0.0)
    if keep.sum() == most:
        raise AnalysisError("candidates_too_many", count=len(xy), most=most)
    free = np.flatnonzero(~keep)
    span = np.maximum(np.ptp(xy[free], axis=0), 1e-9)
    size = float(np.sqrt(span[0] * span[1] / most))
    while True:
        square = np.floor((xy[free] - xy[free].min(axis=0)) / size).astype(np.int64)
        _, member = np.unique(square[:, 0] * (square[:, 1].max() + 2) + square[:, 1], return_inverse=True)
        member = member.ravel()
        if member.max() + 1 + keep.sum() <= most:
            break
        size *= 1.1
    count = np.bincount(member)
    mean = np.column_stack([np.bincount(member, weights=xy[free, axis]) / count for axis in (0, 1)])
    away = np.hypot(*(xy[free] - mean[member]).T)
    order = np.lexsort((free, away, member))
    heads = free[order[np.concatenate([[True], np.diff(member[order]) != 0])]]
    kept = np.sort(np.concatenate([np.flatnonzero(keep), heads]))
    column = np.empty(len(xy), dtype=np.int64)
    column[free] = np.searchsorted(kept, heads)[member]
    column[np.flatnonzero(keep)] = np.searchsorted(kept, np.flatnonzero(keep))
    moved = np.hypot(*(xy - xy[kept[column]]).T)
    return Thinned(kept, column, size, float(moved.max()), float(moved.mean()))


def thinned_groups(groups: Sequence[Group], thinned: Thinned) -> list[Group]:
    """The groups among the candidates that stay (one belongs where it stands, not where those it stands for do)."""
    place = np.full(len(thinned.column), -1, dtype=np.int64)
    place[thinned.kept] = np.arange(len(thinned.kept))
    return [replace(group, members=place[group.members][place[group.members] >= 0]) for group in groups]


@dataclass(frozen=True)
class Aggregated:
    """How much joining places changed the answer.

    Attributes:
        stated: objective on the joined places. exact: of the same set on the original ones. error: exact - stated.
        share: error by exact.
    """

    stated: float
    exact: float

    @property
    def error(self) -> float:
        return self.exact - self.stated

    @property
    def share(self) -> float:
        return self.error / self.exact if self.exact else 0.0
