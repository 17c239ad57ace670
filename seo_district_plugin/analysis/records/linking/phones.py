"""Telephone numbers as registers write them, in digits: area code first, without the code of the country."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_DIGITS = re.compile(r"\D+")
_FLOAT = re.compile(r"^\+?\d+(?:\.\d*)?(?:[eE]\+?\d+)?$")
_EXTENSION = re.compile(r"(?:내선|ext\.?|x|교)\s*\d{1,5}\s*$", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:,|;|또는|\bor\b|／)\s*")
_MOBILE = ("010", "011", "016", "017", "018", "019", "050", "070", "080", "060", "030")
_LEAST, _MOST = 7, 13
_SERVICE = ("15", "16", "18")


def phone_digits(given: object, area_codes: Sequence[str] = ()) -> str:
    """Digits of a telephone number; "" for none, a masked or an impossible one.

    Args:
        given: text or number; 4.2512e8, 420512345.0 and +82 42-... are read.
        area_codes: of the country, with the leading 0; without any the code of a country and leading zeros go.
    """
    if given is None or given != given:
        return ""
    text = str(given)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.strip()
    if not text or "*" in text or "#" in text:
        return ""
    if _FLOAT.match(text) and ("." in text or "e" in text or "E" in text):
        number = float(text)
        if number.is_integer() and number < 1e15:
            text = str(int(number))
    text = _EXTENSION.sub("", _SEVERAL.split(text, maxsplit=1)[0].partition("~")[0])
    digits = _DIGITS.sub("", text)
    if area_codes:
        digits = _korean(digits, area_codes)
    else:
        abroad = text.lstrip("(").startswith("+") or digits.startswith("00")
        digits = _national(digits.removeprefix("00")) if abroad else digits.lstrip("0")
    local = digits[-_LEAST:]
    if not _LEAST <= len(digits) <= _MOST or len(set(local)) == 1 or (local[-4:] == "0000" and local[:3] == "000"):
        return "" if not digits.startswith(_SERVICE) or len(digits) != 8 else digits
    return digits


_TWO_DIGITS = re.compile(r"2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
"""Codes of countries with two digits (ITU-T E.164); those that begin with 1 or 7 have one, all others three."""


def _national(digits: str) -> str:
    """A number without the code of its country and the zero that is dialed in front of it at home."""
    size = 1 if digits[:1] in ("1", "7") else 2 if _TWO_DIGITS.match(digits) else 3
    return digits[size:].lstrip("0")


def _korean(digits: str, area_codes: Sequence[str]) -> str:
    if digits.startswith("82") and len(digits) > 9:
        digits = digits[2:]
        digits = digits if digits.startswith("0") else "0" + digits
    if digits.startswith("0082"):
        digits = "0" + digits[4:].lstrip("0")
    if len(digits) == 8 and digits.startswith(_SERVICE):
        return digits  # 1588-0000: a number for the whole country
    if len(digits) == 7:
        return digits
    if digits.startswith("0"):
        return digits
    # The zero in front went where the number was taken for one: 42-512-3456, 10-1234-5678.
    if len(digits) in (9, 10) and ("0" + digits).startswith((*area_codes, *_MOBILE)):
        return "0" + digits
    return digits


def is_local(digits: str) -> bool:
    """Whether a number of seven or eight digits is one without its area code: 1588-0000 is not."""
    return len(digits) == 7 or (len(digits) == 8 and digits[0] != "0" and not digits.startswith(_SERVICE))


def home_area(numbers: Sequence[str], area_codes: Sequence[str]) -> str:
    """The area code that most numbers have, "" without any."""
    counts = dict.fromkeys(area_codes, 0)
    for number in numbers:
        for size in (3, 2):
            if number[:size] in counts and len(number) > 8:
                counts[number[:size]] += 1
                break
    best = max(counts, key=lambda code: counts[code], default="")
    return best if best and counts[best] else ""
