"""The FEATURES table: read, refused, made up and written back."""

from __future__ import annotations

import math
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.zones.recipe import (
    COLUMNS,
    MEASURES,
    FeatureRequest,
    check_recipe,
    default_recipe,
    parse_recipe,
    raster_field,
    rows,
    unique_names,
)
from seo_district_plugin.analysis.zones.rules import STREET_LAYER

KINDS = {"shops": "point", "roads": "line", "parks": "polygon", "dem": "raster", "monthly": "table"}


def test_a_table_as_people_type_it() -> None:
    table = [
        {"LAYER": " shops ", "Field": "", "MEASURE": "COUNT", "Radius": "300", "NAME": "Shops_300"},
        {"LAYER": None, "Field": pd.NA, "MEASURE": None, "Radius": math.nan, "NAME": ""},
        {"LAYER": "shops", "Field": "rent", "MEASURE": "mean", "Radius": 150.0, "NAME": None},
        {"LAYER": "학교", "Field": "", "MEASURE": "nearest", "Radius": "", "NAME": ""},
    ]
    assert parse_recipe(table) == [
        FeatureRequest("shops", "", "count", 300.0, "shops_300"),
        FeatureRequest("shops", "rent", "mean", 150.0, "rent_m150"),
        FeatureRequest("학교", "", "nearest", 0.0, "l2_near"),
    ]


def test_short_table_needs_only_layer_and_measure() -> None:
    assert parse_recipe([{"layer": "roads", "measure": "density"}]) == [
        FeatureRequest("roads", "", "density", 0.0, "roads_d")
    ]


ROW = {"layer": "shops", "field": "", "measure": "count", "radius": "", "name": "", "zone_field": ""}


@pytest.mark.parametrize(
    ("table", "code", "values"),
    [
        ([], "recipe_empty", {}),
        ([{**dict.fromkeys(ROW, "")}], "recipe_empty", {}),
        (
            [{"layer": "shops", "radius": "5"}],
            "recipe_column_missing",
            {"column": "measure", "columns": ["layer", "radius"]},
        ),
        ([{"measure": "count"}], "recipe_column_missing", {"column": "layer", "columns": ["measure"]}),
        ([ROW, {**ROW, "layer": " "}], "recipe_layer_missing", {"row": 2}),
        (
            [ROW, {**ROW, "measure": "Cuont"}],
            "recipe_measure_unknown",
            {"row": 2, "measure": "Cuont", "close": ["count"]},
        ),
        ([{**ROW, "measure": ""}], "recipe_measure_unknown", {"row": 1, "measure": ""}),
        ([{**ROW, "radius": "30O"}], "recipe_radius_invalid", {"row": 1, "radius": "30O"}),
        ([{**ROW, "radius": "-5"}], "recipe_radius_invalid", {"row": 1, "radius": "-5"}),
        ([{**ROW, "radius": "inf"}], "recipe_radius_invalid", {"row": 1, "radius": "inf"}),
        ([{**ROW, "radius": "nan"}], "recipe_radius_invalid", {"row": 1, "radius": "nan"}),
        ([{**ROW, "name": "상점 수"}], "recipe_name_invalid", {"row": 1, "name": "상점 수", "suggestion": "f"}),
        ([{**ROW, "name": "2nd"}], "recipe_name_invalid", {"row": 1, "suggestion": "f2nd"}),
        ([{**ROW, "name": "code"}], "recipe_name_taken", {"row": 1, "name": "code"}),
        (
            [{**ROW, "name": "shops_within_100"}, ROW, {**ROW, "name": "shops_within_500"}],
            "recipe_name_duplicate",
            {"row": 3, "name": "shops_within_500", "other": "shops_within_100", "other_row": 1},
        ),
    ],
)
def test_mistakes_are_named_with_their_row(table: list[dict], code: str, values: dict[str, object]) -> None:
    with pytest.raises(AnalysisError) as caught:
        parse_recipe(table, taken=["code", "fid"])
    assert caught.value.code == code
    assert values.items() <= caught.value.values.items()


