"""Rows with addresses, on either side: what is to be found, and what is known already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import AnalysisError

ROLES = (
    "road_address", "lot_address", "address",  # whole texts; the last may be either
    "pnu", "building",  # numbers, told apart by their length
    "sido", "sigungu", "town", "dong", "ri",  # names
    "road", "underground", "main", "sub",  # of the building on its street
    "mountain", "lot", "lot_main", "lot_sub",  # of the lot; "lot" holds text such as 산 12-3
    "sigungu_code", "road_sigungu", "dong_code", "ri_code", "road_code",  # 5 | 5 | 3 to 10 | 2 or 10 | 7 or 12 digits
    "name", "block",  # building name, 동명
)  # fmt: skip
"""What a column may be."""

ADDRESS_ROLES = ("road_address", "lot_address", "address", "pnu", "building", "road", "lot_main", "lot", "dong")
"""At least one of these says where a row is."""


@dataclass
class AddressTable:
    """Columns by role, with coordinates where they are known.

    Attributes:
        columns: role -> (n,) object array of text or None.
        xy: (n, 2) metres, NaN where unknown; None for addresses that are to be found.
        reach: (n,) metres: how far the thing that the coordinates stand for reaches (half the diagonal of a parcel);
            0 for a point, NaN counts as 0.
    """

    columns: dict[str, np.ndarray]
    xy: np.ndarray | None = None
    reach: np.ndarray | None = None

    def __len__(self) -> int:
        if self.xy is not None:
            return len(self.xy)
        return len(next(iter(self.columns.values()))) if self.columns else 0

    def __post_init__(self) -> None:
        unknown = [role for role in self.columns if role not in ROLES]
        if unknown:
            raise ValueError(f"unknown roles: {unknown}")
        lengths = {len(values) for values in self.columns.values()} | ({len(self.xy)} if self.xy is not None else set())
        if len(lengths) > 1:
            raise ValueError(f"columns of different lengths: {sorted(lengths)}")
        if not set(self.columns) & set(ADDRESS_ROLES):
            raise AnalysisError("address_no_columns", found=sorted(self.columns))

    @classmethod
    def of(
        cls,
        columns: Mapping[str, Sequence[object]],
        xy: np.ndarray | None = None,
        reach: np.ndarray | None = None,
    ) -> AddressTable:
        """Build from any sequences; values become text, NaN and None stay missing, 12.0 becomes 12.

        Raises:
            AnalysisError: ``address_no_columns`` (found) when no column says where a row is.
        """
        made = {role: as_texts(values) for role, values in columns.items()}
        points = None if xy is None else np.asarray(xy, dtype=float).reshape(-1, 2)
        return cls(made, points, None if reach is None else np.nan_to_num(np.asarray(reach, dtype=float)))


def as_texts(values: Iterable[object]) -> np.ndarray:
    """Object array of text or None."""
    listed = values.tolist() if isinstance(values, np.ndarray) else list(values)
    out = np.empty(len(listed), dtype=object)
    out[:] = [value if type(value) is str else _text(value) for value in listed]
    return out


def _text(value: object) -> str | None:
    if value is None or value != value:
        return None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
