"""Words that settings of the allocation may hold."""

from __future__ import annotations

EACH = ("each", "각각")
