"""Street centrality: values that can be counted by hand, what becomes of the rows, and input as it comes."""

from __future__ import annotations

import csv

import numpy as np
import pytest

PLACE = (234000.0, 416000.0)
FIELDS = ("name:string", "bridge:string", "closed:string", "lanes:integer")


def way(*places: tuple[float, float]) -> str:
    """WKT of a line; places count from PLACE."""
    return "LineString(" + ", ".join(f"{PLACE[0] + x} {PLACE[1] + y}" for x, y in places) + ")"


def square(x: float, y: float, size: float) -> str:
    """WKT of a square; x and y count from PLACE."""
    west, south = PLACE[0] + x, PLACE[1] + y
    corners = ((0, 0), (size, 0), (size, size), (0, size), (0, 0))
    return "Polygon((" + ", ".join(f"{west + a} {south + b}" for a, b in corners) + "))"


def street(make, *rows, crs="EPSG:5186", kind="LineString", name="streets"):
    """A street layer; each row is (line, name, bridge, closed)."""
    filled = [(row[0], *(*row[1:], None, None, None)[:3], i) for i, row in enumerate(rows)]
    layer = make.layer(kind, filled, FIELDS, name=name)
    return layer if crs == "EPSG:5186" else make.moved(layer, crs)


def cross(make, **settings):
    """Two lines of 200 m that cross in their middle, without a node there."""
    return street(make, (way((0, 0), (200, 0)), "동서로"), (way((100, -100), (100, 100)), "남북로"), **settings)


def rows_of(layer) -> list[dict]:
    return [dict(zip(layer.fields().names(), feature.attributes())) for feature in layer.getFeatures()]


def values(layer, field: str) -> np.ndarray:
    return np.array([feature[field] for feature in layer.getFeatures()], dtype=float)


# ---------------------------------------------------------------------- values
def test_a_crossing_without_a_node_can_be_counted_by_hand(doors, make):
    done = doors.run("streetcentrality", INPUT=cross(make), RADII="150,250", NODES="TEMPORARY_OUTPUT")
    rows = rows_of(done["OUTPUT"])
    assert len(rows) == 4
    for row in rows:
        assert row["len_m"] == pytest.approx(100, abs=1e-6)
        # Along an arm: its end to the middle and to the three other ends.
        assert (row["btw_150"], row["btw_250"]) == (pytest.approx(1), pytest.approx(4))
        # The mean of an end, which reaches everything, and the middle, which does too.
        assert row["rch_250"] == pytest.approx(4)
        assert row["rch_150"] == pytest.approx((1 + 4) / 2)
        assert row["cls_250"] == pytest.approx((4 / 700 + 4 / 400) / 2)
        assert row["hrm_250"] == pytest.approx((1 / 100 + 3 / 200 + 4 / 100) / 2)
    nodes = {row["degree"]: row for row in rows_of(done["NODES"])}
    assert nodes[4]["btw_250"] == pytest.approx(6) and nodes[1]["btw_250"] == 0
    assert (done["NODE_COUNT"], done["SEGMENT_COUNT"], done["COMPONENT_COUNT"]) == (5, 4, 1)
    assert done["MOST_BETWEEN"] == pytest.approx(1) and done["LARGEST_SHARE"] == 1


def test_each_segment_keeps_what_its_line_says(doors, make):
    done = doors.run("streetcentrality", INPUT=cross(make), RADII="150")
    by_name = {}
    for row in rows_of(done["OUTPUT"]):
        by_name.setdefault(row["name"], []).append((row["src_from"], row["src_to"], row["src_fid"], row["lanes"]))
    spans = {name: sorted((low, high) for low, high, _fid, _lanes in rows) for name, rows in by_name.items()}
    for name, lanes in (("동서로", 0), ("남북로", 1)):
        assert np.allclose(spans[name], [(0, 100), (100, 200)], atol=1e-6)
        assert {row[3] for row in by_name[name]} == {lanes}
    assert by_name["동서로"][0][2] != by_name["남북로"][0][2]


def test_a_point_where_nothing_branches_off_is_no_crossing(doors, make):
    layer = street(make, (way((0, 0), (40, 0)), "가"), (way((40, 0), (100, 0)), "나"), (way((100, 0), (200, 0)), "다"))
    merged = rows_of(doors.run("streetcentrality", INPUT=layer, RADII="500")["OUTPUT"])
    split = rows_of(doors.run("streetcentrality", INPUT=layer, RADII="500", MERGE=False)["OUTPUT"])
    assert [row["name"] for row in merged] == ["가", "나", "다"]
    assert {row["rch_500"] for row in merged} == {1} and len({row["street"] for row in merged}) == 1
    assert {row["rch_500"] for row in split} == {3} and len({row["street"] for row in split}) == 3
    assert [row["btw_500"] for row in split] == pytest.approx([3, 4, 3])


