"""The form in which one row of a result is shown and answered: boxes of fields side by side, answers open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeTableConfig,
    QgsEditFormConfig,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt


@dataclass(frozen=True)
class FormGroup:
    """A box with a title and fields, from top to bottom in so many columns."""

    title: str
    fields: tuple[str, ...]
    columns: int = 1


@dataclass(frozen=True)
class Form:
    """Rows of boxes; boxes of one row stand side by side. Only ``editable`` fields may be changed.

    ``order``: the field by which the table is sorted when it opens, ascending.
    """

    rows: tuple[tuple[FormGroup, ...], ...]
    editable: tuple[str, ...] = ()
    order: str = ""


def apply_form(layer: QgsVectorLayer, form: Form, index_of: Callable[[str], int]) -> None:
    """Set the form of a layer; fields that the layer does not have are left out."""
    config = layer.editFormConfig()
    config.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    root = config.invisibleRootContainer()
    root.clear()
    root.setColumnCount(1)
    for row in form.rows:
        line = QgsAttributeEditorContainer("", root)
        line.setType(Qgis.AttributeEditorContainerType.Row)
        for group in row:
            line.addChildElement(_box(group, line, index_of))
        root.addChildElement(line)
    editable = {index_of(name) for name in form.editable}
    for index in range(len(layer.fields())):
        config.setReadOnly(index, index not in editable)
        config.setLabelOnTop(index, False)
    layer.setEditFormConfig(config)
    if form.order:
        _sort_table(layer, form.order)


def _box(
    group: FormGroup, parent: QgsAttributeEditorContainer, index_of: Callable[[str], int]
) -> QgsAttributeEditorContainer:
    box = QgsAttributeEditorContainer(group.title, parent)
    box.setType(Qgis.AttributeEditorContainerType.GroupBox)
    box.setColumnCount(group.columns)
    box.setShowLabel(bool(group.title))
    for name in group.fields:
        index = index_of(name)
        if index >= 0:
            box.addChildElement(QgsAttributeEditorField(name, index, box))
    return box


def _sort_table(layer: QgsVectorLayer, field: str) -> None:
    table: QgsAttributeTableConfig = layer.attributeTableConfig()
    table.update(layer.fields())
    table.setSortExpression(f'"{field}"')
    table.setSortOrder(Qt.SortOrder.AscendingOrder)
    layer.setAttributeTableConfig(table)


def form_fields(layer: QgsVectorLayer) -> Sequence[str]:
    """Names of the fields in the form, in order."""
    found: list[str] = []

    def walk(container: QgsAttributeEditorContainer) -> None:
        for child in container.children():
            walk(child) if isinstance(child, QgsAttributeEditorContainer) else found.append(child.name())

    config: QgsEditFormConfig = layer.editFormConfig()
    walk(config.invisibleRootContainer())
    return found
