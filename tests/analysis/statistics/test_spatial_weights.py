"""Weights from neighbors, distances and polygons against all pairs looked at one by one."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.statistics import spatial_weights as sw
from seo_district_plugin.analysis.statistics.contiguity import contiguity
from seo_district_plugin.analysis.zones.shapes import Polygons


def distances(xy: np.ndarray) -> np.ndarray:
    return np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))


@given(st.integers(0, 10_000), st.integers(1, 40), st.integers(1, 9))
def test_k_nearest_are_the_nearest(seed, places, count):
    rng = np.random.default_rng(seed)
    xy = rng.integers(0, 6, (places, 2)).astype(float)  # many at one spot, many equal distances
    found = sw.k_nearest(xy, count)
    away = distances(xy) + np.diag(np.full(places, np.inf))
    assert np.diff(found.indptr).tolist() == [min(count, places - 1)] * places
    for place in range(places):
        own = found[place].indices
        assert place not in own
        np.testing.assert_allclose(np.sort(away[place, own]), np.sort(away[place])[: len(own)])


@given(st.integers(0, 10_000), st.integers(0, 40))
def test_a_band_holds_everybody_within(seed, places):
    rng = np.random.default_rng(seed)
    xy = rng.integers(0, 8, (places, 2)).astype(float)
    away = distances(xy)
    expected = (away <= 3.0) & ~np.eye(places, dtype=bool)
    np.testing.assert_array_equal(sw.distance_band(xy, 3.0).toarray(), expected)
    decayed = sw.distance_band(xy, 3.0, lambda d: 1.0 / (1.0 + d))
    np.testing.assert_allclose(decayed.toarray(), np.where(expected, 1.0 / (1.0 + away), 0.0))


def test_a_band_in_several_blocks(monkeypatch):
    xy = np.random.default_rng(1).random((90, 2))
    whole = sw.distance_band(xy, 0.2)
    monkeypatch.setattr(sw, "_QUERY", 40)
    fractions: list[float] = []
    parts = sw.distance_band(xy, 0.2, tick=fractions.append)
    assert (whole != parts).nnz == 0 and fractions == sorted(fractions) and fractions[-1] == 1.0
    with pytest.raises(AnalysisError) as refused:
        sw.distance_band(xy, 0.2, most=10)
    assert refused.value.code == "too_many_neighbors" and refused.value.values["pairs"] == whole.nnz

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        sw.distance_band(xy, 0.2, tick=stop)


def test_distances_from_outside_keep_places_at_one_spot():
    row, column = [0, 0, 0, 1, 2, 2], [0, 1, 2, 2, 1, 3]
    reached = sparse.coo_matrix(([0.0, 0.0, 5.0, 9.0, np.inf, 2.0], (row, column)), shape=(4, 4))
    found = sw.from_distances(reached, 8.0)
    assert sorted(zip(*found.nonzero(), strict=True)) == [(0, 1), (0, 2), (2, 3)]
    faded = sw.from_distances(reached, None, lambda d: np.exp(-d))
    assert faded[0, 1] == 1.0 and faded[1, 2] == pytest.approx(np.exp(-9.0))


def test_standardized_rows_and_islands():
    weights = sw.from_neighbors([[1, 2], [0], [0, 1], []])
    np.testing.assert_array_equal(sw.islands(weights), [False, False, False, True])
    scaled = sw.row_standardized(weights)
    np.testing.assert_allclose(sw.row_sums(scaled), [1, 1, 1, 0])
    np.testing.assert_array_equal(sw.binary(scaled).toarray(), weights.toarray())
    np.testing.assert_array_equal(sw.with_self(weights).diagonal(), np.ones(4))
    told = sw.summary(weights)
    dense = weights.toarray()
    assert (told.places, told.links, told.islands, told.fewest, told.most, told.parts) == (4, 5, 1, 0, 2, 2)
    assert told.s1 == ((dense + dense.T) ** 2).sum() / 2 and not told.symmetric
    assert told.s2 == ((dense.sum(0) + dense.sum(1)) ** 2).sum() and told.s0 == 5


def test_the_larger_of_a_pair_given_twice_counts():
    found = sw.from_pairs([0, 0, 1], [1, 1, 1], 2, [1.0, 3.0, 7.0])
    np.testing.assert_array_equal(found.toarray(), [[0, 3], [0, 0]])


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: sw.checked(sparse.csr_matrix((2, 3))), "weights_not_square"),
        (lambda: sw.checked(sparse.csr_matrix((2, 2)), 3), "weights_other_size"),
        (lambda: sw.checked(sparse.csr_matrix([[0, -1.0], [0, 0]])), "weights_not_usable"),
        (lambda: sw.from_distances(sparse.csr_matrix((2, 3))), "weights_not_square"),
        (lambda: sw.from_distances(sparse.csr_matrix([[0, np.nan], [0, 0]])), "weights_not_usable"),
        (lambda: sw.from_neighbors([[2], [0]]), "neighbor_unknown"),
        (lambda: sw.k_nearest(np.array([[0, np.nan]]), 1), "coordinates_not_finite"),
        (lambda: sw.k_nearest(np.zeros((3, 2)), 0), "neighbor_count_too_small"),
        (lambda: sw.distance_band(np.zeros((3, 2)), 0.0), "radius_not_positive"),
        (lambda: sw.distance_band(np.eye(2), 2.0, lambda d: -d), "weights_not_usable"),
    ],
)
def test_what_cannot_be_is_refused(call, code):
    with pytest.raises(AnalysisError) as refused:
        call()
    assert refused.value.code == code


# ----------------------------------------------------------------------------------------------------- polygons
def box(x1: float, y1: float, x2: float, y2: float) -> list[np.ndarray]:
    return [np.array([(x1, y1), (x2, y1), (x2, y2), (x1, y2), (x1, y1)], dtype=float)]


def touching(zones: list[list[np.ndarray]], rule: str, tolerance: float | None = None) -> np.ndarray:
    shapes = Polygons.from_rings(zones)
    return contiguity(shapes.xy, shapes.ring_offsets, shapes.zone_offsets, rule, tolerance).toarray().astype(bool)


@given(st.integers(0, 10_000), st.integers(2, 25))
def test_boxes_touch_where_their_sides_do(seed, count):
    # Boxes cut out of a checkered plane: borders meet anywhere along each other's sides.
    rng = np.random.default_rng(seed)
    owner = np.full((9, 9), -1)
    boxes = []
    for _ in range(count):
        x, y = rng.integers(0, 9, 2)
        width, height = rng.integers(1, 5, 2)
        part = owner[x : x + width, y : y + height]
        if (part < 0).all():
            part[:] = len(boxes)
            boxes.append((x, y, x + part.shape[0], y + part.shape[1]))
    rook, queen = (np.zeros((len(boxes),) * 2, dtype=bool) for _ in range(2))
    for i, a in enumerate(boxes):
        for j, b in enumerate(boxes):
            across = min(a[2], b[2]) - max(a[0], b[0])
            along = min(a[3], b[3]) - max(a[1], b[1])
            if i != j and min(across, along) == 0:
                queen[i, j], rook[i, j] = True, max(across, along) > 0
    scale = np.array([37.3, 11.9])
    turn = np.array([[0.8, -0.6], [0.6, 0.8]])
    zones = [[ring * scale @ turn + 200_000.0 for ring in box(*corners)] for corners in boxes]
    np.testing.assert_array_equal(touching(zones, "queen"), queen)
    np.testing.assert_array_equal(touching(zones, "rook"), rook)


def test_open_rings_holes_parts_and_empty_zones():
    hole = np.array([(2, 2), (2, 4), (4, 4), (4, 2)], dtype=float)
    zones = [
        [box(0, 0, 6, 6)[0][:-1], hole],
        box(2, 2, 4, 4),
        [],
        [box(10, 10, 11, 11)[0], box(6, 6, 7, 7)[0]],
    ]
    queen, rook = touching(zones, "queen"), touching(zones, "rook")
    assert queen[0].tolist() == [False, True, False, True] and not queen[2].any()
    assert rook[0].tolist() == [False, True, False, False]
    assert touching([], "queen").shape == (0, 0)


def test_the_tolerance_bridges_a_gap():
    zones = [box(0, 0, 100, 100), box(100.004, 20, 150, 60), box(100.02, 70, 150, 90)]
    assert not touching(zones, "rook").any()
    near = touching(zones, "rook", 0.01)
    assert near[0].tolist() == [False, True, False]
    with pytest.raises(AnalysisError, match="contiguity_rule_unknown"):
        touching(zones, "bishop")
    with pytest.raises(AnalysisError, match="tolerance_negative"):
        touching(zones, "rook", -1.0)


def test_neighborhoods_of_columbus_as_published(real_data):
    folder = real_data / "columbus_lisa"
    with sqlite3.connect(f"file:{folder / 'columbus.gpkg'}?mode=ro&immutable=1", uri=True) as connection:
        table = connection.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchone()
        rows = connection.execute(f'SELECT POLYID, "{table[1]}" FROM "{table[0]}" ORDER BY POLYID').fetchall()
    sizes = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
    shapes = Polygons.from_wkb([blob[8 + sizes[(blob[3] >> 1) & 7] :] for _, blob in rows])
    number = {int(key): place for place, (key, _) in enumerate(rows)}
    pairs = np.loadtxt(folder / "queen_neighbours.csv", delimiter=",", skiprows=1, dtype=int)
    expected = sw.from_pairs([number[a] for a, _ in pairs], [number[b] for _, b in pairs], len(rows))
    found = contiguity(shapes.xy, shapes.ring_offsets, shapes.zone_offsets, "queen")
    extra = sorted(zip(*(found - expected).nonzero(), strict=True))
    assert not extra
