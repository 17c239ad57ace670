"""What every algorithm gives: all outputs, styled, described, recorded, and the same whichever way the input comes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from recipes import RECIPES, Layer, PublicFile
from runs import FOLDER, content, look, opened, plain, run, settings, targets
from test_declared import HANGUL, is_model, own_page
from worlds import PLACES, RASTERS, write

algorithms = pytest.mark.parametrize("name", sorted(RECIPES))
readers = pytest.mark.parametrize("name", sorted(name for name, recipe in RECIPES.items() if recipe.source))
shape_readers = pytest.mark.parametrize(
    "name", sorted(name for name, recipe in RECIPES.items() if recipe.source and not recipe.shapeless)
)
PACKAGE_FOLDERS = re.compile(r"(/home/|/root/|/tmp/|/var/|[A-Za-z]:\\)")


@pytest.fixture(scope="module")
def full(provider, world, tmp_path_factory):
    """Return a function that runs an algorithm with everything, once per place."""
    done = {}

    def of(name: str, place: str = "daejeon"):
        if (name, place) not in done:
            folder = tmp_path_factory.mktemp(f"{name} 결과")
            parameters = settings(name, world(place).path, "full")
            from runs import create

            algorithm = create(name)
            done[name, place] = run(name, {**parameters, **targets(algorithm, folder)})
        return done[name, place]

    return of


def least(name: str, give, folder: Path, ending: str = "gpkg", **changes):
    """A run with the least inputs and the main output only."""
    from runs import create

    algorithm = create(name)
    only = (RECIPES[name].model_output,)
    return run(name, {**settings(name, give), **targets(algorithm, folder, ending, only), **changes})


def main_layer(name: str, done):
    return done.layer(RECIPES[name].model_output)


def record_of(name: str, done) -> dict:
    path = done.results.get("RUN_RECORD")
    if path is None:
        path = Path(done.results[RECIPES[name].model_output]).with_suffix(".run.json")
    return json.loads(Path(path).read_text(encoding="utf-8"))


# ---------------------------------------------------------------------- outputs
@algorithms
def test_every_declared_output_is_returned(full, name):
    done = full(name)
    declared = {output.name() for output in done.algorithm.outputDefinitions()}
    assert declared - set(done.results) == set(RECIPES[name].elsewhere)
    for definition in done.algorithm.destinationParameterDefinitions():
        if definition.name() in RECIPES[name].elsewhere:
            continue
        path = Path(done.results[definition.name()].split("|")[0])
        assert path.exists() and path == Path(done.parameters[definition.name()])
    for number, value in done.numbers().items():
        assert isinstance(value, (int, float)) and value == value, number


@algorithms
def test_what_was_not_asked_for_is_not_made(provider, world, tmp_path, name):
    done = least(name, world().path, tmp_path)
    main = Path(done.results[RECIPES[name].model_output])
    assert {path.name for path in tmp_path.iterdir()} == {main.name, f"{main.stem}.run.json"}
    assert set(done.sinks()) == {RECIPES[name].model_output}


LONG_NAMES = {("mergeregisters", "REVIEW", "source_id_b")}
"""Fields whose first ten letters another field has, since others rely on these very names."""


@algorithms
def test_field_names(full, name):
    for place in ("daejeon", "leipzig"):
        done = full(name, place)
        for output in done.sinks():
            names = [item.name() for item in done.layer(output).fields() if item.name() != "fid"]
            assert [item for item in names if not re.fullmatch("[a-z][a-z0-9_]*", item)] == [], output
            told = [item for item in names if (name, output, item) not in LONG_NAMES]
            assert len({item[:10] for item in told}) == len(told), (output, names)


@algorithms
def test_own_fields_have_an_alias(full, world, name):
    check_aliases(full(name), world(), name, lambda alias: bool(alias))


@algorithms
def test_own_fields_have_a_korean_alias_in_korean(provider, world, tmp_path, in_korean, name):
    from runs import create

    parameters = settings(name, world().path, "full")
    done = run(name, {**parameters, **targets(create(name), tmp_path)})
    check_aliases(done, world(), name, lambda alias: bool(HANGUL.search(alias)))
    report = next(value for key, value in done.results.items() if key.upper() == "REPORT")
    assert 'lang="ko"' in Path(report).read_text(encoding="utf-8")
    assert record_of(name, done)["language"] == "ko"


def check_aliases(done, district, name: str, good) -> None:
    given = {item.name() for key in given_tables(name) for item in district.layer(key).fields()}
    documented = own_page(name, "en").fields
    for output in done.sinks():
        for item in done.layer(output).fields():
            if item.name() != "fid" and (item.name() in documented or item.name() not in given):
                assert good(item.alias()), (output, item.name(), item.alias())


def given_layers(name: str) -> list[str]:
    parts = [part for value in RECIPES[name].full.values() for part in (value if isinstance(value, list) else [value])]
    return [part.name for part in parts if isinstance(part, (Layer, PublicFile))]


def given_tables(name: str) -> list[str]:
    """The given layers that have rows."""
    return [key for key in given_layers(name) if key.partition(":")[0] not in RASTERS]


@algorithms
def test_documented_fields_exist(full, name):
    """A field of the help page is written by one of the runs, in Korea or elsewhere."""
    done = [full(name, place) for place in ("daejeon", "leipzig")]
    written = {item.name() for each in done for output in each.sinks() for item in each.layer(output).fields()}
    documented = own_page(name, "en").fields
    absent = [
        key for key in documented
        if not any(found.startswith(key[:-1]) if key.endswith("*") else found == key for found in written)
        and key not in RECIPES[name].fields_elsewhere
    ]  # fmt: skip
    assert absent == []


# ---------------------------------------------------------------------- style
@algorithms
def test_written_geopackages_open_styled(full, name):
    done = full(name)
    for output, destination in done.sinks().items():
        layer = opened(destination)
        assert layer.loadDefaultStyle()[1], f"{output}: no style in the database"
        layer = opened(destination)
        if layer.isSpatial():
            assert look(layer)[2], output
    main = main_layer(name, done)
    assert look(main) == look(main_of_memory(name, done)), "the desktop shows what the file shows"


def main_of_memory(name: str, done):
    """The same run with its results in memory, as the desktop and models have them."""
    parameters = dict(done.parameters)
    for definition in done.algorithm.destinationParameterDefinitions():
        parameters.pop(definition.name(), None)
        if definition.type() == FOLDER:
            parameters[definition.name()] = "TEMPORARY_OUTPUT"
    parameters[RECIPES[name].model_output] = "TEMPORARY_OUTPUT"
    again = run(name, parameters)
    layer = main_layer(name, again)
    assert layer.providerType() == "memory"
    _alive.append(again)
    return layer


_alive: list = []


@algorithms
@pytest.mark.parametrize("ending", ["shp", "geojson", "fgb"])
def test_other_formats_open_styled(provider, world, tmp_path, name, ending):
    done = least(name, world().path, tmp_path, ending)
    path = Path(done.results[RECIPES[name].model_output])
    assert path.with_suffix(".qml").is_file()
    layer = opened(str(path))
    kind, attribute, legend, aliases = look(layer)
    memory = look(main_of_memory(name, done))
    assert (kind, attribute[:10], legend) == (memory[0], memory[1][:10], memory[2])
    assert not attribute or layer.fields().lookupField(attribute) >= 0
    assert {key[:10]: alias for key, alias in memory[3].items()} == {key[:10]: alias for key, alias in aliases.items()}
    assert layer.featureCount() > 0


@algorithms
def test_a_table_inside_a_database_is_styled_and_leaves_the_others(provider, world, tmp_path, name):
    """``ogr:dbname=... table=...`` adds a table to an existing GeoPackage."""
    path = tmp_path / "모음 db.gpkg"
    write(world().memory("schools"), path)
    before = content(opened(f"{path}|layername=모음 db"))
    target = f"ogr:dbname='{path}' table=\"result\" (geom)"
    done = least(name, world().path, tmp_path, **{RECIPES[name].model_output: target})
    layer = opened(f"{path}|layername=result")
    assert layer.featureCount() > 0
    assert layer.loadDefaultStyle()[1]
    assert look(layer) == look(main_of_memory(name, done))
    assert content(opened(f"{path}|layername=모음 db")) == before


# ---------------------------------------------------------------------- record
@readers
def test_run_record_verifies(full, world, name):
    """The inputs, read again, have the digests of the record, and its figures are the numeric outputs."""
    from qgis.core import QgsProject

    from seo_district_plugin.layers.sources import from_layer

    done, record = full(name), record_of(name, full(name))
    assert record["algorithm"] == name or is_model(name)
    again = 0
    for entry in record["inputs"]:
        if entry["file"] not in given_tables(name):
            continue  # what a step of a model gave to the next one
        layer = world().layer(entry["file"])
        source = from_layer(layer, entry["parameter"])
        table = source.read(
            entry["columns"],
            want=entry["geometry"],
            transform_context=QgsProject.instance().transformContext(),
        )
        assert table.digest == entry["sha256"], entry["layer"]
        assert len(table.fid) + len(table.rejected) == entry["rows"]
        again += 1
    assert again >= 1
    assert all(re.fullmatch("[0-9a-f]{64}", entry["sha256"]) for entry in record["inputs"])
    if not is_model(name):
        assert record["figures"] == done.numbers()
        assert len({entry["file"] for entry in record["inputs"]}) == len(set(given_layers(name)))


@algorithms
def test_run_record_holds_no_folder(full, world, name):
    text = json.dumps(record_of(name, full(name)), ensure_ascii=False)
    assert str(world().folder) not in text
    assert not PACKAGE_FOLDERS.search(text), PACKAGE_FOLDERS.search(text)
    assert "자료 folder" not in text


@algorithms
def test_run_record_names_everything(full, name):
    done, record = full(name), record_of(name, full(name))
    if is_model(name):
        return
    settable = {item.name() for item in done.algorithm.parameterDefinitions() if not item.isDestination()}
    assert set(record["parameters"]) == settable
    assert {"plugin", "qgis", "python", "numpy", "scipy", "pandas"} <= set(record["versions"])
    assert record["analysis_crs"].startswith("EPSG:")
    written = {entry["parameter"] for entry in record["outputs"]}
    destinations = {definition.name() for definition in done.algorithm.destinationParameterDefinitions()}
    assert destinations - {"RUN_RECORD", *RECIPES[name].elsewhere} == written
    for entry in record["outputs"]:
        assert (Path(done.results[RECIPES[name].model_output]).parent / entry["file"]).exists()


@algorithms
def test_layer_carries_its_history(full, name):
    done = full(name)
    for output in done.sinks():
        history = done.layer(output).metadata().history()
        assert len(history) == 1, output
        told = json.loads(history[0])
        assert told["inputs"] == record_of(name, done)["inputs"]
        assert not PACKAGE_FOLDERS.search(history[0])


# ---------------------------------------------------------------------- ways in
@readers
def test_in_a_model(provider, world, tmp_path, name):
    """As a step of a model: runs, and what it writes opens styled."""
    import processing

    model = model_of(name, settings(name, world().path))
    file = processing.run(model, {"input": world().path(source_layer(name)), "result": str(tmp_path / "모델.gpkg")})
    plainly = least(name, world().path, tmp_path)
    layer = opened(file["result"])
    assert layer.loadDefaultStyle()[1]
    assert look(layer) == look(main_layer(name, plainly))
    assert content(layer) == content(main_layer(name, plainly))
    memory = processing.run(model, {"input": world().layer(source_layer(name)), "result": "memory:"})["result"]
    assert look(memory) == look(layer)


def source_layer(name: str) -> str:
    return RECIPES[name].least[RECIPES[name].source].name


def model_of(name: str, parameters: dict):
    """A model of one step: its source is the model's input, everything else is set."""
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
        QgsProcessingModelParameter,
        QgsProcessingParameterFeatureSource,
    )

    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("one step", "tests")
    model.addModelParameter(QgsProcessingParameterFeatureSource("input", "Input"), QgsProcessingModelParameter("input"))
    child = QgsProcessingModelChildAlgorithm(f"seodistrict:{name}")
    child.setChildId("step")
    for key, value in parameters.items():
        several = isinstance(value, list) and key in ("LAYERS", "FACTORS")
        child.addParameterSources(key, [source.fromStaticValue(item) for item in (value if several else [value])])
    child.addParameterSources(RECIPES[name].source, [source.fromModelParameter("input")])
    output = QgsProcessingModelOutput("result", "result")
    output.setChildId("step")
    output.setChildOutputName(RECIPES[name].model_output)
    child.setModelOutputs({"result": output})
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return model


