"""Coordinates for rows that have none, from their address and a reference that the user has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ...layers.coordinates import transform_xy
from .import_places import NATIONAL_GRID, crs_of

if TYPE_CHECKING:
    from ...analysis.records.addresses import AddressIndex
    from ..run import Run
    from .import_plan import FilePlan

BY_ADDRESS = "address"
LOWEST = "building"  # a place that is less exact would be taken for a building's in every distance that follows


def address_fill(run: Run) -> AddressFill | None:
    """What finds addresses, where a reference was given."""
    from .locateaddresses_reference import read_references

    if not run.given("REFERENCE"):
        return None
    if not run.crs.isValid():
        run.crs = crs_of(NATIONAL_GRID)  # references without shapes: any metric CRS of the country will do
    reference = read_references(run, "REFERENCE", QgsCoordinateReferenceSystem())
    return AddressFill(run, reference.index)


class AddressFill:
    """Finds rows by the addresses in them."""

    def __init__(self, run: Run, index: AddressIndex) -> None:
        self._run, self._index = run, index

    def locate(self, plan: FilePlan, rows: list[list[str]], epsg: int) -> tuple[np.ndarray, np.ndarray]:
        """(n, 2) coordinates in a CRS, and which rows were found, (n,) bool."""
        from ...analysis.records.addresses import AddressTable, find_roles

        headers = plan.match.headers
        roles = {role: headers.index(header) for role, header in find_roles(headers).items()}
        none = np.full((len(rows), 2), np.nan), np.zeros(len(rows), dtype=bool)
        if not set(roles) & {"road_address", "lot_address", "address", "pnu", "building"}:
            return none
        table = AddressTable.of({role: [row[at] or None for row in rows] for role, at in roles.items()})
        found = self._index.locate(table, lowest=LOWEST)
        hit = found.at_least(LOWEST)
        context = self._run.context.transformContext()
        xy, ok = transform_xy(np.where(hit[:, None], found.xy, np.nan), self._run.crs, crs_of(epsg), context)
        return xy, hit & ok
