"""Samples of registers without a header, split by ``|``. All values are made up."""
# ruff: noqa: E501 - records stand on one line each, as in the files

from __future__ import annotations

from .model import Sample, text_sample

_BUILDING = (
    "30170-000001|1|일반|2|일반건축물|대전광역시 서구 복수동 123-4번지|대전광역시 서구 가상로 1 (복수동)||30170|10100|0|0123|0004||||0|301700000001|10100|0|1|0||0|주건축물|110|60.001|54.546|130.01|130.01|118.19|11|벽돌구조|벽돌구조|01000|단독주택|단독주택|10|(철근)콘크리트|(철근)콘크리트|0|1|6.2|2|0|0|0|0|0|130.01|0|0|0|0|0|0|0|0|19900109||19910123||||||0||0|0||0||0|20120304||",
    "30170-000002|1|일반|2|일반건축물|대전광역시 서구 복수동 산 12번지|||30170|10100|1|0012|0000||||0|301700000001|10100|0|1|0||0|주건축물|110|60.001|54.546|130.01|130.01|118.19|21|철근콘크리트구조|철근콘크리트조|04000|제2종근린생활시설|제2종근린생활시설|40|슬레이트|샌드위치판넬|0|1|0|1|0|0|0|0|0|130.01|0|0|0|0|0|0|0|0|||||||||0||0|0||0||0|20120304||",
    "30170-000003|2|집합|3|표제부|대전광역시 서구 둔산동 1번지|대전광역시 서구 가상대로 77||30170|11200|0|0001|0000||||0|301700000002|11200|0|77|0|101동|0|주건축물|3200|800.5|25.02|12400.7|11900|371.9|21|철근콘크리트구조|철근콘크리트구조|02000|공동주택|아파트|10|(철근)콘크리트|평슬래브|120|0|42.5|15|2|0|0|0|0|12400.7|0|0|0|0|0|0|0|0|19920501|19920610|19940330||||||0||0|0||0||0|20120304||",
)
WIDTH = 77


def _padded(line: str) -> list[str]:
    cells = line.split("|")
    return [*cells, *[""] * (WIDTH - len(cells))][:WIDTH]


def _lines(*lines: str) -> list[list[str]]:
    return [line.split("|") for line in lines]


def samples() -> list[Sample]:
    """Building registers and address files."""
    rows = [_padded(line) for line in _BUILDING]
    closed = [[f"C-{at}", "말소", "20230101", *row] for at, row in enumerate(rows)]
    register = {"header": False, "delimiter": "|", "end": "\n", "seogu": 3}
    address = {**register, "seogu": 2, "located": 2, "crs": 5179}
    return [
        text_sample("building_register", "building_register", "mart_djy_03.txt", rows, note="77 fields", **register),
        text_sample(
            "building_register_closed",
            "building_register_closed",
            "mart_shtreg_03.txt",
            closed,
            note="every position three further",
            **register,
        ),
        text_sample(
            "address_entrances",
            "address_entrances",
            "entrc_daejeon.txt",
            _lines(
                "30170|0000000101|3017010100|대전광역시|서구|복수동|301703170001|가상로|0|1|0|가상빌라|35409|단독주택|0|복수동|989125.123456|1811375.654321",
                "30170|0000000102|3017011200|대전광역시|서구|둔산동|301702170002|가상대로|0|77|0||35240|아파트,근린생활시설|1|둔산1동|989556.43|1817571.04",
                "30170|0000000103|3017011200|대전광역시|서구|둔산동|301702170002|가상대로|0|79|1||35240||0|둔산1동||",
            ),
            **{**address, "seogu": 3, "reasons": {"coordinates_blank": 1}},
        ),
        text_sample(
            "address_entrances_new",
            "address_entrances_new",
            "RNENTDATA_2609_30.txt",
            _lines(
                "30170101317000100000100000|3017010100|대전광역시|서구|복수동||301703170001|가상로|0|1|0|35409|20110729||101|RM|01|989125.123456|1811375.654321",
                "30170112217000200007700000|3017011200|대전광역시|서구|둔산동||301702170002|가상대로|0|77|0|35240|20110729||102|RM|01|989556.43|1817571.04",
            ),
            **address,
        ),
        text_sample(
            "navigation_buildings",
            "navigation_buildings",
            "match_build_daejeon.txt",
            _lines(
                "3017010100|대전광역시|서구|복수동|301703170001|가상로|0|1|0|35409|3017010100101230004000001|가상빌라|단독주택|3017051000|복수동|2|0|0|1||||0|989125.1|1811375.6|989120.0|1811370.0|Daejeon|Seo-gu|Boksu-dong|Gasang-ro|0|",
                "3017011200|대전광역시|서구|둔산동|301702170002|가상대로|0|77|0|35240|3017011200100010000000002|가상아파트|아파트|3017063000|둔산1동|15|2|1|1|101동|||1|989556.4|1817571.0|989550.0|1817560.0|Daejeon|Seo-gu|Dunsan-dong|Gasang-daero|0|",
            ),
            **address,
        ),
    ]
