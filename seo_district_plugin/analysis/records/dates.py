"""Dates as people and machines write them in public files -> ISO 8601 text.

A date becomes ``YYYY-MM-DD``, a date with time ``YYYY-MM-DDTHH:MM:SS`` (followed by the offset if the text has one);
fractions of seconds are cut off. What names only a month or a year gets its first day and is marked *coarse*. Dates
that do not exist, and those that can be read in two ways, are no dates: nothing is guessed from a single cell.

Read: ``2024-03-01``, ``2024/3/1``, ``2024.03.01``, ``2024. 3. 1.(금)``, ``2024년 3월 1일``, ``20240301``, ``'24.3.1``,
``98.3.1`` (two digits of 50 and more: 1900s), ``2024-03``, ``202403``, ``2024년 3월``, ``2019``, ``1 Mar 2024``, and
``13/02/2024`` where only one order is possible; behind a date ``23:59``, ``23:59:59.0``, ``24:00``, ``오후 3:20``,
``14시 30분``; ``20240301 12:30``, ``20240301235959``, ``202403012359``, ``2024030123``.
Not read: ``24.3.1`` (which is the year?), ``03/02/2024`` unless the order of the column is given.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import numpy as np

EARLIEST_YEAR, LATEST_YEAR = 1000, 2999  # beyond is a slip of the pen (0219-03-14) or a code (30170510)
FOREVER = 9999  # 9999-12-31 stands for "until further notice" and is let through
COARSE_YEARS = (1900, 2100)  # of a month or year alone, which has no day to confirm that it is a date at all
PIVOT = 50  # two-digit years from here on are of the 1900s

_MARKS = str.maketrans("０１２３４５６７８９．－／：　\u00a0‐‑–—−", "0123456789.-/:  -----")
_WEEKDAY = r"(?:\s?\(?(?:[월화수목금토일](?:요일)?|[A-Za-z]{3})\)|\s[월화수목금토일]요일)?"
_TAIL = r"(?:(?:T|\s+|(?<=[일)]))(?P<time>\S.*))?"
_FULL = re.compile(
    r"(?P<y>\d{4})\s{0,2}[-./년]\s{0,2}(?P<m>\d{1,2})\s{0,2}[-./월]\s{0,2}(?P<d>\d{1,2})\s?[일.]?" + _WEEKDAY + _TAIL,
    re.ASCII,
)
_SHORT = re.compile(
    r"(?P<mark>['’‘`])?(?P<y>\d{2})\s?[-./년]\s{0,2}(?P<m>\d{1,2})\s?[-./월]\s{0,2}(?P<d>\d{1,2})\s?[일.]?"
    + _WEEKDAY
    + _TAIL,
    re.ASCII,
)
_PACKED = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:T|\s+)(?P<time>\S.*)", re.ASCII)
_YEAR_LAST = re.compile(r"(?P<a>\d{1,2})(?P<s>[-./])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4})" + _TAIL, re.ASCII)
_DAY_NAME = re.compile(r"(?P<d>\d{1,2})[ -](?P<n>[A-Za-z]{3,9})\.?[ ,-]{1,2}(?P<y>\d{4})" + _TAIL, re.ASCII)
_NAME_DAY = re.compile(r"(?P<n>[A-Za-z]{3,9})\.? (?P<d>\d{1,2}),? (?P<y>\d{4})" + _TAIL, re.ASCII)
_MONTH = re.compile(r"(?P<y>\d{4})\s{0,2}[-./년]\s{0,2}(?P<m>\d{1,2})\s?[월.]?", re.ASCII)
_YEAR = re.compile(r"(?P<y>\d{4})\s?년?", re.ASCII)
_DIGITS = re.compile(r"(\d{4}|\d{6}|\d{8}|\d{10}|\d{12}|\d{14})(?:\.0*)?", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(\.\d+)?", re.ASCII)
_TIME = re.compile(
    r"(?P<half>오전|오후|[AP]M)?\s*(?P<h>\d{1,2})"
    r"(?::(?P<m>\d{1,2})(?::(?P<s>\d{1,2})(?:[.,]\d+)?)?|시(?:\s*(?P<km>\d{1,2})분(?:\s*(?P<ks>\d{1,2})초)?)?)"
    r"\s*(?P<late>[AP]M)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?",
    re.ASCII | re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    "january february march april may june july august september october november december sept"
).split()  # fmt: skip
_SERIAL_ZERO = dt.datetime(1899, 12, 30)  # day 0 of Excel's 1900 system, right from day 61 on
_OUT = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18]  # where digits stand in 2024-03-01T12:34:56
_MONTH_DAYS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], dtype=np.int32)
_LAYOUTS: dict[int, tuple[list[int], list[int], list[tuple[int, bytes]]]] = {
    8: (list(range(8)), [], []),
    10: (_OUT[:8], [], [(4, b"-/."), (7, b"-/.")]),
    14: (list(range(8)), list(range(8, 14)), []),
    19: (_OUT[:8], _OUT[8:], [(4, b"-/."), (7, b"-/."), (10, b" T"), (13, b":"), (16, b":")]),
}
"""By length: where the digits of date and time stand, and which signs between them."""


def read_dates(
    texts: Sequence[str], kind: str, *, order: str = "", serial: bool = False
) -> tuple[list[str | None], set[int]]:
    """Dates of many texts, best each a different one.

    Args:
        texts: stripped or not; no blanks.
        kind: ``date`` or ``datetime``. A time behind a date is dropped for the one, a missing time is midnight for
            the other.
        order: ``dmy`` or ``mdy`` if the column is known to put the year last, see :func:`year_last_order`.
        serial: five-digit numbers are days of Excel's 1900 calendar.

    Returns:
        ISO text or None (no date) per text; positions of those that name only a month or a year.
    """
    whole = kind == "datetime"
    values: list[str | None] = [None] * len(texts)
    sizes = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    for size in _LAYOUTS.keys() & set(sizes.tolist()):
        positions = np.flatnonzero(sizes == size).tolist()
        if len(positions) == len(texts):
            values = _machine_dates(texts, size, whole)
        else:
            for position, value in zip(positions, _machine_dates([texts[i] for i in positions], size, whole)):
                values[position] = value
    coarse: set[int] = set()
    for position in [i for i, value in enumerate(values) if value is None] if None in values else ():
        found = _slow(texts[position], whole, order, serial)
        if found is not None:
            values[position] = found[0]
            if found[1]:
                coarse.add(position)
    return values, coarse


def year_last_order(cells: Iterable[str]) -> str:
    """Whether dates that end in the year put the day (``dmy``) or the month (``mdy``) first; "" if none can tell.

    A cell tells if one of its first two numbers is above 12. Cells that contradict each other tell nothing.
    """
    told = set()
    for cell in cells:
        match = _YEAR_LAST.fullmatch(cell.strip())
        if match:
            a, b = int(match["a"]), int(match["b"])
            if a > 12 >= b:
                told.add("dmy")
            elif b > 12 >= a:
                told.add("mdy")
    return told.pop() if len(told) == 1 else ""


def _machine_dates(texts: Sequence[str], size: int, whole: bool) -> list[str | None]:
    """Texts of one of the forms that machines write, all at once; None for what is another form or no date."""
    date_at, time_at, signs = _LAYOUTS[size]
    # One byte per character: what is not ASCII becomes "?".
    raw = np.frombuffer("".join(texts).encode("ascii", "replace"), dtype=np.uint8).reshape(len(texts), size)
    # A row per digit, which numpy goes through quicker than a row per text.
    digits = np.ascontiguousarray(raw.T[date_at + time_at]) - np.uint8(ord("0"))  # others wrap around to above 9
    good = digits.max(axis=0) <= 9
    for position, allowed in signs:
        good &= np.logical_or.reduce([raw[:, position] == sign for sign in allowed])
    pairs = digits[::2].astype(np.int16) * 10 + digits[1::2]
    year, month, day = pairs[0] * 100 + pairs[1], pairs[2], pairs[3]
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    last = _MONTH_DAYS[np.where(month > 12, 0, month)] + ((month == 2) & leap)
    # 9999-12-31 is left to the slow way, like 24:00.
    good &= (year >= EARLIEST_YEAR) & (year <= LATEST_YEAR) & (day >= 1) & (day <= last)
    if time_at:
        good &= (pairs[4] < 24) & (pairs[5] < 60) & (pairs[6] < 60)
    width = 19 if whole else 10
    out = np.tile(np.frombuffer(b"0000-00-00T00:00:00"[:width], dtype=np.uint8), (len(texts), 1))
    kept = min(len(digits), 14 if whole else 8)
    out[:, _OUT[:kept]] = raw[:, (date_at + time_at)[:kept]]
    joined = out.tobytes().decode("ascii", "replace")
    found: list[str | None] = [joined[at : at + width] for at in range(0, width * len(texts), width)]
    for position in np.flatnonzero(~good).tolist():
        found[position] = None
    return found


def _slow(text: str, whole: bool, order: str, serial: bool) -> tuple[str, bool] | None:
    """ISO text and whether it is coarse, of any form this module knows."""
    text = text.translate(_MARKS).strip()
    if len(text) > 60:
        return None
    if serial:
        match = _SERIAL.fullmatch(text)
        if match:
            return _from_serial(text, whole), False
    digits = _DIGITS.fullmatch(text)
    if digits:
        return _from_digits(digits[1], whole)
    for pattern in (_FULL, _PACKED, _SHORT, _YEAR_LAST, _DAY_NAME, _NAME_DAY):
        match = pattern.fullmatch(text)
        if match:
            parts = _parts(match, order)
            return None if parts is None else _compose(*parts, match["time"], whole)
    match = _MONTH.fullmatch(text)
    if match:
        return _coarse(int(match["y"]), int(match["m"]), whole)
    match = _YEAR.fullmatch(text)
    return _coarse(int(match["y"]), 1, whole) if match else None


def _parts(match: re.Match[str], order: str) -> tuple[int, int, int] | None:
    """Year, month and day of a match; None if they can be told in two ways."""
    found = match.groupdict()
    if "n" in found:
        name = found["n"].lower()
        if name[:3] not in _MONTHS or (len(name) > 3 and name not in _LONG_MONTHS):
            return None
        return int(found["y"]), _MONTHS.index(name[:3]) + 1, int(found["d"])
    if "a" in found:
        a, b = int(found["a"]), int(found["b"])
        if order == "dmy" or (not order and (a > 12 or a == b)):
            return int(found["y"]), b, a
        if order == "mdy" or b > 12:
            return int(found["y"]), a, b
        return None
    year = int(found["y"])
    if len(found["y"]) == 2:
        if year >= PIVOT:
            year += 1900
        elif found["mark"]:
            year += 2000
        else:
            return None
    return year, int(found["m"]), int(found["d"])


def _compose(year: int, month: int, day: int, time: str | None, whole: bool) -> tuple[str, bool] | None:
    clock = (0, 0, 0, "") if time is None else _clock(time)
    if clock is None or not (EARLIEST_YEAR <= year <= LATEST_YEAR or (year, month, day) == (FOREVER, 12, 31)):
        return None
    hour, minute, second, zone = clock
    try:
        if not whole:
            dt.datetime(year, month, day)
            return f"{year:04}-{month:02}-{day:02}", False
        # 24:00 is the end of the day it stands behind.
        value = dt.datetime(year, month, day, hour % 24, minute, second) + dt.timedelta(days=hour // 24)
    except (ValueError, OverflowError):
        return None
    return value.isoformat() + zone, False


def _clock(text: str) -> tuple[int, int, int, str] | None:
    """Hour (0 to 24), minute, second and offset of a time of day."""
    match = _TIME.fullmatch(text)
    if not match or (match["half"] and match["late"]):
        return None
    hour, minute, second = int(match["h"]), int(match["m"] or match["km"] or 0), int(match["s"] or match["ks"] or 0)
    half = (match["half"] or match["late"] or "").upper()
    if half:
        if not 0 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in ("오후", "PM") else 0)
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second)):
        return None
    zone = (match["zone"] or "").upper()
    if zone and zone != "Z":
        zone = f"{zone[:3]}:{zone[-2:]}"
        if zone[1:3] > "14" or zone[4:] > "59":
            return None
    return hour, minute, second, zone


def _from_digits(digits: str, whole: bool) -> tuple[str, bool] | None:
    year = int(digits[:4])
    if len(digits) == 4:
        return _coarse(year, 1, whole)
    month = int(digits[4:6])
    if len(digits) == 6:
        return _coarse(year, month, whole)
    clock = digits[8:]
    time = f"{clock[:2]}:{clock[2:4] or '00'}:{clock[4:] or '00'}" if clock else None
    return _compose(year, month, int(digits[6:8]), time, whole)


def _coarse(year: int, month: int, whole: bool) -> tuple[str, bool] | None:
    if not (COARSE_YEARS[0] <= year <= COARSE_YEARS[1] and 1 <= month <= 12):
        return None
    return f"{year:04}-{month:02}-01" + ("T00:00:00" if whole else ""), True


def _from_serial(text: str, whole: bool) -> str:
    moment = _SERIAL_ZERO + dt.timedelta(seconds=round(float(text) * 86400))
    return moment.isoformat() if whole else moment.date().isoformat()
