"""The real dialogs of Processing: one run, a batch, a step of a model; in both languages where words are shown."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from recipes import RECIPES
from runs import create, look, opened, settings, targets

algorithms = pytest.mark.parametrize("name", sorted(RECIPES))
WORLD = "EPSG:4326"


def finished(dialog) -> tuple[bool, dict]:
    """Press Run and wait for the end."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    loop, ended = QEventLoop(), []

    def over(fine, results) -> None:
        ended.append((fine, dict(results)))
        loop.quit()

    dialog.algorithmFinished.connect(over)
    QTimer.singleShot(60_000, loop.quit)
    dialog.runButton().click()
    if not ended:
        loop.exec()
    assert ended, "the run did not come to an end"
    return ended[0]


def dialog_of(name: str, parameters: dict):
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    dialog = AlgorithmDialog(create(name))
    dialog.setParameters(parameters)
    dialog.show()
    return dialog


def choices_of(algorithm) -> list:
    return [item for item in algorithm.parameterDefinitions() if item.type() == "enum"]


@algorithms
def test_choices_show_labels_and_keep_ids(provider, project, language, name):
    from seo_district_plugin.algorithms.help import help_page

    dialog = dialog_of(name, {})
    panel = dialog.mainWidget()
    for definition in choices_of(dialog.algorithm()):
        labels = help_page(name, language).entry(definition.name()).choices
        wrapper = panel.wrappers[definition.name()]
        box = wrapper.widget
        assert [box.itemText(row) for row in range(box.count())] == [labels[word] for word in definition.options()]
        assert [box.itemData(row) for row in range(box.count())] == definition.options()
        assert wrapper.parameterValue() == definition.defaultValue()
        for word in definition.options():
            wrapper.setParameterValue(word, dialog.processingContext())
            assert wrapper.parameterValue() == word
            assert box.currentText() == labels[word]
    dialog.close()


@algorithms
def test_labels_are_in_the_language(provider, project, language, name):
    from qgis.core import Qgis
    from qgis.PyQt.QtWidgets import QCheckBox, QLabel

    from seo_district_plugin.algorithms.help import help_page

    dialog = dialog_of(name, {})
    shown = " | ".join(label.text() for kind in (QLabel, QCheckBox) for label in dialog.findChildren(kind))
    page = help_page(name, language)
    advanced = Qgis.ProcessingParameterFlag.Advanced
    hidden = {item.name() for item in dialog.algorithm().parameterDefinitions() if item.flags() & advanced}
    for key in RECIPES[name].least:
        if key not in hidden:  # what is under 'advanced' is made when that is opened
            assert page.entry(key.upper()).label in shown, key
    assert page.title in dialog.windowTitle()
    dialog.close()


@algorithms
def test_run_loads_styled_layers_and_shows_the_report(provider, project, world, tmp_path, name):
    from processing.core.ProcessingResults import resultsList

    dialog = dialog_of(name, {**settings(name, world().path, "full"), **targets(create(name), tmp_path)})
    fine, results = finished(dialog)
    assert fine
    loaded = {Path(layer.source().split("|")[0]).stem: layer for layer in project.mapLayers().values()}
    written = [item.name() for item in dialog.algorithm().destinationParameterDefinitions() if item.type() == "sink"]
    assert set(loaded) == {name.lower() for name in written}
    for key, layer in loaded.items():
        assert layer.isValid()
        file = opened(str(tmp_path / f"{key}.gpkg"))
        if file.loadDefaultStyle()[1] and layer.isSpatial():
            assert look(layer) == look(file), key
    main = loaded[RECIPES[name].model_output.lower()]
    named = dialog.algorithm().outputDefinition(RECIPES[name].model_output).description()
    assert main.name() in (named, RECIPES[name].model_output.lower()), "its label, or its file as the settings prefer"
    report = str(tmp_path / "report.html")
    assert report in [item.filename for item in resultsList.getResults()]
    assert report in results.values()
    dialog.close()


@algorithms
def test_memory_results_are_styled(provider, project, world, tmp_path, name):
    main = RECIPES[name].model_output
    dialog = dialog_of(name, {**settings(name, world().path), main: "TEMPORARY_OUTPUT"})
    fine, _ = finished(dialog)
    assert fine
    layer = next(layer for layer in project.mapLayers().values() if layer.isSpatial())
    assert layer.providerType() == "memory" or "report" in layer.source()
    kind, _, legend, aliases = look(layer)
    assert kind and legend and aliases
    dialog.close()


