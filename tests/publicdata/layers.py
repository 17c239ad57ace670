"""Samples of vector downloads: shapefiles with a CP949 .dbf that nothing says so of. All values are made up."""
# ruff: noqa: E501 - records stand on one line each, as in the files

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

from .model import Sample

# file stem | schema | EPSG | geometry | what lies beside | fields | rows
_LAYERS = """
AL_D010_30_20260901|buildings_gis|5186|polygon|A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12:r A13 A14:r A15:r A16:r A17:r A18:r A19 A20 A21 A22 A23 A24 A25 A26:i A27:i
1|B001|3017010100101230004|3017010100|대전광역시 서구 복수동|123-4|1|일반|01000|단독주택|11|벽돌구조|60.0|1991-01-23|130.01|110|6.2|54.5|118.2|R1|N|K1|2026-09-01|30170|||2|0
2|B002|3017010100101230005|3017010100|대전광역시 서구 복수동|123-5|1|일반|04000|제2종근린생활시설|21|철근콘크리트구조||||||||R2|N|K2|2026-09-01|30170|가상빌딩|가동|0|0
3|B003|3017010100101230006|3017010100|대전광역시 서구 복수동|123-6|1|일반|02000|공동주택|21|철근콘크리트구조|800.5|19940330|12400.7|3200|42.5|25.0|371.9|R3|N|K3|2026-09-01|30170|가상아파트|101동|15|2

AL_D010_30_20220901|buildings_gis|5186|polygon|A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12:r A13 A14:r A15:r A16:r A17:r A18:r A19 A20 A21 A22
1|B001|3017010100101230004|3017010100|대전광역시 서구 복수동|123-4|1|일반|01000|단독주택|11|벽돌구조|60.0|19910123|130.01|110|6.2|54.5|118.2|R1|N|K1|2022-09-01

LSMD_CONT_UP201_30_202609|disaster_zones|5186|polygon|ALIAS NTFDATE REMARK
가상지구||
|20190301|침수위험 가등급

LSMD_CONT_UO101_30_202609|land_use_zones|5186|polygon|MNUM ALIAS REMARK NTFDATE SGG_OID COL_ADM_SE
30170UO10120190001UOA1200001|상대보호구역||20190301|1|30170
30170UO10120190002UOA1100002|절대보호구역|가상초|20190301|2|30170

LSMD_CONT_LDREG_30_202609|parcels|5186|polygon|PNU JIBUN BCHK SGG_OID COL_ADM_SE
3017010100101230004|123-4대|1|1|30170
3017010100200120000|산12임|1|2|30170

TL_SCCO_EMD|legal_dong|5179|polygon|EMD_CD EMD_ENG_NM EMD_KOR_NM
30170101|Boksu-dong|복수동
30170999|Gasang-dong|가상동

TL_SCCO_SIG|district_bounds|5179|polygon|SIG_CD SIG_ENG_NM SIG_KOR_NM
30170|Seo-gu|서구
30140|Jung-gu|중구

TL_SCCO_CTPRVN|province_bounds|5179|polygon|CTPRVN_CD CTP_ENG_NM CTP_KOR_NM
30|Daejeon|대전광역시

TL_SCCO_LI|village_bounds|5179|polygon|LI_CD LI_ENG_NM LI_KOR_NM
3017010121|Gasang-ri|가상리

TL_KODIS_BAS|basic_zones|5179|polygon|BAS_MGT_SN CTP_KOR_NM SIG_CD SIG_KOR_NM BAS_ID BAS_AR:r MVMN_DE
30170001|대전광역시|30170|서구|35240|0.12|20150801

TL_SPRD_MANAGE|road_names|5179|line|SIG_CD RN ENG_RN RN_CD RDS_MAN_NO ROA_CLS_SE ROAD_BT:r ROAD_LT:r
30170|가상로|Gasang-ro|3170001|123|4|6.0|212
30170|가상대로|Gasang-daero|2170002|124|3|25.0|1530

TL_SPRD_INTRVL|road_intervals|5179|line|SIG_CD BSI_INT_SN RDS_MAN_NO ODD_BSI_MN EVE_BSI_MN
30170|9001|123|1|2

TL_SPRD_RW|road_areas|5179|polygon|SIG_CD RW_SN OPERT_DE
30170|5001|20260801101010

TL_SPBD_BULD|address_buildings|5179|polygon|SIG_CD BD_MGT_SN BUL_MAN_NO EQB_MAN_SN RN_CD RDS_MAN_NO BULD_SE_CD BULD_MNNM:i BULD_SLNO:i BDTYP_CD BULD_NM BULD_NM_DC BSI_ZON_NO GRO_FLO_CO:i UND_FLO_CO:i EMD_CD LI_CD MNTN_YN LNBR_MNNM:i LNBR_SLNO:i NTFC_DE OPERT_DE
30170|3017010100101230004000001|101|0|3170001|123|0|1|0|01001|가상빌라|가동|35409|2|0|101|00|0|123|4|20110729|20260801101010
30170|3017010100101230005000001|102|0|3170001|123|0|3|0|04001|||35409|5|1|101|00|0|123|5|20110729|20260801101010

TL_SPBD_EQB|building_groups|5179|polygon|SIG_CD EQB_MAN_SN OPERT_DE
30170|77|20260801101010

TL_SPBD_ENTRC|building_entrances|5179|point|SIG_CD ENT_MAN_NO BUL_MAN_NO ENTRC_SE OPERT_DE EQB_MAN_SN
30170|101|101|01|20260801101010|0
30170|102|102|01|20260801101010|0

MOCT_LINK|road_links|5186|line|LINK_ID F_NODE T_NODE LANES:i ROAD_RANK ROAD_TYPE ROAD_NO ROAD_NAME ROAD_USE MULTI_LINK CONNECT MAX_SPD:i REST_VEH REST_W:r REST_H:r LENGTH:r REMARK
1860012300|1860001200|1860001300|2|107|000|-|가상로|0|0|000|50|0|0|0|212.5|
1860012400|1860001300|1860001200|2|107|000|-||0|0|000|50|0|0|0|212.5|

MOCT_NODE|road_nodes|5186|point|NODE_ID NODE_TYPE NODE_NAME TURN_P REMARK
1860001200|101|가상네거리|0|
1860001300|101||0|

N3L_A0020000_30|road_center_lines|5179|line|UFID RDDV RDNU NAME RDLN:i RVWD:r ONSD SCLS FMTA
1000036705125N3A0020000000001|RDD005||가상로|2|8.5|OSD002|A0020000|N
1000036705125N3A0020000000002|RDD006|||1|4.0|OSD001|A0020000|N

초등학교통학구역|school_districts|5186|polygon|HAKGUDO_ID HAKGUDO_NM HAKGUDO_GB SD_CD SD_NM SGG_CD EDU_UP_CD EDU_UP_NM EDU_CD EDU_NM CRE_DT UPD_DT BASE_DT
H000000001|가상초등학교통학구역|0|30|대전광역시|30170|7430000|대전광역시교육청|7441000|대전광역시서부교육지원청|2013-11-29|2026-03-02|2026-03-02
H000000002|가상·나무 공동통학구역|1|30|대전광역시||7430000|대전광역시교육청|7441000|대전광역시서부교육지원청|2013-11-29|2026-03-02|2026-03-02

침수흔적도_대전_서구|flood_traces|5186|polygon|OBJT_ID FLUD_SHIM:r FLUD_GD FLUD_AR:r FLUD_YEAR FLUD_NM FLUD_NM2 SAT_DATE END_DATE SAT_TM END_TM CTPRVN_CD SGG_CD EMD_CD
1|0.4|2|1520.5|2020|가상호우|내수침수|20200730|20200730|0400|0900|30|30170|30170101
2|0|1|80.0|2011||배수불량|20110710|20110711|||30|30170|30170101

홍수위험지도_서구_100년|flood_hazard|5186|polygon|SGG_CD FLDLV_FREQ class
30170|100년|N332
30170|100년|N334

nlsp_021001001|ngii_grid|5179|polygon|gid val:r
다바881146|42
다바882146|0

grid_다바_1K|sgis_grid_cells|5179|polygon|GRID_CD
다바8811
다바8812

안심귀갓길_시설물|safe_route_facilities|5179|point|FAC_CD FAC_NM
301|가상안심벨
307|보안등
""".strip()
_BESIDE = {"AL_D010_30_20260901": "", "MOCT_NODE": "wrong prj", "LSMD_CONT_UP201_30_202609": ""}
"""What is particular: "" = no .prj, "wrong prj" = one that contradicts the coordinates (5181 for 5186)."""

