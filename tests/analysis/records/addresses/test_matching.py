"""Addresses found in a reference: levels, errors that are mended or refused, and a slow second opinion."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.records.addresses import LEVELS, REASONS, AddressIndex, AddressTable
from seo_district_plugin.analysis.records.addresses.korean import KoreanParser
from seo_district_plugin.analysis.records.addresses.parsed import LOT, ROAD

POINTS = [
    # road address, lot address, x, y
    ("대전광역시 서구 가상로 10", "대전광역시 서구 복수동 123-4", 0.0, 0.0),
    ("대전광역시 서구 가상로 12", "대전광역시 서구 복수동 123-5", 30.0, 0.0),
    ("대전광역시 서구 가상로10번길 5", "대전광역시 서구 복수동 200", 40.0, 90.0),
    ("대전광역시 서구 한밭대로 7", "대전광역시 서구 변동 10", 900.0, 0.0),
    ("대전광역시 서구 갈마로 8", "대전광역시 서구 갈마동 산 10", 1000.0, 500.0),
    ("대전광역시 중구 가상로 10", "대전광역시 중구 복수동 5", 9000.0, 0.0),
]


def index_of(points=POINTS, **options) -> AddressIndex:
    roads, lots, x, y = zip(*points)
    table = AddressTable.of({"road_address": roads, "lot_address": lots}, np.column_stack([x, y]))
    return AddressIndex.build(table, **options)


def find(*texts: str | None, lots=None, index: AddressIndex | None = None, lowest="zone", **options):
    columns = {"road_address": texts}
    if lots is not None:
        columns["lot_address"] = lots
    return (index or index_of()).locate(AddressTable.of(columns), lowest=lowest, **options)


def test_levels_from_building_to_zone() -> None:
    found = find(
        "대전 서구 가상로 10, 2층 (복수동)", "대전 서구 복수동 123-5번지", "대전 서구 가상로 99", "대전 서구 복수동 77",
        "대전 서구 없는로 3",
    )  # fmt: skip
    assert [LEVELS[level] for level in found.level] == ["building", "parcel", "road", "zone", ""]
    assert found.known.tolist() == [1, 1, 2, 3, 0] and found.method[2:4].tolist() == ["center", "center"]
    assert found.xy[0].tolist() == [0.0, 0.0] and found.xy[1].tolist() == [30.0, 0.0]
    assert found.xy[2].tolist() == [15.0, 0.0], "middle of the known points of the street in that district"
    assert found.spread[2] == 15.0
    assert found.matched.tolist() == [
        "대전광역시 서구 가상로 10 (복수동)", "대전광역시 서구 복수동 123-5", "대전광역시 서구 가상로",
        "대전광역시 서구 복수동", None,
    ]  # fmt: skip
    assert found.reason.tolist() == ["", "", "number_unknown", "lot_unknown", "road_unknown"]
    assert np.isnan(found.xy[4]).all() and np.isnan(found.spread[4]) and found.reference[4] == -1


def test_lowest_level_is_kept() -> None:
    texts = ("대전 서구 가상로 10", "대전 서구 복수동 123-5", "대전 서구 가상로 99", "대전 서구 복수동 77")
    for deepest, name in enumerate(LEVELS[1:], start=1):
        level = find(*texts, lowest=name).level
        assert (level <= deepest).all() and (level > 0).sum() == deepest
    assert find("대전 서구 복수동 123-5", lowest="building").reason.tolist() == ["level_too_coarse"]


def test_two_districts_have_a_street_of_the_same_name() -> None:
    found = find("가상로 10", "중구 가상로 10", "가상로 12", "부산 서구 가상로 10", "대전 동구 가상로 10")
    assert found.level.tolist() == [0, 1, 1, 0, 0]
    assert found.reason.tolist() == ["ambiguous", "", "", "region_not_covered", "region_not_covered"]
    assert found.count[0] == 2
    assert found.xy[1].tolist() == [9000.0, 0.0]


def test_the_prefix_stands_in_where_the_district_is_missing_and_only_there() -> None:
    index = index_of()
    texts = ("가상로 10", "대전 가상로 10", "서구 가상로 10", "부산 가상로 10")
    found = find(*texts, index=index, prefix="대전광역시 중구")
    assert found.level.tolist() == [1, 1, 1, 0]
    assert found.xy[:3, 0].tolist() == [9000.0, 9000.0, 0.0]


def test_of_several_places_the_dong_decides() -> None:
    points = [("서구 가상로 10 (가동)", None, 0.0, 0.0), ("서구 가상로 10 (나동)", None, 900.0, 0.0)]
    found = find("서구 가상로 10", "서구 가상로 10 (나동)", index=index_of(points))
    assert found.level.tolist() == [3, 1] and found.reason.tolist() == ["ambiguous", ""]
    assert found.xy[1].tolist() == [900.0, 0.0]


def test_entrances_of_one_building_are_one_place_and_far_points_are_not() -> None:
    near = [("서구 가상로 10", None, x, 0.0) for x in (0.0, 60.0, 60.0)]
    found = find("서구 가상로 10", index=index_of(near))
    assert found.level.tolist() == [1] and found.xy.tolist() == [[30.0, 0.0]] and found.spread.tolist() == [30.0]
    far = [("서구 가상로 10", None, x, 0.0) for x in (0.0, 600.0)]
    found = find("서구 가상로 10", index=index_of(far), lowest="building")
    assert found.level.tolist() == [0] and found.reason.tolist() == ["ambiguous"]
    assert find("서구 가상로 10", index=index_of(far, tolerance=300.0)).level.tolist() == [1]


def test_a_street_and_a_lot_that_lie_apart_contradict_each_other() -> None:
    found = find("대전 서구 가상로 10", "대전 서구 가상로 10", lots=["대전 서구 변동 10", "대전 서구 복수동 123-4"])
    assert found.level.tolist() == [4, 1] and found.reason.tolist() == ["contradictory", ""]
    assert find("대전 서구 가상로 10", lots=["대전 서구 변동 10"], lowest="road").level.tolist() == [0]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("대전 서구 한밧대로 7", "building"),  # one letter
        ("대전 서구 갈미로 8", "building"),
        ("대전 서구 한밭로 7", ""),  # 대로, 로 and 길 are different streets
        ("대전 서구 한밭대길 7", ""),
        ("대전 서구 한밭대로 8", "road"),  # numbers are never corrected
        ("대전 서구 가상로11번길 5", ""),
        ("대전 서구 한밧대로 9", ""),  # the number must exist on the mended street
        ("대전 중구 한밧대로 7", ""),  # the street is in another district
        ("대전 서구 한밧대로 7 (갈마동)", "zone"),  # the dong contradicts
    ],
)
def test_one_typing_error_in_a_street(text: str, level: str) -> None:
    found = find(text)
    assert LEVELS[found.level[0]] == level, found.reason
    assert (found.method[0] == "mended") == (level == "building")


def test_two_streets_that_are_equally_near_are_not_guessed_at() -> None:
    points = [("서구 한밭로 7", None, 0.0, 0.0), ("서구 한받로 7", None, 900.0, 0.0)]
    assert find("서구 한밧로 7", index=index_of(points)).level.tolist() == [0]
    assert find("서구 한밭로 7", index=index_of(points)).xy.tolist() == [[0.0, 0.0]]


def test_sister_streets_are_no_typing_errors() -> None:
    points = [("서구 둔산남로 7", None, 0.0, 0.0)]
    found = find("서구 둔산북로 7", "서구 둔산로 7", "서구 둔산남길 7", index=index_of(points))
    assert found.level.tolist() == [0, 0, 0]


def test_a_misspelled_dong_is_mended_by_one_letter_only() -> None:
    found = find(None, None, lots=["대전 서구 갈미동 산 10", "대전 서구 내동 10"])
    assert found.level.tolist() == [2, 0] and found.method[0] == "mended"


def test_administrative_dong_stand_for_their_legal_dong() -> None:
    assert find("대전 서구 갈마2동 산 10번지").level.tolist() == [2]


# ---------------------------------------------------------------------- numbers and codes
def test_numbers_are_looked_up_before_texts() -> None:
    table = AddressTable.of(
        {"building": ["3017010100101230004000001", "3017010100101230005000001"]}, [[0, 0], [500, 0]]
    )
    asked = AddressTable.of({"building": ["3017010100001230004000001", "3017010100101239999000001", "x"],
                             "pnu": [None, "3017010100101230005", None]})  # fmt: skip
    found = AddressIndex.build(table).locate(asked, lowest="parcel")
    assert found.level.tolist() == [1, 2, 0] and found.method.tolist() == ["code", "code", ""]
    assert found.reason[2] == "code_invalid" and found.xy[:2, 0].tolist() == [0.0, 500.0]


def test_parcels_come_before_points_on_them_and_say_how_far_they_reach() -> None:
    points = AddressTable.of({"building": ["3017010100101230004000001"]}, [[50, 0]])
    parcels = AddressTable.of({"pnu": ["3017010100101230004"]}, [[10, 0]], reach=[60])
    asked = AddressTable.of({"pnu": ["3017010100101230004"]})
    found = AddressIndex.build([points, parcels]).locate(asked, lowest="parcel")
    assert found.xy.tolist() == [[10.0, 0.0]] and found.spread.tolist() == [60.0] and found.level.tolist() == [2]
    index = found.index
    assert (index.table[found.reference[0]], index.row[found.reference[0]]) == (1, 0)


def test_streets_and_dong_give_names_to_the_codes_of_buildings() -> None:
    """Buildings of the electronic map carry codes; names come from the layers of streets, dong and districts."""
    buildings = AddressTable.of(
        {"sigungu_code": ["30170", "30170"], "road_sigungu": ["30170", "30170"], "road_code": ["3000001", "3000002"],
         "underground": ["0", "0"], "main": ["10", "7"], "sub": ["0", "2"], "dong_code": ["101", "102"],
         "ri_code": ["00", "00"], "mountain": ["0", "0"], "lot_main": ["123", "9"], "lot_sub": ["4", "0"]},
        [[0, 0], [700, 0]],
    )  # fmt: skip
    streets = AddressTable.of(
        {"sigungu_code": ["30170", "30170"], "road_code": ["3000001", "3000002"], "road": ["가상로", "한밭대로"]},
        [[5, 5], [705, 5]], reach=[400, 300],
    )  # fmt: skip
    dong = AddressTable.of({"dong_code": ["30170101", "30170102"], "dong": ["복수동", "변동"]}, [[1, 1], [701, 1]])
    index = AddressIndex.build([buildings, streets, dong], regions={"30170": ("대전광역시", "서구")})
    asked = AddressTable.of({"address": ["대전 서구 한밭대로 7-2", "대전 서구 복수동 123-4", "대전 서구 가상로 11",
                                         "대전 서구 변동", "대전 중구 가상로 10"],
                             "pnu": [None] * 4 + ["3017010200100090000"]})  # fmt: skip
    found = index.locate(asked, lowest="zone")
    assert found.level.tolist() == [1, 2, 3, 4, 2]
    assert found.xy[:, 0].tolist() == [700.0, 0.0, 5.0, 701.0, 700.0], "streets and dong lie where their layers say"
    assert found.spread[2] == 400.0
    assert found.matched[0] == "대전광역시 서구 한밭대로 7-2 (변동)"


def test_rows_of_the_building_register_make_their_pnu() -> None:
    parcels = AddressTable.of({"pnu": ["3017010100101230004", "3017010100200120000"]}, [[0, 0], [500, 0]])
    register = AddressTable.of(
        {"sigungu_code": ["30170"] * 3, "dong_code": ["10100"] * 3, "mountain": ["0", "1", "0"],
         "lot_main": ["0123", "0012", "0000"], "lot_sub": ["0004", "0000", "0000"]},
    )  # fmt: skip
    found = AddressIndex.build(parcels).locate(register, lowest="parcel")
    assert found.level.tolist() == [2, 2, 0]
    assert found.xy[:2, 0].tolist() == [0.0, 500.0]


def test_shops_of_the_national_file_are_a_reference_as_they_are() -> None:
    row = {"sido": "대전광역시", "sigungu": "서구", "dong_code": "3017010100", "dong": "복수동",
           "pnu": "3017010100101230004", "mountain": "1", "lot_main": "123", "lot_sub": "4",
           "road_code": "301700000001", "road": "대전광역시 서구 가상로", "main": "1", "sub": "0",
           "building": "3017010100101230004000001", "road_address": "대전광역시 서구 가상로 1"}  # fmt: skip
    index = AddressIndex.build(AddressTable.of({role: [value] for role, value in row.items()}, [[3, 4]]))
    found = find("대전 서구 가상로 1 (복수동)", "대전 서구 복수동 123-4", index=index)
    assert found.level.tolist() == [1, 2] and found.parts.mountain.tolist() == [0, 0]
    key = index.locate(AddressTable.of({"building": ["30170101000000100000100000"]}))
    assert key.level.tolist() == [1], "the road address number is made of the street's code and the number"


# ---------------------------------------------------------------------- elsewhere
def test_streets_of_other_countries() -> None:
    points = [("Hauptstraße 12, 04109 Leipzig", 0.0), ("Hauptstraße 12a, 04109 Leipzig", 20.0),
              ("Ringstraße 3, 04109 Leipzig", 500.0), ("Ringstraße 3, 06108 Halle", 9000.0)]  # fmt: skip
    table = AddressTable.of({"address": [text for text, _ in points]}, [[x, 0.0] for _, x in points])
    index = AddressIndex.build(table)
    assert index.profile == "generic"
    asked = ["HAUPTSTR. 12a", "Ringstr. 3, Leipzig", "Ringstraße 3", "Ringstrasse 4, Halle", "Hauptstrase 12", "x"]
    found = index.locate(AddressTable.of({"address": asked}), lowest="zone")
    assert found.level.tolist() == [1, 1, 0, 3, 1, 0], "a street of two cities is not one street"
    assert found.xy[3, 0] == 9000.0 and found.method[3] == "single"
    assert found.xy[:2, 0].tolist() == [20.0, 500.0] and found.method[4] == "mended"
    assert found.reason[2] == "ambiguous" and found.matched[0] == "Hauptstraße 12a, Leipzig"
    assert found.matched[3] == "Ringstraße, Halle", "the reference's own spelling, also for streets"


# ---------------------------------------------------------------------- the whole town
def right_of(found, town, truth) -> np.ndarray:
    """True where the place is the true building, or the true street or dong for these levels."""
    reference = found.reference
    right = (found.level > 0) & (found.level <= 2) & (np.hypot(*(found.xy - town.xy[truth]).T) < 1.0)
    same = town.district[reference] == town.district[truth]
    right |= (found.level == 3) & (town.road[reference] == town.road[truth]) & same
    return right | ((found.level == 4) & (town.dong[reference] == town.dong[truth]) & same)


def test_planted_errors(town, written) -> None:
    """Of those matched nearly all are right; what is wrong names another house that exists, and nothing says so."""
    index = AddressIndex.build(AddressTable.of(town.columns(), town.xy))
    asked = AddressTable.of({"road_address": written.road, "lot_address": written.lot})
    found = index.locate(asked, lowest="zone")
    right = right_of(found, town, written.truth)
    matched = found.level > 0
    assert right[matched].mean() >= 0.98
    wrong = set(written.kind[matched & ~right])
    assert wrong <= {"renumbered", "wrong_digit"}, wrong
    assert (found.level[written.kind == "plain"] == 1).all()
    assert (found.level[written.kind == "lot_only"] == 2).all()
    assert (found.level[np.isin(written.kind, ["blank", "elsewhere"])] == 0).all()
    assert (found.level[written.kind == "typo_jamo"] == 1).mean() > 0.9
    assert (found.level[written.kind == "placeholder"] == 4).all()
    assert set(found.reason[~matched]) <= set(REASONS)
    assert (found.reason[~matched] != "").all() and (found.reason[found.level == 1] == "").all()


def test_real_places_with_made_up_addresses(real_data) -> None:
    """The shops of a real district have coordinates and dong; streets and numbers are made up, and misspelled."""
    import sqlite3
    import struct

    from benchmarks.common.towns import misspelled

    with sqlite3.connect(real_data / "seogu_stores" / "stores.gpkg") as database:
        rows = database.execute("select geom, dong_code from stores order by fid").fetchall()
    degrees = np.array([struct.unpack("<2d", bytes(geom)[-16:]) for geom, _ in rows])
    xy = (degrees - degrees.mean(axis=0)) * (90_000.0, 111_000.0)
    places, first, house = np.unique(np.round(xy, 1), axis=0, return_index=True, return_inverse=True)
    random = np.random.default_rng(5)
    stems = list("갈괴내도둔만변복용월정탄흑가관매봉산성소")
    names = sorted({f"{a}{b}{c}로" for a, b, c in random.choice(stems, (400, 3))})
    street = (np.floor(places[:, 0] / 300) * 131 + np.floor(places[:, 1] / 300)).astype(int) % len(names)
    order = np.argsort(street, kind="stable")
    number = np.empty(len(places), dtype=int)
    number[order] = np.arange(len(places)) - np.searchsorted(street[order], street[order]) + 1
    dong = np.array([f"동{chr(0xAC00 + int(rows[at][1][-4:]))}동" for at in first], dtype=object)
    reference = [f"대전광역시 서구 {names[s]} {n} ({d})" for s, n, d in zip(street, number, dong)]
    index = AddressIndex.build(AddressTable.of({"road_address": reference}, places), tolerance=5.0)
    house = house.reshape(-1)
    asked, kinds = [], []
    for at in house.tolist():
        kind = str(random.choice(["right", "jamo", "syllable"], p=[0.85, 0.1, 0.05]))
        name = names[street[at]] if kind == "right" else misspelled(names[street[at]], kind, random)
        asked.append(f"대전 서구 {name} {number[at]}, 1층 ({dong[at]})")
        kinds.append(kind)
    found = index.locate(AddressTable.of({"road_address": asked}), lowest="building")
    kinds = np.array(kinds)
    matched = found.level == 1
    right = np.hypot(*(found.xy - places[house]).T) < 1.0
    assert len(asked) == 26_884
    assert right[matched].mean() >= 0.99 and matched[kinds == "right"].mean() > 0.999
    assert matched[kinds == "jamo"].mean() > 0.5, "crowded made-up names: most have one near name only"


# ---------------------------------------------------------------------- a slow second opinion
def slow_match(points, text: str):
    """Plain loops: the one point with the same parts where both know them; None where there is none, or several."""
    parse = KoreanParser(["서구", "중구"])
    asked = parse(text)
    found = set()
    for road, lot, x, y in points:
        for known in (parse(road), parse(lot)):
            region = [(asked.sido, known.sido), (asked.district, known.district)]
            if asked.kind != known.kind or asked.main < 0 or any(a and b and a != b for a, b in region):
                continue
            if asked.kind == ROAD:
                same = (asked.road, asked.underground) == (known.road, known.underground)
            else:
                same = asked.kind == LOT and (asked.dong, asked.mountain) == (known.dong, known.mountain)
            if same and (asked.main, asked.sub) == (known.main, known.sub):
                found.add((x, y))
    return next(iter(found)) if len(found) == 1 else None


REGIONS = st.sampled_from(["대전광역시 서구 ", "대전 중구 ", "서구 ", "중구 ", "", "부산 서구 ", "대전 "])
STREETS = st.sampled_from(["가상로", "가상로10번길", "한밭대로", "갈마로", "가상로 10번길"])
DONGS = st.sampled_from(["복수동", "변동", "갈마동", "갈마동 산"])
NUMBERS = st.sampled_from(["10", "12", "5", "7", "8", "123-4", "123-5", "200", "10-1"])


@settings(max_examples=150)
@given(st.lists(st.tuples(REGIONS, STREETS | DONGS, NUMBERS), min_size=1, max_size=8))
def test_the_same_as_plain_loops(rows) -> None:
    texts = [f"{region}{place} {number}" for region, place, number in rows]
    found = INDEX.locate(AddressTable.of({"address": texts}), lowest="parcel")
    for row, text in enumerate(texts):
        if found.method[row] == "mended":
            continue
        expected = slow_match(POINTS, text)
        assert (tuple(found.xy[row]) if found.level[row] else None) == expected, text


INDEX = index_of()


def test_order_and_company_change_nothing(town, written) -> None:
    index = AddressIndex.build(AddressTable.of(town.columns(), town.xy))
    rows = np.random.default_rng(1).permutation(600)
    whole = index.locate(AddressTable.of({"road_address": written.road[:600], "lot_address": written.lot[:600]}))
    again = index.locate(AddressTable.of({"road_address": written.road[rows], "lot_address": written.lot[rows]}))
    np.testing.assert_array_equal(whole.level[rows], again.level)
    np.testing.assert_array_equal(whole.xy[rows], again.xy)
    assert whole.reason[rows].tolist() == again.reason.tolist()


# ---------------------------------------------------------------------- bad input
def test_nothing_to_find_in() -> None:
    with pytest.raises(AnalysisError) as caught:
        AddressIndex.build(AddressTable.of({"road_address": ["12", None]}, [[0, 0], [1, 1]]))
    assert (caught.value.code, caught.value.values) == ("address_reference_empty", {"rows": 2, "placed": 2})
    with pytest.raises(AnalysisError) as caught:
        AddressIndex.build(AddressTable.of({"road_address": ["가상로 1"]}, [[np.nan, 0]]))
    assert caught.value.values["placed"] == 0
    with pytest.raises(AnalysisError) as caught:
        AddressIndex.build([])
    assert caught.value.code == "address_reference_empty"


def test_wrong_words_and_columns() -> None:
    with pytest.raises(AnalysisError) as caught:
        AddressTable.of({"sido": ["대전"]})
    assert caught.value.code == "address_no_columns"
    with pytest.raises(ValueError, match="roles"):
        AddressTable.of({"street_name": ["가상로"]})
    with pytest.raises(ValueError, match="lengths"):
        AddressTable.of({"road_address": ["가상로 1"], "pnu": ["1", "2"]})
    with pytest.raises(AnalysisError) as caught:
        find("가상로 1", lowest="house")
    assert caught.value.code == "address_level_unknown"
    with pytest.raises(AnalysisError) as caught:
        index_of(profile="martian")
    assert caught.value.code == "address_profile_unknown"


def test_blank_and_odd_values() -> None:
    found = INDEX.locate(AddressTable.of({"road_address": [None, "", float("nan"), 12.0, "***", "x" * 100_000]}))
    assert found.level.tolist() == [0] * 6
    assert found.reason.tolist()[:3] == ["address_blank"] * 3 and found.reason[4] == "address_masked"
    empty = INDEX.locate(AddressTable.of({"road_address": []}))
    assert len(empty) == 0 and empty.matched.tolist() == []


def test_rows_of_a_reference_that_are_of_no_use_say_why() -> None:
    table = AddressTable.of({"road_address": ["가상로 1", "가상로 2", None]}, [[0, 0], [np.nan, 0], [5, 5]])
    index = AddressIndex.build(table)
    assert index.usable.tolist() == [True, False, False]
    assert index.reasons.tolist() == ["", "reference_no_coordinates", "reference_no_address"]


def test_stops_when_asked() -> None:
    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        INDEX.locate(AddressTable.of({"road_address": ["가상로 1"]}), tick=stop)
    with pytest.raises(Cancelled):
        AddressIndex.build(AddressTable.of({"road_address": ["가상로 1"]}, [[0, 0]]), tick=stop)
