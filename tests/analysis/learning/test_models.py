"""Learners by name: the same trees as the library's, tuned by the folds given, stopped at any stage, blind outside."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.learning import models
from seo_district_plugin.analysis.learning.linear import random_folds
from seo_district_plugin.analysis.learning.models import check_samples, make_learner
from seo_district_plugin.analysis.learning.types import MODELS, Factor, Settings

FACTORS = tuple(Factor(f"f{i}") for i in range(3)) + (Factor("class", categorical=True),)


def table(rows: int = 240, seed: int = 2) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    values = np.column_stack([rng.normal(size=(rows, 3)) * [1, 20, 0.1], rng.integers(0, 3, rows)])
    eta = 1.5 * values[:, 0] + values[:, 1] / 20 * (values[:, 2] > 0) + (values[:, 3] == 1)
    return values, rng.random(rows) < 1 / (1 + np.exp(-eta))


@pytest.mark.parametrize("stage", [1e-9, 0.05, 1e9])
@pytest.mark.parametrize("model", ["forest", "boosting"])
def test_stages_give_the_trees_of_one_call(model, stage, monkeypatch):
    ensemble = pytest.importorskip("sklearn.ensemble")
    import threadpoolctl

    monkeypatch.setattr(models, "STAGE_SECONDS", stage)
    values, labels = table()
    found = make_learner(Settings(model=model, trees=24, tune=False, leaf=3), FACTORS).fit(values, labels, seed=7)
    X = found.design.matrix(values)
    if model == "forest":
        peer = ensemble.RandomForestClassifier(24, min_samples_leaf=3, random_state=7).fit(X, labels)
    else:
        peer = ensemble.HistGradientBoostingClassifier(
            max_iter=24, min_samples_leaf=3, early_stopping=False, random_state=7
        )
        with threadpoolctl.threadpool_limits(1, user_api="openmp"):
            peer.fit(X, labels)
    np.testing.assert_allclose(found.score(values), peer.predict_proba(X)[:, 1], atol=1e-12)
    assert found.trees.count == 24


@pytest.mark.parametrize("model", MODELS)
def test_the_same_seed_gives_the_same_model_on_any_number_of_threads(model):
    if model in ("forest", "boosting"):
        pytest.importorskip("sklearn")
    values, labels = table()
    new = table(seed=9)[0]
    scores = [
        make_learner(Settings(model=model, trees=20, threads=threads), FACTORS).fit(values, labels, seed=1).score(new)
        for threads in (1, 2)
    ]
    np.testing.assert_array_equal(scores[0], scores[1])
    assert scores[0].min() >= 0 and scores[0].max() <= 1
    assert np.mean(scores[0][table(seed=9)[1]]) > np.mean(scores[0][~table(seed=9)[1]]) + 0.1


@pytest.mark.parametrize("model", MODELS)
def test_cancel_bites_at_every_stage_of_the_fit(model):
    if model in ("forest", "boosting"):
        pytest.importorskip("sklearn")
    values, labels = table()
    learner = make_learner(Settings(model=model, trees=10), FACTORS)
    calls: list[float] = []
    learner.fit(values, labels, tick=calls.append)
    assert min(calls) >= 0 and max(calls) <= 1
    assert calls == sorted(calls)

    for stop_at in {0, 1, len(calls) // 2, len(calls) - 1}:
        seen = 0

        def tick(_fraction: float, stop_at: int = stop_at) -> None:
            nonlocal seen
            if seen == stop_at:
                raise Cancelled
            seen += 1

        with pytest.raises(Cancelled):
            learner.fit(values, labels, tick=tick)


@pytest.mark.parametrize("model", ["forest", "boosting"])
def test_tuning_uses_the_inner_folds_and_respects_what_is_fixed(model, monkeypatch):
    pytest.importorskip("sklearn")
    values, labels = table()
    folds = random_folds(labels, 3, 1)
    seen: list[int] = []
    original = models.TreeLearner._fit

    def spy(self, design, rows, *rest):
        seen.append(len(rows))
        return original(self, design, rows, *rest)

    monkeypatch.setattr(models.TreeLearner, "_fit", spy)
    found = make_learner(Settings(model=model, trees=10), FACTORS).fit(values, labels, inner_folds=folds)
    grid = models.FOREST_GRID if model == "forest" else models.BOOSTING_GRID
    assert seen == [int(train.sum()) for train, _ in folds for _ in grid] + [len(labels)]
    assert {name: found.chosen[name] for name in grid[0]} in [dict(entry) for entry in grid]
    seen.clear()
    fixed = Settings(model=model, trees=10, leaf=4, depth=2, rate=0.3)
    found = make_learner(fixed, FACTORS).fit(values, labels, inner_folds=folds)
    assert seen == [len(labels)]
    assert found.chosen["leaf"] == 4 and found.chosen["depth"] == 2


@pytest.mark.parametrize("model", MODELS)
def test_unseen_classes_and_constant_factors(model):
    if model in ("forest", "boosting"):
        pytest.importorskip("sklearn")
    values, labels = table()
    values[:, 1] = 3.0
    found = make_learner(Settings(model=model, trees=10, tune=False), FACTORS).fit(values, labels)
    assert found.design.constant == (1,)
    new = values[:5].copy()
    new[:, 3] = 77.0
    assert np.isfinite(found.score(new)).all()
    assert found.design.unseen(new).all()


def test_what_is_refused():
    labels = np.arange(40) < 10
    with pytest.raises(AnalysisError) as caught:
        check_samples(labels)
    assert (caught.value.code, caught.value.values) == ("too_few_presences", {"count": 10, "needed": 20})
    with pytest.raises(AnalysisError) as caught:
        check_samples(~labels)
    assert caught.value.code == "too_few_absences"
    with pytest.raises(AnalysisError) as caught:
        check_samples(np.zeros(40, dtype=bool))
    assert caught.value.code == "one_class_only"
    check_samples(np.arange(40) < 20)
    with pytest.raises(AnalysisError) as caught:
        make_learner(Settings(model="oracle"), FACTORS)
    assert caught.value.code == "model_unknown"


def test_without_scikit_learn_only_trees_are_out_of_reach(monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "sklearn"]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, "sklearn", None)
    monkeypatch.setitem(sys.modules, "sklearn.ensemble", None)
    values, labels = table()
    for model in MODELS:
        if model in ("forest", "boosting"):
            with pytest.raises(AnalysisError) as caught:
                make_learner(Settings(model=model), FACTORS)
            assert caught.value.code == "learning_library_missing"
        else:
            make_learner(Settings(model=model), FACTORS).fit(values, labels)
