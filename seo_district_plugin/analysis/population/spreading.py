"""Whole people, spread over space as evenly as their quotas are: systematic rounding along a space-filling curve."""

from __future__ import annotations

import numpy as np

from ..errors import Tick, no_tick

ALIKE = 1e-6
"""Weights of a zone that differ by less, as parts of their mean, are the same: measured areas differ by that much."""

_LEVELS = 16


def along_curve(places: np.ndarray, draws: np.random.Generator) -> np.ndarray:
    """(n,) order in which a Hilbert curve visits points (n, 2): neighbors on the curve are neighbors in space.

    The square that the curve fills is twice as large as the points need and lies over them at random, so that another
    random state gives another curve. Points at one place keep a random order.
    """
    places = np.asarray(places, dtype=np.float64)
    if not len(places):
        return np.empty(0, dtype=np.int64)
    low = places.min(axis=0)
    side = float((places.max(axis=0) - low).max()) or 1.0
    cell = (places - low) / side + draws.random(2)
    x, y = np.minimum((cell * 2.0 ** (_LEVELS - 1)).astype(np.int64), 2**_LEVELS - 1).T
    if draws.random() < 0.5:
        x, y = y, x
    return np.lexsort([draws.random(len(places)), _hilbert(x, y)])


def _hilbert(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """(n,) distance along the curve of Hilbert (1891) of cells (x, y) from 0 to 2^16 - 1."""
    x, y = x.copy(), y.copy()
    found = np.zeros(len(x), dtype=np.int64)
    half = 2 ** (_LEVELS - 1)
    while half > 0:
        right, upper = (x & half) > 0, (y & half) > 0
        found += half * half * ((3 * right) ^ upper)
        turned = ~upper & right
        x[turned], y[turned] = (2**_LEVELS - 1) - x[turned], (2**_LEVELS - 1) - y[turned]
        x, y = np.where(upper, x, y), np.where(upper, y, x)
        half //= 2
    return found


def alike(shares: np.ndarray) -> np.ndarray:
    """Shares (n,) that add up to 1, with those that differ by the noise of measured areas made equal."""
    unit = float(shares.mean()) * ALIKE
    even = np.rint(shares / unit) * unit
    return even / even.sum()


def spread_people(
    quotas: np.ndarray, totals: np.ndarray, draws: np.random.Generator, tick: Tick = no_tick
) -> np.ndarray:
    """Whole numbers (n, g) whose columns add up to ``totals`` (g,), each its quota rounded up or down.

    Rows come in the order of a way through space, and along it no stretch gets more or less than its quotas but for
    about one. Every row gets the whole part of its quotas. What is left of all columns together is laid end to end
    along the way, and each person stands at a whole number from a random start (systematic sampling): so the sum of a
    row is its quota rounded up or down too, and the chance of a row is what its quota has behind the point. Which
    column a person is of is decided along the same way: the one that is owed most. The way is begun at a random row.

    Large remainders do not win over small ones here: with them all people of a zone of many small quotas would go to
    the few largest, and of equal quotas to those that come first.

    Args:
        quotas: (n, g), not negative; each column adds up to its total but for rounding.
        totals: (g,) whole numbers.
        draws: decides the starts. The same state gives the same people.
    """
    quotas = np.asarray(quotas, dtype=np.float64)
    count, groups = quotas.shape
    near = min(ALIKE, 0.5 / max(count, 1))  # all of them together are no person
    found = np.floor(quotas + near).astype(np.int64)
    rest = np.where(quotas - found > near, quotas - found, 0.0)
    left = np.rint(totals).astype(np.int64) - found.sum(axis=0)
    if not count or not left.any():
        return found
    start = int(draws.integers(count))
    way = np.roll(np.arange(count), -start)
    rest = rest[way]
    sums = rest.sum(axis=0)
    rest *= np.divide(left, sums, out=np.zeros(groups), where=sums > 0)
    number = _systematic(rest.sum(axis=1), int(left[sums > 0].sum()), float(draws.random()))
    if groups > 1:
        extra = _columns_of(rest, np.minimum(number, (rest > 0).sum(axis=1)), tick)
    else:
        extra = number[:, None]
    _mend(extra, left, rest, draws)
    found[way] += extra
    return found


def _systematic(rest: np.ndarray, total: int, start: float) -> np.ndarray:
    """(n,) whole numbers that add up to ``total``: how many of the points start, start + 1 ... lie in each part."""
    reached = np.cumsum(rest)
    if not len(reached) or reached[-1] <= 0:
        return np.zeros(len(rest), dtype=np.int64)
    reached *= total / reached[-1]
    reached[reached > total - 1e-9] = total
    return np.diff(np.floor(reached + start).astype(np.int64), prepend=0)


def _columns_of(rest: np.ndarray, number: np.ndarray, tick: Tick) -> np.ndarray:
    """(n, g) zeros and ones: of each row the ``number`` of columns that are owed most up to there."""
    extra = np.zeros(rest.shape, dtype=np.int64)
    columns = rest.shape[1]
    # Of columns that are owed the same the first is meant, on every machine: the others are owed a billionth less.
    owed = np.cumsum(rest, axis=0) - 1e-9 * np.arange(columns)
    owed[rest <= 0] = -np.inf
    given = np.zeros(columns)
    rows = np.flatnonzero(number)
    for at, (row, few) in enumerate(zip(rows.tolist(), number[rows].tolist())):
        if at % 1000 == 0:
            tick(at / len(rows))
        wanted = owed[row] - given
        best = wanted.argpartition(columns - few)[columns - few :] if few > 1 else wanted.argmax()
        extra[row, best] = 1
        given[best] += 1
    return extra


def _mend(extra: np.ndarray, left: np.ndarray, rest: np.ndarray, draws: np.random.Generator) -> None:
    """Change columns of few people, so that every column has what is ``left`` of it: the end of the way is open."""
    gap = left - extra.sum(axis=0)
    while (gap < 0).any():
        over = int(gap.argmin())
        under = int(gap.argmax())
        own = extra[:, over] > 0
        free = own & (extra[:, under] == 0) & (rest[:, under] > 0) if gap[under] > 0 else own
        rows = np.flatnonzero(free if free.any() else own)
        row = int(draws.choice(rows))
        extra[row, over] -= 1
        gap[over] += 1
        if gap[under] > 0 and free.any():
            extra[row, under] += 1
            gap[under] -= 1
    for column in np.flatnonzero(gap > 0):
        free = (extra[:, column] == 0) & (rest[:, column] > 0)
        rows = np.flatnonzero(free)
        if len(rows) < gap[column]:  # only when a total does not match its quotas
            rows = np.arange(len(extra))
        extra[draws.choice(rows, int(gap[column]), replace=len(rows) < gap[column]), column] += 1
