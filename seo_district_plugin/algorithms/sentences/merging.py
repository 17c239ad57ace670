"""What to say of registers that cannot be merged."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {
        "link_no_rows": tr("The registers have no rows."),
        "link_no_pairs": tr("No two rows have anything in common that could be compared."),
        "link_repetitions": tr(
            "The register '{register}' seems to hold about {count:,} things twice, in rows that differ. They are kept "
            "apart; name the register among those whose rows may be linked to each other if they are to be merged."
        ),
        "link_days_swapped": tr(
            "In {count:,} rows the closing day lies before the opening day; the two were exchanged for the comparison."
        ),
        "link_nothing_to_compare": tr(
            "None of the {rows:,} rows has a name, an address, a telephone number or another text to compare."
        ),
        "link_threshold": tr(
            "Pairs are reviewed from {review_from} up to {threshold}: the first must not be larger than the second, "
            "and both lie between 0 and 1."
        ),
        "link_within_unknown": tr("'{register}' is none of the registers."),
        "link_profile": tr("The words are of the profile '{language}', the rows of the profile '{profile}'."),
        "link_words_unreadable": tr("The file '{file}' holds no table of words for reading names."),
        "link_options": tr("'{value}' is no possible value of '{name}'."),
        "link_too_many_levels": tr("{fields} compared fields are too many. Leave some of the further fields out."),
        "link_labels_few": tr(
            "At least {least} labels of each kind are needed to learn from; there are {same:,} for the same and "
            "{different:,} for different ones."
        ),
        "link_reviewed_contradict": tr(
            "{count} reviewed pairs contradict other reviewed pairs (rows counted over all registers): {pairs}."
        ),
    }
