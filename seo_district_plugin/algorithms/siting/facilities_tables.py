"""The layers and tables of a facility location: sites, who goes where, who is left, curve, alternatives, prices."""

from __future__ import annotations

import dataclasses
import struct
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis, QgsVectorLayer

from ...layers.outputs import OutputField, OutputLayer
from ...layers.styling import CATEGORIES, Style, StyleClass, graduated_classes
from ...layers.wkb import point_wkb
from ...texts import tr
from ..carry import short_number, wkb_kind
from ..run import Run
from .facilities_case import Case
from .facilities_places import reasons
from .facilities_words import role_words, rule_word, unserved_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...analysis.siting.questions import Change
    from ...analysis.siting.study import Answer
    from .facilities_run import Told

ROLE_COLORS = {"new": CATEGORIES[5], "existing": CATEGORIES[0], "closed": CATEGORIES[7]}
LINE_CLASSES = 5
LINE_WIDTH = 0.8


def deliver(run: Run, case: Case, told: Told, places: dict[int, str]) -> None:
    """Hand over every layer and table that is wanted."""
    sites = sites_layer(run, case, told.answer, places)
    lines = _allocation(run, case, told.answer)
    if run.wanted("REPORT"):
        _picture(run, case, sites, lines)
    makers = {
        "SITES": lambda: sites,
        "ALLOCATION": lambda: lines,
        "UNSERVED": lambda: _unserved(run, case, told.answer),
        "CURVE": lambda: _curve(told),
        "ALTERNATIVES": lambda: _changes(case, told.alternatives),
        "RULE_PRICES": lambda: _prices(case, told.prices),
    }
    for name, make in makers.items():
        if run.wanted(name):
            run.deliver(name, make())
    if told.asked is not None and run.wanted("PLACES_OUT"):
        run.deliver("PLACES_OUT", told.asked.layer)


def _picture(run: Run, case: Case, sites: OutputLayer, lines: OutputLayer) -> None:
    """The report's map: sites over the borders of zones over the lines from the demand."""
    if sites.wkb is None or lines.wkb is None or not any(lines.wkb):
        return
    for name, made in [(tr("Sites"), sites), *zone_borders(run, case), (tr("Who goes where"), lines)]:
        run.pictures.append(picture_layer(run, name, made))


def zone_borders(run: Run, case: Case) -> list[tuple[str, OutputLayer]]:
    """The zones as lines for a map, where there are any."""
    if case.zones is None:
        return []
    shapes = case.zones.wkb
    style = Style(color="255,255,255,0", outline="#6b7680", outline_width=0.3)
    names = [OutputField("zone", "text", case.zones.names)]
    return [(tr("Zones"), OutputLayer(names, shapes, wkb_kind(shapes), run.crs, style))]


def picture_layer(run: Run, name: str, made: OutputLayer) -> QgsVectorLayer:
    """A layer for the report's map, styled as the output is."""
    from ...layers.outputs import memory_layer
    from ...layers.styling import apply_style

    layer = memory_layer(name, made)
    labels = {field.name: run.algorithm.page.field_label(field.name) for field in made.fields}
    apply_style(layer, dataclasses.replace(made.style or Style(), aliases=labels))
    return layer


def _reals(values: Sequence[float]) -> list[float | None]:
    return [float(value) if np.isfinite(value) else None for value in values]


# ---------------------------------------------------------------------------------------------------- sites
def roles(answer: Answer) -> dict[int, str]:
    """Column -> new, existing or closed; new sites by rank, then those that stand, then the closed ones."""
    rank = dict(zip(answer.chosen.tolist(), answer.serving.rank.tolist()))
    found = dict.fromkeys(sorted(answer.opened.tolist(), key=lambda column: rank[column]), "new")
    found.update((column, "existing") for column in answer.chosen.tolist() if column not in found)
    found.update((column, "closed") for column in answer.closed.tolist())
    return found


def sites_layer(run: Run, case: Case, answer: Answer, places: dict[int, str]) -> OutputLayer:
    """A row per open or closed site."""
    role, why, serving = roles(answer), reasons(case, answer), answer.serving
    position = {column: number for number, column in enumerate(answer.chosen.tolist())}
    columns = list(role)
    at = [position.get(column, -1) for column in columns]

    def figure(values: np.ndarray) -> list[float | None]:
        return _reals([values[number] if number >= 0 else np.nan for number in at])

    fields = [
        OutputField("site_id", "text", [case.ids[column] for column in columns]),
        OutputField("role", "text", [role[column] for column in columns]),
        OutputField("rank", "int", [int(serving.rank[number]) or None if number >= 0 else None for number in at]),
        OutputField("load", "real", [value or 0.0 for value in figure(serving.load)]),
        OutputField("mean_cost", "real", figure(serving.mean_cost)),
        OutputField("max_cost", "real", figure(serving.max_cost)),
        OutputField("gain", "real", figure(serving.gain)),
    ]
    if case.price is not None:
        fields.append(OutputField("open_cost", "real", _reals(case.price[columns])))
    if case.zones is not None:
        fields.append(OutputField("zone", "text", [_zone(case, column) for column in columns]))
    fields += [
        OutputField("place", "text", [places[column] for column in columns]),
        OutputField("reason", "text", [why[column] for column in columns]),
    ]
    if case.xy is None or not np.isfinite(case.xy[columns]).all():
        return OutputLayer(fields, style=Style())
    return OutputLayer(fields, point_wkb(case.xy[columns]), Qgis.WkbType.Point, run.crs, _site_style())


