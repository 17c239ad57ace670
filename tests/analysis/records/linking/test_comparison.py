from __future__ import annotations

import itertools
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import Cancelled
from seo_district_plugin.analysis.records.linking import comparison
from seo_district_plugin.analysis.records.linking.comparison import FIELDS, compare
from seo_district_plugin.analysis.records.linking.comparison_places import slipped
from seo_district_plugin.analysis.records.linking.measures import Texts, once_per_pair
from seo_district_plugin.analysis.records.linking.normalize import normalize
from seo_district_plugin.analysis.records.linking.types import Compared, Pairs
from tests.analysis.records.linking.registers_small import records, words

KOREAN, GENERIC = words("korean"), words("generic")


def every_pair(count: int) -> Pairs:
    a, b = np.triu_indices(count, 1)
    return Pairs(a.astype(np.int32), b.astype(np.int32), np.zeros(len(a), dtype=np.uint16))


def compared(given_, pairs: Pairs | None = None) -> Compared:
    normal = normalize(given_, KOREAN if given_.profile == "korean" else GENERIC)
    return compare(given_, normal, every_pair(len(given_)) if pairs is None else pairs)


def label(found: Compared, field: str, pair: int = 0) -> str:
    at = found.names.index(field)
    return found.labels[at][found.levels[pair, at]]


def of_two(field: str, profile: str = "korean", **columns) -> str:
    columns.setdefault("name", ["가나다라", "가나다라"])
    return label(compared(records(columns.pop("name"), profile=profile, **columns)), field)


# ---------------------------------------------------------------------- names
@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("하나약국", "㈜하나 약국", "equal"),
        ("구름정원커피 둔산점", "구름정원커피", "equal"),
        ("해바라기꽃집", "해바라긔꽃집", "slip"),
        ("우물가식당", "우물가해장국", "stem"),
        ("하늘미용실", "하늘헤어샵", "stem"),
        ("대전내동초교", "내동초등학교", "stem"),
        ("한마음어린이집(비젤어린이집)", "비젤어린이집", "stem"),
        ("온새미커피", "ONSAEMI", "stem"),
        ("산새소리유치원", "산새소리유치원+금샘어린이집", "alike"),
        ("예림유치원+둔산큰별어린이집", "둔산큰별어린이집", "stem"),
        ("기성초등학교", "기성초교병설", "different"),
        ("쉐어애비뉴101호", "쉐어애비뉴105호", "weak"),
        ("나비바람꽃다발1", "나비바람꽃다발", "alike"),
        ("기성초등학교병설유치원", "기성초교병설", "stem"),
        ("가온공인중개사사무소", "두레공인중개사사무소", "different"),
        ("하나약국", "두리치킨", "different"),
        ("하나약국", "", "missing"),
    ],
)
def test_levels_of_names(one: str, other: str, level: str) -> None:
    assert of_two("name", name=[one, other]) == level
    assert of_two("name", name=[other, one]) == level


def test_a_word_for_the_kind_makes_no_two_names_alike() -> None:
    given_ = records(["가온공인중개사사무소", "다솜공인중개사사무소", "누리공인중개사사무소"])
    assert set(compared(given_).levels[:, 0].tolist()) <= {1, 2}


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Arnie Morton's of Chicago", "arnie mortons of chicago", "equal"),
        ("Apple Pan, The", "the apple pan", "slip"),
        ("cafe ritz-carlton buckhead", "ritz-carlton cafe (buckhead)", "slip"),
        ("Grill on the Alley", "The Grill on the Alleyy", "slip"),
        ("art's delicatessen", "art's deli", "alike"),
        ("hotel bel-air", "campanile", "different"),
    ],
)
def test_levels_of_names_in_latin_letters(one: str, other: str, level: str) -> None:
    assert of_two("name", "generic", name=[one, other]) == level


def test_branches() -> None:
    given_ = records(
        ["하루커피 둔산점", "하루커피(둔산점)", "하루커피 탄방점", "하루커피", "하루커피 2호점", "하루커피 3호점"]
    )
    found = compared(given_)
    pairs = list(itertools.combinations(range(6), 2))
    assert label(found, "branch", pairs.index((0, 1))) == "equal"
    assert label(found, "branch", pairs.index((0, 2))) == "different"
    assert label(found, "branch", pairs.index((0, 3))) == "missing"
    assert label(found, "branch", pairs.index((4, 5))) == "different"


