"""What the plugin costs every start of QGIS, used or not."""

from __future__ import annotations

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Table

LIMIT = 0.3
RUNS = 5


def bench(bench: Bench) -> Result:
    listed = bench.qgis("list").output
    if "seodistrict:" not in listed or "seodistrict:" in bench.qgis("list", plugin=False).output:
        raise RuntimeError("the two profiles do not differ by the plugin")
    found = bench.series(
        {
            "without the plugin": lambda: bench.qgis("list", plugin=False),
            "with the plugin": lambda: bench.qgis("list"),
        },
        max(RUNS, bench.runs),
    )
    loading = bench.series({"loading the plugin": lambda: bench.own("startup.py")}, max(RUNS, bench.runs))
    without, with_plugin = found.values()
    loaded = loading["loading the plugin"]
    answer = loaded.answers[0]
    heavy = ", ".join(answer["heavy"]) or "none"
    result = Result(
        "Start",
        "`qgis_process list` in two clean profiles that differ in nothing but the plugin, in turns; and the time from "
        "importing the plugin to its registered provider inside a running QGIS.",
    )
    rows = [[name, *series.cells()] for name, series in {**found, **loading}.items()]
    result.tables.append(Table("", ["qgis_process list", *TIME_COLUMNS], rows))
    result.figures.append(Figure.of("importing the plugin and registering its provider", loaded, LIMIT))
    result.figures.append(
        Figure(
            "slow libraries imported for the list (sklearn, pandas, scipy, plotly ...)",
            len(answer["heavy"]),
            0,
            unit="",
        )
    )
    difference = with_plugin.median - without.median
    cpu = with_plugin.median_cpu - without.median_cpu
    result.notes.append(
        f"Difference of the medians of `list`: {difference:+.2f} s ({cpu:+.2f} s of processor time), "
        f"{with_plugin.peak - without.peak:+.0f} MB; "
        f"{answer['algorithms']} algorithms, {answer['modules']} modules, slow libraries among them: {heavy}."
    )
    return result
