"""Layers of every kind with the same awkward content, for the tests of the bridge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SEOGU = (234000.0, 416000.0)
"""A place in Seo-gu, Daejeon, in EPSG:5186."""

ROWS = [
    # (real, integer, text, wkt)
    (1.5, 1, "가게", "Point (234000 416000)"),
    (None, 2, "", "Point (234010 416000)"),
    (-0.0, None, None, "Point (234020 416000)"),
    (float("inf"), 9007199254740993, "a'b\"%한", "Point (234030 416010)"),
    (2.25, -5, " blank ", None),
    (1e-300, 0, "x", "Point (234050 416000)"),
]


@pytest.fixture
def make_layer(qgis_app) -> Callable:
    """Return a function that makes a memory layer from rows (values..., wkt) and a field definition."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def make(rows=ROWS, kind="Point", crs="EPSG:5186", fields=("r:double", "i:int8", "t:string"), name="places"):
        uri = f"{kind}?crs={crs}" + "".join(f"&field={item}" for item in fields)
        layer = QgsVectorLayer(uri, name, "memory")
        assert layer.isValid()
        features = []
        for *values, wkt in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes([*values])
            if wkt is not None:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            features.append(feature)
        assert layer.dataProvider().addFeatures(features)[0]
        layer.updateExtents()
        return layer

    return make


@pytest.fixture
def make_file(qgis_app, tmp_path: Path) -> Callable:
    """Return a function that writes rows with plain OGR (NULL geometry stays NULL) and gives the path."""
    from osgeo import ogr, osr

    def make(rows=ROWS, driver="GPKG", name="places.gpkg", kind=ogr.wkbPoint, epsg=5186):
        path = tmp_path / name
        source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        options = ["SPATIAL_INDEX=NO"] if driver == "FlatGeobuf" else []
        layer = source.CreateLayer(path.stem, reference, kind, options)
        for field, type_ in (("r", ogr.OFTReal), ("i", ogr.OFTInteger64), ("t", ogr.OFTString)):
            layer.CreateField(ogr.FieldDefn(field, type_))
        for *values, wkt in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for i, value in enumerate(values):
                feature.SetFieldNull(i) if value is None else feature.SetField(i, value)
            if wkt is not None:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            assert layer.CreateFeature(feature) == 0
        layer = None
        source = None
        return str(path)

    return make
