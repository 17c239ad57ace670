"""From compared pairs to probabilities: fields that are added, the fit, groups of pairs, rivals, labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ...errors import Tick, no_tick
from .clusters import parts_of
from .fellegi_sunter import (
    WEIGHT_CAP,
    Model,
    Patterns,
    Start,
    count_patterns,
    fit,
    group_priors,
    log_odds,
    probability,
)
from .lifecycle import LIFE_LABELS, Lives, life_levels
from .review import Verdicts
from .supervised import Learned, features_of, learn
from .types import DISAGREE, Compared, Pairs, Records

FIT_PAIRS = 500_000
"""Pairs that the model is fitted to; of more, that many are drawn."""
RANDOM_PAIRS = 20_000
RARITY, LIFE = "rarity", "life"
RARITY_LABELS = ("missing", "over_1000", "to_1000", "to_300", "to_100", "to_30", "to_10", "to_4", "only_these")
_RARITY_CUTS = np.array([1000, 300, 100, 30, 10, 4, 2.5])
HOPELESS = -8.0
"""Natural log odds of the unlabeled model below which labels do not change a pair."""
LABEL_BLOCK = 50_000
TRUSTED = 500
"""Labels that count as much as the unlabeled model."""
EXPECTED = 0.3
"""Of the rows of the smaller register of each two: matches that are expected before anything is known."""
BEST_LEVELS = 3
NEAR_FIELDS = frozenset({"address"})
SPELLED_FIELDS = frozenset({"name", "branch", "industry"})
LOOSE_FIELDS = frozenset({RARITY, LIFE, "opened", "closed", "distance"})
"""Fields in which two rows of one register may differ and still be one thing: a shop with two licenses."""


def extended(records: Records, lives: Lives, compared: Compared, a: np.ndarray, b: np.ndarray) -> Compared:
    """The compared fields and two more: how rare the name is that both have, and whether both are open.

    The classes of rarity carry Winkler's adjustment (1989): that two rows agree in a name that a thousand have says
    little, in one that only they have much. How much is learned per class, not taken from a formula.
    """
    rows = len(records)
    cuts = np.searchsorted(-_RARITY_CUTS, -np.nan_to_num(compared.frequency, nan=1.0) * rows, side="left")
    rarity = np.where(np.isfinite(compared.frequency), cuts + 1, 0).astype(np.int8)
    life = life_levels(records, lives, a, b)
    return replace(
        compared,
        names=(*compared.names, RARITY, LIFE),
        levels=np.column_stack([compared.levels, rarity, life]),
        labels=(*compared.labels, RARITY_LABELS, LIFE_LABELS),
    )


@dataclass(frozen=True)
class Groups:
    """Which register with which.

    Attributes:
        of: (p,) int group of each pair; inside: (g,) bool: within one register; most: (g,) matches that are possible.
    """

    of: np.ndarray
    inside: np.ndarray
    most: np.ndarray


def groups_of(records: Records, a: np.ndarray, b: np.ndarray) -> Groups:
    """Groups of pairs by their two registers."""
    many = len(records.registers)
    size = np.bincount(records.register, minlength=many).astype(np.float64)
    one, other = np.divmod(np.arange(many * many), many)
    of = records.register[a].astype(np.int32) * many + records.register[b]
    inside = one == other
    # A register that repeats things may repeat each of them several times.
    most = np.where(inside, 3.0 * size[one], np.maximum(size[one], size[other]))
    return Groups(of, inside, most)


def random_pairs(
    records: Records, order: np.ndarray, seed: int, count: int = RANDOM_PAIRS
) -> tuple[np.ndarray, np.ndarray]:
    """Rows of pairs drawn at random, of different registers where there are several; the same in any order of rows."""
    rows = len(records)
    by_rank = np.argsort(order, kind="stable")
    rng = np.random.default_rng(seed)
    one, other = by_rank[rng.integers(0, rows, 4 * count)], by_rank[rng.integers(0, rows, 4 * count)]
    good = one != other
    if len(records.registers) > 1:
        good &= records.register[one] != records.register[other]
    one, other = one[good][:count], other[good][:count]
    return np.minimum(one, other).astype(np.int32), np.maximum(one, other).astype(np.int32)


def drawn(order: np.ndarray, a: np.ndarray, b: np.ndarray, most: int = FIT_PAIRS) -> np.ndarray:
    """(p,) bool: about ``most`` of the pairs, by what their rows say."""
    if len(a) <= most:
        return np.ones(len(a), dtype=bool)
    low, high = np.minimum(order[a], order[b]).astype(np.uint64), np.maximum(order[a], order[b]).astype(np.uint64)
    mixed = (low * np.uint64(0x9E3779B97F4A7C15)) ^ (high * np.uint64(0xC2B2AE3D27D4EB4F))
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return (mixed >> np.uint64(40)).astype(np.float64) < most / len(a) * 2.0**24


def part_of(compared: Compared, rows: np.ndarray) -> Compared:
    """Some of the pairs."""
    return replace(
        compared,
        levels=compared.levels[rows],
        similarity={name: values[rows] for name, values in compared.similarity.items()},
        frequency=compared.frequency[rows],
    )


@dataclass
class Scorer:
    """What turns compared pairs into log odds; filled by :func:`score`."""

    model: Model
    priors: np.ndarray
    learned: Learned | None = None
    shift: float = 0.0
    trust: float = 1.0

    def odds(self, compared: Compared, group: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        """(p,) natural log odds of each pair alone."""
        patterns = count_patterns(compared.levels, tick)
        ratio = self.ratio(patterns.levels)[patterns.of]
        if self.learned is None:
            return log_odds(ratio, self.priors[group])
        # What the unlabeled model holds for impossible is not looked at again: millions of pairs.
        odds = log_odds(ratio, self.priors[group])
        for start in range(0, len(odds), LABEL_BLOCK):
            some = start + np.flatnonzero(odds[start : start + LABEL_BLOCK] > HOPELESS)
            if len(some):
                features, _ = features_of(part_of(compared, some), ratio[some])
                told = self.learned.log_odds(features) + self.shift
                odds[some] = self.trust * told + (1 - self.trust) * odds[some]
            tick(start / max(len(odds), 1))
        return np.clip(odds, -WEIGHT_CAP, WEIGHT_CAP)

    def ratio(self, levels: np.ndarray) -> np.ndarray:
        """(q,) natural log likelihood ratios; a level that the fit never met counts as the one below it."""
        top = np.array(self.model.sizes, dtype=np.int8) - 1
        return self.model.log_ratio(np.minimum(levels, top[None, :]))


def fit_scorer(
    compared: Compared,
    groups: Groups,
    usable: np.ndarray,
    random_levels: np.ndarray | None,
    expected: float,
    tick: Tick = no_tick,
) -> Scorer:
    """Fit the model to the usable pairs, then the share of matches of every group of pairs.

    Args:
        usable: (p,) bool: pairs that the fit may see.
        expected: matches that are thought likely among the usable pairs.
    """
    patterns = count_patterns(compared.levels[usable], lambda share: tick(0.2 * share))
    used = groups.of[usable]
    present = np.unique(used)
    most = float(groups.most[present].sum())
    start = Start(min(expected, 0.5 * patterns.count.sum()), most, random_levels)
    model = fit(patterns, start, tick=lambda share: tick(0.2 + 0.7 * share))
    return Scorer(model, np.full(len(groups.most), model.prior))


def fit_priors(scorer: Scorer, patterns: Patterns, groups: Groups, usable: np.ndarray) -> None:
    """The share of matches of every group of pairs, the model given."""
    many = len(groups.most)
    code = patterns.of[usable].astype(np.int64) * many + groups.of[usable]
    distinct, count = np.unique(code, return_counts=True)
    ratio = scorer.ratio(patterns.levels)[distinct // many]
    scorer.priors = group_priors(ratio, distinct % many, count.astype(np.float64), groups.most, scorer.model.prior)


def fit_labels(
    scorer: Scorer,
    compared: Compared,
    pairs: Pairs,
    labels: Verdicts,
    compare: Callable[[np.ndarray, np.ndarray], Compared],
    seed: int,
    tick: Tick = no_tick,
) -> None:
    """Learn from labeled pairs, those that no key proposed among them.

    Labels have more matches among them than the pairs have: log odds are shifted by the difference, by 3 at most. Few
    labels show few kinds of pairs: what they teach is averaged with the unlabeled model, in proportion to their number.
    """
    own = compare(labels.a, labels.b)
    features, names = features_of(own, scorer.ratio(own.levels))
    scorer.learned = learn(features, names, labels.same, labels.a, labels.b, seed=seed, tick=tick)
    share = float(np.clip(labels.same.mean(), 1e-6, 1 - 1e-6))
    prior = scorer.model.prior
    shift = np.log(prior / (1 - prior)) - np.log(share / (1 - share))
    whole = len(labels) >= 0.5 * len(pairs)
    scorer.shift = 0.0 if whole else float(np.clip(shift, -3.0, 0.0))
    scorer.trust = len(labels) / (len(labels) + TRUSTED)


# ---------------------------------------------------------------------- rows of one register
def saying_the_same(compared: Compared, odds: np.ndarray, inside: np.ndarray, threshold: float) -> np.ndarray:
    """(p,) bool: pairs inside a register that are one thing in several rows: licenses of one shop, courses of one
    school, a row entered twice.

    They are as probable as a link, no field that tells one thing from another disagrees, and names and addresses agree
    in one of their three best levels. Where both opened on the same day, another name is another spelling, and another
    industry another license.
    """
    columns = {name: compared.levels[:, at] for at, name in enumerate(compared.names)}
    wrong = np.zeros(len(inside), dtype=bool)
    excused = np.zeros(len(inside), dtype=bool)
    for at, name in enumerate(compared.names):
        best = len(compared.labels[at]) - 1
        low = (columns[name] > 0) & (columns[name] <= max(best - BEST_LEVELS, DISAGREE))
        if name in NEAR_FIELDS:
            wrong |= low
        elif name in SPELLED_FIELDS:
            excused |= low if name == "name" else columns[name] == DISAGREE
        elif name not in LOOSE_FIELDS:
            wrong |= columns[name] == DISAGREE
    same_day = np.zeros(len(inside), dtype=bool)
    if "opened" in columns:
        same_day = columns["opened"] == len(compared.labels[compared.names.index("opened")]) - 1
    return inside & (probability(odds) >= threshold) & ~wrong & (~excused | same_day)


def units_of(rows: int, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(rows,) number that rows of one register which say the same share."""
    return parts_of(rows, a, b)[1].astype(np.int64)
