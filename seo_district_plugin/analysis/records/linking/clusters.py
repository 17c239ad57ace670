"""From scored pairs to things: clusters that do not chain.

Linking whatever is connected chains: a shop is joined to a second one by a third. Here a group is joined only while the
*average* of all its pairs speaks for it (average link on log odds), pairs that must not be one thing are never put
together, and single rows then move where they fit best until nothing gets better. Both steps raise one sum, that of
correlation clustering (Bansal, Blum & Chawla 2004): scores inside clusters. The joining is greedy additive contraction
(Keuper et al. 2015) with averages in place of sums.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ...errors import Tick, no_tick

CAP = 10.0
"""Largest score that counts, natural log odds: one sure pair does not outvote three that speak against it."""
MISSING = -2.0
"""Score of a pair that was never compared."""
SWEEPS = 20
_TICK_EVERY = 500


@dataclass(frozen=True)
class Edges:
    """Scored pairs of n rows.

    Attributes:
        a, b: (e,) rows, each pair once; score: (e,) natural log odds above the threshold; -inf = must not be together,
            +inf = must be together.
        kind: (n,) int: rows of equal kind >= 0 must not be together unless they are a pair with a score.
        order: (n,) int: distinct numbers that break ties, made from what the rows say and not from where they stand.
    """

    a: np.ndarray
    b: np.ndarray
    score: np.ndarray
    kind: np.ndarray
    order: np.ndarray


@dataclass(frozen=True)
class Clusters:
    """Attributes:
    label: (n,) int64 cluster of each row, numbered from 0 by their first row.
    bridge: (e,) bool: pairs that alone hold two groups of a cluster together.
    cut: (e,) bool: pairs that score above 0 and are not together.
    """

    label: np.ndarray
    bridge: np.ndarray
    cut: np.ndarray


def parts_of(rows: int, a: np.ndarray, b: np.ndarray) -> tuple[int, np.ndarray]:
    """Number of connected parts and (rows,) part of each row."""
    graph = coo_matrix((np.ones(len(a), dtype=np.int8), (a, b)), shape=(rows, rows))
    return connected_components(graph, directed=False)


def missing_pairs(rows: int, a: np.ndarray, b: np.ndarray, positive: np.ndarray, most: int) -> np.ndarray:
    """(m, 2) pairs that were not compared though both rows are in one connected part of the positive pairs.

    Args:
        positive: (e,) bool; most: rows of a part beyond which its pairs are not listed.
    """
    _, part = parts_of(rows, a[positive], b[positive])
    size = np.bincount(part)
    order = np.argsort(part, kind="stable")
    first = np.r_[0, np.cumsum(size)]
    found = []
    for many in np.unique(size[(size > 2) & (size <= most)]).tolist():
        starts = first[:-1][size == many]
        members = np.sort(order[starts[:, None] + np.arange(many)], axis=1)
        left, right = np.triu_indices(many, 1)
        found.append(np.column_stack([members[:, left].ravel(), members[:, right].ravel()]))
    if not found:
        return np.empty((0, 2), dtype=np.int32)
    pairs = np.concatenate(found)
    low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b).astype(np.int64)
    inside = part[low] == part[high]
    known = np.sort(low[inside] * rows + high[inside])
    codes = np.sort(pairs[:, 0].astype(np.int64) * rows + pairs[:, 1])
    at = np.searchsorted(known, codes)
    there = np.zeros(len(codes), dtype=bool)
    fits = at < len(known)
    there[fits] = known[at[fits]] == codes[fits]
    left_over = codes[~there]
    return np.column_stack([left_over // rows, left_over % rows]).astype(np.int32)


def cluster(edges: Edges, tick: Tick = no_tick) -> Clusters:
    """Clusters of all rows; the same ones in whatever order the rows come."""
    rows, a, b, score = len(edges.kind), edges.a, edges.b, edges.score
    positive = score >= 0
    _, part = parts_of(rows, a[positive], b[positive])
    size = np.bincount(part, minlength=int(part.max(initial=-1)) + 1)
    inside = part[a] == part[b]
    agreed = np.bincount(part[a[inside & positive]], minlength=len(size))
    simple = agreed == size * (size - 1) // 2
    label = part.astype(np.int64)
    bridge = np.zeros(len(a), dtype=bool)
    made = len(size)
    busy = np.flatnonzero(inside & ~simple[part[a]])
    for number, (members, own) in enumerate(_groups(part, busy, a, simple)):
        if number % _TICK_EVERY == 0:
            tick(number / max(int((~simple).sum()), 1))
        where = {row: at for at, row in enumerate(members[np.argsort(edges.order[members], kind="stable")].tolist())}
        problem = _Problem(list(where), edges.kind, where, a, b, score, own)
        groups = problem.solve()
        for at, group in enumerate(groups):
            label[group] = made + at
        made += len(groups)
        for edge in problem.bridges(groups):
            bridge[edge] = True
    _, first, label = np.unique(label, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first))
    label = rank[label]
    return Clusters(label, bridge, positive & np.isfinite(score) & (label[a] != label[b]))


def _groups(
    part: np.ndarray, busy: np.ndarray, a: np.ndarray, simple: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Members and pairs of every part that has to be looked at."""
    rows = np.flatnonzero(~simple[part])
    rows = rows[np.argsort(part[rows], kind="stable")]
    pairs = busy[np.argsort(part[a[busy]], kind="stable")]
    ids, starts = np.unique(part[rows], return_index=True)
    ends = np.r_[starts[1:], len(rows)]
    of_pairs = part[a[pairs]]
    lows = np.asarray(np.searchsorted(of_pairs, ids))
    highs = np.asarray(np.searchsorted(of_pairs, ids, side="right"))
    for start, end, low, high in zip(starts.tolist(), ends.tolist(), lows.tolist(), highs.tolist()):
        yield rows[start:end], pairs[low:high]


