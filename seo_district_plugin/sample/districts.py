"""Which cells of the lattice belong to the district, and to which dong and legal dong: regions that hang together."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from .presets import CELL, PLACE_CODE, Preset

SPARE_NAMES = ("늘봄내동", "꽃누리동", "돌여울동", "햇귀동", "잣뫼동", "물레동", "솔고개동", "띠앗동")
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1))


@dataclass
class Cells:
    """Lattice cells (columns, rows).

    Attributes:
        dong: index into the preset's dong, -1 outside.
        legal: index into ``legal_names``, -1 outside.
        legal_names, legal_codes: legal dong and their 10-digit codes.
        dong_codes: 8-digit codes, in the preset's order.
    """

    dong: np.ndarray
    legal: np.ndarray
    legal_names: list[str]
    legal_codes: list[str]
    dong_codes: list[str]


def make_cells(preset: Preset, rng: np.random.Generator) -> Cells:
    """Choose the district's cells, grow the dong from their seeds, divide the dong of several legal dong."""
    mask = _mask(preset, rng)
    seeds = [(dong.column, dong.row) for dong in preset.dong]
    dong = _grow(mask, seeds, np.array([float(plan.cells) for plan in preset.dong]))
    _mend(dong)
    names: list[str] = []
    for plan in preset.dong:
        names += [name for name in plan.legal if name not in names]
    legal = np.full(mask.shape, -1)
    for index, plan in enumerate(preset.dong):
        inside = dong == index
        if len(plan.legal) == 1:
            legal[inside] = names.index(plan.legal[0])
        else:
            parts = _grow(inside, _spread(inside, len(plan.legal)), np.ones(len(plan.legal)))
            _mend(parts)
            legal[inside] = np.array([names.index(name) for name in plan.legal])[parts[inside]]
    _split(legal, names)
    # Codes of no real dong of the place: the real ones end at 660 and 127.
    dong_codes = [f"{PLACE_CODE}{710 + 10 * i}" for i in range(len(preset.dong))]
    legal_codes = [f"{PLACE_CODE}{201 + i}00" for i in range(len(names))]
    return Cells(dong, legal, names, legal_codes, dong_codes)


def _mask(preset: Preset, rng: np.random.Generator) -> np.ndarray:
    """One interval of cells per row, wide enough in all for the district's area."""
    row = (np.arange(preset.rows) + 0.5) / preset.rows
    share, middle, width = np.array(preset.outline).T
    wiggle = ndimage.gaussian_filter1d(rng.standard_normal((2, preset.rows)), 1.3, axis=1) * (preset.rows / 26)
    center = np.interp(row, share, middle) + (wiggle[0] + wiggle[1]) / 2
    wide = np.maximum(np.interp(row, share, width) + wiggle[0] - wiggle[1], 2.0)
    target = round(preset.km2 * 1e6 / CELL**2)
    low, high = 0.1, 3.0
    for _ in range(40):  # bisection on the width
        factor = (low + high) / 2
        mask = _intervals(preset, center, wide * factor)
        low, high = (factor, high) if mask.sum() < target else (low, factor)
    return mask


def _intervals(preset: Preset, center: np.ndarray, wide: np.ndarray) -> np.ndarray:
    """Cells within the width; each row overlaps the next in two cells at least, so that nothing hangs by a corner."""
    first = np.clip(np.round(center - wide / 2), 1, preset.columns - 3).astype(int)
    last = np.clip(np.round(center + wide / 2), 3, preset.columns - 1).astype(int)  # exclusive
    mask = np.zeros((preset.columns, preset.rows), dtype=bool)
    for row in range(preset.rows):
        if row:
            first[row] = min(first[row], last[row - 1] - 2)
            last[row] = max(last[row], first[row - 1] + 2)
        mask[first[row] : last[row], row] = True
    return mask


