"""What to say of a siting of care centers that cannot be done."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {
        "care_speed": tr("A walking speed of {speed:g} km/h is not possible; it must lie between 0.5 and 10."),
        "care_goal": tr("'{goal}' is no goal. There are: {known}."),
        "care_people_negative": tr(
            "A number of people is negative or infinite (first in row {row}). Mend the field, or choose another one."
        ),
        "care_rate": tr("The share that comes must be above 0 and at most 1, not {rate:g}."),
        "care_nobody": tr("Nobody is in need of care in the layers given: all numbers of people are 0 or empty."),
        "care_required_excluded": tr(
            "The site '{site}' is required but cannot take part: {rule}. Change the rule or do not require it."
        ),
        "care_no_candidate": tr(
            "None of the {rows:,} candidates of '{layer}' may be used under these rules. Loosen a rule or give other "
            "candidates."
        ),
    }
