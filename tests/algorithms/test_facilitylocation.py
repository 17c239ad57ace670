"""Facility location through the algorithm: every model against all subsets, rules, outputs, cost tables, proof."""

from __future__ import annotations

import csv
import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from tests.algorithms.conftest import PLACE, point
from tests.algorithms.facilities import Town, rows_of

NAME = "facilitylocation"
RADIUS = 450.0
ALL = ("ALLOCATION", "UNSERVED", "CURVE", "ALTERNATIVES", "RULE_PRICES")


@pytest.fixture
def town(make) -> Town:
    return Town(make)


@pytest.fixture
def solve(doors):
    """Run it; returns the results and the rows of its layers by name."""

    def _solve(**parameters):
        results = doors.run(NAME, **dict.fromkeys(ALL, "memory:"), **parameters)
        return results, {name: rows_of(results[name]) for name in ("SITES", *ALL) if name in results}

    return _solve


# ---------------------------------------------------------------------------------------------------- models
def test_p_median(solve, town):
    results, rows = solve(**town.given())
    best = town.best(3, lambda cost: town.weight @ cost)
    assert results["OBJECTIVE"] == pytest.approx(best, rel=1e-9)
    assert results["PROVEN"] == 1 and results["GAP"] <= 1e-9 and results["BOUND"] <= best + 1e-6
    chosen = [town.ids.index(row["site_id"]) for row in rows["SITES"]]
    assert town.weight @ town.costs[:, chosen].min(axis=1) == pytest.approx(best)
    assert results["MEAN_COST"] == pytest.approx(best / town.weight.sum())


def test_p_center(solve, town):
    results, rows = solve(**town.given(MODEL="pcenter"))
    best = town.best(3, lambda cost: cost.max())
    assert results["OBJECTIVE"] == results["LARGEST_COST"] == pytest.approx(best)
    chosen = [town.ids.index(row["site_id"]) for row in rows["SITES"]]
    mean = min(
        town.weight @ town.costs[:, list(s)].min(axis=1)
        for s in combinations(range(8), 3)
        if town.costs[:, list(s)].min(axis=1).max() <= best + 1e-9
    )
    assert town.weight @ town.costs[:, chosen].min(axis=1) == pytest.approx(mean)


def test_mclp(solve, town):
    results, rows = solve(**town.given(MODEL="mclp", RADIUS=RADIUS))
    best = town.best(3, lambda cost: town.weight[cost <= RADIUS].sum(), largest=True)
    assert results["OBJECTIVE"] == results["SERVED_WEIGHT"] == best
    assert results["BOUND"] >= best and results["PROVEN"] == 1
    assert results["UNSERVED_ROWS"] == len(rows["UNSERVED"]) == 40 - len(rows["ALLOCATION"])
    assert max(row["cost"] for row in rows["ALLOCATION"]) <= RADIUS


@pytest.mark.parametrize("model", ["lscp", "lscpb"])
def test_covering_everybody_who_can_be(solve, town, model):
    results, rows = solve(**town.given(MODEL=model, RADIUS=RADIUS))
    coverable = (town.costs <= RADIUS).any(axis=1)
    fewest = next(
        p for p in range(1, 9)
        if any((town.costs[coverable][:, list(s)].min(axis=1) <= RADIUS).all() for s in combinations(range(8), p))
    )  # fmt: skip
    assert results["OBJECTIVE"] == results["OPEN_SITES"] == fewest and results["PROVEN"] == 1
    assert results["UNSERVED_ROWS"] == (~coverable).sum() > 0
    assert {row["reason"] for row in rows["UNSERVED"]} == {"no allowed site lies within the radius"}
    chosen = [town.ids.index(row["site_id"]) for row in rows["SITES"]]
    if model == "lscpb":
        twice = [
            town.weight[coverable] @ ((town.costs[coverable][:, list(s)] <= RADIUS).sum(axis=1) >= 2)
            for s in combinations(range(8), fewest)
            if (town.costs[coverable][:, list(s)].min(axis=1) <= RADIUS).all()
        ]
        assert town.weight[coverable] @ ((town.costs[coverable][:, chosen] <= RADIUS).sum(axis=1) >= 2) == max(twice)


