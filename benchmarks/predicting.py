"""10 million cells and 12 factors from model file and raster to a map with its area of applicability."""

from __future__ import annotations

from pathlib import Path

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Series, Table

LIMITS = {"logistic": 120.0, "boosting": 120.0, "forest": 180.0}
MEMORY = 1500.0
TIMES_BARE = 1.5
CELLS = 10_000_000
OWN = "seodistrict:predictsusceptibility"


def bench(bench: Bench) -> Result:
    folder = bench.scratch / "predicting"
    folder.mkdir(exist_ok=True)
    bench.own("predicting.py", "data", folder)
    result = Result(
        "Prediction over rasters",
        "10 million cells (3,200 x 3,125) with 12 factors in one GeoTIFF of 480 MB; models of 2,000 training places: "
        "logistic regression, boosting of 200 rounds, forest of 300 trees, each calibrated and with the area of "
        "applicability of all 2,000 places. `qgis_process` starts, reads, predicts, judges and writes two rasters. "
        "Beside it, with arrays in memory: the plugin's kernel without the area of applicability, and scikit-learn's "
        "own `predict_proba` of a model of the same kind and size, in the same blocks on the same processors.",
    )
    whole: dict[str, Series] = {}
    rows, bare_rows = [], []
    for kind, limit in LIMITS.items():
        bench.own("predicting.py", "train", folder, kind)
        found = bench.series({kind: lambda kind=kind: from_file_to_file(bench, folder, kind)}, 1)[kind]
        whole[kind] = found
        rows.append([kind, *found.cells(), f"{CELLS / found.median / 1e6:.2f}"])
        result.figures.append(Figure.of(f"10 million cells, {kind}, with area of applicability", found, limit))
        compared = bench.series(
            {
                "kernel": lambda kind=kind: bench.own("predicting.py", "kernel", folder, kind, 3),
                "scikit-learn": lambda kind=kind: bench.own("predicting.py", "bare", folder, kind, 3),
            },
            1,
        )
        times = min(compared["kernel"].seconds) / min(compared["scikit-learn"].seconds)
        bare_rows += [[kind, name, *series.cells()] for name, series in compared.items()]
        result.figures.append(Figure(f"{kind}: kernel's time by scikit-learn's", times, TIMES_BARE, unit="times"))
    result.tables.append(Table("From file to file", ["model", *TIME_COLUMNS, "million cells per second"], rows))
    result.tables.append(Table("A million cells in memory, without area", ["model", "way", *TIME_COLUMNS], bare_rows))
    peak = max(series.peak for series in whole.values())
    result.figures.append(Figure("Peak memory, file to file", peak, MEMORY, unit="MB"))
    return result


def from_file_to_file(bench: Bench, folder: Path, kind: str):
    given = {
        "MODEL": str(folder / f"{kind}.model"),
        "FACTORS": [str(folder / "factors.tif")],
        "PROBABILITY": str(folder / f"{kind}_p.tif"),
        "AOA": str(folder / f"{kind}_aoa.tif"),
    }
    return bench.qgis("run", OWN, "-", given={"inputs": given})