@algorithms
def test_cancel_leaves_the_old_result(provider, project, world, tmp_path, name):
    from qgis.PyQt.QtCore import QTimer

    main = RECIPES[name].model_output
    path = tmp_path / "old.gpkg"
    path.write_bytes(b"what was there")
    before = hashlib.md5(path.read_bytes()).hexdigest()
    dialog = dialog_of(name, {**settings(name, world().path, "large"), main: str(path)})
    pressed = []

    def press() -> None:
        if not pressed and dialog.feedback is not None and dialog.feedback.progress() >= 3:
            pressed.append(True)
            dialog.cancelButton().click()

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(20)
    fine, _ = finished(dialog)
    timer.stop()
    assert pressed
    assert not fine
    assert hashlib.md5(path.read_bytes()).hexdigest() == before
    assert [item.name for item in tmp_path.iterdir()] == ["old.gpkg"]
    assert not project.mapLayers()
    dialog.close()


@algorithms
def test_wrong_settings_are_told_before_the_run(provider, project, world, monkeypatch, name):
    """The dialog says what is wrong and does not begin."""
    from qgis.PyQt.QtWidgets import QMessageBox

    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text, *_: told.append(text))
    recipe = RECIPES[name]
    wrong, word = ({recipe.source: world().path("flow")}, "flow") if recipe.source else ({"CRS": WORLD}, WORLD)
    dialog = dialog_of(name, {**settings(name, world().path), **wrong})
    dialog.runButton().click()
    bar = dialog.messageBar().currentItem()  # where the widget itself already refuses such a layer
    assert (len(told) == 1 and word in told[0]) or bar is not None, told
    assert dialog.runButton().isEnabled(), "nothing is running"
    assert not dialog.wasExecuted()
    dialog.close()


@algorithms
def test_batch_dialog(provider, project, world, tmp_path, name):
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    main = RECIPES[name].model_output
    dialog = BatchAlgorithmDialog(create(name))
    dialog.show()  # QGIS 3.44 deletes a batch dialog that is not on the screen when its run ends
    panel = dialog.mainWidget()
    panel.addRow()
    context = dialog.processingContext()
    parameters = settings(name, world().path)
    for row in range(2):
        for key, value in parameters.items():
            if dialog.algorithm().parameterDefinition(key).isDestination():
                target = str(tmp_path / f"{row} {key.lower()}")
                panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column[key]).setValue(target)
            else:
                panel.wrappers[row][panel.parameter_to_column[key]].setParameterValue(value, context)
        panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column[main]).setValue(str(tmp_path / f"{row}.gpkg"))
    rows = [panel.parametersForRow(row, context)[0] for row in range(2)]
    for definition in choices_of(dialog.algorithm()):
        assert rows[0][definition.name()] == parameters.get(definition.name(), definition.defaultValue())
    wait_for_batch(dialog)
    assert sorted(path.name for path in tmp_path.glob("*.gpkg")) == ["0.gpkg", "1.gpkg"]
    assert opened(str(tmp_path / "1.gpkg")).loadDefaultStyle()[1]
    dialog.close()


def wait_for_batch(dialog) -> None:
    from qgis.PyQt.QtCore import QCoreApplication, QElapsedTimer

    dialog.runButton().click()
    clock = QElapsedTimer()
    clock.start()
    while not dialog.runButton().isEnabled() and clock.elapsed() < 60_000:
        QCoreApplication.processEvents()


# ---------------------------------------------------------------------- the modeler
@pytest.fixture
def step(provider, world):
    """Return a function that makes a model with the algorithm as its only step, and the step's id."""
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelParameter,
        QgsProcessingParameterEnum,
    )

    def made(name: str):
        model = QgsProcessingModelAlgorithm("m", "g")
        words = ["square", "hexagon"]
        definition = QgsProcessingParameterEnum("how", "How to do it", words, False, "square", False, True)
        model.addModelParameter(definition, QgsProcessingModelParameter("how"))
        child = QgsProcessingModelChildAlgorithm(f"seodistrict:{name}")
        child.setChildId("step")
        model.addChildAlgorithm(child)
        return model, "step"

    return made


