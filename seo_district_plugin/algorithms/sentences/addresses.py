"""What to say of addresses that cannot be matched."""

from __future__ import annotations

from ...texts import tr  # noqa: F401


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {}
