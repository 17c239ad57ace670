"""Learning from labeled pairs: how probable a match is, from similarities and from what the unlabeled model says.

Two learners, a penalized logistic regression and a forest of random trees, are tried by repeated cross-validation in
which whole groups of rows that hang together stay on one side; the better one, or their mean where there are many
labels, is kept. The log likelihood ratio of the unlabeled model is one of the features, so that few labels mend it
rather than replace it. scikit-learn is imported only here, and only when there are labels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ...errors import AnalysisError, Tick, no_tick
from .clusters import parts_of
from .fellegi_sunter import WEIGHT_CAP
from .types import Compared

LEAST = 20
"""Labels of each kind that are needed."""
MANY = 500
"""Labels from which trees are tried."""
FOLDS, REPEATS = 5, 3
TREES = 150
LOGISTIC, FOREST, MEAN = "logistic", "forest", "mean"


@dataclass(frozen=True)
class Learned:
    """A model of labeled pairs.

    Attributes:
        method: LOGISTIC, FOREST or MEAN.
        f1, loss: of the cross-validation: mean F1 at one half, mean log loss, per method tried.
        models: fitted; names: of the features.
        held: (repeats, m) probabilities of the labeled pairs, each from folds that did not see it.
    """

    method: str
    f1: dict[str, float]
    loss: dict[str, float]
    models: dict[str, Any]
    names: tuple[str, ...]
    held: np.ndarray

    def log_odds(self, features: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        """(p,) natural log odds of pairs."""
        result = np.empty(len(features))
        for start in range(0, len(features), 100_000):
            part = features[start : start + 100_000]
            chance = np.mean([_chance(model, part) for model in self.models.values()], axis=0)
            chance = np.clip(chance, 1e-12, 1 - 1e-12)
            result[start : start + 100_000] = np.log(chance) - np.log1p(-chance)
            tick(start / max(len(features), 1))
        return np.clip(result, -WEIGHT_CAP, WEIGHT_CAP)


def features_of(compared: Compared, ratio: np.ndarray) -> tuple[np.ndarray, tuple[str, ...]]:
    """(p, k) float32 without gaps: levels, similarities, which fields are known, and the unlabeled model's ratio.

    Args:
        ratio: (p,) natural log likelihood ratio of the unlabeled model.
    """
    columns, names = [np.clip(ratio, -30, 30) / 5], ["ratio"]
    for at, name in enumerate(compared.names):
        level = compared.levels[:, at].astype(np.float32)
        top = max(len(compared.labels[at]) - 1, 1)
        known = level > 0
        values = compared.similarity.get(name)
        value = (level - 1) / max(top - 1, 1) if values is None else np.nan_to_num(values, nan=0.0)
        # Half way where nothing is known: the indicator beside it takes up the rest.
        columns += [np.where(known, value, 0.5), known.astype(np.float64)]
        names += [name, f"{name}:known"]
    rare = np.log10(np.maximum(np.nan_to_num(compared.frequency, nan=1.0), 1e-9)) / -3
    columns.append(np.where(np.isfinite(compared.frequency), rare, 0.0))
    names.append("rarity")
    return np.column_stack(columns).astype(np.float32), tuple(names)


def learn(
    features: np.ndarray,
    names: tuple[str, ...],
    same: np.ndarray,
    a: np.ndarray,
    b: np.ndarray,
    *,
    seed: int = 0,
    repeats: int = REPEATS,
    tick: Tick = no_tick,
) -> Learned:
    """Fit to labeled pairs.

    Args:
        features: (m, k); same: (m,) bool; a, b: (m,) rows of the pairs.

    Raises:
        AnalysisError: ``link_labels_few`` (same, different, least).
    """
    yes, no = int(same.sum()), int((~same).sum())
    if min(yes, no) < LEAST:
        raise AnalysisError("link_labels_few", same=yes, different=no, least=LEAST)
    methods = [LOGISTIC, FOREST] if len(same) >= MANY else [LOGISTIC]
    out = {method: np.zeros((repeats, len(same))) for method in methods}
    groups = _groups(a, b)
    steps = repeats * FOLDS * len(methods)
    for repeat in range(repeats):
        fold = _folds(groups, same, np.random.default_rng([seed, repeat]))
        for number in range(FOLDS):
            test = fold == number
            for at, method in enumerate(methods):
                if test.any():
                    model = _fitted(method, features[~test], same[~test], seed)
                    out[method][repeat, test] = _chance(model, features[test])
                tick(((repeat * FOLDS + number) * len(methods) + at) / steps)
    if len(methods) > 1:
        out[MEAN] = np.mean([out[method] for method in methods], axis=0)
    loss = {method: _loss(chance, same) for method, chance in out.items()}
    f1 = {method: float(np.mean([f1_score(row >= 0.5, same) for row in chance])) for method, chance in out.items()}
    # Both are means over the same pairs; the harder one decides only where F1 is equal.
    method = max(out, key=lambda name: (round(f1[name], 4), -loss[name]))
    chosen = methods if method == MEAN else [method]
    models = {each: _fitted(each, features, same, seed) for each in chosen}
    return Learned(method, f1, loss, models, names, out[method])


def f1_score(said: np.ndarray, same: np.ndarray) -> float:
    """F1 of decisions; 0 where nothing is right."""
    right = float((said & same).sum())
    return 2 * right / max(float(said.sum() + same.sum()), 1.0)


def _loss(chance: np.ndarray, same: np.ndarray) -> float:
    p = np.clip(chance, 1e-6, 1 - 1e-6)
    return float(-np.mean(np.where(same[None, :], np.log(p), np.log1p(-p))))


def _groups(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(m,) group of each pair: rows that labels of "same" or "different" tie together would tell of each other; where
    all hang together, the first row of the pair."""
    rows = int(max(a.max(), b.max())) + 1
    _, part = parts_of(rows, a, b)
    size = np.bincount(part[a])
    return part[a] if size.max() < 0.3 * len(a) else a


def _folds(groups: np.ndarray, same: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(m,) fold of each pair: whole groups, those with matches spread evenly."""
    ids, of = np.unique(groups, return_inverse=True)
    matches = np.bincount(of, weights=same)
    order = np.lexsort((rng.random(len(ids)), -matches))
    fold = np.empty(len(ids), dtype=np.int64)
    fold[order] = np.arange(len(ids)) % FOLDS
    return fold[of]


def _fitted(method: str, features: np.ndarray, same: np.ndarray, seed: int) -> Any:
    if method == LOGISTIC:
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        return make_pipeline(StandardScaler(), LogisticRegression(C=1.0, max_iter=2000)).fit(features, same)
    from sklearn.ensemble import ExtraTreesClassifier

    # Trees that split at random need no threads and no tuning, and are smooth enough to be probabilities.
    return ExtraTreesClassifier(n_estimators=TREES, max_features=0.5, random_state=seed, n_jobs=None).fit(
        features, same
    )


def _chance(model: Any, features: np.ndarray) -> np.ndarray:
    # A forest says 0 and 1 where all its trees agree: as sure as so many trees can be.
    return np.clip(model.predict_proba(features)[:, 1], 1 / (4 * TREES), 1 - 1 / (4 * TREES))
