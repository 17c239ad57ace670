"""What the modules of learning hand to each other: training table, settings, and what a model must be able to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ..errors import Tick, no_tick

MODELS = ("logistic", "spline", "forest", "boosting", "background")
InnerFolds = Sequence[tuple[np.ndarray, np.ndarray]]
"""Pairs of boolean masks (train, test) over the rows given to ``fit``."""


@dataclass(frozen=True)
class Factor:
    """One column of the training table.

    Attributes:
        name: as the user named it (band, field); unique.
        unit: "" when unknown.
        categorical: True when the values are codes of classes.
        levels: the class codes known from training, ascending; () for a measured factor.
    """

    name: str
    unit: str = ""
    categorical: bool = False
    levels: tuple[float, ...] = ()


@dataclass(frozen=True)
class Samples:
    """The training table; rows in the user's order.

    Attributes:
        values: (n, k) float64, columns as ``factors``; categorical columns hold codes; no NaN.
        labels: (n,) bool, True where it happened.
        xy: (n, 2) metres in the CRS of the run.
        factors: k factors.
        weights: (n,) positive, or None.
        groups: (n,) int event ids of dated events, or None.
    """

    values: np.ndarray
    labels: np.ndarray
    xy: np.ndarray
    factors: tuple[Factor, ...]
    weights: np.ndarray | None = None
    groups: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True)
class Settings:
    """How to learn.

    Attributes:
        model: one of ``MODELS``.
        trees: trees of a forest, rounds of boosting.
        depth: greatest depth of a tree; 0: tuned or without limit.
        leaf: fewest training rows in a leaf; 0: tuned or the model's own.
        rate: learning rate of boosting; 0: tuned or the model's own.
        ridge: penalty of the spline; negative: chosen inside the folds.
        knots: knots of a spline per factor (3 to 7).
        tune: search the small grid by the inner folds.
        seed: of every random choice.
        threads: threads of a forest.
    """

    model: str = "logistic"
    trees: int = 300
    depth: int = 0
    leaf: int = 0
    rate: float = 0.0
    ridge: float = -1.0
    knots: int = 4
    tune: bool = True
    seed: int = 0
    threads: int = 2
    extra: dict[str, float] = field(default_factory=dict)


class Fitted(Protocol):
    """A learned model."""

    def score(self, values: np.ndarray, *, tick: Tick = no_tick) -> np.ndarray:
        """(m, k) factor values -> (m,) uncalibrated probability, 0 to 1 (relative suitability for ``background``)."""
        ...


class Learner(Protocol):
    """What can learn from a training table; everything learned is learned from the rows given."""

    def fit(
        self,
        values: np.ndarray,
        labels: np.ndarray,
        *,
        weights: np.ndarray | None = None,
        inner_folds: InnerFolds | None = None,
        seed: int = 0,
        tick: Tick = no_tick,
    ) -> Fitted:
        """Learn from (n, k) values without NaN and (n,) bool labels."""
        ...
