"""The street network against the crossings that were made, and centralities against the passers-by that were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Found
from .reading import table

if TYPE_CHECKING:
    from .folder import Folder

FIELD = "btw_800"


def network(folder: Folder) -> list[Found]:
    """Crossings and streets that the tool found by itself, and how far its index goes with the counts."""
    from scipy.stats import spearmanr

    results = folder.results("streets")
    sample, path = folder.path / "rich" / "district.gpkg", folder.path / "results" / "streets" / "streets.gpkg"
    nodes, streets = table(sample, "street_nodes", "node"), table(sample, "streets", "seg_id, length")
    found = table(path, columns=f"seg_id, len_m, {FIELD}")
    counts = table(sample, "sensor_counts", "sensor_id, count").groupby("sensor_id")["count"].mean()
    sensors = table(sample, "sensors", "sensor_id, seg_id").set_index("sensor_id")["seg_id"]
    value = found.groupby("seg_id")[FIELD].max().reindex(sensors.reindex(counts.index)).to_numpy()
    related = float(spearmanr(value, counts.to_numpy(), nan_policy="omit")[0])
    kept = {"en": "Crossings are found from the lines alone, and no street is lost.",
            "ko": "선만으로 교차점을 찾으며 누락된 도로가 없습니다."}  # fmt: skip
    length, true_length = float(found["len_m"].sum()), float(streets["length"].sum())
    return [
        Found("street_nodes", {"en": "Crossings and ends of streets", "ko": "도로의 교차점과 끝점"},
              int(results["NODE_COUNT"]), len(nodes), kept, "count", int(results["NODE_COUNT"]) == len(nodes)),
        Found("street_segments", {"en": "Street segments", "ko": "도로 구간"}, int(results["SEGMENT_COUNT"]),
              len(streets), kept, "count", int(results["SEGMENT_COUNT"]) == len(streets)),
        Found("street_parts", {"en": "Parts of the network", "ko": "이어진 부분의 수"}, int(results["COMPONENT_COUNT"]),
              1, {"en": "All streets were made to hang together.", "ko": "모든 도로가 이어지도록 만들었습니다."},
              "count", int(results["COMPONENT_COUNT"]) == 1),
        Found("street_length", {"en": "Length of the streets", "ko": "도로 길이"}, length, true_length,
              {"en": "By the ground, to a thousandth.", "ko": "1/1000 이내로 일치해야 합니다."}, "meters",
              abs(length - true_length) <= 0.001 * true_length),
        Found("street_counts", {"en": "Rank correlation of betweenness and passers-by at the sensors",
                                "ko": "매개 중심성과 센서 보행량의 순위 상관"}, related, None,
              {"en": "The counts were made without the network, by kind of place: an index of the network is no count.",
               "ko": "보행량은 가로망과 무관하게 장소 유형에 따라 만들었습니다. 가로망 지표는 보행량이 아닙니다."},
              "rank"),
    ]  # fmt: skip
