"""Schemas of the user: a new kind of file is a new data file, and a damaged one is named."""

from __future__ import annotations

import json
from pathlib import Path

from tests.algorithms.importing import accounted, license_file, places, projected, rows_of

OWN = {
    "id": "benches",
    "title": {"en": "Benches", "ko": "의자"},
    "profile": "kr",
    "files": ["의자"],
    "geometry": "point",
    "x": "x",
    "y": "y",
    "crs": [5186],
    "columns": [
        {"name": "bench_id", "headers": ["의자번호"], "kind": "code", "required": True,
         "label": {"en": "Number of the bench", "ko": "의자 번호"}},
        {"name": "x", "headers": ["가로"], "kind": "real", "required": True, "label": {"en": "X", "ko": "X"}},
        {"name": "y", "headers": ["세로"], "kind": "real", "required": True, "label": {"en": "Y", "ko": "Y"}},
        {"name": "made_on", "headers": ["설치일"], "kind": "date", "label": {"en": "Set up", "ko": "설치일"}},
    ],
}  # fmt: skip


def test_a_schema_of_the_user(importing, tmp_path) -> None:
    folder = tmp_path / "내 스키마"
    folder.mkdir()
    (folder / "benches.json").write_text(json.dumps(OWN, ensure_ascii=False), encoding="utf-8")
    spots = places(9)
    lines = ["의자번호,가로,세로,설치일,메모"]
    for number, spot in enumerate(spots):
        x, y = projected(*spot, 5186)
        lines.append(f"{number:04d},{x:.3f},{y:.3f},2024. 3. {number + 1}.,좋음")
    path = tmp_path / "의자 현황.csv"
    path.write_text("\n".join(lines) + "\n", encoding="cp949")
    plain = importing(path, DISTRICT_CODE="30170")
    assert plain.schemas() == {"generic_table"}, "nobody else knows these columns"
    for profile in ("auto", "benches"):
        done = importing(path, DISTRICT_CODE="30170", SCHEMAS=str(folder), PROFILE=profile)
        accounted(done)
        assert done.schemas() == {"benches"} and done.numbers()["IMPORTED"] == 9
        layer = done.layer()
        assert layer.crs().authid() == "EPSG:5186" and layer.fields().field("bench_id").alias() == "Number of the bench"
        rows = rows_of(layer)
        assert rows[3]["bench_id"] == "0003" and rows[3]["made_on"].toString("yyyy-MM-dd") == "2024-03-04"
    importing.refused(path, "benches", PROFILE="benches")
    (folder / "broken.json").write_text('{"id": "x", "columns": [}', encoding="utf-8")
    importing.refused(path, "broken.json", "line 1", SCHEMAS=str(folder))
    (folder / "broken.json").write_text(json.dumps({**OWN, "id": "other", "geometry": "blob"}), encoding="utf-8")
    importing.refused(path, "broken.json", "geometry", SCHEMAS=str(folder))


def test_a_schema_of_the_user_takes_the_place_of_one_of_the_plugin(importing, tmp_path) -> None:
    folder = tmp_path / "내 스키마"
    folder.mkdir()
    shipped = Path(__file__).parents[2] / "seo_district_plugin" / "resources" / "profiles" / "kr" / "schemas"
    schema = json.loads((shipped / "license_new.json").read_text(encoding="utf-8"))
    schema["crs"] = [2097]
    (folder / "mine.json").write_text(json.dumps(schema, ensure_ascii=False), encoding="utf-8")
    path = license_file(tmp_path / "생활_미용업.csv")
    assert importing(path, DISTRICT_CODE="30170").layer().crs().authid() == "EPSG:5174"
    done = importing(path, DISTRICT_CODE="30170", SCHEMAS=str(folder))
    assert done.layer().crs().authid() == "EPSG:2097"
