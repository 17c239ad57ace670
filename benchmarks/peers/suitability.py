"""The same ranks by a plain numpy loop or by pymcdm, from the same values and weights.

suitability.py INPUT METHOD WAY RUNS; INPUT is what benchmarks/own/suitability.py wrote; WAY is numpy or pymcdm
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version

import numpy as np
from pymcdm.methods import TOPSIS, WSM
from scipy.stats import rankdata


def by_numpy(u: np.ndarray, weights: np.ndarray, method: str) -> np.ndarray:
    """(draws, places) scores, a draw at a time."""
    scores = np.empty((len(weights), len(u)))
    for row, w in enumerate(weights):
        if method == "sum":
            scores[row] = u @ w
        else:
            v = u * w
            best = np.sqrt(((v - v.max(axis=0)) ** 2).sum(axis=1))
            worst = np.sqrt(((v - v.min(axis=0)) ** 2).sum(axis=1))
            scores[row] = worst / (best + worst)
    return scores


def by_pymcdm(u: np.ndarray, weights: np.ndarray, method: str) -> np.ndarray:
    body = WSM(normalization_function=None) if method == "sum" else TOPSIS(normalization_function=None)
    types = np.ones(u.shape[1])
    return np.array([body(u, w, types, validation=False) for w in weights])


def main(path: str, method: str, way: str, runs: int) -> None:
    given = np.load(path)
    u, weights, top = given["u"], given["weights"], int(given["top"])
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        scores = (by_numpy if way == "numpy" else by_pymcdm)(u, weights, method)
        ranks = np.array([rankdata(-row, method="min") for row in scores])
        p_top = (ranks <= top).mean(axis=0)
        ordered = np.sort(ranks, axis=0)
        low, high = ordered[int(0.05 * len(weights)) - 1], ordered[int(0.95 * len(weights)) - 1]
        seconds.append(time.perf_counter() - start)
    answer = {
        "seconds": seconds,
        "different_bounds": int((low != given["low"]).sum() + (high != given["high"]).sum()),
        "largest_p_top": float(np.abs(p_top - given["p_top"]).max()),
        "versions": {"peer pymcdm": version("pymcdm"), "peer scipy": version("scipy"), "peer numpy": np.__version__},
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
