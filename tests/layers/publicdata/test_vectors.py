"""Vector files: texts in the right encoding, numbers as they stand, geometry and reference as declared."""

from __future__ import annotations

import struct

import pytest
from osgeo import ogr, osr

from seo_district_plugin.layers.errors import LayerError
from seo_district_plugin.layers.publicdata import list_parts

FIELDS = [
    ("PNU", ogr.OFTString, 19, 0),
    ("이름", ogr.OFTString, 20, 0),
    ("면적", ogr.OFTReal, 19, 9),
    ("층수", ogr.OFTInteger, 9, 0),
    ("승인일", ogr.OFTDate, 8, 0),
]
ROWS = [
    (234000, 416000, "3017010100101230004", "벽돌구조", 130.01, 2, "2024/03/01"),
    (234010, 416010, "0017010100101230004", None, 60.0, None, None),
]


def xy(wkb: bytes) -> tuple[float, float]:
    order, kind, x, y = struct.unpack("<BIdd", wkb)
    assert (order, kind) == (1, 1)
    return x, y


@pytest.mark.parametrize("declared", ["", "UTF-8", "EUC-KR", "ISO-8859-1"])
def test_shapefile_in_cp949(make_shape, read_all, declared):
    path = make_shape(ROWS, FIELDS)
    if declared:
        path.with_suffix(".cpg").write_text(declared, encoding="ascii")
    read = read_all(path)
    assert read.opened.head[0] == ["PNU", "이름", "면적", "층수", "승인일"]
    assert read.opened.field_kinds == ["text", "text", "real", "int", "date"]
    assert read.rows == [
        ["3017010100101230004", "벽돌구조", "130.01", "2", "2024-03-01"],
        ["0017010100101230004", "", "60", "", ""],
    ]
    assert [xy(w) for w in read.wkb] == [(234000, 416000), (234010, 416010)]
    assert read.opened.encoding == "cp949"
    assert (read.opened.crs_epsg, read.opened.geometry) == (5186, "point")
    assert ("note_shp_encoding" in read.notes) == (declared in ("UTF-8", "ISO-8859-1"))


def test_shapefile_without_reference(make_shape, read_all):
    read = read_all(make_shape(ROWS, FIELDS, epsg=0))
    assert (read.opened.crs_wkt, read.opened.crs_epsg) == ("", 0)
    assert "note_shp_no_prj" in read.notes


def test_shapefiles_in_a_zip(make_shape, make_zip, read_all):
    first, second = make_shape(ROWS, FIELDS, "건물"), make_shape(ROWS[:1], FIELDS, "도로")
    files = [
        (f"폴더/{p.stem}{suffix}".encode("cp949"), p.with_suffix(suffix).read_bytes())
        for p in (first, second)
        for suffix in (".shp", ".shx", ".dbf", ".prj")
    ]
    path = make_zip(files, "AL_D010_30.zip")
    assert [p.name for p in list_parts(path)[0]] == ["폴더/건물.shp", "폴더/도로.shp"]
    read = read_all(path)
    assert [row[1] for row in read.rows] == ["벽돌구조", ""]
    assert read.opened.crs_epsg == 5186 and len(read.wkb) == 2


def test_table_alone(make_shape, read_all, tmp_path):
    path = make_shape(ROWS, FIELDS).with_suffix(".dbf").rename(tmp_path / "TURNINFO.dbf")
    read = read_all(path)
    assert read.parts[0].kind == "vector" and read.opened.geometry == "none"
    assert [row[1] for row in read.rows] == ["벽돌구조", ""]
    assert read.blocks[0].wkb is None


def test_without_index_or_table(make_shape, read_all):
    path = make_shape(ROWS, FIELDS)
    path.with_suffix(".shx").unlink()
    read = read_all(path)
    assert len(read.rows) == 2 and "note_shp_no_index" in read.notes
    assert not path.with_suffix(".shx").exists()
    path.with_suffix(".dbf").unlink()
    read = read_all(path)
    assert (read.rows, "note_shp_no_table" in read.notes) == ([["0"], ["1"]], True)


def test_a_character_cut_by_the_width_and_a_damaged_one(make_shape, read_all):
    path = make_shape([(1, 2, "가나다라"), (1, 2, "가나다라"), (1, 2, "정상")], [("NAME", ogr.OFTString, 9, 0)])
    data = bytearray(path.with_suffix(".dbf").read_bytes())
    begin, length = struct.unpack("<HH", data[8:12])
    first = begin + 1
    data[first : first + 9] = "가나다라마".encode("cp949")[:9]
    data[first + length + 2] = 0xFF
    path.with_suffix(".dbf").write_bytes(data)
    read = read_all(path)
    assert read.rows == [["가나다라"], ["정상"]]
    assert read.numbers == [1, 3]
    assert read.bad == [(2, "row_undecodable")]
    assert len(read.wkb) == 2


