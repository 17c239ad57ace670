"""Noding: small cases by eye, random lines against rational arithmetic, dirty real lines."""

from __future__ import annotations

import sqlite3
import struct
import time
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.network.lines import street_lines
from seo_district_plugin.analysis.network.noding import node_lines
from seo_district_plugin.analysis.network.types import Network, components


def made(*paths: list[tuple[float, float]], tolerance: float = 0.0, **columns: object) -> Network:
    return node_lines(street_lines([np.array(p, dtype=float) for p in paths], **columns), tolerance)[0]  # type: ignore[arg-type]


def orient(a, b, c):  # type: ignore[no-untyped-def]
    (ax, ay), (bx, by), (cx, cy) = [(Fraction(float(x)), Fraction(float(y))) for x, y in (a, b, c)]
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)


def crossings_left(network: Network, reach: float) -> list[tuple[int, int]]:
    """Edges of one grade that cross properly, in rational arithmetic, away from their shared nodes."""
    lines = [(e, p, q) for e in range(network.edges) for p, q in zip(network.path(e)[:-1], network.path(e)[1:])]
    low = np.array([np.minimum(p, q) for _, p, q in lines])
    high = np.array([np.maximum(p, q) for _, p, q in lines])
    bad = []
    for i, (e, p, q) in enumerate(lines):
        rest = np.flatnonzero((low[i + 1 :] <= high[i]).all(axis=1) & (high[i + 1 :] >= low[i]).all(axis=1)) + i + 1
        for j in rest.tolist():
            f, r, s = lines[j]
            if network.grade[e] != network.grade[f]:
                continue
            o = orient(p, q, r), orient(p, q, s), orient(r, s, p), orient(r, s, q)
            if not (o[0] * o[1] < 0 and o[2] * o[3] < 0):
                continue
            share = float(o[0] / (o[0] - o[1]))
            at = r + share * (s - r)
            shared = {network.start[e], network.end[e]} & {network.start[f], network.end[f]}
            if not any(np.hypot(*(network.xy[n] - at)) <= reach for n in shared):
                bad.append((e, f))
    return bad


def test_a_crossing_becomes_a_node() -> None:
    network = made([(0, 5), (10, 5)], [(5, 0), (5, 10)])
    assert (network.nodes, network.edges) == (5, 4)
    assert network.length.tolist() == [5, 5, 5, 5]
    line, part, low, high = network.source()
    assert line.tolist() == [0, 0, 1, 1]
    assert part.tolist() == [0, 1, 0, 1]
    assert low.tolist() == [0, 5, 0, 5]
    assert high.tolist() == [5, 10, 5, 10]


@pytest.mark.parametrize("column", ["level", "layer", "bridge", "tunnel"])
def test_a_bridge_crosses_without_a_node_but_meets_at_its_ends(column: str) -> None:
    paths = ([(0, 5), (10, 5)], [(5, 0), (5, 10)], [(5, 10), (5, 20)])
    network = made(*paths, **{column: [None, "1", ""]})
    assert (network.nodes, network.edges) == (5, 3)
    assert components(network).edges.tolist() == [2, 1]


def test_a_crossing_below_a_crossing_stays_below() -> None:
    paths = ([(0, 5), (10, 5)], [(5, 0), (5, 10)], [(0, 0), (10, 10)], [(0, 10), (10, 0)])
    network = made(*paths, layer=[0, 0, 1, 1])
    assert len(components(network).length) == 2
    assert network.nodes == 10
    assert network.edges == 8


def test_an_end_that_touches_a_line_splits_it() -> None:
    network = made([(0, 0), (10, 0)], [(4, 0.3), (4, 8)], tolerance=0.5)
    assert (network.nodes, network.edges) == (4, 3)
    assert components(network).largest_share == 1
    apart = made([(0, 0), (10, 0)], [(4, 0.3), (4, 8)], tolerance=0.1)
    assert len(components(apart).length) == 2


