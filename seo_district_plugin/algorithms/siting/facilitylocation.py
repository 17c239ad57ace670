"""Where to open facilities: the best set of sites under stated rules, with a proof of how good it is."""

from __future__ import annotations

from collections.abc import Iterator

from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run

MODELS = ["pmedian", "pcenter", "lscp", "lscpb", "mclp", "capacitated", "dispersion"]
NUMBERS = ("OBJECTIVE", "BOUND", "GAP", "PROVEN", "OPEN_SITES", "NEW_SITES", "SERVED_WEIGHT", "UNSERVED_ROWS")
MORE_NUMBERS = ("MEAN_COST", "LARGEST_COST", "GINI", "WORST_TENTH")


class FacilityLocation(DistrictAlgorithm):
    """p-median, p-center, covering, capacities, dispersion; kept, closable and new sites; rules and their price."""

    ID = "facilitylocation"
    GROUP = "siting"
    PICTURE = "SITES"
    MEASURES = False

    def declare(self, add: Parameters) -> None:
        from ..streets import declare_streets

        add.source("DEMAND", [SourceType.Vector])
        add.field("DEMAND_WEIGHT", "DEMAND", optional=True)
        add.source("CANDIDATES", [SourceType.Vector])
        add.choice("MODEL", MODELS, "pmedian")
        add.integer("FACILITIES", 5, 0, None)
        add.distance("RADIUS", None, optional=True)
        add.choice("COST", ["straight", "network", "table"], "straight", advanced=True)
        add.source("NETWORK", [SourceType.VectorLine], optional=True, advanced=True)
        declare_streets(add, "NETWORK", carriageways=False, split=False)
        add.distance("FARTHEST", None, optional=True, advanced=True)
        add.table("COST_TABLE", advanced=True)
        for name in ("ORIGIN_FIELD", "DESTINATION_FIELD", "COST_FIELD"):
            add.field(name, "COST_TABLE", optional=True, advanced=True)
        add.distance("CUTOFF", None, optional=True, advanced=True)
        add.field("DEMAND_ID", "DEMAND", optional=True, advanced=True)
        add.field("CANDIDATE_ID", "CANDIDATES", optional=True, advanced=True)
        add.source("EXISTING", [SourceType.Vector], optional=True, advanced=True)
        add.field("EXISTING_ID", "EXISTING", optional=True, advanced=True)
        add.choice("EXISTING_MODE", ["keep", "closable", "ignore"], "keep", advanced=True)
        add.integer("CLOSE_LIMIT", None, 0, None, optional=True, advanced=True)
        self._declare_rules(add)
        add.integer("CURVE_TO", None, 0, None, optional=True, advanced=True)
        add.integer("ALTERNATIVE_SETS", 3, 0, 50, advanced=True)
        add.source("PLACES", [SourceType.VectorPoint], optional=True, advanced=True)
        add.source("LANDMARKS", [SourceType.VectorAnyGeometry], optional=True, advanced=True)
        add.field("LANDMARK_NAME_FIELD", "LANDMARKS", optional=True, advanced=True)
        add.number("TIME_LIMIT", 60.0, 1.0, 86_400.0, advanced=True)
        add.seed()
        add.analysis_crs()
        self._declare_outputs(add)

    @staticmethod
    def _declare_rules(add: Parameters) -> None:
        add.number("CAPACITY", None, 0.0, None, optional=True, advanced=True)
        add.field("CAPACITY_FIELD", "CANDIDATES", optional=True, advanced=True)
        add.flag("SPLIT", False, advanced=True)
        add.number("EQUITY", 0.0, 0.0, None, advanced=True)
        add.expression("REQUIRED", "CANDIDATES", advanced=True)
        add.expression("FORBIDDEN", "CANDIDATES", advanced=True)
        add.source("DISTRICT", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.source("ZONES", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.field("ZONE_NAME_FIELD", "ZONES", optional=True, advanced=True)
        add.integer("MIN_PER_ZONE", None, 0, None, optional=True, advanced=True)
        add.integer("MAX_PER_ZONE", None, 0, None, optional=True, advanced=True)
        add.field("CANDIDATE_COST", "CANDIDATES", optional=True, advanced=True)
        add.number("BUDGET", None, 0.0, None, optional=True, advanced=True)

    @staticmethod
    def _declare_outputs(add: Parameters) -> None:
        add.sink("SITES", SourceType.Vector)
        for name in ("ALLOCATION", "UNSERVED", "CURVE", "ALTERNATIVES", "RULE_PRICES", "PLACES_OUT"):
            add.sink(name, SourceType.Vector, optional=True, by_default=name == "ALLOCATION", advanced=True)
        add.rejected()
        add.report()
        for name in (*NUMBERS, *MORE_NUMBERS):
            add.output_number(name)
        add.output_text("TIMES")

    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        from .facilities_checks import problems

        yield from problems(self, parameters, context)

    def execute(self, run: Run) -> None:
        from .facilities_run import execute

        execute(run)
