"""What an import says of itself: files, where each row went, which CRS was found and how, what was masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...texts import language, tr
from .import_plan import title_of
from .import_texts import place_words, reason_text

if TYPE_CHECKING:
    from ..run import Run
    from .import_plan import Plan
    from .import_tables import FileCount


def describe(run: Run, plan: Plan, counts: list[FileCount], known: bool) -> None:
    """Summary, tables and limits of the report."""
    from ...reports.report import Section

    read, imported = run.numbers["READ"], run.numbers["IMPORTED"]
    run.summary = tr("{files:,} files, {read:,} rows read: {imported:,} imported, {rejected:,} left out.").format(
        files=len(counts), read=read, imported=imported, rejected=run.numbers["REJECTED_ROWS"]
    )
    if run.numbers["FILTERED"]:
        run.summary += " " + tr("{filtered:,} rows of other districts or closed businesses were not asked for.").format(
            filtered=run.numbers["FILTERED"]
        )
    tables = [_files_table(counts), _places_table(counts)]
    tables += [
        table for table in (_reasons_table(counts), _values_table(plan), _failed_table(plan)) if table is not None
    ]
    run.sections.append(Section(tr("Where every row went"), [], [], tables))
    run.sections.append(Section(tr("Sources and licenses"), [], [], [_sources_table(plan)]))
    _method(run)
    _limits(run, plan, counts, known)


def _files_table(counts: list[FileCount]):
    from ...reports.report import TableView

    columns = [tr("File"), tr("Kind"), tr("Read"), tr("Imported"), tr("Left out"), tr("Filtered out"), tr("By address")]
    rows = [
        [each.name, each.schema, each.read, each.imported, each.rejected, each.filtered, each.filled] for each in counts
    ]
    caption = tr("Read = imported + left out + filtered out, checked for every file.")
    return TableView(tr("Files"), columns, rows, caption)


def _places_table(counts: list[FileCount]):
    from ...reports.report import TableView

    rows = [[each.name, *place_words(each)] for each in counts]
    return TableView(tr("Coordinates"), [tr("File"), tr("CRS"), tr("How it was found"), tr("Remark")], rows, "")


def _reasons_table(counts: list[FileCount]):
    from ...reports.report import TableView

    rows = [[each.name, reason_text(code), number] for each in counts for code, number in sorted(each.reasons.items())]
    return TableView(tr("Rows left out, by reason"), [tr("File"), tr("Reason"), tr("Rows")], rows, "") if rows else None


def _values_table(plan: Plan):
    """How many values were hidden by the publisher or could not be read, by column; the values are not shown."""
    from ...reports.report import TableView

    words = {
        "masked": tr("hidden by the publisher: empty, never 0"),
        "unreadable": tr("does not fit the column's type"),
    }
    rows = []
    for kind in plan.kinds:
        for file in kind.files:
            labels = {column.name: column.title for column in file.intake.columns}
            for (what, name), number in sorted(file.intake.counts.items()):
                rows.append([file.name, labels.get(name, name), words[what], number])
    if not rows:
        return None
    columns = [tr("File"), tr("Column"), tr("Values"), tr("Number")]
    return TableView(tr("Values left empty"), columns, rows, tr("The field 'flags' names them row by row."))


def _failed_table(plan: Plan):
    from ...layers.errors import LayerError
    from ...reports.report import TableView
    from ..messages import error_text

    rows = [[part.name, error_text(error)] for part, error in plan.failed]
    rows += [
        [each.name, error_text(LayerError(each.code, **{"file": each.name, **each.values}))] for each in plan.skipped
    ]
    return TableView(tr("Files that were not imported"), [tr("File"), tr("Reason")], rows, "") if rows else None


def _sources_table(plan: Plan):
    from ...reports.report import TableView

    rows = []
    for kind in plan.kinds:
        source = kind.schema.source
        rows.append(
            [title_of(kind.schema), _word(source.get("provider")), str(source.get("portal") or ""),
             _word(source.get("license")), _confidence(str(source.get("confidence") or "")), _word(source.get("note"))]
        )  # fmt: skip
    columns = [tr("Kind"), tr("Provider"), tr("Portal number"), tr("License"), tr("Layout"), tr("Note")]
    return TableView("", columns, rows, tr("Confirm the terms of use before results are published."))


def _word(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get(language()) or value.get("en") or "")
    return str(value or "")


def _confidence(grade: str) -> str:
    words = {
        "A": tr("confirmed by the publisher or two readers"),
        "B": tr("confirmed by one reader"),
        "C": tr("derived, not checked against a file"),
        "?": tr("not confirmed"),
    }
    return words.get(grade[:1], grade)


def _method(run: Run) -> None:
    run.method += [
        tr("The encoding is decided from the bytes: UTF-8 where they are valid UTF-8, else CP949."),
        tr("Columns are recognized by their names, never by their place, where the file has a header."),
        tr(
            "Each file is read in every CRS, axis order and unit in question; the reading that puts its points into "
            "the district is taken. Where several do, the rule of the kind of file decides. Single rows that fit "
            "another reading are left out with that reason, not moved."
        ),
        tr("Codes stay text, dates are typed, hidden values are empty (never 0) and named in the field 'flags'."),
    ]


def _limits(run: Run, plan: Plan, counts: list[FileCount], known: bool) -> None:
    if not known:
        run.limits.append(tr("No district was given, so the places were only checked against the country."))
    if any(count.verdict == "none" and not count.table for count in counts):
        run.limits.append(tr("The CRS of some files could not be verified by their coordinates."))
    if any(column.personal for kind in plan.kinds for column in kind.register.fields):
        run.limits.append(
            tr("Some columns may hold data on persons (telephone, names). Remove them before the layer is passed on.")
        )
    run.limits.append(
        tr("Closed businesses are part of the licensing data; filter by status or use 'only open businesses'.")
    )
