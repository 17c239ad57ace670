"""Layers that are wrong: no CRS, swapped coordinates, nothing in them, broken geometry: errors or counted rejects."""

from __future__ import annotations

import math

import pytest


# The ids of what a CRS-less or swapped layer can be given to: algorithm, parameter, the other parameters.
def _inputs(make, bad_points, bad_cells):
    return [
        ("districtgrid", {"DISTRICT": bad_cells}),
        ("zonefeatures", {"ZONES": bad_cells, "LAYERS": [make.points()]}),
        ("zonefeatures", {"ZONES": make.cells(), "LAYERS": [bad_points]}),
        ("suitabilityscore", {"INPUT": bad_cells, "FIELDS": ["a", "b"]}),
        ("suitabilityscore", {"INPUT": make.cells(), "FIELDS": ["a", "b"], "PLACES": bad_points}),
    ]


@pytest.mark.parametrize("case", range(5))
def test_a_layer_without_crs_is_refused_by_name(make, doors, case) -> None:
    points, cells = make.points(name="점들"), make.cells(name="점들")
    from qgis.core import QgsCoordinateReferenceSystem

    for layer in (points, cells):
        layer.setCrs(QgsCoordinateReferenceSystem())
    name, parameters = _inputs(make, points, cells)[case]
    doors.refused_everywhere(name, "점들", "CRS", "Set it", **parameters)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:5186"])
@pytest.mark.parametrize("case", range(5))
def test_swapped_coordinates_are_seen(make, doors, case, crs) -> None:
    def swapped(layer):
        turned = []
        for feature in make.moved(layer, crs).getFeatures():
            geometry = feature.geometry()
            geometry.get().swapXy()
            turned.append((geometry, *feature.attributes()))
        kind = "Point" if layer.geometryType().name == "Point" else "Polygon"
        fields = tuple(f"{field.name()}:{'double' if field.isNumeric() else 'string'}" for field in layer.fields())
        return make.layer(kind, turned, fields, crs, "뒤바뀐 층")

    name, parameters = _inputs(make, swapped(make.points()), swapped(make.cells()))[case]
    doors.refused_everywhere(name, "뒤바뀐 층", "swapped", **parameters)


def test_degrees_under_a_metric_crs_are_seen(make, doors) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    points = make.points(crs="EPSG:4326", name="도 단위")
    points.setCrs(QgsCoordinateReferenceSystem("EPSG:5186"))
    doors.refused_everywhere("zonefeatures", "도 단위", "EPSG:4326", ZONES=make.cells(), LAYERS=[points])


FIVE = ["EPSG:4326", "EPSG:5179", "EPSG:5186", "EPSG:32652", "EPSG:3857"]


def test_layers_in_five_crs_agree_with_each_other(make, doors) -> None:
    layers = [make.points(name=f"p{number}", crs=crs) for number, crs in enumerate(FIVE)]
    rows = [f"p{n},{m},{r},{name}{n}" for n in range(5) for m, r, name in (("count", "", "n"), ("nearest", "", "d"))]
    recipe = make.table("layer,measure,radius,name", *rows)
    result = doors.run("zonefeatures", ZONES=make.cells(), LAYERS=layers, FEATURES=recipe)["OUTPUT"]
    assert result.featureCount() == 16
    total = 0
    for feature in result.getFeatures():
        counts = {feature[f"n{n}"] for n in range(5)}
        assert len(counts) == 1
        total += counts.pop()
        distances = [feature[f"d{n}"] for n in range(5)]
        assert max(distances) - min(distances) < 0.01
    assert total == 40


@pytest.mark.parametrize("crs", FIVE)
def test_zones_in_any_crs_give_the_same_features(make, doors, crs) -> None:
    def columns(zones_crs):
        parameters = {"ZONES": make.cells(crs=zones_crs), "LAYERS": [make.points(crs="EPSG:4326")], "RADII": "150"}
        result = doors.run("zonefeatures", **parameters)["OUTPUT"]
        names = [field.name() for field in result.fields()][-2:]
        assert result.crs().mapUnits().name == "Meters" and result.crs().authid() != "EPSG:3857"
        return [[feature[name] for name in names] for feature in result.getFeatures()]

    for there, here in zip(columns(crs), columns("EPSG:5186")):
        assert there[0] == here[0]
        assert there[1] == pytest.approx(here[1], abs=0.2)  # another projection measures 100 m a few centimetres apart


@pytest.mark.parametrize("crs", FIVE)
def test_a_district_in_any_crs_gives_the_same_cells(make, doors, crs) -> None:
    result = doors.run("districtgrid", DISTRICT=make.district(crs=crs))
    codes = [feature["code"] for feature in result["OUTPUT"].getFeatures()]
    expected = doors.run("districtgrid", DISTRICT=make.district())
    assert codes == [feature["code"] for feature in expected["OUTPUT"].getFeatures()]
    assert result["AREA_KM2"] == pytest.approx(1.0, abs=0.002)


