"""A map picture of an output, drawn by QGIS itself with the output's own style, with legend and scale bar."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QTextOption

MARGIN = 0.03  # of the extent, on each side
WIDTH = 1400
LEAST_HEIGHT, MOST_HEIGHT = 700, 1500
DPI = 120
TITLE, LABEL = 24, 22  # pixels
MOST_PANEL = 420
INK = QColor("#2b2b2b")


def map_png(layers: list[QgsMapLayer], stopped: Callable[[], bool] = lambda: False) -> bytes:
    """PNG of the layers, the first on top; extent and legend are those of the last, the theme of the map.

    The layers must live in the calling thread. The picture is as high as the map needs, with room for the legend
    beside it. Drawing many features takes seconds: it ends early, with half a picture, when ``stopped`` says so.
    """
    extent = QgsRectangle(layers[-1].extent())
    extent.grow(MARGIN * max(extent.width(), extent.height(), 1.0))
    title, entries = _legend(layers[-1])
    panel = _panel_width(title, entries)
    size = _picture_size(extent, WIDTH - panel)
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[-1].crs())
    settings.setOutputSize(size)
    settings.setOutputDpi(DPI)
    settings.setExtent(extent)
    image = QImage(QSize(WIDTH, size.height()), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(QgsMapRendererCustomPainterJob(settings, painter), stopped)
    if entries:
        painter.translate(size.width(), 0)
        _draw_legend(painter, title, entries, panel)
        painter.translate(-size.width(), 0)
    if settings.destinationCrs().mapUnits() == Qgis.DistanceUnit.Meters:
        _draw_scale_bar(painter, size, settings.mapUnitsPerPixel())
    painter.end()
    return _png(image)


def _draw(job: QgsMapRendererCustomPainterJob, stopped: Callable[[], bool]) -> None:
    """Draw in this thread while another one looks whether to stop."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.1):
            if stopped():
                job.cancelWithoutBlocking()
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        job.renderSynchronously()
    finally:
        over.set()
        watcher.join()


def _picture_size(extent: QgsRectangle, width: int) -> QSize:
    ratio = extent.height() / extent.width() if extent.width() > 0 else 1.0
    return QSize(width, int(min(max(width * ratio, LEAST_HEIGHT), MOST_HEIGHT)))


def _font(points: int, bold: bool = False) -> QFont:
    font = QFont()  # the system's own: whatever shows Hangul there
    font.setPixelSize(points)
    font.setBold(bold)
    return font


def _legend(layer: QgsMapLayer) -> tuple[str, list[tuple[str, QColor]]]:
    """What the colors stand for, and the label and color of each class; empty for a layer of one symbol."""
    if isinstance(layer, QgsRasterLayer):
        return _raster_legend(layer)
    renderer = layer.renderer()
    if not isinstance(renderer, (QgsCategorizedSymbolRenderer, QgsGraduatedSymbolRenderer)):
        return "", []
    index = layer.fields().lookupField(renderer.classAttribute())
    title = layer.attributeDisplayName(index) if index >= 0 else ""
    return title, [(item.label(), item.symbol().color()) for item in renderer.legendSymbolItems() if item.symbol()]


def _raster_legend(layer: QgsRasterLayer) -> tuple[str, list[tuple[str, QColor]]]:
    """Name of the band, and its categories, steps or stops."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsPalettedRasterRenderer):
        return layer.name(), [(item.label, item.color) for item in renderer.classes()]
    if isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        return layer.name(), [
            (item.label, item.color) for item in renderer.shader().rasterShaderFunction().colorRampItemList()
        ]
    return "", []


def _panel_width(title: str, entries: list[tuple[str, QColor]]) -> int:
    """Room for the legend beside the map; none without a legend."""
    if not entries:
        return 0
    labels = QFontMetrics(_font(LABEL))
    words = QFontMetrics(_font(TITLE, bold=True))
    wide = max(
        60 + max(labels.horizontalAdvance(label) for label, _ in entries),
        *map(words.horizontalAdvance, title.split() or [""]),
    )
    return min(max(wide + 48, 240), MOST_PANEL)


def _draw_legend(painter: QPainter, title: str, entries: list[tuple[str, QColor]], panel: int) -> None:
    """Title and swatches with their labels, one below the other."""
    left, top, step = 16.0, 28.0, 36.0
    painter.setFont(_font(TITLE, bold=True))
    painter.setPen(INK)
    wrapped = QTextOption(Qt.AlignmentFlag.AlignLeft)
    wrapped.setWrapMode(QTextOption.WrapMode.WordWrap)
    room = QRectF(left, top, panel - 32.0, 200.0)
    needed = painter.boundingRect(room, title, wrapped)
    painter.drawText(room, title, wrapped)
    centered = QTextOption(Qt.AlignmentFlag.AlignVCenter)
    painter.setFont(_font(LABEL))
    for row, (label, color) in enumerate(entries):
        y = needed.bottom() + 14 + row * step
        painter.setPen(QPen(QColor("#9a9a9a"), 1))
        painter.setBrush(color)
        painter.drawRect(QRectF(left, y + 4, 34, 22))
        painter.setPen(INK)
        painter.drawText(QRectF(left + 46, y, panel - left - 50, 30), label, centered)


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
    painter.drawText(QRectF(left, bottom - 38, max(wide, 120), 32), text, QTextOption(Qt.AlignmentFlag.AlignVCenter))


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return bytes(data)
