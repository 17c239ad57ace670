"""Whole numbers for one list of quotas: rounding that keeps the total."""

from __future__ import annotations

import numpy as np

_EPSILON = 1e-9
"""A quota this near below a whole number is that number: what is missing is the rounding of its computation."""


def largest_remainder(quotas: np.ndarray) -> np.ndarray:
    """Whole numbers (n,) that add up to the rounded sum of ``quotas`` (n,), each its quota rounded up or down.

    The method of Hamilton (largest remainders; Balinski and Young 1982): each gets the whole part, and what is left
    goes, one each, to the largest remainders, of equals to the first.

    Args:
        quotas: not negative.
    """
    quotas = np.asarray(quotas, dtype=np.float64)
    found = np.floor(quotas + _EPSILON).astype(np.int64)
    left = round(float(quotas.sum())) - int(found.sum())
    if left > 0:
        # Remainders in billionths, so that those equal but for the last digits are a tie on every machine.
        rest = np.rint((quotas - found) * 1e9)
        found[np.argsort(-rest, kind="stable")[:left]] += 1
    return found
