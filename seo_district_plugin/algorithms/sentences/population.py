"""What to say of populations that cannot be allocated."""

from __future__ import annotations

from ...texts import tr  # noqa: F401


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {}
