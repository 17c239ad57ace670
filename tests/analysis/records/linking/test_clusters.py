"""Clusters: against every partition of small graphs, rules that must hold, and independence of the order of rows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.linking.clusters import (
    CAP,
    MISSING,
    Clusters,
    Edges,
    cluster,
    missing_pairs,
    parts_of,
)


def edges(rows: int, pairs: dict[tuple[int, int], float], kind=None, order=None) -> Edges:
    keys = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    return Edges(
        keys[:, 0],
        keys[:, 1],
        np.array(list(pairs.values()), dtype=np.float64),
        np.full(rows, -1) if kind is None else np.asarray(kind),
        np.arange(rows) if order is None else np.asarray(order),
    )


def between(problem: Edges) -> np.ndarray:
    rows = len(problem.kind)
    table = np.full((rows, rows), MISSING)
    same = (problem.kind[:, None] == problem.kind[None, :]) & (problem.kind[:, None] >= 0)
    table[same] = -np.inf
    value = np.where(np.isfinite(problem.score), np.clip(problem.score, -CAP, CAP), problem.score)
    table[problem.a, problem.b] = table[problem.b, problem.a] = value
    np.fill_diagonal(table, 0.0)
    return table


def worth(table: np.ndarray, label: np.ndarray) -> float:
    inside = np.triu(label[:, None] == label[None, :], 1)
    return float(table[inside].sum())


def partitions(rows: int) -> Iterator[np.ndarray]:
    def grow(label: list[int], used: int) -> Iterator[list[int]]:
        if len(label) == rows:
            yield label
            return
        for own in range(used + 1):
            yield from grow([*label, own], max(used, own + 1))

    for label in grow([0], 1):
        yield np.array(label)


def random_problem(rng: np.random.Generator, rows: int) -> Edges:
    """Groups that agree among themselves more than with others, with errors and gaps."""
    truth = rng.integers(0, max(rows // 3, 1), rows)
    pairs = {}
    for x in range(rows):
        for y in range(x + 1, rows):
            if rng.random() < 0.85:
                pairs[x, y] = float(rng.normal(3.0 if truth[x] == truth[y] else -3.0, 3.5))
    return edges(rows, pairs, np.where(rng.random(rows) < 0.5, rng.integers(0, 3, rows), -1))


def test_as_good_as_the_best_of_all_partitions_nearly_always() -> None:
    rng = np.random.default_rng(5)
    exact, lost, total = 0, 0.0, 0.0
    for _ in range(120):
        problem = random_problem(rng, int(rng.integers(3, 8)))
        table = between(problem)
        best = max(worth(table, label) for label in partitions(len(table)))
        found = worth(table, cluster(problem).label)
        assert found <= best + 1e-9
        exact += found >= best - 1e-9
        lost, total = lost + best - found, total + best
    assert exact >= 105 and lost / total < 0.02


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 90))
def test_rules_hold(seed: int, rows: int) -> None:
    rng = np.random.default_rng(seed)
    problem = random_problem(rng, rows)
    found = cluster(problem)
    assert sorted(set(found.label.tolist())) == list(range(found.label.max() + 1))
    table = between(problem)
    inside = np.triu(found.label[:, None] == found.label[None, :], 1)
    assert not np.isneginf(table[inside]).any(), "rows that must not be together are together"
    for group in range(found.label.max() + 1):
        members = found.label == group
        own = table[np.ix_(members, members)].sum(axis=1)
        assert members.sum() == 1 or (own >= -1e-6).all(), "a row would be better alone"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 80))
def test_order_of_rows_and_pairs_does_not_matter(seed: int, rows: int) -> None:
    rng = np.random.default_rng(seed)
    problem = random_problem(rng, rows)
    new = rng.permutation(rows)  # row r becomes row new[r]
    shuffle = rng.permutation(len(problem.a))
    kind, order = np.empty(rows, dtype=np.int64), np.empty(rows, dtype=np.int64)
    kind[new], order[new] = problem.kind, problem.order
    other = Edges(new[problem.b[shuffle]], new[problem.a[shuffle]], problem.score[shuffle], kind, order)
    one, two = cluster(problem), cluster(other)
    assert same_groups(one.label, two.label[new])
    np.testing.assert_array_equal(one.bridge[shuffle], two.bridge)
    np.testing.assert_array_equal(one.cut[shuffle], two.cut)


def same_groups(one: np.ndarray, two: np.ndarray) -> bool:
    pairs = set(zip(one.tolist(), two.tolist()))
    return len(pairs) == len(set(one.tolist())) == len(set(two.tolist()))


def test_a_chain_is_not_one_thing() -> None:
    pairs = {(at, at + 1): 1.0 for at in range(9)}
    found = cluster(edges(10, pairs))
    assert np.bincount(found.label).max() <= 2
    assert found.cut.sum() == 9 - (np.bincount(found.label) == 2).sum()


def test_a_third_row_does_not_join_two_of_one_register() -> None:
    found = cluster(edges(3, {(0, 2): 4.0, (1, 2): 5.0}, kind=[0, 0, 1]))
    assert found.label.tolist() == [0, 1, 1]
    assert found.cut.tolist() == [True, False]
    told = cluster(edges(3, {(0, 1): 1.0, (0, 2): 4.0, (1, 2): 5.0}, kind=[0, 0, 1]))
    assert told.label.tolist() == [0, 0, 0]


def test_must_and_must_not_are_obeyed() -> None:
    pairs = {(0, 1): np.inf, (1, 2): 9.0, (0, 2): -np.inf, (2, 3): -9.0}
    found = cluster(edges(4, pairs, kind=[0, 0, 1, 2]))
    assert found.label[0] == found.label[1] != found.label[2]
    for first in (-9.0, 9.0):
        forced = cluster(edges(3, {(0, 1): np.inf, (1, 2): first, (0, 2): -3.0}))
        assert forced.label[0] == forced.label[1]


def test_bridges_are_told() -> None:
    group = {(0, 1): 6.0, (0, 2): 6.0, (1, 2): 6.0, (3, 4): 6.0, (3, 5): 6.0, (4, 5): 6.0, (2, 3): 10.0}
    rest = {(x, y): -0.5 for x in range(3) for y in range(3, 6) if (x, y) != (2, 3)}
    found = cluster(edges(6, group | rest))
    assert len(set(found.label.tolist())) == 1
    assert np.flatnonzero(found.bridge).tolist() == [6]


def test_bridges_against_their_definition() -> None:
    rng = np.random.default_rng(3)
    for _ in range(60):
        problem = random_problem(rng, 9)
        found = cluster(problem)
        kept = (problem.score >= 0) & (found.label[problem.a] == found.label[problem.b])
        number, _ = parts_of(9, problem.a[kept], problem.b[kept])
        for edge in np.flatnonzero(kept).tolist():
            rest = kept.copy()
            rest[edge] = False
            more, own = parts_of(9, problem.a[rest], problem.b[rest])
            sizes = [(own == own[end[edge]]).sum() for end in (problem.a, problem.b)]
            whole = (found.label == found.label[problem.a[edge]]).sum()
            expected = more > number and min(sizes) >= 2 and max(sizes) <= whole - 2
            assert found.bridge[edge] == expected
        assert number == more or number < more


def test_missing_pairs_are_those_of_connected_rows_only() -> None:
    a, b = np.array([0, 1, 4, 5]), np.array([1, 2, 5, 6])
    listed = missing_pairs(8, a, b, np.array([True, True, True, False]), most=5)
    assert {tuple(pair) for pair in listed.tolist()} == {(0, 2)}
    every = missing_pairs(8, a, b, np.ones(4, dtype=bool), most=5)
    assert {tuple(pair) for pair in every.tolist()} == {(0, 2), (4, 6)}
    assert len(missing_pairs(8, a, b, np.ones(4, dtype=bool), most=2)) == 0


def test_large_parts_and_no_pairs() -> None:
    rng = np.random.default_rng(1)
    truth = np.repeat(np.arange(100), 4)
    pairs = {}
    for group in range(100):
        own = np.flatnonzero(truth == group)
        pairs |= {(int(x), int(y)): 6.0 for x in own for y in own if x < y}
    for x, y in rng.integers(0, 400, (300, 2)).tolist():
        if truth[x] != truth[y]:
            pairs.setdefault((min(x, y), max(x, y)), 1.0)
    found = cluster(edges(400, pairs))
    assert same_groups(found.label, truth)
    assert isinstance(cluster(edges(3, {})), Clusters) and cluster(edges(3, {})).label.tolist() == [0, 1, 2]


@pytest.mark.parametrize("rows", [1, 2])
def test_smallest(rows: int) -> None:
    assert len(cluster(edges(rows, {(0, 1): 2.0} if rows == 2 else {})).label) == rows
