"""The p-median against all subsets, published optima, and its own promises on time and bounds."""

from __future__ import annotations

import csv
import time

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.location import pmedian
from seo_district_plugin.analysis.location.evaluate import pmedian_value
from seo_district_plugin.analysis.location.pmedian import solve_pmedian
from seo_district_plugin.analysis.location.types import PROVEN, TIME_LIMIT, Costs, Group, SiteRules
from tests.analysis.location.location_worlds import by_hand, pmed, random_graph, random_problem


@pytest.mark.parametrize("block", range(8))
def test_no_subset_is_better_under_any_rules(block: int) -> None:
    solved = 0
    for seed in range(block * 40, block * 40 + 40):
        costs, weight, p, rules = random_problem(seed)
        best = by_hand(costs, weight, p, rules)[0]
        try:
            found = solve_pmedian(Costs.from_dense(costs), weight, p, rules)
        except AnalysisError:
            assert np.isinf(best), f"seed {seed}: there is a set"
            continue
        solved += 1
        assert found.proven and found.status == PROVEN
        assert found.objective == pytest.approx(best, rel=1e-9), f"seed {seed}"
        assert found.bound <= found.objective
        assert len(found.chosen) == rules.existing.sum() + p
    assert solved > 10


@pytest.mark.parametrize("count", [2, 6, 18, 40])
@pytest.mark.parametrize("whole", [True, False])
def test_larger_problems_of_each_way_agree_with_an_integer_program(count: int, whole: bool) -> None:
    from scipy.optimize import Bounds, LinearConstraint, milp

    draw = np.random.default_rng(count)
    place = draw.random((60, 2))
    costs = np.hypot(*(place[:, None] - place).transpose(2, 0, 1)) * 100
    costs = np.floor(costs) if whole else costs
    weight = draw.integers(1, 9, 60).astype(float) if whole else 10 ** draw.uniform(-2, 2, 60)
    price = draw.integers(1, 9, 60).astype(float)
    groups = [Group("west", np.flatnonzero(place[:, 0] < 0.3), 1, count // 3 + 1)]
    rules = SiteRules(*np.zeros((3, 60), bool), 0, groups, price, float(price.mean() * count * 0.8))
    found = solve_pmedian(Costs.from_dense(costs), weight, count, rules)
    n = 60
    one_each = np.hstack([np.kron(np.eye(n), np.ones(n)), np.zeros((n, n))])
    open_first = np.hstack([np.eye(n * n), -np.tile(np.eye(n), (n, 1))])
    zeros = np.zeros((1, n * n))
    on_sites = [LinearConstraint(np.hstack([zeros, row[None]]), low, high) for row, low, high in (
        (np.ones(n), count, count), (price, -np.inf, rules.budget),
        ((place[:, 0] < 0.3).astype(float), 1, count // 3 + 1),
    )]  # fmt: skip
    exact = milp(
        np.concatenate([(weight[:, None] * costs).ravel(), np.zeros(n)]),
        constraints=[LinearConstraint(one_each, 1, 1), LinearConstraint(open_first, -np.inf, 0), *on_sites],
        integrality=np.concatenate([np.zeros(n * n), np.ones(n)]),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0, "time_limit": 20},
    )
    assert found.proven
    assert found.objective == pytest.approx(exact.fun, rel=1e-7)


@pytest.mark.parametrize("number", [1, 6, 11, 16, 21, 26])
def test_published_optima(real_data, number: int) -> None:
    costs, p, optimum = pmed(real_data / "pmed", number)
    found = solve_pmedian(Costs.from_dense(costs), np.ones(len(costs)), p, SiteRules.free(len(costs)))
    assert (found.objective, found.bound, found.proven) == (optimum, optimum, True)


def test_san_francisco_stores(real_data) -> None:
    costs, weight = stores(real_data / "sf_stores")
    found = solve_pmedian(Costs.from_dense(costs), weight, 4, SiteRules.free(16))
    assert found.objective == pytest.approx(2848268129.7145104, abs=1e-6 * 2848268129)
    assert found.objective / weight.sum() == pytest.approx(2982.1268579890657, abs=1e-6)
    assert found.proven


def stores(folder) -> tuple[np.ndarray, np.ndarray]:
    """(205, 16) distances of tracts to stores and (205,) people."""
    with open(folder / "network_distance.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with open(folder / "demand_tracts.csv", encoding="utf-8") as file:
        people = {float(row["NAME"]): float(row["POP2000"]) for row in csv.DictReader(file)}
    tracts = sorted(people)
    names = sorted({row["name"] for row in rows})
    costs = np.full((len(tracts), len(names)), np.inf)
    for row in rows:
        costs[tracts.index(float(row["DestinationName"])), names.index(row["name"])] = float(row["distance"])
    return costs, np.array([people[tract] for tract in tracts])


def test_many_sites_of_a_random_graph_are_proven() -> None:
    costs = random_graph(200, 3)
    found = solve_pmedian(Costs.from_dense(costs), np.ones(200), 40, SiteRules.free(200))
    assert found.proven
    assert found.objective == pmedian_value(Costs.from_dense(costs), np.ones(200), found.chosen)


def hard() -> tuple[Costs, np.ndarray]:
    place = np.random.default_rng(0).random((500, 2)) * 10000
    return Costs.from_dense(np.hypot(*(place[:, None] - place).transpose(2, 0, 1))), np.ones(500)


def test_time_limit_gives_the_best_set_with_a_true_bound() -> None:
    costs, weight = hard()
    start = time.monotonic()
    found = solve_pmedian(costs, weight, 20, SiteRules.free(500), time_limit=1.0)
    assert time.monotonic() - start < 5.0
    assert found.status == (PROVEN if found.proven else TIME_LIMIT)
    longer = solve_pmedian(costs, weight, 20, SiteRules.free(500), time_limit=3.0)
    assert found.bound <= longer.objective * (1 + 1e-9) and longer.bound <= found.objective * (1 + 1e-9)
    assert found.gap < 0.2


def test_cancel_is_heard_soon() -> None:
    costs, weight = hard()
    start, heard = time.monotonic(), []

    def tick(_fraction: float) -> None:
        heard.append(time.monotonic())
        if heard[-1] - start > 1.0:
            raise Cancelled

    with pytest.raises(Cancelled):
        solve_pmedian(costs, weight, 20, SiteRules.free(500), tick=tick)
    assert max(np.diff([start, *heard])) < 4.0


def test_same_seed_same_answer() -> None:
    costs = Costs.from_dense(random_graph(80, 1))
    one, two = (solve_pmedian(costs, np.ones(80), 7, SiteRules.free(80), seed=5) for _ in range(2))
    assert (one.chosen == two.chosen).all() and one.nodes == two.nodes


def test_existing_site_far_from_all_others_still_serves() -> None:
    # A demand that only the existing site reaches at great cost must not make the problem look impossible.
    draw = np.random.default_rng(2)
    costs = draw.integers(1, 50, (40, 30)).astype(float)
    costs[0] = np.inf
    costs[0, 0] = 10_000.0
    existing = np.zeros(30, bool)
    existing[0] = True
    found = solve_pmedian(
        Costs.from_dense(costs), np.ones(40), 3, SiteRules(existing, ~existing & False, ~existing & False)
    )
    assert found.proven and 0 in found.chosen


@pytest.mark.parametrize(
    ("code", "p", "change"),
    [
        ("sites_too_few", 5, {}),
        ("sites_negative", -1, {}),
        ("sites_none", 0, {}),
        ("sites_required_too_many", 1, {"required": [0, 1]}),
        ("site_required_and_forbidden", 2, {"required": [0], "forbidden": [0]}),
        ("existing_forbidden", 1, {"existing": [0], "forbidden": [0]}),
        ("group_bounds_crossed", 2, {"groups": [Group("a", np.array([0, 1]), 2, 1)]}),
        ("group_too_few_sites", 2, {"groups": [Group("a", np.array([0]), 2, 3)]}),
        ("group_too_many_open", 2, {"required": [0, 1], "groups": [Group("a", np.array([0, 1]), 0, 1)]}),
        ("budget_too_small", 2, {"price": np.array([5.0, 6.0, 7.0, 8.0]), "budget": 10.0}),
        (
            "rules_contradict",
            2,
            {"groups": [Group("a", np.array([0, 1]), 2, 2), Group("b", np.array([2, 3]), 1, 2)]},
        ),
    ],
)
def test_rules_that_nothing_can_keep_are_named(code: str, p: int, change: dict) -> None:
    masks = {name: np.zeros(4, bool) for name in ("existing", "required", "forbidden")}
    for name in masks:
        masks[name][change.pop(name, [])] = True
    with pytest.raises(AnalysisError) as caught:
        solve_pmedian(Costs.from_dense(np.ones((3, 4))), np.ones(3), p, SiteRules(**masks, **change))
    assert caught.value.code == code
    if code == "budget_too_small":
        assert caught.value.values == {"budget": 10.0, "least": 11.0}
    if code == "rules_contradict":
        assert caught.value.values == {"rules": "a, b"}


def test_demands_that_cannot_be_served_are_named() -> None:
    costs = np.ones((4, 3))
    costs[2] = np.inf
    with pytest.raises(AnalysisError) as caught:
        solve_pmedian(Costs.from_dense(costs), np.ones(4), 1, SiteRules.free(3))
    assert (caught.value.code, caught.value.values) == ("demand_unreachable", {"row": 2, "demands": 1})
    apart = np.where(np.eye(3, dtype=bool), 1.0, np.inf)
    with pytest.raises(AnalysisError) as caught:
        solve_pmedian(Costs.from_dense(apart), np.ones(3), 2, SiteRules.free(3))
    assert (caught.value.code, caught.value.values) == ("demands_need_more_sites", {"wanted": 2})


@pytest.mark.parametrize("weight", [0.0, -1.0, np.nan, np.inf])
def test_weights_must_be_above_zero(weight: float) -> None:
    with pytest.raises(AnalysisError) as caught:
        solve_pmedian(Costs.from_dense(np.ones((2, 2))), np.array([1.0, weight]), 1, SiteRules.free(2))
    assert (caught.value.code, caught.value.values) == ("weights_not_positive", {"row": 1})


def test_shapes_that_are_read_by_nearest_sites_give_the_same(monkeypatch) -> None:
    costs = Costs.from_dense(random_graph(90, 8))
    usual = solve_pmedian(costs, np.ones(90), 9, SiteRules.free(90))
    monkeypatch.setattr(pmedian, "NEAR_FROM", 2)
    near = solve_pmedian(costs, np.ones(90), 9, SiteRules.free(90))
    monkeypatch.setattr(pmedian, "LARGE", 10)
    monkeypatch.setattr(pmedian, "NEAR_FROM", 50)
    coarse = solve_pmedian(costs, np.ones(90), 9, SiteRules.free(90))
    assert usual.objective == near.objective == coarse.objective
    assert usual.proven and near.proven and coarse.proven


def test_zones_and_a_budget_do_not_keep_a_town_from_its_proof() -> None:
    draw = np.random.default_rng(1)
    place = draw.random((200, 2)) * 10000
    costs = np.floor(np.hypot(*(place[:, None] - place).transpose(2, 0, 1)))
    groups = [Group(f"zone {k}", np.flatnonzero(place[:, 0] // 2500 == k), 1, 3) for k in range(4)]
    price = draw.integers(50, 150, 200).astype(float)
    none = np.zeros(200, bool)
    rules = SiteRules(none, none, none, 0, groups, price, float(price.mean() * 7.5))
    found = solve_pmedian(Costs.from_dense(costs), draw.integers(1, 20, 200).astype(float), 10, rules)
    assert found.proven
    assert price[found.chosen].sum() <= rules.budget
    assert all(1 <= np.isin(found.chosen, group.members).sum() <= 3 for group in groups)
