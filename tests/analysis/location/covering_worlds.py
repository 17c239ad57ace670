"""Small random worlds with every kind of rule, and all their allowed sets by plain enumeration."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from seo_district_plugin.analysis.location.types import Costs, Group, SiteRules


def world(seed: int, demands: int = 14, sites: int = 8, *, sparse: bool = False):
    """(costs, distances (n, m), weights, draws): points in the unit square; ``sparse``: a third of pairs absent."""
    draws = np.random.default_rng(seed)
    places, spots = draws.random((demands, 2)), draws.random((sites, 2))
    distance = np.hypot(places[:, None, 0] - spots[None, :, 0], places[:, None, 1] - spots[None, :, 1])
    if sparse:
        distance = np.where(draws.random(distance.shape) < 0.33, np.inf, distance)
    weight = draws.integers(1, 9, demands).astype(float) if seed % 2 else 10 ** draws.uniform(-2, 2, demands)
    return Costs.from_dense(distance), distance, weight, draws


def random_rules(draws: np.random.Generator, sites: int) -> SiteRules:
    """Any mixture of existing (kept, closable), required and forbidden sites, groups that overlap, and a budget."""
    existing = draws.random(sites) < draws.choice([0.0, 0.3])
    required = ~existing & (draws.random(sites) < draws.choice([0.0, 0.15]))
    forbidden = ~existing & ~required & (draws.random(sites) < draws.choice([0.0, 0.2]))
    groups = []
    for number in range(int(draws.integers(0, 3))):
        members = np.flatnonzero(draws.random(sites) < 0.5)
        low = int(draws.integers(0, 2))
        groups.append(Group(f"G{number}", members, low, low + int(draws.integers(0, 3))))
    price = draws.random(sites).round(2) if draws.random() < 0.5 else None
    budget = np.inf if price is None or draws.random() < 0.3 else float(draws.uniform(0.2, 2.5))
    return SiteRules(existing, required, forbidden, int(draws.choice([0, 0, 1, 2])), groups, price, budget)


def allowed_sets(rules: SiteRules, p: int | None) -> Iterator[tuple[int, ...]]:
    """All sets that the rules allow, in words of the rules alone: p new sites, and one for each that is closed."""
    sites = len(rules.existing)
    held = int(rules.existing.sum())
    sizes = range(sites + 1) if p is None else [held + p]
    for size in sizes:
        for chosen in combinations(range(sites), size):
            if _keeps(rules, np.array(chosen, dtype=int)):
                yield chosen


def _keeps(rules: SiteRules, chosen: np.ndarray) -> bool:
    is_open = np.zeros(len(rules.existing), dtype=bool)
    is_open[chosen] = True
    if (rules.required & ~is_open).any() or (rules.forbidden & is_open).any():
        return False
    if (rules.existing & ~is_open).sum() > rules.close_limit:
        return False
    for group in rules.groups:
        if not group.low <= is_open[group.members].sum() <= group.high:
            return False
    if rules.price is None:
        return True
    return bool(rules.price[is_open & ~rules.existing].sum() <= rules.budget + 1e-9)