@pytest.mark.parametrize(
    ("name", "parameter"), [("districtgrid", "DISTRICT"), ("zonefeatures", "ZONES"), ("suitabilityscore", "INPUT")]
)
def test_a_main_layer_without_features_is_refused_by_name(make, doors, name, parameter) -> None:
    others = {"zonefeatures": {"LAYERS": [make.points()]}, "suitabilityscore": {"FIELDS": ["a"]}}.get(name, {})
    empty = make.layer("Polygon", [], ("a:double",), name="빈 층")
    doors.refused_everywhere(name, "빈 층", parameter, "no features", **{parameter: empty}, **others)


def test_a_selection_of_nothing_counts_as_no_features(make, doors) -> None:
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    cells = make.cells()
    QgsProject.instance().addMapLayer(cells)
    try:
        only = QgsProcessingFeatureSourceDefinition(cells.id(), True)
        assert "no features" in doors.check("districtgrid", DISTRICT=only)
        assert "no features" in doors.refused("districtgrid", DISTRICT=only)
        cells.selectByIds([1])
        assert doors.run("districtgrid", DISTRICT=only)["AREA_KM2"] == pytest.approx(0.01, rel=0.002)
    finally:
        QgsProject.instance().removeMapLayer(cells.id())


def test_an_empty_layer_among_several_counts_nothing(make, doors) -> None:
    empty = make.layer("Point", [], ("value:double",), name="nothing")
    recipe = make.table("layer,field,measure,name", "nothing,,count,n", "nothing,,nearest,d", "nothing,value,mean,m")
    result = doors.run("zonefeatures", ZONES=make.cells(), LAYERS=[empty, make.points()], FEATURES=recipe)["OUTPUT"]
    rows = [(feature["n"], feature["d"], feature["m"]) for feature in result.getFeatures()]
    assert {row[0] for row in rows} == {0}
    assert all(str(value) == "NULL" or value is None for row in rows for value in row[1:])


def test_a_layer_of_the_wrong_geometry_is_refused(make, doors) -> None:
    doors.refused_everywhere("districtgrid", "shops", "points", "polygons", "DISTRICT", DISTRICT=make.points())
    doors.refused_everywhere("suitabilityscore", "table", INPUT=make.table("a,b", "1,2"), FIELDS=["a"])


def test_a_layer_that_cannot_be_opened_is_named(make, doors) -> None:
    assert "gone.gpkg" in doors.check("districtgrid", DISTRICT="/nowhere/gone.gpkg")
    doors.refused_in_the_run("districtgrid", "gone.gpkg", DISTRICT="/nowhere/gone.gpkg")
    others = {"ZONES": make.cells(), "LAYERS": ["/nowhere/gone.gpkg"]}
    doors.refused_everywhere("zonefeatures", "gone.gpkg", "LAYERS", **others)
    bad = make.folder / "bad.gpkg"
    bad.write_bytes(b"SQLite format 3\0 and then nothing that makes sense" * 30)
    doors.refused_in_the_run("districtgrid", "bad.gpkg", DISTRICT=str(bad))


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".csv"])
def test_a_file_that_breaks_while_the_run_is_on_is_not_read_as_empty(make, doors, ending) -> None:
    from pathlib import Path

    from qgis.core import QgsProcessingException

    path = Path(make.file(make.points(2000), f"가게{ending}"))
    feedback = doors.feedback()
    feedback.progressChanged.connect(lambda _value: [part.write_bytes(b"") for part in make.folder.glob("가게.*")])
    recipe = make.table("layer,measure,name", "#1,count,n")
    if ending == ".csv":
        recipe = make.table("layer,field,measure,name,zone_field", "#1,value,sum,s,kind")
    given = {"ZONES": make.cells(), "LAYERS": [str(path)], "FEATURES": recipe, "ZONE_ID_FIELD": "name"}
    with pytest.raises(QgsProcessingException) as caught:
        doors.run("zonefeatures", feedback, **given)
    assert "'가게'" in str(caught.value) and "Traceback" not in str(caught.value)


def test_no_layers_at_all_is_refused(make, doors) -> None:
    doors.refused_everywhere("zonefeatures", "LAYERS", ZONES=make.cells(), LAYERS=[])


# ------------------------------------------------------------------ values
def test_a_field_of_nothing_but_null_is_named(make, doors) -> None:
    cells = make.cells(values=lambda i: [None, float(i), "x"])
    doors.refused_in_the_run("suitabilityscore", "16", "a: 16", INPUT=cells, FIELDS=["a", "b"])


