"""From columns to the parts of each address, as arrays: texts are parsed once each, codes and separate columns win."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import Tick, no_tick
from .codes import read_code, road_key
from .generic import folded, street_name
from .korean import official_sido, parse_lot_number, split_district
from .parsed import LOT, ROAD, Parsed
from .table import AddressTable
from .texts import plain

Parser = Callable[[object], Parsed]
CHUNK = 4000  # texts between two ticks

_WORDS = ("sido", "city", "district", "town", "dong", "road", "name", "spelled", "place")
_NUMBERS = ("underground", "mountain", "main", "sub")


@dataclass
class Components:
    """Parts of n addresses; "" and -1 where unknown.

    Attributes:
        sido, city, district, town, dong: names of the region (object arrays).
        road, underground, main, sub: building on its street; road_reason says why it is not complete.
        mountain, lot_main, lot_sub: lot in ``dong``; lot_reason says why it is not complete.
        pnu, building, road_key: clean numbers; code_reason says why a number that was given cannot be used.
        name: building name.
        spelled, place: street and dong or place as they are written, "" where road and dong are written so themselves.
    """

    sido: np.ndarray
    city: np.ndarray
    district: np.ndarray
    town: np.ndarray
    dong: np.ndarray
    road: np.ndarray
    underground: np.ndarray
    main: np.ndarray
    sub: np.ndarray
    road_reason: np.ndarray
    mountain: np.ndarray
    lot_main: np.ndarray
    lot_sub: np.ndarray
    lot_reason: np.ndarray
    pnu: np.ndarray
    building: np.ndarray
    road_key: np.ndarray
    code_reason: np.ndarray
    name: np.ndarray
    spelled: np.ndarray
    place: np.ndarray

    def __len__(self) -> int:
        return len(self.sido)

    def take(self, rows: np.ndarray) -> Components:
        """The rows of an index array."""
        return Components(**{name: values[rows] for name, values in vars(self).items()})


@dataclass
class _Part:
    """One kind of address of every row while columns are gathered."""

    words: dict[str, np.ndarray]
    numbers: dict[str, np.ndarray]
    reason: np.ndarray


def components(table: AddressTable, parser: Parser, *, korean: bool = True, tick: Tick = no_tick) -> Components:
    """Read all columns of a table.

    Whole texts are read first; columns with parts of an address replace what they say; numbers (PNU, building
    management number) fill what is still unknown.
    """
    count = len(table)
    road, lot = _empty(count), _empty(count)
    texts = [role for role in ("road_address", "lot_address", "address", "lot") if role in table.columns]
    for position, role in enumerate(texts):
        found, codes = _parsed(table.columns[role], parser, tick, position / len(texts), 1 / len(texts))
        _merge(road, lot, found, codes)
    region = {name: _first(road.words[name], lot.words[name]) for name in ("sido", "city", "district", "town", "name")}
    dong = _first(lot.words["dong"], road.words["dong"])
    made = Components(
        **region, dong=dong, road=road.words["road"], underground=road.numbers["underground"],
        main=road.numbers["main"], sub=road.numbers["sub"], road_reason=road.reason,
        mountain=lot.numbers["mountain"], lot_main=lot.numbers["main"], lot_sub=lot.numbers["sub"],
        lot_reason=lot.reason, pnu=_blank(count), building=_blank(count), road_key=_blank(count),
        code_reason=_blank(count), spelled=road.words["spelled"],
        place=_first(lot.words["place"], road.words["place"]),
    )  # fmt: skip
    _separate_columns(made, table, korean)
    _numbers_of_codes(made, table)
    tick(1.0)
    return made


# ---------------------------------------------------------------------- texts
def _parsed(
    texts: np.ndarray, parser: Parser, tick: Tick, start: float, share: float
) -> tuple[list[Parsed], np.ndarray]:
    """Parse the different texts of a column; returns them and, for each row, which one is its own."""
    codes, unique = pd.factorize(texts)
    found = []
    for first in range(0, len(unique), CHUNK):
        tick(start + share * first / len(unique))
        found += [parser(text) for text in unique[first : first + CHUNK]]
    found.append(Parsed(reason="address_blank"))  # rows without a text have the code -1: the last one
    return found, codes


def _merge(road: _Part, lot: _Part, found: list[Parsed], codes: np.ndarray) -> None:
    """Put what a column says where nothing, or less, is known."""
    columns = list(zip(*found))
    kind = np.array(columns[0], dtype=np.int8)[codes]
    by_name = dict(zip(Parsed._fields, columns))
    main = np.array(by_name["main"], dtype=np.int32)[codes]
    reason = _objects(by_name["reason"])[codes]
    for part, own in ((road, ROAD), (lot, LOT)):
        word = part.words["road" if own == ROAD else "dong"]
        better = (kind == own) & ((part.numbers["main"] < 0) & ((main >= 0) | (word == "")))
        for name in _WORDS:
            part.words[name] = np.where(better, _objects(by_name[name])[codes], part.words[name])
        for name in _NUMBERS:
            part.numbers[name] = np.where(
                better, np.array(by_name[name], dtype=np.int32)[codes], part.numbers[name]
            ).astype(np.int32)
        silent = (part.reason == "") & (part.numbers["main"] < 0) & (kind != (LOT if own == ROAD else ROAD))
        part.reason = np.where(better | silent, reason, part.reason)


def _empty(count: int) -> _Part:
    numbers = {name: np.full(count, -1 if name == "main" else 0, dtype=np.int32) for name in _NUMBERS}
    return _Part({name: _blank(count) for name in _WORDS}, numbers, _blank(count))


def _blank(count: int) -> np.ndarray:
    return np.full(count, "", dtype=object)


def _objects(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out


def _first(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return np.where(one != "", one, other)


# ---------------------------------------------------------------------- columns of parts
def _separate_columns(made: Components, table: AddressTable, korean: bool) -> None:
    """Columns that hold one part each win over the texts, where they hold something."""
    street = (lambda text: plain(text).replace(" ", "")) if korean else street_name
    place = (lambda text: plain(text).split(" ")[-1]) if korean else (lambda text: folded(text).replace(" ", ""))
    if "sido" in table.columns:
        made.sido = _over(made.sido, _mapped(table, "sido", official_sido if korean else folded))
    if "sigungu" in table.columns:
        pairs = _mapped(table, "sigungu", split_district)
        given = np.array([bool(pair) and bool(pair[0] or pair[1]) for pair in pairs], dtype=bool)
        made.city = np.where(given, _objects([pair[0] if pair else "" for pair in pairs]), made.city)
        made.district = np.where(given, _objects([pair[1] if pair else "" for pair in pairs]), made.district)
    if "town" in table.columns:
        names = _mapped(table, "town", lambda text: plain(text).split(" ")[-1])
        if korean:  # the column 읍면동명 holds either; a dong stands lower
            towns = _objects([name if name.endswith(("읍", "면")) else "" for name in names])
            made.dong = np.where(made.dong == "", np.where(towns == "", names, ""), made.dong)
            names = towns
        made.town = _over(made.town, names)
    for role in ("dong", "ri"):
        if role in table.columns:
            made.dong = _over(made.dong, _mapped(table, role, place))
    if "road" in table.columns:
        names = _mapped(table, "road", lambda text: street(text.split(" ")[-1] if korean else text))
        made.road = _over(made.road, names)
        if not korean:
            made.spelled = _over(made.spelled, _mapped(table, "road", plain))
    if "main" in table.columns:
        _set_numbers(made, table, "main", "sub", "underground", "road_reason")
    if "lot" in table.columns:
        lots = np.array(_mapped(table, "lot", parse_lot_number, (0, -1, 0)).tolist(), dtype=np.int32).reshape(-1, 3)
        good = lots[:, 1] > 0
        made.mountain, made.lot_main, made.lot_sub = (
            np.where(good, lots[:, at], old)
            for at, old in enumerate((made.mountain, made.lot_main, made.lot_sub))
        )  # fmt: skip
        made.lot_reason = np.where(good, "", made.lot_reason)
    if "lot_main" in table.columns:
        _set_numbers(made, table, "lot_main", "lot_sub", "mountain", "lot_reason")
    if "name" in table.columns:
        made.name = _over(made.name, _mapped(table, "name", plain))


def _set_numbers(made: Components, table: AddressTable, main: str, sub: str, flag: str, reason: str) -> None:
    number = _whole(table, main)
    good = number > 0
    setattr(made, main, np.where(good, number, getattr(made, main)).astype(np.int32))
    second = np.maximum(_whole(table, sub), 0)
    setattr(made, sub, np.where(good, second, getattr(made, sub)).astype(np.int32))
    if flag in table.columns:
        values = _mapped(table, flag, _flag_reader(flag, table.columns[flag]))
        known = values != ""
        old = getattr(made, flag)
        setattr(made, flag, np.where(known & good, np.where(known, values, 0), old).astype(np.int32))
    setattr(made, reason, np.where(good, "", getattr(made, reason)))


def _flag_reader(flag: str, column: np.ndarray) -> Callable[[str], int]:
    """How a flag is coded: 지하여부 0 and 1; 대지구분 1 and 2 in lot codes, 0, 1 and 2 for blocks in the register."""
    words = {"산", "임야", "지하", "y", "true"}
    two = flag == "mountain" and not any(plain(text) == "0" for text in pd.unique(column))
    high = words | {"2" if two else "1"}
    return lambda text: int(plain(text).lower() in high)


def _whole(table: AddressTable, role: str) -> np.ndarray:
    """A column of whole numbers, -1 where there is none."""
    if role not in table.columns:
        return np.full(len(table), -1, dtype=np.int32)

    def number(text: str) -> int:
        digits = plain(text).removesuffix(".0")
        return int(digits) if digits.isdecimal() and len(digits) <= 6 else -1

    return _mapped(table, role, number, -1).astype(np.int32)


def _mapped(table: AddressTable, role: str, function: Callable[[str], object], missing: object = "") -> np.ndarray:
    """A column with each of its different texts put through a function."""
    codes, unique = pd.factorize(table.columns[role])
    out = _objects([*(function(str(text)) for text in unique), missing])
    return out[codes]


def _over(old: np.ndarray, new: np.ndarray) -> np.ndarray:
    return np.where(new != "", new, old)


# ---------------------------------------------------------------------- numbers
def _numbers_of_codes(made: Components, table: AddressTable) -> None:
    for role in ("pnu", "building"):
        if role not in table.columns:
            continue
        codes = _mapped(table, role, read_code, read_code(""))
        made.code_reason = np.where(made.code_reason == "code_blank", "", made.code_reason)
        for name, at in (("pnu", 0), ("building", 1), ("road_key", 2), ("code_reason", 3)):
            values = _objects([code[at] for code in codes])
            setattr(made, name, _first(getattr(made, name), values))
        made.code_reason = np.where(
            (made.pnu != "") | (made.building != "") | (made.road_key != ""), "", made.code_reason
        )
    roads = road_codes(table)
    if roads is not None:
        keys = _objects([road_key(*row) for row in zip(roads, made.underground, made.main, made.sub)])
        made.road_key = _first(made.road_key, keys)
    dongs = dong_codes(table)
    if dongs is not None:
        lots = zip(dongs, made.mountain, made.lot_main, made.lot_sub)
        pnus = [
            f"{code}{2 if mountain else 1}{main:04d}{sub:04d}"
            if len(code) == 10 and 0 < main < 10_000 and sub < 10_000
            else ""
            for code, mountain, main, sub in lots
        ]
        made.pnu = _first(made.pnu, _objects(pnus))
    _fill_from_pnu(made)


def _fill_from_pnu(made: Components) -> None:
    """Lot numbers of rows that have a PNU and no lot of their own."""
    rows = np.flatnonzero((made.pnu != "") & (made.lot_main < 0))
    if not len(rows):
        return
    pnus = made.pnu[rows]
    made.mountain[rows] = [int(pnu[10] == "2") for pnu in pnus]
    main = np.array([int(pnu[11:15]) for pnu in pnus], dtype=np.int32)
    made.lot_main[rows] = np.where(main > 0, main, -1)
    made.lot_sub[rows] = [int(pnu[15:]) for pnu in pnus]


def sigungu_codes(table: AddressTable) -> np.ndarray | None:
    """Five digits of the district of each row, "" where unknown; None without such a column."""
    return _digits(table, "sigungu_code", 5)


def road_codes(table: AddressTable) -> np.ndarray | None:
    """Twelve digits of the street of each row: 시군구 5 + 도로명 7."""
    if "road_code" not in table.columns:
        return None
    codes = _mapped(table, "road_code", lambda text: plain(text).removesuffix(".0"))
    district = _digits(table, "road_sigungu", 5)  # of the street, which may begin in another district
    if district is None:
        district = sigungu_codes(table)
    if district is None:
        return np.where([len(code) == 12 for code in codes], codes, "")
    return _objects([code if len(code) == 12 else (head + code if len(code) == 7 and head else "")
                     for code, head in zip(codes, district)])  # fmt: skip


def dong_codes(table: AddressTable) -> np.ndarray | None:
    """Ten digits of the legal dong of each row; from 3 or 5 (with the district), 8 or 10 digits, and 2 of the 리."""
    if "dong_code" not in table.columns:
        return _digits(table, "ri_code", 10)
    codes = _mapped(table, "dong_code", lambda text: plain(text).removesuffix(".0"))
    district = sigungu_codes(table)
    ends = _digits(table, "ri_code", 2)
    heads = district if district is not None else _blank(len(table))
    tails = ends if ends is not None else _blank(len(table))

    def whole(code: str, head: str, tail: str) -> str:
        if len(code) == 10:
            return code
        if len(code) in (3, 5) and head:
            code = head + code
        return code + (tail or "00") if len(code) == 8 else (code if len(code) == 10 else "")

    return _objects([whole(*row) for row in zip(codes, heads, tails)])


def _digits(table: AddressTable, role: str, length: int) -> np.ndarray | None:
    if role not in table.columns:
        return None

    def clean(text: str) -> str:
        digits = plain(text).removesuffix(".0")
        return digits[:length] if digits.isdigit() and len(digits) >= length else ""

    return _mapped(table, role, clean)
