"""What reading a layer gives: typed columns, geometry as arrays, rejected rows and a digest of the content."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.PyQt.QtCore import QMetaType, Qt

from .errors import LayerError

if TYPE_CHECKING:
    import pandas as pd
    from qgis.core import QgsCoordinateReferenceSystem, QgsFields

_KINDS = {
    QMetaType.Type.Bool: "bool",
    QMetaType.Type.Int: "int",
    QMetaType.Type.UInt: "int",
    QMetaType.Type.LongLong: "int",
    QMetaType.Type.ULongLong: "int",
    QMetaType.Type.Double: "real",
    QMetaType.Type.Float: "real",
    QMetaType.Type.QString: "text",
    QMetaType.Type.QDate: "date",
    QMetaType.Type.QDateTime: "datetime",
}

_DTYPES = {
    "int": np.dtype("<i8"),
    "real": np.dtype("<f8"),
    "bool": np.dtype("?"),
    "date": np.dtype("<M8[ms]"),
    "datetime": np.dtype("<M8[ms]"),
}

_NUMBERS = frozenset((int, float, bool))

_CLOCK = "yyyy-MM-ddTHH:mm:ss.zzz"


@dataclass(frozen=True)
class FieldInfo:
    """One field of a layer: its name, what its values are, and the label that people see, if it has one.

    ``kind`` is one of int, real, text, bool, date, datetime, other.
    """

    name: str
    kind: str
    alias: str = ""


@dataclass(frozen=True)
class Rejected:
    """One row that could not be used.

    Attributes:
        fid: feature id in the source.
        reason: stable code such as ``geometry_null``.
        detail: what was found, untranslated (a GEOS message, coordinates), or "".
    """

    fid: int
    reason: str
    detail: str = ""


@dataclass
class Column:
    """Values of one field before they become a frame: ``values`` (n,), ``missing`` (n,) True where NULL."""

    kind: str
    values: np.ndarray
    missing: np.ndarray


@dataclass
class Table:
    """The rows of a layer that can be used.

    Attributes:
        frame: one column per field asked for; NULL is NA (numbers, bool), None (text, other) or NaT (dates);
            NaN of a number and "" of a text are kept as they are.
        fid: (n,) int64 feature ids of the source.
        xy: (n, 2) float64 coordinates in ``crs`` when points were read, else None.
        wkb: (n,) object array of 2D WKB bytes in ``crs`` when other geometry was read, else None.
        crs: reference system of the coordinates (None when no geometry was read).
        rejected: rows left out, with the reason.
        counts: rows read, rejected by reason, and what was mended (repaired, multipart, curved...).
        digest: sha256 (hex) of the content read, before rejection and in the source's reference system.
    """

    frame: pd.DataFrame
    fid: np.ndarray
    xy: np.ndarray | None
    wkb: np.ndarray | None
    crs: QgsCoordinateReferenceSystem | None
    rejected: list[Rejected] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    digest: str = ""

    def __len__(self) -> int:
        return len(self.fid)

    def numbers(self, name: str) -> np.ndarray:
        """Return a column as float64 (n,), NULL and blank text as NaN; numbers kept as text are read.

        Raises:
            LayerError: text_not_number (field, value, fid) for a text that is no number.
        """
        column = self.frame[name]
        if column.dtype != object:
            return column.to_numpy(dtype=np.float64, na_value=np.nan)
        out = np.full(len(column), np.nan)
        for i, value in enumerate(column):
            if value is None or not value.strip():
                continue
            try:
                out[i] = float(value)
            except ValueError as error:
                raise LayerError("text_not_number", field=name, value=value, fid=int(self.fid[i])) from error
        return out

    def missing(self, name: str) -> np.ndarray:
        """Return where the column is NULL (n,) bool; NaN and "" do not count as NULL."""
        column = self.frame[name]
        mask = getattr(column.array, "_mask", None)
        if mask is not None:
            return np.asarray(mask, dtype=bool).copy()
        if column.dtype == object:
            return np.fromiter((value is None for value in column), dtype=bool, count=len(column))
        return column.isna().to_numpy()

    def texts(self, name: str) -> np.ndarray:
        """Return a column as object array of str or None (NULL, NaN); numbers without a needless ``.0``."""
        values = self.frame[name].to_numpy(dtype=object)
        missing = self.missing(name)
        out = np.empty(len(values), dtype=object)
        for i, value in enumerate(values):
            out[i] = None if missing[i] or value != value else _plain_text(value)
        return out


def _plain_text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def field_infos(fields: QgsFields) -> list[FieldInfo]:
    """Return name, kind and alias of each field."""
    return [FieldInfo(item.name(), _KINDS.get(item.type(), "other"), item.alias()) for item in fields]


def column_from_values(name: str, kind: str, values: Sequence[Any], counts: Counter[str]) -> Column:
    """Turn the attribute values of a loop over features into a typed column.

    ``counts["value_unreadable"]`` grows by each value that the field's type cannot hold; it becomes NULL.
    """
    if kind in ("int", "real", "bool"):
        return _number_column(name, kind, values, counts)
    if kind in ("date", "datetime"):
        return _time_column(kind, values)
    if kind == "text":
        cleaned = [value if type(value) is str else None for value in values]
    else:
        cleaned = [_other_text(value) for value in values]
    out = np.empty(len(cleaned), dtype=object)
    out[:] = cleaned
    return Column(kind, out, np.fromiter((value is None for value in cleaned), dtype=bool, count=len(cleaned)))


def is_null(value: Any) -> bool:
    """Tell whether an attribute value is NULL; QGIS hands out None or a null QVariant."""
    return value is None or (hasattr(value, "isNull") and bool(value.isNull()))


def _number_column(name: str, kind: str, values: Sequence[Any], counts: Counter[str]) -> Column:
    code = "d" if kind == "real" else "q"
    missing = np.zeros(len(values), dtype=bool)
    try:
        try:
            # array refuses everything that is no number (NULL, text), so this quick way is also a check.
            packed = array(code, values)
        except TypeError:
            missing = np.fromiter((type(value) not in _NUMBERS for value in values), dtype=bool, count=len(values))
            convert = float if kind == "real" else int
            cleaned = [0 if gone else value for value, gone in zip(values, missing.tolist(), strict=True)]
            for i in np.flatnonzero(missing):
                if is_null(values[i]):
                    continue
                try:
                    cleaned[i] = convert(values[i])
                    missing[i] = False
                except (TypeError, ValueError):
                    counts["value_unreadable"] += 1
            packed = array(code, cleaned if kind == "real" else map(int, cleaned))
    except (OverflowError, ValueError) as error:
        raise LayerError("integer_too_large", field=name) from error
    return Column(kind, np.array(packed).astype(_DTYPES[kind], copy=False), missing)


def _time_column(kind: str, values: Sequence[Any]) -> Column:
    pattern = "yyyy-MM-dd" if kind == "date" else _CLOCK
    # The clock as written in the source is kept; a zone, where a driver has one, is not applied.
    texts = [
        "NaT" if is_null(value) or not hasattr(value, "toString") else (value.toString(pattern) or "NaT")
        for value in values
    ]
    out = np.array(texts, dtype="<M8[ms]") if texts else np.zeros(0, dtype="<M8[ms]")
    return Column(kind, out, np.isnat(out))


def _other_text(value: Any) -> str | None:
    import json

    if is_null(value):
        return None
    if hasattr(value, "toBase64"):
        return bytes(value.toBase64()).decode("ascii") or None
    if hasattr(value, "toString"):
        return str(value.toString(Qt.DateFormat.ISODateWithMs))
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return str(value)


class ColumnBuilder:
    """Turns rows into columns block by block, so that no more than a block is ever held as Python objects."""

    def __init__(self, infos: Sequence[FieldInfo], counts: Counter[str]) -> None:
        self._infos = list(infos)
        self._parts: list[list[Column]] = [[] for _ in self._infos]
        self._counts = counts

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        """Take a block of rows, each with one value per field."""
        if not rows:
            return
        for info, parts, values in zip(self._infos, self._parts, zip(*rows, strict=True), strict=True):
            parts.append(column_from_values(info.name, info.kind, values, self._counts))

    def finish(self) -> dict[str, Column]:
        """Return the columns by field name."""
        return {info.name: joined(info, parts) for info, parts in zip(self._infos, self._parts, strict=True)}


def joined(info: FieldInfo, parts: Sequence[Column]) -> Column:
    """Put blocks of one column together (an empty column of the right type when there are none)."""
    if not parts:
        return Column(info.kind, np.zeros(0, dtype=_DTYPES.get(info.kind, object)), np.zeros(0, dtype=bool))
    if len(parts) == 1:
        return parts[0]
    values = np.concatenate([part.values for part in parts])
    return Column(info.kind, values, np.concatenate([part.missing for part in parts]))


def take(column: Column, keep: np.ndarray | None) -> Column:
    """Return the rows of the mask ``keep`` (all when None)."""
    if keep is None:
        return column
    return Column(column.kind, column.values[keep], column.missing[keep])


def frame_from_columns(columns: dict[str, Column], fid: np.ndarray, counts: Counter[str]) -> pd.DataFrame:
    """Build the frame with nullable columns, so that NULL and NaN stay apart."""
    import pandas as pd

    data: dict[str, Any] = {}
    for name, column in columns.items():
        values, missing = column.values, column.missing
        if column.kind == "real":
            data[name] = pd.arrays.FloatingArray(values.astype(np.float64), missing)
        elif column.kind == "int":
            data[name] = pd.arrays.IntegerArray(values.astype(np.int64), missing)
        elif column.kind == "bool":
            data[name] = pd.arrays.BooleanArray(values.astype(bool), missing)
        elif column.kind in ("date", "datetime"):
            data[name] = _nanoseconds(values, counts)
        else:
            data[name] = pd.Series(values, dtype=object)
    return pd.DataFrame(data, index=pd.RangeIndex(len(fid)), copy=False)


def _nanoseconds(values: np.ndarray, counts: Counter[str]) -> np.ndarray:
    """Convert to datetime64[ns]; what lies outside its years (1678 to 2261) becomes NaT and is counted."""
    low, high = np.datetime64("1678-01-01", "ms"), np.datetime64("2262-01-01", "ms")
    outside = ~np.isnat(values) & ((values < low) | (values >= high))
    if outside.any():
        counts["date_out_of_range"] += int(outside.sum())
        values = np.where(outside, np.datetime64("NaT", "ms"), values)
    return values.astype("datetime64[ns]")


def column_digest(name: str, column: Column) -> bytes:
    """Hash one column: name, kind, where NULL, and the values in a form free of machine and reading way."""
    digest = hashlib.sha256(f"{name}\0{column.kind}\0{len(column.values)}\0".encode("utf-8", "surrogatepass"))
    digest.update(np.packbits(column.missing).tobytes())
    if column.kind in _DTYPES:
        digest.update(canonical_bytes(column.values.astype(_DTYPES[column.kind], copy=False), column.missing))
    else:
        texts = ["" if value is None else value for value in column.values]
        digest.update(np.fromiter(map(len, texts), dtype="<i8", count=len(texts)).tobytes())
        digest.update("".join(texts).encode("utf-8", "surrogatepass"))
    return digest.digest()


def canonical_bytes(values: np.ndarray, missing: np.ndarray | None = None) -> bytes:
    """Return the bytes of an array with NULL as zero, one NaN and no negative zero."""
    if missing is not None and missing.any():
        values = np.where(missing, np.zeros((), dtype=values.dtype), values)
    if values.dtype.kind == "f":
        values = values + 0.0
        nan = np.isnan(values)
        if nan.any():
            values[nan] = np.nan
    return np.ascontiguousarray(values).tobytes()
