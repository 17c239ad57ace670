"""How far off streets and dong are: what one address cannot tell, and the same errors by locating each one again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.addresses import LEVELS, AddressIndex, AddressTable, typical_errors


def index_of(rows: list[tuple[str, float, float]]) -> AddressIndex:
    texts, x, y = zip(*rows)
    return AddressIndex.build(AddressTable.of({"address": texts}, np.column_stack([x, y])), tolerance=1e9)


def located(index: AddressIndex, *texts: str):
    return index.locate(AddressTable.of({"address": texts}), lowest="zone")


def test_a_street_known_from_one_house_number_has_no_spread() -> None:
    rows = [
        ("서구 가상로 3 (변동)", 0.0, 0.0),
        ("서구 나란로 1 (내동)", 0.0, 900.0),
        ("서구 나란로 9 (내동)", 0.0, 960.0),
    ]
    found = located(index_of(rows), "서구 가상로 8", "서구 나란로 8", "서구 변동 7", "서구 내동 7", "서구 가상로 3")
    assert [LEVELS[level] for level in found.level] == ["road", "road", "zone", "zone", "building"]
    assert found.method.tolist() == ["single", "center", "single", "center", "exact"]
    assert found.known.tolist() == [1, 2, 1, 2, 1]
    assert np.isnan(found.spread[[0, 2]]).all() and found.spread[[1, 3, 4]].tolist() == [30.0, 30.0, 0.0]


@pytest.mark.parametrize(
    "others",
    [
        [("서구 가상로 3", 2.0, 0.0)],  # two entrances of one house
        [("서구 가상로 3", 0.0, 0.0), ("서구 가상로 3", 0.0, 0.0)],  # three businesses in it
        [("서구 가상로 5", 0.0, 0.0)],  # two numbers at one point
    ],
)
def test_points_of_one_place_are_not_several_places(others) -> None:
    found = located(index_of([("서구 가상로 3", 0.0, 0.0), *others]), "서구 가상로 8")
    assert found.method.tolist() == ["single"] and np.isnan(found.spread[0]) and found.known.tolist() == [1]


def test_rows_without_number_count_among_others_but_do_not_replace_them() -> None:
    rows = [("서구 가상로", 900.0, 0.0), ("서구 가상로 1", 0.0, 0.0), ("서구 가상로 3", 30.0, 0.0)]
    found = located(index_of(rows), "서구 가상로 8")
    assert found.xy[0, 0] == pytest.approx(310.0) and found.known.tolist() == [3]


def test_shapes_of_streets_tell_how_far_they_reach_though_they_are_one() -> None:
    houses = AddressTable.of({"address": ["서구 가상로 3"]}, [[100.0, 0.0]])
    streets = AddressTable.of({"sigungu": ["서구"], "road": ["가상로"]}, [[10.0, 0.0]], reach=[400.0])
    index = AddressIndex.build([houses, streets])
    found = located(index, "서구 가상로 8")
    assert found.method.tolist() == ["center"] and found.spread.tolist() == [400.0] and found.known.tolist() == [1]
    (error,) = typical_errors(index)
    assert (error.level, error.single, error.count, error.median) == (3, False, 1, 90.0)


def test_nothing_to_test_with_gives_no_errors() -> None:
    assert typical_errors(index_of([("서구 가상로 3 (변동)", 0.0, 0.0)])) == []


def slowly(rows: list[tuple[str, float, float]], level: str) -> dict[bool, list[float]]:
    """Leave each address out, build the index again, ask for its street or dong with a number that is nowhere."""
    out: dict[bool, list[float]] = {}
    for text in dict.fromkeys(row[0] for row in rows):
        rest = [row for row in rows if row[0] != text]
        if not rest:
            continue
        own = np.unique([row[1:] for row in rows if row[0] == text], axis=0).mean(axis=0)
        head, tail = text.split(" (")
        asked = head.rsplit(" ", 1)[0] + " 9999" if level == "road" else "서구 " + tail[:-1] + " 9999"
        found = located(index_of(rest), asked)
        if LEVELS[found.level[0]] == level:
            out.setdefault(found.method[0] == "single", []).append(float(np.hypot(*(found.xy[0] - own))))
    return out


ROWS = st.lists(
    st.tuples(st.sampled_from(["가상로", "나란로"]), st.integers(1, 4), st.sampled_from(["변동", "내동"]),
              st.integers(0, 3), st.integers(0, 3)),
    min_size=1, max_size=9,
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(ROWS)
def test_the_same_as_locating_each_address_again(rows) -> None:
    """A house number lies in one dong, so that leaving out its text leaves out the address."""
    dong = {(road, number): name for road, number, name, _, _ in rows}
    texts = [(f"서구 {road} {number} ({dong[road, number]})", 100.0 * x, 70.0 * y) for road, number, _, x, y in rows]
    fast = {(error.level, error.single): error for error in typical_errors(index_of(texts))}
    for code, level in ((3, "road"), (4, "zone")):
        for single, errors in slowly(texts, level).items():
            found = fast.pop((code, single))
            assert found.count == len(errors)
            assert found.median == pytest.approx(np.percentile(errors, 50), abs=1e-6)
            assert found.most == pytest.approx(np.percentile(errors, 90), abs=1e-6)
    assert fast == {}
