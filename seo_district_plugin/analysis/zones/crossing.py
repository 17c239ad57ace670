"""One exact question: does a polygon edge cross the ray that runs from a point to the east?

Everything that decides "inside" in this package rests on this predicate. It is evaluated in float64 with an
error bound (Shewchuk 1997, Adaptive Precision Floating-Point Arithmetic, static filter of orient2d) and, for the
few points that the bound leaves open, in exact rational arithmetic. The answer is therefore the true one for the
coordinates as stored, and zones that share an edge can never both claim, or both refuse, a point on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

_FILTER = (3.0 + 16.0 * 2.0**-53) * 2.0**-53  # Shewchuk's ccwerrboundA
_UNDERFLOW = 1e-300  # products below this may have lost bits to underflow


def crosses_east(ends: Sequence[np.ndarray], px: np.ndarray, py: np.ndarray) -> np.ndarray:
    """Whether each edge lies strictly east of its point at the height of the point.

    Args:
        ends: x1, y1, x2, y2, each (n,): edges, the lower end first, ``y1 < y2``.
        px, py: (n,) points with ``y1 <= py < y2`` (the half-open rule; the caller sees to it).

    Returns:
        (n,) bool. A point exactly on the edge is not west of it: False.
    """
    x1, y1, x2, y2 = ends
    dx, dy, ux, uy = x2 - x1, y2 - y1, px - x1, py - y1
    left, right = dx * uy, ux * dy
    determinant = left - right
    result = determinant > 0.0
    sure = np.abs(determinant) > _FILTER * (np.abs(left) + np.abs(right)) + _UNDERFLOW
    sure |= ((dx == 0) | (uy == 0)) & (ux == 0)  # both products are zero without rounding
    for i in np.flatnonzero(~sure):
        result[i] = _exact(x1[i], y1[i], x2[i], y2[i], px[i], py[i])
    return result


def _exact(x1: float, y1: float, x2: float, y2: float, px: float, py: float) -> bool:
    ax, ay = Fraction(float(x1)), Fraction(float(y1))
    left = (Fraction(float(x2)) - ax) * (Fraction(float(py)) - ay)
    return left > (Fraction(float(px)) - ax) * (Fraction(float(y2)) - ay)
