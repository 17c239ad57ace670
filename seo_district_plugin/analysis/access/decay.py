"""How much a service counts at a distance: weights in [0, 1] of the pairs inside a catchment."""

from __future__ import annotations

import numpy as np

from ..errors import AnalysisError

STEP_WEIGHTS = (1.0, 0.68, 0.22)
"""Weights of the three zones of Luo and Qi (2009), "An enhanced two-step floating catchment area method"."""


def uniform(cost: np.ndarray, radius: float) -> np.ndarray:
    """1 up to the radius, 0 beyond: Luo and Wang (2003)."""
    return (np.asarray(cost, dtype=np.float64) <= radius).astype(np.float64)


def gaussian(cost: np.ndarray, radius: float) -> np.ndarray:
    """Bell curve that falls from 1 at the door to 0 at the radius: Dai (2010), Health and Place 16, equation 2."""
    cost = np.asarray(cost, dtype=np.float64)
    edge = np.exp(-0.5)
    weight = (np.exp(-0.5 * (cost / radius) ** 2) - edge) / (1.0 - edge)
    return np.where(cost <= radius, np.maximum(weight, 0.0), 0.0)


def stepped(cost: np.ndarray, limits: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """One weight per zone.

    Args:
        limits: (z,) rising upper ends of the zones; a cost on an end belongs to the zone below it.
        weights: (z,) from 0 to 1.

    Raises:
        AnalysisError: ``steps_not_rising`` (limits), ``steps_weights`` (weights).
    """
    limits, weights = np.asarray(limits, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    if not len(limits) or len(limits) != len(weights) or (np.diff(limits) <= 0).any() or limits[0] <= 0:
        raise AnalysisError("steps_not_rising", limits=limits.tolist())
    if not ((weights >= 0) & (weights <= 1)).all() or not weights.any():
        raise AnalysisError("steps_weights", weights=weights.tolist())
    zone = np.searchsorted(limits, np.asarray(cost, dtype=np.float64), side="left")
    return np.where(zone < len(limits), weights[np.minimum(zone, len(limits) - 1)], 0.0)
