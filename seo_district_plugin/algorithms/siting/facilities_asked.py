"""Answers to 'why not here?': for places that people name, what forcing the nearest candidate would cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis

from ...layers.outputs import OutputField, OutputLayer
from ...layers.styling import CATEGORIES, Style
from ...layers.wkb import point_wkb
from ...texts import tr
from ..carry import carried_fields
from ..naming import name_field
from ..run import Run
from .facilities_case import Case
from .facilities_words import amount, model_problem

if TYPE_CHECKING:
    from ...analysis.siting.questions import Change
    from ...analysis.siting.study import Answer
    from ...layers.table import Table
    from .facilities_inputs import Side

OWN_FIELDS = ("site_id", "distance", "objective", "loss", "answer")
NEAR = 100.0
"""Meters up to which a candidate stands for the place asked about without further words."""


@dataclass
class AskedPlaces:
    """Name and answer of each place asked about, and the layer of them."""

    names: list[str]
    texts: list[str]
    layer: OutputLayer


def ask_places(run: Run, case: Case, answer: Answer) -> AskedPlaces | None:
    """Judge each point of PLACES by the nearest candidate or existing site, those left out included."""
    if case.candidates.xy is None:
        run.warn(tr("The places asked about are not answered: the candidates have no geometry."))
        return None
    asked = run.read("PLACES", None, "point")
    sides = [case.candidates] + ([case.existing] if case.existing is not None else [])
    side_of, row_of, distance = _nearest(asked.xy, sides)
    columns = [_column(case, sides[side], row) for side, row in zip(side_of, row_of)]
    changes = _forced(run, answer, columns)
    rejected = {(title, row): reason for title, row, reason, _ in run.rejected}
    texts, ids = [], []
    for number, column in enumerate(columns):
        side, row = sides[side_of[number]], row_of[number]
        ids.append(str(side.ids[row]))
        if column is None:
            text = tr("Left out: {reason}.").format(reason=rejected.get((side.title, int(side.table.fid[row])), "-"))
        else:
            text = _text(case, answer, column, changes.get(column))
        if distance[number] > NEAR:
            far = tr("No candidate lies here; the nearest, {site}, is {distance:,.0f} m away.")
            text = far.format(site=ids[-1], distance=distance[number]) + " " + text
        texts.append(text)
    found = [changes.get(column) if column is not None else None for column in columns]
    fields = [
        *carried_fields(run, run.inputs["PLACES"], asked, OWN_FIELDS),
        OutputField("site_id", "text", ids),
        OutputField("distance", "real", distance.tolist()),
        OutputField("objective", "real", [_real(change, "objective") for change in found]),
        OutputField("loss", "real", [_real(change, "loss") for change in found]),
        OutputField("answer", "text", texts),
    ]
    style = Style(color=CATEGORIES[3], size=3.0, map_tip='[% "answer" %]')
    layer = OutputLayer(fields, point_wkb(asked.xy), Qgis.WkbType.Point, asked.crs, style)
    return AskedPlaces(_names(run, asked), texts, layer)


def _real(change: Change | None, name: str) -> float | None:
    value = getattr(change, name) if change is not None else np.nan
    return float(value) if np.isfinite(value) else None


def _nearest(xy: np.ndarray, sides: list[Side]) -> tuple[list[int], list[int], np.ndarray]:
    """Which layer and row lies nearest to each point, and how far."""
    from scipy.spatial import cKDTree

    owner = np.concatenate([np.full(len(side), number) for number, side in enumerate(sides)])
    row = np.concatenate([np.arange(len(side)) for side in sides])
    places = np.concatenate([side.xy if side.xy is not None else np.full((len(side), 2), np.nan) for side in sides])
    # Of several at one place the one that takes part speaks for it.
    kept = np.concatenate([side.keep for side in sides])
    order = np.flatnonzero(np.isfinite(places).all(axis=1))
    order = order[np.argsort(~kept[order], kind="stable")]
    distance, _ = cKDTree(places[order]).query(xy)
    best = []
    for spot, away in zip(xy, distance):
        near = np.hypot(*(places[order] - spot).T) <= away + 1e-9
        best.append(int(order[int(np.argmax(near))]))
    return [int(owner[at]) for at in best], [int(row[at]) for at in best], distance


def _column(case: Case, side: Side, row: int) -> int | None:
    """The column of a row that takes part."""
    if not side.keep[row]:
        return None
    at = int(np.searchsorted(side.rows, row))
    return at if side is case.candidates else at + len(case.candidates.rows)


def _forced(run: Run, answer: Answer, columns: list[int | None]) -> dict[int, Change]:
    from ...analysis.siting.questions import forced

    existing = answer.study.rules.existing
    open_now = set(answer.chosen.tolist())
    wanted = [column for column in dict.fromkeys(columns) if column is not None and column not in open_now]
    wanted = [column for column in wanted if not existing[column]]
    return dict(zip(wanted, forced(answer, wanted, 0.5 * run.number("TIME_LIMIT"), run.tick)))


def _text(case: Case, answer: Answer, column: int, change: Change | None) -> str:
    if column in answer.chosen:
        rank = int(answer.serving.rank[np.searchsorted(answer.chosen, column)])
        return tr("Chosen: rank {rank}.").format(rank=rank) if rank else tr("An existing site stands here and stays.")
    if change is None:
        return tr("The existing site here is closed: a new site elsewhere serves better.")
    rule = tr("Excluded by a rule. ") if case.study.rules.forbidden[column] else ""
    if change.problem:
        return rule + model_problem(change.problem)
    instead = ", ".join(case.ids[at] for at in change.removed) or "-"
    if change.loss <= 0:
        return rule + tr("As good as the sites chosen: with it instead of {instead} the result is the same.").format(
            instead=instead
        )
    share = 100 * change.loss / abs(answer.objective) if answer.objective else np.nan
    return rule + tr("With it instead of {instead} the result is worse by {loss} ({share:.1f} %).").format(
        instead=instead, loss=amount(change.loss), share=share
    )


def _names(run: Run, asked: Table) -> list[str]:
    field = name_field(run.inputs["PLACES"])
    names = asked.texts(field) if field else [None] * len(asked)
    return [str(name or f"#{fid}") for name, fid in zip(names, asked.fid)]
