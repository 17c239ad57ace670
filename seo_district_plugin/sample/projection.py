"""Korean plane coordinates and national grid codes, for the sample alone.

Transverse Mercator on GRS80 by the Krueger series to the fourth order of the third flattening n (Karney 2011,
"Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, eq. 35 and 36 cut after n^4: the error is
below a micrometer within a few degrees of the meridian). Parameters of EPSG:5186 and EPSG:5179 as in the EPSG registry.
The grid code formula is the one of ``analysis/zones/codes.py``: letters of 100 km squares (SGIS, NGII), digits in half.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_A, _F = 6_378_137.0, 1 / 298.257222101  # GRS80
_N = _F / (2 - _F)
_RADIUS = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_ALPHA = (
    _N / 2 - 2 / 3 * _N**2 + 5 / 16 * _N**3 + 41 / 180 * _N**4,
    13 / 48 * _N**2 - 3 / 5 * _N**3 + 557 / 1440 * _N**4,
    61 / 240 * _N**3 - 103 / 140 * _N**4,
    49561 / 161280 * _N**4,
)
_BETA = (
    _N / 2 - 2 / 3 * _N**2 + 37 / 96 * _N**3 - 1 / 360 * _N**4,
    1 / 48 * _N**2 + 1 / 15 * _N**3 - 437 / 1440 * _N**4,
    17 / 480 * _N**3 - 37 / 840 * _N**4,
    4397 / 161280 * _N**4,
)
_E = np.sqrt(_F * (2 - _F))

LETTERS_EAST = "가나다라마바사"
LETTERS_NORTH = "가나다라마바사아"
WEST, SOUTH, SQUARE = 700_000, 1_300_000, 100_000


@dataclass(frozen=True)
class Belt:
    """A transverse Mercator belt: central meridian and origin latitude in degrees, false origin, scale."""

    lon: float
    lat: float
    east: float
    north: float
    scale: float


KOREA_2000_CENTRAL = Belt(127.0, 38.0, 200_000.0, 600_000.0, 1.0)  # EPSG:5186
KOREA_UNIFIED = Belt(127.5, 38.0, 1_000_000.0, 2_000_000.0, 0.9996)  # EPSG:5179


def _meridian(belt: Belt) -> float:
    """Northing of the origin latitude before the false northing."""
    xi, _ = _series(np.radians(belt.lat), 0.0)
    return float(belt.scale * _RADIUS * xi)


def _series(lat: np.ndarray | float, lon: np.ndarray | float) -> tuple[np.ndarray, np.ndarray]:
    sine = np.sin(lat)
    t = np.sinh(np.arctanh(sine) - _E * np.arctanh(_E * sine))
    xi0 = np.arctan2(t, np.cos(lon))
    eta0 = np.arcsinh(np.sin(lon) / np.hypot(t, np.cos(lon)))
    xi, eta = xi0, eta0
    for order, alpha in enumerate(_ALPHA, start=1):
        xi = xi + alpha * np.sin(2 * order * xi0) * np.cosh(2 * order * eta0)
        eta = eta + alpha * np.cos(2 * order * xi0) * np.sinh(2 * order * eta0)
    return xi, eta


def forward(belt: Belt, lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Degrees -> easting, northing."""
    xi, eta = _series(np.radians(lat), np.radians(np.asarray(lon) - belt.lon))
    return belt.east + belt.scale * _RADIUS * eta, belt.north + belt.scale * _RADIUS * xi - _meridian(belt)


def inverse(belt: Belt, east: np.ndarray, north: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Easting, northing -> longitude, latitude in degrees."""
    eta = (np.asarray(east) - belt.east) / (belt.scale * _RADIUS)
    xi = (np.asarray(north) - belt.north + _meridian(belt)) / (belt.scale * _RADIUS)
    xi0, eta0 = xi, eta
    for order, beta in enumerate(_BETA, start=1):
        xi0 = xi0 - beta * np.sin(2 * order * xi) * np.cosh(2 * order * eta)
        eta0 = eta0 - beta * np.cos(2 * order * xi) * np.sinh(2 * order * eta)
    lon = np.arctan2(np.sinh(eta0), np.cos(xi0))
    conformal = np.sin(xi0) / np.cosh(eta0)
    sine = conformal
    for _ in range(6):  # e^2 < 0.007: each round gains more than two digits
        sine = np.tanh(np.arctanh(conformal) + _E * np.arctanh(_E * sine))
    return belt.lon + np.degrees(lon), np.degrees(np.arcsin(sine))


def to_grid(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """EPSG:5186 -> EPSG:5179."""
    return forward(KOREA_UNIFIED, *inverse(KOREA_2000_CENTRAL, x, y))


def from_grid(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """EPSG:5179 -> EPSG:5186."""
    return forward(KOREA_2000_CENTRAL, *inverse(KOREA_UNIFIED, x, y))


def grid_codes(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Codes of the 100 m cells with these lower left corners in EPSG:5179 (multiples of 100)."""
    east, north = np.asarray(x, dtype=np.int64) - WEST, np.asarray(y, dtype=np.int64) - SOUTH
    return np.array(
        [
            f"{LETTERS_EAST[e // SQUARE]}{LETTERS_NORTH[n // SQUARE]}{e % SQUARE // 100:03d}{n % SQUARE // 100:03d}"
            for e, n in zip(east.tolist(), north.tolist())
        ],
        dtype=object,
    )
