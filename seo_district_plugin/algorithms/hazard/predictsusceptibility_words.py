"""Classes by stated cuts, their colors and labels, and what a prediction is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...layers.rasterstyle import RasterStyle
from ...layers.styling import Style, StyleClass, ramp
from ...texts import tr

if TYPE_CHECKING:
    import numpy as np

    from ...analysis.learning.modelfile import Model

# Light to dark, readable to the color-blind: "YlOrRd" of C. A. Brewer, ColorBrewer 2.0.
HEAT = ("#ffffb2", "#fecc5c", "#fd8d3c", "#f03b20", "#bd0026")
OUTSIDE = "#8f8f8f"
UNKNOWN = "#e8e8e6"
INSIDE = "#00ffffff"  # nothing at all: what lies beneath is seen
AWAY = ("#edf8fb", "#b3cde3", "#8c96c6", "#88419d", OUTSIDE)
MOST_CUTS = 50


@dataclass(frozen=True)
class Classes:
    """Classes between stated values of the prediction; a value on a cut belongs to the class below.

    Attributes:
        cuts: rising, between 0 and 1.
        relative: the model gives a relative suitability and no probability.
    """

    cuts: tuple[float, ...]
    relative: bool = False

    @property
    def count(self) -> int:
        return len(self.cuts) + 1

    def of(self, prediction: np.ndarray) -> np.ndarray:
        """Class of each prediction, 1 to ``count``; 0 where there is none."""
        import numpy as np

        found = np.searchsorted(self.cuts, prediction, side="left") + 1
        return np.where(np.isnan(prediction), 0, found).astype(np.uint8)

    def labels(self) -> list[str]:
        """From which to which value each class goes."""
        bounds = (0.0, *self.cuts, 1.0)
        if self.relative:
            return [f"{low:g} – {high:g}" for low, high in zip(bounds, bounds[1:])]
        return [f"{100 * low:g} – {100 * high:g} %" for low, high in zip(bounds, bounds[1:])]

    def colors(self) -> list[str]:
        return ramp(HEAT, self.count) if self.count > 1 else [HEAT[2]]

    def steps(self) -> RasterStyle:
        """Style of a raster of predictions."""
        ends = (*self.cuts, 1.0)
        return RasterStyle(steps=tuple(zip(ends, self.colors(), self.labels())))

    def categories(self, *more: tuple[int, str, str]) -> RasterStyle:
        """Style of a raster of classes, and of what else it holds."""
        numbered = range(1, self.count + 1)
        return RasterStyle(classes=(*zip(numbered, self.colors(), self.labels()), *more))

    def zone_style(self, aliases: dict[str, str] | None = None, *, outside: bool = False) -> Style:
        """Style of zones by their class; ``outside``: class 0 is what lies outside the area of applicability."""
        classes = [
            StyleClass(label, color, value=number)
            for number, (label, color) in enumerate(zip(self.labels(), self.colors()), start=1)
        ]
        if outside:
            classes.append(StyleClass(outside_words(), OUTSIDE, value=0))
        classes.append(StyleClass(tr("No prediction"), UNKNOWN, value=""))
        return Style(
            kind="categorized",
            field="class",
            classes=tuple(classes),
            outline_width=0.0,
            map_tip=f'<b>[% round("{field_of(self.relative)}", 3) %]</b><br>[% "reason" %]',
            aliases=aliases or {},
            value_maps={"aoa": {"0": outside_words(), "1": inside_words()}},
        )


def parse_cuts(text: str) -> tuple[float, ...] | None:
    """Rising numbers between 0 and 1, separated by commas or semicolons; None for anything else."""
    try:
        cuts = tuple(float(part) for part in text.replace(";", ",").split(",") if part.strip())
    except ValueError:
        return None
    rising = all(low < high for low, high in zip(cuts, cuts[1:]))
    return cuts if cuts and rising and 0 < cuts[0] and cuts[-1] < 1 and len(cuts) <= MOST_CUTS else None


def is_relative(model: Model) -> bool:
    """True for a model that knows presences only: it orders places and gives no probability."""
    return model.settings.model == "background"


def prediction_words(relative: bool) -> str:
    """What the prediction is called."""
    return tr("Relative suitability") if relative else tr("Susceptibility (probability)")


def field_of(relative: bool) -> str:
    """The field that holds it."""
    return "suitability" if relative else "probability"


def band_of(relative: bool) -> str:
    """The band that holds it."""
    return "relative_suitability" if relative else "probability"


def outside_words() -> str:
    return tr("Outside the area of applicability")


def inside_words() -> str:
    return tr("Inside the area of applicability")


def applicability_style() -> RasterStyle:
    """Gray where the model may not be trusted, nothing where it may: to be laid over the map."""
    return RasterStyle(classes=((0, OUTSIDE, outside_words()), (1, INSIDE, inside_words())))


def dissimilarity_style(threshold: float) -> RasterStyle:
    """Steps up to the threshold, and what lies beyond it."""
    if not threshold > 0:
        return RasterStyle(ramp=((0.0, AWAY[0]), (1.0, AWAY[3])))
    ends = [threshold * part for part in (0.25, 0.5, 0.75, 1.0)]
    bounds = [0.0, *ends]
    labels = [f"{low:.2f} – {high:.2f}" for low, high in zip(bounds, bounds[1:])]
    labels.append(tr("above {threshold:.2f}: outside").format(threshold=threshold))
    return RasterStyle(steps=tuple(zip((*ends, 2 * threshold), AWAY, labels)))
