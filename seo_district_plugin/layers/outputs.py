"""What an algorithm hands over to be written, and how its rows get into a QGIS sink."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMemoryProviderUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from .errors import no_tick
from .styling import Style

_TICKED = 2000  # rows between two ticks

FIELD_TYPES = {
    "int": QMetaType.Type.LongLong,
    "real": QMetaType.Type.Double,
    "text": QMetaType.Type.QString,
    "bool": QMetaType.Type.Bool,
    "date": QMetaType.Type.QDate,
    "datetime": QMetaType.Type.QDateTime,
}


class WriteError(Exception):
    """An output could not be written; the sentence is ready for the user."""


@dataclass
class OutputField:
    """One column to write: kind is a key of FIELD_TYPES, values may hold None for NULL.

    ``alias``: the label the field had in the input it was carried over from.
    """

    name: str
    kind: str
    values: Sequence
    alias: str = ""


@dataclass
class OutputLayer:
    """A layer or table ready to be written.

    ``wkb`` holds one WKB per row (None: no geometry), or is None for a table.
    """

    fields: list[OutputField]
    wkb: Sequence[bytes | None] | None = None
    wkb_type: Qgis.WkbType = Qgis.WkbType.NoGeometry
    crs: QgsCoordinateReferenceSystem = field(default_factory=QgsCoordinateReferenceSystem)
    style: Style | None = None

    def __len__(self) -> int:
        return len(self.fields[0].values) if self.fields else len(self.wkb or ())


def memory_layer(name: str, layer: OutputLayer) -> QgsVectorLayer:
    """The layer in memory, to look at before it is written."""
    made = QgsMemoryProviderUtils.createMemoryLayer(name, qgis_fields(layer), layer.wkb_type, layer.crs)
    fill(made.dataProvider(), layer, no_tick, name)
    made.updateExtents()
    return made


def qgis_fields(layer: OutputLayer) -> QgsFields:
    fields = QgsFields()
    for column in layer.fields:
        fields.append(QgsField(column.name, FIELD_TYPES[column.kind]))
    return fields


def fill(sink: QgsFeatureSink, layer: OutputLayer, tick: Callable[[float], None], problem: str) -> None:
    """Stream the rows into the sink; batches are no faster (the format is the limit)."""
    columns = [column.values for column in layer.fields]
    count = len(layer)
    for begin in range(0, count, _TICKED):
        tick(begin / count)
        put_rows(sink, columns, layer.wkb, range(begin, min(begin + _TICKED, count)), problem)
    flush(sink, problem)


def put_rows(
    sink: QgsFeatureSink, columns: Sequence[Sequence], wkb: Sequence[bytes | None] | None, rows: range, problem: str
) -> None:
    """Put rows of columns into a sink, with their shapes unless ``wkb`` is None."""
    feature = QgsFeature()
    for row in rows:
        feature.setAttributes([column[row] for column in columns])
        if wkb is not None:
            geometry = QgsGeometry()
            if wkb[row] is not None:
                geometry.fromWkb(wkb[row])
            feature.setGeometry(geometry)
        put_feature(sink, feature, problem)


def put_feature(sink: QgsFeatureSink, feature: QgsFeature, problem: str) -> None:
    """Put a feature into a sink, checking what it says."""
    if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
        raise WriteError(f"{problem} ({sink.lastError()})")


def flush(sink: QgsFeatureSink, problem: str) -> None:
    """Have the sink write what it still holds, checking what it says."""
    if not sink.flushBuffer():
        raise WriteError(f"{problem} ({sink.lastError()})")
