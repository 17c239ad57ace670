"""Six registers of a district, 244,917 rows, merged into businesses."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.harness import ROOT, TIME_COLUMNS, Bench, BenchError, Figure, Result, Series, Table, ratio

PRESET, SEED = "district", 1
REGISTERS = ("license_new", "license_old", "stores", "harmful", "academies", "places")
WHOLE_LIMIT, BLOCK_LIMIT, MEMORY = 120.0, 25.0, 4000.0
COMPLETENESS, F1, PUBLIC_F1 = 0.99, 0.97, 0.97
PUBLIC = Path(os.environ.get("REAL_DATA") or ROOT.parent / "shared" / "data") / "fodors_zagat"


def bench(bench: Bench) -> Result:
    folder = bench.scratch / "merging"
    folder.mkdir()
    made = bench.own("merging.py", "data", folder, PRESET, SEED).answer
    result = Result(
        "Merging six registers",
        f"{made['rows']:,} rows of the made-up district's six registers, {made['businesses']:,} of them of businesses, "
        "with planted truth. First the kernels: the rows are read from a table, merged, and links and businesses are "
        "written. Splink on DuckDB gets the rows with a name in the plugin's normal form and its blocking keys, and of "
        "five thresholds the best by the truth. Then the whole algorithm by `qgis_process`, files to files.",
    )
    found = kernel(bench, folder)
    own = next(iter(found.values()))
    rows = [[name, *series.cells(), *shares(series.answers[-1]), ratio(own, series)] for name, series in found.items()]
    columns = ["way", *TIME_COLUMNS, "precision", "recall", "F1", "times as long"]
    result.tables.append(Table("Rows to businesses", columns, rows))
    figures(result, own, found)
    whole(bench, folder, result)
    public(bench, result)
    return result


def kernel(bench: Bench, folder: Path) -> dict[str, Series]:
    ways = {"the plugin's kernels": lambda: bench.own("merging.py", "merge", folder, 1)}
    found = bench.series(ways, 1)
    if bench.has_peers:
        try:
            found |= bench.series({"Splink on DuckDB": lambda: bench.peer("merging.py", folder / "normal.csv")}, 1)
        except BenchError:  # stopped after five minutes: there is no figure then
            pass
    return found


def figures(result: Result, own: Series, found: dict[str, Series]) -> None:
    answer = own.answers[-1]
    blocking, estimated = answer["blocking"], answer["estimated"]
    result.figures += [
        Figure.of("read, merge and write by the kernels", own, WHOLE_LIMIT),
        Figure("blocking alone", blocking["seconds"], BLOCK_LIMIT, blocking["cpu"]),
        at_least("pair completeness of blocking", blocking["completeness"], COMPLETENESS),
        at_least("F1 over pairs of rows", answer["f1"], F1),
    ]
    result.notes += [
        f"Blocking: {blocking['pairs']:,} pairs, {blocking['completeness']:.4%} of the true ones among them, "
        f"{blocking['reduction']:.5%} of all pairs left out.",
        f"Estimated without the truth: precision {estimated['precision']:.4f} ({estimated['precision_low']:.4f} to "
        f"{estimated['precision_high']:.4f}), recall {estimated['recall']:.4f} ({estimated['recall_low']:.4f} to "
        f"{estimated['recall_high']:.4f}).",
        f"At most {own.peak:,.0f} MB of memory (bar: {MEMORY:,.0f} MB).",
    ]
    if len(found) == 1:
        result.notes.append("No figure of Splink: it is not there, or was not ready after five minutes.")


def at_least(text: str, value: float, bar: float) -> Figure:
    """What is missing to one: the less the better, as of all figures."""
    return Figure(f"{text}: missing to 1", 1 - value, 1 - bar, unit="")


def shares(answer: dict) -> list[str]:
    return [f"{answer[name]:.4f}" for name in ("precision", "recall", "f1")]


def whole(bench: Bench, folder: Path, result: Result) -> None:
    """The algorithm itself, once."""
    layers = [f"{folder / 'registers.gpkg'}|layername={name}" for name in REGISTERS]
    inputs = {"LAYERS": layers, "MERGED": str(folder / "merged.gpkg"),
              "LINKS": str(folder / "links.gpkg"), "REVIEW": str(folder / "review.gpkg"),
              "REPORT": str(folder / "report.html")}  # fmt: skip
    ways = {"seodistrict:mergeregisters": lambda: bench.qgis("run", "seodistrict:mergeregisters", "-",
                                                              given={"inputs": inputs})}  # fmt: skip
    found = bench.series(ways, 1)
    judged = bench.own("merging.py", "judge", folder, folder / "links.gpkg").answer
    rows = [[name, *series.cells(), *shares(judged)] for name, series in found.items()]
    result.tables.append(Table("From file to file", ["way", *TIME_COLUMNS, "precision", "recall", "F1"], rows))
    for series in found.values():
        result.figures.append(Figure.of("mergeregisters by qgis_process", series, WHOLE_LIMIT))
        result.notes.append(f"By qgis_process at most {series.peak:,.0f} MB of memory (bar: {MEMORY:,.0f} MB).")


def public(bench: Bench, result: Result) -> None:
    """A public set with known links, where it is at hand."""
    if not PUBLIC.is_dir():
        return
    answer = bench.own("merging.py", "public", PUBLIC).answer
    result.figures.append(at_least("F1 of Fodors and Zagats, without labels", answer["f1"], PUBLIC_F1))
    result.notes.append(
        f"Fodors and Zagats, 533 and 331 restaurants, all pairs compared: precision {answer['precision']:.4f}, recall "
        f"{answer['recall']:.4f}, F1 {answer['f1']:.4f}."
    )
