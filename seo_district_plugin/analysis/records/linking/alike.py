"""Rows whose names, or whole texts, are among the most alike ones by cosine of weighted grams."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...errors import Tick, no_tick
from .blockkeys import BlockingOptions, Keys
from .grams import most_alike, weigh
from .pairing import NO_PAIRS, Blocks, coded, joined, share_key
from .types import Normal


def zone_alike(normal: Normal, keys: Keys, options: BlockingOptions, tick: Tick) -> Blocks:
    """Alike names inside a zone. Only grams of the zone are looked at: its names are a matrix of their own."""
    zones = np.where(keys.named, keys.zone, -1)
    order = np.argsort(zones, kind="stable")
    start = np.searchsorted(zones[order], 0)
    bounds = np.flatnonzero(np.diff(zones[order[start:]], prepend=-1)) + start
    found, cut, largest = [NO_PAIRS], 0, 0
    for at, first in enumerate(bounds):
        tick(at / len(bounds))
        rows = order[first : bounds[at + 1] if at + 1 < len(bounds) else len(order)]
        if len(rows) < 2:
            continue
        blocks = _alike_rows(normal, rows, keys, options, None, no_tick)
        found.append(blocks.pairs)
        cut += blocks.cut
        largest = max(largest, len(rows))
    pairs = np.concatenate(found)
    return Blocks(pairs, len(bounds), largest, 0, len(pairs) + cut, cut)


def anywhere_alike(normal: Normal, keys: Keys, options: BlockingOptions, tick: Tick) -> Blocks:
    """Alike names anywhere; only by grams that are not frequent, which is what makes it quick."""
    rows = np.flatnonzero(keys.named)
    return _alike_rows(normal, rows, keys, options, 300 if normal.profile.startswith("k") else 2_000, tick)


def _alike_rows(
    normal: Normal, rows: np.ndarray, keys: Keys, options: BlockingOptions, most: int | None, tick: Tick
) -> Blocks:
    """Pairs of rows whose names are among the most alike ones."""
    codes, unique = pd.factorize(keys.core[rows])
    first = np.zeros(len(unique), dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    texts = normal.table["core"].to_numpy(dtype=object)[rows[first]]
    tick(0.0)
    grams = weigh(texts, 2 if normal.profile.startswith("k") else 3, most, tick)
    one, other, _ = most_alike(grams.matrix, options.top, options.least, tick)
    return _of_values(codes, rows, one, other, keys.count, options.cap)


def _of_values(codes: np.ndarray, rows: np.ndarray, one: np.ndarray, other: np.ndarray, size: int, cap: int) -> Blocks:
    """Pairs of rows of pairs of values; of values that many rows have, the first rows only."""
    order = np.argsort(codes, kind="stable")
    count = np.bincount(codes) if len(codes) else np.empty(0, dtype=np.int64)
    start = np.cumsum(count) - count
    product = count[one] * count[other]
    keep = product <= cap * cap // 2
    cut = int(product[~keep].sum())
    one, other, product = one[keep], other[keep], product[keep]
    within = np.arange(int(product.sum())) - np.repeat(np.cumsum(product) - product, product)
    width = np.repeat(count[other], product)
    left = order[np.repeat(start[one], product) + within // width]
    right = order[np.repeat(start[other], product) + within % width]
    pairs = coded(rows[left], rows[right], size)
    return Blocks(pairs, len(one), int(count.max(initial=0)), 0, len(pairs) + cut, cut)


def text_alike(normal: Normal, keys: Keys, options: BlockingOptions, tick: Tick) -> Blocks:
    """Alike whole texts: name, address and further columns together."""
    table = normal.table
    columns = ["words", "road", *(name for name in table.columns if name.startswith("extra:"))]
    whole = table[columns[0]].astype(str)
    for name in columns[1:]:
        whole = whole + " " + table[name].astype(str)
    texts = whole.str.strip().to_numpy(dtype=object)
    rows = np.flatnonzero(texts != "")
    codes, unique = pd.factorize(texts[rows])
    grams = weigh(np.asarray(unique, dtype=object), 3, 2_000, tick)
    one, other, _ = most_alike(grams.matrix, options.top, options.least / 2, tick)
    same = share_key(joined(texts), keys.count, options.cap, (), keys.order, options.window)
    alike = _of_values(codes, rows, one, other, keys.count, options.cap)
    pairs = np.unique(np.concatenate([same.pairs, alike.pairs]))
    return Blocks(pairs, alike.blocks, alike.largest, 0, len(pairs) + alike.cut + same.cut, alike.cut + same.cut)
