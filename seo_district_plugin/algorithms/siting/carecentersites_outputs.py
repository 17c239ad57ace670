"""The layers of a siting of care centers: the shared ones, the score of every candidate, zones, excluded candidates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis

from ...layers.outputs import OutputField, OutputLayer
from ...layers.styling import CATEGORIES, NOTHING, Style, StyleClass, graduated_classes
from ...layers.wkb import point_wkb
from ...texts import tr
from ..carry import short_number, wkb_kind
from ..run import Run
from .carecentersites_inputs import Care
from .carecentersites_words import rule_word
from .facilities_tables import deliver as deliver_shared
from .facilities_tables import picture_layer, sites_layer, zone_borders

if TYPE_CHECKING:
    from .carecentersites_run import Gained
    from .facilities_run import Told

SCORE_CLASSES = 5
ZONE_COLORS = ("#f4f5f6", "#8c96a0")
"""Grays, so that the scores of the candidates on top of them can be told apart."""


def deliver(run: Run, care: Care, told: Told, gained: Gained, places: dict[int, str]) -> None:
    """Hand over every layer that is wanted."""
    if told.asked is not None:
        _tell_percentiles(care, told, gained)
    deliver_shared(run, care.case, told, places)
    score = _score(run, care, told, gained)
    if run.wanted("REPORT"):
        _picture(run, care, told, places, score)
    if run.wanted("SCORE"):
        run.deliver("SCORE", score)
    if run.wanted("ZONES_OUT") and care.case.zones is not None:
        run.deliver("ZONES_OUT", _zones(run, care, told, gained))
    if run.wanted("EXCLUDED"):
        run.deliver("EXCLUDED", _excluded(run, care))


def _tell_percentiles(care: Care, told: Told, gained: Gained) -> None:
    """Add to the answers for places what the candidate there scores among the candidates that take part."""
    asked, case = told.asked, care.case
    columns = np.flatnonzero(~told.answer.study.rules.existing)
    above = dict(zip((case.ids[column] for column in columns), percentiles(score_of(care, told, gained)[columns])))
    ids = next(field.values for field in asked.layer.fields if field.name == "site_id")
    share = [above.get(site) for site in ids]
    for number, value in enumerate(share):
        if value is not None:
            asked.texts[number] += " " + tr(
                "One center more here scores above {share:.0f} % of the candidates."
            ).format(share=value)
    kept = [field for field in asked.layer.fields if field.name != "answer"]
    added = [
        OutputField("percentile", "real", [None if value is None else round(float(value), 1) for value in share]),
        OutputField("answer", "text", list(asked.texts)),
    ]
    asked.layer = replace(asked.layer, fields=[*kept, *added])


def _picture(run: Run, care: Care, told: Told, places: dict[int, str], score: OutputLayer) -> None:
    """The report's map: the chosen set over the score of every candidate."""
    case = care.case
    run.pictures.clear()
    layers = [
        (tr("Sites"), sites_layer(run, case, told.answer, places)),
        *zone_borders(run, case),
        (tr("Score"), score),
    ]
    for name, made in layers:
        run.pictures.append(picture_layer(run, name, made))


def _real(value: float, digits: int = 3) -> float | None:
    return round(float(value), digits) if np.isfinite(value) else None


def score_of(care: Care, told: Told, gained: Gained) -> np.ndarray:
    """(m,) what one more center at each site would bring: people within reach where that is the goal, else minutes."""
    return gained.reached if told.answer.study.model in ("mclp", "lscp") else gained.saved


def percentiles(score: np.ndarray) -> np.ndarray:
    """(m,) share (0-100) of the others that score less, equal ones counted half."""
    order = np.sort(score)
    low, high = np.searchsorted(order, score), np.searchsorted(order, score, side="right")
    return 100.0 * (low + high - 1) / 2 / max(1, len(score) - 1)


def _score(run: Run, care: Care, told: Told, gained: Gained) -> OutputLayer:
    """Every candidate that takes part, with what a center there would bring today."""
    case, answer = care.case, told.answer
    columns = np.flatnonzero(~answer.study.rules.existing)
    score = score_of(care, told, gained)[columns]
    percentile = percentiles(score)
    rank = np.empty(len(columns), dtype=np.int64)
    rank[np.argsort(-score, kind="stable")] = np.arange(1, len(columns) + 1)
    chosen = np.isin(columns, answer.chosen)
    fields = [
        OutputField("site_id", "text", [case.ids[column] for column in columns]),
        OutputField("name", "text", [case.names[column] for column in columns]),
        OutputField("score", "real", [_real(value) for value in score]),
        OutputField("rank", "int", rank.tolist()),
        OutputField("percentile", "real", [_real(value, 1) for value in percentile]),
        OutputField("reached", "real", [_real(gained.reached[column]) for column in columns]),
        OutputField("saved", "real", [_real(gained.saved[column]) for column in columns]),
        OutputField("chosen", "int", chosen.astype(int).tolist()),
    ]
    style = _graduated("score", score, 2.4)
    return OutputLayer(fields, point_wkb(case.xy[columns]), Qgis.WkbType.Point, run.crs, style)


