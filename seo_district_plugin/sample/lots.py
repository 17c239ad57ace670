"""Lots: each block is cut into rows of lots that face a street or an alley, with lot number and road address."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .districts import Cells
from .lattice import Lattice
from .presets import BLOCK
from .streets import NUMBER_STEP, WIDTH, Side, Streets
from .uses import COMPLEX, OLD_HOMES, PARK, PUBLIC, SCHOOL, SHOPS, VILLAGE, VILLAS, Uses

# Rows and lots per row of a block (assumption: lots of about 260, 450 and 1,000 m2).
ROWS = {OLD_HOMES: (4, 7), VILLAS: (4, 4), VILLAGE: (4, 4), SHOPS: (2, 4)}
WHOLE = (COMPLEX, SCHOOL, PARK, PUBLIC)
VACANT = {OLD_HOMES: 0.10, VILLAS: 0.07, VILLAGE: 0.25, SHOPS: 0.05}  # assumption
SOUTH, NORTH, WEST, EAST, BELOW_ALLEY, ABOVE_ALLEY = range(6)
"""Which street a lot faces: the one on that side of the block, or the alley in the middle from below or above."""


def make_lots(lattice: Lattice, cells: Cells, uses: Uses, streets: Streets, rng: np.random.Generator) -> pd.DataFrame:
    """All lots that can be reached.

    Returns:
        Frame: a, b (block), u0, u1, v0, v1 (lattice meters), block_use, face, vacant, dong, legal, x, y, area, road_ix,
        along (m on the road), left, main, sub, lot_main, lot_sub, mountain, pnu, blocks (1 or 2).
    """
    margin = _margins(uses, streets)
    parts = [_rows(uses, margin, use) for use in ROWS] + [_whole(uses, margin)]
    lots = pd.concat(parts, ignore_index=True)
    lots = lots.sort_values(["a", "b", "v0", "u0"], kind="stable", ignore_index=True)
    _face(lots, uses, streets)
    lots = lots[lots["face"] >= 0].reset_index(drop=True)
    lots["dong"] = uses.dong[lots["a"], lots["b"]]
    lots["legal"] = uses.legal[lots["a"], lots["b"]]
    lots["x"], lots["y"] = lattice.forward((lots["u0"] + lots["u1"]) / 2, (lots["v0"] + lots["v1"]) / 2)
    corner = lot_corners(lattice, lots)
    lots["area"] = _area(corner).round(1)
    lots["vacant"] = rng.random(len(lots)) < lots["block_use"].map(VACANT).fillna(0.0)
    _addresses(lots, streets)
    _numbers(lots, cells, uses)
    return lots


def lot_corners(lattice: Lattice, lots: pd.DataFrame, shrink: float = 0.0) -> np.ndarray:
    """(n, 4, 2) corners counterclockwise, drawn in by ``shrink`` meters on each side."""
    u0, u1 = lots["u0"].to_numpy() + shrink, lots["u1"].to_numpy() - shrink
    v0, v1 = lots["v0"].to_numpy() + shrink, lots["v1"].to_numpy() - shrink
    return np.stack(lattice.forward(np.stack([u0, u1, u1, u0], 1), np.stack([v0, v0, v1, v1], 1)), axis=2)


def _area(corner: np.ndarray) -> np.ndarray:
    x, y = corner[..., 0] - corner[:, :1, 0], corner[..., 1] - corner[:, :1, 1]
    return 0.5 * (x * np.roll(y, -1, 1) - np.roll(x, -1, 1) * y).sum(axis=1)


def _street_width(side: Side, streets: Streets) -> np.ndarray:
    widths = streets.roads["class"].map(WIDTH).to_numpy(dtype=float)
    return np.where(side.there, widths[side.road], 0.0)


def _margins(uses: Uses, streets: Streets) -> np.ndarray:
    """(4, blocks, blocks): distance of the lots from the block's southern, northern, western, eastern side."""
    vertical = _street_width(streets.vertical, streets) / 2 + 1.0
    horizontal = _street_width(streets.horizontal, streets) / 2 + 1.0
    return np.stack([horizontal[:, :-1], horizontal[:, 1:], vertical[:-1, :], vertical[1:, :]])


def _rows(uses: Uses, margin: np.ndarray, use: int) -> pd.DataFrame:
    """Rows of equal lots in all blocks of a use."""
    rows, count = ROWS[use]
    a, b = np.nonzero(uses.use == use)
    south, north, west, east = margin[:, a, b]
    half = BLOCK / 2 - (WIDTH["alley"] / 2 + 0.5 if rows == 4 else 0.0)
    if rows == 4:
        middle_low, middle_high = (south + half) / 2, (BLOCK - half + BLOCK - north) / 2
        spans = [(south, middle_low), (middle_low, half * np.ones_like(south))]
        spans += [((BLOCK - half) * np.ones_like(south), middle_high), (middle_high, BLOCK - north)]
        faces: tuple[int, ...] = (SOUTH, BELOW_ALLEY, ABOVE_ALLEY, NORTH)
    else:
        spans = [(south, half * np.ones_like(south)), (half * np.ones_like(south), BLOCK - north)]
        faces = (SOUTH, NORTH)
    frames = []
    for (low, high), face in zip(spans, faces):
        for k in range(count):
            wide = (BLOCK - west - east) / count
            frames.append(
                pd.DataFrame(
                    {
                        "a": a,
                        "b": b,
                        "u0": a * BLOCK + west + k * wide,
                        "u1": a * BLOCK + west + (k + 1) * wide,
                        "v0": b * BLOCK + low,
                        "v1": b * BLOCK + high,
                        "block_use": use,
                        "face": face,
                        "end": WEST if k == 0 else EAST if k == count - 1 else -1,
                        "blocks": 1,
                    }
                )
            )
    return pd.concat(frames, ignore_index=True)


