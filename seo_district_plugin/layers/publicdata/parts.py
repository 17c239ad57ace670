"""What passes between the readers and who asks them: parts of what the user gave, blocks of rows, rejected records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

HEAD_RECORDS = 60
"""Records that are handed out with an opened part, for finding the header and the schema."""

MAX_SHOWN = 1_000
"""Characters of a line that is no row which are kept for the list of rejected rows."""


@dataclass(frozen=True)
class Part:
    """One table inside what the user gave.

    Attributes:
        name: NFC; path inside the folder or ZIP with "/", for messages and the source column; a sheet or one of
            several layers: ``file.xlsx:sheet``.
        kind: ``text``, ``sheet``, ``json`` or ``vector`` (a table without geometry in a vector format too).
        path: file on disk (the ZIP itself for a member).
        member: name of the ZIP member as ``zipfile`` knows it; of a ZIP in a ZIP: ``inner.zip`` + NUL + member.
        sheet: name of the sheet or layer; empty for the only layer of a file.
        size: bytes, uncompressed.
    """

    name: str
    kind: str
    path: Path
    member: str = ""
    sheet: str = ""
    size: int = 0


@dataclass(frozen=True)
class Skipped:
    """A file that is no data or cannot be opened: code and values of a sentence."""

    name: str
    code: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass
class BadRow:
    """A record that is no row: its number in the file, why, and its cells as far as they can be shown."""

    number: int
    code: str
    cells: list[str]


@dataclass
class RowBlock:
    """Rows of one stretch of the file.

    Attributes:
        numbers: of every row the physical line of its start, its sheet row, or its place from 1, as a person finds it.
        rows: text as in the file, each exactly as wide as asked for.
        bad: records that are no rows; they count as read.
        fraction: how much of the file has been read.
        wkb: of vector parts, one geometry (ISO WKB, little endian) or None for each row.
    """

    numbers: list[int]
    rows: list[list[str]]
    bad: list[BadRow]
    fraction: float
    wkb: list[bytes | None] | None = None


@dataclass
class Batch:
    """Records as a reader finds them, before anybody says how wide a row is.

    Attributes:
        numbers, rows, bad, fraction, wkb: see `RowBlock`; rows of any width.
        loose: (number, line) of lines whose quotes are wrong: whether they can be read depends on the width.
    """

    numbers: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    loose: list[tuple[int, str]] = field(default_factory=list)
    fraction: float = 0.0
    wkb: list[bytes | None] | None = None

    def drop(self, count: int) -> int:
        """Remove the first ``count`` records and return how many of them were not here."""
        order = sorted([*self.numbers, *(b.number for b in self.bad), *(n for n, _ in self.loose)])
        if count < len(order):
            keep = order[count]
            kept = [i for i, number in enumerate(self.numbers) if number >= keep]
            self.bad = [b for b in self.bad if b.number >= keep]
            self.loose = [item for item in self.loose if item[0] >= keep]
        else:
            kept, self.bad, self.loose = [], [], []
        self.numbers = [self.numbers[i] for i in kept]
        self.rows = [self.rows[i] for i in kept]
        if self.wkb is not None:
            self.wkb = [self.wkb[i] for i in kept]
        return max(0, count - len(order))


class Source(Protocol):
    """A reader of one part: gives its records from the first one, as often as asked."""

    def batches(self, counts: dict[str, int]) -> Iterator[Batch]:
        """All records in order; ``counts`` gets what was met on the way (blank lines and the like)."""
        ...

    def repair(self, line: str, width: int) -> list[str] | None:
        """Cells of a line with wrong quotes, or None when it cannot be read as ``width`` cells."""
        ...

    def close(self) -> None:
        """Let go of files."""
        ...


def encodable(text: str) -> bool:
    """Whether a text can be written: half of a surrogate pair cannot."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def sound(text: str) -> str:
    """The text with replacement characters for what cannot be written."""
    return text if encodable(text) else text.encode("utf-8", "replace").decode("utf-8")


def count_up(counts: dict[str, int], code: str, number: int = 1) -> None:
    """Add to one of the counts."""
    if number:
        counts[code] = counts.get(code, 0) + number
