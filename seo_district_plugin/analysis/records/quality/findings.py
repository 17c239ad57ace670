"""What a check finds, and the register of all checks with their severity."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

SEVERITIES = ("error", "warning", "note")
COLUMN_WIDE = 0.5
"""Share of the rows from which on a fault is one of the whole field: one finding instead of one per row."""
LEAST_WIDE = 50
"""Rows from which on that may be said; in a small table each row keeps its finding."""


@dataclass(frozen=True)
class Check:
    """One check: severity of its findings, whether they stand for a row, a field or the layer, and its subject."""

    code: str
    severity: str
    scope: str
    subject: str


_ALL = (
    Check("key_missing", "error", "row", "keys"),
    Check("key_duplicate", "error", "row", "keys"),
    Check("row_duplicate", "warning", "row", "keys"),
    Check("row_repeated", "warning", "row", "keys"),
    Check("geometry_missing", "warning", "row", "geometry"),
    Check("geometry_invalid", "error", "row", "geometry"),
    Check("geometry_duplicate", "warning", "row", "geometry"),
    Check("place_shared", "note", "row", "geometry"),
    Check("place_near", "note", "row", "geometry"),
    Check("crs_suspicious", "error", "layer", "place"),
    Check("place_zero", "error", "row", "place"),
    Check("place_swapped", "error", "row", "place"),
    Check("place_outside", "warning", "row", "place"),
    Check("field_empty", "note", "field", "missing"),
    Check("field_missing", "note", "field", "missing"),
    Check("value_masked", "note", "field", "missing"),
    Check("encoding_damage", "error", "row", "text"),
    Check("name_damaged", "error", "field", "text"),
    Check("excel_damage", "error", "row", "text"),
    Check("leading_zero", "warning", "field", "text"),
    Check("numbers_as_text", "note", "field", "text"),
    Check("blanks_around", "note", "field", "text"),
    Check("control_characters", "warning", "field", "text"),
    Check("outlier", "warning", "row", "numbers"),
    Check("unit_suspicion", "warning", "field", "numbers"),
    Check("date_impossible", "error", "row", "dates"),
    Check("date_unreadable", "warning", "row", "dates"),
    Check("date_future", "warning", "row", "dates"),
    Check("date_stale", "warning", "row", "dates"),
    Check("date_mixed", "warning", "field", "dates"),
    Check("personal_field", "warning", "field", "personal"),
    Check("standard_column", "error", "layer", "standard"),
    Check("standard_required", "error", "row", "standard"),
    Check("standard_code", "error", "row", "standard"),
    Check("standard_type", "error", "row", "standard"),
    Check("standard_range", "error", "row", "standard"),
    Check("standard_coordinates", "error", "row", "standard"),
    Check("standard_unique", "error", "row", "standard"),
    Check("standard_year", "error", "row", "standard"),
)
CHECKS: dict[str, Check] = {check.code: check for check in _ALL}


@dataclass
class Batch:
    """All findings of one check in one field (or of the rows, or the layer).

    Attributes:
        check: code of the check.
        rows: (k,) int64 rows concerned, rising.
        field: name of the field, "" for none.
        kind: which of the check's sentences, "" where it has one.
        values: what the sentence needs; ``each``: the same with one entry per row concerned.
        shown: (k,) texts of the cells that may be shown (None where not), or None.
        whole: True when one finding stands for all these rows.
        severity: of the check unless given.
    """

    check: str
    rows: np.ndarray
    field: str = ""
    kind: str = ""
    values: dict[str, object] = dataclasses.field(default_factory=dict)
    each: dict[str, np.ndarray] = dataclasses.field(default_factory=dict)
    shown: np.ndarray | None = None
    whole: bool = False
    severity: str = ""

    def __post_init__(self) -> None:
        self.severity = self.severity or CHECKS[self.check].severity
        self.whole = self.whole or CHECKS[self.check].scope != "row"

    @property
    def findings(self) -> int:
        """Number of findings: one per row, or one for the whole field or layer."""
        return 1 if self.whole else len(self.rows)

    def widened(self, rows: int) -> Batch:
        """The same as one finding when it is a fault of the whole field."""
        if not self.whole and len(self.rows) >= max(LEAST_WIDE, COLUMN_WIDE * rows):
            self.whole = True
        return self


def no_rows() -> np.ndarray:
    """An empty list of rows."""
    return np.empty(0, dtype=np.int64)


def share(part: int, whole: int) -> float:
    """Share 0 to 1; 0 of nothing."""
    return part / whole if whole else 0.0


def rows_with(batches: Iterable[Batch], severity: str, rows: int) -> np.ndarray:
    """(rows,) bool: rows that any finding of a severity concerns."""
    hit = np.zeros(rows, dtype=bool)
    for batch in batches:
        if batch.severity == severity:
            hit[batch.rows] = True
    return hit
