"""Suitability through the algorithm: criteria in, scores, ranks, reasons and answers out."""

from __future__ import annotations

import csv

import numpy as np
import pytest

CRS = "EPSG:5186"
SIDE = 12


@pytest.fixture(scope="module")
def places(provider):
    """144 cells of 100 m; shops fall from the lower left corner, roads are far in the north, one value is missing."""
    return cells(0.0)


def cells(shift: float):
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    fields = "field=shops:double&field=road_m:double&field=use:string&field=flood:integer"
    layer = QgsVectorLayer(f"Polygon?crs={CRS}&{fields}", "cells", "memory")
    features = []
    for row in range(SIDE):
        for column in range(SIDE):
            x, y = 234_000.0 + 100 * column + shift, 416_000.0 + 100 * row + shift
            shops = 1000.0 - 40 * (column + shift / 100) - 15 * (row + shift / 100)
            use = ("park", "school", "other")[(row + column) % 3]
            missing = row == SIDE - 1 and column == SIDE - 1 and not shift
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 100, y + 100)))
            feature.setAttributes([None if missing else shops, 50.0 * row, use, int(column == 0)])
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


@pytest.fixture(scope="module")
def score(places):
    """Run the algorithm; returns rows as dicts, and the results."""
    import processing

    def _score(**parameters):
        given = {"INPUT": places, "OUTPUT": "memory:", "DRAWS": 100, **parameters}
        results = processing.run("seodistrict:suitabilityscore", given)
        names = [field.name() for field in results["OUTPUT"].fields()]
        rows = [
            {
                name: value if isinstance(value, (int, float, str)) else None
                for name, value in zip(names, f.attributes())
            }
            for f in results["OUTPUT"].getFeatures()
        ]
        return rows, results

    return _score


def criteria_file(folder, *rows: str) -> str:
    path = folder / "criteria.csv"
    head = "field,weight,direction,transform,low,high,points"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return str(path)


def test_fields_alone_give_equal_weights_and_contributions_that_add_up(score) -> None:
    rows, results = score(FIELDS=["shops", "road_m"])
    scored = [row for row in rows if row["score"] is not None]
    assert results["SCORED"] == len(scored) == 143
    assert results["MISSING_ROWS"] == 1
    for row in scored:
        assert row["score"] == pytest.approx(row["c_shops"] + row["c_road_m"])
    best = min(scored, key=lambda row: row["rank"])
    assert best["rank"] == 1 and best["score"] == max(row["score"] for row in scored)
    assert [row["missing"] for row in rows if row["score"] is None] == ["shops"]


def test_a_criteria_table_is_obeyed(score, tmp_path) -> None:
    table = criteria_file(tmp_path, "shops,3,benefit,linear,0,1000,", "road_m,1,cost,linear,0,500,")
    rows, _ = score(CRITERIA=table)
    for row in rows:
        if row["score"] is not None:
            shops = np.clip(row["shops"] / 1000, 0, 1)
            road = 1 - np.clip(row["road_m"] / 500, 0, 1)
            assert row["score"] == pytest.approx(0.75 * shops + 0.25 * road)


def test_piecewise_gaussian_and_categories(score, tmp_path) -> None:
    table = criteria_file(
        tmp_path,
        'shops,1,benefit,piecewise,,,"400:0; 700:1"',
        "road_m,1,benefit,gaussian,200,100,",
        'use,2,benefit,categories,,,"park=1; school=0.5; *=0"',
    )
    rows, _ = score(CRITERIA=table)
    for row in rows:
        if row["score"] is not None:
            shops = np.interp(row["shops"], [400, 700], [0, 1])
            road = np.exp(-0.5 * ((row["road_m"] - 200) / 100) ** 2)
            use = {"park": 1.0, "school": 0.5, "other": 0.0}[row["use"]]
            assert row["score"] == pytest.approx((shops + road + 2 * use) / 4)


def test_the_filled_table_given_back_gives_the_same(score, tmp_path) -> None:
    out = str(tmp_path / "used.csv")
    table = criteria_file(tmp_path, "shops,3,benefit,linear,,,", "road_m,1,cost,percentile,,,")
    first, _ = score(CRITERIA=table, CRITERIA_OUT=out)
    with open(out, encoding="utf-8", newline="") as stream:
        filled = list(csv.DictReader(stream))
    assert float(filled[0]["high"]) == 1000.0, "bounds taken from the data are written out"
    again, _ = score(CRITERIA=out)
    assert [row["score"] for row in first] == [row["score"] for row in again]


@pytest.mark.parametrize("method", ["sum", "product", "topsis"])
def test_every_method_ranks_the_dominating_place_first(score, method: str) -> None:
    rows, _ = score(FIELDS=["shops"], METHOD=method)
    best = next(row for row in rows if row["rank"] == 1)
    assert best["shops"] == 1000.0


