"""Reading any kind of layer: the same rows, the same digest, NULL and NaN and "" apart."""

from __future__ import annotations

import math
import threading

import numpy as np
import pytest

COLUMNS = ["r", "i", "t"]


def read(source, fast=True, **options):
    source.read_fast = fast
    return source.read(COLUMNS, **options)


def same(one, other):
    assert one.digest == other.digest
    assert one.fid.tolist() == other.fid.tolist()
    assert one.counts == other.counts
    assert one.rejected == other.rejected
    np.testing.assert_array_equal(one.xy, other.xy)
    for name in COLUMNS:
        assert str(one.frame[name].dtype) == str(other.frame[name].dtype)
        assert one.missing(name).tolist() == other.missing(name).tolist()
        assert one.texts(name).tolist() == other.texts(name).tolist()


def naive(layer, request=None):
    """The plainest reading there is: what each row holds."""
    from qgis.core import QgsFeatureRequest

    rows = {}
    for feature in layer.getFeatures(request or QgsFeatureRequest()):
        rows[feature.id()] = (feature["r"], feature["i"], feature["t"], feature.geometry().asWkt())
    return rows


def test_null_nan_and_empty_text_stay_apart(make_layer):
    from seo_district_plugin.layers.sources import from_layer

    layer = make_layer(
        rows=[(math.nan, 1, "", "Point (1 2)"), (None, None, None, "Point (1 2)"), (0.0, 0, "0", "Point (1 2)")]
    )
    table = read(from_layer(layer), want="point")
    assert table.missing("r").tolist() == [False, True, False]
    assert table.missing("i").tolist() == [False, True, False]
    assert table.missing("t").tolist() == [False, True, False]
    assert math.isnan(table.frame["r"].array._data[0])
    assert table.frame["t"].tolist() == ["", None, "0"]
    assert np.isnan(table.numbers("r")).tolist() == [True, True, False]
    assert str(table.frame["i"].dtype) == "Int64"
    assert str(table.frame["r"].dtype) == "Float64"


def test_digest_tells_null_nan_zero_and_empty_text_apart(make_layer):
    from seo_district_plugin.layers.sources import from_layer

    digests = set()
    for real, text in ((None, "a"), (math.nan, "a"), (0.0, "a"), (0.0, ""), (0.0, None), (0.0, "a ")):
        digests.add(from_layer(make_layer(rows=[(real, 1, text, "Point (1 2)")])).read(COLUMNS, want="point").digest)
    assert len(digests) == 6
    moved = from_layer(make_layer(rows=[(0.0, 1, "a", "Point (1 3)")])).read(COLUMNS, want="point").digest
    other_crs = from_layer(make_layer(rows=[(0.0, 1, "a", "Point (1 2)")], crs="EPSG:5187")).read(COLUMNS, want="point")
    assert len(digests | {moved, other_crs.digest}) == 8


@pytest.mark.parametrize(
    "driver,name", [("GPKG", "가 게's 50%.gpkg"), ("FlatGeobuf", "places.fgb"), ("ESRI Shapefile", "p.shp")]
)
@pytest.mark.parametrize("want", ["none", "point"])
def test_fast_and_loop_agree_on_files(make_file, driver, name, want):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.fastread import read_fast
    from seo_district_plugin.layers.sources import from_layer

    layer = QgsVectorLayer(make_file(driver=driver, name=name), "x", "ogr")
    source = from_layer(layer)
    assert (source.fast is not None) == (driver != "ESRI Shapefile")
    if source.fast is not None:
        infos = source.require_fields(COLUMNS)
        rows = read_fast(source.fast, infos, want == "point", lambda _f: None)
        # The rows have a NULL geometry, which GDAL 3.6 does not write to FlatGeobuf and 3.10 cannot hand out.
        assert rows is not None or (driver == "FlatGeobuf" and want == "point")
    fast, loop = read(source, True, want=want), read(source, False, want=want)
    same(fast, loop) if want == "point" else None
    assert fast.digest == loop.digest
    expected = naive(layer)
    assert fast.counts["read"] == len(expected)
    if want == "point":
        for fid, xy in zip(fast.fid, fast.xy):
            assert expected[fid][3] == f"Point ({xy[0]:.0f} {xy[1]:.0f})"
        assert fast.counts.get("geometry_null", 0) == sum(1 for row in expected.values() if row[3] == "")


