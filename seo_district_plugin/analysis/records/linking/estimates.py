"""How good the links are: precision and recall with intervals, without truth, or with a part of it.

Counted are pairs of rows. Linked pairs that are right, by the model, are the sum of their probabilities; matches in all
are the sum over linked and not linked pairs, plus those that no blocking key proposed. A model is never quite right
about itself, so its probabilities are doubted: they are drawn flatter and steeper, higher and lower, than it says, and
a small share of errors that no field shows is added; the interval is that of the draws.

Where people have decided pairs, the strata that hold them are taken from their decisions instead (Horvitz & Thompson
1952 within strata of the probability; a Jeffreys posterior gives the draws). Decided pairs are taken for a random
sample of their stratum.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .fellegi_sunter import probability

DRAWS = 2000
SLOPE = 0.3
"""Standard deviation of the logarithm of the slope by which log odds are doubted, between -PIVOT and PIVOT."""
PIVOT = 4.0
SHIFT = 0.6
"""Standard deviation of what is added to log odds, natural."""
BLUNDER = 0.006
"""Mean share of errors that no field shows (two businesses that say the same, one that says two things); in half of the
draws there are none."""
MISSED_SPREAD = 0.7
"""Standard deviation of the logarithm of the number of matches that no key proposed."""
BINS = np.r_[-61.0, np.linspace(-12, 12, 49), 61.0]
"""Limits of the strata: natural log odds."""
LEAST_DECIDED = 5
"""Decided pairs that a stratum needs before they count for it."""
_TAIL = 0.025


@dataclass(frozen=True)
class Quality:
    """Estimates over pairs of rows, with 95 % intervals.

    Attributes:
        precision: share of the linked pairs that are right; recall: share of the matches that are linked.
        completeness: share of the matches that some blocking key proposed.
        basis: "model", "reviewed" or "labels": what it rests on.
        pairs: linked; matches: expected in all; decided: pairs that people had decided.
    """

    precision: float
    precision_low: float
    precision_high: float
    recall: float
    recall_low: float
    recall_high: float
    completeness: float
    completeness_low: float
    completeness_high: float
    basis: str
    pairs: int
    matches: float
    decided: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True)
class Missed:
    """Matches that no key proposed: by capture and recapture.

    Attributes:
        number: expected; found: matches that were proposed, expected.
    """

    number: float
    found: float

    @property
    def completeness(self) -> float:
        """Share of the matches that was proposed."""
        return self.found / (self.found + self.number) if self.found else 1.0


def missed_matches(rules: np.ndarray, chance: np.ndarray) -> Missed:
    """Chao's estimate (1987) from the numbers of matches that exactly one and exactly two keys proposed.

    For keys that find matches independently of each other; a lower bound where some matches are hard for all keys.

    Args:
        rules: (p,) unsigned bit sets of the keys; chance: (p,) probability of a match.
    """
    bits = np.zeros(len(rules), dtype=np.int64)
    left = rules.astype(np.int64)
    while left.any():
        bits += left & 1
        left >>= 1
    times = np.bincount(np.minimum(bits, 3), weights=chance, minlength=4)
    found = float(times[1:].sum())
    once, twice = float(times[1]), float(times[2])
    keys = bin(int(np.bitwise_or.reduce(rules.astype(np.int64), initial=0))).count("1")
    part = (keys - 1) / keys if keys else 0.0
    return Missed(part * once * max(once - 1.0, 0.0) / (2 * (twice + 1.0)), found)


def estimate(
    odds: np.ndarray,
    linked: np.ndarray,
    missed: Missed,
    decided: np.ndarray,
    same: np.ndarray,
    basis: str = "model",
    seed: int = 0,
    threshold: float = 0.9,
) -> Quality:
    """Precision and recall of links.

    Args:
        odds: (p,) natural log odds of all pairs that were compared, decisions left out.
        linked: (p,) bool: in one entity.
        missed: by the keys.
        decided: positions of pairs that people decided; same: (d,) bool. They are counted as decided, and stand for the
            other pairs of the stratum in which they would be without the decision.
        basis: what is said of it where there are decisions.
        threshold: probability from which pairs would be linked.
    """
    rng = np.random.default_rng(seed)
    level = np.clip(np.digitize(odds, BINS) - 1, 0, len(BINS) - 2)
    free = np.ones(len(odds), dtype=bool)
    free[decided] = False
    strata = level[free] * 2 + linked[free]
    likely = odds[decided] >= np.log(threshold) - np.log1p(-threshold)
    size, share, known = _shares(odds[free], strata, level[decided] * 2 + likely, same, rng)
    matches = share * size[None, :]
    right = matches[:, 1::2].sum(axis=1) + float((same & linked[decided]).sum())
    # A match that is overlooked because of an error that no field shows is one that is not linked.
    other = matches[:, 0::2].sum(axis=1) + right * _blunders(rng) + float((same & ~linked[decided]).sum())
    hidden = missed.number * np.exp(np.r_[0.0, rng.normal(0.0, MISSED_SPREAD, DRAWS)])
    # None seen is not none there: at most three, as for no event in so many trials.
    hidden = hidden + np.r_[0.0, rng.exponential(1.0, DRAWS)]
    pairs, whole = float(linked.sum()), np.maximum(right + other + hidden, 1e-9)
    precision = right / pairs if pairs else np.ones(DRAWS + 1)
    recall, complete = right / whole, (right + other) / whole
    # What was drawn is a mean, what is true is a count: it matters where pairs are few.
    for rate, among in ((precision, np.full(DRAWS + 1, max(pairs, 1.0))), (recall, np.maximum(whole, 1.0))):
        noise = np.sqrt(np.maximum(right * (1 - rate), 0.25)) / among
        rate[1:] = np.clip(rate[1:] + rng.normal(0, 1, DRAWS) * noise[1:], 0, 1)
    return Quality(
        *_interval(precision), *_interval(recall), *_interval(complete), basis if known else "model", int(pairs),
        float(whole[0]), len(decided),
    )  # fmt: skip


def _shares(
    odds: np.ndarray, strata: np.ndarray, asked: np.ndarray, same: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, bool]:
    """(s,) pairs per stratum, (draws, s) shares of matches in them, and whether decisions told of any.

    Args:
        odds, strata: of the pairs that nobody decided; asked: (d,) strata of those that were; same: (d,) bool.
    """
    count = (len(BINS) - 1) * 2
    size = np.bincount(strata, minlength=count).astype(np.float64)
    mean = np.bincount(strata, weights=np.clip(odds, -60, 60), minlength=count) / np.maximum(size, 1)
    slope = np.exp(np.r_[0.0, rng.normal(0.0, SLOPE, DRAWS)])
    shift = np.r_[0.0, rng.normal(0.0, SHIFT, DRAWS)]
    doubted = (slope - 1)[:, None] * np.clip(mean, -PIVOT, PIVOT)[None, :]
    share = probability(mean[None, :] + doubted + shift[:, None])
    share[0] = np.bincount(strata, weights=probability(odds), minlength=count) / np.maximum(size, 1)
    share *= (1 - _blunders(rng))[:, None]
    number = np.bincount(asked, minlength=count)
    said = np.bincount(asked, weights=same.astype(np.float64), minlength=count)
    told = np.flatnonzero(number >= LEAST_DECIDED)
    for at in told.tolist():
        n, k = float(number[at]), float(said[at])
        share[0, at] = k / n
        share[1:, at] = rng.beta(k + 0.5, n - k + 0.5, DRAWS)
    return size, share, bool(len(told))


def _blunders(rng: np.random.Generator) -> np.ndarray:
    """(DRAWS + 1,) share of errors that no field shows: their mean, then draws, half of them none."""
    return np.r_[BLUNDER / 2, rng.exponential(BLUNDER, DRAWS) * (rng.random(DRAWS) < 0.5)]


def _interval(draws: np.ndarray) -> tuple[float, float, float]:
    low, high = np.quantile(draws[1:], [_TAIL, 1 - _TAIL])
    return float(draws[0]), float(min(low, draws[0])), float(max(high, draws[0]))


def group_odds(odds: np.ndarray, label: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(p,) log odds once the clusters are known: what the other pairs between the same two rows' groups say.

    A pair inside a cluster is as sure as the weaker of the best links of its two rows; a pair between clusters is as
    sure as the pairs between the two are on average.
    """
    inside = label[a] == label[b]
    best = np.full(len(label), -np.inf)
    np.maximum.at(best, a[inside], odds[inside])
    np.maximum.at(best, b[inside], odds[inside])
    result = odds.copy()
    result[inside] = np.maximum(odds[inside], np.minimum(best[a[inside]], best[b[inside]]))
    outside = np.flatnonzero(~inside)
    one, other = label[a[outside]], label[b[outside]]
    code = np.minimum(one, other) * (int(label.max(initial=0)) + 1) + np.maximum(one, other)
    _, of = np.unique(code, return_inverse=True)
    value = np.clip(odds[outside], -10, 10)
    many = np.bincount(of)
    mean = np.bincount(of, weights=value) / many
    several = many[of] > 1
    result[outside[several]] = mean[of][several]
    return result