@algorithms
def test_memory_layers_give_the_same(provider, world, tmp_path, name):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    layers: list = []

    def give(key: str):
        layers.append(world().memory(key))
        return layers[-1]

    from qgis.core import QgsProject

    memory = settings(name, give)
    QgsProject.instance().addMapLayers(layers)  # as in the desktop; a step of a model finds its layers there
    try:
        done = run(name, {**memory, RECIPES[name].model_output: str(tmp_path / "a" / "out.gpkg")})
    finally:
        QgsProject.instance().removeAllMapLayers()
    other = least(name, world().path, tmp_path / "b")
    assert content(main_layer(name, done)) == content(main_layer(name, other))


@readers
def test_selected_features_only(provider, world, tmp_path, name):
    """Rows that are not selected change nothing."""
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    layer = world().with_bait(source_layer(name))
    assert layer.featureCount() == 2 * layer.selectedFeatureCount() > 0
    QgsProject.instance().addMapLayer(layer)
    given = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    try:
        done = least(name, world().path, tmp_path, **{RECIPES[name].source: given})
    finally:
        QgsProject.instance().removeAllMapLayers()
    (tmp_path / "b").mkdir()
    other = least(name, world().path, tmp_path / "b")
    assert content(main_layer(name, done)) == content(main_layer(name, other))


