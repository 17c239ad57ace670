"""Suitability of places by several criteria, with reasons and the certainty of each rank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...layers.destinations import OutputField, OutputLayer
from ...layers.styling import VIRIDIS, Style, StyleClass, ramp
from ...texts import tr
from ..base import DistrictAlgorithm
from ..carry import carried_fields, geometry_of, short_number, table_rows
from ..parameters import Parameters, SourceType
from ..run import Run

if TYPE_CHECKING:
    import numpy as np

    from ...analysis.suitability.criteria import Criterion
    from ...analysis.suitability.score import SuitabilityResult
    from ...analysis.weights.ahp import PairwiseWeights
    from ...layers.sources import Table
    from ..carry import Shape

SCORED_BEFORE = ("score", "rank", "p_top", "reason")
MOST_LABELS = 30  # more rank numbers than this hide the map
OWN_FIELDS = (
    "score",
    "rank",
    "rank_low",
    "rank_high",
    "p_top",
    "grade",
    "rank_shift",
    "excluded",
    "missing",
    "place",
    "reason",
)


class SuitabilityScore(DistrictAlgorithm):
    """AHP, weighted sum or product, TOPSIS."""

    ID = "suitabilityscore"
    GROUP = "siting"

    def declare(self, add: Parameters) -> None:
        add.source("INPUT", [SourceType.VectorAnyGeometry])
        add.field("FIELDS", "INPUT", many=True, numeric=True, optional=True)
        add.table("CRITERIA")
        add.choice("METHOD", ["sum", "product", "topsis"], "sum")
        add.expression("EXCLUDE", "INPUT")
        add.integer("TOP", 10, 1, None)
        add.choice("PRESET", ["none", "noticeboard"], "none", advanced=True)
        add.text("PAIRWISE", lines=True, advanced=True)
        add.integer("DRAWS", 1000, 0, 100_000, advanced=True)
        add.number("CONCENTRATION", 50.0, 0.01, 1e6, advanced=True)
        add.text("GRADE_CUTS", "0.2,0.4,0.6,0.8", advanced=True)
        add.source("ZONES", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.field("ZONE_NAME_FIELD", "ZONES", optional=True, advanced=True)
        add.source("LANDMARKS", [SourceType.VectorAnyGeometry], optional=True, advanced=True)
        add.field("LANDMARK_NAME_FIELD", "LANDMARKS", optional=True, advanced=True)
        add.source("PLACES", [SourceType.VectorPoint], optional=True, advanced=True)
        add.source("SHIFTED", [SourceType.VectorAnyGeometry], optional=True, advanced=True)
        add.seed()
        add.analysis_crs()
        add.sink("OUTPUT", SourceType.VectorAnyGeometry)
        add.sink("CRITERIA_OUT", SourceType.Vector, optional=True, by_default=False, advanced=True)
        add.sink("PLACES_OUT", SourceType.VectorPoint, optional=True, by_default=False, advanced=True)
        add.rejected()
        add.report()
        for name in ("SCORED", "EXCLUDED_ROWS", "MISSING_ROWS", "BEST_SCORE", "TOP_STABILITY", "CONSISTENCY_RATIO"):
            add.output_number(name)
        for name in ("SHIFT_RHO", "SHIFT_TOP"):
            add.output_number(name)

    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        from ...layers.expressions import rule_problems, split_rules

        given = [name for name in ("FIELDS", "CRITERIA") if parameters.get(name) not in (None, "", [])]
        if not given and self.parameterAsEnumString(parameters, "PRESET", context) == "none":
            yield tr("Choose fields, give a criteria table, or choose packaged criteria.")
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is not None:
            names = [field.name() for field in source.fields()]
            # Not parameterAsExpression: it gives nothing at all for several lines, or for a mistake.
            rules = split_rules(self.parameterAsString(parameters, "EXCLUDE", context))
            for rule, kind, detail in rule_problems(rules, names):
                if kind == "syntax":
                    yield tr("Exclusion rule {rule}: {problem}").format(rule=rule, problem=detail)
                elif kind == "variable":
                    yield tr("Exclusion rule {rule}: there is no variable '@{name}'.").format(rule=rule, name=detail)
                else:
                    yield tr("Exclusion rule {rule}: there is no field '{field}'.").format(rule=rule, field=detail)
        if _cuts(self.parameterAsString(parameters, "GRADE_CUTS", context)) is None:
            yield tr("{parameter}: rising numbers between 0 and 1 are needed, such as 0.2,0.4,0.6,0.8.").format(
                parameter=self.page.entry("GRADE_CUTS").label
            )

    def execute(self, run: Run) -> None:
        from ..naming import place_names
        from .suitability_places import answer_places_asked
        from .suitability_report import describe

        run.step(tr("Reading the places"), 0.15)
        table = run.read("INPUT", None, "any")
        criteria, labels = self._criteria(run, table)
        pairwise = self._pairwise(run, criteria)
        run.step(tr("Applying the exclusion rules"), 0.25)
        excluded = self._excluded(run, table)
        run.step(tr("Scoring"), 0.6)
        result = self._score(run, table, criteria, pairwise, excluded, draws=run.integer("DRAWS"))
        run.step(tr("Naming the places"), 0.75)
        shape = geometry_of(table)
        places = place_names(run, shape.centers, table)
        reasons = reason_texts(result, table, labels)
        shifted = self._shifted(run, criteria, pairwise, result, shape)
        self._deliver(run, table, shape, result, places, reasons, shifted)
        self._deliver_criteria(run, result)
        answers = answer_places_asked(run, shape, result, labels) if run.given("PLACES") else []
        self._figures(run, result, pairwise, shifted)
        describe(run, result, pairwise, labels, places, reasons, answers)

    # ------------------------------------------------------------------ criteria and weights
    def _criteria(self, run: Run, table: Table) -> tuple[list[Criterion], dict[str, str]]:
        """The criteria and what to call them."""
        from ...analysis.suitability.criteria import default_criteria, parse_criteria
        from ..presets import preset_rows

        available = list(table.frame.columns)
        self._say_what_is_not_used(run)
        if run.given("CRITERIA"):
            rows = table_rows(run.read("CRITERIA", None, "none"))
        elif run.given("FIELDS"):
            return default_criteria(run.fields("FIELDS")), {}
        else:
            rows = preset_rows("criteria", run.choice("PRESET"))
        labels = {str(row.get("field") or "").lower(): str(row.get("label") or "") for row in rows}
        weighted = any(str(row.get("weight") or "").strip() for row in rows)
        criteria = parse_criteria(rows, available, weights_needed=weighted and not run.text("PAIRWISE"))
        return criteria, {c.field: labels[c.field.lower()] for c in criteria if labels.get(c.field.lower())}

    @staticmethod
    def _say_what_is_not_used(run: Run) -> None:
        """A criteria table goes before fields, fields before packaged criteria."""
        page = run.algorithm.page
        ways = [name for name in ("CRITERIA", "FIELDS") if run.given(name)]
        if run.choice("PRESET") != "none":
            ways.append("PRESET")
        for name in ways[1:]:
            run.warn(
                tr("{unused} was not used, because {used} was given.").format(
                    unused=page.entry(name).label, used=page.entry(ways[0]).label
                )
            )

    @staticmethod
    def _pairwise(run: Run, criteria: list[Criterion]) -> PairwiseWeights | None:
        from ...analysis.weights.ahp import pairwise_weights, parse_pairwise

        text = run.text("PAIRWISE")
        if not text:
            return None
        found = pairwise_weights(parse_pairwise(text, len(criteria)))
        for number, judgement in zip(found.inconsistent, found.revise):
            run.warn(
                tr(
                    "Expert {expert}: the consistency ratio {ratio:.2f} is above 0.10. Look first at {first} against "
                    "{second}: "
                    "given {given:.2g}, fitting {fitting:.2g}."
                ).format(
                    expert=number,
                    ratio=found.expert_ratios[number - 1],
                    first=criteria[judgement.row].field,
                    second=criteria[judgement.column].field,
                    given=judgement.given,
                    fitting=judgement.fitting,
                )
            )
        return found

    def _excluded(self, run: Run, table: Table) -> list[str]:
        from ...layers.expressions import first_true_rule, split_rules

        rules = split_rules(run.text("EXCLUDE"))
        if not rules:
            return [""] * len(table)
        return first_true_rule(rules, run.inputs["INPUT"], table, run.tick)

    @staticmethod
    def _score(run: Run, table: Table, criteria, pairwise, excluded, draws: int) -> SuitabilityResult:
        from ...analysis.suitability.score import score_places

        return score_places(
            {criterion.field: table.frame[criterion.field] for criterion in criteria},
            criteria,
            weights=pairwise.weights if pairwise else None,
            method=run.choice("METHOD"),
            excluded=excluded,
            top=run.integer("TOP"),
            draws=draws,
            seed=run.integer("SEED"),
            concentration=run.number("CONCENTRATION"),
            cuts=_cuts(run.text("GRADE_CUTS")),
            tick=run.tick,
        )

    # ------------------------------------------------------------------ names, shifted grid
    def _shifted(self, run: Run, criteria, pairwise, result: SuitabilityResult, shape: Shape):
        """Ranks on a shifted grid, when one is given."""
        if not run.given("SHIFTED"):
            return None
        import numpy as np

        from ...analysis.suitability.shift import shifted_rank_change

        other = run.read("SHIFTED", [criterion.field for criterion in criteria], "any")
        again = self._score(run, other, criteria, pairwise, [""] * len(other), draws=0)
        cell = float(np.sqrt(np.median(shape.areas))) if shape.areas is not None else _spacing(shape.centers)
        return shifted_rank_change(
            shape.centers, result.score, geometry_of(other).centers, again.score, cell, run.integer("TOP")
        )

    # ------------------------------------------------------------------ results
    def _deliver(self, run: Run, table: Table, shape: Shape, result, places, reasons, shifted) -> None:
        from ...analysis.zones.rules import unique_names

        contributions = unique_names([f"c_{name}" for name in result.names], OWN_FIELDS)
        # Scoring a scored layer anew replaces what the last scoring wrote; other fields of these names are the user's.
        again = set(SCORED_BEFORE) <= {name.lower() for name in table.frame.columns}
        kept = carried_fields(run, run.inputs["INPUT"], table, {*OWN_FIELDS, *contributions}, again=again)
        scored = result.scored
        drawn = scored if result.draws else scored & False
        fields = [
            *kept,
            OutputField("score", "real", _values(result.score, scored)),
            OutputField("rank", "int", _values(result.rank, scored)),
            OutputField("rank_low", "int", _values(result.rank_low, drawn)),
            OutputField("rank_high", "int", _values(result.rank_high, drawn)),
            OutputField("p_top", "real", _values(result.p_top, drawn)),
            OutputField("grade", "int", _values(result.grade, scored)),
        ]
        if shifted is not None:
            fields.append(OutputField("rank_shift", "int", _shifted_ranks(shifted)))
        names = unique_names(contributions, [field.name for field in kept] + list(OWN_FIELDS))
        fields += [
            OutputField(name, "real", _values(result.contributions[:, j], scored)) for j, name in enumerate(names)
        ]
        fields += [
            OutputField("place", "text", places),
            OutputField("reason", "text", reasons),
            OutputField("excluded", "text", [rule or None for rule in result.excluded]),
            OutputField("missing", "text", [", ".join(gone) or None for gone in result.missing]),
        ]
        run.deliver("OUTPUT", OutputLayer(fields, shape.wkb, shape.wkb_type, table.crs, self._style(result, names)))

    def _style(self, result: SuitabilityResult, contribution_names: list[str]) -> Style:
        grades = len(result.cuts) + 1
        bounds = (1.0, *reversed(result.cuts), 0.0)
        colors = ramp(tuple(reversed(VIRIDIS)), grades)[::-1]
        classes = [
            StyleClass(
                tr("Grade {grade} ({low:g} to {high:g})").format(grade=i + 1, low=bounds[i + 1], high=bounds[i]),
                colors[i],
                value=i + 1,
            )
            for i in range(grades)
        ]
        classes.append(StyleClass(tr("Not scored or excluded"), "#d9d9d9", value=""))
        label = self.page.field_label("c_*")
        aliases = {name: label.replace("*", field) for name, field in zip(contribution_names, result.names)}
        return Style(
            kind="categorized",
            field="grade",
            classes=tuple(classes),
            outline_width=0.0,
            label=f'CASE WHEN "rank" <= {result.top} THEN "rank" END' if result.top <= MOST_LABELS else "",
            display='"place"',
            map_tip='<b>[% "place" %]</b><br>[% "rank" %] · [% round("score", 3) %]<br>[% "reason" %]',
            aliases=aliases,
        )

    @staticmethod
    def _deliver_criteria(run: Run, result: SuitabilityResult) -> None:
        from ...analysis.suitability.criteria import COLUMNS, rows

        filled = rows(result.filled)
        kinds = {"weight": "real", "low": "real", "high": "real"}
        fields = [OutputField(name, kinds.get(name, "text"), [row[name] for row in filled]) for name in COLUMNS]
        run.deliver("CRITERIA_OUT", OutputLayer(fields))

    @staticmethod
    def _figures(run: Run, result: SuitabilityResult, pairwise: PairwiseWeights | None, shifted) -> None:
        best = result.order[: result.top]
        run.figure("SCORED", result.counts["scored"])
        run.figure("EXCLUDED_ROWS", result.counts["excluded"])
        run.figure("MISSING_ROWS", result.counts["missing"])
        run.figure("BEST_SCORE", float(result.score[best[0]]))
        if result.draws:
            run.figure("TOP_STABILITY", float(result.p_top[best].mean()))
        if pairwise is not None:
            run.figure("CONSISTENCY_RATIO", pairwise.consistency_ratio)
        if shifted is not None:
            run.figure("SHIFT_RHO", shifted.rho)
            run.figure("SHIFT_TOP", shifted.top_kept)


def reason_texts(result: SuitabilityResult, table: Table, labels: dict[str, str]) -> list[str]:
    """One sentence per place: the three largest contributions with the values behind them."""
    from ...analysis.suitability.score import top_contributions

    positions, amounts = top_contributions(result)
    columns = [table.texts(name) for name in result.names]
    names = [labels.get(name, name) for name in result.names]
    sentences = []
    for row in range(len(table)):
        if result.excluded[row]:
            sentences.append(tr("Excluded by the rule {rule}").format(rule=result.excluded[row]))
        elif result.missing[row]:
            sentences.append(tr("No score: no value for {fields}").format(fields=", ".join(result.missing[row])))
        else:
            parts = [
                f"{names[j]} {short_number(columns[j][row])} ({amount:+.2f})"
                for j, amount in zip(positions[row], amounts[row])
            ]
            sentences.append(tr("Mostly because of {parts}").format(parts=", ".join(parts)))
    return sentences


def _values(array: np.ndarray, keep: np.ndarray) -> list:
    return [value if kept else None for value, kept in zip(array.tolist(), keep)]


def _shifted_ranks(shifted) -> list:
    import numpy as np

    from ...analysis.weights.ranking import competition_rank

    has = np.isfinite(shifted.percentile) & np.isfinite(shifted.percentile_shifted)
    ranks = np.zeros(len(has), dtype=np.int64)
    ranks[has] = competition_rank(np.round(shifted.percentile_shifted[has], 12))
    return _values(ranks, has)


def _spacing(centers: np.ndarray) -> float:
    """Usual distance between neighboring points, as the cell size of points that stand for cells."""
    import numpy as np
    from scipy.spatial import cKDTree

    if len(centers) < 2:
        return 1.0
    return float(np.median(cKDTree(centers).query(centers, k=2)[0][:, 1]))


def _cuts(text: str) -> tuple[float, ...] | None:
    try:
        cuts = tuple(float(part) for part in text.replace(";", ",").split(",") if part.strip())
    except ValueError:
        return None
    rising = all(low < high for low, high in zip(cuts, cuts[1:]))
    return cuts if cuts and rising and 0 < cuts[0] and cuts[-1] < 1 else None
