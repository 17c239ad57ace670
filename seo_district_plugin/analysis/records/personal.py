"""Personal data in tables and texts: found by shape and by header, told without a single value, taken out of messages.

Resident registration numbers are known by a date of birth that exists, whose century the seventh digit names. Their
check digit is no criterion by itself: numbers given since October 2020 have none (their last six digits are random).
It only tells thirteen digits in a row, which are also census codes, from real numbers, column by column.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

PLACEHOLDER = "***"

RESIDENT = "resident_number"
MOBILE = "mobile_phone"
PHONE = "phone"
EMAIL = "email"
PERSON = "person_name"
ACCOUNT = "account_number"
PLATE = "vehicle_plate"
BIRTH = "birth_date"
KINDS = (RESIDENT, MOBILE, PHONE, EMAIL, PERSON, ACCOUNT, PLATE, BIRTH)

SOLID_SHARE = 0.5  # of the cells that must look so if digits in a row are to be believed without a header
CORPORATE_ENOUGH = 3  # numbers that all have a corporation's check digit are no persons; by chance a thousandth
SOLID_CHECKED = 0.5  # of thirteen digits in a row with a right check digit; by chance it is a tenth

_DASH = r"[-–—‐−－]"
# Not inside a longer number, a chain of numbers such as 3660000-204-2019-00011, or, in one piece, a decimal.
_BEFORE = r"(?<!\d)(?<!\d[-–])"
_BEFORE_SOLID = r"(?<!\d)(?<!\d[-–.])"
_AFTER = r"(?!\d)(?![-–]\d)"
_AFTER_SOLID = r"(?!\d)(?![-–.]\d)"
_GAP = r"[-–—‐−－.)\s]{1,2}"
_COUNTRY = r"(?:\+82" + r"[-–.\s]?\(?0?\)?" + r"|" + _BEFORE + r"\(?0)"
_RESIDENT = re.compile(
    _BEFORE_SOLID + r"(?P<birth>\d{6})(?P<gap>\s?" + _DASH + r"\s?|\s)?"
    r"(?P<rest>\d(?:\d{6}|[*＊xX●]{6}|\d[*＊xX●]{5}))(?![\d*])(?!\.\d)",
    re.ASCII,
)
_MOBILE = re.compile(_COUNTRY + r"1[016789]" + _GAP + r"\d{3,4}" + _GAP + r"\d{4}" + _AFTER, re.ASCII)
_MOBILE_SOLID = re.compile(r"(?:\+82|" + _BEFORE_SOLID + r"0)(?:10\d{8}|1[16789]\d{7,8})" + _AFTER_SOLID, re.ASCII)
_AREA = r"(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|80|50[2-8])"
_PHONE = re.compile(_COUNTRY + _AREA + _GAP + r"\d{3,4}" + _GAP + r"\d{4}" + _AFTER, re.ASCII)
_PHONE_SOLID = re.compile(_BEFORE_SOLID + r"0" + _AREA + r"\d{7,8}" + _AFTER_SOLID, re.ASCII)
_MOBILE_CUT = re.compile(r"0?1[016789]\d{7,8}", re.ASCII)  # under a header of phones; Excel drops the leading zero
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,6}\.[A-Za-z]{2,24}"
)
# Letters of Korean plates; 호 stands for hired cars but also for the number of a flat, and is believed in company only.
_PLATE_LETTERS = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호"
_PLATE = re.compile(r"(?:[가-힣]{2} ?)?\d{2,3} ?(?P<letter>[" + _PLATE_LETTERS + r"]) ?\d{4}", re.ASCII)
_NAME = re.compile(r"[가-힣*○＊]{2,5}|[A-Za-z][A-Za-z .'*-]{1,40}")

_NAME_HEADER = re.compile(
    r"성명|성함|(?:^|_)이름|대표자|소유자|소유주|담당자|책임자|신청인|신고인|보호자|시설장|원장명|학생명|아동명|대상자명|가입자명"
    r"|(?:^|_)(?:first|last|full|sur|given|family|owner|contact|person|applicant|parent|student)_?name(?:$|_)|(?:^|_)surname(?:$|_)"
)
_NO_PERSON = re.compile(r"전화|연락|번호|주소|일자|여부|코드|부서|소속|메일|수$|구분|유형|phone|tel|address|code|date")
_ACCOUNT_HEADER = re.compile(r"계좌|통장|account_?(?:no|number|num)|(?:^|_)iban(?:$|_)")
_PLATE_HEADER = re.compile(
    r"차량\s*(?:등록)?번호|자동차\s*(?:등록)?번호|차번호|번호판|(?:license|licence|number)_?plate"
)
_BIRTH_HEADER = re.compile(r"생년월일|생일|출생일|(?:^|_)(?:birth_?(?:date|day)|date_of_birth|dob)(?:$|_)")
_RESIDENT_HEADER = re.compile(
    r"주민\s*(?:등록)?\s*번호|외국인\s*(?:등록)?\s*번호|resident_?(?:registration)?_?(?:no|number)"
)
_CORPORATION_HEADER = re.compile(r"법인\s*(?:등록)?\s*번호|corporat")
_PHONE_HEADER = re.compile(r"전화|연락처|핸드폰|휴대|(?:^|_)(?:tel|phone|mobile|cell)(?:$|_|no|number)")


@dataclass(frozen=True)
class Finding:
    """A column that looks personal.

    Attributes:
        column: header.
        kind: one of :data:`KINDS`.
        share: of the cells that are not blank, how many hold such a value (0 to 1).
        index: position of the column.
    """

    column: str
    kind: str
    share: float
    index: int = -1


def personal_columns(headers: Sequence[str], columns_sample: Sequence[Sequence[str]]) -> list[Finding]:
    """Columns that seem to hold personal data.

    Phone numbers of offices are found, too: shape does not tell whose they are; mobile numbers are told apart.
    Names of persons and account numbers are found by their header alone.

    Args:
        headers: (k,) headers.
        columns_sample: k columns of sample cells, of any length.

    Returns:
        Findings in the order of the columns; a column may have several. Never a value.
    """
    findings = []
    for index, (header, cells) in enumerate(zip(headers, columns_sample)):
        texts = [text for text in (cell.strip() for cell in cells) if text]
        if not texts:
            continue
        name = re.sub(r"[\s.-]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", header.strip())).lower()
        for kind, count in _counts(texts, name):
            if count:
                findings.append(Finding(header, kind, count / len(texts), index))
    return findings


def redact(text: str) -> str:
    """``text`` with resident numbers, phone numbers and e-mail addresses replaced by ``***``.

    For logs and error texts: in doubt it takes out more than it must, such as a census code of thirteen digits that
    begins like a date of birth.
    """
    text = _EMAIL.sub(PLACEHOLDER, text)
    text = _RESIDENT.sub(lambda match: PLACEHOLDER if _born(match) else match[0], text)
    for pattern in (_MOBILE, _MOBILE_SOLID, _PHONE, _PHONE_SOLID):
        text = pattern.sub(PLACEHOLDER, text)
    return text


def _counts(texts: list[str], name: str) -> Iterable[tuple[str, int]]:
    """Kinds and in how many of the texts each is found."""
    if not _CORPORATION_HEADER.search(name):
        yield RESIDENT, _resident_count(texts, bool(_RESIDENT_HEADER.search(name)))
    by_header = bool(_PHONE_HEADER.search(name))
    yield MOBILE, _phone_count(texts, _MOBILE, _MOBILE_CUT if by_header else _MOBILE_SOLID, by_header)
    yield PHONE, _phone_count(texts, _PHONE, _PHONE_SOLID, by_header)
    yield EMAIL, _full(_EMAIL.search, texts)
    yield PLATE, _plate_count(texts, bool(_PLATE_HEADER.search(name)))
    if _NAME_HEADER.search(name) and not _NO_PERSON.search(name):
        yield PERSON, _full(_NAME.fullmatch, texts)
    if _ACCOUNT_HEADER.search(name):
        yield ACCOUNT, _full(re.compile(r"[\dA-Z*-]{6,34}", re.ASCII).fullmatch, texts)
    if _BIRTH_HEADER.search(name):
        yield BIRTH, len(texts)


def _full(test: Callable[[str], object], texts: list[str]) -> int:
    return sum(1 for text in texts if test(text))


def _resident_count(texts: list[str], by_header: bool) -> int:
    parted = solid = right = corporate = 0
    for text in texts:
        found = [match for match in _RESIDENT.finditer(text) if _born(match)]
        if any(match["gap"] or not match["rest"].isdigit() for match in found):
            parted += 1
            corporate += any(corporation_digit_fits(match["birth"] + match["rest"]) for match in found)
        elif found:
            solid += 1
            right += any(check_digit_fits(match["birth"] + match["rest"]) for match in found)
    if parted == corporate >= CORPORATE_ENOUGH and not by_header:
        parted = 0
    # A lone number in a remark counts by its check digit; a whole column by how many have a right one.
    if by_header or right >= SOLID_CHECKED * solid:
        return parted + solid
    return parted


def _phone_count(texts: list[str], parted: re.Pattern[str], solid: re.Pattern[str], by_header: bool) -> int:
    shaped = [bool(parted.search(text)) for text in texts]
    digits = [bool(solid.fullmatch(text)) for text in texts]
    if by_header or sum(digits) >= SOLID_SHARE * len(texts):
        return sum(a or b for a, b in zip(shaped, digits))
    return sum(shaped)


def _plate_count(texts: list[str], by_header: bool) -> int:
    letters = [match["letter"] for match in map(_PLATE.fullmatch, texts) if match]
    if by_header or any(letter != "호" for letter in letters):
        return len(letters)
    return 0


def _born(match: re.Match[str]) -> bool:
    """Whether the number begins with a date of birth that exists and is not to come."""
    birth, mark = match["birth"], match["rest"][0]
    century = 1800 if mark in "90" else 1900 if mark in "1256" else 2000
    try:
        born = dt.date(century + int(birth[:2]), int(birth[2:4]), int(birth[4:]))
    except ValueError:
        return False
    return born <= dt.date.today()


def check_digit_fits(digits: str) -> bool:
    """Whether the last of thirteen digits is the check digit of those before, which numbers had until 2020-10.

    Weights 2 to 9, 2 to 5; 11 minus the sum modulo 11, of which the last digit; 13 minus it for foreigners (5 to 8).
    """
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)))
    start = 13 if digits[6] in "5678" else 11
    return (start - weighted % 11) % 10 == int(digits[12])


def corporation_digit_fits(digits: str) -> bool:
    """Whether thirteen digits are a corporation's registration number, which begins like a date of birth as often.

    Weights 1 and 2 in turn; 10 minus the sum modulo 10, of which the last digit.
    """
    if not digits.isdigit():
        return False
    weighted = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(digits[:12]))
    return (10 - weighted % 10) % 10 == int(digits[12])
