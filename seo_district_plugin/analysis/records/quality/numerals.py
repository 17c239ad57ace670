"""Numbers written as text."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

import numpy as np

_PLAIN = re.compile(r"[+\-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:[eE][+\-]?\d{1,3})?|[+\-]?\.\d+")
_DIGITS = frozenset("0123456789.+-")
_UNIT = re.compile(r"\s*(?:㎡|㎥|㎞|m2|m²|m3|km|cm|mm|ha|kg|평|원|천원|만원|명|개|대|세대|가구|층|년|%|m|㎝|㎜)$")


def number_of(text: str) -> float:
    """The number a text is (thousands separators and full-width digits are read), else NaN."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("−", "-")
    if not _PLAIN.fullmatch(text):
        return float("nan")
    return float(text.replace(",", ""))


def numbers_of_texts(texts: Sequence[str]) -> np.ndarray:
    """(u,) float64, NaN where a text is no number; infinite (too many digits) counts as none."""
    numbers = _plain_numbers(texts)
    if numbers is None:
        numbers = np.fromiter(map(number_of, texts), dtype=np.float64, count=len(texts))
    numbers[~np.isfinite(numbers)] = np.nan
    return numbers


def _plain_numbers(texts: Sequence[str]) -> np.ndarray | None:
    """The quick way, for texts of digits, signs and points alone; None where it does not go."""
    if not set("".join(texts)) <= _DIGITS:
        return None
    try:
        return np.fromiter(map(float, texts), dtype=np.float64, count=len(texts))
    except ValueError:
        return None


def has_unit(text: str) -> bool:
    """True for a number with its unit behind it in the same cell, such as 35.2 ㎡."""
    found = _UNIT.search(text)
    return bool(found and found.start() and math.isfinite(number_of(text[: found.start()].strip())))
