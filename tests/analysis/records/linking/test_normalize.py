from __future__ import annotations

import json
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.records.linking.industries import Industries, related
from seo_district_plugin.analysis.records.linking.letters import common_letters, letter_codes, sound
from seo_district_plugin.analysis.records.linking.names import NameReader
from seo_district_plugin.analysis.records.linking.normalize import normalize, phone_column
from seo_district_plugin.analysis.records.linking.phones import phone_digits
from seo_district_plugin.analysis.records.linking.types import NORMAL_NUMBERS, NORMAL_TEXTS
from seo_district_plugin.analysis.records.linking.words import read_words
from tests.analysis.records.linking.registers_small import PROFILES, records, words

KOREAN, GENERIC = words("korean"), words("generic")
READER = NameReader(KOREAN, ["둔산동", "둔산", "계룡로", "탄방"], ["대전", "서구"])
HANGUL = st.text(alphabet=[chr(code) for code in range(0xAC00, 0xAC00 + 11172, 37)], min_size=2, max_size=9)
CODES = KOREAN.area_codes


# ---------------------------------------------------------------------- names
@pytest.mark.parametrize(
    ("given", "core"),
    [
        ("(주)하나약국", "하나약국"),
        ("㈜하나약국", "하나약국"),
        ("주식회사 하나약국", "하나약국"),
        ("하나약국 주식회사", "하나약국"),
        ("하나약국(주)", "하나약국"),
        ("（주） 하나 약국", "하나약국"),
        ("유한회사하나약국", "하나약국"),
        ("하나약국(구)", "하나약국"),
        ("하나약국(휴업중)", "하나약국"),
        ("하나약국 외1", "하나약국"),
        ("하나약국*", "하나약국"),
        ("하나약국 상세보기", "하나약국"),
        ("K마트", "케이마트"),
        ("GS25", "지에스25"),
        ("까페 하나", "카페하나"),
        ("기성초교", "기성초등학교"),
        ("Ｈ모텔", "에이치모텔"),
        ("HANA COFFEE", "hana커피"),
    ],
)
def test_forms_remarks_and_spellings_are_left_out(given: str, core: str) -> None:
    assert READER(given).core == core


@pytest.mark.parametrize(
    ("given", "column", "core", "branch"),
    [
        ("하나약국 둔산점", "", "하나약국", "둔산"),
        ("하나약국(둔산점)", "", "하나약국", "둔산"),
        ("하나약국", "둔산점", "하나약국", "둔산"),
        ("하나약국둔산점", "", "하나약국", "둔산"),
        ("하나약국 둔산지점", "", "하나약국", "둔산"),
        ("하나약국계룡로점", "", "하나약국", "계룡로"),
        ("하나약국 2호점", "", "하나약국", "2"),
        ("하나약국 제2호점", "", "하나약국", "2"),
        ("하나약국 이호점", "", "하나약국", "2"),
        ("하나약국 二호점", "", "하나약국", "2"),
        ("하나약국본점", "", "하나약국", "본"),
        ("하나약국 본점", "", "하나약국", "본"),
        ("하나편의점", "", "하나편의점", ""),
        ("하나 편의점", "", "하나편의점", ""),
        ("둔산반점", "", "둔산반점", ""),
    ],
)
def test_branches_are_found_wherever_they_stand(given: str, column: str, core: str, branch: str) -> None:
    found = READER(given, column)
    assert (found.core, found.branch) == (core, branch)


def test_branches_are_learned_from_names_that_tell_them() -> None:
    reader = NameReader(KOREAN)
    reader.learn(["하루커피 신도심점", "하루커피 은행점", "하루커피 시장점", "나무치킨 신도심점"])
    reader.settle()
    assert reader("나무치킨신도심점")[1:2] + (reader("나무치킨신도심점").branch,) == ("나무치킨", "신도심")
    assert reader("하루커피어딘가점").branch == "어딘가"  # a chain, and a place that nobody else has named
    assert reader("하루커피신도심").branch == "신도심"  # without the word for branch, behind a chain only
    assert reader("홀로신도심").branch == ""


