"""One number for each street and house, lot and parcel: what addresses are looked up by."""

from __future__ import annotations

import numpy as np

from .components import Components

_WIDTH = 100_000  # building numbers have at most five digits


def street_key(road: np.ndarray, part: Components) -> np.ndarray:
    """(n,) int64 of street and number; -1 where one of them is not known."""
    good = (road > 0) & (part.main > 0)
    return np.where(good, ((road * 2 + part.underground) * _WIDTH + part.main) * _WIDTH + part.sub, -1)


def lot_key(dong: np.ndarray, part: Components) -> np.ndarray:
    """(n,) int64 of dong and lot number; -1 where one of them is not known."""
    good = (dong > 0) & (part.lot_main > 0)
    return np.where(good, ((dong.astype(np.int64) * 2 + part.mountain) * _WIDTH + part.lot_main) * _WIDTH
                    + part.lot_sub, -1)  # fmt: skip


def pnu_key(values: np.ndarray) -> np.ndarray:
    """(n,) int64 of clean PNUs (codes of provinces stay below 60, so that 19 digits fit); -1 for blank ones."""
    return np.array([int(value) if value else -1 for value in values], dtype=np.int64)
