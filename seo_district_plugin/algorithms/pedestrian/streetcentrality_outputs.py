"""Segments, crossings and connected parts as layers, styled."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis

from ...layers.destinations import OutputField, OutputLayer
from ...layers.styling import NOTHING, Style, StyleClass
from ...layers.wkb import line_wkb, multiline_wkb, point_wkb
from ...texts import tr
from ..carry import carried_fields, short_number
from ..streets import Streets
from .streetcentrality_words import CUT, ERROR, PREFIXES, field_name, middle

if TYPE_CHECKING:
    from ...analysis.network.centrality import Centrality
    from ..run import Run
    from .streetcentrality import Computed

SHARES = (0.0, 0.5, 0.75, 0.9, 0.97, 1.0)
"""Limits of the classes as shares of the segments: the few busy streets stand out, as is usual for centralities."""
COLORS = ("#7a9cc6", "#8fc1a9", "#f2c14e", "#e8702a", "#a50f15")
WIDTHS = (0.6, 0.9, 1.4, 2.2, 3.2)
OWN = ("street", "part", "len_m", "src_fid", "src_from", "src_to")


def deliver(run: Run, streets: Streets, found: Computed) -> None:
    """Hand over OUTPUT, NODES and COMPONENTS."""
    run.deliver("OUTPUT", _segments(run, streets, found))
    if run.wanted("NODES"):
        run.deliver("NODES", _nodes(run, streets, found))
    if run.wanted("COMPONENTS"):
        run.deliver("COMPONENTS", _components(streets))


def _segments(run: Run, streets: Streets, found: Computed) -> OutputLayer:
    """One line per segment between crossings, with the fields of the line it comes from."""
    network, chosen = streets.network, np.flatnonzero(found.inside_edge)
    rows, street = streets.rows()[chosen], found.into[chosen]
    _line, _rank, low, high = network.source()
    values = _value_fields(run, found, "edge", street, found.cut_edge[:, chosen])
    own = {name.lower() for name in (*OWN, *(field.name for field in values))}
    fields = []
    for field in carried_fields(run, run.inputs["INPUT"], streets.table, own):
        # A field of the user that only looks like one of ours keeps its own name as its label.
        alias = field.alias or (field.name if run.algorithm.page.field_label(field.name) else "")
        taken = [field.values[row] for row in rows.tolist()]
        fields.append(dataclasses.replace(field, values=taken, alias=alias))
    fields += [
        OutputField("street", "int", street.tolist()),
        OutputField("part", "int", (network.component[network.start[chosen]] + 1).tolist()),
        OutputField("len_m", "real", network.length[chosen].tolist()),
        OutputField("src_fid", "int", streets.fids()[chosen].tolist()),
        OutputField("src_from", "real", low[chosen].tolist()),
        OutputField("src_to", "real", high[chosen].tolist()),
        *values,
    ]
    wkb = line_wkb(network.vertices, network.offsets)
    style = graduated(run, found, "edge", {field.name: field.values for field in values}, WIDTHS)
    return OutputLayer(fields, [wkb[at] for at in chosen.tolist()], Qgis.WkbType.LineString, run.crs, style)


def _value_fields(run: Run, found: Computed, kind: str, at: np.ndarray, cut: np.ndarray) -> list[OutputField]:
    """Per radius: metric, angular, then the share beyond the data."""
    fields = []
    for k, radius in enumerate(found.radii):
        for values, angular in ((found.metric, False), (found.angular, True)):
            if values is not None:
                fields += _measures(values, kind, k, radius, at, angular)
        if found.errors is not None and kind == "edge":
            fields.append(OutputField(f"{ERROR}_{radius}", "real", found.errors[k][at].tolist()))
        fields.append(OutputField(f"{CUT}_{radius}", "real", cut[k].tolist()))
    page = run.algorithm.page
    for field in fields:
        field.alias = page.field_label(field.name)
    return fields


def _measures(values: Centrality, kind: str, k: int, radius: int, at: np.ndarray, angular: bool) -> list[OutputField]:
    table = values.edge if kind == "edge" else values.node
    names = [name for name in PREFIXES if name in table]
    return [
        OutputField(field_name(name, radius, angular=angular), "real", table[name][k][at].tolist()) for name in names
    ]


def _nodes(run: Run, streets: Streets, found: Computed) -> OutputLayer:
    network, chosen = found.network, np.flatnonzero(found.inside_node)
    values = _value_fields(run, found, "node", chosen, found.cut_node[:, chosen])
    fields = [
        OutputField("node", "int", chosen.tolist()),
        OutputField("degree", "int", network.degree()[chosen].tolist()),
        OutputField("part", "int", (network.component[chosen] + 1).tolist()),
        *values,
    ]
    style = graduated(run, found, "node", {field.name: field.values for field in values}, (1.0, 1.3, 1.7, 2.2, 2.8))
    return OutputLayer(fields, point_wkb(network.xy[chosen]), Qgis.WkbType.Point, run.crs, style)


def _components(streets: Streets) -> OutputLayer:
    """One feature per connected part, the longest first."""
    from ...analysis.network.types import components

    network, parts = streets.network, components(streets.network)
    lines = line_wkb(network.vertices, network.offsets)
    of_edge = network.component[network.start]
    order = np.argsort(of_edge, kind="stable")
    bounds = np.searchsorted(of_edge[order], np.arange(len(parts.length) + 1)).tolist()
    wkb = [multiline_wkb([lines[e] for e in order[a:b].tolist()]) for a, b in itertools.pairwise(bounds)]
    total = float(parts.length.sum())
    fields = [
        OutputField("part", "int", list(range(1, len(parts.length) + 1))),
        OutputField("nodes", "int", parts.nodes.tolist()),
        OutputField("segments", "int", parts.edges.tolist()),
        OutputField("len_m", "real", parts.length.tolist()),
        OutputField("share", "real", (parts.length / total).tolist()),
    ]
    classes = (StyleClass(tr("Largest part"), "#9aa5b1", low=0.0, high=1.0, size=0.8),)
    if len(parts.length) > 1:
        rest = StyleClass(tr("Other parts"), "#d55e00", low=1.0, high=float(len(parts.length)), size=2.0)
        classes = (*classes, rest)
    style = Style(kind="graduated", field="part", classes=classes)
    return OutputLayer(fields, wkb, Qgis.WkbType.MultiLineString, streets.table.crs, style)


def shown_field(found: Computed) -> str:
    """The field that the map shows: betweenness of the middle radius, metric if there is such."""
    values = found.metric or found.angular
    measure = "betweenness" if "betweenness" in values.edge else "harmonic"
    return field_name(measure, middle(found.radii), angular=found.metric is None)


def graduated(run: Run, found: Computed, kind: str, columns: dict, sizes: tuple[float, ...]) -> Style:
    """Classes that hold half, a quarter and ever fewer of the features, wider and darker for more."""
    field = shown_field(found)
    values = np.asarray(columns[field], dtype=np.float64)
    positive = values[values > 0]
    label = run.algorithm.page.field_label(field)
    if not len(positive):
        return Style(size=sizes[0], color=NOTHING)
    breaks = np.quantile(positive, SHARES)
    classes = [StyleClass("0", "#cfcfcf", low=-1.0, high=0.0, size=0.4 if kind == "edge" else 0.7)]
    if (values > 0).all():
        classes = []
    low = 0.0
    for high, color, size in zip(breaks[1:].tolist(), COLORS, sizes):
        if high <= low:
            continue
        text = tr("{low} to {high}").format(low=short_number(low), high=short_number(high))
        classes.append(StyleClass(text, color, low=low, high=high, size=size))
        low = high
    return Style(
        kind="graduated",
        field=field,
        classes=tuple(classes),
        outline_width=0.0,
        map_tip=f'{label}: <b>[% round("{field}", 2) %]</b>',
    )
