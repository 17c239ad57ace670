"""Coordinates of rows as texts, with the mistakes that such columns have."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .faults_rates import PLACE_MEDIAN, rate
from .registers_crs import LONLAT, from_lonlat, to_epsg
from .registers_truth import Fault

_FAR = np.array([(126.978, 37.5665), (129.0756, 35.1796), (126.5312, 33.4996)])
"""Longitudes and latitudes far from the district, where geocoders land that know only the name of a road."""
_UNREADABLE = (("확인중", "확인중"), ("23x912.4", "31o807.6"), ("좌표없음?", "?"))
_ZEROS = (("0", "0"), ("0.0", "0.000"))
_OTHERS = {5174: (5186, 5179, LONLAT), LONLAT: (5186, 5179), 5179: (LONLAT, 5186)}
"""The systems that single rows of a file are in by mistake."""
LEAST_ROWS = 12  # of a file in which single coordinates are wrong: in a smaller one they could outnumber the right ones
_KINDS = ("coordinates_zero", "coordinates_swapped", "coordinates_millimetres", "coordinates_other_crs",
          "coordinates_far", "coordinates_not_numbers")  # fmt: skip


@dataclass
class Coordinates:
    """Two columns of texts, east and north (or longitude and latitude), and what is wrong in which row."""

    x: list[str]
    y: list[str]
    faults: list[Fault] = field(default_factory=list)


def spread(count: int, rng: np.random.Generator) -> np.ndarray:
    """(n, 2) meters by which a register's points of buildings are off.

    Two registers that are off independently lie PLACE_MEDIAN apart in the median: the distance is Rayleigh distributed
    with sigma * sqrt(2), its median 1.1774 times that.
    """
    return rng.normal(0.0, PLACE_MEDIAN / 1.17741 / np.sqrt(2.0), size=(count, 2))


def write_coordinates(
    xy: np.ndarray,
    epsg: int,
    register: str,
    able: np.ndarray,
    rng: np.random.Generator,
    blank: np.ndarray | None = None,
    blank_kind: str = "coordinates_blank",
) -> Coordinates:
    """Texts of coordinates and their faults.

    Args:
        xy: (n, 2) true places in EPSG:5186.
        epsg: of the file: 4326, or one of ``registers_crs.BELTS``.
        able: (n,) bool: rows that may get a fault (not those of small files or of a file in another CRS).
        blank: (n,) bool: rows without coordinates.
    """
    count = len(xy)
    blank = np.zeros(count, dtype=bool) if blank is None else blank
    plain = to_epsg(xy, epsg)
    made = Coordinates(*_texts(plain, epsg))
    order = rng.permutation(np.flatnonzero(able & ~blank))
    at = 0
    for kind in _KINDS:
        share = rate(kind, register)
        if not share or (kind == "coordinates_millimetres" and epsg == LONLAT):
            continue
        rows = order[at : at + max(1, round(share * len(order)))]
        at += len(rows)
        for i, row in enumerate(rows.tolist()):
            made.x[row], made.y[row] = _wrong(kind, plain[row], xy[row], epsg, i)
            made.faults.append(Fault(row, kind, "", kind))
    half = rng.random(count) < 0.03  # one of the two is there
    for row in np.flatnonzero(blank).tolist():
        made.x[row], made.y[row] = (made.x[row] if half[row] else ""), ""
        made.faults.append(Fault(row, blank_kind, "", "coordinates_blank"))
    return made


def _texts(plain: np.ndarray, epsg: int) -> tuple[list[str], list[str]]:
    shape = "{:.8f}" if epsg == LONLAT else "{:.6f}"
    return [shape.format(v) for v in plain[:, 0].tolist()], [shape.format(v) for v in plain[:, 1].tolist()]


def _wrong(kind: str, pair: np.ndarray, home: np.ndarray, epsg: int, i: int) -> tuple[str, str]:
    """The texts of one row with a fault; ``i`` goes through the variants."""
    x, y = float(pair[0]), float(pair[1])
    if kind == "coordinates_zero":
        return _ZEROS[i % 2]
    if kind == "coordinates_not_numbers":
        return _UNREADABLE[i % 3]
    if kind == "coordinates_millimetres":
        return f"{x * 1000:.0f}", f"{y * 1000:.0f}"
    if kind == "coordinates_far":
        if i % 4 == 3:  # a digit lost
            return _first(np.array([x / 10.0, y]), epsg)
        place = _FAR[i % 3 : i % 3 + 1]
        return _first(place[0] if epsg == LONLAT else from_lonlat(place, epsg)[0], epsg)
    if kind == "coordinates_other_crs":
        others = _OTHERS[epsg]
        other = others[i % len(others)]
        return _first(to_epsg(home[None, :], other)[0], other)
    return _first(np.array([y, x]), epsg)


def _first(pair: np.ndarray, epsg: int) -> tuple[str, str]:
    texts = _texts(pair[None, :], epsg)
    return texts[0][0], texts[1][0]
