"""Which coordinate system, axis order and unit the coordinates of a file are in, told from where they would lie.

A file is read in every way that is thinkable: in each candidate CRS, with its axes as they come or swapped, in metres
or in millimetres. The reading that puts most of its points into the district is taken. Readings that put the *same*
points there cannot be told apart by numbers (EPSG:5174, 2097 and 5181 lie a few hundred metres from each other): the
rule of the file's type decides, then the CRS that the file declares, else nobody.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .values import Typed

TESTED_ROWS = 1000
LEAST_SHARE = 0.1  # of the tested rows in the district, to name a CRS by numbers alone
RIVAL_SHARE = 0.5  # of the best reading's points that another reading puts into the district as well: a rival
RULE_SHARE = 0.9  # of the best reading's points that a reading must hold for a rule to prefer it
AXIS_SHARE = 0.98  # likewise, of one CRS, for its plain reading to be preferred to a swapped one
MILLIMETRE = 0.001
_DEGREES = 360.0
"""Bounds within these are degrees, of which there are no thousandths. A pair of numbers within them is no place of a
projected CRS: where the range of a country holds the origin of the numbers, it would hold every pair of degrees."""
_METRES_AS_MILLIMETRES = 5000.0
"""Metres that a pair of numbers must exceed when read in millimetres, for the like reason: coordinates in metres, read
so, are no more than that."""

KOREAN_CRS = (4326, 5174, 2097, 5181, 5186, 5179, 5187, 5185, 5188, 5183, 5182, 5184, 3857, 32652, 32651, 5178)
"""EPSG codes met in Korean files, in the order of how often; the caller computes the district's bounds in each."""
KOREAN_RARE_CRS = (5178,)
"""Old Bessel UTM-K, 300 m from EPSG:5179 and hardly in use: believed only where nothing else fits."""

BLANK = "coordinates_blank"
NOT_NUMBERS = "coordinates_not_numbers"
ZERO = "coordinates_zero"
SWAPPED = "coordinates_swapped"
MILLIMETRES = "coordinates_millimetres"
OTHER_CRS = "coordinates_other_crs"
FAR = "coordinates_far"


@dataclass(frozen=True)
class Candidate:
    """A CRS and where the district lies in it.

    Attributes:
        bounds: xmin, ymin, xmax, ymax in east, north order, widened (2 km) by the caller; infinite if nothing is known
            of where the rows lie: then every number is believed, as it stands.
        rare: never doubted against a candidate that is not rare.
    """

    epsg: int
    bounds: tuple[float, float, float, float]
    rare: bool = False


@dataclass(frozen=True)
class Placement:
    """How to read the coordinates of a file.

    Attributes:
        epsg: 0 if nothing is known.
        swapped: the first coordinate is the northing.
        scale: 1, or 0.001 for millimetres; multiply by it.
        verdict: ``certain``: the numbers leave no other way. ``by_rule``, ``declared``: they fit more than one CRS, and
            the rule of the file's type, or what the file declares, is among these (also ``by_rule``: they fit one CRS
            either way round, and the columns are believed). ``ambiguous``: they fit more than one and nobody decides;
            ``epsg`` is the first of them. ``none``: they fit nothing (or there are none);
            ``epsg`` is what rule or declaration say, or 0.
        inside, tested: rows in the district under this reading, of those tested.
        rivals: other CRS that fit the same rows; the CRS itself if only the axis order or unit is in doubt.
    """

    epsg: int
    swapped: bool
    scale: float
    verdict: str
    inside: int
    tested: int
    rivals: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Reading:
    candidate: Candidate
    swapped: bool
    scale: float

    @property
    def plain(self) -> bool:
        return not self.swapped and self.scale == 1.0

    @property
    def remoteness(self) -> int:
        """A reading is believed, or doubted for another's sake, only where none less remote fits."""
        return int(self.candidate.rare) + 2 * int(self.scale != 1.0)

    def holds(self, xy: np.ndarray) -> np.ndarray:
        """(n,) bool: rows in the district. NaN is never inside."""
        xmin, ymin, xmax, ymax = (bound / self.scale for bound in self.candidate.bounds)
        x, y = (xy[:, 1], xy[:, 0]) if self.swapped else (xy[:, 0], xy[:, 1])
        inside = (x >= xmin) & (x <= xmax) & (y >= ymin) & (y <= ymax)
        if _in_degrees(self.candidate) or _is_anywhere(self.candidate):
            return inside
        least = _DEGREES if self.scale == 1.0 else _METRES_AS_MILLIMETRES / self.scale
        return inside & (np.abs(xy) > least).any(axis=1)

    def box(self) -> tuple[float, float, float, float]:
        """Range of the numbers as they stand in the file: first column, second column, low and high."""
        xmin, ymin, xmax, ymax = (bound / self.scale for bound in self.candidate.bounds)
        return (ymin, xmin, ymax, xmax) if self.swapped else (xmin, ymin, xmax, ymax)


