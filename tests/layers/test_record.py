"""The run record: what it keeps of settings, its form, and how a change of a result is seen later."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest


@pytest.fixture
def record(qgis_app):
    """The module under test."""
    from seo_district_plugin.layers import record

    return record


def test_a_record_is_json_without_nan(record) -> None:
    made = record.new_record("districtgrid", "1.0", "ko")
    text = record.record_text({**made, "parameters": {"이름": "값", "path": Path("x")}})
    again = json.loads(text)
    assert again["parameters"] == {"이름": "값", "path": "x"} and "이름" in text
    assert {"plugin", "qgis", "python", "numpy"} <= set(again["versions"])
    assert text == record.record_text({**made, "parameters": {"path": Path("x"), "이름": "값"}})
    with pytest.raises(ValueError, match="JSON"):
        record.record_text({"x": float("nan")})


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _database(path: Path, rows: list[tuple]) -> Path:
    table = _quoted(path.stem)
    with sqlite3.connect(path) as connection:
        connection.execute(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY, t TEXT, r REAL, g BLOB)")
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?)", rows)
    return path


def test_a_digest_is_of_the_content(record, tmp_path) -> None:
    rows = [(1, "한", 0.5, b"\0"), (2, None, None, None)]
    first = record.content_digest(_database(tmp_path / 'it\'s "a" 100%.gpkg', rows))
    (tmp_path / "b").mkdir()
    again = _database(tmp_path / "b" / 'it\'s "a" 100%.gpkg', rows[::-1])
    assert record.content_digest(again) == first
    with sqlite3.connect(again) as connection:
        connection.execute("CREATE TABLE layer_styles (x TEXT)")
    assert record.content_digest(again) == first
    for change in ("t = ''", "r = 0.5000001", "t = 'NULL'"):
        (tmp_path / "c").mkdir(exist_ok=True)
        path = tmp_path / "c" / again.name
        path.unlink(missing_ok=True)
        _database(path, rows)
        with sqlite3.connect(path) as connection:
            connection.execute(f"UPDATE {_quoted(path.stem)} SET {change} WHERE fid = 2")
        assert record.content_digest(path) != first, change


def test_changed_missing_and_broken_results_are_told_apart(record, tmp_path) -> None:
    good, changed = _database(tmp_path / "good.gpkg", [(1, "a", 1.0, None)]), tmp_path / "changed.html"
    changed.write_text("one", encoding="utf-8")
    broken = tmp_path / "broken.gpkg"
    broken.write_text("no database", encoding="utf-8")
    outputs = [
        {"file": "good.gpkg", "sha256": record.content_digest(good)},
        {"file": "changed.html", "sha256": record.content_digest(changed)},
        {"file": "broken.gpkg", "sha256": "0"},
        {"file": "gone.gpkg", "sha256": "0"},
        {"file": ""},
    ]
    changed.write_text("two", encoding="utf-8")
    found = record.changed_outputs({"outputs": outputs}, tmp_path)
    assert found == [("changed.html", "changed"), ("broken.gpkg", "unreadable"), ("gone.gpkg", "missing")]


def test_the_record_lies_in_the_layer(record, make_file) -> None:
    from qgis.core import QgsVectorLayer

    path = make_file()
    assert record.save_history(path, '제목 "1"', {"algorithm": "x", "text": "한글 <&> 'q'"}) == ""
    metadata = QgsVectorLayer(path, "x", "ogr").metadata()
    assert metadata.title() == '제목 "1"'
    assert json.loads(metadata.history()[0]) == {"algorithm": "x", "text": "한글 <&> 'q'"}
    assert record.save_history("/nowhere/x.gpkg", "t", {}) != ""