def test_flatgeobuf_is_read_by_columns_where_every_row_has_a_place(make_file):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.fastread import read_fast
    from seo_district_plugin.layers.sources import from_layer

    rows = [(1.5, 1, "가", "Point (1 2)"), (None, None, None, "Point (3 4)"), (0.0, 0, "", "Point (5 6)")]
    path = make_file(rows, driver="FlatGeobuf", name="places.fgb")
    source = from_layer(QgsVectorLayer(path, "x", "ogr"))
    assert read_fast(source.fast, source.require_fields(COLUMNS), True, lambda _f: None) is not None
    fast, loop = read(source, True, want="point"), read(source, False, want="point")
    same(fast, loop)
    assert fast.digest == loop.digest and fast.counts["read"] == 3


EMPTY_FLATGEOBUF = (
    "ZmdiA2ZnYgHUAAAAHAAAABgAFAAIAAwABQAAAAAAAAAAABAAAAAGABgAAAAAAQAARAAAABgAAAAEAAAAAwAAAIgAAABcAAAANAAAAAQAAAAA"
    "AAAAAAD4fwAAAAAAAPh/AAAAAAAA+H8AAAAAAAD4fwAAAAABAAAAZQAAAOr///8AAAALCAAAAAAAAAABAAAAdAAOABAACAAHAAAAAAAMAA4AAA"
    "AAAAAHCAAAAAAAAAABAAAAaQAAABAAEAAIAAcAAAAAAAAADAAQAAAAAAAACggAAAAAAAAAAQAAAHIAAAA="
)
"""A point layer with the fields r, i and t, as newer GDAL writes it; GDAL 3.6 reads it, but cannot make one."""


@pytest.mark.parametrize("fast", [True, False])
def test_a_flatgeobuf_without_features_comes_to_an_end(qgis_app, tmp_path, fast):
    import base64

    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.sources import from_layer

    path = tmp_path / "empty.fgb"
    path.write_bytes(base64.b64decode(EMPTY_FLATGEOBUF))
    layer = QgsVectorLayer(str(path), "x", "ogr")
    assert layer.isValid()
    asked = []

    def tick(share):
        asked.append(share)
        assert len(asked) < 100

    source = from_layer(layer)
    source.read_fast = fast
    table = source.read(COLUMNS, want="point", tick=tick)
    assert table.counts["read"] == 0
    assert [str(kind) for kind in table.frame.dtypes] == ["Float64", "Int64", "object"]


def test_digest_does_not_know_the_path_nor_the_format(make_file, make_layer):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.sources import from_layer

    one = from_layer(QgsVectorLayer(make_file(name="a.gpkg"), "x", "ogr")).read(COLUMNS, want="point")
    two = from_layer(QgsVectorLayer(make_file(name="b.gpkg"), "y", "ogr")).read(COLUMNS, want="point")
    memory = from_layer(make_layer()).read(COLUMNS, want="point")
    assert one.digest == two.digest == memory.digest


def test_the_id_field_of_a_geopackage(make_file):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.sources import from_layer

    source = from_layer(QgsVectorLayer(make_file(), "x", "ogr"))
    assert source.field_names() == ["fid", *COLUMNS]
    fast = source.read()
    source.read_fast = False
    assert fast.digest == source.read().digest
    assert fast.frame["fid"].tolist() == fast.fid.tolist() == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("how", ["selected", "limit", "filter", "selected and filter and limit", "subset"])
