"""Rows of businesses for a register: who is in it, under which name, where, with which number, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from .addresses_text import Buildings, Units, write_addresses
from .businesses import OPEN, Businesses
from .businesses_names import Names, write_names
from .faults_coordinates import spread
from .faults_rates import rate
from .faults_text import impossible_day, masked_phone, phone_text
from .registers_truth import MASKED, UNREADABLE, Fault, Ledger
from .streams import stream


@dataclass
class Town:
    """What all registers are drawn from.

    Attributes:
        businesses: the true ones; buildings: their addresses.
        seed: of the streams.
        ledger: takes the truth.
    """

    businesses: Businesses
    buildings: Buildings
    seed: int
    ledger: Ledger

    def stream(self, part: str) -> np.random.Generator:
        """Random numbers of a part of the registers."""
        return stream(self.seed, f"registers.{part}")


@dataclass
class Draft:
    """n rows of a register before they are put into columns.

    Attributes:
        who: (n,) positions of the businesses.
        names, branches, roads, lots, details, phones: texts.
        building: (n,) positions of the buildings.
        xy: (n, 2) EPSG:5186, as this register has them.
        units: where the row says the business is.
        faults: found so far.
    """

    who: np.ndarray
    names: list[str]
    branches: list[str]
    roads: list[str]
    lots: list[str]
    details: list[str]
    phones: list[str]
    building: np.ndarray
    xy: np.ndarray
    units: Units
    faults: list[Fault] = field(default_factory=list)

    def by_row(self) -> dict[int, list[Fault]]:
        """Faults of the rows that have any."""
        if self._sorted is None or sum(map(len, self._sorted.values())) != len(self.faults):
            self._sorted = {}
            for each in self.faults:
                self._sorted.setdefault(each.row, []).append(each)
        return self._sorted

    _sorted: dict[int, list[Fault]] | None = None


def draft(town: Town, who: np.ndarray, register: str, day: int) -> Draft:
    """Rows for businesses (positions, with repetitions) as a register knows them on a day."""
    b, rng = town.businesses, town.stream(f"{register}.rows")
    late = rng.random((2, len(who)))
    faults: list[Fault] = []
    old_name = _outdated(b.renamed[who], day, late[0] < rate("former_name_kept", register), "former_name_kept", faults)
    old_place = _outdated(b.moved[who], day, late[1] < rate("former_place_kept", register), "former_place_kept", faults)
    written = write_names(_both(b.names, b.former_names), who + len(b) * old_name, register, rng)
    where = {name: np.where(old_place, b.former_place[name][who], b.place[name][who]) for name in b.place}
    units = Units(where["building"], where["floor"], where["unit"], where["told"])
    addresses = write_addresses(town.buildings, units, b.closed[who], register, rng)
    off = spread(len(b.sites.ids), town.stream(f"{register}.points"))
    xy = b.sites.xy[units.building] + off[units.building]
    phones = _phones(b, who, register, rng, faults)
    faults += [Fault(row, kind) for row, kind in (*written.faults, *addresses.faults)]
    return Draft(
        who, written.names, written.branches, addresses.road, addresses.lot, addresses.detail, phones, units.building,
        xy, units, faults,
    )  # fmt: skip


def _both(now: Names, former: Names) -> Names:
    """The names of now, then the former ones."""
    parts = [
        getattr(now, part) + getattr(former, part) for part in ("core", "other", "word", "branch", "form", "blank")
    ]
    return Names(np.r_[now.kind, former.kind], *parts)


def _outdated(changed: np.ndarray, day: int, kept: np.ndarray, kind: str, faults: list[Fault]) -> np.ndarray:
    """(n,) bool: rows that tell how it was before the change: it came later, or was not noticed."""
    missed = (changed <= day) & kept
    faults += [Fault(row, kind) for row in np.flatnonzero(missed).tolist()]
    return (changed != OPEN) & ((changed > day) | missed)


def _phones(b: Businesses, who: np.ndarray, register: str, rng: np.random.Generator, faults: list[Fault]) -> list[str]:
    draws = rng.random((5, len(who)))
    there = draws[0] >= rate("phone_missing", register) if register != "stores" else np.zeros(len(who), dtype=bool)
    number = b.phone[who]
    changed = there & (draws[1] < rate("phone_changed", register))
    number = np.where(changed, (number * 7 + 104_729) % 1_000_000, number)
    hidden = there & (draws[2] < rate("phone_masked", register))
    shaped = there & ~hidden & (draws[3] < rate("phone_format", register))
    for kind, rows in (("phone_changed", changed), ("phone_masked", hidden), ("phone_format", shaped)):
        faults += [Fault(row, kind) for row in np.flatnonzero(rows).tolist()]
    form = np.where(shaped, draws[4], -1.0)
    return [
        "" if not known else masked_phone(digits) if mask else phone_text(digits, shape)
        for known, digits, mask, shape in zip(there.tolist(), number.tolist(), hidden.tolist(), form.tolist())
    ]


def plant_dates(
    texts: list[str], register: str, field_name: str, rng: np.random.Generator, faults: list[Fault]
) -> None:
    """Put impossible dates into a column; at least one, where there are dates."""
    rows = np.flatnonzero([bool(text) for text in texts])
    if not len(rows):
        return
    for row in rng.choice(rows, size=max(1, round(rate("date_impossible", register) * len(rows))), replace=False):
        texts[row] = impossible_day(texts[row], float(rng.random()))
        faults.append(Fault(int(row), "date_impossible", field_name, UNREADABLE))


def plant_masks(
    texts: list[str], register: str, field_name: str, rng: np.random.Generator, faults: list[Fault], mask: str = "*"
) -> None:
    """Hide cells of a column of numbers."""
    for row in np.flatnonzero(rng.random(len(texts)) < rate("masked", register)).tolist():
        texts[row] = mask
        faults.append(Fault(row, "masked", field_name, MASKED))


def repeated(
    count: int, register: str, rng: np.random.Generator, twice: int | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Rows with some of them twice, the second one right behind the first.

    Args:
        twice: how many; None = the register's share, at least one.

    Returns:
        (m,) positions of the rows to be written, and which of them are second copies.
    """
    number = max(1, round(rate("duplicate_row", register) * count)) if twice is None else twice
    again = rng.choice(count, size=min(count, number), replace=False)
    rows = np.sort(np.r_[np.arange(count), again], kind="stable")
    return rows, np.r_[False, rows[1:] == rows[:-1]]


