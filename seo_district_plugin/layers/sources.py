"""Vector inputs: caught on the main thread, read to arrays in the worker without touching a layer again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from .aliases import labelled_fields
from .coordinates import transform_xy
from .errors import LayerError, Tick, no_tick
from .fastread import FastSource, fast_source, read_fast
from .policy import (
    NOT_TRANSFORMABLE,
    PointCollector,
    ShapeCollector,
    geometry_kind,
    point_problems,
    points_digest,
)
from .reading import content_digest, finished_table, picker
from .table import (
    Column,
    ColumnBuilder,
    FieldInfo,
    Rejected,
    Table,
)

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

_WANTS = ("none", "point", "line", "polygon", "any")
_BLOCK = 4000
"""Rows turned into arrays at a time; also the distance between two ticks."""

_SHAPE_BLOCK = 100
"""The same where each geometry is checked and perhaps mended, which takes milliseconds for a large one."""


@dataclass
class VectorInput:
    """A vector layer as it was when the run was prepared: what to read, and from where.

    Attributes:
        parameter: name of the parameter it came from.
        title: name of the layer as the user sees it.
        stem: name of the file without folder and ending (the title for layers without a file).
        table_name: table inside the file, or "".
        crs: declared reference system (may be invalid).
        extent: extent the layer declares, in ``crs``, selection and filters not considered.
        fields: name and kind of each field.
        geometry: point, line, polygon, none or unknown (mixed).
        feature_count: rows that will be read, -1 when it is not known before reading.
    """

    parameter: str
    title: str
    stem: str
    table_name: str
    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    fields: list[FieldInfo]
    geometry: str
    feature_count: int
    source: QgsVectorLayerFeatureSource
    selected: list[int] | None = None
    filter_expression: str = ""
    expression_context: QgsExpressionContext | None = None
    limit: int = -1
    fast: FastSource | None = None
    read_fast: bool = field(default=True)

    def field_names(self) -> list[str]:
        """Return the names of all fields."""
        return [item.name for item in self.fields]

    def require_fields(self, names: list[str], kinds: tuple[str, ...] = ()) -> list[FieldInfo]:
        """Return the named fields; a missing one or one of another kind raises a :class:`LayerError`."""
        by_name = {item.name: item for item in self.fields}
        found = []
        for name in names:
            if name not in by_name:
                raise LayerError("field_missing", layer=self.title, field=name, available=", ".join(by_name))
            if kinds and by_name[name].kind not in kinds:
                raise LayerError("field_wrong_kind", layer=self.title, field=name, kind=by_name[name].kind)
            found.append(by_name[name])
        return found

    def read(
        self,
        columns: list[str] | None = None,
        *,
        crs: QgsCoordinateReferenceSystem | None = None,
        transform_context: QgsCoordinateTransformContext | None = None,
        want: str = "none",
        tick: Tick = no_tick,
    ) -> Table:
        """Read the rows.

        Args:
            columns: fields to read, all when None.
            crs: reference system for the coordinates; the layer's own when None.
            want: none (no geometry), point, line, polygon, or any (points as xy for a point layer, else WKB).

        Raises:
            LayerError: field_missing, geometry_kind_wrong, crs_missing, integer_too_large.
        """
        infos = self.fields if columns is None else self.require_fields(list(dict.fromkeys(columns)))
        want = self._wanted_geometry(want)
        target = self._target_crs(crs, want)
        context = transform_context or QgsCoordinateTransformContext()
        counts: Counter[str] = Counter()
        if want in ("none", "point") and self.fast is not None and self.read_fast:
            rows = read_fast(self.fast, infos, want == "point", tick)
            if rows is not None:
                shape = None if want == "none" else (rows.xy, rows.null, np.zeros(len(rows.fid), dtype=bool))
                return self._table(rows.columns, rows.fid, shape, target, context, counts)
        if want in ("none", "point"):
            points = PointCollector(counts) if want == "point" else None
            fid, data = self._loop(infos, points, None, counts, tick)
            return self._table(data, fid, points.finish() if points else None, target, context, counts)
        shapes = ShapeCollector(want, self._transform(target, context), self.crs.isGeographic(), counts)
        fid, data = self._loop(infos, None, shapes, counts, tick)
        return self._shape_table(data, fid, shapes, target, counts)

    def _wanted_geometry(self, want: str) -> str:
        if want not in _WANTS:
            raise ValueError(f"want is {want!r}, not one of {_WANTS}")
        if want == "none":
            return want
        if want == "any" and self.geometry == "point":
            return "point"
        if self.geometry == "none" or (want != "any" and self.geometry not in (want, "unknown")):
            raise LayerError("geometry_kind_wrong", layer=self.title, wanted=want, found=self.geometry)
        return want

    def _target_crs(self, crs: QgsCoordinateReferenceSystem | None, want: str) -> QgsCoordinateReferenceSystem | None:
        if want == "none":
            return None
        if crs is None:
            return self.crs
        if not self.crs.isValid():
            raise LayerError("crs_missing", layer=self.title)
        return crs

    def _transform(
        self, target: QgsCoordinateReferenceSystem | None, context: QgsCoordinateTransformContext
    ) -> QgsCoordinateTransform | None:
        if target is None or target == self.crs:
            return None
        return QgsCoordinateTransform(self.crs, target, context)

    def request(self) -> tuple[QgsFeatureRequest, frozenset[int] | None]:
        """Return the request for the rows, and ids to keep when the request cannot hold them beside a filter."""
        request = QgsFeatureRequest()
        request.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)
        keep = None
        if self.filter_expression:
            request.setFilterExpression(self.filter_expression)
            if self.expression_context is not None:
                request.setExpressionContext(self.expression_context)
            keep = None if self.selected is None else frozenset(self.selected)
        elif self.selected is not None:
            request.setFilterFids(self.selected)
        if self.limit >= 0 and keep is None:
            request.setLimit(self.limit)
        return request, keep

    def _features(self, request: QgsFeatureRequest) -> Iterator[QgsFeature]:
        """Rows of a request; selected ones by rising id (some providers give them in an order that changes)."""
        if request.filterType() != Qgis.FeatureRequestFilterType.Fids or self.selected is None:
            yield from self.source.getFeatures(request)
            return
        wanted = self.selected if self.limit < 0 else self.selected[: self.limit]
        for start in range(0, len(wanted), _BLOCK):
            ids = wanted[start : start + _BLOCK]
            part = QgsFeatureRequest(request).setFilterFids(ids).setLimit(-1)
            found = {feature.id(): feature for feature in self.source.getFeatures(part)}
            yield from (found[fid] for fid in ids if fid in found)

    def _loop(
        self,
        infos: list[FieldInfo],
        points: PointCollector | None,
        shapes: ShapeCollector | None,
        counts: Counter[str],
        tick: Tick,
    ) -> tuple[np.ndarray, dict[str, Column]]:
        request, keep = self.request()
        if points is None and shapes is None:
            request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
        names = self.field_names()
        indexes = [names.index(info.name) for info in infos]
        request.setSubsetOfAttributes(indexes)
        pick = picker(indexes)
        builder = ColumnBuilder(infos, counts)
        fids: list[int] = []
        block: list[tuple[Any, ...]] = []
        geometries: list[QgsGeometry] = []
        collector = points if points is not None else shapes
        size = _BLOCK if shapes is None else _SHAPE_BLOCK

        def flush() -> None:
            builder.add(block)
            if collector is not None:
                collector.add(fids[len(fids) - len(block) :], geometries)
            block.clear()
            geometries.clear()

        for feature in self._features(request):
            if keep is not None:
                if feature.id() not in keep:
                    continue
                if 0 <= self.limit <= len(fids):
                    break
            fids.append(feature.id())
            block.append(pick(feature.attributes()))
            if collector is not None:
                geometries.append(feature.geometry())
            if len(block) >= size:
                flush()
                tick(min(len(fids) / max(self.feature_count, len(fids), 1), 0.99))
        flush()
        tick(1.0)
        return np.array(fids, dtype=np.int64), builder.finish()

    def _table(
        self,
        data: dict[str, Column],
        fid: np.ndarray,
        shape: tuple[np.ndarray, np.ndarray, np.ndarray] | None,
        target: QgsCoordinateReferenceSystem | None,
        context: QgsCoordinateTransformContext,
        counts: Counter[str],
    ) -> Table:
        """Apply the policy for points, or none, and build the table."""
        if shape is None or target is None:
            digest = content_digest(data, len(fid), None, b"")
            return finished_table(data, fid, None, None, None, None, [], digest, counts)
        xy, null, wrong = shape
        digest = content_digest(data, len(fid), self.crs, points_digest(xy, null))
        usable, rejected = point_problems(xy, null, wrong, fid, self.crs.isGeographic())
        if target != self.crs:
            moved, ok = transform_xy(xy, self.crs, target, context)
            failed = usable & ~ok
            rejected += [
                Rejected(int(fid[i]), NOT_TRANSFORMABLE, f"{xy[i, 0]:.10g} {xy[i, 1]:.10g}")
                for i in np.flatnonzero(failed)
            ]
            usable &= ok
            xy = moved
        return finished_table(data, fid, xy, None, target, usable, rejected, digest, counts)

    def _shape_table(
        self,
        data: dict[str, Column],
        fid: np.ndarray,
        shapes: ShapeCollector,
        target: QgsCoordinateReferenceSystem | None,
        counts: Counter[str],
    ) -> Table:
        digest = content_digest(data, len(fid), self.crs, shapes.digest())
        wkb = np.empty(len(fid), dtype=object)
        wkb[:] = shapes.wkb
        usable = np.fromiter((item is not None for item in shapes.wkb), dtype=bool, count=len(fid))
        return finished_table(data, fid, None, wkb, target, usable, shapes.rejected, digest, counts)


def from_layer(
    layer: QgsVectorLayer,
    parameter: str = "",
    *,
    selected_only: bool = False,
    limit: int = -1,
    filter_expression: str = "",
    expression_context: QgsExpressionContext | None = None,
) -> VectorInput:
    """Catch a layer as it is now; call on the thread that owns the layer.

    Raises:
        LayerError: layer_invalid, filter_invalid.
    """
    if layer is None or not layer.isValid():
        raise LayerError("layer_invalid", parameter=parameter, layer=layer.name() if layer is not None else "")
    selected = sorted(layer.selectedFeatureIds()) if selected_only else None
    context = None
    if filter_expression:
        expression = QgsExpression(filter_expression)
        if expression.hasParserError():
            raise LayerError("filter_invalid", layer=layer.name(), reason=expression.parserErrorString())
        context = QgsExpressionContext(expression_context) if expression_context else QgsExpressionContext()
        context.appendScope(QgsExpressionContextUtils.layerScope(layer))
        context.setFields(layer.fields())
    count = layer.featureCount() if selected is None else len(selected)
    if filter_expression:
        count = -1
    elif limit >= 0 and count >= 0:
        count = min(count, limit)
    whole = selected is None and limit < 0 and not filter_expression
    stem, table_name = _file_names(layer)
    return VectorInput(
        parameter=parameter,
        title=_title(layer, stem, table_name),
        stem=stem,
        table_name=table_name,
        crs=QgsCoordinateReferenceSystem(layer.crs()),
        extent=QgsRectangle(layer.extent()) if layer.isSpatial() else QgsRectangle(),
        fields=labelled_fields(layer),
        geometry=geometry_kind(layer.geometryType()),
        feature_count=count,
        source=QgsVectorLayerFeatureSource(layer),
        selected=selected,
        filter_expression=filter_expression,
        expression_context=context,
        limit=limit,
        fast=fast_source(layer) if whole else None,
    )


def _title(layer: QgsVectorLayer, stem: str, table_name: str) -> str:
    """The layer's name; its table where QGIS has only named it after a file of several tables."""
    return table_name if table_name and layer.name() == stem and table_name != stem else layer.name()


