"""Addresses with known coordinates, made ready for finding others: by number, by street, by lot, by dong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import AnalysisError, Tick, no_tick
from . import places
from .components import Components, components
from .generic import parse_generic
from .keys import lot_key, pnu_key, street_key
from .korean import KoreanParser, legal_dong
from .locating import LocateResult, locate
from .naming import Regions, add_names
from .places import Places
from .spelling import Spelling
from .table import AddressTable
from .texts import has_hangul
from .vocabulary import FOREIGN, Vocabulary

TOLERANCE = 100.0
"""Metres between points of one address that still count as one place: entrances of a large building, a school."""

CONFLICT = 150.0
"""Metres between the places of a row's street address and of its lot from which on they contradict each other."""

PROFILES = ("korean", "generic")

REFERENCE_REASONS = ("reference_no_coordinates", "reference_no_address")
"""Why a row of a reference is of no use."""


@dataclass
class Levels:
    """What can be looked up, each sorted by key."""

    building_number: Places
    road_number: Places
    street: Places
    pnu: Places
    lot: Places
    road: Places
    zone: Places


class AddressIndex:
    """Built once from all references, used for any number of tables.

    Attributes:
        profile: korean or generic.
        rows: rows given; usable: (rows,) bool; reasons: (rows,) text, "" where usable.
        parts: components of the rows; table, row: (rows,) which reference and which row of it.
        xy, reach, placed: (rows, 2) metres, (rows,) metres, (rows,) bool; what the rows stand at.
        identity: (rows,) int64, equal for rows of one house number or lot; numbered: (rows,) True where there is one.
        road_region: how many names of a region tell streets of one name apart.
        road, town_zone: (rows,) codes of street and town; road_rank, zone_rank, town_rank: (rows,) 1 for rows that are
            a street, dong or town themselves.
    """

    def __init__(self, profile: str, tolerance: float, conflict: float) -> None:
        if profile not in PROFILES:
            raise AnalysisError("address_profile_unknown", profile=profile, known=list(PROFILES))
        self.profile = profile
        self.road_region = 3 if profile == "korean" else 5  # elsewhere the place is a city: one street for each
        self.tolerance = tolerance
        self.conflict = conflict
        self.regions = [Vocabulary() for _ in range(5)]
        self.roads, self.building_numbers, self.road_numbers = Vocabulary(), Vocabulary(), Vocabulary()

    @classmethod
    def build(
        cls,
        references: AddressTable | Sequence[AddressTable],
        *,
        profile: str = "auto",
        regions: Regions | None = None,
        tolerance: float = TOLERANCE,
        conflict: float = CONFLICT,
        tick: Tick = no_tick,
    ) -> AddressIndex:
        """Make an index.

        Args:
            references: tables with coordinates in metres: address entrances, buildings, shops, parcels; streets and
                dong give names for codes, and the lower levels.
            profile: korean, generic, or auto: Korean if there is Hangul in the addresses.
            regions: names of districts by their five digits, for references that hold codes only.
            tolerance: metres; see TOLERANCE. conflict: metres; see CONFLICT.

        Raises:
            AnalysisError: ``address_profile_unknown`` (profile, known); ``address_reference_empty`` (rows, placed) when
                no row has both coordinates and an address.
        """
        tables = [references] if isinstance(references, AddressTable) else list(references)
        if not tables:
            raise AnalysisError("address_reference_empty", rows=0, placed=0)
        if profile == "auto":
            profile = "korean" if any(_is_korean(table) for table in tables) else "generic"
        index = cls(profile, tolerance, conflict)
        parts = []
        for number, table in enumerate(tables):
            parser = index.parser(())
            parts.append(components(table, parser, korean=profile == "korean", tick=_share(tick, number, len(tables))))
        if profile == "korean":
            add_names(parts, tables, regions)
        index._take(tables, parts)
        tick(1.0)
        return index

    def parser(self, districts: Sequence[str] | None = None):
        """The parser of the profile, which knows the districts of the reference."""
        if self.profile == "generic":
            return parse_generic
        if districts is None:
            districts = [*self.regions[1].names(), *self.regions[2].names()]
        return KoreanParser(districts)

    def locate(
        self, addresses: AddressTable, *, lowest: str = "building", prefix: str = "", tick: Tick = no_tick
    ) -> LocateResult:
        """Find the places of addresses; see :func:`locating.locate`."""
        return locate(self, addresses, lowest, prefix, tick)

    # ------------------------------------------------------------------ codes of names and keys
    def region_codes(self, part: Components) -> np.ndarray:
        """(n, 5) int32 codes of province, city, district, town, dong."""
        names = (part.sido, part.city, part.district, part.town, part.dong)
        codes = [vocabulary.encode(values) for vocabulary, values in zip(self.regions, names)]
        missing = np.flatnonzero(codes[4] == FOREIGN)
        if self.profile == "korean" and len(missing):  # 도마1동 is no legal dong, 도마동 is
            legal = np.empty(len(missing), dtype=object)
            legal[:] = [legal_dong(name) for name in part.dong[missing]]
            codes[4][missing] = self.regions[4].encode(legal)
        return np.column_stack(codes).astype(np.int32)

    def spellings(self, kind: str) -> Spelling:
        """The names of streets (road) or dong (zone), for finding misspelled ones; built when first asked for."""
        made = self._spellings.get(kind)
        if made is None:
            made = self._spellings[kind] = Spelling((self.roads if kind == "road" else self.regions[4]).names())
        return made

    # ------------------------------------------------------------------ building
    def _take(self, tables: Sequence[AddressTable], parts: Sequence[Components]) -> None:
        self._spellings: dict[str, Spelling] = {}
        self.parts = _joined(parts)
        self.table = np.repeat(np.arange(len(tables)), [len(table) for table in tables])
        self.row = np.concatenate([np.arange(len(table)) for table in tables])
        xy = np.concatenate([_points(table) for table in tables])
        reach = np.concatenate([_reach(table) for table in tables])
        part = self.parts
        names = (part.sido, part.city, part.district, part.town, part.dong)
        region = np.column_stack([vocabulary.learn(values) for vocabulary, values in zip(self.regions, names)])
        town_zone = self.regions[4].learn(part.town)
        self.region = region.astype(np.int32)
        road = self.roads.learn(part.road)
        placed = np.isfinite(xy).all(axis=1)
        numbered = (road > 0) & (part.main > 0)
        has_lot = (region[:, 4] > 0) & (part.lot_main > 0)
        coded = (part.pnu != "") | (part.building != "") | (part.road_key != "")
        says = (road > 0) | (region[:, 4] > 0) | (town_zone > 0) | coded
        self.usable = placed & says
        self.reasons = np.where(self.usable, "", np.where(placed, REFERENCE_REASONS[1], REFERENCE_REASONS[0]))
        self.rows = len(placed)
        if not self.usable.any():
            raise AnalysisError("address_reference_empty", rows=self.rows, placed=int(placed.sum()))

        def made(key: np.ndarray, mask: np.ndarray, rank: np.ndarray, columns: int = 5) -> Places:
            rows = np.flatnonzero(mask & placed)
            own = self.region[rows].copy()
            own[:, columns:] = 0
            return places.build(key[rows], own, xy[rows], reach[rows], rank[rows], rows, self.identity[rows])

        plain = np.zeros(self.rows, dtype=np.int8)
        parcel = (((part.pnu != "") | has_lot) & (road == 0) & (part.building == "")).astype(np.int8)
        # Layers of streets or dong hold no numbers at all; a row without one among others is only incomplete.
        own_layer = ~self._tables_with(numbered | has_lot | coded)[self.table]
        line = ((road > 0) & (part.main < 0) & own_layer).astype(np.int8)
        zone = ((road == 0) & ~has_lot & ~coded & own_layer).astype(np.int8)
        self.numbered = numbered | has_lot
        self.identity = _identity(street_key(road, part), lot_key(region[:, 4], part))
        self.xy, self.reach, self.placed = xy, reach, placed
        self.road, self.road_rank = road, line
        self.town_zone, self.zone_rank = town_zone, zone
        self.town_rank = ((zone > 0) & (region[:, 4] == 0)).astype(np.int8)
        self.levels = Levels(
            building_number=made(self.building_numbers.learn(part.building), part.building != "", plain),
            road_number=made(self.road_numbers.learn(part.road_key), part.road_key != "", plain),
            street=made(street_key(road, part), numbered, plain),
            pnu=made(pnu_key(part.pnu), part.pnu != "", parcel),
            lot=made(lot_key(region[:, 4], part), has_lot, parcel),
            road=made(road, road > 0, line, self.road_region),
            zone=_zones(made, region[:, 4], town_zone, zone, self.town_rank),
        )

    def _tables_with(self, rows: np.ndarray) -> np.ndarray:
        """(tables,) True for references that hold any of the rows."""
        return np.bincount(self.table, rows, int(self.table.max(initial=0)) + 1) > 0


