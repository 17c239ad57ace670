"""A quarter of a million addresses located by the plugin's kernel, arrays in memory.

addresses.py FOLDER BUILDINGS ADDRESSES WAY; WAY is kernel, merge (pandas.merge on the raw text), or difflib (nearest
text of the same district, a sample). FOLDER keeps the made-up town from one way to the next.
"""

from __future__ import annotations

import difflib
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import towns
from stopwatch import repeated

from seo_district_plugin.analysis.records.addresses import LEVELS, AddressIndex, AddressTable

SAMPLE = 40
"""Addresses for difflib, which compares each with all texts of the reference."""


def main(folder: Path, buildings: int, count: int, way: str) -> None:
    town, written = data(folder, buildings, count)
    if way == "kernel":
        found, times = repeated(lambda: located(town, written), 1)
        answer = {**times, **judged(town, written, found)}
    else:
        rows = np.arange(count) if way == "merge" else np.random.default_rng(9).choice(count, min(SAMPLE, count), False)
        call = by_merge if way == "merge" else by_difflib
        reference, times = repeated(lambda: call(town, written, rows), 1)
        matched = reference >= 0
        right = same_place(town, reference, written.truth[rows]) & matched
        answer = {**times, "rows": len(rows), "matched": share(matched), "right": share(right[matched])}
    print(json.dumps(answer))


def data(folder: Path, buildings: int, count: int) -> tuple[towns.Town, towns.Written]:
    """The town and its addresses, made once (plain text and numbers only)."""
    path = folder / f"town_{buildings}_{count}.npz"
    if not path.exists():
        town, written = towns.make_town(buildings), towns.write_addresses(towns.make_town(buildings), count)
        columns = {f"town_{name}": values for name, values in vars(town).items()}
        columns |= {f"written_{name}": values for name, values in vars(written).items()}
        kept = {name: values.astype(str) if values.dtype == object else values for name, values in columns.items()}
        for name in ("written_road", "written_lot"):
            kept[name] = np.array(["" if text is None else text for text in columns[name]])
        np.savez(path, **kept)
    with np.load(path) as file:
        columns = {name: file[name].astype(object) if file[name].dtype.kind == "U" else file[name] for name in file}
    for name in ("written_road", "written_lot"):
        columns[name] = np.where(columns[name] == "", None, columns[name])
    parts = {kind: {name.removeprefix(kind): values for name, values in columns.items() if name.startswith(kind)}
             for kind in ("town_", "written_")}  # fmt: skip
    return towns.Town(**parts["town_"]), towns.Written(**parts["written_"])


def located(town: towns.Town, written: towns.Written):
    index = AddressIndex.build(AddressTable.of(town.columns(), town.xy))
    asked = AddressTable.of({"road_address": written.road, "lot_address": written.lot})
    found = index.locate(asked, lowest="zone")
    found.texts = found.matched  # the addresses that are written beside the points
    return found


def judged(town: towns.Town, written: towns.Written, found) -> dict:
    """Shares by level, and how many of the matched are right: the true building, or the true street or dong."""
    truth, reference, level = written.truth, found.reference, found.level
    right = (level > 0) & (level <= 2) & same_place(town, reference, truth)
    here = town.district[reference] == town.district[truth]
    right |= (level == 3) & here & (town.road[reference] == town.road[truth])
    right |= (level == 4) & here & (town.dong[reference] == town.dong[truth])
    matched, fine = level > 0, (level > 0) & (level <= 2)
    unseen = np.isin(written.kind, ["renumbered", "wrong_digit"])  # they name another house, which may exist
    return {
        "rows": len(truth), "matched": share(matched), "right": share(right[matched]), "right_fine": share(right[fine]),
        "right_seen": share(right[matched & ~unseen]),
        "levels": {LEVELS[code] or "unmatched": share(level == code) for code in range(5)},
        "right_levels": {LEVELS[code]: share(right[level == code]) for code in range(1, 5)},
    }  # fmt: skip


def same_place(town: towns.Town, reference: np.ndarray, truth: np.ndarray) -> np.ndarray:
    return np.hypot(*(town.xy[np.maximum(reference, 0)] - town.xy[truth]).T) < 1.0


def by_merge(town: towns.Town, written: towns.Written, rows: np.ndarray) -> np.ndarray:
    """pandas.merge on the texts as they stand, cut at the first comma and bracket; road, then lot."""
    found = np.full(len(rows), -1)
    for texts, own in ((written.road, town.road_address), (written.lot, town.lot_address)):
        known = pd.DataFrame({"text": [own(row) for row in range(len(town))], "row": np.arange(len(town))})
        asked = pd.Series(texts[rows]).fillna("").str.split(r"[,(]", regex=True).str[0].str.strip()
        merged = asked.rename("text").to_frame().merge(known.drop_duplicates("text"), on="text", how="left")
        found = np.where(found < 0, merged["row"].fillna(-1).to_numpy().astype(int), found)
    return found


def by_difflib(town: towns.Town, written: towns.Written, rows: np.ndarray) -> np.ndarray:
    """difflib.get_close_matches on all texts of the reference, as often seen in scripts."""
    known = [town.road_address(row) for row in range(len(town))]
    position = {text: row for row, text in enumerate(known)}
    found = np.full(len(rows), -1)
    for at, row in enumerate(rows):
        text = (written.road[row] or written.lot[row] or "").split(",")[0].split("(")[0].strip()
        near = difflib.get_close_matches(text, known, n=1, cutoff=0.85) if text else []
        found[at] = position[near[0]] if near else -1
    return found


def share(mask: np.ndarray) -> float | None:
    return float(mask.mean()) if len(mask) else None


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
