"""The model without labels: what is planted is recovered, the labels do not switch, the sums are those by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.records.linking.fellegi_sunter import (
    Model,
    Start,
    agreement,
    count_patterns,
    fit,
    group_priors,
    likeness,
    log_odds,
    monotone,
    probability,
    sound,
)
from tests.analysis.records.linking.pair_worlds import MATCH, draw_world

EASY = {"deadline": None, "max_examples": 60}


def fitted(world, expected: float, classes=(1, 2, 3, 4), **more) -> tuple[Model, np.ndarray]:
    patterns = count_patterns(world.levels)
    model = fit(patterns, Start(expected, len(world.levels) * 0.9, **more), classes)
    return model, log_odds(model.log_ratio(patterns.levels), model.prior)[patterns.of]


def test_patterns_are_the_rows() -> None:
    levels = np.random.default_rng(2).integers(0, 4, (5_000, 4)).astype(np.int8)
    patterns = count_patterns(levels)
    np.testing.assert_array_equal(patterns.levels[patterns.of], levels)
    assert patterns.count.sum() == 5_000 and len(np.unique(patterns.levels, axis=0)) == len(patterns)
    np.testing.assert_array_equal(patterns.levels, np.unique(levels, axis=0))
    assert len(count_patterns(np.empty((0, 4), dtype=np.int8))) == 0


def test_too_many_levels_are_an_error() -> None:
    with pytest.raises(AnalysisError) as caught:
        count_patterns(np.full((2, 40), 9, dtype=np.int8))
    assert caught.value.code == "link_too_many_levels"


@pytest.mark.parametrize("expected", [1_000, 4_800, 15_000])
def test_what_is_planted_is_recovered(expected: int) -> None:
    """m, u and lambda, from three different guesses of how many matches there are."""
    world = draw_world(1)
    model, odds = fitted(world, expected)
    assert abs(model.prior - world.same.mean()) < 0.006
    for at, table in enumerate(MATCH):
        np.testing.assert_allclose(model.match[at][1:], table, atol=0.035)
        u = world.shares @ np.array(world.other[at])
        np.testing.assert_allclose(model.marginal(at)[1:], u, atol=0.015)
    assert np.abs(probability(odds) - probability(world.odds(world.levels))).mean() < 0.006


def test_dependence_is_modeled_where_one_class_is_wrong() -> None:
    """Neighbors and branches: one class of non-matches takes them for matches, several do not."""
    world = draw_world(3, share=0.03)
    truth = world.odds(world.levels) > 0
    one = fitted(world, 1_800, classes=(1,))[1] > 0
    several = fitted(world, 1_800)[1] > 0
    assert (several != truth).mean() < 0.004
    assert (one != truth).mean() > 2 * (several != truth).mean()


def test_probabilities_are_calibrated() -> None:
    world = draw_world(4)
    chance = probability(fitted(world, 4_000)[1])
    for low, high in ((0.02, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 0.98), (0.98, 1.0)):
        inside = (chance >= low) & (chance < high)
        assert abs(chance[inside].mean() - world.same[inside].mean()) < 0.06, (low, high)


def test_labels_do_not_switch_when_nearly_everything_or_nothing_matches() -> None:
    for share in (0.002, 0.6):
        world = draw_world(5, pairs=40_000, share=share)
        model, odds = fitted(world, 2_000)
        assert sound(model)
        # At one half, right and wrong weigh the same: the fit must not lose more than a third against the truth.
        best = ((world.odds(world.levels) > 0) != world.same).mean()
        assert ((odds > 0) != world.same).mean() <= best * 1.35 + 0.001


def test_matches_with_more_errors_are_not_taken_for_another_kind_of_non_match() -> None:
    """Half of all pairs match, a fiftieth is expected: the rest of them must not become a class of its own."""
    world = draw_world(11, pairs=6_000, share=0.5)
    model, odds = fitted(world, 120)
    assert likeness(model).max() < 0.6 and abs(model.prior - 0.5) < 0.05
    best = ((world.odds(world.levels) > 0) == world.same).mean()
    assert ((odds > 0) == world.same).mean() > best - 0.005


def test_random_pairs_steady_the_start() -> None:
    world = draw_world(6, pairs=3_000)
    far = draw_world(7, pairs=5_000, share=0.0, classes=2)
    _, plain = fitted(world, 240)
    _, helped = fitted(world, 240, random_levels=far.levels)
    truth = world.odds(world.levels) > 0
    assert ((helped > 0) != truth).mean() <= ((plain > 0) != truth).mean() + 0.005


def test_missing_says_nothing() -> None:
    world = draw_world(8)
    model, _ = fitted(world, 4_000)
    nothing = np.zeros((1, 5), dtype=np.int8)
    assert abs(model.log_ratio(nothing)[0]) < 1e-9
    # Inside one class of non-matches a field alone adds its own weight; among several they speak together.
    single, _ = fitted(world, 4_000, classes=(1,))
    full = np.array([[4, 3, 3, 2, 3]], dtype=np.int8)
    total = sum(single.weights()[at][full[0, at]] for at in range(5))
    assert single.log_ratio(full)[0] == pytest.approx(total * np.log(2))


@settings(**EASY)
@given(st.lists(st.tuples(st.floats(0.001, 1), st.floats(0.001, 1)), min_size=1, max_size=7))
def test_monotone_levels(pairs: list[tuple[float, float]]) -> None:
    match, other = (np.array(side) / np.sum(side) for side in zip(*pairs))
    made = monotone(match, other)
    ratio = made / other
    assert (np.diff(ratio) >= -1e-9).all()
    assert made.sum() == pytest.approx(1.0)
    if (np.diff(match / other) >= 0).all():
        np.testing.assert_allclose(made, match)


def test_weights_of_a_fit_never_fall_with_better_agreement() -> None:
    for seed in range(4):
        model, _ = fitted(draw_world(seed, pairs=1_500, share=0.05), 80)
        for weights in model.weights():
            assert (np.diff(weights[1:]) >= -1e-6).all()


def test_agreement_counts_bits_of_reaching_a_level() -> None:
    levels = np.array([[1], [1], [1], [2], [0]], dtype=np.int8)
    np.testing.assert_allclose(agreement(levels, np.ones(5)), [0, 0, 0, 2, 0])


def test_share_of_matches_per_group() -> None:
    rng = np.random.default_rng(9)
    shares = np.array([0.02, 0.3, 0.0])
    group = np.repeat([0, 1, 2], 20_000)
    same = rng.random(60_000) < shares[group]
    ratio = np.where(same, rng.normal(3, 1.0, 60_000), rng.normal(-3, 1.0, 60_000))
    ratio *= 6  # of normals with means 3 and -3 and variance 1
    found = group_priors(ratio, group, np.ones(60_000), np.full(3, 1e9), 0.1)
    np.testing.assert_allclose(found, shares, atol=0.006)
    capped = group_priors(ratio, group, np.ones(60_000), np.array([1e9, 100.0, 1e9]), 0.1)
    assert capped[1] <= 100 / 20_000 + 1e-12


def test_one_pattern_and_no_pairs() -> None:
    same = np.full((50, 3), 2, dtype=np.int8)
    model = fit(count_patterns(same), Start(10, 20))
    assert np.isfinite(model.log_ratio(same)).all() and model.prior <= 0.4 + 1e-9
    with pytest.raises(AnalysisError) as caught:
        fit(count_patterns(np.empty((0, 3), dtype=np.int8)), Start(1, 1))
    assert caught.value.code == "link_no_pairs"


def test_order_of_pairs_does_not_matter() -> None:
    world = draw_world(10, pairs=5_000)
    _, one = fitted(world, 400)
    shuffle = np.random.default_rng(0).permutation(5_000)
    world.levels = world.levels[shuffle]
    _, two = fitted(world, 400)
    np.testing.assert_allclose(one[shuffle], two, atol=1e-6)
