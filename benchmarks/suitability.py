"""Suitability of 10,000 places by 8 criteria with 1,000 random weightings."""

from __future__ import annotations

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Series, Table, ratio

KERNEL_LIMIT, RUN_LIMIT = 3.0, 10.0
METHODS = {"sum": "weighted sum", "topsis": "TOPSIS"}
OWN = "rank_stability"


def bench(bench: Bench) -> Result:
    result = Result(
        "Suitability with 1,000 weight draws",
        "10,000 places, 8 criteria. First the ranks under 1,000 Dirichlet weightings alone, arrays in memory: 5 % and "
        "95 % rank and the share of draws among the best 10. The peers get the same values and the same weights "
        "(drawing them is in the plugin's time only) and keep all scores and ranks. Then the whole algorithm from "
        "GeoPackage to GeoPackage by `qgis_process`; nothing like it was found to put beside it.",
    )
    rows = []
    for method, words in METHODS.items():
        found = kernel(bench, method)
        rows += [[words, name, *series.cells(), ratio(found[OWN], series)] for name, series in found.items()]
        result.figures.append(Figure.of(f"ranks under 1,000 weightings, {words}", found[OWN], KERNEL_LIMIT))
        answers = [answer for name, series in found.items() if name != OWN for answer in series.answers]
        if answers:
            result.notes.append(agreement(words, answers))
    result.tables.append(Table("Ranks alone", ["method", "way", *TIME_COLUMNS, "times as long"], rows))
    found = whole(bench)
    rows = [[name, *series.cells()] for name, series in found.items()]
    result.tables.append(Table("From file to file", ["way", *TIME_COLUMNS], rows))
    first = next(iter(found.values()))
    result.figures.append(Figure.of("suitabilityscore by qgis_process, 1,000 draws", first, RUN_LIMIT))
    return result


def kernel(bench: Bench, method: str) -> dict[str, Series]:
    exchange = bench.scratch / f"suitability_{method}.npz"
    ways = {OWN: lambda: bench.own("suitability.py", bench.data, method, 3, exchange)}
    if bench.has_peers:
        ways["numpy and rankdata in a loop"] = lambda: bench.peer("suitability.py", exchange, method, "numpy", 3)
        ways["pymcdm and rankdata in a loop"] = lambda: bench.peer("suitability.py", exchange, method, "pymcdm", 3)
    return bench.series(ways, 1)


def agreement(words: str, answers: list[dict]) -> str:
    different = max(answer["different_bounds"] for answer in answers)
    share = max(answer["largest_p_top"] for answer in answers)
    verdict = "Equal" if different == 0 and share < 1e-12 else "DIFFERENT"
    return (
        f"{verdict}: {words}, {different} of 20,000 rank bounds differ, shares among the best by {share:.1e} at most."
    )


def whole(bench: Bench) -> dict[str, Series]:
    fields = [f"c{number}" for number in range(8)]
    inputs = {"INPUT": str(bench.data / "places.gpkg"), "FIELDS": fields, "OUTPUT": str(bench.scratch / "scored.gpkg")}
    report = {**inputs, "REPORT": str(bench.scratch / "scored.html")}
    without = {**inputs, "DRAWS": 0}

    def run(given: dict):
        return lambda: bench.qgis("run", "seodistrict:suitabilityscore", "-", given={"inputs": given})

    return bench.series(
        {
            "seodistrict:suitabilityscore": run(inputs),
            "the same, without draws": run(without),
            "the same, with draws and its HTML report": run(report),
        }
    )
