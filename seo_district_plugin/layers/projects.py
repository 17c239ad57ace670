"""QGIS projects written for the user: layers in groups, with the styles that stand beside the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from .errors import Tick, no_tick
from .rasterstyle import RasterStyle, apply_raster_style, keep_raster_style
from .styling import Style, apply_style, keep_style

MARGIN = 1.08  # of the extent that a project opens with


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
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(first.extent().scaled(MARGIN), first.crs()))
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
        keep_raster_style(layer, Path(entry.source))
    elif entry.style is not None:
        apply_style(layer, entry.style)
        keep_style(layer, entry.source)
    return layer
