"""The sample district as a whole: determinism, form, shape, heights, streets, lots, times."""

from __future__ import annotations

import hashlib
import time

import numpy as np
import pandas as pd
import pytest
from scipy import sparse
from scipy.sparse import csgraph

from seo_district_plugin.sample import parts, presets
from seo_district_plugin.sample.city import City, make_city, place
from seo_district_plugin.sample.wkb import parts_of

REAL_DONG = (
    "복수동 도마1동 도마2동 정림동 변동 용문동 탄방동 괴정동 가장동 내동 갈마1동 갈마2동 월평1동 월평2동 월평3동 "
    "가수원동 도안동 관저1동 관저2동 기성동 둔산1동 둔산2동 둔산3동 만년동"
).split()  # korea_public_data: the dong of the place, none of which may occur


def digest(frame: pd.DataFrame, more: bytes = b"") -> str:
    values = pd.util.hash_pandas_object(frame, index=False).to_numpy()
    return hashlib.sha256(" ".join(frame.columns).encode() + values.tobytes() + more).hexdigest()


def digests(city: City) -> dict[str, str]:
    """A digest per layer, raster and truth table."""
    found = {}
    for name, layer in city.layers.items():
        found[name] = digest(layer.frame, b"".join(layer.wkb or []))
    for name, raster in city.rasters.items():
        found[f"raster {name}"] = hashlib.sha256(np.ascontiguousarray(raster.array).tobytes()).hexdigest()
    for name, table in city.truth.items():
        found[f"truth {name}"] = digest(table)
    found["buildings"] = digest(city.buildings)
    return found


def rings_of(city: City, layer: str) -> list[list[np.ndarray]]:
    return [parts_of(wkb)[1] for wkb in city.layers[layer].wkb]


def area(ring: np.ndarray) -> float:
    x, y = (ring - ring[0]).T
    return float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2


