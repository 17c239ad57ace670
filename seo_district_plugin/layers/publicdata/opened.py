"""A part opened: its first records, what was noticed, and its rows block by block."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from ..errors import LayerError, Tick, no_tick
from . import delimited
from .archives import open_bytes
from .encoding import Chunk, Encoding, TextChunks, detect_stream
from .jsondata import JsonSource
from .parts import HEAD_RECORDS, BadRow, Batch, Part, RowBlock, Source, count_up
from .sheets import SheetSource
from .vectors import VectorSource

TOO_MANY = "row_too_many_cells"


@dataclass
class OpenedPart:
    """One part, ready to be read.

    Attributes:
        part: what was opened.
        encoding: name for Python (``utf-8``, ``cp949``, ``utf-16``, ``cp1252``); empty for sheets and most vectors.
        delimiter: of text; empty elsewhere.
        head: the first records as they are (at most `HEAD_RECORDS`), with headers and titles and of any width;
            of JSON and vectors the first one is the names of the columns.
        head_numbers: their numbers; 0 for names that stand in no row.
        notes: remarks, (code, values).
        counts: what was met while blocks were read: ``rows_blank``, ``rows_padded``, ``rows_loose_quotes``,
            ``rows_deleted``, ``marks_inside``, ``json_stopped``; set anew by each `blocks`.
        field_names, field_kinds: of vectors.
        crs_wkt, crs_epsg, geometry: of vectors, as declared; empty, 0 and ``none`` elsewhere.
    """

    part: Part
    source: Source
    encoding: str = ""
    delimiter: str = ""
    head: list[list[str]] = field(default_factory=list)
    head_numbers: list[int] = field(default_factory=list)
    notes: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    field_names: list[str] = field(default_factory=list)
    field_kinds: list[str] = field(default_factory=list)
    crs_wkt: str = ""
    crs_epsg: int = 0
    geometry: str = "none"

    def blocks(self, first: int, width: int, *, size: int = 20_000, tick: Tick = no_tick) -> Iterator[RowBlock]:
        """Rows of the part.

        Args:
            first: records to leave out at the start (1: the first one of `head` is the header).
            width: cells of a row. Shorter rows are filled up with empty cells; cells beyond it are cut off when they
                are empty, otherwise the record is a bad one.
            size: records in a block.
            tick: called with the fraction after each block.

        Raises:
            LayerError: ``public_file_unreadable``, ``zip_damaged``, ``public_file_damaged``.
        """
        self.counts = {}
        waiting = Batch(wkb=[] if self.geometry != "none" else None)
        for batch in self.source.batches(self.counts):
            if first:
                first = batch.drop(first)
            self._fit(batch, width, waiting)
            while len(waiting.rows) + len(waiting.bad) >= size:
                block = _take(waiting, size)
                yield block
                tick(block.fraction)
        yield _take(waiting, len(waiting.rows) + len(waiting.bad))
        tick(1.0)

    def _fit(self, batch: Batch, width: int, into: Batch) -> None:
        """Give the rows of a batch their width and put them behind those that wait."""
        into.fraction = batch.fraction
        into.bad.extend(batch.bad)
        if set(map(len, batch.rows)) - {width}:
            _widen(batch, width, into.bad, self.counts)
        if batch.loose:
            self._mend(batch, width, into.bad)
        into.numbers.extend(batch.numbers)
        into.rows.extend(batch.rows)
        if into.wkb is not None:
            into.wkb.extend(batch.wkb if batch.wkb is not None else [None] * len(batch.rows))

    def _mend(self, batch: Batch, width: int, bad: list[BadRow]) -> None:
        for number, line in batch.loose:
            row = self.source.repair(line, width)
            if row is None:
                cells = line.rstrip("\r\n")[:1_000].split(self.delimiter or ",")
                bad.append(BadRow(number, delimited.QUOTES, cells))
                continue
            count_up(self.counts, "rows_loose_quotes")
            batch.numbers.append(number)
            batch.rows.append((row + [""] * width)[:width])
        order = sorted(range(len(batch.numbers)), key=batch.numbers.__getitem__)
        batch.numbers = [batch.numbers[i] for i in order]
        batch.rows = [batch.rows[i] for i in order]

    def close(self) -> None:
        """Let go of files and remove copies."""
        self.source.close()

    def __enter__(self) -> OpenedPart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _widen(batch: Batch, width: int, bad: list[BadRow], counts: dict[str, int]) -> None:
    """Fill up short rows, cut empty cells off, take out rows with more."""
    kept, rows = [], []
    padded = 0
    for i, row in enumerate(batch.rows):
        cells = len(row)
        if cells < width:
            padded += 1
            row = row + [""] * (width - cells)
        elif cells > width:
            if any(row[width:]):
                bad.append(BadRow(batch.numbers[i], TOO_MANY, row))
                continue
            row = row[:width]
        kept.append(i)
        rows.append(row)
    count_up(counts, "rows_padded", padded)
    if len(kept) < len(batch.rows):
        batch.numbers = [batch.numbers[i] for i in kept]
        if batch.wkb is not None:
            batch.wkb = [batch.wkb[i] for i in kept]
    batch.rows = rows


def _take(waiting: Batch, size: int) -> RowBlock:
    """Take ``size`` records, in their order, out of those that wait."""
    waiting.bad.sort(key=lambda bad: bad.number)
    rows, bads = len(waiting.rows), len(waiting.bad)
    if rows + bads > size:
        order = sorted([*waiting.numbers, *(bad.number for bad in waiting.bad)])
        border = order[size]
        rows = sum(1 for number in waiting.numbers if number < border) if bads else size
        bads = size - rows
    block = RowBlock(
        waiting.numbers[:rows],
        waiting.rows[:rows],
        waiting.bad[:bads],
        waiting.fraction,
        None if waiting.wkb is None else waiting.wkb[:rows],
    )
    del waiting.numbers[:rows], waiting.rows[:rows], waiting.bad[:bads]
    if waiting.wkb is not None:
        del waiting.wkb[:rows]
    return block


class _TextSource:
    """Reader of delimited text."""

    def __init__(self, opener: Callable[[], TextChunks], dialect: delimited.Dialect) -> None:
        self._opener, self.dialect = opener, dialect

    def batches(self, counts: dict[str, int]) -> Iterator[Batch]:
        chunks = self._opener()
        yield from delimited.records(chunks, self.dialect, counts)
        count_up(counts, "marks_inside", chunks.marks_inside)

    def repair(self, line: str, width: int) -> list[str] | None:
        return delimited.repair(line, self.dialect, width)

    def close(self) -> None:
        """Streams are closed by who opened them."""


class _Text:
    """Opens the text of a part as often as asked, and closes what it opened."""

    def __init__(self, part: Part, encoding: Encoding) -> None:
        self._part, self._encoding = part, encoding

    def chunks(self) -> _ClosingChunks:
        return _ClosingChunks(self._part, self._encoding)


class _ClosingChunks(TextChunks):
    """Text whose stream is closed when the last piece was given or nobody wants more."""

    def __init__(self, part: Part, encoding: Encoding) -> None:
        super().__init__(open_bytes(part.path, part.member, part.name), encoding, part.size)

    def __iter__(self) -> Iterator[Chunk]:
        try:
            yield from super().__iter__()
        finally:
            self._stream.close()


def open_part(part: Part, encoding: str = "") -> OpenedPart:
    """Open a part and read its head.

    Args:
        part: from `list_parts`.
        encoding: Python's name of the encoding, when the bytes are not to decide (text and JSON).

    Raises:
        LayerError: ``public_file_missing(name)``, ``public_file_unreadable(name, problem)``,
            ``public_file_empty(name)``, ``public_file_binary(name)``, ``public_file_encoding(name)``,
            ``public_file_json(name)``, ``public_file_damaged(name, problem)``, ``zip_damaged(name)``,
            ``public_no_space(name, need)``.
    """
    openers: dict[str, Callable[[], OpenedPart]] = {
        "sheet": lambda: _open_sheet(part),
        "vector": lambda: _open_vector(part),
        "json": lambda: _open_json(part, encoding),
    }
    opened = openers.get(part.kind, lambda: _open_text(part, encoding))()
    try:
        _read_head(opened)
    except BaseException:
        opened.close()
        raise
    return opened


def _encoding_of(part: Part, encoding: str) -> Encoding:
    with open_bytes(part.path, part.member, part.name) as stream:
        found, _ = detect_stream(stream, part.name)
    if encoding and encoding != found.name:
        codec = found.codec if encoding.startswith("utf-16") and found.name == "utf-16" else encoding
        return Encoding(encoding, "utf-16-le" if codec == "utf-16" else codec, found.skip)
    return found


def _open_text(part: Part, encoding: str) -> OpenedPart:
    found = _encoding_of(part, encoding)
    text = _Text(part, found)
    first = next(iter(text.chunks()), Chunk("", 1.0))
    dialect = delimited.sniff(first)
    source = _TextSource(text.chunks, dialect)
    notes = list(found.notes)
    ends = delimited.line_ends(first.text if first.lines is None else "".join(first.lines))
    if len(ends) > 1:
        notes.append(("note_mixed_line_ends", {"ends": ", ".join(ends)}))
    return OpenedPart(part, source, found.name, dialect.delimiter, notes=notes)


def _open_json(part: Part, encoding: str) -> OpenedPart:
    found = _encoding_of(part, encoding)
    return OpenedPart(part, JsonSource(_Text(part, found).chunks, part.name), found.name, notes=list(found.notes))


def _open_sheet(part: Part) -> OpenedPart:
    source = SheetSource(part)
    return OpenedPart(part, source, notes=list(source.notes))


def _open_vector(part: Part) -> OpenedPart:
    source = VectorSource(part)
    opened: dict[str, Any] = {
        "encoding": source.encoding,
        "notes": list(source.notes),
        "field_names": source.names,
        "field_kinds": source.kinds,
        "crs_wkt": source.crs_wkt,
        "crs_epsg": source.crs_epsg,
        "geometry": source.geometry,
    }
    return OpenedPart(part, source, **opened)


def _read_head(opened: OpenedPart) -> None:
    """Read the first records, those that are no rows among them.

    Raises:
        LayerError: ``public_file_empty(name)``.
    """
    records: list[tuple[int, list[str]]] = []
    batches = opened.source.batches({})
    for batch in batches:
        found = [*zip(batch.numbers, batch.rows), *((bad.number, bad.cells) for bad in batch.bad)]
        for number, line in batch.loose:
            found.append((number, opened.source.repair(line, 0) or [line.rstrip("\r\n")]))
        records.extend(sorted(found, key=lambda item: item[0]))
        if len(records) >= HEAD_RECORDS:
            break
    if not records:
        raise LayerError("public_file_empty", name=opened.part.name)
    records = records[:HEAD_RECORDS]
    opened.head_numbers = [number for number, _ in records]
    opened.head = [list(cells) for _, cells in records]
    if opened.part.kind in ("text", "sheet"):
        _trim(opened.head)


def _trim(head: list[list[str]]) -> None:
    """Cut off the cells at the end that are empty in all the longest records: trailing delimiters, empty columns."""
    longest = max(map(len, head))
    while longest > 1 and all(not row[longest - 1] for row in head if len(row) >= longest):
        for row in head:
            del row[longest - 1 :]
        longest -= 1


def part_digest(part: Part) -> str:
    """sha256 of the bytes of a text part, unpacked; raises the errors of opening it."""
    digest = hashlib.sha256()
    stream = open_bytes(part.path, part.member, part.name)
    try:
        while data := stream.read(1 << 20):
            digest.update(data)
    finally:
        stream.close()
    return digest.hexdigest()
