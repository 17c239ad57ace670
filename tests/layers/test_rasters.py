"""Rasters: aligned to a grid, read by tile, cut by zones; against numpy on the whole array."""

from __future__ import annotations

import math

import numpy as np
import pytest

LEFT, TOP, CELL = 234000.0, 416400.0, 10.0


@pytest.fixture
def make_raster(qgis_app, tmp_path):
    """Return a function that writes an array (bands, h, w) as GeoTIFF and gives the RasterInput."""
    from osgeo import gdal, osr
    from qgis.core import QgsRasterLayer

    from seo_district_plugin.layers.rasters import raster_from_layer

    def make(array, dtype="Float32", nodata=None, name="높이 1.tif", cell=CELL, scale=None, **place):
        array = np.atleast_3d(array) if array.ndim == 3 else array[None]
        path = str(tmp_path / name)
        bands, height, width = array.shape
        data = gdal.GetDriverByName("GTiff").Create(path, width, height, bands, getattr(gdal, f"GDT_{dtype}"))
        left, top = place.get("origin", (LEFT, TOP))
        data.SetGeoTransform((left, cell, 0, top, 0, -cell))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(place.get("epsg", 5186))
        data.SetProjection(reference.ExportToWkt())
        for i in range(bands):
            band = data.GetRasterBand(i + 1)
            band.WriteArray(array[i])
            if nodata is not None:
                band.SetNoDataValue(nodata)
            if scale is not None:
                band.SetScale(scale[0])
                band.SetOffset(scale[1])
        data = None
        layer = QgsRasterLayer(path, "높이")
        assert layer.isValid()
        make.layer = layer
        return raster_from_layer(layer, "DEM")

    return make


@pytest.fixture
def context(qgis_app):
    from qgis.core import QgsCoordinateTransformContext

    return QgsCoordinateTransformContext()


def whole(stack, size=1024):
    values = np.full((len(stack._layers), stack.grid.height, stack.grid.width), np.inf)
    for tile in stack.tiles(size):
        w = tile.window
        values[:, w.row : w.row + w.height, w.column : w.column + w.width] = tile.values
        assert (np.isnan(tile.values) == ~tile.valid).all()
    assert not np.isinf(values).any()
    return values


@pytest.mark.parametrize(
    "dtype,low,high",
    [("Byte", 0, 255), ("Int16", -32768, 32767), ("UInt16", 0, 65535), ("Int32", -(2**31), 2**31 - 1),
     ("UInt32", 0, 2**32 - 1), ("Float32", -1e3, 1e3), ("Float64", -1e300, 1e300)],
)  # fmt: skip
def test_own_grid_any_type(make_raster, context, dtype, low, high):
    from seo_district_plugin.layers.rasters import RasterStack, StackLayer

    array = np.random.default_rng(1).uniform(low, high, (23, 31)).astype(dtype.lower() if dtype != "Byte" else "uint8")
    array[0, 0], array[1, 1] = low, high
    nodata = float(array[5, 5])
    raster = make_raster(array, dtype, nodata)
    assert (raster.title, raster.stem, raster.parameter) == ("높이", "높이 1", "DEM")
    expected = np.where(array == array[5, 5], np.nan, array.astype(np.float64))
    stack = RasterStack([StackLayer(raster)], raster.grid(), context)
    np.testing.assert_array_equal(whole(stack, 7)[0], expected)


def test_nodata_per_band_nan_scale_and_user_nodata(make_raster, context):
    from qgis.core import QgsRasterRange

    from seo_district_plugin.layers.errors import LayerError
    from seo_district_plugin.layers.rasters import RasterStack, StackLayer, raster_from_layer

    array = np.arange(12.0).reshape(3, 4)
    array[0, 1] = math.nan
    raster = make_raster(np.stack([array, array]), nodata=3, scale=(0.5, 10))
    tile = next(iter(RasterStack([StackLayer(raster, 2)], raster.grid(), context).tiles()))
    assert np.isnan(tile.values[0, 0]).tolist() == [False, True, False, True]
    assert tile.values[0, 0, 2] == 11
    layer = make_raster.layer
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(12, 12), QgsRasterRange(14, 15)])
    changed = raster_from_layer(layer)
    assert changed.bands[0].nodata is not None or changed.bands[0].other_nodata
    tile = next(iter(RasterStack([StackLayer(changed)], changed.grid(), context).tiles()))
    assert tile.valid[0, 0, 3]
    assert not tile.valid[0, 2, 0] and not tile.valid[0, 2, 2]
    with pytest.raises(LayerError) as error:
        raster.band(3)
    assert error.value.code == "band_missing"


