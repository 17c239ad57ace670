"""Merging through nodes is reversible; the nearest place on a street equals brute force."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.network.attach import attach_points, node_places
from seo_district_plugin.analysis.network.duplicates import points_at, take_edges
from seo_district_plugin.analysis.network.lines import street_lines
from seo_district_plugin.analysis.network.noding import node_lines
from seo_district_plugin.analysis.network.simplify import merge_through_nodes
from seo_district_plugin.analysis.network.types import Network


def random_streets(seed: int, count: int = 12) -> tuple[list[np.ndarray], Network]:
    rng = np.random.default_rng(seed)
    paths = [rng.uniform(0, 60, 2) + np.cumsum(rng.normal(0, 9, (rng.integers(2, 6), 2)), axis=0) for _ in range(count)]
    return paths, node_lines(street_lines(paths), 0.0)[0]


def along(path: np.ndarray, measure: float) -> np.ndarray:
    steps = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
    return np.array([np.interp(measure, steps, path[:, k]) for k in (0, 1)])


@settings(max_examples=50)
@given(st.integers(0, 100_000))
def test_merging_keeps_length_geometry_and_the_way_back(seed: int) -> None:
    paths, network = random_streets(seed)
    merged, into = merge_through_nodes(network)
    assert np.allclose(np.bincount(into, network.length, merged.edges), merged.length)
    degree = merged.degree()
    loops = np.bincount(merged.start[merged.start == merged.end], minlength=merged.nodes) > 0
    assert not ((degree == 2) & ~loops).any()
    for edge in range(merged.edges):
        path = merged.path(edge)
        assert np.array_equal(path[0], merged.xy[merged.start[edge]])
        assert np.array_equal(path[-1], merged.xy[merged.end[edge]])
        here = merged.pieces
        done = 0.0
        for k in range(here.offsets[edge], here.offsets[edge + 1]):
            for share in (0.0, 0.3, 1.0):
                source = along(paths[here.line[k]], here.start[k] + share * (here.end[k] - here.start[k]))
                mine = along(path, done + share * abs(here.end[k] - here.start[k]))
                assert np.allclose(source, mine, atol=1e-6)
            done += abs(here.end[k] - here.start[k])
        assert done == pytest.approx(merged.length[edge])


def test_what_changes_at_a_node_stays() -> None:
    paths = [np.array([[0.0, 0], [1, 0]]), np.array([[2.0, 0], [1, 0]]), np.array([[2.0, 0], [3, 0]])]
    both = merge_through_nodes(node_lines(street_lines(paths))[0])[0]
    assert (both.edges, both.nodes) == (1, 2)
    turned = node_lines(street_lines(paths, oneway=np.array([1, -1, 1])))[0]
    assert merge_through_nodes(turned)[0].oneway.tolist() == [1]
    against = node_lines(street_lines(paths, oneway=np.array([1, 1, 1])))[0]
    assert merge_through_nodes(against)[0].edges == 3
    bridge = node_lines(street_lines(paths, bridge=["", "yes", ""]))[0]
    assert merge_through_nodes(bridge)[0].edges == 3
    kept = node_lines(street_lines(paths))[0]
    assert merge_through_nodes(kept, np.ones(kept.nodes, dtype=bool))[0].edges == 3


def test_a_ring_without_junction_keeps_one_node() -> None:
    paths = [np.array(p, dtype=float) for p in ([[0, 0], [1, 0]], [[1, 0], [1, 1]], [[1, 1], [0, 0]])]
    ring = merge_through_nodes(node_lines(street_lines(paths), 0.0)[0])[0]
    assert (ring.nodes, ring.edges) == (1, 1)
    assert ring.length[0] == pytest.approx(2 + np.sqrt(2))


def brute_nearest(network: Network, xy: np.ndarray) -> np.ndarray:
    best = np.full(len(xy), np.inf)
    for edge in range(network.edges):
        path = network.path(edge)
        for a, b in zip(path[:-1], path[1:], strict=True):
            t = np.clip(((xy - a) @ (b - a)) / ((b - a) @ (b - a)), 0, 1)
            best = np.minimum(best, np.hypot(*(xy - a - t[:, None] * (b - a)).T))
    return best


@settings(max_examples=40)
@given(st.integers(0, 100_000), st.sampled_from([1.0, 40.0, 3000.0]))
def test_the_nearest_place_is_that_of_brute_force(seed: int, spread: float) -> None:
    _, network = random_streets(seed)
    xy = np.random.default_rng(seed + 1).uniform(-spread, 60 + spread, (60, 2))
    places = attach_points(network, xy)
    assert np.allclose(places.distance, brute_nearest(network, xy), rtol=1e-12, atol=1e-12)
    on = points_at(network, places.edge, places.measure)
    assert np.allclose(np.hypot(*(on - xy).T), places.distance, atol=1e-6)
    assert ((places.measure >= 0) & (places.measure <= network.length[places.edge])).all()


def test_far_points_and_points_without_coordinates_stay_unattached_with_their_distance() -> None:
    network = node_lines(street_lines([np.array([[0.0, 0], [10, 0]])]))[0]
    places = attach_points(network, np.array([[5.0, 3], [5, 2000], [np.nan, 1]]), 500)
    assert places.edge.tolist() == [0, -1, -1]
    assert places.measure[0] == 5
    assert places.distance[:2].tolist() == [3, 2000]
    assert np.isnan(places.distance[2])
    assert places.attached.tolist() == [True, False, False]
    assert len(attach_points(network, np.empty((0, 2)))) == 0


def test_nobody_is_attached_to_a_closed_street() -> None:
    paths = [np.array([[0.0, 0], [10, 0]]), np.array([[0.0, 9], [10, 9]])]
    network = node_lines(street_lines(paths, closed=np.array([True, False])))[0]
    assert attach_points(network, np.array([[5.0, 1]])).edge.tolist() == [1]
    assert node_places(network, np.arange(4)).edge.tolist().count(-1) == 2
    with pytest.raises(AnalysisError, match="no_open_street"):
        attach_points(network, np.array([[5.0, 1]]), usable=np.zeros(2, dtype=bool))


def test_taking_edges_drops_their_nodes() -> None:
    _, network = random_streets(3)
    part = take_edges(network, np.array([2, 0]))
    assert np.array_equal(part.path(0), network.path(2))
    assert np.array_equal(part.path(1), network.path(0))
    assert part.nodes <= 4


def test_many_points() -> None:
    rng = np.random.default_rng(0)
    paths = [rng.uniform(0, 20_000, 2) + np.cumsum(rng.normal(0, 60, (6, 2)), axis=0) for _ in range(3000)]
    network = node_lines(street_lines(paths), 0.0)[0]
    xy = rng.uniform(0, 20_000, (20_000, 2))
    places = attach_points(network, xy)
    assert np.allclose(places.distance[:40], brute_nearest(network, xy[:40]))


def test_cancel() -> None:
    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        attach_points(random_streets(1)[1], np.zeros((3, 2)), tick=stop)