def test_dispersion(solve, town):
    results, _ = solve(**town.given(MODEL="dispersion"))
    apart = np.hypot(*(town.spot[:, None] - town.spot[None]).transpose(2, 0, 1))
    best = max(min(apart[a, b] for a, b in combinations(s, 2)) for s in combinations(range(8), 3))
    assert results["OBJECTIVE"] == pytest.approx(best) and results["BOUND"] >= best - 1e-9


@pytest.mark.parametrize("split", [False, True])
def test_capacities(solve, town, split):
    room = (40.0 + 10 * np.arange(8)).tolist()
    given = town.given(MODEL="capacitated", CAPACITY_FIELD="room", SPLIT=split, FACILITIES=4)
    given["CANDIDATES"] = town.candidates(**{"room:double": room})
    results, rows = solve(**given)
    for row in rows["SITES"]:
        assert row["load"] <= room[town.ids.index(row["site_id"])] + 1e-6
    share: dict[str, float] = {}
    for row in rows["ALLOCATION"]:
        share[row["demand_id"]] = share.get(row["demand_id"], 0.0) + row["share"]
    assert set(share) == {f"D{row}" for row in range(40)} and all(abs(part - 1) < 1e-6 for part in share.values())
    spent = sum(row["weight"] * row["share"] * row["cost"] for row in rows["ALLOCATION"])
    assert (
        results["OBJECTIVE"] == pytest.approx(spent) and spent >= town.best(4, lambda cost: town.weight @ cost) - 1e-6
    )
    if not split:
        assert all(row["share"] == 1 for row in rows["ALLOCATION"])


def test_equity_trades_the_mean_for_the_worst(solve, town):
    plain, _ = solve(**town.given())
    even, _ = solve(**town.given(EQUITY=2.0))
    assert even["MEAN_COST"] >= plain["MEAN_COST"] - 1e-9
    assert even["WORST_TENTH"] <= plain["WORST_TENTH"] + 1e-9
    assert even["MEAN_COST"] <= even["OBJECTIVE"] <= even["LARGEST_COST"] and even["PROVEN"] == 1


# ---------------------------------------------------------------------------------------------------- existing
def existing(make, *spots):
    rows = [(point(*xy), number + 1) for number, xy in enumerate(spots)]
    return make.layer("Point", rows, ("id:integer",), name="standing")


@pytest.mark.parametrize("mode", ["keep", "closable", "ignore"])
def test_existing_sites(solve, town, make, mode):
    spots = np.array([[10.0, 10.0], [700.0, 750.0]])
    away = np.hypot(*(town.place[:, None] - spots[None]).transpose(2, 0, 1))
    results, rows = solve(
        **town.given(EXISTING=existing(make, *spots), EXISTING_MODE=mode, CLOSE_LIMIT=1, FACILITIES=2)
    )
    every = np.hstack([town.costs, away])
    if mode == "ignore":
        sets = [list(s) for s in combinations(range(8), 2)]
    elif mode == "keep":
        sets = [[*s, 8, 9] for s in combinations(range(8), 2)]
    else:
        sets = [[*s, 8, 9] for s in combinations(range(8), 2)]
        sets += [[*s, stays] for s in combinations(range(8), 3) for stays in (8, 9)]
    best = min(float(town.weight @ every[:, s].min(axis=1)) for s in sets)
    assert results["OBJECTIVE"] == pytest.approx(best)
    roles = [row["role"] for row in rows["SITES"]]
    if mode == "keep":
        assert roles == ["new", "new", "existing", "existing"]
        assert {row["site_id"] for row in rows["SITES"] if row["role"] == "existing"} == {"1", "2"}
    if mode == "closable":
        assert roles == ["new", "new", "new", "existing", "closed"] and results["NEW_SITES"] == 3
        (gone,) = [row for row in rows["SITES"] if row["role"] == "closed"]
        assert gone["load"] == 0 and gone["rank"] is None and "better" in gone["reason"]
    if mode == "ignore":
        assert roles == ["new", "new"]


