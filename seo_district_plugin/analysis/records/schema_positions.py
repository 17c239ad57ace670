"""Files without a header: the schema is told by the number of columns and by what the values look like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .schema_types import Schema

ENOUGH = 0.9  # share of the looked-at rows whose values must have the schema's shapes


def fits(schema: Schema, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a file without a header is of the schema: the first row, and most others, hold values of its shapes.

    A file with a header fails at its first row.
    """
    rows = [row for row in rows if any(row)]
    if not rows or not _row_fits(schema, rows[0]):
        return False
    return sum(_row_fits(schema, row) for row in rows) >= ENOUGH * len(rows)


def fits_below_names(schema: Schema, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows below the first are of the schema and the first holds names, unknown ones."""
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or len(rows[0]) != len(rows[1]) or not fits(schema, rows[1:]):
        return False
    shaped = [column for column in schema.columns if column.shape and column.position is not None]
    return not any(re.fullmatch(column.shape, rows[0][column.position or 0]) for column in shaped)


def strength(schema: Schema) -> int:
    """How many columns the values are held against: the more, the surer."""
    return sum(1 for column in schema.columns if column.shape)


def _row_fits(schema: Schema, row: Sequence[str]) -> bool:
    if len(row) not in schema.widths and not _has_lost_its_end(schema, row):
        return False
    return all(
        re.fullmatch(column.shape, row[column.position] if column.position < len(row) else "") is not None
        for column in schema.columns
        if column.shape and column.position is not None
    )


def _has_lost_its_end(schema: Schema, row: Sequence[str]) -> bool:
    """Whether only the last field is missing of many: where it is always blank it is taken for a trailing delimiter."""
    least = min(schema.widths)
    return least >= 10 and len(row) == least - 1
