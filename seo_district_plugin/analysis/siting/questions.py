"""What people ask of an answer: more or fewer sites, the next best sets, the price of each rule, why not here."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from ..location.alternatives import near_optimal
from ..location.curve import CurvePoint
from ..location.curve import curve as count_curve
from ..location.types import SiteRules, Solution
from .models import COUNTED
from .study import Answer, Study, solve, the_same_demand

LEAST_SECONDS = 1.0
_MARGIN = 1e-9


@dataclass(frozen=True)
class Change:
    """The best set when one thing is different.

    Attributes:
        what: of the rule, or ````forced``, ``instead``. column: of the site, -1 for a rule.
        objective, bound, proven: of the changed study; NaN and False where it has no answer.
        loss: how much worse it is than the answer (better: below 0), in the unit of the objective; NaN without one.
        added, removed: columns that are open only after, only before. problem: code of why there is no answer.
    """

    what: str
    column: int
    objective: float
    bound: float
    proven: bool
    loss: float
    added: np.ndarray
    removed: np.ndarray
    problem: str = ""


class Purse:
    """Seconds for several questions: each may take an equal part of what is left."""

    def __init__(self, seconds: float, questions: int) -> None:
        self._end, self._left = time.monotonic() + seconds, questions

    def next(self) -> float:
        """Seconds for the next question."""
        share = (self._end - time.monotonic()) / max(1, self._left)
        self._left -= 1
        return max(LEAST_SECONDS, share)


def curve(answer: Answer, upto: int, seconds: float, tick: Tick = no_tick) -> list[CurvePoint]:
    """The best set for each number of new sites, from the least possible up to ``upto``; empty for lscp and lscpb.

    The answer's own number is not solved again. Numbers that have no set are left out.
    """
    study = the_same_demand(answer)
    if study.model in COUNTED or upto < 1:
        return []
    rules = study.rules
    most = int((~rules.existing & ~rules.forbidden).sum())
    first = 0 if rules.existing.any() and study.model != "dispersion" else 1

    def solver(p: int, _start: np.ndarray | None, left: float, own: Tick) -> Solution:
        if p == study.facilities:
            return answer.solution
        limited = replace(study, facilities=p, time_limit=min(study.time_limit, max(left, LEAST_SECONDS)))
        return solve(limited, own, all_demand=True).solution

    never_worse = study.model != "dispersion" and not rules.groups and not np.isfinite(rules.budget)
    points = count_curve(
        solver,
        range(first, min(upto, most) + 1),
        maximize=study.maximizing,
        monotone=never_worse,
        time_limit=seconds,
        tick=tick,
    )
    return [point for point in points if point.solution is not None]


def next_best(answer: Answer, count: int, seconds: float, tick: Tick = no_tick) -> tuple[list[Change], bool]:
    """The next best sets, the least loss first, and whether none that is better can be missing."""
    study = the_same_demand(answer)

    def solver(rules: SiteRules, left: float, own: Tick) -> Solution:
        limited = replace(study, rules=rules, time_limit=min(study.time_limit, max(left, LEAST_SECONDS)))
        return solve(limited, own, all_demand=True).solution

    found = near_optimal(
        solver,
        study.rules,
        answer.solution,
        maximize=study.maximizing,
        count=count + 1,
        percent=np.inf if answer.objective else 0.0,
        time_limit=seconds,
        tick=tick,
    )
    others = [one for one in found.solutions if not np.array_equal(one.chosen, answer.chosen)]
    return [_changed(answer, "instead", -1, one) for one in others], found.complete


def _part(tick: Tick, at: int, count: int) -> Tick:
    """The tick of one of several steps."""
    return lambda done: tick((at + done) / count)


def _tried(study: Study, tick: Tick) -> Answer | str:
    """The answer for all of the demand, or the code of why there is none."""
    try:
        return solve(study, tick, all_demand=True)
    except AnalysisError as error:
        return error.code


def _changed(answer: Answer, what: str, column: int, found: Solution) -> Change:
    loss = found.objective - answer.objective
    loss = -loss if answer.study.maximizing else loss
    if abs(loss) <= _MARGIN * max(1.0, abs(answer.objective)):
        loss = 0.0
    added, removed = np.setdiff1d(found.chosen, answer.chosen), np.setdiff1d(answer.chosen, found.chosen)
    return Change(what, column, found.objective, found.bound, found.proven, loss, added, removed)


def _change(answer: Answer, what: str, column: int, found: Answer | str) -> Change:
    if not isinstance(found, str):
        return _changed(answer, what, column, found.solution)
    none = np.empty(0, dtype=np.int64)
    return Change(what, column, np.nan, np.nan, False, np.nan, none, none, found)


def _asked(answer: Answer, cases: Sequence[tuple[str, int, Study]], seconds: float, tick: Tick) -> Iterator[Change]:
    purse = Purse(seconds, len(cases))
    for at, (what, column, study) in enumerate(cases):
        tick(at / len(cases))
        limited = replace(study, time_limit=min(study.time_limit, purse.next()))
        yield _change(answer, what, column, _tried(limited, _part(tick, at, len(cases))))


def forced(answer: Answer, columns: Sequence[int], seconds: float, tick: Tick = no_tick) -> list[Change]:
    """The best set with each of some sites that are not in the answer, in the order given."""
    study = the_same_demand(answer)
    cases = [("forced", column, _with(study, column)) for column in columns]
    return list(_asked(answer, cases, seconds, tick))


def _with(study: Study, column: int) -> Study:
    """The study with a site required, also against a rule that forbids it."""
    must, never = study.rules.required.copy(), study.rules.forbidden.copy()
    must[column], never[column] = True, False
    return replace(study, rules=replace(study.rules, required=must, forbidden=never))


def rule_prices(answer: Answer, seconds: float, tick: Tick = no_tick) -> list[Change]:
    """What each rule costs: the best set without it, all others staying. A loss below 0 is the price of the rule."""
    study = the_same_demand(answer)
    cases = [(what, -1, replace(study, **change)) for what, change in _relaxations(study)]
    return list(_asked(answer, cases, seconds, tick))


def _relaxations(study: Study) -> Iterator[tuple[str, dict[str, Any]]]:
    rules = study.rules
    none = np.zeros(study.sites, dtype=bool)

    def changed(**parts: Any) -> dict[str, Any]:
        return {"rules": replace(rules, **parts)}

    if rules.required.any():
        yield "required", changed(required=none)
    if rules.forbidden.any():
        yield "forbidden", changed(forbidden=none)
    if any(group.low > 0 for group in rules.groups):
        yield "min_per_zone", changed(groups=[replace(group, low=0) for group in rules.groups])
    if any(group.high < len(group.members) for group in rules.groups):
        yield "max_per_zone", changed(groups=[replace(group, high=len(group.members)) for group in rules.groups])
    if rules.price is not None and np.isfinite(rules.budget):
        yield "budget", changed(budget=np.inf)
    standing = int(rules.existing.sum())
    if standing and rules.close_limit < standing and study.model not in COUNTED:
        yield "existing", changed(close_limit=standing)
    if study.model == "capacitated" and study.capacity is not None:
        plenty = np.full(study.sites, float(study.weight.sum()))
        yield "capacity", {"capacity": np.maximum(study.capacity, plenty)}
        if not study.split:
            yield "split", {"split": True}
