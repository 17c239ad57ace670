"""What an allocation says of itself: style, unallocated people, report."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from ...layers.styling import NOTHING, Style, StyleClass, graduated_classes
from ...texts import tr
from ..carry import short_number
from .allocatepopulation_inputs import unmet_text

if TYPE_CHECKING:
    from ...analysis.population.allocate import Allocation
    from ...reports.report import Section
    from ..run import Run
    from .allocatepopulation_inputs import People, Targets
    from .allocatepopulation_places import Compared

LEGEND_CLASSES = 5
LISTED_ZONES = 200

SAME = 1e-4
"""Part of a number of people; numbers that differ by less are one to a reader of the legend."""

SMALL = 1e-6
"""People; a smaller difference is the rounding of a sum."""


def basis_words(targets: Targets) -> list[str | None]:
    """By what the people of a target's zone were spread; the positions are those of the kernel's constants."""
    size = tr("area") if targets.areas is not None else tr("all alike")
    return [None, size if targets.weights is None else tr("weight"), size]


def asked_only(run: Run) -> str:
    """What the sum of all groups is called, when that is not everybody; empty when it is."""
    from ...analysis.population.ages import are_everybody, parse_groups
    from .allocatepopulation_words import EACH

    text = run.text("GROUPS")
    if text.lower() in EACH:
        return tr("Sum of the counted columns")
    if not text or are_everybody(parse_groups(text)):
        return ""
    return tr("Sum of the age groups asked for")


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
    """People in classes of about equal numbers of targets; targets without people make a class of their own.

    Values that are printed alike are in one class: measured areas are not alike to the last digit.
    """
    tip = f'<b>[% round("pop", 1) %]</b><br/>{internal_note()}' if building else ""
    positive = people[people > 0]
    if not len(positive):
        return Style(map_tip=tip)
    borders: dict[str, float] = {}
    for border in np.quantile(positive, np.linspace(0, 1, LEGEND_CLASSES + 1)[1:]):
        border = positive[positive <= border * (1 + SAME)].max(initial=border)
        borders[short_number(border)] = float(border)
    labels = [tr("above 0, to {high}").format(high=next(iter(borders)))]
    labels += [tr("{low} to {high}").format(low=low, high=high) for low, high in itertools.pairwise(borders)]
    breaks = [float(np.nextafter(0.0, 1.0)), *borders.values()]
    classes = (StyleClass("0", NOTHING, low=0.0, high=0.0), *graduated_classes(breaks, labels))
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
    if asked_only(run):
        groups = ", ".join(group.text for group in people.counts.groups)
        run.summary += " " + tr("These are the people of the groups asked for, not everybody: {groups}.").format(
            groups=groups
        )
    missed = len(people.counts.rows_missed) + len(people.counts.sums_missed)
    if missed:
        run.summary += " " + unmet_text(missed)
    if targets.building:
        run.warn(internal_note())
        run.limits.append(
            tr(
                "The result is per building: it is internal (field internal = 1) and must not be published or passed "
                "on. Add it up to cells or zones, and protect small numbers, before anything leaves the office."
            )
        )
    _method(run, people, targets, found)
    _limits(run, people, targets)
    if run.wanted("REPORT"):
        run.sections = [_group_section(people, found), _zone_section(people, targets, found)]
        if compared is not None:
            run.sections.append(_error_section(compared))
        if people.counts.splits:
            run.sections.append(_split_section(people))
        if people.counts.hidden:
            run.sections.append(_hidden_section(people))
        rows = unallocated_rows(people, found)
        if rows:
            run.sections.append(_unallocated_section(rows))


def _gap(given: float, placed: float, left: float) -> float:
    """Given less allocated and unallocated; 0 when that is the rounding of the sums."""
    difference = float(given - placed - left)
    return difference if abs(difference) >= SMALL else 0.0


def _group_section(people: People, found: Allocation) -> Section:
    """A row per age group: also people whose row of counts has no zone."""
    from ...reports.report import Column, Section, TableView

    counts = people.counts
    left = sum((row for _, row in counts.orphans), np.zeros(len(counts.groups)))
    given = counts.counts.sum(axis=0) + left
    placed = found.allocated.sum(axis=0)
    for entry in found.unallocated:
        left[entry.group] += entry.people
    rows = [
        [group.text or tr("everybody"), given[at], placed[at], left[at], _gap(given[at], placed[at], left[at])]
        for at, group in enumerate(counts.groups)
    ]
    if len(rows) > 1:
        sums = [float(part.sum()) for part in (given, placed, left)]
        rows.append([tr("Together"), *sums, _gap(*sums)])
    columns = [
        tr("Age group"),
        Column(tr("Given"), tr("people"), 1),
        Column(tr("Allocated"), tr("people"), 1),
        Column(tr("Unallocated"), tr("people"), 1),
        Column(tr("Difference"), tr("people"), 6),
    ]
    return Section(
        tr("Totals of the age groups"), [], [], [TableView(tr("People given and allocated by age"), columns, rows)]
    )


def _zone_section(people: People, targets: Targets, found: Allocation) -> Section:
    from ...reports.report import Column, Section, TableView

    given = people.counts.counts.sum(axis=1)
    placed = found.allocated.sum(axis=1)
    left = np.zeros(len(given))
    for entry in found.unallocated:
        left[entry.zone] += entry.people
    shown = np.argsort(-given, kind="stable")[:LISTED_ZONES]
    number = np.bincount(found.zone[found.zone >= 0], minlength=len(given))
    words = [tr("not allocated"), *basis_words(targets)[1:]]
    named = any(people.names)
    rows = [
        [people.match.codes[z], *([people.names[z]] if named else []), given[z], placed[z], left[z],
         _gap(given[z], placed[z], left[z]), int(number[z]), words[found.zone_basis[z]]]
        for z in sorted(shown.tolist())
    ]  # fmt: skip
    columns = [
        tr("Zone"),
        *([tr("Name")] if named else []),
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


def _method(run: Run, people: People, targets: Targets, found: Allocation) -> None:
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
    from ...analysis.population.allocate import AREA

    instead = int(((found.zone_basis == AREA) & (people.counts.counts.sum(axis=1) > 0)).sum())
    if instead:
        run.method.append(
            tr("In {zones:,} zones no target has a weight: there all targets count, {basis}.").format(
                zones=instead, basis=tr("by their area") if targets.areas is not None else tr("all alike")
            )
        )
    if run.flag("INTEGER"):
        _whole_method(run, people)
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


def _whole_method(run: Run, people: People) -> None:
    run.method.append(
        tr(
            "Whole people by systematic rounding: along a space-filling curve through the targets of a zone every "
            "stretch gets its people to within about one, and every target its part of a zone's people rounded up or "
            "down; the seed decides where the curve begins. Weights that differ by less than a millionth of their "
            "mean are taken as equal. Fields pop_low and pop_high are the whole numbers around what is possible."
        )
    )
    run.citations.append(
        "Stevens, D. L., Olsen, A. R. (2004). Spatially balanced sampling of natural resources. Journal of the "
        "American Statistical Association 99(465), 262-278."
    )
    if people.counts.rounded:
        run.citations.append("Balinski, M. L., Young, H. P. (1982). Fair Representation. Yale University Press.")


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
