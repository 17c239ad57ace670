"""Siting instances whose optimum is known by construction.

Construction. K clusters have centers c_k, more than D apart. The demand of a cluster comes in pairs that mirror each
other at the center, c_k + a_i and c_k - a_i, both of weight w_ki, with 0 < |a_i| <= R, and the largest |a_i| equal to
R. Candidates are the centers, and around each center some decoys at a distance of at most R. Distances are straight
lines in meters, and D > 4R + 2 * T / w, where T is the largest total cost (below) and w the smallest weight of a
cluster.

For any site s of a cluster and a mirrored pair, |s - (c + a)| + |s - (c - a)| >= 2|a| (triangle inequality), with
equality at s = c.

p-median, p = K. Opening all centers costs T = sum over clusters and pairs of 2 w |a|. A solution that leaves a cluster
without a site serves it from a site that is at least D - 2R away: it costs at least w (D - 2R) > T and is not optimal.
So each cluster has exactly one site; its points are nearer to it than to any other cluster's (2R < D - 2R); and by the
inequality the center is the best. The optimum is T, sites: the centers; as the
pairs of a cluster lie in several directions, no other site lies between both points of every pair: they are the only
optimum.

p-center (unweighted), p = K. The center of each cluster gives the radius R. A cluster without a site would need at
least D - 2R > R; and one site s in a cluster has max(|s - (c + a)|, |s - (c - a)|) >= |a|, which for the largest pair
is R. The optimum is R.

LSCP, radius R' = R + 0.01 m (so that rounding does not uncover the largest pair). A site covers no demand of another
cluster, as D - 2R > R'; so K sites are needed, and the K centers are enough. The optimum is K.

MCLP, radius R', p < K sites. A site covers points of one cluster only, at most its whole weight, and a center covers it
all. Therefore the optimum is the sum of the p largest cluster weights, reached at their centers. The weights of the
clusters differ, so that the best set of clusters is unique.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .work import Work

CLUSTERS = 6
RADIUS = 60.0  # R, m
SLACK = 0.01  # m added to the radius of covering
PAIRS = 8
DECOYS = 5
COVER_SITES = 3  # p of the MCLP


def _centers(work: Work, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """Places in the district, each far from the others: the next one always farthest from those chosen."""
    grid = work.city.layers["population_grid"].frame
    at = grid.loc[grid["pop"] > 0, ["x", "y"]].to_numpy()
    chosen = [at[int(rng.integers(len(at)))]]
    far = np.hypot(*(at - chosen[0]).T)
    for _ in range(CLUSTERS - 1):
        chosen.append(at[int(np.argmax(far))])
        far = np.minimum(far, np.hypot(*(at - chosen[-1]).T))
    centers = np.round(np.array(chosen))
    gaps = np.hypot(*(centers[:, None, :] - centers[None, :, :]).transpose(2, 0, 1))
    return centers, float(gaps[np.triu_indices(CLUSTERS, 1)].min())


def make_siting(work: Work) -> None:
    """Add the tables siting_demand, siting_candidates and siting_optimum to the truth.

    Demand: point, cluster, x, y, weight. Candidates: site, cluster, x, y, is_center. Optimum: problem, p, radius,
    objective, sites (numbers of the candidates, joined by blanks).

    Raises:
        ValueError: if the district is too small for clusters as far apart as the proof needs.
    """
    rng = work.rng("siting")
    centers, gap = _centers(work, rng)
    radius = RADIUS if work.preset.name != "tiny" else 6.0
    demand, sites = [], []
    rank = rng.permutation(CLUSTERS)
    totals = np.zeros(CLUSTERS)
    cost = 0.0
    for k, center in enumerate(centers):
        length = np.append(rng.uniform(0.15 * radius, 0.9 * radius, PAIRS - 1), radius)
        turn = rng.uniform(0.0, np.pi, PAIRS)
        offset = length[:, None] * np.column_stack([np.cos(turn), np.sin(turn)])
        weight = rng.integers(20, 28, PAIRS)
        weight[-1] += 200 + 6 * int(rank[k]) - weight[:-1].sum()  # totals that all differ
        for a, w in zip(offset, weight.tolist()):
            demand += [(k, *(center + a), w), (k, *(center - a), w)]
        totals[k] = 2 * weight.sum()
        cost += float((2 * weight * length).sum())
        sites.append((k, *center, 1))
        distance, turn = rng.uniform(0.25 * radius, radius, DECOYS), rng.uniform(0.0, 2 * np.pi, DECOYS)
        sites += [(k, x, y, 0) for x, y in center + distance[:, None] * np.column_stack([np.cos(turn), np.sin(turn)])]
    need = 4 * radius + 2 * cost / totals.min()
    if gap <= need:
        raise ValueError(f"clusters are {gap:.0f} m apart, the proof needs {need:.0f} m")
    _tables(work, demand, sites, totals, cost, radius)


def _tables(work: Work, demand: list, sites: list, totals: np.ndarray, cost: float, radius: float) -> None:
    points = pd.DataFrame(demand, columns=["cluster", "x", "y", "weight"])
    points.insert(0, "point", np.arange(1, len(points) + 1))
    candidates = pd.DataFrame(sites, columns=["cluster", "x", "y", "is_center"])
    # Shuffled, so that the answer is not the first candidate of each cluster.
    candidates = candidates.iloc[work.rng("siting order").permutation(len(candidates))].reset_index(drop=True)
    candidates.insert(0, "site", np.arange(1, len(candidates) + 1))
    center = candidates[candidates["is_center"] == 1].set_index("cluster")["site"]
    best = np.argsort(-totals)[:COVER_SITES]

    def text(clusters: np.ndarray) -> str:
        return " ".join(str(site) for site in sorted(center[clusters]))

    every = np.arange(CLUSTERS)
    rows = [
        ("p-median", CLUSTERS, np.nan, cost, text(every)),
        ("p-center", CLUSTERS, np.nan, radius, text(every)),
        ("LSCP", CLUSTERS, radius + SLACK, float(CLUSTERS), text(every)),
        ("MCLP", COVER_SITES, radius + SLACK, float(totals[best].sum()), text(best)),
    ]
    truth = work.city.truth
    truth["siting_demand"], truth["siting_candidates"] = points, candidates
    truth["siting_optimum"] = pd.DataFrame(rows, columns=["problem", "p", "radius", "objective", "sites"])
