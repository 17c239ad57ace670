"""Makes GDAL reproject the way QGIS does, also where the user has chosen an operation."""

from __future__ import annotations

import itertools
import math

from osgeo import gdal, osr
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
)

from .errors import LayerError

_SWAP = "+step +proj=axisswap +order=2,1"


def coordinate_operation(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    place: QgsPointXY,
    context: QgsCoordinateTransformContext,
) -> str | None:
    """Return the PROJ operation GDAL must be told to use, None when its own choice is that of QGIS.

    Both are asked for a place in the middle of the data. Where they differ, QGIS's operation is given to GDAL,
    which wants the axes in the order of the register: the order that gives QGIS's result is taken.

    Raises:
        LayerError: operation_unsupported when GDAL cannot be brought to QGIS's result.
    """
    if source == target:
        return None
    transform = QgsCoordinateTransform(source, target, context)
    try:
        wanted = transform.transform(place)
    except QgsCsException as error:
        raise LayerError("operation_unsupported", source=source.authid(), target=target.authid()) from error
    tolerance = 1e-8 if target.isGeographic() else 1e-3
    if _agrees(_reference(source), _reference(target), place, wanted, None, tolerance):
        return None
    operation = transform.instantiatedCoordinateOperationDetails().proj
    steps = operation.removeprefix("+proj=pipeline ").strip()
    if not steps.startswith("+step"):
        steps = f"+step {steps}"
    for before, after in itertools.product(("", f" {_SWAP}"), repeat=2):
        candidate = f"+proj=pipeline{before} {steps}{after}"
        if _agrees(_reference(source), _reference(target), place, wanted, candidate, tolerance):
            return candidate
    raise LayerError("operation_unsupported", source=source.authid(), target=target.authid())


def _reference(crs: QgsCoordinateReferenceSystem) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromWkt(crs.toWkt(Qgis.CrsWktVariant.PreferredGdal))
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _agrees(
    source: osr.SpatialReference,
    target: osr.SpatialReference,
    place: QgsPointXY,
    wanted: QgsPointXY,
    operation: str | None,
    tolerance: float,
) -> bool:
    options = osr.CoordinateTransformationOptions()
    # A trial that fails is part of the search and no matter for the log.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        if operation is not None and not options.SetOperation(operation):
            return False
        found = osr.CoordinateTransformation(source, target, options).TransformPoint(place.x(), place.y())
    except (RuntimeError, TypeError):
        return False
    finally:
        gdal.PopErrorHandler()
    return all(math.isfinite(value) for value in found[:2]) and (
        math.hypot(found[0] - wanted.x(), found[1] - wanted.y()) <= tolerance
    )
