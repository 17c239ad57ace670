"""From a training table to a model and to all that must be said of it, in one go.

The order matters: first the look at the factors, then folds, validation in space and at random with importance on
held-out blocks, then calibration on out-of-fold scores, the interval and how many held-out shares it holds, and only at
the end the model from all rows, with its area of applicability. The figures speak of models that had not seen the rows
they were tested with; the model that is kept has seen all.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, cast

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from ..statistics.conformal import NOMINAL, Conformal, Coverage, calibrate_rates
from ..statistics.intervals import Interval
from .absences import prior_shift
from .applicability import Applicability, fit_applicability
from .calibration import learn_calibrator
from .coverage import interval_coverage
from .explaining import Effect, Importance, PermutationImportance, accumulated_effects, factor_groups
from .folds import Folds, fine_blocks, make_folds
from .metrics import ReliabilityRow, auroc, measure, reliability, roc_curve
from .modelfile import Model, training_summary
from .models import check_samples, make_learner
from .screening import screen_factors
from .types import Fitted, Learner, Samples, Settings
from .validation import Comparison, compare, cross_validate, repeated_folds
from .variogram import Variogram, residual_range

if TYPE_CHECKING:
    from .ensembles import Ensemble
    from .linear import Additive

SIZED = ("blocks", "buffer")
"""Methods whose size comes from the range of the residuals."""

SEARCHED = ("leaf", "depth", "rate", "ridge")
"""Settings that learners search for."""

Remark = tuple[str, dict[str, object]]


@dataclass(frozen=True)
class Plan:
    """How a model is learned and judged.

    Attributes:
        settings: of the model.
        method, folds, repeats, size: of the spatial folds, see :func:`.folds.make_folds`; size None: the range of
            the residuals for blocks and buffers.
        true_rate: share of places with events in the area, for the prior correction; None: none.
        level: of the intervals of probabilities.
        coverage: measure how many held-out shares the intervals hold (some 30 more fits).
        targets: (m, 2) places to be predicted, for folds by kNNDM.
        seed: of every random choice.
    """

    settings: Settings
    method: str = "kmeans"
    folds: int = 5
    repeats: int = 5
    size: float | None = None
    true_rate: float | None = None
    level: float = NOMINAL
    coverage: bool = True
    targets: np.ndarray | None = None
    seed: int = 0


@dataclass(frozen=True)
class Training:
    """A learned model with everything that is to be told of it.

    Attributes:
        samples, plan: what it was learned from and how.
        comparison: validation in space and at random, and the optimism.
        folds: spatial folds of the first repeat.
        score: (n,) out-of-fold score of the first repeat; NaN where a row could not be scored.
        probability: (n,) the same calibrated; the calibrator of a row has not seen the row's fold.
        figures: metrics of the first repeat's ``probability``, with intervals over blocks.
        fitted_auroc: of the final model on the rows it has learned from: what honest figures are not.
        model: to be stored.
        importance, effects: what it uses, and how.
        reliability: bins of the calibration plot (of ``probability``).
        curves: ``spatial`` and ``random`` -> (false positive rate, true positive rate) of the first repeat.
        coverage: of the intervals, or None.
        variogram: of the residuals, where the size of blocks was taken from it, or None.
        remarks: everything to be said: (code, values).
    """

    samples: Samples
    plan: Plan
    comparison: Comparison
    folds: Folds
    score: np.ndarray
    probability: np.ndarray
    figures: dict[str, Interval]
    fitted_auroc: float
    model: Model
    importance: tuple[Importance, ...]
    effects: tuple[Effect, ...]
    reliability: tuple[ReliabilityRow, ...]
    curves: dict[str, tuple[np.ndarray, np.ndarray]]
    coverage: Coverage | None
    variogram: Variogram | None
    remarks: tuple[Remark, ...] = field(default=())


def train(
    samples: Samples, plan: Plan, *, crs: str = "", versions: dict[str, str] | None = None, tick: Tick = no_tick
) -> Training:
    """Learn a model and judge it.

    Args:
        samples: the training table.
        plan: how.
        crs: text of the CRS of ``samples.xy``, kept with the model; versions: likewise.

    Returns:
        A :class:`Training`.

    Raises:
        AnalysisError: ``too_few_presences``, ``too_few_absences``, ``one_class_only``, ``all_factors_constant`` and
            those of the folds and of the validation.
    """
    check_samples(samples.labels)
    remarks: list[Remark] = list(screen_factors(samples.values, samples.labels, samples.factors))
    learner = make_learner(plan.settings, samples.factors)
    variogram, plan = _sized(samples, learner, plan, partial(_part, tick, 0.0, 0.1))
    folds = repeated_folds(
        samples, plan.method, plan.folds, plan.repeats, plan.seed, size=plan.size, targets=plan.targets,
        tick=partial(_part, tick, 0.1, 0.15),
    )  # fmt: skip
    random = repeated_folds(samples, "random", folds[0].count, plan.repeats, plan.seed)
    looked = PermutationImportance(samples, factor_groups(samples.values, samples.factors), seed=plan.seed)
    comparison = compare(
        samples, learner, folds, random, seed=plan.seed, targets=plan.targets, visit=looked,
        tick=partial(_part, tick, 0.15, 0.7),
    )  # fmt: skip
    remarks += [*folds[0].notes, *_of_variogram(variogram)]
    score = comparison.spatial.scores[0]
    known = np.isfinite(score)
    graded = plan.settings.model != "background"  # relative suitability is no probability and is not calibrated
    calibrator = learn_calibrator(score, samples.labels, weights=samples.weights) if graded else None
    probability = _cross_calibrated(score, samples, folds[0].fold) if graded else score
    blocks = fine_blocks(samples.xy, folds[0].fold, seed=plan.seed)
    interval = _interval(samples.labels, probability, blocks, plan.level, remarks) if graded else None
    core = learner.fit(
        samples.values, samples.labels, weights=samples.weights, inner_folds=list(folds[0].pairs()), seed=plan.seed,
        tick=partial(_part, tick, 0.7, 0.78),
    )  # fmt: skip
    coverage = None
    if plan.coverage and interval is not None:
        coverage = _coverage(
            samples, _settled(core, samples, plan), blocks, plan, remarks, partial(_part, tick, 0.78, 0.93)
        )
    remarks += [(f"model_{note}", {}) for note in getattr(core, "notes", ())]
    importance = looked.result()
    domain = _domain(samples, looked.per_factor(), folds[0].fold, remarks, plan.seed, partial(_part, tick, 0.93, 0.95))
    effects = accumulated_effects(
        core, samples.values, samples.factors, seed=plan.seed, tick=partial(_part, tick, 0.95, 0.97)
    )
    figures = measure(
        samples.labels[known], probability[known], groups=blocks[known], seed=plan.seed,
        tick=partial(_part, tick, 0.97, 1.0),
    )  # fmt: skip
    fitted = auroc(samples.labels, core.score(samples.values))
    model = Model(
        settings=plan.settings,
        factors=_with_levels(samples),
        core=cast("Additive | Ensemble", core),
        crs=crs,
        calibrator=calibrator,
        offset=_offset(samples, plan) if graded else 0.0,
        domain=domain,
        interval=interval,
        training=training_summary(samples.values, samples.factors),
        metrics=_metrics(comparison, figures, fitted, coverage),
        versions=versions or {},
        facts=_facts(samples, plan, folds[0]),
    )
    tick(1.0)
    return Training(
        samples, plan, comparison, folds[0], score, probability, figures, fitted, model, importance, effects,
        reliability(samples.labels[known], probability[known]) if graded else (),
        {name: _curve(samples.labels, one.scores[0]) for name, one in
         (("spatial", comparison.spatial), ("random", comparison.random))},
        coverage, variogram, tuple(remarks),
    )  # fmt: skip


def _part(tick: Tick, begin: float, end: float, fraction: float) -> None:
    tick(begin + (end - begin) * min(max(fraction, 0.0), 1.0))


def _sized(samples: Samples, learner: Learner, plan: Plan, tick: Tick) -> tuple[Variogram | None, Plan]:
    """The size of blocks from the range of residuals of a first validation by k-means, where none is given."""
    if plan.method not in SIZED or plan.size is not None:
        return None, plan
    first = make_folds(samples.xy, samples.labels, "kmeans", plan.folds, plan.seed)
    found = cross_validate(samples, learner, [first], seed=plan.seed, tick=lambda part: tick(0.7 * part))
    residuals = samples.labels - found.scores[0]
    variogram = residual_range(samples.xy, residuals, seed=plan.seed, tick=lambda part: tick(0.7 + 0.3 * part))
    return variogram, dataclasses.replace(plan, size=variogram.range)


def _of_variogram(variogram: Variogram | None) -> list[Remark]:
    if variogram is None:
        return []
    if variogram.range is None:
        return [(variogram.note, {"places": variogram.used})]
    return [("size_of_residuals", {"range": variogram.range, "model": variogram.model})]


def _cross_calibrated(score: np.ndarray, samples: Samples, fold: np.ndarray) -> np.ndarray:
    """Out-of-fold scores calibrated fold by fold, each by what the other folds say."""
    found = np.full(len(score), np.nan)
    known = np.isfinite(score)
    for number in np.unique(fold):
        held, others = fold == number, (fold != number) & known
        weights = None if samples.weights is None else samples.weights[others]
        try:
            calibrator = learn_calibrator(score[others], samples.labels[others], weights=weights)
        except AnalysisError:  # the other folds hold one class: nothing to learn from
            found[held] = samples.labels[others].mean() if others.any() else np.nan
            continue
        found[held] = calibrator.apply(score[held])
    return found


def _interval(
    labels: np.ndarray, probability: np.ndarray, blocks: np.ndarray, level: float, remarks: list[Remark]
) -> Conformal | None:
    known = np.isfinite(probability)
    try:
        found = calibrate_rates(labels[known], probability[known], blocks[known], level)
    except AnalysisError as problem:
        remarks.append(("no_interval", {"reason": problem.code}))
        return None
    if found.blocks < 2 / (1 - level):
        remarks.append(("interval_few_blocks", {"blocks": found.blocks}))
    return found


def _settled(core: Fitted, samples: Samples, plan: Plan) -> Learner:
    """The learner with the hyperparameters that were chosen with all places: the search is not what is judged here."""
    chosen = {name: value for name, value in getattr(core, "chosen", {}).items() if name in SEARCHED}
    if "leaf" in chosen:
        chosen["leaf"] = int(chosen["leaf"])
    if "depth" in chosen:
        chosen["depth"] = int(chosen["depth"])
    return make_learner(dataclasses.replace(plan.settings, tune=False, **chosen), samples.factors)


def _coverage(
    samples: Samples, learner: Learner, blocks: np.ndarray, plan: Plan, remarks: list[Remark], tick: Tick
) -> Coverage | None:
    def calibrate(scores: np.ndarray, labels: np.ndarray):
        if labels.all() or not labels.any():
            share = float(labels.mean())
            return lambda found: np.full(len(found), share)
        return learn_calibrator(scores, labels).apply

    try:
        return interval_coverage(samples, learner, blocks, plan.level, calibrate=calibrate, seed=plan.seed, tick=tick)
    except AnalysisError as problem:
        remarks.append(("no_coverage", {"reason": problem.code}))
        return None


def _domain(
    samples: Samples, weights: np.ndarray, fold: np.ndarray, remarks: list[Remark], seed: int, tick: Tick
) -> Applicability | None:
    try:
        found = fit_applicability(samples.values, samples.factors, weights, fold, seed=seed, tick=tick)
    except AnalysisError as problem:
        remarks.append(("no_applicability", {"reason": problem.code}))
        return None
    remarks += found.notes
    return found


def _with_levels(samples: Samples):
    """Factors with the classes that training has seen."""
    return tuple(
        dataclasses.replace(factor, levels=tuple(np.unique(samples.values[:, column]).tolist()))
        if factor.categorical
        else factor
        for column, factor in enumerate(samples.factors)
    )


def _offset(samples: Samples, plan: Plan) -> float:
    if plan.true_rate is None:
        return 0.0
    weights = np.ones(len(samples)) if samples.weights is None else samples.weights
    share = float(weights[samples.labels].sum() / weights.sum())
    return prior_shift(share, plan.true_rate)


def _metrics(
    comparison: Comparison, figures: dict[str, Interval], fitted: float, coverage: Coverage | None
) -> dict[str, float | None]:
    spatial, random = comparison.spatial, comparison.random
    found = {
        "auroc": spatial.mean("auroc").estimate,
        "auroc_random": random.mean("auroc").estimate,
        "auroc_pooled": spatial.pooled("auroc"),
        "auroc_random_pooled": random.pooled("auroc"),
        "optimism": comparison.optimism["auroc"].estimate,
        "auroc_fitted": fitted,
        "auprc": spatial.mean("auprc").estimate,
        "one_class_folds": float(spatial.one_class_folds),
        "coverage": coverage.overall.estimate if coverage is not None else None,
    }
    return {**found, **{name: figures[name].estimate for name in ("brier", "log_loss", "calibration_slope")}}


def _facts(samples: Samples, plan: Plan, folds: Folds) -> dict[str, object]:
    return {
        "rows": len(samples),
        "events": int(samples.labels.sum()),
        "validation": plan.method,
        "folds": folds.count,
        "repeats": plan.repeats,
        "size": folds.size,
        "level": plan.level,
        "true_rate": plan.true_rate,
    }


def _curve(labels: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    known = np.isfinite(scores)
    return roc_curve(labels[known], scores[known])
