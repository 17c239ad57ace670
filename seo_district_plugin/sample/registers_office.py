"""The district's own list of businesses that harm youth: an office workbook, typed by hand."""

from __future__ import annotations

import numpy as np

from .businesses_kinds import KINDS
from .faults_rates import rate
from .faults_text import day_text, impossible_day
from .registers_files import Cell, RawFile, Sheet, workbook_bytes
from .registers_rows import Draft, FileOf, Town, draft, enter, repeated
from .registers_shops import listed, stale_faults, states_of
from .registers_truth import UNREADABLE, Fault

OFFICE_DAY = int(np.datetime64("2026-01-31").astype(np.int64))
OFFICE_FILE = "4_청소년유해업소/서구 청소년유해업소 현황(2026).xlsx"
_SHEETS = {
    "유흥·단란·주점": ("유흥주점", "단란주점", "주점(호프·소주방)", "무도장", "무도학원"),
    "노래방·PC방·게임": ("노래연습장", "PC방", "게임제공업", "비디오감상실"),
    "숙박·목욕·이용": ("숙박업", "목욕장업", "이용업"),
    "기타": ("성인용품점", "전화방·화상방", "룸카페", "만화대여업", "복권판매점"),
}
_TOP = ("연번", "동명", "업종", "업소명", "소재지", "", "전화번호", "인허가일자", "영업장면적(㎡)", "영업상태", "비고")
_BELOW = ("", "", "", "", "도로명주소", "지번주소", "", "", "", "", "")
_DATE_COLUMN, _DATE_FIELD = 7, "c008"
_ENOUGH = (
    50  # rows of a sheet in which dates are impossible: in a smaller one a column of dates would not look like one
)
_SERIAL_ZERO = 25_569  # the number that a spreadsheet gives to 1970-01-01
_NOTES = ("※ 본 자료는 프로그램 시험을 위한 합성 자료이며 실제 업소와 관계없음", "자료: 각 부서 취합")


def office_files(town: Town) -> list[RawFile]:
    """The workbook: four sheets with titles, a header over two rows, subtotals, a total and notes."""
    register, rng = "harmful", town.stream("harmful")
    b = town.businesses
    headings = [kind.own for kind in KINDS.values()]
    who = listed(b, np.array([bool(text) for text in headings])[b.kind], register, OFFICE_DAY, rng)
    made = draft(town, who, register, OFFICE_DAY)
    made.faults += stale_faults(b, who, OFFICE_DAY)
    rows, second = repeated(len(who), register, rng)
    order = [{kind: at for at, kind in enumerate(kinds)} for kinds in _SHEETS.values()]
    ranks = np.array([[own.get(headings[k], -1) for k in b.kind[who].tolist()] for own in order])
    sizes = (ranks >= 0).sum(axis=1)
    dates = _dates(b.opened[who], sizes[np.argmax(ranks >= 0, axis=0)] >= _ENOUGH, rng, made)
    areas = np.round(np.exp(rng.normal(4.3, 0.6, len(who))), 1).tolist()
    remarks = _remarks(rng, len(who))
    dong = b.sites.dong[made.building]
    sheets = []
    for sheet_name, rank in zip(_SHEETS, ranks):
        part = np.flatnonzero(rank[rows] >= 0)
        if not len(part):
            continue
        part = part[np.lexsort((rows[part], rank[rows[part]], dong[rows[part]]))]
        cells = [
            [headings[b.kind[who[row]]], made.names[row], made.roads[row], made.lots[row], made.phones[row], dates[row],
             areas[row], "영업", remarks[row]]
            for row in rows[part].tolist()
        ]  # fmt: skip
        names = [b.sites.dong_names[d] for d in dong[rows[part]].tolist()]
        sheet, numbers, others = _sheet(sheet_name, names, cells)
        path = f"{OFFICE_FILE}:{sheet_name}"
        keys = [f"{sheet_name}-{at}" for at in range(1, len(part) + 1)]
        by_row = dict(zip(rows[part].tolist(), keys))
        all_keys = [by_row.get(row, "") for row in range(len(who))]
        enter(town, made, FileOf(path, register, "", 0, (), "generic_table"), all_keys, states_of(b, who), rows, second,
              part, numbers)  # fmt: skip
        _enter_others(town, path, others)
        sheets.append(sheet)
    return [RawFile(OFFICE_FILE, workbook_bytes(sheets))]


