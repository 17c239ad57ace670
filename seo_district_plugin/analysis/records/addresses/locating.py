"""Finding addresses in an index, best level first, and saying why what is not found is not found."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...errors import AnalysisError, Tick, no_tick
from .components import Components, components
from .keys import lot_key, pnu_key, street_key
from .labels import labels
from .mending import mended_lots, mended_streets
from .places import NONE, ONE, SEVERAL, Found, Places, agree, search
from .table import AddressTable

if TYPE_CHECKING:
    from .index import AddressIndex

LEVELS = ("", "building", "parcel", "road", "zone")
"""Levels by their code; 0 is unmatched. Lower in the list is coarser."""

UNMATCHED, BUILDING, PARCEL, ROAD, ZONE = range(5)

METHODS = ("code", "exact", "mended", "center", "single")
"""By a number; by the text as it stands; after mending one typing error; middle of a street or dong; the only place of
a street or dong that the reference knows."""

ENOUGH = 2
"""Addresses at different points that a middle needs, to say how far things lie from it."""

REASONS = (
    "address_blank", "address_masked", "address_unreadable", "number_missing", "number_placeholder", "code_damaged",
    "code_invalid", "code_unknown", "region_not_covered", "road_unknown", "number_unknown", "dong_unknown",
    "lot_unknown", "ambiguous", "contradictory", "level_too_coarse",
)  # fmt: skip
"""Why an address has no place, or none of a better level."""


@dataclass
class LocateResult:
    """What was found for each of n addresses.

    Attributes:
        level: (n,) int8, a position in LEVELS.
        xy: (n, 2) metres, NaN where unmatched.
        spread: (n,) metres between the point given and the farthest of what it stands for; NaN where unmatched, and
            where a street or dong is known from fewer than ENOUGH addresses (method ``single``): one point says nothing
            about the others.
        method: (n,) one of METHODS, "" where unmatched.
        reason: (n,) one of REASONS: why unmatched, or why the level is not better; "" for buildings.
        count: (n,) entries of the reference that fit, also where ambiguous.
        known: (n,) different addresses at different points that the point given stands for; the line of a street and
            the polygon of a dong count as one; 0 where unmatched.
        reference: (n,) row among all rows of the index, -1 where unmatched; ``index.table`` and ``index.row`` tell
            which reference and which of its rows.
        parts: what was read of the addresses.
    """

    level: np.ndarray
    xy: np.ndarray
    spread: np.ndarray
    method: np.ndarray
    reason: np.ndarray
    count: np.ndarray
    known: np.ndarray
    reference: np.ndarray
    parts: Components
    index: AddressIndex

    def __len__(self) -> int:
        return len(self.level)

    @property
    def matched(self) -> np.ndarray:
        """(n,) the address as the reference has it, down to the level that was found; None where unmatched."""
        return labels(self.index.parts, self.reference, self.level, self.index.profile)

    def at_least(self, lowest: str) -> np.ndarray:
        """(n,) True where the level is this one or a better one."""
        return (self.level > 0) & (self.level <= level_code(lowest))


def level_code(name: str) -> int:
    """Position of a level; raises AnalysisError ``address_level_unknown`` (level, known)."""
    if name not in LEVELS[1:]:
        raise AnalysisError("address_level_unknown", level=name, known=list(LEVELS[1:]))
    return LEVELS.index(name)


def locate(
    index: AddressIndex, addresses: AddressTable, lowest: str = "building", prefix: str = "", tick: Tick = no_tick
) -> LocateResult:
    """Find each address at the best level, none coarser than ``lowest``.

    A row is looked up by its numbers, its street address and its lot. A street address and a lot that lie further
    apart than ``index.conflict`` contradict each other, and the row has neither. Where nothing is exact, a name with
    one typing error is mended if exactly one name of the district is that near and the house number exists there.

    Args:
        prefix: region that is meant where an address names none, such as ``대전광역시 서구``.

    Raises:
        AnalysisError: ``address_level_unknown`` (level, known).
    """
    deepest = level_code(lowest)
    part = components(
        addresses, index.parser(), korean=index.profile == "korean", tick=lambda fraction: tick(0.6 * fraction)
    )
    part = _with_prefix(part, index, prefix)
    work = _Work(index, part, deepest)
    for number, step in enumerate((work.exact, work.mend, work.coarse, work.explain)):
        tick(0.6 + 0.1 * number)
        step()
    tick(1.0)
    return work.result


def _with_prefix(part: Components, index: AddressIndex, prefix: str) -> Components:
    """Province and district where an address names none; never in another province than the one it names."""
    if not prefix.strip() or index.profile != "korean":
        return part
    sido, city, district = index.parser().region(prefix.strip() + " ")
    unnamed = (part.city == "") & (part.district == "") & agree_names(part.sido, sido)
    own = unnamed | (agree_names(part.city, city) & agree_names(part.district, district))
    return dataclasses.replace(
        part,
        sido=np.where((part.sido == "") & own, sido, part.sido),
        city=np.where(unnamed, city, part.city),
        district=np.where(unnamed, district, part.district),
    )


def agree_names(values: np.ndarray, name: str) -> np.ndarray:
    """True where a name is blank or this one."""
    return (values == "") | (values == name) | (not name)


class _Work:
    """One call of :func:`locate`: the result while it grows."""

    def __init__(self, index: AddressIndex, part: Components, deepest: int) -> None:
        count = len(part)
        self.index, self.part, self.deepest = index, part, deepest
        self.region = index.region_codes(part)
        self.road = index.roads.encode(part.road)
        self.street = street_key(self.road, part)
        self.lot = lot_key(self.region[:, 4], part)
        self.pnu = pnu_key(part.pnu)
        self.several = np.zeros(count, dtype=bool)
        self.conflict = np.zeros(count, dtype=bool)
        self.coarser = np.zeros(count, dtype=bool)
        self.region_known = _regions_known(self.region, index.region)
        blank = np.full(count, "", dtype=object)
        self.result = LocateResult(
            np.zeros(count, dtype=np.int8), np.full((count, 2), np.nan), np.full(count, np.nan), blank, blank.copy(),
            np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64), np.full(count, -1, dtype=np.int64),
            part, index,
        )  # fmt: skip

    # ------------------------------------------------------------------ steps
    def exact(self) -> None:
        """By numbers, then by the texts as they stand."""
        levels, index = self.index.levels, self.index
        anywhere = np.zeros_like(self.region)  # a number names its region itself
        numbers = index.building_numbers.encode(self.part.building)
        self._give(BUILDING, "code", search(levels.building_number, _key(numbers), anywhere, index.tolerance))
        numbers = index.road_numbers.encode(self.part.road_key)
        self._give(BUILDING, "code", search(levels.road_number, _key(numbers), anywhere, index.tolerance))
        street = self._look(levels.street, self.street, index.tolerance)
        by_pnu = search(levels.pnu, self.pnu, anywhere, index.tolerance)
        by_lot = self._look(levels.lot, self.lot, index.tolerance)
        self.conflict = self._apart(street, by_pnu) | (self._apart(street, by_lot) & (by_pnu.status != ONE))
        self.conflict &= self.result.level == UNMATCHED
        self._give(BUILDING, "exact", street)
        self._give(PARCEL, "code", by_pnu)
        self._give(PARCEL, "exact", by_lot)

    def mend(self) -> None:
        """Names with one typing error, where no building is known yet."""
        rows = np.flatnonzero((self.result.level != BUILDING) & (self.street != 0) & ~self.conflict)
        if len(rows):
            found = mended_streets(self.index, self.part, self.region, self.road, rows)
            known = self.result.level[rows] == PARCEL
            gap = np.hypot(*(found.xy - self.result.xy[rows]).T)
            found.status[known & ~(gap <= self.index.conflict)] = NONE  # its lot is known, and lies elsewhere
            self._give_rows(rows, BUILDING, "mended", found)
        rows = np.flatnonzero((self.result.level == UNMATCHED) & ~self.conflict)
        if len(rows) and self.deepest >= PARCEL:
            self._give_rows(rows, PARCEL, "mended", mended_lots(self.index, self.part, self.region, rows))

    def coarse(self) -> None:
        """Middle of the street, else of the dong, else of the town."""
        levels = self.index.levels
        if self.deepest >= ROAD:
            road = self._look(levels.road, _key(self.road), None)
            road.status[self.conflict] = NONE
            self._give_center(ROAD, road)
        if self.deepest >= ZONE:
            self._give_center(ZONE, self._look(levels.zone, _key(self.region[:, 4].astype(np.int64)), None))
            town = self.index.regions[4].encode(self.part.town)
            self._give_center(ZONE, self._look(levels.zone, _key(town), None))

    def explain(self) -> None:
        """Why there is nothing, or nothing better."""
        part, result, levels = self.part, self.result, self.index.levels
        has_street, has_lot = (part.road != "") & (part.main > 0), (part.dong != "") & (part.lot_main > 0)
        road_known = self._look(levels.road, _key(self.road), None).status != NONE
        dong_known = self._look(levels.zone, _key(self.region[:, 4].astype(np.int64)), None).status != NONE
        coded = (part.pnu != "") | (part.building != "") | (part.road_key != "")
        silent = np.where(part.road_reason == "", part.lot_reason, part.road_reason)
        silent = np.where((silent == "address_blank") & (part.lot_reason != ""), part.lot_reason, silent)
        bad_code = (part.code_reason != "") & (part.code_reason != "code_blank")
        silent = np.where(np.isin(silent, ["", "address_blank"]) & bad_code, part.code_reason, silent)
        reason = np.select(
            [self.conflict, self.several, self.coarser & ~has_street, ~self.region_known, has_street & road_known,
             has_street, has_lot & dong_known, has_lot, coded, silent != ""],
            ["contradictory", "ambiguous", "level_too_coarse", "region_not_covered", "number_unknown",
             "road_unknown", "lot_unknown", "dong_unknown", "code_unknown", silent],
            "address_blank",
        )  # fmt: skip
        only_lot = (result.level == PARCEL) & ~has_street & ~self.several  # nothing better was asked for
        result.reason[:] = np.where((result.level == BUILDING) | only_lot, "", reason)

    # ------------------------------------------------------------------ inside
    def _look(self, level: Places, keys: np.ndarray, tolerance: float | None) -> Found:
        return search(level, keys, self.region, tolerance)

    def _apart(self, one: Found, other: Found) -> np.ndarray:
        gap = np.hypot(*(one.xy - other.xy).T)
        limit = np.maximum(self.index.conflict, one.spread + other.spread)
        return (one.status == ONE) & (other.status == ONE) & (gap > limit)

    def _give_center(self, level: int, found: Found) -> None:
        """A middle of several addresses or of a shape; of one address only, its spread is not known."""
        single = ~found.whole & (found.known < ENOUGH)
        found.spread[single] = np.nan
        self._give(level, np.where(single, "single", "center").astype(object), found)

    def _give(self, level: int, method: str | np.ndarray, found: Found) -> None:
        self._give_rows(np.arange(len(self.result)), level, method, found)

    def _give_rows(self, rows: np.ndarray, level: int, method: str | np.ndarray, found: Found) -> None:
        """Take what was found for rows that have nothing as good yet."""
        result = self.result
        if level <= PARCEL:
            self.several[rows] |= (found.status == SEVERAL) & (result.level[rows] == UNMATCHED)
            fresh = (result.level[rows] == UNMATCHED) | (result.level[rows] > level)
            many = (found.status == SEVERAL) & fresh & (result.count[rows] == 0)
            result.count[rows[many]] = found.count[many]
        if level > self.deepest:
            self.coarser[rows] |= found.status == ONE
            return
        better = (result.level[rows] == UNMATCHED) | (result.level[rows] > level)
        take = better & (found.status == ONE) & ~(self.conflict[rows] & (level <= ROAD))
        own = rows[take]
        result.level[own] = level
        result.xy[own], result.spread[own] = found.xy[take], found.spread[take]
        result.reference[own], result.count[own] = found.row[take], found.count[take]
        result.known[own] = found.known[take]
        result.method[own] = method if isinstance(method, str) else method[take]


def _key(codes: np.ndarray) -> np.ndarray:
    """Codes as keys: unknown and foreign names have no entry."""
    return np.where(codes > 0, codes, -1)


def _regions_known(region: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """True where the reference has rows of the province, city and district."""
    asked, position = np.unique(region[:, :3], axis=0, return_inverse=True)
    given = np.unique(reference[:, :3], axis=0)
    known = np.array([bool(agree(row[None, :], given).all(axis=1).any()) for row in asked], dtype=bool)
    return known[position.reshape(-1)]
