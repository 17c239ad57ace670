"""The capacitated p-median as its solver sees it, and which sets of sites it allows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from .types import Costs, SiteRules

TOLERANCE = 1e-9


@dataclass(frozen=True)
class Model:
    """An instance in the solver's own layout: sites first, demands within them.

    Attributes:
        cost: (m, n) float64, demand weight times unit cost; ``inf`` where the site cannot serve the demand.
        weight: (n,) float64 > 0. capacity: (m,) float64 >= 0, in units of the weight.
        most: number of open sites, existing ones included.
        keep: least number of existing sites that stay open.
        rules: of the sites. split: whether a demand may be served by several sites.
        whole: whether every objective is a whole number (costs, weights and, when splitting, capacities are).
    """

    cost: np.ndarray
    weight: np.ndarray
    capacity: np.ndarray
    most: int
    keep: int
    rules: SiteRules
    split: bool
    whole: bool

    @property
    def sites(self) -> int:
        return len(self.capacity)

    @property
    def has_side_rules(self) -> bool:
        """Whether groups or a budget limit the set as well."""
        return bool(self.rules.groups) or (self.rules.price is not None and np.isfinite(self.rules.budget))

    def rounded_up(self, bound: float) -> float:
        """The bound, lifted to the next whole number where every objective is one."""
        return float(np.ceil(bound - 1e-6)) if self.whole and np.isfinite(bound) else bound

    def cannot_improve(self, bound: float, best: float) -> bool:
        """Whether no set with this bound can be better than the best known."""
        return self.rounded_up(bound) >= best - TOLERANCE * max(1.0, abs(best))


def build_model(
    costs: Costs, weight: np.ndarray, capacity: np.ndarray, sites: int, rules: SiteRules, *, split: bool
) -> Model:
    """Lay out an instance; ``sites`` is the number of new ones."""
    # A site that holds nothing of a demand at all serves it with no share: such pairs only loosen the bounds.
    dense = costs.dense()
    if not split:
        dense[weight[:, None] > capacity[None, :] * (1 + 1e-12)] = np.inf
    dense[:, capacity <= 0] = np.inf
    numbers = [costs.value, weight] + ([capacity] if split else [])
    whole = all(np.array_equal(one, np.round(one)) for one in numbers)
    existing = int(rules.existing.sum())
    cost = np.ascontiguousarray((dense * weight[:, None]).T)
    return Model(cost, weight, capacity, existing + sites, existing - rules.close_limit, rules, split, whole)


@dataclass(frozen=True)
class Fixed:
    """Which sites a branch has opened and closed; (m,) bool each."""

    open: np.ndarray
    closed: np.ndarray

    def with_site(self, site: int, is_open: bool) -> Fixed:
        """The same with one more decision."""
        mask = (self.open if is_open else self.closed).copy()
        mask[site] = True
        return Fixed(mask, self.closed) if is_open else Fixed(self.open, mask)


def root_fixed(model: Model) -> Fixed:
    """What the rules decide before any search."""
    return Fixed(model.rules.required.copy(), model.rules.forbidden.copy())


def select_simple(model: Model, value: np.ndarray, fixed: Fixed) -> tuple[float, np.ndarray] | None:
    """Cheapest set by the sum of ``value`` (<= 0) under number and existing sites; None where there is none.

    Greedy is exact: at least ``keep`` existing ones and ``most`` in all are a laminar family.
    """
    existing = model.rules.existing
    if (fixed.open & fixed.closed).any() or int(fixed.open.sum()) > model.most:
        return None
    free = ~fixed.open & ~fixed.closed
    chosen = fixed.open.copy()
    order = np.argsort(np.where(free, value, np.inf), kind="stable")[: int(free.sum())]
    missing = model.keep - int((chosen & existing).sum())
    if missing > 0:
        stay = order[existing[order]][:missing]
        if len(stay) < missing:
            return None
        chosen[stay] = True
    room = model.most - int(chosen.sum())
    rest = order[~chosen[order]]
    if room < 0 or len(rest) < room:
        return None
    chosen[rest[:room]] = True
    return float(value[chosen].sum()), chosen.astype(float)


def select(model: Model, value: np.ndarray, fixed: Fixed) -> tuple[float, np.ndarray] | None:
    """As :func:`select_simple`, with groups and budget by a linear relaxation (its value is still a bound)."""
    if not model.has_side_rules:
        return select_simple(model, value, fixed)
    matrix, limit = side_rows(model)
    low, high = fixed.open.astype(float), 1.0 - fixed.closed
    if (low > high).any():
        return None
    done = linprog(value, A_ub=matrix, b_ub=limit, bounds=np.column_stack([low, high]), options={"time_limit": 2.0})
    if done.status == 2:
        return None
    if done.status != 0:  # no answer in time: the simple relaxation is a bound as well
        return select_simple(model, value, fixed)
    return float(done.fun), np.clip(done.x, 0.0, 1.0)


def side_rows(model: Model) -> tuple[sparse.csr_matrix, np.ndarray]:
    """Rows ``A y <= b`` of everything the rules ask of the set of open sites."""
    rules = model.rules
    every = np.ones(model.sites)
    rows, limits = [every, -every, -rules.existing.astype(float)], [float(model.most), -float(model.most), -model.keep]
    for group in rules.groups:
        member = np.zeros(model.sites)
        member[np.asarray(group.members, dtype=np.int64)] = 1.0
        rows += [member, -member]
        limits += [float(group.high), -float(group.low)]
    if rules.price is not None and np.isfinite(rules.budget):
        rows.append(np.where(rules.existing, 0.0, rules.price))
        limits.append(float(rules.budget) * (1 + 1e-12))
    return sparse.csr_matrix(np.array(rows)), np.array(limits)