def test_parts_of_a_layer(make_file, how):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.sources import from_layer

    layer = QgsVectorLayer(make_file(), "x", "ogr")
    options = {}
    if "selected" in how:
        layer.selectByIds([1, 2, 4, 6])
        options["selected_only"] = True
    if "filter" in how:
        options["filter_expression"] = '"i" > 1 or "i" = 0'
    if "limit" in how:
        options["limit"] = 2
    if how == "subset":
        layer.setSubsetString('"i" > 1')
    source = from_layer(layer, **options)
    assert source.fast is None
    expected = {
        "selected": [1, 2, 4, 6],
        "limit": [1, 2],
        "filter": [2, 4, 6],
        "selected and filter and limit": [2, 4],
        "subset": [2, 4],
    }[how]
    assert source.read(["t"], want="point").fid.tolist() == expected
    assert source.feature_count == (-1 if "filter" in how else len(expected))


def test_an_empty_selection_reads_nothing(make_layer):
    from seo_district_plugin.layers.sources import from_layer

    table = from_layer(make_layer(), selected_only=True).read(want="point")
    assert len(table) == 0
    assert table.xy.shape == (0, 2)
    assert table.frame.columns.tolist() == COLUMNS


def test_edits_joins_and_virtual_fields_are_seen(make_file, make_layer):
    from qgis.core import QgsField, QgsProject, QgsVectorLayer, QgsVectorLayerJoinInfo
    from qgis.PyQt.QtCore import QMetaType

    from seo_district_plugin.layers.sources import from_layer

    layer = QgsVectorLayer(make_file(), "x", "ogr")
    layer.addExpressionField('"i" * 2', QgsField("twice", QMetaType.Type.LongLong))
    other = make_layer(rows=[(7.5, 1, "joined", None)], name="other")
    QgsProject.instance().addMapLayer(other)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(other)
    join.setJoinFieldName("i")
    join.setTargetFieldName("i")
    join.setPrefix("o_")
    join.setUsingMemoryCache(True)
    assert layer.addJoin(join)
    source = from_layer(layer)
    assert source.fast is None
    table = source.read(["twice", "o_t"], want="point")
    assert table.frame["twice"].tolist()[:2] == [2, 4]
    assert table.frame["o_t"].tolist()[:2] == ["joined", None]

    edited = QgsVectorLayer(make_file(name="edited.gpkg"), "x", "ogr")
    assert edited.startEditing()
    assert edited.changeAttributeValue(1, edited.fields().indexOf("t"), "changed")
    assert edited.deleteFeature(2)
    source = from_layer(edited)
    assert source.fast is None
    table = source.read(["t"], want="point")
    assert table.fid.tolist() == [1, 3, 4, 6]
    assert table.frame["t"].tolist()[0] == "changed"
    edited.rollBack()
    assert from_layer(edited).read(["t"]).digest != table.digest
    QgsProject.instance().removeMapLayer(other.id())


def test_reads_in_another_thread_after_the_layer_is_gone(make_layer):
    from seo_district_plugin.layers.sources import from_layer

    layer = make_layer()
    source = from_layer(layer)
    del layer
    found = []
    worker = threading.Thread(target=lambda: found.append(source.read(want="point")))
    worker.start()
    worker.join()
    assert len(found[0]) == 5


def test_csv_by_both_ways(qgis_app, tmp_path):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.sources import from_layer

    path = tmp_path / "표 1.csv"
    path.write_text("code,n\n3017,1\n,2\n", encoding="utf-8")
    plain = from_layer(QgsVectorLayer(str(path), "csv", "ogr"))
    assert plain.geometry == "none"
    assert plain.fast is None
    assert plain.stem == "표 1"
    assert plain.read().texts("n").tolist() == ["1", "2"]
    delimited = from_layer(QgsVectorLayer(path.as_uri() + "?type=csv&detectTypes=yes", "d", "delimitedtext"))
    assert delimited.read().numbers("n").tolist() == [1.0, 2.0]
    assert delimited.stem == "표 1"


