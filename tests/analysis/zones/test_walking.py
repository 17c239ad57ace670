"""Walks along streets against a plain search on a graph in which every place is a node, and against cut-up streets."""

from __future__ import annotations

import heapq

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.network.lines import street_lines
from seo_district_plugin.analysis.network.noding import node_lines
from seo_district_plugin.analysis.network.types import Network, network_from_paths
from seo_district_plugin.analysis.zones import walking
from seo_district_plugin.analysis.zones.recipe import default_recipe, parse_recipe
from seo_district_plugin.analysis.zones.rules import FeatureRequest, check_recipe
from seo_district_plugin.analysis.zones.walked import reach_features, walked_features
from seo_district_plugin.analysis.zones.walking import streets_in_reach, walk_to_nearest, walkers, walks_within


def town(seed: int, count: int = 14) -> Network:
    """Random bent lines, some of which do not meet the others; some closed."""
    rng = np.random.default_rng(seed)
    paths = [rng.uniform(0, 60, 2) + np.cumsum(rng.normal(0, 9, (rng.integers(2, 5), 2)), axis=0) for _ in range(count)]
    paths.append(np.array([[5.0, 5], [15, 5], [15, 15], [5, 15], [5, 5]]))  # a loop
    return node_lines(street_lines(paths, closed=rng.random(len(paths)) < 0.15), 0.0)[0]


def search(links: dict[int, list[tuple[int, float]]], begin: int) -> dict[int, float]:
    known: dict[int, float] = {}
    heap = [(0.0, begin)]
    while heap:
        far, node = heapq.heappop(heap)
        if node in known:
            continue
        known[node] = far
        for other, cost in links.get(node, []):
            if other not in known:
                heapq.heappush(heap, (far + cost, other))
    return known


def cut(network: Network, places, step: float = np.inf):
    """The open streets as links between nodes, with every place (negative numbers) on its edge a node too.

    With a step, edges are cut into short pieces: the links then hold the pieces in a list of (node, node, length).
    """
    links: dict[int, list[tuple[int, float]]] = {}
    pieces, extra = [], network.nodes
    for edge in np.flatnonzero(~network.closed).tolist():
        stops = [(0.0, int(network.start[edge])), (float(network.length[edge]), int(network.end[edge]))]
        for number, (at, measure) in enumerate(zip(places.edge.tolist(), places.measure.tolist())):
            if at == edge:
                stops.append((measure, -1 - number))
        if np.isfinite(step):
            for at in np.arange(step, network.length[edge], step).tolist():
                stops.append((at, extra))
                extra += 1
        # The two ends keep their places where a stop lies on them.
        stops = [stops[0], *sorted(stops[2:]), stops[1]]
        for (low, one), (high, other) in zip(stops, stops[1:]):
            links.setdefault(one, []).append((other, high - low))
            links.setdefault(other, []).append((one, high - low))
            pieces.append((one, other, high - low))
    return links, pieces


def both(zones, features):
    from seo_district_plugin.analysis.network.attach import Places

    one, other = zones.places, features.places
    return Places(*(np.concatenate([getattr(one, n), getattr(other, n)]) for n in ("edge", "measure", "distance")))


@settings(max_examples=40)
@given(st.integers(0, 100_000), st.floats(3, 60))
def test_walks_are_those_of_a_plain_search(seed: int, radius: float) -> None:
    network = town(seed)
    rng = np.random.default_rng(seed + 1)
    zone_xy, feature_xy = rng.uniform(-5, 70, (12, 2)), rng.uniform(-5, 70, (9, 2))
    feature_xy[3] = zone_xy[2]
    zones, features = walkers(network, zone_xy, 8.0), walkers(network, feature_xy, 8.0)
    links, _ = cut(network, both(zones, features))
    expected = np.full((12, 9), np.inf)
    for i in range(12):
        known = search(links, -1 - i) if np.isfinite(zones.leg[i]) else {}
        for j in range(9):
            expected[i, j] = known.get(-1 - (12 + j), np.inf) + zones.leg[i] + features.leg[j]
    nearest = expected.min(axis=1)
    found = walk_to_nearest(network, zones, features)
    np.testing.assert_allclose(found, np.where(np.isfinite(nearest), nearest, np.nan), atol=1e-6)
    straight = np.hypot(*(zone_xy[:, None] - feature_xy[None]).transpose(2, 0, 1)).min(axis=1)
    assert (found[np.isfinite(found)] >= straight[np.isfinite(found)] - 1e-9).all()
    pairs = {(int(z), int(f)) for block in walks_within(network, zones, features, radius)
             for z, f in zip(block.zone + block.first, block.feature)}  # fmt: skip
    edge = np.abs(expected - radius) > 1e-6
    assert {p for p in pairs if edge[p]} == {(i, j) for i, j in np.argwhere((expected <= radius) & edge).tolist()}