def test_an_attached_house_is_another_branch() -> None:
    given_ = records(["기성초등학교", "기성초교병설", "기성초등학교병설유치원"])
    found = compared(given_)
    assert [label(found, "branch", pair) for pair in range(3)] == ["different", "different", "missing"]


def test_names_that_stand_for_one_another_at_many_places_are_learned() -> None:
    names, address, opened = [], [], []
    for place in range(6):
        names += ["씨앗편의점", "SEEDLING"]
        address += [f"서구 계룡로 {place * 10 + 1}"] * 2
        opened += [f"2019-0{place + 1}-05"] * 2
    names += ["씨앗편의점", "SEEDLING", "나무약국", "두루치킨"]
    address += ["서구 한울로 3", "서구 한울로 3", "서구 계룡로 99", "서구 계룡로 99"]
    opened += ["NaT", "NaT", "2020-01-01", "2020-01-01"]
    category = ["편의점"] * len(names)
    given_ = records(names, address=address, opened=opened, category=category)
    found = compared(given_)
    pairs = list(itertools.combinations(range(len(names)), 2))
    assert label(found, "name", pairs.index((12, 13))) == "stem"  # nothing but the learned names tells so
    assert label(found, "name", pairs.index((14, 15))) == "different"  # seen together once only


def test_frequency_of_names() -> None:
    given_ = records(["하나약국"] * 3 + ["두리약국", "하나치킨"])
    found = compared(given_)
    pairs = list(itertools.combinations(range(5), 2))
    assert found.frequency[pairs.index((0, 1))] == pytest.approx(3 / 5)
    assert found.frequency[pairs.index((0, 4))] == pytest.approx(4 / 5)  # the stem that both have
    assert np.isnan(found.frequency[pairs.index((0, 3))])


# ---------------------------------------------------------------------- places
@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (("서구 계룡로 10 (둔산동)", ""), ("대전광역시 서구 계룡로10, 2층 (둔산동)", ""), "same"),
        (("", "둔산동 12-3"), ("서구 계룡로 10 (둔산동)", "서구 둔산동 12-3번지 2층"), "same"),
        (("서구 계룡로 10", "둔산동 12-3"), ("서구 계룡로 10", "둔산동 12-9"), "partly"),
        (("서구 계룡로 10-1", ""), ("서구 계룡로 10-2", ""), "near"),
        (("서구 계룡로 123", ""), ("서구 계룡로 132", ""), "near"),
        (("서구 계룡로 12", ""), ("서구 계룡로 98", ""), "around"),
        (("서구 계룡로 12", ""), ("서구 한울로 98", ""), "different"),
        (("서구 계룡로 12", ""), ("", "둔산동 12-3"), "missing"),
        (("", ""), ("서구 계룡로 12", ""), "missing"),
    ],
)
def test_levels_of_addresses(one: tuple[str, str], other: tuple[str, str], level: str) -> None:
    columns = {"address": [one[0], other[0]], "lot_address": [one[1], other[1]]}
    assert of_two("address", **columns) == level


def test_different_addresses_at_one_point_may_be_a_slip() -> None:
    address = ["서구 계룡로 12", "서구 한울로 98"]
    assert of_two("address", address=address, xy=[[0, 0], [3, 4]]) == "near"
    assert of_two("address", address=address, xy=[[0, 0], [300, 400]]) == "different"


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("435 s. la cienega blv.", "435 S. La Cienega Blvd.", "same"),
        ("12224 ventura blvd.", "12224 ventura boulevard", "same"),
        ("3434 peachtree rd.", "3434 peachtree rd. ne", "same"),
        ("701 stone canyon rd.", "9560 dayton way", "different"),
        ("12 high street", "", "missing"),
    ],
)
def test_levels_of_addresses_elsewhere(one: str, other: str, level: str) -> None:
    assert of_two("address", "generic", address=[one, other]) == level


