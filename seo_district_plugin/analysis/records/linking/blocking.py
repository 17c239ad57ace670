"""Which pairs of rows are worth comparing: those that share a key, or whose names are alike in one zone.

Several keys of different kinds, so that what one misses another finds: the building on its street, the lot, the
telephone number, the name in its zone, the day and the industry of the license, the place on the map with a part of the
name, and the most alike names by cosine of weighted character grams (TF-IDF, top k: Paulsen, Govind and Doan 2023,
"Sparkly"). Blocks that are too large are split by further keys, not dropped; what is cut is counted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...errors import AnalysisError, Tick, no_tick
from .alike import anywhere_alike, text_alike, zone_alike
from .blockkeys import BlockingOptions, Keys, keys_of
from .nearness import near_with_gram
from .pairing import NO_PAIRS, SIZE_ENDS, Blocks, joined, share_key, united
from .types import Normal, Pairs, Records

__all__ = ["KINDS", "RULES", "BlockingOptions", "BlockingReport", "RuleReport", "block"]

RULES = ("place", "lot", "phone", "name", "stem", "date", "near", "zone", "alike", "text", "whole")
"""Blocking keys: building, lot, telephone, name in its zone, stem of it, day and industry, place with a part of the
name, alike names in a zone, alike names anywhere, alike whole texts, everything with everything."""
KINDS = {
    "where": ("place", "lot", "near"),
    "who": ("name", "stem", "zone", "alike", "text"),
    "what": ("phone", "date"),
}
"""Keys that look at the same thing: they find and miss the same pairs."""


@dataclass(frozen=True)
class RuleReport:
    """What one key gave: rows that have it, blocks of two and more rows, rows of the largest, blocks that were split,
    pairs, pairs that no other key gave, pairs of large blocks that were not taken."""

    rule: str
    rows: int
    blocks: int
    largest: int
    split: int
    pairs: int
    alone: int
    cut: int


@dataclass(frozen=True)
class BlockingReport:
    """Attributes:
    rules: one per key that was used.
    pairs: that are compared; all_pairs: that there are.
    unnamed: rows without a name; keyless: rows that no pair has.
    sizes: blocks of all keys by their rows: 2, up to 5, 10, 20, 50, 100, 1000, more.
    """

    rules: tuple[RuleReport, ...]
    pairs: int
    all_pairs: int
    unnamed: int
    keyless: int
    sizes: tuple[int, ...] = (0,) * (len(SIZE_ENDS) + 1)

    @property
    def reduction(self) -> float:
        """Share of all pairs that need not be compared."""
        return 1.0 - self.pairs / self.all_pairs if self.all_pairs else 0.0

    @property
    def cut(self) -> int:
        """Pairs of large blocks that no key of theirs kept; pairs that another key gave may be among them."""
        return sum(rule.cut for rule in self.rules)


def block(
    records: Records, normal: Normal, options: BlockingOptions | None = None, tick: Tick = no_tick
) -> tuple[Pairs, BlockingReport]:
    """Pairs to compare.

    Raises:
        AnalysisError: ``link_nothing_to_compare`` (rows) when no row has a name, address, telephone number or other
            text; ``link_options`` (name, value) for options that make no sense.
    """
    options = options or BlockingOptions()
    _check(options)
    keys = keys_of(records, normal, lambda done: tick(0.1 * done))
    texts = [keys.core, keys.place, keys.lot, keys.phone]
    if len(records) and not any((codes >= 0).any() for codes in texts) and not _has_extra(normal):
        raise AnalysisError("link_nothing_to_compare", rows=len(records))
    whole = _whole(records, options)
    if whole is not None:
        found = {"whole": Blocks(whole, 1, len(records), 0, len(whole), 0)}
    else:
        found = _by_keys(records, normal, keys, options, tick)
    kept = {}
    for rule, blocks in found.items():
        tick(0.9)
        kept[rule] = _allowed(blocks, records, options)
    lists = [kept[rule].pairs if rule in kept else NO_PAIRS for rule in RULES]
    codes, rules = united(lists, lambda done: tick(0.9 + 0.09 * done))
    codes, rules = _limited(codes, rules, options.most)
    size = max(len(records), 1)
    pairs = Pairs((codes // size).astype(np.int32), (codes % size).astype(np.int32), rules)
    tick(1.0)
    return pairs, _report(records, keys, kept, pairs, options)


def _check(options: BlockingOptions) -> None:
    checks = {"cap": options.cap >= 2, "window": options.window >= 0, "top": options.top >= 1,
              "least": 0 < options.least <= 1, "radius": options.radius > 0}  # fmt: skip
    for name, good in checks.items():
        if not good:
            raise AnalysisError("link_options", name=name, value=getattr(options, name))


# ---------------------------------------------------------------------- keys
def _has_extra(normal: Normal) -> bool:
    return any((normal.table[name] != "").any() for name in normal.table.columns if name.startswith("extra:"))


def _by_keys(records: Records, normal: Normal, keys: Keys, options: BlockingOptions, tick: Tick) -> dict[str, Blocks]:
    """Pairs of each key."""
    named = keys.named
    core_zone = np.where(named, joined(keys.core, keys.zone), -1)
    stem_zone = np.where(named, joined(keys.stem, keys.zone), -1)
    day = joined(keys.opened, keys.industry)

    def shared(key: np.ndarray, *refine: str) -> Callable[[Tick], Blocks]:
        entries = [keys.refiners[name] for name in refine]
        return lambda tick: share_key(key, keys.count, options.cap, entries, keys.order, options.window, tick)

    steps: dict[str, Callable[[Tick], Blocks]] = {
        "place": shared(np.where(named, keys.place, -1), "unit", "opened", "grams", "phone"),
        "lot": shared(np.where(named, keys.lot, -1), "unit", "opened", "grams", "phone"),
        "phone": shared(keys.phone, "stem", "place", "lot"),
        "name": lambda tick: _named(keys, core_zone, options, tick),
        "stem": shared(stem_zone, "place", "lot", "phone", "opened"),
        "date": shared(np.where(named, day, -1), "zone", "stem", "phone", "place"),
        "near": lambda tick: _near(records, keys, options, tick),
        "zone": lambda tick: zone_alike(normal, keys, options, tick),
        "alike": lambda tick: anywhere_alike(normal, keys, options, tick),
    }
    if not normal.profile.startswith("k"):
        steps["text"] = lambda tick: text_alike(normal, keys, options, tick)
    found = {}
    for at, (rule, step) in enumerate(steps.items()):
        found[rule] = step(_share(tick, at, len(steps)))
    return found


def _share(tick: Tick, at: int, count: int) -> Tick:
    """The tick of one of several steps, from a tenth of the whole on."""
    return lambda done: tick(0.1 + 0.8 * (at + done) / count)


def _named(keys: Keys, core_zone: np.ndarray, options: BlockingOptions, tick: Tick) -> Blocks:
    """The same name in one zone, and the same name anywhere as long as few rows have it."""
    refine = [keys.refiners[name] for name in ("place", "lot", "phone", "opened", "unit")]
    inside = share_key(core_zone, keys.count, options.cap, refine, keys.order, options.window, tick)
    refine = [keys.refiners[name] for name in ("phone", "opened", "place")]
    anywhere = share_key(keys.core, keys.count, max(4, options.cap // 4), refine, keys.order, 0, tick)
    pairs = np.unique(np.concatenate([inside.pairs, anywhere.pairs]))
    return Blocks(
        pairs, anywhere.blocks, anywhere.largest, inside.split, len(pairs) + inside.cut, inside.cut, anywhere.sizes
    )


def _near(records: Records, keys: Keys, options: BlockingOptions, tick: Tick) -> Blocks:
    """Rows within the radius that share a part of the name."""
    located = np.isfinite(records.xy).all(axis=1) & keys.named
    return near_with_gram(
        records.xy, located, keys.grams, options.radius, options.cap, keys.order, options.window, tick
    )


# ---------------------------------------------------------------------- whole, limits, report
def _whole(records: Records, options: BlockingOptions) -> np.ndarray | None:
    """All pairs, where there are few enough: of different registers, or of all rows."""
    count = np.bincount(records.register, minlength=1).astype(np.int64) if len(records) else np.zeros(1, dtype=np.int64)
    total = int(count.sum())
    several = (count > 0).sum() > 1
    across = (total * total - int((count * count).sum())) // 2
    inside = int((count * (count - 1) // 2).sum())
    if across + (inside if options.within or not several else 0) > options.whole:
        return None
    one, other = np.triu_indices(total, 1)
    return one.astype(np.int64) * max(total, 1) + other


def _allowed(blocks: Blocks, records: Records, options: BlockingOptions) -> Blocks:
    """Without pairs inside a register, where they are not wanted; each pair once."""
    pairs = np.unique(blocks.pairs)
    if not options.within and len(np.unique(records.register)) > 1:
        size = max(len(records), 1)
        pairs = pairs[records.register[pairs // size] != records.register[pairs % size]]
    return Blocks(pairs, blocks.blocks, blocks.largest, blocks.split, blocks.possible, blocks.cut, blocks.sizes)


def _limited(codes: np.ndarray, rules: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """The pairs that most keys propose, where there are too many."""
    if not most or len(codes) <= most:
        return codes, rules
    votes = np.zeros(len(codes), dtype=np.int64)
    for bit in range(len(RULES)):
        votes += (rules >> bit) & 1
    keep = np.sort(np.lexsort((codes, -votes))[:most])
    return codes[keep], rules[keep]


def _report(
    records: Records, keys: Keys, kept: dict[str, Blocks], pairs: Pairs, options: BlockingOptions
) -> BlockingReport:
    have = {"place": keys.place, "lot": keys.lot, "phone": keys.phone, "name": keys.core, "stem": keys.stem,
            "date": keys.opened, "zone": keys.zone}  # fmt: skip
    lines = []
    for at, rule in enumerate(RULES):
        if rule not in kept:
            continue
        own, blocks = have.get(rule, keys.core), kept[rule]
        alone = int((pairs.rules == (1 << at)).sum())
        rows = len(records) if rule in ("whole", "text") else int((own >= 0).sum())
        lines.append(RuleReport(rule, rows, blocks.blocks, blocks.largest, blocks.split, len(blocks.pairs), alone,
                                max(blocks.cut, 0)))  # fmt: skip
    count = np.bincount(records.register, minlength=1).astype(object)
    total = len(records)
    every = total * (total - 1) // 2
    if not options.within:
        every -= int(sum(size * (size - 1) // 2 for size in count))
    sizes = np.sum([blocks.sizes for blocks in kept.values()], axis=0) if kept else ()
    seen = np.zeros(total, dtype=bool)
    seen[pairs.a] = seen[pairs.b] = True
    return BlockingReport(tuple(lines), len(pairs), every, int((~keys.named).sum()), int((~seen).sum()),
                          tuple(int(number) for number in sizes))  # fmt: skip
