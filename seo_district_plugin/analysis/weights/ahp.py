"""Weights from pairwise comparisons (analytic hierarchy process).

Sources:
    T. L. Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill: principal eigenvector, consistency
    ratio, random index, the limit of 0.10.
    J. Aczel, T. L. Saaty (1983), Procedures for synthesizing ratio judgements, Journal of Mathematical
    Psychology 27, 93-102: the geometric mean is the way to combine experts that keeps reciprocity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError

RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
"""Mean consistency index of random reciprocal matrices of size 1 to 15 (Saaty 1980)."""

CONSISTENCY_LIMIT = 0.10
"""Above this ratio the judgements should be revised (Saaty 1980)."""

RECIPROCAL_TOLERANCE = 0.05
"""Opposite entries may miss a product of 1 by this share: 1/8 typed as 0.13 gives 1.04."""

_DIAGONAL_TOLERANCE = 1e-6


@dataclass(frozen=True)
class PairwiseWeights:
    """Weights of all experts together.

    Attributes:
        weights: (n,) floats that sum to 1, from the geometric mean of the matrices.
        consistency_ratio: of the combined matrix.
        expert_ratios: consistency ratio of each expert, in the order given.
        inconsistent: numbers (1 = first) of the experts above ``CONSISTENCY_LIMIT``.
        revise: for each number in ``inconsistent`` the judgement to look at first.
    """

    weights: np.ndarray
    consistency_ratio: float
    expert_ratios: tuple[float, ...]
    inconsistent: tuple[int, ...]
    revise: tuple[Judgement, ...]


@dataclass(frozen=True)
class Judgement:
    """One comparison: ``row`` and ``column`` count from 0, ``fitting`` is the ratio that the weights imply."""

    row: int
    column: int
    given: float
    fitting: float


def parse_pairwise(text: str, n: int) -> list[np.ndarray]:
    """Read pairwise comparison matrices, one per expert.

    Rows are separated by ``;`` or a line break, entries by comma or blanks, fractions such as ``1/3`` are
    allowed; experts are separated by ``|`` or a blank line. Of two opposite entries the one of at least 1 is
    taken as typed and the other becomes its exact reciprocal.

    Args:
        text: the matrices.
        n: number of criteria, which is the size each matrix must have.

    Returns:
        List of (n, n) reciprocal float matrices.

    Raises:
        AnalysisError: ``pairwise_empty``, ``pairwise_too_large``, ``pairwise_rows``, ``pairwise_row_length``,
            ``pairwise_entry``, ``pairwise_not_positive``, ``pairwise_diagonal``, ``pairwise_not_reciprocal``;
            experts, rows and columns count from 1.
    """
    blocks = [block for block in re.split(r"\||\n[^\S\n]*\n", text.replace("\r\n", "\n")) if block.strip(" \t\n;")]
    if not blocks:
        raise AnalysisError("pairwise_empty", criteria=n)
    if n > len(RANDOM_INDEX):
        raise AnalysisError("pairwise_too_large", criteria=n, most=len(RANDOM_INDEX))
    return [_parse_matrix(block, n, expert) for expert, block in enumerate(blocks, start=1)]


def _parse_matrix(block: str, n: int, expert: int) -> np.ndarray:
    joined = re.sub(r"\s*/\s*", "/", block)
    lines = [line for line in re.split(r"[;\n]", joined) if line.strip(" \t,")]
    if len(lines) != n:
        raise AnalysisError("pairwise_rows", expert=expert, rows=len(lines), criteria=n)
    matrix = np.empty((n, n))
    for row, line in enumerate(lines):
        entries = [entry for entry in re.split(r"[,\s]+", line.strip()) if entry]
        if len(entries) != n:
            raise AnalysisError("pairwise_row_length", expert=expert, row=row + 1, entries=len(entries), criteria=n)
        for column, entry in enumerate(entries):
            matrix[row, column] = _parse_entry(entry, expert, row + 1, column + 1)
    return _reciprocal(matrix, expert)


def _parse_entry(entry: str, expert: int, row: int, column: int) -> float:
    above, slash, below = entry.partition("/")
    try:
        value = float(above) / float(below) if slash else float(above)
    except (ValueError, ZeroDivisionError):
        raise AnalysisError("pairwise_entry", expert=expert, row=row, column=column, text=entry) from None
    if not np.isfinite(value):
        raise AnalysisError("pairwise_entry", expert=expert, row=row, column=column, text=entry)
    if value <= 0:
        raise AnalysisError("pairwise_not_positive", expert=expert, row=row, column=column, text=entry)
    return value


def _reciprocal(matrix: np.ndarray, expert: int) -> np.ndarray:
    """Check diagonal and reciprocity, then make opposite entries exact reciprocals."""
    n = len(matrix)
    result = np.ones_like(matrix)
    for row in range(n):
        if abs(matrix[row, row] - 1.0) > _DIAGONAL_TOLERANCE:
            raise AnalysisError("pairwise_diagonal", expert=expert, row=row + 1, value=float(matrix[row, row]))
        for column in range(row + 1, n):
            upper, lower = float(matrix[row, column]), float(matrix[column, row])
            if abs(upper * lower - 1.0) > RECIPROCAL_TOLERANCE:
                raise AnalysisError(
                    "pairwise_not_reciprocal",
                    expert=expert,
                    row=row + 1,
                    column=column + 1,
                    value=upper,
                    opposite=lower,
                )
            ratio = upper if upper >= lower else 1.0 / lower
            result[row, column] = ratio
            result[column, row] = 1.0 / ratio
    return result


def _principal(matrix: np.ndarray) -> tuple[float, np.ndarray]:
    """Largest eigenvalue of a positive matrix (real, by Perron and Frobenius) and its vector, summing to 1."""
    values, vectors = np.linalg.eig(matrix)
    largest = int(np.argmax(values.real))
    vector = np.abs(vectors[:, largest].real)
    return float(values[largest].real), vector / vector.sum()


def priorities(matrix: np.ndarray) -> np.ndarray:
    """Weights as the principal eigenvector of a reciprocal matrix (Saaty 1980).

    Args:
        matrix: (n, n) positive reciprocal.

    Returns:
        (n,) floats that sum to 1.
    """
    return _principal(matrix)[1]


def consistency_ratio(matrix: np.ndarray) -> float:
    """Saaty's consistency ratio: ((lambda_max - n) / (n - 1)) / random index; 0 for n <= 2.

    Raises:
        AnalysisError: ``pairwise_too_large`` above 15 criteria, for which there is no random index.
    """
    n = len(matrix)
    if n > len(RANDOM_INDEX):
        raise AnalysisError("pairwise_too_large", criteria=n, most=len(RANDOM_INDEX))
    if n <= 2:
        return 0.0
    index = (_principal(matrix)[0] - n) / (n - 1)
    # lambda_max is never below n in exact arithmetic; rounding may bring it just under.
    return max(0.0, index / RANDOM_INDEX[n - 1])


def combine(matrices: list[np.ndarray]) -> np.ndarray:
    """Element-wise geometric mean of the experts' matrices (Aczel and Saaty 1983)."""
    return np.exp(np.mean([np.log(matrix) for matrix in matrices], axis=0))


