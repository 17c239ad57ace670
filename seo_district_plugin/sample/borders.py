"""Borders of dong and legal dong: every stretch of border is made once, so that neighbors share it exactly."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from .districts import Cells
from .lattice import Lattice
from .presets import CELL

PIECES = 8  # points per side of a cell: every 50 m

Node = tuple[int, int]


class Borders:
    """Sides of lattice cells as paths of points, smoothed where nothing is built on either side."""

    def __init__(self, cells: Cells, lattice: Lattice, built: np.ndarray) -> None:
        """Args: built: (columns, rows) cells in which something is built, whose borders stay on the streets."""
        self._cells = cells
        self._lattice = lattice
        self._built = np.pad(built, 1, constant_values=False)
        self._finest = np.pad(cells.legal * 1000 + cells.dong, 1, constant_values=-1001)
        self._paths: dict[tuple[Node, Node], np.ndarray] = {}
        for chain in self._chains():
            self._lay(chain)

    def rings(self, label: np.ndarray, index: int) -> list[np.ndarray]:
        """Closed rings (counterclockwise outside, clockwise holes) of the cells with a label, the outer one first."""
        padded = np.pad(label == index, 1, constant_values=False)
        after: dict[Node, list[Node]] = {}
        for i, j in np.argwhere(padded).tolist():
            # Corners of padded cell (i, j) are the nodes (i - 1, j - 1) to (i, j); the inside lies on the left.
            corners = [(i - 1, j - 1), (i, j - 1), (i, j), (i - 1, j)]
            beside = [(i, j - 1), (i + 1, j), (i, j + 1), (i - 1, j)]
            for k in range(4):
                if not padded[beside[k]]:
                    after.setdefault(corners[k], []).append(corners[(k + 1) % 4])
        rings = []
        while after:
            start = min(after)
            nodes = [start]
            while True:
                following = after[nodes[-1]]
                nodes.append(following.pop())
                if not following:
                    del after[nodes[-2]]
                if nodes[-1] == start:
                    break
            rings.append(np.vstack([self._path(p, q)[:-1] for p, q in zip(nodes, nodes[1:])] + [self._start(nodes)]))
        return sorted(rings, key=lambda ring: -abs(ring_area(ring)))

    def _start(self, nodes: list[Node]) -> np.ndarray:
        return self._path(nodes[0], nodes[1])[:1]

    def _path(self, p: Node, q: Node) -> np.ndarray:
        return self._paths[(p, q)] if (p, q) in self._paths else self._paths[(q, p)][::-1]

    def _sides(self, p: Node, q: Node) -> tuple[Node, Node]:
        """Padded cells on both sides of the side between neighboring nodes."""
        i, j = min(p, q)
        return ((i + 1, j), (i + 1, j + 1)) if p[1] == q[1] else ((i, j + 1), (i + 1, j + 1))

    def _chains(self) -> list[list[Node]]:
        """Runs of border between junctions of three and more regions (or all around)."""
        neighbors: dict[Node, list[Node]] = {}
        columns, rows = self._finest.shape[0] - 2, self._finest.shape[1] - 2
        for i in range(columns + 1):
            for j in range(rows + 1):
                for q in ((i + 1, j), (i, j + 1)):
                    if q[0] <= columns and q[1] <= rows:
                        one, two = self._sides((i, j), q)
                        if self._finest[one] != self._finest[two]:
                            neighbors.setdefault((i, j), []).append(q)
                            neighbors.setdefault(q, []).append((i, j))
        seen: set[frozenset[Node]] = set()
        chains = []
        joints = [node for node in sorted(neighbors) if len(neighbors[node]) != 2]
        for start in joints + sorted(neighbors):
            for following in neighbors[start]:
                if frozenset((start, following)) in seen:
                    continue
                chain = [start, following]
                seen.add(frozenset(chain))
                while len(neighbors[chain[-1]]) == 2 and chain[-1] != start:
                    ahead = [n for n in neighbors[chain[-1]] if n != chain[-2]][0]
                    seen.add(frozenset((chain[-1], ahead)))
                    chain.append(ahead)
                chains.append(chain)
        return chains

    def _lay(self, chain: list[Node]) -> None:
        nodes = np.array(chain, dtype=float)
        step = np.arange(PIECES) / PIECES
        line = (nodes[:-1, None, :] + step[None, :, None] * (nodes[1:] - nodes[:-1])[:, None, :]).reshape(-1, 2)
        line = np.vstack([line, nodes[-1:]]) * CELL
        path = np.column_stack(self._lattice.forward(line[:, 0], line[:, 1]))
        free = [not any(self._built[s] for s in self._sides(p, q)) for p, q in zip(chain, chain[1:])]
        weight = np.concatenate([np.repeat(np.array(free, dtype=float), PIECES), [float(free[-1])]])
        if weight.any():
            # The pull fades out before a built side begins and before a junction.
            weight = ndimage.minimum_filter1d(weight, 2 * PIECES + 1, mode="nearest")
            place = np.arange(len(path))
            weight *= np.clip(np.minimum(place, len(path) - 1 - place) / (PIECES / 2), 0.0, 1.0)
            weight = np.minimum(weight, ndimage.uniform_filter1d(weight, PIECES, mode="nearest"))
            smooth = ndimage.gaussian_filter1d(path, 5.0, axis=0, mode="nearest")
            path = path + weight[:, None] * (smooth - path)
        for k, (p, q) in enumerate(zip(chain, chain[1:])):
            self._paths[(p, q)] = path[k * PIECES : (k + 1) * PIECES + 1]


def ring_area(ring: np.ndarray) -> float:
    """Signed area of a closed ring, positive counterclockwise."""
    x, y = ring[:, 0] - ring[0, 0], ring[:, 1] - ring[0, 1]
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2)


def inside(ring: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Whether points are inside a closed ring (crossing rule)."""
    result = np.zeros(len(x), dtype=bool)
    low, high = ring.min(axis=0), ring.max(axis=0)
    near = np.flatnonzero((x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1]))
    px, py = x[near], y[near]
    crossed = np.zeros(len(near), dtype=bool)
    for (x1, y1), (x2, y2) in zip(ring[:-1], ring[1:]):
        if y1 == y2:
            continue
        spans = (y1 > py) != (y2 > py)
        crossed[spans] ^= px[spans] < x1 + (py[spans] - y1) * (x2 - x1) / (y2 - y1)
    result[near] = crossed
    return result
