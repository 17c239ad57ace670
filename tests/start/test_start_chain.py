"""The run from nothing to the map: three algorithms and the project, beside the desktop."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 120_000  # ms; a safety net only


def run(folder: Path, cancel_at: str = "") -> dict:
    """Make the sample to its end; cancels when a step begins whose title contains ``cancel_at``."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    from seo_district_plugin.start.chain import SampleRun

    made, loop = SampleRun(folder), QEventLoop()
    told: dict = {"progress": [], "ends": []}

    def ended(name: str):
        def end(*values) -> None:
            told["ends"].append((name, *values))
            loop.quit()

        return end

    def progressed(percent: float, title: str) -> None:
        told["progress"].append((percent, title))
        if cancel_at and cancel_at in title:
            made.cancel()

    for name in ("done", "failed", "canceled"):
        getattr(made, name).connect(ended(name))
    made.progressed.connect(progressed)
    QTimer.singleShot(0, made.start)
    QTimer.singleShot(LONGEST, loop.quit)
    loop.exec()
    return told


class Beats:
    """Notes when the main thread had time for an event."""

    def __enter__(self) -> Beats:
        from qgis.PyQt.QtCore import QTimer

        self.times = [time.monotonic()]
        self._timer = QTimer()
        self._timer.timeout.connect(lambda: self.times.append(time.monotonic()))
        self._timer.start(20)
        return self

    def __exit__(self, *_) -> None:
        self._timer.stop()

    def longest(self) -> float:
        """The longest pause, in seconds."""
        return max(later - earlier for earlier, later in zip(self.times, self.times[1:]))


def names(folder: Path) -> list[str]:
    """What lies in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A prepared folder with blanks and Korean in its path."""
    from seo_district_plugin.start.folder import prepare_folder

    path = tmp_path / "내 문서" / "the sample"
    prepare_folder(path)
    return path


def test_from_nothing_to_the_map_and_again(provider, folder):
    from qgis.core import QgsProject

    with Beats() as beats:
        told = run(folder)
    ((how, path, seconds),) = told["ends"]
    assert how == "done" and Path(path) == folder / "sample_map.qgz" and 0 < seconds < 60
    assert beats.longest() < 2.0 and len(beats.times) > 50, "the desktop answers meanwhile"
    percents = [percent for percent, _ in told["progress"]]
    assert percents[0] == 0 and max(percents) > 95 and len(set(percents)) > 20
    titles = list(dict.fromkeys(title for _, title in told["progress"]))
    assert len(titles) == 4, "each step is named"

    project = QgsProject()
    assert project.read(path)
    layers = {layer.source().split("|")[0]: layer for layer in project.mapLayers().values()}
    assert all(layer.isValid() for layer in project.mapLayers().values())
    score = layers[str(folder / "results" / "suitability.gpkg")]
    assert score.opacity() == pytest.approx(0.7), "the city is seen through the result"
    assert project.layerTreeRoot().findLayers()[0].layer().id() == score.id(), "on top"
    assert project.crs().authid() == "EPSG:5186"
    project.clear()

    register = json.loads((folder / "results" / "stores.run.json").read_text(encoding="utf-8"))
    figures = register["figures"]
    assert figures["READ"] == figures["IMPORTED"] + figures["REJECTED_ROWS"] + figures["FILTERED"] > 100
    ranks = "select count(*), min(score), max(score) from suitability where rank <= 10"
    with sqlite3.connect(folder / "results" / "suitability.gpkg") as database:
        best = database.execute(ranks).fetchone()
    assert best[0] == 10 and 0 < best[1] <= best[2] <= 1

    own = folder / "my notes.txt"
    own.write_text("keep me", encoding="utf-8")
    before = json.loads((folder / "sample" / "made_here.json").read_text(encoding="utf-8"))
    assert [name for name, *_ in run(folder)["ends"]] == ["done"], "a second time into the same folder"
    assert own.read_text(encoding="utf-8") == "keep me"
    assert json.loads((folder / "sample" / "made_here.json").read_text(encoding="utf-8"))["sha256"] == before["sha256"]
    assert names(folder) == ["made_by_start.json", "my notes.txt", "results", "sample", "sample_map.qgz"]


@pytest.mark.parametrize(
    ("step", "left"), [("Making", []), ("register", ["sample"]), ("Writing the map", ["sample", "results"])]
)
def test_cancel_leaves_what_is_finished_and_nothing_else(provider, folder, step, left):
    told = run(folder, cancel_at=step)
    assert [name for name, *_ in told["ends"]] == ["canceled"]
    assert "sample_map.qgz" not in names(folder)
    assert names(folder) == sorted({"made_by_start.json", "results", *left})
    assert bool(names(folder / "results")) == ("results" in left)


def test_a_failing_step_says_why(provider, folder):
    (folder / "sample").mkdir()
    (folder / "sample" / "thesis.txt").write_text("mine", encoding="utf-8")
    ((how, reason),) = run(folder)["ends"]
    assert how == "failed"
    assert reason.startswith("Making the district: ") and len(reason) > 40
    assert (folder / "sample" / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_a_folder_changed_meanwhile_is_told(provider, folder, monkeypatch):
    from seo_district_plugin.start import chain

    monkeypatch.setattr(chain, "STEPS", chain.STEPS[1:])
    ((how, reason),) = run(folder)["ends"]
    assert how == "failed" and str(folder) in reason


def test_nothing_heavy_is_loaded_with_the_menu():
    code = (
        "import sys; import seo_district_plugin.start.menu, seo_district_plugin.start.dialog, "
        "seo_district_plugin.start.chain; "
        "print([name for name in ('pandas', 'scipy', 'sklearn', 'plotly', 'jinja2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
