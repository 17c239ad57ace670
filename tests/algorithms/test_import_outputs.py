"""What an import writes: where, in which formats, styled and described; and that it never harms what was there."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.algorithms.importing import (
    LICENSE_HEADER,
    accounted,
    everything,
    license_file,
    license_row,
    opened,
    places,
    projected,
    rows_of,
    table,
)
from tests.publicdata.samples import SAMPLES

STOP_WITHIN = 2.0  # seconds from Cancel to the end


@pytest.fixture
def downloads(tmp_path) -> Path:
    """A folder as it looks after an afternoon at the portals."""
    folder = tmp_path / "받은 파일 (9월)"
    for name in ("license_new", "cctv", "academies", "road_nodes", "sgis_grid_1k", "office_shelters"):
        place = folder / name
        place.mkdir(parents=True)
        SAMPLES[name].write(place)
    packed = folder / "묶음" / "상가 자료.zip"
    packed.parent.mkdir()
    path = SAMPLES["stores"].write(tmp_path)
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(path, f"대전/{path.name}")
        archive.writestr("읽어보세요.pdf", b"%PDF-1.7 ...")
    return folder


def shown(layer) -> dict[str, str]:
    """Aliases that a layer has when QGIS opens it with the style it finds."""
    message, loaded = layer.loadDefaultStyle()
    assert loaded, message
    return {field.name(): field.alias() for field in layer.fields() if field.alias()}


def digests(record: dict) -> dict[str, str]:
    return {entry.get("table") or entry["parameter"]: entry["sha256"] for entry in record["outputs"]}


# ---------------------------------------------------------------------- several kinds
def test_several_kinds_are_tables_of_one_geopackage(importing, downloads) -> None:
    done = importing(downloads, DISTRICT_CODE="30170")
    accounted(done)
    layers = done.layers()
    assert done.results["LAYERS"][0].split("|")[0] == done.results["OUTPUT"].split("|")[0]
    assert {destination.split("|")[0] for destination in done.results["LAYERS"]} == {str(done.folder / "out.gpkg")}
    with closing(sqlite3.connect(done.folder / "out.gpkg")) as connection:
        tables = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")} - {"layer_styles"}
    assert len(tables) == len(layers) == len(done.schemas()) == 7
    kinds = {layer.wkbType() for layer in layers}
    assert len(kinds) >= 3, "points, polygons and tables"
    for layer in layers:
        names = [field.name() for field in layer.fields()]
        assert names[:3] == ["fid", "source_file", "source_row"]
        aliases = shown(layer)
        assert set(names) - {"fid"} == set(aliases), "every field has a label"
        assert layer.isSpatial() is False or layer.renderer() is not None
        history = layer.metadata().history()
        assert layer.metadata().title() and json.loads(history[-1])["algorithm"] == "importpublicdata"
    record = done.record()
    assert {entry["schema"] for entry in record["inputs"]} == done.schemas()
    assert sum(entry["rows"] for entry in record["outputs"] if entry["parameter"] != "REJECTED") == sum(
        layer.featureCount() for layer in layers
    )
    stores = next(entry for entry in record["inputs"] if entry["schema"] == "stores")
    packed = downloads / "묶음" / "상가 자료.zip"
    assert stores["layer"].startswith("묶음/상가 자료.zip/대전/") and stores["file"] == packed.name
    assert stores["sha256"] == hashlib.sha256(packed.read_bytes()).hexdigest()
    assert "읽어보세요.pdf" in done.log, "what is no data is named"


def test_times_are_written_as_the_format_demands(importing, tmp_path) -> None:
    done = importing(license_file(tmp_path / "생활_미용업.csv"), DISTRICT_CODE="30170")
    with closing(sqlite3.connect(done.folder / "out.gpkg")) as connection:
        columns = connection.execute("PRAGMA table_info(out)").fetchall()
        times = [column[1] for column in columns if column[2] == "DATETIME"]
        assert times
        for name in times:
            texts = {text for (text,) in connection.execute(f'SELECT "{name}" FROM out') if text}
            assert texts <= {"2026-09-03T22:18:00.000Z"}, texts
    row = rows_of(done.layer())[0]
    assert row[times[0]].toString("yyyy-MM-dd HH:mm") == "2026-09-03 22:18"


def test_coded_columns_show_their_meaning(importing, tmp_path) -> None:
    done = importing(license_file(tmp_path / "생활_미용업.csv"), DISTRICT_CODE="30170")
    layer = done.layer()
    aliases = shown(layer)
    assert aliases["biz_name"] and aliases["source_row"]
    setup = layer.editorWidgetSetup(layer.fields().indexOf("status"))
    assert setup.type() == "ValueMap" and setup.config()["map"]
    assert "biz_name" in layer.displayExpression()


# ---------------------------------------------------------------------- formats
@pytest.mark.parametrize("ending", ["gpkg", "shp", "csv", "geojson", "fgb"])
def test_formats(importing, tmp_path, ending) -> None:
    path = license_file(tmp_path / "생활_미용업.csv")
    target, rejected = importing.folder / f"out.{ending}", importing.folder / f"rejected.{ending}"
    if ending in ("shp", "fgb"):
        rejected = rejected.with_suffix(".csv")
    done = importing(path, DISTRICT_CODE="30170", OUTPUT=str(target), REJECTED=str(rejected))
    assert done.numbers()["IMPORTED"] == 12 and target.exists() and rejected.exists()
    layer = opened(done.results["OUTPUT"])
    assert layer.featureCount() == 12
    names = [row["biz_name"] for row in rows_of(layer)]
    assert sorted(names) == sorted(f"가상상점 {n}" for n in range(12))
    assert all(len(field.name()) <= 10 or field.name() == "source_file" for field in layer.fields())
    if ending != "csv":
        assert layer.isSpatial() and layer.crs().isValid()
        feature = next(layer.getFeatures())
        lon, lat = places(12)[int(feature["source_row"]) - 2]
        found = feature.geometry().asPoint()
        x, y = (lon, lat) if layer.crs().authid() == "EPSG:4326" else projected(lon, lat, 5174)
        assert abs(found.x() - x) < 0.01 and abs(found.y() - y) < 0.01
    else:
        assert "columns only" in done.log
    assert [each for each in importing.folder.iterdir() if ".partial-" in each.name] == []
    record = done.record()
    assert record["outputs"][0]["rows"] == 12 and record["figures"]["READ"] == 12


def test_results_in_memory(importing, tmp_path) -> None:
    from qgis.core import QgsProcessingUtils

    path = license_file(tmp_path / "생활_미용업.csv")
    done = importing(path, DISTRICT_CODE="30170", OUTPUT="TEMPORARY_OUTPUT", REJECTED="TEMPORARY_OUTPUT")
    layer = QgsProcessingUtils.mapLayerFromString(done.results["OUTPUT"], importing.context)
    assert layer.featureCount() == 12 and layer.crs().authid() == "EPSG:5174"
    rejected = QgsProcessingUtils.mapLayerFromString(done.results["REJECTED"], importing.context)
    assert rejected.isValid() and rejected.featureCount() == 0
    assert list(importing.folder.iterdir()) == [], "nothing was written beside it"


def test_several_kinds_in_memory_or_in_a_format_of_one_layer(importing, downloads) -> None:
    """Further kinds find a place where the output has no room for them."""
    from qgis.core import QgsProcessingUtils

    done = importing(downloads, DISTRICT_CODE="30170", OUTPUT="TEMPORARY_OUTPUT", REJECTED=None)
    layers = [QgsProcessingUtils.mapLayerFromString(each, importing.context) for each in done.results["LAYERS"]]
    assert len(layers) == 7
    assert sum(layer.featureCount() for layer in layers) == done.numbers()["IMPORTED"]
    target = importing.folder / "out.geojson"
    other = importing.folder / "out_layers.gpkg"
    other.write_bytes(b"what was there before")
    done = importing(downloads, DISTRICT_CODE="30170", OUTPUT=str(target), REJECTED=None)
    accounted(done)
    assert {Path(each.split("|")[0]).name for each in done.results["LAYERS"]} == {"out.geojson", "out_layers_2.gpkg"}
    assert other.read_bytes() == b"what was there before", "nobody named that file"


def test_a_table_in_a_geopackage_leaves_the_other_tables(importing, tmp_path) -> None:
    path = license_file(tmp_path / "생활_미용업.csv")
    importing(path, DISTRICT_CODE="30170", REJECTED=None)
    database = tmp_path / "모음.gpkg"
    (importing.folder / "out.gpkg").rename(database)
    before = rows_of(opened(f"{database}|layername=out"))
    uri = f"ogr:dbname='{database}' table=\"shops\" (geom)"
    for _again in range(2):
        done = importing(path, DISTRICT_CODE="30170", OUTPUT=uri, REJECTED=None)
        assert done.numbers()["IMPORTED"] == 12
        assert opened(f"{database}|layername=shops").featureCount() == 12
        assert rows_of(opened(f"{database}|layername=out")) == before
    assert shown(opened(f"{database}|layername=shops"))["biz_name"]
    assert not list(tmp_path.rglob("*.partial-*"))


# ---------------------------------------------------------------------- errors, cancel
def test_an_error_half_way_changes_nothing(importing, tmp_path, monkeypatch) -> None:
    """The second file cannot be read to its end when the first has been written already."""
    from seo_district_plugin.algorithms import finish
    from seo_district_plugin.layers.errors import LayerError
    from seo_district_plugin.layers.publicdata.opened import OpenedPart

    folder = tmp_path / "자료"
    folder.mkdir()
    license_file(folder / "생활_미용업.csv", 300)
    importing(folder, DISTRICT_CODE="30170", REPORT=str(importing.folder / "report.html"))
    before = everything(importing.folder)
    names = ["이름,경도,위도", "가,127.35,36.3", "나,127.36,36.31"]
    (folder / "다른 파일.csv").write_text("\n".join(names) + "\n", encoding="utf-8")
    blocks = OpenedPart.blocks

    def torn(self, *given, **named):
        for block in blocks(self, *given, **named):
            yield block
            if self.part.name == "다른 파일.csv" and named.get("size") == 3000:
                raise LayerError("public_file_unreadable", name=self.part.name, problem="gone")

    with monkeypatch.context() as patched:
        patched.setattr(OpenedPart, "blocks", torn)
        problem, _, _ = importing.run(folder, DISTRICT_CODE="30170", REPORT=str(importing.folder / "report.html"))
    assert "다른 파일.csv" in problem
    assert everything(importing.folder) == before
    (folder / "다른 파일.csv").unlink()

    def no_memory(record):
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(finish, "record_text", no_memory)
        problem, _results, _log = importing.run(folder, DISTRICT_CODE="30170")
    assert "Not enough memory" in problem and everything(importing.folder) == before
    importing(folder, DISTRICT_CODE="30170")


def watch(parameters: dict, cancel_at: float | None) -> tuple[bool, float, str]:
    """Run in a thread as the desktop does and press Cancel; (whether it ended well, seconds from Cancel, log)."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProject,
    )
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("seodistrict:importpublicdata")
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    loop, timer, ended, pressed = QEventLoop(), QTimer(), [], []

    def tick() -> None:
        if cancel_at is not None and not pressed and feedback.progress() >= cancel_at:
            pressed.append(time.perf_counter())
            feedback.cancel()

    def over(fine: bool, _results: dict) -> None:
        ended.append((fine, time.perf_counter()))
        loop.quit()

    task.executed.connect(over)
    timer.timeout.connect(tick)
    timer.start(10)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    timer.stop()
    assert pressed or cancel_at is None, "the run was over before Cancel"
    return ended[0][0], ended[0][1] - (pressed or [0.0])[0], feedback.textLog()


