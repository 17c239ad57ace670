"""Hot spots found over the years against those that were planted: where, and of which kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Found, Words
from .reading import table, truth

if TYPE_CHECKING:
    import pandas as pd

    from .folder import Folder

FILE = "results/hotspots/hotspots.gpkg"
KINDS: dict[str, tuple[str, Words]] = {
    "persistent": ("hot_persistent", {"en": "three times as many reports in every year", "ko": "해마다 세 배인 곳"}),
    "historical": ("hot_historical", {"en": "three times as many until the year before the last",
                                      "ko": "마지막 해 전까지 세 배였던 곳"}),
    "new": ("hot_new", {"en": "four times as many in the last year only", "ko": "마지막 해에만 네 배인 곳"}),
}  # fmt: skip
TREND = ("hot_intensifying", "hot_diminishing")
"""A persistent spot that seems to have a trend is a hot spot of every year all the same."""


def found(folder: Folder) -> list[Found]:
    """Of each planted area the cells all of whose neighbors were planted too, and what was found elsewhere."""
    cells, planted = compared(folder)
    inner = planted["kind"].ne("") & planted["inner"]
    lines = []
    for kind, (name, words) in KINDS.items():
        here = inner & (planted["kind"] == kind)
        right = cells["class"].isin([name, *(TREND if kind == "persistent" else ())])
        lines.append(
            Found(f"hotspots_{kind}", {"en": f"Inner cells of the area with {words['en']}: rightly classed",
                                       "ko": f"{words['ko']}의 안쪽 격자 중 맞게 분류한 비율"},
                  float((right & here).sum() / max(here.sum(), 1)), 1.0,
                  {"en": "Chance hides some: a cell has four reports a year. The class asks for nearly every year.",
                   "ko": "격자당 한 해 네 건이어서 우연에 가려지는 곳이 있습니다. 유형은 거의 모든 해를 요구합니다."},
                  "share")
        )  # fmt: skip
    apart = planted["kind"].eq("") & ~planted["beside"]
    spots = cells["class"].str.startswith(("hot", "cold"))
    lines.append(
        Found("hotspots_false", {"en": "Cells called a hot or cold spot far from every planted area",
                                 "ko": "심지 않은 곳에서 핫·콜드스팟으로 분류한 격자"}, int((spots & apart).sum()), 0,
              {"en": f"Of {int(apart.sum()):,} cells. The correction for many tests keeps them few.",
               "ko": f"격자 {int(apart.sum()):,}개 중입니다. 다중검정 보정으로 적게 유지됩니다."}, "count")
    )  # fmt: skip
    return lines


def compared(folder: Folder) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Per cell the class found; and kind planted, whether inside (all eight neighbors planted), or beside an area."""
    import numpy as np
    from scipy.spatial import cKDTree

    cells = table(folder.path / FILE, columns='gid, x, y, "class"').reset_index(drop=True)
    kinds = truth(folder.path, "hot_spot_cells").set_index("gid")["kind"]
    planted = cells[["gid"]].assign(kind=cells["gid"].map(kinds).fillna(""))
    tree = cKDTree(cells[["x", "y"]].to_numpy())
    near = tree.query_ball_point(cells[["x", "y"]].to_numpy(), 150.0)
    hit = planted["kind"].to_numpy() != ""
    planted["inner"] = [bool(np.all(hit[around])) for around in near]
    planted["beside"] = [bool(np.any(hit[around])) for around in near]
    return cells, planted