# ---------------------------------------------------------------------------------------------------- rules
def test_required_forbidden_zones_and_budget(solve, town, make):
    from tests.algorithms.conftest import square

    zones = make.layer(
        "Polygon", [(square(0, 0, 750.0), "남서"), (square(750, 0, 750.0), "남동")], ("dong:string",), name="zones"
    )
    rent = (5.0 + np.arange(8) % 3).tolist()
    given = town.given(
        REQUIRED="\"ID\" = 'S2'", FORBIDDEN="\"ID\" = 'S5'", ZONES=zones, MIN_PER_ZONE=1, MAX_PER_ZONE=1,
        CANDIDATE_COST="rent", BUDGET=19,
    )  # fmt: skip
    given["CANDIDATES"] = town.candidates(**{"rent:double": rent})
    zone = np.where(town.spot[:, 1] < 750, np.where(town.spot[:, 0] < 750, 0, 1), -1)

    def allowed(chosen, rules=("required", "forbidden", "low", "high", "budget")) -> bool:
        counts = [sum(zone[j] == z for j in chosen) for z in (0, 1)]
        return not (
            ("required" in rules and 2 not in chosen) or ("forbidden" in rules and 5 in chosen)
            or ("low" in rules and min(counts) < 1) or ("high" in rules and max(counts) > 1)
            or ("budget" in rules and sum(rent[j] for j in chosen) > 19)
        )  # fmt: skip

    def best(rules) -> float:
        return min(
            float(town.weight @ town.costs[:, list(s)].min(axis=1))
            for s in combinations(range(8), 3)
            if allowed(s, rules)
        )

    results, rows = solve(**given)
    every = ("required", "forbidden", "low", "high", "budget")
    assert results["OBJECTIVE"] == pytest.approx(best(every))
    assert sum(row["open_cost"] for row in rows["SITES"]) <= 19
    assert {row["zone"] for row in rows["SITES"]} <= {"남서", "남동", None}
    prices = {row["rule"]: row["price"] for row in rows["RULE_PRICES"]}
    for word, without in (("budget", "budget"), ("sites that must be opened", "required"),
                          ("sites that may not be opened", "forbidden")):  # fmt: skip
        expected = results["OBJECTIVE"] - best([rule for rule in every if rule != without])
        assert prices[word] == pytest.approx(expected, abs=1e-6)


def test_what_cannot_be_together_is_named(doors, town, make):
    from tests.algorithms.conftest import square

    both = {"REQUIRED": "\"ID\" = 'S2'", "FORBIDDEN": "\"ID\" IN ('S2', 'S3')"}
    doors.refused_in_the_run(NAME, "S2 is both required and forbidden", **town.given(**both))
    doors.refused_in_the_run(NAME, "8 candidates are required", "only 3", **town.given(REQUIRED="true"))
    empty = make.layer("Polygon", [(square(9000, 9000, 50), "빈 동")], ("dong:string",), name="zones")
    doors.refused_in_the_run(NAME, "'빈 동'", "at least 1", **town.given(ZONES=empty, MIN_PER_ZONE=1))
    given = town.given(CANDIDATE_COST="rent", BUDGET=5)
    given["CANDIDATES"] = town.candidates(**{"rent:double": [3.0] * 8})
    doors.refused_in_the_run(NAME, "budget of 5", "costs 9", **given)


# ---------------------------------------------------------------------------------------------------- outputs
def test_allocation_lines_and_figures_of_sites(solve, town):
    results, rows = solve(**town.given())
    chosen = {row["site_id"]: row for row in rows["SITES"]}
    lines = list(results["ALLOCATION"].getFeatures())
    assert results["ALLOCATION"].geometryType().name == "Line" and len(lines) == 40
    for feature in lines:
        row, column = int(feature["demand_id"][1:]), town.ids.index(feature["site_id"])
        assert feature["cost"] == pytest.approx(town.costs[row].take([town.ids.index(s) for s in chosen]).min())
        assert feature.geometry().length() == pytest.approx(town.costs[row, column])
        first = feature.geometry().asPolyline()[0]
        assert (first.x() - PLACE[0], first.y() - PLACE[1]) == pytest.approx(tuple(town.place[row]))
    for site, row in chosen.items():
        mine = [line for line in rows["ALLOCATION"] if line["site_id"] == site]
        load = sum(line["weight"] for line in mine)
        assert row["load"] == load and row["max_cost"] == max(line["cost"] for line in mine)
        assert row["mean_cost"] == pytest.approx(sum(line["weight"] * line["cost"] for line in mine) / load)
        assert row["place"].startswith("후보") and f"{load:.0f}" in row["reason"]
    assert [row["rank"] for row in rows["SITES"]] == [1, 2, 3]


