"""Why no set of sites can hold the demand, found before any search: the message names what is short."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from ..errors import AnalysisError
from .rules import limits_of
from .types import Costs, SiteRules

SLACK = 1 + 1e-9


def check(costs: Costs, weight: np.ndarray, capacity: np.ndarray, p: int, rules: SiteRules, *, split: bool) -> None:
    """Refuse what cannot be solved.

    Raises:
        AnalysisError: ``capacity_not_numbers`` (site), ``capacity_below_zero`` (site), ``weights_not_positive`` (row);
            what :func:`rules.limits_of` raises for rules that no set keeps;
            ``capacity_out_of_reach`` (row): no allowed site serves a demand;
            ``capacity_total`` (demand, capacity, sites): the largest allowed sites together are too small;
            ``capacity_demand`` (row, demand, capacity): one demand is too large for what it reaches;
            ``capacity_component`` (row, rows, demand, capacity): a part of the area that shares no site with the rest
            has too little; ``capacity_components`` (needed, sites): such parts together need more sites.
    """
    for code, bad in (
        ("capacity_not_numbers", ~np.isfinite(capacity)),
        ("capacity_below_zero", capacity < 0),
    ):
        if bad.any():
            raise AnalysisError(code, site=int(np.argmax(bad)))
    wrong = ~np.isfinite(weight) | (weight <= 0)
    if wrong.any():
        raise AnalysisError("weights_not_positive", row=int(np.argmax(wrong)))
    limits = limits_of(rules, p)
    allowed, most = ~limits.closed, limits.count
    _check_reach(costs, weight, capacity, most, allowed, split)
    if costs.rows:
        _check_parts(costs, weight, capacity, most, allowed)


def _largest(capacity: np.ndarray, count: int) -> float:
    return float(np.sort(capacity)[::-1][:count].sum())


def _check_reach(
    costs: Costs, weight: np.ndarray, capacity: np.ndarray, most: int, allowed: np.ndarray, split: bool
) -> None:
    row, usable = costs.demand(), allowed[costs.site] & (capacity[costs.site] > 0)
    row, site = row[usable], costs.site[usable]
    reached = np.bincount(row, minlength=costs.rows)
    if (reached == 0).any():
        raise AnalysisError("capacity_out_of_reach", row=int(np.argmax(reached == 0)))
    total, room = float(weight.sum()), _largest(capacity[allowed], most)
    if total > room * SLACK:
        raise AnalysisError("capacity_total", demand=total, capacity=room, sites=most)
    order = np.lexsort((-capacity[site], row))
    sized, start = capacity[site[order]], np.concatenate([[0], np.cumsum(reached)])
    room_of: np.ndarray
    if split:
        rank = np.arange(len(order)) - np.repeat(start[:-1], reached)
        room_of = np.bincount(row[order], weights=np.where(rank < most, sized, 0.0), minlength=costs.rows)
    else:
        room_of = sized[start[:-1]] if len(sized) else np.zeros(0)
    tight = weight > room_of * SLACK
    if tight.any():
        at = int(np.argmax(tight))
        raise AnalysisError("capacity_demand", row=at, demand=float(weight[at]), capacity=float(room_of[at]))


def _check_parts(costs: Costs, weight: np.ndarray, capacity: np.ndarray, most: int, allowed: np.ndarray) -> None:
    """Parts that share no site: each needs capacity of its own, and together no more sites than there are."""
    usable = allowed[costs.site] & (capacity[costs.site] > 0)
    row, site = costs.demand()[usable], costs.site[usable].astype(np.int64) + costs.rows
    size = costs.rows + costs.columns
    graph = sparse.csr_matrix((np.ones(len(row)), (row, site)), shape=(size, size))
    count, part = csgraph.connected_components(graph, directed=False)
    of_demand, of_site = part[: costs.rows], part[costs.rows :]
    if len(np.unique(of_demand)) < 2:
        return
    demand = np.bincount(of_demand, weights=weight, minlength=count)
    needed = 0
    for one in np.unique(of_demand):
        sizes = np.sort(capacity[allowed & (of_site == one)])[::-1][:most]
        reach = np.cumsum(sizes)
        enough = np.flatnonzero(reach * SLACK >= demand[one])
        if not len(enough):
            members = np.flatnonzero(of_demand == one)
            raise AnalysisError(
                "capacity_component",
                row=int(members[0]),
                rows=len(members),
                demand=float(demand[one]),
                capacity=float(reach[-1]),
            )
        needed += int(enough[0]) + 1
    if needed > most:
        raise AnalysisError("capacity_components", needed=needed, sites=most)
