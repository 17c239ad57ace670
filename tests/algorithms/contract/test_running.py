"""How every algorithm runs: in the background, stopped half way, failing, in a batch, once per feature."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import watch
from recipes import RECIPES
from runs import FOLDER, RunFailed, content, create, md5, opened, run, settings, targets
from test_declared import is_model

MARK = "made_here.json"
algorithms = pytest.mark.parametrize("name", sorted(RECIPES))
readers = pytest.mark.parametrize("name", sorted(name for name, recipe in RECIPES.items() if recipe.source))
STOP_WITHIN = 2.0
LONGEST_WAIT = 0.5
"""Seconds. On a quiet machine the longest is 0.05 to 0.25; the rest is for a machine with other work."""


LONGEST_CALL = {"facilitylocation": 1.8, "carecentersites": 1.8}
"""Seconds, where short calls of an integer program solver hold the interpreter: limited to 1 s each, and said so."""


@pytest.fixture(scope="module")
def big(provider, world, tmp_path_factory):
    """Return a function that gives settings of a run of several seconds.

    One small run goes before: what is measured is the run, not the first loading of pandas, scipy and plotly.
    """
    algorithm = create("suitabilityscore")
    parameters = targets(algorithm, tmp_path_factory.mktemp("first"))
    run("suitabilityscore", {**settings("suitabilityscore", world().path, "full"), **parameters})
    return lambda name: settings(name, world().path, "large")


def all_files(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): md5(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def lay_old(path: Path, folder: bool) -> None:
    """An old result: a file, or a folder that an earlier run has made."""
    if folder:
        path.mkdir()
        (path / MARK).write_text("{}", encoding="utf-8")
        path = path / "old.txt"
    path.write_bytes(b"what was there before")


@algorithms
def test_runs_in_the_background_and_cancel_is_heard(big, tmp_path, name):
    """Cancel early, half way and while writing: soon over, nothing changed; the desktop's timer ticks all the time."""
    algorithm = create(name)
    files = targets(algorithm, tmp_path)
    for output, path in files.items():
        lay_old(Path(path), algorithm.parameterDefinition(output).type() == FOLDER)
    before = all_files(tmp_path)
    longest = LONGEST_CALL.get(name, LONGEST_WAIT)
    for stop in (3.0, 50.0, 97.0):
        seen = watch(name, {**big(name), **files}, cancel_at=stop)
        # A call that holds the desktop does so again, a busy machine does not.
        if seen.longest_wait >= longest or seen.prepared >= LONGEST_WAIT:
            seen = watch(name, {**big(name), **files}, cancel_at=stop)
        assert not seen.fine and seen.stopped_after is not None, seen.log
        assert "Nothing that was there has been changed" in seen.log
        assert seen.stopped_after < STOP_WITHIN, (stop, seen.stopped_after, seen.log)
        assert seen.longest_wait < longest, (seen.longest_wait, seen.at)
        assert seen.prepared < LONGEST_WAIT
        assert all_files(tmp_path) == before, stop
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted(Path(path).name for path in files.values())


@algorithms
def test_progress_moves_and_says_what_it_does(provider, world, tmp_path, name):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    told: list[float] = []
    texts: list[str] = []

    class Feedback(QgsProcessingFeedback):
        def setProgressText(self, text):
            texts.append(text)

    feedback = Feedback(False)
    feedback.progressChanged.connect(told.append)
    algorithm = create(name)
    parameters = {**settings(name, world().path), **targets(algorithm, tmp_path)}
    _, fine = algorithm.run(parameters, QgsProcessingContext(), feedback, {}, False)
    assert fine
    assert len(set(told)) >= 5 and max(told) > 95 and min(told) >= 0 and max(told) <= 100
    if not is_model(name):
        assert told == sorted(told), "the bar never goes back"
        assert len(texts) >= 3


