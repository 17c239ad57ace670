"""Reading demand and services, and what it costs to get from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run

if TYPE_CHECKING:
    from ...analysis.location.types import Costs
    from ...layers.table import Table
    from ..carry import Shape
    from ..streets import Streets

NAMED = 5


@dataclass
class Places:
    """The rows of a layer that take part.

    Attributes:
        parameter, title: of the layer. table: rows that were read. shape: their geometry.
        amount: (n,) people or capacity, NaN where there is none. keep: (n,) bool rows that take part.
    """

    parameter: str
    title: str
    table: Table
    shape: Shape
    amount: np.ndarray
    keep: np.ndarray

    @property
    def rows(self) -> np.ndarray:
        """Rows that take part."""
        return np.flatnonzero(self.keep)

    @property
    def xy(self) -> np.ndarray:
        """(k, 2) of the rows that take part."""
        return self.shape.centers[self.keep]

    def kept(self) -> np.ndarray:
        """(k,) amounts of the rows that take part."""
        return self.amount[self.keep]

    def wkb(self) -> list[bytes]:
        """(k,) shapes of the rows that take part."""
        return [self.shape.wkb[row] for row in self.rows.tolist()]


def read_places(run: Run, parameter: str, field_parameter: str, nothing: str, codes: tuple[str, str]) -> Places:
    """A layer with an amount per row: 1 each without a field; rows without a number are left out.

    Args:
        nothing: why a row without a number takes no part. codes: of the errors for amounts below 0 and all zero.

    Raises:
        AnalysisError: the two codes (layer, field, count, first).
        LayerError: of the reader.
    """
    from ...analysis.errors import AnalysisError
    from ..carry import geometry_of

    table = run.read(parameter, None, "any")
    title, field = run.inputs[parameter].title, run.field(field_parameter)
    amount = table.numbers(field).astype(np.float64) if field else np.ones(len(table))
    bad = np.flatnonzero((amount < 0) | np.isinf(amount))
    if len(bad):
        first = [f"#{table.fid[row]}: {amount[row]:g}" for row in bad[:NAMED].tolist()]
        raise AnalysisError(codes[0], layer=title, field=field, count=len(bad), first=first)
    keep = ~np.isnan(amount)
    for row in np.flatnonzero(~keep).tolist():
        run.reject(title, int(table.fid[row]), nothing, field)
    if not keep.all():
        run.warn(
            tr("{layer}: {count:,} of {rows:,} rows left out: {reason}.").format(
                layer=title, count=int((~keep).sum()), rows=len(keep), reason=nothing
            )
        )
    if len(keep) and not np.nansum(amount) > 0:
        raise AnalysisError(codes[1], layer=title, field=field, count=len(keep), first=[])
    return Places(parameter, title, table, geometry_of(table), amount, keep)


def tell_of_same_spots(run: Run, services: Places) -> int:
    """Services on one spot may be one service listed twice: they all count, and that is said."""
    xy = np.round(services.xy, 2)
    spots = len(np.unique(xy, axis=0)) if len(xy) else 0
    again = len(xy) - spots
    if again:
        run.warn(
            tr(
                "'{layer}': {count:,} services stand on the spot of another one. Each counts with its capacity; if "
                "they are listed twice, remove the duplicates first."
            ).format(layer=services.title, count=again)
        )
    return again


def reach_costs(run: Run, demand: Places, services: Places, radius: float) -> tuple[Costs, Streets | None]:
    """Meters from each demand to each service within the radius, over those that take part.

    Along streets, what lies too far from every street is left out, with the distance.
    """
    from ...analysis.siting.matrices import network_costs, straight_costs

    if run.choice("COST") == "straight":
        run.step(tr("Measuring distances"), 0.35)
        return straight_costs(demand.xy, services.xy, radius, run.tick), None
    from ...analysis.network.attach import attach_points
    from ..streets import attach_rows, read_streets

    run.step(tr("Making the network of the streets"), 0.25)
    streets = read_streets(run, "STREETS")
    farthest = run.number("FARTHEST")
    for side in (demand, services):
        rows = side.rows
        places = attach_rows(run, streets, _Rows(side.table.fid[rows]), side.title, farthest, xy=side.xy)
        side.keep[rows[~places.attached]] = False
    _some_left(demand, services, farthest)
    run.step(tr("Measuring ways along the streets"), 0.5)
    ends = [attach_points(streets.network, side.xy, farthest, tick=run.tick) for side in (demand, services)]
    costs = network_costs(streets.network, ends[0], ends[1], radius, xy=(demand.xy, services.xy), tick=run.tick)
    return costs, streets


@dataclass(frozen=True)
class _Rows:
    """Rows of a layer, as far as their feature ids are wanted."""

    fid: np.ndarray
    xy: None = None

    def __len__(self) -> int:
        return len(self.fid)


def _some_left(demand: Places, services: Places, farthest: float) -> None:
    from ...analysis.errors import AnalysisError

    for side in (demand, services):
        if not side.keep.any():
            raise AnalysisError("access_off_streets", layer=side.title, farthest=farthest, rows=len(side.keep))


def check_reach(run: Run, costs: Costs, demand: Places, services: Places, radius: float) -> np.ndarray:
    """(k,) straight distance from each demand to the nearest service that takes part.

    Raises:
        AnalysisError: ``access_nothing_in_reach`` (radius, nearest) when no demand reaches any service.
    """
    from scipy.spatial import cKDTree

    from ...analysis.errors import AnalysisError

    useful = services.xy[services.kept() > 0]
    straight = cKDTree(useful).query(demand.xy)[0]
    if not len(costs.value):
        raise AnalysisError("access_nothing_in_reach", radius=radius, nearest=float(straight.min()))
    return straight
