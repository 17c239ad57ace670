"""Several registers of businesses to one layer of businesses, with the doubtful pairs on the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...texts import PACKAGE, tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run
from .mergeregisters_inputs import FIELD_ROLES, VERDICT_FIELDS, field_problems

if TYPE_CHECKING:
    from ...analysis.records.linking.merging import Merged
    from ...analysis.records.linking.words import Words
    from .mergeregisters_inputs import Register

FOLDERS = {"korean": "kr", "generic": "generic"}
"""Profile -> its folder of the resources."""


class MergeRegisters(DistrictAlgorithm):
    """Entities, links of every source row, pairs to review, an estimate of precision and recall."""

    ID = "mergeregisters"
    GROUP = "data"
    MEASURES = False  # registers may be tables; then nothing is measured
    PICTURE = "MERGED"

    def declare(self, add: Parameters) -> None:
        add.layers("LAYERS", SourceType.Vector)
        add.table("REVIEWED")
        add.number("THRESHOLD", 0.9, 0.5, 1.0)
        add.choice("PROFILE", ["korean", "generic"], "korean")
        add.distance("MAX_DISTANCE", 0.0, advanced=True)
        add.number("REVIEW_FROM", 0.5, 0.01, 1.0, advanced=True)
        add.integer("REVIEW_LIMIT", 5000, 1, None, advanced=True)
        add.text("WITHIN", advanced=True)
        add.table("LABELS", advanced=True)
        for name in FIELD_ROLES:
            add.text(name, advanced=True)
        add.text("ID_FIELD", advanced=True)
        add.text("COMPARE_FIELDS", advanced=True)
        add.seed()
        add.analysis_crs()
        add.sink("MERGED", SourceType.VectorPoint)
        add.sink("LINKS", SourceType.Vector, optional=True)
        add.sink("REVIEW", SourceType.VectorLine, optional=True)
        add.sink("UNLOCATED", SourceType.Vector, optional=True, advanced=True)
        add.rejected()
        add.report()
        for name in ("ROWS", "ENTITIES", "DUPLICATES", "LINKED_ROWS", "REVIEW_PAIRS", "UNLOCATED_ENTITIES",
                     "PRECISION", "PRECISION_LOW", "PRECISION_HIGH", "RECALL", "RECALL_LOW", "RECALL_HIGH",
                     "PAIRS", "REDUCTION", "COMPLETENESS"):  # fmt: skip
            add.output_number(name)

    # ------------------------------------------------------------------ checks
    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        yield from field_problems(self, parameters, context)
        low = self.parameterAsDouble(parameters, "REVIEW_FROM", context)
        high = self.parameterAsDouble(parameters, "THRESHOLD", context)
        if low > high:
            yield tr("{low} ({low_value:g}) must not be above {high} ({high_value:g}).").format(
                low=self.page.entry("REVIEW_FROM").label,
                low_value=low,
                high=self.page.entry("THRESHOLD").label,
                high_value=high,
            )
        yield from self._within_problems(parameters, context)
        for name in ("REVIEWED", "LABELS"):
            source = self.parameterAsSource(parameters, name, context) if parameters.get(name) else None
            known = [item.name() for item in source.fields()] if source is not None else list(VERDICT_FIELDS)
            missing = [field for field in VERDICT_FIELDS if field not in known]
            if missing:
                yield tr(
                    "{parameter}: the table '{layer}' has no field {missing}. The fields {needed} are needed, as the "
                    "layer of pairs to review has them."
                ).format(
                    parameter=self.page.entry(name).label,
                    layer=source.sourceName(),
                    missing=", ".join(missing),
                    needed=", ".join(VERDICT_FIELDS),
                )

    def _within_problems(self, parameters: dict, context) -> Iterator[str]:
        from .layer_names import named_titles

        layers = self.parameterAsLayerList(parameters, "LAYERS", context) or []
        known = named_titles([layer.name() for layer in layers])
        for word in _words(self.parameterAsString(parameters, "WITHIN", context)):
            if word != "*" and word not in known:
                yield tr("{parameter}: there is no register '{word}'. There are: {known}.").format(
                    parameter=self.page.entry("WITHIN").label, word=word, known=", ".join(known)
                )

    # ------------------------------------------------------------------ run
    def execute(self, run: Run) -> None:
        from ...analysis.records.linking.merging import MergeOptions, merge
        from .mergeregisters_inputs import read_registers
        from .mergeregisters_outputs import deliver
        from .mergeregisters_report import describe
        from .mergeregisters_verdicts import verdicts

        run.step(tr("Reading the registers"), 0.15)
        registers, records = read_registers(run)
        reviewed = verdicts(run, "REVIEWED", registers, records)
        labels = verdicts(run, "LABELS", registers, records)
        options = MergeOptions(
            threshold=run.number("THRESHOLD"),
            review_from=run.number("REVIEW_FROM"),
            max_distance=run.number("MAX_DISTANCE"),
            within=tuple(_words(run.text("WITHIN"))),
            review_limit=run.integer("REVIEW_LIMIT"),
            seed=run.integer("SEED"),
        )
        run.step(tr("Comparing and merging {rows:,} rows").format(rows=len(records)), 0.75)
        merged = merge(
            records, linking_words(records.profile), options, labels=labels, reviewed=reviewed, tick=run.tick
        )
        run.step(tr("Preparing the results"), 0.8)
        deliver(run, registers, records, merged)
        self._figures(run, registers, merged)
        describe(run, registers, merged)

    def _figures(self, run: Run, registers: list[Register], merged: Merged) -> None:
        links, entities, quality = merged.links, merged.entities, merged.quality
        located = int(entities["x"].notna().sum())
        run.figure("ROWS", sum(one.rows for one in registers))
        run.figure("ENTITIES", len(entities))
        run.figure("DUPLICATES", len(links) - len(entities))
        run.figure("LINKED_ROWS", int((entities["n_sources"].to_numpy()[links["entity_id"].to_numpy() - 1] > 1).sum()))
        run.figure("REVIEW_PAIRS", len(merged.review))
        run.figure("UNLOCATED_ENTITIES", len(entities) - located)
        for name, value in (
            ("PRECISION", quality.precision),
            ("PRECISION_LOW", quality.precision_low),
            ("PRECISION_HIGH", quality.precision_high),
            ("RECALL", quality.recall),
            ("RECALL_LOW", quality.recall_low),
            ("RECALL_HIGH", quality.recall_high),
            ("PAIRS", merged.blocking.pairs),
            ("REDUCTION", merged.blocking.reduction),
            ("COMPLETENESS", quality.completeness),
        ):
            run.figure(name, value)


def linking_words(language: str) -> Words:
    """Words of the profile by which names are read: company forms, branch words, industries."""
    from ...analysis.records.linking.words import read_words

    return read_words(PACKAGE / "resources" / "profiles" / FOLDERS[language] / "linking.json")


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]
