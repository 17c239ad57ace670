"""Branch and bound over the sites with the Lagrangian bound: every node starts from its parent's dual values.

A node holds which sites are open and which are still free; all others are closed. Its bound rises by the ascent, then
the scores close and open what no better set can do without (reduced-cost fixing), then it is cut off, handed to HiGHS
when little is left of it, or split at a site. The node of least bound comes first, so the bound of the whole is always
that of the next node.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from .clock import Clock
from .core import solve_core
from .lagrangian import Dual, Part, ascend
from .reach import alone, hardest, too_far_apart

SAFE = 5e-10
"""Share of the value by which a bound may miss it and still prove it (half of what counts as proof)."""

STEPS, FACTOR, PATIENCE = 30, 1.0, 5
"""Of the ascent in a node: short, because it starts from the parent's values (measured)."""

CORE_PAIRS, CORE_MOST, CORE_FROM = 5000, 20000, 10
"""Pairs up to which what is left goes to HiGHS, less after a call that did not end in time, more after one that did;
and sites still to open from which that is worth while (with fewer the own search is quicker; measured)."""


class Sets(Protocol):
    """Who keeps the best set; all sites by their place in the root table."""

    best: float

    def offer(self, at: np.ndarray) -> float: ...

    def totals(self, opened: np.ndarray, free: np.ndarray) -> np.ndarray: ...

    def improve(self, at: np.ndarray) -> None: ...

    def cost_of(self, at: np.ndarray) -> np.ndarray: ...


@dataclass(frozen=True)
class Node:
    """Sites by their place in the root table: ``opened`` and ``free``; the dual values to start from, the bound."""

    opened: np.ndarray
    free: np.ndarray
    dual: Dual
    bound: float


