"""Faster writing of SQLite files that stand aside and are thrown away when anything fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal

_OPTION = "OGR_SQLITE_SYNCHRONOUS"


@contextmanager
def unsynced() -> Iterator[None]:
    """In this thread, have GDAL not wait for the disk after each transaction; only for files that nobody knows yet."""
    before = gdal.GetThreadLocalConfigOption(_OPTION)
    gdal.SetThreadLocalConfigOption(_OPTION, "OFF")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(_OPTION, before)
