"""Whole columns at once from GeoPackage and FlatGeobuf files, where that gives exactly what the loop gives.

GDAL hands out Arrow batches as numpy arrays about fifteen times faster than a loop over features runs. It reads
the file, not the layer: whatever a layer adds (edits, joins, virtual fields, a subset) rules it out. GDAL 3.6
returns wrong values for booleans this way and other times for dates, so only numbers and texts are taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal, ogr
from qgis.core import Qgis, QgsDataProvider, QgsProviderRegistry, QgsWkbTypes

from .errors import Tick
from .table import Column, FieldInfo, joined

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

_BATCH = 20_000
"""Rows in a batch: texts come as arrays of the longest text's width, which a smaller batch keeps in bounds."""

_POINT_KINDS = {21: (1,), 29: (1001, 2001, 0x80000001), 37: (3001,)}
"""Allowed WKB types of a point by its length in bytes."""


_SEPARATOR = b"\x1e"
"""ASCII record separator: as good as never part of a text."""


@dataclass(frozen=True)
class FastSource:
    """Where a layer lies that may be read by whole columns."""

    path: str
    table: str
    simple_points: bool
    rows: int


@dataclass
class FastRows:
    """Columns, feature ids, coordinates (n, 2) and which rows have no geometry."""

    columns: dict[str, Column]
    fid: np.ndarray
    xy: np.ndarray
    null: np.ndarray


class _NeedsLoopError(Exception):
    """The file holds something that only the loop reads right."""


def fast_source(layer: QgsVectorLayer) -> FastSource | None:
    """Return where to read the layer by whole columns, or None when only the loop is right."""
    if layer.providerType() != "ogr" or layer.subsetString() or layer.isEditable():
        return None
    fields = layer.fields()
    if any(fields.fieldOrigin(i) != Qgis.FieldOrigin.Provider for i in range(fields.count())):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    path = str(parts.get("path") or "")
    if not path.lower().endswith((".gpkg", ".fgb")) or any(
        parts.get(key) for key in parts if key not in ("path", "layerName", "layerId")
    ):
        return None
    table = str(parts.get("layerName") or "")
    if not table:
        tables = layer.dataProvider().subLayers()
        if len(tables) != 1:
            return None
        table = tables[0].split(QgsDataProvider.sublayerSeparator())[1]
    simple = QgsWkbTypes.flatType(layer.wkbType()) == Qgis.WkbType.Point
    return FastSource(path, table, simple, layer.featureCount())


def read_fast(source: FastSource, infos: list[FieldInfo], points: bool, tick: Tick) -> FastRows | None:
    """Read the columns, or return None when something in the file asks for the loop."""
    if (points and not source.simple_points) or any(info.kind not in ("int", "real", "text") for info in infos):
        return None
    try:
        return _read(source, infos, points, tick)
    except (_NeedsLoopError, ImportError, UnicodeDecodeError):
        return None


def _read(source: FastSource, infos: list[FieldInfo], points: bool, tick: Tick) -> FastRows:
    try:
        dataset = gdal.OpenEx(source.path, gdal.OF_VECTOR | gdal.OF_READONLY)
    except RuntimeError as error:
        # Python code that runs beside may have switched GDAL's exceptions on for the whole process.
        raise _NeedsLoopError from error
    layer = dataset.GetLayerByName(source.table) if dataset is not None else None
    if layer is None or not hasattr(layer, "GetArrowStreamAsNumPy"):
        raise _NeedsLoopError
    fid_name = layer.GetFIDColumn() or "OGC_FID"
    geometry_name = layer.GetGeometryColumn() or "wkb_geometry"
    _ignore_others(layer, infos, fid_name, geometry_name, points)
    parts: list[list[Column]] = [[] for _ in infos]
    fids, shapes = [], []
    stream = layer.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={_BATCH}"])
    done = 0
    for batch in _batches(stream):
        fid = np.asarray(batch[fid_name], dtype=np.int64)
        fids.append(fid.copy())
        for info, column in zip(infos, parts, strict=True):
            column.append(_column(info, batch[info.name]))
        if points:
            shapes.append(_coordinates(batch[geometry_name]))
        done += len(fid)
        tick(min(done / max(source.rows, done, 1), 0.99))
    tick(1.0)
    columns = {info.name: joined(info, column) for info, column in zip(infos, parts, strict=True)}
    fid = np.concatenate(fids) if fids else np.zeros(0, dtype=np.int64)
    xy = np.concatenate([item[0] for item in shapes]) if shapes else np.zeros((0, 2))
    null = np.concatenate([item[1] for item in shapes]) if shapes else np.zeros(0, dtype=bool)
    return FastRows(columns, fid, xy, null)


