"""Checks of what a run is given, each a generator of sentences for the user.

They are called twice: by ``checkParameterValues`` for the dialog and the command line, and again when a run is
prepared, because models and scripts skip the first.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
    QgsProperty,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..layers.bundle import is_replaceable
from ..layers.rasterout import ENDINGS as RASTER_ENDINGS
from ..layers.targets import destination_text, place_problem, table_target, target_problem
from ..texts import tr
from .overwriting import overwritten_inputs, shared_targets, target_of

if TYPE_CHECKING:
    from pathlib import Path

    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext


_UNBOUNDED = 1e300  # bounds beyond this are QGIS's way to say that there is none
_GEOMETRY_OF_SOURCE = {
    int(Qgis.ProcessingSourceType.VectorPoint.value): Qgis.GeometryType.Point,
    int(Qgis.ProcessingSourceType.VectorLine.value): Qgis.GeometryType.Line,
    int(Qgis.ProcessingSourceType.VectorPolygon.value): Qgis.GeometryType.Polygon,
}


def standard_problems(
    algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext
) -> Iterator[str]:
    """Everything that can be checked from the declarations alone."""
    yield from unknown_parameters(algorithm, parameters)
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name())
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            yield from source_problems(algorithm, definition, parameters, context)
        elif isinstance(definition, QgsProcessingParameterMultipleLayers):
            yield from layers_problems(algorithm, definition, parameters, context)
        elif isinstance(definition, QgsProcessingParameterField):
            yield from field_problems(algorithm, definition, parameters, context)
        elif isinstance(definition, QgsProcessingParameterCrs):
            yield from crs_problems(algorithm, definition, parameters, context)
        elif definition.isDestination():
            yield from destination_problems(definition, value, context)
        yield from unacceptable_value(definition, value, context)  # last: the others know more to say
    yield from shared_targets(algorithm, parameters, context)
    yield from overwritten_inputs(algorithm, parameters, context)


def unknown_parameters(algorithm: QgsProcessingAlgorithm, parameters: dict) -> Iterator[str]:
    """A misspelled parameter would otherwise be ignored in silence."""
    known = [definition.name() for definition in algorithm.parameterDefinitions()]
    for name in parameters:
        if name not in known:
            yield tr("There is no parameter {name}.").format(name=name) + _hint(str(name), known)


def unacceptable_value(
    definition: QgsProcessingParameterDefinition, value: object, context: QgsProcessingContext
) -> Iterator[str]:
    """Missing, out of range, or not one of the words."""
    if definition.checkValueIsAcceptable(value, context) and not _is_no_number(definition, value):
        return
    label = _label(definition)
    if value is None or value in ("", []):
        yield tr("{parameter} is missing.").format(parameter=label)
    elif isinstance(definition, QgsProcessingParameterNumber):
        yield _number_sentence(definition, label, value)
    elif isinstance(definition, QgsProcessingParameterEnum):
        words = ", ".join(definition.options())
        yield tr("{parameter}: '{value}' is not one of: {words}.").format(parameter=label, value=value, words=words)
    else:
        yield tr("{parameter}: '{value}' is not a possible value.").format(parameter=label, value=value)


def _is_no_number(definition: QgsProcessingParameterDefinition, value: object) -> bool:
    """NaN and inf pass QGIS's own check of a number."""
    if not isinstance(definition, QgsProcessingParameterNumber) or not isinstance(value, (str, float)):
        return False
    try:
        return not math.isfinite(float(value))
    except ValueError:
        return False  # an expression, or a text that QGIS has judged


def _number_sentence(definition: QgsProcessingParameterNumber, label: str, value: object) -> str:
    low, high = definition.minimum(), definition.maximum()
    if definition.dataType() == Qgis.ProcessingNumberParameterType.Integer:
        needed = tr("a whole number")
    else:
        needed = tr("a number")
    if low > -_UNBOUNDED and high < _UNBOUNDED:
        needed = tr("{number} from {low:g} to {high:g}").format(number=needed, low=low, high=high)
    elif low > -_UNBOUNDED:
        needed = tr("{number} from {low:g}").format(number=needed, low=low)
    return tr("{parameter}: '{value}' is not possible; {needed} is needed.").format(
        parameter=label, value=value, needed=needed
    )


