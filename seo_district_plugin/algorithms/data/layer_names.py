"""What the rows of a recipe call their layers: name, file, table or number."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...analysis.zones.rules import FeatureRequest

KINDS = {"point": "point", "line": "line", "polygon": "polygon", "none": "table"}


@dataclass
class NamedLayer:
    """One of the layers to measure: a name of its own, its kind, its prepared input and what else it may be called."""

    name: str
    kind: str
    source: object
    also: frozenset[str]


def named_layers(inputs: Sequence[object]) -> list[NamedLayer]:
    """Give each layer a name of its own: its title, with its number where titles repeat."""
    layers = []
    names = named_titles([source.title for source in inputs])
    for number, (source, name) in enumerate(zip(inputs, names), start=1):
        words = {source.title, source.stem, getattr(source, "table_name", ""), f"#{number}", str(number), name}
        kind = KINDS.get(getattr(source, "geometry", ""), "raster" if not hasattr(source, "geometry") else "polygon")
        layers.append(NamedLayer(name, kind, source, frozenset(word.lower() for word in words if word)))
    return layers


def named_titles(titles: Sequence[str]) -> list[str]:
    """Titles that differ: those that repeat get their number."""
    return [f"{title} ({number})" if titles.count(title) > 1 else title for number, title in enumerate(titles, start=1)]


def resolved(requests: Sequence[FeatureRequest], layers: Sequence[NamedLayer]) -> list[FeatureRequest]:
    """The requests with the layers' own names; a name that fits no layer is left for the check to refuse.

    Raises:
        AnalysisError: ``recipe_layer_ambiguous`` (row, layer, known) when a name fits several layers.
    """
    from ...analysis.errors import AnalysisError
    from ...analysis.zones.rules import REACH_MEASURES

    result = []
    for row, request in enumerate(requests, start=1):
        if request.measure in REACH_MEASURES:
            result.append(request)  # of the streets themselves, whatever other layers are called
            continue
        word = request.layer.strip().lower()
        fitting = [layer for layer in layers if layer.name.lower() == word]
        fitting = fitting or [layer for layer in layers if word in layer.also]
        if len(fitting) > 1:
            known = [f"{layers.index(layer) + 1}: {layer.name}" for layer in fitting]
            raise AnalysisError("recipe_layer_ambiguous", row=row, layer=request.layer, known=known)
        result.append(_with_own_names(request, fitting[0]) if fitting else request)
    return result


def _with_own_names(request: FeatureRequest, layer: NamedLayer) -> FeatureRequest:
    return dataclasses.replace(
        request,
        layer=layer.name,
        field=_one_of(request.field, layer),
        zone_field=_one_of(request.zone_field, layer),
    )


def _one_of(text: str, layer: NamedLayer) -> str:
    """A packaged recipe names several possible fields, ``pupils|students``: the first that the layer has."""
    if "|" not in text or layer.kind == "raster":
        return text
    known = {name.lower(): name for name in layer.source.field_names()}
    words = [word.strip() for word in text.split("|")]
    return next((known[word.lower()] for word in words if word.lower() in known), words[0])
