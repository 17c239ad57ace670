"""Pairs compared field by field: levels of agreement, and the measures that they were cut from.

Texts are measured once per pair of different texts. Fields that say the same twice are one: the distance counts only
where addresses cannot be compared, rooms only inside one building.
"""

from __future__ import annotations

import numpy as np

from ...errors import Tick, no_tick
from .comparison_names import BRANCH_LABELS, NAME_LABELS, Names
from .comparison_places import ADDRESS_LABELS, DISTANCE_LABELS, PARTLY, UNIT_LABELS, Places
from .comparison_values import (
    DATE_LABELS,
    EXTRA_LABELS,
    INDUSTRY_LABELS,
    PHONE_LABELS,
    Categories,
    Extra,
    Phones,
    day_levels,
)
from .types import Compared, Normal, Pairs, Records

CHUNK = 250_000
"""Pairs that are compared at a time: what bounds the memory."""
FIELDS = {
    "name": NAME_LABELS,
    "branch": BRANCH_LABELS,
    "address": ADDRESS_LABELS,
    "distance": DISTANCE_LABELS,
    "unit": UNIT_LABELS,
    "phone": PHONE_LABELS,
    "industry": INDUSTRY_LABELS,
    "opened": DATE_LABELS,
    "closed": DATE_LABELS,
}
"""Fields and their labels; further columns follow, each called ``extra:<name>``."""
_NEXT_DOOR = 4  # level of the distance


class Comparer:
    """All rows, ready to be compared; made once for the same records."""

    def __init__(self, records: Records, normal: Normal, tick: Tick = no_tick) -> None:
        self.records = records
        tick(0.0)
        self.names = Names(normal, tick)
        tick(0.4)
        self.places = Places(records, normal)
        tick(0.7)
        self.phones, self.categories = Phones(normal), Categories(records, normal)
        tick(1.0)
        self.extras = {
            name: Extra(normal.table[name].to_numpy(dtype=object))
            for name in normal.table.columns
            if name.startswith("extra:")
        }

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields, in the order of the levels."""
        return (*FIELDS, *self.extras)

    def learn(self, a: np.ndarray, b: np.ndarray) -> None:
        """Learn from the pairs that will be compared which names stand for one another: those of one kind at one
        address that were opened on one day, or have one telephone number."""
        opened = self.records.opened
        place = self.places.place
        sure = (place[a] >= 0) & (place[a] == place[b])
        at = np.flatnonzero(sure)
        same = opened[a[at]] == opened[b[at]]
        same |= self.phones.same(a[at], b[at])
        same &= self.categories.same(a[at], b[at])
        self.names.learn(a[at[same]], b[at[same]], place)

    def compare(self, a: np.ndarray, b: np.ndarray, tick: Tick = no_tick) -> Compared:
        """Levels and measures of pairs of rows."""
        parts = [
            self._part(a[first : first + CHUNK], b[first : first + CHUNK], _share(tick, first, len(a)))
            for first in range(0, max(len(a), 1), CHUNK)
        ]
        labels = (*FIELDS.values(), *(EXTRA_LABELS for _ in self.extras))
        similarity = {name: np.concatenate([part[1][name] for part in parts]) for name in parts[0][1]}
        tick(1.0)
        return Compared(
            self.fields, np.concatenate([part[0] for part in parts]), labels, similarity,
            np.concatenate([part[2] for part in parts]),
        )  # fmt: skip

    def _part(self, a: np.ndarray, b: np.ndarray, tick: Tick) -> tuple[np.ndarray, dict[str, np.ndarray], np.ndarray]:
        levels = np.zeros((len(a), len(self.fields)), dtype=np.int8)
        column = dict(zip(self.fields, levels.T))
        column["name"][:], similarity = self.names.compare(a, b, lambda done: tick(0.7 * done))
        column["branch"][:] = self.names.branches(a, b)
        similarity["distance"] = self.places.distance(a, b)
        column["address"][:] = self.places.addresses(a, b, similarity["distance"])
        column["distance"][:] = self.places.distances(similarity["distance"], column["address"])
        inside = (column["address"] >= PARTLY) | (column["distance"] >= _NEXT_DOOR)
        column["unit"][:] = self.places.units(a, b, inside)
        tick(0.85)
        column["phone"][:] = self.phones.levels(a, b)
        column["industry"][:] = self.categories.levels(a, b)
        column["opened"][:], similarity["opened"] = day_levels(self.records.opened, a, b)
        column["closed"][:], similarity["closed"] = day_levels(self.records.closed, a, b)
        for name, extra in self.extras.items():
            column[name][:], similarity[name] = extra.levels(a, b)
        return levels, similarity, self.names.shares(a, b, column["name"])


def compare(records: Records, normal: Normal, pairs: Pairs, tick: Tick = no_tick) -> Compared:
    """Compare pairs of rows; see FIELDS."""
    comparer = normal.kept.get("comparer")
    if comparer is None or comparer.records is not records:
        comparer = normal.kept["comparer"] = Comparer(records, normal, lambda done: tick(0.05 * done))
        comparer.learn(pairs.a.astype(np.int64), pairs.b.astype(np.int64))
    a, b = pairs.a.astype(np.int64), pairs.b.astype(np.int64)
    return comparer.compare(a, b, lambda done: tick(0.05 + 0.95 * done))


def _share(tick: Tick, first: int, total: int) -> Tick:
    return lambda done: tick((first + done * min(CHUNK, total - first)) / max(total, 1))
