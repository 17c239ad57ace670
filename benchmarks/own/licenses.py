"""A made-up national register of businesses with the header of the real files, in CP949.

licenses.py FILE ROWS
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

HEADER = (
    "개방자치단체코드,관리번호,인허가일자,영업상태명,폐업일자,소재지면적,소재지우편번호,도로명우편번호,사업장명,업태구분명,"
    "데이터갱신구분,건물소유구분명,건물지상층수,건물지하층수,남성종사자수,다중이용업소여부,데이터갱신시점,도로명주소,사용끝지상층,"
    "사용끝지하층,사용시작지상층,사용시작지하층,상세영업상태명,상세영업상태코드,여성종사자수,영업상태코드,위생업태명,의자수,전화번호,"
    "조건부허가시작일자,조건부허가신고사유,조건부허가종료일자,좌표정보(X),좌표정보(Y),지번주소,침대수,최종수정시점"
).split(",")
AUTHORITIES = 68


def main(path: Path, rows: int) -> None:
    draw = random.Random(1)
    with path.open("w", encoding="cp949", newline="") as file:
        file.write(_line(HEADER))
        for number in range(rows):
            file.write(_line(_row(number, draw)))


def _row(number: int, draw: random.Random) -> list[str]:
    here = number % 20 == 0
    authority = "3660000" if here else str(3_000_000 + 10_000 * draw.randrange(AUTHORITIES))
    year, closed = 1985 + number % 41, number % 3 != 0
    x = 225_000 + draw.random() * 11_000 if here else draw.random() * 400_000
    y = 298_500 + draw.random() * 20_000
    return [
        authority, f"{authority}-{number % 900 + 100}-{year}-{number:05d}",
        f"{year}-{number % 12 + 1:02d}-{number % 28 + 1:02d}", "폐업" if closed else "영업/정상",
        f"{year + 2}-03-05" if closed else "", f"{number % 300}.{number % 100:02d}", "302120", "35242",
        f"가상상점 {number % 5000}, 둔산점", "한식", "U", "자가", "3", "1", "", "", "2026-09-03 22:18:00",
        f"대전광역시 서구 가상로{number % 900}번길 {number % 60 + 1}, 2층 (둔산동, 가상빌딩)", "2", "", "1", "",
        "폐업" if closed else "영업", "02" if closed else "01", "", "03" if closed else "01", "일반음식점", "",
        f"042-{number % 1000:03d}-{number % 10000:04d}", "", "", "", f"{x:.6f}", f"{y:.6f}",
        f"대전광역시 서구 둔산동 {number % 2000} 가상빌딩", "", "2024-05-02 11:20:31",
    ]  # fmt: skip


def _line(cells: list[str]) -> str:
    return '"' + '","'.join(cells) + '"\r\n'


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
