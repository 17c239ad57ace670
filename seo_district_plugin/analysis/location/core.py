"""The integer program that is left of a p-median when few sites and few pairs can still matter, solved by HiGHS.

Sources: Elloumi (2010), Journal of Combinatorial Optimization 19, for the formulation by radii: a demand pays the
steps between its sorted costs as long as no site within them is open. Its linear relaxation is as tight as that with a
variable per pair, with fewer rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint
from scipy.sparse import coo_matrix

from .integer import INFEASIBLE, OPTIMAL, solve_integer

LARGEST = 1e4
"""Largest cost of a step that HiGHS is given."""


@dataclass(frozen=True)
class Answer:
    """What HiGHS says of a core.

    Attributes:
        chosen: places of the open sites, or None. bound: no set of the core is below it. solved: whether it ended.
    """

    chosen: np.ndarray | None
    bound: float
    solved: bool


def solve_core(
    cost: np.ndarray, most: np.ndarray, must: np.ndarray, count: int, matrix: np.ndarray, limit: np.ndarray,
    seconds: float,
) -> Answer:  # fmt: skip
    """The best set among few sites in which no demand pays ``most`` or more.

    Args:
        cost: (f, n) weighted costs. most: (n,) cost that no demand reaches in the sets asked for.
        must: (f,) bool sites that are open. count: of all open sites. matrix, limit: rules on the f sites.
        seconds: for HiGHS.
    """
    program = _program(cost, most)
    if program is None:
        return Answer(None, np.inf, True)
    objective, rows, right, constant = program
    # HiGHS's tolerances are made for numbers of moderate size.
    scale = max(1.0, float(objective.max()) / LARGEST) if len(objective) else 1.0
    sites, others = len(cost), len(objective)
    total = coo_matrix((np.ones(sites), (np.zeros(sites, int), np.arange(sites))), (1, sites + others)).tocsr()
    constraints = [LinearConstraint(rows, right, np.inf), LinearConstraint(total, count, count)]
    if len(limit):
        wide = np.hstack([matrix, np.zeros((len(limit), others))])
        constraints.append(LinearConstraint(wide, -np.inf, limit))
    found = solve_integer(
        np.concatenate([np.zeros(sites), objective / scale]),
        constraints,
        np.concatenate([np.ones(sites), np.zeros(others)]),
        Bounds(np.concatenate([must.astype(float), np.zeros(others)]), np.ones(sites + others)),
        seconds,
    )
    if found.status == INFEASIBLE:
        return Answer(None, np.inf, True)
    chosen = None if found.x is None else np.flatnonzero(found.x[:sites] > 0.5)
    bound = -np.inf if found.mip_dual_bound is None else float(found.mip_dual_bound) * scale + constant
    return Answer(chosen, bound, found.status == OPTIMAL)


def _program(cost: np.ndarray, most: np.ndarray) -> tuple[np.ndarray, coo_matrix, np.ndarray, float] | None:
    """Steps z of each demand: a row ``z_k + (sites of this level) >= z_(k-1)`` for each level, z_(-1) = 1.

    Returns:
        costs of the steps, rows, their right sides, and the cost that is paid anyway; None when a demand has no site.
    """
    size, demands = cost.shape
    site, demand = np.nonzero(cost < most)
    value = cost[site, demand]
    order = np.lexsort((value, demand))
    site, demand, value = site[order], demand[order], value[order]
    if len(np.unique(demand)) < demands:
        return None
    fresh = np.concatenate([[True], (demand[1:] != demand[:-1]) | (value[1:] > value[:-1])])
    level = np.cumsum(fresh) - 1  # one per demand and distinct cost
    of, height = demand[fresh], value[fresh]
    first = np.concatenate([[True], of[1:] != of[:-1]])
    last = np.concatenate([of[1:] != of[:-1], [True]])
    # The last level of a demand has no step beyond it: one of its sites is open.
    step = np.where(last, -1, np.cumsum(~last) - 1)
    objective = (np.append(height[1:], 0.0) - height)[~last]
    levels = np.arange(len(of))
    before = np.append(-1, step[:-1])
    rows = [level, levels[~last], levels[~first]]
    columns = [site, size + step[~last], size + before[~first]]
    values = [np.ones(len(site)), np.ones((~last).sum()), -np.ones((~first).sum())]
    table = coo_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), (len(of), size + len(objective))
    )
    return objective, table.tocsr(), first.astype(float), float(height[first].sum())
