"""Checks against a standard data set: the columns it must have, and its rules for their values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from ..schema_keys import bare_key, header_key
from ..schema_types import Column, Rule, Schema
from ..values import FALSE, TRUE, typed
from .columns import Field
from .findings import Batch, no_rows
from .numerals import numbers_of_texts
from .origin import data_fields
from .rows import group_codes, repeats

AUTO_SHARE = 0.6
"""Share of a table's fields that a schema must know to be chosen by itself."""
AUTO_LEAST = 4

Chosen = dict[str, Field]


def known_columns(schema: Schema, fields: Sequence[Field]) -> Chosen:
    """The fields of a schema's columns: called as an import calls them, or by a header of the source."""
    by_name = {item.name.lower(): item for item in reversed(fields)}
    by_key: dict[str, Field] = {}
    for item in reversed(fields):
        for text in (item.title, item.name):
            if text:
                by_key[bare_key(text)] = item
                by_key[header_key(text)] = item
    found: Chosen = {}
    for column in schema.columns:
        given = _field_of(column, by_name, by_key)
        if given is not None and not any(given is other for other in found.values()):
            found[column.name] = given
    return found


def _field_of(column: Column, by_name: dict[str, Field], by_key: dict[str, Field]) -> Field | None:
    for header in column.headers:
        given = by_key.get(header_key(header)) or by_key.get(bare_key(header))
        if given is not None:
            return given
    if column.pattern:
        return None  # a family of columns; no rule names one of them
    return by_name.get(column.name)


def schema_of(schemas: Sequence[Schema], fields: Sequence[Field]) -> Schema | None:
    """The schema that knows most of the fields, has all columns it must have, and knows at least AUTO_SHARE of them."""
    best: tuple[int, int, int, str] | None = None
    chosen = None
    fields = data_fields(fields)
    for schema in schemas:
        found = known_columns(schema, fields)
        needed = [column.name for column in schema.columns if column.required]
        if schema.profile == "generic" or not set(needed) <= set(found) or len(found) < AUTO_LEAST:
            continue
        if len(found) < AUTO_SHARE * len(fields):
            continue
        rank = (len(found), schema.prefer, -len(schema.columns), schema.id)  # of equals the one that lacks least
        if best is None or rank > best:
            best, chosen = rank, schema
    return chosen


def date_fields(schema: Schema, chosen: Chosen) -> set[str]:
    """Fields that the schema says hold dates."""
    names = {column.name for column in schema.columns if column.kind in ("date", "datetime")}
    names.update(rule.column for rule in schema.rules if rule.kind == "date")
    return {given.name for name, given in chosen.items() if name in names}


def key_fields(schema: Schema, chosen: Chosen) -> tuple[str, ...]:
    """Fields of the schema's key, when the table has all of them and no rule of the schema says the same."""
    if any(rule.kind == "unique" for rule in schema.rules) or any(name not in chosen for name in schema.key):
        return ()
    return tuple(chosen[name].name for name in schema.key)


def hint(schema: Schema, chosen: Chosen) -> None:
    """Note in the fields what the schema knows of them: codes, texts, data of persons, codes that are nobody's."""
    for column in schema.columns:
        given = chosen.get(column.name)
        if given is not None:
            given.notes["code"] = column.kind == "code"
            given.notes["personal"] = column.personal
            given.notes["text"] = column.kind == "text"
            given.notes["named"] = column.kind == "code" and not column.personal


def standard_faults(schema: Schema, fields: Sequence[Field]) -> Iterator[Batch]:
    """All findings of a schema."""
    chosen = known_columns(schema, fields)
    yield from _absent(schema, chosen)
    ranged = {rule.column for rule in schema.rules if rule.kind in ("range", "year")}
    ranged.update(name for rule in schema.rules if rule.kind == "coordinates" for name in rule.values[:2])
    for column in schema.columns:
        given = chosen.get(column.name)
        if given is None:
            continue
        yield from _types(column, given)
        if column.name not in ranged and (column.low is not None or column.high is not None):
            yield from _outside(given, column.low, column.high)
    for rule in schema.rules:
        if rule.kind == "codes":
            yield from _codes(rule, chosen, schema.column(rule.column))
        else:
            yield from RULES[rule.kind](rule, chosen)


def _absent(schema: Schema, chosen: Chosen) -> Iterator[Batch]:
    """Columns that the standard requires and the table does not have."""
    needed = [column for column in schema.columns if column.required]
    named = {rule.column for rule in schema.rules if rule.kind == "required" and len(rule.values) < 2}
    needed += [column for column in schema.columns if column.name in named and column not in needed]
    for column in needed:
        if column.name not in chosen:
            title = column.headers[0] if column.headers else column.name
            yield Batch("standard_column", no_rows(), values={"column": title})


def _types(column: Column, given: Field) -> Iterator[Batch]:
    """Texts that do not fit the kind of the column; what QGIS holds as number or date fits."""
    if column.kind in ("text", "code", "date", "datetime") or not given.is_text:
        return  # dates and damaged codes are told by checks of their own
    read = typed(given.stripped, column.kind, masked_ok=True)
    rows = given.rows_of(np.asarray(read.bad, dtype=bool))
    if len(rows):
        yield Batch("standard_type", rows, given.name, values={"kind": column.kind})


