"""Gi* and local Moran of 40,000 cells beside esda, and the published figures of Columbus."""

from __future__ import annotations

from benchmarks.harness import TIME_COLUMNS, Bench, BenchError, Figure, Result, Series, Table, ratio

MOST = 1e-6
RUN_LIMIT = 30.0
OWN, SETTLED = "999 permutations", "as many as each place needs"
STATISTICS = {"gi_star": "Gi*", "local_moran": "local Moran"}


def bench(bench: Bench) -> Result:
    result = Result(
        "Hot spots of 40,000 cells",
        "200 x 200 cells with skewed (log-normal) values and two planted spots; the eight cells around are the "
        "neighbors. First the statistic with its 999 conditional permutations, arrays in memory, one thread; esda gets "
        "the same values and neighbors. Then what the plugin does by default: 999 draws for all, up to a million for "
        "the few that need them. Then the whole algorithm from GeoPackage to GeoPackage by `qgis_process`.",
    )
    rows = []
    for method, words in STATISTICS.items():
        found = kernel(bench, method)
        rows += [[words, name, *series.cells(), ratio(found[OWN], series)] for name, series in found.items()]
        result.figures.append(Figure.of(f"{words}, as many permutations as needed", found[SETTLED], 20.0))
        result.notes += agreement(words, found)
    result.tables.append(
        Table("Statistic and permutations", ["statistic", "way", *TIME_COLUMNS, "times as long"], rows)
    )
    if bench.has_peers:
        published(bench, result)
    whole = from_file_to_file(bench)
    result.tables.append(Table("From file to file", ["way", *TIME_COLUMNS],
                               [[name, *series.cells()] for name, series in whole.items()]))  # fmt: skip
    result.figures.append(Figure.of("flowhotspots by qgis_process, 40,000 cells", whole[RUN], RUN_LIMIT))
    return result


RUN = "seodistrict:flowhotspots"


def kernel(bench: Bench, method: str) -> dict[str, Series]:
    exchange = bench.scratch / f"hotspots_{method}.npz"
    ways = {
        OWN: lambda: bench.own("hotspots.py", "plain", method, 3, exchange),
        SETTLED: lambda: bench.own("hotspots.py", "settled", method, 3, exchange),
    }
    if bench.has_peers:
        ways["esda, 999 permutations"] = lambda: bench.peer("hotspots.py", "time", method, exchange)
    return bench.series(ways, 1)


def agreement(words: str, found: dict[str, Series]) -> list[str]:
    """What esda says of the same cells, and what the correction leaves of each."""
    notes = []
    for series in found.values():
        for answer in series.answers:
            if "largest_z" in answer:
                verdict = "Equal" if answer["largest_z"] < MOST and answer["largest_p"] < 6 else "DIFFERENT"
                notes.append(
                    f"{verdict}: {words}, values differ by {answer['largest_z']:.1e} at most, p-values by "
                    f"{answer['largest_p']:.1f} standard errors of 999 draws at most. {answer['about']}"
                )
            if "stand" in answer:
                notes.append(
                    f"{words}: of {answer['planted']} planted cells and their neighbors {answer['stand']} stand after "
                    f"the correction (FDR 5 %) with as many draws as needed ({answer['most']:,} at most), "
                    f"{answer['stand_999']} with 999 for all; of the other cells {answer['false']} and "
                    f"{answer['false_999']}. By the normal curve of z {answer['stand_normal']} and, wrongly, "
                    f"{answer['false_normal']}."
                )
    return notes


def published(bench: Bench, result: Result) -> None:
    """Columbus, Ohio: the example of esda's own documentation, computed by both."""
    exchange = bench.scratch / "columbus.npz"
    try:
        bench.peer("hotspots.py", "columbus", exchange)
        answer = bench.own("hotspots.py", "columbus", exchange).answer
    except BenchError as problem:
        result.notes.append(f"NOT MEASURED: Columbus: {problem}")
        return
    rows = [[name, f"{value:.1e}"] for name, value in answer["differences"].items()]
    result.tables.append(
        Table("Columbus, 49 neighborhoods: largest difference from esda", ["figure", "difference"], rows)
    )
    largest = max(value for name, value in answer["differences"].items() if "p" not in name.split())
    result.figures.append(Figure("Columbus: largest difference from esda", largest, MOST, unit=""))


def from_file_to_file(bench: Bench) -> dict[str, Series]:
    cells = bench.scratch / "cells.gpkg"
    bench.own("hotspots.py", "layer", cells)
    inputs = {"INPUT": str(cells), "VALUE_FIELD": "value", "OUTPUT": str(bench.scratch / "spots.gpkg")}

    def run(given: dict):
        return lambda: bench.qgis("run", RUN, "-", given={"inputs": given})

    return bench.series({RUN: run(inputs), "the same, analytic test": run({**inputs, "TEST": "analytic"})})
