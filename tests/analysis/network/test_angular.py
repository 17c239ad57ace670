"""Angular centrality against the enumeration of all simplest ways on streets walked in a direction."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.network import angular as module
from seo_district_plugin.analysis.network.angular import angular_centrality, street_bends, street_turns
from seo_district_plugin.analysis.network.attach import Places
from seo_district_plugin.analysis.network.graph import length_costs
from seo_district_plugin.analysis.network.paths import od_costs
from seo_district_plugin.analysis.network.types import Network, network_from_paths
from tests.analysis.network.worlds import grid_network, random_network


def angle(a: np.ndarray, b: np.ndarray) -> float:
    """Degrees between two directions, by the law of cosines."""
    return float(np.degrees(np.arctan2(abs(a[0] * b[1] - a[1] * b[0]), a @ b)))


def walks(network: Network) -> list[np.ndarray]:
    return [path for e in range(network.edges) for path in (network.path(e), network.path(e)[::-1])]


def brute(network: Network, radius: float, source: np.ndarray, target: np.ndarray) -> dict[str, np.ndarray]:
    m = network.edges
    paths = walks(network)
    both = np.stack([network.start, network.end], axis=1)
    ends = [way for pair in both for way in (pair, pair[::-1])]
    bends = [sum(angle(p[i + 1] - p[i], p[i + 2] - p[i + 1]) for i in range(len(p) - 2)) for p in paths]
    step = {
        (a, b): angle(paths[a][-1] - paths[a][-2], paths[b][1] - paths[b][0]) + (bends[a] + bends[b]) / 2
        for a in range(2 * m)
        for b in range(2 * m)
        if a // 2 != b // 2 and ends[a][1] == ends[b][0]
    }
    middle = Places(np.arange(m), network.length / 2, np.zeros(m))
    meters = od_costs(network, middle, middle)
    found = {name: np.zeros(m) for name in ("reach", "farness", "harmonic", "betweenness")}
    found["node"] = np.zeros(network.nodes)
    for o in range(m):
        inside = set(np.flatnonzero(meters[o] <= radius + 1e-9).tolist())
        mine = {(a, b): w for (a, b), w in step.items() if a // 2 in inside and b // 2 in inside}
        d = np.full(2 * m, np.inf)
        d[[2 * o, 2 * o + 1]] = 0
        for _ in range(2 * m):
            for (a, b), w in mine.items():
                d[b] = min(d[b], d[a] + w)

        def ways(state: int, d: np.ndarray = d, mine: dict = mine, o: int = o) -> list[list[int]]:
            """All simplest ways to a state, backwards."""
            if state // 2 == o:
                return [[state]]
            before = [a for (a, b), w in mine.items() if b == state and abs(d[a] + w - d[b]) < 1e-7]
            return [[*way, state] for a in before for way in ways(a)]

        for t in inside - {o}:
            least = min(d[2 * t], d[2 * t + 1])
            if not np.isfinite(least):
                continue
            found["reach"][o] += target[t]
            found["farness"][o] += target[t] * least
            found["harmonic"][o] += target[t] / (1 + least / 90)
            all_ways = [w for k in (0, 1) if d[2 * t + k] < least + 1e-7 for w in ways(2 * t + k)]
            for way in all_ways:
                share = source[o] * target[t] / len(all_ways)
                for state in way[1:-1]:
                    found["betweenness"][state // 2] += share
                for state in way[:-1]:
                    found["node"][ends[state][1]] += share
    return found


@settings(max_examples=40)
@given(st.integers(0, 100_000), st.sampled_from([6.0, 12.0, 1000.0]))
def test_equal_to_the_enumeration_of_all_simplest_ways(seed: int, radius: float) -> None:
    network = random_network(seed, 8, bends=True)
    if network.edges > 14:
        network = network_from_paths(
            network.xy, network.start[:14], network.end[:14], [network.path(e) for e in range(14)]
        )
    if not network.edges:
        return
    rng = np.random.default_rng(seed)
    source, target = rng.integers(0, 3, network.edges).astype(float), rng.random(network.edges)
    found = angular_centrality(network, [5.0, radius], origins=source, destinations=target)
    for k, limit in enumerate([5.0, radius]):
        expected = brute(network, limit, source, target)
        for name in ("reach", "farness", "harmonic", "betweenness"):
            assert np.allclose(found.edge[name][k], expected[name], atol=1e-6 if name == "farness" else 1e-9), name
        assert np.allclose(found.node["betweenness"][k], expected["node"], atol=1e-9)


def test_a_grid_of_ties() -> None:
    network = grid_network(3, 3)
    ones = np.ones(network.edges)
    expected = brute(network, 100.0, ones, ones)
    found = angular_centrality(network, [100.0])
    assert np.allclose(found.edge["betweenness"][0], expected["betweenness"] / 2, atol=1e-9)
    assert np.allclose(found.edge["farness"][0], expected["farness"])


def test_no_short_cut_through_a_junction() -> None:
    # Going from the western arm to the northern one by way of a straight-on street would turn 90 and come back.
    cross = network_from_paths(np.array([[0, 0], [-1, 0], [1, 0], [0, 1.0]]), [1, 0, 0], [0, 2, 3])
    found = angular_centrality(cross, [10.0])
    assert found.edge["farness"][0].tolist() == pytest.approx([90, 90, 180])
    assert found.edge["betweenness"][0].tolist() == [0, 0, 0]
    assert found.node["betweenness"][0].tolist() == [3, 0, 0, 0]


def test_bends_count_and_closed_streets_do_not_exist() -> None:
    paths = [np.array([[0.0, 0], [5, 0], [5, 5]]), np.array([[5.0, 5], [5, 9]]), np.array([[5.0, 9], [9, 9]])]
    network = network_from_paths(np.array([[0, 0], [5, 5], [5, 9], [9, 9]]), [0, 1, 2], [1, 2, 3], paths)
    assert street_bends(network).tolist() == pytest.approx([90, 0, 0])
    assert angular_centrality(network, [50.0]).edge["farness"][0].tolist() == pytest.approx([180, 135, 225])
    shut = network_from_paths(network.xy, [0, 1, 2], [1, 2, 3], paths, closed=np.array([False, True, False]))
    assert angular_centrality(shut, [50.0]).edge["reach"][0].tolist() == [0, 0, 0]
    assert len(street_turns(shut, length_costs(shut)).tail) == 0


def test_a_radius_does_not_depend_on_the_others_nor_on_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    network = random_network(5, 25, bends=True)
    both = angular_centrality(network, [8.0, 20.0])
    assert np.allclose(both.edge["betweenness"][0], angular_centrality(network, [8.0]).edge["betweenness"][0])
    monkeypatch.setattr(module, "_STATES_AT_ONCE", 60)
    parts = angular_centrality(network, [8.0, 20.0])
    for name, values in both.edge.items():
        assert np.allclose(values, parts.edge[name], rtol=1e-12)


def test_bad_requests_and_cancel() -> None:
    grid = grid_network(3, 3)
    with pytest.raises(AnalysisError, match="weights_differ"):
        angular_centrality(grid, [5.0], origins=np.ones(9))
    with pytest.raises(AnalysisError, match="no_radius"):
        angular_centrality(grid, [])

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        angular_centrality(grid, [5.0], tick=stop)
