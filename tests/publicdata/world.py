"""Samples of other tables, from anywhere: the generic schemas. All values are made up."""

from __future__ import annotations

from .model import Sample, text_sample


def _cells(delimiter: str, *lines: str) -> list[list[str]]:
    return [line.split(delimiter) for line in lines]


def samples() -> list[Sample]:
    """Longitude and latitude, plane coordinates, no coordinates; the flood feed with X and Y."""
    flood = (
        "OBJT_ID,FLUD_SHIM,FLUD_GD,FLUD_AR,FLUD_YEAR,FLUD_NM,FLUD_NM2,SAT_DATE,END_DATE,SAT_TM,END_TM,CTPRVN_CD,SGG_CD,EMD_CD,X,Y",
        "1,0.4,2,1520.5,2020,가상호우,내수침수,20200730,20200730,0400,0900,30,30170,30170101,14180277.5,4349648.5",
        "2,0,1,80.0,2011,,배수불량,20110710,20110711,,,30,30170,30170101,14180301.2,4349710.0",
    )
    return [
        text_sample(
            "flood_traces_points",
            "flood_traces_points",
            "침수흔적_좌표.csv",
            _cells(",", *flood),
            encoding="utf-8",
            located=2,
            seogu=2,
            crs=3857,
        ),
        text_sample(
            "generic_lonlat",
            "generic_lonlat",
            "libraries.csv",
            _cells(
                ";",
                "Name;Longitude;Latitude;Founded",
                "Example Library;127.3801;36.3512;2001",
                "Made-up Reading Room;127.3822;36.3499;",
                "No Place;;;1999",
            ),
            encoding="utf-8",
            delimiter=";",
            located=2,
            reasons={"coordinates_blank": 1},
            crs=4326,
        ),
        text_sample(
            "generic_xy",
            "generic_xy",
            "현장조사_결과.txt",
            _cells(
                "\t", "번호\tX좌표\tY좌표\t조사 내용", "1\t234359.4\t417253.3\t양호", "2\t234401.2\t417300.9\t보수 필요"
            ),
            encoding="utf-16",
            delimiter="\t",
            located=2,
            crs=5186,
            note="UTF-16, tabs",
        ),
        text_sample(
            "generic_table",
            "generic_table",
            "행정동별_연령대별_유동인구.csv",
            _cells(",", "기준년월,행정동,연령대,유동인구수", "202601,복수동,10대,1200", "202601,변동,20대,2310"),
        ),
    ]
