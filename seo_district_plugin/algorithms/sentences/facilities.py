"""What to say of demand, candidates and cost tables that cannot be used."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_tables(), **_rows(), **_studies()}


def _tables() -> dict[str, str]:
    return {
        "cost_table_empty": tr("The cost table has no rows."),
        "cost_table_not_numbers": tr("The cost table has {count:,} rows without a number as cost: {first}."),
        "cost_table_negative": tr("The cost table has {count:,} rows with a cost below 0: {first}."),
        "cost_table_pair_twice": tr("The cost table names {count:,} pairs more than once: {first}."),
        "cost_table_unknown": tr(
            "The cost table names {count:,} ids as {kind} that no layer has: {first}. Origin is the demand, "
            "destination the candidate or existing site; ids compare as text without blanks around it."
        ),
        "dispersion_needs_pairs": tr(
            "p-dispersion needs costs between the sites, but the cost table has no rows that begin at {count:,} of "
            "them ({first}). Use the candidates as demand too, or another kind of cost."
        ),
    }


def _rows() -> dict[str, str]:
    return {
        "ids_twice": tr(
            "'{layer}': {count:,} ids of the field '{field}' occur more than once ({first}); the cost table needs each "
            "only once."
        ),
        "weights_negative_rows": tr(
            "'{layer}': the field '{field}' has {count:,} weights below 0 or without end: {first}."
        ),
        "weights_all_zero": tr("'{layer}': no row of the field '{field}' has a weight above 0."),
        "capacity_negative": tr("'{layer}': the field '{field}' has {count:,} capacities below 0: {first}."),
        "price_negative": tr("'{layer}': the field '{field}' has {count:,} costs of opening below 0: {first}."),
        "existing_capacity_missing": tr(
            "'{layer}': {count:,} existing sites have no capacity. Give them a field '{field}', or give CAPACITY."
        ),
        "no_candidate_left": tr("None of the {rows:,} candidates of '{layer}' can take part; REJECTED says why."),
        "zones_need_places": tr("Limits per zone need candidates and existing sites with geometry."),
    }


def _studies() -> dict[str, str]:
    return {
        "unknown_model": tr("'{model}' is no model. Possible: {known}."),
        "no_sites": tr("There is no candidate and no existing site."),
        "radius_missing": tr("The model {model} needs a radius."),
        "capacity_missing": tr("The capacitated model needs capacities."),
        "distances_missing": tr("p-dispersion needs distances between the sites."),
        "nobody_reachable": tr(
            "None of the {demands:,} demand rows can be reached from any allowed site. Are the layers at the same "
            "place, is the cutoff too small, or are the streets torn?"
        ),
        "nobody_within_radius": tr(
            "None of the {demands:,} demand rows has an allowed site within the radius of {radius:g}. Raise the radius."
        ),
        "demand_lost": tr("{count:,} demand rows could not be served by any allowed site."),
        "too_many_sites": tr(
            "{sites:,} candidates and existing sites are too many; {most:,} are possible. Leave out what is no real "
            "choice: filter the candidates, or take one per building, parcel or 50 m cell."
        ),
        "too_many_pairs": tr(
            "{demands:,} demand rows x {sites:,} sites = {pairs:,} pairs are too many; {most:,} are possible. Join the "
            "demand into cells of 100 m (the mean error is then below half a cell), take fewer candidates, or, for "
            "models with a radius, give a cutoff."
        ),
    }
