"""Tables of counts as statistics come: codes of zones, text cells, hidden values, rows that are totals of others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import AnalysisError

MARKS = frozenset({"*", "**", "***", "n/a", "na", "x", "(x)", "-", "비공개", "미공개"})
"""What stands in a cell whose count is hidden; compared in small letters, full-width forms folded."""

TOTAL_WORDS = frozenset({"합계", "총계", "소계", "계", "전체", "total", "sum", "subtotal"})

_IN_BRACKETS = re.compile(r"\((\d{5,19})\)\s*$")
_WHOLE = re.compile(r"(\d+)\.0*")
_LISTED = 5


@dataclass(frozen=True)
class Cells:
    """Counts as read: ``values`` (n, c) float64, NaN where hidden or blank; ``hidden``, ``blank`` (n, c) bool."""

    values: np.ndarray
    hidden: np.ndarray
    blank: np.ndarray


def read_cells(
    columns: Mapping[str, Sequence[object]],
    marks_hide: bool = True,
    blanks_hide: bool = False,
    flags: Sequence[object] | None = None,
) -> Cells:
    """Numbers from cells, which may be text such as ``1,234`` or marks of hidden values.

    Args:
        columns: name -> cells, numbers, text or None.
        marks_hide: marks (``*``, ``N/A``) are hidden counts, else blanks. blanks_hide: blanks are hidden counts too.
        flags: (n,) what an import noted of each row, such as ``masked: p5; masked: p6``; these count as marks.

    Raises:
        AnalysisError: ``count_not_number``, ``count_negative`` (field, row); the row counts from 1.
    """
    rows = len(next(iter(columns.values()), ()))
    values = np.full((rows, len(columns)), np.nan)
    marked = np.zeros(values.shape, dtype=bool)
    for at, (name, cells) in enumerate(columns.items()):
        values[:, at], marked[:, at] = _read_column(name, cells)
    unknown = np.isnan(values)
    if flags is not None:
        marked |= unknown & _flagged(flags, list(columns))
    hidden = (marked & marks_hide) | (unknown & ~marked & blanks_hide)
    return Cells(values, hidden, unknown & ~hidden)


def _flagged(flags: Sequence[object], names: list[str]) -> np.ndarray:
    """(n, c) bool: cells that the notes of the import call masked."""
    position = {name: at for at, name in enumerate(names)}
    found = np.zeros((len(flags), len(names)), dtype=bool)
    for row, text in enumerate(flags):
        for note in str(text or "").split(";"):
            what, _, name = note.partition(":")
            if what.strip() == "masked" and name.strip() in position:
                found[row, position[name.strip()]] = True
    return found


def _read_column(name: str, cells: Sequence[object]) -> tuple[np.ndarray, np.ndarray]:
    """(n,) numbers, NaN where there is none, and (n,) where a mark stands; each distinct text is read once."""
    codes, kinds = pd.factorize(np.asarray(cells, dtype=object))
    found = [_number(kind) for kind in kinds]
    numbers = np.array([value for value, _ in found] + [np.nan])
    marks = np.array([mark for _, mark in found] + [False])
    values = numbers[codes]
    wrong = np.isinf(values)
    if wrong.any():
        raise AnalysisError("count_not_number", field=name, row=int(np.argmax(wrong)) + 1)
    if (values < 0).any():
        raise AnalysisError("count_negative", field=name, row=int(np.argmax(values < 0)) + 1)
    return values, marks[codes]


def _number(cell: object) -> tuple[float, bool]:
    """The number of a cell, NaN for none and infinity for what is no number; True for a mark."""
    if isinstance(cell, (int, float, np.number)):
        return float(cell), False
    text = unicodedata.normalize("NFKC", str(cell)).strip().lower()
    if not text or text in ("nan", "null", "none"):
        return float("nan"), False
    if text in MARKS:
        return float("nan"), True
    try:
        return float(text.replace(",", "").replace(" ", "")), False
    except ValueError:
        return float("inf"), False


def zone_code(code: object) -> str:
    """A code to compare: trimmed NFC text, whole numbers without ``.0``; of ``복수동(3017051000)`` the code inside."""
    if code is None or code != code:
        return ""
    text = unicodedata.normalize("NFC", str(code)).strip()
    inside = _IN_BRACKETS.search(text)
    if inside:
        return inside.group(1)
    whole = _WHOLE.fullmatch(text)
    return whole.group(1) if whole else text


def zone_codes(codes: Sequence[object]) -> np.ndarray:
    """(n,) object array of :func:`zone_code`."""
    numbers, kinds = pd.factorize(np.asarray(codes, dtype=object))
    texts = np.array([*(zone_code(kind) for kind in kinds), ""], dtype=object)
    return texts[numbers]


@dataclass(frozen=True)
class Match:
    """Rows of a table beside zones.

    Attributes:
        codes: the distinct codes of the zones; features of one code are one zone.
        zone: (f,) zone of each feature, -1 for a feature without a code.
        zone_of_row: (n,) zone of each row of the table, -1 for none.
        shortened: True when codes of ten digits were compared with codes of eight by their first eight.
    """

    codes: list[str]
    zone: np.ndarray
    zone_of_row: np.ndarray
    shortened: bool


def match_rows(features: Sequence[object], rows: Sequence[object]) -> Match:
    """Find the zone of each row by its code.

    Raises:
        AnalysisError: ``counts_no_match`` (zones, rows: examples of both), ``counts_code_twice`` (codes).
    """
    own, theirs = zone_codes(features), zone_codes(rows)
    shortened = not set(own) & (set(theirs) - {""})
    if shortened:
        own, theirs = _first_eight(own), _first_eight(theirs)
    codes = list(dict.fromkeys(code for code in own if code))
    position = {code: at for at, code in enumerate(codes)}
    zone_of_row = np.array([position.get(code, -1) for code in theirs], dtype=np.int64)
    if not (zone_of_row >= 0).any():
        raise AnalysisError("counts_no_match", zones=_examples(zone_codes(features)), rows=_examples(zone_codes(rows)))
    found = zone_of_row[zone_of_row >= 0]
    twice = np.flatnonzero(np.bincount(found, minlength=len(codes)) > 1)
    if len(twice):
        raise AnalysisError("counts_code_twice", count=len(twice), codes=[codes[at] for at in twice[:_LISTED]])
    zone = np.array([position.get(code, -1) for code in own], dtype=np.int64)
    return Match(codes, zone, zone_of_row, shortened)


def _first_eight(codes: np.ndarray) -> np.ndarray:
    """Codes of administrative dong have ten digits in one table and eight in another: the last two are 0."""
    cut = [code[:8] if len(code) == 10 and code.isdigit() and code.endswith("00") else code for code in codes]
    return np.array([*cut, ""], dtype=object)[:-1]


def _examples(codes: np.ndarray) -> list[str]:
    return list(dict.fromkeys(code for code in codes if code))[:_LISTED]


def parent_rows(rows: Sequence[object], zone_of_row: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which rows are totals of others, and of which of them each row is a part.

    A row that is no zone is a total when it says so (``합계``), when at least two other codes begin with its code, or
    when it is a code of 8 or 10 digits with zeros after its first 2 or 5, as provinces and districts have.

    Returns:
        (n,) bool: is a total; (n,) int64: the row that is the nearest total of a row, -1 for none.
    """
    codes = zone_codes(rows)
    total = np.zeros(len(codes), dtype=bool)
    prefix: dict[int, str] = {}
    for row in np.flatnonzero(zone_of_row < 0):
        begin = _total_of(codes[row], codes)
        if begin is not None:
            total[row] = True
            prefix[int(row)] = begin
    parent = np.full(len(codes), -1, dtype=np.int64)
    nearest_first = sorted(prefix, key=lambda row: -len(prefix[row]))
    for row in np.flatnonzero(~total):
        own = codes[row]
        parent[row] = next((at for at in nearest_first if own and own.startswith(prefix[at])), -1)
    return total, parent


