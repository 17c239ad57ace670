"""From factor values to the columns a model learns from: scaling, classes, splines, hinges.

Everything here is learned from the rows given to :func:`learn_design` alone. A design is plain arrays, so that it can
be stored in a model file and applied without any library but numpy.

Sources: restricted cubic splines and their knots: Harrell (2015), Regression Modeling Strategies, 2nd ed., section
2.4.5; hinge features and clamping: Phillips, Anderson, Schapire (2006), Ecological Modelling 190, 231-259.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError
from .types import Factor

KINDS = ("linear", "levels", "raw", "onehot", "spline", "hinge")
MAX_LEVELS = 200
HINGES = 4
_HARRELL = {
    3: (0.10, 0.50, 0.90),
    4: (0.05, 0.35, 0.65, 0.95),
    5: (0.05, 0.275, 0.50, 0.725, 0.95),
    6: (0.05, 0.23, 0.41, 0.59, 0.77, 0.95),
    7: (0.025, 0.1833, 0.3417, 0.50, 0.6583, 0.8167, 0.975),
}


@dataclass(frozen=True)
class Block:
    """The columns made from one factor.

    Attributes:
        factor: index of the factor.
        kind: ``linear`` and ``raw`` (the value), ``levels`` (one column per class but the first of ``knots``),
            ``onehot`` (one column per class), ``spline`` (restricted cubic: the value and K - 2 curves), ``hinge``
            (value, square, forward and reverse hinges; clamped to the range seen).
        knots: class codes, or knots ascending; for ``hinge`` lowest value, knots, highest value; else empty.
        center, scale: (p,) mean and standard deviation (ddof 1) of each column over the training rows; 0 and 1 for
            ``raw``, ``levels``, ``onehot``.
    """

    factor: int
    kind: str
    knots: np.ndarray
    center: np.ndarray
    scale: np.ndarray

    @property
    def width(self) -> int:
        return len(self.center)

    def columns(self, values: np.ndarray) -> np.ndarray:
        """(m,) values of the factor -> (m, p) columns, scaled."""
        raw = _raw_columns(self.kind, values, self.knots)
        if self.kind in ("raw", "levels", "onehot"):
            return raw
        return (raw - self.center) / self.scale


def _raw_columns(kind: str, x: np.ndarray, knots: np.ndarray) -> np.ndarray:
    x = np.asarray(x, dtype=np.float64)
    if kind in ("linear", "raw"):
        return x[:, None].copy()
    if kind == "levels":
        return (x[:, None] == knots[None, 1:]).astype(np.float64)
    if kind == "onehot":
        return (x[:, None] == knots[None, :]).astype(np.float64)
    if kind == "spline":
        return restricted_cubic(x, knots)
    return _hinges(x, knots)


def restricted_cubic(x: np.ndarray, knots: np.ndarray) -> np.ndarray:
    """Restricted cubic spline basis: (m,) -> (m, K - 1), the value and K - 2 curves, linear beyond the outer knots.

    The curves are divided by the squared distance of the outer knots (Harrell's norm 2), so that all columns have the
    unit of the factor.
    """
    t = knots
    last, before = t[-1], t[-2]
    out = np.empty((len(x), len(t) - 1))
    out[:, 0] = x
    end = np.maximum(x - last, 0.0) ** 3
    near = np.maximum(x - before, 0.0) ** 3
    for j in range(len(t) - 2):
        curve = np.maximum(x - t[j], 0.0) ** 3
        curve -= near * ((last - t[j]) / (last - before))
        curve += end * ((before - t[j]) / (last - before))
        out[:, j + 1] = curve / (last - t[0]) ** 2
    return out


def _hinges(x: np.ndarray, knots: np.ndarray) -> np.ndarray:
    low, high, inner = knots[0], knots[-1], knots[1:-1]
    x = np.clip(x, low, high)
    columns = [x, (x - 0.5 * (low + high)) ** 2]
    columns += [np.maximum(x - t, 0.0) for t in inner]
    columns += [np.maximum(t - x, 0.0) for t in inner]
    return np.column_stack(columns)


@dataclass(frozen=True)
class Design:
    """All blocks of a model, in the order of its columns.

    Attributes:
        factors: number of factors a row of values has.
        blocks: learned blocks; a factor without a block was constant and is not used.
        constant: indices of the factors left out because they were constant in the training rows.
    """

    factors: int
    blocks: tuple[Block, ...]
    constant: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        return sum(block.width for block in self.blocks)

    @property
    def column_factors(self) -> np.ndarray:
        """(p,) the factor each column belongs to."""
        return np.repeat([block.factor for block in self.blocks], [block.width for block in self.blocks]).astype(int)

    def matrix(self, values: np.ndarray, dtype: type = np.float64) -> np.ndarray:
        """(m, k) factor values -> (m, p) columns."""
        self.check(values)
        if all(block.kind == "raw" for block in self.blocks):
            order = [block.factor for block in self.blocks]
            if order == list(range(self.factors)):
                return np.ascontiguousarray(values, dtype=dtype)
            return np.ascontiguousarray(values[:, order], dtype=dtype)
        out: np.ndarray = np.empty((len(values), self.width), dtype=dtype)
        at = 0
        for block in self.blocks:
            out[:, at : at + block.width] = block.columns(values[:, block.factor])
            at += block.width
        return out

    def contributions(self, values: np.ndarray, coefficients: np.ndarray) -> np.ndarray:
        """(m, k) what each factor adds to the linear predictor; 0 for factors that are not used."""
        self.check(values)
        out = np.zeros((len(values), self.factors))
        at = 0
        for block in self.blocks:
            part = coefficients[at : at + block.width]
            out[:, block.factor] = block.columns(values[:, block.factor]) @ part
            at += block.width
        return out

    def predictor(self, values: np.ndarray, coefficients: np.ndarray) -> np.ndarray:
        """(m,) linear predictor without intercept, without ever holding all columns."""
        self.check(values)
        if all(block.kind == "linear" for block in self.blocks):
            slopes, constant = np.zeros(self.factors), 0.0
            for block, coefficient in zip(self.blocks, coefficients):
                slopes[block.factor] = coefficient / block.scale[0]
                constant -= block.center[0] * slopes[block.factor]
            # One product row by row, whose sums do not depend on how rows are cut into blocks.
            return np.einsum("ij,j->i", np.asarray(values, dtype=np.float64), slopes) + constant
        eta = np.zeros(len(values))
        at = 0
        for block in self.blocks:
            part = coefficients[at : at + block.width]
            if block.kind == "linear":
                slope = part[0] / block.scale[0]
                eta += values[:, block.factor] * slope
                eta -= block.center[0] * slope
            else:
                eta += block.columns(values[:, block.factor]) @ part
            at += block.width
        return eta

    def unseen(self, values: np.ndarray) -> np.ndarray:
        """(m,) True where a categorical factor has a class that no training row had (NaN is not a class)."""
        self.check(values)
        out = np.zeros(len(values), dtype=bool)
        for block in self.blocks:
            if block.kind in ("levels", "onehot"):
                x = values[:, block.factor]
                out |= ~np.isin(x, block.knots) & ~np.isnan(x)
        return out

    def check(self, values: np.ndarray) -> None:
        """Refuse a table of another width."""
        if values.ndim != 2 or values.shape[1] != self.factors:
            given = values.shape[1] if values.ndim == 2 else 0
            raise AnalysisError("factor_count_differs", needed=self.factors, given=given)


def learn_design(values: np.ndarray, factors: Sequence[Factor], how: str, *, knots: int = 4) -> Design:
    """Learn the columns from training rows.

    Args:
        values: (n, k) finite float values, codes for categorical factors.
        factors: the k factors.
        how: ``linear``, ``spline``, ``hinge``, ``quadratic`` (hinge without hinges) or ``trees`` (values as they are,
            one column per class).
        knots: of a spline, 3 to 7.

    Raises:
        AnalysisError: ``values_not_finite(factor)``; ``too_many_levels(factor, count, limit)``;
            ``all_factors_constant()``; ``factor_count_differs(needed, given)``.
    """
    if values.ndim != 2 or values.shape[1] != len(factors):
        raise AnalysisError("factor_count_differs", needed=len(factors), given=values.shape[-1])
    blocks: list[Block] = []
    constant: list[int] = []
    for index, factor in enumerate(factors):
        x = np.asarray(values[:, index], dtype=np.float64)
        if not np.isfinite(x).all():
            raise AnalysisError("values_not_finite", factor=factor.name)
        block = _levels_block(index, factor, x, how) if factor.categorical else _number_block(index, x, how, knots)
        if block is None:
            constant.append(index)
        else:
            blocks.append(block)
    if not blocks:
        raise AnalysisError("all_factors_constant")
    return Design(len(factors), tuple(blocks), tuple(constant))


def _levels_block(index: int, factor: Factor, x: np.ndarray, how: str) -> Block | None:
    levels, counts = np.unique(x, return_counts=True)
    if len(levels) > MAX_LEVELS:
        raise AnalysisError("too_many_levels", factor=factor.name, count=len(levels), limit=MAX_LEVELS)
    if len(levels) < 2:
        return None
    if how == "trees":
        return Block(index, "onehot", levels, np.zeros(len(levels)), np.ones(len(levels)))
    # The commonest class is the reference: a class never seen is then treated like it.
    first = int(np.argmax(counts))
    ordered = np.concatenate([levels[first : first + 1], np.delete(levels, first)])
    return Block(index, "levels", ordered, np.zeros(len(ordered) - 1), np.ones(len(ordered) - 1))


def _number_block(index: int, x: np.ndarray, how: str, knots: int) -> Block | None:
    spread = x.std(ddof=1) if len(x) > 1 else 0.0
    # Rounding alone gives a constant column of large numbers a tiny spread.
    if x.min() == x.max() or spread <= 1e-12 * max(abs(float(x.mean())), 1e-300):
        return None
    if how == "trees":
        return Block(index, "raw", np.empty(0), np.zeros(1), np.ones(1))
    kind, at = _knots_of(x, how, knots)
    raw = _raw_columns(kind, x, at)
    center, scale = raw.mean(axis=0), raw.std(axis=0, ddof=1)
    scale = np.where(scale > 0, scale, 1.0)
    return Block(index, kind, at, center, scale)


def _knots_of(x: np.ndarray, how: str, knots: int) -> tuple[str, np.ndarray]:
    if how == "spline":
        at = np.unique(np.quantile(x, _HARRELL[min(max(knots, 3), 7)]))
        return ("spline", at) if len(at) >= 3 else ("linear", np.empty(0))
    if how in ("hinge", "quadratic"):
        inner = np.quantile(x, np.linspace(0, 1, HINGES + 2)[1:-1]) if how == "hinge" else np.empty(0)
        inner = np.unique(inner)
        inner = inner[(inner > x.min()) & (inner < x.max())]
        return "hinge", np.concatenate([[x.min()], inner, [x.max()]])
    return "linear", np.empty(0)
