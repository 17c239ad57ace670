"""Accessibility by the plugin's kernel.

accessibility.py METHOD RUNS OUTPUT; writes pairs, people, capacities and scores for the peer
"""

from __future__ import annotations

import json
import sys

import numpy as np
import scipy
from scipy.spatial import cKDTree
from stopwatch import repeated

from seo_district_plugin.analysis.access.catchments import floating_catchment
from seo_district_plugin.analysis.access.decay import STEP_WEIGHTS, stepped, uniform
from seo_district_plugin.analysis.access.raam import rational_agents
from seo_district_plugin.analysis.location.types import Costs

PLACES, SERVICES, SIDE, RADIUS, TAU, SEED = 10_000, 200, 10_000.0, 1500.0, 500.0, 7


def main(method: str, runs: int, output: str) -> None:
    rng = np.random.default_rng(SEED)
    at, to = rng.random((PLACES, 2)) * SIDE, rng.random((SERVICES, 2)) * SIDE
    people, supply = rng.integers(100, 5000, PLACES).astype(float), rng.integers(5, 60, SERVICES).astype(float)
    lists = cKDTree(to).query_ball_point(at, RADIUS)
    demand = np.repeat(np.arange(PLACES), [len(one) for one in lists])
    service = np.array([one for some in lists for one in some], dtype=np.int64)
    costs = Costs.from_pairs(demand, service, np.hypot(*(at[demand] - to[service]).T), (PLACES, SERVICES))
    limits = RADIUS * np.array([1, 2, 3]) / 3

    def score() -> np.ndarray:
        if method == "raam":
            return rational_agents(costs, people, supply, TAU).score
        weight = (
            uniform(costs.value, RADIUS) if method == "2sfca" else stepped(costs.value, limits, np.array(STEP_WEIGHTS))
        )
        return floating_catchment(costs, people, supply, weight, "3sfca" if method == "3sfca" else "2sfca").score

    found, times = repeated(score, runs)
    np.savez(
        output, demand=costs.demand(), service=costs.site, cost=costs.value, people=people, supply=supply,
        limits=limits, weights=np.array(STEP_WEIGHTS), radius=RADIUS, tau=TAU, score=found,
    )  # fmt: skip
    print(json.dumps({**times, "versions": {"scipy": scipy.__version__}}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
