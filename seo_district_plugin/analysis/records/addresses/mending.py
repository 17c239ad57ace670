"""Addresses whose street or dong is misspelled by one letter or syllable; numbers are never corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .components import Components
from .keys import lot_key, street_key
from .places import DONG, HARD, NONE, Found, Places, agree, pairs, search

if TYPE_CHECKING:
    from .index import AddressIndex

_JAMO = 1  # weight of one wrong letter in a syllable
_ANY = 2


def mended_streets(
    index: AddressIndex, part: Components, region: np.ndarray, road: np.ndarray, rows: np.ndarray
) -> Found:
    """Look up the rows under the one street of their district that is one typing error away.

    The street as written must not exist in the district, the number must exist on the other one, and the dong must be
    the same where both are known.
    """
    usable = (part.road[rows] != "") & (part.main[rows] > 0)
    chosen = _nearest(index, "road", part.road[rows], road[rows], region[rows], usable, _ANY, index.levels.road)
    found = search(index.levels.street, street_key(chosen, part.take(rows)), region[rows], index.tolerance)
    other = index.region[np.maximum(found.row, 0), DONG]
    found.status[~agree(region[rows, DONG], other) | (chosen <= 0)] = NONE
    return found


def mended_lots(index: AddressIndex, part: Components, region: np.ndarray, rows: np.ndarray) -> Found:
    """Look up the rows under the one dong of their district whose name differs by one letter of one syllable."""
    usable = (part.dong[rows] != "") & (part.lot_main[rows] > 0)
    dong = region[rows, DONG].astype(np.int64)
    chosen = _nearest(index, "zone", part.dong[rows], dong, region[rows], usable, _JAMO, index.levels.zone)
    wanted = region[rows].copy()
    wanted[:, DONG] = 0
    found = search(index.levels.lot, lot_key(chosen, part.take(rows)), wanted, index.tolerance)
    found.status[chosen <= 0] = NONE
    return found


def _nearest(
    index: AddressIndex, kind: str, names: np.ndarray, codes: np.ndarray, region: np.ndarray, usable: np.ndarray,
    weight: int, level: Places,
) -> np.ndarray:  # fmt: skip
    """Code of the single nearest name in the district of each row; -1 where there is none, or more than one."""
    out = np.full(len(names), -1, dtype=np.int64)
    present = _in_district(level, np.where(codes > 0, codes, -1), region)
    rows = np.flatnonzero(usable & ~present)
    if not len(rows):
        return out
    spelling, vocabulary = index.spellings(kind), index.roads if kind == "road" else index.regions[4]
    unique, position = np.unique(names[rows].astype(str), return_inverse=True)
    listed = [[pair for pair in spelling.near(name) if pair[1] <= weight] for name in unique]
    counts = np.array([len(near) for near in listed])[position]
    owner = np.repeat(np.arange(len(rows)), counts)
    near = [pair for at in position for pair in listed[at]]
    if not near:
        return out
    code_of = vocabulary.encode(np.array(spelling.names, dtype=object))
    candidate = code_of[[pair[0] for pair in near]]
    distance = np.array([pair[1] for pair in near])
    there = _in_district(level, candidate, region[rows][owner])
    owner, candidate, distance = owner[there], candidate[there], distance[there]
    least = np.full(len(rows), 99)
    np.minimum.at(least, owner, distance)
    best = distance == least[owner]
    number = np.bincount(owner[best], minlength=len(rows))
    single = best & (number[owner] == 1)
    out[rows[owner[single]]] = candidate[single]
    return out


def _in_district(level: Places, keys: np.ndarray, region: np.ndarray) -> np.ndarray:
    """True where the key exists in the province, city, district and town of the row."""
    query, entry = pairs(level, keys)
    fits = agree(region[query, :HARD], level.region[entry, :HARD]).all(axis=1)
    known = np.zeros(len(keys), dtype=bool)
    known[query[fits]] = True
    return known
