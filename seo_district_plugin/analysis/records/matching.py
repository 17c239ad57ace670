"""Which schema a file is of, where its header is, and which of its columns is which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from ..errors import AnalysisError
from . import schema_positions
from .personal import redact
from .schema_headings import Heading, headings, names_row
from .schema_keys import header_key, header_text
from .schema_types import NAME_LENGTH, Column, Schema

MOST_COLUMNS = 1500
LEAST_SCORE = 0.35  # below it a file is not of the schema, although the required columns are there
NEAR = 0.03  # schemas whose scores differ less are told apart by the file's name
GENERIC = "generic"

_TOTALS = frozenset({"합계", "소계", "총계", "누계", "총합계", "계", "합", "total", "subtotal", "grandtotal", "sum"})
_TOTAL_END = re.compile(r".{0,10}(?:소계|합계|총계)")
_NOTE = re.compile(
    r"(?:※|＊|\*\s*\S|☞|주\s*\d*\s*[):]|\(주\)|주석|(?:자료|출처|비고)\s*[:：]|note|source\s*:)", re.IGNORECASE
)
_RESERVED = ("fid", "ogc_fid", "geom", "geometry", "source_file", "source_row", "flags", "located")


@dataclass(frozen=True)
class Match:
    """A file and its schema.

    Attributes:
        schema: the schema.
        header_row: index into the head of the last header row; -1 = the file has none.
        columns: per column of the source, the schema's column; None = unknown, kept as text. Columns of families
            carry their finished name and label.
        headers: per column of the source its header, composed, each once; made-up ones where there is none.
        missing: names of required columns that the file does not have (only with ``only``).
        score: 0 to 1, share of headers that schema and file have in common.
        rivals: ids of schemas that fit as well; empty = the choice is clear.
        repeated: headers that a column of the schema had already been found for; their columns are unknown ones.
    """

    schema: Schema
    header_row: int
    columns: list[Column | None]
    headers: list[str]
    missing: list[str]
    score: float
    rivals: tuple[str, ...] = ()
    repeated: list[str] = field(default_factory=list)

    def index(self, name: str) -> int | None:
        """Where the schema's column stands in the source; None = nowhere."""
        return next((at for at, column in enumerate(self.columns) if column is not None and column.name == name), None)


def match_file(
    schemas: Sequence[Schema],
    name: str,
    head: Sequence[Sequence[str]],
    kind: str,
    geometry: str = "none",
    only: str = "",
) -> Match:
    """The schema of a file.

    The header is looked for in the first rows (below titles; over two or three rows in sheets). The schema with the
    most headers in common wins if all its required columns are there; the file's name decides between equals alone.
    A file whose first row holds values is compared by position. What fits no schema is generic.

    Args:
        schemas: all known schemas, the generic ones included.
        name: file name.
        head: cells of the first records, as they are in the file.
        kind: "text", "sheet", "json" or "vector".
        geometry: of vector files: "none", "point", "line", "polygon" or any other word.
        only: id of the schema to use, "generic" for the generic ones, "" = all.

    Raises:
        AnalysisError: ``schema_unknown`` (schema, known), ``too_many_columns`` (file, columns, limit), ``no_header``
            (file), ``schema_not_fitting`` (file, schema, missing: headers, found: headers).
    """
    name = unicodedata.normalize("NFC", name)
    rows = [[_cell(cell) for cell in row] for row in head]
    width = max((len(row) for row in rows), default=0)
    if width > MOST_COLUMNS:
        raise AnalysisError("too_many_columns", file=name, columns=width, limit=MOST_COLUMNS)
    if not any(cell for row in rows for cell in row):
        raise AnalysisError("no_header", file=name)
    asked = _asked(schemas, only)
    usable = [schema for schema in asked if schema.profile != GENERIC and _is_for(schema, kind, only)]
    found = _by_header(usable, name, rows, kind, bool(only) and only != GENERIC)
    found = found or _by_position(usable, name, rows, kind)
    if found is None and only and only != GENERIC and usable:
        raise _not_fitting(usable[0], name, rows, kind)
    if found is None:
        found = _generic([schema for schema in asked if schema.profile == GENERIC], name, rows, kind, geometry)
    return found


def field_names(match: Match, taken: Collection[str] = ()) -> list[str]:
    """Output field of each column: lower case, at most ten characters, each once.

    The schema's names for known columns; a slug of the header for ASCII headers; else ``c001``, ``c002`` ... by place.
    """
    names = [""] * len(match.columns)
    used = {name[:NAME_LENGTH] for name in (*_RESERVED, *(name.lower() for name in taken))}
    order = sorted(range(len(names)), key=lambda at: match.columns[at] is None)  # known columns keep their names
    for at in order:
        column = match.columns[at]
        wish = column.name if column is not None else _slug(match.headers[at]) or f"c{at + 1:03d}"
        names[at] = _free(wish[:NAME_LENGTH], used)
        used.add(names[at])
    return names