def test_alignment_nearest_and_bilinear(make_raster, context):
    from qgis.core import QgsRectangle

    from seo_district_plugin.layers.rasters import Grid, RasterStack, StackLayer

    rows, columns = np.mgrid[0:40, 0:40]
    plane = make_raster((2.0 * columns - 3.0 * rows), nodata=-9999)
    codes = make_raster((columns // 4 * 7).astype("uint8"), "Byte", name="codes.tif")
    grid = Grid.from_bounds(plane.crs, QgsRectangle(LEFT + 52, TOP - 248, LEFT + 198, TOP - 103), 5)
    assert (grid.left, grid.top, grid.width, grid.height) == (LEFT + 50, TOP - 100, 30, 30)
    stack = RasterStack([StackLayer(plane), StackLayer(codes, categorical=True)], grid, context)
    values = whole(stack, 13)
    x = LEFT + 50 + 5 * (np.arange(30) + 0.5)
    y = TOP - 100 - 5 * (np.arange(30) + 0.5)
    expected = 2 * ((x[None, :] - LEFT) / CELL - 0.5) - 3 * ((TOP - y[:, None]) / CELL - 0.5)
    np.testing.assert_allclose(values[0], expected, atol=1e-4)
    np.testing.assert_array_equal(values[1], np.broadcast_to(((x - LEFT) // CELL) // 4 * 7, (30, 30)))


def test_other_system_and_outside(make_raster, context):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from seo_district_plugin.layers.rasters import Grid, RasterStack, StackLayer

    raster = make_raster(np.full((40, 40), 5.0))
    other = QgsCoordinateReferenceSystem("EPSG:5179")
    from seo_district_plugin.layers.coordinates import transform_bounds

    box = transform_bounds(raster.extent, raster.crs, other, context)
    grid = Grid.from_bounds(other, box.buffered(200), 10)
    values = whole(RasterStack([StackLayer(raster)], grid, context))
    np.testing.assert_allclose(values[~np.isnan(values)], 5.0, rtol=1e-12)
    assert abs((~np.isnan(values)).sum() - 1600) < 45
    assert np.isnan(values[0, 0, 0])
    far = Grid.from_bounds(raster.crs, QgsRectangle(0, 0, 100, 100), 10)
    assert np.isnan(whole(RasterStack([StackLayer(raster)], far, context))).all()


@pytest.mark.parametrize(
    "epsg,place,cell,old,new",
    [
        (5174, (234000, 316000), 10, "+x=-145.907", "+x=-245.907"),
        (4326, (127.4, 36.3), 1e-4, "+y_0=600000", "+y_0=600500"),
        (3857, (14182000, 4345000), 12, "+y_0=600000", "+y_0=600500"),
    ],
)
@pytest.mark.parametrize("chosen", [None, "there", "back"])
def test_warping_follows_the_operation_qgis_uses(make_raster, epsg, place, cell, old, new, chosen):
    from qgis.core import QgsCoordinateReferenceSystem as System
    from qgis.core import (
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
        QgsDatumTransform,
        QgsPointXY,
        QgsRectangle,
    )

    from seo_district_plugin.layers.operations import coordinate_operation
    from seo_district_plugin.layers.rasters import Grid, RasterStack, StackLayer

    rows, columns = np.mgrid[0:60, 0:60]
    origin = (place[0] - 30 * cell, place[1] + 30 * cell)
    raster = make_raster(columns + 1000.0 * rows, "Float64", epsg=epsg, cell=cell, origin=origin)
    source, target, context = System(f"EPSG:{epsg}"), System("EPSG:5186"), QgsCoordinateTransformContext()
    if chosen:
        pair = (source, target) if chosen == "there" else (target, source)
        proj = QgsDatumTransform.operations(*pair)[0].proj
        assert old in proj
        context.addCoordinateOperation(*pair, proj.replace(old, new))
    transform = QgsCoordinateTransform(source, target, context)
    center = transform.transform(QgsPointXY(*place))
    box = QgsRectangle(center.x(), center.y(), center.x(), center.y()).buffered(100)
    grid = Grid.from_bounds(target, box, 20)
    operation = coordinate_operation(raster.open_band(1), source, target, grid.places(), context)
    assert (operation is not None) == (chosen is not None)
    values = whole(RasterStack([StackLayer(raster)], grid, context))[0]
    for row, column in ((0, 0), (4, 7), (grid.height - 1, 2)):
        point = QgsPointXY(grid.left + (column + 0.5) * 20, grid.top - (row + 0.5) * 20)
        back = transform.transform(point, QgsCoordinateTransform.TransformDirection.ReverseTransform)
        expected = (back.x() - origin[0]) / cell - 0.5 + 1000 * ((origin[1] - back.y()) / cell - 0.5)
        # GDAL reprojects to an eighth of a cell between the places it reprojects exactly.
        assert abs(values[row, column] - expected) < 130


def test_a_raster_of_the_whole_world(make_raster, context):
    """Its middle is far outside what the grid's system can hold; what counts is the grid."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from seo_district_plugin.layers.coordinates import transform_xy
    from seo_district_plugin.layers.rasters import Grid, RasterStack, StackLayer

    rows, columns = np.mgrid[0:90, 0:180]
    raster = make_raster(columns + 1000.0 * rows, "Float64", epsg=4326, cell=2, origin=(-180, 90))
    grid = Grid.from_bounds(QgsCoordinateReferenceSystem("EPSG:5186"), QgsRectangle(0, 2e5, 6e5, 8e5), 50_000)
    values = whole(RasterStack([StackLayer(raster, categorical=True)], grid, context))[0]
    x, y = np.meshgrid(25_000 + 50_000 * np.arange(12), 775_000 - 50_000 * np.arange(12))
    places, _ok = transform_xy(np.column_stack((x.ravel(), y.ravel())), grid.crs, raster.crs, context)
    expected = (places[:, 0] + 180) // 2 + 1000 * ((90 - places[:, 1]) // 2)
    assert (values.ravel() == expected).mean() > 0.95  # GDAL reprojects to an eighth of a cell


def test_an_operation_that_cannot_be_honored_is_refused(make_raster, context, monkeypatch):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsDatumTransform

    from seo_district_plugin.layers import operations
    from seo_district_plugin.layers.errors import LayerError
    from seo_district_plugin.layers.rasters import Grid, RasterStack, StackLayer

    raster = make_raster(np.zeros((40, 40)), epsg=5186)
    target = QgsCoordinateReferenceSystem("EPSG:5179")
    grid = Grid.from_bounds(target, raster.extent, 10)
    assert operations.coordinate_operation(raster.open_band(1), raster.crs, target, grid.places(), context) is None
    assert operations.coordinate_operation(raster.open_band(1), target, target, grid.places(), context) is None
    proj = QgsDatumTransform.operations(raster.crs, target)[0].proj.replace("+y_0=2000000", "+y_0=2000500")
    chosen = QgsCoordinateTransformContext()
    chosen.addCoordinateOperation(raster.crs, target, proj)
    RasterStack([StackLayer(raster)], grid, chosen)
    monkeypatch.setattr(operations, "_candidates", lambda _proj: ["+proj=pipeline +step +proj=nothing"])
    with pytest.raises(LayerError) as error:
        RasterStack([StackLayer(raster)], grid, chosen)
    assert error.value.code == "operation_unsupported"


def test_refusals(make_raster, context, tmp_path):
    from osgeo import gdal
    from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

    from seo_district_plugin.layers.errors import LayerError
    from seo_district_plugin.layers.rasters import RasterStack, StackLayer, raster_from_layer

    raster = make_raster(np.zeros((4, 4)))
    grid = raster.grid()
    raster.crs = QgsCoordinateReferenceSystem()
    with pytest.raises(LayerError) as error:
        RasterStack([StackLayer(raster)], grid, context)
    assert error.value.code == "crs_missing"
    with pytest.raises(LayerError) as error:
        raster_from_layer(QgsRasterLayer("/nowhere.tif", "gone"))
    assert error.value.code == "layer_invalid"
    path = str(tmp_path / "complex.tif")
    gdal.GetDriverByName("GTiff").Create(path, 4, 4, 1, gdal.GDT_CFloat32).SetGeoTransform((0, 1, 0, 4, 0, -1))
    with pytest.raises(LayerError) as error:
        raster_from_layer(QgsRasterLayer(path, "complex"))
    assert error.value.code == "raster_complex"
    path = str(tmp_path / "rotated.tif")
    gdal.GetDriverByName("GTiff").Create(path, 4, 4, 1).SetGeoTransform((0, 1, 0.5, 4, 0.5, -1))
    with pytest.raises(LayerError) as error:
        raster_from_layer(QgsRasterLayer(path, "rotated")).grid()
    assert error.value.code == "raster_rotated"


def test_digest_knows_content_not_path(make_raster):
    from seo_district_plugin.layers.rasters import raster_digest

    array = np.arange(20.0).reshape(4, 5)
    one = raster_digest(make_raster(array))
    assert one == raster_digest(make_raster(array, "Float64", name="b.tif"))
    array[2, 2] += 1
    assert one != raster_digest(make_raster(array, name="c.tif"))
    assert one != raster_digest(make_raster(np.arange(20.0).reshape(4, 5), name="d.tif", nodata=3))


def zone_wkb(*texts):
    from qgis.core import QgsGeometry

    return [bytes(QgsGeometry.fromWkt(text).asWkb()) for text in texts]


def box(x, y, width, height):
    x, y = LEFT + x, TOP - y
    return f"Polygon (({x} {y}, {x + width} {y}, {x + width} {y - height}, {x} {y - height}, {x} {y}))"


@pytest.mark.parametrize("size", [1024, 7])
def test_zones_overlapping_touching_small_and_outside(make_raster, size):
    from seo_district_plugin.layers.zoning import passes, zonal

    array = np.arange(400.0).reshape(20, 20)
    array[3, 3] = -9999
    raster = make_raster(array, nodata=-9999)
    shapes = [(0, 0, 50, 50), (50, 0, 50, 50), (20, 20, 60, 60), (101, 101, 2, 2), (-500, 0, 10, 10), (0, 0, 200, 200)]
    zones = zone_wkb(*(box(*item) for item in shapes))
    assert [item.tolist() for item in passes(zones)] == [[0, 1, 3, 4], [2], [5]]
    found = {i: [] for i in range(len(zones))}
    invalid = dict.fromkeys(found, 0)
    for part in zonal(raster, 1, zones, size=size):
        for label, value, valid in zip(part.labels, part.values, part.valid):
            if valid:
                found[label].append(value)
            else:
                invalid[label] += 1
    centers = 10 * (np.arange(20) + 0.5)
    for i, (x, y, width, height) in enumerate(shapes):
        inside = ((centers > x) & (centers < x + width))[None, :] & ((centers > y) & (centers < y + height))[:, None]
        expected = array[inside & (array != -9999)].tolist()
        if i == 3:
            expected = [array[10, 10]]
        assert sorted(found[i]) == expected
        assert invalid[i] == (1 if i in (0, 2, 5) else 0) + (1 if i == 4 else 0)


def test_a_partition_gives_each_cell_once(make_raster):
    from seo_district_plugin.layers.zoning import passes, zonal

    raster = make_raster(np.random.default_rng(0).random((50, 60)))
    zones = zone_wkb(*(box(20 * i, 20 * j, 20, 20) for i in range(30) for j in range(25)))
    assert len(passes(zones)) == 1
    labels = np.concatenate([part.labels for part in zonal(raster, 1, zones, size=16)])
    assert np.bincount(labels).tolist() == [4] * 750


def test_values_at_points(make_raster):
    from seo_district_plugin.layers.zoning import sample_points

    array = np.arange(400.0).reshape(20, 20)
    raster = make_raster(array, nodata=25)
    xy = np.array(
        [[LEFT + 5, TOP - 5], [LEFT + 55, TOP - 15], [LEFT - 1, TOP - 5], [np.nan, 0], [LEFT + 199.9, TOP - 199.9]]
    )
    values, valid = sample_points(raster, 1, xy)
    assert valid.tolist() == [True, False, False, False, True]
    assert values[[0, 4]].tolist() == [0, 399]
