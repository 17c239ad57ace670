"""The whole way from the rows of several registers to things: normalize, block, compare, score, cluster, tell.

No row is lost: every row of every register is in exactly one entity, and :attr:`Merged.links` has a line for each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from ...errors import AnalysisError, Tick, no_tick
from . import rivals, scoring, telling
from .blocking import KINDS, RULES, BlockingReport, block
from .clusters import Edges, cluster, missing_pairs
from .comparison import compare
from .estimates import Missed, estimate, group_odds, missed_matches
from .fellegi_sunter import count_patterns, probability
from .golden import content_order, golden_records
from .lifecycle import Successions, lives_of, mended, successions
from .normalize import normalize
from .review import Verdicts, checked, closure
from .types import Compared, Normal, Pairs, Records
from .words import Words
from .work import EVERY, Found, Merged, MergeOptions, Work

__all__ = ["EVERY", "MergeOptions", "Merged", "Verdicts", "merge"]
CLOSED_PART = 40
"""Rows of a connected part up to which the pairs that no key proposed are compared as well."""
SILENT = 0.1
"""What a pair counts against a group whose fields say nothing against it, natural log odds."""


def merge(
    records: Records,
    words: Words,
    options: MergeOptions | None = None,
    *,
    labels: Verdicts | None = None,
    reviewed: Verdicts | None = None,
    tick: Tick = no_tick,
) -> Merged:
    """Merge registers.

    Args:
        words: of the profile.
        labels: pairs that a model is to learn from; they are obeyed as well.
        reviewed: pairs that people decided: obeyed, and used for the estimates.

    Raises:
        AnalysisError: ``link_no_rows``, ``link_threshold`` (threshold, review_from), ``link_within_unknown``
            (register), and those of the steps.
    """
    options = options or MergeOptions()
    _check(records, options)
    verdicts = _joined(reviewed, labels)
    records, swapped = mended(records)
    normal = normalize(records, words, _share(tick, 0.0, 0.2))
    pairs, report = block(records, normal, options.blocking, _share(tick, 0.2, 0.45))
    work = _prepare(records, normal, options, verdicts, pairs, _share(tick, 0.45, 0.6))
    if swapped:
        work.notes.append(("link_days_swapped", {"count": swapped}))
    _score(work, labels, _share(tick, 0.6, 0.78))
    _fill(work, _share(tick, 0.78, 0.82))
    found = _clustered(work, _share(tick, 0.82, 0.9))
    return _told(work, found, report, _share(tick, 0.9, 1.0))


def _share(tick: Tick, low: float, high: float) -> Tick:
    return lambda share: tick(low + (high - low) * min(max(share, 0.0), 1.0))


def _check(records: Records, options: MergeOptions) -> None:
    if not len(records):
        raise AnalysisError("link_no_rows")
    if not 0 < options.review_from <= options.threshold < 1:
        raise AnalysisError("link_threshold", threshold=options.threshold, review_from=options.review_from)
    for name in options.within:
        if name != EVERY and name not in records.registers:
            raise AnalysisError("link_within_unknown", register=name)


def _joined(reviewed: Verdicts | None, labels: Verdicts | None) -> Verdicts:
    both = [each for each in (reviewed, labels) if each is not None and len(each)]
    if not both:
        return Verdicts.none()
    return closure(checked(*(np.concatenate([getattr(each, name) for each in both]) for name in ("a", "b", "same"))))


# ---------------------------------------------------------------------- pairs
def _prepare(
    records: Records, normal: Normal, options: MergeOptions, verdicts: Verdicts, pairs: Pairs, tick: Tick
) -> Work:
    lives, order = lives_of(records), content_order(records)
    tick(0.0)
    pairs = _near_enough(records, pairs, options.max_distance)
    within = np.array([EVERY in options.within or name in options.within for name in records.registers])
    if len(records.registers) == 1:
        within[:] = True  # one register alone: there is nothing else to be found than its own repetitions
    compared = compare(records, normal, pairs, _share(tick, 0.0, 0.9))
    tick(0.9)
    compared = scoring.extended(records, lives, compared, pairs.a, pairs.b)
    tick(0.93)
    groups = scoring.groups_of(records, pairs.a, pairs.b)
    tick(0.96)
    nothing = np.zeros(len(pairs), dtype=bool)
    life = successions(records, normal, lives, pairs.a, pairs.b, nothing)
    return Work(records, normal, lives, order, options, within, verdicts, pairs, compared, groups, life)


def _near_enough(records: Records, pairs: Pairs, most: float) -> Pairs:
    if most <= 0:
        return pairs
    apart = np.hypot(*(records.xy[pairs.a] - records.xy[pairs.b]).T)
    keep = ~(apart > most)  # a row without coordinates is never excluded by distance
    return Pairs(pairs.a[keep], pairs.b[keep], pairs.rules[keep])


def _compare_rows(work: Work, tick: Tick = no_tick) -> Callable[[np.ndarray, np.ndarray], Compared]:
    def done(a: np.ndarray, b: np.ndarray) -> Compared:
        one, other = np.asarray(a, dtype=np.int32), np.asarray(b, dtype=np.int32)
        pairs = Pairs(one, other, np.zeros(len(one), dtype=np.uint16))
        compared = compare(work.records, work.normal, pairs, tick)
        return scoring.extended(work.records, work.lives, compared, one, other)

    return done


def _score(work: Work, labels: Verdicts | None, tick: Tick) -> None:
    """Log odds of all pairs, alone and with their rivals."""
    records, pairs, order = work.records, work.pairs, work.order
    work.lifted = np.zeros(len(pairs), dtype=bool)
    work.alone = work.odds = np.empty(0)
    work.decided = np.empty(0, dtype=np.int8)
    inside = work.groups.inside[work.groups.of]
    # Rows of one register are what a register repeats, not what two have in common: they teach only where told.
    usable = ~work.life.apart & (~inside | work.within[records.register[pairs.a]])
    if not usable.any():
        work.notes.append(("link_no_pairs", {}))
        work.alone = work.odds = np.full(len(pairs), -scoring.WEIGHT_CAP)
        _decide(work)
        return
    compare_rows = _compare_rows(work, lambda _: tick(0.0))
    fitted = usable & scoring.drawn(order, pairs.a, pairs.b)
    one, other = scoring.random_pairs(records, order, work.options.seed)
    random_levels = compare_rows(one, other).levels if len(one) else None
    expected = _expected(work, usable) * fitted.sum() / usable.sum()
    tick(0.0)
    work.scorer = scoring.fit_scorer(
        work.compared, work.groups, fitted, random_levels, expected, _share(tick, 0.0, 0.6)
    )
    patterns = count_patterns(work.compared.levels, _share(tick, 0.6, 0.68))
    scoring.fit_priors(work.scorer, patterns, work.groups, ~work.life.apart)
    ratio = work.scorer.ratio(patterns.levels)[patterns.of]
    del patterns
    tick(0.69)
    work.alone = scoring.log_odds(ratio, work.scorer.priors[work.groups.of])
    units = _units(work)
    tick(0.7)
    rivals.matching_priors(
        work.scorer, ratio, work.groups, pairs.a, pairs.b, records.register, units, ~work.within,
        ~work.life.apart, _share(tick, 0.7, 0.75),
    )  # fmt: skip
    if labels is not None and len(labels):
        scoring.fit_labels(
            work.scorer, work.compared, pairs, labels, compare_rows, work.options.seed, _share(tick, 0.75, 0.9)
        )
    work.alone = work.scorer.odds(work.compared, work.groups.of, _share(tick, 0.9, 0.97))
    tick(0.97)
    if work.options.same_rows:
        work.lifted = ~work.life.apart & scoring.saying_the_same(
            work.compared, work.alone, inside, work.options.threshold
        )
    tick(0.98)
    _rivals(work, _share(tick, 0.98, 1.0))
    tick(1.0)
    _decide(work)


def _expected(work: Work, usable: np.ndarray) -> float:
    """Matches that are likely before anything is known: a share of the smaller register of each two."""
    size = np.bincount(work.records.register, minlength=len(work.records.registers)).astype(np.float64)
    many = len(size)
    present = np.unique(work.groups.of[usable])
    one, other = present // many, present % many
    return float(np.where(one == other, 0.1 * size[one], scoring.EXPECTED * np.minimum(size[one], size[other])).sum())


def _units(work: Work) -> np.ndarray:
    """(n,) numbers that rows of one register share which are more likely one thing than two, linked or not: they do not
    exclude each other."""
    inside = work.groups.inside[work.groups.of] & ~work.life.apart
    same = scoring.saying_the_same(work.compared, work.alone, inside, 0.5)
    return scoring.units_of(len(work.records), work.pairs.a[same], work.pairs.b[same])


def _rivals(work: Work, tick: Tick) -> None:
    units = _units(work)
    alone = np.where(work.allowed, work.alone, -scoring.WEIGHT_CAP)
    work.odds = rivals.compete(alone, work.pairs.a, work.pairs.b, work.records.register, units, ~work.within, tick)


def _decide(work: Work) -> None:
    """Note what people decided; pairs that were not among those compared are added by :func:`_fill`."""
    rows = len(work.records)
    work.decided = np.full(len(work.pairs), -1, dtype=np.int8)
    if not len(work.verdicts):
        return
    at, there = _find(work.pairs, work.verdicts.a, work.verdicts.b, rows)
    work.decided[at[there]] = work.verdicts.same[there]


def _find(pairs: Pairs, a: np.ndarray, b: np.ndarray, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Positions of pairs among the compared ones, and whether they are there."""
    codes = pairs.a.astype(np.int64) * rows + pairs.b
    order = np.argsort(codes, kind="stable")
    wanted = a.astype(np.int64) * rows + b
    at = np.minimum(np.searchsorted(codes, wanted, sorter=order), max(len(codes) - 1, 0))
    if not len(codes):
        return at, np.zeros(len(wanted), dtype=bool)
    return order[at], codes[order[at]] == wanted


