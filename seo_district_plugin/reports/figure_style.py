"""The look that all plots of a report share, and the small steps from values to what plotly draws."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

import numpy as np
from numpy.typing import ArrayLike

from .formatting import format_value, json_ready, text_width

Figure = dict[str, object]

# Okabe, M. & Ito, K. (2008), Color Universal Design: told apart with every common kind of color blindness. Their
# yellow is left out (too faint on white) and gray stands last.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#1c2329", "#8A939B")
MAIN, SECOND, QUIET = PALETTE[0], PALETTE[3], PALETTE[7]
INK, SOFT, GRID = "#1c2329", "#545e68", "#e3e7eb"
_FONT = (
    '"Pretendard", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", "Segoe UI", sans-serif'
)
_LABEL_WIDTH = 24  # half-width characters; leaves room for the bars on a phone


def same(text: str) -> str:
    """Plots write no words of their own."""
    return text


def wrap_label(text: object, width: int = _LABEL_WIDTH) -> str:
    """A label for plotly: escaped, broken at blanks into lines of about ``width`` half-width characters."""
    lines: list[str] = []
    for word in _short_words(str(text), width):
        if lines and text_width(lines[-1]) + 1 + text_width(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return "<br>".join(escape(line, quote=False) for line in lines)


def _short_words(text: str, width: int) -> list[str]:
    """The words of a text; a word wider than a line is cut, so that it cannot push the plot out of the page."""
    words: list[str] = []
    for word in text.split():
        start = 0
        for end in range(1, len(word) + 1):
            if end > start + 1 and text_width(word[start:end]) > width:
                words.append(word[start : end - 1])
                start = end - 1
        words.append(word[start:])
    return words


def plain(text: object) -> str:
    """A text for plotly in one line, escaped."""
    return escape(str(text), quote=False)


def axis(title: str, **settings: object) -> dict[str, object]:
    """An axis with its title (which names the unit), a calm grid and room for its labels."""
    return {
        "title": {"text": plain(title), "standoff": 12, "font": {"size": 13, "color": INK}},
        "automargin": True,
        "gridcolor": GRID,
        "linecolor": SOFT,
        "zeroline": False,
        "ticks": "outside",
        "tickcolor": GRID,
        "fixedrange": True,
        **settings,
    }


def figure(
    data: Sequence[Mapping[str, object]],
    x_axis: Mapping[str, object],
    y_axis: Mapping[str, object],
    height: int = 360,
    **layout: object,
) -> Figure:
    """Data and axes in the look that all plots of a report share."""
    base: dict[str, object] = {
        "height": height,
        "font": {"family": _FONT, "size": 13, "color": INK},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "margin": {"l": 10, "r": 18, "t": 14, "b": 10, "pad": 0},
        "colorway": list(PALETTE),
        "separators": ".,",
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": "#ffffff", "bordercolor": SOFT, "font": {"color": INK}, "align": "left"},
        "showlegend": False,
        "legend": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1.02,
            "yanchor": "bottom",
            "traceorder": "normal",
        },
        "dragmode": False,
        "xaxis": x_axis,
        "yaxis": y_axis,
    }
    base.update(layout)
    ready = json_ready({"data": list(data), "layout": base})
    return ready if isinstance(ready, dict) else {}


def finite_values(values: ArrayLike) -> np.ndarray:
    """The finite values as float64 (n,)."""
    array = np.asarray(values, dtype=np.float64).ravel()
    return array[np.isfinite(array)]


def numbers_of(values: ArrayLike, expected: int | None = None) -> np.ndarray:
    """Values as float64 (n,) with NaN for gaps; ValueError when there are not ``expected`` of them."""
    array = np.asarray(values, dtype=np.float64).ravel()
    if expected is not None and array.size != expected:
        raise ValueError(f"{array.size} values do not fit {expected} labels or places")
    return array


def shown(value: float, decimals: int | None = None) -> str:
    """A number as text beside its mark, with a true minus sign as on the axes."""
    return format_value(float(value), same, decimals).replace("-", "\u2212")


def nice_edges(low: float, high: float, bins: int) -> np.ndarray:
    """Bin edges that cover low..high on round numbers; (m+1,) float64.

    Steps are 1, 2, 2.5 or 5 times a power of ten. One single value gets the middle one of three bins.
    """
    if not high > low:
        step = abs(low) * 0.1 or 1.0
        return low + step * np.array([-1.5, -0.5, 0.5, 1.5])
    rough = (high - low) / max(1, bins)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1.0, 2.0, 2.5, 5.0, 10.0) if factor * power >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return np.arange(first, max(last, first + 1) + 1) * step
