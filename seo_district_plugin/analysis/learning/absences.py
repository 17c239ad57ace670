"""Places where nothing happened, drawn for learning, and what the draw does to probabilities.

Absences come from places that were observed and stayed free: what lies near an event is left out (it may have been
reached unseen), and so is what was never observed. Strata keep the draw from picking the obvious, such as mountains
in a flood study, more often than they cover the area.

Sources:
    Prior correction: G. King, L. Zeng (2001), Logistic regression in rare events data, Political Analysis 9, 137-163,
    equation 7; for probabilities the same by Bayes' rule.
    Buffered absences: e.g. M. Barbet-Massin et al. (2012), Methods in Ecology and Evolution 3, 327-338.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from ..errors import AnalysisError


@dataclass(frozen=True)
class Absences:
    """Drawn absences.

    Attributes:
        rows: (a,) int64 candidates drawn, ascending.
        wanted: number asked for.
        candidates, excluded, near: candidates offered, left out as never observed, left out as near an event.
        eligible: candidates that could be drawn.
        notes: (code, values): ``absences_fewer`` (wanted, drawn).
    """

    rows: np.ndarray
    wanted: int
    candidates: int
    excluded: int
    near: int
    eligible: int
    notes: tuple[tuple[str, dict[str, object]], ...] = ()


def sample_absences(
    events_xy: np.ndarray,
    candidates_xy: np.ndarray,
    ratio: float = 1.0,
    buffer: float = 0.0,
    seed: int = 0,
    *,
    strata: np.ndarray | None = None,
    excluded: np.ndarray | None = None,
) -> Absences:
    """Draw absences among candidates, without replacement.

    Args:
        events_xy: (e, 2) metres; candidates_xy: (c, 2) metres, places (cells) of the study area.
        ratio: absences per event.
        buffer: metres around events that are left out; 0 leaves out only what lies on an event.
        seed: of the draw.
        strata: (c,) labels (e.g. a land-use class, a band of elevation): each gets a share of the absences in
            proportion to its eligible candidates, so that the draw is as the area is, with less chance.
        excluded: (c,) bool, never observed.

    Raises:
        AnalysisError: ``ratio_not_positive`` (ratio), ``buffer_negative`` (buffer), ``no_events``,
            ``no_absence_places`` (candidates, excluded, near: nothing is left to draw from).
    """
    events_xy, candidates_xy = np.asarray(events_xy, dtype=float), np.asarray(candidates_xy, dtype=float)
    if not (ratio > 0 and math.isfinite(ratio)):
        raise AnalysisError("ratio_not_positive", ratio=ratio)
    if not (buffer >= 0 and math.isfinite(buffer)):
        raise AnalysisError("buffer_negative", buffer=buffer)
    if not len(events_xy):
        raise AnalysisError("no_events")
    count = len(candidates_xy)
    unseen = np.zeros(count, dtype=bool) if excluded is None else np.asarray(excluded, dtype=bool)
    near = np.zeros(count, dtype=bool)
    if count:
        away, _ = cKDTree(events_xy).query(candidates_xy, distance_upper_bound=max(np.nextafter(buffer, np.inf), 1e-9))
        near = np.isfinite(away) & ~unseen
    eligible = np.flatnonzero(~unseen & ~near)
    counts = {"candidates": count, "excluded": int(unseen.sum()), "near": int(near.sum())}
    if not len(eligible):
        raise AnalysisError("no_absence_places", **counts)
    wanted = max(1, round(ratio * len(events_xy)))
    notes: tuple[tuple[str, dict[str, object]], ...] = ()
    drawn = min(wanted, len(eligible))
    if drawn < wanted:
        notes = (("absences_fewer", {"wanted": wanted, "drawn": drawn}),)
    rng = np.random.default_rng(seed)
    if strata is None:
        rows = eligible[rng.choice(len(eligible), drawn, replace=False)]
    else:
        rows = _stratified(eligible, np.asarray(strata)[eligible], drawn, rng)
    return Absences(np.sort(rows), wanted, eligible=len(eligible), notes=notes, **counts)


def _stratified(eligible: np.ndarray, strata: np.ndarray, wanted: int, rng: np.random.Generator) -> np.ndarray:
    """Rows by stratum: quotas in proportion, remainders to the largest fractions (ties by chance)."""
    _, code, sizes = np.unique(strata, return_inverse=True, return_counts=True)
    share = wanted * sizes / sizes.sum()
    quota = np.floor(share).astype(np.int64)
    order = rng.permutation(len(sizes))
    order = order[np.argsort(-(share - quota)[order], kind="stable")]
    quota[order[: wanted - int(quota.sum())]] += 1
    rows = []
    for one, number in enumerate(quota):
        members = eligible[code.reshape(-1) == one]
        rows.append(members[rng.choice(len(members), number, replace=False)])
    return np.concatenate(rows)


def _check_rates(sample_rate: float, true_rate: float) -> None:
    for name, rate in (("sample_rate", sample_rate), ("true_rate", true_rate)):
        if not 0.0 < rate < 1.0:
            raise AnalysisError("rate_out_of_range", name=name, rate=rate)


def prior_shift(sample_rate: float, true_rate: float) -> float:
    """What is added to the log-odds: log of the true odds over the odds in the sample.

    Raises:
        AnalysisError: ``rate_out_of_range`` (name, rate).
    """
    _check_rates(sample_rate, true_rate)
    return math.log(true_rate / (1 - true_rate)) - math.log(sample_rate / (1 - sample_rate))


def prior_correction(intercept: float, sample_rate: float, true_rate: float) -> float:
    """Intercept of a logistic model for the true share of events, from one learned with another share.

    Args:
        intercept: on the logit scale; sample_rate, true_rate: share of events in the sample and in truth.

    Raises:
        AnalysisError: ``rate_out_of_range`` (name, rate).
    """
    return intercept + prior_shift(sample_rate, true_rate)


def prior_corrected(probability: np.ndarray, sample_rate: float, true_rate: float) -> np.ndarray:
    """(n,) probabilities for the true share of events, for any model; 0 and 1 stay.

    Raises:
        AnalysisError: ``rate_out_of_range`` (name, rate).
    """
    factor = math.exp(prior_shift(sample_rate, true_rate))
    p = np.asarray(probability, dtype=float)
    return p * factor / (p * factor + (1 - p))
