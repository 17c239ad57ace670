"""What to say when covering, dispersion, exposure or evenness cannot be computed."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_covering(), **_spacing(), **_evenness(), **_rows()}


def _covering() -> dict[str, str]:
    return {
        "radius_not_usable": tr("The radius must be a number of at least 0, not {radius}."),
        "backup_not_usable": tr("The worth of a second cover must lie between 0 and 1, but is {backup}."),
        "cover_impossible": tr(
            "{count:,} demands have no allowed site within {radius:g}; the first is demand {row}. "
            "Raise the radius, add candidates there, or leave these demands out."
        ),
        "cover_against_rules": tr(
            "Not every demand can be covered as long as these rules hold: {rules}. "
            "Relax one of them or raise the radius."
        ),
        "no_allowed_set_in_time": tr(
            "In {seconds:.0f} seconds no set of sites was found that keeps all rules. Relax a rule or give more time."
        ),
    }


def _spacing() -> dict[str, str]:
    return {
        "dispersion_needs_two": tr("A distance between open sites needs at least two of them, one of them new."),
        "distances_not_square": tr(
            "The table of distances between sites has {rows:,} rows and {columns:,} columns; "
            "both must be the number of sites."
        ),
        "distances_not_usable": tr("The distance from site {row} to site {column} is negative or no number."),
        "contact_not_usable": tr("How well flow {row} sees site {column} must lie between 0 and 1."),
        "levels_not_usable": tr(
            "The worth of the first, second and further contacts must lie between 0 and 1 and not rise: {levels}."
        ),
        "threshold_not_usable": tr("The least contact that counts must lie above 0 and at most 1, but is {threshold}."),
        "spacing_of_required": tr(
            "Sites {first} and {second} are nearer to each other than allowed, but both must be open."
        ),
        "spacing_too_wide": tr(
            "{wanted:,} sites are to be opened, but at this spacing no more than {most:,} find room. "
            "Open fewer sites or reduce the spacing."
        ),
        "spacing_against_rules": tr("No set of sites keeps the spacing and these rules together: {rules}."),
    }


def _evenness() -> dict[str, str]:
    return {
        "aversion_not_usable": tr("The aversion to inequality must be a number above 0, not {aversion}."),
        "distances_all_zero": tr("All distances are 0 or nobody is served: there is nothing to compare."),
        "kappa_not_usable": tr("The parameter of the equally distributed distance must be above 0, but is {kappa}."),
    }


def _rows() -> dict[str, str]:
    return {
        "demand_none_left": tr(
            "None of the {rows:,} demands can be used: weight 0 in {zero:,}, negative in {negative:,}, no number in "
            "{not_numbers:,}; {unreachable:,} are reached by no allowed site."
        ),
        "candidates_too_many": tr(
            "{count:,} candidates must stay, but at most {most:,} can be computed. Take fewer candidates."
        ),
    }
