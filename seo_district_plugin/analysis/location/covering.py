"""Covering within a radius: the least sites that cover everybody (LSCP), the most people covered by p sites (MCLP).

LSCP: Toregas, Swain, ReVelle & Bergman 1971; backup cover LSCP-B: Hogan & ReVelle 1986; MCLP: Church & ReVelle 1974.
Each is a :class:`Program`, made smaller by dominance and by joining demands covered by the same sites, and solved to
proof by the tree of ``covering_tree``.
"""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
from scipy import sparse

from ..errors import AnalysisError, Tick, no_tick
from .covering_program import Program, indicator
from .covering_reduce import dominated_demands, dominated_sites
from .covering_rows import RuleRows, check_rules, explain_uncovered, rule_rows
from .covering_search import few_sites
from .covering_tree import SMALL, Outcome, maximize
from .evaluate import assign
from .types import PROVEN, TIME_LIMIT, Costs, SiteRules, Solution, is_proven


def within(costs: Costs, radius: float) -> sparse.csr_matrix:
    """(n, m) csr of ones where the cost is at most the radius (the unit of the costs).

    Raises:
        AnalysisError: ``radius_not_usable`` (radius).
    """
    if not np.isfinite(radius) or radius < 0:
        raise AnalysisError("radius_not_usable", radius=radius)
    near = costs.value <= radius
    return indicator(costs.demand()[near], costs.site[near], (costs.rows, costs.columns))


