"""What the report of a prediction says: where how much, where the model may be trusted, how good it is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...texts import tr
from ..carry import short_number
from .predictsusceptibility_words import Classes, prediction_words

if TYPE_CHECKING:
    from ...analysis.learning.modelfile import Model
    from ...analysis.learning.predicting import Predicted
    from ...layers.rasters import Grid
    from ...layers.table import Table
    from ...reports.report import Section
    from ..run import Run
    from .predictsusceptibility_factors import FactorBand
    from .predictsusceptibility_rasters import Totals

SHOWN = 20  # zones in the table of the highest
MOST_FACTORS = 60  # rows of the table of factors


@dataclass(frozen=True)
class RasterStory:
    """What is told of a prediction over rasters: bands, grid, and remarks on them."""

    bands: list[FactorBand]
    grid: Grid
    remarks: list[str]


@dataclass(frozen=True)
class ZoneStory:
    """What is told of a prediction for zones."""

    table: Table
    fields: list[str]
    found: Predicted
    reasons: list[str]


def describe(run: Run, model: Model, classes: Classes, totals: Totals, story: RasterStory | ZoneStory) -> None:
    """Fill summary, sections, method, citations and limits of the run."""
    run.summary = _summary(classes, totals, story)
    run.caption = prediction_words(classes.relative)
    if totals.judged and totals.inside < totals.known:
        run.caption += " · " + tr("gray: outside the area of applicability")
    if not run.wanted("REPORT"):
        return
    run.sections = [_class_section(classes, totals, story), _trust_section(model, totals, story)]
    if isinstance(story, ZoneStory):
        run.sections.append(_zone_section(classes, story))
    run.sections += [_model_section(model), _factor_section(model, totals, story)]
    _method(run, model, classes, totals, story)
    _limits(run, model, classes, totals)


def _summary(classes: Classes, totals: Totals, story: RasterStory | ZoneStory) -> str:
    number = len(totals.count)
    high = totals.count[-1] / totals.known
    if isinstance(story, RasterStory):
        text = tr("{cells:,} cells were predicted; {share:.1%} of them are in the highest class ({label}).")
    else:
        text = tr("{cells:,} zones were predicted; {share:.1%} of them are in the highest class ({label}).")
    said = [text.format(cells=totals.known, share=high, label=classes.labels()[number - 1])]
    if totals.judged and totals.inside == totals.known:
        said.append(tr("All of them lie inside the area of applicability of the model."))
    elif totals.judged:
        said.append(
            tr(
                "{share:.1%} lie inside the area of applicability of the model; elsewhere its values are no more than "
                "a guess."
            ).format(share=totals.inside / totals.known)
        )
    else:
        said.append(tr("Where the model may be trusted was not looked at."))
    return " ".join(said)


def _class_section(classes: Classes, totals: Totals, story: RasterStory | ZoneStory) -> Section:
    from ...reports.figures import horizontal_bars
    from ...reports.report import Column, Plot, Section, TableView

    things = tr("Cells") if isinstance(story, RasterStory) else tr("Zones")
    measured = bool(totals.area.any())
    rows = []
    for number, label in enumerate(classes.labels()):
        row: list[object] = [label, int(totals.count[number]), 100.0 * totals.count[number] / totals.known]
        if measured:
            row.append(totals.area[number] / 1e6)
        if totals.judged:
            row.append(100.0 * totals.outside[number] / totals.count[number] if totals.count[number] else None)
        rows.append(row)
    columns: list[Column] = [Column(prediction_words(classes.relative)), Column(things), Column(tr("Share"), "%", 1)]
    if measured:
        columns.append(Column(tr("Area"), "km²", 2 if totals.area.sum() > 1e6 else 4))
    if totals.judged:
        columns.append(Column(tr("Of these outside the area of applicability"), "%", 1))
    shares = (100.0 * totals.count / totals.known).tolist()
    text = [
        tr(
            "The classes lie between stated values ({cuts}), not between quantiles: the same value has the same class "
            "on every map, and a district without high values shows none."
        ).format(cuts=", ".join(f"{cut:g}" for cut in classes.cuts))
    ]
    left = totals.cells - totals.known
    if left:
        text.append(
            tr("{left:,} of {cells:,} have no prediction, because a factor has no value there.").format(
                left=left, cells=totals.cells
            )
        )
    plot = Plot(tr("Share of each class"), horizontal_bars(classes.labels(), shares, x_title=tr("Share (%)")), "")
    return Section(tr("How much, by class"), text, [plot], [TableView(tr("Classes"), columns, rows, "")])


def _trust_section(model: Model, totals: Totals, story: RasterStory | ZoneStory) -> Section:
    from ...reports.report import Section

    text = []
    if totals.judged and model.domain is not None and totals.inside == totals.known:
        text.append(tr("All places lie inside the area of applicability: the training places are like them."))
    elif totals.judged and model.domain is not None:
        text.append(
            tr(
                "{share:.1%} of the places lie outside the area of applicability: no training place is like them "
                "(dissimilarity above {threshold:.2f}). There the errors that were measured in training do not hold, "
                "and the map shows gray."
            ).format(share=1 - totals.inside / totals.known, threshold=model.domain.threshold)
        )
    elif model.domain is None:
        text.append(tr("This model carries no area of applicability."))
    else:
        text.append(tr("The area of applicability was not computed, because nothing that needs it was asked for."))
    if totals.judged:
        text.append(
            tr(
                "Inside it the model may still be wrong, but as often as was measured in training. To trust it "
                "elsewhere, add training places from there."
            )
        )
    if totals.unseen:
        text.append(
            tr("{count:,} places have a class that the training places did not have. They count as outside.").format(
                count=totals.unseen
            )
        )
    if model.interval is not None:
        text.append(
            tr(
                "Prediction interval: of about {size} places with a like value in an area that was not learned from, "
                "the share where it happens lies between the bounds in {level:.0%} of cases ({blocks} areas were "
                "compared). It is no interval for a single place, where it happens or does not."
            ).format(size=model.interval.size, level=model.interval.level, blocks=model.interval.blocks)
        )
    if isinstance(story, RasterStory):
        text += story.remarks
    return Section(tr("Where the model may be trusted"), text)


def _zone_section(classes: Classes, story: ZoneStory) -> Section:
    import numpy as np

    from ...reports.report import Column, Section, TableView

    value = story.found.probability.astype(float)
    order = np.argsort(-np.nan_to_num(value, nan=-1.0), kind="stable")[:SHOWN]
    rows: list[list[object]] = []
    for row in order.tolist():
        if np.isnan(value[row]):
            continue
        label = classes.labels()[int(classes.of(story.found.probability[row : row + 1])[0]) - 1]
        rows.append([str(story.table.fid[row]), round(value[row], 3), label, story.reasons[row]])
    columns = [
        Column(tr("Feature id")),
        Column(prediction_words(classes.relative), "", 3),
        Column(tr("Class")),
        Column(tr("Reason")),
    ]
    note = tr("Reason: the factors with the largest contributions, with the value behind each and the contribution.")
    return Section(tr("The highest zones, and why"), [], [], [TableView(tr("Highest zones"), columns, rows, note)])


def _model_section(model: Model) -> Section:
    from ...reports.report import Section, TableView

    rows: list[list[object]] = [[tr("Type of model"), model_word(model.settings.model)]]
    known = metric_words()
    for name, value in model.metrics.items():
        shown = tr("no value") if value is None else short_number(value)
        rows.append([known.get(name.lower(), name), shown])
    rows += [[name, version] for name, version in sorted(model.versions.items())]
    text = [
        tr(
            "These figures were measured when the model was trained, at places that it had not learned from. They hold "
            "for places like those; a random split makes every model look better than it is at a new place."
        )
    ]
    if not model.metrics:
        text = [tr("The model file carries no figures of its quality: nothing can be said of how good this map is.")]
    note = tr("Optimism: by how much the random split overstates the model.") if "optimism" in _lower(model) else ""
    return Section(
        tr("How good the model is"),
        text,
        [],
        [TableView(tr("The model's own figures"), [tr("Figure"), tr("Value")], rows, note)],
    )


def _lower(model: Model) -> set[str]:
    return {name.lower() for name in model.metrics}


def _factor_section(model: Model, totals: Totals, story: RasterStory | ZoneStory) -> Section:
    from ...reports.report import Section, TableView

    rows: list[list[object]] = []
    for j, factor in enumerate(model.factors[:MOST_FACTORS]):
        if isinstance(story, RasterStory):
            source = f"{story.bands[j].raster.title}: {story.bands[j].band}"
        else:
            source = story.fields[j]
        learned = ""
        if factor.categorical:
            learned = tr("classes {levels}").format(levels=", ".join(f"{level:g}" for level in factor.levels[:12]))
        elif model.training:
            learned = _range(model.training["low"][j], model.training["high"][j])
        here = _range(totals.low[j], totals.high[j]) if totals.valid[j] else tr("no value")
        rows.append([factor.name, factor.unit, source, learned, here])
    columns = [tr("Factor"), tr("Unit"), tr("Taken from"), tr("Learned from"), tr("Found here")]
    note = tr("Where the range found here is wider than the one learned from, the model goes beyond what it has seen.")
    return Section(tr("Factors"), [], [], [TableView(tr("Factors, in the model's order"), columns, rows, note)])


def _range(low: float, high: float) -> str:
    return tr("{low} to {high}").format(low=short_number(float(low)), high=short_number(float(high)))


def _method(run: Run, model: Model, classes: Classes, totals: Totals, story: RasterStory | ZoneStory) -> None:
    if classes.relative:
        run.method.append(
            tr(
                "The model knows places where it happened and the background, not places where it did not. It orders "
                "places by relative suitability (0 to 1), which is no probability."
            )
        )
    else:
        run.method.append(
            tr("The score of the model is calibrated with predictions for places it had not learned from.")
            if model.calibrator is not None
            else tr("The score of the model was not calibrated: read the values as an order of places.")
        )
        if model.offset:
            run.method.append(
                tr(
                    "The share of events among the training places differs from the true one; probabilities are "
                    "corrected for it."
                )
            )
            run.citations.append(
                "King, G. & Zeng, L. (2001). Logistic regression in rare events data. Political Analysis 9, 137-163."
            )
    if totals.judged:
        run.method.append(
            tr(
                "Area of applicability: the distance of a place to the nearest training place, in standardized factors "
                "weighted by their importance, divided by the mean distance between training places, is at most the "
                "threshold learned by cross-validation."
            )
        )
        run.citations.append(
            "Meyer, H. & Pebesma, E. (2021). Predicting into unknown space? Estimating the area of applicability of "
            "spatial prediction models. Methods in Ecology and Evolution 12, 1620-1633."
        )
    if isinstance(story, ZoneStory):
        run.method.append(
            tr(
                "Reasons: the contribution of each factor against the average of the training places, on the scale of "
                "the model. They are no causes."
            )
        )
    else:
        run.method.append(
            tr("Factors are taken by name; every cell is predicted by itself. Areas are those on the ellipsoid.")
        )
    if model.interval is not None:
        run.citations.append(
            "Dunn, R., Wasserman, L. & Ramdas, A. (2023). Distribution-free prediction sets for two-layer hierarchical "
            "models. Journal of the American Statistical Association 118, 2491-2502."
        )


def _limits(run: Run, model: Model, classes: Classes, totals: Totals) -> None:
    run.limits.append(
        tr(
            "Susceptibility says how likely it is by the nature of a place. It is no risk: how strong, how often, and "
            "what or whom it would hit are not in it."
        )
    )
    if classes.relative:
        run.limits.append(tr("Relative suitability must not be read, added or multiplied as a probability."))
    else:
        run.limits.append(
            tr(
                "The probability refers to the kind of events and the share of events that the model was trained with, "
                "not to a year or a storm, unless it was trained so."
            )
        )
    if model.interval is None and not classes.relative:
        run.limits.append(tr("The model carries no interval: how uncertain a value is cannot be said."))
    if not totals.judged:
        run.limits.append(tr("Where the model may be trusted was not looked at."))
    run.limits.append(
        tr("Factors that were recorded at another time or in another way than those of training shift the result.")
    )


def model_word(kind: str) -> str:
    """A type of model in the user's language."""
    words = {
        "logistic": tr("logistic regression"),
        "spline": tr("logistic regression with splines"),
        "forest": tr("random forest"),
        "boosting": tr("gradient boosting"),
        "background": tr("presence and background (relative suitability)"),
    }
    return words.get(kind, kind)


