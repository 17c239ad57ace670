"""Plots of a report as plotly figure dictionaries: plain data, no plotly objects, no WebGL.

All texts (axis titles with units, labels, series names) are passed in by the caller in the reader's language and are
escaped here, because plotly reads its labels as a kind of HTML. Values that are not finite become gaps.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from .figure_style import (
    INK,
    MAIN,
    PALETTE,
    QUIET,
    SECOND,
    SOFT,
    Figure,
    axis,
    figure,
    finite_values,
    nice_edges,
    numbers_of,
    plain,
    shown,
    wrap_label,
)
from .formatting import decimals_of_column

# One hue from pale to dark: lightness alone carries the number, in gray print too.
DENSITY_SCALE = ((0.0, "#d3e3f0"), (0.5, "#4a8cc0"), (1.0, "#08305c"))
MAX_SCATTER_POINTS = 3000  # beyond this many, points hide each other and the page grows: counts per cell instead
_DENSITY_CELLS = 60
_ROW_HEIGHT = 30
_LARGEST_COUNT = 1e9  # beyond this, whole numbers are measurements, not counts


def _bins(finite: np.ndarray, bins: int) -> tuple[np.ndarray, list[str]]:
    """Bin edges and the text of each bin; counted things (whole numbers) get bins that each hold whole numbers."""
    if not finite.size:
        return np.array([0.0, 1.0]), [""]
    low, high = float(finite.min()), float(finite.max())
    if np.array_equal(finite, np.round(finite)) and high - low < _LARGEST_COUNT:
        span = nice_edges(low, high + 1.0, bins)
        step = max(1, math.ceil(span[1] - span[0]))
        starts = np.arange(math.floor(low / step), math.floor(high / step) + 1) * step
        if starts.size == 1:
            starts = starts[0] + step * np.array([-1, 0, 1])
        texts = [f"{start:,}" if step == 1 else f"{start:,} – {start + step - 1:,}" for start in starts]
        return np.append(starts, starts[-1] + step) - 0.5, texts
    edges = nice_edges(low, high, bins)
    return edges, [f"{shown(left)} – {shown(right)}" for left, right in pairwise(edges)]


def histogram(
    values: ArrayLike,
    *,
    x_title: str,
    y_title: str,
    bins: int = 20,
    marks: Sequence[tuple[float, str]] = (),
) -> Figure:
    """Counts of values in bins on round numbers; only the counts go into the page, never the values.

    Args:
        values: (n,); not finite ones are left out.
        bins: about how many bins.
        marks: vertical lines (position, label), for example the cuts between grades.
    """
    finite = finite_values(values)
    edges, ranges = _bins(finite, bins)
    # Round edges may lie a rounding error inside the extremes; no value may fall out of the plot for that.
    counts, _ = np.histogram(np.clip(finite, edges[0], edges[-1]), edges)
    bars = {
        "type": "bar",
        "x": (edges[:-1] + edges[1:]) / 2,
        "y": counts,
        "width": np.diff(edges),
        "marker": {"color": MAIN, "line": {"color": "#ffffff", "width": 1}},
        "customdata": ranges,
        "hovertemplate": "%{customdata}<br>%{y:,}<extra></extra>",
    }
    dashed = {"color": SECOND, "width": 1.5, "dash": "dash"}
    lines = [
        {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper", "line": dashed} for x, _label in marks
    ]
    note = {"y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False, "font": {"size": 12, "color": SOFT}}
    notes = [{**note, "x": x, "text": plain(label)} for x, label in marks]
    margin = {"l": 10, "r": 18, "t": 30 if marks else 14, "b": 10, "pad": 0}
    y_axis = axis(y_title, rangemode="tozero", tickformat=",~g")
    return figure([bars], axis(x_title, showgrid=False), y_axis, 340, shapes=lines, annotations=notes, margin=margin)


def _label_axis(labels: Sequence[object]) -> dict[str, object]:
    """A vertical axis with one label per row, the first row on top. Rows go by number: two may have the same label."""
    return axis(
        "",
        tickmode="array",
        tickvals=list(range(len(labels))),
        ticktext=[wrap_label(label) for label in labels],
        range=[len(labels) - 0.5, -0.5],
        showgrid=False,
        showline=False,
        ticks="outside",
        ticklen=5,
        tickcolor="#ffffff",
    )


def _rows_height(labels: Sequence[object], extra: int = 0) -> int:
    """Height in pixels: every row as high as its wrapped label needs."""
    lines = [max(1, wrap_label(label).count("<br>") + 1) for label in labels]
    return 80 + extra + max(1, len(labels)) * max(_ROW_HEIGHT, 18 * max(lines, default=1) + 6)


def _bar_text_range(values: np.ndarray) -> list[float] | None:
    """Range of the value axis with room for the numbers beside the bars; None when no bar has a value."""
    finite = finite_values(values)
    if not finite.size or not np.any(finite):
        return None
    low, high = min(0.0, float(finite.min())), max(0.0, float(finite.max()))
    room = 0.16 * (high - low)
    return [low - room if low < 0 else 0.0, high + room if high > 0 else 0.0]


def horizontal_bars(
    labels: Sequence[object],
    values: ArrayLike,
    *,
    x_title: str,
    low: ArrayLike | None = None,
    high: ArrayLike | None = None,
) -> Figure:
    """One bar per label, the first on top, with its number beside it: weights, importances, contributions.

    Values below zero get the second color. ``low`` and ``high`` (both (n,)) draw an interval around each value;
    then the numbers stand in the hover text only, because the whiskers take their place.
    """
    numbers = numbers_of(values, len(labels))
    decimals = decimals_of_column(numbers.tolist())
    texts = [shown(value, decimals) if math.isfinite(value) else "" for value in numbers]
    bars: dict[str, object] = {
        "type": "bar",
        "orientation": "h",
        "x": numbers,
        "y": list(range(len(labels))),
        "width": 0.62,
        "marker": {"color": [SECOND if value < 0 else MAIN for value in numbers]},
        "text": texts,
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [plain(label) for label in labels],
        "hovertemplate": "%{customdata}<br>%{text}<extra></extra>",
    }
    reach = _bar_text_range(numbers)
    if low is not None and high is not None:
        lows, highs = numbers_of(low, len(labels)), numbers_of(high, len(labels))
        bars["error_x"] = {
            "type": "data", "symmetric": False, "array": highs - numbers, "arrayminus": numbers - lows,
            "color": INK, "thickness": 1.4, "width": 4,
        }  # fmt: skip
        bars["textposition"] = "none"
        reach = _bar_text_range(np.concatenate([numbers, lows, highs]))
    x_axis = axis(x_title, zeroline=True, zerolinecolor=SOFT, **({"range": reach} if reach else {}))
    return figure([bars], x_axis, _label_axis(labels), _rows_height(labels))


def waterfall(labels: Sequence[object], steps: ArrayLike, *, total: str, x_title: str) -> Figure:
    """How a sum comes about: one bar per step (n,) from where the last one ended, and the total below."""
    numbers = numbers_of(steps, len(labels))
    ends = np.cumsum(numbers)
    starts = ends - numbers
    final = float(ends[-1]) if ends.size else 0.0
    names = [*labels, total]
    lengths = np.append(numbers, final)
    bars: dict[str, object] = {
        "type": "bar",
        "orientation": "h",
        "base": np.append(starts, 0.0),
        "x": lengths,
        "y": list(range(len(names))),
        "width": 0.62,
        "marker": {"color": [*(SECOND if value < 0 else MAIN for value in numbers), INK]},
        "text": [f"{value:+.1f}" for value in lengths],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [plain(label) for label in names],
        "hovertemplate": "%{customdata}<br>%{text}<extra></extra>",
    }
    reach = _bar_text_range(np.concatenate([starts, ends, [final]]))
    x_axis = axis(x_title, zeroline=True, zerolinecolor=SOFT, **({"range": reach} if reach else {}))
    return figure([bars], x_axis, _label_axis(names), _rows_height(names))


def stacked_bars(labels: Sequence[object], series: Mapping[str, ArrayLike], *, x_title: str) -> Figure:
    """One bar per label, made of the parts in ``series`` (name -> (n,) values): what a score is made of.

    Parts below zero go to the left. At most eight series, the size of the palette: group the rest before.
    """
    if len(series) > len(PALETTE):
        raise ValueError(f"at most {len(PALETTE)} series can be told apart by color, not {len(series)}")
    rows = list(range(len(labels)))
    data = []
    for (name, values), color in zip(series.items(), PALETTE, strict=False):
        numbers = numbers_of(values, len(labels))
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": plain(name),
                "x": numbers,
                "y": rows,
                "width": 0.66,
                "marker": {"color": color, "line": {"color": "#ffffff", "width": 1}},
                "customdata": [[plain(label), shown(value)] for label, value in zip(labels, numbers, strict=True)],
                "hovertemplate": "%{customdata[0]}<br>%{fullData.name}: %{customdata[1]}<extra></extra>",
            }
        )
    x_axis = axis(x_title, zeroline=True, zerolinecolor=SOFT)
    height = _rows_height(labels, extra=24 * math.ceil(len(series) / 3))
    return figure(data, x_axis, _label_axis(labels), height, barmode="relative", showlegend=True)


def rank_intervals(
    labels: Sequence[object], rank: ArrayLike, low: ArrayLike, high: ArrayLike, *, x_title: str
) -> Figure:
    """Rank of each place (dot) and the interval that it keeps when weights change (line); rank 1 stands left."""
    ranks, lows, highs = (numbers_of(values, len(labels)) for values in (rank, low, high))
    rows = np.arange(len(labels))
    gap = np.full(len(labels), np.nan)
    spans = {
        "type": "scatter",
        "mode": "lines",
        "x": np.column_stack([lows, highs, gap]).ravel(),
        "y": np.column_stack([rows, rows, gap]).ravel(),
        "line": {"color": QUIET, "width": 6},
        "hoverinfo": "skip",
    }
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": ranks,
        "y": rows,
        "marker": {"color": MAIN, "size": 11, "line": {"color": "#ffffff", "width": 1.5}},
        "customdata": [
            [plain(label), shown(value, 0), f"{shown(first, 0)} – {shown(last, 0)}"]
            for label, value, first, last in zip(labels, ranks, lows, highs, strict=True)
        ],
        "hovertemplate": "%{customdata[0]}<br>%{customdata[1]} (%{customdata[2]})<extra></extra>",
    }
    finite = finite_values(np.concatenate([ranks, lows, highs]))
    largest = float(finite.max()) if finite.size else 1.0
    x_axis = axis(x_title, range=[1 - 0.04 * largest, largest * 1.04 + 0.5], tickformat=",d", **_rank_ticks(largest))
    return figure([spans, dots], x_axis, _label_axis(labels), _rows_height(labels))


def _rank_ticks(largest: float) -> dict[str, object]:
    """Ticks at rank 1 and at round ranks: there is no rank 0."""
    step = max(1.0, float(np.diff(nice_edges(0.0, max(1.0, largest), 6))[0]))
    ticks = [1, *(int(value) for value in np.arange(math.ceil(step), largest + 1, math.ceil(step)) if value > 1)]
    return {"tickmode": "array", "tickvals": ticks}


def _diagonal(low: float, high: float) -> dict[str, object]:
    """The line of equal values, above the data so that many points do not hide it."""
    return {
        "type": "line", "x0": low, "y0": low, "x1": high, "y1": high,
        "line": {"color": INK, "width": 1.5, "dash": "dash"},
    }  # fmt: skip


def scatter(
    x: ArrayLike,
    y: ArrayLike,
    *,
    x_title: str,
    y_title: str,
    count_title: str = "",
    labels: Sequence[object] | None = None,
    diagonal: bool = False,
) -> Figure:
    """Points of two measures; with more than ``MAX_SCATTER_POINTS`` of them, their number per cell by color.

    Args:
        x, y: (n,) each; pairs with a value that is not finite are left out.
        count_title: title of the color bar when cells are shown.
        labels: hover text per point.
        diagonal: draw the line of equal values.
    """
    across = numbers_of(x)
    up = numbers_of(y, across.size)
    keep = np.isfinite(across) & np.isfinite(up)
    across, up = across[keep], up[keep]
    if across.size > MAX_SCATTER_POINTS:
        trace = _density(across, up, count_title)
    else:
        names = [plain(label) for label, kept in zip(labels, keep, strict=True) if kept] if labels is not None else []
        trace = {
            "type": "scatter",
            "mode": "markers",
            "x": across,
            "y": up,
            "marker": {"color": MAIN, "size": 7, "opacity": 0.6, "line": {"width": 0}},
            "hovertemplate": ("%{customdata}<br>" if names else "") + "%{x:,.4~g} · %{y:,.4~g}<extra></extra>",
            **({"customdata": names} if names else {}),
        }
    both = np.concatenate([across, up])
    shapes = [_diagonal(float(both.min()), float(both.max()))] if diagonal and both.size else []
    return figure([trace], axis(x_title), axis(y_title), 420, shapes=shapes)


def _density(x: np.ndarray, y: np.ndarray, title: str) -> dict[str, object]:
    """Numbers of points in the cells of a grid, as a heat map; empty cells stay white."""
    counts, x_edges, y_edges = np.histogram2d(x, y, bins=_DENSITY_CELLS)
    return {
        "type": "heatmap",
        "x": (x_edges[:-1] + x_edges[1:]) / 2,
        "y": (y_edges[:-1] + y_edges[1:]) / 2,
        "z": np.where(counts > 0, counts, np.nan).T,
        "colorscale": DENSITY_SCALE,
        "colorbar": {"title": {"text": plain(title)}, "thickness": 14, "outlinewidth": 0, "tickformat": ",d"},
        "hovertemplate": "%{x:,.4~g} · %{y:,.4~g}<br>%{z:,}<extra></extra>",
    }


def line_curve(
    series: Mapping[str, tuple[ArrayLike, ArrayLike]],
    *,
    x_title: str,
    y_title: str,
    bands: Mapping[str, tuple[ArrayLike, ArrayLike]] | None = None,
    diagonal: bool = False,
    markers: bool = False,
    y_range: tuple[float, float] | None = None,
) -> Figure:
    """Lines over a common axis: calibration, success rate, coverage by number of sites, a day's hours.

    Args:
        series: name -> (x, y), at most eight; lines differ by color and by dash, so that gray print works too.
        bands: name of a series -> (low, high) over its x, drawn as a shade.
        diagonal: draw the line of equal values from 0 to 1 (calibration, ROC).
        y_range: ends of the y axis, for several figures that are to be compared; else as the data want.
    """
    if len(series) > len(PALETTE):
        raise ValueError(f"at most {len(PALETTE)} lines can be told apart by color, not {len(series)}")
    dashes = ("solid", "dash", "dot", "dashdot")
    data: list[dict] = []
    for number, (name, (x, y)) in enumerate(series.items()):
        across = numbers_of(x)
        color = PALETTE[number]
        if bands and name in bands:
            data.append(_band(across, *bands[name], color=color))
        data.append(
            {
                "type": "scatter",
                "mode": "lines+markers" if markers else "lines",
                "name": plain(name),
                "x": across,
                "y": numbers_of(y, across.size),
                "line": {"color": color, "width": 2.4, "dash": dashes[number % len(dashes)]},
                "marker": {"size": 7},
                "hovertemplate": "%{fullData.name}<br>%{x:,.4~g} · %{y:,.4~g}<extra></extra>",
            }
        )
    shapes = [_diagonal(0.0, 1.0)] if diagonal else []
    upright = axis(y_title) if y_range is None else {**axis(y_title), "range": list(y_range)}
    return figure(data, axis(x_title), upright, 380, showlegend=len(series) > 1, shapes=shapes)


def _band(x: np.ndarray, low: ArrayLike, high: ArrayLike, color: str) -> dict[str, object]:
    """A shade between two lines over x."""
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.concatenate([x, x[::-1]]),
        "y": np.concatenate([numbers_of(low, x.size), numbers_of(high, x.size)[::-1]]),
        "fill": "toself",
        "fillcolor": f"rgba({red},{green},{blue},0.18)",
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }
