"""Registers of places: cameras, emergency bells, security lights, and the list of traffic accidents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial import cKDTree

from .addresses_text import CITY, DISTRICT
from .faults_coordinates import write_coordinates
from .faults_rates import rate
from .faults_text import spreadsheet_number
from .model import City, Layer
from .registers_files import RawFile, TextStyle, table_bytes
from .registers_rows import Town, plant_dates, plant_masks, repeated
from .registers_truth import UNREADABLE, Fault

REGISTER = "places"
FOLDER = "6_시설_사고"
FIRST_YEAR, LAST_YEAR = 2007, 2025
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
LEAST_FILE = 40  # rows of a file: enough for a row of each fault and as many without
_BROKEN, _CELLS = "row_unclosed_quote", "row_too_many_cells"


@dataclass
class Table:
    """A file before it is written.

    Attributes:
        columns: of the rows; key: of each row; xy: true place of each in EPSG:5186; kind: of all of them.
        broken: lines that are no rows, by position; of each a fault is among ``faults``.
    """

    path: str
    schema: str
    header: list[str]
    columns: list[list[str]]
    key: list[str]
    xy: np.ndarray
    kind: str
    epsg: int
    faults: list[Fault]
    encoding: str = "cp949"
    end: str = "\r\n"
    broken_kind: str = ""
    broken_at: int = 0


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
        file, written = _written(town, table)
        files.append(file)
        used += written
    years = _year_parts(total)
    for number, (first, last) in enumerate(years):
        left = rows - used
        count = left if number == len(years) - 1 else round(left / (len(years) - number))
        if count < LEAST_FILE:
            raise ValueError(f"{rows} rows are too few for the registers of places")
        file, written = _written(town, _accidents(town, city, first, last, count))
        files.append(file)
        used += written
    return files


def _year_parts(rows: int) -> list[tuple[int, int]]:
    """Years of the files of accidents: one file for a small sample, else three."""
    if rows < 5_000:
        return [(LAST_YEAR - 2, LAST_YEAR)]
    return [(FIRST_YEAR, 2013), (2014, 2019), (2020, LAST_YEAR)]


def facility_rows(city: City, rows: int) -> int:
    """Rows that cameras, bells and lights take of ``rows`` in all, about: for planning the sizes of the others."""
    return sum(len(_spots(city, names, rows, share, None)) for names, share in (_CAMERA, _BELL, _LIGHT))


_CAMERA = (("cctv",), 0.012)
_BELL = (("bells", "emergency_bells"), 0.006)
_LIGHT = (("lights", "security_lights"), 0.040)
"""Layers of the city that hold the facilities, and how many there are, as a share of all rows, where it has none."""


def _spots(
    city: City, names: tuple[str, ...], rows: int, share: float, rng: np.random.Generator | None
) -> np.ndarray:
    """(n, 2) places of facilities: the points of the city's layer, else beside buildings; at most 15 % of all rows."""
    layer = _layer(city, names)
    if layer is not None:
        raw = np.frombuffer(b"".join(layer.wkb), dtype=np.uint8).reshape(len(layer.wkb), -1)
        return np.ascontiguousarray(raw[: round(rows * 0.15), 5:21]).view("<f8").reshape(-1, 2)
    count = max(round(rows * share), LEAST_FILE)
    if rng is None:
        return np.zeros((count, 2))
    return _beside(city, count, 9.0, rng)


def _layer(city: City, names: tuple[str, ...]) -> Layer | None:
    found = (city.layers[name] for name in names if name in city.layers)
    return next((layer for layer in found if layer.wkb and layer.geometry == "point"), None)


def _known(city: City, names: tuple[str, ...], column: str, count: int, made_up: Sequence[object]) -> list[str]:
    """A column of the city's layer as texts, else what is made up."""
    layer = _layer(city, names)
    if layer is None or column not in layer.frame:
        return [str(value) for value in made_up]
    return layer.frame[column].iloc[:count].astype(str).tolist()


def _beside(city: City, count: int, distance: float, rng: np.random.Generator) -> np.ndarray:
    """Places around buildings, where most of the floors are."""
    frame = city.buildings
    weight = np.sqrt(frame["area"].fillna(0).to_numpy(dtype=np.float64).clip(1.0))
    at = rng.choice(len(frame), size=count, p=weight / weight.sum())
    return frame[["x", "y"]].to_numpy(dtype=np.float64)[at] + rng.normal(0.0, distance, size=(count, 2))


