"""The crossing predicate against rational arithmetic."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.zones.crossing import crosses_east

coordinate = st.one_of(
    st.integers(-50, 50).map(float),
    st.floats(-1e7, 1e7, allow_nan=False),
    st.floats(allow_nan=False, allow_infinity=False),
)


def exact(x1: float, y1: float, x2: float, y2: float, px: float, py: float) -> bool:
    slope = (Fraction(x2) - Fraction(x1)) / (Fraction(y2) - Fraction(y1))
    return Fraction(x1) + slope * (Fraction(py) - Fraction(y1)) > Fraction(px)


def ask(*values: float) -> bool:
    columns = [np.array([value]) for value in values]
    with np.errstate(all="ignore"):
        return bool(crosses_east(columns[:4], columns[4], columns[5])[0])


@settings(deadline=None, max_examples=400)
@given(coordinate, coordinate, coordinate, coordinate, coordinate, st.floats(0, 1, exclude_max=True))
def test_any_edge_and_point(x1: float, y1: float, x2: float, y2: float, px: float, share: float) -> None:
    low, high = min(y1, y2), max(y1, y2)
    if low == high:
        high = low + 1 + abs(low)
    py = min(low + share * (high - low), high) if np.isfinite(high - low) else low
    if not (np.isfinite(high) and low <= py < high):
        py = low
    if np.isfinite(high) and low < high:
        assert ask(x1, low, x2, high, px, py) == exact(x1, low, x2, high, px, py)


@settings(deadline=None, max_examples=200)
@given(st.integers(-9, 9), st.integers(1, 9), st.floats(1, 2e6), st.integers(-3, 3))
def test_points_a_few_ulp_from_a_slanted_edge(dx: int, dy: int, at: float, steps: int) -> None:
    x1, y1, x2, y2 = at, at, at + dx * 1.1, at + dy * 1.7
    py = y1 + (y2 - y1) / 3
    px = x1 + (x2 - x1) / 3
    for _ in range(abs(steps)):
        px = float(np.nextafter(px, np.inf if steps > 0 else -np.inf))
    assert ask(x1, y1, x2, y2, px, py) == exact(x1, y1, x2, y2, px, py)


def test_a_point_on_the_edge_is_not_west_of_it() -> None:
    assert not ask(0.0, 0.0, 3.0, 3.0, 1.0, 1.0)
    assert not ask(5.0, 0.0, 5.0, 3.0, 5.0, 1.0)
    assert ask(5.0, 0.0, 5.0, 3.0, np.nextafter(5.0, 0.0), 1.0)
