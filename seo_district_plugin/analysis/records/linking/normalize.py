"""Records brought to one form: names in parts, addresses in parts, telephone numbers in digits, common classes."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pandas as pd

from ...errors import AnalysisError, Tick, no_tick
from ..addresses import AddressTable, read_details
from ..addresses.components import Components, components
from ..addresses.generic import parse_generic
from ..addresses.korean import SIDO, KoreanParser, legal_dong
from ..addresses.spelling import Spelling
from ..addresses.texts import plain
from .industries import Industries
from .names import Name, NameReader
from .phones import home_area, is_local, phone_digits
from .types import NORMAL_NUMBERS, NORMAL_TEXTS, Normal, Records
from .words import Words

CHUNK = 5_000
"""Texts between two ticks."""
_RARE, _COMMON, _TIMES = 2, 5, 40
"""A street or dong may be another one misspelled when at most _RARE rows have it and _COMMON have the other one, or
_TIMES as many."""
_BELOW = re.compile(r"지하\s*(\d{1,3})\s*호")
_SHORT_REGIONS = tuple(short for shorts in SIDO.values() for short in shorts if len(short) == 2)


def normalize(records: Records, words: Words, tick: Tick = no_tick) -> Normal:
    """One form for all rows.

    Args:
        records: all rows of all registers.
        words: of the profile.

    Raises:
        AnalysisError: ``link_profile`` (profile, language) when the words are of another profile than the records.
    """
    if words.language != records.profile:
        raise AnalysisError("link_profile", profile=records.profile, language=words.language)
    made: dict[str, np.ndarray] = {}
    part = _addresses(records, words, _share(tick, 0.0, 0.45), made)
    _details(records, _share(tick, 0.45, 0.6), made)
    _names(records, words, part, _share(tick, 0.6, 0.9), made)
    made["phone"] = phone_column(records.phone, words.area_codes, _share(tick, 0.9, 0.97))
    made["industry"] = _industries(records, words, made["kind"])
    for name, values in records.extra.items():
        made[f"extra:{name}"] = fold_column(values)
    order = [*NORMAL_TEXTS, *NORMAL_NUMBERS, *(f"extra:{name}" for name in records.extra)]
    tick(1.0)
    return Normal(pd.DataFrame({name: made[name] for name in order}), records.profile, words.groups)


# ---------------------------------------------------------------------- addresses
def _addresses(records: Records, words: Words, tick: Tick, made: dict[str, np.ndarray]) -> Components:
    columns = {"road_address": records.address, "lot_address": records.lot_address}
    tick(0.0)
    if words.korean:  # what is told of floors and rooms is read apart: without it few addresses are left
        columns = {role: _heads(texts) for role, texts in columns.items()}
    tick(0.0)
    parser = KoreanParser() if words.korean else parse_generic
    part = components(AddressTable(columns), parser, korean=words.korean, tick=tick)
    tick(1.0)
    road = _mended(part.road) if words.korean else part.road
    dong = part.dong
    if words.korean:
        codes, unique = pd.factorize(dong)
        dong = _mended(_objects([legal_dong(name) for name in unique])[codes])
        tick(1.0)
    known = (road != "") & (part.main > 0)
    made |= {"road": road, "main": np.where(known, part.main, -1), "sub": np.where(known, part.sub, 0)}
    known = (dong != "") & (part.lot_main > 0)
    made |= {
        "dong": dong,
        "lot_mountain": np.where(known, part.mountain, 0),
        "lot_main": np.where(known, part.lot_main, -1),
        "lot_sub": np.where(known, part.lot_sub, 0),
    }
    codes, unique = pd.factorize(part.name)
    made["building"] = _objects([_building(name) for name in unique])[codes]
    return part


def _heads(texts: np.ndarray) -> np.ndarray:
    """Addresses up to the first comma outside of brackets, and the brackets."""
    codes, unique = pd.factorize(texts)
    return _objects([*(_head(text) for text in unique), ""])[codes]


def _head(text: str) -> str:
    comma = text.find(",")
    if comma < 0:
        return text
    bracket = min((at for at in (text.find("("), text.find("[")) if at >= 0), default=-1)
    if bracket < 0:
        return text[:comma]
    return text if bracket < comma else f"{text[:comma]} {text[bracket:]}"


def _building(name: str) -> str:
    """Name of a building; what stood in its place may be a floor or a room."""
    return "" if any(_read_details(name)) else plain(name).lower().replace(" ", "")


def _mended(names: np.ndarray) -> np.ndarray:
    """Names that few rows have, and that are one slip away from exactly one usual name, become that one."""
    counts = Counter(names.tolist())
    counts.pop("", None)
    usual = [name for name, count in counts.items() if count >= _COMMON]
    if not usual:
        return names
    spelling = Spelling(usual)
    most = max(counts.values())
    changed = {}
    for name, count in counts.items():
        if count > max(_RARE, most // _TIMES):
            continue
        near = [(weight, spelling.names[at]) for at, weight in spelling.near(name)]
        near = [each for each in near if count <= max(_RARE, counts[each[1]] // _TIMES)]
        if near and (len(near) == 1 or near[0][0] < near[1][0]):
            changed[name] = near[0][1]
    if not changed:
        return names
    codes, unique = pd.factorize(names)
    return _objects([changed.get(name, name) for name in unique])[codes]


def _details(records: Records, tick: Tick, made: dict[str, np.ndarray]) -> None:
    """Block, floor and unit: from their own column, else from the address, else from the lot address."""
    count = len(records)
    block, unit = _blank(count), _blank(count)
    floor = np.zeros(count, dtype=np.int32)
    sources = [records.address, records.lot_address]
    if records.detail is not None:
        sources.insert(0, records.detail)
    for position, texts in enumerate(sources):
        codes, unique = pd.factorize(texts)
        found = []
        for first in range(0, len(unique), CHUNK):
            tick((position + first / len(unique)) / len(sources))
            found += [_read_details(text) for text in unique[first : first + CHUNK]]
        found.append(("", 0, ""))
        columns = list(zip(*found))
        tick((position + 1) / len(sources))
        own = _objects(columns[0])[codes], np.array(columns[1], dtype=np.int32)[codes], _objects(columns[2])[codes]
        block = np.where(block == "", own[0], block)
        unit = np.where(unit == "", own[2], unit)
        floor = np.where(floor == 0, own[1], floor)
    made |= {"block": block, "floor": floor, "unit": unit}


def _read_details(text: str) -> tuple[str, int, str]:
    """Details of a text; those in its brackets where there are none outside."""
    if not text or not ("층" in text or "호" in text or "동" in text or "F" in text or "f" in text):
        return "", 0, ""
    text = text.replace("번지", " ")  # else its second syllable is read as "below ground"
    found = read_details(text)
    if found == ("", 0, "") and "(" in text:
        text = text.partition("(")[2].replace(")", " ").replace("(", " ").replace(",", " , ")
        found = read_details(text)
    below = _BELOW.search(text) if found.floor >= 0 else None
    if below:  # 지하103호
        found = found._replace(floor=-(int(below.group(1)) // 100 or 1))
    return found.block, found.floor, found.unit


# ---------------------------------------------------------------------- names
def _names(records: Records, words: Words, part: Components, tick: Tick, made: dict[str, np.ndarray]) -> None:
    places = {*made["dong"].tolist(), *made["road"].tolist()}
    places |= {name.removesuffix("동").rstrip("0123456789") for name in places}
    districts = {name for values in (part.city, part.district) for name in set(values.tolist())}
    regions = {*_SHORT_REGIONS, *(name[:-1] for name in districts if len(name) > 2)} if words.korean else set()
    reader = NameReader(words, places if words.korean else (), regions)
    tick(0.0)
    branch = records.branch if records.branch is not None else _blank(len(records))
    codes, first_rows = _first_rows(records.name, branch)
    named, branches = records.name[first_rows], branch[first_rows]
    for first in range(0, len(named), CHUNK):
        tick(0.1 * first / len(named))
        reader.learn(named[first : first + CHUNK])
    reader.settle(set(branches.tolist()))
    found: list[Name] = []
    for first in range(0, len(named), CHUNK):
        tick(0.1 + 0.8 * first / len(named))
        stop = first + CHUNK
        found += [reader(name, own) for name, own in zip(named[first:stop], branches[first:stop])]
    columns = list(zip(*found)) or [()] * len(Name._fields)
    for at, (name, column) in enumerate(zip(Name._fields, columns)):
        tick(0.9 + 0.1 * at / len(columns))
        made[name] = _objects(column)[codes]


def _first_rows(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Number of the combination of two texts of each row, and the first row of each combination."""
    left, _ = pd.factorize(one)
    right, unique = pd.factorize(other)
    codes, values = pd.factorize(left.astype(np.int64) * (len(unique) + 1) + right)
    rows = np.zeros(len(values), dtype=np.int64)
    rows[codes[::-1]] = np.arange(len(codes))[::-1]
    return codes, rows


