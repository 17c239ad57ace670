"""Korean road and lot addresses as registers write them.

Road address (도로명주소법 시행령): 시도 시군구 [읍면] 도로명 [지하] 본번[-부번][, 동·층·호] [(법정동[, 건물명])].
Lot address: 시도 시군구 [읍면] 동·리 [산] 본번[-부번][번지]. Both with all that people leave out or run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .parsed import LOT, NOTHING, ROAD, Parsed
from .texts import LONGEST, is_masked, is_nothing, plain

SIDO = {
    "서울특별시": ("서울시", "서울"),
    "부산광역시": ("부산시", "부산"),
    "대구광역시": ("대구시", "대구"),
    "인천광역시": ("인천시", "인천"),
    "광주광역시": ("광주시", "광주"),
    "대전광역시": ("대전시", "대전"),
    "울산광역시": ("울산시", "울산"),
    "세종특별자치시": ("세종시", "세종"),
    "경기도": ("경기",),
    "강원특별자치도": ("강원도", "강원"),
    "충청북도": ("충북",),
    "충청남도": ("충남",),
    "전북특별자치도": ("전라북도", "전북"),
    "전라남도": ("전남",),
    "경상북도": ("경북",),
    "경상남도": ("경남",),
    "제주특별자치도": ("제주도", "제주"),
}
"""Official names and what is written for them; names before 2023-06 (강원도) and 2024-01 (전라북도) are kept."""

_OFFICIAL = {short: name for name, shorts in SIDO.items() for short in shorts} | {name: name for name in SIDO}
_LONG = "|".join([*SIDO, "강원도", "전라북도", "제주도"])
_SHORT = "|".join(
    sorted((short for short in _OFFICIAL if short not in _LONG.split("|")), key=lambda word: (-len(word), word))
)
# A short name counts only before a blank or a district: 대전로 and 세종로 are streets.
_SIDO = re.compile(rf"(?:대한민국\s*)?(?:({_LONG})|({_SHORT})(?=\s|$|[가-힣]{{1,4}}?[시군구](?:\s|[가-힣])))\s*")
_POSTCODE = re.compile(r"^\s*(?:\(?우\)?\s*)?[(\[]?\d{3}-?\d{2,3}[)\]]?\s+(?=[가-힣])")
_BRACKET = re.compile(r"[(\[]([^)\]]*)(?:[)\]]|$)")
_TOKEN = re.compile(r"([가-힣]{1,5}[시군구])(?=\s|$)\s*")
_GLUED = re.compile(r"([가-힣]{1,4}?[시군구])(?=[가-힣0-9]+?(?:로|길|동|읍|면|리|가))")
_TOWN = re.compile(r"([가-힣]{1,5}[읍면])(?=\s)\s*")
_DONG = r"[가-힣][가-힣0-9·.]*?(?:동|리|\d가)"
# A number before one of these is no number of a building or lot: 3층, 101동, 12통, 을지로3가, 관저동 3BL.
_NO_NUMBER = (
    r"(?!\d|\s*-\s*\d|\s*번?[가-힣]{0,2}길(?![가-힣])|\s*번\s*[가-힣]?\s*길(?![가-힣])|(?:층|호|동|가|통|반|차|단지)(?![가-힣])"
    r"|\s*(?:블[럭록]|B/?L|공구|지구|로트|롯트))"
)
_OLD_SUB = r"(?:\s*(번지)(?:의\s*(\d{1,4})|\s*(\d{1,2})\s*호(?!\d))?)?"
_BRANCH = r"(?:\s*\d+(?:번?[가-힣]{0,2}?길|\s*번\s*[가-힣]?\s*길))?"  # 10번길, 10번 길, 10 번길, 94길, 10나길
_ROAD = re.compile(
    rf"(?:({_DONG})\s+)?"
    rf"([가-힣0-9A-Za-z·.]+?(?:로|길){_BRANCH})"
    r"\s*(지하)?\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?" + _NO_NUMBER
)
_LOT = re.compile(
    rf"({_DONG}|[가-힣]{{1,5}}(?:읍|면|로|가))\s*(산)?\s*(\d{{1,5}})(?:\s*-\s*(\d{{1,5}}))?" + _NO_NUMBER + _OLD_SUB
)
_ROAD_ONLY = re.compile(rf"(?:({_DONG})\s+)?([가-힣0-9A-Za-z·.]+?(?:로|길){_BRANCH})(?=\s|$)")
_DONG_ONLY = re.compile(rf"({_DONG})(?=\s|$|\d|산\s*\d)")
_DONG_NAME = re.compile(r"([가-힣][가-힣0-9·.]*(?:동|리|가|읍|면))(?:\s|$)")
_TOWN_RI = re.compile(r"^([가-힣]{1,4}[읍면])([가-힣0-9]+리)$")
_NUMBERED = re.compile(r"제?\d+(?=동$)")


def official_sido(name: str) -> str:
    """The official name of a province or metropolitan city, the name itself where it is not known."""
    return _OFFICIAL.get(name.replace(" ", ""), name.replace(" ", ""))


def split_district(name: str) -> tuple[str, str]:
    """City and district of a 시군구: 수원시 팔달구 -> (수원시, 팔달구), 서구 -> ("", 서구), 청주시 -> (청주시, "")."""
    joined = name.replace(" ", "")
    match = re.match(r"^([가-힣]{2,4}시)([가-힣]{1,4}구)?$", joined)
    return (match.group(1), match.group(2) or "") if match else ("", joined)


def legal_dong(name: str) -> str:
    """The name without the number of an administrative dong: 도마1동 -> 도마동."""
    return _NUMBERED.sub("", name)


def parse_lot_number(text: str) -> tuple[int, int, int]:
    """Mountain, main and sub number of a bare lot number such as ``산 12-3`` or ``12-3대``; main -1 without one."""
    match = re.match(r"^(산)?\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?(?:\s*번지)?\s*[가-힣]?$", plain(text))
    if not match:
        return 0, -1, 0
    return int(bool(match.group(1))), int(match.group(2)) or -1, int(match.group(3) or 0)


class KoreanParser:
    """Reads addresses; ``districts`` are names of 시군구 that may stand glued to what follows (서구가상로10)."""

    def __init__(self, districts: Iterable[str] = ()) -> None:
        self._known = frozenset(part for name in districts for part in split_district(name) if part)

    def __call__(self, given: object) -> Parsed:
        """Parse one text; never raises."""
        text = plain(given)[:LONGEST]
        if is_nothing(text):
            return Parsed(reason="address_blank")
        if is_masked(text):
            return Parsed(reason="address_masked")
        text = _POSTCODE.sub("", text)
        inside = _BRACKET.findall(text)
        if inside:
            text = _BRACKET.sub(" ", text)
        head = text.partition(",")[0].strip()
        sido, city, district, rest = self._region(head)
        town = ""
        match = _TOWN.match(rest)
        if match:
            town, rest = match.group(1), rest[match.end() :]
        dong, name = _in_brackets(inside)
        region = (sido, city, district, town)
        return _street(rest, region, dong, name) or _place(rest, region, dong, name)

    def region(self, text: str) -> tuple[str, str, str]:
        """Province, city and district with which a text begins."""
        return self._region(plain(text))[:3]

    def _region(self, text: str) -> tuple[str, str, str, str]:
        sido = city = district = ""
        match = _SIDO.match(text)
        if match:
            sido, text = _OFFICIAL[match.group(1) or match.group(2)], text[match.end() :]
        for _ in range(2):
            match = _TOKEN.match(text) or self._glued(text, bool(sido))
            if not match:
                break
            if match.group(1).endswith("시") and not city:
                city = match.group(1)
            else:
                district = match.group(1)
            text = text[match.end() :].lstrip()
            if district:
                break
        return sido, city, district, text

    def _glued(self, text: str, after_sido: bool) -> re.Match | None:
        match = _GLUED.match(text)
        if match is None:
            return None
        return match if (match.group(1) in self._known if self._known else after_sido) else None


def _street(rest: str, region: tuple[str, str, str, str], dong: str, name: str) -> Parsed | None:
    """Street and number, if the text holds them."""
    match = _ROAD.match(rest)
    if match is None:
        return None
    before, road, underground, main, sub = match.groups()
    number = int(main)
    return Parsed(
        ROAD, *region, dong or before or "", road.replace(" ", ""), int(bool(underground)), 0,
        number or -1, int(sub or 0), name, "" if number else "number_placeholder",
    )  # fmt: skip


def _place(rest: str, region: tuple[str, str, str, str], dong: str, name: str) -> Parsed:
    """Dong and lot number; else what is left of an address: street or dong without a number."""
    match = _LOT.match(rest)
    if match is not None:
        place, mountain, main, sub, _, second, house = match.groups()
        region, place = _with_town(region, place)
        number = int(main)
        sub_number = int(sub or second or house or 0)  # 12번지 3호 is the old way to write 12-3
        reason = "" if number else "number_placeholder"
        return Parsed(LOT, *region, place, "", 0, int(bool(mountain)), number or -1, sub_number, name, reason)
    match = _ROAD_ONLY.match(rest)
    if match is not None:
        found, road = match.group(1) or "", match.group(2).replace(" ", "")
        return Parsed(ROAD, *region, dong or found, road, name=name, reason="number_missing")
    match = _DONG_ONLY.match(rest)
    if match is not None or dong or region[3]:
        region, place = _with_town(region, match.group(1) if match else dong)
        return Parsed(LOT, *region, place, name=name, reason="number_missing")
    return Parsed(NOTHING, *region, reason="address_unreadable")


def _with_town(region: tuple[str, str, str, str], place: str) -> tuple[tuple[str, str, str, str], str]:
    match = _TOWN_RI.match(place)
    if match and not region[3]:
        return (*region[:3], match.group(1)), match.group(2)
    return region, place


def _in_brackets(inside: list[str]) -> tuple[str, str]:
    """Legal dong and building name from the brackets at the end."""
    dong = name = ""
    for part in (piece.strip() for text in inside for piece in text.split(",")):
        match = _DONG_NAME.match(part)
        if match and not dong and not name:
            dong = match.group(1)
        elif part and not name:
            name = part
    return dong, name
