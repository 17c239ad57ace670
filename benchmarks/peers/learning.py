"""The same validation written by hand with scikit-learn: k-means folds on coordinates, and random ones.

learning.py TABLE KIND REPEATS
"""

from __future__ import annotations

import json
import sqlite3
import sys

import numpy as np
from sklearn.cluster import KMeans
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import SplineTransformer, StandardScaler
from stopwatch import repeated

NAMES = ("slope", "cplan", "cprof", "elev", "log10_carea")


def main(table: str, kind: str, repeats: str) -> dict:
    with sqlite3.connect(f"file:{table}?mode=ro", uri=True) as file:
        rows = np.array(file.execute(f"SELECT {', '.join(NAMES)}, landslide, x, y FROM landslides").fetchall(), float)
    values, labels, xy = rows[:, :5], rows[:, 5].astype(int), rows[:, 6:]

    def model():
        if kind == "forest":
            return RandomForestClassifier(300, random_state=0, n_jobs=1)
        if kind == "boosting":
            return HistGradientBoostingClassifier(max_iter=300, early_stopping=False, random_state=0)
        if kind == "spline":
            return make_pipeline(SplineTransformer(4), StandardScaler(), LogisticRegression(C=1.0, max_iter=1000))
        return make_pipeline(StandardScaler(), LogisticRegression(C=1e9, max_iter=1000))

    def areas(fold: np.ndarray) -> tuple[list[float], float]:
        scores = np.empty(len(labels))
        for number in range(5):
            held = fold == number
            scores[held] = model().fit(values[~held], labels[~held]).predict_proba(values[held])[:, 1]
        each = [roc_auc_score(labels[fold == number], scores[fold == number]) for number in range(5)]
        return each, float(roc_auc_score(labels, scores))

    def call() -> dict:
        found: dict[str, list] = {"spatial": [], "random": [], "spatial_pooled": [], "random_pooled": []}
        for repeat in range(int(repeats)):
            random = np.empty(len(labels), dtype=int)
            for number, (_, held) in enumerate(
                StratifiedKFold(5, shuffle=True, random_state=repeat).split(values, labels)
            ):
                random[held] = number
            ways = {"spatial": KMeans(5, n_init=1, random_state=repeat).fit_predict(xy), "random": random}
            for name, fold in ways.items():
                each, together = areas(fold)
                found[name] += each
                found[f"{name}_pooled"].append(together)
        return {name: float(np.mean(values)) for name, values in found.items()}

    found, times = repeated(call, 1)
    fitted = roc_auc_score(labels, model().fit(values, labels).predict_proba(values)[:, 1])
    return {**found, "fitted": float(fitted), **times}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
