"""What stands behind the number of an address: block, floor, unit; for telling apart who shares a building."""

from __future__ import annotations

import re
from typing import NamedTuple

from .texts import LONGEST, plain

_BRACKET = re.compile(r"[(\[][^)\]]*(?:[)\]]|$)")
_BLOCK = re.compile(r"(?<![가-힣\d])(?:제\s*)?(\d{1,4}|[A-Za-z가나다라마바사아자차카타파하])\s*동(?=\s|,|$|\d)")
_FLOOR = re.compile(r"(지하|지상|지|B)?\s*(\d{1,3})\s*(?:층|F(?![A-Za-z]))", re.IGNORECASE)
_UNIT = re.compile(r"(?<![\d-])([A-Za-z]?\d{1,5}(?:-\d{1,3})?)\s*호(?!선)")


class Details(NamedTuple):
    """``block`` and ``unit`` without their ending, "" unknown; ``floor`` negative below ground, 0 unknown."""

    block: str = ""
    floor: int = 0
    unit: str = ""


def read_details(given: object) -> Details:
    """Read block, floor and unit of an address or of a cell that holds only them; never raises.

    A floor that is not written is taken from a unit of three or four digits whose last two count the rooms (502호 is on
    the fifth), unless the unit is below ground.
    """
    text = _BRACKET.sub(" ", plain(given)[:LONGEST])
    block, floor, unit = _BLOCK.search(text), _FLOOR.search(text), _UNIT.search(text)
    number = int(floor.group(2)) if floor else 0
    if floor and (floor.group(1) or "").lower() in ("지하", "지", "b"):
        number = -number
    room = unit.group(1) if unit else ""
    if not number and room.isdigit() and len(room) in (3, 4):
        number = int(room) // 100
    return Details(block.group(1).upper() if block else "", number, room.upper())
