"""The p-median: the sites whose weighted cost to all demands is least, with a bound that says how good they are.

    minimize  sum_ij w_i c_ij x_ij   subject to   sum_j x_ij = 1,  x_ij <= y_j,  sum_j y_j = p,  y in {0, 1}, rules on y

The way: a first set by interchange; the Lagrangian dual (bound, and which sites can matter at all); a better set from
the sites that the dual chooses; branch and bound over what is left.
"""

from __future__ import annotations

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .clock import Clock
from .core import solve_core
from .cover import Cover
from .evaluate import assign, is_whole, weighted_sum
from .interchange import MANY, Interchange
from .lagrangian import Dual, Part, ascend
from .neartable import NearTable, trimmed
from .rules import Limits, feasible_set, limits_of
from .tables import DenseTable, step_scale, trimmed_dense, weighted
from .tree import Node, Tree
from .types import PROVEN, TIME_LIMIT, Costs, SiteRules, Solution, is_proven

NEAR_FROM, PROGRAM_FROM = 30, 16
"""Open sites from which the dual reads each demand's nearest sites instead of all (about equally quick there), and from
which a small integer program finds better sets than more interchange does (measured)."""

STAGES, WORTH = 8, 0.05
"""The dual of the root is improved in so many stages, as long as one closes such a share of the gap."""

RULE_SIZE = 2.0
"""Largest entry of a rule's row: its multiplier then moves at the pace of the demands' dual values. With prices as
they come (around 100) the dual hardly moves at all (measured: proof in 2 s against a gap of 2 % after 30 s)."""

LARGE = 3_000_000
"""Pairs from which a quarter of the sites is tried first."""


