"""How good scores of places are: ranking, probabilities, calibration, share of events in the best area.

Every function takes labels (n,) bool and scores (n,) float; NaN is returned where a metric has no meaning (one class
only, no rows), never an error: a fold of a cross-validation may hold one class.

Sources:
    AUROC as Mann-Whitney statistic with mean ranks: J. A. Hanley, B. J. McNeil (1982), Radiology 143, 29-36.
    Average precision: step-wise sum of precision over recall, ties as one step (as scikit-learn defines it).
    Calibration slope and intercept: D. R. Cox (1958), Biometrika 45, 562-565; in-the-large as in E. W. Steyerberg
    (2019), Clinical Prediction Models, section 15.3.
    Success-rate curve: C.-J. F. Chung, A. G. Fabbri (2003), Natural Hazards 30, 451-472.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from ..statistics.correlation import midranks
from ..statistics.intervals import LEVEL, Interval, bootstrap, wilson

Metric = Callable[[np.ndarray, np.ndarray], float]

_SMALLEST = float(np.finfo(float).eps)
"""Probabilities are kept this far from 0 and 1 in logarithms."""
_NEWTON_STEPS = 50


def auroc(labels: np.ndarray, scores: np.ndarray) -> float:
    """Probability that an event scores above a non-event, ties counted half; NaN with one class only."""
    labels = np.asarray(labels, dtype=bool)
    events = int(labels.sum())
    others = len(labels) - events
    if not events or not others:
        return math.nan
    ranks = midranks(np.asarray(scores))
    return float((ranks[labels].sum() - events * (events + 1) / 2.0) / (events * others))


def roc_curve(labels: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Corner points of the ROC curve: false positive rate and true positive rate, from (0, 0) to (1, 1).

    Returns:
        Two arrays of equal length, ties as one oblique step; both empty with one class only.
    """
    hits, picked = _cumulated(labels, scores)
    if not len(hits) or hits[-1] == 0 or hits[-1] == picked[-1]:
        return np.empty(0), np.empty(0)
    misses = picked - hits
    return np.append(0.0, misses / misses[-1]), np.append(0.0, hits / hits[-1])


def auprc(labels: np.ndarray, scores: np.ndarray) -> float:
    """Average precision; NaN without events."""
    hits, picked = _cumulated(labels, scores)
    if not len(hits) or hits[-1] == 0:
        return math.nan
    recall = np.append(0.0, hits / hits[-1])
    return float(np.sum(np.diff(recall) * hits / picked))


def brier(labels: np.ndarray, scores: np.ndarray) -> float:
    """Mean squared difference between probability and outcome; NaN without rows."""
    if not len(labels):
        return math.nan
    return float(np.mean((np.asarray(scores, dtype=float) - np.asarray(labels, dtype=float)) ** 2))


def log_loss(labels: np.ndarray, scores: np.ndarray) -> float:
    """Mean negative log-likelihood of the probabilities, which are kept 2.2e-16 from 0 and 1; NaN without rows."""
    if not len(labels):
        return math.nan
    p = np.clip(np.asarray(scores, dtype=float), _SMALLEST, 1 - _SMALLEST)
    return float(-np.mean(np.where(labels, np.log(p), np.log1p(-p))))


def calibration_slope(labels: np.ndarray, scores: np.ndarray) -> float:
    """Slope of the logistic recalibration, see :func:`calibration_line`."""
    return calibration_line(labels, scores)[1]


def calibration_in_the_large(labels: np.ndarray, scores: np.ndarray) -> float:
    """Intercept of the logistic recalibration with slope 1: above 0 when the probabilities are too low on the whole."""
    labels = np.asarray(labels, dtype=bool)
    if not labels.any() or labels.all():
        return math.nan
    logits = _logit(scores)
    shift = 0.0
    for _ in range(_NEWTON_STEPS):
        p = _expit(logits + shift)
        step = float((labels - p).sum() / max((p * (1 - p)).sum(), 1e-12))
        shift += max(-5.0, min(5.0, step))
        if abs(step) < 1e-12:
            break
    return shift


