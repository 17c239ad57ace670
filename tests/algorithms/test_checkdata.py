"""The data check as an algorithm: planted faults, tables, doubtful places, privacy of all outputs, real data."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.algorithms.importing import places, table
from tests.publicdata.samples import SAMPLES

RESIDENT, MOBILE, PERSON, MAIL = "900101-1234567", "010-1234-5678", "홍길동", "someone@example.org"
ROWS = 80
PLACE = (234000.0, 416000.0)
"""Lower left corner of the district of the makers."""


def rows_of(layer) -> list[dict]:
    from qgis.core import QgsFeature, QgsVectorLayer

    opened = QgsVectorLayer(layer, "found", "ogr") if isinstance(layer, str) and "|" not in layer else layer
    names = [field.name() for field in opened.fields()]

    def plain(feature: QgsFeature) -> dict:
        values = [None if hasattr(value, "isNull") and value.isNull() else value for value in feature.attributes()]
        return {**dict(zip(names, values)), "geometry": feature.geometry()}

    return [plain(feature) for feature in opened.getFeatures()]


def checked(doors, **parameters) -> tuple[list[dict], dict]:
    """Run with findings in memory; the findings and the results."""
    from qgis.core import QgsProcessingUtils

    results = run(doors, **{"FINDINGS": "TEMPORARY_OUTPUT", "PROFILE": "TEMPORARY_OUTPUT", **parameters})
    found = results["FINDINGS"]
    layer = found if hasattr(found, "getFeatures") else QgsProcessingUtils.mapLayerFromString(found, doors.context)
    return rows_of(layer), results


def run(doors, **parameters) -> dict:
    import processing
    from qgis.core import QgsProcessingContext, QgsProject

    feedback = doors.feedback()
    doors.context = QgsProcessingContext()
    doors.context.setProject(QgsProject.instance())
    try:
        return processing.run(
            "seodistrict:checkdata", {"TODAY": "2026-06-01", **parameters}, feedback=feedback, context=doors.context
        )
    finally:
        doors.log = feedback.textLog()


def counts(findings: list[dict]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in findings:
        found[row["check"]] = found.get(row["check"], 0) + 1
    return found


def register(make, change=None, crs="EPSG:5186", kind="Point"):
    """A register of lights in the district square; ``change(i, row)`` may alter a row (WKT, number, place, watts)."""
    random = np.random.default_rng(3)
    rows = []
    for i in range(ROWS):
        x, y = random.uniform(50, 950, 2)
        row = [f"Point ({PLACE[0] + x} {PLACE[1] + y})", f"L{i:05d}", f"중앙공원 {i}", float(90 + i % 21)]
        rows.append(tuple(change(i, row) if change else row))
    return make.layer(kind, rows, ("mng_no:string", "place:string", "watts:double"), crs, "lights")


def at(x: float, y: float) -> str:
    return f"Point ({x} {y})"


# ---------------------------------------------------------------------- what is found
def test_a_clean_register_gives_nothing(make, doors):
    findings, results = checked(doors, INPUT=register(make), DISTRICT=make.district(), KEY_FIELDS=["mng_no"])
    assert findings == []
    assert (results["ISSUES"], results["ERRORS"], results["WARNINGS"], results["ROWS"], results["FIELDS"]) == (
        0,
        0,
        0,
        ROWS,
        3,
    )
    assert results["QUALITY_SHARE"] == 1
    assert f"Rows read {ROWS} = rows checked {ROWS}" in doors.log


def test_planted_faults_are_found_in_their_rows(make, doors):
    def change(i, row):
        if i == 3:
            row[0] = None
        elif i == 4:
            row[0] = at(0, 0)
        elif i == 5:
            row[0] = at(PLACE[1] + 500, PLACE[0] + 400)
        elif i == 6:
            row[0] = at(PLACE[0] + 1300, PLACE[1] + 500)
        elif i == 7:
            row[1] = "L00002"
        elif i == 8:
            row[2] = "¼­±¸ Áß¾Ó·Î"
        elif i == 9:
            row[3] = 8888.0
        return row

    layer = register(make, change)
    fid = sorted(layer.allFeatureIds())
    findings, results = checked(doors, INPUT=layer, DISTRICT=make.district(), KEY_FIELDS=["mng_no"])
    told = {(row["check"], row["row"]) for row in findings}
    assert told == {
        ("geometry_missing", fid[3]),
        ("place_zero", fid[4]),
        ("place_swapped", fid[5]),
        ("place_outside", fid[6]),
        ("key_duplicate", fid[7]),
        ("encoding_damage", fid[8]),
        ("outlier", fid[9]),
    }
    by_check = {row["check"]: row for row in findings}
    assert by_check["place_outside"]["message"].startswith("300 m outside")
    assert str(fid[2]) in by_check["key_duplicate"]["message"]
    assert by_check["geometry_missing"]["geometry"].isNull()
    assert by_check["place_outside"]["geometry"].asPoint().x() == pytest.approx(PLACE[0] + 1300)
    assert by_check["outlier"]["value"] == "8888"
    assert results["ERRORS"] == 4 and results["ROWS"] == ROWS
    assert results["QUALITY_SHARE"] == pytest.approx(1 - 4 / ROWS)
    assert [row["id"] for row in findings] == list(range(1, 8))


def test_margin_of_the_district(make, doors):
    layer = register(make, lambda i, row: [at(PLACE[0] + 1015, PLACE[1] + 500), *row[1:]] if i == 6 else row)
    assert counts(checked(doors, INPUT=layer, DISTRICT=make.district())[0]) == {"place_outside": 1}
    assert checked(doors, INPUT=layer, DISTRICT=make.district(), MARGIN=20)[0] == []


def test_invalid_polygons_are_told_with_reason_and_place(make, doors, square):
    x, y = PLACE
    x += 400.0
    bow = f"Polygon (({x} {y}, {x + 100} {y + 100}, {x + 100} {y}, {x} {y + 100}, {x} {y}))"
    rows = [(square(200.0 * i, 0.0, 100.0), f"p{i}") for i in range(6)]
    rows[2] = (bow, "bow tie")
    rows[4] = (square(600.0, 0.0, 100.0), "same shape as row 3")
    layer = make.layer("Polygon", rows, ("name:string",), name="parcels")
    findings, results = checked(doors, INPUT=layer)
    assert counts(findings) == {"geometry_invalid": 1, "geometry_duplicate": 1}
    spot = findings[0]["geometry"].asPoint()
    assert (spot.x(), spot.y()) == pytest.approx((x + 50, y + 50))
    assert "Self-intersection" in findings[0]["message"]
    assert results["ROWS"] == 6, "nothing repaired, nothing left out"


def test_a_table_without_geometry(make, doors):
    table = make.table("code,name", "0123,가", "123,나", "0124,다", "0124,라")
    findings, results = checked(doors, INPUT=table, KEY_FIELDS=["code"])
    assert counts(findings) == {"key_duplicate": 1, "leading_zero": 1}
    assert all(row["geometry"].isNull() for row in findings)
    assert results["ROWS"] == 4


def test_a_layer_with_the_wrong_crs_is_told_and_not_refused(make, doors):
    """Degrees in a layer that says metres; a layer without a CRS; a layer with all axes swapped."""
    degrees = register(make, lambda i, row: [at(127.38 + i * 1e-4, 36.35), *row[1:]])
    assert counts(checked(doors, INPUT=degrees)[0])["crs_suspicious"] == 1
    bare = register(make, crs="")
    found = counts(checked(doors, INPUT=bare, DISTRICT=make.district())[0])
    assert found == {"crs_suspicious": 1}
    swapped = register(make, lambda i, row: [at(36.35, 127.38 + i * 1e-4), *row[1:]], crs="EPSG:4326")
    found = counts(checked(doors, INPUT=swapped, DISTRICT=make.district(crs="EPSG:4326"))[0])
    assert found["crs_suspicious"] == 1
    assert any("X and Y" in line or "swapped" in line for line in doors.log.splitlines())


def test_a_csv_by_its_path_is_all_text(make, doors, tmp_path):
    path = tmp_path / "등.csv"
    lines = ["mng_no,watts,기준일자"] + [f"L{i:04d},{90 + i}.5,2026-0{1 + i % 5}-11" for i in range(40)]
    path.write_text("\n".join(lines), encoding="utf-8")
    findings, _ = checked(doors, INPUT=str(path))
    assert counts(findings) == {"numbers_as_text": 1}


def test_damaged_names_of_fields_are_a_finding(make, doors):
    layer = make.layer("None", [(None, "a", "가"), (None, "b", "나")], ("��:string", "code:string"), name="damaged")
    assert counts(checked(doors, INPUT=layer)[0]) == {"name_damaged": 1}


def test_selected_rows_only(make, doors):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    layer = register(make, lambda i, row: [row[0], "L00001" if i in (9, 10) else row[1], *row[2:]])
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds(sorted(layer.allFeatureIds())[:10])
    given = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    try:
        findings, results = checked(doors, INPUT=given, KEY_FIELDS=["mng_no"], DISTRICT=make.district())
    finally:
        QgsProject.instance().removeAllMapLayers()
    assert results["ROWS"] == 10 and counts(findings) == {"key_duplicate": 1}


def test_profile(make, doors):
    from qgis.core import QgsProcessingUtils

    layer = register(make, lambda i, row: [row[0], row[1], "  " if i % 4 == 0 else "한밭공원", row[3]])
    _, results = checked(doors, INPUT=layer)
    found = results["PROFILE"]
    profile = rows_of(
        found if hasattr(found, "getFeatures") else QgsProcessingUtils.mapLayerFromString(found, doors.context)
    )
    by_field = {row["field"]: row for row in profile}
    assert list(by_field) == ["mng_no", "place", "watts"]
    place, watts = by_field["place"], by_field["watts"]
    assert (place["missing"], place["blank"], place["distinct"], place["common"], place["common_row"]) == (
        20,
        20,
        1,
        "한밭공원",
        60,
    )
    values = [90.0 + i % 21 for i in range(ROWS)]
    assert (watts["min"], watts["max"]) == (90.0, 110.0)
    assert (watts["q1"], watts["median"], watts["q3"]) == pytest.approx(np.quantile(values, [0.25, 0.5, 0.75]))
    assert watts["mean"] == pytest.approx(np.mean(values)) and watts["outliers"] == 0
    assert by_field["mng_no"]["reads_as"] == "code" and by_field["mng_no"]["common"] is None


# ---------------------------------------------------------------------- settings
def test_wrong_settings_are_refused_with_a_sentence(make, doors):
    layer = register(make)
    for wrong, words in (
        ({"TODAY": "March 1st"}, "2026-03-01"),
        ({"SCHEMA": "nothing"}, "cctv"),
        ({"KEY_FIELDS": ["nothing"]}, "nothing"),
        ({"FENCE": 0}, "FENCE"),
    ):
        said = refused(doors, layer, wrong)
        assert words in said, said


def refused(doors, layer, wrong: dict) -> str:
    from qgis.core import QgsProcessingContext, QgsProject

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"INPUT": layer, "FINDINGS": "TEMPORARY_OUTPUT", **wrong}
    fine, message = doors.algorithm("checkdata").checkParameterValues(parameters, context)
    assert not fine
    return message


def test_the_age_depends_on_the_day_of_reference(make, doors):
    rows = [(None, f"L{i}", "2025-01-01") for i in range(10)]
    table = make.layer("None", rows, ("mng_no:string", "updated:date"), name="lights")
    assert counts(checked(doors, INPUT=table, TODAY="2025-06-01")[0]) == {}
    assert counts(checked(doors, INPUT=table, TODAY="2026-06-01")[0]) == {"date_stale": 10}
    assert counts(checked(doors, INPUT=table, TODAY="2026-06-01", MAX_AGE=0)[0]) == {}
    assert counts(checked(doors, INPUT=table, TODAY="2024-06-01")[0]) == {"date_future": 10}


def test_standard_data_is_recognized(make, doors):
    headers = ("개방자치단체코드", "관리번호", "설치목적구분", "카메라대수", "WGS84위도", "WGS84경도", "데이터기준일자")
    rows = [
        (
            None,
            "3660000",
            f"A{i:04d}",
            "생활방범" if i else "구경",
            str(1 + i % 3),
            f"36.3{i:03d}",
            f"127.3{i:03d}",
            "2026-05-18",
        )
        for i in range(30)
    ]
    table = make.layer("None", rows, tuple(f"{header}:string" for header in headers), name="cctv")
    auto = counts(checked(doors, INPUT=table)[0])
    assert auto["standard_code"] == 1 and "cctv" in doors.log
    assert "standard_code" not in counts(checked(doors, INPUT=table, SCHEMA="")[0])
    assert counts(checked(doors, INPUT=table, SCHEMA="cctv")[0]) == auto


def test_columns_in_several_readings_give_the_same(make, doors, monkeypatch):
    from seo_district_plugin.algorithms.data import checkdata_reading

    layer = register(make, lambda i, row: [row[0], "L00001" if i == 9 else row[1], " x" if i == 3 else row[2], row[3]])
    at_once = checked(doors, INPUT=layer, KEY_FIELDS=["mng_no"])[0]
    monkeypatch.setattr(checkdata_reading, "CELLS", ROWS)
    one_by_one = checked(doors, INPUT=layer, KEY_FIELDS=["mng_no"])[0]
    assert len(at_once) == 2
    assert [{**row, "geometry": row["geometry"].asWkt()} for row in at_once] == [
        {**row, "geometry": row["geometry"].asWkt()} for row in one_by_one
    ]


# ---------------------------------------------------------------------- what the import has made
PLANTED = {
    "academies": {("standard_required", "road_addr"): 1},
    "license_new_zip": {("standard_unique", "auth_code, mng_no"): 5},  # the same table twice
}
"""Faults that the samples hold themselves; all others would be mistakes of the import or of the check."""


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_clean_file_has_no_error_after_its_import(importing, doors, tmp_path, name):
    sample = SAMPLES[name]
    path = sample.write(tmp_path)
    asked = {"CRS": f"EPSG:{sample.crs}"} if name == "generic_xy" else {}
    found: dict[tuple[str, str], int] = {}
    for layer in importing(path, **asked).layers():
        findings, results = checked(doors, INPUT=layer, SCHEMA="auto")
        names = {field.name() for field in layer.fields()}
        assert results["FIELDS"] == len(names - {"fid", "source_file", "source_row", "flags", "located"})
        for row in findings:
            assert "True" not in row["message"] and row["value"] not in ("True", "False")
            assert row["field"] not in ("source_file", "source_row", "flags", "located")
            if row["severity"] == "error":
                found[(row["check"], row["field"])] = found.get((row["check"], row["field"]), 0) + 1
    assert found == PLANTED.get(name, {})


ZONES = (
    "연번,시설종류,대상시설명,소재지도로명주소,소재지지번주소,위도,경도,관리기관명,관할경찰서명,CCTV설치여부,CCTV설치대수,"
    "보호구역도로폭,데이터기준일자,제공기관코드,제공기관명"
)


def zones(importing, folder: Path, count=60, **wrong: str):
    """An imported layer of school zones; ``wrong``: row (``r7``) -> its kind of facility."""
    rows = [
        [str(i + 1), wrong.get(f"r{i}", "초등학교"), f"가상{i}초등학교", f"대전광역시 서구 가상로 {i}",
         "대전광역시 서구 변동 000" if i > 4 else "", f"{y:.6f}", f"{x:.6f}", "대전광역시 서구청", "대전서부경찰서",
         "YN"[i % 2], str(i % 5), str(6 + i % 3), "2026-04-01", "3660000", "대전광역시 서구"]
        for i, (x, y) in enumerate(places(count))
    ]  # fmt: skip
    path = folder / "전국어린이보호구역표준데이터.csv"
    path.write_bytes(table(ZONES, rows))
    return importing(path).layer()


def test_findings_name_the_row_in_the_file(importing, doors, tmp_path):
    layer = zones(importing, tmp_path, r7="놀이터")
    findings, _ = checked(doors, INPUT=layer, REPORT=str(tmp_path / "r.html"))
    (wrong,) = [row for row in findings if row["check"] == "standard_code"]
    assert (wrong["row"], wrong["source_row"], wrong["severity"]) == (8, 9, "error")
    assert wrong["message"].startswith("[Kind of facility (kind)] ")
    assert not any(row["check"] == "numbers_as_text" for row in findings), "running numbers, and texts of the standard"
    assert all(row["source_row"] is None for row in findings if row["row"] is None)
    report = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "8 (9)" in report and "Kind of facility (kind)" in report
    assert "source_file" not in report.split("Profile of the fields")[1].split("</table>")[0]


def test_doubles_name_the_other_row_in_its_file(importing, doors, tmp_path):
    layer = zones(importing, tmp_path)
    findings, _ = checked(doors, INPUT=layer, KEY_FIELDS=["kind", "cctv"])
    doubles = [row for row in findings if row["check"] == "key_duplicate"]
    assert len(doubles) == 1 and doubles[0]["row"] is None, "nearly all rows: told once"
    assert "60 rows" in doubles[0]["message"] and ": " not in doubles[0]["message"]
    small = zones(importing, tmp_path, count=6)
    findings, _ = checked(doors, INPUT=small, KEY_FIELDS=["cctv"])
    messages = [row["message"] for row in findings if row["check"] == "key_duplicate"]
    assert len(messages) == 4 and "row 1 (row 2 of the file)" in messages[0]


def test_fields_of_the_import_count_as_such_only_beside_its_row_numbers(make, doors):
    rows = [(None, f"L{i}", None if i % 2 else "x") for i in range(10)]
    layer = make.layer("None", rows, ("mng_no:string", "flags:string"), name="lights")
    findings, results = checked(doors, INPUT=layer)
    assert counts(findings) == {"field_missing": 1} and results["FIELDS"] == 2


def test_fields_are_listed_by_severity(make, doors, tmp_path):
    """A field with few gaps stands beside the notes, one with many beside the warnings, none beside both."""
    rows = [(None, f"L{i:03d}", None if i < 3 else "in use", None if i < 9 else "new") for i in range(12)]
    layer = make.layer("None", rows, ("mng_no:string", "few_gaps:string", "many_gaps:string"), name="lights")
    run(doors, INPUT=layer, FINDINGS="TEMPORARY_OUTPUT", REPORT=str(tmp_path / "r.html"))
    report = (tmp_path / "r.html").read_text(encoding="utf-8")
    first = report.split("Findings by check")[1].split("</table>")[0]
    assert first.count("few_gaps") == 1 and first.count("many_gaps") == 1


def test_codes_are_shown_with_their_meaning(make, doors, tmp_path):
    from qgis.core import QgsVectorLayer

    layer = register(make, lambda i, row: [row[0], "L00001" if i == 9 else row[1], *row[2:]])
    layer.setFieldAlias(0, "Lamp number")
    found, profile = tmp_path / "f.gpkg", tmp_path / "p.gpkg"
    run(doors, INPUT=layer, KEY_FIELDS=["mng_no"], FINDINGS=str(found), PROFILE=str(profile))
    shown = {}
    for path, names in ((found, ("check", "severity", "field")), (profile, ("kind", "reads_as", "personal"))):
        opened = QgsVectorLayer(str(path), "x", "ogr")
        for name in names:
            setup = opened.editorWidgetSetup(opened.fields().lookupField(name))
            assert setup.type() == "ValueMap", name
            shown[name] = {value: text for item in setup.config()["map"] for text, value in item.items()}
    assert "Key occurs more than once" in shown["check"]["key_duplicate"]
    assert "Lamp number" in shown["field"]["mng_no"]
    assert "mobile phone" in shown["personal"]["mobile_phone"] and "code" in shown["reads_as"]["code"]
    (row,) = rows_of(str(found))
    assert "Lamp number (mng_no)" in row["message"]
    assert {row["field"]: row["alias"] for row in rows_of(str(profile))} == {
        "mng_no": "Lamp number",
        "place": None,
        "watts": None,
    }


def test_fields_and_rows_are_named_for_people():
    from seo_district_plugin.algorithms.data.checkdata_names import Labels, Lines, bounds_of
    from seo_district_plugin.analysis.records.quality.origin import Origin

    labels = Labels({"width": "도로폭", "name": "name", "a, b": "둘"})
    assert [labels(name) for name in ("width", "name", "width, name", "a, b", "geometry", "")] == [
        "도로폭 (width)", "name", "도로폭 (width), name", "둘 (a, b)", "geometry", "",
    ]  # fmt: skip
    fid = np.array([11, 12])
    assert (Lines(None, fid).words(1), Lines(None, fid).number(1), Lines(None, fid).short(1)) == ("12", None, "12")
    several = Lines(Origin(np.array([2, 0]), np.array(["가.csv", "나.csv"], dtype=object)), fid)
    assert (several.words(0), several.short(0), several.words(1)) == ("11 (row 2 of 가.csv)", "11 (가.csv 2)", "12")
    assert bounds_of(127.28312, 127.40331) == ("127.283", "127.403")
    assert bounds_of(1.0, 26884.0) == ("1", "26,884")
    assert bounds_of(0.0, 0.00012345) == ("0", "0.000123")
    assert bounds_of(5.5, 5.5) == ("5.5", "5.5") and bounds_of(float("nan"), 3.0) == ("", "3")
    assert bounds_of(0.0, 0.0) == ("0", "0")


# ---------------------------------------------------------------------- privacy
def test_no_personal_value_in_any_output(make, doors, tmp_path):
    """Resident numbers, phones, names and mail in damaged, doubled, stale and outlying cells: told by row alone."""
    rows = []
    for i in range(60):
        secret = f"{RESIDENT} 서�" if i % 3 == 0 else f" {PERSON} {MOBILE}"
        stamp = MOBILE if i % 9 == 0 else "2020-01-01"
        amount = 9001011234567.0 if i == 5 else 10.0 + i % 13
        code = MAIL if i % 2 else "1.0E+10"
        rows.append((at(PLACE[0] + 15 * i, PLACE[1] + 10), secret, MOBILE, f"{PERSON} ", stamp, amount, code))
    fields = ("비고:string", "연락처:string", "성명:string", "기준일자:string", "amount:double", "code:string")
    layer = make.layer("Point", rows, fields, name="민원")
    out = tmp_path / "결과"
    out.mkdir()
    results = run(
        doors, INPUT=layer, DISTRICT=make.district(), KEY_FIELDS=["성명", "비고"], DATE_FIELDS=["기준일자"],
        FINDINGS=str(out / "f.csv"), PROFILE=str(out / "p.csv"), REJECTED=str(out / "r.csv"),
        REPORT=str(out / "report.html"), RUN_RECORD=str(out / "run.json"),
    )  # fmt: skip
    run(doors, INPUT=layer, KEY_FIELDS=["성명"], FINDINGS=str(out / "f.gpkg"), PROFILE=str(out / "p.gpkg"))
    texts = {path.name: path.read_bytes().decode("utf-8", "replace") for path in out.iterdir() if path.is_file()}
    texts["log"] = doors.log
    assert len(texts) >= 7 and results["ISSUES"] > 60
    for name, content in texts.items():
        for secret in ("900101", "1234567", "1234-5678", PERSON, MAIL):
            assert secret not in content, f"{secret} in {name}"
    assert "personal_field" in texts["f.csv"]
    record = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert record["figures"]["ROWS"] == 60


# ---------------------------------------------------------------------- outputs
def test_files_open_styled_and_say_what_to_do(make, doors, tmp_path):
    from qgis.core import QgsVectorLayer

    layer = register(make, lambda i, row: [row[0], "L00001" if i == 9 else row[1], *row[2:]])
    path = tmp_path / "점검 결과.gpkg"
    run(doors, INPUT=layer, KEY_FIELDS=["mng_no"], FINDINGS=str(path), REPORT=str(tmp_path / "r.html"))
    opened = QgsVectorLayer(str(path), "x", "ogr")
    assert opened.renderer().type() == "categorizedSymbol" and opened.renderer().classAttribute() == "severity"
    report = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Key occurs more than once" in report and "What to do" in report


def test_every_sentence_and_remedy_is_there(provider):
    from seo_district_plugin.algorithms.data.checkdata_words import check_names, personal_words, remedies, sentences
    from seo_district_plugin.analysis.records.quality.findings import CHECKS
    from seo_district_plugin.analysis.records.quality.privacy import FIELD_KINDS

    told = {key.split(":")[0] for key in sentences()}
    assert told == set(check_names()) == set(remedies()) == set(CHECKS)
    assert set(personal_words()) - {""} == set(FIELD_KINDS)


# ---------------------------------------------------------------------- real data
def test_real_stores(real_data: Path, doors, provider):
    """26,884 shops: ids unique, every shop in the district, 373 repeat name and coordinate of another."""
    stores = str(real_data / "seogu_stores" / "stores.gpkg")
    district = str(real_data / "daejeon_boundaries" / "seogu_dong_2026.geojson")
    findings, results = checked(doors, INPUT=stores, DISTRICT=district, KEY_FIELDS=["store_id"])
    assert results["ROWS"] == 26_884 and results["ERRORS"] == 0
    found = counts(findings)
    assert "place_outside" not in found and "key_duplicate" not in found
    named, _ = checked(doors, INPUT=stores, DISTRICT=district, KEY_FIELDS=["name"], KEY_PLACE=True)
    assert counts(named)["key_duplicate"] == 373
