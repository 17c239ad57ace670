"""Which column is what, by the names that Korean public files and common files elsewhere use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

KNOWN: dict[str, tuple[str, ...]] = {
    "road_address": (
        "도로명주소", "도로명전체주소", "소재지도로명주소", "도로명대지위치", "주소도로명", "새주소", "road_addr",
        "ROAD_NM_ADDR", "RDNMADR", "NEW_PLAT_PLC", "FA_RDNMA", "road_address", "road_addre", "addr_road",
    ),
    "lot_address": (
        "지번주소", "소재지전체주소", "소재지지번주소", "대지위치", "지번전체주소", "법정동지번주소", "lot_addr",
        "LOTNO_ADDR", "LNMADR", "PLAT_PLC", "lot_address", "lot_addres", "jibun_addr", "addr_lot",
    ),
    "address": ("주소", "소재지", "소재지주소", "사업장주소", "시설주소", "address", "addr", "full_addre", "adresse",
                "direccion"),
    "pnu": ("PNU", "지번코드", "필지고유번호", "고유번호", "A2"),
    "building": ("건물관리번호", "BD_MGT_SN", "bld_mng", "도로명주소관리번호", "도로명관리번호", "adr_no",
                 "building_no"),
    "sido": ("시도명", "시도", "CTP_KOR_NM", "sido"),
    "sigungu": ("시군구명", "시군구", "SIG_KOR_NM", "sgg", "sigungu", "sig"),
    "town": ("읍면동명", "읍면명", "읍면", "EMD_KOR_NM", "emd"),
    "dong": ("법정동명", "법정읍면동명", "A4", "legal", "legal_dong", "dong", "dong_nm", "city", "town", "ort",
             "addr:city"),
    "ri": ("법정리명", "리명", "LI_KOR_NM", "ri", "li"),
    "road": ("도로명", "RN", "road", "road_name", "street", "addr:street", "strasse", "calle"),
    "underground": ("지하여부", "BULD_SE_CD", "지하구분", "undergr"),
    "main": ("건물본번지", "건물본번", "BULD_MNNM", "bld_main", "housenumber", "addr:housenumber", "house_no",
             "hausnummer"),
    "sub": ("건물부번지", "건물부번", "BULD_SLNO", "bld_sub"),
    "mountain": ("대지구분코드", "대지구분", "산여부", "MNTN_YN", "mount", "land_cd", "land_gb", "A6"),
    "lot": ("지번", "JIBUN", "A5", "lot", "lot_no"),
    "lot_main": ("지번본번지", "번", "LNBR_MNNM", "본번", "lot_main", "bun"),
    "lot_sub": ("지번부번지", "지", "LNBR_SLNO", "부번", "lot_sub", "ji"),
    "sigungu_code": ("시군구코드", "SIG_CD", "SIGUNGU_CD", "sgg_cd"),
    "road_sigungu": ("RDS_SIG_CD",),
    "dong_code": ("법정동코드", "legal_cd", "A3", "EMD_CD", "BJDONG_CD", "dong_cd"),
    "ri_code": ("LI_CD", "법정리코드"),
    "road_code": ("도로명코드", "road_cd", "RN_CD"),
    "name": ("건물명", "BULD_NM", "A24", "BLD_NM", "bld_name"),
    "block": ("동명", "동명칭", "BULD_DONG_NM", "A25", "block_nm", "block"),
}  # fmt: skip
"""Role -> names, best first. Names of public files and of the fields that importing them gives."""

ALSO: dict[str, tuple[str, ...]] = {
    "area": ("건축면적", "건축면적(㎡)", "A12", "arch_area", "ARCH_AREA"),
    "year": ("사용승인일", "사용승인일자", "A13", "use_dt", "USEAPR_DAY"),
    "x": ("출입구좌표X", "출입구_x좌표", "ent_x", "X좌표", "x", "좌표정보(X)", "CRD_INFO_X", "경도", "WGS84경도", "lon",
          "longitude", "lng", "x_coord"),
    "y": ("출입구좌표Y", "출입구_y좌표", "ent_y", "Y좌표", "y", "좌표정보(Y)", "CRD_INFO_Y", "위도", "WGS84위도", "lat",
          "latitude", "y_coord"),
}  # fmt: skip
"""Columns that are no part of an address: ground area and year of a building, coordinates of a table."""


def header_form(text: str) -> str:
    """A column's name for comparing: NFC, lower case, without blanks, brackets, underscores and quotes."""
    found = unicodedata.normalize("NFC", str(text)).replace("\ufeff", "").lower()
    return re.sub(r"[\s_\"'()\[\]{}]", "", found)


def find_roles(headers: Iterable[str], roles: dict[str, tuple[str, ...]] | None = None) -> dict[str, str]:
    """Role -> the header that plays it; each header plays one role, the first name of a list wins."""
    by_form: dict[str, str] = {}
    for header in headers:
        by_form.setdefault(header_form(header), header)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for role, names in (KNOWN if roles is None else roles).items():
        for name in names:
            known = by_form.get(header_form(name))
            if known is not None and known not in taken:
                found[role] = known
                taken.add(known)
                break
    return found
