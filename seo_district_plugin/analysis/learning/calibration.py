"""Calibration: from scores to probabilities, learned on out-of-fold scores only.

Platt's sigmoid below 1,000 rows, isotonic regression from there on (Niculescu-Mizil, Caruana 2005, ICML, 625-632:
isotonic needs about a thousand rows). Platt (1999): slope and intercept on the log-odds of the score, with smoothed
targets; isotonic: pool adjacent violators, ties pooled first, straight lines between, never 0 or 1 exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logit

from ..errors import AnalysisError, no_tick
from .linear import check_classes, fit_logistic

KINDS = ("platt", "isotonic")
ISOTONIC_FROM = 1000
_EDGE = 1e-6


@dataclass(frozen=True)
class Calibrator:
    """A monotone map of scores to probabilities.

    Attributes:
        kind: ``platt`` or ``isotonic``.
        x: platt: (2,) intercept and slope (0 or more) on the log-odds; isotonic: (m,) scores ascending.
        y: isotonic: (m,) probabilities, never falling; empty for platt.
        flat: True when the scores did not order the rows at all and the base rate is returned everywhere.
    """

    kind: str
    x: np.ndarray
    y: np.ndarray
    flat: bool = False

    def apply(self, scores: np.ndarray) -> np.ndarray:
        """(m,) scores 0 to 1 -> (m,) probabilities; NaN stays NaN."""
        if self.kind == "isotonic":
            out = np.interp(scores, self.x, self.y)
            return np.where(np.isnan(scores), np.nan, out)
        return expit(self.x[0] + self.x[1] * logit(np.clip(scores, _EDGE, 1 - _EDGE)))


def learn_calibrator(
    scores: np.ndarray, labels: np.ndarray, *, weights: np.ndarray | None = None, kind: str = ""
) -> Calibrator:
    """Learn from out-of-fold scores.

    Args:
        scores: (n,) 0 to 1, each made by a model that had not seen its row; NaN rows are left out.
        labels: (n,) bool.
        kind: empty: by the number of rows.

    Raises:
        AnalysisError: ``one_class_only(presences, absences)``; ``scores_out_of_range(low, high)``.
    """
    known = ~np.isnan(scores)
    scores, labels = np.asarray(scores, dtype=np.float64)[known], np.asarray(labels, dtype=bool)[known]
    w = np.ones(len(scores)) if weights is None else np.asarray(weights, dtype=np.float64)[known]
    check_classes(labels)
    if scores.min() < 0 or scores.max() > 1:
        raise AnalysisError("scores_out_of_range", low=float(scores.min()), high=float(scores.max()))
    kind = kind or ("isotonic" if len(scores) >= ISOTONIC_FROM else "platt")
    return _isotonic(scores, labels, w) if kind == "isotonic" else _platt(scores, labels, w)


def _platt(scores: np.ndarray, labels: np.ndarray, w: np.ndarray) -> Calibrator:
    up, down = w[labels].sum(), w[~labels].sum()
    target = np.where(labels, (up + 1) / (up + 2), 1 / (down + 2))
    x = logit(np.clip(scores, _EDGE, 1 - _EDGE))
    spread = x.std()
    base = float(logit((up + 1) / (up + down + 2)))
    if spread < 1e-12:
        return Calibrator("platt", np.array([base, 0.0]), np.empty(0), True)
    found = fit_logistic(((x - x.mean()) / spread)[:, None], target, weights=w, tick=no_tick)
    slope = float(found.coefficients[0] / spread)
    if slope <= 0:
        return Calibrator("platt", np.array([base, 0.0]), np.empty(0), True)
    return Calibrator("platt", np.array([found.intercept - slope * x.mean(), slope]), np.empty(0))


def _isotonic(scores: np.ndarray, labels: np.ndarray, w: np.ndarray) -> Calibrator:
    x, place = np.unique(scores, return_inverse=True)
    weight = np.bincount(place.ravel(), weights=w)
    mean = np.bincount(place.ravel(), weights=w * labels) / weight
    fitted = pool_adjacent(mean, weight)
    # One case in twice as many rows as there are is the least and the most that can be claimed.
    edge = 0.5 / (w.sum() + 1)
    fitted = np.clip(fitted, edge, 1 - edge)
    # Only the ends of each level are needed.
    keep = np.ones(len(x), dtype=bool)
    keep[1:-1] = (fitted[1:-1] != fitted[:-2]) | (fitted[1:-1] != fitted[2:])
    return Calibrator("isotonic", x[keep], fitted[keep], bool(fitted[0] == fitted[-1]))


def pool_adjacent(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The nearest never-falling sequence in weighted squares (pool adjacent violators)."""
    means: list[float] = []
    masses: list[float] = []
    counts: list[int] = []
    for value, mass in zip(values.tolist(), weights.tolist()):
        means.append(value)
        masses.append(mass)
        counts.append(1)
        while len(means) > 1 and means[-2] >= means[-1]:
            value, mass, count = means.pop(), masses.pop(), counts.pop()
            means[-1] = (means[-1] * masses[-1] + value * mass) / (masses[-1] + mass)
            masses[-1] += mass
            counts[-1] += count
    return np.repeat(means, counts)
