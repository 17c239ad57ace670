"""Samples of license data, shops and academies. All names, addresses and numbers are made up."""
# ruff: noqa: E501 - records stand on one line each, as in the files

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from .model import Sample, filled, text_bytes, text_sample, zipped

LICENSE_NEW = (
    "개방자치단체코드,관리번호,인허가일자,영업상태명,폐업일자,소재지면적,소재지우편번호,도로명우편번호,사업장명,업태구분명,데이터갱신구분,"
    "건물소유구분명,건물지상층수,건물지하층수,남성종사자수,다중이용업소여부,데이터갱신시점,도로명주소,사용끝지상층,사용끝지하층,"
    "사용시작지상층,사용시작지하층,상세영업상태명,상세영업상태코드,여성종사자수,영업상태코드,위생업태명,의자수,전화번호,조건부허가시작일자,"
    "조건부허가신고사유,조건부허가종료일자,좌표정보(X),좌표정보(Y),지번주소,침대수,최종수정시점"
).split(",")
LICENSE_OLD = (
    "번호,개방서비스명,개방서비스id,개방자치단체코드,관리번호,인허가일자,인허가취소일자,영업상태구분코드,영업상태명,상세영업상태코드,상세영업상태명,"
    "폐업일자,휴업시작일자,휴업종료일자,재개업일자,소재지전화,소재지면적,소재지우편번호,소재지전체주소,도로명전체주소,도로명우편번호,사업장명,"
    "최종수정시점,데이터갱신구분,데이터갱신일자,업태구분명,좌표정보(x),좌표정보(y),위생업태명,남성종사자수,여성종사자수,영업장주변구분명,등급구분명,"
    "급수시설구분명,총종업원수,본사종업원수,공장사무직종업원수,공장판매직종업원수,공장생산직종업원수,건물소유구분명,보증액,월세액,다중이용업소여부,"
    "시설총규모,전통업소지정번호,전통업소주된음식,홈페이지"
).split(",")
STORES = (
    "상가업소번호,상호명,지점명,상권업종대분류코드,상권업종대분류명,상권업종중분류코드,상권업종중분류명,상권업종소분류코드,상권업종소분류명,"
    "표준산업분류코드,표준산업분류명,시도코드,시도명,시군구코드,시군구명,행정동코드,행정동명,법정동코드,법정동명,지번코드,대지구분코드,대지구분명,"
    "지번본번지,지번부번지,지번주소,도로명코드,도로명,건물본번지,건물부번지,건물관리번호,건물명,도로명주소,구우편번호,신우편번호,동정보,층정보,호정보,"
    "경도,위도"
).split(",")
ACADEMIES = (
    "시도교육청코드,시도교육청명,행정구역명,학원교습소명,학원지정번호,학원명,개설일자,등록일자,등록상태명,휴원시작일자,휴원종료일자,정원합계,"
    "일시수용능력인원합계,분야명,교습계열명,교습과정목록명,교습과정명,인당수강료내용,수강료공개여부,기숙사학원여부,도로명우편번호,도로명주소,"
    "도로명상세주소,전화번호,수정일자"
).split(",")


def _license(number: int, name: str, x: str, y: str, **more: str) -> dict[str, str]:
    record = {
        "개방자치단체코드": "3660000",
        "관리번호": f"3660000-204-2019-{number:05d}",
        "인허가일자": "2019-03-14",
        "영업상태명": "영업/정상",
        "사업장명": name,
        "업태구분명": "일반",
        "데이터갱신구분": "I",
        "데이터갱신시점": "2026-09-03 22:18:00",
        "상세영업상태명": "영업",
        "상세영업상태코드": "01",
        "영업상태코드": "01",
        "전화번호": "042-000-0000",
        "좌표정보(X)": x,
        "좌표정보(Y)": y,
        "도로명주소": f"대전광역시 서구 가상로 {number}, 2층 (둔산동)",
        "지번주소": f"대전광역시 서구 둔산동 {number}-1",
        "최종수정시점": "2024-05-02 11:20:31",
    }
    return record | more


_CLOSED = {
    "영업상태명": "폐업",
    "폐업일자": "2011-12-30",
    "상세영업상태명": "폐업",
    "상세영업상태코드": "02",
    "영업상태코드": "03",
}
LICENSE_ROWS = filled(
    LICENSE_NEW,
    _license(11, "가상상점, 둔산점", "233912.432874", "316807.669239"),
    _license(12, "가상상점 큰별점", "234359.49", "317253.30"),
    _license(13, "옛가게", "", "", **_CLOSED, 도로명주소=""),
    _license(14, "영점가게", "0", "0"),
    _license(15, "뒤집힌가게", "316900.5", "233900.25"),
    _license(16, "닫은가게", "233100.125", "315100.5", **_CLOSED),
    _license(17, "이웃구가게", "236500.75", "315200.5", 개방자치단체코드="3650000"),
)
_REASONS = {"coordinates_blank": 1, "coordinates_zero": 1, "coordinates_swapped": 1}


