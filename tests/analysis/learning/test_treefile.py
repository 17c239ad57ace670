"""Compiled trees of the installed scikit-learn: the same numbers out of it, into it, and without it."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn")

from seo_district_plugin.analysis.learning import treefile
from seo_district_plugin.analysis.learning.trees import check_trees, walk

from .test_trees import grown


@pytest.fixture(scope="module")
def table() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(4)
    X = rng.normal(size=(400, 6))
    return X, rng.random(400) < 1 / (1 + np.exp(-X[:, 0] - X[:, 1] * X[:, 2]))


def test_a_forest_survives_the_way_out_and_in(table):
    from sklearn.ensemble import RandomForestClassifier

    X, y = table
    forest = RandomForestClassifier(25, random_state=1).fit(X, y)
    trees = treefile.from_forest([one.tree_ for one in forest.estimators_], 6)
    check_trees(trees)
    walker = treefile.compiled_walker(trees)
    assert walker is not None
    new = np.random.default_rng(5).normal(size=(500, 6))
    expected = forest.predict_proba(new)[:, 1]
    np.testing.assert_allclose(trees.finish(walker(new)), expected, atol=1e-12)
    np.testing.assert_allclose(trees.finish(walk(trees, new)), expected, atol=1e-12)


def test_boosting_survives_the_way_out_and_in(table):
    from sklearn.ensemble import HistGradientBoostingClassifier

    X, y = table
    boosting = HistGradientBoostingClassifier(max_iter=25, early_stopping=False).fit(X, y)
    base = float(np.ravel(boosting._baseline_prediction)[0])
    trees = treefile.from_boosting([one[0] for one in boosting._predictors], base, 6)
    check_trees(trees)
    walker = treefile.compiled_walker(trees)
    assert walker is not None
    new = np.random.default_rng(5).normal(size=(500, 6))
    expected = boosting.predict_proba(new)[:, 1]
    np.testing.assert_allclose(trees.finish(walker(new)), expected, atol=1e-12)
    np.testing.assert_allclose(trees.finish(walk(trees, new)), expected, atol=1e-12)


@pytest.mark.parametrize("kind", ["forest", "boosting"])
def test_random_trees_give_the_same_compiled_as_walked(kind):
    for seed in range(30):
        trees = grown(seed, kind)
        walker = treefile.compiled_walker(trees)
        assert walker is not None
        X = np.round(np.random.default_rng(seed).normal(size=(200, 3)), 1)
        np.testing.assert_allclose(walker(X), walk(trees, X), rtol=1e-12)


@pytest.mark.parametrize("kind", ["forest", "boosting"])
def test_an_unknown_generation_of_the_library_is_not_tried(kind, monkeypatch):
    from sklearn.ensemble._hist_gradient_boosting import common
    from sklearn.tree import _tree

    strange = np.dtype([("left", "<i8"), ("right", "<i8"), ("rule", "<f8")])
    monkeypatch.setattr(_tree, "NODE_DTYPE", strange)
    monkeypatch.setattr(common, "PREDICTOR_RECORD_DTYPE", strange)
    assert treefile.compiled_walker(grown(3, kind)) is None


@pytest.mark.parametrize("kind", ["forest", "boosting"])
def test_compiled_trees_that_disagree_are_not_used(kind, monkeypatch):
    name = f"_{kind}_walker"
    honest = getattr(treefile, name)
    monkeypatch.setattr(treefile, name, lambda trees: lambda X: honest(trees)(X) + 1e-6)
    assert treefile.compiled_walker(grown(3, kind)) is None


def test_proof_rows_reach_most_leaves(table):
    from sklearn.ensemble import RandomForestClassifier

    X, y = table
    forest = RandomForestClassifier(5, max_depth=4, random_state=1).fit(X, y)
    trees = treefile.from_forest([one.tree_ for one in forest.estimators_], 6)
    rows = treefile.proof_rows(trees)
    from seo_district_plugin.analysis.learning.trees import leaves

    reached = set(np.concatenate([leaves(trees, tree, rows) for tree in range(5)]).tolist())
    assert len(reached) > 0.6 * np.count_nonzero(trees.feature < 0)
