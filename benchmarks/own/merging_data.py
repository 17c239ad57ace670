"""The sample district's six registers as records to merge, with the truth of every row.

As a user's layers would come in: places in EPSG:5186 meters, texts as given, days as days. What has no business behind
it (accidents, cameras, bells, lights, notes) is a thing of its own in the truth.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from pyproj import Transformer

from seo_district_plugin.analysis.records.linking.types import Records
from seo_district_plugin.sample.city import make_city
from seo_district_plugin.sample.registers import Registers, make_registers

BOM = b"\xef\xbb\xbf"
TEXTS = ("name", "branch", "address", "lot_address", "detail", "phone", "category")
_HEADS = {
    "name": ("사업장명", "상호명", "학원명", "업소명"),
    "branch": ("지점명",),
    "address": ("도로명주소", "도로명전체주소", "소재지도로명주소"),
    "lot_address": ("지번주소", "소재지전체주소", "소재지지번주소"),
    "floor": ("층정보",),
    "room": ("호정보",),
    "detail": ("도로명상세주소",),
    "phone": ("전화번호", "소재지전화", "관리기관전화번호"),
    "category": ("업태구분명", "상권업종소분류명", "교습계열명", "업종", "사고유형", "설치목적구분"),
    "opened": ("인허가일자", "개설일자"),
    "closed": ("폐업일자",),
    "state": ("영업상태명", "등록상태명"),
    "x": ("좌표정보(X)", "좌표정보(x)", "경도", "WGS84경도", "X좌표"),
    "y": ("좌표정보(Y)", "좌표정보(y)", "위도", "WGS84위도", "Y좌표"),
}
_LETTERS = {"C": "category", "D": "name", "E": "address", "F": "lot_address", "G": "phone", "H": "opened"}
_BOX = (-1500.0, 1500.0)  # meters around the true places: what lies further out is not located


def sample_frame(preset: str, seed: int) -> pd.DataFrame:
    """One row per row of the registers: register, TEXTS, x, y, opened, closed, is_open, entity (0 = no business)."""
    return frame_of(make_registers(make_city(preset, seed), seed))


def read_frame(path: Path) -> pd.DataFrame:
    """The frame from a file that it was written to."""
    kinds = dict.fromkeys((*TEXTS, "register", "file", "opened", "closed"), str)
    return pd.read_csv(path, encoding="utf-8", dtype=kinds, keep_default_na=False, na_values={"x": [""], "y": [""]})


def frame_of(registers: Registers) -> pd.DataFrame:
    """The rows of made registers, whatever they were made from."""
    files = registers.truth["files"].set_index("file")
    parts = []
    for name, lines, cells in _tables(registers):
        part = pd.DataFrame(cells)
        part["file"], part["row"], part["register"] = name, lines, files["register"].get(name, "")
        epsg = int(files["epsg"].get(name, 0))
        part["x"], part["y"] = _meters(part["x"], part["y"], epsg)
        parts.append(part)
    frame = pd.concat(parts, ignore_index=True)
    truth = registers.truth["entities"].set_index(["file", "row"])["entity_id"]
    keys = pd.MultiIndex.from_frame(frame[["file", "row"]])
    frame["entity"] = truth.reindex(keys).fillna(0).astype(int).to_numpy()
    _place(frame, registers)
    _finish(frame)
    order = list(dict.fromkeys(registers.truth["files"]["register"]))
    frame["register"] = pd.Categorical(frame["register"], order)
    frame = frame.sort_values(["register", "file", "row"], kind="stable").reset_index(drop=True)
    return frame[["register", "file", "row", *TEXTS, "x", "y", "opened", "closed", "is_open", "entity"]]


def records_of(frame: pd.DataFrame) -> tuple[Records, np.ndarray]:
    """Records, and the true thing of each row (int; rows of no business one each)."""
    codes, names = pd.factorize(frame["register"].astype(str))
    texts = {name: frame[name].fillna("").astype(str).to_numpy(dtype=object) for name in TEXTS}
    days = {name: pd.to_datetime(frame[name], errors="coerce").to_numpy().astype("datetime64[D]")
            for name in ("opened", "closed")}  # fmt: skip
    branch, detail = texts.pop("branch"), texts.pop("detail")
    records = Records(
        codes.astype(np.int16), tuple(names), **texts, xy=frame[["x", "y"]].to_numpy(dtype=float), **days,
        is_open=frame["is_open"].to_numpy(dtype=bool), branch=branch, detail=detail,
    )  # fmt: skip
    entity = frame["entity"].to_numpy()
    alone = entity == 0
    return records, np.where(alone, -1 - np.arange(len(entity)), entity)


# ---------------------------------------------------------------------- reading
def _tables(registers: Registers) -> Iterator[tuple[str, list[int], dict[str, list[str]]]]:
    for file in registers.files:
        path = unicodedata.normalize("NFC", file.path)
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
                for info in archive.infolist():
                    name = f"{path}/{info.filename.encode('cp437').decode('cp949')}"
                    yield name, *_text(name, archive.read(info))
        elif path.endswith(".csv"):
            yield path, *_text(path, file.content)
        elif path.endswith(".xlsx"):
            yield from _sheets(path, file.content)


def _text(name: str, content: bytes) -> tuple[list[int], dict[str, list[str]]]:
    content = content.removeprefix(BOM)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp949")
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    header = next(csv.reader([lines[0]]))
    rows = [next(csv.reader([line]), []) for line in lines[1:]]
    kind = Path(name).stem.rpartition("_")[2]
    return list(range(2, len(rows) + 2)), {
        field: _column(rows, header, heads, kind if field == "category" else "") for field, heads in _HEADS.items()
    }


def _column(rows: list[list[str]], header: list[str], heads: tuple[str, ...], missing: str) -> list[str]:
    at = next((header.index(head) for head in heads if head in header), -1)
    return [row[at] if 0 <= at < len(row) else missing for row in rows]


_ROW = re.compile(r'<row r="(\d+)">(.*?)</row>')
_CELL = re.compile(r'<c r="([A-Z]+)\d+"[^>]*>(?:<is><t[^>]*>(.*?)</t></is>)?(?:<v>(.*?)</v>)?</c>')


def _sheets(path: str, content: bytes) -> Iterator[tuple[str, list[int], dict[str, list[str]]]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = re.findall(r'<sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
        for number, sheet in enumerate(names, start=1):
            body = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
            cells: dict[str, list[str]] = {field: [] for field in _HEADS}
            lines = []
            for row, text in _ROW.findall(body):
                found = {_LETTERS.get(letter, ""): written or value for letter, written, value in _CELL.findall(text)}
                if not found.get("name") or found.get("name") == "업소명":
                    continue  # titles, totals and notes: an import leaves them out
                lines.append(int(row))
                for field, values in cells.items():
                    values.append(found.get(field, ""))
            yield f"{path}:{sheet}", lines, cells


# ---------------------------------------------------------------------- values
def _meters(x: pd.Series, y: pd.Series, epsg: int) -> tuple[np.ndarray, np.ndarray]:
    xy = np.stack([pd.to_numeric(x, errors="coerce"), pd.to_numeric(y, errors="coerce")]).astype(float)
    if not epsg or np.isnan(xy).all():
        return np.full(len(x), np.nan), np.full(len(x), np.nan)
    made = np.array(Transformer.from_crs(epsg, 5186, always_xy=True).transform(*xy))
    made[~np.isfinite(made)] = np.nan
    return made[0], made[1]


def _place(frame: pd.DataFrame, registers: Registers) -> None:
    """What lies outside of the district is not located, as the import leaves it."""
    true = registers.truth["businesses"][["x", "y"]].to_numpy(dtype=float)
    low, high = np.nanmin(true, axis=0) + _BOX[0], np.nanmax(true, axis=0) + _BOX[1]
    xy = frame[["x", "y"]].to_numpy(dtype=float)
    outside = ~((xy >= low) & (xy <= high)).all(axis=1)
    frame.loc[outside, ["x", "y"]] = np.nan


def _finish(frame: pd.DataFrame) -> None:
    for name in ("opened", "closed"):
        serial = frame[name].str.fullmatch(r"\d{5}").fillna(False)
        days = pd.Series(pd.NaT, index=frame.index, dtype="datetime64[ns]")
        texts, unique = pd.factorize(frame[name].where(~serial, "").fillna(""))
        days[:] = pd.to_datetime(pd.Series([_day(text) for text in unique]), errors="coerce").to_numpy()[texts]
        days[serial] = pd.Timestamp("1899-12-30") + pd.to_timedelta(frame.loc[serial, name].astype(int), unit="D")
        frame[name] = days.dt.strftime("%Y-%m-%d").fillna("")
    frame["is_open"] = ~frame["state"].str.contains("폐업|취소|말소|제외|전출", regex=True) & (frame["closed"] == "")
    floor = frame["floor"].map(_floor)
    room = frame["room"].map(lambda text: f"{text}호" if text else "")
    joined = (floor + " " + room).str.strip()
    frame["detail"] = frame["detail"].where(frame["detail"] != "", joined)


def _floor(text: str) -> str:
    """지 and 지2 are below ground."""
    if not text:
        return ""
    return f"지하{text[1:] or 1}층" if text.startswith("지") else f"{text}층"


def _day(text: str) -> str | None:
    digits = [part for part in re.split(r"\D+", text) if part]
    if len(digits) == 1 and len(digits[0]) == 8:
        digits = [digits[0][:4], digits[0][4:6], digits[0][6:]]
    if len(digits) < 3 or not 1900 <= int(digits[0]) <= 2100:
        return None
    return f"{digits[0]}-{int(digits[1]):02d}-{int(digits[2]):02d}"
