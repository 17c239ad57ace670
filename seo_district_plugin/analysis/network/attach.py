"""Points to the nearest place on a street: not to a node, but to the edge and how far along it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .segments import NearestSegment, segments_of
from .types import Network


@dataclass(frozen=True)
class Places:
    """Places on edges.

    Attributes:
        edge: (k,) int64, -1: not attached (no coordinates, or farther than allowed).
        measure: (k,) float64 meters from the start of the edge; NaN where not attached.
        distance: (k,) float64 meters from the point to the place; also given where it was too far, NaN without
            coordinates.
    """

    edge: np.ndarray
    measure: np.ndarray
    distance: np.ndarray

    def __len__(self) -> int:
        return len(self.edge)

    @property
    def attached(self) -> np.ndarray:
        """(k,) bool."""
        return self.edge >= 0


def attach_points(
    network: Network,
    xy: np.ndarray,
    farthest: float = np.inf,
    *,
    usable: np.ndarray | None = None,
    tick: Tick = no_tick,
) -> Places:
    """The nearest place on an edge for every point; of equally near edges the one with the lowest number.

    Args:
        xy: (k, 2) meters.
        farthest: meters; points farther from every edge stay unattached, with their distance.
        usable: (m,) bool edges to attach to; None: all that are not closed.

    Raises:
        AnalysisError: ``no_open_street`` (edges).
    """
    usable = ~network.closed if usable is None else np.asarray(usable, dtype=bool)
    segments = segments_of(network.vertices, network.offsets)
    chosen = usable[segments.path]
    if not chosen.any():
        raise AnalysisError("no_open_street", edges=network.edges)
    if not chosen.all():
        parts = (getattr(segments, name)[chosen] for name in ("a", "b", "path", "measure", "length"))
        segments = type(segments)(*parts)
    xy = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
    finite = np.flatnonzero(np.isfinite(xy).all(axis=1))
    edge = np.full(len(xy), -1, dtype=np.int64)
    measure, distance = np.full(len(xy), np.nan), np.full(len(xy), np.nan)
    if len(finite):
        segment, along, gap = NearestSegment(segments).find(xy[finite], tick)
        distance[finite] = gap
        near = gap <= farthest
        found = finite[near]
        edge[found] = segments.path[segment[near]]
        # Sums along a bent edge may pass its length by rounding.
        place = segments.measure[segment[near]] + along[near]
        measure[found] = np.minimum(place, network.length[edge[found]])
    return Places(edge, measure, distance)


def node_places(network: Network, nodes: np.ndarray) -> Places:
    """Nodes as places: the start or the end of the first open edge at each; -1 where all are closed."""
    edge = np.full(network.nodes, -1, dtype=np.int64)
    measure = np.full(network.nodes, np.nan)
    for number in np.flatnonzero(~network.closed)[::-1].tolist():
        for node, at in ((network.end[number], network.length[number]), (network.start[number], 0.0)):
            edge[node], measure[node] = number, at
    nodes = np.asarray(nodes, dtype=np.int64)
    return Places(edge[nodes], measure[nodes], np.where(edge[nodes] >= 0, 0.0, np.nan))