def test_the_straightest_way_is_not_the_shortest(doors, make):
    """A bent short cut and a straight way round: metric ways take the one, angular ways the other."""
    layer = street(
        make,
        (way((-100, 0), (0, 0)), "서"),
        (way((0, 0), (50, 45), (100, -45), (150, 0)), "굽은길"),
        (way((0, 0), (0, 120), (150, 120), (150, 0)), "둘레"),
        (way((150, 0), (250, 0)), "동"),
    )
    done = doors.run("streetcentrality", INPUT=layer, RADII="2000", METHOD="both")
    rows = {row["name"]: row for row in rows_of(done["OUTPUT"])}
    assert rows["굽은길"]["btw_2000"] > 0 and rows["둘레"]["btw_2000"] == 0
    assert rows["굽은길"]["abtw_2000"] == pytest.approx(1)  # west to east; 253 degrees round, less through the bends
    straight = street(make, *((way((100 * i, 0), (100 * i + 100, 0)), str(i)) for i in range(3)))
    done = doors.run("streetcentrality", INPUT=straight, RADII="2000", METHOD="angular", MERGE=False)
    rows = {row["name"]: row for row in rows_of(done["OUTPUT"])}
    assert [rows[str(i)]["abtw_2000"] for i in range(3)] == [0, 1, 0]
    assert rows["0"]["acls_2000"] == 1  # everything is straight ahead
    assert "btw_2000" not in rows["0"]


def test_weights_lie_where_they_are_along_the_street(doors, make):
    """30 people at a quarter of the way: three quarters of them at the near end; shops count as they stand."""
    layer = street(make, (way((0, 0), (100, 0)), "가"), (way((100, 0), (300, 0)), "나"))
    homes = make.layer("Point", [(f"Point({PLACE[0] + 25} {PLACE[1] + 5})", 30.0)], ("people:double",), name="homes")
    shops = make.layer("Point", [(f"Point({PLACE[0] + 300} {PLACE[1]})",)], (), name="shops")
    done = doors.run(
        "streetcentrality", INPUT=layer, RADII="1000", MERGE=False, DECAY=0.01,
        ORIGINS=homes, ORIGIN_FIELD="people", DESTINATIONS=shops, NODES="TEMPORARY_OUTPUT",
    )  # fmt: skip
    rows = {row["name"]: row for row in rows_of(done["OUTPUT"])}
    near, far = 22.5 * np.exp(-3), 7.5 * np.exp(-2)
    assert rows["가"]["btw_1000"] == pytest.approx(near)
    assert rows["나"]["btw_1000"] == pytest.approx(near + far)
    nodes = rows_of(done["NODES"])
    assert sorted(row["grv_1000"] for row in nodes) == pytest.approx(sorted([np.exp(-3), np.exp(-2), 0.0]))
    assert sorted(row["rch_1000"] for row in nodes) == [0, 1, 1]


def test_only_streets_of_the_district_are_written_but_all_carry_ways(doors, make):
    layer = street(make, *((way((-1000 + 500 * i, y), (-500 + 500 * i, y)), f"{i}") for i in range(5) for y in (50,)))
    whole = doors.run("streetcentrality", INPUT=layer, RADII="1000", MERGE=False)
    done = doors.run(
        "streetcentrality", INPUT=layer, RADII="1000", MERGE=False, DISTRICT=make.district(), NODES="TEMPORARY_OUTPUT"
    )
    inside = {row["name"]: row["btw_1000"] for row in rows_of(done["OUTPUT"])}
    everywhere = {row["name"]: row["btw_1000"] for row in rows_of(whole["OUTPUT"])}
    assert set(inside) == {"2", "3"} and inside == {name: everywhere[name] for name in inside}
    assert done["SEGMENT_COUNT"] == 5 and len(rows_of(done["NODES"])) == 2


