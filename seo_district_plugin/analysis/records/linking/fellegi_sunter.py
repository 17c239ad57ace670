"""How probable it is that two rows are the same thing, learned from the pairs themselves without a label.

A pair is a vector of levels, one per field. Among matches each field has its own distribution of levels, m. Pairs that
are no match come in several kinds - neighbors in one building, branches of one chain, rows that share nothing but a
key - and are a mixture of classes, u_1 ... u_c with shares: inside a class the fields are independent, over all of
them they are not. This is what keeps a shared address, which brings distance and dong with it, from counting three
times (Larsen & Rubin 2001; Fellegi & Sunter 1969 is the case of one class).

What lambda means: the share of matches **among the pairs compared**. Pairs that share a blocking key are no random
sample of all pairs, so u is fitted on them; pairs drawn at random start one class and stay in it as prior counts.
Lambda is then fitted anew per group of pairs (which register with which) and capped by what the registers' sizes allow.

Everything runs on counted patterns: millions of pairs are some ten thousand patterns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...errors import AnalysisError, Tick, no_tick

BLOCK = 400_000
ITERATIONS = 150
TOLERANCE = 3e-7
CLASSES = (1, 2, 3, 4)
"""Numbers of classes of non-matches that are tried; the Bayesian information criterion chooses."""
LIKE_MATCHES = 0.6
"""Likeness from which a class of non-matches is one of matches."""
PAIRS_EACH = 10
"""Pairs that a further class needs for each number that it has to learn."""
PRIOR_COUNT = 0.5
"""Prior count of each level of each class: no level is impossible because it was not seen."""
RANDOM_COUNT = 200.0
"""Weight, in pairs, of what random pairs say of the first class of non-matches."""
WEIGHT_CAP = 60.0
"""Largest log odds, natural: beyond it a probability is 0 or 1 in float64 anyway."""


@dataclass(frozen=True)
class Patterns:
    """Distinct vectors of levels.

    Attributes:
        levels: (q, f) int8; count: (q,) float64 pairs that have them; of: (p,) int32 pattern of each pair.
    """

    levels: np.ndarray
    count: np.ndarray
    of: np.ndarray

    def __len__(self) -> int:
        return len(self.count)


def count_patterns(levels: np.ndarray, tick: Tick = no_tick) -> Patterns:
    """Patterns of (p, f) levels, in lexical order.

    Raises:
        AnalysisError: ``link_too_many_levels`` (fields).
    """
    sizes = [int(column.max(initial=0)) + 1 for column in levels.T]
    if np.prod([float(size) for size in sizes], initial=1.0) > 2.0**62:
        raise AnalysisError("link_too_many_levels", fields=len(sizes))
    steps = np.ones(len(sizes), dtype=np.int64)
    for at in range(len(sizes) - 2, -1, -1):
        steps[at] = steps[at + 1] * sizes[at + 1]
    codes = np.empty(len(levels), dtype=np.int64)
    found: list[np.ndarray] = []
    for start in range(0, len(levels), BLOCK):
        part = slice(start, start + BLOCK)
        codes[part] = 0
        for at, step in enumerate(steps.tolist()):
            codes[part] += levels[part, at].astype(np.int64) * step
        found.append(np.unique(codes[part]))
        tick(start / max(len(levels), 1))
    distinct = np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)
    of = np.empty(len(levels), dtype=np.int32)
    for start in range(0, len(levels), BLOCK):
        of[start : start + BLOCK] = np.searchsorted(distinct, codes[start : start + BLOCK])
        tick(0.5 + 0.5 * start / max(len(levels), 1))
    decoded = (distinct[:, None] // steps[None, :] % np.array(sizes, dtype=np.int64)).astype(np.int8)
    count = np.bincount(of, minlength=len(distinct)).astype(np.float64)
    return Patterns(decoded.reshape(len(distinct), len(sizes)), count, of)


@dataclass(frozen=True)
class Model:
    """A fitted model.

    Attributes:
        sizes: levels per field, the missing one included.
        match: per field (levels,) probabilities of the levels among matches; entry 0 (missing) is 1: it says nothing.
        other: per field (c, levels) of the c classes of non-matches.
        shares: (c,) shares of the classes among non-matches.
        prior: share of matches among the pairs.
        iterations: of the fit; likelihood: of the patterns, natural logarithm.
    """

    sizes: tuple[int, ...]
    match: tuple[np.ndarray, ...]
    other: tuple[np.ndarray, ...]
    shares: np.ndarray
    prior: float
    iterations: int = 0
    likelihood: float = float("nan")

    def log_match(self, levels: np.ndarray) -> np.ndarray:
        """(q,) log probability of patterns among matches."""
        total = np.zeros(len(levels))
        for at, table in enumerate(self.match):
            total += np.log(table)[levels[:, at]]
        return total

    def log_other_by_class(self, levels: np.ndarray) -> np.ndarray:
        """(q, c) log of share times probability in each class of non-matches."""
        total = np.repeat(np.log(self.shares)[None, :], len(levels), axis=0)
        for at, table in enumerate(self.other):
            total += np.log(table).T[levels[:, at]]
        return total

    def log_ratio(self, levels: np.ndarray) -> np.ndarray:
        """(q,) natural log of the likelihood ratio, match against non-match."""
        return self.log_match(levels) - _log_sum(self.log_other_by_class(levels))

    def marginal(self, at: int) -> np.ndarray:
        """(levels,) probabilities of a field among all non-matches; entry 0 is 1."""
        return self.shares @ self.other[at]

    def weights(self) -> list[np.ndarray]:
        """Per field the weight of each level alone, log2 of m / u; 0 for a missing one."""
        return [np.log2(self.match[at] / self.marginal(at)) for at in range(len(self.sizes))]


def log_odds(ratio: np.ndarray, prior: np.ndarray | float) -> np.ndarray:
    """Natural log odds from log likelihood ratios and prior shares, capped."""
    share = np.clip(prior, 1e-12, 1 - 1e-9)
    return np.clip(ratio + np.log(share / (1 - share)), -WEIGHT_CAP, WEIGHT_CAP)


def probability(odds: np.ndarray) -> np.ndarray:
    """Probabilities of natural log odds."""
    return 1.0 / (1.0 + np.exp(-np.clip(odds, -WEIGHT_CAP, WEIGHT_CAP)))


def _log_sum(logs: np.ndarray) -> np.ndarray:
    top = logs.max(axis=1)
    return top + np.log(np.exp(logs - top[:, None]).sum(axis=1))


# ---------------------------------------------------------------------- fit
@dataclass(frozen=True)
class Start:
    """What is known before the fit.

    Attributes:
        expected: matches that are thought likely among the pairs; most: that are possible. Both from the registers'
            sizes.
        random_levels: (r, f) levels of pairs drawn at random, or None.
        known: (q,) probabilities of patterns whose pairs were reviewed, NaN elsewhere, or None.
    """

    expected: float
    most: float
    random_levels: np.ndarray | None = None


def fit(
    patterns: Patterns,
    start: Start,
    classes: Sequence[int] = CLASSES,
    *,
    weight: np.ndarray | None = None,
    tick: Tick = no_tick,
) -> Model:
    """The model with the best criterion among those whose match class is one of matches.

    Args:
        weight: (q,) pairs per pattern that count; default all of them.

    Raises:
        AnalysisError: ``link_no_pairs``.
    """
    count = patterns.count if weight is None else weight
    used = count > 0
    if not used.any():
        raise AnalysisError("link_no_pairs")
    levels, count = patterns.levels[used], count[used]
    sizes = tuple(max(int(column.max(initial=0)) + 1, 2) for column in patterns.levels.T)
    prior = _random_counts(start.random_levels, sizes)
    score = agreement(levels, count)
    best: tuple[float, Model] | None = None
    for number, many in enumerate(classes):
        if number and free_numbers(sizes, many) * PAIRS_EACH > count.sum():
            break
        first = _first(levels, count, score, sizes, many, start)
        model = _em(levels, count, first, start, prior, _at(tick, number / len(classes)))
        model = _gathered(model, levels, count, start, prior, _at(tick, (number + 0.5) / len(classes)))
        criterion = -2 * model.likelihood + free_numbers(sizes, len(model.shares)) * np.log(count.sum())
        if not sound(model) and best is not None:
            continue
        if best is None or criterion < best[0] - 1e-9 or not sound(best[1]):
            best = criterion, model
    if best is None:
        raise AnalysisError("link_no_pairs")
    return replace(best[1], sizes=sizes)


def _at(tick: Tick, share: float) -> Tick:
    """A tick that stands still: nobody knows how many turns a fit takes."""
    return lambda _: tick(share)


def free_numbers(sizes: tuple[int, ...], many: int) -> int:
    """Numbers that a model with so many classes of non-matches has to learn."""
    return sum(size - 2 for size in sizes) * (many + 1) + many


def agreement(levels: np.ndarray, count: np.ndarray) -> np.ndarray:
    """(q,) how much each pattern agrees: bits of "at least this level", summed over fields. Missing gives none.

    It orders pairs without any model: the start of the fit, and what the classes are held against.
    """
    total = np.zeros(len(levels))
    for column in levels.T:
        size = int(column.max(initial=0)) + 1
        held = np.bincount(column, weights=count, minlength=size)
        known = max(held[1:].sum(), 1e-9)
        reach = np.cumsum(held[:0:-1])[::-1] / known  # of level 1, 2, ...: share of known pairs that reach it
        bits = np.r_[0.0, -np.log2(np.maximum(reach, 0.5 / known))] if size > 1 else np.zeros(1)
        total += bits[column]
    return total


def likeness(model: Model) -> np.ndarray:
    """(c,) how far each class of non-matches is on the way from the other ones to the matches: 0 as they, 1 as matches.

    Fields count by the bits that they tell matches from the others.
    """
    way, whole = np.zeros(len(model.shares)), 0.0
    for at, match in enumerate(model.match):
        steps = np.arange(len(match) - 1)
        own = model.other[at][:, 1:] @ steps
        far = own.min()
        span = float(match[1:] @ steps) - far
        if span <= 1e-3:
            continue
        bits = float(match[1:] @ np.log2(match[1:] / model.marginal(at)[1:]))
        way += max(bits, 0.0) * np.clip((own - far) / span, 0.0, 1.0)
        whole += max(bits, 0.0)
    return way / whole if whole else way


def _gathered(
    model: Model,
    levels: np.ndarray,
    count: np.ndarray,
    start: Start,
    prior: list[np.ndarray] | None,
    tick: Tick,
) -> Model:
    """The model without classes of non-matches that agree as matches do: matches with more errors, taken apart from the
    others because too few were expected. They are put to the matches, and the fit goes on."""
    while len(model.shares) > 1:
        alike = likeness(model)
        worst = int(np.argmax(alike))
        if alike[worst] < LIKE_MATCHES:
            break
        match = model.log_match(levels) + np.log(model.prior)
        logs = np.column_stack([match, model.log_other_by_class(levels) + np.log1p(-model.prior)])
        shares = np.exp(logs - _log_sum(logs)[:, None])
        shares[:, 0] += shares[:, 1 + worst]
        model = _em(levels, count, np.delete(shares, 1 + worst, axis=1), start, prior, tick)
    return model


def sound(model: Model) -> bool:
    """Whether the class of matches agrees more than the others do, field by field: the labels have not switched."""
    better = worse = 0.0
    for at, table in enumerate(model.match):
        steps = np.arange(len(table) - 1)
        gain = float(steps @ (table[1:] - model.marginal(at)[1:]))
        better, worse = better + max(gain, 0.0), worse + max(-gain, 0.0)
    return better > 4 * worse and model.prior < 0.9


def _random_counts(levels: np.ndarray | None, sizes: tuple[int, ...]) -> list[np.ndarray] | None:
    if levels is None or not len(levels):
        return None
    tables = []
    for at, size in enumerate(sizes):
        held = np.bincount(np.minimum(levels[:, at], size - 1), minlength=size).astype(np.float64)
        held[0] = 0.0
        total = held.sum()
        tables.append(held * (min(RANDOM_COUNT, total) / total) if total else held)
    return tables


def _first(
    levels: np.ndarray, count: np.ndarray, score: np.ndarray, sizes: tuple[int, ...], many: int, start: Start
) -> np.ndarray:
    """(q, 1 + c) shares with which patterns start in the classes.

    The pairs that agree most, as many as matches are expected, start as matches; the others start in the class of the
    field in which they agree most surprisingly, fields being spread over the classes.
    """
    order = np.argsort(-score, kind="stable")
    before = np.cumsum(count[order]) - count[order]
    held = np.empty(len(levels))
    held[order] = np.clip((start.expected - before) / np.maximum(count[order], 1e-9), 0.02, 0.98)
    held[score <= 0] = 0.0
    shares = np.zeros((len(levels), 1 + many))
    shares[:, 0] = held
    surprise = np.zeros(levels.shape)
    for at in range(levels.shape[1]):
        surprise[:, at] = agreement(levels[:, at : at + 1], count)
    # A class per kind of agreement: fields ordered by how many bits they hold in all, dealt out round-robin.
    rank = np.argsort(-(surprise * count[:, None]).sum(axis=0), kind="stable")
    group = np.empty(levels.shape[1], dtype=np.int64)
    group[rank] = np.arange(levels.shape[1]) % many
    own = np.where(surprise.max(axis=1) > 0.5, group[np.argmax(surprise, axis=1)], 0)
    spread = np.full((len(levels), many), 0.3 / many)
    spread[np.arange(len(levels)), own] += 0.7
    shares[:, 1:] = spread / spread.sum(axis=1, keepdims=True) * (1 - held)[:, None]
    return shares


def _em(
    levels: np.ndarray,
    count: np.ndarray,
    shares: np.ndarray,
    start: Start,
    prior: list[np.ndarray] | None,
    tick: Tick,
) -> Model:
    """Expectation and maximization from starting shares until the likelihood stands still."""
    sizes = tuple(max(int(column.max(initial=0)) + 1, 2) for column in levels.T)
    if prior is not None:
        sizes = tuple(max(size, len(table)) for size, table in zip(sizes, prior))
    total, last = float(count.sum()), -np.inf
    model = _maximized(levels, count, shares, sizes, start, prior)
    turns = 0
    while turns < ITERATIONS:
        turns += 1
        match = model.log_match(levels) + np.log(model.prior)
        logs = np.column_stack([match, model.log_other_by_class(levels) + np.log1p(-model.prior)])
        whole = _log_sum(logs)
        likelihood = float(count @ whole)
        model = _maximized(levels, count, np.exp(logs - whole[:, None]), sizes, start, prior)
        if likelihood - last < TOLERANCE * total:
            break
        last = likelihood
        tick(0.0)
    return replace(model, iterations=turns, likelihood=likelihood)


def _maximized(
    levels: np.ndarray,
    count: np.ndarray,
    shares: np.ndarray,
    sizes: tuple[int, ...],
    start: Start,
    prior: list[np.ndarray] | None,
) -> Model:
    held = shares * count[:, None]
    sums = held.sum(axis=0)
    many = shares.shape[1] - 1
    portion = (sums[1:] + 1.0) / (sums[1:].sum() + many)
    match, other = [], []
    for at, size in enumerate(sizes):
        column = levels[:, at]
        tables = np.array([np.bincount(column, weights=held[:, c], minlength=size) for c in range(many + 1)])
        seen = tables[:, 1:].sum(axis=0)
        # What is not seen in a class is thought to be spread half as in all pairs, half evenly.
        base = ((seen + 0.1) / (seen + 0.1).sum() * (size - 1) + 1.0) * PRIOR_COUNT / 2
        tables[:, 1:] += base
        if prior is not None:
            tables[1, 1:] += prior[at][1:]
        tables[:, 1:] /= tables[:, 1:].sum(axis=1, keepdims=True)
        tables[:, 0] = 1.0
        unlike = portion @ tables[1:]
        tables[0, 1:] = monotone(tables[0, 1:], unlike[1:])
        match.append(tables[0])
        other.append(tables[1:])
    total = float(count.sum())
    # A weak prior, worth a thousandth of the pairs that are expected to match, and a cap that the sizes set.
    strength = 1.0 + 0.001 * start.expected
    found = (sums[0] + strength) / (total + strength * total / max(start.expected, 1e-9))
    most = min(max(start.most, 1.0) / total, 0.95)
    return Model(sizes, tuple(match), tuple(other), portion, float(np.clip(found, 1e-9, most)))


def monotone(match: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The match probabilities nearest to these whose ratio to the others never falls from a level to the next.

    Pooling adjacent violators with the non-match probabilities as weights; the sum stays what it was.
    """
    pools: list[list[float]] = []  # match, other, members
    for up, down in zip(match.tolist(), other.tolist()):
        pools.append([up, down, 1.0])
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] > pools[-1][0] * pools[-2][1]:
            up_, down_, members = pools.pop()
            pools[-1] = [pools[-1][0] + up_, pools[-1][1] + down_, pools[-1][2] + members]
    ratio = np.concatenate([np.full(int(members), up / down) for up, down, members in pools])
    return ratio * other


# ---------------------------------------------------------------------- groups of pairs
def group_priors(ratio: np.ndarray, group: np.ndarray, count: np.ndarray, most: np.ndarray, prior: float) -> np.ndarray:
    """(g,) share of matches in each group of pairs, the model's ratios given.

    Args:
        ratio: (k,) log likelihood ratios of patterns; group, count: (k,) the group that has it and in how many pairs.
        most: (g,) matches possible in each group.
        prior: start, and what a group without pairs has. It weighs as twenty pairs.
    """
    groups = len(most)
    size = np.bincount(group, weights=count, minlength=groups)
    shares = np.full(groups, prior)
    top = np.clip(most / np.maximum(size, 1.0), 1e-9, 0.95)
    for _ in range(60):
        held = np.bincount(group, weights=count * probability(log_odds(ratio, shares[group])), minlength=groups)
        fresh = np.clip((held + 20 * prior) / (size + 20), 1e-9, top)
        moved = np.abs(fresh / shares - 1).max(initial=0.0)
        shares = fresh
        if moved < 1e-4:
            break
    return shares
