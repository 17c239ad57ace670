"""Between trees as arrays and the compiled trees of scikit-learn, one adaptor per library generation.

scikit-learn has no public way to build a tree from arrays, and its node records differ between versions. Each adaptor
knows one layout by its field names and refuses any other. What it builds is proven on random rows against the walk in
numpy before it is used; without a fitting adaptor, or without the library, trees are walked in numpy: slower, the same
numbers.

Only arrays that passed :func:`trees.check_trees` may come here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .trees import Trees, depth_of, walk

Walker = Callable[[np.ndarray], np.ndarray]
"""(m, p) columns -> (m,) sum of the leaves over all trees."""

_PROOF_ROWS = 257
_NODE_FIELDS = ("left_child", "right_child", "feature", "threshold", "impurity", "n_node_samples")
_NODE_FIELDS_1_2 = (*_NODE_FIELDS, "weighted_n_node_samples")
_NODE_FIELDS_1_3 = (*_NODE_FIELDS_1_2, "missing_go_to_left")
_BOOST_FIELDS = (
    *("value", "count", "feature_idx", "num_threshold", "missing_go_to_left", "left", "right", "gain", "depth"),
    *("is_leaf", "bin_threshold", "is_categorical", "bitset_idx"),
)


class NoAdaptor(Exception):
    """The installed library is of a generation that no adaptor knows."""


# --- out of scikit-learn -------------------------------------------------------------------------------------------


def from_forest(trees: list[Any], columns: int) -> Trees:
    """Compiled classification trees (``estimator.tree_``) of two classes, the second being True -> arrays."""
    parts: dict[str, list[np.ndarray]] = {name: [] for name in ("feature", "left", "right", "threshold", "value")}
    for tree in trees:
        leaf = tree.children_left < 0
        shares = tree.value[:, 0, :]
        parts["feature"].append(np.where(leaf, -1, tree.feature))
        parts["left"].append(np.where(leaf, -1, tree.children_left))
        parts["right"].append(np.where(leaf, -1, tree.children_right))
        parts["threshold"].append(np.where(leaf, 0.0, tree.threshold))
        # Counts before version 1.3, shares since.
        parts["value"].append(shares[:, 1] / shares.sum(axis=1))
    return _joined("forest", columns, 0.0, parts)


def from_boosting(predictors: list[Any], base: float, columns: int) -> Trees:
    """Predictors of a histogram gradient boosting without categorical splits -> arrays."""
    parts: dict[str, list[np.ndarray]] = {name: [] for name in ("feature", "left", "right", "threshold", "value")}
    for predictor in predictors:
        nodes = predictor.nodes
        if nodes["is_categorical"].any():
            raise NoAdaptor("categorical split")
        leaf = nodes["is_leaf"].astype(bool)
        left = np.where(leaf, -1, nodes["left"].astype(np.int64))
        right = np.where(leaf, -1, nodes["right"].astype(np.int64))
        parts["feature"].append(np.where(leaf, -1, nodes["feature_idx"].astype(np.int64)))
        parts["left"].append(left)
        parts["right"].append(right)
        parts["threshold"].append(np.where(leaf, 0.0, nodes["num_threshold"]))
        parts["value"].append(_means(nodes["value"], nodes["count"].astype(float), leaf, left, right))
    return _joined("boosting", columns, base, parts)


def _means(value: np.ndarray, count: np.ndarray, leaf: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Leaf values kept; every split gets the mean of its children by training rows (children stand after parents)."""
    out = np.array(value, dtype=float)
    for node in np.flatnonzero(~leaf)[::-1]:
        a, b = left[node], right[node]
        out[node] = (out[a] * count[a] + out[b] * count[b]) / (count[a] + count[b])
    return out


def _joined(kind: str, columns: int, base: float, parts: dict[str, list[np.ndarray]]) -> Trees:
    sizes = [len(part) for part in parts["feature"]]
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype("<i8")
    ints = {name: np.concatenate(parts[name]).astype("<i4") for name in ("feature", "left", "right")}
    floats = {name: np.concatenate(parts[name]).astype("<f8") for name in ("threshold", "value")}
    return Trees(kind, int(columns), float(base), starts, **ints, **floats)


# --- into scikit-learn ---------------------------------------------------------------------------------------------


def compiled_walker(trees: Trees) -> Walker | None:
    """A fast walker for checked trees, proven on random rows; None where there is none for this library."""
    try:
        walker = _forest_walker(trees) if trees.kind == "forest" else _boosting_walker(trees)
        rows = proof_rows(trees)
        same = np.allclose(walker(rows), walk(trees, rows), rtol=1e-12, atol=1e-12)
    except (NoAdaptor, ImportError, AttributeError, TypeError, ValueError, KeyError):
        return None
    return walker if same else None


def proof_rows(trees: Trees) -> np.ndarray:
    """(r, p) rows that visit many branches: values on, just below and just above thresholds that occur."""
    rng = np.random.default_rng(len(trees.feature))
    rows = rng.normal(size=(_PROOF_ROWS, trees.columns))
    split = np.flatnonzero(trees.feature >= 0)
    for column in range(trees.columns):
        at = split[trees.feature[split] == column]
        if len(at):
            cuts = trees.threshold[rng.choice(at, _PROOF_ROWS)]
            away = rng.choice([-1.0, 0.0, 1.0], _PROOF_ROWS) * (np.abs(cuts) + 1) * 10.0 ** rng.integers(-9, 1)
            rows[:, column] = cuts + away
    return trees.comparable(rows)


