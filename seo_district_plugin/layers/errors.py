"""What the bridge says when a layer cannot be used: a code with values, never a sentence."""

from __future__ import annotations

from collections.abc import Callable

Tick = Callable[[float], None]
"""Progress callback: takes the fraction done (0 to 1) and may raise to stop the work."""


class LayerError(Exception):
    """A problem with a layer that the user can mend.

    Attributes:
        code: stable identifier, ASCII words joined by underscores.
        values: what the sentence needs (names, counts, the offending value).
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code}: {values}" if values else code)
        self.code = code
        self.values = values


def no_tick(_fraction: float) -> None:
    """The tick of a caller who does not want to hear of progress."""
    return None
