"""A folder of many files that is made as a whole: layers in GeoPackages, rasters, texts; in place all or nothing."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ..texts import tr
from .errors import no_tick
from .outputs import WriteError
from .streams import GeoPackageWriter

MARK = "made_here.json"
"""Names what a folder holds; only a folder with it, or an empty one, is ever replaced."""

BLOCK = 5000
_GDAL_TYPES = {"float32": gdal.GDT_Float32, "int16": gdal.GDT_Int16, "uint8": gdal.GDT_Byte}


class Bundle:
    """Files that go into one folder.

    Attributes:
        folder: where they are written; nobody else knows of it yet.
        target: where they will stand.
        digests: SHA-256 of the content, by file or ``file|table``: bytes of a text, values of a table or raster.
    """

    def __init__(self, folder: Path, target: Path) -> None:
        self.folder, self.target = folder, target
        self.digests: dict[str, str] = {}

    def path(self, name: str) -> Path:
        """Where a file of the bundle is written; its folder is there."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def bytes(self, name: str, content: bytes) -> None:
        """Write a file; raises WriteError."""
        try:
            self.path(name).write_bytes(content)
        except OSError as problem:
            raise WriteError(_failure(name)) from problem
        self.digests[name] = hashlib.sha256(content).hexdigest()

    def text(self, name: str, content: str) -> None:
        """Write a text in UTF-8."""
        self.bytes(name, content.encode("utf-8"))

    def table(
        self,
        name: str,
        table: str,
        fields: Sequence[tuple[str, str]],
        columns: Sequence[Sequence],
        wkb: Sequence[bytes | None] | None,
        wkb_type: Qgis.WkbType,
        crs: QgsCoordinateReferenceSystem,
        tick: Callable[[float], None] = no_tick,
    ) -> str:
        """Write a layer or table into a GeoPackage of the bundle; returns its address once in place."""
        writer = GeoPackageWriter(self.path(name), table, fields, wkb_type, crs, _failure(f"{name} {table}"))
        count = len(columns[0]) if columns else len(wkb or ())
        for begin in range(0, count, BLOCK):
            tick(begin / count)
            block = [column[begin : begin + BLOCK] for column in columns]
            writer.add(block, None if wkb is None else wkb[begin : begin + BLOCK])
        writer.close()
        self.digests[f"{name}|{table}"] = writer.digest
        return f"{self.target / name}|layername={table}"

    def raster(self, name: str, array: np.ndarray, corner: tuple[float, float], cell: float, nodata: float, wkt: str):
        """Write a GeoTIFF, north up with its upper left ``corner`` at (x, y); returns its path once in place.

        Raises:
            WriteError: when it cannot be written.
        """
        options = ["COMPRESS=DEFLATE", "TILED=YES", "PREDICTOR=2" if array.dtype.kind in "iu" else "PREDICTOR=3"]
        rows, columns = array.shape
        driver = gdal.GetDriverByName("GTiff")
        try:
            data = driver.Create(str(self.path(name)), columns, rows, 1, _GDAL_TYPES[str(array.dtype)], options)
            data.SetGeoTransform((corner[0], cell, 0.0, corner[1], 0.0, -cell))
            data.SetProjection(wkt)
            band = data.GetRasterBand(1)
            band.SetNoDataValue(nodata)
            band.WriteArray(array)
            data.FlushCache()
            del band, data
        except (AttributeError, RuntimeError) as problem:  # GDAL gives None or raises, as its user has set it
            raise WriteError(_failure(name)) from problem
        header = repr((array.shape, str(array.dtype), *corner, cell, nodata)).encode()
        self.digests[name] = hashlib.sha256(header + np.ascontiguousarray(array).tobytes()).hexdigest()
        return str(self.target / name)

    def close(self, about: dict) -> None:
        """Write what the folder holds into it; without this mark a later run does not replace it."""
        content = {**about, "sha256": self.digests}
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        self.path(MARK).write_text(text, encoding="utf-8")


def _failure(name: str) -> str:
    return tr("{name} could not be written: the disk may be full.").format(name=name)


def is_replaceable(folder: Path) -> bool:
    """True for a folder that is not there, empty, or made by a bundle; False for any other and for a file."""
    if not folder.exists():
        return True
    return folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))


def put_folder(written: Path, target: Path) -> None:
    """Move a written folder into its place; the old one is gone only when the new one stands.

    Raises:
        OSError: when it cannot be moved; everything is as it was then.
    """
    old = None
    if target.exists():
        old = target.parent / f".{target.name}.old-{uuid.uuid4().hex[:8]}"
        os.replace(target, old)
    try:
        os.replace(written, target)
    except OSError:
        if old is not None:
            os.replace(old, target)
        raise
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)
