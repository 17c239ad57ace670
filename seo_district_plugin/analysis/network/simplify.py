"""Streets between junctions: edges that merely continue each other become one, and the way back is kept."""

from __future__ import annotations

import numpy as np

from .types import Network, Pieces, number_components, path_lengths


def merge_through_nodes(network: Network, keep: np.ndarray | None = None) -> tuple[Network, np.ndarray]:
    """Merge edges at nodes where exactly two meet and where nothing changes (one-way, closed, grade).

    A ring without a junction keeps one node, its lowest. Lengths are the sums of the merged edges.

    Args:
        keep: (n,) bool nodes that stay in any case (entrances, the ends of a facility).

    Returns:
        the network, and (m,) int64 the new edge of each old one.
    """
    start, end = network.start.astype(np.int64), network.end.astype(np.int64)
    m, n = network.edges, network.nodes
    # Half-edge 2e leaves the start of edge e, 2e + 1 leaves its end.
    node = np.stack([start, end], axis=1).ravel()
    order = np.argsort(node, kind="stable")
    first = np.searchsorted(node[order], np.arange(n))
    through = network.degree() == 2
    if keep is not None:
        through &= ~np.asarray(keep, dtype=bool)
    one, two = order[np.minimum(first, len(order) - 1)], order[np.minimum(first + 1, len(order) - 1)]
    through &= one // 2 != two // 2
    through &= _alike(network, one, two)
    partner = np.full(2 * m, -1, dtype=np.int64)
    partner[one[through]] = two[through]
    partner[two[through]] = one[through]
    chains = _chains(partner.tolist(), m)
    return _joined(network, chains)


def _alike(network: Network, one: np.ndarray, two: np.ndarray) -> np.ndarray:
    a, b = one // 2, two // 2
    same = (network.closed[a] == network.closed[b]) & (network.grade[a] == network.grade[b])
    # Travel through the node: against one half-edge, along the other.
    turned = np.where(one % 2 == two % 2, -network.oneway[b], network.oneway[b])
    return same & (network.oneway[a] == turned)


def _chains(partner: list[int], edges: int) -> list[list[int]]:
    """Half-edges in the order of travel; each edge in exactly one chain."""
    seen = [False] * edges
    chains = []
    for edge in range(edges):
        if seen[edge]:
            continue
        # Walk back to the beginning of the chain, or once round a ring.
        half = 2 * edge
        while partner[half] >= 0:
            half = partner[half] ^ 1
            if half == 2 * edge:
                break
        chain = [half]
        seen[half // 2] = True
        while (following := partner[half ^ 1]) >= 0 and not seen[following // 2]:
            half = following
            seen[half // 2] = True
            chain.append(half)
        # The direction of the lowest edge of the chain, so that the result does not turn streets round at will.
        if min(chain) % 2:
            chain = [step ^ 1 for step in reversed(chain)]
        chains.append(chain)
    return chains


def _joined(network: Network, chains: list[list[int]]) -> tuple[Network, np.ndarray]:
    sizes = np.array([len(chain) for chain in chains], dtype=np.int64)
    halves = np.array([half for chain in chains for half in chain], dtype=np.int64)
    edge, back = halves // 2, halves % 2 == 1
    bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    lead, tail = bounds[:-1], bounds[1:] - 1
    into = np.empty(network.edges, dtype=np.int64)
    into[edge] = np.repeat(np.arange(len(chains)), sizes)
    start = np.where(back[lead], network.end[edge[lead]], network.start[edge[lead]])
    end = np.where(back[tail], network.start[edge[tail]], network.end[edge[tail]])
    vertex, vertex_counts = _walk(network.offsets, edge, back)
    piece, piece_counts = _walk(network.pieces.offsets, edge, back)
    owner = np.repeat(np.arange(len(edge)), vertex_counts)
    # The first vertex of every edge but the first of a chain repeats the last one before it.
    leading = np.r_[True, owner[1:] != owner[:-1]]
    is_lead = np.zeros(len(edge), dtype=bool)
    is_lead[lead] = True
    kept = ~leading | is_lead[owner]
    chain_of = np.repeat(np.arange(len(chains)), sizes)
    offsets = np.concatenate([[0], np.cumsum(np.bincount(chain_of[owner[kept]], minlength=len(chains)))])
    vertices = network.vertices[vertex[kept]]
    turned = np.repeat(back, piece_counts)
    p = network.pieces
    pieces = Pieces(
        np.concatenate([[0], np.cumsum(np.bincount(chain_of, piece_counts, len(chains)))]).astype(np.int64),
        p.line[piece],
        np.where(turned, p.end[piece], p.start[piece]),
        np.where(turned, p.start[piece], p.end[piece]),
    )
    used = np.zeros(network.nodes, dtype=bool)
    used[start] = used[end] = True
    number = (np.cumsum(used) - 1).astype(np.int32)
    start, end = number[start], number[end]
    length = path_lengths(vertices, offsets.astype(np.int64))
    merged = Network(
        xy=network.xy[used],
        start=start,
        end=end,
        length=length,
        vertices=vertices,
        offsets=offsets.astype(np.int64),
        pieces=pieces,
        oneway=np.where(back[lead], -network.oneway[edge[lead]], network.oneway[edge[lead]]).astype(np.int8),
        closed=network.closed[edge[lead]],
        grade=network.grade[edge[lead]],
        component=number_components(int(used.sum()), start, end, length),
    )
    return merged, into


def _walk(offsets: np.ndarray, edge: np.ndarray, back: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the runs of edges, backwards where asked, and the length of each run."""
    counts = (offsets[1:] - offsets[:-1])[edge]
    step = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    low, high = np.repeat(offsets[edge], counts), np.repeat(offsets[edge + 1] - 1, counts)
    return np.where(np.repeat(back, counts), high - step, low + step), counts
