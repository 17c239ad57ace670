"""What a set of open sites is worth, in plain arithmetic: every solver recomputes its answer here."""

from __future__ import annotations

import math

import numpy as np

from .types import Costs

EXACT = 2.0**53
"""Whole numbers below it are exact in float64."""


def assign(costs: Costs, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Serve each demand from its cheapest open site; of equal ones, from the lowest column.

    Args:
        costs: of n demands and m sites. chosen: (s,) columns of the open sites.

    Returns:
        (n,) int64 column that serves each demand, -1 where none can; (n,) float64 cost, ``inf`` where none can.
    """
    chosen = np.sort(np.asarray(chosen, dtype=np.int64))
    assigned, cost = np.full(costs.rows, -1, dtype=np.int64), np.full(costs.rows, np.inf)
    if not len(chosen) or not costs.rows:
        return assigned, cost
    if costs.is_dense():
        table = costs.value.reshape(costs.rows, costs.columns)[:, chosen]
        at = table.argmin(axis=1)
        return chosen[at], table[np.arange(costs.rows), at]
    is_open = np.zeros(costs.columns, bool)
    is_open[chosen] = True
    usable = is_open[costs.site]
    before = np.concatenate([[0], np.cumsum(usable)])[costs.offsets]
    served = np.flatnonzero(np.diff(before))
    if len(served):
        value, site = costs.value[usable], costs.site[usable]
        least = np.minimum.reduceat(value, before[served])
        cost[served] = least
        # Written backwards, so that of equally cheap sites the first one stays.
        row = np.repeat(np.arange(costs.rows), np.diff(before))
        best = np.flatnonzero(value == cost[row])[::-1]
        assigned[row[best]] = site[best]
    return assigned, cost


def weighted_sum(weight: np.ndarray, cost: np.ndarray) -> float:
    """Sum of weight times cost, rounded once; ``inf`` when a demand is not served."""
    return float(math.fsum(np.asarray(weight, dtype=np.float64) * cost)) if np.isfinite(cost).all() else math.inf


def pmedian_value(costs: Costs, weight: np.ndarray, chosen: np.ndarray) -> float:
    """Weighted cost of the set; ``inf`` when it leaves a demand unserved."""
    return weighted_sum(weight, assign(costs, chosen)[1])


def pcenter_value(costs: Costs, chosen: np.ndarray) -> float:
    """Largest cost of any demand under the set; ``inf`` when it leaves one unserved, 0 without demands."""
    cost = assign(costs, chosen)[1]
    return float(cost.max()) if len(cost) else 0.0


def is_whole(costs: Costs, weight: np.ndarray) -> bool:
    """Whether every sum of weight times cost is a whole number that float64 holds exactly."""
    values, weight = costs.value, np.asarray(weight, dtype=np.float64)
    if (weight != np.rint(weight)).any() or (values != np.rint(values)).any():
        return False
    most = float(values.max()) if len(values) else 0.0
    return most * float(weight.sum()) < EXACT
