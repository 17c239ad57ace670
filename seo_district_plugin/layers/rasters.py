"""Raster inputs: caught on the main thread, aligned to one grid and read tile by tile in the worker.

Everything goes through GDAL's virtual rasters, so nothing is written and nothing but a tile is held. Values come
as float64 with scale and offset applied; what is nodata, NaN or outside comes as invalid.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRectangle,
)

from .errors import LayerError, Tick, no_tick
from .operations import coordinate_operation, gdal_wkt
from .table import canonical_bytes

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

TILE = 1024
"""Cells along the side of a tile: 8 MB for each layer as float64."""


@dataclass(frozen=True)
class BandInfo:
    """One band: ``number`` from 1, the file's nodata in force (None: none), other values the user calls nodata."""

    number: int
    name: str
    nodata: float | None
    other_nodata: tuple[tuple[float, float], ...]
    scale: float
    offset: float


@dataclass(frozen=True)
class Grid:
    """A regular grid of cells in a reference system.

    Attributes:
        left, top: outer corner of the first cell; rows run from ``top`` by ``cell_y`` (negative: downwards).
        cell_x, cell_y: cell size in units of the reference system; ``cell_y`` is negative for north-up grids.
        width, height: number of columns and rows.
    """

    crs: QgsCoordinateReferenceSystem
    left: float
    top: float
    cell_x: float
    cell_y: float
    width: int
    height: int

    @classmethod
    def from_bounds(cls, crs: QgsCoordinateReferenceSystem, bounds: QgsRectangle, cell: float) -> Grid:
        """Return the north-up grid of square cells around a rectangle, snapped to multiples of the cell size."""
        west, south = math.floor(bounds.xMinimum() / cell), math.floor(bounds.yMinimum() / cell)
        east, north = math.ceil(bounds.xMaximum() / cell), math.ceil(bounds.yMaximum() / cell)
        return cls(crs, west * cell, north * cell, cell, -cell, max(east - west, 1), max(north - south, 1))

    def geotransform(self) -> tuple[float, float, float, float, float, float]:
        """Return GDAL's six numbers."""
        return self.left, self.cell_x, 0.0, self.top, 0.0, self.cell_y

    def bounds(self) -> QgsRectangle:
        """Return the rectangle around all cells."""
        return self.window_bounds(Window(0, 0, self.width, self.height))

    def window_bounds(self, window: Window) -> QgsRectangle:
        """Return the rectangle around the cells of a window."""
        x0, y0 = self.left + window.column * self.cell_x, self.top + window.row * self.cell_y
        return QgsRectangle(x0, y0, x0 + window.width * self.cell_x, y0 + window.height * self.cell_y)

    def places(self) -> np.ndarray:
        """Return nine places (9, 2) spread evenly over the grid."""
        share = np.array((1.0, 3.0, 5.0)) / 6.0
        x = self.left + share * self.width * self.cell_x
        y = self.top + share * self.height * self.cell_y
        return np.column_stack((np.tile(x, 3), np.repeat(y, 3)))

    def windows(self, size: int = TILE) -> Iterator[Window]:
        """Cut the grid into tiles, row by row."""
        for row in range(0, self.height, size):
            for column in range(0, self.width, size):
                yield Window(column, row, min(size, self.width - column), min(size, self.height - row))

    def cell_of(self, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return column, row and whether inside the grid, for points (n, 2)."""
        with np.errstate(invalid="ignore"):
            column = np.floor((xy[:, 0] - self.left) / self.cell_x)
            row = np.floor((xy[:, 1] - self.top) / self.cell_y)
            inside = (column >= 0) & (column < self.width) & (row >= 0) & (row < self.height)
        column, row = np.where(inside, column, -1), np.where(inside, row, -1)
        return column.astype(np.int64), row.astype(np.int64), inside

    def same_as(self, other: Grid) -> bool:
        """Tell whether two grids have the same cells (to a thousandth of a cell)."""
        if (self.width, self.height) != (other.width, other.height) or self.crs != other.crs:
            return False
        near = 0.001 * abs(self.cell_x)
        far = max(self.width, self.height)
        return (
            abs(self.left - other.left) < near
            and abs(self.top - other.top) < near
            and abs(self.cell_x - other.cell_x) * far < near
            and abs(self.cell_y - other.cell_y) * far < near
        )


@dataclass(frozen=True)
class Window:
    """A tile of a grid: first column and row, width and height in cells."""

    column: int
    row: int
    width: int
    height: int


@dataclass
class RasterInput:
    """A raster layer as it was when the run was prepared.

    Attributes:
        parameter: name of the parameter it came from.
        title: name of the layer as the user sees it.
        stem: name of the file without folder and ending.
        source: what GDAL opens.
        crs: declared reference system (may be invalid).
        geotransform: GDAL's six numbers.
    """

    parameter: str
    title: str
    stem: str
    source: str
    open_options: list[str]
    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    width: int
    height: int
    geotransform: tuple[float, ...]
    bands: list[BandInfo] = field(default_factory=list)

    def band(self, number: int) -> BandInfo:
        """Return a band by number from 1; raises ``LayerError("band_missing")``."""
        if not 1 <= number <= len(self.bands):
            raise LayerError("band_missing", layer=self.title, band=number, count=len(self.bands))
        return self.bands[number - 1]

    def grid(self) -> Grid:
        """Return the raster's own grid; raises ``LayerError("raster_rotated")``."""
        left, cell_x, skew_x, top, skew_y, cell_y = self.geotransform
        if skew_x or skew_y or not cell_x or not cell_y:
            raise LayerError("raster_rotated", layer=self.title)
        return Grid(self.crs, left, top, cell_x, cell_y, self.width, self.height)

    def open_band(self, number: int) -> Any:
        """Return a virtual dataset of one band with the nodata in force; keep a reference while it is read."""
        info = self.band(number)
        try:
            # Shared: of bands stored beside each other in a file, each block is then read once for all.
            how = gdal.OF_RASTER | gdal.OF_READONLY | gdal.OF_SHARED
            dataset = gdal.OpenEx(self.source, how, open_options=self.open_options)
            nodata = "none" if info.nodata is None else info.nodata
            virtual = gdal.Translate("", dataset, format="VRT", bandList=[number], noData=nodata) if dataset else None
        except RuntimeError as error:
            raise LayerError("raster_unreadable", layer=self.title, reason=str(error)) from error
        if virtual is None:
            raise LayerError("raster_unreadable", layer=self.title, reason=gdal.GetLastErrorMsg())
        return virtual


def raster_from_layer(layer: QgsRasterLayer, parameter: str = "") -> RasterInput:
    """Catch a raster layer as it is now; call on the thread that owns the layer.

    Raises:
        LayerError: layer_invalid, raster_not_a_file (a web service or the like), raster_unreadable.
    """
    if layer is None or not layer.isValid():
        raise LayerError("layer_invalid", parameter=parameter, layer=layer.name() if layer is not None else "")
    if layer.providerType() != "gdal":
        raise LayerError("raster_not_a_file", layer=layer.name(), provider=layer.providerType())
    parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
    plain = layer.source().split("|option:")[0].split("|authcfg=")[0]
    options = [str(item) for item in parts.get("openOptions") or []]
    try:
        dataset = gdal.OpenEx(plain, gdal.OF_RASTER | gdal.OF_READONLY, open_options=options)
    except RuntimeError as error:
        raise LayerError("raster_unreadable", layer=layer.name(), reason=str(error)) from error
    if dataset is None:
        raise LayerError("raster_unreadable", layer=layer.name(), reason=gdal.GetLastErrorMsg())
    bands = [_band_info(layer, dataset, number) for number in range(1, dataset.RasterCount + 1)]
    return RasterInput(
        parameter=parameter,
        title=layer.name(),
        stem=Path(str(parts.get("path") or "")).stem or layer.name(),
        source=plain,
        open_options=options,
        crs=QgsCoordinateReferenceSystem(layer.crs()),
        extent=QgsRectangle(layer.extent()),
        width=dataset.RasterXSize,
        height=dataset.RasterYSize,
        geotransform=tuple(dataset.GetGeoTransform()),
        bands=bands,
    )


def _band_info(layer: QgsRasterLayer, dataset: Any, number: int) -> BandInfo:
    provider, band = layer.dataProvider(), dataset.GetRasterBand(number)
    if gdal.DataTypeIsComplex(band.DataType):
        raise LayerError("raster_complex", layer=layer.name(), band=number)
    nodata = band.GetNoDataValue()
    if provider.sourceHasNoDataValue(number) and not provider.useSourceNoDataValue(number):
        nodata = None
    others = [(item.min(), item.max()) for item in provider.userNoDataValues(number)]
    if nodata is None and others and others[0][0] == others[0][1]:
        # GDAL takes one value along into its resampling; the rest is masked after it.
        nodata = others.pop(0)[0]
    scale, offset = band.GetScale(), band.GetOffset()
    return BandInfo(
        number=number,
        name=band.GetDescription() or "",
        nodata=None if nodata is None else float(nodata),
        other_nodata=tuple(others),
        scale=1.0 if scale is None else float(scale),
        offset=0.0 if offset is None else float(offset),
    )


def raster_input(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> RasterInput | None:
    """Catch the layer of a raster parameter, None when it is not given; call in ``prepareAlgorithm``."""
    layer = algorithm.parameterAsRasterLayer(parameters, name, context)
    if layer is None:
        if parameters.get(name) in (None, ""):
            return None
        raise LayerError("source_missing", parameter=name, value=str(parameters.get(name)))
    return raster_from_layer(layer, name)


def raster_inputs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> list[RasterInput]:
    """Catch the raster layers of a multiple-layer parameter, in the given order."""
    layers = algorithm.parameterAsLayerList(parameters, name, context) or []
    wrong = [layer.name() for layer in layers if not isinstance(layer, QgsRasterLayer)]
    if wrong:
        raise LayerError("layer_not_raster", parameter=name, layer=", ".join(wrong))
    return [raster_from_layer(layer, name) for layer in layers]


def read_window(dataset: Any, info: BandInfo, window: Window, title: str) -> tuple[np.ndarray, np.ndarray]:
    """Read a window of a one-band dataset: values (h, w) float64, NaN where invalid, and valid (h, w) bool."""
    band = dataset.GetRasterBand(1)
    place = (window.column, window.row, window.width, window.height)
    try:
        raw = band.ReadAsArray(*place)
        mask = band.GetMaskBand().ReadAsArray(*place)
    except RuntimeError as error:
        raise LayerError("raster_unreadable", layer=title, reason=str(error)) from error
    if raw is None or mask is None:
        raise LayerError("raster_unreadable", layer=title, reason=gdal.GetLastErrorMsg())
    values = raw.astype(np.float64)
    valid = (mask != 0) & np.isfinite(values)
    # QGIS compares its own nodata with values that are scaled already.
    if info.scale != 1.0 or info.offset != 0.0:
        values = values * info.scale + info.offset
    for low, high in info.other_nodata:
        valid &= ~((values >= low) & (values <= high))
    values[~valid] = np.nan
    return values, valid


@dataclass(frozen=True)
class StackLayer:
    """One layer of a stack: categories are taken from the nearest cell, all else is interpolated (bilinear)."""

    raster: RasterInput
    band: int = 1
    categorical: bool = False


@dataclass
class Tile:
    """Part of a stack: values (layers, h, w) float64, NaN where invalid, and valid (layers, h, w) bool."""

    window: Window
    values: np.ndarray
    valid: np.ndarray


class RasterStack:
    """Raster layers on one grid, warped at most once, read by tile; open and read it in one thread.

    A layer that has the grid already is read as it is.

    Raises:
        LayerError: crs_missing, band_missing, raster_unreadable, operation_unsupported.
    """

    def __init__(
        self, layers: Sequence[StackLayer], grid: Grid, transform_context: QgsCoordinateTransformContext
    ) -> None:
        self.grid = grid
        self._layers = list(layers)
        # A virtual raster reads from the source beneath it, which must live as long: both are held.
        opened = [_aligned(layer, grid, transform_context) for layer in self._layers]
        self._datasets = [dataset for dataset, _source in opened]
        self._sources = [source for _dataset, source in opened]

    def read(self, window: Window) -> Tile:
        """Read one window."""
        values = np.empty((len(self._layers), window.height, window.width))
        valid = np.empty(values.shape, dtype=bool)
        for i, (layer, dataset) in enumerate(zip(self._layers, self._datasets, strict=True)):
            info = layer.raster.band(layer.band)
            values[i], valid[i] = read_window(dataset, info, window, layer.raster.title)
        return Tile(window, values, valid)

    def tiles(self, size: int = TILE, tick: Tick = no_tick) -> Iterator[Tile]:
        """Read all tiles, row by row."""
        windows = list(self.grid.windows(size))
        for i, window in enumerate(windows):
            tick(i / len(windows))
            yield self.read(window)
        tick(1.0)


def _aligned(layer: StackLayer, grid: Grid, context: QgsCoordinateTransformContext) -> tuple[Any, Any]:
    """Return a one-band dataset on the grid and the source beneath it."""
    raster = layer.raster
    if not raster.crs.isValid():
        raise LayerError("crs_missing", layer=raster.title)
    source = raster.open_band(layer.band)
    if not raster.geotransform[2] and not raster.geotransform[4] and raster.grid().same_as(grid):
        return source, source
    if grid.cell_y > 0:
        raise LayerError("grid_not_north_up")
    box = grid.bounds()
    operation = coordinate_operation(source, raster.crs, grid.crs, grid.places(), context)
    try:
        warped = gdal.Warp(
            "",
            source,
            format="VRT",
            srcSRS=gdal_wkt(raster.crs),
            dstSRS=gdal_wkt(grid.crs),
            outputBounds=(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()),
            width=grid.width,
            height=grid.height,
            resampleAlg="near" if layer.categorical else "bilinear",
            outputType=gdal.GDT_Float64,
            dstNodata="nan",
            coordinateOperation=operation,
            # Overviews may have been made by another rule than the one asked for.
            options=["-ovr", "NONE"],
        )
    except RuntimeError as error:
        raise LayerError("raster_unreadable", layer=raster.title, reason=str(error)) from error
    if warped is None:
        raise LayerError("raster_unreadable", layer=raster.title, reason=gdal.GetLastErrorMsg())
    return warped, source


def raster_digest(raster: RasterInput, bands: Sequence[int] = (), tick: Tick = no_tick) -> str:
    """Hash what the bands hold (all when none are named): place, cell size, values and where they are invalid."""
    numbers = list(bands) or [info.number for info in raster.bands]
    place = ",".join(f"{value:.12g}" for value in raster.geotransform)
    name = raster.crs.authid() or raster.crs.toWkt()
    begin = f"raster 1\0{raster.width}\0{raster.height}\0{place}\0{name}\0{len(numbers)}".encode()
    rows = max(1, TILE * TILE // raster.width)
    opened = [(raster.open_band(number), raster.band(number), hashlib.sha256()) for number in numbers]
    # Window by window through all bands, as they may be stored beside each other.
    for row in range(0, raster.height, rows):
        window = Window(0, row, raster.width, min(rows, raster.height - row))
        for i, (dataset, info, digest) in enumerate(opened):
            tick((row + window.height * i / len(opened)) / raster.height)
            values, _valid = read_window(dataset, info, window, raster.title)
            digest.update(canonical_bytes(values.astype("<f8", copy=False)))
    tick(1.0)
    return hashlib.sha256(begin + b"".join(digest.digest() for _, _, digest in opened)).hexdigest()