@settings(max_examples=15)
@given(st.integers(0, 100_000), st.floats(5, 50))
def test_reach_is_that_of_streets_cut_into_pieces(seed: int, radius: float) -> None:
    network = town(seed, 9)
    zones = walkers(network, np.random.default_rng(seed + 1).uniform(-5, 70, (5, 2)), 10.0)
    step = 0.05
    links, pieces = cut(network, zones.places, step)
    found = streets_in_reach(network, zones, [radius / 2, radius])
    for i in range(5):
        if not np.isfinite(zones.leg[i]):
            assert np.isnan(found.length[:, i]).all() and np.isnan(found.nodes[:, i]).all()
            continue
        known = search(links, -1 - i)
        for row, limit in enumerate((radius / 2, radius)):
            rest = limit - zones.leg[i]
            far = np.array([min(known.get(a, np.inf), known.get(b, np.inf)) + size / 2 for a, b, size in pieces])
            size = np.array([size for _, _, size in pieces])
            expected = size[far <= rest].sum()
            assert found.length[row, i] == pytest.approx(expected, abs=step * 40)
            corners = [n for n in range(network.nodes) if network.degree()[n] != 2]
            assert found.nodes[row, i] == sum(known.get(n, np.inf) <= rest for n in corners)


def test_blocks_do_not_matter(monkeypatch) -> None:
    network = town(5)
    rng = np.random.default_rng(1)
    zones, features = (
        walkers(network, rng.uniform(0, 60, (23, 2)), 9.0),
        walkers(network, rng.uniform(0, 60, (30, 2)), 9.0),
    )
    requests = [FeatureRequest("f", "v", "network_sum", 25.0, "s"), FeatureRequest("f", "", "network_count", 12.0, "n")]
    columns = {"v": rng.normal(size=30)}
    whole = walked_features(requests, network, zones, features, columns), streets_in_reach(network, zones, [20.0])
    monkeypatch.setattr(walking, "_ZONES_AT_ONCE", 4)
    parts = walked_features(requests, network, zones, features, columns), streets_in_reach(network, zones, [20.0])
    for name in ("s", "n"):
        np.testing.assert_array_equal(whole[0][name], parts[0][name])
    np.testing.assert_allclose(whole[1].length, parts[1].length)


def straight_street():
    """One street of 100 m, crossed by another at 50 m."""
    xy = np.array([[0.0, 0], [50, 0], [100, 0], [50, 40], [50, -40]])
    return network_from_paths(xy, np.array([0, 1, 1, 1]), np.array([1, 2, 3, 4]))


def test_measures_by_hand() -> None:
    network = straight_street()
    zones = walkers(network, np.array([[10.0, 5], [50, 300]]), 100.0)
    features = walkers(network, np.array([[20.0, 3], [90, 0], [50, 30], [500, 500]]), 100.0)
    requests = [
        FeatureRequest("f", "", "network_distance", 0, "d"),
        FeatureRequest("f", "", "network_distance", 10, "d10"),
        FeatureRequest("f", "", "network_count", 80, "n80"),
        FeatureRequest("f", "v", "network_count", 100, "nv"),
        FeatureRequest("f", "v", "network_sum", 100, "s"),
        FeatureRequest("f", "", "network_quartic", 100, "q"),
        FeatureRequest("f", "v", "network_gaussian", 100, "g"),
    ]
    found = walked_features(requests, network, zones, features, {"v": np.array([2.0, np.nan, 5.0, 7.0])})
    walks = np.array([5 + 10 + 3, 5 + 80, 5 + 40 + 30])
    assert found["d"][0] == pytest.approx(18) and np.isnan(found["d10"][0])
    assert found["n80"][0] == 2 and found["nv"][0] == 2 and found["s"][0] == 7
    assert found["q"][0] == pytest.approx(((1 - (walks / 100) ** 2) ** 2).sum())
    gauss = np.exp(-0.5 * (3 * walks / 100) ** 2)
    assert found["g"][0] == pytest.approx(2 * gauss[0] + 5 * gauss[2])
    assert all(np.isnan(values[1]) for values in found.values())
    reach = reach_features([FeatureRequest("STREETS", "", "reach_length", r, f"l{r}") for r in (4, 25, 65, 500)]
                           + [FeatureRequest("STREETS", "", "reach_nodes", 65, "k")], network, zones)  # fmt: skip
    assert reach["l4"][0] == 0 and reach["l25"][0] == pytest.approx(10 + 20)
    assert reach["l65"][0] == pytest.approx(50 + 20 * 3) and reach["l500"][0] == pytest.approx(180)
    assert reach["k"][0] == 2 and np.isnan(reach["k"][1])  # the dead end behind and the crossing