def calibration_line(labels: np.ndarray, scores: np.ndarray) -> tuple[float, float]:
    """Intercept and slope of logit P(event) = intercept + slope * logit(score), by maximum likelihood.

    A slope below 1: the probabilities are too extreme; (0, 1) is perfect.

    Returns:
        (NaN, NaN) with one class only, with a constant score, or when the score separates the classes entirely.
    """
    labels = np.asarray(labels, dtype=bool)
    if not labels.any() or labels.all():
        return math.nan, math.nan
    logits = _logit(scores)
    inside, outside = logits[labels], logits[~labels]
    separated = inside.min() >= outside.max() or inside.max() <= outside.min()
    if separated or np.ptp(logits) < 1e-12:
        return math.nan, math.nan
    center, spread = logits.mean(), logits.std()
    design = np.column_stack([np.ones(len(logits)), (logits - center) / spread])
    beta = np.array([math.log(labels.mean() / (1 - labels.mean())), 0.0])
    beta = _newton(design, labels, beta)
    slope = float(beta[1] / spread)
    return float(beta[0] - slope * center), slope


def _newton(design: np.ndarray, labels: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """Maximum likelihood of a logistic model from a start, halving steps that lose likelihood."""
    loss = _deviance(design @ beta, labels)
    for _ in range(_NEWTON_STEPS):
        p = _expit(design @ beta)
        hessian = design.T @ (design * (p * (1 - p))[:, None]) + 1e-14 * np.eye(len(beta))
        step = np.linalg.solve(hessian, design.T @ (labels - p))
        for _ in range(30):
            trial = _deviance(design @ (beta + step), labels)
            if trial <= loss + 1e-12:
                break
            step = step / 2
        beta, loss = beta + step, trial
        if np.abs(step).max() < 1e-12:
            break
    return beta


def _deviance(eta: np.ndarray, labels: np.ndarray) -> float:
    return float(np.logaddexp(0.0, np.where(labels, -eta, eta)).sum())


def _expit(values: np.ndarray) -> np.ndarray:
    return 0.5 * (1.0 + np.tanh(0.5 * values))


def _logit(scores: np.ndarray) -> np.ndarray:
    p = np.clip(np.asarray(scores, dtype=float), _SMALLEST, 1 - _SMALLEST)
    return np.log(p) - np.log1p(-p)


def _cumulated(labels: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Events and rows among the best, at each distinct score from the greatest down."""
    labels = np.asarray(labels, dtype=bool)
    scores = np.asarray(scores)
    if not len(labels):
        return np.empty(0), np.empty(0)
    order = np.argsort(-scores, kind="stable")
    ordered = scores[order]
    last = np.append(np.flatnonzero(ordered[1:] != ordered[:-1]), len(ordered) - 1)
    return np.cumsum(labels[order])[last].astype(float), (last + 1).astype(float)


# ------------------------------------------------------------------------------------------------ success rate
@dataclass(frozen=True)
class SuccessRate:
    """Share of events in the share of area that scores highest.

    Attributes:
        area_share, event_share: corner points from (0, 0) to (1, 1).
        area_under: area under the curve, 0.5 for a map that says nothing.
    """

    area_share: np.ndarray
    event_share: np.ndarray
    area_under: float

    def at(self, area_share: float) -> float:
        """Share of events in the best ``area_share`` (0 to 1) of the area."""
        return float(np.interp(area_share, self.area_share, self.event_share)) if len(self.area_share) else math.nan


def success_rate(
    event_scores: np.ndarray, area_scores: np.ndarray, area_weights: np.ndarray | None = None
) -> SuccessRate:
    """Success-rate curve (prediction-rate curve when the events were held out).

    Args:
        event_scores: (e,) scores at the events.
        area_scores: (a,) scores of the whole area, by cell or by zone.
        area_weights: (a,) area of each, or None: all alike.

    Returns:
        Empty arrays and NaN without events or area. Cells of equal score count as one oblique step.
    """
    events = np.asarray(event_scores, dtype=float)
    cells = np.asarray(area_scores, dtype=float)
    weights = np.ones(len(cells)) if area_weights is None else np.asarray(area_weights, dtype=float)
    if not len(events) or not len(cells) or weights.sum() <= 0:
        return SuccessRate(np.empty(0), np.empty(0), math.nan)
    levels, codes = np.unique(np.concatenate([cells, events]), return_inverse=True)
    codes = codes.reshape(-1)
    area = np.bincount(codes[: len(cells)], weights, len(levels))[::-1]
    hits = np.bincount(codes[len(cells) :], minlength=len(levels))[::-1]
    x = np.append(0.0, np.cumsum(area) / area.sum())
    y = np.append(0.0, np.cumsum(hits) / len(events))
    return SuccessRate(x, y, float(np.sum(np.diff(x) * (y[1:] + y[:-1]) / 2)))


# ------------------------------------------------------------------------------------------------- reliability
@dataclass(frozen=True)
class ReliabilityRow:
    """One bin of the calibration plot: predicted mean, observed share with its Wilson interval, rows."""

    predicted: float
    observed: Interval
    count: int


def reliability(
    labels: np.ndarray, scores: np.ndarray, bins: int = 10, level: float = LEVEL
) -> tuple[ReliabilityRow, ...]:
    """Observed share of events by predicted probability, in bins of about equal counts; equal scores stay together.

    Raises:
        AnalysisError: ``not_positive`` (bins), ``level_out_of_range``.
    """
    if bins < 1:
        raise AnalysisError("not_positive", name="bins", value=bins)
    labels, scores = np.asarray(labels, dtype=bool), np.asarray(scores, dtype=float)
    if not len(labels):
        return ()
    edges = np.unique(np.quantile(scores, np.linspace(0, 1, bins + 1)[1:-1]))
    which = np.searchsorted(edges, scores, side="left")
    rows = []
    for one in np.unique(which):
        inside = which == one
        count = int(inside.sum())
        rows.append(
            ReliabilityRow(float(scores[inside].mean()), wilson(int(labels[inside].sum()), count, level), count)
        )
    return tuple(rows)


# ------------------------------------------------------------------------------------------------ with intervals
METRICS: dict[str, Metric] = {
    "auroc": auroc,
    "auprc": auprc,
    "brier": brier,
    "log_loss": log_loss,
    "calibration_slope": calibration_slope,
    "calibration_in_the_large": calibration_in_the_large,
}
"""What is measured of out-of-fold scores, by name."""


def measure(
    labels: np.ndarray,
    scores: np.ndarray,
    *,
    groups: np.ndarray | None = None,
    names: Sequence[str] = tuple(METRICS),
    draws: int = 300,
    level: float = LEVEL,
    seed: int = 0,
    tick: Tick = no_tick,
) -> dict[str, Interval]:
    """Metrics of stacked scores, each with its bootstrap interval over blocks.

    Args:
        groups: (n,) block or fold of each row; whole groups are drawn. None: rows by themselves, which is too narrow
            for neighboring places.
        draws: resamples; 0 for the values alone.

    Raises:
        AnalysisError: ``unknown_metric`` (name, known), ``level_out_of_range``.
    """
    for name in names:
        if name not in METRICS:
            raise AnalysisError("unknown_metric", name=name, known=tuple(METRICS))
    labels, scores = np.asarray(labels, dtype=bool), np.asarray(scores, dtype=float)
    found = {}
    for number, name in enumerate(names):
        metric = METRICS[name]
        if draws < 1:
            found[name] = Interval(metric(labels, scores), math.nan, math.nan, level, 0)
            continue
        found[name] = bootstrap(
            partial(_of_rows, metric, labels, scores),
            len(labels),
            groups=groups,
            draws=draws,
            level=level,
            seed=seed,
            tick=partial(_part, tick, number, len(names)),
        )
    return found


def _of_rows(metric: Metric, labels: np.ndarray, scores: np.ndarray, rows: np.ndarray) -> float:
    return metric(labels[rows], scores[rows])


def _part(tick: Tick, number: int, count: int, fraction: float) -> None:
    tick((number + fraction) / count)
