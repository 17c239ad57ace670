"""Weights of origins and destinations, from layers of points or polygons to crossings and streets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..streets import Streets, attach_rows

if TYPE_CHECKING:
    from ...analysis.network.types import Network
    from ..run import Run


@dataclass(frozen=True)
class Weights:
    """What lies along the streets.

    Attributes:
        title: of the layer. rows, used: number of rows read and used. total: sum of the weights used.
        node: (n,) weight of each crossing; edge: (m,) of each street.
    """

    title: str
    rows: int
    used: int
    total: float
    node: np.ndarray
    edge: np.ndarray


def read_weights(
    run: Run, streets: Streets, network: Network, layer: str, field: str, farthest: float
) -> Weights | None:
    """The weights of one layer; None where it is not given. Rows that cannot be used are noted for REJECTED."""
    from ...analysis.errors import AnalysisError
    from ...analysis.network.loads import edge_loads, node_loads
    from ..carry import geometry_of

    if not run.given(layer):
        return None
    name = run.field(field)
    table = run.read(layer, [name] if name else [], "any")
    title = run.inputs[layer].title
    weight = table.numbers(name) if name else np.ones(len(table))
    sound = np.isfinite(weight) & (weight >= 0)
    for at in np.flatnonzero(~sound).tolist():
        reason = tr("negative weight") if weight[at] < 0 else tr("no weight")
        run.reject(title, int(table.fid[at]), reason)
    places = attach_rows(run, streets, table, title, farthest, xy=geometry_of(table).centers, network=network)
    used = places.attached & sound
    weight = np.where(used, weight, 0.0)
    if not weight.any():
        raise AnalysisError("no_weight_on_streets", layer=title, rows=len(table))
    if (~sound).any():
        run.warn(
            tr("{layer}: {count:,} of {rows:,} rows have no weight, or one below 0, and were left out.").format(
                layer=title, count=int((~sound).sum()), rows=len(table)
            )
        )
    return Weights(
        title,
        len(table),
        int(used.sum()),
        float(weight.sum()),
        node_loads(network, places, weight),
        edge_loads(network, places, weight),
    )