def test_pairwise_comparisons_give_weights_and_the_consistency_ratio(score) -> None:
    rows, results = score(FIELDS=["shops", "road_m", "flood"], PAIRWISE="1,3,5; 1/3,1,2; 1/5,1/2,1")
    assert results["CONSISTENCY_RATIO"] == pytest.approx(0.0032, abs=5e-4)
    top = [row for row in rows if row["rank"] == 1][0]
    assert top["c_shops"] > top["c_road_m"]


def test_excluded_places_keep_the_rule_and_get_no_rank(score) -> None:
    rows, results = score(FIELDS=["shops"], EXCLUDE='"flood" = 1\n"road_m" > 500')
    excluded = [row for row in rows if row["excluded"]]
    assert results["EXCLUDED_ROWS"] == len(excluded) == 12 + 11
    assert {row["excluded"] for row in excluded} == {'"flood" = 1', '"road_m" > 500'}
    assert all(row["rank"] is None and row["score"] is None for row in excluded)
    assert all("flood" in row["reason"] or "road_m" in row["reason"] for row in excluded)


def test_ranks_lie_within_their_intervals_and_p_top_is_a_probability(score) -> None:
    rows, results = score(FIELDS=["shops", "road_m", "flood"], TOP=10, DRAWS=300)
    scored = [row for row in rows if row["rank"]]
    assert all(row["rank_low"] <= row["rank_high"] for row in scored)
    assert sum(row["p_top"] for row in scored) >= 10 - 1e-9, "ties may bring in more than ten"
    assert 0 < results["TOP_STABILITY"] <= 1


def test_the_same_seed_gives_the_same_and_another_seed_another(score) -> None:
    def interval(seed):
        return [(row["rank_low"], row["rank_high"]) for row in score(FIELDS=["shops", "road_m", "flood"], SEED=seed)[0]]

    assert interval(5) == interval(5)
    assert interval(5) != interval(6)