def test_times_bools_and_the_rest(make_layer):
    from qgis.PyQt.QtCore import QDate, QDateTime, QTime

    from seo_district_plugin.layers.sources import from_layer

    fields = ("d:date", "dt:datetime", "b:bool", "m:map", "tm:time")
    rows = [
        (QDate(2024, 2, 29), QDateTime(QDate(2024, 1, 2), QTime(3, 4, 5)), True, {"가": 1}, QTime(1, 2, 3), None),
        (None, None, None, None, None, None),
        (QDate(1066, 10, 14), None, False, None, None, None),
    ]
    source = from_layer(make_layer(rows=rows, kind="None", fields=fields))
    assert [item.kind for item in source.fields] == ["date", "datetime", "bool", "other", "other"]
    table = source.read()
    assert table.frame["d"].tolist()[0].isoformat() == "2024-02-29T00:00:00"
    assert table.frame["dt"].tolist()[0].isoformat() == "2024-01-02T03:04:05"
    assert table.missing("d").tolist() == [False, True, True]
    assert table.counts["date_out_of_range"] == 1
    assert table.missing("b").tolist() == [False, True, False]
    assert table.numbers("b")[0] == 1.0
    assert table.frame["m"].tolist() == ['{"가": 1}', None, None]
    assert table.frame["tm"].tolist()[0].startswith("01:02:03")


POINTS = [
    ("Point (234000 416000)", None),
    ("MultiPoint ((0 0),(2 4))", "multipart"),
    ("MultiPoint ((5 5))", None),
    ("Point EMPTY", "geometry_empty"),
    (None, "geometry_null"),
]


def test_policy_for_points(make_layer):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from seo_district_plugin.layers.sources import from_layer

    layer = make_layer(rows=[(wkt,) for wkt, _ in POINTS], kind="MultiPoint", fields=())
    table = from_layer(layer).read(want="point")
    assert table.xy.tolist() == [[234000, 416000], [1, 2], [5, 5]]
    assert table.counts == {"read": 5, "multipart": 1, "geometry_empty": 1, "geometry_null": 1}
    assert [item.reason for item in table.rejected] == ["geometry_empty", "geometry_null"]
    degrees = make_layer(
        rows=[("Point (127 36)",), ("Point (36 127)",), ("Point (127 90)",)], crs="EPSG:4326", fields=()
    )
    target = QgsCoordinateReferenceSystem("EPSG:5186")
    table = from_layer(degrees).read(want="point", crs=target, transform_context=QgsCoordinateTransformContext())
    assert table.fid.tolist()[0] == 1
    assert [item.reason for item in table.rejected][0] == "geometry_outside_crs"
    np.testing.assert_allclose(table.xy[0, 0], 200000, atol=1e-3)


def test_points_that_are_not_finite(make_layer):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY

    from seo_district_plugin.layers.sources import from_layer

    layer = make_layer(rows=[], fields=())
    features = []
    for x, y in ((1.0, 2.0), (math.inf, 1.0), (math.nan, 1.0)):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    table = from_layer(layer).read(want="point")
    assert table.fid.tolist() == [1]
    assert table.counts["geometry_not_finite"] == 2


