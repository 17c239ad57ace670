"""Ids as people write them, and a long table of costs by them."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.siting.ids import plain_id, plain_ids, repeated, table_costs


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("  A1 ", "A1"), ("7.0", "7"), ("7.00", "7"), (7.0, "7"), (7, "7"), ("007", "007"), ("-3.0", "-3"),
        ("60816029.01", "60816029.01"), ("7.10", "7.10"), ("", None), ("   ", None), (None, None), (float("nan"), None),
        ("1e3", "1e3"), ("서-1", "서-1"),
    ],
)  # fmt: skip
def test_plain_id(value, expected):
    assert plain_id(value) == expected


def test_repeated_ids_are_named_once_each():
    assert repeated(["b", "a", None, "b", None, "b", "c", "a"]) == ["b", "a"]


def table(*rows: tuple[object, object, float], demand=("A", "B"), sites=("1", "2"), **more):
    origin, destination, cost = zip(*rows) if rows else ((), (), ())
    return table_costs(plain_ids(origin), plain_ids(destination), np.array(cost), demand, sites, **more)


def test_costs_come_in_any_order_and_missing_pairs_stay_out():
    costs = table(("B", " 2.0", 4.0), ("A", 1, 7.5), ("A", "2", 0.0))
    assert costs.dense().tolist() == [[7.5, 0.0], [np.inf, 4.0]]


def test_rows_of_what_takes_no_part_are_known_and_unused():
    costs = table(("A", "1", 1.0), ("gone", "1", 5.0), ("A", "old", 2.0), other_demand=["gone"], other_sites=["old"])
    assert costs.dense().tolist() == [[1.0, np.inf], [np.inf, np.inf]]


def test_infinite_is_not_reachable():
    assert table(("A", "1", np.inf), ("B", "1", 3.0)).dense()[0, 0] == np.inf


@pytest.mark.parametrize(
    ("rows", "code", "first"),
    [
        ([("A", "1", np.nan)], "cost_table_not_numbers", ["A -> 1"]),
        ([("A", "1", 1.0), ("B", "2", -0.5)], "cost_table_negative", ["B -> 2"]),
        ([("A", "1", 1.0), ("A", "1.0", 2.0)], "cost_table_pair_twice", ["A -> 1"]),
        ([("A", "1", 1.0), ("X", "1", 2.0)], "cost_table_unknown", ["X"]),
        ([("A", "9", 1.0)], "cost_table_unknown", ["9"]),
        ([], "cost_table_empty", None),
    ],
)
def test_faults_of_the_table_are_named(rows, code, first):
    with pytest.raises(AnalysisError) as caught:
        table(*rows)
    assert caught.value.code == code
    assert caught.value.values.get("first") == first


def test_only_the_first_five_are_named():
    with pytest.raises(AnalysisError) as caught:
        table(*[("A", f"x{i}", 1.0) for i in range(12)])
    assert caught.value.values == {"kind": "destination", "count": 12, "first": [f"x{i}" for i in range(5)]}
