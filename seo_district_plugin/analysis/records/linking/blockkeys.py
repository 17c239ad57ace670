"""What rows are blocked by, as numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...errors import Tick, no_tick
from .grams import gram_entries
from .pairing import joined
from .types import Normal, Records


@dataclass(frozen=True)
class BlockingOptions:
    """Attributes:
    cap: rows of a block all of whose pairs are compared.
    window: of the rows of a block that no further key splits, neighbors in the order of names that are compared.
    top: alike names that are taken for each name; least: cosine from which names are alike.
    radius: meters within which rows lie at one place.
    whole: rows up to whose product everything is compared with everything; 0 = never.
    within: whether rows of one register are compared with each other.
    most: pairs at most; 0 = no limit.
    """

    cap: int = 50
    window: int = 5
    top: int = 10
    least: float = 0.45
    radius: float = 60.0
    whole: int = 400_000
    within: bool = True
    most: int = 0


@dataclass
class Keys:
    """Codes of the rows' values, -1 for unknown."""

    count: int
    named: np.ndarray
    core: np.ndarray
    stem: np.ndarray
    zone: np.ndarray
    place: np.ndarray
    lot: np.ndarray
    phone: np.ndarray
    unit: np.ndarray
    opened: np.ndarray
    industry: np.ndarray
    grams: tuple[np.ndarray, np.ndarray]
    order: np.ndarray
    refiners: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)


def keys_of(records: Records, normal: Normal, tick: Tick = no_tick) -> Keys:
    """Numbers of the rows' values, once for all keys."""
    table, count = normal.table, len(records)

    def text(name: str) -> np.ndarray:
        return table[name].to_numpy(dtype=object)

    def number(name: str) -> np.ndarray:
        return table[name].to_numpy()

    tick(0.0)
    core = joined(text("core"))
    opened = np.where(np.isnat(records.opened), -1, records.opened.astype("datetime64[D]").astype(np.int64) + 800_000)
    place = joined(text("road"), number("main"), number("sub"))
    if not normal.profile.startswith("k"):
        place = joined(text("road"), number("main"))
    detailed = (text("unit") != "") | (number("floor") != 0)
    unit = joined(_filled(text("block")), number("floor") + 1_000, _filled(text("unit")))
    tick(0.4)
    grams = _stem_grams(normal)
    tick(0.6)
    keys = Keys(
        count, core >= 0, core, joined(text("stem")), joined(text("dong")), place,
        joined(text("dong"), number("lot_mountain"), number("lot_main"), number("lot_sub")), joined(text("phone")),
        np.where(detailed, unit, -1), opened, joined(text("industry")), grams,
        _ranks(text("core")),
    )  # fmt: skip
    tick(0.9)
    every = np.arange(count)
    named = {"unit": keys.unit, "opened": keys.opened, "phone": keys.phone, "stem": keys.stem, "zone": keys.zone,
             "place": keys.place, "lot": keys.lot}  # fmt: skip
    keys.refiners = {name: (every, values) for name, values in named.items()} | {"grams": keys.grams}
    return keys


def _ranks(texts: np.ndarray) -> np.ndarray:
    """Rank of each text in the order of all."""
    codes, unique = pd.factorize(texts)
    rank = np.empty(len(unique), dtype=np.int64)
    rank[np.argsort(unique.astype(str) if len(unique) else unique, kind="stable")] = np.arange(len(unique))
    return rank[codes]


def _filled(values: np.ndarray) -> np.ndarray:
    return np.where(values == "", "-", values)


def _stem_grams(normal: Normal) -> tuple[np.ndarray, np.ndarray]:
    """Grams of what is particular about each name, as (row, gram number) entries."""
    codes, unique = pd.factorize(normal.table["stem"].to_numpy(dtype=object))
    size = 2 if normal.profile.startswith("k") else 3
    owner, grams = gram_entries(np.asarray(unique, dtype=object), size)
    _, grams = np.unique(grams, return_inverse=True)
    order = np.argsort(codes, kind="stable")
    start = np.searchsorted(codes[order], np.arange(len(unique)))
    end = np.searchsorted(codes[order], np.arange(len(unique)), side="right")
    many = (end - start)[owner]
    within = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    rows = order[np.repeat(start[owner], many) + within]
    return rows, np.repeat(grams.reshape(-1).astype(np.int64), many)
