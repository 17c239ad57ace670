"""Small model files for the tests, learned by the plugin's own kernel in a blink."""

from __future__ import annotations

from pathlib import Path

import numpy as np


def zone_model(layer, fields: list[str], path: Path) -> Path:
    """A model of the fields of a layer; where it happened is drawn from them by chance."""
    rows = [[feature[name] for name in fields] for feature in layer.getFeatures()]
    values = np.array([row for row in rows if all(isinstance(value, (int, float)) for value in row)], dtype=float)
    size = np.arange(len(values))
    steep = (values - values.mean(axis=0)) / values.std(axis=0)
    labels = np.random.default_rng(3).random(len(values)) < 1 / (1 + np.exp(0.5 - 1.5 * steep[:, 0] + steep[:, 1]))
    return written_model(values, labels, fields, path, groups=size * 8 // len(size))


def written_model(
    values: np.ndarray,
    labels: np.ndarray,
    names: list[str],
    path: Path,
    *,
    groups: np.ndarray | None = None,
    kind: str = "logistic",
    units: dict[str, str] | None = None,
    classes: tuple[str, ...] = (),
    domain: bool = True,
    interval: bool = True,
    **settings: object,
) -> Path:
    """Learn from (n, k) values and (n,) labels and save; ``groups``: the blocks of the folds."""
    from seo_district_plugin.analysis.learning.applicability import fit_applicability
    from seo_district_plugin.analysis.learning.calibration import learn_calibrator
    from seo_district_plugin.analysis.learning.modelfile import Model, save, training_summary
    from seo_district_plugin.analysis.learning.models import make_learner
    from seo_district_plugin.analysis.learning.types import Factor, Settings
    from seo_district_plugin.analysis.statistics.conformal import calibrate_rates

    units = units or {}
    factors = tuple(
        Factor(name, units.get(name, ""), name in classes, tuple(np.unique(values[:, j])) if name in classes else ())
        for j, name in enumerate(names)
    )
    groups = np.arange(len(values)) * 8 // len(values) if groups is None else groups
    learner = make_learner(Settings(model=kind, tune=False, **settings), factors)
    held_out = np.empty(len(values))
    for group in np.unique(groups):
        rest = groups != group
        held_out[~rest] = learner.fit(values[rest], labels[rest], seed=1).score(values[~rest])
    calibrator = None if kind == "background" else learn_calibrator(held_out, labels)
    scores = held_out if calibrator is None else calibrator.apply(held_out)
    model = Model(
        learner.settings,
        factors,
        learner.fit(values, labels, seed=1),
        crs="EPSG:5186",
        calibrator=calibrator,
        domain=fit_applicability(values, factors, fold=groups) if domain else None,
        interval=calibrate_rates(labels, scores, groups) if interval else None,
        training=training_summary(values, factors),
        metrics={"auroc": 0.77, "auroc_random": 0.81, "optimism": 0.04, "brier": None},
        versions={"plugin": "0"},
    )
    save(path, model)
    return path
