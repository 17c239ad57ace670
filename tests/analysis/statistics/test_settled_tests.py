"""As many draws as it takes: against exact shares, against fixed draws, and where nothing is to be found."""

from __future__ import annotations

from itertools import permutations as orders

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.statistics import permuted_lags as lags
from seo_district_plugin.analysis.statistics import spatial_weights as sw
from seo_district_plugin.analysis.statistics.autocorrelation import getis_ord
from seo_district_plugin.analysis.statistics.emerging import emerging_hot_spots, space_time_gi
from seo_district_plugin.analysis.statistics.multiple_tests import adjusted, permutations_needed
from seo_district_plugin.analysis.statistics.permuted_lags import permuted_lags, samples
from seo_district_plugin.analysis.statistics.settled_tests import ENOUGH, settled_series, settled_tests


def grid(side: int):
    x, y = np.meshgrid(np.arange(side), np.arange(side))
    xy = np.column_stack([x.ravel(), y.ravel()]).astype(float)
    return xy, sw.distance_band(xy, 1.5)


@pytest.mark.parametrize("places", [7, 150, 5000])
@pytest.mark.parametrize("size", [2, 5])
def test_samples_hold_different_places_all_equally_likely(places, size):
    drawn = samples(np.random.default_rng(1), places, size, 20_000)
    assert drawn.shape == (20_000, size) and drawn.min() >= 0 and drawn.max() < places
    ordered = np.sort(drawn, axis=1)
    assert (ordered[:, 1:] > ordered[:, :-1]).all()
    for column in drawn.T:  # every spot of the sample alike: first, last
        seen = np.bincount(column, minlength=places)
        expected = 20_000 / places
        assert ((seen - expected) ** 2 / expected).sum() < places + 6 * np.sqrt(2 * places)


def test_samples_by_choice_are_different_places():
    drawn = samples(np.random.default_rng(1), 300, 60, 500)  # too many for drawing again, too large for sorting
    assert all(len(set(row)) == 60 for row in drawn.tolist())


def test_shares_are_those_of_all_orders():
    rng = np.random.default_rng(4)
    values = rng.integers(0, 5, 7).astype(float)
    weights = sw.from_neighbors([[1, 2], [0, 2, 3], [0], [1, 4, 5], [3], [3, 6], [5]])
    dense = weights.toarray()
    high = settled_tests(values, weights, np.ones(7), first=200_000, most=200_000, seed=2)
    low = settled_tests(values, weights, -np.ones(7), first=200_000, most=200_000, seed=3)
    for place in range(7):
        others = np.delete(values, place)
        row = np.delete(dense[place], place)
        sums = np.array([row @ np.array(order) for order in orders(others)])
        lag = dense[place] @ values
        for found, share in ((high, (sums >= lag - 1e-9).mean()), (low, (sums <= lag + 1e-9).mean())):
            assert found.p[place] == pytest.approx(min(1.0, 2 * share), abs=0.012)


def test_first_round_is_the_plain_permutation_test():
    _, weights = grid(8)
    values = np.random.default_rng(5).normal(size=64)
    plain = permuted_lags(values, weights, 999, seed=9)
    side = getis_ord(values, weights).z
    found = settled_tests(values, weights, side, first=999, most=999, seed=9)
    expected = np.minimum(1.0, 2 * np.where(side > 0, plain.p_high, plain.p_low))
    np.testing.assert_allclose(found.p, expected)
    assert (found.draws == 999).all()


def test_few_draws_for_most_and_many_for_the_rest():
    xy, weights = grid(40)
    values = np.random.default_rng(6).normal(size=1600)
    values[np.hypot(*(xy - 10).T) < 4] += 3.0
    side = getis_ord(values, weights).z
    found = settled_tests(values, weights, side, seed=1)
    more = found.draws > 999
    assert 20 < more.sum() < 200 and found.draws.max() <= 999_999
    # Whoever went on had been reached by fewer than ten; whoever stopped early by ten or more.
    assert (found.reached[~more] >= ENOUGH).all()
    last = found.draws == found.draws.max()
    left = last & (found.reached < ENOUGH)
    assert found.draws.max() + 1 >= ENOUGH * permutations_needed(1600, 0.01, "fdr", int(left.sum()))
    # Then all that are left stand at the strictest level, whatever more draws would say.
    assert (adjusted(found.p)[left] <= 0.01).all() and found.open == 0
    assert (np.hypot(*(xy[adjusted(found.p) <= 0.01] - 10).T) < 6.0).mean() > 0.9
    # 999 draws alone could find none of them.
    assert 2 / 1000 * 1600 / left.sum() > 0.01


def test_the_limit_is_kept_and_told():
    xy, weights = grid(30)
    values = np.random.default_rng(6).normal(size=900)
    values[np.hypot(*(xy - 10).T) < 1.2] += 9.0
    found = settled_tests(values, weights, getis_ord(values, weights).z, most=9_999)
    assert found.draws.max() == 9_999
    assert found.open == ((found.draws == 9_999) & (found.reached < ENOUGH)).sum() > 0


