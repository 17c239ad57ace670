"""Folds whose tested places are as far from training as the places to be predicted are: kNNDM.

The training places are clustered, coarsely to finely; clusters are merged into folds; of all configurations the one is
taken whose nearest-neighbor distances between test and training places (G*j) come closest, by the Wasserstein
distance, to those from the places to be predicted to the training places (Gij). Where training places are not
clustered with respect to the area to be predicted, random folds do that.

Source: J. Linnenbrink, C. Mila, M. Ludwig, H. Meyer (2024), kNNDM: k-fold Nearest Neighbour Distance Matching
Cross-Validation for map accuracy estimation, Geoscientific Model Development 17, 5897-5912. As published: 100 numbers
of clusters from k to n - 2, evenly spaced in logarithms; Ward clusters and, as the authors advise where it matches
better, k-means clusters; clusters ordered along the first principal
component; clusters of at least n / k places are not merged; the others are dealt to the remaining folds in turn; no
fold above half of the places; one-sided Kolmogorov-Smirnov test at 5 % for random folds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy.cluster.hierarchy import cut_tree, linkage
from scipy.spatial import cKDTree
from scipy.stats import ks_2samp, wasserstein_distance

from ..errors import AnalysisError, Tick, no_tick
from .clusters import STEPS, kmeans, stratified

CONFIGURATIONS = 100
MOST_SHARE = 0.5
_MOST_WARD = 4000
"""Places up to which Ward's tree is built (all distances); above, k-means for each number of clusters."""
_MOST_TARGETS = 5000
_CONFIGURATIONS_LARGE = 20
_MOST_CLUSTERS_LARGE = 2000
_STEPS_LARGE = 15
"""Of very many places, fewer and coarser configurations, and clusters that need not be settled to the last place."""


@dataclass(frozen=True)
class Matched:
    """Folds by kNNDM.

    Attributes:
        fold: (n,) int64, 0 to k - 1.
        wasserstein: distance in metres between the two distributions below.
        clusters: clusters before merging; 0 where folds are random.
        to_train: (n,) metres from each tested place to the nearest training place of its fold (G*j).
        wanted: (m,) metres from each target to the nearest training place (Gij).
        among: (n,) metres from each training place to the nearest other one (Gj).
    """

    fold: np.ndarray
    wasserstein: float
    clusters: int
    to_train: np.ndarray
    wanted: np.ndarray
    among: np.ndarray


def match_folds(
    xy: np.ndarray,
    targets: np.ndarray,
    folds: int,
    seed: int = 0,
    *,
    labels: np.ndarray | None = None,
    most_share: float = MOST_SHARE,
    tick: Tick = no_tick,
) -> Matched:
    """Folds for the places to be predicted.

    Args:
        xy: (n, 2) metres, training places, n > folds; targets: (m, 2) metres (5,000 of them, drawn, are used).
        labels: (n,) bool: random folds, where they are taken, keep the share of events.
        most_share: no fold holds more than this share of the places.

    Raises:
        AnalysisError: ``folds_impossible`` (places).
    """
    count = len(xy)
    if count < folds + 2:
        raise AnalysisError("folds_impossible", places=count)
    rng = np.random.default_rng(seed)
    if len(targets) > _MOST_TARGETS:
        targets = targets[np.sort(rng.choice(len(targets), _MOST_TARGETS, replace=False))]
    tree = cKDTree(xy)
    wanted = tree.query(targets)[0]
    among = tree.query(xy, k=2)[0][:, 1]
    # Random folds are always a candidate; they are the answer where training places are not clustered.
    events = np.zeros(count, dtype=bool) if labels is None else np.asarray(labels, dtype=bool)
    fold = stratified(events, folds, rng)
    best = _judged(fold, 0, xy, wanted, among)
    if ks_2samp(among, wanted, alternative="greater", method="asymp").pvalue >= 0.05:
        return best
    found: Matched | None = None
    for fraction, clusters, label in _clusterings(xy, folds, rng, tick):
        tick(fraction)
        fold = merge_clusters(label, xy, folds)
        if np.bincount(fold, minlength=folds).max() > most_share * count:
            continue
        one = _judged(fold, clusters, xy, wanted, among)
        if found is None or one.wasserstein < found.wasserstein:
            found = one
    tick(1.0)
    return found if found is not None else best


