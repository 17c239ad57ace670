"""A made-up hillside for the tests of learning: two or three factors as rasters, and places where it slid."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

WEST, NORTH, CELL = 234000.0, 416700.0, 10.0
WIDE, HIGH = 90, 70
PLACES = {"daejeon": ("EPSG:5186", WEST, NORTH), "leipzig": ("EPSG:25833", 317000.0, 5690700.0)}


def cells() -> dict[str, np.ndarray]:
    """Three factors over the grid, one of them of classes 1 to 3."""
    rng = np.random.default_rng(5)
    y, x = np.mgrid[0:HIGH, 0:WIDE]
    slope = 20 + 10 * np.sin(x / 9) * np.cos(y / 11) + rng.normal(0, 1, (HIGH, WIDE))
    wet = 5 + 3 * np.cos(y / 8 + x / 20) + rng.normal(0, 0.4, (HIGH, WIDE))
    soil = 1.0 + (x // 15 + y // 18) % 3
    return {"slope": slope, "wet": wet, "soil": soil}


def write_raster(path: Path, bands: dict[str, np.ndarray], *, described: bool = True, cell: float = CELL,
                 place: str = "daejeon", nodata: float = -9999.0) -> str:  # fmt: skip
    """A GeoTIFF; NaN is nodata."""
    from osgeo import gdal, osr

    crs, west, north = PLACES[place]
    arrays = list(bands.values())
    height, width = arrays[0].shape
    data = gdal.GetDriverByName("GTiff").Create(str(path), width, height, len(arrays), gdal.GDT_Float32)
    data.SetGeoTransform((west, cell, 0, north, 0, -cell))
    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    data.SetProjection(reference.ExportToWkt())
    for number, (name, array) in enumerate(bands.items(), start=1):
        band = data.GetRasterBand(number)
        band.SetNoDataValue(nodata)
        band.WriteArray(np.where(np.isnan(array), nodata, array))
        if described:
            band.SetDescription(name)
    return str(path)


def warped(path: str, to: Path, crs: str = "EPSG:4326") -> str:
    """The raster in another CRS, on a grid of its own."""
    from osgeo import gdal

    gdal.Warp(str(to), path, dstSRS=crs, resampleAlg="near")
    return str(to)


def value_at(path: str, band: int, places: np.ndarray, crs: str) -> np.ndarray:
    """What the cell of each place holds, by other means than the plugin's: QGIS's own sampling."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
        QgsPointXY,
        QgsRasterLayer,
    )

    layer = QgsRasterLayer(path, "checked")
    to = QgsCoordinateTransform(QgsCoordinateReferenceSystem(crs), layer.crs(), QgsCoordinateTransformContext())
    found = []
    for x, y in places:
        value, fine = layer.dataProvider().sample(to.transform(QgsPointXY(x, y)), band)
        found.append(value if fine else np.nan)
    return np.array(found)


@dataclass
class Hillside:
    """Rasters and an inventory of the hillside, made as a test asks for them."""

    folder: Path
    make: object
    place: str = "daejeon"
    cells: dict[str, np.ndarray] = field(default_factory=cells)

    def raster(self, *names: str, file: str = "지형 terrain.tif", **how) -> str:
        chosen = {name: self.cells[name] for name in names or ("slope", "wet")}
        return write_raster(self.folder / file, chosen, place=self.place, **how)

    def spots(self, count: int = 240, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
        """Places (n, 2) and whether it slid there; more on steep, wet ground."""
        rng = np.random.default_rng(seed)
        row, column = rng.integers(0, HIGH, count), rng.integers(0, WIDE, count)
        _crs, west, north = PLACES[self.place]
        xy = np.column_stack([west + (column + rng.uniform(0.1, 0.9, count)) * CELL,
                              north - (row + rng.uniform(0.1, 0.9, count)) * CELL])  # fmt: skip
        slope, wet = cells()["slope"][row, column], cells()["wet"][row, column]
        chance = 1 / (1 + np.exp(-(0.18 * (slope - 20) + 0.35 * (wet - 5))))
        return xy, rng.random(count) < chance

    def inventory(self, labels: list | None = None, kind: str = "integer", more: dict[str, list] | None = None,
                  count: int = 240, xy: np.ndarray | None = None):  # fmt: skip
        """A point layer with a field ``slid``; ``more``: further fields ``name:type`` -> values."""
        spots, slid = self.spots(count)
        spots = spots if xy is None else xy
        values = labels if labels is not None else slid.astype(int).tolist()
        more = more or {}
        rows = [
            (f"Point ({x} {y})", value, *extra) for (x, y), value, *extra in zip(spots.tolist(), values, *more.values())
        ]
        return self.make.layer("Point", rows, (f"slid:{kind}", *more), crs=PLACES[self.place][0], name="발생 inventory")

    def events(self, count: int = 150):
        """Points where it slid, and nothing else."""
        spots, slid = self.spots(2 * count + 60)
        rows = [(f"Point ({x} {y})", number) for number, (x, y) in enumerate(spots[slid][:count].tolist())]
        return self.make.layer("Point", rows, ("no:integer",), crs=PLACES[self.place][0], name="slides")