def test_a_legal_form_may_have_lost_its_brackets() -> None:
    reader = NameReader(KOREAN)
    reader.learn(["청담킨더", "청담킨더주", "우리포도주"])
    reader.settle()
    assert reader("청담킨더주").core == reader("청담킨더").core == "청담킨더"
    assert reader("우리포도주").core == "우리포도주"  # nobody is called 우리포도


def test_brackets_may_hold_another_name() -> None:
    found = READER("(비젤어린이집)한마음어린이집")
    assert (found.core, found.alias, found.stem) == ("한마음어린이집", "비젤어린이집", "한마음")
    assert READER("(하나약국)").core == "하나약국"


@pytest.mark.parametrize(
    ("given", "stem", "kind"),
    [
        ("하늘미용실", "하늘", "hair"),
        ("하늘 헤어샵", "하늘", "hair"),
        ("하늘코인노래방", "하늘", "karaoke"),
        ("대전하늘초등학교", "하늘", "primary_school"),
        ("하늘", "하늘", ""),
        ("식당", "식당", "korean_food"),
    ],
)
def test_the_stem_is_what_is_particular(given: str, stem: str, kind: str) -> None:
    assert READER(given)[2] == stem
    assert READER(given).kind == kind


@pytest.mark.parametrize(
    "given", ["기성초교병설", "기성초등학교병설유치원", "기성초등학교(병설)", "기성초교 병설유치원"]
)
def test_a_house_attached_to_another_is_one_of_its_own(given: str) -> None:
    school, found = READER("기성초등학교"), READER(given)
    assert (found.stem, found.attached) == (school.stem, "병설")
    assert school.attached == ""
    assert found.full != school.full


def test_two_names_in_one() -> None:
    assert READER("예림유치원+둔산큰별어린이집").alias == "둔산큰별어린이집"


@pytest.mark.parametrize("given", ["", "업소명없음", " - ", "없음", None, float("nan")])
def test_no_name_is_no_name(given: object) -> None:
    assert READER(given).core == ""


@given(HANGUL, st.sampled_from(["(주)", "㈜", "주식회사 ", "유한회사 ", ""]), st.integers(1, 8))
def test_decomposed_text_blanks_and_forms_change_nothing(name: str, form: str, blank: int) -> None:
    plain = READER(name).full
    assert READER(unicodedata.normalize("NFD", form + name)).full == plain
    spaced = form + name[:blank] + " " + name[blank:]
    if "점" not in name and blank < len(name):  # a word that ends in 점 behind a blank is a branch
        assert READER(spaced).full == plain


@given(st.text(max_size=40), st.text(max_size=10))
def test_no_text_is_too_strange(name: str, branch: str) -> None:
    for reader in (READER, NameReader(GENERIC)):
        found = reader(name, branch)
        assert bool(found.core) == bool(found.stem)
        assert not any(sign.isspace() for sign in found.core + found.stem + found.branch)


def test_generic_names_ignore_order_articles_and_forms() -> None:
    reader = NameReader(GENERIC)
    assert reader("Apple Pan, The").stem == reader("the apple pan").stem == "applepan"
    assert reader("Café Élysée Inc.").core == "cafeelysee"
    assert reader("Smith & Sons Ltd").core == reader("smith and sons").core
    assert reader("ritz-carlton cafe (buckhead)").stem == reader("cafe  ritz-carlton  buckhead").stem


# ---------------------------------------------------------------------- telephone numbers
@pytest.mark.parametrize(
    "given",
    ["042-512-3456", "042)512-3456", "(042)512-3456", "042.512.3456", "042 512 3456", "0425123456", "425123456.0",
     4.25123456e8, 425123456, "+82 42-512-3456", "+82-042-512-3456", "42-512-3456", "０４２－５１２－３４５６",
     "042-512-3456, 042-512-3457", "042-512-3456 (내선 12)", "042-512-3456~7"],
)  # fmt: skip
def test_one_number_in_many_shapes(given: object) -> None:
    assert phone_digits(given, CODES)[:10] == "0425123456"


