"""Licenses as the portal gives them: the layout since 2026 (a ZIP, and files of their own), and the old one."""

from __future__ import annotations

import unicodedata

import numpy as np

from .addresses_text import Buildings
from .businesses import OPEN, TODAY, second_licenses
from .businesses_kinds import KINDS, LICENSES
from .faults_coordinates import LEAST_ROWS, write_coordinates
from .faults_rates import LICENSE_NUMBERS_KEPT, rate
from .faults_text import day_text
from .registers_files import RawFile, TextStyle, table_bytes, zip_bytes
from .registers_rows import Draft, FileOf, Town, columns_of, draft, enter, plant_dates, plant_masks, repeated
from .registers_truth import Fault

OLD_DAY = int(np.datetime64("2024-08-31").astype(np.int64))
NEW_FOLDER, OLD_FOLDER = "1_인허가_신규서식", "2_인허가_구서식"
ARCHIVE = f"{NEW_FOLDER}/인허가정보.zip"
NFD_LICENSE, WRONG_LICENSE, BOM_LICENSE, ENDS_LICENSE = "숙박업", "노래연습장업", "이용업", "휴게음식점"
"""Licenses whose file has a decomposed name, another CRS, a mark of another encoding, mixed line ends."""
WRONG_EPSG = 5186
_AUTHORITY = "3660000"
_FRESH, _LONG_GONE = TODAY - 60, int(np.datetime64("2012-01-01").astype(np.int64))
_NEW = (
    "개방자치단체코드,관리번호,인허가일자,영업상태명,폐업일자,소재지면적,소재지우편번호,도로명우편번호,사업장명,업태구분명,데이터갱신구분,"
    "건물소유구분명,건물지상층수,건물지하층수,남성종사자수,다중이용업소여부,데이터갱신시점,도로명주소,사용끝지상층,사용끝지하층,"
    "사용시작지상층,사용시작지하층,상세영업상태명,상세영업상태코드,여성종사자수,영업상태코드,위생업태명,의자수,전화번호,조건부허가시작일자,"
    "조건부허가신고사유,조건부허가종료일자,좌표정보(X),좌표정보(Y),지번주소,침대수,최종수정시점"
).split(",")
_OLD = (
    "번호,개방서비스명,개방서비스id,개방자치단체코드,관리번호,인허가일자,인허가취소일자,영업상태구분코드,영업상태명,상세영업상태코드,상세영업상태명,"
    "폐업일자,휴업시작일자,휴업종료일자,재개업일자,소재지전화,소재지면적,소재지우편번호,소재지전체주소,도로명전체주소,도로명우편번호,사업장명,"
    "최종수정시점,데이터갱신구분,데이터갱신일자,업태구분명,좌표정보(x),좌표정보(y),위생업태명,남성종사자수,여성종사자수,영업장주변구분명,등급구분명,"
    "급수시설구분명,총종업원수,본사종업원수,공장사무직종업원수,공장판매직종업원수,공장생산직종업원수,건물소유구분명,보증액,월세액,다중이용업소여부,"
    "시설총규모,전통업소지정번호,전통업소주된음식,홈페이지"
).split(",")
_STATES = {
    "open": ("01", "영업/정상", "01", "영업"),
    "suspended": ("02", "휴업", "02", "휴업"),
    "closed": ("03", "폐업", "03", "폐업"),
    "canceled": ("04", "취소/말소/만료/정지/중지", "07", "직권말소"),
}
_ORDER = list(LICENSES)


def license_files(town: Town) -> list[RawFile]:
    """Both registers of licenses."""
    entries, types = _entries(town)
    return _new_files(town, entries, types) + _old_files(town, entries, types)


def _entries(town: Town) -> tuple[np.ndarray, np.ndarray]:
    """(business, license) of every license ever given, the licenses as indices, in the order of files and dates."""
    b = town.businesses
    main = np.array([_ORDER.index(kind.license) if kind.license else -1 for kind in KINDS.values()])
    who = np.flatnonzero(main[b.kind] >= 0)
    types = main[b.kind[who]]
    for more, license_ in second_licenses(b, town.stream("second_licenses")):
        who, types = np.r_[who, more], np.r_[types, np.full(len(more), _ORDER.index(license_))]
    order = np.lexsort((who, b.opened[who], types))
    return who[order], types[order]


