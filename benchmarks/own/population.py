"""101 ages of 24 zones to 60,000 buildings by the plugin's kernel, arrays in memory.

population.py FOLDER WAY RUNS OUTPUT; WAY is parts or whole (people)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import scipy
from stopwatch import repeated

from seo_district_plugin.analysis.population.allocate import Pairs, allocate


def main(folder: Path, way: str, runs: int, output: Path) -> None:
    data = np.load(folder / "people.npz")
    keep = np.flatnonzero(data["zone"] >= 0)
    floor = data["floor"].astype(float)
    pairs = Pairs(data["zone"][keep], keep, floor[keep], np.ones(len(keep)))
    counts = data["counts"].astype(float)
    found, times = repeated(lambda: allocate(counts, pairs, len(floor), whole=way == "whole"), runs)
    by_zone = np.array([found.people[data["zone"] == zone].sum(axis=0) for zone in range(len(counts))])
    gap = np.abs(by_zone - counts).max() / counts.max()
    expected = counts.sum(axis=1)[data["zone"]] * found.share
    apart = np.abs(found.people.sum(axis=1) - expected)[keep].max()
    np.save(output, found.people)
    versions = {"numpy (QGIS)": np.__version__, "scipy (QGIS)": scipy.__version__}
    print(json.dumps({**times, "gap": float(gap), "apart": float(apart), "versions": versions}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
