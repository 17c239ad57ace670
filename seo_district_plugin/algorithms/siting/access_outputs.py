"""Layers of the accessibility analysis: scored places, underserved areas, zones, services."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis

from ...layers.destinations import OutputField, OutputLayer
from ...layers.styling import NOTHING, Style, StyleClass, graduated_classes
from ...texts import tr
from ..carry import carried_fields, geometry_of
from ..naming import name_field, place_names
from ..run import Run
from .access_words import grade_words, reason_of_area, reasons

if TYPE_CHECKING:
    from .access_inputs import Places
    from .access_run import Case

GRADES = ("none", "low", "below", "above", "high")
COLORS = ("#8c2d04", "#d95f0e", "#fec44f", "#74c2b0", "#1b7a6d")
OWN = ("score", "relative", "rank", "percentile", "class", "reach", "nearest", "demand", "place", "reason")
SERVICE_OWN = ("supply", "load", "ratio", "catchment", "used")
ZONE_OWN = ("places", "demand", "mean_score", "relative", "low_demand", "low_share", "none_demand")
SHARES = (0.0, 0.1, 0.25, 0.5, 0.75, 1.0)


@dataclass
class Area:
    """One underserved area: its rows (among those that take part), its name, and why it is one."""

    rows: np.ndarray
    people: float
    none: float
    place: str
    reason: str


@dataclass
class Told:
    """What the report needs beside the case.

    Attributes:
        places, reasons: (k,) texts per demand. areas: the largest first.
        zones: name, places, people, mean, relative, low, none of each zone; empty without zones.
        service_names: (m,) of the services that take part.
    """

    places: list[str]
    reasons: list[str]
    service_names: list[str]
    areas: list[Area] = field(default_factory=list)
    zones: list[tuple[str, int, float, float, float, float, float]] = field(default_factory=list)


def deliver(run: Run, case: Case) -> Told:
    """Hand over every layer; texts and summaries come back for the report."""
    run.step(tr("Naming the places"), 0.8)
    rows = case.demand.rows
    places = place_names(run, case.demand.xy, _Fids(case.demand.table.fid[rows]))  # type: ignore[arg-type]
    names = service_names(run, case.services)
    told = Told(places, reasons(case, names), names)
    _deliver_places(run, case, told)
    run.step(tr("Outlining underserved areas"), 0.9)
    _deliver_areas(run, case, told)
    _deliver_zones(run, case, told)
    _deliver_services(run, case)
    return told


@dataclass(frozen=True)
class _Fids:
    fid: np.ndarray


def service_names(run: Run, services: Places) -> list[str]:
    """What the services are called, else their number."""
    chosen = name_field(run.inputs["SERVICES"])
    texts = services.table.texts(chosen) if chosen else [None] * len(services.table)
    return [texts[row] or f"#{services.table.fid[row]}" for row in services.rows.tolist()]


def _carried(run: Run, side: Places, own: tuple[str, ...]) -> list[OutputField]:
    """The input's fields, of the rows that take part."""
    fields = carried_fields(run, run.inputs[side.parameter], side.table, own)
    rows = side.rows.tolist()
    return [OutputField(one.name, one.kind, [one.values[row] for row in rows], one.alias) for one in fields]


def _finite(values: np.ndarray) -> list:
    return [value if np.isfinite(value) else None for value in values.tolist()]


def _deliver_places(run: Run, case: Case, told: Told) -> None:
    access, judged = case.access, case.judged
    fields = [
        *_carried(run, case.demand, OWN),
        OutputField("score", "real", _finite(access.score)),
        OutputField("relative", "real", _finite(judged.relative)),
        OutputField("rank", "int", judged.rank.tolist()),
        OutputField("percentile", "real", judged.percentile.tolist()),
        OutputField("class", "text", [GRADES[grade] for grade in judged.grade.tolist()]),
        OutputField("reach", "int", access.reach.tolist()),
        OutputField("nearest", "real", _finite(access.nearest)),
        OutputField("demand", "real", case.people.tolist()),
        OutputField("place", "text", told.places),
        OutputField("reason", "text", told.reasons),
    ]
    words = grade_words(run.number("LOW_SHARE"))
    style = Style(
        kind="categorized",
        field="class",
        classes=tuple(StyleClass(words[g], c, value=g) for g, c in zip(reversed(GRADES), reversed(COLORS))),
        outline_width=0.0,
        size=1.6,
        display='"place"',
        map_tip='<b>[% "place" %]</b><br>[% "reason" %]',
        value_maps={"class": words},
    )
    shape = case.demand.shape
    run.deliver("OUTPUT", OutputLayer(fields, case.demand.wkb(), shape.wkb_type, case.demand.table.crs, style))