def test_policy_for_polygons(make_layer):
    from qgis.core import QgsGeometry

    from seo_district_plugin.layers.sources import from_layer

    rows = [
        ("Polygon ((0 0, 2 0, 2 2, 0 2, 0 0))",),
        ("Polygon ((0 0, 2 2, 2 0, 0 2, 0 0))",),  # bow tie
        ("Polygon ((0 0, 1 0, 2 0, 0 0))",),  # no area
        ("MultiPolygon (((0 0,2 0,2 2,0 2,0 0)),((1 1,3 1,3 3,1 3,1 1)))",),  # parts overlap
        ("CurvePolygon (CircularString (1 0, 0 1, -1 0, 0 -1, 1 0))",),
        ("PolygonZ ((0 0 5, 1 0 5, 1 1 5, 0 0 5))",),
        ("Polygon EMPTY",),
        (None,),
    ]
    source = from_layer(make_layer(rows=rows, kind="MultiPolygon", fields=()))
    table = source.read(want="polygon")
    assert table.counts == {
        "read": 8,
        "repaired": 2,
        "curved": 1,
        "geometry_invalid": 1,
        "geometry_empty": 1,
        "geometry_null": 1,
    }
    areas = []
    for wkb in table.wkb:
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        assert geometry.isGeosValid()
        assert not geometry.constGet().is3D()
        areas.append(geometry.area())
    np.testing.assert_allclose(areas, [4, 2, 7, math.pi, 0.5], rtol=1e-3)
    assert source.read(want="any").wkb.tolist() == table.wkb.tolist()


def test_policy_for_lines_and_curves(make_layer):
    from qgis.core import QgsFeature, QgsGeometry, QgsLineString

    from seo_district_plugin.layers.sources import from_layer

    layer = make_layer(rows=[("CompoundCurve (CircularString (0 0, 1 1, 2 0))",)], kind="CompoundCurve", fields=())
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry(QgsLineString([0, 1, 2], [0, math.nan, 1])))
    layer.dataProvider().addFeatures([feature])
    table = from_layer(layer).read(want="line")
    assert table.counts == {"read": 2, "curved": 1, "geometry_not_finite": 1}
    geometry = QgsGeometry()
    geometry.fromWkb(table.wkb[0])
    np.testing.assert_allclose(geometry.length(), math.pi, rtol=1e-3)
    assert [item.reason for item in table.rejected] == ["geometry_not_finite"]


def test_errors_name_the_layer(make_layer):
    from qgis.core import QgsCoordinateReferenceSystem

    from seo_district_plugin.layers.errors import LayerError
    from seo_district_plugin.layers.sources import from_layer

    layer = make_layer()
    with pytest.raises(LayerError) as error:
        from_layer(layer).read(["nothing"])
    assert error.value.code == "field_missing"
    assert error.value.values["layer"] == "places"
    with pytest.raises(LayerError) as error:
        from_layer(layer).read(want="polygon")
    assert error.value.code == "geometry_kind_wrong"
    with pytest.raises(LayerError) as error:
        from_layer(layer, filter_expression="((").read()
    assert error.value.code == "filter_invalid"
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(LayerError) as error:
        from_layer(layer).read(want="point", crs=QgsCoordinateReferenceSystem("EPSG:5186"))
    assert error.value.code == "crs_missing"
    with pytest.raises(LayerError) as error:
        from_layer(layer).require_fields(["t"], ("real", "int"))
    assert error.value.code == "field_wrong_kind"


def test_a_tick_that_raises_stops_the_reading(make_layer, make_file):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.sources import from_layer

    class Stop(Exception):
        pass

    def tick(_fraction):
        raise Stop

    with pytest.raises(Stop):
        from_layer(make_layer()).read(tick=tick)
    with pytest.raises(Stop):
        from_layer(QgsVectorLayer(make_file(), "x", "ogr")).read(tick=tick)