@pytest.mark.parametrize(
    ("meters", "level"),
    [(0, "to_15_m"), (15, "to_15_m"), (16, "to_60_m"), (61, "to_200_m"), (999, "to_1000_m"), (1001, "over_1000_m")],
)
def test_distance_counts_where_there_is_no_address(meters: float, level: str) -> None:
    assert of_two("distance", xy=[[0, 0], [0, meters]]) == level
    assert of_two("distance", xy=[[0, 0], [0, meters]], address=["서구 계룡로 1"] * 2) == "missing"
    assert of_two("distance", xy=[[0, 0], [np.nan, np.nan]]) == "missing"


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [("2층 203호", "203호", "same_unit"), ("2층", "203호", "same_floor"), ("203호", "204호", "different"),
     ("2층", "3층", "different"), ("지하1층", "1층", "different"), ("101동 203호", "102동 203호", "different"),
     ("2층", "", "missing"), ("지하103호", "지하1층", "same_floor"), ("지하103호", "103호", "same_floor")],
)  # fmt: skip
def test_rooms_are_compared_inside_a_building(one: str, other: str, level: str) -> None:
    inside = ["서구 계룡로 1", "서구 계룡로 1"]
    assert of_two("unit", address=inside, detail=[one, other]) == level
    assert of_two("unit", address=["서구 계룡로 1", "서구 한울로 9"], detail=[one, other]) == "missing"


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_a_slip_of_a_number(one: int, other: int) -> None:
    def slips(text: str) -> set[str]:
        lost = {text[:at] + text[at + 1 :] for at in range(len(text))}
        swapped = {text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(len(text) - 1)}
        return {made for made in lost | swapped if made and made[0] != "0"} - {text}

    wanted = str(other) in slips(str(one)) or str(one) in slips(str(other))
    assert slipped(np.array([one]), np.array([other]))[0] == wanted
    for text in slips(str(one)):
        assert slipped(np.array([one]), np.array([int(text)]))[0]


# ---------------------------------------------------------------------- other values
@pytest.mark.parametrize(
    ("one", "other", "level"),
    [("042-512-3456", "425123456.0", "equal"), ("042-512-3456", "042-512-3457", "near"),
     ("042-512-3456", "042-512-4457", "different"), ("042-512-3456", "02-512-3456", "different"),
     ("042-512-3456", "042-***-3456", "missing")],
)  # fmt: skip
def test_levels_of_phones(one: str, other: str, level: str) -> None:
    assert of_two("phone", phone=[one, other]) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [("노래연습장업", "노래방", "same"), ("일반미용업", "네일숍", "related"), ("노래방", "치과의원", "unrelated"),
     ("우주항공업", "우주항공업", "same"), ("노래방", "", "missing"), ("우주항공업", "노래방", "missing")],
)  # fmt: skip
def test_levels_of_industries(one: str, other: str, level: str) -> None:
    assert of_two("industry", category=[one, other]) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [("2020-03-01", "2020-03-01", "equal"), ("2020-03-01", "2020-03-20", "near"),
     ("2020-03-01", "2020-11-20", "same_year"),
     ("2020-03-01", "2023-03-01", "different"), ("2020-03-01", "NaT", "missing")],
)  # fmt: skip
def test_levels_of_days(one: str, other: str, level: str) -> None:
    assert of_two("opened", opened=[one, other]) == level
    assert of_two("closed", closed=[one, other]) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [("Sigmod Conference", "sigmod conference", "equal"), ("SIGMOD Conference", "SIGMOD Conf.", "weak"),
     ("VLDB", "Proceedings of the ICDE", "different"), ("", "VLDB", "missing")],
)  # fmt: skip
def test_levels_of_further_columns(one: str, other: str, level: str) -> None:
    assert of_two("extra:venue", "generic", venue=[one, other]) == level


@pytest.mark.parametrize(
    ("one", "other", "level"), [("1999", "1999.0", "equal"), ("1999", "2000", "alike"), ("10", "90", "different")]
)
def test_levels_of_further_numbers(one: str, other: str, level: str) -> None:
    assert of_two("extra:year", "generic", year=[one, other]) == level


# ---------------------------------------------------------------------- measures against plain Python
def _ratio(one: str, other: str) -> float:
    one, other = unicodedata.normalize("NFD", one)[:64], unicodedata.normalize("NFD", other)[:64]
    row = [0] * (len(other) + 1)
    for sign in one:
        last = 0
        for at, own in enumerate(other, start=1):
            last, row[at] = row[at], last + 1 if sign == own else max(row[at], row[at - 1])
    return 2 * row[-1] / max(len(one) + len(other), 1)


