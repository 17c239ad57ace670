"""How results are written aside, put in place together, or taken back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture
def destinations(qgis_app):
    """The module under test."""
    from seo_district_plugin.layers import destinations

    return destinations


# ------------------------------------------------------------------ putting in place
@pytest.fixture
def pending(destinations, tmp_path):
    """Return a function that makes a written result for a target, of the named files."""

    def make(target: str, *names: str):
        folder = tmp_path / ".written"
        folder.mkdir()
        for name in names:
            (folder / name).write_text("new", encoding="utf-8")
        return destinations.Pending(tmp_path / target, folder, str(folder / target))

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
    assert _content(tmp_path) == dict.fromkeys(("x.shp", "x.shx", "x.dbf", "x.qix"), "old")
    assert _content(tmp_path / ".written") == dict.fromkeys(("x.shp", "x.shx", "x.dbf"), "new")
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
    from qgis.core import (
        Qgis,
        QgsApplication,
        QgsCoordinateReferenceSystem,
        QgsGeometry,
        QgsProcessingContext,
        QgsVectorLayer,
    )

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