def _fill(work: Work, tick: Tick) -> None:
    """Compare the pairs that no key proposed though both rows would be in one group, and those that people decided."""
    rows, pairs = len(work.records), work.pairs
    _, there = _find(pairs, work.verdicts.a, work.verdicts.b, rows)
    more = np.column_stack([work.verdicts.a[~there], work.verdicts.b[~there]]).astype(np.int32)
    tick(0.1)
    likely = (work.odds >= _logit(work.options.review_from)) | (work.decided == 1)
    listed = missing_pairs(rows, pairs.a, pairs.b, likely, CLOSED_PART)
    more = np.unique(np.vstack([more, listed]), axis=0)
    tick(0.2)
    if not len(more):
        return
    compared = _compare_rows(work, _share(tick, 0.2, 0.6))(more[:, 0], more[:, 1])
    tick(0.6)
    a, b = more[:, 0], more[:, 1]
    groups = scoring.groups_of(work.records, a, b)
    life = successions(work.records, work.normal, work.lives, a, b, np.zeros(len(a), dtype=bool))
    alone = np.full(len(a), -scoring.WEIGHT_CAP)
    if work.scorer is not None:
        alone = work.scorer.odds(compared, groups.of)
    inside = groups.inside[groups.of]
    lifted = np.zeros(len(a), dtype=bool)
    if work.options.same_rows:
        lifted = ~life.apart & scoring.saying_the_same(compared, alone, inside, work.options.threshold)
    work.pairs = Pairs(
        np.r_[pairs.a, a], np.r_[pairs.b, b], np.r_[pairs.rules, np.zeros(len(a), dtype=pairs.rules.dtype)]
    )
    work.compared = replace(
        work.compared,
        levels=np.vstack([work.compared.levels, compared.levels]),
        similarity={},
        frequency=np.r_[work.compared.frequency, compared.frequency],
    )
    tick(0.7)
    work.groups = replace(work.groups, of=np.r_[work.groups.of, groups.of])
    work.life = Successions(
        np.r_[work.life.apart, life.apart], np.r_[work.life.relation, life.relation], np.r_[work.life.days, life.days]
    )
    work.alone, work.lifted = np.r_[work.alone, alone], np.r_[work.lifted, lifted]
    tick(0.8)
    if work.scorer is None:
        work.odds = work.alone
    else:
        _rivals(work, _share(tick, 0.8, 0.95))
    tick(0.95)
    _decide(work)


