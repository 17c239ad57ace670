"""Who lives in the sample district, its buildings, shops, schools, sensors: margins, and how they hang together."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import spearmanr

from seo_district_plugin.sample import people, sensors
from seo_district_plugin.sample.city import City
from seo_district_plugin.sample.projection import from_grid, grid_codes, to_grid
from seo_district_plugin.sample.wkb import parts_of

GROUPS = list(people.GROUPS)


def test_population_and_households(district: City) -> None:
    buildings = district.buildings
    assert buildings["persons"].sum() == pytest.approx(470_000, rel=0.01)
    assert buildings["households"].sum() == pytest.approx(208_000, rel=0.01)
    assert buildings.loc[buildings["persons"] > 0, "households"].min() >= 1
    assert ((buildings["households"] == 0) | (buildings["res_area"] > 0)).all()
    assert (buildings["res_area"] <= buildings["area"] + 0.1).all()
    assert district.dong["pop"].sum() == buildings["persons"].sum()
    assert district.dong["pop"].min() > 500


def test_households_by_kind_of_building(district: City) -> None:
    buildings = district.buildings[district.buildings["households"] > 0]
    mean = buildings.groupby("use")["households"].mean()
    assert 1.0 <= mean["단독주택"] < 3.0  # houses, some of several homes
    slabs = buildings[buildings["part"] != ""]
    assert 20 < slabs["households"].mean() < 80 and slabs["households"].max() < 130
    share = slabs["households"].sum() / buildings["households"].sum()
    assert 0.45 < share < 0.7  # assumption of the sample: half to two thirds live in complexes
    assert (buildings["households"] / buildings["res_area"]).max() < 1 / 15.0


def test_grid_dong_and_buildings_hold_the_same_people(district: City) -> None:
    grid = district.layers["population_grid"].frame
    ages = district.layers["dong_population"].frame
    assert (grid["pop"] == grid[GROUPS].sum(axis=1)).all()
    assert grid["pop"].sum() == ages["total"].sum() == district.buildings["persons"].sum()
    assert (ages["total"] == ages["male"] + ages["female"]).all()
    assert len(ages) == 24 * 101
    bands = np.digitize(ages["age"], [6, 13, 19, 35, 50, 65])
    by_dong = ages.groupby(["dong_cd", bands])["total"].sum().unstack()
    living = district.buildings.groupby("dong_cd")[GROUPS].sum()
    assert (by_dong.to_numpy() == living.loc[by_dong.index].to_numpy()).all()
    assert ages["female"].sum() / ages["total"].sum() == pytest.approx(0.503, abs=0.005)


def test_age_shares_of_district_and_dong(district: City) -> None:
    ages = district.layers["dong_population"].frame
    share = ages.groupby("age")["total"].sum() / ages["total"].sum()
    five = share.groupby(np.minimum(share.index // 5, 17)).sum() * 100
    wanted = np.array(people.FIVE_YEARS) / sum(people.FIVE_YEARS) * 100
    assert np.abs(five.to_numpy() - wanted).max() < 0.25  # percentage points
    old = ages[ages["age"] >= 65].groupby("dong_cd")["total"].sum() / ages.groupby("dong_cd")["total"].sum()
    kind = district.dong.set_index("dong_cd")["kind"]
    mean = old.groupby(kind).mean()
    assert mean["rural"] > mean["hill"] > mean["center"] and mean["old"] > mean["apartment"]


def test_grid_cells_are_those_of_the_national_grid(district: City) -> None:
    layer = district.layers["population_grid"]
    frame = layer.frame
    assert frame["gid"].is_unique and frame["gid"].str.fullmatch("다[마바][0-9]{6}").all()
    assert 9_000 < len(frame) < 10_200
    corner = np.array([parts_of(w)[1][0][0] for w in layer.wkb])
    east, north = to_grid(*corner.T)
    assert np.abs(east / 100 - np.round(east / 100)).max() < 1e-6
    codes = grid_codes(np.round(east).astype(int), np.round(north).astype(int))
    assert (codes == frame["gid"].to_numpy()).all()


def test_projection_agrees_with_proj() -> None:
    osr = pytest.importorskip("osgeo.osr")
    osr.UseExceptions()
    one, two = osr.SpatialReference(), osr.SpatialReference()
    one.ImportFromEPSG(5186)
    two.ImportFromEPSG(5179)
    for system in (one, two):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    way = osr.CoordinateTransformation(one, two)
    rng = np.random.default_rng(5)
    xy = np.column_stack([rng.uniform(180_000, 260_000, 200), rng.uniform(300_000, 650_000, 200)])
    wanted = np.array([way.TransformPoint(x, y)[:2] for x, y in xy])
    got = np.column_stack(to_grid(*xy.T))
    assert np.abs(got - wanted).max() < 1e-4
    np.testing.assert_allclose(np.column_stack(from_grid(*got.T)), xy, atol=1e-5)


def test_grid_codes_agree_with_the_analysis() -> None:
    from seo_district_plugin.analysis.zones.codes import encode

    x, y = np.array([989_000, 985_900, 1_000_000]), np.array([1_817_000, 1_799_900, 1_800_000])
    assert grid_codes(x, y).tolist() == encode(x, y, 100).tolist()


def test_buildings_look_like_a_register(district: City) -> None:
    buildings = district.buildings
    assert 30_000 < len(buildings) < 50_000
    assert buildings["floors"].between(1, 30).all() and buildings["year"].between(1945, 2025).all()
    assert set(buildings["structure"]) == {"벽돌구조", "철근콘크리트구조", "블록구조", "일반목구조", "경량철골구조"}
    assert set(buildings["roof"]) == {"(철근)콘크리트", "기와", "슬레이트", "기타지붕"}
    assert buildings.loc[buildings["roof"] == "슬레이트", "year"].max() < 1985
    assert 0.05 < buildings["semi_base"].mean() < 0.2
    assert (buildings.loc[buildings["semi_base"] == 1, "basement"] >= 1).all()
    tall = buildings["floors"] > 5
    assert (buildings.loc[tall, "structure"] == "철근콘크리트구조").all()
    assert buildings["area"].to_numpy() == pytest.approx(
        (buildings["foot_m2"] * buildings["floors"] * np.where(tall, 0.9, 0.97)).to_numpy(), abs=0.1
    )


def test_shops_per_dong_fall_as_in_the_real_register(district: City) -> None:
    """README of seogu_stores: 26,884 in all; 3,030, 2,778 and 2,113 in the first dong, 199 and 169 in the last."""
    shops = np.sort(district.buildings.groupby("dong")["shops"].sum().to_numpy())[::-1]
    assert shops.sum() == pytest.approx(26_884, rel=0.001)
    assert shops[0] == pytest.approx(3_030, rel=0.15)
    assert shops[:5].sum() / shops.sum() == pytest.approx(0.44, abs=0.05)
    assert shops[-1] == pytest.approx(169, rel=0.25)
    kind = district.dong.set_index("dong_nm")["kind"]
    assert "center" in set(kind[district.dong.sort_values("shops")["dong_nm"].tail(3)])
    assert (district.buildings["units"] >= district.buildings["shops"] - 1e-9).all()


def test_a_city_hangs_together(district: City) -> None:
    """Homes, shops and schools avoid steep ground; shops gather in the centers, bus routes where shops are."""
    suit = district.truth["suitability"]
    grid = district.layers["population_grid"].frame
    assert spearmanr(grid["pop"], suit["flat"])[0] > 0.3
    assert spearmanr(suit["shops"], suit["stops"])[0] > 0.3
    assert spearmanr(suit["people"], suit["shops"])[0] > 0.3
    assert district.layers["schools"].frame["slope_pct"].median() < 6.0
    shops = district.buildings[district.buildings["shops"] > 0]
    assert shops.loc[shops["busy"] > 0.5, "shops"].mean() > 2 * shops.loc[shops["busy"] < 0.1, "shops"].mean()


def test_schools_pupils_and_gates(district: City) -> None:
    """README of daejeon_schools: 71 elementary and middle schools of Seo-gu with 35,321 pupils."""
    schools = district.layers["schools"].frame
    assert schools["level"].value_counts().to_dict() == {"초등학교": 42, "중학교": 29, "고등학교": 17}
    small = schools[schools["level"] != "고등학교"]
    assert small["pupils"].sum() == pytest.approx(35_321, rel=0.02)
    spread = schools.groupby("level")["pupils"].std()
    assert spread["초등학교"] == pytest.approx(316.6, rel=0.15) and spread["중학교"] == pytest.approx(353.0, rel=0.15)
    assert schools["name"].is_unique and schools["school_id"].is_unique
    gates = district.layers["school_gates"].frame
    assert (gates[gates["kind"] == "정문"]["school_id"].value_counts() == 1).all()
    assert set(gates["school_id"]) == set(schools["school_id"])
    parcel = dict(zip(schools["school_id"], (parts_of(w)[1][0] for w in district.layers["school_parcels"].wkb)))
    for row in gates.itertuples():
        ring = parcel[row.school_id]
        start, way = ring[:-1], np.diff(ring, axis=0)
        toward = np.array([row.x, row.y]) - start
        share = np.clip((toward * way).sum(axis=1) / (way**2).sum(axis=1), 0, 1)
        assert np.hypot(*(toward - share[:, None] * way).T).min() < 0.02  # on the border of the parcel


def test_counts_of_the_layers(district: City) -> None:
    size = {name: len(layer.frame) for name, layer in district.layers.items()}
    assert size["bikes"] == 365 and size["sensors"] == 12 and size["sensor_counts"] == 12 * 8_760
    assert size["children"] == 56 + 55 + 30 and size["care_places"] == 16 + 42
    assert 150 < size["signals"] < 600 and size["security_lights"] == 9_500
    assert size["candidates"] == 160 and size["public_land"] == 420 and size["regeneration"] == 4
    assert size["drains"] > 8_000 and size["inlets"] > 8_000 and size["greenhouses"] == 1_400
    land = set(district.layers["public_land"].frame["pnu"])
    assert set(district.layers["candidates"].frame["pnu"]) <= land <= set(district.layers["lots"].frame["pnu"])


def test_street_furniture_stands_beside_its_street(district: City) -> None:
    paths = [parts_of(w)[1][0] for w in district.layers["streets"].wkb]
    width = district.layers["streets"].frame["width"].to_numpy()
    for name in ("bus_stops", "cctv", "security_lights", "salt_boxes", "boards"):
        for row in district.layers[name].frame.iloc[::17].itertuples():
            path = paths[row.seg_id - 1]
            start, way = path[:-1], np.diff(path, axis=0)
            toward = np.array([row.x, row.y]) - start
            share = np.clip((toward * way).sum(axis=1) / (way**2).sum(axis=1), 0, 1)
            distance = np.hypot(*(toward - share[:, None] * way).T).min()
            assert abs(distance - width[row.seg_id - 1] / 2) < 4.0, name


def test_drains_fall(district: City) -> None:
    drains = district.layers["drains"].frame
    assert (drains["z_up"] >= drains["z_down"]).all()
    assert set(drains["diam_mm"]) == {450, 600, 1000, 1500}


def test_sensor_counts_follow_the_margins(district: City) -> None:
    """Shares by weekday and time of day of the floating population of Seo-gu (means over the dong)."""
    counts = district.layers["sensor_counts"].frame
    assert (counts["count"] >= 0).all() and not counts.duplicated(["sensor_id", "date", "hour"]).any()
    day = pd.to_datetime(counts["date"]).dt.dayofweek
    # Holidays count as Sundays and the shapes differ a little by kind of place: within a percentage point.
    shares = counts.groupby(day)["count"].sum() / counts["count"].sum() * 100
    wanted = np.array(sensors.DAY_SHARES) / sum(sensors.DAY_SHARES) * 100
    assert np.abs(shares.to_numpy() - wanted).max() < 1.0
    hour = counts["hour"].where(counts["hour"] >= 5, counts["hour"] + 24)
    for low, high, share in sensors.BANDS:
        got = counts.loc[(hour >= low) & (hour < high), "count"].sum() / counts["count"].sum() * 100
        assert got == pytest.approx(share, abs=1.0)


def test_week_profile_meets_both_margins() -> None:
    table = sensors.week_profile()
    np.testing.assert_allclose(table.sum(axis=1), np.array(sensors.DAY_SHARES) / sum(sensors.DAY_SHARES), atol=1e-9)
    assert table[:, 14:18].sum() == pytest.approx(0.2534 / 0.9999, abs=1e-3)
    assert table[1, 8] > table[6, 8]  # working mornings


def test_the_regeneration_effect_is_in_the_counts(district: City) -> None:
    place = district.layers["sensors"].frame.set_index("sensor_id")["area_id"]
    counts = district.layers["sensor_counts"].frame
    effect = district.truth["regeneration_effect"].iloc[0]
    after = counts["date"] >= effect["start"]
    treated = counts["sensor_id"].map(place) == effect["area_id"]
    mean = counts.groupby([treated, after])["count"].mean()
    ratio = mean[(True, True)] / mean[(True, False)] / (mean[(False, True)] / mean[(False, False)])
    assert ratio - 1 == pytest.approx(effect["effect"], abs=0.02)
    assert treated.any() and not treated.all()


def test_floating_population_follows_the_shops_as_the_real_one(district: City) -> None:
    table = district.layers["floating"].frame
    assert len(table) == 24 * 12 and not table.duplicated(["dong_code", "month"]).any()
    mean = table.groupby("dong_code")["floating"].mean()
    shops = district.dong.set_index("dong_cd")["shops"].loc[mean.index]
    level = np.log(mean.to_numpy())
    assert np.corrcoef(level, np.log(shops.to_numpy()))[0, 1] > 0.7  # the real one: 0.83
    assert 30_000 < mean.mean() < 110_000  # the real one: 64,297
    assert 0.02 < (table["floating"] / table["dong_code"].map(mean)).std() < 0.09  # months: the real one 0.03 to 0.09
    days, bands = table.filter(regex="^p_[a-z]"), table.filter(regex="^p_[0-9]")
    for shares in (days, bands):
        assert np.allclose(shares.sum(axis=1), 100.0, atol=0.011) and (shares > 0).all().all()
    assert np.allclose(days.mean(), sensors.DAY_SHARES, atol=1.2)
    assert np.allclose(bands.mean(), [share for *_, share in sensors.BANDS], atol=1.5)


def test_floating_population_against_the_real_figures(district: City, real_data) -> None:
    real = pd.read_csv(real_data / "daejeon_floating_population" / "seogu_monthly.csv")
    made = district.layers["floating"].frame.groupby("dong_code")["floating"].mean()
    there = real.groupby("dong_code")["pop_month_avg"].mean()
    assert abs(np.log(made.median() / there.median())) < 0.45
    assert 0.5 < np.log(made).std() / np.log(there).std() < 1.7
    shares = {tuple(row) for row in district.layers["floating"].frame.filter(regex="^p_").to_numpy().tolist()}
    published = real.filter(regex="^pct_(mon|tue|wed|thu|fri|sat|sun|t)").to_numpy().tolist()
    assert not shares & {tuple(row) for row in published}, "no row is a real one"
