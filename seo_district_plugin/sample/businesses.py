"""The true businesses of a made-up district: who was where, from when to when, under which name, and who came after.

A *slot* is a unit in a building with its businesses one after another: the last one may be open still. Numbers follow
the kinds (:mod:`.businesses_kinds`), places follow floor space and, where the city has it, the expected number of shops
of each dong.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .businesses_kinds import KINDS, LEARNING, SECOND_LICENSES
from .businesses_names import Names, branch_places, make_names
from .businesses_places import Sites, choose_units
from .faults_rates import CANCELED, MOVED, RENAMED, SAME_NAME_SUCCESSORS, SHARED_PHONES, SUSPENDED
from .model import City
from .streams import shares_to_counts, stream

TODAY = int(np.datetime64("2026-09-01").astype(np.int64))
"""The day on which the newest register was drawn, in days since 1970-01-01."""
CHANGES_FROM = int(np.datetime64("2019-01-01").astype(np.int64))
"""Renamings and moves after this day are known."""
OPEN = 2_000_000
"""Closing day of what is open."""
VARIETY = 0.95
"""Of the words that names are made of, ``scale ** VARIETY`` are used in a sample of that scale."""
_EARLIEST = int(np.datetime64("1968-03-02").astype(np.int64))
_FIRST_ID = 100_001
_MEDIAN_LIFE, _LIFE_SPREAD = 1_350.0, 0.95  # days, of the logarithm; an assumption
_KIND_LIST = list(KINDS.values())
_GROUPS = {
    "food": "hansik pork snack soup japan noodle china western seafood pizza chicken cafe bakery drinks",
    "drink": "pub beer danran yuheung karaoke",
    "play": "pcroom arcade game mixgame dvd billiard gym golf dojo dance danceschool comics roomcafe study",
    "beauty": "hair skin nail barber",
    "store": "conv super health butcher pharmacy glasses laundry clothes cosmetic phoneshop flower hardware produce "
    "goods lottery adult repair rental",
    "stay": "motel sauna",
    "clinic": "clinic dental oriental vet",
    "learn": "academy music art language job",
    "desk": "visit consult lawyer cleaning interior estate advert travel signs printer photo garage telroom",
    "home": "online publisher",
    "machine": "vending",
}
"""Kinds that follow one another in a unit."""


@dataclass
class Businesses:
    """n businesses, as arrays by position.

    Attributes:
        kind: index into KINDS.
        opened, closed: days since 1970; closed is OPEN for those that are.
        suspended, canceled: bool.
        units, former_units: where they are now and were before ``moved`` (same where they never moved).
        moved, renamed: day, OPEN = never.
        names, former_names: now and before ``renamed``.
        phone: seven digits.
        previous, next: positions of who was in the unit before and after, -1 = nobody.
        chain: bool.
        ids: entity_id.
        sites: the buildings.
    """

    kind: np.ndarray
    opened: np.ndarray
    closed: np.ndarray
    suspended: np.ndarray
    canceled: np.ndarray
    place: dict[str, np.ndarray]
    former_place: dict[str, np.ndarray]
    moved: np.ndarray
    renamed: np.ndarray
    names: Names
    former_names: Names
    phone: np.ndarray
    previous: np.ndarray
    next: np.ndarray
    chain: np.ndarray
    ids: np.ndarray
    sites: Sites

    def __len__(self) -> int:
        return len(self.kind)

    def is_kind(self, *kinds: str) -> np.ndarray:
        """(n,) bool: of one of these kinds."""
        return np.isin(self.kind, [index for index, kind in enumerate(_KIND_LIST) if kind.id in kinds])

    def living(self, day: int) -> np.ndarray:
        """(n,) bool: open on a day."""
        return (self.opened <= day) & (self.closed > day)

    def frame(self) -> pd.DataFrame:
        """The table of truth: one row per business."""
        return _truth(self)


def make_businesses(city: City, seed: int, scale: float) -> Businesses:
    """The businesses of a district.

    Args:
        city: only ``buildings`` (and ``dong``, where it has the column ``shops``) is looked at.
        scale: 1 for a district of half a million inhabitants.
    """
    rng = stream(seed, "registers.businesses")
    kind, is_open = _counts(scale, rng)
    slot = _slots(kind, is_open, rng)
    order, opened, closed = _times(slot, is_open, rng)
    kind, is_open, slot = kind[order], is_open[order], slot[order]
    count = len(kind)
    same = np.r_[False, slot[1:] == slot[:-1]]  # the one before in the order came later
    previous, after = np.full(count, -1), np.full(count, -1)
    later = np.flatnonzero(same)
    after[later], previous[later - 1] = later - 1, later
    sites = Sites.of(city, stream(seed, "registers.sites"))
    place = choose_units(sites, kind, slot, stream(seed, "registers.units"))
    changes = stream(seed, "registers.changes")
    moved, former_place = _moves(sites, kind, opened, closed, place, changes)
    renamed = _change_days(opened, closed, RENAMED, changes)
    names, former, chain = _names(sites, kind, place, renamed, previous, stream(seed, "registers.names"), scale)
    phone = _phones(count, stream(seed, "registers.phones"))
    state = stream(seed, "registers.states").random((2, count))
    return Businesses(
        kind, opened, closed, (closed == OPEN) & (state[0] < SUSPENDED), (closed != OPEN) & (state[1] < CANCELED),
        place, former_place, moved, renamed, names, former, phone, previous, after, chain,
        np.arange(count) + _FIRST_ID, sites,
    )  # fmt: skip


def _counts(scale: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Kind of each business and whether it is open; the numbers are those of the kinds, not drawn."""
    kind, is_open = [], []
    weights = np.array([[each.count, each.count * each.closed] for each in _KIND_LIST], dtype=float)
    numbers = shares_to_counts(weights.ravel(), round(float(weights.sum()) * scale)).reshape(-1, 2)
    for index, (alive, gone) in enumerate(numbers.tolist()):
        alive = max(alive, 1)
        kind += [index] * (alive + gone)
        is_open += [True] * alive + [False] * gone
    mixed = rng.permutation(len(kind))
    return np.array(kind)[mixed], np.array(is_open)[mixed]


