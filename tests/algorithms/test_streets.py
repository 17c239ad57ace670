"""Words in the fields of street layers."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.network.lines import street_lines


def texts(*values):
    return np.array(values, dtype=object)


def test_oneway_words_of_openstreetmap_and_of_its_extracts(provider):
    from seo_district_plugin.algorithms.streets import oneway_values

    assert oneway_values(texts("yes", "no", "-1", None, "1", "", "reversible", "True")).tolist() == [
        1, 0, -1, 0, 1, 0, 0, 1
    ]  # fmt: skip
    assert oneway_values(texts("F", "T", "B", None)).tolist() == [1, -1, 0, 0]  # forward, against, both
    assert oneway_values(texts("f", "t", None)).tolist() == [0, 1, 0]  # false and true where nothing is called B


def test_words_that_mean_no(provider):
    from seo_district_plugin.algorithms.streets import truth_values

    said = truth_values(texts("no", "0", "0.0", "000", "false", "", None, " N ", "yes", "1", "private", "001"))
    assert said.tolist() == [False] * 8 + [True] * 4


@pytest.mark.parametrize("codes", [("000", "001", "000"), ("0", "1", None), (0.0, 1.0, 0.0)])
def test_a_code_for_the_ground_is_the_ground(codes):
    lines = street_lines([np.array([[0.0, 0], [1, 0]])] * 3, level=list(codes))
    assert lines.grade[0] == lines.grade[2] == 0 != lines.grade[1]
