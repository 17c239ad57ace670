"""Centrality of streets: what can be reached from where, and which streets the shortest ways run along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...texts import tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..streets import Streets, declare_streets, read_streets, slope_costs, streets_figures, streets_notes
from .streetcentrality_words import LARGEST_RADIUS, MOST_RADII, parse_radii

if TYPE_CHECKING:
    import numpy as np

    from ...analysis.network.centrality import Centrality
    from ...analysis.network.graph import Costs
    from ...analysis.network.types import Network
    from ..run import Run
    from .streetcentrality_weights import Weights


@dataclass(frozen=True)
class Computed:
    """What a run has found, for outputs and report.

    Attributes:
        radii: meters. network: the simplified streets that values belong to.
        into: (m,) int64 street of the simplified network of each segment of ``streets.network``.
        metric, angular: values of crossings and streets; None where not asked for.
        errors: (r, m) standard errors of the betweenness of streets, sampled runs only; shares: (r,) of the origins.
        cut_edge: (r, m), cut_node: (r, n) share of the circle beyond the data.
        inside_edge: (m,) bool of the segments that are written, inside_node: (n,) bool of the crossings.
        origins, destinations: weights, None: each crossing counts 1.
        pairs: True: betweenness counts pairs, False: ways in both directions.
    """

    radii: list[int]
    network: Network
    into: np.ndarray
    metric: Centrality | None
    angular: Centrality | None
    cut_edge: np.ndarray
    cut_node: np.ndarray
    inside_edge: np.ndarray
    inside_node: np.ndarray
    origins: Weights | None
    destinations: Weights | None
    pairs: bool
    errors: np.ndarray | None = None
    shares: np.ndarray | None = None


class StreetCentrality(DistrictAlgorithm):
    """Reach, closeness, betweenness at several radii, metric and angular."""

    ID = "streetcentrality"
    GROUP = "pedestrian"

    def declare(self, add: Parameters) -> None:
        add.source("INPUT", [SourceType.VectorLine])
        add.text("RADII", "400,800,1600", optional=False)
        add.choice("METHOD", ["metric", "angular", "both"], "metric")
        add.source("ORIGINS", [SourceType.VectorAnyGeometry], optional=True)
        add.field("ORIGIN_FIELD", "ORIGINS", numeric=True, optional=True)
        add.source("DESTINATIONS", [SourceType.VectorAnyGeometry], optional=True, advanced=True)
        add.field("DESTINATION_FIELD", "DESTINATIONS", numeric=True, optional=True, advanced=True)
        add.source("DISTRICT", [SourceType.VectorPolygon], optional=True)
        declare_streets(add, "INPUT", oneway=True)
        add.flag("BETWEENNESS", True, advanced=True)
        add.number("DECAY", None, 0.0, 1.0, optional=True, advanced=True)
        add.number("DETOUR", 0.0, 0.0, 1.0, advanced=True)
        add.distance("FARTHEST", 300.0, advanced=True)
        add.flag("MERGE", True, advanced=True)
        add.source("COVERAGE", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.raster("DEM", optional=True, advanced=True)
        add.number("SAMPLING_ERROR", 0.0, 0.0, 0.5, advanced=True)
        add.seed()
        add.analysis_crs()
        add.sink("OUTPUT", SourceType.VectorLine)
        add.sink("NODES", SourceType.VectorPoint, optional=True, by_default=False, advanced=True)
        add.sink("COMPONENTS", SourceType.VectorLine, optional=True, by_default=False, advanced=True)
        add.rejected()
        add.report()
        for name in ("NODE_COUNT", "SEGMENT_COUNT", "COMPONENT_COUNT", "LARGEST_SHARE", "ROWS_USED", "ROWS_LEFT_OUT"):
            add.output_number(name)
        for name in ("MEAN_REACH", "MOST_BETWEEN", "CUT_OFF", "SAMPLED_SHARE", "SAMPLING_SE"):
            add.output_number(name)

    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        if parse_radii(self.parameterAsString(parameters, "RADII", context)) is None:
            yield tr(
                "{parameter}: give one to {most} whole numbers of meters from 1 to {largest:,}, separated by commas, "
                "such as 400,800,1600."
            ).format(parameter=self.page.entry("RADII").label, most=MOST_RADII, largest=LARGEST_RADIUS)

    def execute(self, run: Run) -> None:
        from ...analysis.network.simplify import merge_through_nodes
        from .streetcentrality_outputs import deliver
        from .streetcentrality_report import describe

        run.step(tr("Reading the streets"), 0.1)
        streets = read_streets(run, "INPUT", None)
        for note in streets_notes(streets):
            run.warn(note)
        run.step(tr("Weights along the streets"), 0.2)
        network, into = streets.network, None
        if run.flag("MERGE"):
            network, into = merge_through_nodes(network)
        found = self._computed(run, streets, network, into)
        run.step(tr("Putting the map together"), 0.95)
        deliver(run, streets, found)
        streets_figures(run, streets)
        self._figures(run, streets, found)
        describe(run, streets, found)

    # ------------------------------------------------------------------ computing
    def _computed(self, run: Run, streets: Streets, network: Network, into) -> Computed:
        import numpy as np

        from .streetcentrality_edges import beyond_the_data, inside_the_district
        from .streetcentrality_weights import read_weights

        radii = parse_radii(run.text("RADII"))
        self._say_what_is_not_used(run)
        farthest = run.number("FARTHEST")
        origins = read_weights(run, streets, network, "ORIGINS", "ORIGIN_FIELD", farthest)
        destinations = read_weights(run, streets, network, "DESTINATIONS", "DESTINATION_FIELD", farthest)
        into = np.arange(network.edges) if into is None else into
        inside_edge, inside_node = inside_the_district(run, streets, network)
        method, between = run.choice("METHOD"), run.flag("BETWEENNESS")
        costs = self._costs(run, streets, network)
        pairs = origins is None and destinations is None and costs.symmetric
        metric = angular = errors = shares = None
        if method != "angular":
            run.step(tr("Shortest ways"), 0.45 if method == "both" else 0.85)
            metric, errors, shares = self._metric(run, network, radii, costs, origins, destinations, pairs)
        if method != "metric":
            run.step(tr("Straightest ways"), 0.85)
            angular = self._angular(run, network, radii, origins, destinations, pairs, between)
        run.step(tr("What lies beyond the data"), 0.9)
        cut_edge, cut_node = beyond_the_data(run, streets, network, radii)
        return Computed(
            radii, network, into, metric, angular, cut_edge, cut_node, inside_edge, inside_node, origins,
            destinations, pairs, errors, shares,
        )  # fmt: skip

    @staticmethod
    def _costs(run: Run, streets: Streets, network: Network) -> Costs:
        """Meters; with elevations meters on the flat that take as long."""
        from ...analysis.network.graph import FLAT_SPEED, Costs, length_costs

        oneway = run.given("ONEWAY_FIELD")
        if not run.given("DEM"):
            return length_costs(network, respect_oneway=oneway)
        seconds = slope_costs(run, streets, "DEM", network=network, respect_oneway=oneway)
        meters = FLAT_SPEED / 3.6
        return Costs(seconds.forward * meters, seconds.backward * meters, "m")

    @staticmethod
    def _metric(run: Run, network: Network, radii, costs, origins, destinations, pairs):
        from ...analysis.network.centrality import centrality
        from ...analysis.network.sampled import sampled_centrality

        settings = {
            "costs": costs,
            "origins": origins.node if origins else None,
            "destinations": destinations.node if destinations else None,
            "decay": run.number("DECAY") if run.given("DECAY") else None,
            "detour": run.number("DETOUR"),
            "pairs": pairs,
            "between": run.flag("BETWEENNESS"),
            "tick": run.tick,
        }
        if run.number("SAMPLING_ERROR") <= 0:
            return centrality(network, radii, **settings), None, None
        found = sampled_centrality(
            network, radii, error=run.number("SAMPLING_ERROR"), seed=run.integer("SEED"), **settings
        )
        if (found.share >= 1).all():
            run.info(tr("So little is reached that sampling would not pay: all values are exact."))
        return found.values, found.edge_error, found.share

    @staticmethod
    def _angular(run: Run, network: Network, radii, origins, destinations, pairs, between) -> Centrality:
        from ...analysis.network.angular import angular_centrality

        return angular_centrality(
            network,
            radii,
            origins=origins.edge if origins else None,
            destinations=destinations.edge if destinations else None,
            respect_oneway=run.given("ONEWAY_FIELD"),
            pairs=pairs,
            between=between,
            tick=run.tick,
        )

    def _say_what_is_not_used(self, run: Run) -> None:
        unused = []
        if run.choice("METHOD") == "angular":
            unused += [name for name in ("DECAY", "DEM") if run.given(name)]
            unused += [name for name in ("DETOUR", "SAMPLING_ERROR") if run.number(name) > 0]
        for layer, field in (("ORIGINS", "ORIGIN_FIELD"), ("DESTINATIONS", "DESTINATION_FIELD")):
            unused += [field] if run.given(field) and not run.given(layer) else []
        for name in unused:
            run.warn(
                tr("{parameter} was not used: it has no meaning here.").format(parameter=self.page.entry(name).label)
            )

    # ------------------------------------------------------------------ figures
    @staticmethod
    def _figures(run: Run, streets: Streets, found: Computed) -> None:
        import numpy as np

        from .streetcentrality_words import middle

        values = found.metric or found.angular
        mid, inside = found.radii.index(middle(found.radii)), found.into[found.inside_edge]
        left = {row for layer, row, _reason, _detail in run.rejected if layer == streets.title}
        run.figure("ROWS_USED", len(np.unique(streets.row[streets.network.pieces.line])))
        run.figure("ROWS_LEFT_OUT", len(left))
        run.figure("MEAN_REACH", float(values.edge["reach"][-1][inside].mean()) if len(inside) else None)
        if "betweenness" in values.edge:
            run.figure("MOST_BETWEEN", float(values.edge["betweenness"][mid][inside].max()) if len(inside) else None)
        run.figure("CUT_OFF", float(found.cut_edge[-1][found.inside_edge].mean()) if len(inside) else None)
        run.figure("SAMPLED_SHARE", 1.0 if found.shares is None else float(found.shares[-1]))
        error = 0.0 if found.errors is None else float(found.errors[-1].sum())
        total = float(values.edge["betweenness"][-1].sum()) if "betweenness" in values.edge else 0.0
        run.figure("SAMPLING_SE", error / total if total > 0 else None)