@algorithms
@pytest.mark.parametrize("existing", ["gpkg", "shp"])
def test_an_error_leaves_the_old_files(provider, world, tmp_path, monkeypatch, name, existing):
    """The old result is the same, byte for byte, when a run cannot begin, and when it fails with all written aside."""
    from seo_district_plugin.algorithms import finish

    main = RECIPES[name].model_output
    path = str(tmp_path / f"결과.{existing}")
    run(name, {**settings(name, world().path), main: path})
    before = all_files(tmp_path)
    source = RECIPES[name].source
    wrong = {source: world().path("flow")} if source else {"CENTER": "nowhere"}
    with pytest.raises(RunFailed, match="flow" if source else "CENTER"):
        run(name, {**settings(name, world().path), main: path, **wrong})
    assert all_files(tmp_path) == before

    def full_memory(record):
        written = [item for item in tmp_path.rglob(f"결과.{existing}") if str(item) != path]
        assert len(written) == 1, "the new result is complete beside the old one"
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(finish, "record_text", full_memory)
        with pytest.raises(RunFailed, match="Not enough memory"):
            run(name, {**settings(name, world().path), main: path})
    assert all_files(tmp_path) == before
    assert [item.name for item in tmp_path.iterdir() if item.is_dir()] == []
    run(name, {**settings(name, world().path), main: path})
    assert opened(path).featureCount() > 0


@readers
def test_batch(provider, world, tmp_path, name):
    """The batch dialog's own loop: several rows, one context for each, results as of single runs."""
    from processing.gui.AlgorithmExecutor import execute
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    main = RECIPES[name].model_output
    found = []
    for row, place in enumerate(("daejeon", "leipzig", "daejeon")):
        algorithm = create(name)
        parameters = {**settings(name, world(place).path), main: str(tmp_path / f"row{row}.gpkg")}
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        assert algorithm.checkParameterValues(parameters, context)[0]
        fine, results = execute(algorithm, parameters, context, feedback)
        assert fine, feedback.textLog()
        found.append(content(opened(results[main])))
    assert found[0] == found[2] != found[1]


@algorithms
def test_one_instance_may_run_twice(provider, world, tmp_path, name):
    """Scripts keep an instance; nothing of the first run is left in the second."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    main = RECIPES[name].model_output
    algorithm = create(name)
    found = []
    for row in range(2):
        parameters = {**settings(name, world().path), main: str(tmp_path / f"row{row}.gpkg")}
        results, fine = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
        assert fine
        found.append(content(opened(results[main])))
    assert found[0] == found[1]


@readers
def test_once_per_feature(provider, world, tmp_path, name, monkeypatch):
    """The dialog's 'iterate over this layer': one result per feature."""
    from processing.gui import AlgorithmExecutor
    from qgis.core import QgsFeatureRequest, QgsProcessingContext, QgsProcessingFeedback, QgsProject

    recipe = RECIPES[name]
    key = recipe.least[recipe.source].name
    few = world().layer(key).materialize(QgsFeatureRequest().setLimit(2))
    QgsProject.instance().addMapLayer(few)
    monkeypatch.setattr(AlgorithmExecutor, "handleAlgorithmResults", lambda *_: True)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    parameters = {
        **settings(name, world().path),
        recipe.source: few.id(),
        recipe.model_output: str(tmp_path / "each.gpkg"),
    }
    try:
        done = AlgorithmExecutor.executeIterating(create(name), parameters, recipe.source, context, feedback)
    finally:
        QgsProject.instance().removeAllMapLayers()
    assert done, feedback.textLog()
    made = sorted(path.name for path in tmp_path.glob("*.gpkg"))
    assert made == ["each_0.gpkg", "each_1.gpkg"]
    for file in made:
        layer = opened(str(tmp_path / file))
        assert layer.featureCount() >= 1 and layer.loadDefaultStyle()[1]


def test_the_timer_notices_a_frozen_desktop(provider, world, tmp_path, monkeypatch):
    """The measure itself: a call that holds the interpreter is seen as a long wait."""
    import sys

    from seo_district_plugin.algorithms.data.districtgrid import DistrictGrid

    real, interval = DistrictGrid.execute, sys.getswitchinterval()

    def holding(self, run):
        sys.setswitchinterval(10.0)  # as a library that never lets go
        total = sum(range(40_000_000))
        sys.setswitchinterval(interval)
        assert total
        real(self, run)

    monkeypatch.setattr(DistrictGrid, "execute", holding)
    try:
        seen = watch("districtgrid", {**settings("districtgrid", world().path), "OUTPUT": "TEMPORARY_OUTPUT"})
    finally:
        sys.setswitchinterval(interval)
    assert seen.fine
    assert seen.longest_wait > 0.3