def test_parameters_of_an_algorithm(make_layer, make_file):
    from qgis.core import (
        Qgis,
        QgsFeatureRequest,
        QgsProcessingAlgorithm,
        QgsProcessingContext,
        QgsProcessingFeatureSourceDefinition,
        QgsProcessingParameterFeatureSource,
        QgsProcessingParameterMultipleLayers,
        QgsProject,
    )

    from seo_district_plugin.layers.errors import LayerError
    from seo_district_plugin.layers.sources import vector_input, vector_inputs

    class Algorithm(QgsProcessingAlgorithm):
        def name(self):
            return "probe"

        def displayName(self):
            return "probe"

        def createInstance(self):
            return Algorithm()

        def initAlgorithm(self, _configuration=None):
            self.addParameter(QgsProcessingParameterFeatureSource("IN", "in", optional=True))
            self.addParameter(
                QgsProcessingParameterMultipleLayers("MANY", "many", Qgis.ProcessingSourceType.Vector, optional=True)
            )

        def processAlgorithm(self, parameters, context, feedback):
            return {}

    algorithm = Algorithm()
    algorithm.initAlgorithm()
    context = QgsProcessingContext()
    project = QgsProject()
    context.setProject(project)
    layer = make_layer()
    project.addMapLayer(layer)
    layer.selectByIds([2, 3])
    path = make_file()

    assert vector_input(algorithm, {}, "IN", context) is None
    assert vector_input(algorithm, {"IN": None}, "IN", context) is None
    with pytest.raises(LayerError) as error:
        vector_input(algorithm, {"IN": "/nowhere.gpkg"}, "IN", context)
    assert error.value.code == "source_missing"
    for value in (layer, layer.id(), path, f"{path}|layername=places"):
        source = vector_input(algorithm, {"IN": value}, "IN", context)
        assert len(source.read(["t"])) == 6
        assert source.parameter == "IN"
        assert (source.table_name == "places") == (value == f"{path}|layername=places")
    definition = QgsProcessingFeatureSourceDefinition(
        layer.id(),
        selectedFeaturesOnly=True,
        featureLimit=-1,
        filterExpression='"i" = 2',
        geometryCheck=QgsFeatureRequest.GeometryAbortOnInvalid,
    )
    assert vector_input(algorithm, {"IN": definition}, "IN", context).read(["t"]).fid.tolist() == [2]
    definition = QgsProcessingFeatureSourceDefinition(path, False, 3)
    assert len(vector_input(algorithm, {"IN": definition}, "IN", context).read(["t"])) == 3
    many = vector_inputs(algorithm, {"MANY": [layer.id(), path]}, "MANY", context)
    assert [source.title for source in many] == ["places", "places"]
    assert vector_inputs(algorithm, {}, "MANY", context) == []


def test_numbers_kept_as_text(make_layer):
    from seo_district_plugin.layers.errors import LayerError
    from seo_district_plugin.layers.sources import from_layer

    rows = [(" 1.5 ", "1"), ("", "x"), (None, "2")]
    layer = make_layer(rows=[(*row, None) for row in rows], kind="None", fields=("a:string", "b:string"))
    table = from_layer(layer).read()
    np.testing.assert_array_equal(table.numbers("a"), [1.5, np.nan, np.nan])
    with pytest.raises(LayerError) as error:
        table.numbers("b")
    assert error.value.values == {"field": "b", "value": "x", "fid": 2}


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("driver,name", [("GPKG", "many.gpkg"), ("FlatGeobuf", "many.fgb")])
def test_blocks_and_batches_fit_together(make_file, monkeypatch, driver, name, seed):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers import fastread, sources

    rng = np.random.default_rng(seed)

    def some(value):
        return None if rng.random() < 0.3 else value

    words = ["", "가나다", "a" * 300, " x", "%", '"']
    rows = [
        (
            some(float(rng.choice([0.0, -0.0, 1e308, math.inf, rng.normal()]))),
            some(int(rng.integers(-(2**62), 2**62))),
            some(str(rng.choice(words))),
            some(f"Point ({rng.integers(0, 99)} {rng.integers(0, 99)})") if driver == "GPKG" else "Point (1 2)",
        )
        for _ in range(40)
    ]
    layer = QgsVectorLayer(make_file(rows=rows, driver=driver, name=name), "x", "ogr")
    whole = read(sources.from_layer(layer), False, want="point")
    monkeypatch.setattr(fastread, "_BATCH", 7)
    monkeypatch.setattr(sources, "_BLOCK", 3)
    fast, loop = (
        read(sources.from_layer(layer), True, want="point"),
        read(sources.from_layer(layer), False, want="point"),
    )
    same(whole, fast)
    same(whole, loop)
    assert whole.counts["read"] == 40
    expected = naive(layer)
    for fid, real, integer, text in zip(whole.fid, whole.numbers("r"), whole.frame["i"], whole.frame["t"], strict=True):
        assert text == (expected[fid][2] or (None if expected[fid][2] != "" else ""))
        assert math.isnan(real) or real == expected[fid][0]
        assert whole.missing("i")[list(whole.fid).index(fid)] or integer == expected[fid][1]


