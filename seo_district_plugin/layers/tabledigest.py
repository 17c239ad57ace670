"""A digest of the rows of a table, column by column, the same however the rows are cut into blocks.

It is computed while rows are written and again when they are read back, so it must cost little per value: the texts of
a column are joined and hashed in one call, with their lengths beside them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

_MISSING = -1


class TableDigest:
    """sha256 of column names and values; values are what SQLite gives: None, int, float, str or bytes."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._names = list(columns)
        self._lengths = [hashlib.sha256() for _ in columns]
        self._values = [hashlib.sha256() for _ in columns]

    def add(self, columns: Sequence[Sequence]) -> None:
        """The next rows, as columns in the order of the names."""
        for lengths, values, column in zip(self._lengths, self._values, columns):
            sizes, data = _packed(column)
            lengths.update(sizes)
            values.update(data)

    def hexdigest(self) -> str:
        """The digest of all rows so far."""
        whole = hashlib.sha256(repr(self._names).encode("utf-8", "surrogatepass"))
        for part in (*self._lengths, *self._values):
            whole.update(part.digest())
        return whole.hexdigest()


def _packed(column: Sequence) -> tuple[bytes, bytes]:
    """Length of each value (-1 for NULL) and the values one after the other."""
    kinds = set(map(type, column))
    if kinds == {type(None)}:
        return np.full(len(column), _MISSING, dtype="<i4").tobytes(), b""
    if kinds <= {bytes, type(None)}:
        items = column if type(None) not in kinds else [b"" if item is None else item for item in column]
        data = b"".join(items)
    elif kinds <= {str, type(None)}:
        items = column if type(None) not in kinds else ["" if item is None else item for item in column]
        data = "".join(items).encode("utf-8", "surrogatepass")
    else:
        # SQLite knows neither a negative zero nor True: adding 0 makes of both what is read back.
        items = ["" if item is None else item if isinstance(item, str) else repr(item + 0) for item in column]
        data = "".join(items).encode("utf-8", "surrogatepass")
    sizes = np.fromiter(map(len, items), dtype="<i4", count=len(items))
    if type(None) in kinds:
        sizes[np.fromiter(map(_is_none, column), dtype=bool, count=len(items))] = _MISSING
    return sizes.tobytes(), data


def _is_none(item: object) -> bool:
    return item is None
