"""Candidates that exclude each other: where a register holds each thing once, a row has one match in it or none."""

from __future__ import annotations

import numpy as np

from ...errors import Tick, no_tick
from .fellegi_sunter import probability
from .scoring import Groups, Scorer

LEAST_RATIO = -5.0
"""Natural log likelihood ratio below which a pair is nobody's rival."""
MATCHING_TURNS = 25
MOST_ODDS = 20.0
"""Largest prior odds of a pair."""
MESSAGES = 10
"""Turns in which messages are passed; half of each message is the last one, so that they settle."""
NO_RIVAL = -12.0
"""Natural log odds below which a pair is too improbable to matter."""


class _Seats:
    """The rows of one side of the pairs, each with its candidates in one register: who excludes whom."""

    def __init__(self, row: np.ndarray, unit: np.ndarray) -> None:
        order = np.lexsort((unit, row))
        row, unit = row[order], unit[order]
        first = np.ones(len(row), dtype=bool)
        first[1:] = (row[1:] != row[:-1]) | (unit[1:] != unit[:-1])
        self.order = order
        self.seat_start = np.flatnonzero(first)
        seat = np.cumsum(first) - 1
        self.seat = np.empty(len(row), dtype=np.int64)
        self.seat[order] = seat
        rows = row[self.seat_start]
        new = np.ones(len(rows), dtype=bool)
        new[1:] = rows[1:] != rows[:-1]
        self.row_of_seat = np.cumsum(new) - 1

    def rivals(self, value: np.ndarray) -> np.ndarray:
        """(p,) sum over the other candidates of each pair's row; of candidates that are one unit the largest counts."""
        best = np.maximum.reduceat(value[self.order], self.seat_start)
        total = np.bincount(self.row_of_seat, weights=best)[self.row_of_seat]
        return np.maximum(total - best, 0.0)[self.seat]


def compete(
    odds: np.ndarray,
    a: np.ndarray,
    b: np.ndarray,
    register: np.ndarray,
    unit: np.ndarray,
    single: np.ndarray,
    tick: Tick = no_tick,
) -> np.ndarray:
    """(p,) log odds when a row can have at most one match in a register that holds each thing once.

    Every partial matching of the rows is weighed by the product of its pairs' odds; the probability of a pair is then
    that of the matchings which hold it. Found by passing messages along the pairs (belief propagation; Bayati et al.
    2011 for matchings), which is exact where the pairs have no cycles. Rows of one unit are no rivals.

    Args:
        odds: (p,) natural log odds of each pair alone; a, b: (p,) rows; register, unit: (n,) of each row; rows of a
            unit are likely to be one thing.
        single: (registers,) bool: holds each thing once.
    """
    use = np.flatnonzero((register[a] != register[b]) & (single[register[a]] | single[register[b]]) & (odds > NO_RIVAL))
    if not len(use):
        return odds
    found = odds.copy()
    rivalry = _Rivalry(a[use], b[use], register, unit, single)
    for turn in range(MESSAGES):
        tick(turn / MESSAGES)
        found[use] = rivalry.odds(odds[use], 1)
    return found


class _Rivalry:
    """Pairs between registers and the messages that pass along them."""

    def __init__(
        self, a: np.ndarray, b: np.ndarray, register: np.ndarray, unit: np.ndarray, single: np.ndarray
    ) -> None:
        many = len(single)
        self.at_a = _Seats(unit[a].astype(np.int64) * many + register[b], unit[b])
        self.at_b = _Seats(unit[b].astype(np.int64) * many + register[a], unit[a])
        self.once_a, self.once_b = single[register[b]], single[register[a]]
        self.share_a = self.share_b = np.ones(len(a))

    def odds(self, alone: np.ndarray, turns: int) -> np.ndarray:
        """(p,) log odds with rivals; messages go on from where the last call left them."""
        weight = np.exp(np.minimum(alone, 30.0))
        for _ in range(turns):
            to_b, to_a = weight * self.share_a, weight * self.share_b
            next_a = np.where(self.once_a, 1.0 / (1.0 + self.at_a.rivals(to_a)), 1.0)
            next_b = np.where(self.once_b, 1.0 / (1.0 + self.at_b.rivals(to_b)), 1.0)
            self.share_a, self.share_b = np.sqrt(self.share_a * next_a), np.sqrt(self.share_b * next_b)
        return alone + np.log(self.share_a) + np.log(self.share_b)


