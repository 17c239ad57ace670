"""The ten features of benchmarks/zonefeatures.py as one would script them with geopandas and scipy.

zonefeatures.py CELLS POINTS OUTPUT
"""

from __future__ import annotations

import json
import sys

import geopandas
import numpy as np
import pandas
import scipy
import shapely
from scipy.spatial import cKDTree

CHUNK = 500  # cells searched at a time: all at once would hold 28 million Python integers


def main(cells_path: str, points_path: str, output: str) -> None:
    cells = geopandas.read_file(cells_path, use_arrow=True)
    points = geopandas.read_file(points_path, use_arrow=True, columns=["amount", "kind"])
    xy = points.geometry.get_coordinates().to_numpy()
    centers = cells.geometry.centroid.get_coordinates().to_numpy()
    joined = geopandas.sjoin(points[["geometry"]], cells[["geometry"]], predicate="within")
    cells["n_in"] = np.bincount(joined["index_right"], minlength=len(cells))
    tree = cKDTree(xy)
    cells["near"] = tree.query(centers)[0]
    amount = points["amount"].to_numpy(dtype=float)
    has = ~np.isnan(amount)
    filled = np.where(has, amount, 0.0)
    kind, kinds = pandas.factorize(points["kind"])
    parts = []
    for start in range(0, len(centers), CHUNK):
        own = centers[start : start + CHUNK]
        found = tree.query_ball_point(own, 500.0, workers=-1)
        counts = np.array([len(item) for item in found])
        member = np.concatenate(found).astype(np.int64)
        cell = np.repeat(np.arange(len(own)), counts)
        distance = np.hypot(*(xy[member] - own[cell]).T)
        parts.append(measures(cell, member, distance, len(own), filled, has, kind, len(kinds)))
    for name, values in pandas.concat(parts, ignore_index=True).items():
        cells[name] = values.to_numpy()
    cells.to_file(output, driver="GPKG")
    modules = (geopandas, scipy, shapely, pandas, np)
    print(json.dumps({"versions": {f"peer {module.__name__}": module.__version__ for module in modules}}))


def measures(cell, member, distance, n, filled, has, kind, kinds) -> pandas.DataFrame:
    near = distance <= 300.0
    inner, inner_member = cell[near], member[near]
    table = pandas.DataFrame({"n_300": np.bincount(inner, minlength=n), "n_500": np.bincount(cell, minlength=n)})
    table["sum_500"] = np.bincount(cell, weights=filled[member], minlength=n)
    with np.errstate(invalid="ignore"):
        total = np.bincount(inner, weights=filled[inner_member], minlength=n)
        table["mean_300"] = total / np.bincount(inner, weights=has[inner_member], minlength=n)
    table["dens_500"] = table["n_500"] / (np.pi * 0.5**2)
    quartic = (1 - (distance / 500.0) ** 2) ** 2
    table["kq_500"] = np.bincount(cell, weights=quartic * filled[member], minlength=n)
    gaussian = np.exp(-0.5 * (distance[near] / 100.0) ** 2)
    table["kg_300"] = np.bincount(inner, weights=gaussian, minlength=n)
    mix = np.bincount(cell * kinds + kind[member], minlength=n * kinds).reshape(n, kinds)
    share = mix / np.maximum(mix.sum(axis=1, keepdims=True), 1)
    table["mix_500"] = -(share * np.log(np.where(share > 0, share, 1.0))).sum(axis=1)
    return table


if __name__ == "__main__":
    main(*sys.argv[1:])
