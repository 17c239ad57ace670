"""What a merge is asked for, what it knows on the way, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from .blocking import BlockingOptions, BlockingReport
from .clusters import Clusters
from .estimates import Quality
from .lifecycle import Lives, Successions
from .review import Verdicts
from .scoring import Groups, Scorer
from .types import Compared, Normal, Pairs, Records

EVERY = "*"
"""In ``MergeOptions.within``: all registers."""


@dataclass(frozen=True)
class MergeOptions:
    """Attributes:
    threshold: least probability of a link; review_from: from which on pairs are to be reviewed.
    max_distance: meters beyond which located rows are not linked, 0 = off.
    within: registers that may hold one thing in several rows that differ; EVERY = all of them.
    same_rows: whether rows of one register that differ in nothing are one thing.
    review_limit: pairs that are listed for review.
    seed: of what is drawn.
    as_of: register -> the day that it tells of.
    blocking: of the keys.
    """

    threshold: float = 0.9
    review_from: float = 0.5
    max_distance: float = 0.0
    within: tuple[str, ...] = ()
    same_rows: bool = True
    review_limit: int = 5000
    seed: int = 0
    as_of: Mapping[str, np.datetime64] = field(default_factory=dict)
    blocking: BlockingOptions = field(default_factory=BlockingOptions)


@dataclass(frozen=True)
class Merged:
    """Attributes:
    links: a line per row, in order: entity_id, probability (of the best link that was made, else of the best one that
        was not; 0 = no candidate), status, follows (entity_id of the predecessor, 0 = none).
    entities: a line per entity, see :func:`.golden.golden_records`.
    review: a, b (rows), probability, gain (bits), why, decision; those from which most is learned first.
    parts: a line per pair of ``review`` (the first ones): what each field adds, log2.
    accounting: a line per register: register, rows, located, open, distinct, single, linked, review, successor.
    quality: precision and recall, estimated.
    blocking: of the keys. method: "em" or that of the labels.
    model: field, level, label, m, u, weight (log2 m / u); match_share: of the pairs that were compared.
    scores: low, high (log2 odds), pairs, linked.
    successions: before, after (entity_id), row_before, row_after, days, relation.
    bridges: row_a, row_b, entity_id, probability.
    notes: codes and values of what the reader should know.
    """

    links: pd.DataFrame
    entities: pd.DataFrame
    review: pd.DataFrame
    parts: pd.DataFrame
    accounting: pd.DataFrame
    quality: Quality
    blocking: BlockingReport
    method: str
    model: pd.DataFrame
    match_share: float
    scores: pd.DataFrame
    successions: pd.DataFrame
    bridges: pd.DataFrame
    notes: tuple[tuple[str, dict[str, Any]], ...]


@dataclass
class Work:
    """What is known of the pairs while merging; all arrays are (p,).

    Attributes:
        pairs, compared, groups: the pairs, how they agree, which registers they are of.
        alone: natural log odds of each pair alone; odds: with its rivals; life: what the dates say.
        allowed: may be linked at all; lifted: pairs inside a register that may be linked nevertheless.
        decided: 1 same, 0 different, -1 not decided by a person.
    """

    records: Records
    normal: Normal
    lives: Lives
    order: np.ndarray
    options: MergeOptions
    within: np.ndarray
    verdicts: Verdicts
    pairs: Pairs
    compared: Compared
    groups: Groups
    life: Successions
    scorer: Scorer | None = None
    alone: np.ndarray = field(default_factory=lambda: np.empty(0))
    odds: np.ndarray = field(default_factory=lambda: np.empty(0))
    lifted: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=bool))
    decided: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int8))
    notes: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    @property
    def allowed(self) -> np.ndarray:
        """(p,) bool: pairs that may be linked without a person's word."""
        inside = self.groups.inside[self.groups.of]
        told = self.within[self.records.register[self.pairs.a]]
        return ~self.life.apart & (~inside | told | self.lifted)


@dataclass(frozen=True)
class Found:
    """Clusters, and whether each pair is linked."""

    clusters: Clusters
    linked: np.ndarray
