"""Sorted keys with the places they stand for: one entry for each key and region, found by bisection."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

NONE, ONE, SEVERAL = 0, 1, 2
"""What a search gives: no place, one place, several that are too far apart."""

HARD = 4
"""The first four columns of a region (province, city, district, town) must agree where both sides know them."""

DONG = 4


@dataclass
class Places:
    """Entries sorted by key.

    Attributes:
        key: (m,) int64, not unique: the same street and number in two districts are two entries.
        region: (m, 5) int32 codes of province, city, district, town, dong; 0 unknown.
        xy: (m, 2) mean of the different points of the entry; spread: (m,) largest distance of one of them from it, and
            how far it reaches itself, in metres; points: (m,) how many different ones there are.
        known: (m,) how many of them belong to different addresses; whole: (m,) True where the entry is the shape of the
            thing itself (the line of a street, the polygon of a dong), not the middle of what stands there.
        row: (m,) first row of the reference that belongs to it.
    """

    key: np.ndarray
    region: np.ndarray
    xy: np.ndarray
    spread: np.ndarray
    points: np.ndarray
    row: np.ndarray
    known: np.ndarray
    whole: np.ndarray

    def __len__(self) -> int:
        return len(self.key)


@dataclass
class Found:
    """What was found for each of n keys that were looked up.

    Attributes:
        status: NONE, ONE or SEVERAL.
        xy, spread, row: of the one place; known, whole: as in :class:`Places`.
        count: entries that fit.
        other: True where the key is known, but in another region only.
    """

    status: np.ndarray
    xy: np.ndarray
    spread: np.ndarray
    row: np.ndarray
    count: np.ndarray
    other: np.ndarray
    known: np.ndarray
    whole: np.ndarray


def build(
    key: np.ndarray,
    region: np.ndarray,
    xy: np.ndarray,
    reach: np.ndarray,
    rank: np.ndarray,
    row: np.ndarray,
    identity: np.ndarray,
) -> Places:
    """Gather rows into entries; of the rows of one entry only those of the highest rank count.

    ``identity`` (n,) int64 is equal for rows of one address.
    """
    if not len(key):
        none = np.zeros(0, np.int64)
        region, xy = np.zeros((0, 5), np.int32), np.zeros((0, 2))
        return Places(none, region, xy, np.zeros(0), none, none, none, np.zeros(0, bool))
    order = np.lexsort((row, *region.T[::-1], key))
    key, region, xy, reach, rank, row, identity = (
        part[order] for part in (key, region, xy, reach, rank, row, identity)
    )
    new = np.r_[True, (key[1:] != key[:-1]) | (region[1:] != region[:-1]).any(axis=1)]
    group = np.cumsum(new) - 1
    highest = np.maximum.reduceat(rank, np.flatnonzero(new))
    best = highest[group] == rank
    group, xy, reach, row = group[best], xy[best], reach[best], row[best]
    addresses = np.bincount(pd.DataFrame({"g": group, "i": identity[best]}).drop_duplicates()["g"].to_numpy())
    whole = (highest > 0) & (np.maximum.reduceat(reach, np.flatnonzero(np.r_[True, group[1:] != group[:-1]])) > 0)
    # One point counts once, however many businesses stand at it: centimetres tell points apart.
    cells = pd.DataFrame({"g": group, "x": np.round(xy[:, 0], 2), "y": np.round(xy[:, 1], 2)})
    first = ~cells.duplicated().to_numpy()
    group, xy, reach, row = group[first], xy[first], reach[first], row[first]
    count = np.bincount(group)
    mean = np.column_stack([np.bincount(group, xy[:, axis]) for axis in (0, 1)]) / count[:, None]
    far = np.hypot(*(xy - mean[group]).T) + reach
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    spread = np.maximum.reduceat(far, starts)
    known = np.minimum(count, addresses).astype(np.int64)
    return Places(key[new], region[new], mean, spread, count.astype(np.int64), row[starts], known, whole)


def pairs(places: Places, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every (position in ``keys``, entry) with equal keys; keys below 0 have none."""
    low = np.searchsorted(places.key, keys, "left")
    high = np.searchsorted(places.key, keys, "right")
    count = np.where(keys < 0, 0, high - low)
    query = np.repeat(np.arange(len(keys)), count)
    offset = np.arange(len(query)) - np.repeat(np.cumsum(count) - count, count)
    return query, low[query] + offset


def agree(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """True where codes are equal or one of them is unknown (0)."""
    return (one == other) | (one == 0) | (other == 0)


def search(places: Places, keys: np.ndarray, region: np.ndarray, tolerance: float | None) -> Found:
    """Look up n keys, each in its region.

    Entries of another province, city, district or town are left out. Of several that remain, those of the same dong
    are taken, if there are any. They are one place when none lies further than ``tolerance`` metres from their mean;
    without a tolerance, as for streets, when there is only one.
    """
    count = len(keys)
    query, entry = pairs(places, keys)
    known = np.zeros(count, dtype=bool)
    known[query] = True
    fits = agree(region[query, :HARD], places.region[entry, :HARD]).all(axis=1)
    query, entry = query[fits], entry[fits]
    status, xy, spread, row, number, points, whole = _gathered(places, query, entry, count, tolerance)
    doubtful = (status == SEVERAL)[query] & (region[query, DONG] > 0)
    same = doubtful & (region[query, DONG] == places.region[entry, DONG])
    if same.any():
        again = _gathered(places, query[same], entry[same], count, tolerance)
        better = again[0] == ONE
        status, spread, row, points, whole = (
            np.where(better, again[at], old)
            for at, old in ((0, status), (2, spread), (3, row), (5, points), (6, whole))
        )
        xy = np.where(better[:, None], again[1], xy)
    return Found(status, xy, spread, row, number, known & (status == NONE), points, whole)


def _gathered(places: Places, query: np.ndarray, entry: np.ndarray, count: int, tolerance: float | None) -> tuple:
    """Status, mean, spread, first row and number of entries of each query; what they are known from, and if whole."""
    number = np.bincount(query, minlength=count)
    safe = np.maximum(number, 1)
    xy = np.column_stack([np.bincount(query, places.xy[entry, axis], count) for axis in (0, 1)]) / safe[:, None]
    far = np.hypot(*(places.xy[entry] - xy[query]).T)
    starts = np.flatnonzero(np.r_[True, query[1:] != query[:-1]]) if len(query) else np.zeros(0, np.int64)
    own = query[starts]
    spread, apart = np.zeros(count), np.zeros(count)
    row = np.full(count, -1, dtype=np.int64)
    if len(starts):
        spread[own] = np.maximum.reduceat(far + places.spread[entry], starts)
        # What one parcel reaches makes nothing ambiguous; points that lie apart do.
        scattered = np.where(places.points[entry] > 1, places.spread[entry], 0.0)
        apart[own] = np.maximum.reduceat(far + scattered, starts)
        row[own] = np.minimum.reduceat(places.row[entry], starts)
    together = number == 1 if tolerance is None else apart <= tolerance
    status = np.where(number == 0, NONE, np.where(together, ONE, SEVERAL)).astype(np.int8)
    xy[number == 0] = np.nan
    known = np.bincount(query, places.known[entry], count).astype(np.int64)
    whole = np.bincount(query, places.whole[entry], count) == safe
    return status, xy, spread, row, number, known, whole
