"""Rows of a file, block by block: which are records, which are asked for, and what their cells mean.

Every row ends in exactly one of three places: kept, filtered out (not asked for) or rejected with a reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from .dates import read_dates, year_last_order
from .derived import code_in_brackets, derived_fields
from .matching import Match, field_names, is_total_or_note
from .personal import redact
from .placing import coordinates
from .schema_keys import header_key
from .schema_types import NAME_LENGTH, Column
from .values import Typed, column_decimal, guess_kind, has_masks, typed

MASKED = "masked"
_POINT = re.compile(r"[+-]?\d+\.(?:\d{1,2}|\d{4,})|[+-]?(?:0|\d{4,})\.\d+", re.ASCII)
_FEW_DATES, _MOST_DATES = 3, 0.7  # different dates, and share of the cells, that make a column one of dates
UNREADABLE = "unreadable"
_GUESSED_ROWS = 2000
_SHOWN = 40  # characters of an unreadable text that are kept beside its row
WRITTEN_KINDS = {"code": "text"}
_END = "\x00"
_BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


@dataclass(frozen=True)
class Wanted:
    """Rows that are asked for: those whose ``column`` equals, or begins with, one of ``values``.

    ``also``: another column, and what its texts must begin with; blank ones pass.
    """

    column: str
    values: tuple[str, ...]
    prefix: bool = False
    also: tuple[str, tuple[str, ...]] | None = None

    def holds(self, text: str) -> bool:
        """Whether a cell of the column is one that is asked for."""
        code = _plain_code(text)
        return code.startswith(self.values) if self.prefix else code in self.values

    def also_holds(self, text: str) -> bool:
        """The same of the other column."""
        return self.also is None or not text.strip() or text.strip().startswith(self.also[1])


@dataclass(frozen=True)
class SourceColumn:
    """One column of a file as it will be written.

    Attributes:
        index: its place in the file.
        name: output field.
        kind: as of a schema's column.
        header: its name in the file.
        label: {"en", "ko"} or empty.
        masked: whether hidden values may occur.
        personal: whether it may hold data of persons.
        decimal, order: decimal mark, and order of dates with the year last, of columns that no schema knows.
    """

    index: int
    name: str
    kind: str
    header: str
    label: dict[str, str] = field(default_factory=dict)
    masked: bool = False
    personal: bool = False
    decimal: str = "."
    order: str = ""

    @property
    def title(self) -> str:
        """The header as it is shown outside the data: telephone numbers and the like in it are taken out."""
        return redact(self.header)

    @property
    def written_kind(self) -> str:
        """Kind of the output field."""
        return WRITTEN_KINDS.get(self.kind, self.kind)


@dataclass
class Sorted:
    """A block of rows, sorted into kept and rejected; what is missing of the block was filtered out."""

    numbers: list[int]
    rows: list[list[str]]
    rejected: list[tuple[int, str, list[str]]]
    filtered: int


@dataclass
class Typing:
    """Typed columns of kept rows, in the order of the source columns, then of the derived fields.

    Attributes:
        columns: one list per source column, None where there is no value.
        flags: per row, None or a text that names what was masked or unreadable; None = no row has one.
    """

    columns: list[list]
    flags: list[str | None] | None


class Intake:
    """Takes the rows of one file.

    Args:
        match: the file's schema and header.
        sample: cells of the first records below the header; columns no schema knows are typed by them.
        wanted: rows asked for, None = all.
        open_only: only businesses that are open (schemas with a status).
        sheet: rows may be totals, notes or repeated headers.
        serial: dates may be Excel's numbers of days.
        file: name of the file, which may tell what its rows are.

    Attributes:
        columns: what will be written of each source column.
        wanted: rows asked for; None also where the file has no such column.
        counts: how many values were (``masked`` or ``unreadable``, field), summed over the blocks.
    """

    def __init__(
        self,
        match: Match,
        sample: Sequence[Sequence[str]],
        *,
        wanted: Wanted | None = None,
        open_only: bool = False,
        sheet: bool = False,
        serial: bool = False,
        file: str = "",
    ) -> None:
        self.match = match
        self.columns = source_columns(match, sample)
        self.derived = derived_fields(match, file)
        self.counts: Counter[tuple[str, str]] = Counter()
        self._sheet, self._serial = sheet, serial
        self.wanted = wanted if wanted is not None and match.index(wanted.column) is not None else None
        self._wanted = wanted
        self._wanted_at = match.index(wanted.column) if wanted else None
        status = match.schema.status if open_only else ""
        self._status_at = match.index(status) if status else None
        self._open = frozenset(match.schema.open_codes)

    def sort(self, numbers: Sequence[int], rows: Sequence[list[str]]) -> Sorted:
        """Leave out what is no record and what is not asked for."""
        result = Sorted(list(numbers), list(rows), [], 0)
        if self._sheet:
            self._drop_notes(result)
        if self._wanted is not None and self._wanted_at is not None:
            self._select(result, self._wanted_at, self._wanted.holds)
            at = self.match.index(self._wanted.also[0]) if self._wanted.also else None
            if at is not None:
                self._select(result, at, self._wanted.also_holds)
        if self._status_at is not None:
            self._select(result, self._status_at, self._is_open)
        return result

    def coordinates(self, rows: Sequence[list[str]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(n, 2) coordinates as they stand in the file, which are blank, which are no numbers."""
        x, y = (self._reals(rows, name) for name in (self.match.schema.x, self.match.schema.y))
        return coordinates(x, y)

    def texts(self, rows: Sequence[list[str]], name: str) -> list[str]:
        """Cells of one column by its schema name; blanks where the file does not have it."""
        return self._cells(rows, name)

    def typing(self, rows: Sequence[list[str]]) -> Typing:
        """Type the kept rows."""
        if not rows:
            return Typing([[] for _ in (*self.columns, *self.derived)], None)
        turned = list(zip(*rows))
        flags: dict[int, list[str]] = {}
        columns = []
        for column in self.columns:
            plain = _plain(column, turned[column.index])
            if plain is not None:
                columns.append(plain)
                continue
            found = typed(
                turned[column.index], column.kind, masked_ok=column.masked, decimal=column.decimal,
                order=column.order, serial=self._serial,
            )  # fmt: skip
            values = found.values if isinstance(found.values, list) else list(found.values)
            if column.kind == "bool":
                values = [None if value is None else int(value) for value in values]
            columns.append(values)
            self._note(column, turned[column.index], MASKED, found.masked, flags)
            self._note(column, turned[column.index], UNREADABLE, found.bad, flags)
        columns += [each.make(rows) for each in self.derived]
        if not flags:
            return Typing(columns, None)
        return Typing(columns, ["; ".join(flags[row]) if row in flags else None for row in range(len(rows))])

    # ------------------------------------------------------------------ inside
    def _reals(self, rows: Sequence[list[str]], name: str) -> Typed:
        at = self.match.index(name)
        decimal = self.columns[at].decimal if at is not None else "."
        return typed(self._cells(rows, name), "real", masked_ok=True, decimal=decimal)

    def _cells(self, rows: Sequence[list[str]], name: str) -> list[str]:
        at = self.match.index(name) if name else None
        return [""] * len(rows) if at is None else [row[at] for row in rows]

    def _note(self, column: SourceColumn, cells: Sequence[str], what: str, mask: np.ndarray, flags: dict) -> None:
        rows = np.flatnonzero(mask)
        if not len(rows):
            return
        self.counts[what, column.name] += len(rows)
        for row in rows.tolist():
            text = column.name
            if what == UNREADABLE:  # the text stays with its row: nothing a file says is lost
                text += f"={cells[row].strip()[:_SHOWN]}"
            flags.setdefault(row, []).append(f"{what}: {text}")

    def _drop_notes(self, result: Sorted) -> None:
        codes = [is_total_or_note(row, self.match) for row in result.rows]
        if not any(codes):
            return
        for number, row, code in zip(result.numbers, result.rows, codes):
            if code:
                result.rejected.append((number, code, row))
        result.numbers = [number for number, code in zip(result.numbers, codes) if not code]
        result.rows = [row for row, code in zip(result.rows, codes) if not code]

    @staticmethod
    def _select(result: Sorted, at: int, is_asked) -> None:
        asked = {text: is_asked(text) for text in {row[at] for row in result.rows}}
        keep = [asked[row[at]] for row in result.rows]
        kept = sum(keep)
        if kept == len(keep):
            return
        result.filtered += len(keep) - kept
        result.numbers = [number for number, asked_for in zip(result.numbers, keep) if asked_for]
        result.rows = [row for row, asked_for in zip(result.rows, keep) if asked_for]

    def _is_open(self, text: str) -> bool:
        return _plain_code(text) in self._open or _plain_code(text).zfill(2) in self._open


