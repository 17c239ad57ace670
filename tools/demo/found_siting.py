"""The best sites against the optimum that is known by construction."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

from .model import Found
from .reading import HOME, table, truth

if TYPE_CHECKING:
    from .folder import Folder

PROBLEM = "p-median"
SITES = 6
"""Clusters of the planted problem, each with its best site."""


def points(folder: Path) -> None:
    """The planted demand and candidates as layers, as a clerk would make them of two lists."""
    for name in ("demand", "candidates"):
        with (_truth(folder) / f"siting_{name}.csv").open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
        features = [
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [float(row["x"]), float(row["y"])]},
             "properties": _properties(row, name)}
            for row in rows
        ]  # fmt: skip
        crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{HOME}"}}
        whole = {"type": "FeatureCollection", "crs": crs, "features": features}
        (folder / f"{name}.geojson").write_text(json.dumps(whole), encoding="utf-8")


def _truth(folder: Path) -> Path:
    return folder.parents[1] / "rich" / "truth"


def _properties(row: dict[str, str], name: str) -> dict[str, object]:
    """What the problem says; which site is the best is not in it."""
    if name == "demand":
        return {"id": int(row["point"]), "people": float(row["weight"])}
    return {"id": int(row["site"])}


def optimum(folder: Folder) -> list[Found]:
    """Objective, proof and sites beside those that were planted."""
    results = folder.results("siting")
    planted = truth(folder.path, "siting_optimum").set_index("problem").loc[PROBLEM]
    best = set(str(planted["sites"]).split())
    chosen = set(table(folder.path / "results" / "siting" / "sites.gpkg", columns="site_id")["site_id"])
    value, true_value = float(results["OBJECTIVE"]), float(planted["objective"])
    return [
        Found("siting_cost", {"en": "Total way of everybody to the best six sites",
                              "ko": "모든 사람이 최적의 시설 6곳까지 가는 거리의 합"}, value, true_value,
              {"en": "A problem whose optimum is known by construction; the two must agree.",
               "ko": "최적값을 미리 알고 만든 문제이므로 두 값이 같아야 합니다."}, "meters",
              abs(value - true_value) <= 1e-3 * true_value),
        Found("siting_sites", {"en": "Best sites that were found", "ko": "찾아낸 최적 시설"}, len(best & chosen),
              len(best), {"en": "They are the only optimum.", "ko": "이 조합만이 최적입니다."}, "count",
              best == chosen),
        Found("siting_proven", {"en": "The optimum is proven (1 = yes)", "ko": "최적임을 증명(1 = 예)"},
              int(results["PROVEN"]), 1, {"en": "The tool says so without knowing the planted answer.",
                                          "ko": "도구는 정답을 모르는 상태에서 증명합니다."}, "count",
              results["PROVEN"] == 1),
    ]  # fmt: skip
