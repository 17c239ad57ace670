"""What people read when something is wrong, in both languages; and the plugin switched off and on again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HANGUL = re.compile("[가-힣]")


def _without_crs(make):
    from qgis.core import QgsCoordinateReferenceSystem

    layer = make.district(name="d1")
    layer.setCrs(QgsCoordinateReferenceSystem())
    return layer


def _score(make, **more):
    return "suitabilityscore", {"INPUT": make.cells(name="c1"), "FIELDS": ["a", "b"], **more}


def _criteria(make, columns, *rows):
    return "suitabilityscore", {"INPUT": make.cells(name="c1"), "CRITERIA": make.table(columns, *rows)}


def _features(make, *rows, **more):
    recipe = {"FEATURES": make.table("layer,field,measure,radius,name", *rows)} if rows else {}
    return "zonefeatures", {"ZONES": make.cells(name="c1"), "LAYERS": [make.points(name="p1")], **recipe, **more}


def _grid(make, **more):
    return "districtgrid", {"DISTRICT": make.district(name="d1"), **more}


# What is wrong -> (how to do it, what the sentence must name in every language).
CASES: dict[str, tuple[Callable, list[str]]] = {
    "no crs": (lambda make: ("districtgrid", {"DISTRICT": _without_crs(make)}), ["d1"]),
    "no features": (lambda make: ("districtgrid", {"DISTRICT": make.layer("Polygon", [], name="d1")}), ["d1"]),
    "wrong geometry": (lambda make: ("districtgrid", {"DISTRICT": make.points(name="p1")}), ["p1"]),
    "no geometry": (lambda make: ("districtgrid", {"DISTRICT": make.layer("Polygon", [(None,)], name="d1")}), ["d1"]),
    "missing field": (lambda make: _score(make, FIELDS=["a", "zz"]), ["c1", "zz", "a, b"]),
    "text field": (lambda make: _score(make, FIELDS=["name"]), ["c1", "name"]),
    "unknown parameter": (lambda make: _grid(make, SIZES=1), ["SIZES", "SIZE"]),
    "missing parameter": (lambda make: ("districtgrid", {}), ["DISTRICT"]),
    "unknown word": (lambda make: _grid(make, CLIP="cut"), ["CLIP", "cut", "center, whole, clipped"]),
    "number too small": (lambda make: _grid(make, SIZE=0.1), ["SIZE", "0.1", "1"]),
    "no such layer": (lambda make: _features(make, LAYERS=["/nowhere/x.gpkg"]), ["LAYERS", "x.gpkg"]),
    "no such crs": (lambda make: _grid(make, ANALYSIS_CRS="EPSG:99999999"), ["EPSG:99999999"]),
    "crs in degrees": (lambda make: _grid(make, ANALYSIS_CRS="EPSG:4326"), ["EPSG:4326"]),
    "no folder": (lambda make: _grid(make, OUTPUT="/nowhere/at/all/x.gpkg"), ["/nowhere/at/all"]),
    "unwritable folder": (lambda make: _grid(make, OUTPUT="/proc/x.gpkg"), ["/proc"]),
    "unknown format": (lambda make: _grid(make, OUTPUT=str(make.folder / "x.xyz")), [".xyz", ".gpkg"]),
    "one file twice": (
        lambda make: _grid(make, OUTPUT=str(make.folder / "x.gpkg"), REJECTED=str(make.folder / "x.gpkg")),
        ["OUTPUT", "REJECTED", "x.gpkg"],
    ),
    "escaped path": (lambda make: _grid(make, OUTPUT=str(make.folder / "a%20b.gpkg")), ["a%20b.gpkg"]),
    "rule syntax": (lambda make: _score(make, EXCLUDE='"a" <'), ['"a" <']),
    "rule field": (lambda make: _score(make, EXCLUDE='"zz" < 1'), ["zz"]),
    "rule as text": (lambda make: _score(make, EXCLUDE="'a < 1'"), ["c1", "1"]),
    "all excluded": (lambda make: _score(make, EXCLUDE='"a" >= 0'), ["16", '"a" >= 0']),
    "criteria field": (lambda make: _criteria(make, "field,weight", "a,1", "strores,1"), ["2", "strores", "a, b"]),
    "criteria word": (lambda make: _criteria(make, "field,weight,direction", "a,1,benfit"), ["1", "benfit", "benefit"]),
    "criteria number": (lambda make: _criteria(make, "field,weight", "a,two"), ["1", "two"]),
    "weights zero": (lambda make: _criteria(make, "field,weight", "a,0", "b,0"), ["2"]),
    "criteria column": (lambda make: _criteria(make, "field,weigth", "a,1"), ["weigth", "weight"]),
    "pairwise": (lambda make: _score(make, PAIRWISE="1,x; 1,1"), ["x", "1", "2"]),
    "recipe layer": (lambda make: _features(make, "p2,,count,,n"), ["1", "p2", "p1"]),
    "recipe measure": (lambda make: _features(make, "p1,,cuont,,n"), ["1", "cuont", "count"]),
    "recipe field": (lambda make: _features(make, "p1,valeu,sum,,n"), ["p1", "valeu", "value, kind"]),
    "radii": (lambda make: _features(make, RADII="x"), []),
    "cuts": (lambda make: _score(make, GRADE_CUTS="x"), ["0.2,0.4,0.6,0.8"]),
    "origin": (lambda make: _grid(make, ORIGIN="x"), ["0,0"]),
    "national size": (lambda make: _grid(make, GRID="korea", SIZE=33), ["33", "100"]),
    "no cells": (lambda make: _grid(make, SIZE=1e9), []),
}


@pytest.mark.parametrize("case", CASES)
def test_a_refusal_is_a_sentence_in_both_languages(make, doors, to_korean, case) -> None:
    build, named = CASES[case]
    name, parameters = build(make)
    english = doors.refused(name, **parameters)
    assert not HANGUL.search(english), english
    to_korean()
    korean = doors.refused(name, **parameters)
    assert korean != english and HANGUL.search(korean), korean
    for text in (english, korean):
        for word in named:
            assert word in text, f"{word!r} is not in {text!r}"


def test_rejected_rows_give_their_reason_in_korean(make, doors, to_korean) -> None:
    from qgis.core import QgsGeometry, QgsPoint

    cells = make.cells(name="c1")
    points = make.layer("Point", [(None,), (QgsGeometry(QgsPoint(float("nan"), 1.0)),), ("Point (234010 416010)",)])
    given = {"ZONES": cells, "LAYERS": [points], "REJECTED": "TEMPORARY_OUTPUT"}
    english = [row["reason"] for row in doors.run("zonefeatures", **given)["REJECTED"].getFeatures()]
    to_korean()
    korean = [row["reason"] for row in doors.run("zonefeatures", **given)["REJECTED"].getFeatures()]
    assert len(english) == len(korean) == 2
    assert all(HANGUL.search(reason) for reason in korean) and not any(HANGUL.search(reason) for reason in english)


def test_stopping_is_said_in_korean(make, doors, to_korean) -> None:
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    to_korean()
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda _value: feedback.cancel())
    with pytest.raises(QgsProcessingException) as caught:
        doors.run("districtgrid", feedback, DISTRICT=make.district())
    assert HANGUL.search(str(caught.value))


# ------------------------------------------------------------------ off and on again
OFF_AND_ON = """
import os, sys
from pathlib import Path
for folder in (os.environ.get("QGIS_PLUGINS_DIR", ""), "/usr/share/qgis/python/plugins"):
    if folder and Path(folder).is_dir():
        sys.path.append(folder)
