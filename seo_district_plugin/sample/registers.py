"""Six registers of a made-up district as raw files, with the truth of every row and every planted fault.

The true businesses are made first (:mod:`.businesses`); each register then knows some of them, on its own day, in its
own words and with its own mistakes. Nothing is real: names, telephone numbers (of exchanges that do not exist) and
addresses are invented.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from .addresses_text import Buildings
from .businesses import make_businesses
from .faults_rates import RATES
from .model import City, Tick, no_tick
from .registers_files import RawFile
from .registers_license import all_licenses
from .registers_license_new import new_license_files
from .registers_license_old import old_license_files
from .registers_office import office_files
from .registers_places import facility_rows, place_files
from .registers_rows import Town
from .registers_shops import academy_files, shop_files
from .registers_truth import Ledger

ROWS = {"tiny": 1_500, "district": 244_917}
"""Rows of the six registers together, per preset. 244,917 is the number a real district merged."""
LEAST_ROWS = 1_000
_FULL_ROWS = 190_300.0
"""Rows that the five registers of businesses have at scale 1, about."""
_ACCIDENT_SHARE = 0.155
"""Of all rows that are left for accidents, about."""


@dataclass
class Registers:
    """Raw files and truth.

    Attributes:
        files: paths (below a folder ``raw``) and contents; a path may be decomposed Unicode, as it should be written.
        truth: tables by name:
            businesses: entity_id, kind, name, former, renamed, chain, state, opened, closed, bld_id, floor, unit,
            moved, old_bld_id, phone, previous, next, x, y, rows - the true businesses;
            entities: file, row, register, key, entity_id, status (today) - each row that is a business, once;
            events: file, row, register, key, kind, x, y - each other row: accidents, facilities, totals, notes;
            faults: file, row (0 = the whole file), kind, field, found;
            files: file, register, schema, rows, encoding, epsg, faults;
            rates: kind, register, share, of, source - how often faults are planted.
            Files and rows are named as the import names them: composed Unicode, ``zip/member``, ``workbook:sheet``;
            the line in a text, the row in a sheet.
    """

    files: list[RawFile]
    truth: dict[str, pd.DataFrame]

    @property
    def rows(self) -> int:
        """Rows of all files together."""
        return int(self.truth["files"]["rows"].sum())


def make_registers(city: City, seed: int, *, rows: int | None = None, tick: Tick = no_tick) -> Registers:
    """The six registers of a district.

    Args:
        city: its ``buildings``; its layers of cameras and lights, and the number of shops per dong, where it has them.
        seed: the same seed gives the same bytes.
        rows: of all files together, exactly; None = as the preset has it.

    Raises:
        ValueError: too few rows, or a preset without a usual number.
    """
    total = ROWS.get(city.preset, 0) if rows is None else rows
    if total < LEAST_ROWS:
        raise ValueError(f"at least {LEAST_ROWS} rows are needed, not {total}")
    scale = (total * (1 - _ACCIDENT_SHARE) - facility_rows(city, total)) / _FULL_ROWS
    ledger = Ledger()
    businesses = make_businesses(city, seed, scale)
    tick(0.1)
    town = Town(businesses, Buildings.of(city.buildings), seed, ledger)
    who, types = all_licenses(town)
    files = new_license_files(town, who, types)
    tick(0.4)
    files += old_license_files(town, who, types)
    tick(0.65)
    files += shop_files(town, city.buildings)
    files += office_files(town)
    files += academy_files(town)
    tick(0.8)
    files += place_files(town, city, total - ledger.rows, total)
    tick(0.9)
    tables = ledger.tables()
    counts = tables["entities"]["entity_id"].value_counts()
    people = businesses.frame()
    people["rows"] = people["entity_id"].map(counts).fillna(0).astype(int)
    tick(1.0)
    return Registers(files, {"businesses": people, **tables, "rates": _rates()})


def _rates() -> pd.DataFrame:
    rows = [
        (kind, register, share, each.of, each.source)
        for kind, each in RATES.items()
        for register, share in each.shares.items()
    ]
    return pd.DataFrame(rows, columns=["kind", "register", "share", "of", "source"])