def metric_words() -> dict[str, str]:
    """Names of the figures a model file may carry."""
    return {
        "auroc": tr("AUROC, spatial cross-validation (mean)"),
        "auroc_low": tr("AUROC, spatial, lower bound"),
        "auroc_high": tr("AUROC, spatial, upper bound"),
        "auroc_pooled": tr("AUROC, spatial cross-validation (pooled)"),
        "auroc_random": tr("AUROC, random cross-validation"),
        "auroc_random_pooled": tr("AUROC, random cross-validation (pooled)"),
        "auroc_fitted": tr("AUROC on the training places themselves"),
        "optimism": tr("Optimism (random minus spatial AUROC)"),
        "optimism_low": tr("Optimism, lower bound"),
        "optimism_high": tr("Optimism, upper bound"),
        "auprc": tr("Average precision (AUPRC)"),
        "brier": tr("Brier score"),
        "log_loss": tr("Log loss"),
        "calibration_slope": tr("Calibration slope"),
        "calibration_intercept": tr("Calibration intercept"),
        "coverage": tr("Measured coverage of the interval"),
        "coverage_nominal": tr("Nominal coverage of the interval"),
        "success_area": tr("Area under the success-rate curve"),
        "presences": tr("Presences"),
        "absences": tr("Absences"),
    }
