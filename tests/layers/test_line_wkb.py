"""Lines as WKB, and lines and markers of a size of their own."""

from __future__ import annotations

import numpy as np

from seo_district_plugin.analysis.network.wkb import decode_lines


def test_lines_come_back_as_they_were(qgis_app):
    from qgis.core import QgsGeometry

    from seo_district_plugin.layers.wkb import line_wkb, multiline_wkb

    vertices = np.random.default_rng(1).normal(size=(7, 2)) * 1e5
    lines = line_wkb(vertices, np.array([0, 3, 7]))
    geometry = QgsGeometry()
    geometry.fromWkb(lines[1])
    assert [(point.x(), point.y()) for point in geometry.asPolyline()] == [tuple(row) for row in vertices[3:]]
    geometry.fromWkb(multiline_wkb(lines))
    assert [len(part) for part in geometry.asMultiPolyline()] == [3, 4]
    paths, rows = decode_lines([multiline_wkb(lines)])
    assert rows.tolist() == [0, 0] and all(np.array_equal(*pair) for pair in zip(paths, (vertices[:3], vertices[3:])))
    assert line_wkb(np.empty((0, 2)), np.array([0])) == []


def test_a_class_may_have_a_width_of_its_own(qgis_app):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.styling import Style, StyleClass, apply_style

    layer = QgsVectorLayer("LineString?crs=EPSG:5186&field=a:double", "lines", "memory")
    classes = (
        StyleClass("thin", "#000000", low=0, high=1, size=1.0),
        StyleClass("wide", "#000000", low=1, high=2, size=5.0),
        StyleClass("as the style says", "#000000", low=2, high=3),
    )
    apply_style(layer, Style(kind="graduated", field="a", classes=classes, size=3.0))
    assert [entry.symbol().width() for entry in layer.renderer().ranges()] == [0.5, 2.5, 1.5]
