"""What is wrong with the settings of a facility location before any row is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsWkbTypes

from ...texts import tr
from .facilities_inputs import ID
from .facilities_words import COUNTED, ID_FIELDS, RADIUS_MODELS

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext


def problems(algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext) -> Iterator[str]:
    """Sentences, the cheapest to find first."""
    asked = _Asked(algorithm, parameters, context)
    yield from asked.model_problems()
    yield from asked.cost_problems()
    yield from asked.zone_problems()
    yield from asked.rule_problems()


class _Asked:
    def __init__(self, algorithm, parameters: dict, context) -> None:  # type: ignore[no-untyped-def]
        self.algorithm, self.parameters, self.context = algorithm, parameters, context
        self.model = algorithm.parameterAsEnumString(parameters, "MODEL", context)
        self.cost = algorithm.parameterAsEnumString(parameters, "COST", context)
        self.mode = algorithm.parameterAsEnumString(parameters, "EXISTING_MODE", context)

    def given(self, name: str) -> bool:
        return self.parameters.get(name) not in (None, "", [])

    def label(self, name: str) -> str:
        return f"{self.algorithm.page.entry(name).label} ({name})"

    def number(self, name: str) -> float:
        return float(self.algorithm.parameterAsDouble(self.parameters, name, self.context))

    def model_problems(self) -> Iterator[str]:
        if self.model in RADIUS_MODELS and not self.given("RADIUS"):
            yield tr("{parameter} is needed for the model {model}.").format(
                parameter=self.label("RADIUS"), model=self.model
            )
        if self.model == "capacitated" and not self.given("CAPACITY") and not self.given("CAPACITY_FIELD"):
            yield tr("The model capacitated needs {number} or {field}.").format(
                number=self.label("CAPACITY"), field=self.label("CAPACITY_FIELD")
            )
        if self.number("EQUITY") > 0 and self.model != "pmedian":
            yield tr("{parameter} is for the model pmedian only.").format(parameter=self.label("EQUITY"))
        standing = self.given("EXISTING") and self.mode != "ignore"
        if self.model not in COUNTED and self.number("FACILITIES") < 1 and not standing:
            yield tr("{parameter}: at least one site is to be opened where none stands.").format(
                parameter=self.label("FACILITIES")
            )

    def cost_problems(self) -> Iterator[str]:
        layers = [name for name in ID_FIELDS if self.given(name)]
        if self.cost == "network" and not self.given("NETWORK"):
            yield tr("COST = network needs {parameter}.").format(parameter=self.label("NETWORK"))
        if self.cost == "table":
            if not self.given("COST_TABLE"):
                yield tr("COST = table needs {parameter}.").format(parameter=self.label("COST_TABLE"))
            yield from self._without_ids(layers)
            return
        for name in layers:
            if name == "EXISTING" and self.mode == "ignore":
                continue
            source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
            if source is not None and QgsWkbTypes.geometryType(source.wkbType()) == Qgis.GeometryType.Null:
                yield tr(
                    "{parameter}: the layer '{layer}' has no geometry; that is possible with COST = table only."
                ).format(parameter=self.label(name), layer=source.sourceName())

    def _without_ids(self, layers: list[str]) -> Iterator[str]:
        """Rows are known to a cost table by an id; feature ids and the order of rows differ between readers."""
        for name in layers:
            source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
            if source is None or self.given(ID_FIELDS[name]):
                continue
            fields = [field.name() for field in source.fields()]
            if not any(field.lower() == ID for field in fields):
                yield tr(
                    "{parameter}: the layer '{layer}' has no field called id, by which the cost table names its rows. "
                    "Choose one in {chooser}. It has: {fields}."
                ).format(
                    parameter=self.label(name),
                    layer=source.sourceName(),
                    chooser=self.label(ID_FIELDS[name]),
                    fields=", ".join(fields[:30]),
                )

    def zone_problems(self) -> Iterator[str]:
        for name in ("MIN_PER_ZONE", "MAX_PER_ZONE"):
            if self.given(name) and not self.given("ZONES"):
                yield tr("{parameter} needs {zones}.").format(parameter=self.label(name), zones=self.label("ZONES"))
        if self.given("MIN_PER_ZONE") and self.given("MAX_PER_ZONE"):
            if self.number("MIN_PER_ZONE") > self.number("MAX_PER_ZONE"):
                yield tr("{low} is above {high}.").format(
                    low=self.label("MIN_PER_ZONE"), high=self.label("MAX_PER_ZONE")
                )
        if self.given("BUDGET") and not self.given("CANDIDATE_COST"):
            yield tr("{parameter} needs {field}.").format(
                parameter=self.label("BUDGET"), field=self.label("CANDIDATE_COST")
            )

    def rule_problems(self) -> Iterator[str]:
        yield from expression_problems(
            self.algorithm, self.parameters, self.context, "CANDIDATES", ("REQUIRED", "FORBIDDEN")
        )


def expression_problems(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    layer: str,
    names: tuple[str, ...],
) -> Iterator[str]:
    """What is wrong with expressions on the rows of a layer: syntax, fields and variables that are not there."""
    from ...layers.expressions import rule_problems, split_rules

    source = algorithm.parameterAsSource(parameters, layer, context) if parameters.get(layer) else None
    if source is None:
        return
    known = [field.name() for field in source.fields()]
    for name in names:
        rules = split_rules(algorithm.parameterAsString(parameters, name, context))
        for rule, kind, detail in rule_problems(rules, known):
            sentence = {
                "syntax": tr("{parameter}, {rule}: {detail}"),
                "variable": tr("{parameter}, {rule}: there is no variable '@{detail}'."),
            }.get(kind, tr("{parameter}, {rule}: there is no field '{detail}'."))
            label = f"{algorithm.page.entry(name).label} ({name})"
            yield sentence.format(parameter=label, rule=rule, detail=detail)
