"""What a siting of care centers reads: people, candidates with their hard rules, and walks in minutes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..carry import geometry_of
from ..run import Run
from .carecentersites_reasons import reasons
from .carecentersites_words import people_field, people_word, rule_word
from .facilities_case import Case, opening_prices, read_zones, site_names, zone_groups
from .facilities_costs import CostMatrix
from .facilities_inputs import Side, amounts, outside_district, read_side, rows_where, same_place

if TYPE_CHECKING:
    from ...analysis.location.types import Costs
    from ...analysis.siting.care_need import Need
    from ...analysis.siting.care_rules import Ruled
    from ..streets import Streets

SPEED = {"children": 4.0, "elderly": 3.0}
"""Kilometers per hour, on the safe side: children of 6 to 12 walk at 1.1 m/s and more; 85 % of older pedestrians at
0.92 m/s and more (Fitzpatrick, Brewer & Turner 2006)."""


@dataclass
class Care:
    """The case and what only care centers have.

    Attributes:
        case: for the shared tables and report. need: the people.
        ruled: the hard rules over all candidate rows. limit: minutes. groups: group of each demand row, or None.
        minutes: costs from all demands to all sites, not cut at the limit.
    """

    case: Case
    need: Need
    ruled: Ruled
    limit: float
    minutes: Costs
    group_names: list[str] = field(default_factory=list)
    group: np.ndarray | None = None
    trunk: int = 0


def read_care(run: Run) -> Care:
    """Read the layers, apply the hard rules, measure the walks, put the rules together."""
    run.step(tr("Reading people and sites"), 0.1)
    need, demand, groups = _read_need(run)
    candidates = read_side(run, "CANDIDATES", None, False)
    existing = read_side(run, "EXISTING", None, False) if run.given("EXISTING") else None
    required, forbidden = rows_where(run, candidates, "REQUIRED"), rows_where(run, candidates, "FORBIDDEN")
    price = opening_prices(run, candidates)
    outside_district(run, candidates)
    if run.choice("GOAL") != "places":  # two rooms in one building may both be needed for their places
        same_place(run, candidates, np.where(required, -1.0, 0.0 if price is None else price))
    run.step(tr("Applying the rules to the candidates"), 0.2)
    ruled = _judge(run, candidates, forbidden)
    _leave_out(run, candidates, ruled)
    _check_left(candidates, required, ruled)
    matrix, trunk = _walks(run, demand, candidates, existing)
    _check_left(candidates, required, ruled)  # those far from every street are out by now
    return _care(run, need, demand, candidates, existing, matrix, ruled, required, price, groups, trunk)


# ---------------------------------------------------------------------------------------------------- people
def _read_need(run: Run) -> tuple[Need, Side, tuple[list[str], np.ndarray] | None]:
    from ...analysis.siting.care_need import CELLS, GROWTH, part, together

    preset = run.choice("PRESET")
    chosen = run.field("PEOPLE_FIELD") or people_field(run.inputs["DEMAND"].field_names(), preset)
    group = run.field("GROUP_FIELD")
    side = read_side(run, "DEMAND", [chosen, *([group] if group else [])], False)
    run.info(tr("{layer}: people from the field '{field}'.").format(layer=side.title, field=chosen))
    people = np.nan_to_num(_numbers(side.table, chosen))
    parts = [part(side.xy, people, CELLS)]
    ids = list(side.ids[parts[0].row])
    texts = [str(text or "-") for text in side.table.texts(group)[parts[0].row]] if group else []
    without = len(side) - len(parts[0])
    if without:
        run.info(tr("{layer}: {count:,} rows without people take no part.").format(layer=side.title, count=without))
    if run.given("GROWTH"):
        homes = run.field("GROWTH_FIELD") or people_field(run.inputs["GROWTH"].field_names(), preset, "GROWTH")
        table = run.read("GROWTH", [homes], "any")
        more = part(geometry_of(table).centers, run.number("PER_HOME") * np.nan_to_num(_numbers(table, homes)), GROWTH)
        parts.append(more)
        ids += [tr("new homes #{fid}").format(fid=fid) for fid in table.fid[more.row]]
        texts += [tr("new homes")] * len(more) if group else []
    need = together(parts, run.number("DEMAND_RATE"))
    demand = Side("DEMAND", side.title, side.table, side.field, np.array(ids, dtype=object), need.xy,
                  np.ones(len(need), dtype=bool))  # fmt: skip
    if not group:
        return need, demand, None
    names = sorted(set(texts))
    return need, demand, (names, np.array([names.index(text) for text in texts], dtype=np.int64))


def _numbers(table, name: str) -> np.ndarray:  # type: ignore[no-untyped-def]
    return np.asarray(table.numbers(name), dtype=np.float64)


# ---------------------------------------------------------------------------------------------------- hard rules
def _judge(run: Run, candidates: Side, forbidden: np.ndarray) -> Ruled:
    from ...analysis.siting.care_rules import above, below, judge, too_near

    breaches: dict[str, np.ndarray] = {}
    if run.given("AREA_FIELD"):
        breaches["area"] = below(candidates.table.numbers(run.field("AREA_FIELD")), run.number("MIN_AREA"))
    if run.given("FLOOR_FIELD"):
        breaches["floor"] = above(candidates.table.numbers(run.field("FLOOR_FIELD")), run.integer("MAX_FLOOR"))
    for number, source in enumerate(run.inputs.get("HAZARDS", [])):
        away = _distance(run, "HAZARDS", source, candidates.xy)
        breaches[f"hazard:{source.title}:{number}"] = away < run.number("HAZARD_DISTANCE")
    if run.given("HARMFUL"):
        source = run.inputs["HARMFUL"]
        if source.geometry == "point":
            places = run.read("HARMFUL", [], "point").xy
            breaches["harmful"] = too_near(candidates.xy, places, run.number("HARMFUL_DISTANCE"))
        else:
            away = _distance(run, "HARMFUL", source, candidates.xy)
            breaches["harmful"] = away < run.number("HARMFUL_DISTANCE")
    if forbidden.any():
        breaches["forbidden"] = forbidden
    return judge(breaches, len(candidates))


def _distance(run: Run, parameter: str, source, xy: np.ndarray) -> np.ndarray:  # type: ignore[no-untyped-def]
    """(m,) meters from each candidate to the nearest feature of a layer, 0 inside a polygon."""
    from ...layers.geometry import nearest_feature_distance
    from ...layers.wkb import point_wkb

    table = run.read(parameter, [], "any", source=source)
    if not len(table):
        return np.full(len(xy), np.inf)
    wkb = table.wkb if table.wkb is not None else np.array(point_wkb(table.xy), dtype=object)
    distance, _ = nearest_feature_distance(xy, wkb, tick=run.tick)
    return distance


def _leave_out(run: Run, candidates: Side, ruled: Ruled) -> None:
    """Candidates that break a rule take no part; each with the first rule that it breaks."""
    for rule in ruled.breaches:
        rows = np.flatnonzero(candidates.keep & (ruled.first == rule))
        candidates.keep[rows] = False
        word = rule_word(rule)
        for row in rows.tolist():
            run.reject(candidates.title, int(candidates.table.fid[row]), word)
        run.info(
            tr("{layer}: {count:,} candidates are out: {rule} ({alone:,} by this rule alone).").format(
                layer=candidates.title, count=len(rows), rule=word, alone=ruled.only_by(rule)
            )
        )


def _check_left(candidates: Side, required: np.ndarray, ruled: Ruled) -> None:
    """Somewhere to go, and every required candidate among them."""
    from ...analysis.errors import AnalysisError

    lost = np.flatnonzero(required & ~candidates.keep)
    if len(lost):
        raise AnalysisError("care_required_excluded", site=candidates.ids[lost[0]], rule=_why_out(ruled, int(lost[0])))
    if not candidates.keep.any():
        raise AnalysisError("care_no_candidate", layer=candidates.title, rows=len(candidates))


def _why_out(ruled: Ruled, row: int) -> str:
    if ruled.first[row]:
        return rule_word(str(ruled.first[row]))
    return tr("outside the district, at the same place, without a cost, or too far from every street")


# ---------------------------------------------------------------------------------------------------- walks
def _walks(run: Run, demand: Side, candidates: Side, existing: Side | None) -> tuple[CostMatrix, int]:
    """Minutes on foot, and how many street edges may not be crossed."""
    from ...analysis.siting.care import minutes
    from ...analysis.siting.matrices import check_size, straight_costs

    started = time.perf_counter()
    speed = run.number("WALK_SPEED") if run.given("WALK_SPEED") else SPEED[run.choice("PRESET")]
    sides = [candidates] + ([existing] if existing is not None else [])
    if not run.given("STREETS"):
        run.step(tr("Measuring distances"), 0.4)
        sites = np.concatenate([side.places() for side in sides])
        costs = minutes(straight_costs(demand.places(), sites, tick=run.tick), speed, run.number("DETOUR"))
        none = np.zeros(len(demand), dtype=bool)
        return CostMatrix(costs, None, time.perf_counter() - started, None, none), 0
    check_size(len(demand), sum(len(side.rows) for side in sides))
    streets, walked, trunk = _streets(run)
    costs, off = _along(run, walked, demand, sides)
    return CostMatrix(minutes(costs, speed), None, time.perf_counter() - started, streets, off), trunk


def _streets(run: Run) -> tuple[Streets, Streets, int]:
    """The streets as they are, and as they are walked: parted where trunk roads may not be crossed."""
    from ...analysis.network.barriers import part_by_barriers
    from ...layers.expressions import first_true_rule, split_rules
    from ..streets import read_streets

    run.step(tr("Making the network of the streets"), 0.3)
    streets = read_streets(run, "STREETS", None, split=False)
    rules = split_rules(run.text("TRUNK"))
    if not rules:
        return streets, streets, 0
    told = first_true_rule(rules, run.inputs["STREETS"], streets.table, run.tick)
    barrier = np.array([bool(rule) for rule in told])[streets.rows()]
    run.info(tr("{count:,} stretches of street may be walked along but not crossed.").format(count=int(barrier.sum())))
    return streets, replace(streets, network=part_by_barriers(streets.network, barrier)), int(barrier.sum())


def _along(run: Run, streets: Streets, demand: Side, sides: list[Side]) -> tuple[Costs, np.ndarray]:
    from ...analysis.network.attach import attach_points
    from ...analysis.siting.care import straight_over
    from ...analysis.siting.matrices import network_costs
    from .facilities_costs import leave_out_far

    run.step(tr("Measuring ways along the streets"), 0.4)
    farthest = run.number("FARTHEST")
    for side in sides:
        leave_out_far(run, streets, side, farthest)
    sites = np.concatenate([side.places() for side in sides])
    begin = attach_points(streets.network, demand.places(), farthest, tick=run.tick)
    end = attach_points(streets.network, sites, farthest, tick=run.tick)
    costs = network_costs(streets.network, begin, end, xy=(demand.places(), sites), tick=run.tick)
    off = [np.where(places.attached, places.distance, np.nan) for places in (begin, end)]
    return straight_over(costs, demand.places(), sites, *off), ~begin.attached


# ---------------------------------------------------------------------------------------------------- case
def _care(run, need, demand, candidates, existing, matrix, ruled, required, price, groups, trunk) -> Care:  # type: ignore[no-untyped-def]
    from ...analysis.location.types import SiteRules
    from ...analysis.siting.study import Study

    sides = [candidates] + ([existing] if existing is not None else [])
    standing = 0 if existing is None else len(existing.rows)
    new = len(candidates.rows)
    xy = np.concatenate([side.places() for side in sides])
    zones = read_zones(run, demand, xy, len(xy))
    none = np.zeros(standing, dtype=bool)
    prices = None if price is None else np.concatenate([price[candidates.keep], np.zeros(standing)])
    rules = SiteRules(
        existing=np.concatenate([np.zeros(new, dtype=bool), ~none]),
        required=np.concatenate([required[candidates.keep], none]),
        forbidden=np.zeros(new + standing, dtype=bool),
        groups=zone_groups(run, zones),
        price=prices,
        budget=run.number("BUDGET") if run.given("BUDGET") else np.inf,
    )
    study = Study(
        model="pmedian",
        costs=matrix.costs,
        weight=need.people,
        facilities=run.integer("FACILITIES"),
        rules=rules,
        radius=run.number("WALK_MINUTES"),
        capacity=_capacities(run, new, existing) if run.choice("GOAL") == "places" else None,
        split=True,
        time_limit=run.number("TIME_LIMIT"),
        seed=run.integer("SEED"),
    )
    ids = [str(item) for side in sides for item in side.ids[side.keep]]
    names = [name for side in sides for name in site_names(run, side)]
    case = Case(demand, candidates, existing, need.people, matrix, study, zones, ids, names, xy, prices, tr("min"))
    labels, group = groups if groups is not None else ([], None)
    care = Care(case, need, ruled, run.number("WALK_MINUTES"), matrix.costs, labels, group, trunk)
    who = people_word(run.choice("PRESET"))
    case.reason_of = lambda answer: reasons(care, answer, who)
    return care


def _capacities(run: Run, new: int, existing: Side | None) -> np.ndarray:
    """Places of each new center, and of each existing one by its field, else the same number."""
    capacity = np.full(new, run.number("CAPACITY"))
    if existing is None:
        return capacity
    known = np.full(len(existing.rows), np.nan)
    if run.given("CAPACITY_FIELD"):
        known = amounts(existing, run.field("CAPACITY_FIELD"), "capacity_negative")[existing.keep]
    return np.concatenate([capacity, np.where(np.isnan(known), run.number("CAPACITY"), known)])