def test_cancel_is_heard_within_two_seconds(importing, tmp_path) -> None:
    path = tmp_path / "생활_미용업.csv"
    spots = places(400)
    rows = [license_row(n, *map("{:.3f}".format, projected(*spot, 5174))) for n, spot in enumerate(spots)]
    header, _, body = table(LICENSE_HEADER, rows).partition(b"\r\n")
    path.write_bytes(header + b"\r\n" + body * 500)
    importing(license_file(tmp_path / "식품_제과점영업.csv"), DISTRICT_CODE="30170")  # libraries are loaded
    before = everything(importing.folder)
    out = {name: str(importing.folder / f"{name.lower()}.gpkg") for name in ("OUTPUT", "REJECTED")}
    out["OUTPUT"] = str(importing.folder / "out.gpkg")
    for cancel_at in (3.5, 45.0, 85.0):
        fine, seconds, log = watch({"INPUT": str(path), "DISTRICT_CODE": "30170", **out}, cancel_at)
        assert not fine and "Nothing that was there has been changed" in log, log
        assert seconds < STOP_WITHIN, (cancel_at, seconds)
        assert everything(importing.folder) == before, cancel_at


# ---------------------------------------------------------------------- record, twice, model
def test_the_same_twice_is_the_same(importing, downloads) -> None:
    first = importing(downloads, DISTRICT_CODE="30170").record()
    importing.folder = importing.folder.with_name("again")
    second = importing(downloads, DISTRICT_CODE="30170").record()
    assert digests(first) == digests(second) and len(digests(first)) == 8
    assert all(len(value) == 64 for value in digests(first).values())
    assert first["figures"] == second["figures"] and first["inputs"] == second["inputs"]


