"""Sites for care centers: after-school care for children, or care for older people, as one recipe."""

from __future__ import annotations

from collections.abc import Iterator

from ...texts import tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run

GOALS = ["cover", "mean", "farthest", "fair", "fewest", "places"]
NUMBERS = ("OBJECTIVE", "BOUND", "GAP", "PROVEN", "NEW_SITES", "PEOPLE", "COVERED_BEFORE", "COVERED_AFTER",
           "MEAN_WALK_BEFORE", "MEAN_WALK_AFTER", "CANDIDATES_ALLOWED", "CANDIDATES_EXCLUDED")  # fmt: skip


class CareCenterSites(DistrictAlgorithm):
    """Demand, supply, hard rules, a goal in plain words; the best set with proof, and who gains."""

    ID = "carecentersites"
    GROUP = "siting"
    PICTURE = "SITES"

    def declare(self, add: Parameters) -> None:
        from ..streets import declare_streets

        add.source("DEMAND", [SourceType.VectorPoint, SourceType.VectorPolygon])
        add.source("CANDIDATES", [SourceType.VectorPoint, SourceType.VectorPolygon])
        add.source("EXISTING", [SourceType.VectorPoint, SourceType.VectorPolygon], optional=True)
        add.source("STREETS", [SourceType.VectorLine], optional=True)
        add.choice("GOAL", GOALS, "cover")
        add.integer("FACILITIES", 3, 0, None)
        add.choice("PRESET", ["children", "elderly"], "children", advanced=True)
        add.field("PEOPLE_FIELD", "DEMAND", numeric=True, optional=True, advanced=True)
        add.field("GROUP_FIELD", "DEMAND", optional=True, advanced=True)
        add.number("DEMAND_RATE", 1.0, 0.0001, 1.0, advanced=True)
        add.source("GROWTH", [SourceType.VectorPoint, SourceType.VectorPolygon], optional=True, advanced=True)
        add.field("GROWTH_FIELD", "GROWTH", numeric=True, optional=True, advanced=True)
        add.number("PER_HOME", 1.0, 0.0, 100.0, advanced=True)
        add.number("WALK_MINUTES", 10.0, 0.1, 600.0, advanced=True)
        add.number("WALK_SPEED", None, 0.5, 10.0, optional=True, advanced=True)
        add.number("DETOUR", 1.3, 1.0, 5.0, advanced=True)
        add.expression("TRUNK", "STREETS", advanced=True)
        declare_streets(add, "STREETS", carriageways=False, split=False)
        add.distance("FARTHEST", 500.0, advanced=True)
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
        add.field("DEMAND_ID", "DEMAND", optional=True, advanced=True)
        add.field("CANDIDATE_ID", "CANDIDATES", optional=True, advanced=True)
        add.field("EXISTING_ID", "EXISTING", optional=True, advanced=True)
        add.field("AREA_FIELD", "CANDIDATES", numeric=True, optional=True, advanced=True)
        add.number("MIN_AREA", 66.0, 0.0, None, advanced=True)
        add.field("FLOOR_FIELD", "CANDIDATES", numeric=True, optional=True, advanced=True)
        add.integer("MAX_FLOOR", 5, None, None, advanced=True)
        add.layers("HAZARDS", SourceType.VectorAnyGeometry, optional=True, advanced=True)
        add.distance("HAZARD_DISTANCE", 50.0, advanced=True)
        add.source("HARMFUL", [SourceType.VectorPoint, SourceType.VectorPolygon], optional=True, advanced=True)
        add.distance("HARMFUL_DISTANCE", 50.0, advanced=True)
        add.expression("REQUIRED", "CANDIDATES", advanced=True)
        add.expression("FORBIDDEN", "CANDIDATES", advanced=True)
        add.source("DISTRICT", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.number("CAPACITY", 30.0, 0.0, None, advanced=True)
        add.field("CAPACITY_FIELD", "EXISTING", numeric=True, optional=True, advanced=True)
        add.source("ZONES", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.field("ZONE_NAME_FIELD", "ZONES", optional=True, advanced=True)
        add.integer("MIN_PER_ZONE", None, 0, None, optional=True, advanced=True)
        add.integer("MAX_PER_ZONE", None, 0, None, optional=True, advanced=True)
        add.field("CANDIDATE_COST", "CANDIDATES", numeric=True, optional=True, advanced=True)
        add.number("BUDGET", None, 0.0, None, optional=True, advanced=True)

    @staticmethod
    def _declare_outputs(add: Parameters) -> None:
        add.sink("SITES", SourceType.VectorPoint)
        shown = ("ALLOCATION", "SCORE", "ZONES_OUT")
        for name in (*shown, "UNSERVED", "CURVE", "ALTERNATIVES", "RULE_PRICES", "EXCLUDED", "PLACES_OUT"):
            add.sink(name, SourceType.Vector, optional=True, by_default=name in shown, advanced=True)
        add.rejected()
        add.report()
        for name in NUMBERS:
            add.output_number(name)

    # ------------------------------------------------------------------ checks
    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        from .facilities_checks import expression_problems

        def given(name: str) -> bool:
            return parameters.get(name) not in (None, "", [])

        def label(name: str) -> str:
            return f"{self.page.entry(name).label} ({name})"

        for name, needed in (
            ("MIN_PER_ZONE", "ZONES"), ("MAX_PER_ZONE", "ZONES"), ("BUDGET", "CANDIDATE_COST"),
            ("TRUNK", "STREETS"), ("PLACES_OUT", "PLACES"), ("ZONES_OUT", "ZONES"),
        ):  # fmt: skip
            optional_output = name.endswith("_OUT")
            if given(name) and not given(needed) and not optional_output:
                yield tr("{parameter} needs {zones}.").format(parameter=label(name), zones=label(needed))
        if given("MIN_PER_ZONE") and given("MAX_PER_ZONE"):
            low = self.parameterAsInt(parameters, "MIN_PER_ZONE", context)
            if low > self.parameterAsInt(parameters, "MAX_PER_ZONE", context):
                yield tr("{low} is above {high}.").format(low=label("MIN_PER_ZONE"), high=label("MAX_PER_ZONE"))
        goal = self.parameterAsEnumString(parameters, "GOAL", context)
        if goal != "fewest" and self.parameterAsInt(parameters, "FACILITIES", context) < 1:
            yield tr("{parameter}: at least one site is to be opened.").format(parameter=label("FACILITIES"))
        yield from self._people_problems(parameters, context)
        yield from expression_problems(self, parameters, context, "CANDIDATES", ("REQUIRED", "FORBIDDEN"))
        yield from expression_problems(self, parameters, context, "STREETS", ("TRUNK",))

    def _people_problems(self, parameters: dict, context) -> Iterator[str]:
        from .carecentersites_words import people_field

        for layer, field in (("DEMAND", "PEOPLE_FIELD"), ("GROWTH", "GROWTH_FIELD")):
            source = self.parameterAsSource(parameters, layer, context) if parameters.get(layer) else None
            if source is None or parameters.get(field):
                continue
            names = [item.name() for item in source.fields()]
            preset = self.parameterAsEnumString(parameters, "PRESET", context)
            if not people_field(names, preset, layer):
                yield tr(
                    "{parameter}: the layer '{layer}' has no field that is known to hold people. Choose one in "
                    "{chooser}. It has: {fields}."
                ).format(
                    parameter=self.page.entry(layer).label,
                    layer=source.sourceName(),
                    chooser=f"{self.page.entry(field).label} ({field})",
                    fields=", ".join(names[:30]),
                )

    def execute(self, run: Run) -> None:
        from .carecentersites_run import execute

        execute(run)
