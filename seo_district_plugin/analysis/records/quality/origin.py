"""Which row of which file a row comes from, when an import has written that down beside the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .columns import Field

ROW, FILE = "source_row", "source_file"
OWN = frozenset((FILE, ROW, "flags", "located", FILE[:10]))
"""Fields that the import adds (Shapefiles cut a name): they tell of the import, and nothing of the data is wrong there.

They count as the import's only beside its row numbers."""


@dataclass(frozen=True)
class Origin:
    """Where the rows were in the files.

    Attributes:
        lines: (n,) int64 number of the row in its file, 0 where it is not known.
        files: (n,) names of the files, None when all rows come from one.
    """

    lines: np.ndarray
    files: np.ndarray | None = None


def origin_of(fields: Sequence[Field]) -> Origin | None:
    """Rows in their files, None for a table that no import has made."""
    by_name = {item.name: item for item in fields}
    numbered = by_name.get(ROW)
    if numbered is None or numbered.numbers is None:
        return None
    numbers = np.append(numbered.numbers, np.nan)[numbered.codes]
    if not np.isfinite(numbers).any() and len(numbers):
        return None
    lines = np.where(np.isfinite(numbers), numbers, 0.0).astype(np.int64)
    named = by_name.get(FILE) or by_name.get(FILE[:10])
    if named is None or len(named.values) < 2:
        return Origin(lines)
    names = np.array([*named.stripped, ""], dtype=object)
    return Origin(lines, names[named.codes])


def data_fields(fields: Sequence[Field]) -> list[Field]:
    """The fields without those that the import has added."""
    if origin_of(fields) is None:
        return list(fields)
    return [item for item in fields if item.name not in OWN]