def _identity(street: np.ndarray, lot: np.ndarray) -> np.ndarray:
    """(n,) int64, equal for rows of one house number or lot; each row without one is for itself."""
    return np.where(street >= 0, street * 2, np.where(lot >= 0, lot * 2 + 1, -1 - np.arange(len(street))))


def _zones(made, dong: np.ndarray, town: np.ndarray, rank: np.ndarray, town_rank: np.ndarray) -> Places:
    """Dong and, where there are any, towns as zones of one list."""
    lists = [made(dong, dong > 0, rank, 4), made(town, town > 0, town_rank, 4)]
    joined = [np.concatenate([getattr(part, name) for part in lists]) for name in vars(lists[0])]
    order = np.argsort(joined[0], kind="stable")
    return Places(*(values[order] for values in joined))


def _share(tick: Tick, number: int, count: int) -> Tick:
    """The tick of one of several tables; reading them is most of the work."""
    return lambda fraction: tick(0.7 * (number + fraction) / count)


def _is_korean(table: AddressTable) -> bool:
    names = ("road_address", "lot_address", "address", "road", "dong", "sigungu")
    if any(has_hangul(table.columns[name]) for name in names if name in table.columns):
        return True
    return not any(name in table.columns for name in names)  # codes only: PNU and the like are Korean


def _joined(parts: Sequence[Components]) -> Components:
    names = list(vars(parts[0]))
    return Components(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def _points(table: AddressTable) -> np.ndarray:
    return np.full((len(table), 2), np.nan) if table.xy is None else table.xy


def _reach(table: AddressTable) -> np.ndarray:
    return np.zeros(len(table)) if table.reach is None else table.reach
