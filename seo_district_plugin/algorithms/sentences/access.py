"""What to say of accessibility that cannot be computed, and of capacities that cannot hold the demand."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_access(), **_capacities()}


def _access() -> dict[str, str]:
    return {
        "access_size": tr(
            "There are {demands:,} demands and {services:,} capacities, but costs for {rows:,} and {columns:,}."
        ),
        "access_demand_bad": tr("The weight of demand {row} is below 0 or no number."),
        "access_supply_bad": tr("The capacity of service {row} is below 0 or no number."),
        "access_no_demand": tr("No demand that takes part has a weight above 0: there is nobody to be served."),
        "access_no_supply": tr("No service that takes part has a capacity above 0: there is nothing to reach."),
        "access_off_streets": tr(
            "'{layer}': all {rows:,} rows lie more than {farthest:,.0f} m from every street. Do the streets cover the "
            "same area?"
        ),
        "access_nothing_in_reach": tr(
            "No demand reaches any service within {radius:,.0f} m; the shortest straight distance is {nearest:,.0f} m. "
            "Do the layers cover the same area, and are the streets connected?"
        ),
        "capacity_all_zero": tr("'{layer}': no row of the field '{field}' has a capacity above 0."),
        "access_weight_size": tr("There are {weights:,} weights of distance for {pairs:,} pairs."),
        "access_weight_negative": tr("{count:,} weights of distance are below 0 or no numbers."),
        "steps_not_rising": tr("The zones must have rising distances above 0 and one weight each: {limits}."),
        "steps_weights": tr("The weights of the zones must lie between 0 and 1 and not all be 0: {weights}."),
        "steps_beyond_radius": tr(
            "The last zone ends at {limit:,.0f} m, beyond the radius of {radius:,.0f} m. Make the radius larger or the "
            "zone shorter."
        ),
        "tau_not_positive": tr("The way that weighs as much as crowding must be above 0, not {tau}."),
    }


def _capacities() -> dict[str, str]:
    return {
        "capacity_not_numbers": tr("The capacity of site {site} is no number."),
        "capacity_below_zero": tr("The capacity of site {site} is below 0."),
        "capacity_out_of_reach": tr("No allowed site with capacity serves demand {row}."),
        "capacity_total": tr(
            "The demand is {demand:,.1f}, but the {sites} largest allowed sites together hold {capacity:,.1f}. Open "
            "more sites or raise the capacities."
        ),
        "capacity_demand": tr(
            "Demand {row} is {demand:,.1f}; what it can reach holds at most {capacity:,.1f}. Raise a capacity, widen "
            "the reach, or let demands be split."
        ),
        "capacity_component": tr(
            "{rows:,} demands (the first is {row}) can be served only by sites that hold {capacity:,.1f} together, but "
            "amount to {demand:,.1f}."
        ),
        "capacity_components": tr(
            "The area falls into parts that share no site; together they need at least {needed} sites, but {sites} may "
            "be open."
        ),
        "capacity_no_set": tr(
            "No set with {sites} new sites holds the demand of {demand:,.1f} under the stated rules; this was proven "
            "by trying all that could. Open more sites, raise capacities, or let demands be split."
        ),
        "capacity_not_found": tr(
            "No set with {sites} new sites that holds all demand was found in {seconds:g} s. Give more time, open more "
            "sites, or raise capacities."
        ),
    }
