"""What facility location calls its models, roles and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...texts import tr

if TYPE_CHECKING:
    from ...analysis.siting.study import Answer

RADIUS_MODELS = ("lscp", "lscpb", "mclp")
COUNTED = ("lscp", "lscpb")
ID_FIELDS = {"DEMAND": "DEMAND_ID", "CANDIDATES": "CANDIDATE_ID", "EXISTING": "EXISTING_ID"}


def reject_word(reason: str) -> str:
    """Why a row takes no part."""
    return {
        "no_id": tr("no id, which the cost table needs"),
        "no_weight": tr("no weight"),
        "zero_weight": tr("the weight is 0: nobody is to be served"),
        "outside_district": tr("outside the district"),
        "same_place": tr("another candidate lies at the same place"),
        "no_capacity": tr("no capacity"),
        "no_price": tr("no cost of opening, which the budget needs"),
        "is_existing": tr("it stands already: an existing site has the same id"),
    }[reason]


def unserved_word(reason: str) -> str:
    """Why a demand is served by nobody."""
    return {
        "unreachable": tr("no allowed site can be reached"),
        "beyond_radius": tr("no allowed site lies within the radius"),
        "not_covered": tr("no open site lies within the radius"),
        "off_street": tr("too far from every street"),
    }[reason]


def role_words() -> dict[str, str]:
    """What a site is in the answer."""
    return {"new": tr("new"), "existing": tr("existing"), "closed": tr("closed")}


def model_word(model: str) -> str:
    """What a model asks for."""
    return {
        "pmedian": tr("least total cost (p-median)"),
        "pcenter": tr("smallest largest cost (p-center)"),
        "lscp": tr("fewest sites that cover everybody (LSCP)"),
        "lscpb": tr("fewest sites that cover everybody, then most covered twice (LSCP-B)"),
        "mclp": tr("most demand covered (MCLP)"),
        "capacitated": tr("least total cost within capacities (capacitated p-median)"),
        "dispersion": tr("sites as far apart as possible (p-dispersion)"),
    }[model]


def objective_word(model: str) -> str:
    """What the objective of a model measures."""
    return {
        "pmedian": tr("sum of weight times cost"),
        "pcenter": tr("largest cost"),
        "lscp": tr("number of sites"),
        "lscpb": tr("number of sites"),
        "mclp": tr("covered weight"),
        "capacitated": tr("sum of weight times cost"),
        "dispersion": tr("smallest distance between two sites"),
    }[model]


def rule_word(what: str) -> str:
    """A rule whose price is told."""
    return {
        "required": tr("sites that must be opened"),
        "forbidden": tr("sites that may not be opened"),
        "min_per_zone": tr("least number of sites per zone"),
        "max_per_zone": tr("largest number of sites per zone"),
        "budget": tr("budget"),
        "existing": tr("existing sites that stay"),
        "capacity": tr("capacities"),
        "split": tr("each demand is served by one site only"),
    }[what]


def amount(value: float, unit: str = "") -> str:
    """A number of the objective for a sentence: whole from 1,000 on."""
    digits = 0 if abs(value) >= 1000 or float(value).is_integer() else 2 if abs(value) >= 1 else 4
    return f"{value:,.{digits}f}" + (f" {unit}" if unit else "")


def proof_sentence(answer: Answer, what: str = "") -> str:
    """What is proven, for people who do not know what a bound is; ``what``: the objective, in own words."""
    solution, model = answer.solution, answer.study.model
    values = {
        "count": len(answer.opened),
        "what": what or objective_word(model),
        "value": amount(solution.objective),
        "bound": amount(solution.bound),
        "gap": 100.0 * solution.gap,
    }
    if solution.proven:
        if model in COUNTED:
            return tr("Proven: no set with fewer than {value} open sites covers everybody under these rules.").format(
                **values
            )
        return tr("Proven: no other set of {count} new sites under these rules is better ({what}: {value}).").format(
            **values
        )
    if answer.study.maximizing:
        return tr(
            "Not proven in the time given: this set reaches {value} ({what}); no set under these rules can be above "
            "{bound}. The best set is at most {gap:.2f} % better."
        ).format(**values)
    return tr(
        "Not proven in the time given: this set reaches {value} ({what}); no set under these rules can be below "
        "{bound}. The best set is at most {gap:.2f} % better."
    ).format(**values)


def model_problem(code: str) -> str:
    """Why a change of the question has no answer."""
    if code == "demand_lost":
        return tr("With it somebody could not be served at all.")
    return tr("No set of sites keeps all rules with it.")
