"""Who came after whom: successors at one unit, moves, and lives that overlap."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.linking.lifecycle import (
    MOVED,
    SUCCESSOR,
    UNRELATED,
    gaps,
    life_levels,
    lives_of,
    mended,
    same_unit,
    successions,
)
from tests.analysis.records.linking.pair_worlds import normal, records

A, B = np.array([0]), np.array([1])


def two(opened: tuple[str, str], closed: tuple[str, str], **more):
    return records([0, 1], ["하나식당", "하나식당"], opened=list(opened), closed=list(closed), **more)


def gap(made) -> float:
    return float(gaps(lives_of(made), A, B)[0])


def test_closed_before_opened_is_apart_and_signed() -> None:
    assert gap(two(("2010-01-01", "2018-05-01"), ("2018-01-01", ""))) == 120
    assert gap(two(("2018-05-01", "2010-01-01"), ("", "2018-01-01"))) == -120


def test_lives_that_overlap_or_are_unknown_are_not_apart() -> None:
    assert np.isnan(gap(two(("2010-01-01", "2010-01-01"), ("2018-01-01", ""))))
    assert np.isnan(gap(two(("2010-01-01", "2017-01-01"), ("2018-01-01", ""))))
    assert np.isnan(gap(two(("2010-01-01", ""), ("2018-01-01", ""))))
    assert np.isnan(gap(two(("", ""), ("", ""))))
    # One that closed before the other is told to have opened, though its own opening is not known.
    assert gap(two(("", "2018-05-01"), ("2018-01-01", ""))) == 120


def test_a_license_handed_over_before_the_old_one_was_closed() -> None:
    assert gap(two(("2010-01-01", "2018-01-10"), ("2018-01-30", ""))) == 1
    assert np.isnan(gap(two(("2010-01-01", "2017-10-10"), ("2018-01-30", ""))))


def test_days_in_the_wrong_order_are_exchanged() -> None:
    made = two(("2018-01-01", "2018-05-01"), ("2010-01-01", ""))
    found, count = mended(made)
    assert count == 1 and gap(found) == 120
    assert mended(found)[1] == 0


def test_a_row_that_is_open_has_no_end() -> None:
    assert np.isnan(gap(two(("2010-01-01", "2018-05-01"), ("2015-01-01", ""), is_open=[True, True])))


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 4000), st.booleans()), min_size=2, max_size=12))
def test_apart_is_the_same_from_both_sides_and_never_for_lives_that_share_more(rows) -> None:
    opened = np.array([start for start, _, _ in rows], dtype="datetime64[D]").astype(str).tolist()
    closed = [str(np.datetime64(start + life, "D")) if ended else "" for start, life, ended in rows]
    made = records([0] * len(rows), ["x"] * len(rows), opened=opened, closed=closed)
    lives = lives_of(made)
    a, b = np.triu_indices(len(rows), 1)
    forward, backward = gaps(lives, a, b), gaps(lives, b, a)
    np.testing.assert_array_equal(forward, -backward)
    shared = np.minimum(lives.end[a], lives.end[b]) - np.maximum(lives.start[a], lives.start[b])
    assert np.isnan(forward[shared > 31]).all()


def test_same_unit_by_road_lot_or_place() -> None:
    made = records([0] * 7, ["x"] * 7, xy=[[0, 0], [0, 9], [0, 99], [0, 0], [0, 0], [0, 0], [0, 3]])
    form = normal(
        7,
        road=["가로", "가로", "가로", "가로", "", "", ""],
        main=[1, 1, 1, 2, -1, -1, -1],
        floor=[1, 2, 0, 1, 0, 0, 0],
        unit=["", "", "101", "", "", "", ""],
        dong=["", "", "", "", "나동", "나동", ""],
        lot_main=[-1, -1, -1, -1, 5, 5, -1],
    )
    a, b = np.array([0, 0, 1, 0, 4, 0, 5]), np.array([1, 2, 2, 3, 5, 6, 6])
    assert same_unit(made, form, a, b).tolist() == [False, True, True, False, True, True, True]


def test_relations() -> None:
    made = records(
        [0, 1, 1, 1], ["하나"] * 4,
        opened=["2010-01-01", "2016-03-01", "2016-03-01", "2019-03-01"], closed=["2016-01-01", "", "", ""],
    )  # fmt: skip
    form = normal(4, road=["가로", "가로", "나로", "나로"], main=[1, 1, 7, 7])
    a, b = np.zeros(3, dtype=int), np.array([1, 2, 3])
    found = successions(made, form, lives_of(made), a, b, np.ones(3, dtype=bool))
    assert found.apart.all() and found.relation.tolist() == [SUCCESSOR, MOVED, UNRELATED]
    unlike = successions(made, form, lives_of(made), a, b, np.zeros(3, dtype=bool))
    assert unlike.apart.all() and not unlike.relation.any()


def test_open_and_closed_rows() -> None:
    made = records([0, 0, 1, 2], ["x"] * 4, closed=["2016-01-01", "", "", ""])
    lives = lives_of(made)
    a, b = np.array([0, 0, 1, 2]), np.array([1, 2, 2, 3])
    assert life_levels(made, lives, a, b).tolist() == [1, 1, 3, 0]
