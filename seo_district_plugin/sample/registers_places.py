"""Registers of places: cameras, emergency bells, security lights, and the list of traffic accidents."""

from __future__ import annotations

import datetime as dt

import numpy as np

from .addresses_text import CITY, DISTRICT
from .faults_coordinates import write_coordinates
from .faults_rates import rate
from .model import City
from .registers_files import RawFile
from .registers_rows import Town, plant_dates, plant_masks
from .registers_spots import (
    LEAST_FILE,
    REGISTER,
    TOO_MANY,
    UNCLOSED,
    Kind,
    Table,
    among,
    beside_buildings,
    blank_rows,
    damaged_codes,
    known,
    nearest_addresses,
    spot_count,
    spots_of,
    write_table,
)
from .registers_truth import Fault

FOLDER = "6_시설_사고"
FIRST_YEAR, LAST_YEAR = 2007, 2025
_MANY = 1_000  # accidents; fewer are spread over three years only
_AUTHORITY, _OFFICE, _PHONE = "3660000", "대전광역시 서구청", "042-000-0000"
_CCTV = (
    "개방자치단체코드,관리번호,관리기관명,소재지도로명주소,소재지지번주소,설치목적구분,카메라대수,카메라화소수,촬영방면정보,보관일수,설치연월,"
    "관리기관전화번호,WGS84위도,WGS84경도,데이터기준일자,데이터갱신구분,데이터갱신시점,최종수정시점"
).split(",")
_BELLS = (
    "개방자치단체코드,관리번호,안전비상벨관리번호,설치목적,설치장소유형,설치위치,소재지도로명주소,소재지지번주소,WGS84위도,WGS84경도,연계방식,"
    "경찰연계유무,경비업체연계유무,관리사무소연계유무,부가기능,안전비상벨설치연도,최종점검일자,최종점검결과구분,관리기관명,관리기관전화번호,"
    "데이터기준일자"
).split(",")
_LIGHTS = (
    "보안등위치명,설치개수,소재지도로명주소,소재지지번주소,위도,경도,설치연도,설치형태,관리기관전화번호,관리기관명,데이터기준일자"
).split(",")
_ACCIDENTS = (
    "사고번호,사고일시,요일,시군구,사고내용,사망자수,중상자수,경상자수,부상신고자수,사고유형,법규위반,노면상태,기상상태,도로형태,"
    "가해운전자 차종,피해운전자 차종,X좌표,Y좌표"
).split(",")
_PURPOSES = ("생활방범", "어린이보호", "시설물관리", "교통단속", "쓰레기단속", "재난재해", "다목적")
_PURPOSE_SHARES = (0.55, 0.14, 0.08, 0.08, 0.07, 0.02, 0.06)
_CAMERA = Kind(("cctv",), 0.012)
_BELL = Kind(("bells", "emergency_bells"), 0.006)
_LIGHT = Kind(("lights", "security_lights"), 0.040)
_CIRCUMSTANCES = (
    ("차대차 - 추돌", "차대차 - 측면충돌", "차대사람 - 횡단중", "차대사람 - 기타", "차량단독 - 공작물충돌"),
    ("안전운전불이행", "신호위반", "안전거리미확보", "보행자보호의무위반", "중앙선침범", "교차로운행방법위반"),
    ("포장 - 건조", "포장 - 건조", "포장 - 건조", "포장 - 젖음/습기", "포장 - 서리/결빙"),
    ("맑음", "맑음", "맑음", "흐림", "비", "눈"),
    ("교차로 - 교차로안", "교차로 - 교차로부근", "단일로 - 기타", "교차로 - 교차로횡단보도내", "기타 - 기타"),
    ("승용", "승용", "승용", "화물", "승합", "이륜", "개인형이동수단(PM)"),
    ("승용", "승용", "보행자", "이륜", "자전거", "화물", "없음"),
)
"""Kind of accident, offense, road surface, weather, shape of the road, vehicles: what a list of accidents tells."""