def _graduated(field: str, values: np.ndarray, size: float = 2.0) -> Style:
    """Positive values in classes of about equal numbers, nothing in gray."""
    positive = values[values > 0]
    breaks = np.unique(np.quantile(positive, np.linspace(0, 1, SCORE_CLASSES + 1))) if len(positive) else np.empty(0)
    nothing = StyleClass("0", NOTHING, low=-1e-9, high=0.0)
    if len(breaks) < 2:
        top = float(breaks[0]) if len(breaks) else 1.0
        return Style("graduated", field, (nothing, StyleClass(short_number(top), CATEGORIES[2], low=0.0, high=top)),
                     size=size)  # fmt: skip
    labels = [
        tr("{low} to {high}").format(low=short_number(low), high=short_number(high))
        for low, high in zip(breaks, breaks[1:])
    ]
    breaks[0] = np.nextafter(0.0, 1.0)
    return Style("graduated", field, (nothing, *graduated_classes(breaks.tolist(), labels)), size=size,
                 map_tip='[% "name" %]<br>[% "score" %]')  # fmt: skip


def _zones(run: Run, care: Care, told: Told, gained: Gained) -> OutputLayer:
    """Access of each zone before and after."""
    zones, answer = care.case.zones, told.answer
    new = np.bincount(np.maximum(zones.site[answer.opened], -1) + 1, minlength=len(zones.names) + 1)[1:]
    rows = gained.zones
    added = np.array([np.nan_to_num(change.gained) for change in rows])
    fields = [
        OutputField("zone", "text", zones.names),
        OutputField("people", "real", [_real(change.before.people, 1) for change in rows]),
        OutputField("before", "real", [_real(change.before.reached) for change in rows]),
        OutputField("after", "real", [_real(change.after.reached) for change in rows]),
        OutputField("gained", "real", [_real(value, 1) for value in added]),
        OutputField("walk_bef", "real", [_real(change.before.mean, 2) for change in rows]),
        OutputField("walk_aft", "real", [_real(change.after.mean, 2) for change in rows]),
        OutputField("worst_bef", "real", [_real(change.before.worst, 2) for change in rows]),
        OutputField("worst_aft", "real", [_real(change.after.worst, 2) for change in rows]),
        OutputField("new_sites", "int", new.tolist()),
    ]
    wkb = list(zones.wkb)
    return OutputLayer(fields, wkb, wkb_kind(wkb), run.crs, _zone_style(np.array(
        [np.nan_to_num(change.after.reached) for change in rows]
    )))  # fmt: skip


def _zone_style(after: np.ndarray) -> Style:
    """Share within reach after, in fifths: the same classes for every run, so that maps can be compared."""
    breaks = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    labels = [f"{100 * low:.0f} - {100 * high:.0f} %" for low, high in zip(breaks, breaks[1:])]
    breaks[0] = -1e-9
    return Style(
        "graduated", "after", graduated_classes(breaks, labels, ZONE_COLORS), outline="#ffffff", outline_width=0.3,
        opacity=0.8, label='"zone"',
        map_tip='<b>[% "zone" %]</b><br>[% round(100 * "before") %] → [% round(100 * "after") %] %',
    )  # fmt: skip


def _excluded(run: Run, care: Care) -> OutputLayer:
    """Candidates that break a hard rule, with every rule that they break."""
    side, ruled = care.case.candidates, care.ruled
    rows = np.flatnonzero(ruled.first != "")
    every = ["; ".join(rule_word(rule) for rule, mask in ruled.breaches.items() if mask[row]) for row in rows.tolist()]
    firsts = sorted({rule_word(str(rule)) for rule in ruled.first[rows]})
    classes = tuple(
        StyleClass(word, CATEGORIES[number % len(CATEGORIES)], value=word) for number, word in enumerate(firsts)
    )
    fields = [
        OutputField("site_id", "text", [str(side.ids[row]) for row in rows]),
        OutputField("rule", "text", [rule_word(str(ruled.first[row])) for row in rows]),
        OutputField("rules", "text", every),
    ]
    style = Style("categorized", "rule", classes, size=2.0, map_tip='[% "rules" %]') if classes else Style()
    return OutputLayer(fields, point_wkb(side.xy[rows]), Qgis.WkbType.Point, run.crs, style)