def winding(ring: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Winding number of a ring around points: another method than the package's crossing rule."""
    number = np.zeros(len(xy), dtype=int)
    for (x1, y1), (x2, y2) in zip(ring[:-1], ring[1:]):
        left = (x2 - x1) * (xy[:, 1] - y1) - (xy[:, 0] - x1) * (y2 - y1)
        number += ((y1 <= xy[:, 1]) & (y2 > xy[:, 1]) & (left > 0)).astype(int)
        number -= ((y1 > xy[:, 1]) & (y2 <= xy[:, 1]) & (left < 0)).astype(int)
    return number


def test_same_seed_same_bytes_and_another_seed_differs(tiny: City) -> None:
    again, other = digests(make_city("tiny", 1)), digests(make_city("tiny", 2))
    first = digests(tiny)
    assert again == first
    fixed = {"truth suitability_weights", "truth regeneration_effect"}  # constants
    same = {name for name in first if first[name] == other[name]}
    same -= {name for name, layer in tiny.layers.items() if layer.frame.empty}
    assert same <= fixed


def test_district_same_seed_same_bytes(district: City) -> None:
    assert digests(make_city("district", 1)) == digests(district)


def test_a_new_part_leaves_the_others_as_they_were(tiny: City, monkeypatch: pytest.MonkeyPatch) -> None:
    def plant(work) -> None:
        work.city.truth["flows"] = pd.DataFrame({"value": work.rng("flows").random(5)})

    monkeypatch.setattr("seo_district_plugin.sample.city.PARTS", (parts.Part("flows", plant), *parts.PARTS))
    more = digests(make_city("tiny", 1))
    assert more.pop("truth flows")
    assert more == digests(tiny)


def test_tiny_is_quick() -> None:
    start = time.process_time()  # the clock also counts what other programs of a busy machine do
    make_city("tiny", 3)
    assert time.process_time() - start < 3.0


@pytest.mark.parametrize("seed", range(4, 12))
def test_other_seeds_hold_together(seed: int) -> None:
    city = make_city("tiny", seed)
    assert city.buildings["persons"].sum() == 12_000
    assert (city.dong["pop"] > 1_000).all()
    assert len(city.layers["schools"].frame) == 4
    assert city.layers["sensors"].frame["sensor_id"].nunique() == 12


def test_progress_rises_and_may_stop() -> None:
    seen: list[float] = []
    make_city("tiny", 1, tick=seen.append)
    assert seen == sorted(seen) and seen[-1] == pytest.approx(1.0) and len(seen) > 8

    class StopMaking(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.4:
            raise StopMaking

    with pytest.raises(StopMaking):
        make_city("tiny", 1, tick=stop)


def test_unknown_preset_is_refused() -> None:
    with pytest.raises(KeyError):
        make_city("huge", 1)


def test_form_of_layers(tiny: City, district: City) -> None:
    for city in (tiny, district):
        for layer in city.layers.values():
            columns = list(layer.frame.columns)
            assert all(c.isascii() and c == c.lower() and len(c) <= 10 for c in columns), layer.name
            assert len(set(columns)) == len(columns)
            assert "synthetic" in layer.title["en"] and "합성" in layer.title["ko"]
            assert (layer.wkb is None) == (layer.geometry == "none")
            if layer.wkb is not None:
                assert len(layer.wkb) == len(layer.frame)
            assert not layer.frame.isna().to_numpy().any(), layer.name
        for raster in city.rasters.values():
            assert "synthetic" in raster.title["en"] and np.isfinite(raster.array).all()
        assert set(tiny.layers) == set(district.layers)


def test_names_and_codes_are_no_real_ones(district: City) -> None:
    dong = district.layers["dong"].frame
    assert len(dong) == 24 and dong["dong_nm"].is_unique and dong["dong_cd"].is_unique
    assert not set(dong["dong_nm"]) & set(REAL_DONG)
    assert dong["dong_cd"].str.fullmatch("30170[7-9][0-9]{2}").all()  # real codes of the place end at 660
    legal = district.layers["legal_dong"].frame
    assert len(legal) == 27  # as many as the place has
    assert legal["ldong_cd"].str.fullmatch("301702[0-9]{2}00").all()  # real ones end at 12700


def test_dong_share_their_borders_exactly_and_fill_the_district(district: City) -> None:
    outline = rings_of(district, "district")
    assert len(outline) == 1 and len(outline[0]) == 1
    total = area(outline[0][0])
    assert total / 1e6 == pytest.approx(95.0, rel=0.01)
    outer = {(tuple(p), tuple(q)) for p, q in zip(outline[0][0][:-1], outline[0][0][1:])}
    for name in ("dong", "legal_dong"):
        shapes = rings_of(district, name)
        assert sum(area(ring) for rings in shapes for ring in rings) == pytest.approx(total, rel=1e-9)
        edges = [(tuple(p), tuple(q)) for rings in shapes for r in rings for p, q in zip(r[:-1], r[1:])]
        assert len(set(edges)) == len(edges)
        # Every side is either the outline's or some neighbor's, run through the other way, to the last bit.
        known = set(edges)
        assert {edge for edge in edges if (edge[1], edge[0]) not in known} == outer
        assert all(area(rings[0]) > 0 for rings in shapes)


def test_polygons_are_valid(district: City) -> None:
    ogr = pytest.importorskip("osgeo.ogr")
    ogr.UseExceptions()
    for name in ("district", "dong", "legal_dong", "parks", "school_parcels", "regeneration", "water", "candidates"):
        for wkb in district.layers[name].wkb:
            assert ogr.CreateGeometryFromWkb(wkb).IsValid(), name
    for name in ("lots", "buildings", "greenhouses", "population_grid"):
        for wkb in district.layers[name].wkb[::23]:
            assert ogr.CreateGeometryFromWkb(wkb).IsValid(), name


def test_place_moves_everything(tiny: City) -> None:
    moved = place(tiny, 1_000.0, -2_000.0)
    for name, layer in tiny.layers.items():
        if layer.wkb is None:
            continue
        for old, new in zip(layer.wkb[::7], moved.layers[name].wkb[::7]):
            for a, b in zip(parts_of(old)[1], parts_of(new)[1]):
                np.testing.assert_allclose(b, a + [1_000.0, -2_000.0], atol=1e-6)
    assert moved.rasters["dem"].x0 == tiny.rasters["dem"].x0 + 1_000.0
    assert (moved.buildings["y"] == tiny.buildings["y"] - 2_000.0).all()
    assert (moved.layers["schools"].frame["pnu"] == tiny.layers["schools"].frame["pnu"]).all()


def test_stands_in_its_place(district: City) -> None:
    """Eastings and northings of EPSG:5186 that the rules for coordinates expect for the place."""
    xy = district.buildings[["x", "y"]].to_numpy()
    assert xy[:, 0].min() > 224_995 and xy[:, 0].max() < 236_202
    assert xy[:, 1].min() > 398_432 and xy[:, 1].max() < 419_700
    dem = district.rasters["dem"]
    assert dem.array.shape == pytest.approx((4_200, 2_300), rel=0.01) and dem.array.dtype == np.float32


# Heights -----------------------------------------------------------------------------------------------------------


def heights(city: City, xy: np.ndarray) -> np.ndarray:
    dem = city.rasters["dem"]
    row = ((dem.y0 - xy[:, 1]) // dem.cell).astype(int)
    column = ((xy[:, 0] - dem.x0) // dem.cell).astype(int)
    return dem.array[row, column]


def test_river_lies_below_its_banks_and_falls(district: City) -> None:
    ring = parts_of(district.layers["water"].wkb[0])[1][0]
    half = (len(ring) - 1) // 2
    south, north = ring[:half], ring[half:-1][::-1]
    middle = (south + north) / 2
    inside = slice(4, -4)
    bed = heights(district, middle[inside])
    out = (north - south) / np.hypot(*(north - south).T)[:, None]
    mouth = parts_of(district.layers["water"].wkb[1])[1][0][:, 1].argmax()
    mouth_at = parts_of(district.layers["water"].wkb[1])[1][0][mouth]
    away = np.hypot(*(middle[inside] - mouth_at).T) > 250.0  # the stream opens the southern bank
    assert away.mean() > 0.9
    for side in (1.0, -1.0):
        bank = heights(district, (middle + side * 104.0 * out)[inside])
        assert (bank - bed)[away].min() > 5.0
    # From west to east the water falls; cells of 5 m may differ by centimeters.
    assert (np.diff(bed) < 0.05).all() and bed[0] - bed[-1] > 3.0


def test_stream_runs_down_to_the_river(district: City) -> None:
    ring = parts_of(district.layers["water"].wkb[1])[1][0]
    half = (len(ring) - 1) // 2
    middle = ((ring[:half] + ring[half:-1][::-1]) / 2)[4:-8]
    bed = heights(district, middle)
    assert (np.diff(bed) < 0.3).all()
    assert bed[0] - bed[-1] > 50.0


def test_hills_reach_their_height_within_the_district(district: City, tiny: City) -> None:
    ring = rings_of(district, "district")[0][0]
    dem = district.rasters["dem"]
    step = 20
    array = dem.array[::step, ::step]
    y = dem.y0 - (np.arange(array.shape[0]) * step + 0.5) * dem.cell
    x = dem.x0 + (np.arange(array.shape[1]) * step + 0.5) * dem.cell
    xy = np.column_stack([axis.ravel() for axis in np.meshgrid(x, y)])
    within = winding(ring, xy) != 0
    assert array.ravel()[within].max() == pytest.approx(600.0, rel=0.05)
    assert 30.0 < array.ravel()[within].min() < 50.0
    homes = heights(district, district.buildings[["x", "y"]].to_numpy())
    assert np.percentile(homes, 95) < 160.0


def test_land_cover_and_soil_agree_with_the_layers(district: City) -> None:
    cover = district.rasters["land_cover"]
    assert set(np.unique(cover.array)) <= set(cover.classes)
    assert (cover.array[:, :8] != 150).all() and (cover.array[:, -8:] != 150).all()  # no streets beyond the district
    xy = district.layers["parks"].frame[["x", "y"]].to_numpy()
    at = cover.array[((cover.y0 - xy[:, 1]) // 10).astype(int), ((xy[:, 0] - cover.x0) // 10).astype(int)]
    assert (at == 420).mean() > 0.97
    middle = np.array([(p[0] + p[-1]) / 2 for p in (parts_of(w)[1][0] for w in district.layers["streets"].wkb)])
    main = district.layers["streets"].frame["class"].to_numpy() == "arterial"
    at = cover.array[((cover.y0 - middle[:, 1]) // 10).astype(int), ((middle[:, 0] - cover.x0) // 10).astype(int)]
    assert (at[main] == 150).mean() > 0.85
    soil = district.rasters["soil"].array
    assert ((soil == 0) == (cover.array == 710)).all() and set(np.unique(soil)) == {0, 1, 2, 3, 4}


# Streets and lots --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["tiny", "district"])
def test_streets_are_one_network_of_noded_lines(which: str, request: pytest.FixtureRequest) -> None:
    city = request.getfixturevalue(which)
    streets, nodes = city.layers["streets"], city.layers["street_nodes"].frame
    frame = streets.frame
    graph = sparse.coo_matrix((np.ones(len(frame)), (frame["from_node"] - 1, frame["to_node"] - 1)), (len(nodes),) * 2)
    assert csgraph.connected_components(graph, directed=False)[0] == 1
    place_of = nodes.set_index("node")[["x", "y"]].to_numpy()
    for row, wkb in zip(frame.itertuples(), streets.wkb):
        path = parts_of(wkb)[1][0]
        assert np.abs(path[0] - place_of[row.from_node - 1]).max() < 0.01
        assert np.abs(path[-1] - place_of[row.to_node - 1]).max() < 0.01
        assert np.hypot(*np.diff(path, axis=0).T).sum() == pytest.approx(row.length, abs=0.02)
    degree = pd.concat([frame["from_node"], frame["to_node"]]).value_counts().sort_index()
    assert (degree.to_numpy() == nodes["degree"].to_numpy()).all()


def test_streets_have_every_class_bridges_and_stairs(district: City) -> None:
    frame = district.layers["streets"].frame
    km = frame.groupby("class")["length"].sum() / 1_000
    assert set(km.index) == {"arterial", "collector", "local", "alley", "rural", "steps"}
    assert km["local"] > km["collector"] > 50 and km["arterial"] > 80
    assert frame["bridge"].sum() >= 20 and (frame["level"] == frame["bridge"]).all()
    steps = frame[frame["stairs"] == 1]
    assert len(steps) >= 20 and (steps["grade"] >= 15.0).all() and (steps["lanes"] == 0).all()
    code = frame["road_cd"].str
    assert code.fullmatch("30170[234][0-9]{6}").all()
    assert (frame["road"].str.endswith("대로") == (code[5] == "2")).all()
    roads = district.roads
    assert roads["road"].is_unique and roads["road_cd"].is_unique


def test_branch_streets_bear_the_number_of_their_corner(district: City) -> None:
    """A 번길's first meters begin where its main road has that base number."""
    frame = district.layers["streets"].frame.copy()
    paths = [parts_of(w)[1][0] for w in district.layers["streets"].wkb]
    frame["x0"], frame["y0"] = np.array([p[0] for p in paths]).T
    split = frame["road"].str.extract(r"^(.+(?:대로|로|길))(\d+)번길$")
    first = frame[(frame["from_m"] == 0) & split[1].notna()]
    ends = {}
    for row in frame.itertuples():
        for node, along in ((row.from_node, row.from_m), (row.to_node, row.from_m + row.length)):
            ends[(row.road, node)] = along
    checked = 0
    for row in first.itertuples():
        parent, number = split.loc[row.Index, 0], int(split.loc[row.Index, 1])
        along = ends.get((parent, row.from_node))
        if along is None:
            continue
        assert abs(2 * int(along // 20) + (1 if number % 2 else 2) - number) <= 2
        checked += 1
    assert checked > 1_000


@pytest.mark.parametrize("which", ["tiny", "district"])
def test_numbers_rise_along_the_road_odd_on_the_left(which: str, request: pytest.FixtureRequest) -> None:
    city = request.getfixturevalue(which)
    lots = city.layers["lots"].frame
    frame = city.layers["streets"].frame
    paths = [parts_of(w)[1][0] for w in city.layers["streets"].wkb]
    by_road: dict[str, list[int]] = {}
    for i, road in enumerate(frame["road"]):
        by_road.setdefault(road, []).append(i)
    wrong_side = off = total = 0
    for road, group in list(lots.groupby("road"))[:: 1 if which == "tiny" else 3]:
        rows = by_road[road]
        start = np.concatenate([paths[i][:-1] for i in rows])
        end = np.concatenate([paths[i][1:] for i in rows])
        reach = [np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(paths[i], axis=0).T))[:-1]]) for i in rows]
        base = np.concatenate([frame["from_m"].iloc[i] + r for i, r in zip(rows, reach)])
        way = end - start
        size = np.hypot(*way.T)
        xy = group[["x", "y"]].to_numpy()
        toward = xy[:, None, :] - start[None]
        share = np.clip((toward * way).sum(axis=2) / size**2, 0.0, 1.0)
        distance = np.hypot(*(toward - share[..., None] * way).transpose(2, 0, 1))
        near = distance.argmin(axis=1)
        pick = np.arange(len(group))
        along = base[near] + share[pick, near] * size[near]
        cross = way[near, 0] * toward[pick, near, 1] - way[near, 1] * toward[pick, near, 0]
        wrong_side += int(((cross > 0) != (group["main"] % 2 == 1)).sum())
        expected = 2 * (along // 20) + np.where(group["main"] % 2 == 1, 1, 2)
        off += int((np.abs(expected - group["main"]) > 4).sum())
        total += len(group)
    assert wrong_side / total < 0.001
    assert off / total < 0.01
    assert not lots.duplicated(["road", "main", "sub"]).any()


def test_lots_have_their_own_number(district: City) -> None:
    lots = district.layers["lots"].frame
    assert lots["pnu"].is_unique and lots["pnu"].str.fullmatch("[0-9]{19}").all()
    built = lots["ldong_cd"] + (lots["mountain"] + 1).astype(str)
    built += lots["lot_main"].astype(str).str.zfill(4) + lots["lot_sub"].astype(str).str.zfill(4)
    assert (built == lots["pnu"]).all()
    assert district.buildings["bld_mgt"].is_unique and (district.buildings["bld_mgt"].str.len() == 25).all()


@pytest.mark.parametrize("which", ["tiny", "district"])
def test_every_building_stands_on_its_lot_and_in_its_dong(which: str, request: pytest.FixtureRequest) -> None:
    city = request.getfixturevalue(which)
    corner = {p: parts_of(w)[1][0] for p, w in zip(city.layers["lots"].frame["pnu"], city.layers["lots"].wkb)}
    layer = city.layers["buildings"]
    lots = np.array([corner[pnu] for pnu in layer.frame["pnu"]])
    foot = np.array([parts_of(w)[1][0] for w in layer.wkb])
    for k in range(4):  # all corners on the left of all sides of the lot
        side = lots[:, k + 1] - lots[:, k]
        for j in range(4):
            at = foot[:, j] - lots[:, k]
            # A side of a long lot is straight, the building's corner bent with the street: some centimeters.
            assert (side[:, 0] * at[:, 1] - side[:, 1] * at[:, 0] > -0.6 * np.hypot(*side.T)).all()
    for name, code in (("dong", "dong_cd"), ("legal_dong", "ldong_cd")):
        shapes = dict(zip(city.layers[name].frame[code], rings_of(city, name)))
        for value, group in city.buildings.groupby(code):
            rings = shapes[value]
            xy = group[["x", "y"]].to_numpy()
            assert (sum(winding(ring, xy) for ring in rings) != 0).all(), value


def test_tiny_is_small_and_complete(tiny: City) -> None:
    assert len(tiny.dong) == 3
    assert tiny.layers["district"].frame["km2"].iloc[0] == pytest.approx(2.1, rel=0.02)
    assert set(presets.PRESETS) == {"tiny", "district"}
