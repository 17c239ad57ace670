"""What the accessibility analysis says of methods, classes and single places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..carry import short_number

if TYPE_CHECKING:
    from .access_run import Case


def grade_words(low_share: float) -> dict[str, str]:
    """What each class means."""
    return {
        "none": tr("nothing within reach"),
        "low": tr("under {share:.0%} of the mean").format(share=low_share),
        "below": tr("{share:.0%} to 100% of the mean").format(share=low_share),
        "above": tr("100% to 150% of the mean"),
        "high": tr("over 150% of the mean"),
    }


def method_word(method: str) -> str:
    """A method by its name."""
    return {
        "two_step": tr("two-step floating catchment area (2SFCA)"),
        "enhanced": tr("enhanced two-step floating catchment area (E2SFCA)"),
        "three_step": tr("three-step floating catchment area (3SFCA)"),
        "balanced": tr("balanced floating catchment area (BFCA)"),
        "raam": tr("rational agent access model (RAAM)"),
    }[method]


def score_word(case: Case, score: float) -> str:
    """A score for a sentence."""
    if case.access.lower_is_better:
        return tr("cost {score}").format(score=short_number(score))
    return tr("{score} per 1,000 people").format(score=short_number(1000 * score))


def reasons(case: Case, names: list[str]) -> list[str]:
    """(k,) one sentence per demand: the level, and the three services that count most."""
    access, judged = case.access, case.judged
    best = access.largest(3)
    cost = {(i, j): part for i, j, part in zip(access.demand.tolist(), access.service.tolist(), access.part.tolist())}
    sentences = []
    for row, grade in enumerate(judged.grade.tolist()):
        if grade == 0:
            sentences.append(
                tr(
                    "No service within {radius:,.0f} m; the nearest is {distance:,.0f} m away in a straight line."
                ).format(radius=case.radius, distance=case.straight[row])
            )
            continue
        total = sum(cost[(row, one)] for one in best[row]) if access.lower_is_better else access.score[row]
        amount = float(case.people[row]) if access.lower_is_better else float(total)
        parts = [f"{names[one]} ({cost[(row, one)] / amount:.0%})" if amount > 0 else names[one] for one in best[row]]
        text = tr("{score}, {level:.0%} of the mean; {count} within reach, the nearest {distance:,.0f} m away").format(
            score=score_word(case, float(access.score[row])),
            level=judged.relative[row],
            count=access.reach[row],
            distance=access.nearest[row],
        )
        sentences.append(text + (tr("; mostly {services}").format(services=", ".join(parts)) if parts else ""))
    return sentences


def reason_of_area(case: Case, rows: np.ndarray, none: float) -> str:
    """Why an area is underserved, in one sentence."""
    people, access = case.people[rows], case.access
    total = float(people.sum())
    score = access.score[rows]
    known = np.isfinite(score) & (people > 0)
    parts = []
    if known.any():
        mean = float((score[known] * people[known]).sum() / people[known].sum())
        parts.append(
            tr("{score} on average (district: {mean})").format(
                score=score_word(case, mean), mean=score_word(case, case.judged.mean)
            )
        )
    if none > 0:
        parts.append(
            tr("{count:,.0f} of {total:,.0f} people have nothing within {radius:,.0f} m").format(
                count=none, total=total, radius=case.radius
            )
        )
    middle = float(np.median(case.straight[rows]))
    parts.append(tr("the nearest service is usually {distance:,.0f} m away in a straight line").format(distance=middle))
    return "; ".join(parts)
