"""Published values of San Francisco, and Seo-gu along its main roads; where the real data is at hand."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from tests.algorithms.facilities import rows_of

NAME = "facilitylocation"


@pytest.fixture
def francisco(doors, real_data):
    """Run with the tracts, stores and network distances, read by plain path: every column is text."""
    folder = real_data / "sf_stores"
    given = {
        "DEMAND": str(folder / "demand_tracts.csv"), "DEMAND_ID": "NAME",
        "CANDIDATES": str(folder / "candidate_stores.csv"), "CANDIDATE_ID": "NAME",
        "COST": "table", "COST_TABLE": str(folder / "network_distance.csv"), "ORIGIN_FIELD": "DestinationName",
        "DESTINATION_FIELD": "name", "COST_FIELD": "distance", "FACILITIES": 4, "RADIUS": 5000, "ALTERNATIVE_SETS": 0,
    }  # fmt: skip

    def run(**more):
        results = doors.run(NAME, **given, **more)
        return results, {row["site_id"] for row in rows_of(results["SITES"])}

    return run


def published(real_data, model: str) -> tuple[float, set[str]]:
    with (real_data / "sf_stores" / "reference_solutions.csv").open(encoding="utf-8") as file:
        row = next(row for row in csv.DictReader(file) if row["model"] == model)
    return float(row["objective"]), set(row["stores"].split())


@pytest.mark.parametrize(("model", "name"), [("pmedian", "p-median"), ("mclp", "MCLP"), ("pcenter", "p-center")])
def test_published_values_of_san_francisco(francisco, real_data, model, name):
    value, stores = published(real_data, name)
    results, chosen = francisco(MODEL=model, DEMAND_WEIGHT="POP2000")
    assert results["OBJECTIVE"] == pytest.approx(value, rel=1e-6 if model != "pcenter" else 1e-8)
    assert results["PROVEN"] == 1 and chosen == stores


@pytest.mark.parametrize(("model", "fewest"), [("lscp", 8), ("lscpb", 8)])
def test_covering_san_francisco(francisco, model, fewest):
    results, chosen = francisco(MODEL=model)
    assert results["OBJECTIVE"] == len(chosen) == fewest and results["PROVEN"] == 1


def cells_of(schools, make):
    """Pupils of Seo-gu's schools in cells of 100 m, as points with their number."""
    counts: dict[tuple[int, int], float] = {}
    for feature in schools.getFeatures():
        spot = feature.geometry().asPoint()
        cell = (int(spot.x() // 100), int(spot.y() // 100))
        counts[cell] = counts.get(cell, 0.0) + float(feature["students"])
    rows = [
        (f"Point ({100 * x + 50} {100 * y + 50})", f"{x}-{y}", pupils)
        for (x, y), pupils in sorted(counts.items()) if pupils > 0
    ]  # fmt: skip
    return make.layer("Point", rows, ("id:string", "pupils:double"), name="pupil cells")


def test_pupils_of_a_real_district(doors, make, real_data, tmp_path):
    """Best academies as after-school sites along the main roads of Seo-gu, with proof, by dong."""
    from qgis.core import QgsFeatureRequest, QgsVectorLayer

    schools = QgsVectorLayer(str(real_data / "daejeon_schools" / "schools.gpkg"), "schools", "ogr")
    schools = schools.materialize(QgsFeatureRequest().setFilterExpression("\"gu\" = '서구' AND \"level\" = '초'"))
    demand = cells_of(make.moved(schools, "EPSG:5186"), make)
    stores = QgsVectorLayer(str(real_data / "seogu_stores" / "stores.gpkg"), "stores", "ogr")
    academies = stores.materialize(
        QgsFeatureRequest().setFilterExpression("\"industry\" = '입시·교과학원'").setLimit(250)
    )
    given = {
        "DEMAND": demand, "DEMAND_WEIGHT": "pupils", "CANDIDATES": academies, "CANDIDATE_ID": "store_id",
        "COST": "network", "NETWORK": str(real_data / "daejeon_roads" / "roads.gpkg") + "|layername=edges",
        "ZONES": str(real_data / "daejeon_boundaries" / "seogu_dong_2026.geojson"), "FACILITIES": 5,
        "CURVE_TO": 6, "ALTERNATIVE_SETS": 1, "RULE_PRICES": "memory:",
    }  # fmt: skip
    results = doors.run(NAME, **given, CURVE="memory:", REPORT=str(tmp_path / "report.html"), REJECTED="memory:")
    assert results["PROVEN"] == 1 and results["UNSERVED_ROWS"] == 0
    assert results["SERVED_WEIGHT"] == sum(feature["pupils"] for feature in demand.getFeatures())
    curve = [row["objective"] for row in rows_of(results["CURVE"])]
    assert curve[4] == pytest.approx(results["OBJECTIVE"]) and (np.diff(curve) < 0).all()
    sites = rows_of(results["SITES"])
    assert len({row["zone"] for row in sites}) >= 3 and all(row["place"].startswith(row["zone"]) for row in sites)
    assert "By zone" in (tmp_path / "report.html").read_text(encoding="utf-8")