def test_results_in_the_folder_of_the_files_are_no_data(importing, downloads) -> None:
    """Who keeps the result where the downloads are gets the same result again."""
    importing.folder = downloads
    targets = {"DISTRICT_CODE": "30170", "REPORT": str(downloads / "보고서.html")}
    first = importing(downloads, **targets)
    again = importing(downloads, **targets)
    accounted(again)
    assert again.numbers() == first.numbers() and digests(again.record()).keys() == digests(first.record()).keys()
    for name in ("out.gpkg", "out.run.json", "rejected.gpkg"):
        assert name in again.log and name not in first.log.partition("Writing")[0]


def test_a_result_can_be_imported_again(importing, tmp_path) -> None:
    """Also into itself: the styles that lie beside its rows are no rows."""
    path = license_file(tmp_path / "생활_미용업.csv")
    first = importing(path, DISTRICT_CODE="30170")
    names = {row["biz_name"] for row in rows_of(first.layer())}
    again = importing(first.folder / "out.gpkg", DISTRICT_CODE="30170")
    accounted(again)
    assert again.numbers() == {"READ": 12, "IMPORTED": 12, "REJECTED_ROWS": 0, "FILTERED": 0}
    assert names <= {value for row in rows_of(again.layer()) for value in row.values()}


def test_digests_are_those_of_the_files(importing, downloads) -> None:
    from seo_district_plugin.layers.record import changed_outputs

    done = importing(downloads, DISTRICT_CODE="30170")
    assert changed_outputs(done.record(), done.folder) == []
    with closing(sqlite3.connect(done.folder / "out.gpkg")) as connection, connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE cctv SET source_row = 99 WHERE fid = 1")
    assert changed_outputs(done.record(), done.folder) == [("out.gpkg", "changed")]


