"""What to say of streets that make no network, and of settings of paths and centrality."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_streets(), **_costs(), **_centrality()}


def _streets() -> dict[str, str]:
    return {
        "no_streets": tr("None of the {read:,} lines can be used as a street ({rejected:,} have no length or place)."),
        "lines_and_values_differ": tr("There are {lines:,} lines but {values:,} values of '{name}'."),
        "distance_not_positive": tr("The distance must be above 0, not {distance}."),
        "edge_of_unknown_node": tr("{edges:,} streets begin or end at a crossing that does not exist."),
        "edge_without_length": tr("{edges:,} streets have no length."),
        "wkb_type_not_line": tr("The geometry of street {row} is no line (type {type})."),
        "wkb_line_broken": tr("The geometry of street {row} is damaged."),
        "no_open_street": tr("None of the {edges:,} streets may be walked: all are closed."),
    }


def _costs() -> dict[str, str]:
    return {
        "costs_not_positive": tr("{edges:,} streets have a cost that is not above 0."),
        "speed_not_positive": tr("The speed must be above 0, not {speed}."),
        "elevations_differ": tr(
            "There are {values:,} elevations; one is needed for each of {nodes:,} crossings or {vertices:,} points of "
            "the streets."
        ),
        "cutoff_not_positive": tr("The greatest cost must be above 0, not {cutoff}."),
        "no_facility": tr("None of the {facilities:,} facilities lies on the streets."),
        "detour_negative": tr("The detour must not be below 0, but is {detour}."),
        "routes_not_positive": tr("At least one route is needed, not {count}."),
    }


def _centrality() -> dict[str, str]:
    return {
        "no_radius": tr("Give at least one radius."),
        "weights_differ": tr("There are {weights:,} values of '{name}' for {nodes:,} crossings."),
        "weights_negative": tr("{count:,} values of '{name}' are below 0 or no numbers."),
        "decay_negative": tr("The distance decay must not be below 0, but is {decay}."),
    }
