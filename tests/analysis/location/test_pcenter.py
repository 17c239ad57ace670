"""The p-center against all subsets, published optima, and the mean at the optimal radius."""

from __future__ import annotations

import time

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.location.clock import Clock
from seo_district_plugin.analysis.location.cover import Cover, rows_left
from seo_district_plugin.analysis.location.pcenter import solve_pcenter
from seo_district_plugin.analysis.location.rules import limits_of
from seo_district_plugin.analysis.location.types import Costs, SiteRules
from tests.analysis.location.location_worlds import by_hand, pmed, random_problem
from tests.analysis.location.test_pmedian import hard, stores

OPTIMA = {1: 127, 6: 84, 11: 59, 16: 47, 21: 40, 26: 38}
"""Of the vertex p-center on the instances of the OR-Library (Daskin 2000; Calik and Tansel 2013)."""


@pytest.mark.parametrize("block", range(5))
def test_no_subset_is_better_under_any_rules(block: int) -> None:
    solved = 0
    for seed in range(500 + block * 40, 540 + block * 40):
        costs, weight, p, rules = random_problem(seed)
        _, radius, within = by_hand(costs, weight, p, rules)
        try:
            found = solve_pcenter(Costs.from_dense(costs), weight, p, rules)
        except AnalysisError:
            assert np.isinf(radius), f"seed {seed}: there is a set"
            continue
        solved += 1
        assert found.proven and found.objective == found.bound == radius, f"seed {seed}"
        assert found.figures["mean"] * weight.sum() == pytest.approx(within, rel=1e-9), f"seed {seed}"
        assert found.figures["mean_proven"] == 1.0
        assert found.figures["mean_bound"] <= found.figures["mean"]
    assert solved > 10


@pytest.mark.parametrize("number", OPTIMA)
def test_published_optima(real_data, number: int) -> None:
    costs, p, _ = pmed(real_data / "pmed", number)
    # The radius alone: what is left of the time goes to the mean, and that is not what is asked here.
    found = solve_pcenter(Costs.from_dense(costs), np.ones(len(costs)), p, SiteRules.free(len(costs)), time_limit=20)
    assert (found.objective, found.bound, found.proven) == (OPTIMA[number], OPTIMA[number], True)


def test_san_francisco_stores(real_data) -> None:
    costs, weight = stores(real_data / "sf_stores")
    found = solve_pcenter(Costs.from_dense(costs), weight, 4, SiteRules.free(16))
    assert found.objective == pytest.approx(7403.0638, abs=1e-4)
    assert found.proven


@pytest.mark.parametrize("seed", range(30))
def test_each_way_to_answer_a_covering_question_agrees(seed: int) -> None:
    draw = np.random.default_rng(seed)
    reaches = draw.random((30, 14)) < 0.25
    if not reaches.any(axis=1).all():
        reaches[~reaches.any(axis=1), 0] = True
    rules = SiteRules.free(14)
    cover = Cover(reaches, limits_of(rules, 3 + seed % 4), Clock(20))
    exact, searched = cover.exact(), cover.searched()
    assert (exact is None) == (searched is None)
    if cover.relaxed_out():
        assert exact is None
    for chosen in (exact, searched, cover.greedy()):
        if chosen is not None:
            assert reaches[:, chosen].any(axis=1).all() and len(chosen) == 3 + seed % 4


def test_rows_that_do_not_matter_are_left_out() -> None:
    reaches = np.array([[1, 1, 0, 0], [1, 1, 1, 0], [1, 1, 0, 0], [0, 0, 1, 1]], dtype=bool)
    left = rows_left(reaches, Clock(10))
    assert sorted(map(tuple, left.astype(int))) == [(0, 0, 1, 1), (1, 1, 0, 0)]


def test_time_limit_and_cancel() -> None:
    costs, weight = hard()
    start = time.monotonic()
    found = solve_pcenter(costs, weight, 20, SiteRules.free(500), time_limit=2.0)
    assert time.monotonic() - start < 8.0
    assert found.bound <= found.objective
    assert found.proven == (found.bound == found.objective)

    def tick(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        solve_pcenter(costs, weight, 20, SiteRules.free(500), tick=tick)


def test_demands_that_cannot_be_served_are_named() -> None:
    apart = np.where(np.eye(3, dtype=bool), 1.0, np.inf)
    with pytest.raises(AnalysisError) as caught:
        solve_pcenter(Costs.from_dense(apart), np.ones(3), 2, SiteRules.free(3))
    assert (caught.value.code, caught.value.values) == ("demands_need_more_sites", {"wanted": 2})
    apart[1] = np.inf
    with pytest.raises(AnalysisError) as caught:
        solve_pcenter(Costs.from_dense(apart), np.ones(3), 2, SiteRules.free(3))
    assert (caught.value.code, caught.value.values) == ("demand_unreachable", {"row": 1, "demands": 1})
