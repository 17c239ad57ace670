"""Sites for care centers: each hard rule, each goal, walks that do not cross, who gains, why not here, bad input."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from tests.algorithms.conftest import PLACE, point, square

SPEED = 4000 / 60  # meters per minute


def rows_of(layer) -> list[dict]:
    names = [field.name() for field in layer.fields()]
    return [
        dict(zip(names, (None if hasattr(v, "isNull") and v.isNull() else v for v in feature.attributes())))
        for feature in layer.getFeatures()
    ]


def people(make, spots, field="children"):
    """Homes at (x, y, people)."""
    rows = [(point(x, y), f"h{i}", float(n), "near" if x < 500 else "far") for i, (x, y, n) in enumerate(spots)]
    return make.layer("Point", rows, ("id:string", f"{field}:double", "kind:string"), name="homes")


def sites(make, spots, name="rooms"):
    """Candidates at (x, y[, area, floor, cost])."""
    rows = []
    for i, spot in enumerate(spots):
        x, y, *more = spot
        area, floor, cost = [*more, *(100.0, 1, 5.0)[len(more) :]]
        rows.append((point(x, y), f"s{i}", f"방 {i}", area, floor, cost))
    return make.layer("Point", rows, ("id:string", "name:string", "area:double", "floor:integer", "cost:double"),
                      name=name)  # fmt: skip


HOMES = [(100, 100, 10), (120, 900, 30), (900, 100, 20), (850, 880, 25), (500, 500, 5), (300, 700, 12)]
ROOMS = [(100, 150), (150, 850), (900, 150), (800, 800), (450, 450)]


def found(doors, **parameters) -> dict:
    """Outputs as rows, numbers as they are."""
    names = ("SITES", "ALLOCATION", "SCORE", "EXCLUDED", "REJECTED", "UNSERVED", "CURVE")
    outputs = dict.fromkeys(names, "TEMPORARY_OUTPUT")
    if "ZONES" in parameters:
        outputs["ZONES_OUT"] = "TEMPORARY_OUTPUT"
    if "PLACES" in parameters:
        outputs["PLACES_OUT"] = "TEMPORARY_OUTPUT"
    results = doors.run("carecentersites", **{"DETOUR": 1.0, **outputs, **parameters})
    return {name: rows_of(value) if hasattr(value, "getFeatures") else value for name, value in results.items()}


def new_sites(result) -> set[str]:
    return {row["site_id"] for row in result["SITES"] if row["role"] == "new"}


def walks() -> tuple[np.ndarray, np.ndarray]:
    """Minutes from each home to each room, and the people."""
    homes, rooms = np.array(HOMES, dtype=float), np.array(ROOMS, dtype=float)
    return np.hypot(*(homes[:, None, :2] - rooms[None]).transpose(2, 0, 1)) / SPEED, homes[:, 2]


@pytest.mark.parametrize("goal", ["cover", "mean", "farthest"])
def test_each_goal_gives_the_best_pair_and_says_it_is_proven(make, doors, goal) -> None:
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), GOAL=goal, FACILITIES=2,
                   WALK_MINUTES=4.0)  # fmt: skip
    minutes, number = walks()
    worth = {
        "cover": lambda walk: -number[walk <= 4.0].sum(),
        "mean": lambda walk: number @ walk,
        "farthest": lambda walk: walk.max(),
    }[goal]
    best = min(worth(minutes[:, list(pair)].min(axis=1)) for pair in combinations(range(5), 2))
    assert result["OBJECTIVE"] == pytest.approx(abs(best))
    assert result["PROVEN"] == 1 and len(new_sites(result)) == 2
    chosen = [int(name[1:]) for name in new_sites(result)]
    after = minutes[:, chosen].min(axis=1)
    assert result["COVERED_AFTER"] == pytest.approx(number[after <= 4.0].sum())
    assert result["MEAN_WALK_AFTER"] == pytest.approx(number @ after / number.sum())
    assert all(row["place"] and row["reason"] for row in result["SITES"])


def test_fewest_centers_bring_everybody_within_reach(make, doors) -> None:
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), GOAL="fewest", WALK_MINUTES=6.5)
    minutes, _ = walks()
    chosen = [int(name[1:]) for name in new_sites(result)]
    assert (minutes[:, chosen].min(axis=1) <= 6.5).all()
    fewer = combinations(range(5), len(chosen) - 1)
    assert not any((minutes[:, list(pair)].min(axis=1) <= 6.5).all() for pair in fewer if pair)


def test_places_are_not_overfull(make, doors) -> None:
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), GOAL="places", FACILITIES=3,
                   CAPACITY=40)  # fmt: skip
    assert all(row["load"] <= 40 + 1e-6 for row in result["SITES"])
    assert sum(row["load"] for row in result["SITES"]) == pytest.approx(102)


def test_the_fairest_set_is_no_worse_for_the_worst_off_than_the_shortest_mean(make, doors) -> None:
    settings = {"DEMAND": people(make, HOMES), "CANDIDATES": sites(make, ROOMS), "FACILITIES": 2}
    mean, fair = found(doors, GOAL="mean", **settings), found(doors, GOAL="fair", **settings)
    assert mean["MEAN_WALK_AFTER"] <= fair["MEAN_WALK_AFTER"] + 1e-9
    assert max(r["max_cost"] for r in fair["SITES"]) <= max(r["max_cost"] for r in mean["SITES"]) + 1e-9


def test_existing_centers_stay_and_what_is_gained_is_told(make, doors) -> None:
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS[1:]),
                   EXISTING=sites(make, ROOMS[:1], "old"), FACILITIES=1, WALK_MINUTES=4.0)  # fmt: skip
    assert sorted(row["role"] for row in result["SITES"]) == ["existing", "new"]
    minutes, number = walks()
    assert result["COVERED_BEFORE"] == pytest.approx(number[minutes[:, 0] <= 4.0].sum())
    assert result["COVERED_AFTER"] > result["COVERED_BEFORE"]


def test_the_score_of_a_candidate_is_what_one_more_center_brings(make, doors) -> None:
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS[1:]),
                   EXISTING=sites(make, ROOMS[:1], "old"), FACILITIES=1, WALK_MINUTES=4.0)  # fmt: skip
    minutes, number = walks()
    now = minutes[:, 0] <= 4.0
    for row in result["SCORE"]:
        column = 1 + int(row["site_id"][1:])
        assert row["reached"] == pytest.approx(number[(minutes[:, column] <= 4.0) & ~now].sum(), abs=1e-3)
    best = max(result["SCORE"], key=lambda row: row["score"])
    assert best["rank"] == 1 and best["chosen"] == 1, "of one center the best set is the best score"


@pytest.mark.parametrize(
    ("room", "parameters", "word"),
    [
        ((150, 850, 20.0), {"AREA_FIELD": "area", "MIN_AREA": 66}, "floor area"),
        ((150, 850, 100.0, 9), {"FLOOR_FIELD": "floor", "MAX_FLOOR": 3}, "floor above"),
    ],
)
def test_a_room_that_breaks_a_rule_is_out_with_its_reason(make, doors, room, parameters, word) -> None:
    rooms = [ROOMS[0], room, *ROOMS[2:]]
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, rooms), FACILITIES=2, **parameters)
    assert [row["site_id"] for row in result["EXCLUDED"]] == ["s1"]
    assert word in result["EXCLUDED"][0]["rule"]
    assert "s1" not in new_sites(result)
    assert result["CANDIDATES_ALLOWED"] == 4 and result["CANDIDATES_EXCLUDED"] == 1
    assert any(word in row["reason"] for row in result["REJECTED"])


def test_rooms_near_hazards_and_harmful_businesses_are_out(make, doors) -> None:
    hazard = make.layer("Polygon", [(square(880, 180, 60.0), "침수")], ("name:string",), name="traces")
    bars = make.layer("Point", [(point(450, 490), "주점")], ("name:string",), name="bars")
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), HAZARDS=[hazard], HARMFUL=bars)
    out = {row["site_id"]: row["rule"] for row in result["EXCLUDED"]}
    assert set(out) == {"s2", "s4"} and "traces" in out["s2"] and "harmful" in out["s4"]


def test_a_trunk_road_is_not_crossed(make, doors) -> None:
    """The nearer room lies across the trunk road; children go to the other one."""

    def line(*spots):
        return "LineString (" + ", ".join(f"{PLACE[0] + x} {PLACE[1] + y}" for x, y in spots) + ")"

    streets = make.layer(
        "LineString",
        [
            (line((0, 0), (0, 300)), "small"),
            (line((0, 300), (0, 600)), "small"),
            (line((-900, 300), (900, 300)), "trunk"),
        ],
        ("class:string",),
        name="streets",
    )
    homes, rooms = people(make, [(0, 250, 10)]), sites(make, [(0, 350), (0, 10)])
    free = found(doors, DEMAND=homes, CANDIDATES=rooms, STREETS=streets, FACILITIES=1, GOAL="mean")
    parted = found(doors, DEMAND=homes, CANDIDATES=rooms, STREETS=streets, FACILITIES=1, GOAL="mean",
                   TRUNK="\"class\" = 'trunk'")  # fmt: skip
    assert new_sites(free) == {"s0"} and new_sites(parted) == {"s1"}
    assert parted["MEAN_WALK_AFTER"] == pytest.approx(240 / SPEED, abs=0.05)


def test_new_homes_and_the_share_that_comes(make, doors) -> None:
    growth = make.layer("Point", [(point(900, 900), 200.0)], ("households:double",), name="estate")
    plain = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), FACILITIES=1, GOAL="mean")
    grown = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), FACILITIES=1, GOAL="mean",
                  GROWTH=growth, PER_HOME=0.5)  # fmt: skip
    assert plain["PEOPLE"] == pytest.approx(102) and grown["PEOPLE"] == pytest.approx(202)
    assert new_sites(grown) == {"s3"} != new_sites(plain)
    half = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), FACILITIES=1, GOAL="mean",
                 DEMAND_RATE=0.5)  # fmt: skip
    assert half["PEOPLE"] == pytest.approx(51) and new_sites(half) == new_sites(plain)


def test_pupils_of_schools_are_found_by_their_name(make, doors) -> None:
    result = found(doors, DEMAND=people(make, HOMES, field="pupils"), CANDIDATES=sites(make, ROOMS), FACILITIES=1)
    assert result["PEOPLE"] == pytest.approx(102)


def test_older_people_walk_more_slowly(make, doors) -> None:
    settings = {"CANDIDATES": sites(make, ROOMS), "FACILITIES": 1, "GOAL": "mean"}
    children = found(doors, DEMAND=people(make, HOMES), **settings)
    older = found(doors, DEMAND=people(make, HOMES, field="p65_up"), PRESET="elderly", **settings)
    assert older["MEAN_WALK_AFTER"] == pytest.approx(children["MEAN_WALK_AFTER"] * 4 / 3)


def zones(make):
    rows = [(square(0, 0, 500), "서쪽동"), (square(500, 0, 500), "동쪽동"), (square(0, 500, 500), "북서동"),
            (square(500, 500, 500), "북동동")]  # fmt: skip
    return make.layer("Polygon", rows, ("name:string",), name="dong")


def test_access_by_zone_before_and_after_and_limits_per_zone(make, doors) -> None:
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), FACILITIES=4, ZONES=zones(make),
                   MIN_PER_ZONE=1, WALK_MINUTES=4.0, GROUP_FIELD="kind")  # fmt: skip
    rows = {row["zone"]: row for row in result["ZONES_OUT"]}
    assert {name: row["new_sites"] for name, row in rows.items()} == dict.fromkeys(rows, 1)
    assert sum(row["people"] for row in rows.values()) == pytest.approx(102)
    assert sum(row["gained"] for row in rows.values()) == pytest.approx(
        result["COVERED_AFTER"] - result["COVERED_BEFORE"], abs=0.2
    )


def test_a_budget_is_kept(make, doors) -> None:
    rooms = [(x, y, 100.0, 1, 30.0 if i == 1 else 10.0) for i, (x, y) in enumerate(ROOMS)]
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, rooms), FACILITIES=2, GOAL="mean",
                   CANDIDATE_COST="cost", BUDGET=25)  # fmt: skip
    assert "s1" not in new_sites(result) and sum(row["open_cost"] for row in result["SITES"]) <= 25


def test_why_not_here_is_answered(make, doors) -> None:
    asked = make.layer(
        "Point", [(point(445, 455), "시장"), (point(150, 850), "chosen?")], ("name:string",), name="asked"
    )
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), FACILITIES=1, GOAL="mean",
                   PLACES=asked)  # fmt: skip
    market, corner = result["PLACES_OUT"]
    score = {row["site_id"]: row["percentile"] for row in result["SCORE"]}
    for row in (market, corner):
        assert row["percentile"] == score[row["site_id"]] and row["answer"].endswith("% of the candidates.")
    assert (market["loss"] is None) == (market["site_id"] in new_sites(result)) != (corner["loss"] is None)


def test_the_curve_falls(make, doors) -> None:
    result = found(
        doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), FACILITIES=2, GOAL="mean", CURVE_TO=5
    )
    values = [row["objective"] for row in result["CURVE"]]
    assert len(values) == 5 and values == sorted(values, reverse=True)


def test_the_curve_shows_what_the_next_centers_would_bring(make, doors, tmp_path) -> None:
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), FACILITIES=1, GOAL="mean")
    assert [row["facilities"] for row in result["CURVE"]] == [1, 2, 3, 4]


def test_what_stands_on_one_side_of_a_street_is_walked_to_straight(make, doors) -> None:
    """Home and room 20 m apart, the street 100 m away: nobody walks to the street and back."""
    far = f"LineString ({PLACE[0]} {PLACE[1]}, {PLACE[0] + 900} {PLACE[1]})"
    streets = make.layer("LineString", [(far, "small")], ("class:string",), name="streets")
    result = found(doors, DEMAND=people(make, [(300, 100, 5)]), CANDIDATES=sites(make, [(320, 100)]), STREETS=streets,
                   FACILITIES=1, GOAL="mean")  # fmt: skip
    assert result["MEAN_WALK_AFTER"] == pytest.approx(20 / SPEED)


def test_reasons_speak_of_children_and_where_they_live(make, doors) -> None:
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), FACILITIES=2, ZONES=zones(make),
                   GOAL="mean")  # fmt: skip
    for row in result["SITES"]:
        assert f"{row['load']:g} children" in row["reason"], row["reason"]
        assert f"mean walk {row['mean_cost']:.1f} min" in row["reason"] and "most live in" in row["reason"]


def test_the_report_tells_who_has_a_place_and_draws_the_scores(make, doors, tmp_path) -> None:
    report = tmp_path / "report.html"
    found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), FACILITIES=3, GOAL="places", CAPACITY=40,
          WALK_MINUTES=3, ZONES=zones(make), REPORT=str(report))  # fmt: skip
    text = report.read_text(encoding="utf-8")
    assert "have a place within the walking time" in text and "what one more center there would bring" in text
    assert "Share of the input rows" in text and "The goal asks for no walking time" in text


def test_two_rooms_in_one_building_count_for_their_places(make, doors) -> None:
    rooms = [(120, 850), (120, 850), (900, 150)]
    settings = {"DEMAND": people(make, HOMES), "CANDIDATES": sites(make, rooms)}
    places = found(doors, GOAL="places", FACILITIES=3, CAPACITY=40, **settings)
    mean = found(doors, GOAL="mean", FACILITIES=2, **settings)
    assert new_sites(places) == {"s0", "s1", "s2"} and len(mean["REJECTED"]) == 1


# ---------------------------------------------------------------------- bad input
def test_two_homes_at_one_place_and_one_candidate(make, doors) -> None:
    homes = people(make, [(100, 100, 3), (100, 100, 4)])
    result = found(doors, DEMAND=homes, CANDIDATES=sites(make, [(100, 150)]), FACILITIES=1)
    assert result["COVERED_AFTER"] == 7 and new_sites(result) == {"s0"} and result["PROVEN"] == 1


def test_candidates_outside_the_district_are_out(make, doors) -> None:
    district = make.layer("Polygon", [(square(0, 0, 500), "구")], ("name:string",), name="gu")
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS), DISTRICT=district, FACILITIES=1)
    assert result["CANDIDATES_ALLOWED"] == 2 and len(result["REJECTED"]) == 3


def test_fewer_places_than_children_are_refused(make, doors) -> None:
    doors.refused_in_the_run("carecentersites", "102", DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS),
                             GOAL="places", FACILITIES=2, CAPACITY=20)  # fmt: skip


def test_negative_places_are_refused(make, doors) -> None:
    old = make.layer("Point", [(point(100, 150), -5.0)], ("places:double",), name="old")
    doors.refused_in_the_run("carecentersites", "old", "places", DEMAND=people(make, HOMES), EXISTING=old,
                             CANDIDATES=sites(make, ROOMS), GOAL="places", CAPACITY_FIELD="places")  # fmt: skip


def test_a_required_candidate_far_from_every_street_is_refused(make, doors) -> None:
    near = f"LineString ({PLACE[0]} {PLACE[1]}, {PLACE[0] + 900} {PLACE[1]})"
    streets = make.layer("LineString", [(near, "small")], ("class:string",), name="streets")
    doors.refused_in_the_run("carecentersites", "s3", "street", DEMAND=people(make, HOMES), STREETS=streets,
                             CANDIDATES=sites(make, ROOMS), REQUIRED="\"id\" = 's3'", FARTHEST=300)  # fmt: skip


def test_a_candidate_without_a_cost_takes_no_part_in_a_budget(make, doors) -> None:
    rooms = [(x, y, 100.0, 1, None if i == 2 else 10.0) for i, (x, y) in enumerate(ROOMS)]
    result = found(doors, DEMAND=people(make, HOMES), CANDIDATES=sites(make, rooms), FACILITIES=2,
                   CANDIDATE_COST="cost", BUDGET=25)  # fmt: skip
    assert "s2" not in new_sites(result) and len(result["REJECTED"]) == 1


def test_too_many_candidates_are_refused_before_anything_is_measured(make, doors) -> None:
    rng = np.random.default_rng(1)
    rooms = sites(make, [(float(x), float(y)) for x, y in rng.uniform(0, 900, (50_001, 2))])
    doors.refused_in_the_run("carecentersites", "50,00", DEMAND=people(make, HOMES), CANDIDATES=rooms)


def test_a_layer_without_people_is_refused(make, doors) -> None:
    homes = make.layer("Point", [(point(0, 0), "a")], ("id:string",), name="homes")
    doors.refused_everywhere("carecentersites", "homes", "PEOPLE_FIELD", DEMAND=homes, CANDIDATES=sites(make, ROOMS))


def test_nobody_to_care_for_is_refused(make, doors) -> None:
    doors.refused_in_the_run(
        "carecentersites", "Nobody", DEMAND=people(make, [(0, 0, 0)]), CANDIDATES=sites(make, ROOMS)
    )


def test_negative_people_are_refused(make, doors) -> None:
    doors.refused_in_the_run("carecentersites", "negative", DEMAND=people(make, [(0, 0, -3)]),
                             CANDIDATES=sites(make, ROOMS))  # fmt: skip


def test_rules_that_leave_no_candidate_are_refused(make, doors) -> None:
    doors.refused_in_the_run("carecentersites", "rooms", "5", DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS),
                             AREA_FIELD="area", MIN_AREA=1000)  # fmt: skip


def test_a_required_candidate_that_breaks_a_rule_is_refused(make, doors) -> None:
    rooms = [(100, 150, 5.0), *ROOMS[1:]]
    doors.refused_in_the_run("carecentersites", "s0", "floor area", DEMAND=people(make, HOMES),
                             REQUIRED="\"id\" = 's0'", CANDIDATES=sites(make, rooms), AREA_FIELD="area")  # fmt: skip


def test_more_centers_than_candidates_are_refused(make, doors) -> None:
    doors.refused_in_the_run("carecentersites", "9", "5", DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS),
                             FACILITIES=9)  # fmt: skip


def test_rules_per_zone_need_zones_and_a_budget_needs_costs(make, doors) -> None:
    settings = {"DEMAND": people(make, HOMES), "CANDIDATES": sites(make, ROOMS)}
    doors.refused_everywhere("carecentersites", "ZONES", MIN_PER_ZONE=1, **settings)
    doors.refused_everywhere("carecentersites", "CANDIDATE_COST", BUDGET=10, **settings)
    doors.refused_everywhere("carecentersites", "STREETS", TRUNK="1 = 1", **settings)


def test_an_expression_on_a_field_that_is_not_there_is_refused(make, doors) -> None:
    doors.refused_everywhere("carecentersites", "'aera'", DEMAND=people(make, HOMES), CANDIDATES=sites(make, ROOMS),
                             FORBIDDEN='"aera" < 3')  # fmt: skip