@readers
def test_feature_filter(provider, world, tmp_path, name):
    """A filter in the dialog counts as if the other rows were not there."""
    from qgis.core import QgsFeatureRequest, QgsProcessingFeatureSourceDefinition

    path, key = world().path(source_layer(name)), source_layer(name)
    given = QgsProcessingFeatureSourceDefinition(path)
    given.filterExpression = "$id % 2 = 0" if key != "district" else "\"zone_code\" = 'B02'"
    done = least(name, world().path, tmp_path, **{RECIPES[name].source: given})
    few = world().layer(key).materialize(QgsFeatureRequest().setFilterExpression(given.filterExpression))
    (tmp_path / "b").mkdir()
    written = write(few, tmp_path / "b" / f"{key}.gpkg")
    other = least(name, world().path, tmp_path / "b", **{RECIPES[name].source: written})
    assert 0 < few.featureCount() < world().layer(key).featureCount()
    assert content(main_layer(name, done)) == content(main_layer(name, other))


# ---------------------------------------------------------------------- elsewhere, again
@readers
@pytest.mark.parametrize("place", sorted(set(PLACES) - {"daejeon"}))
def test_other_places(full, name, place):
    """Nothing depends on Korea, on metric layers or on the northern half of the world."""
    done = full(name, place)
    layer = main_layer(name, done)
    assert layer.featureCount() > 0
    assert layer.crs().isValid()
    for number, value in full(name, "leipzig").numbers().items():
        assert done.numbers()[number] == pytest.approx(value, rel=0.02, abs=0.11), number
    record = record_of(name, done)
    assert record["analysis_crs"] in (PLACES[place][0], metric_of(place)), record["analysis_crs"]