def test_ends_snap_to_a_place_of_the_data() -> None:
    network = made([(0, 0), (10, 0)], [(10, 0), (10, 10)], [(10.2, 0.1), (20, 0)], tolerance=0.5)
    assert network.nodes == 4
    assert [10.0, 0.0] in network.xy.tolist()


def test_rejected_lines_are_named() -> None:
    good, flat, broken = [[0, 0], [1, 0]], [[2, 2], [2, 2]], [[np.nan, 0], [1, 1]]
    lines = street_lines([np.array(good), np.array(flat), np.array(broken), np.empty((0, 2))])
    assert lines.rejected.tolist() == [1, 2, 3]
    assert lines.reason.tolist() == ["zero_length", "no_coordinates", "no_coordinates"]
    assert node_lines(lines)[1].read == 4


def test_no_streets_and_bad_tolerance() -> None:
    with pytest.raises(AnalysisError, match="no_streets"):
        street_lines([])
    with pytest.raises(AnalysisError, match="no_streets"):
        street_lines([np.zeros((2, 2))])
    with pytest.raises(AnalysisError, match="tolerance_negative"):
        made([(0, 0), (1, 0)], tolerance=-1)
    with pytest.raises(AnalysisError, match="lines_and_values_differ"):
        made([(0, 0), (1, 0)], layer=[1, 2])


def test_one_segment_a_loop_and_a_figure_of_eight() -> None:
    assert made([(0, 0), (3, 4)]).length.tolist() == [5]
    loop = made([(0, 0), (1, 0), (1, 1), (0, 0)])
    assert (loop.nodes, loop.edges) == (1, 1)
    eight = made([(0, 0), (2, 2), (2, 0), (0, 2)])
    assert (eight.nodes, eight.edges) == (3, 3)


def test_duplicates_are_left_out_and_both_directions_are_one_street() -> None:
    paths = [
        np.array([[0, 0], [5, 1], [10, 0]]),
        np.array([[10, 0], [5, 1], [0, 0]]),
        np.array([[0, 0], [5, -4], [10, 0]]),
    ]
    lines = street_lines([p.astype(float) for p in paths], oneway=np.array([1, 1, 1]))
    network, report = node_lines(lines, 0.1)
    assert report.duplicates == 1
    assert network.oneway.tolist() == [0, 1]
    same = street_lines([paths[0].astype(float), paths[1].astype(float)], oneway=np.array([1, -1]))
    assert node_lines(same, 0.1)[0].oneway.tolist() == [1]
    closed = street_lines([paths[0].astype(float), paths[1].astype(float)], closed=np.array([True, False]))
    assert node_lines(closed, 0.1)[0].closed.tolist() == [False]
    assert node_lines(lines, 0.1, drop_duplicates=False)[0].edges == 5


def test_overlapping_lines_share_their_common_part() -> None:
    network = made([(0, 0), (6, 0)], [(4, 0), (10, 0)])
    assert sorted(network.length.tolist()) == [2, 4, 4]
    assert network.nodes == 4


def exact_nodes(paths: list[list[tuple[int, int]]]) -> set[tuple[Fraction, Fraction]]:
    """Ends, and all places where segments of the lines meet in one point (or an overlap begins or ends)."""
    found = {(Fraction(x), Fraction(y)) for p in paths for x, y in (p[0], p[-1])}
    segments = [(p[0], p[1]) for p in paths]
    for (a, b), (c, d) in combinations(segments, 2):
        r, s = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
        cross = r[0] * s[1] - r[1] * s[0]
        if cross:
            t = Fraction((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0], cross)
            u = Fraction((c[0] - a[0]) * r[1] - (c[1] - a[1]) * r[0], cross)
            if 0 <= t <= 1 and 0 <= u <= 1:
                found.add((a[0] + t * r[0], a[1] + t * r[1]))
    return found


point = st.tuples(st.integers(0, 12), st.integers(0, 12))
segment = st.tuples(point, point).filter(lambda pair: pair[0] != pair[1])


