"""Where the names of the columns stand in a file: below titles, over one row or several, or nowhere."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from .personal import PLACEHOLDER, redact
from .schema_keys import bare_key, header_key, header_text

DEPTH = 3  # rows that the header of an office sheet may take
LONGEST_NAME = 200  # characters: names of columns with their remarks stay below
LOOKED_AT = 30  # rows from the top in which a header is looked for

_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+(?:[eE][-+]?\d+)?\s?%?")
_DATE = re.compile(r"(?:19|20)\d{2}\s?[-./년]\s?\d{1,2}(?:\s?[-./월]\s?\d{1,2}\s?[.일]?)?.{0,12}")
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True)
class Heading:
    """Rows of the head read as names.

    Attributes:
        row: index of the last of them; the records begin below.
        depth: how many rows.
        texts: one name per column, joined from top to bottom; "" where there is none.
        keys: per column the keys to try, best first.
    """

    row: int
    depth: int
    texts: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]


def is_value(text: str) -> bool:
    """Whether a cell holds a number, a date, a whole text or a person's number and so is hardly a name."""
    if len(text) > LONGEST_NAME or _NUMBER.fullmatch(text) or _DATE.fullmatch(text):
        return True
    shown = redact(text)  # a name may have one number behind it: whom to call
    return shown.count(PLACEHOLDER) > 1 or shown == PLACEHOLDER


def headings(head: Sequence[Sequence[str]], sheet: bool) -> list[Heading]:
    """All rows, and groups of rows, that may hold names; single rows first.

    Args:
        head: cells of the first records, without leading and trailing blanks.
        sheet: whether it is an office sheet, where a header may take three rows; elsewhere two.
    """
    found = []
    for row in range(min(len(head), LOOKED_AT)):
        if any(head[row]):
            found.append(_heading(head, row, 1))
            for depth in range(2, (DEPTH if sheet else 2) + 1):
                if row + 1 >= depth and _is_stacked(head, row, depth):
                    found.append(_heading(head, row, depth))
    return found


def names_row(head: Sequence[Sequence[str]], sheet: bool) -> Heading | None:
    """The first rows that look like names above values, where no schema tells."""
    best = None
    for row in range(min(len(head), LOOKED_AT)):
        if not _looks_like_names(head, row):
            continue
        best = _heading(head, row, 1)
        for depth in range(2, (DEPTH if sheet else 2) + 1):
            below = row + depth - 1
            if below < len(head) and _looks_like_names(head, below, part=True) and _is_stacked(head, below, depth):
                best = _heading(head, below, depth)
        break
    return best


def _heading(head: Sequence[Sequence[str]], row: int, depth: int) -> Heading:
    width = max(len(cells) for cells in head[row - depth + 1 : row + 1])
    levels = [_filled(head[at], width, at < row) for at in range(row - depth + 1, row + 1)]
    texts, keys = [], []
    for cells in zip(*levels):
        parts = list(dict.fromkeys(header_text(cell) for cell in cells if header_text(cell)))
        text = " ".join(parts)
        texts.append(text)
        tries = [header_key(text), bare_key(text)]
        for part in reversed(parts if depth > 1 else []):
            tries += [header_key(part), bare_key(part)]
        keys.append(tuple(dict.fromkeys(key for key in tries if key)))
    return Heading(row, depth, tuple(texts), tuple(keys))


def _filled(cells: Sequence[str], width: int, group: bool) -> list[str]:
    """The cells of one level; a group's name reaches over the blank cells to its right."""
    level = [*cells, *[""] * (width - len(cells))]
    if group:
        for at in range(1, width):
            level[at] = level[at] or level[at - 1]
    return level


def _is_stacked(head: Sequence[Sequence[str]], row: int, depth: int) -> bool:
    """Whether rows down to ``row`` are one header: groups above, parts below, no values, and each name once."""
    levels = head[row - depth + 1 : row + 1]
    width = max(len(cells) for cells in levels)
    for cells in levels:
        if any(is_value(cell) and not _YEAR.fullmatch(cell) for cell in cells if cell):
            return False
    for cells in levels[:-1]:
        named = [cell for cell in cells if cell]
        grouped = len(named) < width or len(set(named)) < len(named)
        if len(set(named)) < 2 or not grouped:  # a title, or a complete header of its own
            return False
    lowest = [cell for cell in levels[-1] if cell]
    if not lowest or len(lowest) < width * 0.3:
        return False
    joined = _heading(head, row, depth).texts
    if len(set(joined)) < len(joined):
        return False
    below = head[row + 1 : row + 11]
    return not below or any(is_value(cell) for cells in below for cell in cells)


def _looks_like_names(head: Sequence[Sequence[str]], row: int, part: bool = False) -> bool:
    cells = head[row]
    named = [cell for cell in cells if cell]
    if not named:
        return False
    reach = [_reach(below) for below in head[row + 1 : row + 21] if any(below)]
    width = int(statistics.median(reach)) if reach else _reach(cells)
    if width > 1 and (len(named) < 2 or len(named) < width * (0.3 if part else 0.5)):
        return False
    values = [cell for cell in named if is_value(cell)]
    years = [cell for cell in values if _YEAR.fullmatch(cell)]
    if len(values) > len(years) and len(values) > len(named) * 0.25:
        return False
    if len(values) == len(named):
        return False
    # A group's title filled over all of its cells is no row of names.
    return width < 3 or len(set(named)) > 1


def _reach(cells: Sequence[str]) -> int:
    return max((at + 1 for at, cell in enumerate(cells) if cell), default=0)
