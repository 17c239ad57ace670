"""The last pages of a training's report: a map of what the model says, how it was made, and its limits."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...texts import tr
from .trainsusceptibility_words import method_word

if TYPE_CHECKING:
    from ...analysis.learning.training import Training
    from ..run import Run
    from .trainsusceptibility_gathered import Gathered

MAP_CELLS = 60_000


def draw_map(run: Run, training: Training, gathered: Gathered) -> None:
    """A coarse map of the probability over the rasters, gray outside the area of applicability."""
    import numpy as np

    from ...analysis.learning.predicting import Predictor
    from ...layers.rastersample import cell_centers, cell_values
    from .predictsusceptibility_rasters import Thinned
    from .predictsusceptibility_words import Classes, is_relative, parse_cuts, prediction_words

    grid = gathered.bands[0].raster.grid()
    step = max(1, math.ceil(math.sqrt(grid.width * grid.height / MAP_CELLS)))
    height, width = -(-grid.height // step), -(-grid.width // step)
    row, column = np.divmod(np.arange(height * width), width)
    cells = np.minimum(row * step, grid.height - 1) * grid.width + np.minimum(column * step, grid.width - 1)
    places = cell_centers(grid, cells)
    values = np.column_stack(
        [
            cell_values(band.raster, [band.band], places, grid.crs, run.context.transformContext())[0][:, 0]
            for band in gathered.bands
        ]
    )
    found = Predictor(training.model, density=False).predict(values)
    classes = Classes(parse_cuts("0.1,0.3,0.5,0.7") or (), is_relative(training.model))
    shown = classes.of(found.probability)
    shown = np.where((shown > 0) & ~found.inside, classes.count + 1, shown).astype(np.uint8)
    title = prediction_words(classes.relative)
    run.picture = Thinned(grid, step, shown.reshape(height, width)).layer(classes, title, run)
    run.caption = title + " · " + tr("gray: outside the area of applicability")


def tell_method(run: Run, training: Training) -> None:
    """How it was learned and judged, with the sources."""
    plan = training.plan
    run.method += [
        tr(
            "Everything that is learned (standardization, classes, knots, hyperparameters) is learned from the "
            "training rows of each fold alone; hyperparameters by folds of the same kind inside them."
        ),
        tr("Folds: {method}, {folds} folds, {repeats} repeats, each with a new start.").format(
            method=method_word(plan.method), folds=training.folds.count, repeats=plan.repeats
        ),
        tr(
            "Probabilities are calibrated on out-of-fold scores (Platt below 1,000 places, else isotonic); the figures "
            "of calibration use a calibrator that has not seen the fold."
        ),
        tr(
            "Area of applicability: rule of Meyer and Pebesma, factors weighted by their importance on held-out "
            "blocks, training places compared with those of other folds."
        ),
    ]
    if training.model.offset:
        run.method.append(
            tr("Prior correction of the probabilities to a share of events of {rate:g} in the area.").format(
                rate=plan.true_rate
            )
        )
    run.citations += [
        "Brenning, A. (2012). Spatial cross-validation and bootstrap for the assessment of prediction rules in remote "
        "sensing. IGARSS, 5372-5375.",
        "Meyer, H. & Pebesma, E. (2021). Predicting into unknown space? Methods in Ecology and Evolution 12, "
        "1620-1633.",
        "Apley, D. W. & Zhu, J. (2020). Visualizing the effects of predictor variables in black box supervised "
        "learning models. Journal of the Royal Statistical Society B 82, 1059-1086.",
        "King, G. & Zeng, L. (2001). Logistic regression in rare events data. Political Analysis 9, 137-163.",
    ]


def tell_limits(run: Run, training: Training) -> None:
    """What must not be read into the model."""
    run.limits += [
        tr(
            "Susceptibility says how likely it is by the nature of a place. It is no risk: how strong, how often, and "
            "what or whom it would hit are not in it."
        ),
        tr("An inventory shows where something was seen and reported; where nobody looked, nothing was found."),
    ]
    if training.plan.true_rate is None and training.model.calibrator is not None:
        run.limits.append(
            tr(
                "Probabilities refer to the share of events among the training places ({share:.0%}). Where events are "
                "rarer, they are too high: give TRUE_RATE, or read them as an order."
            ).format(share=float(training.samples.labels.mean()))
        )
    if training.model.calibrator is None:
        run.limits.append(tr("Relative suitability must not be read, added or multiplied as a probability."))