@pytest.mark.parametrize(
    ("given", "digits"),
    [("1588-0000", "15880000"), ("010-1234-5678", "01012345678"), (1012345678, "01012345678"),
     ("02-123-4567", "021234567"),
     ("", ""), (None, ""), (float("nan"), ""), ("042-***-3456", ""), ("없음", ""), ("042-000-0000", ""), ("1234", ""),
     ("999-999-9999", "")],
)  # fmt: skip
def test_other_numbers(given: object, digits: str) -> None:
    assert phone_digits(given, CODES) == digits


def test_a_missing_area_code_is_the_usual_one() -> None:
    values = np.array(["042-512-3456", "512-3456", "042-222-3456", "1588-1234", "02-333-4444"], dtype=object)
    assert phone_column(values, CODES).tolist() == ["0425123456", "0425123456", "0422223456", "15881234", "023334444"]
    assert phone_column(np.array(["310/246-1501", "310-246-1501"], dtype=object)).tolist() == ["3102461501"] * 2


# ---------------------------------------------------------------------- industries
@pytest.mark.parametrize(
    ("one", "other"),
    [("호프/통닭", "생맥주 전문"), ("노래연습장업", "노래방"), ("일반미용업", "미용실"),
     ("인터넷컴퓨터게임시설제공업", "PC방"),
     ("숙박업(일반)", "여관/모텔"), ("이용업", "이발소"), ("제과점영업", "빵/도넛"), ("의원", "내과/소아과 의원")],
)  # fmt: skip
def test_registers_name_one_industry_differently(one: str, other: str) -> None:
    found = Industries(KOREAN)
    assert found(one) and found(one) == found(other)


def test_related_industries_share_a_group() -> None:
    one = np.array(["convenience", "hair", "online_sales", "hair", ""], dtype=object)
    other = np.array(["tobacco", "pub", "hair", "barber", "hair"], dtype=object)
    assert related(one, other, KOREAN.groups).tolist() == [True, False, True, True, False]


# ---------------------------------------------------------------------- letters
def _lcs(one: str, other: str) -> int:
    row = [0] * (len(other) + 1)
    for sign in one:
        last = 0
        for at, other_sign in enumerate(other, start=1):
            last, row[at] = row[at], last + 1 if sign == other_sign else max(row[at], row[at - 1])
    return row[-1]