def _industries(records: Records, words: Words, kind: np.ndarray) -> np.ndarray:
    """Class of the register's category; where that is silent, the one that the name tells."""
    found = Industries(words).column(records.category)
    return np.where(found == "", kind, found)


# ---------------------------------------------------------------------- columns
def phone_column(values: np.ndarray, area_codes: tuple[str, ...] = (), tick: Tick = no_tick) -> np.ndarray:
    """Digits of a column of telephone numbers; the usual area code is added where it is missing."""
    codes, unique = pd.factorize(values)
    read: list[str] = []
    for first in range(0, len(unique), CHUNK):
        tick(0.8 * first / len(unique))
        read += [phone_digits(value, area_codes) for value in unique[first : first + CHUNK]]
    home = home_area(read, area_codes) if area_codes else ""
    if home:  # without an area code a number has seven digits, or eight
        read = [home + digits if 7 <= len(digits) <= 8 and is_local(digits) else digits for digits in read]
    tick(1.0)
    return _objects([*read, ""])[codes]


def fold_column(values: np.ndarray) -> np.ndarray:
    """Texts in lower case, composed, with single blanks."""
    codes, unique = pd.factorize(values)
    return _objects([*(" ".join(plain(value).casefold().split()) for value in unique), ""])[codes]


def _share(tick: Tick, start: float, end: float) -> Tick:
    return lambda done: tick(start + (end - start) * done)


def _blank(count: int) -> np.ndarray:
    return np.full(count, "", dtype=object)


def _objects(values) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = values
    return out
