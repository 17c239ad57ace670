"""Ranks under 1,000 random weights by the plugin's kernel.

suitability.py FOLDER METHOD RUNS OUTPUT; writes the values and weights used, for the peers, and the ranks
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import scipy
from osgeo import ogr
from stopwatch import repeated

from seo_district_plugin.analysis.weights.dirichlet import draw_weights, rank_stability

DRAWS, TOP, SEED = 1000, 10, 7


def values(path: Path) -> np.ndarray:
    """(places, criteria) in 0 to 1, by least and most."""
    layer = ogr.Open(str(path))
    table = layer.GetLayer(0)
    definition = table.GetLayerDefn()
    fields = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    raw = np.array([[feature.GetField(name) for name in fields] for feature in table])
    return (raw - raw.min(axis=0)) / (raw.max(axis=0) - raw.min(axis=0))


def main(folder: Path, method: str, runs: int, output: Path) -> None:
    u = values(folder / "places.gpkg")
    w = np.arange(1, u.shape[1] + 1) / (u.shape[1] * (u.shape[1] + 1) / 2)
    (low, high, p_top), times = repeated(lambda: rank_stability(u, w, method, DRAWS, TOP, SEED), runs)
    weights = draw_weights(w, DRAWS, SEED)
    np.savez(output, u=u, weights=weights, top=TOP, low=low, high=high, p_top=p_top)
    print(json.dumps({**times, "versions": {"scipy": scipy.__version__}}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