def test_curve_and_alternatives(solve, town):
    _, rows = solve(**{**town.given(CURVE_TO=5), "ALTERNATIVE_SETS": 2})
    assert [row["facilities"] for row in rows["CURVE"]] == [1, 2, 3, 4, 5]
    for row in rows["CURVE"]:
        assert row["objective"] == pytest.approx(town.best(row["facilities"], lambda cost: town.weight @ cost))
        assert row["proven"] == 1
    every = sorted(town.weight @ town.costs[:, list(s)].min(axis=1) for s in combinations(range(8), 3))
    assert [row["objective"] for row in rows["ALTERNATIVES"]] == pytest.approx(every[1:3])
    assert rows["ALTERNATIVES"][0]["loss"] == pytest.approx(every[1] - every[0])


def test_why_not_here(doors, town, make):
    best = min(combinations(range(8), 3), key=lambda s: town.weight @ town.costs[:, list(s)].min(axis=1))
    other = next(site for site in range(8) if site not in best)
    spots = [town.spot[other], town.spot[best[0]], town.spot[other] + [0, 3000.0]]
    places = make.layer(
        "Point", [(point(*xy), f"물음 {i}") for i, xy in enumerate(spots)], ("name:string",), name="asked"
    )
    results = doors.run(NAME, **town.given(PLACES=places), PLACES_OUT="memory:")
    rows = rows_of(results["PLACES_OUT"])
    with_it = min(
        town.weight @ town.costs[:, list(s)].min(axis=1) for s in combinations(range(8), 3) if other in s
    )  # fmt: skip
    assert rows[0]["site_id"] == f"S{other}" and rows[0]["loss"] == pytest.approx(with_it - results["OBJECTIVE"])
    assert "worse by" in rows[0]["answer"] and rows[0]["distance"] == pytest.approx(0, abs=1e-6)
    assert "Chosen: rank" in rows[1]["answer"] and rows[1]["loss"] is None
    assert "No candidate lies here" in rows[2]["answer"] and rows[2]["name"] == "물음 2"


def test_report_tells_the_proof_and_the_record_the_figures(doors, town, tmp_path):
    report, record = tmp_path / "report.html", tmp_path / "run.json"
    results = doors.run(NAME, **{**town.given(), "ALTERNATIVE_SETS": 1}, REPORT=str(report), RUN_RECORD=str(record))
    text = report.read_text(encoding="utf-8")
    for part in ("Proven: no other set of 3 new sites", "How many sites?", "The next best sets", "Hakimi",
                 "The sites, and why", "Seconds for the solver"):  # fmt: skip
        assert part in text, part
    figures = json.loads(record.read_text(encoding="utf-8"))["figures"]
    assert figures["OBJECTIVE"] == results["OBJECTIVE"] and figures["PROVEN"] == 1
    assert "costs" in results["TIMES"] and "solver" in results["TIMES"]


def test_in_korean(doors, town, in_korean):
    results = doors.run(NAME, **town.given())
    assert results["SITES"].attributeAlias(results["SITES"].fields().lookupField("load")) == "맡는 가중치"
    assert rows_of(results["SITES"])[0]["role"] == "new", "what is compared by programs stays"


# ---------------------------------------------------------------------------------------------------- streets
def test_along_streets(solve, town, make):
    """A grid of streets 250 m apart: ways are not straight, and what lies on no street is joined to the nearest."""
    rows = [(f"LineString ({PLACE[0]} {PLACE[1] + y}, {PLACE[0] + 1500} {PLACE[1] + y})",) for y in range(0, 1501, 250)]
    rows += [
        (f"LineString ({PLACE[0] + x} {PLACE[1]}, {PLACE[0] + x} {PLACE[1] + 1500})",) for x in range(0, 1501, 250)
    ]
    streets = make.layer("LineString", rows, name="streets")
    results, rows = solve(**town.given(COST="network", NETWORK=streets))
    straight, _ = solve(**town.given())
    assert results["PROVEN"] == 1 and results["OBJECTIVE"] > straight["OBJECTIVE"]
    for line in rows["ALLOCATION"]:
        row, column = int(line["demand_id"][1:]), town.ids.index(line["site_id"])
        apart = np.abs(town.place[row] - town.spot[column]).sum()
        assert town.costs[row, column] - 1e-6 <= line["cost"] <= apart + 4 * 250
    near, _ = solve(**town.given(COST="network", NETWORK=streets, FARTHEST=60.0))
    assert near["UNSERVED_ROWS"] > 0


