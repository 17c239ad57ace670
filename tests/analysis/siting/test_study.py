"""Every model of a study against all subsets, with existing sites, rules and demand that cannot be served."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.location.types import Costs, Group, SiteRules
from seo_district_plugin.analysis.siting.models import MODELS
from seo_district_plugin.analysis.siting.questions import curve, forced, next_best, rule_prices
from seo_district_plugin.analysis.siting.study import Study, solve, with_aversion

RADIUS = 400.0


def instance(seed: int, sites: int = 8, demands: int = 25, holes: bool = False):
    """Costs, weights and distances between sites of random places."""
    random = np.random.default_rng(seed)
    place, spot = random.uniform(0, 1000, (demands, 2)), random.uniform(0, 1000, (sites, 2))
    costs = np.hypot(*(place[:, None] - spot[None]).transpose(2, 0, 1)).round(1)
    if holes:
        costs[random.random(costs.shape) < 0.3] = np.inf
        costs[:, 0] = np.where(np.isinf(costs).all(axis=1), 500.0, costs[:, 0])
    between = np.hypot(*(spot[:, None] - spot[None]).transpose(2, 0, 1)).round(1)
    return costs, random.integers(1, 9, demands).astype(float), between


def allowed_sets(rules: SiteRules, p: int | None, price_ok: bool = True):
    """Every allowed set of open columns."""
    m = len(rules.existing)
    standing = set(np.flatnonzero(rules.existing))
    sizes = range(1, m + 1) if p is None else [len(standing) + p]
    for size in sizes:
        for chosen in combinations(range(m), size):
            have = set(chosen)
            if len(standing - have) > rules.close_limit or any(rules.forbidden[j] for j in have):
                continue
            if any(rules.required[j] and j not in have for j in range(m)):
                continue
            if any(not g.low <= len(have & set(g.members.tolist())) <= g.high for g in rules.groups):
                continue
            if rules.price is not None and sum(rules.price[j] for j in have - standing) > rules.budget + 1e-9:
                continue
            yield list(chosen)


def value(model: str, costs, weight, between, chosen, standing=()) -> float:
    near = costs[:, chosen].min(axis=1)
    if model == "pmedian":
        return float(weight @ near)
    if model == "pcenter":
        return float(near.max())
    if model in ("lscp", "lscpb"):
        return float(len(chosen)) if (near <= RADIUS).all() else np.inf
    if model == "mclp":
        return float(weight[near <= RADIUS].sum())
    pairs = [between[a, b] for a, b in combinations(chosen, 2) if not (a in standing and b in standing)]
    return float(min(pairs))


RULES = {
    "free": lambda m: SiteRules.free(m),
    "existing": lambda m: SiteRules(np.arange(m) < 2, np.zeros(m, bool), np.zeros(m, bool)),
    "closable": lambda m: SiteRules(np.arange(m) < 2, np.zeros(m, bool), np.zeros(m, bool), close_limit=1),
    "required": lambda m: SiteRules(np.zeros(m, bool), np.arange(m) == 3, np.arange(m) == 5),
    "zones": lambda m: SiteRules(
        np.zeros(m, bool), np.zeros(m, bool), np.zeros(m, bool),
        groups=[Group("a", np.arange(0, 4), 1, 2), Group("b", np.arange(4, m), 1, 2)],
    ),
    "budget": lambda m: SiteRules(
        np.zeros(m, bool), np.zeros(m, bool), np.zeros(m, bool), price=1.0 + np.arange(m) % 4, budget=6.0
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("model", [model for model in MODELS if model != "capacitated"])
@pytest.mark.parametrize("seed", [1, 2])
def test_the_answer_is_the_best_of_all_subsets(model, rule, seed):
    costs, weight, between = instance(seed)
    costs[:, 0] = np.minimum(costs[:, 0], np.where(costs.min(axis=1) > RADIUS, RADIUS, np.inf))  # coverable
    rules = RULES[rule](costs.shape[1])
    counted = model in ("lscp", "lscpb")
    standing = set(np.flatnonzero(rules.existing))
    sets = [s for s in allowed_sets(rules, None if counted else 3) if len(s) > 1 or model != "dispersion"]
    values = [value(model, costs, weight, between, chosen, standing) for chosen in sets]
    best = max(values) if model in ("mclp", "dispersion") else min(values)
    study = Study(model, Costs.from_dense(costs), weight, 3, rules, radius=RADIUS, distance=between)
    if not np.isfinite(best):
        with pytest.raises(AnalysisError):
            solve(study)
        return
    answer = solve(study)
    assert answer.objective == pytest.approx(best, rel=1e-9)
    assert answer.solution.proven and answer.solution.gap <= 1e-9
    assert list(answer.chosen) in sets
    assert set(answer.opened) | (standing - set(answer.closed)) == set(answer.chosen)


@pytest.mark.parametrize("seed", range(4))
def test_capacities_hold_and_split_is_never_worse(seed):
    costs, weight, _ = instance(seed, sites=6, demands=12)
    room = np.full(6, weight.sum() / 2.2)
    study = Study("capacitated", Costs.from_dense(costs), weight, 3, SiteRules.free(6), capacity=room)
    whole, parts = solve(study), solve(Study(**{**study.__dict__, "split": True}))
    for answer in (whole, parts):
        serving = answer.serving
        assert (serving.load <= room[answer.chosen] + 1e-6).all()
        share = np.bincount(serving.demand, serving.share, minlength=12)
        assert share == pytest.approx(np.ones(12))
        spent = float((weight[serving.demand] * serving.share * serving.cost).sum())
        assert answer.objective == pytest.approx(spent, rel=1e-9)
    assert (whole.serving.share == 1).all()
    assert parts.objective <= whole.objective + 1e-6


def test_demand_that_nobody_can_serve_is_listed_and_the_rest_answered():
    costs, weight, between = instance(5, holes=True)
    costs[[3, 7]] = np.inf
    costs[9, :] = np.where(np.arange(8) == 4, 90.0, np.inf)  # only a forbidden site reaches it
    rules = SiteRules(np.zeros(8, bool), np.zeros(8, bool), np.arange(8) == 4)
    answer = solve(Study("mclp", Costs.from_dense(costs), weight, 2, rules, radius=RADIUS))
    reason = dict(zip(answer.unserved.tolist(), answer.reason.tolist()))
    assert reason[3] == reason[7] == reason[9] == "unreachable"
    assert {"not_covered", "unreachable"} <= set(reason.values())
    allowed = list(combinations([0, 1, 2, 3, 5, 6, 7], 2))
    assert answer.objective == max(value("mclp", costs, weight, between, list(chosen)) for chosen in allowed)


def test_rows_in_an_error_are_those_of_the_study():
    costs = np.full((4, 3), np.inf)
    costs[1], costs[2, 0], costs[3, 1] = 5.0, 1.0, 1.0
    with pytest.raises(AnalysisError) as caught:
        solve(Study("pmedian", Costs.from_dense(costs), np.ones(4), 1, SiteRules.free(3)))
    assert caught.value.code == "demands_need_more_sites"


@pytest.mark.parametrize("model", ["pmedian", "lscp"])
def test_nobody_can_be_served(model):
    study = Study(model, Costs.from_dense(np.full((2, 2), np.inf)), np.ones(2), 1, SiteRules.free(2), radius=1.0)
    with pytest.raises(AnalysisError) as caught:
        solve(study)
    assert caught.value.code == ("nobody_within_radius" if model == "lscp" else "nobody_reachable")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"model": "guess"}, "unknown_model"), ({"weight": np.array([1.0, 0.0])}, "weights_not_positive"),
        ({"model": "mclp"}, "radius_missing"), ({"model": "capacitated"}, "capacity_missing"),
        ({"model": "dispersion"}, "distances_missing"), ({"facilities": 3}, "sites_too_few"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked(changes, code):
    asked = {"model": "pmedian", "costs": Costs.from_dense(np.ones((2, 2))), "weight": np.ones(2), "facilities": 1,
             "rules": SiteRules.free(2), **changes}  # fmt: skip
    with pytest.raises(AnalysisError) as caught:
        solve(Study(**asked))
    assert caught.value.code == code


# ---------------------------------------------------------------------------------------------------- figures
def test_figures_of_sites_in_plain_arithmetic():
    costs, weight, _ = instance(8)
    answer = solve(Study("pmedian", Costs.from_dense(costs), weight, 3, SiteRules.free(8)))
    chosen, serving = list(answer.chosen), answer.serving
    near = costs[:, chosen].argmin(axis=1)
    for number, site in enumerate(chosen):
        mine = near == number
        assert serving.load[number] == weight[mine].sum()
        assert serving.mean_cost[number] == pytest.approx(weight[mine] @ costs[mine, site] / weight[mine].sum())
        assert serving.max_cost[number] == costs[mine, site].max()
        rest = [other for other in chosen if other != site]
        assert serving.gain[number] == pytest.approx(weight @ costs[:, rest].min(axis=1) - answer.objective)
    assert sorted(serving.rank) == [1, 2, 3]
    assert serving.gain[np.argsort(serving.rank)].tolist() == sorted(serving.gain, reverse=True)


def test_aversion_minimizes_the_equivalent():
    costs, weight, _ = instance(9)
    costs[0] = 2500.0 + np.arange(8)[::-1] * 200  # one household far away
    plain = Study("pmedian", Costs.from_dense(costs), weight, 2, SiteRules.free(8))
    study = with_aversion(plain, 2.0)
    answer = solve(study)

    def equivalent(chosen) -> float:
        near = costs[:, list(chosen)].min(axis=1)
        return float(np.log(weight @ np.exp(study.kappa * near) / weight.sum()) / study.kappa)

    assert answer.objective == pytest.approx(min(map(equivalent, combinations(range(8), 2))), rel=1e-9)
    assert answer.solution.proven
    mean = weight @ costs[:, list(answer.chosen)].min(axis=1) / weight.sum()
    assert mean <= answer.objective <= costs[:, list(answer.chosen)].min(axis=1).max()


# ---------------------------------------------------------------------------------------------------- questions
def test_the_curve_is_the_best_of_every_size():
    costs, weight, between = instance(11)
    answer = solve(Study("pmedian", Costs.from_dense(costs), weight, 3, SiteRules.free(8)))
    points = curve(answer, 5, 30.0)
    assert [point.p for point in points] == [1, 2, 3, 4, 5]
    for point in points:
        every = [value("pmedian", costs, weight, between, list(s)) for s in combinations(range(8), point.p)]
        assert point.solution.objective == pytest.approx(min(every))
    gains = [point.gain for point in points]
    assert np.isnan(gains[0]) and (np.array(gains[1:]) > 0).all()


def test_the_next_best_sets_are_the_next_of_all_subsets():
    costs, weight, between = instance(12)
    answer = solve(Study("pmedian", Costs.from_dense(costs), weight, 3, SiteRules.free(8)))
    changes, complete = next_best(answer, 4, 30.0)
    every = sorted(value("pmedian", costs, weight, between, list(s)) for s in combinations(range(8), 3))
    assert complete
    assert [change.objective for change in changes] == pytest.approx(every[1:5])
    assert all(len(change.added) == len(change.removed) >= 1 for change in changes)


def test_why_not_here():
    costs, weight, between = instance(13)
    rules = SiteRules(np.zeros(8, bool), np.zeros(8, bool), np.arange(8) == 6)
    answer = solve(Study("pmedian", Costs.from_dense(costs), weight, 3, rules))
    others = [column for column in range(8) if column not in answer.chosen]
    for column, change in zip(others, forced(answer, others, 30.0)):
        possible = [s for s in combinations(range(8), 3) if column in s and (6 not in s or column == 6)]
        best = min(value("pmedian", costs, weight, between, list(s)) for s in possible)
        assert change.loss == pytest.approx(best - answer.objective)


def test_forcing_a_site_never_drops_demand_in_silence():
    costs = np.array([[1.0, 9.0], [np.inf, 2.0]])
    answer = solve(Study("pmedian", Costs.from_dense(costs), np.ones(2), 1, SiteRules.free(2)))
    assert answer.chosen.tolist() == [1]
    (change,) = forced(answer, [0], 5.0)
    assert change.problem and np.isnan(change.loss)


def test_the_price_of_each_rule():
    costs, weight, between = instance(14)
    rules = SiteRules(
        np.zeros(8, bool), np.arange(8) == 2, np.arange(8) == 5,
        groups=[Group("a", np.arange(4), 2, 2)], price=1.0 + np.arange(8), budget=14.0,
    )  # fmt: skip
    answer = solve(Study("pmedian", Costs.from_dense(costs), weight, 3, rules))
    prices = {change.what: change for change in rule_prices(answer, 30.0)}
    assert set(prices) == {"required", "forbidden", "min_per_zone", "max_per_zone", "budget"}
    free = SiteRules(rules.existing, rules.required, rules.forbidden, groups=rules.groups, price=rules.price)
    best = min(value("pmedian", costs, weight, between, s) for s in allowed_sets(free, 3))
    assert prices["budget"].objective == pytest.approx(best)
    assert all(change.loss <= 1e-9 for change in prices.values())
