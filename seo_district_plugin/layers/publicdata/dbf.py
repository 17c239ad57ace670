"""The table of a shapefile (dBASE), read as it is stored.

GDAL would turn numbers into numbers and decode texts with what the .cpg or the header says, which in Korean files is
often missing or wrong; here the bytes decide.
Source of the layout: dBASE III/IV table file format as described in the ESRI Shapefile technical description (1998) and
the Library of Congress format description fdd000325.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ..errors import LayerError
from .encoding import detect
from .parts import BadRow, Batch, count_up

_HEADER, _FIELD = 32, 32
_BATCH = 2_000
_SAMPLE_RECORDS = 5_000
UNDECODABLE = "row_undecodable"


@dataclass(frozen=True)
class Field:
    """A column: name as bytes, type letter, where it begins in the record (after the deletion mark) and its width."""

    raw: bytes
    kind: str
    start: int
    width: int
    decimals: int


@dataclass(frozen=True)
class Table:
    """Layout of the file: where records begin, how long each is, how many there are."""

    fields: tuple[Field, ...]
    begin: int
    length: int
    records: int
    language: int


def read_table(stream: BinaryIO, size: int, name: str) -> Table:
    """Read the header of a .dbf.

    Raises:
        LayerError: ``public_file_empty(name)``, ``public_file_damaged(name, problem)``.
    """
    head = stream.read(_HEADER)
    if not head:
        raise LayerError("public_file_empty", name=name)
    if len(head) < _HEADER:
        raise LayerError("public_file_damaged", name=name, problem="DBF header")
    records, begin, length = struct.unpack("<IHH", head[4:12])
    fields: list[Field] = []
    at = 1
    raw = stream.read(max(0, begin - _HEADER))
    for i in range(0, len(raw) - _FIELD + 1, _FIELD):
        if raw[i] in (0x0D, 0x00):
            break
        item = raw[i : i + _FIELD]
        kind, width, decimals = chr(item[11]), item[16], item[17]
        if kind == "C":
            width, decimals = width + 256 * decimals, 0  # long texts keep the high byte of their width there
        if at + width > length:
            width = max(0, length - at)
        fields.append(Field(item[:11].split(b"\0")[0], kind, at, width, decimals))
        at += width
    if not fields or length < 2 or begin < _HEADER + _FIELD:
        raise LayerError("public_file_damaged", name=name, problem="DBF header")
    # The number of records in the header may be wrong; the size of the file is not.
    present = max(0, size - begin) // length if size else records
    return Table(tuple(fields), begin, length, min(records, present) if records else present, head[29])


def sample_texts(stream: BinaryIO, table: Table) -> bytes:
    """The texts of the first records and the names, one in each line, for finding the encoding."""
    texts = [field.raw for field in table.fields]
    data = stream.read(table.length * min(table.records, _SAMPLE_RECORDS))
    for start in range(0, len(data) - table.length + 1, table.length):
        record = data[start : start + table.length]
        for field in table.fields:
            if field.kind == "C":
                cell = record[field.start : field.start + field.width].rstrip(b" \0")
                if cell and not cell.isascii():
                    # The width of the column may cut the last character in two: not counted against the encoding.
                    texts.append(cell if len(cell) < field.width else cell[: -(len(cell) % 2 or 2)])
    return b"\n".join(texts) + b"\n"


class DbfSource:
    """Reader of one .dbf.

    Args:
        open_stream: opens the file anew; second value its size.
        name: for messages.
    """

    def __init__(self, open_stream: Callable[[], tuple[BinaryIO, int]], name: str) -> None:
        self._open, self._name = open_stream, name
        stream, size = open_stream()
        with stream:
            self.table = read_table(stream, size, name)
            sample = sample_texts(stream, self.table)
        self.encoding = detect(sample, True, name).codec
        self.beyond_ascii = not sample.isascii()
        self.names = [self._decode_name(field, i) for i, field in enumerate(self.table.fields)]

    def _decode_name(self, field: Field, place: int) -> str:
        return self._cut(field.raw.strip()) or f"field{place + 1}"

    def _cut(self, raw: bytes) -> str:
        """Decode a text whose last character the width may have cut in two; replacement characters show damage."""
        try:
            return raw.decode(self.encoding)
        except UnicodeDecodeError as error:
            if len(raw) - error.start <= 3 and error.start >= len(raw) - (1 if self.encoding == "cp949" else 3):
                return raw[: error.start].decode(self.encoding, "replace")
            return raw.decode(self.encoding, "replace")

    def rows(self, counts: dict[str, int]) -> Iterator[tuple[int, list[str], bool]]:
        """(number from 0, cells, whether a text is damaged) of every record that is not marked as deleted."""
        stream, _ = self._open()
        table = self.table
        plan = [(f.start, f.start + f.width, f.kind, f.decimals) for f in table.fields]
        with stream:
            stream.read(table.begin)
            number = 0
            while number < table.records:
                data = stream.read(table.length * min(_BATCH, table.records - number))
                if len(data) < table.length:
                    break
                for start in range(0, len(data) - table.length + 1, table.length):
                    record = data[start : start + table.length]
                    number += 1
                    if record[:1] == b"*":
                        count_up(counts, "rows_deleted")
                        continue
                    yield self._cells(number - 1, record, plan)

    def _cells(self, number: int, record: bytes, plan: list[tuple[int, int, str, int]]) -> tuple[int, list[str], bool]:
        cells, damaged = [], False
        for start, end, kind, decimals in plan:
            raw = record[start:end].strip(b" \0")
            if not raw:
                cells.append("")
            elif kind == "C" or not raw.isascii():
                text = raw.decode("ascii") if raw.isascii() else self._cut(record[start:end].rstrip(b" \0")).lstrip()
                damaged = damaged or "\ufffd" in text
                cells.append(text.replace("\0", ""))
            else:
                cells.append(_plain(raw.decode("ascii"), kind, decimals))
        return number, cells, damaged

    def batches(self, counts: dict[str, int]) -> Iterator[Batch]:
        """The names of the columns as record 0, then the records from 1."""
        batch = Batch([0], [list(self.names)])
        total = max(1, self.table.records)
        for index, cells, damaged in self.rows(counts):
            if damaged:
                batch.bad.append(BadRow(index + 1, UNDECODABLE, cells))
            else:
                batch.numbers.append(index + 1)
                batch.rows.append(cells)
            if len(batch.rows) + len(batch.bad) >= _BATCH:
                batch.fraction = (index + 1) / total
                yield batch
                batch = Batch()
        batch.fraction = 1.0
        yield batch

    def repair(self, line: str, width: int) -> list[str] | None:
        """A table has no loose lines."""
        return None

    def close(self) -> None:
        """Nothing is kept open."""

    @property
    def kinds(self) -> list[str]:
        """text, int, real, date or bool of every column."""
        return [_kind(field) for field in self.table.fields]


def _kind(field: Field) -> str:
    if field.kind in "NF":
        return "real" if field.decimals else "int"
    return {"D": "date", "L": "bool"}.get(field.kind, "text")


def _plain(text: str, kind: str, decimals: int) -> str:
    """A number without the zeros that fill its width, a date in ISO form."""
    if kind == "D" and len(text) == 8 and text.isdigit():
        return "" if text == "00000000" else f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if kind in "NF":
        if not text.strip("*"):
            return ""  # the number did not fit into the column
        if "e" in text or "E" in text:
            try:
                text = format(float(text), ".15g")
            except ValueError:
                return text
        if decimals and "." in text and "e" not in text:
            text = text.rstrip("0").rstrip(".")
        return text
    return "" if kind == "L" and text == "?" else text
