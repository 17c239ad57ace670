"""Who is served by which open site, and what each open site is good for; plain arithmetic on the solution."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..location.equity import gini, kolm_pollak, worst_mean
from ..location.types import Costs, Solution
from .models import COVERING

if TYPE_CHECKING:
    from .study import Study


@dataclass(frozen=True)
class Serving:
    """Pairs of demand and open site, and figures per open site (in the order of ``Solution.chosen``).

    Attributes:
        demand, site: (s,) int64. cost: (s,) per unit of weight. share: (s,) of the demand's weight, 1 if not split.
        served: (n,) bool whether an open site serves the demand (for covering models: within the radius).
        load: (k,) weight served. mean_cost: (k,) weighted, NaN where nobody is served. max_cost: (k,) likewise.
        gain: (k,) what the objective would lose without this site, the others staying; NaN where that cannot be said.
        alone: (k,) weight that no other open site can serve.
        rank: (k,) int64 from 1 by gain among the new sites, 0 for existing ones.
    """

    demand: np.ndarray
    site: np.ndarray
    cost: np.ndarray
    share: np.ndarray
    served: np.ndarray
    load: np.ndarray
    mean_cost: np.ndarray
    max_cost: np.ndarray
    gain: np.ndarray
    alone: np.ndarray
    rank: np.ndarray


@dataclass(frozen=True)
class Nearest:
    """The two cheapest open sites of every demand; -1 and infinite where there is none."""

    first: np.ndarray
    first_cost: np.ndarray
    second: np.ndarray
    second_cost: np.ndarray


def nearest_two(costs: Costs, open_sites: np.ndarray) -> Nearest:
    """The two cheapest of the open sites for every demand; of equal costs the lower column."""
    is_open = np.zeros(costs.columns, dtype=bool)
    is_open[open_sites] = True
    pair = np.flatnonzero(is_open[costs.site])
    row, site, value = costs.demand()[pair], costs.site[pair].astype(np.int64), costs.value[pair]
    order = np.lexsort((site, value, row))
    row, site, value = row[order], site[order], value[order]
    start = np.searchsorted(row, np.arange(costs.rows))
    count = np.searchsorted(row, np.arange(costs.rows), side="right") - start
    out = []
    for nth in (0, 1):
        has = count > nth
        column, cost = np.full(costs.rows, -1, dtype=np.int64), np.full(costs.rows, np.inf)
        column[has], cost[has] = site[start[has] + nth], value[start[has] + nth]
        out += [column, cost]
    return Nearest(*out)


def serve(study: Study, solution: Solution) -> Serving:
    """Who serves whom in a solution over all demands of the study."""
    near = nearest_two(study.costs, solution.chosen)
    if study.model == "capacitated":
        demand, site, cost, share = _given_parts(study.costs, solution)
    else:
        reach = study.radius if study.model in COVERING else np.inf
        demand = np.flatnonzero((near.first >= 0) & (near.first_cost <= reach))
        site, cost, share = near.first[demand], near.first_cost[demand], np.ones(len(demand))
    served = np.zeros(study.costs.rows, dtype=bool)
    served[demand] = True
    chosen, part = solution.chosen, study.weight[demand] * share
    at = np.searchsorted(chosen, site)
    load = np.bincount(at, part, minlength=len(chosen))
    total = np.bincount(at, part * cost, minlength=len(chosen))
    mean = np.divide(total, load, out=np.full(len(chosen), np.nan), where=load > 0)
    largest = np.full(len(chosen), -np.inf)
    np.maximum.at(largest, at, cost)
    gain, alone = _gains(study, near, chosen)
    rank = _ranks(study, chosen, gain, alone, load)
    largest = np.where(np.isfinite(largest), largest, np.nan)
    return Serving(demand, site, cost, share, served, load, mean, largest, gain, alone, rank)


def _given_parts(costs: Costs, solution: Solution) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Pairs as the solver has assigned them."""
    if solution.parts is not None:
        demand, site = solution.parts[:, 0].astype(np.int64), solution.parts[:, 1].astype(np.int64)
        share = solution.parts[:, 2].astype(np.float64)
        keep = share > 0
        demand, site, share = demand[keep], site[keep], share[keep]
    else:
        demand = np.flatnonzero(solution.assigned >= 0)
        site, share = solution.assigned[demand], np.ones(len(demand))
    key = costs.demand() * costs.columns + costs.site
    return demand, site, costs.value[np.searchsorted(key, demand * costs.columns + site)], share


