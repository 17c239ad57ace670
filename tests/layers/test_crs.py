"""The choice of the measuring reference system, and doubts about declared ones."""

from __future__ import annotations

import pytest

DAEJEON = (127.38, 36.35)
PRAGUE = (14.42, 50.09)


@pytest.fixture
def place(make_layer):
    """Return a function that gives a VectorInput with points around a place, in a reference system."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
        QgsPointXY,
    )

    from seo_district_plugin.layers.sources import from_layer

    def make(authid, degrees, swap=False, bad=0):
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:4326"),
            QgsCoordinateReferenceSystem(authid),
            QgsCoordinateTransformContext(),
        )
        point = transform.transform(QgsPointXY(*degrees))
        x, y = (point.y(), point.x()) if swap else (point.x(), point.y())
        rows = [(f"Point ({x} {y})",)] * 5 + [(f"Point ({y} {x})",)] * bad
        return from_layer(make_layer(rows=rows, crs=authid, fields=(), name=f"in {authid}"))

    return make


def choose(explicit, *sources):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from seo_district_plugin.layers.crs import analysis_crs

    system = QgsCoordinateReferenceSystem(explicit) if explicit else None
    return analysis_crs(system, [(item.crs, item.extent) for item in sources], QgsCoordinateTransformContext())


def doubt(source, *others):
    from qgis.core import QgsCoordinateTransformContext

    from seo_district_plugin.layers.crs import check_crs

    problem = check_crs(source, [(item.crs, item.extent) for item in others], QgsCoordinateTransformContext())
    return problem.code if problem else None


@pytest.mark.parametrize(
    "declared,degrees,expected,reason",
    [
        ("EPSG:5186", DAEJEON, "EPSG:5186", "first_input"),
        ("EPSG:5179", DAEJEON, "EPSG:5179", "first_input"),
        ("EPSG:32652", DAEJEON, "EPSG:32652", "first_input"),
        ("EPSG:5185", DAEJEON, "EPSG:5185", "first_input"),
        ("EPSG:3857", DAEJEON, "EPSG:5186", "korean_belt"),
        ("EPSG:4326", DAEJEON, "EPSG:5186", "korean_belt"),
        ("EPSG:4326", (125.5, 35.0), "EPSG:5185", "korean_belt"),
        ("EPSG:4326", (128.6, 35.9), "EPSG:5187", "korean_belt"),
        ("EPSG:4326", (131.87, 37.24), "EPSG:5188", "korean_belt"),
        ("EPSG:4326", (130.4, 33.6), "EPSG:32652", "utm_zone"),
        ("EPSG:3857", PRAGUE, "EPSG:32633", "utm_zone"),
        ("EPSG:3857", (0.5, 0.2), "EPSG:32631", "utm_zone"),
        ("EPSG:4326", (-58.4, -34.6), "EPSG:32721", "utm_zone"),
        ("EPSG:2263", (-74.0, 40.7), "EPSG:32618", "utm_zone"),  # feet
    ],
)
def test_choice(place, declared, degrees, expected, reason):
    choice = choose(None, place(declared, degrees), place("EPSG:4326", PRAGUE))
    assert (choice.crs.authid(), choice.reason_code) == (expected, reason)
    assert choice.values["declared"] == declared


def test_web_mercator_is_never_chosen_by_the_rule(place):
    assert choose(None, place("EPSG:3857", (0.0, 0.0001))).crs.authid() != "EPSG:3857"


def test_explicit_wins_but_must_measure(place):
    from seo_district_plugin.layers.errors import LayerError

    assert choose("EPSG:5179", place("EPSG:5186", DAEJEON)).reason_code == "explicit"
    for wrong in ("EPSG:4326", "EPSG:2263"):
        with pytest.raises(LayerError) as error:
            choose(wrong, place("EPSG:5186", DAEJEON))
        assert error.value.code == "analysis_crs_not_metric"
    with pytest.raises(LayerError) as error:
        choose("EPSG:3857", place("EPSG:5186", DAEJEON))
    assert error.value.code == "analysis_crs_distorted"
    assert error.value.values["percent"] == 24.2
    with pytest.raises(LayerError) as error:
        choose(None)
    assert error.value.code == "crs_unknown"


@pytest.mark.parametrize("authid", ["EPSG:4326", "EPSG:5186", "EPSG:5179", "EPSG:3857", "EPSG:5181", "EPSG:2097"])
def test_swapped_coordinates_are_found(place, authid):
    cells = place("EPSG:5186", DAEJEON)
    swapped = place(authid, DAEJEON, swap=True)
    assert doubt(swapped, cells) == "coordinates_swapped"
    assert doubt(place(authid, DAEJEON), cells) is None
    assert doubt(cells, swapped) is None


def test_swapped_alone_and_outside_korea(place):
    assert doubt(place("EPSG:4326", DAEJEON, swap=True)) == "coordinates_swapped"
    assert doubt(place("EPSG:4326", PRAGUE)) is None
    assert doubt(place("EPSG:4326", PRAGUE, swap=True), place("EPSG:5514", PRAGUE)) == "coordinates_swapped"


def test_one_bad_row_is_no_error_of_the_layer(place):
    assert doubt(place("EPSG:4326", DAEJEON, bad=2)) is None


def test_other_doubts(make_layer, place):
    from qgis.core import QgsCoordinateReferenceSystem

    from seo_district_plugin.layers.sources import from_layer

    def points(x, y, crs):
        return from_layer(make_layer(rows=[(f"Point ({x} {y})",)], crs=crs, fields=()))

    assert doubt(points(127.4, 36.3, "EPSG:5186")) == "coordinates_in_degrees"
    assert doubt(points(234000, 416000, "EPSG:4326")) == "coordinates_outside_crs"
    layer = make_layer()
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert doubt(from_layer(layer)) == "crs_missing"
    assert doubt(from_layer(make_layer(rows=[], fields=()))) is None
    assert doubt(from_layer(make_layer(rows=[(None,)], kind="None", fields=()))) is None


def test_rows_at_zero_do_not_move_the_measuring_system(make_layer):
    from qgis.core import QgsCoordinateTransformContext

    from seo_district_plugin.layers.crs import analysis_crs, typical_place
    from seo_district_plugin.layers.sources import from_layer

    rows = [(f"Point ({127.3 + i / 1000} {36.3 + i / 1000})",) for i in range(97)]
    rows += [("Point (0 0)",), ("Point (36.3 127.3)",), (None,)]
    source = from_layer(make_layer(rows=rows, crs="EPSG:4326", fields=()))
    crs, box = typical_place(source)
    assert 127.3 <= box.xMinimum() < box.xMaximum() < 127.4
    choice = analysis_crs(None, [(crs, box)], QgsCoordinateTransformContext())
    assert choice.crs.authid() == "EPSG:5186"
    assert doubt(source) is None
    empty = from_layer(make_layer(rows=[], fields=()))
    assert typical_place(empty)[1].isNull()


def test_extent_of_a_raster(qgis_app):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsRectangle

    from seo_district_plugin.layers.crs import check_extent

    context = QgsCoordinateTransformContext()
    box = QgsRectangle(230000, 410000, 240000, 420000)
    assert check_extent("dem", QgsCoordinateReferenceSystem("EPSG:5186"), box, [], context) is None
    assert check_extent("dem", QgsCoordinateReferenceSystem(), box, [], context).code == "crs_missing"
    assert check_extent("dem", QgsCoordinateReferenceSystem("EPSG:4326"), box, [], context).values["layer"] == "dem"
