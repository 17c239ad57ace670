"""The proof for the capacitated p-median: reduced-cost fixing, and branch and bound with warm duals."""

from __future__ import annotations

import heapq
import time
from dataclasses import dataclass, field

import numpy as np

from ..errors import Tick
from .capacitated_assign import Answer, residual, transport
from .capacitated_dual import Dual, Knapsacks, ascend
from .capacitated_model import TOLERANCE, Fixed, Model, root_fixed, select_simple
from .capacitated_sets import OutOfTime, Sets

ROOT_STEPS, NODE_STEPS = 500, 60
DIRECT = 800
"""Instances of so few pairs go to the mixed-integer solver at once."""


@dataclass(order=True)
class Node:
    """A branch: its bound, what it has decided, the prices to start from, and demands tied to some sites."""

    bound: float
    number: int
    fixed: Fixed = field(compare=False)
    price: np.ndarray = field(compare=False)
    ties: tuple[tuple[int, np.ndarray], ...] = field(compare=False, default=())


class Search(Sets):
    """State of one solve: the heuristics, the open branches, and what is proven."""

    START_SIZE = 3000.0  # pairs that a short call of the mixed-integer solver is trusted with, until it shows

    def __init__(self, model: Model, time_limit: float, tick: Tick) -> None:
        super().__init__(model, time_limit, tick)
        self.floor = np.inf  # bounds of branches that were left without an answer
        self.heap: list[Node] = []
        self._size = self.START_SIZE

    def run(self) -> None:
        """Search until proven or out of time."""
        model = self.model
        ordered = np.sort(model.cost, axis=0)
        second = ordered[min(1, model.sites - 1)]
        price = np.where(np.isfinite(second), second, ordered[0])
        self.heap = [Node(0.0, 0, root_fixed(model), price)]
        try:
            start = self.complete(-model.capacity)
            if start is not None:
                self.try_set(start)
            pairs = np.isfinite(model.cost)
            if pairs.sum() <= DIRECT and self._residual(pairs, root_fixed(model), self.objective).finished:
                self.heap = []
            while self.heap:
                node = heapq.heappop(self.heap)
                if model.cannot_improve(node.bound, self.objective):
                    self.heap = []
                    break
                self.here = node.bound
                self._process(node)
        except OutOfTime:
            self.floor = min(self.floor, self.here)

    @property
    def bound(self) -> float:
        """What no set can beat, as known now."""
        left = min([self.floor, self.objective] + [node.bound for node in self.heap])
        return min(self.model.rounded_up(left), self.objective)

    def _process(self, node: Node) -> None:
        self.beat()
        self.open_often[:] = 0.0
        if node.number % 4 == 3:
            self.polish(1)
        cost, model = _tied(self.model.cost, node.ties), self.model
        fixed, price = node.fixed, node.price
        for turn in range(3):
            steps = ROOT_STEPS if node.number == 0 and turn == 0 else NODE_STEPS
            knapsacks = Knapsacks(model, cost, ~fixed.closed)
            dual, often = ascend(
                model, knapsacks, price, fixed, self.objective, steps=steps, tick=self.beat, watch=self.watch
            )
            if dual is None:
                return
            self.here = max(node.bound, dual.bound)
            if model.cannot_improve(self.here, self.objective):
                return
            if node.number == 0 and turn == 0:
                self.interchange(dual)
                self.polish(8)
            before = int(fixed.open.sum() + fixed.closed.sum())
            tightened = self._fix(knapsacks, dual, fixed)
            if tightened is None:
                return
            fixed, price = tightened, dual.price
            if int(fixed.open.sum() + fixed.closed.sum()) <= before + 0.1 * (model.sites - before):
                break
        if dual is not None:
            self._settle(node, fixed, dual, often, cost)

    def _fix(self, knapsacks: Knapsacks, dual: Dual, fixed: Fixed) -> Fixed | None:
        """Sites that no better set can hold are closed, those it must hold opened; None where neither is left."""
        total = float(dual.price.sum())
        for site in np.flatnonzero(~fixed.open & ~fixed.closed):
            if fixed.open[site] or fixed.closed[site]:
                continue
            verdicts = []
            for is_open in (True, False):
                found = select_simple(self.model, dual.value, fixed.with_site(int(site), is_open))
                verdicts.append(found is None or self.model.cannot_improve(total + found[0], self.objective))
            if all(verdicts):
                return None
            if verdicts[0]:
                fixed = fixed.with_site(int(site), False)
            elif verdicts[1]:
                fixed = fixed.with_site(int(site), True)
        if int(fixed.open.sum()) >= self.model.most:
            fixed = Fixed(fixed.open, ~fixed.open)
        return fixed

    def _settle(self, node: Node, fixed: Fixed, dual: Dual, often: np.ndarray, cost: np.ndarray) -> None:
        """Answer a branch outright when little of it is left, else split it."""
        free = ~fixed.open & ~fixed.closed
        here, model = self.here, self.model
        if model.split and not free.any():
            answer = transport(model, fixed.open)
            if answer.finished:
                self.offer(answer.assigned)
            else:
                self.floor = min(self.floor, here)
            return
        if free.any() and self._probe(node, fixed, dual, cost):
            return
        here = self.here
        pairs = self._pairs(dual, fixed, cost, self.objective)
        if int(pairs.sum()) <= self._size or not free.any():
            answer = self._residual(pairs, fixed, self.objective)
            if answer.finished:
                return
            here = max(here, answer.bound)
        self._branch(node, fixed, dual, often, pairs, here)

    def _branch(self, node: Node, fixed: Fixed, dual: Dual, often: np.ndarray, pairs: np.ndarray, here: float) -> None:
        """Single-source: the sites of the demand that the relaxation shares out most, the near half or the far half.

        Both halves raise the bound, which opening or closing one site of many seldom does (Ceselli and Righini 2005). A
        demand that may be split can use both halves at once: there, and where every demand has one choice left, the
        site that the relaxation opens half is opened or closed.
        """
        choices = pairs.sum(axis=0)
        mass = np.where(pairs, often, 0.0)
        share = mass / np.maximum(mass.sum(axis=0), 1e-12)
        score = np.where(choices > 1, self.model.weight * (1.001 - share.max(axis=0)), -1.0)
        one = int(np.argmax(score))
        if self.model.split or score[one] < 0:
            free = ~fixed.open & ~fixed.closed
            if not free.any():
                self.floor = min(self.floor, here)
                return
            site = int(np.argmin(np.where(free, np.abs(self.open_often - 0.5), np.inf)))
            for is_open in (True, False):
                self._push(here, fixed.with_site(site, is_open), dual.price, node.ties)
            return
        sites = np.flatnonzero(pairs[:, one])
        sites = sites[np.argsort(self.model.cost[sites, one], kind="stable")]
        part = np.cumsum(share[sites, one])
        at = int(np.clip(np.searchsorted(part, 0.5) + 1, 1, len(sites) - 1))
        if at > 1 and part[at - 1] - 0.5 > 0.5 - part[at - 2]:
            at -= 1
        for allowed in (sites[:at], sites[at:]):
            self._push(here, fixed, dual.price, (*node.ties, (one, allowed)))

    def _probe(self, node: Node, fixed: Fixed, dual: Dual, cost: np.ndarray) -> bool:
        """Look for sets below a target so near the bound that little is left: a better set, or a better bound.

        Returns:
            True when the branch is answered.
        """
        low, goal = self.here, self.objective
        if not np.isfinite(goal) or self.model.split:  # shares leave every pair in play: little would be cut off
            return False
        size, least = min(700.0, 0.5 * self._size), 0.0 if node.number == 0 else 0.4
        while size <= 1.2 * self._size:
            share, target, pairs = 1.0, goal, None
            for _ in range(8):
                target = self.model.rounded_up(low + share * (goal - low))
                pairs = self._pairs(dual, fixed, cost, target)
                if pairs.sum() <= size:
                    break
                share *= 0.75
            if pairs is None or pairs.sum() > size or share < least or self.model.cannot_improve(self.here, target):
                return False
            answer = self._residual(pairs, fixed, target)
            if not answer.finished:
                return False
            if answer.assigned is not None or share == 1.0:
                return True  # the best set of the branch, or none that improves
            self.here = max(self.here, target)
            size, least = 1.6 * size, 0.0
        return False

    def _residual(self, pairs: np.ndarray, fixed: Fixed, target: float) -> Answer:
        start = time.monotonic()
        left = max(0.05, self.time_limit - self.seconds)
        answer = residual(self.model, pairs, fixed.open, ~fixed.closed, self.side, target, left)
        self.offer(answer.assigned)
        spent = time.monotonic() - start
        if not answer.finished:
            self._size = max(300.0, 0.7 * min(self._size, float(pairs.sum())))
        elif spent < 0.5:
            self._size *= 1.25
        self.beat()
        return answer

    def _pairs(self, dual: Dual, fixed: Fixed, cost: np.ndarray, target: float) -> np.ndarray:
        """(m, n) bool: pairs that an assignment below the target may use."""
        pairs = np.isfinite(cost) & ~fixed.closed[:, None]
        if not np.isfinite(target):
            return pairs
        knapsacks = Knapsacks(self.model, cost, ~fixed.closed)
        linear, ratio, _taken = knapsacks.linear(dual.price)
        total = float(dual.price.sum())
        for site in np.flatnonzero(~fixed.closed):
            found = select_simple(self.model, dual.value, fixed.with_site(int(site), True))
            if found is None:
                pairs[site] = False
                continue
            if self.model.cannot_improve(total + found[0], target):
                pairs[site] = False
                continue
            if self.model.split:  # a share as small as you like costs next to nothing
                continue
            base = total + found[0] - dual.value[site] + linear[site]
            extra = np.maximum(0.0, cost[site] - dual.price - ratio[site] * self.model.weight)
            bound = base + extra
            if self.model.whole:
                bound = np.ceil(bound - 1e-6)
            pairs[site] &= bound < target - TOLERANCE * max(1.0, abs(target))
        return pairs

    def _push(self, bound: float, fixed: Fixed, price: np.ndarray, ties: tuple) -> None:
        self.nodes += 1
        heapq.heappush(self.heap, Node(bound, self.nodes, fixed, price, ties))


def _tied(cost: np.ndarray, ties: tuple[tuple[int, np.ndarray], ...]) -> np.ndarray:
    """The costs with each tied demand kept to its sites."""
    if not ties:
        return cost
    cost = cost.copy()
    for one, sites in ties:
        kept = cost[sites, one].copy()
        cost[:, one] = np.inf
        cost[sites, one] = kept
    return cost