def matching_priors(
    scorer: Scorer,
    ratio: np.ndarray,
    groups: Groups,
    a: np.ndarray,
    b: np.ndarray,
    register: np.ndarray,
    unit: np.ndarray,
    single: np.ndarray,
    usable: np.ndarray,
    tick: Tick = no_tick,
) -> None:
    """Prior odds of pairs between registers of which one holds each thing once.

    Pairs are then no draws of their own: a row matches one of its candidates or none. Weighing each matching by the
    product of its pairs' odds, a row with n candidates has a match with a probability of about n t / (1 + n t), t being
    the prior odds of a pair - more than the share of matches among the pairs makes of it. t is chosen so that as many
    matches are expected before looking at the fields as after it.

    Args:
        ratio: (p,) natural log likelihood ratios; usable: (p,) bool: pairs that may match.
    """
    many = len(single)
    one, other = np.arange(len(groups.most)) // many, np.arange(len(groups.most)) % many
    between = ~groups.inside & (single[one] | single[other])
    use = np.flatnonzero(usable & between[groups.of])
    if not len(use):
        return
    group = groups.of[use]
    rows = len(register)
    degree = np.zeros(len(use), dtype=np.int64)
    for own, far in ((a[use], b[use]), (b[use], a[use])):
        _, of, count = np.unique(own.astype(np.int64) * many + register[far], return_inverse=True, return_counts=True)
        degree += np.where(single[register[far]], count[of] - 1, 0)
    near = use[ratio[use] > LEAST_RATIO]
    near_group = groups.of[near]
    rivalry = _Rivalry(a[near], b[near], register, unit, single)
    odds = scorer.priors / (1 - scorer.priors)
    start = odds.copy()
    cells = np.unique(group.astype(np.int64) * (2 * rows) + degree, return_counts=True)
    cell_group, cell_degree, cell_count = cells[0] // (2 * rows), cells[0] % (2 * rows), cells[1].astype(np.float64)
    for turn in range(MATCHING_TURNS):
        tick(turn / MATCHING_TURNS)
        held = probability(rivalry.odds(ratio[near] + np.log(odds[near_group]), 3))
        expected = np.bincount(near_group, weights=held, minlength=len(odds))
        fresh = _matching_odds(expected, cell_group, cell_degree, cell_count, odds)
        fresh = np.where(between, np.clip(fresh, start, MOST_ODDS), odds)
        step = np.log(fresh / odds)
        settled = np.abs(step).max() < 0.003
        # Each turn goes part of the way only: twice the step takes half as many.
        odds = np.where(between, np.clip(odds * np.exp(2.0 * step), start, MOST_ODDS), odds)
        if settled:
            break
    scorer.priors = odds / (1 + odds)


def _matching_odds(
    expected: np.ndarray, group: np.ndarray, degree: np.ndarray, count: np.ndarray, start: np.ndarray
) -> np.ndarray:
    """(g,) prior odds of a pair with which as many matches are expected; by bisection of their logarithm."""
    low, high = np.full(len(expected), np.log(1e-9)), np.full(len(expected), np.log(MOST_ODDS))
    for _ in range(40):
        middle = (low + high) / 2
        t = np.exp(middle)[group]
        made = np.bincount(group, weights=count * t / (1 + t + t * degree), minlength=len(expected))
        low, high = np.where(made < expected, middle, low), np.where(made < expected, high, middle)
    has = np.bincount(group, weights=count, minlength=len(expected)) > 0
    return np.where(has & (expected > 0), np.exp((low + high) / 2), start)
