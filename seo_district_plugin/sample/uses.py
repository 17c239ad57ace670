"""What each block of 100 m is used for: water, forest, fields, villages, apartments, old quarters, shops, schools."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .districts import Cells
from .ground import Ground, river_distance
from .lattice import Lattice
from .presets import APART, BLOCK, CELL, CENTER, HILL, OLD, RURAL, SUB, Preset

OUTSIDE, WATER, FOREST, FARM, VILLAGE, COMPLEX, OLD_HOMES, VILLAS, SHOPS, SCHOOL, PARK, PUBLIC = range(12)
BUILT = (VILLAGE, COMPLEX, OLD_HOMES, VILLAS, SHOPS, SCHOOL, PARK, PUBLIC)
STEEP, HILLY = 0.20, 0.10  # slope above which nothing stands, and above which streets become stairs (assumption)


@dataclass
class Uses:
    """Per block (columns * 4, rows * 4).

    Attributes:
        use: one of the codes above; kind: index of the dong's kind in ``KINDS``; dong, legal: -1 outside.
        slope: rise over run; busy: closeness to a shopping center, 0 to 1; pair: the western block of a complex over
            two blocks.
    """

    use: np.ndarray
    dong: np.ndarray
    legal: np.ndarray
    kind: np.ndarray
    slope: np.ndarray
    busy: np.ndarray
    pair: np.ndarray

    def built(self) -> np.ndarray:
        """Blocks with something built."""
        return np.isin(self.use, BUILT)


KINDS = (CENTER, APART, OLD, HILL, RURAL)


def make_uses(preset: Preset, lattice: Lattice, cells: Cells, ground: Ground, rng: np.random.Generator) -> Uses:
    """Decide the use of every block from its dong, slope and distance to the shopping centers."""
    dong = np.repeat(np.repeat(cells.dong, SUB, axis=0), SUB, axis=1)
    legal = np.repeat(np.repeat(cells.legal, SUB, axis=0), SUB, axis=1)
    a, b = np.indices(dong.shape)
    x, y = lattice.block_center(a, b)
    slope, raised = ground.slope(x, y), ground.hill_height(x, y)
    kinds = np.array([KINDS.index(plan.kind) for plan in preset.dong])
    kind = np.where(dong >= 0, kinds[dong], -1)
    busy = busyness(preset, (a + 0.5) * BLOCK, (b + 0.5) * BLOCK)
    use = _town(kind, busy, a, b, rng)
    use[kind == KINDS.index(RURAL)] = FARM
    steep = (slope > STEEP) | (raised > 90.0) | ((raised > 25.0) & (kind != KINDS.index(HILL)) & (slope > HILLY))
    use[steep] = FOREST
    use[(kind == KINDS.index(RURAL)) & (slope > 0.12)] = FOREST
    use[np.abs(river_distance(preset, (b + 0.5) * BLOCK)) < BLOCK] = WATER
    use[(a == preset.stream_column * SUB + 1) & (b < preset.river_row * SUB + 2)] = WATER
    use[dong < 0] = OUTSIDE
    uses = Uses(use, dong, legal, kind, slope, busy, np.zeros(use.shape, dtype=bool))
    _villages(preset, uses, rng)
    _schools(preset, uses, rng)
    _pairs(uses)
    return uses


def busyness(preset: Preset, u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """Closeness to the shopping centers, 0 to 1: sum of their bells (radius 700 m for the first)."""
    total = np.zeros_like(np.asarray(u, dtype=float))
    for column, row, strength in preset.cores:
        radius = 350.0 + 350.0 * strength
        total += strength * np.exp(-((u - column * CELL) ** 2 + (v - row * CELL) ** 2) / radius**2)
    return np.clip(total, 0.0, 1.0)


def _town(kind: np.ndarray, busy: np.ndarray, a: np.ndarray, b: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Uses of the built-up dong. Shares are assumptions."""
    shape = kind.shape
    # Quarters of 200 m share a use in the planned parts of town; old quarters vary block by block.
    quarter = rng.random((shape[0] // 2 + 1, shape[1] // 2 + 1))[a // 2, b // 2]
    block = rng.random(shape)
    main = ((a % 8 == 0) | (a % 8 == 7) | (b % 8 == 0) | (b % 8 == 7)).astype(float)
    use = np.full(shape, OLD_HOMES)
    planned = (kind == KINDS.index(CENTER)) | (kind == KINDS.index(APART))
    shop_share = np.where(kind == KINDS.index(CENTER), 0.04 + 0.95 * busy**1.3, 0.03 + 0.9 * busy**1.3)
    shop_share = shop_share * (0.75 + 0.5 * main)
    use[planned] = np.select(
        [quarter < shop_share, quarter < shop_share + 0.06, quarter < shop_share + 0.10, quarter > 0.86],
        [SHOPS, PARK, PUBLIC, VILLAS],
        COMPLEX,
    )[planned]
    grown = (kind == KINDS.index(OLD)) | (kind == KINDS.index(HILL))
    shop_share = 0.01 + 0.06 * main + 0.7 * busy
    use[grown] = np.select(
        [block < shop_share, block < shop_share + 0.02, block < shop_share + 0.03, quarter > 0.93, quarter > 0.72],
        [SHOPS, PARK, PUBLIC, COMPLEX, VILLAS],
        OLD_HOMES,
    )[grown]
    return use


def _villages(preset: Preset, uses: Uses, rng: np.random.Generator) -> None:
    """Clusters of houses on flat farmland along the roads of the lattice, along the stream and in side valleys."""
    wanted = preset.counts["villages"]
    a, b = np.indices(uses.use.shape)
    road = (a == preset.stream_column * SUB) | (b % 8 == 0)
    spots = np.argwhere((uses.use == FARM) & (uses.slope < 0.05) & road)
    chosen: list[np.ndarray] = []
    for spot in spots[rng.permutation(len(spots))]:
        if len(chosen) == wanted:
            break
        if all(np.abs(spot - other).max() > 6 for other in chosen):
            chosen.append(spot)
            i, j = spot
            near = (slice(max(i - 1, 0), i + 2), slice(max(j - 1, 0), j + 2))
            uses.use[near] = np.where((uses.use[near] == FARM) & (uses.slope[near] < 0.1), VILLAGE, uses.use[near])


def _schools(preset: Preset, uses: Uses, rng: np.random.Generator) -> None:
    """One block per school, among homes, apart from the next; one in the country.

    A few more than there are schools: a block that no street reaches drops out, what is left over becomes a library.
    """
    wanted = sum(preset.counts[level] for level in ("elementary", "middle", "high"))
    wanted += 1 + wanted // 25
    homes = np.argwhere(np.isin(uses.use, (COMPLEX, OLD_HOMES, VILLAS)) & (uses.slope < 0.14))
    weight = np.where(uses.use[tuple(homes.T)] == COMPLEX, 1.6, 1.0)
    order = np.argsort(rng.random(len(homes)) ** (1 / weight) * -1, kind="stable")
    chosen: list[np.ndarray] = list(np.argwhere(uses.use == VILLAGE)[:1])
    for apart in (6, 4, 3, 2, 1):
        for spot in homes[order]:
            if len(chosen) >= wanted:
                break
            if all(np.abs(spot - other).sum() >= apart for other in chosen):
                chosen.append(spot)
    for i, j in chosen:
        uses.use[i, j] = SCHOOL


def _pairs(uses: Uses) -> None:
    """Complexes over two blocks, where both blocks of a 200 m quarter's row are apartments."""
    west = uses.use[0::2, :] == COMPLEX
    east = uses.use[1::2, :] == COMPLEX
    uses.pair[0::2, :] = west & east & (uses.legal[0::2, :] == uses.legal[1::2, :])
