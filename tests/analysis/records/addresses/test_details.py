"""Block, floor and unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.addresses.details import read_details


@pytest.mark.parametrize(
    ("text", "block", "floor", "unit"),
    [
        ("대전광역시 서구 가상로 10, 2층 (둔산동)", "", 2, ""),
        ("대전광역시 서구 가상로 10, 지하1층", "", -1, ""),
        ("대전광역시 서구 가상로 10, 지1층 101호", "", -1, "101"),
        ("대전광역시 서구 가상로 10, 101동 1203호 (둔산동, 가상아파트)", "101", 12, "1203"),
        ("둔산동 123-4번지 가동 502호", "가", 5, "502"),
        ("가상로 10, B2층", "", -2, ""),
        ("가상로 10, 3층 301-2호", "", 3, "301-2"),
        ("대전광역시 서구 둔산동 12", "", 0, ""),
        ("둔산동", "", 0, ""),
        (None, "", 0, ""),
    ],
)
def test_what_stands_behind_the_number(text, block, floor, unit) -> None:
    assert read_details(text) == (block, floor, unit)


@given(st.integers(1, 30), st.integers(1, 99), st.booleans())
def test_what_is_written_is_read(floor: int, room: int, below: bool) -> None:
    word = "지하 " if below else ""
    found = read_details(f"서구 가상로 10, 제3동 {word}{floor}층 {room}호")
    assert found == ("3", -floor if below else floor, str(room))
