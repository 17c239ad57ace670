"""Between the model and the clusters: rivals, priors of matchings, rows of one register, what is drawn."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from seo_district_plugin.analysis.records.linking.fellegi_sunter import Model, probability
from seo_district_plugin.analysis.records.linking.rivals import compete, matching_priors
from seo_district_plugin.analysis.records.linking.scoring import (
    Groups,
    Scorer,
    drawn,
    groups_of,
    random_pairs,
    saying_the_same,
    units_of,
)
from seo_district_plugin.analysis.records.linking.types import Compared
from tests.analysis.records.linking.pair_worlds import records

BOTH = np.array([True, True])


def exact(weights: np.ndarray) -> np.ndarray:
    """Probabilities of pairs under all partial matchings of a small table of odds, weighed by their products."""
    rows, columns = weights.shape
    held, total = np.zeros(weights.shape), 0.0
    for chosen in product(range(-1, columns), repeat=rows):
        used = [c for c in chosen if c >= 0]
        if len(set(used)) < len(used):
            continue
        weight = np.prod([weights[r, c] for r, c in enumerate(chosen) if c >= 0], initial=1.0)
        total += weight
        for r, c in enumerate(chosen):
            if c >= 0:
                held[r, c] += weight
    return held / total


def table_pairs(shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    a, b = (side.ravel() for side in np.indices(shape))
    return a, b + shape[0], np.r_[np.zeros(shape[0], dtype=int), np.ones(shape[1], dtype=int)]


def competed(weights: np.ndarray, single: np.ndarray = BOTH) -> np.ndarray:
    a, b, register = table_pairs(weights.shape)
    odds = compete(np.log(weights).ravel(), a, b, register, np.arange(len(register)), single)
    return probability(odds).reshape(weights.shape)


def test_candidates_of_one_row_exclude_each_other_exactly() -> None:
    weights = np.array([[4.0, 1.0, 0.2]])
    np.testing.assert_allclose(competed(weights), exact(weights), rtol=0.01)


def test_on_both_sides_as_all_matchings_say() -> None:
    rng = np.random.default_rng(0)
    for _ in range(30):
        weights = np.exp(rng.normal(-2.5, 2.0, (3, 4)))
        assert np.abs(competed(weights) - exact(weights)).max() < 0.02


def test_where_a_register_may_hold_a_thing_twice_nothing_is_excluded() -> None:
    weights = np.array([[9.0, 9.0], [0.1, 9.0]])
    np.testing.assert_allclose(competed(weights, np.array([False, False])), weights / (1 + weights))


def test_rows_of_one_unit_are_no_rivals() -> None:
    a, b = np.array([0, 0]), np.array([1, 2])
    register = np.array([0, 1, 1])
    odds = np.log([50.0, 40.0])
    same = units_of(3, np.array([1]), np.array([2]))
    np.testing.assert_allclose(compete(odds, a, b, register, same, BOTH), odds)
    other = compete(odds, a, b, register, np.arange(3), BOTH)
    assert (probability(other) < 0.6).all()


def test_prior_odds_of_matchings_are_recovered() -> None:
    """Rows of one register with some candidates each; most have their match among them."""
    rng = np.random.default_rng(1)
    rows, many, share = 4_000, 8, 0.8
    a = np.repeat(np.arange(rows), many)
    b = rows + np.arange(rows * many)
    has = rng.random(rows) < share
    match = np.zeros((rows, many), dtype=bool)
    match[np.flatnonzero(has), rng.integers(0, many, has.sum())] = True
    ratio = 2.0 * rng.normal(np.where(match.ravel(), 1.0, -1.0), 1.0)
    register = np.r_[np.zeros(rows, dtype=int), np.ones(rows * many, dtype=int)]
    groups = Groups(np.full(len(a), 1), np.array([True, False, False, True]), np.full(4, 1e9))
    pairwise = match.mean() / (1 - match.mean())
    scorer = Scorer(Model((), (), (), np.ones(1), 0.1), np.full(4, pairwise / (1 + pairwise)))
    unit = np.arange(len(register))
    matching_priors(scorer, ratio, groups, a, b, register, unit, BOTH, np.ones(len(a), dtype=bool))
    prior = scorer.priors[1] / (1 - scorer.priors[1])
    # A row with n candidates has a match with n t / (1 + n t).
    assert many * prior / (1 + many * prior) == pytest.approx(share, abs=0.03)
    chance = probability(compete(ratio + np.log(prior), a, b, register, unit, BOTH))
    for low, high in ((0.05, 0.3), (0.3, 0.6), (0.6, 0.9), (0.9, 1.0)):
        inside = (chance >= low) & (chance < high)
        assert chance[inside].mean() == pytest.approx(match.ravel()[inside].mean(), abs=0.03)
    # Taken as draws of their own, pairs are thought much less likely than they are.
    naive = probability(compete(ratio + np.log(pairwise), a, b, register, unit, BOTH))
    inside = (naive > 0.3) & (naive < 0.6)
    assert match.ravel()[inside].mean() > naive[inside].mean() + 0.15


def made(levels: list[list[int]]) -> Compared:
    names = ("name", "address", "industry", "opened", "phone")
    labels = (("", "no", "weak", "alike", "slip", "equal"), ("", "no", "around", "near", "partly", "same"),
              ("", "no", "yes"), ("", "no", "equal"), ("", "no", "equal"))  # fmt: skip
    found = np.array(levels, dtype=np.int8)
    return Compared(names, found, labels, {}, np.full(len(found), np.nan))


def test_rows_of_a_register_that_say_the_same() -> None:
    compared = made(
        [
            [5, 5, 2, 2, 2],  # all equal
            [5, 5, 0, 0, 0],  # all that is known
            [4, 4, 2, 0, 2],
            [5, 5, 1, 0, 2],  # another industry
            [5, 5, 1, 2, 0],  # another license of one day
            [1, 5, 2, 2, 2],  # another spelling of one day
            [1, 5, 2, 0, 2],  # another name
            [5, 2, 2, 2, 2],  # another place
            [5, 5, 2, 2, 1],  # another telephone number
        ]
    )
    inside, sure = np.ones(9, dtype=bool), np.full(9, 9.0)
    same = saying_the_same(compared, sure, inside, 0.9)
    assert same.tolist() == [True, True, True, False, True, True, False, False, False]
    assert not saying_the_same(compared, sure, ~inside, 0.9).any()
    assert not saying_the_same(compared, np.zeros(9), inside, 0.9).any()


def test_groups_and_what_is_drawn() -> None:
    rows = records([0] * 30 + [1] * 50, ["x"] * 80)
    a, b = np.triu_indices(80, 1)
    groups = groups_of(rows, a, b)
    assert groups.inside.tolist() == [True, False, False, True] and set(groups.of) == {0, 1, 3}
    assert groups.most.tolist() == [90, 50, 50, 150]
    order = np.random.default_rng(0).permutation(80)
    one, other = random_pairs(rows, order, seed=0, count=500)
    assert len(one) == 500 and (rows.register[one] != rows.register[other]).all() and (one < other).all()
    some = drawn(order, a, b, 1000)
    assert 800 < some.sum() < 1200
    # By what rows say: the same pairs in another order of rows.
    new = np.random.default_rng(1).permutation(80)
    moved = np.empty(80, dtype=np.int64)
    moved[new] = order
    np.testing.assert_array_equal(drawn(moved, new[b], new[a], 1000), some)