def _file_names(layer: QgsVectorLayer) -> tuple[str, str]:
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = str(parts.get("path") or "")
    stem = Path(path).stem if path else ""
    return stem or layer.name(), str(parts.get("layerName") or parts.get("table") or "")


def vector_input(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> VectorInput | None:
    """Catch the layer of a feature source parameter; call in ``prepareAlgorithm``.

    Selected-only, filter expression and feature limit of the parameter are honoured. Returns None when an
    optional parameter is not given.

    Raises:
        LayerError: source_missing when a value was given that is no layer, layer_invalid, filter_invalid.
    """
    definition = algorithm.parameterDefinition(name)
    value = parameters.get(name)
    if value is None or value == "":
        value = definition.defaultValue() if definition is not None else None
    # parameterAsVectorLayer does not know source definitions (measured on 3.40): what is inside is handed to it.
    inner = _inner_value(value, context)
    layer = algorithm.parameterAsVectorLayer({**parameters, name: inner}, name, context)
    if layer is None:
        if value is None or value == "":
            return None
        raise LayerError("source_missing", parameter=name, value=str(inner))
    options: dict[str, Any] = {}
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        options = {
            "selected_only": bool(value.selectedFeaturesOnly),
            "limit": int(value.featureLimit),
            "filter_expression": str(getattr(value, "filterExpression", "") or ""),
            "expression_context": context.expressionContext(),
        }
    return from_layer(layer, name, **options)


def vector_inputs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> list[VectorInput]:
    """Catch the vector layers of a multiple-layer parameter, in the given order; call in ``prepareAlgorithm``."""
    layers = algorithm.parameterAsLayerList(parameters, name, context) or []
    wrong = [layer.name() for layer in layers if not isinstance(layer, QgsVectorLayer)]
    if wrong:
        raise LayerError("layer_not_vector", parameter=name, layer=", ".join(wrong))
    return [from_layer(layer, name) for layer in layers]


def _inner_value(value: Any, context: QgsProcessingContext) -> Any:
    """Return what a source definition points at (a layer, its id or a path), other values as they are."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return value.source.value(context.expressionContext(), None)[0]
    return value
