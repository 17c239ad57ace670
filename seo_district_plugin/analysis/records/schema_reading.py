"""Schema files read and checked: a damaged one is named with the place of the damage."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from pathlib import Path

from ..errors import AnalysisError
from .schema_types import (
    AUTHORITY_FORMS,
    AUTHORITY_MATCHES,
    GEOMETRIES,
    HEADERS,
    KINDS,
    NAME_LENGTH,
    RULES,
    Column,
    Rule,
    Schema,
)

LARGEST_FILE = 2_000_000  # bytes: a schema is a short text, anything longer is another file

_CHOICES = {
    "kind": KINDS,
    "geometry": GEOMETRIES,
    "header": HEADERS,
    "authority_match": AUTHORITY_MATCHES,
    "authority_form": AUTHORITY_FORMS,
}
_LONGEST_PATTERN = 300
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_GROUP = re.compile(r"\{[1-9]\}")


class _Bad(Exception):
    """What is wrong inside one file: a place and a value, readable in any language."""


def load_schemas(folders: Sequence[Path]) -> list[Schema]:
    """The schemas of all ``*.json`` files of the folders, by name; a later folder overrides an earlier one by id.

    Folders that are not there are passed over.

    Raises:
        AnalysisError: ``schema_bad`` (file: name, problem: place in the file and what stands there).
    """
    found: dict[str, Schema] = {}
    for folder in folders:
        here: dict[str, str] = {}
        for path in sorted(Path(folder).glob("*.json")):
            try:
                schema = _read(path)
                if schema.id in here:
                    raise _Bad(f"id = {schema.id!r} ({here[schema.id]})")
            except _Bad as problem:
                raise AnalysisError("schema_bad", file=path.name, problem=str(problem)) from problem
            here[schema.id] = path.name
            found[schema.id] = schema
    return list(found.values())


def parse_schema(content: Mapping[str, object]) -> Schema:
    """A schema from the content of its file.

    Raises:
        AnalysisError: ``schema_bad`` (file: "", problem).
    """
    try:
        return _schema(content)
    except _Bad as problem:
        raise AnalysisError("schema_bad", file="", problem=str(problem)) from problem


def _read(path: Path) -> Schema:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _Bad(f"> {LARGEST_FILE:,} bytes")
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        raise _Bad(f"JSON, line {error.lineno}, column {error.colno}") from error
    except (UnicodeDecodeError, OSError, RecursionError) as error:
        raise _Bad(type(error).__name__) from error
    return _schema(content)


def _schema(content: object) -> Schema:
    if not isinstance(content, Mapping):
        raise _Bad(type(content).__name__)
    given = dict(content)
    raw_columns, raw_rules = given.pop("columns", []), given.pop("rules", [])
    values = _values(Schema, given, "", ("columns", "rules"))
    columns = tuple(
        Column(**_values(Column, _mapping(item, f"columns[{at}]"), f"columns[{at}]."))
        for at, item in enumerate(_list(raw_columns, "columns"))
    )
    rules = tuple(
        Rule(**_values(Rule, _mapping(item, f"rules[{at}]"), f"rules[{at}].", kinds=RULES))
        for at, item in enumerate(_list(raw_rules, "rules"))
    )
    schema = Schema(**values, columns=columns, rules=rules)
    _check_names(schema)
    _check_references(schema)
    _check_patterns(schema)
    return schema


def _values(
    kind: type, given: Mapping[str, object], place: str, done: Sequence[str] = (), kinds: Sequence[str] = KINDS
) -> dict:
    """The values of one data class, each of the type that the class says."""
    known = {item.name: item for item in fields(kind) if item.name not in done}
    for name in given:
        if name not in known:
            raise _Bad(f"{place}{name} ?")
    values = {}
    for name, item in known.items():
        if name not in given:
            if item.default is MISSING and item.default_factory is MISSING:
                raise _Bad(f"{place}{name} = ?")
            continue
        value = _typed(given[name], str(item.type), place + name)
        choices = kinds if name == "kind" else _CHOICES.get(name)
        if choices is not None and value not in choices:
            raise _Bad(f"{place}{name} = {value!r}; {', '.join(repr(choice) for choice in choices)}")
        values[name] = value
    return values


def _typed(value: object, kind: str, place: str) -> object:
    if kind.startswith("tuple[int"):
        if all(isinstance(item, int) and not isinstance(item, bool) for item in _list(value, place)):
            return tuple(value)  # type: ignore[arg-type]
    elif kind.startswith("tuple"):
        if all(isinstance(item, str) for item in _list(value, place)):
            return tuple(value)  # type: ignore[arg-type]
    elif kind.startswith("Mapping"):
        return _mapping(value, place)
    elif kind.startswith("float"):
        if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
            return value
    elif kind.startswith("int"):
        if (value is None and "None" in kind) or (isinstance(value, int) and not isinstance(value, bool)):
            return value
    elif isinstance(value, {"str": str, "bool": bool}[kind]):
        return value
    raise _Bad(f"{place} = {value!r}"[:200])


def _list(value: object, place: str) -> list:
    if not isinstance(value, list):
        raise _Bad(f"{place} = {value!r}"[:200])
    return value


def _mapping(value: object, place: str) -> dict:
    if not isinstance(value, dict):
        raise _Bad(f"{place} = {value!r}"[:200])
    return value


def _check_names(schema: Schema) -> None:
    if not _ID.fullmatch(schema.id):
        raise _Bad(f"id = {schema.id!r}")
    seen: set[str] = set()
    for at, column in enumerate(schema.columns):
        plain = _GROUP.sub("0", column.name) if column.pattern else column.name
        if not _NAME.fullmatch(plain) or len(plain) > NAME_LENGTH or column.name in seen:
            raise _Bad(f"columns[{at}].name = {column.name!r}")
        seen.add(column.name)
        if not (column.headers or column.pattern or column.position is not None):
            raise _Bad(f"columns[{at}].headers = ?")
        for code, label in column.codes.items():
            _mapping(label, f"columns[{at}].codes[{code!r}]")


def _check_references(schema: Schema) -> None:
    names = {column.name for column in schema.columns}
    said = [(place, getattr(schema, place)) for place in ("x", "y", "grid", "authority", "date", "status")]
    said += [("key", name) for name in schema.key]
    said += [(f"rules[{at}].column", rule.column) for at, rule in enumerate(schema.rules)]
    for place, name in said:
        if name and name not in names:
            raise _Bad(f"{place} = {name!r}")
    if schema.geometry == "point" and not (schema.x and schema.y):
        raise _Bad("x, y = ?")
    if schema.geometry == "grid" and not schema.grid:
        raise _Bad("grid = ?")
    if schema.header != "row" and not schema.widths:
        raise _Bad("widths = ?")


def _check_patterns(schema: Schema) -> None:
    patterns = [("files", pattern) for pattern in schema.files]
    for at, column in enumerate(schema.columns):
        patterns += [(f"columns[{at}].pattern", column.pattern), (f"columns[{at}].shape", column.shape)]
    for place, pattern in patterns:
        try:
            usable = len(pattern) <= _LONGEST_PATTERN and re.compile(pattern) is not None
        except re.error:
            usable = False
        if not usable:
            raise _Bad(f"{place} = {pattern[:60]!r}")
