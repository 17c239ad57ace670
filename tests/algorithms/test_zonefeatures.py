"""Features of zones against QGIS's own algorithms and brute force."""

from __future__ import annotations

import math

import numpy as np
import pytest

CRS = "EPSG:5186"
WEST, SOUTH = 234_000.0, 416_000.0


@pytest.fixture(scope="module")
def world(provider):
    """Zones, points, lines, areas and a raster, irregular enough to tell right from wrong."""
    random = np.random.default_rng(7)
    return {
        "zones": polygons(triangles(random), ["code:string"], [[f"Z{i}"] for i in range(18)], "zones"),
        "points": points(random.uniform(0, 900, (400, 2)), random),
        "lines": lines(random),
        "areas": polygons(squares(random), ["value:double"], [[float(i + 1)] for i in range(12)], "areas"),
    }


def layer_of(kind: str, fields: list[str], shapes: list[str], rows: list[list], name: str):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"{kind}?crs={CRS}" + "".join(f"&field={field}" for field in fields), name, "memory")
    features = []
    for shape, row in zip(shapes, rows):
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry.fromWkt(shape)
        geometry.translate(WEST, SOUTH)
        feature.setGeometry(geometry)
        feature.setAttributes(row)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def triangles(random) -> list[str]:
    """Eighteen triangles: squares of 300 m cut along their diagonal."""
    shapes = []
    for row in range(3):
        for column in range(3):
            x, y = 300 * column, 300 * row
            shapes.append(f"Polygon (({x} {y}, {x + 300} {y}, {x + 300} {y + 300}, {x} {y}))")
            shapes.append(f"Polygon (({x} {y}, {x + 300} {y + 300}, {x} {y + 300}, {x} {y}))")
    return shapes


def squares(random) -> list[str]:
    shapes = []
    for x, y in random.uniform(0, 800, (12, 2)):
        shapes.append(f"Polygon (({x} {y}, {x + 130} {y}, {x + 130} {y + 90}, {x} {y + 90}, {x} {y}))")
    return shapes


def polygons(shapes: list[str], fields: list[str], rows: list[list], name: str):
    return layer_of("Polygon", fields, shapes, rows, name)


def points(xy: np.ndarray, random):
    rows = [
        [float(value) if i % 10 else None, "ABCD"[int(kind)], f"Z{i % 18}"]
        for i, (value, kind) in enumerate(zip(random.uniform(0, 5, len(xy)), random.integers(0, 4, len(xy))))
    ]
    shapes = [f"Point ({x} {y})" for x, y in xy]
    return layer_of("Point", ["weight:double", "kind:string", "own:string"], shapes, rows, "points")


def lines(random):
    shapes = [f"LineString ({a} {b}, {c} {d})" for a, b, c, d in random.uniform(0, 900, (25, 4))]
    return layer_of("LineString", [], shapes, [[] for _ in shapes], "lines")


def measure(world, recipe: list[str], layers: list[str], **parameters) -> dict[str, list]:
    """Columns of the result for a recipe of text rows."""
    import processing
    from qgis.core import QgsFeature, QgsVectorLayer

    names = ("layer", "field", "measure", "radius", "name", "zone_field")
    table = QgsVectorLayer("None?" + "&".join(f"field={name}:string" for name in names), "recipe", "memory")
    features = []
    for row in recipe:
        feature = QgsFeature(table.fields())
        feature.setAttributes([*row.split(","), *[None] * 6][:6])
        features.append(feature)
    table.dataProvider().addFeatures(features)
    results = processing.run(
        "seodistrict:zonefeatures",
        {
            "ZONES": parameters.pop("zones", world["zones"]),
            "LAYERS": [world.get(name, name) for name in layers],
            "FEATURES": table,
            "OUTPUT": "memory:",
            **parameters,
        },
    )
    layer = results["OUTPUT"]
    columns = {field.name(): [] for field in layer.fields()}
    for feature in layer.getFeatures():
        for name in columns:
            value = feature[name]
            columns[name].append(None if not isinstance(value, (int, float, str)) else value)
    return {**columns, "results": results}


def centers(world) -> np.ndarray:
    found = [f.geometry().centroid().asPoint() for f in world["zones"].getFeatures()]
    return np.array([(p.x(), p.y()) for p in found])


