"""How rows of a file find their place: none, a grid cell, coordinates in columns, or shapes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...layers.promote import flat_shape
from ...layers.wkb import point_wkb, polygon_wkb
from .import_fill import BY_ADDRESS
from .import_places import NATIONAL_GRID, crs_of, decide, possible

if TYPE_CHECKING:
    from ...analysis.records.intake import Sorted
    from ...analysis.records.placing import Candidate, Placement
    from .import_plan import FilePlan
    from .import_tables import FileCount, TableImport

USABLE = 200  # coordinates that are looked at before a file's CRS is decided
HELD = 60_000  # rows that are held back at most until then
FILLABLE = ("coordinates_blank", "coordinates_zero", "coordinates_not_numbers")
FROM_FILE = "file"
NOT_PLACED = "file_not_placed"


def _split(kept: Sorted, codes: np.ndarray) -> tuple[Sorted, list[tuple[int, str, list[str]]]]:
    """Rows without a code, and the others with theirs."""
    from ...analysis.records.intake import Sorted

    bad = codes.astype(bool)
    if not bad.any():
        return kept, []
    rejected = [(kept.numbers[i], codes[i], kept.rows[i]) for i in np.flatnonzero(bad).tolist()]
    good = np.flatnonzero(~bad).tolist()
    return Sorted([kept.numbers[i] for i in good], [kept.rows[i] for i in good], [], 0), rejected


class TableRows:
    """Rows without a place."""

    def __init__(self, table: TableImport, plan: FilePlan, count: FileCount) -> None:
        self.table, self.plan, self.count = table, plan, count

    def block(self, kept: Sorted, _wkb) -> None:
        self.table.target_epsg(0)
        self.table.write(self.plan, self.count, kept, None)

    def end(self) -> None:
        return


class GridRows(TableRows):
    """Rows with the code of a national grid cell: squares of EPSG:5179."""

    def __init__(self, table: TableImport, plan: FilePlan, count: FileCount) -> None:
        super().__init__(table, plan, count)
        self._cells: dict[str, tuple[int, int, int] | None] = {}
        extra = plan.match.schema.extra
        self._size = int(extra.get("cell_size") or 0) or None
        count.epsg, count.verdict = NATIONAL_GRID, "certain"
        known = table.places.known
        found = table.places.candidates(plan.match.schema, given=NATIONAL_GRID) if known else []
        self._bounds = found[0].bounds if found else None

    def block(self, kept: Sorted, _wkb) -> None:
        table = self.table
        table.target_epsg(NATIONAL_GRID)
        found = [self._cell(text) for text in self.plan.intake.texts(kept.rows, self.plan.match.schema.grid)]
        codes = np.array(["" if cell else "grid_code" for cell in found], dtype=object)
        good, rejected = _split(kept, codes)
        table.reject(self.plan, self.count, rejected)
        cells = np.array([cell for cell in found if cell], dtype=np.float64).reshape(-1, 3)
        if self._bounds is not None and len(cells):
            cells, good = self._near(cells, good)
        if len(cells):
            table.write(self.plan, self.count, good, polygon_wkb_multi(cells))

    def _near(self, cells: np.ndarray, good: Sorted) -> tuple[np.ndarray, Sorted]:
        """Cells around the district; those further away are no mistakes, only not asked for."""
        from ...analysis.records.intake import Sorted

        west, south, east, north = self._bounds
        x, y, size = cells.T
        near = (x + size >= west) & (x <= east) & (y + size >= south) & (y <= north)
        self.count.filtered += int((~near).sum())
        index = np.flatnonzero(near).tolist()
        return cells[near], Sorted([good.numbers[i] for i in index], [good.rows[i] for i in index], [], 0)

    def _cell(self, text: str) -> tuple[int, int, int] | None:
        if text not in self._cells:
            self._cells[text] = _decoded(text, self._size)
        return self._cells[text]


def _decoded(text: str, size: int | None) -> tuple[int, int, int] | None:
    from ...analysis.errors import AnalysisError
    from ...analysis.zones.codes import decode

    try:
        return decode(text, size) if text.strip() else None
    except AnalysisError:
        return None


def polygon_wkb_multi(cells: np.ndarray) -> list[bytes]:
    """Multipolygon WKB of squares given as lower-left corner and side, (n, 3)."""
    x, y, size = cells.T
    rings = np.stack(
        [np.stack(corner, axis=1) for corner in ((x, y), (x + size, y), (x + size, y + size), (x, y + size))], axis=1
    )
    head = b"\x01\x06\x00\x00\x00\x01\x00\x00\x00"
    return [head + polygon for polygon in polygon_wkb(rings)]


class _PlacedRows(TableRows):
    """Rows with coordinates: held back until it is clear which CRS these are in."""

    def __init__(self, table: TableImport, plan: FilePlan, count: FileCount) -> None:
        super().__init__(table, plan, count)
        self.placement: Placement | None = None
        self._lost = False  # nobody knows where this file lies, and other files are there to go on with
        self._held: list[tuple[Sorted, object]] = []
        self._seen, self._usable = 0, 0
        declared = plan.opened.crs_epsg
        self.candidates: list[Candidate] = table.places.candidates(plan.match.schema, declared, table.given)
        self.declared = declared

    def block(self, kept: Sorted, wkb) -> None:
        if self._lost:
            self._reject_all(kept)
            return
        located = self.locate(kept, wkb)
        if self.placement is not None:
            self.put(kept, located)
            return
        self._held.append((kept, located))
        xy = self.xy_of(located)
        self._seen += len(xy)
        self._usable += int((np.isfinite(xy).all(axis=1) & (xy != 0).all(axis=1)).sum())
        if self._usable >= USABLE or self._seen >= HELD:
            self._settle()

    def end(self) -> None:
        if self.placement is None and not self._lost:
            self._settle()

    def _reject_all(self, kept: Sorted) -> None:
        self.table.reject(self.plan, self.count, [(n, NOT_PLACED, row) for n, row in zip(kept.numbers, kept.rows)])

    def _settle(self) -> None:
        """Decide how the coordinates are read, by those seen so far, and place the rows that were held back."""
        from ...analysis.errors import AnalysisError

        parts = [self.xy_of(located) for _kept, located in self._held]
        xy = np.concatenate(parts) if parts else np.zeros((0, 2))
        schema, table = self.plan.match.schema, self.table
        try:
            self.placement = decide(
                self.plan.name, xy, schema, self.candidates, self.declared, table.given, table.places.known
            )
        except AnalysisError as error:
            if not table.go_on(error):
                raise
            self._lost = True
            for kept, _located in self._held:
                self._reject_all(kept)
            self._held.clear()
            return
        count, placement = self.count, self.placement
        count.epsg, count.verdict, count.rivals = placement.epsg, placement.verdict, placement.rivals
        count.swapped, count.scale = placement.swapped, placement.scale
        held, self._held = self._held, []
        for kept, located in held:
            self.put(kept, located)

    def to_table(self, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Coordinates of the file in the CRS of the table."""
        from ...analysis.records.placing import east_north

        target = self.table.target_epsg(self.placement.epsg)
        turned = east_north(xy, self.placement)
        there = possible(turned, self.placement.epsg)
        if target == self.placement.epsg:
            return turned, there
        moved, ok = self.table.places.moved(turned, self.placement.epsg, target)
        return moved, ok & there

    def locate(self, kept: Sorted, wkb) -> object:
        raise NotImplementedError

    def xy_of(self, located: object) -> np.ndarray:
        raise NotImplementedError

    def put(self, kept: Sorted, located: object) -> None:
        raise NotImplementedError


