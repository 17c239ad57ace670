"""The p-center: the sites from which the farthest demand is least far, and among these the least weighted mean.

The smallest radius is found by bisection over the distinct costs, each step a set-covering question (Daskin 2000,
Minieka 1970); then the p-median over the pairs within that radius picks the best of the sets that reach it.
"""

from __future__ import annotations

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .clock import Clock
from .cover import Cover
from .evaluate import assign, pcenter_value, weighted_sum
from .pmedian import solve_limits
from .rules import Limits, limits_of
from .types import PROVEN, TIME_LIMIT, Costs, SiteRules, Solution

FIRST_SHARE = 0.7
"""Share of the time that finding the radius may take; the mean has the rest."""


def solve_pcenter(
    costs: Costs,
    weight: np.ndarray,
    p: int,
    rules: SiteRules,
    *,
    time_limit: float = 60.0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Solution:
    """The p-center with proof, or the best set found in time with its bound.

    Args:
        costs, weight, p, rules, time_limit, seed, tick: as in :func:`pmedian.solve_pmedian`; the weights count in the
            mean only, not in the radius.

    Returns:
        objective and bound are radii. ``figures``: ``mean`` weighted cost of the set, ``mean_bound`` of any allowed
        set within the same radius, ``mean_proven`` 1 or 0.

    Raises:
        AnalysisError: as :func:`pmedian.solve_pmedian`.
    """
    clock = Clock(time_limit, tick)
    weight = np.asarray(weight, dtype=np.float64)
    limits = limits_of(rules, p)
    chosen, low = _radius(costs, limits, clock)
    radius = pcenter_value(costs, chosen)
    nodes, total = 0, float(weight.sum())
    mean_bound = 0.0
    if costs.rows:
        second = solve_limits(within(costs, radius), weight, limits, clock, seed, start=chosen)
        chosen, nodes, mean_bound = second.chosen, second.nodes, second.bound / total
        mean_proven = second.proven
    else:
        mean_proven = True
    assigned, cost = assign(costs, chosen)
    objective = pcenter_value(costs, chosen)
    bound = min(low, objective)
    proven = bound >= objective
    mean = weighted_sum(weight, cost) / total if costs.rows else 0.0
    figures = {"mean": mean, "mean_bound": min(mean_bound, mean), "mean_proven": float(mean_proven)}
    status = PROVEN if proven else TIME_LIMIT
    return Solution(chosen, assigned, objective, bound, proven, status, clock.spent(), nodes=nodes, figures=figures)


def within(costs: Costs, radius: float) -> Costs:
    """The pairs that cost at most the radius."""
    keep = costs.value <= radius
    before = np.concatenate([[0], np.cumsum(keep)])
    return Costs(costs.rows, costs.columns, before[costs.offsets], costs.site[keep], costs.value[keep])


def _radius(costs: Costs, limits: Limits, clock: Clock) -> tuple[np.ndarray, float]:
    """A set of least radius found, and the radius below which there is none."""
    table = costs.dense()
    nearest = np.where(limits.closed, np.inf, table).min(axis=1) if costs.rows else np.zeros(0)
    lost = np.flatnonzero(~np.isfinite(nearest))
    if len(lost):
        raise AnalysisError("demand_unreachable", row=int(lost[0]), demands=len(lost))
    levels = np.unique(costs.value)
    first = int(np.searchsorted(levels, nearest.max())) if costs.rows else 0
    chosen = _start(table, limits, clock, first, levels)
    return _bisect(table, limits, clock, levels, first, chosen)


def _start(table: np.ndarray, limits: Limits, clock: Clock, first: int, levels: np.ndarray) -> np.ndarray:
    found = Cover(np.isfinite(table), limits, clock).answer()
    if found is None:
        raise AnalysisError("demands_need_more_sites", wanted=limits.count)
    if found is False:
        raise AnalysisError("no_set_in_time", seconds=clock.limit)
    return found


def _bisect(
    table: np.ndarray, limits: Limits, clock: Clock, levels: np.ndarray, first: int, chosen: np.ndarray
) -> tuple[np.ndarray, float]:
    low = first
    high = int(np.searchsorted(levels, table[:, chosen].min(axis=1).max())) if len(table) else first
    share = Clock(clock.limit * FIRST_SHARE, clock.tick)
    share.start = clock.start
    while low < high and not share.over():
        middle = (low + high) // 2
        found = Cover(table <= levels[middle], limits, share).answer()
        if found is False:
            break
        if found is None:
            low = middle + 1
        else:
            chosen = found
            high = int(np.searchsorted(levels, table[:, chosen].min(axis=1).max()))
    return chosen, float(levels[low]) if len(levels) else 0.0
