"""The same scores by PySAL access, from the same pairs.

accessibility.py INPUT METHOD RUNS; INPUT is what benchmarks/own/accessibility.py wrote
"""

from __future__ import annotations

import json
import sys
import warnings
from importlib.metadata import version

import numpy as np
import pandas as pd
from access import Access, weights
from stopwatch import repeated

warnings.filterwarnings("ignore")


def main(path: str, method: str, runs: int) -> None:
    given = np.load(path)
    people = pd.DataFrame({"id": np.arange(len(given["people"])), "people": given["people"]})
    supply = pd.DataFrame({"id": np.arange(len(given["supply"])), "supply": given["supply"]})
    pairs = pd.DataFrame({"origin": given["demand"], "dest": given["service"], "cost": given["cost"]})
    radius = float(given["radius"])
    steps = weights.step_fn(dict(zip(given["limits"].tolist(), given["weights"].tolist())))

    def score() -> pd.Series:
        model = Access(
            demand_df=people, demand_index="id", demand_value="people", supply_df=supply, supply_index="id",
            supply_value="supply", cost_df=pairs.copy(), cost_origin="origin", cost_dest="dest", cost_name="cost",
        )  # fmt: skip
        if method == "2sfca":
            model.two_stage_fca(name="s", max_cost=radius)
        elif method == "e2sfca":
            model.enhanced_two_stage_fca(name="s", weight_fn=steps, max_cost=radius)
        elif method == "3sfca":
            model.three_stage_fca(name="s", weight_fn=steps, max_cost=radius)
        else:
            model.raam(name="s", tau=float(given["tau"]))
        return model.access_df["s_supply"]

    found, times = repeated(score, runs)
    own = given["score"]
    theirs = found.reindex(np.arange(len(own))).fillna(0.0).to_numpy()
    both = np.isfinite(own) & (own > 0)
    largest = float((np.abs(theirs - own)[both] / own[both]).max())
    print(json.dumps({**times, "largest": largest, "versions": {"peer access": version("access")}}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
