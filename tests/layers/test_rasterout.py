"""Rasters written tile by tile: what was written is read back, and what was not is nodata."""

from __future__ import annotations

import math

import numpy as np
import pytest


@pytest.fixture
def grid(qgis_app):
    from qgis.core import QgsCoordinateReferenceSystem

    from seo_district_plugin.layers.rasters import Grid

    return Grid(QgsCoordinateReferenceSystem("EPSG:5186"), 230_000.0, 410_000.0, 5.0, -5.0, 700, 530)


def output(path, grid, dtype="float32", nodata=math.nan, style=None):
    from seo_district_plugin.layers.rasterout import RasterKind, RasterOutput

    return RasterOutput(path, str(path), grid, RasterKind(dtype, nodata, "probability"), style, "cannot be written")


@pytest.mark.parametrize(("dtype", "nodata"), [("float32", math.nan), ("int16", -1), ("uint8", 255)])
def test_what_was_written_is_read_back(grid, tmp_path, dtype, nodata) -> None:
    from osgeo import gdal

    path = tmp_path / "결과.tif"
    random, whole = np.random.default_rng(1), np.full((grid.height, grid.width), nodata, dtype=dtype)
    made = output(path, grid, dtype, nodata)
    for number, window in enumerate(grid.windows(256)):
        if number % 3 == 0:
            continue  # never written
        values = random.integers(0, 200, (window.height, window.width)).astype(dtype)
        made.write(window, values)
        whole[window.row : window.row + window.height, window.column : window.column + window.width] = values
    made.close()
    data = gdal.Open(str(path))
    assert np.array_equal(data.ReadAsArray(), whole, equal_nan=dtype == "float32")
    assert data.GetGeoTransform() == grid.geotransform()
    band = data.GetRasterBand(1)
    assert band.GetDescription() == "probability"
    assert band.GetNoDataValue() == nodata or (math.isnan(nodata) and math.isnan(band.GetNoDataValue()))
    from qgis.core import QgsRasterLayer

    assert QgsRasterLayer(str(path), "l").crs().authid() == "EPSG:5186"


def test_a_place_that_cannot_be_written_is_said(grid, tmp_path) -> None:
    from seo_district_plugin.layers.outputs import WriteError

    with pytest.raises(WriteError, match="cannot be written"):
        output(tmp_path / "no" / "where.tif", grid)


def test_targets(qgis_app, tmp_path) -> None:
    from seo_district_plugin.layers.rasterout import raster_target

    assert raster_target("") is None and raster_target("TEMPORARY_OUTPUT") is None
    assert raster_target(str(tmp_path / "p")) == tmp_path / "p.tif"
    assert raster_target(str(tmp_path / "p.tiff")) == tmp_path / "p.tiff"


def test_styles_say_what_the_colors_stand_for(grid, tmp_path) -> None:
    """Steps: a value on a border belongs below it, the last class has no upper end."""
    from qgis.core import QgsRasterLayer

    from seo_district_plugin.layers.picture import _legend, map_png
    from seo_district_plugin.layers.rasterstyle import RasterStyle, save_raster_style

    made = output(tmp_path / "p.tif", grid)
    values = np.tile(np.linspace(0, 2, grid.width, dtype=np.float32), (grid.height, 1))
    for window in grid.windows():
        part = values[window.row : window.row + window.height, window.column : window.column + window.width]
        made.write(window, part)
    made.close()
    style = RasterStyle(steps=((0.1, "#000000", "0 - 10 %"), (0.5, "#880000", "10 - 50 %"), (1.0, "#ff0000", "> 50 %")))
    assert save_raster_style(tmp_path / "p.tif", style) == ""
    layer = QgsRasterLayer(str(tmp_path / "p.tif"), "발생 가능성")
    assert [label for label, _ in _legend(layer)[1]] == ["0 - 10 %", "10 - 50 %", "> 50 %"]
    shade = layer.renderer().shader().rasterShaderFunction().shade
    for value, red in ((0.0, 0), (0.1, 0), (0.1001, 0x88), (0.5, 0x88), (0.51, 0xFF), (7.0, 0xFF)):
        assert shade(value)[:2] == (True, red), value
    assert map_png([layer]).startswith(b"\x89PNG")
