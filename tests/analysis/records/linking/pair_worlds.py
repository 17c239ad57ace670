"""Made-up pairs whose probabilities are known, and small registers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from seo_district_plugin.analysis.records.linking.types import NORMAL_NUMBERS, NORMAL_TEXTS, Normal, Records


@dataclass
class World:
    """Pairs with truth: levels (p, f), same (p,) bool, and the tables that they were drawn from."""

    levels: np.ndarray
    same: np.ndarray
    match: list[np.ndarray]
    other: list[list[np.ndarray]]
    shares: np.ndarray
    share: float

    def odds(self, levels: np.ndarray) -> np.ndarray:
        """True log odds of a match given the levels."""
        up = np.zeros(len(levels))
        down = np.zeros((len(levels), len(self.shares))) + np.log(self.shares)
        for at, table in enumerate(self.match):
            known = levels[:, at] > 0
            up[known] += np.log(table[levels[known, at] - 1])
            for c in range(len(self.shares)):
                down[known, c] += np.log(self.other[at][c][levels[known, at] - 1])
        return up - np.log(np.exp(down).sum(axis=1)) + np.log(self.share / (1 - self.share))


MATCH = [
    np.array([0.05, 0.05, 0.20, 0.70]),
    np.array([0.06, 0.14, 0.80]),
    np.array([0.10, 0.05, 0.85]),
    np.array([0.15, 0.85]),
    np.array([0.10, 0.30, 0.60]),
]
NEIGHBORS = [
    np.array([0.90, 0.07, 0.02, 0.01]),
    np.array([0.05, 0.25, 0.70]),
    np.array([0.02, 0.08, 0.90]),
    np.array([0.99, 0.01]),
    np.array([0.80, 0.15, 0.05]),
]
BRANCHES = [
    np.array([0.05, 0.15, 0.30, 0.50]),
    np.array([0.90, 0.08, 0.02]),
    np.array([0.93, 0.05, 0.02]),
    np.array([0.95, 0.05]),
    np.array([0.30, 0.30, 0.40]),
]


def draw_world(seed: int, pairs: int = 60_000, share: float = 0.08, missing: float = 0.1, classes: int = 2) -> World:
    """Matches and one or two kinds of non-matches; levels missing at random."""
    rng = np.random.default_rng(seed)
    shares = np.array([0.7, 0.3])[:classes] / np.array([0.7, 0.3])[:classes].sum()
    kind = np.where(rng.random(pairs) < share, -1, rng.choice(classes, size=pairs, p=shares))
    other = [[NEIGHBORS[at], BRANCHES[at]][:classes] for at in range(len(MATCH))]
    levels = np.zeros((pairs, len(MATCH)), dtype=np.int8)
    for at, table in enumerate(MATCH):
        for c in range(-1, classes):
            own = table if c < 0 else other[at][c]
            rows = np.flatnonzero(kind == c)
            levels[rows, at] = 1 + rng.choice(len(own), size=len(rows), p=own)
    levels[rng.random(levels.shape) < missing] = 0
    return World(levels, kind < 0, MATCH, other, shares, share)


def days(*texts: str) -> np.ndarray:
    """Days, "" = none."""
    return np.array([text or "NaT" for text in texts], dtype="datetime64[D]")


def texts(values: list[str] | None, count: int) -> np.ndarray:
    """An object column."""
    made = np.empty(count, dtype=object)
    made[:] = values if values is not None else [""] * count
    return made


def records(register: list[int], names: list[str], **columns: object) -> Records:
    """A few rows; registers are called R0, R1, ..."""
    count = len(register)
    made: dict[str, object] = {
        field: texts(columns.pop(field, None), count) for field in ("address", "lot_address", "phone", "category")
    }
    for field in ("opened", "closed"):
        values = columns.pop(field, None)
        made[field] = days(*([""] * count if values is None else values))
    made["xy"] = np.array(columns.pop("xy", np.full((count, 2), np.nan)), dtype=np.float64).reshape(count, 2)
    is_open = columns.pop("is_open", None)
    made["is_open"] = np.isnat(made["closed"]) if is_open is None else np.array(is_open, dtype=bool)
    own = tuple(f"R{at}" for at in range(max(register, default=-1) + 1))
    return Records(np.array(register, dtype=np.int16), own, texts(names, count), **made, **columns)


def normal(count: int, **columns: list) -> Normal:
    """A normal form with some columns filled."""
    table = {name: texts(columns.get(name), count) for name in NORMAL_TEXTS}
    table |= {name: np.array(columns.get(name, [unknown] * count)) for name, unknown in NORMAL_NUMBERS.items()}
    return Normal(pd.DataFrame(table))