def solve_pmedian(
    costs: Costs,
    weight: np.ndarray,
    p: int,
    rules: SiteRules,
    *,
    time_limit: float = 60.0,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Solution:
    """The p-median with proof, or the best set found in time with its bound.

    Args:
        costs: of n demands and m sites. weight: (n,) > 0. p: number of new sites to open. rules: on the m sites.
        time_limit: seconds. seed: of the random starts. tick: progress; may raise ``Cancelled``.

    Raises:
        AnalysisError: of :func:`rules.limits_of`; ``weights_not_positive`` (row); ``demand_unreachable`` (row,
            demands) when no allowed site reaches a demand; ``demands_need_more_sites`` (wanted) when no allowed set
            serves all demands; ``no_set_in_time`` (seconds) when that could not be found out.
    """
    clock = Clock(time_limit, tick)
    limits = limits_of(rules, p)
    weight = np.asarray(weight, dtype=np.float64)
    wrong = np.flatnonzero(~(weight > 0) | ~np.isfinite(weight))
    if len(wrong):
        raise AnalysisError("weights_not_positive", row=int(wrong[0]))
    return solve_limits(costs, weight, limits, clock, seed)


def solve_limits(
    costs: Costs, weight: np.ndarray, limits: Limits, clock: Clock, seed: int, start: np.ndarray | None = None
) -> Solution:
    """The p-median with the rules in their common form; ``start`` is a set known to be allowed."""
    search = Search(costs, weight, limits, seed, clock)
    if start is not None:
        search.offer(np.searchsorted(search.sites, start))
    return search.solution()


class Search:
    """One p-median problem on its way to a solution; sites are counted among those that are not closed.

    Attributes:
        sites: (f,) columns that may be open. cost: (f, n) weighted costs. best: value of the best set, ``inf`` without.
    """

    def __init__(self, costs: Costs, weight: np.ndarray, limits: Limits, seed: int, clock: Clock) -> None:
        self.costs, self.weight, self.clock = costs, weight, clock
        self.random = np.random.default_rng(seed)
        self.whole = is_whole(costs, weight)
        self.sites = np.flatnonzero(~limits.closed)
        self.limits = limits.among(self.sites).scaled(RULE_SIZE)
        self.cost = weighted(costs, weight)[self.sites]
        lost = np.flatnonzero(~np.isfinite(self.cost.min(axis=0))) if costs.rows else np.zeros(0, np.int64)
        if len(lost):
            raise AnalysisError("demand_unreachable", row=int(lost[0]), demands=len(lost))
        clock.over()
        self.scale = step_scale(self.cost)
        clock.over()
        self.interchange = Interchange(self.cost, self.limits)
        clock.over()
        self.best, self.chosen = np.inf, np.zeros(0, np.int64)
        self.elite: list[tuple[float, np.ndarray]] = []
        self.nodes = 0

    # ------------------------------------------------------------------ sets
    def offer(self, at: np.ndarray) -> float:
        """Value of a set, ``inf`` when it is not allowed or leaves a demand unserved; the best is kept."""
        if not self.limits.allows(at):
            return np.inf
        value = float(self.cost[at].min(axis=0).sum())
        if value < self.best:
            self.best, self.chosen = value, np.sort(at)
        return value

    def totals(self, opened: np.ndarray, free: np.ndarray) -> np.ndarray:
        """(f,) value of the open sites with each of the free ones."""
        cap = self.cost[opened].min(axis=0) if len(opened) else np.inf
        step = max(1, (1 << 20) // max(self.costs.rows, 1))
        parts = [np.minimum(self.cost[free[at : at + step]], cap).sum(axis=1) for at in range(0, len(free), step)]
        return np.concatenate(parts)

    def cost_of(self, at: np.ndarray) -> np.ndarray:
        """(s, n) weighted costs of some sites."""
        return self.cost[at]

    def improve(self, at: np.ndarray) -> None:
        """Interchange from a set, then the way between what it leads to and the best sets so far."""
        if not self.limits.allows(at):
            return
        found = self.interchange.descend(at, self.clock)
        value = self.offer(found)
        if any(np.array_equal(found, other) for _, other in self.elite):
            return
        others = list(self.elite) if self.limits.count < MANY else []
        for _, other in others:
            between = self.interchange.relink(found, other, self.clock)
            self.offer(self.interchange.descend(between, self.clock))
        self.elite = sorted([*self.elite, (value, found)], key=lambda entry: entry[0])[:4]

    def start(self) -> np.ndarray:
        """A random allowed set."""
        limits = self.limits
        if len(limits.limit):
            found = feasible_set(limits, self.random.random(len(limits.opened)))
            return np.zeros(0, np.int64) if found is None else found
        free, fixed = np.flatnonzero(~limits.opened), np.flatnonzero(limits.opened)
        return np.concatenate([fixed, self.random.choice(free, limits.count - len(fixed), replace=False)])

    # ------------------------------------------------------------------ solving
    def solution(self) -> Solution:
        """Search, prove, and value the best set in plain arithmetic."""
        bound = self._solve()
        if not np.isfinite(self.best) and bound == np.inf:
            raise AnalysisError("demands_need_more_sites", wanted=self.limits.count)
        if not np.isfinite(self.best):
            raise AnalysisError("no_set_in_time", seconds=self.clock.limit)
        chosen = self.sites[self.chosen]
        assigned, cost = assign(self.costs, chosen)
        objective = weighted_sum(self.weight, cost)
        # Between whole numbers there is nothing: a bound of 7.2 is one of 8.
        bound = min(float(np.ceil(bound - 5e-7)) if self.whole else bound, objective)
        proven = is_proven(objective, bound, self.whole)
        status = PROVEN if proven else TIME_LIMIT
        return Solution(chosen, assigned, objective, bound, proven, status, self.clock.spent(), nodes=self.nodes)

    def _root(self) -> Part:
        count, rows = self.limits.count, self.costs.rows
        cap = np.full(rows, np.inf)
        every = np.arange(len(self.sites))
        if count < NEAR_FROM:
            table: DenseTable | NearTable = DenseTable(self.cost, every, cap, self.scale)
        else:
            table = NearTable.of(self.cost, every, 4 * len(every) // count + 8, cap, self.scale)
        return Part(table, count, self.limits.matrix, self.limits.limit)

    def _solve(self) -> float:
        limits = self.limits
        root = self._root()
        opened, free = np.flatnonzero(limits.opened), np.flatnonzero(~limits.opened)
        # From afar the interchange takes many swaps; with many sites the dual leads nearer.
        (self.offer if limits.count >= MANY and self.interchange.complete else self.improve)(self.start())
        if not np.isfinite(self.best) and not self.interchange.complete:
            self._serve_all()
        tree = Tree(root, self.whole, self, self.clock)
        dual = Dual(self._first_dual(root), np.zeros(len(limits.limit)))
        if isinstance(root.table, DenseTable) and root.table.cost.size > LARGE and not len(limits.limit):
            dual = self._coarse(dual)
        bound = -np.inf
        for stage in range(STAGES):
            count, before = limits.count - len(opened), bound
            if not 0 < count < len(free) or bound >= tree.cutoff or self.clock.over():
                break
            part, rows, settled = tree.part(opened, free, dual)
            found = ascend(
                part, Dual(dual.demand[rows], dual.rules), self.best - settled, self.clock,
                steps=1500 if stage else 200, factor=1.0 if stage else 1.5,
                patience=25 if stage else 10, enough=tree.cutoff - settled,
            )  # fmt: skip
            bound = max(bound, found.bound + settled)
            dual = tree.whole_dual(found, rows, opened, settled)
            if bound >= tree.cutoff or self.clock.over():
                break
            stalls = stage > 0 and bound - before < WORTH * (tree.cutoff - bound)
            if stage == 0 or stalls or stage == STAGES - 1:
                self._from_dual(part, free, opened, dual, found)
            close, must = tree.fixings(found, count, found.bound + settled)
            opened, free = np.concatenate([opened, free[must]]), free[~close & ~must]
            tree.root = self._trimmed(root, opened, free, tree.most(dual))
            if stalls:
                break
        tree.push(Node(opened, free, dual, bound))
        tree.search()
        self.nodes = tree.nodes
        return tree.bound

    def _coarse(self, dual: Dual) -> Dual:
        """Dual values of the problem with a quarter of the sites: near those of the whole, in a quarter of the time."""
        part = self.random.choice(len(self.sites), max(len(self.sites) // 4, self.limits.count), replace=False)
        at = np.union1d(part, self.chosen)
        table = DenseTable(self.cost[at], at, np.full(self.costs.rows, np.inf), self.scale)
        if not np.isfinite(table.least()).all():
            return dual
        quarter = Part(table, self.limits.count, self.limits.matrix[:, at], self.limits.limit)
        found = ascend(quarter, dual, self.best, self.clock, steps=400, factor=1.5, patience=15, enough=np.inf)
        return Dual(found.demand, found.rules)

    def _serve_all(self) -> None:
        """The interchange found no set that serves every demand: is there one at all?"""
        found = Cover(np.isfinite(self.cost.T), self.limits, self.clock).answer()
        if found is None:
            raise AnalysisError("demands_need_more_sites", wanted=self.limits.count)
        if found is not False:
            self.offer(found)
            self.improve(found)

    def _trimmed(self, root: Part, opened: np.ndarray, free: np.ndarray, most: np.ndarray) -> Part:
        kept = np.zeros(len(self.sites), bool)
        kept[opened], kept[free] = True, True
        table = root.table
        less = trimmed(table, kept, most) if isinstance(table, NearTable) else trimmed_dense(table, kept, most)
        return Part(less, root.count, root.matrix, root.limit)

    def _first_dual(self, root: Part) -> np.ndarray:
        """Each demand's cost to about the second open site, where the dual values end as a rule."""
        table = root.table
        if isinstance(table, NearTable):
            width = table.cost.shape[1]
            value = table.cost[:, min(max(1, len(table.sites) // root.count), width - 1)]
            return np.where(np.isfinite(value), value, table.least())
        return self.cost[self.chosen].min(axis=0) if len(self.chosen) else table.least()

    def _from_dual(self, part: Part, free: np.ndarray, opened: np.ndarray, dual: Dual, found: Dual) -> None:
        """Better sets from the sites that the dual chooses: interchange from them, and a small integer program."""
        count = part.count
        often = np.argsort(-found.frequency, kind="stable")
        self.improve(np.concatenate([opened, free[often[:count]]]))
        if self.limits.count < PROGRAM_FROM or self.clock.over():
            return
        order = np.sort(found.scores)[::-1]
        behind = np.maximum(order[count - 1] - found.scores, 0.0)
        few = min(len(free), int(1.5 * count) + 30)
        sites = np.concatenate([opened, free[np.argsort(behind, kind="stable")[:few]]])
        cost = self.cost[sites]
        third = np.partition(cost, min(2, len(cost) - 1), axis=0)[min(2, len(cost) - 1)]
        most = np.nextafter(np.maximum(1.3 * dual.demand, third), np.inf)
        answer = solve_core(
            cost, most, np.arange(len(sites)) < len(opened), self.limits.count, self.limits.matrix[:, sites],
            self.limits.limit, self.clock.highs(),
        )  # fmt: skip
        if answer.chosen is not None:
            self.improve(sites[answer.chosen])
