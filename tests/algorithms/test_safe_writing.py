"""Whatever goes wrong while writing, what was there stays as it was, and nothing half made is left behind."""

from __future__ import annotations

import contextlib
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ENDINGS = [".gpkg", ".shp", ".geojson", ".fgb", ".csv"]
TEXT = "an old file that must not be touched"


def _outputs(folder: Path, ending: str = ".gpkg") -> dict[str, str]:
    names = {"OUTPUT": f"out{ending}", "REJECTED": f"rejected{ending}", "REPORT": "r.html", "RUN_RECORD": "r.json"}
    return {name: str(folder / file) for name, file in names.items()}


def _old_files(outputs: dict[str, str]) -> None:
    for path in outputs.values():
        Path(path).write_text(TEXT, encoding="utf-8")


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only an administrator can mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder that refuses everyone: a read-only mount for the administrator, permission bits for others."""
    folder = tmp_path / "read only"
    folder.mkdir()
    (folder / "out.gpkg").write_text(TEXT, encoding="utf-8")
    if os.geteuid() != 0:
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
        return
    mounted = subprocess.run(
        ["mount", "--bind", "-o", "ro", str(folder), str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no mounts here, and permission bits do not bind the administrator")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@contextlib.contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """No file may grow beyond ``size`` bytes meanwhile: what a full disk does, without a disk."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


# ------------------------------------------------------------------ folders
def test_a_read_only_folder_is_refused_before_anything_is_computed(make, doors, read_only, everything_in) -> None:
    before = everything_in(read_only)
    given = {"DISTRICT": make.district(), "OUTPUT": str(read_only / "out.gpkg")}
    doors.refused_everywhere("districtgrid", str(read_only), "Choose another one", **given)
    assert everything_in(read_only) == before


@pytest.mark.parametrize("parameter", ["OUTPUT", "REJECTED", "REPORT", "RUN_RECORD"])
def test_every_output_is_looked_at(make, doors, parameter) -> None:
    given = {"DISTRICT": make.district()}
    doors.refused_everywhere("districtgrid", "/proc", **{**given, parameter: "/proc/out.gpkg"})
    doors.refused_everywhere("districtgrid", "does not exist", **{**given, parameter: str(make.folder / "no/out.gpkg")})
    (make.folder / "file").write_text(TEXT, encoding="utf-8")
    doors.refused_everywhere(
        "districtgrid", "does not exist", **{**given, parameter: str(make.folder / "file/out.gpkg")}
    )
    (make.folder / "folder.gpkg").mkdir()
    doors.refused_everywhere("districtgrid", "is a folder", **{**given, parameter: str(make.folder / "folder.gpkg")})


def test_two_outputs_into_one_file_are_refused(make, doors) -> None:
    same = str(make.folder / "same.gpkg")
    given = {"DISTRICT": make.district(), "OUTPUT": same, "REJECTED": f"{make.folder}/./same.gpkg"}
    doors.refused_everywhere("districtgrid", "OUTPUT", "REJECTED", same, **given)


def test_an_output_over_an_input_is_refused(make, doors, md5) -> None:
    district, cells, points = (
        make.file(layer, f"{layer.name()}.gpkg") for layer in (make.district(), make.cells(), make.points())
    )
    before = md5(district)
    doors.refused_everywhere("districtgrid", "DISTRICT", "OUTPUT", district, DISTRICT=district, OUTPUT=district)
    given = {"ZONES": cells, "LAYERS": [points], "OUTPUT": points}
    doors.refused_everywhere("zonefeatures", "LAYERS", "OUTPUT", points, **given)
    assert md5(district) == before


def test_a_geopackage_with_other_tables_is_not_replaced(make, doors, md5) -> None:
    path = make.file(make.district(), "mine.gpkg")
    target = make.folder / "out.gpkg"
    os.replace(path, target)  # holds the table "mine", not "out"
    before = md5(target)
    words = ["mine", "would be lost", "dbname="]
    doors.refused_everywhere("districtgrid", *words, DISTRICT=make.district(), OUTPUT=str(target))
    assert md5(target) == before


