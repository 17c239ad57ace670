"""What the report of a hot spot run says: where, how many, how sure, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..carry import short_number
from ..run import Run
from .flowhotspots_words import ISLAND, NONE, PATTERNS, all_classes, class_word, pattern_text

if TYPE_CHECKING:
    from .flowhotspots_neighbors import Neighbors
    from .flowhotspots_tests import Found

SHOWN = 20  # rows of the table of spots


def describe(run: Run, near: Neighbors, found: Found, places: list[str], reasons: list[str]) -> None:
    """Fill summary, sections, method, citations and limits of the run."""
    hot, cold = found.count("hot_", "high_high"), found.count("cold_", "low_low")
    run.summary = tr(
        "{places:,} places: {hot:,} are part of a hot spot, {cold:,} of a cold spot; connected ones make {spots:,} "
        "spots."
    ).format(places=len(places), hot=hot, cold=cold, spots=found.spots)
    if (found.rank == 1).any():
        run.summary += " " + tr("The strongest: {place}. {reason}.").format(
            place=places[_first(found)], reason=reasons[_first(found)]
        )
    if not run.wanted("REPORT"):
        return
    run.sections = [_spots(found, places, reasons), _classes(found), _values(run, found)]
    if near.streets is not None:
        from ..streets import streets_section

        run.sections.append(streets_section(near.streets))
    run.sections.append(_neighbors(run, near))
    _method(run, near, found)
    _limits(run, near, found)


def _first(found: Found) -> int:
    return int(np.flatnonzero(found.rank == 1)[0])


def _spots(found: Found, places: list[str], reasons: list[str]):
    """Connected spots by their strongest place; then outliers, which stand alone."""
    from ...reports.report import Section, TableView

    rows = []
    for number in range(1, min(found.spots, SHOWN) + 1):
        members = np.flatnonzero(found.spot == number)
        best = int(members[np.argmin(found.rank[members])])
        word = tr("hot") if found.names[best].startswith(("hot", "high")) else tr("cold")
        rows.append([number, word, len(members), places[best], float(found.value[members].mean()), reasons[best]])
    columns = [tr("Spot"), tr("Kind"), tr("Places"), tr("Strongest place"), tr("Mean value"), tr("Reason")]
    alone = np.flatnonzero((found.rank > 0) & (found.spot == 0))
    alone = alone[np.argsort(found.rank[alone], kind="stable")][:SHOWN].tolist()
    outliers = [[places[i], class_word(str(found.names[i])), float(found.value[i]), reasons[i]] for i in alone]
    text = [] if rows or outliers else [tr("No place stands out after the correction for many tests.")]
    tables = []
    if rows:
        note = tr("Neighboring hot places are one spot, cold ones likewise. The reason is that of the strongest place.")
        tables.append(TableView(tr("Hot and cold spots, the strongest first"), columns, rows, note))
    if outliers:
        columns = [tr("Place"), tr("Class"), tr("Value"), tr("Reason")]
        tables.append(TableView(tr("Outliers, the strongest first"), columns, outliers, ""))
    return Section(tr("Where"), text, [], tables)


def _classes(found: Found):
    from ...reports.figures import horizontal_bars
    from ...reports.report import Plot, Section, TableView

    present = [(name, found.count(name)) for name, _ in all_classes(found.kind) if found.count(name) or name in (NONE,)]
    meaning = [tr("Meaning")] if found.kind == "series" else []
    rows = [
        [class_word(name), count, 100.0 * count / len(found.names), *([_meaning(name)] if meaning else [])]
        for name, count in present
    ]
    columns = [tr("Class"), tr("Places"), tr("Share (%)"), *meaning]
    marked = [(class_word(name), count) for name, count in present if name not in (NONE, ISLAND)]
    plots = []
    if marked:
        words, counts = zip(*marked)
        plots = [Plot(tr("Significant places"), horizontal_bars(list(words), list(counts), x_title=tr("Places")), "")]
    return Section(tr("How many"), [], plots, [TableView(tr("Places by class"), columns, rows, "")])


def _meaning(name: str) -> str:
    what = name.split("_", 1)[-1]
    return pattern_text(what) if what in PATTERNS else ""


def _values(run: Run, found: Found):
    """All places together: Moran's I, and each place beside its neighbors."""
    from ...reports.figures import histogram, scatter
    from ...reports.report import Plot, Section

    moran = found.moran
    said = tr(
        "Moran's I is {statistic:.3f} (by chance {expected:.3f}; z {z:.1f}, p {p} of {draws} permutations): {meaning}"
    ).format(
        statistic=moran.statistic,
        expected=moran.expected,
        z=moran.z_random,
        p=f"{moran.p_sim:.3f}",
        draws=moran.permutations,
        meaning=_moran_words(moran),
    )
    title = tr("Mean over all periods") if found.kind == "series" else tr("Value")
    beside = scatter(found.value, found.around, x_title=title, y_title=tr("Mean of the neighbors"),
                     count_title=tr("Places"))  # fmt: skip
    spread = histogram(found.value, x_title=title, y_title=tr("Places"))
    text = [said]
    skew = _skewness(found.value)
    if abs(skew) > 1 and run.choice("TEST") == "analytic":
        text.append(
            tr(
                "The values are skewed ({skew:+.1f}). Analytic tests are then far too sure: they find hot spots where "
                "there is nothing. Choose TEST permutation."
            ).format(skew=skew)
        )
    plots = [Plot(tr("Each place beside its neighbors"), beside, ""), Plot(tr("The values"), spread, "")]
    return Section(tr("All places together"), text, plots, [])


