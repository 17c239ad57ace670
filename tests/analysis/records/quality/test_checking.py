"""All checks together: a clean table gives nothing, each planted fault is counted exactly."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality_tables import clean, number, text

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.records.quality.checking import Checked, Request, check_table
from seo_district_plugin.analysis.records.quality.findings import CHECKS
from seo_district_plugin.analysis.records.quality.places import Places

TODAY = dt.date(2026, 6, 1)


def check(fields, places=None, **settings) -> Checked:
    fields = list(fields.values()) if isinstance(fields, dict) else list(fields)
    rows = len(fields[0])
    return check_table(fields, rows, Request(TODAY, **settings), places)


def counted(checked: Checked) -> dict[str, int]:
    found: dict[str, int] = {}
    for batch in checked.batches:
        found[batch.check] = found.get(batch.check, 0) + batch.findings
    return found


def changed(name: str, **cells) -> dict:
    """The clean table with cells of a text field replaced: ``changed("place", r5="x")``."""
    table = clean()
    values = [table[name].values[code] for code in table[name].codes]
    for row, value in cells.items():
        values[int(row[1:])] = value
    table[name] = text(name, values)
    return table


def test_a_clean_table_gives_nothing():
    checked = check(clean(), keys=("mng_no",))
    assert checked.batches == []
    assert checked.quality_share == 1.0 and checked.rows == checked.sound == 200
    assert [profile.missing for profile in checked.profiles] == [0] * 8


@pytest.mark.parametrize(
    ("name", "cells", "expected"),
    [
        ("mng_no", {"r9": "L000003", "r10": "L000003"}, {"key_duplicate": 2}),
        ("mng_no", {"r9": "  ", "r30": None}, {"key_missing": 2, "field_missing": 1}),
        ("place", {"r4": "¼­±¸ Áß¾Ó·Î", "r5": "ì„œêµ¬ ì¤‘ì•™", "r6": "서�", "r7": "??? ??"}, {"encoding_damage": 4}),
        ("place", {"r4": "앞 뒤 ", "r5": " 앞"}, {"blanks_around": 1}),
        ("place", {"r4": "줄\n바꿈", "r5": "보이지\u200b않음"}, {"control_characters": 1}),
        ("place", {"r4": "#REF!", "r5": "1.0E+10"}, {"excel_damage": 2}),
        ("kind", {"r4": "*", "r5": "N/A", "r6": ""}, {"value_masked": 1, "field_missing": 1}),
        ("updated", {"r4": "2026-02-30", "r5": "2026-13-01"}, {"date_impossible": 2}),
        ("updated", {"r4": "2026-07-01"}, {"date_future": 1}),
        ("updated", {"r4": "2019-07-01", "r5": "2020-01-01"}, {"date_stale": 2}),
        ("updated", {"r4": "2026. 3. 1.", "r5": "2026/03/02"}, {"date_mixed": 1}),
        ("updated", {"r4": "언제인지 모름"}, {"date_unreadable": 1}),
        ("zone_code", {"r4": "3171001", "r40": "3171002"}, {"leading_zero": 1}),
    ],
)
def test_planted_faults_are_counted_exactly(name, cells, expected):
    checked = check(changed(name, **cells), keys=("mng_no",))
    assert counted(checked) == expected


def test_rows_with_an_error_lower_the_quality():
    checked = check(changed("place", r4="서�", r5="서�"), keys=("mng_no",))
    assert checked.count("error") == 2
    assert checked.sound == 198 and checked.quality_share == pytest.approx(0.99)
    assert [batch.rows.tolist() for batch in checked.batches] == [[4, 5]]


def test_repeated_rows_and_rows_under_another_number():
    table = clean(60)
    doubled = {}
    for name, given_field in table.items():
        values = [given_field.values[code] for code in given_field.codes]
        values += [values[3], values[7]]
        if name == "mng_no":
            values[-1] = "L999999"  # the same content under a new number
        doubled[name] = text(name, [str(value) for value in values])
    found = counted(check(doubled))
    assert found["row_duplicate"] == 1 and found["row_repeated"] == 1


def test_outlier_and_unit_are_told_apart():
    values = np.round(np.random.default_rng(2).normal(100.0, 10.0, 300), 1)
    one = values.copy()
    one[7] = 9000.0
    assert counted(check([number("watts", one.tolist())])) == {"outlier": 1}
    many = values.copy()
    many[:9] *= 1000.0
    checked = check([number("watts", many.tolist())])
    assert counted(checked) == {"unit_suspicion": 1}
    assert checked.batches[0].values["factor"] == 1000.0 and checked.batches[0].rows.tolist() == list(range(9))


def test_numbers_as_text_field_by_field_or_once_for_an_untyped_file():
    rows = 60
    words = text("place", [f"중앙공원 {i}" for i in range(rows)])
    watts = text("watts", [f"{100 + i % 30}.{i % 10}" for i in range(rows)])
    lamps = text("lamps", [f"{1 + i % 5}" for i in range(rows)])
    typed_one = number("height", [3.0 + i % 7 for i in range(rows)])
    mixed = check([words, watts, lamps, typed_one])
    assert counted(mixed) == {"numbers_as_text": 2}
    untyped = check([words, watts, lamps])
    assert counted(untyped) == {"numbers_as_text": 1}
    assert untyped.batches[0].kind == "all" and untyped.batches[0].values == {"fields": 2}


def test_a_fault_of_most_rows_is_one_finding_of_the_field():
    few = check([text("updated", ["2019-01-01"] * 40)])
    assert counted(few)["date_stale"] == 40
    many = check([text("updated", ["2019-01-01"] * 200)])
    assert counted(many)["date_stale"] == 1
    (batch,) = many.batches
    assert batch.whole and len(batch.rows) == 200


def test_places_are_checked_along():
    table = clean(100)
    own = np.column_stack((np.arange(100) * 50.0, np.full(100, 10.0)))
    own[7] = own[3]
    own[9] = own[3]
    own[20] = own[21] + (0.4, 0.3)
    same = np.unique(own, axis=0, return_inverse=True)[1].ravel()
    inside = np.ones(100, dtype=bool)
    inside[[50, 51]] = False
    away = np.full(100, np.nan)
    away[50], away[51] = 12.0, 900.0
    places = Places(own, np.hstack((own, own)), same, "point", inside, np.zeros(100, dtype=bool), away)
    found = counted(check(table, places, tolerance=1.0, margin=20.0))
    assert found == {"place_shared": 1, "place_near": 1, "place_outside": 1}
    keyed = check(table, places, keys=("kind",), key_place=True, tolerance=0.0, margin=20.0)
    kinds = [table["kind"].stripped[table["kind"].codes[row]] for row in (3, 7, 9)]
    assert keyed.count(check="key_duplicate") == 3 - len(set(kinds))


def test_every_finding_is_registered_and_ordered_by_severity():
    checked = check(changed("place", r4="서�", r5=" x", r6="1.0E+10"), keys=("mng_no",))
    assert {batch.check for batch in checked.batches} <= set(CHECKS)
    severities = [batch.severity for batch in checked.batches]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)


def test_wrong_requests_are_refused():
    with pytest.raises(AnalysisError) as caught:
        check(clean(), keys=("nothing",))
    assert caught.value.code == "quality_field_missing" and caught.value.values == {"field": "nothing"}
    with pytest.raises(AnalysisError, match="quality_rows_differ"):
        check_table([text("a", ["1"]), text("b", ["1", "2"])], 1, Request(TODAY))


def test_cancel_is_passed_on():
    def stop(part: float) -> None:
        if part > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_table(list(clean().values()), 200, Request(TODAY), tick=stop)


@given(st.lists(st.tuples(st.none() | st.text(max_size=12), st.none() | st.floats()), max_size=60))
def test_any_table_can_be_checked(rows):
    """Whatever stands in the cells: no exception, and the counts add up."""
    fields = [text("a", [row[0] for row in rows]), number("b", [row[1] for row in rows])]
    checked = check_table(fields, len(rows), Request(TODAY, keys=("a",)))
    assert checked.rows == len(rows) and 0 <= checked.sound <= len(rows)
    assert checked.count() == sum(checked.count(severity) for severity in ("error", "warning", "note"))
    for batch in checked.batches:
        assert np.all(np.diff(batch.rows) > 0) and (not len(batch.rows) or batch.rows[-1] < len(rows))
        assert all(len(entries) == len(batch.rows) for entries in batch.each.values())
    for profile, given_field in zip(checked.profiles, fields, strict=True):
        assert profile.missing + int(given_field.counts.sum()) == len(rows)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=80))
def test_duplicate_keys_against_a_dictionary(keys):
    checked = check_table([text("k", [f"key {key}" for key in keys])], len(keys), Request(TODAY, keys=("k",)))
    seen: dict[int, int] = {}
    expected = []
    for row, key in enumerate(keys):
        if key in seen:
            expected.append((row, seen[key]))
        seen.setdefault(key, row)
    found = [batch for batch in checked.batches if batch.check == "key_duplicate"]
    told = list(zip(found[0].rows.tolist(), found[0].each["first"].tolist())) if found else []
    assert told == expected