def _old(number: int, x: str, y: str, **more: str) -> dict[str, str]:
    return {
        "번호": str(number),
        "개방서비스명": "단란주점영업",
        "개방서비스id": "07_23_01_P",
        "개방자치단체코드": "3660000",
        "관리번호": f"3660000-103-1999-{number:05d}",
        "인허가일자": "19990412",
        "영업상태구분코드": "1",
        "영업상태명": "영업/정상",
        "상세영업상태코드": "1",
        "상세영업상태명": "영업",
        "소재지면적": "98.5",
        "소재지전체주소": "대전광역시 서구 변동 000-0번지",
        "도로명전체주소": f"대전광역시 서구 가상로 {number}, 지하1층 (변동)",
        "사업장명": f"가상주점{number}",
        "최종수정시점": "20180629102233",
        "데이터갱신구분": "I",
        "데이터갱신일자": "2018-08-31 23:59:59.0",
        "업태구분명": "단란주점",
        "좌표정보(x)": x,
        "좌표정보(y)": y,
        "다중이용업소여부": "N",
    } | more


_GONE = {"영업상태구분코드": "4", "영업상태명": "취소/말소/만료/정지/중지", "인허가취소일자": "20041115"}
OLD_ROWS = filled(
    LICENSE_OLD,
    _old(1, "233688.719464", "314310.00867"),
    _old(2, "", "", **_GONE),
    _old(3, "232910.5", "313870.25"),
)

API = "OPN_ATMY_GRP_CD,MNG_NO,LCPMT_YMD,SALS_STTS_CD,SALS_STTS_NM,CLSBIZ_YMD,BPLC_NM,BZSTAT_SE_NM,ROAD_NM_ADDR,LOTNO_ADDR,TELNO,CRD_INFO_X,CRD_INFO_Y,DAT_UPDT_PNT,LAST_MDFCN_PNT"
API_ROWS = [
    "3660000|2019-1|20190314|01|영업/정상||가상상점|일반|대전광역시 서구 가상로 10||042-000-0000|233912.43|316807.66|20260903221800|20240502112031",
    "3660000|2019-2|20190315|03|폐업|20221230|옛상점|일반||대전광역시 서구 변동 000||||20260903221800|20240502112031",
]


def _store(number: int, name: str, lon: str, lat: str, **more: str) -> dict[str, str]:
    return {
        "상가업소번호": f"MA0101202406A{number:07d}",
        "상호명": name,
        "상권업종대분류코드": "I2",
        "상권업종대분류명": "음식",
        "상권업종중분류코드": "I210",
        "상권업종중분류명": "기타 간이",
        "상권업종소분류코드": "I21007",
        "상권업종소분류명": "김밥/만두/분식",
        "표준산업분류코드": "I56194",
        "표준산업분류명": "김밥 및 기타 간이 음식점업",
        "시도코드": "30",
        "시도명": "대전광역시",
        "시군구코드": "30170",
        "시군구명": "서구",
        "행정동코드": "30170510",
        "행정동명": "복수동",
        "법정동코드": "3017010100",
        "법정동명": "복수동",
        "지번코드": f"30170101001012300{number:02d}",
        "대지구분코드": "1",
        "대지구분명": "대지",
        "지번본번지": "123",
        "지번부번지": str(number),
        "지번주소": f"대전광역시 서구 복수동 123-{number}",
        "도로명코드": "301700000001",
        "도로명": "대전광역시 서구 가상로",
        "건물본번지": str(number),
        "건물부번지": "0",
        "건물관리번호": f"30170101001012300{number:02d}000001",
        "도로명주소": f"대전광역시 서구 가상로 {number}",
        "신우편번호": "35409",
        "경도": lon,
        "위도": lat,
    } | more


STORE_ROWS = filled(
    STORES,
    _store(1, "가상분식", "127.3782", "36.2988", 지점명="복수점", 층정보="1"),
    _store(2, "가상노래방", "127.3791", "36.2981", 건물명="가상빌딩", 층정보="지", 호정보="101"),
    _store(3, "가상, 문구", "127.3801", "36.2990"),
    _store(4, "가상약국", "127.3805", "36.2977"),
)


