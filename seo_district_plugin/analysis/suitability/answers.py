"""Answers to "why not here?" for named places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..weights.ranking import percentile_among
from .score import SuitabilityResult


@dataclass(frozen=True)
class PlaceAnswer:
    """How one place stands among the scored ones.

    Attributes:
        place: position of the place in the run.
        score: its score; for an excluded place what it would have scored; None when a value is missing.
        percentile: share of the scored places with a lower score, equal ones counted half; None without score.
        rank: its rank, or for an excluded place the rank it would have had; None without score.
        rule: the rule that excluded it, or "".
        missing: criteria without a value.
        loss: what the score of the last of the best ``top`` places exceeds this one by: the price of forcing it
            in; 0 when it is as good; None without score.
        weakest: fields of up to three criteria in which it loses most against the best value that a scored place
            has, by weight x difference, largest first.
    """

    place: int
    score: float | None
    percentile: float | None
    rank: int | None
    rule: str
    missing: tuple[str, ...]
    loss: float | None
    weakest: tuple[str, ...]


def answer_places(result: SuitabilityResult, places: Sequence[int]) -> list[PlaceAnswer]:
    """Answer for places of a run, by position, also for those that are excluded or lack a value."""
    scores = result.score[result.scored]
    last_of_top = float(np.sort(scores)[::-1][min(result.top, len(scores)) - 1])
    best = np.where(result.scored[:, None], result.u, -np.inf).max(axis=0)
    return [_answer(result, int(place), scores, last_of_top, best) for place in places]


def _answer(
    result: SuitabilityResult, place: int, scores: np.ndarray, last_of_top: float, best: np.ndarray
) -> PlaceAnswer:
    score = float(result.score_if_allowed[place])
    rule, missing = str(result.excluded[place]), result.missing[place]
    if np.isnan(score):
        return PlaceAnswer(place, None, None, None, rule, missing, None, ())
    return PlaceAnswer(
        place=place,
        score=score,
        percentile=float(percentile_among(np.array([score]), scores)[0]),
        rank=int((scores > score).sum()) + 1,
        rule=rule,
        missing=missing,
        loss=max(0.0, last_of_top - score),
        weakest=_weakest(result, place, best),
    )


def _weakest(result: SuitabilityResult, place: int, best: np.ndarray) -> tuple[str, ...]:
    active = np.flatnonzero(result.weights > 0)
    lost = result.weights[active] * (best[active] - result.u[place, active])
    order = np.argsort(-np.round(lost, 12), kind="stable")[:3]
    return tuple(result.names[active[index]] for index in order if lost[index] > 1e-12)
