"""Where results go: what counts as a file, what is refused, and how files are put in place or taken back."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture
def destinations(qgis_app):
    """The module under test."""
    from seo_district_plugin.layers import destinations

    return destinations


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TEMPORARY_OUTPUT",
        "memory:",
        "memory:name",
        "ogr:dbname='/a/b.gpkg' table=\"t\" (geom)",
        "postgres://dbname='x' host='y'",
        "postgis:dbname=x",
    ],
)
def test_what_is_no_plain_file(destinations, text) -> None:
    assert destinations.file_target(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("/a/b.gpkg", "b.gpkg"), ("/a/b", "b.gpkg"), ("b.shp", "b.shp"), ("/a/'b' 100%.csv", "'b' 100%.csv"), ("/a/한글", "한글.gpkg")],
)
def test_what_is_a_plain_file(destinations, text, name) -> None:
    found = destinations.file_target(text)
    assert found.name == name and found.is_absolute()


def test_a_windows_path_is_no_database(destinations) -> None:
    assert destinations.file_target("C:\\data\\out.gpkg") is not None
    assert destinations.file_target("C:/data/out.gpkg") is not None


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(blacklist_characters="/\\\0|", blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20))
def test_any_name_with_an_ending_is_taken_as_it_is(qgis_app, name) -> None:
    from seo_district_plugin.layers.destinations import file_target

    if "dbname=" not in name:
        assert file_target(f"/folder/{name}.gpkg") == Path(f"/folder/{name}.gpkg")


def test_what_is_wrong_with_a_target(destinations, tmp_path) -> None:
    problem = destinations.target_problem
    assert problem(tmp_path / "new.gpkg") is None
    assert "does not exist" in problem(tmp_path / "no" / "new.gpkg")
    assert "is a folder" in problem(tmp_path)
    assert "/proc" in problem(Path("/proc/new.gpkg"))
    assert "%20" in problem(tmp_path / "a%20b.gpkg")
    assert problem(tmp_path / "100% b.gpkg") is None
    assert problem(tmp_path / "a%20b.shp") is None
    assert list(tmp_path.iterdir()) == []


def test_a_geopackage_that_is_none_can_be_replaced(destinations, tmp_path) -> None:
    path = tmp_path / "x.gpkg"
    path.write_text("no database", encoding="utf-8")
    assert destinations.target_problem(path) is None
    with sqlite3.connect(tmp_path / "y.gpkg") as connection:
        connection.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
        connection.executemany("INSERT INTO gpkg_contents VALUES (?)", [("y",), ("layer_styles",)])
    assert destinations.target_problem(tmp_path / "y.gpkg") is None
    with sqlite3.connect(tmp_path / "y.gpkg") as connection:
        connection.execute("INSERT INTO gpkg_contents VALUES ('other')")
    assert "other" in destinations.target_problem(tmp_path / "y.gpkg")


# ------------------------------------------------------------------ putting in place
@pytest.fixture
def pending(destinations, tmp_path):
    """Return a function that makes a written result for a target, of the named files."""

    def make(target: str, *names: str):
        folder = tmp_path / ".written"
        folder.mkdir()
        for name in names:
            (folder / name).write_text("new", encoding="utf-8")
        return destinations._Pending(tmp_path / target, folder, str(folder / target))

    return make


def _content(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.is_file()}


def test_all_parts_of_a_shapefile_go_together_and_old_indexes_go_away(destinations, pending, tmp_path) -> None:
    for name in ("x.shp", "x.shx", "x.dbf", "x.qix", "x.txt", "xy.shp"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    destinations._put_in_place(pending("x.shp", "x.shp", "x.shx", "x.dbf", "x.qml"))
    assert _content(tmp_path) == {
        "x.shp": "new", "x.shx": "new", "x.dbf": "new", "x.qml": "new", "x.txt": "old", "xy.shp": "old"
    }  # fmt: skip
    assert not (tmp_path / ".written").exists()


def test_a_table_named_shp_becomes_a_dbf_and_takes_the_old_shapes_away(destinations, pending, tmp_path) -> None:
    for name in ("x.shp", "x.shx", "x.dbf"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    destinations._put_in_place(pending("x.shp", "x.dbf", "x.cpg"))
    assert _content(tmp_path) == {"x.dbf": "new", "x.cpg": "new"}


@pytest.mark.parametrize("failing", ["x.shp", "x.dbf", "x.qix", "x.shx"])
def test_when_one_part_cannot_be_moved_all_is_as_before(destinations, pending, tmp_path, monkeypatch, failing) -> None:
    for name in ("x.shp", "x.shx", "x.dbf", "x.qix"):
        (tmp_path / name).write_text("old", encoding="utf-8")
    made = pending("x.shp", "x.shp", "x.shx", "x.dbf")
    replace = os.replace

    def refuse(source, place):
        # A file that another program has open, as Windows treats it: neither moved away nor replaced.
        if tmp_path / failing in (Path(source), Path(place)) and (tmp_path / failing).exists():
            raise PermissionError(13, "open elsewhere")
        replace(source, place)

    monkeypatch.setattr(destinations.os, "replace", refuse)
    with pytest.raises(PermissionError):
        destinations._put_in_place(made)
    assert _content(tmp_path) == {name: "old" for name in ("x.shp", "x.shx", "x.dbf", "x.qix")}
    assert _content(tmp_path / ".written") == {name: "new" for name in ("x.shp", "x.shx", "x.dbf")}
    kept = destinations._kept(made)
    assert kept.read_text(encoding="utf-8") == "new" and not kept.parent.name.startswith(".")


def test_a_file_that_is_locked_is_not_replaced_and_the_others_are(destinations, tmp_path) -> None:
    from qgis.core import QgsProcessingContext

    one, two = tmp_path / "one.json", tmp_path / "two.json"
    for path in (one, two):
        path.write_text("old", encoding="utf-8")
    made = destinations.Destinations(None, {}, QgsProcessingContext())
    for path in (one, two):
        destinations.write_text(made.new_file_at(path), "new")
    one.unlink()
    one.mkdir()  # cannot be replaced by a file
    with pytest.raises(destinations.WriteError) as caught:
        made.commit()
    assert str(one) in str(caught.value) and str(two) not in str(caught.value)
    assert two.read_text(encoding="utf-8") == "new"
    kept = Path(str(caught.value).split("kept as ")[1])
    assert kept.read_text(encoding="utf-8") == "new"
    made.discard()
    assert kept.is_file()


def test_what_is_dropped_leaves_nothing(destinations, tmp_path) -> None:
    from qgis.core import QgsProcessingContext

    made = destinations.Destinations(None, {}, QgsProcessingContext())
    destinations.write_text(made.new_file_at(tmp_path / "x.json"), "new")
    assert len(list(tmp_path.iterdir())) == 1
    made.discard()
    made.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_cannot_be_written_names_its_file(destinations, tmp_path) -> None:
    with pytest.raises(destinations.WriteError, match=r"x\.json"):
        destinations.write_text(tmp_path / "no" / "x.json", "text")


def test_messages_of_drivers_are_cut_to_their_end(destinations) -> None:
    assert destinations._short("a  b\nc") == "a b c"
    cut = destinations._short("x" * 500 + " disk I/O error")
    assert len(cut) == 160 and cut.startswith("...") and cut.endswith("disk I/O error")


# ------------------------------------------------------------------ what is written
def test_values_and_nulls_of_each_kind_come_back(destinations, provider, tmp_path) -> None:
    """Through a sink of a real algorithm into a GeoPackage, and read back."""
    from qgis.core import Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsGeometry, QgsProcessingContext, QgsVectorLayer

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("seodistrict:districtgrid")
    made = destinations.Destinations(algorithm, {"OUTPUT": str(tmp_path / "x.gpkg")}, QgsProcessingContext())
    columns = {
        "i": ("int", [2**53 + 1, None, -1]),
        "r": ("real", [0.1, None, -1e300]),
        "t": ("text", ["한글 'a' \"b\" %", None, ""]),
        "b": ("bool", [True, None, False]),
    }
    fields = [destinations.OutputField(name, kind, values) for name, (kind, values) in columns.items()]
    square = bytes(QgsGeometry.fromWkt("Polygon((0 0, 1 0, 1 1, 0 0))").asWkb())
    crs = QgsCoordinateReferenceSystem("EPSG:5186")
    layer = destinations.OutputLayer(fields, [square, None, square], Qgis.WkbType.Polygon, crs)
    written = made.write_layer("OUTPUT", layer, lambda _fraction: None)
    assert not (tmp_path / "x.gpkg").exists()
    assert destinations.written_count(written) == 3
    final = made.commit()[written]
    assert final == str(tmp_path / "x.gpkg")
    rows = list(QgsVectorLayer(final, "x", "ogr").getFeatures())
    for name, (_, values) in columns.items():
        found = [None if row[name] is None or str(row[name]) == "NULL" else row[name] for row in rows]
        assert found == values, name
    assert [row.geometry().isEmpty() for row in rows] == [False, True, False]
    assert made.write_layer("REJECTED", layer, lambda _fraction: None) is None
