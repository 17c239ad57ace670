"""Area of applicability against the published rule written out plainly."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.learning.applicability import di_threshold, fit_applicability, from_arrays
from seo_district_plugin.analysis.learning.types import Factor


def plainly(train, fold, weight, new):
    """Steps 1 to 6 of the article, all distances written out."""
    weight = np.maximum(weight, 0)
    mean, deviation = train.mean(axis=0), train.std(axis=0, ddof=1)
    points, places = (train - mean) / deviation * weight, (new - mean) / deviation * weight
    away = cdist(points, points)
    count = len(points)
    dbar = np.mean([away[i][np.arange(count) != i].mean() for i in range(count)])
    training = np.array([min(away[i][j] for j in range(count) if fold[j] != fold[i]) for i in range(count)]) / dbar
    ordered = np.sort(training)

    def quantile(share):
        place = share * (count - 1)
        low = math.floor(place)
        return ordered[low] + (place - low) * (ordered[min(low + 1, count - 1)] - ordered[low])

    threshold = min(quantile(0.75) + 1.5 * (quantile(0.75) - quantile(0.25)), ordered[-1])
    di = cdist(places, points) / dbar
    return training, threshold, di.min(axis=1), (di < threshold).sum(axis=1)


def factors(count):
    return [Factor(f"f{i}") for i in range(count)]


@pytest.mark.parametrize("seed", range(12))
def test_equal_to_the_published_rule(seed):
    rng = np.random.default_rng(seed)
    count, columns = int(rng.integers(20, 400)), int(rng.integers(1, 13))
    train = (
        rng.normal(size=(count, columns)) @ rng.normal(size=(columns, columns)) * 10.0 ** rng.integers(-3, 4, columns)
    )
    fold = rng.integers(0, 5, count)
    weight = rng.normal(0.5, 0.5, columns)
    weight[0] = 0.7
    new = np.vstack(
        [
            train[rng.integers(0, count, 1500)] + rng.normal(size=(1500, columns)) * train.std(axis=0) * s
            for s in (0.0, 1e-4, 0.3, 3.0)
        ]
    )
    found = fit_applicability(train, factors(columns), weight, fold)
    training, threshold, di, lpd = plainly(train, fold, weight, new)
    np.testing.assert_allclose(found.training, training, rtol=1e-9, atol=1e-12)
    assert found.threshold == pytest.approx(threshold, rel=1e-12)
    got, density = found.dissimilarity(new, threads=1 + seed % 2)
    np.testing.assert_allclose(got, di, rtol=1e-5, atol=2e-6)
    np.testing.assert_array_equal(found.inside(got), di <= threshold)
    assert np.abs(density - lpd).max() <= 1 and (density == lpd).mean() > 0.999


def test_by_hand():
    # Four places on a line, one factor: mean distances (10/3 ...), folds of two.
    train = np.array([[0.0], [1.0], [3.0], [10.0]])
    found = fit_applicability(train, factors(1), np.array([2.0]), np.array([0, 0, 1, 1]))
    scale = 2.0 / train.std(ddof=1)
    dbar = np.mean([14 / 3, 12 / 3, 12 / 3, 26 / 3])
    assert found.dbar == pytest.approx(dbar * scale)
    np.testing.assert_allclose(found.training * dbar, [3, 2, 2, 9])
    assert found.threshold * dbar == pytest.approx(min(4.5 + 1.5 * 2.5, 9))
    di, lpd = found.dissimilarity(np.array([[0.0], [4.0], [100.0], [np.nan], [np.inf]]))
    np.testing.assert_allclose(di[:3] * dbar, [0, 1, 90], rtol=1e-5)
    assert np.isnan(di[3:]).all() and found.inside(di).tolist() == [True, True, False, False, False]
    assert lpd.tolist() == [3, 4, 0, 0, 0]


def test_quantiles_are_of_type_seven_and_the_threshold_is_never_above_the_greatest():
    assert di_threshold(np.array([1.0, 2.0, 3.0, 4.0])) == 4.0
    assert di_threshold(np.array([1.0, 1.0, 1.0, 1.0, 9.0])) == 1.0


def test_classes_are_spread_out_standardized_and_weighted():
    rng = np.random.default_rng(2)
    train = np.column_stack([rng.normal(size=60), rng.integers(1, 4, 60)])
    fold = np.arange(60) % 3
    mixed = [Factor("a"), Factor("b", categorical=True, levels=(1.0, 2.0, 3.0))]
    found = fit_applicability(train, mixed, np.array([1.0, 0.4]), fold)
    spread = np.column_stack([train[:, 0], *(train[:, 1] == level for level in (1, 2, 3))])
    new = np.array([[0.2, 1.0], [0.2, 2.0], [-5.0, 3.0], [0.1, 9.0], [0.0, np.nan]])
    opened = np.column_stack([new[:, 0], *(new[:, 1] == level for level in (1, 2, 3))])
    training, threshold, di, _ = plainly(spread, fold, np.array([1, 0.4, 0.4, 0.4]), opened)
    np.testing.assert_allclose(found.training, training, rtol=1e-9)
    assert found.threshold == pytest.approx(threshold)
    got, _ = found.dissimilarity(new)
    np.testing.assert_allclose(got[:4], di[:4], rtol=1e-5, atol=2e-6)
    assert math.isnan(got[4])


def test_constant_and_unimportant_factors_do_not_count():
    rng = np.random.default_rng(3)
    train = np.column_stack([rng.normal(size=50), np.full(50, 0.1), rng.normal(size=50)])
    fold = np.arange(50) % 5
    found = fit_applicability(train, factors(3), np.array([1.0, 5.0, -0.2]), fold)
    assert found.source.tolist() == [0]
    alone = fit_applicability(train[:, :1], factors(1), None, fold)
    assert found.threshold == pytest.approx(alone.threshold)
    flat = fit_applicability(train, factors(3), np.array([0.0, 0.0, -1.0]), fold)
    assert flat.notes == (("importance_flat", {}),) and flat.source.tolist() == [0, 2]
    with pytest.raises(AnalysisError) as caught:
        fit_applicability(np.ones((30, 2)), factors(2), None, fold[:30])
    assert caught.value.code == "applicability_no_variation"
    with pytest.raises(AnalysisError) as caught:
        fit_applicability(np.ones((1, 2)), factors(2))
    assert caught.value.code == "too_few_rows"


def test_without_folds_every_row_is_compared_with_all_others():
    rng = np.random.default_rng(4)
    train = rng.normal(size=(80, 3))
    found = fit_applicability(train, factors(3))
    np.testing.assert_allclose(found.training, plainly(train, np.arange(80), np.ones(3), train[:1])[0])
    one = fit_applicability(train, factors(3), None, np.zeros(80))
    assert one.notes == (("applicability_one_fold", {}),) and one.threshold == found.threshold
    many = fit_applicability(train, factors(3), None, None, most=50)
    assert len(many.points) == 50 and many.notes == (("applicability_sampled", {"rows": 80, "used": 50}),)


def test_places_on_the_threshold_are_inside():
    # A grid of whole numbers: DI equals the threshold exactly at many places.
    side = np.arange(6.0)
    train = np.array([(x, y) for x in side for y in side])
    found = fit_applicability(train, factors(2), None, np.arange(36) % 2)
    step = found.threshold * found.dbar / (found.weight / found.deviation)[0]
    new = train[[5, 11, 35]] + [0.0, 1.0] * np.array([[step]]) * [0, 1]
    assert found.inside(found.dissimilarity(new * (1 - 1e-15))[0]).all()
    assert not found.inside(found.dissimilarity(train[[35]] + [0.0, step * 1.00001])[0]).any()


def test_arrays_come_back_and_damaged_ones_are_refused():
    rng = np.random.default_rng(5)
    found = fit_applicability(rng.normal(size=(40, 4)), factors(4), None, np.arange(40) % 4)
    again = from_arrays(found.arrays(), 4)
    new = rng.normal(size=(200, 4))
    np.testing.assert_array_equal(found.dissimilarity(new)[0], again.dissimilarity(new)[0])
    damages = {
        "source": np.array([0, 1, 2, 7]),
        "mean": np.zeros(3),
        "weight": np.array([1.0, 0.0, 1.0, 1.0]),
        "deviation": np.full(4, np.nan),
        "points": np.zeros((40, 3)),
        "training": np.zeros(39),
        "scalars": np.array([0.0, 1.0]),
        "level": np.array(["a"] * 4),
    }
    for name, value in damages.items():
        with pytest.raises(AnalysisError) as caught:
            from_arrays({**found.arrays(), name: value}, 4)
        assert (caught.value.code, caught.value.values["reason"]) == ("applicability_damaged", name)
    with pytest.raises(AnalysisError):
        from_arrays({}, 4)


@pytest.mark.parametrize("threads", [1, 2])
def test_stops_when_asked(threads):
    rng = np.random.default_rng(6)
    found = fit_applicability(rng.normal(size=(100, 3)), factors(3))
    seen = []

    def tick(fraction: float) -> None:
        seen.append(fraction)
        if len(seen) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        found.dissimilarity(np.zeros((400_000, 3)), threads=threads, tick=tick)
    assert len(seen) == 3


def test_density_can_be_left_out():
    rng = np.random.default_rng(7)
    found = fit_applicability(rng.normal(size=(100, 3)), factors(3))
    new = rng.normal(size=(5000, 3)).astype(np.float32)
    di, lpd = found.dissimilarity(new)
    bare, none = found.dissimilarity(new, density=False)
    np.testing.assert_allclose(bare, di, rtol=1e-5, atol=2e-6)
    assert lpd.max() > 0 and none.max() == 0


def test_a_monstrous_value_spoils_only_its_own_place():
    rng = np.random.default_rng(8)
    train, new = rng.normal(size=(100, 3)), rng.normal(size=(3000, 3))
    found = fit_applicability(train, factors(3))
    clean, density = found.dissimilarity(new)
    new[7, 1], new[8, 2] = -3.4e38, 1e25
    di, lpd = found.dissimilarity(new)
    others = np.delete(np.arange(3000), [7, 8])
    np.testing.assert_allclose(di[others], clean[others], rtol=1e-5, atol=2e-6)
    assert (lpd[others] == density[others]).mean() > 0.999
    assert (di[[7, 8]] > 1e20).all() and lpd[7] == lpd[8] == 0
