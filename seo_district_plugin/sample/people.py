"""People: ages per dong, persons per building, the 100 m national grid."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import wkb
from .borders import inside
from .model import Layer, title
from .presets import APART, CENTER, HILL, OLD, RURAL
from .projection import from_grid, grid_codes, to_grid
from .work import Work

# Percent of persons per five years of age, 0-4 to 80-84 and 85 up. Assumption: a Korean city about 2024.
FIVE_YEARS = (3.0, 4.0, 4.6, 4.9, 6.3, 7.4, 6.7, 6.3, 7.4, 7.5, 8.5, 7.9, 7.9, 6.4, 4.4, 3.2, 2.2, 1.7)
OLDEST = 100
GROUPS = {
    "p00_05": (0, 5),
    "p06_12": (6, 12),
    "p13_18": (13, 18),
    "p19_34": (19, 34),
    "p35_49": (35, 49),
    "p50_64": (50, 64),
    "p65_up": (65, OLDEST),
}
"""Age groups of the grid: field -> first and last year."""
# How a dong's ages differ from the district's: factor at ages 0, 10, 20, 35, 50, 65, 80 (assumption).
TILTS = {
    CENTER: (0.8, 0.85, 1.4, 1.25, 0.95, 0.8, 0.7),
    APART: (1.35, 1.35, 0.9, 1.2, 1.05, 0.75, 0.65),
    OLD: (0.65, 0.7, 1.15, 0.8, 0.95, 1.3, 1.45),
    HILL: (0.6, 0.65, 0.9, 0.75, 1.0, 1.45, 1.7),
    RURAL: (0.35, 0.4, 0.6, 0.5, 1.0, 1.9, 2.6),
}
FEMALE = 0.503  # assumption
GRID = 100


def age_shares() -> np.ndarray:
    """(101,) share of every year of age in the district; falling by a fifth a year from 85 on."""
    shares = np.repeat(np.array(FIVE_YEARS[:-1]) / 5, 5)
    tail = 0.8 ** np.arange(OLDEST + 1 - 85)
    shares = np.concatenate([shares, FIVE_YEARS[-1] * tail / tail.sum()])
    return shares / shares.sum()


def dong_age_shares(kinds: list[str], persons: np.ndarray) -> np.ndarray:
    """(dong, 101) shares that add to 1 per dong and, weighted with persons, to the district's ages.

    Iterative proportional fitting of the tilted shares to both margins.
    """
    base, ages = age_shares(), np.arange(OLDEST + 1)
    tilt = np.array([np.interp(ages, (0, 10, 20, 35, 50, 65, 80), TILTS[kind]) for kind in kinds])
    table = base * tilt * persons[:, None]
    for _ in range(60):
        table *= (base * persons.sum() / table.sum(axis=0))[None, :]
        rows = table.sum(axis=1)
        table *= np.divide(persons, rows, out=np.zeros_like(rows), where=rows > 0)[:, None]
    total = table.sum(axis=1, keepdims=True)
    return np.divide(table, total, out=np.tile(base, (len(kinds), 1)), where=total > 0)


def make_people(work: Work) -> None:
    """Add the layers of dong population (every year of age, both sexes) and of the population grid.

    Every person of a building is of one age group; the dong's years of age and the cells add to the same persons.
    """
    rng = work.rng("people")
    buildings = work.buildings
    dong = buildings["dong"].to_numpy()
    persons = np.bincount(dong, weights=buildings["persons"], minlength=len(work.preset.dong))
    shares = dong_age_shares([plan.kind for plan in work.preset.dong], persons)
    bounds = list(GROUPS.values())
    grouped = np.stack([shares[:, low : high + 1].sum(axis=1) for low, high in bounds], axis=1)
    grouped /= grouped.sum(axis=1, keepdims=True)
    counts = rng.multinomial(buildings["persons"].to_numpy(), grouped[dong])
    for k, field in enumerate(GROUPS):
        buildings[field] = counts[:, k]
    _dong_ages(work, shares, counts, dong, rng)
    _grid(work, counts)


def _dong_ages(work: Work, shares: np.ndarray, counts: np.ndarray, dong: np.ndarray, rng: np.random.Generator) -> None:
    rows = []
    for index, plan in enumerate(work.preset.dong):
        group = counts[dong == index].sum(axis=0)
        years = np.zeros(OLDEST + 1, dtype=int)
        for number, (low, high) in zip(group, GROUPS.values()):
            part = shares[index, low : high + 1]
            years[low : high + 1] = rng.multinomial(number, part / part.sum())
        female = rng.binomial(years, FEMALE)
        code = work.cells.dong_codes[index]
        rows.append(
            pd.DataFrame(
                {
                    "dong_cd": code,
                    "dong_nm": plan.name,
                    "age": np.arange(OLDEST + 1),
                    "total": years,
                    "male": years - female,
                    "female": female,
                }
            )
        )
    frame = pd.concat(rows, ignore_index=True)
    text = title("Residents by dong and year of age", "행정동별 연령별 주민등록인구")
    work.city.add(Layer("dong_population", text, "none", frame))


def _grid(work: Work, counts: np.ndarray) -> None:
    """Cells of the 100 m national grid with their center in the district, or with anyone in them."""
    buildings = work.buildings
    east, north = to_grid(buildings["x"].to_numpy(), buildings["y"].to_numpy())
    cell_x, cell_y = (np.floor(east / GRID) * GRID).astype(int), (np.floor(north / GRID) * GRID).astype(int)
    table = pd.DataFrame(counts, columns=list(GROUPS))
    table["hh"] = buildings["households"].to_numpy()
    table["cell_x"], table["cell_y"] = cell_x, cell_y
    people = table.groupby(["cell_x", "cell_y"], as_index=False).sum()
    frame = _district_cells(work).merge(people, on=["cell_x", "cell_y"], how="outer").fillna(0)
    frame = frame.astype(dict.fromkeys(frame.columns, int))
    frame = frame.sort_values(["cell_y", "cell_x"], ignore_index=True)
    frame.insert(0, "gid", grid_codes(frame["cell_x"], frame["cell_y"]))
    frame.insert(1, "pop", frame[list(GROUPS)].sum(axis=1))
    west, south = frame["cell_x"].to_numpy()[:, None], frame["cell_y"].to_numpy()[:, None]
    x, y = from_grid(west + np.array([0, GRID, GRID, 0]), south + np.array([0, 0, GRID, GRID]))
    corners = np.stack([x, y], axis=2)
    frame["x"], frame["y"] = corners[..., 0].mean(axis=1).round(2), corners[..., 1].mean(axis=1).round(2)
    work.dong_columns(frame)
    frame = frame.drop(columns=["cell_x", "cell_y"])
    text = title("Residents by age group, 100 m national grid", "100 m 격자 연령대별 인구")
    work.city.add(Layer("population_grid", text, "polygon", frame, wkb.quads(corners)))


def _district_cells(work: Work) -> pd.DataFrame:
    ring = work.borders.rings(np.where(work.cells.dong >= 0, 0, -1), 0)[0]
    east, north = to_grid(ring[:, 0], ring[:, 1])
    xs = np.arange(np.floor(east.min() / GRID), np.ceil(east.max() / GRID)) * GRID
    ys = np.arange(np.floor(north.min() / GRID), np.ceil(north.max() / GRID)) * GRID
    cell_x, cell_y = (axis.ravel() for axis in np.meshgrid(xs, ys))
    held = inside(np.column_stack([east, north]), cell_x + GRID / 2, cell_y + GRID / 2)
    return pd.DataFrame({"cell_x": cell_x[held].astype(int), "cell_y": cell_y[held].astype(int)})