class Tree:
    """The search below one root.

    Args:
        root: table, count and rules of the whole problem. whole: whether all values are whole numbers.
        sets: keeps the best set and values others.

    Attributes:
        nodes: visited so far.
    """

    def __init__(self, root: Part, whole: bool, sets: Sets, clock: Clock) -> None:
        self.root, self.whole, self.sets, self.clock = root, whole, sets, clock
        self.nodes = 0
        self.pairs = CORE_PAIRS
        self._heap: list[tuple[float, int, Node]] = []
        self._made = 0
        self._slack = 1e-9 * (1.0 + np.abs(root.limit))
        self._least_cut = np.inf

    @property
    def cutoff(self) -> float:
        """A bound from here on proves that a node holds no better set."""
        best = self.sets.best
        return best - 1.0 + 1e-6 if self.whole else best - SAFE * max(1.0, abs(best))

    @property
    def bound(self) -> float:
        """What no set can beat, as far as is known."""
        return min([self._least_cut, self.sets.best] + [entry[0] for entry in self._heap[:1]])

    def push(self, node: Node) -> None:
        """Put a node aside until it is the one of least bound; or cut it off."""
        if node.bound >= self.cutoff:
            self._cut(node.bound)
            return
        self._made += 1
        heapq.heappush(self._heap, (node.bound, self._made, node))

    def search(self) -> None:
        """Go on until all is proven or the time is over."""
        while self._heap and self._heap[0][0] < self.cutoff and not self.clock.over():
            entry = heapq.heappop(self._heap)
            self.nodes += 1
            if not self._visit(entry[2]):
                # Interrupted by the clock: what is known of the node stays.
                heapq.heappush(self._heap, entry)

    def _cut(self, bound: float) -> None:
        self._least_cut = min(self._least_cut, bound)

    # ------------------------------------------------------------------ one node
    def _visit(self, node: Node, steps: int = STEPS, factor: float = FACTOR, patience: int = PATIENCE) -> bool:
        """Whether the node is done with: cut off, solved, or split."""
        opened, free, dual, bound = node.opened, node.free, node.dual, node.bound
        while True:
            followed = self._rules(opened, free)
            if followed is None:
                return True
            opened, free = followed
            count = self.root.count - len(opened)
            if count <= 1 or count == len(free):
                self._leaf(opened, free, count)
                return True
            part, rows, settled = self.part(opened, free, dual)
            # A demand that nothing serves any more ends the node.
            if not np.isfinite(settled) or not np.isfinite(np.minimum(part.table.least(), part.table.cap)).all():
                return True
            must = alone(part.table)
            if len(must):
                opened, free = np.append(opened, free[must]), np.delete(free, must)
                continue
            if too_far_apart(part.table, count):
                return True
            found = ascend(
                part, Dual(dual.demand[rows], dual.rules), self.sets.best - settled, self.clock,
                steps=steps, factor=factor, patience=patience, enough=self.cutoff - settled,
            )  # fmt: skip
            if found.bound + settled >= self.cutoff:
                self._cut(found.bound + settled)
                return True
            if self.clock.over():
                return False
            bound = max(bound, found.bound + settled)
            dual = self.whole_dual(found, rows, opened, settled)
            close, must = self.fixings(found, count, found.bound + settled)
            kept, before = ~close & ~must, len(free)
            opened, free = np.concatenate([opened, free[must]]), free[kept]
            if not must.any() and close.sum() <= 0.2 * before:
                break
        self._propose(opened, free, found.frequency[kept])
        node = Node(opened, free, dual, bound)
        if self._core(node, rows):
            return True
        asked = hardest(part.table)
        worth = found.frequency if asked is None else np.where(asked, found.frequency, -1.0)
        self._split(node, found.scores[kept], worth[kept])
        return True

    def whole_dual(self, found: Dual, rows: np.ndarray, opened: np.ndarray, settled: float) -> Dual:
        """Dual values of all demands from those of some; a settled demand's value is what it pays."""
        values = self.root.table.nearest(opened)
        values[rows] = found.demand
        return Dual(values, found.rules, found.bound + settled)

    def most(self, dual: Dual) -> np.ndarray:
        """(n,) cost at which a demand would lift the bound of these dual values to the cutoff by itself."""
        return np.nextafter(dual.demand + (self.cutoff - dual.bound), np.inf)

    def part(self, opened: np.ndarray, free: np.ndarray, dual: Dual) -> tuple[Part, np.ndarray, float]:
        """What is left of the root, its demands, and the cost that is settled."""
        root = self.root
        table, rows, settled = root.table.restrict(free, opened, self.most(dual))
        limit = root.limit - root.matrix[:, opened].sum(axis=1)
        return Part(table, root.count - len(opened), root.matrix[:, free], limit), rows, settled

    def fixings(self, found: Dual, count: int, bound: float) -> tuple[np.ndarray, np.ndarray]:
        """(f,) which free sites no better set opens, and which every better set opens."""
        scores = found.scores
        order = np.sort(scores)[::-1]
        inside, outside = order[count - 1], order[count]
        close = (scores < inside) & (bound + inside - scores >= self.cutoff)
        must = (scores > outside) & (bound + scores - outside >= self.cutoff)
        if close.any() or must.any():
            self._cut(self.cutoff)
        return close, must

    def _rules(self, opened: np.ndarray, free: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
        """Open and close what the rules leave no choice about; None when they cannot be kept."""
        root = self.root
        while True:
            if not 0 <= root.count - len(opened) <= len(free):
                return None
            if not len(root.limit):
                return opened, free
            room = root.limit + self._slack - root.matrix[:, opened].sum(axis=1)
            part = root.matrix[:, free]
            least = np.minimum(part, 0.0).sum(axis=1)
            if (least > room).any():
                return None
            spare = (room - least)[:, None]
            close, must = (part > spare).any(axis=0), (-part > spare).any(axis=0)
            if (close & must).any():
                return None
            if not close.any() and not must.any():
                return opened, free
            opened, free = np.concatenate([opened, free[must]]), free[~close & ~must]

    def _leaf(self, opened: np.ndarray, free: np.ndarray, count: int) -> None:
        """At most one choice is left: value all of it at once."""
        root = self.root
        if count != 1 or len(free) == 1:
            self.sets.offer(opened if count == 0 else np.concatenate([opened, free]))
            return
        room = root.limit + self._slack - root.matrix[:, opened].sum(axis=1)
        allowed = (root.matrix[:, free] <= room[:, None]).all(axis=0)
        if allowed.any():
            totals = np.where(allowed, self.sets.totals(opened, free), np.inf)
            self.sets.offer(np.append(opened, free[int(totals.argmin())]))

    def _propose(self, opened: np.ndarray, free: np.ndarray, frequency: np.ndarray) -> None:
        """A full set from the sites that the ascent chose most often."""
        count = self.root.count - len(opened)
        if 0 <= count <= len(free):
            chosen = np.concatenate([opened, free[np.argsort(-frequency, kind="stable")[:count]]])
            self.sets.offer(chosen)
            if self.nodes & (self.nodes - 1) == 0 or self.nodes % 32 == 0:
                self.sets.improve(chosen)

    def _core(self, node: Node, rows: np.ndarray) -> bool:
        """Hand the node to HiGHS when few pairs can still matter; whether that settled it."""
        sites = np.concatenate([node.opened, node.free])
        if len(sites) < self.root.count or self.root.count - len(node.opened) < CORE_FROM or self.clock.over():
            return False
        most = self.most(node.dual)[rows]
        cost = self.sets.cost_of(sites)[:, rows] if len(sites) * len(rows) <= 4_000_000 else None
        if cost is None:
            return False
        fixed = len(node.opened)
        if fixed:
            # The cheapest open site is the most that a demand pays.
            most = np.minimum(most, np.nextafter(cost[:fixed].min(axis=0), np.inf))
        if np.count_nonzero(cost < most) > self.pairs:
            return False
        must = np.arange(len(sites)) < fixed
        answer = solve_core(
            cost, most, must, self.root.count, self.root.matrix[:, sites], self.root.limit, self.clock.highs()
        )
        cutoff = self.cutoff
        # A set that HiGHS lets through only by its tolerance is no answer: the node is split as usual.
        if answer.chosen is not None and not np.isfinite(self.sets.offer(sites[answer.chosen])):
            return False
        if answer.solved:
            self._cut(cutoff)
            self.pairs = min(self.pairs * 5 // 4, CORE_MOST)
            return True
        self.pairs = max(self.pairs // 2, 500)
        return False

    def _split(self, node: Node, scores: np.ndarray, frequency: np.ndarray) -> None:
        count = self.root.count - len(node.opened)
        if not 0 < count < len(node.free):
            self.push(node)
            return
        # Open about half of the time, rather more, and of these the site that saves most.
        worth = np.where(frequency < 0.0, -np.inf, frequency * (1.05 - frequency) + 1e-12 * scores)
        at = int(np.argmax(worth))
        rest = np.delete(node.free, at)
        self.push(Node(np.append(node.opened, node.free[at]), rest, node.dual, node.bound))
        self.push(Node(node.opened, rest, node.dual, node.bound))
