"""What is inside files, folders and ZIPs, and what is refused."""

from __future__ import annotations

import os
import struct
import unicodedata
import zipfile

import pytest

from seo_district_plugin.layers.errors import LayerError
from seo_district_plugin.layers.publicdata import list_parts, open_part

CSV = "번호,이름\n1,가\n".encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def names(path):
    parts, skipped = list_parts(path)
    return [part.name for part in parts], [(item.name, item.code) for item in skipped]


def refused(path):
    with pytest.raises(LayerError) as caught:
        list_parts(path)
    return caught.value


def test_missing(tmp_path):
    assert refused(tmp_path / "없다.csv").code == "public_file_missing"


def test_empty_folder(tmp_path):
    assert refused(tmp_path).code == "public_nothing_readable"


def test_folder_with_everything(tmp_path, write, make_shape):
    shape = make_shape([(1, 2, "가")], [("NAME", 4, 20, 0)])
    write(CSV, "가/b.csv")
    write(CSV, unicodedata.normalize("NFD", "나라.csv"))
    write(CSV, "__MACOSX/._b.csv")
    write(CSV, "가/._b.csv")
    write(b"", "빈.csv")
    write(OLE, "옛.xls")
    write(OLE, "공문.hwp")
    write(OLE + "EncryptedPackage".encode("utf-16-le"), "잠긴.xlsx")
    write(b"%PDF-1.7 ...", "안내.pdf")
    write(b"<html><body><table>", "표.xls")
    write(b"7z\xbc\xaf\x27\x1c..", "x.7z")
    write(b"<qgis/>", "a.qml")
    shape.with_suffix(".dbf").rename(shape.with_suffix(".DBF"))
    parts, skipped = names(tmp_path)
    assert parts == ["shape/AL_D010.shp", "가/b.csv", "나라.csv"]
    assert sorted(skipped) == sorted(
        [
            ("빈.csv", "public_file_empty"),
            ("옛.xls", "office_xls"),
            ("공문.hwp", "office_hwp"),
            ("잠긴.xlsx", "office_locked"),
            ("안내.pdf", "format_unsupported"),
            ("표.xls", "office_html"),
            ("x.7z", "archive_unsupported"),
        ]
    )


def test_a_single_file_that_is_no_data_says_why(write):
    error = refused(write(OLE, "옛.xls"))
    assert (error.code, error.values) == ("office_xls", {"name": "옛.xls"})


def test_zip_with_korean_names(make_zip, read_all):
    path = make_zip([("폴더/가.csv", CSV), ("나.csv".encode("cp949"), CSV), ("__MACOSX/._나.csv", CSV)])
    assert names(path)[0] == ["나.csv", "폴더/가.csv"]
    assert read_all(path, part=0).rows == [["1", "가"]]


def test_zip_names_of_macos(make_zip):
    path = make_zip([(unicodedata.normalize("NFD", "한글.csv"), CSV)])
    assert names(path)[0] == ["한글.csv"]


def test_zip_called_shp(make_zip, read_all):
    path = make_zip([("침수.csv", CSV)], "침수.shp")
    assert read_all(path).rows == [["1", "가"]]


def test_zip_inside_a_zip(make_zip, zipped, read_all):
    inner = zipped([("안/가.csv", CSV), ("더.zip", zipped([("x.csv", CSV)]))])
    path = make_zip([("속.zip", inner), ("겉.csv", CSV)])
    assert names(path) == (["겉.csv", "속.zip/안/가.csv"], [("속.zip/더.zip", "zip_nested")])
    assert read_all(path, part=1).rows == [["1", "가"]]


@pytest.mark.parametrize("member", ["../밖.csv", "/etc/x.csv", "C:/x.csv", "a/../../x.csv", "..\\x.csv"])
def test_zip_that_reaches_out(make_zip, member):
    error = refused(make_zip([(member, CSV)]))
    assert error.code == "zip_unsafe_path"
    assert error.values["name"] == "묶음.zip"


