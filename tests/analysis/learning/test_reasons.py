"""Reasons per place: they add up to the prediction, and name the factor that matters."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit, logit

from seo_district_plugin.analysis.errors import Cancelled
from seo_district_plugin.analysis.learning import reasons
from seo_district_plugin.analysis.learning.models import make_learner
from seo_district_plugin.analysis.learning.reasons import explain
from seo_district_plugin.analysis.learning.types import MODELS, Factor, Settings

FACTORS = (Factor("strong"), Factor("class", categorical=True), Factor("noise"), Factor("weak"))


def learned(kind: str):
    if kind in ("forest", "boosting"):
        pytest.importorskip("sklearn")
    rng = np.random.default_rng(3)
    values = np.column_stack([rng.normal(size=400), rng.integers(0, 3, 400), rng.normal(size=(400, 2))])
    labels = rng.random(400) < expit(3 * values[:, 0] + values[:, 3])
    return make_learner(Settings(model=kind, trees=40, tune=False), FACTORS).fit(values, labels, seed=1), values


@pytest.mark.parametrize("kind", MODELS)
def test_contributions_add_up(kind, monkeypatch):
    monkeypatch.setattr(reasons, "BLOCK", 150)
    core, values = learned(kind)
    found = explain(core, values)
    total = found.base + found.contributions.sum(axis=1)
    score = core.score(values)
    if kind == "forest":
        np.testing.assert_allclose(total, score, atol=1e-10)
    elif kind == "background":
        np.testing.assert_allclose(1 - np.exp(-np.exp(total)), score, atol=1e-10)
    else:
        np.testing.assert_allclose(total, logit(score), atol=1e-6)
    scales = {"forest": "probability", "background": "log_rate"}
    assert found.scale == scales.get(kind, "log_odds")
    assert found.method == ("path" if kind in ("forest", "boosting") else "additive")


@pytest.mark.parametrize("kind", MODELS)
def test_the_factor_that_matters_comes_first(kind):
    core, values = learned(kind)
    far = values[np.abs(values[:, 0]) > 1.2]
    factor, amount = explain(core, far).strongest(3)
    assert factor.shape == amount.shape == (len(far), 3)
    assert np.mean(factor[:, 0] == 0) > 0.9
    named = factor[:, 0] == 0
    assert np.mean(np.sign(amount[named, 0]) == np.sign(far[named, 0])) > 0.95
    assert (np.diff(np.abs(amount), axis=1) <= 0).all()


def test_holes_have_no_reason():
    core, values = learned("logistic")
    values = values[:4].copy()
    values[2, 1] = np.nan
    factor, amount = explain(core, values).strongest(9)
    assert factor.shape == (4, 4)
    assert (factor[2] == -1).all() and np.isnan(amount[2]).all()
    assert (factor[[0, 1, 3]] >= 0).all()


@pytest.mark.parametrize("kind", ["logistic", "forest"])
def test_cancel(kind):
    core, values = learned(kind)

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        explain(core, values, tick=stop)