def test_null_nan_and_infinite_values_are_counted_and_give_no_score(make, doors) -> None:
    odd = {0: None, 1: math.nan, 2: math.inf, 3: -math.inf}
    cells = make.cells(values=lambda i: [odd.get(i, float(i)), float(i), "x"])
    result = doors.run("suitabilityscore", INPUT=cells, FIELDS=["a", "b"])
    assert (result["SCORED"], result["MISSING_ROWS"]) == (12, 4)
    scores = {}
    for feature in result["OUTPUT"].getFeatures():
        scores[feature.id()] = feature["score"]
        if not isinstance(feature["score"], float):
            assert feature["missing"] == "a" and "a" in feature["reason"]
    assert sum(isinstance(score, float) for score in scores.values()) == 12


def test_null_nan_and_infinite_values_do_not_reach_sums(make, doors) -> None:
    rows = [("Point (234010 416010)", value) for value in (2.0, None, math.nan, math.inf, 4.0)]
    points = make.layer("Point", rows, ("v:double",), name="p")
    recipe = make.table("layer,field,measure,name", "p,v,sum,s", "p,v,mean,m", "p,v,max,x", "p,,count,n")
    result = doors.run("zonefeatures", ZONES=make.cells(), LAYERS=[points], FEATURES=recipe)["OUTPUT"]
    first = next(feature for feature in result.getFeatures() if feature["n"])
    assert (first["s"], first["m"], first["x"], first["n"]) == (6.0, 3.0, 4.0, 5)


# ------------------------------------------------------------------ geometry
def test_rows_without_usable_geometry_are_rejected_with_a_reason(make, doors) -> None:
    from qgis.core import QgsGeometry, QgsPoint

    rows = [
        ("Point (234010 416010)", 1.0),
        (None, 2.0),
        (QgsGeometry(QgsPoint(math.inf, 416010.0)), 3.0),
        (QgsGeometry(QgsPoint(234010.0, math.nan)), 4.0),
    ]
    points = make.layer("Point", rows, ("v:double",), name="점들")
    recipe = make.table("layer,measure,name", "점들,count,n")
    parameters = {"ZONES": make.cells(), "LAYERS": [points], "FEATURES": recipe, "REJECTED": "TEMPORARY_OUTPUT"}
    result = doors.run("zonefeatures", **parameters)
    rejected = list(result["REJECTED"].getFeatures())
    assert [row["layer"] for row in rejected] == ["점들"] * 3
    assert [row["row"] for row in rejected] == [2, 3, 4]
    assert all(row["reason"] and "_" not in row["reason"] for row in rejected)
    assert "read 4 rows = used 1 + left out 3" in doors.log
    assert sum(feature["n"] for feature in result["OUTPUT"].getFeatures()) == 1


def test_all_rows_without_geometry_is_an_error(make, doors) -> None:
    cells = make.layer("Polygon", [(None, 1.0), (None, 2.0)], ("a:double",), name="모두 빈 도형")
    for name, parameters in [
        ("districtgrid", {"DISTRICT": cells}),
        ("zonefeatures", {"ZONES": cells, "LAYERS": [make.points()]}),
        ("suitabilityscore", {"INPUT": cells, "FIELDS": ["a"]}),
    ]:
        doors.refused_in_the_run(name, **parameters)


def test_self_crossings_are_repaired_and_counted(make, doors) -> None:
    bow = "Polygon ((234000 416000, 234100 416100, 234100 416000, 234000 416100, 234000 416000))"
    result = doors.run("districtgrid", DISTRICT=make.layer("Polygon", [(bow,)], name="나비"))
    assert result["AREA_KM2"] == pytest.approx(0.005, rel=0.002)
    assert "1 invalid polygons repaired" in doors.log


def test_holes_are_no_part_of_a_zone(make, doors, square, ring) -> None:
    zone = square(0, 0, 100, ring(40, 40, 20))
    points = make.layer("Point", [("Point (234050 416050)",), ("Point (234010 416010)",)], name="p")
    recipe = make.table("layer,measure,name", "p,count,n")
    result = doors.run("zonefeatures", ZONES=make.layer("Polygon", [(zone,)]), LAYERS=[points], FEATURES=recipe)
    assert [feature["n"] for feature in result["OUTPUT"].getFeatures()] == [1]


def test_a_polygon_that_is_a_line_is_rejected_not_dropped(make, doors, square) -> None:
    flat = "Polygon ((234000 416000, 234100 416000, 234000 416000))"
    zones = make.layer("Polygon", [(square(0, 0, 100),), (flat,)], name="zones")
    parameters = {"ZONES": zones, "LAYERS": [make.points()], "REJECTED": "TEMPORARY_OUTPUT"}
    result = doors.run("zonefeatures", **parameters)
    assert result["OUTPUT"].featureCount() == 1
    assert [(row["layer"], row["row"]) for row in result["REJECTED"].getFeatures()] == [("zones", 2)]
