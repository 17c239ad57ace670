"""Tables of a training: places with their folds and out-of-fold predictions, every prediction of every repeat, scores
of folds, importance and effects. With them each printed figure can be computed again."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qgis.core import Qgis

from ...layers.outputs import OutputField, OutputLayer
from ...layers.styling import CATEGORIES, Style, StyleClass
from ...texts import tr

if TYPE_CHECKING:
    import numpy as np

    from ...analysis.learning.training import Training
    from ...analysis.learning.validation import Validation
    from ..run import Run
    from .trainsusceptibility_gathered import Gathered

MOST_FOLDS_SHOWN = 50


def deliver(run: Run, training: Training, gathered: Gathered) -> None:
    """Hand over every table that is wanted."""
    makers = {
        "SAMPLES": lambda: _samples(run, training, gathered),
        "PREDICTIONS": lambda: _predictions(training, gathered),
        "FOLD_SCORES": lambda: _fold_scores(training),
        "IMPORTANCE": lambda: _importance(training),
        "EFFECTS": lambda: _effects(training),
    }
    for name, make in makers.items():
        if run.wanted(name):
            run.deliver(name, make())


def _samples(run: Run, training: Training, gathered: Gathered) -> OutputLayer:
    from ...layers.wkb import point_wkb

    samples = training.samples
    inside = _training_inside(training)
    fields = [
        OutputField("row", "int", [None if row < 0 else int(row) for row in gathered.rows]),
        OutputField("label", "int", samples.labels.astype(int).tolist()),
        OutputField("fold", "int", training.folds.fold.tolist()),
        OutputField("score", "real", _reals(training.score)),
        OutputField("p", "real", _reals(training.probability)),
        OutputField("dissim", "real", _reals(inside)),
    ]
    names = [factor.name for factor in samples.factors]
    fields += [
        OutputField(f"f{number}", "real", _reals(samples.values[:, number - 1]), tr("Factor {name}").format(name=name))
        for number, name in enumerate(names, start=1)
    ]
    return OutputLayer(fields, point_wkb(samples.xy), Qgis.WkbType.Point, run.crs, _fold_style(training))


def _training_inside(training: Training) -> np.ndarray:
    """Dissimilarity of each training place to those of other folds, where all were kept."""
    import numpy as np

    domain = training.model.domain
    if domain is None or len(domain.training) != len(training.samples):
        return np.full(len(training.samples), math.nan)
    return domain.training


def _fold_style(training: Training) -> Style:
    """Folds by color: neighbors that are held out together."""
    count = min(training.folds.count, MOST_FOLDS_SHOWN)
    classes = tuple(
        StyleClass(tr("Fold {number}").format(number=number), CATEGORIES[number % len(CATEGORIES)], value=number)
        for number in range(count)
    )
    tip = '[% represent_value("label") %] &middot; [% round("p", 3) %]'
    return Style("categorized", "fold", classes, size=2.2, map_tip=tip, value_maps={"label": _label_words()})


def _label_words() -> dict[str, str]:
    return {"0": tr("absence"), "1": tr("event")}


def _predictions(training: Training, gathered: Gathered) -> OutputLayer:
    """Every out-of-fold prediction of every repeat, spatial and random."""
    import numpy as np

    columns: dict[str, list] = {name: [] for name in ("folds", "repeat", "place", "row", "fold", "label", "score")}
    rows = [None if row < 0 else int(row) for row in gathered.rows]
    for word, found in _both(training):
        for repeat in range(found.repeats):
            known = np.flatnonzero(np.isfinite(found.scores[repeat]))
            columns["folds"] += [word] * len(known)
            columns["repeat"] += [repeat] * len(known)
            columns["place"] += (known + 1).tolist()
            columns["row"] += [rows[at] for at in known]
            columns["fold"] += found.fold[repeat][known].tolist()
            columns["label"] += training.samples.labels[known].astype(int).tolist()
            columns["score"] += found.scores[repeat][known].tolist()
    kinds = {"folds": "text", "score": "real"}
    return OutputLayer([OutputField(name, kinds.get(name, "int"), values) for name, values in columns.items()])


def _both(training: Training) -> list[tuple[str, Validation]]:
    return [("spatial", training.comparison.spatial), ("random", training.comparison.random)]


def _fold_scores(training: Training) -> OutputLayer:
    folds = [(word, one) for word, found in _both(training) for one in found.folds]
    metrics = ("auroc", "auprc", "brier", "log_loss")
    fields = [
        OutputField("folds", "text", [word for word, _ in folds]),
        *(
            OutputField(name, "int", [int(getattr(one, name)) for _, one in folds])
            for name in ("repeat", "fold", "trained", "tested", "events")
        ),
        OutputField("status", "text", [one.status for _, one in folds]),
        *(OutputField(name, "real", [_real(one.values[name]) for _, one in folds]) for name in metrics),
    ]
    return OutputLayer(fields)


def _importance(training: Training) -> OutputLayer:
    found = training.importance
    fields = [OutputField("factors", "text", [", ".join(one.names) for one in found])]
    for metric, short in (("auroc", "auroc"), ("log_loss", "loss")):
        parts = (("estimate", f"drop_{short}"), ("low", f"{short}_low"), ("high", f"{short}_high"))
        fields += [
            OutputField(name, "real", [_real(getattr(one.drop[metric], part)) for one in found]) for part, name in parts
        ]
    return OutputLayer(fields)


def _effects(training: Training) -> OutputLayer:
    rows = [
        (effect.name, float(at), float(value), float(share) if share is not None else None)
        for effect in training.effects
        for at, value, share in zip(effect.at, effect.effect, _shares(effect))
    ]
    names = (("factor", "text"), ("at", "real"), ("effect", "real"), ("share", "real"))
    return OutputLayer([OutputField(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(names)])


def _shares(effect) -> list:
    """Of a measured factor the share of places from this edge to the next; the last edge begins nothing."""
    return effect.share.tolist() if effect.categorical else [*effect.share.tolist(), None]


def _real(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _reals(values: np.ndarray) -> list[float | None]:
    return [_real(value) for value in values.tolist()]