@pytest.mark.parametrize(
    ("request_", "areal", "code", "values"),
    [
        (FeatureRequest("shop", "", "count", 0, "a"), True, "recipe_layer_unknown", {"row": 1, "close": ["shops"]}),
        (FeatureRequest("shops", "", "share", 0, "a"), True, "recipe_measure_not_for_kind", {"kind": "point"}),
        (FeatureRequest("parks", "", "mean", 0, "a"), True, "recipe_field_needed", {"measure": "mean"}),
        (FeatureRequest("parks", "x", "share", 0, "a"), True, "recipe_field_unused", {"field": "x"}),
        (FeatureRequest("monthly", "x", "sum", 9, "a"), True, "recipe_radius_unused", {"radius": 9}),
        (FeatureRequest("shops", "", "kernel_gaussian", 0, "a"), True, "recipe_radius_needed", {}),
        (FeatureRequest("roads", "", "length", 0, "a"), False, "recipe_radius_needed", {"layer": "roads"}),
        (FeatureRequest("dem", "", "share", 0, "a"), True, "recipe_field_needed", {}),
        (FeatureRequest("dem", "b1:forest", "share", 0, "a"), True, "recipe_classes_invalid", {"field": "b1:forest"}),
    ],
)
def test_requests_against_layers(request_: FeatureRequest, areal: bool, code: str, values: dict[str, object]) -> None:
    with pytest.raises(AnalysisError) as caught:
        check_recipe([request_], KINDS, areal)
    assert caught.value.code == code
    assert values.items() <= caught.value.values.items()
    assert caught.value.values["row"] == 1


def test_zones_without_area_allow_what_needs_none() -> None:
    requests = [
        FeatureRequest("roads", "", "nearest", 0, "a"),
        FeatureRequest("roads", "", "length", 100, "b"),
        FeatureRequest("dem", "", "mean", 0, "c"),
        FeatureRequest("monthly", "", "count", 0, "d"),
        FeatureRequest("shops", "", "count", 0, "e", zone_field="dong"),
    ]
    check_recipe(requests, KINDS, areal=False)
    assert len(requests) == 5


@pytest.mark.parametrize("areal", [True, False])
@pytest.mark.parametrize("radii", [(), (500, 100), (300.0,)])
def test_default_recipe_passes_its_own_checks(areal: bool, radii: tuple[float, ...]) -> None:
    requests = default_recipe(list(KINDS.items()), radii, ["fid", "code"], areal)
    check_recipe(requests, KINDS, areal)
    assert {request.layer for request in requests} == set(KINDS)
    assert parse_recipe(rows(requests), ["fid", "code"]) == requests
    within = [request.radius for request in requests if request.layer == "shops" and request.measure == "count"]
    assert within == (sorted(radii) or ([0] if areal else []))


def test_every_measure_survives_writing_and_reading() -> None:
    requests = [
        FeatureRequest(
            STREET_LAYER if kind == "street" else kind,
            "f" * (rule.field == "required"),
            measure,
            12.5 * (rule.radius != "no"),
            name,
        )
        for (kind, measure, rule), name in zip(
            [(kind, m, r) for kind, rules in MEASURES.items() for m, r in rules.items()],
            unique_names(["column"] * 60),
            strict=False,
        )
    ]
    table = rows(requests)
    assert list(table[0]) == list(COLUMNS)
    assert parse_recipe(table) == requests


def test_raster_fields() -> None:
    assert raster_field(" 2 ", "mean") == ("2", [])
    assert raster_field("1 2;3.5, 4", "share") == ("", [1, 2, 3.5, 4])
    assert raster_field("land:cover: 10", "share") == ("land:cover", [10])


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text(alphabet="aB9_ 가é-", max_size=14), max_size=25), st.lists(st.sampled_from(["a", "F", "f2"])))
def test_unique_names(texts: list[str], taken: list[str]) -> None:
    names = unique_names(texts, taken)
    assert len(names) == len(texts)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,9}", name) for name in names)
    assert len({*names, *(name.lower() for name in taken)}) == len(names) + len({name.lower() for name in taken})
