"""What an address says, as one record; the same for every country's way of writing."""

from __future__ import annotations

from typing import NamedTuple

NOTHING, ROAD, LOT = 0, 1, 2
"""Kinds of an address: cannot be read, street and number, place and lot number."""


class Parsed(NamedTuple):
    """One address.

    Attributes:
        kind: NOTHING, ROAD or LOT.
        sido, city, district, town, dong: province, city above a district (수원시), district or county, 읍/면, legal
            dong or 리; "" where the text is silent. Names are official ones, without blanks.
        road: name of the street without blanks.
        underground: 1 for an underground address; mountain: 1 for a 산 lot.
        main, sub: numbers of building or lot; -1 unknown main, 0 no sub.
        name: building name.
        reason: why it is no full address: "", address_blank, address_masked, address_unreadable, number_missing,
            number_placeholder.
        spelled, place: street and place as they are written, where ``road`` and ``dong`` are forms for comparing.
    """

    kind: int = NOTHING
    sido: str = ""
    city: str = ""
    district: str = ""
    town: str = ""
    dong: str = ""
    road: str = ""
    underground: int = 0
    mountain: int = 0
    main: int = -1
    sub: int = 0
    name: str = ""
    reason: str = ""
    spelled: str = ""
    place: str = ""