def place_files(town: Town, city: City, rows: int, total: int) -> list[RawFile]:
    """All four kinds, ``rows`` rows together: as many cameras, bells and lights as there are, the rest accidents.

    Args:
        total: rows of all registers, by which facilities are counted where the city has none.

    Raises:
        ValueError: fewer rows than the facilities need.
    """
    tables = [_cctv(town, city, total), _bells(town, city, total), _lights(town, city, total)]
    files, used = [], 0
    for table in tables:
        file, count = write_table(town, table)
        files.append(file)
        used += count
    left = rows - used
    if left < LEAST_FILE:
        raise ValueError(f"{rows} rows are too few for the registers of places")
    first = FIRST_YEAR if left >= _MANY else LAST_YEAR - 2
    files.append(write_table(town, _accidents(town, city, first, left))[0])
    return files


def facility_rows(city: City, rows: int) -> int:
    """Rows that cameras, bells and lights take of ``rows`` in all, about: for planning the sizes of the others."""
    return sum(spot_count(city, kind, rows) for kind in (_CAMERA, _BELL, _LIGHT))


# ---------------------------------------------------------------------- facilities
def _cctv(town: Town, city: City, rows: int) -> Table:
    rng = town.stream("places.cctv")
    xy = spots_of(city, _CAMERA, rows, rng)
    count = len(xy)
    faults: list[Fault] = []
    where = nearest_addresses(town, xy, rng)
    found = write_coordinates(xy, 4326, REGISTER, np.ones(count, dtype=bool), rng, blank_rows(count, rng))
    keys = [f"2026{_AUTHORITY}008{n:05d}" for n in range(1, count + 1)]
    codes = damaged_codes(keys, "mng_no", rng, faults)
    pixels = [str(n) for n in rng.choice([130, 200, 400, 500], size=count).tolist()]
    plant_masks(pixels, REGISTER, "pixels", rng, faults)
    year = known(city, _CAMERA, "year", count, rng.integers(2010, 2026, count).tolist())
    month, dashed = rng.integers(1, 13, count).tolist(), rng.random(count) < 0.5
    made_on = [f"{y}-{m:02d}" if dash else f"{y}{m:02d}" for y, m, dash in zip(year, month, dashed)]
    purposes = among(rng, count, _PURPOSES, _PURPOSE_SHARES)
    as_of = ["2026-05-18"] * count
    plant_dates(as_of, REGISTER, "as_of", rng, faults)
    columns = [
        [_AUTHORITY] * count,
        codes,
        [_OFFICE] * count,
        where.road,
        where.lot,
        known(city, _CAMERA, "purpose", count, purposes),
        known(city, _CAMERA, "cameras", count, rng.integers(1, 5, count).tolist()),
        pixels,
        ["360도 전방면" if n else "" for n in (rng.random(count) < 0.7).tolist()],
        ["30"] * count,
        made_on,
        [_PHONE] * count,
        found.y,
        found.x,
        as_of,
        ["I"] * count,
        ["2026-05-27 22:58:19"] * count,
        ["2026-05-26 09:08:44"] * count,
    ]
    return Table(
        f"{FOLDER}/12_04_08_E_CCTV정보_대전서구.csv", "cctv", _CCTV, columns, keys, xy, "cctv", 4326,
        faults + found.faults, broken_kind=UNCLOSED, broken_at=_CCTV.index("관리기관명"),
    )  # fmt: skip


def _bells(town: Town, city: City, rows: int) -> Table:
    rng = town.stream("places.bells")
    xy = spots_of(city, _BELL, rows, rng)
    count = len(xy)
    faults: list[Fault] = []
    where = nearest_addresses(town, xy, rng)
    found = write_coordinates(xy, 4326, REGISTER, np.zeros(count, dtype=bool), rng, blank_rows(count, rng))
    keys = [f"2026{_AUTHORITY}009{n:05d}" for n in range(1, count + 1)]
    sites = ("공중화장실", "도시공원", "골목길", "기타")
    kinds = rng.integers(0, 4, count).tolist()
    checked = ["2026-03-02" if known else "" for known in (rng.random(count) < 0.8).tolist()]
    plant_dates(checked, REGISTER, "checked", rng, faults)
    police = ["Y" if yes else "N" for yes in (rng.random(count) < 0.6).tolist()]
    columns = [
        [_AUTHORITY] * count,
        keys,
        [f"SB-{n:04d}" for n in range(1, count + 1)],
        ["방범"] * count,
        [sites[k] for k in kinds],
        [f"{legal} {sites[k]}" for legal, k in zip(where.legal, kinds)],
        where.road,
        where.lot,
        found.y,
        found.x,
        ["경찰서 연계" if yes == "Y" else "관제센터 연계" for yes in police],
        police,
        ["N"] * count,
        ["N"] * count,
        [""] * count,
        [str(n) for n in rng.integers(2012, 2026, count).tolist()],
        checked,
        ["정상" if day else "" for day in checked],
        [_OFFICE] * count,
        [_PHONE] * count,
        ["2026-05-18"] * count,
    ]
    return Table(
        f"{FOLDER}/전국안전비상벨위치표준데이터_대전서구.csv", "emergency_bells", _BELLS, columns, keys, xy, "bell",
        4326, faults + found.faults,
    )  # fmt: skip


