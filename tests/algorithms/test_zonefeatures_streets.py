"""Features of zones along streets: by hand, beside straight distances, and with what does not fit."""

from __future__ import annotations

import numpy as np
import pytest

from tests.algorithms.conftest import PLACE, point

pytestmark = pytest.mark.usefixtures("provider")
NAME = "zonefeatures"


def line(*xy: tuple[float, float]) -> str:
    return "LineString (" + ", ".join(f"{PLACE[0] + x} {PLACE[1] + y}" for x, y in xy) + ")"


@pytest.fixture
def streets(make):
    """A grid of streets every 100 m over 400 m, along the borders of the cells; a river keeps x = 250 uncrossed."""
    rows = [(line((100.0 * i, 0), (100.0 * i, 400)), f"{i}") for i in range(5)]
    for i in range(5):
        rows += [(line((0, 100.0 * i), (200, 100.0 * i)), "west"), (line((300, 100.0 * i), (400, 100.0 * i)), "east")]
    rows += [(line((200, 0), (300, 0)), "bridge")]
    return make.layer("LineString", rows, ("name:string",), name="streets")


@pytest.fixture
def schools(make):
    return make.layer("Point", [(point(10, 400), 100.0), (point(390, 400), 50.0), (point(200, 2500), 999.0)],
                      ("pupils:double",), name="schools")  # fmt: skip


def recipe(make, *rows: str):
    return make.table("layer,field,measure,radius,name", *rows, name="recipe")


def run(doors, **parameters):
    from qgis.core import QgsProcessingUtils

    result = doors.run(NAME, **parameters)
    layer = result["OUTPUT"]
    layer = layer if hasattr(layer, "fields") else QgsProcessingUtils.mapLayerFromString(layer, doors.context)
    names = [field.name() for field in layer.fields()]
    rows = [[None if not isinstance(v, (int, float, str)) else v for v in f.attributes()] for f in layer.getFeatures()]
    return result, {name: [row[i] for row in rows] for i, name in enumerate(names)}


ROWS = (
    "schools,,network_distance,,walk",
    "schools,,nearest,,fly",
    "schools,,network_count,600,n600",
    "schools,pupils,network_sum,600,pupils",
    "schools,pupils,network_quartic,600,near",
    ",,reach_length,150,reach",
    ",,reach_nodes,150,knots",
)


def test_walks_by_hand(doors, make, streets, schools):
    result, found = run(doors, ZONES=make.cells(), LAYERS=[schools], STREETS=streets, FEATURES=recipe(make, *ROWS))
    cell = {name: i for i, name in enumerate(found["name"])}
    north_west, south_west, by_the_river = cell["칸 12"], cell["칸 0"], cell["칸 14"]
    # From the center (50, 350): to a street 50 m away, then to (10, 400). All four sides are equally near; the walk
    # begins at the one that was drawn first.
    starts = [(0, 350), (100, 350), (50, 300), (50, 400)]
    ways = [50 + min(abs(x - 10) + 400 - y if y < 400 else abs(x - 10), 1e9) for x, y in starts]
    assert any(found["walk"][north_west] == pytest.approx(way) for way in ways)
    assert all(walk >= fly - 1e-6 for walk, fly in zip(found["walk"], found["fly"]))
    # The center (250, 350) lies between two streets, 50 m each; the bridge far in the south counts for no detour.
    assert found["walk"][by_the_river] < 50 + 50 + 190 + 60
    assert found["n600"][north_west] == 1 and found["pupils"][north_west] == 100
    walk = found["walk"][south_west]
    assert found["n600"][south_west] == 1 and walk == pytest.approx(50 + 350 + 10, abs=51)
    assert found["near"][south_west] == pytest.approx(100 * (1 - (walk / 600) ** 2) ** 2)
    # 100 m each way from the middle of a street's side, all within the grid.
    assert 200 < found["reach"][cell["칸 5"]] < 500 and found["knots"][cell["칸 5"]] >= 2
    assert result["OFF_STREETS"] == 0
    assert "schools: 1 of 3 lie more than 200 m from every street" in doors.log


def test_zones_too_far_are_null_and_told(doors, make, streets, schools):
    result, found = run(doors, ZONES=make.cells(), LAYERS=[schools], STREETS=streets, FEATURES=recipe(make, *ROWS),
                        FARTHEST=49, REPORT="TEMPORARY_OUTPUT")  # fmt: skip
    # Cells between x = 200 and 300 have streets on two sides only, all are 50 m away.
    assert result["OFF_STREETS"] == 16
    assert "16 of 16 zones lie more than 49 m from every street" in doors.log
    for name in ("walk", "n600", "pupils", "near", "reach", "knots"):
        assert found[name] == [None] * 16
    assert all(value is not None for value in found["fly"])
    with open(result["REPORT"], encoding="utf-8") as page:
        text = page.read()
    assert "16 zones are too far from every street" in text and "From lines to a network" in text


