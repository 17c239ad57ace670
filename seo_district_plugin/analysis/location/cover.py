"""Whether an allowed set of sites reaches every demand: set covering under rules, as feasibility."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np
from scipy.linalg.blas import sgemm
from scipy.optimize import Bounds, LinearConstraint, linprog
from scipy.sparse import csr_matrix, vstack

from .clock import Clock
from .integer import INFEASIBLE, solve_integer
from .rules import Limits, feasible_set

DOMINANCE = 3000
"""Rows up to which dominated ones are looked for (the table of pairs is square)."""


class Cover:
    """One question: which allowed set reaches all demands, if any does?

    Args:
        reaches: (n, m) bool. limits: the allowed sets.
    """

    def __init__(self, reaches: np.ndarray, limits: Limits, clock: Clock) -> None:
        self.limits, self.clock = limits, clock
        self.whole = reaches
        self.sites = np.flatnonzero(~limits.closed)
        left = reaches[~reaches[:, limits.opened].any(axis=1)]
        self.reaches = rows_left(left[:, self.sites], clock)

    def answer(self) -> np.ndarray | Literal[False] | None:
        """Columns of a set; None when there is none; False when the time was not enough to know."""
        if not self.reaches.any(axis=1).all():
            return None
        if not len(self.reaches):
            return feasible_set(self.limits)
        found: np.ndarray | Literal[False] | None = self.greedy()
        if found is not None:
            return found
        if not self.clock.over() and self.relaxed_out():
            return None
        if self.clock.over():
            return False
        found = self.exact()
        return self.searched() if found is False and not self.clock.over() else found

    def greedy(self) -> np.ndarray | None:
        """The site that reaches most of the rest, again and again; None when that breaks a rule."""
        limits = self.limits
        chosen = list(np.flatnonzero(limits.opened))
        left = self.reaches.astype(np.float32)
        if len(limits.limit):
            return None
        while len(chosen) < limits.count:
            worth = left.sum(axis=0)
            worth[np.isin(self.sites, chosen)] = -1.0
            at = int(worth.argmax())
            chosen.append(self.sites[at])
            left = left[left[:, at] == 0]
        return np.sort(np.array(chosen, dtype=np.int64)) if not len(left) else None

    def _rows(self) -> tuple[list, Bounds]:
        limits, sites = self.limits, self.sites
        rows = [LinearConstraint(csr_matrix(self.reaches.astype(float)), 1.0, np.inf)]
        rows.append(LinearConstraint(np.ones((1, len(sites))), limits.count, limits.count))
        if len(limits.limit):
            rows.append(LinearConstraint(limits.matrix[:, sites], -np.inf, limits.limit))
        return rows, Bounds(limits.opened[sites].astype(float), np.ones(len(sites)))

    def relaxed_out(self) -> bool:
        """Whether even fractions of sites cannot reach all (a linear program says so)."""
        limits, sites = self.limits, self.sites
        upper = [-csr_matrix(self.reaches.astype(float))]
        right = [-np.ones(len(self.reaches))]
        if len(limits.limit):
            upper.append(csr_matrix(limits.matrix[:, sites]))
            right.append(limits.limit)
        found = linprog(
            np.ones(len(sites)), A_ub=vstack(upper), b_ub=np.concatenate(right), method="highs",
            bounds=np.column_stack([limits.opened[sites].astype(float), np.ones(len(sites))]),
            options={"time_limit": self.clock.highs()},
        )  # fmt: skip
        if found.status == INFEASIBLE:
            return True
        return found.status == 0 and found.fun > limits.count + 1e-6

    def exact(self) -> np.ndarray | Literal[False] | None:
        """By a small integer program; False when its time was not enough."""
        rows, bounds = self._rows()
        size = len(self.sites)
        found = solve_integer(np.zeros(size), rows, np.ones(size), bounds, self.clock.highs())
        if found.x is not None:
            return self.sites[found.x > 0.5]
        return None if found.status == INFEASIBLE else False

    def searched(self) -> np.ndarray | Literal[False] | None:
        """By cases: of the sites that reach the hardest demand one is open; smaller questions each."""
        limits = self.limits
        hardest = self.reaches[self.reaches.sum(axis=1).argmin()]
        of = self.sites[hardest]
        order = np.argsort(-self.reaches[:, hardest].sum(axis=0), kind="stable")
        opened, closed = limits.opened.copy(), limits.closed.copy()
        for site in of[order]:
            if self.clock.over():
                return False
            opened[site] = True
            case = replace(limits, opened=opened.copy(), closed=closed.copy())
            if opened.sum() <= limits.count:
                found = Cover(self.whole, case, self.clock).answer()
                if found is not None:
                    return found
            opened[site], closed[site] = limits.opened[site], True
        return None


def rows_left(reaches: np.ndarray, clock: Clock) -> np.ndarray:
    """The demands that matter: one that is reached by all sites that reach another needs no row of its own."""
    size = reaches.sum(axis=1)
    reaches = np.unique(reaches[np.argsort(size, kind="stable")], axis=0)
    size = reaches.sum(axis=1)
    order = np.argsort(size, kind="stable")
    reaches, size = reaches[order], size[order]
    if len(reaches) > DOMINANCE or clock.over():
        return reaches
    table = np.asfortranarray(reaches.T, dtype=np.float32)
    common = sgemm(1.0, table, table, trans_a=1)
    # Row k contains row i when they share all of i's sites; rows differ, so only the later (larger) one goes.
    contains = (common == size[:, None]) & ~np.eye(len(size), dtype=bool)
    return reaches[~contains.any(axis=0)]
