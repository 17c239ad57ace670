"""Areas, centers, bounds and WKB of polygon zones."""

from __future__ import annotations

import math
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.zones.inside import points_in_polygons
from seo_district_plugin.analysis.zones.shapes import Polygons

SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
HOLE = [(2, 2), (2, 8), (8, 8), (8, 2), (2, 2)]
U_SHAPE = [(0, 0), (30, 0), (30, 30), (20, 30), (20, 10), (10, 10), (10, 30), (0, 30), (0, 0)]


def wkb(parts: list[list[list[tuple[float, ...]]]], code: int = 3, order: str = "<", srid: int | None = None) -> bytes:
    """Independent writer: ``code`` of the polygons as ISO number or EWKB flags; several parts = multipolygon."""
    mark = b"\x01" if order == "<" else b"\x00"

    def head(kind: int, with_srid: bool) -> bytes:
        if with_srid and srid is not None:
            return mark + struct.pack(order + "II", kind | 0x20000000, srid)
        return mark + struct.pack(order + "I", kind)

    def polygon(rings: list[list[tuple[float, ...]]], outer: bool) -> bytes:
        body = struct.pack(order + "I", len(rings))
        for ring in rings:
            body += struct.pack(order + "I", len(ring))
            body += b"".join(struct.pack(order + f"{len(p)}d", *p) for p in ring)
        return head(code, outer) + body

    if len(parts) == 1:
        return polygon(parts[0], True)
    return head(code + 3, True) + struct.pack(order + "I", len(parts)) + b"".join(polygon(p, False) for p in parts)


def test_area_center_and_bounds_by_hand() -> None:
    far = [(x + 100, y) for x, y in SQUARE]
    zones = Polygons.from_wkb([wkb([[SQUARE]]), wkb([[SQUARE, HOLE]]), wkb([[SQUARE], [far]]), None, b""])
    assert zones.areas().tolist() == [100, 64, 200, 0, 0]
    assert zones.bounds()[:3].tolist() == [[0, 0, 10, 10], [0, 0, 10, 10], [0, 0, 110, 10]]
    assert np.isnan(zones.bounds()[3:]).all()
    assert zones.centers()[0].tolist() == [5, 5]
    assert np.isnan(zones.centers()[3:]).all()
    assert len(zones) == 5


def test_direction_of_rings_in_the_source_does_not_matter() -> None:
    for shell in (SQUARE, SQUARE[::-1]):
        for hole in (HOLE, HOLE[::-1]):
            zones = Polygons.from_wkb([wkb([[shell, hole]])])
            assert zones.areas().tolist() == [64]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("code", "width"), [(3, 2), (1003, 3), (2003, 3), (3003, 4), (0x80000003, 3), (0x40000003, 3), (0xC0000003, 4)]
)
@pytest.mark.parametrize("srid", [None, 5179])
def test_every_flavor_of_wkb(order: str, code: int, width: int, srid: int | None) -> None:
    extra = (7.5, -3.0)[: width - 2]
    square, hole = ([(*p, *extra) for p in ring] for ring in (SQUARE, HOLE))
    shifted = [(p[0] + 50, *p[1:]) for p in square]
    zones = Polygons.from_wkb([wkb([[square, hole]], code, order, srid), wkb([[square], [shifted]], code, order, srid)])
    assert zones.areas().tolist() == [64, 200]
    assert zones.ring_offsets.tolist() == [0, 5, 10, 15, 20]
    assert zones.zone_offsets.tolist() == [0, 2, 4]
    assert zones.xy.dtype == np.float64


def test_empty_polygon_is_an_empty_zone() -> None:
    zones = Polygons.from_wkb([struct.pack("<BII", 1, 3, 0), struct.pack("<BIII", 1, 3, 1, 0)])
    assert len(zones) == 2
    assert zones.areas().tolist() == [0, 0]


def test_other_geometry_is_refused() -> None:
    with pytest.raises(AnalysisError) as caught:
        Polygons.from_wkb([wkb([[SQUARE]]), struct.pack("<BIdd", 1, 1, 0, 0)])
    assert caught.value.code == "wkb_type_not_polygon"
    assert caught.value.values == {"zone": 1, "type": 1}


@pytest.mark.parametrize("damage", [slice(0, 4), slice(0, 30), slice(0, -1)])
def test_broken_wkb_is_refused(damage: slice) -> None:
    with pytest.raises(AnalysisError) as caught:
        Polygons.from_wkb([wkb([[SQUARE]])[damage]])
    assert caught.value.code == "wkb_broken"
    assert caught.value.values == {"zone": 0}


def test_wrong_byte_order_mark_is_refused() -> None:
    with pytest.raises(AnalysisError, match="wkb_broken"):
        Polygons.from_wkb([b"\x07" + wkb([[SQUARE]])[1:]])


