"""Columns of a layer as numbers or category names, with what is missing or unreadable told apart."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ..errors import AnalysisError
from .notes import Note


def as_numbers(values: Any, field: str) -> tuple[np.ndarray, list[Note]]:
    """A column as floats.

    Numbers stored as text are read. NULL, NaN, infinity, blank text and text that is no number become NaN; the last
    is remarked upon.

    Args:
        values: (n,) array, or pandas Series or array, of numbers, truth values or objects.
        field: name for notes and errors.

    Returns:
        (n,) float64 and notes: ``values_not_numeric`` (field, count, example).

    Raises:
        AnalysisError: ``criterion_not_numeric`` (field, example) when no entry at all is a number, or for dates.
    """
    series = _series(values)
    notes: list[Note] = []
    if pd.api.types.is_numeric_dtype(series.dtype) and not pd.api.types.is_complex_dtype(series.dtype):
        numbers = series.to_numpy(dtype=np.float64, na_value=np.nan)
    elif pd.api.types.is_object_dtype(series.dtype) or pd.api.types.is_string_dtype(series.dtype):
        given = series.map(_no_blank).dropna()
        read = pd.to_numeric(given, errors="coerce")
        unread = given[read.isna() & given.map(_is_text)]
        if len(unread):
            example = str(unread.iloc[0])
            if len(unread) == len(given):
                raise AnalysisError("criterion_not_numeric", field=field, example=example)
            notes.append(Note("values_not_numeric", {"field": field, "count": len(unread), "example": example}))
        numbers = read.astype(np.float64).reindex(series.index).to_numpy()
    else:
        raise AnalysisError("criterion_not_numeric", field=field, example=str(series.iloc[0]) if len(series) else "")
    return np.where(np.isfinite(numbers), numbers, np.nan), notes


def as_categories(values: Any) -> tuple[np.ndarray, list[str]]:
    """A column as category names.

    Names are trimmed text; whole numbers are written without ``.0`` and truth values as ``true`` and ``false``, so
    that one list of points serves a field whether it is stored as number or text.

    Returns:
        codes (n,) int64, -1 where NULL or NaN; names, by code.
    """
    codes, uniques = pd.factorize(_series(values))
    names = [_category_name(value) for value in uniques]
    distinct = list(dict.fromkeys(names))
    position = {name: index for index, name in enumerate(distinct)}
    # Entries that differ only by blanks around them share a name; the last entry serves the code -1.
    lookup = np.array([position[name] for name in names] + [-1], dtype=np.int64)
    return lookup[codes], distinct


def _series(values: Any) -> pd.Series:
    # The type of nothing at all is left to chance by pandas.
    return pd.Series(values) if len(values) else pd.Series(values, dtype=np.float64)


def _no_blank(value: object) -> object:
    if isinstance(value, str):
        return value.strip() or None
    return value


def _is_text(value: object) -> bool:
    """Text that stands for something other than "not a number"."""
    return not isinstance(value, (int, float)) and str(value).lower() not in ("nan", "+nan", "-nan", "null")


def _category_name(value: object) -> str:
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        return str(int(value))
    return str(value).strip()
