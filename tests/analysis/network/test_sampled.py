"""Sampled centrality against the exact values: right on average, and wrong by what its standard error says."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.network.centrality import centrality
from seo_district_plugin.analysis.network.graph import Costs
from seo_district_plugin.analysis.network.sampled import sampled_centrality, sampling_shares
from seo_district_plugin.analysis.network.types import Network, network_from_paths
from tests.analysis.network.worlds import grid_network


def town(side: int = 22, seed: int = 5) -> Network:
    """A bent grid without ties, a seventh of its streets missing."""
    random = np.random.default_rng(seed)
    whole = grid_network(side, side, 60.0)
    xy = whole.xy + random.normal(0, 9, whole.xy.shape)
    kept = random.random(whole.edges) > 0.14
    return network_from_paths(xy, whole.start[kept], whole.end[kept])


RADII = [200.0, 900.0]
EVEN = {"error": 0.28, "pays_from": 100}


@pytest.fixture(scope="module")
def exact():
    return centrality(town(), RADII, decay=0.002)


def test_shares_follow_the_bound():
    share = sampling_shares(np.array([500.0, 2500.0, 30_000.0]), 0.1)
    assert share[0] == 1
    assert share[1] == pytest.approx(np.log(2 * 2500 / 0.1) / (2 * 0.01) / 2500)
    assert share[2] == pytest.approx(np.log(2 * 30_000 / 0.1) / (2 * 0.01) / 30_000)
    assert (sampling_shares(np.array([3000.0, 1000.0, 9000.0]), 0.2)[:2] < 1).all()  # never rising


def test_below_the_reach_where_it_pays_the_values_are_the_exact_ones(exact):
    found = sampled_centrality(town(), RADII, error=0.28, decay=0.002)
    assert (found.share == 1).all()
    for name, values in exact.node.items():
        assert np.allclose(found.values.node[name], values, rtol=1e-12, atol=1e-12)
    assert np.allclose(found.values.edge["betweenness"], exact.edge["betweenness"], rtol=1e-12, atol=1e-12)
    assert found.edge_error.max() == 0


def test_each_radius_has_a_share_of_its_own(exact):
    found = sampled_centrality(town(), RADII, decay=0.002, **EVEN)
    assert found.share[0] == 1 and 0.1 < found.share[1] < 0.6
    assert np.allclose(found.values.edge["betweenness"][0], exact.edge["betweenness"][0], atol=1e-9)
    assert found.edge_error[0].max() == 0 and np.median(found.edge_error[1]) > 0


def test_the_mean_of_many_samples_is_the_exact_value(exact):
    runs = [sampled_centrality(town(), RADII, seed=seed, decay=0.002, **EVEN) for seed in range(40)]
    for name in ("reach", "harmonic", "gravity", "betweenness"):
        mean = np.mean([run.values.node[name][1] for run in runs], axis=0)
        spread = np.std([run.values.node[name][1] for run in runs], axis=0) / np.sqrt(len(runs)) + 1e-9
        away = np.abs(mean - exact.node[name][1]) / spread
        assert np.mean(away < 3.5) > 0.97, name
    between = np.mean([run.values.edge["betweenness"][1] for run in runs], axis=0).sum()
    assert between == pytest.approx(exact.edge["betweenness"][1].sum(), rel=0.03)


def test_the_stated_error_is_the_error(exact):
    """The errors are as large as said; on busy streets nearly all exact values lie within two standard errors."""
    inside, ratio = [], []
    for seed in range(12):
        found = sampled_centrality(town(), RADII, seed=seed, decay=0.002, **EVEN)
        off = np.abs(found.values.edge["betweenness"][1] - exact.edge["betweenness"][1])
        busy = exact.edge["betweenness"][1] > 100
        busiest = exact.edge["betweenness"][1] > 300
        inside.append(np.mean(off[busiest] <= 2 * found.edge_error[1][busiest]))
        ratio.append(np.sqrt(np.mean(off[busy] ** 2) / np.mean(found.edge_error[1][busy] ** 2)))
    assert np.mean(inside) > 0.85
    assert np.mean(ratio) == pytest.approx(1.0, abs=0.1)


def test_the_bound_on_closeness_holds(exact):
    """Eppstein and Wang: the mean distance is off by more than epsilon times the radius at hardly any node."""
    for seed in range(5):
        found = sampled_centrality(town(), RADII, seed=seed, decay=0.002, **EVEN)
        mean = found.values.node["farness"][1] / np.maximum(found.values.node["reach"][1], 1e-9)
        true = exact.node["farness"][1] / np.maximum(exact.node["reach"][1], 1e-9)
        assert np.mean(np.abs(mean - true) <= EVEN["error"] * RADII[1]) > 0.9


def test_weights_count(exact):
    network, random = town(), np.random.default_rng(1)
    origins, destinations = random.random(network.nodes), random.integers(0, 3, network.nodes).astype(float)
    whole = centrality(network, RADII, origins=origins, destinations=destinations)
    mean = np.mean(
        [
            sampled_centrality(network, RADII, seed=s, origins=origins, destinations=destinations, **EVEN)
            .values.edge["betweenness"][1]
            for s in range(25)
        ],
        axis=0,
    )  # fmt: skip
    assert mean.sum() == pytest.approx(whole.edge["betweenness"][1].sum(), rel=0.05)
    assert np.corrcoef(mean, whole.edge["betweenness"][1])[0, 1] > 0.99


def test_the_same_seed_gives_the_same_values():
    one, two, other = (sampled_centrality(town(), RADII, seed=seed, **EVEN) for seed in (3, 3, 4))
    assert np.array_equal(one.values.edge["betweenness"], two.values.edge["betweenness"])
    assert not np.array_equal(one.values.edge["betweenness"], other.values.edge["betweenness"])


def test_what_cannot_be_sampled_is_refused():
    network = grid_network(3, 3)
    ways = np.arange(1.0, network.edges + 1)
    with pytest.raises(AnalysisError, match="sampling_one_way"):
        sampled_centrality(network, [2.0], error=0.1, costs=Costs(ways, ways + 1))
    for error in (0.0, 1.0, -1.0):
        with pytest.raises(AnalysisError, match="sampling_error_range"):
            sampled_centrality(network, [2.0], error=error)


def test_cancel():
    def stop(fraction: float) -> None:
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        sampled_centrality(town(), RADII, tick=stop, **EVEN)
