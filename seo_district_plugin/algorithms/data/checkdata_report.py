"""Outputs and report of the data check."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis

from ...layers.destinations import OutputField, OutputLayer
from ...layers.styling import Style, StyleClass
from ...layers.wkb import point_wkb
from ...texts import tr
from ..messages import kind_word, reject_text
from .checkdata_names import Labels, Lines, bounds_of
from .checkdata_words import check_names, personal_words, reading_words, remedies, sentences, severity_words

if TYPE_CHECKING:
    from ...analysis.records.quality.checking import Checked, Request
    from ...analysis.records.quality.findings import Batch
    from ...analysis.records.quality.profile import Profile
    from ..run import Run
    from .checkdata_reading import Seen

COLORS = {"error": "#d55e00", "warning": "#e69f00", "note": "#56b4e9"}
EXAMPLES = 5
PROFILE_ROWS = 60
KINDS_OF_FIELDS = ("int", "real", "text", "bool", "date", "datetime")


class Findings(Sequence):
    """Something of each finding, made when it is asked for: a million sentences are never held at once."""

    def __init__(self, batches: Sequence[Batch], make) -> None:
        self._batches = list(batches)
        self._ends = np.cumsum([batch.findings for batch in self._batches])
        self._make = make

    def __len__(self) -> int:
        return int(self._ends[-1]) if len(self._ends) else 0

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        place = int(np.searchsorted(self._ends, index, side="right"))
        batch = self._batches[place]
        return self._make(batch, int(index - (self._ends[place] - batch.findings)))


def deliver_findings(run: Run, checked: Checked, fid: np.ndarray, seen: Seen | None) -> None:
    """FINDINGS: one row per finding, points where the rows lie."""
    labels, lines = Labels(checked.titles), Lines(checked.origin, fid)
    messages = _Messages(checked.rows, labels, lines)
    batches = checked.batches
    fields = [
        OutputField("id", "int", range(1, checked.count() + 1)),
        OutputField("row", "int", Findings(batches, lambda batch, i: _row(batch, i, fid))),
        OutputField("source_row", "int", Findings(batches, lambda batch, i: _line(batch, i, lines))),
        OutputField("check", "text", Findings(batches, lambda batch, i: batch.check)),
        OutputField("field", "text", Findings(batches, lambda batch, i: batch.field or None)),
        OutputField("severity", "text", Findings(batches, lambda batch, i: batch.severity)),
        OutputField("message", "text", Findings(batches, messages.text)),
        OutputField("value", "text", Findings(batches, _value)),
    ]
    words = severity_words()
    classes = tuple(StyleClass(words[key], color, value=key) for key, color in COLORS.items())
    style = Style(
        kind="categorized",
        field="severity",
        classes=classes,
        size=2.4,
        display='"message"',
        map_tip='[% "message" %]',
        value_maps={"check": check_names(), "severity": words, "field": labels.of_fields(batches)},
    )
    if seen is None:
        run.deliver("FINDINGS", OutputLayer(fields, style=style))
        return
    points = np.where(np.isfinite(seen.found.spots), seen.found.spots, seen.found.xy)
    known = np.isfinite(points).all(axis=1)
    target = run.path_of("FINDINGS")
    nowhere = None
    if target is not None and target.suffix.lower() == ".fgb" and known.any():
        # FlatGeobuf drops rows without geometry: they go to the middle of the layer there.
        nowhere = point_wkb(np.median(points[known], axis=0)[None, :])[0]

    def wkb(batch: Batch, i: int) -> bytes | None:
        if batch.whole or not known[batch.rows[i]]:
            return nowhere
        where = points if batch.check == "geometry_invalid" else seen.found.xy
        return point_wkb(where[batch.rows[i] : batch.rows[i] + 1])[0]

    crs = run.inputs["INPUT"].crs
    run.deliver("FINDINGS", OutputLayer(fields, Findings(batches, wkb), Qgis.WkbType.Point, crs, style))


def _row(batch: Batch, i: int, fid: np.ndarray) -> int | None:
    return None if batch.whole else int(fid[batch.rows[i]])


def _line(batch: Batch, i: int, lines: Lines) -> int | None:
    return None if batch.whole else lines.number(batch.rows[i])


def _value(batch: Batch, i: int) -> str | None:
    return None if batch.whole or batch.shown is None else batch.shown[i]


class _Messages:
    """Sentences of findings."""

    def __init__(self, rows: int, labels: Labels, lines: Lines) -> None:
        self._rows, self._labels, self._lines = rows, labels, lines
        self._sentences, self._names = sentences(), check_names()
        self._wide = tr("{text}. {count:,} of {rows:,} rows, so the whole field or layer is concerned.")

    def text(self, batch: Batch, i: int) -> str:
        """The sentence of a finding, after the field where the sentence does not name it."""
        key = f"{batch.check}:{batch.kind}"
        sentence = self._sentences.get(key) or self._sentences[batch.check]
        label = self._labels(batch.field)
        general = batch.whole and bool(batch.each) and "{" in sentence  # what differs by row is left out
        if general:
            text = self._names[batch.check]
        else:
            values = {"field": label, **batch.values}
            if "left_out" in values:
                values["fields"] = self._labels(str(values["left_out"]))
            for name, entries in batch.each.items():
                values[name] = self._lines.words(entries[i]) if name == "first" else entries[i]
            text = sentence.format(**{name: _shown(name, value) for name, value in values.items()})
        if batch.whole and len(batch.rows) and (general or "{count" not in sentence):
            text = self._wide.format(text=text.rstrip("."), count=len(batch.rows), rows=self._rows)
        return f"[{label}] {text}" if label and (general or "{field}" not in sentence) else text


def _shown(name: str, value: object) -> object:
    if name == "kind" and value in KINDS_OF_FIELDS:
        return kind_word(str(value))
    if name == "reason":
        return str(value) or reject_text("geometry_invalid")
    return value


def deliver_profile(run: Run, checked: Checked) -> None:
    """PROFILE: one row per field."""
    profiles = checked.profiles
    labels = Labels(checked.titles)

    def numbers(name: str) -> list[float | None]:
        return [_number(getattr(profile, name)) for profile in profiles]

    def texts(name: str) -> list[str | None]:
        return [getattr(profile, name) or None for profile in profiles]

    def counts(name: str) -> list[int]:
        return [getattr(profile, name) for profile in profiles]

    outliers = [None if profile.outliers < 0 else profile.outliers for profile in profiles]
    common = [profile.common_rows if profile.common else None for profile in profiles]
    run.deliver(
        "PROFILE",
        OutputLayer(
            [
                OutputField("field", "text", texts("name")),
                OutputField("alias", "text", [labels.alias(profile.name) for profile in profiles]),
                OutputField("kind", "text", texts("kind")),
                OutputField("reads_as", "text", texts("reads")),
                OutputField("rows", "int", counts("rows")),
                OutputField("missing", "int", counts("missing")),
                OutputField("gone_share", "real", numbers("missing_share")),
                OutputField("blank", "int", counts("blank")),
                OutputField("masked", "int", counts("masked")),
                OutputField("distinct", "int", counts("distinct")),
                OutputField("min", "real", numbers("low")),
                OutputField("q1", "real", numbers("quarter")),
                OutputField("median", "real", numbers("median")),
                OutputField("q3", "real", numbers("three_quarters")),
                OutputField("max", "real", numbers("high")),
                OutputField("mean", "real", numbers("mean")),
                OutputField("first_date", "text", texts("first")),
                OutputField("last_date", "text", texts("last")),
                OutputField("common", "text", texts("common")),
                OutputField("common_row", "int", common),
                OutputField("outliers", "int", outliers),
                OutputField("longest", "int", counts("longest")),
                OutputField("personal", "text", texts("personal")),
            ],
            style=Style(
                value_maps={
                    "kind": {kind: kind_word(kind) for kind in KINDS_OF_FIELDS},
                    "reads_as": reading_words(),
                    "personal": {kind: word for kind, word in personal_words().items() if kind},
                }
            ),
        ),
    )


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None


def describe(run: Run, checked: Checked, request: Request, fid: np.ndarray) -> None:
    """Summary, sections, method and limits of the report, and the summary in the log."""
    run.summary = tr(
        "{issues:,} findings in {rows:,} rows of {fields} fields: {errors:,} errors, {warnings:,} warnings, "
        "{notes:,} notes. Rows without an error: {share:g} %."
    ).format(
        issues=checked.count(),
        rows=checked.rows,
        fields=len(checked.profiles),
        errors=checked.count("error"),
        warnings=checked.count("warning"),
        notes=checked.count("note"),
        share=math.floor(1000.0 * checked.quality_share) / 10.0,
    )
    run.info(run.summary)
    run.info(tr("Rows read {rows:,} = rows checked {rows:,}.").format(rows=checked.rows))
    names = check_names()
    for check in dict.fromkeys(batch.check for batch in checked.batches):
        run.info(f"  {names[check]}: {checked.count(check=check):,}")
    _tell_method(run, request)
    if run.wanted("REPORT"):
        run.sections = [section for section in _sections(checked, fid) if section is not None]


def _tell_method(run: Run, request: Request) -> None:
    run.method += [
        tr("Ages and the future refer to {today}.").format(today=request.today.isoformat()),
        tr(
            "Outliers: beyond {fence:g} interquartile ranges from the quartiles (Tukey) and with a modified z-score "
            "above 3.5 (Iglewicz and Hoaglin); skewed values that are not negative on a log scale. Codes, "
            "coordinates, years and dates are left out."
        ).format(fence=request.fence),
        tr(
            "Repeated rows are counted from the second one on. A fault of at least half of the rows (50 or more) is "
            "one finding of the whole field."
        ),
    ]
    if request.schema is not None:
        run.method.append(tr("Standard data set: {schema}.").format(schema=request.schema.id))
    if "DISTRICT" in run.inputs:
        run.method.append(tr("Of lines and polygons the centroid decides whether they are in the district."))
    elif run.inputs["INPUT"].geometry != "none":
        run.limits.append(tr("Without a district, rows that lie elsewhere are not found."))
    if not run.crs.isValid() and run.inputs["INPUT"].geometry != "none":
        run.limits.append(tr("Nothing was measured in metres, because the place of the layer is not known."))
    run.limits += [
        tr("What looks right may still be wrong: the checks know forms and ranges, not the truth."),
        tr(
            "Personal data is told by form and column name; free text may hold more. Values are shown only where they "
            "cannot be anybody's."
        ),
    ]
    run.citations += [
        "Tukey, J. W. (1977). Exploratory Data Analysis. Addison-Wesley.",
        "Iglewicz, B., Hoaglin, D. C. (1993). How to Detect and Handle Outliers. ASQC Quality Press.",
    ]


def _sections(checked: Checked, fid: np.ndarray) -> Iterator:
    from ...reports.report import Section, TableView

    names, words, remedy = check_names(), severity_words(), remedies()
    labels, lines = Labels(checked.titles), Lines(checked.origin, fid)
    found = list(dict.fromkeys((batch.check, batch.severity) for batch in checked.batches))
    if not found:
        yield Section(tr("Findings"), [tr("None of the checks has found anything.")])
    else:
        rows = [
            [names[check], words[severity], _fields(checked, check, severity, labels), checked.count(severity, check)]
            for check, severity in found
        ]
        columns = [tr("Check"), tr("Severity"), tr("Fields"), tr("Findings")]
        yield Section(tr("Findings"), [], [], [TableView(tr("Findings by check"), columns, rows, "")])
        checks = list(dict.fromkeys(check for check, _ in found))
        advice = [[names[check], remedy[check], _examples(checked, check, lines)] for check in checks]
        columns = [tr("Check"), tr("What to do"), lines.head()]
        yield Section(tr("What to do"), [], [], [TableView(tr("Remedies and examples"), columns, advice, "")])
    heads = (tr("Field"), tr("Type"), tr("Missing (%)"), tr("Distinct"), tr("Minimum"), tr("Maximum"))
    columns = [*heads, tr("Most frequent"), tr("Personal data")]
    profile = [_profile_row(item, labels) for item in checked.profiles[:PROFILE_ROWS]]
    note = ""
    if len(checked.profiles) > PROFILE_ROWS:
        note = tr("The first {shown} of {fields} fields; the profile table has all.").format(
            shown=PROFILE_ROWS, fields=len(checked.profiles)
        )
    if profile:
        text = tr("The most frequent value is shown when at least five rows have it and it cannot be personal.")
        yield Section(tr("Fields"), [text], [], [TableView(tr("Profile of the fields"), columns, profile, note)])


def _fields(checked: Checked, check: str, severity: str, labels: Labels) -> str:
    """Fields that a check has found something of this severity in, the first few."""
    of_check = [batch for batch in checked.batches if (batch.check, batch.severity) == (check, severity)]
    fields = list(dict.fromkeys(batch.field for batch in of_check if batch.field))
    return ", ".join(labels(field) for field in fields[:EXAMPLES]) + (" ..." if len(fields) > EXAMPLES else "")


def _examples(checked: Checked, check: str, lines: Lines) -> str:
    """The first rows that a check has found."""
    rows = [batch.rows[:EXAMPLES] for batch in checked.batches if batch.check == check]
    first = np.unique(np.concatenate(rows))[:EXAMPLES]
    return ", ".join(map(lines.short, first.tolist()))


def _profile_row(item: Profile, labels: Labels) -> list:
    bounds = (item.first, item.last) if item.first else bounds_of(item.low, item.high)
    kind = kind_word(item.kind if item.kind in KINDS_OF_FIELDS else "text")
    words = personal_words()
    percent = f"{100.0 * item.missing_share:.1f}"
    return [labels(item.name), kind, percent, f"{item.distinct:,}", *bounds, item.common, words[item.personal]]
