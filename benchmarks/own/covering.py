"""MCLP by the plugin's kernel on a made-up district of cells and candidates.

covering.py CELLS CANDIDATES RADIUS SITES RUNS OUTPUT; writes the instance, for the peers; prints objective and bound
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import scipy
from stopwatch import repeated

from seo_district_plugin.analysis.location.covering import solve_mclp
from seo_district_plugin.analysis.location.types import Costs

CELL, SEED = 100.0, 0


def instance(cells: int, candidates: int) -> tuple[np.ndarray, np.ndarray]:
    """(n, m) straight distances in metres from cells of 100 m to random candidates; weights over four orders."""
    draws = np.random.default_rng(SEED)
    side = int(np.ceil(np.sqrt(cells)))
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 2)[:cells] * CELL
    spots = draws.random((candidates, 2)) * side * CELL
    weight = 10 ** (draws.random(cells) * 4 - 1)
    return np.hypot(grid[:, None, 0] - spots[None, :, 0], grid[:, None, 1] - spots[None, :, 1]), weight


def main(cells: int, candidates: int, radius: float, sites: int, runs: int, output: Path) -> None:
    distance, weight = instance(cells, candidates)
    np.savez(output, distance=distance, weight=weight, radius=radius, sites=sites)
    costs = Costs.from_dense(distance)
    found, times = repeated(lambda: solve_mclp(costs, weight, radius, sites, time_limit=120.0), runs)
    answer = {"objective": found.objective, "bound": found.bound, "proven": found.proven, "nodes": found.nodes}
    print(json.dumps({**times, **answer, "versions": {"scipy": scipy.__version__}}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), Path(sys.argv[6]))
