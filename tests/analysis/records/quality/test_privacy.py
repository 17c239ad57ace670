"""What looks personal is told, and shown nowhere. All numbers and names here are made up."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from quality_tables import date, number, text

from seo_district_plugin.analysis.records.quality.checking import Request, check_table
from seo_district_plugin.analysis.records.quality.privacy import may_show, personal_kind

RESIDENT, MOBILE, MAIL = "900101-1234567", "010-1234-5678", "someone@example.org"


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        ("비고", ["없음"] * 30 + [RESIDENT], "resident_number"),
        ("memo", ["nothing"] * 500 + [f"call {MOBILE}"], "mobile_phone"),
        ("memo", ["nothing"] * 500 + [f"write to {MAIL}"], "email"),
        ("관리기관전화번호", ["042-000-0000", "042-000-0001"] * 20, "phone"),
        ("대표자명", ["홍길동", "임꺽정"] * 20, "person_name"),
        ("생년월일", ["1990-01-01", "1985-12-31"] * 20, "birth_date"),
        ("소재지도로명주소", [f"대전광역시 서구 가상로 {i}" for i in range(40)], "address"),
        ("자택주소", [f"대전광역시 서구 가상로 {i}" for i in range(40)], "home_address"),
        ("c003", [f"대전광역시 서구 가상로 {i} ({i}층)" for i in range(40)], "address"),
        ("c004", [a + b + c for a in "김이박최" for b in "가나다" for c in "라마바"], "person_name"),
        ("place", [f"둔산{i}동" for i in range(40)], ""),
        (
            "dong",
            ["서구청", "둔산동", "가장동", "정림동", "변동", "용문동", "탄방동", "괴정동", "내동", "만년동", "월평동"],
            "",
        ),
        ("tract", [f"1101072{i:06d}" for i in range(200)], ""),
    ],
)
def test_kinds(name, values, kind):
    assert personal_kind(text(name, values))[0] == kind


def test_a_large_field_is_looked_at_for_the_single_number_too():
    values = [f"둔산{i}동 {i % 97}번지 {i} 호" for i in range(50_000)]
    values[33_333] = f"{values[33_333]} {RESIDENT}"
    assert personal_kind(text("비고", values))[0] == "resident_number"


def test_values_that_may_be_shown():
    field = text("what", ["휴업"] * 5 + ["홍길동"] + ["12.5", "2026-01-01", "1234567890", MOBILE, RESIDENT, "1.0E+10"])
    shown = {field.stripped[code] for code in range(len(field.values)) if may_show(field, code, "")}
    assert shown == {"휴업", "12.5", "2026-01-01", "1.0E+10"}
    assert not any(may_show(field, code, "phone") for code in range(len(field.values)))
    assert may_show(date("d", ["2026-01-01"]), 0, "") and may_show(number("n", [12.25]), 0, "")


def test_no_personal_value_in_findings_or_profiles():
    rows = 300
    fields = [
        text("비고", [f"{RESIDENT} 서� {i}" for i in range(rows)]),
        text("전화", [f"010-1234-{i % 20:04d}" for i in range(rows)]),
        text("성명", ["홍길동", "임꺽정 "] * (rows // 2)),
        text("기준일자", [MOBILE if i % 7 == 0 else "2026-01-01" for i in range(rows)]),
        number("번호", [9001011234567.0 + i for i in range(rows)], "int"),
        text("업종", [f"{MAIL}" if i == 5 else "음식" for i in range(rows)]),
    ]
    checked = check_table(fields, rows, Request(dt.date(2026, 6, 1), keys=("성명",), dates=("기준일자",)))
    told = repr([(batch.values, batch.each, None if batch.shown is None else batch.shown.tolist())
                 for batch in checked.batches]) + repr(checked.profiles)  # fmt: skip
    for secret in ("1234567", "1234-", "홍길동", "임꺽정", MAIL, "9001011"):
        assert secret not in told, secret
    assert checked.count(check="personal_field") >= 4
    assert np.isnan([profile.low for profile in checked.profiles if profile.personal]).all()