def _plain(column: SourceColumn, cells: Sequence[str]) -> list | None:
    """Cells that need no reading, as :func:`.values.typed` would give them: blank columns, and texts without blanks
    around them. None for any other column. Most columns of a register are such, and there are millions of rows."""
    if not any(cells):
        return [None] * len(cells)
    if column.kind != "text" or column.masked:
        return None
    joined = _END + _END.join(cells) + _END
    if any(f"{_END}{blank}" in joined or f"{blank}{_END}" in joined for blank in _BLANKS if blank in joined):
        return [cell.strip() or None for cell in cells]
    return [cell or None for cell in cells] if "" in cells else list(cells)


def source_columns(match: Match, sample: Sequence[Sequence[str]]) -> list[SourceColumn]:
    """How each column of a file will be written: by its schema, or by its values where nobody has described it."""
    if match.schema.profile != "generic":
        return [
            SourceColumn(index, name, "text", header) if column is None else _known(index, name, column, header)
            for index, (name, column, header) in enumerate(zip(field_names(match), match.columns, match.headers))
        ]
    made = []
    columns = [[row[at] for row in sample[:_GUESSED_ROWS] if at < len(row)] for at in range(len(match.headers))]
    usual = _usual_decimal(columns)
    for index, (name, column, header) in enumerate(zip(field_names(match), match.columns, match.headers)):
        cells = columns[index]
        decimal = usual if usual == "," and not _has_points(cells) else column_decimal(cells)
        if column is None:
            made.append(_guessed(cells, index, name, header, decimal))
        else:
            made.append(replace(_known(index, name, column, header), decimal=decimal))
    return made


