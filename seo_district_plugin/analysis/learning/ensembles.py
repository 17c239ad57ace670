"""A learned forest or boosting: its columns and its trees, scored by the fastest proven way."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..errors import Tick, no_tick
from .design import Design
from .treefile import Walker, compiled_walker
from .trees import BLOCK, Trees, walk


@dataclass(frozen=True)
class Ensemble:
    """A learned forest or boosting.

    Attributes:
        design: columns (values as they are, one column per class).
        trees: checked trees.
        notes: remarks of the fit.
        chosen: hyperparameters used.
    """

    design: Design
    trees: Trees
    notes: tuple[str, ...] = ()
    chosen: dict[str, float] = field(default_factory=dict)

    @cached_property
    def compiled(self) -> Walker | None:
        """The proven compiled walker, None where trees are walked in numpy."""
        return compiled_walker(self.trees)

    def columns(self, values: np.ndarray) -> np.ndarray:
        """(m, k) factor values -> (m, p) columns in the precision the trees compare."""
        return self.design.matrix(values, np.float32 if self.trees.kind == "forest" else np.float64)

    def score_block(self, values: np.ndarray) -> np.ndarray:
        """(m, k) -> (m,) 0 to 1, in one piece."""
        X = self.columns(values)
        total = self.compiled(X) if self.compiled is not None else walk(self.trees, X)
        return self.trees.finish(total)

    def score(self, values: np.ndarray, *, tick: Tick = no_tick) -> np.ndarray:
        """(m, k) factor values -> (m,) 0 to 1."""
        out = np.empty(len(values))
        for start in range(0, len(values), BLOCK):
            tick(start / len(values))
            part = slice(start, start + BLOCK)
            out[part] = self.score_block(values[part])
        return out