@algorithms
def test_step_of_a_model_shows_labels_and_stores_ids(project, step, language, name):
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
    from qgis.core import QgsProcessingModelChildParameterSource as Source

    from seo_district_plugin.algorithms.help import help_page

    model, child_id = step(name)
    dialog = ModelerParametersDialog(create(name), model, child_id)
    wrappers = dialog.widget.widget.wrappers
    for definition in choices_of(create(name)):
        box = wrappers[definition.name()].widget
        labels = help_page(name, language).entry(definition.name()).choices
        shown = [box.itemText(row) for row in range(box.count())]
        assert shown[: len(labels)] == [labels[word] for word in definition.options()]
        assert shown[len(labels) :] == ["How to do it"]
        wrappers[definition.name()].setValue(definition.options()[-1])
    child = dialog.createAlgorithm()
    for definition in choices_of(create(name)):
        (source,) = child.parameterSources()[definition.name()]
        assert source.source() == Source.fromStaticValue(1).source()
        assert source.staticValue() == definition.options()[-1]
    dialog.close()


@pytest.mark.parametrize("kind", ["static", "input", "expression"])
def test_editing_a_step_keeps_what_it_had(project, step, kind):
    """A choice that a model takes from its input or an expression stays so when the step is opened and confirmed."""
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
    from qgis.core import QgsProcessingModelChildParameterSource as Source

    source = {
        "static": Source.fromStaticValue("hexagon"),
        "input": Source.fromModelParameter("how"),
        "expression": Source.fromExpression("'hexa' || 'gon'"),
    }[kind]
    model, child_id = step("districtgrid")
    child = model.childAlgorithm(child_id)
    child.addParameterSources("SHAPE", [source])
    model.setChildAlgorithm(child)
    dialog = ModelerParametersDialog(create("districtgrid"), model, child_id)
    dialog.setPreviousValues()
    assert dialog.createAlgorithm().parameterSources()["SHAPE"] == [source]
    dialog.close()


@algorithms
def test_model_designer_opens(project, step, name):
    from processing.modeler.ModelerDialog import ModelerDialog

    model, _ = step(name)
    designer = ModelerDialog.create(model)
    designer.show()
    assert len(designer.model().childAlgorithms()) == 1
    assert designer.model().childAlgorithm("step").algorithm() is not None
    designer.hide()


def test_packaged_models_open_in_the_designer(provider, project):
    from processing.modeler.ModelerDialog import ModelerDialog

    folder = Path(__file__).parents[2] / "seo_district_plugin" / "resources" / "models"
    for path in sorted(folder.glob("*.model3")):
        designer = ModelerDialog.create()
        designer.loadModel(str(path))
        assert len(designer.model().childAlgorithms()) >= 2
        assert all(child.algorithm() is not None for child in designer.model().childAlgorithms().values())
        designer.hide()


@pytest.mark.parametrize("language", ["ko"], indirect=True)
def test_the_real_chain_runs_from_its_dialog(provider, project, language, real_data, tmp_path):
    """The real district from the dialog of the packaged model, in Korean: the third door of the same run."""
    dialog = dialog_of(
        "noticeboardchain",
        {
            "district": str(real_data / "daejeon_boundaries" / "seogu_dong_2026.geojson"),
            "zone_field": "code",
            "stores": str(real_data / "seogu_stores" / "stores.gpkg"),
            "schools": str(real_data / "daejeon_schools" / "schools.gpkg"),
            "bikes": str(real_data / "daejeon_bike_stations" / "stations.gpkg"),
            "roads": str(real_data / "daejeon_roads" / "roads.gpkg") + "|layername=edges",
            "flow": str(real_data / "daejeon_floating_population" / "seogu_monthly.csv"),
            "size": 250,
            "top": 10,
            "suitability": str(tmp_path / "적합도.gpkg"),
            "criteria": str(tmp_path / "기준표.csv"),
            "report": str(tmp_path / "보고서.html"),
        },
    )
    fine, results = finished(dialog)
    assert fine, dialog.log() if hasattr(dialog, "log") else results
    layers = {Path(layer.source().split("|")[0]).stem: layer for layer in project.mapLayers().values()}
    layer = layers["적합도"]
    assert layer.featureCount() == 1_528
    assert layer.renderer().type() == "categorizedSymbol"
    assert [item.label() for item in layer.renderer().categories()][0].startswith("1등급")
    best = next(feature for feature in layer.getFeatures('"rank" = 1'))
    assert best["place"].split(" · ")[0] in (
        "둔산1동",
        "둔산2동",
        "둔산3동",
        "탄방동",
        "월평2동",
        "갈마2동",
        "용문동",
        "괴정동",
    )
    assert '<html lang="ko">' in (tmp_path / "보고서.html").read_text(encoding="utf-8")
    dialog.close()
