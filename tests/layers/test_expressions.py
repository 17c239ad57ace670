"""Exclusion rules: what is wrong with them, and which one is true for which row."""

from __future__ import annotations

import pytest


@pytest.fixture
def read(make_layer):
    """Return a function that reads rows (number, text, wkt) as a run does."""
    from seo_district_plugin.layers.sources import from_layer

    def make(rows):
        given = from_layer(make_layer(rows, fields=("n:double", "t:string")), "INPUT")
        return given, given.read(None, want="point")

    return make


ROWS = [
    (1.0, "a", "Point (234000 416000)"),
    (5.0, None, "Point (234100 416000)"),
    (None, "c", "Point (234200 416000)"),
    (9.0, "", "Point (234300 416000)"),
]


def test_rules_are_lines() -> None:
    from seo_district_plugin.layers.expressions import split_rules

    assert split_rules(' "a" < 1 \n\n\t\n"b" > 2\r\n') == ['"a" < 1', '"b" > 2']
    assert split_rules("") == []


@pytest.mark.parametrize(
    ("rule", "kinds"),
    [
        ('"n" < 3', []),
        ('"N" < 3 and n > 0', []),
        ('"m" < 3 or "k" = 1', ["field", "field"]),
        ('"n" <', ["syntax"]),
        ("$area > 3", []),
        ("x_coordinate > 3", ["field"]),
        ("foo(1)", ["syntax"]),
    ],
)
def test_problems_of_a_rule(qgis_app, rule, kinds) -> None:
    from seo_district_plugin.layers.expressions import rule_problems

    found = list(rule_problems([rule], ["n", "t"]))
    assert [kind for _, kind, _ in found] == kinds
    assert all(quoted == rule and detail for quoted, _, detail in found)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (['"n" < 3'], [0, None, None, None]),
        (['"n" > 4', '"n" > 0'], [1, 0, None, 0]),
        (['"n" is null'], [None, None, 0, None]),
        (["\"t\" = ''"], [None, None, None, 0]),
        (['"t" is null'], [None, 0, None, None]),
        (["true"], [0, 0, 0, 0]),
        (["0"], [None] * 4),
        (['"n" - 5'], [0, None, None, 0]),
        (["$x > 234150"], [None, None, 0, 0]),
        (["within($geometry, buffer(make_point(234100, 416000), 1))"], [None, 0, None, None]),
        ([], [None] * 4),
    ],
)
def test_the_first_true_rule_of_each_row(read, rules, expected) -> None:
    from seo_district_plugin.layers.expressions import first_true_rule

    given, table = read(ROWS)
    assert first_true_rule(rules, given, table) == ["" if number is None else rules[number] for number in expected]


@pytest.mark.parametrize(
    ("rule", "code", "row"),
    [
        ('to_int("t") > 1', "rule_failed", 1),
        ("'text'", "rule_not_logical", 1),
        ('"t"', "rule_not_logical", 1),
        ("if(\"n\" = 5, 'x', false)", "rule_not_logical", 2),
        ("$geometry", "rule_not_logical", 1),
        ('mean("n") > 1', "rule_failed", 1),
    ],
)
def test_a_rule_that_gives_no_answer_is_an_error_with_its_row(read, rule, code, row) -> None:
    from seo_district_plugin.layers.errors import LayerError
    from seo_district_plugin.layers.expressions import first_true_rule

    given, table = read(ROWS)
    with pytest.raises(LayerError) as caught:
        first_true_rule([rule], given, table)
    assert caught.value.code == code
    assert (caught.value.values["row"], caught.value.values["rule"]) == (row, rule)
    assert caught.value.values["layer"] == "places"


def test_many_rows_report_progress_and_can_be_stopped(read) -> None:
    from seo_district_plugin.layers.expressions import first_true_rule

    given, table = read([(float(i), "x", "Point (234000 416000)") for i in range(5000)])
    seen = []
    found = first_true_rule(['"n" % 2 = 0'], given, table, seen.append)
    assert sum(map(bool, found)) == 2500
    assert len(seen) == 3 and seen == sorted(seen) and 0 <= seen[0] and seen[-1] <= 1

    def stop(_fraction):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        first_true_rule(["true"], given, table, stop)


def test_python_values_keep_null_apart(read) -> None:
    from seo_district_plugin.layers.expressions import python_values

    _, table = read(ROWS)
    assert python_values(table, "n") == [1.0, 5.0, None, 9.0]
    assert python_values(table, "t") == ["a", None, "c", ""]
