"""Folds by every method: each row held out once, in space as promised, the same by seed."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import cdist
from sklearn.cluster import KMeans

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.learning.clusters import kmeans
from seo_district_plugin.analysis.learning.folds import METHODS, NestedFolds, block_ids, fine_blocks, make_folds


def places(count=300, seed=0):
    rng = np.random.default_rng(seed)
    return rng.random((count, 2)) * [4000, 2500] + [200_000, 500_000], rng.random(count) < 0.4


def every(method, xy, labels, **more):
    rng = np.random.default_rng(9)
    extra = {
        "event": {"groups": np.where(labels, rng.integers(0, 7, len(xy)), -1)},
        "knndm": {"targets": rng.random((500, 2)) * [9000, 2500] + [200_000, 500_000]},
    }.get(method, {})
    return make_folds(xy, labels, method, **{"folds": 5, "seed": 3, **extra, **more})


@pytest.mark.parametrize("method", METHODS)
def test_every_row_is_tested_once_and_never_learned_from_then(method):
    xy, labels = places()
    found = every(method, xy, labels)
    tested = np.sum([test for _, test in found.pairs()], axis=0)
    assert (tested == 1).all() and found.count == 5 and found.method == method
    for train, test in found.pairs():
        assert test.any() and train.any() and not (train & test).any()
    np.testing.assert_array_equal(found.fold, every(method, xy, labels).fold)
    assert (every(method, xy, labels, seed=4).fold != found.fold).any() or method == "knndm"


def test_kmeans_is_a_fixed_point_and_as_tight_as_the_reference():
    xy, _ = places(500)
    costs = []
    for seed in range(20):
        label = kmeans(xy, 6, np.random.default_rng(seed))
        centers = np.array([xy[label == one].mean(axis=0) for one in range(6)])
        np.testing.assert_array_equal(cdist(xy, centers).argmin(axis=1), label)
        costs.append(((xy - centers[label]) ** 2).sum())
    reference = KMeans(6, n_init=20, random_state=0).fit(xy).inertia_
    assert min(costs) == pytest.approx(reference, rel=0.01)


def test_kmeans_with_few_different_points():
    points = np.repeat([[0.0, 0.0], [5.0, 5.0], [9.0, 0.0]], 10, axis=0)
    assert np.unique(kmeans(points, 8, np.random.default_rng(0))).tolist() == [0, 1, 2]
    many = np.random.default_rng(1).random((400, 2))
    assert np.bincount(kmeans(many, 60, np.random.default_rng(2))).min() > 0


def test_random_folds_keep_the_share_of_events():
    xy, labels = places(203)
    found = make_folds(xy, labels, "random", 5, 1)
    counts = np.bincount(found.fold)
    events = np.bincount(found.fold, labels)
    assert np.ptp(counts) <= 1 and np.ptp(events) <= 1


def test_blocks_are_held_out_whole():
    xy, labels = places(2000)
    found = make_folds(xy, labels, "blocks", 4, 2, size=500.0)
    assert found.size == 500.0 and not found.notes
    # A block of the drawn grid never is in two folds: look for the grid's shift.
    origin = np.random.default_rng(2).random(2)
    block = block_ids(xy, 500.0, origin)
    assert all(len(np.unique(found.fold[block == one])) == 1 for one in range(block.max() + 1))
    assert np.bincount(found.fold).min() > 300


def test_blocks_too_large_for_the_folds_are_made_smaller_and_that_is_said():
    xy, labels = places()
    found = make_folds(xy, labels, "blocks", 5, 0, size=50_000.0)
    assert found.count == 5
    ((code, values),) = found.notes
    assert code == "blocks_shrunk" and values["wanted"] == 50_000.0 and values["size"] == found.size < 4000
    assert make_folds(xy, labels, "blocks", 5).notes[0][0] == "blocks_default"


def test_fine_blocks_never_cross_a_fold():
    xy, labels = places(600)
    fold = make_folds(xy, labels, "kmeans", 5, 1).fold
    block = fine_blocks(xy, fold, 30)
    assert all(len(np.unique(fold[block == one])) == 1 for one in range(block.max() + 1))
    assert 30 <= block.max() + 1 <= 90 and fine_blocks(xy, count=12).max() == 11


def test_no_row_within_the_buffer_is_learned_from():
    xy, labels = places()
    found = make_folds(xy, labels, "buffer", 5, 0, size=300.0)
    for train, test in found.pairs():
        away = cdist(xy, xy[test]).min(axis=1)
        np.testing.assert_array_equal(train, away > 300.0)
    alone = make_folds(xy, labels, "buffer", len(xy), 0, size=300.0)
    assert alone.count == len(xy) and alone.test_mask(7).sum() == 1


def test_one_event_is_held_out_whole_and_absences_are_shared():
    xy, labels = places(400)
    groups = np.where(labels, np.arange(400) % 4, -1)
    found = make_folds(xy, labels, "event", 10, 0, groups=groups)
    assert found.count == 4
    assert all(len(np.unique(found.fold[groups == one])) == 1 for one in range(4))
    share = np.bincount(found.fold, labels) / np.bincount(found.fold)
    assert np.ptp(share) < 0.01
    assert ("absences_shared", {"absences": int((~labels).sum())}) in found.notes
    few = make_folds(xy, labels, "event", 2, 0, groups=groups)
    assert few.count == 2 and all(len(np.unique(few.fold[groups == one])) == 1 for one in range(4))


def test_fewer_places_than_folds():
    xy = np.repeat([[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]], 20, axis=0)
    found = make_folds(xy, np.arange(60) % 2 == 0, "kmeans", 5)
    assert found.count == 3 and found.notes == (("folds_fewer", {"asked": 5, "made": 3}),)


def test_inner_folds_are_over_the_training_rows_and_made_late():
    xy, labels = places()
    outer = make_folds(xy, labels, "buffer", 5, 0, size=200.0)
    train = outer.train_mask(0)
    inner = NestedFolds(xy[train], labels[train], outer, 3, 1)
    assert inner._made is None
    assert len(inner) == 3
    for learned, tested in inner:
        assert len(learned) == train.sum() and not (learned & tested).any()
        assert cdist(xy[train][learned], xy[train][tested]).min() > 200.0
    # One event is left: places divide what events cannot.
    dated = make_folds(xy, labels, "event", 5, groups=np.where(labels, np.arange(300) % 2, -1))
    assert len(NestedFolds(xy, labels, dated, 3, 1, groups=np.zeros(300, int))) == 3


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"method": "luck"}, "unknown_folds"),
        ({"folds": 1}, "too_few_folds"),
        ({"method": "event"}, "events_undated"),
        ({"method": "event", "groups": np.zeros(20, int)}, "one_event"),
        ({"method": "knndm"}, "targets_missing"),
        ({"method": "blocks", "size": 0.0}, "size_not_positive"),
        ({"xy": np.zeros((20, 2))}, "folds_impossible"),
        ({"xy": np.zeros((1, 2))}, "folds_impossible"),
    ],
)
def test_faults_are_named(changed, code):
    xy, labels = places(20)
    with pytest.raises(AnalysisError) as caught:
        make_folds(**{"xy": xy, "labels": labels, "method": "kmeans", **changed})
    assert caught.value.code == code
