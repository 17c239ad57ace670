"""Tables of places: where they are, which address is nearest, and how they become files with their truth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial import cKDTree

from .addresses_text import CITY, DISTRICT
from .faults_rates import rate
from .faults_text import spreadsheet_number
from .model import City, Layer
from .registers_files import RawFile, TextStyle, table_bytes
from .registers_rows import Town, repeated
from .registers_truth import UNREADABLE, Fault

REGISTER = "places"
LEAST_FILE = 40  # rows of a file: enough for a row of each fault and as many without
MOST_SHARE = 0.15  # of all rows that facilities of one kind may take
UNCLOSED, TOO_MANY = "row_unclosed_quote", "row_too_many_cells"


@dataclass(frozen=True)
class Kind:
    """A kind of facility: layers of the city that may hold it, and how many there are, as a share of all rows, where
    the city has none."""

    layers: tuple[str, ...]
    share: float


@dataclass
class Table:
    """A file before it is written.

    Attributes:
        columns: of the rows; key: of each row; xy: true place of each in EPSG:5186; kind: of all of them.
        broken_kind, broken_at: what is wrong with the one line that cannot be read, and in which column.
        twice: rows that are repeated, None = as usual.
    """

    path: str
    schema: str
    header: list[str]
    columns: list[list[str]]
    key: list[str]
    xy: np.ndarray
    kind: str
    epsg: int
    faults: list[Fault]
    encoding: str = "cp949"
    end: str = "\r\n"
    broken_kind: str = ""
    broken_at: int = 0
    twice: int | None = None


def spots_of(city: City, kind: Kind, rows: int, rng: np.random.Generator) -> np.ndarray:
    """(n, 2) places of facilities: the points of the city's layer, else beside buildings."""
    layer, count = _layer(city, kind), spot_count(city, kind, rows)
    if layer is None:
        return beside_buildings(city, count, 9.0, rng)
    points = layer.wkb or []
    raw = np.frombuffer(b"".join(points), dtype=np.uint8).reshape(len(points), -1)
    return np.ascontiguousarray(raw[:count, 5:21]).view("<f8").reshape(-1, 2)


def spot_count(city: City, kind: Kind, rows: int) -> int:
    """How many facilities of a kind a register of so many rows in all has."""
    layer = _layer(city, kind)
    return (
        max(round(rows * kind.share), LEAST_FILE) if layer is None else min(len(layer.frame), round(rows * MOST_SHARE))
    )


def _layer(city: City, kind: Kind) -> Layer | None:
    found = (city.layers[name] for name in kind.layers if name in city.layers)
    least = (layer for layer in found if layer.geometry == "point" and len(layer.wkb or ()) >= LEAST_FILE)
    return next(least, None)


def known(city: City, kind: Kind, column: str, count: int, made_up: Sequence[object]) -> list[str]:
    """A column of the city's layer as texts, else what is made up."""
    layer = _layer(city, kind)
    if layer is None or column not in layer.frame:
        return [str(value) for value in made_up]
    return layer.frame[column].iloc[:count].astype(str).tolist()


def beside_buildings(city: City, count: int, distance: float, rng: np.random.Generator) -> np.ndarray:
    """Places around buildings, where most of the floors are."""
    frame = city.buildings
    weight = np.sqrt(frame["area"].fillna(0).to_numpy(dtype=np.float64).clip(1.0))
    at = rng.choice(len(frame), size=count, p=weight / weight.sum())
    return frame[["x", "y"]].to_numpy(dtype=np.float64)[at] + rng.normal(0.0, distance, size=(count, 2))


@dataclass
class Nearest:
    """Addresses of the nearest buildings: by road, by lot, and the legal dong."""

    road: list[str]
    lot: list[str]
    legal: list[str]


