"""Public data files as they are downloaded: found, opened, read row by row."""

from __future__ import annotations

from .files import list_parts
from .opened import OpenedPart, open_part, part_digest
from .parts import HEAD_RECORDS, BadRow, Part, RowBlock, Skipped

__all__ = [
    "HEAD_RECORDS",
    "BadRow",
    "OpenedPart",
    "Part",
    "RowBlock",
    "Skipped",
    "list_parts",
    "open_part",
    "part_digest",
]
