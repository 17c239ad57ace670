"""Checks of dates: such as do not exist, lie in the future, are too old, or are written in several forms."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..dates import read_dates, year_last_order
from .columns import Field
from .findings import Batch, no_rows
from .scanning import sample

DATE_WORDS = re.compile(
    r"(일자|일시|날짜|년월|연월|연월일|년월일|기준일|등록일|수정일|승인일|허가일|점검일|수집일|시점"
    r"|(^|[_ ])(date|datetime|day|ymd|dt|de|timestamp|updated|modified|created)([_ ]|$)|date$|_ymd$|_dt$|_at$)",
    re.IGNORECASE,
)
"""Headers of dates; without one, digits alone are not taken for a date."""

REFERENCE_WORDS = re.compile(
    r"(기준일|갱신|최종수정|수정일|변경일|현행화|업데이트|updated?|modif|revis|reference.?date|as.?of|dat_updt)",
    re.IGNORECASE,
)
"""Headers of dates that tell how current a row is."""

FUTURE_WORDS = re.compile(
    r"(만료|종료|유효|예정|마감|까지|끝|계획|완료예정|expir|(^|[_ ])end|until|valid|due|planned|schedul)", re.IGNORECASE
)
"""Headers of dates that may well lie in the future."""

EARLIEST = 1850
"""A year before it is a slip of the pen in a register."""

LATEST = 9000
"""A year from here on stands for 'no end'."""

_RUNS = (
    (re.compile(r"\d{14}"), "YYYYMMDDhhmmss"),
    (re.compile(r"\d{12}"), "YYYYMMDDhhmm"),
    (re.compile(r"\d{8}"), "YYYYMMDD"),
    (re.compile(r"\d{6}"), "YYYYMM"),
    (re.compile(r"\d{4}"), "YYYY"),
)
_TIME = re.compile(
    r"([T ]\s*)(오전|오후)?\s*\d{1,2}(:\d{2}){1,2}(\.\d+)?\s*(Z|[AaPp][Mm]|[+-]\d{2}:?\d{2})?$|\s\d{1,2}시.*$"
)
_WEEKDAY = re.compile(r"\(?[월화수목금토일](요일)?\)\s*$")
_BLANKS = re.compile(r"\s+")
_SHAPES = re.compile(
    r"YYYY(?P<s>[-./])MM(?P=s)DD( hh:mm)?|YYYY년MM월DD일( hh:mm)?|YYYYMMDD(hhmm)?(hhmmss)?|YYYY[-./]MM|YYYY년MM월"
    r"|YYYYMM|MM(?P<t>[-./])DD(?P=t)(YYYY|YY)( hh:mm)?|YYYY"
)
_SURE = re.compile(r".*(YYYY.+DD|DD.YYYY|년).*")
"""Forms that are dates without a header that says so: digits alone, or 2034.12, may be anything."""


@dataclass(frozen=True)
class Times:
    """A field read as dates.

    Attributes:
        days: (u,) datetime64[D] of the distinct values, NaT where it is no date.
        forms: (u,) how each is written, such as YYYY-MM-DD; "" for real date fields.
    """

    days: np.ndarray
    forms: list[str]


def form_of(text: str) -> str:
    """How a date is written, such as ``YYYY-MM-DD`` or ``YYYY.MM.DD hh:mm``; other texts give something else."""
    time = _TIME.search(text)
    plain = text[: time.start()] if time else text
    plain = _BLANKS.sub("", _WEEKDAY.sub("", plain)).rstrip(".")
    for pattern, name in _RUNS:
        plain = pattern.sub(name, plain)
    for name in ("MM", "DD", "YY"):
        plain = re.sub(r"\d{1,2}", name, plain, count=1)
    return plain + (" hh:mm" if time else "")


def times_of(given: Field, *, asked: bool = False) -> Times | None:
    """The field read as dates, None when it is none.

    A field holds dates when it is of a date type, when the user says so (``asked``), or when at least nine tenths of
    its values look like dates; where they are digits alone, such as 20240301, its header must say so, too.
    """
    if given.kind in ("date", "datetime"):
        return Times(given.values.astype("datetime64[D]"), [""] * len(given.values))
    if given.kind in ("real", "bool") or (not len(given.values) and not asked):
        return None
    texts = given.stripped
    if not asked:
        some = sample(texts)
        if sum(_is_date_form(form_of(text), given) for text in some) < 0.5 * len(some):
            return None
    forms = [form_of(text) for text in texts]
    if not asked and not _looks_like_dates(given, forms):
        return None
    values, _coarse = read_dates(texts, "date", order=year_last_order(texts))
    days = np.array([value if value is not None else "NaT" for value in values], dtype="datetime64[D]")
    return Times(days, forms)


def _is_date_form(form: str, given: Field) -> bool:
    """Forms of dates; digits alone and months alone only under a header that speaks of dates."""
    if not _SHAPES.fullmatch(form):
        return False
    return bool(_SURE.fullmatch(form) and not form.startswith("YYYYMMDD")) or bool(DATE_WORDS.search(given.words))


def _looks_like_dates(given: Field, forms: list[str]) -> bool:
    named = bool(DATE_WORDS.search(given.words))
    if named and forms and all(form == "YYYY" for form in forms):
        return False
    shaped = np.array([_is_date_form(form, given) for form in forms], dtype=bool)
    known = given.counts * ~given.masked
    return bool(known.sum()) and known[shaped].sum() >= (0.7 if named else 0.9) * known.sum()


def date_faults(given: Field, times: Times, today: dt.date) -> Iterator[Batch]:
    """Rows with a date that does not exist, is none at all, or lies in the future."""
    shaped = np.array([bool(_SHAPES.fullmatch(form)) or not form for form in times.forms], dtype=bool)
    gone = np.isnat(times.days) & ~given.masked
    zero = np.array([not text.strip("0-./: ") for text in given.stripped], dtype=bool)
    for kind, hits in (
        ("", gone & shaped & ~_ambiguous(times) & ~zero),
        ("zero", gone & zero),
        ("old", ~np.isnat(times.days) & (times.days < np.datetime64(f"{EARLIEST}-01-01"))),
    ):
        rows = given.rows_of(hits)
        if len(rows):
            yield Batch("date_impossible", rows, given.name, kind, {"year": EARLIEST})
    for kind, hits in (("", gone & ~shaped & ~zero), ("ambiguous", gone & _ambiguous(times) & ~zero)):
        rows = given.rows_of(hits)
        if len(rows):
            yield Batch("date_unreadable", rows, given.name, kind)
    if not FUTURE_WORDS.search(given.words):
        with np.errstate(invalid="ignore"):
            later = (times.days > np.datetime64(today)) & (times.days < np.datetime64(f"{LATEST}-01-01"))
        rows = given.rows_of(later)
        if len(rows):
            yield Batch("date_future", rows, given.name, "", {"today": today.isoformat()})


def _ambiguous(times: Times) -> np.ndarray:
    """Texts such as 03/02/2024, where nothing in the field tells the day from the month."""
    return np.array([form.startswith("MM") for form in times.forms], dtype=bool)


def date_stale(given: Field, times: Times, today: dt.date, max_age: int) -> Iterator[Batch]:
    """Rows whose date is more than ``max_age`` days before today (0: not looked at)."""
    if max_age <= 0:
        return
    oldest = np.datetime64(today) - np.timedelta64(max_age, "D")
    with np.errstate(invalid="ignore"):
        old = times.days < oldest
    rows = given.rows_of(old & ~np.isnat(times.days))
    if len(rows):
        ages = (np.datetime64(today) - times.days[given.codes[rows]]).astype("timedelta64[D]").astype(np.int64)
        values = {"days": max_age, "newest": str(times.days[~np.isnat(times.days)].max())}
        yield Batch("date_stale", rows, given.name, "", values, {"age": ages})


def date_mixed(given: Field, times: Times) -> Iterator[Batch]:
    """A field whose dates are written in several forms."""
    counted: dict[str, int] = {}
    for form, day, rows in zip(times.forms, times.days, given.counts.tolist()):
        if form and not np.isnat(day):
            counted[form] = counted.get(form, 0) + rows
    if len(counted) > 1:
        by_count = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        forms = ", ".join(f"{form} ({rows:,})" for form, rows in by_count[:5])
        yield Batch("date_mixed", no_rows(), given.name, "", {"forms": forms})


def is_reference_date(given: Field, chosen: bool) -> bool:
    """True for a field whose age is asked for: chosen by the user, or one that tells how current a row is."""
    return chosen or bool(REFERENCE_WORDS.search(given.words))
