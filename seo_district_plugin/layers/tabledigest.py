"""A digest of the rows of a table, column by column, the same however the rows are cut into blocks.

It is computed while rows are written and again when they are read back, so it must cost little per value: the texts of
a column are joined and hashed in one call.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence

import numpy as np

_END = "\x1f"  # after every value
_ESCAPE = "\x1e"
_NULL = _ESCAPE + "0" + _END
_WHOLE = 2**63
_REAL, _INTEGER = struct.Struct("<cd").pack, struct.Struct("<cq").pack


class TableDigest:
    """sha256 of column names and values; values are what SQLite gives: None, int, float, str or bytes."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._names = list(columns)
        self._values = [hashlib.sha256() for _ in columns]

    def add(self, columns: Sequence[Sequence]) -> None:
        """The next rows, as columns in the order of the names."""
        for digest, column in zip(self._values, columns):
            if len(column):
                digest.update(_packed(column))

    def hexdigest(self) -> str:
        """The digest of all rows so far."""
        whole = hashlib.sha256(repr(self._names).encode("utf-8", "surrogatepass"))
        for part in self._values:
            whole.update(part.digest())
        return whole.hexdigest()


def _packed(column: Sequence) -> bytes:
    """The values one after the other, so that no other values give the same."""
    if isinstance(column, range):
        return _numbers(np.arange(column.start, column.stop))
    nulls = column.count(None)
    if nulls == len(column):
        return (_NULL * nulls).encode()
    first = next(value for value in column if value is not None)
    if isinstance(first, str):
        return _texts(column, nulls)
    if isinstance(first, bytes):
        return b"".join(_blob(value) for value in column)
    return b"".join(map(_number, column)) if nulls else _plain_numbers(column)


def _texts(column: Sequence, nulls: int) -> bytes:
    try:
        joined = _END.join(column) if not nulls else _END.join(["" if value is None else value for value in column])
    except TypeError:  # a column of several kinds
        return b"".join(map(_number, column))
    marked = joined.count(_END) != len(column) - 1 or _ESCAPE in joined
    if marked or nulls:
        values = (_NULL if value is None else (_escaped(value) if marked else value) + _END for value in column)
        return "".join(values).encode("utf-8", "surrogatepass")
    return (joined + _END).encode("utf-8", "surrogatepass")


def _escaped(value: str) -> str:
    return value.replace(_ESCAPE, _ESCAPE + "1").replace(_END, _ESCAPE + "2")


def _blob(value: bytes | None) -> bytes:
    if value is None:
        return _NULL.encode()
    return f"{_ESCAPE}3{len(value)}{_END}".encode() + value


def _plain_numbers(column: Sequence) -> bytes:
    kinds = set(map(type, column))
    if kinds in ({int}, {float}, {bool}):
        try:
            return _numbers(np.array(column) + 0)  # SQLite knows neither a negative zero nor True
        except OverflowError:
            pass
    return b"".join(map(_number, column))


def _numbers(values: np.ndarray) -> bytes:
    """Every number as a sign and its eight bytes, as :func:`_number` writes one."""
    kind = b"r" if values.dtype.kind == "f" else b"i"
    packed = np.empty(len(values), dtype=[("kind", "S1"), ("value", "<f8" if kind == b"r" else "<i8")])
    packed["kind"], packed["value"] = kind, values
    return packed.tobytes()


def _number(value: object) -> bytes:
    if value is None:
        return _NULL.encode()
    if isinstance(value, str):
        return _texts([value], 0)
    if isinstance(value, bytes):
        return _blob(value)
    if isinstance(value, float):
        return _REAL(b"r", value + 0.0)
    if not -_WHOLE <= value < _WHOLE:
        return f"{_ESCAPE}4{value}{_END}".encode()
    return _INTEGER(b"i", value + 0)
