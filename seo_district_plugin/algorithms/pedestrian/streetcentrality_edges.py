"""Where results are wanted, and where the data ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..streets import Streets

if TYPE_CHECKING:
    from ...analysis.network.types import Network
    from ..run import Run


def middles(network: Network) -> np.ndarray:
    """(m, 2) the place half way along each segment."""
    from ...analysis.network.duplicates import points_at

    return points_at(network, np.arange(network.edges), 0.5 * network.length)


def inside_the_district(run: Run, streets: Streets, network: Network) -> tuple[np.ndarray, np.ndarray]:
    """Which segments (by their middle) and which crossings lie in the district; all where none is given.

    Raises:
        AnalysisError: ``no_street_in_district`` (streets, district).
    """
    from ...analysis.errors import AnalysisError
    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.shapes import Polygons

    edge, node = (np.ones(count, dtype=bool) for count in (streets.network.edges, network.nodes))
    if not run.given("DISTRICT"):
        return edge, node
    district = run.read("DISTRICT", [], "polygon")
    polygons = Polygons.from_wkb(list(district.wkb))
    for mask, xy in ((edge, middles(streets.network)), (node, network.xy)):
        mask[:] = False
        mask[points_in_polygons(xy, polygons, tick=run.tick)[1]] = True
    if not edge.any():
        raise AnalysisError("no_street_in_district", streets=streets.title, district=run.inputs["DISTRICT"].title)
    return edge, node


def beyond_the_data(run: Run, streets: Streets, network: Network, radii: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """(r, m) and (r, n): share of the circle of each radius about segments and crossings where there is no data.

    The data covers what COVERAGE says; without it, the convex hull of the streets.
    """
    from ...analysis.network.dataedge import covered_area, cut_off_share

    if run.given("COVERAGE"):
        from ...analysis.zones.shapes import Polygons
        from ...layers.geometry import dissolve

        table = run.read("COVERAGE", [], "polygon")
        area = Polygons.from_wkb([dissolve(list(table.wkb), tick=run.tick)])
        bounds = area.ring_offsets
        rings = [area.xy[begin:end] for begin, end in zip(bounds[:-1], bounds[1:])]
    else:
        rings = covered_area(streets.network.vertices)
        run.instead["COVERAGE"] = tr("The convex hull of the streets was taken for it.")
    edge = cut_off_share(middles(streets.network), radii, rings, tick=run.tick)
    return edge, cut_off_share(network.xy, radii, rings, tick=run.tick)
