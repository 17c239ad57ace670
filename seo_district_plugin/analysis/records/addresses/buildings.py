"""Rows of the building register joined to building polygons: by lot, then by block name, then by ground area.

A row has a polygon when (1) its lot has one polygon only and the block names do not contradict, (2) exactly one
polygon of its lot has its block name, or (3) row and polygon are, among those left on the lot, each other's nearest in
ground area, within a tenth, and no other is within a fifth; years of approval that are both known may differ by one.
Everything else stays apart, with a reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import Tick, no_tick
from .codes import read_code
from .texts import plain

JOIN_METHODS = ("only", "block", "area")
JOIN_REASONS = ("pnu_missing", "pnu_invalid", "no_building_on_parcel", "block_differs", "several_buildings")
AREA_NEAR, AREA_CLEAR = 0.10, 0.20
"""Relative differences of ground area: the largest that counts as the same, the least that counts as another."""

_BLOCK = re.compile(r"^제?\s*(\d+|[가-힣A-Za-z]?)\s*(?:호)?동$")
_MAIN = re.compile(r"^주(?:건축물|건물)?\s*제?\s*(\d*)\s*(?:호)?(?:동)?$")
_ANNEX = re.compile(r"^(?:부속|부)(?:건축물|건물)?\s*제?\s*(\d*)\s*(?:호)?(?:동)?$")


@dataclass
class BuildingRows:
    """What is known of n rows or polygons: PNU text, block name, ground area in m2 and year (NaN unknown)."""

    pnu: Sequence[object]
    block: Sequence[object] | None = None
    area: Sequence[float] | None = None
    year: Sequence[float] | None = None

    def __len__(self) -> int:
        return len(self.pnu)


@dataclass
class JoinResult:
    """``building`` (n,) position of the polygon of each row or -1; ``method`` and ``reason`` (n,) text."""

    building: np.ndarray
    method: np.ndarray
    reason: np.ndarray

    @property
    def rate(self) -> float:
        """Share of the rows that have a polygon; NaN without rows."""
        return float((self.building >= 0).mean()) if len(self.building) else float("nan")


def block_name(text: object) -> str:
    """One form for a block name: 제101동, 101동 and 101 -> 101; 가동 -> 가; 주건축물제1동 -> 주1; "" when blank."""
    name = plain(text).replace(" ", "").lower()
    for pattern, prefix in ((_MAIN, "주"), (_ANNEX, "부")):
        match = pattern.match(name)
        if match:
            return prefix + (match.group(1).lstrip("0") or "")
    match = _BLOCK.match(name)
    if match:
        name = match.group(1)
    elif len(name) > 2 and name.endswith("동"):
        name = name[:-1]
    return name.lstrip("0") if name.isdigit() else name


def join_buildings(rows: BuildingRows, buildings: BuildingRows, tick: Tick = no_tick) -> JoinResult:
    """Join rows of the register to building polygons; several rows may share a polygon only by (1) and (2)."""
    count = len(rows)
    building = np.full(count, -1, dtype=np.int64)
    method, reason = np.full(count, "", dtype=object), np.full(count, "", dtype=object)
    lots: dict[str, list[int]] = defaultdict(list)
    for number, code in enumerate(buildings.pnu):
        pnu = read_code(code).pnu
        if pnu:
            lots[pnu].append(number)
    there, here = _names(buildings), _names(rows)
    wanted: dict[str, list[int]] = defaultdict(list)
    for row, code in enumerate(rows.pnu):
        if row % 5000 == 0:
            tick(0.5 * row / max(count, 1))
        read = read_code(code)
        if not read.pnu:
            reason[row] = "pnu_missing" if read.reason == "code_blank" else "pnu_invalid"
        elif read.pnu not in lots:
            reason[row] = "no_building_on_parcel"
        else:
            wanted[read.pnu].append(row)
    for done, (pnu, own) in enumerate(wanted.items()):
        if done % 2000 == 0:
            tick(0.5 + 0.5 * done / len(wanted))
        _join_lot(own, lots[pnu], here, there, rows, buildings, (building, method, reason))
    tick(1.0)
    return JoinResult(building, method, reason)


def _names(table: BuildingRows) -> list[str]:
    return [""] * len(table) if table.block is None else [block_name(text) for text in table.block]


def _join_lot(own, there, names, polygon_names, rows, buildings, result) -> None:
    """All rows of one lot."""
    building, method, reason = result
    if len(there) == 1:
        known = polygon_names[there[0]]
        for row in own:
            if known and names[row] and known != names[row]:
                reason[row] = "block_differs"
            else:
                building[row], method[row] = there[0], "only"
        return
    by_name: dict[str, list[int]] = defaultdict(list)
    for polygon in there:
        by_name[polygon_names[polygon]].append(polygon)
    left = []
    for row in own:
        same = by_name.get(names[row], []) if names[row] else []
        if len(same) == 1:
            building[row], method[row] = same[0], "block"
        else:
            left.append(row)
    taken = {int(building[row]) for row in own if building[row] >= 0}
    free = [polygon for polygon in there if polygon not in taken]
    for row, polygon in _by_area(left, free, names, polygon_names, rows, buildings):
        building[row], method[row] = polygon, "area"
    for row in left:
        if building[row] < 0:
            reason[row] = "several_buildings"


def _by_area(own, there, names, polygon_names, rows, buildings) -> list[tuple[int, int]]:
    """Pairs that are each other's nearest by a clear margin."""
    if not own or not there or rows.area is None or buildings.area is None:
        return []
    one = np.asarray([rows.area[row] for row in own], dtype=float)
    other = np.asarray([buildings.area[polygon] for polygon in there], dtype=float)
    with np.errstate(invalid="ignore", divide="ignore"):
        gap = np.abs(one[:, None] - other[None, :]) / np.maximum(one[:, None], other[None, :])
    gap[~((one[:, None] > 0) & (other[None, :] > 0))] = np.inf
    if rows.year is not None and buildings.year is not None:
        years = np.abs(
            np.asarray([rows.year[row] for row in own], dtype=float)[:, None]
            - np.asarray([buildings.year[polygon] for polygon in there], dtype=float)[None, :]
        )
        gap[years > 1] = np.inf  # NaN compares as False: an unknown year contradicts nothing
    for at, row in enumerate(own):
        for to, polygon in enumerate(there):
            if names[row] and polygon_names[polygon]:
                gap[at, to] = np.inf  # both are named, and not alike
    found = []
    for at, row in enumerate(own):
        to = int(np.argmin(gap[at]))
        rivals = np.r_[np.delete(gap[at], to), np.delete(gap[:, to], at)]
        if gap[at, to] <= AREA_NEAR and (not len(rivals) or rivals.min() >= AREA_CLEAR):
            found.append((row, there[to]))
    return found
