"""The steps of the demo, as data. Adding a step is adding an entry to STEPS.

Paths begin with "@/", the demo's folder. A step may read what the steps above it have written: what it reads decides
when it has to be run again.
"""

from __future__ import annotations

import csv
from pathlib import Path

from . import (
    found_access,
    found_care,
    found_hotspots,
    found_merged,
    found_people,
    found_registers,
    found_siting,
    found_streets,
    found_suitability,
)
from .model import Map, Settings, Shown, Step, Words
from .running import BUILD, PLUGIN

RICH, POOR = "rich/district.gpkg", "poor/district.gpkg"
REGISTERS = "results/import/registers.gpkg"
REJECTED = "results/import/rejected.gpkg"
MAIN_ROADS = "|layername=streets|subset=\"class\" IN ('arterial', 'collector')"
AGES = "0-5,6-12,13-18,19-34,35-49,50-64,65+"
TODAY = "2026-09-30"
"""Day of reference of the check: the raw files are of that month, and the same day gives the same findings."""
FLOW, FLOW_LAYER = "flow", "#5"

CASES: dict[str, Words] = {
    "rich": {"en": "Rich case: floating population is known", "ko": "자료가 많은 경우: 유동인구 있음"},
    "poor": {
        "en": "Poor case: no counts, as in most districts",
        "ko": "자료가 적은 경우: 유동인구 없음(대부분의 자치구)",
    },
}
IMPORTED: Words = {"en": "Imported registers", "ko": "가져온 대장"}
RESULTS: Words = {"en": "Results", "ko": "분석 결과"}


def of(file: str, table: str) -> str:
    """Address of a table of the demo."""
    return f"@/{file}|layername={table}"


def _sample(case: str, raw: bool) -> Step:
    names = {"rich": ("rich case", "자료가 많은 경우"), "poor": ("poor case", "자료가 적은 경우")}[case]
    more = {
        "rich": ("It has pedestrian counts, floating population and school gates, and the raw files of six registers.",
                 "보행량 계측, 유동인구, 학교 출입문 자료와 여섯 가지 대장 원본 파일을 포함합니다."),
        "poor": ("The same district without counts, floating population and school gates, as most districts have it.",
                 "같은 자치구이지만 보행량, 유동인구, 학교 출입문 자료가 없습니다. 대부분의 자치구가 이렇습니다."),
    }[case]  # fmt: skip
    return Step(
        id=f"sample_{case}",
        title={"en": f"Making the district, {names[0]}", "ko": f"예제 자치구 만들기({names[1]})"},
        about={"en": more[0], "ko": more[1]},
        algorithm="sampledistrict",
        inputs=lambda s: {"PRESET": s.preset, "CASE": case, "RAW": raw, "SEED": s.seed},
        outputs={"FOLDER": case, "REPORT": f"results/sample_{case}/report.html"},
        case=case,
        maps=(
            Map(("schools", "streets", "water", "dong"),
                {"en": "The made-up district: dong by kind, streets, water, schools (red)",
                 "ko": "가상의 자치구: 행정동 유형, 도로, 하천, 학교(빨간 점)"}),
        ) if case == "rich" else (),
    )  # fmt: skip


def _import(_settings: Settings) -> dict:
    return {"INPUT": "@/rich/raw", "DISTRICT_CODE": "30170"}


def _check(_settings: Settings) -> dict:
    return {"INPUT": of(REGISTERS, "license_old"), "DISTRICT": of(RICH, "district"), "TODAY": TODAY}


def _merge(settings: Settings) -> dict:
    return {"LAYERS": [of(REGISTERS, name) for name in found_merged.TABLES], "SEED": settings.seed}


def _locate(_settings: Settings) -> dict:
    return {
        "INPUT": f"@/{REJECTED}",
        "REFERENCE": [of(RICH, "buildings"), of(REGISTERS, "stores")],
        "PREFIX": "대전광역시 서구",
    }


def _people(_settings: Settings) -> dict:
    return {
        "ZONES": of(RICH, "dong"), "ZONE_FIELD": "dong_cd", "COUNTS": of(RICH, "dong_population"), "ITEM_FIELD": "age",
        "VALUE_FIELD": "total", "GROUPS": AGES, "TARGETS": of(RICH, "buildings"), "WEIGHT_FIELD": "res_area",
        "LEVEL": "building", "TARGET_ID_FIELD": "bld_id", "FINER": of(RICH, "population_grid"), "FINER_FIELD": "pop",
        "INTEGER": True,
    }  # fmt: skip


