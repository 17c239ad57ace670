"""245,000 addresses located against 80,000 buildings of a made-up town, with planted errors."""

from __future__ import annotations

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Table

BUILDINGS, ADDRESSES = 80_000, 245_000
TIME_LIMIT, WRONG_LIMIT = 60.0, 2.0
OWN = "AddressIndex.build and locate"
WAYS = {OWN: "kernel", "pandas.merge on the raw text": "merge", "difflib, 40 addresses": "difflib"}
WORDS = {"building": "building", "parcel": "lot", "road": "middle of the street", "zone": "middle of the dong",
         "unmatched": "not located"}  # fmt: skip


def bench(bench: Bench) -> Result:
    result = Result(
        "Addresses to points",
        f"{ADDRESSES:,} street and lot addresses of registers against {BUILDINGS:,} buildings with their entrances. "
        "40 % are not plain: 12 % hold a lot only, 7 % a misspelled street, 3 % no number, 3 % a placeholder, 4 % no "
        "district, 3 % numbers of long ago and 1 % a wrong digit (both often name another house that exists, which "
        "nobody can see), 2 % lie in another city, 3 % are blank, 2 % have no blanks. Arrays in memory before the "
        "clock starts, the index is not. Right: the true building; for streets and dong the true one.",
    )
    ways = {
        name: lambda way=way: bench.own("addresses.py", bench.scratch, BUILDINGS, ADDRESSES, way)
        for name, way in WAYS.items()
    }
    bench.own("addresses.py", bench.scratch, BUILDINGS, ADDRESSES, "merge")  # makes the town
    found = bench.series(ways, 1)
    rows = []
    for name, series in found.items():
        answer = series.answers[0]
        rows.append([name, f"{answer['rows']:,}", *series.cells(), percent(answer["matched"]),
                     percent(answer["right"])])  # fmt: skip
    result.tables.append(Table("", ["way", "rows", *TIME_COLUMNS, "matched (%)", "right of them (%)"], rows))
    own = found[OWN].answers[0]
    levels = [
        [WORDS[level], percent(part), percent(own["right_levels"].get(level))] for level, part in own["levels"].items()
    ]
    result.tables.append(Table("By level", ["level", "rows (%)", "right of them (%)"], levels))
    result.figures.append(Figure.of(f"{ADDRESSES:,} addresses against {BUILDINGS:,} buildings", found[OWN], TIME_LIMIT))
    wrong = 100.0 * (1.0 - own["right_fine"])
    result.figures.append(Figure("wrong among those matched to a building or lot", wrong, WRONG_LIMIT, unit="%"))
    seen = percent(own["right_seen"])
    result.notes.append(f"Of the matched rows that do not name another house by a wrong number {seen} % are right.")
    return result


def percent(part: float | None) -> str:
    return "" if part is None else f"{100 * part:.2f}"
