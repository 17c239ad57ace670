"""Moran's I, local Moran, Gi and Gi* against published figures, definitions and every permutation there is."""

from __future__ import annotations

import csv
from itertools import permutations as orders

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.statistics import permuted_lags as module
from seo_district_plugin.analysis.statistics import spatial_weights as sw
from seo_district_plugin.analysis.statistics.autocorrelation import getis_ord, local_moran, moran
from seo_district_plugin.analysis.statistics.permuted_lags import permuted_lags

MORAN = {  # I, z under normality and randomization
    "crime": (0.5001885571828611, 5.6303, 5.5894),
    "hoval": (0.1800931, 2.1713, 2.2071),
}


@pytest.fixture(scope="module", params=["crime", "hoval"])
def columbus(request, real_data):
    folder = real_data / "columbus_lisa"
    with open(folder / f"reference_{request.param}_queen.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    reference = {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}
    number = {int(key): place for place, key in enumerate(reference["POLYID"])}
    pairs = np.loadtxt(folder / "queen_neighbours.csv", delimiter=",", skiprows=1, dtype=int)
    weights = sw.from_pairs([number[a] for a, _ in pairs], [number[b] for _, b in pairs], len(rows))
    return request.param, reference[request.param.upper()], weights, reference


def test_moran_as_published(columbus):
    name, values, weights, _ = columbus
    found = moran(values, weights, permutations=999)
    statistic, normal, random = MORAN[name]
    assert found.statistic == pytest.approx(statistic, abs=1e-6)
    assert found.expected == pytest.approx(-1 / 48)
    assert found.z_normal == pytest.approx(normal, abs=6e-5)
    assert found.z_random == pytest.approx(random, abs=6e-5)
    assert found.p_folded == (0.001 if name == "crime" else found.p_folded) and found.p_folded < 0.05


def test_local_figures_as_published(columbus):
    _, values, weights, reference = columbus
    permuted = permuted_lags(values, weights, 9999, seed=1)
    local = local_moran(values, weights, permuted=permuted)
    np.testing.assert_allclose(local.statistic, reference["local_moran_I"], atol=1e-6)
    np.testing.assert_array_equal(local.quadrant, reference["quadrant"])
    for standardize, column in ((True, "gistar_z_rowstd"), (False, "gistar_z_binary")):
        star = getis_ord(values, weights, standardize=standardize, moments="cardinality")
        np.testing.assert_allclose(star.z, reference[column], atol=1e-6)
    # The reference's p-values come from 999 draws, these from 9999: the difference has a known spread.
    p = reference["p_sim_moran"]
    spread = np.sqrt(local.p_folded * (1 - local.p_folded) * (1 / 999 + 1 / 9999)) + 1 / 999
    assert (np.abs(p - local.p_folded) < 4.5 * spread).all()
    assert np.mean((p - local.p_folded) / spread) == pytest.approx(0.0, abs=0.6)


def test_z_of_gi_star_does_not_depend_on_the_scale_of_rows(columbus):
    _, values, weights, reference = columbus
    for standardize in (True, False):
        np.testing.assert_allclose(
            getis_ord(values, weights, standardize=standardize).z, reference["gistar_z_binary"], atol=1e-6
        )


def test_documented_example_of_gi():
    # Six points within 15 of each other, values and figures of the documentation of PySAL's G_Local.
    weights = sw.distance_band(np.array([(10, 10), (20, 10), (40, 10), (15, 20), (30, 20), (30, 30)]), 15.0)
    values = np.array([2, 3, 3.2, 5, 8, 7])
    gi = [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941]
    star = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
    np.testing.assert_allclose(getis_ord(values, weights, star=False).z, gi, atol=1e-7)
    np.testing.assert_allclose(getis_ord(values, weights).z, star, atol=1e-7)
    row = [-0.62074534, -0.01780611, 1.31558703, -0.12824171, 0.28843496, 1.77833941]
    found = getis_ord(values, weights, star=False, standardize=True, moments="cardinality")
    np.testing.assert_allclose(found.z, row, atol=1e-7)


# ----------------------------------------------------------------------------------------------------- by enumeration
def small(seed: int, places: int, equal: bool) -> tuple[np.ndarray, sparse.csr_matrix]:
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 4, places).astype(float)
    values[0] += 1 if np.ptp(values) == 0 else 0
    weights = (rng.random((places, places)) < 0.5) * (1.0 if equal else rng.integers(1, 4, (places, places)))
    weights[rng.integers(places), :] = 0
    np.fill_diagonal(weights, 0)
    return values, sw.checked(sparse.csr_matrix(weights))


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.booleans())
def test_analytic_scores_are_those_of_all_orders(seed, equal):
    values, weights = small(seed, 6, equal)
    if not weights.nnz:
        return
    dense = weights.toarray()
    moved = values - values.mean()
    local = local_moran(values, weights, standardize=False)
    gi = getis_ord(values, weights, star=False)
    star = getis_ord(values, weights)
    for place in range(6):
        if not dense[place].any():
            assert np.isnan([local.z[place], gi.z[place], star.z[place], star.p[place]]).all()
            assert local.quadrant[place] == 0
            continue
        others = np.delete(moved, place)
        sums = np.array([np.delete(dense[place], place) @ np.array(order) for order in orders(others)])
        spread = sums.std()
        expected = (dense[place] @ moved - sums.mean()) / spread if spread > 1e-9 else 0.0
        assert local.z[place] == pytest.approx(expected, abs=1e-8)
        assert gi.z[place] == pytest.approx(expected, abs=1e-8)
        own = dense[place].copy()
        own[place] = 1.0
        all_sums = np.array([own @ np.array(order) for order in orders(moved)])
        expected = (own @ moved) / all_sums.std() if all_sums.std() > 1e-9 else 0.0
        assert star.z[place] == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("equal", [True, False])
