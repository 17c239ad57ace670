"""Scores of the notice boards against the true suitability, which no layer shows as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Found, Words
from .reading import centers, table, truth

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from .folder import Folder

BEST = 0.1


def rich(folder: Folder) -> list[Found]:
    """With floating population."""
    return _compared(folder, "rich", "results/rich_suitability/suitability.gpkg",
                     {"en": "rich case", "ko": "자료가 많은 경우"})  # fmt: skip


def poor(folder: Folder) -> list[Found]:
    """Without it."""
    return _compared(folder, "poor", "results/poor_score/suitability.gpkg",
                     {"en": "poor case", "ko": "자료가 적은 경우"})  # fmt: skip


def _compared(folder: Folder, case: str, file: str, words: Words) -> list[Found]:
    import numpy as np
    from scipy.spatial import cKDTree

    cells = scored_cells(folder, file)
    boards = table(folder.path / "rich" / "district.gpkg", "boards", "x, y").to_numpy(float)
    at = cKDTree(cells[["x", "y"]].to_numpy()).query(boards)[1]
    share_below = cells["score"].rank(pct=True).to_numpy()
    count = max(round(BEST * len(cells)), 1)
    best = set(cells["score"].nlargest(count).index) & set(cells["true"].nlargest(count).index)
    return [
        Found(f"suitability_{case}", {"en": f"Rank correlation of score and truth, {words['en']}",
                                      "ko": f"점수와 참값의 순위상관({words['ko']})"},
              float(cells["score"].corr(cells["true"], method="spearman")), 1.0,
              {"en": "1 would be the true order of all cells. The truth has residents, bus stops and slope too, which "
                     "the criteria do not know, and a disturbance that nobody can know.",
               "ko": "1이면 모든 격자의 순서가 참값과 같습니다. 참값에는 기준에 없는 인구·정류장·경사와 "
                     "알 수 없는 교란이 들어 있습니다."}, "rank"),
        Found(f"best_{case}", {"en": f"Best tenth of the cells that are among the true best tenth, {words['en']}",
                               "ko": f"상위 10% 격자 중 실제 상위 10%인 비율({words['ko']})"}, len(best) / count, 1.0,
              {"en": "A choice by chance would hit a tenth.", "ko": "아무렇게나 고르면 10%입니다."}, "share"),
        Found(f"boards_{case}", {"en": f"Existing boards: share of cells that score lower, {words['en']}",
                                 "ko": f"기존 게시대보다 점수가 낮은 격자 비율({words['ko']})"},
              float(np.mean(share_below[at])), _true_share(cells, at),
              {"en": "Mean of the existing boards: how good their places are, by the score and in truth.",
               "ko": "기존 게시대 평균: 점수로 본 위치와 실제로 좋은 정도입니다."}, "share"),
    ]  # fmt: skip


def _true_share(cells: pd.DataFrame, at: np.ndarray) -> float:
    return float(cells["true"].rank(pct=True).to_numpy()[at].mean())


def scored_cells(folder: Folder, file: str) -> pd.DataFrame:
    """x, y, score and true suitability (mean of the 100 m cells whose middle is nearest) of the cells with a score."""
    import pandas as pd
    from scipy.spatial import cKDTree

    path = folder.path / file
    ids, spots = centers(path)
    rows = table(path, columns="fid, score, area_m2").set_index("fid").loc[ids]
    cells = pd.DataFrame({"x": spots[:, 0], "y": spots[:, 1], "score": rows["score"].to_numpy(float)})
    side = float(rows["area_m2"].max()) ** 0.5
    known = truth(folder.path, "suitability")
    distance, cell = cKDTree(spots).query(known[["x", "y"]].to_numpy(float))
    known = known[distance <= 0.75 * side].assign(cell=cell[distance <= 0.75 * side])
    cells["true"] = known.groupby("cell")["true_suitability"].mean()
    return cells.dropna().reset_index(drop=True)