def nearest_addresses(town: Town, xy: np.ndarray, rng: np.random.Generator) -> Nearest:
    """Addresses of the nearest buildings; most facilities have only that of the lot."""
    near = cKDTree(town.businesses.sites.xy).query(xy)[1].tolist()
    has_road = (rng.random(len(xy)) < 0.4).tolist()
    road, lot, legal = town.buildings.road, town.buildings.lot, town.buildings.legal
    front = f"{CITY} {DISTRICT} "
    return Nearest(
        [front + road[at] if road[at] and there else "" for at, there in zip(near, has_road)],
        [front + lot[at] for at in near], [legal[at] for at in near],
    )  # fmt: skip


def blank_rows(count: int, rng: np.random.Generator) -> np.ndarray:
    """Rows without coordinates; at least one, as a draw alone would not give in a small sample."""
    blank = np.zeros(count, dtype=bool)
    blank[rng.choice(count, size=max(1, round(rate("coordinates_blank", REGISTER) * count)), replace=False)] = True
    return blank


def damaged_codes(keys: Sequence[str], field_name: str, rng: np.random.Generator, faults: list[Fault]) -> list[str]:
    """Long numbers of which a spreadsheet has left little in some rows."""
    codes, count = list(keys), len(keys)
    for row in rng.choice(count, size=max(1, round(rate("code_damaged", REGISTER) * count)), replace=False).tolist():
        codes[row] = spreadsheet_number(codes[row])
        faults.append(Fault(row, "code_damaged", field_name, UNREADABLE))
    return codes


def among(
    rng: np.random.Generator, count: int, texts: Sequence[str], shares: Sequence[float] | None = None
) -> list[str]:
    """Texts at random."""
    return [texts[n] for n in rng.choice(len(texts), size=count, p=shares).tolist()]


# ---------------------------------------------------------------------- writing
def write_table(town: Town, table: Table) -> tuple[RawFile, int]:
    """The file and how many rows it has, entered into the truth."""
    rng = town.stream(f"places.{table.path}")
    count = len(table.key)
    rows, second = repeated(count, REGISTER, rng, table.twice)
    columns = [[column[row] for row in rows.tolist()] for column in table.columns]
    faults = [replace(each, row=at) for each, at in _spread(table.faults, rows)]
    faults += [Fault(at, "duplicate_row") for at in np.flatnonzero(second).tolist()]
    style = TextStyle(table.encoding, end=table.end)
    if table.broken_kind:
        taken = {each.row for each in faults}
        at = next(at for at in rng.permutation(len(rows)).tolist() if at not in taken and at > 3 and not second[at])
        style.broken = {at: _broken_line(table, [column[at] for column in columns])}
        faults.append(Fault(at, table.broken_kind, "", table.broken_kind))
    numbers = np.arange(len(rows)) + 2
    town.ledger.add_file(table.path, REGISTER, table.schema, len(rows), table.encoding, table.epsg, ())
    keys = [table.key[row] for row in rows.tolist()]
    town.ledger.add_events(table.path, REGISTER, numbers, keys, table.kind, table.xy[rows])
    town.ledger.add_faults(table.path, [each.row + 2 for each in faults], faults)
    return RawFile(table.path, table_bytes(table.header, columns, style)), len(rows)


def _spread(faults: list[Fault], rows: np.ndarray) -> list[tuple[Fault, int]]:
    """Each fault with every position at which its row is written."""
    first = np.searchsorted(rows, [each.row for each in faults])
    last = np.searchsorted(rows, [each.row for each in faults], side="right")
    return [(each, at) for each, low, high in zip(faults, first.tolist(), last.tolist()) for at in range(low, high)]


def _broken_line(table: Table, cells: list[str]) -> str:
    """A line with a quote that is never closed, or with a comma in a cell that is not quoted."""
    cells = list(cells)
    at = table.broken_at
    if table.broken_kind == TOO_MANY:
        cells[at] += ", 뒷골목, 입구"
    else:
        cells[at] = '"' + cells[at]
    return ",".join(cells)
