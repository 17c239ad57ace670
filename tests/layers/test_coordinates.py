"""Reprojection of arrays: as exact as one point at a time, and one bad point spoils no other."""

from __future__ import annotations

import numpy as np
import pytest


@pytest.fixture
def systems(qgis_app):
    from qgis.core import QgsCoordinateReferenceSystem as System
    from qgis.core import QgsCoordinateTransformContext

    return System("EPSG:4326"), System("EPSG:5186"), QgsCoordinateTransformContext()


def test_equals_one_point_at_a_time(systems):
    from qgis.core import QgsCoordinateTransform, QgsPointXY

    from seo_district_plugin.layers.coordinates import transform_xy

    degrees, meters, context = systems
    xy = np.random.default_rng(0).uniform((126, 34), (129, 38), size=(300, 2))
    moved, ok = transform_xy(xy, degrees, meters, context)
    transform = QgsCoordinateTransform(degrees, meters, context)
    expected = [[point.x(), point.y()] for point in (transform.transform(QgsPointXY(*row)) for row in xy)]
    assert ok.all()
    np.testing.assert_array_equal(moved, expected)
    back, _ = transform_xy(moved, meters, degrees, context)
    np.testing.assert_allclose(back, xy, atol=1e-8)


def test_bad_points_among_good_ones(systems):
    from seo_district_plugin.layers.coordinates import transform_xy

    degrees, meters, context = systems
    xy = np.tile([127.4, 36.3], (1000, 1))
    xy[3] = np.nan
    xy[500] = [127, 1e9]
    xy[501] = [np.inf, 36]
    moved, ok = transform_xy(xy, degrees, meters, context)
    assert np.flatnonzero(~ok).tolist() == [3, 500, 501]
    assert np.isnan(moved[~ok]).all()
    assert (moved[ok] == moved[0]).all()


def test_nothing_and_same_system(systems):
    from seo_district_plugin.layers.coordinates import transform_xy

    degrees, meters, context = systems
    moved, ok = transform_xy(np.zeros((0, 2)), degrees, meters, context)
    assert moved.shape == (0, 2) and ok.shape == (0,)
    xy = np.array([[1.0, 2.0]])
    moved, _ = transform_xy(xy, meters, meters, context)
    assert moved.tolist() == xy.tolist() and moved is not xy


def test_bounds(systems):
    from qgis.core import QgsRectangle

    from seo_district_plugin.layers.coordinates import transform_bounds
    from seo_district_plugin.layers.errors import LayerError

    degrees, meters, context = systems
    box = transform_bounds(QgsRectangle(127, 36, 127.5, 36.5), degrees, meters, context)
    assert 40_000 < box.width() < 50_000 and 50_000 < box.height() < 60_000
    with pytest.raises(LayerError) as error:
        transform_bounds(QgsRectangle(0, 100, 1, 200), degrees, meters, context)
    assert error.value.code == "bounds_not_transformable"
