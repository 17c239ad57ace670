"""The street network: arterials and collectors on the lattice, local streets between blocks, alleys within them.

Every street has a name, and every stretch knows how far along its road it begins: addresses count 20 m steps from
there. Local streets and alleys are named after the road they branch from and the base number at the branch
(가람로12번길), as the Korean road-name rule has it: roads run from west to east and from south to north, odd numbers on
the left, even on the right.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph

from .ground import Ground
from .joining import join
from .lattice import Lattice
from .naming import RoadNames
from .presets import BLOCK, RURAL, Preset
from .uses import FARM, FOREST, KINDS, OLD_HOMES, OUTSIDE, VILLAGE, VILLAS, WATER, Uses

ARTERIAL, COLLECTOR, LOCAL, ALLEY, RURAL_ROAD, STEPS = "arterial", "collector", "local", "alley", "rural", "steps"
# Carriageway and walks, m, and lanes by class (assumption; a 대로 is 40 m or eight lanes by the road-name rule).
WIDTH = {ARTERIAL: 32.0, COLLECTOR: 18.0, LOCAL: 8.0, ALLEY: 4.0, RURAL_ROAD: 9.0, STEPS: 3.0}
LANES = {ARTERIAL: 8, COLLECTOR: 4, LOCAL: 2, ALLEY: 1, RURAL_ROAD: 2, STEPS: 0}
SPEED = {ARTERIAL: 50, COLLECTOR: 50, LOCAL: 30, ALLEY: 30, RURAL_ROAD: 60, STEPS: 0}
COUNTRY_GRADE = 0.16  # assumption: steepest country road of the lattice
STAIR_GRADE = 0.15  # assumption: steeper narrow streets are stairs
NUMBER_STEP = 20.0  # m per pair of numbers (도로명주소법 시행규칙: 기초간격 20 m)


@dataclass
class Side:
    """Stretches of one orientation (vertical, horizontal or alleys), as arrays over the lattice.

    Attributes:
        there: whether the stretch exists; road: index of its road or -1; start: meters along the road at its western
            or southern end; length: m.
    """

    there: np.ndarray
    length: np.ndarray
    road: np.ndarray = field(init=False)
    start: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.road = np.full(self.there.shape, -1)
        self.start = np.zeros(self.there.shape)


@dataclass
class Streets:
    """The network.

    Attributes:
        vertical: (blocks + 1, blocks) stretches from (a, b) to (a, b + 1).
        horizontal: (blocks, blocks + 1) from (a, b) to (a + 1, b).
        alley: (blocks, blocks) from (a, b + 1/2) to (a + 1, b + 1/2).
        roads: frame of named roads: road, road_cd, class.
        segments: frame of street segments (see :func:`segment_frame`) and their paths.
    """

    vertical: Side
    horizontal: Side
    alley: Side
    roads: pd.DataFrame
    segments: pd.DataFrame = field(default_factory=pd.DataFrame)
    paths: list[np.ndarray] = field(default_factory=list)
    nodes: pd.DataFrame = field(default_factory=pd.DataFrame)


def make_streets(preset: Preset, lattice: Lattice, ground: Ground, uses: Uses, rng: np.random.Generator) -> Streets:
    """Choose the stretches, keep those that hang together, name them, measure them."""
    vertical, horizontal, alley = _choose(preset, lattice, ground, uses, rng)
    _keep_connected(vertical, horizontal, alley)
    sides = [
        Side(there, _lengths(lattice, there.shape, kind))
        for kind, there in (("v", vertical), ("h", horizontal), ("a", alley))
    ]
    names = RoadNames(rng)
    _name_lines(sides[0], names, uses)
    _name_lines(sides[1], names, uses)
    _name_branches(sides, names)
    return Streets(sides[0], sides[1], sides[2], names.frame())


def line_level(index: np.ndarray) -> np.ndarray:
    """2 for the lines of arterials, 1 of collectors, 0 of local streets."""
    index = np.asarray(index)
    return np.where(index % 8 == 0, 2, np.where(index % 4 == 0, 1, 0))


def _choose(
    preset: Preset, lattice: Lattice, ground: Ground, uses: Uses, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Which stretches exist."""
    use = np.pad(uses.use, 1, constant_values=OUTSIDE)
    built = np.pad(uses.built(), 1)
    paired = np.pad(uses.pair, 1)
    columns, rows = uses.use.shape
    a, b = np.indices((columns + 1, rows))
    one, two = (slice(0, -1), slice(1, -1)), (slice(1, None), slice(1, -1))
    vertical = _between(use[one], use[two], built[one], built[two], line_level(a), grid=a % 8 == 0)
    vertical &= ~paired[one]  # nothing runs through a complex
    country = (a == preset.stream_column * 4) & _open(use[one], use[two])
    rise = _rise(lattice, ground, (a, b), (a, b + 1))
    vertical |= country & (rise < COUNTRY_GRADE)
    cost_v = _road_cost(use[one], use[two], paired[one], rise, line_level(a))
    a, b = np.indices((columns, rows + 1))
    one, two = (slice(1, -1), slice(0, -1)), (slice(1, -1), slice(1, None))
    horizontal = _between(use[one], use[two], built[one], built[two], line_level(b), grid=b % 4 == 0)
    country = (b % 8 == 0) & _open(use[one], use[two])
    rise = _rise(lattice, ground, (a, b), (a + 1, b))
    horizontal |= country & (rise < COUNTRY_GRADE)
    cost_h = _road_cost(use[one], use[two], np.zeros_like(rise, dtype=bool), rise, line_level(b))
    join(vertical, horizontal, cost_v, cost_h)
    alley = np.isin(uses.use, (OLD_HOMES, VILLAS, VILLAGE)) & (rng.random(uses.use.shape) < 0.93)
    return vertical, horizontal, alley


