"""kNNDM: distances by brute force, and folds that match the area to be predicted better than others do."""

from __future__ import annotations

import time

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.learning.folds import make_folds
from seo_district_plugin.analysis.learning.knndm import distances_to_train, match_distance, match_folds, merge_clusters


def clustered(seed, count=400, centers=12):
    rng = np.random.default_rng(seed)
    middle = rng.random((centers, 2)) * 10_000
    return middle[rng.integers(0, centers, count)] + rng.normal(0, 250, (count, 2))


def grid(side=40):
    step = (np.arange(side) + 0.5) * 10_000 / side
    return np.array([(x, y) for x in step for y in step])


def test_distances_by_brute_force():
    rng = np.random.default_rng(0)
    xy, fold = rng.random((80, 2)), rng.integers(0, 4, 80)
    away = cdist(xy, xy)
    away[fold[:, None] == fold] = np.inf
    np.testing.assert_allclose(distances_to_train(xy, fold), away.min(axis=1))
    assert np.isinf(distances_to_train(xy, np.zeros(80, int))).all()


@pytest.mark.parametrize("seed", range(5))
def test_clustered_samples_are_matched_better_than_by_blocks_or_at_random(seed):
    xy, targets = clustered(seed), grid()
    labels = np.arange(len(xy)) % 2 == 0
    found = match_folds(xy, targets, 5, seed)
    assert found.clusters > 0 and np.bincount(found.fold).max() <= 200
    assert found.wasserstein == pytest.approx(match_distance(xy, found.fold, targets))
    rivals = {
        method: match_distance(xy, make_folds(xy, labels, method, 5, seed).fold, targets)
        for method in ("blocks", "random")
    }
    assert found.wasserstein < min(rivals.values()), rivals


def test_samples_spread_over_the_whole_area_get_random_folds():
    rng = np.random.default_rng(3)
    xy = rng.random((300, 2)) * 10_000
    found = match_folds(xy, grid(), 5, 0, labels=rng.random(300) < 0.5)
    assert found.clusters == 0 and np.ptp(np.bincount(found.fold)) <= 1


def test_large_clusters_stay_alone_and_the_others_are_dealt_along_the_main_axis():
    xy = np.column_stack([np.repeat([0.0, 1.0, 2.0, 3.0, 9.0], [2, 2, 2, 2, 8]), np.zeros(16)])
    cluster = np.repeat([4, 2, 0, 1, 3], [2, 2, 2, 2, 8])
    assert merge_clusters(cluster, xy, 3).tolist() == [1, 1, 2, 2, 1, 1, 2, 2] + [0] * 8


def test_many_places_in_time_and_cancel():
    xy = clustered(1, 5_000, 60)
    start = time.perf_counter()
    found = match_folds(xy, grid(), 10, 0)
    assert time.perf_counter() - start < 30
    assert found.wasserstein < match_distance(xy, np.arange(5_000) % 10, grid())

    def tick(fraction: float) -> None:
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        match_folds(xy[:500], grid(), 5, tick=tick)


def test_too_few_places():
    with pytest.raises(AnalysisError) as caught:
        match_folds(np.random.default_rng(0).random((6, 2)), grid(), 5)
    assert caught.value.code == "folds_impossible"
