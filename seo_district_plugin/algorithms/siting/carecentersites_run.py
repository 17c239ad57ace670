"""A siting of care centers from layers to answer: read, solve, ask what people ask, hand over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .carecentersites_inputs import Care, read_care
from .facilities_run import Told, asked_of, name_rows, say_result

if TYPE_CHECKING:
    from ...analysis.siting.care import Change, Reach
    from ...analysis.siting.study import Answer

OTHER_LIMITS = (0.8, 1.0, 1.2)
"""Walking times, as parts of the one given, under which the best set is found anew."""

BEYOND = 3
"""The curve goes on for so many centers more than asked for, to show what the next ones would bring."""


@dataclass
class Gained:
    """Access before and after, and what rests on the walking time.

    Attributes:
        before, after: (n,) minutes to the nearest center. whole: of everybody. zones, groups: of each.
        reached, saved: (m,) what one more center at each site would bring today.
        reach: the best sets under other walking times.
    """

    before: np.ndarray
    after: np.ndarray
    whole: Change
    zones: list[Change]
    groups: list[Change]
    reached: np.ndarray
    saved: np.ndarray
    reach: list[Reach] = field(default_factory=list)


def execute(run: Run) -> None:
    """The whole run."""
    from .carecentersites_outputs import deliver
    from .carecentersites_report import describe
    from .facilities_places import site_places

    care = read_care(run)
    case = care.case
    answer = _solved(run, care)
    case.study = answer.study
    told = asked_of(run, case, answer, BEYOND)
    run.step(tr("Who gains"), 0.95)
    gained = _gained(run, care, answer)
    places = site_places(run, case, answer)
    _figures(run, care, told, gained)
    deliver(run, care, told, gained, places)
    describe(run, care, told, gained, places)


def _solved(run: Run, care: Care) -> Answer:
    from ...analysis.errors import AnalysisError
    from ...analysis.siting.care import study_of
    from ...analysis.siting.study import solve

    run.step(tr("Finding the best sites"), 0.6)
    try:
        return solve(study_of(run.choice("GOAL"), care.case.study, run.tick), run.tick)
    except AnalysisError as error:
        name_rows(error, care.case)
        raise


def _gained(run: Run, care: Care, answer: Answer) -> Gained:
    from ...analysis.siting.care import changes, one_more, same_under_limits, under_limits, walk

    case, people = care.case, care.need.people
    standing = np.flatnonzero(answer.study.rules.existing)
    before, after = walk(care.minutes, standing), walk(care.minutes, answer.chosen)
    everybody = np.zeros(len(people), dtype=np.int64)
    whole = changes([tr("everybody")], everybody, people, before, after, care.limit)[0]
    zones: list[Change] = []
    if case.zones is not None:
        zones = changes(case.zones.names, case.zones.demand, people, before, after, care.limit)
    groups: list[Change] = []
    if care.group is not None:
        groups = changes(care.group_names, care.group, people, before, after, care.limit)
    reached, saved = one_more(care.minutes, people, before, care.limit)
    found = Gained(before, after, whole, zones, groups, reached, saved)
    limits = [care.limit * part for part in OTHER_LIMITS]
    if answer.study.model not in ("mclp", "lscp"):
        found.reach = same_under_limits(answer, after, people, limits)
    elif run.wanted("REPORT"):
        run.step(tr("Trying other walking times"), 0.97)
        found.reach = under_limits(answer, care.minutes, people, limits, 0.5 * run.number("TIME_LIMIT"), run.tick)
    return found


def _figures(run: Run, care: Care, told: Told, gained: Gained) -> None:
    answer = told.answer
    solution = answer.solution
    before, after = gained.whole.before, gained.whole.after

    def within(cost: np.ndarray) -> float:
        return float(care.need.people[cost <= care.limit].sum())

    for name, value in (
        ("OBJECTIVE", solution.objective), ("BOUND", solution.bound), ("GAP", solution.gap),
        ("PROVEN", int(solution.proven)), ("NEW_SITES", len(answer.opened)), ("PEOPLE", before.people),
        ("COVERED_BEFORE", within(gained.before)), ("COVERED_AFTER", within(gained.after)),
        ("MEAN_WALK_BEFORE", before.mean), ("MEAN_WALK_AFTER", after.mean),
        ("CANDIDATES_ALLOWED", int(care.case.candidates.keep.sum())),
        ("CANDIDATES_EXCLUDED", int((care.ruled.first != "").sum())),
    ):  # fmt: skip
        run.figure(name, value)
    say_result(run, answer)
