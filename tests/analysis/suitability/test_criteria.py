"""The table of criteria, good and bad."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.suitability.criteria import (
    COLUMNS,
    TRANSFORMS,
    Criterion,
    default_criteria,
    parse_criteria,
    rows,
)

FIELDS = ["stores", "road_near", "Flow", "landuse"]
PROFILES = Path(__file__).resolve().parents[3] / "seo_district_plugin" / "resources" / "profiles"


def test_full_table():
    table = [
        {"FIELD": "stores", " Weight": "2", "Direction": "Benefit", "TRANSFORM": "Linear", "low": "0", "high": 50.5},
        {
            "field": "road_near",
            "weight": 1,
            "direction": "낮을수록 좋음",
            "transform": "gaussian",
            "low": 5,
            "high": 2.5,
        },
        {"field": "flow", "weight": 0.5, "transform": "piecewise", "points": "0:0;100:1"},
        {"field": "landuse", "weight": 1.0, "direction": None, "transform": "category", "points": "상업=1; *=0"},
    ]
    assert parse_criteria(table, FIELDS) == [
        Criterion("stores", 2.0, "benefit", "linear", 0.0, 50.5),
        Criterion("road_near", 1.0, "cost", "gaussian", 5.0, 2.5),
        Criterion("Flow", 0.5, "benefit", "piecewise", points="0:0;100:1"),
        Criterion("landuse", 1.0, "benefit", "categories", points="상업=1; *=0"),
    ]


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        (
            ["benefit", "Positive", "MAX", "higher", "up", "+", "1", 1, 1.0, "높을수록", "", None, float("nan")],
            "benefit",
        ),
        (["cost", "negative", "min", "LOWER", "down", "-", "-1", -1, -1.0, "낮을수록", " cost "], "cost"),
    ],
)
def test_words_for_directions(words, direction):
    for word in words:
        table = [{"field": "stores", "weight": 1, "direction": word}]
        assert parse_criteria(table, FIELDS)[0].direction == direction


def test_blank_rows_are_passed_over_but_counted():
    table = [
        {"field": "", "weight": None},
        {"field": "stores", "weight": "1"},
        {"field": " ", "weight": ""},
        {"field": "x", "weight": "1"},
    ]
    with pytest.raises(AnalysisError) as caught:
        parse_criteria(table, FIELDS)
    assert caught.value.values["row"] == 4
    assert len(parse_criteria(table[:3], FIELDS)) == 1


def test_weights_may_come_from_elsewhere():
    assert parse_criteria([{"field": "stores"}], FIELDS, weights_needed=False) == [Criterion("stores")]
    assert parse_criteria([{"field": "stores", "weight": 0}], FIELDS, weights_needed=False)[0].weight == 0


def test_remark_columns_are_allowed():
    table = [{"field": "stores", "weight": 1, "source": "a study", "비고": "x", "flow": 3, "low": ""}]
    assert len(parse_criteria(table, FIELDS)) == 1


def one(**cells: object) -> list[dict[str, object]]:
    return [{"field": "stores", "weight": 1, **cells}]


@pytest.mark.parametrize(
    ("table", "code", "values"),
    [
        ([], "criteria_empty", {}),
        ([{"field": "", "weight": None}], "criteria_empty", {}),
        ([{"weight": 1}], "criteria_missing_column", {"column": "field", "found": ["weight"]}),
        ([{"field": "stores"}], "criteria_missing_column", {"column": "weight"}),
        (one(transfrom="linear"), "criteria_unknown_column", {"column": "transfrom", "suggestion": "transform"}),
        (one(Weight=2), "criteria_repeated_column", {"column": "weight"}),
        ([{"field": "", "weight": 2}], "criteria_field_blank", {"row": 1}),
        (one(field="store"), "criteria_unknown_field", {"row": 1, "field": "store", "suggestions": ["stores"]}),
        (one(field="zzz"), "criteria_unknown_field", {"suggestions": [], "available": FIELDS}),
        (one() + one(field="STORES"), "criteria_duplicate_field", {"row": 2, "field": "stores", "first_row": 1}),
        (one(weight=""), "criteria_not_a_number", {"row": 1, "column": "weight", "text": ""}),
        (one(weight="1,5"), "criteria_not_a_number", {"column": "weight", "text": "1,5"}),
        (one(weight="1_000"), "criteria_not_a_number", {"column": "weight", "text": "1_000"}),
        (one(weight=float("inf")), "criteria_not_a_number", {"column": "weight", "text": "inf"}),
        (one(low="many"), "criteria_not_a_number", {"column": "low", "text": "many"}),
        (one(weight=-1), "criteria_negative_weight", {"row": 1, "field": "stores", "weight": -1.0}),
        (one(weight=0), "criteria_weights_zero", {"criteria": 1}),
        (one(direction="benifit"), "criteria_unknown_word", {"column": "direction", "suggestions": ["benefit"]}),
        (one(transform="lineal"), "criteria_unknown_word", {"row": 1, "text": "lineal", "suggestions": ["linear"]}),
        (one(transform="zzz"), "criteria_unknown_word", {"known": list(TRANSFORMS), "suggestions": []}),
        (one(transform="linear", low=3, high=3), "criteria_range", {"row": 1, "low": 3.0, "high": 3.0}),
        (one(transform="gaussian", low=3), "criteria_bounds_missing", {"row": 1, "field": "stores"}),
        (one(transform="gaussian", low=3, high=0), "criteria_width", {"row": 1, "width": 0.0}),
        (one(transform="piecewise"), "criteria_points_missing", {"transform": "piecewise"}),
        (one(transform="piecewise", points="0:0;5:7"), "criteria_points", {"text": "5:7", "points": "0:0;5:7"}),
        (one(transform="categories", points="a=1;b"), "criteria_points", {"row": 1, "text": "b"}),
    ],
)
def test_faults_are_named(table, code, values):
    with pytest.raises(AnalysisError) as caught:
        parse_criteria(table, FIELDS)
    assert caught.value.code == code
    assert {key: caught.value.values[key] for key in values} == values


def test_simple_use_has_equal_weights():
    criteria = default_criteria(["a", "b"])
    assert [(c.weight, c.direction, c.transform) for c in criteria] == [(1.0, "benefit", "percentile")] * 2
    for fields in ([], ["a", "a"]):
        with pytest.raises(AnalysisError):
            default_criteria(fields)


criterion_strategy = st.builds(
    Criterion,
    field=st.just("stores"),
    weight=st.floats(1e-6, 1e6),
    direction=st.sampled_from(["benefit", "cost"]),
    transform=st.just("linear"),
    low=st.one_of(st.none(), st.floats(-1e9, 0.0)),
    high=st.one_of(st.none(), st.floats(0.001, 1e9)),
)


@settings(deadline=None, max_examples=60)
@given(criterion_strategy)
def test_written_rows_are_read_back_the_same_even_through_csv(criterion):
    written = rows([criterion])
    assert parse_criteria(written, FIELDS) == [criterion]
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(written)
    assert parse_criteria(list(csv.DictReader(io.StringIO(file.getvalue()))), FIELDS) == [criterion]


@pytest.mark.parametrize("profile", ["kr", "generic"])
def test_packaged_notice_board_table_reads(profile):
    fields = ["stores", "store_mix", "flow", "bike_near", "school_pupils", "road_near", "road_length"]
    with open(PROFILES / profile / "criteria" / "noticeboard.csv", encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    criteria = parse_criteria(table, fields)
    assert [criterion.field for criterion in criteria] == fields
    assert {criterion.weight for criterion in criteria} == {1.0}
    assert [c.field for c in criteria if c.direction == "cost"] == ["bike_near", "road_near"]
    assert all(row["source"] for row in table)
    assert list(table[0]) == ["field", "label", *COLUMNS[1:], "source"]
