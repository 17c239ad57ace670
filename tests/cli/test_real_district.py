"""The real district: 100 m national grid of Seo-gu, features from real layers, suitability for public notice boards."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

CENTER_DONG = ("둔산1동", "둔산2동", "둔산3동", "탄방동")
RURAL_DONG = "기성동"


@pytest.fixture(scope="module")
def layers(real_data: Path) -> dict[str, str]:
    """Where the layers of the run are."""
    return {
        "district": str(real_data / "daejeon_boundaries" / "seogu_dong_2026.geojson"),
        "stores": str(real_data / "seogu_stores" / "stores.gpkg"),
        "schools": str(real_data / "daejeon_schools" / "schools.gpkg"),
        "bikes": str(real_data / "daejeon_bike_stations" / "stations.gpkg"),
        "roads": str(real_data / "daejeon_roads" / "roads.gpkg") + "|layername=edges",
        "flow": str(real_data / "daejeon_floating_population" / "seogu_monthly.csv"),
    }


@pytest.fixture(scope="module")
def chain(command_line, layers: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict:
    """The chain step by step, each by qgis_process with JSON on standard input."""
    folder = tmp_path_factory.mktemp("서구")
    grid = command_line.run(
        "districtgrid",
        {"DISTRICT": layers["district"], "SIZE": 100, "ZONE_FIELD": "code", "OUTPUT": str(folder / "grid.gpkg")},
    )
    features = command_line.run(
        "zonefeatures",
        {
            "ZONES": grid["OUTPUT"],
            "LAYERS": [layers[name] for name in ("stores", "schools", "bikes", "roads", "flow")],
            "PRESET": "noticeboard",
            "ZONE_ID_FIELD": "zone",
            "OUTPUT": str(folder / "features.gpkg"),
            "FEATURES_OUT": str(folder / "recipe.csv"),
        },
    )
    score = command_line.run(
        "suitabilityscore",
        {
            "INPUT": features["OUTPUT"],
            "PRESET": "noticeboard",
            "ZONES": layers["district"],
            "ZONE_NAME_FIELD": "dong",
            "LANDMARKS": layers["roads"],
            "LANDMARK_NAME_FIELD": "name",
            "OUTPUT": str(folder / "suitability.gpkg"),
            "REPORT": str(folder / "보고서.html"),
        },
        LANG="ko_KR.UTF-8",
        LANGUAGE="ko",
    )
    return {"folder": folder, "grid": grid, "features": features, "score": score}


def rows(path: Path, sql: str) -> list[tuple]:
    """Rows of a GeoPackage."""
    connection = sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize(("size", "cells"), [(250, 1_528), (500, 387), (1_000, 98)])
def test_cells_by_center_match_the_national_grid(command_line, layers, tmp_path, size: int, cells: int) -> None:
    target = str(tmp_path / "grid.gpkg")
    result = command_line.run("districtgrid", {"DISTRICT": layers["district"], "SIZE": size, "OUTPUT": target})
    assert result["CELLS"] == cells


def test_cells_of_100_m(chain: dict) -> None:
    assert chain["grid"]["CELLS"] == 9_587
    codes = {code[:2] for (code,) in rows(chain["grid"]["OUTPUT"], "SELECT code FROM grid")}
    assert codes == {"다바", "다마"}, "Seo-gu lies in two 100 km squares"


def test_every_shop_is_counted_once(command_line, chain: dict, layers, tmp_path) -> None:
    """Cells that touch partition the points: the sum over clipped cells is the number of shops."""
    grid = command_line.run(
        "districtgrid",
        {"DISTRICT": layers["district"], "SIZE": 250, "CLIP": "whole", "OUTPUT": str(tmp_path / "whole.gpkg")},
    )
    recipe = tmp_path / "recipe.csv"
    recipe.write_text("layer,field,measure,radius,name\nstores,,count,,shops\n", encoding="utf-8")
    target = tmp_path / "counted.gpkg"
    command_line.run(
        "zonefeatures",
        {"ZONES": grid["OUTPUT"], "LAYERS": [layers["stores"]], "FEATURES": str(recipe), "OUTPUT": str(target)},
    )
    assert rows(target, "SELECT sum(shops) FROM counted") == [(26_884,)]


def test_the_center_is_where_it_is(chain: dict) -> None:
    """Dunsan and Tanbang are the center of Seo-gu; Giseong-dong is its rural south."""
    codes = {
        feature["properties"]["dong"]: feature["properties"]["code"]
        for feature in json.loads(Path(chain_district(chain)).read_text(encoding="utf-8"))["features"]
    }
    means = dict(rows(chain["score"]["OUTPUT"], "SELECT zone, avg(score) FROM suitability GROUP BY zone"))
    ranked = sorted(means, key=means.get, reverse=True)
    for dong in CENTER_DONG:
        assert ranked.index(codes[dong]) < 8, f"{dong} is number {ranked.index(codes[dong]) + 1} of {len(ranked)}"
    assert ranked[-1] == codes[RURAL_DONG]


def chain_district(chain: dict) -> str:
    record = json.loads((chain["folder"] / "grid.run.json").read_text(encoding="utf-8"))
    assert "/" not in record["parameters"]["DISTRICT"], "a record names files, not folders"
    return str(
        Path(__file__).resolve().parents[3]
        / "shared"
        / "data"
        / "daejeon_boundaries"
        / record["parameters"]["DISTRICT"]
    )


def test_places_and_reasons_are_korean(chain: dict) -> None:
    best = rows(chain["score"]["OUTPUT"], "SELECT place, reason FROM suitability WHERE rank = 1")[0]
    assert "동 · " in best[0]
    assert "300 m 이내" in best[1] or "까지 거리" in best[1] or "유동인구" in best[1]


def test_the_result_opens_styled_with_korean_labels(qgis_app, chain: dict) -> None:
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(chain["score"]["OUTPUT"], "suitability", "ogr")
    assert layer.renderer().type() == "categorizedSymbol"
    labels = [category.label() for category in layer.renderer().categories()]
    assert any("등급" in label for label in labels), labels
    assert layer.attributeAlias(layer.fields().lookupField("score")) == "적합도 지수(0~1)"


def test_the_report_is_korean_and_complete(chain: dict) -> None:
    text = (chain["folder"] / "보고서.html").read_text(encoding="utf-8")
    for word in ("자료 사용 현황", "주요 수치", "분석 방법", "해석 시 유의 사항", "data:image/png;base64,"):
        assert word in text, word
    assert "http://" not in text.split("<script")[0]


def test_the_packaged_model_gives_the_same(command_line, chain: dict, layers, tmp_path) -> None:
    result = command_line.run(
        "noticeboardchain",
        {
            **layers,
            "zone_field": "code",
            "size": 100,
            "top": 10,
            "suitability": str(tmp_path / "model.gpkg"),
            "criteria": str(tmp_path / "criteria.csv"),
            "report": str(tmp_path / "model.html"),
        },
    )
    model = rows(result["suitability"], "SELECT code, score, rank FROM model ORDER BY code")
    steps = rows(chain["score"]["OUTPUT"], "SELECT code, score, rank FROM suitability ORDER BY code")
    assert model == steps
    assert (tmp_path / "model.html").stat().st_size > 100_000
