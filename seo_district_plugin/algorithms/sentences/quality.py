"""What to say of data checks that cannot be made."""

from __future__ import annotations

from ...texts import tr  # noqa: F401


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {}
