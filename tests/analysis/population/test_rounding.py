"""Rounding of one list: the total kept, each its quota up or down."""

from __future__ import annotations

import numpy as np

from seo_district_plugin.analysis.population.rounding import largest_remainder


def test_hamilton_by_hand() -> None:
    # Balinski and Young's kind of example: the two largest remainders win.
    assert largest_remainder(np.array([6.7, 3.3, 2.6, 1.4])).tolist() == [7, 3, 3, 1]


def test_ties_go_by_position_whatever_their_last_digits() -> None:
    assert largest_remainder(np.array([0.5, 0.5, 0.5, 0.5])).tolist() == [1, 1, 0, 0]
    assert largest_remainder(np.array([0.3, 0.1 + 0.2, 0.3, 0.1])).tolist() == [1, 0, 0, 0]


def test_it_is_the_plain_method() -> None:
    random = np.random.default_rng(5)
    for _ in range(50):
        quotas = random.gamma(1.0, size=20)
        quotas *= round(quotas.sum()) / quotas.sum()
        found = largest_remainder(quotas)
        rest = quotas - np.floor(quotas)
        left = round(quotas.sum()) - int(np.floor(quotas).sum())
        expected = np.floor(quotas).astype(int)
        expected[np.argsort(-rest, kind="stable")[:left]] += 1
        assert found.tolist() == expected.tolist()


def test_nothing_to_give() -> None:
    assert largest_remainder(np.zeros(3)).tolist() == [0, 0, 0]
    assert largest_remainder(np.array([2.0, 1.0])).tolist() == [2, 1]
