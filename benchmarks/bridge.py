"""From a layer to arrays: 240,000 points with 12 fields."""

from __future__ import annotations

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Table, ratio

FAST_LIMIT, LOOP_LIMIT = 0.5, 3.0
FAST = "bridge, whole columns (GeoPackage)"
LOOP = "bridge, loop (any layer)"
OWN = {
    FAST: "fast",
    LOOP: "loop",
    "bridge, loop over a memory layer": "memory",
    "bare QgsFeature loop to a DataFrame": "bare",
}
PEERS = {
    "geopandas.read_file": "geopandas",
    "geopandas.read_file(use_arrow=True)": "geopandas-arrow",
    "pyogrio.read_arrow + shapely.from_wkb": "pyogrio-arrow",
}


def bench(bench: Bench) -> Result:
    path = bench.data / "wide.gpkg"
    ways = {name: (lambda way=way: bench.own("bridge.py", path, way, 2)) for name, way in OWN.items()}
    if bench.has_peers:
        ways |= {name: (lambda way=way: bench.peer("bridge.py", path, way, 2)) for name, way in PEERS.items()}
    found = bench.series(ways, max(bench.runs - 1, 1))
    result = Result(
        "From a layer to arrays",
        "240,000 points with 12 fields (9 real of which one with a tenth NULL, 2 whole numbers, a text), 46 MB of "
        "GeoPackage, to a pandas DataFrame and an array of coordinates. Two readings per process, in the process; the "
        "bridge also applies the policy for geometry, keeps NULL and NaN apart and computes a SHA-256 of what it read.",
    )
    fast = found[FAST]
    rows = [[name, *series.cells(), ratio(fast, series)] for name, series in found.items()]
    result.tables.append(Table("", ["way", *TIME_COLUMNS, "times as long"], rows))
    result.figures.append(Figure.of("240,000 x 12 by whole columns", fast, FAST_LIMIT))
    result.figures.append(Figure.of("240,000 x 12 by loop", found[LOOP], LOOP_LIMIT))
    digests = {answer["digest"] for series in found.values() for answer in series.answers}
    verdict = "Equal" if len(digests) == 1 else "DIFFERENT"
    result.notes.append(f"{verdict}: the SHA-256 of all values and coordinates over the {len(found)} ways of this run.")
    return result
