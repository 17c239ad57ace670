"""Which raster cells belong to which zone: labels and values by tile, and values at points.

A cell belongs to the zone its center lies in. A zone that holds no center takes the cell its inner point lies in,
so that no zone is without a value because it is small.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsGeometry, QgsRectangle

from .errors import LayerError, Tick, no_tick
from .geometry import Wkb, bounds, geometries, representative_points, spatial_index
from .rasters import TILE, BandInfo, Grid, RasterInput, Window, read_window


@dataclass
class LabelledValues:
    """Cells with the zone each belongs to, flat: ``labels`` (m,) positions of zones, -1 none; values; valid."""

    labels: np.ndarray
    values: np.ndarray
    valid: np.ndarray


def passes(zones_wkb: Wkb, tick: Tick = no_tick) -> list[np.ndarray]:
    """Sort zones into groups in which no two overlap, so that each group can be drawn in one pass.

    Zones that only touch do not overlap: cells of a grid and districts make one group.
    """
    items = geometries(zones_wkb)
    index = spatial_index(items)
    boxes = [item.boundingBox() for item in items]
    group = np.full(len(items), -1, dtype=np.int64)
    for i, item in enumerate(items):
        if i % 64 == 0:
            tick(i / len(items))
        taken = {
            int(group[j]) for j in index.intersects(boxes[i]) if j < i and _overlap(item, items[j], boxes[i], boxes[j])
        }
        group[i] = next(number for number in range(len(taken) + 1) if number not in taken)
    return [np.flatnonzero(group == number) for number in range(int(group.max(initial=-1)) + 1)]


def _overlap(one: QgsGeometry, other: QgsGeometry, box: QgsRectangle, other_box: QgsRectangle) -> bool:
    shared = box.intersect(other_box)
    if shared.width() <= 0 or shared.height() <= 0:
        return False
    return one.intersects(other) and not one.touches(other)


class ZoneLabels:
    """Zones drawn on windows of a grid, in the grid's reference system."""

    def __init__(self, zones_wkb: Wkb, grid: Grid, tick: Tick = no_tick) -> None:
        self.grid = grid
        self.count = len(zones_wkb)
        self._boxes = bounds(zones_wkb)
        self._groups = passes(zones_wkb, tick)
        self._sources = [_memory_layer(zones_wkb, group) for group in self._groups]

    def draw(self, window: Window) -> list[np.ndarray]:
        """Return the labels (h, w) int64 of each pass that meets the window, -1 where there is no zone."""
        box = self.grid.window_bounds(window)
        out = []
        for group, source in zip(self._groups, self._sources, strict=True):
            if not self._meets(group, box):
                continue
            target = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, gdal.GDT_Int32)
            left = self.grid.left + window.column * self.grid.cell_x
            top = self.grid.top + window.row * self.grid.cell_y
            target.SetGeoTransform((left, self.grid.cell_x, 0.0, top, 0.0, self.grid.cell_y))
            target.SetProjection(_plane().ExportToWkt())
            layer = source.GetLayer(0)
            layer.SetSpatialFilterRect(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
            if gdal.RasterizeLayer(target, [1], layer, options=["ATTRIBUTE=label"]) != 0:
                raise LayerError("zones_not_drawn", reason=gdal.GetLastErrorMsg())
            out.append(target.GetRasterBand(1).ReadAsArray().astype(np.int64) - 1)
        return out

    def _meets(self, group: np.ndarray, box: QgsRectangle) -> bool:
        boxes = self._boxes[group]
        return bool(
            (
                (boxes[:, 0] <= box.xMaximum())
                & (boxes[:, 2] >= box.xMinimum())
                & (boxes[:, 1] <= box.yMaximum())
                & (boxes[:, 3] >= box.yMinimum())
            ).any()
        )


def _plane() -> osr.SpatialReference:
    """Return the same nameless plane for zones and cells: GDAL warns without one, and has nothing to reproject."""
    reference = osr.SpatialReference()
    reference.SetLocalCS("plane")
    return reference


def _memory_layer(zones_wkb: Wkb, group: np.ndarray) -> ogr.DataSource:
    # GDAL 3.11 merged the driver "Memory" into "MEM".
    source = (ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")).CreateDataSource("")
    layer = source.CreateLayer("zones", _plane(), ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("label", ogr.OFTInteger))
    definition = layer.GetLayerDefn()
    for i in group:
        feature = ogr.Feature(definition)
        feature.SetField(0, int(i) + 1)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(zones_wkb[i]))
        layer.CreateFeature(feature)
    return source


def zonal(
    raster: RasterInput, band: int, zones_wkb: Wkb, tick: Tick = no_tick, size: int = TILE
) -> Iterator[LabelledValues]:
    """Give the cells of each zone, tile by tile, in the raster's own cells.

    Args:
        zones_wkb: polygons in the raster's reference system; they may overlap.

    Raises:
        LayerError: band_missing, raster_rotated, raster_unreadable, zones_not_drawn.
    """
    grid, info, dataset = raster.grid(), raster.band(band), raster.open_band(band)
    labels = ZoneLabels(zones_wkb, grid, lambda part: tick(0.2 * part))
    hit = np.zeros(labels.count, dtype=bool)
    windows = list(grid.windows(size))
    for i, window in enumerate(windows):
        tick(0.2 + 0.8 * i / len(windows))
        drawn = [item for item in labels.draw(window) if (item >= 0).any()]
        if not drawn:
            continue
        values, valid = read_window(dataset, info, window, raster.title)
        for item in drawn:
            inside = item >= 0
            hit[item[inside]] = True
            yield LabelledValues(item[inside], values[inside], valid[inside])
    small = np.flatnonzero(~hit)
    if len(small):
        points = representative_points([zones_wkb[i] for i in small])
        values, valid = _sample(dataset, info, grid, points, raster.title, no_tick)
        yield LabelledValues(small, values, valid)
    tick(1.0)


def sample_points(
    raster: RasterInput, band: int, xy: np.ndarray, tick: Tick = no_tick
) -> tuple[np.ndarray, np.ndarray]:
    """Return the value of the cell each point lies in (n,), NaN where there is none, and where valid (n,)."""
    dataset = raster.open_band(band)
    return _sample(dataset, raster.band(band), raster.grid(), np.asarray(xy, dtype=np.float64), raster.title, tick)


def _sample(
    dataset: object, info: BandInfo, grid: Grid, xy: np.ndarray, title: str, tick: Tick
) -> tuple[np.ndarray, np.ndarray]:
    values = np.full(len(xy), np.nan)
    valid = np.zeros(len(xy), dtype=bool)
    column, row, inside = grid.cell_of(xy)
    rows = np.flatnonzero(inside)
    if len(rows) == 0:
        return values, valid
    # Points are served tile by tile, so that a tile is read once however many points lie in it.
    across = -(-grid.width // TILE)
    tile = (row[rows] // TILE) * across + column[rows] // TILE
    order = np.argsort(tile, kind="stable")
    groups = np.split(rows[order], np.flatnonzero(np.diff(tile[order])) + 1)
    for i, group in enumerate(groups):
        tick(i / len(groups))
        left, top = int(column[group].min()), int(row[group].min())
        window = Window(left, top, int(column[group].max()) - left + 1, int(row[group].max()) - top + 1)
        found, ok = read_window(dataset, info, window, title)
        values[group] = found[row[group] - top, column[group] - left]
        valid[group] = ok[row[group] - top, column[group] - left]
    tick(1.0)
    return values, valid
