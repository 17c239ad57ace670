"""245,000 points in squares, hexagons and ragged districts."""

from __future__ import annotations

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Series, Table, ratio

LIMIT = 1.5
OWN = "points_in_polygons (one processor)"
ZONES = {"squares": "squares of 100 m", "hexagons": "hexagons of 100 m", "districts": "districts of 2,000 corners"}


def bench(bench: Bench) -> Result:
    result = Result(
        "Points in polygons",
        "245,000 points; coordinates, polygons and geometries are in memory before the clock starts, indexes are not. "
        "All ways list every pair of a zone and a point in it. The searches run in one process per way.",
    )
    rows = []
    for zones, words in ZONES.items():
        ways = {OWN: lambda zones=zones: bench.own("inside.py", bench.data, zones, 5)}
        if bench.has_peers:
            ways["geopandas.sjoin"] = lambda zones=zones: bench.peer("inside.py", bench.data, zones, 5, "sjoin")
            ways["shapely.STRtree.query"] = lambda zones=zones: bench.peer("inside.py", bench.data, zones, 5, "strtree")
        found = bench.series(ways, 1)
        first = found[OWN]
        count = first.answers[0]["zones"]
        rows += [[f"{count:,} {words}", name, *one.cells(), ratio(first, one)] for name, one in found.items()]
        result.figures.append(Figure.of(f"245,000 points in {count:,} {words}", first, LIMIT))
        result.notes.append(compared(words, list(found.values())))
    result.tables.append(Table("", ["zones", "way", *TIME_COLUMNS, "times as long"], rows))
    return result


def compared(words: str, ways: list[Series]) -> str:
    digests = {answer["digest"] for series in ways for answer in series.answers}
    if len(ways) < 2:
        return f"Not compared: {words}, there is no peer."
    verdict = "Equal" if len(digests) == 1 else "DIFFERENT"
    return f"{verdict}: the {ways[0].answers[0]['pairs']:,} pairs of {words} over the {len(ways)} ways of this run."
