"""Delimited text: rows as they are in the file, and every way in which a file can be wrong."""

from __future__ import annotations

import csv
import io

import pytest

from seo_district_plugin.layers.errors import LayerError
from seo_district_plugin.layers.publicdata import list_parts, open_part

ROWS = '1,"가게, 본점",36.3,127.3,\n2,분점,36.4,127.4,"그는 ""예""라 했다"\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(write, read_all, header, encoding, end):
    read = read_all(write((header + "\n" + ROWS).replace("\n", end), encoding=encoding))
    assert read.opened.encoding == encoding.removesuffix("-sig")
    assert read.opened.head[0] == header.split(",")
    assert read.rows == [["1", "가게, 본점", "36.3", "127.3", ""], ["2", "분점", "36.4", "127.4", '그는 "예"라 했다']]
    assert read.numbers == [2, 3]
    assert not read.bad


def test_mark_of_utf8_over_cp949(write, read_all):
    text = '"기준일ID","시간대구분"\r\n"20241201","00"\r\n'
    read = read_all(write(b"\xef\xbb\xbf" + text.encode("cp949")))
    assert read.opened.head[0] == ["기준일ID", "시간대구분"]
    assert read.opened.encoding == "cp949"
    assert read.notes == {"note_bom_over_other": {"encoding": "cp949"}}


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_mark_in_the_middle_vanishes(write, read_all, header, encoding):
    rest = ("번호2,가,36.3,127.3,\n").encode(encoding)
    path = write((header + "\n").encode(encoding) + b"\xef\xbb\xbf" + rest)
    read = read_all(path)
    assert read.rows == [["번호2", "가", "36.3", "127.3", ""]]
    assert read.counts["marks_inside"] == 1


@pytest.mark.parametrize("delimiter", [",", "\t", "|", ";"])
def test_delimiters(write, read_all, delimiter):
    rows = [["코드", "주소", "값"], ["0123", "대전 서구 가상로 1", "1.5"], ["0124", "대전 서구 가상로 2", "2.5"]]
    text = "".join(delimiter.join(row) + "\n" for row in rows)
    read = read_all(write(text))
    assert read.opened.delimiter == delimiter
    assert read.rows == rows[1:]


def test_bars_with_commas_and_quotes_inside(write, read_all):
    text = '1|대전, 서구, 복수동|"새" 건물\n2|대전, 서구|"열린 이름\n3|대전|나\n'
    read = read_all(write(text), width=3, first=0)
    assert read.rows == [
        ["1", "대전, 서구, 복수동", '"새" 건물'],
        ["2", "대전, 서구", '"열린 이름'],
        ["3", "대전", "나"],
    ]


def test_named_delimiter(write, read_all):
    read = read_all(write("sep=;\na;b,c\n1;2,5\n"))
    assert read.opened.head == [["a", "b,c"], ["1", "2,5"]]
    assert read.numbers == [3]


def test_decimal_commas_do_not_win(write, read_all):
    read = read_all(write("Name;x;y\nEins;1,5;2,5\nZwei;2,5;3,5\n"))
    assert read.rows == [["Eins", "1,5", "2,5"], ["Zwei", "2,5", "3,5"]]


@pytest.mark.parametrize("in_header", [True, False])
def test_trailing_delimiter(write, read_all, in_header):
    read = read_all(write("a,b" + ("," if in_header else "") + "\n1,2,\n3,4,\n"), width=2)
    assert read.opened.head[0] == ["a", "b"]
    assert read.rows == [["1", "2"], ["3", "4"]]
    assert not read.bad


def test_too_many_and_too_few_cells(write, read_all):
    read = read_all(write("a,b,c\n1,2,3\n1,2,3,4\n1,2\n1,2,3,\n"))
    assert read.rows == [["1", "2", "3"], ["1", "2", ""], ["1", "2", "3"]]
    assert read.numbers == [2, 4, 5]
    assert read.bad == [(3, "row_too_many_cells")]
    assert read.cells == [["1", "2", "3", "4"]]
    assert read.counts["rows_padded"] == 1


def test_blank_lines_are_no_records(write, read_all):
    read = read_all(write("a,b\n\n1,2\n  \n,\n3,4\n\x1a"))
    assert read.rows == [["1", "2"], ["3", "4"]]
    assert read.numbers == [3, 6]
    assert read.counts["rows_blank"] == 4


def test_cells_of_several_lines(write, read_all):
    read = read_all(write('a,b,c\n1,"둘째\n줄",3\n4,5,6\n'))
    assert read.rows == [["1", "둘째\n줄", "3"], ["4", "5", "6"]]
    assert read.numbers == [2, 4]