def source_problems(
    algorithm: QgsProcessingAlgorithm,
    definition: QgsProcessingParameterFeatureSource,
    parameters: dict,
    context: QgsProcessingContext,
) -> Iterator[str]:
    """The layer can be opened, has the right geometry, and at least one feature."""
    name = definition.name()
    if parameters.get(name) in (None, ""):
        return
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        yield algorithm.invalidSourceError(parameters, name)
        return
    title = source.sourceName() or name
    wanted = [_GEOMETRY_OF_SOURCE[kind] for kind in definition.dataTypes() if kind in _GEOMETRY_OF_SOURCE]
    found = QgsWkbTypes.geometryType(source.wkbType())
    if wanted and found not in wanted:
        words = ", ".join(geometry_word(kind) for kind in wanted)
        yield tr("{parameter}: the layer '{layer}' has {found}; needed: {wanted}.").format(
            parameter=_label(definition), layer=title, found=geometry_word(found), wanted=words
        )
    request = QgsFeatureRequest().setLimit(1).setFlags(Qgis.FeatureRequestFlag.NoGeometry).setNoAttributes()
    if next(source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks), None) is None:
        yield tr("{parameter}: the layer '{layer}' has no features (with its filter or selection).").format(
            parameter=_label(definition), layer=title
        )


def layers_problems(
    algorithm: QgsProcessingAlgorithm,
    definition: QgsProcessingParameterMultipleLayers,
    parameters: dict,
    context: QgsProcessingContext,
) -> Iterator[str]:
    """Each of several layers can be opened; a layer without features is not an error here."""
    value = parameters.get(definition.name())
    if value in (None, "", []):
        return
    items = value if isinstance(value, (list, tuple)) else [value]
    for item in items:
        text = item.staticValue() if isinstance(item, QgsProperty) else item
        if isinstance(text, str) and QgsProcessingUtils.mapLayerFromString(text, context) is None:
            yield tr("{parameter}: the layer '{layer}' cannot be opened.").format(
                parameter=_label(definition), layer=text
            )


def place_problems(inputs: dict[str, object], transform_context) -> Iterator[str]:
    """Each layer has a CRS, and lies where that CRS and the other layers say it should."""
    from ..layers.crs import check_crs, check_extent
    from .messages import crs_problem_text

    layers = [
        source
        for given in inputs.values()
        for source in (given if isinstance(given, list) else [given])
        if getattr(source, "geometry", "none") in ("point", "line", "polygon", "unknown")
    ]
    for source in layers:
        others = [(other.crs, other.extent) for other in layers if other is not source]
        problem = check_crs(source, others, transform_context)
        if problem is not None:
            yield crs_problem_text(problem)
    places = [(source.crs, source.extent) for source in layers]
    for given in inputs.values():
        for raster in (item for item in (given if isinstance(given, list) else [given]) if hasattr(item, "bands")):
            problem = check_extent(raster.title, raster.crs, raster.grid().bounds(), places, transform_context)
            if problem is not None:
                yield crs_problem_text(problem)


def crs_problems(
    algorithm: QgsProcessingAlgorithm,
    definition: QgsProcessingParameterDefinition,
    parameters: dict,
    context: QgsProcessingContext,
) -> Iterator[str]:
    """A CRS that is given is one that QGIS knows; it would be passed over in silence otherwise."""
    value = parameters.get(definition.name())
    if value in (None, "") or algorithm.parameterAsCrs(parameters, definition.name(), context).isValid():
        return
    if isinstance(value, QgsCoordinateReferenceSystem):
        return  # an invalid one is how QGIS says "none"
    yield tr("{parameter}: '{value}' is no CRS that QGIS knows; give a code such as EPSG:5186.").format(
        parameter=_label(definition), value=value
    )