def _logit(share: float) -> float:
    return float(np.log(share) - np.log1p(-share))


# ---------------------------------------------------------------------- clusters
def _clustered(work: Work, tick: Tick) -> Found:
    score = np.where(work.allowed, _scores(work), -np.inf)
    score = np.where(work.decided == 1, np.inf, np.where(work.decided == 0, -np.inf, score))
    register = work.records.register.astype(np.int64)
    kind = np.where(work.within[register], -1, register)
    clusters = cluster(Edges(work.pairs.a, work.pairs.b, score, kind, work.order), tick)
    return Found(clusters, clusters.label[work.pairs.a] == clusters.label[work.pairs.b])


def _scores(work: Work) -> np.ndarray:
    """(p,) what each pair says of being together: above 0 only for pairs that are links of their own.

    Below the threshold a pair speaks against a group only as far as its fields do: where two rows are known to be the
    same as a third, that few things are the same (the prior) is no argument any more, and fields that are missing never
    were one.
    """
    above = work.odds - _logit(work.options.threshold)
    if work.scorer is None:
        return above
    prior = work.scorer.priors[work.groups.of]
    evidence = work.alone - (np.log(prior) - np.log1p(-prior))
    return np.where(above >= 0, above, np.minimum(evidence, 0.0) - SILENT)


