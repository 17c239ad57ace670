"""Outlines around scattered places: what lies close together becomes one area."""

from __future__ import annotations

import numpy as np

from .errors import Tick, no_tick
from .geometry import Wkb, buffer, decoded, dissolve, to_array


def outlines(wkb: Wkb, grow: float, shrink: float, tick: Tick = no_tick) -> np.ndarray:
    """Areas that hold all places, one per group of places that lie closer together than twice ``grow``.

    Args:
        wkb: points, lines or polygons. grow: meters by which each is widened before they are united.
        shrink: meters by which the united shape is narrowed again, less than ``grow``.

    Returns:
        (a,) WKB of single polygons.
    """
    grown = [item for item in buffer(wkb, grow, 8, tick) if item is not None]
    united = dissolve(grown, tick)
    if united is None:
        return np.empty(0, dtype=object)
    narrowed = buffer([united], -shrink, 8, tick)[0] if shrink > 0 else united
    whole = narrowed if narrowed is not None else united
    parts = [part for item in decoded([whole]) for part in item.asGeometryCollection()]
    return to_array(parts)
