"""What to say of populations that cannot be allocated."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_age_sentences(), **_count_sentences()}


def _age_sentences() -> dict[str, str]:
    return {
        "age_columns_overlap": tr(
            "The columns '{first}' and '{second}' count the same ages. Name the columns to use in COUNT_FIELDS, for "
            "example those of one month."
        ),
        "age_group_bad": tr("'{text}' is no group of ages. Give groups such as 0-5,6-12,13-18,19-64,65+."),
        "age_groups_overlap": tr("The age groups {first} and {second} overlap."),
        "ages_missing": tr("The age group {group} cannot be made: no column counts people aged {age}."),
        "age_column_open": tr(
            "The column '{column}' has no upper end and would have to be divided for the group {group}. Give a table "
            "of people by single year of age (SHARES), or a group that takes the whole column."
        ),
        "shares_no_ages": tr(
            "The table of shares has neither the columns 'age' and 'share' nor a column for each year of age."
        ),
        "shares_bad_value": tr("The table of shares, row {row}: an age in years and a number from 0 are needed."),
        "shares_age_twice": tr("The table of shares has the age {age} twice."),
    }


def _count_sentences() -> dict[str, str]:
    return {
        "counts_no_columns": tr(
            "No column of people was recognized among: {columns}. Name the columns in COUNT_FIELDS."
        ),
        "counts_no_ages": tr(
            "Age groups were asked for, but no column of ages was recognized among: {columns}. Leave GROUPS empty to "
            "allocate everybody together."
        ),
        "counts_no_match": tr(
            "No row of the counts has the code of a zone. Codes of the zones: {zones}. Codes of the counts: {rows}. "
            "Codes of the Ministry of the Interior and of Statistics Korea differ; both sides need the same."
        ),
        "counts_code_twice": tr(
            "{count:,} zones have several rows of counts (for example {codes}). Leave one row per zone: filter to one "
            "month, day or hour, or name the column of items (ITEM_FIELD)."
        ),
        "counts_item_twice": tr(
            "The counts have two values of the item {item} for the zone {zone}. Filter the table to one year or month."
        ),
        "count_not_number": tr(
            "The column '{field}', row {row} of the counts: this is no number and no mark of a hidden value."
        ),
        "count_negative": tr("The column '{field}', row {row} of the counts: a number of people cannot be negative."),
        "weight_negative": tr("{count:,} targets have a negative weight. Weights are numbers from 0."),
        "no_targets_in_zones": tr(
            "None of the {targets:,} targets lies in a zone. Do the two layers cover the same place?"
        ),
        "zone_field_needed": tr(
            "Which field of '{layer}' holds the code of the zones? None of its fields is called as such fields usually "
            "are: {fields}."
        ),
        "finer_no_values": tr("The field '{field}' of the finer totals has no value in any row."),
        "population_not_kept": tr(
            "The people of a zone did not add up after the allocation (difference {difference:g}). Nothing was "
            "written; please report this."
        ),
    }
