"""Writes the made-up data of all benchmarks: the same bytes of values in every run and on every machine.

data.py FOLDER (with QGIS's Python)
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

gdal.UseExceptions()

WEST, SOUTH, SIDE = 990_000.0, 1_810_000.0, 10_000.0
"""A square of 10 km in EPSG:5179 (Korea 2000 / Unified CS, meters)."""
CELL = 100.0
POINTS, ROWS, PLACES, CRITERIA = 245_000, 240_000, 10_000, 8
KINDS = [f"kind {number:02d}" for number in range(12)]


def points(rng: np.random.Generator, count: int) -> np.ndarray:
    """(count, 2): three fifths spread evenly, two fifths in thirty clusters, as shops are in a town."""
    spread = rng.uniform(0, SIDE, (count, 2))
    middles = rng.uniform(0.1 * SIDE, 0.9 * SIDE, (30, 2))
    crowded = middles[rng.integers(0, len(middles), count)] + rng.normal(0, 400.0, (count, 2))
    inside = ((crowded > 0) & (crowded < SIDE)).all(axis=1) & (rng.random(count) < 0.4)
    return np.where(inside[:, None], crowded, spread) + (WEST, SOUTH)


def with_gaps(rng: np.random.Generator, values: np.ndarray, share: float = 0.1) -> list[float | None]:
    """The values, some of them NULL."""
    return [None if gone else value for value, gone in zip(values.tolist(), rng.random(len(values)) < share)]


def write(path: Path, kind: int, geometries: list[str], columns: dict[str, tuple[int, list]]) -> None:
    """One table of the name of the file; ``geometries`` is WKT, ``columns`` name -> (OGR type, values)."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(5179)
    target = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = target.CreateLayer(path.stem, reference, kind)
    for name, (field_type, _) in columns.items():
        layer.CreateField(ogr.FieldDefn(name, field_type))
    target.StartTransaction()
    definition = layer.GetLayerDefn()
    rows = zip(geometries, *(values for _, values in columns.values()))
    for text, *values in rows:
        feature = ogr.Feature(definition)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkt(text))
        for index, value in enumerate(values):
            if value is None:
                feature.SetFieldNull(index)
            else:
                feature.SetField(index, value)
        layer.CreateFeature(feature)
    target.CommitTransaction()
    target.FlushCache()


def point_texts(xy: np.ndarray) -> list[str]:
    return [f"POINT ({x!r} {y!r})" for x, y in xy.tolist()]


def cell_corners() -> list[tuple[float, float]]:
    steps = int(SIDE / CELL)
    return [(WEST + CELL * column, SOUTH + CELL * row) for row in range(steps) for column in range(steps)]


def cell_texts() -> list[str]:
    texts = []
    for x, y in cell_corners():
        ring = ((x, y), (x + CELL, y), (x + CELL, y + CELL), (x, y + CELL), (x, y))
        texts.append("POLYGON ((" + ", ".join(f"{a!r} {b!r}" for a, b in ring) + "))")
    return texts


def write_zone_data(folder: Path) -> None:
    """10,000 cells and 245,000 points with a number (a tenth NULL), a category, a whole number and a name."""
    rng = np.random.default_rng(20260101)
    write(folder / "cells.gpkg", ogr.wkbPolygon, cell_texts(), {"id": (ogr.OFTInteger64, list(range(1, 10_001)))})
    kinds = np.minimum(rng.exponential(3.0, POINTS).astype(int), len(KINDS) - 1)
    columns = {
        "amount": (ogr.OFTReal, with_gaps(rng, rng.lognormal(3.0, 1.0, POINTS))),
        "kind": (ogr.OFTString, [KINDS[kind] for kind in kinds]),
        "floor": (ogr.OFTInteger64, rng.integers(1, 20, POINTS).tolist()),
        "name": (ogr.OFTString, [f"상점 {number}" for number in range(POINTS)]),
    }
    write(folder / "points.gpkg", ogr.wkbPoint, point_texts(points(rng, POINTS)), columns)


def write_wide_data(folder: Path) -> None:
    """240,000 points with 12 fields: 8 numbers, 2 whole numbers, a text, a number with NULL."""
    rng = np.random.default_rng(20260102)
    columns = {f"r{number}": (ogr.OFTReal, rng.normal(size=ROWS).tolist()) for number in range(8)}
    columns["i0"] = (ogr.OFTInteger64, rng.integers(-(2**40), 2**40, ROWS).tolist())
    columns["i1"] = (ogr.OFTInteger64, rng.integers(0, 100, ROWS).tolist())
    columns["t0"] = (ogr.OFTString, [f"구역 {number}" for number in rng.integers(0, 5000, ROWS)])
    columns["n0"] = (ogr.OFTReal, with_gaps(rng, rng.normal(size=ROWS)))
    write(folder / "wide.gpkg", ogr.wkbPoint, point_texts(points(rng, ROWS)), columns)


def write_place_data(folder: Path) -> None:
    """10,000 places with 8 criteria."""
    rng = np.random.default_rng(20260103)
    columns = {f"c{number}": (ogr.OFTReal, rng.gamma(2.0, 10.0, PLACES).tolist()) for number in range(CRITERIA)}
    write(folder / "places.gpkg", ogr.wkbPolygon, cell_texts(), columns)


def write_zones(folder: Path) -> None:
    """Zones as WKB arrays: the cells, hexagons of the same size, and 25 ragged districts of 2,000 corners each."""
    from seo_district_plugin.analysis.zones.grid import hexagon_grid

    square = np.array([(0, 0), (CELL, 0), (CELL, CELL), (0, CELL)])
    squares = np.array(cell_corners())[:, None, :] + square
    hexagons = hexagon_grid((WEST, SOUTH, WEST + SIDE, SOUTH + SIDE), CELL)
    rng = np.random.default_rng(20260104)
    angles = np.linspace(0, 2 * np.pi, 2000, endpoint=False)
    waves = np.cumsum(rng.normal(0, 0.004, (25, 2000)), axis=1)
    waves -= np.linspace(0, 1, 2000) * waves[:, -1:]
    middles = np.array([(WEST + 2000 * (i + 0.5), SOUTH + 2000 * (j + 0.5)) for j in range(5) for i in range(5)])
    reach = 950.0 * (1 + waves)
    districts = middles[:, None, :] + reach[..., None] * np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    np.savez(folder / "zones.npz", squares=squares, hexagons=hexagons, districts=districts)


def main(folder: Path) -> None:
    write_zone_data(folder)
    write_wide_data(folder)
    write_place_data(folder)
    write_zones(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
