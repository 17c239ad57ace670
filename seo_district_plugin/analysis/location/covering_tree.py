"""The proof: branch and bound on Lagrangian bounds, small remainders by HiGHS in short calls.

Best bound first. Each node takes well under two seconds, so that Cancel and the time limit bite; what is left open at
the time limit gives the bound.
"""

from __future__ import annotations

import heapq
import time
from dataclasses import dataclass, field

import numpy as np

from ..errors import Tick, no_tick
from . import covering_highs as highs
from .covering_bound import Bound, Multipliers, descend, evaluate, start_multipliers
from .covering_program import Program
from .covering_reduce import fixed, reduce
from .covering_start import allowed_like, greedy, improve, shaken

ROOT_STEPS, NODE_STEPS, SHAKES = 400, 60, 40
SMALL = 4_000
"""Entries up to which a problem goes to HiGHS at once."""
RELAXABLE = 40_000
"""Entries up to which the linear relaxation is solved exactly at the root."""


@dataclass(frozen=True)
class Outcome:
    """Best set found (None: none was found), its value, the bound on all, nodes of the tree."""

    chosen: np.ndarray | None
    value: float
    bound: float
    nodes: int


@dataclass(order=True)
class _Node:
    key: float
    number: int
    lower: np.ndarray = field(compare=False)
    upper: np.ndarray = field(compare=False)
    cover: np.ndarray | None = field(compare=False, default=None)
    rows: np.ndarray | None = field(compare=False, default=None)


