"""Pairs of rows that share a key; blocks that are too large are split by further keys instead of being dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...errors import Tick, no_tick

NO_PAIRS = np.empty(0, dtype=np.int64)
SIZE_ENDS = (2, 5, 10, 20, 50, 100, 1000)
"""Upper ends of the classes of block sizes; the last class is what is larger."""


@dataclass
class Blocks:
    """What a key gave.

    Attributes:
        pairs: (p,) int64 codes a * n + b with a < b, each once.
        blocks: keys that at least two rows share; largest: rows of the largest.
        split: blocks that were too large, and were split.
        possible: pairs that share the key; cut: those of them that were not taken.
        sizes: blocks per class of sizes.
    """

    pairs: np.ndarray
    blocks: int = 0
    largest: int = 0
    split: int = 0
    possible: int = 0
    cut: int = 0
    sizes: np.ndarray = field(default_factory=lambda: np.zeros(len(SIZE_ENDS) + 1, dtype=np.int64))


def joined(*columns: np.ndarray) -> np.ndarray:
    """One code per combination of values, (n,) int64; -1 where one of them is missing ("", negative or -1)."""
    code, known = np.zeros(len(columns[0]), dtype=np.int64), np.ones(len(columns[0]), dtype=bool)
    for values in columns:
        own, unique = pd.factorize(values)
        known &= (values != "") if values.dtype == object else (values >= 0)
        code, _ = pd.factorize(code * (len(unique) + 1) + own)
    return np.where(known, code, -1).astype(np.int64)


def share_key(
    key: np.ndarray,
    size: int,
    cap: int,
    refine: Sequence[tuple[np.ndarray, np.ndarray]] = (),
    order: np.ndarray | None = None,
    window: int = 0,
    tick: Tick = no_tick,
) -> Blocks:
    """Pairs of rows with the same key.

    Args:
        key: (n,) int64, -1 = none.
        size: number of rows, for the codes of pairs.
        cap: rows of a block all of whose pairs are taken.
        refine: further keys as (row, value) entries, several per row allowed; within a larger block rows that share one
            of them are paired.
        order: (n,) rank by which rows of still too large blocks are sorted; window: neighbors in it to be paired.
        tick: is told 0 each time: what matters is that it is called.
    """
    tick(0.0)
    rows = np.flatnonzero(key >= 0)
    rows = rows[np.argsort(key[rows], kind="stable")]
    _, count = _groups(key[rows])
    possible = int((count.astype(np.int64) * (count - 1) // 2).sum())
    large = count > cap
    out = Blocks(NO_PAIRS, int((count > 1).sum()), int(count.max(initial=0)), int(large.sum()), possible)
    out.sizes = np.bincount(np.searchsorted(SIZE_ENDS, count[count > 1]), minlength=len(SIZE_ENDS) + 1)
    member = np.repeat(large, count)
    found = [_all_pairs(rows[~member], count[~large], size)]
    tick(0.0)
    if large.any():
        split = _split(key, rows[member], size, cap, refine, order, window, tick)
        whole = int((count[large].astype(np.int64) * (count[large] - 1) // 2).sum())
        out.cut = whole - len(split)
        found.append(split)
    out.pairs = np.concatenate(found)
    return out


def _split(
    key: np.ndarray,
    rows: np.ndarray,
    size: int,
    cap: int,
    refine: Sequence[tuple[np.ndarray, np.ndarray]],
    order: np.ndarray | None,
    window: int,
    tick: Tick,
) -> np.ndarray:
    """Pairs of rows of large blocks that share a further key too, and neighbors in the order."""
    inside = np.zeros(len(key), dtype=bool)
    inside[rows] = True
    found = [_neighbors(key, rows, size, order, window)]
    for entry_rows, values in refine:
        tick(0.0)
        use = inside[entry_rows] & (values >= 0)
        own, value = entry_rows[use], values[use]
        if not len(own):
            continue
        both = key[own] * (int(value.max()) + 1) + value
        by = np.argsort(both, kind="stable")
        own, both = own[by], both[by]
        _, count = _groups(both)
        small = np.repeat(count <= cap, count)
        found.append(_all_pairs(own[small], count[count <= cap], size))
        if not small.all():
            found.append(_neighbors(both[~small], own[~small], size, order, window, given=True))
    return np.unique(np.concatenate(found))


def _neighbors(
    key: np.ndarray, rows: np.ndarray, size: int, order: np.ndarray | None, window: int, *, given: bool = False
) -> np.ndarray:
    """Pairs of rows at most ``window`` places apart among those of the same key, sorted by the order.

    Args:
        key: of all rows, or (given) of ``rows``.
    """
    if not window:
        return NO_PAIRS
    own = key if given else key[rows]
    rank = rows if order is None else order[rows]
    by = np.lexsort((rows, rank, own))
    own, rows = own[by], rows[by]
    found = [NO_PAIRS]
    for step in range(1, window + 1):
        same = np.flatnonzero(own[:-step] == own[step:])
        found.append(coded(rows[same], rows[same + step], size))
    return np.unique(np.concatenate(found))


def _groups(sorted_key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Starts and sizes of runs of equal values."""
    if not len(sorted_key):
        return NO_PAIRS, NO_PAIRS
    start = np.flatnonzero(np.r_[True, sorted_key[1:] != sorted_key[:-1]])
    return start, np.diff(np.r_[start, len(sorted_key)])


def _all_pairs(rows: np.ndarray, count: np.ndarray, size: int) -> np.ndarray:
    """Codes of all pairs inside groups that lie one behind the other."""
    if not len(rows):
        return NO_PAIRS
    end = np.repeat(np.cumsum(count), count)
    left = end - np.arange(len(rows)) - 1  # rows of the group behind this one
    active = np.flatnonzero(left > 0)
    found = [NO_PAIRS]
    step = 1
    while len(active):
        found.append(coded(rows[active], rows[active + step], size))
        step += 1
        active = active[left[active] >= step]
    return np.concatenate(found)


def coded(one: np.ndarray, other: np.ndarray, size: int) -> np.ndarray:
    """Codes of pairs, the smaller row first; a row with itself is dropped."""
    low, high = np.minimum(one, other).astype(np.int64), np.maximum(one, other).astype(np.int64)
    made = low * size + high
    return made[low != high]


def united(found: Sequence[np.ndarray], tick: Tick = no_tick) -> tuple[np.ndarray, np.ndarray]:
    """All pairs once, sorted, and which of the lists (bits of uint16) have each.

    Args:
        found: sorted lists, each pair once in a list.
    """
    codes, bits = NO_PAIRS, np.empty(0, dtype=np.uint16)
    for at, part in enumerate(found):
        tick(at / len(found))
        if not len(part):
            continue
        both = np.concatenate([codes, part])
        own = np.concatenate([bits, np.full(len(part), 1 << at, dtype=np.uint16)])
        order = np.argsort(both, kind="stable")  # merges two sorted runs
        both, own = both[order], own[order]
        start, _ = _groups(both)
        codes, bits = both[start], np.bitwise_or.reduceat(own, start)
    return codes, bits
