"""Data on persons stay in the data: nothing else that a run says or writes holds a value of the file."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.algorithms.importing import LICENSE_HEADER, accounted, license_row, places, projected, table
from tests.publicdata.layers import write_shapefile
from tests.publicdata.office import write_xlsx

RESIDENT, SOLID = "850101-1234567", "9203042345678"
MOBILE, MOBILE_SOLID, PHONE = "010-9876-5432", "01098765431", "042-765-4321"
EMAIL = "gildong.hong@example.kr"
PERSON = "홍길동순"
PLANTED = [RESIDENT, SOLID, MOBILE, MOBILE_SOLID, PHONE, EMAIL, PERSON]
TRACES = [*PLANTED, "1234567", "2345678", "98765432", "9876_5432", "9876-5432", "gildong"]
"""What must be nowhere: the values, and what is left of them when signs are taken out."""

CELLS = ",".join(PLANTED)


def said(done, folder: Path) -> dict[str, str]:
    """Everything that is not the data: log, report, record, styles, descriptions, names of tables and fields."""
    texts = {"log": done.log}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".gpkg":
            texts[path.name] = around_the_data(path)
        elif path.is_file():
            texts[path.name] = path.read_text(encoding="utf-8")
    return texts


def around_the_data(path: Path) -> str:
    """All text of a GeoPackage but the rows of its layers: the definition of every table, rows of the other tables."""
    with closing(sqlite3.connect(path)) as connection:
        layers = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
        layers -= {"layer_styles"}
        found = [str(row) for row in connection.execute("SELECT name, sql FROM sqlite_master")]
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in tables:
            if name not in layers and not name.startswith("rtree_"):
                found += [str(row) for row in connection.execute(f'SELECT * FROM "{name}"')]
    return "\n".join(found)


def silent(texts: dict[str, str]) -> None:
    for where, text in texts.items():
        for trace in TRACES:
            at = text.find(trace)
            assert at < 0, f"{trace} in {where}: ...{text[max(0, at - 80) : at + 40]}..."


@pytest.fixture
def quiet(importing, tmp_path):
    """Return a function that imports or is refused, and asserts that nothing is given away; gives the run, if any."""

    def check(path, **settings):
        report = importing.folder / "report.html"
        problem, results, log = importing.run(path, REPORT=str(report), **settings)
        importing.clear(log)
        if problem:
            silent({"error": problem, "log": log})
            return None
        from tests.algorithms.importing import Imported

        done = Imported(results, log, importing.folder)
        accounted(done)
        assert report.exists() and (importing.folder / "out.run.json").exists()
        silent(said(done, importing.folder))
        return done

    return check


def test_the_search_itself_finds_what_is_there(importing, tmp_path) -> None:
    """A file's name is said: what is planted there is found, so the search works."""
    path = tmp_path / f"{PERSON}.csv"
    path.write_text("이름,값\n가,1\n", encoding="utf-8")
    done = importing(path)
    texts = said(done, importing.folder)
    for where in ("log", "out.run.json", "out.gpkg"):
        assert PERSON in texts[where], where


def test_a_register_full_of_persons(quiet, tmp_path) -> None:
    """In every column, in rows that are imported, left out, filtered, and in cells that cannot be typed."""
    rows = []
    for number, (spot, planted) in enumerate(zip(places(28), PLANTED * 4)):
        x, y = map("{:.3f}".format, projected(*spot, 5174))
        row = license_row(number, x, y, name=planted, phone=MOBILE, road=planted, lot=f"{PERSON} {RESIDENT}")
        rows.append(row)
    for number, planted in enumerate(PLANTED):
        rows[number][2] = planted  # a date that is none
        rows[7 + number][10] = planted  # a coordinate that is none
        rows[14 + number][5] = planted  # a code
        rows[21 + number][0] = planted if number % 2 else "3660000"  # an authority: filtered out
    content = table(LICENSE_HEADER, rows)
    content += ",".join([PERSON, RESIDENT, MOBILE] * 9).encode("cp949") + b"\r\n"  # too many cells
    content += f'"{PERSON},{RESIDENT},{MOBILE}\r\n'.encode("cp949")  # a quote that is never closed
    content += f"{MOBILE},{RESIDENT},".encode() + b"\xff\xfe\xff" + b"\r\n"  # damaged characters
    content += f"{EMAIL},{RESIDENT}\0,\r\n".encode()  # binary zeros
    path = tmp_path / "생활_미용업.csv"
    path.write_bytes(content)
    done = quiet(path, DISTRICT_CODE="30170")
    numbers = done.numbers()
    assert numbers["REJECTED_ROWS"] >= 11 and numbers["FILTERED"] == 3 and numbers["IMPORTED"] >= 14
    data = json.dumps(done.rejected(), default=str, ensure_ascii=False)
    assert RESIDENT in data and PERSON in data, "the data itself is whole"
    flags = [str(feature["flags"]) for feature in done.layer().getFeatures()]
    assert any(RESIDENT in text for text in flags)


@pytest.mark.parametrize("profile", ["auto", "generic", "license_new", "stores"])
@pytest.mark.parametrize(
    "first",
    [CELLS, f"{PERSON},{MOBILE}", f"가게,{RESIDENT},127.37,36.32", f"{EMAIL}", f"번호,{MOBILE},{PHONE},{EMAIL}"],
    ids=["all", "two", "one", "alone", "mixed"],
)
def test_a_first_row_of_persons_is_no_header(quiet, tmp_path, profile, first) -> None:
    path = tmp_path / "명단.csv"
    path.write_text("\n".join([first] * 12) + "\n", encoding="utf-8")
    quiet(path, PROFILE=profile)