def _between(
    use1: np.ndarray, use2: np.ndarray, built1: np.ndarray, built2: np.ndarray, level: np.ndarray, grid: np.ndarray
) -> np.ndarray:
    """Whether a street runs between two blocks: where something stands beside it; bridges only on main lines."""
    out = (use1 == OUTSIDE) & (use2 == OUTSIDE)
    wet = (use1 == WATER) & (use2 == WATER)
    wild = np.isin(use1, (FOREST, FARM, OUTSIDE)) & np.isin(use2, (FOREST, FARM, OUTSIDE))
    beside = built1 | built2
    return ~out & ~wild & ((beside & ~wet) | (wet & grid & (level > 0)))


def _open(use1: np.ndarray, use2: np.ndarray) -> np.ndarray:
    """At least one side is in the district."""
    return (use1 != OUTSIDE) | (use2 != OUTSIDE)


def _rise(lattice: Lattice, ground: Ground, p: tuple, q: tuple) -> np.ndarray:
    """Rise over run between neighboring nodes of the lattice."""
    z = [ground.height(*lattice.forward(n[0] * BLOCK, n[1] * BLOCK)) for n in (p, q)]
    return np.abs(z[0] - z[1]) / BLOCK


def _road_cost(
    use1: np.ndarray, use2: np.ndarray, paired: np.ndarray, rise: np.ndarray, level: np.ndarray
) -> np.ndarray:
    """Cost of a new road: on main lines in the district only, dearer where steep, dearest as a bridge."""
    cost = 1.0 + 60.0 * rise**2 + 6.0 * ((use1 == WATER) & (use2 == WATER))
    return np.where((level > 0) & _open(use1, use2) & ~paired, cost, np.inf)


