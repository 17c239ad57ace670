"""QGIS projects written for the user: layers in groups, with the styles that stand beside the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsColorRampShader,
    QgsCoordinateReferenceSystem,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsReferencedRectangle,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .errors import Tick, no_tick
from .styling import Style, apply_style, keep_style


@dataclass(frozen=True)
class RasterStyle:
    """Categories (value, color, label), or a ramp of (value, color) between which colors are mixed."""

    classes: tuple[tuple[int, str, str], ...] = ()
    ramp: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True)
class Entry:
    """One layer of a project.

    Attributes:
        source: where its data is, a path or ``path|layername=table``.
        title: what it is called.
        shown: whether it is switched on.
        style: saved beside the data and used here; None: the one that stands beside the data already.
    """

    source: str
    title: str
    shown: bool = True
    style: Style | RasterStyle | None = None


@dataclass(frozen=True)
class Group:
    """Layers under one title, the first on top."""

    title: str
    entries: Sequence[Entry]
    open: bool = True


def write_project(
    path: Path,
    title: str,
    groups: Sequence[Group],
    *,
    frame: str = "",
    crs: QgsCoordinateReferenceSystem | None = None,
    tick: Tick = no_tick,
) -> list[str]:
    """Write a project of its own, in whatever thread this is; addresses are kept relative to it.

    The map shows the whole of one layer.

    Args:
        frame: address of that layer; empty: the first that is switched on and has a place.
        crs: of the map; None: that layer's.
        tick: told the fraction done; may raise to stop.

    Returns:
        Titles of the layers that could not be opened and are left out.
    """
    project = QgsProject()
    project.setTitle(title)
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    broken: list[str] = []
    first = None
    done, count = 0, sum(len(group.entries) for group in groups)
    for group in groups:
        node = project.layerTreeRoot().addGroup(group.title)
        node.setExpanded(group.open)
        for entry in group.entries:
            tick(done / count)
            done += 1
            layer = opened(entry)
            if layer is None:
                broken.append(entry.title)
                continue
            project.addMapLayer(layer, False)
            leaf = node.addLayer(layer)
            leaf.setItemVisibilityChecked(entry.shown)
            leaf.setExpanded(False)
            if entry.source == frame or (first is None and not frame and entry.shown and layer.isSpatial()):
                first = layer
    if first is not None:
        project.setCrs(crs if crs is not None else first.crs())
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(first.extent(), first.crs()))
    project.write(str(path))
    project.clear()
    return broken


def opened(entry: Entry):
    """The layer of an entry with the style beside its data, or None."""
    if entry.source.lower().endswith((".tif", ".tiff", ".vrt")):
        layer = QgsRasterLayer(entry.source, entry.title)
    else:
        options = QgsVectorLayer.LayerOptions()
        options.loadDefaultStyle = entry.style is None
        layer = QgsVectorLayer(entry.source, entry.title, "ogr", options)
    if not layer.isValid():
        return None
    if isinstance(entry.style, RasterStyle):
        apply_raster_style(layer, entry.style)
        layer.saveNamedStyle(str(Path(entry.source).with_suffix(".qml")))
    elif entry.style is not None:
        apply_style(layer, entry.style)
        keep_style(layer, entry.source)
    return layer


def apply_raster_style(layer: QgsRasterLayer, style: RasterStyle) -> None:
    """Set the renderer of a raster's first band."""
    if style.classes:
        classes = [QgsPalettedRasterRenderer.Class(value, QColor(color), text) for value, color, text in style.classes]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
        return
    if not style.ramp:
        return
    low, high = style.ramp[0][0], style.ramp[-1][0]
    function = QgsColorRampShader(low, high)
    function.setColorRampType(Qgis.ShaderInterpolationMethod.Linear)
    items = [QgsColorRampShader.ColorRampItem(value, QColor(color), f"{value:g}") for value, color in style.ramp]
    function.setColorRampItemList(items)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    layer.setRenderer(renderer)
