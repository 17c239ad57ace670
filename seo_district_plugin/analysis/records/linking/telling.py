"""The tables of a merge: links, pairs to review, the model, the accounting per register."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import review as asking
from .fellegi_sunter import Model, log_odds
from .lifecycle import MOVED, SUCCESSOR
from .types import Records
from .work import Found, MergeOptions, Work

PARTS_MOST = 500
"""Pairs of the review for which it is told what each field adds."""
SCORE_STEPS = np.arange(-40.0, 41.0, 1.0)
_LN2 = np.log(2.0)


def links_table(work: Work, found: Found, chance: np.ndarray, review: pd.DataFrame) -> pd.DataFrame:
    """entity_id, probability, status, follows of every row.

    A row's probability is that of its best link inside its entity; of a row that is alone, that of its best candidate.
    """
    pairs, label, rows = work.pairs, found.clusters.label, len(work.records)
    inside, outside = np.zeros(rows), np.zeros(rows)
    linked = found.linked
    for side in (pairs.a, pairs.b):
        np.maximum.at(inside, side[linked], chance[linked])
        np.maximum.at(outside, side[~linked], chance[~linked])
    alone = np.bincount(label)[label] == 1
    status = np.where(alone, "single", "linked").astype(object)
    value = np.where(alone, outside, inside)
    doubtful = review[review["decision"] == ""]
    asked = np.zeros(rows, dtype=bool)
    asked[doubtful["a"].to_numpy(dtype=np.int64)] = asked[doubtful["b"].to_numpy(dtype=np.int64)] = True
    asked |= alone & (outside >= work.options.review_from)
    status[alone & asked] = "review"
    after, before = _following(work, SUCCESSOR)
    follows = np.zeros(rows, dtype=np.int64)
    # The nearest predecessor in time is the one that is told: pairs are ordered by the days between.
    follows[after[::-1]] = label[before[::-1]] + 1
    follows[follows == label + 1] = 0
    status[(follows > 0) & alone] = "successor"
    return pd.DataFrame({"entity_id": label + 1, "probability": value, "status": status, "follows": follows})


def _following(work: Work, relation: int) -> tuple[np.ndarray, np.ndarray]:
    """(later row, earlier row) of pairs in a relation, those with the fewest days between first."""
    at = np.flatnonzero((work.life.relation == relation) & (work.decided != 1))
    days = work.life.days[at]
    at, days = at[np.argsort(np.abs(days), kind="stable")], np.sort(np.abs(days), kind="stable")
    first = work.life.days[at] > 0
    a, b = work.pairs.a[at], work.pairs.b[at]
    return np.where(first, b, a), np.where(first, a, b)


def succession_table(work: Work, label: np.ndarray) -> pd.DataFrame:
    """before, after (entities), row_before, row_after, days, relation: each two entities once."""
    tables = []
    for relation, name in ((SUCCESSOR, asking.SUCCESSION), (MOVED, asking.MOVED)):
        after, before = _following(work, relation)
        days = work.lives.start[after] - work.lives.end[before]
        tables.append(
            pd.DataFrame(
                {
                    "before": label[before] + 1, "after": label[after] + 1, "row_before": before, "row_after": after,
                    "days": days, "relation": name,
                }
            )
        )  # fmt: skip
    both = pd.concat(tables, ignore_index=True)
    both = both[both["before"] != both["after"]].drop_duplicates(["before", "after"])
    return both.sort_values(["before", "after"], kind="stable").reset_index(drop=True)


def review_table(
    work: Work, found: Found, chance: np.ndarray, options: MergeOptions
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Pairs to be decided, and what each field adds for the first of them."""
    pairs, label = work.pairs, found.clusters.label
    why = np.full(len(pairs), "", dtype=object)
    open_ = (work.decided < 0) & work.allowed
    doubtful = open_ & ~found.linked & (chance >= options.review_from) & (chance < options.threshold)
    why[doubtful] = asking.DOUBTFUL
    why[open_ & (found.clusters.bridge | found.clusters.cut)] = asking.BRIDGE
    # What a person has decided is listed again, with the decision: nothing given back is lost.
    why[_given(work)] = asking.DOUBTFUL
    chosen, gain = asking.choose(chance, label, pairs.a, pairs.b, why, work.order, len(pairs))
    given = work.decided[chosen] >= 0
    # Decided pairs last: there is nothing to be learned from them.
    order = np.argsort(given, kind="stable")
    keep = order[: options.review_limit]
    chosen, gain, given = chosen[keep], np.where(given, 0.0, gain)[keep], given[keep]
    decided = work.decided[chosen]
    table = pd.DataFrame(
        {
            "a": pairs.a[chosen], "b": pairs.b[chosen], "probability": chance[chosen], "gain": gain,
            "why": why[chosen],
            "decision": np.where(given, np.where(decided == 1, asking.SAME, asking.DIFFERENT), "").astype(object),
        }
    )  # fmt: skip
    return table, parts_table(work, chosen[:PARTS_MOST])


