"""Every layout of public file, as it is downloaded, becomes a layer without a hand being laid on it."""

from __future__ import annotations

import pytest

from tests.algorithms.importing import accounted
from tests.publicdata.samples import SAMPLES


@pytest.mark.parametrize("name", list(SAMPLES))
def test_each_layout_imports_without_editing(importing, district, tmp_path, name) -> None:
    sample = SAMPLES[name]
    path = sample.write(tmp_path)
    done = importing(path, DISTRICT=district)
    accounted(done)
    numbers = done.numbers()
    assert numbers["READ"] == sample.rows, done.log
    assert sample.schema in done.schemas(), done.log
    layer = done.layer()
    if layer.isSpatial():
        placed = sum(1 for feature in layer.getFeatures() if not feature.geometry().isNull())
        assert placed == sample.located, done.log
    else:
        assert sample.located == 0, done.log
        assert numbers["REJECTED_ROWS"] == sample.rejected, done.log


def test_the_real_stores_come_back_to_their_places(importing, real_data, tmp_path) -> None:
    """The register of stores as a file of its real layout in CP949: every store, where it was, in its dong."""
    import csv

    from qgis.core import QgsVectorLayer

    source = QgsVectorLayer(f"{real_data / 'seogu_stores' / 'stores.gpkg'}|layername=stores", "stores", "ogr")
    path = tmp_path / "소상공인시장진흥공단_상가(상권)정보_대전_202605.csv"
    places, dong = {}, {}
    with path.open("w", encoding="cp949", errors="replace", newline="") as file:
        writer = csv.DictWriter(file, SAMPLES["stores"].head[0], quoting=csv.QUOTE_ALL)
        writer.writeheader()
        for feature in source.getFeatures():
            point = feature.geometry().asPoint()
            places[feature["store_id"]] = (point.x(), point.y())
            dong[feature["dong_code"]] = dong.get(feature["dong_code"], 0) + 1
            row = {"상가업소번호": feature["store_id"], "상호명": feature["name"], "시군구코드": "30170"}
            row |= {"상권업종소분류명": feature["industry"], "행정동코드": feature["dong_code"]}
            writer.writerow({**row, "경도": repr(point.x()), "위도": repr(point.y())})
    district = str(real_data / "daejeon_boundaries" / "seogu_dong_2026.geojson")
    done = importing(path, DISTRICT=district, DISTRICT_CODE="30170")
    accounted(done)
    assert done.numbers() == {"READ": 26_884, "IMPORTED": 26_884, "REJECTED_ROWS": 0, "FILTERED": 0}
    assert done.schemas() == {"stores"}
    layer = done.layer()
    assert layer.crs().authid() == "EPSG:4326"
    found: dict[str, int] = {}
    for feature in layer.getFeatures():
        point = feature.geometry().asPoint()
        assert (point.x(), point.y()) == pytest.approx(places[feature["store_id"]], abs=1e-12)
        found[feature["adm_cd"]] = found.get(feature["adm_cd"], 0) + 1
    assert found == dong and found["30170640"] == 3030
