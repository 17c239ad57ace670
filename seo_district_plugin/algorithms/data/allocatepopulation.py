"""People of zones to the buildings or cells in them: dasymetric allocation with every total kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...layers.destinations import OutputField, OutputLayer
from ...texts import tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run
from .allocatepopulation_words import EACH

if TYPE_CHECKING:
    from ...analysis.population.allocate import Allocation
    from ...analysis.population.zonecounts import ZoneCounts
    from .allocatepopulation_inputs import People, Targets

"""Words in place of age groups: every column of counts is a group of its own."""


class AllocatePopulation(DistrictAlgorithm):
    """Counts of dong, tracts or coarse cells, spread by floor area, households or area."""

    ID = "allocatepopulation"
    GROUP = "data"

    def declare(self, add: Parameters) -> None:
        add.source("ZONES", [SourceType.VectorPolygon])
        add.field("ZONE_FIELD", "ZONES", optional=True)
        add.table("COUNTS")
        add.text("GROUPS")
        add.source("TARGETS", [SourceType.VectorPolygon, SourceType.VectorPoint])
        add.field("WEIGHT_FIELD", "TARGETS", numeric=True, optional=True)
        add.expression("RESIDENTIAL", "TARGETS", advanced=True)
        add.choice("LEVEL", ["auto", "building", "cell"], "auto", advanced=True)
        add.choice("SPLIT", ["area", "point"], "area", advanced=True)
        add.choice("FALLBACK", ["area", "none"], "area", advanced=True)
        add.field("TARGET_ID_FIELD", "TARGETS", optional=True, advanced=True)
        add.field("CODE_FIELD", "COUNTS", optional=True, advanced=True)
        add.text("COUNT_FIELDS", advanced=True)
        add.field("ITEM_FIELD", "COUNTS", optional=True, advanced=True)
        add.field("VALUE_FIELD", "COUNTS", optional=True, advanced=True)
        add.choice("MASKED", ["marked", "all", "none"], "marked", advanced=True)
        add.text("MASKED_RANGE", "1-4", optional=False, advanced=True)
        add.table("SHARES", advanced=True)
        add.source("FINER", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.field("FINER_FIELD", "FINER", optional=True, advanced=True)
        add.flag("INTEGER", False, advanced=True)
        add.seed()
        add.analysis_crs()
        add.sink("OUTPUT", SourceType.VectorAnyGeometry)
        add.sink("UNALLOCATED", SourceType.Vector, optional=True, by_default=False, advanced=True)
        add.rejected()
        add.report()
        for name in ("TARGET_ROWS", "POPULATION", "ALLOCATED", "UNALLOCATED_PEOPLE", "MASKED_CELLS"):
            add.output_number(name)
        for name in ("ERROR_SHARE", "ERROR_SHARE_AREA"):
            add.output_number(name)

    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        from .allocatepopulation_checks import column_problems, rule_sentences

        if masked_range(self.parameterAsString(parameters, "MASKED_RANGE", context)) is None:
            yield tr("{parameter}: least and most of a hidden count are needed, such as 1-4.").format(
                parameter=self.page.entry("MASKED_RANGE").label
            )
        yield from column_problems(self, parameters, context)
        yield from rule_sentences(self, parameters, context)

    def execute(self, run: Run) -> None:
        from ...analysis.population.allocate import allocate
        from .allocatepopulation_inputs import read_people, read_targets, read_zones
        from .allocatepopulation_places import compare_with_finer, pairs_of
        from .allocatepopulation_report import describe

        run.step(tr("Reading the zones"), 0.1)
        zones = read_zones(run)
        run.step(tr("Reading the counts"), 0.2)
        people = read_people(run, zones, self._settings(run))
        run.step(tr("Reading the targets"), 0.3)
        targets = read_targets(run)
        run.step(tr("Finding the targets of each zone"), 0.6)
        pairs = pairs_of(run, zones, people, targets)
        run.step(tr("Allocating the people"), 0.75)
        counts = people.counts
        found = allocate(
            counts.counts, pairs, len(targets), low=counts.low, high=counts.high,
            fallback=run.choice("FALLBACK") == "area", whole=run.flag("INTEGER"), places=targets.centers,
            seed=run.integer("SEED"), tick=run.tick,
        )  # fmt: skip
        run.step(tr("Comparing with finer totals"), 0.9)
        compared = compare_with_finer(run, zones, people, targets, found) if run.given("FINER") else None
        self._deliver(run, people, targets, found)
        self._figures(run, people, targets, found)
        if compared is not None:
            run.figure("ERROR_SHARE", compared.own.share)
            run.figure("ERROR_SHARE_AREA", compared.by_area.share)
        describe(run, people, targets, found, compared)

    def _settings(self, run: Run):
        """How the cells of the counts are to be understood."""
        from ...analysis.population.ages import parse_groups
        from ...analysis.population.regroup import single_year_shares
        from ...analysis.population.zonecounts import Settings
        from ...layers.expressions import python_values

        text = run.text("GROUPS")
        shares = None
        if run.given("SHARES"):
            table = run.read("SHARES", None, "none")
            names = list(table.frame.columns)
            shares = single_year_shares(names, list(zip(*(python_values(table, name) for name in names))))
        return Settings(
            groups=parse_groups(text) if text and text.lower() not in EACH else None,
            each=text.lower() in EACH,
            marks_hide=run.choice("MASKED") != "none",
            blanks_hide=run.choice("MASKED") == "all",
            bounds=masked_range(run.text("MASKED_RANGE")) or (1.0, 4.0),
            shares=shares,
            whole=run.flag("INTEGER"),
        )

    def _deliver(self, run: Run, people: People, targets: Targets, found: Allocation) -> None:
        import numpy as np

        from .allocatepopulation_report import asked_only, basis_words, people_style, unallocated_rows

        kind = "int" if run.flag("INTEGER") else "real"
        total = found.people.sum(axis=1)

        def column(values) -> list:
            return np.rint(values).astype(np.int64).tolist() if kind == "int" else values.tolist()

        codes, words = people.match.codes, basis_words(targets)
        fields = [OutputField("id", targets.id_kind, targets.ids)]
        if targets.code is not None:
            fields.append(OutputField(*targets.code))
        fields += [
            OutputField("zone", "text", [codes[zone] if zone >= 0 else None for zone in found.zone]),
        ]
        for at, group in enumerate(people.counts.groups):
            if group.field:
                alias = tr("People: {group}").format(group=group.text)
                fields.append(OutputField(group.field, kind, column(found.people[:, at]), alias))
        fields += [
            OutputField("pop", kind, column(total), asked_only(run)),
            OutputField("pop_low", kind, column(found.low)),
            OutputField("pop_high", kind, column(found.high)),
            OutputField("share", "real", found.share.tolist()),
            OutputField("zones", "int", found.zones.tolist()),
            OutputField("basis", "text", [words[basis] for basis in found.basis.tolist()]),
            OutputField("internal", "int", [int(targets.building)] * len(targets)),
        ]
        style = people_style(total, targets.building)
        run.deliver("OUTPUT", OutputLayer(fields, targets.wkb, targets.wkb_type, targets.crs, style))
        rows = unallocated_rows(people, found)
        run.deliver(
            "UNALLOCATED",
            OutputLayer(
                [
                    OutputField("zone", "text", [row[0] for row in rows]),
                    OutputField("age", "text", [row[1] or None for row in rows]),
                    OutputField("people", "real", [row[2] for row in rows]),
                    OutputField("reason", "text", [row[3] for row in rows]),
                ]
            ),
        )

    @staticmethod
    def _figures(run: Run, people: People, targets: Targets, found: Allocation) -> None:
        counts: ZoneCounts = people.counts
        outside = sum(float(row.sum()) for _, row in counts.orphans)
        left = outside + sum(entry.people for entry in found.unallocated)
        run.figure("TARGET_ROWS", len(targets))
        run.figure("POPULATION", float(counts.counts.sum()) + outside)
        run.figure("ALLOCATED", float(found.allocated.sum()))
        run.figure("UNALLOCATED_PEOPLE", left)
        run.figure("MASKED_CELLS", counts.hidden)


def masked_range(text: str) -> tuple[float, float] | None:
    """Least and most of a hidden count from ``1-4``; None when the text says nothing of the kind."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*[-~,]\s*(\d+(?:\.\d+)?)\s*", text)
    if not found:
        return None
    low, high = float(found[1]), float(found[2])
    return (low, high) if low <= high else None