def xy_of(layer) -> np.ndarray:
    return np.array([(f.geometry().asPoint().x(), f.geometry().asPoint().y()) for f in layer.getFeatures()])


def column(layer, name: str) -> list:
    return [f[name] if isinstance(f[name], (int, float, str)) else None for f in layer.getFeatures()]


def test_counts_and_sums_in_zones_match_qgis(world) -> None:
    import processing

    found = measure(world, ["points,,count,,n", "points,weight,sum,,s", "points,weight,mean,,m"], ["points"])
    native = processing.run(
        "native:countpointsinpolygon",
        {"POLYGONS": world["zones"], "POINTS": world["points"], "FIELD": "NUMPOINTS", "OUTPUT": "memory:"},
    )["OUTPUT"]
    assert found["n"] == [int(value) for value in column(native, "NUMPOINTS")]
    weighted = processing.run(
        "native:countpointsinpolygon",
        {"POLYGONS": world["zones"], "POINTS": world["points"], "WEIGHT": "weight", "OUTPUT": "memory:"},
    )["OUTPUT"]
    assert found["s"] == pytest.approx(column(weighted, "NUMPOINTS"))
    assert all(0 < mean < 5 for mean in found["m"])


def test_radii_kernels_and_mixes_match_brute_force(world) -> None:
    found = measure(
        world,
        [
            "points,,count,250,n",
            "points,weight,kernel_quartic,250,kq",
            "points,,kernel_gaussian,250,kg",
            "points,kind,shannon,250,h",
            "points,,nearest,,near",
            "points,weight,max,250,top",
        ],
        ["points"],
    )
    xy, center = xy_of(world["points"]), centers(world)
    weights = np.array([np.nan if value is None else value for value in column(world["points"], "weight")])
    kinds = np.array(column(world["points"], "kind"))
    distance = np.hypot(*(center[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))
    for zone in range(len(center)):
        near = distance[zone] <= 250
        d = distance[zone][near]
        w = weights[near]
        assert found["n"][zone] == near.sum()
        assert found["kq"][zone] == pytest.approx(np.nansum(w * (1 - (d / 250) ** 2) ** 2))
        assert found["kg"][zone] == pytest.approx(np.exp(-0.5 * (d / (250 / 3)) ** 2).sum())
        shares = np.unique(kinds[near], return_counts=True)[1] / near.sum()
        assert found["h"][zone] == pytest.approx(-(shares * np.log(shares)).sum())
        assert found["near"][zone] == pytest.approx(distance[zone].min())
        assert found["top"][zone] == pytest.approx(np.nanmax(w))


def test_lengths_match_qgis(world) -> None:
    import processing

    found = measure(world, ["lines,,length,,len", "lines,,density,,dens", "lines,,count,,n"], ["lines"])
    native = processing.run(
        "native:sumlinelengths",
        {
            "POLYGONS": world["zones"],
            "LINES": world["lines"],
            "LEN_FIELD": "L",
            "COUNT_FIELD": "C",
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    # QGIS measures on the ellipsoid or plane by project; without a project it is the plane.
    assert found["len"] == pytest.approx(column(native, "L"), rel=1e-3)
    assert found["n"] == [int(value) for value in column(native, "C")]
    assert found["dens"] == pytest.approx([length / 1000 / 0.045 for length in found["len"]])


def test_shares_of_areas_match_the_overlay_and_do_not_count_overlaps_twice(world) -> None:
    from qgis.core import QgsGeometry

    found = measure(world, ["areas,,share,,s", "areas,value,mean,,m", "areas,value,sum,,t"], ["areas"])
    shapes = [QgsGeometry(f.geometry()) for f in world["areas"].getFeatures()]
    values = column(world["areas"], "value")
    union = QgsGeometry.unaryUnion(shapes)
    for row, zone in enumerate(world["zones"].getFeatures()):
        geometry = zone.geometry()
        assert found["s"][row] == pytest.approx(geometry.intersection(union).area() / geometry.area(), abs=1e-9)
        parts = [geometry.intersection(shape).area() for shape in shapes]
        if sum(parts) > 0:
            assert found["m"][row] == pytest.approx(np.dot(parts, values) / sum(parts))
        else:
            assert found["m"][row] is None
        assert found["t"][row] == pytest.approx(
            sum(part / shape.area() * value for part, shape, value in zip(parts, shapes, values))
        )


def test_the_value_at_the_center_and_nearest_area(world) -> None:
    found = measure(world, ["areas,value,value,,v", "areas,,nearest,,near"], ["areas"])
    for row, zone in enumerate(world["zones"].getFeatures()):
        center = zone.geometry().centroid()
        holding = [f["value"] for f in world["areas"].getFeatures() if f.geometry().contains(center)]
        assert found["v"][row] == (holding[0] if holding else None)
        least = min(f.geometry().distance(center) for f in world["areas"].getFeatures())
        assert found["near"][row] == pytest.approx(least)


def test_own_zone_codes_go_before_position_and_disagreements_are_counted(world) -> None:
    found = measure(world, ["points,,count,,n,own"], ["points"], ZONE_ID_FIELD="code")
    own = column(world["points"], "own")
    assert found["n"] == [own.count(f"Z{zone}") for zone in range(18)]
    position = measure(world, ["points,,count,,n"], ["points"])
    assert sum(position["n"]) == 400
    assert 300 < found["results"]["DISAGREEMENTS"] <= 400


def test_tables_are_joined_by_code_and_unknown_codes_counted(world, tmp_path) -> None:
    table = tmp_path / "flow.csv"
    table.write_text("code,month,people\nZ0,1,10\nZ0,2,20\nZ3,1,7\nZ99,1,5\n", encoding="utf-8")
    found = measure(
        world,
        ["flow,people,mean,,m,code", "flow,people,density,,d,code", "flow,,count,,n,code"],
        [str(table)],
        ZONE_ID_FIELD="code",
    )
    assert (found["m"][0], found["m"][3], found["m"][1]) == (15, 7, None)
    assert found["d"][0] == pytest.approx(15 / 0.045)
    assert (found["n"][0], found["n"][1]) == (2, 0)
    assert found["results"]["UNKNOWN_CODES"] == 1


def test_raster_statistics_match_qgis(world, tmp_path) -> None:
    import processing
    from osgeo import gdal, osr

    random = np.random.default_rng(3)
    values = random.integers(0, 50, (95, 95)).astype("float32")
    values[:4, :4] = -9999
    path = tmp_path / "soil.tif"
    raster = gdal.GetDriverByName("GTiff").Create(str(path), 95, 95, 1, gdal.GDT_Float32)
    raster.SetGeoTransform((WEST - 23, 10, 0, SOUTH + 931.7, 0, -10))
    system = osr.SpatialReference()
    system.ImportFromEPSG(5186)
    raster.SetProjection(system.ExportToWkt())
    raster.GetRasterBand(1).SetNoDataValue(-9999)
    raster.GetRasterBand(1).WriteArray(values)
    raster.FlushCache()
    raster = None
    found = measure(
        world,
        [
            "soil,,mean,,m",
            "soil,,min,,lo",
            "soil,,max,,hi",
            "soil,3 4 5,share,,shr",
            "soil,,value,,v",
            "soil,,count,,n",
        ],
        [str(path)],
    )
    native = processing.run(
        "native:zonalstatisticsfb",
        {"INPUT": world["zones"], "INPUT_RASTER": str(path), "STATISTICS": [0, 2, 5, 6], "OUTPUT": "memory:"},
    )["OUTPUT"]
    assert found["n"] == [int(value) for value in column(native, "_count")]
    assert found["m"] == pytest.approx(column(native, "_mean"))
    assert found["lo"] == column(native, "_min")
    assert found["hi"] == column(native, "_max")
    assert all(0 <= share < 0.2 for share in found["shr"])
    for (x, y), value in zip(centers(world), found["v"]):
        cell = values[int((SOUTH + 931.7 - y) // 10), int((x - WEST + 23) // 10)]
        assert value == pytest.approx(float(cell))


def test_points_as_zones_need_a_radius_for_counts(world) -> None:
    from qgis.core import QgsProcessingException

    found = measure(world, ["points,,count,100,n", "lines,,length,100,len"], ["points", "lines"], zones=world["points"])
    xy = xy_of(world["points"])
    distance = np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))
    assert found["n"] == (distance <= 100).sum(axis=1).tolist()
    assert max(found["len"]) <= 25 * 200 and max(found["len"]) > 0
    with pytest.raises(QgsProcessingException, match="needs a radius"):
        measure(world, ["points,,count,,n"], ["points"], zones=world["points"])


def test_without_a_recipe_every_layer_gives_something_and_the_recipe_gives_the_same_again(world, tmp_path) -> None:
    import processing

    layers = [world["points"], world["lines"], world["areas"]]
    first = processing.run(
        "seodistrict:zonefeatures",
        {
            "ZONES": world["zones"],
            "LAYERS": layers,
            "RADII": "150, 300",
            "OUTPUT": "memory:",
            "FEATURES_OUT": str(tmp_path / "recipe.csv"),
        },
    )
    names = [field.name() for field in first["OUTPUT"].fields()]
    assert names == ["code", "point_n150", "point_n300", "point_near", "lines_d", "areas_shr"], names
    again = processing.run(
        "seodistrict:zonefeatures",
        {"ZONES": world["zones"], "LAYERS": layers, "FEATURES": str(tmp_path / "recipe.csv"), "OUTPUT": "memory:"},
    )
    one = [feature.attributes() for feature in first["OUTPUT"].getFeatures()]
    other = [feature.attributes() for feature in again["OUTPUT"].getFeatures()]
    assert one == other


def test_density_of_points_is_per_square_kilometre(world) -> None:
    found = measure(world, ["points,,count,,n", "points,,density,,d", "points,,density,200,d2"], ["points"])
    assert found["d"] == pytest.approx([n / 0.045 for n in found["n"]])
    assert max(found["d2"]) < 400 / (math.pi * 0.04)


def test_one_field_as_category_and_counted(world) -> None:
    found = measure(world, ["points,kind,shannon,,h", "points,kind,count,,n", "points,weight,count,,w"], ["points"])
    plain = measure(world, ["points,,count,,n"], ["points"])
    assert found["n"] == plain["n"]
    assert sum(found["w"]) == 360, "every tenth weight is NULL"
    assert max(found["h"]) <= math.log(4) + 1e-12


def test_zones_that_share_a_code_do_not_pile_records_up_in_the_first(world) -> None:
    """Cells of one dong share its code: a record near a border stays in the cell it lies in."""
    shared = polygons(triangles(None), ["code:string"], [[f"D{i // 6}"] for i in range(18)], "cells")
    found = measure(world, ["points,,count,,n,own"], ["points"], zones=shared, ZONE_ID_FIELD="code")
    position = measure(world, ["points,,count,,n"], ["points"], zones=shared)
    assert found["n"] == position["n"], "codes that no zone has: by position"
    relabeled = points(xy_of(world["points"]) - (WEST, SOUTH), np.random.default_rng(7))
    relabeled.startEditing()
    for feature in relabeled.getFeatures():
        relabeled.changeAttributeValue(feature.id(), 2, f"D{feature.id() % 3}")
    relabeled.commitChanges()
    wrong = measure(world, ["points,,count,,n,own"], [relabeled], zones=shared, ZONE_ID_FIELD="code")
    assert wrong["n"] == position["n"]
    assert wrong["results"]["DISAGREEMENTS"] > 200


def test_a_zone_code_with_a_radius_is_refused(world) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="goes by position"):
        measure(world, ["points,,count,100,n,own"], ["points"], ZONE_ID_FIELD="code")


def test_a_table_alone_without_codes_is_refused(world, tmp_path) -> None:
    import processing
    from qgis.core import QgsProcessingException

    table = tmp_path / "flow.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="zone code field"):
        processing.run(
            "seodistrict:zonefeatures", {"ZONES": world["zones"], "LAYERS": [str(table)], "OUTPUT": "memory:"}
        )


def test_korean_csv_in_cp949_is_named_as_such(world, tmp_path) -> None:
    import processing
    from qgis.core import QgsProcessingException

    table = tmp_path / "유동인구.csv"
    table.write_bytes("행정동,인구\n가람동,5\n".encode("cp949"))
    with pytest.raises(QgsProcessingException, match="CP949"):
        processing.run(
            "seodistrict:zonefeatures", {"ZONES": world["zones"], "LAYERS": [str(table)], "OUTPUT": "memory:"}
        )


def test_layers_of_like_names_keep_their_radii_in_the_names(world) -> None:
    from seo_district_plugin.analysis.zones.recipe import default_recipe

    names = [r.name for r in default_recipe([("stores_2023", "point"), ("stores_2024", "point")], [300, 400])]
    assert names == ["stor1_n300", "stor1_n400", "stor1_near", "stor2_n300", "stor2_n400", "stor2_near"]
