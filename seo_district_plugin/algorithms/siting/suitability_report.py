"""What the report of a suitability run says: the best places and why, how sure that is, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...texts import tr
from ..run import Run

if TYPE_CHECKING:
    from ...analysis.suitability.score import SuitabilityResult
    from ...analysis.weights.ahp import PairwiseWeights

SHOWN = 20  # rows of the table of best places


def describe(
    run: Run,
    result: SuitabilityResult,
    pairwise: PairwiseWeights | None,
    labels: dict[str, str],
    places: list[str],
    reasons: list[str],
    answers: list[tuple[str, str]],
) -> None:
    """Fill summary, sections, method, citations and limits of the run."""
    best = result.order[0]
    run.summary = tr(
        "{scored:,} places were scored by {criteria} criteria. The most suitable is {place} with a score of "
        "{score:.3f}."
    ).format(scored=result.counts["scored"], criteria=len(result.names), place=places[best], score=result.score[best])
    if not run.wanted("REPORT"):
        return
    run.sections = [
        _best_section(result, places, reasons),
        _criteria_section(run, result, pairwise, labels),
        _distribution_section(result),
    ]
    if answers:
        run.sections.append(_answers_section(answers))
    _method(run, result, pairwise)
    _limits(run, result)


def _best_section(result: SuitabilityResult, places: list[str], reasons: list[str]):
    from ...reports.figures import rank_intervals
    from ...reports.report import Plot, Section, TableView

    shown = result.order[: min(SHOWN, max(result.top, 10))]
    rows = []
    for i in shown:
        sure = []
        if result.draws:
            sure = [
                tr("{low} to {high}").format(low=result.rank_low[i], high=result.rank_high[i]),
                float(result.p_top[i]),
            ]
        rows.append([int(result.rank[i]), places[i], float(result.score[i]), *sure, reasons[i]])
    columns = [
        tr("Rank"),
        tr("Place"),
        tr("Score"),
        *(
            [tr("Rank interval"), tr("Probability of being among the best {top}").format(top=result.top)]
            if result.draws
            else []
        ),
        tr("Reason"),
    ]
    plots = []
    if result.draws:
        plots.append(
            Plot(
                tr("How sure the ranks are"),
                rank_intervals(
                    [f"{result.rank[i]}. {places[i]}" for i in shown],
                    [int(result.rank[i]) for i in shown],
                    [int(result.rank_low[i]) for i in shown],
                    [int(result.rank_high[i]) for i in shown],
                    x_title=tr("Rank"),
                ),
                tr(
                    "Dot: rank under the given weights. Line: 5 to 95 % of the ranks when the weights are drawn "
                    "{draws:,} times."
                ).format(draws=result.draws),
            )
        )
    return Section(
        tr("The best places, and why"),
        [],
        plots,
        [
            TableView(
                tr("Best places"),
                columns,
                rows,
                tr("Reason: the three largest contributions with the value behind each."),
            )
        ],
    )


def _criteria_section(run: Run, result: SuitabilityResult, pairwise: PairwiseWeights | None, labels: dict[str, str]):
    from ...reports.figures import horizontal_bars
    from ...reports.report import Plot, Section, TableView

    names = [labels.get(name, name) for name in result.names]
    text = []
    if pairwise is not None:
        ratios = ", ".join(f"{ratio:.3f}" for ratio in pairwise.expert_ratios)
        text.append(
            tr(
                "Weights from pairwise comparisons of {experts} expert(s); consistency ratios: {ratios}; combined: "
                "{combined:.3f}."
            ).format(experts=len(pairwise.expert_ratios), ratios=ratios, combined=pairwise.consistency_ratio)
        )
    elif len(set(result.weights.round(12))) == 1 and not run.given("CRITERIA"):
        text.append(
            tr("All weights are equal: nobody has said otherwise. Give a criteria table or comparisons to change them.")
        )
    rows = [
        [
            name,
            float(weight),
            direction_word(criterion.direction),
            transform_word(criterion.transform),
            "" if criterion.low is None else float(criterion.low),
            "" if criterion.high is None else float(criterion.high),
            int(result.missing_by_criterion[criterion.field]),
        ]
        for name, weight, criterion in zip(names, result.weights, result.criteria)
    ]
    columns = [
        tr("Criterion"),
        tr("Weight"),
        tr("Direction"),
        tr("Transform"),
        tr("Low"),
        tr("High"),
        tr("Without value"),
    ]
    return Section(
        tr("Criteria and weights: please confirm"),
        text,
        [Plot(tr("Weights"), horizontal_bars(names, result.weights.tolist(), x_title=tr("Weight")), "")],
        [TableView(tr("Criteria as used"), columns, rows, "")],
    )


def _distribution_section(result: SuitabilityResult):
    from ...reports.figures import histogram
    from ...reports.report import Plot, Section, TableView

    scores = result.score[result.scored]
    counts = [
        [tr("Grade {grade}").format(grade=g), int((result.grade == g).sum())] for g in range(1, len(result.cuts) + 2)
    ]
    counts.append([tr("Excluded"), result.counts["excluded"]])
    counts.append([tr("Without a value"), result.counts["missing"]])
    rules = [[rule, count] for rule, count in result.excluded_by_rule.items()]
    tables = [TableView(tr("Places by grade"), [tr("Grade"), tr("Places")], counts, "")]
    if rules:
        tables.append(TableView(tr("Places excluded by rule"), [tr("Rule"), tr("Places")], rules, ""))
    plot = Plot(
        tr("Scores"),
        histogram(scores, x_title=tr("Score"), y_title=tr("Places"), marks=[(cut, f"{cut:g}") for cut in result.cuts]),
        tr("Vertical lines: limits of the grades."),
    )
    return Section(tr("All places"), [], [plot], tables)


def _answers_section(answers: list[tuple[str, str]]):
    from ...reports.report import Section, TableView

    rows = [[name, text] for name, text in answers]
    return Section(
        tr("Why not here?"), [], [], [TableView(tr("Places asked about"), [tr("Place"), tr("Answer")], rows, "")]
    )


def _method(run: Run, result: SuitabilityResult, pairwise: PairwiseWeights | None) -> None:
    sentences = {
        "sum": tr(
            "Weighted sum: the score is the sum of weight times transformed value; the contributions add up to it."
        ),
        "product": tr(
            "Weighted product: transformed values (at least 0.01) to the power of their weights, multiplied."
        ),
        "topsis": tr("TOPSIS: distance to the worst point divided by the distances to the worst and the ideal point."),
    }
    run.method.append(sentences[result.method])
    run.method.append(
        tr("Transforms, ranks and means look at the scored places only; places with equal scores share a rank.")
    )
    if result.draws:
        run.method.append(
            tr(
                "Rank intervals: {draws:,} draws of the weights from a Dirichlet distribution around the given ones "
                "(concentration {concentration:g}, seed {seed})."
            ).format(draws=result.draws, concentration=result.concentration, seed=result.seed)
        )
    if pairwise is not None:
        run.citations += [
            "Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill.",
            "Aczel, J. & Saaty, T. L. (1983). Procedures for synthesizing ratio judgements. Journal of Mathematical "
            "Psychology 27, 93-102.",
        ]
    if result.method == "topsis":
        run.citations.append("Hwang, C.-L. & Yoon, K. (1981). Multiple Attribute Decision Making. Springer.")
    run.citations.append(
        "Malczewski, J. & Rinner, C. (2015). Multicriteria Decision Analysis in Geographic Information Science. "
        "Springer."
    )


def _limits(run: Run, result: SuitabilityResult) -> None:
    from ..messages import note_text

    run.limits.append(
        tr(
            "The score is an index that orders places under the stated criteria. It is no probability and no number "
            "of people."
        )
    )
    run.limits.append(
        tr("Weights are judgements. The rank interval shows what follows if they are somewhat different.")
    )
    run.limits.append(tr("What is not among the criteria (ownership, permits, law) is not judged here."))
    run.limits.append(
        tr(
            "Neighboring places share most of their surroundings, so the best ones lie together: read them as areas, "
            "not as a set of sites."
        )
    )
    for note in result.notes:
        text = note_text(note)
        run.limits.append(text)
        run.info(text)


def direction_word(direction: str) -> str:
    """More or less is better, in the user's language."""
    return tr("more is better") if direction == "benefit" else tr("less is better")


def transform_word(transform: str) -> str:
    """A transform in the user's language, with the word that the criteria table uses."""
    words = {
        "percentile": tr("percentile rank"),
        "linear": tr("straight line"),
        "piecewise": tr("line through points"),
        "gaussian": tr("bell curve around the best value"),
        "categories": tr("value of each category"),
        "vector": tr("divided by the vector length"),
    }
    return f"{words[transform]} ({transform})"