@given(st.lists(st.text(alphabet="가각나다라마ab1", min_size=1, max_size=12), min_size=2, max_size=8))
def test_ratios_and_beginnings_are_those_of_the_texts(names: list[str]) -> None:
    texts = Texts(np.array(names, dtype=object))
    one, other = (at.ravel() for at in np.meshgrid(range(len(texts.unique)), range(len(texts.unique))))
    wanted = [_ratio(texts.unique[a], texts.unique[b]) for a, b in zip(one, other)]
    assert np.allclose(texts.ratio(one, other), wanted, atol=1e-6)
    parts = [unicodedata.normalize("NFD", text) for text in texts.unique]
    begins = [parts[a].startswith(parts[b]) or parts[b].startswith(parts[a]) for a, b in zip(one, other)]
    assert texts.begins(one, other).tolist() == begins
    assert [names[row] for row in range(len(names))] == [texts.unique[code] for code in texts.code]


def test_a_measure_is_worked_out_once_per_pair() -> None:
    asked = []

    def measure(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        asked.append(len(one))
        return one + 10.0 * other

    found = once_per_pair(np.array([1, 2, 1, 3]), np.array([2, 1, 2, 0]), 4, measure)
    assert found.tolist() == [21.0, 21.0, 21.0, 30.0]
    assert asked == [2]


# ---------------------------------------------------------------------- all fields
def _some(count: int, seed: int):
    rng = np.random.default_rng(seed)
    names = [
        "".join(rng.choice(list("가나다라마하늘"), rng.integers(1, 4))) + rng.choice(["약국", "치킨", ""])
        for _ in range(count)
    ]
    houses = [f"서구 계룡로 {rng.integers(1, 9)}, {rng.integers(1, 4)}층" for _ in range(count)]
    return records(
        ["" if rng.random() < 0.1 else name for name in names],
        address=[house if rng.random() < 0.8 else "" for house in houses],
        phone=[f"042-512-000{rng.integers(1, 9)}" if rng.random() < 0.5 else "" for _ in range(count)],
        category=[rng.choice(["약국", "치킨", "미지", ""]) for _ in range(count)],
        opened=[np.datetime64("2020-01-01") + rng.integers(0, 900) for _ in range(count)],
        xy=rng.random((count, 2)) * 300,
    )  # fmt: skip


def test_sides_and_parts_are_of_no_account(monkeypatch: pytest.MonkeyPatch) -> None:
    given_ = _some(40, 2)
    pairs = every_pair(40)
    found = compared(given_, pairs)
    back = compared(given_, Pairs(pairs.b, pairs.a, pairs.rules))
    monkeypatch.setattr(comparison, "CHUNK", 50)
    parts = compared(given_, pairs)
    for other in (back, parts):
        assert (other.levels == found.levels).all()
        assert np.array_equal(other.frequency, found.frequency, equal_nan=True)
        for name, values in found.similarity.items():
            assert np.allclose(other.similarity[name], values, equal_nan=True, atol=1e-6), name


def test_levels_stay_inside_their_labels() -> None:
    found = compared(_some(60, 3))
    assert found.names == tuple(FIELDS)
    assert len(found) == len(found.frequency) == 60 * 59 // 2
    for at, labels in enumerate(found.labels):
        assert labels[0] == "missing"
        assert found.levels[:, at].min() >= 0
        assert found.levels[:, at].max() < len(labels)
    known = found.levels[:, 0] > 0
    assert np.isfinite(found.similarity["name"][known]).all()
    assert np.isnan(found.similarity["name"][~known]).all()


def test_a_row_agrees_with_itself_in_all_that_is_known() -> None:
    given_ = _some(30, 4)
    rows = np.arange(30, dtype=np.int32)
    found = compared(given_, Pairs(rows, rows, np.zeros(30, dtype=np.uint16)))
    tops = np.array([len(labels) - 1 for labels in found.labels])
    unit = found.names.index("unit")
    good = (found.levels == tops) | (found.levels == 0)
    good[:, unit] |= found.levels[:, unit] == 2  # without a room the floor is all there is
    assert good.all()


def test_no_pairs() -> None:
    given_ = _some(3, 1)
    none = Pairs(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.uint16))
    found = compared(given_, none)
    assert found.levels.shape == (0, len(FIELDS))
    assert all(len(values) == 0 for values in found.similarity.values())


def test_empty_columns_and_equal_names() -> None:
    found = compared(records([""] * 4, address=[""] * 4))
    assert not found.levels.any()
    assert (compared(records(["하나"] * 4)).levels[:, 0] == 6).all()


def test_stopping_stops() -> None:
    def stop(_done: float) -> None:
        raise Cancelled

    given_ = _some(5, 1)
    with pytest.raises(Cancelled):
        compare(given_, normalize(given_, KOREAN), every_pair(5), stop)