def is_total_or_note(cells: Sequence[str], match: Match) -> str:
    """Whether a row of an office sheet is no record: "row_total", "row_note", "row_repeated_header", or "" = a record.

    A total says so in one of its first three cells; a note stands alone in its row.
    """
    texts = [" ".join(unicodedata.normalize("NFC", cell).split()) for cell in cells]
    filled = [(at, text) for at, text in enumerate(texts) if text]
    if not filled:
        return ""
    keys = [header_key(text) for text in texts]
    if len(filled) > 1 and all(
        keys[at] == header_key(match.headers[at]) for at, _ in filled if at < len(match.headers)
    ):
        return "row_repeated_header"
    for at, text in filled[:3]:
        if at < 3 and (keys[at] in _TOTALS or _TOTAL_END.fullmatch(text.replace(" ", ""))):
            return "row_total"
    first_at, first = filled[0]
    if len(filled) <= 2 and _NOTE.match(first):
        return "row_note"
    if len(filled) == 1 and first_at == 0 and len(texts) > 3 and (len(first) > 25 or ":" in first):
        return "row_note"
    return ""


def _cell(cell: object) -> str:
    return unicodedata.normalize("NFC", "" if cell is None else str(cell)).strip().strip("\ufeff")


def _asked(schemas: Sequence[Schema], only: str) -> list[Schema]:
    if not only:
        return list(schemas)
    if only == GENERIC:
        return [schema for schema in schemas if schema.profile == GENERIC]
    asked = [schema for schema in schemas if schema.id == only]
    if not asked:
        raise AnalysisError("schema_unknown", schema=only, known=sorted(schema.id for schema in schemas))
    return asked


def _is_for(schema: Schema, kind: str, only: str) -> bool:
    return kind == "vector" or schema.geometry != "vector" or schema.id == only


def _by_header(schemas: Sequence[Schema], name: str, rows: list[list[str]], kind: str, forced: bool) -> Match | None:
    schemas = [schema for schema in schemas if schema.header != "none"]
    places = headings(rows[:1] if kind == "vector" else rows, kind == "sheet")
    finder = _Finder(schemas)
    best: dict[str, Match] = {}
    for heading in places:
        for match in finder.matches(heading, forced):
            if match.score > best[match.schema.id].score if match.schema.id in best else True:
                best[match.schema.id] = match
    return _choose(list(best.values()), name)


def _choose(matches: list[Match], name: str) -> Match | None:
    if not matches:
        return None
    top = max(match.score for match in matches)
    near = [match for match in matches if match.score >= top - NEAR]
    ranked = sorted(near, key=lambda match: (_rank(match, name), match.score), reverse=True)
    first = ranked[0]
    rivals = tuple(
        match.schema.id
        for match in ranked[1:]
        if _rank(match, name) == _rank(first, name) and match.score == first.score
    )
    return replace(first, rivals=rivals)


def _rank(match: Match, name: str) -> tuple[bool, int]:
    hinted = any(re.search(pattern, name, re.IGNORECASE) for pattern in match.schema.files)
    return hinted, match.schema.prefer


class _Finder:
    """Headers of all schemas in one table, so that a row is compared with all of them at once."""

    def __init__(self, schemas: Sequence[Schema]) -> None:
        self.schemas = schemas
        self.by_key: dict[str, list[tuple[int, Column]]] = {}
        self.patterns: list[tuple[int, Column, re.Pattern[str]]] = []
        for at, schema in enumerate(schemas):
            for column in schema.columns:
                for key in dict.fromkeys(header_key(header) for header in column.headers):
                    self.by_key.setdefault(key, []).append((at, column))
                if column.pattern:
                    self.patterns.append((at, column, re.compile(column.pattern)))
        self.families: dict[str, list[tuple[int, Column]]] = {}

    def matches(self, heading: Heading, forced: bool) -> list[Match]:
        hits: dict[int, list[tuple[int, int, Column]]] = {}
        for source, keys in enumerate(heading.keys):
            for order, key in enumerate(keys):
                for at, column in [*self.by_key.get(key, ()), *self._family(key)]:
                    hits.setdefault(at, []).append((order, source, column))
        found = [self._match(at, heading, these, forced) for at, these in hits.items()]
        return [match for match in found if match is not None]

    def _family(self, key: str) -> list[tuple[int, Column]]:
        if not self.patterns:
            return []
        known = self.families.get(key)
        if known is None:
            known = []
            for at, column, pattern in self.patterns:
                groups = pattern.fullmatch(key)
                if groups:
                    known.append((at, _of_family(column, groups)))
            self.families[key] = known
        return known

    def _match(self, at: int, heading: Heading, hits: list[tuple[int, int, Column]], forced: bool) -> Match | None:
        schema = self.schemas[at]
        columns: list[Column | None] = [None] * len(heading.keys)
        used: set[str] = set()
        for _, source, column in sorted(hits, key=lambda hit: hit[:2]):
            if columns[source] is None and column.name not in used:
                columns[source] = column
                used.add(column.name)
        again = {source for _, source, column in hits if columns[source] is None}
        missing = [column.name for column in schema.columns if column.required and not _is_there(column, columns)]
        members = sum(1 for column in columns if column is not None)
        # A family counts for what was found of it: 101 ages that are not asked for are not missing.
        plain = sum(1 for column in schema.columns if not column.pattern)
        family = sum(1 for column in columns if column is not None and schema.column(column.name) is not column)
        named = sum(1 for text in heading.texts if text)
        score = 2 * members / max(named + plain + family, 1)
        if not forced and (missing or score < LEAST_SCORE):
            return None
        headers = _unique_headers(heading.texts)
        return Match(schema, heading.row, columns, headers, missing, score, (), [headers[at] for at in sorted(again)])