@pytest.mark.parametrize("draw", ["lognormal", "counts"])
def test_nothing_is_found_where_nothing_is_however_skewed(draw):
    _, weights = grid(30)
    rng = np.random.default_rng(8)
    settled = normal = 0
    for run in range(25):
        values = rng.lognormal(0, 1.2, 900) if draw == "lognormal" else 1.0 * rng.negative_binomial(0.3, 0.1, 900)
        star = getis_ord(values, weights)
        settled += bool((adjusted(settled_tests(values, weights, star.z, seed=run, most=99_999).p) <= 0.05).any())
        normal += bool((adjusted(star.p) <= 0.05).any())
    assert settled <= 5  # 5 % expected: 1.25 of 25
    assert normal >= 15  # the reason for all this: the normal curve finds spots in pure chance


def test_islands_sides_and_seeds():
    _, weights = grid(6)
    weights = weights.tolil()
    weights[0, :] = 0
    weights[:, 0] = 0
    values = np.random.default_rng(2).normal(size=36)
    side = np.ones(36)
    side[5] = 0
    found = settled_tests(values, weights, side, seed=4)
    assert np.isnan(found.p[0]) and found.p[5] == 1.0 and found.draws[[0, 5]].tolist() == [0, 0]
    again = settled_tests(values, weights, side, seed=4)
    np.testing.assert_array_equal(found.p, again.p)
    assert not np.array_equal(found.p, settled_tests(values, weights, side, seed=5).p, equal_nan=True)


def test_uneven_weights_are_counted_alike():
    xy, _ = grid(12)
    weights = sw.distance_band(xy, 2.3, decay=lambda d: np.exp(-d))
    values = np.random.default_rng(3).lognormal(size=144)
    values[:30] += 4
    side = np.sign(weights @ (values - values.mean()))
    found = settled_tests(values, weights, side, seed=1)
    plain = permuted_lags(values, weights, 20_000, seed=77)
    expected = np.minimum(1.0, 2 * np.where(side > 0, plain.p_high, plain.p_low))
    spread = 2 * np.sqrt(expected / 2 * (1 / found.draws + 1 / 20_000)) + 2 / found.draws + 2e-4
    assert (np.abs(found.p - expected) < 5 * spread).all()


def test_series_are_tests_of_each_period_corrected_together():
    xy, weights = grid(12)
    rng = np.random.default_rng(11)
    values = rng.poisson(3, (144, 6)).astype(float)
    values[np.hypot(*(xy - 6).T) < 2.5] += 6
    values[:, 2] = 4.0
    z, flat = space_time_gi(values, weights)
    p, draws, still = settled_series(values, weights, z, seed=20)
    assert flat == 1 and (p[:, 2] == 1).all() and draws > 999 and still == 0
    one = settled_tests(values[:, 4], weights, z[:, 4], first=20_000, most=20_000, seed=1)
    spread = 2 * np.sqrt(one.p / 2 * (1 / 999 + 1 / 20_000)) + 2e-3
    assert (np.abs(p[:, 4] - one.p) < 5 * spread).all()
    short, _, _ = settled_series(values, weights, z, seed=20, most=999)
    np.testing.assert_array_equal(short[:, 4], settled_tests(values[:, 4], weights, z[:, 4], seed=24, most=999).p)
    found = emerging_hot_spots(values, weights, p=p)
    np.testing.assert_allclose(found.q, adjusted(p))
    assert (found.hot[np.hypot(*(xy - 6).T) < 1.5] == 5).all()
    with pytest.raises(AnalysisError) as caught:
        emerging_hot_spots(values, weights, p=p[:, :3])
    assert caught.value.code == "weights_other_size"


def test_bad_input_and_cancel():
    _, weights = grid(6)
    values = np.random.default_rng(2).normal(size=36)
    for given, code in (
        ((np.ones(36), weights), "values_all_equal"),
        ((np.where(np.arange(36) == 3, np.nan, 1.0), weights), "numbers_not_finite"),
        ((values[:30], weights), "weights_other_size"),
    ):
        with pytest.raises(AnalysisError) as caught:
            settled_tests(*given, np.ones(len(given[0])))
        assert caught.value.code == code
    with pytest.raises(AnalysisError) as caught:
        settled_tests(values, weights, np.ones(36), first=0)
    assert caught.value.code == "permutations_too_few"

    def stop(_fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        settled_tests(values, weights, np.ones(36), tick=stop)


def test_ticks_rise_to_one(monkeypatch):
    monkeypatch.setattr(lags, "_CELLS", 5_000)
    xy, weights = grid(15)
    values = np.random.default_rng(2).normal(size=225)
    values[np.hypot(*(xy - 7).T) < 3] += 3
    seen: list[float] = []
    settled_tests(values, weights, getis_ord(values, weights).z, most=9_999, tick=seen.append)
    assert len(seen) > 20 and seen[-1] == 1.0 and min(seen) >= 0 and max(seen) <= 1.0
