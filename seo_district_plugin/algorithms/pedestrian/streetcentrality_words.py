"""What centralities are called: field names, and what each measure says, in words."""

from __future__ import annotations

from ...texts import tr

PREFIXES = {
    "reach": "rch",
    "closeness": "cls",
    "harmonic": "hrm",
    "gravity": "grv",
    "betweenness": "btw",
}
"""Measure -> beginning of its field; angular ones have an ``a`` before it."""

CUT = "cut"
ERROR = "bse"
LARGEST_RADIUS = 99_999
MOST_RADII = 8


def field_name(measure: str, radius: float, *, angular: bool = False) -> str:
    """At most ten letters: ``btw_800``, ``abtw_1600``."""
    return f"{'a' if angular else ''}{PREFIXES[measure]}_{radius:.0f}"


def parse_radii(text: str) -> list[int] | None:
    """Whole meters, ascending, each once; None where the text is anything else."""
    try:
        values = [float(part) for part in text.replace(";", ",").split(",") if part.strip()]
    except ValueError:
        return None
    if not values or not all(1 <= value <= LARGEST_RADIUS and value == int(value) for value in values):
        return None
    radii = sorted({int(value) for value in values})
    return radii if len(radii) <= MOST_RADII else None


def middle(radii: list[int]) -> int:
    """The radius that maps show first."""
    return radii[(len(radii) - 1) // 2] if len(radii) % 2 else radii[len(radii) // 2 - 1]


def measure_words(angular: bool = False) -> dict[str, str]:
    """What each measure is called in a table."""
    if angular:
        return {
            "reach": tr("Reach (angular)"),
            "closeness": tr("Closeness (angular)"),
            "harmonic": tr("Harmonic closeness (angular)"),
            "betweenness": tr("Betweenness (angular)"),
        }
    return {
        "reach": tr("Reach"),
        "closeness": tr("Closeness"),
        "harmonic": tr("Harmonic closeness"),
        "gravity": tr("Reach with distance decay"),
        "betweenness": tr("Betweenness"),
    }
