"""Scores of places from criteria, with ranks, their stability, grades and contributions."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from ..weights.aggregation import METHODS, aggregate, contributions
from ..weights.dirichlet import CONCENTRATION, rank_stability
from ..weights.ranking import SCORE_DECIMALS, competition_rank
from .criteria import Criterion
from .notes import Note
from .transforms import FittedTransform, category_suitability, fit_transform
from .values import as_categories, as_numbers

CUTS = (0.2, 0.4, 0.6, 0.8)
"""Scores at which the next better grade begins."""


@dataclass(frozen=True)
class SuitabilityResult:
    """Scores of n places by k criteria.

    A place is scored when no rule excludes it and every criterion of positive weight has a value. Transforms, ranks
    and means look at scored places only. Arrays hold NaN (floats) or 0 (ranks, grades) for the others.

    Attributes:
        names: fields of the criteria, in order.
        criteria: the criteria as used: bounds taken from the data and weights from elsewhere are filled in.
        weights: (k,) floats, sum 1.
        method: ``sum``, ``product`` or ``topsis``.
        score: (n,) in 0 to 1, rounded to 12 decimals so that equal places tie.
        score_if_allowed: (n,) the same, also for excluded places: what they would have scored, with transforms and
            ideals of the scored places.
        rank: (n,) int64, 1 = best, ties share the smallest rank.
        rank_low, rank_high: (n,) int64, 5 % and 95 % of the ranks under random weights; the rank itself without
            draws.
        p_top: (n,) share of the draws in which the rank is at most ``top``; without draws 1 or 0.
        grade: (n,) int64, 1 = most suitable; a score equal to a cut belongs to the better grade.
        contributions: (n, k), see ``weights.aggregation.contributions``; 0 for a criterion of weight 0.
        u: (n, k) transformed values, also of excluded places.
        excluded: (n,) objects: text of the rule that excludes the place, or "".
        missing: per place the names of the criteria of positive weight without a value.
        counts: places, scored, excluded, missing (not excluded but without a value somewhere).
        missing_by_criterion: name -> places (excluded or not) without a value.
        excluded_by_rule: rule text -> places.
        notes: remarks: ``criterion_constant``, ``bounds_unused``, ``points_unused``, ``values_not_numeric``,
            ``category_unknown``, ``criterion_weight_zero`` (field), ``one_place_scored``, ``top_covers_all``
            (top, scored).
        cuts, top, draws, seed, concentration: as asked for.
    """

    names: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    weights: np.ndarray
    method: str
    score: np.ndarray
    score_if_allowed: np.ndarray
    rank: np.ndarray
    rank_low: np.ndarray
    rank_high: np.ndarray
    p_top: np.ndarray
    grade: np.ndarray
    contributions: np.ndarray
    u: np.ndarray
    excluded: np.ndarray
    missing: tuple[tuple[str, ...], ...]
    counts: dict[str, int]
    missing_by_criterion: dict[str, int]
    excluded_by_rule: dict[str, int]
    notes: tuple[Note, ...]
    cuts: tuple[float, ...]
    top: int
    draws: int
    seed: int
    concentration: float

    @property
    def filled(self) -> tuple[Criterion, ...]:
        """The criteria as used, to be written back."""
        return self.criteria

    @property
    def scored(self) -> np.ndarray:
        """(n,) bool: places with a score."""
        return self.rank > 0

    @property
    def order(self) -> np.ndarray:
        """Positions of the scored places from best to worst; ties in the order of the input."""
        places = np.flatnonzero(self.scored)
        return places[np.argsort(self.rank[places], kind="stable")]


def score_places(
    columns: Mapping[str, Any],
    criteria: Sequence[Criterion],
    *,
    weights: np.ndarray | None = None,
    method: str = "sum",
    excluded: np.ndarray | Sequence[str | None] | None = None,
    top: int = 10,
    draws: int = 1000,
    seed: int = 0,
    concentration: float = CONCENTRATION,
    cuts: Sequence[float] = CUTS,
    tick: Tick = no_tick,
) -> SuitabilityResult:
    """Score places.

    Args:
        columns: field name -> (n,) array (numbers, text, or a pandas Series) for at least the criteria's fields.
        criteria: k criteria.
        weights: (k,) weights that replace those of the criteria, e.g. from pairwise comparison.
        method: ``sum``, ``product`` or ``topsis``.
        excluded: (n,) text of the rule that excludes a place, "" or None where none does.
        top: number of best places that ``p_top`` is about.
        draws: random weight draws for the rank intervals; 0 for none.
        seed, concentration: of the draws.
        cuts: rising scores between 0 and 1; m cuts make m + 1 grades.
        tick: progress; may raise ``Cancelled``.

    Raises:
        AnalysisError: ``criteria_empty``, ``unknown_method``, ``not_positive``, ``cuts_invalid``, ``no_places``,
            ``criterion_field_missing``, ``criterion_not_numeric``, ``criterion_range_empty``, ``criterion_negative``,
            ``criterion_bounds_missing``, ``criteria_weights_zero``, ``criteria_negative_weight``, ``weights_size``,
            ``all_places_excluded``, ``no_place_scorable``.
        ValueError: columns or ``excluded`` of different lengths.
    """
    _check_request(criteria, method, top, draws, concentration, cuts)
    shares = _weight_shares(criteria, weights)
    tick(0.0)
    values, notes = _read_columns(columns, criteria)
    n = len(values)
    rules = _rules(excluded, n)
    without = np.isnan(values)
    is_excluded = np.array([bool(rule) for rule in rules], dtype=bool)
    complete = ~without[:, shares > 0].any(axis=1)
    scored = complete & ~is_excluded
    _check_scorable(scored, is_excluded, without, criteria, rules)
    u, fitted = _transform(values, criteria, shares, scored, lambda share: tick(0.1 * share))
    notes += [note for transform in fitted for note in transform.notes] + _count_notes(scored, top, criteria, shares)
    outcome = _Outcome(u, shares, method, scored, complete)
    tick(0.1)
    low, high, p_top = outcome.stability(draws, top, seed, concentration, lambda share: tick(0.1 + 0.85 * share))
    names = tuple(criterion.field for criterion in criteria)
    missing = _missing_names(without & (shares > 0), names)
    result = SuitabilityResult(
        names=names,
        criteria=_filled(fitted, shares, weights),
        weights=shares,
        method=method,
        score=np.where(scored, outcome.score, np.nan),
        score_if_allowed=outcome.score,
        rank=outcome.rank,
        rank_low=low,
        rank_high=high,
        p_top=p_top,
        grade=_grades(outcome.score, scored, cuts),
        contributions=outcome.contributions(),
        u=u,
        excluded=rules,
        missing=missing,
        counts=_counts(scored, is_excluded),
        missing_by_criterion={name: int(count) for name, count in zip(names, without.sum(axis=0), strict=True)},
        excluded_by_rule=_by_rule(rules),
        notes=tuple(notes),
        cuts=tuple(float(cut) for cut in cuts),
        top=int(top),
        draws=int(draws),
        seed=int(seed),
        concentration=float(concentration),
    )
    tick(1.0)
    return result


def top_contributions(result: SuitabilityResult, n: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """The criteria that give most to each score, largest first.

    Args:
        result: of :func:`score_places`.
        n: how many; fewer when there are fewer criteria of positive weight.

    Returns:
        (places, m) int64 positions of criteria, -1 where the place is not scored; (places, m) their contributions,
        NaN there. Equal contributions stand in the order of the criteria.
    """
    active = np.flatnonzero(result.weights > 0)
    m = min(n, len(active))
    scored = result.scored
    positions = np.full((len(scored), m), -1, dtype=np.int64)
    amounts = np.full((len(scored), m), np.nan)
    given = result.contributions[np.ix_(scored, active)]
    # Rounded, lest rounding noise decide between equal contributions.
    order = np.argsort(-np.round(given, SCORE_DECIMALS), axis=1, kind="stable")[:, :m]
    positions[scored] = active[order]
    amounts[scored] = np.take_along_axis(given, order, axis=1)
    return positions, amounts


class _Outcome:
    """Scores and ranks of the places, with the criteria of weight 0 left out of every sum."""

    def __init__(
        self, u: np.ndarray, weights: np.ndarray, method: str, scored: np.ndarray, complete: np.ndarray
    ) -> None:
        self._active = weights > 0
        self._w = weights[self._active]
        self._scored = scored
        self._method = method
        self._shape = u.shape
        self._u_scored = u[np.ix_(scored, self._active)]
        u_complete = u[np.ix_(complete, self._active)]
        self.score = np.full(len(u), np.nan)
        self.score[complete] = np.round(aggregate(u_complete, self._w, method, self._u_scored), SCORE_DECIMALS)
        self.rank = np.zeros(len(u), dtype=np.int64)
        self.rank[scored] = competition_rank(self.score[scored])

    def contributions(self) -> np.ndarray:
        result = np.full(self._shape, np.nan)
        result[self._scored] = 0.0
        result[np.ix_(self._scored, self._active)] = contributions(self._u_scored, self._w, self._method)
        return result

    def stability(
        self, draws: int, top: int, seed: int, concentration: float, tick: Tick
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        low, high = self.rank.copy(), self.rank.copy()
        p_top = np.where(self._scored, (self.rank <= top).astype(float), np.nan)
        if draws > 0:
            low[self._scored], high[self._scored], p_top[self._scored] = rank_stability(
                self._u_scored, self._w, self._method, draws, top, seed, concentration, tick
            )
        return low, high, p_top


def _check_request(
    criteria: Sequence[Criterion], method: str, top: int, draws: int, concentration: float, cuts: Sequence[float]
) -> None:
    if not criteria:
        raise AnalysisError("criteria_empty")
    if method not in METHODS:
        raise AnalysisError("unknown_method", method=method, known=METHODS)
    if top < 1:
        raise AnalysisError("not_positive", name="top", value=top)
    if draws < 0:
        raise AnalysisError("not_positive", name="draws", value=draws)
    if not (concentration > 0 and math.isfinite(concentration)):
        raise AnalysisError("not_positive", name="concentration", value=concentration)
    inside = all(0.0 < cut < 1.0 for cut in cuts)
    if not cuts or not inside or any(cut >= following for cut, following in pairwise(cuts)):
        raise AnalysisError("cuts_invalid", cuts=list(cuts))


def _weight_shares(criteria: Sequence[Criterion], weights: np.ndarray | None) -> np.ndarray:
    given = np.array([c.weight for c in criteria] if weights is None else weights, dtype=np.float64)
    if given.shape != (len(criteria),):
        raise AnalysisError("weights_size", weights=int(given.size), criteria=len(criteria))
    for number, (criterion, weight) in enumerate(zip(criteria, given, strict=True), start=1):
        if not (weight >= 0 and math.isfinite(weight)):
            raise AnalysisError("criteria_negative_weight", row=number, field=criterion.field, weight=float(weight))
    largest = given.max()
    if largest == 0:
        raise AnalysisError("criteria_weights_zero", criteria=len(criteria))
    # Divided by the largest first, so that neither huge nor tiny weights leave the range of floats.
    given = given / largest
    return given / given.sum()


def _read_columns(columns: Mapping[str, Any], criteria: Sequence[Criterion]) -> tuple[np.ndarray, list[Note]]:
    """Values of the criteria as (n, k) floats; categories already as suitability before direction."""
    arrays, notes = [], []
    for criterion in criteria:
        if criterion.field not in columns:
            raise AnalysisError("criterion_field_missing", field=criterion.field, available=list(columns))
        column = columns[criterion.field]
        if criterion.transform == "categories":
            numbers, _, remarks = category_suitability(*as_categories(column), criterion)
        else:
            numbers, remarks = as_numbers(column, criterion.field)
        arrays.append(numbers)
        notes += remarks
    if len({len(array) for array in arrays}) > 1:
        raise ValueError("columns of different lengths")
    if len(arrays[0]) == 0:
        raise AnalysisError("no_places")
    return np.column_stack(arrays), notes


def _rules(excluded: np.ndarray | Sequence[str | None] | None, n: int) -> np.ndarray:
    rules = np.full(n, "", dtype=object)
    if excluded is None:
        return rules
    if len(excluded) != n:
        raise ValueError("exclusions and columns of different lengths")
    for place, rule in enumerate(excluded):
        # NaN is what pandas makes of a missing text.
        if isinstance(rule, str):
            rules[place] = rule
    return rules


def _check_scorable(
    scored: np.ndarray, is_excluded: np.ndarray, without: np.ndarray, criteria: Sequence[Criterion], rules: np.ndarray
) -> None:
    if scored.any():
        return
    if is_excluded.all():
        raise AnalysisError("all_places_excluded", places=len(scored), rules=_by_rule(rules))
    lacking = without[~is_excluded].sum(axis=0)
    raise AnalysisError(
        "no_place_scorable",
        places=len(scored),
        excluded=int(is_excluded.sum()),
        missing={criterion.field: int(count) for criterion, count in zip(criteria, lacking, strict=True) if count},
    )


def _transform(
    values: np.ndarray, criteria: Sequence[Criterion], shares: np.ndarray, scored: np.ndarray, tick: Tick
) -> tuple[np.ndarray, list[FittedTransform]]:
    u = np.empty_like(values)
    fitted = []
    for j, criterion in enumerate(criteria):
        tick(j / len(criteria))
        reference = values[scored, j]
        if shares[j] == 0:
            reference = reference[~np.isnan(reference)]
        if len(reference) == 0:
            # Weight 0 and no value at all: nothing to fit and nothing to lose.
            fitted.append(FittedTransform(criterion, lambda x: np.full(len(x), np.nan), ()))
        else:
            fitted.append(fit_transform(criterion, reference))
        u[:, j] = fitted[-1].apply(values[:, j])
    return u, fitted


def _filled(fitted: Sequence[FittedTransform], shares: np.ndarray, weights: np.ndarray | None) -> tuple[Criterion, ...]:
    """Bounds as used; weights as given unless they came from elsewhere, so that a table gives the same run again."""
    if weights is None:
        return tuple(transform.criterion for transform in fitted)
    pairs = zip(fitted, shares, strict=True)
    return tuple(replace(transform.criterion, weight=float(share)) for transform, share in pairs)


def _count_notes(scored: np.ndarray, top: int, criteria: Sequence[Criterion], shares: np.ndarray) -> list[Note]:
    unweighted = [criteria[j].field for j in np.flatnonzero(shares == 0)]
    notes = [Note("criterion_weight_zero", {"field": field}) for field in unweighted]
    count = int(scored.sum())
    if count == 1:
        notes.append(Note("one_place_scored"))
    elif top >= count:
        notes.append(Note("top_covers_all", {"top": int(top), "scored": count}))
    return notes


def _grades(score: np.ndarray, scored: np.ndarray, cuts: Sequence[float]) -> np.ndarray:
    grade = len(cuts) + 1 - np.searchsorted(np.asarray(cuts, dtype=float), score, side="right")
    return np.where(scored, grade, 0).astype(np.int64)


def _missing_names(without: np.ndarray, names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    result: list[tuple[str, ...]] = [()] * len(without)
    for place in np.flatnonzero(without.any(axis=1)):
        result[place] = tuple(name for name, lacks in zip(names, without[place], strict=True) if lacks)
    return tuple(result)


def _counts(scored: np.ndarray, is_excluded: np.ndarray) -> dict[str, int]:
    places, with_score, ruled_out = len(scored), int(scored.sum()), int(is_excluded.sum())
    return {
        "places": places,
        "scored": with_score,
        "excluded": ruled_out,
        "missing": places - with_score - ruled_out,
    }


def _by_rule(rules: np.ndarray) -> dict[str, int]:
    result: dict[str, int] = {}
    for rule in rules:
        if rule:
            result[rule] = result.get(rule, 0) + 1
    return result
