"""The shop register (상가(상권)정보) and the register of academies (NEIS): what is open, with a lag."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .addresses_text import CITY, DISTRICT
from .businesses import OPEN, Businesses
from .businesses_kinds import KINDS, LEARNING
from .faults_coordinates import write_coordinates
from .faults_rates import rate
from .faults_text import day_text, spreadsheet_number
from .registers_files import RawFile, TextStyle, table_bytes
from .registers_rows import Draft, FileOf, Town, columns_of, draft, enter, plant_dates, repeated
from .registers_truth import UNREADABLE, Fault

SHOPS_DAY = int(np.datetime64("2026-06-30").astype(np.int64))
ACADEMIES_DAY = int(np.datetime64("2026-08-31").astype(np.int64))
SHOPS_FILE = "3_상가정보/소상공인시장진흥공단_상가(상권)정보_대전서구_202606.csv"
ACADEMIES_FILE = "5_학원/나이스_학원교습소정보_대전서구_20260831.csv"
_STALE_SINCE = 6 * 365  # days: what closed longer ago has been noticed by every register
_PLACE = "30170"
_SHOPS = (
    "상가업소번호,상호명,지점명,상권업종대분류코드,상권업종대분류명,상권업종중분류코드,상권업종중분류명,상권업종소분류코드,상권업종소분류명,"
    "표준산업분류코드,표준산업분류명,시도코드,시도명,시군구코드,시군구명,행정동코드,행정동명,법정동코드,법정동명,지번코드,대지구분코드,대지구분명,"
    "지번본번지,지번부번지,지번주소,도로명코드,도로명,건물본번지,건물부번지,건물관리번호,건물명,도로명주소,구우편번호,신우편번호,동정보,층정보,호정보,"
    "경도,위도"
).split(",")
_ACADEMIES = (
    "시도교육청코드,시도교육청명,행정구역명,학원교습소명,학원지정번호,학원명,개설일자,등록일자,등록상태명,휴원시작일자,휴원종료일자,정원합계,"
    "일시수용능력인원합계,분야명,교습계열명,교습과정목록명,교습과정명,인당수강료내용,수강료공개여부,기숙사학원여부,도로명우편번호,도로명주소,"
    "도로명상세주소,전화번호,수정일자"
).split(",")
_FIELDS = {
    "academy": ("입시.검정 및 보습", "보통교과", ("보습", "논술", "수학", "영어")),
    "music": ("예능(대)", "예능(중)", ("피아노", "실용음악", "바이올린", "성악")),
    "art": ("예능(대)", "예능(중)", ("미술", "서예", "만화", "디자인")),
    "language": ("국제화", "외국어", ("영어", "중국어", "일본어", "영어회화")),
    "job": ("직업기술", "산업기반기술", ("컴퓨터", "조리", "미용", "간호조무")),
}
_COURSES = (0.82, 0.95)  # academies with one course, and with one or two; the others have three. An assumption


def listed(b: Businesses, able: np.ndarray, register: str, day: int, rng: np.random.Generator) -> np.ndarray:
    """Positions of the businesses in a register on a day: of those that are open most, and some that are not."""
    draws = rng.random((2, len(b)))
    inside = able & b.living(day) & (draws[0] >= rate("missed", register))
    stale = able & (b.closed <= day) & (b.closed > day - _STALE_SINCE) & (draws[1] < rate("stale_open", register))
    return np.flatnonzero(inside | stale)


def stale_faults(b: Businesses, who: np.ndarray, day: int) -> list[Fault]:
    """Rows of businesses that had closed already."""
    return [Fault(row, "stale_open") for row in np.flatnonzero(b.closed[who] <= day).tolist()]


def states_of(b: Businesses, who: np.ndarray) -> list[str]:
    """State of businesses today."""
    gone = np.where(b.canceled[who], "canceled", "closed")
    return np.where(b.closed[who] != OPEN, gone, np.where(b.suspended[who], "suspended", "open")).tolist()


# ---------------------------------------------------------------------- shops
def shop_files(town: Town, frame: pd.DataFrame) -> list[RawFile]:
    """The shop register.

    Args:
        frame: the city's frame of buildings.
    """
    register, rng = "stores", town.stream("stores")
    b = town.businesses
    has_industry = np.array([kind.shop is not None for kind in KINDS.values()])
    who = listed(b, has_industry[b.kind], register, SHOPS_DAY, rng)
    who = who[np.lexsort((rng.random(len(who)), b.kind[who]))]
    made = draft(town, who, register, SHOPS_DAY)
    made.faults += stale_faults(b, who, SHOPS_DAY)
    found = write_coordinates(made.xy, 4326, register, np.zeros(len(who), dtype=bool), rng)
    cells = _shop_cells(town, made, frame) | {"경도": found.x, "위도": found.y}
    _damage(cells, ("지번코드", "pnu"), ("건물관리번호", "bld_mng"), register, rng, made.faults)
    rows, second = repeated(len(who), register, rng)
    content = table_bytes(_SHOPS, columns_of(_SHOPS, cells, rows), TextStyle(encoding="utf-8", quoted=True, end="\n"))
    file = FileOf(SHOPS_FILE, register, "utf-8", 4326)
    enter(town, made, file, cells["상가업소번호"], states_of(b, who), rows, second, np.arange(len(rows)))
    return [RawFile(SHOPS_FILE, content)]


def _shop_cells(town: Town, made: Draft, frame: pd.DataFrame) -> dict[str, list[str]]:
    count = len(made.who)
    at = made.building
    shops = [kind.shop for kind in KINDS.values()]
    own = [shops[k] for k in town.businesses.kind[made.who].tolist()]

    def of_building(column: str, missing: str = "") -> list[str]:
        texts = frame[column].fillna(missing).astype(str).to_numpy(dtype=object)
        return texts[at].tolist()

    def whole(column: str) -> list[str]:
        return [text.partition(".")[0] for text in of_building(column, "0")]

    road = of_building("road")
    mountain = [text not in ("0", "False", "") for text in whole("mountain")]
    told = made.units.told
    level = np.where(told % 2 == 1, made.units.floor, 0).tolist()
    unit = np.where(told >= 2, np.abs(made.units.floor) * 100 + made.units.unit, 0).tolist()
    levels = ("대분류", "중분류", "소분류")
    industry = {f"상권업종{level_name}코드": [shop.codes[i] for shop in own] for i, level_name in enumerate(levels)}
    industry |= {f"상권업종{level_name}명": [shop.names[i] for shop in own] for i, level_name in enumerate(levels)}
    return industry | {
        "상가업소번호": [f"MA0101202606A{n:07d}" for n in range(1, count + 1)],
        "상호명": made.names,
        "지점명": made.branches,
        "표준산업분류코드": [shop.codes[3] for shop in own],
        "표준산업분류명": [shop.names[3] for shop in own],
        "시도코드": [_PLACE[:2]] * count,
        "시도명": [CITY] * count,
        "시군구코드": [_PLACE] * count,
        "시군구명": [DISTRICT] * count,
        "행정동코드": of_building("dong_cd"),
        "행정동명": of_building("dong_nm"),
        "법정동코드": of_building("ldong_cd"),
        "법정동명": of_building("ldong_nm"),
        "지번코드": of_building("pnu"),
        "대지구분코드": ["2" if m else "1" for m in mountain],
        "대지구분명": ["산" if m else "대지" for m in mountain],
        "지번본번지": whole("lot_main"),
        "지번부번지": [number if number != "0" else "" for number in whole("lot_sub")],
        "지번주소": made.lots,
        "도로명코드": [code if name else "" for code, name in zip(of_building("road_cd"), road)],
        "도로명": [f"{CITY} {DISTRICT} {name}" if name else "" for name in road],
        "건물본번지": whole("main"),
        "건물부번지": whole("sub"),
        "건물관리번호": of_building("bld_mgt"),
        "건물명": of_building("name"),
        "도로명주소": made.roads,
        "구우편번호": [f"302{town.buildings.post[i][2:]}" for i in at.tolist()],
        "신우편번호": [town.buildings.post[i] for i in at.tolist()],
        "동정보": [town.buildings.part[i].removesuffix("동") for i in at.tolist()],
        "층정보": ["" if not n else "지" if n == -1 else f"지{-n}" if n < 0 else str(n) for n in level],
        "호정보": [str(n) if n else "" for n in unit],
    }


def _damage(
    cells: dict[str, list[str]],
    one: tuple[str, str],
    other: tuple[str, str],
    register: str,
    rng: np.random.Generator,
    faults: list[Fault],
) -> None:
    """Codes in two columns that a spreadsheet took for numbers: (header, field) each."""
    count = len(cells[one[0]])
    chosen = rng.choice(count, size=max(2, round(rate("code_damaged", register) * count)), replace=False)
    for at, row in enumerate(chosen.tolist()):
        header, field_name = one if at % 2 else other
        cells[header][row] = spreadsheet_number(cells[header][row])
        faults.append(Fault(row, "code_damaged", field_name, UNREADABLE))


# ---------------------------------------------------------------------- academies
def academy_files(town: Town) -> list[RawFile]:
    """The register of academies: a row per course, so that some academies have several."""
    register, rng = "academies", town.stream("academies")
    b = town.businesses
    who = listed(b, b.is_kind(*LEARNING), register, ACADEMIES_DAY, rng)
    who = who[np.lexsort((who, b.opened[who]))]
    made = draft(town, who, register, ACADEMIES_DAY)
    made.faults += stale_faults(b, who, ACADEMIES_DAY)
    count = len(who)
    kinds = [list(KINDS)[k] for k in b.kind[who].tolist()]
    opened = [day_text(day, "plain") for day in b.opened[who].tolist()]
    plant_dates(opened, register, "opened", rng, made.faults)
    seats = (rng.integers(1, 28, count) * np.where(rng.random(count) < 0.08, 50, 6)).tolist()
    changed = np.minimum(b.opened[who] + rng.integers(0, 3000, count), ACADEMIES_DAY).tolist()
    cells = {
        "시도교육청코드": ["G10"] * count,
        "시도교육청명": ["대전광역시교육청"] * count,
        "행정구역명": [DISTRICT] * count,
        "학원교습소명": ["교습소" if "교습소" in name else "학원" for name in made.names],
        "학원지정번호": [f"4{n:09d}" for n in range(1, count + 1)],
        "학원명": made.names,
        "개설일자": opened,
        "등록일자": opened,
        "등록상태명": ["휴원" if away else "개원" for away in b.suspended[who].tolist()],
        "휴원시작일자": ["99991231"] * count,
        "휴원종료일자": ["99991231"] * count,
        "정원합계": [f"{n:,}" for n in seats],
        "일시수용능력인원합계": [f"{n // 2:,}" for n in seats],
        "분야명": [_FIELDS[kind][0] for kind in kinds],
        "교습계열명": [_FIELDS[kind][1] for kind in kinds],
        "수강료공개여부": ["Y"] * count,
        "기숙사학원여부": ["N"] * count,
        "도로명우편번호": [town.buildings.post[at] for at in made.building.tolist()],
        "도로명주소": made.roads,
        "도로명상세주소": made.details,
        "전화번호": made.phones,
        "수정일자": [day_text(day, "plain") for day in changed],
    }
    courses = 1 + np.searchsorted(_COURSES, rng.random(count), side="right")
    every = np.repeat(np.arange(count), courses)
    rank = np.arange(len(every)) - np.repeat(np.cumsum(courses) - courses, courses)
    again, second = repeated(len(every), register, rng)
    rows, rank = every[again], rank[again]
    columns = columns_of(_ACADEMIES, cells, rows)
    names = [_FIELDS[kinds[row]][2][at] for row, at in zip(rows.tolist(), rank.tolist())]
    columns[_ACADEMIES.index("교습과정목록명")] = columns[_ACADEMIES.index("교습과정명")] = names
    fees = rng.integers(8, 40, len(rows)).tolist()
    columns[_ACADEMIES.index("인당수강료내용")] = [f"{name}:{fee}0000" for name, fee in zip(names, fees)]
    keys = cells["학원지정번호"]
    file = FileOf(ACADEMIES_FILE, register, "utf-8", 0)
    enter(town, made, file, keys, states_of(b, who), rows, second, np.arange(len(rows)))
    return [RawFile(ACADEMIES_FILE, table_bytes(_ACADEMIES, columns, TextStyle(encoding="utf-8")))]
