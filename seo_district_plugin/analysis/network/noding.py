"""Lines to graph: ends snapped, lines split where they cross or touch on one grade, until nothing is left to split.

A place where a line is cut is a cut point: its two ends, its crossings, and where the end of another line touches it.
Cut points that are the same place are linked; the connected groups are the nodes. Moving the cut points of a group
to one place bends lines by at most the tolerance, which may make new crossings, so the result is noded again until it
stays as it is (iterated noding: J. D. Hobby 1999, Practical segment intersection with finite precision output,
Computational Geometry 13; here with snapping to places that occur in the data instead of to a grid).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from ..errors import AnalysisError, Tick, no_tick
from .cuts import EXACT, Strands, find_cuts
from .duplicates import merge_duplicates
from .lines import StreetLines
from .types import Network, Pieces, components, number_components, path_lengths, path_measures

_ROUNDS = 8


@dataclass(frozen=True)
class NodingReport:
    """What noding did.

    Attributes:
        read, rejected: lines given, and not taken (rows and reasons are in ``StreetLines``).
        crossings: places where lines of one grade crossed without a node.
        touches: ends that touched the inside of a line.
        snapped: ends moved to another end or line; largest_shift: meters.
        short: stretches no longer than the tolerance that became a point.
        duplicates: edges left out because another runs the same way.
        carriageways: lines' stretches left out as the second carriageway of a street (``carriageways.py``).
        unresolved: crossings that were still left when the rounds ended; 0 unless the coordinates are degenerate.
        rounds: how often the lines were noded.
        components: connected parts; largest_share: share of the length in the longest one.
    """

    read: int
    rejected: int
    crossings: int = 0
    touches: int = 0
    snapped: int = 0
    largest_shift: float = 0.0
    short: int = 0
    duplicates: int = 0
    carriageways: int = 0
    unresolved: int = 0
    rounds: int = 0
    components: int = 0
    largest_share: float = float("nan")


def node_lines(
    lines: StreetLines,
    tolerance: float = 0.5,
    *,
    split_crossings: bool = True,
    drop_duplicates: bool = True,
    tick: Tick = no_tick,
) -> tuple[Network, NodingReport]:
    """Make the graph of street lines.

    Ends within the tolerance of each other meet whatever their grade (a bridge begins where a street ends), and so
    does an end that is itself a vertex of another line. Everything else meets only on the same grade.

    Args:
        tolerance: meters up to which ends are snapped; 0: only what coincides.
        split_crossings: False: lines meet only at ends (the source is known to be noded but for its ends).
        drop_duplicates: leave out edges that run the same way as another between the same nodes.

    Returns:
        Network; its ``pieces.line`` are positions among the lines given.

    Raises:
        AnalysisError: ``tolerance_negative`` (tolerance), ``no_streets`` (read, rejected).
    """
    if not (tolerance >= 0 and np.isfinite(tolerance)):
        raise AnalysisError("tolerance_negative", tolerance=tolerance)
    report = NodingReport(read=lines.read, rejected=len(lines.rejected))
    if drop_duplicates:  # before noding: two overlapping lines would cut each other at every vertex
        lines, dropped = _without_twins(lines, max(tolerance, EXACT))
        report = replace(report, duplicates=dropped)
    strands = _from_lines(lines)
    for rounds in range(1, _ROUNDS + 1):
        tick(min(0.9, 0.3 * (rounds - 1)))
        strands, report, changed = _round(strands, lines, tolerance, report, split_crossings, rounds == 1)
        report = replace(report, rounds=rounds)
        if not changed:
            break
    else:
        report = replace(report, unresolved=changed)
    if not len(strands):
        raise AnalysisError("no_streets", read=lines.read, rejected=lines.read)
    network = _to_network(strands, lines)
    if drop_duplicates:
        network, dropped = merge_duplicates(network, max(tolerance, EXACT))
        report = replace(report, duplicates=report.duplicates + dropped)
    tick(1.0)
    parts = components(network)
    return network, replace(report, components=len(parts.length), largest_share=parts.largest_share)


def _from_lines(lines: StreetLines) -> Strands:
    n = len(lines)
    node = np.arange(2 * n, dtype=np.int64).reshape(n, 2)
    length = path_lengths(lines.vertices, lines.offsets)
    return Strands(lines.vertices, lines.offsets, np.arange(n), np.zeros(n), length, node)


def _without_twins(lines: StreetLines, tolerance: float) -> tuple[StreetLines, int]:
    """Lines of which no two run the same way between the very same ends."""
    ends = lines.vertices[np.stack([lines.offsets[:-1], lines.offsets[1:] - 1], axis=1)].reshape(-1, 2)
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    new = np.r_[True, (ends[order][1:] != ends[order][:-1]).any(axis=1)]
    node = np.empty(len(ends), dtype=np.int64)
    node[order] = np.cumsum(new) - 1
    network, dropped = merge_duplicates(
        _to_network(replace(_from_lines(lines), node=node.reshape(-1, 2)), lines), tolerance
    )
    if not dropped:
        return lines, 0
    kept = replace(
        lines,
        vertices=network.vertices,
        offsets=network.offsets,
        row=network.pieces.line,
        grade=network.grade,
        oneway=network.oneway,
        closed=network.closed,
    )
    return kept, dropped


def _round(
    strands: Strands, lines: StreetLines, tolerance: float, report: NodingReport, split: bool, first: bool
) -> tuple[Strands, NodingReport, int]:
    """Cut once everywhere; the last value is the number of new cuts (0: the strands are noded)."""
    reach = max(tolerance, EXACT)
    ends = strands.vertices[np.stack([strands.offsets[:-1], strands.offsets[1:] - 1], axis=1)].reshape(-1, 2)
    total = path_lengths(strands.vertices, strands.offsets)
    grade = lines.grade[strands.line]
    end_measure = np.stack([np.zeros(len(strands)), total], axis=1).ravel()
    links = [_same_node(strands.node.ravel())]
    if first:
        links.append(cKDTree(ends).query_pairs(reach, output_type="ndarray"))
    cut = _Cuts(np.repeat(np.arange(len(strands)), 2), end_measure, ends)
    hits = find_cuts(strands, total, grade, ends, tolerance, split)
    inner = len(ends)
    strand, measure, xy, link, crossed, touched = hits
    cut = _Cuts(
        np.concatenate([cut.strand, strand]), np.concatenate([cut.measure, measure]), np.concatenate([cut.xy, xy])
    )
    links.append(link)
    order = np.lexsort((np.arange(len(cut.strand)), cut.measure, cut.strand))
    before, after = order[:-1], order[1:]
    close = (cut.strand[before] == cut.strand[after]) & (cut.measure[after] - cut.measure[before] <= reach)
    # The two ends of one strand are one place only if a cut between them says so: short streets stay streets.
    close &= ~((before < inner) & (after < inner) & (cut.measure[after] - cut.measure[before] > EXACT))
    links.append(np.stack([before[close], after[close]], axis=1))
    label = _groups(len(cut.strand), np.concatenate(links))
    place = _places(label, cut.xy, inner)
    new, short = _cut_up(strands, cut, order, label, place, reach)
    shift = np.hypot(*(place[label[:inner]] - ends).T) if inner else np.zeros(0)
    report = replace(
        report,
        crossings=report.crossings + crossed,
        touches=report.touches + touched,
        snapped=report.snapped + int((shift > EXACT).sum()),
        largest_shift=max(report.largest_shift, float(shift.max(initial=0.0))),
        short=report.short + short,
    )
    merged = len(np.unique(strands.node)) - len(np.unique(new.node))
    changed = abs(len(new) - len(strands)) + abs(merged) * (not first) + int((shift > EXACT).sum())
    return new, report, changed


@dataclass(frozen=True)
class _Cuts:
    strand: np.ndarray
    measure: np.ndarray
    xy: np.ndarray


def _same_node(node: np.ndarray) -> np.ndarray:
    order = np.argsort(node, kind="stable")
    same = node[order][1:] == node[order][:-1]
    return np.stack([order[:-1][same], order[1:][same]], axis=1)


def _groups(count: int, links: np.ndarray) -> np.ndarray:
    graph = coo_matrix((np.ones(len(links), dtype=np.int8), (links[:, 0], links[:, 1])), shape=(count, count))
    return connected_components(graph, directed=False)[1]


def _places(label: np.ndarray, xy: np.ndarray, ends: int) -> np.ndarray:
    """(g, 2) one place per group: the one where most of its cut points already lie, ends before others, then the first.

    A place that occurs in the data keeps clean data as it is; a mean would move every node.
    """
    order = np.lexsort((xy[:, 1], xy[:, 0], label))
    new = np.r_[True, (label[order][1:] != label[order][:-1]) | (xy[order][1:] != xy[order][:-1]).any(axis=1)]
    spot = np.cumsum(new) - 1
    count = np.bincount(spot)
    first = np.full(len(count), len(label))
    np.minimum.at(first, spot, order)
    group = label[first]
    rank = np.lexsort((first, -count, first >= ends, group))
    lead = np.r_[True, group[rank][1:] != group[rank][:-1]]
    return xy[first[rank[lead]]]


def _cut_up(
    strands: Strands, cut: _Cuts, order: np.ndarray, label: np.ndarray, place: np.ndarray, reach: float
) -> tuple[Strands, int]:
    """New strands between consecutive cut points, and how many became a point."""
    before, after = order[:-1], order[1:]
    mine = cut.strand[before] == cut.strand[after]
    before, after = before[mine], after[mine]
    # Of several cut points of one group in a row only the way between different groups, or a loop, remains.
    gap = cut.measure[after] - cut.measure[before]
    keep = (label[before] != label[after]) | (gap > 2 * reach)
    swallowed = int(len(strands) - len(np.unique(cut.strand[before[keep]])))
    before, after = before[keep], after[keep]
    parent = cut.strand[before]
    m0, m1 = cut.measure[before], cut.measure[after]
    measure = path_measures(strands.vertices, strands.offsets)
    owner = np.repeat(np.arange(len(strands)), np.diff(strands.offsets))
    # The piece of each old vertex: by position in (strand, measure).
    span = float(measure.max(initial=0.0)) + 1.0
    piece = np.searchsorted(parent * span + m0, owner * span + measure, side="right") - 1
    piece_ok = piece >= 0
    piece = np.maximum(piece, 0)
    piece_ok &= parent[piece] == owner
    piece_ok &= (measure > m0[piece] + EXACT) & (measure < m1[piece] - EXACT)
    count = len(parent)
    key = np.concatenate([np.arange(count), piece[piece_ok], np.arange(count)])
    rank = np.concatenate([np.zeros(count), np.ones(int(piece_ok.sum())), np.full(count, 2)])
    along = np.concatenate([m0, measure[piece_ok], m1])
    xy = np.concatenate([place[label[before]], strands.vertices[piece_ok], place[label[after]]])
    way = np.lexsort((along, rank, key))
    xy, key = xy[way], key[way]
    repeated = np.r_[False, (key[1:] == key[:-1]) & (xy[1:] == xy[:-1]).all(axis=1)]
    xy, key = xy[~repeated], key[~repeated]
    offsets = np.concatenate([[0], np.cumsum(np.bincount(key, minlength=count))]).astype(np.int64)
    total = path_lengths(strands.vertices, strands.offsets)[parent]
    low, high = strands.low[parent], strands.high[parent]
    made = Strands(
        xy, offsets, strands.line[parent], low + (high - low) * (m0 / total), low + (high - low) * (m1 / total),
        np.stack([label[before], label[after]], axis=1).astype(np.int64),
    )  # fmt: skip
    return _without_points(made, swallowed)


def _without_points(strands: Strands, swallowed: int) -> tuple[Strands, int]:
    good = path_lengths(strands.vertices, strands.offsets) > EXACT
    if good.all():
        return strands, swallowed
    counts = np.diff(strands.offsets)
    vertices = strands.vertices[np.repeat(good, counts)]
    offsets = np.concatenate([[0], np.cumsum(counts[good])]).astype(np.int64)
    kept = Strands(vertices, offsets, strands.line[good], strands.low[good], strands.high[good], strands.node[good])
    return kept, swallowed + int((~good).sum())


def _to_network(strands: Strands, lines: StreetLines) -> Network:
    names, node = np.unique(strands.node.ravel(), return_inverse=True)
    node = node.reshape(-1, 2).astype(np.int32)
    xy = np.empty((len(names), 2))
    xy[node[:, 0]] = strands.vertices[strands.offsets[:-1]]
    xy[node[:, 1]] = strands.vertices[strands.offsets[1:] - 1]
    length = path_lengths(strands.vertices, strands.offsets)
    pieces = Pieces(np.arange(len(strands) + 1, dtype=np.int64), lines.row[strands.line], strands.low, strands.high)
    return Network(
        xy=xy,
        start=node[:, 0].copy(),
        end=node[:, 1].copy(),
        length=length,
        vertices=strands.vertices,
        offsets=strands.offsets,
        pieces=pieces,
        oneway=lines.oneway[strands.line],
        closed=lines.closed[strands.line],
        grade=lines.grade[strands.line],
        component=number_components(len(names), node[:, 0], node[:, 1], length),
    )
