"""Care centers: goals, access before and after, one more center, shares, needs and hard rules."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.location.types import Costs, SiteRules
from seo_district_plugin.analysis.siting import care, care_need, care_rules
from seo_district_plugin.analysis.siting.study import Study, solve


def made(seed: int, rows: int = 14, columns: int = 6) -> tuple[Costs, np.ndarray]:
    rng = np.random.default_rng(seed)
    table = rng.uniform(1, 30, (rows, columns))
    table[rng.random(table.shape) < 0.2] = np.inf
    table[:, 0] = rng.uniform(1, 30, rows)
    return Costs.from_dense(table), rng.integers(1, 40, rows).astype(float)


def test_minutes_of_a_kilometer_at_four_kilometers_an_hour() -> None:
    costs = Costs.from_dense(np.array([[1000.0]]))
    assert care.minutes(costs, 4.0).value[0] == pytest.approx(15.0)
    assert care.minutes(costs, 4.0, 1.3).value[0] == pytest.approx(19.5)


@pytest.mark.parametrize("speed", [0.0, -4.0, 40.0, float("nan")])
def test_a_speed_that_nobody_walks_at_is_refused(speed: float) -> None:
    with pytest.raises(AnalysisError, match="care_speed"):
        care.minutes(Costs.from_dense(np.ones((1, 1))), speed)


@pytest.mark.parametrize("seed", range(20))
def test_one_more_center_is_what_it_changes(seed: int) -> None:
    costs, people = made(seed)
    now = care.walk(costs, np.array([0]))
    reached, saved = care.one_more(costs, people, now, 10.0)
    for column in range(costs.columns):
        then = care.walk(costs, np.array([0, column]))
        assert reached[column] == pytest.approx(people[(then <= 10) & (now > 10)].sum())
        assert saved[column] == pytest.approx(float(people @ (np.minimum(now, 20) - np.minimum(then, 20))))


@pytest.mark.parametrize("seed", range(10))
def test_access_of_zones_adds_up_to_that_of_all(seed: int) -> None:
    costs, people = made(seed)
    zone = np.random.default_rng(seed).integers(0, 3, len(people))
    before, after = care.walk(costs, np.array([0])), care.walk(costs, np.array([0, 1, 2]))
    found = care.changes(["a", "b", "c"], zone, people, before, after, 12.0)
    whole = care.access("all", people, after, 12.0)
    assert sum(one.after.people * one.after.reached for one in found if one.after.people) == pytest.approx(
        whole.people * whole.reached
    )
    assert all(one.gained >= -1e-9 for one in found if one.before.people), "more centers take nothing from anybody"


def test_nobody_in_a_zone_is_no_number() -> None:
    nobody = care.access("empty", np.zeros(0), np.zeros(0), 10.0)
    assert nobody.people == 0 and np.isnan(nobody.reached) and np.isnan(nobody.mean)


@pytest.mark.parametrize("goal", ["cover", "mean", "farthest", "fair"])
def test_each_goal_is_the_best_set_of_its_model(goal: str) -> None:
    from itertools import combinations

    from seo_district_plugin.analysis.location.equity import kolm_pollak

    rng = np.random.default_rng(7)
    costs, people = Costs.from_dense(rng.uniform(1, 30, (14, 6))), rng.integers(1, 40, 14).astype(float)
    base = Study("pmedian", costs, people, 2, SiteRules.free(6), radius=10.0)
    study = care.study_of(goal, base)
    answer = solve(study)
    worth = {
        "cover": lambda cost: -people[cost <= 10].sum(),
        "mean": lambda cost: people @ cost,
        "farthest": lambda cost: cost.max(),
        "fair": lambda cost: kolm_pollak(cost, people, study.kappa),
    }[goal]
    best = min(worth(care.walk(costs, np.array(pair))) for pair in combinations(range(6), 2))
    assert answer.solution.proven
    assert abs(answer.objective) == pytest.approx(abs(best))


def test_an_unknown_goal_is_refused() -> None:
    costs, people = made(1)
    with pytest.raises(AnalysisError, match="care_goal"):
        care.study_of("cheapest", Study("pmedian", costs, people, 2, SiteRules.free(6)))


def test_other_walking_times_have_their_own_best_sets() -> None:
    costs, people = made(3)
    answer = solve(Study("mclp", costs, people, 2, SiteRules.free(6), radius=10.0))
    found = care.under_limits(answer, costs, people, [8.0, 10.0, 12.0], 10.0)
    assert [one.limit for one in found] == [8.0, 10.0, 12.0]
    assert found[0].reached <= found[1].reached <= found[2].reached
    assert found[1].kept == 2 and all(one.proven for one in found)


def test_shares_by_zone() -> None:
    rows = care.shares(["a", "b"], np.array([0, 1, 1, -1]), np.array([10.0, 20, 10, 60]), np.array([0, 0, 1, 1]),
                       np.array([1]))  # fmt: skip
    assert rows == [("a", 0.1, 0.5, 0.0), ("b", 0.3, 0.5, 1.0)]


def test_needs_are_put_together_and_thinned_by_the_rate() -> None:
    cells = care_need.part(np.zeros((3, 2)), np.array([4.0, 0, 6]), care_need.CELLS)
    growth = care_need.part(np.ones((1, 2)), np.array([10.0]), care_need.GROWTH)
    need = care_need.together([cells, growth], 0.5)
    assert need.people.tolist() == [2, 3, 5] and need.row.tolist() == [0, 2, 0]
    assert need.source.tolist() == ["cells", "cells", "growth"]


@pytest.mark.parametrize(("people", "code"), [([-1.0], "care_people_negative"), ([np.inf], "care_people_negative")])
def test_impossible_numbers_of_people_are_refused(people: list[float], code: str) -> None:
    with pytest.raises(AnalysisError, match=code):
        care_need.part(np.zeros((1, 2)), np.array(people), care_need.CELLS)


@pytest.mark.parametrize("rate", [0.0, -1.0, 1.5, float("nan")])
def test_a_rate_is_a_share(rate: float) -> None:
    cells = care_need.part(np.zeros((1, 2)), np.array([4.0]), care_need.CELLS)
    with pytest.raises(AnalysisError, match="care_rate"):
        care_need.together([cells], rate)


def test_nobody_at_all_is_an_error() -> None:
    with pytest.raises(AnalysisError, match="care_nobody"):
        care_need.together([care_need.part(np.zeros((1, 2)), np.zeros(1), care_need.CELLS)], 1.0)


def test_rules_say_which_was_broken_first_and_what_each_alone_keeps_out() -> None:
    ruled = care_rules.judge(
        {"area": np.array([True, True, False, False]), "hazard": np.array([True, False, True, False])}, 4
    )
    assert ruled.first.tolist() == ["area", "area", "hazard", ""]
    assert ruled.allowed.tolist() == [False, False, False, True]
    assert ruled.only_by("area") == 1 and ruled.only_by("hazard") == 1


def test_what_is_unknown_is_not_large_enough() -> None:
    assert care_rules.below(np.array([10.0, 9.9, np.nan]), 10.0).tolist() == [False, True, True]
    assert care_rules.above(np.array([2.0, 3.0, np.nan]), 2.0).tolist() == [False, True, True]


def test_near_is_nearer_than_the_limit() -> None:
    places = np.array([[0.0, 0.0], [100.0, 0.0]])
    assert care_rules.too_near(np.array([[50.0, 0.0], [49.0, 0.0], [30.0, 40.0]]), places, 50.0).tolist() == [
        False, True, False,
    ]  # fmt: skip
    assert not care_rules.too_near(np.zeros((2, 2)), np.zeros((0, 2)), 50.0).any()


@pytest.mark.parametrize("seed", range(10))
def test_what_no_street_parts_is_walked_to_straight(seed: int) -> None:
    """In the circle that reaches to the nearest street there is none; elsewhere the way along the streets stays."""
    rng = np.random.default_rng(seed)
    demand, site = rng.uniform(0, 500, (20, 2)), rng.uniform(0, 500, (8, 2))
    table = rng.uniform(100, 2000, (20, 8))
    table[rng.random(table.shape) < 0.1] = np.inf
    off_demand, off_site = rng.uniform(0, 200, 20), rng.uniform(0, 200, 8)
    off_demand[0], off_site[0] = np.nan, np.nan  # attached to no street
    found = care.straight_over(Costs.from_dense(table), demand, site, off_demand, off_site).dense()
    for row in range(20):
        for column in range(8):
            straight = float(np.hypot(*(demand[row] - site[column])))
            free = row > 0 and column > 0 and straight <= max(off_demand[row], off_site[column])
            assert found[row, column] == pytest.approx(
                min(table[row, column], straight) if free else table[row, column]
            )


def test_other_limits_judge_the_same_set_where_the_goal_asks_for_none() -> None:
    costs, people = made(3)
    answer = solve(Study("pmedian", costs, people, 2, SiteRules.free(6)))
    after = care.walk(costs, answer.chosen)
    for reach in care.same_under_limits(answer, after, people, [5.0, 10.0, 40.0]):
        assert reach.reached == pytest.approx(people[after <= reach.limit].sum() / people.sum())
        assert reach.kept == reach.sites == 2 and reach.proven
