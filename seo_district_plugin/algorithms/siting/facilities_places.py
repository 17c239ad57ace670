"""What each chosen site is called and why it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .facilities_case import Case
from .facilities_words import amount

if TYPE_CHECKING:
    from ...analysis.siting.study import Answer


def site_places(run: Run, case: Case, answer: Answer) -> dict[int, str]:
    """Column -> zone, name and nearest landmark of every site of the answer, open or closed."""
    columns = [*answer.chosen.tolist(), *answer.closed.tolist()]
    near = _landmarks(run, case, columns)
    named = {}
    for column in columns:
        zone = ""
        if case.zones is not None and case.zones.site[column] >= 0:
            zone = case.zones.names[case.zones.site[column]]
        parts = [zone, case.names[column], near.get(column, "")]
        named[column] = " · ".join(dict.fromkeys(part for part in parts if part))
    return named


def _landmarks(run: Run, case: Case, columns: list[int]) -> dict[int, str]:
    """The nearest landmark with its distance."""
    from ..naming import nearest_landmarks

    if not run.given("LANDMARKS") or case.xy is None:
        return {}
    usable = [column for column in columns if np.isfinite(case.xy[column]).all()]
    names, distance = nearest_landmarks(run, case.xy[usable])
    texts = {}
    for column, name, away in zip(usable, names, distance):
        if name:
            near = tr("{landmark} ({distance:.0f} m)") if away >= 0.5 else "{landmark}"
            texts[column] = near.format(landmark=name, distance=away)
    return texts


def reasons(case: Case, answer: Answer) -> dict[int, str]:
    """Column -> one sentence: whom the site serves, how well, and what would be lost without it."""
    if case.reason_of is not None:
        return case.reason_of(answer)
    serving, study = answer.serving, case.study
    total = float(study.weight.sum())
    texts = {}
    for number, column in enumerate(answer.chosen.tolist()):
        load = serving.load[number]
        parts = []
        if load > 0:
            parts.append(tr("serves {load} ({share:.0f} % of all)").format(load=amount(load), share=100 * load / total))
            parts.append(tr("mean cost {mean}").format(mean=amount(serving.mean_cost[number], case.unit)))
        else:
            parts.append(tr("serves nobody: another open site is nearer to all"))
        parts += _lost(case, answer, number)
        texts[column] = _sentence(case, column, parts)
    for column in answer.closed.tolist():
        texts[column] = tr("Closed: a new site elsewhere serves better.")
    return texts


def _lost(case: Case, answer: Answer, number: int) -> list[str]:
    """What would be lost without a site."""
    serving, study = answer.serving, case.study
    alone, gain = serving.alone[number], serving.gain[number]
    if study.model in ("capacitated", "dispersion"):
        if study.model == "capacitated" and study.capacity is not None:
            room = study.capacity[answer.chosen[number]]
            return [tr("{share:.0f} % of its capacity").format(share=100 * serving.load[number] / room)] if room else []
        return []
    if alone > 0:
        return [tr("only it reaches {weight}").format(weight=amount(alone))]
    if np.isfinite(gain) and gain > 0 and answer.objective > 0:
        return [
            tr("without it the result would be worse by {gain} ({share:.1f} %)").format(
                gain=amount(gain), share=100 * gain / answer.objective
            )
        ]
    return [tr("without it the result would be the same: others are as near")]


def _sentence(case: Case, column: int, parts: list[str]) -> str:
    rules = case.study.rules
    if rules.existing[column]:
        parts = [tr("stands already"), *parts]
    elif rules.required[column]:
        parts = [tr("required"), *parts]
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]
