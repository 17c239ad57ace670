"""Plot builders: valid for plotly, finite, escaped, and nothing lost."""

from __future__ import annotations

import json
import math

import numpy as np
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.reports import figures
from seo_district_plugin.reports.figure_style import PALETTE, nice_edges, text_width, wrap_label

HOSTILE = "<img src=x onerror=alert(1)> & <b>동</b>"
X = np.linspace(0, 1, 9)
EVERY_PLOT = {
    "histogram": lambda: figures.histogram([1.5, 2.5, math.nan], x_title=HOSTILE, y_title="n", marks=[(2.0, HOSTILE)]),
    "bars": lambda: figures.horizontal_bars([HOSTILE, "b"], [0.5, math.nan], x_title="w"),
    "bars_range": lambda: figures.horizontal_bars(
        ["a", "b"], [1, -2], low=[0, -3], high=[2, math.inf], x_title=HOSTILE
    ),
    "no_bars": lambda: figures.horizontal_bars([], [], x_title="w"),
    "stacked": lambda: figures.stacked_bars([HOSTILE, "b"], {HOSTILE: [1, 2], "two": [-1, math.nan]}, x_title="w"),
    "ranks": lambda: figures.rank_intervals([HOSTILE, "b"], [1, 2], [1, 1], [3, math.nan], x_title="r"),
    "scatter": lambda: figures.scatter(
        [1, 2, math.nan], [3, math.inf, 1], labels=[HOSTILE, "b", "c"], x_title="x", y_title="y", diagonal=True
    ),
    "no_scatter": lambda: figures.scatter([], [], x_title="x", y_title="y", diagonal=True),
    "density": lambda: figures.scatter(
        np.arange(5000) % 71, np.arange(5000) % 53, x_title="x", y_title="y", count_title=HOSTILE
    ),
    "line": lambda: figures.line_curve(
        {HOSTILE: (X, X**2), "b": (X, X)}, bands={HOSTILE: (X - 0.1, X + 0.1)}, x_title="x", y_title="y", diagonal=True
    ),
}


@pytest.fixture(params=EVERY_PLOT)
def plot(request: pytest.FixtureRequest) -> dict:
    return EVERY_PLOT[request.param]()


def test_plotly_accepts_every_property(plot: dict) -> None:
    assert len(go.Figure(plot).data) == len(plot["data"])


def test_json_is_strict(plot: dict) -> None:
    text = json.dumps(plot, allow_nan=False)
    assert json.loads(text) == plot


def test_texts_are_escaped(plot: dict) -> None:
    text = json.dumps(plot, ensure_ascii=False)
    assert "<img" not in text
    assert "<b>" not in text


def test_no_webgl(plot: dict) -> None:
    assert {trace["type"] for trace in plot["data"]} <= {"bar", "scatter", "heatmap"}


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.one_of(st.floats(-1e9, 1e9), st.integers(-50, 50), st.just(math.nan)), max_size=60),
    st.integers(1, 50),
)
def test_histogram_counts_every_finite_value(values: list[float], bins: int) -> None:
    bars = figures.histogram(values, x_title="x", y_title="n", bins=bins)["data"][0]
    assert sum(bars["y"]) == sum(math.isfinite(value) for value in values)


def test_histogram_of_counts_has_one_bar_per_number() -> None:
    bars = figures.histogram([0, 1, 1, 3], x_title="x", y_title="n")["data"][0]
    assert bars["x"] == [0, 1, 2, 3]
    assert bars["y"] == [1, 2, 0, 1]
    assert bars["customdata"] == ["0", "1", "2", "3"]


def test_values_themselves_are_not_in_the_histogram() -> None:
    assert "3.14159" not in json.dumps(figures.histogram([3.14159, 9.2], x_title="x", y_title="n"))


@settings(deadline=None, max_examples=100)
@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(1, 60))
def test_edges_are_round_and_cover(low: float, span: float, bins: int) -> None:
    edges = nice_edges(low, low + span, bins)
    step = edges[1] - edges[0]
    assert edges[0] <= low + 1e-6 * step
    assert edges[-1] >= low + span - 1e-6 * step
    assert np.allclose(np.diff(edges), step, rtol=1e-3)
    assert len(edges) <= bins + 3


def test_bars_keep_the_order_and_show_numbers() -> None:
    built = figures.horizontal_bars(["first", "second"], [0.5, -0.25], x_title="w")
    assert built["layout"]["yaxis"]["ticktext"] == ["first", "second"]
    assert built["layout"]["yaxis"]["range"] == [1.5, -0.5]  # downward: the first label on top
    assert built["data"][0]["text"] == ["0.500", "−0.250"]
    assert len(set(built["data"][0]["marker"]["color"])) == 2


def test_two_places_of_one_name_stay_two_rows() -> None:
    built = figures.horizontal_bars(["same", "same"], [1, 2], x_title="w")
    assert built["data"][0]["y"] == [0, 1]


def test_rank_axis_starts_at_one() -> None:
    built = figures.rank_intervals(["a", "b"], [1, 2], [1, 1], [12, 40], x_title="r")
    assert built["layout"]["xaxis"]["tickvals"] == [1, 10, 20, 30, 40]
    assert built["data"][0]["x"] == [1, 12, None, 1, 40, None]


def test_many_points_become_counts_and_none_is_lost() -> None:
    random = np.random.default_rng(1)
    built = figures.scatter(
        random.normal(size=4000), random.normal(size=4000), x_title="x", y_title="y", count_title="n"
    )
    cells = [count for row in built["data"][0]["z"] for count in row if count is not None]
    assert sum(cells) == 4000


def test_lengths_that_differ_are_refused() -> None:
    with pytest.raises(ValueError, match="3 values do not fit 2"):
        figures.horizontal_bars(["a", "b"], [1, 2, 3], x_title="w")


@pytest.mark.parametrize("build", [figures.stacked_bars, figures.line_curve])
def test_more_series_than_colors_are_refused(build: object) -> None:
    series = {str(number): ([1.0], [1.0]) for number in range(len(PALETTE) + 1)}
    with pytest.raises(ValueError, match="at most 8"):
        if build is figures.stacked_bars:
            figures.stacked_bars(["a"], {name: [1.0] for name in series}, x_title="x")
        else:
            figures.line_curve(series, x_title="x", y_title="y")


@given(st.text(max_size=80))
def test_label_lines_are_short(text: str) -> None:
    for line in wrap_label(text, 20).split("<br>"):
        shown = line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        assert text_width(shown) <= 20
    assert "".join(wrap_label(text, 20).split()).count("<") == wrap_label(text, 20).count("<br>")


def _luminance(color: str) -> float:
    """Relative luminance of WCAG 2.1."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("color", PALETTE)
def test_colors_stand_out_from_white(color: str) -> None:
    assert 1.05 / (_luminance(color) + 0.05) > 2.0


def test_lines_may_share_their_scale() -> None:
    """Curves that are to be compared get the same ends of the axis; else the axis is as the data want."""
    from seo_district_plugin.reports.figures import line_curve

    line = {"a": ([0.0, 1.0], [0.0, 0.01])}
    shared = line_curve(line, x_title="x", y_title="y", y_range=(-1.0, 1.0))
    assert shared["layout"]["yaxis"]["range"] == [-1.0, 1.0]
    assert "range" not in line_curve(line, x_title="x", y_title="y")["layout"]["yaxis"]