def _jamo(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@given(st.lists(st.text(alphabet="가각갑나다닥라abz019", max_size=25), min_size=2, max_size=6))
def test_common_letters_are_those_of_the_table(names: list[str]) -> None:
    values = np.array(names, dtype=object)
    codes, lengths = letter_codes(values)
    one, other = (at.ravel() for at in np.meshgrid(range(len(names)), range(len(names))))
    found = common_letters(codes, lengths, one, other)
    cut = [_jamo(name)[:64] for name in names]
    assert lengths.tolist() == [len(text) for text in cut]
    assert found.tolist() == [_lcs(cut[a], cut[b]) for a, b in zip(one, other)]


def test_letters_of_nothing() -> None:
    codes, lengths = letter_codes(np.array(["", "가"], dtype=object))
    assert lengths.tolist() == [0, 2]
    assert common_letters(codes, lengths, np.array([0, 0, 1]), np.array([0, 1, 1])).tolist() == [0, 0, 2]
    assert letter_codes(np.array([], dtype=object))[0].shape == (0, 64)


@pytest.mark.parametrize(("hangul", "latin"), [("온새미", "onsaemi"), ("늘봄", "neulbom"), ("나무결", "namugyeol")])
def test_sound_brings_scripts_together(hangul: str, latin: str) -> None:
    one, other = sound(hangul), sound(latin)
    assert 2 * _lcs(one, other) / (len(one) + len(other)) >= 0.8


# ---------------------------------------------------------------------- all columns
def test_addresses_and_details_come_from_whatever_tells_them() -> None:
    given = records(
        ["가나"] * 6,
        address=["대전광역시 서구 계룡로 10-2, 2층 203호 (둔산동, 가상빌딩)",
                 "대전광역시 서구 계룡로 10-2 (둔산동,2층 203호)", "", "서구 계룡로10-2", "계룡로 10-2, 지하103호", ""],
        lot_address=["", "", "대전광역시 서구 둔산동 산 12-3번지 2층 203호", "", "", ""],
        detail=["", "", "", "2층 203호", "", ""],
    )  # fmt: skip
    table = normalize(given, KOREAN).table
    assert table["road"].tolist() == ["계룡로", "계룡로", "", "계룡로", "계룡로", ""]
    assert table["main"].tolist() == [10, 10, -1, 10, 10, -1]
    assert table["sub"].tolist() == [2, 2, 0, 2, 2, 0]
    assert table["floor"].tolist() == [2, 2, 2, 2, -1, 0]
    assert table["unit"].tolist() == ["203", "203", "203", "203", "103", ""]
    assert table["dong"].tolist() == ["둔산동", "둔산동", "둔산동", "", "", ""]
    assert table["building"].tolist()[:2] == ["가상빌딩", ""]
    lot = table.loc[2, ["lot_mountain", "lot_main", "lot_sub"]]
    assert lot.tolist() == [1, 12, 3]


def test_a_street_that_one_row_misspells_is_mended() -> None:
    given = records(["가나"] * 50, address=["서구 한울대로 1"] * 48 + ["서구 한욱대로 1", "서구 마루대로 1"])
    road = normalize(given, KOREAN).table["road"]
    assert road.value_counts().to_dict() == {"한울대로": 49, "마루대로": 1}


def test_all_columns_are_there_and_ready() -> None:
    given = records(["Arnie Morton's of Chicago", ""], profile="generic", address=["435 s. la cienega blv.", ""],
                    phone=["310/246-1501", ""], city=["Los  Angeles", ""])  # fmt: skip
    seen: list[float] = []
    normal = normalize(given, GENERIC, seen.append)
    assert list(normal.table.columns) == [*NORMAL_TEXTS, *NORMAL_NUMBERS, "extra:city"]
    assert normal.table.loc[0, ["core", "phone", "extra:city"]].tolist() == [
        "arniemortonsofchicago", "3102461501", "los angeles",
    ]  # fmt: skip
    assert normal.table.loc[1, list(NORMAL_TEXTS)].tolist() == [""] * len(NORMAL_TEXTS)
    assert seen[-1] == 1.0
    assert seen == sorted(seen)


def test_no_rows_and_wrong_profiles() -> None:
    assert len(normalize(records([]), KOREAN)) == 0
    with pytest.raises(AnalysisError, match="link_profile"):
        normalize(records(["가나"]), GENERIC)


# ---------------------------------------------------------------------- words
def test_words_are_usable_data() -> None:
    for profile in ("kr", "generic"):
        given = json.loads((PROFILES / profile / "linking.json").read_text(encoding="utf-8"))
        found = read_words(PROFILES / profile / "linking.json")
        assert given["source"] and given["title"]
        assert set(found.kinds.values()) | set(found.categories.values()) <= set(found.groups)
        assert all(found.groups.values())
        # A spelling that is usual is no variant of another one: reading twice changes nothing.
        assert not set(found.spellings) & set(found.spellings.values())


def test_words_that_cannot_be_read(tmp_path) -> None:
    for content in ("{", '{"language": "x"}', "[]", '{"title": 1}'):
        path = tmp_path / "words.json"
        path.write_text(content, encoding="utf-8")
        with pytest.raises(AnalysisError, match="link_words_unreadable"):
            read_words(path)
    with pytest.raises(AnalysisError, match="link_words_unreadable"):
        read_words(tmp_path / "none.json")
