"""Presence-background models: where it was seen, against how the area is, without records of absence.

The maximum-entropy model is an inhomogeneous Poisson process, the limit of a logistic regression whose background rows
weigh infinitely (Fithian, Hastie 2013, Annals of Applied Statistics 7, 1917-1939; Renner, Warton 2013, Biometrics 69,
274-281). That limit is fitted here directly, by Newton's method, with a ridge instead of a lasso. Presences are added
to the background and the answer is the complementary log-log of Phillips et al. (2017, Ecography 40, 887-893). It is a
**relative suitability**, never a probability: how common the event is cannot be learned from presences alone.

Features by number of presences as in maxnet: fewer than 10 linear, fewer than 15 linear and quadratic, else hinges too;
no products, so that the factors add up and reasons are exact. Values beyond the range seen are clamped to it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import logsumexp

from ..errors import Tick, no_tick
from .design import Design, learn_design
from .linear import Additive, check_classes, random_folds
from .types import Factor, InnerFolds, Settings

RIDGES = (0.01, 0.1, 1.0, 10.0, 100.0)
LINEAR_BELOW, QUADRATIC_BELOW = 10, 15
_STEPS = 80


@dataclass(frozen=True)
class GibbsFit:
    """Coefficients of the density over the background, its log normalizer and its entropy."""

    coefficients: np.ndarray
    normalizer: float
    entropy: float
    converged: bool


def fit_gibbs(
    presences: np.ndarray,
    background: np.ndarray,
    ridge: float,
    *,
    weights: np.ndarray | None = None,
    tick: Tick = no_tick,
) -> GibbsFit:
    """Maximize sum of log q(x) over presences minus half the ridge times the squared coefficients.

    q(x) = exp(x b) / sum over the background of exp(x b).

    Args:
        presences, background: (n, p) and (m, p) scaled columns; the presences belong to the background.
        weights: (n,) weights of the presences, or None.
    """
    p = presences.shape[1]
    w = np.ones(len(presences)) if weights is None else np.asarray(weights, dtype=np.float64)
    total, pull = w.sum(), w @ presences
    beta = np.zeros(p)
    eta = np.zeros(len(background))
    loss = total * logsumexp(eta)
    converged = False
    for step in range(_STEPS):
        tick(step / _STEPS)
        q = np.exp(eta - logsumexp(eta))
        mean = q @ background
        gradient = pull - total * mean - ridge * beta
        spread = background - mean
        curvature = total * (spread * q[:, None]).T @ spread
        curvature[np.diag_indices_from(curvature)] += ridge + 1e-10
        move = np.linalg.lstsq(curvature, gradient, rcond=None)[0]
        size = 1.0
        while size > 1e-5:
            trial = beta + size * move
            trial_eta = background @ trial
            trial_loss = total * logsumexp(trial_eta) - pull @ trial + 0.5 * ridge * trial @ trial
            if trial_loss <= loss + 1e-12 * abs(loss):
                break
            size *= 0.5
        else:
            converged = bool(np.abs(gradient).max() < 1e-4 * total)
            break
        gain, beta, eta, loss = loss - trial_loss, trial, trial_eta, trial_loss
        if gain <= 1e-12 * max(abs(loss), 1.0):
            converged = True
            break
    normalizer = float(logsumexp(eta))
    log_q = eta - normalizer
    return GibbsFit(beta, normalizer, float(-(np.exp(log_q) * log_q).sum()), converged)


@dataclass(frozen=True)
class BackgroundLearner:
    """Learner of presence-background models: labels True are presences, False the background."""

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
        """Learn the relative suitability; the ridge by the gain of held-out presences over inner folds.

        Raises:
            AnalysisError: ``one_class_only(presences, absences)`` and those of ``learn_design``.
        """
        check_classes(labels)
        labels = np.asarray(labels, dtype=bool)
        ridge = self.settings.ridge
        if ridge < 0:
            ridge = self._choose(values, labels, weights, inner_folds or random_folds(labels, 5, seed), tick)
        design = self._design(values, labels)
        X = design.matrix(values)
        found = fit_gibbs(X[labels], X, ridge, weights=_of(weights, labels), tick=lambda f: tick(0.8 + 0.2 * f))
        intercept = found.entropy - found.normalizer
        means = design.contributions(values, found.coefficients).mean(axis=0)
        notes = () if found.converged else ("not_converged",)
        return Additive(design, found.coefficients, intercept, means, "cloglog", notes, {"ridge": float(ridge)})

    def _design(self, values: np.ndarray, labels: np.ndarray) -> Design:
        count = int(np.count_nonzero(labels))
        how = "linear" if count < LINEAR_BELOW else "quadratic" if count < QUADRATIC_BELOW else "hinge"
        return learn_design(values, self.factors, how)

    def _choose(
        self, values: np.ndarray, labels: np.ndarray, weights: np.ndarray | None, folds: InnerFolds, tick: Tick
    ) -> float:
        gains = np.zeros(len(RIDGES))
        for done, (train, test) in enumerate(folds):
            held = test & labels
            if not labels[train].any() or labels[train].all() or not held.any():
                continue
            design = self._design(values[train], labels[train])
            X, new = design.matrix(values[train]), design.matrix(values[held])
            for index, ridge in enumerate(RIDGES):
                tick(0.8 * (done + index / len(RIDGES)) / len(folds))
                found = fit_gibbs(X[labels[train]], X, ridge, weights=_of(weights, train & labels))
                gains[index] += (new @ found.coefficients - found.normalizer).sum()
        return RIDGES[int(np.argmax(gains))]


def _of(weights: np.ndarray | None, rows: np.ndarray) -> np.ndarray | None:
    return None if weights is None else np.asarray(weights)[rows]
