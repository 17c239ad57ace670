"""Merging the imported registers: links against the planted truth, and whether the estimates hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Found, Words
from .reading import table, tables, truth

if TYPE_CHECKING:
    import pandas as pd

    from .folder import Folder

HARMFUL = "서구_청소년유해업소_현황_2026"
"""Tables of the office's spreadsheet: one per sheet, the first without a number."""
TABLES = ("registers", "license_old", "stores", "academies", HARMFUL, *(f"{HARMFUL}_{sheet}" for sheet in (2, 3, 4)))
"""The registers of businesses among the imported tables."""


def merged(folder: Folder) -> list[Found]:
    """Rows, businesses, pairs of rows that are one business, and the estimates of their precision and recall."""
    results = folder.results("merge")
    links = true_links(folder)
    rows = sum(_rows(folder, name) for name in TABLES)
    right, made, there = pair_counts(links)
    precision, recall = right / max(made, 1), right / max(there, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    businesses = links["true"].nunique()
    return [
        Found("merge_rows", {"en": "Rows of the registers in the table of links", "ko": "연결표에 있는 대장의 행"},
              len(links.drop_duplicates(["register", "source_fid"])), rows,
              {"en": "Merging loses no row: each stands there exactly once.",
               "ko": "통합은 행을 잃지 않습니다. 모든 행이 꼭 한 번씩 나옵니다."}, "count",
              len(links) == rows == len(links.drop_duplicates(["register", "source_fid"]))),
        Found("merge_businesses", {"en": "Businesses after merging", "ko": "통합 후 업소 수"},
              float(results["ENTITIES"]), float(businesses),
              {"en": f"From {len(links):,} rows in eight tables; closed businesses and successors count as their own.",
               "ko": f"표 8개의 {len(links):,}행에서 찾았습니다. 폐업한 업소와 후속 업소도 각각 셉니다."}),
        _share("merge_precision", {"en": "Links that are right (precision)", "ko": "연결한 짝 중 옳은 비율(정밀도)"},
               precision, made - right, {"en": "links are wrong", "ko": "짝을 잘못 연결했습니다"}),
        _share("merge_recall",
               {"en": "True links that were found (recall)", "ko": "같은 업소인 짝 중 찾은 비율(재현율)"},
               recall, there - right, {"en": "true links were missed", "ko": "짝을 찾지 못했습니다"}),
        Found("merge_f1", {"en": "Both in one figure (F1)", "ko": "두 비율을 합친 값(F1)"}, f1, 1.0,
              {"en": "Without a single labeled example.", "ko": "정답 예시 없이 얻은 값입니다."}, "share"),
        _estimate("PRECISION", {"en": "Precision as the report estimates it", "ko": "보고서가 추정한 정밀도"},
                  results, precision),
        _estimate("RECALL", {"en": "Recall as the report estimates it", "ko": "보고서가 추정한 재현율"},
                  results, recall),
    ]  # fmt: skip


def true_links(folder: Folder) -> pd.DataFrame:
    """The table of links with the true business of each row; a row without a business is one of its own."""
    import pandas as pd

    path = folder.path / "results" / "import" / "registers.gpkg"
    origin = []
    for name in TABLES:
        if name in tables(path):
            part = table(path, name, "fid AS source_fid, source_file AS file, source_row AS row")
            origin.append(part.assign(register=name))
    links = table(folder.path / "results" / "merge" / "links.gpkg", columns="register, source_fid, entity_id")
    links = links.merge(pd.concat(origin), on=["register", "source_fid"], how="left")
    entities = truth(folder.path, "entities")[["file", "row", "entity_id"]].rename(columns={"entity_id": "true"})
    entities["row"] = entities["row"].astype(int)
    links = links.merge(entities.drop_duplicates(["file", "row"]), on=["file", "row"], how="left")
    alone = links["true"].isna()
    links.loc[alone, "true"] = [f"row {number}" for number in range(int(alone.sum()))]
    return links.assign(true=links["true"].astype(str))


def pair_counts(links: pd.DataFrame) -> tuple[int, int, int]:
    """Pairs of rows that are linked rightly, linked, and truly one business."""

    def pairs(*columns: str) -> int:
        size = links.groupby(list(columns)).size().to_numpy()
        return int((size * (size - 1) // 2).sum())

    return pairs("entity_id", "true"), pairs("entity_id"), pairs("true")


def _rows(folder: Folder, name: str) -> int:
    path = folder.path / "results" / "import" / "registers.gpkg"
    return len(table(path, name, "fid")) if name in tables(path) else 0


def _share(name: str, what: Words, share: float, count: int, means: Words) -> Found:
    return Found(name, what, share, 1.0,
                 {"en": f"{count:,} {means['en']}.", "ko": f"{count:,}{means['ko']}."}, "share")  # fmt: skip


def _estimate(name: str, what: Words, results: dict, true: float) -> Found:
    """The estimate beside the truth, and whether its interval holds it."""
    low, high = results[f"{name}_LOW"], results[f"{name}_HIGH"]
    held = low <= true <= high
    said = {"en": "contains" if held else "does not contain", "ko": "들어 있습니다" if held else "들어 있지 않습니다"}
    return Found(
        f"merge_{name.lower()}_estimated", what, results[name], true,
        {"en": f"Made without looking at the truth; its interval {low:.3f} to {high:.3f} {said['en']} the true value.",
         "ko": f"정답을 보지 않고 추정한 값입니다. 참값이 구간 {low:.3f}~{high:.3f}에 {said['ko']}."},
        "share",
    )  # fmt: skip
