"""The allocation of residents against the people who were made to live in the buildings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Found
from .reading import table

if TYPE_CHECKING:
    from .folder import Folder

OLD, TRUE_OLD = "p_65_up", "p65_up"


def allocated(folder: Folder) -> list[Found]:
    """Totals that must be kept, and how many people are in a wrong cell of 100 m."""
    results = folder.results("people")
    path, sample = folder.path / "results" / "people" / "people.gpkg", folder.path / "rich" / "district.gpkg"
    people = table(path, columns=f"id, pop, {OLD}")
    dong = table(sample, "dong_population", "dong_cd, age, total")
    homes = table(sample, "buildings", "bld_id, persons").set_index("bld_id")["persons"]
    total, old = int(dong["total"].sum()), int(dong.loc[dong["age"].astype(int) >= 65, "total"].sum())
    apart = (people.set_index(people["id"].astype(int))["pop"] - homes).abs().sum() / 2 / max(total, 1)
    whole = bool((people["pop"] == people["pop"].round()).all())
    kept = {"en": "Whole people, and none is lost.", "ko": "사람 수는 정수이고 누락이 없습니다."}
    return [
        Found("people_total", {"en": "Residents in the buildings", "ko": "건물에 배분된 인구"},
              int(people["pop"].sum()), total, kept, "count", whole and int(people["pop"].sum()) == total),
        Found("people_old", {"en": "Residents aged 65 and over", "ko": "65세 이상 인구"}, int(people[OLD].sum()), old,
              kept, "count", int(people[OLD].sum()) == old),
        Found("people_wrong_cell", {"en": "Residents in a wrong 100 m cell", "ko": "다른 100 m 격자에 배분된 인구"},
              float(results["ERROR_SHARE"]), 0.0,
              {"en": "The error of spreading by floor area; what is known is the total of each dong only.",
               "ko": "연면적 배분의 오차입니다. 입력으로는 행정동 합계만 알고 있습니다."}, "share"),
        Found("people_wrong_cell_area", {"en": "The same, spread by area alone", "ko": "면적만으로 배분할 때"},
              float(results["ERROR_SHARE_AREA"]), 0.0,
              {"en": "What floor area gains against the plain way.", "ko": "연면적을 쓰는 이점을 보여 줍니다."},
              "share"),
        Found("people_wrong_building", {"en": "Residents in a wrong building", "ko": "다른 건물에 배분된 인구"},
              float(apart), 0.0,
              {"en": "Single buildings are far less certain than cells: for use inside the office only.",
               "ko": "건물 단위는 격자보다 훨씬 불확실하므로 내부용으로만 씁니다."}, "share"),
    ]  # fmt: skip