def _academy(number: int, name: str, **more: str) -> dict[str, str]:
    return {
        "시도교육청코드": "G10",
        "시도교육청명": "대전광역시교육청",
        "행정구역명": "서구",
        "학원교습소명": "학원",
        "학원지정번호": f"4{number:09d}",
        "학원명": name,
        "개설일자": "20150302",
        "등록일자": "20150302",
        "등록상태명": "개원",
        "휴원시작일자": "99991231",
        "휴원종료일자": "99991231",
        "정원합계": "1,240" if number == 1 else "60",
        "일시수용능력인원합계": "30",
        "분야명": "입시.검정 및 보습",
        "교습계열명": "보통교과",
        "교습과정명": "보습",
        "인당수강료내용": "보습:180000, 논술:200000",
        "수강료공개여부": "Y",
        "기숙사학원여부": "N",
        "도로명우편번호": "35240",
        "도로명주소": "대전광역시 서구 가상로 31",
        "도로명상세주소": ", 3층 (둔산동/ 가상빌딩)",
        "전화번호": "042-000-0000",
        "수정일자": "20260901",
    } | more


def _write_zip(folder: Path) -> Path:
    table = text_bytes([LICENSE_NEW, *LICENSE_ROWS], "cp949", quoted=True)
    members = {"식품/식품_유흥주점영업.csv": table, "문화/문화_노래연습장업.csv": table}
    return zipped(folder, "인허가정보.zip", members, utf8_names=False)


def _write_api(folder: Path) -> Path:
    names = API.split(",")
    items = [dict(zip(names, row.split("|"))) for row in API_ROWS]
    path = folder / "license_api.json"
    path.write_text(json.dumps({"response": {"body": {"items": items}}}, ensure_ascii=False), encoding="utf-8")
    return path


def samples() -> list[Sample]:
    """License data of both generations, shops, academies."""
    new = {"located": 4, "reasons": _REASONS, "seogu": 6, "crs": 5174}
    table = [LICENSE_NEW, *LICENSE_ROWS]
    stores = {"located": 4, "seogu": 4, "crs": 4326}
    api_head = (tuple(API.split(",")), *(tuple(row.split("|")) for row in API_ROWS))
    doubled = {
        "located": 8,
        "reasons": {reason: 2 * count for reason, count in _REASONS.items()},
        "seogu": 12,
        "crs": 5174,
    }
    return [
        text_sample("license_new", "license_new", "생활_미용업.csv", table, quoted=True, **new),
        text_sample(
            "license_new_nfd",
            "license_new",
            unicodedata.normalize("NFD", "문화_노래연습장업_대전서구.csv"),
            table,
            quoted=True,
            note="file name decomposed as macOS writes it",
            **new,
        ),
        Sample(
            "license_new_zip",
            "license_new",
            "인허가정보.zip",
            "text",
            _write_zip,
            tuple(map(tuple, table)),
            rows=14,
            encoding="cp949",
            delimiter=",",
            note="two files in folders, names in CP949",
            **doubled,
        ),
        text_sample(
            "license_old",
            "license_old",
            "fulldata_07_23_01_P_단란주점영업.csv",
            [LICENSE_OLD, *OLD_ROWS],
            quoted=True,
            trailing=True,
            located=2,
            reasons={"coordinates_blank": 1},
            seogu=3,
            crs=5174,
            note="each line ends with a comma",
        ),
        Sample(
            "license_api",
            "license_api",
            "license_api.json",
            "json",
            _write_api,
            api_head,
            rows=2,
            located=1,
            reasons={"coordinates_blank": 1},
            seogu=2,
            encoding="utf-8",
            crs=5174,
        ),
        text_sample(
            "stores",
            "stores",
            "소상공인시장진흥공단_상가(상권)정보_대전_202606.csv",
            [STORES, *STORE_ROWS],
            encoding="utf-8",
            bom=True,
            quoted=True,
            end="\n",
            **stores,
        ),
        text_sample(
            "stores_2020",
            "stores",
            "소상공인시장진흥공단_상가(상권)정보_대전_202003.csv",
            [STORES, *STORE_ROWS],
            quoted=True,
            note="the encoding of 2020",
            **stores,
        ),
        text_sample(
            "academies",
            "academies",
            "학원교습소정보_대전.csv",
            [
                ACADEMIES,
                *filled(
                    ACADEMIES, _academy(1, "가상학원"), _academy(2, "나무학원"), _academy(3, "새교습소", 도로명주소="")
                ),
            ],
            encoding="utf-8",
            seogu=3,
            note="no coordinates: a table",
        ),
    ]
