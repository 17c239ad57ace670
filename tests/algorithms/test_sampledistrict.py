"""The sample as an algorithm: what the folder holds, where it stands, what it replaces, what it refuses."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

LEIPZIG = "12.37,51.34 [EPSG:4326]"


@pytest.fixture(scope="module")
def one(provider, tmp_path_factory):
    """The tiny district with everything; (results, folder)."""
    import processing

    folder = tmp_path_factory.mktemp("예제 자료") / "one"
    given = {"PRESET": "tiny", "SEED": 1, "FOLDER": str(folder), "REPORT": str(folder.parent / "report.html")}
    return processing.run("seodistrict:sampledistrict", given), folder


def made(doors, folder: Path, **changes) -> dict:
    given = {"PRESET": "tiny", "SEED": 1, "RAW": False, "FOLDER": str(folder), **changes}
    return doors.run("sampledistrict", **{"OUTPUT": None, **given})


def told(folder: Path) -> dict:
    return json.loads((folder / "made_here.json").read_text(encoding="utf-8"))


def layer_of(folder: Path, name: str):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{folder / 'district.gpkg'}|layername={name}", name, "ogr")
    assert layer.isValid(), name
    return layer


# ---------------------------------------------------------------------- what is there
def test_the_folder_holds_what_the_city_holds(one) -> None:
    from seo_district_plugin.sample.city import make_city

    results, folder = one
    city = make_city("tiny", 1)
    for name, layer in city.layers.items():
        written = layer_of(folder, name)
        assert written.featureCount() == len(layer.frame), name
        assert [item.name() for item in written.fields() if item.name() != "fid"] == list(layer.frame.columns)
        assert written.isSpatial() == (layer.wkb is not None)
        assert not written.isSpatial() or written.crs().authid() == "EPSG:5186"
    assert {path.stem for path in folder.glob("*.tif")} == set(city.rasters)
    assert {path.stem for path in (folder / "truth").glob("*.csv")} >= set(city.truth)
    assert results["BUILDINGS"] == len(city.buildings) and results["PEOPLE"] == int(city.dong["pop"].sum())
    assert results["LAYER_COUNT"] == len(city.layers) + len(city.rasters)
    assert results["RAW_ROWS"] == 1_500
    assert [Path(item.split("|")[0]) for item in results["LAYERS"]] == [folder / "district.gpkg"] * len(city.layers)


def test_values_and_shapes_are_those_of_the_city(one) -> None:
    from seo_district_plugin.sample.city import make_city

    city, folder = make_city("tiny", 1), one[1]
    shops = city.layers["buildings"]
    rows = list(layer_of(folder, "buildings").getFeatures())
    for column in ("bld_id", "pnu", "use", "year", "area", "persons", "p06_12"):
        assert [row[column] for row in rows] == shops.frame[column].tolist(), column
    area = np.array([row.geometry().area() for row in rows])
    assert np.allclose(area, shops.frame["foot_m2"], rtol=0.02, atol=1.0)
    dem = city.rasters["dem"]
    from osgeo import gdal

    data = gdal.Open(str(folder / "dem.tif"))
    assert (data.ReadAsArray() == dem.array).all()
    assert data.GetGeoTransform()[::3] == (dem.x0, dem.y0)


def test_raw_files_are_those_of_the_registers(one) -> None:
    from seo_district_plugin.sample.city import make_city
    from seo_district_plugin.sample.registers import make_registers

    folder = one[1]
    registers = make_registers(make_city("tiny", 1), 1)
    for file in registers.files:
        assert (folder / "raw" / file.path).read_bytes() == file.content, file.path
    extra = {path.name for path in (folder / "raw").rglob("*") if path.is_file()} - {
        Path(file.path).name for file in registers.files
    }
    assert extra == {"SYNTHETIC.md"}
    assert {f"{name}.csv" for name in registers.truth} <= {path.name for path in (folder / "truth").iterdir()}


def test_it_says_that_it_is_synthetic(one) -> None:
    results, folder = one
    for text in ("README.txt", "raw/SYNTHETIC.md"):
        found = (folder / text).read_text(encoding="utf-8")
        assert "SYNTHETIC" in found and "합성 자료" in found
    assert told(folder)["synthetic"] is True
    page = Path(results["REPORT"]).read_text(encoding="utf-8")
    assert "synthetic" in page.lower()
    from qgis.core import QgsProject

    project = QgsProject()
    assert project.read(str(folder / "district.qgz"))
    assert "synthetic" in project.title()
    assert all("synthetic" in layer.name() for layer in project.mapLayers().values())


def test_the_project_opens_with_everything_in_groups_and_styled(one) -> None:
    from qgis.core import QgsProject

    from seo_district_plugin.sample.groups import GROUPS, SHOWN

    results, folder = one
    project = QgsProject()
    assert project.read(str(folder / "district.qgz"))
    root = project.layerTreeRoot()
    assert [node.name() for node in root.children()] == [title["en"] for _, title, _ in GROUPS]
    layers = project.mapLayers().values()
    assert len(layers) == results["LAYER_COUNT"] and all(layer.isValid() for layer in layers)
    assert len([node for node in root.findLayers() if node.itemVisibilityChecked()]) == len(SHOWN)
    for name in ("dong", "streets", "population_grid"):
        layer = layer_of(folder, name)
        assert layer.renderer().type() in ("categorizedSymbol", "graduatedSymbol"), name
    dong = layer_of(folder, "dong")
    values = {category.value() for category in dong.renderer().categories()}
    assert {feature["kind"] for feature in dong.getFeatures()} <= values
    streets = layer_of(folder, "streets")
    values = {category.value() for category in streets.renderer().categories()}
    assert {feature["class"] for feature in streets.getFeatures()} <= values
    assert all(item.alias() for item in streets.fields() if item.name() != "fid")


def test_every_field_and_layer_has_its_words() -> None:
    """A later layer needs its group, a later field its name in both languages."""
    from seo_district_plugin.sample.city import make_city
    from seo_district_plugin.sample.fields import FIELD_LABELS
    from seo_district_plugin.sample.groups import GROUPS, RICH_ONLY, SHOWN

    city = make_city("tiny", 1)
    grouped = [name for *_, names in GROUPS for name in names]
    assert sorted(grouped) == sorted([*city.layers, *city.rasters])
    assert set(RICH_ONLY) | set(SHOWN) <= set(grouped)
    fields = {column for layer in city.layers.values() for column in layer.frame.columns}
    assert fields == set(FIELD_LABELS)
    assert all(len(name) <= 10 and name == name.lower() for name in fields)


# ---------------------------------------------------------------------- the same again
def test_the_same_seed_gives_the_same_content(one, doors, tmp_path) -> None:
    made(doors, tmp_path / "again", RAW=True)
    made(doors, tmp_path / "other", RAW=True, SEED=2)
    assert told(tmp_path / "again") == told(one[1])
    first, other = told(one[1])["sha256"], told(tmp_path / "other")["sha256"]
    fixed = {key for key in first if first[key] == other.get(key)}  # tables of rules, and the label
    assert fixed <= {
        "raw/SYNTHETIC.md",
        "truth/regeneration_effect.csv",
        "truth/suitability_weights.csv",
        "truth/rates.csv",
        "district.gpkg|greenhouses",
    }
    for name, digest in first.items():
        if name.endswith((".csv", ".txt", ".md", ".zip", ".xlsx")):  # byte for byte
            for folder in (one[1], tmp_path / "again"):
                assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name


def test_the_language_changes_no_content(one, provider, in_korean, doors, tmp_path) -> None:
    made(doors, tmp_path / "ko", RAW=True)
    assert told(tmp_path / "ko") == told(one[1])
    assert layer_of(tmp_path / "ko", "schools").attributeAlias(2) == "명칭"


# ---------------------------------------------------------------------- poor, elsewhere
def test_the_poor_district_lacks_counts_and_gates_only(one, doors, tmp_path) -> None:
    made(doors, tmp_path / "poor", CASE="poor", RAW=True)
    lost = set(told(one[1])["sha256"]) - set(told(tmp_path / "poor")["sha256"])
    assert lost == {f"district.gpkg|{name}" for name in ("sensors", "sensor_counts", "floating", "school_gates")}
    rich, poor = told(one[1])["sha256"], told(tmp_path / "poor")["sha256"]
    assert {name for name in poor if poor[name] != rich[name]} == {"README.txt"}, "everything else is the same"


def test_it_can_stand_anywhere(one, doors, tmp_path) -> None:
    results = made(doors, tmp_path / "there", CENTER=LEIPZIG, RAW=True)
    assert results["RAW_ROWS"] == 0 and not (tmp_path / "there" / "raw").exists()
    assert "No raw files" in doors.log
    here, there = layer_of(one[1], "buildings"), layer_of(tmp_path / "there", "buildings")
    assert there.crs().authid() == "EPSG:32633"
    moved = np.array([[row["x"], row["y"]] for row in there.getFeatures()])
    first = np.array([[row["x"], row["y"]] for row in here.getFeatures()])
    assert np.allclose(moved - first, (moved - first)[0], atol=0.006), "one shift for all"
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    to = QgsCoordinateTransform(degrees, there.crs(), QgsProject.instance())
    center = to.transform(QgsPointXY(12.37, 51.34))
    assert abs(there.extent().center().x() - center.x()) < 1_000 and there.extent().contains(center)
    # A CRS alone: in Daejeon, in that CRS.
    made(doors, tmp_path / "utm", CRS="EPSG:32652")
    utm = layer_of(tmp_path / "utm", "dong")
    assert utm.crs().authid() == "EPSG:32652"
    back = QgsCoordinateTransform(utm.crs(), QgsCoordinateReferenceSystem("EPSG:5186"), QgsProject.instance())
    assert back.transform(utm.extent().center()).distance(layer_of(one[1], "dong").extent().center()) < 100


def test_places_that_cannot_be(doors, tmp_path) -> None:
    given = {"PRESET": "tiny", "FOLDER": str(tmp_path / "x"), "RAW": False}
    doors.refused_everywhere("sampledistrict", "CRS", "EPSG:4326", "meters", **given, CRS="EPSG:4326")
    doors.refused_everywhere("sampledistrict", "EPSG:25833", "1 %", **given, CRS="EPSG:25833")
    doors.refused_everywhere("sampledistrict", "1 %", **given, CRS="EPSG:5186", CENTER=LEIPZIG)
    doors.refused_everywhere("sampledistrict", "CENTER", **given, CENTER="somewhere")
    doors.refused_everywhere("sampledistrict", "EPSG:4326", **given, CENTER="12.37,51.34")
    assert not (tmp_path / "x").exists()


# ---------------------------------------------------------------------- what is replaced and what is not
def test_a_folder_of_somebody_else_is_left_alone(doors, tmp_path, everything_in) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    before = everything_in(tmp_path)
    doors.refused_everywhere("sampledistrict", "holds something else", PRESET="tiny", FOLDER=str(tmp_path / "mine"))
    doors.refused_everywhere(
        "sampledistrict", "holds something else", PRESET="tiny", FOLDER=str(tmp_path / "mine" / "letter.txt")
    )
    doors.refused_everywhere("sampledistrict", "does not exist", PRESET="tiny", FOLDER=str(tmp_path / "no" / "where"))
    assert everything_in(tmp_path) == before


def test_an_earlier_sample_is_replaced_as_a_whole(doors, tmp_path) -> None:
    made(doors, tmp_path / "s")
    (tmp_path / "s" / "added.txt").write_text("by hand", encoding="utf-8")
    made(doors, tmp_path / "s", SEED=2)
    assert not (tmp_path / "s" / "added.txt").exists()
    assert told(tmp_path / "s")["seed"] == 2
    assert [path.name for path in tmp_path.iterdir()] == ["s"], "nothing is left beside it"


def test_outputs_inside_the_folder_are_refused(doors, tmp_path) -> None:
    made(doors, tmp_path / "s")
    inside = str(tmp_path / "s" / "report.html")
    doors.refused_everywhere(
        "sampledistrict", "REPORT", "FOLDER", "anew", PRESET="tiny", FOLDER=str(tmp_path / "s"), REPORT=inside
    )
    beside = {"PRESET": "tiny", "FOLDER": str(tmp_path / "s"), "REPORT": str(tmp_path / "s2.html")}
    assert not doors.check("sampledistrict", **beside)


def test_a_run_that_fails_leaves_the_old_folder(doors, tmp_path, everything_in, monkeypatch) -> None:
    from seo_district_plugin.algorithms import finish

    made(doors, tmp_path / "s")
    before = everything_in(tmp_path)

    def full(record):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(finish, "record_text", full)
        text = doors.refused("sampledistrict", PRESET="tiny", SEED=2, RAW=False, FOLDER=str(tmp_path / "s"))
    assert "Nothing that was there has been changed" in text
    assert everything_in(tmp_path) == before


def test_the_record_stands_in_the_folder(one) -> None:
    record = json.loads((one[1] / "run.json").read_text(encoding="utf-8"))
    assert record["algorithm"] == "sampledistrict" and record["parameters"]["SEED"] == 1
    entry = next(item for item in record["outputs"] if item["parameter"] == "FOLDER")
    assert entry["files"] == told(one[1])["sha256"]
    assert str(one[1].parent) not in json.dumps(record, ensure_ascii=False)
