"""Checks of what a run is given, each a generator of sentences for the user.

They are called twice: by ``checkParameterValues`` for the dialog and the command line, and again when a run is prepared,
because models and scripts skip the first.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ..layers.destinations import destination_text, file_target, target_problem
from ..texts import tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from .base import DistrictAlgorithm

_GEOMETRY_OF_SOURCE = {
    int(Qgis.ProcessingSourceType.VectorPoint.value): Qgis.GeometryType.Point,
    int(Qgis.ProcessingSourceType.VectorLine.value): Qgis.GeometryType.Line,
    int(Qgis.ProcessingSourceType.VectorPolygon.value): Qgis.GeometryType.Polygon,
}


def standard_problems(algorithm: DistrictAlgorithm, parameters: dict, context: QgsProcessingContext) -> Iterator[str]:
    """Everything that can be checked from the declarations alone."""
    yield from unknown_parameters(algorithm, parameters)
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name())
        yield from unacceptable_value(definition, value, context)
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            yield from source_problems(algorithm, definition, parameters, context)
        elif isinstance(definition, QgsProcessingParameterMultipleLayers):
            yield from layers_problems(algorithm, definition, parameters, context)
        elif isinstance(definition, QgsProcessingParameterField):
            yield from field_problems(algorithm, definition, parameters, context)
        elif definition.isDestination():
            yield from destination_problems(value, context)


def unknown_parameters(algorithm: DistrictAlgorithm, parameters: dict) -> Iterator[str]:
    """A misspelled parameter would otherwise be ignored in silence."""
    known = [definition.name() for definition in algorithm.parameterDefinitions()]
    for name in parameters:
        if name not in known:
            close = difflib.get_close_matches(str(name).upper(), known, n=1)
            hint = tr(" Did you mean {name}?").format(name=close[0]) if close else ""
            yield tr("There is no parameter {name}.").format(name=name) + hint


def unacceptable_value(
    definition: QgsProcessingParameterDefinition, value: object, context: QgsProcessingContext
) -> Iterator[str]:
    """Missing, out of range, or not one of the words."""
    if definition.checkValueIsAcceptable(value, context):
        return
    label = f"{definition.description()} ({definition.name()})"
    if value is None or value == "":
        yield tr("{parameter} is missing.").format(parameter=label)
    elif isinstance(definition, QgsProcessingParameterEnum):
        words = ", ".join(definition.options())
        yield tr("{parameter}: '{value}' is not one of: {words}.").format(parameter=label, value=value, words=words)
    else:
        yield tr("{parameter}: '{value}' is not a possible value.").format(parameter=label, value=value)


def source_problems(
    algorithm: DistrictAlgorithm,
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
            parameter=f"{definition.description()} ({name})", layer=title, found=geometry_word(found), wanted=words
        )
    request = QgsFeatureRequest().setLimit(1).setFlags(Qgis.FeatureRequestFlag.NoGeometry).setNoAttributes()
    if next(source.getFeatures(request, Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks), None) is None:
        yield tr("{parameter}: the layer '{layer}' has no features (with its filter or selection).").format(
            parameter=f"{definition.description()} ({name})", layer=title
        )


def layers_problems(
    algorithm: DistrictAlgorithm,
    definition: QgsProcessingParameterMultipleLayers,
    parameters: dict,
    context: QgsProcessingContext,
) -> Iterator[str]:
    """Each of several layers can be opened; a layer without features is not an error here."""
    value = parameters.get(definition.name())
    if value in (None, "", []):
        return
    for text in _layer_texts(algorithm, definition, parameters, context):
        if QgsProcessingUtils.mapLayerFromString(text, context) is None:
            yield tr("{parameter}: the layer '{layer}' cannot be opened.").format(
                parameter=f"{definition.description()} ({definition.name()})", layer=text
            )


def _layer_texts(algorithm, definition, parameters, context) -> list[str]:
    value = parameters[definition.name()]
    items = value if isinstance(value, (list, tuple)) else [value]
    return [item for item in items if isinstance(item, str)]


def place_problems(inputs: dict[str, object], transform_context) -> Iterator[str]:
    """Each layer has a CRS, and lies where that CRS and the other layers say it should."""
    from ..layers.crs import check_crs
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


def field_problems(
    algorithm: DistrictAlgorithm,
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
    label = f"{definition.description()} ({definition.name()})"
    for name in names:
        index = fields.lookupField(name)
        if index < 0:
            yield tr("{parameter}: the layer '{layer}' has no field '{field}'. It has: {fields}.").format(
                parameter=label, layer=source.sourceName(), field=name, fields=", ".join(known[:30])
            )
        elif definition.dataType() == Qgis.ProcessingFieldParameterDataType.Numeric and not fields[index].isNumeric():
            yield tr("{parameter}: the field '{field}' of the layer '{layer}' holds text, numbers are needed.").format(
                parameter=label, layer=source.sourceName(), field=name
            )


def destination_problems(value: object, context: QgsProcessingContext) -> Iterator[str]:
    """The target can be written to; seen before anything is computed."""
    text = destination_text(value, context)
    if text == QgsProcessing.TEMPORARY_OUTPUT:
        return
    target = file_target(text)
    problem = target_problem(target) if target is not None else None
    if problem:
        yield problem


def geometry_word(kind: Qgis.GeometryType) -> str:
    """Points, lines, polygons in the user's language."""
    return {
        Qgis.GeometryType.Point: tr("points"),
        Qgis.GeometryType.Line: tr("lines"),
        Qgis.GeometryType.Polygon: tr("polygons"),
    }.get(kind, tr("no geometry"))