class _Problem:
    """One connected part: k rows, in the order that breaks ties."""

    def __init__(
        self,
        rows: list[int],
        kind: np.ndarray,
        where: dict[int, int],
        a: np.ndarray,
        b: np.ndarray,
        score: np.ndarray,
        own: np.ndarray,
    ) -> None:
        self.rows = rows
        self.kind = kind[rows].tolist()
        self.own = own
        count = len(rows)
        self.near: list[dict[int, float]] = [{} for _ in range(count)]
        self.ends = [(where[x], where[y]) for x, y in zip(a[own].tolist(), b[own].tolist())]
        self.score = score[own].tolist()
        for (x, y), value in zip(self.ends, self.score):
            value = value if abs(value) == np.inf else min(max(value, -CAP), CAP)
            self.near[x][y] = self.near[y][x] = value

    def between(self, x: int, y: int) -> float:
        """Score of two rows; -inf where they must not be together."""
        found = self.near[x].get(y)
        if found is not None:
            return found
        return -np.inf if self.kind[x] == self.kind[y] and self.kind[x] >= 0 else MISSING

    def solve(self) -> list[list[int]]:
        """Clusters as lists of rows."""
        groups = self._contract()
        groups = self._move(groups)
        return [[self.rows[x] for x in sorted(group)] for group in groups]

    def _contract(self) -> list[set[int]]:
        """Join the two clusters with the best average as long as it speaks for joining."""
        count = len(self.rows)
        if count > _MATRIX:
            return _contract_sparse(self)
        groups: dict[int, set[int]] = {x: {x} for x in range(count)}
        total = {(x, y): self.between(x, y) for x in range(count) for y in range(x + 1, count)}
        while total:
            best, pair = 0.0, None
            for (x, y), value in total.items():
                if value < 0:
                    continue
                mean = value / (len(groups[x]) * len(groups[y]))
                if pair is None or mean > best + 1e-12:
                    best, pair = mean, (x, y)
            if pair is None:
                break
            x, y = pair
            del total[x, y]
            for z in groups:
                if z not in (x, y):
                    one, two = (min(x, z), max(x, z)), (min(y, z), max(y, z))
                    total[one] = _sum(total[one], total.pop(two))
            groups[x] |= groups.pop(y)
        return list(groups.values())

    def _gain(self, x: int, group: set[int]) -> float:
        total = 0.0
        for y in group:
            if y != x:
                total = _sum(total, self.between(x, y))
        return total

    def _move(self, groups: list[set[int]]) -> list[set[int]]:
        """Move single rows, and join clusters, while the sum of scores inside clusters grows."""
        home = {x: at for at, group in enumerate(groups) for x in group}
        for _ in range(SWEEPS):
            moved = False
            for x in range(len(self.rows)):
                now = self._gain(x, groups[home[x]])
                best, to = now + 1e-9, -1
                for at in sorted({home[y] for y in self.near[x]} - {home[x]}):
                    gain = self._gain(x, groups[at])
                    if gain > best:
                        best, to = gain, at
                if best < 0 and len(groups[home[x]]) > 1 and now < -1e-9:
                    groups.append(set())
                    to = len(groups) - 1
                if to >= 0:
                    groups[home[x]].discard(x)
                    groups[to].add(x)
                    home[x], moved = to, True
            if not moved:
                break
        return [group for group in groups if group]

    def bridges(self, groups: list[list[int]]) -> list[int]:
        """Pairs that alone hold two groups of at least two rows of one cluster together."""
        of = {row: at for at, group in enumerate(groups) for row in group}
        home = [of[row] for row in self.rows]
        near: list[dict[int, int]] = [{} for _ in self.rows]
        for (x, y), value, edge in zip(self.ends, self.score, self.own.tolist()):
            if value >= 0 and home[x] == home[y]:
                near[x][y] = near[y][x] = edge
        sizes = {at: len(group) for at, group in enumerate(groups)}
        return [edge for edge, below, x in _bridges(near) if 2 <= below <= sizes[home[x]] - 2]


