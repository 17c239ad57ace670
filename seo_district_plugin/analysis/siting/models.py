"""Which solver answers which model."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ..errors import Tick
from ..location.capacitated import solve_capacitated
from ..location.covering import solve_lscp, solve_lscp_backup, solve_mclp
from ..location.dispersion import solve_dispersion
from ..location.pcenter import solve_pcenter
from ..location.pmedian import solve_pmedian
from ..location.types import Solution

if TYPE_CHECKING:
    from .study import Study

MODELS = ("pmedian", "pcenter", "lscp", "lscpb", "mclp", "capacitated", "dispersion")
COVERING = ("lscp", "lscpb", "mclp")
MAXIMIZING = ("mclp", "dispersion")
COUNTED = ("lscp", "lscpb")
"""Models that find the number of sites themselves."""


def solver_of(study: Study) -> Callable[[Tick], Solution]:
    """The solver of the study's model with everything but its progress."""
    solve = _SOLVERS[study.model]
    return lambda tick: solve(study, {"time_limit": study.time_limit, "seed": study.seed, "tick": tick})


def _pmedian(s: Study, how: dict) -> Solution:
    return solve_pmedian(s.costs, s.weight, s.facilities, s.rules, **how)


def _pcenter(s: Study, how: dict) -> Solution:
    return solve_pcenter(s.costs, s.weight, s.facilities, s.rules, **how)


def _lscp(s: Study, how: dict) -> Solution:
    return solve_lscp(s.costs, s.radius, s.rules, **how)


def _lscpb(s: Study, how: dict) -> Solution:
    return solve_lscp_backup(s.costs, s.weight, s.radius, s.rules, **how)


def _mclp(s: Study, how: dict) -> Solution:
    return solve_mclp(s.costs, s.weight, s.radius, s.facilities, s.rules, **how)


def _capacitated(s: Study, how: dict) -> Solution:
    room = s.capacity if s.capacity is not None else np.zeros(s.sites)
    return solve_capacitated(s.costs, s.weight, room, s.facilities, s.rules, split=s.split, **how)


def _dispersion(s: Study, how: dict) -> Solution:
    apart = s.distance if s.distance is not None else np.zeros((s.sites, s.sites))
    return solve_dispersion(apart, s.facilities, s.rules, **how)


_SOLVERS: dict[str, Callable[..., Solution]] = {
    "pmedian": _pmedian,
    "pcenter": _pcenter,
    "lscp": _lscp,
    "lscpb": _lscpb,
    "mclp": _mclp,
    "capacitated": _capacitated,
    "dispersion": _dispersion,
}