def _node_adaptor() -> tuple[Any, np.dtype]:
    """Tree class and node record of the installed library."""
    from sklearn.tree import _tree

    dtype = _tree.NODE_DTYPE
    if not isinstance(dtype, np.dtype):
        dtype = np.dtype(dtype)
    # 1.2 has no missing values in trees, 1.3 and later have; nothing else is known.
    if dtype.names not in (_NODE_FIELDS_1_2, _NODE_FIELDS_1_3):
        raise NoAdaptor("node record of trees")
    return _tree.Tree, dtype


def _forest_walker(trees: Trees) -> Walker:
    tree_class, dtype = _node_adaptor()
    depth = depth_of(trees)
    built = []
    for number in range(trees.count):
        part = slice(int(trees.starts[number]), int(trees.starts[number + 1]))
        size = part.stop - part.start
        leaf = trees.feature[part] < 0
        nodes = np.zeros(size, dtype=dtype)
        nodes["left_child"] = trees.left[part]
        nodes["right_child"] = trees.right[part]
        # -2 is how the library itself marks a leaf's feature and threshold.
        nodes["feature"] = np.where(leaf, -2, trees.feature[part])
        nodes["threshold"] = np.where(leaf, -2.0, trees.threshold[part])
        nodes["n_node_samples"] = 1
        nodes["weighted_n_node_samples"] = 1.0
        values = np.ascontiguousarray(trees.value[part])
        tree = tree_class(trees.columns, np.ones(1, dtype=np.intp), 1)
        tree.__setstate__(
            {"max_depth": depth, "node_count": size, "nodes": nodes, "values": values.reshape(size, 1, 1)}
        )
        built.append((tree, values))

    cuts = first_cuts(trees)

    def walker(X: np.ndarray) -> np.ndarray:
        X = np.asarray(X, dtype=np.float32)
        order = alike(X, cuts)
        X = np.ascontiguousarray(X[order])
        total = np.zeros(len(X))
        for tree, values in built:
            total += values[tree.apply(X)]
        out = np.empty_like(total)
        out[order] = total
        return out

    return walker


def first_cuts(trees: Trees) -> list[tuple[int, float]]:
    """The columns that stand first in most trees, each with the median of its thresholds there; at most eight."""
    weight = np.zeros(trees.columns)
    places: dict[int, list[float]] = {}
    front = np.asarray(trees.starts[:-1])
    base = front
    for level in range(3):
        split = trees.feature[front] >= 0
        front, base = front[split], base[split]
        for column, cut in zip(trees.feature[front].tolist(), trees.threshold[front].tolist()):
            weight[column] += 0.5**level
            places.setdefault(column, []).append(cut)
        front = np.concatenate([base + trees.left[front], base + trees.right[front]])
        base = np.concatenate([base, base])
    order = [int(column) for column in np.argsort(-weight, kind="stable")[:8] if weight[column] > 0]
    return [(column, float(np.median(places[column]))) for column in order]


def alike(X: np.ndarray, cuts: list[tuple[int, float]]) -> np.ndarray:
    """An order of the rows in which neighbors take the same first turns: the processor then guesses the next ones.

    Saves about a sixth of the time of 300 deep trees on rows in random order; the sum of a row does not depend on it.
    """
    key: np.ndarray = np.zeros(len(X), dtype=np.uint8)
    for column, cut in cuts:
        key = (key << 1) | (X[:, column] > cut).astype(np.uint8)
    return np.argsort(key, kind="stable")


def _boosting_adaptor() -> tuple[Any, np.dtype]:
    """Predictor class and node record of the installed library (the feature index grew to 64 bits in 1.4)."""
    from sklearn.ensemble._hist_gradient_boosting import common, predictor

    dtype = np.dtype(common.PREDICTOR_RECORD_DTYPE)
    if dtype.names != _BOOST_FIELDS:
        raise NoAdaptor("node record of boosting")
    return predictor.TreePredictor, dtype


def _boosting_walker(trees: Trees) -> Walker:
    predictor_class, dtype = _boosting_adaptor()
    nothing = np.zeros((0, 8), dtype=np.uint32)
    no_map = np.zeros(trees.columns, dtype=np.uint32)
    built = []
    for number in range(trees.count):
        part = slice(int(trees.starts[number]), int(trees.starts[number + 1]))
        leaf = trees.feature[part] < 0
        nodes = np.zeros(part.stop - part.start, dtype=dtype)
        nodes["is_leaf"] = leaf
        nodes["value"] = trees.value[part]
        nodes["num_threshold"] = trees.threshold[part]
        nodes["feature_idx"] = np.where(leaf, 0, trees.feature[part])
        nodes["left"] = np.where(leaf, 0, trees.left[part])
        nodes["right"] = np.where(leaf, 0, trees.right[part])
        built.append(predictor_class(nodes, nothing, nothing))

    def walker(X: np.ndarray) -> np.ndarray:
        X = np.ascontiguousarray(X, dtype=np.float64)
        total = np.zeros(len(X))
        for tree in built:
            # One thread: blocks of rows are what runs side by side.
            total += tree.predict(X, nothing, no_map, 1)
        return total

    return walker