def _moran_words(moran) -> str:
    if not moran.p_sim <= 0.05:
        return tr("alike values lie together no more than by chance.")
    if moran.statistic > moran.expected:
        return tr("alike values lie together.")
    return tr("unlike values lie side by side.")


def _skewness(values: np.ndarray) -> float:
    moved = values - values.mean()
    return float((moved**3).mean() / max((moved**2).mean(), 1e-300) ** 1.5)


def _neighbors(run: Run, near: Neighbors):
    from ...analysis.statistics.spatial_weights import summary
    from ...reports.report import Section, TableView

    sums = summary(near.weights)
    rows = [
        [tr("Places"), sums.places],
        [tr("Fewest neighbors of a place"), sums.fewest],
        [tr("Mean number of neighbors"), round(sums.mean, 2)],
        [tr("Most neighbors of a place"), sums.most],
        [tr("Places without neighbors (not tested)"), sums.islands],
        [tr("Groups that are not connected"), sums.parts],
    ]
    words = run.algorithm.page.entry("WEIGHTS").choices.get(near.kind, near.kind)
    text = [tr("Neighbors: {how}.").format(how=words)]
    if near.kind in ("network", "band"):
        text.append(tr("Distance: up to {distance:g} m.").format(distance=run.number("DISTANCE")))
    return Section(tr("Who is near whom"), text, [], [TableView(tr("Neighbors"), [tr("What"), tr("Number")], rows, "")])


def _method(run: Run, near: Neighbors, found: Found) -> None:
    if found.kind == "local_moran":
        run.method.append(
            tr(
                "Local Moran: the place's deviation from the mean times that of its neighbors; classes by the sides of "
                "both."
            )
        )
    else:
        run.method.append(
            tr("Gi* (Ord and Getis 1995): the sum over a place and its neighbors against that of all places, as z.")
        )
    run.method.append(_test_text(run, found))
    run.method.append(_correction_text(run))
    if found.kind == "series":
        level = short_number(run.number("SIGNIFICANCE"))
        run.method.append(
            tr(
                "Gi* in each of {periods} periods; a place is hot or cold in a period at the level {level} after the "
                "correction over all places and periods. Trend: Mann-Kendall of its Gi*, corrected over all places."
            ).format(periods=len(near.cases.times), level=level)
        )
        run.citations += [
            "Mann, H. B. (1945). Nonparametric tests against trend. Econometrica 13, 245-259.",
            "Kendall, M. G. (1975). Rank Correlation Methods. Griffin.",
            "Esri. How Emerging Hot Spot Analysis works (definitions of the classes).",
        ]
    run.citations += [
        "Ord, J. K. & Getis, A. (1995). Local spatial autocorrelation statistics. Geographical Analysis 27, 286-306.",
        "Anselin, L. (1995). Local indicators of spatial association. Geographical Analysis 27, 93-115.",
        "Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. JRSS B 57, 289-300.",
    ]
    if run.choice("TEST") == "permutation":
        run.citations.append(
            "Besag, J. & Clifford, P. (1991). Sequential Monte Carlo p-values. Biometrika 78, 301-304."
        )


def _test_text(run: Run, found: Found) -> str:
    if run.choice("TEST") == "analytic":
        return tr(
            "p-values: of z and the normal distribution, two-sided. That is rough for few neighbors and much too sure "
            "for skewed values such as counts."
        )
    text = tr(
        "p-values: conditional permutation, two-sided. All places share {first:,} draws; those that fewer than ten of "
        "them reached got more, {most:,} at most here, so that the correction for many tests can be passed."
    ).format(first=run.integer("PERMUTATIONS"), most=found.draws)
    if found.open:
        text += " " + tr("{count:,} tests were still open at the limit: their p-values may be smaller.").format(
            count=found.open
        )
    return text


def _correction_text(run: Run) -> str:
    return {
        "fdr": tr(
            "Correction for many tests: false discovery rate (Benjamini and Hochberg). Of the places called "
            "significant at 95 %, 5 % are expected to be so by chance."
        ),
        "fdr_dependent": tr("Correction for many tests: false discovery rate under any dependence (strict)."),
        "bonferroni": tr("Correction for many tests: Bonferroni (not one false place, at the level)."),
        "none": tr(
            "No correction for many tests: a twentieth of all places is significant at 95 % where there is nothing."
        ),
    }[run.choice("CORRECTION")]


def _limits(run: Run, near: Neighbors, found: Found) -> None:
    run.limits.append(
        tr("A hot spot says that high values lie together more than by chance. It says neither why nor that it is bad.")
    )
    run.limits.append(
        tr(
            "The result depends on who counts as a neighbor and on the size of cells or zones: try another distance "
            "before deciding anything by it."
        )
    )
    run.limits.append(
        tr("Counts follow the people: where a rate is meant, give a rate (events per resident, per hour of walking).")
    )
    if found.island.any():
        run.limits.append(
            tr("{count:,} places have no neighbors and were not tested.").format(count=int(found.island.sum()))
        )
    if found.kind == "series":
        run.limits.append(
            tr(
                "Mann-Kendall takes the periods as independent. With fewer than ten periods, or where a value hangs on "
                "the one before, read the trend with care."
            )
        )
        if found.emerging is not None and found.emerging.flat:
            run.limits.append(
                tr("In {count:,} periods all values were equal: nothing is hot or cold there.").format(
                    count=found.emerging.flat
                )
            )
    if near.streets is not None:
        from ..streets import streets_notes

        run.limits += streets_notes(near.streets)
