"""The allocation of people by tobler, by geopandas and pandas, and by a plain loop.

population.py FOLDER tobler OUTPUT      cells by area, from file to file
population.py FOLDER geopandas OUTPUT   buildings by floor area, from file to file
population.py FOLDER loop OTHER RUNS    arrays of the plugin's benchmark; OTHER is its result
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
from stopwatch import repeated

AGES = [f"p{age}" for age in range(101)]
GROUPS = {"p_0_5": (0, 6), "p_6_12": (6, 13), "p_13_18": (13, 19), "p_19_64": (19, 65), "p_65_up": (65, 101)}


def by_tobler(folder: Path, output: Path) -> dict:
    import tobler
    from tobler.area_weighted import area_interpolate

    zones = geopandas.read_file(folder / "zones.gpkg", use_arrow=True)
    cells = geopandas.read_file(folder / "cells.gpkg", use_arrow=True)
    found = area_interpolate(zones, cells, extensive_variables=AGES)
    found.insert(0, "id", cells["id"].to_numpy())
    found.to_file(output, driver="GPKG")
    total = found[AGES].sum(axis=1).to_numpy()
    share = np.abs(total - cells["known"]).sum() / 2 / cells["known"].sum()
    return {"error_share": float(share), "versions": {"tobler": tobler.__version__}}


def by_geopandas(folder: Path, output: Path) -> dict:
    zones = geopandas.read_file(folder / "zones.gpkg", use_arrow=True)
    buildings = geopandas.read_file(folder / "buildings.gpkg", use_arrow=True)
    points = buildings.set_geometry(buildings.representative_point())
    joined = geopandas.sjoin(points, zones[["adm_cd", "geometry"]], predicate="within")
    buildings["adm_cd"] = joined["adm_cd"]
    share = buildings["floor"] / buildings.groupby("adm_cd")["floor"].transform("sum")
    for name, (low, high) in GROUPS.items():
        people = zones.set_index("adm_cd")[AGES[low:high]].sum(axis=1)
        buildings[name] = share * buildings["adm_cd"].map(people)
    buildings.to_file(output, driver="GPKG")
    return {"versions": {"geopandas": geopandas.__version__}}


def by_loop(folder: Path, other: Path, runs: int) -> dict:
    data = np.load(folder / "people.npz")
    frame = pd.DataFrame({"zone": data["zone"], "floor": data["floor"].astype(float)})
    counts = data["counts"].astype(float)

    def loop() -> np.ndarray:
        people = np.zeros((len(frame), counts.shape[1]))
        for zone, own in frame[frame["zone"] >= 0].groupby("zone"):
            share = own["floor"] / own["floor"].sum()
            for age in range(counts.shape[1]):
                people[own.index, age] = share * counts[zone, age]
        return people

    found, times = repeated(loop, runs)
    return {**times, "difference": float(np.abs(found - np.load(other)).max()), "versions": {"pandas": pd.__version__}}


def main(folder: Path, way: str, file: Path, *runs: str) -> None:
    if way == "loop":
        print(json.dumps(by_loop(folder, file, int(runs[0]))))
    else:
        print(json.dumps({"tobler": by_tobler, "geopandas": by_geopandas}[way](folder, file)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), *sys.argv[4:])
