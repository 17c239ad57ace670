"""Lattices: what they cover, that they are exact, and that they do not move."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.zones.grid import (
    cell_polygons,
    floor_index,
    hexagon_grid,
    hexagon_polygons,
    square_grid,
)
from seo_district_plugin.analysis.zones.inside import points_in_polygons


def test_squares_in_order_and_only_those_that_share_area() -> None:
    assert square_grid((100, 200, 300, 301), 100).tolist() == [
        [100, 200], [200, 200], [100, 300], [200, 300],
    ]  # fmt: skip
    assert square_grid((99.9, 200, 100.1, 300), 100).tolist() == [[0, 200], [100, 200]]
    assert square_grid((-150, -50, -100, -1), 100).tolist() == [[-200, -100]]
    assert square_grid((100, 100, 100, 100), 100).tolist() == [[100, 100]]
    assert square_grid((0, 0, 10, 10), 10, origin=(5, -3)).tolist() == [[-5, -3], [5, -3], [-5, 7], [5, 7]]


@settings(deadline=None, max_examples=80)
@given(
    st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(0, 900), st.floats(0, 900),
    st.sampled_from([50, 100, 33.3, 0.1 + 0.2 + 70]), st.floats(-1e3, 1e3),
)  # fmt: skip
def test_cover_without_gap(x: float, y: float, width: float, height: float, size: float, origin: float) -> None:
    bounds = (x, y, x + width, y + height)
    cells = square_grid(bounds, size, (origin, -origin))
    zones = cell_polygons(cells, size)
    rng = np.random.default_rng(0)
    xy = np.array([x, y]) + rng.uniform(0, 1, (50, 2)) * [width, height] * (1 - 1e-9)
    corners = zones.xy
    inner = (corners >= [x, y]).all(axis=1) & (corners < [x + width, y + height]).all(axis=1)
    counts = np.bincount(points_in_polygons(np.concatenate([xy, corners[inner]]), zones)[1], minlength=50)
    assert (counts == 1).all()
    other = square_grid((x - 500, y - 500, x + width + 500, y + height + 500), size, (origin, -origin))
    assert {tuple(cell) for cell in cells} <= {tuple(cell) for cell in other}


def test_whole_meters_stay_whole() -> None:
    cells = square_grid((979_003.7, 1_797_000.2, 999_999.9, 1_817_000.1), 100)
    assert (cells == np.round(cells)).all() and (cells % 100 == 0).all()
    assert len(cells) == 210 * 201


@settings(deadline=None, max_examples=200)
@given(st.floats(-1e7, 1e7), st.sampled_from([1.0, 50.0, 100.0, 250.0]))
def test_floor_index_at_the_ends_of_intervals(value: float, size: float) -> None:
    line = float(np.floor(value / size)) * size
    values = np.array([line, np.nextafter(line, -np.inf), np.nextafter(line, np.inf)])
    index = floor_index(values, 0.0, size)
    assert (index * size <= values).all() and (values < (index + 1) * size).all()
    assert index[0] == index[2] == index[1] + 1


@pytest.mark.parametrize("size", [0, -5, math.nan, math.inf])
def test_sizes_that_make_no_cell(size: float) -> None:
    for make in (square_grid, hexagon_grid):
        with pytest.raises(AnalysisError, match="grid_size_invalid"):
            make((0, 0, 10, 10), size)


@pytest.mark.parametrize(
    "bounds", [(0, 0, math.nan, 1), (0, 0, math.inf, 1), (5, 0, 1, 1), (0, 5, 1, 1), (0, 0, 1e9, 1)]
)
def test_bounds_that_are_none(bounds: tuple[float, ...]) -> None:
    for make in (square_grid, hexagon_grid):
        with pytest.raises(AnalysisError, match="grid_bounds_invalid"):
            make(bounds, 10)


def test_too_many_cells_are_refused_before_they_are_made() -> None:
    for make in (square_grid, hexagon_grid):
        with pytest.raises(AnalysisError) as caught:
            make((0, 0, 1e6, 1e6), 0.01)
        assert caught.value.code == "grid_too_many_cells"
        assert caught.value.values["limit"] == 5_000_000
        assert caught.value.values["cells"] == pytest.approx(1e16, rel=0.3)
    with pytest.raises(AnalysisError, match="grid_too_many_cells"):
        square_grid((0, 0, 100, 100), 10, limit=99)
    assert len(square_grid((0, 0, 100, 100), 10, limit=100)) == 100


@settings(deadline=None, max_examples=40)
@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(0, 50), st.floats(0, 50), st.floats(0.5, 40))
def test_hexagons_cover_and_have_their_size(x: float, y: float, width: float, height: float, size: float) -> None:
    bounds = (x, y, x + width, y + height)
    vertices = hexagon_grid(bounds, size, (x / 3, y / 7))
    zones = hexagon_polygons(vertices)
    assert zones.areas() == pytest.approx(math.sqrt(3) / 2 * size * size, rel=1e-6)
    assert np.ptp(vertices[:, :, 0], axis=1) == pytest.approx(size, abs=1e-8)
    xy = np.array([x, y]) + np.random.default_rng(0).uniform(1e-6, 1 - 1e-6, (60, 2)) * [width, height]
    assert (np.bincount(points_in_polygons(xy, zones)[1], minlength=60) == 1).all()
    box = zones.bounds()
    margin = 1e-8
    assert (box[:, 2] > x - margin).all() and (box[:, 0] < x + width + margin).all()
    assert (box[:, 3] > y - margin).all() and (box[:, 1] < y + height + margin).all()


def test_hexagons_in_order_counter_clockwise_with_equal_sides() -> None:
    vertices = hexagon_grid((0, 0, 500, 400), 100)
    sides = np.hypot(*np.moveaxis(np.roll(vertices, -1, axis=1) - vertices, 2, 0))
    assert sides == pytest.approx(100 / math.sqrt(3))
    x, y = vertices[:, :, 0], vertices[:, :, 1]
    assert ((x * np.roll(y, -1, axis=1) - np.roll(x, -1, axis=1) * y).sum(axis=1) > 0).all()
    centers = vertices.mean(axis=1).round(6)
    assert np.array_equal(np.lexsort(centers.T), np.arange(len(centers)))
    assert [0.0, 0.0] in centers.tolist()