def _keep_connected(vertical: np.ndarray, horizontal: np.ndarray, alley: np.ndarray) -> None:
    """Drop whatever does not hang on the largest part; changes the arrays. Nodes are at half blocks in v."""
    width = vertical.shape[0]
    high = 2 * vertical.shape[1] + 1

    def node(a: np.ndarray, half: np.ndarray) -> np.ndarray:
        return a * high + half

    va, vb = np.nonzero(vertical)
    ha, hb = np.nonzero(horizontal)
    aa, ab = np.nonzero(alley)
    start = np.concatenate([node(va, 2 * vb), node(va, 2 * vb + 1), node(ha, 2 * hb), node(aa, 2 * ab + 1)])
    end = np.concatenate([node(va, 2 * vb + 1), node(va, 2 * vb + 2), node(ha + 1, 2 * hb), node(aa + 1, 2 * ab + 1)])
    graph = sparse.coo_matrix((np.ones(len(start)), (start, end)), shape=(width * high,) * 2)
    _, part = csgraph.connected_components(graph, directed=False)
    main = np.bincount(part[start]).argmax()
    vertical[va, vb] = part[node(va, 2 * vb)] == main
    horizontal[ha, hb] = part[node(ha, 2 * hb)] == main
    alley[aa, ab] = part[node(aa, 2 * ab + 1)] == main


PIECES = 4  # parts of a stretch's path: every 25 m


def stretch_paths(lattice: Lattice, kind: str, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(n, 5, 2) paths of stretches from their western or southern end."""
    t = np.arange(PIECES + 1) / PIECES
    if kind == "v":
        u, v = np.repeat(a[:, None], PIECES + 1, axis=1), b[:, None] + t
    else:
        u, v = a[:, None] + t, np.repeat(b[:, None], PIECES + 1, axis=1) + (0.5 if kind == "a" else 0.0)
    return np.stack(lattice.forward(u * BLOCK, v * BLOCK), axis=2)


def _lengths(lattice: Lattice, shape: tuple[int, int], kind: str) -> np.ndarray:
    a, b = (index.ravel() for index in np.indices(shape))
    step = np.diff(stretch_paths(lattice, kind, a.astype(float), b.astype(float)), axis=1)
    return np.hypot(step[..., 0], step[..., 1]).sum(axis=1).reshape(shape)


def _name_lines(side: Side, names: RoadNames, uses: Uses) -> None:
    """Arterials and collectors: each unbroken run on a line is a road."""
    vertical = side.there.shape[0] == uses.use.shape[0] + 1
    there, length = (side.there, side.length) if vertical else (side.there.T, side.length.T)
    road, start = (side.road, side.start) if vertical else (side.road.T, side.start.T)
    for line in range(there.shape[0]):
        level = int(line_level(np.array(line)))
        if not level:
            continue
        for first, last in _runs(there[line]):
            arterial = level == 2 and last - first >= 8  # shorter ones are plain roads
            index = names.new(ARTERIAL if arterial else COLLECTOR)
            road[line, first:last] = index
            start[line, first:last] = np.concatenate([[0.0], np.cumsum(length[line, first : last - 1])])


def _runs(there: np.ndarray) -> list[tuple[int, int]]:
    """(first, end) of unbroken runs of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], there.astype(np.int8), [0]])))
    return list(zip(edges[0::2].tolist(), edges[1::2].tolist()))


