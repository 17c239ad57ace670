"""QGIS expressions evaluated over rows that were read, without touching the layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
)

from .destinations import FIELD_TYPES
from .errors import LayerError, Tick, no_tick
from .table import is_null

if TYPE_CHECKING:
    from .sources import VectorInput
    from .table import FieldInfo, Table


def split_rules(text: str) -> list[str]:
    """One expression per line, blank lines left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def rule_problems(rules: Sequence[str], known_fields: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """(rule, kind, detail) of what is wrong: ``syntax`` with QGIS's message, or ``field``, ``variable`` by name."""
    known = {name.lower() for name in known_fields}
    for rule in rules:
        expression = QgsExpression(rule)
        if expression.hasParserError():
            yield rule, "syntax", expression.parserErrorString().strip()
            continue
        for column in sorted(expression.referencedColumns()):
            if column.lower() not in known and column != QgsFeatureRequest.ALL_ATTRIBUTES:
                yield rule, "field", column
        for variable in sorted(expression.referencedVariables()):
            if variable not in QgsExpressionContextUtils.globalScope().variableNames():
                yield rule, "variable", variable


def first_true_rule(rules: Sequence[str], given: VectorInput, table: Table, tick: Tick = no_tick) -> list[str]:
    """For each row the first rule that is true for it, else an empty text.

    NULL (unknown) is not true; a number is true when it is not 0. A rule that fails on a row, or gives anything else
    there (a text, most often a rule in quotes), raises a :class:`LayerError` with the row.
    """
    fields = _fields(given.fields, list(table.frame.columns))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.setFields(fields)
    prepared = []
    for rule in rules:
        expression = QgsExpression(rule)
        expression.prepare(context)
        prepared.append((rule, expression))
    columns = [python_values(table, name) for name in table.frame.columns]
    needs_geometry = any(expression.needsGeometry() for _, expression in prepared)
    found = []
    feature = QgsFeature(fields)
    for row in range(len(table)):
        if row % 2000 == 0:
            tick(row / max(1, len(table)))
        feature.setId(int(table.fid[row]))
        feature.setAttributes([column[row] for column in columns])
        if needs_geometry:
            feature.setGeometry(_geometry(table, row))
        context.setFeature(feature)
        found.append(_first(prepared, context, given, table, row))
    return found


def _first(prepared, context: QgsExpressionContext, given: VectorInput, table: Table, row: int) -> str:
    for rule, expression in prepared:
        value = expression.evaluate(context)
        if expression.hasEvalError():
            raise LayerError(
                "rule_failed",
                rule=rule,
                layer=given.title,
                row=int(table.fid[row]),
                reason=expression.evalErrorString(),
            )
        if isinstance(value, (bool, int, float)):
            if value:
                return rule
        elif not is_null(value):
            raise LayerError(
                "rule_not_logical", rule=rule, layer=given.title, row=int(table.fid[row]), value=_short(value)
            )
    return ""


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def python_values(table: Table, name: str) -> list:
    """A column as plain Python values, None for NULL; what QGIS fields take."""
    series, missing = table.frame[name], table.missing(name)
    if series.dtype.kind == "M":
        values = [stamp.isoformat() for stamp in series]
    else:
        values = series.to_numpy(dtype=object).tolist()
    return [None if gone else value for value, gone in zip(values, missing)]


def _fields(infos: Sequence[FieldInfo], names: Sequence[str]) -> QgsFields:
    kinds = {info.name: info.kind for info in infos}
    fields = QgsFields()
    for name in names:
        fields.append(QgsField(name, FIELD_TYPES.get(kinds.get(name, "text"), FIELD_TYPES["text"])))
    return fields


def _geometry(table: Table, row: int) -> QgsGeometry:
    from qgis.core import QgsPointXY

    if table.xy is not None:
        return QgsGeometry.fromPointXY(QgsPointXY(*table.xy[row]))
    geometry = QgsGeometry()
    if table.wkb is not None:
        geometry.fromWkb(table.wkb[row])
    return geometry