def _clusterings(
    xy: np.ndarray, folds: int, rng: np.random.Generator, tick: Tick
) -> Iterator[tuple[float, int, np.ndarray]]:
    """Fraction done, number of clusters and labels, of every configuration to be tried."""
    count = len(xy)
    if count > _MOST_WARD:
        ward = np.empty((0, 0), dtype=np.int64)
        sizes = means = _spread(folds, min(count - 2, _MOST_CLUSTERS_LARGE), _CONFIGURATIONS_LARGE)
        steps = _STEPS_LARGE
    else:
        sizes = _spread(folds, count - 2, CONFIGURATIONS)
        ward = cut_tree(linkage(xy - xy.mean(axis=0), "ward"), n_clusters=sizes)
        # Many means take long and differ little from Ward's clusters by then.
        means = sizes[sizes <= count // 4]
        steps = STEPS
    total = ward.shape[1] + len(means)
    for number in range(ward.shape[1]):
        yield number / total, int(sizes[number]), ward[:, number]
    for number, size in enumerate(means):
        done = (ward.shape[1] + number) / total
        yield done, int(size), kmeans(xy, int(size), rng, partial(_beat, tick, done), steps=steps)


def _beat(tick: Tick, done: float, _fraction: float) -> None:
    tick(done)


def _spread(least: int, most: int, steps: int) -> np.ndarray:
    """Whole numbers from least to most, even in logarithms, without doubles."""
    return np.unique(np.rint(np.exp(np.linspace(np.log(least), np.log(most), steps))).astype(int))


def merge_clusters(cluster: np.ndarray, xy: np.ndarray, folds: int) -> np.ndarray:
    """Clusters to folds: large ones stay alone, the others are dealt in turn along the first principal component.

    Args:
        cluster: (n,) labels without gaps, at least ``folds`` of them.
    """
    counts = np.bincount(cluster)
    centered = xy - xy.mean(axis=0)
    axis = np.linalg.eigh(centered.T @ centered)[1][:, -1]
    # A direction has no sign of its own; fix one so that results do not depend on the library.
    axis = axis * (1.0 if axis[np.argmax(np.abs(axis))] > 0 else -1.0)
    place = np.bincount(cluster, centered @ axis) / counts
    order = np.argsort(place, kind="stable")
    fold_of = np.full(len(counts), -1)
    large = order[counts[order] >= len(xy) / folds][:folds]
    fold_of[large] = np.arange(len(large))
    small = order[fold_of[order] < 0]
    free = np.arange(len(large), folds) if len(large) < folds else np.arange(folds)
    fold_of[small] = free[np.arange(len(small)) % len(free)]
    return fold_of[cluster]


def distances_to_train(xy: np.ndarray, fold: np.ndarray) -> np.ndarray:
    """(n,) distance from each place to the nearest place of another fold (G*j); infinite with a single fold."""
    away = np.full(len(xy), np.inf)
    for number in np.unique(fold):
        tested = fold == number
        if not tested.all():
            away[tested] = cKDTree(xy[~tested]).query(xy[tested])[0]
    return away


def match_distance(xy: np.ndarray, fold: np.ndarray, targets: np.ndarray) -> float:
    """Wasserstein distance in metres between what folds test and what is to be predicted; any folds may be judged."""
    wanted = cKDTree(xy).query(targets)[0]
    return float(wasserstein_distance(distances_to_train(xy, fold), wanted))


def _judged(fold: np.ndarray, clusters: int, xy: np.ndarray, wanted: np.ndarray, among: np.ndarray) -> Matched:
    to_train = distances_to_train(xy, fold)
    return Matched(fold, float(wasserstein_distance(to_train, wanted)), clusters, to_train, wanted, among)
