"""What to say of addresses that cannot be matched."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {
        "address_no_columns": tr("None of the columns {found} holds an address, a lot or a number."),
        "address_profile_unknown": tr("'{profile}' is no way of writing addresses. Possible: {known}."),
        "address_level_unknown": tr("'{level}' is no level. Possible: {known}."),
        "address_reference_empty": tr(
            "None of the {rows:,} rows of the references can be used: {placed:,} have coordinates, but no address that "
            "can be read."
        ),
        "buildings_no_pnu": tr("The layer '{layer}' has no column with the PNU or building number. It has: {found}."),
    }
