"""Samples of floating, living and census population. All values are made up."""
# ruff: noqa: E501 - records stand on one line each, as in the files

from __future__ import annotations

from .model import Sample, text_sample

_BANDS = ["0세부터9세", *[f"{age}세부터{age + 4}세" for age in range(10, 70, 5)], "70세이상"]
AGES = [f"{sex}{band}생활인구수" for sex in ("남자", "여자") for band in _BANDS]
_ONE = "8.1,4.2,*,9.9,10.3,11.8,9.1,8.8,9.6,10.1,7.7,6.4,5.1,12.2,7.9,*,4.4,12.3,13.7,11.2,8.6,8.9,9.4,9.8,7.1,6.6,5.5,14.8"
ONE = _ONE.split(",")


def _living() -> list[Sample]:
    first = ["기준일ID", "시간대구분"]
    tract = [*first, "행정동코드", "집계구코드", "총생활인구수", *AGES]
    rows = [
        ["20241201", f"{hour:02d}", "11110515", f"110107201000{part}", f"{231.4471 + hour - part:.4f}", *ONE]
        for hour in (0, 1)
        for part in (1, 2)
    ]
    dong = [[*row[:3], *row[4:]] for row in rows if row[3].endswith("1")]
    gu = [[*row[:2], "11110", *row[4:]] for row in rows if row[3].endswith("1")]
    said = {"quoted": True, "seogu": 0}
    return [
        text_sample(
            "living_population_tract",
            "living_population_tract",
            "LOCAL_PEOPLE_20241201.csv",
            [tract, *rows],
            bom=True,
            masked=8,
            note="UTF-8 byte-order mark before CP949 text",
            **said,
        ),
        text_sample(
            "living_population_dong",
            "living_population_dong",
            "LOCAL_PEOPLE_DONG_20241201.csv",
            [[*first, "행정동코드", "총생활인구수", *AGES], *dong],
            masked=4,
            **said,
        ),
        text_sample(
            "living_population_gu",
            "living_population_gu",
            "LOCAL_PEOPLE_GU_20241201.csv",
            [[*first, "자치구코드", "총생활인구수", *AGES], *gu],
            masked=4,
            **said,
        ),
    ]


def _residents() -> Sample:
    names = [f"{age}세" for age in range(100)] + ["100세 이상"]
    header = ["행정구역"]
    for sex in ("계", "남", "여"):
        header += [f"2026년09월_{sex}_총인구수", f"2026년09월_{sex}_연령구간인구수"]
        header += [f"2026년09월_{sex}_{name}" for name in names]
    rows = []
    for area, size in (
        ("대전광역시  (3000000000)", 40),
        ("대전광역시 서구 (3017000000)", 20),
        ("대전광역시 서구 복수동(3017051000)", 10),
        ("대전광역시 서구 변동(3017054000)", 8),
    ):
        male, female = [size + age % 7 for age in range(101)], [size + age % 5 for age in range(101)]
        both = [a + b for a, b in zip(male, female)]
        row = [area]
        for counts in (both, male, female):
            row += [f"{sum(counts):,}", f"{sum(counts):,}", *(f"{count:,}" for count in counts)]
        rows.append(row)
    return text_sample(
        "residents_by_age",
        "residents_by_age",
        "202609_202609_연령별인구현황_월간.csv",
        [header, *rows],
        quoted=True,
        note="1 to 101 ages for all, male and female; thousands separators; totals above the dong",
    )


def _cells(*lines: str) -> list[list[str]]:
    return [line.split(",") for line in lines]


def _grids() -> list[Sample]:
    long = _cells(
        "2024,다바881146,to_in_001,42",
        "2024,다바881146,to_in_007,20",
        "2024,다바881146,in_age_001,N/A",
        "2024,다마859992,to_in_001,5",
    )
    coarse = [["2024", "다바8811", "to_in_001", "4210"], ["2024", "다바8812", "to_in_001", "377"]]
    return [
        text_sample(
            "sgis_grid_100m",
            "sgis_grid",
            "2024년_인구_다바_100M.csv",
            long,
            header=False,
            located=4,
            masked=1,
            crs=5179,
            note="no header",
        ),
        text_sample(
            "sgis_grid_1k",
            "sgis_grid",
            "2024년_인구_다바_1K.csv",
            [["base_year", "grid_1k", "item_cd", "stat"], *coarse],
            located=2,
            crs=5179,
            note="a header whose names are not known",
        ),
        text_sample(
            "sgis_tract",
            "sgis_tract",
            "25030_2024년_인구총괄(총인구).txt",
            _cells(
                "2024,25030510010001,to_in_001,512",
                "2024,25030510010002,to_in_001,N/A",
                "2024,25030510010003,to_in_001,488",
            ),
            header=False,
            encoding="utf-8",
            masked=1,
            note="no header, codes of Statistics Korea, ASCII alone",
        ),
        text_sample(
            "ngii_grid_table",
            "ngii_grid",
            "nlsp_021001001.csv",
            _cells("gid,val", "다바881146,42", "다바882146,0", "다바 883 146,"),
            encoding="utf-8",
            located=3,
            crs=5179,
        ),
        text_sample(
            "living_population_grid250",
            "living_population_grid250",
            "250_LOCAL_RESD_20260708.csv",
            _cells(
                "일자,시간,행정동코드,250M격자,생활인구합계",
                "20260708,00,30170510   ,다바87501450,16.41",
                "20260708,00,30170510,다바87751450,*",
                "20260708,01,30170510,다바87501450,15.02",
            ),
            located=3,
            seogu=3,
            masked=1,
            crs=5179,
            note="dong codes with trailing blanks",
        ),
    ]


def _telecom() -> list[Sample]:
    hours = ",".join(f"h_t_{hour:02d}" for hour in range(24))
    values = ",".join(f"{hour * 1.5:.1f}" for hour in range(22))
    return [
        text_sample(
            "telecom_cells",
            "telecom_cells",
            "flow_age_202403.csv",
            _cells(
                f"std_ymd,hcode,x_coord,y_coord,{hours}",
                f"20240301,30170510,989125,1811375,{values},7.7,6.0",
                f"20240301,30170510,989175,1811375,{values},*,",
                f"20240302,30170510,989225,1811425,{values},0.0,1.2",
            ),
            encoding="utf-8",
            located=3,
            seogu=3,
            masked=1,
            crs=5179,
            note="CRS not stated",
        ),
        text_sample(
            "telecom_long",
            "telecom_long",
            "flow_long_202403.csv",
            _cells(
                "STRD_YMD,HCODE,X_CRD,Y_CRD,TMZN_CD,SEX_DV,AGRDE_CLS,REVISN_AMBLT_PUL_CNT,REVISN_NMBLT_PUL_CNT",
                "20240301,30170510,989125,1811375,0,MALE,2,12.4,3.1",
                "20240301,30170510,989125,1811375,0,FEMALE,2,11.9,2.8",
            ),
            encoding="utf-8",
            located=2,
            seogu=2,
            crs=5179,
        ),
    ]


def samples() -> list[Sample]:
    """Population of all kinds."""
    return [*_living(), _residents(), *_grids(), *_telecom()]
