"""What a siting of care centers calls its goals, rules and people, and how it knows their fields."""

from __future__ import annotations

from ...texts import tr

PEOPLE = {
    "children": (
        "p_6_12", "p06_12", "a06_12", "age_6_12", "children", "pupils", "students", "학생수", "초등학생", "아동수",
    ),
    "elderly": ("p_65_up", "p65_up", "a65_up", "age_65_up", "elderly", "older", "노인수", "고령인구", "65세이상"),
}  # fmt: skip
"""Fields that hold the people of a preset, best first: those of allocated ages, of the grid, of school lists."""
GROWTH_FIELDS = ("households", "homes", "units", "세대수", "가구수")


def people_field(names: list[str], preset: str, layer: str = "DEMAND") -> str:
    """The field of people, by its name; empty where none is known."""
    known = {name.lower(): name for name in names}
    wanted = GROWTH_FIELDS if layer == "GROWTH" else PEOPLE[preset]
    return next((known[word] for word in wanted if word in known), "")


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


def objective_word(goal: str) -> str:
    """What the objective of a goal measures."""
    return {
        "cover": tr("people within the walking time"),
        "mean": tr("minutes on foot of all people together"),
        "farthest": tr("longest walk in minutes"),
        "fair": tr("walk in minutes, long ones weighing more"),
        "fewest": tr("number of centers"),
        "places": tr("minutes on foot of all people together"),
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