class Tree:
    """One search over a program (see :func:`maximize`)."""

    def __init__(self, program: Program, deadline: float, tick: Tick, above: float, seed: int) -> None:
        self.program, self.deadline, self.told = program, deadline, tick
        self.began = time.monotonic()
        self.above = above
        self.draws = np.random.default_rng(seed)
        self.best: np.ndarray | None = None
        self._last_sites = np.zeros(0, np.int64)
        self.value = above
        self.nodes = 0
        self.size_limit = 25_000.0
        self.heap: list[_Node] = []
        self.closed = -np.inf

    def tick(self, _fraction: float) -> None:
        """Tell the share of the time that is spent (a search without end has no other share)."""
        whole = max(self.deadline - self.began, 1e-9)
        self.told(min((time.monotonic() - self.began) / whole, 1.0))

    # -- sets ---------------------------------------------------------------------------------------------------------
    def offer(self, chosen: np.ndarray | None) -> bool:
        """Take a set when it is allowed and worth more than the best one."""
        if chosen is None or not self.program.allows(chosen):
            return False
        value = self.program.value(chosen)
        if value <= self.value:
            return False
        self.best, self.value = chosen.copy(), value
        return True

    def goal(self) -> float:
        """A bound at or below it shows that nothing better is there."""
        if not np.isfinite(self.value):
            return -np.inf
        slack = 5e-10 * max(1.0, abs(self.value))
        return self.value + (max(slack, 1.0 - 1e-6) if self.program.whole else slack)

    def late(self) -> bool:
        return time.monotonic() >= self.deadline

    def left(self) -> float:
        return self.deadline - time.monotonic()

    # -- search -------------------------------------------------------------------------------------------------------
    def run(self, start: np.ndarray | None) -> Outcome:
        self.offer(start)
        root = _Node(-np.inf, 0, self.program.lower.copy(), self.program.upper.copy())
        self.heap = [root]
        while self.heap:
            self.tick(0.0)
            if -self.heap[0].key <= self.goal():
                self.heap = []
                break
            if self.late() and self.nodes:
                break
            if np.isfinite(self.above) and self.best is not None:
                break
            node = heapq.heappop(self.heap)
            self.nodes += 1
            self._solve(node)
        open_bound = max((-node.key for node in self.heap), default=-np.inf)
        value = -np.inf if self.best is None else self.value
        return Outcome(self.best, value, max(value, open_bound), self.nodes)

    def _push(self, bound: float, lower: np.ndarray, upper: np.ndarray, at: Multipliers | None) -> None:
        if bound <= self.goal():
            return
        cover = None if at is None else at.cover.astype(np.float32)
        rows = None if at is None else at.rows
        number = self.nodes * 4 + len(self.heap) % 4
        heapq.heappush(self.heap, _Node(-bound, number, lower, upper, cover, rows))

    def _solve(self, node: _Node) -> None:
        parent = -node.key
        if self.nodes == 1 and self._at_once(node):
            return
        for attempt in range(6):
            small = reduce(fixed(self.program, node.lower, node.upper))
            if small is None:
                return
            if small.program.sites == 0:
                self.offer(small.opened)
                return
            found = self._bound(node, small, first=attempt == 0)
            parent = min(parent, found.value)
            if parent <= self.goal():
                return
            shut = small.sites[found.opened <= self.goal()]
            kept = small.sites[found.closed <= self.goal()]
            if len(np.intersect1d(shut, kept)):
                return
            node.lower[kept], node.upper[shut] = 1, 0
            if len(shut) + len(kept) <= 0.05 * len(small.sites):
                break
            node.cover, node.rows = self._spread(small, found.multipliers)
        small = reduce(fixed(self.program, node.lower, node.upper))
        if small is None:
            return
        if small.program.sites == 0:
            self.offer(small.opened)
            return
        self._finish(node, small, parent, found)

    def _at_once(self, node: _Node) -> bool:
        """Give a small problem to HiGHS whole; whether that settled it."""
        small = reduce(fixed(self.program, node.lower, node.upper))
        if small is None or small.program.sites == 0 or _size(small.program) > SMALL:
            return False
        answer = highs.whole_numbers(small.program, 0.5)
        if answer.chosen is not None:
            self.offer(small.whole_set(answer.chosen))
        return answer.done

    def _finish(self, node: _Node, small, parent: float, found: Bound) -> None:
        """Hand a small remainder to HiGHS; branch where it is large or did not come to an end."""
        size = _size(small.program)
        branchable = small.program.sites > 1
        if (size <= self.size_limit or not branchable) and not (self.late() and self.best is not None):
            seconds = min(highs.CALL_LIMIT, max(self.left(), 0.2))
            answer = highs.whole_numbers(small.program, seconds)
            if answer.chosen is not None:
                self.offer(small.whole_set(answer.chosen))
            if answer.done:
                self.size_limit = max(self.size_limit, 1.1 * size)
                return
            if seconds >= highs.CALL_LIMIT:
                self.size_limit = min(self.size_limit, 0.6 * size)
            parent = min(parent, answer.bound)
            if parent <= self.goal():
                return
        self._branch(node, small, parent, found)

    def _branch(self, node: _Node, small, parent: float, found: Bound) -> None:
        spread = Multipliers(*self._spread_from(node, small, found))
        whole = np.zeros(self.program.sites)
        opened = np.full(self.program.sites, parent)
        closed = np.full(self.program.sites, parent)
        whole[self._last_sites], opened[self._last_sites] = found.average, np.minimum(found.opened, parent)
        closed[self._last_sites] = np.minimum(found.closed, parent)
        unsure = 0.5 - np.abs(whole[small.sites] - 0.5)
        drop = np.minimum(parent - opened[small.sites], parent - closed[small.sites])
        order = np.lexsort((small.sites, -drop, -np.round(unsure, 2)))
        site = int(small.sites[order[0]])
        lower, upper = node.lower.copy(), node.upper.copy()
        lower[site] = 1
        self._push(float(opened[site]), lower, upper, spread)
        lower, upper = node.lower.copy(), node.upper.copy()
        upper[site] = 0
        self._push(float(closed[site]), lower, upper, spread)

    # -- bounds -------------------------------------------------------------------------------------------------------
    def _bound(self, node: _Node, small, first: bool) -> Bound:
        """Lower the bound at a node from its parent's prices; at the root also look for sets."""
        program = small.program
        self._last_sites = small.sites
        if node.cover is None:
            at = start_multipliers(program)
        else:
            kept = small.group >= 0
            joined = np.bincount(small.group[kept], weights=node.cover[kept], minlength=len(program.worth))
            at = Multipliers(joined, self._rows_of(node.rows, small))
        root = self.nodes == 1 and first
        if root:
            self._first_sets(small)
        steps = ROOT_STEPS if root else NODE_STEPS
        found = descend(
            program, at, self.goal(), steps, seen=lambda chosen: self._mend(small, chosen), step=1.0 if root else 0.4,
            tick=lambda _: self.tick(0.0),
        )  # fmt: skip
        self._mend(small, found.chosen)
        if root and found.value > self.goal() and self.best is not None and not self.late():
            mine = self.best[small.sites]
            # At most a tenth of what time is left goes into better sets; the rest is for the proof.
            ends = time.monotonic() + 0.1 * max(self.left(), 0.0)
            self.offer(small.whole_set(shaken(program, mine, self.draws, SHAKES, ends, lambda _: self.tick(0.0))))
        if root and found.value > self.goal() and not self.late():
            found = self._sharper(program, found)
        return found

    def _sharper(self, program: Program, found: Bound) -> Bound:
        """The bound of the linear relaxation, where HiGHS can have it in short calls."""
        if _size(program) <= RELAXABLE:
            exact = highs.relaxed(program, min(highs.CALL_LIMIT, max(self.left(), 0.2)))
        elif program.cover.nnz <= RELAXABLE:
            ends = time.monotonic() + 0.3 * max(self.left(), 0.0)
            exact = highs.relaxed_by_rows(program, ends, lambda _: self.tick(0.0))
        else:
            return found
        if exact is None:
            return found
        sharp = evaluate(program, Multipliers(exact.cover, exact.rows), exact.sites)
        return sharp if sharp.value < found.value else found

    def _first_sets(self, small) -> None:
        """Greedy and exchanges; with rules, the allowed set most like what greedy wants."""
        program = small.program
        start: np.ndarray | None = greedy(program, lambda _: self.tick(0.0))
        if start is not None and not program.allows(start):
            wanted = program.gains(np.zeros(len(program.worth), np.int64)) + start * (1.0 + program.worth.sum())
            start = allowed_like(program, wanted)
        if start is not None:
            self.offer(small.whole_set(improve(program, start, lambda _: self.tick(0.0))))

    def _mend(self, small, chosen: np.ndarray) -> None:
        """Offer a set the bound met on its way, improved when it comes near the best one."""
        program = small.program
        if not program.allows(chosen):
            return
        value = program.value(chosen)
        if value > self.value - 0.03 * abs(self.value):
            self.offer(small.whole_set(improve(program, chosen, lambda _: self.tick(0.0), passes=3)))
        else:
            self.offer(small.whole_set(chosen))

    def _rows_of(self, rows: np.ndarray | None, small) -> np.ndarray:
        count = small.program.rows.shape[0]
        if rows is None:
            return np.zeros(count)
        return rows[small.needed]

    def _spread(self, small, at: Multipliers) -> tuple[np.ndarray, np.ndarray]:
        """Prices of the whole program from those of a small one: joined demands share by what they are worth."""
        first = self.program.worth[:, 0] if self.program.worth.shape[1] else np.zeros(len(self.program.worth))
        kept = small.group >= 0
        total = np.bincount(small.group[kept], weights=first[kept], minlength=len(small.program.worth))
        cover = np.zeros(len(first))
        group = small.group[kept]
        cover[kept] = at.cover[group] * first[kept] / np.maximum(total[group], 1e-300)
        rows = np.zeros(self.program.rows.shape[0])
        rows[small.needed] = at.rows
        return cover, rows

    def _spread_from(self, node: _Node, small, found: Bound) -> tuple[np.ndarray, np.ndarray]:
        """Prices for the children: of the last bound, where it was for this very program, else those before."""
        fits = (len(small.program.worth), int(small.needed.sum()))
        if (len(found.multipliers.cover), len(found.multipliers.rows)) == fits:
            return self._spread(small, found.multipliers)
        if node.cover is not None and node.rows is not None:
            return node.cover, node.rows
        return self._spread(small, start_multipliers(small.program))


def _size(program: Program) -> float:
    return float(program.cover.nnz + program.rows.nnz + program.sites)


def maximize(
    program: Program,
    *,
    start: np.ndarray | None = None,
    time_limit: float = 60.0,
    tick: Tick = no_tick,
    above: float = -np.inf,
    seed: int = 0,
) -> Outcome:
    """The set of largest worth, or the best one at the time limit with the bound that holds.

    Args:
        program: see :class:`Program`. start: (m,) bool set to begin with, if allowed.
        time_limit: seconds. seed: of the random starts.
        above: is there any set worth more than this? The first one ends the search.

    Returns:
        Outcome; ``chosen`` is None when no allowed set exists, or none was found in time (bound above -inf).
    """
    return Tree(program, time.monotonic() + time_limit, tick, above, seed).run(start)