@pytest.mark.parametrize("ending", [".xyz", ".doc"])
def test_an_unknown_format_is_an_error_that_leaves_nothing(make, doors, everything_in, ending) -> None:
    before = everything_in(make.folder)
    target = str(make.folder / f"out{ending}")
    doors.refused_everywhere("districtgrid", f"'{ending}'", ".gpkg", DISTRICT=make.district(), OUTPUT=target)
    assert everything_in(make.folder) == before


# ------------------------------------------------------------------ good runs, as the measure of the bad ones
@pytest.mark.parametrize("ending", ENDINGS)
def test_old_files_are_replaced_by_complete_new_ones(make, doors, ending) -> None:
    from qgis.core import QgsVectorLayer

    outputs = _outputs(make.folder, ending)
    for _ in range(2):
        doors.run("districtgrid", DISTRICT=make.district(), **outputs)
        assert QgsVectorLayer(outputs["OUTPUT"], "cells", "ogr").featureCount() == 100
    assert not [path for path in make.folder.iterdir() if path.name.startswith(".") or "partial" in path.name]
    assert TEXT not in Path(outputs["REPORT"]).read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [".GPKG", ".SHP", ".GeoJSON", ".kml", ".gml", ".xlsx", ".ods", ".tab", ".geojsonl"])
def test_other_formats_and_capital_letters_work_too(make, doors, ending) -> None:
    from qgis.core import QgsVectorLayer

    outputs = _outputs(make.folder, ending)
    for _ in range(2):
        result = doors.run("districtgrid", DISTRICT=make.district(), SIZE=250, **outputs)
        assert Path(result["OUTPUT"].split("|")[0]).is_file()
        assert QgsVectorLayer(result["OUTPUT"], "cells", "ogr").featureCount() == 16
        assert "could not be saved" not in doors.log
    assert not [path for path in make.folder.iterdir() if path.name.startswith(".") or "-new-" in path.name]


@pytest.mark.parametrize("ending", [".dxf", ".gpx"])
def test_a_format_that_cannot_hold_cells_says_so(make, doors, everything_in, ending) -> None:
    before = everything_in(make.folder)
    target = str(make.folder / f"out{ending}")
    text = doors.refused("districtgrid", DISTRICT=make.district(), OUTPUT=target)
    assert target in text and "the format unable to hold it" in text and "not" in text.split("(")[-1]
    assert everything_in(make.folder) == before


def test_a_table_goes_beside_others_when_a_database_is_named(make, doors, everything_in) -> None:
    from qgis.core import QgsVectorLayer

    path = make.file(make.points(), "data.gpkg")
    doors.run("districtgrid", DISTRICT=make.district(), OUTPUT=f"ogr:dbname='{path}' table=\"cells\" (geom)")
    assert QgsVectorLayer(f"{path}|layername=cells", "cells", "ogr").featureCount() == 100
    assert QgsVectorLayer(f"{path}|layername=data", "data", "ogr").featureCount() == 40


# ------------------------------------------------------------------ errors in the middle
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_error_in_the_run_leaves_old_files_as_they_are(make, doors, everything_in, ending) -> None:
    outputs = _outputs(make.folder, ending)
    _old_files(outputs)
    before = everything_in(make.folder)
    cells = make.cells(values=lambda i: [None, float(i), "x"])
    doors.refused("suitabilityscore", INPUT=cells, FIELDS=["a"], **outputs)
    assert everything_in(make.folder) == before


@pytest.mark.parametrize("size", [20, 60_000, 100_000, 130_000, 150_000])
@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".geojson"])
def test_a_full_disk_is_said_and_nothing_is_lost(make, doors, everything_in, ending, size) -> None:
    outputs = _outputs(make.folder, ending)
    _old_files(outputs)
    district = make.district()
    before = everything_in(make.folder)
    with files_up_to(size):
        text = doors.refused("districtgrid", DISTRICT=district, SIZE=20, **outputs)
    assert "disk may be full" in text
    assert "Nothing that was there has been changed" in text
    assert everything_in(make.folder) == before


