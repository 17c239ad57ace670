"""Coordinates of EPSG:5186 in the other systems of Korean registers, without PROJ: plain numpy, good to a centimeter.

Formulas: IOGP Publication 373-7-2 (EPSG Guidance Note 7-2), Transverse Mercator by the JHS (Krueger) series, geographic
to geocentric coordinates, Molodensky-Badekas transformation in the coordinate frame convention. Parameters of
"Korean 1985 to Korea 2000": EPSG dataset, as PROJ takes them. Korea 2000 and WGS 84 are taken as one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

HOME = 5186


@dataclass(frozen=True)
class Ellipsoid:
    """Half the long axis in meters, and the inverse of the flattening."""

    a: float
    inverse_flattening: float

    @property
    def f(self) -> float:
        return 1.0 / self.inverse_flattening

    @property
    def e2(self) -> float:
        return self.f * (2.0 - self.f)


GRS80 = Ellipsoid(6_378_137.0, 298.257222101)
BESSEL = Ellipsoid(6_377_397.155, 299.1528128)


@dataclass(frozen=True)
class Belt:
    """A transverse Mercator projection: ellipsoid, central meridian, latitude of origin (degrees), k, false origin."""

    ellipsoid: Ellipsoid
    longitude: float
    latitude: float
    scale: float
    east: float
    north: float


BELTS = {
    5186: Belt(GRS80, 127.0, 38.0, 1.0, 200_000.0, 600_000.0),
    5181: Belt(GRS80, 127.0, 38.0, 1.0, 200_000.0, 500_000.0),
    5187: Belt(GRS80, 129.0, 38.0, 1.0, 200_000.0, 600_000.0),
    5179: Belt(GRS80, 127.5, 38.0, 0.9996, 1_000_000.0, 2_000_000.0),
    5174: Belt(BESSEL, 127.0 + 10.405 / 3600.0, 38.0, 1.0, 200_000.0, 500_000.0),
    2097: Belt(BESSEL, 127.0, 38.0, 1.0, 200_000.0, 500_000.0),
}
LONLAT = 4326

# Korean 1985 to Korea 2000: shift, rotations (arc seconds), scale (parts per million), pivot in the source system.
_SHIFT = np.array([-145.907, 505.034, 685.756])
_ROTATION = np.array([-1.162, 2.347, 1.592]) / 3600.0 * np.pi / 180.0
_SCALE = 1.0 + 6.342e-6
_PIVOT = np.array([-3_159_521.31, 4_068_151.32, 3_748_113.85])


def to_epsg(xy: np.ndarray, epsg: int) -> np.ndarray:
    """EPSG:5186 -> another system, both in east, north order.

    Args:
        xy: (n, 2) meters.
        epsg: 4326 (longitude, latitude in degrees) or one of BELTS.

    Returns:
        (n, 2) float64.
    """
    if epsg == HOME:
        return np.array(xy, dtype=np.float64)
    lonlat = _unprojected(np.asarray(xy, dtype=np.float64), BELTS[HOME])
    return np.degrees(lonlat) if epsg == LONLAT else _into(lonlat, BELTS[epsg])


def from_lonlat(lonlat: np.ndarray, epsg: int) -> np.ndarray:
    """Longitudes and latitudes of WGS 84 in degrees, (n, 2), in one of BELTS."""
    return _into(np.radians(np.asarray(lonlat, dtype=np.float64)), BELTS[epsg])


def _into(lonlat: np.ndarray, belt: Belt) -> np.ndarray:
    if belt.ellipsoid is BESSEL:
        lonlat = _korea2000_to_korean1985(lonlat)
    return _projected(lonlat, belt)


# ---------------------------------------------------------------------- transverse Mercator
def _series(ellipsoid: Ellipsoid) -> tuple[float, tuple[float, ...], tuple[float, ...]]:
    """Radius of the rectifying sphere and the coefficients h1 to h4 forward and back."""
    n = ellipsoid.f / (2.0 - ellipsoid.f)
    radius = ellipsoid.a / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    forward = (
        n / 2 - 2 / 3 * n**2 + 5 / 16 * n**3 + 41 / 180 * n**4,
        13 / 48 * n**2 - 3 / 5 * n**3 + 557 / 1440 * n**4,
        61 / 240 * n**3 - 103 / 140 * n**4,
        49561 / 161280 * n**4,
    )
    back = (
        n / 2 - 2 / 3 * n**2 + 37 / 96 * n**3 - 1 / 360 * n**4,
        1 / 48 * n**2 + 1 / 15 * n**3 - 437 / 1440 * n**4,
        17 / 480 * n**3 - 37 / 840 * n**4,
        4397 / 161280 * n**4,
    )
    return radius, forward, back


def _conformal(latitude: np.ndarray, ellipsoid: Ellipsoid) -> np.ndarray:
    """Conformal latitude."""
    e = np.sqrt(ellipsoid.e2)
    return np.arctan(np.sinh(np.arcsinh(np.tan(latitude)) - e * np.arctanh(e * np.sin(latitude))))


def _arc_of_origin(belt: Belt) -> float:
    """Arc of the meridian from the equator to the latitude of origin, without k."""
    radius, forward, _ = _series(belt.ellipsoid)
    xi = beta = float(_conformal(np.radians(belt.latitude), belt.ellipsoid))
    for i, h in enumerate(forward, start=1):
        xi += h * np.sin(2 * i * beta)
    return radius * xi


def _projected(lonlat: np.ndarray, belt: Belt) -> np.ndarray:
    radius, forward, _ = _series(belt.ellipsoid)
    beta = _conformal(lonlat[:, 1], belt.ellipsoid)
    apart = lonlat[:, 0] - np.radians(belt.longitude)
    eta0 = np.arctanh(np.cos(beta) * np.sin(apart))
    xi0 = np.arcsin(np.sin(beta) * np.cosh(eta0))
    eta, xi = eta0.copy(), xi0.copy()
    for i, h in enumerate(forward, start=1):
        xi += h * np.sin(2 * i * xi0) * np.cosh(2 * i * eta0)
        eta += h * np.cos(2 * i * xi0) * np.sinh(2 * i * eta0)
    north = belt.scale * (radius * xi - _arc_of_origin(belt)) + belt.north
    return np.stack([belt.scale * radius * eta + belt.east, north], axis=1)


def _unprojected(xy: np.ndarray, belt: Belt) -> np.ndarray:
    """(n, 2) longitude and latitude in radians."""
    radius, _, back = _series(belt.ellipsoid)
    eta1 = (xy[:, 0] - belt.east) / (radius * belt.scale)
    xi1 = ((xy[:, 1] - belt.north) + belt.scale * _arc_of_origin(belt)) / (radius * belt.scale)
    eta, xi = eta1.copy(), xi1.copy()
    for i, h in enumerate(back, start=1):
        xi -= h * np.sin(2 * i * xi1) * np.cosh(2 * i * eta1)
        eta -= h * np.cos(2 * i * xi1) * np.sinh(2 * i * eta1)
    beta = np.arcsin(np.sin(xi) / np.cosh(eta))
    q1 = np.arcsinh(np.tan(beta))
    e = np.sqrt(belt.ellipsoid.e2)
    q = q1
    for _ in range(6):
        q = q1 + e * np.arctanh(e * np.tanh(q))
    longitude = np.radians(belt.longitude) + np.arcsin(np.tanh(eta) / np.cos(beta))
    return np.stack([longitude, np.arctan(np.sinh(q))], axis=1)


# ---------------------------------------------------------------------- datum
def _geocentric(lonlat: np.ndarray, ellipsoid: Ellipsoid) -> np.ndarray:
    """(n, 3) geocentric coordinates of points on the ellipsoid."""
    lon, lat = lonlat.T
    nu = ellipsoid.a / np.sqrt(1 - ellipsoid.e2 * np.sin(lat) ** 2)
    return np.stack(
        [nu * np.cos(lat) * np.cos(lon), nu * np.cos(lat) * np.sin(lon), nu * (1 - ellipsoid.e2) * np.sin(lat)], axis=1
    )


def _geographic(xyz: np.ndarray, ellipsoid: Ellipsoid) -> np.ndarray:
    """(n, 2) longitude and latitude; the height is left out."""
    x, y, z = xyz.T
    p = np.hypot(x, y)
    lat = np.arctan2(z, p * (1 - ellipsoid.e2))
    for _ in range(4):
        nu = ellipsoid.a / np.sqrt(1 - ellipsoid.e2 * np.sin(lat) ** 2)
        lat = np.arctan2(z + ellipsoid.e2 * nu * np.sin(lat), p)
    return np.stack([np.arctan2(y, x), lat], axis=1)


def _korea2000_to_korean1985(lonlat: np.ndarray) -> np.ndarray:
    """The transformation of the EPSG dataset, backwards: shift, scale, then the transposed rotation."""
    rx, ry, rz = _ROTATION
    # Coordinate frame: target = scale * turn @ (source - pivot) + pivot + shift; the transpose is the inverse.
    turn = np.array([[1.0, rz, -ry], [-rz, 1.0, rx], [ry, -rx, 1.0]])
    target = _geocentric(lonlat, GRS80)
    source = ((target - _PIVOT - _SHIFT) / _SCALE) @ turn + _PIVOT
    return _geographic(source, BESSEL)
