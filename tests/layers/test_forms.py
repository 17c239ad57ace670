"""The form of a result: boxes side by side, one answer open, kept in the file."""

from __future__ import annotations

import pytest

from seo_district_plugin.layers.forms import Form, FormGroup, FormRow, FormTable, form_fields, form_texts
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


SIDES = Form(
    rows=(
        (FormTable("Both", ("A", "B"), (FormRow("Name's", "name_a", "name_b"), FormRow("Phone", "phone_a", "rank"),
                                        FormRow("Absent", "name_a", "missing"), FormRow("Id", "rank", "rank", False)),
                   "'rank ' || \"rank\""),),
        (FormGroup("Answer", ("decision",)),),
    ),
    editable=("decision",),
    columns=("decision", "missing", "name_b"),
)  # fmt: skip


def text_of(layer, **values) -> str:
    """What the table says for a row with these values."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeature

    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature[name] = value
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    (text,) = form_texts(layer)
    return QgsExpression.replaceExpressionText(text, context)


@pytest.mark.parametrize(
    ("left", "right", "mark"),
    [("하나 약국", "하나약국", "="), ("하나약국", "하나약국 둔산점", "≈"), ("가람슈퍼마켓", "가람슈퍼마켙", "≈"),
     ("하나약국", "두리의원", "≠"), ("하나약국", None, ""), ("a <b>&", "A <b>&", "=")],
)  # fmt: skip
def test_a_table_marks_what_is_the_same_alike_and_different(written, left, right, mark):
    from qgis.core import QgsVectorLayer

    assert save_style(written, Style(form=SIDES)) == ""
    layer = QgsVectorLayer(written, "opened", "ogr")
    text = text_of(layer, name_a=left, name_b=right, rank="7")
    assert f"</td><td>{mark}</td><td" in text
    assert "Name's" in text and left.replace("&", "&amp;").replace("<", "&lt;") in text
    assert "Absent" not in text and "[%" not in text and "rank 7" in text


def test_lines_without_values_are_not_shown(written):
    from qgis.core import QgsVectorLayer

    save_style(written, Style(form=SIDES))
    text = text_of(QgsVectorLayer(written, "opened", "ogr"), name_a="x", name_b="y")
    assert "Name's" in text and "Phone" not in text and "Id" not in text


def test_the_columns_that_matter_come_first(written):
    from qgis.core import QgsVectorLayer

    save_style(written, Style(form=SIDES))
    layer = QgsVectorLayer(written, "opened", "ogr")
    names = [column.name for column in layer.attributeTableConfig().columns()]
    assert names[:2] == ["decision", "name_b"] and {"rank", "name_a", "phone_a"} <= set(names)


def test_nothing_decided_is_a_choice_of_its_own(written):
    from qgis.core import QgsValueMapFieldFormatter, QgsVectorLayer

    maps = {"decision": {"": "not yet", "same": "the same"}}
    save_style(written, Style(value_maps=maps))
    layer = QgsVectorLayer(written, "opened", "ogr")
    setup = layer.editorWidgetSetup(layer.fields().lookupField("decision"))
    assert setup.config()["map"] == [{"not yet": QgsValueMapFieldFormatter.NULL_VALUE}, {"the same": "same"}]