@pytest.mark.parametrize("size", [300_000, 1_000_000, 3_000_000])
def test_a_disk_that_fills_up_at_the_report_is_said_too(make, doors, everything_in, size) -> None:
    outputs = _outputs(make.folder)
    _old_files(outputs)
    cells = make.cells()
    before = everything_in(make.folder)
    with files_up_to(size):
        text = doors.refused("suitabilityscore", INPUT=cells, FIELDS=["a", "b"], DRAWS=20, **outputs)
    assert "r.html" in text and "disk may be full" in text
    assert everything_in(make.folder) == before


def test_a_really_full_disk(make, doors, tiny_disk, everything_in) -> None:
    target = tiny_disk / "out.gpkg"
    target.write_bytes(b"old" * 20_000)
    before = everything_in(tiny_disk)
    text = doors.refused("districtgrid", DISTRICT=make.district(), SIZE=10, OUTPUT=str(target))
    assert "disk may be full" in text and "out.gpkg" in text
    assert everything_in(tiny_disk) == before


def _stopping_at(percent: float):
    """A feedback that is cancelled when the progress reaches a value."""
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda value: feedback.cancel() if value >= percent else None)
    return feedback


@pytest.mark.parametrize("percent", [1, 15, 40, 70, 90, 96, 97])
def test_cancel_at_any_time_leaves_old_files_as_they_are(make, doors, everything_in, percent) -> None:
    from qgis.core import QgsProcessingException

    outputs = _outputs(make.folder)
    _old_files(outputs)
    before = everything_in(make.folder)
    parameters = {"INPUT": make.cells(20), "FIELDS": ["a", "b"], "DRAWS": 20, **outputs}
    with pytest.raises(QgsProcessingException) as caught:
        doors.run("suitabilityscore", _stopping_at(percent), **parameters)
    assert "Stopped. Nothing that was there has been changed." in str(caught.value)
    assert everything_in(make.folder) == before


def test_cancel_when_all_is_complete_comes_too_late_and_harms_nothing(make, doors) -> None:
    from qgis.core import QgsVectorLayer

    outputs = _outputs(make.folder)
    _old_files(outputs)
    doors.run("districtgrid", _stopping_at(99), DISTRICT=make.district(), **outputs)
    assert QgsVectorLayer(outputs["OUTPUT"], "cells", "ogr").featureCount() == 100
    assert {path.name for path in make.folder.iterdir()} == {"out.gpkg", "rejected.gpkg", "r.html", "r.json"}


def test_a_cancelled_run_can_be_run_again(make, doors) -> None:
    from qgis.core import QgsProcessingContext, QgsProcessingException

    algorithm = doors.algorithm("districtgrid")
    parameters = {"DISTRICT": make.district(), "OUTPUT": "memory:"}
    with pytest.raises(QgsProcessingException):
        algorithm.create().run(parameters, QgsProcessingContext(), _stopping_at(10), {}, False)
    results, fine = algorithm.create().run(parameters, QgsProcessingContext(), doors.feedback())
    assert fine and results["CELLS"] == 100


# ------------------------------------------------------------------ open elsewhere
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode=WAL")
if sys.argv[2] == "reading":
    connection.execute("BEGIN")
connection.execute("SELECT count(*) FROM gpkg_contents").fetchall()
if sys.argv[2] == "writing":
    connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def held() -> Iterator[Callable[[str, str], subprocess.Popen]]:
    """Return a function that opens a GeoPackage in another process, as QGIS does, until its input is closed."""
    processes = []

    def hold(path: str, how: str) -> subprocess.Popen:
        command = [sys.executable if Path(sys.executable).is_file() else "python3", "-c", HOLD, path, how]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        processes.append(process)
        assert process.stdout.readline() == "held\n"
        return process

    yield hold
    for process in processes:
        process.communicate()


