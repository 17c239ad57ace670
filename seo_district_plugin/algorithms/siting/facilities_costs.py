"""What it costs to serve each demand from each site: straight lines, streets, or a table of costs."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .facilities_words import RADIUS_MODELS

if TYPE_CHECKING:
    from ...analysis.location.types import Costs
    from ...analysis.network.attach import Places
    from ..streets import Streets
    from .facilities_inputs import Side

FIELDS = {"ORIGIN_FIELD": "origin", "DESTINATION_FIELD": "destination", "COST_FIELD": "cost"}


@dataclass(frozen=True)
class CostMatrix:
    """Costs of the rows that take part.

    Attributes:
        costs: n demands x m sites (candidates, then existing ones).
        distance: (m, m) between the sites, for dispersion; else None.
        seconds: spent on them. streets: the network, where there is one.
        off_street: (n,) bool demands too far from every street.
    """

    costs: Costs
    distance: np.ndarray | None
    seconds: float
    streets: Streets | None
    off_street: np.ndarray


def cost_matrix(run: Run, demand: Side, candidates: Side, existing: Side | None) -> CostMatrix:
    """Costs by the parameter COST; rows of candidates and existing sites that lie too far from streets are left out."""
    from ...analysis.siting.matrices import check_size

    started = time.perf_counter()
    sites = sum(len(side.rows) for side in _sides(candidates, existing))
    between = run.choice("MODEL") == "dispersion"
    cutoff = run.number("CUTOFF") if run.given("CUTOFF") else np.inf
    covering = run.choice("MODEL") in RADIUS_MODELS
    if not between:
        check_size(len(demand.rows), sites, cutoff if covering else np.inf)
    elif sites:
        check_size(sites, sites)
    streets, off = None, np.zeros(int(demand.keep.sum()), dtype=bool)
    if run.choice("COST") == "table":
        costs, distance = _table(run, demand, candidates, existing, cutoff, between)
    elif run.choice("COST") == "network":
        streets, costs, distance, off = _network(run, demand, candidates, existing, cutoff, between)
    else:
        costs, distance = _straight(run, demand, candidates, existing, cutoff, between)
    return CostMatrix(costs, distance, time.perf_counter() - started, streets, off)


def _sides(candidates: Side, existing: Side | None) -> list[Side]:
    return [candidates] + ([existing] if existing is not None else [])


def _straight(run: Run, demand, candidates, existing, cutoff, between):  # type: ignore[no-untyped-def]
    from ...analysis.siting.matrices import straight_costs

    run.step(tr("Measuring distances"), 0.3)
    places = np.concatenate([side.places() for side in _sides(candidates, existing)])
    costs = straight_costs(demand.places(), places, cutoff, run.tick)
    distance = straight_costs(places, places, tick=run.tick).dense() if between else None
    return costs, distance


# ---------------------------------------------------------------------------------------------------- streets
def _network(run: Run, demand, candidates, existing, cutoff, between):  # type: ignore[no-untyped-def]
    from ...analysis.network.attach import attach_points
    from ...analysis.siting.matrices import network_costs
    from ..streets import read_streets

    run.step(tr("Making the network of the streets"), 0.15)
    streets = read_streets(run, "NETWORK", split=False)
    farthest = run.number("FARTHEST") if run.given("FARTHEST") else np.inf
    for side in _sides(candidates, existing):
        leave_out_far(run, streets, side, farthest)
    sites = np.concatenate([side.places() for side in _sides(candidates, existing)])
    run.step(tr("Measuring ways along the streets"), 0.3)
    from_places = attach_points(streets.network, demand.places(), farthest, tick=run.tick)
    to_places = attach_points(streets.network, sites, farthest, tick=run.tick)
    costs = network_costs(streets.network, from_places, to_places, cutoff, xy=(demand.places(), sites), tick=run.tick)
    distance = None
    if between:
        distance = network_costs(streets.network, to_places, to_places, xy=(sites, sites), tick=run.tick).dense()
    return streets, costs, distance, ~from_places.attached


def leave_out_far(run: Run, streets: Streets, side: Side, farthest: float) -> None:
    """Sites that no street comes near can be reached by nobody."""
    from ..streets import attach_rows

    if not np.isfinite(farthest):
        return
    rows = side.rows
    places: Places = attach_rows(run, streets, _Some(side, rows), side.title, farthest, xy=side.places())
    side.keep[rows[~places.attached]] = False


@dataclass(frozen=True)
class _Some:
    """Some rows of a side, as far as their feature ids are wanted."""

    side: Side
    rows: np.ndarray

    @property
    def fid(self) -> np.ndarray:
        return self.side.table.fid[self.rows]

    @property
    def xy(self) -> None:
        return None

    def __len__(self) -> int:
        return len(self.rows)


# ---------------------------------------------------------------------------------------------------- table
def table_field(run: Run, parameter: str) -> str:
    """The field of the cost table: the one chosen, else the one called as it is by default, in any case."""
    from ...layers.errors import LayerError

    if run.given(parameter):
        return run.field(parameter)
    given, wanted = run.inputs["COST_TABLE"], FIELDS[parameter]
    for name in given.field_names():
        if name.lower() == wanted:
            return name
    raise LayerError("field_missing", layer=given.title, field=wanted, available=", ".join(given.field_names()))


def _table(run: Run, demand, candidates, existing, cutoff, between):  # type: ignore[no-untyped-def]
    from ...analysis.errors import AnalysisError
    from ...analysis.siting.ids import plain_ids, table_costs

    run.step(tr("Reading the cost table"), 0.3)
    fields = {name: table_field(run, name) for name in FIELDS}
    table = run.read("COST_TABLE", list(fields.values()), "none")
    origin = plain_ids(table.texts(fields["ORIGIN_FIELD"]))
    destination = plain_ids(table.texts(fields["DESTINATION_FIELD"]))
    cost = table.numbers(fields["COST_FIELD"])
    sides = _sides(candidates, existing)
    known = [item for side in sides for item in side.ids[side.keep]]
    others = {item for side in sides for item in side.ids[~side.keep]} | set(ignored_ids(run))
    costs = table_costs(
        origin, destination, cost, list(demand.ids[demand.keep]), known,
        other_demand=[item for item in demand.ids[~demand.keep] if item is not None],
        other_sites=sorted(item for item in others - set(known) if item is not None),
    )  # fmt: skip
    missing = costs.rows * costs.columns - len(costs.value)
    if missing:
        run.info(
            tr("The cost table has no cost for {count:,} of {pairs:,} pairs: they count as not reachable.").format(
                count=missing, pairs=costs.rows * costs.columns
            )
        )
    if not between:
        return _cut(costs, cutoff), None
    place = {item: row for row, item in enumerate(demand.ids[demand.keep])}
    absent = [item for item in known if item not in place]
    if absent:
        raise AnalysisError("dispersion_needs_pairs", count=len(absent), first=absent[:5])
    from ...analysis.location.demand import rows_of
    from ...analysis.siting.matrices import between_sites

    return _cut(costs, cutoff), between_sites(rows_of(costs, np.array([place[item] for item in known])))


def _cut(costs: Costs, cutoff: float) -> Costs:
    from ...analysis.location.types import Costs as Pairs

    keep = costs.value <= cutoff
    if keep.all():
        return costs
    return Pairs.from_pairs(costs.demand()[keep], costs.site[keep], costs.value[keep], (costs.rows, costs.columns))


def ignored_ids(run: Run) -> list[str]:
    """Ids of existing sites that are given but ignored: the cost table may name them."""
    from .facilities_inputs import id_field

    if not run.given("EXISTING") or run.choice("EXISTING_MODE") != "ignore":
        return []
    from ...analysis.siting.ids import plain_ids

    given = run.inputs["EXISTING"]
    field = id_field(given, run.field("EXISTING_ID"))
    table = given.read([field], want="none", tick=run.tick)
    return [item for item in plain_ids(table.texts(field)) if item is not None]