@pytest.mark.parametrize("place", [0, 1, 500, 9_998, 9_999])
def test_unclosed_quote_costs_one_line(write, read_all, place):
    lines = [f"{i},이름 {i},36.3,127.3,비고" for i in range(10_000)]
    lines[place] = f'{place},"이름 {place},36.3,127.3,비고'
    read = read_all(write("번호,이름,위도,경도,비고\n" + "\n".join(lines) + "\n"))
    assert read.bad == [(place + 2, "row_unclosed_quote")]
    assert [row[0] for row in read.rows] == [str(i) for i in range(10_000) if i != place]
    assert read.numbers == [i + 2 for i in range(10_000) if i != place]


def test_unclosed_quote_among_quoted_cells(write, read_all):
    text = '"a","b","c"\n"1","둘,"3"\n"4","5","6\n"7","8","9"\n'
    read = read_all(write(text))
    assert read.rows == [["7", "8", "9"]]
    assert [number for number, _ in read.bad] == [2, 3]


def test_a_quote_that_another_line_closes_swallows_nothing(write, read_all):
    lines = [f"{i},가,나,다,라,마,바" for i in range(50)]
    lines[10] = '10,가,나,다,라,마,"바'
    lines[20] = '20,가,나,다,라,마,바"'
    read = read_all(write("a,b,c,d,e,f,g\n" + "\n".join(lines) + "\n"))
    assert len(read.rows) == 49
    assert read.bad == [(12, "row_unclosed_quote")]


def test_quotes_inside_quotes_are_kept(write, read_all):
    read = read_all(write('"a","b"\n"1","가상 "둔산" 점"\n"2","정상"\n"3",x"y"z,"4"\n'))
    assert read.rows == [["1", '가상 "둔산" 점'], ["2", "정상"]]
    assert read.bad == [(4, "row_too_many_cells")]
    assert read.counts["rows_loose_quotes"] == 1


def test_quotes_that_cannot_be_understood(write, read_all):
    read = read_all(write('a,b,c\n1,"x"y,"z"w,3\n4,5,6\n'))
    assert read.bad == [(2, "row_bad_quotes")]
    assert read.rows == [["4", "5", "6"]]


def test_half_a_character_at_a_lines_end(write, read_all):
    good = "1,가\n".encode()
    path = write("번호,이름\n".encode() + good + "2,나".encode()[:-1] + b"\n" + "3,다\n".encode())
    read = read_all(path)
    assert read.opened.encoding == "utf-8"
    assert read.rows == [["1", "가"], ["3", "다"]]
    assert read.bad == [(3, "row_undecodable")]
    assert "\ufffd" in read.cells[0][1]


def test_half_a_character_of_cp949(write, read_all):
    lines = [f"{i},이름이 길다".encode("cp949") for i in range(50)]
    lines[20] = lines[20][:-1]
    read = read_all(write(b"\n".join(["번호,이름".encode("cp949"), *lines, b""])))
    assert read.opened.encoding == "cp949"
    assert read.bad == [(22, "row_undecodable")]
    assert len(read.rows) == 49


def test_damage_inside_a_cell_of_several_lines_is_one_record(write, read_all):
    path = write('번호,이름\n1,"가\n'.encode() + b"\xff\n" + '나"\n2,다\n'.encode())
    read = read_all(path)
    assert read.bad == [(2, "row_undecodable")]
    assert (read.rows, read.numbers) == ([["2", "다"]], [5])


def test_zero_bytes(write, read_all):
    read = read_all(write("번호,이름\n1,가\n2,나\0다\n3,라\n" + "4,마\n" * 200))
    assert read.bad == [(3, "row_nul")]
    assert len(read.rows) == 202


def test_utf16_damage(write, read_all):
    data = "번호,이름\r\n1,가\r\n2,나\r\n".encode("utf-16")
    read = read_all(write(data[:-5]))  # half a unit at the end
    assert read.rows[0] == ["1", "가"]
    assert read.opened.encoding == "utf-16"


def test_utf16_without_a_mark(write, read_all):
    read = read_all(write("code,name,value\r\n1,one,2\r\n2,two,3\r\n".encode("utf-16-le")))
    assert read.rows == [["1", "one", "2"], ["2", "two", "3"]]


def test_western_text(write, read_all):
    read = read_all(write("name,x\nCafé Zürich,1\nMünchen,2\n", encoding="cp1252"))
    assert read.rows == [["Café Zürich", "1"], ["München", "2"]]
    assert "note_encoding_guessed" in read.notes


@pytest.mark.parametrize("length", [999_000, 1_000_001, 6_000_000, 20_000_000])
def test_a_line_of_a_million_characters(write, read_all, length):
    read = read_all(write("a,b\n1,2\n3," + "x" * length + "\n4,5\n"))
    assert read.rows == [["1", "2"], ["4", "5"]]
    assert read.numbers == [2, 4]
    assert read.bad == [(3, "row_long_line" if length > 1_000_000 else "row_long_field")]
    assert sum(map(len, read.cells[0])) <= 4_000


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_long_line_with_every_line_end(write, read_all, end):
    read = read_all(write(end.join(["a,b", "3," + "x" * 5_000_000, "4,5", ""])))
    assert (read.rows, read.numbers) == ([["4", "5"]], [3])