def _given(work: Work) -> np.ndarray:
    return work.decided >= 0


def parts_table(work: Work, at: np.ndarray) -> pd.DataFrame:
    """What each field adds to the weight of pairs, log2: "prior", the fields, "together", "rivals", "total".

    Fields of one pair speak together, as the kinds of non-matches have it: a field adds the mean of what it adds when
    it comes first and when it comes last; "together" is what is left.
    """
    names = work.compared.names
    if work.scorer is None or not len(at):
        return pd.DataFrame({name: np.empty(0) for name in ("prior", *names, "together", "rivals", "total")})
    levels = np.minimum(work.compared.levels[at], np.array(work.scorer.model.sizes, dtype=np.int8) - 1)
    prior = log_odds(np.zeros(len(at)), work.scorer.priors[work.groups.of[at]]) / _LN2
    fields = contributions(work.scorer.model, levels)
    whole = work.scorer.model.log_ratio(levels) / _LN2
    table = pd.DataFrame({"prior": prior, **{name: fields[:, n] for n, name in enumerate(names)}})
    table["together"] = whole - fields.sum(axis=1)
    total = work.odds[at] / _LN2
    table["rivals"] = total - prior - whole
    table["total"] = total
    return table


def contributions(model: Model, levels: np.ndarray) -> np.ndarray:
    """(p, f) log2: mean of what a field adds alone and what it adds to all others."""
    whole = model.log_ratio(levels)
    added = np.zeros(levels.shape)
    for at in range(levels.shape[1]):
        only, without = np.zeros_like(levels), levels.copy()
        only[:, at], without[:, at] = levels[:, at], 0
        added[:, at] = (model.log_ratio(only) + whole - model.log_ratio(without)) / 2
    return added / _LN2


def model_table(work: Work) -> pd.DataFrame:
    """field, level, label, m, u, weight (log2 m / u) of every level but the missing one."""
    columns: dict[str, list[object]] = {name: [] for name in ("field", "level", "label", "m", "u", "weight")}
    if work.scorer is not None:
        model = work.scorer.model
        for at, (name, labels) in enumerate(zip(work.compared.names, work.compared.labels)):
            match, other = model.match[at], model.marginal(at)
            for level in range(1, min(len(match), len(labels))):
                row = (name, level, labels[level], match[level], other[level], np.log2(match[level] / other[level]))
                for column, value in zip(columns.values(), row):
                    column.append(value)
    return pd.DataFrame(columns)


def score_table(odds: np.ndarray, linked: np.ndarray) -> pd.DataFrame:
    """Histogram of log2 odds: low, high, pairs, linked."""
    value = np.clip(odds / _LN2, SCORE_STEPS[0], SCORE_STEPS[-1] - 1e-9)
    at = np.floor(value - SCORE_STEPS[0]).astype(np.int64)
    many = len(SCORE_STEPS) - 1
    return pd.DataFrame(
        {
            "low": SCORE_STEPS[:-1], "high": SCORE_STEPS[1:], "pairs": np.bincount(at, minlength=many),
            "linked": np.bincount(at[linked], minlength=many),
        }
    )  # fmt: skip


def bridge_table(work: Work, found: Found, chance: np.ndarray) -> pd.DataFrame:
    """row_a, row_b, entity_id (0 where the two are not together), probability."""
    at = np.flatnonzero(found.clusters.bridge | found.clusters.cut)
    together = np.where(found.linked[at], found.clusters.label[work.pairs.a[at]] + 1, 0)
    return pd.DataFrame(
        {"row_a": work.pairs.a[at], "row_b": work.pairs.b[at], "entity_id": together, "probability": chance[at]}
    )


def accounting_table(records: Records, links: pd.DataFrame) -> pd.DataFrame:
    """Per register: rows, located, open, distinct, and rows per status. Rows are the sum of the statuses."""
    many = len(records.registers)

    def count(mask: np.ndarray) -> np.ndarray:
        return np.bincount(records.register[mask], minlength=many)

    pairs = np.unique(records.register.astype(np.int64) + many * links["entity_id"].to_numpy())
    table = {
        "register": list(records.registers),
        "rows": np.bincount(records.register, minlength=many),
        "located": count(np.isfinite(records.xy).all(axis=1)),
        "open": count(np.asarray(records.is_open)),
        "distinct": np.bincount(pairs % many, minlength=many),
    }
    status = links["status"].to_numpy()
    return pd.DataFrame(
        {**table, **{name: count(status == name) for name in ("single", "linked", "review", "successor")}}
    )
