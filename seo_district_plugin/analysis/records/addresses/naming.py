"""Names for codes, learned from the rows that have both: a layer of streets names the street codes of buildings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from .components import Components, dong_codes, road_codes, sigungu_codes
from .korean import official_sido, split_district
from .table import AddressTable

Regions = Mapping[str, tuple[str, str]]
"""Five digits of a district -> names of its province and of itself."""


def add_names(parts: Sequence[Components], tables: Sequence[AddressTable], regions: Regions | None = None) -> None:
    """Fill names of region, dong and street that a row gives by code only, from rows that give code and name.

    ``regions`` names districts that no row names. Changes the components in place.
    """
    codes = [_row_codes(part, table) for part, table in zip(parts, tables)]
    learned: dict[str, dict[str, tuple]] = {"district": {}, "dong": {}, "road": {}}
    for code, (sido, sigungu) in (regions or {}).items():
        learned["district"][code] = (official_sido(sido), *split_district(sigungu))
    for part, row_codes in zip(parts, codes):
        learned["district"].update(_pairs(row_codes["district"], part.sido, part.city, part.district, need=2))
        learned["dong"].update(_pairs(row_codes["dong"], part.town, part.dong, need=1))
        learned["road"].update(_pairs(row_codes["road"], part.road, need=0))
    for part, row_codes in zip(parts, codes):
        _fill(part, row_codes["district"], learned["district"], ("sido", "city", "district"))
        _fill(part, row_codes["dong"], learned["dong"], ("town", "dong"))
        _fill(part, row_codes["road"], learned["road"], ("road",))


def _row_codes(part: Components, table: AddressTable) -> dict[str, np.ndarray]:
    """Codes of district (5), dong (10) and street (12) of each row, from its columns or its longer numbers."""
    blank = np.full(len(part), "", dtype=object)
    dong, road, district = dong_codes(table), road_codes(table), sigungu_codes(table)
    dong = blank if dong is None else dong
    road = blank if road is None else road
    district = blank if district is None else district
    dong = np.where(dong == "", _heads(part.pnu, 10), dong)
    road = np.where(road == "", _heads(part.road_key, 12), road)
    for other in (dong, road):
        district = np.where(district == "", _heads(other, 5), district)
    return {"district": district, "dong": dong, "road": road}


def _heads(values: np.ndarray, length: int) -> np.ndarray:
    out = np.empty(len(values), dtype=object)
    out[:] = [value[:length] for value in values]
    return out


def _pairs(code: np.ndarray, *names: np.ndarray, need: int) -> dict[str, tuple]:
    """The most frequent names of each code; ``need`` is the name that must not be blank."""
    good = (code != "") & (names[need] != "")
    if need == 2:  # a city without districts has no third name
        good = (code != "") & ((names[1] != "") | (names[2] != ""))
    if not good.any():
        return {}
    frame = pd.DataFrame({"code": code[good], **{str(at): name[good] for at, name in enumerate(names)}})
    columns = list(frame.columns)
    counted = frame.groupby(columns, sort=True).size().reset_index(name="rows")
    best = counted.sort_values(["code", "rows"], kind="stable").drop_duplicates("code", keep="last")
    return {row[0]: tuple(row[1:]) for row in best[columns].itertuples(index=False, name=None)}


def _fill(part: Components, code: np.ndarray, names: dict[str, tuple], attributes: tuple[str, ...]) -> None:
    """Names by code where a row has none of them."""
    if not names:
        return
    blank = code != ""
    for attribute in attributes:
        blank &= getattr(part, attribute) == ""
    rows = np.flatnonzero(blank)
    if not len(rows):
        return
    found = [names.get(value) for value in code[rows]]
    for at, attribute in enumerate(attributes):
        getattr(part, attribute)[rows] = [name[at] if name else "" for name in found]