def _streets(_settings: Settings) -> dict:
    return {
        "INPUT": of(RICH, "streets"), "BRIDGE_FIELD": "bridge", "RADII": "400,800,1600", "MERGE": False,
        "ORIGINS": "@/results/people/people.gpkg", "ORIGIN_FIELD": "pop", "DESTINATIONS": of(REGISTERS, "stores"),
    }  # fmt: skip


def _hotspots(settings: Settings) -> dict:
    return {
        "INPUT": of(RICH, "walk_rpt"), "VALUE_FIELD": [f"y{year}" for year in range(2016, 2026)],
        "ZONES": of(RICH, "dong"), "LANDMARKS": f"@/{RICH}{MAIN_ROADS}", "LANDMARK_NAME_FIELD": "road",
        "SEED": settings.seed,
    }  # fmt: skip


def _siting(_settings: Settings) -> dict:
    return {
        "DEMAND": "@/results/siting/demand.geojson", "DEMAND_WEIGHT": "people",
        "CANDIDATES": "@/results/siting/candidates.geojson", "FACILITIES": found_siting.SITES,
        "ZONES": of(RICH, "dong"), "ALTERNATIVE_SETS": 2,
    }  # fmt: skip


def _access(_settings: Settings) -> dict:
    return {
        "DEMAND": "@/results/people/people.gpkg", "DEMAND_WEIGHT": found_access.CHILDREN,
        "SERVICES": f"@/{RICH}|layername=care_places|subset=\"kind\" = '{found_access.KIND}'",
        "CAPACITY_FIELD": "capacity", "METHOD": "balanced", "RADIUS": 1000, "COST": "network",
        "STREETS": of(RICH, "streets"), "BRIDGE_FIELD": "bridge", "ZONES": of(RICH, "dong"),
        "ZONE_NAME_FIELD": "dong_nm",
    }  # fmt: skip


def _care(settings: Settings) -> dict:
    return {
        "DEMAND": of(RICH, "population_grid"), "PEOPLE_FIELD": found_care.CHILDREN,
        "CANDIDATES": f"@/{RICH}|layername=buildings|subset=\"use\" IN ('공공용시설', '교육연구시설')",
        "CANDIDATE_ID": "bld_id", "AREA_FIELD": "area",
        "EXISTING": f"@/{RICH}|layername=care_places|subset=\"kind\" = '{found_access.KIND}'", "EXISTING_ID": "fac_id",
        "STREETS": of(RICH, "streets"), "BRIDGE_FIELD": "bridge", "TRUNK": "\"class\" = 'arterial'",
        "HAZARDS": [of(RICH, "water")], "FACILITIES": found_care.CENTERS[settings.preset],
        "ZONES": of(RICH, "dong"), "ZONE_NAME_FIELD": "dong_nm", "LANDMARKS": of(RICH, "schools"),
    }  # fmt: skip


def _chain(settings: Settings) -> dict:
    return {
        "district": of(RICH, "dong"), "zone_field": "dong_cd", "stores": of(REGISTERS, "stores"),
        "schools": of(RICH, "schools"), "bikes": of(RICH, "bikes"), "roads": f"@/{RICH}{MAIN_ROADS}",
        "flow": of(RICH, "floating"), "size": settings.cell, "top": settings.top,
    }  # fmt: skip


def _poor_grid(settings: Settings) -> dict:
    return {"DISTRICT": of(POOR, "dong"), "SIZE": settings.cell, "ZONE_FIELD": "dong_cd"}


def _poor_features(_settings: Settings) -> dict:
    layers = [of(REGISTERS, "stores"), of(POOR, "schools"), of(POOR, "bikes"), f"@/{POOR}{MAIN_ROADS}"]
    return {
        "ZONES": "@/results/poor_grid/grid.gpkg", "LAYERS": layers, "FEATURES": "@/results/poor_features/recipe.csv",
        "ZONE_ID_FIELD": "zone",
    }  # fmt: skip


def _poor_score(settings: Settings) -> dict:
    return {
        "INPUT": "@/results/poor_features/features.gpkg", "CRITERIA": "@/results/poor_score/criteria_given.csv",
        "TOP": settings.top, "ZONES": of(POOR, "dong"), "LANDMARKS": f"@/{POOR}{MAIN_ROADS}",
        "PLACES": of(POOR, "boards"),
    }  # fmt: skip


