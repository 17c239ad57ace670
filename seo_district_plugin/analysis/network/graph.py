"""What it costs to go along an edge, and the directed graph that shortest paths run on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from ..errors import AnalysisError
from .types import Network

FLAT_SPEED = 5.036742
"""Kilometers per hour that Tobler's function gives on the flat."""


@dataclass(frozen=True)
class Costs:
    """Cost of each edge in both directions, > 0, infinite where nobody may go.

    Attributes:
        forward: (m,) float64 from start to end; backward: (m,) float64 from end to start.
        unit: ``m`` or ``s``.
    """

    forward: np.ndarray
    backward: np.ndarray
    unit: str = "m"

    @property
    def symmetric(self) -> bool:
        """Whether both directions always cost the same."""
        return bool(np.array_equal(self.forward, self.backward))


@dataclass(frozen=True)
class Arcs:
    """Edges as directed arcs that may be gone; loops are left out, as no shortest path uses them.

    Attributes:
        tail, head: (a,) int64 nodes. cost: (a,) float64. edge: (a,) int64.
        nodes: number of nodes.
    """

    tail: np.ndarray
    head: np.ndarray
    cost: np.ndarray
    edge: np.ndarray
    nodes: int

    def matrix(self, back: bool = False) -> csr_matrix:
        """Costs as a sparse matrix; of parallel arcs the cheapest. ``back``: with all arcs turned round."""
        return cheapest(*((self.head, self.tail) if back else (self.tail, self.head)), self.cost, self.nodes)


def cheapest(tail: np.ndarray, head: np.ndarray, cost: np.ndarray, nodes: int) -> csr_matrix:
    """Sparse matrix of costs; of several arcs between the same nodes the cheapest (scipy alone would add them)."""
    order = np.lexsort((cost, head, tail))
    tail, head, cost = tail[order], head[order], cost[order]
    first = np.r_[True, (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])][: len(tail)]
    indptr = np.concatenate([[0], np.cumsum(np.bincount(tail[first], minlength=nodes))])
    return csr_matrix((cost[first], head[first].astype(np.int32), indptr.astype(np.int32)), shape=(nodes, nodes))


def length_costs(network: Network, *, respect_oneway: bool = False, speed: float | None = None) -> Costs:
    """Meters, or seconds at a walking speed; closed edges cannot be gone.

    Args:
        respect_oneway: people on foot go both ways along a one-way street, so False.
        speed: kilometers per hour; None: meters.

    Raises:
        AnalysisError: ``speed_not_positive`` (speed).
    """
    if speed is not None and not (speed > 0 and np.isfinite(speed)):
        raise AnalysisError("speed_not_positive", speed=speed)
    cost = network.length if speed is None else network.length * (3.6 / speed)
    return _allowed(network, cost, cost, respect_oneway, "m" if speed is None else "s")


def tobler_costs(
    network: Network, elevation: np.ndarray, *, flat_speed: float = FLAT_SPEED, respect_oneway: bool = False
) -> Costs:
    """Seconds on foot with slope: speed = 6 exp(-3.5 |slope + 0.05|) km/h, scaled to the given speed on the flat.

    Fastest at 5 % downhill. W. Tobler (1993), Three presentations on geographical analysis and modeling, NCGIA 93-1.

    Args:
        elevation: (n,) meters at the nodes, or (v,) at the vertices. Where it is missing (NaN) at either end of a
            stretch, the stretch counts as flat.
        flat_speed: kilometers per hour on the flat.

    Raises:
        AnalysisError: ``speed_not_positive`` (speed), ``elevations_differ`` (values, nodes, vertices).
    """
    if not (flat_speed > 0 and np.isfinite(flat_speed)):
        raise AnalysisError("speed_not_positive", speed=flat_speed)
    elevation = np.asarray(elevation, dtype=np.float64)
    if len(elevation) == network.nodes:
        rise, run = elevation[network.end] - elevation[network.start], network.length
        edge = np.arange(network.edges)
    elif len(elevation) == len(network.vertices):
        owner = np.repeat(np.arange(network.edges), np.diff(network.offsets))
        inside = owner[1:] == owner[:-1]
        edge = owner[1:][inside]
        rise = np.diff(elevation)[inside]
        run = np.hypot(*np.diff(network.vertices, axis=0).T)[inside]
    else:
        raise AnalysisError(
            "elevations_differ", values=len(elevation), nodes=network.nodes, vertices=len(network.vertices)
        )
    slope = np.where(np.isfinite(rise) & (run > 0), rise / np.where(run > 0, run, 1.0), 0.0)
    slowest = 3.6 / flat_speed * np.exp(-3.5 * 0.05)
    up = np.bincount(edge, run * slowest * np.exp(3.5 * np.abs(slope + 0.05)), minlength=network.edges)
    down = np.bincount(edge, run * slowest * np.exp(3.5 * np.abs(-slope + 0.05)), minlength=network.edges)
    return _allowed(network, up, down, respect_oneway, "s")


def _allowed(network: Network, forward: np.ndarray, backward: np.ndarray, respect_oneway: bool, unit: str) -> Costs:
    shut_forward, shut_backward = network.closed.copy(), network.closed.copy()
    if respect_oneway:
        shut_forward |= network.oneway < 0
        shut_backward |= network.oneway > 0
    return Costs(np.where(shut_forward, np.inf, forward), np.where(shut_backward, np.inf, backward), unit)


def arcs_of(network: Network, costs: Costs | None = None) -> Arcs:
    """The directed arcs of a network; costs in meters where none are given.

    Raises:
        AnalysisError: ``costs_not_positive`` (edges: the first five).
    """
    costs = length_costs(network) if costs is None else costs
    wrong = np.flatnonzero(~((costs.forward > 0) & (costs.backward > 0)))
    if len(wrong):
        raise AnalysisError("costs_not_positive", edges=wrong[:5].tolist())
    edges = np.arange(network.edges)
    tail = np.concatenate([network.start, network.end]).astype(np.int64)
    head = np.concatenate([network.end, network.start]).astype(np.int64)
    cost = np.concatenate([costs.forward, costs.backward])
    keep = (tail != head) & np.isfinite(cost)
    return Arcs(tail[keep], head[keep], cost[keep], np.concatenate([edges, edges])[keep], network.nodes)


def spatial_order(xy: np.ndarray) -> np.ndarray:
    """(n,) int64 an order in which neighbors follow each other (Z-order of a 1,024 x 1,024 raster)."""
    extent = np.ptp(xy, axis=0).max(initial=0.0) or 1.0
    cell = np.minimum((xy - xy.min(axis=0, initial=np.inf)) / extent * 1024, 1023).astype(np.int64)
    key = np.zeros(len(xy), dtype=np.int64)
    for bit in range(10):
        key |= ((cell[:, 0] >> bit) & 1) << (2 * bit)
        key |= ((cell[:, 1] >> bit) & 1) << (2 * bit + 1)
    return np.argsort(key, kind="stable")
