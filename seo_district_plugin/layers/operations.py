"""Makes GDAL reproject the way QGIS does, also where the user has chosen an operation."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
)

from .errors import LayerError

_SWAP = "+proj=axisswap +order=2,1"


def gdal_wkt(crs: QgsCoordinateReferenceSystem) -> str:
    """Return the reference system as GDAL is to be told of it."""
    return crs.toWkt(Qgis.CrsWktVariant.PreferredGdal)


def coordinate_operation(
    dataset: Any,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    places: np.ndarray,
    context: QgsCoordinateTransformContext,
) -> str | None:
    """Return the PROJ operation that warping must be told to use, None when GDAL's own choice is that of QGIS.

    Warping asks for each cell of the result where it lies in the raster. So GDAL's transformer and QGIS are both
    asked for some cells; where they differ, QGIS's operation is given to GDAL. In which axis order GDAL wants it
    depends on its version and on the reference systems, so all orders are tried and the one that gives QGIS's
    result is taken.

    Args:
        dataset: the raster that is going to be warped.
        places: (n, 2) in the target system, spread over the result.

    Raises:
        LayerError: operation_unsupported when GDAL cannot be brought to QGIS's result.
    """
    if source == target:
        return None
    transform = QgsCoordinateTransform(source, target, context)
    wanted = _back(places, transform)
    if np.isfinite(wanted).all(axis=1).any():
        for operation in (None, *_candidates(transform.instantiatedCoordinateOperationDetails().proj)):
            if _agrees(_gdal_back(dataset, source, target, operation, places), wanted, source.isGeographic()):
                return operation
    raise LayerError("operation_unsupported", source=source.authid(), target=target.authid())


def _candidates(operation: str) -> Iterator[str]:
    steps = [step.strip() for step in operation.removeprefix("+proj=pipeline").split("+step") if step.strip()]
    # An operation chosen for the way back is told by QGIS as it was chosen.
    for way, before, after in itertools.product((steps, _inverse(steps)), ([], [_SWAP]), ([], [_SWAP])):
        yield " ".join(("+proj=pipeline", *(f"+step {step}" for step in (*before, *way, *after))))


def _inverse(steps: list[str]) -> list[str]:
    return [step.replace("+inv", "") if "+inv" in step.split() else f"+inv {step}" for step in reversed(steps)]


def _back(places: np.ndarray, transform: QgsCoordinateTransform) -> np.ndarray:
    """Return where QGIS finds the places in the source system (n, 2), NaN where it cannot tell."""
    found = np.full(places.shape, np.nan)
    for row, (x, y) in enumerate(places.tolist()):
        try:
            point = transform.transform(QgsPointXY(x, y), QgsCoordinateTransform.TransformDirection.ReverseTransform)
        except QgsCsException:
            continue
        found[row] = point.x(), point.y()
    return found


def _gdal_back(
    dataset: Any,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    operation: str | None,
    places: np.ndarray,
) -> np.ndarray:
    """Return where warping would find the places in the source system (n, 2), NaN where it cannot tell."""
    options = [f"SRC_SRS={gdal_wkt(source)}", f"DST_SRS={gdal_wkt(target)}"]
    if operation is not None:
        options.append(f"COORDINATE_OPERATION={operation}")
    nowhere = np.full(places.shape, np.nan)
    # A trial that fails is part of the search and no matter for the log.
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        transformer = gdal.Transformer(dataset, None, options)
        # None since GDAL 3.10, with an error of its own; before that a thing without content.
        if transformer is None:
            return nowhere
        cells, fine = transformer.TransformPoints(1, places.tolist())
    except (RuntimeError, TypeError, ValueError):
        return nowhere
    finally:
        gdal.PopErrorHandler()
    left, across, skew_x, top, skew_y, down = dataset.GetGeoTransform()
    column, row = np.array([cell[:2] for cell in cells], dtype=np.float64).T
    found = np.column_stack((left + column * across + row * skew_x, top + column * skew_y + row * down))
    return np.where(np.array(fine, dtype=bool)[:, None], found, nowhere)


def _agrees(found: np.ndarray, wanted: np.ndarray, degrees: bool) -> bool:
    """Tell whether both are the same place to a millimeter, wherever QGIS has a place at all."""
    known = np.isfinite(wanted).all(axis=1)
    apart = np.abs(found[known] - wanted[known])
    if degrees:
        # A raster that crosses the date line goes on beyond 180 degrees.
        apart[:, 0] = np.minimum(apart[:, 0], np.abs(apart[:, 0] - 360.0))
    return bool((apart <= (1e-8 if degrees else 1e-3)).all())
