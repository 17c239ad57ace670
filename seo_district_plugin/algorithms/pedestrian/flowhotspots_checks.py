"""What can be refused before anything is read: settings that do not fit each other or the layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsWkbTypes

from ...texts import tr
from ..checks import geometry_word

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm


def problems(algorithm: QgsProcessingAlgorithm, parameters: dict, context) -> Iterator[str]:
    """Sentences, the cheapest first."""
    fields = [name for name in algorithm.parameterAsStrings(parameters, "VALUE_FIELD", context) if name]
    time, place = (parameters.get(name) not in (None, "", []) for name in ("TIME_FIELD", "PLACE_FIELD"))
    label = {name: algorithm.page.entry(name).label for name in ("VALUE_FIELD", "TIME_FIELD", "PLACE_FIELD")}
    if time and len(fields) > 1:
        yield tr("Give one value field with a time field, or several value fields in order of time, not both.")
    if time != place:
        yield tr("{first} and {second} are needed together: one row per place and time.").format(
            first=f"{label['TIME_FIELD']} (TIME_FIELD)", second=f"{label['PLACE_FIELD']} (PLACE_FIELD)"
        )
    if not time and 1 < len(set(fields)) < _fewest():
        yield tr(
            "{count} value fields are too few for a trend; give one, or at least {needed} in order of time."
        ).format(count=len(set(fields)), needed=_fewest())
    if len(set(fields)) < len(fields):
        yield tr("{parameter}: a field is given twice.").format(parameter=label["VALUE_FIELD"])
    yield from _over_time(algorithm, parameters, context, time or len(fields) > 1)
    yield from _weights(algorithm, parameters, context)


def _fewest() -> int:
    from ...analysis.statistics.emerging import FEWEST_PERIODS

    return FEWEST_PERIODS


def _over_time(algorithm: QgsProcessingAlgorithm, parameters: dict, context, series: bool) -> Iterator[str]:
    if not series:
        return
    if algorithm.parameterAsEnumString(parameters, "METHOD", context) != "gi_star":
        yield tr("Over time only Gi* is possible (METHOD gi_star).")
    window = algorithm.parameterAsEnumString(parameters, "WINDOW", context)
    if window == "whole" and algorithm.parameterAsEnumString(parameters, "TEST", context) == "permutation":
        yield tr("Places are permuted within a period: with WINDOW whole choose TEST analytic.")


def _weights(algorithm: QgsProcessingAlgorithm, parameters: dict, context) -> Iterator[str]:
    from .flowhotspots_neighbors import TOUCHING

    weights = algorithm.parameterAsEnumString(parameters, "WEIGHTS", context)
    source = algorithm.parameterAsSource(parameters, "INPUT", context)
    if source is None:
        return
    kind = QgsWkbTypes.geometryType(source.wkbType())
    streets = parameters.get("STREETS") not in (None, "", [])
    name = source.sourceName()
    if weights in TOUCHING and kind != Qgis.GeometryType.Polygon:
        yield tr("Only polygons touch each other: '{layer}' has {found}. Choose other neighbors (WEIGHTS).").format(
            layer=name, found=geometry_word(kind)
        )
    if weights == "network" and not streets and kind != Qgis.GeometryType.Line:
        yield tr("Distances along streets need street lines (STREETS): '{layer}' has {found}.").format(
            layer=name, found=geometry_word(kind)
        )
    along = weights in ("network", "band") or (weights == "auto" and (streets or kind == Qgis.GeometryType.Line))
    if along and not algorithm.parameterAsDouble(parameters, "DISTANCE", context) > 0:
        yield tr("{parameter}: a distance above 0 is needed.").format(
            parameter=f"{algorithm.page.entry('DISTANCE').label} (DISTANCE)"
        )
