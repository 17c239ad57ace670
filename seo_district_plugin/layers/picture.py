"""A map picture of an output, drawn by QGIS itself with the output's own style."""

from __future__ import annotations

from qgis.core import QgsMapRendererCustomPainterJob, QgsMapSettings, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

MARGIN = 0.03  # of the extent, on each side


def map_png(layers: list[QgsVectorLayer], width: int = 1400, height: int = 1000) -> bytes:
    """PNG of the layers, the first on top. The layers must live in the calling thread."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[-1].crs())
    extent = QgsRectangle(layers[-1].extent())
    extent.grow(MARGIN * max(extent.width(), extent.height(), 1.0))
    settings.setOutputSize(QSize(width, height))
    settings.setOutputDpi(120)
    settings.setExtent(extent)
    image = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return bytes(data)
