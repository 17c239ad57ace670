"""A run of facility location from layers to answer: read, solve, ask what people ask, hand over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .facilities_case import Case, read_case
from .facilities_words import COUNTED

if TYPE_CHECKING:
    from ...analysis.errors import AnalysisError
    from ...analysis.location.curve import CurvePoint
    from ...analysis.siting.questions import Change
    from ...analysis.siting.study import Answer
    from .facilities_asked import AskedPlaces

SHARE_OF_TIME = 0.5
"""The curve, the next best sets, the prices of the rules and the places asked about may each take so much of
TIME_LIMIT."""

CURVE_DEFAULT = 10
"""The curve goes so far by itself where it is wanted and CURVE_TO is empty."""


@dataclass
class Told:
    """The answer with what people ask about it.

    Attributes:
        curve: objective by number of sites. alternatives: next best sets. prices: of the rules. asked: places.
        whole: whether no better alternative can be missing.
    """

    answer: Answer
    curve: list[CurvePoint] = field(default_factory=list)
    alternatives: list[Change] = field(default_factory=list)
    prices: list[Change] = field(default_factory=list)
    asked: AskedPlaces | None = None
    whole: bool = True


def execute(run: Run) -> None:
    """The whole run."""
    from .facilities_places import site_places
    from .facilities_report import describe
    from .facilities_tables import deliver

    case = read_case(run)
    told = asked_of(run, case, _solved(run, case))
    run.step(tr("Naming the places"), 0.95)
    places = site_places(run, case, told.answer)
    _figures(run, case, told)
    deliver(run, case, told, places)
    describe(run, case, told, places)


def asked_of(run: Run, case: Case, answer: Answer, beyond: int = 0) -> Told:
    """What people ask of an answer: the curve, the next best sets, the price of each rule, places.

    Args:
        beyond: how many sites more than asked for the curve shows by itself.
    """
    from .facilities_asked import ask_places

    told = Told(answer)
    told.curve = _curve(run, told.answer, beyond)
    told.alternatives, told.whole = _alternatives(run, told.answer)
    told.prices = _prices(run, told.answer)
    if run.given("PLACES"):
        run.step(tr("Answering for the places asked about"), 0.92)
        told.asked = ask_places(run, case, told.answer)
    return told


def _solved(run: Run, case: Case) -> Answer:
    """The answer; an error of the solver speaks of ids instead of rows and columns."""
    from ...analysis.errors import AnalysisError
    from ...analysis.siting.study import solve, with_aversion

    try:
        if run.number("EQUITY") > 0:
            run.step(tr("Finding the costs that people have without equity"), 0.45)
            case.study = with_aversion(case.study, run.number("EQUITY"), run.tick)
        run.step(tr("Finding the best sites"), 0.6)
        return solve(case.study, run.tick)
    except AnalysisError as error:
        name_rows(error, case)
        raise


def name_rows(error: AnalysisError, case: Case) -> None:
    """Ids in place of rows and columns in an error of a solver."""
    for key, ids in (("row", case.demand_ids), ("column", case.ids), ("site", case.ids)):
        at = error.values.get(key)
        if isinstance(at, (int, np.integer)) and 0 <= at < len(ids):
            error.values[key] = ids[at]


def _wanted(run: Run, *names: str) -> bool:
    return any(run.wanted(name) for name in names)


def _curve(run: Run, answer: Answer, beyond: int) -> list[CurvePoint]:
    from ...analysis.siting.questions import curve

    if run.given("CURVE_TO"):
        upto = run.integer("CURVE_TO")
    else:
        upto = min(run.integer("FACILITIES") + beyond, CURVE_DEFAULT) if _wanted(run, "CURVE", "REPORT") else 0
    if upto < 1 or answer.study.model in COUNTED:
        return []
    run.step(tr("Finding the best sets of fewer and more sites"), 0.75)
    return curve(answer, upto, SHARE_OF_TIME * run.number("TIME_LIMIT"), run.tick)


def _alternatives(run: Run, answer: Answer) -> tuple[list[Change], bool]:
    from ...analysis.siting.questions import next_best

    count = run.integer("ALTERNATIVE_SETS")
    if not count or not _wanted(run, "ALTERNATIVES", "REPORT"):
        return [], True
    run.step(tr("Finding the next best sets"), 0.85)
    return next_best(answer, count, SHARE_OF_TIME * run.number("TIME_LIMIT"), run.tick)


def _prices(run: Run, answer: Answer) -> list[Change]:
    from ...analysis.siting.questions import rule_prices

    if not _wanted(run, "RULE_PRICES", "REPORT"):
        return []
    run.step(tr("Finding the price of each rule"), 0.9)
    return rule_prices(answer, SHARE_OF_TIME * run.number("TIME_LIMIT"), run.tick)


def _figures(run: Run, case: Case, told: Told) -> None:
    answer = told.answer
    solution, serving = answer.solution, answer.serving
    run.figure("OBJECTIVE", solution.objective)
    run.figure("BOUND", solution.bound)
    run.figure("GAP", solution.gap)
    run.figure("PROVEN", int(solution.proven))
    run.figure("OPEN_SITES", len(answer.chosen))
    run.figure("NEW_SITES", len(answer.opened))
    run.figure("SERVED_WEIGHT", float(serving.load.sum()))
    run.figure("UNSERVED_ROWS", len(answer.unserved))
    spread = answer.spread()
    run.figure("MEAN_COST", spread.mean)
    run.figure("LARGEST_COST", spread.largest)
    run.figure("GINI", spread.gini)
    run.figure("WORST_TENTH", spread.worst_tenth)
    run.texts["TIMES"] = tr("costs {costs:.2f} s, solver {solver:.2f} s").format(
        costs=case.matrix.seconds, solver=answer.seconds
    )
    run.info(tr("Time: {times}").format(times=run.texts["TIMES"]))
    say_result(run, answer)


def say_result(run: Run, answer: Answer) -> None:
    """The proof, in the log."""
    from .facilities_words import proof_sentence

    run.info(proof_sentence(answer))
    left = len(answer.unserved)
    if left:
        run.warn(tr("{count:,} demand rows are served by no site; they are listed in UNSERVED.").format(count=left))
