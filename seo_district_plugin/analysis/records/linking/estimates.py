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
) -> Quality:
    """Precision and recall of links.

    Args:
        odds: (p,) natural log odds of all pairs that were compared, decisions left out.
        linked: (p,) bool: in one entity.
        missed: by the keys.
        decided: positions of pairs that people decided; same: (d,) bool.
        basis: what is said of it where there are decisions.
    """
    strata = np.clip(np.digitize(odds, BINS) - 1, 0, len(BINS) - 2) * 2 + linked
    count = (len(BINS) - 1) * 2
    size = np.bincount(strata, minlength=count).astype(np.float64)
    mean = np.bincount(strata, weights=np.clip(odds, -60, 60), minlength=count) / np.maximum(size, 1)
    asked = np.bincount(strata[decided], minlength=count)
    said = np.bincount(strata[decided], weights=same.astype(np.float64), minlength=count)
    known = asked >= np.minimum(LEAST_DECIDED, np.maximum(size, 1))
    rng = np.random.default_rng(seed)
    draw = np.empty((DRAWS + 1, count))
    slope = np.exp(np.r_[0.0, rng.normal(0.0, SLOPE, DRAWS)])
    shift = np.r_[0.0, rng.normal(0.0, SHIFT, DRAWS)]
    wrong, lost = _blunders(rng), _blunders(rng)
    doubted = (slope - 1)[:, None] * np.clip(mean, -PIVOT, PIVOT)[None, :]
    own = probability(mean[None, :] + doubted + shift[:, None])
    own[0] = np.bincount(strata, weights=probability(odds), minlength=count) / np.maximum(size, 1)
    draw[:] = own * (1 - wrong)[:, None]
    for at in np.flatnonzero(known & (size > 0)).tolist():
        n, k = float(asked[at]), float(said[at])
        draw[0, at] = k / n
        left = max(size[at] - n, 0.0)
        draw[1:, at] = (k + left * rng.beta(k + 0.5, n - k + 0.5, DRAWS)) / size[at]
    matches = draw * size[None, :]
    right, other = matches[:, 1::2].sum(axis=1), matches[:, 0::2].sum(axis=1)
    # A match that is overlooked because of a blunder is one that is not linked.
    other = other + right * lost
    hidden = missed.number * np.exp(np.r_[0.0, rng.normal(0.0, MISSED_SPREAD, DRAWS)])
    # None seen is not none there: at most three, as for no event in so many trials.
    hidden = hidden + np.r_[0.0, rng.exponential(1.0, DRAWS)]
    pairs = float(linked.sum())
    found = right + other
    precision = np.where(pairs > 0, right / max(pairs, 1.0), 1.0)
    recall = right / np.maximum(found + hidden, 1e-9)
    complete = found / np.maximum(found + hidden, 1e-9)
    # Few pairs: what was drawn is a mean, what is true is a count.
    noise = np.sqrt(np.maximum(right * (1 - precision), 0.25)) / max(pairs, 1.0)
    precision[1:] = np.clip(precision[1:] + rng.normal(0, 1, DRAWS) * noise[1:], 0, 1)
    noise = np.sqrt(np.maximum(right * (1 - recall), 0.25)) / np.maximum(found + hidden, 1.0)
    recall[1:] = np.clip(recall[1:] + rng.normal(0, 1, DRAWS) * noise[1:], 0, 1)
    has = len(decided) > 0 and bool(known[np.unique(strata[decided])].any())
    return Quality(
        *_interval(precision), *_interval(recall), *_interval(complete), basis if has else "model", int(pairs),
        float((found + hidden)[0]), len(decided),
    )  # fmt: skip


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
