"""Points in polygons: exact partitions, and brute force by rational arithmetic."""

from __future__ import annotations

import sqlite3
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import Cancelled
from seo_district_plugin.analysis.zones import inside
from seo_district_plugin.analysis.zones.grid import cell_polygons, hexagon_grid, hexagon_polygons, square_grid
from seo_district_plugin.analysis.zones.inside import points_in_polygons
from seo_district_plugin.analysis.zones.shapes import Polygons


def brute_force(xy: np.ndarray, polygons: Polygons) -> list[tuple[int, int]]:
    """Each point against each edge in rational numbers, straight from the definition."""
    pairs = []
    for zone in range(len(polygons)):
        rings = range(polygons.zone_offsets[zone], polygons.zone_offsets[zone + 1])
        for point, (px, py) in enumerate(xy.tolist()):
            crossings = 0
            for ring in rings:
                path = polygons.xy[polygons.ring_offsets[ring] : polygons.ring_offsets[ring + 1]].tolist()
                for (x1, y1), (x2, y2) in zip(path, path[1:] + path[:1], strict=True):
                    if (y1 <= py) != (y2 <= py):
                        share = (Fraction(py) - Fraction(y1)) / (Fraction(y2) - Fraction(y1))
                        crossings += Fraction(x1) + share * (Fraction(x2) - Fraction(x1)) > Fraction(px)
            if crossings % 2:
                pairs.append((zone, point))
    return pairs


def pairs_of(xy: np.ndarray, polygons: Polygons) -> list[tuple[int, int]]:
    zone, point = points_in_polygons(xy, polygons)
    assert zone.dtype == point.dtype == np.int64
    return list(zip(zone.tolist(), point.tolist(), strict=True))


def test_points_on_corners_and_edges_of_cells_belong_to_one_cell() -> None:
    cells = square_grid((229_000, 416_000, 229_500, 416_400), 100)
    steps = np.arange(0, 500, 25.0)
    xy = np.column_stack([part.ravel() for part in np.meshgrid(229_000 + steps, 416_000 + steps[:16])])
    zone, point = points_in_polygons(xy, cell_polygons(cells, 100))
    assert np.array_equal(np.sort(point), np.arange(len(xy)))
    expected = np.floor((xy[point] - [229_000, 416_000]) / 100)
    assert np.array_equal(cells[zone], expected * 100 + [229_000, 416_000])


def test_half_open_rule_of_a_rectangle() -> None:
    zones = cell_polygons(np.array([[0.0, 0.0]]), 10)
    corners = np.array([[0, 0], [10, 0], [0, 10], [10, 10], [0, 5], [5, 0], [10, 5], [5, 10]], dtype=float)
    assert points_in_polygons(corners, zones)[1].tolist() == [0, 4, 5]


def test_general_rule_agrees_with_the_rectangle_rule() -> None:
    cells = square_grid((0, 0, 50, 50), 10)
    more = [[np.array([(x, y), (x + 5, y), (x + 10, y), (x + 10, y + 10), (x, y + 10)])] for x, y in cells]
    general = Polygons.from_rings(more)
    assert not general.rectangles().any()
    xy = np.random.default_rng(0).integers(-1, 52, (3000, 2)).astype(float)
    assert pairs_of(xy, general) == pairs_of(xy, cell_polygons(cells, 10))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6), st.integers(1, 6), st.integers(3, 9), st.integers(2, 12))
def test_random_rings_against_brute_force(seed: int, zones: int, corners: int, span: int) -> None:
    """Rings that cross themselves and each other, with points on vertices and edges: even-odd must hold."""
    rng = np.random.default_rng(seed)
    rings = [
        [rng.integers(0, span, (corners, 2)).astype(float) for _ in range(rng.integers(0, 3))] for _ in range(zones)
    ]
    polygons = Polygons.from_rings(rings)
    xy = rng.integers(-2, 2 * span + 2, (60, 2)) / 2
    assert pairs_of(xy, polygons) == brute_force(xy, polygons)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10**6), st.floats(1e-3, 1e4), st.floats(-1e6, 1e6))
