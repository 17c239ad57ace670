"""GDAL's cache of raster blocks, kept within bounds while a run reads much."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from osgeo import gdal

MOST_CACHE = 512_000_000
"""Bytes. GDAL's own bound is a twentieth of the machine's memory, which may be gigabytes."""


@contextmanager
def bounded_cache(most: int = MOST_CACHE) -> Iterator[None]:
    """Let GDAL keep at most ``most`` bytes of blocks; afterwards the bound is what it was.

    The bound is one for the whole program: others that read meanwhile are a little slower, never wrong.
    """
    before = gdal.GetCacheMax()
    gdal.SetCacheMax(min(before, most))
    try:
        yield
    finally:
        gdal.SetCacheMax(before)