class PointRows(_PlacedRows):
    """Rows with a column for each coordinate."""

    def locate(self, kept: Sorted, _wkb) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return self.plan.intake.coordinates(kept.rows)

    def xy_of(self, located) -> np.ndarray:
        return located[0]

    def put(self, kept: Sorted, located) -> None:
        from ...analysis.records.placing import row_verdicts

        xy, blank, not_numbers = located
        codes = row_verdicts(xy, self.placement, self.candidates, blank=blank, not_numbers=not_numbers)
        moved, ok = self.to_table(xy)
        codes[(codes == "") & ~ok] = "coordinates_far"
        marks = self._filled(kept, codes, moved)
        good = np.flatnonzero(~codes.astype(bool))
        kept, rejected = _split(kept, codes)
        self.table.reject(self.plan, self.count, rejected)
        chosen = None if marks is None else [marks[i] for i in good.tolist()]
        self.table.write(self.plan, self.count, kept, point_wkb(moved[good]), chosen)

    def _filled(self, kept: Sorted, codes: np.ndarray, moved: np.ndarray) -> list[str] | None:
        """Coordinates found by address, where the file has none; their codes are cleared."""
        fill = self.table.fill
        if fill is None:
            return None
        marks = [FROM_FILE] * len(codes)
        rows = np.flatnonzero(np.isin(codes, FILLABLE))
        if len(rows):
            target = self.table.target_epsg(self.placement.epsg)
            places, found = fill.locate(self.plan, [kept.rows[i] for i in rows.tolist()], target)
            filled = rows[found]
            moved[filled], codes[filled] = places[found], ""
            self.count.filled += len(filled)
            for row in filled.tolist():
                marks[row] = BY_ADDRESS
        return marks


