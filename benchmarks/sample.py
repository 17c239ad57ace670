"""Making the sample district: in memory, and written as a folder by qgis_process."""

from __future__ import annotations

import json

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Table

DISTRICT_LIMIT, TINY_LIMIT, MEMORY_LIMIT = 60.0, 3.0, 3_000.0
OWN = "seodistrict:sampledistrict"


def bench(bench: Bench) -> Result:
    result = Result(
        "Sample district",
        "95 km2, 24 dong, about 39,600 buildings, 244,917 rows of six registers (district); 2 km2, 3 dong, 1,500 rows "
        "(tiny). In memory: layers, rasters, registers and truth. By qgis_process: the same written as GeoPackage, "
        "GeoTIFF, raw files, styles and project; start of QGIS included.",
    )
    ways = {}
    for preset in ("tiny", "district"):
        given = {"PRESET": preset, "SEED": 1, "FOLDER": str(bench.scratch / f"sample_{preset}")}
        ways[f"{preset}, in memory"] = lambda preset=preset: bench.own("sample.py", preset, 1)
        ways[f"{preset}, {OWN}"] = lambda given=given: bench.qgis("run", OWN, "-", given={"inputs": given})
    found = bench.series(ways)
    rows = [[name, *series.cells()] for name, series in found.items()]
    result.tables.append(Table("", ["way", *TIME_COLUMNS], rows))
    district = found[f"district, {OWN}"]
    result.figures += [
        Figure.of("tiny district in memory", found["tiny, in memory"], TINY_LIMIT),
        Figure.of("whole district, by qgis_process", district, DISTRICT_LIMIT),
        Figure("whole district, by qgis_process: memory", district.peak, MEMORY_LIMIT, unit="MB"),
    ]
    digests = json.loads((bench.scratch / "sample_district" / "made_here.json").read_text(encoding="utf-8"))
    rows_made = found["district, in memory"].answers[0]["rows"]
    result.notes.append(f"{len(digests['sha256'])} contents with a digest of their own; {rows_made:,} raw rows.")
    return result
