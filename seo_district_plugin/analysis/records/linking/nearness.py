"""Rows that lie close together and share a part of their name."""

from __future__ import annotations

import numpy as np

from ...errors import Tick, no_tick
from .pairing import NO_PAIRS, Blocks, share_key

_SHIFTS = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))


def near_with_gram(
    xy: np.ndarray,
    located: np.ndarray,
    grams: tuple[np.ndarray, np.ndarray],
    radius: float,
    cap: int,
    order: np.ndarray,
    window: int,
    tick: Tick = no_tick,
) -> Blocks:
    """Pairs of rows at most ``radius`` apart that share a gram.

    Cells of twice the radius, laid four times, each time moved by half a cell: two points within the radius share a
    cell at least once.

    Args:
        xy: (n, 2) meters; located: (n,) bool rows that have them.
        grams: (row, gram number) entries.
        cap, order, window: as for :func:`.pairing.share_key`.
    """
    size = len(xy)
    entry_rows, values = grams
    use = located[entry_rows]
    entry_rows, values = entry_rows[use], values[use]
    often = np.bincount(values, minlength=1)[values] > 1  # a gram that only one row has cannot be shared
    entry_rows, values = entry_rows[often], values[often]
    if not len(entry_rows):
        return Blocks(NO_PAIRS)
    found = [NO_PAIRS]
    total = Blocks(NO_PAIRS)
    low = np.nanmin(xy[located], axis=0)
    for at, shift in enumerate(_SHIFTS):
        tick(at / len(_SHIFTS))
        cells = np.floor((xy[entry_rows] - low) / (2 * radius) + shift).astype(np.int64)
        key = _keyed(cells, values)
        blocks = share_key(key, len(key), cap, (), order[entry_rows], window, tick)
        tick((at + 0.5) / len(_SHIFTS))
        one, other = entry_rows[blocks.pairs // len(key)], entry_rows[blocks.pairs % len(key)]
        apart = np.hypot(*(xy[one] - xy[other]).T)
        good = (apart <= radius) & (one != other)
        low_row, high_row = np.minimum(one[good], other[good]), np.maximum(one[good], other[good])
        found.append(np.unique(low_row.astype(np.int64) * size + high_row))
        total.blocks += blocks.blocks
        total.largest = max(total.largest, blocks.largest)
        total.split += blocks.split
        total.sizes = total.sizes + blocks.sizes
        total.cut = max(total.cut, blocks.cut)
    total.pairs = np.unique(np.concatenate(found))
    total.possible = len(total.pairs) + total.cut
    return total


def _keyed(cells: np.ndarray, values: np.ndarray) -> np.ndarray:
    """One number per cell and gram."""
    rows, columns = int(cells[:, 1].max()) + 1, int(values.max()) + 1
    return (cells[:, 0] * rows + cells[:, 1]) * columns + values
