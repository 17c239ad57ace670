"""What all algorithms share, so that each of them reads like a recipe.

A subclass gives ``ID``, ``GROUP``, ``declare(add)`` (its parameters), ``execute(run)`` (read, call, deliver) and, where
the declarations are not enough, ``own_problems(parameters, context)``. Everything else is here: identity and help,
checks through every door, metric CRS, progress and cancel, safe and styled outputs, report, run record.
"""

from __future__ import annotations

import importlib.util
import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..layers.destinations import Destinations, WriteError
from ..layers.errors import LayerError
from ..layers.rasterstyle import RasterStyle, apply_raster_style
from ..layers.styling import Style, apply_style
from ..layers.table import is_null
from ..texts import PACKAGE, language, tr
from .checks import place_problems, standard_problems
from .encoding import encoding_problems
from .help import HelpPage, help_page
from .parameters import Parameters
from .run import Run

if TYPE_CHECKING:
    from ..layers.crs import CrsChoice

ICONS = PACKAGE / "resources" / "icons"


def group_names() -> dict[str, str]:
    """Toolbox groups; the toolbox sorts by display name, so only the numbers carry the order."""
    return {
        "data": tr("1 Prepare data"),
        "pedestrian": tr("2 Pedestrian traffic"),
        "siting": tr("3 Site selection"),
        "hazard": tr("4 Flood and snow"),
        "safety": tr("5 Youth safety"),
        "governance": tr("6 Trust and publishing"),
    }


