"""Counting shortest paths and handing dependencies back along them, for many origins at once.

U. Brandes (2001), A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25(2), 163-177;
weighted targets and edges as in U. Brandes (2008), On variants of shortest-path betweenness centrality, Social
Networks 30(2). An *item* is a node as seen from one origin; the steps between items form a graph without circles.
Items are sorted into levels, each step leading to a higher one, and a level is one vectorized operation.
"""

from __future__ import annotations

import numpy as np


class PathDag:
    """The steps of all shortest paths of a block of origins.

    Attributes:
        order: (n,) int64 items by level: everything below is in this order, position ``rank[item]``.
    """

    def __init__(
        self,
        distance: np.ndarray,
        tail: np.ndarray,
        head: np.ndarray,
        typical: float,
        before: np.ndarray | None = None,
    ) -> None:
        """
        Args:
            distance: (n,) finite cost from the origin of each item.
            tail, head: (k,) int64 items; each step costs something, so it leads to a farther item (or, at no cost,
                the steps still must not form a circle).
            typical: cost of a typical step; only the speed depends on it.
            before: (n,) the item before each on one shortest path, negative for none; better than ``typical`` where
                many steps cost nothing.
        """
        first = np.floor(distance * (1.0 / typical)).astype(np.int64) if before is None else _hops(before)
        level = _levels(first, tail, head)
        self.order = np.argsort(level, kind="stable")
        self.rank = np.empty(len(level), dtype=np.int64)
        self.rank[self.order] = np.arange(len(level))
        counts = np.bincount(level) if len(level) else np.zeros(1, dtype=np.int64)
        self._bounds = np.concatenate([[0], np.cumsum(counts)]).tolist()
        self._level = level
        self._tail, self._head = self.rank[tail], self.rank[head]
        self._by_head, self._head_bounds = self._sorted(level[head], len(counts))
        self._by_tail, self._tail_bounds = self._sorted(level[tail], len(counts))
        self._number = len(tail)

    @staticmethod
    def _sorted(level: np.ndarray, levels: int) -> tuple[np.ndarray, list[int]]:
        counts = np.bincount(level, minlength=levels)
        return np.argsort(level, kind="stable"), np.concatenate([[0], np.cumsum(counts)]).tolist()

    def count(self, begin: np.ndarray) -> np.ndarray:
        """(n,) number of shortest paths to each item.

        Args:
            begin: (n,) paths that begin at each item (1 at the origins, else 0).
        """
        sigma = np.asarray(begin, dtype=np.float64)[self.order]
        tail, head = self._tail[self._by_head], self._head[self._by_head]
        for level in range(1, len(self._bounds) - 1):
            low, high = self._head_bounds[level], self._head_bounds[level + 1]
            if low < high:
                a, b = self._bounds[level], self._bounds[level + 1]
                sigma[a:b] += np.bincount(head[low:high] - a, sigma[tail[low:high]], b - a)
        back = np.empty_like(sigma)
        back[self.order] = sigma
        return back

    def dependencies(self, sigma: np.ndarray, weights: list[np.ndarray]) -> list[tuple[np.ndarray, np.ndarray]]:
        """What passes each item and each step, for several weights of the targets.

        Args:
            sigma: (n,) from ``count``.
            weights: arrays (n,), the weight that ends at each item.

        Returns:
            per weight: (n,) weight that passes through each item to others behind it, (k,) weight on each step.
        """
        sigma = sigma[self.order]
        tail, head = self._tail[self._by_tail], self._head[self._by_tail]
        share = sigma[tail] / sigma[head]
        found = []
        for weight in weights:
            total = weight[self.order]
            passing = np.zeros(len(total))
            flow = np.zeros(self._number)
            wanted = np.flatnonzero(weight)
            top = int(self._level[wanted].max()) if len(wanted) else 0
            for level in range(top - 1, -1, -1):
                low, high = self._tail_bounds[level], self._tail_bounds[level + 1]
                if low < high:
                    a, b = self._bounds[level], self._bounds[level + 1]
                    step = share[low:high] * total[head[low:high]]
                    flow[low:high] = step
                    here = np.bincount(tail[low:high] - a, step, b - a)
                    passing[a:b] = here
                    total[a:b] += here
            back, along = np.empty_like(passing), np.empty_like(flow)
            back[self.order] = passing
            along[self._by_tail] = flow
            found.append((back, along))
        return found


def _hops(before: np.ndarray) -> np.ndarray:
    """(n,) number of steps back to an item that has none before it, by doubling."""
    n = len(before)
    jump = np.append(np.where(before < 0, n, before), n)
    hops = np.append(before >= 0, False).astype(np.int64)
    while (jump != n).any():
        hops += hops[jump]
        jump = jump[jump]
    return hops[:n]


def _levels(level: np.ndarray, tail: np.ndarray, head: np.ndarray) -> np.ndarray:
    """(n,) uint16 or int64: a level per item so that every step leads to a higher one, from a first guess."""
    open_tail, open_head = tail, head
    while True:
        wrong = level[open_tail] >= level[open_head]
        if not wrong.any():
            break
        # Of several steps into one item any one writes; the others are still wrong and come again.
        level[open_head[wrong]] = level[open_tail[wrong]] + 1
        raised = np.zeros(len(level), dtype=bool)
        raised[open_head[wrong]] = True
        chosen = raised[tail] | raised[head]
        open_tail, open_head = tail[chosen], head[chosen]
    # Empty levels are closed up; few enough levels sort by radix.
    used = np.bincount(level) > 0 if len(level) else np.zeros(0, dtype=bool)
    level = (np.cumsum(used) - 1)[level] if len(level) else level
    return level.astype(np.uint16) if len(level) == 0 or level.max() < 65_535 else level
