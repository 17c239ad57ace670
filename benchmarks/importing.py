"""2.1 million businesses, 800 MB of CP949, from the downloaded file to a GeoPackage."""

from __future__ import annotations

from pathlib import Path

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Table, ratio

ROWS = 2_100_000
WRITTEN = 300_000
ONE_AUTHORITY, ALL_ROWS, MEMORY = 40.0, 120.0, 2000.0


def bench(bench: Bench) -> Result:
    path = bench.scratch / "생활_미용업.csv"
    bench.own("licenses.py", path, ROWS)
    result = Result(
        "Public data: 2.1 million rows of a national register",
        f"{ROWS:,} rows of 37 columns with the header of the real files, {path.stat().st_size / 1e6:,.0f} MB in CP949. "
        "`qgis_process` starts, reads, types and checks every value, places every row and writes a GeoPackage with a "
        "spatial index, a run record and the digest of all rows.",
    )
    whole(bench, path, result)
    apart(bench, path, result)
    return result


def whole(bench: Bench, path: Path, result: Result) -> None:
    """The algorithm itself, filtered and with all rows, once each."""

    def run(name: str, **given: str):
        inputs = {"INPUT": str(path), "OUTPUT": str(bench.scratch / f"{name}.gpkg"), **given}
        return lambda: bench.qgis("run", "seodistrict:importpublicdata", "-", given={"inputs": inputs})

    ways = {"rows of one authority (DISTRICT_CODE)": run("one", DISTRICT_CODE="30170"), "all rows": run("all")}
    found = bench.series(ways, 1)
    result.tables.append(Table("The algorithm", ["way", *TIME_COLUMNS], [[n, *s.cells()] for n, s in found.items()]))
    for (name, series), limit in zip(found.items(), (ONE_AUTHORITY, ALL_ROWS)):
        result.figures.append(Figure.of(f"{ROWS:,} rows: {name}", series, limit))
        result.notes.append(f"{name}: at most {series.peak:,.0f} MB of memory (bar: {MEMORY:,.0f} MB).")


def apart(bench: Bench, path: Path, result: Result) -> None:
    """Reading and writing apart, beside others, in the same run."""
    out = {name: bench.scratch / f"written_{name}.gpkg" for name in ("own", "ogr")}
    reading = {
        "the plugin's reader": lambda: bench.own("importing.py", "read", path),
        "csv.reader": lambda: bench.own("importing.py", "csv", path),
    }
    if bench.has_peers:
        reading["pandas.read_csv"] = lambda: bench.peer("importing.py", path)
    writing = {
        "the plugin's writer": lambda: bench.own("importing.py", "write", path, WRITTEN, out["own"]),
        "osgeo.ogr": lambda: bench.own("importing.py", "ogr", path, WRITTEN, out["ogr"]),
    }
    for title, ways in ((f"Reading alone, {ROWS:,} rows", reading), (f"Writing alone, {WRITTEN:,} rows", writing)):
        found = bench.series(ways, 1)
        first = next(iter(found.values()))
        rows = [[name, *series.cells(), ratio(first, series)] for name, series in found.items()]
        result.tables.append(Table(title, ["way", *TIME_COLUMNS, "times as long"], rows))
        counted = {answer["rows"] for series in found.values() for answer in series.answers}
        result.notes.append(f"{title}: {'equal' if len(counted) == 1 else 'DIFFERENT'} numbers of rows.")