_ORIGIN = {5179: (989556, 1817571), 5186: (234430, 417560)}


def _blocks() -> list[tuple[list[str], list[str], list[list[str]]]]:
    found = []
    for block in _LAYERS.split("\n\n"):
        first, *lines = block.splitlines()
        *said, fields = first.split("|")
        found.append((said, fields.split(), [line.split("|") for line in lines]))
    return found


def _shape(kind: str, at: int, epsg: int) -> str:
    x, y = _ORIGIN[epsg][0] + 120 * at, _ORIGIN[epsg][1] + 60 * at
    if kind == "point":
        return f"POINT ({x} {y})"
    if kind == "line":
        return f"LINESTRING ({x} {y}, {x + 90} {y + 10}, {x + 100} {y + 50})"
    return f"POLYGON (({x} {y}, {x + 100} {y}, {x + 100} {y + 100}, {x} {y + 100}, {x} {y}))"


def write_shapefile(
    folder: Path, stem: str, epsg: int, kind: str, fields: Sequence[str], rows: Sequence[Sequence[str]], prj: int = 0
) -> Path:
    """A shapefile with CP949 texts and no .cpg; ``prj`` 0 = no .prj either."""
    from osgeo import gdal, ogr, osr

    kinds = {"point": ogr.wkbPoint, "line": ogr.wkbLineString, "polygon": ogr.wkbPolygon}
    path = folder / f"{stem}.shp"
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    crs = None
    if prj:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(prj)
    # QGIS leaves a setting behind that would win over the option below.
    gdal.SetThreadLocalConfigOption("SHAPE_ENCODING", "CP949")
    layer = source.CreateLayer(stem, crs, kinds[kind], ["ENCODING=CP949"])
    gdal.SetThreadLocalConfigOption("SHAPE_ENCODING", None)
    for field in fields:
        name, _, form = field.partition(":")
        made = ogr.FieldDefn(name, {"r": ogr.OFTReal, "i": ogr.OFTInteger}.get(form, ogr.OFTString))
        if not form:
            made.SetWidth(100)
        elif form == "r":
            made.SetWidth(18)
            made.SetPrecision(4)
        layer.CreateField(made)
    for at, row in enumerate(rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        for index, value in enumerate(row):
            if value:
                feature.SetField(index, value)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkt(_shape(kind, at, epsg)))
        layer.CreateFeature(feature)
    del layer, source
    for extra in (".cpg", *(() if prj else (".prj",))):
        path.with_suffix(extra).unlink(missing_ok=True)
    return path


