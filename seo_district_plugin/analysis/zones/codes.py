"""Codes of the Korean national grid (EPSG:5179), as SGIS and the national map use them.

Two letters name a 100 km square, the first counting east from 700 km, the second north from 1,300 km. Digits follow,
half of them east and half north, in units of 10 km (1 + 1 digits), 1 km (2 + 2), 100 m (3 + 3) or 10 m (4 + 4). The
code is that of the lower-left corner. Cells of 50, 250 and 500 m are written with 4 + 4 digits.
"""

from __future__ import annotations

import unicodedata

import numpy as np

from ..errors import AnalysisError
from .grid import floor_index

LETTERS_EAST = "가나다라마바사"
LETTERS_NORTH = "가나다라마바사아"
_WEST, _SOUTH, _SQUARE = 700_000, 1_300_000, 100_000

_DIGITS = {100_000: 0, 10_000: 1, 1_000: 2, 100: 3, 10: 4, 50: 4, 250: 4, 500: 4}
SIZES = tuple(sorted(_DIGITS))
"""Sides in meters for which there is a code."""


def encode(x: np.ndarray | float, y: np.ndarray | float, size: int) -> np.ndarray:
    """Codes of the cells of side ``size`` that hold the points (``x0 <= x < x0 + size``).

    Args:
        x, y: (n,) meters in EPSG:5179.
        size: one of ``SIZES``.

    Returns:
        (n,) array of str.

    Raises:
        AnalysisError: ``grid_code_size_unknown`` (size, known), ``grid_code_outside`` (x, y: the first point that
            is in no lettered square or not a number).
    """
    digits = _digits(size)
    x, y = np.atleast_1d(np.asarray(x, dtype=np.float64)), np.atleast_1d(np.asarray(y, dtype=np.float64))
    # NaN fails every comparison and is so outside.
    held = (x >= _WEST) & (x < _WEST + _SQUARE * len(LETTERS_EAST))
    held &= (y >= _SOUTH) & (y < _SOUTH + _SQUARE * len(LETTERS_NORTH))
    if not held.all():
        first = int(np.argmin(held))
        raise AnalysisError("grid_code_outside", x=float(x[first]), y=float(y[first]))
    if not len(x):
        return np.zeros(0, dtype=np.str_)  # numpy 2 cannot pad texts that are not there
    east, east_rest = np.divmod(floor_index(x, 0.0, size) * size - _WEST, _SQUARE)
    north, north_rest = np.divmod(floor_index(y, 0.0, size) * size - _SOUTH, _SQUARE)
    code = np.char.add(np.array(list(LETTERS_EAST))[east], np.array(list(LETTERS_NORTH))[north])
    if digits:
        unit = 10 ** (5 - digits)
        for rest in (east_rest, north_rest):
            code = np.char.add(code, np.char.zfill((rest // unit).astype(str), digits))
    return code


def decode(code: str, size: int | None = None) -> tuple[int, int, int]:
    """Lower-left corner and side of the cell of a code; blanks inside are allowed.

    Args:
        code: two letters and 0, 2, 4, 6 or 8 digits.
        size: side, where it is known. Without it the side is the unit of the digits: 4 + 4 digits give 10 m, as the
            code itself does not tell a cell of 50, 250 or 500 m.

    Returns:
        x0, y0, size: meters in EPSG:5179.

    Raises:
        AnalysisError: ``grid_code_invalid`` (text), ``grid_code_size_unknown`` (size, known), ``grid_code_not_of_size``
            (text, size: another number of digits, or no multiple of the size).
    """
    text = "".join(unicodedata.normalize("NFC", str(code)).split())
    letters, digits = text[:2], text[2:]
    plain = digits == "" or (digits.isascii() and digits.isdigit())
    lettered = len(letters) == 2 and letters[0] in LETTERS_EAST and letters[1] in LETTERS_NORTH
    if not lettered or not plain or len(digits) not in (0, 2, 4, 6, 8):
        raise AnalysisError("grid_code_invalid", text=str(code))
    east, north = LETTERS_EAST.index(letters[0]), LETTERS_NORTH.index(letters[1])
    half = len(digits) // 2
    unit = 10 ** (5 - half)
    x0 = _WEST + _SQUARE * east + int(digits[:half] or 0) * unit
    y0 = _SOUTH + _SQUARE * north + int(digits[half:] or 0) * unit
    if size is None:
        return x0, y0, unit
    if _digits(size) != half or x0 % size or y0 % size:
        raise AnalysisError("grid_code_not_of_size", text=str(code), size=size)
    return x0, y0, int(size)


def _digits(size: int) -> int:
    if size not in _DIGITS:
        raise AnalysisError("grid_code_size_unknown", size=size, known=list(SIZES))
    return _DIGITS[size]
