"""Applying a learned susceptibility model: probability, class, interval, and where the model may be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsRasterLayer

from ...layers.errors import LayerError
from ...texts import tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from .predictsusceptibility_words import Classes, is_relative, parse_cuts, prediction_words

if TYPE_CHECKING:
    from ...analysis.learning.modelfile import Model
    from ...layers.rasters import Grid
    from ..run import Run
    from .predictsusceptibility_rasters import Totals

NEEDS_INTERVAL = ("LOWER", "UPPER")
NEEDS_DOMAIN = ("AOA", "DISSIMILARITY")


class PredictSusceptibility(DistrictAlgorithm):
    """From a model file and factors to a map of susceptibility."""

    ID = "predictsusceptibility"
    GROUP = "hazard"
    MEASURES = False  # rasters are measured on their own ellipsoid
    PICTURE = "PROBABILITY"

    def __init__(self) -> None:
        super().__init__()
        self._loaded: tuple[tuple, Model] | None = None
        self._renamed = ""

    def declare(self, add: Parameters) -> None:
        add.path("MODEL")
        add.layers("FACTORS", SourceType.Raster, optional=True)
        add.source("ZONES", [SourceType.VectorAnyGeometry], optional=True)
        add.text("FACTOR_NAMES", advanced=True)
        add.raster("TEMPLATE", optional=True, advanced=True)
        add.text("CUTS", "0.1,0.3,0.5,0.7", optional=False, advanced=True)
        add.analysis_crs()
        add.raster_sink("PROBABILITY", optional=True)
        add.raster_sink("CLASS", optional=True, by_default=False)
        add.raster_sink("AOA", optional=True, by_default=False)
        for name in ("LOWER", "UPPER", "DISSIMILARITY"):
            add.raster_sink(name, optional=True, by_default=False, advanced=True)
        add.sink("OUTPUT", SourceType.VectorAnyGeometry, optional=True)
        add.rejected()
        add.report()
        for name in ("CELLS", "MEAN_PROBABILITY", "AOA_SHARE"):
            add.output_number(name)

    # ------------------------------------------------------------------ checks
    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        from ...analysis.errors import AnalysisError

        zones, rasters = (parameters.get(name) not in (None, "", []) for name in ("ZONES", "FACTORS"))
        if zones == rasters:
            yield (
                tr("Give either factor rasters (FACTORS) or zones (ZONES), not both.")
                if zones
                else tr("Give the factors: rasters (FACTORS), or zones with fields (ZONES).")
            )
        if parse_cuts(self.parameterAsString(parameters, "CUTS", context)) is None:
            yield tr("{parameter}: rising numbers between 0 and 1 are needed, such as {example}.").format(
                parameter=self.page.entry("CUTS").label, example="0.1,0.3,0.5,0.7"
            )
        if self.missing_library():
            return
        named = ""
        try:
            model = self._model(parameters, context)
            yield from self._output_problems(model, zones, parameters, context)
            if zones:
                source = self.parameterAsSource(parameters, "ZONES", context)
                named = f"'{source.sourceName()}': "
                self._zone_fields(model, parameters, context)
            else:
                yield from self._raster_problems(model, parameters, context)
        except (AnalysisError, LayerError) as error:
            yield named + self._sentence(error)

    def _model(self, parameters: dict, context) -> Model:
        """The model file, read once for each instance as long as the file stays the same."""
        from ...analysis.learning.modelfile import load

        path = Path(self.parameterAsFile(parameters, "MODEL", context))
        try:
            about = path.stat()
            key = (str(path), about.st_mtime_ns, about.st_size)
        except OSError:
            key = (str(path), 0, 0)
        if self._loaded is None or self._loaded[0] != key:
            self._loaded = (key, load(path))
        return self._loaded[1]

    def _output_problems(self, model: Model, zones: bool, parameters: dict, context) -> Iterator[str]:
        """What is asked for can come out."""
        from ...layers.destinations import Destinations
        from .predictsusceptibility_rasters import RASTERS

        wanted = Destinations(self, parameters, context).wanted
        if zones:
            if any(map(wanted, RASTERS)) and not wanted("OUTPUT") and not wanted("REPORT"):
                yield tr("Rasters come from factor rasters only. For zones choose a file for the zones (OUTPUT).")
            return
        if wanted("OUTPUT") and not any(map(wanted, RASTERS)) and not wanted("REPORT"):
            yield tr("Zones with a prediction come from zones only. For rasters choose a file for PROBABILITY.")
        for name in NEEDS_INTERVAL:
            if wanted(name) and model.interval is None:
                yield tr(
                    "{output}: this model carries no interval (it was not calibrated, or has too few blocks). Leave "
                    "this output out."
                ).format(output=f"{self.page.entry(name).label} ({name})")
        for name in NEEDS_DOMAIN:
            if wanted(name) and model.domain is None:
                yield tr("{output}: this model carries no area of applicability. Leave this output out.").format(
                    output=f"{self.page.entry(name).label} ({name})"
                )

    def _zone_fields(self, model: Model, parameters: dict, context) -> list[str]:
        from .predictsusceptibility_factors import model_fields, names_given

        source = self.parameterAsSource(parameters, "ZONES", context)
        fields = [field.name() for field in source.fields()]
        return model_fields(model, fields, names_given(self.parameterAsString(parameters, "FACTOR_NAMES", context)))

    def _raster_problems(self, model: Model, parameters: dict, context) -> Iterator[str]:
        from ...layers.rasters import raster_from_layer
        from .predictsusceptibility_factors import model_bands, names_given

        layers = self.parameterAsLayerList(parameters, "FACTORS", context) or []
        wrong = [layer.name() for layer in layers if not isinstance(layer, QgsRasterLayer)]
        if wrong:
            yield tr("{parameter}: '{layer}' is no raster. Give layers with fields as ZONES.").format(
                parameter=self.page.entry("FACTORS").label, layer=", ".join(wrong)
            )
            return
        rasters = [raster_from_layer(layer, "FACTORS") for layer in layers]
        model_bands(model, rasters, names_given(self.parameterAsString(parameters, "FACTOR_NAMES", context)))
        template = self.parameterAsRasterLayer(parameters, "TEMPLATE", context)
        grid = (raster_from_layer(template, "TEMPLATE") if template is not None else rasters[0]).grid()
        if any(not raster.grid().same_as(grid) for raster in rasters) and grid.cell_y > 0:
            raise LayerError("grid_not_north_up")

    # ------------------------------------------------------------------ running
    def execute(self, run: Run) -> None:
        run.step(tr("Reading the model"), 0.02)
        model = self._model(run.parameters, run.context)
        self._note_model(run, model)
        classes = Classes(parse_cuts(run.text("CUTS")) or (), is_relative(model))
        self._renamed = ""
        if run.given("ZONES"):
            self.PICTURE = "OUTPUT"
            self._predict_zones(run, model, classes)
        else:
            self.PICTURE = "PROBABILITY"
            if classes.relative:
                self._renamed = prediction_words(True)
            self._predict_rasters(run, model, classes)
        self._loaded = None

    def _predict_rasters(self, run: Run, model: Model, classes: Classes) -> None:
        from ...layers.rastercache import bounded_cache
        from .predictsusceptibility_factors import model_bands, names_given, note_rasters, unit_warnings
        from .predictsusceptibility_rasters import aligned_text, predict_rasters
        from .predictsusceptibility_report import RasterStory, describe

        if run.wanted("OUTPUT"):
            run.info(tr("OUTPUT is made from zones only and was not written."))
        rasters = run.inputs["FACTORS"]
        bands, unused = model_bands(model, rasters, names_given(run.text("FACTOR_NAMES")))
        template = run.inputs.get("TEMPLATE") or rasters[0]
        grid: Grid = template.grid()
        told = aligned_text(bands, model, grid, template.title)
        if unused:
            told.append(tr("Bands that the model does not know were not used: {names}").format(names=", ".join(unused)))
        for text in told:
            run.info(text)
        warnings = unit_warnings(model, bands)
        for text in warnings:
            run.warn(text)
        with bounded_cache():
            run.step(tr("Reading the rasters"), 0.15)
            note_rasters(run, bands)
            run.step(tr("Predicting"), 0.92)
            totals = predict_rasters(run, model, bands, grid, classes)
        if totals.shown is not None:
            run.picture = totals.shown.layer(classes, prediction_words(classes.relative), run)
        self._figures(run, totals)
        run.instead["ZONES"] = tr("Factor rasters were given instead.")
        describe(run, model, classes, totals, RasterStory(bands, grid, [*told, *warnings]))

    def _predict_zones(self, run: Run, model: Model, classes: Classes) -> None:
        from .predictsusceptibility_rasters import RASTERS
        from .predictsusceptibility_report import ZoneStory, describe
        from .predictsusceptibility_zones import predict_zones

        unmade = [name for name in RASTERS if run.wanted(name)]
        if unmade:
            run.info(tr("Rasters are made from factor rasters only and were not written: {names}").format(
                names=", ".join(unmade)
            ))  # fmt: skip
        run.step(tr("Reading the zones"), 0.3)
        table = run.read("ZONES", None, "any")
        fields = self._zone_fields(model, run.parameters, run.context)
        totals, found, reasons = predict_zones(run, model, table, fields, classes)
        self._figures(run, totals)
        run.instead["FACTORS"] = tr("Zones were given instead.")
        describe(run, model, classes, totals, ZoneStory(table, fields, found, reasons))

    def _note_model(self, run: Run, model: Model) -> None:
        from ...layers.record import file_digest

        path = Path(self.parameterAsFile(run.parameters, "MODEL", run.context))
        run.read_inputs.append(
            {
                "parameter": "MODEL",
                "layer": path.name,
                "file": path.stem,
                "crs": model.crs.split("\n")[0][:60],
                "columns": [factor.name for factor in model.factors],
                "geometry": "file",
                "rows": 0,
                "sha256": file_digest(path),
            }
        )

    @staticmethod
    def _figures(run: Run, totals: Totals) -> None:
        run.figure("CELLS", totals.known)
        run.figure("MEAN_PROBABILITY", totals.total / totals.known)
        run.figure("AOA_SHARE", totals.inside / totals.known if totals.judged else None)
        if totals.unseen:
            run.warn(
                tr(
                    "{count:,} places have a class that the training places did not have: outside the area of "
                    "applicability."
                ).format(count=totals.unseen)
            )

    def postProcessAlgorithm(self, context, feedback) -> dict:  # noqa: N802
        """A relative suitability is not shown under the name of a probability."""
        from qgis.core import QgsProcessingUtils

        results = super().postProcessAlgorithm(context, feedback)
        for destination in self._to_style if self._renamed else ():
            if not context.willLoadLayerOnCompletion(destination):
                continue
            details = context.layerToLoadOnCompletionDetails(destination)
            layer = QgsProcessingUtils.mapLayerFromString(destination, context, True)
            if details.outputName == "PROBABILITY" and layer is not None:
                details.name = self._renamed
                layer.setName(self._renamed)
        return results
