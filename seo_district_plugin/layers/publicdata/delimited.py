"""Records of delimited text: fast where the text is clean, careful where it is not.

Three kinds of stretch are split without the `csv` module, where counting quotes proves that the result is the same:
no quotes at all, every cell quoted, quotes in some lines only. Any other goes record by record, so that a quote that is
never closed costs one line and not the rest of the file.

What is a record does not depend on how wide the caller believes rows to be.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .encoding import LONG_LINE, MAX_LINE, Chunk
from .parts import MAX_SHOWN, BadRow, Batch, count_up

DELIMITERS = (",", "\t", "|", ";")
MAX_RECORD_LINES = 256
"""Lines of the longest record: a quote that stays open longer is one that was never closed."""
_SNIFF_LINES = 200
_BLANK = " \t\x1a\u3000\xa0"

UNCLOSED, QUOTES, LONG_FIELD = "row_unclosed_quote", "row_bad_quotes", "row_long_field"


@dataclass(frozen=True)
class Dialect:
    """How lines are cut into cells.

    Attributes:
        delimiter: one character.
        quoted: whether the double quote encloses cells.
        cells: cells of most records, 0 when unknown; only used to recognize a quote that swallowed lines.
        skip_first: whether the first line is no record but names the delimiter (``sep=;``).
    """

    delimiter: str = ","
    quoted: bool = True
    cells: int = 0
    skip_first: bool = False

    def reader(self, lines: Iterable[str], strict: bool = True) -> Iterator[list[str]]:
        """A `csv.reader` of this dialect."""
        quoting = csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE
        return csv.reader(lines, delimiter=self.delimiter, quoting=quoting, strict=strict)


def sniff(chunk: Chunk) -> Dialect:
    """The dialect of a file from its first stretch, by which delimiter cuts most lines into equally many cells."""
    lines = [line for line in _lines_of(chunk)[: _SNIFF_LINES + 1] if line.strip() and len(line) <= 100_000]
    if lines and (named := _named_delimiter(lines[0])):
        sample, skip = lines[1:], True
        delimiter = named
    else:
        sample, skip = lines[:_SNIFF_LINES], False
        delimiter = _consistent(sample)
    quoted = delimiter != "|" or _uses_quotes(sample, delimiter)
    dialect = Dialect(delimiter, quoted, 0, skip)
    cells, _ = _modal(sample, dialect)
    return Dialect(delimiter, quoted, cells, skip)


def _named_delimiter(line: str) -> str:
    text = line.strip().strip('"')
    return text[4] if len(text) == 5 and text.lower().startswith("sep=") and text[4] in DELIMITERS else ""


def _consistent(lines: list[str]) -> str:
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        cells, share = _modal(lines, Dialect(delimiter))
        if cells < 2:
            continue
        first = next(iter(_counts(lines[:1], Dialect(delimiter))), 1)
        score = share + (0.5 if first == cells else 0.0) + min(cells, 100) / 1000.0
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _counts(lines: list[str], dialect: Dialect) -> list[int]:
    """Cells of every line taken for itself."""
    found = []
    for line in lines:
        try:
            found.extend(len(row) for row in dialect.reader([line], strict=False) if row)
        except csv.Error:
            continue
    return found


def _modal(lines: list[str], dialect: Dialect) -> tuple[int, float]:
    """The most frequent number of cells above one, and the share of lines that have it."""
    counts = _counts(lines, dialect)
    several = Counter(count for count in counts if count > 1)
    if not several:
        return (1, 1.0) if counts else (0, 0.0)
    cells, number = max(several.items(), key=lambda item: (item[1], item[0]))
    return cells, number / len(counts)


def _uses_quotes(lines: list[str], delimiter: str) -> bool:
    cells = [cell.strip() for line in lines for cell in line.rstrip("\r\n").split(delimiter)]
    starting = [cell for cell in cells if cell.startswith('"')]
    return bool(starting) and sum(len(c) > 1 and c.endswith('"') for c in starting) >= 0.9 * len(starting)


def _lines_of(chunk: Chunk) -> list[str]:
    return list(chunk.lines) if chunk.lines is not None else list(io.StringIO(chunk.text, newline=""))


def line_ends(text: str) -> dict[str, int]:
    """How often each line end occurs."""
    pairs = text.count("\r\n")
    ends = {"\\r\\n": pairs, "\\n": text.count("\n") - pairs, "\\r": text.count("\r") - pairs}
    return {name: count for name, count in ends.items() if count}


def records(chunks: Iterable[Chunk], dialect: Dialect, counts: dict[str, int]) -> Iterator[Batch]:
    """All records of a text in order, a batch for each stretch.

    Args:
        chunks: the text.
        dialect: see `sniff`.
        counts: gets ``rows_blank``.
    """
    number = 1  # physical line at which the next stretch starts
    rest: list[str] = []
    rest_marks: dict[int, str] = {}
    limit = csv.field_size_limit()
    last_fraction = 0.0
    for chunk in chunks:
        last_fraction = chunk.fraction
        if not rest and chunk.lines is None and (rows := _fast(chunk, dialect, limit)) is not None:
            yield _clean_batch(rows, number, chunk.fraction, dialect, counts)
            number += len(rows)
            continue
        lines = rest + _lines_of(chunk)
        marks = {**rest_marks, **{i + len(rest): code for i, code in chunk.marks.items()}}
        careful = _Careful(lines, marks, number, dialect, counts)
        yield careful.batch(chunk.fraction, final=False)
        done = careful.done
        rest, rest_marks = lines[done:], {i - done: code for i, code in marks.items() if i >= done}
        number += done
    if rest:
        yield _Careful(rest, rest_marks, number, dialect, counts).batch(last_fraction, final=True)


def _fast(chunk: Chunk, dialect: Dialect, limit: int) -> list[list[str]] | None:
    """One row for each line of a stretch, or None when only the careful way is right."""
    text, count = chunk.text, chunk.counted()
    ends = count.feeds
    if count.returns and (count.returns != ends or count.pairs != ends):
        return None
    end = "\r\n" if count.returns else "\n"
    whole = text.endswith(end)
    quotes = count.quotes if dialect.quoted else 0
    if quotes and whole and text[0] == '"' and text[-len(end) - 1] == '"' and len(text) <= limit:
        between = '"' + dialect.delimiter + '"'
        rows = [line.split(between) for line in text[1 : -len(end) - 1].split('"' + end + '"')]
        # All quotes are accounted for by the separators: none is inside a cell, and no line end is.
        if len(rows) == ends and quotes == 2 * sum(map(len, rows)):
            return rows
    lines = text.split(end)
    if whole:
        lines.pop()
    if len(text) > limit and any(len(line) > limit for line in lines):
        return None
    delimiter = dialect.delimiter
    if not quotes:
        return [line.split(delimiter) for line in lines]
    return _fast_mixed(lines, dialect)


def _fast_mixed(lines: list[str], dialect: Dialect) -> list[list[str]] | None:
    """Lines without quotes are split, the others parsed; right when each of those is complete in itself."""
    quoted = [line for line in lines if '"' in line]
    try:
        parsed = list(dialect.reader(quoted))
    except csv.Error:
        return None
    if len(parsed) != len(quoted):
        return None
    if len(quoted) == len(lines):
        return parsed
    following = iter(parsed)
    return [next(following) if '"' in line else line.split(dialect.delimiter) for line in lines]


def is_blank(row: list[str]) -> bool:
    """Whether a record holds nothing: an empty line, one of blanks, one of delimiters."""
    return not any(row) or (len(row) == 1 and not row[0].strip(_BLANK))


def _clean_batch(
    rows: list[list[str]], number: int, fraction: float, dialect: Dialect, counts: dict[str, int]
) -> Batch:
    numbers = list(range(number, number + len(rows)))
    if number == 1 and dialect.skip_first:
        numbers, rows = numbers[1:], rows[1:]
    # A blank line is a row of one cell; anything else without a filled cell is a line of delimiters.
    if not all(map(any, rows)) or 1 in set(map(len, rows)):
        kept = [i for i, row in enumerate(rows) if not is_blank(row)]
        count_up(counts, "rows_blank", len(rows) - len(kept))
        numbers, rows = [numbers[i] for i in kept], [rows[i] for i in kept]
    return Batch(numbers, rows, fraction=fraction)


class _Feed:
    """Lines for a `csv.reader`, not beyond what one record may be."""

    def __init__(self, lines: list[str], start: int, end: int) -> None:
        self._lines, self.position, self._end = lines, start, end
        self._characters, self.record = 0, start
        self.cut = False

    def next_record(self) -> None:
        self.record, self._characters = self.position, 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.position >= self._end:
            raise StopIteration
        line = self._lines[self.position]
        self._characters += len(line)
        if self.position - self.record >= MAX_RECORD_LINES or self._characters > MAX_LINE:
            self.cut = True
            raise StopIteration
        self.position += 1
        return line


class _Careful:
    """Record by record through lines that hold something unusual.

    Args:
        lines: with their ends.
        marks: index of a line -> what is wrong with it; a record with such a line is no row.
        number: physical number of the first line.
    """

    def __init__(
        self, lines: list[str], marks: dict[int, str], number: int, dialect: Dialect, counts: dict[str, int]
    ) -> None:
        self._lines, self._marks, self._number = lines, marks, number
        self._dialect, self._counts = dialect, counts
        self._walls = sorted(i for i, code in marks.items() if code == LONG_LINE)
        self.done = 0

    def batch(self, fraction: float, final: bool) -> Batch:
        """All records; without ``final`` the last one may go on in the next stretch: `done` tells where it begins."""
        batch = Batch(fraction=fraction)
        position = 0
        if self._dialect.skip_first and self._number == 1:
            position = 1
        walls = [*self._walls, len(self._lines)]
        for wall in walls:
            while position < wall:
                before = position
                position = self._run(position, wall, batch, final or wall < len(self._lines))
                if position == before:  # an open record at the end
                    self.done = position
                    return batch
            if wall < len(self._lines):
                batch.bad.append(BadRow(self._number + wall, LONG_LINE, [self._lines[wall].rstrip("\r\n")]))
                position = wall + 1
        self.done = len(self._lines)
        return batch

    def _run(self, start: int, wall: int, batch: Batch, final: bool) -> int:
        """Read records up to the wall or the first one that fails; returns where to go on."""
        feed = _Feed(self._lines, start, wall)
        reader = self._dialect.reader(feed)
        while True:
            feed.next_record()
            begin = feed.position
            try:
                row = next(reader)
            except StopIteration:
                return begin
            except csv.Error as error:
                return self._failed(begin, feed, batch, final, str(error))
            if not self._take(begin, feed.position, row, batch):
                return begin + 1

    def _take(self, begin: int, end: int, row: list[str], batch: Batch) -> bool:
        """Keep a record; False when it swallowed lines that are records of their own."""
        number = self._number + begin
        if end - begin > 1 and self._swallowed(begin, end, row):
            self._reject(begin, UNCLOSED, batch)
            return False
        code = next((self._marks[i] for i in range(begin, end) if i in self._marks), "") if self._marks else ""
        if code:
            batch.bad.append(BadRow(number, code, _shown(row)))
        elif is_blank(row):
            count_up(self._counts, "rows_blank", end - begin)
        else:
            batch.numbers.append(number)
            batch.rows.append(row)
        return True

    def _swallowed(self, begin: int, end: int, row: list[str]) -> bool:
        cells = self._dialect.cells
        if cells < 2 or len(row) == 1:
            return False
        if len(row) != cells and any(row[cells:] if len(row) > cells else [True]):
            return True
        delimiter = self._dialect.delimiter
        return cells >= 6 and any(line.count(delimiter) >= cells - 1 for line in self._lines[begin + 1 : end])

    def _failed(self, begin: int, feed: _Feed, batch: Batch, final: bool, problem: str) -> int:
        end = feed.position
        if "unexpected end" in problem:
            if not final and not feed.cut:
                return begin
            self._reject(begin, UNCLOSED, batch)
        elif end - begin > 1:
            self._reject(begin, UNCLOSED, batch)
        elif "field larger" in problem:
            self._reject(begin, LONG_FIELD, batch)
        elif begin in self._marks:
            self._reject(begin, self._marks[begin], batch)
        else:
            batch.loose.append((self._number + begin, self._lines[begin]))
        return begin + 1

    def _reject(self, index: int, code: str, batch: Batch) -> None:
        line = self._lines[index].rstrip("\r\n")
        cells = line[:MAX_SHOWN].split(self._dialect.delimiter) if len(line) > MAX_SHOWN else self._split(line)
        batch.bad.append(BadRow(self._number + index, self._marks.get(index, code), _shown(cells)))

    def _split(self, line: str) -> list[str]:
        try:
            return next(iter(self._dialect.reader([line], strict=False)), [])
        except csv.Error:
            return line.split(self._dialect.delimiter)


def _shown(cells: list[str]) -> list[str]:
    return [cell[:MAX_SHOWN] for cell in cells]


def repair(line: str, dialect: Dialect, width: int) -> list[str] | None:
    """Cells of one line whose quotes are wrong (``"the "old" shop"``), when it has as many cells as it must.

    Args:
        line: with its end.
        width: cells that a row has; 0: unknown, whatever comes out is taken.

    Returns:
        The cells, quotes inside kept; None when they are not ``width``.
    """
    body = line.rstrip("\r\n")
    delimiter = dialect.delimiter
    if len(body) > 2 and body[0] == '"' and body.rstrip(delimiter)[-1:] == '"':
        inner = body.rstrip(delimiter)[1:-1].split('"' + delimiter + '"')
        if width == 0 or len(inner) == width:
            return [cell.replace('""', '"') for cell in inner]
    mark = "\x1e"
    try:
        rows = list(dialect.reader([body + "\n", mark + "\n"], strict=False))
    except csv.Error:
        return None
    if len(rows) != 2 or rows[1] != [mark]:
        return None  # a quote is still open at the end
    row = rows[0]
    fits = width == 0 or len(row) == width or (len(row) > width and not any(row[width:]))
    return row if fits else None
