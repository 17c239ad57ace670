"""Floating catchments and the rational agent model against loops, published examples, a peer and their properties."""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.access import decay
from seo_district_plugin.analysis.access.catchments import floating_catchment
from seo_district_plugin.analysis.access.groups import NONE, by_zone, judge, weighted_gini
from seo_district_plugin.analysis.access.raam import TOLERANCE, rational_agents
from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.location.types import Costs

ROOT = Path(__file__).resolve().parents[3]
PEERS = ROOT / ".peers" / "bin" / "python"


def _loops(cost, people, supply, weight, method):
    """The definitions, pair by pair."""
    n, m = cost.shape
    w = [[weight[i][j] if np.isfinite(cost[i, j]) and supply[j] > 0 else 0.0 for j in range(m)] for i in range(n)]
    used = [row[:] for row in w]
    for i in range(n):
        total = sum(w[i])
        for j in range(m):
            share = w[i][j] / total if total else 0.0
            used[i][j] = {"2sfca": w[i][j], "3sfca": share * w[i][j], "bfca": share}[method]
    score = [0.0] * n
    for j in range(m):
        load = sum(used[i][j] * people[i] for i in range(n))
        if load > 0:
            for i in range(n):
                score[i] += used[i][j] * supply[j] / load
    return score


def _instance(seed, holes=0.4):
    rng = np.random.default_rng(seed)
    n, m = int(rng.integers(1, 12)), int(rng.integers(1, 7))
    cost = rng.random((n, m)) * 1000
    cost[rng.random((n, m)) < holes] = np.inf
    people = rng.integers(0, 50, n).astype(float)
    people[0] += 1
    supply = rng.integers(0, 9, m) * 0.5
    supply[0] += 1
    return cost, people, supply


@given(st.integers(0, 10**6), st.sampled_from(["2sfca", "3sfca", "bfca"]), st.sampled_from(["uniform", "gaussian"]))
@settings(max_examples=80, deadline=None)
def test_equals_the_definitions(seed, method, kind):
    cost, people, supply = _instance(seed)
    costs = Costs.from_dense(cost)
    weight = getattr(decay, kind)(costs.value, 900.0)
    dense = getattr(decay, kind)(np.where(np.isfinite(cost), cost, 1e9), 900.0)
    found = floating_catchment(costs, people, supply, weight, method)
    assert found.score == pytest.approx(_loops(cost, people, supply, dense, method))


@given(st.integers(0, 10**6), st.sampled_from(["uniform", "gaussian"]))
@settings(max_examples=80, deadline=None)
def test_balanced_catchments_hand_out_all_capacity_within_reach(seed, kind):
    cost, people, supply = _instance(seed)
    costs = Costs.from_dense(cost)
    found = floating_catchment(costs, people, supply, getattr(decay, kind)(costs.value, 800.0), "bfca")
    assert (people * found.score).sum() == pytest.approx(supply[found.load > 0].sum())
    assert found.load.sum() == pytest.approx(people[found.reach > 0].sum()), "everybody is counted once"


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_a_catchment_that_covers_all_gives_everybody_the_same(seed):
    cost, people, supply = _instance(seed, holes=0.0)
    costs = Costs.from_dense(cost)
    found = floating_catchment(costs, people, supply, decay.uniform(costs.value, 1e9), "2sfca")
    assert found.score == pytest.approx(np.full(len(people), supply.sum() / people.sum()))


def _hospital(times):
    """Costs of the three tracts of the PySAL example: (demand, service)."""
    inbound, outbound, across = times
    return np.array([[1, across, inbound], [across, 1, inbound], [outbound, outbound, 1]], dtype=float)


@pytest.mark.parametrize("times", [(40, 40, 80), (20, 40, 80), (40, 20, 80), (20, 20, 40)])
@pytest.mark.parametrize("method", ["2sfca", "3sfca"])
def test_published_three_tract_hospital_example(times, method):
    cost = _hospital(times)
    people, supply = np.array([100.0, 50.0, 10.0]), np.array([15.0, 20.0, 100.0])
    pull = 1 / cost
    if method == "3sfca":  # the example shares out over all services, whether within the catchment or not
        pull = pull * pull / pull.sum(axis=1, keepdims=True)
    pull[cost >= 61] = 0.0
    expected = [
        sum(pull[i, j] * supply[j] / sum(pull[k, j] * people[k] for k in range(3)) for j in range(3)) for i in range(3)
    ]
    costs = Costs.from_dense(cost)
    if method == "3sfca":
        weight = (1 / cost) ** 2 / (1 / cost).sum(axis=1, keepdims=True)
        weight[cost >= 61] = 0.0
        found = floating_catchment(costs, people, supply, weight.ravel(), "2sfca")
    else:
        found = floating_catchment(costs, people, supply, np.where(cost < 61, 1 / cost, 0.0).ravel(), "2sfca")
    assert found.score == pytest.approx(expected)


