"""Tables inside a GeoPackage that holds others: replaced in one transaction, or not at all."""

from __future__ import annotations

import contextlib
import uuid
from pathlib import Path

from osgeo import gdal, ogr


def replace_table(written: Path, database: Path, table: str) -> None:
    """Put a table of the GeoPackage ``written`` into ``database``, in the place of one of that name.

    Other tables are not touched. Rows keep their ids. Whatever goes wrong, the old table is there as before, even when
    the program is ended meanwhile: SQLite takes an unfinished transaction back.

    Raises:
        OSError: the database is locked, full, or no GeoPackage.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # the caller tells what went wrong
    try:
        _replace(written, database, table)
    except RuntimeError as problem:  # what GDAL's errors are where another plugin has asked for exceptions
        raise OSError(None, str(problem)) from problem
    finally:
        gdal.PopErrorHandler()


def _replace(written: Path, database: Path, table: str) -> None:
    source = _opened(written, gdal.OF_VECTOR)
    target = _opened(database, gdal.OF_VECTOR | gdal.OF_UPDATE)
    _check(target.StartTransaction())
    complete = False
    try:
        # Under a name of its own first: of an error on the way, GDAL may write statistics of the layer it was filling
        # into the catalog after SQLite has taken the transaction back, which must not be those of the old table.
        made = _copy(source.GetLayerByName(table), target, f"{table}_{uuid.uuid4().hex[:8]}")
        _drop(target, table)
        _check(made.Rename(table))
        _check(target.CommitTransaction())
        complete = True
    finally:
        if not complete:
            _take_back(target)


def _take_back(target: gdal.Dataset) -> None:
    """Roll back, with all further writing forbidden: closing the file would write once more."""
    with contextlib.suppress(RuntimeError):
        target.ReleaseResultSet(target.ExecuteSQL("PRAGMA query_only = 1"))
    with contextlib.suppress(RuntimeError):  # SQLite may have taken it back already
        target.RollbackTransaction()


def _opened(path: Path, flags: int) -> gdal.Dataset:
    dataset = gdal.OpenEx(str(path), flags, ["GPKG"])
    if dataset is None:
        raise OSError(None, gdal.GetLastErrorMsg() or "no GeoPackage")
    return dataset


def _drop(target: gdal.Dataset, table: str) -> None:
    """Names of tables are the same in capitals and small letters for SQLite."""
    for index in range(target.GetLayerCount()):
        if target.GetLayer(index).GetName().lower() == table.lower():
            _check(target.DeleteLayer(index))
            return


def _copy(source: ogr.Layer, target: gdal.Dataset, table: str) -> ogr.Layer:
    """Make a table as the source is, with its rows and their ids."""
    options = [f"FID={source.GetFIDColumn() or 'fid'}"]
    if source.GetGeometryColumn():
        options.append(f"GEOMETRY_NAME={source.GetGeometryColumn()}")
    made = target.CreateLayer(table, source.GetSpatialRef(), source.GetGeomType(), options)
    if made is None:
        raise OSError(None, gdal.GetLastErrorMsg())
    definition = source.GetLayerDefn()
    for index in range(definition.GetFieldCount()):
        _check(made.CreateField(definition.GetFieldDefn(index)))
    for feature in source:
        _check(made.CreateFeature(feature))
    _check(made.SyncToDisk())
    return made


def _check(code: int) -> None:
    if code:
        raise OSError(None, gdal.GetLastErrorMsg() or f"error {code}")
