"""The street network: nodes, edges, their geometry, and the way back to the lines they were made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ..errors import AnalysisError


@dataclass(frozen=True)
class Pieces:
    """Which stretches of the source lines the edges are made of, in the order of travel from start to end.

    Attributes:
        offsets: (m + 1,) int64, the pieces of edge ``e`` are ``offsets[e]:offsets[e + 1]``.
        line: (p,) int64 number of the source line.
        start, end: (p,) float64 measures along the source line; ``start > end`` where the edge runs against it.
    """

    offsets: np.ndarray
    line: np.ndarray
    start: np.ndarray
    end: np.ndarray

    def edge(self) -> np.ndarray:
        """(p,) int64: the edge of each piece."""
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))


@dataclass(frozen=True)
class Network:
    """Nodes and edges in a plane, in meters.

    Attributes:
        xy: (n, 2) float64 nodes. Two nodes may lie at one place (a bridge above a crossing).
        start, end: (m,) int32 nodes of each edge; equal for a loop.
        length: (m,) float64 > 0, along the geometry.
        vertices: (v, 2) float64, ``vertices[offsets[e]:offsets[e + 1]]`` is edge ``e`` from start to end.
        offsets: (m + 1,) int64.
        pieces: where each edge comes from.
        oneway: (m,) int8: 0 both ways, 1 from start to end only, -1 from end to start only.
        closed: (m,) bool: nobody may walk here; in the graph, but on no path.
        grade: (m,) int32: lines of different grade (level, layer, bridge, tunnel) cross without meeting.
        component: (n,) int32: connected part of each node, 0 the longest one, then by falling length.
    """

    xy: np.ndarray
    start: np.ndarray
    end: np.ndarray
    length: np.ndarray
    vertices: np.ndarray
    offsets: np.ndarray
    pieces: Pieces
    oneway: np.ndarray
    closed: np.ndarray
    grade: np.ndarray
    component: np.ndarray

    @property
    def nodes(self) -> int:
        return len(self.xy)

    @property
    def edges(self) -> int:
        return len(self.start)

    def path(self, edge: int) -> np.ndarray:
        """(k, 2) vertices of one edge, from its start to its end."""
        return self.vertices[self.offsets[edge] : self.offsets[edge + 1]]

    def source(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Per edge: source line, number of the edge along it, and the measures from and to of its first piece.

        The number counts, from 0, the edges that begin with a piece of the same line.
        """
        first = self.pieces.offsets[:-1]
        line, low, high = self.pieces.line[first], self.pieces.start[first], self.pieces.end[first]
        order = np.lexsort((np.minimum(low, high), line))
        rank = np.empty(len(order), dtype=np.int64)
        ordered = line[order]
        new = np.r_[True, ordered[1:] != ordered[:-1]] if len(order) else np.empty(0, dtype=bool)
        position = np.arange(len(order))
        rank[order] = position - np.maximum.accumulate(np.where(new, position, 0))
        return line, rank, low, high

    def degree(self) -> np.ndarray:
        """(n,) int64: ends of edges at each node; a loop counts twice."""
        return np.bincount(np.concatenate([self.start, self.end]), minlength=self.nodes)


@dataclass(frozen=True)
class Components:
    """The connected parts, longest first.

    Attributes:
        nodes, edges: (c,) int64 counts.
        length: (c,) float64 meters.
    """

    nodes: np.ndarray
    edges: np.ndarray
    length: np.ndarray

    @property
    def largest_share(self) -> float:
        """Share of the length that lies in the longest part; NaN without edges."""
        total = float(self.length.sum())
        return float(self.length[0]) / total if total > 0 else float("nan")


def components(network: Network) -> Components:
    """Nodes, edges and length of every connected part."""
    count = int(network.component.max(initial=-1)) + 1
    of_edge = network.component[network.start]
    return Components(
        np.bincount(network.component, minlength=count),
        np.bincount(of_edge, minlength=count),
        np.bincount(of_edge, weights=network.length, minlength=count),
    )


