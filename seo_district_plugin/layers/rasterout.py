"""Raster outputs: written tile by tile aside, put in place at the end like every other result."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsRasterLayer,
)

from .outputs import WriteError
from .rasterstyle import RasterStyle

if TYPE_CHECKING:
    from .rasters import Grid, Window

ENDINGS = (".tif", ".tiff")
_TYPES = {"float32": gdal.GDT_Float32, "int32": gdal.GDT_Int32, "int16": gdal.GDT_Int16, "uint8": gdal.GDT_Byte}
_BLOCK = 256  # cells along the side of a block in the file


@dataclass(frozen=True)
class RasterKind:
    """What the cells of an output hold.

    Attributes:
        dtype: float32, int32, int16 or uint8.
        nodata: value of cells without one; NaN for real numbers.
        name: description of the band.
    """

    dtype: str
    nodata: float
    name: str


class RasterOutput:
    """One raster being written; cells that nobody writes hold nodata.

    Attributes:
        path: the file; destination: what QGIS calls it; style: saved with it; cells: of the grid.
    """

    def __init__(
        self, path: Path, destination: str, grid: Grid, kind: RasterKind, style: RasterStyle | None, problem: str
    ) -> None:
        self.path, self.destination, self.style = path, destination, style
        self.grid, self.kind, self.cells = grid, kind, grid.width * grid.height
        self._problem = problem
        options = ["COMPRESS=DEFLATE", "TILED=YES", f"BLOCKXSIZE={_BLOCK}", f"BLOCKYSIZE={_BLOCK}", "BIGTIFF=IF_SAFER"]
        options.append("PREDICTOR=3" if kind.dtype == "float32" else "PREDICTOR=2")
        options.append("SPARSE_OK=TRUE")
        with _told(problem):
            driver = gdal.GetDriverByName("GTiff")
            self._data = driver.Create(str(path), grid.width, grid.height, 1, _TYPES[kind.dtype], options)
            if self._data is None:
                raise RuntimeError(gdal.GetLastErrorMsg())
            self._data.SetGeoTransform(grid.geotransform())
            self._data.SetProjection(grid.crs.toWkt(Qgis.CrsWktVariant.Preferred))
            self._band = self._data.GetRasterBand(1)
            self._band.SetNoDataValue(kind.nodata)
            self._band.SetDescription(kind.name)

    def write(self, window: Window, values: np.ndarray) -> None:
        """Write the cells (h, w) of a window; raises WriteError."""
        array = np.ascontiguousarray(values, dtype=self.kind.dtype)
        with _told(self._problem):
            if self._band.WriteArray(array, window.column, window.row) != 0:
                raise RuntimeError(gdal.GetLastErrorMsg())

    def close(self) -> None:
        """Complete the file; raises WriteError."""
        if self._data is None:
            return
        with _told(self._problem):
            self._data.FlushCache()
            self._band = self._data = None
        check = QgsRasterLayer(str(self.path), "written")
        if not check.isValid() or (check.width(), check.height()) != (self.grid.width, self.grid.height):
            raise WriteError(self._problem)

    def abandon(self) -> None:
        """Let go of the file without looking at it."""
        self._band = self._data = None


@contextmanager
def _told(problem: str) -> Iterator[None]:
    """What GDAL says (as an exception or a return value, as its user has set it) becomes a WriteError."""
    try:
        yield
    except (RuntimeError, OSError) as error:
        reason = str(error).strip()
        raise WriteError(f"{problem} ({reason})" if reason else problem) from error


def raster_target(text: str) -> Path | None:
    """The file a raster destination names; None for a temporary one. Without an ending it is a GeoTIFF."""
    if not text or text == QgsProcessing.TEMPORARY_OUTPUT:
        return None
    path = Path(text)
    return (path if path.suffix else path.with_name(f"{path.name}.tif")).absolute()


class RasterDestinations:
    """The part of :class:`~.destinations.Destinations` that is for rasters."""

    def open_raster(self, name: str, grid: Grid, kind: RasterKind, style: RasterStyle | None) -> RasterOutput:
        """Begin a raster output; raises WriteError."""
        target = raster_target(self._text(name))
        parameters, pending = dict(self._parameters), None
        if target is not None:
            pending = self._open_pending(target)
            value = self._value(name)
            if isinstance(value, QgsProcessingOutputLayerDefinition):
                redirected = QgsProcessingOutputLayerDefinition(str(pending.written), value.destinationProject)
                redirected.destinationName = value.destinationName
                parameters[name] = redirected
            else:
                parameters[name] = str(pending.written)
        destination = self._algorithm.parameterAsOutputLayer(parameters, name, self._context)
        path = Path(destination)
        if pending is not None:
            pending.destination = destination
        made = RasterOutput(path, destination, grid, kind, style, self.failure(name))
        self._rasters.append(made)
        return made

    def _begin_rasters(self) -> None:
        self._rasters: list[RasterOutput] = []

    def _abandon_rasters(self) -> None:
        for raster in self._rasters:
            raster.abandon()
