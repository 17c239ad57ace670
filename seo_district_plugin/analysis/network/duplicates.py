"""Edges that run the same way between the same nodes, and choosing edges of a network."""

from __future__ import annotations

import numpy as np

from .types import Network, Pieces, number_components, path_measures

_SHARES = (0.25, 0.5, 0.75)


def take_edges(network: Network, keep: np.ndarray, **changed: np.ndarray) -> Network:
    """The network of the edges ``keep`` (positions, in this order), without nodes that no edge reaches.

    Args:
        changed: other values of ``oneway``, ``closed`` or ``grade`` for the kept edges.
    """
    used = np.zeros(network.nodes, dtype=bool)
    used[network.start[keep]] = used[network.end[keep]] = True
    number = (np.cumsum(used) - 1).astype(np.int32)
    start, end, length = number[network.start[keep]], number[network.end[keep]], network.length[keep]
    vertex, offsets = _runs(network.offsets, keep)
    piece, piece_offsets = _runs(network.pieces.offsets, keep)
    pieces = Pieces(piece_offsets, network.pieces.line[piece], network.pieces.start[piece], network.pieces.end[piece])
    return Network(
        xy=network.xy[used],
        start=start,
        end=end,
        length=length,
        vertices=network.vertices[vertex],
        offsets=offsets,
        pieces=pieces,
        oneway=changed.get("oneway", network.oneway[keep]),
        closed=changed.get("closed", network.closed[keep]),
        grade=changed.get("grade", network.grade[keep]),
        component=number_components(int(used.sum()), start, end, length),
    )


def _runs(offsets: np.ndarray, keep: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    counts = (offsets[1:] - offsets[:-1])[keep]
    new = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return np.arange(new[-1]) + np.repeat(offsets[:-1][keep] - new[:-1], counts), new


def points_at(network: Network, edge: np.ndarray, measure: np.ndarray) -> np.ndarray:
    """(n, 2) the place on each edge at that many meters from its start."""
    along = path_measures(network.vertices, network.offsets)
    span = float(network.length.max(initial=0.0)) * 2.0 + 1.0
    owner = np.repeat(np.arange(network.edges), np.diff(network.offsets))
    at = np.searchsorted(owner * span + along, edge * span + measure, side="right") - 1
    at = np.clip(at, network.offsets[edge], network.offsets[edge + 1] - 2)
    step = along[at + 1] - along[at]
    share = np.clip((measure - along[at]) / np.where(step > 0, step, 1.0), 0.0, 1.0)[:, None]
    return network.vertices[at] * (1 - share) + network.vertices[at + 1] * share


def merge_duplicates(network: Network, tolerance: float) -> tuple[Network, int]:
    """Leave out edges that run within the tolerance of an earlier one between the same nodes, on the same grade.

    A street drawn once per direction of travel is one street for both: the kept edge may be walked wherever one of
    them may be. Edges are compared by length and at a quarter, half and three quarters.

    Returns:
        the network, the number of edges left out.
    """
    m = network.edges
    flip = network.start > network.end
    low, high = np.minimum(network.start, network.end), np.maximum(network.start, network.end)
    marks = np.empty((m, len(_SHARES), 2))
    edges = np.arange(m)
    for k, share in enumerate(_SHARES):
        marks[:, k] = points_at(network, edges, network.length * np.where(flip, 1 - share, share))
    order = np.lexsort((edges, high, low))
    same = (low[order][1:] == low[order][:-1]) & (high[order][1:] == high[order][:-1])
    begins = np.flatnonzero(np.r_[True, ~same])
    ends = np.r_[begins[1:], m]
    onto = edges.copy()
    for begin, stop in zip(begins[ends - begins > 1].tolist(), ends[ends - begins > 1].tolist(), strict=True):
        kept: list[int] = []
        for edge in order[begin:stop].tolist():
            twin = next((k for k in kept if _alike(network, marks, k, edge, tolerance)), None)
            if twin is None:
                kept.append(edge)
            else:
                onto[edge] = twin
    gone = onto != edges
    if not gone.any():
        return network, 0
    closed, oneway = network.closed.copy(), network.oneway.copy()
    for edge in np.flatnonzero(gone).tolist():
        twin = int(onto[edge])
        if closed[twin] != network.closed[edge]:
            if closed[twin]:  # only the open one counts
                closed[twin], oneway[twin] = False, _turned(network, edge, twin)
            continue
        if oneway[twin] != _turned(network, edge, twin):
            oneway[twin] = 0
    keep = np.flatnonzero(~gone)
    return take_edges(network, keep, oneway=oneway[keep], closed=closed[keep]), int(gone.sum())


def _turned(network: Network, edge: int, twin: int) -> int:
    """One-way value of an edge, seen along its twin."""
    against = network.start[edge] != network.start[twin]
    if network.start[twin] == network.end[twin]:  # loops: compare where they are a little way on
        p = points_at(network, np.array([edge, twin]), network.length[[edge, twin]] * 0.25)
        q = points_at(network, np.array([edge]), network.length[[edge]] * 0.75)
        against = np.hypot(*(q[0] - p[1])) < np.hypot(*(p[0] - p[1]))
    return int(-network.oneway[edge] if against else network.oneway[edge])


def _alike(network: Network, marks: np.ndarray, one: int, other: int, tolerance: float) -> bool:
    if network.grade[one] != network.grade[other]:
        return False
    if abs(network.length[one] - network.length[other]) > 2 * tolerance + 0.01 * network.length[one]:
        return False
    straight = np.hypot(*(marks[one] - marks[other]).T).max() <= tolerance
    loop = network.start[one] == network.end[one]
    return bool(straight or (loop and np.hypot(*(marks[one] - marks[other][::-1]).T).max() <= tolerance))