def test_a_long_line_of_utf16(write, read_all):
    read = read_all(write("a,b\r\n3," + "가" * 5_000_000 + "\r\n4,5\r\n", encoding="utf-16"))
    assert (read.rows, read.numbers) == ([["4", "5"]], [3])


def test_four_thousand_columns(write, read_all):
    line = ",".join(str(i) for i in range(4_000)) + "\n"
    read = read_all(write(line * 5))
    assert len(read.opened.head[0]) == 4_000
    assert len(read.rows) == 4 and len(read.rows[0]) == 4_000


def test_mixed_line_ends(write, read_all):
    read = read_all(write("a,b\r\n1,2\n3,4\r5,6\r\n"))
    assert read.rows == [["1", "2"], ["3", "4"], ["5", "6"]]
    assert read.numbers == [2, 3, 4]
    assert read.notes["note_mixed_line_ends"]["ends"] == "\\r\\n, \\n, \\r"


def test_only_a_header(write, read_all, header):
    read = read_all(write(header + "\n"))
    assert read.opened.head == [header.split(",")]
    assert read.rows == [] and read.bad == []


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n\r\n  \n", b"\xff\xfe"])
def test_empty_file(write, read_all, content):
    with pytest.raises(LayerError) as caught:
        read_all(write(content))
    assert caught.value.code == "public_file_empty"
    assert caught.value.values == {"name": "자료.csv"}


def test_a_file_of_delimiters_only(write, read_all):
    with pytest.raises(LayerError) as caught:
        read_all(write(b",,,\n,,,\n"))
    assert caught.value.code == "public_file_empty"


def test_binary_junk(write, read_all):
    junk = bytes((i * 7919 + i * i) % 256 for i in range(5_000))
    with pytest.raises(LayerError) as caught:
        read_all(write(b"x" + junk))
    assert caught.value.code == "public_file_binary"


def test_bytes_of_no_encoding(write, read_all):
    junk = b"".join(bytes([0xFF, 0xFE - i % 2, 0x80 + i % 16, 0xFF]) for i in range(200))
    with pytest.raises(LayerError) as caught:
        read_all(write(b"a,b\n" + junk))
    assert caught.value.code == "public_file_encoding"


def test_ascii_for_a_megabyte_then_korean(write, read_all):
    body = "code,name\n" + "1,plain text of some length\n" * 60_000
    read = read_all(write(body.encode() + ("2,가상점\n" * 1_000).encode("cp949")))
    assert read.opened.encoding == "cp949"
    assert len(read.rows) == 61_000 and not read.bad


@pytest.mark.parametrize("size", [1, 7, 20_000])
def test_blocks_hold_what_was_asked_for_and_lose_nothing(write, read_all, size):
    lines = [f'{i},"x{i}"' + (",extra" if i % 10 == 3 else "") for i in range(1, 101)]
    read = read_all(write("a,b\n" + "\n".join(lines)), size=size)
    assert all(len(b.rows) + len(b.bad) <= size for b in read.blocks)
    assert sorted([*read.numbers, *(n for n, _ in read.bad)]) == list(range(2, 102))
    assert read.numbers == sorted(read.numbers)
    assert len(read.bad) == 10
    for block in read.blocks[:-1]:
        assert len(block.rows) + len(block.bad) == size


def test_records_left_out_at_the_start_are_those_of_the_head(write, read_all):
    text = '제목\n\n"열린\n"두\n줄",b\n' + "".join(f"{i},{i}\n" for i in range(100))
    path = write(text)
    opened = open_part(list_parts(path)[0][0])
    for first in range(6):
        read = read_all(path, width=2, first=first)
        numbers = sorted([*read.numbers, *(n for n, _ in read.bad)])
        assert numbers[0] == opened.head_numbers[first]


def test_fraction_grows_to_one_and_tick_may_stop(write):
    path = write("a,b\n" + "1,2\n" * 200_000)
    opened = open_part(list_parts(path)[0][0])
    heard: list[float] = []

    def tick(fraction: float) -> None:
        heard.append(fraction)
        if len(heard) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        list(opened.blocks(1, 2, tick=tick))
    heard.pop()
    list(opened.blocks(1, 2, tick=heard.append))
    assert heard[2:] == sorted(heard[2:]) and heard[-1] == 1.0


def test_the_same_rows_as_the_csv_module(write, read_all):
    """Every fast way gives what `csv` gives, at every cut of the stretches."""
    body = io.StringIO()
    plain, quoted = csv.writer(body), csv.writer(body, quoting=csv.QUOTE_ALL)
    plain.writerow(["a", "b", "c"])
    for i in range(30_000):
        writer = (plain, quoted)[i // 5_000 % 2]
        writer.writerow([i, "가, 나" if i % 7 == 0 else "다", "" if i % 3 else 'x"y'])
    text = body.getvalue()
    read = read_all(write(text, encoding="cp949"))
    assert read.rows == list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert read.numbers == list(range(2, 30_002))
