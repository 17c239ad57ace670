"""Learning where something happens from where it has happened, and saying honestly how well that works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...texts import plugin_metadata, tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run

if TYPE_CHECKING:
    from ...analysis.learning.training import Plan, Training

MODEL_TYPES = ["logistic", "spline", "forest", "boosting", "background"]
VALIDATIONS = ["kmeans", "blocks", "buffer", "knndm", "event"]


class TrainSusceptibility(DistrictAlgorithm):
    """From an inventory and factors to a model file, with everything that must be said of it."""

    ID = "trainsusceptibility"
    GROUP = "hazard"
    PICTURE = "SAMPLES"

    def declare(self, add: Parameters) -> None:
        add.source("INVENTORY", [SourceType.VectorAnyGeometry])
        add.field("LABEL", "INVENTORY", optional=True)
        add.layers("FACTORS", SourceType.Raster, optional=True)
        add.choice("MODEL_TYPE", MODEL_TYPES, "logistic")
        add.choice("VALIDATION", VALIDATIONS, "kmeans")
        add.text("FACTOR_NAMES", advanced=True)
        add.field("FACTOR_FIELDS", "INVENTORY", many=True, optional=True, advanced=True)
        add.text("CATEGORICAL", advanced=True)
        add.field("EVENT_FIELD", "INVENTORY", optional=True, advanced=True)
        add.integer("FOLDS", 5, 2, 50, advanced=True)
        add.integer("REPEATS", 5, 1, 1000, advanced=True)
        add.distance("BLOCK_SIZE", None, optional=True, advanced=True)
        add.number("ABSENCE_RATIO", 1.0, 0.1, 1000.0, advanced=True)
        add.distance("ABSENCE_BUFFER", 0.0, advanced=True)
        add.source("OBSERVED", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.text("STRATA", advanced=True)
        add.number("TRUE_RATE", None, 0.0, 1.0, optional=True, advanced=True)
        add.integer("TREES", 300, 10, 5000, advanced=True)
        add.number("LEVEL", 0.9, 0.5, 0.99, advanced=True)
        add.flag("COVERAGE", True, advanced=True)
        add.seed()
        add.analysis_crs()
        add.file("MODEL", tr("Model file (*.sdmodel)"), by_default=True)
        add.sink("SAMPLES", SourceType.VectorPoint, optional=True)
        for name in ("PREDICTIONS", "FOLD_SCORES", "IMPORTANCE", "EFFECTS"):
            add.sink(name, SourceType.Vector, optional=True, by_default=False, advanced=True)
        add.rejected()
        add.report()
        for name in (
            "AUROC", "AUROC_LOW", "AUROC_HIGH", "AUROC_RANDOM", "OPTIMISM", "AUROC_POOLED", "AUROC_RANDOM_POOLED",
            "AUROC_FITTED", "AUPRC", "BRIER", "LOG_LOSS", "CALIBRATION_SLOPE", "MEASURED_COVERAGE", "ONE_CLASS_FOLDS",
            "EVENTS", "ABSENCES", "AOA_THRESHOLD",
        ):  # fmt: skip
            add.output_number(name)

    # ------------------------------------------------------------------ checks
    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        from qgis.core import Qgis

        from ...analysis.errors import AnalysisError
        from ...layers.errors import LayerError
        from .trainsusceptibility_gathered import list_of_names

        inventory = self.parameterAsSource(parameters, "INVENTORY", context)
        if inventory is not None and inventory.wkbType() == Qgis.WkbType.NoGeometry:
            yield self._sentence(LayerError("inventory_without_places", layer=inventory.sourceName()))
        rasters = parameters.get("FACTORS") not in (None, "", [])
        fields = [name for name in self.parameterAsStrings(parameters, "FACTOR_FIELDS", context) if name]
        labeled = bool(self.parameterAsString(parameters, "LABEL", context))
        if not rasters and not fields:
            yield tr("Give factors: rasters (FACTORS), or fields of the inventory (FACTOR_FIELDS).")
        if not rasters and not labeled:
            yield tr(
                "Without rasters no absences can be drawn: give the field that says where it happened and where not "
                "(LABEL)."
            )
        label = self.parameterAsString(parameters, "LABEL", context)
        if not rasters and label in fields:
            yield tr("The field '{field}' is the label and cannot be a factor.").format(field=label)
        validation = self.parameterAsEnumString(parameters, "VALIDATION", context)
        if validation == "knndm" and not rasters:
            yield self._sentence(AnalysisError("targets_missing"))
        if validation == "event" and not self.parameterAsString(parameters, "EVENT_FIELD", context):
            yield tr("Validation by event needs the field that says which event each row belongs to (EVENT_FIELD).")
        strata = self.parameterAsString(parameters, "STRATA", context).strip()
        if len(list_of_names(strata)) > 1:
            yield tr("{parameter}: one factor only.").format(parameter=self.page.entry("STRATA").label)
        rate = parameters.get("TRUE_RATE")
        if rate not in (None, "") and not 0 < self.parameterAsDouble(parameters, "TRUE_RATE", context) < 1:
            yield tr("{parameter}: a share between 0 and 1 is needed, such as 0.02.").format(
                parameter=self.page.entry("TRUE_RATE").label
            )

    # ------------------------------------------------------------------ running
    def execute(self, run: Run) -> None:
        from ...analysis.learning.training import train
        from .trainsusceptibility_data import gather
        from .trainsusceptibility_outputs import deliver
        from .trainsusceptibility_report import describe, tell_remarks

        gathered = gather(run)
        run.step(tr("Learning and testing"), 0.9)
        plan = self._plan(run, gathered.targets)
        crs = run.crs.authid() or run.crs.toWkt()
        training = train(gathered.samples, plan, crs=crs, versions=_versions(), tick=run.tick)
        tell_remarks(run, training, gathered)
        run.step(tr("Writing model and tables"), 0.95)
        self._write_model(run, training)
        deliver(run, training, gathered)
        self._figures(run, training)
        describe(run, training, gathered)

    @staticmethod
    def _plan(run: Run, targets) -> Plan:
        from ...analysis.learning.training import Plan
        from ...analysis.learning.types import Settings

        settings = Settings(run.choice("MODEL_TYPE"), trees=run.integer("TREES"), seed=run.integer("SEED"))
        return Plan(
            settings,
            method=run.choice("VALIDATION"),
            folds=run.integer("FOLDS"),
            repeats=run.integer("REPEATS"),
            size=run.number("BLOCK_SIZE") if run.given("BLOCK_SIZE") and run.number("BLOCK_SIZE") > 0 else None,
            true_rate=run.number("TRUE_RATE") if run.given("TRUE_RATE") else None,
            level=run.number("LEVEL"),
            coverage=run.flag("COVERAGE"),
            targets=targets,
            seed=run.integer("SEED"),
        )

    @staticmethod
    def _write_model(run: Run, training: Training) -> None:
        from ...analysis.learning.modelfile import save

        path = run.file("MODEL")
        if path is not None:
            save(path, training.model)

    @staticmethod
    def _figures(run: Run, training: Training) -> None:
        spatial, random = training.comparison.spatial, training.comparison.random
        mean, figures = spatial.mean("auroc"), training.figures
        run.figure("AUROC", mean.estimate)
        run.figure("AUROC_LOW", mean.low)
        run.figure("AUROC_HIGH", mean.high)
        run.figure("AUROC_RANDOM", random.mean("auroc").estimate)
        run.figure("OPTIMISM", training.comparison.optimism["auroc"].estimate)
        run.figure("AUROC_POOLED", spatial.pooled("auroc"))
        run.figure("AUROC_RANDOM_POOLED", random.pooled("auroc"))
        run.figure("AUROC_FITTED", training.fitted_auroc)
        run.figure("AUPRC", spatial.mean("auprc").estimate)
        graded = training.model.calibrator is not None
        run.figure("BRIER", figures["brier"].estimate if graded else None)
        run.figure("LOG_LOSS", figures["log_loss"].estimate if graded else None)
        run.figure("CALIBRATION_SLOPE", figures["calibration_slope"].estimate if graded else None)
        run.figure("MEASURED_COVERAGE", training.coverage.overall.estimate if training.coverage else None)
        run.figure("ONE_CLASS_FOLDS", spatial.one_class_folds)
        run.figure("EVENTS", int(training.samples.labels.sum()))
        run.figure("ABSENCES", int((~training.samples.labels).sum()))
        run.figure("AOA_THRESHOLD", training.model.domain.threshold if training.model.domain else None)


def _versions() -> dict[str, str]:
    from ...layers.record import versions

    return versions(plugin_metadata().get("version", ""))
