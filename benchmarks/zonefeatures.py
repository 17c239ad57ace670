"""Ten features of 10,000 cells from 245,000 points, from file to file."""

from __future__ import annotations

import csv
import math
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Table, ratio

LIMIT = 15.0
TOLERANCE = 1e-9
FEATURES = (
    # layer, field, measure, radius, name
    ("points", "", "count", 0, "n_in"),
    ("points", "", "count", 300, "n_300"),
    ("points", "", "count", 500, "n_500"),
    ("points", "amount", "sum", 500, "sum_500"),
    ("points", "amount", "mean", 300, "mean_300"),
    ("points", "", "density", 500, "dens_500"),
    ("points", "", "nearest", 0, "near"),
    ("points", "amount", "kernel_quartic", 500, "kq_500"),
    ("points", "", "kernel_gaussian", 300, "kg_300"),
    ("points", "kind", "shannon", 500, "mix_500"),
)
NAMES = [feature[-1] for feature in FEATURES]


def bench(bench: Bench) -> Result:
    recipe = bench.scratch / "features.csv"
    with recipe.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["LAYER", "FIELD", "MEASURE", "RADIUS", "NAME"])
        writer.writerows(FEATURES)
    cells, points = bench.data / "cells.gpkg", bench.data / "points.gpkg"
    own, other, reported = (bench.scratch / f"features_{name}.gpkg" for name in ("own", "peer", "report"))
    inputs = {"ZONES": str(cells), "LAYERS": [str(points)], "FEATURES": str(recipe), "OUTPUT": str(own)}
    with_report = {**inputs, "OUTPUT": str(reported), "REPORT": str(bench.scratch / "features.html")}

    def run(given: dict):
        return lambda: bench.qgis("run", "seodistrict:zonefeatures", "-", given={"inputs": given})

    ways = {"seodistrict:zonefeatures": run(inputs), "the same, with its HTML report": run(with_report)}
    if bench.has_peers:
        ways["geopandas + scipy"] = lambda: bench.peer("zonefeatures.py", cells, points, other)
    found = bench.series(ways)
    first = found["seodistrict:zonefeatures"]
    result = Result(
        "Zone features from file to file",
        "10,000 cells of 100 m and 245,000 points with 4 fields (GeoPackage): count in the cell and within 300 and "
        "500 m, sum, mean, density, nearest distance, quartic and Gaussian kernel sums, Shannon mix. `qgis_process` "
        "starts, reads, computes and writes a GeoPackage; the peer is a script that does the same with "
        "`geopandas.read_file` (Arrow), `sjoin`, `cKDTree.query_ball_point` on all processors and numpy.",
    )
    rows = [[name, *series.cells(), ratio(first, series)] for name, series in found.items()]
    result.tables.append(Table("", ["way", *TIME_COLUMNS, "times as long"], rows))
    result.figures.append(Figure.of("10 features, read and written, by qgis_process", first, LIMIT))
    if bench.has_peers:
        result.notes.append(compared(own, other))
    return result


def compared(own: Path, other: Path) -> str:
    """A sentence on the largest relative difference between two result files."""
    mine, theirs = values(own), values(other)
    if len(mine) != len(theirs):
        return f"DIFFERENT: {len(mine)} rows against {len(theirs)}."
    largest, where, gaps = 0.0, "", 0
    for left, right in zip(mine, theirs):
        for name, a, b in zip(NAMES, left, right):
            if a is None or b is None:
                gaps += a is not b
                continue
            difference = 0.0 if a == b else abs(a - b) / max(abs(a), abs(b), 1.0)
            if difference > largest or math.isnan(difference):
                largest, where = difference, name
    verdict = "Equal" if largest <= TOLERANCE and not gaps else "DIFFERENT"
    detail = f" (in {where})" if where else ""
    return (
        f"{verdict}: {len(mine):,} x {len(NAMES)} values beside the peer's of the same run, largest difference "
        f"{largest:.1e}{detail} relative to the value (to 1 below 1), {gaps} with a value on one side only; "
        f"allowed {TOLERANCE:g}."
    )


def values(path: Path) -> list[tuple]:
    columns = ", ".join(f'"{name}"' for name in NAMES)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        table = connection.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'").fetchone()[0]
        return connection.execute(f'SELECT {columns} FROM "{table}" ORDER BY "id"').fetchall()
