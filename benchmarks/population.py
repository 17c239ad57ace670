"""People of 24 zones and 101 ages to 10,000 cells and 60,000 buildings."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.harness import TIME_COLUMNS, Bench, BenchError, Figure, Result, Series, Table, ratio

CELL_LIMIT, BUILDING_LIMIT, KERNEL_LIMIT = 15.0, 25.0, 3.0
AGES = [f"p{age}" for age in range(101)]
WRITTEN = [f"p_{age}" for age in range(101)]
GROUPS = "0-5,6-12,13-18,19-64,65+"
OWN = "seodistrict:allocatepopulation"
TOLERANCE = 1e-6
SLIVERS = 1e-5
"""People: parts below a millionth of a cell are left out here and counted by tobler."""


def bench(bench: Bench) -> Result:
    folder = bench.scratch / "population"
    folder.mkdir(exist_ok=True)
    bench.own("population_data.py", folder)
    result = Result(
        "Allocation of people",
        "24 uneven zones with people of 101 single years of age, 10,000 cells of 100 m, 60,000 buildings with floor "
        "areas. From file to file: every age to the cells by area, as `tobler.area_interpolate` does it; five age "
        "groups to the buildings by floor area, beside a script with geopandas (zones by a point inside) and pandas. "
        "In memory: 101 ages to the buildings, in parts of people and in whole people, beside a loop over zones and "
        "ages with pandas.",
    )
    cells, buildings = by_cells(bench, folder), by_buildings(bench, folder)
    rows = []
    for title, found in (("101 ages to cells", cells), ("5 groups to buildings", buildings)):
        first = next(iter(found.values()))
        rows += [[title, name, *series.cells(), ratio(first, series)] for name, series in found.items()]
    result.tables.append(Table("From file to file", ["what", "way", *TIME_COLUMNS, "times as long"], rows))
    result.figures.append(Figure.of("101 ages to 10,000 cells, by qgis_process", cells[OWN], CELL_LIMIT))
    result.figures.append(Figure.of("5 groups to 60,000 buildings, by qgis_process", buildings[OWN], BUILDING_LIMIT))
    in_memory(bench, folder, result)
    result.notes += [totals(folder), *shares(bench, folder, cells)]
    if bench.has_peers:
        result.notes.append(compared(folder / "own_cells.gpkg", folder / "tobler.gpkg"))
    return result


def by_cells(bench: Bench, folder: Path) -> dict[str, Series]:
    given = {
        "ZONES": str(folder / "zones.gpkg"), "ZONE_FIELD": "adm_cd", "GROUPS": "each",
        "TARGETS": str(folder / "cells.gpkg"), "OUTPUT": str(folder / "own_cells.gpkg"),
    }  # fmt: skip
    ways = {OWN: lambda: bench.qgis("run", OWN, "-", given={"inputs": given})}
    if bench.has_peers:
        ways["geopandas + tobler"] = lambda: bench.peer("population.py", folder, "tobler", folder / "tobler.gpkg")
    return bench.series(ways)


def by_buildings(bench: Bench, folder: Path) -> dict[str, Series]:
    given = {
        "ZONES": str(folder / "zones.gpkg"), "ZONE_FIELD": "adm_cd", "GROUPS": GROUPS,
        "TARGETS": str(folder / "buildings.gpkg"), "WEIGHT_FIELD": "floor", "OUTPUT": str(folder / "own_b.gpkg"),
    }  # fmt: skip
    ways = {
        OWN: lambda: bench.qgis("run", OWN, "-", given={"inputs": given}),
        "the same, by a point inside": lambda: bench.qgis(
            "run", OWN, "-", given={"inputs": {**given, "SPLIT": "point"}}
        ),
    }
    if bench.has_peers:
        ways["geopandas + pandas"] = lambda: bench.peer("population.py", folder, "geopandas", folder / "peer_b.gpkg")
    return bench.series(ways)


def in_memory(bench: Bench, folder: Path, result: Result) -> None:
    parts, whole = folder / "parts.npy", folder / "whole.npy"
    ways = {
        "allocate": lambda: bench.own("population.py", folder, "parts", 3, parts),
        "allocate, whole people": lambda: bench.own("population.py", folder, "whole", 3, whole),
    }
    if bench.has_peers:
        ways["pandas in a loop"] = lambda: bench.peer("population.py", folder, "loop", parts, 3)
    found = bench.series(ways, 1)
    rows = [[name, *series.cells(), ratio(found["allocate"], series)] for name, series in found.items()]
    result.tables.append(
        Table("In memory, 101 ages to 60,000 buildings", ["way", *TIME_COLUMNS, "times as long"], rows)
    )
    result.figures.append(
        Figure.of("101 ages to 60,000 buildings, whole people", found["allocate, whole people"], KERNEL_LIMIT)
    )
    answers = {name: series.answers[0] for name, series in found.items()}
    result.notes.append(
        f"Totals of 24 x 101 zones and ages: parts differ by {answers['allocate']['gap']:.1e} of the largest, whole "
        f"people by {answers['allocate, whole people']['gap']:.0f}; a building's whole people are at most "
        f"{answers['allocate, whole people']['apart']:.2f} from its share."
    )
    if "pandas in a loop" in answers:
        gap = answers["pandas in a loop"]["difference"]
        result.notes.append(
            f"{'Equal' if gap < TOLERANCE else 'DIFFERENT'}: the loop gives the same to {gap:.1e} people."
        )


def shares(bench: Bench, folder: Path, cells: dict[str, Series]) -> list[str]:
    """Part of the people in the wrong cell of 100 m: by floor area, by area, and as tobler's result has it."""
    given = {
        "ZONES": str(folder / "zones.gpkg"), "ZONE_FIELD": "adm_cd", "TARGETS": str(folder / "buildings.gpkg"),
        "WEIGHT_FIELD": "floor", "FINER": str(folder / "cells.gpkg"), "FINER_FIELD": "known",
        "OUTPUT": str(folder / "compared.gpkg"), "RUN_RECORD": str(folder / "compared.json"),
    }  # fmt: skip
    bench.qgis("run", OWN, "-", given={"inputs": given})
    figures = json.loads((folder / "compared.json").read_text(encoding="utf-8"))["figures"]
    text = (
        f"Part of the people in the wrong cell of 100 m (made-up truth: floor area times a gamma of mean 1): "
        f"{figures['ERROR_SHARE']:.1%} by floor area, {figures['ERROR_SHARE_AREA']:.1%} by area alone"
    )
    peers = [series.answers[0] for name, series in cells.items() if "tobler" in name]
    return [text + (f", {peers[0]['error_share']:.1%} by tobler." if peers else ".")]


