"""Addresses to points: levels, references of many kinds, joined buildings, what is left over, what is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

X, Y = 234_000.0, 416_000.0
SECRET = "가상비밀로"


@pytest.fixture
def entrances(make):
    """Ten buildings on one street, 40 m apart, in EPSG:5186."""
    rows = [
        (f"Point ({X + 40 * at} {Y})", "대전광역시", "서구", "복수동", "가상로", at + 1,
         f"30170101001{at + 1:04d}0000000001")
        for at in range(10)
    ]  # fmt: skip
    fields = ("sido:string", "sgg:string", "emd:string", "road:string", "bld_main:integer", "bld_mng:string")
    return make.layer("Point", rows, fields, name="entrances")


@pytest.fixture
def shops(make):
    """A table of addresses: two right, one misspelled lot, one street without number, one blank, one elsewhere."""
    texts = [
        ("a", "대전 서구 가상로 3, 2층 (복수동)", None), ("b", None, "대전 서구 복수동 4번지"),
        ("c", "대전 서구 가상로 99", None), ("d", "대전 서구 가상로", None), ("e", None, None),
        ("f", f"부산광역시 서구 {SECRET} 3", None),
    ]  # fmt: skip
    rows = [(None, name, road, lot, 7) for name, road, lot in texts]
    return make.layer(
        "None", rows, ("name:string", "road_addr:string", "lot_addr:string", "level:integer"), name="shops"
    )


def rows_of(layer) -> dict[str, dict]:
    found = {}
    for feature in layer.getFeatures():
        values = dict(zip([field.name() for field in layer.fields()], feature.attributes()))
        point = feature.geometry()
        values["xy"] = None if point.isNull() else (point.asPoint().x(), point.asPoint().y())
        found[values["name"]] = values
    return found


def run(doors, **parameters):
    outputs = {"OUTPUT": "memory:", "UNMATCHED": "memory:"}
    return doors.run("locateaddresses", **{**outputs, **parameters})


def test_rows_by_level_and_what_is_left_over(doors, shops, entrances) -> None:
    results = run(doors, INPUT=shops, REFERENCE=[entrances])
    found, left = rows_of(results["OUTPUT"]), rows_of(results["UNMATCHED"])
    assert {name: row["level"] for name, row in found.items()} == {
        "a": "building", "b": "parcel", "c": "road", "d": "road",
    }  # fmt: skip
    assert found["a"]["xy"] == (X + 80, Y) and found["b"]["xy"] == (X + 120, Y)
    assert found["c"]["xy"] == pytest.approx((X + 180, Y)) and found["c"]["spread_m"] == 180.0
    assert [found[name]["for_dist"] for name in "abcd"] == [1, 0, 0, 0]
    assert found["a"]["matched"] == "대전광역시 서구 가상로 3 (복수동)" and found["a"]["method"] == "exact"
    assert found["a"]["level_in"] == 7, "a field of the input that is called like one of the result stays"
    assert set(left) == {"e", "f"} and left["e"]["reason"] == "no address"
    assert left["f"]["road_addr"].startswith("부산"), "all columns of the input are kept"
    assert {name: results[name] for name in ("READ", "MATCHED", "MATCHED_BUILDING", "UNMATCHED_ROWS")} == {
        "READ": 6, "MATCHED": 4, "MATCHED_BUILDING": 1, "UNMATCHED_ROWS": 2,
    }  # fmt: skip
    assert results["MATCH_RATE"] == pytest.approx(4 / 6)
    assert results["OUTPUT"].crs().authid() == "EPSG:5186"


def test_levels_and_distances_as_asked(doors, shops, entrances) -> None:
    results = run(doors, INPUT=shops, REFERENCE=[entrances], LEVEL="parcel", FOR_DISTANCE="parcel")
    found = rows_of(results["OUTPUT"])
    assert set(found) == {"a", "b"} and {row["for_dist"] for row in found.values()} == {1}
    assert results["UNMATCHED_ROWS"] == 4
    assert rows_of(results["UNMATCHED"])["c"]["reason"] == "street is known, house number is not"


def test_no_address_is_told(doors, shops, entrances, tmp_path) -> None:
    report, record = tmp_path / "report.html", tmp_path / "record.json"
    rejected = tmp_path / "rejected.csv"
    run(doors, INPUT=shops, REFERENCE=[entrances], REPORT=str(report), RUN_RECORD=str(record), REJECTED=str(rejected))
    for text in (doors.log, report.read_text("utf-8"), record.read_text("utf-8"), rejected.read_text("utf-8")):
        for secret in (SECRET, "가상로 3", "복수동 4"):
            assert secret not in text
    assert "6 rows = 4 located (of these 1 at their building) + 2 not located" in doors.log


def test_a_table_with_coordinates_is_a_reference(doors, make, shops) -> None:
    """Everything is a table: the coordinates say where it is, and in which CRS distances are measured."""
    rows = [(None, "대전광역시 서구 가상로 3", "989556.4", "1817571.0"), (None, "대전광역시 서구 가상로 4", "", "0")]
    fields = ("도로명주소:string", "X좌표:string", "Y좌표:string")
    table = make.layer("None", rows, fields, name="addresses")
    said = doors.check("locateaddresses", INPUT=shops, REFERENCE=[table])
    assert "EPSG:5179" in said and "'addresses'" in said
    results = run(doors, INPUT=shops, REFERENCE=[table], REFERENCE_CRS="EPSG:5179", REJECTED="memory:")
    assert rows_of(results["OUTPUT"])["a"]["level"] == "building"
    assert results["OUTPUT"].crs().authid() in ("EPSG:5179", "EPSG:5186")
    reasons = [feature["reason"] for feature in results["REJECTED"].getFeatures()]
    assert reasons == ["no coordinates"]


def test_degrees_in_a_table_need_no_crs(doors, make, shops) -> None:
    rows = [(None, "대전광역시 서구 가상로 3", 127.3836, 36.3555)]
    table = make.layer("None", rows, ("도로명주소:string", "경도:double", "위도:double"), name="stores")
    results = run(doors, INPUT=shops, REFERENCE=[table])
    assert results["OUTPUT"].crs().authid() == "EPSG:5186"
    assert rows_of(results["OUTPUT"])["a"]["xy"] == pytest.approx((234430.97, 417560.07), abs=0.1)


def test_the_prefix_and_chosen_fields(doors, make, entrances) -> None:
    other = make.layer("Point", [(f"Point ({X + 9000} {Y})", "대전광역시", "중구", "가상로", 3)],
                       ("sido:string", "sgg:string", "road:string", "bld_main:integer"), name="jung")  # fmt: skip
    shops = make.layer("None", [(None, "a", "가상로 3")], ("name:string", "wo:string"), name="shops")
    said = doors.check("locateaddresses", INPUT=shops, REFERENCE=[entrances, other])
    assert "'shops'" in said and "wo" in said
    plain = run(doors, INPUT=shops, REFERENCE=[entrances, other], ROAD_FIELD="wo", LEVEL="building")
    assert plain["MATCHED"] == 0 and "fits several places" in [f["reason"] for f in plain["UNMATCHED"].getFeatures()]
    assert "No row was located" in doors.log
    here = run(doors, INPUT=shops, REFERENCE=[entrances, other], ROAD_FIELD="wo", PREFIX="대전광역시 중구")
    assert rows_of(here["OUTPUT"])["a"]["xy"] == (X + 9000, Y)


def test_parcels_streets_and_dong_as_layers(doors, make) -> None:
    """Polygons and lines are taken at a point inside them and say how far they reach."""
    square = f"Polygon (({X} {Y}, {X + 60} {Y}, {X + 60} {Y + 80}, {X} {Y + 80}, {X} {Y}))"
    parcels = make.layer("Polygon", [(square, "3017010100101230004", "123-4대")], ("PNU:string", "JIBUN:string"),
                         name="parcels")  # fmt: skip
    street = make.layer("LineString", [(f"LineString ({X} {Y}, {X + 600} {Y})", "30170", "가상로", "3000001")],
                        ("SIG_CD:string", "RN:string", "RN_CD:string"), name="streets")  # fmt: skip
    dong = make.layer("Polygon", [(square, "30170101", "복수동")], ("EMD_CD:string", "EMD_KOR_NM:string"), name="dong")
    texts = ["대전 서구 복수동 123-4", "대전 서구 가상로 5", "대전 서구 복수동 9", "30170101001012300"]
    asked = make.layer("None", [(None, name, text) for name, text in zip("abcd", texts)],
                       ("name:string", "주소:string"), name="asked")  # fmt: skip
    results = run(doors, INPUT=asked, REFERENCE=[parcels, street, dong])
    found = rows_of(results["OUTPUT"])
    assert {name: row["level"] for name, row in found.items()} == {"a": "parcel", "b": "road", "c": "zone"}
    assert found["a"]["spread_m"] == 50.0 and found["b"]["spread_m"] == 300.0


def test_register_rows_on_building_polygons(doors, make, entrances) -> None:
    """Rows of the register by district, dong and lot columns; every polygon is written once."""

    def box(x: float) -> str:
        return f"Polygon (({X + x} {Y}, {X + x + 10} {Y}, {X + x + 10} {Y + 10}, {X + x} {Y + 10}, {X + x} {Y}))"

    houses = make.layer(
        "Polygon",
        [(box(0), "3017010100100010000", "1"), (box(40), "3017010100100020000", "101동"),
         (box(50), "3017010100100020000", "102동"), (box(300), "3017010100100090000", None)],
        ("A2:string", "A25:string"), name="houses",
    )  # fmt: skip
    register = make.layer(
        "None",
        [(None, "a", "30170", "10100", "0", "0001", "0000", "주건축물제1동", 90.0),
         (None, "b", "30170", "10100", "0", "0001", "0000", "", 20.0),
         (None, "c", "30170", "10100", "0", "0002", "0000", "제102동", 50.0),
         (None, "d", "30170", "10100", "0", "0002", "0000", "103동", 70.0),
         (None, "e", "30170", "10100", "0", "0000", "0000", "", 70.0)],
        ("name:string", "sgg_cd:string", "dong_cd:string", "land_gb:string", "bun:string", "ji:string",
         "block_nm:string", "arch_area:double"), name="register",
    )  # fmt: skip
    results = run(doors, INPUT=register, REFERENCE=[entrances], BUILDINGS=houses, BUILDINGS_OUT="memory:")
    found = [(f["name"], f["join_how"], f["join_rows"]) for f in results["BUILDINGS_OUT"].getFeatures()]
    plain = [(name if isinstance(name, str) else None, how, rows) for name, how, rows in found]
    assert plain == [("b", "only", 1), (None, "none", 0), ("c", "block", 1), (None, "none", 0)]
    assert results["JOIN_RATE"] == pytest.approx(2 / 5)
    assert results["MATCHED"] == 4 and results["BUILDINGS_OUT"].featureCount() == 4


def test_buildings_without_numbers_are_refused(doors, make, shops, entrances) -> None:
    said = doors.refused("locateaddresses", INPUT=shops, REFERENCE=[entrances], BUILDINGS=make.district())
    assert "PNU" in said and "'district'" in said


def test_references_without_use_are_refused_through_each_door(doors, make, shops, entrances) -> None:
    bare = make.layer("Point", [(f"Point ({X} {Y})", 1)], ("value:integer",), name="bare")
    doors.refused_everywhere("locateaddresses", "'bare'", "value", INPUT=shops, REFERENCE=[entrances, bare])
    table = make.table("도로명주소", "대전 서구 가상로 1", name="texts")
    doors.refused_everywhere("locateaddresses", "'texts'", "lon", INPUT=shops, REFERENCE=[table, entrances])
    nothing = make.layer("Point", [(f"Point ({X} {Y})", None)], ("도로명주소:string",), name="empty")
    said = doors.refused("locateaddresses", INPUT=shops, REFERENCE=[nothing])
    assert "None of the 1 rows" in said


def test_selected_rows_only(doors, shops, entrances) -> None:
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    shops.selectByIds([1, 2])
    QgsProject.instance().addMapLayer(shops, False)
    try:
        given = QgsProcessingFeatureSourceDefinition(shops.id(), True)
        results = run(doors, INPUT=given, REFERENCE=[entrances])
    finally:
        QgsProject.instance().takeMapLayer(shops)
    assert results["READ"] == 2 and set(rows_of(results["OUTPUT"])) == {"a", "b"}


def test_elsewhere_streets_and_numbers(doors, make) -> None:
    known = make.layer("Point", [("Point (317500 5690000)", "Hauptstraße", "12", "Leipzig")],
                       ("street:string", "housenumber:string", "city:string"), "EPSG:25833", "points")  # fmt: skip
    asked = make.layer("None", [(None, "a", "Hauptstr. 12, 04109 Leipzig")], ("name:string", "address:string"))
    results = run(doors, INPUT=asked, REFERENCE=[known])
    assert rows_of(results["OUTPUT"])["a"]["level"] == "building"
    assert results["OUTPUT"].crs().authid() == "EPSG:25833"


def test_one_known_address_of_a_street_says_nothing_of_distances(doors, make, entrances, tmp_path) -> None:
    asked = make.layer("None", [(None, "a", "대전 서구 외길로 9"), (None, "b", "대전 서구 가상로 99")],
                       ("name:string", "road_addr:string"), name="asked")  # fmt: skip
    other = make.layer(
        "Point", [(f"Point ({X} {Y + 700})", "대전광역시 서구 외길로 1")], ("road_addr:string",), name="one"
    )
    report = tmp_path / "report.html"
    results = run(doors, INPUT=asked, REFERENCE=[entrances, other], FOR_DISTANCE="zone", REPORT=str(report))
    found = rows_of(results["OUTPUT"])
    assert found["a"]["method"] == "single" and found["b"]["method"] == "center"
    assert not isinstance(found["a"]["spread_m"], float), "NULL"
    assert [found[name]["known_from"] for name in "ab"] == [1, 10]
    assert [found[name]["for_dist"] for name in "ab"] == [0, 1], "whatever level is allowed"
    text = report.read_text("utf-8")
    assert "Middle of the street, known from one address only" in text
    assert "Typical error of the coarse levels in the references" in text and "Rows of the references" in text


def test_nothing_is_said_of_buildings_that_were_not_given(doors, shops, entrances) -> None:
    results = run(doors, INPUT=shops, REFERENCE=[entrances])
    assert "building polygon" not in doors.log and "JOIN_RATE" not in results


def test_names_of_fields_come_along_and_codes_have_words(doors, shops, entrances, tmp_path) -> None:
    """The aliases of a layer, and those saved with a file, which Processing opens without its style."""
    from qgis.core import QgsVectorLayer

    shops.setFieldAlias(0, "상호")
    first = tmp_path / "first.gpkg"
    run(doors, INPUT=shops, REFERENCE=[entrances], OUTPUT=str(first), UNMATCHED=str(tmp_path / "rest.gpkg"))
    again = tmp_path / "again.gpkg"
    run(doors, INPUT=str(first), REFERENCE=[entrances], OUTPUT=str(again), UNMATCHED=str(tmp_path / "rest2.gpkg"))
    for path in (first, tmp_path / "rest.gpkg", again):
        fields = QgsVectorLayer(str(path), "x", "ogr").fields()
        assert fields[fields.lookupField("name")].alias() == "상호", path.name
    layer = QgsVectorLayer(str(first), "x", "ogr")
    assert layer.fields()[layer.fields().lookupField("method")].alias() == "How it was found"
    for name, code, word in (("level", "building", "Building"), ("method", "exact", "as written")):
        setup = layer.editorWidgetSetup(layer.fields().lookupField(name))
        words = {value: label for entry in setup.config()["map"] for label, value in entry.items()}
        assert setup.type() == "ValueMap" and word in words[code]


def test_files_open_styled_and_add_up(doors, shops, entrances, tmp_path) -> None:
    from qgis.core import QgsVectorLayer

    target, rest = tmp_path / "좌표.gpkg", tmp_path / "rest.csv"
    run(doors, INPUT=shops, REFERENCE=[entrances], OUTPUT=str(target), UNMATCHED=str(rest))
    layer = QgsVectorLayer(str(target), "x", "ogr")
    assert layer.loadDefaultStyle()[1] and layer.renderer().type() == "categorizedSymbol"
    assert layer.featureCount() + len(rest.read_text("utf-8").splitlines()) - 1 == 6
    assert Path(tmp_path / "좌표.run.json").is_file()