def test_deleted_records(make_shape, read_all):
    path = make_shape(ROWS, FIELDS)
    data = bytearray(path.with_suffix(".dbf").read_bytes())
    data[struct.unpack("<H", data[8:10])[0]] = 0x2A
    path.with_suffix(".dbf").write_bytes(data)
    read = read_all(path)
    assert [row[0] for row in read.rows] == ["0017010100101230004"]
    assert [xy(w) for w in read.wkb] == [(234010, 416010)]
    assert read.counts["rows_deleted"] == 1


def test_more_shapes_than_attributes(make_shape, read_all):
    path = make_shape(ROWS, FIELDS)
    data = bytearray(path.with_suffix(".dbf").read_bytes())
    begin, length = struct.unpack("<HH", data[8:12])
    struct.pack_into("<I", data, 4, 1)
    path.with_suffix(".dbf").write_bytes(data[: begin + length])
    read = read_all(path)
    assert len(read.rows) == 1
    assert read.bad == [(2, "row_no_attributes")]


def test_geopackage_with_several_layers(tmp_path, read_all):
    path = tmp_path / "자료.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(5179)
    for name in ("건물", "도로"):
        layer = source.CreateLayer(name, reference, ogr.wkbPoint)
        for field, kind in (("t", ogr.OFTString), ("i", ogr.OFTInteger64), ("r", ogr.OFTReal), ("d", ogr.OFTDateTime)):
            layer.CreateField(ogr.FieldDefn(field, kind))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("t", "가")
        feature.SetField("i", 9007199254740993)
        feature.SetField("r", 60.0)
        feature.SetField("d", "2024/03/01 12:30:00")
        layer.CreateFeature(feature)
    layer = source = feature = None
    read = read_all(path, part=1)
    assert [p.name for p in read.parts] == ["자료.gpkg:건물", "자료.gpkg:도로"]
    assert read.rows == [["가", "9007199254740993", "60", "2024-03-01 12:30:00"]]
    assert read.wkb == [None] and read.opened.crs_epsg == 5179


def test_geojson(write, read_all):
    text = (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"이름": "가", "n": 1},'
        '"geometry": {"type": "Point", "coordinates": [127.38, 36.35]}}]}'
    )
    read = read_all(write(text, "자료.geojson"))
    assert read.rows == [["가", "1"]]
    assert xy(read.wkb[0]) == (127.38, 36.35)
    assert read.opened.crs_epsg == 4326


def test_damage_that_the_source_itself_stored_is_no_damage_of_the_file(write, read_all):
    text = (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"n": "가\ufffd"},'
        '"geometry": null}]}'
    )
    read = read_all(write(text, "자료.geojson"))
    assert (read.rows, read.bad, read.wkb) == ([["가\ufffd"]], [], [None])


def test_nothing_is_written_beside_a_gml_file(write, read_all):
    text = (
        '<c:all xmlns:gml="http://www.opengis.net/gml" xmlns:c="http://example.org/c"><gml:featureMember>'
        "<c:place><c:name>가</c:name><c:at><gml:Point srsName='EPSG:5186'><gml:coordinates>234000,416000"
        "</gml:coordinates></gml:Point></c:at></c:place></gml:featureMember></c:all>"
    )
    path = write(text, "장소.gml")
    read = read_all(path)
    assert "가" in read.rows[0] and xy(read.wkb[0]) == (234000, 416000)
    assert [p.name for p in path.parent.iterdir()] == ["장소.gml"]


def test_a_reference_that_says_it_is_undefined_is_none(tmp_path, read_all):
    path = tmp_path / "x.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    source.CreateLayer("x", None, ogr.wkbPoint).CreateField(ogr.FieldDefn("a", ogr.OFTString))
    source = None
    assert read_all(path).opened.crs_wkt == ""


@pytest.mark.parametrize("name", ["가짜.shp", "가짜.gpkg", "가짜.geojson"])
def test_damaged(write, name, read_all):
    content = {
        "가짜.shp": b"no shapes at all",
        "가짜.gpkg": b"SQLite format 3\0" + b"\0" * 100,
        "가짜.geojson": b'{"type": "FeatureCollection", "features": [',
    }[name]
    with pytest.raises(LayerError) as caught:
        read_all(write(content, name))
    assert caught.value.code == "public_file_damaged"
    assert "/tmp" not in str(caught.value.values)
