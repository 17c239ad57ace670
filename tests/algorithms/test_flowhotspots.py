"""Hot spots through the algorithm: published figures, written definitions, streets, time, and how it looks."""

from __future__ import annotations

import csv
import math

import numpy as np
import pytest

from tests.algorithms.conftest import PLACE, point, square

pytestmark = pytest.mark.usefixtures("provider")
NAME = "flowhotspots"


def columns(layer) -> dict[str, list]:
    """The rows of a layer by column, NULL as None."""
    names = [field.name() for field in layer.fields()]
    rows = [[None if value is None or not isinstance(value, (int, float, str)) else value for value in f.attributes()]
            for f in layer.getFeatures()]  # fmt: skip
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}


def table_of(result: dict, context, name="OUTPUT") -> dict[str, list]:
    from qgis.core import QgsProcessingUtils

    layer = result[name]
    return columns(layer if hasattr(layer, "fields") else QgsProcessingUtils.mapLayerFromString(layer, context))


def run(doors, **parameters) -> tuple[dict, dict[str, list]]:
    result = doors.run(NAME, **parameters)
    return result, table_of(result, doors.context)


def grid(make, values: np.ndarray, name="cells", crs="EPSG:5186"):
    """Cells of 100 m with a value each; (rows, columns) or (rows, columns, times)."""
    high, wide = values.shape[:2]
    many = values.reshape(high * wide, -1)
    fields = ("id:integer", *(f"v{t}:double" for t in range(many.shape[1])))
    rows = [(square(100.0 * (i % wide), 100.0 * (i // wide), 100.0), i, *map(float, many[i])) for i in range(len(many))]
    layer = make.layer("Polygon", rows, fields, name=name)
    return layer if crs == "EPSG:5186" else make.moved(layer, crs)


def hill(side=12, seed=1) -> np.ndarray:
    """Poisson counts with a hot corner and a cold one."""
    row, column = np.mgrid[0:side, 0:side]
    mean = 20 + 25 * (np.hypot(row - 2, column - 2) < 2.5) - 14 * (np.hypot(row - side + 3, column - side + 3) < 2.5)
    return np.random.default_rng(seed).poisson(mean).astype(float)


# ------------------------------------------------------------------------------------------------ published figures
@pytest.fixture(scope="module", params=["CRIME", "HOVAL"])
def columbus(request, provider, real_data):
    """The layer, put to Korea, a kilometer for its unit; and the published figures."""
    from qgis.core import QgsFeature, QgsVectorLayer
    from qgis.PyQt.QtGui import QTransform

    folder = real_data / "columbus_lisa"
    given = QgsVectorLayer(str(folder / "columbus.gpkg"), "columbus", "ogr")
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:5186&field=POLYID:integer&field=x:double", "columbus", "memory")
    features = []
    for feature in given.getFeatures():
        geometry = feature.geometry()
        geometry.transform(QTransform(1000, 0, 0, 1000, 230_000, 400_000))
        made = QgsFeature(layer.fields())
        made.setAttributes([int(feature["POLYID"]), float(feature[request.param])])
        made.setGeometry(geometry)
        features.append(made)
    assert layer.dataProvider().addFeatures(features)[0]
    with open(folder / f"reference_{request.param.lower()}_queen.csv", encoding="utf-8", newline="") as file:
        rows = {int(row["POLYID"]): row for row in csv.DictReader(file)}
    return layer, rows, {"CRIME": 0.5001885571828611, "HOVAL": 0.1800931}[request.param]


def published(found: dict[str, list], rows: dict, name: str) -> np.ndarray:
    return np.array([float(rows[key][name]) for key in found["POLYID"]])


def test_gi_star_as_published(doors, columbus):
    layer, rows, moran = columbus
    result, found = run(doors, INPUT=layer, VALUE_FIELD="x", TEST="analytic", CORRECTION="none")
    assert result["MORAN_I"] == pytest.approx(moran, abs=1e-6)
    assert result["PLACES"] == 49 and result["NEIGHBORS"] == pytest.approx(236 / 49)
    z = np.array(found["z"])
    np.testing.assert_allclose(z, published(found, rows, "gistar_z_binary"), atol=1e-6)
    p = np.array([math.erfc(abs(value) / math.sqrt(2)) for value in z])
    np.testing.assert_allclose(found["p_value"], p, rtol=1e-9)
    names = {level: f"_{name}" for level, name in ((0.01, 99), (0.05, 95), (0.10, 90))}
    for value, share, name in zip(z, p, found["class"]):
        level = next((level for level in names if share <= level), None)
        assert name == ("none" if level is None else ("hot" if value > 0 else "cold") + names[level])


def test_local_moran_as_published(doors, columbus):
    layer, rows, _ = columbus
    _, found = run(doors, INPUT=layer, VALUE_FIELD=["x"], METHOD="local_moran", CORRECTION="none", SEED=3,
                   PERMUTATIONS=9999)  # fmt: skip
    np.testing.assert_allclose(found["local_i"], published(found, rows, "local_moran_I"), atol=1e-6)
    quadrants = {"1": "high_high", "2": "low_high", "3": "low_low", "4": "high_low"}
    for key, name, p in zip(found["POLYID"], found["class"], found["p_value"]):
        assert name == (quadrants[rows[key]["quadrant"]] if p <= 0.05 else "none")
    # The reference prints one-sided shares of 999 draws.
    mine, theirs = np.array(found["p_value"]) / 2, published(found, rows, "p_sim_moran")
    spread = np.sqrt(mine * (1 - mine) * (1 / 999 + 1 / 9999)) + 1 / 999
    inside = (theirs < 0.45) & (mine < 0.45)  # doubled and cut at 1 it is not the same share
    assert (np.abs(theirs - mine)[inside] < 4.5 * spread[inside]).all()


# ------------------------------------------------------------------------------------------------ one time
def test_spots_are_where_they_were_planted_and_say_why(doors, make):
    values = hill()
    result, found = run(doors, INPUT=grid(make, values), VALUE_FIELD=["v0"], ZONES=make.district(),
                        SEED=1, RUN_RECORD="TEMPORARY_OUTPUT")  # fmt: skip
    row, column = np.divmod(np.array(found["id"]), 12)
    hot = np.array([name.startswith("hot") for name in found["class"]])
    cold = np.array([name.startswith("cold") for name in found["class"]])
    assert hot[np.hypot(row - 2, column - 2) < 1.5].all() and cold[np.hypot(row - 9, column - 9) < 1.5].all()
    assert not hot[np.hypot(row - 2, column - 2) > 5].any() and not cold[np.hypot(row - 9, column - 9) > 5].any()
    assert result["HOT_SPOTS"] == hot.sum() and result["COLD_SPOTS"] == cold.sum() and result["OUTLIERS"] == 0
    assert result["MORAN_I"] > 0.3 and result["MORAN_P"] == pytest.approx(0.002)
    ranks = sorted(rank for rank in found["rank"] if rank)
    assert ranks == list(range(1, int(hot.sum() + cold.sum()) + 1))
    best = found["rank"].index(1)
    assert found["place"][best] == "구"
    # Two spots that do not touch: the hot one and the cold one (chance may add a lonely cell).
    assert 2 <= result["SPOTS"] <= 4 and found["spot"][best] == 1
    assert {found["spot"][i] for i in range(144) if hot[i] and np.hypot(row[i] - 2, column[i] - 2) < 2} == {1}
    assert all((spot is None) == (rank is None) for spot, rank in zip(found["spot"], found["rank"]))
    for one in range(144):
        for other in range(one):
            if max(abs(row[one] - row[other]), abs(column[one] - column[other])) == 1 and (
                (hot[one] and hot[other]) or (cold[one] and cold[other])
            ):
                assert found["spot"][one] == found["spot"][other]
    assert found["reason"][best].startswith("Hot spot, 99 % confidence: value")
    assert f"mean of the {found['neighbors'][best]} neighbors" in found["reason"][best]
    q, p, code = (np.array(found[name], dtype=float) for name in ("q_value", "p_value", "gi_bin"))
    assert (q >= p - 1e-12).all()
    np.testing.assert_array_equal(
        np.abs(code), sum((q <= level * (1 + 1e-9)).astype(int) for level in (0.1, 0.05, 0.01))
    )


def test_forty_thousand_tests_can_be_passed(doors, make):
    """With 999 draws for 2,500 places nothing could stand after the correction; here the spot does."""
    values = np.random.default_rng(3).lognormal(0, 0.8, (50, 50))
    values[10:15, 10:15] *= 6
    result, found = run(doors, INPUT=grid(make, values), VALUE_FIELD="v0")
    inside = [name.startswith("hot") for name, key in zip(found["class"], found["id"])
              if 11 <= key // 50 < 14 and 11 <= key % 50 < 14]  # fmt: skip
    assert sum(inside) >= 8
    assert result["HOT_SPOTS"] < 45 and result["P_CUTOFF"] < 0.002
    analytic, _ = run(doors, INPUT=grid(make, values), VALUE_FIELD="v0", TEST="analytic")
    assert analytic["HOT_SPOTS"] > result["HOT_SPOTS"]  # too sure


def test_the_same_seed_gives_the_same(doors, make):
    layer = grid(make, hill(8, 4))
    first = run(doors, INPUT=layer, VALUE_FIELD="v0", SEED=7)[1]
    assert first == run(doors, INPUT=layer, VALUE_FIELD="v0", SEED=7)[1]
    assert first["p_value"] != run(doors, INPUT=layer, VALUE_FIELD="v0", SEED=8)[1]["p_value"]


@pytest.mark.parametrize(("weights", "count"), [("queen", 8), ("rook", 4), ("nearest", 5), ("band", 12), ("auto", 8)])
def test_neighbors(doors, make, weights, count):
    _, found = run(doors, INPUT=grid(make, hill(7)), VALUE_FIELD="v0", WEIGHTS=weights, K=5, DISTANCE=200)
    middle = found["id"].index(24)
    assert found["neighbors"][middle] == count
    values = hill(7).ravel()
    if weights == "rook":
        assert found["near_mean"][middle] == pytest.approx(values[[17, 23, 25, 31]].mean())


def test_values_missing_are_left_out_with_the_reason(doors, make):
    rows = [(square(100.0 * (i % 4), 100.0 * (i // 4), 100.0), i, None if i in (3, 9) else float(i)) for i in range(16)]
    layer = make.layer("Polygon", rows, ("id:integer", "v:double"), name="with gaps")
    result, found = run(doors, INPUT=layer, VALUE_FIELD="v", REJECTED="TEMPORARY_OUTPUT")
    left = table_of(result, doors.context, "REJECTED")
    assert len(found["id"]) == 14 and not {3, 9} & set(found["id"])
    assert left["reason"] == ["no value", "no value"] and left["detail"] == ["v", "v"]
    assert left["layer"] == ["with gaps"] * 2 and result["PLACES"] == 14
    assert "read 16 rows = used 14 + left out 2" in doors.log


def test_islands_are_told_and_not_tested(doors, make):
    rows = [(square(100.0 * (i % 5), 100.0 * (i // 5), 100.0), float(i % 7)) for i in range(25)]
    layer = make.layer("Polygon", [*rows, (square(900, 900, 100.0), 99.0)], ("v:double",))
    result, found = run(doors, INPUT=layer, VALUE_FIELD="v")
    assert result["ISLANDS"] == 1
    assert found["class"][25] == "island" and found["z"][25] is None and found["p_value"][25] is None
    assert "no neighbors" in found["reason"][25] and found["rank"][25] is None
    doors.refused_in_the_run(NAME, "None of the 26 places has a neighbor", INPUT=layer, VALUE_FIELD="v",
                             WEIGHTS="band", DISTANCE=3.0)  # fmt: skip


# ------------------------------------------------------------------------------------------------ streets
def line(*xy: tuple[float, float]) -> str:
    return "LineString (" + ", ".join(f"{PLACE[0] + x} {PLACE[1] + y}" for x, y in xy) + ")"


def street(make, flows, y=0.0, more=()):
    """Segments of 100 m in a row with a flow each."""
    rows = [(line((100.0 * i, y), (100.0 * i + 100, y)), i, float(flow)) for i, flow in enumerate(flows)]
    return make.layer("LineString", [*rows, *more], ("id:integer", "flow:double"), name="streets")


def test_segments_are_neighbors_along_the_streets(doors, make):
    flows = [5, 6, 5, 30, 32, 31, 5, 6, 5, 4]
    # A street that runs 10 m beside, joined at its far end only; and one that crosses in the middle of a segment.
    more = [(line((0, 10), (1000, 10)), 90, 5.0), (line((250, -60), (250, 5)), 91, 5.0)]
    result, found = run(doors, INPUT=street(make, flows, more=more), VALUE_FIELD="flow", DISTANCE=150)
    near = dict(zip(found["id"], found["neighbors"]))
    assert near[0] == 1 and near[1] == 2 + 1 and near[5] == 2 and near[90] == 0
    assert near[91] == 3  # its middle is 27.5 m from the crossing: segments 1, 2 and 3
    mean = dict(zip(found["id"], found["near_mean"]))
    assert mean[4] == pytest.approx((30 + 31) / 2)
    assert result["ISLANDS"] == 1


def test_points_along_streets_and_those_too_far(doors, make):
    streets = make.layer("LineString", [(line((0, 0), (1000, 0)),), (line((0, 80), (1000, 80)),)], name="two streets")
    rows = [(point(50.0 + 100 * i, 3.0), i, float(i)) for i in range(8)]
    rows += [(point(50.0 + 100 * i, 78.0), 10 + i, float(i)) for i in range(8)]
    rows += [(point(500.0, 2100.0), 99, 5.0)]
    layer = make.layer("Point", rows, ("id:integer", "v:double"), name="stops")
    result, found = run(doors, INPUT=layer, VALUE_FIELD="v", STREETS=streets, DISTANCE=120, REJECTED="TEMPORARY_OUTPUT")
    near = dict(zip(found["id"], found["neighbors"]))
    assert near[3] == 2 and near[13] == 2  # not those across, 75 m away
    left = table_of(result, doors.context, "REJECTED")
    assert left["reason"] == ["too far from every street"] and left["detail"] == ["2,020 m; at most 100 m"]
    assert result["PLACES"] == 16
    _, other = run(doors, INPUT=layer, VALUE_FIELD="v", WEIGHTS="band", DISTANCE=120, STREETS=streets)
    assert dict(zip(other["id"], other["neighbors"]))[3] > 2
    assert "Street lines was not used" in doors.log


def test_lines_without_length_are_left_out(doors, make):
    more = [(line((300, 0), (300, 0)), 70, 5.0)]
    result, found = run(doors, INPUT=street(make, range(9), more=more), VALUE_FIELD="flow", REJECTED="TEMPORARY_OUTPUT")
    left = table_of(result, doors.context, "REJECTED")
    assert 70 not in found["id"] and len(left["row"]) == 1 and result["PLACES"] == 9


def test_two_lines_on_each_other_both_count(doors, make):
    more = [(line((300, 0), (400, 0)), 70, 5.0)]
    _, found = run(doors, INPUT=street(make, range(9), more=more), VALUE_FIELD="flow", DISTANCE=120)
    near = dict(zip(found["id"], found["neighbors"]))
    assert near[70] == near[3] == 3


# ------------------------------------------------------------------------------------------------ over time
def brute_force(values: np.ndarray, touching: list[list[int]], level: float) -> list[str]:
    """Gi* by its formula, Benjamini-Hochberg, Mann-Kendall and the written definitions, place by place."""
    places, periods = values.shape
    z = np.zeros((places, periods))
    for t in range(periods):
        x = values[:, t]
        mean, spread = x.mean(), math.sqrt((x**2).mean() - x.mean() ** 2)
        for i in range(places):
            group = [i, *touching[i]]
            w = len(group)
            bottom = spread * math.sqrt((places * w - w * w) / (places - 1))
            z[i, t] = (sum(x[j] for j in group) - mean * w) / bottom
    p = np.array([[math.erfc(abs(v) / math.sqrt(2)) for v in row] for row in z])
    good = stands(p.ravel(), level).reshape(p.shape)
    trends = [kendall(row) for row in z]
    trended = stands(np.array([p for _, p in trends]), level)
    return [
        named(good[i] & (z[i] > 0), good[i] & (z[i] < 0), np.sign(trends[i][0]) * trended[i]) for i in range(places)
    ]


def stands(p: np.ndarray, level: float) -> np.ndarray:
    last = 0.0
    for rank, share in enumerate(sorted(p), start=1):
        if share <= level * rank / len(p):
            last = share
    return p <= last


def kendall(series: np.ndarray) -> tuple[int, float]:
    series = np.round(series, 9)
    n = len(series)
    s = sum(int(np.sign(series[b] - series[a])) for a in range(n) for b in range(a + 1, n))
    ties = [int((series == value).sum()) for value in set(series.tolist())]
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    z = (s - np.sign(s)) / math.sqrt(variance) if variance > 0 else 0.0
    return s, math.erfc(abs(z) / math.sqrt(2))


def named(hot: np.ndarray, cold: np.ndarray, trend: float) -> str:
    for side, own, other, way in (("hot", hot, cold, trend), ("cold", cold, hot, -trend)):
        if own[-1]:
            if own.mean() >= 0.9:
                return f"{side}_" + {1: "intensifying", -1: "diminishing", 0: "persistent"}[int(way)]
            if other.any():
                return f"{side}_oscillating"
            if own.sum() == 1:
                return f"{side}_new"
            first = int(np.argmax(own))
            return f"{side}_consecutive" if own[first:].all() else f"{side}_sporadic"
    for side, own in (("hot", hot), ("cold", cold)):
        if own.mean() >= 0.9:
            return f"{side}_historical"
    return "none"


def changing(periods=10, side=14) -> np.ndarray:
    """Counts over time with a spot of each kind."""
    row, column = np.mgrid[0:side, 0:side]
    near = {at: np.hypot(row - at[0], column - at[1]) < 1.6 for at in ((2, 2), (2, 11), (11, 2), (11, 11), (6, 6))}
    mean = np.full((side, side, periods), 30.0)
    for t in range(periods):
        mean[near[(2, 2)], t] += 25 + 6 * t
        mean[near[(2, 11)], t] += 40
        mean[near[(11, 2)], t] += 45 if t == periods - 1 else 0
        mean[near[(11, 11)], t] -= 22
        mean[near[(6, 6)], t] += 40 if t < periods - 1 else 0
    return np.random.default_rng(12).poisson(mean).astype(float)


def touching_cells(side: int) -> list[list[int]]:
    return [
        [r * side + c for r in range(max(i // side - 1, 0), min(i // side + 2, side))
         for c in range(max(i % side - 1, 0), min(i % side + 2, side)) if r * side + c != i]
        for i in range(side * side)
    ]  # fmt: skip


def test_classes_over_time_by_definition(doors, make):
    cube = changing()
    fields = [f"v{t}" for t in range(10)]
    result, found = run(doors, INPUT=grid(make, cube), VALUE_FIELD=fields, TEST="analytic")
    expected = brute_force(cube.reshape(196, 10), touching_cells(14), 0.05)
    assert found["class"] == [expected[key] for key in found["id"]]
    by_cell = dict(zip(found["id"], found["class"]))
    assert by_cell[2 * 14 + 2] == "hot_intensifying" and by_cell[2 * 14 + 11] in ("hot_persistent", "hot_diminishing")
    assert by_cell[11 * 14 + 2] == "hot_new" and by_cell[11 * 14 + 11].startswith("cold_")
    assert by_cell[6 * 14 + 6] == "hot_historical"
    assert result["PERIODS"] == 10 and result["RISING"] >= 1
    at = found["id"].index(30)
    assert (
        found["hot_times"][at] == 10
        and found["trend_z"][at] > 2
        and found["mean"][at] == pytest.approx(cube[2, 2].mean())
    )
    assert found["reason"][at].startswith("Intensifying hot spot: hot in 10 and cold in 0 of 10 periods")


def long_table(make, cube: np.ndarray, times, drop=(), name="long"):
    high, wide, periods = cube.shape
    rows = [
        (square(100.0 * (i % wide), 100.0 * (i // wide), 100.0), f"P{i:03d}", times[t], float(cube[divmod(i, wide)][t]))
        for t in reversed(range(periods)) for i in range(high * wide) if (i, t) not in drop
    ]  # fmt: skip
    kind = "integer" if isinstance(times[0], int) else "string"
    return make.layer("Polygon", rows, ("pid:string", f"time:{kind}", "count:double"), name=name)


@pytest.mark.parametrize("times", [list(range(1, 11)), [f"2026-{m:02d}-01" for m in range(1, 11)]])
def test_long_tables_give_the_same_as_fields(doors, make, times):
    cube = changing()
    fields = [f"v{t}" for t in range(10)]
    wide = run(doors, INPUT=grid(make, cube), VALUE_FIELD=fields, SEED=2)[1]
    _, long = run(doors, INPUT=long_table(make, cube, times), VALUE_FIELD="count", TIME_FIELD="time", PLACE_FIELD="pid",
                  SEED=2)  # fmt: skip
    assert "time" not in long and "count" not in long
    order = np.argsort([int(key[1:]) for key in long["pid"]])
    for name in ("class", "hot_times", "z", "q_value", "trend_z"):
        assert [long[name][i] for i in order] == [wide[name][i] for i in np.argsort(wide["id"])], name
    assert long["place"][0] == long["pid"][0]


def test_gaps_over_time(doors, make):
    cube = changing(6, 6)
    gaps = {(5, 2), (7, 0), (7, 1)}
    layer = long_table(make, cube, list(range(6)), gaps)
    settings = {"INPUT": layer, "VALUE_FIELD": "count", "TIME_FIELD": "time", "PLACE_FIELD": "pid"}
    result, found = run(doors, **settings, REJECTED="TEMPORARY_OUTPUT")
    left = table_of(result, doors.context, "REJECTED")
    assert len(found["pid"]) == 34 and not {"P005", "P007"} & set(found["pid"])
    assert sorted(left["detail"]) == ["4 of 6 times"] * 4 + ["5 of 6 times"] * 5
    assert result["PLACES"] * 6 + len(left["row"]) == layer.featureCount()  # read = used + left out
    result, found = run(doors, **settings, GAPS="zero")
    assert len(found["pid"]) == 36 and "3 missing values count as 0" in doors.log


# ------------------------------------------------------------------------------------------------ bad input
def test_refused_before_anything_is_read(doors, make):
    cells = grid(make, hill(5))
    doors.refused_everywhere(NAME, "no field 'nowhere'", INPUT=cells, VALUE_FIELD="nowhere")
    doors.refused_everywhere(NAME, "Time field", "Place id field", INPUT=cells, VALUE_FIELD="v0", TIME_FIELD="id")
    cube = grid(make, changing(5, 5))
    doors.refused_everywhere(NAME, "3 value fields are too few", "4", INPUT=cube, VALUE_FIELD=["v0", "v1", "v2"])
    fields = [f"v{t}" for t in range(5)]
    doors.refused_everywhere(NAME, "not both", INPUT=cube, VALUE_FIELD=fields, TIME_FIELD="v0", PLACE_FIELD="id")
    doors.refused_everywhere(NAME, "only Gi*", INPUT=cube, VALUE_FIELD=fields, METHOD="local_moran")
    doors.refused_everywhere(NAME, "TEST analytic", INPUT=cube, VALUE_FIELD=fields, WINDOW="whole")
    points = make.points()
    doors.refused_everywhere(NAME, "Only polygons touch", INPUT=points, VALUE_FIELD="value", WEIGHTS="queen")
    doors.refused_everywhere(NAME, "STREETS", INPUT=points, VALUE_FIELD="value", WEIGHTS="network")
    doors.refused_everywhere(NAME, "holds text", INPUT=points, VALUE_FIELD="kind")
    doors.refused_everywhere(NAME, "above 0", INPUT=points, VALUE_FIELD="value", WEIGHTS="band", DISTANCE=0)
    doors.refused_everywhere(NAME, "no feature", INPUT=make.layer("Point", [], ("v:double",)), VALUE_FIELD="v")


def test_no_variation_no_values_too_few(doors, make):
    doors.refused_in_the_run(NAME, "All values are equal (7", INPUT=grid(make, np.full((4, 4), 7.0)), VALUE_FIELD="v0")
    rows = [(square(100.0 * i, 0, 100.0), None) for i in range(6)]
    empty = make.layer("Polygon", rows, ("v:double",))
    doors.refused_in_the_run(NAME, "None of the 6 rows", "v has no value", INPUT=empty, VALUE_FIELD="v")
    doors.refused_in_the_run(NAME, "3 places", "at least 4", INPUT=grid(make, hill(3)[:1, :3]), VALUE_FIELD="v0")


def test_time_that_is_none(doors, make):
    cube = changing(6, 5)
    settings = {"VALUE_FIELD": "count", "TIME_FIELD": "time", "PLACE_FIELD": "pid"}
    one = long_table(make, cube[:, :, :1], [2026])
    doors.refused_in_the_run(NAME, "1 period", "at least 4", INPUT=one, **settings)
    twice = long_table(make, cube, [1, 2, 3, 4, 5, 5])
    doors.refused_in_the_run(NAME, "25 times stand more than once", "5 at 'P000'", INPUT=twice, **settings)


def test_rows_without_place_or_time(doors, make):
    layer = long_table(make, changing(5, 5), list(range(5)))
    more = make.layer("Polygon", [(square(0, 0, 100), None, 1, 5.0), (square(0, 0, 100), "P000", None, 5.0)],
                      ("pid:string", "time:integer", "count:double"))  # fmt: skip
    layer.dataProvider().addFeatures(list(more.getFeatures()))
    result, _ = run(doors, INPUT=layer, VALUE_FIELD="count", TIME_FIELD="time", PLACE_FIELD="pid",
                    REJECTED="TEMPORARY_OUTPUT")  # fmt: skip
    left = table_of(result, doors.context, "REJECTED")
    assert sorted(left["reason"]) == ["no place", "no time"] and result["PLACES"] == 25


def test_degrees_are_measured_in_metres(doors, make):
    metric = run(doors, INPUT=grid(make, hill(7)), VALUE_FIELD="v0", WEIGHTS="band", DISTANCE=150)[1]
    degrees = run(doors, INPUT=grid(make, hill(7), crs="EPSG:4326"), VALUE_FIELD="v0", WEIGHTS="band", DISTANCE=150)[1]
    assert degrees["neighbors"] == metric["neighbors"] and degrees["class"] == metric["class"]
    lying = grid(make, hill(7), crs="EPSG:4326")
    from qgis.core import QgsCoordinateReferenceSystem

    lying.setCrs(QgsCoordinateReferenceSystem("EPSG:5186"))
    doors.refused_everywhere(NAME, "degrees", INPUT=lying, VALUE_FIELD="v0")


def test_too_many_neighbors(doors, make, monkeypatch):
    from seo_district_plugin.analysis.statistics import spatial_weights

    monkeypatch.setattr(spatial_weights, "MOST_PAIRS", 50)
    doors.refused_in_the_run(NAME, "smaller distance", INPUT=street(make, range(12)), VALUE_FIELD="flow", DISTANCE=600)


def test_cancel_leaves_the_old_file(doors, make, md5, tmp_path):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    target = tmp_path / "old.gpkg"
    doors.run(NAME, INPUT=grid(make, hill(6)), VALUE_FIELD="v0", OUTPUT=str(target))
    before = md5(target)

    class Impatient(QgsProcessingFeedback):
        def isCanceled(self):
            return self.progress() > 55

    with pytest.raises(QgsProcessingException, match="Stopped"):
        doors.run(NAME, Impatient(False), INPUT=grid(make, hill(6)), VALUE_FIELD="v0", OUTPUT=str(target))
    assert md5(target) == before


# ------------------------------------------------------------------------------------------------ how it looks
def test_red_and_blue_on_the_map(doors, make, tmp_path):
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsVectorLayer
    from qgis.PyQt.QtCore import QSize

    target = tmp_path / "spots.gpkg"
    doors.run(NAME, INPUT=grid(make, hill()), VALUE_FIELD="v0", OUTPUT=str(target), REPORT=str(tmp_path / "r.html"))
    layer = QgsVectorLayer(str(target), "spots", "ogr")
    values = [category.value() for category in layer.renderer().categories()]
    assert values == ["hot_99", "hot_95", "hot_90", "none", "cold_90", "cold_95", "cold_99"]
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(240, 240))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    hot, cold = picture.pixelColor(50, 190), picture.pixelColor(190, 50)  # rows count from the south
    assert hot.red() > 150 > hot.blue() and cold.blue() > 150 > cold.red()
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    for words in ("hot spot, 99 % confidence", "false discovery rate", "Moran", "conditional permutation"):
        assert words in page


def test_series_show_the_classes_that_occur(doors, make, tmp_path):
    from qgis.core import QgsVectorLayer

    target = tmp_path / "series.gpkg"
    doors.run(NAME, INPUT=grid(make, changing()), VALUE_FIELD=[f"v{t}" for t in range(10)], OUTPUT=str(target),
              REPORT=str(tmp_path / "series.html"))  # fmt: skip
    layer = QgsVectorLayer(str(target), "series", "ogr")
    shown = {category.value() for category in layer.renderer().categories()}
    assert shown == {feature["class"] for feature in layer.getFeatures()} | {"none"}
    page = (tmp_path / "series.html").read_text(encoding="utf-8")
    assert "significant in the last period only" in page and "Mann-Kendall" in page
