"""New care centers: what they bring, counted again from the layers, against what the tool says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Found
from .reading import table

if TYPE_CHECKING:
    from .folder import Folder

CHILDREN = "p06_12"
CENTERS = {"district": 5, "tiny": 2}
"""Centers to open, by the size of the sample."""


def reached(folder: Folder) -> list[Found]:
    """Children against those who were made to live there; those within reach counted again from the lines."""
    results = folder.results("care")
    made = float(table(folder.path / "rich" / "district.gpkg", "buildings", CHILDREN)[CHILDREN].sum())
    lines = table(folder.path / "results" / "care" / "allocation.gpkg", columns="weight, share")
    zones = table(folder.path / "results" / "care" / "zones.gpkg", columns="gained")
    people, after = float(results["PEOPLE"]), float(results["COVERED_AFTER"])
    within, gained = float((lines["weight"] * lines["share"]).sum()), after - float(results["COVERED_BEFORE"])
    return [
        Found("care_children", {"en": "Children of 6 to 12 in the cells", "ko": "격자의 6~12세 아동"}, people, made,
              {"en": "Every child lives in a building and is counted in one cell.",
               "ko": "모든 아동은 건물에 살며 격자 한 칸에서 한 번 셉니다."}, "count", abs(people - made) < 0.5),
        Found("care_within", {"en": "Children with a center within ten minutes",
                              "ko": "걸어서 10분 안에 센터가 있는 아동"}, after, within,
              {"en": "Counted again from the lines between cells and centers.",
               "ko": "격자와 센터를 잇는 선에서 다시 세었습니다."}, "count",
              abs(after - within) <= 1e-6 * max(within, 1.0)),
        Found("care_gained", {"en": "Children whom the new centers bring within reach",
                              "ko": "새 센터로 새로 닿는 아동"}, gained, float(zones["gained"].sum()),
              {"en": "The sum over the dong is the whole.", "ko": "행정동별 합계가 전체와 같습니다."}, "count",
              abs(gained - zones["gained"].sum()) <= 0.1 * len(zones)),
        Found("care_proven", {"en": "The set is proven best (1 = yes)", "ko": "최적임을 증명(1 = 예)"},
              int(results["PROVEN"]), 1, {"en": "No other set under these rules reaches more children.",
                                          "ko": "이 규칙에서 더 많은 아동이 닿는 조합은 없습니다."}, "count",
              results["PROVEN"] == 1),
    ]  # fmt: skip
