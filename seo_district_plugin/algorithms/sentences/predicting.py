"""What to say of model files that cannot be used, and of factors that do not fit a model."""

from __future__ import annotations

from ...texts import tr


def sentences() -> dict[str, str]:
    """Code -> sentence."""
    return {**_file_sentences(), **_factor_sentences(), **_prediction_sentences()}


def _file_sentences() -> dict[str, str]:
    return {
        "model_file_missing": tr("The model file '{file}' is not there or cannot be read."),
        "model_file_too_large": tr("The model file '{file}' has {size:,} bytes; at most {limit:,} are read."),
        "model_file_foreign": tr(
            "'{file}' is no model file of this plugin. Choose the file that 'Train a susceptibility model' has written."
        ),
        "model_file_newer": tr(
            "The model file '{file}' was written by a newer version of the plugin (format {version}; this one reads up "
            "to {known}). Update the plugin."
        ),
        "model_file_damaged": tr(
            "The model file '{file}' is damaged ({reason}) and was not used. Take a fresh copy, or train the model "
            "again."
        ),
        "model_file_tampered": tr(
            "The model file '{file}' has been changed since it was written ({member}) and was not used. Take a fresh "
            "copy, or train the model again."
        ),
        "applicability_damaged": tr("The area of applicability of the model is damaged ({reason})."),
    }


def _factor_sentences() -> dict[str, str]:
    return {
        "model_factors_differ": tr(
            "The model needs factors that are not given: {missing}. It needs: {needed}. Given: {given}. Rename the "
            "bands or fields, or say in FACTOR_NAMES what they are."
        ),
        "factor_names_doubled": tr("Names of factors stand twice: {names}. Each band or field needs its own."),
        "factor_names_count": tr(
            "FACTOR_NAMES has {names} names ({given}) for {bands} bands ({found}). One name for each band is needed, "
            "in the order of the bands."
        ),
        "zone_names_count": tr(
            "FACTOR_NAMES has {names} fields for the {count} factors of the model. One field for each is needed, in "
            "this order: {needed}."
        ),
        "zone_names_unknown": tr("FACTOR_NAMES: the zones have no field {missing}. They have: {given}."),
        "factor_count_differs": tr("The model needs {needed} factors; {given} were given."),
    }


def _prediction_sentences() -> dict[str, str]:
    return {
        "predict_no_cells": tr(
            "No cell has a value in all {count} factors, so there is nothing to predict. Cells with a value, of "
            "{cells:,}: {valid}. Do the rasters cover the same place?"
        ),
        "predict_no_rows": tr(
            "None of the {rows:,} zones has a value in all factors, so there is nothing to predict. Zones with a "
            "value: {valid}."
        ),
    }
