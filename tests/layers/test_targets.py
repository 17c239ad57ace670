"""Where an output is to go: what counts as a file, and what is refused before anything is computed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture
def targets(qgis_app):
    """The module under test."""
    from seo_district_plugin.layers import targets

    return targets


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
def test_what_is_no_plain_file(targets, text) -> None:
    assert targets.file_target(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("/a/b.gpkg", "b.gpkg"),
        ("/a/b", "b.gpkg"),
        ("b.shp", "b.shp"),
        ("/a/'b' 100%.csv", "'b' 100%.csv"),
        ("/a/한글", "한글.gpkg"),
    ],
)
def test_what_is_a_plain_file(targets, text, name) -> None:
    found = targets.file_target(text)
    assert found.name == name and found.is_absolute()


def test_a_windows_path_is_no_database(targets) -> None:
    assert targets.file_target("C:\\data\\out.gpkg") is not None
    assert targets.file_target("C:/data/out.gpkg") is not None


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.characters(blacklist_characters="/\\\0|", blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20)
)
def test_any_name_with_an_ending_is_taken_as_it_is(qgis_app, name) -> None:
    from seo_district_plugin.layers.targets import file_target

    if "dbname=" not in name:
        assert file_target(f"/folder/{name}.gpkg") == Path(f"/folder/{name}.gpkg")


def test_what_is_wrong_with_a_target(targets, tmp_path) -> None:
    problem = targets.target_problem
    assert problem(tmp_path / "new.gpkg") is None
    assert "does not exist" in problem(tmp_path / "no" / "new.gpkg")
    assert "is a folder" in problem(tmp_path)
    assert "/proc" in problem(Path("/proc/new.gpkg"))
    assert "%20" in problem(tmp_path / "a%20b.gpkg")
    assert problem(tmp_path / "100% b.gpkg") is None
    assert problem(tmp_path / "a%20b.shp") is None
    assert list(tmp_path.iterdir()) == []


def test_a_geopackage_that_is_none_can_be_replaced(targets, tmp_path) -> None:
    path = tmp_path / "x.gpkg"
    path.write_text("no database", encoding="utf-8")
    assert targets.target_problem(path) is None
    with sqlite3.connect(tmp_path / "y.gpkg") as connection:
        connection.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
        connection.executemany("INSERT INTO gpkg_contents VALUES (?)", [("y",), ("layer_styles",)])
    assert targets.target_problem(tmp_path / "y.gpkg") is None
    with sqlite3.connect(tmp_path / "y.gpkg") as connection:
        connection.execute("INSERT INTO gpkg_contents VALUES ('other')")
    assert "other" in targets.target_problem(tmp_path / "y.gpkg")


def test_which_destinations_are_tables_and_which_cannot_be_taken_back(targets, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = targets.table_target("ogr:dbname='/a/it\\'s 100%.gpkg' table=\"x y\" (geom)")
    assert found == (Path("/a/it's 100%.gpkg"), "x y")
    assert targets.table_target("ogr:dbname='b.gpkg'") == (tmp_path / "b.gpkg", "b")
    tables = ["ogr:dbname='/a/b.gpkg' table=\"t\" (geom)", "ogr:dbname=/a/b.GPKG table=t"]
    servers = ["postgres://dbname='x' table=\"t\"", "ogr:dbname='/a/b.sqlite' table=\"t\"", "postgis:dbname=x"]
    others = ["/a/b.gpkg", "", "TEMPORARY_OUTPUT", "memory:", "memory:name"]
    for text in tables + servers + others:
        assert (targets.table_target(text) is not None) == (text in tables), text
        assert targets.server_target(text) == (text in servers), text


def test_tables_of_the_last_run_are_written_again_others_are_kept(targets, tmp_path) -> None:
    path = tmp_path / "out.gpkg"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
        connection.executemany("INSERT INTO gpkg_contents VALUES (?)", [("out",), ("cctv",)])
    assert "cctv" in targets.target_problem(path)
    record = tmp_path / "out.run.json"
    record.write_text('{"outputs": [{"file": "out.gpkg", "table": "cctv"}]}', encoding="utf-8")
    assert targets.target_problem(path) is None
    for nothing in ("", "[]", '{"outputs": [{"file": "other.gpkg", "table": "cctv"}]}', '{"outputs": [7]}', "\0"):
        record.write_text(nothing, encoding="utf-8")
        assert "cctv" in targets.target_problem(path), nothing
