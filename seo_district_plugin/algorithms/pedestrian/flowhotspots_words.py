"""Classes of hot and cold spots: ids in the data, words and the customary red and blue on the map."""

from __future__ import annotations

from ...layers.styling import NOTHING, StyleClass
from ...texts import tr

NONE, ISLAND = "none", "island"
CONFIDENCE = (99, 95, 90)
QUADRANTS = {1: "high_high", 2: "low_high", 3: "low_low", 4: "high_low"}
"""Quadrants of the Moran scatter plot as ``analysis/statistics/autocorrelation.py`` numbers them."""
PATTERNS = ("intensifying", "persistent", "consecutive", "new", "diminishing", "oscillating", "sporadic", "historical")
"""Of the strongest first, as the legend lists them."""

# ColorBrewer RdBu (C. Brewer, Apache 2.0): red and blue that the color-blind tell apart too.
_GI = {"hot": ("#b2182b", "#ef8a62", "#fddbc7"), "cold": ("#2166ac", "#67a9cf", "#d1e5f0")}
_LISA = {"high_high": "#ca0020", "high_low": "#f4a582", "low_high": "#92c5de", "low_low": "#0571b0"}
_OVER_TIME = {
    "hot": ("#67001f", "#b2182b", "#d6604d", "#f03b20", "#f4a582", "#c994c7", "#fddbc7", "#d9b8a6"),
    "cold": ("#053061", "#2166ac", "#4393c3", "#00a0dc", "#92c5de", "#9e9ac8", "#d1e5f0", "#a9b8c4"),
}
_ALONE = "#bdbdbd"
_THIN, _THIN_COLOR = 0.5, "#c4c4c2"  # half of the size is the width in mm


def gi_id(level: int) -> str:
    """Id of a class from -3 (cold, 99 %) over 0 to 3 (hot, 99 %)."""
    return NONE if level == 0 else f"{'hot' if level > 0 else 'cold'}_{CONFIDENCE[3 - abs(level)]}"


def class_word(name: str) -> str:
    """A class in the user's language."""
    fixed = {
        NONE: tr("not significant"),
        ISLAND: tr("no neighbors, not tested"),
        "high_high": tr("high among high (hot spot)"),
        "low_low": tr("low among low (cold spot)"),
        "high_low": tr("high among low (outlier)"),
        "low_high": tr("low among high (outlier)"),
    }
    if name in fixed:
        return fixed[name]
    side, what = name.split("_", 1)
    if what.isdigit():
        text = (
            tr("hot spot, {confidence} % confidence") if side == "hot" else tr("cold spot, {confidence} % confidence")
        )
        return text.format(confidence=what)
    return (_hot_words() if side == "hot" else _cold_words())[what]


def _hot_words() -> dict[str, str]:
    return {
        "new": tr("new hot spot"),
        "consecutive": tr("consecutive hot spot"),
        "intensifying": tr("intensifying hot spot"),
        "persistent": tr("persistent hot spot"),
        "diminishing": tr("diminishing hot spot"),
        "sporadic": tr("sporadic hot spot"),
        "oscillating": tr("oscillating hot spot"),
        "historical": tr("historical hot spot"),
    }


def _cold_words() -> dict[str, str]:
    return {
        "new": tr("new cold spot"),
        "consecutive": tr("consecutive cold spot"),
        "intensifying": tr("intensifying cold spot"),
        "persistent": tr("persistent cold spot"),
        "diminishing": tr("diminishing cold spot"),
        "sporadic": tr("sporadic cold spot"),
        "oscillating": tr("oscillating cold spot"),
        "historical": tr("historical cold spot"),
    }


def pattern_text(what: str) -> str:
    """What a class over time means."""
    return {
        "new": tr("significant in the last period only"),
        "consecutive": tr("significant in an unbroken run up to the last period, never before"),
        "intensifying": tr("significant nearly always and now, and becoming more so"),
        "persistent": tr("significant nearly always and now, without a trend"),
        "diminishing": tr("significant nearly always and now, but becoming less so"),
        "sporadic": tr("significant now and before, with breaks"),
        "oscillating": tr("significant now, and of the other kind at some time before"),
        "historical": tr("significant nearly always, but no longer"),
    }[what]


def all_classes(kind: str) -> list[tuple[str, str]]:
    """(id, color) of every class of a kind: ``gi_star``, ``local_moran`` or ``series``; hot first, cold last."""
    middle = [(NONE, NOTHING), (ISLAND, _ALONE)]
    if kind == "local_moran":
        pairs = list(_LISA.items())
        return [*pairs[:2], *middle, *pairs[2:]]
    if kind == "gi_star":
        hot = [(f"hot_{level}", color) for level, color in zip(CONFIDENCE, _GI["hot"])]
        cold = [(f"cold_{level}", color) for level, color in zip(CONFIDENCE, _GI["cold"])]
    else:
        hot = [(f"hot_{name}", color) for name, color in zip(PATTERNS, _OVER_TIME["hot"])]
        cold = [(f"cold_{name}", color) for name, color in zip(PATTERNS, _OVER_TIME["cold"])]
    return [*hot, *middle, *reversed(cold)]


def style_classes(kind: str, found: set[str], lines: bool) -> tuple[StyleClass, ...]:
    """The legend: all classes of confidence or quadrants; over time, where there are seventeen, those that occur.

    Of ``lines`` those that are not significant are thin, or they would hide a dense town.
    """
    shown = found | {NONE} if kind == "series" else {name for name, _ in all_classes(kind)} - ({ISLAND} - found)
    return tuple(
        StyleClass(class_word(name), _THIN_COLOR, value=name, size=_THIN)
        if lines and name == NONE
        else StyleClass(class_word(name), color, value=name)
        for name, color in all_classes(kind)
        if name in shown
    )
