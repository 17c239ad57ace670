"""Sites that exclude each other, as cliques: at most one of each clique is open.

Pair rows alone give a weak relaxation (one half of every site); a clique row cuts that off (Padberg 1973).
"""

from __future__ import annotations

import numpy as np
from scipy import sparse

from ..errors import Tick, no_tick


def conflict_cliques(conflict: np.ndarray, tick: Tick = no_tick) -> sparse.csr_matrix:
    """(k, m) csr of ones: maximal cliques that together hold every pair in conflict.

    Args:
        conflict: (m, m) bool, symmetric; the diagonal is not looked at.
    """
    sites = len(conflict)
    linked = conflict.copy()
    np.fill_diagonal(linked, False)
    left = linked.copy()
    degree = linked.sum(axis=1)
    rows: list[np.ndarray] = []
    for number, site in enumerate(np.argsort(-degree, kind="stable")):
        tick(number / sites)
        while left[site].any():
            members = _grown(linked, left, int(site), degree)
            rows.append(members)
            left[np.ix_(members, members)] = False
    if not rows:
        return sparse.csr_matrix((0, sites))
    lengths = [len(members) for members in rows]
    return sparse.csr_matrix(
        (np.ones(sum(lengths)), np.concatenate(rows), np.concatenate([[0], np.cumsum(lengths)])),
        shape=(len(rows), sites),
    )


def _grown(linked: np.ndarray, left: np.ndarray, site: int, degree: np.ndarray) -> np.ndarray:
    """A maximal clique around a site, taking in as many pairs not yet held as it can, one after another."""
    members = [site]
    common = linked[site].copy()
    fresh = left[site].astype(np.int64)
    while common.any():
        candidates = np.flatnonzero(common)
        # Most pairs not held yet; of equals the site with most conflicts, which leaves most room to grow.
        best = candidates[np.lexsort((candidates, -degree[candidates], -fresh[candidates]))[0]]
        members.append(int(best))
        common &= linked[best]
        fresh += left[best]
    return np.sort(np.array(members, dtype=np.int64))
