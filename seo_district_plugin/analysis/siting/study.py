"""A siting study: which sites to open under stated rules, with the proof and what each site gains.

``Study`` says what is asked, ``solve`` answers. Everything is arrays, so that any algorithm that has costs, weights and
rules (a recipe for care centers, boards) asks in the same way. Sites are columns; existing ones among them.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from ..location.demand import rows_of
from ..location.equity import kappa_of, kolm_pollak, transformed_costs
from ..location.evaluate import assign
from ..location.types import Costs, SiteRules, Solution, is_proven
from .models import COVERING, MAXIMIZING, MODELS, solver_of
from .serving import Serving, Spread, serve, spread_of

UNREACHABLE = "unreachable"
BEYOND_RADIUS = "beyond_radius"
NOT_CHOSEN = "not_covered"
_ROUNDING = 1e-11


@dataclass(frozen=True)
class Study:
    """What is asked.

    Attributes:
        model: one of ``MODELS``.
        costs: n demands x m sites; an absent pair cannot be served.
        weight: (n,) float64 > 0.
        facilities: new sites to open; not used by lscp and lscpb.
        rules: on the m sites; ``existing`` says which of them stand already.
        radius: for lscp, lscpb, mclp, in the unit of the costs.
        capacity: (m,) weight each site can serve, for capacitated. split: a demand may be shared by sites.
        kappa: for pmedian: above 0 the Kolm-Pollak equivalent with this parameter (per unit of cost) is minimized
            instead of the sum; see :func:`with_aversion`.
        distance: (m, m) between sites, for dispersion.
        time_limit: seconds. seed: start of the random numbers.
    """

    model: str
    costs: Costs
    weight: np.ndarray
    facilities: int
    rules: SiteRules
    radius: float = np.nan
    capacity: np.ndarray | None = None
    split: bool = False
    kappa: float = 0.0
    distance: np.ndarray | None = None
    time_limit: float = 60.0
    seed: int = 0

    @property
    def maximizing(self) -> bool:
        return self.model in MAXIMIZING

    @property
    def sites(self) -> int:
        return self.costs.columns


@dataclass(frozen=True)
class Answer:
    """What is answered.

    Attributes:
        study: what was asked.
        solution: of the solver, over all n demands (``assigned`` -1 where nobody serves).
        serving: who serves whom, and what each open site gains.
        unserved: (u,) int64 demands that no open site serves. reason: (u,) why: ``unreachable`` (no allowed site at
            all), ``beyond_radius`` (no allowed site within the radius), ``not_covered`` (mclp: no chosen one is).
        seconds: spent on solving.
    """

    study: Study
    solution: Solution
    serving: Serving
    unserved: np.ndarray
    reason: np.ndarray
    seconds: float

    @property
    def objective(self) -> float:
        return self.solution.objective

    @property
    def chosen(self) -> np.ndarray:
        """(k,) columns of all open sites."""
        return self.solution.chosen

    @property
    def opened(self) -> np.ndarray:
        """Columns of the sites that are new."""
        return self.chosen[~self.study.rules.existing[self.chosen]]

    @property
    def closed(self) -> np.ndarray:
        """Columns of existing sites that are closed."""
        standing = np.flatnonzero(self.study.rules.existing)
        return standing[~np.isin(standing, self.chosen)]

    def spread(self) -> Spread:
        """How the cost is spread over those who are served."""
        serving = self.serving
        return spread_of(serving.cost, self.study.weight[serving.demand] * serving.share)


def check(study: Study) -> None:
    """What makes a study impossible before any solver starts.

    Raises:
        AnalysisError: ``unknown_model`` (model, known), ``weights_not_positive`` (row), ``no_sites`` (),
            ``radius_missing`` (model), ``capacity_missing`` (), ``distances_missing`` ().
    """
    if study.model not in MODELS:
        raise AnalysisError("unknown_model", model=study.model, known=MODELS)
    bad = np.flatnonzero(~(study.weight > 0))
    if len(bad):
        raise AnalysisError("weights_not_positive", row=int(bad[0]))
    if not study.sites:
        raise AnalysisError("no_sites")
    if study.model in COVERING and not study.radius >= 0:
        raise AnalysisError("radius_missing", model=study.model)
    if study.model == "capacitated" and study.capacity is None:
        raise AnalysisError("capacity_missing")
    if study.model == "dispersion" and study.distance is None:
        raise AnalysisError("distances_missing")


def solve(study: Study, tick: Tick = no_tick, *, all_demand: bool = False) -> Answer:
    """Answer a study.

    Demands that no allowed site can serve (for covering models: within the radius) are left out of the question and
    listed with their reason; the proof holds for the others.

    Args:
        all_demand: refuse to leave out any, so that answers can be compared.

    Raises:
        AnalysisError: those of :func:`check`; ``demand_lost`` (count) with ``all_demand``; ``nobody_reachable``
            (demands); ``nobody_within_radius`` (demands, radius); those of the solvers, among them what is said of too
            many sites and of rules that contradict.
    """
    check(study)
    started = time.perf_counter()
    possible, reason = servable(study)
    rows = np.flatnonzero(possible)
    if study.model != "dispersion" and not len(rows):
        if study.model in COVERING:
            raise AnalysisError("nobody_within_radius", demands=study.costs.rows, radius=study.radius)
        raise AnalysisError("nobody_reachable", demands=study.costs.rows)
    if all_demand and study.model not in MAXIMIZING and len(rows) < study.costs.rows:
        raise AnalysisError("demand_lost", count=study.costs.rows - len(rows))
    part = study if possible.all() else replace(study, costs=rows_of(study.costs, rows), weight=study.weight[rows])
    try:
        found = _found(part, tick)
    except AnalysisError as error:
        row = error.values.get("row")
        if part is not study and isinstance(row, int):
            error.values["row"] = int(rows[row])
        raise
    solution = found if part is study else _over_all(found, rows, study.costs.rows)
    if abs(solution.objective - solution.bound) <= _ROUNDING * max(1.0, abs(solution.objective)):
        solution = replace(solution, bound=solution.objective)  # they differ by the order of a sum only
    serving = serve(study, solution)
    left = np.flatnonzero(~serving.served)
    why = np.array([reason[at] or NOT_CHOSEN for at in left], dtype=object)
    return Answer(study, solution, serving, left, why, time.perf_counter() - started)


def with_aversion(study: Study, aversion: float, tick: Tick = no_tick) -> Study:
    """The study with its Kolm-Pollak parameter, from the costs that people have in its plain p-median.

    Args:
        aversion: of inequality: 1 moderate, 2 strong.
    """
    plain = solve(study, tick)
    serving = plain.serving
    return replace(study, kappa=kappa_of(serving.cost, study.weight[serving.demand], aversion))


def _found(study: Study, tick: Tick) -> Solution:
    """The solver's answer; with aversion the costs go through an exponential and the result back."""
    if not (study.model == "pmedian" and study.kappa > 0):
        return solver_of(study)(tick)
    grown = transformed_costs(study.costs, study.weight, study.kappa)
    found = solver_of(replace(study, costs=grown.costs, kappa=0.0))(tick)
    bound = grown.equivalent(found.bound)
    _, cost = assign(study.costs, found.chosen)
    objective = kolm_pollak(cost, study.weight, study.kappa)
    proven = found.proven and is_proven(objective, bound, False)
    return replace(found, objective=objective, bound=min(bound, objective), proven=proven)


