"""One row per thing out of its rows, and for every field the row that it was taken from.

Which row a field is taken from, in this order: a row that is open before one that is closed; the register with the
newer date; the row with more filled fields; the row with the later date of its own; what more rows of the thing say;
then what the texts themselves order. An empty field never wins over a filled one. Place and address are each taken
whole from one row, never put together from several.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ...errors import Tick, no_tick
from .types import Records

TEXTS = ("name", "address", "lot_address", "phone", "category")
DAYS = ("opened", "closed")
PLACE = "place"
FIELDS = (*TEXTS, *DAYS, PLACE)
SEPARATOR = "; "


def golden_records(
    records: Records,
    entity: np.ndarray,
    as_of: Mapping[str, np.datetime64] | None = None,
    order: np.ndarray | None = None,
    tick: Tick = no_tick,
) -> pd.DataFrame:
    """A line per entity.

    Args:
        entity: (n,) int64, from 1 without gaps.
        as_of: register -> the day it tells of; without one, the newest day in its rows.
        order: (n,) of :func:`content_order`, where it is at hand.

    Returns:
        entity_id, n_sources, n_registers, registers, the fields of FIELDS (x and y for the place; days as texts,
        2026-09-01), is_open, and per field ``<field>_from`` (register, "" = none has it) and ``<field>_row`` (-1 =
        none).
    """
    count = int(entity.max(initial=0))
    rank = content_order(records) if order is None else order
    tick(0.1)
    order = _preference(records, entity, as_of or {}, rank)
    tick(0.3)
    names = np.array([*records.registers, ""], dtype=object)
    found: dict[str, np.ndarray] = {"entity_id": np.arange(1, count + 1)}
    found["n_sources"] = np.bincount(entity, minlength=count + 1)[1:]
    found |= _registers(records, entity, count)
    for number, field in enumerate(FIELDS):
        tick(0.4 + 0.6 * number / len(FIELDS))
        row = _first(entity, order, _filled(records, field), count)
        if field == PLACE:
            xy = np.vstack([np.asarray(records.xy, dtype=np.float64), [[np.nan, np.nan]]])
            found["x"], found["y"] = xy[row, 0], xy[row, 1]
        else:
            values = getattr(records, field) if field in TEXTS else day_texts(getattr(records, field))
            found[field] = np.append(np.asarray(values, dtype=object), "")[row]
        found[f"{field}_from"] = names[np.where(row >= 0, records.register[row], len(records.registers))]
        found[f"{field}_row"] = row
    # Open if any row says so; a closing day of an older row is then not that of the thing.
    alive = np.zeros(count + 1, dtype=bool)
    np.logical_or.at(alive, entity, np.asarray(records.is_open))
    found["is_open"] = alive[1:]
    reopened = found["is_open"] & (found["closed_row"] >= 0)
    for name, nothing in (("closed", ""), ("closed_from", ""), ("closed_row", -1)):
        found[name][reopened] = nothing
    return pd.DataFrame(found)


def day_texts(days: np.ndarray) -> np.ndarray:
    """Days as texts (2026-09-01), "" for none: tables of pandas hold no day before 1677 or after 2262."""
    texts = np.asarray(days).astype("datetime64[D]").astype(str).astype(object)
    texts[np.isnat(days)] = ""
    return texts


def _filled(records: Records, field: str) -> np.ndarray:
    if field == PLACE:
        return np.isfinite(records.xy).all(axis=1)
    values = np.asarray(getattr(records, field))
    return ~np.isnat(values) if field in DAYS else values != ""


def _preference(
    records: Records, entity: np.ndarray, as_of: Mapping[str, np.datetime64], rank: np.ndarray
) -> np.ndarray:
    """(n,) rows by entity, the preferred ones first."""
    day = np.fmax(_numbers(records.opened), _numbers(records.closed))
    newest = np.full(len(records.registers), -np.inf)
    known = np.isfinite(day)
    np.maximum.at(newest, records.register[known], day[known])
    for at, name in enumerate(records.registers):
        if name in as_of:
            newest[at] = np.datetime64(as_of[name], "D").astype(np.int64)
    filled = np.sum([_filled(records, field) for field in FIELDS], axis=0)
    said = pd.util.hash_array(np.asarray(records.name, dtype=object)) if len(entity) else np.empty(0, dtype=np.uint64)
    keys = pd.DataFrame({"entity": entity, "said": said})
    votes = keys.groupby(["entity", "said"], sort=False)["said"].transform("size").to_numpy() if len(keys) else said
    return np.lexsort(
        (
            rank, -votes.astype(np.int64), -np.where(known, day, -np.inf), -filled, -newest[records.register],
            ~np.asarray(records.is_open), entity,
        )
    )  # fmt: skip


def _numbers(days: np.ndarray) -> np.ndarray:
    values = np.asarray(days).astype("datetime64[D]")
    return np.where(np.isnat(values), np.nan, values.astype(np.int64).astype(np.float64))


def content_order(records: Records) -> np.ndarray:
    """(n,) int64 distinct ranks made from what rows say; only rows that say the same are ranked by position."""
    names = pd.Series(np.array(records.registers, dtype=object)[records.register])
    columns = {"register": names}
    columns |= {field: pd.Series(np.asarray(getattr(records, field), dtype=object)) for field in TEXTS}
    columns |= {field: pd.Series(_numbers(getattr(records, field))) for field in DAYS}
    columns |= {"x": pd.Series(records.xy[:, 0]), "y": pd.Series(records.xy[:, 1])}
    hashes = pd.util.hash_pandas_object(pd.DataFrame(columns), index=False).to_numpy()
    rank = np.empty(len(hashes), dtype=np.int64)
    rank[np.argsort(hashes, kind="stable")] = np.arange(len(hashes))
    return rank


def _first(entity: np.ndarray, order: np.ndarray, filled: np.ndarray, count: int) -> np.ndarray:
    """(count,) the first row of each entity, in the order, that has the field; -1 = none."""
    rows = order[filled[order]]
    own = entity[rows]
    start = np.r_[True, own[1:] != own[:-1]] if len(own) else np.empty(0, dtype=bool)
    found = np.full(count, -1, dtype=np.int64)
    found[own[start] - 1] = rows[start]
    return found


def _registers(records: Records, entity: np.ndarray, count: int) -> dict[str, np.ndarray]:
    """Number and names of the registers that each entity is in."""
    many = len(records.registers)
    pairs = np.unique(entity.astype(np.int64) * many + records.register)
    own, register = pairs // many - 1, pairs % many
    number = np.bincount(own, minlength=count)
    if many > 62:
        listed = pd.Series(np.array(records.registers, dtype=object)[register]).groupby(own).agg(SEPARATOR.join)
        return {"n_registers": number, "registers": listed.to_numpy(dtype=object)}
    bits = np.zeros(count, dtype=np.int64)
    np.bitwise_or.at(bits, own, np.int64(1) << register.astype(np.int64))
    distinct, of = np.unique(bits, return_inverse=True)
    texts = [
        SEPARATOR.join(name for at, name in enumerate(records.registers) if value >> at & 1)
        for value in distinct.tolist()
    ]
    return {"n_registers": number, "registers": np.array(texts, dtype=object)[of]}
