"""Precision and recall without truth: they contain it, and decisions of people narrow them."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.records.linking.estimates import (
    Missed,
    estimate,
    group_odds,
    missed_matches,
)
from seo_district_plugin.analysis.records.linking.fellegi_sunter import Start, count_patterns, fit, log_odds
from tests.analysis.records.linking.pair_worlds import draw_world

NOBODY = np.empty(0, dtype=np.int64), np.empty(0, dtype=bool)
NONE = Missed(0.0, 1.0)


def scored(seed: int, pairs: int = 20_000) -> tuple[np.ndarray, np.ndarray]:
    """Log odds of a fit, and truth."""
    world = draw_world(seed, pairs=pairs, share=0.05)
    patterns = count_patterns(world.levels)
    model = fit(patterns, Start(0.05 * pairs, 0.5 * pairs))
    return log_odds(model.log_ratio(patterns.levels), model.prior)[patterns.of], world.same


def rates(linked: np.ndarray, same: np.ndarray) -> tuple[float, float]:
    return (linked & same).sum() / linked.sum(), (linked & same).sum() / same.sum()


def test_the_intervals_hold_the_truth_in_nine_of_ten_worlds() -> None:
    held = np.zeros(2)
    widths = []
    for seed in range(20):
        odds, same = scored(seed, pairs=10_000)
        linked = odds > np.log(9)
        found = estimate(odds, linked, NONE, *NOBODY, seed=seed)
        precision, recall = rates(linked, same)
        held += [
            found.precision_low <= precision <= found.precision_high, found.recall_low <= recall <= found.recall_high
        ]  # fmt: skip
        widths.append((found.precision_high - found.precision_low, found.recall_high - found.recall_low))
    assert (held >= 18).all(), held
    # Wide enough is easy: they must also say something.
    assert np.mean(widths, axis=0)[0] < 0.15 and np.mean(widths, axis=0)[1] < 0.4


def test_decisions_of_people_take_the_place_of_the_model() -> None:
    odds, same = scored(30)
    wrong = odds + 2.5  # a model that is far too sure of itself
    linked = wrong > np.log(9)
    precision, recall = rates(linked, same)
    alone = estimate(wrong, linked, NONE, *NOBODY)
    rng = np.random.default_rng(1)
    groups = (np.flatnonzero(linked), np.flatnonzero(~linked & (wrong > -6)))
    decided = np.concatenate([rng.choice(rows, min(len(rows), 400), replace=False) for rows in groups])
    told = estimate(wrong, linked, NONE, decided, same[decided], "reviewed")
    assert told.basis == "reviewed" and alone.basis == "model" and told.decided == len(decided)
    assert abs(told.precision - precision) < abs(alone.precision - precision)
    assert abs(told.recall - recall) < abs(alone.recall - recall)
    assert told.precision_low <= precision <= told.precision_high


def test_all_decided_is_the_truth() -> None:
    odds, same = scored(31, pairs=4_000)
    linked = odds > 0
    found = estimate(odds, linked, NONE, np.arange(len(odds)), same, "labels")
    precision, recall = rates(linked, same)
    assert found.precision == pytest.approx(precision, abs=1e-9) and found.recall == pytest.approx(recall, abs=0.006)


def test_decisions_that_were_obeyed_do_not_hide_what_nobody_decided() -> None:
    """Of the doubtful pairs some are decided and then linked or not as people said: the others are like them."""
    odds, same = scored(33)
    doubtful = (odds > 0) & (odds < np.log(9))
    decided = np.flatnonzero(doubtful)[::2]
    linked = odds > np.log(9)
    linked[decided] = same[decided]
    precision, recall = rates(linked, same)
    found = estimate(odds, linked, NONE, decided, same[decided], "reviewed")
    assert found.recall_low <= recall <= found.recall_high and abs(found.recall - recall) < 0.05
    assert found.precision_low <= precision <= found.precision_high


def test_capture_and_recapture() -> None:
    rng = np.random.default_rng(0)
    matches, keys = 40_000, (0.7, 0.6, 0.5)
    caught = [rng.random(matches) < chance for chance in keys]
    rules = sum(hit.astype(np.uint16) << at for at, hit in enumerate(caught))
    seen = rules > 0
    found = missed_matches(rules[seen], np.ones(seen.sum()))
    true = 1 - (1 - 0.7) * (1 - 0.6) * (1 - 0.5)
    assert found.completeness == pytest.approx(true, abs=0.02)
    assert missed_matches(np.zeros(0, dtype=np.uint16), np.zeros(0)).completeness == 1.0


def test_what_no_key_proposed_lowers_recall() -> None:
    odds, _ = scored(32)
    linked = odds > 0
    low = estimate(odds, linked, Missed(500.0, 1000.0), *NOBODY)
    high = estimate(odds, linked, NONE, *NOBODY)
    assert low.recall < 0.75 * high.recall and low.completeness < high.completeness
    assert low.precision == high.precision


def test_nothing_linked_and_nothing_compared() -> None:
    for odds in (np.empty(0), np.full(3, -9.0)):
        found = estimate(odds, np.zeros(len(odds), dtype=bool), Missed(0, 0), *NOBODY)
        assert found.pairs == 0 and found.precision == 1.0 and 0 <= found.recall <= 1
        assert np.isfinite([found.precision_low, found.recall_low, found.recall_high, found.f1]).all()


def test_clusters_tell_of_their_pairs() -> None:
    label = np.array([0, 0, 0, 1])
    a, b = np.array([0, 0, 1, 0, 1]), np.array([1, 2, 2, 3, 3])
    odds = np.array([8.0, 7.0, -1.0, 3.0, -9.0])
    np.testing.assert_allclose(group_odds(odds, label, a, b), [8.0, 7.0, 7.0, -3.0, -3.0])
