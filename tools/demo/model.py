"""What a step of the demo is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

Words = dict[str, str]
"""A text in both languages: {"en": ..., "ko": ...}."""

HERE = "@/"
"""Stands for the demo's folder in inputs and outputs, so that a state does not depend on where the folder is."""


@dataclass(frozen=True)
class Settings:
    """What the demo is asked to do.

    Attributes:
        preset: size of the sample, tiny or district.
        cell: side of a cell of the analysis grid in meters.
        language: of reports, field names and the project: en or ko.
        seed: start of the random numbers of the sample.
        top: number of best places asked for.
    """

    preset: str = "district"
    cell: int = 100
    language: str = "en"
    seed: int = 1
    top: int = 10


@dataclass(frozen=True)
class Found:
    """One line of the table of what was found and what is true.

    Attributes:
        id: name of the line, for programs.
        what: what is compared.
        found, truth: figures; the truth is None where nothing was planted.
        means: what the comparison tells.
        kind: how the figures are written: count, share, rank or meters.
        right: True or False where the two must agree, None where they need not.
    """

    id: str
    what: Words
    found: float
    truth: float | None
    means: Words
    kind: str = "count"
    right: bool | None = None


@dataclass(frozen=True)
class Shown:
    """A result that goes into the GeoPackage and the project.

    Attributes:
        source: file of the demo, or file|layername=table.
        name: of the table in the GeoPackage.
        title: in the project.
        on: shown at first.
    """

    source: str
    name: str
    title: Words
    on: bool = False


@dataclass(frozen=True)
class Map:
    """A picture: tables of the demo's GeoPackage, the first on top; the last is the theme and gives the legend.

    ``where``: a filter of the theme, an expression of QGIS.
    """

    layers: tuple[str, ...]
    caption: Words
    where: str = ""

    @property
    def key(self) -> str:
        """Names the map."""
        return "+".join(self.layers)


@dataclass(frozen=True)
class Step:
    """One run of an algorithm.

    Attributes:
        id: name of the step and of its folder under results/.
        title: what it does, in a few words.
        about: one or two sentences for the page.
        algorithm: id without the provider.
        inputs: parameters, given the settings; "@/" stands for the demo's folder.
        outputs: output parameter -> file of the demo, in the order of making.
        case: "rich", "poor" or "" for both.
        prepare: writes the small files that the step needs (recipes) into its folder.
        compare: what was found against the truth, once all steps have been run.
        shown: layers for the project; maps: pictures for the page; report: parameter that holds the report.
    """

    id: str
    title: Words
    about: Words
    algorithm: str
    inputs: Callable[[Settings], dict]
    outputs: dict[str, str]
    case: str = ""
    prepare: Callable[[Path, Settings], None] | None = None
    compare: Callable[[Path], list[Found]] | None = None
    shown: tuple[Shown, ...] = ()
    maps: tuple[Map, ...] = ()
    report: str = "REPORT"
    group: Words = field(default_factory=lambda: {"en": "Results", "ko": "결과"})
