"""How much each further site brings: objective and bound for each number of sites, by any solver."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .types import PROVEN, TIME_LIMIT, Solution, is_proven

CountSolver = Callable[[int, "np.ndarray | None", float, Tick], Solution]
"""Takes the number of new sites, columns of a set worth starting from (or None), seconds and a tick."""


@dataclass(frozen=True)
class CurvePoint:
    """One number of sites.

    Attributes:
        p: new sites. solution: None where no set is allowed; problem: then why.
        gain: how much better than with one site fewer (NaN for the first and beside missing points).
        sure: gain of two proven solutions.
    """

    p: int
    solution: Solution | None
    problem: AnalysisError | None
    gain: float
    sure: bool


def curve(
    solver: CountSolver,
    counts: Iterable[int],
    *,
    maximize: bool,
    monotone: bool = True,
    whole: bool = False,
    time_limit: float = 60.0,
    tick: Tick = no_tick,
) -> list[CurvePoint]:
    """Objective, bound and marginal gain for each number of new sites, ascending.

    Each number starts from the best set of the one before; where time runs short, what is left is shared evenly among
    the numbers that remain, so that the last ones come to their turn.

    Args:
        solver: a model, all but the number of sites given.
        counts: numbers of new sites. maximize: the objective.
        monotone: a further site never makes it worse (no group's most, no budget, no spacing, not dispersion): the
            bound of the next number then holds for this one too.
        whole: every objective is a whole number. time_limit: seconds for all.
    """
    counts = sorted(set(counts))
    ends = time.monotonic() + time_limit
    found: list[Solution | AnalysisError] = []
    start: np.ndarray | None = None
    for number, p in enumerate(counts):
        tick(number / len(counts))
        seconds = max((ends - time.monotonic()) / (len(counts) - number), 0.1)
        try:
            solution = solver(p, start, seconds, _part(tick, number, len(counts)))
        except AnalysisError as problem:
            found.append(problem)
            continue
        found.append(solution)
        start = solution.chosen
    if monotone:
        found = _bounds_from_next(found, maximize, whole)
    return _points(counts, found, maximize)


def _part(tick: Tick, number: int, count: int) -> Tick:
    return lambda done: tick((number + done) / count)


def _bounds_from_next(
    found: list[Solution | AnalysisError], maximize: bool, whole: bool
) -> list[Solution | AnalysisError]:
    """No set of fewer sites beats the bound for more sites."""
    answer = list(found)
    for number in range(len(found) - 2, -1, -1):
        now, after = answer[number], answer[number + 1]
        if isinstance(now, AnalysisError) or isinstance(after, AnalysisError) or now.proven:
            continue
        bound = min(now.bound, after.bound) if maximize else max(now.bound, after.bound)
        proven = is_proven(now.objective, bound, whole, maximize=maximize)
        answer[number] = replace(now, bound=bound, proven=proven, status=PROVEN if proven else TIME_LIMIT)
    return answer


def _points(counts: list[int], found: list[Solution | AnalysisError], maximize: bool) -> list[CurvePoint]:
    points: list[CurvePoint] = []
    before: Solution | None = None
    for number, (p, one) in enumerate(zip(counts, found)):
        if isinstance(one, AnalysisError):
            points.append(CurvePoint(p, None, one, float("nan"), False))
            before = None
            continue
        follows = before is not None and p == counts[number - 1] + 1
        gain, sure = float("nan"), False
        if follows and before is not None:
            gain = one.objective - before.objective if maximize else before.objective - one.objective
            sure = one.proven and before.proven
        points.append(CurvePoint(p, one, None, gain, sure))
        before = one
    return points