@pytest.mark.parametrize("how", ["idle", "reading", "writing"])
def test_a_geopackage_open_elsewhere_is_kept_and_so_is_the_result(make, doors, md5, held, how) -> None:
    from qgis.core import QgsVectorLayer

    target = make.folder / "out 결과.gpkg"
    doors.run("districtgrid", DISTRICT=make.district(), SIZE=500, OUTPUT=str(target))
    process = held(str(target), how)
    before = md5(target)
    text = doors.refused(
        "districtgrid", DISTRICT=make.district(), OUTPUT=str(target), REPORT=str(make.folder / "r.html")
    )
    assert str(target) in text and "open in another program" in text
    assert md5(target) == before
    kept = Path(text.split("kept as ")[1].strip())
    assert kept.is_file() and kept != target
    process.communicate()
    assert QgsVectorLayer(str(target), "old", "ogr").featureCount() == 4
    assert QgsVectorLayer(str(kept), "new", "ogr").featureCount() == 100


def test_a_geopackage_held_by_qgis_itself_is_not_replaced_under_it(make, doors, md5) -> None:
    """The layer is open in this very process, as after a run in the desktop that loaded its result."""
    from qgis.core import QgsVectorLayer

    target = make.folder / "out.gpkg"
    doors.run("districtgrid", DISTRICT=make.district(), SIZE=500, OUTPUT=str(target))
    layer = QgsVectorLayer(str(target), "open", "ogr")
    assert len(list(layer.getFeatures())) == 4
    iterator = layer.getFeatures()
    next(iterator)
    try:
        doors.run("districtgrid", DISTRICT=make.district(), OUTPUT=str(target))
        replaced = True
    except Exception as problem:  # noqa: BLE001
        assert "open in another program" in str(problem)
        replaced = False
    del iterator
    fresh = QgsVectorLayer(str(target), "fresh", "ogr")
    assert fresh.featureCount() == (100 if replaced else 4)


