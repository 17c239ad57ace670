"""What else would do, and what each decision and rule costs: other sets nearly as good, prices of sites and rules."""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .types import SiteRules, Solution

RulesSolver = Callable[[SiteRules, float, Tick], Solution]
"""Takes rules, seconds and a tick; everything else of the model is given."""


@dataclass(frozen=True)
class Alternatives:
    """Different sets, best first.

    Attributes:
        solutions: the sets, the best one included.
        complete: no set that is missing is better than the last one shown and within the limit asked for (every
            search came to its proof).
        solved: how many times the model was solved.
    """

    solutions: list[Solution]
    complete: bool
    solved: int


def near_optimal(
    solver: RulesSolver,
    rules: SiteRules,
    best: Solution,
    *,
    maximize: bool,
    count: int = 5,
    percent: float = 5.0,
    time_limit: float = 60.0,
    tick: Tick = no_tick,
) -> Alternatives:
    """The best ``count`` different sets within so many percent of the best objective.

    The sets that differ from a known one are split by their first difference: one search for each of its sites, that
    site closed and those before it open (Murty 1968; Lawler 1972). Nothing but required and forbidden sites is
    asked of the solver. Sets that differ only in which existing sites are open count as different.

    Args:
        solver: the model. rules: those of ``best``. best: its solution. time_limit: seconds in all.
    """
    ends = time.monotonic() + time_limit
    sign = -1.0 if maximize else 1.0
    limit = sign * best.objective + percent / 100.0 * abs(best.objective) + 1e-9 * max(1.0, abs(best.objective))
    heap: list[tuple[float, int, Solution, SiteRules]] = [(sign * best.objective, 0, best, rules)]
    taken: list[Solution] = []
    complete, solved = best.proven, 0
    while heap and len(taken) < count:
        _, _, solution, within = heapq.heappop(heap)
        taken.append(solution)
        if len(taken) == count:
            break
        for part in _split(solution, within):
            tick(min(len(taken) / count, 1.0))
            left = ends - time.monotonic()
            if left <= 0:
                return Alternatives(taken + _rest(heap, count - len(taken)), False, solved)
            try:
                found = solver(part, left, no_tick if tick is no_tick else _still(tick, len(taken) / count))
            except AnalysisError:
                solved += 1  # nothing is allowed in this part
                continue
            solved += 1
            complete &= found.proven
            if sign * found.objective <= limit:
                heapq.heappush(heap, (sign * found.objective, solved, found, part))
    return Alternatives(taken, complete, solved)


def _still(tick: Tick, done: float) -> Tick:
    return lambda _: tick(done)


def _rest(heap: list[tuple[float, int, Solution, SiteRules]], count: int) -> list[Solution]:
    return [entry[2] for entry in heapq.nsmallest(count, heap)]


def _split(solution: Solution, rules: SiteRules) -> list[SiteRules]:
    """Rules of the parts in which every set differs from the solution."""
    closable = rules.close_limit > 0
    free = [site for site in solution.chosen if not rules.required[site] and (closable or not rules.existing[site])]
    parts = []
    required = rules.required.copy()
    for site in free:
        forbidden = rules.forbidden.copy()
        forbidden[site] = True
        parts.append(replace(rules, required=required.copy(), forbidden=forbidden))
        required[site] = True
    return parts


@dataclass(frozen=True)
class Price:
    """What the objective becomes under another decision.

    Attributes:
        kind: ``force`` or ``forbid`` a site; ``group``, ``budget``, ``close``, ``required``, ``forbidden``: that rule
            left out. name: of the group; column: of the site, -1 for none.
        solution: under it; None where no set is allowed (problem: why).
        change: how much worse (above 0) or better the objective is than now; NaN where there is no solution.
        sure: both solutions are proven.
    """

    kind: str
    name: str
    column: int
    solution: Solution | None
    problem: AnalysisError | None
    change: float
    sure: bool


def price_of_site(
    solver: RulesSolver, rules: SiteRules, best: Solution, column: int, *, maximize: bool,
    time_limit: float = 60.0, tick: Tick = no_tick,
) -> Price:  # fmt: skip
    """What it costs to close a chosen site, or to open one that was not chosen ("why not here?").

    A forbidden or existing site that is closed is forced open against that rule: the loss is what the place is worth
    by itself.
    """
    chosen = column in set(best.chosen.tolist())
    required, forbidden = rules.required.copy(), rules.forbidden.copy()
    required[column], forbidden[column] = not chosen, chosen
    limit = rules.close_limit + int(chosen and rules.existing[column] and rules.close_limit == 0)
    other = replace(rules, required=required, forbidden=forbidden, close_limit=limit)
    return _priced("forbid" if chosen else "force", "", column, solver, other, best, maximize, time_limit, tick)


def prices_of_rules(
    solver: RulesSolver, rules: SiteRules, best: Solution, *, maximize: bool, time_limit: float = 60.0,
    tick: Tick = no_tick,
) -> list[Price]:  # fmt: skip
    """What each rule costs: the objective without it. Negative changes are what would be gained."""
    asked: list[tuple[str, str, SiteRules]] = []
    for number, group in enumerate(rules.groups):
        others = [other for place, other in enumerate(rules.groups) if place != number]
        asked.append(("group", group.name, replace(rules, groups=others)))
    if np.isfinite(rules.budget) and rules.price is not None:
        asked.append(("budget", "", replace(rules, budget=np.inf)))
    if (rules.existing & ~rules.forbidden).any() and rules.close_limit < rules.existing.sum():
        asked.append(("close", "", replace(rules, close_limit=int(rules.existing.sum()))))
    if rules.required.any():
        asked.append(("required", "", replace(rules, required=np.zeros_like(rules.required))))
    if rules.forbidden.any():
        asked.append(("forbidden", "", replace(rules, forbidden=np.zeros_like(rules.forbidden))))
    ends = time.monotonic() + time_limit
    prices = []
    for number, (kind, name, other) in enumerate(asked):
        tick(number / len(asked))
        seconds = max((ends - time.monotonic()) / (len(asked) - number), 0.1)
        prices.append(
            _priced(kind, name, -1, solver, other, best, maximize, seconds, _still(tick, number / len(asked)))
        )
    return prices


def _priced(
    kind: str, name: str, column: int, solver: RulesSolver, rules: SiteRules, best: Solution, maximize: bool,
    time_limit: float, tick: Tick,
) -> Price:  # fmt: skip
    try:
        found = solver(rules, time_limit, tick)
    except AnalysisError as problem:
        return Price(kind, name, column, None, problem, float("nan"), False)
    change = best.objective - found.objective if maximize else found.objective - best.objective
    return Price(kind, name, column, found, None, float(change), found.proven and best.proven)
