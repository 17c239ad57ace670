"""What to say when centralities cannot be computed."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {
        "no_weight_on_streets": tr(
            "None of the {rows:,} rows of '{layer}' lies near a street with a weight above 0. Check the layer, its "
            "field and the greatest distance to a street."
        ),
        "no_street_in_district": tr("None of the streets of '{streets}' lies in '{district}'. Check both layers."),
        "sampling_error_range": tr("The sampling error must lie between 0 and 1, not {error}."),
        "sampling_one_way": tr(
            "Origins can be sampled only where the way there and back cost the same. Leave out the one-way field and "
            "the elevations, or set the sampling error to 0."
        ),
    }
