"""Bounds for the p-median from its Lagrangian dual: the rows "each demand is served once" and the rules are relaxed.

For dual values v of the demands and u >= 0 of the rules, no allowed set costs less than

    sum(v) - u . limit - (sum of the ``count`` largest scores),   score_j = sum_i max(0, v_i - cost_ij) - u . rule_j

whatever v and u are; the ascent looks for those with the largest bound. A site's score against the last score inside
(or the first outside) says how far the bound rises when the site is forced open (or closed).
Sources: Cornuejols, Fisher and Nemhauser (1977), Management Science 23; Beasley (1985, 1993), European Journal of
Operational Research 21 and 65; average directions after
Sherali and Ulular (1989), Applied Mathematics and Optimization 20.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .clock import Clock
from .neartable import NearTable
from .tables import DenseTable

DECAY = 0.8
"""Of the step factor: slowly, which ends nearer to the best bound than halving and returning does (measured)."""

SHORTEST = 0.002
"""Step factor below which the ascent ends."""


@dataclass
class Dual:
    """Where the ascent stands.

    Attributes:
        demand: (n,) dual values of the demands. rules: (k,) of the rules, >= 0.
        bound: what no set can beat. scores: (f,) of the sites, float64. frequency: (f,) how often a site was among
            the best lately, 0 to 1.
    """

    demand: np.ndarray
    rules: np.ndarray
    bound: float = -np.inf
    scores: np.ndarray = field(default_factory=lambda: np.zeros(0))
    frequency: np.ndarray = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True)
class Part:
    """A problem that is left once some sites are open or closed.

    Attributes:
        table: weighted costs of the f free sites. count: how many of them open.
        matrix: (k, f) rules, limit: (k,) what the open sites leave of them.
    """

    table: DenseTable | NearTable
    count: int
    matrix: np.ndarray
    limit: np.ndarray


def top(scores: np.ndarray, count: int) -> np.ndarray:
    """Places of the ``count`` largest scores."""
    if count >= len(scores):
        return np.arange(len(scores))
    return np.argpartition(scores, len(scores) - count)[len(scores) - count :] if count else np.arange(0)


def exact_bound(part: Part, dual: Dual) -> float:
    """The bound of these dual values in float64, rounding taken off; ``scores`` are set."""
    scores = part.table.exact(dual.demand) - dual.rules @ part.matrix
    best = np.sort(scores)[len(scores) - part.count :]
    total = float(dual.demand.sum())
    size = total + float(np.abs(best).sum())
    dual.scores = scores
    dual.bound = total - float(best.sum()) - float(dual.rules @ part.limit) - 1e-12 * size
    return dual.bound


def ascend(
    part: Part, dual: Dual, target: float, clock: Clock, *, steps: int, factor: float, patience: int, enough: float,
    decay: float = DECAY,
) -> Dual:  # fmt: skip
    """Improve dual values by at most ``steps`` deflected subgradient steps.

    Args:
        part: the problem. dual: start; not changed. target: a value just above the bound to hope for (Polyak's step).
        factor: of the first step; times ``decay`` after ``patience`` steps without a better bound.
        enough: stop when the bound reaches it.

    Returns:
        the best dual values found, with their bound in float64.
    """
    table, low, scale = part.table, part.table.least(), part.table.scale
    values, rules = np.clip(dual.demand, np.minimum(low, table.cap), table.cap), dual.rules.copy()
    best_bound, best_values, best_rules = -np.inf, values, rules
    direction, direction_rules, length = np.zeros(0), np.zeros(0), 1.0
    frequency, stalled = np.zeros(len(table.sites)), 0
    for _step in range(steps):
        scores = table.savings(values) - rules @ part.matrix
        inside = top(scores, part.count)
        bound = float(values.sum() - scores[inside].sum() - rules @ part.limit)
        stalled = 0 if bound > best_bound + 1e-7 * abs(best_bound) else stalled + 1
        if bound > best_bound:
            best_bound, best_values, best_rules = bound, values, rules
        if best_bound >= enough or clock.over():
            break
        frequency *= 0.95
        frequency[inside] += 0.05
        if stalled >= patience:
            factor, stalled = factor * decay, 0
            if factor < SHORTEST:
                break
        slope = 1.0 - table.served(values, inside)
        slope_rules = part.matrix[:, inside].sum(axis=1) - part.limit
        if len(direction):
            # The direction between this slope and the last direction, whatever their lengths.
            fresh = float((scale * slope) @ slope + slope_rules @ slope_rules)
            turn = np.sqrt(fresh / length)
            slope, slope_rules = slope + turn * direction, slope_rules + turn * direction_rules
        slope[((values >= table.cap) & (slope > 0)) | ((values <= low) & (slope < 0))] = 0.0
        slope_rules[(rules <= 0) & (slope_rules < 0)] = 0.0
        direction, direction_rules = slope, slope_rules
        length = float((scale * slope) @ slope + slope_rules @ slope_rules)
        if length <= 0.0:
            break
        # Without a known set the hope is a twentieth above the bound.
        hope = target if bound < target < np.inf else bound + 0.05 * abs(bound) + 1e-9
        step = factor * (hope - bound) / length
        values = np.clip(values + step * scale * slope, low, table.cap)
        rules = np.maximum(rules + step * slope_rules, 0.0)
    found = Dual(best_values, best_rules, frequency=frequency)
    exact_bound(part, found)
    return found
