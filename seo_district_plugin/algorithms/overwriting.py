"""Checks that no output takes the place of an input, or of another output of the same run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import (
    QgsDataProvider,
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
)

from ..layers.rasterout import raster_target
from ..layers.targets import destination_text, file_target, server_target
from ..texts import tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext


_READ = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterFile,
)
_PLAIN = (QgsProcessingParameterFileDestination, QgsProcessingParameterFolderDestination)
"""Destinations whose text is a path and nothing else."""


class Place(NamedTuple):
    """A file, or a table of a file or server, in a form that is equal for two names of the same."""

    where: str
    table: str  # in small letters, as databases compare names; empty: the file as a whole
    shown: str

    def touches(self, other: Place) -> bool:
        """True when writing the one would change the other."""
        return self.where == other.where and ("" in (self.table, other.table) or self.table == other.table)


def target_of(
    definition: QgsProcessingParameterDefinition, value: object, context: QgsProcessingContext
) -> Path | None:
    """The file an output goes to; None for what is temporary, in memory or in a database."""
    text = destination_text(value, context)
    if isinstance(definition, QgsProcessingParameterRasterDestination):
        return raster_target(text)
    if isinstance(definition, _PLAIN):
        return Path(text).absolute() if text and text != QgsProcessing.TEMPORARY_OUTPUT else None
    return file_target(text)


def shared_targets(algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext) -> Iterator[str]:
    """No two outputs go to one file or table, where the second would replace the first."""
    yield from _inside_folders(algorithm, parameters, context)
    seen: list[tuple[str, Place]] = []
    for label, place in _outputs(algorithm, parameters, context):
        for other, taken in seen:
            if not place.touches(taken):
                continue
            if place.table and taken.table:
                yield tr("{one} and {other} go to the same table, {table}. Give each its own.").format(
                    one=other, other=label, table=place.shown
                )
            else:
                yield tr("{one} and {other} go to the same file, {path}. Give each its own.").format(
                    one=other, other=label, path=(taken if place.table else place).shown
                )
            break
        seen.append((label, place))


def _inside_folders(
    algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext
) -> Iterator[str]:
    """No output lies in a folder that the same run makes anew."""
    folders = [
        (definition, target_of(definition, parameters.get(definition.name()), context))
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFolderDestination)
    ]
    for definition, folder in folders:
        for label, place in _outputs(algorithm, parameters, context) if folder else ():
            if os.path.dirname(place.where).startswith(_same(folder)):
                yield tr(
                    "{one} lies in the folder {folder}, which {other} makes anew. Choose a place beside it."
                ).format(one=label, folder=folder, other=_label(definition))


def overwritten_inputs(
    algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext
) -> Iterator[str]:
    """No output takes the place of a file or table that is read."""
    read = [
        (_label(definition), place)
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, _READ) and definition.name() not in getattr(algorithm, "MAY_REPLACE", ())
        for place in _places_read(definition, parameters.get(definition.name()), context)
    ]
    for label, place in _outputs(algorithm, parameters, context):
        source = next((name for name, taken in read if place.touches(taken)), "")
        if source and place.table:
            yield tr(
                "{output} would replace the table that {input} is read from, {table}. Choose another name."
            ).format(output=label, input=source, table=place.shown)
        elif source:
            yield tr("{output} would replace the file that {input} is read from, {path}. Choose another name.").format(
                output=label, input=source, path=place.shown
            )


def _outputs(
    algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext
) -> Iterator[tuple[str, Place]]:
    for definition in algorithm.parameterDefinitions():
        if definition.isDestination():
            value = parameters.get(definition.name())
            place = _output_place(definition, value, context)
            if place is not None:
                yield _label(definition), place


def _output_place(
    definition: QgsProcessingParameterDefinition, value: object, context: QgsProcessingContext
) -> Place | None:
    target = target_of(definition, value, context)
    if target is not None:
        return Place(_same(target), "", str(target))
    text = destination_text(value, context)
    if isinstance(definition, _PLAIN) or ":" not in text:
        return None
    provider, _, uri = text.partition(":")
    if provider == "ogr" or server_target(text):
        return _table_place(provider, uri)
    return None


def _table_place(provider: str, text: str) -> Place | None:
    """The table a source with ``dbname=`` names: in a file, else on a server."""
    uri = QgsDataSourceUri(text.lstrip("/"))
    if not uri.database() or (provider != "ogr" and not uri.table()):
        return None
    if provider in ("ogr", "spatialite"):
        path = Path(uri.database()).absolute()
        table = uri.table() or path.stem
        return Place(_same(path), table.lower(), f"{path}|layername={table}")
    kind = "postgres" if provider == "postgis" else provider
    schema = uri.schema() or ("public" if kind == "postgres" else "")
    server = [kind, uri.service(), uri.host().lower(), uri.port(), uri.database()]
    table = f"{schema}.{uri.table()}".lstrip(".")
    return Place(":".join(server), table.lower(), table)  # the host stays out of what is shown


def _places_read(
    definition: QgsProcessingParameterDefinition, value: object, context: QgsProcessingContext
) -> Iterator[Place]:
    """What is read for a parameter: a file by its path, else what is behind the layers."""
    if isinstance(definition, QgsProcessingParameterFile):
        if isinstance(value, str) and Path(value).is_file():
            yield Place(_same(Path(value)), "", value)
        return
    yield from _input_places(value, context)


def _input_places(value: object, context: QgsProcessingContext) -> Iterator[Place]:
    """What is behind a layer, a path, a source definition or a list of them."""
    for item in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(item, QgsProcessingFeatureSourceDefinition):
            item = item.source
        if isinstance(item, QgsProperty):
            item, _ = item.value(context.expressionContext(), None)
        layer = QgsProcessingUtils.mapLayerFromString(item, context) if isinstance(item, str) and item else item
        place = _input_place(layer) if isinstance(layer, QgsMapLayer) else None
        if place is not None:
            yield place


def _input_place(layer: QgsMapLayer) -> Place | None:
    provider = layer.providerType()
    parts = QgsProviderRegistry.instance().decodeUri(provider, layer.source())
    path = str(parts.get("path") or "")
    if not path or "dbname=" in path:
        return _table_place(provider, layer.source())
    table = str(parts.get("layerName") or "") or _listed_table(layer, parts.get("layerId"))
    return Place(_same(Path(path)), table.lower(), path)


def _listed_table(layer: QgsMapLayer, number: object) -> str:
    """The table that QGIS takes from a file when none is named: the first, or the one of that number."""
    listed = [text.split(QgsDataProvider.sublayerSeparator()) for text in layer.dataProvider().subLayers()]
    named = {int(parts[0]): parts[1] for parts in listed if len(parts) > 1 and parts[0].isdigit()}
    try:
        return named.get(int(str(number)), "")
    except ValueError:
        return named[min(named)] if named else ""


def _same(path: Path) -> str:
    """A key that is equal for two names of one file."""
    return os.path.normcase(os.path.realpath(path))


def _label(definition: QgsProcessingParameterDefinition) -> str:
    return f"{definition.description()} ({definition.name()})"
