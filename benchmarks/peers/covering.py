"""The same MCLP by spopt (through pulp) or by HiGHS on the plain formulation.

covering.py INPUT WAY RUNS; INPUT is what benchmarks/own/covering.py wrote; WAY is spopt-cbc, spopt-highs or highs
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version

import highspy
import numpy as np
import pulp
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp
from spopt.locate import MCLP
from stopwatch import repeated

LIMIT = 120.0


def by_spopt(given, solver) -> float:
    model = MCLP.from_cost_matrix(
        given["distance"], given["weight"][:, None], float(given["radius"]), p_facilities=int(given["sites"])
    )
    return float(model.solve(solver, results=False).problem.objective.value())


def by_highs(given) -> float:
    near = sparse.csr_matrix(given["distance"] <= given["radius"], dtype=float)
    weight, (cells, sites) = given["weight"], near.shape
    count = sparse.csr_matrix(np.concatenate([np.ones(sites), np.zeros(cells)]))
    matrix = sparse.vstack([sparse.hstack([-near, sparse.eye(cells)]), count], format="csc")
    low, high = np.full(cells + 1, -np.inf), np.zeros(cells + 1)
    low[-1] = high[-1] = float(given["sites"])
    answer = milp(
        np.concatenate([np.zeros(sites), -weight]), integrality=np.r_[np.ones(sites), np.zeros(cells)],
        bounds=Bounds(0, 1), constraints=LinearConstraint(matrix, low, high),
        options={"mip_rel_gap": 0.0, "time_limit": LIMIT},
    )  # fmt: skip
    return -float(answer.fun) if answer.x is not None else float("nan")


def main(path: str, way: str, runs: int) -> None:
    given = dict(np.load(path))
    solvers = {
        "spopt-cbc": lambda: by_spopt(given, pulp.PULP_CBC_CMD(msg=False, timeLimit=LIMIT)),
        "spopt-highs": lambda: by_spopt(given, pulp.HiGHS(msg=False, timeLimit=LIMIT, gapRel=0.0)),
        "highs": lambda: by_highs(given),
    }
    value, times = repeated(solvers[way], runs)
    names = {"peer spopt": version("spopt"), "peer pulp": version("pulp"), "peer highspy": version("highspy")}
    print(json.dumps({**times, "objective": value, "highs": highspy.Highs().version(), "versions": names}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
