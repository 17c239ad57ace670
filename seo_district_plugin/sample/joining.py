"""Joining what is built: the cheapest new roads on the lattice from separate parts of the network to the main one."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

SMALLEST = 6  # stretches of a part that is worth a road; smaller ones are given up
_THERE = 0.001  # cost of a stretch that exists already


def join(vertical: np.ndarray, horizontal: np.ndarray, cost_v: np.ndarray, cost_h: np.ndarray) -> None:
    """Add stretches until every part of some size hangs on the largest; changes the arrays.

    Args:
        vertical: (blocks + 1, blocks), horizontal: (blocks, blocks + 1): the stretches there are.
        cost_v, cost_h: cost of building each, infinite where none may be.
    """
    shape = (vertical.shape[0], horizontal.shape[1])
    start, end, there = _stretches(vertical, horizontal)
    cost = np.concatenate([cost_v.ravel(), cost_h.ravel()])
    cost = np.where(there, _THERE, cost)
    able = np.isfinite(cost)
    size = shape[0] * shape[1]
    built = sparse.coo_matrix((np.ones(there.sum()), (start[there], end[there])), shape=(size, size))
    _, part = csgraph.connected_components(built, directed=False)
    count = np.bincount(part[start[there]], minlength=part.max() + 1)
    main = int(count.argmax())
    graph = sparse.coo_matrix((cost[able], (start[able], end[able])), shape=(size, size)).tocsr()
    source = int(np.flatnonzero(part == main)[0])
    distance, before = csgraph.dijkstra(graph, directed=False, indices=source, return_predecessors=True)
    for other in np.flatnonzero(count >= SMALLEST):
        nodes = np.flatnonzero(part == other)
        node = int(nodes[np.argmin(distance[nodes])])
        if other == main or not np.isfinite(distance[node]):
            continue
        while before[node] >= 0:
            _lay(vertical, horizontal, shape[1], int(before[node]), node)
            node = int(before[node])


def _stretches(vertical: np.ndarray, horizontal: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    high = horizontal.shape[1]
    va, vb = (index.ravel() for index in np.indices(vertical.shape))
    ha, hb = (index.ravel() for index in np.indices(horizontal.shape))
    start = np.concatenate([va * high + vb, ha * high + hb])
    end = np.concatenate([va * high + vb + 1, (ha + 1) * high + hb])
    return start, end, np.concatenate([vertical.ravel(), horizontal.ravel()])


def _lay(vertical: np.ndarray, horizontal: np.ndarray, high: int, p: int, q: int) -> None:
    low = min(p, q)
    a, b = divmod(low, high)
    if abs(p - q) == 1:
        vertical[a, b] = True
    else:
        horizontal[a, b] = True
