"""Layers written block by block while their rows are still being read, so that millions of rows need little memory.

A GeoPackage that is written aside is filled through SQLite directly, with its spatial index packed at the end: several
times faster than feature by feature. Everything else goes through the sink that QGIS gives.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsFeatureSink

from .outputs import OutputField, WriteError, flush, put_rows
from .rtree import fill_rtree
from .tabledigest import TableDigest
from .unsynced import unsynced

if TYPE_CHECKING:
    from .styling import Style

_OGR_TYPES = {
    "int": ogr.OFTInteger64,
    "real": ogr.OFTReal,
    "text": ogr.OFTString,
    "bool": ogr.OFTInteger,
    "date": ogr.OFTDate,
    "datetime": ogr.OFTDateTime,
}
_POINT = np.dtype([("order", "u1"), ("type", "<u4"), ("xy", "<f8", (2,))])
_MAGIC = b"GP\x00"
_EMPTY = 0x11  # header flags: little endian, empty geometry, no envelope
_PLAIN = 0x01  # little endian, no envelope: what points have
_BOXED = 0x03  # little endian, envelope of x and y


class Writer(Protocol):
    """Takes rows as columns; ``close`` gives their number."""

    def add(self, columns: Sequence[Sequence], wkb: Sequence[bytes | None] | None) -> None: ...

    def close(self) -> int: ...

    def abandon(self) -> None: ...


class GeoPackageWriter:
    """One new table of a GeoPackage.

    Values per kind: int, float, str, bool (0 or 1), dates as ``YYYY-MM-DD``, times as ``YYYY-MM-DDTHH:MM:SS`` (written
    with ``.000Z`` behind, which the format demands) or ``YYYY-MM-DDTHH:MM:SS.sssZ``, None.

    Raises:
        WriteError: the file cannot be made or filled (``problem`` is its beginning).
    """

    def __init__(
        self,
        path: Path,
        table: str,
        fields: Sequence[tuple[str, str]],
        wkb_type: Qgis.WkbType,
        crs: QgsCoordinateReferenceSystem,
        problem: str,
    ) -> None:
        self._path, self._table, self._problem = path, table, problem
        self._names = [name for name, _ in fields]
        self._times = [at for at, (_, kind) in enumerate(fields) if kind == "datetime"]
        self._spatial = wkb_type != Qgis.WkbType.NoGeometry
        self._rows = 0
        self._ids: list[np.ndarray] = []
        self._boxes: list[np.ndarray] = []
        self.digest = ""
        self._hash = TableDigest(["fid", *(["geom"] if self._spatial else []), *self._names])
        self._srs_id = _make_table(path, table, fields, wkb_type, crs, problem)
        self._connection = sqlite3.connect(str(path), isolation_level=None)
        try:
            self._begin()
        except sqlite3.Error as error:
            raise WriteError(f"{problem} ({error})") from error

    def _begin(self) -> None:
        # The file stands aside and is thrown away when anything fails, so it needs no journal.
        for pragma in ("synchronous=OFF", "journal_mode=OFF", "cache_size=-100000", "locking_mode=EXCLUSIVE"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("BEGIN")
        self._triggers = self._connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (self._table,)
        ).fetchall()
        for name, _sql in self._triggers:  # they count and index row by row; done at once at the end
            self._connection.execute(f'DROP TRIGGER "{_quoted(name)}"')

    def add(self, columns: Sequence[Sequence], wkb: Sequence[bytes | None] | None = None) -> None:
        """Write rows given as columns in the order of the fields, with a WKB each (None: no geometry)."""
        count = len(columns[0]) if columns else len(wkb or ())
        if not count:
            return
        fids = range(self._rows + 1, self._rows + count + 1)
        given: list[Sequence] = [fids]
        names = ["fid"]
        if self._spatial:
            blobs, boxes = _blobs(wkb if wkb is not None else [None] * count, self._srs_id)
            given.append(blobs)
            names.append("geom")
            placed = ~np.isnan(boxes[:, 0])
            self._ids.append(np.asarray(fids, dtype=np.int64)[placed])
            self._boxes.append(boxes[placed])
        columns = list(columns)
        for at in self._times:
            columns[at] = [text if text is None or text.endswith("Z") else f"{text}.000Z" for text in columns[at]]
        given += columns
        names += self._names
        self._hash.add(given)
        # Columns that are empty in the whole block are left to their default, NULL.
        used = [index for index, column in enumerate(given) if index == 0 or column.count(None) < count]
        listed = ", ".join(f'"{_quoted(names[index])}"' for index in used)
        marks = ", ".join("?" * len(used))
        statement = f'INSERT INTO "{_quoted(self._table)}" ({listed}) VALUES ({marks})'  # nosec B608
        try:
            self._connection.executemany(statement, zip(*(given[index] for index in used)))
        except sqlite3.Error as error:
            raise WriteError(f"{self._problem} ({error})") from error
        self._rows += count

    def close(self) -> int:
        """Finish the table; returns its number of rows."""
        try:
            self._finish()
        except sqlite3.Error as error:
            raise WriteError(f"{self._problem} ({error})") from error
        finally:
            self._connection.close()
        self.digest = self._hash.hexdigest()
        return self._rows

    def abandon(self) -> None:
        """Let go of the file without finishing it."""
        self._connection.close()

    def _finish(self) -> None:
        execute = self._connection.execute
        ids = np.concatenate(self._ids) if self._ids else np.zeros(0, dtype=np.int64)
        if len(ids):
            boxes = np.concatenate(self._boxes)
            fill_rtree(self._connection, f"rtree_{self._table}_geom", ids, boxes)
            extent = (boxes[:, 0].min(), boxes[:, 2].min(), boxes[:, 1].max(), boxes[:, 3].max())
            execute(
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                (*map(float, extent), self._table),
            )
        execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (self._rows, self._table))
        for _name, sql in self._triggers:
            execute(sql)
        execute("COMMIT")


class SinkWriter:
    """Any other target, feature by feature."""

    def __init__(self, sink: QgsFeatureSink, spatial: bool, problem: str) -> None:
        self._sink, self._spatial, self._problem = sink, spatial, problem
        self._rows = 0
        self.digest = ""

    def add(self, columns: Sequence[Sequence], wkb: Sequence[bytes | None] | None = None) -> None:
        count = len(columns[0]) if columns else len(wkb or ())
        shapes = (wkb if wkb is not None else [None] * count) if self._spatial else None
        put_rows(self._sink, columns, shapes, range(count), self._problem)
        self._rows += count

    def close(self) -> int:
        flush(self._sink, self._problem)
        self._sink = None
        return self._rows

    def abandon(self) -> None:
        self._sink = None


@dataclass
class StreamedLayer:
    """An output whose rows are written as they come; once closed it stands for an OutputLayer that is complete.

    Attributes:
        destination: what QGIS calls what is being written.
    """

    fields: list[OutputField]
    wkb_type: Qgis.WkbType
    crs: QgsCoordinateReferenceSystem
    writer: Writer
    destination: str
    style: Style | None = None
    rows: int = 0
    closed: bool = field(default=False)

    @property
    def wkb(self) -> tuple | None:
        """Not None where the layer has shapes, as for an OutputLayer; the shapes themselves are in the file."""
        return None if self.wkb_type == Qgis.WkbType.NoGeometry else ()

    @property
    def digest(self) -> str:
        """Digest of the rows as they are read back, where writing them has given it; else empty."""
        return getattr(self.writer, "digest", "")

    def __len__(self) -> int:
        return self.rows

    def add(self, columns: Sequence[Sequence], wkb: Sequence[bytes | None] | None = None) -> None:
        """The next rows, as columns in the order of the fields."""
        self.writer.add(columns, wkb)
        self.rows += len(columns[0]) if columns else len(wkb or ())

    def close(self) -> str:
        """Finish writing; returns the destination."""
        if not self.closed:
            self.closed = True
            self.writer.close()
        return self.destination

    def abandon(self) -> None:
        """Stop writing: what stands aside is thrown away."""
        if not self.closed:
            self.closed = True
            with contextlib.suppress(sqlite3.Error):
                self.writer.abandon()


def _quoted(name: str) -> str:
    return name.replace('"', '""')


def _make_table(path, table, fields, wkb_type, crs, problem) -> int:
    """An empty table as GDAL makes it, spatial index included; returns the srs id of its geometry."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        with unsynced():
            dataset = (
                gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, ["GPKG"])
                if path.exists()
                else ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
            )
            if dataset is None:
                raise WriteError(f"{problem} ({gdal.GetLastErrorMsg()})")
            _define(dataset, table, fields, wkb_type, crs)
            dataset = None
    except RuntimeError as error:
        raise WriteError(f"{problem} ({error})") from error
    finally:
        gdal.PopErrorHandler()
    connection = sqlite3.connect(str(path))
    try:
        row = connection.execute("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (table,)).fetchone()
    except sqlite3.Error as error:
        raise WriteError(f"{problem} ({error})") from error
    finally:
        connection.close()
    return int(row[0]) if row else 0


def _define(dataset, table, fields, wkb_type, crs) -> None:
    options = ["FID=fid", "GEOMETRY_NAME=geom", "SPATIAL_INDEX=YES"]
    if wkb_type == Qgis.WkbType.NoGeometry:
        layer = dataset.CreateLayer(table, None, ogr.wkbNone, ["FID=fid"])
    else:
        layer = dataset.CreateLayer(table, _spatial_reference(crs), int(wkb_type.value), options)
    if layer is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    for name, kind in fields:
        definition = ogr.FieldDefn(name, _OGR_TYPES[kind])
        if kind == "bool":
            definition.SetSubType(ogr.OFSTBoolean)
        if layer.CreateField(definition) != 0:
            raise RuntimeError(gdal.GetLastErrorMsg())


def _spatial_reference(crs: QgsCoordinateReferenceSystem) -> osr.SpatialReference | None:
    if not crs.isValid():
        return None
    found = re.fullmatch(r"EPSG:(\d+)", crs.authid())
    reference = osr.SpatialReference()
    if found is None or reference.ImportFromEPSG(int(found.group(1))) != 0:
        reference.ImportFromWkt(crs.toWkt(Qgis.CrsWktVariant.Preferred))
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _blobs(wkb: Sequence[bytes | None], srs_id: int) -> tuple[list[bytes | None], np.ndarray]:
    """GeoPackage blobs of WKB geometries, and their boxes (minx, maxx, miny, maxy; NaN where there is none)."""
    header = _MAGIC + bytes([_PLAIN]) + struct.pack("<i", srs_id)
    boxes = np.full((len(wkb), 4), np.nan)
    size = _POINT.itemsize
    points = [item is not None and len(item) == size for item in wkb]
    if all(points):  # the usual case, in one go
        xy = np.frombuffer(b"".join(wkb), dtype=_POINT)["xy"]
        boxes[:, :2], boxes[:, 2:] = xy[:, :1], xy[:, 1:]
        return [header + item for item in wkb], boxes
    blobs: list[bytes | None] = []
    for row, item in enumerate(wkb):
        if item is None:
            blobs.append(None)
        elif points[row]:
            x, y = struct.unpack_from("<dd", item, 5)
            boxes[row] = x, x, y, y
            blobs.append(header + item)
        else:
            blobs.append(_shape_blob(item, srs_id, boxes[row]))
    return blobs, boxes


def _shape_blob(wkb: bytes, srs_id: int, box: np.ndarray) -> bytes:
    """Blob of a line or polygon, with its envelope, which is also put into ``box``."""
    geometry = ogr.CreateGeometryFromWkb(wkb)
    if geometry is None or geometry.IsEmpty():
        return _MAGIC + bytes([_EMPTY]) + struct.pack("<i", srs_id) + wkb
    box[:] = geometry.GetEnvelope()
    return _MAGIC + bytes([_BOXED]) + struct.pack("<i4d", srs_id, *box) + wkb