@dataclass
class _Addresses:
    road: list[str]
    lot: list[str]
    legal: list[str]


def _addresses(town: Town, xy: np.ndarray, rng: np.random.Generator) -> _Addresses:
    """Addresses of the nearest buildings; most facilities have only that of the lot."""
    near = cKDTree(town.businesses.sites.xy).query(xy)[1].tolist()
    has_road = (rng.random(len(xy)) < 0.4).tolist()
    road, lot, legal = town.buildings.road, town.buildings.lot, town.buildings.legal
    front = f"{CITY} {DISTRICT} "
    return _Addresses(
        [front + road[at] if road[at] and there else "" for at, there in zip(near, has_road)],
        [front + lot[at] for at in near], [legal[at] for at in near],
    )  # fmt: skip


# ---------------------------------------------------------------------- facilities
def _cctv(town: Town, city: City, rows: int) -> Table:
    rng = town.stream("places.cctv")
    xy = _spots(city, *_CAMERA[:1], rows, _CAMERA[1], rng)
    count, faults = len(xy), []
    where = _addresses(town, xy, rng)
    found = write_coordinates(xy, 4326, REGISTER, np.ones(count, dtype=bool), rng, _blanks(count, rng))
    keys = [f"2026{_AUTHORITY}008{n:05d}" for n in range(1, count + 1)]
    codes = list(keys)
    for row in rng.choice(count, size=max(1, round(rate("code_damaged", REGISTER) * count)), replace=False).tolist():
        codes[row] = spreadsheet_number(codes[row])
        faults.append(Fault(row, "code_damaged", "mng_no", UNREADABLE))
    pixels = [str(n) for n in rng.choice([130, 200, 400, 500], size=count).tolist()]
    plant_masks(pixels, REGISTER, "pixels", rng, faults)
    year = _known(city, _CAMERA[0], "year", count, rng.integers(2010, 2026, count).tolist())
    month, dashed = rng.integers(1, 13, count).tolist(), rng.random(count) < 0.5
    made_on = [f"{y}-{m:02d}" if dash else f"{y}{m:02d}" for y, m, dash in zip(year, month, dashed)]
    purposes = [_PURPOSES[n] for n in rng.choice(len(_PURPOSES), size=count, p=_PURPOSE_SHARES).tolist()]
    as_of = ["2026-05-18"] * count
    plant_dates(as_of, REGISTER, "as_of", rng, faults)
    columns = [
        [_AUTHORITY] * count, codes, [_OFFICE] * count, where.road, where.lot,
        _known(city, _CAMERA[0], "purpose", count, purposes),
        _known(city, _CAMERA[0], "cameras", count, rng.integers(1, 5, count).tolist()), pixels,
        ["360도 전방면" if n else "" for n in (rng.random(count) < 0.7).tolist()], ["30"] * count, made_on,
        [_PHONE] * count, found.y, found.x, as_of, ["I"] * count, ["2026-05-27 22:58:19"] * count,
        ["2026-05-26 09:08:44"] * count,
    ]  # fmt: skip
    return Table(
        f"{FOLDER}/12_04_08_E_CCTV정보_대전서구.csv", "cctv", _CCTV, columns, keys, xy, "cctv", 4326, faults + found.faults,
        broken_kind=_BROKEN, broken_at=_CCTV.index("관리기관명"),
    )  # fmt: skip


