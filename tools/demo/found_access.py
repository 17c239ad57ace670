"""Access to after-school care: what the method promises, held against its own results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Found
from .reading import table

if TYPE_CHECKING:
    from .folder import Folder

KIND = "다함께돌봄센터"
CHILDREN, TRUE_CHILDREN = "p_6_12", "p06_12"


def shared_out(folder: Folder) -> list[Found]:
    """All places handed out once; children counted once; the sum against those who were made to live there."""
    results = folder.results("access")
    scores = table(folder.path / "results" / "access" / "access.gpkg", columns="score, demand")
    services = table(folder.path / "results" / "access" / "services.gpkg", columns="supply, load")
    homes = table(folder.path / "rich" / "district.gpkg", "buildings", f"{TRUE_CHILDREN}")[TRUE_CHILDREN]
    given = float((scores["score"] * scores["demand"]).sum())
    there = float(services.loc[services["load"] > 0, "supply"].sum())
    reached = float(results["PEOPLE"] - results["NO_REACH_PEOPLE"])
    counted = float(services["load"].sum())
    return [
        Found("access_places", {"en": "Care places handed out to children", "ko": "아동에게 배분된 돌봄 정원"}, given,
              there, {"en": "The balanced method hands out every place within reach exactly once.",
                      "ko": "균형 방법은 도달 가능한 정원을 정확히 한 번씩 배분합니다."}, "count",
              abs(given - there) <= 1e-6 * max(there, 1.0)),
        Found("access_children", {"en": "Children whom the centers have to expect", "ko": "돌봄센터의 예상 이용 아동"},
              counted, reached, {"en": "Each child within reach is counted once.",
                                 "ko": "도달 가능한 아동을 한 번씩만 계산합니다."}, "count",
              abs(counted - reached) <= 1e-6 * max(reached, 1.0)),
        Found("access_people", {"en": "Children in the buildings", "ko": "건물별 아동 수의 합"},
              float(results["PEOPLE"]), float(homes.sum()),
              {"en": "Spread from the dong; the total is kept, single buildings are estimates.",
               "ko": "행정동 인구를 나눈 값으로, 합계는 같고 건물별 값은 추정입니다."}, "count"),
    ]  # fmt: skip
