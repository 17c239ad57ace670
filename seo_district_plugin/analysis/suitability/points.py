"""The ``points`` of a criterion: corners of a piecewise line, or values of categories."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

OTHERS = "*"
"""Category that stands for all that are not listed."""


def parse_piecewise(text: str) -> tuple[np.ndarray, np.ndarray]:
    """Read "x:y; x:y": corners of a line from field value x to suitability y (0 to 1).

    Returns:
        x (m,) rising and y (m,), m >= 2. Beyond the ends the line stays level.

    Raises:
        ValueError: with the offending part as its message.
    """
    corners: list[tuple[float, float]] = []
    for part in _parts(text):
        x_text, colon, y_text = part.partition(":")
        if not colon:
            raise ValueError(part)
        corners.append((_finite(x_text, part), _share(y_text, part)))
    corners.sort()
    for (x, _), (next_x, _) in pairwise(corners):
        if x == next_x:
            raise ValueError(f"{x:g}:")
    if len(corners) < 2:
        raise ValueError(text.strip())
    table = np.array(corners)
    return table[:, 0], table[:, 1]


def parse_categories(text: str) -> dict[str, float]:
    """Read "name=y; name=y": suitability (0 to 1) of each category; ``*`` stands for all others.

    Raises:
        ValueError: with the offending part as its message.
    """
    result: dict[str, float] = {}
    for part in _parts(text):
        name, equals, y_text = part.rpartition("=")
        name = name.strip()
        if not equals or not name or name in result:
            raise ValueError(part)
        result[name] = _share(y_text, part)
    if not result:
        raise ValueError(text.strip())
    return result


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _finite(text: str, part: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError(part) from None
    if not np.isfinite(value):
        raise ValueError(part)
    return value


def _share(text: str, part: str) -> float:
    value = _finite(text, part)
    if not 0.0 <= value <= 1.0:
        raise ValueError(part)
    return value
