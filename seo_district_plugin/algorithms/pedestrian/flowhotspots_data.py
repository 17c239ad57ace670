"""Reading what hot spots are looked for in: one row per place, or a long table of places and times."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..carry import geometry_of
from ..run import Run

if TYPE_CHECKING:
    from ...layers.table import Table
    from ..carry import Shape


@dataclass(frozen=True)
class Cases:
    """The places and their values.

    Attributes:
        table: one row per place, with the fields that are carried along.
        shape: geometry of the places.
        values: (n, t) finite, oldest time first; t is 1 without times.
        times: what the t columns are called.
        rows: feature ids of the rows of the layer that each place was made of.
        title: of the layer.
    """

    table: Table
    shape: Shape
    values: np.ndarray
    times: list[str]
    rows: list[np.ndarray]
    title: str

    def __len__(self) -> int:
        return len(self.values)

    def kept(self, keep: np.ndarray) -> Cases:
        """Some of the places (bool)."""
        table = rows_of(self.table, np.flatnonzero(keep))
        rows = [fids for fids, stays in zip(self.rows, keep.tolist()) if stays]
        return Cases(table, geometry_of(table), self.values[keep], self.times, rows, self.title)


def rows_of(table: Table, index: np.ndarray) -> Table:
    """Some rows of a table, in the order given."""
    return dataclasses.replace(
        table,
        frame=table.frame.iloc[index].reset_index(drop=True),
        fid=table.fid[index],
        xy=None if table.xy is None else table.xy[index],
        wkb=None if table.wkb is None else table.wkb[index],
    )


def read_cases(run: Run) -> Cases:
    """The places with a value for every time; rows without are noted for REJECTED.

    Raises:
        AnalysisError: ``no_values`` (rows, fields), ``too_few_places``, ``too_few_periods``, ``time_twice`` (count,
            place, time).
    """
    from ...analysis.errors import AnalysisError

    table = run.read("INPUT", None, "any")
    title = run.inputs["INPUT"].title
    cases = _long(run, table, title) if run.given("TIME_FIELD") else _wide(run, table, title)
    if not len(cases):
        raise AnalysisError("no_values", rows=len(table), fields=", ".join(run.fields("VALUE_FIELD")))
    if len(cases) < 4:
        raise AnalysisError("too_few_places", places=len(cases), needed=4)
    return cases


def needs_periods(periods: int) -> None:
    """Refuse a series that is too short for any class.

    Raises:
        AnalysisError: ``too_few_periods`` (periods, needed).
    """
    from ...analysis.errors import AnalysisError
    from ...analysis.statistics.emerging import FEWEST_PERIODS

    if periods < FEWEST_PERIODS:
        raise AnalysisError("too_few_periods", periods=periods, needed=FEWEST_PERIODS)


def _wide(run: Run, table: Table, title: str) -> Cases:
    """One row per place; a field per time."""
    fields = run.fields("VALUE_FIELD")
    values = np.column_stack([table.numbers(field) for field in fields])
    missing = ~np.isfinite(values)
    if len(fields) > 1 and run.choice("GAPS") == "zero":
        values, missing = np.where(missing, 0.0, values), missing & False
    keep = ~missing.any(axis=1)
    for at in np.flatnonzero(~keep).tolist():
        lacking = [field for field, gone in zip(fields, missing[at].tolist()) if gone]
        run.reject(title, int(table.fid[at]), tr("no value"), ", ".join(lacking[:5]))
    _say_left_out(run, title, len(table), int(keep.sum()))
    kept = rows_of(table, np.flatnonzero(keep))
    return Cases(kept, geometry_of(kept), values[keep], fields, [np.array([fid]) for fid in kept.fid], title)


def _long(run: Run, table: Table, title: str) -> Cases:
    """One row per place and time."""
    import pandas as pd

    field = run.field("VALUE_FIELD")
    value = table.numbers(field)
    place, name = pd.factorize(_words(table, run.field("PLACE_FIELD")))
    when, label = pd.factorize(_words(table, run.field("TIME_FIELD")))
    value = np.where(np.isfinite(value), value, np.nan)
    reasons = {
        tr("no place"): place < 0,
        tr("no time"): when < 0,
        tr("no value"): np.isnan(value),
    }
    usable = np.ones(len(table), dtype=bool)
    for reason, wrong in reasons.items():
        for at in np.flatnonzero(wrong & usable).tolist():
            run.reject(title, int(table.fid[at]), reason)
        usable &= ~wrong
    order = time_order([str(text) for text in label])
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    at = np.flatnonzero(usable)
    _refuse_twice(place[at], when[at], name, label)
    needs_periods(len(order))
    cube = np.full((len(name), len(order)), np.nan)
    cube[place[at], rank[when[at]]] = value[at]
    first = np.full(len(name), -1)
    first[place[at][::-1]] = at[::-1]
    _say_moved(run, table, title, place[at], at, first)
    return _without_gaps(run, table, title, cube, (place, at, first), [str(label[i]) for i in order])


def _without_gaps(run: Run, table: Table, title: str, cube: np.ndarray, origin: tuple, times: list[str]) -> Cases:
    """Places with a value for every time, or with 0 where there is none."""
    place, at, first = origin
    have = np.isfinite(cube).sum(axis=1)
    filled = run.choice("GAPS") == "zero"
    keep = (have > 0) if filled else (have == len(times))
    if filled:
        gaps = int((len(times) - have[keep]).sum())
        if gaps:
            run.warn(tr("{layer}: {count:,} missing values count as 0.").format(layer=title, count=gaps))
    order = at[np.argsort(place[at], kind="stable")]
    split = np.split(table.fid[order], np.cumsum(np.bincount(place[at], minlength=len(have)))[:-1])
    for short in np.flatnonzero(~keep & (have > 0)).tolist():
        for fid in split[short].tolist():
            run.reject(
                title,
                int(fid),
                tr("the place has no value at some of the times"),
                tr("{have} of {times} times").format(have=int(have[short]), times=len(times)),
            )
    stays = np.flatnonzero(keep)
    _say_left_out(run, title, len(table), int(have[stays].sum()))
    gone = [*run.fields("VALUE_FIELD"), run.field("TIME_FIELD")]
    slim = dataclasses.replace(table, frame=table.frame.drop(columns=gone))
    kept = rows_of(slim, first[stays])
    return Cases(
        kept, geometry_of(kept), np.nan_to_num(cube[stays]), times, [split[i] for i in stays.tolist()], title
    )  # fmt: skip


def drop_places(run: Run, cases: Cases, gone: np.ndarray, reason: str, details: Sequence[str], noted: bool) -> Cases:
    """Without some places, all of whose rows are noted for REJECTED (``noted``: the first of each has been)."""
    for at in np.flatnonzero(gone).tolist():
        for fid in cases.rows[at].tolist():
            if not (noted and fid == int(cases.table.fid[at])):
                run.reject(cases.title, int(fid), reason, details[at])
    return cases.kept(~gone) if gone.any() else cases


def time_order(labels: Sequence[str]) -> np.ndarray:
    """Positions of the labels in order of time: as numbers where all are numbers, else as text (ISO dates sort so)."""
    try:
        keys: list = [float(label) for label in labels]
    except ValueError:
        keys = list(labels)
    return np.array(sorted(range(len(keys)), key=lambda i: keys[i]), dtype=np.int64)


def _words(table: Table, field: str) -> np.ndarray:
    """A field as text; blank is nothing."""
    return np.array([(text or "").strip() or None for text in table.texts(field)], dtype=object)


def _refuse_twice(place: np.ndarray, when: np.ndarray, name, label) -> None:
    from ...analysis.errors import AnalysisError

    key = place * (int(when.max(initial=0)) + 1) + when
    _, first, count = np.unique(key, return_index=True, return_counts=True)
    twice = np.flatnonzero(count > 1)
    if len(twice):
        at = first[twice[0]]
        raise AnalysisError("time_twice", count=len(twice), place=str(name[place[at]]), time=str(label[when[at]]))


def _say_moved(run: Run, table: Table, title: str, place: np.ndarray, at: np.ndarray, first: np.ndarray) -> None:
    """Rows of a place that lie elsewhere than its first row."""
    if table.xy is not None:
        moved = np.hypot(*(table.xy[at] - table.xy[first[place]]).T) > 1.0
    else:
        moved = table.wkb[at] != table.wkb[first[place]]
    if moved.any():
        run.warn(
            tr("{layer}: {count:,} rows lie elsewhere than the first row of their place, which was taken.").format(
                layer=title, count=int(moved.sum())
            )
        )


def _say_left_out(run: Run, title: str, read: int, used: int) -> None:
    if used < read:
        run.warn(
            tr("{layer}: read {read} rows = used {used} + left out {rejected}").format(
                layer=title, read=read, used=used, rejected=read - used
            )
        )
