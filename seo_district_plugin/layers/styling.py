"""One definition of how an output looks, applied twice: saved beside the data, and set on the loaded layer.

Saved styles make a file open styled wherever it is opened; QGIS's own loading of results ignores them, so the same
definition is set again on the layer that the desktop or a model has loaded.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsFields,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from .forms import Form, apply_form

# Perceptually even and readable to the color-blind. viridis: S. van der Walt and N. Smith (CC0); cividis: Nunez,
# Anderton & Renslow (2018).
HAIRLINE = 0.08  # mm
VIRIDIS = ("#440154", "#414487", "#2a788e", "#22a884", "#7ad151", "#fde725")
CIVIDIS = ("#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838")
# Okabe & Ito (2008), "Color universal design": categories.
NOTHING = "#ececea"  # places where there is nothing of what the map shows
CATEGORIES = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999")


@dataclass(frozen=True)
class StyleClass:
    """One entry of the legend: an interval (low < value <= high; the first takes its low too) or a value."""

    label: str
    color: str
    low: float | None = None
    high: float | None = None
    value: object = None
    size: float | None = None  # of its line or marker; None: the size of the style


@dataclass(frozen=True)
class Style:
    """How a layer looks. ``kind``: single, graduated (classes with low and high) or categorized (classes with "
    "value)."""

    kind: str = "single"
    field: str = ""
    classes: tuple[StyleClass, ...] = ()
    color: str = "#3b6ea5"
    outline: str = "#ffffff"
    outline_width: float = 0.05
    opacity: float = 1.0
    size: float = 2.0
    label: str = ""  # expression; features where it is NULL get no label
    display: str = ""
    map_tip: str = ""
    aliases: dict[str, str] = dataclasses.field(default_factory=dict)
    value_maps: dict[str, dict[str, str]] = dataclasses.field(
        default_factory=dict
    )  # field -> code -> meaning; code "" is NULL
    form: Form | None = None


_NULL = "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"
"""What QGIS writes in a value map for NULL."""


def ramp(colors: tuple[str, ...], count: int) -> list[str]:
    """``count`` colors spread over a palette (linear in RGB between its stops)."""
    stops = [tuple(int(color[i : i + 2], 16) for i in (1, 3, 5)) for color in colors]
    result = []
    for i in range(count):
        position = i / max(1, count - 1) * (len(stops) - 1)
        low = min(int(position), len(stops) - 2)
        part = position - low
        mixed = [round(a + (b - a) * part) for a, b in zip(stops[low], stops[low + 1])]
        result.append("#{:02x}{:02x}{:02x}".format(*mixed))
    return result


def apply_style(layer: QgsVectorLayer, style: Style) -> None:
    """Set renderer, aliases, display name and map tip on a layer."""
    fields = layer.fields()
    if layer.isSpatial():
        written = dataclasses.replace(style, field=_written_name(fields, style.field))
        layer.setRenderer(_renderer(layer.geometryType(), written))
        layer.setOpacity(style.opacity)
        if style.label:
            layer.setLabeling(QgsVectorLayerSimpleLabeling(_labeling(style)))
            layer.setLabelsEnabled(True)
    for name, alias in style.aliases.items():
        index = fields.lookupField(_written_name(fields, name))
        if index >= 0:
            layer.setFieldAlias(index, alias)
    for name, labels in style.value_maps.items():
        index = fields.lookupField(_written_name(fields, name))
        if index >= 0:  # the table shows the meaning, the data keeps the code
            choices = [{_choice(code, label): code or _NULL} for code, label in labels.items()]
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": choices}))
    if style.form is not None:
        apply_form(layer, style.form, lambda name: fields.lookupField(_written_name(fields, name)))
    if style.display:
        layer.setDisplayExpression(style.display)
    if style.map_tip:
        layer.setMapTipTemplate(style.map_tip)


def _choice(code: str, label: str) -> str:
    """Codes of numbers stand before their meaning, as the files say them; words of ours are for programs."""
    return label if not code or (code.replace("_", "").isalpha() and code.isascii()) else f"{code} {label}"


def _written_name(fields: QgsFields, name: str) -> str:
    """The field as the layer has it: Shapefiles cut names to ten characters."""
    return name[:10] if fields.lookupField(name) < 0 <= fields.lookupField(name[:10]) else name


def save_style(destination: str, style: Style) -> str:
    """Write the style beside a written file (GeoPackage: into it); returns an error text, empty when it went well."""
    layer = QgsVectorLayer(destination, "written", "ogr")
    if not layer.isValid():
        return f"{destination}: cannot be opened"
    apply_style(layer, style)
    return keep_style(layer, destination)


def keep_style(layer: QgsVectorLayer, destination: str) -> str:
    """Write the style that a layer has beside its file (GeoPackage: into it); returns an error text or nothing."""
    path = destination.split("|")[0]
    if path.lower().endswith(".gpkg"):
        return layer.saveStyleToDatabase("default", "", True, "") or ""
    stem = path[: path.rfind(".")] if "." in path else path
    message, saved = layer.saveNamedStyle(stem + ".qml")
    return "" if saved else message


def _symbol(geometry: Qgis.GeometryType, color: str, style: Style):
    if geometry == Qgis.GeometryType.Polygon:
        return QgsFillSymbol.createSimple(
            {
                "color": color,
                # Without an outline a cell gets one of its color, else hairlines of paper show between cells.
                "outline_color": style.outline if style.outline_width else color,
                "outline_width": str(style.outline_width or HAIRLINE),
            }
        )
    if geometry == Qgis.GeometryType.Line:
        return QgsLineSymbol.createSimple({"color": color, "width": str(style.size / 2), "capstyle": "round"})
    return QgsMarkerSymbol.createSimple(
        {"color": color, "size": str(style.size), "outline_color": style.outline, "outline_width": "0.2"}
    )


def _sized(style: Style, entry: StyleClass) -> Style:
    return style if entry.size is None else dataclasses.replace(style, size=entry.size)


def _labeling(style: Style) -> QgsPalLayerSettings:
    """Small dark labels with a white halo over the middle of the feature; no font is named, so Hangul shows too."""
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(1.0)
    buffer.setColor(QColor("#ffffff"))
    text = QgsTextFormat()
    text.setSize(9)
    text.setForcedBold(True)
    text.setColor(QColor("#1a1a1a"))
    text.setBuffer(buffer)
    settings = QgsPalLayerSettings()
    settings.fieldName = style.label
    settings.isExpression = True
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.centroidInside = True
    placement = settings.placementSettings()
    placement.setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapIfRequired)
    settings.setPlacementSettings(placement)
    settings.setFormat(text)
    return settings


def _renderer(geometry: Qgis.GeometryType, style: Style):
    if style.kind == "graduated":
        ranges = [
            QgsRendererRange(entry.low, entry.high, _symbol(geometry, entry.color, _sized(style, entry)), entry.label)
            for entry in style.classes
        ]
        return QgsGraduatedSymbolRenderer(style.field, ranges)
    if style.kind == "categorized":
        categories = [
            QgsRendererCategory(entry.value, _symbol(geometry, entry.color, _sized(style, entry)), entry.label)
            for entry in style.classes
        ]
        return QgsCategorizedSymbolRenderer(style.field, categories)
    return QgsSingleSymbolRenderer(_symbol(geometry, style.color, style))


def graduated_classes(breaks: list[float], labels: list[str], colors: tuple[str, ...] = VIRIDIS[::-1]) -> tuple:
    """Legend classes between consecutive breaks, darker for more; one label for each interval."""
    return tuple(
        StyleClass(label, color, low=low, high=high)
        for label, color, low, high in zip(labels, ramp(colors, len(labels)), breaks[:-1], breaks[1:])
    )
