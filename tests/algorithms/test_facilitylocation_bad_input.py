"""What facility location refuses and what it leaves out with a reason, through a script and a model."""

from __future__ import annotations

import numpy as np
import pytest

from tests.algorithms.conftest import PLACE, point, square
from tests.algorithms.facilities import Town, rows_of

NAME = "facilitylocation"
pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def town(make) -> Town:
    return Town(make, demands=12, sites=5)


# ---------------------------------------------------------------------------------------- before anything is read
def test_settings_that_do_not_go_together(doors, town):
    doors.refused_everywhere(NAME, "RADIUS", "mclp", **town.given(MODEL="mclp"))
    doors.refused_everywhere(NAME, "CAPACITY", **town.given(MODEL="capacitated"))
    doors.refused_everywhere(NAME, "EQUITY", "pmedian", **town.given(MODEL="pcenter", EQUITY=1.0))
    doors.refused_everywhere(NAME, "FACILITIES", "at least one", **{**town.given(), "FACILITIES": 0})
    doors.refused_everywhere(NAME, "NETWORK", **town.given(COST="network"))
    doors.refused_everywhere(NAME, "COST_TABLE", **town.given(COST="table"))
    doors.refused_everywhere(NAME, "ZONES", **town.given(MAX_PER_ZONE=1))
    doors.refused_everywhere(NAME, "CANDIDATE_COST", **town.given(BUDGET=10.0))
    doors.refused_everywhere(NAME, "no field 'rent'", **town.given(REQUIRED='"rent" > 3'))
    doors.refused_everywhere(NAME, "FORBIDDEN", **town.given(FORBIDDEN='"ID" ='))


def test_limits_of_zones_that_cross(doors, town, make):
    zones = make.layer("Polygon", [(square(0, 0, 1500.0), "동")], ("dong:string",), name="zones")
    doors.refused_everywhere(NAME, "MIN_PER_ZONE", **town.given(ZONES=zones, MIN_PER_ZONE=3, MAX_PER_ZONE=2))


def test_a_table_without_ids_names_the_layer(doors, town, make):
    bare = make.table("name,people", "a,1", name="사람들")
    sites, table = make.table("id", "x"), make.table("origin,destination,cost", "a,x,1")
    given = {"CANDIDATES": sites, "COST": "table", "COST_TABLE": table, "FACILITIES": 1}
    doors.refused_everywhere(NAME, "'사람들'", "DEMAND_ID", DEMAND=bare, **given)
    doors.refused_everywhere(NAME, "'사람들'", "CANDIDATE_ID", **{**given, "CANDIDATES": bare}, DEMAND=sites)
    assert doors.run(NAME, DEMAND=bare, DEMAND_ID="name", **given)["OBJECTIVE"] == 1


def test_a_table_has_no_places(doors, town, make):
    bare = make.table("id,people", "a,1", name="bare")
    doors.refused_everywhere(NAME, "'bare'", "no geometry", **{**town.given(), "DEMAND": bare})


# ---------------------------------------------------------------------------------------- demand
def test_more_sites_than_candidates(doors, town):
    doors.refused_in_the_run(NAME, "9 sites", "only 5 candidates", **{**town.given(), "FACILITIES": 9})


def test_nothing_within_the_cutoff(doors, town):
    doors.refused_in_the_run(NAME, "None of the 12 demand rows can be reached", **town.given(CUTOFF=0.01))
    doors.refused_in_the_run(NAME, "within the radius of 0.5", **town.given(MODEL="lscp", RADIUS=0.5))


def test_weights_below_zero_name_the_rows(doors, town):
    town.weight[[2, 5]] = -3.0, -1.5
    doors.refused_in_the_run(NAME, "2 weights below 0", "D2: -3", "D5: -1.5", **town.given())


def test_rows_without_weight_are_left_out(doors, town):
    town.weight[:3] = 0.0
    results = doors.run(NAME, **town.given(), REJECTED="memory:", ALLOCATION="memory:")
    assert [row["reason"] for row in rows_of(results["REJECTED"])] == ["the weight is 0: nobody is to be served"] * 3
    assert len(rows_of(results["ALLOCATION"])) == 9 and "3 of 12 rows left out" in doors.log
    town.weight[:] = 0.0
    doors.refused_in_the_run(NAME, "no row of the field 'people' has a weight above 0", **town.given())


def test_two_demands_at_one_place_both_count(doors, town):
    town.place[1] = town.place[0]
    town.costs[1] = town.costs[0]
    results = doors.run(NAME, **town.given(), ALLOCATION="memory:")
    rows = {row["demand_id"]: row for row in rows_of(results["ALLOCATION"])}
    assert len(rows) == 12 and rows["D0"]["cost"] == rows["D1"]["cost"]
    assert results["OBJECTIVE"] == pytest.approx(town.best(3, lambda cost: town.weight @ cost))


def test_capacity_below_demand(doors, town):
    doors.refused_in_the_run(NAME, "capacit", **town.given(MODEL="capacitated", CAPACITY=1.0))


def test_capacities_that_are_none(doors, town):
    given = town.given(MODEL="capacitated", CAPACITY_FIELD="room")
    given["CANDIDATES"] = town.candidates(**{"room:double": [90.0, -1.0, 90.0, 90.0, 90.0]})
    doors.refused_in_the_run(NAME, "capacities below 0", "S1: -1", **given)
    given["CANDIDATES"] = town.candidates(**{"room:double": [90.0, None, 90.0, 90.0, 90.0]})
    results = doors.run(NAME, **given, REJECTED="memory:")
    assert [row["reason"] for row in rows_of(results["REJECTED"])] == ["no capacity"]


