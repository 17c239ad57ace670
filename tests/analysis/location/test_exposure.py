"""Maximum exposure against all subsets: levels, spacing, budget, any number of boards."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.location.exposure import solve_exposure
from seo_district_plugin.analysis.location.types import SiteRules
from tests.analysis.location.covering_worlds import allowed_sets, random_rules

LEVELS = ((1.0,), (1.0, 0.5), (1.0, 0.6, 0.6, 0.1), (0.8, 0.0))


def _world(seed: int, flows: int = 12, sites: int = 8):
    draws = np.random.default_rng(seed)
    contact = np.where(draws.random((flows, sites)) < 0.5, draws.random((flows, sites)), 0.0)
    conflict = np.triu(draws.random((sites, sites)) < draws.choice([0.0, 0.15, 0.4]), 1)
    return contact, 10 ** draws.uniform(-2, 2, flows), conflict | conflict.T, draws


def _worth(contact: np.ndarray, weight: np.ndarray, chosen: tuple[int, ...], levels: tuple[float, ...]) -> float:
    times = (contact[:, list(chosen)] >= 0.4).sum(axis=1)
    return float(sum(level * weight[times >= number].sum() for number, level in enumerate(levels, start=1)))


def _spaced(conflict: np.ndarray, existing: np.ndarray, chosen: tuple[int, ...]) -> bool:
    return not any(
        conflict[one, other] and not (existing[one] and existing[other])
        for one in chosen
        for other in chosen
        if one < other
    )


@pytest.mark.parametrize("seed", range(150))
def test_best_of_all_allowed_sets(seed: int) -> None:
    contact, weight, conflict, draws = _world(seed)
    rules = SiteRules.free(8) if seed % 3 == 0 else random_rules(draws, 8)
    p = None if seed % 4 == 3 else int(draws.integers(1, 4))
    levels = LEVELS[seed % len(LEVELS)]
    sets = [one for one in allowed_sets(rules, p) if _spaced(conflict, rules.existing, one)]
    given = np.argwhere(np.triu(conflict)) if seed % 2 else conflict
    arguments = {"conflict": given, "threshold": 0.4, "levels": levels}
    if not sets:
        with pytest.raises(AnalysisError):
            solve_exposure(contact, weight, p, rules, **arguments)
        return
    found = solve_exposure(sparse.csr_matrix(contact), weight, p, rules, **arguments)
    best = max(_worth(contact, weight, chosen, levels) for chosen in sets)
    assert tuple(found.chosen) in sets
    assert found.objective == pytest.approx(best, rel=1e-12) and found.proven
    assert found.objective == pytest.approx(_worth(contact, weight, tuple(found.chosen), levels), rel=1e-12)
    assert found.figures["reached"] <= weight.sum()


def test_boards_nobody_new_sees_are_not_opened() -> None:
    contact = np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    assert len(solve_exposure(contact, np.ones(2), None).chosen) == 1


def test_assigned_is_the_board_seen_best() -> None:
    contact = np.array([[0.6, 0.9], [0.7, 0.0], [0.0, 0.3]])
    found = solve_exposure(contact, np.ones(3), 2)
    assert found.assigned.tolist() == [1, 0, -1] and found.figures["contacts"] == 3


def test_no_room_says_how_many_fit() -> None:
    conflict = np.ones((5, 5), dtype=bool)
    with pytest.raises(AnalysisError) as problem:
        solve_exposure(np.ones((1, 5)), np.ones(1), 2, conflict=conflict)
    assert problem.value.code == "spacing_too_wide" and problem.value.values == {"wanted": 2, "most": 1}
    rules = SiteRules(np.zeros(5, bool), np.array([1, 1, 0, 0, 0], bool), np.zeros(5, bool))
    with pytest.raises(AnalysisError) as problem:
        solve_exposure(np.ones((1, 5)), np.ones(1), 3, rules, conflict=conflict)
    assert problem.value.code == "spacing_of_required" and problem.value.values == {"first": 0, "second": 1}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"contact": np.array([[1.5, 0.0]])}, "contact_not_usable"),
        ({"contact": np.array([[np.nan, 0.0]])}, "contact_not_usable"),
        ({"levels": (0.5, 0.8)}, "levels_not_usable"),
        ({"levels": ()}, "levels_not_usable"),
        ({"threshold": 0.0}, "threshold_not_usable"),
    ],
)
def test_bad_input(change: dict, code: str) -> None:
    arguments = {"contact": np.array([[1.0, 0.0]]), "weight": np.ones(1), "p": 1, **change}
    with pytest.raises(AnalysisError) as problem:
        solve_exposure(**arguments)
    assert problem.value.code == code


def test_more_boards_with_spacing_are_proven() -> None:
    draws = np.random.default_rng(1)
    spots, flows = draws.random((150, 2)), draws.random((800, 2))
    contact = np.hypot(*(flows[:, None] - spots[None]).transpose(2, 0, 1)) < 0.08
    conflict = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1)) < 0.1
    found = solve_exposure(contact.astype(float), draws.random(800), 12, conflict=conflict)
    assert found.proven and _spaced(conflict, np.zeros(150, bool), tuple(found.chosen))