def test_places_asked_about_get_an_answer(score, tmp_path) -> None:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    asked = QgsVectorLayer(f"Point?crs={CRS}&field=name:string", "asked", "memory")
    features = []
    for name, x, y in (
        ("best", 234_010, 416_010),
        ("poor", 235_150, 417_050),
        ("excluded", 234_050, 417_150),
        ("far", 250_000, 430_000),
    ):
        feature = QgsFeature(asked.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point ({x} {y})"))
        features.append(feature)
    asked.dataProvider().addFeatures(features)
    target = str(tmp_path / "answers.gpkg")
    score(FIELDS=["shops"], EXCLUDE='"road_m" > 500', PLACES=asked, PLACES_OUT=target)
    layer = QgsVectorLayer(target, "answers", "ogr")
    answers = {feature["name"]: feature for feature in layer.getFeatures()}
    assert set(answers) == {"best", "poor", "excluded", "far"}, "every place asked about gets an answer"
    assert "m away" in answers["far"]["answer"] and "Not judged" in answers["far"]["answer"]
    assert answers["best"]["rank"] == 1 and "Among the best" in answers["best"]["answer"]
    assert "is weakest in shops" in answers["poor"]["answer"] and answers["poor"]["loss"] > 0
    assert "Excluded by the rule" in answers["excluded"]["answer"]
    assert "of 133" in answers["excluded"]["answer"], "an excluded place is one more than those that were scored"


def test_zones_and_landmarks_name_the_places(score) -> None:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    zones = QgsVectorLayer(f"Polygon?crs={CRS}&field=dong:string", "zones", "memory")
    roads = QgsVectorLayer(f"LineString?crs={CRS}&field=name:string", "roads", "memory")
    for layer, rows in (
        (zones, [("Polygon ((234000 416000, 235200 416000, 235200 417200, 234000 417200, 234000 416000))", "가람동")]),
        (
            roads,
            [
                ("LineString (234000 416050, 235200 416050)", "가람로"),
                ("LineString (234000 417150, 235200 417150)", None),
            ],
        ),
    ):
        for wkt, name in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes([name])
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            layer.dataProvider().addFeatures([feature])
        layer.updateExtents()
    rows, _ = score(FIELDS=["shops"], ZONES=zones, LANDMARKS=roads)
    assert rows[0]["place"] == "가람동 · 가람로"
    assert rows[SIDE]["place"] == "가람동 · 가람로 (100 m)"


def test_a_shifted_grid_shows_what_cell_borders_decide(score) -> None:
    rows, results = score(FIELDS=["shops", "road_m"], SHIFTED=cells(50.0))
    assert results["SHIFT_RHO"] > 0.95
    assert 0 <= results["SHIFT_TOP"] <= 1
    assert sum(row["rank_shift"] is not None for row in rows) >= 121


def test_a_scored_layer_can_be_scored_again(score, places) -> None:
    import processing

    _, results = score(FIELDS=["shops", "road_m"])
    again = processing.run(
        "seodistrict:suitabilityscore",
        {"INPUT": results["OUTPUT"], "FIELDS": ["shops"], "OUTPUT": "memory:", "DRAWS": 0},
    )["OUTPUT"]
    names = [field.name() for field in again.fields()]
    assert len(names) == len(set(names))
    assert names.count("c_shops") == 1 and names.count("score") == 1


def test_packaged_criteria_are_the_same_in_every_profile() -> None:
    from pathlib import Path

    import seo_district_plugin

    profiles = Path(seo_district_plugin.__file__).parent / "resources" / "profiles"
    tables = []
    for profile in ("generic", "kr"):
        with open(profiles / profile / "criteria" / "noticeboard.csv", encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert all(row["source"] and row["label"] for row in rows)
        tables.append([{k: v for k, v in row.items() if k not in ("source", "label")} for row in rows])
    assert tables[0] == tables[1]


def test_the_users_own_columns_are_kept_under_another_name(score, provider) -> None:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    sites = QgsVectorLayer(f"Point?crs={CRS}&field=place:string&field=rank:integer&field=fid:string", "sites", "memory")
    for i in range(4):
        feature = QgsFeature(sites.fields())
        feature.setAttributes([f"후보지 {i}", 10 * i, f"A{i}"])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point ({234_000 + 100 * i} 416000)"))
        sites.dataProvider().addFeatures([feature])
    sites.updateExtents()
    rows, _ = score(INPUT=sites, FIELDS=["rank"])
    assert [row["place_in"] for row in rows] == ["후보지 0", "후보지 1", "후보지 2", "후보지 3"]
    assert [row["rank_in"] for row in rows] == [0, 10, 20, 30]
    assert [row["fid_in"] for row in rows] == ["A0", "A1", "A2", "A3"]
    assert [row["rank"] for row in rows] == [4, 3, 2, 1]


def test_without_draws_nothing_is_said_of_certainty(score, tmp_path) -> None:
    report = tmp_path / "report.html"
    rows, results = score(FIELDS=["shops"], DRAWS=0, REPORT=str(report))
    assert all(row["rank_low"] is None and row["rank_high"] is None and row["p_top"] is None for row in rows)
    assert "TOP_STABILITY" not in results
    text = report.read_text(encoding="utf-8")
    assert "Rank interval" not in text and "Probability of being" not in text.split("Limits")[0].split("Key figures")[1]


def test_a_rule_with_an_unknown_variable_is_refused(score) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="@nosuch"):
        score(FIELDS=["shops"], EXCLUDE='"shops" > @nosuch')


def test_names_are_found_among_codes() -> None:
    from types import SimpleNamespace

    from seo_district_plugin.algorithms.naming import name_field

    def given(*names: str):
        return SimpleNamespace(fields=[SimpleNamespace(name=name, kind="text") for name in names])

    assert name_field(given("행정동코드", "행정동명")) == "행정동명"
    assert name_field(given("관리번호", "시설명")) == "시설명"
    assert name_field(given("code", "label")) == "label"
    assert name_field(given("번호", "이름")) == "이름"
    assert name_field(given("osm_id", "name", "ref")) == "name"
    assert name_field(given("code")) == "code"
    assert name_field(given()) == ""


def test_a_table_format_says_that_it_has_no_shapes(provider, places, tmp_path) -> None:
    import processing
    from qgis.core import QgsProcessingFeedback

    for name, told in (("scores.csv", True), ("scores.gpkg", False)):
        feedback = QgsProcessingFeedback(False)
        given = {"INPUT": places, "FIELDS": ["shops"], "DRAWS": 0, "OUTPUT": str(tmp_path / name)}
        processing.run("seodistrict:suitabilityscore", given, feedback=feedback)
        assert ("no shapes" in feedback.textLog()) == told


def test_yes_and_no_can_be_a_criterion(score) -> None:
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    sites = QgsVectorLayer(f"Point?crs={CRS}&field=public:bool", "sites", "memory")
    for i in range(3):
        feature = QgsFeature(sites.fields())
        feature.setAttributes([i == 1])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point ({234_000 + 100 * i} 416000)"))
        sites.dataProvider().addFeatures([feature])
    sites.updateExtents()
    rows, _ = score(INPUT=sites, FIELDS=["public"])
    assert [row["rank"] for row in rows] == [2, 1, 2]