def _has_points(cells: Sequence[str]) -> bool:
    """Whether a cell can only be read with a decimal point."""
    return any(_POINT.fullmatch(cell.strip()) for cell in cells)


def _usual_decimal(columns: Sequence[Sequence[str]]) -> str:
    """``,`` where some columns can only be read with a decimal comma and none with a point: 1.250 is 1,250."""
    found = {column_decimal(cells) for cells in columns}
    return "," if "," in found and not any(_has_points(cells) for cells in columns) else "."


def _known(index: int, name: str, column: Column, header: str) -> SourceColumn:
    return SourceColumn(
        index, name, column.kind, header, dict(column.label), column.masked or column.kind in ("int", "real"),
        column.personal,
    )  # fmt: skip


def _guessed(cells: Sequence[str], index: int, name: str, header: str, decimal: str) -> SourceColumn:
    """A column that no schema knows, typed by its values."""
    kind, order = guess_kind(cells, header), ""
    if decimal == "," and kind in ("text", "real", "int") and any("," in cell or "." in cell for cell in cells):
        found = typed(cells, "real", masked_ok=True, decimal=decimal)
        kind = "real" if not found.bad.any() else "text"
    if kind == "text":
        order = year_last_order(cells)
        kind = "date" if order or _mostly_dates(cells) else "text"
    masked = kind in ("int", "real") or has_masks(cells)
    return SourceColumn(index, name, kind, header, masked=masked, decimal=decimal, order=order)


def _mostly_dates(cells: Sequence[str]) -> bool:
    """Whether a column holds dates but for a few that are none: those are kept beside their rows."""
    filled = [cell for cell in cells if cell.strip()]
    texts = sorted({cell for cell in filled if any(mark in cell for mark in "-./년")})
    values, _coarse = read_dates(texts, "date", order="", serial=False)
    good = {text for text, value in zip(texts, values) if value is not None}
    return len(good) >= _FEW_DATES and sum(cell in good for cell in filled) >= _MOST_DATES * len(filled)


def _plain_code(text: str) -> str:
    """A code without quotes, blanks and decimals; of a name with its code in brackets the code."""
    text = (code_in_brackets(text) or text).strip().strip("'\"").replace(" ", "")
    return text[:-2] if text.endswith(".0") else text


class FieldRegister:
    """The fields of one table that holds several files of a schema.

    Columns that the schema knows have its names. Columns it does not know share a field where their headers are the
    same, and get one of their own where only their made-up names are. A field that is not of the same kind in all
    files is written as text.
    """

    def __init__(self) -> None:
        self.fields: list[SourceColumn] = []
        self._place: dict[str, int] = {}  # by name
        self._by_header: dict[str, str] = {}  # of columns the schema does not know

    def add(self, intake: Intake) -> None:
        """Take in the columns of a file; gives its columns the names they have in the table."""
        renamed = []
        used = {each.name for each in intake.derived}
        used.update(each.name for each, known in zip(intake.columns, intake.match.columns) if known is not None)
        for column, known in zip(intake.columns, intake.match.columns):
            name = column.name if known is not None else self._name(column, used)
            used.add(name)
            column = replace(column, name=name)
            renamed.append(column)
            if name not in self._place:
                self._place[name] = len(self.fields)
                self.fields.append(column)
                continue
            field_now = self.fields[self._place[name]]
            if field_now.written_kind != column.written_kind:
                self.fields[self._place[name]] = replace(field_now, kind="text")
        intake.columns = renamed
        for derived in intake.derived:
            if derived.name not in self._place:
                self._place[derived.name] = len(self.fields)
                self.fields.append(SourceColumn(-1, derived.name, "text", derived.name, derived.label))

    def _name(self, column: SourceColumn, used: set[str]) -> str:
        """The field of a column that the schema does not know; no other column of the file may have it."""
        header = header_key(column.header)
        known = self._by_header.get(header)
        if known is None or known in used:
            known, number = column.name, 1
            while known in self._place or known in used:
                number += 1
                tail = f"_{number}"
                known = column.name[: NAME_LENGTH - len(tail)] + tail
            self._by_header.setdefault(header, known)
        return known

    def arranged(self, intake: Intake, columns: Sequence[list], count: int) -> list[list]:
        """Typed columns of a file in the order of the table's fields."""
        by_name = {column.name: (column.written_kind, values) for column, values in zip(intake.columns, columns)}
        made_up = columns[len(intake.columns) :]
        by_name.update({each.name: ("text", values) for each, values in zip(intake.derived, made_up)})
        made = []
        for field_now in self.fields:
            kind, values = by_name.get(field_now.name, ("", None))
            if values is None:
                values = [None] * count
            elif kind != field_now.written_kind:
                values = [None if value is None else str(value) for value in values]
            made.append(values)
        return made
