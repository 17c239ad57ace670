"""Ages in names of columns and groups, and columns regrouped."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.population.ages import AgeSpan, choose_columns, parse_groups, read_column
from seo_district_plugin.analysis.population.regroup import regroup, single_year_shares

SINGLE = [f"2026년09월_계_{age}세" for age in range(100)] + ["2026년09월_계_100세 이상"]
FIVES = [f"{low}~{low + 4}세" for low in range(0, 100, 5)] + ["100세 이상"]
GROUPS = "0-5,6-12,13-18,19-64,65+"


@pytest.mark.parametrize(
    ("name", "low", "high", "sex"),
    [
        ("p0", 0, 0, ""),
        ("p100", 100, 100, ""),
        ("p_6_12", 6, 12, ""),
        ("p_65_up", 65, None, ""),
        ("P0_4", 0, 4, ""),
        ("age_6_to_12", 6, 12, ""),
        ("m_p5", 5, 5, "m"),
        ("p5_f", 5, 5, "f"),
        ("2026년09월_계_0세", 0, 0, ""),
        ("2026년09월_남_17세", 17, 17, "m"),
        ("2026년09월_여_100세 이상", 100, None, "f"),
        ("0세", 0, 0, ""),
        ("100세 이상", 100, None, ""),
        ("0~4세", 0, 4, ""),
        ("0 ~ 4 세", 0, 4, ""),
        ("남자0세부터9세생활인구수", 0, 9, "m"),
        ("여자70세이상생활인구수", 70, None, "f"),
        ("20대", 20, 29, ""),
        ("60대이상", 60, None, ""),
        ("10세미만", 0, 9, ""),
        ("m0", 0, 0, "m"),
        ("f10_14", 10, 14, "f"),
        ("m70_up", 70, None, "m"),
        ("in_age_001", 0, 4, ""),
        ("in_age_020", 95, 99, ""),
        ("in_age_021", 100, None, ""),
    ],
)
def test_names_that_tell_ages(name, low, high, sex) -> None:
    column = read_column(name)
    assert column is not None and column.span == AgeSpan(low, high) and column.sex == sex


@pytest.mark.parametrize(
    "name",
    [
        "2026년09월_계_총인구수",
        "to_in_001",
        "총생활인구수",
        "pop",
        "합계",
        "여_총인구수",
        "p_total",
        "m_total",
        "p_sum",
    ],
)
def test_names_of_all_people(name) -> None:
    column = read_column(name)
    assert column is not None and column.span is None


@pytest.mark.parametrize(
    "name", ["pop2024", "adm_cd", "3세대", "세대수", "in_age_022", "p121", "p9_3", "행정동코드", "x", ""]
)
def test_names_that_tell_nothing(name) -> None:
    assert read_column(name) is None


def test_both_sexes_together_are_preferred_and_totals_kept_apart() -> None:
    names = [f"{month}{sex}_{age}세" for month in ("2026년09월_",) for sex in ("계", "남", "여") for age in (0, 1)]
    chosen = choose_columns([*names, "2026년09월_계_연령구간인구수", "2026년09월_계_총인구수", "행정구역"])
    assert [column.name for column in chosen.ages] == ["2026년09월_계_0세", "2026년09월_계_1세"]
    assert [column.name for column in chosen.totals] == ["2026년09월_계_총인구수"]


def test_the_columns_as_they_are_imported() -> None:
    names = [f"{sex}{age}" for sex in "pmf" for age in range(101)] + ["p_total", "p_sum", "m_total", "area", "area_cd"]
    chosen = choose_columns(names)
    assert [column.name for column in chosen.ages] == [f"p{age}" for age in range(101)] and chosen.complete
    assert [column.name for column in chosen.totals] == ["p_total"]
    living = [f"{sex}{part}" for sex in "mf" for part in ("0_9", *(f"{a}_{a + 4}" for a in range(10, 70, 5)), "70_up")]
    chosen = choose_columns([*living, "total", "day", "hour", "adm_cd"])
    assert len(chosen.ages) == 28 and chosen.complete and [column.name for column in chosen.totals] == ["total"]


def test_each_sex_where_there_is_no_sum_of_both() -> None:
    chosen = choose_columns(["남_0세", "남_1세", "여_0세", "여_1세", "남_총인구수", "여_총인구수"])
    assert len(chosen.ages) == 4 and len(chosen.totals) == 2


@pytest.mark.parametrize(
    "names", [["2026년08월_계_0세", "2026년09월_계_0세"], ["p0", "p1", "p0_4"], ["0~4세", "4~9세"]]
)
def test_columns_of_the_same_ages_are_refused(names) -> None:
    with pytest.raises(AnalysisError) as caught:
        choose_columns(names)
    assert caught.value.code == "age_columns_overlap"


@pytest.mark.parametrize(
    ("names", "complete"), [(SINGLE, True), (FIVES, True), (SINGLE[1:], False), (SINGLE[:50], False)]
)
def test_whether_the_ages_are_everybody(names, complete) -> None:
    assert choose_columns(names).complete is complete


def test_groups() -> None:
    groups = parse_groups(" 0-5, 6~12 ;13–18,19 - 64, 65세 이상,")
    assert [group.text for group in groups] == ["0-5", "6-12", "13-18", "19-64", "65+"]
    assert [group.field for group in groups] == ["p_0_5", "p_6_12", "p_13_18", "p_19_64", "p_65_up"]


@pytest.mark.parametrize(
    ("text", "code"), [("6-", ""), ("12-6", "age_group_bad"), ("six", "age_group_bad"), ("0-200", "age_group_bad"),
                       ("0-6,6-12", "age_groups_overlap"), ("65+,70-74", "age_groups_overlap")]
)  # fmt: skip
def test_groups_that_are_none(text, code) -> None:
    if not code:
        assert parse_groups(text) == [AgeSpan(6, None)]
        return
    with pytest.raises(AnalysisError) as caught:
        parse_groups(text)
    assert caught.value.code == code


def test_single_years_add_up_exactly() -> None:
    people = np.arange(1, 102)
    made = regroup(choose_columns(SINGLE).ages, parse_groups(GROUPS))
    assert made.splits == []
    expected = [people[low:high].sum() for low, high in ((0, 6), (6, 13), (13, 19), (19, 65), (65, 101))]
    assert (people @ made.matrix).tolist() == expected


@given(st.lists(st.integers(1, 100), min_size=1, max_size=6, unique=True), st.integers(0, 2**32 - 1))
def test_regrouping_keeps_everybody(borders, seed) -> None:
    """Groups from 0 on without a gap: nobody is lost, whatever the columns and shares."""
    borders = [0, *sorted(borders)]
    groups = [AgeSpan(low, high - 1) for low, high in zip(borders, borders[1:])] + [AgeSpan(borders[-1], None)]
    random = np.random.default_rng(seed)
    shares = dict(enumerate(random.uniform(0.1, 5, 121).tolist()))
    for names in (SINGLE, FIVES):
        matrix = regroup(choose_columns(names).ages, groups, shares).matrix
        assert matrix.sum(axis=1) == pytest.approx(np.ones(len(names)), abs=1e-12)
        assert matrix.min() >= 0


def test_five_years_are_divided_evenly_and_that_is_told() -> None:
    made = regroup(choose_columns(FIVES).ages, parse_groups("6-12"))
    assert made.matrix[:, 0].tolist()[:4] == pytest.approx([0, 0.8, 0.6, 0])
    assert [(split.column, round(split.part, 9), split.by) for split in made.splits] == [
        ("5~9세", 0.8, "uniform"), ("10~14세", 0.6, "uniform")]  # fmt: skip


def test_five_years_are_divided_by_shares() -> None:
    shares = {age: float(age) for age in range(101)}
    made = regroup(choose_columns(FIVES).ages, parse_groups("6-12"), shares)
    assert made.matrix[1, 0] == pytest.approx((6 + 7 + 8 + 9) / 35)
    assert made.matrix[2, 0] == pytest.approx((10 + 11 + 12) / 60)
    assert {split.by for split in made.splits} == {"shares"}


@pytest.mark.parametrize(
    ("names", "groups", "code"),
    [(["0~4세", "5~9세"], "0-12", "ages_missing"), (["p0", "p1", "p3"], "0-3", "ages_missing"),
     (["0~64세", "65세이상"], "75+", "age_column_open"), (["p0", "p1"], "65+", "ages_missing")],
)  # fmt: skip
def test_groups_that_the_columns_cannot_make(names, groups, code) -> None:
    with pytest.raises(AnalysisError) as caught:
        regroup(choose_columns(names).ages, parse_groups(groups))
    assert caught.value.code == code


def test_an_open_column_is_divided_by_shares() -> None:
    shares = dict.fromkeys(range(101), 1.0)
    made = regroup(choose_columns(["0~64세", "65세이상"]).ages, parse_groups("75+"), shares)
    assert made.matrix[1, 0] == pytest.approx(26 / 36)


def test_shares_from_rows_and_from_columns() -> None:
    long = single_year_shares(["연령", "인구"], [["0세", "1,200"], ["1", 1100], [2.0, "900"], ["100세 이상", 3]])
    assert long == {0: 1200.0, 1: 1100.0, 2: 900.0, 100: 3.0}
    wide = single_year_shares(
        ["행정구역", "2026년09월_계_0세", "2026년09월_계_1세"], [["가", "10", 4], ["나", 5, None]]
    )
    assert wide == {0: 15.0, 1: 4.0}


@pytest.mark.parametrize(
    ("names", "rows", "code"),
    [(["a", "b"], [[1, 2]], "shares_no_ages"), (["age", "share"], [["old", 1]], "shares_bad_value"),
     (["age", "share"], [[1, -1]], "shares_bad_value"), (["age", "share"], [[1, 1], ["1세", 2]], "shares_age_twice")],
)  # fmt: skip
def test_bad_shares(names, rows, code) -> None:
    with pytest.raises(AnalysisError) as caught:
        single_year_shares(names, rows)
    assert caught.value.code == code
