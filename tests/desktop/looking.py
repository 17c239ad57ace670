"""For the scripts that run inside the real desktop: steps one after another, pictures, what was seen."""

import json
import os
import time
import traceback
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QModelIndex, QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

GIVEN = json.loads(os.environ["SEO_DISTRICT_LOOK"])
FOLDER = Path(GIVEN["folder"])
QUIET = 2.5  # s without drawing
LEAST_COLORS = 30  # of a map with something on it
seen: dict = {"steps": []}


def picture(name: str) -> None:
    """The whole screen as a picture."""
    QApplication.processEvents()
    QApplication.primaryScreen().grabWindow(0).save(str(FOLDER / f"{name}.png"))


def large_window() -> None:
    """There is no window manager here to do it."""
    iface.mainWindow().setGeometry(0, 0, 1400, 900)


def later(step, milliseconds: int) -> None:
    """Do the next step in a while; a failure is written down and ends everything."""

    def safe() -> None:
        try:
            step()
            seen["steps"].append(step.__name__)
        except Exception:  # noqa: BLE001 (whatever it is, the test is to show it)
            seen["error"] = traceback.format_exc()
            end()

    QTimer.singleShot(milliseconds, safe)


def colors_of_map() -> int:
    """How many colors the map shows; one when nothing is drawn."""
    image = iface.mapCanvas().grab().toImage()
    step = 7
    return len({image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)})


def when_drawn(step, seconds: float = 40.0) -> None:
    """Do the next step when the map has come to rest: on a busy machine that takes its time."""
    until = time.monotonic() + seconds
    rest = time.monotonic()

    def look() -> None:
        nonlocal rest
        if iface.mapCanvas().isDrawing() or colors_of_map() < LEAST_COLORS:
            rest = time.monotonic()
        if time.monotonic() - rest < QUIET and time.monotonic() < until:
            QTimer.singleShot(50, look)
        else:
            later(step, 0)

    look()


def rows(model, parent=None) -> list:
    """The texts of a tree: [text, children]."""
    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append([index.data(), rows(model, index)])
    return found


def end() -> None:
    """Write down what was seen and leave."""
    (FOLDER / "seen.json").write_text(json.dumps(seen, ensure_ascii=False, indent=1), encoding="utf-8")
    QgsProject.instance().setDirty(False)
    os._exit(0)
