"""Settings of the accessibility analysis that both its declaration and its run read."""

from __future__ import annotations

WEIGHTED = {"enhanced": "2sfca", "three_step": "3sfca", "balanced": "bfca"}
"""Methods with weights by distance, and what the kernel calls them."""


def steps_of(text: str) -> list[tuple[float, float]] | None:
    """``300:1; 600:0.68`` as pairs of distance and weight; None where it is not that."""
    pairs = []
    for part in text.replace("\n", ";").split(";"):
        if not part.strip():
            continue
        limit, colon, weight = part.partition(":")
        try:
            pairs.append((float(limit), float(weight)))
        except ValueError:
            return None
        if not colon:
            return None
    rising = all(one[0] < other[0] for one, other in zip(pairs, pairs[1:]))
    sound = all(limit > 0 and 0 <= weight <= 1 for limit, weight in pairs)
    return pairs if pairs and rising and sound and any(weight > 0 for _, weight in pairs) else None