def the_same_demand(answer: Answer) -> Study:
    """The study without the demands that were left out of it."""
    study = answer.study
    possible, _ = servable(study)
    if study.model in MAXIMIZING or possible.all():
        return study
    rows = np.flatnonzero(possible)
    return replace(study, costs=rows_of(study.costs, rows), weight=study.weight[rows])


def servable(study: Study) -> tuple[np.ndarray, np.ndarray]:
    """(n,) bool demands that an allowed site can serve, and (n,) why the others cannot."""
    costs = study.costs
    allowed = ~study.rules.forbidden[costs.site]
    reach = _any(costs, allowed)
    reason = np.full(costs.rows, "", dtype=object)
    reason[~reach] = UNREACHABLE
    if study.model not in COVERING:
        return reach, reason
    near = _any(costs, allowed & (costs.value <= study.radius))
    reason[reach & ~near] = BEYOND_RADIUS
    return near, reason


def _any(costs: Costs, pair: np.ndarray) -> np.ndarray:
    return np.bincount(costs.demand()[pair], minlength=costs.rows) > 0


def _over_all(found: Solution, rows: np.ndarray, demands: int) -> Solution:
    """A solution for some demands as one for all."""
    assigned = np.full(demands, -1, dtype=np.int64)
    if len(found.assigned) == len(rows):
        assigned[rows] = found.assigned
    parts = found.parts
    if parts is not None:
        parts = np.column_stack([rows[parts[:, 0].astype(np.int64)], parts[:, 1:]])
    return replace(found, assigned=assigned, parts=parts)