def solve_mclp(
    costs: Costs,
    weight: np.ndarray,
    radius: float,
    p: int,
    rules: SiteRules | None = None,
    *,
    backup: float = 0.0,
    start: np.ndarray | None = None,
    time_limit: float = 60.0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Solution:
    """The p sites that cover most weight within the radius; existing sites cover too.

    Args:
        costs: of n demands and m sites. weight: (n,) > 0. radius: largest cost at which a site covers.
        p: new sites. rules: on the sites; none by default.
        backup: worth of a second cover as share of the first, 0 to 1 (0: only the first counts).
        start: columns of a set to begin with. seed: of the random starts that look for a good set.

    Returns:
        Solution; objective = covered weight (with ``backup``: plus its share of the weight covered twice). ``figures``:
        ``covered``, ``covered_twice`` (weight), ``demands_covered`` (number), ``total`` (weight).

    Raises:
        AnalysisError: ``radius_not_usable``, ``backup_not_usable`` (backup), those of :func:`rules.limits_of`.
    """
    began = time.monotonic()
    rules = rules or SiteRules.free(costs.columns)
    if not 0.0 <= backup <= 1.0:
        raise AnalysisError("backup_not_usable", backup=backup)
    check_rules(rules, p)
    cover = within(costs, radius)
    weight = np.asarray(weight, dtype=np.float64)
    levels = [weight, backup * weight] if backup > 0 else [weight]
    program = rule_rows(rules, p).program(cover, np.column_stack(levels))
    if backup == 0:
        program = without_dominated(program, rules, p, tick)
    found = maximize(
        program, start=_mask(start, costs.columns), time_limit=time_limit - _since(began), seed=seed, tick=tick
    )
    return _solution(costs, rules, weight, radius, cover, program, found, began, backup=backup)


def solve_lscp(
    costs: Costs,
    radius: float,
    rules: SiteRules | None = None,
    *,
    time_limit: float = 60.0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Solution:
    """The least number of open sites (existing ones that stay included) that covers every demand within the radius.

    Returns:
        Solution; objective = open sites. ``figures``: ``new`` (sites to open).

    Raises:
        AnalysisError: ``radius_not_usable``; ``cover_impossible`` (count, row, radius): demands no allowed site
            covers; ``cover_against_rules`` (rules): covering everybody and these rules exclude each other.
    """
    began = time.monotonic()
    rules = rules or SiteRules.free(costs.columns)
    cover = within(costs, radius)
    program = _must_cover(cover, rules, None, radius, tick)
    start = None
    if program.rows.nnz > SMALL and not _has_rows(rules) and rules.close_limit <= 0:
        start = few_sites(
            program.rows, program.lower, program.upper, np.random.default_rng(seed),
            ends=began + 0.25 * time_limit, tick=tick,
        )  # fmt: skip
    found = maximize(program, start=start, time_limit=time_limit - _since(began), seed=seed, tick=tick)
    if found.chosen is None:
        _explain(found, cover, rules, None, time_limit)
    return _solution(costs, rules, np.ones(costs.rows), radius, cover, program, found, began, sign=-1.0)


def solve_lscp_backup(
    costs: Costs,
    weight: np.ndarray,
    radius: float,
    rules: SiteRules | None = None,
    *,
    time_limit: float = 60.0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Solution:
    """LSCP-B: with the least number of sites that covers everybody, as much weight as possible covered twice.

    Returns:
        Solution; objective and bound = open sites as in :func:`solve_lscp`; ``proven`` when both stages are.
        ``figures``: ``covered_twice`` (weight), ``covered_twice_bound``, ``demands_twice`` (number), ``new``.

    Raises:
        AnalysisError: as :func:`solve_lscp`.
    """
    began = time.monotonic()
    rules = rules or SiteRules.free(costs.columns)
    first = solve_lscp(costs, radius, rules, time_limit=time_limit, seed=seed, tick=lambda done: tick(0.5 * done))
    weight = np.asarray(weight, dtype=np.float64)
    cover = within(costs, radius)
    # On top of the one cover that is sure, the second is worth the weight: two equal levels, less the sure one.
    worth = np.column_stack([weight, weight])
    rows = _cover_rows(cover, rule_rows(rules, None), tick)
    program = replace(
        rows.program(cover, worth),
        count_low=len(first.chosen),
        count_high=len(first.chosen),
        offset=-float(weight.sum()),
    )
    found = maximize(
        program, start=_mask(first.chosen, costs.columns), time_limit=max(time_limit - _since(began), 0.5), seed=seed,
        tick=lambda done: tick(0.5 + 0.5 * done),
    )  # fmt: skip
    second = _solution(costs, rules, weight, radius, cover, program, found, began)
    proven = first.proven and is_proven(found.value, found.bound, program.whole, maximize=True)
    figures = {**second.figures, "covered_twice_bound": found.bound}
    return replace(
        second, objective=first.objective, bound=first.bound, proven=proven,
        status=PROVEN if proven else TIME_LIMIT, nodes=first.nodes + found.nodes, figures=figures,
    )  # fmt: skip


def without_dominated(program: Program, rules: SiteRules, p: int | None, tick: Tick = no_tick) -> Program:
    """Close sites whose cover lies within another's, where an exchange of the two is harmless.

    That is so without groups and budget (any further site may fill a place that becomes free), when at least as many
    sites remain as are to be opened.
    """
    free = (program.lower < program.upper) & ~rules.existing
    if _has_rows(rules) or program.worth.shape[1] != 1:
        return program
    alike = np.where(free, 0, -1)
    dominated = dominated_sites(program, alike, tick)
    remaining = int(((program.upper == 1) & ~dominated).sum())
    short = max(program.count_low - remaining, 0)
    if short:
        # As many come back as are needed to fill the places.
        dominated[np.flatnonzero(dominated)[:short]] = False
    return replace(program, upper=np.where(dominated, 0, program.upper).astype(np.int8))


def _has_rows(rules: SiteRules) -> bool:
    """Whether groups or a budget tie sites together."""
    return bool(rules.groups) or (np.isfinite(rules.budget) and rules.price is not None)


def _must_cover(cover: sparse.csr_matrix, rules: SiteRules, p: int | None, radius: float, tick: Tick) -> Program:
    """Least sites with every demand covered."""
    check_rules(rules, p)
    usable = ~rules.forbidden
    alone = np.flatnonzero(cover @ usable.astype(np.float64) < 0.5)
    if len(alone):
        raise AnalysisError("cover_impossible", count=len(alone), row=int(alone[0]), radius=radius)
    plain = rule_rows(rules, p)
    if not _has_rows(rules):
        # A site that covers no more than another one is never needed: with fewer sites more demands are implied.
        kept = ~dominated_demands(cover.multiply((plain.upper == 1)[None, :]).tocsr(), tick)
        small = plain.program(cover[np.flatnonzero(kept)], np.ones((int(kept.sum()), 1)))
        alike = np.where((plain.lower < plain.upper) & ~rules.existing, 0, -1)
        dominated = dominated_sites(small, alike, tick)
        plain = replace(plain, upper=np.where(dominated, 0, plain.upper).astype(np.int8))
    rows = _cover_rows(cover, plain, tick)
    return rows.program(cover[:0], np.zeros((0, 1)), np.full(cover.shape[1], -1.0))


def _cover_rows(cover: sparse.csr_matrix, rows: RuleRows, tick: Tick) -> RuleRows:
    usable = rows.upper == 1
    kept = ~dominated_demands(cover.multiply(usable[None, :]).tocsr(), tick)
    return rows.with_rows(cover[np.flatnonzero(kept)], 1.0, np.inf)


def _explain(found: Outcome, cover: sparse.csr_matrix, rules: SiteRules, p: int | None, time_limit: float) -> None:
    if found.bound > -np.inf:
        raise AnalysisError("no_allowed_set_in_time", seconds=time_limit)
    raise AnalysisError("cover_against_rules", rules=explain_uncovered(cover, rules))


def _mask(columns: np.ndarray | None, sites: int) -> np.ndarray | None:
    if columns is None:
        return None
    mask = np.zeros(sites, dtype=bool)
    mask[np.asarray(columns, dtype=np.int64)] = True
    return mask


def _since(began: float) -> float:
    return time.monotonic() - began


def _solution(
    costs: Costs, rules: SiteRules, weight: np.ndarray, radius: float, cover: sparse.csr_matrix, program: Program,
    found: Outcome, began: float, *, backup: float = 0.0, sign: float = 1.0,
) -> Solution:  # fmt: skip
    """The answer, recomputed from costs and weights in plain arithmetic."""
    if found.chosen is None:
        raise AnalysisError("no_allowed_set_in_time", seconds=_since(began))
    chosen = np.flatnonzero(found.chosen)
    assigned, cost = assign(costs, chosen)
    assigned = np.where(cost <= radius, assigned, -1)
    times = np.rint(cover @ found.chosen.astype(np.float64))
    once, twice = float(weight[times >= 1].sum()), float(weight[times >= 2].sum())
    objective = float(len(chosen)) if sign < 0 else once + backup * twice
    bound = sign * found.bound
    bound = min(bound, objective) if sign < 0 else max(bound, objective)
    if sign < 0:
        bound = float(np.ceil(bound - 1e-6))
    proven = is_proven(objective, bound, program.whole, maximize=sign > 0)
    figures = {
        "covered": once, "covered_twice": twice, "total": float(weight.sum()),
        "demands_covered": float((times >= 1).sum()), "demands_twice": float((times >= 2).sum()),
        "new": float((~rules.existing[chosen]).sum()),
    }  # fmt: skip
    return Solution(
        chosen, assigned, objective, objective if proven and sign < 0 else bound, proven,
        PROVEN if proven else TIME_LIMIT, _since(began), found.nodes, figures=figures,
    )  # fmt: skip
