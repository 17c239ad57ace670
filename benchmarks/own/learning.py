"""Validation, folds and the area of applicability by the plugin's kernel.

learning.py ecuador TABLE KIND REPEATS | folds SEED | applicability ROWS PLACES | coverage SEEDS
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time

import numpy as np
from stopwatch import repeated

from seo_district_plugin.analysis.learning.applicability import fit_applicability
from seo_district_plugin.analysis.learning.coverage import interval_coverage
from seo_district_plugin.analysis.learning.folds import fine_blocks, make_folds
from seo_district_plugin.analysis.learning.knndm import match_distance, match_folds
from seo_district_plugin.analysis.learning.metrics import auroc
from seo_district_plugin.analysis.learning.models import make_learner
from seo_district_plugin.analysis.learning.types import Factor, Samples, Settings
from seo_district_plugin.analysis.learning.validation import compare, repeated_folds

NAMES = ("slope", "cplan", "cprof", "elev", "log10_carea")


def landslides(table: str) -> Samples:
    with sqlite3.connect(f"file:{table}?mode=ro", uri=True) as file:
        rows = np.array(file.execute(f"SELECT {', '.join(NAMES)}, landslide, x, y FROM landslides").fetchall(), float)
    return Samples(rows[:, :5], rows[:, 5] == 1, rows[:, 6:], tuple(Factor(name) for name in NAMES))


def ecuador(table: str, kind: str, repeats: str) -> dict:
    samples, count = landslides(table), int(repeats)
    learner = make_learner(Settings(kind), samples.factors)

    def call():
        return compare(
            samples,
            learner,
            repeated_folds(samples, "kmeans", 5, count, 0),
            repeated_folds(samples, "random", 5, count, 0),
        )

    found, times = repeated(call, 1)
    inner = list(make_folds(samples.xy, samples.labels, "kmeans", 5, 0).pairs())
    fitted = learner.fit(samples.values, samples.labels, inner_folds=inner, seed=0)
    answer = {
        "fitted": auroc(samples.labels, fitted.score(samples.values)),
        "optimism": found.optimism["auroc"].estimate,
    }
    for name, one in (("spatial", found.spatial), ("random", found.random)):
        mean = one.mean("auroc")
        answer |= {name: mean.estimate, f"{name}_low": mean.low, f"{name}_high": mean.high,
                   f"{name}_pooled": one.pooled("auroc"), f"{name}_sd": one.spread("auroc")}  # fmt: skip
    return {**answer, **times}


def folds(seed: str) -> dict:
    """Distances in metres between what folds test and what is to be predicted, for clustered places on 10 x 10 km."""
    rng = np.random.default_rng(int(seed))
    middle = rng.random((12, 2)) * 10_000
    xy = middle[rng.integers(0, 12, 400)] + rng.normal(0, 250, (400, 2))
    step = (np.arange(40) + 0.5) * 250
    targets = np.array([(x, y) for x in step for y in step])
    labels = np.arange(400) % 2 == 0
    found, times = repeated(lambda: match_folds(xy, targets, 5, int(seed), labels=labels), 1)
    rivals = {
        name: match_distance(xy, make_folds(xy, labels, name, 5, int(seed)).fold, targets)
        for name in ("blocks", "kmeans", "random")
    }
    return {"knndm": match_distance(xy, found.fold, targets), **rivals, **times}


def applicability(rows: str, places: str) -> dict:
    """Dissimilarity and density by the kernel and by all distances in double precision."""
    rng = np.random.default_rng(5)
    training, new = rng.normal(size=(int(rows), 12)), rng.normal(size=(int(places), 12)) * 1.3
    weights, fold = rng.uniform(0.1, 1, 12), rng.integers(0, 5, int(rows))
    domain = fit_applicability(training, tuple(Factor(f"f{i}") for i in range(12)), weights, fold)
    (found, density), times = repeated(lambda: domain.dissimilarity(new, threads=2), 3)
    scaled = (training - training.mean(axis=0)) / training.std(axis=0, ddof=1) * weights
    places_scaled = (new - training.mean(axis=0)) / training.std(axis=0, ddof=1) * weights
    start = time.perf_counter()
    away = np.sqrt(((places_scaled[:, None, :] - scaled[None, :, :]) ** 2).sum(axis=2))
    brute_seconds = time.perf_counter() - start
    among = np.sqrt(((scaled[:, None, :] - scaled[None, :, :]) ** 2).sum(axis=2))
    mean = among[np.triu_indices(len(among), 1)].mean()
    other = np.where(fold[:, None] != fold[None, :], among, np.inf).min(axis=1) / mean
    low, high = np.quantile(other, [0.25, 0.75])
    limit = min(high + 1.5 * (high - low), other.max())
    expected = away.min(axis=1) / mean
    return {
        "largest_difference": float(np.abs(found / expected - 1).max()),
        "threshold_difference": abs(domain.threshold / limit - 1),
        "other_side": int(((found <= domain.threshold) != (expected <= limit)).sum()),
        "other_density": int((density != (away / mean < limit).sum(axis=1)).sum()),
        "brute_seconds": brute_seconds,
        **times,
    }


def coverage(seeds: str) -> dict:
    """Share of observed shares in 90 % intervals, nested, where the truth is made up: 1,000 places in 30 blocks."""
    found, begun = [], time.perf_counter()
    factors = tuple(Factor(name) for name in "abc")
    for seed in range(int(seeds)):
        rng = np.random.default_rng(seed)
        xy, values = rng.random((1000, 2)) * 1000, rng.normal(size=(1000, 3))
        block = fine_blocks(xy, count=30, seed=seed)
        hidden = rng.normal(0, 0.3, 30)[block]
        labels = rng.random(1000) < 1 / (1 + np.exp(-1.5 * values[:, 0] - hidden))
        samples = Samples(values, labels, xy, factors)
        found.append(interval_coverage(samples, make_learner(Settings(), factors), block, 0.9, seed=seed))
    shares = [one.overall.estimate for one in found]
    return {
        "mean": float(np.mean(shares)),
        "least": float(min(shares)),
        "most": float(max(shares)),
        "seconds": [time.perf_counter() - begun],
        "cpu": [time.process_time()],
    }


if __name__ == "__main__":
    todo = {"ecuador": ecuador, "folds": folds, "applicability": applicability, "coverage": coverage}
    print(json.dumps(todo[sys.argv[1]](*sys.argv[2:])))
