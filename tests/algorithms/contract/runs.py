"""Running an algorithm for a test, and reading what it wrote."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from recipes import RECIPES, filled

_alive: list = []  # the parameters of an algorithm die with it, while Python still holds them
ENDINGS = {"sink": "gpkg", "fileDestination": "html", "rasterDestination": "tif"}
FOLDER = "folderDestination"


@dataclass
class Done:
    """A finished run. The context keeps memory results alive."""

    results: dict
    algorithm: object
    context: object
    log: str
    parameters: dict = field(default_factory=dict)

    def sinks(self) -> dict[str, str]:
        """Vector results by output name."""
        return {
            definition.name(): self.results[definition.name()]
            for definition in self.algorithm.destinationParameterDefinitions()
            if definition.type() == "sink" and self.results.get(definition.name())
        }

    def layer(self, name: str):
        """A vector result, opened afresh from its file or taken from the context."""
        from qgis.core import QgsProcessingUtils

        value = self.results[name]
        if isinstance(value, str) and Path(value.split("|")[0]).is_file():
            return opened(value)
        return QgsProcessingUtils.mapLayerFromString(value, self.context) if isinstance(value, str) else value

    def numbers(self) -> dict[str, float]:
        """Numeric results by name."""
        names = [output.name() for output in self.algorithm.outputDefinitions() if output.type() == "outputNumber"]
        return {name: self.results[name] for name in names if name in self.results}


class RunFailed(Exception):
    """A run that did not come to its end; the text is its log."""


def create(name: str):
    """A new instance of an algorithm of the provider."""
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"seodistrict:{name}")
    assert algorithm is not None, name
    _alive.append(algorithm)
    return algorithm


def settings(name: str, give: Callable[[str], object], which: str = "least") -> dict:
    """The recipe's settings with its layers filled in; ``large`` changes some of the least ones."""
    recipe = RECIPES[name]
    chosen = {**recipe.least, **recipe.large} if which == "large" else getattr(recipe, which)
    return filled(chosen, give)


def targets(algorithm, folder: Path, ending: str = "gpkg", only: tuple[str, ...] = ()) -> dict[str, str]:
    """A file for every destination (or only some), named after it."""
    chosen = {}
    elsewhere = RECIPES[algorithm.name()].elsewhere
    for definition in algorithm.destinationParameterDefinitions():
        if definition.name() in elsewhere:
            continue
        end = ending if definition.type() == "sink" else ENDINGS.get(definition.type(), "")
        if definition.name() == "RUN_RECORD":
            end = "json"
        if definition.name() == "MODEL":
            end = "sdmodel"
        if not only or definition.name() in only:
            name = definition.name().lower()
            chosen[definition.name()] = str(folder / (name if definition.type() == FOLDER else f"{name}.{end}"))
    return chosen


def run(name: str, parameters: dict) -> Done:
    """Run to the end as a script does; a failure is raised."""
    return run_of(create(name), parameters)


def run_of(algorithm, parameters: dict) -> Done:
    """As :func:`run`, with an algorithm at hand."""
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    try:
        results, fine = algorithm.run(parameters, context, feedback, {}, False)
    except QgsProcessingException as problem:
        raise RunFailed(f"{feedback.textLog()}\n{problem}") from problem
    if not fine:  # what is wrong before the run begins is only told in the log
        raise RunFailed(feedback.textLog())
    return Done(results, algorithm, context, feedback.textLog(), parameters)


def opened(destination: str):
    """A written layer as QGIS opens it, with the style it finds by itself."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(destination, "opened", "ogr")
    assert layer.isValid(), destination
    return layer


def content(layer) -> tuple[list[str], list[tuple]]:
    """Field names, and each row's values and geometry; ``fid`` left out."""
    names = [item.name() for item in layer.fields()]
    rows = []
    for feature in layer.getFeatures():
        values = [plain(value) for key, value in zip(names, feature.attributes()) if key != "fid"]
        shape = feature.geometry()
        rows.append((*values, "" if shape.isNull() else bytes(shape.asWkb()).hex()))
    return [key for key in names if key != "fid"], rows


def plain(value: object) -> object:
    """A value that compares with itself: NULL and NaN too."""
    from qgis.PyQt.QtCore import QVariant

    if value is None or (isinstance(value, QVariant) and value.isNull()):
        return None
    return "nan" if isinstance(value, float) and math.isnan(value) else value


def look(layer) -> tuple:
    """What a person sees of a layer's style: renderer, legend, aliases."""
    renderer = layer.renderer() if layer.isSpatial() else None
    legend = [(item.label(), item.symbol().color().name()) for item in renderer.legendSymbolItems()] if renderer else []
    field_name = renderer.classAttribute() if hasattr(renderer, "classAttribute") else ""
    aliases = {item.name(): item.alias() for item in layer.fields() if item.alias()}
    return (renderer.type() if renderer else "", field_name, legend, aliases)


def md5(path: Path | str) -> str:
    return hashlib.md5(Path(path).read_bytes()).hexdigest()