def test_what_lies_beyond_the_data_is_said(doors, make):
    """In the middle of 2 km nothing is cut off at 400 m; in a corner three quarters of the circle are."""
    lines = [(way((0, 500 * i), (2000, 500 * i)), "") for i in range(5)]
    lines += [(way((500 * i, 0), (500 * i, 2000)), "") for i in range(5)]
    settings = {"INPUT": street(make, *lines), "RADII": "400", "MERGE": False}
    done = doors.run("streetcentrality", **settings, NODES="TEMPORARY_OUTPUT")
    cut = {}
    for feature in done["NODES"].getFeatures():
        spot = feature.geometry().asPoint()
        cut[round(spot.x() - PLACE[0]), round(spot.y() - PLACE[1])] = feature["cut_400"]
    assert cut[1000, 1000] == 0 and cut[0, 0] == pytest.approx(0.75) and cut[0, 1000] == pytest.approx(0.5)
    mask = make.layer("Polygon", [(square(0, 0, 1000),)], (), name="known")
    done = doors.run("streetcentrality", **settings, COVERAGE=mask)
    assert values(done["OUTPUT"], "cut_400").max() == 1


def test_steep_ways_are_longer(doors, make, tmp_path):
    from osgeo import gdal, osr

    path = tmp_path / "dem.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), 60, 60, 1, gdal.GDT_Float32)
    data.SetGeoTransform((PLACE[0] - 300, 10, 0, PLACE[1] + 300, 0, -10))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(5186)
    data.SetProjection(reference.ExportToWkt())
    data.GetRasterBand(1).WriteArray(np.tile(2.0 * np.arange(60, dtype=np.float32), (60, 1)))
    data = None
    flat = doors.run("streetcentrality", INPUT=cross(make), RADII="250")
    steep = doors.run("streetcentrality", INPUT=cross(make), RADII="250", DEM=str(path))
    assert (values(steep["OUTPUT"], "cls_250") < values(flat["OUTPUT"], "cls_250")).all()
    level = {row["name"]: row["hrm_250"] for row in rows_of(steep["OUTPUT"])}
    assert level["동서로"] < level["남북로"]  # 20 % up to the east, level to the north


def test_the_published_values_of_a_real_town(doors, make, real_data):
    path = real_data / "bubenec_streets"
    done = doors.run(
        "streetcentrality", INPUT=f"{path / 'streets.gpkg'}|layername=streets", RADII="99999", MERGE=False,
        NODES="TEMPORARY_OUTPUT",
    )  # fmt: skip
    with (path / "reference_node_centrality.csv").open(encoding="utf-8") as file:
        wanted = [float(row["betweenness_pairs"]) for row in csv.DictReader(file)]
    assert np.abs(np.sort(values(done["NODES"], "btw_99999")) - np.sort(wanted)).max() < 1e-9
    with (path / "reference_edge_betweenness.csv").open(encoding="utf-8") as file:
        wanted = [float(row["edge_betweenness_pairs"]) for row in csv.DictReader(file)]
    assert np.abs(np.sort(values(done["OUTPUT"], "btw_99999")) - np.sort(wanted)).max() < 1e-9
    assert (done["NODE_COUNT"], done["SEGMENT_COUNT"]) == (29, 35)


def test_the_map_shows_few_wide_streets_and_many_thin_ones(doors, make):
    lines = [(way((0, 90 * i), (900, 90 * i + 7 * i)), "") for i in range(9)]
    lines += [(way((95 * i, -10), (95 * i, 900)), "") for i in range(9)]
    layer = doors.run("streetcentrality", INPUT=street(make, *lines), RADII="200,400,800")["OUTPUT"]
    renderer = layer.renderer()
    assert renderer.type() == "graduatedSymbol" and renderer.classAttribute() == "btw_400"
    widths = [entry.symbol().width() for entry in renderer.ranges()]
    assert widths == sorted(widths) and len(set(widths)) == len(widths) >= 4
    shown = [renderer.rangeForValue(value) for value in values(layer, "btw_400")]
    assert all(entry is not None for entry in shown)
    widest = sum(entry.lowerValue() == renderer.ranges()[-1].lowerValue() for entry in shown)
    assert 1 <= widest <= 0.05 * len(shown)
    assert layer.attributeAlias(layer.fields().lookupField("btw_400")) == "Betweenness within 400 m (shortest ways)"


# ---------------------------------------------------------------------- bad input
def test_lines_in_degrees_are_measured_in_meters(doors, make):
    done = doors.run("streetcentrality", INPUT=cross(make, crs="EPSG:4326"), RADII="150,250")
    assert done["OUTPUT"].crs().authid() == "EPSG:5186"
    assert values(done["OUTPUT"], "len_m") == pytest.approx(100, abs=0.01)
    assert values(done["OUTPUT"], "btw_250") == pytest.approx(4)


