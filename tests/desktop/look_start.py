"""Run inside the real desktop: the plugin's menu, "Start with the sample" through to the opened map.

What was seen is written to ``seen.json``.
"""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, json.loads(os.environ["SEO_DISTRICT_LOOK"])["scripts"])

import qgis.utils
from looking import FOLDER, colors_of_map, end, large_window, later, picture, seen, when_drawn
from qgis.core import Qgis, QgsApplication, QgsCoordinateTransform, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QPushButton
from qgis.utils import iface

LONGEST = 120.0
began = 0.0
last_beat = time.monotonic()
pulse = QTimer()


def menu():
    return qgis.utils.plugins["seo_district_plugin"].menu


def beat() -> None:
    """The longest time in which the desktop could not answer."""
    global last_beat
    now = time.monotonic()
    seen["longest_pause"] = max(seen.get("longest_pause", 0.0), round(now - last_beat, 2))
    last_beat = now


def menus() -> None:
    """The entry in the Plugins menu, with the menu open."""
    large_window()
    entry = next(action for action in iface.pluginMenu().actions() if action.text().replace("&", "") == menu().name)
    seen["menu"] = [entry.text(), [action.text() for action in entry.menu().actions()]]
    iface.pluginMenu().popup(iface.mainWindow().menuBar().mapToGlobal(iface.mainWindow().menuBar().rect().center()))
    iface.pluginMenu().setActiveAction(entry)
    later(lambda: picture("start_menu"), 500)
    later(question, 900)


def question() -> None:
    """Click it: the dialog."""
    iface.pluginMenu().hide()
    menu().action.trigger()
    dialog = menu().dialog
    dialog.move(400, 200)
    seen["dialog"] = [dialog.windowTitle(), str(dialog.folder()), dialog.make.isEnabled(), dialog.earlier.isVisible()]
    later(lambda: picture("start_dialog"), 500)
    later(begin, 900)


def begin() -> None:
    """Agree."""
    global began, last_beat
    began = last_beat = time.monotonic()
    pulse.timeout.connect(beat)
    pulse.start(20)
    QgsProject.instance().aboutToBeCleared.connect(pulse.stop)  # from there on QGIS opens the project
    menu().dialog.make.click()
    seen["busy"] = not menu().action.isEnabled()
    later(lambda: picture("start_progress"), 3000)
    later(tasks, 3000)
    later(wait, 3500)


def tasks() -> None:
    """What the task manager shows meanwhile."""
    seen["tasks"] = [task.description() for task in QgsApplication.taskManager().activeTasks()]


def wait() -> None:
    """Until it is done, or told why not."""
    if menu().run is not None and time.monotonic() - began < LONGEST:
        QTimer.singleShot(100, lambda: later(wait, 0))
        return
    seen["seconds"] = round(time.monotonic() - began, 1)
    when_drawn(finished)


def finished() -> None:
    """The project as it stands."""
    picture("start_map")
    item = iface.messageBar().currentItem()
    seen["message"] = [item.text(), [button.text() for button in item.findChildren(QPushButton)]] if item else None
    seen["messages"] = [item.text() for item in iface.messageBar().items()]
    seen["project"] = described()
    opening = Path(seen["dialog"][1]) / "sample" / "district.qgz"
    iface.messageBar().clearWidgets()
    seen["opened"] = iface.addProject(str(opening))
    when_drawn(sample)


def sample() -> None:
    """The map that the algorithm itself writes."""
    picture("sample_map")
    seen["sample"] = described()
    menu().action.trigger()
    dialog = menu().dialog
    dialog.move(400, 200)
    seen["again"] = [dialog.make.isEnabled(), dialog.earlier.isVisible(), dialog.note.text()]
    later(lambda: picture("start_again"), 400)
    later(earlier, 800)


def earlier() -> None:
    """Open the earlier one, then take the plugin out."""
    menu().dialog.earlier.click()
    seen["earlier"] = QgsProject.instance().fileName()
    qgis.utils.unloadPlugin("seo_district_plugin")
    seen["left"] = [action.text() for action in iface.pluginMenu().actions()]
    end()


def described() -> dict:
    """Groups, layers and what the map shows."""
    project = QgsProject.instance()
    groups = []
    for node in project.layerTreeRoot().findGroups():
        layers = [
            [leaf.name(), leaf.layer() is not None and leaf.layer().isValid(), leaf.isVisible(), kind(leaf.layer())]
            for leaf in node.findLayers()
        ]
        groups.append([node.name(), layers])
    dong = next(layer for layer in project.mapLayers().values() if layer.source().endswith("layername=dong"))
    shown = iface.mapCanvas().extent()
    place = QgsCoordinateTransform(dong.crs(), project.crs(), project).transformBoundingBox(dong.extent())
    return {
        "file": project.fileName(),
        "title": project.title(),
        "crs": project.crs().authid(),
        "dirty": project.isDirty(),
        "relative": project.filePathStorage() == Qgis.FilePathType.Relative,
        "groups": groups,
        "open": project.layerTreeRoot().findLayers()[0].isExpanded(),
        "contains": shown.contains(place),
        "colors": colors_of_map(),
        "filled": round(fill(shown, place), 3),
    }


def kind(layer) -> str:
    """How a layer is drawn; a table is not."""
    if layer is None or not layer.isSpatial():
        return "table"
    return layer.renderer().type() if layer.renderer() is not None else ""


def fill(shown: QgsRectangle, place: QgsRectangle) -> float:
    """Which share of the map's height or width the district takes."""
    return max(place.width() / shown.width(), place.height() / shown.height())


assert FOLDER.is_dir()
later(menus, 2500)
