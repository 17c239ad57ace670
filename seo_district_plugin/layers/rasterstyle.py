"""How a raster looks: categories, steps or a ramp; saved beside the file and set on the loaded layer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsColorRampShader,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor


@dataclass(frozen=True)
class RasterStyle:
    """The style of a one-band raster; one of three kinds.

    Attributes:
        classes: (value, color, label) of each category.
        steps: (upper end, color, label) of intervals, ascending; a cell belongs to the first whose end it does not
            exceed; the last end is taken as infinite.
        ramp: (value, color) between which colors are mixed.
        opacity: of the layer.
    """

    classes: tuple[tuple[int, str, str], ...] = ()
    steps: tuple[tuple[float, str, str], ...] = ()
    ramp: tuple[tuple[float, str], ...] = ()
    opacity: float = 1.0


def apply_raster_style(layer: QgsRasterLayer, style: RasterStyle) -> None:
    """Set the renderer of a raster's first band."""
    provider = layer.dataProvider()
    if style.classes:
        classes = [QgsPalettedRasterRenderer.Class(value, QColor(color), text) for value, color, text in style.classes]
        layer.setRenderer(QgsPalettedRasterRenderer(provider, 1, classes))
    elif style.steps:
        items = [QgsColorRampShader.ColorRampItem(end, QColor(color), text) for end, color, text in style.steps]
        items[-1].value = math.inf
        low = style.steps[0][0]
        layer.setRenderer(
            _pseudocolor(provider, items, low, style.steps[-1][0], Qgis.ShaderInterpolationMethod.Discrete)
        )
    elif style.ramp:
        items = [QgsColorRampShader.ColorRampItem(value, QColor(color), f"{value:g}") for value, color in style.ramp]
        ends = style.ramp[0][0], style.ramp[-1][0]
        layer.setRenderer(_pseudocolor(provider, items, *ends, Qgis.ShaderInterpolationMethod.Linear))
    layer.setOpacity(style.opacity)


def _pseudocolor(provider, items, low: float, high: float, method) -> QgsSingleBandPseudoColorRenderer:
    function = QgsColorRampShader(low, high)
    function.setColorRampType(method)
    function.setColorRampItemList(items)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(provider, 1, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    return renderer


def save_raster_style(path: Path, style: RasterStyle) -> str:
    """Write the style of a raster beside it (.qml); returns an error text, empty when it went well."""
    layer = QgsRasterLayer(str(path), path.stem)
    if not layer.isValid():
        return f"{path.name}: cannot be opened"
    apply_raster_style(layer, style)
    return keep_raster_style(layer, path)


def keep_raster_style(layer: QgsRasterLayer, path: Path) -> str:
    """Write the style that a layer has beside its file; returns an error text or nothing."""
    message, saved = layer.saveNamedStyle(str(path.with_suffix(".qml")))
    return "" if saved else message
