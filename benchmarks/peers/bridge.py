"""Reads the same layer with pyogrio or geopandas.

bridge.py FILE WAY RUNS; WAY is geopandas, geopandas-arrow or pyogrio-arrow
"""

from __future__ import annotations

import hashlib
import json
import sys
import time

import geopandas
import numpy as np
import pandas
import pyarrow
import pyogrio
import shapely


def digest(frame: pandas.DataFrame, xy: np.ndarray) -> str:
    """As in benchmarks/own/bridge.py."""
    total = hashlib.sha256()
    for name in sorted(frame.columns):
        column = frame[name]
        missing = column.isna().to_numpy()
        total.update(name.encode() + np.packbits(missing).tobytes())
        if column.dtype == object:
            total.update("\0".join("" if gone else text for gone, text in zip(missing, column)).encode())
        else:
            kind = np.int64 if str(column.dtype).lower().startswith("int") else np.float64
            values = column.to_numpy(dtype=kind)
            total.update(np.where(missing, 0, values).astype(kind).tobytes())
    total.update(np.ascontiguousarray(xy, dtype=np.float64).tobytes())
    return total.hexdigest()


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
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        frame, xy = ways[way]()
        seconds.append(time.perf_counter() - start)
    versions = {f"peer {module.__name__}": module.__version__ for module in (geopandas, pyogrio, pyarrow, shapely)}
    answer = {"seconds": seconds, "rows": len(frame), "digest": digest(frame, xy), "versions": versions}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
