"""Metric centrality from a sample of the origins, with its error, for radii within which thousands are reached.

Each node is an origin with probability p, and what it contributes is divided by p (Horvitz-Thompson), so every sum has
the right mean. Closeness is summed at the nodes that a sampled origin reaches, which is the same as from them where
costs are the same both ways (D. Eppstein and J. Wang 2004, Fast approximation of centrality, J. Graph Algorithms and
Applications 8(1); U. Brandes and C. Pich 2007, Centrality estimation in large networks, Int. J. Bifurcation and Chaos
17(7)). For r nodes within the radius, k = ln(2 r / delta) / (2 epsilon^2) origins among them keep the error of a mean
of values from 0 to 1 below epsilon with probability 1 - delta (Hoeffding), so p = min(1, k / r). The standard error of
each value is estimated from the sample itself: the variance of a sum of contributions x is sum x^2 (1 - p) / p^2. On
streets that few of the sampled origins use, two standard errors hold the exact value less often than 95 of 100 times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .centrality import Block, Centrality, Sums, blocks, check_radii, check_weights, padded
from .graph import Arcs, Costs, arcs_of, spatial_order
from .types import Network

DELTA = 0.1
PAYS_FROM = 2000
"""Nodes within the radius below which sampling only costs time (measured by G. Simons for London: from about 2 km)."""
_PILOTS = 128


@dataclass(frozen=True)
class Sampled:
    """Values with their standard errors.

    Attributes:
        values: as from ``centrality``.
        share: (r,) probability of each node to be an origin; 1 where the radius was computed exactly.
        node_error: measure (reach, farness, harmonic, gravity, betweenness) -> (r, n) standard error.
        edge_error: (r, m) standard error of the betweenness of streets.
    """

    values: Centrality
    share: np.ndarray
    node_error: dict[str, np.ndarray]
    edge_error: np.ndarray


def sampled_centrality(
    network: Network,
    radii: Sequence[float],
    *,
    error: float,
    seed: int = 0,
    delta: float = DELTA,
    pays_from: int = PAYS_FROM,
    costs: Costs | None = None,
    origins: np.ndarray | None = None,
    destinations: np.ndarray | None = None,
    decay: float | None = None,
    detour: float = 0.0,
    pairs: bool | None = None,
    between: bool = True,
    tick: Tick = no_tick,
) -> Sampled:
    """Metric centrality; radii within which fewer than ``pays_from`` nodes are reached on average are exact.

    Args:
        error: epsilon above, 0 to 1: smaller is more exact and slower.
        delta: as above. Other arguments as in ``centrality``.

    Raises:
        AnalysisError: ``sampling_error_range`` (error), ``sampling_one_way`` (costs differ by direction), and those of
            ``centrality``.
    """
    if not 0 < error < 1:
        raise AnalysisError("sampling_error_range", error=error)
    if costs is not None and not costs.symmetric:
        raise AnalysisError("sampling_one_way")
    limits = check_radii(radii)
    n = network.nodes
    source, target = check_weights("origins", origins, n), check_weights("destinations", destinations, n)
    if pairs is None:
        pairs = origins is None and destinations is None
    arcs = arcs_of(network, costs)
    rng = np.random.default_rng(seed)
    order = spatial_order(network.xy)
    pilots = np.sort(rng.choice(n, min(n, _PILOTS), replace=False))
    share = sampling_shares(_mean_reach(arcs, order[pilots], limits, tick), error, delta, pays_from)
    draw = rng.random(n)
    sums = _SampledSums(network, limits, source, target, decay, detour, between)
    done, total = 0, int((draw < share[0]).sum())
    for k in range(len(limits) - 1, -1, -1):
        # Origins of the largest radius serve the smaller ones too; the others stop at the last radius they are in.
        below = share[k + 1] if k + 1 < len(limits) else 0.0
        chosen = order[(draw[order] < share[k]) & (draw[order] >= below)]
        sums.limits = limits[: k + 1]
        for at, block in blocks(arcs, chosen, float(limits[k])):
            tick(min(1.0, (done + at) / max(total, 1)))
            sums.add(block)
        done += len(chosen)
    tick(1.0)
    sums.limits = limits
    return sums.estimate(share, 0.5 if pairs else 1.0, "m" if costs is None else costs.unit)


def sampling_shares(reach: np.ndarray, error: float, delta: float = DELTA, pays_from: int = PAYS_FROM) -> np.ndarray:
    """(r,) probability to be an origin by mean reach: 1 where sampling does not pay, never rising with the radius."""
    reach = np.maximum(np.asarray(reach, dtype=np.float64), 1.0)
    needed = np.log(2.0 * reach / delta) / (2.0 * error * error)
    share = np.where(reach < pays_from, 1.0, np.minimum(1.0, needed / reach))
    return np.minimum.accumulate(share)


def _mean_reach(arcs: Arcs, pilots: np.ndarray, limits: np.ndarray, tick: Tick) -> np.ndarray:
    """(r,) mean number of nodes within each radius of some nodes."""
    total = np.zeros(len(limits))
    for _at, block in blocks(arcs, pilots, float(limits[-1])):
        tick(0.0)
        for k, limit in enumerate(limits.tolist()):
            within = padded(limit)
            total[k] += int((np.isfinite(block.distance) & (block.distance <= within)).sum()) - len(block.origins)
    return total / max(len(pilots), 1)


class _SampledSums(Sums):
    """Adds up at the nodes that the origins reach, and squares for the error."""

    def __init__(self, network: Network, limits: np.ndarray, *settings: object) -> None:
        super().__init__(network, limits, *settings)  # type: ignore[arg-type]
        self.node_squares = {name: np.zeros_like(values) for name, values in self.node.items()}
        self.through_squares = np.zeros_like(self.through)
        self.along_squares = np.zeros_like(self.along)

    def _reach(self, block: Block, distance, node, lane, band) -> None:  # type: ignore[no-untyped-def]
        other = block.origins[lane] != node
        weight = np.where(other, self.target[block.nodes[block.origins]][lane], 0.0)
        k, s = len(self.limits), len(block.nodes)
        for name, term in self.terms(weight, distance, other).items():
            for sums, values in ((self.node, term), (self.node_squares, term * term)):
                by_band = np.bincount(band * s + node, values, k * s).reshape(k, s)
                sums[name][:k, block.nodes] += np.cumsum(by_band, axis=0)

    def _pass(self, k: int, block: Block, node, passing, arc, flow) -> None:  # type: ignore[no-untyped-def]
        super()._pass(k, block, node, passing, arc, flow)
        self.through_squares[k, block.nodes] += np.bincount(node, passing * passing, len(block.nodes))
        on_arc = np.bincount(arc, flow * flow, len(block.cost))
        self.along_squares[k] += np.bincount(block.edge, on_arc, self.network.edges)

    def estimate(self, share: np.ndarray, factor: float, unit: str) -> Sampled:
        """Sums divided by the shares, and their standard errors."""
        p = share[:, None]
        for values in (*self.node.values(), self.through, self.along):
            values /= p
        spread = np.sqrt(1.0 - p) / p
        node_error = {name: np.sqrt(squares) * spread for name, squares in self.node_squares.items()}
        node_error["betweenness"] = np.sqrt(self.through_squares) * spread * factor
        edge_error = np.sqrt(self.along_squares) * spread * factor
        return Sampled(self.result(factor, unit), share, node_error, edge_error)
