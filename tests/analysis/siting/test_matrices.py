"""Cost matrices: all pairs, pairs within a cutoff, along streets; and what is too large."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.location.types import Costs
from seo_district_plugin.analysis.network.attach import attach_points
from seo_district_plugin.analysis.network.lines import street_lines
from seo_district_plugin.analysis.network.noding import node_lines
from seo_district_plugin.analysis.siting.matrices import MOST_SITES, between_sites, network_costs, straight_costs


@pytest.fixture
def places():
    random = np.random.default_rng(4)
    return random.uniform(0, 1000, (70, 2)), random.uniform(0, 1000, (9, 2))


def test_straight_costs_are_euclidean(places):
    demand, site = places
    expected = np.hypot(*(demand[:, None] - site[None]).transpose(2, 0, 1))
    assert np.allclose(straight_costs(demand, site).dense(), expected, rtol=1e-12)


def test_a_cutoff_keeps_exactly_the_near_pairs(places):
    demand, site = places
    everything = straight_costs(demand, site).dense()
    near = straight_costs(demand, site, 250.0).dense()
    assert np.array_equal(np.isfinite(near), everything <= 250.0)
    assert np.allclose(near[np.isfinite(near)], everything[everything <= 250.0])


def cross():
    """Two streets that cross at (0, 0), and one that nothing joins."""
    lines = street_lines([np.array(line, float) for line in (
        [(-1000, 0), (1000, 0)], [(0, -1000), (0, 1000)], [(5000, 0), (6000, 0)])])  # fmt: skip
    return node_lines(lines)[0]


def test_ways_go_to_the_street_along_it_and_from_it():
    network = cross()
    demand, site = np.array([[300.0, 40.0], [5500.0, 0.0], [0.0, 500.0]]), np.array([[-20.0, -400.0], [0.0, 500.0]])
    from_places, to_places = attach_points(network, demand), attach_points(network, site)
    costs = network_costs(network, from_places, to_places).dense()
    assert costs[0] == pytest.approx([40 + 300 + 400 + 20, 40 + 300 + 500])
    assert np.isinf(costs[1]).all()
    assert costs[2] == pytest.approx([500 + 400 + 20, 0.0])


@pytest.mark.parametrize("cutoff", [np.inf, 900.0])
def test_what_stands_on_one_spot_costs_nothing(cutoff):
    network = cross()
    demand, site = np.array([[300.0, 40.0]]), np.array([[300.0, 40.0], [310.0, 40.0]])
    parts = attach_points(network, demand), attach_points(network, site)
    costs = network_costs(network, *parts, cutoff, xy=(demand, site)).dense()
    assert costs[0] == pytest.approx([0.0, 90.0])


def test_a_cutoff_counts_the_way_to_the_street_too():
    network = cross()
    demand, site = np.array([[300.0, 40.0]]), np.array([[0.0, 100.0], [0.0, 200.0]])
    parts = attach_points(network, demand), attach_points(network, site)
    assert np.isfinite(network_costs(network, *parts, 441.0).dense()).tolist() == [[True, False]]


def test_too_much_is_refused_before_anything_is_computed():
    with pytest.raises(AnalysisError) as caught:
        straight_costs(np.zeros((20_000, 2)), np.zeros((3_000, 2)))
    assert caught.value.code == "too_many_pairs" and caught.value.values["pairs"] == 60_000_000
    with pytest.raises(AnalysisError) as caught:
        straight_costs(np.zeros((1, 2)), np.zeros((MOST_SITES + 1, 2)))
    assert caught.value.code == "too_many_sites"


def test_distances_between_sites_are_the_shorter_way():
    costs = Costs.from_dense(np.array([[0.0, 5.0, np.inf], [7.0, 0.0, np.inf], [np.inf, 2.0, 9.0]]))
    assert between_sites(costs).tolist() == [[0.0, 5.0, np.inf], [5.0, 0.0, 2.0], [np.inf, 2.0, 0.0]]
