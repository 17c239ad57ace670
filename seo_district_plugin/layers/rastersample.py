"""Values of rasters at places: those of the cell that holds each place, nothing interpolated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

from .coordinates import transform_xy
from .errors import LayerError, Tick, no_tick
from .rasters import RasterInput
from .zoning import sample_points

if TYPE_CHECKING:
    from .rasters import Grid


def cell_values(
    raster: RasterInput,
    bands: Sequence[int],
    xy: np.ndarray,
    crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    tick: Tick = no_tick,
) -> tuple[np.ndarray, np.ndarray]:
    """Read bands at places.

    Args:
        bands: numbers from 1.
        xy: (n, 2) coordinates in ``crs``.

    Returns:
        values: (n, bands) float64, NaN where a place lies outside or on a cell without a value.
        inside: (n,) bool, True where a place lies on the grid.

    Raises:
        LayerError: crs_missing, band_missing, raster_rotated, raster_unreadable.
    """
    if not raster.crs.isValid():
        raise LayerError("crs_missing", layer=raster.title)
    placed, _known = transform_xy(xy, crs, raster.crs, transform_context)
    inside = raster.grid().cell_of(placed)[2]
    values = np.full((len(xy), len(bands)), np.nan)
    for number, band in enumerate(bands):
        values[:, number], _valid = sample_points(
            raster, band, placed, lambda part, number=number: tick((number + part) / len(bands))
        )
    return values, inside


def random_cells(grid: Grid, count: int, rng: np.random.Generator) -> np.ndarray:
    """Centers (m, 2) of at most ``count`` cells drawn without replacement, in the order of the grid."""
    total = grid.width * grid.height
    if total <= count:
        cells = np.arange(total)
    else:
        # Drawn with some to spare and made different: a permutation of all cells would not fit into memory.
        cells = np.unique(rng.integers(0, total, int(count * 1.2)))
        cells = np.sort(rng.permutation(cells)[:count])
    return cell_centers(grid, cells)


def cell_centers(grid: Grid, cells: np.ndarray) -> np.ndarray:
    """Centers (m, 2) of cells by their number, row by row."""
    row, column = np.divmod(cells, grid.width)
    x = grid.left + (column + 0.5) * grid.cell_x
    y = grid.top + (row + 0.5) * grid.cell_y
    return np.column_stack([x, y])