@dataclass(frozen=True)
class FileOf:
    """A file of rows of businesses: name as the import gives it, register, encoding, EPSG code (0 = none), kinds of
    faults of the whole file, schema where it is not called like the register."""

    path: str
    register: str
    encoding: str
    epsg: int
    notes: Sequence[str] = ()
    schema: str = ""


def columns_of(header: Sequence[str], cells: dict[str, list[str]], rows: np.ndarray) -> list[list[str]]:
    """Columns of a file: rows of the whole register's columns; what has none is blank."""
    blank = [""] * len(rows)
    picked = rows.tolist()
    return [[cells[name][row] for row in picked] if name in cells else blank for name in header]


def enter(
    town: Town,
    made: Draft,
    file: FileOf,
    keys: Sequence[str],
    states: Sequence[str],
    rows: np.ndarray,
    second: np.ndarray,
    part: np.ndarray,
    numbers: np.ndarray | None = None,
) -> None:
    """Enter a file into the truth.

    Args:
        keys, states: of each row of the draft.
        rows, second: all rows written (positions in the draft), and which are second copies.
        part: positions in ``rows`` of those in this file, in its order.
        numbers: rows as a person finds them; without, they are lines below a header.
    """
    own = rows[part].tolist()
    numbers = np.arange(len(own)) + 2 if numbers is None else numbers
    ids = town.businesses.ids[made.who[rows[part]]]
    town.ledger.add_file(
        file.path, file.register, file.schema or file.register, len(own), file.encoding, file.epsg, file.notes
    )
    town.ledger.add_entities(
        file.path, file.register, numbers, [keys[row] for row in own], ids, [states[row] for row in own]
    )
    by_row = made.by_row()
    found: list[Fault] = []
    lines: list[int] = []
    for row, number, twice in zip(own, numbers.tolist(), second[part].tolist()):
        faults = by_row.get(row, ())
        found += faults
        if twice:
            found.append(Fault(row, "duplicate_row"))
        lines += [number] * (len(faults) + twice)
    town.ledger.add_faults(file.path, lines, found)
