"""Checks of texts: encoding, damage by table programs, lost zeros, numbers as text, stray blanks and controls."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from .columns import MOSTLY, Field
from .encoding import KINDS, damage_of
from .findings import Batch, no_rows, share
from .numerals import has_unit
from .scanning import matching, sample, whole

_EXCEL_NUMBER = whole(r"[+-]?\d(?:\.\d{1,6})?[Ee]\+\d{2,3}")
_EXCEL_ERROR = whole(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A|SPILL!|CALC!)|#{3,}")
_EXCEL_DATE = whole(
    r"\d{1,2}월 ?\d{1,2}일|\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{1,2}"
)
_CONTROL = re.compile("[\x00\x02-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060\ufeff]|[\r\n\t]")
_LOT = whole(r"\d{1,4}-\d{1,4}")


def encoding_damage(given: Field) -> Iterator[Batch]:
    """Rows whose text was read in the wrong encoding, by kind of damage."""
    if not given.is_text:
        return
    kinds = np.array(damage_of(given.values.tolist()), dtype=object)
    for kind in KINDS:
        rows = given.rows_of(kinds == kind) if len(kinds) else no_rows()
        if len(rows):
            yield Batch("encoding_damage", rows, given.name, kind)


def name_damaged(given: Field) -> Iterator[Batch]:
    """A field whose name was read in the wrong encoding."""
    if damage_of([given.name])[0]:
        yield Batch("name_damaged", no_rows(), given.name)


def excel_damage(given: Field) -> Iterator[Batch]:
    """Rows that a table program has changed: codes as 1.0E+10, lot numbers as dates, formula errors."""
    if not given.is_text:
        return
    texts = given.stripped
    for kind, pattern in (("number", _EXCEL_NUMBER), ("formula", _EXCEL_ERROR), ("date", _EXCEL_DATE)):
        hits = matching(pattern, texts)
        if kind == "date" and hits.any() and not matching(_LOT, texts).any():
            continue  # a column of days of the year
        rows = given.rows_of(hits)
        if len(rows):
            yield Batch("excel_damage", rows, given.name, kind)


def leading_zero(given: Field) -> Iterator[Batch]:
    """A field of codes some of which are one digit shorter: a leading zero was lost, wholly or in part.

    Codes have one length, or lengths that differ by levels (2, 5, 8, 10 digits). Neighboring lengths L - 1 and L are
    therefore suspicious, but for running numbers (both lengths in use as 9 and 10 follow each other).
    """
    if given.kind not in ("int", "text") or not given.is_code or not len(given.values):
        return
    digits = np.array([text.isdigit() and text.isascii() for text in given.stripped], dtype=bool)
    if given.counts[digits].sum() < MOSTLY * given.counts[~given.masked].sum():
        return
    lengths = np.array([len(text) if good else 0 for text, good in zip(given.stripped, digits)])
    rows_by_length = np.bincount(lengths, weights=given.counts * digits).astype(int)
    used = [length for length in np.flatnonzero(rows_by_length).tolist() if length]
    if len(used) != 2 or used[1] - used[0] != 1 or _is_running(given, digits):
        return
    short = given.rows_of(lengths == used[0])
    yield Batch("leading_zero", short, given.name, "", {"count": len(short), "short": used[0], "long": used[1]})


def _is_running(given: Field, digits: np.ndarray) -> bool:
    """Numbers 1, 2, 3... without a leading zero: dense from a small start."""
    if any(text[0] == "0" and len(text) > 1 for text, good in zip(given.stripped, digits) if good):
        return False
    numbers = np.array(
        [int(text) for text, good in zip(given.stripped, digits) if good and len(text) < 16], dtype=float
    )
    return bool(len(numbers)) and numbers.max() - numbers.min() < 3 * len(numbers) + 10


def numbers_as_text(given: Field) -> Iterator[Batch]:
    """A text field that holds numbers to be reckoned with, or numbers with their unit."""
    if given.kind != "text" or given.notes.get("date") or given.notes.get("text") or len(given.values) < 2:
        return
    if given.is_measure and given.is_identity:
        return  # nobody reckons with running numbers
    if given.is_measure:
        numbers = given.numbers
        bad = given.rows_of(np.isnan(numbers) & ~given.masked) if numbers is not None else no_rows()
        yield Batch("numbers_as_text", no_rows(), given.name, "", {"bad": len(bad)})
        return
    if given.is_code or not any(map(has_unit, sample(given.stripped))):
        return
    units = np.array([has_unit(text) for text in given.stripped], dtype=bool)
    rows = int(given.counts[units].sum())
    if rows and share(rows, int(given.counts[~given.masked].sum())) >= 0.5:
        yield Batch("numbers_as_text", no_rows(), given.name, "unit", {"count": rows})


def all_text(fields: list[Field], batches: list[Batch]) -> Iterator[Batch]:
    """One finding in the place of one per field when the file was opened without types: every field is text."""
    single = [batch for batch in batches if batch.check == "numbers_as_text" and not batch.kind]
    if len(fields) < 3 or len(single) < 2 or any(item.kind not in ("text", "other") for item in fields):
        return
    for batch in single:
        batches.remove(batch)
    yield Batch("numbers_as_text", no_rows(), "", "all", {"fields": len(single)})


def blanks_around(given: Field) -> Iterator[Batch]:
    """A field with texts that begin or end with a blank."""
    if not given.is_text:
        return
    count = len(given.values)
    full = np.fromiter(map(len, given.values.tolist()), dtype=np.int64, count=count)
    rows = given.rows_of(full != np.fromiter(map(len, given.stripped), dtype=np.int64, count=count))
    if len(rows):
        yield Batch("blanks_around", rows, given.name, "", {"count": len(rows)})


def control_characters(given: Field) -> Iterator[Batch]:
    """A field with line ends, tabs or invisible characters inside its texts."""
    if not given.is_text:
        return
    rows = given.rows_of(matching(_CONTROL, given.stripped))
    if len(rows):
        yield Batch("control_characters", rows, given.name, "", {"count": len(rows)})


def missing(given: Field) -> Iterator[Batch]:
    """A field without any value, or with rows that have none."""
    gone = np.flatnonzero(given.missing)
    if not len(gone):
        return
    if len(gone) == len(given):
        yield Batch("field_empty", no_rows(), given.name, "", {"count": len(gone)})
        return
    part = share(len(gone), len(given))
    values: dict[str, object] = {"count": len(gone), "blank": given.blank, "percent": 100.0 * part}
    yield Batch("field_missing", gone, given.name, "", values, severity="warning" if part >= 0.5 else "note")


def value_masked(given: Field) -> Iterator[Batch]:
    """A field with texts such as * or N/A, which mean 'hidden' or 'not known' and not 0."""
    rows = given.rows_of(given.masked)
    if len(rows):
        yield Batch(
            "value_masked", rows, given.name, "", {"count": len(rows), "percent": 100.0 * share(len(rows), len(given))}
        )