@pytest.mark.parametrize("rows", [[], [(None, None, None, None)] * 3, [(1.0, 1, "", "Point (1 2)")] * 3])
def test_nothing_and_nothing_but_null(make_file, rows):
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.fastread import read_fast
    from seo_district_plugin.layers.sources import from_layer

    source = from_layer(QgsVectorLayer(make_file(rows=rows), "x", "ogr"))
    assert read_fast(source.fast, source.require_fields(COLUMNS), True, lambda _f: None) is not None
    fast = read(source, True, want="point")
    same(fast, read(source, False, want="point"))
    assert fast.counts["read"] == len(rows)
    assert [str(kind) for kind in fast.frame.dtypes] == ["Float64", "Int64", "object"]


def test_the_fast_way_refuses_what_it_reads_wrong(make_file, tmp_path):
    from osgeo import ogr
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.sources import from_layer

    path = make_file()
    data = ogr.Open(path, 1)
    field = ogr.FieldDefn("b", ogr.OFTInteger)
    field.SetSubType(ogr.OFSTBoolean)
    layer = data.GetLayer(0)
    layer.CreateField(field)
    for feature in layer:
        feature.SetField("b", True)
        layer.SetFeature(feature)
    feature = None
    layer = data = None
    source = from_layer(QgsVectorLayer(path, "x", "ogr"))
    table = source.read(["b"])
    assert table.numbers("b").tolist() == [1.0] * 6


def test_a_file_sorted_by_its_spatial_index(qgis_app, tmp_path):
    from osgeo import gdal
    from qgis.core import QgsVectorLayer

    from seo_district_plugin.layers.sources import from_layer

    rng = np.random.default_rng(2)
    path = tmp_path / "sorted.csv"
    lines = [f"{i},{x},{y}" for i, (x, y) in enumerate(rng.uniform(0, 1000, (200, 2)))]
    path.write_text("i,x,y\n" + "\n".join(lines), encoding="utf-8")
    options = ["X_POSSIBLE_NAMES=x", "Y_POSSIBLE_NAMES=y", "AUTODETECT_TYPE=YES"]
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=options)
    target = str(tmp_path / "sorted.fgb")
    gdal.VectorTranslate(target, source, format="FlatGeobuf", dstSRS="EPSG:5186", reproject=False)
    layer = from_layer(QgsVectorLayer(target, "x", "ogr"))
    fast = layer.read(["i"], want="point")
    layer.read_fast = False
    loop = layer.read(["i"], want="point")
    assert fast.digest == loop.digest
    assert fast.fid.tolist() == loop.fid.tolist()
    assert sorted(fast.frame["i"]) == list(range(200))
    assert fast.frame["i"].tolist() != list(range(200))


def test_texts_decode_alike_with_and_without_the_separator() -> None:
    from seo_district_plugin.layers.fastread import _decoded

    texts = ["가람동", "", "a\x1eb", "끝"]
    assert _decoded([text.encode("utf-8") for text in texts]) == texts
    assert _decoded([text.encode("utf-8") for text in texts[:2]]) == texts[:2]
    assert _decoded([b""]) == [""]
    assert _decoded([]) == []
