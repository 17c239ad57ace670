"""Trees as arrays: the walk, and that nothing unsound passes the check."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.learning.trees import BadTrees, Trees, check_trees, depth_of, leaves, walk


def grown(seed: int, kind: str = "forest", trees: int = 4, columns: int = 3) -> Trees:
    """Random sound trees, parents before children."""
    rng = np.random.default_rng(seed)
    parts: dict[str, list] = {name: [] for name in ("feature", "left", "right", "threshold", "value")}
    starts = [0]
    for _ in range(trees):
        feature, left, right = [-1], [-1], [-1]
        for _ in range(int(rng.integers(0, 12))):
            leaf = int(rng.choice(np.flatnonzero(np.array(feature) < 0)))
            feature[leaf], left[leaf], right[leaf] = int(rng.integers(columns)), len(feature), len(feature) + 1
            for one in (feature, left, right):
                one += [-1, -1]
        split = np.array(feature) >= 0
        parts["feature"] += feature
        parts["left"] += left
        parts["right"] += right
        parts["threshold"] += np.where(split, np.round(rng.normal(size=len(feature)), 1), 0).tolist()
        parts["value"] += rng.random(len(feature)).tolist()
        starts.append(len(parts["feature"]))
    types = {"feature": "<i4", "left": "<i4", "right": "<i4", "threshold": "<f8", "value": "<f8"}
    arrays = {name: np.array(part, dtype=types[name]) for name, part in parts.items()}
    return Trees(kind, columns, 0.0, np.array(starts, dtype="<i8"), **arrays)


def one_by_one(trees: Trees, row: np.ndarray) -> float:
    total = 0.0
    for tree in range(trees.count):
        start = node = int(trees.starts[tree])
        while trees.feature[node] >= 0:
            below = row[trees.feature[node]] <= trees.threshold[node]
            node = start + int(trees.left[node] if below else trees.right[node])
        total += trees.value[node]
    return total


@given(st.integers(0, 5_000), st.sampled_from(["forest", "boosting"]))
def test_the_walk_is_the_definition(seed, kind):
    trees = grown(seed, kind)
    check_trees(trees)
    X = np.round(np.random.default_rng(seed + 1).normal(size=(30, 3)), 1)
    expected = [one_by_one(trees, row) for row in trees.comparable(X)]
    np.testing.assert_allclose(walk(trees, X), expected, rtol=1e-12)
    assert (trees.feature[leaves(trees, 0, trees.comparable(X))] == -1).all()


def test_a_forest_compares_in_single_precision():
    """0.1 as a 32-bit number is above 0.1 as a 64-bit one: the library decides so, and so does the walk."""
    arrays = {
        "feature": np.array([0, -1, -1], "<i4"),
        "left": np.array([1, -1, -1], "<i4"),
        "right": np.array([2, -1, -1], "<i4"),
        "threshold": np.array([0.1, 0, 0], "<f8"),
        "value": np.array([0.5, 0.0, 1.0], "<f8"),
    }
    starts = np.array([0, 3], "<i8")
    assert walk(Trees("forest", 1, 0.0, starts, **arrays), np.array([[0.1]]))[0] == 1.0
    assert walk(Trees("boosting", 1, 0.0, starts, **arrays), np.array([[0.1]]))[0] == 0.0


def changed(trees: Trees, name: str, at: int, value: float) -> Trees:
    array = getattr(trees, name).copy()
    array[at] = value
    return replace(trees, **{name: array})


WRONG = [
    ("left", 10**6, "child index"),
    ("right", 2**31 - 1, "child index"),
    ("left", -5, "child index"),
    ("left", 0, "child index"),  # a circle through the root
    ("feature", 3, "feature index"),
    ("feature", -2, "feature index"),
    ("threshold", np.nan, "threshold not finite"),
    ("threshold", np.inf, "threshold not finite"),
    ("value", np.nan, "value not finite"),
    ("value", 1.5, "value outside 0 to 1"),
]


@pytest.mark.parametrize(("name", "value", "what"), WRONG)
def test_one_wrong_number_is_refused(name, value, what):
    trees = grown(3)
    split = int(np.flatnonzero(trees.feature >= 0)[0])
    with pytest.raises(BadTrees, match=what):
        check_trees(changed(trees, name, split, value))


def test_a_node_with_two_parents_or_none_is_refused():
    trees = grown(3)
    split = int(np.flatnonzero(trees.feature >= 0)[0])
    with pytest.raises(BadTrees, match="parents"):
        check_trees(changed(trees, "left", split, int(trees.right[split])))
    leaf = int(np.flatnonzero(trees.feature < 0)[0])
    with pytest.raises(BadTrees, match="leaf with children"):
        check_trees(changed(trees, "left", leaf, 1))


def test_wrong_shapes_and_types_are_refused():
    trees = grown(3)
    for bad in (
        replace(trees, feature=trees.feature[:-1]),
        replace(trees, feature=trees.feature.astype("<i8")),
        replace(trees, value=trees.value[None, :]),
        replace(trees, starts=trees.starts[::-1].copy()),
        replace(trees, starts=np.array([0, 2**62, -(2**62), len(trees.feature)], "<i8")),
        replace(trees, starts=np.zeros(1, "<i8")),
        replace(trees, kind="shrub"),
        replace(trees, columns=0),
        replace(trees, base=np.nan),
        replace(trees, left=trees.left.astype(object)),
    ):
        with pytest.raises(BadTrees):
            check_trees(bad)


@given(st.integers(0, 3_000), st.data())
def test_whatever_passes_the_check_can_be_walked(seed, data):
    """Random changes of links: refused, or a tree whose every walk ends at a leaf of its own."""
    trees = grown(seed % 50)
    name = data.draw(st.sampled_from(["left", "right", "feature", "starts"]))
    array = getattr(trees, name)
    bad = changed(trees, name, data.draw(st.integers(0, len(array) - 1)), data.draw(st.integers(-3, 30)))
    try:
        check_trees(bad)
    except BadTrees:
        return
    X = np.random.default_rng(seed).normal(size=(20, 3))
    for tree in range(bad.count):
        end = leaves(bad, tree, X)
        assert ((end >= bad.starts[tree]) & (end < bad.starts[tree + 1])).all()


def test_depth_counts_splits():
    depth = 40
    n = 2 * depth + 1
    feature, left, right = np.full(n, -1, "<i4"), np.full(n, -1, "<i4"), np.full(n, -1, "<i4")
    feature[0:-1:2] = 0
    left[0:-1:2], right[0:-1:2] = np.arange(1, n, 2), np.arange(2, n + 1, 2)
    chain = Trees("forest", 1, 0.0, np.array([0, n], "<i8"), feature, left, right, np.zeros(n), np.zeros(n))
    check_trees(chain)
    assert depth_of(chain) == depth
    assert depth_of(grown(3)) >= 1
