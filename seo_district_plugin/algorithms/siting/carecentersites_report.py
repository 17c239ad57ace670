"""What the report of a siting of care centers says: who gains, where and why, and what the answer rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .carecentersites_inputs import SPEED, Care
from .carecentersites_reasons import reasons
from .carecentersites_words import goal_word, objective_word, people_word, rule_word, source_word
from .facilities_method import citations, formulation
from .facilities_report import asked_section, choice_sections, curve_sections, proof_section
from .facilities_tables import roles
from .facilities_words import amount, proof_sentence, role_words

if TYPE_CHECKING:
    from ...analysis.siting.care import Change
    from ...reports.report import Section
    from .carecentersites_run import Gained
    from .facilities_run import Told

SHOWN = 40  # rows of a table


def describe(run: Run, care: Care, told: Told, gained: Gained, places: dict[int, str]) -> None:
    """Fill summary, sections, method, citations and limits."""
    from ..streets import streets_section

    who, what = people_word(run.choice("PRESET")), objective_word(run.choice("GOAL"))
    before, after = gained.whole.before, gained.whole.after
    run.summary = " ".join(
        [
            tr(
                "Goal: {goal}. {count} new centers among {candidates:,} candidates: {people:,.0f} {who}, of whom "
                "{before:.0%} have a center within {limit:g} minutes on foot today and {after:.0%} with the new ones "
                "({gained:+,.0f})."
            ).format(
                goal=goal_word(run.choice("GOAL")),
                count=len(told.answer.opened),
                candidates=int(care.case.candidates.keep.sum()),
                people=before.people,
                who=who,
                before=before.reached,
                after=after.reached,
                limit=care.limit,
                gained=gained.whole.gained,
            ),
            proof_sentence(told.answer, what),
        ]
    )
    if not run.wanted("REPORT"):
        return
    run.caption = tr(
        "New centers with their rank, existing ones, and every other candidate by what one more center there would "
        "bring today"
    )
    run.sections = [
        *curve_sections(told, what),
        _who_gains(run, care, told, gained),
        _sites(care, told, places, who),
        proof_section(care.case, told, what),
        *choice_sections(care.case, told),
    ]
    if care.case.zones is not None:
        run.sections.append(_shares(care, told))
    run.sections.append(_rules(care))
    if gained.reach:
        run.sections.append(_limits_tried(care, told, gained))
    if told.asked is not None:
        run.sections.append(asked_section(told))
    if care.case.matrix.streets is not None:
        run.sections.append(streets_section(care.case.matrix.streets))
    _method(run, care, told)
    _limits(run, care, told)


def _percent(value: float) -> float | None:
    return 100 * value if np.isfinite(value) else None


def _row(change: Change) -> list[object]:
    before, after = change.before, change.after
    numbers = (
        _percent(before.reached), _percent(after.reached), change.gained, before.mean, after.mean, before.worst,
        after.worst,
    )  # fmt: skip
    shown = [None if value is None or not np.isfinite(value) else float(value) for value in numbers]
    return [before.label, before.people, *shown]


def _columns(head: str) -> list[object]:
    from ...reports.report import Column

    return [
        head,
        Column(tr("People"), "", 0),
        Column(tr("Within reach before"), "%", 1),
        Column(tr("after"), "%", 1),
        Column(tr("People gained"), "", 0),
        Column(tr("Mean walk before"), tr("min"), 1),
        Column(tr("after"), tr("min"), 1),
        Column(tr("Worst-off tenth before"), tr("min"), 1),
        Column(tr("after"), tr("min"), 1),
    ]


def _sites(care: Care, told: Told, places: dict[int, str], who: str) -> Section:
    """The centers, and why."""
    from ...reports.report import Column, Section, TableView

    answer, words = told.answer, role_words()
    serving, why = answer.serving, reasons(care, answer, who)
    at = {column: number for number, column in enumerate(answer.chosen.tolist())}
    rows: list[list[object]] = []
    for column, role in list(roles(answer).items())[:SHOWN]:
        number = at[column]
        figures = (serving.load[number], serving.mean_cost[number], serving.max_cost[number])
        values = [float(value) if np.isfinite(value) else None for value in figures]
        rank = str(serving.rank[number]) if serving.rank[number] else words[role]
        rows.append([rank, places[column], *values, why[column]])
    columns = [
        tr("Rank"), tr("Place"), Column(tr("People"), "", 0), Column(tr("Mean walk"), tr("min"), 1),
        Column(tr("Longest walk"), tr("min"), 1), tr("Reason"),
    ]  # fmt: skip
    note = tr("Rank 1: the new site that would be missed most, the others staying.")
    if len(answer.chosen) > SHOWN:
        note += " " + tr("The first {count} of {all}; the others are in the layer.").format(
            count=SHOWN, all=len(answer.chosen)
        )
    return Section(tr("The centers, and why"), [], [], [TableView(tr("Centers"), columns, rows, note)])


def _who_gains(run: Run, care: Care, told: Told, gained: Gained) -> Section:
    from ...reports.figures import horizontal_bars
    from ...reports.report import Plot, Section, TableView

    who = people_word(run.choice("PRESET"))
    tables = [TableView(tr("Everybody"), _columns(tr("Who")), [_row(gained.whole)])]
    plots = []
    zones = [change for change in gained.zones if change.before.people > 0]
    if zones:
        order = sorted(zones, key=lambda change: -np.nan_to_num(change.gained))
        tables.append(TableView(tr("By zone"), _columns(tr("Zone")), [_row(change) for change in order]))
        shown = [change for change in order if change.gained > 0][:24]
        if shown:
            figure = horizontal_bars(
                [change.before.label for change in shown],
                np.array([change.gained for change in shown]),
                x_title=tr("people who come within reach"),
            )
            plots.append(Plot(tr("Who gains, by zone"), figure))
    groups = [change for change in gained.groups if change.before.people > 0]
    if groups:
        tables.append(TableView(tr("By group"), _columns(tr("Group")), [_row(change) for change in groups]))
    need = care.need
    by_source = {source: float(need.people[need.source == source].sum()) for source in dict.fromkeys(need.source)}
    parts = ", ".join(f"{source_word(str(source))} {amount(people)}" for source, people in by_source.items())
    text = [
        tr("Within reach: at most {limit:g} minutes on foot to the nearest center. Counted are {who}: {parts}.").format(
            limit=care.limit, who=who, parts=parts
        ),
        tr(
            "Means are over those who can walk to a center at all; nobody is counted twice. A mean can rise where "
            "people are counted in who had no way to a center before."
        ),
    ]
    if not gained.whole.before.reached > 0:
        text.append(tr("No existing center was given or reached: before, nobody has one."))
    text += _with_places(care, told)
    return Section(tr("Who gains"), text, plots, tables)


def _with_places(care: Care, told: Told) -> list[str]:
    """With limited places: how many have one within the walking time, every place given out once."""
    answer = told.answer
    if answer.study.model != "capacitated":
        return []
    serving = answer.serving
    near = serving.cost <= care.limit
    placed = float((care.need.people[serving.demand] * serving.share)[near].sum())
    return [
        tr(
            "The shares above ask for a center, not for a free place in it. With the places given out as the answer "
            "has it, {placed} of {people} ({share:.1%}) have a place within the walking time."
        ).format(
            placed=amount(round(placed, 1)),
            people=amount(care.need.people.sum()),
            share=placed / care.need.people.sum(),
        )
    ]


def _shares(care: Care, told: Told) -> Section:
    """Zone, its share of people, of rows, of the result: a check on what the data favor."""
    from ...analysis.siting.care import shares
    from ...reports.report import Column, Section, TableView

    zones = care.case.zones
    rows = shares(zones.names, zones.demand, care.need.people, zones.demand, zones.site[told.answer.opened])
    columns = [
        tr("Zone"), Column(tr("Share of the people"), "%", 1), Column(tr("Share of the input rows"), "%", 1),
        Column(tr("Share of the new centers"), "%", 1),
    ]  # fmt: skip
    table = TableView(tr("Where people, data and centers are"), columns, [
        [label, 100 * people, 100 * lines, 100 * sites] for label, people, lines, sites in rows
    ])  # fmt: skip
    text = tr(
        "A zone with many people and few rows is one that the data know little of; a zone with many people and no new "
        "center has one near by, or is why the next center should be asked for."
    )
    return Section(tr("Is it fair to the zones?"), [text], [], [table])


def _rules(care: Care) -> Section:
    from ...reports.report import Section, TableView

    ruled, side = care.ruled, care.case.candidates
    rows: list[list[object]] = [
        [rule_word(rule), int(mask.sum()), int((ruled.first == rule).sum()), ruled.only_by(rule)]
        for rule, mask in ruled.breaches.items()
    ]
    columns = [tr("Rule"), tr("Candidates that break it"), tr("Counted under it"), tr("Out by this rule alone")]
    text = [
        tr("Of {rows:,} candidates {out:,} break a hard rule, {other:,} are out otherwise, {left:,} take part.").format(
            rows=len(side), out=int((ruled.first != "").sum()),
            other=len(side) - int((ruled.first != "").sum()) - int(side.keep.sum()), left=int(side.keep.sum()),
        )
    ]  # fmt: skip
    if care.trunk:
        text.append(tr("No walk crosses the {count:,} stretches of trunk road.").format(count=care.trunk))
    tables = [TableView(tr("Hard rules"), columns, rows)] if rows else []
    return Section(tr("Which candidates were left out"), text, [], tables)


def _limits_tried(care: Care, told: Told, gained: Gained) -> Section:
    from ...reports.report import Column, Section, TableView

    columns = [
        Column(tr("Walking time"), tr("min"), 1), Column(tr("Within reach"), "%", 1), tr("New centers"),
        tr("Centers that stay the same"), tr("Proven"),
    ]  # fmt: skip
    rows = [
        [one.limit, _percent(one.reached), one.sites, one.kept, tr("yes") if one.proven else tr("no")]
        for one in gained.reach
    ]
    if told.answer.study.model in ("mclp", "lscp"):
        text = tr(
            "The best set was found anew for shorter and longer walking times. Where the centers stay the same, the "
            "answer does not rest on the exact limit."
        )
    else:
        text = tr(
            "The goal asks for no walking time, so that the centers stay the same; only who counts as within reach "
            "changes."
        )
    return Section(tr("Does it hang on the walking time?"), [text], [], [TableView(tr("Other limits"), columns, rows)])


def _method(run: Run, care: Care, told: Told) -> None:
    study = told.answer.study
    speed = run.number("WALK_SPEED") if run.given("WALK_SPEED") else SPEED[run.choice("PRESET")]
    run.method.append(formulation(study.model))
    if care.case.matrix.streets is not None:
        run.method.append(tr("Walks: along the streets at {speed:g} km/h.").format(speed=speed))
    else:
        run.method.append(
            tr("Walks: straight lines times {detour:g}, at {speed:g} km/h. Give streets for real ways.").format(
                detour=run.number("DETOUR"), speed=speed
            )
        )
    if care.trunk:
        run.method.append(
            tr(
                "Trunk roads are walked along on either side and not crossed: each side meets its own streets only, "
                "and bridges and underpasses of another level lead across."
            )
        )
    run.method.append(
        tr(
            "Found by interchange with restarts; proven by lower bounds (Lagrangian relaxation, linear programs) and "
            "branch and bound. The result is recomputed from the costs in plain arithmetic. Time limit {limit:g} s, "
            "seed {seed}."
        ).format(limit=study.time_limit, seed=study.seed)
    )
    run.citations += citations(study.model, study.kappa > 0)
    run.citations.append(
        "Fitzpatrick, K., Brewer, M. A. & Turner, S. (2006). Another look at pedestrian walking speed. Transportation "
        "Research Record 1982, 21-29."
    )


def _limits(run: Run, care: Care, told: Told) -> None:
    run.limits += [
        tr(
            "Best means best by the stated goal, people, candidates and rules. Rent, consent of the owner, and whether "
            "parents would come are not judged."
        ),
        tr("Who lives in a cell is taken to start from its middle."),
    ]
    if run.number("DEMAND_RATE") == 1.0:
        run.limits.append(tr("Everybody counts as in need of care. The share that really comes is lower: DEMAND_RATE."))
    if care.case.matrix.streets is None:
        run.limits.append(
            tr("Straight lines cross rivers, railways and expressways. Where these matter, measure along streets.")
        )
    if not told.answer.solution.proven:
        run.limits.append(tr("More time (TIME_LIMIT) can find a better set or prove this one."))
