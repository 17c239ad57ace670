"""Licenses in the layout since 2026: a ZIP with a file per license, and two files that came by themselves."""

from __future__ import annotations

import unicodedata

import numpy as np

from .businesses import TODAY
from .businesses_kinds import LICENSES
from .registers_files import RawFile, TextStyle, table_bytes, zip_bytes
from .registers_license import (
    AUTHORITY,
    STATES,
    WRONG_EPSG,
    WRONG_LICENSE,
    change_stamps,
    coordinate_columns,
    day_columns,
    drawn,
    kind_texts,
    license_numbers,
    plant_wrong_order,
    states_on,
)
from .registers_rows import Draft, FileOf, Town, columns_of, draft, enter, plant_dates, plant_masks, repeated

REGISTER = "license_new"
FOLDER = "1_인허가_신규서식"
ARCHIVE = f"{FOLDER}/인허가정보.zip"
MORE = f"{FOLDER}/추가"
"""Folder of the files that came by themselves."""
NFD_LICENSE, BOM_LICENSE = "숙박업", "이용업"
"""Licenses whose file has a decomposed name, or the mark of another encoding in front."""
_NOTES = {
    NFD_LICENSE: ["file_name_decomposed"],
    WRONG_LICENSE: ["file_other_crs"],
    BOM_LICENSE: ["file_bom_over_cp949"],
}
HEADER = (
    "개방자치단체코드,관리번호,인허가일자,영업상태명,폐업일자,소재지면적,소재지우편번호,도로명우편번호,사업장명,업태구분명,"
    "데이터갱신구분,건물소유구분명,건물지상층수,건물지하층수,남성종사자수,다중이용업소여부,데이터갱신시점,도로명주소,"
    "사용끝지상층,사용끝지하층,사용시작지상층,사용시작지하층,상세영업상태명,상세영업상태코드,여성종사자수,영업상태코드,"
    "위생업태명,의자수,전화번호,조건부허가시작일자,조건부허가신고사유,조건부허가종료일자,좌표정보(X),좌표정보(Y),지번주소,"
    "침대수,최종수정시점"
).split(",")


def new_license_files(town: Town, who: np.ndarray, types: np.ndarray) -> list[RawFile]:
    """All files of the new layout.

    Args:
        who, types: as of :func:`.registers_license.all_licenses`.
    """
    made = draft(town, who, REGISTER, TODAY)
    cells = _cells(town, made, types)
    today = states_on(town, who, TODAY)
    members: dict[str, bytes] = {}
    alone = []
    rows, second = repeated(len(who), REGISTER, town.stream("license_new.repeated"))
    for index, license_ in enumerate(LICENSES.values()):
        part = np.flatnonzero(types[rows] == index)
        if not len(part):
            continue
        name = f"{license_.folder}/{license_.folder}_{license_.name}.csv"
        by_itself = license_.name in (NFD_LICENSE, WRONG_LICENSE)
        path = f"{MORE}/{license_.folder}_{license_.name}_대전서구.csv" if by_itself else f"{ARCHIVE}/{name}"
        style = TextStyle(quoted=True, bom=license_.name == BOM_LICENSE)
        content = table_bytes(HEADER, columns_of(HEADER, cells, rows[part]), style)
        epsg = WRONG_EPSG if license_.name == WRONG_LICENSE else 5174
        file = FileOf(path, REGISTER, "cp949", epsg, _NOTES.get(license_.name, ()))
        enter(town, made, file, cells["관리번호"], today, rows, second, part)
        if by_itself:
            folder, _, last = path.rpartition("/")
            last = unicodedata.normalize("NFD", last) if license_.name == NFD_LICENSE else last
            alone.append(RawFile(f"{folder}/{last}", content))
        else:
            members[name] = content
    return [RawFile(ARCHIVE, zip_bytes(members, korean_names=True)), *alone]


def _cells(town: Town, made: Draft, types: np.ndarray) -> dict[str, list[str]]:
    """Columns by header; what is left out is blank."""
    b, who, count, rng = town.businesses, made.who, len(made.who), town.stream("license_new")
    opened, closed = day_columns(town, who, TODAY, "iso")
    plant_wrong_order(opened, closed, REGISTER, rng, made.faults)
    plant_dates(opened, REGISTER, "permit_dt", rng, made.faults)
    x, y = coordinate_columns(town, made, REGISTER, types, TODAY, rng)
    states = [STATES[state] for state in states_on(town, who, TODAY)]
    styles = kind_texts(b.kind[who], types)
    staff = [str(n) if n else "" for n in np.where(rng.random(count) < 0.3, rng.integers(1, 9, count), 0).tolist()]
    plant_masks(staff, REGISTER, "staff_m", rng, made.faults)
    changed = change_stamps(town, who, TODAY, rng)
    post = [town.buildings.post[at] for at in made.building.tolist()]
    return {
        "개방자치단체코드": [AUTHORITY] * count,
        "관리번호": license_numbers(types, b.opened[who], 1),
        "인허가일자": opened,
        "영업상태명": [state[1] for state in states],
        "폐업일자": closed,
        "소재지면적": [f"{value:.2f}" for value in np.exp(rng.normal(4.1, 0.7, count)).tolist()],
        "도로명우편번호": [code if road else "" for code, road in zip(post, made.roads)],
        "사업장명": made.names,
        "업태구분명": styles,
        "데이터갱신구분": drawn(rng, count, ("I", "U"), (0.6, 0.4)),
        "건물지상층수": [str(floors) for floors in b.sites.floors[made.building].tolist()],
        "남성종사자수": staff,
        "다중이용업소여부": drawn(rng, count, ("N", "Y", ""), (0.5, 0.1, 0.4)),
        "데이터갱신시점": [f"{stamp[:10]} 22:{18 + at % 40}:00" for at, stamp in enumerate(changed)],
        "도로명주소": made.roads,
        "상세영업상태명": [state[3] for state in states],
        "상세영업상태코드": [state[2] for state in states],
        "영업상태코드": [state[0] for state in states],
        "위생업태명": styles,
        "전화번호": made.phones,
        "좌표정보(X)": x,
        "좌표정보(Y)": y,
        "지번주소": made.lots,
        "최종수정시점": changed,
    }