def test_zip_bomb(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * (120 << 20))
    error = refused(path)
    assert error.code == "zip_bomb"
    assert error.values["ratio"] > error.values["limit"] == 200


def test_zip_that_promises_a_giant(make_zip):
    path = make_zip([("a.csv", CSV)])
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 0xFFFFFFF0)
    path.write_bytes(data)
    assert refused(path).code in ("zip_bomb", "zip_damaged")


def test_zip_with_a_password(make_zip):
    path = make_zip([("a.csv", CSV)])
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert refused(path).code == "zip_encrypted"


def test_zip_with_a_strange_method(make_zip):
    path = make_zip([("a.csv", CSV)])
    data = bytearray(path.read_bytes())
    struct.pack_into("<H", data, data.rfind(b"PK\x01\x02") + 10, 9)
    path.write_bytes(data)
    assert refused(path).code == "zip_method"


def test_zip_cut_off(make_zip):
    path = make_zip([("a.csv", CSV * 1_000)])
    path.write_bytes(path.read_bytes()[:60])
    assert refused(path).code == "zip_damaged"


def test_zip_with_a_wrong_checksum(make_zip, read_all):
    path = make_zip([("a.csv", b"".join(b"%d,x\n" % (i * i) for i in range(5_000)))])
    data = bytearray(path.read_bytes())
    for at in range(300, 320):
        data[at] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(LayerError) as caught:
        read_all(path)
    assert caught.value.code in ("zip_damaged", "public_file_binary")


def test_a_bad_zip_in_a_folder_stops_nothing(tmp_path, make_zip, write):
    make_zip([("../x.csv", CSV)])
    write(CSV, "a.csv")
    assert names(tmp_path) == (["a.csv"], [("묶음.zip", "zip_unsafe_path")])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read everything")
def test_file_without_permission(write):
    path = write(CSV)
    path.chmod(0)
    assert refused(path).code == "public_file_unreadable"


def test_file_that_another_program_holds(write, monkeypatch):
    path = write(CSV)
    part = list_parts(path)[0][0]

    def locked(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", locked)
    for attempt in (lambda: open_part(part), lambda: list_parts(path)):
        with pytest.raises(LayerError) as caught:
            attempt()
        assert caught.value.code == "public_file_unreadable"
        assert caught.value.values == {"name": "자료.csv", "problem": "Permission denied"}


def test_file_that_vanished(write):
    path = write(CSV)
    part = list_parts(path)[0][0]
    path.unlink()
    with pytest.raises(LayerError) as caught:
        open_part(part)
    assert caught.value.code == "public_file_missing"


def test_choosing_a_file_of_a_shapefile_means_the_shapefile(make_shape):
    shape = make_shape([(1, 2, "가")], [("NAME", 4, 20, 0)])
    for suffix in (".dbf", ".prj", ".shx"):
        assert names(shape.with_suffix(suffix))[0] == ["AL_D010.shp"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_the_disk_holds_in_cp949(tmp_path, make_xlsx, make_shape, read_all):
    sheet = make_xlsx([("s", '<row r="1"><c r="A1"><v>1</v></c></row>', "", "visible")])
    shape = make_shape([(1, 2, "가")], [("NAME", 4, 20, 0)])
    folder = tmp_path / "자료"
    folder.mkdir()
    for source, name in [(sheet, "대장.xlsx")] + [(shape.with_suffix(s), f"건물{s}") for s in (".shp", ".shx", ".dbf")]:
        target = os.path.join(os.fsencode(folder), name.encode("cp949"))
        with open(target, "wb") as copy:
            copy.write(source.read_bytes())
    with open(os.path.join(os.fsencode(folder), "가.csv".encode("cp949")), "wb") as copy:
        copy.write(CSV)
    assert names(folder)[0] == ["가.csv", "건물.shp", "대장.xlsx:s"]
    assert [read_all(folder, part=i, first=0).rows[-1] for i in range(3)] == [["1", "가"], ["가"], ["1"]]
