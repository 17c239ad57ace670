"""Who is near whom: along streets, by touching, by number, by distance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from ..streets import Streets, read_streets, streets_from_table
from .flowhotspots_data import Cases, drop_places

if TYPE_CHECKING:
    from scipy import sparse

    from ...analysis.network.attach import Places
    from ...analysis.network.types import Network

TOUCHING = ("queen", "rook")
_ORIGINS = 2000
"""Places whose neighbors along streets are looked up between two counts of them."""


@dataclass(frozen=True)
class Neighbors:
    """Binary weights of the cases, how they were made, and the streets they were measured along."""

    cases: Cases
    weights: sparse.csr_matrix
    kind: str
    streets: Streets | None = None


def kind_of(chosen: str, geometry: str, streets: bool) -> str:
    """What ``auto`` means for lines, polygons and points."""
    if chosen != "auto":
        return chosen
    if streets or geometry == "line":
        return "network"
    return "queen" if geometry == "polygon" else "nearest"


def find_neighbors(run: Run, cases: Cases) -> Neighbors:
    """The neighbors as WEIGHTS asks for them.

    Raises:
        AnalysisError: ``too_many_neighbors``, ``no_streets``, ``too_few_places``, and those of the kernels.
    """
    from ...analysis.statistics.contiguity import contiguity
    from ...analysis.statistics.spatial_weights import distance_band, k_nearest

    geometry = run.inputs["INPUT"].geometry
    if cases.shape.polygons is not None:
        geometry = "polygon"
    kind = kind_of(run.choice("WEIGHTS"), geometry, run.given("STREETS"))
    if kind != "network" and run.given("STREETS"):
        run.warn(
            tr("{unused} was not used, because {used} was given.").format(
                unused=run.algorithm.page.entry("STREETS").label,
                used=f"{run.algorithm.page.entry('WEIGHTS').label}: {kind}",
            )
        )
    if kind == "network":
        return _along_streets(run, cases)
    if kind in TOUCHING:
        shapes = cases.shape.polygons
        weights = contiguity(shapes.xy, shapes.ring_offsets, shapes.zone_offsets, kind, tick=run.tick)
    elif kind == "nearest":
        weights = k_nearest(cases.shape.centers, run.integer("K"))
    else:
        weights = distance_band(cases.shape.centers, run.number("DISTANCE"), tick=run.tick)
    return Neighbors(cases, weights, kind)


def _along_streets(run: Run, cases: Cases) -> Neighbors:
    from ...analysis.errors import AnalysisError
    from ...analysis.network.attach import attach_points

    if run.given("STREETS"):
        streets = read_streets(run, "STREETS")
        farthest = run.number("FARTHEST")
        places = attach_points(streets.network, cases.shape.centers, farthest, tick=run.tick)
        gone = ~places.attached
        if gone.any():
            run.warn(
                tr("{layer}: {count:,} of {rows:,} rows lie more than {farthest:,.0f} m from every street.").format(
                    layer=cases.title, count=int(gone.sum()), rows=len(cases), farthest=farthest
                )
            )
        details = [
            tr("{distance:,.0f} m; at most {farthest:,.0f} m").format(distance=distance, farthest=farthest)
            for distance in np.nan_to_num(places.distance).tolist()
        ]
        cases = drop_places(run, cases, gone, tr("too far from every street"), details, noted=False)
        places = chosen(places, np.flatnonzero(~gone))
    else:
        streets, cases = _own_streets(run, cases)
        places = attach_points(streets.network, cases.shape.centers, tick=run.tick)
    if len(cases) < 4:
        raise AnalysisError("too_few_places", places=len(cases), needed=4)
    weights = network_band(streets.network, places, run.number("DISTANCE"), run.tick)
    return Neighbors(cases, weights, "network", streets)


def _own_streets(run: Run, cases: Cases) -> tuple[Streets, Cases]:
    """The lines themselves as streets; those that make no street have been noted for REJECTED."""
    from ..streets import _grade_fields

    grades = {
        key: field for key, field in _grade_fields(run, run.inputs["INPUT"]).items() if field in cases.table.frame
    }
    streets = streets_from_table(
        run,
        cases.table,
        name="INPUT",
        title=cases.title,
        grades=grades,
        tolerance=run.number("TOLERANCE"),
        split=run.flag("SPLIT"),
        # Each line has a value of its own, also where two lie on each other.
        drop_duplicates=False,
    )
    gone = np.ones(len(cases), dtype=bool)
    gone[streets.row[streets.network.pieces.line]] = False
    return streets, drop_places(run, cases, gone, tr("the line makes no street"), [""] * len(cases), noted=True)


def chosen(places: Places, index: np.ndarray) -> Places:
    """Some places."""
    return type(places)(places.edge[index], places.measure[index], places.distance[index])


def network_band(network: Network, places: Places, distance: float, tick) -> sparse.csr_matrix:
    """Everybody at most ``distance`` meters away along the streets.

    Raises:
        AnalysisError: ``too_many_neighbors`` (pairs, limit), ``radius_not_positive`` (radius).
    """
    from ...analysis.errors import AnalysisError
    from ...analysis.network.paths import od_pairs
    from ...analysis.statistics.spatial_weights import MOST_PAIRS, from_pairs

    if not distance > 0:
        raise AnalysisError("radius_not_positive", radius=distance)
    origin, destination, pairs = [], [], 0
    for start in range(0, len(places), _ORIGINS):
        index = np.arange(start, min(start + _ORIGINS, len(places)))
        begun, share = start / len(places), len(index) / len(places)
        one, other, _ = od_pairs(
            network,
            chosen(places, index),
            places,
            distance,
            tick=lambda fraction, begun=begun, share=share: tick(begun + share * fraction),
        )
        pairs += len(one)
        if pairs > MOST_PAIRS:
            estimate = int(pairs * len(places) / (index[-1] + 1))
            raise AnalysisError("too_many_neighbors", pairs=estimate, limit=MOST_PAIRS)
        origin.append(one + start)
        destination.append(other)
    return from_pairs(np.concatenate(origin), np.concatenate(destination), len(places))
