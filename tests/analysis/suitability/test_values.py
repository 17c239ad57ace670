"""Columns as numbers, however they are stored."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.suitability.values import as_numbers

EXPECTED = [1.0, np.nan, 2.5]


@pytest.mark.parametrize(
    "stored",
    [
        np.array([1.0, np.inf, 2.5]),
        np.array([1.0, -np.inf, 2.5], dtype=np.float32),
        pd.Series([1.0, None, 2.5], dtype="Float64", index=[7, 8, 9]),
        pd.array([1.0, pd.NA, 2.5], dtype="Float64"),
        np.array(["1", None, " 2.5 "], dtype=object),
        np.array(["1", "", "2.5"], dtype=object),
        np.array(["1", "nan", "2.5"], dtype=object),
        np.array([1, pd.NA, 2.5], dtype=object),
        pd.Series(["1", None, "2.5"], dtype="string"),
    ],
)
def test_one_meaning_for_every_storage(stored):
    numbers, notes = as_numbers(stored, "x")
    np.testing.assert_array_equal(numbers, EXPECTED)
    assert not notes


def test_truth_values_and_integers():
    assert as_numbers(np.array([True, False]), "x")[0].tolist() == [1.0, 0.0]
    assert as_numbers(np.array([3, 4]), "x")[0].tolist() == [3.0, 4.0]
    assert as_numbers(pd.array([True, None], dtype="boolean"), "x")[0].tolist()[0] == 1.0


def test_some_text_is_remarked_upon_and_missing():
    numbers, notes = as_numbers(np.array(["1", "약 3", "-"], dtype=object), "x")
    np.testing.assert_array_equal(numbers, [1, np.nan, np.nan])
    assert (notes[0].code, notes[0].values) == ("values_not_numeric", {"field": "x", "count": 2, "example": "약 3"})


@pytest.mark.parametrize(
    "stored",
    [
        np.array(["a", "b", None], dtype=object),
        pd.Series(pd.to_datetime(["2024-01-01"])),
        np.array([datetime.date(2024, 1, 1)], dtype=object),
    ],
)
def test_a_column_without_numbers_is_refused(stored):
    with pytest.raises(AnalysisError) as caught:
        as_numbers(stored, "x")
    assert caught.value.code == "criterion_not_numeric"
    assert caught.value.values["field"] == "x" and caught.value.values["example"]


def test_all_missing_is_no_fault_of_the_type():
    assert np.isnan(as_numbers(np.array([None, None], dtype=object), "x")[0]).all()
