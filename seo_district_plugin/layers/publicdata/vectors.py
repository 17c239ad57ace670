"""Vector files: attributes as text, geometry as ISO WKB, through GDAL; tables of shapefiles as they are stored.

The table of a shapefile is read by `dbf`, because in Korean files its encoding is often not declared or declared
wrongly; GDAL gives the geometry.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

from ..errors import LayerError
from .archives import open_bytes, unpack
from .beside import siblings
from .dbf import UNDECODABLE, DbfSource
from .parts import BadRow, Batch, Part, encodable, sound

_BATCH = 2_000
_NEEDED = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_NO_DATA = ("layer_styles", "qgis_projects")
"""Tables that QGIS puts into a GeoPackage beside the layers."""
_KINDS = {
    ogr.OFTInteger: "int",
    ogr.OFTInteger64: "int",
    ogr.OFTReal: "real",
    ogr.OFTDate: "date",
    ogr.OFTDateTime: "datetime",
}
_DATE = re.compile(r"(\d{4})/(\d\d)/(\d\d)(?: (\d\d:\d\d:\d\d)(?:\.\d+)?(?:[+-]\d\d(?::?\d\d)?)?)?")
_SAME = {"utf8": "utf-8", "65001": "utf-8", "949": "cp949", "ms949": "cp949", "euckr": "cp949", "uhc": "cp949"}
_SAME |= {"ksc56011987": "cp949", "ansi949": "cp949", "cp949": "cp949", "korean": "cp949", "euc": "cp949"}


@contextmanager
def _quiet() -> Iterator[None]:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _open(path: Path, name: str) -> Any:
    """Open with GDAL.

    Texts of a shapefile are not decoded: any byte is a character of ISO 8859-1, so that nothing fails here.

    Raises:
        LayerError: ``public_file_damaged(name, problem)``.
    """
    options = ["ENCODING=ISO-8859-1"] if path.suffix.lower() == ".shp" else []
    with _quiet():
        gdal.ErrorReset()
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY, open_options=options)
        except RuntimeError:  # when somebody switched on GDAL's exceptions
            dataset = None
        problem = gdal.GetLastErrorMsg()
    if dataset is None:
        # GDAL names the file with its path, which is not for reports.
        problem = problem.replace(str(path), name).replace(str(path.parent), "")[:200]
        raise LayerError("public_file_damaged", name=name, problem=problem)
    return dataset


class _Aside:
    """The files of a part where GDAL can read them: in place, or copied into a folder that is removed."""

    def __init__(self, part: Part, files: dict[str, tuple[Path, str, int]], copy: bool) -> None:
        self._folder: Any = None
        self.path = part.path
        if copy or part.member or not encodable(str(part.path)):
            self._folder = tempfile.TemporaryDirectory()
            folder = Path(self._folder.name)
            suffixes = list(files)
            unpack([files[s] for s in suffixes], folder, [f"part{s}" for s in suffixes], part.name)
            own = Path(part.name.split(":")[0]).suffix.lower()
            self.path = folder / f"part{own if own in files else suffixes[0]}"

    def close(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder.name, ignore_errors=True)
            self._folder.cleanup()
            self._folder = None


def layer_names(part: Part) -> list[str]:
    """Names of the layers of a vector file that are not system tables.

    Raises:
        LayerError: ``public_file_damaged(name, problem)``.
    """
    aside = _Aside(part, siblings(part), part.name.lower().endswith(".gml"))
    try:
        dataset = _open(aside.path, part.name)
        names = [dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())]
        return [name for name in names if name not in _NO_DATA]
    finally:
        dataset = None
        aside.close()


class VectorSource:
    """Reader of one layer of a vector file, or of a .dbf alone.

    Attributes:
        names, kinds: of the columns; text, int, real, date, datetime or bool.
        crs_wkt, crs_epsg: as declared; empty and 0 when nothing is declared (0 too when no code is known for it).
        geometry: point, line, polygon, any or none.
        encoding: of the texts of a shapefile; empty elsewhere.
        notes: remarks, (code, values).
    """

    def __init__(self, part: Part) -> None:
        self._part = part
        self.notes: list[tuple[str, dict[str, object]]] = []
        self.encoding, self.crs_wkt, self.crs_epsg, self.geometry = "", "", 0, "none"
        self._table: DbfSource | None = None
        self._aside: _Aside | None = None
        suffix = Path(part.name.split(":")[0] if part.sheet else part.name).suffix.lower()
        files = siblings(part)
        if suffix == ".dbf":
            self._read_table(files)
            self.names, self.kinds = self._table_columns()
            return
        try:
            self._open_layer(suffix, files)
        except BaseException:
            self.close()
            raise

    def _open_layer(self, suffix: str, files: dict[str, tuple[Path, str, int]]) -> None:
        shape = suffix == ".shp"
        # Without an index GDAL would have to write one, and beside a GML file it writes what it learned of it: not
        # into the user's folder.
        lost = shape and ".shx" not in files
        if shape:
            files = {key: value for key, value in files.items() if key in _NEEDED}
        self._aside = _Aside(self._part, files, lost or suffix == ".gml")
        before = gdal.GetThreadLocalConfigOption("SHAPE_RESTORE_SHX")
        if lost:
            self.notes.append(("note_shp_no_index", {}))
            gdal.SetThreadLocalConfigOption("SHAPE_RESTORE_SHX", "YES")
        try:
            self._dataset = _open(self._aside.path, self._part.name)
        finally:
            gdal.SetThreadLocalConfigOption("SHAPE_RESTORE_SHX", before)
        layer = self._layer()
        self._describe(layer)
        if shape and ".dbf" in files:
            self._read_table(files)
            self.names, self.kinds = self._table_columns()
            if ".prj" not in files or not self.crs_wkt:
                self.notes.append(("note_shp_no_prj", {}))
            return
        if shape:
            self.notes.append(("note_shp_no_table", {}))
        definition = layer.GetLayerDefn()
        fields = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
        self.names = [_string(field.GetName()) for field in fields]
        self.kinds = [
            "bool" if field.GetSubType() == ogr.OFSTBoolean else _KINDS.get(field.GetType(), "text") for field in fields
        ]
        if not self.names:
            self.names, self.kinds = ["fid"], ["int"]

    def _layer(self) -> Any:
        layer = self._dataset.GetLayerByName(self._part.sheet) if self._part.sheet else self._dataset.GetLayer(0)
        if layer is None:
            raise LayerError("public_file_damaged", name=self._part.name, problem=self._part.sheet)
        return layer

    def _describe(self, layer: Any) -> None:
        flat = ogr.GT_Flatten(layer.GetGeomType())
        kinds = {0: "any", 1: "point", 4: "point", 2: "line", 5: "line", 3: "polygon", 6: "polygon"}
        self.geometry = "none" if flat == ogr.wkbNone else kinds.get(flat, "any")
        try:
            with _quiet():
                reference = layer.GetSpatialRef()
        except RuntimeError:  # a damaged .prj is as good as none
            reference = None
        if reference is None or reference.IsLocal() or (reference.GetName() or "").startswith("Undefined"):
            return
        self.crs_wkt = reference.ExportToWkt()
        self.crs_epsg = _epsg(reference)

    def _read_table(self, files: dict[str, tuple[Path, str, int]]) -> None:
        path, member, size = files[".dbf"]

        def stream() -> tuple[Any, int]:
            return open_bytes(path, member, self._part.name), size

        self._table = DbfSource(stream, self._part.name)
        self.encoding = self._table.encoding
        if ".cpg" in files:
            path_, member_, _ = files[".cpg"]
            with open_bytes(path_, member_, self._part.name) as declared:
                text = declared.read(64).decode("ascii", "replace").strip()
            plain = "".join(c for c in text.lower() if c.isalnum())
            if _SAME.get(plain, plain) != self.encoding and self._table.beyond_ascii:
                self.notes.append(("note_shp_encoding", {"declared": text, "found": self.encoding}))

    def _table_columns(self) -> tuple[list[str], list[str]]:
        table = self._table
        return (list(table.names), table.kinds) if table is not None else ([], [])

    def batches(self, counts: dict[str, int]) -> Iterator[Batch]:
        """The names of the columns as record 0, then the features from 1."""
        if self._aside is None:
            if self._table is not None:
                yield from self._table.batches(counts)
            return
        yield Batch([0], [list(self.names)], wkb=[None])
        yield from self._features() if self._table is None else self._joined(self._table, counts)

    def _features(self) -> Iterator[Batch]:
        layer = self._layer()
        layer.ResetReading()
        total = max(1, layer.GetFeatureCount())
        count = layer.GetLayerDefn().GetFieldCount()
        batch, number = Batch(wkb=[]), 0
        while (feature := _next(layer)) is not None:
            number += 1
            cells = [_cell(feature, i) for i in range(count)] if count else [str(feature.GetFID())]
            if None in cells:
                shown = ["" if cell is None else cell for cell in cells]
                batch.bad.append(BadRow(number, UNDECODABLE, shown))
            else:
                batch.numbers.append(number)
                batch.rows.append(cells)
                batch.wkb.append(_wkb(feature))
            if len(batch.rows) >= _BATCH:
                batch.fraction = min(1.0, number / total)
                yield batch
                batch = Batch(wkb=[])
        batch.fraction = 1.0
        yield batch

    def _joined(self, table: DbfSource, counts: dict[str, int]) -> Iterator[Batch]:
        """Rows of the table with the shape of the same number; a shape without a row has empty cells."""
        layer = self._layer()
        layer.ResetReading()
        definition = layer.GetLayerDefn()
        layer.SetIgnoredFields([definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())])
        total = max(1, layer.GetFeatureCount())
        batch = Batch(wkb=[])
        feature = _next(layer)
        for index, cells, damaged in table.rows(counts):
            while feature is not None and feature.GetFID() < index:
                feature = _next(layer)
            shape = _wkb(feature) if feature is not None and feature.GetFID() == index else None
            if damaged:
                batch.bad.append(BadRow(index + 1, UNDECODABLE, cells))
            else:
                batch.numbers.append(index + 1)
                batch.rows.append(cells)
                batch.wkb.append(shape)
            if len(batch.rows) + len(batch.bad) >= _BATCH:
                batch.fraction = min(1.0, (index + 1) / total)
                yield batch
                batch = Batch(wkb=[])
        # GDAL does not hand out shapes that have no row in the table, but it counts them.
        for index in range(table.table.records, layer.GetFeatureCount()):
            batch.bad.append(BadRow(index + 1, "row_no_attributes", []))
        batch.fraction = 1.0
        yield batch

    def repair(self, line: str, width: int) -> list[str] | None:
        """A layer has no loose lines."""
        return None

    def close(self) -> None:
        """Close the file and remove a copy of it."""
        self._dataset = None
        if self._aside is not None:
            self._aside.close()


def _next(layer: Any) -> Any:
    """The next feature; a damaged one ends the layer."""
    try:
        with _quiet():
            return layer.GetNextFeature()
    except RuntimeError:
        return None


def _wkb(feature: Any) -> bytes | None:
    geometry = feature.GetGeometryRef()
    if geometry is None:
        return None
    return bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))


def _string(text: str | bytes) -> str:
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else sound(text)


def _cell(feature: Any, place: int) -> str | None:
    """Text of an attribute; None when its bytes are no text."""
    if not feature.IsFieldSetAndNotNull(place):
        return ""
    text = feature.GetFieldAsString(place)
    # The bindings give bytes for what is no UTF-8, or characters that stand for single bytes.
    if isinstance(text, bytes) or not (text.isascii() or encodable(text)):
        return None
    if len(text) >= 10 and text[4:5] == "/" and (found := _DATE.fullmatch(text)):
        year, month, day, time = found.groups()
        return f"{year}-{month}-{day}" + (f" {time}" if time else "")
    return text


def _epsg(reference: Any) -> int:
    """The EPSG code of a declared reference, 0 when none fits."""
    code = reference.GetAuthorityCode(None) if reference.GetAuthorityName(None) == "EPSG" else None
    if code is None:
        with _quiet():
            try:
                matches = reference.FindMatches()
            except RuntimeError:
                matches = []
        best = max(matches or [], key=lambda match: match[1], default=None)
        if best is not None and best[1] >= 90:
            code = osr.SpatialReference(best[0].ExportToWkt()).GetAuthorityCode(None)
    return int(code) if code and str(code).isdigit() else 0
