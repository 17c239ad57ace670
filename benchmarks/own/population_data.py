"""Writes a made-up town for the allocation of people: the same in every run.

population_data.py FOLDER (with QGIS's Python)
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

gdal.UseExceptions()

WEST, SOUTH, SIDE = 990_000.0, 1_810_000.0, 10_000.0
CELL, COLUMNS, ROWS, BUILDINGS, AGES = 100.0, 6, 4, 60_000, 101


def corners(rng: np.random.Generator) -> np.ndarray:
    """(5, 7, 2) corners of 24 uneven zones that fill the square."""
    x, y = np.meshgrid(np.linspace(0, SIDE, COLUMNS + 1), np.linspace(0, SIDE, ROWS + 1))
    x[:, 1:-1] += rng.uniform(-500, 500, x[:, 1:-1].shape)
    y[1:-1] += rng.uniform(-600, 600, y[1:-1].shape)
    return np.stack([x + WEST, y + SOUTH], axis=-1)


def rings(nodes: np.ndarray) -> np.ndarray:
    """(24, 5, 2) closed rings, counter-clockwise."""
    found = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            a, b = nodes[row, column], nodes[row, column + 1]
            found.append([a, b, nodes[row + 1, column + 1], nodes[row + 1, column], a])
    return np.array(found)


def squares(xy: np.ndarray, size: np.ndarray) -> np.ndarray:
    steps = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], dtype=float)
    return xy[:, None, :] + steps * size[:, None, None]


def inside(ring: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """(n,) bool: points on the left of every edge of a convex ring."""
    edge = np.diff(ring, axis=0)
    to = xy[:, None, :] - ring[None, :-1, :]
    return (edge[:, 0] * to[:, :, 1] - edge[:, 1] * to[:, :, 0] >= 0).all(axis=1)


def write(path: Path, shapes: np.ndarray, columns: dict[str, tuple[int, list]]) -> None:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(5179)
    target = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = target.CreateLayer(path.stem, reference, ogr.wkbPolygon)
    for name, (kind, _) in columns.items():
        layer.CreateField(ogr.FieldDefn(name, kind))
    target.StartTransaction()
    for ring, values in zip(shapes, zip(*(values for _, values in columns.values()))):
        feature = ogr.Feature(layer.GetLayerDefn())
        line = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring:
            line.AddPoint_2D(float(x), float(y))
        shape = ogr.Geometry(ogr.wkbPolygon)
        shape.AddGeometry(line)
        feature.SetGeometryDirectly(shape)
        for index, value in enumerate(values):
            feature.SetField(index, value)
        layer.CreateFeature(feature)
    target.CommitTransaction()
    target.FlushCache()


def main(folder: Path) -> None:
    rng = np.random.default_rng(20260201)
    zones = rings(corners(rng))
    middles = rng.uniform(0.05 * SIDE, 0.95 * SIDE, (40, 2))
    xy = middles[rng.integers(0, len(middles), BUILDINGS)] + rng.normal(0, 500.0, (BUILDINGS, 2))
    loose = rng.random(BUILDINGS) < 0.3
    xy[loose] = rng.uniform(0, SIDE, (int(loose.sum()), 2))
    xy = np.clip(xy, 1, SIDE - 40) + (WEST, SOUTH)
    size = rng.uniform(8, 30, BUILDINGS)
    floor = size**2 * rng.integers(1, 16, BUILDINGS)
    center = xy + size[:, None] / 2
    zone = np.full(BUILDINGS, -1)
    for number, ring in enumerate(zones):
        zone[(zone < 0) & inside(ring, center)] = number
    # People go with floor area, but not by rule alone: a building has from none to twice what its floor area says.
    people = rng.poisson(floor / 60.0 * rng.gamma(2.0, 0.5, BUILDINGS))
    pattern = 1.0 + 0.5 * np.sin(np.arange(AGES) / 12.0) + rng.uniform(0, 0.2, (len(zones), AGES))
    counts = np.array(
        [rng.multinomial(people[zone == number].sum(), row / row.sum()) for number, row in enumerate(pattern)]
    )
    steps = int(SIDE / CELL)
    column, row = np.divmod(np.arange(steps**2), steps)[::-1]
    low = np.stack([WEST + CELL * column, SOUTH + CELL * row], axis=1)
    at = ((center - (WEST, SOUTH)) // CELL).astype(int)
    known = np.bincount(at[:, 1] * steps + at[:, 0], weights=people, minlength=steps**2)
    codes = [f"3017{number:04d}" for number in range(len(zones))]
    ages = {f"p{age}": (ogr.OFTInteger64, counts[:, age].tolist()) for age in range(AGES)}
    write(folder / "zones.gpkg", zones, {"adm_cd": (ogr.OFTString, codes), **ages})
    ids = (ogr.OFTInteger64, list(range(1, steps**2 + 1)))
    write(
        folder / "cells.gpkg",
        squares(low, np.full(len(low), CELL)),
        {"id": ids, "known": (ogr.OFTReal, known.tolist())},
    )
    ids = (ogr.OFTInteger64, list(range(1, BUILDINGS + 1)))
    write(folder / "buildings.gpkg", squares(xy, size), {"id": ids, "floor": (ogr.OFTReal, floor.tolist())})
    np.savez(folder / "people.npz", zone=zone, floor=floor, counts=counts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
