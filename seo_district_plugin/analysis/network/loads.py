"""Weights that lie along streets (people, floor area) brought to crossings or to whole streets, totals kept."""

from __future__ import annotations

import numpy as np

from .attach import Places
from .types import Network


def node_loads(network: Network, places: Places, weight: np.ndarray) -> np.ndarray:
    """(n,) weights of the crossings: each place is shared by the two ends of its street, the nearer one getting more.

    At a quarter of the way the near end gets three quarters. So the mean way from a place to its crossings is kept
    (W. Hillsman and R. Rhoda (1978) call what is lost otherwise source A aggregation error).

    Args:
        places: k places; weight: (k,) finite, >= 0. Places that are not attached count nothing.
    """
    used = np.flatnonzero(places.attached)
    edge = places.edge[used]
    share = places.measure[used] / network.length[edge]
    load = np.asarray(weight, dtype=np.float64)[used]
    total = np.bincount(network.start[edge], load * (1.0 - share), minlength=network.nodes)
    return total + np.bincount(network.end[edge], load * share, minlength=network.nodes)


def edge_loads(network: Network, places: Places, weight: np.ndarray) -> np.ndarray:
    """(m,) weights of the streets: what lies on each."""
    used = np.flatnonzero(places.attached)
    return np.bincount(places.edge[used], np.asarray(weight, dtype=np.float64)[used], minlength=network.edges)
