"""Capacitated p-median: open p sites so that all demand fits and the weighted cost is least, with a proven bound.

Formulation: minimize sum w_i c_ij x_ij with sum_j x_ij = 1, sum_i w_i x_ij <= Q_j y_j, x_ij <= y_j, sum y = p;
x_ij in [0, 1] when demands may be split, in {0, 1} for single-source. Sources: Mulvey and Beck (1984), "Solving
capacitated clustering problems"; Pirkul (1987); Ceselli and Righini (2005).
"""

from __future__ import annotations

import time

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .capacitated_checks import check
from .capacitated_model import build_model
from .capacitated_search import Search
from .types import PROVEN, TIME_LIMIT, Costs, SiteRules, Solution, is_proven


def solve_capacitated(
    costs: Costs,
    weight: np.ndarray,
    capacity: np.ndarray,
    p: int,
    rules: SiteRules,
    *,
    split: bool,
    time_limit: float = 60.0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Solution:
    """Open ``p`` new sites beside the existing ones so that every demand is served within the capacities.

    Args:
        costs: cost per unit of weight of each pair that may serve. weight: (n,) > 0. capacity: (m,) >= 0 in units of
            the weight. p: number of new sites; one that nobody needs is open too.
        rules: existing, required, forbidden sites, groups, budget. split: whether a demand may be served in shares.
        time_limit: seconds after which the best set is returned with the bound known by then.
        seed: kept for the common signature; the method uses no chance.

    Returns:
        ``parts`` holds (demand, site, share); ``assigned`` the site with the largest share; ``figures`` ``load``
        (total weight) and ``fullest`` (largest load over capacity).

    Raises:
        AnalysisError: see :func:`capacitated_checks.check`; ``capacity_no_set`` when the search proves that no set of
            sites holds all demand, ``capacity_not_found`` when the time ran out before one was found.
    """
    del seed
    started = time.monotonic()
    weight = np.asarray(weight, dtype=np.float64)
    capacity = np.asarray(capacity, dtype=np.float64)
    check(costs, weight, capacity, p, rules, split=split)
    model = build_model(costs, weight, capacity, p, rules, split=split)
    search = Search(model, time_limit, tick)
    search.run()
    tick(1.0)
    best = search.best
    if best is None:
        if search.floor < np.inf or search.heap:
            raise AnalysisError("capacity_not_found", seconds=round(time_limit, 1), sites=p)
        raise AnalysisError("capacity_no_set", sites=p, demand=float(weight.sum()))
    assigned = np.full(costs.rows, -1, np.int64)
    order = np.argsort(best.share, kind="stable")
    assigned[best.demand[order]] = best.site[order]
    objective = best.objective  # summed from shares and costs, not taken from a solver
    bound = min(search.bound, objective)
    proven = is_proven(objective, bound, model.whole)
    load = np.bincount(best.site, weights=best.share * weight[best.demand], minlength=costs.columns)
    used = load > 0
    figures = {"load": float(load.sum()), "fullest": float((load[used] / capacity[used]).max())}
    parts = np.column_stack([best.demand, best.site, best.share]).astype(np.float64)
    return Solution(
        np.flatnonzero(best.chosen).astype(np.int64),
        assigned,
        objective,
        bound,
        proven,
        PROVEN if proven else TIME_LIMIT,
        time.monotonic() - started,
        search.nodes,
        parts,
        figures,
    )
