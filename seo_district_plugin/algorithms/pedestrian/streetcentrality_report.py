"""What the report of street centralities says: which streets, how sure, where the data ends, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..naming import name_field
from ..streets import Streets, streets_notes, streets_section
from .streetcentrality_outputs import shown_field
from .streetcentrality_words import measure_words, middle

if TYPE_CHECKING:
    from ...reports.report import Section
    from ..run import Run
    from .streetcentrality import Computed

SHOWN = 15  # streets in the table of the busiest
NEAR_EDGE = 0.1  # share of the circle beyond the data from which a value is doubtful


def describe(run: Run, streets: Streets, found: Computed) -> None:
    """Fill summary, sections, method, citations and limits of the run."""
    network = streets.network
    run.summary = tr(
        "Centralities of {segments:,} street segments ({length:,.0f} km) within {radii} m."
    ).format(
        segments=int(found.inside_edge.sum()),
        length=float(network.length[found.inside_edge].sum()) / 1000,
        radii=", ".join(f"{radius:,}" for radius in found.radii),
    )  # fmt: skip
    run.caption = run.algorithm.page.field_label(shown_field(found))
    if not run.wanted("REPORT"):
        return
    run.sections = [_busiest(run, streets, found), _values(found), _edge(found), streets_section(streets)]
    if found.origins or found.destinations:
        run.sections.insert(1, _weights(found))
    _method(run, found)
    _limits(run, streets, found)


def _busiest(run: Run, streets: Streets, found: Computed) -> Section:
    from ...reports.report import Column, Section, TableView

    values = found.metric or found.angular
    between = "betweenness" in values.edge
    k, radius = found.radii.index(middle(found.radii)), middle(found.radii)
    value = values.edge["betweenness" if between else "harmonic"][k]
    chosen = np.flatnonzero(found.inside_edge)
    field = name_field(run.inputs["INPUT"])
    names = streets.table.texts(field)[streets.rows()] if field else np.full(streets.network.edges, None)
    order = chosen[np.argsort(-value[found.into[chosen]], kind="stable")]
    label = measure_words(found.metric is None)["betweenness" if between else "harmonic"]
    rows, seen = [], set()
    for at in order.tolist():
        called = str(names[at] or "").strip()
        if called and called in seen:
            continue
        seen.add(called)
        here = found.into[at]
        reason = tr(
            "{label} {value:,.1f}, number {rank:,} of {count:,} segments; reach {reach:,.0f} within {radius:,} m"
        )
        reason = reason.format(
            label=label,
            value=float(value[here]),
            rank=1 + int((value[found.into[chosen]] > value[here]).sum()),
            count=len(chosen),
            reach=float(values.edge["reach"][k][here]),
            radius=radius,
        )
        rows.append([called or tr("without a name"), str(streets.fids()[at]), float(value[here]), reason])
        if len(rows) == SHOWN:
            break
    columns = [tr("Street"), tr("Feature id"), Column(label, "", 1), tr("Reason")]
    note = tr("Of each name the highest segment.") if field else ""
    text = [
        tr(
            "{label} within {radius:,} m: how many of the shortest ways between places that far apart run along the "
            "street. It is a potential for through movement by the shape of the network, no number of people."
        ).format(label=label, radius=radius)
    ]
    return Section(tr("Streets that most ways run along"), text if between else [], [],
                   [TableView(tr("Highest streets"), columns, rows, note)])  # fmt: skip


def _values(found: Computed) -> Section:
    from ...reports.report import Column, Section, TableView

    rows = []
    inside = found.into[found.inside_edge]
    for values, angular in ((found.metric, False), (found.angular, True)):
        if values is None:
            continue
        words = measure_words(angular)
        for k, radius in enumerate(found.radii):
            for name in (name for name in words if name in values.edge):
                here = values.edge[name][k][inside]
                rows.append([words[name], f"{radius:,}", *(_short(v) for v in _statistics(here))])
    columns = [tr("Measure"), Column(tr("Radius"), "m"), tr("Median"), tr("Mean"), tr("90 % are below"), tr("Most")]
    text = [tr("Values of segments; all but betweenness are the mean of the two ends of the street.")]
    if _is_sampled(found):
        text.append(
            tr(
                "Sampled: at {radius:,} m {share:.1%} of the crossings were origins. Standard error of betweenness, "
                "over all segments: {error:.1%} of the values."
            ).format(radius=found.radii[-1], share=float(found.shares[-1]), error=_relative_error(found))
        )
    return Section(tr("Values by radius"), text, [], [TableView(tr("Centralities"), columns, rows)])


def _is_sampled(found: Computed) -> bool:
    return found.shares is not None and bool((found.shares < 1).any())


def _relative_error(found: Computed) -> float:
    total = float(found.metric.edge["betweenness"][-1].sum()) if "betweenness" in found.metric.edge else 0.0
    return float(found.errors[-1].sum()) / total if total > 0 else 0.0


def _statistics(values: np.ndarray) -> tuple[float, ...]:
    if not len(values):
        return (float("nan"),) * 4
    return float(np.median(values)), float(values.mean()), float(np.quantile(values, 0.9)), float(values.max())


def _short(value: float) -> str:
    return "" if value != value else f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _edge(found: Computed) -> Section:
    from ...reports.report import Column, Section, TableView

    rows = []
    for k, radius in enumerate(found.radii):
        cut = found.cut_edge[k][found.inside_edge]
        rows.append([f"{radius:,}", 100 * float(cut.mean()), 100 * float((cut > NEAR_EDGE).mean())])
    columns = [
        Column(tr("Radius"), "m"),
        Column(tr("Mean share of the circle beyond the data"), "%", 1),
        Column(tr("Segments that lose more than a tenth"), "%", 1),
    ]
    text = [
        tr(
            "Near the edge of the data ways and places are missing, so reach and betweenness are too low there. The "
            "fields cut_* say how much of the circle lies beyond. Take streets from a wider area than the district, by "
            "at least the largest radius, and give the district as the area of results."
        )
    ]
    return Section(tr("Where the data ends"), text, [], [TableView(tr("Edge of the data"), columns, rows)])


def _weights(found: Computed) -> Section:
    from ...reports.report import Section, TableView

    rows = [
        [label, weights.title, weights.rows, weights.used, weights.total]
        for label, weights in ((tr("Origins"), found.origins), (tr("Destinations"), found.destinations))
        if weights is not None
    ]
    columns = [tr("Weight of"), tr("Layer"), tr("Rows read"), tr("Rows used"), tr("Sum of weights")]
    text = [
        tr(
            "Each row lies at the nearest place on a street; its weight is shared by the two ends of that street, the "
            "nearer one getting more. The sum is kept."
        )
    ]
    return Section(tr("Weights"), text, [], [TableView(tr("Weights used"), columns, rows)])


def _method(run: Run, found: Computed) -> None:
    run.method += [
        tr(
            "Reach: what lies within the radius along the streets (crossings, or the weight of the destinations). "
            "Closeness: 1 / mean way. Harmonic closeness: sum of 1 / way. All to other crossings."
        ),
        tr(
            "Betweenness: share of the shortest ways between any two crossings within the radius that run along the "
            "street, several shortest ways counted in equal parts (Brandes, exact)."
        ),
    ]
    run.method.append(
        tr("Each pair of crossings counts once.")
        if found.pairs
        else tr("Ways there and back count apart, times the weights of their ends.")
    )
    run.citations += [
        "Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks 1, 215-239.",
        "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2), "
        "163-177.",
        "Porta, S., Crucitti, P. & Latora, V. (2006). The network analysis of urban streets: a primal approach. "
        "Environment and Planning B 33(5), 705-725.",
    ]
    if found.angular is not None:
        run.method.append(
            tr(
                "Angular: the straightest way, counted in degrees turned at crossings and bends, within the radius in "
                "meters; a way that enters a crossing from one street cannot cut its corner."
            )
        )
        run.citations.append(
            "Turner, A. (2007). From axial to road-centre lines. Environment and Planning B 34(3), 539-555."
        )
    if run.given("DECAY"):
        run.method.append(
            tr("Distance decay: a way of d meters counts exp(-{decay:g} d); it halves every {half:,.0f} m.").format(
                decay=run.number("DECAY"),
                half=np.log(2) / run.number("DECAY") if run.number("DECAY") > 0 else float("inf"),
            )
        )
    if run.number("DETOUR") > 0:
        run.method.append(
            tr(
                "Detours: a step away from the origin is taken too where the way to its end is at most {percent:.0%} "
                "longer than the shortest."
            ).format(percent=run.number("DETOUR"))
        )
        run.citations.append(
            "Sevtsuk, A. & Mekonnen, M. (2012). Urban network analysis: a new toolbox for ArcGIS. Revue internationale "
            "de géomatique 22(2), 287-305."
        )
    if run.given("DEM"):
        run.method.append(
            tr("Slope: a street counts as long as the flat way that takes the same time on foot (Tobler 1993).")
        )
        run.citations.append(
            "Tobler, W. (1993). Three presentations on geographical analysis and modeling. NCGIA 93-1."
        )
    if _is_sampled(found):
        run.citations.append(
            "Eppstein, D. & Wang, J. (2004). Fast approximation of centrality. Journal of Graph Algorithms and "
            "Applications 8(1), 39-45."
        )


def _limits(run: Run, streets: Streets, found: Computed) -> None:
    run.limits += [
        tr("Centralities describe the network, not people: they are an index of potential, not a count."),
        tr(
            "They are only as good as the streets: where alleys, stairs and footways are missing (as in road data for "
            "drivers), people's shortest ways are missing too."
        ),
        *streets_notes(streets),
    ]
    share = float((found.cut_edge[-1][found.inside_edge] > NEAR_EDGE).mean())
    if share > 0.2:
        note = tr(
            "At {radius:,} m {share:.0%} of the segments lose over a tenth of their circle at the edge of the data."
        )
        text = note.format(radius=found.radii[-1], share=share)
        run.limits.append(text)
        run.warn(text)