def _grow(mask: np.ndarray, seeds: list[tuple[int, int]], targets: np.ndarray) -> np.ndarray:
    """Regions grown from seeds: always the one furthest from its target takes its nearest free neighbor."""
    label = np.where(mask, -2, -1)
    edges: list[set[tuple[int, int]]] = []
    sizes = np.ones(len(seeds))
    free_cells = np.argwhere(mask)
    starts = []
    for seed in seeds:
        order = np.argsort(((free_cells - seed) ** 2).sum(axis=1), kind="stable")
        start = next(tuple(free_cells[i]) for i in order if tuple(free_cells[i]) not in starts)
        starts.append(start)
    for index, start in enumerate(starts):
        label[start] = index
    for start in starts:
        edges.append(set(_free(label, start)))
    while True:
        live = [i for i in range(len(seeds)) if edges[i]]
        if not live:
            return label
        index = min(live, key=lambda i: (sizes[i] / targets[i], i))
        cell = min(edges[index], key=lambda c: ((c[0] - seeds[index][0]) ** 2 + (c[1] - seeds[index][1]) ** 2, c))
        label[cell] = index
        sizes[index] += 1
        for other in edges:
            other.discard(cell)
        edges[index].update(_free(label, cell))


def _free(label: np.ndarray, cell: tuple[int, int]) -> list[tuple[int, int]]:
    near = ((cell[0] + i, cell[1] + j) for i, j in _SIDES)
    return [(i, j) for i, j in near if 0 <= i < label.shape[0] and 0 <= j < label.shape[1] and label[i, j] == -2]


def _mend(label: np.ndarray) -> None:
    """Give a cell away wherever a region touches itself at a corner only: its border would touch itself."""
    for _ in range(20):
        clean = True
        for i in range(label.shape[0] - 1):
            for j in range(label.shape[1] - 1):
                a, b, c, d = label[i, j], label[i + 1, j], label[i, j + 1], label[i + 1, j + 1]
                for own, pinch, cells in (
                    (a, a == d and a not in (b, c), ((i + 1, j), (i, j + 1))),
                    (b, b == c and b not in (a, d), ((i, j), (i + 1, j + 1))),
                ):
                    if pinch and own >= 0:
                        clean = False
                        _give(label, cells, own)
        if clean:
            return


def _give(label: np.ndarray, cells: tuple[tuple[int, int], ...], to: int) -> bool:
    """Hand one of the cells to a region if the loser stays in one piece."""
    for cell in cells:
        loser = label[cell]
        if loser < 0 or (label == loser).sum() < 3:
            continue
        label[cell] = to
        if _whole(label == loser):
            return True
        label[cell] = loser
    return False


def _whole(region: np.ndarray) -> bool:
    cells = set(map(tuple, np.argwhere(region).tolist()))
    start = min(cells)
    seen, queue = {start}, deque([start])
    while queue:
        i, j = queue.popleft()
        for near in ((i + k, j + m) for k, m in _SIDES):
            if near in cells and near not in seen:
                seen.add(near)
                queue.append(near)
    return len(seen) == len(cells)


def _split(legal: np.ndarray, names: list[str]) -> None:
    """Where the dong of one legal dong do not lie side by side, the smaller part becomes a legal dong of its own."""
    spare = iter(SPARE_NAMES)
    for index in range(len(names)):
        region = legal == index
        parts, count = ndimage.label(region)
        if count > 1:
            sizes = np.bincount(parts.ravel())[1:]
            for part in np.flatnonzero(np.arange(count) != sizes.argmax()) + 1:
                names.append(next(spare))
                legal[parts == part] = len(names) - 1


def _spread(region: np.ndarray, count: int) -> list[tuple[int, int]]:
    """Cells of a region far from one another: each next one farthest from those chosen."""
    cells = np.argwhere(region)
    chosen = [cells[0]]
    far = ((cells - chosen[0]) ** 2).sum(axis=1)
    for _ in range(count - 1):
        chosen.append(cells[int(np.argmax(far))])
        far = np.minimum(far, ((cells - chosen[-1]) ** 2).sum(axis=1))
    return [(int(i), int(j)) for i, j in chosen]
