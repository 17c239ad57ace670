"""Destinations whose rows come block by block: opened before all is read, still only put in place at the end."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..texts import tr
from .outputs import OutputField, OutputLayer, flush, put_feature
from .streams import GeoPackageWriter, SinkWriter, StreamedLayer

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from .styling import Style


class StreamedDestinations:
    """The part of :class:`.destinations.Destinations` that deals with streams."""

    def _begin_streams(self) -> None:
        self._committed = False  # until then nothing of a run stands, in memory or on disk
        self._streams: list[StreamedLayer] = []
        self._spools: list[Path] = []
        self._companion: Path | None = None  # the file of further tables

    def _abandon_streams(self) -> None:
        """Drop what was begun, also layers in memory that QGIS would load as results."""
        loaded = self._context.layersToLoadOnCompletion()
        for stream in self._streams:
            if not self._committed:
                loaded.pop(stream.destination, None)
            stream.abandon()
        self._context.setLayersToLoadOnCompletion(loaded)
        self._streams.clear()
        for folder in self._spools:
            shutil.rmtree(folder, ignore_errors=True)
        self._spools.clear()

    def open_stream(
        self,
        name: str,
        fields: list[OutputField],
        wkb_type: Qgis.WkbType,
        crs: QgsCoordinateReferenceSystem,
        style: Style | None = None,
        *,
        named: bool = False,
    ) -> StreamedLayer:
        """Begin an output whose rows are written while they are read; hand it to :meth:`write_layer` at the end.

        ``named``: call it by file and table, as other tables will stand beside it.

        What goes to a server is gathered in a temporary file first: it may only be written when all else is complete.
        """
        pending, kinds = self._aside(name), [(column.name, column.kind) for column in fields]
        problem = self.failure(name)
        if self.goes_to_server(name):
            folder = _temporary_folder()
            self._spools.append(folder)
            written = folder / "rows.gpkg"
            writer = GeoPackageWriter(written, "rows", kinds, wkb_type, crs, problem)
            return self._opened(StreamedLayer(fields, wkb_type, crs, writer, str(written), style))
        if pending is not None and pending.target.suffix.lower() == ".gpkg" and not self._special(name):
            table = pending.table or pending.target.stem
            writer = GeoPackageWriter(pending.written, table, kinds, wkb_type, crs, problem)
            destination = str(pending.written) + (f"|layername={table}" if pending.table or named else "")
            pending.destination = destination
            self._announce(name, destination)
            return self._opened(StreamedLayer(fields, wkb_type, crs, writer, destination, style))
        empty = OutputLayer(fields, None if wkb_type == Qgis.WkbType.NoGeometry else (), wkb_type, crs)
        sink, destination = self._sink(name, pending, empty)
        if pending is not None:
            pending.destination = destination
        spatial = wkb_type != Qgis.WkbType.NoGeometry
        return self._opened(
            StreamedLayer(fields, wkb_type, crs, SinkWriter(sink, spatial, problem), destination, style)
        )

    def open_table(
        self,
        name: str,
        table: str,
        fields: list[OutputField],
        wkb_type: Qgis.WkbType,
        crs: QgsCoordinateReferenceSystem,
        title: str,
        style: Style | None = None,
    ) -> StreamedLayer:
        """One more table beside the output ``name``, whose stream must be closed by now.

        It stands in the same GeoPackage where the output is one; else in a GeoPackage beside it, or a temporary one.
        """
        path = self._file_for_tables(name)
        table = self._free_name(name, table)
        kinds = [(column.name, column.kind) for column in fields]
        problem = tr("{name} could not be written: the disk may be full.").format(name=table)
        writer = GeoPackageWriter(path, table, kinds, wkb_type, crs, problem)
        destination = f"{path}|layername={table}"
        self._announce(name, destination, title)
        return self._opened(StreamedLayer(fields, wkb_type, crs, writer, destination, style))

    def _free_name(self, name: str, table: str) -> str:
        """The name, or one like it: names of tables are the same in capitals and small letters."""
        target = self.path(name)
        taken = {stream.destination.partition("|layername=")[2].lower() for stream in self._streams}
        taken.add(target.stem.lower() if target is not None else "")
        number, free = 1, table
        while free.lower() in taken:
            number += 1
            free = f"{table}_{number}"
        return free

    def _file_for_tables(self, name: str) -> Path:
        if self._companion is None:
            target = self.path(name)
            pending = next((each for each in self._pending if each.target == target), None)
            if target is not None and target.suffix.lower() == ".gpkg" and pending is not None:
                self._companion = pending.written
            elif target is not None:
                self._companion = self.new_file_at(_unused(target.with_name(f"{target.stem}_layers.gpkg")))
            else:
                self._companion = _temporary_folder() / "layers.gpkg"
        return self._companion

    def _special(self, name: str) -> bool:
        """True for an output with creation options or a field mapping, which only QGIS's own sink knows to follow."""
        value = self._value(name)
        if not isinstance(value, QgsProcessingOutputLayerDefinition):
            return False
        return bool(value.createOptions.get("datasourceOptions") or value.createOptions.get("layerOptions")) or bool(
            value.useRemapping()
        )

    def _announce(self, name: str, destination: str, title: str = "") -> None:
        """Have the layer loaded when the user asked for that, as QGIS does where it opens the sink itself."""
        value = self._value(name)
        if not isinstance(value, QgsProcessingOutputLayerDefinition) or value.destinationProject is None:
            return
        title = title or value.destinationName or self._algorithm.parameterDefinition(name).description()
        details = QgsProcessingContext.LayerDetails(title, value.destinationProject, name)
        self._context.addLayerToLoadOnCompletion(destination, details)

    def _opened(self, stream: StreamedLayer) -> StreamedLayer:
        self._streams.append(stream)
        return stream

    def _end_stream(self, name: str, stream: StreamedLayer) -> str:
        destination = stream.close()
        if self.goes_to_server(name):
            return self._copy_to_server(name, stream)
        for pending in self._pending:
            if pending.destination == destination:
                destination = pending.destination = self._existing(destination, pending)
        return destination

    def _copy_to_server(self, name: str, stream: StreamedLayer) -> str:
        sink, destination = self._sink(name, None, stream)
        problem = self.failure(name)
        source = QgsVectorLayer(f"{stream.destination}|layername=rows", "rows", "ogr")
        for feature in source.getFeatures():
            attributes = feature.attributes()[1:]  # without the id of the temporary file
            copied = QgsFeature()
            copied.setAttributes(attributes)
            copied.setGeometry(feature.geometry())
            put_feature(sink, copied, problem)
        flush(sink, problem)
        return destination


def _temporary_folder() -> Path:
    """A new folder among QGIS's temporary ones."""
    folder = Path(QgsProcessingUtils.tempFolder()) / uuid.uuid4().hex
    folder.mkdir(parents=True)
    return folder


def _unused(path: Path) -> Path:
    """The path, or one like it that no file has yet: nothing that nobody named may be replaced."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}_{number}{path.suffix}")
    return free
