"""What the report of a training says: how good the model is where it has not been, what it uses, where to trust it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...texts import tr
from .trainsusceptibility_method import draw_map, tell_limits, tell_method
from .trainsusceptibility_words import method_word, model_word, remark_text

if TYPE_CHECKING:
    from ...analysis.learning.explaining import Effect
    from ...analysis.learning.training import Training
    from ...analysis.statistics.intervals import Interval
    from ...reports.report import Section
    from ..run import Run
    from .trainsusceptibility_gathered import Gathered

SHOWN_EFFECTS = 8
GOOD_SLOPE = (0.8, 1.25)


def tell_remarks(run: Run, training: Training, gathered: Gathered) -> None:
    """Every remark of the learning, in the log; those that shake the result as warnings."""
    loud = ("factor_leaks", "model_separated", "no_applicability", "blocks_shrunk", "interval_few_blocks")
    for code, values in training.remarks:
        (run.warn if code in loud else run.info)(remark_text(code, values))
    if training.comparison.spatial.one_class_folds:
        run.warn(
            tr("{count} test folds hold one class only: they have no AUROC and are left out of the mean.").format(
                count=training.comparison.spatial.one_class_folds
            )
        )
    for what, count in gathered.counts:
        run.info(f"{what}: {count:,}")


def describe(run: Run, training: Training, gathered: Gathered) -> None:
    """Fill summary, sections, method, citations, limits and the map."""
    run.summary = _summary(training)
    if not run.wanted("REPORT"):
        return
    if gathered.bands:
        draw_map(run, training, gathered)
    run.sections = [_ranking(training), *_calibration(training), _uses(training), _trust(training, gathered)]
    remarks = [remark_text(code, values) for code, values in training.remarks]
    if remarks or gathered.counts:
        run.sections.append(_remarks(remarks, gathered))
    tell_method(run, training)
    tell_limits(run, training)


def _summary(training: Training) -> str:
    spatial, random = training.comparison.spatial.mean("auroc"), training.comparison.random.mean("auroc")
    optimism = training.comparison.optimism["auroc"]
    quality = tr(
        "{model}, learned from {events:,} events and {absences:,} places without. Held out by {method}, it puts an "
        "event above another place in {auroc:.0%} of cases (AUROC {auroc:.3f}; 95 % interval {low:.3f} to {high:.3f}). "
        "Random folds would have said {random:.3f} ({optimism:+.3f})."
    ).format(
        model=_capital(model_word(training.plan.settings.model)),
        events=int(training.samples.labels.sum()),
        absences=int((~training.samples.labels).sum()),
        method=method_word(training.plan.method),
        auroc=spatial.estimate,
        low=spatial.low,
        high=spatial.high,
        random=random.estimate,
        optimism=optimism.estimate,
    )
    return f"{quality} {_verdict(training)}".strip()


def _verdict(training: Training) -> str:
    """What may be done with the model, in a sentence; nothing where nothing speaks against it."""
    if not training.comparison.spatial.mean("auroc").low > 0.5:
        return tr("That cannot be told from chance: do not use this model where it has not been.")
    slope = training.figures["calibration_slope"].estimate if training.reliability else math.nan
    if slope < GOOD_SLOPE[0] or slope > GOOD_SLOPE[1]:
        return tr("Read its values as an order of places, not as probabilities.")
    return ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# ---------------------------------------------------------------------------------------------------- ranking
def _ranking(training: Training) -> Section:
    from ...reports.figures import line_curve
    from ...reports.report import Column, Plot, Section, TableView

    spatial, random = training.comparison.spatial, training.comparison.random
    curves = {
        tr("held out in space"): training.curves["spatial"],
        tr("held out at random"): training.curves["random"],
    }
    plot = Plot(
        tr("Spatial beside random"),
        line_curve(
            curves, x_title=tr("False alarms (share of the places without an event)"),
            y_title=tr("Hits (share of the events)"), diagonal=True,
        ),
        tr(
            "ROC curves of the first repeat, all held-out places together: the more places are called, the more hits "
            "and false alarms. The gap between the lines is optimism; on the dashed line a model is worth nothing."
        ),
    )  # fmt: skip
    words = {
        "auroc": tr("AUROC (order; 0.5 = chance)"),
        "auprc": tr("AUPRC (share of events among the places called; chance = share of events)"),
        "brier": tr("Brier score (less is better)"),
        "log_loss": tr("Log loss (less is better)"),
    }
    rows = []
    for metric, word in words.items():
        one, other, gap = spatial.mean(metric), random.mean(metric), training.comparison.optimism[metric]
        rows.append([word, one.estimate, _span(one), other.estimate, gap.estimate, _span(gap)])
    columns = [
        tr("Measure"), Column(tr("In space, mean"), "", 3), tr("95 % interval"), Column(tr("At random, mean"), "", 3),
        Column(tr("Optimism"), "", 3), tr("95 % interval"),
    ]  # fmt: skip
    pooled = [
        [tr("AUROC, all held-out places of a repeat together"), spatial.pooled("auroc"), random.pooled("auroc")],
        [tr("AUROC on the places it was learned from (never a figure of quality)"), training.fitted_auroc, None],
    ]
    caption = tr(
        "Mean over {repeats} repeats x {folds} folds that hold both classes ({left} folds left out). Scores before "
        "calibration."
    ).format(repeats=spatial.repeats, folds=training.folds.count, left=spatial.one_class_folds)
    text = tr(
        "Neighbors are alike. When places are held out at random, the model has seen the neighbor of nearly every "
        "place it is tested with, and looks better than it will be elsewhere. Believe the figures in space."
    )
    return Section(
        tr("How good is it where it has not been?"),
        [text],
        [plot],
        [
            TableView(tr("Quality in space and at random"), columns, rows, caption),
            TableView(
                tr("For comparison"),
                [tr("Measure"), Column(tr("In space"), "", 3), Column(tr("At random"), "", 3)],
                pooled,
                "",
            ),
        ],
    )


def _span(interval: Interval) -> str:
    if not (math.isfinite(interval.low) and math.isfinite(interval.high)):
        return "–"
    return tr("{low} to {high}").format(low=f"{interval.low:.3f}", high=f"{interval.high:.3f}")


# ------------------------------------------------------------------------------------------------ calibration
def _calibration(training: Training) -> list[Section]:
    from ...reports.figures import line_curve
    from ...reports.report import Column, Plot, Section, TableView

    if not training.reliability:
        return []
    predicted = [row.predicted for row in training.reliability]
    observed = [row.observed.estimate for row in training.reliability]
    name = tr("observed share")
    plot = Plot(
        tr("Are the probabilities right?"),
        line_curve(
            {name: (predicted, observed)},
            x_title=tr("Predicted probability"),
            y_title=tr("Observed share of events"),
            bands={
                name: ([r.observed.low for r in training.reliability], [r.observed.high for r in training.reliability])
            },
            diagonal=True,
            markers=True,
        ),
        tr("Dot: places of like probability; shade: 95 % interval of their share. On the dashed line they agree."),
    )
    names = {
        "brier": tr("Brier score (less is better)"),
        "log_loss": tr("Log loss (less is better)"),
        "calibration_slope": tr("Calibration slope (1 is right; less: too bold)"),
        "calibration_in_the_large": tr("Calibration in the large (0 is right)"),
    }
    rows = [[word, training.figures[key].estimate, _span(training.figures[key])] for key, word in names.items()]
    text = [_slope_text(training.figures["calibration_slope"].estimate)]
    text.append(_coverage_text(training))
    caption = tr("Of the calibrated probabilities of the first repeat (field p of the samples); intervals over blocks.")
    return [
        Section(
            tr("Probabilities and intervals"),
            [part for part in text if part],
            [plot],
            [
                TableView(
                    tr("Calibration"), [tr("Measure"), Column(tr("Value"), "", 3), tr("95 % interval")], rows, caption
                )
            ],
        )
    ]


def _slope_text(slope: float) -> str:
    if not math.isfinite(slope):
        return ""
    if slope < GOOD_SLOPE[0]:
        return tr(
            "The probabilities are too bold (slope {slope:.2f}): high ones should be lower, low ones higher. Use "
            "them to order places rather than as probabilities."
        ).format(slope=slope)
    if slope > GOOD_SLOPE[1]:
        return tr("The probabilities are too timid (slope {slope:.2f}): they lie too near to the mean.").format(
            slope=slope
        )
    return tr("The probabilities are about right in held-out places (slope {slope:.2f}).").format(slope=slope)


def _coverage_text(training: Training) -> str:
    interval, coverage = training.model.interval, training.coverage
    if interval is None:
        return tr("No prediction interval could be made.")
    if coverage is None:
        return tr("The prediction interval is made for {level:.0%}; how much it holds was not measured.").format(
            level=interval.level
        )
    return tr(
        "The {level:.0%} prediction interval held {share:.0%} of {count} observed shares in blocks that neither model "
        "nor interval had seen (95 % interval of that: {low:.0%} to {high:.0%})."
    ).format(
        level=interval.level,
        share=coverage.overall.estimate,
        count=coverage.count,
        low=coverage.overall.low,
        high=coverage.overall.high,
    )


# ------------------------------------------------------------------------------------------- what the model uses
def _uses(training: Training) -> Section:
    from ...reports.figures import horizontal_bars, line_curve
    from ...reports.report import Column, Plot, Section, TableView

    labels = [" + ".join(one.names) for one in training.importance]
    drops = [one.drop["auroc"].estimate for one in training.importance]
    plots = [
        Plot(
            tr("Importance on held-out blocks"),
            horizontal_bars(labels, drops, x_title=tr("Loss of AUROC without the factor")),
            tr("Factors that are correlated above 0.7 are shuffled together: none of them can be told apart."),
        )
    ]
    strongest = [column for one in training.importance for column in one.factors]
    effects = sorted(training.effects, key=lambda effect: strongest.index(effect.factor))
    span = _common_range(effects[:SHOWN_EFFECTS])
    for effect in effects[:SHOWN_EFFECTS]:
        unit = f" ({effect.unit})" if effect.unit else ""
        plots.append(
            Plot(
                tr("Effect of {factor}").format(factor=effect.name),
                line_curve(
                    {effect.name: (effect.at, effect.effect)},
                    x_title=effect.name + unit,
                    y_title=tr("Change of the score"),
                    markers=effect.categorical,
                    y_range=span,
                ),
                "",
            )
        )
    rows = [
        [label, one.drop["auroc"].estimate, _span(one.drop["auroc"]), one.drop["log_loss"].estimate]
        for label, one in zip(labels, training.importance)
    ]
    columns = [
        tr("Factor"), Column(tr("Loss of AUROC"), "", 3), tr("95 % interval"), Column(tr("Rise of log loss"), "", 3)
    ]  # fmt: skip
    text = tr(
        "Accumulated local effects: how the score changes along a factor where training places are; all curves have "
        "the same scale. What the model uses is no proof of a cause."
    )
    return Section(tr("What the model uses, and how"), [text], plots, [TableView(tr("Importance"), columns, rows, "")])


def _common_range(effects: list[Effect]) -> tuple[float, float] | None:
    """The ends of all curves with some air: a factor without effect is to look flat."""
    ends = [float(end) for effect in effects for end in (effect.effect.min(), effect.effect.max())]
    if not ends or max(ends) <= min(ends):
        return None
    air = 0.05 * (max(ends) - min(ends))
    return min(ends) - air, max(ends) + air


# -------------------------------------------------------------------------------------------------------- trust
def _trust(training: Training, gathered: Gathered) -> Section:
    from ...reports.figures import histogram
    from ...reports.report import Plot, Section

    domain = training.model.domain
    if domain is None:
        return Section(tr("Where may it be trusted?"), [tr("No area of applicability could be learned.")])
    text = [
        tr(
            "A place is inside the area of applicability when it is no less like the training places than these are "
            "like those of other folds: dissimilarity at most {threshold:.3f}."
        ).format(threshold=domain.threshold)
    ]
    share = _share_inside(training, gathered)
    if share is not None:
        text.append(
            tr("{share:.1%} of {cells:,} random cells of the rasters lie inside it.").format(
                share=share, cells=len(gathered.area_values)
            )
        )
    plot = Plot(
        tr("Dissimilarity of the training places to those of other folds"),
        histogram(domain.training, x_title=tr("Dissimilarity"), y_title=tr("Training places")),
        "",
    )
    return Section(tr("Where may it be trusted?"), text, [plot])


def _share_inside(training: Training, gathered: Gathered) -> float | None:
    if gathered.area_values is None or not len(gathered.area_values):
        return None
    domain = training.model.domain
    found, _density = domain.dissimilarity(gathered.area_values, density=False)
    return float(domain.inside(found).mean())


def _remarks(remarks: list[str], gathered: Gathered) -> Section:
    from ...reports.report import Section, TableView

    tables = []
    if gathered.counts:
        rows = [[what, count] for what, count in gathered.counts]
        tables.append(TableView(tr("Places"), [tr("What"), tr("Number")], rows, ""))
    return Section(tr("What was noticed"), remarks, [], tables)
