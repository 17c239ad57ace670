"""How places agree: address by its parts, distance where there is none to compare, block, floor and room."""

from __future__ import annotations

import numpy as np

from .measures import Texts, once_per_pair
from .pairing import joined
from .types import DISAGREE, MISSING, Normal, Records

ADDRESS_LABELS = ("missing", "different", "around", "near", "partly", "same")
AROUND, NEAR, PARTLY, SAME = range(2, 6)
DISTANCE_LABELS = ("missing", "over_1000_m", "to_1000_m", "to_200_m", "to_60_m", "to_15_m")
_CUTS = np.array([15.0, 60.0, 200.0, 1000.0])
_NEAR = 25.0
"""Meters within which different addresses are taken for a slip in one of them."""
UNIT_LABELS = ("missing", "different", "same_floor", "same_unit")
_LOT = ("lot_mountain", "lot_main", "lot_sub")
_ALIKE_STREET, _WEAK_STREET, _ALIKE_TEXT = 0.85, 0.6, 0.6


class Places:
    """The places of all rows, ready to be compared."""

    def __init__(self, records: Records, normal: Normal) -> None:
        table = normal.table
        self.korean = normal.profile.startswith("k")
        self.xy = records.xy
        self.road = Texts(table["road"].to_numpy(dtype=object), 3)
        self.dong = Texts(table["dong"].to_numpy(dtype=object)).code
        self.number = {name: table[name].to_numpy() for name in ("main", "sub", "lot_mountain", "lot_main", "lot_sub",
                                                                 "floor")}  # fmt: skip
        self.block = Texts(table["block"].to_numpy(dtype=object)).code
        self.unit = Texts(table["unit"].to_numpy(dtype=object)).code
        road = joined(table["road"].to_numpy(dtype=object), self.number["main"], self.number["sub"])
        lot = joined(table["dong"].to_numpy(dtype=object), *(self.number[name] for name in _LOT))
        self.place = np.where(lot >= 0, lot, np.where(road >= 0, road + lot.max(initial=0) + 1, -1))
        self.text = None if self.korean else Texts(_folded(records.address), 3)

    def distance(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """(p,) float32 meters, NaN where a row is not located."""
        return np.hypot(*(self.xy[a] - self.xy[b]).T).astype(np.float32)

    def addresses(self, a: np.ndarray, b: np.ndarray, distance: np.ndarray) -> np.ndarray:
        """(p,) int8 levels of the addresses."""
        return self._korean(a, b, distance) if self.korean else self._generic(a, b, distance)

    # ------------------------------------------------------------------ Korean: street and number, dong and lot
    def _korean(self, a: np.ndarray, b: np.ndarray, distance: np.ndarray) -> np.ndarray:
        number, road = self.number, self.road.code
        same_road = (road[a] == road[b]) & (road[a] >= 0)
        both_roads = (number["main"][a] > 0) & (number["main"][b] > 0)
        same_number = number["main"][a] == number["main"][b]
        house = same_road & both_roads & same_number & (number["sub"][a] == number["sub"][b])
        dongs = (self.dong[a] >= 0) & (self.dong[b] >= 0)
        same_dong = dongs & (self.dong[a] == self.dong[b])
        both_lots = (number["lot_main"][a] > 0) & (number["lot_main"][b] > 0)
        same_main = same_dong & both_lots & (number["lot_main"][a] == number["lot_main"][b])
        same_main &= number["lot_mountain"][a] == number["lot_mountain"][b]
        lot = same_main & (number["lot_sub"][a] == number["lot_sub"][b])
        near = (same_road & both_roads & same_number) | same_main
        for name, same in (("main", same_road & both_roads), ("lot_main", same_dong & both_lots)):
            at = np.flatnonzero(same & ~near)
            near[at] = slipped(number[name][a[at]], number[name][b[at]])
        near |= distance <= _NEAR
        comparable = both_roads | both_lots
        partly = (house & both_lots & ~lot) | (lot & both_roads & ~house)
        level = np.full(len(a), MISSING, dtype=np.int8)
        level[comparable | (dongs & ~same_dong)] = DISAGREE
        level[(comparable & (same_road | same_dong)) | (~comparable & same_dong)] = AROUND
        level[comparable & near] = NEAR
        level[partly] = PARTLY
        level[(house | lot) & ~partly] = SAME
        return level

    # ------------------------------------------------------------------ elsewhere: a street, a number, in any spelling
    def _generic(self, a: np.ndarray, b: np.ndarray, distance: np.ndarray) -> np.ndarray:
        level = np.full(len(a), MISSING, dtype=np.int8)
        text = self.text
        if text is None:
            return level
        one, other = text.code[a], text.code[b]
        at = np.flatnonzero((one >= 0) & (other >= 0))
        if not len(at):
            return level
        left, right = a[at], b[at]
        alike = np.ones(len(at), dtype=np.float32)
        apart = np.flatnonzero(one[at] != other[at])
        alike[apart] = once_per_pair(one[at][apart], other[at][apart], len(text.unique), text.cosine)
        road, main = self.road.code, self.number["main"]
        street = np.zeros(len(at), dtype=np.float32)
        known = np.flatnonzero((road[left] >= 0) & (road[right] >= 0))
        if len(known):
            street[known] = once_per_pair(road[left[known]], road[right[known]], len(self.road.unique), self.road.ratio)
        numbered = (main[left] > 0) & (main[right] > 0)
        same_number = numbered & (main[left] == main[right])
        own = np.full(len(at), DISAGREE, dtype=np.int8)
        own[(street >= _ALIKE_STREET) | (alike >= _ALIKE_TEXT / 2)] = AROUND
        own[(alike >= _ALIKE_TEXT) | (distance[at] <= _NEAR)] = NEAR
        own[same_number & (street >= _WEAK_STREET)] = PARTLY
        own[(same_number & (street >= _ALIKE_STREET)) | (one[at] == other[at])] = SAME
        level[at] = own
        return level

    # ------------------------------------------------------------------ rest
    def distances(self, distance: np.ndarray, address: np.ndarray) -> np.ndarray:
        """(p,) int8 levels of the distance, where the addresses do not tell more than the dong."""
        level = (5 - np.searchsorted(_CUTS, distance, side="left")).astype(np.int8)
        return np.where(np.isnan(distance) | (address > MISSING), MISSING, level).astype(np.int8)

    def units(self, a: np.ndarray, b: np.ndarray, inside: np.ndarray) -> np.ndarray:
        """(p,) int8 levels of block, floor and room.

        Args:
            inside: (p,) bool: both rows are in one building, or next to each other: elsewhere rooms tell nothing.
        """
        floor = self.number["floor"]
        floors = (floor[a] != 0) & (floor[b] != 0)
        units = (self.unit[a] >= 0) & (self.unit[b] >= 0)
        blocks = (self.block[a] >= 0) & (self.block[b] >= 0)
        other_floor = floors & (floor[a] != floor[b])
        level = np.full(len(a), MISSING, dtype=np.int8)
        level[floors] = 2
        level[other_floor] = DISAGREE
        # Registers leave out "below ground" before a room: one number on floors that differ tells little.
        level[units] = np.where(self.unit[a] != self.unit[b], DISAGREE, np.where(other_floor, 2, 3))[units]
        level[blocks & (self.block[a] != self.block[b])] = DISAGREE
        level[~inside] = MISSING
        return level


def slipped(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(p,) bool: numbers that one slip makes of each other: a digit lost, wrong or swapped with its neighbor."""
    found = np.zeros(len(one), dtype=bool)
    low, high = np.minimum(one, other).astype(np.int32), np.maximum(one, other).astype(np.int32)
    at = np.flatnonzero((low > 0) & (low != high) & (high >= 10))
    found[at] = _one_slip(low[at], high[at])
    return found


def _one_slip(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    found = np.zeros(len(low), dtype=bool)
    for power in (1, 10, 100, 1000, 10_000):
        rest, head = high % power, high // (power * 10)
        found |= head * power + rest == low  # a digit left out at this place
        first, second = low // (power * 10) % 10, low // power % 10
        found |= (low + (second - first) * (power * 9) == high) & (first != second)  # neighbors swapped
    return found


def _folded(values: np.ndarray) -> np.ndarray:
    from .normalize import fold_column

    return fold_column(values)