def _required(rule: Rule, chosen: Chosen) -> Iterator[Batch]:
    names = [rule.column] if rule.column and len(rule.values) < 2 else list(rule.values)
    fields = [chosen[name] for name in names if name in chosen]
    if not fields:
        return
    gone = np.ones(len(fields[0]), dtype=bool)
    for given in fields:
        gone &= given.missing | np.append(given.masked, False)[given.codes]
    if gone.any():
        kind = "any" if len(fields) > 1 else ""
        listed = ", ".join(given.name for given in fields)
        yield Batch("standard_required", np.flatnonzero(gone), listed, kind)


def _codes(rule: Rule, chosen: Chosen, column: Column | None) -> Iterator[Batch]:
    """Codes that are not in the list; a column of yes or no may say so in all words that an import takes for it."""
    given = chosen.get(rule.column)
    if given is None or not rule.values:
        return
    allowed = {value.casefold() for value in rule.values}
    if given.kind == "bool" or (column is not None and column.kind == "bool"):
        for words in (TRUE, FALSE):
            allowed |= words if words & allowed else frozenset()
    allowed |= {value.lstrip("0") or "0" for value in allowed if value.isdigit()}
    bad = [
        text.casefold() not in allowed and (text.lstrip("0") or "0") not in allowed for text in given.stripped
    ]  # a zero lost at the front is told by another check
    rows = given.rows_of(np.array(bad, dtype=bool) & ~given.masked)
    if len(rows):
        listed = ", ".join(rule.values[:12]) + (" ..." if len(rule.values) > 12 else "")
        yield Batch("standard_code", rows, given.name, values={"allowed": listed})


def _date(_rule: Rule, _chosen: Chosen) -> Iterator[Batch]:
    """Nothing here: the checks of dates look at these fields, and take what is no date for an error."""
    yield from ()


def _range(rule: Rule, chosen: Chosen) -> Iterator[Batch]:
    given = chosen.get(rule.column)
    if given is not None:
        low, high = _bound(rule, 0), _bound(rule, 1)
        yield from _outside(given, low, high)


def _outside(given: Field, low: float | None, high: float | None, check: str = "standard_range") -> Iterator[Batch]:
    numbers = given.numbers
    if numbers is None:
        return
    low = -np.inf if low is None else low
    high = np.inf if high is None else high
    with np.errstate(invalid="ignore"):
        rows = given.rows_of((numbers < low) | (numbers > high))
    if len(rows):
        yield Batch(check, rows, given.name, values={"low": low, "high": high})


def _year(rule: Rule, chosen: Chosen) -> Iterator[Batch]:
    """Years alone, or at the beginning of a date."""
    given = chosen.get(rule.column)
    if given is None:
        return
    low, high = _bound(rule, 0), _bound(rule, 1)
    low, high = 1900.0 if low is None else low, 2100.0 if high is None else high
    texts = [text[:4] if re.match(r"\d{4}(\D|\d\d|$)", text) else "x" for text in given.stripped]
    years = numbers_of_texts(texts)
    with np.errstate(invalid="ignore"):
        bad = ~((years >= low) & (years <= high))
    rows = given.rows_of(bad & ~given.masked)
    if len(rows):
        yield Batch("standard_year", rows, given.name, values={"low": low, "high": high})


def _bound(rule: Rule, place: int) -> float | None:
    text = rule.values[place] if len(rule.values) > place else ""
    return float(text) if text else None


def _unique(rule: Rule, chosen: Chosen) -> Iterator[Batch]:
    names = list(rule.values) or [rule.column]
    if any(name not in chosen for name in names):
        return
    fields = [chosen[name] for name in names]
    there = np.ones(len(fields[0]), dtype=bool)
    for given in fields:
        there &= ~given.missing
    rows, first = repeats(group_codes([given.codes for given in fields]), there)
    if len(rows):
        yield Batch("standard_unique", rows, ", ".join(given.name for given in fields), each={"first": first})


def _coordinates(rule: Rule, chosen: Chosen) -> Iterator[Batch]:
    """Coordinates in two columns: zero, swapped, or outside the range of the country or district."""
    if len(rule.values) < 6 or rule.values[0] not in chosen or rule.values[1] not in chosen:
        return
    fields = [chosen[name] for name in rule.values[:2]]
    west, south, east, north = map(float, rule.values[2:6])
    columns = []
    for given in fields:
        if given.numbers is None:
            return
        columns.append(np.append(given.numbers, np.nan)[given.codes])
    x, y = columns
    known = np.isfinite(x) & np.isfinite(y)
    with np.errstate(invalid="ignore"):
        good = (x >= west) & (x <= east) & (y >= south) & (y <= north)
        turned = (y >= west) & (y <= east) & (x >= south) & (x <= north)
    zero = known & (x == 0) & (y == 0)
    one = np.isfinite(x) != np.isfinite(y)
    listed = ", ".join(given.name for given in fields)
    for kind, hits in (
        ("zero", zero),
        ("swapped", known & ~good & turned & ~zero),
        ("", known & ~good & ~turned & ~zero),
        ("half", one),
    ):
        if hits.any():
            yield Batch("standard_coordinates", np.flatnonzero(hits), listed, kind)


RULES = {
    "required": _required,
    "date": _date,
    "range": _range,
    "coordinates": _coordinates,
    "unique": _unique,
    "year": _year,
}
