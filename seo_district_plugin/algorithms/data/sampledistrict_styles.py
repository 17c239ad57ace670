"""How the layers of the sample look, in the user's language."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from ...layers.styling import Style, StyleClass

if TYPE_CHECKING:
    from ...layers.rasterstyle import RasterStyle
    from ...sample.model import Layer, Raster

_KINDS = {"center": "#f2cfa9", "apartment": "#d3dfee", "old": "#e8d2e4", "hill": "#d3e6c8", "rural": "#f3efd2"}
_CLASSES = {"arterial": "#b5502f", "collector": "#d99a3d", "local": "#9a9a9a", "alley": "#c4c4c4"}
_POINTS = {
    "schools": ("#d4422a", 3.2), "school_gates": ("#8c1d0c", 1.8), "children": ("#e08214", 2.2),
    "care_places": ("#7b3294", 2.4), "sensors": ("#0b7a75", 2.8), "cctv": ("#3b3b98", 1.5),
    "security_lights": ("#c9a400", 1.1), "police": ("#08306b", 3.2), "safe_shops": ("#1b7837", 2.2),
    "signals": ("#a50f15", 1.3), "boards": ("#5e3c99", 3.0), "bus_stops": ("#2166ac", 1.6), "bikes": ("#1a9850", 1.8),
    "street_nodes": ("#777777", 0.7), "inlets": ("#4575b4", 0.7), "salt_boxes": ("#b35806", 1.6),
    "snow_gauges": ("#4393c3", 3.0),
}  # fmt: skip
_LINES = {"drains": ("#4575b4", 0.5)}
_AREAS = {
    "water": ("#9ecae1", "#6baed6", 0.1), "parks": ("#a6d28f", "#7fb069", 0.1),
    "buildings": ("#c9c2b8", "#a39c92", 0.05), "lots": ("#00ffffff", "#b0a89c", 0.05),
    "school_parcels": ("#f6c3b4", "#d4422a", 0.2), "regeneration": ("#55fdae61", "#d95f0e", 0.5),
    "public_land": ("#c7b3d9", "#7b5fa0", 0.1),
    "candidates": ("#7b3294", "#40004b", 0.2), "greenhouses": ("#cde8ef", "#6aa7b8", 0.1),
    "legal_dong": ("#00ffffff", "#7a7a7a", 0.2), "district": ("#00ffffff", "#1a1a1a", 0.6),
}  # fmt: skip
_PEOPLE = (0, 1, 25, 75, 150, 300, 600, 1200, 5000)
_COVER = {
    110: "#d98c6a", 130: "#c0504d", 150: "#9e9e9e", 160: "#b28dc4", 210: "#e6e3a1", 220: "#d9c77e", 310: "#3f8f4f",
    320: "#1f6a3a", 330: "#2f7d45", 420: "#a8cf8e", 510: "#8fc7bd", 710: "#6baed6",
}  # fmt: skip
_SOIL = {1: "#f2e2b6", 2: "#d9b36c", 3: "#a9743a", 4: "#6b4423"}


def layer_style(layer: Layer, language: str) -> Style:
    """The style of a layer, with the names of its fields."""
    from ...sample.fields import FIELD_LABELS, WORDS

    at = 1 if language == "ko" else 0
    names = {name: FIELD_LABELS[name][at] for name in layer.frame.columns if name in FIELD_LABELS}

    def words(field: str) -> dict[str, str]:
        return {word: text[at] for word, text in WORDS[field].items()}

    maps = {"dong": {"kind": words("kind")}, "streets": {"class": words("class")}}.get(layer.name, {})
    return dataclasses.replace(_look(layer.name, words), aliases=names, value_maps=maps)


def _look(name: str, words) -> Style:
    if name == "dong":
        kinds = words("kind")
        classes = tuple(StyleClass(kinds[kind], color, value=kind) for kind, color in _KINDS.items())
        return Style(
            "categorized", "kind", classes, outline="#5a5a5a", outline_width=0.4, label='"dong_nm"', display='"dong_nm"'
        )
    if name == "streets":
        names = words("class")
        classes = tuple(StyleClass(names[word], color, value=word) for word, color in _CLASSES.items())
        return Style("categorized", "class", classes, size=0.8)
    if name == "population_grid":
        return _people()
    if name in _POINTS:
        color, size = _POINTS[name]
        return Style(color=color, size=size, display='"name"' if name in ("schools", "police") else "")
    if name in _LINES:
        return Style(color=_LINES[name][0], size=_LINES[name][1])
    fill, outline, width = _AREAS.get(name, ("#cccccc", "#888888", 0.1))
    return Style(color=fill, outline=outline, outline_width=width)


def _people() -> Style:
    """Residents of a cell: none in gray, more is darker."""
    from ...layers.styling import NOTHING, graduated_classes

    labels = [f"{low:,} - {high - 1:,}" for low, high in zip(_PEOPLE[1:-2], _PEOPLE[2:-1])] + [f"{_PEOPLE[-2]:,} +"]
    breaks = [value - 0.5 for value in _PEOPLE[1:]]
    none = StyleClass("0", NOTHING, low=-0.5, high=0.5)
    return Style("graduated", "pop", (none, *graduated_classes(breaks, labels)), outline_width=0.0)


def raster_style(raster: Raster, language: str) -> RasterStyle:
    """Categories in the usual colors with their names; heights from green to brown."""
    from ...layers.rasterstyle import RasterStyle

    if raster.kind == "category":
        colors = _COVER if raster.name == "land_cover" else _SOIL
        return RasterStyle(classes=tuple((code, colors[code], text[language]) for code, text in raster.classes.items()))
    valid = raster.array[raster.array != raster.nodata]
    low, high = float(valid.min()), float(valid.max())
    steps = ("#4f8f5b", "#a9c77a", "#efe3a8", "#c99a5b", "#8a5a3c", "#f4f1ee")
    share = (0.0, 0.08, 0.2, 0.45, 0.75, 1.0)
    return RasterStyle(ramp=tuple((low + part * (high - low), color) for part, color in zip(share, steps)))
