"""From a field's values to suitability between 0 and 1.

A transform is first fitted to the places that are scored and can then be applied to any place, so that a place ruled
out by law can be asked what its score would have been without changing the score of the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ..errors import AnalysisError
from ..weights.ranking import percentile_among
from .criteria import BOUNDED, POINTED, Criterion
from .notes import Note
from .points import OTHERS, parse_categories, parse_piecewise

UNDECIDED = 0.5
"""Suitability where the data give no scale: all places have the same value. It moves all scores alike."""


@dataclass(frozen=True)
class FittedTransform:
    """A transform with its bounds settled.

    Attributes:
        criterion: the criterion with ``low`` and ``high`` as used.
        raw: function from (n,) values to (n,) suitability before the direction is applied.
        notes: ``criterion_constant`` (field, value), ``bounds_unused`` (field, transform),
            ``points_unused`` (field, transform).
    """

    criterion: Criterion
    raw: Callable[[np.ndarray], np.ndarray]
    notes: tuple[Note, ...]

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Suitability (n,) in 0 to 1 of (n,) values; NaN stays NaN. A cost is 1 less the suitability."""
        suitability = np.clip(self.raw(values), 0.0, 1.0)
        return 1.0 - suitability if self.criterion.direction == "cost" else suitability


def fit_transform(criterion: Criterion, values: np.ndarray) -> FittedTransform:
    """Fit a criterion's transform to the places that are scored.

    linear: (x - low) / (high - low), cut at 0 and 1; blank bounds are the smallest and largest value.
    percentile: share of the scored places below x, equal ones counted half.
    piecewise: straight lines between the given points, level beyond them.
    gaussian: exp(-((x - low) / high)^2 / 2): ``low`` is the best value, ``high`` the standard deviation.
    vector: x / sqrt(sum of x^2), the normalization of classical TOPSIS; values must not be negative.
    categories: see :func:`category_suitability`; here the values are already suitability.

    Args:
        criterion: what to fit.
        values: (n,) floats without NaN, n >= 1.

    Raises:
        AnalysisError: ``criterion_range_empty`` (field, low, high) when one given bound leaves no range with the
            data; ``criterion_negative`` (field, value) for ``vector``.
    """
    smallest, largest = float(values.min()), float(values.max())
    notes = _unused(criterion)
    if smallest == largest and len(values) > 1:
        notes.append(Note("criterion_constant", {"field": criterion.field, "value": smallest}))
    filled = _fill_bounds(criterion, smallest, largest) if criterion.transform == "linear" else criterion
    return FittedTransform(filled, _raw(filled, values), tuple(notes))


def _unused(criterion: Criterion) -> list[Note]:
    """Entries of the table that the transform does not look at."""
    values: dict[str, object] = {"field": criterion.field, "transform": criterion.transform}
    notes = []
    if criterion.transform not in BOUNDED and (criterion.low is not None or criterion.high is not None):
        notes.append(Note("bounds_unused", values))
    if criterion.transform not in POINTED and criterion.points:
        notes.append(Note("points_unused", values))
    return notes


def _fill_bounds(criterion: Criterion, smallest: float, largest: float) -> Criterion:
    """Blank bounds taken from the data; left blank when the data have no extent, since no scale can be made of it."""
    low = smallest if criterion.low is None else criterion.low
    high = largest if criterion.high is None else criterion.high
    if low < high:
        return replace(criterion, low=low, high=high)
    if low > high or (criterion.low is not None and criterion.high is not None):
        raise AnalysisError("criterion_range_empty", field=criterion.field, low=low, high=high)
    return criterion


def _raw(filled: Criterion, values: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    if filled.transform == "linear":
        return _linear(filled)
    if filled.transform == "percentile":
        return lambda x: percentile_among(x, values)
    if filled.transform == "piecewise":
        corners_x, corners_y = parse_piecewise(filled.points)
        return lambda x: np.interp(x, corners_x, corners_y)
    if filled.transform == "gaussian":
        center, deviation = _bounds(filled)
        return lambda x: np.exp(-0.5 * ((x - center) / deviation) ** 2)
    if filled.transform == "vector":
        return _vector(filled, values)
    return lambda x: x


def _bounds(criterion: Criterion) -> tuple[float, float]:
    if criterion.low is None or criterion.high is None:
        raise AnalysisError("criterion_bounds_missing", field=criterion.field)
    return criterion.low, criterion.high


def _linear(filled: Criterion) -> Callable[[np.ndarray], np.ndarray]:
    if filled.low is None or filled.high is None:
        return _undecided
    low, high = filled.low, filled.high
    # Half the difference keeps huge bounds of opposite sign from overflowing.
    half = high / 2 - low / 2
    return lambda x: (np.clip(x, low, high) / 2 - low / 2) / half


def _undecided(values: np.ndarray) -> np.ndarray:
    return np.where(np.isnan(values), np.nan, UNDECIDED)


def _vector(criterion: Criterion, values: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    if values.min() < 0:
        raise AnalysisError("criterion_negative", field=criterion.field, value=float(values.min()))
    largest = float(values.max())
    if largest == 0:
        return _undecided
    norm = float(np.sqrt(np.sum((values / largest) ** 2)))
    return lambda x: x / largest / norm


def category_suitability(
    codes: np.ndarray, names: list[str], criterion: Criterion
) -> tuple[np.ndarray, np.ndarray, list[Note]]:
    """Suitability of each place by its category, before the direction is applied.

    A category that is not listed, when ``*`` is not listed either, has no suitability (NaN): its places are not
    scored rather than scored 0 in silence.

    Args:
        codes: (n,) from :func:`values.as_categories`; names: by code.
        criterion: its points are read.

    Returns:
        (n,) floats; (n,) bool, True where the category is unknown; notes ``category_unknown`` (field, count,
        categories: up to five).
    """
    listed = parse_categories(criterion.points)
    others = listed.get(OTHERS, np.nan)
    by_code = np.array([listed.get(name, others) for name in names] + [np.nan])
    suitability = by_code[codes]
    unknown = np.isnan(suitability) & (codes >= 0)
    notes = []
    if unknown.any():
        missing_names = [names[code] for code in np.unique(codes[unknown])][:5]
        values: dict[str, object] = {
            "field": criterion.field,
            "count": int(unknown.sum()),
            "categories": missing_names,
        }
        notes.append(Note("category_unknown", values))
    return suitability, unknown, notes
