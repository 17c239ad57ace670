"""Truth that is to be seen on the map beside the results. Adding one is adding an entry to TRUTH_LAYERS."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Map, Words


@dataclass(frozen=True)
class TruthLayer:
    """A table of truth that is joined to a layer of the sample.

    Attributes:
        name: of the table in the GeoPackage.
        title: in the project.
        base, key: layer of the sample and its field that names a feature.
        csv, field: table of truth (it has the key too) and the field that is shown.
        label: of the field.
        cuts: limits of the classes, from the least to the largest value.
        map: the picture, case "truth" on the page.
    """

    name: str
    title: Words
    base: str
    key: str
    csv: str
    field: str
    label: Words
    cuts: tuple[float, ...]
    map: Map


TRUTH_LAYERS: tuple[TruthLayer, ...] = (
    TruthLayer(
        name="truth_suitability",
        title={"en": "True suitability for notice boards", "ko": "전자게시대 적합도의 참값"},
        base="population_grid",
        key="gid",
        csv="suitability",
        field="true_suitability",
        label={"en": "True suitability (0-100)", "ko": "실제 적합도(0-100)"},
        cuts=(0, 15, 30, 45, 60, 100),
        map=Map(("boards", "truth_suitability"), {"en": "The planted truth", "ko": "심어 둔 참값"}),
    ),
)
