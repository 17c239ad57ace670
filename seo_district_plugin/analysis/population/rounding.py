"""Whole people: rounding that keeps every total."""

from __future__ import annotations

import numpy as np

from ..errors import Tick, no_tick

_EPSILON = 1e-9
"""A quota this near below a whole number is that number: what is missing is the rounding of its computation."""


def largest_remainder(quotas: np.ndarray, tie: np.ndarray | None = None) -> np.ndarray:
    """Whole numbers (n,) that add up to the rounded sum of ``quotas`` (n,), each its quota rounded up or down.

    The method of Hamilton (largest remainders; Balinski and Young 1982): each gets the whole part, and what is left
    goes, one each, to the largest remainders.

    Args:
        quotas: not negative.
        tie: (n,) distinct numbers; of equal remainders the smaller goes first. By position when None.
    """
    quotas = np.asarray(quotas, dtype=np.float64)
    return rounded_people(quotas[:, None], np.array([round(float(quotas.sum()))]), tie)[:, 0]


def rounded_people(
    quotas: np.ndarray, totals: np.ndarray, tie: np.ndarray | None = None, tick: Tick = no_tick
) -> np.ndarray:
    """Whole numbers (n, g) whose columns add up to ``totals`` (g,), each its quota rounded up or down.

    Column by column by largest remainders, where what a row is still owed from the columns before is added to its
    remainder. Without that the same large rows would win the remainders of every column, and a row with a tenth of a
    person in each of a hundred columns would end with nobody; so it gets its ten, to within about one.

    Args:
        quotas: (n, g), not negative; each column adds up to its total but for rounding.
        totals: (g,) whole numbers.
        tie: (n,) distinct numbers that decide between equals, the smaller first.
    """
    quotas = np.asarray(quotas, dtype=np.float64)
    count, groups = quotas.shape
    order = np.arange(count) if tie is None else np.argsort(np.argsort(tie))
    found = np.floor(quotas + _EPSILON).astype(np.int64)
    rest = quotas - found
    owed = np.zeros(count)
    for group in range(groups):
        tick(group / groups)
        owed += rest[:, group]
        left = int(totals[group]) - int(found[:, group].sum())
        if left <= 0:
            continue
        may = np.flatnonzero(rest[:, group] > _EPSILON)
        if len(may) < left:  # only when a total does not match its quotas: the rest of the column may take one too
            may = np.flatnonzero(quotas[:, group] > 0)
        # Remainders in billionths, so that those equal but for the last digits are a tie on every machine; the tie is
        # decided in the same whole number, and no two rows have the same.
        key = np.rint(owed[may] * 1e9).astype(np.int64) * count + (count - 1 - order[may])
        first = np.argpartition(key, len(key) - left)[len(key) - left :] if left < len(key) else slice(None)
        found[may[first], group] += 1
        owed[may[first]] -= 1.0
    return found
