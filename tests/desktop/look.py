"""Run inside the real desktop (``qgis --code``): toolbox, one algorithm from its dialog, pictures of the screen.

Settings come by the environment variable SEO_DISTRICT_LOOK, a JSON object: folder (where to write), district (a layer).
What was seen is written to ``seen.json``.
"""

import json
import os
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QTreeView
from qgis.utils import iface

GIVEN = json.loads(os.environ["SEO_DISTRICT_LOOK"])
FOLDER = Path(GIVEN["folder"])
seen: dict = {"steps": []}
kept: list = []


def picture(name: str) -> None:
    """The whole screen as a picture."""
    iface.messageBar().clearWidgets()
    QApplication.processEvents()
    QApplication.primaryScreen().grabWindow(0).save(str(FOLDER / f"{name}.png"))


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


def rows(model, parent=None) -> list:
    """The texts of a tree: [text, children]."""
    from qgis.PyQt.QtCore import QModelIndex

    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found.append([index.data(), rows(model, index)])
    return found


def toolbox() -> None:
    """Open the toolbox at the provider."""
    iface.mainWindow().setGeometry(0, 0, 1400, 900)  # no window manager here to do it
    dock = next(d for d in iface.mainWindow().findChildren(QDockWidget) if d.objectName() == "ProcessingToolbox")
    dock.show()
    dock.raise_()
    tree = dock.findChildren(QTreeView)[0]
    provider = QgsApplication.processingRegistry().providerById("seodistrict")
    seen["provider"] = provider.name()
    entry = next(item for item in rows(tree.model()) if item[0] == provider.name())
    seen["toolbox"] = [[group, [algorithm for algorithm, _ in children]] for group, children in entry[1]]
    for row in range(tree.model().rowCount()):
        index = tree.model().index(row, 0)
        if index.data() == provider.name():
            tree.expandRecursively(index)
            tree.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)
    later(lambda: picture("toolbox"), 400)
    later(dialog, 900)


def dialog() -> None:
    """Open the grid's dialog with the district."""
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("seodistrict:districtgrid")
    window = AlgorithmDialog(algorithm, parent=iface.mainWindow())
    kept.append(window)
    window.setParameters(
        {
            "DISTRICT": GIVEN["district"],
            "CLIP": "clipped",
            "OUTPUT": str(FOLDER / "grid.gpkg"),
            "REPORT": str(FOLDER / "report.html"),
        }
    )
    window.setGeometry(200, 40, 1000, 820)
    window.show()
    box = window.mainWidget().wrappers["CLIP"].widget
    seen["choices"] = [box.itemText(row) for row in range(box.count())]
    seen["title"] = window.windowTitle()
    window.algorithmFinished.connect(finished)
    later(lambda: picture("dialog"), 900)
    later(window.runButton().click, 1500)


def finished(fine: bool, results: dict) -> None:
    """After the run: the map."""
    seen["fine"], seen["results"] = bool(fine), {key: str(value) for key, value in results.items()}
    later(log, 700)


def log() -> None:
    picture("log")
    kept[0].close()
    layers = list(QgsProject.instance().mapLayers().values())
    seen["layers"] = [[layer.name(), layer.source(), layer.renderer().type(), layer.featureCount()] for layer in layers]
    iface.setActiveLayer(layers[0])
    iface.zoomToActiveLayer()
    later(last, 1500)


def last() -> None:
    picture("map")
    import qgis.utils

    qgis.utils.unloadPlugin("seo_district_plugin")
    seen["unloaded"] = QgsApplication.processingRegistry().providerById("seodistrict") is None
    qgis.utils.loadPlugin("seo_district_plugin")
    qgis.utils.startPlugin("seo_district_plugin")
    again = QgsApplication.processingRegistry().providerById("seodistrict")
    seen["again"] = sorted(algorithm.name() for algorithm in again.algorithms()) if again else []
    end()


def end() -> None:
    (FOLDER / "seen.json").write_text(json.dumps(seen, ensure_ascii=False, indent=1), encoding="utf-8")
    QgsProject.instance().setDirty(False)
    os._exit(0)


later(toolbox, 2500)
