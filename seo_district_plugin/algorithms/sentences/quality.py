"""What to say of data checks that cannot be made."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {
        "quality_field_missing": tr("The layer has no field '{field}'."),
        "quality_rows_differ": tr(
            "The rows of the layer changed while it was read (field '{field}'). Save it and run the check again."
        ),
    }
