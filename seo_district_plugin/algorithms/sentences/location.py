"""What to say when the best sites cannot be found: costs, rules on the sites, demands that no set serves."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_costs(), **_sites(), **_rules(), **_demands()}


def _costs() -> dict[str, str]:
    return {
        "costs_negative": tr("The cost from demand {row} to site {column} is below 0."),
        "costs_not_numbers": tr("The cost from demand {row} to site {column} is no number."),
        "costs_pair_twice": tr("The cost from demand {row} to site {column} is given twice."),
        "weights_not_positive": tr("Demand {row} has a weight that is not above 0."),
    }


def _sites() -> dict[str, str]:
    return {
        "sites_negative": tr("The number of sites to open must not be below 0, but is {wanted}."),
        "sites_none": tr("No site is to be opened and none exists. At least one is needed."),
        "sites_too_few": tr(
            "{wanted:,} sites are to be opened, but only {available:,} candidates may be. "
            "Give more candidates or open fewer sites."
        ),
        "sites_required_too_many": tr(
            "{required:,} candidates are required, but only {wanted:,} sites are to be opened."
        ),
        "site_required_and_forbidden": tr("Site {column} is both required and forbidden."),
        "existing_forbidden": tr(
            "Existing site {column} is forbidden, but only {closable:,} existing sites may be closed."
        ),
    }


def _rules() -> dict[str, str]:
    return {
        "group_bounds_crossed": tr(
            "In '{group}' at least {low:,} and at most {high:,} sites are to be open: no number is both."
        ),
        "group_too_few_sites": tr("In '{group}' at least {low:,} sites are to be open, but only {available:,} may be."),
        "group_too_many_open": tr(
            "In '{group}' at most {high:,} sites may be open, but {fixed:,} are existing or required ones."
        ),
        "budget_too_small": tr(
            "The budget of {budget:,} is too small: the cheapest set that keeps the other rules costs {least:,}."
        ),
        "rules_contradict": tr("No set of sites keeps these rules together: {rules}."),
    }


def _demands() -> dict[str, str]:
    return {
        "demand_unreachable": tr(
            "{demands:,} demands can be served by no allowed site; the first is demand {row}. "
            "Raise the limit of the cost, or leave them out."
        ),
        "demands_need_more_sites": tr(
            "No allowed set of {wanted:,} open sites serves every demand. "
            "Open more sites or raise the limit of the cost."
        ),
        "no_set_in_time": tr(
            "In {seconds:.0f} seconds no set was found that serves every demand. "
            "Open more sites, raise the limit of the cost, or give more time."
        ),
    }
