"""Trees as plain arrays: checked before use, walked in numpy.

Compiled code follows child indices without looking: one wrong index reads foreign memory and ends the process. So every
array that did not come from a fit of this process goes through :func:`check_trees` first. Each tree must hold its
parents before their children and every node but the root must have exactly one parent: then it is a tree, without
circles, and every walk ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import expit

KINDS = ("forest", "boosting")
MAX_TREES = 10_000
MAX_NODES = 60_000_000
MAX_DEPTH = 2_000
MAX_LEAF = 1e6
DTYPES = {
    "starts": np.dtype("<i8"),
    "feature": np.dtype("<i4"),
    "left": np.dtype("<i4"),
    "right": np.dtype("<i4"),
    "threshold": np.dtype("<f8"),
    "value": np.dtype("<f8"),
}
BLOCK = 16_384


class BadTrees(ValueError):
    """Arrays that are no trees; ``str`` says what is wrong."""


@dataclass(frozen=True)
class Trees:
    """All trees, one after another.

    Attributes:
        kind: ``forest`` (mean of the leaves' shares) or ``boosting`` (sum of the leaves, on the log-odds).
        columns: number of columns the trees read.
        base: log-odds before the first tree; 0 for a forest.
        starts: (t + 1,) first node of each tree, and the number of nodes.
        feature: (n,) column a node splits on, -1 for a leaf.
        left, right: (n,) node inside the same tree for values <= threshold and above; -1 for a leaf.
        threshold: (n,) 0 for a leaf.
        value: (n,) of a leaf what it says; of a split the mean over its training rows (for reasons).
    """

    kind: str
    columns: int
    base: float
    starts: np.ndarray
    feature: np.ndarray
    left: np.ndarray
    right: np.ndarray
    threshold: np.ndarray
    value: np.ndarray

    @property
    def count(self) -> int:
        return len(self.starts) - 1

    def arrays(self) -> dict[str, np.ndarray]:
        """The arrays by name, as they are stored."""
        return {name: getattr(self, name) for name in DTYPES}

    def comparable(self, X: np.ndarray) -> np.ndarray:
        """Columns as the trees compare them: a forest has learned on 32-bit numbers, boosting on 64-bit ones."""
        if self.kind == "boosting":
            return X.astype(np.float64, copy=False)
        with np.errstate(over="ignore"):  # infinity is what the library would compare with, too
            return X.astype(np.float32, copy=False)

    def finish(self, total: np.ndarray) -> np.ndarray:
        """Sum over the trees -> 0 to 1."""
        return total / self.count if self.kind == "forest" else expit(self.base + total)


def walk(trees: Trees, X: np.ndarray) -> np.ndarray:
    """(m, p) columns -> (m,) sum of the leaves over all trees, in numpy."""
    X = trees.comparable(X)
    total = np.zeros(len(X))
    for tree in range(trees.count):
        total += trees.value[leaves(trees, tree, X)]
    return total


def leaves(trees: Trees, tree: int, X: np.ndarray) -> np.ndarray:
    """(m,) node each row ends in, counted over all trees."""
    start = int(trees.starts[tree])
    node = np.full(len(X), start)
    rows = np.arange(len(X))
    while len(rows):
        here = node[rows]
        split = trees.feature[here] >= 0
        rows, here = rows[split], here[split]
        goes_left = X[rows, trees.feature[here]] <= trees.threshold[here]
        node[rows] = start + np.where(goes_left, trees.left[here], trees.right[here])
    return node


def check_trees(trees: Trees) -> None:
    """Refuse whatever is not a sound set of trees.

    Raises:
        BadTrees: what is wrong.
    """
    _check_shapes(trees)
    _check_numbers(trees)
    _check_links(trees)


def _check_shapes(trees: Trees) -> None:
    if trees.kind not in KINDS:
        raise BadTrees("kind")
    if not (isinstance(trees.columns, int) and 0 < trees.columns <= 100_000):
        raise BadTrees("columns")
    for name, dtype in DTYPES.items():
        array: Any = getattr(trees, name)
        if not isinstance(array, np.ndarray) or array.dtype != dtype or array.ndim != 1:
            raise BadTrees(f"{name}: type or shape")
    if not 1 <= trees.count <= MAX_TREES:
        raise BadTrees("number of trees")
    nodes = len(trees.feature)
    if not 1 <= nodes <= MAX_NODES:
        raise BadTrees("number of nodes")
    if any(len(getattr(trees, name)) != nodes for name in ("left", "right", "threshold", "value")):
        raise BadTrees("lengths differ")
    # Compared, not subtracted: differences of foreign numbers may overflow.
    rising = trees.starts[1:] > trees.starts[:-1]
    if trees.starts[0] != 0 or trees.starts[-1] != nodes or not rising.all():
        raise BadTrees("starts")


def _check_numbers(trees: Trees) -> None:
    if not (np.isfinite(trees.base) and abs(trees.base) <= MAX_LEAF):
        raise BadTrees("base")
    if not np.isfinite(trees.threshold).all():
        raise BadTrees("threshold not finite")
    if not np.isfinite(trees.value).all():
        raise BadTrees("value not finite")
    if trees.kind == "forest" and (trees.value.min() < 0 or trees.value.max() > 1):
        raise BadTrees("value outside 0 to 1")
    if np.abs(trees.value).max() > MAX_LEAF:
        raise BadTrees("value too large")
    if trees.feature.min() < -1 or trees.feature.max() >= trees.columns:
        raise BadTrees("feature index")


def _check_links(trees: Trees) -> None:
    sizes = np.diff(trees.starts)
    first = np.repeat(trees.starts[:-1], sizes)
    own = np.arange(len(trees.feature)) - first
    size = np.repeat(sizes, sizes)
    leaf = trees.feature == -1
    if (trees.left[leaf] != -1).any() or (trees.right[leaf] != -1).any():
        raise BadTrees("leaf with children")
    split = ~leaf
    for child in (trees.left, trees.right):
        if (child[split] <= own[split]).any() or (child[split] >= size[split]).any():
            raise BadTrees("child index")
    # Indices are known to lie inside now.
    children = np.concatenate([first[split] + trees.left[split], first[split] + trees.right[split]])
    parents = np.bincount(children, minlength=len(leaf))
    if (parents[own > 0] != 1).any():
        raise BadTrees("node with several parents or none")
    if depth_of(trees) > MAX_DEPTH:
        raise BadTrees("too deep")


def depth_of(trees: Trees) -> int:
    """Greatest number of splits above a leaf; stops counting beyond ``MAX_DEPTH``. Links must be checked before."""
    front = np.asarray(trees.starts[:-1])
    base = front
    depth = 0
    while depth <= MAX_DEPTH:
        split = trees.feature[front] >= 0
        front, base = front[split], base[split]
        if not len(front):
            return depth
        front = np.concatenate([base + trees.left[front], base + trees.right[front]])
        base = np.concatenate([base, base])
        depth += 1
    return depth
