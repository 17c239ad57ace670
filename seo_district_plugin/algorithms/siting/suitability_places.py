"""Answers to 'why not here?': for places that people name, how they stand against the best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis

from ...layers.destinations import OutputField, OutputLayer
from ...layers.wkb import point_wkb
from ...texts import tr
from ..carry import carried_fields
from ..naming import name_field
from ..run import Run

if TYPE_CHECKING:
    from ...analysis.suitability.answers import PlaceAnswer
    from ...analysis.suitability.score import SuitabilityResult
    from ...layers.table import Table
    from ..carry import Shape

OWN_FIELDS = ("score", "rank", "percentile", "excluded", "loss", "distance", "answer")
FAR = 2.0  # times the usual distance between places; farther away there is nothing to compare with
NEAR = 100.0  # metres that are always near enough, however closely the places lie


def answer_places_asked(
    run: Run, shape: Shape, result: SuitabilityResult, labels: dict[str, str]
) -> list[tuple[str, str]]:
    """Name and answer of each point of PLACES, judged by the scored place that holds it, else the nearest one."""
    from ...analysis.suitability.answers import answer_places

    asked = run.read("PLACES", None, "point")
    place, distance = _match(asked.xy, shape)
    near = distance <= max(FAR * _usual_distance(shape.centers), NEAR)
    answers = [
        answer if close else None for answer, close in zip(answer_places(result, [int(index) for index in place]), near)
    ]
    texts = [
        answer_text(answer, result, labels)
        if answer is not None
        else tr("Not judged: the nearest scored place is {distance:,.0f} m away.").format(distance=metres)
        for answer, metres in zip(answers, distance)
    ]
    if not near.all():
        run.warn(tr("{count:,} places asked about are too far from any scored place.").format(count=int((~near).sum())))
    fields = [
        *carried_fields(run, run.inputs["PLACES"], asked, OWN_FIELDS),
        OutputField("score", "real", [answer and answer.score for answer in answers]),
        OutputField("rank", "int", [answer and answer.rank for answer in answers]),
        OutputField("percentile", "real", [answer and _percent(answer.percentile) for answer in answers]),
        OutputField("excluded", "text", [(answer and answer.rule) or None for answer in answers]),
        OutputField("loss", "real", [answer and answer.loss for answer in answers]),
        OutputField("distance", "real", distance.tolist()),
        OutputField("answer", "text", texts),
    ]
    run.deliver("PLACES_OUT", OutputLayer(fields, point_wkb(asked.xy), Qgis.WkbType.Point, asked.crs))
    return list(zip(_names(run, asked), texts))


def _percent(share: float | None) -> float | None:
    return None if share is None else 100.0 * share


def _names(run: Run, asked: Table) -> list[str]:
    """What the places asked about are called, else their number."""
    field = name_field(run.inputs["PLACES"])
    names = asked.texts(field) if field else [None] * len(asked)
    return [name or f"#{fid}" for name, fid in zip(names, asked.fid)]


def answer_text(answer: PlaceAnswer, result: SuitabilityResult, labels: dict[str, str]) -> str:
    """One or two sentences for a council member."""
    if answer.missing:
        return tr("Not scored: no value for {fields}.").format(fields=", ".join(answer.missing))
    weakest = ", ".join(labels.get(name, name) for name in answer.weakest)
    scored = result.counts["scored"]
    if answer.rule:
        return tr(
            "Excluded by the rule {rule}. Without it: score {score:.3f}, rank {rank:,} of {count:,}; it is weakest in "
            "{weakest}."
        ).format(rule=answer.rule, score=answer.score, rank=answer.rank, count=scored + 1, weakest=weakest or "-")
    if answer.rank <= result.top:
        return tr("Among the best {top}: score {score:.3f}, rank {rank:,} of {count:,}.").format(
            top=result.top, score=answer.score, rank=answer.rank, count=scored
        )
    return tr(
        "Score {score:.3f}, rank {rank:,} of {count:,} (better than {percentile:.0f} %). It is weakest in {weakest}. "
        "Taking it instead of number {top} would lose {loss:.3f}."
    ).format(
        score=answer.score,
        rank=answer.rank,
        count=scored,
        percentile=100 * answer.percentile,
        weakest=weakest or "-",
        top=result.top,
        loss=answer.loss,
    )


def _match(xy: np.ndarray, shape: Shape) -> tuple[np.ndarray, np.ndarray]:
    """For each point the polygon that holds it (distance 0), else the place with the nearest center."""
    from scipy.spatial import cKDTree

    from ...analysis.zones.inside import points_in_polygons

    distance, place = cKDTree(shape.centers).query(xy)
    if shape.polygons is not None:
        zone, point = points_in_polygons(xy, shape.polygons)
        place[point[::-1]], distance[point[::-1]] = zone[::-1], 0.0
    return place, distance


def _usual_distance(centers: np.ndarray) -> float:
    from scipy.spatial import cKDTree

    if len(centers) < 2:
        return np.inf
    return float(np.median(cKDTree(centers).query(centers, k=2)[0][:, 1]))
