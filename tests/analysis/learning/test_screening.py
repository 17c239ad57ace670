"""Factors that say nothing, or too much."""

from __future__ import annotations

import numpy as np

from seo_district_plugin.analysis.learning.screening import screen_factors
from seo_district_plugin.analysis.learning.types import Factor


def test_constant_and_leaking_factors_are_named():
    rng = np.random.default_rng(1)
    labels = rng.random(300) < 0.4
    values = np.column_stack(
        [
            rng.normal(size=300) + labels,
            np.full(300, 7.0),
            -50.0 * labels + rng.normal(size=300),
            np.where(labels, 3, rng.integers(1, 3, 300)),
            rng.integers(0, 5, 300),
            np.arange(300),
        ]
    )
    factors = (
        *(Factor("good"), Factor("flat"), Factor("leak")),
        *(Factor("leak_class", categorical=True), Factor("class", categorical=True), Factor("id", categorical=True)),
    )
    found = screen_factors(values, labels, factors)
    assert [(code, more["factor"]) for code, more in found] == [
        ("factor_constant", "flat"),
        ("factor_leaks", "leak"),
        ("factor_leaks", "leak_class"),
        # A class of its own for every row tells nothing, however well it would fit.
        ("factor_rare_classes", "id"),
    ]
    assert found[1][1]["auroc"] > 0.995


def test_a_strong_honest_factor_is_no_leak():
    rng = np.random.default_rng(2)
    labels = rng.random(500) < 0.5
    assert screen_factors((rng.normal(size=500) + 2.5 * labels)[:, None], labels, (Factor("a"),)) == []
