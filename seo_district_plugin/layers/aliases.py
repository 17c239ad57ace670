"""Names of fields for people: a file opened by Processing comes without the style in which these are saved."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsVectorLayer

from .table import FieldInfo, field_infos


def labelled_fields(layer: QgsVectorLayer) -> list[FieldInfo]:
    """Name, kind and alias of each field; where the layer has no alias at all, those of its saved style.

    Call on the thread that owns the layer, which stays as it is.
    """
    infos = field_infos(layer.fields())
    if any(info.alias for info in infos) or not _may_have_style(layer):
        return infos
    styled = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
    if not styled.isValid():
        return infos
    aliases = {field.name(): field.alias() for field in styled.fields()}
    return [dataclasses.replace(info, alias=aliases.get(info.name, "")) for info in infos]


def _may_have_style(layer: QgsVectorLayer) -> bool:
    if layer.providerType() != "ogr":
        return False
    path = str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or "")
    return path.lower().endswith(".gpkg") or (bool(path) and Path(path).with_suffix(".qml").is_file())
