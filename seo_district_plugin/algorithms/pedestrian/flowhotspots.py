"""Hot and cold spots of a value: Gi* or local Moran on streets, cells, zones or points; over time their classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...layers.destinations import OutputField, OutputLayer
from ...layers.styling import Style
from ...texts import tr
from ..base import DistrictAlgorithm
from ..carry import carried_fields, short_number
from ..parameters import Parameters, SourceType
from ..run import Run
from ..streets import declare_streets
from .flowhotspots_words import ISLAND, class_word, style_classes

if TYPE_CHECKING:
    from .flowhotspots_data import Cases
    from .flowhotspots_neighbors import Neighbors
    from .flowhotspots_tests import Found

COMMON_FIELDS = ("class", "z", "p_value", "q_value", "neighbors", "near_mean", "rank", "spot", "place", "reason")
FIELDS_OF = {
    "gi_star": ("gi_bin",),
    "local_moran": ("local_i",),
    "series": ("mean", "z_last", "hot_times", "cold_times", "trend_z", "tau"),
}


class FlowHotSpots(DistrictAlgorithm):
    """Getis-Ord Gi*, local Moran, emerging hot spots."""

    ID = "flowhotspots"
    GROUP = "pedestrian"

    def declare(self, add: Parameters) -> None:
        add.source("INPUT", [SourceType.VectorAnyGeometry])
        add.field("VALUE_FIELD", "INPUT", many=True, numeric=True)
        add.field("TIME_FIELD", "INPUT", optional=True)
        add.field("PLACE_FIELD", "INPUT", optional=True)
        add.choice("WEIGHTS", ["auto", "network", "queen", "rook", "nearest", "band"], "auto")
        add.distance("DISTANCE", 300.0)
        add.choice("METHOD", ["gi_star", "local_moran"], "gi_star", advanced=True)
        add.integer("K", 8, 1, 1000, advanced=True)
        add.source("STREETS", [SourceType.VectorLine], optional=True, advanced=True)
        add.distance("FARTHEST", 100.0, advanced=True)
        declare_streets(add, "STREETS", carriageways=False)
        add.choice("TEST", ["permutation", "analytic"], "permutation", advanced=True)
        add.integer("PERMUTATIONS", 999, 99, 99_999, advanced=True)
        add.choice("CORRECTION", ["fdr", "fdr_dependent", "bonferroni", "none"], "fdr", advanced=True)
        add.number("SIGNIFICANCE", 0.05, 0.0001, 0.5, advanced=True)
        add.choice("GAPS", ["reject", "zero"], "reject", advanced=True)
        add.choice("WINDOW", ["period", "whole"], "period", advanced=True)
        add.source("ZONES", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.field("ZONE_NAME_FIELD", "ZONES", optional=True, advanced=True)
        add.source("LANDMARKS", [SourceType.VectorAnyGeometry], optional=True, advanced=True)
        add.field("LANDMARK_NAME_FIELD", "LANDMARKS", optional=True, advanced=True)
        add.seed()
        add.analysis_crs()
        add.sink("OUTPUT", SourceType.VectorAnyGeometry)
        add.rejected()
        add.report()
        for name in ("PLACES", "PERIODS", "NEIGHBORS", "ISLANDS", "SPOTS", "HOT_SPOTS", "COLD_SPOTS", "OUTLIERS"):
            add.output_number(name)
        for name in ("RISING", "FALLING", "MORAN_I", "MORAN_Z", "MORAN_P", "P_CUTOFF", "OPEN_TESTS"):
            add.output_number(name)

    # ------------------------------------------------------------------ may it run
    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        from .flowhotspots_checks import problems

        yield from problems(self, parameters, context)

    # ------------------------------------------------------------------ running
    def execute(self, run: Run) -> None:
        from .flowhotspots_data import read_cases
        from .flowhotspots_neighbors import find_neighbors
        from .flowhotspots_report import describe
        from .flowhotspots_tests import find_spots

        run.step(tr("Reading the places"), 0.15)
        cases = read_cases(run)
        run.step(tr("Looking for neighbors"), 0.4)
        near = find_neighbors(run, cases)
        found = find_spots(run, near)
        run.step(tr("Naming the places"), 0.9)
        places = self._places(run, near.cases)
        reasons = [reason_text(found, i, len(near.cases.times)) for i in range(len(places))]
        self._deliver(run, near.cases, found, places, reasons)
        self._figures(run, near, found)
        describe(run, near, found, places, reasons)

    @staticmethod
    def _places(run: Run, cases: Cases) -> list[str]:
        """Zone and landmark where layers say them; else what the layer itself calls its places."""
        from ..naming import name_field, place_names

        if run.given("ZONES") or run.given("LANDMARKS"):
            return place_names(run, cases.shape.centers, cases.table)
        field = run.field("PLACE_FIELD") if run.given("TIME_FIELD") else name_field(run.inputs["INPUT"])
        if field not in cases.table.frame.columns:
            return [f"#{fid}" for fid in cases.table.fid]
        return [text or f"#{fid}" for text, fid in zip(cases.table.texts(field), cases.table.fid)]

    def _deliver(self, run: Run, cases: Cases, found: Found, places: list[str], reasons: list[str]) -> None:
        own = (*COMMON_FIELDS, *FIELDS_OF[found.kind])
        again = {"class", "z", "near_mean", "reason"} <= {name.lower() for name in cases.table.frame.columns}
        fields = [
            *carried_fields(run, run.inputs["INPUT"], cases.table, own, again=again),
            OutputField("class", "text", found.names.tolist()),
        ]
        if found.kind == "series":
            fields.append(OutputField("mean", "real", found.value.tolist()))
        fields.append(OutputField("z", "real", known(found.z)))
        for name, values in found.extra.items():
            kind = "int" if values.dtype.kind == "i" else "real"
            fields.append(OutputField(name, kind, values.tolist() if kind == "int" else known(values)))
        fields += [
            OutputField("p_value", "real", known(found.p)),
            OutputField("q_value", "real", known(found.q)),
            OutputField("neighbors", "int", found.neighbors.tolist()),
            OutputField("near_mean", "real", known(found.around)),
            OutputField("rank", "int", [rank or None for rank in found.rank.tolist()]),
            OutputField("spot", "int", [spot or None for spot in found.spot.tolist()]),
            OutputField("place", "text", places),
            OutputField("reason", "text", reasons),
        ]
        lines = run.inputs["INPUT"].geometry == "line"
        style = Style(
            kind="categorized",
            field="class",
            classes=style_classes(found.kind, set(found.names.tolist()), lines),
            outline_width=0.0,
            size=1.6 if lines else 3.0,
            display='"place"',
            map_tip='<b>[% "place" %]</b><br>[% "reason" %]',
        )
        shape = cases.shape
        run.deliver("OUTPUT", OutputLayer(fields, shape.wkb, shape.wkb_type, cases.table.crs, style))

    @staticmethod
    def _figures(run: Run, near: Neighbors, found: Found) -> None:
        from ...analysis.statistics.multiple_tests import within

        places = len(near.cases)
        run.figure("PLACES", places)
        run.figure("PERIODS", len(near.cases.times))
        run.figure("NEIGHBORS", float(found.neighbors.mean()))
        run.figure("ISLANDS", int(found.island.sum()))
        run.figure("SPOTS", found.spots)
        run.figure("HOT_SPOTS", found.count("hot_", "high_high"))
        run.figure("COLD_SPOTS", found.count("cold_", "low_low"))
        run.figure("OUTLIERS", found.count("high_low", "low_high"))
        rising = falling = 0
        if found.emerging is not None:
            trend = within(found.q, run.number("SIGNIFICANCE"))
            rising = int((trend & (found.emerging.trend.s > 0)).sum())
            falling = int((trend & (found.emerging.trend.s < 0)).sum())
        run.figure("RISING", rising)
        run.figure("FALLING", falling)
        run.figure("MORAN_I", found.moran.statistic)
        run.figure("MORAN_Z", found.moran.z_random)
        run.figure("MORAN_P", found.moran.p_sim)
        run.figure("P_CUTOFF", found.cutoff)
        run.figure("OPEN_TESTS", found.open)


def known(values) -> list:
    """Numbers for a column, None where there is none."""
    return [None if value != value else value for value in values.tolist()]


def reason_text(found: Found, row: int, periods: int) -> str:
    """One sentence: the class, and the value beside those around it and those of all places."""
    name = str(found.names[row])
    if name == ISLAND:
        return tr("Not tested: no neighbors; its value is {value}").format(value=short_number(found.value[row]))
    word = class_word(name)
    word = word[:1].upper() + word[1:]
    said = {
        "value": short_number(found.value[row]),
        "count": int(found.neighbors[row]),
        "around": short_number(found.around[row]),
        "all": short_number(found.value.mean()),
        "z": found.z[row],
    }
    if found.kind != "series":
        return f"{word}: " + tr(
            "value {value}, mean of the {count} neighbors {around}, mean of all places {all} (z {z:+.2f})"
        ).format(**said)
    hot, cold = int(found.extra["hot_times"][row]), int(found.extra["cold_times"][row])
    text = tr(
        "hot in {hot} and cold in {cold} of {periods} periods; mean {value}, of the {count} neighbors {around}, of all "
        "places {all} (z now {last:+.2f}, trend {trend:+.2f})"
    ).format(
        hot=hot,
        cold=cold,
        periods=periods,
        last=found.extra["z_last"][row],
        trend=found.extra["trend_z"][row],
        **said,
    )
    return f"{word}: {text}"
