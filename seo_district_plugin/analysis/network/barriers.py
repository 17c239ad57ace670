"""Streets that may be walked along but not across: a trunk road parts its two sides.

A barrier edge becomes two, one for each sidewalk, and a crossing on it becomes one node for each sector between
neighboring barrier edges. Whoever walks along one side meets the streets of that side only. Where a barrier ends
there is one sector, all around: one may walk around its end. Streets of another grade (bridges, underpasses) share no
node with it and lead across as before.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from .types import Network, Pieces, number_components

SIDE = 0.05
"""Meters by which a sidewalk is set off from the line, so that what stands beside the road joins its own side."""
LEFT, RIGHT = 0, 1


def part_by_barriers(network: Network, barrier: np.ndarray) -> Network:
    """The network in which nobody crosses the barrier edges.

    Args:
        network: noded, with its edges in the plane. barrier: (m,) bool.

    Returns:
        the edges that are no barrier in their order, then the left sides of the barriers, then the right ones.

    Raises:
        ValueError: for an array of another shape.
    """
    barrier = np.asarray(barrier, dtype=bool)
    if barrier.shape != (network.edges,):
        raise ValueError(f"barrier has shape {barrier.shape}, not ({network.edges},)")
    if not barrier.any():
        return network
    plain, walls = np.flatnonzero(~barrier), np.flatnonzero(barrier)
    end_node, extra = _sector_nodes(network, barrier)
    order = np.concatenate([plain, walls, walls])
    side = np.concatenate([np.zeros(len(plain), np.int64), np.full(len(walls), LEFT), np.full(len(walls), RIGHT)])
    start, end = end_node[order, 0, side], end_node[order, 1, side]
    xy = np.concatenate([network.xy, network.xy[extra]])
    used, renamed = np.unique(np.concatenate([start, end]), return_inverse=True)
    start, end = renamed[: len(start)].astype(np.int32), renamed[len(start) :].astype(np.int32)
    vertices, offsets = _geometry(network, order, np.arange(len(order)) >= len(plain), side)
    length = network.length[order]
    return Network(
        xy[used], start, end, length, vertices, offsets, _pieces(network.pieces, order),
        network.oneway[order], network.closed[order], network.grade[order],
        number_components(len(used), start, end, length),
    )  # fmt: skip


def _sector_nodes(network: Network, barrier: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(m, 2, 2) int64 node of each edge at its start and end, for its left and its right side; the nodes copied.

    Nodes on barriers are replaced by one per sector; the first sector keeps the node itself.
    """
    node = np.stack([network.start, network.end], axis=1).astype(np.int64)
    found = np.repeat(node[:, :, None], 2, axis=2)
    touched = np.zeros(network.nodes, dtype=bool)
    touched[node[barrier]] = True
    edge, which = np.nonzero(touched[node])
    order = np.argsort(node[edge, which], kind="stable")
    edge, which = edge[order], which[order]
    at = node[edge, which]
    bounds = np.concatenate([[0], np.flatnonzero(np.diff(at)) + 1, [len(at)]])
    extra: list[int] = []
    for low, high in zip(bounds[:-1], bounds[1:]):
        ends = sorted((_bearing(network, int(edge[i]), int(which[i])), int(edge[i]), int(which[i]))
                      for i in range(low, high))  # fmt: skip
        walls = [i for i, (_, e, _) in enumerate(ends) if barrier[e]]
        names = [int(at[low])]
        for _ in walls[1:]:
            names.append(network.nodes + len(extra))
            extra.append(int(at[low]))
        for i, (_, e, w) in enumerate(ends):
            # Sector k lies counterclockwise after wall k, up to the next wall.
            after = sum(1 for wall in walls if wall <= i) - 1
            before = after - 1 if i in walls else after
            ccw, cw = names[after % len(names)], names[before % len(names)]
            # Seen along the edge, what lies counterclockwise of its start is on its left; at its end the edge is seen
            # backwards, and left and right change places.
            found[e, w] = (ccw, cw) if w == 0 else (cw, ccw)
    return found, np.array(extra, dtype=np.int64)


def _bearing(network: Network, edge: int, which: int) -> float:
    """Angle in which an edge leaves its start (0) or its end (1)."""
    path = network.path(edge)
    here, there = (path[0], path[1]) if which == 0 else (path[-1], path[-2])
    return math.atan2(there[1] - here[1], there[0] - here[0])


def _geometry(
    network: Network, order: np.ndarray, moved: np.ndarray, side: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    paths = []
    for edge, aside, on in zip(order.tolist(), moved.tolist(), side.tolist()):
        path = network.path(edge)
        paths.append(path + _normals(path) * (SIDE if on == LEFT else -SIDE) if aside else path)
    offsets = np.concatenate([[0], np.cumsum([len(path) for path in paths])]).astype(np.int64)
    return np.concatenate(paths), offsets


def _normals(path: np.ndarray) -> np.ndarray:
    """(k, 2) unit vectors to the left of a path at its vertices."""
    step = np.diff(path, axis=0)
    length = np.hypot(*step.T)
    step = step[length > 0] / length[length > 0, None]
    if not len(step):
        return np.zeros_like(path)
    keep = np.concatenate([[0], np.cumsum(length > 0)])
    before, after = step[np.maximum(keep - 1, 0)], step[np.minimum(keep, len(step) - 1)]
    mean = before + after
    size = np.hypot(*mean.T)
    mean = np.where(size[:, None] > 1e-9, mean / np.maximum(size, 1e-9)[:, None], after)
    return np.stack([-mean[:, 1], mean[:, 0]], axis=1)


def _pieces(pieces: Pieces, order: np.ndarray) -> Pieces:
    count = np.diff(pieces.offsets)[order]
    offsets = np.concatenate([[0], np.cumsum(count)]).astype(np.int64)
    at = np.repeat(pieces.offsets[order] - offsets[:-1], count) + np.arange(offsets[-1])
    return replace(pieces, offsets=offsets, line=pieces.line[at], start=pieces.start[at], end=pieces.end[at])
