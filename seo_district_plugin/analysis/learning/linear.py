"""Logistic regression on a design: linear terms, or splines with a ridge chosen inside the fold.

Newton's method (iteratively reweighted least squares) in numpy. The linear model is practically unpenalized: a ridge of
1e-8 keeps the equations solvable when factors repeat each other. Where the classes can be told apart without error no
finite coefficients exist (Albert, Anderson 1984, Biometrika 71, 1-10); this is said, and a ridge of 1 is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.special import expit

from ..errors import AnalysisError, Tick, no_tick
from .design import Design, learn_design
from .types import Factor, InnerFolds, Settings

RIDGE = 1e-8
SEPARATED_RIDGE = 1.0
RIDGES = (0.01, 0.1, 1.0, 10.0, 100.0)
LINKS = ("logit", "cloglog")
BLOCK = 65_536
_STEPS = 60


@dataclass(frozen=True)
class Additive:
    """A learned model whose factors add up on one scale.

    Attributes:
        design: columns.
        coefficients: (p,) of the columns.
        intercept: on the scale of the link.
        means: (k,) mean contribution of each factor over the training rows.
        link: ``logit`` (probability) or ``cloglog`` (relative suitability of presence-background models).
        notes: remarks of the fit: ``separated``, ``not_converged``.
        chosen: hyperparameters used (``ridge``).
    """

    design: Design
    coefficients: np.ndarray
    intercept: float
    means: np.ndarray
    link: str = "logit"
    notes: tuple[str, ...] = ()
    chosen: dict[str, float] = field(default_factory=dict)

    def predictor(self, values: np.ndarray) -> np.ndarray:
        """(m,) linear predictor, intercept included."""
        return self.intercept + self.design.predictor(values, self.coefficients)

    def score(self, values: np.ndarray, *, tick: Tick = no_tick) -> np.ndarray:
        """(m, k) -> (m,) 0 to 1."""
        out = np.empty(len(values))
        for start in range(0, len(values), BLOCK):
            tick(start / len(values))
            part = slice(start, start + BLOCK)
            out[part] = from_link(self.predictor(values[part]), self.link)
        return out

    def contributions(self, values: np.ndarray) -> np.ndarray:
        """(m, k) what each factor adds, against its mean over the training rows."""
        return self.design.contributions(values, self.coefficients) - self.means


def from_link(eta: np.ndarray, link: str) -> np.ndarray:
    """Linear predictor -> 0 to 1."""
    if link == "cloglog":
        return -np.expm1(-np.exp(np.minimum(eta, 50.0)))
    return expit(eta)


@dataclass(frozen=True)
class NewtonFit:
    intercept: float
    coefficients: np.ndarray
    converged: bool
    separated: bool


def fit_logistic(
    X: np.ndarray, y: np.ndarray, *, weights: np.ndarray | None = None, ridge: np.ndarray | float = RIDGE, tick: Tick
) -> NewtonFit:
    """Maximize the weighted log likelihood minus half the ridge times the squared coefficients.

    Args:
        X: (n, p) columns, scaled.
        y: (n,) 0 to 1 (targets between are allowed).
        weights: (n,) positive, or None.
        ridge: one number or (p,); the intercept is never penalized.
    """
    n, p = X.shape
    w = np.ones(n) if weights is None else np.asarray(weights, dtype=np.float64)
    penalty = np.concatenate([[0.0], np.broadcast_to(np.asarray(ridge, dtype=np.float64), (p,))])
    A = np.column_stack([np.ones(n), X])
    target: np.ndarray = np.asarray(y, dtype=np.float64)
    share = float(np.clip(np.average(target, weights=w), 1e-6, 1 - 1e-6))
    beta: np.ndarray = np.zeros(p + 1)
    beta[0] = np.log(share / (1 - share))
    eta: np.ndarray = A @ beta
    loss = _loss(eta, target, w, beta, penalty)
    converged = False
    for step in range(_STEPS):
        tick(step / _STEPS)
        q = expit(eta)
        gradient = A.T @ (w * (target - q)) - penalty * beta
        curvature = (A * (w * np.maximum(q * (1 - q), 1e-12))[:, None]).T @ A
        curvature[np.diag_indices_from(curvature)] += penalty + 1e-12 * np.trace(curvature) / (p + 1)
        move = _solve(curvature, gradient)
        size, better = 1.0, False
        while size > 1e-4:
            trial: np.ndarray = beta + size * move
            trial_eta = A @ trial
            trial_loss = _loss(trial_eta, target, w, trial, penalty)
            if trial_loss <= loss + 1e-12 * abs(loss):
                better = True
                break
            size *= 0.5
        if not better:
            converged = bool(np.abs(gradient).max() < 1e-4 * max(w.sum(), 1.0))
            break
        gain, beta, eta, loss = loss - trial_loss, trial, trial_eta, trial_loss
        if gain <= 1e-13 * max(abs(loss), 1e-3) and np.abs(move).max() <= 1e-7 * max(1.0, np.abs(beta).max()):
            converged = True
            break
        if loss < 1e-7 * n:
            break
    return NewtonFit(float(beta[0]), beta[1:], converged, _separated(eta, target, beta))


def _loss(eta: np.ndarray, y: np.ndarray, w: np.ndarray, beta: np.ndarray, penalty: np.ndarray) -> float:
    return float((w * (np.logaddexp(0.0, eta) - y * eta)).sum() + 0.5 * (penalty * beta**2).sum())


def _solve(matrix: np.ndarray, right: np.ndarray) -> np.ndarray:
    try:
        return np.linalg.solve(matrix, right)
    except np.linalg.LinAlgError:
        return np.linalg.lstsq(matrix, right, rcond=None)[0]


def _separated(eta: np.ndarray, y: np.ndarray, beta: np.ndarray) -> bool:
    """Complete separation is proven by a predictor without error; quasi-complete shows in runaway coefficients."""
    positive = y > 0.5
    if not (positive.any() and (~positive).any()):
        return False
    complete = bool(eta[positive].min() > eta[~positive].max())
    return complete or bool(np.abs(beta[1:]).max(initial=0.0) > 12.0 and np.abs(eta).max() > 25.0)


@dataclass(frozen=True)
class LogisticLearner:
    """Linear terms, standardized, practically unpenalized (``logistic``), or restricted cubic splines (``spline``).

    The ridge of a spline bears on its curves alone, so that a strong one leaves the linear model. It is chosen by log
    loss over the inner folds (spatial ones when the caller gives them, else five stratified random ones).
    """

    factors: tuple[Factor, ...]
    settings: Settings

    def fit(
        self,
        values: np.ndarray,
        labels: np.ndarray,
        *,
        weights: np.ndarray | None = None,
        inner_folds: InnerFolds | None = None,
        seed: int = 0,
        tick: Tick = no_tick,
    ) -> Additive:
        """Learn from (n, k) values and (n,) labels.

        Raises:
            AnalysisError: ``one_class_only(presences, absences)`` and those of ``learn_design``.
        """
        check_classes(labels)
        if self.settings.model != "spline":
            return self._fit(values, labels, weights, RIDGE, tick)
        ridge = self.settings.ridge
        if ridge < 0:
            folds = inner_folds or random_folds(labels, 5, seed)
            ridge = self._choose(values, labels, weights, folds, tick)
        return self._fit(values, labels, weights, ridge, lambda f: tick(0.8 + 0.2 * f))

    def _fit(
        self, values: np.ndarray, labels: np.ndarray, weights: np.ndarray | None, ridge: float, tick: Tick
    ) -> Additive:
        how = "spline" if self.settings.model == "spline" else "linear"
        design = learn_design(values, self.factors, how, knots=self.settings.knots)
        X = design.matrix(values)
        found = fit_logistic(X, labels, weights=weights, ridge=curve_penalty(design, ridge), tick=tick)
        notes = []
        if found.separated:
            notes.append("separated")
            found = fit_logistic(X, labels, weights=weights, ridge=max(SEPARATED_RIDGE, ridge), tick=tick)
        if not found.converged:
            notes.append("not_converged")
        means = design.contributions(values, found.coefficients).mean(axis=0)
        chosen = {"ridge": float(ridge)}
        return Additive(design, found.coefficients, found.intercept, means, "logit", tuple(notes), chosen)

    def _choose(
        self, values: np.ndarray, labels: np.ndarray, weights: np.ndarray | None, folds: InnerFolds, tick: Tick
    ) -> float:
        """The ridge with the least log loss on the inner test rows."""
        losses = np.zeros(len(RIDGES))
        for done, (train, test) in enumerate(folds):
            if labels[train].all() or not labels[train].any() or not test.any():
                continue
            design = learn_design(values[train], self.factors, "spline", knots=self.settings.knots)
            X, new = design.matrix(values[train]), design.matrix(values[test])
            w = None if weights is None else weights[train]
            for index, ridge in enumerate(RIDGES):
                tick(0.8 * (done + index / len(RIDGES)) / len(folds))
                found = fit_logistic(X, labels[train], weights=w, ridge=curve_penalty(design, ridge), tick=no_tick)
                losses[index] += log_loss_sum(expit(found.intercept + new @ found.coefficients), labels[test])
        return RIDGES[int(np.argmin(losses))]


def curve_penalty(design: Design, ridge: float) -> np.ndarray:
    """(p,) the ridge for curves, next to nothing for linear columns and classes."""
    out = np.full(design.width, RIDGE)
    at = 0
    for block in design.blocks:
        if block.kind == "spline":
            out[at + 1 : at + block.width] = max(ridge, RIDGE)
        at += block.width
    return out


def log_loss_sum(p: np.ndarray, labels: np.ndarray) -> float:
    """Sum of the log loss of probabilities, bounded at 1e-6 so that one certain error does not decide everything."""
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return float(-np.log(np.where(labels, p, 1 - p)).sum())


def check_classes(labels: np.ndarray) -> None:
    """Refuse training rows of one class."""
    presences = int(np.count_nonzero(labels))
    if presences in (0, len(labels)):
        raise AnalysisError("one_class_only", presences=presences, absences=len(labels) - presences)


def random_folds(labels: np.ndarray, folds: int, seed: int) -> Sequence[tuple[np.ndarray, np.ndarray]]:
    """Stratified random inner folds, for callers that give none: pairs (train, test) of masks."""
    rng = np.random.default_rng(seed)
    fold = np.empty(len(labels), dtype=int)
    for value in (True, False):
        rows = np.flatnonzero(np.asarray(labels, dtype=bool) == value)
        fold[rng.permutation(rows)] = np.arange(len(rows)) % folds
    return [(fold != f, fold == f) for f in range(folds)]
