"""What the import, the check and the address search found of the faults that were planted in the registers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .model import Found, Words
from .reading import centers, table, tables, truth

if TYPE_CHECKING:
    import pandas as pd

    from .folder import Folder

VALUES = ("unreadable", "masked")
NEAR = 50.0
"""Meters within which a row placed by its address is at its place: the next house is farther."""

KINDS: dict[str, Words] = {
    "coordinates_blank": {"en": "rows without coordinates", "ko": "좌표가 빈 행"},
    "coordinates_zero": {"en": "rows at (0, 0)", "ko": "좌표가 (0, 0)인 행"},
    "coordinates_swapped": {"en": "rows with X and Y swapped", "ko": "X와 Y가 뒤바뀐 행"},
    "coordinates_millimetres": {"en": "rows in millimeters", "ko": "밀리미터 단위로 적힌 행"},
    "coordinates_other_crs": {"en": "rows in another CRS than their file", "ko": "파일과 다른 좌표계로 적힌 행"},
    "coordinates_far": {"en": "rows far outside the district", "ko": "자치구에서 멀리 떨어진 행"},
    "coordinates_not_numbers": {"en": "rows whose coordinates are no numbers", "ko": "좌표가 숫자가 아닌 행"},
    "row_unclosed_quote": {"en": "rows with an unclosed quotation mark", "ko": "따옴표가 닫히지 않은 행"},
    "row_too_many_cells": {"en": "rows with too many cells", "ko": "칸이 너무 많은 행"},
    "row_total": {"en": "rows that are totals of others", "ko": "합계 행"},
    "row_note": {"en": "rows that are notes", "ko": "주석 행"},
}
FOUND_ALL: Words = {"en": "Left out, each with this reason.", "ko": "이 사유와 함께 제외됩니다."}


def imported(folder: Folder) -> list[Found]:
    """Rows and planted faults of the import; reasons are compared by their codes, in any language."""
    results, faults = folder.results("import"), truth(folder.path, "faults")
    files = truth(folder.path, "files")
    record = json.loads((folder.path / "results" / "import" / "registers.run.json").read_text(encoding="utf-8"))
    reasons: dict[str, int] = {}
    for entry in record["inputs"]:
        for code, count in entry.get("reasons", {}).items():
            reasons[code] = reasons.get(code, 0) + count
    costing = faults[(faults["found"] != "") & ~faults["found"].isin(VALUES)]
    planted = costing["found"].value_counts()
    rows = int(files["rows"].sum())
    lines = [
        _count("rows_read", {"en": "Rows read", "ko": "읽은 행"}, results["READ"], rows,
               {"en": "Every row of the six registers is read.", "ko": "여섯 대장의 모든 행을 읽습니다."}),
        _count("rows_somewhere", {"en": "Rows imported + left out", "ko": "가져온 행 + 제외된 행"},
               results["IMPORTED"] + results["REJECTED_ROWS"] + results["FILTERED"], rows,
               {"en": f"{results['IMPORTED']:,} are imported, {results['REJECTED_ROWS']:,} left out with their reason: "
                      "none is lost.",
                "ko": f"{results['IMPORTED']:,}행을 가져오고 {results['REJECTED_ROWS']:,}행은 사유와 함께 제외합니다. "
                      "사라지는 행은 없습니다."}),
    ]  # fmt: skip
    for code in sorted({*planted.index, *reasons}, key=lambda code: -int(planted.get(code, 0))):
        words = KINDS.get(code, {"en": code, "ko": code})
        what = {"en": f"Faults: {words['en']}", "ko": f"오류: {words['ko']}"}
        lines.append(_count(f"fault_{code}", what, reasons.get(code, 0), int(planted.get(code, 0)), FOUND_ALL))
    out = table(folder.path / "results" / "import" / "rejected.gpkg", columns="source_file, row")
    expected, gone = _rows(costing, "row"), _rows(out.rename(columns={"source_file": "file"}), "row")
    lines.append(
        _count("rows_left_out_rightly",
               {"en": "Rows left out that are the planted ones", "ko": "제외된 행 중 심어 둔 오류 행"},
               len(gone & expected), len(expected),
               {"en": f"Row by row; {len(gone - expected):,} rows were left out that are not faulty.",
                "ko": f"행 단위 비교. 오류가 없는데 제외된 행은 {len(gone - expected):,}개입니다."},
               right=gone == expected)
    )  # fmt: skip
    lines.append(_values(folder, faults, expected))
    return lines


def _values(folder: Folder, faults: pd.DataFrame, gone: set[tuple[str, int]]) -> Found:
    """Rows of which a value is masked or cannot be read; rows that are left out anyway do not count."""
    planted = _rows(faults[faults["found"].isin(VALUES)], "row") - gone
    path = folder.path / "results" / "import" / "registers.gpkg"
    flagged: set[tuple[str, int]] = set()
    for name in tables(path):
        rows = table(path, name, "source_file AS file, source_row, flags")
        flagged |= _rows(rows[rows["flags"].notna() & (rows["flags"] != "")], "source_row")
    return _count(
        "values_flagged",
        {"en": "Rows with a hidden or unreadable value", "ko": "가려지거나 읽을 수 없는 값이 있는 행"},
        len(flagged & planted), len(planted),
        {"en": f"The value becomes empty, the row is kept and marked; {len(flagged - planted):,} are marked wrongly.",
         "ko": f"값은 비우고 행은 표시해 남깁니다. 잘못 표시된 행은 {len(flagged - planted):,}개입니다."},
        right=flagged == planted,
    )  # fmt: skip


def checked(folder: Folder) -> list[Found]:
    """Doubles and lost dates in the licenses of the old layout."""
    path = folder.path / "results" / "import" / "registers.gpkg"
    rows = table(path, "license_old", "fid, source_file, source_row").set_index("fid")
    keys = {int(fid): (file, int(line)) for fid, file, line in rows.itertuples()}
    findings = table(folder.path / "results" / "check" / "findings.gpkg", columns='row, "check" AS kind, field')
    faults = truth(folder.path, "faults")

    def said(kind: str, field: str = "") -> set[tuple[str, int]]:
        chosen = findings[(findings["kind"] == kind) & (findings["field"].str.contains(field) if field else True)]
        return {keys[int(row)] for row in chosen["row"].dropna() if int(row) in keys}

    here = set(keys.values())
    doubles = _rows(faults[faults["kind"] == "duplicate_row"], "row") & here
    dates = _rows(faults[(faults["kind"] == "date_impossible") & (faults["field"] == "permit_dt")], "row") & here
    order = _rows(faults[faults["kind"] == "date_order"], "row") & here
    found = said("standard_unique") | said("row_twice") | said("key_twice")
    lost = said("standard_required", "permit_dt")
    return [
        _count("check_doubles", {"en": "Rows entered twice", "ko": "두 번 입력된 행"}, len(found & doubles),
               len(doubles),
               {"en": f"Told by their management number; {len(found - doubles):,} further rows are named.",
                "ko": f"관리번호로 찾습니다. 그 밖에 지적된 행은 {len(found - doubles):,}개입니다."},
               right=doubles <= found),
        _count("check_dates", {"en": "Permit dates that cannot be", "ko": "있을 수 없는 인허가일자"}, len(lost & dates),
               len(dates), {"en": "The import emptied them; the check says that the standard requires them.",
                            "ko": "가져올 때 비워진 값을 표준의 필수 항목으로 지적합니다."}, right=dates <= lost),
        Found("check_order", {"en": "Closed before permitted", "ko": "폐업일이 인허가일보다 빠른 행"}, 0, len(order),
              {"en": "Not looked for: the check compares no two dates of a row.",
               "ko": "찾지 않습니다. 자료 점검은 한 행의 두 날짜를 서로 비교하지 않습니다."}),
    ]  # fmt: skip


def located(folder: Folder) -> list[Found]:
    """How many lost rows were found again, and how near to their place."""
    import numpy as np

    path = folder.path / "results" / "locate" / "located.gpkg"
    faults = truth(folder.path, "faults")
    lost = _rows(faults[faults["found"].str.startswith("coordinates_")], "row")
    ids, spots = centers(path)
    rows = table(path, columns="fid, source_file, row, for_dist").set_index("fid").loc[ids]
    true = _true_places(folder)
    keys = list(zip(rows["source_file"], rows["row"].astype(int)))
    back = {key for key in keys if key in lost}
    off = [np.hypot(*(spot - true[key])) for key, spot, usable in zip(keys, spots, rows["for_dist"] == 1)
           if usable and key in true and key in lost]  # fmt: skip
    near = float(np.mean(np.array(off) <= NEAR)) if off else 0.0
    return [
        Found("located_rows", {"en": "Rows without usable coordinates placed by address",
                               "ko": "좌표를 쓸 수 없던 행 중 주소로 찾은 행"}, len(back), len(lost),
              {"en": "Rows whose address names only a street or dong, or is badly misspelled, stay without a place or "
                     "get a coarse one.",
               "ko": "도로나 동까지만 적혔거나 오기가 심한 주소는 찾지 못하거나 대략의 위치만 얻습니다."}),
        Found("located_near", {"en": f"Of those fit for distances: within {NEAR:.0f} m of the true place",
                               "ko": f"거리 계산에 쓸 수 있는 행 중 실제 위치에서 {NEAR:.0f} m 이내"}, near, 1.0,
              {"en": f"{len(off):,} rows compared; the median is {float(np.median(off)) if off else 0:.0f} m off.",
               "ko": f"{len(off):,}행 비교, 중앙값 오차 {float(np.median(off)) if off else 0:.0f} m."}, "share"),
    ]  # fmt: skip


def _true_places(folder: Folder) -> dict[tuple[str, int], tuple[float, float]]:
    """Where each row's business or facility is; without those that moved: a register may name either place."""
    people = truth(folder.path, "businesses")
    people = people[people["moved"].astype(str).isin(("", "0"))].set_index("entity_id")
    rows = truth(folder.path, "entities")
    rows = rows[rows["entity_id"].isin(people.index)]
    at = people.loc[rows["entity_id"], ["x", "y"]].to_numpy(float)
    places = {(file, int(row)): tuple(spot) for file, row, spot in zip(rows["file"], rows["row"], at)}
    events = truth(folder.path, "events")
    for file, row, x, y in events[["file", "row", "x", "y"]].itertuples(index=False):
        if x != "" and y != "":
            places[file, int(row)] = (float(x), float(y))
    return places


def _rows(frame: pd.DataFrame, column: str) -> set[tuple[str, int]]:
    return set(zip(frame["file"], frame[column].astype(int)))


def _count(name: str, what: Words, found: int, planted: int, means: Words, *, right: bool | None = None) -> Found:
    return Found(name, what, found, planted, means, "count", found == planted if right is None else right)