@dataclass(frozen=True)
class Spread:
    """How the cost is spread over the people served; NaN where nobody is.

    Attributes:
        mean: weighted mean cost. largest: largest cost. gini: 0 all alike, towards 1 unequal.
        worst_tenth: mean cost of the tenth of the weight that has it worst.
    """

    mean: float
    largest: float
    gini: float
    worst_tenth: float


def spread_of(cost: np.ndarray, weight: np.ndarray) -> Spread:
    """Spread of costs (k,) over weights (k,) > 0."""
    if not len(cost):
        return Spread(np.nan, np.nan, np.nan, np.nan)
    total = float(weight.sum())
    return Spread(float(weight @ cost) / total, float(cost.max()), gini(cost, weight), worst_mean(cost, weight))


def worth(study: Study, cost: np.ndarray) -> float:
    """The objective of demands that each cost so much; for lscp and lscpb the weight within the radius."""
    if study.model in COVERING:
        return float(study.weight[cost <= study.radius].sum())
    if study.model == "pcenter":
        return float(cost.max(initial=0.0))
    if study.kappa > 0:
        return kolm_pollak(cost, study.weight, study.kappa)
    return float(study.weight @ cost)


def _gains(study: Study, near: Nearest, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What would be lost without each open site, and the weight that only it can serve."""
    reach = study.radius if study.model in COVERING else np.inf
    mine = (near.first >= 0) & (near.first_cost <= reach)
    lonely = mine & ~((near.second >= 0) & (near.second_cost <= reach))
    at = np.searchsorted(chosen, near.first[lonely])
    alone = np.bincount(at, study.weight[lonely], minlength=len(chosen))
    gain = np.full(len(chosen), np.nan)
    if study.model in COVERING:
        return alone.copy(), alone
    if study.model in ("capacitated", "dispersion"):
        return gain, alone
    rows = np.flatnonzero(mine)
    first, second, owner = near.first_cost[rows], near.second_cost[rows], near.first[rows]
    part = _Part(study, rows)
    now = part.worth(first)
    for number, site in enumerate(chosen):
        if alone[number] == 0:
            gain[number] = abs(part.worth(np.where(owner == site, second, first)) - now)
    return gain, alone


class _Part:
    """The worth of some demands."""

    def __init__(self, study: Study, rows: np.ndarray) -> None:
        self._study = replace(study, weight=study.weight[rows])

    def worth(self, cost: np.ndarray) -> float:
        return worth(self._study, cost)


def _ranks(study: Study, chosen: np.ndarray, gain: np.ndarray, alone: np.ndarray, load: np.ndarray) -> np.ndarray:
    """1 for the new site that is missed most: whom only it can serve, then its gain, then its load."""
    new = np.flatnonzero(~study.rules.existing[chosen])
    if study.model == "dispersion" and study.distance is not None and len(chosen) > 1:
        apart = study.distance[np.ix_(chosen, chosen)].copy()
        np.fill_diagonal(apart, np.inf)
        order = np.lexsort((chosen[new], -apart.min(axis=1)[new]))
    else:
        known = np.where(np.isnan(gain), np.inf if study.model != "capacitated" else 0.0, gain)
        order = np.lexsort((chosen[new], -load[new], -known[new], -alone[new]))
    rank = np.zeros(len(chosen), dtype=np.int64)
    rank[new[order]] = np.arange(1, len(new) + 1)
    return rank
