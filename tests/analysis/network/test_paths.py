"""Ways between places on streets against brute force: every place becomes a node of a bigger graph."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.network.attach import Places
from seo_district_plugin.analysis.network.graph import Costs, length_costs, tobler_costs
from seo_district_plugin.analysis.network.paths import catchments, nearest_facility, od_costs, od_pairs
from seo_district_plugin.analysis.network.routes import alternatives
from seo_district_plugin.analysis.network.types import Network, network_from_paths
from tests.analysis.network.worlds import grid_network, random_network


def some_places(network: Network, seed: int, count: int) -> Places:
    rng = np.random.default_rng(seed)
    edge = rng.integers(0, network.edges, count)
    share = rng.choice([0.0, 0.25, 0.5, 0.8, 1.0], count)
    edge[rng.random(count) < 0.08] = -1
    return Places(edge, np.where(edge >= 0, share * network.length[edge], np.nan), np.zeros(count))


def some_costs(network: Network, seed: int) -> Costs:
    rng = np.random.default_rng(seed)
    forward = network.length * rng.choice([1.0, 2.0, np.inf], network.edges, p=[0.6, 0.3, 0.1])
    backward = np.where(rng.random(network.edges) < 0.5, forward, network.length * 1.5)
    return Costs(forward, backward)


def brute(network: Network, costs: Costs, begin: Places, finish: Places) -> np.ndarray:
    """Floyd-Warshall on the graph in which all places cut their edges."""
    n, b, f = network.nodes, len(begin), len(finish)
    table = np.full((n + b + f, n + b + f), np.inf)
    np.fill_diagonal(table, 0.0)
    for edge in range(network.edges):
        stops = [(0.0, network.start[edge]), (network.length[edge], network.end[edge])]
        for base, places in ((n, begin), (n + b, finish)):
            stops += [(places.measure[k], base + k) for k in np.flatnonzero(places.edge == edge)]
        stops.sort(key=lambda stop: stop[0])
        for (m0, p), (m1, q) in itertools.pairwise(stops):
            share = (m1 - m0) / network.length[edge]
            ahead, back = (0.0, 0.0) if share == 0 else (costs.forward[edge] * share, costs.backward[edge] * share)
            table[p, q], table[q, p] = min(table[p, q], ahead), min(table[q, p], back)
    for k in range(len(table)):
        table = np.minimum(table, table[:, k : k + 1] + table[k])
    found = table[n : n + b, n + b :]
    found[begin.edge < 0] = np.inf
    found[:, finish.edge < 0] = np.inf
    return found


def close(a: np.ndarray, b: np.ndarray) -> bool:
    return bool(np.array_equal(np.isfinite(a), np.isfinite(b)) and np.allclose(a[np.isfinite(a)], b[np.isfinite(b)]))


@settings(max_examples=80)
@given(st.integers(0, 100_000), st.integers(1, 7), st.integers(1, 7), st.sampled_from([np.inf, 7.0, 15.0]))
def test_costs_are_those_of_brute_force(seed: int, origins: int, destinations: int, cutoff: float) -> None:
    network = random_network(seed, 14, bends=True)
    if not network.edges:
        return
    costs = some_costs(network, seed)
    begin, finish = some_places(network, seed + 1, origins), some_places(network, seed + 2, destinations)
    expected = brute(network, costs, begin, finish)
    expected[expected > cutoff] = np.inf
    assert close(od_costs(network, begin, finish, costs=costs, cutoff=cutoff), expected)
    o, d, cost = od_pairs(network, begin, finish, cutoff, costs=costs)
    assert np.array_equal(np.stack([o, d], axis=1), np.argwhere(np.isfinite(expected)))
    assert np.allclose(cost, expected[o, d])


@settings(max_examples=60)
@given(st.integers(0, 100_000), st.booleans())
def test_the_nearest_facility_is_that_of_brute_force(seed: int, toward: bool) -> None:
    network = random_network(seed, 14, bends=True)
    if not network.edges:
        return
    costs = some_costs(network, seed)
    points, facilities = some_places(network, seed + 1, 12), some_places(network, seed + 2, 3)
    if not facilities.attached.any():
        with pytest.raises(AnalysisError, match="no_facility"):
            nearest_facility(network, points, facilities)
        return
    table = brute(network, costs, points, facilities) if toward else brute(network, costs, facilities, points).T
    facility, cost = nearest_facility(network, points, facilities, costs=costs, toward=toward)
    assert close(cost, table.min(axis=1))
    reached = np.isfinite(cost)
    assert np.array_equal(facility >= 0, reached)
    assert np.allclose(table[np.flatnonzero(reached), facility[reached]], cost[reached])


@settings(max_examples=60)
@given(st.integers(0, 100_000), st.sampled_from([3.0, 9.0]), st.booleans())
def test_a_place_is_in_the_catchment_when_its_cost_is_within_the_cutoff(seed: int, cutoff: float, toward: bool) -> None:
    network = random_network(seed, 12, bends=True)
    if not network.edges:
        return
    costs = some_costs(network, seed)
    places, probes = some_places(network, seed + 1, 4), some_places(network, seed + 2, 25)
    table = brute(network, costs, probes, places).T if toward else brute(network, costs, places, probes)
    found = catchments(network, places, cutoff, costs=costs, toward=toward)
    assert (found.start < found.end).all()
    for p in range(len(places)):
        for q in np.flatnonzero(probes.edge >= 0):
            mine = (found.place == p) & (found.edge == probes.edge[q])
            at = probes.measure[q]
            inside = (mine & (found.start <= at + 1e-9) & (found.end >= at - 1e-9)).any()
            deep = (mine & (found.start <= at - 1e-6) & (found.end >= at + 1e-6)).any()
            if abs(table[p, q] - cutoff) > 1e-6 and table[p, q] > 0 and 0 < at < network.length[probes.edge[q]]:
                assert inside == (table[p, q] < cutoff) or (inside and not deep)
        for e in np.unique(found.edge[found.place == p]):
            mine = (found.place == p) & (found.edge == e)
            assert (found.start[mine][1:] > found.end[mine][:-1]).all()


def test_the_way_may_stay_on_its_edge_or_leave_it() -> None:
    square = network_from_paths(np.array([[0, 0], [10, 0]]), np.array([0, 0]), np.array([1, 1]), [
        np.array([[0.0, 0], [10, 0]]), np.array([[0.0, 0], [0, 30], [10, 30], [10, 0]])])  # fmt: skip
    far = Places(np.array([1, 1]), np.array([1.0, 69.0]), np.zeros(2))
    assert np.allclose(od_costs(square, far, far), [[0, 12], [12, 0]])


def test_one_way_streets_and_speed() -> None:
    network = network_from_paths(np.array([[0.0, 0], [100, 0]]), [0], [1], oneway=np.array([1]))
    ends = Places(np.array([0, 0]), np.array([0.0, 100.0]), np.zeros(2))
    assert od_costs(network, ends, ends).tolist() == [[0, 100], [100, 0]]
    strict = od_costs(network, ends, ends, costs=length_costs(network, respect_oneway=True))
    assert strict.tolist() == [[0, 100], [np.inf, 0]]
    assert od_costs(network, ends, ends, costs=length_costs(network, speed=3.6))[0, 1] == pytest.approx(100)


def test_tobler_on_the_flat_uphill_and_downhill() -> None:
    network = network_from_paths(np.array([[0.0, 0], [1000, 0]]), [0], [1])
    flat = tobler_costs(network, np.zeros(2))
    assert flat.forward[0] == pytest.approx(3600 / 5.036742, rel=1e-6)
    steep = tobler_costs(network, np.array([0.0, 100.0]))
    assert steep.forward[0] == pytest.approx(3600 / (6 * np.exp(-3.5 * 0.15)), rel=1e-6)
    assert steep.backward[0] == pytest.approx(3600 / (6 * np.exp(-3.5 * 0.05)), rel=1e-6)
    assert tobler_costs(network, np.array([np.nan, 5.0])).forward[0] == flat.forward[0]
    assert tobler_costs(network, np.zeros(2), flat_speed=3.6).forward[0] == pytest.approx(1000)
    with pytest.raises(AnalysisError, match="elevations_differ"):
        tobler_costs(network, np.zeros(3))


def simple_ways(network: Network, begin: int, finish: int) -> dict[tuple[int, ...], float]:
    nearest: dict[int, dict[int, float]] = {}
    for u, v, w in zip(network.start.tolist(), network.end.tolist(), network.length.tolist(), strict=True):
        for a, b in ((u, v), (v, u)):
            nearest.setdefault(a, {})[b] = min(w, nearest.get(a, {}).get(b, np.inf))
    ways = {}

    def walk(way: list[int], cost: float) -> None:
        if way[-1] == finish:
            ways[tuple(way)] = cost
            return
        for node, step in nearest.get(way[-1], {}).items():
            if node not in way:
                walk([*way, node], cost + step)

    walk([begin], 0.0)
    return ways


@settings(max_examples=40)
@given(st.integers(0, 100_000), st.sampled_from([0.0, 0.3, 1.0]), st.sampled_from([0.2, 0.6, 1.0]))
def test_alternatives_are_simple_short_and_different(seed: int, detour: float, most_shared: float) -> None:
    network = random_network(seed, 9, bends=True)
    if not network.edges:
        return
    places = some_places(network, seed + 5, 2)
    if (places.edge < 0).any():
        return
    origin, destination = ((int(places.edge[k]), float(places.measure[k])) for k in (0, 1))
    best = brute(network, length_costs(network), places, places)[0, 1]
    routes = alternatives(network, origin, destination, 4, detour=detour, most_shared=most_shared)
    assert bool(routes) == bool(np.isfinite(best))
    if not routes:
        return
    assert routes[0].cost == pytest.approx(best)
    costs = [route.cost for route in routes]
    assert costs == sorted(costs)
    assert costs[-1] <= best * (1 + detour) + 1e-9
    for route in routes:
        assert route.length == pytest.approx(route.cost)
        assert route.shared <= most_shared + 1e-12
    begin, finish = int(network.start[0]), int(network.end[-1])
    ways = simple_ways(network, begin, finish)
    node_best = min(ways.values(), default=np.inf) if begin != finish else 0.0
    found = alternatives(network, (0, 0.0), (network.edges - 1, float(network.length[-1])), 1)
    assert (found[0].cost if found else np.inf) == pytest.approx(node_best)


def test_a_grid_has_two_quite_different_ways() -> None:
    grid = grid_network(4, 4)
    routes = alternatives(grid, (0, 0.0), (grid.edges - 1, 1.0), 3, detour=0.0, most_shared=0.4)
    assert len(routes) >= 2
    assert {route.cost for route in routes} == {6.0}


def test_what_makes_no_sense_is_refused() -> None:
    grid = grid_network(3, 3)
    place = Places(np.array([0]), np.array([0.5]), np.zeros(1))
    with pytest.raises(AnalysisError, match="cutoff_not_positive"):
        od_costs(grid, place, place, cutoff=0)
    with pytest.raises(AnalysisError, match="costs_not_positive"):
        od_costs(grid, place, place, costs=Costs(np.zeros(grid.edges), np.zeros(grid.edges)))
    with pytest.raises(AnalysisError, match="speed_not_positive"):
        length_costs(grid, speed=0)
    with pytest.raises(AnalysisError, match="detour_negative"):
        alternatives(grid, (0, 0.0), (1, 0.0), detour=-1)
    with pytest.raises(AnalysisError, match="routes_not_positive"):
        alternatives(grid, (0, 0.0), (1, 0.0), 0)


def test_cancel() -> None:
    def stop(_fraction: float) -> None:
        raise Cancelled

    grid = grid_network(3, 3)
    place = Places(np.array([0]), np.array([0.5]), np.zeros(1))
    for call in (
        lambda: od_costs(grid, place, place, tick=stop),
        lambda: od_pairs(grid, place, place, 5.0, tick=stop),
        lambda: nearest_facility(grid, place, place, tick=stop),
        lambda: catchments(grid, place, 5.0, tick=stop),
        lambda: alternatives(grid, (0, 0.0), (1, 0.0), tick=stop),
    ):
        with pytest.raises(Cancelled):
            call()
