"""Writing results without ever damaging what is there.

QGIS opens (and so destroys) an existing target as soon as a sink is asked for. Here everything is computed first, then
each plain file is written into a folder of its own beside the target, and only when all outputs are complete are they
moved into place, one ``os.replace`` each. A table inside a GeoPackage is written into a GeoPackage of its own and takes
the place of the old one in a single transaction. Only what QGIS alone can reach, such as a table on a server, is
written directly, after everything else that can fail or be stopped.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterRasterDestination,
    QgsVectorLayer,
)

from ..texts import tr
from .bundle import Bundle, put_folder
from .errors import no_tick
from .outputs import FIELD_TYPES, OutputField, OutputLayer, WriteError, fill, memory_layer, qgis_fields
from .pending import Pending
from .published import short_source, without_address
from .rasterout import RasterDestinations, raster_target
from .streamed import StreamedDestinations
from .streams import StreamedLayer
from .tables import replace_table
from .targets import TableTarget, destination_text, file_target, server_target, table_target

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm


__all__ = [
    "FIELD_TYPES",
    "Destinations",
    "OutputField",
    "OutputLayer",
    "StreamedLayer",
    "WriteError",
    "memory_layer",
    "write_text",
    "written_count",
]

SHAPEFILE_PARTS = (
    ".shp",
    ".shx",
    ".dbf",
    ".prj",
    ".cpg",
    ".qix",
    ".sbn",
    ".sbx",
    ".qml",
    ".qmd",
    ".qpj",
    ".ain",
    ".aih",
)


class Destinations(StreamedDestinations, RasterDestinations):
    """All outputs of one run: written aside, then put in place together, or all dropped."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._pending: list[Pending] = []
        self._begin_streams()
        self._begin_rasters()
        self.placed: dict[str, str] = {}  # old name -> new name of what :meth:`commit` has put in place

    def wanted(self, name: str) -> bool:
        """True when the user asked for this output."""
        return bool(self._text(name))

    def path(self, name: str) -> Path | None:
        """The final file of an output, if it is a plain file."""
        definition = self._algorithm.parameterDefinition(name)
        target = raster_target if isinstance(definition, QgsProcessingParameterRasterDestination) else file_target
        return target(self._text(name))

    def table(self, name: str) -> TableTarget | None:
        """The table of a GeoPackage that an output goes to, if it is one."""
        return table_target(self._text(name))

    def goes_to_server(self, name: str) -> bool:
        """True for an output that is written directly and cannot be taken back."""
        return server_target(self._text(name))

    def write_layer(self, name: str, layer: OutputLayer | StreamedLayer, tick: Callable[[float], None]) -> str | None:
        """Write a layer aside (or to its server); returns what QGIS calls it, None if not wanted.

        What goes to a server is not stopped any more once it has begun: its old table is gone by then.
        """
        if not self.wanted(name):
            return None
        if isinstance(layer, StreamedLayer):
            return self._end_stream(name, layer)
        pending = self._aside(name)
        problem = self.failure(name)
        sink, destination = self._sink(name, pending, layer)
        fill(sink, layer, no_tick if self.goes_to_server(name) else tick, problem)
        del sink  # closes the file: complete on disk from here on
        if pending is not None:
            destination = self._existing(destination, pending)
            pending.destination = destination
        return destination

    def _sink(self, name: str, pending: Pending | None, layer: OutputLayer | StreamedLayer) -> tuple:
        """The sink that QGIS opens for an output, and what it calls it."""
        parameters = self._parameters
        if pending is not None:
            parameters = {**self._parameters, name: self._redirected(self._value(name), pending)}
        problem = self.failure(name)
        try:
            sink, destination = self._algorithm.parameterAsSink(
                parameters, name, self._context, qgis_fields(layer), layer.wkb_type, layer.crs
            )
        except QgsProcessingException as error:
            reason = without_address(str(error), self._text(name))
            raise WriteError(f"{problem} ({_short(reason)})") from error
        if sink is None:
            raise WriteError(problem)
        return sink, destination

    def new_file(self, name: str) -> Path | None:
        """A path to write an output file to; it is moved into place by :meth:`commit`."""
        if not self.wanted(name):
            return None
        target = Path(self._algorithm.parameterAsFileOutput(self._parameters, name, self._context)).absolute()
        return self.new_file_at(target)

    def new_file_at(self, target: Path) -> Path:
        """As :meth:`new_file` for a target that is not a parameter (a file beside another output)."""
        pending = self._open_pending(target)
        pending.destination = str(pending.written)
        return pending.written

    def new_folder(self, name: str) -> Bundle:
        """A folder to fill; it is moved into place as a whole by :meth:`commit`."""
        target = Path(self._algorithm.parameterAsFileOutput(self._parameters, name, self._context)).absolute()
        if self._text(name) == QgsProcessing.TEMPORARY_OUTPUT:
            target.parent.mkdir(parents=True, exist_ok=True)
        pending = self._open_pending(target)
        pending.written.mkdir()
        pending.destination = str(pending.written)
        return Bundle(pending.written, target)

    def commit(self) -> dict[str, str]:
        """Move everything into place; returns old name -> new name of each destination."""
        failures: list[str] = []
        while self._pending:
            pending = self._pending.pop(0)
            try:
                _put(pending)
            except OSError as problem:
                failures.append(
                    tr(
                        "{path} is open in another program or cannot be replaced ({problem}), and stays as it was. The "
                        "new result was kept as {kept}"
                    ).format(path=pending.target, problem=problem.strerror or problem, kept=_kept(pending))
                )
                continue
            tables = [
                stream.destination for stream in self._streams if stream.destination.startswith(str(pending.folder))
            ]
            for written in (pending.destination, *tables):
                self.placed[written] = written.replace(str(pending.folder), str(pending.target.parent))
        self._rename_loaded(self.placed)
        self._committed = True
        if failures:
            raise WriteError("\n".join(failures))
        return self.placed

    def discard(self) -> None:
        """Drop everything written aside; what was there before stays as it was."""
        self._abandon_streams()
        self._abandon_rasters()
        loaded = self._context.layersToLoadOnCompletion()
        for pending in self._pending:
            loaded = {key: value for key, value in loaded.items() if not key.startswith(str(pending.folder))}
            shutil.rmtree(pending.folder, ignore_errors=True)
        self._context.setLayersToLoadOnCompletion(loaded)
        self._pending.clear()

    # ------------------------------------------------------------------ inside
    def _value(self, name: str) -> object:
        value = self._parameters.get(name)
        if value is None:
            definition = self._algorithm.parameterDefinition(name)
            value = definition.defaultValue() if definition is not None else None
        return value

    def _text(self, name: str) -> str:
        """The destination as text, empty when the output is not wanted."""
        return destination_text(self._value(name), self._context)

    def _aside(self, name: str) -> Pending | None:
        """A place to write a file or a table to; None for what is in memory or on a server."""
        target, table = self.path(name), self.table(name)
        if target is not None:
            return self._open_pending(target)
        return self._open_pending(table.path, table.table) if table is not None else None

    def _open_pending(self, target: Path, table: str = "") -> Pending:
        folder = target.parent / f".{target.stem}.partial-{uuid.uuid4().hex[:8]}"
        try:
            folder.mkdir()
        except OSError as problem:
            raise WriteError(
                tr("Nothing can be written into the folder {folder}. Choose another one.").format(folder=target.parent)
            ) from problem
        pending = Pending(target, folder, "", table)
        self._pending.append(pending)
        return pending

    def _existing(self, destination: str, pending: Pending) -> str:
        """What QGIS calls the file, by the name that it has.

        A shapefile gets endings in small letters whatever was asked for, and without geometry it is a .dbf alone.
        """
        if pending.table:
            return destination
        candidates = (pending.written, pending.written.with_suffix(".shp"), pending.written.with_suffix(".dbf"))
        found = next((path for path in candidates if path.exists()), pending.written)
        if found == pending.written:
            return destination
        named = destination.replace(str(pending.written), str(found))
        loaded = self._context.layersToLoadOnCompletion()
        if destination in loaded:
            loaded[named] = loaded.pop(destination)
            self._context.setLayersToLoadOnCompletion(loaded)
        return named

    def _redirected(self, value: object, pending: Pending) -> QgsProcessingOutputLayerDefinition:
        written = str(pending.written)
        if pending.table:
            uri = QgsDataSourceUri()
            uri.setDatabase(written)
            uri.setTable(pending.table)
            uri.setGeometryColumn("geom")
            written = f"ogr:{uri.uri()}"
        if not isinstance(value, QgsProcessingOutputLayerDefinition):
            return QgsProcessingOutputLayerDefinition(written)
        redirected = QgsProcessingOutputLayerDefinition(written, value.destinationProject)
        redirected.createOptions = value.createOptions
        redirected.destinationName = value.destinationName
        if value.useRemapping():
            redirected.setRemappingDefinition(value.remappingDefinition())
        return redirected

    def failure(self, name: str) -> str:
        """What to say when an output could not be written, with what has become of what was there."""
        where = destination_text(self._value(name), self._context)
        if self.goes_to_server(name):
            return tr(
                "{name} could not be written to {where}. The table there may have been changed or removed. Files have "
                "stayed as they were."
            ).format(name=name, where=short_source(where))
        return tr(
            "{name} could not be written to {where}: the disk may be full, the folder read-only or the format unable "
            "to hold it. Nothing that was there has been changed."
        ).format(name=name, where=where)

    def _rename_loaded(self, renamed: dict[str, str]) -> None:
        loaded = self._context.layersToLoadOnCompletion()
        self._context.setLayersToLoadOnCompletion({renamed.get(key, key): details for key, details in loaded.items()})


