"""The same points in polygons by geopandas and shapely.

inside.py FOLDER ZONES RUNS WAY; WAY is sjoin or strtree
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from pathlib import Path

import geopandas
import numpy as np
import shapely


def main(folder: Path, zones: str, runs: int, way: str) -> None:
    points = geopandas.read_file(folder / "points.gpkg", use_arrow=True, columns=[])
    polygons = geopandas.GeoDataFrame(geometry=shapely.polygons(np.load(folder / "zones.npz")[zones]), crs=points.crs)
    seconds = []
    for _ in range(runs):
        # New objects each time: geopandas and shapely keep indexes and prepared shapes with the old ones.
        left, right = points.geometry.array.copy(), shapely.from_wkb(shapely.to_wkb(polygons.geometry.array))
        start = time.perf_counter()
        if way == "sjoin":
            frames = geopandas.GeoDataFrame(geometry=left), geopandas.GeoDataFrame(geometry=right, crs=left.crs)
            # "within" looks from the polygons: about ten times as fast on ragged ones as the default "intersects".
            joined = geopandas.sjoin(*frames, predicate="within")
            zone, point = joined["index_right"].to_numpy(), joined.index.to_numpy()
        else:
            zone, point = shapely.STRtree(np.asarray(left)).query(right, predicate="contains")
        seconds.append(time.perf_counter() - start)
    order = np.lexsort([point, zone])
    pairs = np.stack([zone[order], point[order]], axis=1).astype("<i8")
    digest = hashlib.sha256(pairs.tobytes()).hexdigest()
    print(json.dumps({"seconds": seconds, "zones": len(polygons), "pairs": len(zone), "digest": digest}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