def test_triangles_around_a_point_partition_all_points(seed: int, size: float, shift: float) -> None:
    """A fan of triangles in a hull: points near and on the shared edges lie in exactly one of them."""
    rng = np.random.default_rng(seed)
    angles = np.sort(rng.uniform(0, 2 * np.pi, 12))
    outer = np.column_stack([np.cos(angles), np.sin(angles)]) * size + shift
    hub = outer.mean(axis=0)
    after = np.roll(outer, -1, axis=0)
    fan = Polygons.from_rings([[np.array([hub, a, b])] for a, b in zip(outer, after, strict=True)])
    hull = Polygons.from_rings([[outer]])
    t = rng.uniform(0, 1, (400, 1))
    edge = rng.integers(0, 12, 400)
    xy = np.concatenate([hub + t * (outer[edge] - hub), np.repeat(hub[None], 2, axis=0), outer])
    xy = np.concatenate([xy, np.nextafter(xy, np.inf), np.nextafter(xy, -np.inf)])
    counts = np.bincount(points_in_polygons(xy, fan)[1], minlength=len(xy))
    within = np.bincount(points_in_polygons(xy, hull)[1], minlength=len(xy))
    # The hub may be outside of a lopsided hull, so the fan covers it an odd number of times rather than once.
    assert np.array_equal(counts % 2, within)


@pytest.mark.parametrize("size", [1.0, 37.3, 100.0])
@pytest.mark.parametrize("shift", [0.0, 229_123.4567, -1e6])
def test_hexagons_partition_points_on_their_own_borders(size: float, shift: float) -> None:
    vertices = hexagon_grid((shift, shift, shift + 12 * size, shift + 12 * size), size, (shift, shift))
    middle = (vertices + np.roll(vertices, -1, axis=1)) / 2
    xy = np.concatenate([vertices.reshape(-1, 2), middle.reshape(-1, 2), vertices.mean(axis=1)])
    inner = ((xy > shift + 2 * size) & (xy < shift + 10 * size)).all(axis=1)
    counts = np.bincount(points_in_polygons(xy[inner], hexagon_polygons(vertices))[1], minlength=inner.sum())
    assert inner.sum() > 500
    assert (counts == 1).all()


def test_points_without_coordinates_and_empty_inputs() -> None:
    zones = cell_polygons(np.array([[0.0, 0.0]]), 10)
    xy = np.array([[np.nan, 5], [5, np.inf], [5, 5]])
    assert pairs_of(xy, zones) == [(0, 2)]
    assert pairs_of(xy[:2], zones) == []
    assert pairs_of(np.empty((0, 2)), zones) == []
    assert pairs_of(xy, cell_polygons(np.empty((0, 2)), 10)) == []
    assert pairs_of(xy, Polygons.from_wkb([None, None])) == []


def test_small_blocks_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    polygons = Polygons.from_rings([[rng.uniform(0, 100, (30, 2))] for _ in range(7)])
    xy = rng.uniform(0, 100, (500, 2))
    expected = pairs_of(xy, polygons)
    monkeypatch.setattr(inside, "_BLOCK", 50)
    assert pairs_of(xy, polygons) == expected


def test_zones_and_points_of_very_different_size() -> None:
    rng = np.random.default_rng(5)
    rings = [[rng.uniform(0, 1, (5, 2)) * side] for side in (1e-3, 1.0, 1e3, 1e6)]
    polygons = Polygons.from_rings(rings)
    xy = np.concatenate([rng.uniform(0, side, (40, 2)) for side in (1e-3, 1.0, 1e3, 1e6)])
    assert pairs_of(xy, polygons) == brute_force(xy, polygons)


def test_tick_rises_to_one_and_cancels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "_BLOCK", 50)
    zones = cell_polygons(square_grid((0, 0, 100, 100), 10), 10)
    xy = np.random.default_rng(0).uniform(0, 100, (500, 2))
    seen: list[float] = []
    points_in_polygons(xy, zones, seen.append)
    assert seen == sorted(seen) and len(seen) > 3 and seen[-1] == 1.0

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        points_in_polygons(xy, zones, stop)


def test_real_districts_hold_each_cell_center_at_most_once(real_data: Path) -> None:
    source = real_data / "daejeon_boundaries" / "daejeon_dong.gpkg"
    with sqlite3.connect(f"file:{source}?mode=ro&immutable=1", uri=True) as connection:
        rows = connection.execute("select geom from dong_2025_06_sgis").fetchall()
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
    polygons = Polygons.from_wkb([row[0][8 + envelope[row[0][3] >> 1 & 7] :] for row in rows])
    assert len(polygons) == 82
    assert polygons.areas().sum() / 1e6 == pytest.approx(539.5, abs=0.6)
    bounds = polygons.bounds()
    cells = square_grid((*bounds[:, :2].min(axis=0), *bounds[:, 2:].max(axis=0)), 100)
    zone, cell = points_in_polygons(cells + 50, polygons)
    assert len(np.unique(cell)) == len(cell)
    assert len(cell) == pytest.approx(polygons.areas().sum() / 1e4, rel=0.002)
    assert np.bincount(zone, minlength=82) == pytest.approx(polygons.areas() / 1e4, rel=0.1)
    zone, own = points_in_polygons(polygons.centers(), polygons)
    assert zone.tolist() == own.tolist() == list(range(82))
