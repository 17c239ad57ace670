"""Addresses: read, brought to one form, and found in a reference with known coordinates; one kernel for all uses.

``AddressIndex.build(reference)`` and ``index.locate(addresses)`` are the way in; ``join_buildings`` joins rows of the
building register to building polygons.
"""

from __future__ import annotations

from .buildings import JOIN_METHODS, JOIN_REASONS, JoinResult, join_buildings
from .columns import find_roles
from .details import Details, read_details
from .index import AddressIndex
from .locating import LEVELS, METHODS, REASONS, LocateResult
from .table import ROLES, AddressTable
from .typical import TypicalError, typical_errors

__all__ = [
    "JOIN_METHODS",
    "JOIN_REASONS",
    "LEVELS",
    "METHODS",
    "REASONS",
    "ROLES",
    "AddressIndex",
    "AddressTable",
    "Details",
    "JoinResult",
    "LocateResult",
    "TypicalError",
    "find_roles",
    "join_buildings",
    "read_details",
    "typical_errors",
]