def _writer(said: list[str], fields: list[str], rows: list[list[str]], prj: int):
    stem, _, epsg, kind = said

    def write(folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        return write_shapefile(folder, stem, int(epsg), kind, fields, rows, prj)

    return write


def _zip_writer(stem: str, file: str):
    said, fields, rows = next(block for block in _blocks() if block[0][0] == stem)

    def write(folder: Path) -> Path:
        inner = folder / f"{stem}_parts"
        inner.mkdir(parents=True, exist_ok=True)
        write_shapefile(inner, stem, int(said[2]), said[3], fields, rows, 0)
        path = folder / file
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in sorted(inner.iterdir()):
                archive.write(part, part.name)
        for part in inner.iterdir():
            part.unlink()
        inner.rmdir()
        return path

    return write


def samples() -> list[Sample]:
    """One shapefile per layer; one more inside a ZIP, one as a ZIP that calls itself .shp."""
    found = []
    for said, fields, rows in _blocks():
        stem, schema, epsg, kind = said
        names = tuple(field.partition(":")[0] for field in fields)
        beside = _BESIDE.get(stem, epsg)
        prj = {"": 0, "wrong prj": 5181}.get(beside, int(epsg))
        note = {"": "no .prj", "wrong prj": ".prj of EPSG:5181, coordinates of EPSG:5186"}.get(beside, "")
        known = {item.name for item in found}
        name = f"{schema}_layer" if f"{schema}" in {"ngii_grid"} else schema
        if name in known:
            name = f"{schema}_2022"
        common = {"head": (names, *map(tuple, rows)), "rows": len(rows), "located": len(rows), "geometry": kind}
        ascii_alone = all(cell.isascii() for row in rows for cell in row)
        common |= {"encoding": "utf-8" if ascii_alone else "cp949", "crs": int(epsg)}
        found.append(
            Sample(name, schema, f"{stem}.shp", "vector", _writer(said, fields, rows, prj), note=note, **common)
        )
        if name == "buildings_gis":
            file = "AL_D010_30_20260901.zip"
            found.append(Sample(f"{name}_zip", schema, file, "vector", _zip_writer(stem, file), **common))
        if name == "school_districts":
            file = "통학구역_20260302.shp"
            write = _zip_writer(stem, file)
            found.append(
                Sample(f"{name}_zip", schema, file, "vector", write, note="a ZIP that calls itself .shp", **common)
            )
    return found
