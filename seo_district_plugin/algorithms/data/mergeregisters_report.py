"""What the report of a merge says: the accounting first, then how good it is, and why pairs were joined."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from .mergeregisters_inputs import columns_told
from .mergeregisters_report_words import basis_word, field_word, key_word, level_word, note_text, report_method

if TYPE_CHECKING:
    from ...analysis.records.linking.merging import Merged
    from ...reports.report import Section, TableView
    from ..run import Run
    from .mergeregisters_inputs import Register

EXAMPLES = 4
"""Pairs whose weights are shown step by step."""
SHOWN_LEVELS = 60


def describe(run: Run, registers: list[Register], merged: Merged) -> None:
    """Fill summary, sections, method and limits."""
    quality = merged.quality
    run.summary = tr(
        "{rows:,} rows of {registers} registers are {entities:,} businesses. Of the links made, an estimated "
        "{precision:.1%} are right ({low:.1%} to {high:.1%}), and {recall:.1%} of all true links were found "
        "({recall_low:.1%} to {recall_high:.1%}). {review:,} pairs are in doubt and wait for a person's decision."
    ).format(
        rows=len(merged.links),
        registers=len(registers),
        entities=len(merged.entities),
        precision=quality.precision,
        low=quality.precision_low,
        high=quality.precision_high,
        recall=quality.recall,
        recall_low=quality.recall_low,
        recall_high=quality.recall_high,
        review=len(merged.review),
    )
    run.info(run.summary)
    notes = [note_text(code, values) for code, values in merged.notes]
    for text in notes:
        run.warn(text)
    if not run.wanted("REPORT"):
        return
    run.sections = [
        _accounting(run, registers, merged),
        _quality(merged, notes),
        _blocking(merged),
        _scores(run, merged),
        _weights(merged),
        *_examples(merged),
        *_successions(merged),
    ]
    report_method(run, merged)


def _accounting(run: Run, registers: list[Register], merged: Merged) -> Section:
    """Rows of each register, that none was lost, and which of its columns were read."""
    from ...reports.report import Section, TableView

    table = merged.accounting
    counted = ("rows", "located", "open", "distinct", "single", "linked", "review", "successor")
    columns = [tr("Register"), tr("Rows read"), tr("Located"), tr("In business"), tr("Distinct businesses"),
               tr("Alone"), tr("Merged"), tr("In doubt"), tr("Successors")]  # fmt: skip
    rows = [[line["register"], *(int(line[name]) for name in counted)] for _, line in table.iterrows()]
    totals = {name: int(table[name].sum()) for name in counted}
    rows.append([tr("Sum"), *(totals[name] for name in counted)])
    states = totals["single"] + totals["linked"] + totals["review"] + totals["successor"]
    holds = states == totals["rows"] == len(merged.links)
    sentence = (
        tr("Every row is counted once: {rows:,} read = {single:,} alone + {linked:,} merged + {review:,} in doubt + "
           "{successor:,} successors.")
        if holds
        else tr("The sums do not agree: {rows:,} read, but {single:,} alone + {linked:,} merged + {review:,} in doubt "
                "+ {successor:,} successors. Do not use this result.")
    ).format(**totals)  # fmt: skip
    note = tr(
        "Distinct businesses: how many of the merged businesses have a row in the register; their sum is larger than "
        "{entities:,}, because a business may stand in several registers."
    ).format(entities=len(merged.entities))
    tables = [TableView(tr("Registers"), columns, rows, note), _columns_used(run, registers)]
    return Section(tr("Where every row went"), [sentence], [], tables)


def _columns_used(run: Run, registers: list[Register]) -> TableView:
    """What each register was compared by: a wrong guess is seen here."""
    from ...reports.report import TableView

    rows = []
    for register in registers:
        remarks = []
        if "name" not in register.roles:
            remarks.append(tr("No column with names: every row stays by itself."))
        if register.unread_dates:
            remarks.append(tr("{count:,} dates could not be read.").format(count=register.unread_dates))
        rows.append([register.name, columns_told(run, register) or "-", " ".join(remarks) or "-"])
    columns = [tr("Register"), tr("Columns that were used"), tr("Remarks")]
    note = tr("If a column is wrong or missing, name the right one under advanced parameters and run again.")
    return TableView(tr("What the rows were compared by"), columns, rows, note)


def _quality(merged: Merged, notes: list[str]) -> Section:
    from ...reports.report import Column, Section, TableView

    quality = merged.quality
    columns = [tr("Measure"), Column(tr("Estimate"), "", 3), Column(tr("Low"), "", 3), Column(tr("High"), "", 3)]
    rows = [
        [tr("Precision: share of the links made that are right"), quality.precision, quality.precision_low,
         quality.precision_high],
        [tr("Recall: share of all true links that were made"), quality.recall, quality.recall_low,
         quality.recall_high],
        [tr("Completeness: share of all true links among the pairs compared"), quality.completeness,
         quality.completeness_low, quality.completeness_high],
    ]  # fmt: skip
    texts = [basis_word(quality.basis), *notes]
    return Section(
        tr("How good the merge is"), texts, [], [TableView(tr("Estimates with 95 % intervals"), columns, rows)]
    )


def _blocking(merged: Merged) -> Section:
    from ...analysis.records.linking.pairing import SIZE_ENDS
    from ...reports import figures
    from ...reports.report import Plot, Section, TableView

    report = merged.blocking
    count = len(merged.links)
    text = tr(
        "Of {all:,} possible pairs {pairs:,} were compared (reduction {reduction:.6f}). A pair is compared when at "
        "least one of these keys brings it together."
    ).format(all=count * (count - 1) // 2, pairs=report.pairs, reduction=report.reduction)
    columns = [tr("Key"), tr("Rows with it"), tr("Pairs"), tr("Only by this key"), tr("Blocks"), tr("Largest block"),
               tr("Blocks divided"), tr("Pairs left out")]  # fmt: skip
    rows = [
        [key_word(key.rule), key.rows, key.pairs, key.alone, key.blocks, key.largest, key.split, key.cut]
        for key in report.rules
    ]
    ends = [f"{low + 1:,}-{high:,}" if high > low + 1 else f"{high:,}" for low, high in pairwise((1, *SIZE_ENDS))]
    sizes = figures.horizontal_bars(
        [*ends, tr("more than {size:,}").format(size=SIZE_ENDS[-1])], np.array(report.sizes), x_title=tr("blocks")
    )
    plots = [Plot(tr("Sizes of the blocks (rows)"), sizes)] if any(report.sizes) else []
    note = tr("Large blocks are divided by further keys instead of being dropped; pairs left out of them are counted.")
    return Section(tr("Which pairs were compared"), [text], plots, [TableView(tr("Keys"), columns, rows, note)])


def _scores(run: Run, merged: Merged) -> Section:
    from ...reports import figures
    from ...reports.report import Plot, Section

    scores = merged.scores
    centers = (scores["low"].to_numpy() + scores["high"].to_numpy()) / 2
    curve = figures.line_curve(
        {
            tr("pairs compared"): (centers, np.log10(np.maximum(scores["pairs"].to_numpy(), 0.5))),
            tr("of these joined"): (centers, np.log10(np.maximum(scores["linked"].to_numpy(), 0.5))),
        },
        x_title=tr("match weight (log2 of the odds)"),
        y_title=tr("pairs (log10)"),
    )
    text = tr(
        "A good merge has two hills with a valley between them: pairs that differ on the left, pairs that agree on the "
        "right. Pairs in the valley are in doubt; joined is what has a probability of {threshold:g} or more."
    ).format(threshold=run.number("THRESHOLD"))
    return Section(tr("How the pairs score"), [text], [Plot(tr("Match weights"), curve)], [])


def _weights(merged: Merged) -> Section:
    from ...reports import figures
    from ...reports.report import Column, Plot, Section, TableView

    told = merged.model.groupby("field")["weight"].transform(lambda weight: weight.abs().max()) > 0
    model = merged.model[(merged.model["level"] > 0) & told].head(SHOWN_LEVELS)
    labels = [f"{field_word(line.field)}: {level_word(line.label)}" for line in model.itertuples()]
    bars = figures.horizontal_bars(labels, model["weight"].to_numpy(), x_title=tr("weight (log2 m/u)"))
    columns = [tr("Field and level"), Column(tr("m: share among true links"), "", 4),
               Column(tr("u: share among other pairs"), "", 6), Column(tr("Weight"), "", 2)]  # fmt: skip
    rows = [[label, line.m, line.u, line.weight] for label, line in zip(labels, model.itertuples())]
    text = tr(
        "Each field speaks for a link (weight above 0) or against it. A weight of 1 doubles the odds. Learned from the "
        "registers themselves, unless decided pairs were given."
    )
    return Section(
        tr("What speaks for a link"), [text], [Plot(tr("Weights"), bars)], [TableView(tr("Levels"), columns, rows)]
    )


def _examples(merged: Merged) -> list[Section]:
    from ...reports import figures
    from ...reports.report import Plot, Section

    if not len(merged.parts):
        return []
    plots = []
    chances = merged.review["probability"].tolist()
    for number, (_, parts) in enumerate(merged.parts.head(EXAMPLES).iterrows(), start=1):
        told = parts.drop("total")[lambda step: step.abs() > 0.005]
        names = [field_word(str(name)) for name in told.index]
        title = tr("Pair {rank} of the layer of pairs to review (probability {chance:.2f})").format(
            rank=number, chance=chances[number - 1]
        )
        plots.append(
            Plot(title, figures.waterfall(names, told.to_numpy(dtype=float), total=tr("match weight"),
                                          x_title=tr("log2 of the odds")))
        )  # fmt: skip
    text = tr(
        "Step by step from the odds of any compared pair to those of this one. Names are not shown here; the layer of "
        "pairs to review has them side by side in its form."
    )
    return [Section(tr("Examples of pairs in doubt"), [text], plots, [])]


def _successions(merged: Merged) -> list[Section]:
    from ...reports.report import Section

    if not len(merged.successions):
        return []
    days = merged.successions["days"].to_numpy()
    text = tr(
        "{count:,} businesses opened at the place of one that had closed before (median {days:,.0f} days later). They "
        "were kept apart: a successor is not a duplicate. The field 'follows' of the links names the business before."
    ).format(count=len(merged.successions), days=float(np.median(days)))
    return [Section(tr("One after the other"), [text], [], [])]