# ---------------------------------------------------------------------------------------------------- cost tables
def written(path: Path, head: list[str], rows: list[list]) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)
    return str(path)


@pytest.mark.parametrize("typed", [False, True])
def test_ids_meet_whatever_type_they_are_read_as(doors, town, tmp_path, typed):
    """Integers in one file, text with .0 and blanks in the other; by plain path every column is text."""
    demand = written(tmp_path / "demand.csv", ["ID", "people"], [[7, 2], [8, 1]])
    sites = written(tmp_path / "sites.csv", ["Id", "name"], [[1, "가"], [2, "나"]])
    table = written(tmp_path / "costs.csv", ["Origin", "DESTINATION", "cost"],
                    [["7.0", " 1", 5], ["7", "2", 1], ["8", "1.0", 4], [" 8 ", "2", 3]])  # fmt: skip
    if typed:
        demand, sites, table = (
            f"delimitedtext://file://{path}?type=csv&detectTypes=yes" for path in (demand, sites, table)
        )
    results = doors.run(NAME, DEMAND=demand, DEMAND_WEIGHT="people", CANDIDATES=sites, COST="table", COST_TABLE=table,
                        FACILITIES=1, ALLOCATION="memory:")  # fmt: skip
    assert results["OBJECTIVE"] == 2 * 1 + 3 and results["PROVEN"] == 1
    assert [row["site_id"] for row in rows_of(results["SITES"])] == ["2"]
    assert {row["demand_id"] for row in rows_of(results["ALLOCATION"])} == {"7", "8"}
    assert results["ALLOCATION"].geometryType().name == "Null"


def test_a_missing_pair_cannot_be_served(doors, make):
    sites, demand = make.table("id,name", "x,가", "y,나"), make.table("id,people", "a,1", "b,1", "c,1", "far,5")
    table = make.table("origin,destination,cost", "a,x,1", "b,x,2", "b,y,9", "c,y,3")
    results = doors.run(NAME, DEMAND=demand, CANDIDATES=sites, COST="table", COST_TABLE=table, FACILITIES=2,
                        UNSERVED="memory:")  # fmt: skip
    assert results["OBJECTIVE"] == 6
    assert [(row["demand_id"], row["reason"]) for row in rows_of(results["UNSERVED"])] == [
        ("far", "no allowed site can be reached")
    ]


def test_existing_sites_in_a_cost_table(doors, make):
    demand, sites, standing = make.table("id", "a", "b"), make.table("id", "x", "old"), make.table("id", "old")
    table = make.table("origin,destination,cost", "a,x,1", "b,x,8", "a,old,9", "b,old,2")
    given = {"DEMAND": demand, "CANDIDATES": sites, "EXISTING": standing, "COST": "table", "COST_TABLE": table}
    results = doors.run(NAME, **given, FACILITIES=1, REJECTED="memory:")
    assert results["OBJECTIVE"] == 3 and results["OPEN_SITES"] == 2
    assert [row["reason"] for row in rows_of(results["REJECTED"])] == [
        "it stands already: an existing site has the same id"
    ]
    alone = doors.run(NAME, **given, FACILITIES=1, EXISTING_MODE="ignore")
    assert alone["OBJECTIVE"] == 9 and alone["OPEN_SITES"] == 1


def test_dispersion_by_a_table_of_the_sites(doors, make):
    sites = make.table("id", "a", "b", "c")
    table = make.table("origin,destination,cost", "a,b,1", "a,c,5", "b,c,3", "a,a,0", "b,b,0", "c,c,0")
    given = {"CANDIDATES": sites, "COST": "table", "COST_TABLE": table, "MODEL": "dispersion", "FACILITIES": 2}
    assert doors.run(NAME, DEMAND=sites, **given)["OBJECTIVE"] == 5
    other = make.table("id", "a", "z")
    table = make.table("origin,destination,cost", "a,b,1", "z,c,5")
    doors.refused_in_the_run(NAME, "between the sites", DEMAND=other, **{**given, "COST_TABLE": table})