def coordinates(x: Typed, y: Typed) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Two columns of reals as (n, 2) float64 (NaN where there is none), rows that are blank, rows that are no numbers.

    A row of which one part is no number is no number; a masked coordinate is as good as blank.
    """
    xy = np.array([x.values, y.values], dtype=np.float64).T.reshape(-1, 2)
    not_numbers = x.bad | y.bad
    return xy, (x.missing | y.missing | x.masked | y.masked) & ~not_numbers, not_numbers


def place_file(
    xy: np.ndarray, candidates: Sequence[Candidate], rule: tuple[int, ...] = (), declared: int | None = None
) -> Placement:
    """How the coordinates of a file are to be read.

    At most 1,000 rows are tested, spread evenly over those that have two finite coordinates other than 0.

    Args:
        xy: (n, 2) float64, columns as in the file: what should be the easting first.
        candidates: with the bounds of the district, or of the country if no district is known: then neighboring
            belts, and often axis orders, fit too, and the verdict is coarser. Order: what is to be preferred first.
        rule: EPSG codes of the file's type, in order of trust.
        declared: EPSG code that the file or its .prj states.
    """
    usable = np.flatnonzero(np.isfinite(xy).all(axis=1) & (xy != 0).all(axis=1))
    if len(usable) > TESTED_ROWS:
        usable = usable[np.linspace(0, len(usable) - 1, TESTED_ROWS).astype(np.int64)]
    sample = xy[usable]
    readings = _readings(candidates, rule)
    trusted = rule[0] if rule else declared or 0
    if not len(sample) or not readings:
        return Placement(trusted, False, 1.0, "none", 0, len(sample))
    inside = np.stack([reading.holds(sample) for reading in readings])
    counts = inside.sum(axis=1)
    best = _best(readings, counts)
    enough = counts[best] >= max(1.0, LEAST_SHARE * len(sample))
    if not enough and not (counts[best] and readings[best].plain and readings[best].candidate.epsg == trusted):
        return Placement(trusted, False, 1.0, "none", 0, len(sample))
    shared = (inside & inside[best]).sum(axis=1)
    group = [
        index
        for index, reading in enumerate(readings)
        if shared[index] >= RIVAL_SHARE * counts[best] and reading.remoteness <= readings[best].remoteness
    ]
    chosen, verdict = _decide(readings, counts, group, best, rule, declared)
    if not enough and verdict == "certain":
        # A handful of points in the district prove nothing, but they do not speak against the rule either.
        verdict = "by_rule" if rule else "declared"
    reading = readings[chosen]
    rivals = tuple(dict.fromkeys(readings[index].candidate.epsg for index in group if index != chosen))
    others = tuple(epsg for epsg in rivals if epsg != reading.candidate.epsg) or rivals
    return Placement(
        reading.candidate.epsg, reading.swapped, reading.scale, verdict, int(counts[chosen]), len(sample), others
    )


def row_verdicts(
    xy: np.ndarray,
    placement: Placement,
    candidates: Sequence[Candidate],
    *,
    blank: np.ndarray | None = None,
    not_numbers: np.ndarray | None = None,
) -> np.ndarray:
    """What is wrong with the coordinates of each row under the reading of the file.

    Args:
        xy: (n, 2) float64 as for :func:`place_file`.
        placement: how the file is read. If its CRS has no candidate, nothing is known of where rows should lie, and
            only rows without coordinates and at (0, 0) are wrong.
        blank, not_numbers: (n,) bool, see :func:`coordinates`; without them NaN is blank, infinity is no number.

    Returns:
        (n,) object array of codes: "" for a row to be imported; ``coordinates_blank``, ``coordinates_not_numbers``,
        ``coordinates_zero`` (both are 0, or one is and the row lies nowhere), ``coordinates_swapped`` (fits with the
        axes the other way round than in the rest of the file), ``coordinates_millimetres`` (fits in another unit),
        ``coordinates_other_crs`` (fits another candidate, see :func:`fitting_crs`), ``coordinates_far``.
    """
    return _verdicts(xy, placement, candidates, blank, not_numbers)[0]


def fitting_crs(xy: np.ndarray, placement: Placement, candidates: Sequence[Candidate]) -> np.ndarray:
    """(n,) int32: the EPSG code that a row with ``coordinates_other_crs`` fits, 0 for every other row."""
    return _verdicts(xy, placement, candidates, None, None)[1]


def east_north(xy: np.ndarray, placement: Placement) -> np.ndarray:
    """(n, 2) float64 in east, north order and the unit of the CRS."""
    return (xy[:, ::-1] if placement.swapped else xy) * placement.scale


def _readings(candidates: Sequence[Candidate], rule: tuple[int, ...]) -> list[_Reading]:
    """Every way to read, the likeliest first: by the rule, then plain before swapped before millimetres."""
    trust = {epsg: position for position, epsg in reversed(list(enumerate(rule)))}
    ordered = sorted(candidates, key=lambda candidate: (candidate.rare, trust.get(candidate.epsg, len(rule))))
    readings = []
    for scale in (1.0, MILLIMETRE):
        for swapped in (False, True):
            readings += [_Reading(c, swapped, scale) for c in ordered if _can_be(c, swapped, scale)]
    return readings


def _can_be(candidate: Candidate, swapped: bool, scale: float) -> bool:
    """Whether a reading can be told from the plain one at all."""
    if _is_anywhere(candidate):
        return not swapped and scale == 1.0
    return scale == 1.0 or not _in_degrees(candidate)


def _is_anywhere(candidate: Candidate) -> bool:
    return not all(map(math.isfinite, candidate.bounds))


def _in_degrees(candidate: Candidate) -> bool:
    return max(map(abs, candidate.bounds)) <= _DEGREES


def _best(readings: list[_Reading], counts: np.ndarray) -> int:
    """The reading with most points; a remote one only if no other holds nearly as many."""
    near = [index for index in range(len(readings)) if counts[index] >= RULE_SHARE * counts.max()]
    return min(near, key=lambda index: (readings[index].remoteness, -counts[index], index))


def _decide(
    readings: list[_Reading],
    counts: np.ndarray,
    group: list[int],
    best: int,
    rule: tuple[int, ...],
    declared: int | None,
) -> tuple[int, str]:
    """Which of the readings that fit the same points, and on whose word."""
    if len(group) == 1:
        return best, "certain"
    eligible = [index for index in group if counts[index] >= RULE_SHARE * counts[best]]
    words = [*((code, "by_rule") for code in rule), (declared, "declared")]
    if len({readings[index].candidate.epsg for index in group}) == 1:
        # Only the axis order is in doubt, of which the names of the columns speak.
        words.append((readings[best].candidate.epsg, "by_rule"))
    for epsg, verdict in words:
        own = [index for index in eligible if readings[index].candidate.epsg == epsg]
        if own:
            most = max(counts[index] for index in own)
            return next(index for index in own if counts[index] >= AXIS_SHARE * most), verdict
    return best, "ambiguous"


def _verdicts(
    xy: np.ndarray,
    placement: Placement,
    candidates: Sequence[Candidate],
    blank: np.ndarray | None,
    not_numbers: np.ndarray | None,
) -> tuple[np.ndarray, np.ndarray]:
    codes = np.full(len(xy), "", dtype=object)
    epsg = np.zeros(len(xy), dtype=np.int32)
    empty = np.isnan(xy).any(axis=1) if blank is None else blank
    strange = np.isinf(xy).any(axis=1) if not_numbers is None else not_numbers
    # Numbers that are none, of which the caller's masks say nothing.
    strange = strange | (~np.isfinite(xy).all(axis=1) & ~empty)
    codes[empty] = BLANK
    codes[strange] = NOT_NUMBERS
    zero = (xy == 0).all(axis=1) & (codes == "")
    codes[zero] = ZERO
    open_rows = np.flatnonzero(codes == "")
    own = [candidate for candidate in candidates if candidate.epsg == placement.epsg]
    if not own:
        return codes, epsg
    file_reading = _Reading(own[0], placement.swapped, placement.scale)
    open_rows = open_rows[~file_reading.holds(xy[open_rows])]
    for reading, code in _ways_to_be_wrong(file_reading, candidates, placement.rivals):
        if not len(open_rows):
            break
        fits = reading.holds(xy[open_rows])
        codes[open_rows[fits]] = code
        if code == OTHER_CRS:
            epsg[open_rows[fits]] = reading.candidate.epsg
        open_rows = open_rows[~fits]
    codes[open_rows] = FAR
    codes[open_rows[(xy[open_rows] == 0).any(axis=1)]] = ZERO
    return codes, epsg


def _ways_to_be_wrong(
    file_reading: _Reading, candidates: Sequence[Candidate], rivals: tuple[int, ...]
) -> list[tuple[_Reading, str]]:
    """Other readings of a row, in the order in which they are believed."""
    own = file_reading.candidate
    ways = [(_Reading(own, not file_reading.swapped, file_reading.scale), SWAPPED)]
    if not _in_degrees(own):
        unit = MILLIMETRE if file_reading.scale == 1.0 else 1.0
        ways += [
            (_Reading(own, swapped, unit), MILLIMETRES) for swapped in (file_reading.swapped, not file_reading.swapped)
        ]
    for reading in _readings(candidates, ()):
        other = reading.candidate.epsg
        # A row just outside the district would lie just inside it in a CRS a few hundred metres off: that is no proof.
        if other != own.epsg and other not in rivals and not _overlap(reading, file_reading):
            ways.append((reading, OTHER_CRS))
    return ways


def _overlap(one: _Reading, other: _Reading) -> bool:
    """Whether the ranges of two readings share more than half of the smaller one."""
    a, b = one.box(), other.box()
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return width > 0 and height > 0 and width * height > RIVAL_SHARE * smaller
