"""The rules on sites as linear rows, and which rule makes it impossible when no set keeps them all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from ..errors import AnalysisError
from .covering_highs import CALL_LIMIT, SAFE
from .covering_program import Program, empty_rows, indicator
from .rules import limits_of
from .types import SiteRules


@dataclass(frozen=True)
class RuleRows:
    """Rules on m sites, ready for a :class:`Program` (see there for the meaning of each)."""

    rows: sparse.csr_matrix
    low: np.ndarray
    high: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    count_low: int
    count_high: int

    def program(self, cover: sparse.csr_matrix, worth: np.ndarray, profit: np.ndarray | None = None) -> Program:
        """A program under these rules."""
        if profit is None:
            profit = np.zeros(len(self.lower))
        return Program(
            np.asarray(profit, dtype=np.float64), cover, worth, self.rows, self.low, self.high, self.lower, self.upper,
            self.count_low, self.count_high, whole=_is_whole(worth) and _is_whole(profit),
        )  # fmt: skip

    def with_rows(self, rows: sparse.csr_matrix, low: np.ndarray | float, high: np.ndarray | float) -> RuleRows:
        """These rules and further rows."""
        count = rows.shape[0]
        return RuleRows(
            sparse.vstack([self.rows, rows], format="csr"),
            np.concatenate([self.low, np.broadcast_to(low, count)]),
            np.concatenate([self.high, np.broadcast_to(high, count)]),
            self.lower, self.upper, self.count_low, self.count_high,
        )  # fmt: skip


def rule_rows(rules: SiteRules, p: int | None) -> RuleRows:
    """Rules as rows.

    Args:
        p: new sites to open (each closed existing site allows one more); None for any number.
    """
    sites = len(rules.existing)
    held = int(rules.existing.sum())
    lower = rules.required | (rules.existing & (rules.close_limit <= 0))
    parts, low, high = [], [], []
    if held and 0 < rules.close_limit < held:
        parts.append(_row(np.flatnonzero(rules.existing), np.ones(held), sites))
        low.append(float(held - rules.close_limit))
        high.append(np.inf)
    for group in rules.groups:
        members = np.unique(np.asarray(group.members, dtype=np.int64))
        parts.append(_row(members, np.ones(len(members)), sites))
        low.append(float(group.low))
        high.append(float(group.high))
    if np.isfinite(rules.budget) and rules.price is not None:
        price = np.where(rules.existing, 0.0, rules.price)
        priced = np.flatnonzero(price > 0)
        parts.append(_row(priced, price[priced], sites))
        low.append(-np.inf)
        high.append(float(rules.budget))
    rows = sparse.vstack(parts, format="csr") if parts else empty_rows(sites)
    count = (0, sites) if p is None else (held + p, held + p)
    upper = ~rules.forbidden
    return RuleRows(
        rows, np.array(low), np.array(high), lower.astype(np.int8), upper.astype(np.int8), count[0], count[1]
    )  # fmt: skip


def _row(columns: np.ndarray, values: np.ndarray, sites: int) -> sparse.csr_matrix:
    row = indicator(np.zeros(len(columns), dtype=np.int64), columns, (1, sites))
    row.data = values.astype(np.float64)
    return row


def _is_whole(values: np.ndarray | None) -> bool:
    return values is None or bool((values == np.rint(values)).all())


def explain_uncovered(cover: sparse.csr_matrix, rules: SiteRules) -> str:
    """Names of the rules that together leave somebody uncovered, none of which can be spared for that."""
    names = ["CLOSE_LIMIT"] * bool(rules.existing.any() and 0 < rules.close_limit < rules.existing.sum())
    names += [group.name for group in rules.groups]
    names += ["BUDGET"] * bool(np.isfinite(rules.budget) and rules.price is not None)
    every = rule_rows(rules, None)
    keep = list(range(len(names)))
    for number in range(len(names)):
        fewer = [other for other in keep if other != number]
        if not _possible(every, cover, fewer):
            keep = fewer
    return ", ".join(dict.fromkeys(names[number] for number in keep))


def _possible(every: RuleRows, cover: sparse.csr_matrix, keep: list[int]) -> bool:
    """Whether a set keeps these rules and covers everybody (yes, as long as the contrary is not shown in time)."""
    sites = len(every.lower)
    constraints = [
        LinearConstraint(rows, low, high)
        for rows, low, high in ((every.rows[keep], every.low[keep], every.high[keep]), (cover, 1.0, np.inf))
        if rows.shape[0]
    ]
    if not constraints:
        return True
    answer = milp(
        np.zeros(sites), integrality=np.ones(sites), bounds=Bounds(every.lower, every.upper), constraints=constraints,
        options={**SAFE, "time_limit": CALL_LIMIT},
    )  # fmt: skip
    return answer.status != 2


def check_rules(rules: SiteRules, p: int | None) -> None:
    """Whether a set keeps the rules, p sites or any number.

    Raises:
        AnalysisError: those of :func:`rules.limits_of`.
    """
    if p is not None:
        limits_of(rules, p)
        return
    both = np.flatnonzero(rules.required & rules.forbidden)
    if len(both):
        raise AnalysisError("site_required_and_forbidden", column=int(both[0]))
    gone = np.flatnonzero(rules.existing & rules.forbidden)
    if len(gone) > max(rules.close_limit, 0):
        raise AnalysisError("existing_forbidden", column=int(gone[0]), closable=max(rules.close_limit, 0))
    _check_groups(rules)
    every = rule_rows(rules, None)
    sites = len(rules.existing)
    if every.rows.shape[0] and not _possible(every, every.rows[:0], list(range(every.rows.shape[0]))):
        raise AnalysisError("rules_contradict", rules=explain_uncovered(empty_rows(sites), rules))


def _check_groups(rules: SiteRules) -> None:
    usable = ~rules.forbidden
    fixed = rules.required | (rules.existing & usable & (rules.close_limit <= 0))
    for group in rules.groups:
        members = np.unique(np.asarray(group.members, dtype=np.int64))
        if group.low > group.high:
            raise AnalysisError("group_bounds_crossed", group=group.name, low=group.low, high=group.high)
        available, held = int(usable[members].sum()), int(fixed[members].sum())
        if available < group.low:
            raise AnalysisError("group_too_few_sites", group=group.name, low=group.low, available=available)
        if held > group.high:
            raise AnalysisError("group_too_many_open", group=group.name, high=group.high, fixed=held)