def test_streets_in_parts(doors, town, make):
    """Demand on an island that no site reaches is listed; two islands need two sites."""
    x, y = PLACE
    streets = make.layer("LineString", [
        (f"LineString ({x} {y}, {x + 1000} {y})",), (f"LineString ({x} {y + 5000}, {x + 1000} {y + 5000})",)],
        name="streets")  # fmt: skip
    demand = make.layer("Point", [(point(100, 0), "a"), (point(900, 5000), "b")], ("id:string",), name="demand")
    one = make.layer("Point", [(point(300, 0), "s")], ("id:string",), name="one")
    given = {"DEMAND": demand, "COST": "network", "NETWORK": streets, "FACILITIES": 1, "ALTERNATIVE_SETS": 0}
    results = doors.run(NAME, CANDIDATES=one, UNSERVED="memory:", **given)
    assert results["OBJECTIVE"] == pytest.approx(200) and results["PROVEN"] == 1
    assert [row["demand_id"] for row in rows_of(results["UNSERVED"])] == ["b"]
    two = make.layer("Point", [(point(300, 0), "s"), (point(0, 5000), "t")], ("id:string",), name="two")
    doors.refused_in_the_run(NAME, "No allowed set of 1 open sites serves every demand", CANDIDATES=two, **given)
    assert doors.run(NAME, CANDIDATES=two, **{**given, "FACILITIES": 2})["OBJECTIVE"] == pytest.approx(1100)


# ---------------------------------------------------------------------------------------- candidates
def test_candidates_at_one_place(doors, town):
    town.spot[4] = town.spot[1]
    given = town.given(REQUIRED="\"ID\" = 'S4'")
    results = doors.run(NAME, **given, REJECTED="memory:")
    rejected = rows_of(results["REJECTED"])
    assert [row["reason"] for row in rejected] == ["another candidate lies at the same place"]
    assert "S4" in {row["site_id"] for row in rows_of(results["SITES"])}, "the one that is required stays"


def test_candidates_outside_the_district(doors, town, make):
    district = make.layer("Polygon", [(square(0, 0, 800.0),)], name="district")
    inside = (town.spot < 800).all(axis=1)
    assert 0 < inside.sum() < 5
    results = doors.run(NAME, **{**town.given(DISTRICT=district), "FACILITIES": 1}, REJECTED="memory:")
    assert len(rows_of(results["REJECTED"])) == (~inside).sum()
    assert rows_of(results["SITES"])[0]["site_id"] in np.array(town.ids)[inside]
    away = make.layer("Polygon", [(square(5000, 5000, 80.0),)], name="district")
    doors.refused_in_the_run(NAME, "None of the 5 candidates", **town.given(DISTRICT=away))


def test_one_candidate(doors, make):
    town = Town(make, demands=12, sites=1)
    results = doors.run(NAME, **{**town.given(), "FACILITIES": 1, "ALTERNATIVE_SETS": 3}, REPORT="TEMPORARY_OUTPUT")
    assert results["OBJECTIVE"] == pytest.approx(float(town.weight @ town.costs[:, 0])) and results["PROVEN"] == 1
    assert rows_of(results["SITES"])[0]["reason"].count("only it reaches") == 1


def test_a_hundred_thousand_candidates(doors, town, make):
    """Refused before costs are measured, with what can be done."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

    layer = make.layer("Point", [], ("id:integer",), name="everywhere")
    features = []
    for number in range(100_000):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(PLACE[0] + number % 1000, PLACE[1] + number // 1000)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    text = doors.refused(NAME, **{**town.given(), "CANDIDATES": layer})
    assert "100,000 candidates" in text and "50,000 are possible" in text and "filter" in text


# ---------------------------------------------------------------------------------------- cost tables
@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (("a,x,nan",), ("1 rows without a number", "a -> x")),
        (("a,x,",), ("without a number", "a -> x")),
        (("a,x,-4",), ("below 0", "a -> x")),
        (("a,x,1", "a,x,2"), ("more than once", "a -> x")),
        (("a,x,1", "q,x,2"), ("as origin", "q")),
        (("a,x,1", "a,zzz,2"), ("as destination", "zzz")),
        (("a,x,much",), ("'cost'", "'much'")),
    ],
)
def test_cost_tables_with_faults(doors, make, rows, words):
    demand, sites = make.table("id", "a", "b"), make.table("id", "x", "y")
    table = make.table("origin,destination,cost", *rows, name="costs")
    doors.refused_in_the_run(
        NAME, *words, DEMAND=demand, CANDIDATES=sites, COST="table", COST_TABLE=table, FACILITIES=1
    )


def test_a_cost_table_without_its_columns(doors, make):
    sites, table = make.table("id", "x"), make.table("from,to,metres", "x,x,1", name="costs")
    given = {"DEMAND": sites, "CANDIDATES": sites, "COST": "table", "COST_TABLE": table, "FACILITIES": 1}
    doors.refused_in_the_run(NAME, "'costs'", "'origin'", "from, to, metres", **given)
    chosen = {"ORIGIN_FIELD": "from", "DESTINATION_FIELD": "to", "COST_FIELD": "metres"}
    assert doors.run(NAME, **given, **chosen)["OBJECTIVE"] == 1


def test_ids_that_occur_twice(doors, make, town):
    sites, table = make.table("id", "x", "x"), make.table("origin,destination,cost", "a,x,1")
    demand = make.table("id", "a")
    doors.refused_in_the_run(NAME, "occur more than once (x)", DEMAND=demand, CANDIDATES=sites, COST="table",
                             COST_TABLE=table, FACILITIES=1)  # fmt: skip
    town.ids[1] = "S0"
    doors.run(NAME, **town.given())
    assert "1 ids of the field 'ID' occur more than once" in doors.log
