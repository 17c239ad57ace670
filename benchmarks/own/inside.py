"""Points in polygons by the plugin's kernel, arrays in memory on both sides.

inside.py FOLDER ZONES RUNS; ZONES is squares, hexagons or districts
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import digests
import numpy as np
from osgeo import ogr
from stopwatch import repeated

from seo_district_plugin.analysis.zones.inside import points_in_polygons
from seo_district_plugin.analysis.zones.shapes import Polygons


def coordinates(path: Path) -> np.ndarray:
    dataset = ogr.Open(str(path))
    stream = dataset.GetLayer(0).GetArrowStreamAsNumPy()
    parts = []
    while (batch := stream.GetNextRecordBatch()) is not None:
        raw = b"".join(bytes(item) for item in batch["geom"])
        parts.append(np.frombuffer(raw, dtype=[("head", "V5"), ("xy", "<f8", (2,))])["xy"])
    return np.concatenate(parts)


def main(folder: Path, zones: str, runs: int) -> None:
    xy = coordinates(folder / "points.gpkg")
    rings = np.load(folder / "zones.npz")[zones]
    rings = np.concatenate([rings, rings[:, :1]], axis=1)
    polygons = Polygons.from_rings([[ring] for ring in rings])
    (zone, point), times = repeated(lambda: points_in_polygons(xy, polygons), runs)
    digest = digests.of_pairs(zone, point)
    print(json.dumps({**times, "zones": len(polygons), "pairs": len(zone), "digest": digest}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