def number_components(nodes: int, start: np.ndarray, end: np.ndarray, length: np.ndarray) -> np.ndarray:
    """(n,) int32 connected part of each node, whatever the direction of travel; 0 is the longest."""
    if nodes == 0:
        return np.empty(0, dtype=np.int32)
    links = coo_matrix((np.ones(len(start)), (start, end)), shape=(nodes, nodes))
    count, label = connected_components(links, directed=False)
    total = np.bincount(label[start], weights=length, minlength=count)
    first = np.full(count, nodes)
    np.minimum.at(first, label, np.arange(nodes))
    rank = np.empty(count, dtype=np.int32)
    rank[np.lexsort((first, -total))] = np.arange(count, dtype=np.int32)
    return rank[label]


def network_from_paths(
    xy: np.ndarray,
    start: np.ndarray,
    end: np.ndarray,
    paths: Sequence[np.ndarray] | None = None,
    *,
    oneway: np.ndarray | None = None,
    closed: np.ndarray | None = None,
    grade: np.ndarray | None = None,
) -> Network:
    """A network whose nodes and edges are already known (a file of nodes and links, a test).

    Args:
        xy: (n, 2) nodes; start, end: (m,) node numbers.
        paths: m arrays (k, 2) from start to end; None: straight edges.

    Raises:
        AnalysisError: ``edge_without_length`` (edges: the first five), ``edge_of_unknown_node`` (edges).
    """
    xy = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
    start, end = np.asarray(start, dtype=np.int32), np.asarray(end, dtype=np.int32)
    unknown = np.flatnonzero((start < 0) | (end < 0) | (start >= len(xy)) | (end >= len(xy)))
    if len(unknown):
        raise AnalysisError("edge_of_unknown_node", edges=unknown[:5].tolist())
    m = len(start)
    if paths is None:
        vertices = np.stack([xy[start], xy[end]], axis=1).reshape(-1, 2)
        offsets = np.arange(m + 1, dtype=np.int64) * 2
    else:
        offsets = np.concatenate([[0], np.cumsum([len(path) for path in paths])]).astype(np.int64)
        vertices = np.concatenate([np.asarray(path, dtype=np.float64) for path in paths]) if m else np.empty((0, 2))
    length = path_lengths(vertices, offsets)
    short = np.flatnonzero(~(length > 0))
    if len(short):
        raise AnalysisError("edge_without_length", edges=short[:5].tolist())
    pieces = Pieces(np.arange(m + 1, dtype=np.int64), np.arange(m, dtype=np.int64), np.zeros(m), length.copy())
    return Network(
        xy=xy,
        start=start,
        end=end,
        length=length,
        vertices=vertices,
        offsets=offsets,
        pieces=pieces,
        oneway=np.zeros(m, dtype=np.int8) if oneway is None else np.asarray(oneway, dtype=np.int8),
        closed=np.zeros(m, dtype=bool) if closed is None else np.asarray(closed, dtype=bool),
        grade=np.zeros(m, dtype=np.int32) if grade is None else np.asarray(grade, dtype=np.int32),
        component=number_components(len(xy), start, end, length),
    )


def path_lengths(vertices: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """(m,) lengths of paths given as flat vertices; 0 for an empty path."""
    along = path_measures(vertices, offsets)
    filled = np.diff(offsets) > 0
    length = np.zeros(len(offsets) - 1)
    length[filled] = along[offsets[1:][filled] - 1]
    return length


def path_measures(vertices: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """(v,) distance of each vertex from the start of its path, summed path by path."""
    if len(vertices) == 0:
        return np.empty(0)
    step = np.zeros(len(vertices))
    step[1:] = np.hypot(*(vertices[1:] - vertices[:-1]).T)
    counts = np.diff(offsets)
    step[offsets[:-1][counts > 0]] = 0.0
    total = np.cumsum(step)
    base = np.repeat(total[offsets[:-1][counts > 0]], counts[counts > 0])
    return total - base