def test_the_record_says_what_went_in(importing, tmp_path) -> None:
    path = license_file(tmp_path / "생활_미용업.csv")
    with path.open("ab") as stream:
        stream.write(table("", [license_row(99, 0, 0)]).split(b"\r\n", 1)[1])
    done = importing(path, DISTRICT_CODE="30170", OPEN_ONLY=True)
    record = done.record()
    (entry,) = record["inputs"]
    assert entry["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (entry["rows"], entry["file"], entry["crs"]) == (13, path.name, "EPSG:5174")
    assert entry["encoding"] == "cp949" and entry["reasons"] == {"coordinates_zero": 1}
    assert record["parameters"]["DISTRICT_CODE"] == "30170" and record["parameters"]["OPEN_ONLY"] is True
    assert str(tmp_path) not in json.dumps(record, ensure_ascii=False)
    assert record["figures"] == {
        "READ": 13, "IMPORTED": 12, "REJECTED_ROWS": 1, "FILTERED": 0, "FILLED": 0, "FILES": 1,
    }  # fmt: skip


def test_as_a_step_of_a_model(importing, tmp_path) -> None:
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
        QgsProcessingModelParameter,
        QgsProcessingParameterFile,
    )

    model = QgsProcessingModelAlgorithm("import and buffer", "tests")
    model.addModelParameter(QgsProcessingParameterFile("file", "file"), QgsProcessingModelParameter("file"))
    value = QgsProcessingModelChildParameterSource
    first = QgsProcessingModelChildAlgorithm("seodistrict:importpublicdata")
    first.setChildId("import")
    first.addParameterSources("INPUT", [value.fromModelParameter("file")])
    first.addParameterSources("DISTRICT_CODE", [value.fromStaticValue("30170")])
    second = QgsProcessingModelChildAlgorithm("native:buffer")
    second.setChildId("buffer")
    second.addParameterSources("INPUT", [value.fromChildOutput("import", "OUTPUT")])
    second.addParameterSources("DISTANCE", [value.fromStaticValue(50)])
    output = QgsProcessingModelOutput("made", "made")
    output.setChildOutputName("OUTPUT")
    output.setChildId("buffer")
    second.setModelOutputs({"made": output})
    model.addChildAlgorithm(first)
    model.addChildAlgorithm(second)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    target = tmp_path / "made.gpkg"
    path = license_file(tmp_path / "생활_미용업.csv")
    results, fine = model.create().run({"file": str(path), "buffer:made": str(target)}, context, feedback, {}, False)
    assert fine, feedback.textLog()
    assert results["CHILD_RESULTS"]["import"]["IMPORTED"] == 12
    layer = opened(str(target))
    assert layer.featureCount() == 12 and layer.crs().authid() == "EPSG:5174"