from qgis.core import QgsApplication, QgsProcessingContext, QgsVectorLayer, QgsFeature, QgsGeometry
app = QgsApplication([], True)
app.initQgis()
from processing.core.Processing import Processing
Processing.initialize()
import processing
import qgis.utils
sys.path.insert(0, sys.argv[1])
qgis.utils.plugin_paths.append(sys.argv[1])
qgis.utils.updateAvailablePlugins()
name = "seo_district_plugin"
assert name in qgis.utils.available_plugins
registry = QgsApplication.processingRegistry()
layer = QgsVectorLayer("Polygon?crs=EPSG:5186", "d", "memory")
feature = QgsFeature()
corners = "234000 416000, 234500 416000, 234500 416500, 234000 416500, 234000 416000"
feature.setGeometry(QgsGeometry.fromWkt("Polygon((" + corners + "))"))
layer.dataProvider().addFeatures([feature])
for turn in range(3):
    assert qgis.utils.loadPlugin(name), "not loaded"
    assert qgis.utils.startProcessingPlugin(name), "not started"
    assert registry.providerById("seodistrict") is not None
    ids = [algorithm.id() for algorithm in registry.providerById("seodistrict").algorithms()]
    assert "seodistrict:districtgrid" in ids and len(ids) == len(set(ids)), ids
    cells = processing.run("seodistrict:districtgrid", {"DISTRICT": layer, "OUTPUT": "memory:"})["CELLS"]
    assert cells == 25, cells
    assert qgis.utils.unloadPlugin(name), "not unloaded"
    assert registry.providerById("seodistrict") is None
    # QGIS drops all modules (an update would not be seen otherwise); of empty packages it does not know.
    left = [module for key, module in sys.modules.items() if key.split(".")[0] == name]
    assert not [module for module in left if not module.__file__.endswith("__init__.py")], left
    try:
        processing.run("seodistrict:districtgrid", {"DISTRICT": layer, "OUTPUT": "memory:"})
    except Exception as problem:
        assert "not found" in str(problem), problem
    else:
        raise SystemExit("runs although it is off")
print("fine", flush=True)
os._exit(0)
"""


def test_the_plugin_can_be_switched_off_and_on_again(qgis_app, tmp_path) -> None:
    if not (ROOT / "build" / "seo_district_plugin" / "metadata.txt").is_file():
        pytest.fail("the plugin has not been built; make build does it")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "프로필 'p' 100%"),
    }
    done = subprocess.run(
        [sys.executable, "-c", OFF_AND_ON, str(ROOT / "build")],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0 and "fine" in done.stdout, done.stdout + done.stderr
    assert "Traceback" not in done.stderr, done.stderr
