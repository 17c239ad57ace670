"""Cells of a file, which are all text -> columns of one kind, with what is not there told apart.

Three reasons why a row has no value, never more than one of them, and none of them ever becomes 0:

* **missing**: the cell is blank; in numbers, dates and truth values also ``-``, ``…``, ``NA``, ``NULL`` and the like,
  which say that there is nothing, or nothing known (``-`` of statistical tables: no such figure).
* **masked**: the publisher hides the value: ``*`` (any number of them) and ``N/A``; blank cells too where the schema
  says that its publisher hides values so.
* **bad**: the text does not fit the kind: damaged, ambiguous or something else altogether.

``x`` and ``(12)`` mean different things in different tables and are therefore bad, as are ``12명`` and ``△12``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import not_
from typing import Any

import numpy as np

from ..errors import AnalysisError
from .dates import read_dates
from .numerals import BAD, bare, quick_numbers, read_number

KINDS = ("text", "code", "int", "real", "date", "datetime", "bool")

MASKS = frozenset({"*" * n for n in range(1, 11)} | {"＊" * n for n in range(1, 6)} | {"N/A", "n/a", "N/a"})
"""What publishers write in place of a value that they hide."""
NOTHING = frozenset(
    {"-", "--", "－", "–", "—", "−", "…", "...", "..", ".", "NA", "na", "N.A.", "NULL", "null", "Null", "\\N"}
    | {"N/A", "n/a", "N/a", "없음", "해당없음", "해당 없음", "미상"}
)  # fmt: skip
"""What stands for no value in columns of numbers, dates and truth values."""
SHEET_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})

TRUE = frozenset({"y", "yes", "true", "t", "1", "예", "유", "여", "있음", "o", "○", "◯", "〇", "해당", "설치"})
FALSE = frozenset({"n", "no", "false", "f", "0", "아니오", "아니요", "무", "부", "없음", "x", "×", "미해당", "미설치"})

_NOTHING_OF = {"code": frozenset({""}), "bool": (NOTHING | {""}) - {"없음"}}

DAMAGED_CODE = re.compile(r"[+-]?\d+\.\d*[eE][+-]?\d{1,3}|[+-]?\d+[eE][+-]\d{1,3}", re.ASCII)
"""A long code that Excel took for a number: ``1.0E+10``, ``3.01701E+09``. ``1E10`` may be a code as it stands."""
_FLOAT_CODE = re.compile(r"(\d+)\.0+", re.ASCII)
_CODE_SIGNS = (".", "E+", "e+", "E-", "e-", "=", "'", "#")  # without any of them no code needs a second look

Reader = Callable[[list[str]], list[Any]]
"""Different texts -> a value or ``BAD`` each."""


@dataclass
class Typed:
    """A column: n values and why some are None.

    Attributes:
        values: n plain Python values: str (text, code, ISO dates), int, float, bool, or None.
        missing, masked, bad: (n,) bool; a value is None exactly where one of them is set, and never two are.
        coarse: (n,) bool; dates of which the file names only the month or year (the value is its first day).
    """

    values: list[Any]
    missing: np.ndarray
    masked: np.ndarray
    bad: np.ndarray
    coarse: np.ndarray


def typed(
    cells: Sequence[str],
    kind: str,
    *,
    masked_ok: bool,
    empty_masked: bool = False,
    decimal: str = ".",
    order: str = "",
    serial: bool = False,
) -> Typed:
    """Cells of one column as values of ``kind``.

    text: blanks around it stripped. code: likewise, kept as text with its leading zeros; ``30170.0`` -> ``30170``,
    ``="0123"`` -> ``0123``; what Excel damaged is bad. int: ``12``, ``12.0``, ``1,234``, ``1 234``, ``１２``, of 64
    bits. real: likewise with decimals and ``1.2E-05``; finite. date, datetime: see ``dates.py``. bool: Y/N, 유/무, 1/0
    and the like, as bool.

    Args:
        cells: (n,) texts as in the file.
        kind: one of :data:`KINDS`.
        masked_ok: the publisher hides values: ``*`` and ``N/A`` are masked. Else ``*`` is text, or bad in other kinds.
        empty_masked: blank cells are hidden values, too; heeded only with ``masked_ok``.
        decimal: ``,`` for numbers such as ``1.234,5``.
        order, serial: see :func:`dates.read_dates`.

    Raises:
        AnalysisError: ``kind_unknown`` (kind, allowed).
    """
    masks: frozenset[str] = frozenset() if not masked_ok else MASKS | {""} if empty_masked else MASKS
    if kind == "text" or (kind == "code" and not any(map("\n".join(cells).__contains__, _CODE_SIGNS))):
        return _texts(cells, masks)
    nothing = _NOTHING_OF.get(kind, NOTHING | {""})
    if kind in ("int", "real") and decimal == ".":
        values = quick_numbers(cells, kind, masks | nothing)
        if values is not None:
            return _known(cells, values, masks)
    coarse: set[str] = set()
    readers: dict[str, Reader] = {
        "code": lambda texts: [_code(text, masks) for text in texts],
        "int": lambda texts: [read_number(text, "int", decimal) for text in texts],
        "real": lambda texts: [read_number(text, "real", decimal) for text in texts],
        "bool": lambda texts: [_truth(text) for text in texts],
        "date": lambda texts: _dates(texts, kind, order, serial, coarse),
        "datetime": lambda texts: _dates(texts, kind, order, serial, coarse),
    }
    if kind not in readers:
        raise AnalysisError("kind_unknown", kind=kind, allowed=", ".join(KINDS))
    return _by_distinct(cells, readers[kind], masks, nothing, coarse)


def column_decimal(cells: Sequence[str]) -> str:
    """``,`` if the numbers of a column can only be read with a decimal comma (``127,3836``), else ``.``."""
    commas = points = 0
    for text in {cell.strip() for cell in cells}:
        if re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d+,(?:\d{1,2}|\d{4,})", text, re.ASCII):
            commas += 1
        elif re.fullmatch(r"[+-]?[\d,]*\d\.\d*|[+-]?\d{1,3}(?:,\d{3}){2,}", text, re.ASCII):
            # 1.234 could be both: grouped like a thousand it speaks for neither.
            points += not re.fullmatch(r"[+-]?\d{1,3}\.\d{3}", text, re.ASCII)
    return "," if commas and not points else "."


def has_masks(cells: Sequence[str]) -> bool:
    """Whether any cell is a mask (``*``, ``N/A``): for columns of which no schema tells."""
    return any(text in MASKS or text.strip() in MASKS for text in set(cells))


def _texts(cells: Sequence[str], masks: frozenset[str]) -> Typed:
    values: list[Any] = [cell.strip() or None for cell in cells]
    count = len(values)
    missing, masked = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    if None in values:
        missing = np.fromiter(map(not_, values), dtype=bool, count=count)
        if "" in masks:
            missing, masked = masked, missing
    hits = masks.intersection(values) if masks else None
    if hits:
        masked = masked | np.fromiter((value in hits for value in values), dtype=bool, count=count)
        values = [None if value in hits else value for value in values]
    return Typed(values, missing, masked, np.zeros(count, dtype=bool), np.zeros(count, dtype=bool))


def _known(cells: Sequence[str], values: list[Any], masks: frozenset[str]) -> Typed:
    """A column without anything bad, of which every None is a mask or nothing."""
    count = len(values)
    masked, missing = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    if None in values:
        missing = np.fromiter((value is None for value in values), dtype=bool, count=count)
        masked = np.fromiter((cell in masks for cell in cells), dtype=bool, count=count) if masks else masked
        missing &= ~masked
    return Typed(values, missing, masked, np.zeros(count, dtype=bool), np.zeros(count, dtype=bool))


def _by_distinct(
    cells: Sequence[str], reader: Reader, masks: frozenset[str], nothing: frozenset[str], coarse: set[str]
) -> Typed:
    """Reads each different text once."""
    distinct = set(cells)
    states: dict[str, int] = {}
    table: dict[str, Any] = {}
    # Stripping every text would cost more than all else here: blanks show up as texts that cannot be read.
    for text in distinct & (masks | nothing):
        states[text] = 2 if text in masks else 1
        table[text] = None
    rest = list(distinct - table.keys()) if table else list(distinct)
    table.update(zip(rest, reader(rest)))
    for text in [text for text, value in table.items() if value is BAD]:
        stripped = bare(text)
        states[text] = 2 if stripped in masks else 1 if stripped in nothing else 3
        table[text] = None
    count = len(cells)
    values = list(map(table.__getitem__, cells))
    state = np.zeros(count, dtype=np.uint8)
    if states:
        state = np.fromiter((states.get(cell, 0) for cell in cells), dtype=np.uint8, count=count)
    rough = np.zeros(count, dtype=bool)
    if coarse:
        rough = np.fromiter((cell in coarse for cell in cells), dtype=bool, count=count)
    return Typed(values, state == 1, state == 2, state == 3, rough)


def _dates(texts: list[str], kind: str, order: str, serial: bool, coarse: set[str]) -> list[Any]:
    values, positions = read_dates(texts, kind, order=order, serial=serial)
    coarse.update(texts[position] for position in positions)
    return [BAD if value is None else value for value in values]


def _code(text: str, masks: frozenset[str]) -> Any:
    text = bare(text)
    if not text or text in masks or text in SHEET_ERRORS or DAMAGED_CODE.fullmatch(text):
        return BAD  # blanks and masks are told apart afterwards
    match = _FLOAT_CODE.fullmatch(text)
    return match[1] if match else text


def _truth(text: str) -> Any:
    word = text.strip().lower().removesuffix(".0")
    return True if word in TRUE else False if word in FALSE else BAD


_CODE_HEADER = re.compile(
    r"코드|번호|우편|전화|식별자|(?:^|[^a-z])(?:[a-z]*id|[a-z]*codes?|zip|pnu|tel|phone|fips|geoid)(?:$|[^a-z])"
)
_NO_ID = re.compile(r"(?:^|[^a-z])(?:grid|paid|unpaid|void|solid|liquid|humid|valid|invalid|covid|mid|bid)(?:$|[^a-z])")
_DATE_HEADER = re.compile(
    r"일자|날짜|일시|시점|년월일|연월일|기준일|등록일|수집일|(?:^|[^a-z])(?:[a-z]*date|ymd|dt|day|datetime|timestamp)(?:$|[^a-z])"
)
_CODE_LIKE = re.compile(r"[^\s,]{1,64}")
_LONG_DIGITS = 15  # Excel and floats keep no more
_ENOUGH_DATES = 5  # different eight-digit numbers, all of them dates: no chance
_MODERN = ("1900", "2100")


def guess_kind(cells: Sequence[str], header: str = "") -> str:
    """What kind an unknown column is, in doubt ``text``: every cell that is not blank or masked must fit.

    A header that speaks of a code, number or id (코드, 번호, 우편, id, code) or digits with leading zeros or of more
    than 15 places make a ``code``. Eight digits are dates if the header says so or if five different ones all are.
    Months, years, dates with the year last and truth values are not guessed.

    Args:
        cells: a sample of the column, the larger the better; what comes later may not fit.

    Returns:
        text, code, int, real, date or datetime. Use ``masked_ok`` if :func:`has_masks`.
    """
    texts = sorted({cell.strip() for cell in cells} - MASKS - NOTHING - {""})
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", header).lower()
    if not texts:
        return "text"
    if _CODE_HEADER.search(name) and not _NO_ID.search(name):
        return "code" if all(map(_CODE_LIKE.fullmatch, texts)) else "text"
    if any(re.match(r"[+-]?0\d", text) or (len(text) > _LONG_DIGITS and text.isdigit()) for text in texts):
        digits = all(text.isdigit() for text in texts)
        return "code" if digits else _guess_date(texts, name) or "text"
    dates = _guess_date(texts, name)
    if dates:
        return dates
    if not typed(texts, "int", masked_ok=False).bad.any():
        return "real" if any("." in text for text in texts) else "int"
    return "text" if typed(texts, "real", masked_ok=False).bad.any() else "real"


def _guess_date(texts: list[str], name: str) -> str:
    """``date``, ``datetime`` or ""."""
    if all(text.isdigit() for text in texts) and not (_DATE_HEADER.search(name) or len(texts) >= _ENOUGH_DATES):
        return ""
    values, coarse = read_dates(texts, "datetime")
    if coarse or any(value is None or not _MODERN[0] <= value[:4] <= _MODERN[1] for value in values):
        return ""
    return "datetime" if any(value and not value.endswith("T00:00:00") for value in values) else "date"
