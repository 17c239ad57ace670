"""Rules on the open sites in one form that all solvers share, and whether any set obeys them.

A rule is a row of ``matrix @ open <= limit``: a group's least and most, the budget, the existing sites that must stay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint

from ..errors import AnalysisError
from .clock import HIGHS_SECONDS
from .integer import solve_integer
from .types import SiteRules

MARGIN = 1e-9


@dataclass(frozen=True)
class Limits:
    """The allowed sets of m sites.

    Attributes:
        count: number of open sites, existing ones included.
        opened, closed: (m,) bool sites that are open, or closed, in every allowed set.
        matrix: (k, m) float64. limit: (k,) float64. ``matrix @ open <= limit`` in every allowed set.
        names: what each row is: ``("group_low", name)``, ``("group_high", name)``, ``("budget", "")`` or
            ``("keep", "")``.
    """

    count: int
    opened: np.ndarray
    closed: np.ndarray
    matrix: np.ndarray
    limit: np.ndarray
    names: tuple[tuple[str, str], ...]

    @property
    def slack(self) -> np.ndarray:
        """(k,) what rounding may add to each limit."""
        return MARGIN * (1.0 + np.abs(self.limit))

    def among(self, sites: np.ndarray) -> Limits:
        """The rules on these columns when all others are closed."""
        return Limits(self.count, self.opened[sites], self.closed[sites], self.matrix[:, sites], self.limit, self.names)

    def scaled(self, largest: float) -> Limits:
        """The same rules with rows whose largest entry has this size, prices and counts alike."""
        size = np.abs(self.matrix).max(axis=1, initial=0.0)
        factor = largest / np.where(size > 0, size, largest)
        matrix, limit = self.matrix * factor[:, None], self.limit * factor
        return Limits(self.count, self.opened, self.closed, matrix, limit, self.names)

    def allows(self, chosen: np.ndarray) -> bool:
        """Whether the set of columns obeys every rule."""
        is_open = np.zeros(len(self.opened), bool)
        is_open[chosen] = True
        if is_open.sum() != self.count or (self.opened & ~is_open).any() or (self.closed & is_open).any():
            return False
        return bool((self.matrix @ is_open <= self.limit + self.slack).all())


def limits_of(rules: SiteRules, p: int) -> Limits:
    """The rules in one form, checked: at least one set obeys them.

    Args:
        rules: on m sites. p: number of new sites to open, besides the existing ones that stay.

    Raises:
        AnalysisError: ``sites_none`` when nothing would be open; ``sites_negative`` (wanted); ``sites_too_few``
            (wanted, available); ``sites_required_too_many`` (required, wanted); ``site_required_and_forbidden``
            (column); ``existing_forbidden`` (column, closable); ``group_bounds_crossed`` (group, low, high);
            ``group_too_few_sites`` (group, low, available); ``group_too_many_open`` (group, high, fixed);
            ``budget_too_small`` (budget, least); ``rules_contradict`` (rules).
    """
    existing, required, forbidden = (np.asarray(mask, bool) for mask in _masks(rules))
    _check_sites(rules, existing, required, forbidden, p)
    count = int(existing.sum()) + p
    opened = required | (existing & (rules.close_limit <= 0) & ~forbidden)
    rows, limit, names = _rows(rules, existing)
    matrix = np.array(rows, dtype=np.float64).reshape(len(rows), len(existing))
    limits = Limits(count, opened, forbidden & ~opened, matrix, np.array(limit, dtype=np.float64), tuple(names))
    if rows:
        _check_together(rules, limits)
    return limits


def _masks(rules: SiteRules) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return rules.existing, rules.required, rules.forbidden


def _check_sites(rules: SiteRules, existing: np.ndarray, required: np.ndarray, forbidden: np.ndarray, p: int) -> None:
    if p < 0:
        raise AnalysisError("sites_negative", wanted=p)
    if p + existing.sum() == 0:
        raise AnalysisError("sites_none")
    both = np.flatnonzero(required & forbidden)
    if len(both):
        raise AnalysisError("site_required_and_forbidden", column=int(both[0]))
    gone = np.flatnonzero(existing & forbidden)
    if len(gone) > max(rules.close_limit, 0):
        raise AnalysisError("existing_forbidden", column=int(gone[0]), closable=max(rules.close_limit, 0))
    available = int((~existing & ~forbidden).sum())
    if p + len(gone) > available:
        raise AnalysisError("sites_too_few", wanted=p + len(gone), available=available)
    new = int((required & ~existing).sum())
    if new > p + max(rules.close_limit, 0):
        raise AnalysisError("sites_required_too_many", required=new, wanted=p)


def _rows(rules: SiteRules, existing: np.ndarray) -> tuple[list[np.ndarray], list[float], list[tuple[str, str]]]:
    rows: list[np.ndarray] = []
    limit: list[float] = []
    names: list[tuple[str, str]] = []

    def add(row: np.ndarray, most: float, kind: str, name: str = "") -> None:
        rows.append(row.astype(np.float64))
        limit.append(float(most))
        names.append((kind, name))

    if rules.close_limit > 0 and existing.any():
        add(-existing.astype(float), rules.close_limit - int(existing.sum()), "keep")
    for group in rules.groups:
        members = np.zeros(len(existing))
        members[np.asarray(group.members, dtype=np.int64)] = 1.0
        if group.low > group.high:
            raise AnalysisError("group_bounds_crossed", group=group.name, low=group.low, high=group.high)
        if group.low > 0:
            add(-members, -group.low, "group_low", group.name)
        if group.high < members.sum():
            add(members, group.high, "group_high", group.name)
    if rules.price is not None and np.isfinite(rules.budget):
        price = np.where(existing, 0.0, np.asarray(rules.price, dtype=np.float64))
        add(price, rules.budget, "budget")
    return rows, limit, names


def _check_together(rules: SiteRules, limits: Limits) -> None:
    """Whether a set obeys all rules; if none does, which rule is to blame."""
    free = ~limits.closed
    for row, limit, (kind, name) in zip(limits.matrix, limits.limit, limits.names):
        if kind == "group_low" and -row[free].sum() < -limit:
            raise AnalysisError("group_too_few_sites", group=name, low=int(-limit), available=int(-row[free].sum()))
        if kind == "group_high" and row[limits.opened].sum() > limit:
            raise AnalysisError("group_too_many_open", group=name, high=int(limit), fixed=int(row[limits.opened].sum()))
    if feasible_set(limits) is not None:
        return
    budget = [at for at, (kind, _) in enumerate(limits.names) if kind == "budget"]
    others = np.setdiff1d(np.arange(len(limits.limit)), budget)
    if budget:
        cheapest = feasible_set(_only(limits, others), price=limits.matrix[budget[0]])
        if cheapest is not None:
            least = float(limits.matrix[budget[0]][cheapest].sum())
            raise AnalysisError("budget_too_small", budget=float(rules.budget), least=least)
    raise AnalysisError("rules_contradict", rules=_culprits(limits))


def _only(limits: Limits, keep: np.ndarray) -> Limits:
    names = tuple(limits.names[at] for at in keep)
    return Limits(limits.count, limits.opened, limits.closed, limits.matrix[keep], limits.limit[keep], names)


def _culprits(limits: Limits) -> str:
    """Names of the rules of which none can be spared for the contradiction (found by leaving out one after another)."""
    keep = np.arange(len(limits.limit))
    for at in range(len(limits.limit)):
        fewer = keep[keep != at]
        if feasible_set(_only(limits, fewer)) is None:
            keep = fewer
    words = {"keep": "CLOSE_LIMIT", "budget": "BUDGET"}
    return ", ".join(dict.fromkeys(limits.names[at][1] or words[limits.names[at][0]] for at in keep))


def feasible_set(
    limits: Limits, price: np.ndarray | None = None, cover: LinearConstraint | None = None
) -> np.ndarray | None:
    """Columns of a set that obeys the rules (the cheapest by ``price``, where given), or None when there is none.

    Args:
        limits: the rules. price: (m,) costs of opening. cover: a further constraint on the (m,) open sites.
    """
    size = len(limits.opened)
    constraints = [LinearConstraint(np.ones((1, size)), limits.count, limits.count)]
    if len(limits.limit):
        constraints.append(LinearConstraint(limits.matrix, -np.inf, limits.limit))
    if cover is not None:
        constraints.append(cover)
    found = solve_integer(
        np.zeros(size) if price is None else price,
        constraints,
        np.ones(size),
        Bounds(limits.opened.astype(float), 1.0 - limits.closed),
        HIGHS_SECONDS,
    )
    return None if found.x is None else np.flatnonzero(found.x > 0.5)
