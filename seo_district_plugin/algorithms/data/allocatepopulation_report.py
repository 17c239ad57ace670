"""What an allocation says of itself: style, unallocated people, report."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from ...layers.styling import NOTHING, Style, StyleClass, graduated_classes
from ...texts import tr
from ..carry import short_number

if TYPE_CHECKING:
    from ...analysis.population.allocate import Allocation
    from ...reports.report import Section
    from ..run import Run
    from .allocatepopulation_inputs import People, Targets
    from .allocatepopulation_places import Compared

LEGEND_CLASSES = 5
LISTED_ZONES = 200


def basis_words() -> list[str | None]:
    """By what the people of a target's zone were spread; the positions are those of the kernel's constants."""
    return [None, tr("weight"), tr("area")]


def internal_note() -> str:
    """What is said of people per building, wherever they are shown."""
    return tr("Internal: estimated people per building. Not to be published or passed on.")


def unallocated_rows(people: People, found: Allocation) -> list[tuple[str, str, float | None, str]]:
    """(zone, age group, people, reason) of everybody who could not be put anywhere; people None: not known."""
    counts, codes = people.counts, people.match.codes
    reasons = {
        "no_target": tr("no target in the zone"),
        "no_weight": tr("no target of the zone has a weight"),
    }
    rows: list[tuple[str, str, float | None, str]] = []
    for entry in found.unallocated:
        rows.append((codes[entry.zone], counts.groups[entry.group].text, entry.people, reasons[entry.reason]))
    for row, numbers in counts.orphans:
        code = "" if people.row_codes[row] is None else str(people.row_codes[row])
        reason = tr("no zone with this code and a usable shape") if code.strip() else tr("row without a code")
        listed = [(code, group.text, float(value), reason) for group, value in zip(counts.groups, numbers) if value > 0]
        rows += listed or [(code, "", 0.0, reason)]
    rows += [(codes[zone], "", None, tr("no row of counts")) for zone in counts.without_row]
    for zone, number in counts.blanks:
        rows.append((codes[zone], "", None, tr("{count:,} cells without a count").format(count=number)))
    return rows


def people_style(people: np.ndarray, building: bool) -> Style:
    """People in classes of about equal numbers of targets; targets without people make a class of their own."""
    tip = f'<b>[% round("pop", 1) %]</b><br/>{internal_note()}' if building else ""
    positive = people[people > 0]
    if not len(positive):
        return Style(map_tip=tip)
    breaks = np.unique(np.quantile(positive, np.linspace(0, 1, LEGEND_CLASSES + 1)))
    if len(breaks) < 2:
        breaks = np.array([breaks[0], breaks[0] + 1.0])
    labels = [
        tr("{low} to {high}").format(low=short_number(low), high=short_number(high))
        for low, high in itertools.pairwise(breaks)
    ]
    breaks[0] = np.nextafter(0.0, 1.0)
    labels[0] = tr("above 0, to {high}").format(high=short_number(breaks[1]))
    classes = (StyleClass("0", NOTHING, low=0.0, high=0.0), *graduated_classes(breaks.tolist(), labels))
    return Style(kind="graduated", field="pop", classes=classes, outline_width=0.0, map_tip=tip)


def describe(run: Run, people: People, targets: Targets, found: Allocation, compared: Compared | None) -> None:
    """Summary, sections, method and limits of the report."""
    run.summary = tr(
        "{allocated:,.0f} of {people:,.0f} people of {zones:,} zones were allocated to {targets:,} targets; "
        "{left:,.0f} could not be placed."
    ).format(
        allocated=run.numbers["ALLOCATED"],
        people=run.numbers["POPULATION"],
        zones=len(people.match.codes),
        targets=len(targets),
        left=run.numbers["UNALLOCATED_PEOPLE"],
    )
    if targets.building:
        run.warn(internal_note())
        run.limits.append(
            tr(
                "The result is per building: it is internal (field internal = 1) and must not be published or passed "
                "on. Add it up to cells or zones, and protect small numbers, before anything leaves the office."
            )
        )
    _method(run, people, targets)
    _limits(run, people, targets)
    if run.wanted("REPORT"):
        run.sections = [_zone_section(people, found)]
        if compared is not None:
            run.sections.append(_error_section(compared))
        if people.counts.splits:
            run.sections.append(_split_section(people))
        if people.counts.hidden:
            run.sections.append(_hidden_section(people))
        rows = unallocated_rows(people, found)
        if rows:
            run.sections.append(_unallocated_section(rows))


def _zone_section(people: People, found: Allocation) -> Section:
    from ...reports.report import Column, Section, TableView

    given = people.counts.counts.sum(axis=1)
    placed = found.allocated.sum(axis=1)
    left = np.zeros(len(given))
    for entry in found.unallocated:
        left[entry.zone] += entry.people
    shown = np.argsort(-given, kind="stable")[:LISTED_ZONES]
    number = np.bincount(found.zone[found.zone >= 0], minlength=len(given))
    words = [tr("not allocated"), tr("weight"), tr("area")]
    rows = [
        [people.match.codes[z], given[z], placed[z], left[z], round(float(given[z] - placed[z] - left[z]), 6) + 0.0,
         int(number[z]), words[found.zone_basis[z]]]
        for z in sorted(shown.tolist())
    ]  # fmt: skip
    columns = [
        tr("Zone"),
        Column(tr("Given"), tr("people"), 1),
        Column(tr("Allocated"), tr("people"), 1),
        Column(tr("Unallocated"), tr("people"), 1),
        Column(tr("Difference"), tr("people"), 6),
        tr("Targets"),
        tr("Spread by"),
    ]
    note = ""
    if len(given) > LISTED_ZONES:
        note = tr("The {shown} zones with the most people of {zones:,}.").format(shown=LISTED_ZONES, zones=len(given))
    return Section(
        tr("Totals of the zones"),
        [
            tr(
                "Given = allocated + unallocated in every zone and age group; the difference is 0 but for the last "
                "digit."
            )
        ],
        [],
        [TableView(tr("People given and allocated by zone"), columns, rows, note)],
    )


def _error_section(compared: Compared) -> Section:
    from ...reports.report import Column, Section, TableView

    rows = [
        [name, one.units, one.people, one.estimated, one.mae, one.rmse, 100 * one.share]
        for name, one in ((tr("This allocation"), compared.own), (tr("By area alone"), compared.by_area))
    ]
    columns = [
        tr("Way"),
        tr("Units compared"),
        Column(tr("Known"), tr("people"), 0),
        Column(tr("Estimated"), tr("people"), 0),
        Column(tr("Mean error"), tr("people"), 2),
        Column(tr("Root mean square error"), tr("people"), 2),
        Column(tr("In the wrong unit"), "%", 2),
    ]
    text = [
        tr(
            "The finer totals took no part in the allocation. 'In the wrong unit' is half the sum of all differences, "
            "as a part of the known people; plain area weighting of the same zones is shown beside it."
        )
    ]
    if compared.hidden:
        text.append(tr("{count:,} units without a known total were left out.").format(count=compared.hidden))
    return Section(
        tr("Error against finer totals"), text, [], [TableView(tr("Estimates beside known totals"), columns, rows)]
    )


def _split_section(people: People) -> Section:
    from ...reports.report import Column, Section, TableView

    words = {"uniform": tr("evenly by years"), "shares": tr("by the table of shares")}
    rows = [[split.column, split.group, 100 * split.part, words[split.by]] for split in people.counts.splits]
    columns = [tr("Column"), tr("Age group"), Column(tr("Part of the column"), "%", 1), tr("Divided")]
    text = tr(
        "These columns reach over the border of an age group and were divided; all others were added as they are."
    )
    return Section(tr("Ages that were divided"), [text], [], [TableView(tr("Divided columns"), columns, rows)])


def _hidden_section(people: People) -> Section:
    from ...reports.report import Section, TableView

    counts = people.counts
    text = [
        tr(
            "{cells:,} hidden counts were estimated inside their bounds, as near as possible to the middle, so that "
            "the known totals are met. Fields pop_low and pop_high hold what is least and most possible."
        ).format(cells=counts.hidden)
    ]
    rows = []
    for miss in counts.rows_missed:
        rows.append([tr("zone {code}").format(code=people.row_codes[miss.row]), miss.wanted, miss.low, miss.high])
    for miss in counts.sums_missed:
        code = people.row_codes[counts.total_rows[miss.row]]
        name = tr("{column} of {code}").format(column=counts.columns[miss.column], code=code)
        rows.append([name, miss.wanted, miss.low, miss.high])
    if not rows:
        return Section(tr("Hidden counts"), text)
    text.append(tr("These totals cannot be met by hidden counts within the bounds:"))
    columns = [tr("Total of"), tr("Left for hidden counts"), tr("Least possible"), tr("Most possible")]
    return Section(
        tr("Hidden counts"), text, [], [TableView(tr("Totals that are not met"), columns, rows[:LISTED_ZONES])]
    )


def _unallocated_section(rows: list[tuple[str, str, float | None, str]]) -> Section:
    from ...reports.report import Section, TableView

    grouped: dict[str, list[float]] = {}
    for _, _, number, reason in rows:
        entry = grouped.setdefault(reason, [0.0, 0.0])
        entry[0] += 1
        entry[1] += number or 0.0
    listed = [[reason, int(entry[0]), entry[1]] for reason, entry in grouped.items()]
    columns = [tr("Reason"), tr("Rows"), tr("People")]
    return Section(tr("Unallocated people"), [], [], [TableView(tr("Unallocated people by reason"), columns, listed)])


def _method(run: Run, people: People, targets: Targets) -> None:
    if targets.weights is not None:
        weight = tr("the field '{field}' of the targets").format(field=run.field("WEIGHT_FIELD"))
    else:
        weight = tr("the area of the targets") if targets.areas is not None else tr("the number of targets")
    run.method.append(
        tr("Dasymetric mapping: the people of each zone are spread over its targets in proportion to {weight}.").format(
            weight=weight
        )
    )
    if targets.areas is None:
        run.method.append(tr("A target belongs to the zone that holds its point."))
    elif run.choice("SPLIT") == "point":
        run.method.append(tr("A target belongs to the zone that holds a point inside it."))
    else:
        run.method.append(
            tr(
                "A target that lies in several zones gives each of them the part of its weight that its area has "
                "there; what lies in no zone takes its part of the weight with it."
            )
        )
    if not targets.homes.all():
        run.method.append(tr("Only residential targets have a weight: {rule}").format(rule=run.text("RESIDENTIAL")))
    if run.choice("FALLBACK") == "area":
        run.method.append(
            tr("Where no target of a zone has a weight, all its targets count by their area (field basis = area).")
        )
    if run.flag("INTEGER"):
        run.method.append(
            tr(
                "Whole people by largest remainders per zone and age group, where what a target is owed from the "
                "groups before is added to its remainder; equal remainders are decided by the seed."
            )
        )
        run.citations.append("Balinski, M. L., Young, H. P. (1982). Fair Representation. Yale University Press.")
    if people.counts.hidden:
        run.method.append(
            tr(
                "Hidden counts: least squares from the middle of {range}, within it, subject to the known totals."
            ).format(range=run.text("MASKED_RANGE"))
        )
    run.citations += [
        "Eicher, C. L., Brewer, C. A. (2001). Dasymetric mapping and areal interpolation. Cartography and Geographic "
        "Information Science 28(2), 125-138.",
        "Goodchild, M. F., Lam, N. S.-N. (1980). Areal interpolation: a variant of the traditional spatial problem. "
        "Geo-Processing 1, 297-312.",
    ]
    if run.given("FINER"):
        run.citations.append(
            "Voas, D., Williamson, P. (2001). Evaluating goodness-of-fit measures for synthetic microdata. "
            "Geographical and Environmental Modelling 5(2), 177-200."
        )


def _limits(run: Run, people: People, targets: Targets) -> None:
    counts = people.counts
    run.limits.append(
        tr(
            "Within a zone everybody is assumed to live alike: neither the size of households nor empty homes are "
            "known, and all age groups are spread in the same way."
        )
    )
    if targets.missing_weights:
        run.limits.append(tr("{count:,} targets have no weight and got nobody.").format(count=targets.missing_weights))
    if counts.rounded:
        run.limits.append(
            tr("Counts that were no whole numbers were rounded first, by {most:.2f} people at most.").format(
                most=counts.rounded
            )
        )
    if counts.differences[0]:
        run.limits.append(
            tr(
                "In {zones:,} zones the ages do not add up to the total given beside them (together {people:+,.0f}); "
                "the ages were followed."
            ).format(zones=counts.differences[0], people=counts.differences[1])
        )
    if people.match.shortened:
        run.limits.append(tr("Codes of ten digits were compared with codes of eight by their first eight digits."))
