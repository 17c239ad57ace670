"""The form of a result: boxes side by side, one answer open, kept in the file."""

from __future__ import annotations

import pytest

from seo_district_plugin.layers.forms import Form, FormGroup, form_fields
from seo_district_plugin.layers.styling import Style, save_style

FORM = Form(
    rows=(
        (FormGroup("Left", ("name_a", "phone_a")), FormGroup("Right", ("name_b", "missing"))),
        (FormGroup("Answer", ("decision",)),),
    ),
    editable=("decision",),
    order="rank",
)


@pytest.fixture
def written(qgis_app, tmp_path):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

    names = ("name_a", "phone_a", "name_b", "decision", "rank")
    memory = QgsVectorLayer("Point?crs=EPSG:5186&" + "&".join(f"field={name}:string" for name in names), "m", "memory")
    path = str(tmp_path / "pairs.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, path, QgsCoordinateTransformContext(), options)
    return path


def test_a_saved_form_is_there_when_the_file_is_opened(written):
    from qgis.core import Qgis, QgsVectorLayer

    style = Style(form=FORM, value_maps={"decision": {"same": "same", "different": "different"}})
    assert save_style(written, style) == ""
    layer = QgsVectorLayer(written, "opened", "ogr")
    assert layer.editFormConfig().layout() == Qgis.AttributeFormLayout.DragAndDrop
    assert list(form_fields(layer)) == ["name_a", "phone_a", "name_b", "decision"]
    assert layer.attributeTableConfig().sortExpression() == '"rank"'


def test_only_the_answer_may_be_edited(written):
    from qgis.core import QgsVectorLayer

    save_style(written, Style(form=FORM))
    layer = QgsVectorLayer(written, "opened", "ogr")
    config = layer.editFormConfig()
    open_fields = [field.name() for i, field in enumerate(layer.fields()) if not config.readOnly(i)]
    assert open_fields == ["decision"]