def _numbers(types: np.ndarray, opened: np.ndarray, first: int) -> list[str]:
    """Numbers of licenses: authority, type, year, and a running number in it; rows in the order of types and dates."""
    year = np.where(opened < 0, 1969, (opened.astype("datetime64[D]").astype("datetime64[Y]").astype(int) + 1970))
    group = types * 10_000 + year
    new = np.r_[True, group[1:] != group[:-1]]
    start = np.maximum.accumulate(np.where(new, np.arange(len(group)), 0))
    running = np.arange(len(group)) - start + first
    parts = [license_.number for license_ in LICENSES.values()]
    return [f"{_AUTHORITY}-{parts[t]}-{y}-{n:05d}" for t, y, n in zip(types.tolist(), year.tolist(), running.tolist())]


def states_on(town: Town, who: np.ndarray, day: int) -> list[str]:
    """State of businesses on a day."""
    b = town.businesses
    gone = b.closed[who] <= day
    state = np.where(gone, np.where(b.canceled[who], "canceled", "closed"), "open")
    return np.where(~gone & b.suspended[who] & (b.closed[who] == OPEN), "suspended", state).tolist()


def _days(town: Town, who: np.ndarray, day: int, form: str) -> tuple[list[str], list[str]]:
    """Opening and closing days as texts."""
    b = town.businesses
    texts: dict[int, str] = {}

    def text(value: int) -> str:
        if value not in texts:
            texts[value] = day_text(value, form)
        return texts[value]

    opened = [text(value) for value in b.opened[who].tolist()]
    closed = [text(value) if value <= day else "" for value in b.closed[who].tolist()]
    return opened, closed


def _places(
    town: Town, made: Draft, register: str, types: np.ndarray, day: int, rng: np.random.Generator
) -> tuple[list[str], list[str]]:
    """Coordinate columns; old closures and new permits have none, some lie in the middle of their dong."""
    b, sites = town.businesses, town.businesses.sites
    closed, opened = b.closed[made.who], b.opened[made.who]
    draws = rng.random((2, len(made.who)))
    share = np.full(len(made.who), rate("coordinates_blank_open", register))
    share[closed <= _LONG_GONE] = rate("coordinates_blank_closed", register)
    share[opened >= _FRESH] = max(rate("coordinates_blank_fresh", register), rate("coordinates_blank_open", register))
    blank = draws[0] < share
    sizes = np.bincount(types, minlength=len(_ORDER))
    wrong = _ORDER.index(WRONG_LICENSE) if register == "license_new" else -1
    able = (sizes[types] >= LEAST_ROWS) & (types != wrong)
    rough = able & ~blank & (closed <= day) & (draws[1] < rate("coordinates_of_dong", register))
    xy = made.xy.copy()
    xy[rough] = sites.dong_xy[sites.dong[made.building[rough]]]
    found = write_coordinates(xy, 5174, register, able & ~rough, rng, blank)
    made.faults += [*found.faults, *(Fault(row, "coordinates_of_dong") for row in np.flatnonzero(rough).tolist())]
    if wrong >= 0:
        own = np.flatnonzero(types == wrong)
        other = write_coordinates(xy[own], WRONG_EPSG, "", np.zeros(len(own), dtype=bool), rng)
        for at, row in enumerate(own.tolist()):
            if not blank[row]:
                found.x[row], found.y[row] = other.x[at], other.y[at]
    return found.x, found.y


def _wrong_order(
    opened: list[str], closed: list[str], register: str, rng: np.random.Generator, faults: list[Fault]
) -> None:
    """Some closed before they opened: the days are swapped."""
    rows = np.flatnonzero([bool(text) for text in closed])
    for row in rng.choice(rows, size=max(1, round(rate("date_order", register) * len(rows))), replace=False).tolist():
        opened[row], closed[row] = closed[row], opened[row]
        faults.append(Fault(row, "date_order"))


