"""Networks made for tests."""

from __future__ import annotations

import numpy as np

from seo_district_plugin.analysis.network.types import Network, network_from_paths


def grid_network(columns: int, rows: int, step: float = 1.0) -> Network:
    """A full grid of equal straight edges: every distance has many ties."""
    x, y = np.meshgrid(np.arange(columns), np.arange(rows))
    number = np.arange(columns * rows).reshape(rows, columns)
    start = np.concatenate([number[:, :-1].ravel(), number[:-1].ravel()])
    end = np.concatenate([number[:, 1:].ravel(), number[1:].ravel()])
    return network_from_paths(np.column_stack([x.ravel(), y.ravel()]) * step, start, end)


def random_network(seed: int, nodes: int = 20, *, bends: bool = False, multi: bool = True) -> Network:
    """A random network on integer places with many ties; parallel edges and loops where ``multi``."""
    rng = np.random.default_rng(seed)
    xy = np.unique(rng.integers(0, 6, (nodes, 2)), axis=0) * 4.0
    n = len(xy)
    u, v = rng.integers(0, n, 3 * n), rng.integers(0, n, 3 * n)
    near = (np.hypot(*(xy[u] - xy[v]).T) <= 8.1) & (u != v)
    pairs = np.stack([u, v], axis=1)[near]
    if not multi:
        pairs = np.unique(np.sort(pairs, axis=1), axis=0)
    pairs = pairs[: 2 * n]
    paths = []
    for a, b in pairs:
        path = [xy[a], xy[b]]
        if bends and rng.random() < 0.5:
            path.insert(1, (xy[a] + xy[b]) / 2 + rng.integers(-2, 3, 2))
        path = [p for k, p in enumerate(path) if k == 0 or (p != path[k - 1]).any()]
        paths.append(np.array(path))
    if multi and len(pairs):
        a = pairs[0, 0]
        pairs = np.vstack([pairs, [[a, a]]])
        paths.append(np.array([xy[a], xy[a] + [1, 0], xy[a] + [1, 1], xy[a]]))
    return network_from_paths(xy, pairs[:, 0], pairs[:, 1], paths)