def totals(folder: Path) -> str:
    """The sums of the written cells and buildings beside those of the zones."""
    ages = [value[0] for value in sums(folder / "zones.gpkg", AGES)]
    cells = [value[0] for value in sums(folder / "own_cells.gpkg", WRITTEN)]
    people = sums(folder / "own_b.gpkg", ["pop"])[0][0]
    gap = max(abs(one - other) for one, other in zip(ages, cells))
    verdict = "Equal" if gap < TOLERANCE and abs(people - sum(ages)) < TOLERANCE else "DIFFERENT"
    return (
        f"{verdict}: {sum(ages):,.0f} people in the zones; the written cells differ by {gap:.1e} in any age, the "
        f"written buildings by {abs(people - sum(ages)):.1e} in all."
    )


def sums(path: Path, columns: list[str]) -> list[tuple[float]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        table = connection.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'").fetchone()[0]
        query = ", ".join(f'sum("{column}")' for column in columns)
        return [(value,) for value in connection.execute(f'SELECT {query} FROM "{table}"').fetchone()]


def compared(own: Path, other: Path) -> str:
    """The largest difference between two files of cells, over all ages."""
    mine, theirs = values(own, WRITTEN), values(other, AGES)
    if len(mine) != len(theirs) or not mine:
        raise BenchError(f"{len(mine)} cells against {len(theirs)}")
    gap = max(abs(one - two) for left, right in zip(mine, theirs) for one, two in zip(left, right))
    verdict = "Equal" if gap < SLIVERS else "DIFFERENT"
    return (
        f"{verdict}: {len(mine):,} cells x 101 ages beside tobler's of the same run differ by {gap:.1e} people at most."
    )


def values(path: Path, columns: list[str]) -> list[tuple]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        table = connection.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'").fetchone()[0]
        query = ", ".join(f'"{column}"' for column in columns)
        return connection.execute(f'SELECT {query} FROM "{table}" ORDER BY "id"').fetchall()
