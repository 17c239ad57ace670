"""Words of the training: why rows are left out, what is remarked, what metrics and methods are called."""

from __future__ import annotations

from ...texts import tr


def REASONS() -> dict[str, str]:  # noqa: N802 (a table that needs the language of the moment)
    """Code -> why a row of the inventory is left out."""
    return {
        "label_missing": tr("the label is empty"),
        "outside_rasters": tr("outside the rasters"),
        "outside_factors": tr("no factor has a value there"),
        "factor_missing": tr("a factor has no value there"),
    }


def remark_text(code: str, values: dict[str, object]) -> str:
    """A remark of the learning as a sentence; the bare code for one that has none (a test forbids that)."""
    text = _remarks().get(code)
    return text.format(**values) if text else code


def _remarks() -> dict[str, str]:
    return {**_factor_remarks(), **_fold_remarks(), **_model_remarks()}


def _factor_remarks() -> dict[str, str]:
    return {
        "factor_constant": tr("'{factor}' has the same value everywhere and was not used."),
        "factor_leaks": tr(
            "'{factor}' alone tells events from the rest almost without error (AUROC {auroc:.3f}). Mostly that is the "
            "label in another dress, such as a field filled in after the event: check it before you believe anything."
        ),
        "factor_rare_classes": tr(
            "'{factor}': classes {classes} have fewer than {rows} places each; what is learned of them is chance."
        ),
    }


def _fold_remarks() -> dict[str, str]:
    return {
        "folds_fewer": tr("{made} folds were made instead of {asked}: there are not more different places or events."),
        "blocks_shrunk": tr(
            "Blocks of {wanted:,.0f} m would be too few; blocks of {size:,.0f} m were taken. The figures may still be "
            "too good."
        ),
        "blocks_default": tr(
            "Nothing tells how large blocks should be; blocks of {size:,.0f} m were taken, about four to a fold."
        ),
        "knndm_random": tr(
            "The training places lie as densely as the places to be predicted: random folds match (distance "
            "{wasserstein:,.0f} m)."
        ),
        "knndm_clusters": tr(
            "Folds of {clusters} clusters match best how far the places to be predicted lie from the training places "
            "(they differ by {wasserstein:,.0f} m)."
        ),
        "absences_shared": tr("{absences:,} absences belong to no event and were spread over the folds."),
        "size_of_residuals": tr(
            "Residuals are alike within {range:,.0f} m ({model} variogram): that is the size of the blocks."
        ),
        "variogram_no_structure": tr("Residuals of neighbors are no more alike than by chance."),
        "variogram_unbounded": tr(
            "Residuals are alike over more than a third of the area: no size of blocks can be told from them."
        ),
        "variogram_too_few": tr("{places} places are too few for a variogram of the residuals."),
    }


def _model_remarks() -> dict[str, str]:
    return {
        "model_separated": tr(
            "The factors separate events and absences completely; the coefficients were held back by a penalty."
        ),
        "model_not_converged": tr("The fit had not come to rest when it was ended."),
        "interval_few_blocks": tr(
            "The prediction interval rests on {blocks} blocks of neighboring places only: take it as rough."
        ),
        "no_interval": tr("No prediction interval: there are too few places in each block."),
        "no_coverage": tr("How many shares the interval holds could not be measured: too few blocks."),
        "no_applicability": tr("No area of applicability: no factor varies."),
        "importance_flat": tr(
            "No factor helps in held-out blocks; in the area of applicability all factors count alike."
        ),
        "applicability_sampled": tr(
            "The area of applicability compares with {used:,} of {rows:,} training places, drawn at random."
        ),
        "applicability_one_fold": tr("The area of applicability was learned without folds."),
    }


def method_word(method: str) -> str:
    """A way of holding out places."""
    return {
        "kmeans": tr("k-means clusters of places"),
        "blocks": tr("square blocks"),
        "buffer": tr("k-means clusters with an exclusion buffer"),
        "knndm": tr("kNNDM (matched to the places to be predicted)"),
        "event": tr("one event at a time"),
        "random": tr("random"),
    }.get(method, method)


def model_word(model: str) -> str:
    """A kind of model."""
    return {
        "logistic": tr("logistic regression, linear"),
        "spline": tr("logistic regression with splines"),
        "forest": tr("random forest"),
        "boosting": tr("gradient boosting"),
        "background": tr("presence and background (MaxEnt)"),
    }.get(model, model)
