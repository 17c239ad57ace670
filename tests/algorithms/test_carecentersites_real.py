"""Care centers for the pupils of a real district along its main roads; where the real data is at hand."""

from __future__ import annotations

import numpy as np
import pytest

from tests.algorithms.facilities import rows_of

LIMIT = 15.0
SPEED = 4000 / 60  # meters per minute


@pytest.fixture
def district(make, real_data):
    """Pupils of Seo-gu's elementary schools in cells of 100 m, academies with the same place counted once, dong."""
    from qgis.core import QgsFeatureRequest, QgsVectorLayer

    def some(path: str, where: str):
        layer = QgsVectorLayer(str(real_data / path), "layer", "ogr")
        return make.moved(layer.materialize(QgsFeatureRequest().setFilterExpression(where)), "EPSG:5186")

    counts: dict[tuple[int, int], float] = {}
    for feature in some("daejeon_schools/schools.gpkg", "\"gu\" = '서구' AND \"level\" = '초'").getFeatures():
        spot = feature.geometry().asPoint()
        cell = (int(spot.x() // 100), int(spot.y() // 100))
        counts[cell] = counts.get(cell, 0.0) + float(feature["students"])
    rows = [(f"Point ({100 * x + 50} {100 * y + 50})", f"{x}-{y}", n) for (x, y), n in sorted(counts.items()) if n > 0]
    return {
        "DEMAND": make.layer("Point", rows, ("id:string", "pupils:double"), name="cells"),
        "CANDIDATES": some("seogu_stores/stores.gpkg", "\"industry\" = '입시·교과학원'"),
        "CANDIDATE_ID": "store_id",
        "STREETS": str(real_data / "daejeon_roads" / "roads.gpkg") + "|layername=edges",
        "ZONES": str(real_data / "daejeon_boundaries" / "seogu_dong_2026.geojson"),
        "WALK_MINUTES": LIMIT,
        "FARTHEST": 1500,
    }  # fmt: skip


def test_the_best_one_to_ten_sites_of_a_real_district_are_proven(doors, district, tmp_path) -> None:
    report = tmp_path / "report.html"
    results = doors.run("carecentersites", **district, FACILITIES=5, CURVE_TO=10, ALTERNATIVE_SETS=1, SITES="memory:",
                        CURVE="memory:", ZONES_OUT="memory:", SCORE="memory:", REPORT=str(report))  # fmt: skip
    curve = rows_of(results["CURVE"])
    assert [row["facilities"] for row in curve] == list(range(1, 11))
    assert all(row["proven"] == 1 and row["gap"] == 0 for row in curve)
    reached = np.array([row["objective"] for row in curve])
    assert (np.diff(reached) > 0).all(), "one center more reaches more pupils"
    assert reached[4] == pytest.approx(results["OBJECTIVE"]) and results["COVERED_BEFORE"] == 0
    assert results["COVERED_AFTER"] == pytest.approx(results["OBJECTIVE"])
    pupils = sum(feature["pupils"] for feature in district["DEMAND"].getFeatures())
    zones = rows_of(results["ZONES_OUT"])
    assert results["PEOPLE"] == pupils
    assert sum(row["people"] for row in zones) == pytest.approx(pupils, rel=0.02), "some stand on a generalized border"
    assert sum(row["gained"] for row in zones) == pytest.approx(results["COVERED_AFTER"], rel=0.02)
    assert all(row["after"] >= row["before"] == 0 for row in zones if row["people"] > 0)
    best = max(row["reached"] for row in rows_of(results["SCORE"]))
    assert best == pytest.approx(reached[0]), "the best single site is the best score"
    assert "돌봄" in report.read_text(encoding="utf-8") or "Who gains" in report.read_text(encoding="utf-8")


def test_arterials_are_not_crossed(doors, district) -> None:
    """With all main roads of the higher classes closed to crossing, walks are no shorter than the straight line."""
    few = {**district, "FACILITIES": 3, "CURVE_TO": 0, "ALTERNATIVE_SETS": 0}
    parted = doors.run("carecentersites", **few, TRUNK="\"highway\" IN ('trunk', 'primary')", ALLOCATION="memory:")
    assert parted["PROVEN"] == 1 and 0 < parted["COVERED_AFTER"] < parted["PEOPLE"]
    lines = list(parted["ALLOCATION"].getFeatures())
    assert lines and all(line["cost"] >= line.geometry().length() / SPEED - 0.01 for line in lines)
    assert all(line["cost"] <= LIMIT for line in lines)
