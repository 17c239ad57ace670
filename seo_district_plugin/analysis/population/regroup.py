"""From the ages that columns have to the groups that are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError
from .ages import OLDEST, AgeSpan, CountColumn, read_column

AGE_NAMES = ("age", "ages", "연령", "나이", "연령별")
SHARE_NAMES = ("share", "shares", "weight", "count", "people", "persons", "population", "pop", "비율", "비중", "인구",
               "인구수", "계", "합계", "총인구수")  # fmt: skip


@dataclass(frozen=True)
class Split:
    """A column that reaches over the border of a group: which part of it went there, and by what shares."""

    column: str
    group: str
    part: float
    by: str  # "uniform" or "shares"


@dataclass(frozen=True)
class Regrouping:
    """``matrix`` (c, g): the part of each column that belongs to each group; ``splits``: the parts that are not 0 or 1.

    Parts of one column add up to 1 over the groups, or to less where ages are not asked for.
    """

    matrix: np.ndarray
    splits: list[Split]


def regroup(
    columns: Sequence[CountColumn], groups: Sequence[AgeSpan], shares: Mapping[int, float] | None = None
) -> Regrouping:
    """How columns of ages add up to groups: exactly, but for columns that a border of groups divides.

    Such a column is divided by the shares of its single years where these are known, else evenly by years.

    Args:
        columns: with a span each.
        groups: that do not overlap.
        shares: people (or share) of each single year of age, for example of the whole city.

    Raises:
        AnalysisError: ``ages_missing`` (group, age): no column has this age; ``age_column_open`` (column, group): a
            column without upper end would have to be divided and the shares do not say how.
    """
    matrix = np.zeros((len(columns), len(groups)))
    splits: list[Split] = []
    for row, column in enumerate(columns):
        touched = [number for number, group in enumerate(groups) if column.ages.overlaps(group)]
        for number in touched:
            part, by = _part(column, groups[number], shares)
            matrix[row, number] = part
            if part not in (0.0, 1.0):
                splits.append(Split(column.name, groups[number].text, part, by))
    _check_covered(columns, groups)
    return Regrouping(matrix, splits)


def _part(column: CountColumn, group: AgeSpan, shares: Mapping[int, float] | None) -> tuple[float, str]:
    span = column.ages
    if span.low >= group.low and span.end <= group.end:
        return 1.0, ""
    last = span.high if span.high is not None else OLDEST
    inside = [age for age in range(span.low, last + 1) if age >= group.low and age < group.end]
    if shares:
        total = sum(shares.get(age, 0.0) for age in range(span.low, last + 1))
        if total > 0:
            return float(sum(shares.get(age, 0.0) for age in inside)) / total, "shares"
    if span.high is None:
        raise AnalysisError("age_column_open", column=column.name, group=group.text)
    return len(inside) / (last - span.low + 1), "uniform"


def _check_covered(columns: Sequence[CountColumn], groups: Sequence[AgeSpan]) -> None:
    """Each year of each group is in a column; an open group needs the years from its begin to the last column."""
    spans = [column.ages for column in columns]
    oldest = max((span.high if span.high is not None else OLDEST for span in spans), default=-1)
    for group in groups:
        last = group.high if group.high is not None else max(oldest, group.low)
        for age in range(group.low, last + 1):
            if not any(span.low <= age < span.end for span in spans):
                raise AnalysisError("ages_missing", group=group.text, age=age)


def single_year_shares(names: Sequence[str], rows: Sequence[Sequence[object]]) -> dict[int, float]:
    """People of each single year of age from a table with a row per age, or with a column per age.

    Args:
        names: of the columns. A row per age has a column of ages (``age``, ``연령``) and one of people or shares.
        rows: cells, numbers or text.

    Raises:
        AnalysisError: ``shares_no_ages`` when neither form is there, ``shares_bad_value`` (row) for a number below 0
            or no number, ``shares_age_twice`` (age).
    """
    keys = [name.strip().lower() for name in names]
    age = next((keys.index(key) for key in AGE_NAMES if key in keys), None)
    share = next((keys.index(key) for key in SHARE_NAMES if key in keys), None)
    found: dict[int, float] = {}
    if age is not None and share is not None:
        for number, row in enumerate(rows, start=1):
            text = "" if row[age] is None else str(row[age]).removesuffix(".0")
            column = read_column(text) or read_column(f"p{text}")
            if column is None or column.span is None or not _single(column.span):
                raise AnalysisError("shares_bad_value", row=number)
            if column.span.low in found:
                raise AnalysisError("shares_age_twice", age=column.span.low)
            found[column.span.low] = _number(row[share], number)
        return found
    singles = [(at, column) for at, column in enumerate(map(read_column, names)) if column and column.span]
    for at, column in singles:
        if not _single(column.ages):
            continue
        for number, row in enumerate(rows, start=1):
            found[column.ages.low] = found.get(column.ages.low, 0.0) + _number(row[at], number)
    if not found:
        raise AnalysisError("shares_no_ages")
    return found


def _single(span: AgeSpan) -> bool:
    return span.high is None or span.high == span.low


def _number(cell: object, row: int) -> float:
    try:
        value = float(str(cell).replace(",", "")) if cell is not None else 0.0
    except ValueError as error:
        raise AnalysisError("shares_bad_value", row=row) from error
    if not 0 <= value < float("inf"):
        raise AnalysisError("shares_bad_value", row=row)
    return value
