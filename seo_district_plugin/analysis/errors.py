"""What the analysis says when it cannot go on: an error with a code and values, never a sentence.

The sentence, in the reader's language, is made by whoever calls (``algorithms/messages.py`` in QGIS).
"""

from __future__ import annotations

from collections.abc import Callable

Tick = Callable[[float], None]
"""Progress callback: takes the fraction done (0 to 1) and may raise :class:`Cancelled`."""


class AnalysisError(Exception):
    """A problem with the data or the request that the user can mend.

    Attributes:
        code: stable identifier, ASCII words joined by underscores.
        values: what the sentence needs (names, counts, the offending value).
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code}: {values}" if values else code)
        self.code = code
        self.values = values


class Cancelled(Exception):
    """The user asked to stop; raised out of a tick and passed on unchanged."""


def no_tick(_fraction: float) -> None:
    """The tick of a caller who does not want to hear of progress."""
    return None