@pytest.mark.parametrize("cells", [4_000_000, 40])
def test_permuted_shares_are_those_of_all_orders(equal, cells, monkeypatch):
    monkeypatch.setattr(module, "_CELLS", cells)
    values, weights = small(5, 6, equal)
    dense = weights.toarray()
    count = 4000 if cells < 1000 else 20_000
    found = permuted_lags(values, weights, count, seed=3)
    moved = values - values.mean()
    for place in range(6):
        if not dense[place].any():
            assert found.island[place] and np.isnan(found.p[place])
            continue
        others = np.delete(moved, place)
        sums = np.array([np.delete(dense[place], place) @ np.array(order) for order in orders(others)])
        lag = dense[place] @ moved
        for share, exact in (
            (found.above[place] / count, np.mean(sums >= lag - 1e-9)),
            (found.below[place] / count, np.mean(sums <= lag + 1e-9)),
        ):
            assert share == pytest.approx(exact, abs=4.5 * np.sqrt(exact * (1 - exact) / count) + 1e-12)
        assert found.mean[place] == pytest.approx(sums.mean(), abs=5 * sums.std() / np.sqrt(count) + 1e-9)
        assert found.deviation[place] == pytest.approx(sums.std(), rel=0.06)


def test_moran_moments_are_those_of_all_orders():
    values, weights = small(11, 7, False)
    scaled = sw.row_standardized(weights).toarray()
    moved = values - values.mean()
    scale = 7 / scaled.sum() / (moved @ moved)
    sims = np.array([(np.array(o) @ scaled @ np.array(o)) * scale for o in orders(moved)])
    statistic = moved @ scaled @ moved * scale
    found = moran(values, weights, permutations=3000, seed=2)
    assert found.statistic == pytest.approx(statistic)
    assert found.z_random == pytest.approx((statistic - sims.mean()) / sims.std(), abs=1e-8)
    exact = min(np.mean(sims >= statistic - 1e-9), np.mean(sims <= statistic + 1e-9))
    assert found.p_folded == pytest.approx(exact, abs=4.5 * np.sqrt(exact * (1 - exact) / 3000) + 1e-3)
    assert found.p_sim == pytest.approx(min(1.0, 2 * found.p_folded))


# ----------------------------------------------------------------------------------------------------- behavior
def field(places: int = 400, seed: int = 0) -> tuple[np.ndarray, sparse.csr_matrix]:
    rng = np.random.default_rng(seed)
    xy = rng.random((places, 2))
    return rng.gamma(1.0, size=places), sw.distance_band(xy, 0.08)


