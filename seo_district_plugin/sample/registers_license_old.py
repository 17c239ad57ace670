"""Licenses in the layout before 2026 (``fulldata``): a snapshot of two years ago, with a comma behind every line."""

from __future__ import annotations

import numpy as np

from .businesses import TODAY
from .businesses_kinds import LICENSES
from .faults_rates import LICENSE_NUMBERS_KEPT, rate
from .registers_files import RawFile, TextStyle, table_bytes
from .registers_license import (
    AUTHORITY,
    STATES,
    change_stamps,
    coordinate_columns,
    day_columns,
    drawn,
    kind_texts,
    license_numbers,
    plant_wrong_order,
    states_on,
)
from .registers_rows import Draft, FileOf, Town, columns_of, draft, enter, plant_dates, repeated

REGISTER = "license_old"
FOLDER = "2_인허가_구서식"
OLD_DAY = int(np.datetime64("2024-08-31").astype(np.int64))
ENDS_LICENSE = "휴게음식점"
"""The license whose file has two kinds of line ends."""
_OTHER_ENDS = 0.3  # of its lines
_FIRST_NUMBER = 40_001
"""Behind the numbers that the new file gives in any year: no row can be joined by its number."""
HEADER = (
    "번호,개방서비스명,개방서비스id,개방자치단체코드,관리번호,인허가일자,인허가취소일자,영업상태구분코드,영업상태명,"
    "상세영업상태코드,상세영업상태명,폐업일자,휴업시작일자,휴업종료일자,재개업일자,소재지전화,소재지면적,소재지우편번호,"
    "소재지전체주소,도로명전체주소,도로명우편번호,사업장명,최종수정시점,데이터갱신구분,데이터갱신일자,업태구분명,"
    "좌표정보(x),좌표정보(y),위생업태명,남성종사자수,여성종사자수,영업장주변구분명,등급구분명,급수시설구분명,총종업원수,"
    "본사종업원수,공장사무직종업원수,공장판매직종업원수,공장생산직종업원수,건물소유구분명,보증액,월세액,다중이용업소여부,"
    "시설총규모,전통업소지정번호,전통업소주된음식,홈페이지"
).split(",")
_DIGITS_ONLY = str.maketrans("", "", "- :")


def old_license_files(town: Town, who: np.ndarray, types: np.ndarray) -> list[RawFile]:
    """All files of the old layout.

    Args:
        who, types: as of :func:`.registers_license.all_licenses`.
    """
    b, rng = town.businesses, town.stream("license_old.files")
    has_file = np.array([bool(license_.old_id) for license_ in LICENSES.values()])
    known = has_file[types] & (b.opened[who] <= OLD_DAY) & (rng.random(len(who)) >= rate("missed", REGISTER))
    numbers = _numbers(town, who, types, known, rng)
    who, types = who[known], types[known]
    made = draft(town, who, REGISTER, OLD_DAY)
    cells = _cells(town, made, types) | {"관리번호": numbers}
    today = states_on(town, who, TODAY)
    files = []
    rows, second = repeated(len(who), REGISTER, rng)
    for index, license_ in enumerate(LICENSES.values()):
        part = np.flatnonzero(types[rows] == index)
        if not len(part):
            continue
        path = f"{FOLDER}/fulldata_{license_.old_id}_{license_.name}.csv"
        columns = columns_of(HEADER, cells, rows[part])
        columns[0] = [str(n) for n in range(1, len(part) + 1)]
        style, notes = TextStyle(quoted=True, trailing=True), ["file_trailing_comma"]
        if license_.name == ENDS_LICENSE:
            style.other_ends = frozenset(np.flatnonzero(rng.random(len(part)) < _OTHER_ENDS).tolist())
            notes.append("file_mixed_line_ends")
        enter(town, made, FileOf(path, REGISTER, "cp949", 5174, notes), numbers, today, rows, second, part)
        files.append(RawFile(path, table_bytes(HEADER, columns, style)))
    return files


def _numbers(town: Town, who: np.ndarray, types: np.ndarray, known: np.ndarray, rng: np.random.Generator) -> list[str]:
    """Numbers of the licenses in this file: of its own, or those of the new file for the share that keeps them."""
    opened = town.businesses.opened[who]
    own = license_numbers(types[known], opened[known], _FIRST_NUMBER)
    if not LICENSE_NUMBERS_KEPT:
        return own
    same = np.array(license_numbers(types, opened, 1), dtype=object)[known]
    return np.where(rng.random(len(own)) < LICENSE_NUMBERS_KEPT, same, np.array(own, dtype=object)).tolist()


def _cells(town: Town, made: Draft, types: np.ndarray) -> dict[str, list[str]]:
    """Columns by header; what is left out is blank."""
    b, who, count, rng = town.businesses, made.who, len(made.who), town.stream("license_old")
    opened, closed = day_columns(town, who, OLD_DAY, "plain")
    plant_wrong_order(opened, closed, REGISTER, rng, made.faults)
    states = states_on(town, who, OLD_DAY)
    plant_dates(opened, REGISTER, "permit_dt", rng, made.faults)
    x, y = coordinate_columns(town, made, REGISTER, types, OLD_DAY, rng)
    codes = [STATES[state] for state in states]
    styles = kind_texts(b.kind[who], types)
    changed = change_stamps(town, who, OLD_DAY, rng)
    licenses = list(LICENSES.values())
    post = [town.buildings.post[at] for at in made.building.tolist()]
    return {
        "개방서비스명": [licenses[t].name for t in types.tolist()],
        "개방서비스id": [licenses[t].old_id for t in types.tolist()],
        "개방자치단체코드": [AUTHORITY] * count,
        "인허가일자": opened,
        "인허가취소일자": [day if state == "canceled" else "" for day, state in zip(closed, states)],
        "영업상태구분코드": [code[0][1:] for code in codes],
        "영업상태명": [code[1] for code in codes],
        "상세영업상태코드": [code[2][1:] for code in codes],
        "상세영업상태명": [code[3] for code in codes],
        "폐업일자": [day if state == "closed" else "" for day, state in zip(closed, states)],
        "소재지전화": made.phones,
        "소재지면적": [f"{value:.1f}" for value in np.exp(rng.normal(4.1, 0.7, count)).tolist()],
        "소재지전체주소": made.lots,
        "도로명전체주소": made.roads,
        "도로명우편번호": [f"302{code[2:]}" if road else "" for code, road in zip(post, made.roads)],
        "사업장명": made.names,
        "최종수정시점": [stamp.translate(_DIGITS_ONLY) for stamp in changed],
        "데이터갱신구분": drawn(rng, count, ("I", "U"), (0.8, 0.2)),
        "데이터갱신일자": [f"{stamp[:10]} 23:59:59.0" for stamp in changed],
        "업태구분명": styles,
        "좌표정보(x)": x,
        "좌표정보(y)": y,
        "위생업태명": styles,
        "다중이용업소여부": drawn(rng, count, ("N", "Y", ""), (0.5, 0.1, 0.4)),
    }
