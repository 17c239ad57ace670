"""One row per thing: which row each field comes from."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.linking.golden import FIELDS, content_order, golden_records
from seo_district_plugin.analysis.records.linking.types import Records
from tests.analysis.records.linking.pair_worlds import records


def one(made: Records, **more):
    return golden_records(made, np.ones(len(made), dtype=np.int64), **more).iloc[0]


def test_open_wins_then_the_newer_register_then_the_fuller_row() -> None:
    made = records(
        [0, 1, 2], ["옛 이름", "새 이름", "다른 이름"], opened=["2010-01-01", "2012-01-01", "2011-01-01"],
        closed=["2024-01-01", "", ""], phone=["0421", "", "0423"], address=["가로 1", "가로 2", ""],
    )  # fmt: skip
    found = one(made)
    assert (found["name"], found["name_from"], found["name_row"]) == ("새 이름", "R1", 1)
    assert (found["phone"], found["phone_from"]) == ("0423", "R2")
    assert found["is_open"] and found["closed"] == "" and found["closed_from"] == ""
    later = one(made, as_of={"R2": np.datetime64("2026-01-01")})
    assert later["name_from"] == "R2" and later["address_from"] == "R1"


def test_among_rows_of_one_register_the_fuller_one_and_what_more_say() -> None:
    made = records([0, 0, 0], ["가", "나", "나"], phone=["1", "", "1"])
    assert one(made)["name_row"] == 2
    votes = records([0, 0, 0], ["가", "나", "나"])
    assert one(votes)["name"] == "나"


def test_nothing_known_is_empty_and_from_nowhere() -> None:
    found = one(records([0], [""]))
    for field in FIELDS:
        assert found[f"{field}_from"] == "" and found[f"{field}_row"] == -1
    assert found["name"] == "" and np.isnan(found["x"])


def test_counts_and_registers() -> None:
    made = records([0, 0, 1, 2], ["가", "가", "가", "나"])
    table = golden_records(made, np.array([1, 1, 1, 2]))
    assert table["n_sources"].tolist() == [3, 1] and table["n_registers"].tolist() == [2, 1]
    assert table["registers"].tolist() == ["R0; R1", "R2"]


def test_many_registers_are_named_too() -> None:
    made = records(list(range(70)), ["가"] * 70)
    table = golden_records(made, np.r_[np.ones(69, dtype=np.int64), 2])
    assert table["registers"][0].count(";") == 68 and table["registers"][1] == "R69"


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 25))
def test_every_field_stands_in_the_row_it_is_said_to_come_from(seed: int, rows: int) -> None:
    rng = np.random.default_rng(seed)
    words = np.array(["", "가", "나", "다"], dtype=object)
    opened = rng.choice(["", "2001-01-01", "2011-01-01"], rows).tolist()
    made = records(
        rng.integers(0, 3, rows).tolist(), rng.choice(words, rows).tolist(), opened=opened,
        closed=rng.choice(["", "2020-01-01"], rows).tolist(), phone=rng.choice(words, rows).tolist(),
        xy=np.where(rng.random((rows, 1)) < 0.5, np.nan, rng.random((rows, 2))),
    )  # fmt: skip
    _, entity = np.unique(rng.integers(0, 5, rows), return_inverse=True)
    entity = entity + 1
    table = golden_records(made, entity)
    assert table["n_sources"].sum() == rows and table["entity_id"].tolist() == list(range(1, entity.max() + 1))
    for line in table.itertuples():
        for field in ("name", "phone", "opened"):
            row = getattr(line, f"{field}_row")
            own = np.flatnonzero(entity == line.entity_id)
            values = getattr(made, field)
            filled = own[~np.isnat(values[own])] if field == "opened" else own[values[own] != ""]
            assert (row in filled) if len(filled) else row == -1
            assert getattr(line, field) == (str(values[row]) if row >= 0 else "")
        row = line.place_row
        assert (row == -1 and np.isnan(line.x)) or (line.x, line.y) == tuple(made.xy[row])
    # The same things in another order of rows.
    shuffle = rng.permutation(rows)
    moved = Records(
        **{
            name: (value[shuffle] if isinstance(value, np.ndarray) else value)
            for name, value in vars(made).items() if name != "extra"
        }
    )  # fmt: skip
    other = golden_records(moved, entity[shuffle])
    for field in ("name", "phone", "registers", "n_sources", "x", "opened"):
        assert other[field].astype(str).tolist() == table[field].astype(str).tolist()


def test_order_of_content_is_distinct_and_follows_the_rows() -> None:
    made = records([0, 1, 0, 0], ["가", "가", "나", "가"])
    rank = content_order(made)
    assert sorted(rank.tolist()) == [0, 1, 2, 3] and abs(rank[0] - rank[3]) == 1