def _batches(stream: Any) -> Iterator[dict[str, np.ndarray]]:
    """Hand out the batches one by one."""
    while True:
        try:
            batch = stream.GetNextRecordBatch()
        except (SystemError, RuntimeError) as error:
            # GDAL 3.7 to at least 3.10 cannot hand out NULL geometry of a FlatGeobuf file (SystemError: a negative
            # length); RuntimeError comes where GDAL's exceptions are on.
            raise _NeedsLoopError from error
        # GDAL 3.6 hands out empty batches without end for a FlatGeobuf file without features.
        if batch is None or not any(map(len, batch.values())):
            return
        yield batch


def _ignore_others(layer: Any, infos: list[FieldInfo], fid_name: str, geometry_name: str, points: bool) -> None:
    """Tell GDAL to leave out what is not asked for; refuse fields whose type Arrow may hand out differently."""
    definition = layer.GetLayerDefn()
    kinds = {}
    for i in range(definition.GetFieldCount()):
        item = definition.GetFieldDefn(i)
        kinds[item.GetName()] = (item.GetType(), item.GetSubType())
    if fid_name in kinds or geometry_name in kinds:
        raise _NeedsLoopError
    plain = {
        "int": {(ogr.OFTInteger, ogr.OFSTNone), (ogr.OFTInteger, ogr.OFSTInt16), (ogr.OFTInteger64, ogr.OFSTNone)},
        "real": {(ogr.OFTReal, ogr.OFSTNone), (ogr.OFTReal, ogr.OFSTFloat32)},
        "text": {(ogr.OFTString, ogr.OFSTNone)},
    }
    wanted = set()
    for info in infos:
        if info.name == fid_name and info.kind == "int":
            continue
        if kinds.get(info.name) not in plain[info.kind]:
            raise _NeedsLoopError
        wanted.add(info.name)
    ignored = [name for name in kinds if name not in wanted]
    if not points:
        ignored.append("OGR_GEOMETRY")
    if ignored and layer.SetIgnoredFields(ignored) != ogr.OGRERR_NONE:
        raise _NeedsLoopError


def _column(info: FieldInfo, values: np.ndarray) -> Column:
    missing = np.array(np.ma.getmaskarray(values), dtype=bool)
    plain = np.ma.getdata(values)
    if info.kind == "text":
        texts = _decoded(plain.tolist())
        out = np.empty(len(texts), dtype=object)
        out[:] = texts
        out[missing] = None
        return Column("text", out, missing)
    dtype = np.float64 if info.kind == "real" else np.int64
    if plain.dtype.kind not in "if":
        raise _NeedsLoopError
    out = np.array(plain, dtype=dtype)
    out[missing] = 0
    return Column(info.kind, out, missing)


def _decoded(values: list[bytes]) -> list[str]:
    """Decode texts, all in one call where none of them holds the separator."""
    joined = _SEPARATOR.join(values)
    if not values or joined.count(_SEPARATOR) != len(values) - 1:
        return [bytes(value).decode("utf-8") for value in values]
    return joined.decode("utf-8").split(_SEPARATOR.decode("ascii"))


def _coordinates(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Decode a batch of point WKB to coordinates (n, 2) and which rows are NULL (n,)."""
    missing = np.array(np.ma.getmaskarray(values), dtype=bool)
    plain = np.ma.getdata(values)
    count = len(plain)
    if plain.dtype.kind == "V":
        # Fixed width: one block of bytes, a row after the other.
        width = plain.dtype.itemsize
        raw = np.frombuffer(plain.tobytes(), dtype=np.uint8).reshape(count, width)
    else:
        # Beside NULL geometry a batch comes as objects, None where there is nothing.
        rows = [b"" if value is None else bytes(value) for value in plain]
        width = max(map(len, rows), default=0)
        missing |= np.fromiter((len(row) == 0 for row in rows), dtype=bool, count=count)
        if any(len(row) not in (0, width) for row in rows):
            raise _NeedsLoopError
        raw = np.frombuffer(b"".join(row.ljust(width, b"\0") for row in rows), dtype=np.uint8).reshape(count, width)
    xy = np.full((count, 2), np.nan)
    if missing.all():
        return xy, missing
    if width not in _POINT_KINDS:
        raise _NeedsLoopError
    present = raw[~missing]
    kinds = np.ascontiguousarray(present[:, 1:5]).view("<u4").ravel()
    if (present[:, 0] != 1).any() or not np.isin(kinds, _POINT_KINDS[width]).all():
        raise _NeedsLoopError
    xy[~missing] = np.ascontiguousarray(present[:, 5:21]).view("<f8").reshape(-1, 2)
    return xy, missing