def base_number(along: float, left: bool) -> int:
    """Base number at a place along a road: odd on the left, even on the right."""
    return 2 * int(along // NUMBER_STEP) + (1 if left else 2)


def _name_branches(sides: list[Side], names: RoadNames) -> None:
    """Local streets and alleys, cell by cell, after the road at their western or southern end."""
    vertical, horizontal, alley = sides
    for side, half in ((horizontal, 0.0), (alley, 0.5)):
        for first in range(0, side.there.shape[0], 4):
            for line in np.flatnonzero(side.there[first : first + 4].any(axis=0)).tolist():
                if half == 0.0 and line_level(np.array(line)) > 0:
                    continue
                base = _along(vertical.road[first], vertical.start[first], vertical.length[first], line + half)
                _name_branch(side, (slice(first, first + 4), line), base, False, names)
    for first in range(0, vertical.there.shape[1], 4):
        for line in np.flatnonzero(vertical.there[:, first : first + 4].any(axis=1)).tolist():
            if line_level(np.array(line)) > 0:
                continue
            base = _along(horizontal.road[:, first], horizontal.start[:, first], horizontal.length[:, first], line)
            _name_branch(vertical, (line, slice(first, first + 4)), base, True, names)


def _along(road: np.ndarray, start: np.ndarray, length: np.ndarray, at: float) -> tuple[int, float] | None:
    """Road and meters along it at a place on a line, in blocks; None where there is no road."""
    k = int(at)
    if k < len(road) and road[k] >= 0:
        return int(road[k]), float(start[k] + (at - k) * length[k])
    if at == k and k > 0 and road[k - 1] >= 0:
        return int(road[k - 1]), float(start[k - 1] + length[k - 1])
    return None


def _name_branch(side: Side, where: tuple, base: tuple[int, float] | None, left: bool, names: RoadNames) -> None:
    index = names.new(LOCAL) if base is None else names.branch(base[0], base_number(base[1], left))
    there, length = side.there[where], side.length[where]
    side.road[where] = np.where(there, index, -1)
    side.start[where] = np.concatenate([[0.0], np.cumsum(length[:-1])])


def segment_frame(streets: Streets, lattice: Lattice, ground: Ground, uses: Uses) -> None:
    """Fill ``streets.segments``, ``paths`` and ``nodes``: one row per stretch between crossings.

    Columns: seg_id, from_node, to_node, road, road_cd, class, width, lanes, level (1 on bridges), oneway (0 both ways,
    1 along the line), bridge, stairs, sidewalk, max_speed, grade (percent), from_m, length.
    """
    parts = [_stretches(streets, lattice, ground, uses, kind) for kind in ("v", "h", "a")]
    frame = pd.concat([part[0] for part in parts], ignore_index=True)
    paths = [path for part in parts for path in part[1]]
    high = 2 * uses.use.shape[1] + 1
    ends = frame[["n1", "n2"]].to_numpy()
    keys, number = np.unique(ends, return_inverse=True)
    frame["from_node"], frame["to_node"] = (number.reshape(ends.shape) + 1).T
    frame["road"] = streets.roads["road"].to_numpy()[frame["road_ix"]]
    frame["road_cd"] = streets.roads["road_cd"].to_numpy()[frame["road_ix"]]
    name = frame["class"]
    for column, table in (("width", WIDTH), ("lanes", LANES), ("max_speed", SPEED)):
        frame[column] = name.map(table)
    frame["level"] = frame["bridge"]
    frame["stairs"] = (name == STEPS).astype(int)
    frame["sidewalk"] = name.isin([ARTERIAL, COLLECTOR]).astype(int)
    # One in eight narrow local streets runs one way (assumption), the same for all parts of a road.
    frame["oneway"] = ((name == LOCAL) & (frame["road_ix"] * 7919 % 8 == 0)).astype(int)
    frame["seg_id"] = np.arange(1, len(frame) + 1)
    columns = ["seg_id", "from_node", "to_node", "road", "road_cd", "class", "width", "lanes", "level", "oneway"]
    columns += ["bridge", "stairs", "sidewalk", "max_speed", "grade", "from_m", "length"]
    streets.segments, streets.paths = frame[columns], paths
    x, y = lattice.forward(keys // high * BLOCK, keys % high * BLOCK / 2)
    degree = np.bincount(number.ravel(), minlength=len(keys))
    streets.nodes = pd.DataFrame({"node": np.arange(1, len(keys) + 1), "degree": degree, "x": x, "y": y})
    lengths = frame.groupby("road_ix")["length"].sum()
    streets.roads["length_m"] = lengths.reindex(range(len(streets.roads)), fill_value=0.0).round(1).to_numpy()


def _stretches(
    streets: Streets, lattice: Lattice, ground: Ground, uses: Uses, kind: str
) -> tuple[pd.DataFrame, list[np.ndarray]]:
    """Rows and paths of one orientation; vertical stretches are cut in the middle where an alley meets them."""
    side = {"v": streets.vertical, "h": streets.horizontal, "a": streets.alley}[kind]
    a, b = np.nonzero(side.there)
    path = stretch_paths(lattice, kind, a.astype(float), b.astype(float))
    high = 2 * uses.use.shape[1] + 1
    step = np.hypot(*np.moveaxis(np.diff(path, axis=1), 2, 0))
    base = {"road_ix": side.road[a, b], "from_m": side.start[a, b], "class": _classes(streets, uses, kind, a, b)}
    base["bridge"] = _bridges(uses, kind, a, b).astype(int)
    half = 1 if kind == "a" else 0
    first = a * high + 2 * b + half
    last = first + 2 if kind == "v" else first + high
    whole = pd.DataFrame({**base, "n1": first, "n2": last, "length": step.sum(axis=1)})
    paths = [path[i] for i in range(len(path))]
    if kind == "v":
        alleys = np.pad(streets.alley.there, ((1, 1), (0, 0)))
        cut = alleys[a, b] | alleys[a + 1, b]
        lower, upper = whole[cut].copy(), whole[cut].copy()
        middle = step[:, : PIECES // 2].sum(axis=1)[cut]
        lower["n2"] = upper["n1"] = lower["n1"] + 1
        lower["length"], upper["length"] = middle, upper["length"] - middle
        upper["from_m"] += middle
        whole = pd.concat([whole[~cut], lower, upper], ignore_index=True)
        paths = [path[i] for i in np.flatnonzero(~cut)]
        paths += [path[i, : PIECES // 2 + 1] for i in np.flatnonzero(cut)]
        paths += [path[i, PIECES // 2 :] for i in np.flatnonzero(cut)]
    ends = np.array([[p[0], p[-1]] for p in paths]) if paths else np.zeros((0, 2, 2))
    z = ground.height(ends[..., 0], ends[..., 1])
    grade = np.abs(z[:, 1] - z[:, 0]) / whole["length"].to_numpy()
    whole["grade"] = (100 * grade).round(1)
    narrow = whole["class"].isin([LOCAL, ALLEY]) & (grade > STAIR_GRADE)
    whole.loc[narrow, "class"] = STEPS
    whole["length"], whole["from_m"] = whole["length"].round(2), whole["from_m"].round(2)
    return whole, paths


def _classes(streets: Streets, uses: Uses, kind: str, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    if kind == "a":
        return np.full(len(a), ALLEY, dtype=object)
    road = (streets.vertical if kind == "v" else streets.horizontal).road[a, b]
    named = streets.roads["class"].to_numpy(dtype=object)[road]
    # Town is where something other than a village stands on either side.
    town = np.pad(uses.built() & (uses.kind != KINDS.index(RURAL)), 1)
    beside = town[a, b + 1] | town[a + 1, b + 1] if kind == "v" else town[a + 1, b] | town[a + 1, b + 1]
    rural = np.pad(uses.kind == KINDS.index(RURAL), 1)
    within = rural[a, b + 1] | rural[a + 1, b + 1] if kind == "v" else rural[a + 1, b] | rural[a + 1, b + 1]
    country = ~beside & (within | ~_bridges(uses, kind, a, b))
    return np.where(country & np.isin(named, (ARTERIAL, COLLECTOR)), RURAL_ROAD, named)


def _bridges(uses: Uses, kind: str, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    if kind == "a":
        return np.zeros(len(a), dtype=bool)
    wet = np.pad(uses.use == WATER, 1)
    return wet[a, b + 1] & wet[a + 1, b + 1] if kind == "v" else wet[a + 1, b] & wet[a + 1, b + 1]
