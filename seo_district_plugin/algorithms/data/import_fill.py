"""Coordinates for rows that have none, from their address and a reference that the user has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..run import Run
    from .import_plan import FilePlan, Plan


def address_fill(run: Run, plan: Plan) -> AddressFill | None:
    """What finds addresses, where a reference was given."""
    return None


class AddressFill:
    """Finds rows by the addresses in them."""

    def locate(self, plan: FilePlan, rows: list[list[str]], epsg: int) -> tuple[np.ndarray, list[str]]:
        """(n, 2) coordinates in a CRS, and the level of each match ("" = not found)."""
        raise NotImplementedError
