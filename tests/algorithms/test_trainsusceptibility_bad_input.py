"""What training refuses and what it warns of; stopped or failing, it leaves the old files as they were."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.algorithms.hillside import NORTH, WEST, Hillside

pytestmark = pytest.mark.usefixtures("provider")
NAME = "trainsusceptibility"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def hill(make, tmp_path) -> Hillside:
    return Hillside(tmp_path, make)


@pytest.fixture
def given(hill) -> dict:
    """A training that works."""
    return {"INVENTORY": hill.inventory(), "LABEL": "slid", "FACTORS": [hill.raster()], "REPEATS": 1, "COVERAGE": False}


# ---------------------------------------------------------------------------------------- before anything is read
def test_what_is_missing(doors, given, hill):
    bare = {"INVENTORY": hill.inventory(), "LABEL": "slid"}
    doors.refused_everywhere(NAME, "Give factors", "FACTOR_FIELDS", **bare)
    fields = hill.inventory(more={"wet:double": [1.0] * 240})
    doors.refused_everywhere(NAME, "LABEL", INVENTORY=fields, FACTOR_FIELDS=["wet"])
    doors.refused_everywhere(NAME, "'slid' is the label", INVENTORY=fields, FACTOR_FIELDS=["wet", "slid"], LABEL="slid")
    doors.refused_everywhere(NAME, "EVENT_FIELD", VALIDATION="event", **given)
    doors.refused_everywhere(NAME, "one factor only", STRATA="slope,wet", **given)
    doors.refused_everywhere(NAME, "a share between 0 and 1", TRUE_RATE=1.0, **given)


def test_targets_come_from_rasters(doors, hill):
    fields = hill.inventory(more={"wet:double": np.arange(240.0).tolist()})
    doors.refused_everywhere(
        NAME, "kNNDM", "FACTORS", INVENTORY=fields, LABEL="slid", FACTOR_FIELDS=["wet"], VALIDATION="knndm"
    )


def test_an_inventory_without_places(doors, given, make):
    table = make.table("slid", "1", "0", name="events table")
    doors.refused_everywhere(NAME, "'events table' has no geometry", **{**given, "INVENTORY": table})


# ------------------------------------------------------------------------------------------------ too little
def test_ten_events_are_too_few(doors, given, hill):
    doors.refused_in_the_run(NAME, "Only 10 events", "at least 20",
                             INVENTORY=hill.events(10), FACTORS=given["FACTORS"])  # fmt: skip
    labels = [1] * 10 + [0] * 230
    doors.refused_in_the_run(NAME, "Only 10 events", **{**given, "INVENTORY": hill.inventory(labels)})
    labels = [0] * 10 + [1] * 230
    doors.refused_in_the_run(NAME, "Only 10 places without an event", **{**given, "INVENTORY": hill.inventory(labels)})


@pytest.mark.parametrize("label", [0, 1])
def test_one_class_only(doors, given, hill, label):
    words = ("240 events and 0 places without" if label else "0 events and 240 places without",)
    doors.refused_in_the_run(NAME, *words, **{**given, "INVENTORY": hill.inventory([label] * 240)})


def test_everything_at_one_spot(doors, given, hill):
    xy = np.tile([[WEST + 100.0, NORTH - 100.0]], (240, 1))
    fields = hill.inventory(more={"wet:double": np.arange(240.0).tolist()}, xy=xy)
    doors.refused_in_the_run(
        NAME, "same spot", INVENTORY=fields, LABEL="slid", FACTOR_FIELDS=["wet"], REPEATS=1, COVERAGE=False
    )


def test_nothing_can_be_tested(doors, given, hill):
    """All events in one corner with nothing else: no fold holds both."""
    xy, _slid = hill.spots()
    xy[:60] = [WEST + 20, NORTH - 20] + np.random.default_rng(1).uniform(0, 20, (60, 2))
    xy[60:] = [WEST + 500, NORTH - 500] + np.random.default_rng(2).uniform(0, 200, (180, 2))
    inventory = hill.inventory([1] * 60 + [0] * 180, xy=xy)
    doors.refused_in_the_run(
        NAME, "holds both events and other places", **{**given, "INVENTORY": inventory, "FOLDS": 2}
    )


# -------------------------------------------------------------------------------------------------- factors
def test_a_constant_and_a_leaking_factor_are_told(doors, given, hill):
    _xy, slid = hill.spots()
    leak = (slid * 1.0 + np.arange(240) / 1000).tolist()
    more = {
        "same:double": [7.0] * 240,
        "leak:double": leak,
        "wet:double": np.random.default_rng(1).random(240).tolist(),
    }
    doors.run(NAME, INVENTORY=hill.inventory(more=more), LABEL="slid", FACTOR_FIELDS=["same", "leak", "wet"], REPEATS=1,
              COVERAGE=False)  # fmt: skip
    assert "'same' has the same value everywhere" in doors.log
    assert "'leak' alone tells events from the rest" in doors.log and "WARNING" not in doors.log


def test_all_factors_constant(doors, given, hill):
    hill.cells["slope"][:] = hill.cells["wet"][:] = 3.0
    doors.refused_in_the_run(NAME, "No factor varies", **{**given, "FACTORS": [hill.raster()]})


def test_names_of_bands(doors, given, hill):
    both = [hill.raster(), hill.raster("slope", file="again.tif")]
    doors.refused_in_the_run(NAME, "stand twice: slope", **{**given, "FACTORS": both})
    doors.refused_in_the_run(NAME, "stand twice: a", FACTOR_NAMES="a,a", **given)
    doors.refused_in_the_run(NAME, "3 names", "2 bands", FACTOR_NAMES="a,b,c", **given)


def test_unknown_names_of_factors(doors, given):
    doors.refused_in_the_run(NAME, "CATEGORICAL", "soil", "slope, wet", CATEGORICAL="soil", **given)
    bare = {key: value for key, value in given.items() if key != "LABEL"}
    doors.refused_in_the_run(NAME, "STRATA", "'soil'", "slope, wet", STRATA="soil", **bare)


def test_a_measured_factor_taken_for_classes(doors, given, hill):
    doors.refused_in_the_run(NAME, "'slope'", "classes, more than", CATEGORICAL="slope", **given)


def test_classes_as_text(doors, hill):
    soils = [["sand", "clay"][i % 2] for i in range(240)]
    inventory = hill.inventory(more={"soil:string": soils, "wet:double": np.arange(240.0).tolist()})
    doors.refused_in_the_run(
        NAME, "'soil'", "texts", "number", INVENTORY=inventory, LABEL="slid", FACTOR_FIELDS=["soil", "wet"],
        CATEGORICAL="soil",
    )  # fmt: skip


def test_a_word_that_is_no_label(doors, given, hill):
    labels = ["yes", "no"] * 119 + ["maybe", "no"]
    doors.refused_in_the_run(
        NAME, "'slid'", "'maybe'", "feature 239", **{**given, "INVENTORY": hill.inventory(labels, "string")}
    )


def test_nodata_everywhere(doors, given, hill):
    hill.cells["wet"][:] = np.nan
    empty = hill.raster(file="empty.tif")
    doors.refused_in_the_run(NAME, "No row of the inventory", **{**given, "FACTORS": [empty]})
    events = {**given, "INVENTORY": hill.events(), "FACTORS": [empty], "LABEL": None}
    doors.refused_in_the_run(NAME, "no event with a value in every factor", **events)


def test_rasters_far_from_the_inventory(doors, given, make, tmp_path):
    far = Hillside(tmp_path, make, "leipzig")
    doors.refused_in_the_run(NAME, "cover the same place", **{**given, "FACTORS": [far.raster(file="far.tif")]})


# ------------------------------------------------------------------------------------------------- absences
def test_no_room_for_absences(doors, given, hill, make):
    events = {"INVENTORY": hill.events(), "FACTORS": given["FACTORS"], "REPEATS": 1, "COVERAGE": False}
    doors.refused_in_the_run(NAME, "No place is left", "ABSENCE_BUFFER", ABSENCE_BUFFER=2000.0, **events)
    corner = make.layer("Polygon", [(f"Polygon (({WEST} {NORTH}, {WEST + 3} {NORTH}, {WEST} {NORTH - 3}, "
                                     f"{WEST} {NORTH}))", 1)], ("no:integer",), name="observed")  # fmt: skip
    doors.refused_in_the_run(NAME, "outside the observed area", OBSERVED=corner, **events)


def test_fewer_absences_than_wanted_is_said(doors, given, hill):
    doors.run(NAME, INVENTORY=hill.events(), FACTORS=given["FACTORS"], ABSENCE_RATIO=1000.0, REPEATS=1, COVERAGE=False)
    assert "of 150,000 absences could be drawn" in doors.log


# ---------------------------------------------------------------------------------------------------- events
def test_events_that_are_none(doors, given, hill):
    one = hill.inventory(more={"storm:integer": [7] * 240})
    doors.refused_in_the_run(
        NAME, "All rows are of one event", **{**given, "INVENTORY": one, "VALIDATION": "event", "EVENT_FIELD": "storm"}
    )
    none = hill.inventory(more={"storm:string": [None] * 240})
    doors.refused_in_the_run(
        NAME, "empty everywhere", **{**given, "INVENTORY": none, "VALIDATION": "event", "EVENT_FIELD": "storm"}
    )


# ------------------------------------------------------------------------------------------- stopped half way
STAGES = {
    "reading": 1.0,
    "rasters": 8.0,
    "validating": 40.0,
    "learning": 72.0,
    "measuring the coverage": 80.0,
    "finishing the model": 87.0,
    "writing": 92.0,
    "almost done": 96.0,
}


def old_files(folder: Path) -> dict[str, str]:
    folder.mkdir()
    names = {"MODEL": "model.sdmodel", "SAMPLES": "samples.gpkg", "PREDICTIONS": "p.gpkg", "REPORT": "report.html"}
    files = {}
    for name, file in names.items():
        (folder / file).write_bytes(b"what was there before " + file.encode())
        files[name] = str(folder / file)
    return files


@pytest.mark.parametrize("stage", STAGES)
def test_cancelled_at_every_stage(given, everything_in, tmp_path, stage):
    from qgis.core import (
        QgsApplication,
        QgsProcessingContext,
        QgsProcessingException,
        QgsProcessingFeedback,
        QgsProject,
    )

    files = old_files(tmp_path / "old")
    before = everything_in(tmp_path / "old")
    feedback = QgsProcessingFeedback(False)
    reached = []

    def stop(percent: float) -> None:
        if percent >= STAGES[stage] and not reached:
            reached.append(percent)
            feedback.cancel()

    feedback.progressChanged.connect(stop)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"seodistrict:{NAME}")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    try:
        _results, fine = algorithm.run({**given, **files, "COVERAGE": True}, context, feedback, {}, False)
        said = feedback.textLog()
    except QgsProcessingException as problem:
        fine, said = False, str(problem)
    assert not fine and reached
    assert "Nothing that was there has been changed" in said
    assert everything_in(tmp_path / "old") == before


@pytest.mark.parametrize("place", ["learning.training.train", "learning.modelfile.save"])
def test_little_memory(given, doors, everything_in, tmp_path, monkeypatch, place):
    import importlib

    module, name = place.rsplit(".", 1)
    loaded = importlib.import_module(f"seo_district_plugin.analysis.{module}")

    def starved(*_args, **_more):
        raise MemoryError

    monkeypatch.setattr(loaded, name, starved)
    files = old_files(tmp_path / "old")
    before = everything_in(tmp_path / "old")
    assert "Not enough memory" in doors.refused(NAME, **given, **files)
    assert everything_in(tmp_path / "old") == before


def test_an_old_model_is_replaced_only_by_a_whole_one(given, doors, tmp_path):
    from seo_district_plugin.analysis.learning.modelfile import load

    files = old_files(tmp_path / "old")
    doors.run(NAME, **given, MODEL=files["MODEL"])
    assert load(Path(files["MODEL"])).facts["rows"] == 240
    assert sorted(path.name for path in (tmp_path / "old").glob("*.sdmodel")) == ["model.sdmodel"]


# -------------------------------------------------------------------------------------- without scikit-learn
WITHOUT = """
import importlib.abc, json, os, sys
sys.path[:0] = [{root!r}, '/usr/share/qgis/python/plugins']

