"""Learning from labels: better than without them where the model without is wrong, and honest about itself."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.records.linking.supervised import (
    FOREST,
    LOGISTIC,
    f1_score,
    features_of,
    learn,
)
from seo_district_plugin.analysis.records.linking.types import Compared
from tests.analysis.records.linking.pair_worlds import World, draw_world

pytest.importorskip("sklearn")


def compared(world: World) -> Compared:
    names = tuple("abcde")
    labels = tuple(tuple(f"l{level}" for level in range(len(table) + 1)) for table in world.match)
    similarity = {"a": np.where(world.levels[:, 0] > 0, world.levels[:, 0] / 4, np.nan).astype(np.float32)}
    return Compared(names, world.levels, labels, similarity, np.full(len(world.levels), np.nan, dtype=np.float32))


def world_and_features(seed: int, pairs: int, ratio_helps: bool = True):
    world = draw_world(seed, pairs=pairs, share=0.2)
    ratio = world.odds(world.levels) if ratio_helps else np.zeros(pairs)
    features, names = features_of(compared(world), ratio)
    return world, features, names


def rows(pairs: int) -> tuple[np.ndarray, np.ndarray]:
    return np.arange(pairs), np.arange(pairs) + pairs


def test_features_have_no_gaps_and_names() -> None:
    _, features, names = world_and_features(1, 500)
    assert features.shape == (500, len(names)) and np.isfinite(features).all()
    assert names[:3] == ("ratio", "a", "a:known")


@pytest.mark.parametrize("pairs", [300, 1_200])
def test_learned_odds_are_nearly_those_of_truth(pairs: int) -> None:
    world, features, names = world_and_features(2, pairs, ratio_helps=False)
    learned = learn(features, names, world.same, *rows(pairs), repeats=1)
    fresh, more, _ = world_and_features(3, 4_000, ratio_helps=False)
    truth = f1_score(fresh.odds(fresh.levels) > 0, fresh.same)
    assert f1_score(learned.log_odds(more) > 0, fresh.same) > truth - 0.05
    assert abs(learned.f1[learned.method] - truth) < 0.08
    assert set(learned.f1) == ({LOGISTIC} if pairs < 500 else {LOGISTIC, FOREST, "mean"})


def test_the_unlabeled_ratio_carries_few_labels() -> None:
    world, features, names = world_and_features(4, 160)
    learned = learn(features, names, world.same, *rows(160), repeats=1)
    fresh, more, _ = world_and_features(5, 4_000)
    truth = f1_score(fresh.odds(fresh.levels) > 0, fresh.same)
    assert f1_score(learned.log_odds(more) > 0, fresh.same) > truth - 0.05


def test_the_same_again_gives_the_same() -> None:
    world, features, names = world_and_features(6, 600)
    one = learn(features, names, world.same, *rows(600), repeats=1)
    two = learn(features, names, world.same, *rows(600), repeats=1)
    np.testing.assert_array_equal(one.log_odds(features), two.log_odds(features))


def test_too_few_labels_are_an_error() -> None:
    world, features, names = world_and_features(7, 60)
    with pytest.raises(AnalysisError) as caught:
        learn(features, names, np.zeros(60, dtype=bool), *rows(60))
    assert caught.value.code == "link_labels_few" and caught.value.values["same"] == 0
    assert world.same.any()
