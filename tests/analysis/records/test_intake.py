"""Rows of a file, sorted and typed: nothing is lost, shortcuts give what the readers give."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.derived import business_type, code_in_brackets, parcel_number
from seo_district_plugin.analysis.records.intake import FieldRegister, Intake, SourceColumn, Wanted, _plain
from seo_district_plugin.analysis.records.matching import Match
from seo_district_plugin.analysis.records.schemas import Column, Schema
from seo_district_plugin.analysis.records.values import typed

CELLS = st.lists(
    st.one_of(
        st.sampled_from(["", " ", "*", "N/A", "가나", " a ", "\u3000x", "12", "\x1f", "a\x00b"]), st.text(max_size=4)
    ),
    min_size=1,
    max_size=30,
)


def match_of(headers: list[str], columns: list[Column | None], profile: str = "kr") -> Match:
    schema = Schema("test", {"en": "test"}, profile, columns=tuple(column for column in columns if column))
    return Match(schema, 0, columns, headers, [], 1.0)


@given(CELLS, st.booleans())
def test_the_shortcut_for_plain_columns_reads_as_the_readers_do(cells, masked) -> None:
    column = SourceColumn(0, "t", "text", "t", masked=masked)
    quick = _plain(column, cells)
    if quick is not None:
        assert quick == typed(cells, "text", masked_ok=masked).values


@given(
    st.lists(st.tuples(st.sampled_from(["30170", "30140", "'30170", "30170.0", "3017010100", ""]), st.text(max_size=3)))
)
def test_each_row_is_kept_or_filtered(rows) -> None:
    rows = [list(row) for row in rows]
    match = match_of(["code", "t"], [Column("code", kind="code"), Column("t")])
    for prefix, right in (
        (False, {"30170", "'30170", "30170.0"}),
        (True, {"30170", "'30170", "30170.0", "3017010100"}),
    ):
        intake = Intake(match, rows, wanted=Wanted("code", ("30170",), prefix))
        kept = intake.sort(list(range(len(rows))), rows)
        assert [row for row in rows if row[0] in right] == kept.rows
        assert len(kept.rows) + kept.filtered + len(kept.rejected) == len(rows)
        assert [rows[number] for number in kept.numbers] == kept.rows


def test_the_province_tells_districts_of_one_name_apart() -> None:
    match = match_of(["sido", "sgg"], [Column("sido"), Column("sgg")])
    rows = [["대전광역시", "서구"], ["인천광역시", "서구"], ["", "서구"], ["대전", "중구"]]
    intake = Intake(match, rows, wanted=Wanted("sgg", ("서구",), False, ("sido", ("대전",))))
    assert intake.sort([1, 2, 3, 4], rows).numbers == [1, 3]


def test_masked_and_unreadable_values_are_named_with_their_row() -> None:
    columns = [Column("n", kind="int", masked=True), Column("d", kind="date"), Column("c", kind="code")]
    match = match_of(["n", "d", "c"], columns)
    rows = [["*", "2026-03-01", "0123"], ["1,234", "2026-13-45", "1.0E+10"], ["0", "", "30170"]]
    typing = Intake(match, rows).typing(rows)
    assert typing.columns == [[None, 1234, 0], ["2026-03-01", None, None], ["0123", None, "30170"]]
    assert typing.flags == ["masked: n", "unreadable: d=2026-13-45; unreadable: c=1.0E+10", None]


def test_totals_and_notes_of_sheets_are_told_apart() -> None:
    match = match_of(["동", "시설명", "정원"], [Column("dong"), Column("name"), Column("seats", kind="int")])
    rows = [
        ["가동", "하나", "3"],
        ["소계", "", "3"],
        ["동", "시설명", "정원"],
        ["※ 2026년 기준", "", ""],
        ["합계", "", "3"],
    ]
    kept = Intake(match, rows, sheet=True).sort([4, 5, 6, 7, 8], rows)
    assert kept.numbers == [4]
    assert [(number, code) for number, code, _row in kept.rejected] == [
        (5, "row_total"), (6, "row_repeated_header"), (7, "row_note"), (8, "row_total")
    ]  # fmt: skip


def test_columns_of_several_files_share_a_field_only_when_they_are_the_same() -> None:
    known = Column("name", headers=("이름",))
    one = Intake(match_of(["이름", "면적"], [known, None]), [])
    two = Intake(match_of(["이름", "층수"], [known, None]), [])
    three = Intake(match_of(["층수", "이름"], [None, known]), [])
    register = FieldRegister()
    for intake in (one, two, three):
        register.add(intake)
    assert [field.header for field in register.fields] == ["이름", "면적", "층수"]
    assert len({field.name for field in register.fields}) == 3
    assert register.arranged(three, [["5"], ["가"]], 1) == [["가"], [None], ["5"]]


def test_a_generic_table_is_typed_by_its_values() -> None:
    headers = ["name", "price", "when", "zip", "share"]
    match = match_of(headers, [None] * 5, profile="generic")
    rows = [["a", "1.234,50", "31.12.2025", "04109", "0.5"], ["b", "2,75", "01.02.2026", "04103", "1"]]
    intake = Intake(match, rows)
    assert [column.kind for column in intake.columns] == ["text", "real", "date", "code", "real"]
    typing = intake.typing(rows)
    assert typing.columns[1:4] == [[1234.5, 2.75], ["2025-12-31", "2026-02-01"], ["04109", "04103"]]


def test_what_a_file_says_without_columns() -> None:
    assert business_type("생활_미용업_대구광역시.csv") == "미용업"
    assert business_type("인허가정보.zip/식품/식품_유흥주점영업.csv") == "유흥주점영업"
    assert business_type("pc_bangs_3660000.csv") == "pc_bangs"
    assert business_type("기타_담배소매업_경기성남시.csv") == "담배소매업"
    assert parcel_number("30170", "10100", "1", "0012", "0000") == "3017010100200120000"
    assert parcel_number("30170", "10100", "0", "123", "4") == "3017010100101230004"
    assert parcel_number("30170", "10100", "9", "123", "4") is None
    assert code_in_brackets("대전광역시 서구 복수동 (3017051000)") == "3017051000"
    assert code_in_brackets("복수동") is None


def test_a_file_with_decimal_commas_is_read_with_them_everywhere() -> None:
    headers = ["lon", "lat", "preis", "menge"]
    x, y = Column("lon", kind="real"), Column("lat", kind="real")
    schema = Schema("lonlat", {"en": "t"}, "generic", columns=(x, y), geometry="point", x="lon", y="lat", crs=(4326,))
    match = Match(schema, 0, [x, y, None, None], headers, [], 1.0)
    rows = [["12,33030", "51,31010", "12,50", "1.250"], ["12,34", "51,32", "2,75", "2.500"]]
    intake = Intake(match, rows)
    xy, blank, strange = intake.coordinates(rows)
    assert xy.tolist() == [[12.3303, 51.3101], [12.34, 51.32]] and not blank.any() and not strange.any()
    assert intake.typing(rows).columns == [[12.3303, 12.34], [51.3101, 51.32], [12.5, 2.75], [1250.0, 2500.0]]
    points = [["12.33030", "51.31010", "12,50", "1.250"], ["12.34", "51.32", "2,75", "2.500"]]
    assert Intake(match, points).typing(points).columns[3] == [1.25, 2.5]


def test_one_impossible_date_does_not_make_texts_of_dates() -> None:
    rows = [[text] for text in ("2024. 3. 1.", "2024-13-01", "2024년 5월 6일", "2024.07.06", "2024-08-09")]
    typing = Intake(match_of(["점검"], [None], "generic"), rows).typing(rows)
    assert typing.columns == [["2024-03-01", None, "2024-05-06", "2024-07-06", "2024-08-09"]]
    assert typing.flags is not None and "2024-13-01" in typing.flags[1]