def test_degrees_under_a_metric_crs_are_refused(doors, make):
    layer = make.layer("LineString", [("LineString(127.38 36.35, 127.39 36.35)", "a", "", "", 1)], FIELDS)
    doors.refused_everywhere("streetcentrality", "EPSG:4326", INPUT=layer)


def test_three_parts_that_are_not_connected(doors, make):
    layer = street(
        make,
        (way((0, 0), (600, 0)), "긴길"),
        (way((0, 300), (200, 300)), "둘째"),
        (way((0, 600), (200, 600)), "셋째"),
    )
    done = doors.run("streetcentrality", INPUT=layer, RADII="700", COMPONENTS="TEMPORARY_OUTPUT")
    assert done["COMPONENT_COUNT"] == 3 and done["LARGEST_SHARE"] == pytest.approx(0.6)
    assert [(row["part"], round(row["len_m"])) for row in rows_of(done["COMPONENTS"])] == [(1, 600), (2, 200), (3, 200)]
    assert "3 parts" in doors.log
    assert {row["name"]: row["part"] for row in rows_of(done["OUTPUT"])}["긴길"] == 1


def test_a_loop_is_kept_and_carries_no_ways(doors, make):
    ring = way((200, 0), (250, 50), (300, 0), (250, -50), (200, 0))
    done = doors.run("streetcentrality", INPUT=street(make, (way((0, 0), (200, 0)), "길"), (ring, "고리")),
                     RADII="900", METHOD="both")  # fmt: skip
    rows = {row["name"]: row for row in rows_of(done["OUTPUT"])}
    assert rows["고리"]["btw_900"] == 0 and rows["길"]["btw_900"] == pytest.approx(1)
    assert rows["고리"]["arch_900"] == 1


def test_duplicate_and_zero_length_lines_are_counted_and_named(doors, make):
    layer = street(
        make,
        (way((0, 0), (200, 0)), "한번"),
        (way((200, 0), (0, 0)), "거꾸로"),
        (way((50, 0), (50, 0)), "점"),
        (way((200, 0), (200, 100)), "옆길"),
        (None, "없음"),
    )
    done = doors.run("streetcentrality", INPUT=layer, RADII="400", REJECTED="TEMPORARY_OUTPUT")
    rejected = {row["row"]: row["reason"] for row in rows_of(done["REJECTED"])}
    fids = [feature.id() for feature in layer.getFeatures()]
    assert set(rejected) == {fids[1], fids[2], fids[4]}
    assert "same way" in rejected[fids[1]] and "no length" in rejected[fids[2]]
    assert (done["ROWS_USED"], done["ROWS_LEFT_OUT"]) == (2, 3)
    assert done["ROWS_USED"] + done["ROWS_LEFT_OUT"] == layer.featureCount()
    assert [row["name"] for row in rows_of(done["OUTPUT"])] == ["한번", "옆길"]


def test_a_bridge_crosses_without_a_node(doors, make):
    rows = [(way((0, 0), (200, 0)), "아래"), (way((100, -100), (100, 100)), "다리", "yes")]
    for settings in ({}, {"BRIDGE_FIELD": "bridge"}):  # the field of OpenStreetMap is found by its name
        done = doors.run("streetcentrality", INPUT=street(make, *rows), RADII="400", **settings)
        assert (done["SEGMENT_COUNT"], done["COMPONENT_COUNT"]) == (2, 2)
    plain = street(make, *((row[0], row[1]) for row in rows))
    assert doors.run("streetcentrality", INPUT=plain, RADII="400")["SEGMENT_COUNT"] == 4
    whole = doors.run("streetcentrality", INPUT=plain, RADII="400", SPLIT=False)
    assert whole["SEGMENT_COUNT"] == 2


def test_points_far_from_every_street_are_left_out_with_their_distance(doors, make):
    where = [(50, 10), (100, 2000)]
    points = make.layer("Point", [(f"Point({PLACE[0] + x} {PLACE[1] + y})", 5.0) for x, y in where], ("w:double",),
                        name="homes")  # fmt: skip
    done = doors.run("streetcentrality", INPUT=street(make, (way((0, 0), (200, 0)), "길")), RADII="400",
                     ORIGINS=points, ORIGIN_FIELD="w", REJECTED="TEMPORARY_OUTPUT")  # fmt: skip
    (row,) = rows_of(done["REJECTED"])
    assert row["layer"] == "homes" and "too far" in row["reason"] and "2,000 m" in row["detail"]
    assert values(done["OUTPUT"], "btw_400") == pytest.approx(5)
    assert "1 of 2 rows lie more than 300 m" in doors.log