def write_text(path: Path, text: str) -> None:
    """Write a text file; raises :class:`WriteError` with its name."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise WriteError(
            tr(
                "{path} could not be written ({problem}): the disk may be full. Nothing that was there has been "
                "changed."
            ).format(path=path.name, problem=problem.strerror or problem)
        ) from problem


def written_count(destination: str, expected: int = -1) -> int:
    """Number of rows a written file holds, read back from it; -1 when it cannot be opened.

    A file of 0 rows that cannot be opened counts as 0 where formats leave empty files that nothing can open (JSON
    lines, ODS); GeoPackage and shapefile do not.
    """
    layer = QgsVectorLayer(destination, "written", "ogr")
    if layer.isValid():
        return layer.featureCount()
    path = Path(destination.split("|")[0])
    empty_by_nature = path.suffix.lower() not in (".gpkg", ".shp", ".dbf") and path.is_file()
    return 0 if expected == 0 and empty_by_nature else -1


def _put(pending: Pending) -> None:
    """Put a result in place; raises OSError and leaves everything as it was when that is not possible."""
    if pending.written.is_dir():
        put_folder(pending.written, pending.target)
        shutil.rmtree(pending.folder, ignore_errors=True)
        return
    if not pending.table or not pending.target.exists():
        _put_in_place(pending)
        return
    replace_table(pending.written, pending.target, pending.table)
    shutil.rmtree(pending.folder, ignore_errors=True)


def _put_in_place(pending: Pending) -> None:
    """Move all parts of a result to their places, the main file last; when one cannot go, everything goes back."""
    target, aside = pending.target, pending.folder / "replaced"
    if target.suffix.lower() == ".gpkg" and target.is_file():
        _refuse_if_locked(target)
    parts = sorted(pending.folder.iterdir(), key=lambda path: path.name.lower() == target.name.lower())
    outdated = [target.parent / path.name for path in parts[:-1]]
    if target.suffix.lower() == ".shp":
        # An index of the old file beside the new one would give wrong results.
        outdated += [target.with_suffix(part) for part in SHAPEFILE_PARTS]
    last = target.parent / parts[-1].name
    moves = [(path, aside / path.name) for path in dict.fromkeys(outdated) if path.is_file() and path != last]
    moves += [(path, target.parent / path.name) for path in parts]
    aside.mkdir()
    done: list[tuple[Path, Path]] = []
    try:
        for source, place in moves:
            os.replace(source, place)
            done.append((source, place))
    except OSError:
        for source, place in reversed(done):
            os.replace(place, source)
        aside.rmdir()
        raise
    shutil.rmtree(pending.folder, ignore_errors=True)


def _kept(pending: Pending) -> Path:
    """Where a result that could not be put in place is found: in a folder that is not hidden."""
    folder = pending.target.parent / f"{pending.target.stem}-new-{uuid.uuid4().hex[:8]}"
    try:
        pending.folder.rename(folder)
    except OSError:
        folder = pending.folder
    return folder / pending.target.name


def _short(text: str) -> str:
    """The end of a message of the drivers, which says why; its beginning repeats paths and whole statements."""
    text = " ".join(text.split())
    return text if len(text) <= 160 else "..." + text[-157:]


def _refuse_if_locked(path: Path) -> None:
    """A GeoPackage that others have open with a write-ahead log must not be replaced under them."""
    try:
        with closing(sqlite3.connect(str(path), timeout=0.2, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as problem:
        raise OSError(None, str(problem)) from problem
    except sqlite3.DatabaseError:
        return  # not a database: replaced as any other file
