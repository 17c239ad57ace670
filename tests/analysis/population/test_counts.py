"""Tables of counts: cells, codes, hidden values, rows that are totals."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.population.ages import parse_groups
from seo_district_plugin.analysis.population.counts import (
    match_rows,
    parent_rows,
    read_cells,
    wide_form,
    zone_code,
)
from seo_district_plugin.analysis.population.zonecounts import Settings, zone_counts


def test_cells_of_all_kinds() -> None:
    cells = ["1,234", " 5 ", "１２", 7, 2.5, "*", "N/A", "-", "", None, float("nan"), "0"]
    found = read_cells({"n": cells})
    assert found.values[:5, 0].tolist() == [1234, 5, 12, 7, 2.5] and found.values[-1, 0] == 0
    assert np.flatnonzero(found.hidden[:, 0]).tolist() == [5, 6, 7]
    assert np.flatnonzero(found.blank[:, 0]).tolist() == [8, 9, 10]
    assert np.isnan(found.values[5:11, 0]).all(), "what is hidden is never 0"
    everything = read_cells({"n": cells}, blanks_hide=True)
    assert everything.hidden.sum() == 6 and not everything.blank.any()
    nothing = read_cells({"n": cells}, marks_hide=False)
    assert not nothing.hidden.any() and nothing.blank.sum() == 6


def test_cells_that_an_import_noted_as_masked() -> None:
    found = read_cells({"p5": [None, None], "p6": [None, 3]}, flags=["masked: p5; unreadable: p6=x", None])
    assert found.hidden.tolist() == [[True, False], [False, False]]
    assert found.blank.tolist() == [[False, True], [True, False]]


@pytest.mark.parametrize(
    ("cell", "code"), [("many", "count_not_number"), (-3, "count_negative"), ("1e999", "count_not_number")]
)
def test_cells_that_are_no_counts_are_named_by_row_alone(cell, code) -> None:
    with pytest.raises(AnalysisError) as caught:
        read_cells({"n": [1, cell]})
    assert caught.value.code == code and caught.value.values == {"field": "n", "row": 2}


@pytest.mark.parametrize(
    ("code", "text"),
    [(3017051000.0, "3017051000"), ("3017051000.0", "3017051000"), (" 가 ", "가"), (None, ""), (float("nan"), ""),
     ("대전광역시 서구 복수동(3017051000)", "3017051000"), ("011", "011"), ("동 (2)", "동 (2)")],
)  # fmt: skip
def test_codes(code, text) -> None:
    assert zone_code(code) == text


def test_codes_of_ten_digits_match_codes_of_eight() -> None:
    match = match_rows(["30170510", "30170520"], ["3017052000", "3017051000", "3017000000"])
    assert match.shortened and match.zone_of_row.tolist() == [1, 0, -1]
    assert not match_rows(["3017051000"], ["3017051000"]).shortened


def test_zones_of_one_code_are_one_zone_and_blank_codes_none() -> None:
    match = match_rows(["a", "b", "a", None], ["b", "a", ""])
    assert match.codes == ["a", "b"] and match.zone.tolist() == [0, 1, 0, -1]
    assert match.zone_of_row.tolist() == [1, 0, -1]


def test_codes_of_two_agencies_are_refused_with_examples() -> None:
    with pytest.raises(AnalysisError) as caught:
        match_rows(["25030510"], ["30170510"])
    assert caught.value.code == "counts_no_match" and caught.value.values["zones"] == ["25030510"]


def test_several_rows_of_a_zone_are_refused() -> None:
    with pytest.raises(AnalysisError) as caught:
        match_rows(["a", "b"], ["a", "a", "b"])
    assert caught.value.code == "counts_code_twice" and caught.value.values == {"count": 1, "codes": ["a"]}


def test_rows_that_are_totals() -> None:
    rows = ["3000000000", "3017000000", "3017051000", "3017052000", "3023000000", "3023051000", "합계", "3017053000"]
    zone_of_row = np.array([-1, -1, 0, 1, -1, -1, -1, -1])
    total, parent = parent_rows(rows, zone_of_row)
    assert np.flatnonzero(total).tolist() == [0, 1, 4, 6]
    assert parent.tolist() == [-1, -1, 1, 1, -1, 4, -1, 1], "each dong belongs to its district, not to the province"


def test_a_dong_is_the_total_of_its_tracts() -> None:
    total, parent = parent_rows(["25030510", "25030510010001", "25030510010002", "99"], np.array([-1, 0, 1, -1]))
    assert total.tolist() == [True, False, False, False] and parent.tolist() == [-1, 0, 0, -1]


def test_long_form() -> None:
    codes, columns = wide_form(["a", "a", "b"], ["to_in_001", "in_age_001", "to_in_001"], ["10", "N/A", 7])
    assert codes == ["a", "b"] and columns == {"to_in_001": ["10", 7], "in_age_001": ["N/A", None]}
    with pytest.raises(AnalysisError) as caught:
        wide_form(["a", "a"], ["x", "x"], [1, 2])
    assert caught.value.code == "counts_item_twice"


AGES = {"p0_9": 0, "p10_19": 1, "p20_84": 2, "p85_up": 3}


def counted(rows: dict[str, list], settings: Settings, zones=("a", "b"), names=(*AGES, "total")):
    columns = {name: [cells[at] for cells in rows.values()] for at, name in enumerate(names)}
    match = match_rows(list(zones), list(rows))
    return zone_counts(list(rows), columns, match, settings)


def test_people_of_groups() -> None:
    found = counted({"a": [1, 2, 3, 4, 10], "b": [5, 6, 7, 8, 26]}, Settings(parse_groups("0-19,20+")))
    assert found.counts.tolist() == [[3, 7], [11, 15]]
    assert [group.field for group in found.groups] == ["p_0_19", "p_20_up"]
    assert found.low.tolist() == found.high.tolist() == [10, 26] and found.differences == (0, 0.0)


def test_hidden_ages_meet_the_total_of_the_zone() -> None:
    found = counted({"a": [1, "*", "*", 4, 10], "b": [5, 6, 7, "*", "*"]}, Settings(parse_groups("0-9,10-19,20+")))
    assert found.counts[0].tolist() == [1, 2.5, 6.5] and found.hidden == 3
    assert (found.low[0], found.high[0]) == (10, 10), "the total is known"
    assert (found.low[1], found.high[1]) == (19, 22) and found.counts[1].sum() == 20.5


def test_hidden_ages_meet_the_total_of_the_parent() -> None:
    rows = {"a": [1, "*", 3, 4, 10], "b": [5, "*", 7, 8, 26], "합계": [6, 3, 10, 12, 31]}
    found = counted(rows, Settings(parse_groups("10-19")), names=(*AGES, "none"))
    assert found.counts[:, 0].tolist() == [1.5, 1.5] and found.total_rows == [2]
    assert (found.low.tolist(), found.high.tolist()) == ([1, 1], [2, 2]), "of 3 people in two zones each has 1 or 2"


def test_everybody_and_each_column() -> None:
    rows = {"a": [1, 2, 3, 4, 10], "b": [5, 6, 7, 8, 26]}
    assert counted(rows, Settings()).counts.tolist() == [[10], [26]]
    each = counted(rows, Settings(each=True))
    assert [group.field for group in each.groups] == ["p_0_9", "p_10_19", "p_20_84", "p_85_up", "p_c5"]
    assert each.counts[0].tolist() == [1, 2, 3, 4, 10]


def test_rows_and_zones_without_each_other_are_told() -> None:
    found = counted({"a": [1, 2, None, 4, 7], "zz": [1, 1, 1, 1, 4]}, Settings(parse_groups("0-19,20+")), ("a", "b"))
    assert [(row, people.tolist()) for row, people in found.orphans] == [(1, [2, 2])]
    assert found.without_row == [1] and found.blanks == [(0, 1)]


def test_ages_that_do_not_add_up_to_the_total_are_told() -> None:
    found = counted({"a": [1, 2, 3, 4, 12], "b": [1, 1, 1, 1, 4]}, Settings(parse_groups("0+")))
    assert found.differences == (1, -2.0) and found.counts.tolist() == [[10], [4]]


def test_whole_people_keep_the_sum_of_the_zone() -> None:
    settings = Settings(parse_groups("0-9,10-19,20+"), whole=True)
    found = counted({"a": [1, "*", "*", 4, 10], "b": [5, 6, 7, 8, 26]}, settings)
    assert found.counts[0].sum() == 10 and (found.counts == np.rint(found.counts)).all() and found.rounded == 0.5


@pytest.mark.parametrize(
    ("settings", "names", "code"),
    [(Settings(), ("x", "y"), "counts_no_columns"), (Settings(parse_groups("0-5")), ("pop", "y"), "counts_no_ages")],
)
def test_columns_that_say_nothing(settings, names, code) -> None:
    with pytest.raises(AnalysisError) as caught:
        counted({"a": [1, 2], "b": [3, 4]}, settings, names=names)
    assert caught.value.code == code


def test_one_column_is_counted_whatever_its_name() -> None:
    assert counted({"a": [1], "b": [3]}, Settings(), names=("val",)).counts.tolist() == [[1], [3]]