class Block(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in ('sklearn', 'joblib'):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Block())
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
from processing.core.Processing import Processing
Processing.initialize()
import processing
from seo_district_plugin import classFactory
plugin = classFactory(None)
plugin.initProcessing()
told = {{}}
for kind in ('logistic', 'spline', 'background', 'forest', 'boosting'):
    given = {given!r}
    try:
        told[kind] = processing.run('seodistrict:trainsusceptibility', {{**given, 'MODEL_TYPE': kind}})['AUROC']
    except Exception as problem:
        told[kind] = str(problem)
told['loaded'] = 'sklearn' in sys.modules
print(json.dumps(told))
sys.stdout.flush()
os._exit(0)
"""


def test_without_scikit_learn(make, hill, tmp_path):
    inventory = make.file(hill.inventory(), "inventory.gpkg")
    given = {"INVENTORY": inventory, "LABEL": "slid", "FACTORS": [hill.raster()], "REPEATS": 1, "COVERAGE": False}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
                   "LC_ALL": "C.UTF-8"}  # fmt: skip
    environment.pop("LANGUAGE", None)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(root=str(ROOT), given=given)],
        capture_output=True, text=True, encoding="utf-8", timeout=200, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.splitlines()[-1])
    for kind in ("logistic", "spline", "background"):
        assert 0.5 < told[kind] < 1, told[kind]
    for kind in ("forest", "boosting"):
        assert "scikit-learn" in told[kind] and "logistic, spline or background" in told[kind]
    assert not told["loaded"]