def _whole(uses: Uses, margin: np.ndarray) -> pd.DataFrame:
    """Lots of a whole block, or of two in a complex."""
    eastern = np.zeros_like(uses.pair)
    eastern[1:] = uses.pair[:-1]
    a, b = np.nonzero(np.isin(uses.use, WHOLE) & ~eastern)
    blocks = np.where(uses.pair[a, b], 2, 1)
    east = margin[3, a + blocks - 1, b]
    return pd.DataFrame(
        {
            "a": a,
            "b": b,
            "u0": a * BLOCK + margin[2, a, b],
            "u1": (a + blocks) * BLOCK - east,
            "v0": b * BLOCK + margin[0, a, b],
            "v1": (b + 1) * BLOCK - margin[1, a, b],
            "block_use": uses.use[a, b],
            "face": -1,
            "end": -1,
            "blocks": blocks,
        }
    )


def _face(lots: pd.DataFrame, uses: Uses, streets: Streets) -> None:
    """Settle the street of each lot: its own row's, the wider side street for corner lots, the widest for whole blocks;
    -1 where there is none."""
    a, b, last = lots["a"].to_numpy(), lots["b"].to_numpy(), (lots["a"] + lots["blocks"]).to_numpy()
    vertical, horizontal = _street_width(streets.vertical, streets), _street_width(streets.horizontal, streets)
    alley = np.where(streets.alley.there, WIDTH["alley"], 0.0)[a, b]
    # Of a complex over two blocks only the western one's southern and northern stretch bears the address.
    wide = np.stack([horizontal[a, b], horizontal[a, b + 1], vertical[a, b], vertical[last, b], alley, alley])
    face, end = lots["face"].to_numpy().copy(), lots["end"].to_numpy()
    own = np.where(face >= 0, wide[np.maximum(face, 0), np.arange(len(lots))], 0.0)
    side = np.where(end >= 0, wide[np.maximum(end, 0), np.arange(len(lots))], 0.0)
    corner = (end >= 0) & np.isin(face, (SOUTH, NORTH)) & (side > own)
    face = np.where(corner, end, face)
    best = wide[:4].argmax(axis=0)
    whole = lots["face"].to_numpy() < 0
    face = np.where(whole, best, face)
    reached = wide[np.maximum(face, 0), np.arange(len(lots))] > 0
    lots["face"] = np.where(reached, face, -1)


def _addresses(lots: pd.DataFrame, streets: Streets) -> None:
    """Base numbers: 20 m steps from the road's start, odd left, even right; lots in one step get sub numbers."""
    a, b, face = lots["a"].to_numpy(), lots["b"].to_numpy(), lots["face"].to_numpy()
    road, along = np.zeros(len(lots), dtype=int), np.zeros(len(lots))
    across = ((lots["u0"] + lots["u1"]) / 2 / BLOCK).to_numpy() - a
    up = ((lots["v0"] + lots["v1"]) / 2 / BLOCK).to_numpy() - b
    last = a + lots["blocks"].to_numpy()
    sides = {
        SOUTH: (streets.horizontal, a, b, across),
        NORTH: (streets.horizontal, a, b + 1, across),
        WEST: (streets.vertical, a, b, up),
        EAST: (streets.vertical, last, b, up),
        BELOW_ALLEY: (streets.alley, a, b, across),
        ABOVE_ALLEY: (streets.alley, a, b, across),
    }
    for code, (side, i, j, share) in sides.items():
        on = face == code
        road[on] = side.road[i[on], j[on]]
        share = np.clip(share[on], 0.0, 0.999)
        along[on] = side.start[i[on], j[on]] + share * side.length[i[on], j[on]]
    # Eastward roads: what lies north is on the left. Northward roads: what lies west is on the left.
    left = np.isin(face, (SOUTH, ABOVE_ALLEY, EAST))
    lots["road_ix"], lots["along"], lots["left"] = road, along, left
    lots["main"] = (2 * (along // NUMBER_STEP) + np.where(left, 1, 2)).astype(int)
    order = lots.sort_values(["road_ix", "main", "along"], kind="stable")
    lots["sub"] = order.groupby(["road_ix", "main"]).cumcount().reindex(lots.index)


def _numbers(lots: pd.DataFrame, cells: Cells, uses: Uses) -> None:
    """Lot numbers: a main number per block of a legal dong, sub numbers within; lots on hills are 산."""
    block = lots["a"] * 10_000 + lots["b"]
    lots["lot_main"] = block.groupby(lots["legal"]).rank(method="dense").astype(int)
    lots["lot_sub"] = lots.groupby(["legal", "lot_main"]).cumcount()
    steep = uses.slope[lots["a"], lots["b"]] > 0.08
    lots["mountain"] = ((lots["block_use"] == VILLAGE) & steep).astype(int)
    code = np.array(cells.legal_codes, dtype=object)[lots["legal"]]
    lots["pnu"] = [
        f"{c}{m + 1}{main:04d}{sub:04d}"
        for c, m, main, sub in zip(code, lots["mountain"].tolist(), lots["lot_main"].tolist(), lots["lot_sub"].tolist())
    ]
