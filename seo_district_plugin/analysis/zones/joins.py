"""Records that name their zone by a code: joined by it, and set against where they lie."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .groups import REDUCERS, Groups, group_count
from .measures import numeric_column

JOINS = ("count", "sum", "mean", "min", "max", "first")
_WHOLE = re.compile(r"([+-]?\d+)\.0*")
_EXAMPLES = 5


@dataclass(frozen=True)
class CodeJoin:
    """What a join by code gave.

    Attributes:
        values: (z,) float64; for ``first`` of a text column an object array of text or None.
        unknown: records whose code is not the code of any zone.
        unknown_codes: the first five of these codes.
        blank: records without a code.
        unmatched: zones that no record names.
    """

    values: np.ndarray
    unknown: int
    unknown_codes: list[str]
    blank: int
    unmatched: int


@dataclass(frozen=True)
class ZoneAssignment:
    """The zone of each record.

    Attributes:
        zone: (m,) int64 index of the zone, -1 for none.
        by_code: records placed by their code.
        by_place: records placed by where they lie, their code being blank, unknown or that of several other zones.
        ambiguous: indices of records that lie in no zone and whose code several zones have.
        disagreements: records placed by a code although they lie in a zone of another code.
        unknown: records with a code that no zone has.
        blank: records without a code.
    """

    zone: np.ndarray
    by_code: int
    by_place: int
    ambiguous: np.ndarray
    disagreements: int
    unknown: int
    blank: int

    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """zone_index, point_index of the records that have a zone, by zone, then by record."""
        point = np.flatnonzero(self.zone >= 0)
        order = np.argsort(self.zone[point], kind="stable")
        return self.zone[point][order], point[order]


def code_text(codes: Sequence[object] | np.ndarray) -> np.ndarray:
    """(m,) object array of codes to compare: trimmed text, NFC, whole numbers without ``.0``; "" for no code.

    Leading zeros of texts stay: ``011`` and ``11`` are different codes.
    """
    numbers, kinds = pd.factorize(np.asarray(codes, dtype=object))
    texts = np.array([_code(kind) for kind in kinds] + [""], dtype=object)
    return texts[numbers]


def join_by_code(
    zone_codes: Sequence[object] | np.ndarray,
    codes: Sequence[object] | np.ndarray,
    values: np.ndarray | None,
    how: str,
    layer: str = "",
    field: str = "",
) -> CodeJoin:
    """One value per zone from the records that carry its code.

    Values of NaN or infinity are counted out. Without a value, count and sum are 0, the others NaN (or None).
    Zones of the same code all get the value.

    Args:
        zone_codes: (z,) codes of the zones.
        codes: (m,) codes of the records.
        values: (m,) column; None only for ``count``, which then counts records.
        how: one of ``JOINS``; ``first`` takes the first record, in their order, that has a value.
        layer, field: names for the message.

    Raises:
        AnalysisError: ``feature_field_not_numeric`` (layer, field, measure).
        ValueError: unknown ``how``, or no values where they are needed.
    """
    if how not in JOINS or (values is None and how != "count"):
        raise ValueError(f"join {how!r} without values" if how in JOINS else f"unknown join {how!r}")
    zones, records = code_text(zone_codes), code_text(codes)
    known, code_of_zone = np.unique(zones.astype(str), return_inverse=True)
    group = _lookup(known, records)
    matched = np.flatnonzero(group >= 0)
    groups = Groups.from_pairs(group[matched], matched, len(known))
    per_code = _joined(groups, values, how, layer, field)
    unknown = (group < 0) & (records != "")
    filled = (groups.counts() > 0)[code_of_zone] & (zones != "")
    result = per_code[code_of_zone]
    return CodeJoin(
        values=result,
        unknown=int(unknown.sum()),
        unknown_codes=list(dict.fromkeys(records[unknown]))[:_EXAMPLES],
        blank=int((records == "").sum()),
        unmatched=int((~filled).sum()),
    )


def zone_of_point_with_code(
    zone_codes: Sequence[object] | np.ndarray,
    point_codes: Sequence[object] | np.ndarray,
    inside: tuple[np.ndarray, np.ndarray],
) -> ZoneAssignment:
    """The zone of each record: that of its own code, else the one it lies in.

    Where several zones have the code (cells of one district), the one that the record lies in is taken; a record
    that lies in a zone of another code then stays where it lies, and one that lies in no zone is ``ambiguous``: any
    choice among the zones of its code would pile records up. Where a record lies in several zones, the first of them.

    Args:
        zone_codes: (z,) codes of the zones.
        point_codes: (m,) codes of the records.
        inside: zone_index, point_index as of ``points_in_polygons``.
    """
    zones, records = code_text(zone_codes), code_text(point_codes)
    known, first_zone, code_of_zone = np.unique(zones.astype(str), return_index=True, return_inverse=True)
    code = _lookup(known, records)
    zone_index, point_index = (np.asarray(part, dtype=np.int64) for part in inside)
    place = _first_per_point(zone_index, point_index, len(records))
    agree = code_of_zone[zone_index] == code[point_index] if len(zone_index) else np.empty(0, dtype=bool)
    agreeing = _first_per_point(zone_index[agree], point_index[agree], len(records))
    coded = code >= 0
    only = coded & (np.bincount(code_of_zone, minlength=1)[code] == 1) if len(known) else coded
    by_code = coded & ((agreeing >= 0) | only)
    zone_of_code = np.where(agreeing >= 0, agreeing, first_zone[code] if len(known) else -1)
    return ZoneAssignment(
        zone=np.where(by_code, zone_of_code, place).astype(np.int64),
        by_code=int(by_code.sum()),
        by_place=int((~by_code & (place >= 0)).sum()),
        ambiguous=np.flatnonzero(coded & ~by_code & (place < 0)),
        disagreements=int((coded & (place >= 0) & (agreeing < 0)).sum()),
        unknown=int((~coded & (records != "")).sum()),
        blank=int((records == "").sum()),
    )


def _code(value: object) -> str:
    """Text of a code that is not missing."""
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        return str(int(value))
    text = unicodedata.normalize("NFC", str(value)).strip()
    whole = _WHOLE.fullmatch(text)
    return whole.group(1) if whole else text


def _lookup(known: np.ndarray, texts: np.ndarray) -> np.ndarray:
    """(m,) index of each text in the sorted ``known``, -1 where it is blank or not there."""
    if not len(known) or not len(texts):
        return np.full(len(texts), -1, dtype=np.int64)
    kinds, code = np.unique(texts.astype(str), return_inverse=True)
    at = np.minimum(np.searchsorted(known, kinds), len(known) - 1)
    return np.where((known[at] == kinds) & (kinds != ""), at, -1)[code]


def _first_per_point(zone: np.ndarray, point: np.ndarray, points: int) -> np.ndarray:
    result = np.full(points, -1, dtype=np.int64)
    result[point[::-1]] = zone[::-1]  # of several entries the last one written stays: the first zone
    return result


def _joined(groups: Groups, values: np.ndarray | None, how: str, layer: str, field: str) -> np.ndarray:
    if values is None:
        return group_count(groups)
    values = np.asarray(values)
    if values.dtype.kind not in "biuf" and how in ("count", "first"):
        known = groups.kept((code_text(values) != "")[groups.members])  # blank texts are no value
        return group_count(known) if how == "count" else _first(known, values.astype(object), None)
    column = numeric_column(values, layer, field, how)
    if how == "first":
        return _first(column.without_gaps(groups), column.filled, np.nan)
    return REDUCERS[how](groups, column)


def _first(groups: Groups, values: np.ndarray, empty: object) -> np.ndarray:
    result = np.full(len(groups), empty, dtype=values.dtype)
    filled = np.flatnonzero(groups.counts() > 0)
    result[filled] = values[groups.members[groups.offsets[filled]]]
    return result
