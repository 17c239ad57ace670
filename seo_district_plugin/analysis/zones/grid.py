"""Analysis cells: squares and hexagons on a fixed lattice.

Cells do not depend on the bounds they are asked for: the lattice is anchored at an origin, so runs over different
areas give the same cells. Neighbors share their corners bit by bit, so they partition points exactly (``inside``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..errors import AnalysisError
from .shapes import Polygons

MAX_CELLS = 5_000_000
_FARTHEST = 2.0**25
_STEP = 2.0**-28  # 4 nanometers; multiples of it below 2**25 meters add up without rounding


def floor_index(values: np.ndarray, origin: float, size: float) -> np.ndarray:
    """int64 number k of the interval ``origin + k size <= value < origin + (k + 1) size``, right at its ends too."""
    values = np.asarray(values, dtype=np.float64)
    index = np.floor((values - origin) / size)
    index -= origin + index * size > values
    index += origin + (index + 1) * size <= values
    return index.astype(np.int64)


def square_grid(
    bounds: Sequence[float], size: float, origin: Sequence[float] = (0.0, 0.0), limit: int = MAX_CELLS
) -> np.ndarray:
    """Lower-left corners of the squares that share area with the bounds.

    Args:
        bounds: xmin, ymin, xmax, ymax.
        size: side in meters.
        origin: a corner of the lattice. Size and origin are taken to 2**-28 m, so that corners are exact multiples.
        limit: largest number of cells.

    Returns:
        (n, 2) float64, row by row from the south, from west to east in each row.

    Raises:
        AnalysisError: ``grid_size_invalid`` (size), ``grid_bounds_invalid`` (bounds), ``grid_too_many_cells``
            (cells, limit).
    """
    _check(bounds, size)
    step = _exact(size)
    columns, rows = (_span(bounds[axis], bounds[axis + 2], _exact(origin[axis]), step) for axis in range(2))
    _check_cells((columns[1] - columns[0]) * (rows[1] - rows[0]), limit)
    row, column = np.meshgrid(np.arange(*rows), np.arange(*columns), indexing="ij")
    return np.column_stack([_exact(origin[0]) + column.ravel() * step, _exact(origin[1]) + row.ravel() * step])


def cell_polygons(lower_left: np.ndarray, size: float) -> Polygons:
    """Squares of the given side (taken to 2**-28 m) on lower-left corners (n, 2)."""
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], dtype=np.float64) * _exact(size)
    return _same_shape(np.asarray(lower_left, dtype=np.float64).reshape(-1, 1, 2) + corners)


def hexagon_grid(
    bounds: Sequence[float], size: float, origin: Sequence[float] = (0.0, 0.0), limit: int = MAX_CELLS
) -> np.ndarray:
    """Vertices of the hexagons whose bounding box shares area with the bounds.

    Hexagons stand on a corner: flat sides face east and west. The center of one of them is the origin.

    Args:
        bounds: xmin, ymin, xmax, ymax.
        size: meters from flat side to flat side; the area is ``sqrt(3) / 2 * size**2``.
        origin: center of one hexagon.
        limit: largest number of cells.

    Returns:
        (n, 6, 2) float64, counter-clockwise from the southern corner; row by row from the south, from west to east.

    Raises:
        AnalysisError: as of ``square_grid``.
    """
    _check(bounds, size)
    # Every corner lies on a lattice of half sizes by half circumradii: whole numbers until the last step.
    half, rise = size / 2.0, size / (2.0 * math.sqrt(3.0))
    south, north = (bounds[1] - origin[1]) / rise, (bounds[3] - origin[1]) / rise
    west, east = (bounds[0] - origin[0]) / half, (bounds[2] - origin[0]) / half
    rows = math.floor((south - 2) / 3), math.ceil((north + 2) / 3) + 1
    columns = math.floor((west - 2) / 2), math.ceil((east + 1) / 2) + 1
    _check_cells((columns[1] - columns[0] - 3) * (rows[1] - rows[0] - 2), limit)  # surely too many, before building
    row, column = np.meshgrid(np.arange(*rows), np.arange(*columns), indexing="ij")
    a, b = (2 * column + row % 2).ravel(), (3 * row).ravel()
    # Bounds without width or height are a line that belongs, as in points_in_polygons, to the cell it begins.
    across = (a + 1 > west) & ((a - 1 < east) | (a - 1 <= west))
    keep = across & (b + 2 > south) & ((b - 2 < north) | (b - 2 <= south))
    a, b = a[keep], b[keep]
    _check_cells(len(a), limit)
    corner_a = a[:, None] + np.array([0, 1, 1, 0, -1, -1])
    corner_b = b[:, None] + np.array([-2, -1, 1, 2, 1, -1])
    return np.stack([origin[0] + corner_a * half, origin[1] + corner_b * rise], axis=2)


def hexagon_polygons(vertices: np.ndarray) -> Polygons:
    """Zones of hexagon vertices (n, 6, 2)."""
    return _same_shape(np.concatenate([vertices, vertices[:, :1]], axis=1))


def _same_shape(rings: np.ndarray) -> Polygons:
    """Zones of one ring each, all with the same number of vertices: (n, k, 2)."""
    zones, vertices = rings.shape[:2]
    every = np.arange(zones + 1, dtype=np.int64)
    return Polygons(np.ascontiguousarray(rings.reshape(-1, 2)), every * vertices, every)


def _span(low: float, high: float, origin: float, step: float) -> tuple[int, int]:
    first = int(floor_index(np.array([low]), origin, step)[0])
    last = int(floor_index(np.array([high]), origin, step)[0])
    ends_on_line = origin + last * step == high
    return first, max(last + (0 if ends_on_line else 1), first + 1)


def _exact(value: float) -> float:
    return round(float(value) / _STEP) * _STEP


def _check(bounds: Sequence[float], size: float) -> None:
    if not math.isfinite(size) or size < 2 * _STEP:
        raise AnalysisError("grid_size_invalid", size=size)
    near = all(abs(value) <= _FARTHEST for value in bounds)  # false for NaN and infinity too
    if not near or bounds[0] > bounds[2] or bounds[1] > bounds[3]:
        raise AnalysisError("grid_bounds_invalid", bounds=[float(value) for value in bounds])


def _check_cells(cells: int, limit: int) -> None:
    if cells > limit:
        raise AnalysisError("grid_too_many_cells", cells=int(cells), limit=limit)
