"""Overlay against the plain intersection of every pair, and against sizes known by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest


@pytest.fixture
def wkb(qgis_app):
    """Return a function from WKT (one or many) to an array of WKB."""
    from qgis.core import QgsGeometry

    def make(*texts):
        out = np.empty(len(texts), dtype=object)
        for i, text in enumerate(texts):
            out[i] = bytes(QgsGeometry.fromWkt(text).asWkb())
        return out

    return make


def shape(data):
    from qgis.core import QgsGeometry

    geometry = QgsGeometry()
    geometry.fromWkb(data)
    return geometry


def square(x, y, size):
    return f"Polygon (({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"


def blob(rng, count, reach, radius):
    out = []
    for _ in range(count):
        x, y = rng.uniform(0, reach, 2)
        angles = np.sort(rng.uniform(0, 2 * math.pi, 9))
        radii = rng.uniform(0.3, 1, 9) * radius
        ring = [f"{x + r * math.cos(a):.3f} {y + r * math.sin(a):.3f}" for a, r in zip(angles, radii)]
        out.append(f"Polygon (({', '.join([*ring, ring[0]])}))")
    return out


def brute(zones, features, kind):
    pairs = {}
    for i, zone in enumerate(map(shape, zones)):
        for j, feature in enumerate(map(shape, features)):
            part = zone.intersection(feature)
            size = part.length() if kind == "length" else part.area()
            if size > 0:
                pairs[i, j] = size
    return pairs


@pytest.mark.parametrize("kind", ["length", "area"])
@pytest.mark.parametrize("cells", [True, False])
@pytest.mark.parametrize("many_zones", [True, False])
def test_overlap_equals_all_pairs(wkb, kind, cells, many_zones):
    from seo_district_plugin.layers.geometry import overlap_pairs

    rng = np.random.default_rng(3)
    if cells:
        zones = [square(10 * i, 10 * j, 10) for i in range(5) for j in range(5)]
    else:
        zones = blob(rng, 25, 50, 12)
    count = 9 if many_zones else 40
    if kind == "area":
        features = [
            *blob(rng, count, 50, 8),
            square(0, 0, 25),
            "MultiPolygon (((1 1,2 1,2 2,1 2,1 1)),((30 30,33 30,33 33,30 33,30 30)))",
        ]
    else:
        ends = rng.uniform(0, 50, (count, 3, 2))
        features = [f"LineString ({', '.join(f'{x} {y}' for x, y in line)})" for line in ends]
    zones, features = wkb(*zones), wkb(*features)
    keep = [i for i, item in enumerate(zones) if shape(item).isGeosValid()]
    zones = zones[keep]
    features = features[[i for i, item in enumerate(features) if shape(item).isGeosValid()]]
    zone, feature, size = overlap_pairs(zones, features, kind)
    expected = brute(zones, features, kind)
    assert list(zip(zone.tolist(), feature.tolist())) == sorted(expected)
    np.testing.assert_allclose(size, [expected[key] for key in sorted(expected)], rtol=1e-9, atol=1e-9)


def test_overlap_with_a_hole_and_with_nothing(wkb):
    from seo_district_plugin.layers.geometry import overlap_pairs

    ring = wkb("Polygon ((0 0, 10 0, 10 10, 0 10, 0 0),(4 4, 6 4, 6 6, 4 6, 4 4))")
    _, _, size = overlap_pairs(ring, wkb(square(3, 3, 4)), "area")
    assert size.tolist() == [12]
    for zones, features in ((wkb(), ring), (ring, wkb())):
        assert [len(item) for item in overlap_pairs(zones, features, "area")] == [0, 0, 0]
    touching = overlap_pairs(wkb(square(0, 0, 1)), wkb(square(1, 0, 1)), "area")
    assert len(touching[0]) == 0


def test_clipping_cells(wkb):
    from seo_district_plugin.layers.geometry import clip_cells

    cells = wkb(square(0, 0, 10), square(10, 0, 10), square(50, 0, 10), square(-10, 0, 10))
    district = wkb("Polygon ((0 -5, 15 -5, 15 20, 0 20, 0 -5))")[0]
    parts, share = clip_cells(cells, district)
    assert parts[0] is cells[0]
    assert share.tolist() == [1.0, 0.5, 0.0, 0.0]
    assert shape(parts[1]).area() == 50
    assert parts[2] is None and parts[3] is None


def test_buffer_dissolve_difference(wkb):
    from seo_district_plugin.layers.geometry import areas, buffer, difference, dissolve

    circles = buffer(wkb("Point (0 0)", "Point (100 0)"), np.array([1.0, 2.0]), segments=64)
    np.testing.assert_allclose(areas(circles), [math.pi, 4 * math.pi], rtol=1e-3)
    assert buffer(wkb(square(0, 0, 1)), -1.0)[0] is None
    cells = wkb(*(square(i % 40, i // 40, 1) for i in range(1200)))
    united = shape(dissolve(cells))
    assert united.area() == pytest.approx(1200)
    assert not united.isMultipart() or united.constGet().numGeometries() == 1
    assert dissolve(wkb()) is None
    left = difference(wkb(square(0, 0, 2), square(10, 10, 1), square(0, 0, 1)), wkb(square(0, 0, 1), square(1, 1, 1)))
    assert shape(left[0]).area() == 2
    assert shape(left[1]).area() == 1
    assert left[2] is None


def test_distance_is_exact_and_zero_inside(wkb):
    from seo_district_plugin.layers.geometry import nearest_feature_distance

    rng = np.random.default_rng(5)
    ends = rng.uniform(0, 100, (30, 2, 2))
    lines = wkb(*(f"LineString ({a[0]} {a[1]}, {b[0]} {b[1]})" for a, b in ends))
    xy = rng.uniform(-20, 120, (80, 2))
    a, b = ends[:, 0], ends[:, 1]
    along = np.clip(((xy[:, None] - a) * (b - a)).sum(2) / ((b - a) ** 2).sum(1), 0, 1)
    expected = np.linalg.norm(xy[:, None] - (a + along[..., None] * (b - a)), axis=2)
    distance, nearest = nearest_feature_distance(xy, lines)
    np.testing.assert_allclose(distance, expected.min(axis=1), atol=1e-9)
    assert nearest.tolist() == expected.argmin(axis=1).tolist()
    distance, _ = nearest_feature_distance(np.array([[5.0, 5.0], [13.0, 14.0]]), wkb(square(0, 0, 10)))
    assert distance.tolist() == [0, 5]
    distance, nearest = nearest_feature_distance(np.zeros((2, 2)), wkb())
    assert np.isnan(distance).all() and nearest.tolist() == [-1, -1]


def test_representative_points_lie_on_their_geometry(wkb):
    from seo_district_plugin.layers.geometry import areas, bounds, lengths, representative_points

    items = wkb(
        square(0, 0, 2),
        "Polygon ((0 0, 10 0, 10 10, 0 10, 0 9, 9 9, 9 1, 0 1, 0 0))",
        "LineString (0 0, 10 0, 10 10)",
        "Point (3 4)",
        "MultiLineString ((0 0, 1 0),(0 5, 8 5))",
    )
    points = representative_points(items)
    assert points[[0, 2, 3, 4]].tolist() == [[1, 1], [10, 0], [3, 4], [4, 5]]
    assert shape(items[1]).distance(shape(wkb(f"Point ({points[1, 0]} {points[1, 1]})")[0])) == 0
    assert areas(items).tolist() == [4, 28, 0, 0, 0]
    assert lengths(items)[2] == 20
    assert bounds(items)[1].tolist() == [0, 0, 10, 10]


@pytest.mark.parametrize("work", ["overlap_pairs", "buffer", "dissolve", "difference", "clip_cells", "nearest"])
def test_each_can_be_stopped(wkb, work):
    from seo_district_plugin.layers import geometry

    class Stop(Exception):
        pass

    def tick(_fraction):
        raise Stop

    cells = wkb(square(0, 0, 1))
    calls = {
        "overlap_pairs": lambda: geometry.overlap_pairs(cells, cells, "area", tick),
        "buffer": lambda: geometry.buffer(cells, 1, tick=tick),
        "dissolve": lambda: geometry.dissolve(cells, tick),
        "difference": lambda: geometry.difference(cells, cells, tick),
        "clip_cells": lambda: geometry.clip_cells(cells, cells[0], tick),
        "nearest": lambda: geometry.nearest_feature_distance(np.zeros((1, 2)), cells, tick),
    }
    with pytest.raises(Stop):
        calls[work]()
