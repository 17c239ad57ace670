"""What to say when nothing can be learned from what was given."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_rows(), **_factors(), **_folds(), **_absences(), **_inner()}


def _rows() -> dict[str, str]:
    return {
        "one_class_only": tr(
            "There are {presences:,} events and {absences:,} places without: both are needed to learn what makes the "
            "difference."
        ),
        "too_few_presences": tr(
            "Only {count} events can be used; at least {needed} are needed for a model whose quality can be told. Add "
            "records, or rate places with the suitability score instead."
        ),
        "too_few_absences": tr(
            "Only {count} places without an event can be used; at least {needed} are needed. Raise ABSENCE_RATIO or "
            "lower ABSENCE_BUFFER, or add records."
        ),
        "no_training_rows": tr(
            "No row of the inventory has a label and a value in every factor. Do inventory and factors cover the same "
            "place?"
        ),
        "label_unknown": tr(
            "The label field '{field}' holds '{value}' (feature {row}). Use 1 and 0, or true and false."
        ),
        "inventory_without_places": tr(
            "The inventory '{layer}' has no geometry. Places are needed to hold them out in space: give a layer with "
            "points, lines or polygons."
        ),
        "learning_library_missing": tr(
            "The model '{model}' needs the Python library scikit-learn, which this QGIS does not have. Install it, or "
            "choose logistic, spline or background, which do without."
        ),
    }


def _factors() -> dict[str, str]:
    return {
        "all_factors_constant": tr("No factor varies among the places, so nothing can be learned from them."),
        "values_not_finite": tr("The factor '{factor}' holds values that are no numbers."),
        "too_many_levels": tr(
            "The categorical factor '{factor}' has {count:,} classes, more than {limit}. Is it a measured factor? Take "
            "it out of CATEGORICAL, or merge classes."
        ),
        "category_as_text": tr(
            "The categorical field '{field}' holds texts. Give each class a number (field calculator), which the map "
            "to be predicted has to use too."
        ),
        "categorical_unknown": tr("CATEGORICAL names {names}, which are no factors. Factors are: {factors}."),
        "strata_unknown": tr("STRATA names '{name}', which is no factor. Factors are: {factors}."),
        "applicability_no_variation": tr("No factor varies, so there is no area of applicability."),
        "model_unknown": tr("There is no model '{model}'. Known: {known}."),
    }


def _folds() -> dict[str, str]:
    return {
        "unknown_folds": tr("There are no folds called '{method}'."),
        "too_few_folds": tr("At least 2 folds are needed, not {folds}."),
        "folds_impossible": tr(
            "The places cannot be divided into folds: there are too few different ones ({places}). Is every row at the "
            "same spot?"
        ),
        "size_not_positive": tr("The size of blocks must be above 0, not {size}."),
        "events_undated": tr("Validation by event needs rows that name their event; the field is empty everywhere."),
        "one_event": tr(
            "All rows are of one event. Validation by event needs two or more; choose k-means or blocks instead."
        ),
        "targets_missing": tr(
            "kNNDM needs to know the places to be predicted, which it takes from rasters. Give FACTORS as rasters, or "
            "choose k-means or blocks."
        ),
        "no_folds": tr("No folds were made."),
        "nothing_validated": tr(
            "None of the {folds} test folds holds both events and other places, so that nothing can be tested. Take "
            "fewer folds, or k-means."
        ),
    }


def _absences() -> dict[str, str]:
    return {
        "ratio_not_positive": tr("ABSENCE_RATIO must be above 0, not {ratio}."),
        "buffer_negative": tr("ABSENCE_BUFFER must not be below 0, but is {buffer}."),
        "no_events": tr(
            "The inventory has no event with a value in every factor. Do inventory and factors cover the same place?"
        ),
        "no_absence_places": tr(
            "No place is left to draw absences from: of {candidates:,} cells {excluded:,} are outside the observed "
            "area and {near:,} too near to an event. Lower ABSENCE_BUFFER or give a larger area."
        ),
        "rate_out_of_range": tr("A share of events must lie between 0 and 1; {name} is {rate}."),
    }


def _inner() -> dict[str, str]:
    return {
        "too_few_rows": tr("Only {rows} rows are left, too few for this."),
        "too_few_blocks": tr("There are only {blocks} blocks of places, too few for this."),
        "no_scores": tr("No block holds enough places for an interval."),
        "level_out_of_range": tr("The level must lie between 0 and 1, not {level}."),
        "scale_not_positive": tr("The scale of an interval must be above 0."),
        "scores_out_of_range": tr("Scores must lie between 0 and 1; they go from {low} to {high}."),
        "lengths_differ": tr("{xy} places and {residuals} residuals do not fit together."),
        "unknown_metric": tr("There is no measure '{name}'."),
    }
