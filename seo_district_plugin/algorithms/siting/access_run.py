"""A run of the accessibility analysis: read, measure, score, judge, deliver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .access_inputs import Places, check_reach, reach_costs, read_places, tell_of_same_spots

if TYPE_CHECKING:
    from ...analysis.access.groups import Judged
    from ...analysis.access.types import Access
    from ...analysis.location.types import Costs
    from ..streets import Streets


@dataclass
class Case:
    """What one run found.

    Attributes:
        method, radius: of the run. decay: what weighs distance, in words; empty for methods without.
        demand, services: the places; arrays of ``access`` and ``judged`` run over the rows of these that take part.
        straight: (k,) meters from each demand to the nearest service, as the crow flies.
        same_spots: services on the spot of another.
        streets: the network, if there is one.
    """

    method: str
    radius: float
    decay: str
    demand: Places
    services: Places
    access: Access
    judged: Judged
    straight: np.ndarray
    same_spots: int
    streets: Streets | None

    @property
    def people(self) -> np.ndarray:
        """(k,) people of each demand that takes part."""
        return self.demand.kept()


def execute(run: Run) -> None:
    """Everything between the settings and the delivered layers."""
    from ...analysis.access.groups import judge
    from .access_outputs import deliver
    from .access_report import describe

    run.step(tr("Reading demand and services"), 0.1)
    demand = read_places(run, "DEMAND", "DEMAND_WEIGHT", tr("no weight"), ("weights_negative_rows", "weights_all_zero"))
    services = read_places(
        run, "SERVICES", "CAPACITY_FIELD", tr("no capacity"), ("capacity_negative", "capacity_all_zero")
    )
    again = tell_of_same_spots(run, services)
    radius = run.number("RADIUS")
    costs, streets = reach_costs(run, demand, services, radius)
    straight = check_reach(run, costs, demand, services, radius)
    run.step(tr("Computing accessibility"), 0.7)
    decay, access = _access(run, costs, demand.kept(), services.kept(), radius)
    judged = judge(access, demand.kept(), run.number("LOW_SHARE"))
    case = Case(run.choice("METHOD"), radius, decay, demand, services, access, judged, straight, again, streets)
    _say_of_convergence(run, access)
    _figures(run, case)
    told = deliver(run, case)
    describe(run, case, told)


def _access(run: Run, costs: Costs, people: np.ndarray, supply: np.ndarray, radius: float) -> tuple[str, Access]:
    from ...analysis.access.catchments import floating_catchment
    from ...analysis.access.decay import uniform
    from ...analysis.access.raam import rational_agents
    from .access_settings import WEIGHTED

    method = run.choice("METHOD")
    if method == "raam":
        tau = run.number("TAU") if run.given("TAU") else radius / 2
        words = tr("a way of {tau:,.0f} m weighs as much as a service used at the mean rate").format(tau=tau)
        return words, rational_agents(costs, people, supply, tau, tick=run.tick)
    words, weight = _decay(run, costs, radius) if method in WEIGHTED else ("", uniform(costs.value, radius))
    return words, floating_catchment(costs, people, supply, weight, WEIGHTED.get(method, "2sfca"), tick=run.tick)


def _decay(run: Run, costs: Costs, radius: float) -> tuple[str, np.ndarray]:
    """What weighs distance, in words, and the weight of each pair."""
    from ...analysis.access.decay import STEP_WEIGHTS, gaussian, stepped, uniform
    from ...analysis.errors import AnalysisError
    from .access_settings import steps_of

    kind = run.choice("DECAY")
    if kind == "uniform":
        return tr("every service within the catchment counts in full"), uniform(costs.value, radius)
    if kind == "gaussian":
        words = tr("a bell curve that falls from 1 at the door to 0 at {radius:,.0f} m").format(radius=radius)
        return words, gaussian(costs.value, radius)
    pairs = steps_of(run.text("STEPS")) or [
        (radius * (zone + 1) / len(STEP_WEIGHTS), weight) for zone, weight in enumerate(STEP_WEIGHTS)
    ]
    if pairs[-1][0] > radius * (1 + 1e-9):
        raise AnalysisError("steps_beyond_radius", limit=pairs[-1][0], radius=radius)
    words = tr("zones: {zones}").format(zones=", ".join(f"≤ {limit:,.0f} m: {weight:g}" for limit, weight in pairs))
    limits, weights = np.array(pairs).T
    return words, stepped(costs.value, limits, weights)


def _say_of_convergence(run: Run, access: Access) -> None:
    if not access.lower_is_better:
        return
    if access.converged:
        run.info(
            tr("The agents settled after {rounds} rounds; nobody could save more than {gap:.4%} on average.").format(
                rounds=access.rounds, gap=access.gap
            )
        )
    else:
        run.warn(
            tr(
                "The agents did not settle in {rounds} rounds: people could still save {gap:.2%} of their cost on "
                "average by changing. Read small differences with care."
            ).format(rounds=access.rounds, gap=access.gap)
        )


def _figures(run: Run, case: Case) -> None:
    from ...analysis.access.groups import NONE

    access, judged, people = case.access, case.judged, case.people
    supply = case.services.kept()
    low = float(people[judged.underserved].sum())
    run.figure("PLACES_USED", len(people))
    run.figure("SERVICES_USED", len(supply))
    run.figure("PEOPLE", float(people.sum()))
    run.figure("CAPACITY_TOTAL", float(supply.sum()))
    run.figure("MEAN_SCORE", judged.mean)
    run.figure("GINI", judged.gini)
    run.figure("UNDERSERVED_PEOPLE", low)
    run.figure("UNDERSERVED_SHARE", low / float(people.sum()))
    run.figure("NO_REACH_PEOPLE", float(people[judged.grade == NONE].sum()))
    run.figure("UNUSED_CAPACITY", float(supply[access.catchment <= 0].sum()))
    if access.lower_is_better:
        run.figure("ROUNDS", access.rounds)
        run.figure("EQUILIBRIUM_GAP", access.gap)
