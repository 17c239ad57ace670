"""National grid codes: known cells and round trips."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.zones.codes import SIZES, decode, encode


@pytest.mark.parametrize(
    ("code", "corner", "size"),
    [
        ("다바8917", (989_000, 1_817_000), 1000),
        ("다사4641", (946_000, 1_941_000), 1000),
        ("다사545408", (954_500, 1_940_800), 100),
        ("다바 081 187", (908_100, 1_818_700), 100),
        ("다사52505325", (952_500, 1_953_250), 250),
        ("다마8599", (985_000, 1_799_000), 1000),
        ("가가", (700_000, 1_300_000), 100_000),
        ("라바03", (1_000_000, 1_830_000), 10_000),
        ("사아99999999", (1_399_990, 2_099_990), 10),
    ],
)
def test_known_cells(code: str, corner: tuple[int, int], size: int) -> None:
    assert decode(code, size) == (*corner, size)
    assert encode(*corner, size).tolist() == [code.replace(" ", "")]
    assert encode(corner[0] + size - 0.001, corner[1] + size - 0.001, size).tolist() == [code.replace(" ", "")]


def test_size_is_that_of_the_digits_unless_given() -> None:
    assert decode("다사52505325") == (952_500, 1_953_250, 10)
    assert decode("다바8917") == (989_000, 1_817_000, 1000)
    assert decode("다바") == (900_000, 1_800_000, 100_000)


def test_both_blocks_of_the_district_at_their_border() -> None:
    y = np.array([1_799_999.999, 1_800_000.0, np.nextafter(1_800_000.0, 0)])
    assert encode(np.full(3, 985_050.0), y, 100).tolist() == ["다마850999", "다바850000", "다마850999"]


def test_letters_written_in_parts_are_read() -> None:
    assert decode(unicodedata.normalize("NFD", "다바8917")) == (989_000, 1_817_000, 1000)


@settings(deadline=None, max_examples=150)
@given(
    st.floats(700_000, 1_400_000, exclude_max=True),
    st.floats(1_300_000, 2_100_000, exclude_max=True),
    st.sampled_from(SIZES),
)
def test_round_trip(x: float, y: float, size: int) -> None:
    x0, y0, _ = decode(encode(x, y, size)[0], size)
    assert x0 <= x < x0 + size and y0 <= y < y0 + size
    assert x0 % size == y0 % size == 0


@pytest.mark.parametrize(
    ("x", "y"),
    [(699_999.9, 1.5e6), (1_400_000, 1.5e6), (9e5, 1_299_999), (9e5, 2_100_000), (np.nan, 1.5e6), (9e5, np.inf)],
)
def test_outside_of_the_lettered_squares(x: float, y: float) -> None:
    with pytest.raises(AnalysisError) as caught:
        encode(np.array([900_000.0, x]), np.array([1_800_000.0, y]), 100)
    assert caught.value.code == "grid_code_outside"
    assert caught.value.values["x"] == pytest.approx(x, nan_ok=True)


@pytest.mark.parametrize(
    "code", ["", "다", "다바8", "다바891", "아바8917", "다자8917", "AB8917", "다바89a7", "다바¹²", "다바891789178"]
)
def test_what_is_no_code(code: str) -> None:
    with pytest.raises(AnalysisError) as caught:
        decode(code)
    assert caught.value.code == "grid_code_invalid"
    assert caught.value.values == {"text": code}


def test_sizes() -> None:
    for call in (lambda: encode(9e5, 1.8e6, 200), lambda: decode("다바8917", 200)):
        with pytest.raises(AnalysisError) as caught:
            call()
        assert caught.value.code == "grid_code_size_unknown"
        assert caught.value.values == {"size": 200, "known": [10, 50, 100, 250, 500, 1000, 10_000, 100_000]}
    for code, size in (("다바8917", 100), ("다사52505325", 500), ("다사52515325", 50)):
        with pytest.raises(AnalysisError) as caught:
            decode(code, size)
        assert caught.value.code == "grid_code_not_of_size"
        assert caught.value.values == {"text": code, "size": size}


def test_no_points_no_codes() -> None:
    assert encode(np.empty(0), np.empty(0), 100).tolist() == []
