"""The table of criteria: read, checked, filled and written back."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..errors import AnalysisError
from .points import parse_categories, parse_piecewise

COLUMNS = ("field", "weight", "direction", "transform", "low", "high", "points")
DIRECTIONS = ("benefit", "cost")
TRANSFORMS = ("linear", "percentile", "piecewise", "gaussian", "categories", "vector")
BOUNDED = ("linear", "gaussian")
"""Transforms that use ``low`` and ``high``."""
POINTED = ("piecewise", "categories")
"""Transforms that use ``points``."""

_DIRECTION_WORDS = {
    "benefit": (
        "",
        "benefit",
        "positive",
        "max",
        "maximize",
        "higher",
        "high",
        "up",
        "+",
        "1",
        "+1",
        "높을수록",
        "편익",
    ),
    "cost": ("cost", "negative", "min", "minimize", "lower", "low", "down", "-", "-1", "낮을수록", "비용"),
}
_TRANSFORM_WORDS = {"": "percentile", "category": "categories", "gauss": "gaussian"}
_CLOSE_ENOUGH = 0.75
"""A column name at least this similar to a known one is a typing error, not a column of its own."""


@dataclass(frozen=True)
class Criterion:
    """One criterion of suitability.

    Attributes:
        field: name of the field that holds its values.
        weight: not negative; weights are divided by their sum when they are used.
        direction: ``benefit`` (more is better) or ``cost`` (less is better).
        transform: how a value becomes 0 to 1, one of ``TRANSFORMS``.
        low, high: ``linear``: the values that become 0 and 1, taken from the data when None.
            ``gaussian``: the best value and the standard deviation, in the field's unit.
        points: ``piecewise``: "x:y; x:y"; ``categories``: "name=y; name=y", with ``*=y`` for all others.
    """

    field: str
    weight: float = 1.0
    direction: str = "benefit"
    transform: str = "percentile"
    low: float | None = None
    high: float | None = None
    points: str = ""


def default_criteria(fields: Sequence[str]) -> list[Criterion]:
    """Criteria of equal weight, percentile transform, more is better: a start to be confirmed by a person.

    Raises:
        AnalysisError: ``criteria_empty`` without fields, ``criteria_duplicate_field``.
    """
    if not fields:
        raise AnalysisError("criteria_empty")
    for number, name in enumerate(fields):
        if name in fields[:number]:
            raise AnalysisError(
                "criteria_duplicate_field", row=number + 1, field=name, first_row=fields.index(name) + 1
            )
    return [Criterion(name) for name in fields]


def parse_criteria(
    rows: Sequence[Mapping[str, object]], available: Sequence[str], *, weights_needed: bool = True
) -> list[Criterion]:
    """Read a table of criteria.

    Column names and words are read without regard to case; the columns direction, transform, low, high and points
    may be missing or blank. Rows without any entry are passed over, but counted in row numbers. Other columns
    (source, remarks) are allowed unless their name looks like a typing error.

    Args:
        rows: one mapping of column name to value per row; None, NaN and blank text are "no entry".
        available: names of the fields that the places have.
        weights_needed: False when the weights come from elsewhere (pairwise comparison); a weight may then be
            left out and counts as 1.

    Returns:
        Criteria in the order of the rows, with field names spelled as in ``available``.

    Raises:
        AnalysisError: ``criteria_empty``, ``criteria_missing_column``, ``criteria_unknown_column``,
            ``criteria_repeated_column``, ``criteria_field_blank``, ``criteria_unknown_field``,
            ``criteria_duplicate_field``, ``criteria_not_a_number``, ``criteria_negative_weight``,
            ``criteria_weights_zero``, ``criteria_unknown_word``, ``criteria_range``, ``criteria_width``,
            ``criteria_bounds_missing``, ``criteria_points_missing``, ``criteria_points``. Rows count from 1.
    """
    needed = ("field", "weight") if weights_needed else ("field",)
    numbered = []
    for number, row in enumerate(rows, start=1):
        cells = _known_cells(row, needed)
        if any(cells.values()):
            numbered.append((number, cells))
    if not numbered:
        raise AnalysisError("criteria_empty")
    criteria: list[Criterion] = []
    first_rows: dict[str, int] = {}
    for number, cells in numbered:
        criterion = _parse_row(number, cells, available, weights_needed)
        if criterion.field in first_rows:
            raise AnalysisError(
                "criteria_duplicate_field", row=number, field=criterion.field, first_row=first_rows[criterion.field]
            )
        first_rows[criterion.field] = number
        criteria.append(criterion)
    if not any(criterion.weight > 0 for criterion in criteria) and weights_needed:
        raise AnalysisError("criteria_weights_zero", criteria=len(criteria))
    return criteria


def rows(criteria: Sequence[Criterion]) -> list[dict[str, object]]:
    """The criteria as rows of a table with the columns ``COLUMNS``; None where there is no number."""
    return [{column: getattr(criterion, column) for column in COLUMNS} for criterion in criteria]


def _known_cells(row: Mapping[str, object], needed: Sequence[str]) -> dict[str, str]:
    """Trimmed text of the known columns of a row."""
    cells: dict[str, str] = {}
    for name, value in row.items():
        column = str(name).strip().lower().lstrip("\ufeff")
        if column in COLUMNS:
            if column in cells:
                raise AnalysisError("criteria_repeated_column", column=column)
            cells[column] = _text(value)
            continue
        close = difflib.get_close_matches(column, COLUMNS, n=1, cutoff=_CLOSE_ENOUGH)
        if close and close[0] not in [str(other).strip().lower() for other in row]:
            raise AnalysisError("criteria_unknown_column", column=str(name), suggestion=close[0])
    for column in needed:
        if column not in cells:
            raise AnalysisError("criteria_missing_column", column=column, found=[str(name) for name in row])
    return cells


def _text(value: object) -> str:
    """A cell as trimmed text; empty for None, NaN and other marks of a missing value."""
    if value is None or str(value) in ("<NA>", "NaT", "nan", "NULL"):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _parse_row(number: int, cells: Mapping[str, str], available: Sequence[str], weights_needed: bool) -> Criterion:
    name = _field(number, cells["field"], available)
    weight = _number(number, "weight", cells.get("weight", ""))
    if weight is None:
        if weights_needed:
            raise AnalysisError("criteria_not_a_number", row=number, column="weight", text="")
        weight = 1.0
    if weight < 0:
        raise AnalysisError("criteria_negative_weight", row=number, field=name, weight=weight)
    criterion = Criterion(
        field=name,
        weight=weight,
        direction=_direction(number, cells.get("direction", "")),
        transform=_transform(number, cells.get("transform", "")),
        low=_number(number, "low", cells.get("low", "")),
        high=_number(number, "high", cells.get("high", "")),
        points=cells.get("points", ""),
    )
    _check_transform(number, criterion)
    return criterion


def _field(number: int, text: str, available: Sequence[str]) -> str:
    if not text:
        raise AnalysisError("criteria_field_blank", row=number)
    if text in available:
        return text
    same = [name for name in available if name.lower() == text.lower()]
    if len(same) == 1:
        return same[0]
    by_lower = {name.lower(): name for name in available}
    close = [by_lower[match] for match in difflib.get_close_matches(text.lower(), list(by_lower), n=3, cutoff=0.6)]
    raise AnalysisError("criteria_unknown_field", row=number, field=text, suggestions=close, available=list(available))


def _number(number: int, column: str, text: str) -> float | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise AnalysisError("criteria_not_a_number", row=number, column=column, text=text) from None
    # float() reads "1_000" too, which a person can only have mistyped.
    if not math.isfinite(value) or "_" in text:
        raise AnalysisError("criteria_not_a_number", row=number, column=column, text=text)
    return value


def _direction(number: int, text: str) -> str:
    word = text.lower()
    for direction, words in _DIRECTION_WORDS.items():
        # Korean tables say "높을수록 좋음" or "높을수록".
        if word in words or (word and word.split()[0] in words):
            return direction
    raise _unknown_word(number, "direction", text, DIRECTIONS)


def _transform(number: int, text: str) -> str:
    word = _TRANSFORM_WORDS.get(text.lower(), text.lower())
    if word in TRANSFORMS:
        return word
    raise _unknown_word(number, "transform", text, TRANSFORMS)


def _unknown_word(number: int, column: str, text: str, known: Sequence[str]) -> AnalysisError:
    close = difflib.get_close_matches(text.lower(), known, n=1, cutoff=0.5)
    return AnalysisError(
        "criteria_unknown_word", row=number, column=column, text=text, known=list(known), suggestions=close
    )


def _check_transform(number: int, criterion: Criterion) -> None:
    """What a transform needs is there and makes sense."""
    low, high = criterion.low, criterion.high
    if criterion.transform == "linear" and low is not None and high is not None and low >= high:
        raise AnalysisError("criteria_range", row=number, field=criterion.field, low=low, high=high)
    if criterion.transform == "gaussian":
        if low is None or high is None:
            raise AnalysisError("criteria_bounds_missing", row=number, field=criterion.field)
        if high <= 0:
            raise AnalysisError("criteria_width", row=number, field=criterion.field, width=high)
    if criterion.transform in POINTED:
        if not criterion.points:
            raise AnalysisError(
                "criteria_points_missing", row=number, field=criterion.field, transform=criterion.transform
            )
        parse = parse_piecewise if criterion.transform == "piecewise" else parse_categories
        try:
            parse(criterion.points)
        except ValueError as problem:
            raise AnalysisError(
                "criteria_points",
                row=number,
                field=criterion.field,
                transform=criterion.transform,
                text=str(problem),
                points=criterion.points,
            ) from None
