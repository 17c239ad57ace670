"""Centrality against the enumeration of all shortest ways, against networkx where it is at hand, and known answers."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.network import centrality as module
from seo_district_plugin.analysis.network.centrality import centrality
from seo_district_plugin.analysis.network.graph import Costs, arcs_of
from seo_district_plugin.analysis.network.lines import street_lines
from seo_district_plugin.analysis.network.noding import node_lines
from seo_district_plugin.analysis.network.types import Network, network_from_paths
from tests.analysis.network.test_noding import read_paths
from tests.analysis.network.worlds import grid_network, random_network


def distances(network: Network, costs: Costs) -> np.ndarray:
    table = np.full((network.nodes, network.nodes), np.inf)
    np.fill_diagonal(table, 0.0)
    arcs = arcs_of(network, costs)
    np.minimum.at(table, (arcs.tail, arcs.head), arcs.cost)
    for k in range(network.nodes):
        table = np.minimum(table, table[:, k : k + 1] + table[k])
    return table


def brute_between(
    network: Network, costs: Costs, radius: float, weight: np.ndarray, detour: float
) -> tuple[np.ndarray, np.ndarray]:
    """Every way of admitted steps of every ordered pair, one after the other; weight (n, n) of the pairs."""
    table = distances(network, costs)
    arcs = arcs_of(network, costs)
    out = [np.flatnonzero(arcs.tail == node) for node in range(network.nodes)]
    through, along = np.zeros(network.nodes), np.zeros(network.edges)
    for o in range(network.nodes):
        d = table[o]

        def ways(node: int, goal: int, d: np.ndarray = d) -> list[list[int]]:
            if node == goal:
                return [[]]
            found = []
            for arc in out[node].tolist():
                head = int(arcs.head[arc])
                if d[node] < d[head] and d[node] + arcs.cost[arc] <= (1 + detour) * d[head] + 1e-9:
                    if d[head] <= d[goal] or detour:
                        found += [[arc, *rest] for rest in ways(head, goal)]
            return found

        for goal in np.flatnonzero((d <= radius) & (d > 0)).tolist():
            all_ways = [w for w in ways(o, goal) if all(d[arcs.head[a]] <= radius for a in w)]
            for way in all_ways:
                share = weight[o, goal] / len(all_ways)
                along[arcs.edge[way]] += share
                through[arcs.head[way[:-1]]] += share
    return through, along


@settings(max_examples=60)
@given(st.integers(0, 100_000), st.sampled_from([4.0, 9.0, 14.0]), st.booleans(), st.sampled_from([None, 0.15]))
def test_all_measures_equal_the_enumeration_of_all_ways(
    seed: int, radius: float, oneway: bool, decay: float | None
) -> None:
    network = random_network(seed, 11)
    rng = np.random.default_rng(seed)
    ahead = rng.integers(1, 5, network.edges).astype(float)
    costs = Costs(ahead, np.where(rng.random(network.edges) < 0.4, np.inf, ahead + 1) if oneway else ahead)
    a, b = rng.integers(0, 4, network.nodes).astype(float), rng.random(network.nodes)
    found = centrality(network, [2.0, radius, np.inf], costs=costs, origins=a, destinations=b, decay=decay)
    table = distances(network, costs)
    for k, limit in enumerate([2.0, radius, np.inf]):
        near = (table <= limit) & np.isfinite(table) & ~np.eye(network.nodes, dtype=bool)
        d = np.where(near, table, 1.0)
        factor = np.exp(-decay * d) if decay else np.ones_like(d)
        through, along = brute_between(network, costs, limit, a[:, None] * b * factor * near, 0.0)
        assert np.allclose(found.node["reach"][k], (near * b).sum(axis=1), atol=1e-9)
        assert np.allclose(found.node["farness"][k], (near * b * d).sum(axis=1), atol=1e-9)
        assert np.allclose(found.node["harmonic"][k], (near * b / d).sum(axis=1), atol=1e-9)
        if decay:
            assert np.allclose(found.node["gravity"][k], (near * b * factor).sum(axis=1), atol=1e-9)
        assert np.allclose(found.node["betweenness"][k], through, rtol=0, atol=1e-9)
        assert np.allclose(found.edge["betweenness"][k], along, rtol=0, atol=1e-9)


@settings(max_examples=40)
@given(st.integers(0, 100_000), st.sampled_from([0.1, 0.5]))
def test_detours_count_all_ways_of_admitted_steps(seed: int, detour: float) -> None:
    network = random_network(seed, 8)
    cost = np.random.default_rng(seed).integers(2, 6, network.edges).astype(float)
    costs = Costs(cost, cost)
    found = centrality(network, [9.0], costs=costs, detour=detour, pairs=False)
    table = distances(network, costs)
    through, along = brute_between(network, costs, 9.0, np.ones_like(table), detour)
    assert np.allclose(found.node["betweenness"][0], through, atol=1e-9)
    assert np.allclose(found.edge["betweenness"][0], along, atol=1e-9)


def test_small_blocks_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    network = grid_network(9, 7)
    whole = centrality(network, [2, 5, np.inf])
    monkeypatch.setattr(module, "_ITEMS_AT_ONCE", 100)
    parts = centrality(network, [2, 5, np.inf])
    for name, values in whole.node.items():
        assert np.allclose(values, parts.node[name], rtol=1e-12)


def test_a_path_and_a_square_by_hand() -> None:
    path = centrality(grid_network(4, 1), [1, np.inf])
    assert path.node["betweenness"].tolist() == [[0, 0, 0, 0], [0, 2, 2, 0]]
    assert path.edge["betweenness"].tolist() == [[1, 1, 1], [3, 4, 3]]
    assert path.node["reach"].tolist() == [[1, 2, 2, 1], [3, 3, 3, 3]]
    assert path.node["closeness"][1].tolist() == [0.5, 0.75, 0.75, 0.5]
    square = centrality(grid_network(2, 2), [np.inf])
    assert square.node["betweenness"].tolist() == [[0.5] * 4]
    assert square.edge["betweenness"].tolist() == [[2.0] * 4]


@pytest.mark.parametrize("seed", range(8))
def test_equal_to_networkx_up_to_500_nodes_with_many_ties(seed: int) -> None:
    networkx = pytest.importorskip("networkx")
    network = grid_network(25, 20) if seed == 0 else random_network(seed, 30, multi=False)
    cost = np.round(network.length)
    graph = networkx.Graph()
    graph.add_nodes_from(range(network.nodes))
    graph.add_weighted_edges_from(zip(network.start.tolist(), network.end.tolist(), cost.tolist(), strict=True))
    found = centrality(network, [np.inf], costs=Costs(cost, cost))
    nodes = networkx.betweenness_centrality(graph, weight="weight", normalized=False)
    edges = networkx.edge_betweenness_centrality(graph, weight="weight", normalized=False)
    near = networkx.closeness_centrality(graph, distance="weight", wf_improved=False)
    harmonic = networkx.harmonic_centrality(graph, distance="weight")
    order = range(network.nodes)
    assert np.allclose(found.node["betweenness"][0], [nodes[k] for k in order], rtol=1e-12, atol=1e-9)
    assert np.allclose(found.node["closeness"][0], [near[k] for k in order], rtol=0, atol=1e-9)
    assert np.allclose(found.node["harmonic"][0], [harmonic[k] for k in order], rtol=0, atol=1e-9)
    ends = zip(network.start.tolist(), network.end.tolist(), strict=True)
    expected = [edges[(u, v)] if (u, v) in edges else edges[(v, u)] for u, v in ends]
    assert np.allclose(found.edge["betweenness"][0], expected, rtol=1e-12, atol=1e-9)


def test_the_streets_of_bubenec(real_data: Path) -> None:
    folder = real_data / "bubenec_streets"
    network, _ = node_lines(street_lines(read_paths(folder / "streets.gpkg", "streets")), 0.0)
    found = centrality(network, [np.inf])

    def table(name: str) -> list[dict[str, float]]:
        with open(folder / name, encoding="utf-8", newline="") as file:
            return [{key: float(value) for key, value in row.items()} for row in csv.DictReader(file)]

    rows = table("reference_node_centrality.csv")
    assert len(rows) == network.nodes == 29
    degree = network.degree()
    for row in rows:
        node = int(np.hypot(*(network.xy - [row["x"], row["y"]]).T).argmin())
        assert degree[node] == row["degree"]
        assert abs(found.node["betweenness"][0, node] - row["betweenness_pairs"]) < 1e-9
        assert abs(found.node["farness"][0, node] - row["sum_shortest_dist"]) < 1e-9 * row["sum_shortest_dist"]
        assert found.node["reach"][0, node] == row["n_reachable"] - 1
    rows = table("reference_edge_betweenness.csv")
    assert len(rows) == network.edges == 35
    for row in rows:
        a = np.hypot(*(network.xy - [row["x1"], row["y1"]]).T).argmin()
        b = np.hypot(*(network.xy - [row["x2"], row["y2"]]).T).argmin()
        same = ((network.start == a) & (network.end == b)) | ((network.start == b) & (network.end == a))
        edge = np.flatnonzero(same)[np.abs(network.length[same] - row["length"]).argmin()]
        assert abs(found.edge["betweenness"][0, edge] - row["edge_betweenness_pairs"]) < 1e-9


def test_parts_one_street_and_closed_streets() -> None:
    xy = np.array([[0, 0], [1, 0], [9, 9], [10, 9], [20, 20], [21, 20]], dtype=float)
    found = centrality(network_from_paths(xy, [0, 2, 4], [1, 3, 5], closed=np.array([False, False, True])), [5.0])
    assert found.node["reach"][0].tolist() == [1, 1, 1, 1, 0, 0]
    assert found.node["closeness"][0].tolist() == [1, 1, 1, 1, 0, 0]
    one = centrality(network_from_paths(xy[:2], [0], [1]), [5.0])
    assert one.edge["betweenness"].tolist() == [[1.0]]


def test_what_makes_no_sense_is_refused() -> None:
    grid = grid_network(3, 3)
    for code, arguments in (
        ("no_radius", {"radii": []}),
        ("radius_not_positive", {"radii": [0, 5]}),
        ("weights_differ", {"radii": [5], "origins": np.ones(3)}),
        ("weights_negative", {"radii": [5], "destinations": -np.ones(9)}),
        ("decay_negative", {"radii": [5], "decay": -1.0}),
        ("detour_negative", {"radii": [5], "detour": -1.0}),
        ("costs_not_positive", {"radii": [5], "costs": Costs(np.zeros(12), np.zeros(12))}),
    ):
        with pytest.raises(AnalysisError) as caught:
            centrality(grid, **arguments)  # type: ignore[arg-type]
        assert caught.value.code == code


def test_cancel() -> None:
    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        centrality(grid_network(3, 3), [2.0], tick=stop)