def _slots(kind: np.ndarray, is_open: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Slot of each business: open ones have one each; closed ones came before, or ended a slot that stands empty."""
    slot = np.full(len(kind), -1)
    made = 0
    for ids in _GROUPS.values():
        members = np.isin(kind, [index for index, each in enumerate(_KIND_LIST) if each.id in ids.split()])
        alive, gone = np.flatnonzero(members & is_open), np.flatnonzero(members & ~is_open)
        empty = int(len(gone) * (0.9 if ids.startswith("online") else 0.22))
        slot[alive] = made + np.arange(len(alive))
        slot[gone] = made + rng.integers(0, max(len(alive) + empty, 1), len(gone))
        made += len(alive) + empty
    return slot


def _times(
    slot: np.ndarray, is_open: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """An order (by slot, the latest first) and, in it, opening and closing days: one after another without overlap."""
    count = len(slot)
    shuffle = rng.random(count)
    order = np.lexsort((shuffle, ~is_open, slot))
    slot, is_open = slot[order], is_open[order]
    life = np.exp(rng.normal(np.log(_MEDIAN_LIFE), _LIFE_SPREAD, count)).clip(20, 18_000)
    gap = rng.exponential(110.0, count) + 1
    first = np.r_[True, slot[1:] != slot[:-1]]
    # An empty slot ended at some time since records began, more often lately.
    ended = TODAY - 30 - rng.random(count) ** 1.7 * 9_500
    gap[first] = np.where(is_open[first], 0.0, TODAY - ended[first])
    back = np.cumsum(life + gap)
    start = np.maximum.accumulate(np.where(first, np.arange(count), 0))
    back -= (back - life - gap)[start]
    last = np.r_[np.flatnonzero(first)[1:] - 1, count - 1] if count else np.array([], dtype=np.int64)
    longest = np.repeat(back[last], np.diff(np.r_[np.flatnonzero(first), count]))
    shrink = np.minimum(1.0, (TODAY - _EARLIEST) / longest)
    opened = np.floor(TODAY - back * shrink).astype(np.int64)
    closed = np.where(is_open, OPEN, np.floor(TODAY - (back - life) * shrink).astype(np.int64))
    return order, opened, np.maximum(closed, opened + 1)


def _change_days(opened: np.ndarray, closed: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
    """Day of a change for a share of those that were open after CHANGES_FROM; OPEN = never."""
    low, high = np.maximum(opened + 200, CHANGES_FROM), np.minimum(closed, TODAY) - 30
    draws = rng.random((2, len(opened)))
    able = (high > low) & (draws[0] < share)
    return np.where(able, np.floor(low + draws[1] * (high - low)), OPEN).astype(np.int64)


def _moves(
    sites: Sites,
    kind: np.ndarray,
    opened: np.ndarray,
    closed: np.ndarray,
    place: dict[str, np.ndarray],
    rng: np.random.Generator,
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Days of moving and where those that moved were before."""
    moved = _change_days(opened, closed, MOVED, rng)
    who = np.flatnonzero(moved != OPEN)
    before = choose_units(sites, kind[who], np.arange(len(who)), rng)
    former = {name: values.copy() for name, values in place.items()}
    for name, values in before.items():
        former[name][who] = values
    return moved, former


def _names(
    sites: Sites,
    kind: np.ndarray,
    place: dict[str, np.ndarray],
    renamed: np.ndarray,
    previous: np.ndarray,
    rng: np.random.Generator,
    scale: float,
) -> tuple[Names, Names, np.ndarray]:
    """Names, former names, and who belongs to a chain."""
    count = len(kind)
    shares = np.array([each.chains for each in _KIND_LIST])
    chain = rng.random(count) < shares[kind]
    dong = sites.dong[place["building"]]
    variety = min(1.0, scale**VARIETY)
    words = branch_places(sites.dong_names, sites.roads_of_dong, variety)
    names = make_names(kind, chain, words, dong, rng, variety)
    other = make_names(kind, chain & (rng.random(count) < 0.5), words, dong, rng, variety)
    half = rng.random(count) < 0.4  # what keeps its word or its beginning when it is renamed
    parts = ("core", "other", "word", "branch", "form")
    former = Names(kind, *[list(getattr(names, part)) for part in parts], list(names.blank))
    for i in np.flatnonzero(renamed != OPEN).tolist():
        for part in parts:
            if not (half[i] and part in ("core", "other", "form")) or other.word[i] == names.word[i]:
                getattr(former, part)[i] = getattr(other, part)[i]
    keeps = rng.random(count) < SAME_NAME_SUCCESSORS
    for i in np.flatnonzero(keeps & (previous >= 0)).tolist():
        before = previous[i]
        if kind[before] != kind[i]:
            continue
        for part in (*parts, "blank"):
            getattr(names, part)[before] = getattr(former, part)[before] = getattr(names, part)[i]
    return names, former, chain


def _phones(count: int, rng: np.random.Generator) -> np.ndarray:
    """Numbers of exchanges 000 to 099, which exist nowhere; some are shared."""
    phone = rng.permutation(1_000_000)[:count] if count <= 1_000_000 else rng.integers(0, 1_000_000, count)
    shared = np.flatnonzero(rng.random(count) < SHARED_PHONES)
    phone[shared] = phone[rng.integers(0, count, len(shared))]
    return phone


def second_licenses(businesses: Businesses, rng: np.random.Generator) -> list[tuple[np.ndarray, str]]:
    """(positions, license) of businesses that hold another license besides their main one."""
    found = []
    for index, kind in enumerate(_KIND_LIST):
        for license_, share in SECOND_LICENSES.get(kind.id, ()):
            of_kind = np.flatnonzero(businesses.kind == index)
            found.append((of_kind[rng.random(len(of_kind)) < share], license_))
    return found


def _truth(b: Businesses) -> pd.DataFrame:
    sites, count = b.sites, range(len(b))
    where, before = b.place["building"], b.former_place["building"]
    state = np.where(
        b.suspended, "suspended", np.where(b.closed == OPEN, "open", np.where(b.canceled, "canceled", "closed"))
    )
    renamed, moved = b.renamed != OPEN, b.moved != OPEN

    def days(values: np.ndarray) -> list[str]:
        texts = np.where(values < OPEN, values, 0).astype("datetime64[D]").astype(str)
        return np.where(values < OPEN, texts, "").tolist()

    def other(values: np.ndarray) -> np.ndarray:
        return np.where(values >= 0, b.ids[values], 0)

    return pd.DataFrame(
        {
            "entity_id": b.ids,
            "kind": [_KIND_LIST[k].id for k in b.kind.tolist()],
            "name": [b.names.official(i) for i in count],
            "former": [b.former_names.official(i) if renamed[i] else "" for i in count],
            "renamed": days(b.renamed),
            "chain": b.chain.astype(np.int8),
            "state": state,
            "opened": days(b.opened),
            "closed": days(b.closed),
            "bld_id": sites.ids[where],
            "floor": b.place["floor"],
            "unit": b.place["unit"],
            "moved": days(b.moved),
            "old_bld_id": np.where(moved, sites.ids[before].astype(str), ""),
            "phone": b.phone,
            "previous": other(b.previous),
            "next": other(b.next),
            "x": sites.xy[where, 0],
            "y": sites.xy[where, 1],
        }
    )


LEARNING_KINDS = LEARNING
