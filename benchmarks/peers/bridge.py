"""Reads the same layer with pyogrio or geopandas.

bridge.py FILE WAY RUNS; WAY is geopandas, geopandas-arrow or pyogrio-arrow
"""

from __future__ import annotations

import json
import sys

import digests
import geopandas
import numpy as np
import pandas
import pyarrow
import pyogrio
import shapely
from stopwatch import repeated


def by_geopandas(path: str, arrow: bool) -> tuple[pandas.DataFrame, np.ndarray]:
    frame = geopandas.read_file(path, use_arrow=arrow)
    return pandas.DataFrame(frame.drop(columns=frame.geometry.name)), frame.geometry.get_coordinates().to_numpy()


def by_arrow(path: str) -> tuple[pandas.DataFrame, np.ndarray]:
    meta, table = pyogrio.read_arrow(path)
    name = meta["geometry_name"] or "wkb_geometry"
    points = shapely.from_wkb(table[name].to_numpy())
    return table.drop_columns([name]).to_pandas(), shapely.get_coordinates(points)


def main(path: str, way: str, runs: int) -> None:
    ways = {
        "geopandas": lambda: by_geopandas(path, False),
        "geopandas-arrow": lambda: by_geopandas(path, True),
        "pyogrio-arrow": lambda: by_arrow(path),
    }
    (frame, xy), times = repeated(ways[way], runs)
    versions = {f"peer {module.__name__}": module.__version__ for module in (geopandas, pyogrio, pyarrow, shapely)}
    answer = {**times, "rows": len(frame), "digest": digests.of_table(frame, xy), "versions": versions}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