@settings(max_examples=150)
@given(st.lists(segment, min_size=1, max_size=9))
def test_random_segments_have_the_nodes_of_rational_arithmetic(segments: list) -> None:
    network = made(*[list(pair) for pair in segments])
    expected = np.array(sorted((float(x), float(y)) for x, y in exact_nodes([list(pair) for pair in segments])))
    assert len(network.xy) == len(expected)
    found = network.xy[np.lexsort((network.xy[:, 1], np.round(network.xy[:, 0], 6)))]
    expected = expected[np.lexsort((expected[:, 1], np.round(expected[:, 0], 6)))]
    assert np.allclose(found, expected, atol=1e-6)
    assert not crossings_left(network, 1e-5)


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.sampled_from([0.0, 0.3, 2.0]))
def test_random_lines_have_no_crossing_left_and_lead_back_to_their_source(seed: int, tolerance: float) -> None:
    rng = np.random.default_rng(seed)
    paths = [rng.uniform(0, 60, 2) + np.cumsum(rng.normal(0, 9, (rng.integers(2, 6), 2)), axis=0) for _ in range(14)]
    grade = rng.integers(0, 2, len(paths))
    network, report = node_lines(street_lines(paths, layer=grade.tolist()), tolerance)
    assert not crossings_left(network, max(tolerance, 1e-5))
    assert report.unresolved == 0
    assert (network.length > 0).all()
    assert np.array_equal(network.grade > 0, grade[network.pieces.line] > 0)
    first, last = network.vertices[network.offsets[:-1]], network.vertices[network.offsets[1:] - 1]
    assert np.array_equal(first, network.xy[network.start])
    assert np.array_equal(last, network.xy[network.end])
    if tolerance == 0:
        total = [np.hypot(*np.diff(p, axis=0).T).sum() for p in paths]
        back = np.bincount(network.pieces.line, network.pieces.end - network.pieces.start, minlength=len(paths))
        assert np.allclose(back, total)


def read_paths(path: Path, table: str) -> list[np.ndarray]:
    """Line strings, and the parts of multi line strings, of a GeoPackage."""
    paths = []
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as connection:
        for (blob,) in connection.execute(f"select geom from {table}"):
            at = 8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
            kind, number = struct.unpack_from("<II", blob, at + 1)
            parts, at = (1, at) if kind == 2 else (number, at + 9)
            for _ in range(parts):
                (count,) = struct.unpack_from("<I", blob, at + 5)
                paths.append(np.frombuffer(blob, "<f8", 2 * count, at + 9).reshape(-1, 2))
                at += 9 + 16 * count
    return paths


def test_dirty_label_lines_of_melbourne(real_data: Path) -> None:
    degrees = read_paths(real_data / "melbourne_pedestrians" / "melbourne.gpkg", "street_label_lines")
    paths = [np.column_stack([p[:, 0] * 111320 * np.cos(np.radians(37.81)), p[:, 1] * 110950]) for p in degrees]
    began = time.perf_counter()
    network, report = node_lines(street_lines(paths), 0.5)
    assert time.perf_counter() - began < 10
    assert report.unresolved == 0
    assert not crossings_left(network, 0.5)
    assert 85_000 < components(network).length[0] < 110_000
    assert report.crossings > 100


def test_the_roads_of_daejeon_have_the_known_graph(real_data: Path) -> None:
    degrees = read_paths(real_data / "daejeon_roads" / "roads.gpkg", "edges")
    paths = [np.column_stack([p[:, 0] * 111320 * np.cos(np.radians(36.34)), p[:, 1] * 110950]) for p in degrees]
    network, report = node_lines(street_lines(paths), 0.0, split_crossings=False)
    assert (network.nodes, report.components) == (3212, 1)
    apart = network.start != network.end
    ends = np.sort(np.stack([network.start, network.end], axis=1)[apart], axis=1)
    assert len(np.unique(ends, axis=0)) == 4933


def test_cancel() -> None:
    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        node_lines(street_lines([np.array([[0.0, 0], [1, 0]])]), tick=stop)