# ---------------------------------------------------------------------- since 2026
def _new_files(town: Town, who: np.ndarray, types: np.ndarray) -> list[RawFile]:
    register, rng = "license_new", town.stream("license_new")
    made = draft(town, who, register, TODAY)
    b, count = town.businesses, len(who)
    opened, closed = _days(town, who, TODAY, "iso")
    _wrong_order(opened, closed, register, rng, made.faults)
    plant_dates(opened, register, "permit_dt", rng, made.faults)
    x, y = _places(town, made, register, types, TODAY, rng)
    today = states_on(town, who, TODAY)
    states = [_STATES[state] for state in today]
    styles = _kind_texts(b.kind[who], types)
    staff = [str(n) if n else "" for n in np.where(rng.random(count) < 0.3, rng.integers(1, 9, count), 0).tolist()]
    plant_masks(staff, register, "staff_m", rng, made.faults)
    changed = _stamps(town, who, TODAY, rng)
    keys = _numbers(types, b.opened[who], 1)
    post = [town.buildings.post[at] for at in made.building.tolist()]
    ground = [str(floors) for floors in b.sites.floors[made.building].tolist()]
    cells = {
        "개방자치단체코드": [_AUTHORITY] * count, "관리번호": keys, "인허가일자": opened,
        "영업상태명": [state[1] for state in states], "폐업일자": closed,
        "소재지면적": [f"{value:.2f}" for value in np.exp(rng.normal(4.1, 0.7, count)).tolist()],
        "도로명우편번호": [code if road else "" for code, road in zip(post, made.roads)],
        "사업장명": made.names, "업태구분명": styles, "데이터갱신구분": drawn(rng, count, ("I", "U"), (0.6, 0.4)),
        "건물지상층수": ground, "남성종사자수": staff, "다중이용업소여부": drawn(rng, count, ("N", "Y", ""), (0.5, 0.1, 0.4)),
        "데이터갱신시점": [f"{stamp[:10]} 22:{18 + at % 40}:00" for at, stamp in enumerate(changed)],
        "도로명주소": made.roads, "상세영업상태명": [state[3] for state in states],
        "상세영업상태코드": [state[2] for state in states], "영업상태코드": [state[0] for state in states],
        "위생업태명": styles, "전화번호": made.phones, "좌표정보(X)": x, "좌표정보(Y)": y, "지번주소": made.lots,
        "최종수정시점": changed,
    }  # fmt: skip
    members: dict[str, bytes] = {}
    files = []
    rows, second = repeated(count, register, rng)
    for index, license_ in enumerate(LICENSES.values()):
        name = f"{license_.folder}/{license_.folder}_{license_.name}.csv"
        part = np.flatnonzero(types[rows] == index)
        if not len(part):
            continue
        alone = license_.name in (NFD_LICENSE, WRONG_LICENSE)
        path = f"{NEW_FOLDER}/{license_.folder}_{license_.name}_대전서구.csv" if alone else f"{ARCHIVE}/{name}"
        notes = {NFD_LICENSE: ["file_name_decomposed"], WRONG_LICENSE: ["file_other_crs"], BOM_LICENSE: ["file_bom_over_cp949"]}
        epsg = WRONG_EPSG if license_.name == WRONG_LICENSE else 5174
        content = table_bytes(
            _NEW, columns_of(_NEW, cells, rows[part]), TextStyle(quoted=True, bom=license_.name == BOM_LICENSE)
        )
        file = FileOf(path, register, "cp949", epsg, notes.get(license_.name, []))
        enter(town, made, file, keys, today, rows, second, part)
        if alone:
            files.append(RawFile(unicodedata.normalize("NFD", path) if license_.name == NFD_LICENSE else path, content))
        else:
            members[name] = content
    return [RawFile(ARCHIVE, zip_bytes(members, korean_names=True)), *files]


def drawn(rng: np.random.Generator, count: int, texts: tuple[str, ...], shares: tuple[float, ...]) -> list[str]:
    return [texts[at] for at in rng.choice(len(texts), size=count, p=shares).tolist()]


def _kind_texts(kind: np.ndarray, types: np.ndarray) -> list[str]:
    """What the register calls the kind of a business; of a second license the license itself."""
    kinds = list(KINDS.values())
    return [
        kinds[k].style if kinds[k].license == _ORDER[t] else _ORDER[t] for k, t in zip(kind.tolist(), types.tolist())
    ]


def _stamps(town: Town, who: np.ndarray, day: int, rng: np.random.Generator) -> list[str]:
    """When rows were last changed: some time after the business opened or closed."""
    b = town.businesses
    since = np.where(b.closed[who] <= day, b.closed[who], b.opened[who])
    when = np.minimum(since + np.floor(rng.random(len(who)) ** 2 * (day - since)).astype(np.int64), day)
    dates = np.maximum(when, 10_957).astype("datetime64[D]").astype(str).tolist()
    second = rng.integers(0, 36_000, len(who))
    return [f"{date} {9 + s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}" for date, s in zip(dates, second.tolist())]


