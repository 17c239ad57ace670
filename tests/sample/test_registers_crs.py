"""Coordinates in other systems against PROJ itself and against the known point."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.sample.faults_coordinates import spread
from seo_district_plugin.sample.registers_crs import BELTS, from_lonlat, to_epsg

KNOWN = (234430.97, 417560.07)  # EPSG:5186 of 127.3836 E 36.3555 N
ANSWERS = {
    4326: (127.3836, 36.3555),
    5174: (234359.49, 317253.30),
    2097: (234618.90, 317254.33),
    5181: (234430.97, 317560.07),
    5179: (989556.43, 1817571.04),
}


@pytest.mark.parametrize("epsg", ANSWERS)
def test_the_known_point(epsg) -> None:
    found = to_epsg(np.array([KNOWN]), epsg)[0]
    scale = np.array([89_600.0, 111_000.0]) if epsg == 4326 else 1.0
    assert np.abs((found - ANSWERS[epsg]) * scale).max() < 0.012


def proj(xy: np.ndarray, source: int, target: int) -> np.ndarray:
    osr = pytest.importorskip("osgeo.osr")
    systems = []
    for epsg in (source, target):
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    transform = osr.CoordinateTransformation(*systems)
    return np.array([transform.TransformPoint(x, y)[:2] for x, y in xy.tolist()])


@pytest.mark.parametrize("epsg", [4326, *BELTS])
def test_all_of_the_country_agrees_with_proj_to_a_millimeter(epsg) -> None:
    draw = np.random.default_rng(epsg)
    xy = draw.uniform((120_000, 150_000), (420_000, 640_000), size=(200, 2))
    scale = 111_320.0 if epsg == 4326 else 1.0
    assert np.abs(to_epsg(xy, epsg) - proj(xy, 5186, epsg)).max() * scale < 0.001


@pytest.mark.parametrize("epsg", BELTS)
def test_from_longitude_and_latitude(epsg) -> None:
    draw = np.random.default_rng(epsg)
    lonlat = draw.uniform((126.0, 34.0), (129.5, 38.0), size=(100, 2))
    assert np.abs(from_lonlat(lonlat, epsg) - proj(lonlat, 4326, epsg)).max() < 0.001


def test_two_registers_lie_as_far_apart_as_measured() -> None:
    one, other = (spread(20_000, np.random.default_rng(seed)) for seed in (1, 2))
    assert np.median(np.hypot(*(one - other).T)) == pytest.approx(2.1, abs=0.05)