def test_noise_is_found_as_often_as_the_level_says():
    shares = []
    for seed in range(12):
        values, weights = field(seed=seed)
        p = permuted_lags(values, weights, 199, seed=seed).p
        shares.append(np.nanmean(p <= 0.1))
    assert np.mean(shares) == pytest.approx(0.1, abs=0.025)


def test_the_same_seed_gives_the_same_and_scaling_rows_changes_nothing():
    values, weights = field()
    one, two = permuted_lags(values, weights, 299, seed=4), permuted_lags(values, weights, 299, seed=4)
    np.testing.assert_array_equal(one.above, two.above)
    scaled = permuted_lags(values, sw.row_standardized(weights), 299, seed=4)
    np.testing.assert_array_equal(one.above, scaled.above)
    np.testing.assert_array_equal(one.below, scaled.below)
    assert (permuted_lags(values, weights, 299, seed=5).above != one.above).any()


def test_equal_neighborhoods_are_ties_on_both_sides():
    # Counts with many zeros: neighbors that are all 0 are no rarer than chance says.
    rng = np.random.default_rng(3)
    values = (rng.random(300) < 0.1) * 0.3
    found = permuted_lags(values, sw.row_standardized(sw.k_nearest(rng.random((300, 2)), 3)), 999)
    nothing = np.isclose(found.lag, -values.mean())
    exact = (values == 0).mean() ** 3
    assert nothing.sum() > 100 and found.p_low[nothing].mean() == pytest.approx(exact, abs=0.05)
    assert (found.p_high[nothing] == 1.0).all() and (found.p[nothing] == 1.0).all()


def test_a_hot_corner_is_hot():
    xy = np.stack(np.meshgrid(np.arange(12), np.arange(12)), axis=-1).reshape(-1, 2)
    values = np.random.default_rng(0).normal(size=144)
    corner = (xy < 3).all(axis=1)
    values[corner] += 4.0
    weights = sw.distance_band(xy, 1.5)
    permuted = permuted_lags(values, weights, 999)
    star, local = getis_ord(values, weights, permuted=permuted), local_moran(values, weights, permuted=permuted)
    assert star.z[corner].min() > 2.5 and local.quadrant[corner].tolist() == [1] * 9
    assert star.p_sim[corner].max() <= 0.05 and (star.p_sim == local.p_sim).all()
    assert np.corrcoef(permuted.z, local.z)[0, 1] > 0.999


def test_ticks_and_cancel():
    values, weights = field()
    fractions: list[float] = []
    permuted_lags(values, weights, 50, tick=fractions.append)
    assert fractions == sorted(fractions) and fractions[-1] == 1.0

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        permuted_lags(values, weights, 50, tick=stop)
    with pytest.raises(Cancelled):
        moran(values, weights, permutations=50, tick=stop)


VALUES, WEIGHTS = field(20, 1)
NONE = sparse.csr_matrix((20, 20))


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: moran(np.append(VALUES[1:], np.nan), WEIGHTS), "numbers_not_finite"),
        (lambda: local_moran(np.full(20, 0.1), WEIGHTS), "values_all_equal"),
        (lambda: getis_ord(VALUES[:2], sw.from_neighbors([[1], [0]])), "too_few_places"),
        (lambda: moran(VALUES[:3], sw.from_neighbors([[1], [0], []])), "too_few_places"),
        (lambda: getis_ord(VALUES, NONE), "no_neighbors"),
        (lambda: getis_ord(VALUES[1:], WEIGHTS), "weights_other_size"),
        (lambda: getis_ord(VALUES, WEIGHTS, moments="all"), "moments_unknown"),
        (lambda: permuted_lags(VALUES, WEIGHTS, 0), "permutations_too_few"),
        (
            lambda: local_moran(VALUES, WEIGHTS, permuted=permuted_lags(VALUES[1:], WEIGHTS[1:, 1:], 9)),
            "weights_other_size",
        ),
    ],
)
def test_what_cannot_be_is_refused(call, code):
    with pytest.raises(AnalysisError) as refused:
        call()
    assert refused.value.code == code


def test_nobody_has_neighbors():
    found = permuted_lags(VALUES, NONE, 9)
    assert found.island.all() and np.isnan(found.p).all() and np.isnan(found.z).all()
