"""Why each center is where it is: whom it brings care, how far they walk, where they live, what is lost without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from .facilities_words import amount

if TYPE_CHECKING:
    from ...analysis.siting.study import Answer
    from .carecentersites_inputs import Care

HOMES_NAMED = 3


def reasons(care: Care, answer: Answer, who: str) -> dict[int, str]:
    """Column of every open center -> one sentence.

    Args:
        who: the people, as a sentence names them.
    """
    return {column: _reason(care, answer, who, number) for number, column in enumerate(answer.chosen.tolist())}


def _reason(care: Care, answer: Answer, who: str, number: int) -> str:
    column, serving, rules = int(answer.chosen[number]), answer.serving, answer.study.rules
    parts = []
    if rules.existing[column]:
        parts.append(tr("stands already"))
    elif rules.required[column]:
        parts.append(tr("required"))
    if serving.load[number] > 0:
        parts.append(
            tr("nearest for {people} {who}, mean walk {mean:.1f} min").format(
                people=amount(round(float(serving.load[number]), 1)), who=who, mean=serving.mean_cost[number]
            )
            if answer.study.model != "capacitated"
            else tr("places for {people} {who}, mean walk {mean:.1f} min").format(
                people=amount(round(float(serving.load[number]), 1)), who=who, mean=serving.mean_cost[number]
            )
        )
        parts += _lost(answer, who, number)
        parts += _homes(care, answer, number)
    else:
        parts.append(tr("another center is nearer for everybody"))
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def _lost(answer: Answer, who: str, number: int) -> list[str]:
    """What would be lost without a center, all others staying."""
    serving, study = answer.serving, answer.study
    if study.model == "capacitated":
        room = study.capacity[answer.chosen[number]]  # type: ignore[index]
        share = 100 * serving.load[number] / room if room else 0.0
        return [tr("{share:.0f} % of its {room} places taken").format(share=share, room=amount(float(room)))]
    alone, gain = float(serving.alone[number]), float(serving.gain[number])
    if study.model in ("mclp", "lscp"):
        if alone > 0:
            return [tr("only it brings {people} of them within the walking time").format(people=amount(alone))]
        return [tr("without it another center would be within the walking time of all of them")]
    if alone > 0:
        return [tr("{people} {who} can walk to no other center").format(people=amount(alone), who=who)]
    if not (np.isfinite(gain) and gain > 0):
        return [tr("without it nothing would be lost: others are as near")]
    if study.model == "pcenter":
        return [tr("without it the longest walk would be {gain} min longer").format(gain=amount(gain))]
    if study.kappa > 0:
        share = 100 * gain / answer.objective if answer.objective else 0.0
        return [tr("without it the result would be worse by {share:.1f} %").format(share=share)]
    mean = gain / float(serving.load.sum())
    return [tr("without it the mean walk of everybody would be {gain} min longer").format(gain=amount(mean))]


def _homes(care: Care, answer: Answer, number: int) -> list[str]:
    """The zones that most of its people live in."""
    zones, serving = care.case.zones, answer.serving
    if zones is None:
        return []
    own = serving.site == answer.chosen[number]
    rows = serving.demand[own]
    people = care.need.people[rows] * serving.share[own]
    inside = zones.demand[rows] >= 0
    from_zone = np.bincount(zones.demand[rows][inside], people[inside], minlength=len(zones.names))
    most = [zone for zone in np.argsort(-from_zone, kind="stable")[:HOMES_NAMED].tolist() if from_zone[zone] > 0]
    if not most:
        return []
    named = ", ".join(f"{zones.names[zone]} {amount(round(float(from_zone[zone]), 1))}" for zone in most)
    return [tr("most live in {zones}").format(zones=named)]
