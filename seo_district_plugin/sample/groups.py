"""How the layers of the sample are grouped in a project, and which of them most districts do not have.

A later issue that adds a layer adds its name here.
"""

from __future__ import annotations

GROUPS: tuple[tuple[str, dict[str, str], tuple[str, ...]], ...] = (
    ("flow", {"en": "Pedestrian counts", "ko": "보행량·유동인구"}, ("sensors", "sensor_counts", "floating")),
    (
        "education",
        {"en": "Schools and care", "ko": "학교·돌봄"},
        ("schools", "school_gates", "school_parcels", "children", "care_places"),
    ),
    (
        "safety",
        {"en": "Safety on the way home", "ko": "귀갓길 안전시설"},
        ("cctv", "security_lights", "police", "safe_shops", "signals", "walk_rpt"),
    ),
    (
        "sites",
        {"en": "Sites and projects", "ko": "후보지·사업구역"},
        ("boards", "candidates", "public_land", "regeneration"),
    ),
    ("transport", {"en": "Streets and stops", "ko": "도로·정류장"}, ("bus_stops", "bikes", "streets", "street_nodes")),
    (
        "hazard",
        {"en": "Water and snow", "ko": "침수·대설"},
        ("water", "drains", "inlets", "salt_boxes", "snow_gauges", "greenhouses"),
    ),
    ("land", {"en": "Buildings and land", "ko": "건물·토지"}, ("buildings", "parks", "lots")),
    (
        "people",
        {"en": "Dong and people", "ko": "행정동·인구"},
        ("population_grid", "legal_dong", "district", "dong", "dong_population"),
    ),
    ("terrain", {"en": "Terrain", "ko": "지형·토지피복"}, ("land_cover", "soil", "dem")),
)
"""(id, title, names of layers and rasters), from the top of the map down."""

SHOWN = ("dong", "schools", "streets", "water", "buildings", "parks")
"""Layers that are switched on at first: the others would hide each other."""

FRAME = "dong"
"""The layer whose extent the map shows."""

RICH_ONLY = ("sensors", "sensor_counts", "floating", "school_gates")
"""Left out of the poor case, the one that most districts have: no counts, no gates; traces of floods follow."""
