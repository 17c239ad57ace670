"""The form in which one row of a result is shown and answered: what is known as a table, answers in fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorElement,
    QgsAttributeEditorField,
    QgsAttributeEditorTextElement,
    QgsAttributeTableConfig,
    QgsEditFormConfig,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt

SAME, ALIKE, OTHER = "=", "≈", "≠"
"""Marks beside two values: the same but for blanks and hyphens; one within the other or a slip; different."""
_GROUND = {SAME: "#dcefe3", ALIKE: "#fff4c2", OTHER: "#fbdcc8"}
_INK = "#1a1a1a"
"""Of the values: their grounds are light, in a dark desktop too."""
_WIDTH = 820
"""Pixels of a table: an address of usual length stands on one line, and two forms fit on a screen."""
_SLIP = 2


@dataclass(frozen=True)
class FormGroup:
    """A box with a title and fields, from top to bottom in so many columns."""

    title: str
    fields: tuple[str, ...]
    columns: int = 1


@dataclass(frozen=True)
class FormRow:
    """One line of a comparison: label, the field of the one side and that of the other. Lines without a value on either
    side are not shown; ``marked``: said to be the same, alike or different."""

    label: str
    left: str
    right: str
    marked: bool = True


@dataclass(frozen=True)
class FormTable:
    """A box with a table that compares two sides, to be read only.

    Attributes:
        heads: of the two sides. note: expression of a text below (QGIS, in which fields stand in double quotes).
    """

    title: str
    heads: tuple[str, str]
    rows: tuple[FormRow, ...]
    note: str = ""


@dataclass(frozen=True)
class Form:
    """Rows of boxes; boxes of one row stand side by side. Only ``editable`` fields may be changed.

    ``order``: the field by which the table of the layer is sorted when it opens, ascending; ``columns``: those that
    come first in it.
    """

    rows: tuple[tuple[FormGroup | FormTable, ...], ...]
    editable: tuple[str, ...] = ()
    order: str = ""
    columns: tuple[str, ...] = ()


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
            line.addChildElement(_box(group, line, layer, index_of))
        root.addChildElement(line)
    editable = {index_of(name) for name in form.editable}
    for index in range(len(layer.fields())):
        config.setReadOnly(index, index not in editable)
        config.setLabelOnTop(index, False)
    layer.setEditFormConfig(config)
    if form.order or form.columns:
        _arrange_table(layer, form, index_of)


def _box(
    group: FormGroup | FormTable,
    parent: QgsAttributeEditorContainer,
    layer: QgsVectorLayer,
    index_of: Callable[[str], int],
) -> QgsAttributeEditorContainer:
    box = QgsAttributeEditorContainer(group.title, parent)
    box.setType(Qgis.AttributeEditorContainerType.GroupBox)
    box.setShowLabel(bool(group.title))
    for element in _elements(group, box, layer, index_of):
        box.addChildElement(element)
    box.setColumnCount(group.columns if isinstance(group, FormGroup) else 1)
    return box


def _elements(
    group: FormGroup | FormTable, box: QgsAttributeEditorContainer, layer: QgsVectorLayer, index_of: Callable
) -> list[QgsAttributeEditorElement]:
    if isinstance(group, FormTable):
        text = QgsAttributeEditorTextElement(group.title, box)
        text.setShowLabel(False)
        text.setText(_table_text(group, layer, index_of))
        return [text]
    found = [(name, index_of(name)) for name in group.fields]
    return [QgsAttributeEditorField(name, index, box) for name, index in found if index >= 0]


def _table_text(table: FormTable, layer: QgsVectorLayer, index_of: Callable[[str], int]) -> str:
    """Rich text with expressions: QGIS fills them for the row that is shown."""
    fields = layer.fields()
    lines = []
    for row in table.rows:
        at = [index_of(name) for name in (row.left, row.right)]
        if min(at) >= 0:
            lines.append(f"[% {_line(row, *(fields.at(index).name() for index in at))} %]")
    heads = "".join(f'<th align="left" width="45%">{escape(head)}</th>' for head in table.heads)
    note = f"<p>[% {table.note} %]</p>" if table.note else ""
    return (
        f'<table width="{_WIDTH}" cellspacing="0" cellpadding="4"><tr><th></th>'
        f"{heads.replace('</th>', '</th><th></th>', 1)}</tr>{''.join(lines)}</table>{note}"
    )


def _line(row: FormRow, left: str, right: str) -> str:
    """The expression of one line, empty where neither side has a value."""
    one, other = (f"coalesce(to_string(\"{name}\"), '')" for name in (left, right))
    # What registers say stays text: nothing of it is read as markup.
    shown = [f"replace({text}, map('&', '&amp;', '<', '&lt;'))" for text in (one, other)]
    mark, ground = "''", "'#ffffff'"
    if row.marked:
        plain = [f"regexp_replace(lower({text}), '[\\\\s\\\\-]', '')" for text in (one, other)]
        mark = _mark(*plain)
        ground = f"map_get(map({', '.join(repr(each) for pair in _GROUND.items() for each in pair)}), @mark)"
    label = escape(row.label, quote=False).replace("'", "''")
    cell = f'<td style="color:{_INK}" bgcolor="\' || @ground || \'">'
    cells = (
        f"'<tr><td><b>{label}&nbsp;</b></td>{cell}' || {shown[0]} || '</td><td>' || @mark || '</td>{cell}' || "
        f"{shown[1]} || '</td></tr>'"
    )
    built = f"with_variable('mark', {mark}, with_variable('ground', coalesce({ground}, '#ffffff'), {cells}))"
    return f"if({one} || {other} = '', '', {built})"


def _mark(one: str, other: str) -> str:
    """SAME, ALIKE, OTHER, or nothing where a side is empty."""
    near = (
        f"strpos({one}, {other}) > 0 or strpos({other}, {one}) > 0 or "
        f"(length({one}) > {2 * _SLIP} and levenshtein({one}, {other}) <= {_SLIP})"
    )
    return (
        f"case when {one} = '' or {other} = '' then '' when {one} = {other} then '{SAME}' "
        f"when {near} then '{ALIKE}' else '{OTHER}' end"
    )


def _arrange_table(layer: QgsVectorLayer, form: Form, index_of: Callable[[str], int]) -> None:
    table: QgsAttributeTableConfig = layer.attributeTableConfig()
    table.update(layer.fields())
    if form.columns:
        first = [layer.fields().at(index).name() for index in map(index_of, form.columns) if index >= 0]
        columns = {column.name: column for column in table.columns()}
        rest = [column for column in table.columns() if column.name not in first]
        table.setColumns([columns[name] for name in first if name in columns] + rest)
    if form.order:
        table.setSortExpression(f'"{form.order}"')
        table.setSortOrder(Qt.SortOrder.AscendingOrder)
    layer.setAttributeTableConfig(table)


def form_fields(layer: QgsVectorLayer) -> Sequence[str]:
    """Names of the fields in the form, in order."""
    return [child.name() for child in _leaves(layer) if child.type() == Qgis.AttributeEditorType.Field]


def form_texts(layer: QgsVectorLayer) -> Sequence[str]:
    """Texts with expressions in the form, in order."""
    found = [child for child in _leaves(layer) if child.type() == Qgis.AttributeEditorType.TextElement]
    return [sip.cast(child, QgsAttributeEditorTextElement).text() for child in found]  # QGIS gives the base class


def _leaves(layer: QgsVectorLayer) -> list[QgsAttributeEditorElement]:
    found: list[QgsAttributeEditorElement] = []

    def walk(container: QgsAttributeEditorContainer) -> None:
        for child in container.children():
            walk(child) if isinstance(child, QgsAttributeEditorContainer) else found.append(child)

    config: QgsEditFormConfig = layer.editFormConfig()
    walk(config.invisibleRootContainer())
    return found
