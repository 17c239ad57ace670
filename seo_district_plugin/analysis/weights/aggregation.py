"""One score from several criteria: weighted sum, weighted product, TOPSIS.

``u`` is (n, k): places by criteria, each entry in 0 to 1 with 1 the best. ``w`` is (k,), not negative, sum 1.

The sums run criterion by criterion rather than through a matrix product, so that places with the same values
get the same score to the last bit wherever they stand and however many threads the linear algebra uses.

Sources:
    P. C. Fishburn (1967), weighted sum; P. W. Bridgman (1922), D. W. Miller and M. K. Starr (1969), weighted product.
    C.-L. Hwang, K. Yoon (1981), Multiple Attribute Decision Making, Springer: TOPSIS.
"""

from __future__ import annotations

import numpy as np

from ..errors import AnalysisError

METHODS = ("sum", "product", "topsis")

PRODUCT_FLOOR = 0.01
"""Smallest value that enters the weighted product: one value of 0 would otherwise wipe out all the others."""

_NO_SPREAD_CLOSENESS = 0.5
"""TOPSIS closeness when all places are alike and there is neither ideal nor anti-ideal."""


def weighted_columns(columns: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Sum of w[j] * columns[j] over j, in the order of j.

    Args:
        columns: (k, n) floats, one row per criterion.
        w: (k,) floats.

    Returns:
        (n,) floats.
    """
    total = np.zeros(columns.shape[1])
    part = np.empty_like(total)
    for weight, column in zip(w, columns, strict=True):
        np.multiply(column, weight, out=part)
        total += part
    return total


def weighted_sum(u: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Weighted sum: (n,) scores in 0 to 1."""
    return weighted_columns(u.T, w)


def weighted_product(u: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Weighted product of u raised to w, with u not below ``PRODUCT_FLOOR``: (n,) scores in 0.01 to 1."""
    return np.exp(weighted_columns(np.log(np.maximum(u, PRODUCT_FLOOR)).T, w))


def topsis(u: np.ndarray, w: np.ndarray, reference: np.ndarray | None = None) -> np.ndarray:
    """TOPSIS closeness d- / (d+ + d-) to the best and worst value of each weighted criterion.

    With the transform ``vector`` this is the classical form: a cost given as 1 - x/||x|| has the same distances
    to the ideal as x/||x|| with the smallest value as ideal.

    Args:
        u: (n, k) values of the places to score.
        w: (k,) weights.
        reference: (m, k) places that define ideal and anti-ideal; the places themselves when left out.

    Returns:
        (n,) scores in 0 to 1; 0.5 when ideal and anti-ideal coincide.
    """
    best, worst = _ideals(u if reference is None else reference)
    squared = w * w
    return _closeness(weighted_columns(((u - best) ** 2).T, squared), weighted_columns(((u - worst) ** 2).T, squared))


def _ideals(reference: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return reference.max(axis=0), reference.min(axis=0)


def _closeness(to_best_squared: np.ndarray, to_worst_squared: np.ndarray) -> np.ndarray:
    to_best = np.sqrt(np.maximum(to_best_squared, 0.0))
    to_worst = np.sqrt(np.maximum(to_worst_squared, 0.0))
    total = to_best + to_worst
    result = np.full(total.shape, _NO_SPREAD_CLOSENESS)
    np.divide(to_worst, total, out=result, where=total > 0)
    return result


def aggregate(u: np.ndarray, w: np.ndarray, method: str, reference: np.ndarray | None = None) -> np.ndarray:
    """Score places by the named method.

    Args:
        u: (n, k) values; w: (k,) weights.
        method: one of ``METHODS``.
        reference: see :func:`topsis`; the other methods need none.

    Raises:
        AnalysisError: ``unknown_method``.
    """
    if method == "sum":
        return weighted_sum(u, w)
    if method == "product":
        return weighted_product(u, w)
    if method == "topsis":
        return topsis(u, w, reference)
    raise AnalysisError("unknown_method", method=method, known=METHODS)


def contributions(u: np.ndarray, w: np.ndarray, method: str) -> np.ndarray:
    """What each criterion gives to each score.

    ``sum``: w * u, which adds up to the score. ``product`` and ``topsis``: the score less the score that the place
    would have with this criterion at its mean over the places (ideal and anti-ideal unchanged); these may be
    negative and do not add up to the score.

    Returns:
        (n, k) floats.

    Raises:
        AnalysisError: ``unknown_method``.
    """
    if method == "sum":
        return u * w
    if method == "product":
        floored = np.maximum(u, PRODUCT_FLOOR)
        score = weighted_product(u, w)
        return score[:, None] * (1.0 - (floored.mean(axis=0) / floored) ** w)
    if method == "topsis":
        return _topsis_contributions(u, w)
    raise AnalysisError("unknown_method", method=method, known=METHODS)


def _topsis_contributions(u: np.ndarray, w: np.ndarray) -> np.ndarray:
    best, worst = _ideals(u)
    mean = u.mean(axis=0)
    squared = w * w
    from_best, from_worst = squared * (u - best) ** 2, squared * (u - worst) ** 2
    total_best, total_worst = from_best.sum(axis=1), from_worst.sum(axis=1)
    score = _closeness(total_best, total_worst)
    result = np.empty_like(u)
    for j in range(u.shape[1]):
        others = np.arange(u.shape[1]) != j
        # The other criteria are summed anew: taking one term off a total leaves rounding noise under the root.
        to_best = from_best[:, others].sum(axis=1) + squared[j] * (mean[j] - best[j]) ** 2
        to_worst = from_worst[:, others].sum(axis=1) + squared[j] * (mean[j] - worst[j]) ** 2
        result[:, j] = score - _closeness(to_best, to_worst)
    return result