# ---------------------------------------------------------------------- before 2026
def _old_files(town: Town, who: np.ndarray, types: np.ndarray) -> list[RawFile]:
    register, rng = "license_old", town.stream("license_old")
    b = town.businesses
    has_file = np.array([bool(license_.old_id) for license_ in LICENSES.values()])
    known = has_file[types] & (b.opened[who] <= OLD_DAY) & (rng.random(len(who)) >= rate("missed", register))
    all_numbers = _numbers(types, b.opened[who], 1)
    who, types = who[known], types[known]
    made = draft(town, who, register, OLD_DAY)
    count = len(who)
    opened, closed = _days(town, who, OLD_DAY, "plain")
    _wrong_order(opened, closed, register, rng, made.faults)
    states, today = states_on(town, who, OLD_DAY), states_on(town, who, TODAY)
    canceled = [day if state == "canceled" else "" for day, state in zip(closed, states)]
    plant_dates(opened, register, "permit_dt", rng, made.faults)
    closed = [day if state == "closed" else "" for day, state in zip(closed, states)]
    x, y = _places(town, made, register, types, OLD_DAY, rng)
    # Numbered anew, from where the new file's numbers of any year end, so that no row is joined by its number.
    keys = _numbers(types, b.opened[who], 40_001)
    kept = rng.random(count) < LICENSE_NUMBERS_KEPT
    if kept.any():
        same = [number for number, is_known in zip(all_numbers, known.tolist()) if is_known]
        keys = [same[i] if keep else key for i, (key, keep) in enumerate(zip(keys, kept.tolist()))]
    codes = [_STATES[state] for state in states]
    styles = _kind_texts(b.kind[who], types)
    changed = _stamps(town, who, OLD_DAY, rng)
    licenses = list(LICENSES.values())
    cells = {
        "개방서비스명": [licenses[t].name for t in types.tolist()], "개방서비스id": [licenses[t].old_id for t in types.tolist()],
        "개방자치단체코드": [_AUTHORITY] * count, "관리번호": keys, "인허가일자": opened, "인허가취소일자": canceled,
        "영업상태구분코드": [code[0][1:] for code in codes], "영업상태명": [code[1] for code in codes],
        "상세영업상태코드": [code[2][1:] for code in codes], "상세영업상태명": [code[3] for code in codes],
        "폐업일자": closed, "소재지전화": made.phones,
        "소재지면적": [f"{value:.1f}" for value in np.exp(rng.normal(4.1, 0.7, count)).tolist()],
        "소재지전체주소": made.lots, "도로명전체주소": made.roads,
        "도로명우편번호": _post(town.buildings, made), "사업장명": made.names,
        "최종수정시점": [stamp.translate(_DIGITS_ONLY) for stamp in changed],
        "데이터갱신구분": drawn(rng, count, ("I", "U"), (0.8, 0.2)),
        "데이터갱신일자": [f"{stamp[:10]} 23:59:59.0" for stamp in changed], "업태구분명": styles, "좌표정보(x)": x, "좌표정보(y)": y,
        "위생업태명": styles, "다중이용업소여부": drawn(rng, count, ("N", "Y", ""), (0.5, 0.1, 0.4)),
    }  # fmt: skip
    files = []
    rows, second = repeated(count, register, rng)
    for index, license_ in enumerate(licenses):
        part = np.flatnonzero(types[rows] == index)
        if not len(part):
            continue
        path = f"{OLD_FOLDER}/fulldata_{license_.old_id}_{license_.name}.csv"
        mixed = license_.name == ENDS_LICENSE
        ends = frozenset(np.flatnonzero(rng.random(len(part)) < 0.3).tolist()) if mixed else frozenset()
        columns = columns_of(_OLD, cells, rows[part])
        columns[0] = [str(n) for n in range(1, len(part) + 1)]
        style = TextStyle(quoted=True, trailing=True, other_ends=ends)
        notes = ["file_trailing_comma", *(["file_mixed_line_ends"] if mixed else [])]
        enter(town, made, FileOf(path, register, "cp949", 5174, notes), keys, today, rows, second, part)
        files.append(RawFile(path, table_bytes(_OLD, columns, style)))
    return files


_DIGITS_ONLY = str.maketrans("", "", "- :")


def _post(buildings: Buildings, made: Draft) -> list[str]:
    """Old postal codes of six digits, where there is a road address."""
    return [f"302{buildings.post[at][2:]}" if road else "" for at, road in zip(made.building.tolist(), made.roads)]