def _bells(town: Town, city: City, rows: int) -> Table:
    rng = town.stream("places.bells")
    xy = _spots(city, *_BELL[:1], rows, _BELL[1], rng)
    count, faults = len(xy), []
    where = _addresses(town, xy, rng)
    found = write_coordinates(xy, 4326, REGISTER, np.zeros(count, dtype=bool), rng, _blanks(count, rng))
    keys = [f"2026{_AUTHORITY}009{n:05d}" for n in range(1, count + 1)]
    sites = ("공중화장실", "도시공원", "골목길", "기타")
    kinds = rng.integers(0, 4, count).tolist()
    checked = ["2026-03-02" if known else "" for known in (rng.random(count) < 0.8).tolist()]
    plant_dates(checked, REGISTER, "checked", rng, faults)
    police = ["Y" if yes else "N" for yes in (rng.random(count) < 0.6).tolist()]
    columns = [
        [_AUTHORITY] * count, keys, [f"SB-{n:04d}" for n in range(1, count + 1)], ["방범"] * count,
        [sites[k] for k in kinds], [f"{legal} {sites[k]}" for legal, k in zip(where.legal, kinds)], where.road, where.lot,
        found.y, found.x, ["경찰서 연계" if yes == "Y" else "관제센터 연계" for yes in police], police, ["N"] * count,
        ["N"] * count, [""] * count, [str(n) for n in rng.integers(2012, 2026, count).tolist()], checked,
        ["정상" if day else "" for day in checked], [_OFFICE] * count, [_PHONE] * count, ["2026-05-18"] * count,
    ]  # fmt: skip
    return Table(
        f"{FOLDER}/전국안전비상벨위치표준데이터_대전서구.csv", "emergency_bells", _BELLS, columns, keys, xy, "bell", 4326,
        faults + found.faults,
    )  # fmt: skip


def _lights(town: Town, city: City, rows: int) -> Table:
    rng = town.stream("places.lights")
    xy = _spots(city, *_LIGHT[:1], rows, _LIGHT[1], rng)
    count = len(xy)
    where = _addresses(town, xy, rng)
    found = write_coordinates(xy, 4326, REGISTER, np.ones(count, dtype=bool), rng, _blanks(count, rng))
    keys = [f"{legal.removesuffix('동')}-{n:05d}" for n, legal in enumerate(where.legal, start=1)]
    drawn = rng.random(count).tolist()
    year = _known(city, _LIGHT[0], "year", count, [2000 + int(u * 26) for u in drawn])
    year = ["" if u < 0.2 else known for u, known in zip(drawn, year)]
    poles = ("한전주", "전용주", "통신주", "건축물")
    columns = [
        keys, _known(city, _LIGHT[0], "lamps", count, rng.choice([1, 1, 1, 2], size=count).tolist()), where.road, where.lot, found.y, found.x,
        year, [poles[n] for n in rng.integers(0, 4, count).tolist()], [_PHONE] * count, [_OFFICE] * count,
        ["2026-01-31"] * count,
    ]  # fmt: skip
    return Table(
        f"{FOLDER}/대전광역시_서구_보안등정보_20260131.csv", "security_lights", _LIGHTS, columns, keys, xy, "light", 4326,
        found.faults, "utf-8", "\n", _CELLS, _LIGHTS.index("소재지지번주소"),
    )  # fmt: skip


def _blanks(count: int, rng: np.random.Generator) -> np.ndarray:
    """Rows without coordinates; at least one, as a draw alone would not give in a small sample."""
    blank = np.zeros(count, dtype=bool)
    blank[rng.choice(count, size=max(1, round(rate("coordinates_blank", REGISTER) * count)), replace=False)] = True
    return blank


