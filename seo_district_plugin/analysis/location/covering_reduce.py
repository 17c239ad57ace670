"""What need not be decided: fixed sites, demands already served, demands covered by the same sites, dominated sites."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from ..errors import Tick, no_tick
from .covering_program import Program

BLOCK = 512
"""Sites whose covers are compared with all others at once."""
DENSEST = 2.0e8
"""Most multiplications for which one looks for dominated demands."""


@dataclass(frozen=True)
class Reduced:
    """A smaller program with the same answers.

    Attributes:
        program: over the free sites only; its ``offset`` holds what the sites fixed open earn.
        sites: (f,) int64 columns of the free sites in the larger program.
        opened: (m,) bool the sites of the larger program fixed open.
        group: (n,) int64 row of the small program in which each demand's cover went, -1 for none.
        needed: (r,) bool the rows of the larger program that stay.
    """

    program: Program
    sites: np.ndarray
    opened: np.ndarray
    group: np.ndarray
    needed: np.ndarray

    def whole_set(self, chosen: np.ndarray) -> np.ndarray:
        """(m,) bool set of the larger program from a (f,) bool set of the small one."""
        answer = self.opened.copy()
        answer[self.sites[chosen]] = True
        return answer


def reduce(program: Program) -> Reduced | None:
    """Take out fixed sites, demands without choice, and join demands covered by the same free sites.

    Returns None when the fixed sites alone break a rule that no free site can mend.
    """
    free = np.flatnonzero(program.lower < program.upper)
    opened = (program.lower == 1) & (program.upper == 1)
    if (program.lower > program.upper).any():
        return None
    fixed = opened.astype(np.float64)
    activity = program.rows @ fixed
    rows = program.rows[:, free]
    low, high = program.low - activity, program.high - activity
    needed, possible = _needed_rows(rows, low, high)
    if not possible:
        return None
    cover, worth, group, earned = _covers(program, free, fixed)
    small = Program(
        program.profit[free], cover, worth, rows[needed], low[needed], high[needed],
        np.zeros(len(free), np.int8), np.ones(len(free), np.int8),
        max(program.count_low - int(opened.sum()), 0), min(program.count_high - int(opened.sum()), len(free)),
        program.offset + earned + float(program.profit[opened].sum()), program.whole,
    )  # fmt: skip
    if small.count_low > small.count_high or small.count_high < 0:
        return None
    return Reduced(small, free, opened, group, needed)


def _needed_rows(rows: sparse.csr_matrix, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, bool]:
    """Which rows can still be broken, (r,) bool, and whether all can still be kept."""
    up, down = rows.maximum(0).sum(axis=1).A1, rows.minimum(0).sum(axis=1).A1
    slack_low, slack_high = 1e-9 * (1.0 + np.abs(low)), 1e-9 * (1.0 + np.abs(high))
    slack_low[~np.isfinite(slack_low)] = 0.0
    slack_high[~np.isfinite(slack_high)] = 0.0
    possible = not ((up < low - slack_low) | (down > high + slack_high)).any()
    return (down < low) | (up > high), possible


def _covers(program: Program, free: np.ndarray, fixed: np.ndarray):
    """Covers by the free sites after what the fixed ones cover: matrix, worth, group of each demand, earned."""
    demands, levels = program.worth.shape
    counts = np.rint(program.cover @ fixed).astype(np.int64)
    level = np.arange(levels)
    earned = float(np.where(level < counts[:, None], program.worth, 0.0).sum())
    ahead = np.minimum(level[None, :] + counts[:, None], levels)
    padded = np.concatenate([program.worth, np.zeros((demands, 1))], axis=1)
    left = np.take_along_axis(padded, ahead, axis=1) if demands else program.worth
    cover = program.cover[:, free]
    useful = (np.diff(cover.indptr) > 0) & (left[:, 0] > 0 if levels else np.zeros(demands, bool))
    kept = np.flatnonzero(useful)
    cover, left = cover[kept], left[kept]
    first, member = same_rows(cover)
    worth = np.zeros((len(first), levels))
    np.add.at(worth, member, left)
    group = np.full(demands, -1, dtype=np.int64)
    group[kept] = member
    last = int((worth > 0).any(axis=0).sum())
    return cover[first], worth[:, : max(last, 1)] if levels else worth, group, earned


def same_rows(cover: sparse.csr_matrix) -> tuple[np.ndarray, np.ndarray]:
    """First row of each set of equal rows (ascending), and the number of the set of each row.

    Rows are compared by their length and two sums of random 63-bit numbers of their sites: two different rows are
    taken for one with a chance below 1e-25 even among a million.
    """
    if cover.shape[0] == 0:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    names = np.random.default_rng(20_240_601).integers(1, 2**63, size=(cover.shape[1], 2), dtype=np.uint64)
    keys = np.zeros((cover.shape[0], 3), dtype=np.uint64)
    keys[:, 0] = np.diff(cover.indptr)
    filled = np.flatnonzero(keys[:, 0])
    for column in range(2):
        keys[filled, column + 1] = (
            np.add.reduceat(names[cover.indices, column], cover.indptr[filled]) if len(filled) else 0
        )
    _, first, member = np.unique(keys.view("V24").ravel(), return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return first[order], place[member.ravel()]


def dominated_sites(program: Program, alike: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
    """(m,) bool: sites whose cover lies within that of another one that stays.

    Args:
        alike: (m,) whole numbers; only sites with the same number are compared, -1 for those never compared. What
            makes an exchange of the two sites harmless (rules, price) is the caller's to say by it.
    """
    columns = sparse.csc_matrix(program.cover)
    size = np.diff(columns.indptr)
    dominated = np.zeros(program.sites, dtype=bool)
    candidates = np.flatnonzero(alike >= 0)
    whole = columns.T.tocsr()
    for start in range(0, len(candidates), BLOCK):
        tick(start / len(candidates))
        block = candidates[start : start + BLOCK]
        common = (whole[block] @ columns).tocoo()
        left, right = block[common.row], common.col
        within = (common.data >= size[left] - 0.5) & (left != right) & (alike[left] == alike[right])
        # Of equal sites the first stays; otherwise the larger one does, and "larger" has no circle.
        better = (
            within & ((size[right] > size[left]) | (right < left)) & (program.profit[right] >= program.profit[left])
        )
        dominated[left[better]] = True
        dominated[block[(size[block] == 0) & _another_empty(size, alike, block)]] = True
    return dominated


def _another_empty(size: np.ndarray, alike: np.ndarray, block: np.ndarray) -> np.ndarray:
    """Sites that cover nobody are worth less than any other of their kind."""
    some = np.unique(alike[(size > 0) & (alike >= 0)])
    return np.isin(alike[block], some)


def dominated_demands(cover: sparse.csr_matrix, tick: Tick = no_tick) -> np.ndarray:
    """(n,) bool: rows that another row implies (its sites are among theirs), for rows that all must be covered."""
    first, _ = same_rows(cover)
    implied = np.ones(cover.shape[0], dtype=bool)
    implied[first] = False
    rows = sparse.csr_matrix(cover[first])
    size = np.diff(rows.indptr)
    column_size = np.bincount(rows.indices, minlength=cover.shape[1]).astype(np.float64)
    # Small rows imply most: they come first, until comparing would cost too much.
    order = np.argsort(size, kind="stable")
    work = np.cumsum([column_size[rows.indices[rows.indptr[r] : rows.indptr[r + 1]]].sum() for r in order])
    order = order[work <= DENSEST]
    transposed = rows.T.tocsr()
    gone = np.zeros(len(first), dtype=bool)
    for start in range(0, len(order), BLOCK):
        tick(start / len(order))
        block = order[start : start + BLOCK]
        block = block[~gone[block]]
        common = (rows[block] @ transposed).tocoo()
        implying = (common.data >= size[block[common.row]] - 0.5) & (block[common.row] != common.col)
        gone[common.col[implying]] = True
    implied[first[gone]] = True
    return implied


def fixed(program: Program, lower: np.ndarray, upper: np.ndarray) -> Program:
    """The same program with other limits on its sites."""
    return replace(program, lower=lower, upper=upper)