def _lights(town: Town, city: City, rows: int) -> Table:
    rng = town.stream("places.lights")
    xy = spots_of(city, _LIGHT, rows, rng)
    count = len(xy)
    where = nearest_addresses(town, xy, rng)
    found = write_coordinates(xy, 4326, REGISTER, np.ones(count, dtype=bool), rng, blank_rows(count, rng))
    keys = [f"{legal.removesuffix('동')}-{n:05d}" for n, legal in enumerate(where.legal, start=1)]
    drawn = rng.random(count).tolist()
    year = known(city, _LIGHT, "year", count, [2000 + int(u * 26) for u in drawn])
    year = ["" if u < 0.2 else known for u, known in zip(drawn, year)]
    columns = [
        keys,
        known(city, _LIGHT, "lamps", count, rng.choice([1, 1, 1, 2], size=count).tolist()),
        where.road,
        where.lot,
        found.y,
        found.x,
        year,
        among(rng, count, ("한전주", "전용주", "통신주", "건축물")),
        [_PHONE] * count,
        [_OFFICE] * count,
        ["2026-01-31"] * count,
    ]
    return Table(
        f"{FOLDER}/대전광역시_서구_보안등정보_20260131.csv", "security_lights", _LIGHTS, columns, keys, xy, "light",
        4326, found.faults, "utf-8", "\n", TOO_MANY, _LIGHTS.index("소재지지번주소"),
    )  # fmt: skip


# ---------------------------------------------------------------------- accidents
def _accidents(town: Town, city: City, first: int, count: int) -> Table:
    """Accidents since the first day of a year; ``count`` rows with the repeated ones."""
    rng = town.stream("places.accidents")
    twice = max(1, round(rate("duplicate_row", REGISTER) * count / (1 + rate("duplicate_row", REGISTER))))
    count -= twice
    xy = beside_buildings(city, count, 25.0, rng)
    start, end = dt.datetime(first, 1, 1), dt.datetime(LAST_YEAR + 1, 1, 1)
    when = [
        start + dt.timedelta(seconds=s)
        for s in np.sort(rng.integers(0, int((end - start).total_seconds()), count)).tolist()
    ]
    keys = [f"{day:%Y%m%d%H}{n:08d}" for n, day in enumerate(when, start=1)]
    faults: list[Fault] = []
    codes = damaged_codes(keys, "c001", rng, faults)
    found = write_coordinates(xy, 5179, REGISTER, np.ones(count, dtype=bool), rng, blank_rows(count, rng))
    legal = nearest_addresses(town, xy, rng).legal
    hurt = rng.choice(4, size=count, p=(0.008, 0.24, 0.66, 0.092))
    harm = ("사망사고", "중상사고", "경상사고", "부상신고사고")
    columns = [
        codes,
        [f"{day:%Y-%m-%d %H:%M}" for day in when],
        ["월화수목금토일"[day.weekday()] + "요일" for day in when],
        [f"{CITY} {DISTRICT} {name}" for name in legal],
        [harm[n] for n in hurt.tolist()],
        *[
            [
                str(1 + int(extra)) if n == k else "0"
                for n, extra in zip(hurt.tolist(), (rng.random(count) < 0.15).tolist())
            ]
            for k in range(4)
        ],
        *[among(rng, count, texts) for texts in _CIRCUMSTANCES],
        found.x,
        found.y,
    ]
    name = f"교통사고_발생현황_서구_{first}_{LAST_YEAR}.csv"
    return Table(
        f"{FOLDER}/{name}", "generic_xy", _ACCIDENTS, columns, keys, xy, "accident", 5179, faults + found.faults,
        broken_kind=UNCLOSED, broken_at=_ACCIDENTS.index("사고내용"), twice=twice,
    )  # fmt: skip