@pytest.mark.parametrize("profile", ["auto", "license_new"])
def test_persons_above_and_within_the_header(quiet, tmp_path, profile) -> None:
    """A title with the clerk's name and number, and a header that gives a number to call."""
    lines = [
        f"작성자: {PERSON} ({MOBILE} / {EMAIL})",
        f"이름,연락처(문의 {PHONE}),경도,위도,owner {MOBILE_SOLID}",
        f"{PERSON},{MOBILE},127.37,36.32,{EMAIL}",
        f"{PERSON},{MOBILE},,,{RESIDENT}",
    ]
    path = tmp_path / "명단.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = quiet(path, PROFILE=profile, DISTRICT_CODE="30170")
    if profile == "auto":
        assert done.numbers()["IMPORTED"] == 1 and done.numbers()["REJECTED_ROWS"] == 1


def test_a_workbook_with_titles_totals_and_notes(quiet, tmp_path) -> None:
    rows = [
        [f"담당 {PERSON} {MOBILE}"],
        ["성명", "주민등록번호", "경도", "위도"],
        [PERSON, RESIDENT, 127.37, 36.32],
        [PERSON, int(SOLID), "", ""],
        ["합계", PERSON, 1, 2],
        [f"※ 문의: {PERSON} {EMAIL} {PHONE}"],
    ]
    path = write_xlsx(tmp_path / "명단.xlsx", {"명단": (rows, ["A1:D1"])})
    done = quiet(path, DISTRICT_CODE="30170")
    assert done.numbers() == {"READ": 4, "IMPORTED": 1, "REJECTED_ROWS": 3, "FILTERED": 0}
    broken = tmp_path / "깨짐.xlsx"
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(broken, "w") as made:
        for name in archive.namelist():
            content = archive.read(name)
            made.writestr(name, content[: len(content) * 2 // 3] if "sheet1" in name else content)
    assert quiet(broken) is None


DAMAGED = {
    "목록.json": f'{{"records": [{{"성명": "{PERSON}", "주민": "{RESIDENT}"}}, {{"성명": {EMAIL}',
    "줄.json": f'{{"성명": "{PERSON}", "n": "{RESIDENT}"}}\n{{"성명": "{PERSON}", {EMAIL}\n',
    "값.json": f'["{PERSON}", "{RESIDENT}"]',
    "이름.json": f'{{"{PERSON}": "{RESIDENT}", "{EMAIL}": {{"{MOBILE}": 1}}}}',
    "점.geojson": f'{{"type": "FeatureCollection", "features": [{{"type": "Feature", "id": "{EMAIL}", {PERSON}',
    "점.gml": f'<a xmlns:gml="http://www.opengis.net/gml"><{PERSON}>{RESIDENT}</b></a>',
    "쪽.xls": f"<html><table><tr><td>{PERSON}</td><td>{RESIDENT}</td></tr></table></html>",
    "글.csv": f"{PERSON} {RESIDENT} {MOBILE} {EMAIL}",
    "한 칸.csv": f"{RESIDENT}\n{MOBILE}\n{EMAIL}\n",
    "같은 이름.csv": f"{MOBILE},{MOBILE},{MOBILE}\n1,2,3\n",
}  # fmt: skip


@pytest.mark.parametrize("name", list(DAMAGED))
def test_errors_do_not_quote_the_file(quiet, tmp_path, name) -> None:
    path = tmp_path / name
    path.write_text(DAMAGED[name], encoding="utf-8")
    quiet(path)
    quiet(path, PROFILE="license_new")


def test_a_layer_and_its_damaged_table(quiet, tmp_path) -> None:
    fields = ["EMD_CD", "EMD_ENG_NM", "EMD_KOR_NM", "OWNER"]
    rows = [["30170101", EMAIL, PERSON, RESIDENT], ["30170102", MOBILE, PERSON, SOLID]]
    path = write_shapefile(tmp_path, "TL_SCCO_EMD", 5179, "polygon", fields, rows, 5179)
    done = quiet(path, DISTRICT_CODE="30170")
    assert done.numbers()["READ"] == 2
    whole = path.with_suffix(".dbf").read_bytes()
    path.with_suffix(".dbf").write_bytes(whole[: len(whole) - 60])
    quiet(path, DISTRICT_CODE="30170")
    path.with_suffix(".prj").write_text(f'PROJCS["{PERSON} {RESIDENT}",GEOGCS["{EMAIL}"', encoding="utf-8")
    quiet(path, DISTRICT_CODE="30170")


def test_what_is_typed_into_the_dialog_is_checked_and_recorded_as_typed(quiet, tmp_path) -> None:
    """A district without such a code, a CRS that does not fit: the sentences hold settings, never values."""
    path = tmp_path / "명단.csv"
    spots = "\n".join(f"{PERSON},{MOBILE},{x:.3f},{y:.3f}" for x, y in (projected(*spot, 5174) for spot in places(9)))
    path.write_text(f"성명,연락처,X,Y\n{spots}\n", encoding="utf-8")
    for settings in ({}, {"DISTRICT_CODE": "30170"}, {"CRS": "EPSG:32633", "DISTRICT_CODE": "30170"}):
        assert quiet(path, **settings) is None
    assert quiet(path, CRS="EPSG:5174", DISTRICT_CODE="30170") is not None
