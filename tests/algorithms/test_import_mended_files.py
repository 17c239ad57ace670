"""Files that are not as they should be but can be read: every bad row is counted and kept, nothing else is lost."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.algorithms.importing import LICENSE_HEADER, accounted, license_row, places, projected, rows_of, table
from tests.publicdata.office import write_xlsx
from tests.publicdata.samples import SAMPLES

GOOD = "이름,경도,위도\n가상점,127.37,36.32\n나무점,127.38,36.33\n"


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
    assert {row["source_row"] for row in rows_of(done.layer())} == {2, 4, 11, 13}
    numbered = {row["row"]: row["reason"] for row in done.rejected()}
    assert set(numbered) == {3, 5, 6, 7, 8, 9, 10, 12}
    assert numbered[6] == numbered[12] == "damaged characters"
    assert numbered[7] == "binary zeros in the row" and numbered[5] == "line far too long"
    assert numbered[8] == "more cells than the header" and "quotation mark" in numbered[10]


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
    rows = rows_of(done.layer())
    name = next(key for key, value in rows[0].items() if value == "하나")
    assert [row[name] for row in rows] == ["하나", "둘", "셋", "넷", "다섯", "여섯"]
    assert "line ends of several systems" in done.log and "byte order marks inside the file" in done.log


@pytest.mark.parametrize("codec", ["cp949", "utf-8", "utf-8-sig", "utf-16", "bom+cp949"])
def test_every_encoding_gives_the_same_names(importing, tmp_path, codec) -> None:
    text = "이름,경도,위도\n" + "".join(f"가상 똠방각하 {n},127.37,36.3{n}\n" for n in range(9))
    content = b"\xef\xbb\xbf" + text.encode("cp949") if codec == "bom+cp949" else text.encode(codec)
    done = importing(rows_with(tmp_path, [content]), DISTRICT_CODE="30170")
    accounted(done)
    assert {value for row in rows_of(done.layer()) for value in row.values() if "똠방" in str(value)} == {
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
        assert {row["name"] for row in rows_of(done.layer())} == {names[codec]}


def test_columns_of_one_name_are_all_kept(importing, tmp_path) -> None:
    path = tmp_path / "표.csv"
    path.write_text("이름,값,값,값 ,경도,위도,위도\n가,1,2,3,127.37,36.32,0\n나,1,2,3,,,0\n", encoding="utf-8")
    done = importing(path, DISTRICT_CODE="30170")
    accounted(done)
    assert done.numbers()["IMPORTED"] == 1
    values = [value for key, value in rows_of(done.layer())[0].items() if key not in ("fid", "source_row")]
    assert values.count(1) == values.count(2) == values.count(3) == 1
    aliases = [field.alias() for field in done.layer().fields() if field.alias().startswith("값")]
    assert len(set(aliases)) == 3, aliases
    left_out = done.rejected()[0]
    assert sorted(value for key, value in left_out.items() if key not in ("fid", "row", "reason", "source_file")) == [
        "0", "1", "2", "3", "나",
    ]  # fmt: skip


def test_columns_called_like_our_own_are_all_kept(importing, tmp_path) -> None:
    """Names that differ only in signs, that we use ourselves, or that a field made of the file's name has."""
    headers = "값,값,값2,인구(명),인구 명,flags,located,source_row,source_file,geom,fid,svc_name,Row,reason,cells,X,Y"
    values = "가,나,다,라,마,바,사,아,자,차,카,타,파,하,거,0,0"
    path = tmp_path / "표.csv"
    path.write_text(f"{headers}\n{values}\n", encoding="utf-8")
    done = importing(path, PROFILE="generic", CRS="EPSG:5186")
    accounted(done)
    assert set(values.split(",")) - {"0"} <= set(done.rejected()[0].values())
    path.write_text(f"{headers}\n{values[:-3]}234359.4,417253.3\n", encoding="utf-8")
    done = importing(path, PROFILE="generic", CRS="EPSG:5186")
    assert set(values.split(",")) - {"0"} <= set(rows_of(done.layer())[0].values())
    path = tmp_path / "생활_미용업.csv"  # its type of business is told by its name
    path.write_bytes(table(LICENSE_HEADER + ",svc_name", [[*license_row(1, 233912.4, 316807.6), "다른 말"]]))
    row = rows_of(importing(path, DISTRICT_CODE="30170").layer())[0]
    assert row["svc_name"] == "미용업" and "다른 말" in row.values()