def test_against_straight_distances_on_dense_streets(doors, make):
    """With a street everywhere the walk is the city block distance."""
    rows = [(line((0, y), (400, y)),) for y in range(0, 401, 10)] + [
        (line((x, 0), (x, 400)),) for x in range(0, 401, 10)
    ]
    dense = make.layer("LineString", rows, name="dense")
    shops = make.points()
    _, found = run(doors, ZONES=make.cells(), LAYERS=[shops], STREETS=dense,
                   FEATURES=recipe(make, "shops,,network_distance,,walk", "shops,,network_count,120,n"))  # fmt: skip
    xy = np.array([(f.geometry().asPoint().x() - PLACE[0], f.geometry().asPoint().y() - PLACE[1])
                   for f in shops.getFeatures()])  # fmt: skip
    for at in range(16):
        center = np.array([50.0 + 100 * (at % 4), 50.0 + 100 * (at // 4)])
        block = np.abs(xy - center).sum(axis=1)
        assert found["walk"][at] == pytest.approx(block.min(), abs=12)
        assert (block <= 105).sum() <= found["n"][at] <= (block <= 135).sum()


def test_the_simple_recipe_with_streets(doors, make, streets):
    _, without = run(doors, ZONES=make.cells(), LAYERS=[make.points()], RADII="150")
    _, found = run(doors, ZONES=make.cells(), LAYERS=[make.points()], RADII="150", STREETS=streets)
    assert set(found) - set(without) == {"shops_walk", "shop_nw150", "str_len150"}
    assert {name: found[name] for name in without} == without
    assert all(n <= all_around for n, all_around in zip(found["shop_nw150"], found["shops_n150"]))


def test_a_layer_called_streets_and_the_streets(doors, make, streets):
    """The recipe's rows about the streets themselves mean STREETS, whatever other layers are called."""
    rows = ("streets,,length,,inside", "streets,,reach_length,150,reach", ",,reach_nodes,150,knots")
    result, found = run(doors, ZONES=make.cells(), LAYERS=[streets], STREETS=streets, FEATURES=recipe(make, *rows),
                        FEATURES_OUT="TEMPORARY_OUTPUT")  # fmt: skip
    assert len(found["reach"]) == 16 and max(found["inside"]) > 0
    written = result["FEATURES_OUT"]
    assert [row["layer"] for row in written.getFeatures()] == ["streets", "STREETS", "STREETS"]
    again = run(doors, ZONES=make.cells(), LAYERS=[streets], STREETS=streets, FEATURES=written)[1]
    assert again == found


def test_points_as_zones_and_degrees(doors, make, streets, schools):
    rows = [(point(40, 30), "a"), (point(350, 380), "b")]
    zones = make.layer("Point", rows, ("name:string",), name="stops")
    _, found = run(doors, ZONES=zones, LAYERS=[schools], STREETS=streets, FEATURES=recipe(make, ROWS[0]))
    assert found["walk"][1] == pytest.approx(20 + 40)
    _, degrees = run(doors, ZONES=zones, LAYERS=[make.moved(schools, "EPSG:4326")],
                     STREETS=make.moved(streets, "EPSG:4326"), FEATURES=recipe(make, ROWS[0]))  # fmt: skip
    assert degrees["walk"] == pytest.approx(found["walk"], abs=0.01)


def test_bad_input(doors, make, streets, schools):
    cells = make.cells()
    settings = {"ZONES": cells, "LAYERS": [schools]}
    for row, words in (
        ("schools,,network_count,300,n", ("Recipe row 1", "network_count", "STREETS")),
        (",,reach_length,300,n", ("Recipe row 1", "STREETS")),
    ):
        doors.refused_in_the_run(NAME, *words, **settings, FEATURES=recipe(make, row))
    settings["STREETS"] = streets
    for row, words in (
        ("schools,,network_count,,n", ("needs a radius",)),
        ("schools,,network_sum,300,n", ("needs a field",)),
        ("schools,name,network_sum,300,n", ("no field 'name'",)),
        (",,reach_length,,n", ("needs a radius",)),
        ("schools,,network_distanz,,n", ("is no measure", "network_distance")),
    ):
        doors.refused_in_the_run(NAME, *words, **settings, FEATURES=recipe(make, row))
    flat = make.layer("LineString", [(line((5, 5), (5, 5)),)], name="no length")
    refused = {**settings, "STREETS": flat, "FEATURES": recipe(make, ROWS[0])}
    doors.refused_in_the_run(NAME, "can be used as a street", **refused)
    doors.refused_everywhere(NAME, "lines", **{**settings, "STREETS": schools})
    run(doors, **settings, FEATURES=recipe(make, "schools,,nearest,,fly"))
    assert "The street lines were not used" in doors.log
