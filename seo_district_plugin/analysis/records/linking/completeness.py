"""How many of the matches the blocking keys propose: against a truth, and without one."""

from __future__ import annotations

import numpy as np

from .blocking import KINDS, RULES
from .types import Pairs


def completeness(pairs: Pairs, truth: np.ndarray) -> tuple[int, int]:
    """Pairs of rows with one true number that were proposed, and that there are.

    Args:
        truth: (n,) int; rows of one thing share a number.
    """
    _, of = np.unique(truth, return_inverse=True)
    count = np.bincount(of.reshape(-1)).astype(np.int64)
    return int((truth[pairs.a] == truth[pairs.b]).sum()), int((count * (count - 1) // 2).sum())


def estimated_completeness(rules: np.ndarray, weight: np.ndarray) -> float:
    """Share of the matches that some key proposed, estimated without the truth.

    Keys of one kind (place, name, other) count as one capture each; matches that exactly one kind found tell how many
    none found: Chao's lower bound for few captures, f1 (f1 - 1) / (2 (f2 + 1)) with (t - 1) / t for t captures.

    Args:
        rules: (p,) bits of the keys of each pair; weight: (p,) probability of a match.

    Method: Chao 1987, "Estimating the population size for capture-recapture data with unequal catchability".
    """
    captures = np.zeros(len(rules), dtype=np.int64)
    for names in KINDS.values():
        mask = np.uint16(sum(1 << RULES.index(name) for name in names))
        captures += (rules & mask) != 0
    times = len(KINDS)
    seen = float(weight[captures > 0].sum())
    once, twice = float(weight[captures == 1].sum()), float(weight[captures == 2].sum())
    if seen <= 0:
        return float("nan")
    missed = (times - 1) / times * max(once * (once - 1), 0.0) / (2 * (twice + 1))
    return seen / (seen + missed)
