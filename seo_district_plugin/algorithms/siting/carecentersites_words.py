"""What a siting of care centers calls its goals, rules and people."""

from __future__ import annotations

from ...texts import tr


def goal_word(goal: str) -> str:
    """A goal, as a sentence ends with it."""
    return {
        "cover": tr("most people within the walking time"),
        "mean": tr("shortest mean walk"),
        "farthest": tr("nobody farther than necessary"),
        "fair": tr("fairest spread of walks"),
        "fewest": tr("fewest centers that bring everybody within the walking time"),
        "places": tr("shortest mean walk with enough places"),
    }[goal]


def people_word(preset: str) -> str:
    """Who is to be cared for."""
    return {"children": tr("children"), "elderly": tr("older people")}[preset]


def rule_word(rule: str) -> str:
    """A hard rule that a candidate breaks."""
    if rule.startswith("hazard:"):
        return tr("too near to a hazard: {layer}").format(layer=rule.split(":", 2)[1])
    return {
        "area": tr("floor area below the least, or unknown"),
        "floor": tr("floor above the highest, or unknown"),
        "harmful": tr("too near to a harmful business"),
        "forbidden": tr("excluded by the expression"),
    }[rule]


def source_word(source: str) -> str:
    """Where a number of people comes from."""
    return {"cells": tr("people of the demand layer"), "growth": tr("new homes")}[source]