def _total_of(code: str, codes: np.ndarray) -> str | None:
    """What the codes of its parts begin with, None for a row that is no total."""
    if code.lower() in TOTAL_WORDS:
        return ""
    if not code.isdigit():
        return None
    if len(code) in (8, 10):
        for kept in (2, 5):
            if code[kept:] == "0" * (len(code) - kept):
                return code[:kept]
    parts = {other for other in codes if len(other) > len(code) and other.startswith(code)}
    return code if len(parts) > 1 else None


def wide_form(
    codes: Sequence[object], items: Sequence[object], values: Sequence[object]
) -> tuple[list[object], dict[str, list[object]]]:
    """Turn rows of (zone, item, value) into a row per zone and a column per item; None where a pair has no row.

    Raises:
        AnalysisError: ``counts_item_twice`` (zone, item): two values for the same.
    """
    zones: dict[str, int] = {}
    columns: dict[str, dict[int, object]] = {}
    for code, item, value in zip(zone_codes(codes), items, values):
        column = columns.setdefault("" if item is None else str(item).strip(), {})
        at = zones.setdefault(code, len(zones))
        if at in column:
            raise AnalysisError("counts_item_twice", zone=code, item=item)
        column[at] = value
    wide = {name: [column.get(at) for at in range(len(zones))] for name, column in columns.items() if name}
    return list(zones), wide