# ---------------------------------------------------------------------------------------------------- areas
def _deliver_areas(run: Run, case: Case, told: Told) -> None:
    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.shapes import Polygons
    from ...layers.outlines import outlines

    low = np.flatnonzero(case.judged.underserved & (case.people > 0))
    shapes: list[bytes] = []
    if len(low):
        width = run.number("OUTLINE")
        wkb = case.demand.wkb()
        points = case.demand.shape.polygons is None
        # Points get some ground around them; polygons have their own and keep it.
        shrink = width / 2 if points else width - 0.01
        shapes = list(outlines([wkb[row] for row in low.tolist()], width, shrink, run.tick))
    held: list[list[int]] = [[] for _ in shapes]
    if shapes:
        polygons = Polygons.from_wkb(shapes)
        for area, point in zip(*points_in_polygons(case.demand.xy[low], polygons, tick=run.tick)):
            held[area].append(int(low[point]))
    found = [(area, np.array(rows, dtype=np.int64)) for area, rows in enumerate(held) if rows]
    found.sort(key=lambda item: (-case.people[item[1]].sum(), item[0]))
    sizes = Polygons.from_wkb([shapes[area] for area, _ in found]).areas() if found else np.empty(0)
    for _, rows in found:
        told.areas.append(_area(case, told, rows))
    run.figure("AREAS", len(found))
    mean = [_mean(case, area.rows) for area in told.areas]
    fields = [
        OutputField("rank", "int", list(range(1, len(found) + 1))),
        OutputField("demand", "real", [area.people for area in told.areas]),
        OutputField("none_demand", "real", [area.none for area in told.areas]),
        OutputField("places", "int", [len(area.rows) for area in told.areas]),
        OutputField("mean_score", "real", mean),
        OutputField("area_m2", "real", sizes.tolist()),
        OutputField("place", "text", [area.place for area in told.areas]),
        OutputField("reason", "text", [area.reason for area in told.areas]),
    ]
    style = Style(
        color="#d95f0e", outline="#8c2d04", outline_width=0.5, opacity=0.35, display='"place"',
        label='CASE WHEN "rank" <= 20 THEN "rank" END',
        map_tip='<b>[% "place" %]</b><br>[% "reason" %]',
    )  # fmt: skip
    wkb_out = [shapes[area] for area, _ in found]
    run.deliver("UNDERSERVED", OutputLayer(fields, wkb_out, Qgis.WkbType.Polygon, run.crs, style))


def _area(case: Case, told: Told, rows: np.ndarray) -> Area:
    from ...analysis.access.groups import NONE

    people = case.people[rows]
    none = float(people[case.judged.grade[rows] == NONE].sum())
    middle = case.demand.xy[rows].mean(axis=0)
    nearest = int(rows[np.argmin(((case.demand.xy[rows] - middle) ** 2).sum(axis=1))])
    return Area(rows, float(people.sum()), none, told.places[nearest], reason_of_area(case, rows, none))


def _mean(case: Case, rows: np.ndarray) -> float | None:
    score, people = case.access.score[rows], case.people[rows]
    use = np.isfinite(score) & (people > 0)
    return float((score[use] * people[use]).sum() / people[use].sum()) if use.any() else None