def test_weights_below_zero_and_without_value(doors, make):
    rows = [(f"Point({PLACE[0] + 50 + i} {PLACE[1]})", w) for i, w in enumerate((5.0, -1.0, None))]
    points = make.layer("Point", rows, ("w:double",), name="homes")
    one = street(make, (way((0, 0), (200, 0)), "길"))
    done = doors.run("streetcentrality", INPUT=one, RADII="400", ORIGINS=points, ORIGIN_FIELD="w",
                     REJECTED="TEMPORARY_OUTPUT")  # fmt: skip
    assert sorted(row["reason"] for row in rows_of(done["REJECTED"])) == ["negative weight", "no weight"]
    nothing = make.layer("Point", [(rows[0][0], 0.0)], ("w:double",), name="empty homes")
    doors.refused_in_the_run("streetcentrality", "empty homes", INPUT=one, ORIGINS=nothing, ORIGIN_FIELD="w")


def test_a_network_of_one_segment(doors, make):
    done = doors.run("streetcentrality", INPUT=street(make, (way((0, 0), (200, 0)), "길")), RADII="400", METHOD="both")
    (row,) = rows_of(done["OUTPUT"])
    assert (row["rch_400"], row["btw_400"], row["arch_400"], row["abtw_400"], row["cut_400"]) == (1, 1, 0, 0, 1)


def test_a_closed_street_lets_nobody_through(doors, make):
    layer = street(make, (way((0, 0), (100, 0)), "가"), (way((100, 0), (200, 0)), "막힘", None, "yes"),
                   (way((200, 0), (300, 0)), "나"))  # fmt: skip
    done = doors.run("streetcentrality", INPUT=layer, RADII="900", CLOSED_FIELD="closed")
    rows = {row["name"]: row for row in rows_of(done["OUTPUT"])}
    assert rows["막힘"]["btw_900"] == 0 and rows["가"]["rch_900"] == 1


def test_nothing_but_bad_lines_is_refused(doors, make):
    doors.refused_in_the_run("streetcentrality", "no length", INPUT=street(make, (way((5, 5), (5, 5)), "점")))


def test_radii_that_are_none_are_refused(doors, make):
    for text in ("", "a", "0", "-400", "400.5", "100000", "1,2,3,4,5,6,7,8,9"):
        doors.refused_everywhere("streetcentrality", "400,800,1600" if text else "Radii", INPUT=cross(make), RADII=text)


def test_a_district_elsewhere_is_refused(doors, make):
    elsewhere = make.layer("Polygon", [(square(5000, 5000, 100),)], (), name="다른 구")
    doors.refused_in_the_run("streetcentrality", "다른 구", INPUT=cross(make), DISTRICT=elsewhere)


def test_sampling_needs_the_same_way_back(doors, make):
    rows = [(way((0, 0), (200, 0)), "길", None, "yes"), (way((100, -100), (100, 100)), "길", None, None)]
    settings = {"INPUT": street(make, *rows), "SAMPLING_ERROR": 0.1, "ONEWAY_FIELD": "closed", "RADII": "400"}
    doors.refused_in_the_run("streetcentrality", "one-way", **settings)
    done = doors.run("streetcentrality", INPUT=cross(make), SAMPLING_ERROR=0.1, RADII="250")
    assert done["SAMPLED_SHARE"] == 1 and values(done["OUTPUT"], "bse_250").max() == 0
    assert values(done["OUTPUT"], "btw_250") == pytest.approx(4)


def test_what_is_given_and_not_used_is_said(doors, make):
    doors.run("streetcentrality", INPUT=cross(make), RADII="250", METHOD="angular", DECAY=0.01, DETOUR=0.2)
    assert doors.log.count("was not used") == 2


def test_cancel_leaves_the_old_file_alone(doors, make, tmp_path):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    class Stop(QgsProcessingFeedback):
        def setProgress(self, progress):
            super().setProgress(progress)
            if progress > 30:
                self.cancel()

    old = tmp_path / "centrality.gpkg"
    old.write_bytes(b"kept")
    lines = [(way((0, 50 * i), (900, 50 * i + i)), "") for i in range(18)]
    lines += [(way((51 * i, -10), (51 * i, 900)), "") for i in range(18)]
    with pytest.raises(QgsProcessingException, match="Stopped"):
        doors.run("streetcentrality", Stop(False), INPUT=street(make, *lines), OUTPUT=str(old))
    assert old.read_bytes() == b"kept" and list(tmp_path.glob(".*partial*")) == []
