"""Floating population of each dong and month, with its shares by day of the week and time of day.

Fitted to the monthly figures of the 24 dong of Seo-gu (README of daejeon_floating_population, 14 months): the mean of
a dong follows its number of shops as exp(5.27) * shops ** 0.805 with a scatter of 0.37 in the logarithm (r = 0.83);
months depart by about 4 %; days and times of day scatter around the means that the sensors are fitted to as well.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .model import Layer, title
from .sensors import BANDS, DAY_SHARES
from .work import Work

LEVEL, POWER, SCATTER = 5.27, 0.805, 0.37
MONTHLY = 0.04
SEASON = (0.986, 1.012, 1.033, 1.063, 1.035, 1.038, 1.000, 0.984, 1.000, 1.007, 0.995, 0.964)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_SCATTER = (0.62, 0.65, 0.67, 0.69, 0.68, 1.56, 1.72)  # percent, between dong
BAND_SCATTER = (0.70, 1.34, 0.79, 1.35, 1.98, 2.14)


def make_floating(work: Work) -> None:
    """Add the table ``floating``: dong_code, dong_nm, month, floating, p_mon ... p_sun, p_05_09 ... p_23_05 (%)."""
    rng = work.rng("floating")
    dong = work.city.dong
    shops = np.maximum(dong["shops"].to_numpy(dtype=float), 1.0)
    usual = np.exp(LEVEL) * shops**POWER * rng.lognormal(-(SCATTER**2) / 2, SCATTER, len(dong))
    people = usual[:, None] * np.array(SEASON) * rng.normal(1.0, MONTHLY, (len(dong), 12))
    days = _shares(np.array(DAY_SHARES), np.array(DAY_SCATTER), len(dong), rng)
    bands = _shares(np.array([share for *_, share in BANDS]), np.array(BAND_SCATTER), len(dong), rng)
    frame = pd.DataFrame(
        {
            "dong_code": np.repeat(dong["dong_cd"].to_numpy(), 12),
            "dong_nm": np.repeat(dong["dong_nm"].to_numpy(), 12),
            "month": [f"2025{month:02d}" for month in range(1, 13)] * len(dong),
            "floating": np.rint(people).astype(np.int64).ravel(),
        }
    )
    for k, day in enumerate(DAYS):
        frame[f"p_{day}"] = np.repeat(days[:, k], 12)
    for k, (low, high, _share) in enumerate(BANDS):
        frame[f"p_{low:02d}_{high % 24:02d}"] = np.repeat(bands[:, k], 12)
    text = title("Monthly floating population by dong", "행정동별 월평균 유동인구")
    work.city.add(Layer("floating", text, "none", frame))


def _shares(mean: np.ndarray, scatter: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """(count, n) percentages that add to 100 to two digits."""
    drawn = np.maximum(mean + scatter * rng.standard_normal((count, len(mean))), 0.5)
    drawn = np.round(100.0 * drawn / drawn.sum(axis=1, keepdims=True), 2)
    drawn[:, -1] = np.round(100.0 - drawn[:, :-1].sum(axis=1), 2)
    return drawn