def test_a_leftover_journal_of_a_crashed_program_does_not_spoil_the_new_file(make, doors) -> None:
    """A write-ahead log beside the old file belongs to the old file and must not be applied to the new one."""
    import shutil
    import sqlite3

    from qgis.core import QgsVectorLayer

    target = make.folder / "out.gpkg"
    doors.run("districtgrid", DISTRICT=make.district(), SIZE=500, OUTPUT=str(target))
    connection = sqlite3.connect(str(target), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("UPDATE gpkg_contents SET description='changed'")
    log = Path(f"{target}-wal")
    copies = [(path, path.with_name(path.name + ".copy")) for path in (target, log)]
    for path, copy in copies:
        shutil.copy(path, copy)
    connection.close()
    for path, copy in copies:
        os.replace(copy, path)
    assert log.stat().st_size > 0
    doors.run("districtgrid", DISTRICT=make.district(), OUTPUT=str(target))
    assert QgsVectorLayer(str(target), "new", "ogr").featureCount() == 100
    assert sqlite3.connect(str(target)).execute("PRAGMA integrity_check").fetchall() == [("ok",)]


# ------------------------------------------------------------------ tables inside a database
def _table(path: Path | str, name: str) -> str:
    return f"ogr:dbname='{path}' table=\"{name}\" (geom)"


def _rows(path: Path | str, statement: str) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(statement).fetchall()


def _content(path: Path | str) -> dict[str, list]:
    """All rows of all tables, the indexes and the catalogs of a GeoPackage among them."""
    names = [row[0] for row in _rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(_rows(path, f'SELECT * FROM "{name}"'), key=repr) for name in names}


@pytest.fixture
def database(make, doors) -> Path:
    """A GeoPackage with the tables ``data`` and, styled and described, ``old``; no other file is in the folder."""
    path = Path(make.file(make.points(), "data.gpkg"))
    doors.run("districtgrid", DISTRICT=make.district(), OUTPUT=_table(path, "old"))
    assert _rows(path, "SELECT count(*) FROM old") == [(100,)]
    assert list(make.folder.iterdir()) == [path]
    return path


@pytest.mark.parametrize("percent", [15, 90, 95, 96, 97, 98])
def test_cancel_leaves_the_old_table(make, doors, database, percent) -> None:
    from qgis.core import QgsProcessingException

    before = _content(database)
    outputs = {"OUTPUT": _table(database, "old"), "CRITERIA_OUT": _table(database, "criteria")}
    outputs["REPORT"] = str(make.folder / "r.html")
    given = {"INPUT": make.cells(20), "FIELDS": ["a", "b"], "DRAWS": 20}
    with pytest.raises(QgsProcessingException, match="Nothing that was there has been changed"):
        doors.run("suitabilityscore", _stopping_at(percent), **given, **outputs)
    assert _content(database) == before
    assert list(make.folder.iterdir()) == [database]


@pytest.mark.parametrize("size", [60_000, 130_000, 200_000, 300_000])
def test_a_full_disk_leaves_the_old_table(make, doors, database, size) -> None:
    before = _content(database)
    district = make.district()
    with files_up_to(size):
        text = doors.refused("districtgrid", DISTRICT=district, SIZE=10, OUTPUT=_table(database, "old"))
    assert "Nothing that was there has been changed" in text or "stays as it was" in text
    assert _content(database) == before


def test_a_disk_that_fills_up_while_the_table_is_replaced(make, doors, database, monkeypatch) -> None:
    """The last step of all: the old table is out, half of the new one is in, and the disk is full."""
    from seo_district_plugin.layers import destinations, tables

    before = _content(database)
    replace = tables.replace_table

    def on_a_full_disk(*arguments) -> None:
        with files_up_to(database.stat().st_size + 50_000):
            replace(*arguments)

    monkeypatch.setattr(destinations, "replace_table", on_a_full_disk)
    text = doors.refused("districtgrid", DISTRICT=make.district(), SIZE=10, OUTPUT=_table(database, "old"))
    assert str(database) in text and "stays as it was" in text
    assert _content(database) == before
    kept = Path(text.split("kept as ")[1].strip())
    assert _rows(kept, "SELECT count(*) FROM old") == [(10_000,)]


def test_a_table_is_replaced_whole_with_style_and_record(make, doors, database) -> None:
    import json

    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.record import changed_outputs

    data = _rows(database, "SELECT * FROM data")
    given = {"SIZE": 250, "OUTPUT": _table(database, "OLD"), "RUN_RECORD": str(make.folder / "r.json")}
    given["REPORT"] = str(make.folder / "r.html")
    result = doors.run("districtgrid", DISTRICT=make.district(), **given)
    assert result["OUTPUT"] == f"{database}|layername=OLD"
    layer = QgsVectorLayer(result["OUTPUT"], "x", "ogr")
    assert layer.featureCount() == 16 and len(list(layer.getFeatures())) == 16
    assert layer.fields()[1].alias() != ""
    assert json.loads(layer.metadata().history()[0])["algorithm"] == "districtgrid"
    assert layer.dataProvider().hasSpatialIndex() == layer.dataProvider().SpatialIndexPresent
    assert _rows(database, "SELECT * FROM data") == data
    names = [row[0].lower() for row in _rows(database, "SELECT table_name FROM gpkg_contents")]
    assert sorted(name for name in names if name != "layer_styles") == ["data", "old"]
    assert _rows(database, "PRAGMA integrity_check") == [("ok",)]
    record = json.loads((make.folder / "r.json").read_text(encoding="utf-8"))
    assert [entry["file"] for entry in record["outputs"] if entry.get("table") == "OLD"] == ["data.gpkg"]
    assert changed_outputs(record, make.folder) == []
    assert {path.name for path in make.folder.iterdir()} == {"data.gpkg", "r.json", "r.html"}


def test_several_tables_go_into_a_new_database_at_a_strange_path(make, doors, strange) -> None:
    from qgis.core import QgsVectorLayer

    folder = make.folder / strange
    folder.mkdir()
    path = folder / "새 100% 'a'.gpkg"
    quoted = str(path).replace("'", "\\'")
    given = {"INPUT": make.cells(), "FIELDS": ["a", "b"]}
    outputs = {"OUTPUT": _table(quoted, "점수 x"), "CRITERIA_OUT": _table(quoted, "기준")}
    for _ in range(2):
        doors.run("suitabilityscore", **given, **outputs)
        for name, count in (("점수 x", 16), ("기준", 2)):
            layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
            assert layer.featureCount() == count, name
            assert layer.metadata().history()
            del layer
        assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("how", ["idle", "reading", "writing"])
def test_a_database_open_elsewhere(make, doors, database, held, how) -> None:
    before = _content(database)
    process = held(str(database), how)
    given = {"DISTRICT": make.district(), "SIZE": 250, "OUTPUT": _table(database, "old")}
    if how == "writing":
        text = doors.refused("districtgrid", **given)
        assert str(database) in text and "open in another program" in text
        kept = Path(text.split("kept as ")[1].strip())
        assert _rows(kept, "SELECT count(*) FROM old") == [(16,)]
        process.communicate()
        assert _content(database) == before
    else:
        doors.run("districtgrid", **given)
        process.communicate()
        assert _rows(database, "SELECT count(*) FROM old") == [(16,)]


# ------------------------------------------------------------------ what only QGIS can write to
@pytest.fixture
def direct(make, doors) -> str:
    """A table of another kind of database, which stands for a server here: written directly."""
    target = _table(make.folder / "x.sqlite", "old")
    doors.run("districtgrid", DISTRICT=make.district(), SIZE=250, OUTPUT=target)
    assert _rows(make.folder / "x.sqlite", "SELECT count(*) FROM old") == [(16,)]
    return target


@pytest.mark.parametrize("percent", [90, 96, 97])
def test_a_server_is_not_touched_while_the_run_can_be_stopped(make, doors, direct, md5, percent) -> None:
    from qgis.core import QgsProcessingException

    before = md5(make.folder / "x.sqlite")
    with pytest.raises(QgsProcessingException, match="Nothing that was there has been changed"):
        doors.run("districtgrid", _stopping_at(percent), DISTRICT=make.district(), OUTPUT=direct)
    assert md5(make.folder / "x.sqlite") == before


def test_a_server_is_written_when_the_report_is_complete(make, doors, direct, md5) -> None:
    report = make.folder / "r.html"
    before = md5(make.folder / "x.sqlite")
    given = {"DISTRICT": make.district(), "OUTPUT": direct, "REPORT": str(report)}
    with files_up_to(5_000):  # the report is larger
        assert "r.html" in doors.refused("districtgrid", **given)
    assert md5(make.folder / "x.sqlite") == before
    doors.run("districtgrid", **given)
    assert _rows(make.folder / "x.sqlite", "SELECT count(*) FROM old") == [(100,)]
    assert "data:image/png;base64" in report.read_text(encoding="utf-8")  # the map, drawn before anything is written


def test_a_server_that_fails_may_have_been_changed_and_that_is_said(make, doors, direct) -> None:
    before = {path.name for path in make.folder.iterdir()}
    given = {"DISTRICT": make.district(), "SIZE": 10, "OUTPUT": direct, "REJECTED": str(make.folder / "rejected.csv")}
    with files_up_to(100_000):
        text = doors.refused("districtgrid", **given)
    assert "may have been changed" in text and "Nothing that was there" not in text
    assert {path.name for path in make.folder.iterdir()} - {"x.sqlite-journal"} == before


def test_no_password_gets_into_messages_record_or_report(make, doors) -> None:
    address = "dbname='gisX' host=127.0.0.1 port=1 user='userX' password='secretX' table=\"s\".\"t\" (geom)"
    report, record = make.folder / "r.html", make.folder / "r.json"
    given = {"DISTRICT": make.district(name=f"postgres://{address}"), "REPORT": str(report), "RUN_RECORD": str(record)}
    text = doors.refused("districtgrid", **given, OUTPUT=f"postgres://{address}")
    assert "s.t" in text and "may have been changed" in text
    doors.run("districtgrid", **given)
    for said in (text, report.read_text(encoding="utf-8"), record.read_text(encoding="utf-8")):
        for word in ("gisX", "userX", "secretX"):
            assert word not in said


def test_a_layer_in_memory_stands_in_the_record_by_its_title(make, doors) -> None:
    import json

    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    record = make.folder / "r.json"
    layer = make.cells(name="칸 2024")
    doors.run("suitabilityscore", INPUT=layer, FIELDS=["a", "b"], RUN_RECORD=str(record))
    assert json.loads(record.read_text(encoding="utf-8"))["parameters"]["INPUT"] == "칸 2024"
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds([1, 2, 3, 4])
    try:
        given = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        doors.run("suitabilityscore", INPUT=given, FIELDS=["a", "b"], RUN_RECORD=str(record))
    finally:
        QgsProject.instance().removeMapLayer(layer)
    kept = json.loads(record.read_text(encoding="utf-8"))["parameters"]
    assert kept["INPUT"] == {"source": "칸 2024", "selected": True}


# ------------------------------------------------------------------ names
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_path_may_be_strange(make, doors, strange, ending) -> None:
    from qgis.core import QgsVectorLayer

    make.folder = make.folder / strange
    district = make.file(make.district(), "구 '경계' 100%.gpkg")
    target = make.folder / f"결과 'a' 50% b{ending}"
    report, record = make.folder / "보고 100% 'x'.html", make.folder / '기록 "y" %d.json'
    given = {"DISTRICT": district, "OUTPUT": str(target), "REPORT": str(report), "RUN_RECORD": str(record)}
    for _ in range(2):  # the second time over the first
        result = doors.run("districtgrid", **given, REJECTED=str(make.folder / f"거부 %s{ending}"))
        assert QgsVectorLayer(result["OUTPUT"], "cells", "ogr").featureCount() == 100
    assert report.is_file() and record.is_file()
    assert result["OUTPUT"] == str(target)


def test_tables_and_layers_at_strange_paths_are_read(make, doors, strange) -> None:
    make.folder = make.folder / strange
    zones, shops = make.file(make.cells(), "칸 'a' 10%.gpkg"), make.file(make.points(), '가게 "b" %s.shp')
    recipe = make.folder / "표 100% 'r'.csv"
    recipe.write_text("layer,measure,radius,name\n#1,count,,n\n", encoding="utf-8-sig")
    result = doors.run("zonefeatures", ZONES=zones, LAYERS=[shops], FEATURES=str(recipe))["OUTPUT"]
    assert sum(feature["n"] for feature in result.getFeatures()) == 40


def test_the_record_keeps_what_was_typed_and_no_folder(make, doors) -> None:
    import json

    cells = make.file(make.cells(), "칸 50%.gpkg")
    rule, comparisons = '"a" / 2 > 7', "1,1/3; 3,1"
    record = make.folder / "r.json"
    given = {"INPUT": cells, "FIELDS": ["a", "b"], "EXCLUDE": rule, "PAIRWISE": comparisons, "RUN_RECORD": str(record)}
    doors.run("suitabilityscore", **given)
    kept = json.loads(record.read_text(encoding="utf-8"))["parameters"]
    assert (kept["EXCLUDE"], kept["PAIRWISE"], kept["INPUT"]) == (rule, comparisons, "칸 50%.gpkg")
    assert str(make.folder) not in record.read_text(encoding="utf-8")


def test_names_without_ending_and_relative_names(make, doors, monkeypatch) -> None:
    monkeypatch.chdir(make.folder)
    doors.run("districtgrid", DISTRICT=make.district(), OUTPUT="결과", REPORT="r.html")
    assert (make.folder / "결과.gpkg").is_file()
    assert (make.folder / "r.html").is_file()
