"""Models by name: what can be learned, with which small grid of hyperparameters, checked before it starts.

Forests and boosting are scikit-learn's, fitted in warm-start stages (which gives the same trees as one call), so that
progress moves and a cancel bites; they are kept as arrays, never as objects of the library.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .background import BackgroundLearner
from .design import Design, learn_design
from .ensembles import Ensemble
from .linear import LogisticLearner, check_classes, log_loss_sum, random_folds
from .treefile import from_boosting, from_forest
from .types import MODELS, Factor, InnerFolds, Learner, Settings

STAGE_SECONDS = 0.3
THREADED_FROM = 50_000
"""Rows from which threads inside a boosting round pay; below, waiting for each other can cost 20 times the work."""
FOREST_THREADED_FROM = 5_000
"""Rows from which threads pay in a forest; below, handing out trees costs more than growing them."""
TUNING_TREES = 60
BOOSTING_LEAVES = 31
FOREST_GRID = ({"leaf": 1.0}, {"leaf": 5.0}, {"leaf": 15.0})
BOOSTING_GRID = ({"depth": 2.0, "rate": 0.02}, {"depth": 2.0, "rate": 0.05}, {"depth": 4.0, "rate": 0.05})
"""Small on purpose: each entry is fitted on every inner fold of every outer one."""


def make_learner(settings: Settings, factors: Sequence[Factor]) -> Learner:
    """The learner of ``settings.model``.

    Raises:
        AnalysisError: ``model_unknown(model, known)``; ``learning_library_missing(model)`` when scikit-learn is needed
            and not installed.
    """
    if settings.model not in MODELS:
        raise AnalysisError("model_unknown", model=settings.model, known=", ".join(MODELS))
    if settings.model in ("logistic", "spline"):
        return LogisticLearner(tuple(factors), settings)
    if settings.model == "background":
        return BackgroundLearner(tuple(factors), settings)
    _library(settings.model)
    return TreeLearner(tuple(factors), settings)


def _library(model: str) -> Any:
    try:
        import sklearn.ensemble
    except ImportError as problem:
        raise AnalysisError("learning_library_missing", model=model) from problem
    return sklearn.ensemble


@dataclass(frozen=True)
class TreeLearner:
    """Random forest (Breiman 2001) or histogram gradient boosting (after LightGBM, Ke et al. 2017)."""

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
    ) -> Ensemble:
        """Learn from (n, k) values and (n,) labels; the grid is searched by log loss over the inner folds.

        Raises:
            AnalysisError: ``one_class_only(presences, absences)`` and those of ``learn_design``.
        """
        check_classes(labels)
        labels = np.asarray(labels, dtype=bool)
        grid = self._grid()
        chosen, begun = grid[0], 0.0
        if len(grid) > 1:
            begun = 0.7
            folds = inner_folds or random_folds(labels, 4, seed)
            chosen = self._choose(grid, values, labels, weights, folds, seed, lambda f: tick(begun * f))
        design = learn_design(values, self.factors, "trees")
        trees = self.settings.trees
        return self._fit(design, values, labels, weights, chosen, trees, seed, lambda f: tick(begun + (1 - begun) * f))

    def _grid(self) -> list[dict[str, float]]:
        """The candidates left after what the user fixed."""
        given = {"leaf": float(self.settings.leaf), "depth": float(self.settings.depth), "rate": self.settings.rate}
        fixed = {name: value for name, value in given.items() if value > 0}
        if not self.settings.tune:
            return [fixed]
        base = FOREST_GRID if self.settings.model == "forest" else BOOSTING_GRID
        out: list[dict[str, float]] = []
        for entry in base:
            candidate = {**entry, **fixed}
            if candidate not in out:
                out.append(candidate)
        return out

    def _choose(
        self,
        grid: list[dict[str, float]],
        values: np.ndarray,
        labels: np.ndarray,
        weights: np.ndarray | None,
        folds: InnerFolds,
        seed: int,
        tick: Tick,
    ) -> dict[str, float]:
        usable = [
            (train, test) for train, test in folds if test.any() and labels[train].any() and not labels[train].all()
        ]
        losses = np.zeros(len(grid))
        # A short forest ranks leaf sizes as a long one does; boosting must run its full length.
        trees = min(self.settings.trees, TUNING_TREES) if self.settings.model == "forest" else self.settings.trees
        steps = len(usable) * len(grid)
        for number, (train, test) in enumerate(usable):
            design = learn_design(values[train], self.factors, "trees")
            w = None if weights is None else weights[train]
            for index, candidate in enumerate(grid):
                part = _part(tick, number * len(grid) + index, steps)
                model = self._fit(design, values[train], labels[train], w, candidate, trees, seed, part)
                losses[index] += log_loss_sum(model.score(values[test]), labels[test])
        return grid[int(np.argmin(losses))]

    def _fit(
        self,
        design: Design,
        values: np.ndarray,
        labels: np.ndarray,
        weights: np.ndarray | None,
        chosen: dict[str, float],
        trees: int,
        seed: int,
        tick: Tick,
    ) -> Ensemble:
        X = design.matrix(values)
        if self.settings.model == "forest":
            threads = self.settings.threads if len(X) >= FOREST_THREADED_FROM else 1
            estimator = _forest(chosen, seed, threads)
            for _ in _stages(estimator, "n_estimators", trees, X, labels, weights, tick):
                pass
            found = from_forest([one.tree_ for one in estimator.estimators_], design.width)
        else:
            estimator = _boosting(chosen, seed, len(X))
            with _threads_for(len(X)):
                for _ in _stages(estimator, "max_iter", trees, X, labels, weights, tick):
                    pass
            rounds = [one[0] for one in estimator._predictors]
            base = float(np.asarray(estimator._baseline_prediction).ravel()[0])
            found = from_boosting(rounds, base, design.width)
        tick(1.0)
        return Ensemble(design, found, (), {**chosen, "trees": float(trees)})


def _part(tick: Tick, index: int, steps: int) -> Tick:
    return lambda fraction: tick((index + fraction) / max(steps, 1))


def _forest(chosen: dict[str, float], seed: int, threads: int) -> Any:
    return _library("forest").RandomForestClassifier(
        n_estimators=1,
        min_samples_leaf=int(chosen.get("leaf", 1)),
        max_depth=int(chosen["depth"]) if chosen.get("depth") else None,
        max_features="sqrt",
        random_state=seed,
        n_jobs=threads,
        warm_start=True,
    )


def _boosting(chosen: dict[str, float], seed: int, rows: int) -> Any:
    # The library's 20 rows a leaf would leave a small table without a single split.
    leaf = chosen.get("leaf") or min(20, max(2, rows // 20))
    return _library("boosting").HistGradientBoostingClassifier(
        max_iter=1,
        learning_rate=chosen.get("rate", 0.1),
        max_depth=int(chosen["depth"]) if chosen.get("depth") else None,
        max_leaf_nodes=BOOSTING_LEAVES,
        min_samples_leaf=int(leaf),
        early_stopping=False,
        categorical_features=None,
        random_state=seed,
        warm_start=True,
    )


def _threads_for(rows: int) -> AbstractContextManager[Any]:
    if rows >= THREADED_FROM:
        return nullcontext()
    from threadpoolctl import threadpool_limits

    return threadpool_limits(limits=1, user_api="openmp")


def _stages(
    estimator: Any, count: str, total: int, X: np.ndarray, y: np.ndarray, weights: np.ndarray | None, tick: Tick
) -> Iterator[int]:
    """Fit in stages that take about ``STAGE_SECONDS`` each; the trees do not depend on how they were cut."""
    # What a tree of this many rows takes, roughly; measured from the second stage on.
    guess = 1e-3 + len(X) * (2.5e-6 if count == "n_estimators" else 2e-7)
    done, size = 0, max(1, int(0.5 * STAGE_SECONDS / guess))
    clock: Callable[[], float] = time.perf_counter
    while done < total:
        tick(done / total)
        size = min(size, total - done)
        began = clock()
        estimator.set_params(**{count: done + size})
        estimator.fit(X, y, sample_weight=weights)
        spent = max(clock() - began, 1e-4)
        done += size
        yield done
        # Boosting bins and predicts anew at each warm start: few long stages; never more than triple at once.
        size = max(1, int(size * min(3.0, STAGE_SECONDS / spent)))


def check_samples(labels: np.ndarray, *, fewest: int = 20) -> None:
    """Refuse a training table too small to say anything.

    Raises:
        AnalysisError: ``one_class_only(presences, absences)``; ``too_few_presences(count, needed)``;
            ``too_few_absences(count, needed)``.
    """
    check_classes(labels)
    presences = int(np.count_nonzero(labels))
    absences = len(labels) - presences
    if presences < fewest:
        raise AnalysisError("too_few_presences", count=presences, needed=fewest)
    if absences < fewest:
        raise AnalysisError("too_few_absences", count=absences, needed=fewest)
