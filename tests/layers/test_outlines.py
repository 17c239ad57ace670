"""Outlines around scattered places."""

from __future__ import annotations

import pytest

from seo_district_plugin.layers.outlines import outlines

pytestmark = pytest.mark.usefixtures("qgis_app")


def _wkb(*texts: str) -> list[bytes]:
    from qgis.core import QgsGeometry

    return [QgsGeometry.fromWkt(text).asWkb().data() for text in texts]


def _areas(found) -> list[float]:
    from seo_district_plugin.layers.geometry import areas

    return sorted(areas(found).tolist())


def test_near_points_are_one_area_and_far_ones_another() -> None:
    found = outlines(_wkb("Point(0 0)", "Point(150 0)", "Point(1000 0)"), 100.0, 50.0)
    small, large = _areas(found)
    assert small == pytest.approx(3.1416 * 50**2, rel=0.03) and large > 2 * small


def test_cells_that_touch_keep_their_shape() -> None:
    cells = [f"Polygon(({x} 0, {x + 100} 0, {x + 100} 100, {x} 100, {x} 0))" for x in (0, 100, 200)]
    found = outlines(_wkb(*cells), 50.0, 50.0 - 0.01)
    assert _areas(found) == pytest.approx([30_000], rel=0.01)


def test_nothing_gives_nothing() -> None:
    assert len(outlines([], 10.0, 5.0)) == 0
