"""Libraries: none is loaded by listing the algorithms; without scikit-learn only what always learns is off."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from recipes import RECIPES

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
HEAVY = ("sklearn", "pandas", "scipy", "plotly", "jinja2", "joblib")

BEGIN = """
import importlib.abc, importlib.machinery, json, os, sys, tempfile
sys.path[:0] = {paths!r}
BLOCKED = {blocked!r}

class Block(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named '{{name}}'", name=name)

sys.meta_path.insert(0, Block())
import importlib.util
_find = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name.split('.')[0] in BLOCKED else _find(name, package)
from qgis.core import *
from qgis.PyQt.QtCore import QCoreApplication
QCoreApplication.setOrganizationName('seo_district_tests')
app = QgsApplication([], False)
app.initQgis()
"""

LISTING = """
from seo_district_plugin import classFactory
plugin = classFactory(None)
plugin.initProcessing()
listed = [(a.id(), a.displayName(), a.shortHelpString(), [d.help() for d in a.parameterDefinitions()], a.canExecute())
          for a in plugin.provider.algorithms()]
print(json.dumps({"ids": [item[0] for item in listed], "loaded": [m for m in HEAVY if m in sys.modules]}))
sys.stdout.flush()
os._exit(0)
"""

SWITCHING = """
from seo_district_plugin import classFactory
registry = QgsApplication.processingRegistry()
seen = []
for _ in range(3):
    plugin = classFactory(None)
    plugin.initGui()
    seen.append(sorted(a.name() for a in registry.providerById('seodistrict').algorithms()))
    plugin.unload()
    seen.append(registry.providerById('seodistrict') is None)
print(json.dumps({"seen": seen}))
sys.stdout.flush()
os._exit(0)
"""

RUNNING = """
sys.path.append('/usr/share/qgis/python/plugins')
from processing.core.Processing import Processing
Processing.initialize()
from pathlib import Path
from seo_district_plugin import classFactory
plugin = classFactory(None)
plugin.initProcessing()
from recipes import RECIPES
from runs import RunFailed, create, run, settings, targets
from worlds import World
folder = Path(tempfile.mkdtemp())
world = World('daejeon', folder)
told = {}
for name in sorted(RECIPES):
    able = create(name).canExecute()
    learns = getattr(create(name), 'LEARNS', False)
    try:
        (folder / name).mkdir()
        done = run(name, {**settings(name, world.path, 'full'), **targets(create(name), folder / name)})
        told[name] = [able[0], learns, len(done.results), '']
    except RunFailed as problem:
        told[name] = [able[0], learns, 0, str(problem)]
print(json.dumps({"told": told, "loaded": [m for m in BLOCKED if m in sys.modules]}))
sys.stdout.flush()
os._exit(0)
"""


def python(code: str, blocked: tuple[str, ...], tmp_path: Path) -> dict:
    """Run code in a Python of its own in which some libraries are not there; its last line is JSON."""
    begin = BEGIN.format(paths=[str(ROOT), str(HERE)], blocked=list(blocked)) + f"\nHEAVY = {HEAVY!r}\n"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "TMPDIR": str(tmp_path),
        "LC_ALL": "C.UTF-8",
    }
    environment.pop("LANGUAGE", None)
    done = subprocess.run(
        [sys.executable, "-c", begin + code],
        capture_output=True, text=True, encoding="utf-8", timeout=200, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_listing_loads_no_library(tmp_path):
    told = python(LISTING, (), tmp_path)
    assert sorted(told["ids"]) == sorted(f"seodistrict:{name}" for name in RECIPES)
    assert told["loaded"] == []


def test_listing_works_where_no_library_is_there(tmp_path):
    assert len(python(LISTING, HEAVY, tmp_path)["ids"]) == len(RECIPES)


def test_switched_off_and_on_again(tmp_path):
    """The check box of the plugin manager: all gone, then all back."""
    seen = python(SWITCHING, (), tmp_path)["seen"]
    assert seen == [sorted(RECIPES), True] * 3


def test_without_scikit_learn_all_but_learning_runs(tmp_path):
    found = python(RUNNING, ("sklearn", "joblib"), tmp_path)
    assert found["loaded"] == []
    assert set(found["told"]) == set(RECIPES)
    for name, (able, learns, results, problem) in found["told"].items():
        if learns:
            assert not able and "scikit-learn" in problem, name
        else:
            assert able and results and not problem, (name, problem)


@pytest.fixture
def learner(provider, monkeypatch):
    """A made-up algorithm that always learns, with scikit-learn taken away."""
    import importlib.util

    from seo_district_plugin.algorithms.data.districtgrid import DistrictGrid

    class Learner(DistrictGrid):
        LEARNS = True

    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, package=None: None if name == "sklearn" else real(name, package)
    )
    algorithm = Learner()
    algorithm.initAlgorithm({})
    return algorithm


def test_what_always_learns_is_grey_without_scikit_learn(learner):
    able, why = learner.canExecute()
    assert not able
    check_the_way_to_install(why)


def test_what_always_learns_refuses_on_the_command_line(learner, world):
    """qgis_process does not ask canExecute."""
    from runs import RunFailed, run_of

    with pytest.raises(RunFailed) as refused:
        run_of(learner, {"DISTRICT": world().path("district"), "OUTPUT": "TEMPORARY_OUTPUT"})
    check_the_way_to_install(str(refused.value))


def test_what_learns_runs_with_scikit_learn(provider, world):
    from runs import run_of

    from seo_district_plugin.algorithms.data.districtgrid import DistrictGrid

    class Learner(DistrictGrid):
        LEARNS = True

    algorithm = Learner()
    algorithm.initAlgorithm({})
    assert algorithm.canExecute()[0]
    done = run_of(algorithm, {"DISTRICT": world().path("district"), "OUTPUT": "TEMPORARY_OUTPUT"})
    assert done.results["CELLS"] > 0


def check_the_way_to_install(text: str) -> None:
    assert "scikit-learn" in text
    assert "apt install python3-sklearn" in text or "pip install scikit-learn" in text
    assert "python -m pip install --no-index --find-links FOLDER scikit-learn" in text


@pytest.mark.parametrize(
    ("system", "line"),
    [
        ("Windows", "OSGeo4W Shell: python -m pip install scikit-learn"),
        ("Darwin", "/Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip install scikit-learn"),
    ],
)
def test_the_way_to_install_is_that_of_the_system(learner, monkeypatch, system, line):
    import platform

    monkeypatch.setattr(platform, "system", lambda: system)
    assert line in learner.canExecute()[1]
