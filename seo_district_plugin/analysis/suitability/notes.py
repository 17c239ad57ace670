"""What a run did that its reader should know, as codes with values; the sentence is made by the caller."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Note:
    """One remark.

    Attributes:
        code: stable identifier, one of those listed in the function that makes it.
        values: what the sentence needs.
    """

    code: str
    values: dict[str, object] = field(default_factory=dict)
