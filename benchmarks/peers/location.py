"""The same p-median or p-center by spopt.

location.py INPUT MODEL SOLVER; INPUT is what benchmarks/own/location.py wrote, MODEL is pmedian or pcenter, SOLVER is
cbc or highs
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version

import numpy as np
import pulp
from spopt.locate import PCenter, PMedian


def main(path: str, model: str, solver: str) -> None:
    given = np.load(path)
    costs, weight, p = given["costs"], given["weight"], int(given["p"])
    with_time = {"cbc": pulp.PULP_CBC_CMD, "highs": pulp.HiGHS}[solver](msg=False, timeLimit=240)
    start, start_cpu = time.perf_counter(), time.process_time()
    if model == "pcenter":
        problem = PCenter.from_cost_matrix(costs, p_facilities=p)
    else:
        problem = PMedian.from_cost_matrix(costs, weight, p_facilities=p)
    problem = problem.solve(with_time, results=False)
    answer = {
        "seconds": [time.perf_counter() - start], "cpu": [time.process_time() - start_cpu],
        "objective": pulp.value(problem.problem.objective), "proven": problem.problem.sol_status == 1,
        "versions": {"spopt": version("spopt"), "pulp": version("pulp")},
    }  # fmt: skip
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3])
