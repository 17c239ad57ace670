"""Run inside the real desktop: registers merged, a pair to review opened in its form, decided, saved, obeyed.

Given: layers (paths, separated by new lines). What was seen is written to ``seen.json``.
"""

import json
import os
import sys

sys.path.insert(0, json.loads(os.environ["SEO_DISTRICT_LOOK"])["scripts"])

import processing
from looking import FOLDER, GIVEN, end, large_window, later, picture, seen
from qgis.core import QgsApplication, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QGroupBox, QLabel, QWidget
from qgis.utils import iface

DECISION = "different"
asked: dict = {"LAYERS": GIVEN["layers"].split("\n"), "THRESHOLD": 0.99, "REVIEW_FROM": 0.01}


def merge() -> None:
    """Run it as the toolbox does: results are loaded with their styles."""
    large_window()
    wanted = {"MERGED": "merged.gpkg", "REVIEW": "review.gpkg"}
    results = processing.runAndLoadResults(
        "seodistrict:mergeregisters", {**asked, **{key: str(FOLDER / name) for key, name in wanted.items()}}
    )
    seen["pairs"] = results["REVIEW_PAIRS"]
    later(editing, 1500)


def review() -> QgsVectorLayer:
    """The layer of pairs to review."""
    return next(layer for layer in QgsProject.instance().mapLayers().values() if "review.gpkg" in layer.source())


def editing() -> None:
    """Switch editing on, and open the form of the first pair."""
    iface.messageBar().clearWidgets()
    layer = review()
    iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()
    iface.actionToggleEditing().trigger()
    seen["editing"] = layer.isEditable()
    first = next(layer.getFeatures(QgsFeatureRequest().setOrderBy(QgsFeatureRequest.OrderBy([_by("rank")]))))
    names = [field.name() for field in layer.fields()]
    seen["first"] = {name: str(value) for name, value in zip(names, first.attributes())}
    iface.openFeatureForm(layer, first, False, False)
    later(form_seen, 1500)


def _by(name: str) -> QgsFeatureRequest.OrderByClause:
    return QgsFeatureRequest.OrderByClause(name, True)


def form() -> QWidget:
    """The form that is open; made in C++, so that it is known by the name of its class."""
    picture("review_form")
    return next(
        widget for widget in QApplication.allWidgets()
        if widget.metaObject().className() == "QgsAttributeForm" and widget.isVisible()
    )  # fmt: skip


def decision_box() -> QComboBox:
    """The list of decisions, found by what can be chosen in it."""
    boxes = [box for box in form().findChildren(QComboBox) if box.findData(DECISION) >= 0]
    return boxes[0]


def form_seen() -> None:
    """What stands in the form, before and after the choice."""
    window = form().window()
    window.move(180, 60)
    seen["boxes"] = [box.title() for box in form().findChildren(QGroupBox)]
    seen["labels"] = [label.text() for label in form().findChildren(QLabel) if label.isVisible() and label.text()]
    seen["shown"] = [_text(widget) for widget in form().findChildren(QWidget) if widget.isVisible() and _text(widget)]
    box = decision_box()
    seen["choices"] = [[box.itemText(row), box.itemData(row)] for row in range(box.count())]
    seen["enabled"] = box.isEnabled()
    picture("review_form")
    box.setCurrentIndex(box.findData(DECISION))
    later(save, 600)


def _text(widget: QWidget) -> str:
    for name in ("currentText", "text", "toPlainText"):
        if hasattr(widget, name):
            return str(getattr(widget, name)())
    return ""


def save() -> None:
    """OK in the form, save the layer, switch editing off."""
    picture("review_decided")
    form().window().accept()
    layer = review()
    seen["saved"] = layer.commitChanges()
    table = iface.showAttributeTable(layer)
    table.setGeometry(60, 60, 1280, 640)
    later(again, 1500)


def again() -> None:
    """The table as it is now; then the layer is given back."""
    picture("review_table")
    results = processing.run(
        "seodistrict:mergeregisters",
        {**asked, "REVIEWED": review().source(), "LINKS": "TEMPORARY_OUTPUT", "REVIEW": "TEMPORARY_OUTPUT",
         "MERGED": "TEMPORARY_OUTPUT"},
    )  # fmt: skip
    entity = {}
    for row in results["LINKS"].getFeatures():
        entity[f"{row['register']}:{row['source_id']}"] = row["entity_id"]
    pair = [f"{seen['first'][f'register_{side}']}:{seen['first'][f'source_id_{side}']}" for side in ("a", "b")]
    seen["entities"] = [entity[key] for key in pair]
    seen["asked_again"] = [
        str(row["decision"])
        for row in results["REVIEW"].getFeatures()
        if [f"{row[f'register_{side}']}:{row[f'source_id_{side}']}" for side in ("a", "b")] == pair
    ]
    assert QgsApplication.processingRegistry().providerById("seodistrict")
    end()


later(merge, 2500)
