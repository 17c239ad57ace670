"""Declaring parameters: each takes its label and help from the algorithm's help page, so a declaration is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..texts import tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm

SourceType = Qgis.ProcessingSourceType
CHOICE_WRAPPER = "seo_district_plugin.algorithms.choices.ChoiceWidgetWrapper"
PATH_WRAPPER = "seo_district_plugin.algorithms.paths.PathWidgetWrapper"


class Parameters:
    """Adds parameters and outputs to an algorithm in the order of the calls."""

    def __init__(self, algorithm: QgsProcessingAlgorithm) -> None:
        self._algorithm = algorithm
        self._page = algorithm.page

    # ------------------------------------------------------------------ inputs
    def source(self, name: str, kinds: list[SourceType], *, optional=False, advanced=False) -> None:
        """One vector layer or table."""
        types = [int(kind.value) for kind in kinds]
        self._add(QgsProcessingParameterFeatureSource(name, self._label(name), types, None, optional), advanced)

    def table(self, name: str, *, optional=True, advanced=False) -> None:
        """A table: any vector source, geometry or not (a CSV by its path included)."""
        self.source(name, [SourceType.Vector], optional=optional, advanced=advanced)

    def layers(self, name: str, kind: SourceType, *, optional=False, advanced=False) -> None:
        """Several layers."""
        definition = QgsProcessingParameterMultipleLayers(name, self._label(name), kind, None, optional)
        definition.setMinimumNumberInputs(0 if optional else 1)  # QGIS takes an empty list for a value otherwise
        self._add(definition, advanced)

    def field(self, name: str, parent: str, *, many=False, numeric=False, optional=False, advanced=False) -> None:
        """A field, or several, of the layer in ``parent``."""
        kind = Qgis.ProcessingFieldParameterDataType.Numeric if numeric else Qgis.ProcessingFieldParameterDataType.Any
        definition = QgsProcessingParameterField(name, self._label(name), None, parent, kind, many, optional)
        self._add(definition, advanced)

    def choice(self, name: str, options: list[str], default: str, *, advanced=False) -> None:
        """One of several words; the words are ids, the dialog shows the labels of the help page."""
        definition = QgsProcessingParameterEnum(name, self._label(name), options, False, default, False, True)
        labels = self._page.entry(name).choices
        definition.setMetadata({"widget_wrapper": {"class": CHOICE_WRAPPER, "labels": labels}})
        self._add(definition, advanced)

    def number(
        self, name: str, default: float | None, low: float | None, high: float | None, *, optional=False, advanced=False
    ) -> None:
        """A real number between bounds (None: no bound)."""
        self._number(name, QgsProcessingParameterNumber.Type.Double, default, low, high, optional, advanced)

    def integer(
        self, name: str, default: int | None, low: int | None, high: int | None, *, optional=False, advanced=False
    ) -> None:
        """A whole number between bounds."""
        self._number(name, QgsProcessingParameterNumber.Type.Integer, default, low, high, optional, advanced)

    def _number(self, name, kind, default, low, high, optional, advanced) -> None:
        low = -1.7976931348623157e308 if low is None else low
        high = 1.7976931348623157e308 if high is None else high
        definition = QgsProcessingParameterNumber(name, self._label(name), kind, default, optional, low, high)
        self._add(definition, advanced)

    def distance(self, name: str, default: float | None, *, optional=False, advanced=False, low=0.0) -> None:
        """A length in metres of the ground."""
        definition = QgsProcessingParameterDistance(name, self._label(name), default, "", optional, low)
        definition.setDefaultUnit(Qgis.DistanceUnit.Meters)
        self._add(definition, advanced)

    def text(self, name: str, default: str | None = None, *, optional=True, advanced=False, lines=False) -> None:
        """A line of text, or several."""
        self._add(QgsProcessingParameterString(name, self._label(name), default, lines, optional), advanced)

    def path(self, name: str, *, optional=False, folder=False, advanced=False) -> None:
        """A file or folder to read; ``folder``: a folder only."""
        # Declared as a folder either way: as a file QGIS takes no name without an ending.
        behavior = QgsProcessingParameterFile.Behavior.Folder
        definition = QgsProcessingParameterFile(name, self._label(name), behavior, "", None, optional)
        if not folder:
            definition.setMetadata({"widget_wrapper": {"class": PATH_WRAPPER}})
        self._add(definition, advanced)

    def crs(self, name: str, *, advanced=False) -> None:
        """A coordinate reference system, or none."""
        self._add(QgsProcessingParameterCrs(name, self._label(name), None, True), advanced)

    def point(self, name: str, *, advanced=False) -> None:
        """A place that can be taken from the map, or none: ``x,y [EPSG:code]``."""
        self._add(QgsProcessingParameterPoint(name, self._label(name), None, True), advanced)

    def words(self, name: str, default: str, hints: list[str], *, advanced=False) -> None:
        """A text that is usually one of some words, which the dialog lists."""
        definition = QgsProcessingParameterString(name, self._label(name), default, False, True)
        definition.setMetadata({"widget_wrapper": {"value_hints": hints}})
        self._add(definition, advanced)

    def expression(self, name: str, parent: str, *, advanced=False) -> None:
        """A QGIS expression on the features of ``parent``."""
        self._add(QgsProcessingParameterExpression(name, self._label(name), None, parent, True), advanced)

    def flag(self, name: str, default: bool, *, advanced=False) -> None:
        """Yes or no."""
        self._add(QgsProcessingParameterBoolean(name, self._label(name), default), advanced)

    def seed(self) -> None:
        """Start of the random numbers."""
        self.integer("SEED", 0, 0, 2**31 - 1, advanced=True)

    def analysis_crs(self) -> None:
        """Metric CRS of the computation, chosen by rule when empty."""
        self._add(QgsProcessingParameterCrs("ANALYSIS_CRS", self._label("ANALYSIS_CRS"), None, True), True)

    # ------------------------------------------------------------------ outputs
    def sink(self, name: str, kind: SourceType, *, optional=False, by_default=True, advanced=False) -> None:
        """A vector layer or table to write."""
        definition = QgsProcessingParameterFeatureSink(name, self._label(name), kind, None, optional, by_default)
        self._add(definition, advanced)

    def raster(self, name: str, *, optional=False, advanced=False) -> None:
        """One raster."""
        self._add(QgsProcessingParameterRasterLayer(name, self._label(name), None, optional), advanced)

    def raster_sink(self, name: str, *, optional=False, by_default=True, advanced=False) -> None:
        """A raster to write."""
        definition = QgsProcessingParameterRasterDestination(name, self._label(name), None, optional, by_default)
        self._add(definition, advanced)

    def rejected(self) -> None:
        """The table of rows that could not be used, with reasons."""
        self.sink("REJECTED", SourceType.Vector, optional=True, by_default=False, advanced=True)

    def file(self, name: str, file_filter: str, *, by_default: bool, advanced=False) -> None:
        """A file to write."""
        definition = QgsProcessingParameterFileDestination(name, self._label(name), file_filter, None, True, by_default)
        self._add(definition, advanced)

    def folder_destination(self, name: str) -> None:
        """A folder that is made anew."""
        self._add(QgsProcessingParameterFolderDestination(name, self._label(name)), False)

    def report(self) -> None:
        """The HTML report and the run record, which every algorithm offers."""
        self.file("REPORT", tr("HTML report (*.html)"), by_default=True)
        self.file("RUN_RECORD", tr("Run record (*.json)"), by_default=False, advanced=True)

    def output_number(self, name: str) -> None:
        """A key figure for models and scripts."""
        self._algorithm.addOutput(QgsProcessingOutputNumber(name, self._label(name)))

    def output_layers(self, name: str) -> None:
        """All layers that came out, where their number is not known beforehand."""
        self._algorithm.addOutput(QgsProcessingOutputMultipleLayers(name, self._label(name)))

    def output_text(self, name: str) -> None:
        """A key text for models and scripts."""
        self._algorithm.addOutput(QgsProcessingOutputString(name, self._label(name)))

    # ------------------------------------------------------------------ shared
    def _label(self, name: str) -> str:
        return self._page.entry(name).label

    def _add(self, definition: QgsProcessingParameterDefinition, advanced: bool) -> None:
        entry = self._page.entry(definition.name())
        choices = [f"{word} = {label}" for word, label in entry.choices.items()]
        definition.setHelp("\n".join(part for part in (entry.text, *choices, entry.without_sentence) if part))
        if advanced:
            definition.setFlags(definition.flags() | Qgis.ProcessingParameterFlag.Advanced)
        if not self._algorithm.addParameter(definition):
            raise ValueError(f"{self._algorithm.ID}: parameter {definition.name()} is declared twice")
