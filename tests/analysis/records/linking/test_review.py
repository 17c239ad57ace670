"""Decisions of people: read, checked, completed; and which pairs are asked first."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.records.linking.review import (
    COLUMNS,
    Verdicts,
    checked,
    choose,
    closure,
    information,
)

REGISTERS, IDS = ["가", "가", "나", "나", "나"], ["1", "2", "A", "B", "B"]


def read(*lines: tuple[str, ...]) -> tuple[Verdicts, list[int]]:
    return Verdicts.of(REGISTERS, IDS, pd.DataFrame(lines, columns=list(COLUMNS)))


def pairs(verdicts: Verdicts) -> set[tuple[int, int, bool]]:
    return set(zip(verdicts.a.tolist(), verdicts.b.tolist(), verdicts.same.tolist()))


def test_decisions_are_found_by_register_and_id() -> None:
    found, unknown = read(
        ("가", "1.0", "나", "A", "same"), ("나", "A", "가", " 2 ", "different"), ("가", "1", "나", "A", "unsure"),
        ("가", "1", "나", "B", ""), ("가", "1", "나", "C", "same"), ("다", "1", "나", "A", "같음"),
    )  # fmt: skip
    assert pairs(found) == {(0, 2, True), (1, 2, False)} and unknown == [4, 5]


def test_an_id_in_several_rows_means_all_of_them() -> None:
    assert pairs(read(("가", "1", "나", "B", "다름"))[0]) == {(0, 3, False), (0, 4, False)}


def test_contradictions_are_listed() -> None:
    with pytest.raises(AnalysisError) as caught:
        checked([0, 1], [1, 0], [True, False])
    assert caught.value.code == "link_reviewed_contradict" and caught.value.values["rows"] == [(0, 1)]
    with pytest.raises(AnalysisError) as caught:
        checked([0, 1, 2, 4], [1, 2, 0, 5], [True, True, False, False])
    assert caught.value.values["rows"] == [(0, 2)] and caught.value.values["pairs"] == "1 - 3"


def test_what_is_said_twice_counts_once() -> None:
    assert len(checked([0, 1, 0], [1, 0, 1], [True, True, True])) == 1
    assert len(checked([], [], [])) == 0


def test_what_follows_is_added() -> None:
    found = closure(checked([0, 1, 2], [1, 2, 5], [True, True, False]))
    assert pairs(found) == {(0, 1, True), (0, 2, True), (1, 2, True), (0, 5, False), (1, 5, False), (2, 5, False)}
    assert len(closure(Verdicts.none())) == 0


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=14))
def test_either_a_contradiction_or_a_closure_that_has_none(lines) -> None:
    lines = [line for line in lines if line[0] != line[1]]
    try:
        found = closure(checked(*(list(side) for side in zip(*lines)) if lines else ([], [], [])))
    except AnalysisError:
        # There is none that obeys them all: brute force over all labels of eight rows by merging what must.
        label = list(range(8))
        for x, y, same in lines:
            if same:
                label = [label[x] if own == label[y] else own for own in label]
        assert any(label[x] == label[y] for x, y, same in lines if not same)
        return
    told = {(x, y): same for x, y, same in pairs(found)}
    assert all(told[min(x, y), max(x, y)] == same for x, y, same in lines)
    for (x, y), same in told.items():
        for (u, v), other in told.items():
            if same and other and len({x, y} & {u, v}) == 1:
                third = tuple(sorted({x, y} ^ {u, v}))
                assert told[third]


def test_information_is_most_at_one_half_and_for_large_groups() -> None:
    bits = information(np.array([0.5, 0.9, 0.5, 0.0]), np.array([1, 1, 2, 1]), np.array([1, 1, 3, 1]))
    np.testing.assert_allclose(bits, [1.0, 0.469, 6.0, 0.0], atol=1e-3)


def test_one_question_per_two_groups_and_the_most_telling_first() -> None:
    label = np.array([0, 0, 1, 2])
    a, b = np.array([0, 1, 0, 2]), np.array([2, 2, 3, 3])
    chance, why = np.array([0.8, 0.6, 0.55, 0.7]), np.array(["doubtful"] * 4, dtype=object)
    at, gain = choose(chance, label, a, b, why, np.arange(4), 10)
    assert at.tolist() == [2, 1, 3] and (np.diff(gain) <= 0).all()
    why[1] = ""
    assert choose(chance, label, a, b, why, np.arange(4), 2)[0].tolist() == [2, 0]


def test_each_bridge_of_a_cluster_is_a_question() -> None:
    why = np.array(["bridge", "bridge"], dtype=object)
    one, other = np.array([0, 1]), np.array([1, 2])
    at, _ = choose(np.array([0.9, 0.95]), np.zeros(4, dtype=int), one, other, why, np.arange(4), 9)
    assert at.tolist() == [0, 1]