def _dates(opened: np.ndarray, able: np.ndarray, rng: np.random.Generator, made: Draft) -> list[Cell]:
    """Dates of permits in four shapes, the last one a number of the spreadsheet.

    Args:
        able: (n,) bool: rows whose date may be impossible.
    """
    dates: list[Cell] = []
    draws = rng.random((2, len(opened)))
    wrong = able & (draws[1] < rate("date_impossible", "harmful"))
    for day, u, is_wrong in zip(opened.tolist(), draws[0].tolist(), wrong.tolist()):
        if is_wrong:
            made.faults.append(Fault(len(dates), "date_impossible", _DATE_FIELD, UNREADABLE))
            dates.append(impossible_day(day_text(day, "iso"), u))
        elif u < 0.12:
            dates.append("")
        elif u < 0.25 and day > -_SERIAL_ZERO + 61:
            dates.append(day + _SERIAL_ZERO)
        else:
            dates.append(day_text(day, "iso" if u < 0.5 else "dots" if u < 0.75 else "loose"))
    return dates


def _remarks(rng: np.random.Generator, count: int) -> list[str]:
    texts = ("", "", "", "", "", "현장 확인 필요", "행정처분 이력 있음", "출입·고용 제한", "민원 발생")
    return [texts[at] for at in rng.integers(0, len(texts), count).tolist()]


def _sheet(name: str, dong: list[str], cells: list[list[Cell]]) -> tuple[Sheet, np.ndarray, list[tuple[int, str]]]:
    """A sheet; the rows in which its records stand; (row, kind) of totals and notes. Rows count from 1."""
    width = len(_TOP)
    rows: list[list[Cell]] = [
        [f"2026년 청소년유해업소 현황({name}) [합성 자료]"],
        [*[""] * (width - 1), "(기준일: 2026. 1. 31.)"],
        list(_TOP),
        list(_BELOW),
    ]
    merged = [f"A1:{_letter(width - 1)}1", "E3:F3"]
    merged += [f"{_letter(at)}3:{_letter(at)}4" for at in range(width) if at not in (4, 5)]
    numbers, others = [], []
    first = len(rows) + 1
    for at, (own, record) in enumerate(zip(dong, cells)):
        new = at == 0 or own != dong[at - 1]
        first = len(rows) + 1 if new else first
        rows.append([at + 1, own if new else "", *record])
        numbers.append(len(rows))
        if at + 1 == len(dong) or dong[at + 1] != own:
            if len(rows) > first:
                merged.append(f"B{first}:B{len(rows)}")
            rows.append(["", "소계", f"{len(rows) - first + 1:,}개소"])
            others.append((len(rows), "row_total"))
    rows.append(["합계", "", f"{len(cells):,}개소"])
    others.append((len(rows), "row_total"))
    for note in _NOTES:
        rows.append([note])
        others.append((len(rows), "row_note"))
    return Sheet(name, rows, merged, frozenset({_DATE_COLUMN})), np.array(numbers), others


def _letter(index: int) -> str:
    return chr(65 + index)


def _enter_others(town: Town, path: str, others: list[tuple[int, str]]) -> None:
    """Totals and notes are rows as well: nobody's."""
    rows = np.array([row for row, _ in others])
    kinds = [kind for _, kind in others]
    nowhere = np.full((len(rows), 2), np.nan)
    town.ledger.add_events(path, "harmful", rows, [""] * len(rows), kinds, nowhere)
    town.ledger.add_faults(path, rows.tolist(), [Fault(0, kind, "", kind) for kind in kinds])
    town.ledger.files[-1]["rows"] += len(rows)
