"""What to say when hot spots cannot be computed."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_weights(), **_values(), **_tests(), **_series()}


def _weights() -> dict[str, str]:
    return {
        "weights_not_square": tr(
            "The table of neighbors has {rows:,} rows and {columns:,} columns; both must be equal."
        ),
        "weights_other_size": tr("The neighbors are those of {weights:,} places, but there are {places:,}."),
        "weights_not_usable": tr("{count:,} weights between neighbors are negative or no numbers."),
        "neighbor_unknown": tr("{count:,} neighbors are not among the {places:,} places."),
        "neighbor_count_too_small": tr("At least one neighbor is needed, not {count}."),
        "radius_not_positive": tr("The distance must be above 0, not {radius}."),
        "too_many_neighbors": tr(
            "Within this distance there are {pairs:,} pairs of neighbors, more than {limit:,}. Take a smaller distance."
        ),
        "no_neighbors": tr("None of the {places:,} places has a neighbor. Take a larger distance."),
        "contiguity_rule_unknown": tr("There is no rule '{rule}' for polygons that touch; use queen or rook."),
        "tolerance_negative": tr("The tolerance must not be below 0, but is {tolerance}."),
    }


def _values() -> dict[str, str]:
    return {
        "coordinates_not_finite": tr("{count:,} places have no usable coordinates."),
        "numbers_not_finite": tr("{count:,} values are missing or no numbers."),
        "too_few_places": tr("There are {places} places; at least {needed} are needed."),
        "no_values": tr(
            "None of the {rows:,} rows can be used: {fields} has no value, or a place lacks some of the times."
        ),
        "values_all_equal": tr("All values are equal ({value}), so no place stands out."),
    }


def _tests() -> dict[str, str]:
    return {
        "permutations_too_few": tr("At least 1 permutation is needed, not {permutations}."),
        "moments_unknown": tr("There is no way '{moments}' to compute the moments."),
        "correction_unknown": tr("There is no correction '{method}' for many tests."),
        "p_out_of_range": tr("{count:,} probabilities do not lie between 0 and 1."),
    }


def _series() -> dict[str, str]:
    return {
        "series_not_a_table": tr("A table of places by times is needed; the values have {dimensions} dimension(s)."),
        "time_twice": tr(
            "{count:,} times stand more than once at the same place, for example {time} at '{place}'. One row per "
            "place and time is needed: sum them up first, or choose another place field."
        ),
        "times_not_ascending": tr("The times must ascend, each only once."),
        "window_unknown": tr("There is no window '{window}'; use period or whole."),
        "lag_out_of_range": tr("A lag of {lag} does not fit {periods} periods."),
        "too_few_periods": tr("There are {periods} periods; at least {needed} are needed for a trend."),
    }
