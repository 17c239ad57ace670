"""Run inside the real desktop (``qgis --code``): toolbox, one algorithm from its dialog, pictures of the screen.

Settings come by the environment variable SEO_DISTRICT_LOOK, a JSON object: folder (where to write), district (a layer).
What was seen is written to ``seen.json``.
"""

import json
import os
import sys

sys.path.insert(0, json.loads(os.environ["SEO_DISTRICT_LOOK"])["scripts"])

from looking import FOLDER, GIVEN, end, large_window, later, picture, rows, seen
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView
from qgis.utils import iface

kept: list = []


def toolbox() -> None:
    """Open the toolbox at the provider."""
    large_window()
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
    iface.messageBar().clearWidgets()
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


later(toolbox, 2500)
