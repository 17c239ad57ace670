"""Files that are damaged, hostile or not what they say: a clear sentence, or every bad row counted and kept."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from pathlib import Path

import pytest

from tests.algorithms.importing import LICENSE_HEADER, accounted, in_language, license_row, places, projected, table
from tests.publicdata.office import write_xlsx

HANGUL = re.compile("[가-힣]")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = "이름,경도,위도\n가상점,127.37,36.32\n나무점,127.38,36.33\n"


def ole(*streams: str) -> bytes:
    """An old office file, as far as its first bytes and the names of its streams go."""
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams) + bytes(2048)


def packed(members: dict[str, bytes]) -> bytes:
    """A ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    """130 MB of zeros in 130 kB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("자료.csv", "w") as member:
        for _ in range(13):
            member.write(bytes(10_000_000))
    return out.getvalue()


def lying(unpacked: int) -> bytes:
    """A ZIP that says that its member is smaller than it is."""
    content = bytearray(packed({"a.csv": GOOD.encode() * 2000}))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<I", content, content.index(mark) + place, unpacked)
    return bytes(content)


def encrypted() -> bytes:
    """A ZIP whose member is marked as encrypted."""
    content = bytearray(packed({"a.csv": GOOD.encode()}))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def noise(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


# name of the file, its content, what the sentence must say
REFUSED = {
    "nothing in it": ("빈파일.csv", b"", "is empty"),
    "a mark alone": ("빈파일.csv", b"\xef\xbb\xbf", "is empty"),
    "blank lines alone": ("빈파일.csv", b"\r\n \r\n\t\n", "is empty"),
    "delimiters alone": ("빈파일.csv", b",,,\r\n,,,\r\n", "자료|빈파일.csv"),
    "noise": ("자료.csv", noise(20_000), "is no text"),
    "zeros": ("자료.csv", bytes(5_000), "is empty|is no text"),
    "a program": ("자료.csv", b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff" + noise(3_000, 2), "is no text"),
    "a picture": ("사진.csv", b"\x89PNG\r\n\x1a\n" + noise(3_000, 3), "cannot be imported"),
    "a page of the web": ("자료.xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>", "is a web page"),
    "an encoding of big machines": (
        "자료.csv",
        ("NAME,LAT\n" + "CAFE,1\n" * 50).encode("cp500"),
        "encoding|no text|no row with column names",
    ),
    "old Excel": ("현황.xls", ole("Root Entry", "Workbook"), "old Excel file.*xlsx"),
    "Hangul": ("현황.hwp", ole("Root Entry", "FileHeader", "BodyText"), "Hangul document.*XLSX"),
    "Hangul, new": ("현황.hwpx", packed({"mimetype": b"application/hwp+zip", "a": b"1"}), "Hangul document"),
    "a password": ("현황.xlsx", ole("Root Entry", "EncryptedPackage", "EncryptionInfo"), "has a password"),
    "binary Excel": ("현황.xlsb", packed({"xl/workbook.bin": b"1", "[Content_Types].xml": b"<a/>"}), "binary Excel"),
    "a Word file": ("현황.docx", packed({"word/document.xml": b"<a/>", "[Content_Types].xml": b"<a/>"}), "cannot be"),
    "a broken workbook": ("현황.xlsx", packed({"xl/workbook.xml": b"<workbook"}), "현황.xlsx"),
    "a PDF": ("현황.pdf", b"%PDF-1.7\n" + noise(500), "cannot be imported"),
    "a RAR": ("자료.rar", b"Rar!\x1a\x07\x01\0" + noise(500), "unpack it"),
    "a bomb": ("자료.zip", bomb, r"unpack to [\d,]+ times its size \(limit 200\)"),
    "a bomb in a ZIP": ("자료.zip", lambda: packed({"속.zip": bomb()}), "times its size"),
    "a way out": ("자료.zip", packed({"../../evil.csv": b"a,b\n1,2\n"}), r"leads out of it \(\.\./\.\./evil.csv\)"),
    "a way to the root": ("자료.zip", packed({"/etc/evil.csv": b"a,b\n1,2\n"}), "leads out of it"),
    "a way to a drive": ("자료.zip", packed({"C:\\evil.csv": b"a,b\n1,2\n"}), "leads out of it"),
    "a ZIP with a password": ("자료.zip", encrypted, "has a password.*Unpack"),
    "a ZIP cut off": ("자료.zip", packed({"a.csv": GOOD.encode() * 99})[:-40], "no complete ZIP"),
    "a ZIP that lies": ("자료.zip", lying(40), "no complete ZIP"),
    "an empty ZIP": ("자료.zip", packed({}), "holds no file that can be imported"),
    "4,000 columns": ("자료.csv", (",".join(f"c{n}" for n in range(4000)) + "\n1\n").encode(), "4,000.*1,500"),
    "no JSON": ("자료.json", b'{"a": [1, 2, {"b": ', "no JSON|자료.json"),
    "JSON without records": ("자료.json", b'{"resultCode": "30", "resultMsg": "SERVICE KEY"}', "no JSON with records"),
    "no shapes": ("자료.shp", noise(400), "자료.shp"),
    "no GeoPackage": ("자료.gpkg", b"SQLite format 3\0" + noise(4_000), "자료.gpkg"),
    "no GeoJSON": ("자료.geojson", b'{"type": "FeatureCollection", "features": [{"type": "Fea', "자료.geojson"),
    "numbers alone": ("자료.csv", b"1,2,3\n4,5,6\n7,8,9\n", "no row with column names"),
    "one endless line": ("자료.csv", b"a" * 2_500_000, "no row with column names"),
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_is_refused_with_a_sentence(importing, tmp_path, name) -> None:
    file, content, words = REFUSED[name]
    path = tmp_path / file
    path.write_bytes(content() if callable(content) else content)
    sentence = importing.refused(path)
    assert re.search(words, sentence), sentence
    assert str(tmp_path) not in sentence, "the name of the file says enough"
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize("name", ["nothing in it", "noise", "old Excel", "Hangul", "a password", "a bomb", "a way out"])
def test_is_refused_in_korean_too(importing, tmp_path, name) -> None:
    file, content, _words = REFUSED[name]
    path = tmp_path / file
    path.write_bytes(content() if callable(content) else content)
    with in_language("ko_KR"):
        sentence = importing.refused(path)
    assert file in sentence
    assert HANGUL.search(sentence.replace(file, "")), sentence


def test_what_is_not_there_or_cannot_be_opened(importing, tmp_path, monkeypatch) -> None:
    missing = tmp_path / "없음.csv"
    importing.refused(missing, "there is no file or folder", "없음.csv")
    empty = tmp_path / "빈 폴더"
    empty.mkdir()
    importing.refused(empty, "빈 폴더", "holds no file that can be imported")
    locked = tmp_path / "잠김.csv"
    locked.write_text(GOOD, encoding="utf-8")
    real = Path.open

    def held(self, *arguments, **named):
        if self == locked:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", held)
    importing.refused(locked, "잠김.csv", "Permission denied", "Close it in other programs")


def test_a_file_that_goes_away_while_it_is_read(importing, tmp_path, monkeypatch) -> None:
    """A network drive that drops the connection half way: an error, and nothing is replaced."""
    from seo_district_plugin.layers.publicdata.archives import GuardedStream

    path = tmp_path / "자료.csv"
    path.write_text(GOOD + "점,127.37,36.32\n" * 200_000, encoding="utf-8")
    real, given = GuardedStream.read, []

    def dropping(self, size=-1):
        data = real(self, size)
        given.append(len(data))
        if sum(given) > 3_500_000:  # the readers look into the file several times before
            raise OSError(5, "Input/output error")
        return data

    monkeypatch.setattr(GuardedStream, "read", dropping)
    problem, _results, log = importing.run(path, DISTRICT_CODE="30170")
    assert "Input/output error" in problem and "Traceback" not in log


# ---------------------------------------------------------------------- readable all the same
def test_only_a_header_gives_an_empty_layer(importing, tmp_path) -> None:
    path = tmp_path / "생활_미용업.csv"
    path.write_bytes(table(LICENSE_HEADER, []))
    done = importing(path, DISTRICT_CODE="30170")
    accounted(done)
    assert done.numbers() == {"READ": 0, "IMPORTED": 0, "REJECTED_ROWS": 0, "FILTERED": 0}
    layer = done.layer()
    assert layer.isSpatial() and layer.crs().authid() == "EPSG:5174"
    assert {"biz_name", "permit_dt", "source_row"} <= {field.name() for field in layer.fields()}
    path = tmp_path / "표.csv"
    path.write_text("이름,값\n", encoding="utf-8")
    assert importing(path).numbers()["READ"] == 0


def rows_with(tmp_path, lines: list[bytes], name: str = "점포.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(b"".join(lines))
    return path


def test_damaged_lines_are_counted_and_kept(importing, tmp_path) -> None:
    good = "점,127.37,36.32,좋음\n".encode()
    lines = [
        "이름,경도,위도,비고\n".encode(),
        good,
        b'"' + "가".encode() * 400_000 + b"\n",  # 3: more than a million bytes, and a quote that is never closed
        good,
        b"x" * 1_000_001 + b",127.37,36.32,\n",  # 5
        "점,127.37,36.32,반쪽 ".encode() + "글".encode()[:2] + b"\n",  # 6: half a character
        "점,127.37,36.32,나쁨\0\n".encode(),  # 7
        "점,127.37,36.32,다섯,여섯\n".encode(),  # 8: more cells than the header
        "점,127.37\n".encode(),  # 9: fewer, and no latitude
        '점,127.37,36.32,"열린 따옴표\n'.encode(),  # 10
        good,
        "점,127.37,36.32,다른 코드".encode("cp949") + b"\n",  # 12
        good,
    ]
    done = importing(rows_with(tmp_path, lines), DISTRICT_CODE="30170")
    accounted(done)
    reasons = done.reasons()
    assert reasons.pop("coordinates_blank") == 1
    assert done.numbers() == {"READ": 12, "IMPORTED": 4, "REJECTED_ROWS": 8, "FILTERED": 0}
    assert {row["source_row"] for row in map(dict, _rows(done))} == {2, 4, 11, 13}
    numbered = {row["row"]: row["reason"] for row in done.rejected()}
    assert set(numbered) == {3, 5, 6, 7, 8, 9, 10, 12}
    assert numbered[6] == numbered[12] == "damaged characters"
    assert numbered[7] == "binary zeros in the row" and numbered[5] == "line far too long"
    assert numbered[8] == "more cells than the header" and "quotation mark" in numbered[10]


def _rows(done) -> list[dict]:
    from tests.algorithms.importing import rows_of

    return rows_of(done.layer())


def test_line_ends_marks_and_a_lost_end_of_file_cost_nothing(importing, tmp_path) -> None:
    mark = b"\xef\xbb\xbf"
    lines = [
        mark + "이름,경도,위도,값\r\n".encode(),
        "하나,127.37,36.32,1\n".encode(),
        "둘,127.37,36.32,2\r".encode(),
        mark + "셋,127.37,36.32,3\r\n".encode(),
        "넷,127.37,36.32,4\n\n\r\n".encode(),
        "다섯".encode() + mark + b",127.37,36.32,5\n",
        "여섯,127.37,36.32,6".encode(),
    ]
    done = importing(rows_with(tmp_path, lines), DISTRICT_CODE="30170")
    accounted(done)
    assert done.numbers()["IMPORTED"] == done.numbers()["READ"] == 6
    rows = _rows(done)
    name = next(key for key, value in rows[0].items() if value == "하나")
    assert [row[name] for row in rows] == ["하나", "둘", "셋", "넷", "다섯", "여섯"]
    assert "line ends of several systems" in done.log and "byte order marks inside the file" in done.log


@pytest.mark.parametrize("codec", ["cp949", "utf-8", "utf-8-sig", "utf-16", "bom+cp949"])
def test_every_encoding_gives_the_same_names(importing, tmp_path, codec) -> None:
    text = "이름,경도,위도\n" + "".join(f"가상 똠방각하 {n},127.37,36.3{n}\n" for n in range(9))
    content = b"\xef\xbb\xbf" + text.encode("cp949") if codec == "bom+cp949" else text.encode(codec)
    done = importing(rows_with(tmp_path, [content]), DISTRICT_CODE="30170")
    accounted(done)
    assert {value for row in _rows(done) for value in row.values() if "똠방" in str(value)} == {
        f"가상 똠방각하 {n}" for n in range(9)
    }


@pytest.mark.parametrize("codec", ["cp1252", "shift_jis"])
def test_an_encoding_that_can_only_be_guessed_is_said(importing, tmp_path, codec) -> None:
    names = {"cp1252": "Café Müller, Zürich", "shift_jis": "カフェ・サクラ"}
    path = tmp_path / "names.csv"
    path.write_bytes(("Name;Seats\n" + f"{names[codec]};5\n" * 9).encode(codec))
    done = importing(path)
    accounted(done)
    assert "check whether its texts look right" in done.log
    if codec == "cp1252":
        assert {row["name"] for row in _rows(done)} == {names[codec]}


def test_columns_of_one_name_are_all_kept(importing, tmp_path) -> None:
    path = tmp_path / "표.csv"
    path.write_text("이름,값,값,값 ,경도,위도,위도\n가,1,2,3,127.37,36.32,0\n나,1,2,3,,,0\n", encoding="utf-8")
    done = importing(path, DISTRICT_CODE="30170")
    accounted(done)
    assert done.numbers()["IMPORTED"] == 1
    values = [value for key, value in _rows(done)[0].items() if key not in ("fid", "source_row")]
    assert values.count(1) == values.count(2) == values.count(3) == 1
    aliases = [field.alias() for field in done.layer().fields() if field.alias().startswith("값")]
    assert len(set(aliases)) == 3, aliases
    left_out = done.rejected()[0]
    assert sorted(value for key, value in left_out.items() if key not in ("fid", "row", "reason", "source_file")) == [
        "0", "1", "2", "3", "나",
    ]  # fmt: skip


def test_a_workbook_with_formulas_a_macro_and_a_hidden_sheet(importing, tmp_path) -> None:
    rows = [["이름", "경도", "위도", "수"], ["가", 127.37, 36.32, ("=", "1+1")], ["나", 127.38, 36.33, 1234]]
    path = write_xlsx(tmp_path / "현황.xlsm", {"9월": (rows, [])})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", ole("VBA"))
    done = importing(path, DISTRICT_CODE="30170")
    accounted(done)
    assert done.numbers()["IMPORTED"] == 2
    assert "holds a macro, which was not run" in done.log and "1 formulas" in done.log
    wide = [[f"c{n}" for n in range(4000)], [str(n) for n in range(4000)]]
    importing.refused(write_xlsx(tmp_path / "넓음.xlsx", {"a": (wide, [])}), "4,000", "1,500")


def test_dates_of_many_kinds_and_codes_that_excel_damaged(importing, tmp_path) -> None:
    dates = ["2024-03-01", "20240301", "2024. 3. 1.", "2024.03.01", "2024년 3월 1일", "2024/3/1", "20240301120000"]
    wrong = ["2024-02-30", "내일", "1.0E+10", "24-3"]
    rows = [
        license_row(number, *map("{:.3f}".format, projected(*spot, 5174)), date=date)
        for number, (spot, date) in enumerate(zip(places(11), [*dates, *wrong]))
    ]
    rows[0][0], rows[1][0] = "3.66E+06", "3660000.0"
    path = tmp_path / "생활_미용업.csv"
    path.write_bytes(table(LICENSE_HEADER, rows))
    report = tmp_path / "보고서.html"
    done = importing(path, REPORT=str(report))
    accounted(done)
    assert done.numbers()["IMPORTED"] == 11, "what a cell does not say does not cost the row"
    made = _rows(done)
    assert [row["permit_dt"].toString("yyyy-MM-dd") for row in made[:7]] == ["2024-03-01"] * 7
    assert all("permit_dt" not in row for row in made[7:])
    assert [row["flags"] for row in made[7:]] == [f"unreadable: permit_dt={text}" for text in wrong]
    assert "auth_code" not in made[0] and made[0]["flags"] == "unreadable: auth_code=3.66E+06"
    assert made[1]["auth_code"] == "3660000", "a code is text, without the zero that a sheet put behind it"
    assert "Values left empty" in report.read_text(encoding="utf-8")


def test_hidden_values_are_never_zero(importing, tmp_path) -> None:
    path = tmp_path / "표.csv"
    path.write_text("이름,인구수\n" + "가,5\n나,*\n다,N/A\n라,-\n마,\n바,0\n" * 20, encoding="utf-8")
    done = importing(path)
    accounted(done)
    rows = _rows(done)
    field = next(key for key, value in rows[0].items() if value == 5)
    assert [row.get(field) for row in rows[:6]] == [5, None, None, None, None, 0]
    assert [row.get("flags") for row in rows[:6]] == [None, f"masked: {field}", f"masked: {field}", None, None, None]


def test_in_a_folder_the_good_files_are_imported_and_the_bad_ones_named(importing, tmp_path) -> None:
    folder = tmp_path / "받은 파일"
    (folder / "하위").mkdir(parents=True)
    (folder / "좋음.csv").write_text(GOOD, encoding="utf-8")
    (folder / "하위" / "묶음.zip").write_bytes(packed({"속/더.csv": GOOD.encode("cp949"), "__MACOSX/._더.csv": b"x"}))
    bad = ["noise", "old Excel", "Hangul", "a password", "a bomb", "a way out", "4,000 columns", "numbers alone"]
    named = []
    for name in bad:
        file, content, _words = REFUSED[name]
        place = folder / name
        place.mkdir()
        (place / file).write_bytes(content() if callable(content) else content)
        named.append(f"{name}/{file}")
    report = tmp_path / "보고서.html"
    done = importing(folder, DISTRICT_CODE="30170", REPORT=str(report))
    accounted(done)
    assert done.numbers() == {"READ": 4, "IMPORTED": 4, "REJECTED_ROWS": 0, "FILTERED": 0}
    assert {row["source_file"] for row in _rows(done)} == {"좋음.csv", "하위/묶음.zip/속/더.csv"}
    text = report.read_text(encoding="utf-8")
    for name in named:
        assert name in done.log and name in text, name
