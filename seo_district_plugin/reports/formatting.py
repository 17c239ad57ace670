"""Values as a reader sees them (numbers, dates, paragraphs) and as JSON can carry them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

import numpy as np

Translate = Callable[[str], str]

NO_VALUE = "–"
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MAX_DECIMALS = 8
_SMALLEST_PLAIN = 1e-6  # below this, zeros behind the point cannot be counted by eye
# A blank between a number and its unit, where no line may break; a unit is a sign, one or two
# Latin letters or one Hangul syllable.
_UNIT_BLANK = re.compile(r"(?<=\d) (?=(?:[%‰°]|[a-zA-Z]{1,2}[²³]?|[가-힣])(?![\w²³]))")


def is_missing(value: object) -> bool:
    """True for None, NaN, infinities and pandas' NA: there is no number to show."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, (float, np.floating)) and not math.isfinite(value)


def is_number(value: object) -> bool:
    """True for integers and floats of Python and numpy; a truth value is not a number here."""
    return isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)


def text_width(text: str) -> int:
    """Width of a text in half-width characters: Hangul and Hanja count two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _decimals_for(size: float) -> int:
    """Decimals that leave about three significant digits of a number of this size."""
    if size >= 1000:
        return 0
    if size >= 100:
        return 1
    if size >= 1 or size == 0:
        return 2
    return min(_MAX_DECIMALS, 2 - math.floor(math.log10(size)))


def decimals_of_column(values: Iterable[object]) -> int:
    """One number of decimals for a whole table column, so that the decimal points stand under each other.

    The largest value decides; values that are all between -1 and 1 get three decimals. Whole numbers get none.
    """
    numbers = [value for value in values if isinstance(value, (int, float, np.integer, np.floating))]
    finite = [value for value in numbers if is_number(value) and not is_missing(value)]
    if not any(isinstance(value, (float, np.floating)) for value in finite):
        return 0
    size = max(abs(float(value)) for value in finite)
    return min(3, _decimals_for(size)) if size >= 0.01 or size == 0 else _decimals_for(size)


def format_value(value: object, translate: Translate, decimals: int | None = None) -> str:
    """Text of a value: thousands separated by commas, about three significant digits, a dash where there is none.

    Args:
        value: number, text, truth value, date or None; codes and years must come as text, else they get a comma.
        translate: gives the words for true and false.
        decimals: fixed number of decimals for floats; chosen by size when None. Integers never get decimals.
    """
    if is_missing(value):
        return NO_VALUE
    if isinstance(value, (bool, np.bool_)):
        return translate("yes") if value else translate("no")
    if isinstance(value, (int, np.integer)):
        return f"{int(value):,}"
    if isinstance(value, (float, np.floating)):
        number = float(value)
        if decimals is None and 0 < abs(number) < _SMALLEST_PLAIN:
            return f"{number:.1e}"
        text = f"{number:,.{_decimals_for(abs(number)) if decimals is None else decimals}f}"
        # A small negative number rounds to "-0.00", which reads like a mistake.
        return text[1:] if text.startswith("-") and not text.strip("-0.,") else text
    return str(value)


def format_moment(when: datetime | date | str, language: str) -> str:
    """Date (and time) as official documents write it: ``2026. 3. 12. 14:05`` in Korean, else ``March 12, 2026, 14:05``.

    Text is passed through unchanged.
    """
    if isinstance(when, str):
        return when
    clock = f"{when:%H:%M}" if isinstance(when, datetime) else ""
    if language == "ko":
        return f"{when.year}. {when.month}. {when.day}. {clock}".rstrip()
    day = f"{_MONTHS[when.month - 1]} {when.day}, {when.year}"
    return f"{day}, {clock}" if clock else day


def keep_units(text: str) -> str:
    """The text with no line break between a number and its unit (``95 %``, ``300 m``, ``2.1 km²``)."""
    return _UNIT_BLANK.sub("\u00a0", text)


def paragraphs(text: str | Iterable[str]) -> list[str]:
    """Paragraphs of a text (split at blank lines) or of several texts; empty ones are left out."""
    parts = [text] if isinstance(text, str) else list(text)
    return [piece.strip() for part in parts for piece in part.split("\n\n") if piece.strip()]


def json_ready(value: object) -> object:
    """Plain lists, dictionaries, text and finite numbers: NaN and infinities become None, numpy becomes Python.

    Raises:
        TypeError: for an object that has no meaning in JSON, rather than writing its ``repr``.
    """
    if is_missing(value):
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        return float(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_ready(item) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return [json_ready(item) for item in value.tolist()]
    if isinstance(value, (list, tuple)):
        return [json_ready(item) for item in value]
    raise TypeError(f"a {type(value).__name__} cannot be written to a report")


def flatten_record(record: Mapping[str, object]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The run record as groups of (path, text) rows, one group per top-level key, in the order given.

    Nested keys are joined by `` › ``; entries of a list are numbered from 1, lists of plain values stay on one row.
    A top-level plain value becomes a group of one row with an empty path.
    """
    plain = json_ready(record)
    if not isinstance(plain, dict):
        raise TypeError("the run record must be a dictionary")
    return [(key, _rows_below("", value)) for key, value in plain.items()]


def _rows_below(path: str, value: object) -> list[tuple[str, str]]:
    """Rows (path, text) of one JSON value; an empty list or dictionary shows as a dash."""
    nested: Iterable[tuple[str, object]]
    if isinstance(value, dict) and value:
        nested = value.items()
    elif isinstance(value, list) and any(isinstance(item, (dict, list)) for item in value):
        nested = ((str(number), item) for number, item in enumerate(value, start=1))
    elif isinstance(value, list) and value:
        return [(path, ", ".join(_plain_text(item) for item in value))]
    else:
        return [(path, _plain_text(value))]
    return [row for key, item in nested for row in _rows_below(f"{path} › {key}" if path else key, item)]


def _plain_text(value: object) -> str:
    """A record's value as it is: no rounding and no thousands separator, so that it can be copied."""
    if value is None or value == [] or value == {}:
        return NO_VALUE
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
