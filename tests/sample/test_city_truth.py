"""The planted truth of the city: suitability by its formula, siting instances solved by other means."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from seo_district_plugin.sample.city import City, make_city
from seo_district_plugin.sample.siting import CLUSTERS


@pytest.mark.parametrize("which", ["tiny", "district"])
def test_suitability_is_its_formula(which: str, request: pytest.FixtureRequest) -> None:
    city = request.getfixturevalue(which)
    table = city.truth["suitability"]
    score = (
        0.32 * table["people"]
        + 0.28 * table["shops"]
        + 0.18 * table["stops"]
        + 0.14 * table["street"]
        + 0.08 * table["flat"]
        + table["noise"]
    )
    np.testing.assert_allclose(table["true_suitability"], 100 * np.clip(score, 0, 1), atol=1e-3)
    for factor in ("people", "shops", "stops", "street", "flat"):
        assert table[factor].between(0, 1).all()
    assert table["noise"].std() == pytest.approx(0.03, rel=0.2)
    assert abs(table["noise"].mean()) < 0.01
    weights = city.truth["suitability_weights"]
    assert weights["weight"].sum() == pytest.approx(1.0)
    assert set(table["gid"]) == set(city.layers["population_grid"].frame["gid"])


def test_people_factor_by_brute_force(tiny: City) -> None:
    table = tiny.truth["suitability"]
    lived = tiny.buildings[tiny.buildings["persons"] > 0]
    gap = np.hypot(
        table["x"].to_numpy()[:, None] - lived["x"].to_numpy(), table["y"].to_numpy()[:, None] - lived["y"].to_numpy()
    )
    total = (np.where(gap <= 300, np.exp(-0.5 * (gap / 150) ** 2), 0) * lived["persons"].to_numpy()).sum(axis=1)
    wanted = np.clip(total / np.percentile(total[total > 0], 98), 0, 1)
    np.testing.assert_allclose(table["people"], wanted, atol=2e-6)


def instance(city: City) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict]:
    demand, sites = city.truth["siting_demand"], city.truth["siting_candidates"]
    distance = np.hypot(
        demand["x"].to_numpy()[:, None] - sites["x"].to_numpy(), demand["y"].to_numpy()[:, None] - sites["y"].to_numpy()
    )
    optimum = {row.problem: row for row in city.truth["siting_optimum"].itertuples()}
    return distance, demand["weight"].to_numpy(), sites["site"].to_numpy(), optimum


CITIES = [("tiny", 1), ("tiny", 5), ("district", 1)]


def made(which: str, seed: int, request: pytest.FixtureRequest) -> City:
    return request.getfixturevalue(which) if seed == 1 else make_city(which, seed)


@pytest.mark.parametrize(("which", "seed"), CITIES)
def test_p_median_optimum(which: str, seed: int, request: pytest.FixtureRequest) -> None:
    distance, weight, sites, optimum = instance(made(which, seed, request))
    n, m = distance.shape
    cost = np.concatenate([(weight[:, None] * distance).ravel(), np.zeros(m)])
    once = np.zeros((n, n * m + m))
    for i in range(n):
        once[i, i * m : (i + 1) * m] = 1
    opened = np.hstack([np.eye(n * m), -np.tile(np.eye(m), (n, 1))])
    count = np.concatenate([np.zeros(n * m), np.ones(m)])[None]
    found = milp(
        cost,
        constraints=[
            LinearConstraint(once, 1, 1),
            LinearConstraint(opened, -np.inf, 0),
            LinearConstraint(count, CLUSTERS, CLUSTERS),
        ],
        integrality=np.concatenate([np.zeros(n * m), np.ones(m)]),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    row = optimum["p-median"]
    assert found.fun == pytest.approx(row.objective, rel=1e-9)
    assert sorted(sites[found.x[n * m :] > 0.5]) == [int(s) for s in row.sites.split()]


@pytest.mark.parametrize(("which", "seed"), CITIES)
def test_lscp_and_p_center_optimum(which: str, seed: int, request: pytest.FixtureRequest) -> None:
    distance, _, sites, optimum = instance(made(which, seed, request))

    def fewest(radius: float) -> tuple[float, list[int]]:
        cover = (distance <= radius).astype(float)
        if (cover.sum(axis=1) == 0).any():
            return np.inf, []
        m = distance.shape[1]
        rule = LinearConstraint(cover, 1, np.inf)
        found = milp(np.ones(m), constraints=rule, integrality=np.ones(m), bounds=Bounds(0, 1))
        return found.fun, sorted(sites[found.x > 0.5])

    row = optimum["LSCP"]
    number, chosen = fewest(row.radius)
    assert number == row.objective == CLUSTERS
    assert chosen == [int(s) for s in row.sites.split()]
    radius = optimum["p-center"].objective
    assert fewest(radius + 1e-6)[0] <= CLUSTERS
    assert fewest(radius - 1e-6)[0] > CLUSTERS  # no p sites reach everyone within less


@pytest.mark.parametrize(("which", "seed"), CITIES)
def test_mclp_optimum_by_trying_all(which: str, seed: int, request: pytest.FixtureRequest) -> None:
    distance, weight, sites, optimum = instance(made(which, seed, request))
    row = optimum["MCLP"]
    cover = distance <= row.radius
    best = max(combinations(range(len(sites)), row.p), key=lambda c: weight[cover[:, c].any(axis=1)].sum())
    assert weight[cover[:, best].any(axis=1)].sum() == row.objective
    assert sorted(sites[list(best)]) == [int(s) for s in row.sites.split()]


def test_clusters_lie_where_people_live(district: City) -> None:
    sites = district.truth["siting_candidates"]
    ring_x, ring_y = district.buildings["x"], district.buildings["y"]
    assert sites["x"].between(ring_x.min() - 200, ring_x.max() + 200).all()
    assert sites["y"].between(ring_y.min() - 200, ring_y.max() + 200).all()
    assert sites.groupby("cluster")["is_center"].sum().eq(1).all()
