"""Looking at the geometry of all rows: nothing repaired, nothing lost, the digest that reading gives."""

from __future__ import annotations

import numpy as np
import pytest

BOW = "Polygon ((0 0, 100 100, 100 0, 0 100, 0 0))"
BOX = "Polygon ((200 0, 300 0, 300 100, 200 100, 200 0))"


def layer_of(kind: str, shapes: list):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"{kind}?crs=EPSG:5186&field=n:integer", "shapes", "memory")
    features = []
    for i, shape in enumerate(shapes):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([i])
        if shape is not None:
            feature.setGeometry(
                QgsGeometry.fromWkt(shape) if isinstance(shape, str) else QgsGeometry.fromPointXY(shape)
            )
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


def looked(layer, **options):
    from seo_district_plugin.layers.sources import from_layer
    from seo_district_plugin.layers.validity import inspect_geometry

    given = from_layer(layer, "INPUT", **options)
    return inspect_geometry(given), given


def test_polygons(qgis_app):
    found, given = looked(layer_of("Polygon", [BOX, BOW, None, "Polygon EMPTY", BOX]))
    assert found.problems.tolist()[:3] == ["", "geometry_invalid", "geometry_null"]
    assert found.problems[3] in ("geometry_empty", "geometry_null")
    assert found.details[1] == "Self-intersection" and found.spots[1].tolist() == [50.0, 50.0]
    assert found.xy[0].tolist() == [250.0, 50.0] and found.boxes[0].tolist() == [200.0, 0.0, 300.0, 100.0]
    assert found.same[0] == found.same[4] >= 0 and found.same[2] == -1 and found.same[1] != found.same[0]
    assert np.isnan(found.xy[2]).all() and len(found.fid) == 5
    assert found.digest == given.read([], want="any").digest


def test_points(qgis_app):
    from qgis.core import QgsPointXY

    endless = QgsPointXY(float("inf"), 4.0)
    found, given = looked(layer_of("Point", ["Point (1 2)", None, "Point (1 2)", "Point (3 4)", endless]))
    assert found.problems.tolist()[:4] == ["", "geometry_null", "", ""]
    assert found.problems[4] == "geometry_not_finite"
    assert found.same[0] == found.same[2] >= 0 and found.same[3] != found.same[0] and found.same[1] == -1
    assert found.xy[3].tolist() == [3.0, 4.0]
    assert found.digest == given.read([], want="any").digest


@pytest.mark.parametrize("kind", ["Point", "Polygon"])
def test_selection_filter_and_limit_are_heeded(qgis_app, kind):
    shapes = [f"Point ({i} {i})" for i in range(9)]
    if kind == "Polygon":
        shapes = [f"Polygon (({i} 0, {i + 1} 0, {i + 1} 1, {i} 0))" for i in range(9)]
    layer = layer_of(kind, shapes)
    ids = sorted(layer.allFeatureIds())
    layer.selectByIds([ids[7], ids[2], ids[4]])
    for options, rows in (
        ({"selected_only": True}, [2, 4, 7]),
        ({"selected_only": True, "limit": 2}, [2, 4]),
        ({"filter_expression": '"n" >= 6'}, [6, 7, 8]),
        ({"filter_expression": '"n" >= 3', "selected_only": True}, [4, 7]),
        ({"limit": 3}, [0, 1, 2]),
    ):
        found, given = looked(layer, **options)
        assert found.fid.tolist() == [ids[row] for row in rows], options
        assert found.digest == given.read([], want="any").digest, options