# ---------------------------------------------------------------------- accidents
def _accidents(town: Town, city: City, first: int, last: int, count: int) -> Table:
    """Accidents of some years; ``count`` rows with the repeated ones."""
    rng = town.stream(f"places.accidents.{first}")
    twice = max(1, round(rate("duplicate_row", REGISTER) * count / (1 + rate("duplicate_row", REGISTER))))
    count -= twice
    xy = _beside(city, count, 25.0, rng)
    start, end = dt.datetime(first, 1, 1), dt.datetime(last + 1, 1, 1)
    when = [start + dt.timedelta(seconds=s) for s in np.sort(rng.integers(0, int((end - start).total_seconds()), count)).tolist()]
    keys = [f"{day:%Y%m%d%H}{n:08d}" for n, day in enumerate(when, start=1)]
    codes, faults = list(keys), []
    for row in rng.choice(count, size=max(1, round(rate("code_damaged", REGISTER) * count)), replace=False).tolist():
        codes[row] = spreadsheet_number(codes[row])
        faults.append(Fault(row, "code_damaged", "c001", UNREADABLE))
    found = write_coordinates(xy, 5179, REGISTER, np.ones(count, dtype=bool), rng, _blanks(count, rng))
    legal = _addresses(town, xy, rng).legal
    hurt = rng.choice(4, size=count, p=(0.008, 0.24, 0.66, 0.092))
    harm = ("사망사고", "중상사고", "경상사고", "부상신고사고")
    columns = [
        codes, [f"{day:%Y-%m-%d %H:%M}" for day in when], ["월화수목금토일"[day.weekday()] + "요일" for day in when],
        [f"{CITY} {DISTRICT} {name}" for name in legal], [harm[n] for n in hurt.tolist()],
        *[[str(1 + int(extra)) if n == k else "0" for n, extra in zip(hurt.tolist(), (rng.random(count) < 0.15).tolist())]
          for k in range(4)],
        _among(rng, count, ("차대차 - 추돌", "차대차 - 측면충돌", "차대사람 - 횡단중", "차대사람 - 기타", "차량단독 - 공작물충돌")),
        _among(rng, count, ("안전운전불이행", "신호위반", "안전거리미확보", "보행자보호의무위반", "중앙선침범", "교차로운행방법위반")),
        _among(rng, count, ("포장 - 건조", "포장 - 건조", "포장 - 건조", "포장 - 젖음/습기", "포장 - 서리/결빙")),
        _among(rng, count, ("맑음", "맑음", "맑음", "흐림", "비", "눈")),
        _among(rng, count, ("교차로 - 교차로안", "교차로 - 교차로부근", "단일로 - 기타", "교차로 - 교차로횡단보도내", "기타 - 기타")),
        _among(rng, count, ("승용", "승용", "승용", "화물", "승합", "이륜", "개인형이동수단(PM)")),
        _among(rng, count, ("승용", "승용", "보행자", "이륜", "자전거", "화물", "없음")), found.x, found.y,
    ]  # fmt: skip
    name = f"교통사고_발생현황_서구_{first}_{last}.csv"
    return Table(
        f"{FOLDER}/{name}", "generic_xy", _ACCIDENTS, columns, keys, xy, "accident", 5179, faults + found.faults,
        broken_kind=_BROKEN, broken_at=_ACCIDENTS.index("사고내용"),
    )  # fmt: skip


def _among(rng: np.random.Generator, count: int, texts: tuple[str, ...]) -> list[str]:
    return [texts[n] for n in rng.integers(0, len(texts), count).tolist()]


# ---------------------------------------------------------------------- writing
def _written(town: Town, table: Table) -> tuple[RawFile, int]:
    """The file and how many rows it has, entered into the truth."""
    rng = town.stream(f"places.{table.path}")
    count = len(table.key)
    rows, second = repeated(count, REGISTER, rng)
    columns = [[column[row] for row in rows.tolist()] for column in table.columns]
    faults = [replace(each, row=at) for each, at in _spread(table.faults, rows)]
    faults += [Fault(at, "duplicate_row") for at in np.flatnonzero(second).tolist()]
    style = TextStyle(table.encoding, end=table.end)
    if table.broken_kind:
        taken = {each.row for each in faults}
        at = next(at for at in rng.permutation(len(rows)).tolist() if at not in taken and at > 3 and not second[at])
        style.broken = {at: _broken_line(table, [column[at] for column in columns])}
        faults.append(Fault(at, table.broken_kind, "", table.broken_kind))
    numbers = np.arange(len(rows)) + 2
    town.ledger.add_file(table.path, REGISTER, table.schema, len(rows), table.encoding, table.epsg, ())
    keys = [table.key[row] for row in rows.tolist()]
    town.ledger.add_events(table.path, REGISTER, numbers, keys, table.kind, table.xy[rows])
    town.ledger.add_faults(table.path, [each.row + 2 for each in faults], faults)
    return RawFile(table.path, table_bytes(table.header, columns, style)), len(rows)


def _spread(faults: list[Fault], rows: np.ndarray) -> list[tuple[Fault, int]]:
    """Each fault with every position at which its row is written."""
    first = np.searchsorted(rows, [each.row for each in faults])
    last = np.searchsorted(rows, [each.row for each in faults], side="right")
    return [(each, at) for each, low, high in zip(faults, first.tolist(), last.tolist()) for at in range(low, high)]


def _broken_line(table: Table, cells: list[str]) -> str:
    """A line with a quote that is never closed, or with a comma in a cell that is not quoted."""
    cells = list(cells)
    at = table.broken_at
    if table.broken_kind == _CELLS:
        cells[at] += ", 뒷골목, 입구"
    else:
        cells[at] = '"' + cells[at]
    return ",".join(cells)