# ---------------------------------------------------------------------------------------------------- zones
def _deliver_zones(run: Run, case: Case, told: Told) -> None:
    if not run.given("ZONES"):
        if run.wanted("ZONES_OUT"):
            run.warn(tr("There is no summary by zone, because no zones were given."))
        return
    from ...analysis.access.groups import by_zone
    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.shapes import Polygons

    table = run.read("ZONES", None, "polygon")
    zone = np.full(len(case.people), -1)
    for at, point in zip(*points_in_polygons(case.demand.xy, Polygons.from_wkb(list(table.wkb)), tick=run.tick)):
        zone[point] = at if zone[point] < 0 else zone[point]
    outside = int((zone < 0).sum())
    if outside:
        run.warn(
            tr("{count:,} demand places lie in no zone; they have a score but count in no row of the zones.").format(
                count=outside
            )
        )
    found = by_zone(case.access, case.judged, case.people, zone, len(table))
    share = np.divide(found.low, found.people, out=np.full(len(table), np.nan), where=found.people > 0)
    mean = case.judged.mean
    level = found.mean / mean if mean > 0 else found.mean
    if case.access.lower_is_better:
        level = np.divide(mean, found.mean, out=np.full(len(table), np.nan), where=found.mean > 0)
    chosen = run.field("ZONE_NAME_FIELD") if run.given("ZONE_NAME_FIELD") else name_field(run.inputs["ZONES"])
    names = table.texts(chosen) if chosen else [None] * len(table)
    told.zones = [
        (
            names[row] or f"#{table.fid[row]}",
            *(float(values[row]) for values in (found.rows, found.people, found.mean, level, found.low, found.none)),
        )
        for row in range(len(table))
    ]
    shape = geometry_of(table)
    fields = [
        *carried_fields(run, run.inputs["ZONES"], table, ZONE_OWN),
        OutputField("places", "int", found.rows.tolist()),
        OutputField("demand", "real", found.people.tolist()),
        OutputField("mean_score", "real", _finite(found.mean)),
        OutputField("relative", "real", _finite(level)),
        OutputField("low_demand", "real", found.low.tolist()),
        OutputField("low_share", "real", _finite(share)),
        OutputField("none_demand", "real", found.none.tolist()),
    ]
    labels = [f"{low:.0%} – {high:.0%}" for low, high in zip(SHARES, SHARES[1:])]
    colors = ("#f7f4ee", "#fee391", "#fec44f", "#d95f0e", "#8c2d04")
    classes = tuple(
        StyleClass(label, color, low=one.low, high=one.high)
        for label, color, one in zip(labels, colors, graduated_classes(list(SHARES), labels))
    )
    style = Style(
        "graduated", "low_share", classes, outline="#777777", outline_width=0.2,
        label=f'"{chosen}"' if chosen else "", display=f'"{chosen}"' if chosen else "",
    )  # fmt: skip
    run.deliver("ZONES_OUT", OutputLayer(fields, shape.wkb, shape.wkb_type, table.crs, style))


# ---------------------------------------------------------------------------------------------------- services
def _deliver_services(run: Run, case: Case) -> None:
    side, access = case.services, case.access
    capacity = side.kept()
    fields = [
        *_carried(run, side, SERVICE_OWN),
        OutputField("supply", "real", capacity.tolist()),
        OutputField("load", "real", access.load.tolist()),
        OutputField("ratio", "real", [r if load > 0 else None for r, load in zip(access.ratio.tolist(), access.load)]),
        OutputField("catchment", "real", access.catchment.tolist()),
        OutputField("used", "bool", (access.catchment > 0).tolist()),
    ]
    with_people = access.ratio[access.load > 0]
    breaks = np.unique(np.quantile(with_people, [0, 0.2, 0.4, 0.6, 0.8, 1])) if len(with_people) else np.zeros(0)
    style = Style(color="#3b6ea5", size=3.0)
    if len(breaks) > 1:
        labels = [f"{low:.3g} – {high:.3g}" for low, high in zip(breaks, breaks[1:])]
        nobody = StyleClass(tr("nobody in reach"), NOTHING, low=-1.0, high=-0.5)
        style = Style("graduated", "ratio", (*graduated_classes(breaks.tolist(), labels), nobody), size=3.0)
    run.deliver("SERVICES_OUT", OutputLayer(fields, side.wkb(), side.shape.wkb_type, side.table.crs, style))
