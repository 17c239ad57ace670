"""Layers that are written block by block: the same as what QGIS writes, indexed, and found again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def _boxes(rng: np.random.Generator, count: int, width: float) -> np.ndarray:
    low = rng.uniform(-1e6, 1e6, (count, 2))
    high = low + rng.uniform(0, width, (count, 2))
    return np.column_stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]])


def _tree(boxes: np.ndarray) -> sqlite3.Connection:
    from seo_district_plugin.layers.rtree import fill_rtree

    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE VIRTUAL TABLE tree USING rtree(id, minx, maxx, miny, maxy)")
    ids = np.arange(1, len(boxes) + 1)[::-1]
    fill_rtree(connection, "tree", ids, boxes[::-1])
    return connection


@pytest.mark.parametrize("count", [1, 2, 50, 51, 52, 103, 2601, 2602, 20000])
@pytest.mark.parametrize("width", [0.0, 5e4])
def test_a_packed_index_is_in_order_and_finds_what_comparing_finds(qgis_app, count, width) -> None:
    rng = np.random.default_rng(count)
    boxes = _boxes(rng, count, width)
    with closing(_tree(boxes)) as connection:
        assert connection.execute("SELECT rtreecheck('tree')").fetchone() == ("ok",)
        for _ in range(20):
            x0, y0 = rng.uniform(-1e6, 1e6, 2)
            x1, y1 = x0 + 2e5, y0 + 2e5
            found = connection.execute(
                "SELECT id FROM tree WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?", (x1, x0, y1, y0)
            )
            found = {row[0] for row in found}
            hit = (boxes[:, 0] <= x1) & (boxes[:, 1] >= x0) & (boxes[:, 2] <= y1) & (boxes[:, 3] >= y0)
            exact = set((np.flatnonzero(hit) + 1).tolist())
            assert exact <= found  # boxes are rounded outwards: never fewer
            assert len(found - exact) <= 2


@given(st.lists(st.tuples(st.floats(-1e7, 1e7), st.floats(-1e7, 1e7)), min_size=1, max_size=300))
@settings(max_examples=40)
def test_any_points_can_be_indexed(points) -> None:
    pytest.importorskip("qgis.core")
    xy = np.array(points)
    with closing(_tree(np.column_stack([xy[:, 0], xy[:, 0], xy[:, 1], xy[:, 1]]))) as connection:
        assert connection.execute("SELECT rtreecheck('tree')").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM tree").fetchone() == (len(points),)


FIELDS = [("n", "int"), ("x", "real"), ("t", "text"), ("b", "bool"), ("d", "date"), ("z", "datetime")]
ROWS = [
    (1, 2.5, "가수원동", 1, "2026-03-01", "2026-03-01T10:20:30.000Z"),
    (None, None, None, None, None, None),
    (2**40, -0.0, 'it\'s "a" 100%\n', 0, "1985-12-31", "2026-12-31T23:59:59.000Z"),
]


def _writer(path: Path, kind, crs: str, table: str = "out"):
    from qgis.core import QgsCoordinateReferenceSystem

    from seo_district_plugin.layers.streams import GeoPackageWriter

    return GeoPackageWriter(path, table, FIELDS, kind, QgsCoordinateReferenceSystem(crs), "not written")


def _shapes(kind: str) -> list[bytes | None]:
    from qgis.core import QgsGeometry

    texts = {
        "Point": ["POINT(234359.49 317253.3)", None, "POINT(0 0)"],
        "MultiPolygon": ["MULTIPOLYGON(((0 0, 9 0, 9 5, 0 0)))", None, "MULTIPOLYGON(((20 20, 30 20, 30 25, 20 20)))"],
        "LineString": ["LINESTRING(0 0, 10 5)", "LINESTRING EMPTY", "LINESTRING(3 3, 4 9)"],
    }
    return [None if text is None else bytes(QgsGeometry.fromWkt(text).asWkb()) for text in texts[kind]]


@pytest.mark.parametrize("kind", ["Point", "MultiPolygon", "LineString"])
def test_what_is_written_is_read_again(qgis_app, tmp_path, kind) -> None:
    from qgis.core import Qgis, QgsFeatureRequest, QgsRectangle, QgsVectorLayer

    from seo_district_plugin.layers.record import content_digest

    path = tmp_path / "out.gpkg"
    writer = _writer(path, Qgis.WkbType[kind], "EPSG:5174")
    shapes = _shapes(kind)
    writer.add([list(column) for column in zip(*ROWS[:1])], shapes[:1])
    writer.add([list(column) for column in zip(*ROWS[1:])], shapes[1:])
    assert writer.close() == 3
    layer = QgsVectorLayer(str(path), "out", "ogr")
    assert layer.isValid()
    assert layer.crs().authid() == "EPSG:5174"
    assert layer.featureCount() == 3
    kinds = [field.typeName() for field in layer.fields()]
    assert kinds[1:] == ["Integer64", "Real", "String", "Boolean", "Date", "DateTime"]
    features = list(layer.getFeatures())
    assert [feature["t"] for feature in features[::2]] == ["가수원동", 'it\'s "a" 100%\n']
    assert features[0]["d"].toString("yyyy-MM-dd") == "2026-03-01"
    assert features[0]["b"] is True and features[2]["b"] is False
    assert features[2]["n"] == 2**40
    written = [bytes(feature.geometry().asWkb()) if not feature.geometry().isNull() else None for feature in features]
    assert written[0] == shapes[0] and written[2] == shapes[2]
    assert layer.hasSpatialIndex().name == "Present"
    around = QgsRectangle(234000, 317000, 235000, 318000)
    if kind == "Point":
        assert [f.id() for f in layer.getFeatures(QgsFeatureRequest(around))] == [1]
        assert layer.extent().xMaximum() == pytest.approx(234359.49)
    assert writer.digest == content_digest(path)


def test_a_written_table_can_be_edited_afterwards(qgis_app, tmp_path) -> None:
    from qgis.core import Qgis, QgsVectorLayer

    path = tmp_path / "out.gpkg"
    writer = _writer(path, Qgis.WkbType.Point, "EPSG:5186")
    writer.add([list(column) for column in zip(*ROWS)], _shapes("Point"))
    writer.close()
    layer = QgsVectorLayer(str(path), "out", "ogr")
    assert layer.startEditing()
    assert layer.deleteFeature(1)
    assert layer.commitChanges(), layer.commitErrors()
    del layer
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM rtree_out_geom").fetchone() == (1,)  # the triggers are back
        assert connection.execute("SELECT feature_count FROM gpkg_ogr_contents").fetchone() == (2,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_several_tables_stand_in_one_file(qgis_app, tmp_path) -> None:
    from qgis.core import Qgis, QgsVectorLayer

    path = tmp_path / "out.gpkg"
    first = _writer(path, Qgis.WkbType.Point, "EPSG:5186")
    first.add([list(column) for column in zip(*ROWS)], _shapes("Point"))
    first.close()
    second = _writer(path, Qgis.WkbType.NoGeometry, "", 'a "table"')
    second.add([list(column) for column in zip(*ROWS)])
    second.close()
    layers = [QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in ("out", 'a "table"')]
    assert [layer.featureCount() for layer in layers] == [3, 3]
    assert not layers[1].isSpatial()


def test_an_empty_table_is_whole(qgis_app, tmp_path) -> None:
    from qgis.core import Qgis, QgsVectorLayer

    path = tmp_path / "out.gpkg"
    assert _writer(path, Qgis.WkbType.Point, "EPSG:5186").close() == 0
    layer = QgsVectorLayer(str(path), "out", "ogr")
    assert layer.isValid() and layer.featureCount() == 0


def test_the_digest_does_not_depend_on_the_blocks_and_sees_every_change(qgis_app) -> None:
    from seo_district_plugin.layers.tabledigest import TableDigest

    columns = [[1, 2, None, 4], ["a", "", None, "가나"], [b"\x00", None, b"", b"xy"], [1.5, None, -0.0, 3.0]]

    def digest(cut: list[int], values=columns, names=("i", "t", "g", "r")) -> str:
        made = TableDigest(names)
        for begin, end in zip([0, *cut], [*cut, 4]):
            made.add([column[begin:end] for column in values])
        return made.hexdigest()

    whole = digest([])
    assert all(digest(cut) == whole for cut in ([1], [2], [3], [1, 2], [1, 2, 3]))
    for column, row, value in [(0, 1, 3), (1, 1, None), (1, 2, ""), (1, 3, "가"), (2, 2, None), (3, 2, 0.5), (0, 2, 0)]:
        changed = [list(values) for values in columns]
        changed[column][row] = value
        assert digest([], changed) != whole, (column, row, value)
    assert digest([], names=("i", "t", "g", "x")) != whole
    marks = ["\x1f", "\x1e0\x1f", "", "\x1e", None, "\x1f\x1f", "\x1e2", "a\x1f"]
    texts = {digest([], [*columns[:1], [a, b, "x", "y"], *columns[2:]]) for a in marks for b in marks}
    assert len(texts) == len(marks) ** 2  # marks inside texts cannot be taken for those between them
    moved = [list(values) for values in columns]
    moved[1][0], moved[1][1] = "", "a"  # the same texts one row further
    assert digest([], moved) != whole
