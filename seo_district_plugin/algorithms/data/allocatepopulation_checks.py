"""What can be seen to be wrong before a population is allocated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...layers.expressions import rule_problems, split_rules
from ...texts import tr

if TYPE_CHECKING:
    from ..base import DistrictAlgorithm


def named_columns(text: str) -> list[str]:
    """Names separated by commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def column_problems(algorithm: DistrictAlgorithm, parameters: dict, context) -> Iterator[str]:
    """Columns named as text exist, and settings that need each other come together."""
    page = algorithm.page
    given = {name for name, value in parameters.items() if value not in (None, "", [])}
    for name, needed in (("FINER", "FINER_FIELD"), ("ITEM_FIELD", "VALUE_FIELD"), ("VALUE_FIELD", "ITEM_FIELD")):
        if name in given and needed not in given:
            yield tr("{parameter} needs {other} too.").format(
                parameter=page.entry(name).label, other=page.entry(needed).label
            )
    parent = "COUNTS" if "COUNTS" in given else "ZONES"
    source = algorithm.parameterAsSource(parameters, parent, context)
    if source is None or "ITEM_FIELD" in given:
        return
    known = [field.name() for field in source.fields()]
    for name in named_columns(algorithm.parameterAsString(parameters, "COUNT_FIELDS", context)):
        if name not in known:
            yield tr("{parameter}: the layer '{layer}' has no field '{field}'. It has: {fields}.").format(
                parameter=page.entry("COUNT_FIELDS").label,
                layer=source.sourceName(),
                field=name,
                fields=", ".join(known[:30]),
            )


def rule_sentences(algorithm: DistrictAlgorithm, parameters: dict, context) -> Iterator[str]:
    """Mistakes in the expression that says which targets people live in."""
    source = algorithm.parameterAsSource(parameters, "TARGETS", context)
    if source is None:
        return
    rules = split_rules(algorithm.parameterAsString(parameters, "RESIDENTIAL", context))
    for rule, kind, detail in rule_problems(rules, [field.name() for field in source.fields()]):
        if kind == "syntax":
            yield tr("Residential rule {rule}: {problem}").format(rule=rule, problem=detail)
        elif kind == "variable":
            yield tr("Residential rule {rule}: there is no variable '@{name}'.").format(rule=rule, name=detail)
        else:
            yield tr("Residential rule {rule}: there is no field '{field}'.").format(rule=rule, field=detail)
