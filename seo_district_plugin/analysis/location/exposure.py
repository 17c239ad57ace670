"""Maximum exposure: boards (or any sites) that most people come into contact with, kept apart from each other.

    maximize  sum_i weight_i (levels_1 [at least one contact] + levels_2 [at least two] + ...)

over allowed sets without two sites in conflict. With one level this is the maximal covering location problem (Church &
ReVelle 1974); levels that fall are the concave worth of repeated contacts. Spacing enters as maximal cliques.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy import sparse

from ..errors import AnalysisError, Tick, no_tick
from .covering_cliques import conflict_cliques
from .covering_program import Program, empty_rows
from .covering_rows import RuleRows, check_rules, rule_rows
from .covering_tree import Outcome, maximize
from .types import PROVEN, TIME_LIMIT, SiteRules, Solution, is_proven


def solve_exposure(
    contact: sparse.spmatrix | np.ndarray,
    weight: np.ndarray,
    p: int | None,
    rules: SiteRules | None = None,
    *,
    conflict: np.ndarray | None = None,
    threshold: float = 0.5,
    levels: Sequence[float] = (1.0,),
    time_limit: float = 60.0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Solution:
    """The set of sites with the largest exposure.

    Args:
        contact: (n, m) how well each flow sees each site, 0 to 1. weight: (n,) persons of each flow, > 0.
        p: new sites, or None for any number (a budget or the spacing then limits them).
        rules: on the sites; existing ones that stay are seen too.
        conflict: (m, m) bool symmetric, or (k, 2) pairs of columns, of sites too near to each other; two existing
            sites are never in conflict.
        threshold: least contact that counts. levels: worth of the first, second ... contact, 0 to 1, not rising.
        seed: of the random starts that look for a good set.

    Returns:
        Solution; ``assigned`` is the site each flow sees best, -1 for none. ``figures``: ``reached`` (weight with at
        least one contact), ``contacts`` (weight times number of contacts), ``total``, ``new``.

    Raises:
        AnalysisError: ``contact_not_usable`` (row, column), ``levels_not_usable`` (levels), ``threshold_not_usable``
            (threshold), ``spacing_of_required`` (first, second), ``spacing_too_wide`` (wanted, most),
            ``rules_contradict`` (rules) and the like of :func:`covering_rows.check_rules`.
    """
    began = time.monotonic()
    table = _checked(contact, levels, threshold)
    sites = table.shape[1]
    rules = rules or SiteRules.free(sites)
    check_rules(rules, p)
    weight = np.asarray(weight, dtype=np.float64)
    seen = table.multiply(table >= threshold).tocsr()
    seen.eliminate_zeros()
    cover = seen.copy()
    cover.data[:] = 1.0
    rows = _spaced(rule_rows(rules, p), _conflicts(conflict, sites), rules, p, tick)
    program = rows.program(cover, weight[:, None] * np.asarray(levels, dtype=np.float64)[None, :])
    found = maximize(program, time_limit=time_limit - (time.monotonic() - began), seed=seed, tick=tick)
    if found.chosen is None:
        raise _no_set(found, program, rules, time_limit, tick)
    chosen = _without_idle(program, found.chosen, rules)
    return _solution(seen, cover, weight, program, rules, chosen, found, began)


def _checked(contact, levels: Sequence[float], threshold: float) -> sparse.csr_matrix:
    table = sparse.csr_matrix(contact, dtype=np.float64)
    bad = ~((table.data >= 0) & (table.data <= 1))
    if bad.any():
        at = int(np.argmax(bad))
        row = int(np.searchsorted(table.indptr, at, side="right") - 1)
        raise AnalysisError("contact_not_usable", row=row, column=int(table.indices[at]))
    steps = np.asarray(levels, dtype=np.float64)
    if not len(steps) or not ((steps >= 0) & (steps <= 1)).all() or (np.diff(steps) > 0).any():
        raise AnalysisError("levels_not_usable", levels=", ".join(f"{step:g}" for step in steps))
    if not 0.0 < threshold <= 1.0:
        raise AnalysisError("threshold_not_usable", threshold=threshold)
    return table


def _conflicts(conflict: np.ndarray | None, sites: int) -> np.ndarray:
    if conflict is None:
        return np.zeros((sites, sites), dtype=bool)
    conflict = np.asarray(conflict)
    if conflict.dtype == bool and conflict.shape == (sites, sites):
        return conflict | conflict.T
    table = np.zeros((sites, sites), dtype=bool)
    pairs = conflict.reshape(-1, 2).astype(np.int64)
    table[pairs[:, 0], pairs[:, 1]] = table[pairs[:, 1], pairs[:, 0]] = True
    return table


def _spaced(rows: RuleRows, conflict: np.ndarray, rules: SiteRules, p: int | None, tick: Tick) -> RuleRows:
    """Spacing as rows: what conflicts with a site that is open anyway is closed, cliques hold the rest."""
    conflict = conflict.copy()
    np.fill_diagonal(conflict, False)
    conflict[np.ix_(rules.existing, rules.existing)] = False
    always = rows.lower == 1
    first, second = np.nonzero(np.triu(conflict & always[:, None] & always[None, :]))
    if len(first):
        raise AnalysisError("spacing_of_required", first=int(first[0]), second=int(second[0]))
    shut = conflict[:, always].any(axis=1)
    upper = np.where(shut, 0, rows.upper).astype(np.int8)
    free = (upper == 1) & ~always
    cliques = conflict_cliques(conflict & free[:, None] & free[None, :], tick)
    return replace(rows.with_rows(cliques, -np.inf, 1.0), upper=upper)


def _no_set(found: Outcome, program: Program, rules: SiteRules, time_limit: float, tick: Tick) -> AnalysisError:
    """Why there is no set: too little room for so many sites, or the rules together."""
    if found.bound > -np.inf:
        return AnalysisError("no_allowed_set_in_time", seconds=time_limit)
    sites = program.sites
    nobody = replace(program, cover=empty_rows(sites), worth=np.zeros((0, 1)), offset=0.0)
    room = replace(nobody, profit=np.ones(sites), count_low=0, whole=True)
    most = maximize(room, time_limit=5.0, tick=tick)
    if most.chosen is not None and most.bound < program.count_low - 0.5:
        held = int(rules.existing.sum())
        return AnalysisError("spacing_too_wide", wanted=program.count_low - held, most=max(int(most.bound) - held, 0))
    return AnalysisError("spacing_against_rules", rules=", ".join(dict.fromkeys(group.name for group in rules.groups)))


def _without_idle(program: Program, best: np.ndarray, rules: SiteRules) -> np.ndarray:
    """The same worth with fewer sites, where their number is free: no board that nobody new sees."""
    if program.count_low > 0:
        return best
    chosen = best.copy()
    worth = program.value(chosen)
    for site in np.flatnonzero(chosen & (program.lower == 0) & ~rules.existing)[::-1]:
        chosen[site] = False
        if program.value(chosen) < worth or not program.allows(chosen):
            chosen[site] = True
    return chosen


def _solution(
    seen: sparse.csr_matrix, cover: sparse.csr_matrix, weight: np.ndarray, program: Program, rules: SiteRules,
    best: np.ndarray, found: Outcome, began: float,
) -> Solution:  # fmt: skip
    chosen = np.flatnonzero(best)
    assigned = np.full(seen.shape[0], -1, dtype=np.int64)
    if len(chosen) and seen.shape[0]:
        mine = seen[:, chosen]
        at = np.asarray(mine.argmax(axis=1)).ravel()
        some = np.diff(mine.indptr) > 0
        assigned[some] = chosen[at[some]]
    times = np.rint(cover @ best.astype(np.float64))
    objective = program.value(best)
    bound = max(found.bound, objective)
    proven = is_proven(objective, bound, program.whole, maximize=True)
    figures = {
        "reached": float(weight[times >= 1].sum()), "contacts": float(weight @ times), "total": float(weight.sum()),
        "new": float((~rules.existing[chosen]).sum()),
    }  # fmt: skip
    return Solution(
        chosen, assigned, objective, bound, proven, PROVEN if proven else TIME_LIMIT, time.monotonic() - began,
        found.nodes, figures=figures,
    )  # fmt: skip
