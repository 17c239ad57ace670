"""Values at places are those of the cells, whatever the reference system and the order of the places."""

from __future__ import annotations

import numpy as np
import pytest

CORNER, CELL, SHAPE = (230_000.0, 410_000.0), 10.0, (530, 610)


@pytest.fixture
def raster(qgis_app, tmp_path):
    """Two bands: the number of the cell, and its half; every seventh cell without a value."""
    from osgeo import gdal, osr
    from qgis.core import QgsRasterLayer

    from seo_district_plugin.layers.rasters import raster_from_layer

    rows, columns = SHAPE
    number = np.arange(rows * columns, dtype=np.float64).reshape(SHAPE)
    number[number % 7 == 0] = -1
    data = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "r.tif"), columns, rows, 2, gdal.GDT_Float64)
    data.SetGeoTransform((CORNER[0], CELL, 0, CORNER[1], 0, -CELL))
    system = osr.SpatialReference()
    system.ImportFromEPSG(5186)
    data.SetProjection(system.ExportToWkt())
    for band, values in ((1, number), (2, np.where(number < 0, -1, number / 2))):
        data.GetRasterBand(band).WriteArray(values)
        data.GetRasterBand(band).SetNoDataValue(-1)
    data = None
    return raster_from_layer(QgsRasterLayer(str(tmp_path / "r.tif"), "r"))


def expected(xy: np.ndarray) -> np.ndarray:
    found = np.full(len(xy), np.nan)
    for at, (x, y) in enumerate(xy):
        column, row = int((x - CORNER[0]) // CELL), int((CORNER[1] - y) // CELL)
        if 0 <= column < SHAPE[1] and 0 <= row < SHAPE[0]:
            number = row * SHAPE[1] + column
            found[at] = np.nan if number % 7 == 0 else number
    return found


@pytest.mark.parametrize("epsg", [5186, 5179, 4326])
def test_values_are_those_of_the_cells(raster, epsg) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from seo_district_plugin.layers.coordinates import transform_xy
    from seo_district_plugin.layers.rastersample import cell_values

    rng, context = np.random.default_rng(epsg), QgsCoordinateTransformContext()
    corner = (CORNER[0] - 400, CORNER[1] - SHAPE[0] * CELL - 400)
    # Well inside the cells: a transformation there and back moves a place by less than a millimeter.
    xy = np.round(rng.uniform(corner, (CORNER[0] + SHAPE[1] * CELL + 400, CORNER[1] + 400), (4_000, 2)) / 10) * 10 + 3.0
    home, crs = QgsCoordinateReferenceSystem("EPSG:5186"), QgsCoordinateReferenceSystem(f"EPSG:{epsg}")
    given, _ = transform_xy(xy, home, crs, context)
    values, inside = cell_values(raster, [2, 1], given, crs, context)
    assert np.array_equal(values[:, 1], expected(xy), equal_nan=True)
    assert np.array_equal(values[:, 0], expected(xy) / 2, equal_nan=True)
    assert 0 < np.count_nonzero(~inside) < 1_500 and np.isnan(values[~inside]).all()


def test_random_cells_are_different_and_all_over(raster) -> None:
    from seo_district_plugin.layers.rastersample import random_cells

    grid = raster.grid()
    drawn = random_cells(grid, 5_000, np.random.default_rng(3))
    assert len(drawn) == 5_000 == len(np.unique(drawn, axis=0))
    column, row, inside = grid.cell_of(drawn)
    assert inside.all()
    for cells, size in ((column, grid.width), (row, grid.height)):
        counts = np.bincount(cells * 5 // size, minlength=5)
        assert (abs(counts - 1_000) < 150).all(), "as many from each fifth of the grid"
    assert len(random_cells(grid, 10**9, np.random.default_rng(3))) == grid.width * grid.height
