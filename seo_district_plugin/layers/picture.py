"""A map picture of an output, drawn by QGIS itself with the output's own style, with legend and scale bar."""

from __future__ import annotations

import math

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsGraduatedSymbolRenderer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen

MARGIN = 0.03  # of the extent, on each side
WIDTH = 1400
LEAST_HEIGHT, MOST_HEIGHT = 700, 1500
DPI = 120
INK = QColor("#2b2b2b")


def map_png(layers: list[QgsVectorLayer]) -> bytes:
    """PNG of the layers, the first on top; extent and legend are those of the last, the theme of the map.

    The layers must live in the calling thread. The picture is as high as the map needs, with room for the legend
    beside it.
    """
    extent = QgsRectangle(layers[-1].extent())
    extent.grow(MARGIN * max(extent.width(), extent.height(), 1.0))
    size = _picture_size(extent)
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[-1].crs())
    settings.setOutputSize(size)
    settings.setOutputDpi(DPI)
    settings.setExtent(extent)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    title, entries = _legend(layers[-1])
    if entries:
        _draw_legend(painter, title, entries)
    if settings.destinationCrs().mapUnits() == Qgis.DistanceUnit.Meters:
        _draw_scale_bar(painter, size, settings.mapUnitsPerPixel())
    painter.end()
    return _png(image)


def _picture_size(extent: QgsRectangle) -> QSize:
    ratio = extent.height() / extent.width() if extent.width() > 0 else 1.0
    return QSize(WIDTH, int(min(max(WIDTH * ratio, LEAST_HEIGHT), MOST_HEIGHT)))


def _font(points: int, bold: bool = False) -> QFont:
    font = QFont()  # the system's own: whatever shows Hangul there
    font.setPixelSize(points)
    font.setBold(bold)
    return font


def _legend(layer: QgsVectorLayer) -> tuple[str, list[tuple[str, QColor]]]:
    """What the colors stand for, and the label and color of each class; empty for a layer of one symbol."""
    renderer = layer.renderer()
    if not isinstance(renderer, (QgsCategorizedSymbolRenderer, QgsGraduatedSymbolRenderer)):
        return "", []
    index = layer.fields().lookupField(renderer.classAttribute())
    title = layer.attributeDisplayName(index) if index >= 0 else ""
    return title, [(item.label(), item.symbol().color()) for item in renderer.legendSymbolItems() if item.symbol()]


def _draw_legend(painter: QPainter, title: str, entries: list[tuple[str, QColor]]) -> None:
    """Swatches with their labels in the upper left corner, on a white ground."""
    rows, left, top, step = len(entries), 24.0, 24.0, 34.0
    painter.setFont(_font(22))
    wide = max(painter.fontMetrics().horizontalAdvance(label) for label, _ in entries)
    painter.setFont(_font(24, bold=True))
    wide = max(wide + 52, painter.fontMetrics().horizontalAdvance(title) if title else 0)
    head = 40.0 if title else 0.0
    painter.fillRect(QRectF(left - 12, top - 12, wide + 36, head + rows * step + 20), QColor(255, 255, 255, 225))
    if title:
        painter.setPen(INK)
        painter.drawText(QRectF(left, top, wide + 20, 34), Qt.AlignmentFlag.AlignVCenter, title)
    painter.setFont(_font(22))
    for row, (label, color) in enumerate(entries):
        y = top + head + row * step
        painter.setPen(QPen(QColor("#9a9a9a"), 1))
        painter.setBrush(color)
        painter.drawRect(QRectF(left, y + 4, 34, 22))
        painter.setPen(INK)
        painter.drawText(QRectF(left + 48, y, wide, 30), Qt.AlignmentFlag.AlignVCenter, label)


def _draw_scale_bar(painter: QPainter, size: QSize, meters_per_pixel: float) -> None:
    """A bar of a round length, about a fifth of the picture wide, in the lower left corner."""
    rough = meters_per_pixel * size.width() / 5
    power = 10.0 ** math.floor(math.log10(rough))
    length = max(step * power for step in (1, 2, 5) if step * power <= rough)
    wide, left, bottom = length / meters_per_pixel, 24.0, size.height() - 30.0
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    painter.fillRect(QRectF(left - 10, bottom - 40, wide + 20, 58), QColor(255, 255, 255, 225))
    painter.setPen(QPen(INK, 4))
    painter.drawLine(int(left), int(bottom), int(left + wide), int(bottom))
    painter.setFont(_font(22))
    painter.drawText(QRectF(left, bottom - 38, max(wide, 120), 32), Qt.AlignmentFlag.AlignVCenter, text)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return bytes(data)
