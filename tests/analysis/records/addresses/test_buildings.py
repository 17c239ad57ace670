"""Register rows joined to building polygons."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.records.addresses import JOIN_METHODS, JOIN_REASONS, join_buildings
from seo_district_plugin.analysis.records.addresses.buildings import BuildingRows, block_name

A, B, C = "3017010100101230004", "3017010100101230005", "3017010100101230006"


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("101동", "제101동", "101", " 제 101 동", "１０１동", "0101동"), "101"),
        (("가동", "가"), "가"),
        (("A동", "a동", "A"), "a"),
        (("주1동", "주건축물제1동", "주1", "주건축물1"), "주1"),
        (("부1동", "부속건축물제1동", "부속1동"), "부1"),
        (("", None, "동"), ""),
        (("관리동",), "관리"),
    ],
)
def test_block_names_come_to_one_form(texts: tuple, name: str) -> None:
    assert {block_name(text) for text in texts} == {name}


def test_alone_on_its_lot() -> None:
    found = join_buildings(BuildingRows([A, B, A, None, "12"], ["", "", "101동", "", ""]),
                           BuildingRows([A, A[:-1] + "9"], ["", ""]))  # fmt: skip
    assert found.building.tolist() == [0, -1, 0, -1, -1]
    assert found.reason.tolist() == ["", "no_building_on_parcel", "", "pnu_missing", "pnu_invalid"]
    assert found.method.tolist() == ["only", "", "only", "", ""] and found.rate == 0.4


def test_alone_but_of_another_block() -> None:
    found = join_buildings(BuildingRows([A], ["102동"]), BuildingRows([A], ["제101동"]))
    assert found.reason.tolist() == ["block_differs"]


def test_several_by_block_name() -> None:
    polygons = BuildingRows([A, A, A], ["102", "제101동", "103동"])
    found = join_buildings(BuildingRows([A, A, A], ["101동", "제102동", "104동"]), polygons)
    assert found.building.tolist() == [1, 0, -1]
    assert found.method.tolist() == ["block", "block", ""] and found.reason[2] == "several_buildings"


def test_several_by_area_when_clear() -> None:
    polygons = BuildingRows([A, A], None, [100.0, 300.0])
    found = join_buildings(BuildingRows([A, A], None, [295.0, 104.0]), polygons)
    assert found.building.tolist() == [1, 0] and found.method.tolist() == ["area", "area"]
    unclear = join_buildings(BuildingRows([A], None, [105.0]), BuildingRows([A, A], None, [100.0, 110.0]))
    assert unclear.reason.tolist() == ["several_buildings"], "two polygons are about as large"
    none = join_buildings(BuildingRows([A], None, [np.nan]), polygons)
    assert none.reason.tolist() == ["several_buildings"]


def test_years_that_are_known_must_agree() -> None:
    polygons = BuildingRows([A, A], None, [100.0, 300.0], [1990, 2005])
    rows = BuildingRows([A, A, A], None, [100.0, 100.0, 300.0], [1991, 2010, np.nan])
    assert join_buildings(BuildingRows([A], None, [100.0], [1991]), polygons).building.tolist() == [0]
    assert join_buildings(BuildingRows([A], None, [100.0], [2010]), polygons).reason.tolist() == ["several_buildings"]
    assert join_buildings(rows, polygons).building[2] == 1


def test_named_blocks_are_never_joined_by_area_to_others() -> None:
    found = join_buildings(BuildingRows([A], ["104동"], [100.0]), BuildingRows([A, A], ["101", "102"], [100.0, 300.0]))
    assert found.reason.tolist() == ["several_buildings"]


def test_every_row_is_accounted_for_and_truth_is_found() -> None:
    """2,000 lots with one to four blocks: names are left out or written otherwise, areas are measured a little off."""
    random = np.random.default_rng(2)
    pnus, blocks, areas = [], [], []
    for lot in range(2000):
        for number in range(int(random.choice([1, 1, 1, 2, 4]))):
            pnus.append(f"30170101001{lot // 100 + 1:04d}{lot % 100:04d}")
            blocks.append(f"{101 + number}동")
            areas.append(float(random.uniform(50, 900)))
    order = random.permutation(len(pnus))
    listed = [f"제{blocks[at]}" if random.random() < 0.6 else "" for at in order]
    measured = [areas[at] * float(random.uniform(0.97, 1.03)) for at in order]
    rows = BuildingRows([pnus[at] for at in order], listed, measured)
    found = join_buildings(rows, BuildingRows(pnus, blocks, areas))
    joined = found.building >= 0
    assert (found.building[joined] == order[joined]).mean() > 0.99
    assert joined.mean() > 0.9
    assert set(found.method[joined]) <= set(JOIN_METHODS) and set(found.reason[~joined]) <= set(JOIN_REASONS)
    assert (found.method[joined] != "").all() and (found.reason[~joined] != "").all()


def test_no_rows() -> None:
    assert np.isnan(join_buildings(BuildingRows([]), BuildingRows([A])).rate)
