"""All checks of a table in one go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ...errors import AnalysisError, Tick, no_tick
from ..schema_types import Schema
from .columns import Field
from .findings import CHECKS, SEVERITIES, Batch, no_rows, rows_with
from .measures import FENCE, outlier
from .origin import Origin, data_fields, origin_of
from .places import Places, misplaced, near_places, shared_places
from .privacy import SEVERITY, may_show, personal_kind
from .profile import Profile, profile_of
from .rows import key_faults, row_faults
from .standard import date_fields, hint, key_fields, known_columns, standard_faults
from .texts import (
    all_text,
    blanks_around,
    control_characters,
    encoding_damage,
    excel_damage,
    leading_zero,
    missing,
    name_damaged,
    numbers_as_text,
    value_masked,
)
from .times import Times, date_faults, date_mixed, date_stale, is_reference_date, times_of

SHOWN = frozenset(
    ("outlier", "date_impossible", "date_future", "date_stale", "excel_damage", "standard_range", "standard_code",
     "standard_year", "standard_type")
)  # fmt: skip
"""Checks whose findings show the value where it may be shown."""


@dataclass(frozen=True)
class Request:
    """What to check.

    Attributes:
        keys: fields that together must differ in all rows.
        key_place: True when the geometry belongs to the key.
        dates: fields that hold dates, and whose age is asked for; more are found by themselves.
        today: day to which ages and the future refer.
        max_age: days after which a reference date is stale, 0 = not looked at.
        tolerance: meters within which two places are the same; margin: meters beside the district still accepted.
        fence: interquartile ranges beyond the quartiles for outliers.
        schema: standard data set to check against, None for none.
    """

    today: dt.date
    keys: tuple[str, ...] = ()
    key_place: bool = False
    dates: tuple[str, ...] = ()
    max_age: int = 365
    tolerance: float = 1.0
    margin: float = 0.0
    fence: float = FENCE
    schema: Schema | None = None


@dataclass
class Checked:
    """The result: findings in the order of the register, a profile of each field, and what they add up to.

    Attributes:
        rows: rows checked; sound: rows without an error.
        titles: what people call each field, by its name.
        origin: where the rows were in the files that were imported, None where that is not known.
    """

    rows: int
    batches: list[Batch]
    profiles: list[Profile]
    personal: dict[str, str] = field(default_factory=dict)
    sound: int = 0
    titles: dict[str, str] = field(default_factory=dict)
    origin: Origin | None = None

    def count(self, severity: str = "", check: str = "") -> int:
        """Number of findings, of a severity or a check where one is given."""
        return sum(
            batch.findings
            for batch in self.batches
            if (not severity or batch.severity == severity) and (not check or batch.check == check)
        )

    @property
    def quality_share(self) -> float:
        """Share of the rows without an error, 0 to 1."""
        return self.sound / self.rows if self.rows else 1.0


def check_table(
    fields: Sequence[Field], rows: int, request: Request, places: Places | None = None, tick: Tick = no_tick,
    found: Sequence[Batch] = (),
) -> Checked:  # fmt: skip
    """Run all checks.

    Args:
        fields: the fields, each of ``rows`` rows.
        places: where the rows lie, None for a table.
        found: findings of others (invalid geometry, CRS) to be counted along.

    Raises:
        AnalysisError: quality_field_missing (field), quality_rows_differ (field) for a field of other length.
    """
    by_name = {item.name: item for item in fields}
    for name in (*request.keys, *request.dates):
        if name not in by_name:
            raise AnalysisError("quality_field_missing", field=name)
    for item in fields:
        if len(item) != rows:
            raise AnalysisError("quality_rows_differ", field=item.name)
    titles, origin = {item.name: item.title or item.name for item in fields}, origin_of(fields)
    imported, fields = origin is not None, data_fields(fields)
    batches, profiles, personal = list(found), [], {}
    known = known_columns(request.schema, fields) if request.schema is not None else {}
    if request.schema is not None:
        hint(request.schema, known)
        dated = date_fields(request.schema, known)
        reference = known[request.schema.date].name if request.schema.date in known else ""
        keys = request.keys or key_fields(request.schema, known)
    else:
        dated, reference, keys = set(), "", request.keys
    for number, item in enumerate(fields):
        tick(0.7 * number / max(1, len(fields)))
        new, profile = _field_findings(item, request, item.name in dated, item.name == reference)
        batches += new
        profiles.append(profile)
        personal[item.name] = profile.personal
    if not imported:
        batches += list(all_text(fields, batches))
    tick(0.7)
    located = places.same if places is not None and request.key_place else None
    batches += key_faults([by_name[name] for name in keys], located)
    batches += row_faults(fields, None if places is None else places.same)
    tick(0.8)
    if places is not None:
        batches += shared_places(places)
        batches += near_places(places, request.tolerance, lambda part: tick(0.8 + 0.1 * part))
        batches += misplaced(places, request.margin)
    if request.schema is not None:
        batches += standard_faults(request.schema, fields)
    tick(0.95)
    batches = _in_order([batch.widened(rows) for batch in batches], list(by_name))
    _show(batches, by_name, personal)
    errors = rows_with(batches, "error", rows)
    tick(1.0)
    return Checked(rows, batches, profiles, personal, rows - int(errors.sum()), titles, origin)


def _field_findings(given: Field, request: Request, dated: bool, reference: bool) -> tuple[list[Batch], Profile]:
    """All findings of one field, and its profile; ``dated``: the schema says that it holds dates."""
    chosen = given.name in request.dates
    times = times_of(given, asked=chosen or dated)
    given.notes["date"] = times is not None
    kind, part = personal_kind(given)
    batches = [*missing(given), *value_masked(given), *name_damaged(given), *encoding_damage(given)]
    batches += [*excel_damage(given), *leading_zero(given), *numbers_as_text(given), *blanks_around(given)]
    batches += control_characters(given)
    if times is None:
        batches += outlier(given, request.fence)
    else:
        new = _date_findings(given, times, request, chosen or reference)
        for batch in new:
            if dated and batch.check == "date_unreadable":
                batch.severity = "error"
        batches += new
    severity = SEVERITY.get(kind, "warning") if kind else ""
    if severity:
        batches.append(
            Batch("personal_field", no_rows(), given.name, kind, {"percent": 100.0 * part}, severity=severity)
        )
    return batches, profile_of(given, times, kind, request.fence)


def _date_findings(given: Field, times: Times, request: Request, chosen: bool) -> list[Batch]:
    batches = [*date_faults(given, times, request.today), *date_mixed(given, times)]
    if is_reference_date(given, chosen):
        batches += date_stale(given, times, request.today, request.max_age)
    return batches


def _in_order(batches: list[Batch], names: list[str]) -> list[Batch]:
    """By severity, then by check as registered, then by field as in the table."""
    checks = {code: place for place, code in enumerate(CHECKS)}
    places = {name: place for place, name in enumerate(names)}
    severities = {severity: place for place, severity in enumerate(SEVERITIES)}
    return sorted(
        batches,
        key=lambda batch: (severities[batch.severity], checks[batch.check], places.get(batch.field, -1), batch.kind),
    )


def _show(batches: list[Batch], fields: dict[str, Field], personal: dict[str, str]) -> None:
    """Give findings the value of the cell where that cannot be anybody's; each distinct value is judged once."""
    for batch in batches:
        given = fields.get(batch.field)
        if given is None or batch.whole or batch.check not in SHOWN or batch.shown is not None:
            continue
        codes = given.codes[batch.rows]
        shown = np.empty(len(codes), dtype=object)
        texts: dict[int, str | None] = {-1: None}
        for code in np.unique(codes).tolist():
            if code >= 0:
                texts[code] = given.stripped[code] if may_show(given, code, personal.get(given.name, "")) else None
        shown[:] = [texts[code] for code in codes.tolist()]
        batch.shown = shown
