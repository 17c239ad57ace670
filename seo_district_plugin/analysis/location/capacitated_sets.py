"""Good sets of the capacitated p-median: those that the dual takes, moved, swapped and polished."""

from __future__ import annotations

import heapq
import time

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from ..errors import Tick
from .capacitated_assign import Assigned, fits, residual, single_source, transport
from .capacitated_dual import Dual
from .capacitated_model import TOLERANCE, Model, side_rows

SWAPS_TRIED = 40
NEAREST = 5
FAR = 1e30


class OutOfTime(Exception):
    """The time limit was met; what is known so far stands."""


class Sets:
    """The best assignment of a solve, the heuristics that look for better ones, and the clock."""

    def __init__(self, model: Model, time_limit: float, tick: Tick) -> None:
        self.model = model
        self.started = time.monotonic()
        self.time_limit = time_limit
        self.tick = tick
        self.best: Assigned | None = None
        self.nodes = 0  # branches made so far
        self.here = 0.0  # bound of the branch in hand
        self.open_often = np.zeros(model.sites)  # how far the dual opened each site lately
        self.side = side_rows(model)
        self._seen: set[bytes] = set()
        self._sets: list[tuple[float, int, np.ndarray]] = []  # split objective, number, set: not yet polished
        self._tried = 0.0
        self._finite = np.where(np.isfinite(model.cost), model.cost, FAR).T

    @property
    def objective(self) -> float:
        return self.best.objective if self.best is not None else np.inf

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    def beat(self, _fraction: float = 0.0) -> None:
        """Tell how far the clock is, and stop at the limit."""
        self.tick(min(0.99, self.seconds / max(self.time_limit, 1e-9)))
        if self.seconds > self.time_limit:
            raise OutOfTime

    def is_allowed(self, chosen: np.ndarray) -> bool:
        """Whether a set, (m,) bool, keeps every rule."""
        rules, (matrix, limit) = self.model.rules, self.side
        if (chosen & rules.forbidden).any() or (rules.required & ~chosen).any():
            return False
        return bool((matrix @ chosen.astype(float) <= limit + TOLERANCE * np.maximum(1.0, np.abs(limit))).all())

    def offer(self, found: Assigned | None) -> bool:
        """Keep an assignment that is the best yet and keeps every rule."""
        if found is None or not found.objective < self.objective - 1e-9 * max(1.0, abs(found.objective)):
            return False
        if not self.is_allowed(found.chosen) or not fits(self.model, found):
            return False
        self.best = found
        return True

    def complete(self, value: np.ndarray) -> np.ndarray | None:
        """The cheapest allowed set by ``value`` whose capacity holds all demand, (m,) bool; None without one."""
        matrix, limit = self.side
        rows = [
            LinearConstraint(matrix, -np.inf, limit),
            LinearConstraint(sparse.csr_matrix(self.model.capacity), float(self.model.weight.sum()), np.inf),
        ]
        rules = self.model.rules
        done = milp(
            value,
            integrality=np.ones(self.model.sites),
            bounds=Bounds(rules.required.astype(float), 1.0 - rules.forbidden),
            constraints=rows,
            options={"time_limit": 2.0, "mip_rel_gap": 0.0, "presolve": False},  # see integer.py
        )
        return None if done.x is None else done.x > 0.5

    def try_set(self, chosen: np.ndarray) -> Assigned | None:
        """Assign to a set, move sites to where their demand is best served, and offer what comes out."""
        last: Assigned | None = None
        while True:
            key = np.packbits(chosen).tobytes()
            if key in self._seen:
                return last
            self._seen.add(key)
            self.beat()
            split = transport(self.model, chosen).assigned
            if split is None:
                return last
            found: Assigned | None = split
            if not self.model.split and not self.model.cannot_improve(split.objective, self.objective):
                heapq.heappush(self._sets, (split.objective, len(self._seen), chosen))
            if not self.model.split and self.model.rounded_up(split.objective) < self.objective:
                found = single_source(self.model, chosen, split)
            elif not self.model.split:
                found = None
            self.offer(found)
            if last is not None and split.objective >= last.objective - 1e-9:
                return last
            last = split
            chosen = self._moved(split)

    def polish(self, count: int) -> None:
        """Exact or nearly so: whole demands to the sites of the most promising sets, each to one of its nearest."""
        model = self.model
        while self._sets and count > 0:
            split, _number, chosen = heapq.heappop(self._sets)
            if model.cannot_improve(split, self.objective):
                self._sets = []
                return
            count -= 1
            self.beat()
            cost = np.where(chosen[:, None], model.cost, np.inf)
            rank = np.argsort(np.argsort(cost, axis=0, kind="stable"), axis=0, kind="stable")
            pairs = np.isfinite(cost) & (rank < NEAREST)
            left = max(0.05, min(1.0, self.time_limit - self.seconds))
            self.offer(residual(model, pairs, chosen, chosen, self.side, self.objective, left).assigned)

    def _moved(self, split: Assigned) -> np.ndarray:
        """The set with each site moved to where the same demand is served cheapest, one by one while allowed."""
        model = self.model
        sites = np.flatnonzero(split.chosen)
        place = np.searchsorted(sites, split.site)
        flow = sparse.csr_matrix((split.share, (place, split.demand)), shape=(len(sites), len(model.weight)))
        cost = np.asarray(flow @ self._finite)
        load = np.bincount(place, weights=split.share * model.weight[split.demand], minlength=len(sites))
        cost[load[:, None] > model.capacity[None, :] * (1 + 1e-9)] = FAR
        cost[:, model.rules.forbidden] = FAR
        now = cost[np.arange(len(sites)), sites]
        chosen = split.chosen.copy()
        target = np.argmin(cost, axis=1)
        for row in np.argsort(cost[np.arange(len(sites)), target] - now):
            best = int(target[row])
            if chosen[best] or cost[row, best] >= now[row] - 1e-9:
                continue
            trial = chosen.copy()
            trial[sites[row]], trial[best] = False, True
            if self.is_allowed(trial):
                chosen = trial
        return chosen

    def watch(self, dual: Dual) -> float:
        """Try the set that the dual takes, as long as trying has had less than a third of the time."""
        self.here = max(self.here, dual.bound)
        self.open_often += 0.1 * (dual.open - self.open_often)
        if self._tried < 0.3 + (0.35 if self.nodes == 0 or self.model.split else 0.1) * self.seconds:
            start = time.monotonic()
            chosen = dual.open > 0.5
            short = self.model.capacity[chosen].sum() < self.model.weight.sum() * (1 - 1e-12)
            if short or not self.is_allowed(chosen):
                completed = self.complete(dual.value)
                chosen = chosen if completed is None else completed
            self.try_set(chosen)
            self._tried += time.monotonic() - start
        return self.objective

    def interchange(self, dual: Dual) -> None:
        """Swap one open site for a closed one while the dual allows a better set, most promising swaps first."""
        tried = True
        while tried and self.best is not None:
            tried = False
            chosen = self.best.chosen
            base = dual.price.sum() + dual.value[chosen].sum()
            out, into = np.flatnonzero(chosen), np.flatnonzero(~chosen & ~self.model.rules.forbidden)
            if not len(into):
                return
            hope = base - dual.value[out][:, None] + dual.value[into][None, :]
            order = np.argsort(hope, axis=None)[:SWAPS_TRIED]
            before = self.objective
            for at in order:
                row, column = divmod(int(at), len(into))
                if self.model.cannot_improve(float(hope[row, column]), self.objective):
                    break
                trial = chosen.copy()
                trial[out[row]], trial[into[column]] = False, True
                if self.is_allowed(trial):
                    self.try_set(trial)
                if self.objective < before:
                    tried = True
                    break