class ShapeRows(_PlacedRows):
    """Rows of a vector layer, with their own shapes."""

    def locate(self, kept: Sorted, wkb) -> tuple[list[bytes | None], np.ndarray]:
        shapes = [flat_shape(each, self.table.kind.shape) for each in wkb]
        xy = np.array([place or (np.nan, np.nan) for _shape, place in shapes], dtype=np.float64).reshape(-1, 2)
        return [shape for shape, _place in shapes], xy

    def xy_of(self, located) -> np.ndarray:
        return located[1]

    def put(self, kept: Sorted, located) -> None:
        from ...analysis.records.intake import Sorted
        from ...analysis.records.placing import east_north, row_verdicts

        shapes, xy = located
        table = self.table
        codes = row_verdicts(xy, self.placement, self.candidates)
        codes[codes == "coordinates_blank"] = "shape_missing"
        target = table.target_epsg(self.placement.epsg)
        far = codes == "coordinates_far"
        if table.places.known:  # the rest of a larger area: no mistake, only not asked for
            self.count.filtered += int(far.sum())
            codes[far] = "outside"
        elif far.any():
            codes[far] = ""
        codes[(codes == "") & ~possible(east_north(xy, self.placement), self.placement.epsg)] = "coordinates_far"
        good = np.flatnonzero(~codes.astype(bool)).tolist()
        rejected = [
            (kept.numbers[i], codes[i], kept.rows[i]) for i in range(len(codes)) if codes[i] and codes[i] != "outside"
        ]
        table.reject(self.plan, self.count, rejected)
        chosen = [shapes[i] for i in good]
        if self.placement.swapped or self.placement.scale != 1.0 or target != self.placement.epsg:
            chosen = self._moved(chosen, target)
        table.write(
            self.plan, self.count, Sorted([kept.numbers[i] for i in good], [kept.rows[i] for i in good], [], 0), chosen
        )

    def _moved(self, shapes: list[bytes], target: int) -> list[bytes]:
        from ...layers.coordinates import transform_wkb
        from ...layers.promote import scaled_shape

        placement = self.placement
        shapes = [scaled_shape(shape, placement.swapped, placement.scale) for shape in shapes]
        context = self.table.run.context.transformContext()
        return transform_wkb(shapes, crs_of(placement.epsg), crs_of(target), context)
