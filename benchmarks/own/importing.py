"""Reading alone, or writing alone, of what the import does in one go.

importing.py read FILE | importing.py csv FILE | importing.py write FILE ROWS OUT | importing.py ogr FILE ROWS OUT
"""

from __future__ import annotations

import csv
import json
import sys
import time
from itertools import islice
from pathlib import Path

BLOCK = 20_000
X, Y = 32, 33


def read(path: Path) -> dict:
    """The plugin's reader: strict decoding, row numbers, broken rows told apart."""
    from seo_district_plugin.layers.publicdata import list_parts, open_part

    (part,), _ = list_parts(path)
    opened = open_part(part)
    return {"rows": sum(len(block.rows) for block in opened.blocks(1, len(opened.head[0])))}


def bare_csv(path: Path) -> dict:
    """Python's csv.reader on the decoded file."""
    with path.open(encoding="cp949", newline="") as file:
        return {"rows": sum(1 for _ in csv.reader(file)) - 1}


def _rows(path: Path, count: int) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="cp949", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        return [f"c{number:02d}" for number in range(len(header))], list(islice(reader, count))


def write(path: Path, count: int, out: Path) -> dict:
    """The plugin's writer, all columns as text."""
    import numpy as np
    from qgis.core import Qgis, QgsCoordinateReferenceSystem

    from seo_district_plugin.layers.streams import GeoPackageWriter
    from seo_district_plugin.layers.wkb import point_wkb

    names, rows = _rows(path, count)
    crs = QgsCoordinateReferenceSystem("EPSG:5174")
    start = time.perf_counter()
    writer = GeoPackageWriter(out, out.stem, [(name, "text") for name in names], Qgis.WkbType.Point, crs, "not written")
    for begin in range(0, len(rows), BLOCK):
        columns = [[cell or None for cell in column] for column in zip(*rows[begin : begin + BLOCK])]
        xy = np.array([columns[X], columns[Y]], dtype=float).T
        writer.add(columns, point_wkb(xy))
    return {"rows": writer.close(), "seconds": [time.perf_counter() - start]}


def bare_ogr(path: Path, count: int, out: Path) -> dict:
    """GDAL's own features one by one in one transaction."""
    from osgeo import ogr, osr

    names, rows = _rows(path, count)
    start = time.perf_counter()
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(out))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(5174)
    layer = source.CreateLayer(out.stem, reference, ogr.wkbPoint)
    for name in names:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    definition = layer.GetLayerDefn()
    layer.StartTransaction()
    for row in rows:
        feature = ogr.Feature(definition)
        for index, cell in enumerate(row):
            if cell:
                feature.SetField(index, cell)
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(float(row[X]), float(row[Y]))
        feature.SetGeometryDirectly(point)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del layer, source
    return {"rows": len(rows), "seconds": [time.perf_counter() - start]}


def main(arguments: list[str]) -> None:
    what, path, *rest = arguments
    if what in ("read", "csv"):
        start = time.perf_counter()
        answer = (read if what == "read" else bare_csv)(Path(path))
        answer["seconds"] = [time.perf_counter() - start]
    else:
        answer = (write if what == "write" else bare_ogr)(Path(path), int(rest[0]), Path(rest[1]))
    print(json.dumps({**answer, "cpu": [time.process_time()]}))


if __name__ == "__main__":
    main(sys.argv[1:])