def _counts_as_number(field) -> bool:
    """Yes and no count as 1 and 0."""
    return field.isNumeric() or field.type() == QMetaType.Type.Bool


def field_problems(
    algorithm: QgsProcessingAlgorithm,
    definition: QgsProcessingParameterField,
    parameters: dict,
    context: QgsProcessingContext,
) -> Iterator[str]:
    """Each named field exists in its layer and is numeric where numbers are needed."""
    names = [name for name in algorithm.parameterAsStrings(parameters, definition.name(), context) if name]
    parent = definition.parentLayerParameterName()
    if not names or parameters.get(parent) in (None, ""):
        return
    source = algorithm.parameterAsSource(parameters, parent, context)
    if source is None:
        return  # said already by source_problems
    fields = source.fields()
    known = [field.name() for field in fields]
    label = _label(definition)
    numeric = Qgis.ProcessingFieldParameterDataType.Numeric
    for name in names:
        index = fields.indexFromName(name)  # exact: lookupField would take other case, or an alias, for the name
        if index < 0:
            yield tr("{parameter}: the layer '{layer}' has no field '{field}'. It has: {fields}.").format(
                parameter=label, layer=source.sourceName(), field=name, fields=", ".join(known[:30])
            ) + _hint(name, known)
        elif definition.dataType() == numeric and not _counts_as_number(fields[index]):
            yield tr("{parameter}: the field '{field}' of the layer '{layer}' holds text, numbers are needed.").format(
                parameter=label, layer=source.sourceName(), field=name
            )


def destination_problems(
    definition: QgsProcessingParameterDefinition, value: object, context: QgsProcessingContext
) -> Iterator[str]:
    """The target can be written to; seen before anything is computed."""
    target = target_of(definition, value, context)
    if target is None:
        table = table_target(destination_text(value, context))
        problem = place_problem(table.path) if table is not None else None
        if problem:
            yield problem
        return
    if isinstance(definition, QgsProcessingParameterFolderDestination):
        yield from folder_problems(target)
        return
    problem = target_problem(target)
    if problem:
        yield problem
    if isinstance(definition, QgsProcessingParameterRasterDestination) and target.suffix.lower() not in RASTER_ENDINGS:
        yield tr("{parameter}: rasters are written as GeoTIFF; '{ending}' is not possible, use .tif.").format(
            parameter=_label(definition), ending=target.suffix
        )
    known = QgsVectorFileWriter.supportedFormatExtensions()
    if isinstance(definition, QgsProcessingParameterFeatureSink) and target.suffix[1:].lower() not in known:
        yield tr("{parameter}: '{ending}' is no format that can be written here; use .gpkg, for example.").format(
            parameter=_label(definition), ending=target.suffix
        )


def folder_problems(folder: Path) -> Iterator[str]:
    """A folder that is made anew stands where one can be made, and nothing of anybody else's is in it."""
    problem = place_problem(folder.parent / f"{folder.name}.new")
    if problem:
        yield problem
    elif not is_replaceable(folder):
        yield tr("{folder} holds something else. Give a new or empty folder.").format(folder=folder)


def _hint(name: str, known: list[str]) -> str:
    """The known name that is most like this one, as a question; empty when none is near."""
    by_lower = {other.lower(): other for other in known}
    close = difflib.get_close_matches(name.lower(), list(by_lower), n=1)
    return tr(" Did you mean {name}?").format(name=by_lower[close[0]]) if close else ""


def _label(definition: QgsProcessingParameterDefinition) -> str:
    return f"{definition.description()} ({definition.name()})"


def geometry_word(kind: Qgis.GeometryType) -> str:
    """Points, lines, polygons in the user's language."""
    return {
        Qgis.GeometryType.Point: tr("points"),
        Qgis.GeometryType.Line: tr("lines"),
        Qgis.GeometryType.Polygon: tr("polygons"),
    }.get(kind, tr("no geometry"))
