"""Measures of lines and polygons over zones, from the size of each overlap.

The overlaps come as pairs: ``zone`` (k,) and ``feature`` (k,) indices and ``size`` (k,), the length in meters or the
area in square meters that the feature has inside the zone. The same pair may occur more than once (parts). Pairs of
size 0 (touching only) and of NaN size take no part.
"""

from __future__ import annotations

import numpy as np

from .measures import per_square_kilometer

_METERS_PER_KM = 1000.0
_SHARE_ROUNDING = 1e-6  # overlays may exceed the zone by as much, relative


def overlap_length(zone: np.ndarray, size: np.ndarray, zones: int) -> np.ndarray:
    """(zones,) meters of line in each zone (or square meters, for areas)."""
    return np.bincount(zone, weights=np.where(size > 0, size, 0.0), minlength=zones)


def overlap_density(zone: np.ndarray, size: np.ndarray, area: np.ndarray) -> np.ndarray:
    """(z,) kilometers of line per square kilometer; NaN for a zone without area (z,)."""
    return per_square_kilometer(overlap_length(zone, size, len(area)) / _METERS_PER_KM, area)


def overlap_share(zone: np.ndarray, size: np.ndarray, area: np.ndarray) -> np.ndarray:
    """(z,) share of the zone that is covered, 0 to 1; NaN for a zone without area.

    Features that overlap each other count double: dissolve them first. What exceeds 1 by rounding (1e-6) is set to
    1; more is left to be seen.
    """
    covered = overlap_length(zone, size, len(area))
    share = np.divide(covered, area, out=np.full(len(area), np.nan), where=area > 0)
    return np.where((share > 1) & (share <= 1 + _SHARE_ROUNDING), 1.0, share)


def overlap_count(zone: np.ndarray, feature: np.ndarray, size: np.ndarray, zones: int) -> np.ndarray:
    """(zones,) float64 number of different features that reach into each zone."""
    keep = size > 0
    if not keep.any():
        return np.zeros(zones)
    span = int(feature[keep].max()) + 1
    pairs = np.unique(zone[keep].astype(np.int64) * span + feature[keep])
    return np.bincount(pairs // span, minlength=zones).astype(np.float64)


def overlap_mean(zone: np.ndarray, feature: np.ndarray, size: np.ndarray, values: np.ndarray, zones: int) -> np.ndarray:
    """(zones,) mean of ``values`` (m,) of the features, weighted by the size inside; NaN without a value."""
    own = np.asarray(values, dtype=np.float64)[feature]
    keep = np.isfinite(own) & (size > 0)
    weight = np.bincount(zone[keep], weights=size[keep], minlength=zones)
    total = np.bincount(zone[keep], weights=own[keep] * size[keep], minlength=zones)
    return np.divide(total, weight, out=np.full(zones, np.nan), where=weight > 0)


def overlap_sum(
    zone: np.ndarray,
    feature: np.ndarray,
    size: np.ndarray,
    values: np.ndarray,
    feature_size: np.ndarray,
    zones: int,
) -> np.ndarray:
    """(zones,) sum of value x part of the feature inside: areal interpolation (Goodchild and Lam 1980).

    ``values`` (m,) are amounts spread evenly over features of ``feature_size`` (m,). Features without a value or
    without size give nothing; without any the sum is 0. Over zones that tile the features the total is kept.
    """
    own, whole = np.asarray(values, dtype=np.float64)[feature], np.asarray(feature_size, dtype=np.float64)[feature]
    keep = np.isfinite(own) & (size > 0) & (whole > 0)
    return np.bincount(zone[keep], weights=own[keep] * (size[keep] / whole[keep]), minlength=zones)
