"""Population through the algorithm: totals kept, ages regrouped, hidden counts, finer totals, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

NAME = "allocatepopulation"
AGES = [f"2026년09월_계_{age}세" for age in range(100)] + ["2026년09월_계_100세 이상"]
GROUPS = "0-5,6-12,13-18,19-64,65+"
WEST, SOUTH = 234_000.0, 416_000.0


def square(x: float, y: float, size: float) -> str:
    """WKT of a square; x and y count from the corner of the test district."""
    x, y = WEST + x, SOUTH + y
    return f"Polygon (({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"


def point(x: float, y: float) -> str:
    return f"Point ({WEST + x} {SOUTH + y})"


@pytest.fixture
def zones(make):
    """Two dong of 400 x 400 m side by side, codes of eight digits."""
    rows = [(square(0, 0, 400), "30170510", 100), (square(400, 0, 400), "30170520", 60)]
    return make.layer("Polygon", rows, ("adm_cd:string", "pop:integer"), name="dong")


@pytest.fixture
def buildings(make):
    """Buildings of 20 m: three in the first dong (one a school), one across the border, one in the second."""
    rows = [
        (square(50, 50, 20), "b1", 300.0, "단독주택"),
        (square(100, 50, 20), "b2", 100.0, "공동주택"),
        (square(150, 50, 20), "b3", 900.0, "교육연구시설"),
        (square(390, 50, 20), "b4", 200.0, "공동주택"),
        (square(600, 50, 20), "b5", None, "공동주택"),
    ]
    return make.layer("Polygon", rows, ("id:string", "floor:double", "use_nm:string"), name="buildings")


def residents(make, **rows: list):
    """A table as downloaded: codes in brackets, counts as text."""
    fields = ("행정구역:string", "2026년09월_계_총인구수:string", *(f"{age}:string" for age in AGES))
    values = []
    for code, ages in rows.items():
        known = [3 if age == "*" else int(age) for age in ages]  # the total knows what is hidden
        values.append((None, f"대전광역시 서구 가상동({code[1:]}00)", f"{sum(known):,}", *map(str, ages)))
    return make.layer("None", values, fields, name="residents")


def rows_of(layer) -> list[dict]:
    names = [field.name() for field in layer.fields()]
    return [
        {n: v if isinstance(v, (int, float, str)) else None for n, v in zip(names, f.attributes())}
        for f in layer.getFeatures()
    ]


def by_id(results) -> dict[str, dict]:
    return {str(row["id"]): row for row in rows_of(results["OUTPUT"])}


def test_fields_of_the_zones_by_area(doors, zones, buildings) -> None:
    results = doors.run(NAME, ZONES=zones, TARGETS=buildings)
    found = by_id(results)
    assert results["POPULATION"] == results["ALLOCATED"] == 160 and results["UNALLOCATED_PEOPLE"] == 0
    assert found["b1"]["pop"] == pytest.approx(100 / 3.5) and found["b5"]["pop"] == pytest.approx(40)
    assert found["b4"]["pop"] == pytest.approx(100 * 0.5 / 3.5 + 20) and found["b4"]["zones"] == 2
    assert sum(row["pop"] for row in found.values()) == pytest.approx(160, rel=1e-12)


def test_buildings_are_internal_and_say_so(doors, zones, buildings, tmp_path) -> None:
    report = tmp_path / "report.html"
    results = doors.run(NAME, ZONES=zones, TARGETS=buildings, REPORT=str(report))
    assert {row["internal"] for row in by_id(results).values()} == {1}
    assert "must not be published" in report.read_text(encoding="utf-8")
    assert "Not to be published" in results["OUTPUT"].mapTipTemplate() and "Internal" in doors.log


@pytest.mark.parametrize(("level", "internal"), [("auto", 0), ("building", 1), ("cell", 0)])
def test_cells_are_seen_by_their_size(doors, make, zones, level, internal) -> None:
    results = doors.run(NAME, ZONES=zones, TARGETS=make.cells(side=4), LEVEL=level)
    assert {row["internal"] for row in rows_of(results["OUTPUT"])} == {internal}


def test_floor_area_of_residential_buildings(doors, zones, buildings) -> None:
    rule = "\"use_nm\" IN ('단독주택', '공동주택')"
    results = doors.run(NAME, ZONES=zones, TARGETS=buildings, WEIGHT_FIELD="floor", RESIDENTIAL=rule)
    found = by_id(results)
    assert {key: row["pop"] for key, row in found.items()} == pytest.approx(
        {"b1": 60.0, "b2": 20.0, "b3": 0.0, "b4": 20.0 + 60.0, "b5": 0.0}
    )
    assert "4 of 5 targets are residential" in doors.log


def test_a_table_of_single_years_by_code(doors, make, zones, buildings) -> None:
    first, second = list(range(101)), [7] * 101
    table = residents(make, d30170510=first, d30170520=second)
    results = doors.run(NAME, ZONES=zones, COUNTS=table, GROUPS=GROUPS, TARGETS=buildings, INTEGER=True)
    names = ["p_0_5", "p_6_12", "p_13_18", "p_19_64", "p_65_up"]
    rows = rows_of(results["OUTPUT"])
    borders = [(0, 6), (6, 13), (13, 19), (19, 65), (65, 101)]
    for name, (low, high) in zip(names, borders):
        assert sum(row[name] for row in rows) == sum(first[low:high]) + sum(second[low:high]), name
    assert all(isinstance(row[name], int) for row in rows for name in names)
    assert all(row["pop"] == sum(row[name] for name in names) for row in rows)
    assert results["POPULATION"] == sum(first) + sum(second)
    assert results["OUTPUT"].fields().field("p_6_12").name() == "p_6_12"


def test_hidden_ages_and_total_rows(doors, make, zones, tmp_path) -> None:
    first = [10, "*", *[5] * 99]
    table = residents(make, d30170510=first, d30170520=[3] * 101, d30170000=[13, 6, *[8] * 99])
    report, rejected = tmp_path / "r.html", tmp_path / "rejected.gpkg"
    results = doors.run(
        NAME, ZONES=zones, COUNTS=table, GROUPS="0,1,2+", TARGETS=make.cells(side=8), REPORT=str(report),
        REJECTED=str(rejected),
    )  # fmt: skip
    rows = rows_of(results["OUTPUT"])
    assert results["MASKED_CELLS"] == 1
    assert sum(row["p_1"] for row in rows) == pytest.approx(6), "3 and what the totals leave"
    assert "hidden counts were estimated" in report.read_text(encoding="utf-8")
    from qgis.core import QgsVectorLayer

    out = rows_of(QgsVectorLayer(str(rejected), "r", "ogr"))
    assert [row["reason"] for row in out] == ["a total of other rows"] and "3017000000" in out[0]["detail"]


def test_long_tables_of_cells(doors, make, tmp_path) -> None:
    """SGIS: a row per cell and item, N/A hidden; five-year ages divided evenly or by shares."""
    cells = make.layer("Polygon", [(square(0, 0, 400), "다바881146")], ("GRID_CD:string",), name="grid")
    rows = [f"2024,다바881146,in_age_{n:03d},{10 * n}" for n in range(1, 21)] + ["2024,다바881146,in_age_021,N/A"]
    table = make.table("year,cell,item,value", *rows, "2024,다바881146,to_in_001,2103")
    given = {"ZONES": cells, "ZONE_FIELD": "GRID_CD", "COUNTS": table, "ITEM_FIELD": "item", "VALUE_FIELD": "value",
             "TARGETS": make.cells(side=4), "GROUPS": "6-12,13+"}  # fmt: skip
    results = doors.run(NAME, **given)
    rows = rows_of(results["OUTPUT"])
    assert sum(row["p_6_12"] for row in rows) == pytest.approx(0.8 * 20 + 0.6 * 30)
    assert sum(row["p_13_up"] for row in rows) == pytest.approx(0.4 * 30 + sum(range(40, 201, 10)) + 3)
    shares = make.table("age,share", *(f"{age},{1 if age < 7 else 0.001}" for age in range(101)))
    shared = rows_of(doors.run(NAME, **given, SHARES=shares)["OUTPUT"])
    assert sum(row["p_6_12"] for row in shared) == pytest.approx(20 * 1.003 / 2.003 + 0.6 * 30)


def test_bare_numbers_in_a_field_of_ages_are_years_of_age(doors, make) -> None:
    cells = make.layer("Polygon", [(square(0, 0, 400), "30170510")], ("code:string",), name="zones")
    table = make.table("dong_cd,age,total", *(f"30170510,{age},{age}" for age in range(101)))
    given = {"ZONES": cells, "ZONE_FIELD": "code", "ITEM_FIELD": "age", "VALUE_FIELD": "total", "COUNTS": table}
    rows = rows_of(doors.run(NAME, **given, TARGETS=make.cells(side=4), GROUPS="6-12,65+")["OUTPUT"])
    assert sum(row["p_6_12"] for row in rows) == pytest.approx(sum(range(6, 13)))
    assert sum(row["p_65_up"] for row in rows) == pytest.approx(sum(range(65, 101)))


def test_people_who_cannot_be_placed_are_listed(doors, make, buildings, tmp_path) -> None:
    rows = [(square(0, 0, 400), "a", 100), (square(0, 600, 300), "empty", 30), (None, "shapeless", 9)]
    zones = make.layer("Polygon", rows, ("code:string", "pop:integer"), name="zones")
    results = doors.run(NAME, ZONES=zones, ZONE_FIELD="code", TARGETS=buildings, UNALLOCATED="memory:")
    assert (results["POPULATION"], results["ALLOCATED"], results["UNALLOCATED_PEOPLE"]) == (139, 100, 39)
    listed = {row["zone"]: (row["people"], row["reason"]) for row in rows_of(results["UNALLOCATED"])}
    assert listed["empty"] == (30, "no target in the zone")
    assert listed["shapeless"] == (9, "no zone with this code and a usable shape")


@pytest.mark.parametrize(("fallback", "allocated"), [("area", 160), ("none", 100)])
def test_zones_without_weights(doors, zones, buildings, fallback, allocated) -> None:
    rule = "\"id\" <> 'b4'"
    results = doors.run(
        NAME, ZONES=zones, TARGETS=buildings, WEIGHT_FIELD="floor", RESIDENTIAL=rule, FALLBACK=fallback,
        UNALLOCATED="memory:",
    )  # fmt: skip
    assert results["ALLOCATED"] == allocated and results["UNALLOCATED_PEOPLE"] == 160 - allocated
    if fallback == "none":
        assert [row["reason"] for row in rows_of(results["UNALLOCATED"])] == ["no target of the zone has a weight"]
    else:
        assert by_id(results)["b5"]["basis"] == "area" and by_id(results)["b1"]["basis"] == "weight"


def test_zones_and_rows_without_each_other(doors, make, zones, buildings) -> None:
    table = make.table("adm_cd,pop", "30170510,40", "30170999,5", ",2")
    results = doors.run(NAME, ZONES=zones, COUNTS=table, TARGETS=buildings, UNALLOCATED="memory:")
    assert (results["POPULATION"], results["ALLOCATED"], results["UNALLOCATED_PEOPLE"]) == (47, 40, 7)
    reasons = [(row["zone"], row["people"], row["reason"]) for row in rows_of(results["UNALLOCATED"])]
    assert ("30170520", None, "no row of counts") in reasons and ("", 2, "row without a code") in reasons
    assert "1 zones have no row of counts" in doors.log


def test_points_and_whole_targets(doors, make, zones, buildings) -> None:
    points = make.layer("Point", [(point(10, 10),), (point(20, 10),), (point(500, 10),), (point(900, 10),)], name="p")
    results = doors.run(NAME, ZONES=zones, TARGETS=points)
    assert [row["pop"] for row in rows_of(results["OUTPUT"])] == [50, 50, 60, 0]
    whole = by_id(doors.run(NAME, ZONES=zones, TARGETS=buildings, SPLIT="point"))
    assert whole["b4"]["zones"] == 1 and whole["b4"]["zone"] == "2"


def test_error_against_finer_totals(doors, make, zones, tmp_path) -> None:
    """People live in proportion to a: with that weight nobody is in the wrong unit, by area a known part."""
    cells = make.cells(side=4)
    truth = np.arange(16, dtype=float)
    finer = make.cells(side=4, name="finer", values=lambda i: [truth[i] * 100 / 120, 0.0, "*" if i == 15 else "x"])
    one = make.layer("Polygon", [(square(0, 0, 400), 100)], ("pop:integer",), name="one")
    report = tmp_path / "r.html"
    results = doors.run(
        NAME, ZONES=one, TARGETS=cells, WEIGHT_FIELD="a", FINER=finer, FINER_FIELD="a", REPORT=str(report)
    )
    assert results["ERROR_SHARE"] == pytest.approx(0, abs=1e-12)
    plain = np.abs(truth * 100 / 120 - 100 / 16).sum() / 2 / 100
    assert results["ERROR_SHARE_AREA"] == pytest.approx(plain)
    assert "By area alone" in report.read_text(encoding="utf-8")


def test_the_record_holds_nobody(doors, make, zones, buildings, tmp_path) -> None:
    """Ids of buildings stay in the data: neither log, report nor record has them."""
    report, record = tmp_path / "r.html", tmp_path / "r.json"
    doors.run(NAME, ZONES=zones, TARGETS=buildings, REPORT=str(report), RUN_RECORD=str(record))
    texts = [doors.log, report.read_text(encoding="utf-8"), json.dumps(json.loads(Path(record).read_text("utf-8")))]
    for text in texts:
        assert "b4" not in text.replace("4b4", "") or "공동주택" not in text
        assert "공동주택" not in text


def test_a_real_district(doors, real_data, tmp_path) -> None:
    """24 dong of a month on cells of 100 m: other months are filtered away, everybody is placed."""
    from qgis.core import QgsProcessingFeatureSourceDefinition

    dong = str(real_data / "daejeon_boundaries" / "seogu_dong_2026.geojson")
    cells = doors.run("districtgrid", DISTRICT=dong, CLIP="whole", OUTPUT=str(tmp_path / "cells.gpkg"))["OUTPUT"]
    table = str(real_data / "daejeon_floating_population" / "seogu_monthly.csv")
    given = {"ZONES": dong, "ZONE_FIELD": "code", "TARGETS": cells, "COUNT_FIELDS": "pop_month_avg", "INTEGER": True}
    assert "several rows" in doors.refused(NAME, COUNTS=table, **given)
    month = QgsProcessingFeatureSourceDefinition(table)
    month.filterExpression = "\"month\" = '202501'"
    results = doors.run(NAME, COUNTS=month, **given)
    lines = (real_data / "daejeon_floating_population" / "seogu_monthly.csv").read_text("utf-8").splitlines()[1:]
    people = sum(int(line.split(",")[4]) for line in lines if line.split(",")[3] == "202501")
    assert results["POPULATION"] == results["ALLOCATED"] == people > 1_000_000 and results["UNALLOCATED_PEOPLE"] == 0
    rows = rows_of(results["OUTPUT"])
    assert sum(row["pop"] for row in rows) == people and {row["internal"] for row in rows} == {0}


def test_whole_people_spread_over_a_zone_and_by_the_seed(doors, make) -> None:
    """Measured in another CRS the areas of cells carry noise; every quarter of the zone still gets its people."""
    one = make.layer("Polygon", [(square(0, 0, 4000), "a", 500)], ("code:string", "pop:integer"), name="one")
    cells = make.cells(side=40)
    runs = []
    for seed in (1, 2):
        results = doors.run(NAME, ZONES=one, TARGETS=cells, INTEGER=True, SEED=seed, ANALYSIS_CRS="EPSG:5179")
        rows = rows_of(results["OUTPUT"])
        assert results["ALLOCATED"] == results["POPULATION"] == sum(row["pop"] for row in rows) == 500
        assert all(isinstance(row[name], int) for row in rows for name in ("pop", "pop_low", "pop_high"))
        assert all(row["pop_low"] <= row["pop"] <= row["pop_high"] for row in rows)
        quarter = np.zeros(4)
        for feature, row in zip(results["OUTPUT"].getFeatures(), rows):
            center = feature.geometry().centroid().asPoint()
            quarter[int(center.x() > WEST + 2000) + 2 * int(center.y() > SOUTH + 2000)] += row["pop"]
        assert np.abs(quarter - 125).max() <= 6, quarter
        runs.append([row["pop"] for row in rows])
    assert runs[0] != runs[1]


def test_the_legend_has_no_class_twice() -> None:
    from seo_district_plugin.algorithms.data.allocatepopulation_report import people_style

    noisy = 4.13 * (1 + np.random.default_rng(1).uniform(-1e-6, 1e-6, 900))
    people = np.array([0.0, *noisy, *np.linspace(5, 39, 90)])
    style = people_style(people, False)
    labels = [entry.label for entry in style.classes]
    assert labels == ["0", "above 0, to 4.13", "4.13 to 39"]
    assert style.classes[1].high >= noisy.max() and style.classes[2].high == 39
    assert [entry.label for entry in people_style(np.full(5, 2.0), False).classes] == ["0", "above 0, to 2"]


def test_basis_says_what_was_spread_by(doors, make, zones, buildings, tmp_path) -> None:
    report = tmp_path / "r.html"
    results = doors.run(NAME, ZONES=zones, TARGETS=buildings, REPORT=str(report))
    assert {row["basis"] for row in rows_of(results["OUTPUT"])} == {"area"}
    text = report.read_text(encoding="utf-8")
    assert "<td>weight</td>" not in text and "no target has a weight" not in text
    points = make.layer("Point", [(point(10, 10),), (point(900, 10),)], name="p")
    assert [row["basis"] for row in rows_of(doors.run(NAME, ZONES=zones, TARGETS=points)["OUTPUT"])] == [
        "all alike", None]  # fmt: skip
    rule = "\"id\" <> 'b4'"
    given = {"ZONES": zones, "TARGETS": buildings, "WEIGHT_FIELD": "floor", "RESIDENTIAL": rule}
    doors.run(NAME, **given, REPORT=str(report))
    assert "In 1 zones no target has a weight" in report.read_text(encoding="utf-8")


def test_the_report_has_ages_names_and_what_was_asked_for(doors, make, buildings, tmp_path) -> None:
    rows = [(square(0, 0, 400), "1", "Kasu", 8, 30), (square(400, 0, 400), "2", "Dunsan", 4, 10)]
    zones = make.layer("Polygon", rows, ("code:string", "adm_nm:string", "p_0_5:integer", "p_6_up:integer"))
    report = tmp_path / "r.html"
    results = doors.run(NAME, ZONES=zones, ZONE_FIELD="code", TARGETS=buildings, GROUPS="0-5,6+", REPORT=str(report))
    text = report.read_text(encoding="utf-8")
    assert "Totals of the age groups" in text and "Together" in text and "Kasu" in text
    assert "the fields of the zones themselves" in text and "not everybody" not in text
    layer = results["OUTPUT"]
    assert layer.attributeAlias(layer.fields().indexOf("pop")) == "People, all groups"
    results = doors.run(NAME, ZONES=zones, ZONE_FIELD="code", TARGETS=buildings, GROUPS="0-5", REPORT=str(report))
    layer = results["OUTPUT"]
    assert layer.attributeAlias(layer.fields().indexOf("pop")) == "Sum of the age groups asked for"
    assert "of the groups asked for, not everybody: 0-5" in report.read_text(encoding="utf-8")
    assert results["POPULATION"] == 12


def test_hidden_counts_that_cannot_be_met_are_said(doors, make, zones, tmp_path) -> None:
    fields = ("행정구역:string", "2026년09월_계_총인구수:string", *(f"{age}:string" for age in AGES))
    ages = ["*", *["5"] * 100]
    rows = [(None, f"가상동({code}00)", total, *ages) for code, total in (("30170510", "503"), ("30170520", "550"))]
    report = tmp_path / "r.html"
    doors.run(
        NAME, ZONES=zones, COUNTS=make.layer("None", rows, fields, name="residents"), GROUPS="0,1+",
        TARGETS=make.cells(side=8), REPORT=str(report),
    )  # fmt: skip
    assert "1 totals cannot be met by hidden counts" in doors.log
    assert "1 totals cannot be met by hidden counts" in report.read_text(encoding="utf-8")


def test_targets_keep_their_crs_and_the_code_of_cells(doors, make, zones, buildings) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject

    there = QgsCoordinateReferenceSystem("EPSG:5179")
    move = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:5186"), there, QgsProject.instance())
    rows = []
    for number in range(16):
        geometry = QgsGeometry.fromWkt(square(100 * (number % 4), 100 * (number // 4), 100))
        geometry.transform(move)
        rows.append((geometry.asWkt(9), number + 1, f"다바{number:06d}", "홍길동"))
    cells = make.layer("Polygon", rows, ("id:integer", "code:string", "owner:string"), "EPSG:5179", "cells")
    layer = doors.run(NAME, ZONES=zones, TARGETS=cells, ANALYSIS_CRS="EPSG:5186")["OUTPUT"]
    assert layer.crs().authid() == "EPSG:5179" and "owner" not in layer.fields().names()
    for feature, given in zip(layer.getFeatures(), cells.getFeatures()):
        assert feature["code"] == given["code"] and feature["id"] == given["id"]
        assert feature.geometry().equals(given.geometry()), "to the last digit"
    assert sum(row["pop"] for row in rows_of(layer)) == pytest.approx(100)
    register = make.layer("Polygon", [(square(5, 5, 20), "3017-7")], ("code:string",), name="register")
    assert "code" not in doors.run(NAME, ZONES=zones, TARGETS=register)["OUTPUT"].fields().names()


# ---------------------------------------------------------------------- bad input
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"GROUPS": "6-"}, ("no column of ages",)),
        ({"GROUPS": "12-6"}, ("12-6", "0-5,6-12")),
        ({"GROUPS": "0-6,6-12"}, ("0-6", "6-12", "overlap")),
    ],
)
def test_groups_that_cannot_be(doors, zones, buildings, changes, words) -> None:
    doors.refused_in_the_run(NAME, *words, ZONES=zones, TARGETS=buildings, **changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"MASKED_RANGE": "4-1"}, ("1-4",)),
        ({"COUNT_FIELDS": "pop, people"}, ("people", "adm_cd")),
        ({"RESIDENTIAL": '"usage" = 1'}, ("usage",)),
        ({"RESIDENTIAL": '"use_nm" = '}, ("Residential rule",)),
        ({"WEIGHT_FIELD": "use_nm"}, ("use_nm", "numbers")),
        ({"LEVEL": "house"}, ("house",)),
    ],
)
def test_settings_that_cannot_be(doors, zones, buildings, changes, words) -> None:
    doors.refused_everywhere(NAME, *words, ZONES=zones, TARGETS=buildings, **changes)


def test_settings_that_need_each_other(doors, make, zones, buildings) -> None:
    doors.refused_everywhere(NAME, "Field of the finer totals", ZONES=zones, TARGETS=buildings, FINER=zones)
    table = make.table("adm_cd,item,value", "30170510,to_in_001,5")
    doors.refused_everywhere(NAME, "Value field", ZONES=zones, TARGETS=buildings, COUNTS=table, ITEM_FIELD="item")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["25030510,5"], ("25030510", "30170510", "differ")),
        (["30170510,5", "30170510,6"], ("several rows", "30170510")),
        (["30170510,five"], ("pop", "row 1")),
        (["30170510,-5"], ("pop", "negative")),
    ],
)
def test_tables_that_cannot_be(doors, make, zones, buildings, rows, words) -> None:
    table = make.table("adm_cd,pop", *rows)
    doors.refused_in_the_run(NAME, *words, ZONES=zones, TARGETS=buildings, COUNTS=table)


def test_columns_nobody_recognizes(doors, make, zones, buildings) -> None:
    table = make.table("adm_cd,a,b", "30170510,1,2")
    doors.refused_in_the_run(NAME, "a, b", "COUNT_FIELDS", ZONES=zones, TARGETS=buildings, COUNTS=table)
    table = make.table("x,pop", "30170510,1")
    doors.refused_in_the_run(NAME, "code of the zones", ZONES=zones, TARGETS=buildings, COUNTS=table)
    months = make.table("adm_cd,2026년08월_계_0세,2026년09월_계_0세", "30170510,1,2")
    doors.refused_in_the_run(NAME, "same ages", ZONES=zones, TARGETS=buildings, COUNTS=months, GROUPS="0")


def test_targets_that_lie_nowhere_or_weigh_less_than_nothing(doors, make, zones) -> None:
    far = make.layer("Polygon", [(square(5000, 5000, 20), 1.0)], ("w:double",), name="far")
    doors.refused_in_the_run(NAME, "None of the 1 targets", ZONES=zones, TARGETS=far)
    negative = make.layer("Polygon", [(square(50, 50, 20), -1.0)], ("w:double",), name="negative")
    doors.refused_in_the_run(NAME, "negative weight", ZONES=zones, TARGETS=negative, WEIGHT_FIELD="w")


def test_finer_totals_without_values(doors, make, zones, buildings) -> None:
    finer = make.layer("Polygon", [(square(0, 0, 400), "*")], ("n:string",), name="finer")
    doors.refused_in_the_run(NAME, "no value", ZONES=zones, TARGETS=buildings, FINER=finer, FINER_FIELD="n")


def test_elsewhere_in_the_world(doors, make) -> None:
    """Census block groups with plain English names, in degrees."""
    rows = [(f"Polygon (({x} 51.3, {x + 0.004} 51.3, {x + 0.004} 51.303, {x} 51.303, {x} 51.3))", f"BG{n}", 50, 30)
            for n, x in enumerate((12.3, 12.304))]  # fmt: skip
    zones = make.layer("Polygon", rows, ("geoid:string", "age_0_17:integer", "age_18_up:integer"), "EPSG:4326", "bg")
    spots = [(f"Point ({x} 51.301)", x) for x in (12.301, 12.302, 12.305)]
    points = make.layer("Point", spots, ("x:double",), "EPSG:4326", "homes")
    results = doors.run(NAME, ZONES=zones, ZONE_FIELD="geoid", TARGETS=points, GROUPS="0-17,18+")
    found = rows_of(results["OUTPUT"])
    assert [(row["zone"], row["p_0_17"], row["p_18_up"]) for row in found] == [
        ("BG0", 25, 15), ("BG0", 25, 15), ("BG1", 50, 30)]  # fmt: skip