def test_numbers_of_rows_are_those_of_the_file(importing, tmp_path) -> None:
    """As a person finds them: lines of a text, rows of a sheet, places of records in JSON."""
    lines = [
        "현황",
        "",
        "이름,경도,위도",
        '"두 줄\n이름",127.37,36.32',
        "",
        "나쁨,,",
        '"세\n줄\n이름",0,0',
        "좋음,127.38,36.33",
    ]
    path = tmp_path / "점포.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = importing(path, DISTRICT_CODE="30170")
    accounted(done)
    assert [row["source_row"] for row in rows_of(done.layer())] == [4, 11]
    assert [row["row"] for row in done.rejected()] == [7, 8]
    for name, expected in (("office_shelters", [7, 9, 10, 11, 12]), ("cctv_json", [3, 4, 5])):
        done = importing(SAMPLES[name].write(tmp_path), DISTRICT_CODE="30170")
        assert sorted(row["row"] for row in done.rejected()) == expected, name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(importing, tmp_path) -> None:
    folder = tmp_path / "자료"
    folder.mkdir()
    os.mkfifo(folder / "관.csv")
    importing.refused(folder / "관.csv", "관.csv", "cannot be imported")
    (folder / "좋음.csv").write_text(GOOD, encoding="utf-8")
    (folder / "끊긴 링크.csv").symlink_to(folder / "없음.csv")
    done = importing(folder, DISTRICT_CODE="30170")
    accounted(done)
    assert done.numbers()["IMPORTED"] == 2 and "관.csv" in done.log and "끊긴 링크.csv" in done.log


def test_shapes_of_several_kinds_or_none(importing, tmp_path) -> None:
    """The kind that most shapes are of is imported; the others are left out and counted, never dropped in silence."""
    point = {"type": "Point", "coordinates": [127.37, 36.32]}
    ring = [[127.37, 36.32], [127.38, 36.32], [127.38, 36.33], [127.37, 36.32]]
    area = {"type": "Polygon", "coordinates": [ring]}
    both = {"type": "GeometryCollection", "geometries": [point, area]}
    cases = [([point, area, area, both, None], 2), ([both, both], 0), ([point, point, area], 2), ([None, None], 2)]
    for shapes, imported in cases:
        features = [{"type": "Feature", "properties": {"n": n}, "geometry": shape} for n, shape in enumerate(shapes)]
        path = tmp_path / "여럿.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        done = importing(path, DISTRICT_CODE="30170")
        accounted(done)
        assert done.numbers()["IMPORTED"] == imported, shapes
        assert done.reasons() == ({"shape_missing": len(shapes) - imported} if imported < len(shapes) else {})


def test_a_workbook_with_formulas_a_macro_and_a_hidden_sheet(importing, tmp_path) -> None:
    rows = [["이름", "경도", "위도", "수"], ["가", 127.37, 36.32, ("=", "1+1")], ["나", 127.38, 36.33, 1234]]
    path = write_xlsx(tmp_path / "현황.xlsm", {"9월": (rows, [])})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
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
    made = rows_of(done.layer())
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
    rows = rows_of(done.layer())
    field = next(key for key, value in rows[0].items() if value == 5)
    assert [row.get(field) for row in rows[:6]] == [5, None, None, None, None, 0]
    assert [row.get("flags") for row in rows[:6]] == [None, f"masked: {field}", f"masked: {field}", None, None, None]
