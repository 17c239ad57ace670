"""Joins by code against pandas, and codes set against places."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.zones.joins import JOINS, code_text, join_by_code, zone_of_point_with_code


def test_codes_compare_as_people_read_them() -> None:
    decomposed = (
        "\u1103\u116e\u11ab\u1109\u1161\u11ab\u1103\u1169\u11bc"  # 둔산동 in letters of its own, as macOS writes it
    )
    codes = [30170, 30170.0, " 30170 ", "30170.0", "30170.", "030170", None, math.nan, pd.NA, "", "  ", decomposed, 1.5]
    expected = ["30170"] * 5 + ["030170"] + [""] * 5 + ["둔산동", "1.5"]
    assert code_text(np.array(codes, dtype=object)).tolist() == expected
    assert code_text(np.array([3017051000.0, 1.0])).tolist() == ["3017051000", "1"]
    assert code_text([]).tolist() == []


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(["1", "2", "3", "x", ""]), min_size=1, max_size=6),
    st.lists(
        st.tuples(st.sampled_from([1, 2.0, " 3 ", "x", "9", None, ""]), st.sampled_from([1.0, 5.0, -2.5, math.nan])),
        max_size=30,
    ),
)
def test_against_pandas(zone_codes: list[str], records: list[tuple[object, float]]) -> None:
    codes = [code for code, _ in records]
    values = np.array([value for _, value in records], dtype=float)
    texts = pd.Series([str(c).strip().replace(".0", "") if c not in (None, "") else None for c in codes], dtype=object)
    grouped = pd.Series(values).groupby(texts)
    for how in JOINS:
        joined = join_by_code(zone_codes, codes, values, how)
        lookup = grouped.agg(how).to_dict() if len(records) else {}
        empty = 0.0 if how in ("count", "sum") else math.nan
        expected = [lookup.get(code, empty) if code else empty for code in zone_codes]
        assert joined.values.tolist() == pytest.approx(expected, nan_ok=True)
        known = set(zone_codes) - {""}
        assert joined.unknown == sum(1 for t in texts if t is not None and t not in known)
        assert joined.blank == int(texts.isna().sum())
        assert joined.unmatched == sum(1 for code in zone_codes if not code or code not in set(texts.dropna()))


def test_records_are_counted_and_examples_named() -> None:
    joined = join_by_code(["a", "b"], ["a", "a", "q", "p", "q", ""], None, "count")
    assert joined.values.tolist() == [2, 0]
    assert (joined.unknown, joined.unknown_codes, joined.blank, joined.unmatched) == (3, ["q", "p"], 1, 1)


def test_first_text_and_counted_texts() -> None:
    values = np.array([None, "late", "early", "x"], dtype=object)
    assert join_by_code(["a", "b", "c"], ["a", "a", "b", "z"], values, "first").values.tolist() == [
        "late",
        "early",
        None,
    ]
    assert join_by_code(["a", "b", "c"], ["a", "a", "b", "z"], values, "count").values.tolist() == [1, 1, 0]


def test_texts_cannot_be_summed() -> None:
    with pytest.raises(AnalysisError) as caught:
        join_by_code(["a"], ["a"], np.array(["x"], dtype=object), "sum", "monthly", "people")
    assert caught.value.code == "feature_field_not_numeric"
    assert caught.value.values == {"layer": "monthly", "field": "people", "measure": "sum"}
    with pytest.raises(ValueError, match="unknown join"):
        join_by_code(["a"], ["a"], np.ones(1), "median")
    with pytest.raises(ValueError, match="without values"):
        join_by_code(["a"], ["a"], None, "sum")


def test_no_records_at_all() -> None:
    joined = join_by_code([101, 102], np.array([], dtype=object), np.array([]), "mean")
    assert np.isnan(joined.values).all()
    assert joined.unmatched == 2


def test_the_code_of_a_record_wins_over_its_place() -> None:
    zones = [11, 22, 33, 22]  # 22 has two parts
    codes = ["11", "22.0", 33, None, "99", 22, "22", "", 11]
    #        agree  part 3 wrong none  wrong nowhere stays nowhere two zones
    inside = np.array([0, 0, 1, 1, 1, 2, 3]), np.array([0, 2, 3, 4, 8, 6, 1])
    inside = np.append(inside[0], 0), np.append(inside[1], 8)
    order = np.lexsort(inside[::-1])
    result = zone_of_point_with_code(zones, codes, (inside[0][order], inside[1][order]))
    assert result.zone.tolist() == [0, 3, 2, 1, 1, -1, 2, -1, 0]
    assert result.by_code == 4
    assert result.by_place == 3
    assert result.ambiguous.tolist() == [5]
    assert result.disagreements == 2  # records 2 and 6 lie in zones of other codes
    assert result.unknown == 1
    assert result.blank == 2
    zone, point = result.pairs()
    assert zone.tolist() == [0, 0, 1, 1, 2, 2, 3]
    assert point.tolist() == [0, 8, 3, 4, 2, 6, 1]


def test_assignment_without_zones_or_pairs() -> None:
    nobody = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    assert zone_of_point_with_code([], ["a", None], nobody).zone.tolist() == [-1, -1]
    assert zone_of_point_with_code(["", None], ["", "a"], nobody).zone.tolist() == [-1, -1]
    assert zone_of_point_with_code(["a"], [], nobody).zone.tolist() == []
