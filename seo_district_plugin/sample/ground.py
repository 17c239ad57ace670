"""Heights: hills in the west and south, a plain that falls to the river, the river and a stream cut into it.

A surface of 40 m cells carries hills and plain; it is brought to 5 m by cubic interpolation (a sparse product per
axis), where the channels with their terraces are carved.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage, sparse

from .districts import Cells
from .lattice import DEM_CELL, Lattice, smoothstep
from .presets import CELL, OLD, Preset

COARSE = 40.0
# Height above the water level by distance from the middle of the channel, m: bed, flood terraces, levee (assumption).
RIVER_PROFILE = (
    (0.0, 32.0, 38.0, 60.0, 64.0, 84.0, 92.0, 100.0, 118.0),
    (-1.6, -1.6, 1.0, 1.4, 2.6, 3.0, 6.6, 6.8, 6.0),
)
STREAM_PROFILE = (
    (0.0, 6.0, 10.0, 20.0, 24.0, 36.0, 44.0, 60.0),
    (-0.8, -0.8, 0.4, 0.9, 1.8, 2.2, 3.9, 4.0),
)
RIVER_WATER, STREAM_WATER = 36.0, 9.0  # m from the middle to the water's edge
RIVER_STEP, STREAM_STEP = 6.0, 4.0  # height of the plain above the water level at the channel, m


@dataclass
class Ground:
    """The coarse surface, and what is needed to know the height anywhere.

    Attributes:
        heights: (rows, columns) at nodes 40 m apart, row 0 in the south; the first node lies 40 m outside the
            rasters' corner.
        hills: the part of it that hills add.
        u, v: lattice position of the nodes.
        dips: (n, 3) u, v and depth of closed hollows.
    """

    preset: Preset
    lattice: Lattice
    heights: np.ndarray
    hills: np.ndarray
    u: np.ndarray
    v: np.ndarray
    dips: np.ndarray

    def height(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Height of the uncarved surface."""
        return self._at(self.heights, x, y)

    def hill_height(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """What the hills add."""
        return self._at(self.hills, x, y)

    def slope(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Slope (rise over run) of the uncarved surface."""
        fall_y, fall_x = np.gradient(self.heights, COARSE)
        return self._at(np.hypot(fall_x, fall_y), x, y)

    def _at(self, field: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        x0, y0 = self.lattice.origin
        at = [(np.ravel(y) - y0) / COARSE + 1, (np.ravel(x) - x0) / COARSE + 1]
        return ndimage.map_coordinates(field, at, order=1, mode="nearest").reshape(np.shape(x))


def make_ground(preset: Preset, lattice: Lattice, cells: Cells, rng: np.random.Generator) -> Ground:
    """Lay plain and hills, scaled so that the highest point of the district is the preset's summit."""
    width, height = lattice.extent
    xs = np.arange(-COARSE, width + 2 * COARSE, COARSE)
    ys = np.arange(-COARSE, height + 2 * COARSE, COARSE)
    u, v = lattice.inverse(*np.meshgrid(xs + lattice.origin[0], ys + lattice.origin[1]))
    plain = _plain(preset, u, v)
    hills = _hills(preset, cells, u, v, rng)
    column = np.clip((u // CELL).astype(int), 0, preset.columns - 1)
    row = np.clip((v // CELL).astype(int), 0, preset.rows - 1)
    inside = (cells.dong[column, row] >= 0) & (u > 0) & (v > 0)
    top = np.unravel_index(np.argmax(np.where(inside, hills, -1.0)), hills.shape)
    if hills[top] > 0:
        hills *= (preset.summit - plain[top]) / hills[top]
    single = np.zeros_like(u)
    for c, r, high, radius in preset.hills:
        single = np.maximum(single, high * np.exp(-((u - c * CELL) ** 2 + (v - r * CELL) ** 2) / radius**2))
    hills = np.maximum(hills, single * _away(preset, u, v))
    dips = _dips(preset, cells, rng)
    surface = plain + hills
    for du, dv, depth in dips:
        surface -= depth * np.exp(-((u - du) ** 2 + (v - dv) ** 2) / 110.0**2)
    surface += 0.25 * ndimage.gaussian_filter(rng.standard_normal(u.shape), 2.0) * _away(preset, u, v)
    return Ground(preset, lattice, surface, hills, u, v, dips)


def river_distance(preset: Preset, v: np.ndarray) -> np.ndarray:
    """Distance from the middle of the river, in lattice meters, positive to the north."""
    return v - (preset.river_row + 0.5) * CELL


def stream_distance(preset: Preset, u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """Distance from the middle of the stream, in lattice meters; far north of the river, where it ends."""
    distance = np.abs(u - (preset.stream_column + 0.375) * CELL)
    return np.where(river_distance(preset, v) > 0, 1e4, distance)


def river_level(preset: Preset, u: np.ndarray) -> np.ndarray:
    """Water level of the river: 0.4 m lower every kilometer eastward (assumption)."""
    return 38.0 + 0.0004 * (preset.columns * CELL - u)


def stream_level(preset: Preset, v: np.ndarray) -> np.ndarray:
    """Water level of the stream."""
    u = np.full_like(v, (preset.stream_column + 0.375) * CELL)
    return _plain(preset, u, v) - STREAM_STEP


def _plain(preset: Preset, u: np.ndarray, v: np.ndarray) -> np.ndarray:
    beyond = np.maximum(np.abs(river_distance(preset, v)) - 110.0, 0.0)
    north = river_distance(preset, v) > 0
    aside = np.abs(u - (preset.stream_column + 0.375) * CELL)
    tilt = np.where(north, 0.006 * beyond, 0.0045 * beyond + 0.0025 * aside * np.clip(beyond / 400.0, 0.0, 1.0))
    return river_level(preset, u) + RIVER_STEP + tilt


def _away(preset: Preset, u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """0 beside the water, 1 from some hundred meters on: neither hills nor noise dam the channels."""
    reach = 430.0 + 170.0 * np.sin(v / 700.0) + 90.0 * np.sin(v / 290.0 + 1.0)
    stream = 1 - np.exp(-((stream_distance(preset, u, v) / reach) ** 4))
    river = 1 - np.exp(-((river_distance(preset, v) / 480.0) ** 4))
    return np.clip(stream, 0.0, 1.0) * np.clip(river, 0.0, 1.0)


def _hills(preset: Preset, cells: Cells, u: np.ndarray, v: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Height that the hills add, in parts of the summit: ridges in the west and south, side valleys along roads."""
    shape = u.shape
    noise = np.zeros(shape)
    for sigma, weight in ((26.0, 1.0), (13.0, 0.42), (6.5, 0.16), (3.0, 0.05)):
        raw = ndimage.gaussian_filter(rng.standard_normal(shape), sigma, mode="reflect")
        raw /= raw.std()
        noise += weight * (0.9 - np.abs(raw))  # ridges where the noise crosses zero
    noise = 0.12 * np.logaddexp(0.0, (0.48 + 0.32 * noise) / 0.12)
    for row in range(4, int(preset.rural_below), 6):
        middle = row * CELL + 110.0 * np.sin(u / 900.0 + row)
        noise *= 1 - 0.93 * np.exp(-(((v - middle) / (330.0 + 90.0 * np.sin(u / 500.0))) ** 2))
    west = np.zeros(shape)
    if preset.west_hills:
        first = np.array([np.flatnonzero(cells.dong[:, r] >= 0)[0] for r in range(preset.rows)]) * CELL
        first = ndimage.gaussian_filter1d(first.astype(float), 2.0)
        border = np.interp(v, (np.arange(preset.rows) + 0.5) * CELL, first)
        west = smoothstep((border + 1_300.0 - u) / 3_200.0) * 0.8
    south = smoothstep((preset.rural_below * CELL + 500.0 - v) / 4_500.0)
    return (1 - (1 - west) * (1 - south)) * noise * _away(preset, u, v)


def _dips(preset: Preset, cells: Cells, rng: np.random.Generator) -> np.ndarray:
    """Hollows of about a meter in old quarters, where water would stand."""
    kinds = np.array([dong.kind for dong in preset.dong])
    old = np.argwhere((cells.dong >= 0) & (kinds[cells.dong] == OLD) & (cells.dong >= 0))
    picks = old[rng.choice(len(old), size=min(preset.counts["dips"], len(old)), replace=False)]
    middle = (picks + rng.uniform(0.3, 0.7, picks.shape)) * CELL
    return np.column_stack([middle, rng.uniform(0.9, 1.6, len(picks))])


def cubic_weights(count: int, nodes: int, cell: float = DEM_CELL) -> sparse.csr_matrix:
    """(count, nodes): centers of small cells from 40 m nodes (the first at -40 m) by Catmull-Rom interpolation."""
    at = (np.arange(count) + 0.5) * cell / COARSE + 1
    base = np.floor(at).astype(int)
    t = at - base
    weights = 0.5 * np.stack(
        [-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, -(t**2) + t**3], axis=1
    )
    columns = np.clip(base[:, None] + np.arange(-1, 3)[None, :], 0, nodes - 1)
    rows = np.repeat(np.arange(count), 4)
    return sparse.csr_matrix((weights.ravel().astype(np.float32), (rows, columns.ravel())), shape=(count, nodes))


def fine(field: np.ndarray, rows: int, columns: int, cell: float = DEM_CELL) -> np.ndarray:
    """A coarse field in small cells, north up, float32."""
    up = cubic_weights(rows, field.shape[0], cell) @ field.astype(np.float32)
    across = cubic_weights(columns, field.shape[1], cell) @ np.ascontiguousarray(up.T)
    return np.ascontiguousarray(across.T[::-1])


def make_dem(ground: Ground) -> tuple[np.ndarray, np.ndarray]:
    """Heights at 5 m (rows, columns), float32, north up, and a mask of water at the same cells."""
    preset, lattice = ground.preset, ground.lattice
    width, height = lattice.extent
    rows, columns = round(height / DEM_CELL), round(width / DEM_CELL)
    dem = fine(ground.heights, rows, columns)
    water = np.zeros(dem.shape, dtype=bool)
    reach = 130.0 + COARSE
    river = np.abs(river_distance(preset, ground.v))
    level = river_level(preset, ground.u)
    box = _box(river < reach, rows, columns)
    distance = _fine_box(river_distance(preset, ground.v), box, rows, columns)
    height_here = _fine_box(level, box, rows, columns)
    part = dem[box]
    new = height_here + np.interp(np.abs(distance), *RIVER_PROFILE).astype(np.float32)
    near = np.abs(distance) < RIVER_PROFILE[0][-1]
    part[near] = new[near]
    water[box] |= np.abs(distance) < RIVER_WATER
    # The stream, south of the river only; where both meet the lower counts.
    stream = stream_distance(preset, ground.u, ground.v)
    box = _box(stream < reach, rows, columns)
    signed = ground.u - (preset.stream_column + 0.375) * CELL
    distance = np.abs(_fine_box(signed, box, rows, columns))
    along = _fine_box(river_distance(preset, ground.v), box, rows, columns)
    surface = _fine_box(stream_level(preset, ground.v), box, rows, columns)
    part = dem[box]
    new = surface + np.interp(distance, *STREAM_PROFILE).astype(np.float32)
    near = (distance < STREAM_PROFILE[0][-1]) & (along < 0)
    beyond = near & (distance >= STREAM_PROFILE[0][-2])
    part[near & ~beyond] = np.where(along > -118.0, np.minimum(part, new), new)[near & ~beyond]
    part[beyond] = np.minimum(part, new)[beyond]
    water[box] |= (distance < STREAM_WATER) & (along < 0)
    return dem, water


def _box(near: np.ndarray, rows: int, columns: int) -> tuple[slice, slice]:
    """Window of 5 m cells (north up) around marked coarse nodes."""
    j, i = np.flatnonzero(near.any(axis=1)), np.flatnonzero(near.any(axis=0))
    step = int(COARSE / DEM_CELL)
    south, north = max((j[0] - 2) * step, 0), min((j[-1] + 1) * step, rows)
    west, east = max((i[0] - 2) * step, 0), min((i[-1] + 1) * step, columns)
    return slice(rows - north, rows - south), slice(west, east)


def _fine_box(field: np.ndarray, box: tuple[slice, slice], rows: int, columns: int) -> np.ndarray:
    """A coarse field at 5 m in one window only."""
    south, north = rows - box[0].stop, rows - box[0].start
    up = cubic_weights(rows, field.shape[0])[south:north] @ field.astype(np.float32)
    across = cubic_weights(columns, field.shape[1])[box[1].start : box[1].stop] @ np.ascontiguousarray(up.T)
    return np.ascontiguousarray(across.T[::-1])
