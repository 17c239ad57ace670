"""The analysis grid: alignment, codes, edges, hexagons, anywhere in the world."""

from __future__ import annotations

import math

import numpy as np
import pytest

DISTRICT = "Polygon ((234000 416000, 235030 416000, 235030 416970, 234000 416970, 234000 416000))"


@pytest.fixture(scope="module")
def run(provider):
    """Run the algorithm into memory; returns layer and results."""
    import processing

    def _run(district, **parameters):
        results = processing.run("seodistrict:districtgrid", {"DISTRICT": district, "OUTPUT": "memory:", **parameters})
        return results["OUTPUT"], results

    return _run


def polygon_layer(wkt: str, crs: str, *more: str):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=code:string", "district", "memory")
    features = []
    for number, text in enumerate((wkt, *more)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"Z{number}"])
        feature.setGeometry(QgsGeometry.fromWkt(text))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def test_korean_cells_lie_on_the_national_grid_and_carry_its_code(run) -> None:
    layer, results = run(polygon_layer(DISTRICT, "EPSG:5186"), SIZE=100)
    assert layer.crs().authid() == "EPSG:5179"
    assert results["CELLS"] == layer.featureCount() > 80
    for feature in layer.getFeatures():
        box = feature.geometry().boundingBox()
        assert box.xMinimum() % 100 == 0 and box.yMinimum() % 100 == 0
        code = feature["code"]
        assert code[:2] == "다바"
        assert (box.xMinimum(), box.yMinimum()) == (900_000 + int(code[2:5]) * 100, 1_800_000 + int(code[5:]) * 100)


def test_whole_cells_cover_the_district_and_shares_add_up_to_its_area(run) -> None:
    layer, results = run(polygon_layer(DISTRICT, "EPSG:5186"), SIZE=100, CLIP="whole")
    shared = sum(feature["share"] * feature["area_m2"] for feature in layer.getFeatures())
    assert shared == pytest.approx(results["AREA_KM2"] * 1e6, rel=1e-9)
    assert results["AREA_KM2"] == pytest.approx(1.030 * 0.970, rel=2e-3), "the national grid has a scale of 0.9996"


def test_clipped_cells_are_the_district(run) -> None:
    layer, results = run(polygon_layer(DISTRICT, "EPSG:5186"), SIZE=250, CLIP="clipped")
    assert sum(f.geometry().area() for f in layer.getFeatures()) == pytest.approx(results["AREA_KM2"] * 1e6, rel=1e-9)
    assert all(f.geometry().isGeosValid() for f in layer.getFeatures())


def test_neighboring_districts_partition_the_cells_by_center(run) -> None:
    """A center on the common border belongs to one side only."""
    west = "Polygon ((0 0, 500 0, 500 1000, 0 1000, 0 0))"
    east = "Polygon ((500 0, 1000 0, 1000 1000, 500 1000, 500 0))"
    both = polygon_layer(west, "EPSG:25833", east)
    free = {"GRID": "free", "SIZE": 200, "ORIGIN": "0,0", "ANALYSIS_CRS": "EPSG:25833"}
    # Moved to where the CRS is true to scale.
    both = polygon_layer(*moved((west, east), 320_000, 5_690_000, "EPSG:25833"))
    layer, results = run(both, ZONE_FIELD="code", **free)
    assert results["CELLS"] == 25
    zones = [feature["zone"] for feature in layer.getFeatures()]
    assert sorted(set(zones)) == ["Z0", "Z1"]


def moved(shapes: tuple[str, ...], dx: float, dy: float, crs: str) -> tuple[str, ...]:
    from qgis.core import QgsGeometry

    texts = []
    for text in shapes:
        geometry = QgsGeometry.fromWkt(text)
        geometry.translate(dx, dy)
        texts.append(geometry.asWkt())
    return (texts[0], crs, *texts[1:])


def test_a_free_grid_starts_at_its_origin(run) -> None:
    layer, _ = run(polygon_layer(DISTRICT, "EPSG:5186"), SIZE=90, GRID="free", ORIGIN="17,3")
    assert layer.crs().authid() == "EPSG:5186"
    for feature in layer.getFeatures():
        box = feature.geometry().boundingBox()
        assert (box.xMinimum() - 17) / 90 == pytest.approx(round((box.xMinimum() - 17) / 90), abs=1e-6)
        assert (box.yMinimum() - 3) / 90 == pytest.approx(round((box.yMinimum() - 3) / 90), abs=1e-6)
    assert "code" not in [field.name() for field in layer.fields()]


def test_hexagons_are_regular_and_tile_the_district(run) -> None:
    layer, results = run(polygon_layer(DISTRICT, "EPSG:5186"), SIZE=100, SHAPE="hexagon", CLIP="clipped")
    assert sum(f.geometry().area() for f in layer.getFeatures()) == pytest.approx(results["AREA_KM2"] * 1e6, rel=1e-9)
    whole, _ = run(polygon_layer(DISTRICT, "EPSG:5186"), SIZE=100, SHAPE="hexagon", CLIP="whole")
    areas = np.array([f.geometry().area() for f in whole.getFeatures()])
    assert areas == pytest.approx(math.sqrt(3) / 2 * 100**2)


def test_outside_korea_the_grid_is_metric_too(run) -> None:
    leipzig = "Polygon ((12.36 51.33, 12.40 51.33, 12.40 51.35, 12.36 51.35, 12.36 51.33))"
    layer, results = run(polygon_layer(leipzig, "EPSG:4326"), SIZE=100)
    assert layer.crs().authid() == "EPSG:32633"
    assert next(layer.getFeatures())["area_m2"] == pytest.approx(10_000.0)
    assert results["AREA_KM2"] == pytest.approx(2.784 * 2.226, rel=0.01)


def test_a_size_the_national_grid_lacks_is_refused_for_it(provider) -> None:
    import processing
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="50, 100, 250, 500, 1000"):
        processing.run(
            "seodistrict:districtgrid",
            {"DISTRICT": polygon_layer(DISTRICT, "EPSG:5186"), "SIZE": 130, "GRID": "korea", "OUTPUT": "memory:"},
        )


def test_too_many_cells_are_refused_before_they_are_made(provider) -> None:
    import processing
    from qgis.core import QgsProcessingException

    country = "Polygon ((126 34, 129 34, 129 38, 126 38, 126 34))"
    with pytest.raises(QgsProcessingException, match="larger cells"):
        processing.run(
            "seodistrict:districtgrid",
            {"DISTRICT": polygon_layer(country, "EPSG:4326"), "SIZE": 1, "GRID": "free", "OUTPUT": "memory:"},
        )