def test_hospital_example_answers_faster_roads():
    people, supply = np.array([100.0, 50.0, 10.0]), np.array([15.0, 20.0, 100.0])

    def scores(times):
        cost = _hospital(times)
        costs = Costs.from_dense(cost)
        return floating_catchment(costs, people, supply, np.where(cost < 61, 1 / cost, 0).ravel(), "2sfca").score

    gridlock, inbound, outbound = scores((40, 40, 80)), scores((20, 40, 80)), scores((40, 20, 80))
    assert inbound[0] > gridlock[0] and inbound[1] > gridlock[1] and inbound[2] < gridlock[2]
    assert outbound[0] < gridlock[0] and outbound[1] < gridlock[1] and outbound[2] > gridlock[2]


def test_san_francisco_equals_the_reference(real_data):
    folder = real_data / "sf_stores"
    with (folder / "demand_tracts.csv").open(encoding="utf-8") as file:
        people = {row["NAME"]: float(row["POP2000"]) for row in csv.DictReader(file)}
    with (folder / "network_distance.csv").open(encoding="utf-8") as file:
        table = [(row["DestinationName"], row["name"], float(row["distance"])) for row in csv.DictReader(file)]
    with (folder / "reference_2sfca.csv").open(encoding="utf-8") as file:
        reference = {row["NAME"]: float(row["access_2sfca_5000m"] or 0) for row in csv.DictReader(file)}
    tracts, stores = sorted(people), sorted({row[1] for row in table})
    place = {name: at for at, name in enumerate(tracts)}
    column = {name: at for at, name in enumerate(stores)}
    costs = Costs.from_pairs(
        np.array([place[row[0]] for row in table]),
        np.array([column[row[1]] for row in table]),
        np.array([row[2] for row in table]),
        (len(tracts), len(stores)),
    )
    heads = np.array([people[name] for name in tracts])
    found = floating_catchment(costs, heads, np.ones(len(stores)), decay.uniform(costs.value, 5000.0), "2sfca")
    assert found.score == pytest.approx([reference.get(name, 0.0) for name in tracts], rel=1e-9, abs=1e-15)
    assert (found.score * heads).sum() == pytest.approx(16.0)


PEER = """
import json, sys, warnings
warnings.filterwarnings("ignore")
import pandas as pd
from access import Access, weights
given = json.load(open(sys.argv[1], encoding="utf-8"))
demand = pd.DataFrame({"id": range(len(given["people"])), "people": given["people"]})
supply = pd.DataFrame({"id": range(len(given["supply"])), "supply": given["supply"]})
costs = pd.DataFrame(given["pairs"], columns=["origin", "dest", "cost"])
a = Access(demand_df=demand, demand_index="id", demand_value="people", supply_df=supply, supply_index="id",
           supply_value="supply", cost_df=costs, cost_origin="origin", cost_dest="dest", cost_name="cost")
bell = weights.gaussian(300)
a.two_stage_fca(name="two", max_cost=600)
a.enhanced_two_stage_fca(name="enhanced", weight_fn=weights.step_fn({200: 1, 400: 0.68, 600: 0.22}), max_cost=600)
a.three_stage_fca(name="three", weight_fn=weights.step_fn({200: 1, 400: 0.68, 600: 0.22}), max_cost=600)
a.raam(name="agents", tau=400)
found = a.access_df.reindex(range(len(given["people"])))
json.dump({c: found[c + "_supply"].fillna(0).tolist() for c in ("two", "enhanced", "three", "agents")},
          open(sys.argv[2], "w", encoding="utf-8"))
"""


