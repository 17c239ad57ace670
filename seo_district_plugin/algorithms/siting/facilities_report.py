"""What the report of a facility location says: the sites, the proof in plain words, and what each choice costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .facilities_case import Case
from .facilities_places import reasons
from .facilities_tables import roles
from .facilities_words import (
    COUNTED,
    RADIUS_MODELS,
    amount,
    model_problem,
    model_word,
    objective_word,
    proof_sentence,
    role_words,
    rule_word,
    unserved_word,
)

if TYPE_CHECKING:
    from ...analysis.location.curve import CurvePoint
    from ...analysis.siting.questions import Change
    from ...reports.report import Section
    from .facilities_run import Told

SHOWN = 40  # rows of a table


def describe(run: Run, case: Case, told: Told, places: dict[int, str]) -> None:
    """Fill summary, sections, method, citations and limits of the run."""
    from ..streets import streets_section

    answer = told.answer
    best = next(iter(roles(answer)), None)
    run.summary = " ".join(
        [
            tr(
                "{model}: {count:,} new sites were chosen among {candidates:,} candidates for {demand:,} demand rows."
            ).format(
                model=model_word(answer.study.model),
                count=len(answer.opened),
                candidates=int(case.candidates.keep.sum()),
                demand=len(case.weight),
            ),
            proof_sentence(answer),
            tr("The first is {place}.").format(place=places[best]) if best is not None else "",
        ]
    ).strip()
    run.summary = run.summary[:1].upper() + run.summary[1:]
    if not run.wanted("REPORT"):
        return
    run.caption = tr("Sites with their rank, and lines from the demand they serve, colored by cost")
    run.sections = [*site_sections(case, told, places), *curve_sections(told), *choice_sections(case, told)]
    run.sections.append(_spread(case, told))
    if case.zones is not None:
        run.sections.append(_zones(case, told))
    if told.asked is not None:
        run.sections.append(asked_section(told))
    if case.matrix.streets is not None:
        run.sections.append(streets_section(case.matrix.streets))
    _method(run, case, told)
    _limits(run, case, told)


def site_sections(case: Case, told: Told, places: dict[int, str]) -> list[Section]:
    """The sites and why, and the proof."""
    return [_sites(case, told, places), proof_section(case, told)]


def curve_sections(told: Told, what: str = "") -> list[Section]:
    """What more sites would bring; ``what``: what the objective measures, in own words."""
    return [_curve(told, what)] if told.curve else []


def choice_sections(case: Case, told: Told) -> list[Section]:
    """The next best sets, and the price of each rule."""
    sections = [_alternatives(case, told)] if told.alternatives else []
    return [*sections, _prices(case, told)] if told.prices else sections


def _sites(case: Case, told: Told, places: dict[int, str]) -> Section:
    from ...reports.report import Column, Section, TableView

    answer, words = told.answer, role_words()
    serving, why = answer.serving, reasons(case, answer)
    at = {column: number for number, column in enumerate(answer.chosen.tolist())}
    rows = []
    for column, role in list(roles(answer).items())[:SHOWN]:
        number = at.get(column)
        rank = str(serving.rank[number]) if number is not None and serving.rank[number] else words[role]
        figures = [serving.load, serving.mean_cost, serving.max_cost]
        values = [float(column_of[number]) if number is not None else None for column_of in figures]
        rows.append([rank, places[column], *values, why[column]])
    columns = [
        tr("Rank"),
        tr("Place"),
        tr("Weight served"),
        Column(tr("Mean cost"), case.unit),
        Column(tr("Largest cost"), case.unit),
        tr("Reason"),
    ]
    note = tr("Rank 1: the new site that would be missed most, the others staying.")
    return Section(tr("The sites, and why"), [], [], [TableView(tr("Sites"), columns, rows, note)])


def proof_section(case: Case, told: Told, what: str = "") -> Section:
    """The proof; ``what``: what the objective measures, in own words."""
    from ...reports.report import Section, TableView

    answer = told.answer
    solution, model = answer.solution, answer.study.model
    text = [proof_sentence(answer, what)]
    if answer.study.maximizing:
        text.append(
            tr(
                "How to read this: the objective is what the chosen set reaches; the bound is a number that no set "
                "under the stated rules can exceed. Where both meet, nothing better exists."
            )
        )
    else:
        text.append(
            tr(
                "How to read this: the objective is what the chosen set costs; the bound is a number that no set under "
                "the stated rules can go below. Where both meet, nothing better exists."
            )
        )
    if answer.study.kappa > 0:
        text.append(
            tr(
                "The objective is the Kolm-Pollak equivalent: the cost that, if everybody had it, would be as good as "
                "the spread of costs there is."
            )
        )
    left = len(answer.unserved)
    if left and model not in ("mclp", "dispersion"):
        text.append(
            tr("The proof holds for the demand that can be served; {count:,} rows cannot and were left out.").format(
                count=left
            )
        )
    rows: list[list[object]] = [
        [tr("Objective: {what}").format(what=what or objective_word(model)), amount(solution.objective)],
        [tr("Bound"), amount(solution.bound) if np.isfinite(solution.bound) else "-"],
        [tr("Gap (%)"), f"{100 * solution.gap:.4f}"],
        [tr("Proven"), tr("yes") if solution.proven else tr("no")],
        [tr("Nodes of the search"), f"{solution.nodes:,}"],
        [tr("Seconds for the costs"), f"{case.matrix.seconds:.2f}"],
        [tr("Seconds for the solver"), f"{answer.seconds:.2f}"],
        [tr("Pairs of demand and site"), f"{len(answer.study.costs.value):,}"],
    ]
    if "demands_twice" in solution.figures:
        rows.append([tr("Demand rows covered at least twice"), f"{solution.figures['demands_twice']:,.0f}"])
    return Section(tr("How good is this set?"), text, [], [TableView(tr("Proof"), [tr("What"), tr("Value")], rows, "")])


def _curve(told: Told, what: str) -> Section:
    from ...reports.figures import line_curve
    from ...reports.report import Plot, Section, TableView

    points = [(point, point.solution) for point in told.curve if point.solution is not None]
    p = [point.p for point, _ in points]
    series = {tr("best set found"): (p, [found.objective for _, found in points])}
    if not all(found.proven for _, found in points):
        series[tr("bound: no set is better")] = (p, [found.bound for _, found in points])
    title = what or objective_word(told.answer.study.model)
    figure = line_curve(series, x_title=tr("New sites"), y_title=title, markers=True)
    plot = Plot(
        tr("What more sites bring"),
        figure,
        tr("Each point is the best set of that size, not the same sites and one more."),
    )
    rows = [
        [str(point.p), found.objective, point.gain, f"{100 * found.gap:.3f}", tr("yes") if found.proven else tr("no")]
        for point, found in points
    ]
    columns = [tr("New sites"), tr("Objective"), tr("Gain of the last site"), tr("Gap (%)"), tr("Proven")]
    text = _how_many(told.curve)
    return Section(tr("How many sites?"), text, [plot], [TableView(tr("Objective by number of sites"), columns, rows)])


def _how_many(points: list[CurvePoint]) -> list[str]:
    """What the first and the last step of the curve bring."""
    gains = [(point.p, point.gain) for point in points if np.isfinite(point.gain)]
    if len(gains) < 2:
        return []
    (first, much), (last, little) = gains[0], gains[-1]
    return [
        tr("Going from {before} to {first} new sites brings {much}; from {nearly} to {last} still {little}.").format(
            before=first - 1, first=first, much=amount(much), nearly=last - 1, last=last, little=amount(little)
        )
    ]


def _difference(case: Case, change: Change) -> list[object]:
    return [
        ", ".join(case.names[column] for column in change.removed[:6]) or "-",
        ", ".join(case.names[column] for column in change.added[:6]) or "-",
    ]


def _alternatives(case: Case, told: Told) -> Section:
    from ...reports.report import Section, TableView

    objective = told.answer.objective
    rows = []
    for number, change in enumerate(told.alternatives, start=1):
        share = 100 * change.loss / abs(objective) if objective else 0.0
        rows.append([str(number), change.objective, change.loss, f"{share:.2f}", *_difference(case, change)])
    columns = [tr("Set"), tr("Objective"), tr("Loss"), tr("Loss (%)"), tr("Without"), tr("Instead")]
    if told.whole:
        text = tr("Proven: under these rules no set that is not listed is better than the last one listed.")
    else:
        text = tr("Found in the time given; sets between them may be missing.")
    return Section(tr("The next best sets"), [text], [], [TableView(tr("Alternatives"), columns, rows)])


def _prices(case: Case, told: Told) -> Section:
    from ...reports.report import Section, TableView

    objective = told.answer.objective
    rows: list[list[object]] = []
    for change in told.prices:
        if change.problem:
            rows.append([rule_word(change.what), None, "", model_problem(change.problem), ""])
            continue
        price = 0.0 - change.loss
        share = 100 * price / abs(objective) if objective else 0.0
        rows.append([rule_word(change.what), price, f"{share:.2f}", *_difference(case, change)])
    columns = [tr("Rule"), tr("Price"), tr("Price (%)"), tr("Would go"), tr("Would come")]
    text = tr("Price: how much better the result would be without the rule, all others staying. 0: it costs nothing.")
    return Section(tr("What each rule costs"), [text], [], [TableView(tr("Rules and their price"), columns, rows)])


def _spread(case: Case, told: Told) -> Section:
    from ...reports.figures import histogram
    from ...reports.report import Plot, Section, TableView

    answer = told.answer
    spread, total = answer.spread(), float(answer.study.weight.sum())
    served = float(answer.serving.load.sum())
    rows: list[list[object]] = [
        [tr("Weight served"), amount(served)],
        [tr("Share of the weight (%)"), f"{100 * served / total:.1f}"],
        [tr("Mean cost"), amount(spread.mean, case.unit)],
        [tr("Mean cost of the worst-off tenth"), amount(spread.worst_tenth, case.unit)],
        [tr("Largest cost"), amount(spread.largest, case.unit)],
        [tr("Gini index of the cost (0 = all alike)"), f"{spread.gini:.3f}"],
    ]  # fmt: skip
    tables = [TableView(tr("Who has it how far"), [tr("What"), tr("Value")], rows)]
    left = [[unserved_word(reason), count] for reason, count in _counted(case, told).items()]
    if left:
        tables.append(TableView(tr("Demand that nobody serves"), [tr("Reason"), tr("Rows")], left))
    plots = []
    if len(answer.serving.cost) > 1:
        unit = f" ({case.unit})" if case.unit else ""
        plots.append(
            Plot(
                tr("Cost of the demand rows"),
                histogram(answer.serving.cost, x_title=tr("Cost") + unit, y_title=tr("Rows")),
                tr("Each row counts once, whatever its weight."),
            )
        )
    return Section(tr("Who gains, and who has it far"), [], plots, tables)


def _counted(case: Case, told: Told) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row, reason in zip(told.answer.unserved, told.answer.reason):
        key = "off_street" if case.matrix.off_street[row] else str(reason)
        counts[key] = counts.get(key, 0) + 1
    return counts


def _zones(case: Case, told: Told) -> Section:
    from ...reports.report import Column, Section, TableView

    zones, answer = case.zones, told.answer
    names = [*zones.names, tr("in no zone")]  # type: ignore[union-attr]
    count, weight = len(names), case.weight
    zone = np.where(zones.demand < 0, count - 1, zones.demand)  # type: ignore[union-attr]
    site_zone = np.where(zones.site < 0, count - 1, zones.site)  # type: ignore[union-attr]
    serving = answer.serving
    part = weight[serving.demand] * serving.share
    served = np.bincount(zone[serving.demand], part, minlength=count)
    spent = np.bincount(zone[serving.demand], part * serving.cost, minlength=count)
    people, lines = np.bincount(zone, weight, minlength=count), np.bincount(zone, minlength=count)
    sites = np.bincount(site_zone[answer.chosen], minlength=count)
    before = _before(case, zone, count)
    rows = [
        [
            names[number],
            100 * people[number] / weight.sum(),
            100 * lines[number] / max(1, len(weight)),
            100 * sites[number] / max(1, len(answer.chosen)),
            int(sites[number]),
            100 * served[number] / people[number] if people[number] else None,
            *([before[number]] if before is not None else []),
            spent[number] / served[number] if served[number] else None,
        ]
        for number in range(count)
        if lines[number] or sites[number]
    ]
    columns = [
        tr("Zone"),
        Column(tr("Share of the weight"), "%", 1),
        Column(tr("Share of the demand rows"), "%", 1),
        Column(tr("Share of the open sites"), "%", 1),
        tr("Open sites"),
        Column(tr("Served"), "%", 1),
        *([Column(tr("Mean cost before"), case.unit)] if before is not None else []),
        Column(tr("Mean cost"), case.unit),
    ]
    note = tr("A zone may be served by a site in another one.")
    return Section(tr("By zone"), [], [], [TableView(tr("Demand, sites and service by zone"), columns, rows, note)])


def _before(case: Case, zone: np.ndarray, count: int) -> list[float | None] | None:
    """Mean cost per zone with the existing sites alone, over the demand that they reach; None where there are none."""
    from ...analysis.location.evaluate import assign

    standing = np.flatnonzero(case.study.rules.existing)
    if not len(standing):
        return None
    _, cost = assign(case.study.costs, standing)
    reached = np.isfinite(cost)
    weight = np.where(reached, case.weight, 0.0)
    people = np.bincount(zone, weight, minlength=count)
    spent = np.bincount(zone, weight * np.where(reached, cost, 0.0), minlength=count)
    return [float(much / many) if many else None for much, many in zip(spent, people)]


def asked_section(told: Told) -> Section:
    from ...reports.report import Section, TableView

    rows = [[name, text] for name, text in zip(told.asked.names, told.asked.texts)]  # type: ignore[union-attr]
    table = TableView(tr("Places asked about"), [tr("Place"), tr("Answer")], rows)
    return Section(tr("Why not here?"), [], [], [table])


# ---------------------------------------------------------------------------------------------------- method
def _method(run: Run, case: Case, told: Told) -> None:
    from .facilities_method import citations, formulation

    study = told.answer.study
    run.method.append(formulation(study.model))
    how = {
        "straight": tr("Cost: straight-line distance in meters."),
        "network": tr(
            "Cost: meters on foot along the streets, from the demand straight to its street and from the street to the "
            "site; both ways along one-way streets."
        ),
        "table": tr("Cost: from the cost table, in its own unit; a pair that is missing cannot be served."),
    }
    run.method.append(how[run.choice("COST")])
    if study.model in RADIUS_MODELS:
        run.method.append(tr("Covered: cost of at most {radius}.").format(radius=amount(study.radius, case.unit)))
    run.method.append(
        tr(
            "Found by interchange with restarts; proven by lower bounds (Lagrangian relaxation, linear programs) and "
            "branch and bound. The result is recomputed from the costs in plain arithmetic. Time limit {limit:g} s, "
            "seed {seed}."
        ).format(limit=study.time_limit, seed=study.seed)
    )
    run.citations += citations(study.model, study.kappa > 0)


def _limits(run: Run, case: Case, told: Told) -> None:
    answer = told.answer
    run.limits.append(
        tr(
            "Best means best by the stated objective, demand, costs and rules. What is not among them (ownership, "
            "rent, permits, staff) is not judged."
        )
    )
    if run.choice("COST") == "straight":
        run.limits.append(
            tr("Straight lines cross rivers, railways and expressways. Where these matter, measure along streets.")
        )
    if not run.given("DEMAND_WEIGHT"):
        run.limits.append(
            tr("No weight was given: every row of demand counts the same, however many people it stands for.")
        )
    run.limits.append(
        tr("Demand is taken to lie at one point per row; within a cell or a polygon people have it nearer or farther.")
    )
    if answer.study.model in COUNTED and answer.unserved.size:
        run.limits.append(tr("Everybody means: everybody for whom an allowed site lies within the radius."))
    if not answer.solution.proven:
        run.limits.append(tr("More time (TIME_LIMIT) can find a better set or prove this one."))