def test_no_features_near() -> None:
    network = straight_street()
    zones = walkers(network, np.array([[10.0, 5]]), 100.0)
    for xy in (np.empty((0, 2)), np.array([[900.0, 900.0]])):
        features = walkers(network, xy, 100.0)
        requests = [
            FeatureRequest("f", "", "network_distance", 0, "d"),
            FeatureRequest("f", "", "network_count", 50, "n"),
        ]
        found = walked_features(requests, network, zones, features, {})
        assert np.isnan(found["d"][0]) and found["n"][0] == 0


def test_recipes() -> None:
    rows = [
        {"layer": "shops", "measure": "network_distance"},
        {"layer": "shops", "measure": "network_count", "radius": 300},
        {"layer": "", "measure": "reach_length", "radius": 400},
        {"layer": "anything", "measure": "reach_nodes", "radius": 400, "name": "knots"},
    ]
    requests = parse_recipe(rows)
    assert [request.name for request in requests] == ["shops_walk", "shop_nw300", "str_len400", "knots"]
    assert [request.layer for request in requests[2:]] == ["STREETS", "STREETS"]
    check_recipe(requests, {"shops": "point", "STREETS": "street"}, areal=False)
    for kinds, row, code in (
        ({"shops": "point"}, {"layer": "shops", "measure": "network_count", "radius": 5}, "recipe_streets_needed"),
        ({"shops": "point"}, {"measure": "reach_length", "radius": 5, "layer": ""}, "recipe_streets_needed"),
        ({"a": "line", "STREETS": "street"}, {"layer": "a", "measure": "network_count", "radius": 5},
         "recipe_measure_not_for_kind"),
        ({"a": "point", "STREETS": "street"}, {"layer": "a", "measure": "network_count"}, "recipe_radius_needed"),
        ({"a": "point", "STREETS": "street"}, {"layer": "a", "measure": "network_sum", "radius": 5},
         "recipe_field_needed"),
        ({"STREETS": "street"}, {"layer": "", "measure": "reach_nodes"}, "recipe_radius_needed"),
        ({"a": "point", "STREETS": "street"},
         {"layer": "a", "measure": "network_distance", "zone_field": "code"}, "recipe_zone_field_unused"),
    ):  # fmt: skip
        with pytest.raises(AnalysisError) as caught:
            check_recipe(parse_recipe([row]), kinds)
        assert caught.value.code == code, row


def test_the_simple_recipe_walks_where_there_are_streets() -> None:
    layers = [("shops", "point"), ("parks", "polygon")]
    before = default_recipe(layers, [300.0, 500.0])
    more = default_recipe(layers, [300.0, 500.0], streets=True)
    assert [request for request in more if request in before] == before
    assert [(r.layer, r.measure, r.radius) for r in more if r not in before] == [
        ("shops", "network_distance", 0.0), ("shops", "network_count", 300.0), ("shops", "network_count", 500.0),
        ("STREETS", "reach_length", 500.0),
    ]  # fmt: skip
    assert not any(r.layer == "STREETS" for r in default_recipe(layers, [], streets=True))


def test_bad_fields_and_cancel() -> None:
    network = straight_street()
    zones = walkers(network, np.array([[10.0, 5]]), 100.0)
    request = [FeatureRequest("f", "v", "network_sum", 50, "s")]
    for columns, code in (({}, "feature_field_unknown"), ({"v": np.array(["a"], object)}, "feature_field_not_numeric")):
        with pytest.raises(AnalysisError) as caught:
            walked_features(request, network, zones, zones, columns)
        assert caught.value.code == code

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        walked_features(request, network, zones, zones, {"v": np.ones(1)}, stop)
    with pytest.raises(Cancelled):
        streets_in_reach(network, zones, [50.0], stop)