@pytest.mark.skipif(not PEERS.exists(), reason="peers are not installed")
def test_equals_pysal_access(tmp_path):
    rng = np.random.default_rng(3)
    n, m = 60, 12
    at, to = rng.random((n, 2)) * 1500, rng.random((m, 2)) * 1500
    cost = np.hypot(*(at[:, None] - to[None]).transpose(2, 0, 1))
    people, supply = rng.integers(5_000, 90_000, n).astype(float), rng.integers(1, 20, m).astype(float)
    pairs = [[i, j, cost[i, j]] for i in range(n) for j in range(m)]
    asked, told = tmp_path / "asked.json", tmp_path / "told.json"
    asked.write_text(
        json.dumps({"people": people.tolist(), "supply": supply.tolist(), "pairs": pairs}), encoding="utf-8"
    )
    done = subprocess.run([str(PEERS), "-c", PEER, str(asked), str(told)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"the peer does not run here: {done.stderr[-200:]}")
    peer = json.loads(told.read_text(encoding="utf-8"))
    costs = Costs.from_dense(cost)
    steps = decay.stepped(costs.value, np.array([200.0, 400.0, 600.0]), np.array(decay.STEP_WEIGHTS))
    even = decay.uniform(costs.value, 600.0)
    for name, weight, method in (("two", even, "2sfca"), ("enhanced", steps, "2sfca"), ("three", steps, "3sfca")):
        found = floating_catchment(costs, people, supply, weight, method)
        assert found.score == pytest.approx(peer[name], rel=1e-9), name
    found = rational_agents(costs, people, supply, 400.0)
    assert found.converged
    assert found.score == pytest.approx(peer["agents"], rel=0.02), "its steps are whole people and end early"


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_agents_gain_nothing_by_changing(seed):
    cost, people, supply = _instance(seed)
    found = rational_agents(Costs.from_dense(cost), people, supply, 300.0)
    assert found.converged and found.gap <= TOLERANCE
    reached = (found.reach > 0) & (people > 0)
    assert found.load.sum() == pytest.approx(people[reached].sum())
    assert np.isinf(found.score[found.reach == 0]).all()
    if reached.any():
        used = np.isfinite(cost[reached]).any(axis=0) & (supply > 0)
        rho = people[reached].sum() / supply[np.isfinite(cost).any(axis=0) & (supply > 0)].sum()
        at = np.where(used, found.load / np.maximum(rho * supply, 1e-300), np.inf) + cost / 300.0
        assert found.score[reached] == pytest.approx(at.min(axis=1)[reached])
        # Wardrop: the cost borne by all equals the least cost times the people.
        load_cost = (found.load[used] ** 2 / (rho * supply[used])).sum()
        assert load_cost <= (people[reached] * found.score[reached]).sum() * (1 + 10 * TOLERANCE) + 1e-9


def test_agents_by_hand():
    # Two services of equal capacity, one person-group near the first: 10 people, rho = 10 / 2 = 5, tau = 100.
    found = rational_agents(Costs.from_dense(np.array([[0.0, 100.0]])), np.array([10.0]), np.ones(2), 100.0)
    # x / 5 = (10 - x) / 5 + 1 -> x = 7.5, cost 1.5
    assert found.load == pytest.approx([7.5, 2.5]) and found.score == pytest.approx([1.5])


def test_agents_of_a_town_converge_and_say_how_far():
    rng = np.random.default_rng(1)
    at, to = rng.random((800, 2)) * 3000, rng.random((40, 2)) * 3000
    cost = np.hypot(*(at[:, None] - to[None]).transpose(2, 0, 1))
    cost[cost > 1500] = np.inf
    people, supply = rng.integers(1, 60, 800).astype(float), rng.integers(10, 40, 40).astype(float)
    found = rational_agents(Costs.from_dense(cost), people, supply, 500.0)
    assert found.converged and found.rounds < 200
    short = rational_agents(Costs.from_dense(cost), people, supply, 500.0, most_rounds=1)
    assert not short.converged and short.gap > TOLERANCE and short.rounds == 1


def test_decay_shapes():
    cost = np.array([0.0, 100.0, 299.9, 300.0, 300.1])
    assert decay.uniform(cost, 300.0).tolist() == [1, 1, 1, 1, 0]
    bell = decay.gaussian(cost, 300.0)
    assert bell[0] == 1 and bell[3] == pytest.approx(0) and bell[4] == 0 and (np.diff(bell) <= 0).all()
    assert bell[1] == pytest.approx((np.exp(-1 / 18) - np.exp(-0.5)) / (1 - np.exp(-0.5)))
    steps = decay.stepped(cost, np.array([100.0, 300.0]), np.array([1.0, 0.4]))
    assert steps.tolist() == [1, 1, 0.4, 0.4, 0]


def test_ranks_grades_and_zones():
    costs = Costs.from_dense(np.array([[10.0, np.inf], [10.0, 20.0], [np.inf, 20.0], [np.inf, np.inf]]))
    people, supply = np.array([10.0, 10.0, 30.0, 50.0]), np.array([20.0, 4.0])
    found = floating_catchment(costs, people, supply, np.ones(4), "2sfca")
    assert found.score == pytest.approx([1.0, 1.1, 0.1, 0.0])
    judged = judge(found, people, 0.5)
    assert judged.mean == pytest.approx(0.24) and judged.limit == pytest.approx(0.12)
    assert judged.rank.tolist() == [2, 1, 3, 4] and judged.grade.tolist() == [4, 4, 1, 0]
    assert judged.percentile.tolist() == [80.0, 90.0, 50.0, 0.0]
    zones = by_zone(found, judged, people, np.array([0, 0, 1, -1]), 3)
    assert zones.people.tolist() == [20, 30, 0] and zones.mean[:2] == pytest.approx([1.05, 0.1])
    assert np.isnan(zones.mean[2]) and zones.low.tolist() == [0, 30, 0] and zones.none.tolist() == [0, 0, 0]
    agents = rational_agents(costs, people, supply, 100.0)
    graded = judge(agents, people, 0.5)
    assert graded.grade[3] == NONE and graded.rank[1] == 1 and graded.rank[3] == 4


def test_gini_equals_the_pairs():
    rng = np.random.default_rng(2)
    value, weight = rng.random(30), rng.integers(1, 5, 30).astype(float)
    heads = np.repeat(value, weight.astype(int))
    expected = np.abs(heads[:, None] - heads[None]).mean() / (2 * heads.mean())
    assert weighted_gini(value, weight) == pytest.approx(expected)
    assert weighted_gini(np.ones(4), np.ones(4)) == pytest.approx(0.0)
    assert weighted_gini(np.zeros(4), np.ones(4)) == 0.0


def _refused(code, call, *arguments, **options):
    with pytest.raises(AnalysisError) as caught:
        call(*arguments, **options)
    assert caught.value.code == code


def test_bad_input_is_refused():
    costs = Costs.from_dense(np.array([[1.0, 2.0], [3.0, np.inf]]))
    ones = np.ones(3)
    for call, tail in ((floating_catchment, (ones, "2sfca")), (rational_agents, (100.0,))):
        _refused("access_demand_bad", call, costs, np.array([1.0, -1.0]), np.ones(2), *tail)
        _refused("access_demand_bad", call, costs, np.array([np.nan, 1.0]), np.ones(2), *tail)
        _refused("access_supply_bad", call, costs, np.ones(2), np.array([1.0, np.inf]), *tail)
        _refused("access_no_demand", call, costs, np.zeros(2), np.ones(2), *tail)
        _refused("access_no_supply", call, costs, np.ones(2), np.zeros(2), *tail)
        _refused("access_size", call, costs, np.ones(3), np.ones(2), *tail)
    _refused("access_weight_size", floating_catchment, costs, np.ones(2), np.ones(2), np.ones(2), "2sfca")
    _refused(
        "access_weight_negative", floating_catchment, costs, np.ones(2), np.ones(2), np.array([1, -1.0, 1]), "2sfca"
    )
    _refused("tau_not_positive", rational_agents, costs, np.ones(2), np.ones(2), 0.0)
    _refused("steps_not_rising", decay.stepped, ones, np.array([3.0, 2.0]), np.array([1.0, 0.5]))
    _refused("steps_weights", decay.stepped, ones, np.array([1.0, 2.0]), np.array([1.0, 1.5]))


def test_nothing_in_reach_and_zero_people():
    costs = Costs.from_dense(np.full((2, 1), np.inf))
    found = floating_catchment(costs, np.ones(2), np.ones(1), np.zeros(0), "bfca")
    assert found.score.tolist() == [0, 0] and found.ratio.tolist() == [0] and np.isinf(found.nearest).all()
    agents = rational_agents(costs, np.ones(2), np.ones(1), 10.0)
    assert np.isinf(agents.score).all() and agents.converged
    costs = Costs.from_dense(np.array([[1.0], [2.0]]))
    found = floating_catchment(costs, np.array([0.0, 4.0]), np.ones(1), np.ones(2), "2sfca")
    assert found.score.tolist() == [0.25, 0.25], "a place without people still has access"


def test_cancel_goes_through():
    def tick(_):
        raise Cancelled

    costs = Costs.from_dense(np.array([[1.0, 2.0]]))
    with pytest.raises(Cancelled):
        rational_agents(costs, np.ones(1), np.ones(2), 10.0, tick=tick)