def least_fitting_judgement(matrix: np.ndarray) -> Judgement:
    """The comparison above the diagonal that is farthest, as a ratio, from what the weights imply."""
    weights = priorities(matrix)
    implied = weights[:, None] / weights[None, :]
    misfit = np.triu(np.abs(np.log(matrix) - np.log(implied)), k=1)
    row, column = (int(index) for index in np.unravel_index(int(np.argmax(misfit)), misfit.shape))
    return Judgement(row, column, float(matrix[row, column]), float(implied[row, column]))


def pairwise_weights(matrices: list[np.ndarray]) -> PairwiseWeights:
    """Weights of one or many experts with the consistency of each.

    Args:
        matrices: list of (n, n) reciprocal matrices, as :func:`parse_pairwise` gives them.
    """
    combined = combine(matrices)
    ratios = tuple(consistency_ratio(matrix) for matrix in matrices)
    inconsistent = tuple(number for number, ratio in enumerate(ratios, start=1) if ratio > CONSISTENCY_LIMIT)
    return PairwiseWeights(
        weights=priorities(combined),
        consistency_ratio=consistency_ratio(combined),
        expert_ratios=ratios,
        inconsistent=inconsistent,
        revise=tuple(least_fitting_judgement(matrices[number - 1]) for number in inconsistent),
    )
