"""Texts as bags of character grams, weighted by how rare each gram is; the most alike texts of each by cosine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from ...errors import Tick, no_tick

LONGEST = 96
"""Characters of a text that are used."""
_EDGE = 0x1F  # stands before and behind a text
_BITS = np.uint64(21)  # of a code point
_PART = 1_500_000  # numbers of a product held at a time
CHUNK = 60_000  # texts taken apart at a time


@dataclass(frozen=True)
class Grams:
    """Grams of n texts.

    Attributes:
        matrix: (n, m) csr float32, rows of length 1 (or empty); columns are grams.
        frequency: (m,) texts that have each gram.
    """

    matrix: sparse.csr_matrix
    frequency: np.ndarray

    def __len__(self) -> int:
        return self.matrix.shape[0]


def gram_entries(texts: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """(row, gram) of all grams of texts; a gram may stand twice in a row.

    Args:
        texts: (n,) text.
        size: 1 to 3 characters; of two and more the edges of the text are characters too.

    Returns:
        rows int64, grams uint64: packed code points.
    """
    rows, grams = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.uint64)]
    for first in range(0, len(texts), CHUNK):
        part = texts[first : first + CHUNK]
        own_rows, own_grams = _entries(part, size)
        rows.append(own_rows + first)
        grams.append(own_grams)
    return np.concatenate(rows), np.concatenate(grams)


def _entries(texts: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    count = len(texts)
    width = max(1, min(LONGEST, max(map(len, texts), default=1)))
    points = np.ascontiguousarray(np.asarray(texts, dtype=f"U{width}")).view(np.uint32).reshape(count, width)
    length = (points != 0).sum(axis=1)
    if size > 1:
        framed = np.zeros((count, width + 2), dtype=np.uint32)
        framed[:, 1:-1] = points
        framed[:, 0] = _EDGE
        framed[np.arange(count), length + 1] = _EDGE
        framed[length == 0] = 0
        points = framed
    spans = points.shape[1] - size + 1
    if spans < 1:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.uint64)
    packed = np.zeros((count, spans), dtype=np.uint64)
    whole = np.ones((count, spans), dtype=bool)
    for step in range(size):
        own = points[:, step : step + spans]
        packed = (packed << _BITS) | own.astype(np.uint64)
        whole &= own != 0
    rows, columns = np.nonzero(whole)
    return rows, packed[rows, columns]


def weigh(texts: np.ndarray, size: int, most: int | None = None, tick: Tick = no_tick) -> Grams:
    """Grams with weights log(1 + n / f), rows of length 1.

    Args:
        texts: (n,) text, each different (else frequent texts count as frequent grams).
        size: characters per gram.
        most: grams that more texts have are left out; None = none are.
    """
    rows, grams = gram_entries(texts, size)
    tick(0.0)
    found, columns = np.unique(grams, return_inverse=True)
    columns = columns.reshape(-1)
    shape = (len(texts), len(found))
    matrix = sparse.csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)
    tick(0.0)
    matrix.data[:] = 1.0  # twice in a text is once
    frequency = np.bincount(matrix.indices, minlength=shape[1])
    weight = np.log1p(len(texts) / np.maximum(frequency, 1)).astype(np.float32)
    matrix.data *= weight[matrix.indices]
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    scale = np.divide(1.0, length, out=np.zeros_like(length), where=length > 0)
    matrix.data *= np.repeat(scale.astype(np.float32), np.diff(matrix.indptr))
    if most is not None:
        keep = frequency <= most
        matrix = matrix[:, np.flatnonzero(keep)]
        frequency = frequency[keep]
    return Grams(sparse.csr_matrix(matrix), frequency)


def most_alike(
    matrix: sparse.csr_matrix, count: int, least: float, tick: Tick = no_tick
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each row the ``count`` rows with the greatest product, itself left out.

    Args:
        matrix: (n, m) csr.
        least: products below do not count.

    Returns:
        one, other (p,) int64 with one < other, each pair once; product (p,) float32.
    """
    size = matrix.shape[0]
    other = sparse.csr_matrix(matrix.T)
    posting = np.diff(other.indptr)
    cost = np.add.reduceat(np.r_[posting[matrix.indices], 0], matrix.indptr[:-1]) if matrix.nnz else np.zeros(size)
    cost = np.where(np.diff(matrix.indptr) > 0, cost, 0)
    ends = np.cumsum(cost)
    found = []
    first = 0
    while first < size:
        tick(first / size)
        done = ends[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(ends, done + _PART, side="right")))
        product = sparse.csr_matrix(matrix[first:last] @ other)
        found.append(_greatest(product, first, count, least))
        first = last
    one, two, value = (np.concatenate(parts) for parts in zip(*found)) if found else (np.empty(0, int),) * 3
    low, high = np.minimum(one, two), np.maximum(one, two)
    _, keep = np.unique(low * np.int64(size) + high, return_index=True)
    tick(1.0)
    return low[keep], high[keep], value[keep].astype(np.float32)


def _greatest(
    product: sparse.csr_matrix, first: int, count: int, least: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The ``count`` greatest numbers of each row that reach ``least``."""
    keep = product.data >= least
    rows = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))[keep]
    columns, values = product.indices[keep].astype(np.int64), product.data[keep]
    other = columns != rows + first
    rows, columns, values = rows[other], columns[other], values[other]
    order = np.lexsort((columns, -values, rows))
    rows, columns, values = rows[order], columns[order], values[order]
    start = np.flatnonzero(np.r_[True, rows[1:] != rows[:-1]]) if len(rows) else np.empty(0, dtype=np.int64)
    rank = np.arange(len(rows)) - np.repeat(start, np.diff(np.r_[start, len(rows)]))
    good = rank < count
    return rows[good] + first, columns[good], values[good]


def row_products(matrix: sparse.csr_matrix, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(p,) float32 products of pairs of rows."""
    if not len(one):
        return np.zeros(0, dtype=np.float32)
    return np.asarray(matrix[one].multiply(matrix[other]).sum(axis=1), dtype=np.float32).ravel()
