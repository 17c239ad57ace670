"""The same ranks by a plain numpy loop or by pymcdm, from the same values and weights.

suitability.py INPUT METHOD WAY RUNS; INPUT is what benchmarks/own/suitability.py wrote; WAY is numpy or pymcdm
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version

import numpy as np
from pymcdm.methods import TOPSIS, WSM
from scipy.stats import rankdata
from stopwatch import repeated


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


def as_given(column: np.ndarray, cost: bool = False) -> np.ndarray:
    """No normalization: the values are in 0 to 1 already."""
    return column


def by_pymcdm(u: np.ndarray, weights: np.ndarray, method: str) -> np.ndarray:
    body = (WSM if method == "sum" else TOPSIS)(normalization_function=as_given)
    types = np.ones(u.shape[1])
    return np.array([body(u, w, types, validation=False) for w in weights])


def stability(scores: np.ndarray, top: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """5 % and 95 % rank, share of draws among the best, of (draws, places) scores."""
    ranks = np.array([rankdata(-row, method="min") for row in scores])
    ordered = np.sort(ranks, axis=0)
    low, high = (ordered[percent * len(scores) // 100 - 1] for percent in (5, 95))
    return low, high, (ranks <= top).mean(axis=0)


def main(path: str, method: str, way: str, runs: int) -> None:
    given = np.load(path)
    u, weights, top = given["u"], given["weights"], int(given["top"])
    score = by_numpy if way == "numpy" else by_pymcdm
    (low, high, p_top), times = repeated(lambda: stability(score(u, weights, method), top), runs)
    answer = {
        **times,
        "different_bounds": int((low != given["low"]).sum() + (high != given["high"]).sum()),
        "largest_p_top": float(np.abs(p_top - given["p_top"]).max()),
        "versions": {"peer pymcdm": version("pymcdm"), "peer scipy": version("scipy"), "peer numpy": np.__version__},
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