@pytest.mark.parametrize("multi", [False, True])
def test_zones_alike_are_read_as_zones_one_by_one(multi: bool) -> None:
    """Cells of a grid take a shorter way; a zone of another make among them must not change what comes out."""
    shifted = [[(x + 20 * i, y + 7 * i) for x, y in (SQUARE if i % 2 else SQUARE[::-1])] for i in range(5)]
    zones = [wkb([[ring]]) for ring in shifted]
    if multi:
        zones = [struct.pack("<BII", 1, 6, 1) + zone for zone in zones]
    alike = Polygons.from_wkb(zones)
    mixed = Polygons.from_wkb([*zones, wkb([[U_SHAPE]])])
    assert np.array_equal(alike.xy, mixed.xy[:25])
    assert alike.ring_offsets.tolist() == mixed.ring_offsets[:6].tolist()
    assert alike.zone_offsets.tolist() == mixed.zone_offsets[:6].tolist()
    assert alike.areas().tolist() == [100] * 5
    assert alike.xy[5:10].tolist() == [[x + 20, y + 7] for x, y in SQUARE]


def test_zones_alike_with_heights() -> None:
    """Four points with heights are as many bytes as six without: only the head tells."""
    triangle = [(0, 0), (4, 0), (0, 4), (0, 0)]
    heights = [[(*p, 0.0) for p in ring] for ring in (triangle, triangle)]
    zones = Polygons.from_wkb([wkb([[ring]], 1003) for ring in heights])
    assert zones.areas().tolist() == [8, 8]
    assert zones.xy.shape == (8, 2)


def test_center_is_moved_inside_when_the_centroid_is_not() -> None:
    ring = wkb([[SQUARE, HOLE]])
    two = wkb([[SQUARE], [[(x + 100, y + 50) for x, y in SQUARE]]])
    zones = Polygons.from_wkb([ring, wkb([[U_SHAPE]]), two])
    centers = zones.centers()
    zone, point = points_in_polygons(centers, zones)
    assert [pair for pair in zip(zone, point, strict=True) if pair[0] == pair[1]] == [(0, 0), (1, 1), (2, 2)]


def test_flat_zone_has_no_area_and_the_middle_as_center() -> None:
    zones = Polygons.from_rings([[np.array([(0, 0), (4, 0), (8, 0), (0, 0)])], [np.array([(0, 0), (4, 4), (0, 0)])]])
    assert zones.areas().tolist() == [0, 0]
    assert zones.centers().tolist() == [[4, 0], [2, 2]]


def test_closing_vertex_may_be_left_out() -> None:
    zones = Polygons.from_rings([[np.array(SQUARE[:-1])], [np.array(SQUARE)]])
    assert zones.areas().tolist() == [100, 100]
    assert zones.rectangles().tolist() == [False, True]
    zone, _ = points_in_polygons(np.array([[5.0, 5.0], [0.0, 5.0], [10.0, 5.0], [11.0, 5.0]]), zones)
    assert zone.tolist() == [0, 0, 1, 1]


def test_large_coordinates_cost_no_digits() -> None:
    shift = np.array([1_000_000.25, 1_900_000.75])
    zones = Polygons.from_rings([[np.array(SQUARE) / 100 + shift]])
    assert zones.areas()[0] == pytest.approx(0.01, rel=1e-7)
    assert zones.centers()[0] == pytest.approx(shift + 0.05, abs=1e-8)


@settings(deadline=None, max_examples=60)
@given(st.integers(3, 40), st.floats(0.1, 1000), st.floats(-1e6, 1e6), st.integers(0, 10**6))
def test_star_shapes_against_triangles(corners: int, size: float, shift: float, seed: int) -> None:
    angles = np.sort(np.random.default_rng(seed).uniform(0, 2 * math.pi, corners))
    radii = np.random.default_rng(seed + 1).uniform(0.2, 1, corners) * size
    ring = np.column_stack([radii * np.cos(angles), radii * np.sin(angles)])
    after = np.roll(ring, -1, axis=0)
    triangles = (ring[:, 0] * after[:, 1] - after[:, 0] * ring[:, 1]) / 2
    zones = Polygons.from_rings([[ring + shift]])
    assert zones.areas()[0] == pytest.approx(abs(triangles.sum()), rel=1e-6, abs=1e-9 * size * size)
    assert points_in_polygons(zones.centers(), zones)[0].tolist() == [0]
    centroid = ((ring + after) / 3 * triangles[:, None]).sum(axis=0) / triangles.sum()
    if abs(triangles.sum()) > 0.1 * size * size and points_in_polygons(centroid[None] + shift, zones)[0].size:
        assert zones.centers()[0] == pytest.approx(centroid + shift, abs=1e-7 * (size + abs(shift)))
