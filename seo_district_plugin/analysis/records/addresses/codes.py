"""Numbers that name a lot or a building in Korea.

* PNU, 19 digits: 시군구 5 + 법정동 5 + 대지구분 1 (1 land, 2 mountain) + 본번 4 + 부번 4.
* Building management number, 25 digits: the PNU (대지구분 also 0 for land) and 6 more.
* Road address number, 26 digits: 시군구 5 + 읍면동 3 + 도로명 7 + 지하 1 + 본번 5 + 부번 5; 23 without the dong.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .texts import plain

_SEPARATORS = re.compile(r"[\s\-_.]")
_FLOAT_END = re.compile(r"\.0+$")


class Codes(NamedTuple):
    """The numbers found in one cell, "" where there is none; ``reason`` code_blank, code_damaged or code_invalid."""

    pnu: str = ""
    building: str = ""
    road_key: str = ""
    reason: str = ""


def read_code(given: object) -> Codes:
    """Read a PNU, a building management number or a road address number, told apart by their length."""
    text = _FLOAT_END.sub("", plain(given))
    if not text:
        return Codes(reason="code_blank")
    if re.match(r"^[\d.]+[eE]\+?\d+$", text):
        return Codes(reason="code_damaged")  # a spreadsheet has rounded it away
    digits = _SEPARATORS.sub("", text)
    if not digits.isascii() or not digits.isdigit() or not "11" <= digits[:2] <= "59":
        return Codes(reason="code_invalid")
    if len(digits) == 19:
        return Codes(pnu=clean_pnu(digits))
    if len(digits) == 25:
        return Codes(pnu=clean_pnu(digits[:19]), building=digits[:10] + _land(digits[10]) + digits[11:])
    if len(digits) == 26:
        return Codes(road_key=digits[:5] + digits[8:])
    if len(digits) == 23:
        return Codes(road_key=digits)
    return Codes(reason="code_invalid")


def clean_pnu(pnu: str) -> str:
    """The PNU with 1 for land where a 0 stands."""
    return pnu[:10] + _land(pnu[10]) + pnu[11:]


def _land(digit: str) -> str:
    return "1" if digit == "0" else digit


def road_key(road_code: str, underground: int, main: int, sub: int) -> str:
    """Road address number of 23 digits; "" unless the street's code has its 12 digits."""
    if len(road_code) != 12 or main < 0:
        return ""
    return f"{road_code}{underground:d}{main:05d}{sub:05d}"