_MATRIX = 60
"""Rows up to which all pairs of a part are held in one table."""


def _sum(one: float, two: float) -> float:
    """The sum of scores; what must not be together wins over what must."""
    if one == -np.inf or two == -np.inf:
        return -np.inf
    return one + two


def _contract_sparse(problem: _Problem) -> list[set[int]]:
    """The same joining for large parts: only pairs that were compared can start one."""
    import heapq

    count = len(problem.rows)
    groups: dict[int, set[int]] = {x: {x} for x in range(count)}
    stamp = [0] * count
    sums: list[dict[int, tuple[float, int]]] = [
        {y: (value, 1) for y, value in problem.near[x].items()} for x in range(count)
    ]
    kinds = [{kind: 1} if (kind := problem.kind[x]) >= 0 else {} for x in range(count)]
    lifted: list[dict[int, int]] = [
        {y: 1 for y in problem.near[x] if problem.kind[y] == problem.kind[x] >= 0} for x in range(count)
    ]

    def mean(x: int, y: int) -> float:
        held, many = sums[x][y]
        small, large = (kinds[x], kinds[y]) if len(kinds[x]) < len(kinds[y]) else (kinds[y], kinds[x])
        clash = sum(number * large.get(kind, 0) for kind, number in small.items())
        if clash > lifted[x].get(y, 0):
            return -np.inf
        pairs = len(groups[x]) * len(groups[y])
        return (held + MISSING * (pairs - many)) / pairs

    heap = [(-value, x, y, 0, 0) for x in range(count) for y in sums[x] if x < y and (value := mean(x, y)) >= 0]
    heapq.heapify(heap)
    while heap:
        _, x, y, sx, sy = heapq.heappop(heap)
        if x not in groups or y not in groups or stamp[x] != sx or stamp[y] != sy:
            continue
        groups[x] |= groups.pop(y)
        stamp[x] += 1
        for kind, number in kinds[y].items():
            kinds[x][kind] = kinds[x].get(kind, 0) + number
        sums[x].pop(y, None)
        for z, (held, many) in sums[y].items():
            sums[z].pop(y, None)
            if z == x:
                continue
            old = sums[x].get(z, (0.0, 0))
            sums[x][z] = sums[z][x] = (_sum(old[0], held), old[1] + many)
            raised = lifted[x].get(z, 0) + lifted[y].get(z, 0)
            lifted[x][z] = lifted[z][x] = raised
        for z in sums[x]:
            if (value := mean(x, z)) >= 0:
                one, two = min(x, z), max(x, z)
                heapq.heappush(heap, (-value, one, two, stamp[one], stamp[two]))
    return list(groups.values())


def _bridges(near: list[dict[int, int]]) -> list[tuple[int, int, int]]:
    """Pairs whose loss takes a part asunder: (pair, rows below it, a row of it). Tarjan 1974, without recursion."""
    count = len(near)
    seen, low, size = [0] * count, [0] * count, [1] * count
    clock, found = 0, []
    for root in range(count):
        if seen[root]:
            continue
        clock += 1
        seen[root] = low[root] = clock
        stack = [(root, -1, iter(near[root]))]
        while stack:
            x, parent, rest = stack[-1]
            y = next(rest, None)
            if y is None:
                stack.pop()
                if parent >= 0:
                    low[parent] = min(low[parent], low[x])
                    size[parent] += size[x]
                    if low[x] > seen[parent]:
                        found.append((near[parent][x], size[x], x))
            elif y == parent:
                continue
            elif seen[y]:
                low[x] = min(low[x], seen[y])
            else:
                clock += 1
                seen[y] = low[y] = clock
                stack.append((y, x, iter(near[y])))
    return found