def _zone(case: Case, column: int) -> str | None:
    number = case.zones.site[column] if case.zones is not None else -1
    return case.zones.names[number] if number >= 0 else None


def _site_style() -> Style:
    words = role_words()
    classes = tuple(StyleClass(words[role], color, value=role) for role, color in ROLE_COLORS.items())
    return Style(
        kind="categorized",
        field="role",
        classes=classes,
        size=4.2,
        label='"rank"',
        display='"place"',
        map_tip='<b>[% "place" %]</b><br>[% "reason" %]',
        value_maps={"role": words},
    )


# ---------------------------------------------------------------------------------------------------- allocation
def _allocation(run: Run, case: Case, answer: Answer) -> OutputLayer:
    serving = answer.serving
    ids = case.demand_ids
    fields = [
        OutputField("demand_id", "text", [str(ids[row]) for row in serving.demand]),
        OutputField("site_id", "text", [case.ids[column] for column in serving.site]),
        OutputField("cost", "real", serving.cost.tolist()),
        OutputField("weight", "real", case.weight[serving.demand].tolist()),
        OutputField("share", "real", serving.share.tolist()),
    ]
    begin = case.demand.places()
    if begin is None or case.xy is None:
        return OutputLayer(fields, style=Style())
    lines = _lines(begin[serving.demand], case.xy[serving.site])
    return OutputLayer(fields, lines, Qgis.WkbType.LineString, run.crs, _line_style(serving.cost, case.unit))


def _lines(begin: np.ndarray, end: np.ndarray) -> list[bytes | None]:
    """Straight lines from demand to site; nothing where one of them lies nowhere."""
    both = np.column_stack([begin, end])
    known = np.isfinite(both).all(axis=1)
    head = struct.pack("<BII", 1, 2, 2)
    return [head + row.astype("<f8").tobytes() if fine else None for row, fine in zip(both, known)]


def _line_style(cost: np.ndarray, unit: str) -> Style:
    """Costs in classes of about equal numbers of lines, darker for more."""
    breaks = np.unique(np.quantile(cost, np.linspace(0, 1, LINE_CLASSES + 1))) if len(cost) else np.empty(0)
    if len(breaks) < 2:
        return Style(color="#7a8794", size=LINE_WIDTH)
    ends = [short_number(value) for value in breaks]
    labels = [
        tr("{low} to {high}").format(low=low, high=high) + (f" {unit}" if unit else "")
        for low, high in zip(ends, ends[1:])
    ]
    classes = graduated_classes(breaks.tolist(), labels)
    return Style(kind="graduated", field="cost", classes=classes, size=LINE_WIDTH)


def _unserved(run: Run, case: Case, answer: Answer) -> OutputLayer:
    rows = answer.unserved
    reason = [
        unserved_word("off_street" if case.matrix.off_street[row] else str(why))
        for row, why in zip(rows, answer.reason)
    ]
    fields = [
        OutputField("demand_id", "text", [str(case.demand_ids[row]) for row in rows]),
        OutputField("weight", "real", case.weight[rows].tolist()),
        OutputField("reason", "text", reason),
    ]
    xy = case.demand.places()
    if xy is None or not np.isfinite(xy[rows]).all():
        return OutputLayer(fields, style=Style())
    style = Style(color=CATEGORIES[5], size=2.4, map_tip='[% "reason" %]')
    return OutputLayer(fields, point_wkb(xy[rows]), Qgis.WkbType.Point, run.crs, style)


# ---------------------------------------------------------------------------------------------------- tables
def _curve(told: Told) -> OutputLayer:
    points = [(point, point.solution) for point in told.curve if point.solution is not None]
    return OutputLayer(
        [
            OutputField("facilities", "int", [point.p for point, _ in points]),
            OutputField("objective", "real", [found.objective for _, found in points]),
            OutputField("bound", "real", _reals([found.bound for _, found in points])),
            OutputField("gap", "real", _reals([found.gap for _, found in points])),
            OutputField("proven", "int", [int(found.proven) for _, found in points]),
            OutputField("gain", "real", _reals([point.gain for point, _ in points])),
        ],
        style=Style(),
    )


def _ids(case: Case, columns: np.ndarray) -> str | None:
    return ", ".join(case.ids[column] for column in columns) or None


def _changes(case: Case, changes: list[Change]) -> OutputLayer:
    return OutputLayer(
        [
            OutputField("alternative", "int", list(range(1, len(changes) + 1))),
            OutputField("objective", "real", _reals([change.objective for change in changes])),
            OutputField("bound", "real", _reals([change.bound for change in changes])),
            OutputField("proven", "int", [int(change.proven) for change in changes]),
            OutputField("loss", "real", _reals([change.loss for change in changes])),
            OutputField("removed", "text", [_ids(case, change.removed) for change in changes]),
            OutputField("added", "text", [_ids(case, change.added) for change in changes]),
        ],
        style=Style(),
    )


def _prices(case: Case, changes: list[Change]) -> OutputLayer:
    return OutputLayer(
        [
            OutputField("rule", "text", [rule_word(change.what) for change in changes]),
            OutputField("price", "real", _reals([0.0 - change.loss for change in changes])),
            OutputField("objective", "real", _reals([change.objective for change in changes])),
            OutputField("proven", "int", [int(change.proven) for change in changes]),
            OutputField("removed", "text", [_ids(case, change.removed) for change in changes]),
            OutputField("added", "text", [_ids(case, change.added) for change in changes]),
        ],
        style=Style(),
    )
