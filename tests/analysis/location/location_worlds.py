"""Small random location problems with every option, and their answers by looking at all subsets."""

from __future__ import annotations

import csv
import itertools
from pathlib import Path

import numpy as np

from seo_district_plugin.analysis.location.types import Group, SiteRules


def random_problem(seed: int) -> tuple[np.ndarray, np.ndarray, int, SiteRules]:
    """(costs (n, m), weights (n,), p, rules): ties, duplicates, missing pairs, weights over orders, all rules."""
    draw = np.random.default_rng(seed)
    demands, sites = int(draw.integers(1, 16)), int(draw.integers(1, 10))
    costs = draw.integers(0, draw.choice([5, 9, 30, 1000]), (demands, sites)).astype(float)
    if draw.random() < 0.4:
        costs = np.round(costs * draw.random(), 3) + draw.random((demands, sites)) * (draw.random() < 0.5)
    if draw.random() < 0.3:
        costs[draw.random((demands, sites)) < draw.random() * 0.6] = np.inf
    if draw.random() < 0.3 and sites > 1:
        costs[:, 0] = costs[:, -1]
    kinds = (np.ones(demands), draw.integers(1, 50, demands).astype(float), 10 ** draw.uniform(-3, 4, demands))
    weight = kinds[int(draw.integers(0, 3))]
    none = np.zeros(sites, bool)
    existing = draw.random(sites) < 0.25 if draw.random() < 0.4 else none.copy()
    required = draw.random(sites) < 0.15 if draw.random() < 0.3 else none.copy()
    forbidden = (draw.random(sites) < 0.2) & ~required & ~existing if draw.random() < 0.3 else none.copy()
    closable = int(draw.integers(0, 3)) if existing.any() and draw.random() < 0.6 else 0
    groups = _groups(draw, sites) if draw.random() < 0.4 else []
    price, budget = None, np.inf
    if draw.random() < 0.3:
        price = draw.integers(0, 20, sites) * (1.0 if draw.random() < 0.5 else 0.1)
        budget = float(np.round(price.sum() * draw.random(), 2))
    p = int(draw.integers(0 if existing.any() else 1, sites + 1))
    return costs, weight, p, SiteRules(existing, required, forbidden, closable, groups, price, budget)


def _groups(draw: np.random.Generator, sites: int) -> list[Group]:
    found = []
    for number in range(int(draw.integers(1, 4))):
        low = int(draw.integers(0, 2))
        members = np.flatnonzero(draw.random(sites) < 0.5)
        found.append(Group(f"zone {number}", members, low, low + int(draw.integers(0, 3))))
    return found


def allowed_sets(sites: int, p: int, rules: SiteRules):
    """Every allowed set of columns."""
    for chosen in itertools.combinations(range(sites), int(rules.existing.sum()) + p):
        is_open = np.zeros(sites, bool)
        is_open[list(chosen)] = True
        if (rules.required & ~is_open).any() or (rules.forbidden & is_open).any():
            continue
        if (rules.existing & ~is_open).sum() > rules.close_limit:
            continue
        if any(not group.low <= is_open[group.members].sum() <= group.high for group in rules.groups):
            continue
        if rules.price is not None and rules.price[is_open & ~rules.existing].sum() > rules.budget + 1e-9:
            continue
        yield np.array(chosen, dtype=int)


def by_hand(costs: np.ndarray, weight: np.ndarray, p: int, rules: SiteRules) -> tuple[float, float, float]:
    """(least weighted cost, least radius, least weighted cost within that radius); ``inf`` where no set serves all."""
    median, radius, within = np.inf, np.inf, np.inf
    for chosen in allowed_sets(costs.shape[1], p, rules):
        paid = costs[:, chosen].min(axis=1)
        if not np.isfinite(paid).all():
            continue
        value = float((weight * paid).sum())
        median = min(median, value)
        if (paid.max(), value) < (radius, within):
            radius, within = float(paid.max()), value
    return median, radius, within


def pmed(folder: Path, number: int) -> tuple[np.ndarray, int, int]:
    """(costs, p, optimum) of an instance of the OR-Library; of repeated edges the last one counts."""
    with open(folder / "instances.csv", encoding="utf-8") as file:
        about = {row["instance"]: row for row in csv.DictReader(file)}[f"pmed{number}"]
    size = int(about["n_nodes"])
    costs = np.full((size, size), np.inf)
    np.fill_diagonal(costs, 0)
    with open(folder / f"pmed{number}_edges.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            i, j = int(row["node_i"]) - 1, int(row["node_j"]) - 1
            costs[i, j] = costs[j, i] = float(row["cost"])
    for by in range(size):
        costs = np.minimum(costs, costs[:, by, None] + costs[by])
    return costs, int(about["p"]), int(about["optimum"])


def random_graph(size: int, seed: int) -> np.ndarray:
    """(n, n) shortest paths of a random connected graph with about n*n/50 edges of 1 to 100, as pmed are made."""
    draw = np.random.default_rng(seed)
    costs = np.full((size, size), np.inf)
    np.fill_diagonal(costs, 0)
    order = draw.permutation(size)
    ends = np.concatenate([np.column_stack([order[:-1], order[1:]]), draw.integers(0, size, (size * size // 50, 2))])
    for (i, j), length in zip(ends, draw.integers(1, 101, len(ends))):
        if i != j:
            costs[i, j] = costs[j, i] = length
    for by in range(size):
        costs = np.minimum(costs, costs[:, by, None] + costs[by])
    return costs
