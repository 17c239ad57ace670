"""Steps of reading that need no layer: taking attributes out, hashing the content, building the table."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from operator import itemgetter
from typing import Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from .table import Column, Rejected, Table, column_digest, frame_from_columns, take


def picker(indexes: list[int]) -> Callable[[list[Any]], tuple[Any, ...]]:
    """Return a function that takes the wanted attributes out of a feature's, as a tuple."""
    if not indexes:
        return lambda _attributes: ()
    if len(indexes) == 1:
        only = indexes[0]
        return lambda attributes: (attributes[only],)
    return itemgetter(*indexes)


def finished_table(
    data: dict[str, Column],
    fid: np.ndarray,
    xy: np.ndarray | None,
    wkb: np.ndarray | None,
    crs: QgsCoordinateReferenceSystem | None,
    usable: np.ndarray | None,
    rejected: list[Rejected],
    digest: str,
    counts: Counter[str],
) -> Table:
    """Leave out the rows that cannot be used (``usable`` (n,) bool, None: all can) and build the table."""
    counts["read"] += len(fid)
    counts.update(item.reason for item in rejected)
    keep = None if usable is None or usable.all() else usable
    if keep is not None:
        data = {name: take(column, keep) for name, column in data.items()}
        fid = fid[keep]
        xy = None if xy is None else xy[keep]
        wkb = None if wkb is None else wkb[keep]
    frame = frame_from_columns(data, fid, counts)
    return Table(frame, fid, xy, wkb, crs, sorted(rejected, key=lambda item: item.fid), dict(counts), digest)


def content_digest(
    data: dict[str, Column], rows: int, crs: QgsCoordinateReferenceSystem | None, geometry: bytes
) -> str:
    """Hash what was read: the columns, and with geometry its hash and reference system. No path, no feature ids."""
    digest = hashlib.sha256(f"layer 1\0{rows}\0{len(data)}\0".encode())
    for name, column in data.items():
        digest.update(column_digest(name, column))
    if crs is not None:
        digest.update((crs.authid() or crs.toWkt()).encode("utf-8") + b"\0" + geometry)
    return digest.hexdigest()