class DistrictAlgorithm(QgsProcessingAlgorithm):
    """Base of every algorithm of the provider."""

    ID = ""
    GROUP = ""
    LEARNS = False  # True only for what cannot run at all without scikit-learn
    MEASURES = True  # False for what also runs where no layer says where things are
    MAY_REPLACE = ()  # files that are read and may be replaced by an output, as an import of its own result
    PICTURE = "OUTPUT"  # the output whose map the report shows

    def __init__(self) -> None:
        super().__init__()
        self._inputs: dict[str, object] = {}
        self._choice: CrsChoice | None = None
        self._crs = QgsCoordinateReferenceSystem()
        self._to_style: dict[str, Style | RasterStyle] = {}

    # ------------------------------------------------------------------ identity and help
    def name(self) -> str:
        return self.ID

    def displayName(self) -> str:  # noqa: N802
        return self.page.title

    def group(self) -> str:
        return group_names()[self.GROUP]

    def groupId(self) -> str:  # noqa: N802
        return self.GROUP

    @property
    def page(self) -> HelpPage:
        """The help page in the user's language."""
        return help_page(self.ID, language())

    def shortDescription(self) -> str:  # noqa: N802
        return self.page.summary

    def shortHelpString(self) -> str:  # noqa: N802
        if QgsApplication.platform() == "qgis_process":
            return self.page.text  # the command line lists the parameters with their help itself
        parts = [self.page.text]
        for definition in self.parameterDefinitions():
            entry = self.page.entry(definition.name())
            parts.append(f"{entry.label} [{definition.name()}]: {definition.help()}".strip())
        return "\n".join(part for part in parts if part)

    def tags(self) -> list[str]:
        return self.page.tags

    def svgIconPath(self) -> str:  # noqa: N802
        own = ICONS / f"{self.ID}.svg"
        return str(own if own.is_file() else ICONS / "provider.svg")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def createInstance(self) -> DistrictAlgorithm:  # noqa: N802
        return type(self)()

    def initAlgorithm(self, config=None) -> None:  # noqa: N802
        self.declare(Parameters(self))

    # ------------------------------------------------------------------ may it run, and with these settings
    def missing_library(self) -> str:
        """The first library that is needed and absent, empty when all are there."""
        needed = ["pandas", "scipy"] + (["sklearn"] if self.LEARNS else [])
        return next((name for name in needed if importlib.util.find_spec(name) is None), "")

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        missing = self.missing_library()
        return (True, "") if not missing else (False, missing_text(missing))

    def checkParameterValues(self, parameters: dict, context) -> tuple[bool, str]:  # noqa: N802
        # Our own sentences first: those of QGIS name the parameter, but neither the value nor what to do.
        problem = next(self._problems(parameters, context), "")
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        """What a subclass checks beyond its declarations."""
        yield from ()

    def trusted(self, inputs: dict[str, object], context) -> dict[str, object]:
        """The inputs that a run relies on: a doubtful encoding or place of one of them is a reason to refuse."""
        return inputs

    def _problems(self, parameters: dict, context) -> Iterator[str]:
        """Everything that is wrong, cheapest first; the caller stops at the first."""
        yield from standard_problems(self, parameters, context)
        yield from self.own_problems(parameters, context)
        try:
            inputs = dict(self._prepared_inputs(parameters, context))
        except LayerError as error:
            yield self._sentence(error)
            return
        trusted = self.trusted(inputs, context)
        yield from encoding_problems(trusted)
        yield from place_problems(trusted, context.transformContext())
        try:
            self._choice = self._chosen_crs(inputs, parameters, context)
        except LayerError as error:
            yield self._sentence(error)
            return
        self._inputs = inputs

    def _chosen_crs(self, inputs: dict[str, object], parameters: dict, context) -> CrsChoice:
        """The metric CRS of the run: the one asked for, else by rule from the inputs."""
        from ..layers.crs import CrsChoice, analysis_crs, typical_place

        explicit = None
        if self.parameterDefinition("ANALYSIS_CRS") is not None:
            explicit = self.parameterAsCrs(parameters, "ANALYSIS_CRS", context)
        layers = (
            source
            for given in inputs.values()
            for source in (given if isinstance(given, list) else [given])
            if getattr(source, "geometry", "none") != "none"
        )
        located = [typical_place(source) for source in itertools.islice(layers, 1)]  # the first one decides
        if not located and not self.MEASURES and not (explicit and explicit.isValid()):
            return CrsChoice(QgsCoordinateReferenceSystem(), "none")  # nothing of this run is measured
        return analysis_crs(explicit if explicit and explicit.isValid() else None, located, context.transformContext())

    # ------------------------------------------------------------------ running
    def prepareAlgorithm(self, parameters: dict, context, feedback) -> bool:  # noqa: N802
        """On the main thread: check, and take from the layers all that the run needs of them."""
        from ..layers.crs import known_on_this_thread
        from .messages import crs_text

        known_on_this_thread()
        parameters = _given(parameters)
        missing = self.missing_library()
        if missing:
            raise QgsProcessingException(missing_text(missing))
        for problem in self._problems(parameters, context):
            raise QgsProcessingException(problem)
        self._crs = self._choice.crs
        if self._crs.isValid():
            feedback.pushInfo(crs_text(self._choice))
        return True

    def _prepared_inputs(self, parameters: dict, context) -> Iterator[tuple[str, object]]:
        from ..layers.sources import from_layer, vector_input

        for definition in self.parameterDefinitions():
            name = definition.name()
            if parameters.get(name) in (None, "", []):
                continue
            if isinstance(definition, QgsProcessingParameterFeatureSource):
                yield name, vector_input(self, parameters, name, context)
            elif isinstance(definition, QgsProcessingParameterMultipleLayers):
                prepared = []
                for layer in self.parameterAsLayerList(parameters, name, context):
                    if isinstance(layer, QgsVectorLayer):
                        prepared.append(from_layer(layer, name))
                    elif isinstance(layer, QgsRasterLayer):
                        from ..layers.rasters import raster_from_layer

                        prepared.append(raster_from_layer(layer, name))
                yield name, prepared
            elif isinstance(definition, QgsProcessingParameterRasterLayer):
                from ..layers.rasters import raster_from_layer

                yield name, raster_from_layer(self.parameterAsRasterLayer(parameters, name, context), name)

    def processAlgorithm(self, parameters: dict, context, feedback) -> dict:  # noqa: N802
        """Compute everything, write aside, then put in place; nothing existing is touched before all is complete."""
        from ..analysis.errors import AnalysisError, Cancelled
        from .finish import finish

        parameters = _given(parameters)
        destinations = Destinations(self, parameters, context)
        run = Run(self, parameters, context, feedback, self._inputs, self._crs, destinations)
        try:
            self.execute(run)
            results, self._to_style = finish(run)
        except Cancelled as stopped:
            raise QgsProcessingException(tr("Stopped. Nothing that was there has been changed.")) from stopped
        except (AnalysisError, LayerError) as error:
            raise QgsProcessingException(self._sentence(error)) from error
        except WriteError as error:
            raise QgsProcessingException(str(error)) from error
        except (OSError, sqlite3.Error) as error:
            raise QgsProcessingException(_file_text(error)) from error
        except MemoryError as error:
            raise QgsProcessingException(
                tr("Not enough memory. Try fewer features, smaller radii or larger cells.")
            ) from error
        finally:
            destinations.discard()
            self._inputs = {}
        return results

    def postProcessAlgorithm(self, context, feedback) -> dict:  # noqa: N802
        """On the main thread: style what the desktop or a model has loaded (it ignores saved styles)."""
        for destination, style in self._to_style.items():
            # A file that the desktop is about to load: opened here, it is this very layer that is added to the map.
            load = context.willLoadLayerOnCompletion(destination)
            layer = QgsProcessingUtils.mapLayerFromString(destination, context, load)
            if isinstance(layer, QgsVectorLayer):
                apply_style(layer, style)
            elif isinstance(layer, QgsRasterLayer):
                apply_raster_style(layer, style)
        return {}

    def _sentence(self, error: Exception) -> str:
        from .messages import error_text

        return error_text(error)


def _file_text(error: Exception) -> str:
    """A file that could not be read or written, at whatever step."""
    reason = getattr(error, "strerror", None) or str(error)
    name = Path(getattr(error, "filename", None) or "").name
    return tr(
        "A file could not be read or written ({problem}): the disk may be full or the folder read-only. Nothing that "
        "was there has been changed."
    ).format(problem=f"{name}: {reason}" if name else reason)


def _given(parameters: dict) -> dict:
    """The parameters with what was left empty as None: the dialog gives NULL there, which Python takes for a value."""
    return {name: None if is_null(value) else value for name, value in parameters.items()}


def missing_text(library: str) -> str:
    """How to add a library, for the system QGIS runs on."""
    import platform

    package = {"sklearn": "scikit-learn"}.get(library, library)
    system = platform.system()
    if system == "Windows":
        line = f"OSGeo4W Shell: python -m pip install {package}"
    elif system == "Darwin":
        line = f"/Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip install {package}"
    elif Path("/usr/bin/apt-get").exists():
        line = f"sudo apt install python3-{library}"
    else:
        line = f"python3 -m pip install {package}"
    return tr(
        "This needs the Python library {package}, which this QGIS does not have. Install it with: {line} | without "
        "internet, from a folder of wheels: python -m pip install --no-index --find-links FOLDER {package} | then "
        "start "
        "QGIS again."
    ).format(package=package, line=line)
