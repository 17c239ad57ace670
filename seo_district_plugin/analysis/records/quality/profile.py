"""What a field holds, in one row: counts, range, quartiles, most frequent value; nothing that may be a person's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .columns import DATES, MOSTLY, Field
from .measures import FENCE, outliers_of, quartiles
from .privacy import SHOWN_FROM, may_show
from .times import Times


@dataclass(frozen=True)
class Profile:
    """One field.

    Attributes:
        kind: text, int, real, bool, date, datetime, other; ``reads``: what its values are read as: number, date, code
            or "".
        rows, missing, blank, masked, distinct: counts; blank texts are among the missing ones, distinct values are
            counted without them.
        missing_share: 0 to 1.
        low, high, mean, quarter, median, three_quarters: of the numbers, NaN where there are none, they are codes, or
            the value may not be shown.
        first, last: of the dates (ISO), "" where there are none.
        outliers: rows outside the fence, -1 where the rule has nothing to say.
        longest: letters of the longest text, 0 for others.
        common: most frequent value, "" where it may not be shown; common_rows: rows that have it.
        personal: kind of personal data that the field looks like, "" for none.
    """

    name: str
    kind: str
    reads: str
    rows: int
    missing: int
    blank: int
    masked: int
    missing_share: float
    distinct: int
    low: float
    high: float
    mean: float
    quarter: float
    median: float
    three_quarters: float
    first: str
    last: str
    outliers: int
    longest: int
    common: str
    common_rows: int
    personal: str


def profile_of(given: Field, times: Times | None, personal: str, factor: float = FENCE) -> Profile:
    """The profile of a field; extreme values of personal fields are left out, too."""
    rows, gone = len(given), int(given.missing.sum())
    low = high = mean = quarter = median = three = float("nan")
    outliers = -1
    counted = times is None and not given.is_code and not personal and given.number_share >= MOSTLY
    numbers = given.numbers if counted else None
    if numbers is not None:
        good = np.isfinite(numbers)
        values, counts = numbers[good], given.counts[good]
        low = _extreme(given, numbers, int(np.nanargmin(numbers)))
        high = _extreme(given, numbers, int(np.nanargmax(numbers)))
        mean = float(np.average(values, weights=counts))
        quarter, median, three = quartiles(values, counts)
        hits, fence = outliers_of(given, factor)
        outliers = int(given.counts[hits].sum()) if fence is not None else -1
    first = last = ""
    if times is not None and not personal and (~np.isnat(times.days)).any():
        days = times.days[~np.isnat(times.days)]
        first, last = str(days.min()), str(days.max())
    common, common_rows = _common(given, personal)
    return Profile(
        name=given.name,
        kind=given.kind,
        reads=_reads(given, times),
        rows=rows,
        missing=gone,
        blank=given.blank,
        masked=int(given.counts[given.masked].sum()),
        missing_share=gone / rows if rows else 0.0,
        distinct=len(given.values),
        low=low,
        high=high,
        mean=mean,
        quarter=quarter,
        median=median,
        three_quarters=three,
        first=first,
        last=last,
        outliers=outliers,
        longest=max(map(len, given.values.tolist()), default=0) if given.is_text else 0,
        common=common,
        common_rows=common_rows,
        personal=personal,
    )


def _extreme(given: Field, numbers: np.ndarray, place: int) -> float:
    """The least or largest number, NaN where that one value may be somebody's, such as a number of thirteen digits."""
    return float(numbers[place]) if may_show(given, place, "") else float("nan")


def _reads(given: Field, times: Times | None) -> str:
    if times is not None or given.kind in DATES:
        return "date"
    if given.is_code:
        return "code"
    return "number" if given.number_share >= MOSTLY else ""


def _common(given: Field, personal: str) -> tuple[str, int]:
    """The most frequent value (the first of several), when at least SHOWN_FROM rows have it and it may be shown."""
    if not len(given.values):
        return "", 0
    place = int(np.argmax(given.counts))
    count = int(given.counts[place])
    if count < SHOWN_FROM or not may_show(given, place, personal):
        return "", 0
    return given.stripped[place], count