def _recipe_without_flow(folder: Path, _settings: Settings) -> None:
    """The packaged recipe as a clerk would edit it: without the layer that the district does not have."""
    _rows_without(_profile("features", "generic"), folder / "recipe.csv", "layer", FLOW_LAYER)


def _criteria_without_flow(folder: Path, settings: Settings) -> None:
    profile = "kr" if settings.language == "ko" else "generic"
    _rows_without(_profile("criteria", profile), folder / "criteria_given.csv", "field", FLOW)


def _profile(kind: str, profile: str) -> Path:
    return BUILD / PLUGIN / "resources" / "profiles" / profile / kind / "noticeboard.csv"


def _rows_without(source: Path, target: Path, column: str, value: str) -> None:
    with source.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in rows if row[column] != value)


STEPS: tuple[Step, ...] = (
    _sample("rich", raw=True),
    _sample("poor", raw=False),
    Step(
        id="import",
        title={"en": "Importing the raw files", "ko": "공공데이터 원본 가져오기"},
        about={"en": "Six registers as a portal gives them (CP949 and UTF-8, ZIP, XLSX, several CRS, with faults) "
                     "become layers in one GeoPackage. Every row ends up on the map, in a table, or among the rows "
                     "left out, with the reason.",
               "ko": "포털에서 받은 그대로의 여섯 가지 대장(CP949·UTF-8, ZIP, XLSX, 여러 좌표계, 오류 포함)을 하나의 "
                     "지오패키지 레이어로 만듭니다. 모든 행은 지도, 표, 또는 사유가 적힌 제외 목록 중 한 곳에 "
                     "들어갑니다."},
        algorithm="importpublicdata",
        inputs=_import,
        outputs={"OUTPUT": REGISTERS, "REJECTED": REJECTED, "REPORT": "results/import/report.html"},
        compare=found_registers.imported,
        shown=(
            Shown(REGISTERS, "*", IMPORTED),
            Shown(REJECTED, "rejected", {"en": "Rows left out", "ko": "제외된 행"}),
        ),
        maps=(
            Map(("stores", "water", "dong"),
                {"en": "Shops of the store register, after the import (points), over the dong",
                 "ko": "가져온 상가정보(점)와 행정동"}),
        ),
        group=IMPORTED,
    ),
    Step(
        id="merge",
        title={"en": "Merging the registers", "ko": "업소 자료 통합"},
        about={"en": "The same business under several names in eight tables becomes one point. Nothing is labeled; "
                     "pairs in doubt wait in a layer whose form shows both records side by side.",
               "ko": "여덟 개 표에 여러 이름으로 적힌 같은 업소를 점 하나로 통합합니다. 정답 예시는 쓰지 않으며, "
                     "판단이 어려운 짝은 두 기록을 나란히 보여 주는 폼이 있는 레이어에 남깁니다."},
        algorithm="mergeregisters",
        inputs=_merge,
        outputs={"MERGED": "results/merge/merged.gpkg", "LINKS": "results/merge/links.gpkg",
                 "REVIEW": "results/merge/review.gpkg", "UNLOCATED": "results/merge/unlocated.gpkg",
                 "REPORT": "results/merge/report.html"},
        compare=found_merged.merged,
        shown=(
            Shown("results/merge/review.gpkg", "merge_review", {"en": "Pairs to review", "ko": "검토할 짝"}),
            Shown("results/merge/merged.gpkg", "businesses", {"en": "Businesses, merged from eight tables",
                                                              "ko": "통합 업소(표 8개)"}),
        ),
        maps=(
            Map(("district", "businesses"),
                {"en": "Merged businesses by the number of rows they were made of",
                 "ko": "통합 업소(통합한 행 수)"}),
        ),
    ),
    Step(
        id="check",
        title={"en": "Checking a register", "ko": "대장 자료 점검"},
        about={"en": "The business licenses of the old layout are checked before they are used: doubles, gaps, wrong "
                     "places, old dates.",
               "ko": "구서식 인허가 대장을 쓰기 전에 점검합니다: 중복, 빈 값, 잘못된 위치, 오래된 날짜."},
        algorithm="checkdata",
        inputs=_check,
        outputs={"FINDINGS": "results/check/findings.gpkg", "PROFILE": "results/check/profile.gpkg",
                 "REPORT": "results/check/report.html"},
        compare=found_registers.checked,
        shown=(Shown("results/check/findings.gpkg", "findings", {"en": "Findings in the old licenses",
                                                                  "ko": "구서식 인허가 점검 결과"}),),
        maps=(
            Map(("district", "findings"),
                {"en": "Where findings lie; the many notes on shops that share one building's point are left out here",
                 "ko": "점검 결과의 위치. 한 건물의 같은 점에 있는 업소를 알리는 많은 참고 사항은 뺐습니다."},
                "\"check\" <> 'place_shared'"),
        ),
    ),
    Step(
        id="locate",
        title={"en": "Placing lost rows by their address", "ko": "좌표를 잃은 행을 주소로 찾기"},
        about={"en": "Rows that the import left out for their coordinates are placed by their address, offline, with "
                     "the buildings and the store register as references. Each says how exact its place is.",
               "ko": "좌표 때문에 제외된 행을 건물과 상가정보를 기준으로 주소로 찾습니다(인터넷 불필요). 행마다 위치의 "
                     "정확도를 밝힙니다."},
        algorithm="locateaddresses",
        inputs=_locate,
        outputs={"OUTPUT": "results/locate/located.gpkg", "UNMATCHED": "results/locate/unmatched.gpkg",
                 "REPORT": "results/locate/report.html"},
        compare=found_registers.located,
        shown=(Shown("results/locate/located.gpkg", "located", {"en": "Rows placed by address",
                                                                 "ko": "주소로 찾은 행"}),),
        maps=(
            Map(("district", "located"),
                {"en": "Rows placed by their address", "ko": "주소로 위치를 찾은 행"}),
        ),
    ),
    Step(
        id="people",
        title={"en": "Residents by building", "ko": "건물별 인구 배분"},
        about={"en": "Residents of each dong, by age, are spread over its buildings by residential floor area; whole "
                     "people, every total kept.",
               "ko": "행정동별 연령별 인구를 주거 연면적에 따라 건물에 나눕니다. 사람 수는 정수이고 합계는 모두 "
                     "유지됩니다."},
        algorithm="allocatepopulation",
        inputs=_people,
        outputs={"OUTPUT": "results/people/people.gpkg", "UNALLOCATED": "results/people/unallocated.gpkg",
                 "REPORT": "results/people/report.html"},
        compare=found_people.allocated,
        shown=(Shown("results/people/people.gpkg", "people_buildings", {"en": "Residents by building (internal)",
                                                                         "ko": "건물별 인구(내부용)"}),),
        maps=(
            Map(("district", "people_buildings"),
                {"en": "Residents by building, estimated", "ko": "건물별 추정 인구"}),
        ),
    ),
    Step(
        id="streets",
        title={"en": "Streets that ways from homes to shops run along", "ko": "집에서 상점으로 가는 길이 지나는 도로"},
        about={"en": "A network is made of the street lines, and all shortest ways within 400, 800 and 1,600 m from "
                     "the residents to the imported shops are counted.",
               "ko": "도로 선으로 네트워크를 만들고 주민에서 가져온 상가까지 400·800·1,600m 안의 모든 최단 경로를 "
                     "셉니다."},
        algorithm="streetcentrality",
        inputs=_streets,
        outputs={"OUTPUT": "results/streets/streets.gpkg", "REPORT": "results/streets/report.html"},
        compare=found_streets.network,
        shown=(Shown("results/streets/streets.gpkg", "street_centrality",
                     {"en": "Ways from homes to shops (betweenness)", "ko": "집에서 상점으로 가는 길(매개 중심성)"}),),
        maps=(
            Map(("street_centrality",),
                {"en": "Streets by the ways from homes to shops within 800 m",
                 "ko": "800m 안에서 집에서 상점으로 가는 길이 지나는 도로"}),
        ),
    ),
    Step(
        id="hotspots",
        title={"en": "Hot spots of trouble on foot, over ten years", "ko": "보행 불편 신고의 시계열 핫스팟"},
        about={"en": "Reports by 100 m cell and year: which hot spots are new, which persist, which are over. The "
                     "areas and years that were planted are known.",
               "ko": "100 m 격자의 연도별 신고에서 새로 생긴 곳, 지속되는 곳, 끝난 곳을 찾습니다. 심어 둔 위치와 "
                     "시기를 알고 있습니다."},
        algorithm="flowhotspots",
        inputs=_hotspots,
        outputs={"OUTPUT": "results/hotspots/hotspots.gpkg", "REPORT": "results/hotspots/report.html"},
        compare=found_hotspots.found,
        shown=(Shown("results/hotspots/hotspots.gpkg", "hotspots",
                     {"en": "Hot spots of trouble on foot", "ko": "보행 불편 신고 핫스팟"}),),
        maps=(Map(("district", "hotspots"),
                  {"en": "Hot and cold spots over ten years", "ko": "10년간 핫스팟과 콜드스팟"}),),
    ),
    Step(
        id="access",
        title={"en": "Who can reach after-school care?", "ko": "다함께돌봄센터 접근성"},
        about={"en": "Children of 6 to 12 by building share the places of the after-school centers within 1 km on "
                     "foot. Areas where too little is left are outlined.",
               "ko": "건물별 6~12세 아동이 걸어서 1 km 안에 있는 다함께돌봄센터의 정원을 함께 나눕니다. 부족한 지역을 "
                     "표시합니다."},
        algorithm="serviceaccess",
        inputs=_access,
        outputs={"OUTPUT": "results/access/access.gpkg", "UNDERSERVED": "results/access/underserved.gpkg",
                 "ZONES_OUT": "results/access/zones.gpkg", "SERVICES_OUT": "results/access/services.gpkg",
                 "REPORT": "results/access/report.html"},
        compare=found_access.shared_out,
        shown=(
            Shown("results/access/underserved.gpkg", "care_short",
                  {"en": "Areas short of after-school care", "ko": "돌봄 부족 지역"}),
            Shown("results/access/zones.gpkg", "care_by_dong",
                  {"en": "Children short of care by dong", "ko": "행정동별 돌봄 부족 아동"}),
        ),
        maps=(
            Map(("care_short", "care_by_dong"), {"en": "Share of children short of after-school care, by dong",
                                                 "ko": "행정동별 돌봄 부족 아동 비율"}),
        ),
    ),
    Step(
        id="care",
        title={"en": "Where to open the next after-school centers", "ko": "다함께돌봄센터를 더 열 곳"},
        about={"en": "Public and school buildings as candidates, children of 6 to 12 by 100 m cell, walks along the "
                     "streets that cross no arterial road: which buildings bring most children a center within ten "
                     "minutes on foot?",
               "ko": "공공·교육 건물이 후보지이고 100 m 격자의 6~12세 아동이 대상입니다. 간선도로를 건너지 않고 도로를 "
                     "따라 걸을 때, 어느 건물이 가장 많은 아동에게 걸어서 10분 안의 센터가 되는지 찾습니다."},
        algorithm="carecentersites",
        inputs=_care,
        outputs={"SITES": "results/care/sites.gpkg", "SCORE": "results/care/score.gpkg",
                 "ALLOCATION": "results/care/allocation.gpkg", "ZONES_OUT": "results/care/zones.gpkg",
                 "EXCLUDED": "results/care/excluded.gpkg", "REPORT": "results/care/report.html"},
        compare=found_care.reached,
        shown=(
            Shown("results/care/sites.gpkg", "care_sites", {"en": "New and existing care centers",
                                                            "ko": "신규·기존 돌봄센터"}),
            Shown("results/care/score.gpkg", "care_score", {"en": "What one more center at a candidate would bring",
                                                            "ko": "후보지별 점수(센터를 하나 더 열 때)"}),
            Shown("results/care/zones.gpkg", "care_reach", {"en": "Children with a center within reach, by dong",
                                                            "ko": "행정동별 돌봄센터 도달률"}),
        ),
        maps=(
            Map(("care_sites", "district", "care_score"),
                {"en": "The best centers over the score of every candidate", "ko": "선정된 센터와 후보지별 점수"}),
        ),
    ),
    Step(
        id="siting",
        title={"en": "The best six sites, with proof", "ko": "최적 시설 6곳과 증명"},
        about={"en": "Demand and candidates of a planted problem: which six sites make everybody's way shortest? The "
                     "answer comes with a bound that no other set can beat.",
               "ko": "미리 만든 문제의 수요와 후보지입니다. 어느 6곳이 모두의 이동 거리를 가장 짧게 하는지 구하고, "
                     "다른 어떤 조합도 넘을 수 없는 한계값을 함께 제시합니다."},
        algorithm="facilitylocation",
        inputs=_siting,
        outputs={"SITES": "results/siting/sites.gpkg", "ALLOCATION": "results/siting/allocation.gpkg",
                 "REPORT": "results/siting/report.html"},
        prepare=lambda folder, _settings: found_siting.points(folder),
        compare=found_siting.optimum,
        shown=(
            Shown("results/siting/sites.gpkg", "best_sites", {"en": "Best six sites", "ko": "최적 시설 6곳"}),
            Shown("results/siting/allocation.gpkg", "allocation",
                  {"en": "Who goes to which site", "ko": "시설 이용 배분"}),
        ),
        maps=(
            Map(("district", "best_sites"), {"en": "The best six sites of the planted problem",
                                             "ko": "미리 만든 문제의 최적 시설 6곳"}),
        ),
    ),
    Step(
        id="rich_suitability",
        title={"en": "Notice boards: where? Rich case, by the packaged model",
               "ko": "전자게시대 입지(자료가 많은 경우, 제공 모델 사용)"},
        about={"en": "Grid, features and suitability in one go, from the imported shops, schools, bike stations, main "
                     "streets and the floating population.",
               "ko": "가져온 상가, 학교, 자전거 대여소, 주요 도로, 유동인구로 격자·변수·적합도를 한 번에 계산합니다."},
        algorithm="noticeboardchain",
        inputs=_chain,
        outputs={"suitability": "results/rich_suitability/suitability.gpkg",
                 "criteria": "results/rich_suitability/criteria.csv",
                 "report": "results/rich_suitability/report.html"},
        case="rich",
        compare=found_suitability.rich,
        shown=(Shown("results/rich_suitability/suitability.gpkg", "suitability_rich",
                     {"en": "Suitability for notice boards, rich case", "ko": "전자게시대 적합도(자료가 많은 경우)"},
                     True),),
        maps=(Map(("boards", "suitability_rich"), CASES["rich"]),),
        report="report",
    ),
    Step(
        id="poor_grid",
        title={"en": "Notice boards, poor case: grid", "ko": "전자게시대(자료가 적은 경우): 격자"},
        about={"en": "The same without floating population, step by step: first the grid.",
               "ko": "유동인구 없이 같은 분석을 단계별로 합니다. 먼저 격자를 만듭니다."},
        algorithm="districtgrid",
        inputs=_poor_grid,
        outputs={"OUTPUT": "results/poor_grid/grid.gpkg"},
        case="poor",
        report="",
    ),
    Step(
        id="poor_features",
        title={"en": "Notice boards, poor case: features", "ko": "전자게시대(자료가 적은 경우): 변수"},
        about={"en": "The packaged recipe without the floating population.",
               "ko": "제공된 조리표에서 유동인구만 뺍니다."},
        algorithm="zonefeatures",
        inputs=_poor_features,
        outputs={"OUTPUT": "results/poor_features/features.gpkg", "REPORT": "results/poor_features/report.html"},
        case="poor",
        prepare=_recipe_without_flow,
    ),
    Step(
        id="poor_score",
        title={"en": "Notice boards, poor case: suitability", "ko": "전자게시대(자료가 적은 경우): 적합도"},
        about={"en": "The same criteria without the floating population; existing boards are asked about.",
               "ko": "같은 기준에서 유동인구만 빼고, 기존 게시대의 위치도 평가합니다."},
        algorithm="suitabilityscore",
        inputs=_poor_score,
        outputs={"OUTPUT": "results/poor_score/suitability.gpkg", "PLACES_OUT": "results/poor_score/boards.gpkg",
                 "REPORT": "results/poor_score/report.html"},
        case="poor",
        prepare=_criteria_without_flow,
        compare=found_suitability.poor,
        shown=(
            Shown("results/poor_score/boards.gpkg", "boards_asked",
                  {"en": "Existing boards: why here, why not?", "ko": "기존 게시대 평가(자료가 적은 경우)"}),
            Shown("results/poor_score/suitability.gpkg", "suitability_poor",
                  {"en": "Suitability for notice boards, poor case", "ko": "전자게시대 적합도(자료가 적은 경우)"}),
        ),
        maps=(Map(("boards", "suitability_poor"), CASES["poor"]),),
    ),
)  # fmt: skip
