"""Honest figures of models that learn from places: spatial beside random, folds, area of applicability, coverage."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.harness import ROOT, TIME_COLUMNS, Bench, Figure, Result, Series, Table

PUBLISHED = {"spatial": 0.7726, "random": 0.8097, "fitted": 0.8216}
"""Muenchow, Brenning & Richter (2012); the stored result of the spatial cross-validation chapter of Geocomputation
with R (100 x 5 folds)."""

REPEATS = {"logistic": 100, "spline": 20, "forest": 1, "boosting": 1}
MOST_BY_HAND = 20
OWN = "seodistrict kernel"
BARE = "scikit-learn by hand"
NEAR = 10.0  # thousandths of AUROC
WITHIN = 3.0  # points of coverage
SEEDS = 20


def bench(bench: Bench) -> Result:
    result = Result(
        "Learning from places",
        "Landslides in southern Ecuador, 175 and 175 places, five terrain factors: folds of k-means on coordinates "
        "beside random ones, mean AUROC over folds and repeats, all held-out places of a repeat together (pooled), and "
        "on the training places themselves. `scikit-learn by hand` is the same protocol in forty lines with its own "
        "k-means and its default models, not tuned (the plugin tunes its own inside the "
        "folds, which is what its time goes into). Then folds matched to the places to be predicted, the area of "
        "applicability against all distances, and nested intervals where the truth is made up.",
    )
    table = Path(os.environ.get("REAL_DATA") or ROOT.parent / "shared" / "data") / "ecuador_landslides"
    if (table / "landslides.gpkg").is_file():
        landslides(bench, result, table / "landslides.gpkg")
    else:
        result.notes.append("The landslides are not beside this checkout: their figures are left out.")
    matched_folds(bench, result)
    applicability(bench, result)
    coverage(bench, result)
    return result


def landslides(bench: Bench, result: Result, table: Path) -> None:
    gap = PUBLISHED["random"] - PUBLISHED["spatial"]
    known = [PUBLISHED["spatial"], PUBLISHED["random"], gap]
    rows = [
        ["published, logistic", "100 x 5", *(f"{value:.4f}" for value in known), "", "", f"{PUBLISHED['fitted']:.4f}"]
    ]
    times: list[list[str]] = []
    for kind, repeats in REPEATS.items():
        ways = {OWN: lambda kind=kind, repeats=repeats: bench.own("learning.py", "ecuador", table, kind, repeats)}
        fewer = min(repeats, MOST_BY_HAND)
        if bench.has_peers:
            ways[BARE] = lambda kind=kind, fewer=fewer: bench.peer("learning.py", table, kind, fewer)
        for name, series in bench.series(ways, 1).items():
            done = repeats if name == OWN else fewer
            rows.append([f"{name}, {kind}", f"{done} x 5", *cells(series.answers[0])])
            times.append([f"{name}, {kind}", *series.cells()])
            if name == OWN and kind == "logistic":
                promise(result, series)
    columns = ["way", "folds", "spatial", "random", "optimism", "spatial, pooled", "random, pooled", "fitted"]
    result.tables.append(Table("AUROC, landslides", columns, rows))
    result.tables.append(Table("Time of the validation, spatial and random", ["way", *TIME_COLUMNS], times))


def cells(answer: dict) -> list[str]:
    values = [answer["spatial"], answer["random"], answer["random"] - answer["spatial"]]
    values += [answer["spatial_pooled"], answer["random_pooled"], answer["fitted"]]
    return [f"{value:.4f}" for value in values]


def promise(result: Result, series: Series) -> None:
    answer = series.answers[0]
    for name in ("spatial", "random"):
        away = 1000 * abs(answer[name] - PUBLISHED[name])
        result.figures.append(
            Figure(f"logistic, {name} AUROC: distance from the published", away, NEAR, unit="thousandths")
        )
    away = 1000 * abs(answer["fitted"] - PUBLISHED["fitted"])
    result.figures.append(Figure("logistic, fitted AUROC: distance from the published", away, 0.05, unit="thousandths"))


def matched_folds(bench: Bench, result: Result) -> None:
    found = [bench.own("learning.py", "folds", seed).answer for seed in range(3)]
    names = ("knndm", "blocks", "kmeans", "random")
    rows = [[str(seed), *(f"{one[name]:,.0f}" for name in names)] for seed, one in enumerate(found)]
    columns = ["sample", "kNNDM (m)", "blocks (m)", "k-means (m)", "random (m)"]
    result.tables.append(
        Table(
            "How far the tested distances are from those to be predicted (Wasserstein), 400 clustered places",
            columns,
            rows,
        )
    )
    worst = max(one["knndm"] / min(one["blocks"], one["random"]) for one in found)
    result.figures.append(Figure("kNNDM by the best of blocks and random", worst, 1.0, unit="times"))


def applicability(bench: Bench, result: Result) -> None:
    answer = bench.own("learning.py", "applicability", 2000, 4000).answer
    most = 1e6 * max(answer["largest_difference"], answer["threshold_difference"])
    result.figures.append(
        Figure("dissimilarity and threshold: difference from all distances", most, 10.0, unit="millionths")
    )
    wrong = answer["other_side"] + answer["other_density"]
    result.figures.append(Figure("places on another side of the threshold, or of another density", wrong, 0, unit=""))


def coverage(bench: Bench, result: Result) -> None:
    answer = bench.own("learning.py", "coverage", SEEDS).answer
    result.notes.append(
        f"Nested 90 % intervals, 1,000 places in 30 blocks, {SEEDS} made-up truths: {answer['mean']:.1%} of observed "
        f"shares held on average, {answer['least']:.1%} to {answer['most']:.1%} by truth."
    )
    away = 100 * abs(answer["mean"] - 0.9)
    result.figures.append(Figure("coverage of nested intervals: distance from 90 %", away, WITHIN, unit="points"))
