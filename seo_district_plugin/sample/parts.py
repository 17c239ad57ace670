"""The parts of which the district is made, in order; a later truth is one more entry.

A part is a function of the :class:`~.work.Work` that adds layers, rasters or tables of truth to ``work.city``. It
draws from ``work.rng(name)`` only, a stream of its own, so that adding a part leaves every other part as it was. It
may use what earlier parts have added.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .areas import make_areas
from .floating import make_floating
from .furniture import make_furniture, make_land_layers
from .people import make_people
from .places import make_places
from .reports import make_reports
from .sensors import make_sensors
from .siting import make_siting
from .suitability import make_suitability
from .surfaces import make_surfaces
from .work import Work


@dataclass(frozen=True)
class Part:
    """One part: its name, what makes it, and its share of the time (any unit)."""

    name: str
    make: Callable[[Work], None]
    cost: float = 1.0


PARTS: tuple[Part, ...] = (
    Part("people", make_people, 2.0),
    Part("areas", make_areas, 1.0),
    Part("surfaces", make_surfaces, 2.0),
    Part("places", make_places, 1.0),
    Part("furniture", make_furniture, 2.0),
    Part("land", make_land_layers, 0.2),
    Part("sensors", make_sensors, 0.5),
    Part("floating", make_floating, 0.1),
    Part("suitability", make_suitability, 1.0),
    Part("siting", make_siting, 0.1),
    Part("reports", make_reports, 0.3),
)
"""Add here what plants the truth of flows, floods, snow or ways home."""
