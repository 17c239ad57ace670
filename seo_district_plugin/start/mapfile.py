"""The map of the first look: the result on top, below it everything the sample has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal

from ..layers.errors import Tick, no_tick
from ..layers.projects import Entry, Group, write_project
from ..layers.styling import keep_style
from ..texts import language, tr
from .folder import MAP_FILE, RESULTS, SAMPLE

OPACITY = 0.7
CRS = "EPSG:5186"  # of the sample in its own place


class Stopped(Exception):
    """The task was canceled."""


class MapTask(QgsTask):
    """Writes the map in the background; opening forty layers takes seconds."""

    ended = pyqtSignal(str)  # what went wrong, in the user's language; empty when nothing did

    def __init__(self, folder: Path, description: str) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel | QgsTask.Flag.Silent)
        self._folder = folder
        self._crs = QgsCoordinateReferenceSystem(CRS)  # looked up in the main thread
        self._problem = ""

    def run(self) -> bool:
        """In another thread: anything that escapes here would end QGIS."""
        try:
            self._problem = write_map(self._folder, self._crs, self._tick)
        except Stopped:
            return False
        except (OSError, RuntimeError) as problem:
            self._problem = f"{tr('The map could not be written.')} {problem}"
        return not self._problem

    def finished(self, result: bool) -> None:
        """In the main thread."""
        canceled = not result and not self._problem
        self.ended.emit(tr("The sample was canceled.") if canceled else self._problem)

    def _tick(self, fraction: float) -> None:
        if self.isCanceled():
            raise Stopped
        self.setProgress(100.0 * fraction)


def write_map(folder: Path, crs: QgsCoordinateReferenceSystem, tick: Tick = no_tick) -> str:
    """Write the project of a finished folder; returns what went wrong, in the user's language.

    Args:
        crs: of the map.
    """
    from ..algorithms.data.sampledistrict_files import project_groups

    results = folder / RESULTS
    score = str(results / "suitability.gpkg")
    see_through(score)
    entries = [
        Entry(score, tr("Suitability for public notice boards (synthetic)")),
        Entry(str(results / "stores.gpkg"), tr("Shops, read in from the register (synthetic)"), False),
    ]
    groups = [Group(tr("Result: public notice boards"), entries)]
    groups += over_white(project_groups(folder / SAMPLE, titles(folder / SAMPLE / "district.qgz"), language()))
    path = folder / MAP_FILE
    path.unlink(missing_ok=True)
    broken = write_project(path, tr("Made-up district (synthetic data)"), groups, crs=crs, tick=tick)
    if broken:
        return tr("Cannot be opened: {names}").format(names=", ".join(broken))
    return "" if path.is_file() else tr("The map could not be written.")


def see_through(source: str) -> None:
    """Let the city be seen through the result; kept beside the result, so that it looks so wherever it is opened."""
    layer = QgsVectorLayer(source, "", "ogr")
    if layer.isValid():
        layer.setOpacity(OPACITY)
        keep_style(layer, source)


def over_white(groups: Sequence[Group]) -> list[Group]:
    """The groups with the outline of the district instead of filled dong, which would tint the colors of the result."""
    shown = {"layername=dong": False, "layername=district": True}

    def changed(entry: Entry) -> Entry:
        return replace(entry, shown=shown.get(entry.source.rpartition("|")[2], entry.shown))

    return [replace(group, entries=[changed(entry) for entry in group.entries]) for group in groups]


def titles(project_file: Path) -> dict[str, str]:
    """Name -> title of the layers and rasters of a project, without opening any of them."""
    project = QgsProject()
    project.read(str(project_file), Qgis.ProjectReadFlag.DontResolveLayers)
    found = {}
    for layer in project.mapLayers().values():
        file, _, table = layer.source().partition("|layername=")
        found[table or Path(file).stem] = layer.name()
    return found
