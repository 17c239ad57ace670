"""Checks of whole rows: keys that are missing or repeated, rows that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from .columns import Field
from .findings import Batch

NUMBERING = 0.9
"""Share of the rows whose number is their own, for a field that numbers rows; some may be there twice by mistake."""


def group_codes(parts: Sequence[np.ndarray]) -> np.ndarray:
    """(n,) int64, equal exactly where all parts are equal; each part (n,) of integers, -1 for no value."""
    rows = len(parts[0])
    total = np.zeros(rows, dtype=np.int64)
    for part in sorted(parts, key=lambda part: -int(part.max(initial=-1))):
        # Coded anew after each part, so that the product of the sizes can never run over.
        pair = total * (int(part.max(initial=-1)) + 2) + (part.astype(np.int64) + 1)
        found, groups = pd.factorize(pair)
        total = found.astype(np.int64)
        if len(groups) == rows:
            break  # all differ already
    return total


def repeats(groups: np.ndarray, among: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Rows that repeat an earlier row's group, and that earlier row: (k,) int64 each, rows rising.

    Args:
        groups: (n,) equal for equal rows; among: (n,) bool rows looked at, all when None.
    """
    rows = np.arange(len(groups)) if among is None else np.flatnonzero(among)
    codes, values = pd.factorize(groups[rows])
    first = np.full(len(values), len(groups), dtype=np.int64)
    np.minimum.at(first, codes, rows)
    again = first[codes] != rows
    return rows[again], first[codes][again]


def key_faults(keys: Sequence[Field], places: np.ndarray | None = None) -> Iterator[Batch]:
    """Rows without a key, and rows whose key an earlier row has.

    Args:
        places: (n,) codes of the geometry where it belongs to the key (-1 for none), else None.
    """
    if not keys and places is None:
        return
    names = ", ".join([*(key.name for key in keys), *([] if places is None else ["geometry"])])
    gone = np.zeros(len(keys[0]), dtype=bool) if places is None else places < 0
    for key in keys:
        gone |= key.missing | np.append(key.masked, False)[key.codes]
    if gone.any():
        yield Batch("key_missing", np.flatnonzero(gone), names)
    parts = [_trimmed(key) for key in keys] + ([] if places is None else [places])
    rows, first = repeats(group_codes(parts), ~gone)
    if len(rows):
        yield Batch("key_duplicate", rows, names, each={"first": first})


def _trimmed(key: Field) -> np.ndarray:
    """Codes of a key field with blanks around texts left out of account."""
    if not key.is_text:
        return key.codes
    order = pd.factorize(np.array(key.stripped, dtype=object))[0]
    return np.append(order, -1)[key.codes]


def row_faults(fields: Sequence[Field], places: np.ndarray | None) -> Iterator[Batch]:
    """Rows that repeat an earlier row: in everything, or in all but what numbers the rows.

    Args:
        places: (n,) codes of the geometry, equal for equal ones, -1 for none; None for a table.
    """
    rows = len(fields[0]) if fields else 0
    if rows < 2 or len(fields) + (places is not None) < 2:
        return
    own = [] if places is None else [places]
    told = np.zeros(rows, dtype=bool)
    exact = group_codes([*(item.codes for item in fields), *own])
    again, first = repeats(exact)
    if len(again):
        told[again] = True
        yield Batch("row_duplicate", again, each={"first": first})
    content = [item for item in fields if not is_numbering(item)]
    if len(content) == len(fields) or sum(len(item.values) > 1 for item in content) + len(own) < 2:
        return
    again, first = repeats(group_codes([*(item.codes for item in content), *own]))
    new = ~told[again]
    if new.any() and len(again) < rows / 2:
        left_out = ", ".join(item.name for item in fields if item not in content)
        severity = "note" if places is None else "warning"  # without a place it may well be meant
        told_first = {"first": first[new]}
        yield Batch("row_repeated", again[new], values={"left_out": left_out}, each=told_first, severity=severity)


def is_numbering(given: Field) -> bool:
    """True for a field that only numbers the rows: a code or whole number that differs in nearly all of them."""
    if len(given.values) < NUMBERING * len(given) or given.kind in ("real", "date", "datetime", "bool"):
        return False
    return given.is_code or given.kind == "int"
