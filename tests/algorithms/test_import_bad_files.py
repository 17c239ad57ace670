"""Files that are damaged, hostile or not what they say: a clear sentence, or every bad row counted and kept."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from pathlib import Path

import pytest

from tests.algorithms.importing import accounted, in_language, rows_of

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
    told = {row["source_file"] for layer in done.layers() for row in rows_of(layer)}
    assert told == {"좋음.csv", "하위/묶음.zip/속/더.csv"}
    assert len(done.layers()) == 2, "files that nobody has described are not thrown together"
    text = report.read_text(encoding="utf-8")
    for name in named:
        assert name in done.log and name in text, name