def metric_of(place: str) -> str:
    return {"leipzig_degrees": "EPSG:32633", "santiago_degrees": "EPSG:32719"}.get(place, PLACES[place][0])


@algorithms
def test_same_again(full, world, tmp_path, name):
    """The same inputs, settings and seed give the same content, byte for byte."""
    from runs import create

    first = full(name)
    again = run(name, {**settings(name, world().path, "full"), **targets(create(name), tmp_path)})
    for output in first.sinks():
        assert content(first.layer(output)) == content(again.layer(output)), output
    assert first.numbers() == again.numbers()
    told = [record_of(name, each) for each in (first, again)]
    for record in told:
        record.pop("started")
        for entry in record["outputs"]:
            entry.pop("sha256", None)  # the report says when it was made
    assert told[0] == told[1]


@shape_readers
def test_rejected_rows_are_counted_and_told(provider, world, tmp_path, name):
    """A row without geometry is left out with its reason, and the rest is used."""
    from qgis.core import QgsFeature

    layer = world().memory(source_layer(name))
    bare = QgsFeature(next(layer.getFeatures()))
    bare.clearGeometry()
    assert layer.dataProvider().addFeatures([bare])[0]
    path = write(layer, tmp_path / f"{source_layer(name)}.gpkg")
    (tmp_path / "out").mkdir()
    wanted = {} if is_model(name) else {"REJECTED": str(tmp_path / "out" / "rejected.gpkg")}
    done = least(name, world().path, tmp_path / "out", **{RECIPES[name].source: path}, **wanted)
    assert "left out 1" in done.log
    if wanted:
        names, rows = content(done.layer("REJECTED"))
        own = own_page(name, "en").output_fields.get("REJECTED", ["layer", "row", "reason", "detail"])
        assert names[: len(own)] == own
        assert [[plain(value) for value in row[:2]] for row in rows] == [[source_layer(name), layer.featureCount()]]
        assert rows[0][2]
