"""The streets that zones are measured along: read once, zones attached once, features layer by layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from ..streets import Streets, read_streets

if TYPE_CHECKING:
    from ...analysis.zones.rules import FeatureRequest
    from ...analysis.zones.walking import Walkers
    from .zone_set import Zones


@dataclass(frozen=True)
class ZoneStreets:
    """Streets, the zones on them, and how far a zone or feature may lie from them."""

    streets: Streets
    zones: Walkers
    farthest: float

    @property
    def off(self) -> int:
        """Zones that are too far from every street."""
        return int((~np.isfinite(self.zones.leg)).sum())


def attach_zones(run: Run, zones: Zones) -> ZoneStreets:
    """Read STREETS and put the centers of the zones on them; those too far are counted and said.

    Raises:
        AnalysisError: ``no_streets``, ``no_open_street``.
    """
    from ...analysis.zones.walking import walkers

    streets = read_streets(run, "STREETS")
    farthest = run.number("FARTHEST")
    found = ZoneStreets(streets, walkers(streets.network, zones.centers, farthest, run.tick), farthest)
    if found.off:
        run.warn(
            tr(
                "{count:,} of {zones:,} zones lie more than {farthest:,.0f} m from every street: they have no measures "
                "along streets."
            ).format(count=found.off, zones=len(zones), farthest=farthest)
        )
    return found


def walked(
    run: Run,
    zones: Zones,
    xy: np.ndarray,
    name: str,
    requests: Sequence[FeatureRequest],
    columns: Mapping[str, np.ndarray],
) -> dict[str, np.ndarray]:
    """Measures of a point layer along streets; features too far from every street are counted and said."""
    from ...analysis.zones.walked import walked_features
    from ...analysis.zones.walking import walkers

    on = zones.streets
    if on is None:
        raise ValueError("the recipe has been checked: there are streets")
    network = on.streets.network
    features = walkers(network, xy, on.farthest, run.tick)
    off = int((~np.isfinite(features.leg)).sum())
    if off:
        run.warn(
            tr(
                "  {layer}: {count:,} of {rows:,} lie more than {farthest:,.0f} m from every street: no walk leads "
                "there."
            ).format(layer=name, count=off, rows=len(xy), farthest=on.farthest)
        )
    return walked_features(requests, network, on.zones, features, columns, run.tick)


def reached(run: Run, zones: Zones, requests: Sequence[FeatureRequest]) -> dict[str, np.ndarray]:
    """Streets and crossings within a walk of each zone."""
    from ...analysis.zones.walked import reach_features

    if zones.streets is None:
        raise ValueError("the recipe has been checked: there are streets")
    return reach_features(requests, zones.streets.streets.network, zones.streets.zones, run.tick)
