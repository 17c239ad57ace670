"""Accessibility of services: how much capacity per head people can reach, and who is left short."""

from __future__ import annotations

from collections.abc import Iterator

from ...texts import tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run
from .access_settings import steps_of

METHODS = ["two_step", "enhanced", "three_step", "balanced", "raam"]
NUMBERS = (
    "PLACES_USED",
    "SERVICES_USED",
    "PEOPLE",
    "CAPACITY_TOTAL",
    "MEAN_SCORE",
    "GINI",
    "UNDERSERVED_PEOPLE",
    "UNDERSERVED_SHARE",
    "NO_REACH_PEOPLE",
    "UNUSED_CAPACITY",
    "AREAS",
    "ROUNDS",
    "EQUILIBRIUM_GAP",
)


class ServiceAccess(DistrictAlgorithm):
    """2SFCA and its family, and the rational agent model."""

    ID = "serviceaccess"
    GROUP = "siting"

    def declare(self, add: Parameters) -> None:
        from ..streets import declare_streets

        add.source("DEMAND", [SourceType.VectorPoint, SourceType.VectorPolygon])
        add.field("DEMAND_WEIGHT", "DEMAND", numeric=True, optional=True)
        add.source("SERVICES", [SourceType.VectorPoint, SourceType.VectorPolygon])
        add.field("CAPACITY_FIELD", "SERVICES", numeric=True, optional=True)
        add.choice("METHOD", METHODS, "enhanced")
        add.distance("RADIUS", 1000.0)
        add.choice("COST", ["straight", "network"], "straight", advanced=True)
        add.source("STREETS", [SourceType.VectorLine], optional=True, advanced=True)
        declare_streets(add, "STREETS", carriageways=False)
        add.distance("FARTHEST", 300.0, advanced=True)
        add.choice("DECAY", ["gaussian", "step", "uniform"], "gaussian", advanced=True)
        add.text("STEPS", advanced=True)
        add.distance("TAU", None, optional=True, advanced=True)
        add.number("LOW_SHARE", 0.5, 0.01, 1.0, advanced=True)
        add.distance("OUTLINE", 100.0, advanced=True)
        add.source("ZONES", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.field("ZONE_NAME_FIELD", "ZONES", optional=True, advanced=True)
        add.source("LANDMARKS", [SourceType.VectorAnyGeometry], optional=True, advanced=True)
        add.field("LANDMARK_NAME_FIELD", "LANDMARKS", optional=True, advanced=True)
        add.analysis_crs()
        add.sink("OUTPUT", SourceType.VectorAnyGeometry)
        add.sink("UNDERSERVED", SourceType.VectorPolygon, optional=True, advanced=True)
        add.sink("ZONES_OUT", SourceType.VectorPolygon, optional=True, by_default=False, advanced=True)
        add.sink("SERVICES_OUT", SourceType.VectorAnyGeometry, optional=True, by_default=False, advanced=True)
        add.rejected()
        add.report()
        for name in NUMBERS:
            add.output_number(name)

    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        def label(name: str) -> str:
            return f"{self.page.entry(name).label} ({name})"

        def given(name: str) -> bool:
            return parameters.get(name) not in (None, "", [])

        if self.parameterAsEnumString(parameters, "COST", context) == "network" and not given("STREETS"):
            yield tr("COST = network needs {parameter}.").format(parameter=label("STREETS"))
        for name in ("RADIUS", "OUTLINE", *(["TAU"] if given("TAU") else [])):
            if not self.parameterAsDouble(parameters, name, context) > 0:
                yield tr("{parameter} must be above 0.").format(parameter=label(name))
        text = self.parameterAsString(parameters, "STEPS", context)
        if text.strip() and steps_of(text) is None:
            yield tr(
                "{parameter}: zones as distance:weight with rising distances are needed, such as {example}."
            ).format(parameter=label("STEPS"), example="300:1; 600:0.68; 1000:0.22")

    def execute(self, run: Run) -> None:
        from .access_run import execute

        execute(run)
