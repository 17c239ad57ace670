"""Texts -> numbers, quickly and without Python's own liberties (``nan``, ``inf``, ``1_000``, digits of other scripts).

Read: ``12``, ``-3.50``, ``.5``, ``1,234``, ``1 234``, ``1'234``, full-width digits, ``="12"``; reals also ``1.2E-05``;
integers also ``12.0``. Not read: ``12.5`` and ``1.2E+05`` as integers (one is none, the other has lost digits), what
is beyond 64 bits or infinite, units, brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

BAD = object()
"""In place of a value: the text is no such value."""

_INT_LOW, _INT_HIGH = -(2**63), 2**63 - 1
_EXACT = 2.0**53  # beyond it a float no longer tells neighboring integers apart
_LONGEST_INT, _LONGEST_REAL = 18, 300  # characters; longer ones may overflow and are read one by one
_PLAIN = b"0123456789.+- \n"
_MASK_SIGNS = b"*/NA"
_WIDE = str.maketrans("０１２３４５６７８９．，－＋−　", "0123456789.,-+- ")
_SWAP = str.maketrans(",.", ".,")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?P<s>[,'’ \u00a0\u2009\u202f])\d{3}(?:(?P=s)\d{3})*(?:\.\d*)?", re.ASCII)
_COMMAS = re.compile(r"(?:(?:[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?)?\n)*", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_SCIENTIFIC = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)[eE][+-]?\d{1,3}", re.ASCII)
_WHOLE = re.compile(r"([+-]?\d+)(?:\.0*)?", re.ASCII)
_PROTECTED = re.compile(r'="([^"]*)"')  # ="0123", with which people keep Excel from reading a number


def quick_numbers(cells: Sequence[str], kind: str, nothing: AbstractSet[str]) -> list[Any] | None:
    """A column whose cells are all plain numbers or in ``nothing`` (-> None); None if it is not as simple as that.

    Args:
        kind: ``int`` or ``real``.
        nothing: texts that stand for no value, "" among them.
    """
    joined = "\n".join(cells)
    longest = _LONGEST_INT if kind == "int" else _LONGEST_REAL
    if max(map(len, cells), default=0) > longest:
        return None
    # Only such characters, so nothing that Python reads beyond plain numbers can occur but, with the masks', NAN.
    signs = joined.encode("utf-8", "replace").translate(None, _PLAIN)
    if signs and not signs.strip(b","):
        if not _COMMAS.fullmatch(joined + "\n"):
            return None
        plain: Sequence[str] = joined.replace(",", "").split("\n")
        if len(plain) != len(cells):
            return None
        cells = plain
    elif signs and (signs.strip(_MASK_SIGNS) or "NAN" in joined):
        return None
    try:
        if kind == "int":
            return _quick_integers(cells, nothing)
        return [None if cell in nothing else float(cell) for cell in cells]
    except ValueError:
        return None


def read_number(text: str, kind: str, decimal: str = ".") -> Any:
    """One number, int or float by ``kind``; :data:`BAD` if it is none."""
    if decimal == ",":
        text = text.translate(_SWAP)
    if _NUMBER.fullmatch(text):
        if kind == "real" and len(text) <= _LONGEST_REAL:
            return float(text)
    else:
        text = bare(text).translate(_WIDE).strip()
        if _GROUPED.fullmatch(text):
            text = re.sub(r"[^\d.+-]", "", text)
    return _integer(text) if kind == "int" else _real(text)


def bare(text: str) -> str:
    """Without blanks and without what keeps Excel from reading a number."""
    text = text.strip()
    match = _PROTECTED.fullmatch(text)
    return match[1].strip() if match else text.removeprefix("'")


def _quick_integers(cells: Sequence[str], nothing: AbstractSet[str]) -> list[Any] | None:
    try:
        return [None if cell in nothing else int(cell) for cell in cells]
    except ValueError:
        pass
    numbers = [None if cell in nothing else float(cell) for cell in cells]
    if all(number is None or (number.is_integer() and -_EXACT < number < _EXACT) for number in numbers):
        return [None if number is None else int(number) for number in numbers]
    return None


def _real(text: str) -> Any:
    if not (_NUMBER.fullmatch(text) or _SCIENTIFIC.fullmatch(text)):
        return BAD
    number = float(text)
    return number if abs(number) != float("inf") else BAD


def _integer(text: str) -> Any:
    match = _WHOLE.fullmatch(text)
    if not match:
        return BAD
    digits = match[1].lstrip("+-").lstrip("0") or "0"
    # Python refuses to read thousands of digits at once.
    if len(digits) > 19:
        return BAD
    number = -int(digits) if match[1][0] == "-" else int(digits)
    return number if _INT_LOW <= number <= _INT_HIGH else BAD
