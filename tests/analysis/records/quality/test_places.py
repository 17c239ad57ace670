"""Where rows lie: distances to a border, near places, swapped and zero coordinates."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.quality.places import (
    Places,
    distance_to_border,
    misplaced,
    near_places,
    shared_places,
)

SQUARE = np.array([(0.0, 0.0), (1000.0, 0.0), (1000.0, 1000.0), (0.0, 1000.0), (0.0, 0.0)])


def places_of(xy, kind="point", **more) -> Places:
    xy = np.asarray(xy, dtype=float).reshape(-1, 2)
    same = np.full(len(xy), -1, dtype=np.int64)
    known = np.isfinite(xy).all(axis=1)
    if known.any():
        same[known] = np.unique(xy[known], axis=0, return_inverse=True)[1].ravel()
    return Places(xy, np.hstack((xy, xy)), same, kind, **more)


@given(st.lists(st.tuples(st.floats(-3000, 4000), st.floats(-3000, 4000)), min_size=1, max_size=30))
def test_distance_to_the_border_of_a_square(points):
    xy = np.array(points)
    outside = np.hypot(
        np.maximum(np.maximum(-xy[:, 0], xy[:, 0] - 1000.0), 0.0),
        np.maximum(np.maximum(-xy[:, 1], xy[:, 1] - 1000.0), 0.0),
    )
    inside = np.minimum.reduce((xy[:, 0], 1000.0 - xy[:, 0], xy[:, 1], 1000.0 - xy[:, 1]))
    expected = np.where(outside > 0, outside, inside)
    assert np.abs(distance_to_border(xy, [SQUARE]) - expected).max() <= 1.0


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=14))
def test_near_places_by_brute_force(points):
    xy = np.array(points, dtype=float)
    found = [row for batch in near_places(places_of(xy), 1.0) for row in batch.rows.tolist()]
    expected = []
    seen: list[int] = []
    for row in range(len(xy)):
        if any((xy[row] == xy[other]).all() for other in seen):
            continue
        if any(np.abs(xy[row] - xy[other]).max() <= 1.0 for other in seen):
            expected.append(row)
        seen.append(row)
    assert found == expected


def test_shared_places_are_one_finding_each_and_shared_shapes_one_per_repeat():
    xy = [(1, 1), (2, 2), (1, 1), (1, 1), (np.nan, np.nan), (2, 2), (np.nan, np.nan)]
    (points,) = shared_places(places_of(xy))
    assert points.rows.tolist() == [0, 1] and points.each["count"].tolist() == [3, 2]
    (shapes,) = shared_places(places_of(xy, "polygon"))
    assert shapes.rows.tolist() == [2, 3, 5] and shapes.each["first"].tolist() == [0, 0, 1]
    assert shapes.check == "geometry_duplicate"


def test_zero_swapped_and_outside():
    xy = np.array([(127.38, 36.35), (0.0, 0.0), (36.35, 127.38), (129.0, 35.1), (np.nan, np.nan)])
    inside = np.array([True, False, False, False, False])
    turned = np.array([False, False, True, False, False])
    away = np.array([np.nan, 1e7, np.nan, 200_000.0, np.nan])
    found = {
        (batch.check, batch.kind): batch.rows.tolist()
        for batch in misplaced(places_of(xy, inside=inside, turned=turned, away=away), 10.0)
    }
    assert found == {("place_zero", ""): [1], ("place_swapped", ""): [2], ("place_outside", ""): [3]}


def test_zero_is_a_place_in_a_layer_around_it():
    xy = np.random.default_rng(1).uniform(-500, 500, (200, 2))
    xy[0] = 0.0
    assert list(misplaced(places_of(xy), 0.0)) == []