def _is_there(column: Column, columns: Sequence[Column | None]) -> bool:
    if column.pattern:
        return any(other is not None and other.pattern == column.pattern for other in columns)
    return any(other is not None and other.name == column.name for other in columns)


def _of_family(column: Column, groups: re.Match[str]) -> Column:
    def filled(text: str) -> str:
        for number, value in enumerate(groups.groups(), start=1):
            plain = (value or "").lstrip("0") or ("0" if value else "")
            text = text.replace(f"{{{number}}}", plain)
        return text

    label = {language: filled(text) for language, text in column.label.items()}
    return replace(column, name=filled(column.name)[:NAME_LENGTH], label=label)


def _by_position(schemas: Sequence[Schema], name: str, rows: list[list[str]], kind: str) -> Match | None:
    if kind == "vector":
        return None
    schemas = [schema for schema in schemas if schema.header != "row"]
    fitting = [(schema, -1) for schema in schemas if schema_positions.fits(schema, rows)]
    if not fitting:
        first = next(at for at, row in enumerate(rows) if any(row))
        below = [schema for schema in schemas if schema.header == "either"]
        fitting = [(schema, first) for schema in below if schema_positions.fits_below_names(schema, rows)]
    matches = []
    for schema, header_row in fitting:
        width = max(len(row) for row in rows)
        columns: list[Column | None] = [None] * width
        for column in schema.columns:
            if column.position is not None and column.position < width:
                columns[column.position] = column
        texts = (
            rows[header_row]
            if header_row >= 0
            else [column.headers[0] if column is not None and column.headers else "" for column in columns]
        )
        headers = _unique_headers([*texts, *[""] * (width - len(texts))])
        score = 1 - 1 / (1 + schema_positions.strength(schema))
        matches.append(Match(schema, header_row, columns, headers, [], score))
    return _choose(matches, name)


def _generic(schemas: Sequence[Schema], name: str, rows: list[list[str]], kind: str, geometry: str) -> Match:
    heading = headings(rows[:1], False)[0] if kind == "vector" and any(rows[0]) else names_row(rows, kind == "sheet")
    if heading is None or not schemas:
        raise AnalysisError("no_header", file=name)
    with_shapes = kind == "vector" and geometry != "none"
    fitting = [schema for schema in schemas if (schema.geometry == "vector") == with_shapes]
    matches = _Finder(fitting).matches(heading, forced=True)
    complete = [match for match in matches if not match.missing]
    found = max(complete, key=lambda match: match.schema.prefer, default=None)
    if found is not None:
        return found
    plain = next((schema for schema in fitting if not any(column.required for column in schema.columns)), None)
    if plain is None:
        raise AnalysisError("no_header", file=name)
    return Match(plain, heading.row, [None] * len(heading.texts), _unique_headers(heading.texts), [], 0.0)


def _not_fitting(schema: Schema, name: str, rows: list[list[str]], kind: str) -> AnalysisError:
    heading = names_row(rows, kind == "sheet")
    known = {key for keys in heading.keys for key in keys} if heading else set()
    wanted = [column for column in schema.columns if column.required and column.headers]
    missing = [column.headers[0] for column in wanted if not known & {header_key(header) for header in column.headers}]
    found = [redact(text) for text in heading.texts if text][:20] if heading else []
    return AnalysisError("schema_not_fitting", file=name, schema=schema.id, missing=missing, found=found)


def _unique_headers(texts: Sequence[str]) -> list[str]:
    headers: list[str] = []
    used: set[str] = set()
    for at, text in enumerate(texts, start=1):
        wish = header_text(text) or f"column {at}"
        header, number = wish, 1
        while header in used:
            number += 1
            header = f"{wish} ({number})"
        used.add(header)
        headers.append(header)
    return headers


def _slug(header: str) -> str:
    if not header.isascii() or header.startswith("column ") or redact(header) != header:
        return ""
    plain = re.sub(r"[^a-z0-9]+", "_", header.lower()).strip("_")
    if plain and not plain[0].isalpha():
        plain = f"f_{plain}"
    return plain[:NAME_LENGTH].rstrip("_")


def _free(wish: str, used: Collection[str]) -> str:
    name, number = wish, 1
    while name in used:
        number += 1
        tail = f"_{number}"
        name = wish[: NAME_LENGTH - len(tail)].rstrip("_") + tail
    return name
