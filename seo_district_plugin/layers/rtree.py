"""The spatial index of a GeoPackage, packed in one go.

SQLite's R-tree module takes rows one by one, which for millions of points costs more than writing the rows themselves.
Its tables are documented, so a finished tree is written into them: sort-tile-recursive packing (Leutenegger, Lopez and
Edgington 1997), full nodes, boxes rounded outwards to the 32-bit floats the format has (https://www.sqlite.org/rtree.html,
"Shadow Tables"). ``rtreecheck()`` of SQLite finds such a tree in order.
"""

from __future__ import annotations

import sqlite3

import numpy as np

_CELL = np.dtype([("id", ">i8"), ("box", ">f4", (4,))])
_NODE_HEAD = 4  # depth (root only) and number of cells, two bytes each


def fill_rtree(connection: sqlite3.Connection, table: str, ids: np.ndarray, boxes: np.ndarray) -> None:
    """Fill an empty R-tree table.

    Args:
        table: name of the virtual table (``id, minx, maxx, miny, maxy``), which must be empty.
        ids: (n,) int64, unique.
        boxes: (n, 4) float64: minx, maxx, miny, maxy; finite.

    Raises:
        sqlite3.Error: the table is no R-tree, or cannot be written.
    """
    name = table.replace('"', '""')
    (root,) = connection.execute(f'SELECT data FROM "{name}_node" WHERE nodeno = 1').fetchone()  # nosec B608
    size = len(root)
    capacity = (size - _NODE_HEAD) // _CELL.itemsize
    connection.execute(f'DELETE FROM "{name}_node"')  # nosec B608
    ids, boxes = np.asarray(ids, dtype=np.int64), _outwards(np.asarray(boxes, dtype=np.float64))
    depth, next_node = 0, 2
    while len(ids) > capacity:
        order, starts = _tiles(boxes, capacity)
        ids, boxes = ids[order], boxes[order]
        nodes = np.arange(next_node, next_node + len(starts) - 1)
        next_node += len(nodes)
        connection.executemany(f'INSERT INTO "{name}_node" VALUES (?, ?)', _nodes(nodes, ids, boxes, starts, size))  # nosec B608
        owner = np.repeat(nodes, np.diff(starts))
        _note_owners(connection, name, depth, ids, owner)
        first = starts[:-1]
        boxes = np.column_stack(
            [
                np.minimum.reduceat(boxes[:, 0], first),
                np.maximum.reduceat(boxes[:, 1], first),
                np.minimum.reduceat(boxes[:, 2], first),
                np.maximum.reduceat(boxes[:, 3], first),
            ]
        )
        ids, depth = nodes, depth + 1
    data = depth.to_bytes(2, "big") + len(ids).to_bytes(2, "big") + _cells(ids, boxes)
    connection.execute(f'INSERT INTO "{name}_node" VALUES (1, ?)', (data.ljust(size, b"\0"),))  # nosec B608
    _note_owners(connection, name, depth, ids, np.ones(len(ids), dtype=np.int64))


def _outwards(boxes: np.ndarray) -> np.ndarray:
    """Boxes as 32-bit floats that hold the exact ones."""
    near = boxes.astype(np.float32)
    low, high = near[:, [0, 2]], near[:, [1, 3]]
    low = np.where(low.astype(float) > boxes[:, [0, 2]], np.nextafter(low, np.float32(-np.inf)), low)
    high = np.where(high.astype(float) < boxes[:, [1, 3]], np.nextafter(high, np.float32(np.inf)), high)
    return np.column_stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]]).astype(np.float32)


def _tiles(boxes: np.ndarray, capacity: int) -> tuple[np.ndarray, np.ndarray]:
    """Order of the boxes in vertical slabs, and where each node begins (with the end as last)."""
    count = len(boxes)
    nodes = -(-count // capacity)
    slabs = max(1, round(nodes**0.5))
    x, y = boxes[:, 0].astype(float) + boxes[:, 1], boxes[:, 2].astype(float) + boxes[:, 3]
    slab = np.empty(count, dtype=np.int64)
    slab[np.argsort(x, kind="stable")] = np.arange(count) // -(-count // slabs)
    return np.lexsort((y, slab)), np.linspace(0, count, nodes + 1).astype(np.int64)


def _cells(ids: np.ndarray, boxes: np.ndarray) -> bytes:
    cells = np.empty(len(ids), dtype=_CELL)
    cells["id"], cells["box"] = ids, boxes
    return cells.tobytes()


def _nodes(nodes, ids, boxes, starts, size):
    """(number, content) of each node of a level."""
    raw, width = _cells(ids, boxes), _CELL.itemsize
    for node, begin, end in zip(nodes.tolist(), starts[:-1].tolist(), starts[1:].tolist()):
        data = b"\0\0" + (end - begin).to_bytes(2, "big") + raw[begin * width : end * width]
        yield node, data.ljust(size, b"\0")


def _note_owners(connection: sqlite3.Connection, name: str, depth: int, ids: np.ndarray, owner: np.ndarray) -> None:
    """Which node each row (depth 0) or node lies in."""
    shadow = "rowid" if depth == 0 else "parent"
    order = np.argsort(ids, kind="stable")
    pairs = zip(ids[order].tolist(), owner[order].tolist())
    connection.executemany(f'INSERT INTO "{name}_{shadow}" VALUES (?, ?)', pairs)  # nosec B608
