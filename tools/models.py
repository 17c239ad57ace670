"""Writes the packaged models (resources/models/*.model3) anew from the chains described here.

Run with the Python of QGIS: python3 -m tools.models
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODELS = ROOT / "seo_district_plugin" / "resources" / "models"


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_HASH_SEED"] = "0"  # Qt writes attributes in the order of its hashes: the same file every time
    os.environ["QT_HASH_SEED"] = "0"  # else the entries of the file change places at each run
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = tempfile.mkdtemp()
    sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
    from qgis.core import QgsApplication

    app = QgsApplication([], False)
    app.initQgis()
    from seo_district_plugin.provider import SeoDistrictProvider

    provider = SeoDistrictProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    for name, build in {"noticeboardchain": noticeboard_chain}.items():
        model = build(name)
        path = MODELS / f"{name}.model3"
        if not model.toFile(str(path)):
            print(f"{path.name} could not be written", file=sys.stderr)
            return 1
        path.write_text(_stable(path.read_text(encoding="utf-8")), encoding="utf-8")
        print(path.relative_to(ROOT))
    QgsApplication.processingRegistry().removeProvider(provider)
    app.exitQgis()
    return 0


def noticeboard_chain(name: str):
    """District and five layers -> grid -> features -> suitability for public notice boards."""
    from qgis.core import (
        Qgis,
        QgsProcessingModelAlgorithm,
        QgsProcessingParameterDistance,
        QgsProcessingParameterField,
        QgsProcessingParameterNumber,
        QgsProcessingParameterVectorLayer,
    )

    kinds = Qgis.ProcessingSourceType
    model = QgsProcessingModelAlgorithm(name, "")
    inputs = [
        QgsProcessingParameterVectorLayer("district", "District", [int(kinds.VectorPolygon.value)]),
        QgsProcessingParameterField("zone_field", "Zone code", None, "district"),
        QgsProcessingParameterVectorLayer("stores", "Stores", [int(kinds.VectorPoint.value)]),
        QgsProcessingParameterVectorLayer("schools", "Schools", [int(kinds.VectorPoint.value)]),
        QgsProcessingParameterVectorLayer("bikes", "Bike stations", [int(kinds.VectorPoint.value)]),
        QgsProcessingParameterVectorLayer("roads", "Roads", [int(kinds.VectorLine.value)]),
        QgsProcessingParameterVectorLayer("flow", "Floating population", [int(kinds.Vector.value)]),
        QgsProcessingParameterDistance("size", "Cell size", 100, "", False, 1),
        QgsProcessingParameterNumber("top", "Best places", Qgis.ProcessingNumberParameterType.Integer, 10, False, 1),
    ]
    for row, definition in enumerate(inputs):
        if definition.name() == "size":
            definition.setDefaultUnit(Qgis.DistanceUnit.Meters)
        model.addModelParameter(definition, _place(definition.name(), 120, 80 + 90 * row))
    parameter, static, output = _sources()
    _step(
        model, "grid", "districtgrid", 460, 120,
        {"DISTRICT": [parameter("district")], "SIZE": [parameter("size")], "ZONE_FIELD": [parameter("zone_field")],
         "SHAPE": [static("square")], "CLIP": [static("center")], "GRID": [static("auto")]},
        {},
    )  # fmt: skip
    layers = [parameter(layer) for layer in ("stores", "schools", "bikes", "roads", "flow")]
    _step(
        model, "features", "zonefeatures", 800, 300,
        {"ZONES": [output("grid", "OUTPUT")], "LAYERS": layers, "PRESET": [static("noticeboard")],
         "ZONE_ID_FIELD": [static("zone")]},
        {},
    )  # fmt: skip
    _step(
        model, "score", "suitabilityscore", 1140, 480,
        {"INPUT": [output("features", "OUTPUT")], "PRESET": [static("noticeboard")], "METHOD": [static("sum")],
         "TOP": [parameter("top")], "ZONES": [parameter("district")], "LANDMARKS": [parameter("roads")]},
        {"suitability": "OUTPUT", "criteria": "CRITERIA_OUT", "report": "REPORT"},
    )  # fmt: skip
    # The order in the dialog; the first output is the main one. Without it QGIS sorts by name.
    model.setParameterOrder([definition.name() for definition in inputs])
    model.setOutputOrder(["suitability", "criteria", "report"])
    model.updateDestinationParameters()
    return model


def _place(name: str, x: float, y: float):
    from qgis.core import QgsProcessingModelParameter
    from qgis.PyQt.QtCore import QPointF

    place = QgsProcessingModelParameter(name)
    place.setPosition(QPointF(x, y))
    return place


def _sources():
    from qgis.core import QgsProcessingModelChildParameterSource as Source

    return Source.fromModelParameter, Source.fromStaticValue, Source.fromChildOutput


def _step(model, child_id: str, algorithm: str, x: float, y: float, sources: dict, outputs: dict) -> None:
    from qgis.core import QgsProcessingModelChildAlgorithm, QgsProcessingModelOutput
    from qgis.PyQt.QtCore import QPointF

    child = QgsProcessingModelChildAlgorithm(f"seodistrict:{algorithm}")
    child.setChildId(child_id)
    child.setDescription(algorithm)
    child.setPosition(QPointF(x, y))
    for name, values in {**_defaults(child.algorithm()), **sources}.items():
        child.addParameterSources(name, values)
    made = {}
    for row, (name, child_output) in enumerate(outputs.items()):
        result = QgsProcessingModelOutput(name, name)
        result.setChildId(child_id)
        result.setChildOutputName(child_output)
        result.setPosition(QPointF(x + 260, y + 70 * row))
        made[name] = result
    child.setModelOutputs(made)
    model.addChildAlgorithm(child)
    problems = model.validateChildAlgorithm(child_id)
    if isinstance(problems, tuple) and not problems[0]:
        raise ValueError(f"{child_id}: {problems[1]}")


def _defaults(algorithm) -> dict:
    """Every setting with the default of today: a later default must not change a saved model."""
    _, static, _ = _sources()
    return {
        definition.name(): [static(definition.defaultValue())]
        for definition in algorithm.parameterDefinitions()
        if not definition.isDestination() and definition.defaultValue() is not None
    }


def _stable(text: str) -> str:
    """The same model gives the same file: no trailing blanks, one line end at the end."""
    return re.sub(r"[ \t]+\n", "\n", text).rstrip("\n") + "\n"


if __name__ == "__main__":
    sys.exit(main())