# ---------------------------------------------------------------------- what is told
def _told(work: Work, found: Found, report: BlockingReport, tick: Tick) -> Merged:
    label, pairs, options = found.clusters.label, work.pairs, work.options
    tick(0.0)
    chance = probability(work.odds)
    chance = np.where(work.decided >= 0, work.decided.astype(np.float64), np.where(work.life.apart, 0.0, chance))
    alike = probability(work.alone) >= options.review_from
    work.life = successions(work.records, work.normal, work.lives, pairs.a, pairs.b, alike)
    tick(0.1)
    entities = golden_records(work.records, label + 1, options.as_of, work.order, _share(tick, 0.1, 0.4))
    tick(0.4)
    barred = np.where(work.allowed, work.odds, -scoring.WEIGHT_CAP)
    tick(0.45)
    sure = group_odds(barred, label, pairs.a, pairs.b)
    tick(0.5)
    missed = _missed(pairs.rules, probability(sure))
    asked = np.flatnonzero(work.decided >= 0)
    basis = "model" if not len(asked) else "reviewed" if work.scorer is None or not work.scorer.learned else "labels"
    quality = estimate(
        sure, found.linked, missed, asked, work.decided[asked] == 1, basis, options.seed, options.threshold
    )
    tick(0.6)
    review, parts = telling.review_table(work, found, chance, options)
    tick(0.7)
    links = telling.links_table(work, found, chance, review)
    tick(0.8)
    _note_repetitions(work)
    method = work.scorer.learned.method if work.scorer and work.scorer.learned else "em"
    return Merged(
        links, entities, review, parts, telling.accounting_table(work.records, links), quality, report, method,
        telling.model_table(work), work.scorer.model.prior if work.scorer else 0.0,
        telling.score_table(work.odds, found.linked), telling.succession_table(work, label),
        telling.bridge_table(work, found, chance), tuple(work.notes),
    )  # fmt: skip


def _missed(rules: np.ndarray, chance: np.ndarray) -> Missed:
    """Matches that no key proposed. Keys that look at the same thing find and miss the same pairs: each kind of keys is
    one capture."""
    if (rules & np.uint16(1 << RULES.index("whole"))).any():
        return Missed(0.0, float(chance.sum()))
    kinds = np.zeros(len(rules), dtype=np.uint16)
    for at, names in enumerate(KINDS.values()):
        mask = np.uint16(sum(1 << RULES.index(name) for name in names))
        kinds |= np.where((rules & mask) != 0, np.uint16(1 << at), np.uint16(0))
    proposed = kinds > 0
    return missed_matches(kinds[proposed], chance[proposed])


def _note_repetitions(work: Work) -> None:
    """Tell of registers that seem to hold things twice, in rows that differ, though they may not be linked."""
    inside = work.groups.inside[work.groups.of] & ~work.life.apart & ~work.lifted
    likely = inside & ~work.within[work.records.register[work.pairs.a]]
    weight = probability(work.alone) * likely
    count = np.bincount(work.records.register[work.pairs.a], weights=weight, minlength=len(work.records.registers))
    size = np.bincount(work.records.register, minlength=len(work.records.registers))
    for at, name in enumerate(work.records.registers):
        if count[at] > max(0.01 * size[at], 3.0):
            work.notes.append(("link_repetitions", {"register": name, "count": round(float(count[at]))}))
