"""A facility location as it is read from layers: the sides, their zones, the rules, and the study made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..naming import name_field
from ..run import Run
from .facilities_costs import CostMatrix, cost_matrix
from .facilities_inputs import Side, amounts, demand_weights, outside_district, read_side, rows_where, same_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...analysis.location.types import Group, SiteRules
    from ...analysis.siting.study import Answer, Study


@dataclass
class Zones:
    """Zones and which of them holds each site and each demand, -1 for none."""

    names: list[str]
    wkb: list[bytes]
    site: np.ndarray
    demand: np.ndarray


@dataclass
class Case:
    """Everything about a run that tables and report need.

    Attributes:
        demand, candidates, existing: the layers. weight: (n,) of the demand rows that take part.
        matrix: costs. study: what is asked. zones: None where no layer of zones is given.
        ids, names: (m,) of the sites: candidates that take part, then existing ones.
        xy: (m, 2) or None. price: (m,) or None.
        unit: of costs, ``m`` or nothing for a table of costs.
        reason_of: says why each site is chosen in words of its own; None for those of facility location.
    """

    demand: Side
    candidates: Side
    existing: Side | None
    weight: np.ndarray
    matrix: CostMatrix
    study: Study
    zones: Zones | None
    ids: list[str]
    names: list[str]
    xy: np.ndarray | None
    price: np.ndarray | None
    unit: str
    reason_of: Callable[[Answer], dict[int, str]] | None = None

    @property
    def demand_ids(self) -> np.ndarray:
        return self.demand.ids[self.demand.keep]

    def site_row(self, column: int) -> tuple[Side, int]:
        """The layer and the row that a site comes from."""
        rows = self.candidates.rows
        if column < len(rows) or self.existing is None:
            return self.candidates, int(rows[column])
        return self.existing, int(self.existing.rows[column - len(rows)])


def read_case(run: Run) -> Case:
    """Read the layers, leave out what cannot take part, measure the costs and put the rules together."""
    from ...analysis.errors import AnalysisError

    by_table = run.choice("COST") == "table"
    run.step(tr("Reading demand and sites"), 0.1)
    demand = read_side(run, "DEMAND", run.fields("DEMAND_WEIGHT"), by_table)
    demand_weights_all = demand_weights(run, demand)
    candidates = read_side(run, "CANDIDATES", None, by_table)
    existing = None
    if run.given("EXISTING") and run.choice("EXISTING_MODE") != "ignore":
        existing = read_side(run, "EXISTING", None, by_table)
    required, forbidden = rows_where(run, candidates, "REQUIRED"), rows_where(run, candidates, "FORBIDDEN")
    both = np.flatnonzero(required & forbidden)
    if len(both):
        raise AnalysisError("site_required_and_forbidden", column=candidates.ids[both[0]])
    price, capacity = opening_prices(run, candidates), _capacities(run, candidates)
    _leave_out(run, candidates, existing, required, price)
    if not candidates.keep.any() and existing is None:
        raise AnalysisError("no_candidate_left", layer=candidates.title, rows=len(candidates))
    matrix = cost_matrix(run, demand, candidates, existing)
    sides = [candidates] + ([existing] if existing is not None else [])
    xy = None if any(side.xy is None for side in sides) else np.concatenate([side.places() for side in sides])
    zones = read_zones(run, demand, xy, matrix.costs.columns)
    standing = 0 if existing is None else len(existing.rows)
    rules = _rules(run, candidates, standing, required, forbidden, price, zones)
    rooms = None
    if run.choice("MODEL") == "capacitated":
        rooms = np.concatenate([capacity[candidates.keep], _existing_capacities(run, existing)])
    ids = [str(item) for side in sides for item in side.ids[side.keep]]
    names = [name for side in sides for name in site_names(run, side)]
    study = _study(run, matrix, demand_weights_all[demand.keep], rules, rooms)
    all_prices = None if price is None else np.concatenate([price[candidates.keep], np.zeros(standing)])
    return Case(demand, candidates, existing, demand_weights_all[demand.keep], matrix, study, zones, ids, names, xy,
                all_prices, "" if by_table else "m")  # fmt: skip


def _leave_out(run: Run, candidates: Side, existing: Side | None, required: np.ndarray, price) -> None:  # type: ignore[no-untyped-def]
    """Candidates outside the district, those that stand already, those on one spot with another."""
    outside_district(run, candidates)
    if run.choice("COST") == "table":
        if existing is not None:
            standing = set(existing.ids)
            again = [row for row, item in enumerate(candidates.ids) if item in standing]
            candidates.reject(run, np.array(again, dtype=np.int64), "is_existing")
    elif run.choice("MODEL") != "capacitated":  # two rooms in one building may both be needed for their capacity
        cost = np.zeros(len(candidates)) if price is None else price
        same_place(run, candidates, np.where(required, -1.0, cost))


def opening_prices(run: Run, candidates: Side) -> np.ndarray | None:
    """Cost of opening each candidate; those without one are left out where a budget needs it."""
    if not run.given("CANDIDATE_COST"):
        return None
    price = amounts(candidates, run.field("CANDIDATE_COST"), "price_negative")
    if run.given("BUDGET"):
        candidates.reject(run, np.flatnonzero(np.isnan(price)), "no_price")
    return np.nan_to_num(price)


def _capacities(run: Run, candidates: Side) -> np.ndarray:
    if run.choice("MODEL") != "capacitated":
        return np.zeros(len(candidates))
    if not run.given("CAPACITY_FIELD"):
        return np.full(len(candidates), run.number("CAPACITY"))
    capacity = amounts(candidates, run.field("CAPACITY_FIELD"), "capacity_negative")
    if run.given("CAPACITY"):
        capacity = np.where(np.isnan(capacity), run.number("CAPACITY"), capacity)
    candidates.reject(run, np.flatnonzero(np.isnan(capacity)), "no_capacity")
    return np.nan_to_num(capacity)


def _existing_capacities(run: Run, existing: Side | None) -> np.ndarray:
    """Of existing sites: the field of the same name where they have it, else the number.

    Raises:
        AnalysisError: ``existing_capacity_missing`` (layer, field, count).
    """
    from ...analysis.errors import AnalysisError

    if existing is None:
        return np.empty(0)
    field_name = run.field("CAPACITY_FIELD")
    capacity = np.full(len(existing), np.nan)
    if field_name and field_name in existing.table.frame.columns:
        capacity = amounts(existing, field_name, "capacity_negative")
    if run.given("CAPACITY"):
        capacity = np.where(np.isnan(capacity), run.number("CAPACITY"), capacity)
    capacity = capacity[existing.keep]
    missing = int(np.isnan(capacity).sum())
    if missing:
        raise AnalysisError("existing_capacity_missing", layer=existing.title, field=field_name, count=missing)
    return capacity


def _rules(run: Run, candidates: Side, standing: int, required, forbidden, price, zones) -> SiteRules:  # type: ignore[no-untyped-def]
    from ...analysis.location.types import SiteRules

    none = np.zeros(standing, dtype=bool)
    new = int(candidates.keep.sum())
    limit = 0
    if standing and run.choice("EXISTING_MODE") == "closable":
        limit = run.integer("CLOSE_LIMIT") if run.given("CLOSE_LIMIT") else standing
    return SiteRules(
        existing=np.concatenate([np.zeros(new, dtype=bool), ~none]),
        required=np.concatenate([required[candidates.keep], none]),
        forbidden=np.concatenate([forbidden[candidates.keep], none]),
        close_limit=min(limit, standing),
        groups=zone_groups(run, zones),
        price=None if price is None else np.concatenate([price[candidates.keep], np.zeros(standing)]),
        budget=run.number("BUDGET") if run.given("BUDGET") else np.inf,
    )


def zone_groups(run: Run, zones: Zones | None) -> list[Group]:
    """Limits of open sites per zone."""
    from ...analysis.errors import AnalysisError
    from ...analysis.location.types import Group

    if zones is None or not (run.given("MIN_PER_ZONE") or run.given("MAX_PER_ZONE")):
        return []
    low = run.integer("MIN_PER_ZONE") if run.given("MIN_PER_ZONE") else 0
    groups = []
    for number, name in enumerate(zones.names):
        members = np.flatnonzero(zones.site == number)
        if len(members) < low:
            raise AnalysisError("group_too_few_sites", group=name, low=low, available=len(members))
        high = run.integer("MAX_PER_ZONE") if run.given("MAX_PER_ZONE") else len(members)
        if len(members):
            groups.append(Group(name, members, low, high))
    return groups


def read_zones(run: Run, demand: Side, xy: np.ndarray | None, sites: int) -> Zones | None:
    if not run.given("ZONES"):
        return None
    from ...analysis.errors import AnalysisError
    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.shapes import Polygons

    field_name = run.field("ZONE_NAME_FIELD") or name_field(run.inputs["ZONES"])
    table = run.read("ZONES", [field_name] if field_name else [], "polygon")
    texts = table.texts(field_name) if field_name else [None] * len(table)
    names = [str(text or f"#{fid}") for text, fid in zip(texts, table.fid)]
    polygons = Polygons.from_wkb(list(table.wkb))
    limited = run.given("MIN_PER_ZONE") or run.given("MAX_PER_ZONE")
    if xy is None and limited:
        raise AnalysisError("zones_need_places")

    def zone_of(places: np.ndarray | None, count: int) -> np.ndarray:
        found = np.full(count, -1, dtype=np.int64)
        if places is not None:
            zone, point = points_in_polygons(places, polygons, tick=run.tick)
            found[point[::-1]] = zone[::-1]  # of overlapping zones the first
        return found

    zones = Zones(names, list(table.wkb), zone_of(xy, sites), zone_of(demand.places(), int(demand.keep.sum())))
    without = int((zones.site < 0).sum())
    if limited and without:
        run.warn(tr("{count:,} sites lie in no zone: the limits per zone say nothing of them.").format(count=without))
    return zones


def site_names(run: Run, side: Side) -> list[str]:
    """What people call the sites that take part: a field like a name, else the id."""
    found = name_field(run.inputs[side.parameter])
    texts = side.table.texts(found) if found and found != side.field else side.ids
    return [str(text or item) for text, item in zip(texts[side.keep], side.ids[side.keep])]


def _study(run: Run, matrix: CostMatrix, weight: np.ndarray, rules: SiteRules, rooms: np.ndarray | None) -> Study:
    from ...analysis.siting.study import Study

    return Study(
        model=run.choice("MODEL"),
        costs=matrix.costs,
        weight=weight,
        facilities=run.integer("FACILITIES"),
        rules=rules,
        radius=run.number("RADIUS") if run.given("RADIUS") else np.nan,
        capacity=rooms,
        split=run.flag("SPLIT"),
        distance=matrix.distance,
        time_limit=run.number("TIME_LIMIT"),
        seed=run.integer("SEED"),
    )
