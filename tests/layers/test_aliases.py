"""Names of fields saved with a file are found, though Processing opens it without its style."""

from __future__ import annotations

import pytest


def opened(path, *, style: bool):
    from qgis.core import QgsVectorLayer

    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = style
    layer = QgsVectorLayer(str(path), "opened", "ogr", options)
    assert layer.isValid()
    return layer


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_aliases_of_the_saved_style(qgis_app, tmp_path, ending: str) -> None:
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    from seo_district_plugin.layers.aliases import labelled_fields
    from seo_district_plugin.layers.styling import Style, save_style

    made = QgsVectorLayer("Point?crs=EPSG:5186&field=a:integer&field=b:string", "made", "memory")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = {"gpkg": "GPKG", "shp": "ESRI Shapefile"}[ending]
    path = tmp_path / f"made.{ending}"
    written = QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    assert written[0] == QgsVectorFileWriter.WriterError.NoError
    plain = {info.name: info.alias for info in labelled_fields(opened(path, style=False))}
    assert plain["a"] == plain["b"] == ""
    assert save_style(str(path), Style(aliases={"b": "이름"})) == ""
    layer = opened(path, style=False)
    found = {info.name: info.alias for info in labelled_fields(layer)}
    assert (found["a"], found["b"]) == ("", "이름")
    assert not any(field.alias() for field in layer.fields()), "the layer itself stays as it is"
    layer.setFieldAlias(layer.fields().lookupField("a"), "다른")
    found = {info.name: info.alias for info in labelled_fields(layer)}
    assert (found["a"], found["b"]) == ("다른", ""), "what the layer says counts"
