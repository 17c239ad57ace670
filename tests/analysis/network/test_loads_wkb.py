"""Weights brought to crossings and streets, and lines read from WKB."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.network.attach import Places, attach_points
from seo_district_plugin.analysis.network.loads import edge_loads, node_loads
from seo_district_plugin.analysis.network.wkb import decode_lines
from tests.analysis.network.worlds import grid_network, random_network


def line(points: list[tuple[float, float]]) -> bytes:
    return struct.pack("<BII", 1, 2, len(points)) + b"".join(struct.pack("<dd", *point) for point in points)


def multi(*lines: bytes) -> bytes:
    return struct.pack("<BII", 1, 5, len(lines)) + b"".join(lines)


@given(st.integers(0, 50))
def test_loads_keep_the_total_and_the_mean_place(seed):
    network, random = random_network(seed), np.random.default_rng(seed)
    places = attach_points(network, random.uniform(-2, 26, (30, 2)))
    weight = random.random(30)
    nodes, edges = node_loads(network, places, weight), edge_loads(network, places, weight)
    assert nodes.sum() == pytest.approx(weight.sum()) and edges.sum() == pytest.approx(weight.sum())
    # To the start of its own street a weight has as far as its two shares have together.
    by_hand = np.zeros(network.nodes)
    for edge, measure, amount in zip(places.edge, places.measure, weight):
        share = measure / network.length[edge]
        by_hand[network.start[edge]] += amount * (1 - share)
        by_hand[network.end[edge]] += amount * share
    assert np.allclose(nodes, by_hand)


def test_places_that_are_not_attached_count_nothing():
    places = Places(np.array([0, -1]), np.array([0.25, np.nan]), np.array([0.0, 900.0]))
    network = grid_network(2, 1)
    assert node_loads(network, places, np.array([4.0, 7.0])).tolist() == [3.0, 1.0]
    assert edge_loads(network, places, np.array([4.0, 7.0])).tolist() == [4.0]


def test_lines_and_their_parts_are_read():
    one, two = [(0.0, 1.0), (2.0, 3.0)], [(5.0, 5.0), (6.0, 6.0), (7.0, 5.0)]
    paths, rows = decode_lines([line(one), multi(line(two), line(one)), multi(), line(two)])
    assert rows.tolist() == [0, 1, 1, 3]
    assert [path.tolist() for path in paths] == [[list(p) for p in each] for each in (one, two, one, two)]


def test_what_is_no_line_is_refused():
    with pytest.raises(AnalysisError, match="wkb_type_not_line"):
        decode_lines([struct.pack("<BIdd", 1, 1, 0.0, 0.0)])
    with pytest.raises(AnalysisError, match="wkb_line_broken"):
        decode_lines([line([(0.0, 0.0), (1.0, 1.0)])[:-3]])
    with pytest.raises(AnalysisError, match="wkb_type_not_line"):
        decode_lines([multi(struct.pack("<BIdd", 1, 1, 0.0, 0.0))])
