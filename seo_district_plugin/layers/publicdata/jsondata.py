"""Records of JSON text, one after the other, without holding the file.

Known forms: ``{"fields": [...], "records": [{...}]}`` of the standard data, the first list of objects anywhere inside
(``data``, ``items``, ``response.body.items``, ``LOCALDATA_….row``), a plain list of objects, one object in each line.
Numbers stay as they are written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import LayerError
from .encoding import Chunk
from .parts import MAX_SHOWN, BadRow, Batch, count_up, encodable, sound

_NAMES_OF_COLUMNS = ("fields", "columns", "header", "headers", "meta", "metadata")
_HEADER_RECORDS = 1_000
_BATCH = 1_000
_DEPTH = 6
_MAX_VALUE = 64 << 20
"""Characters of the largest single value; a longer one is damage, not data."""

NOT_OBJECT, DAMAGED, EXTRA, UNDECODABLE = (
    "row_not_object",
    "row_json_damaged",
    "row_too_many_cells",
    "row_undecodable",
)


class _EndError(Exception):
    """The text is over in the middle of a value, or no value stands here."""


class _Text:
    """A text that is read on as values need it."""

    def __init__(self, chunks: Iterable[Chunk]) -> None:
        self._chunks = iter(chunks)
        self._buffer, self._position = "", 0
        self.fraction, self.damaged = 0.0, False
        # Numbers as text: a code keeps its zeros, a coordinate its digits.
        self._decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, strict=False)

    def _more(self, wanted: int = 1) -> bool:
        pieces = [self._buffer[self._position :]]
        got = 0
        for chunk in self._chunks:
            self.fraction = chunk.fraction
            self.damaged = self.damaged or bool(chunk.marks)
            pieces.append("".join(chunk.lines) if chunk.lines is not None else chunk.text)
            got += len(pieces[-1])
            if got >= wanted:
                break
        self._buffer, self._position = "".join(pieces), 0
        return got > 0

    def peek(self) -> str:
        """The next character that is no blank; empty at the end."""
        while True:
            while self._position < len(self._buffer):
                if self._buffer[self._position] not in " \t\r\n\ufeff\x1a":
                    return self._buffer[self._position]
                self._position += 1
            if not self._more():
                return ""

    def first_in_list(self) -> str:
        """The first character that is no blank after the bracket that stands here."""
        ahead = self._position + 1
        while True:
            while ahead < len(self._buffer):
                if self._buffer[ahead] not in " \t\r\n":
                    return self._buffer[ahead]
                ahead += 1
            ahead -= self._position
            if not self._more():
                return ""

    def objects_in_lines(self) -> bool:
        """Whether an object stands here that is followed by another one, as in JSON lines."""
        while "\n" not in self._buffer[self._position :].strip() and len(self._buffer) < _MAX_VALUE and self._more():
            pass
        try:
            found, end = self._decoder.raw_decode(self._buffer, self._position)
        except (ValueError, RecursionError):
            return False
        return isinstance(found, dict) and self._buffer[end:].lstrip().startswith("{")

    def skip(self) -> None:
        """Pass the character that was peeked at."""
        self._position += 1

    def value(self) -> Any:
        """The value that stands here."""
        self.peek()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._buffer, self._position)
                # A number at the end of the buffer may go on.
                if end < len(self._buffer) or not self._more():
                    self._position = end
                    return found
                continue
            except ValueError:
                left = len(self._buffer) - self._position
                if left > _MAX_VALUE or not self._more(left):
                    raise _EndError from None
            except RecursionError:
                raise _EndError from None


class JsonSource:
    """Reader of one JSON text.

    Args:
        chunks: function that opens the text anew.
        name: for messages.

    Raises:
        LayerError: ``public_file_json(name)``: no list of objects inside.
    """

    def __init__(self, chunks: Any, name: str) -> None:
        self._chunks, self._name = chunks, name
        self.columns = self._find_columns()

    def _find_columns(self) -> list[str]:
        text, columns = _Text(self._chunks()), []
        seen: dict[str, None] = {}
        try:
            for number, record in enumerate(_records(text, columns), start=1):
                if isinstance(record, dict):
                    seen.update(dict.fromkeys(_flat(record)))
                if number >= _HEADER_RECORDS:
                    break
        except _EndError:
            pass  # what is damaged is told when the rows are read
        if not seen:
            raise LayerError("public_file_json", name=self._name)
        listed = [name for name in columns if name in seen]
        return [*listed, *(name for name in seen if name not in listed)]

    def batches(self, counts: dict[str, int]) -> Iterator[Batch]:
        """The names of the columns as record 0, then the objects from 1."""
        text = _Text(self._chunks())
        batch = Batch([0], [list(self.columns)])
        known = {name: i for i, name in enumerate(self.columns)}
        number = 0
        try:
            for record in _records(text, []):
                number += 1
                self._add(number, record, known, text.damaged, batch)
                if len(batch.rows) + len(batch.bad) >= _BATCH:
                    batch.fraction = text.fraction
                    yield batch
                    batch = Batch()
        except _EndError:
            batch.bad.append(BadRow(number + 1, DAMAGED, []))
            count_up(counts, "json_stopped")
        batch.fraction = text.fraction
        yield batch

    def _add(self, number: int, record: Any, known: dict[str, int], damaged: bool, batch: Batch) -> None:
        if not isinstance(record, dict):
            batch.bad.append(BadRow(number, NOT_OBJECT, [_text(record)[:MAX_SHOWN]]))
            return
        row = [""] * len(known)
        extra = []
        for name, value in _flat(record).items():
            place = known.get(name)
            if place is not None:
                row[place] = value
            elif value:
                extra.append(value)
        if not encodable("".join([*row, *extra])):
            # "\\ud800" alone is half a character.
            batch.bad.append(BadRow(number, UNDECODABLE, [sound(cell) for cell in row]))
        elif extra:
            batch.bad.append(BadRow(number, EXTRA, [*row, *extra]))
        elif damaged and any("\ufffd" in cell for cell in row):
            batch.bad.append(BadRow(number, UNDECODABLE, row))
        else:
            batch.numbers.append(number)
            batch.rows.append(row)

    def repair(self, line: str, width: int) -> list[str] | None:
        """JSON has no loose lines."""
        return None

    def close(self) -> None:
        """Nothing is kept open."""


def _records(text: _Text, columns: list[str]) -> Iterator[Any]:
    """Every record of the text; ``columns`` gets the names that the file itself lists.

    Raises:
        _EndError: the text is damaged after the records that were given.
    """
    first = text.peek()
    if first == "[":
        yield from _list(text)
    elif first == "{" and text.objects_in_lines():
        while here := text.peek():
            if here == ",":
                text.skip()
            else:
                yield text.value()
    elif first == "{":
        yield from _object(text, columns, 0)


def _list(text: _Text) -> Iterator[Any]:
    text.skip()
    while (here := text.peek()) != "]":
        if not here:
            raise _EndError
        if here == ",":
            text.skip()
            continue
        yield text.value()
    text.skip()


def _object(text: _Text, columns: list[str], depth: int) -> Iterator[Any]:
    """Look through an object for the first list of objects and give what is in it; returns whether there was one."""
    text.skip()
    found = False
    while (here := text.peek()) != "}":
        if here == ",":
            text.skip()
            continue
        key = text.value() if here == '"' else None
        if not isinstance(key, str) or text.peek() != ":":
            raise _EndError
        text.skip()
        here = text.peek()
        if key.lower() in _NAMES_OF_COLUMNS:
            columns.extend(_names(text.value()))
        elif here == "[" and not found and _holds_objects(text):
            found = True
            yield from _list(text)
        elif here == "{" and not found and depth < _DEPTH:
            found = yield from _object(text, columns, depth + 1)
        else:
            text.value()
    text.skip()
    return found


def _holds_objects(text: _Text) -> bool:
    """Whether the list that begins here has an object first."""
    return text.first_in_list() == "{"


def _names(value: Any) -> list[str]:
    """Names of columns: texts, or objects with an id or a name."""
    if not isinstance(value, list):
        return []
    found = []
    for item in value:
        if isinstance(item, dict):
            item = next((item[key] for key in ("id", "name", "field", "key") if key in item), None)
        if isinstance(item, str):
            found.append(item)
    return found


def _flat(record: dict[str, Any]) -> dict[str, str]:
    """Cells of an object; an object inside gives ``outer.inner``."""
    cells: dict[str, str] = {}
    for key, value in record.items():
        name = sound(key)
        if isinstance(value, dict):
            cells.update({f"{name}.{sound(inner)}": _text(item) for inner, item in value.items()})
        else:
            cells[name] = _text(value)
    return cells


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)
