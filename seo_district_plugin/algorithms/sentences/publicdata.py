"""What to say of public data files that cannot be imported."""

from __future__ import annotations

from ...texts import tr  # noqa: F401


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {}
