"""Pedestrian sensors with a year of hourly counts.

The counts of all sensors together are fitted to two margins: shares by day of the week and by time of day of the
floating population of Seo-gu (means over the dong, README of daejeon_floating_population: weekday columns pct_mon ...,
time columns pct_t05_09 ...). Within a band the hours follow the usual shape of a counting station, and so does the
difference between working days and weekends (rounded from melbourne_pedestrians); iterative proportional fitting
joins them.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .furniture import segment_busy
from .model import Layer, title
from .streets import ALLEY, ARTERIAL, COLLECTOR, LOCAL
from .uses import COMPLEX, OLD_HOMES, SCHOOL, SHOPS, VILLAS
from .work import Work

YEAR = 2025
HOURS = 8_760
DAY_SHARES = (14.23, 14.24, 14.44, 14.30, 14.71, 14.63, 13.45)  # Monday first, percent
BANDS = ((5, 9, 13.70), (9, 12, 16.04), (12, 14, 11.33), (14, 18, 25.34), (18, 23, 23.69), (23, 29, 9.89))
# Shares of the hours in percent, rounded from the means of 52 stations of melbourne_pedestrians.
WORKDAY = (
    0.4,
    0.2,
    0.1,
    0.1,
    0.1,
    0.4,
    1.3,
    3.4,
    7.4,
    5.5,
    4.5,
    5.1,
    8.3,
    8.2,
    6.7,
    6.9,
    8.3,
    10.8,
    7.7,
    4.8,
    3.8,
    2.9,
    1.9,
    1.2,
)
WEEKEND = (
    1.8,
    1.1,
    0.8,
    0.6,
    0.4,
    0.4,
    0.5,
    0.8,
    1.5,
    2.7,
    4.8,
    6.4,
    8.3,
    9.0,
    8.6,
    8.9,
    8.3,
    7.8,
    7.8,
    5.8,
    4.1,
    4.1,
    3.5,
    2.2,
)
SEASON = (0.86, 0.88, 0.98, 1.06, 1.08, 1.05, 0.98, 0.95, 1.04, 1.10, 1.03, 0.95)  # assumption, by month
HOLIDAYS = (
    "2025-01-01",
    "2025-01-28",
    "2025-01-29",
    "2025-01-30",
    "2025-03-01",
    "2025-03-03",
    "2025-05-05",
    "2025-05-06",
    "2025-06-06",
    "2025-08-15",
    "2025-10-03",
    "2025-10-05",
    "2025-10-06",
    "2025-10-07",
    "2025-10-08",
    "2025-10-09",
    "2025-12-25",
)  # Korean public holidays of 2025
REGENERATION_EFFECT = 0.12  # planted: rise of the counts in the first area from its start on
# Kinds of places: mean count per hour, and how strongly hours of work, school and evening stand out (assumption).
PLACES = {
    "center": (620.0, 1.0),
    "market": (340.0, 0.9),
    "school": (150.0, 1.1),
    "homes": (95.0, 1.0),
    "regeneration": (130.0, 0.9),
}


def week_profile() -> np.ndarray:
    """(7, 24) shares of a week that add to 1, with the day and band margins."""
    table = np.array([WORKDAY] * 5 + [WEEKEND] * 2)
    days = np.array(DAY_SHARES) / sum(DAY_SHARES)
    total = sum(share for *_, share in BANDS)
    for _ in range(50):
        for low, high, share in BANDS:
            hours = np.arange(low, high) % 24
            table[:, hours] *= share / total / table[:, hours].sum()
        table *= (days / table.sum(axis=1))[:, None]
    return table


def make_sensors(work: Work) -> None:
    """Add the sensors (points), their hourly counts (table) and the planted effect of the first regeneration area."""
    rng = work.rng("sensors")
    sensors = _sites(work, rng)
    days = pd.date_range(f"{YEAR}-01-01", periods=365)
    profile = week_profile() * 168
    weekday = np.where(days.strftime("%Y-%m-%d").isin(HOLIDAYS), 6, days.dayofweek)
    season = np.array(SEASON)[days.month - 1]
    weather = rng.gamma(60.0, 1 / 60.0, 365)  # one city, one weather: all sensors share the day's factor
    start = work.city.layers["regeneration"].frame["start"].iloc[0]
    after = (days >= pd.Timestamp(start)).astype(float)
    counts = []
    for kind, mean, area in zip(sensors["kind"], sensors["level"], sensors["area_id"]):
        sharp = PLACES[kind][1]
        shape = profile**sharp
        daily = shape[weekday] * (season * weather)[:, None]
        if area == "R1":
            daily = daily * (1 + REGENERATION_EFFECT * after)[:, None]
        expected = daily * mean
        counts.append(rng.poisson(rng.gamma(12.0, expected / 12.0)))
    frame = pd.DataFrame(
        {
            "sensor_id": np.repeat(sensors["sensor_id"].to_numpy(), HOURS),
            "date": np.tile(np.repeat(days.strftime("%Y-%m-%d").to_numpy(), 24), len(sensors)),
            "hour": np.tile(np.arange(24), 365 * len(sensors)),
            "count": np.concatenate([count.ravel() for count in counts]),
        }
    )
    work.city.truth["regeneration_effect"] = pd.DataFrame(
        {"area_id": ["R1"], "start": [start], "effect": [REGENERATION_EFFECT]}
    )
    work.add_points("sensors", "Pedestrian sensors", "보행량 센서", sensors.drop(columns=["level"]))
    text = title("Hourly pedestrian counts", "시간별 보행량")
    work.city.add(Layer("sensor_counts", text, "none", frame))


def _sites(work: Work, rng: np.random.Generator) -> pd.DataFrame:
    """Twelve stretches of street: centers, regeneration areas (in and beside them), schools, homes."""
    segments, busy = work.streets.segments, segment_busy(work)
    middle = np.array([(path[0] + path[-1]) / 2 for path in work.streets.paths])
    a, b = work.blocks_of(middle[:, 0], middle[:, 1])
    use = work.uses.use[a, b]
    walk = segments["class"].isin([ARTERIAL, COLLECTOR, LOCAL, ALLEY]).to_numpy() & (segments["bridge"] == 0).to_numpy()
    areas = work.city.layers["regeneration"].frame
    half = 200.0 if work.preset.name != "tiny" else 150.0
    area = np.full(len(middle), "", dtype=object)
    for row in areas.itertuples():
        within = (np.abs(middle[:, 0] - row.x) < half * 0.85) & (np.abs(middle[:, 1] - row.y) < half * 0.85)
        area[within] = row.area_id
    wanted = [
        ("center", 3, (use == SHOPS) & (busy > 0.6)),
        ("market", 2, (use == SHOPS) & (busy < 0.6)),
        ("regeneration", 3, area == "R1"),
        ("school", 2, use == SCHOOL),
        ("homes", 2, np.isin(use, (COMPLEX, VILLAS, OLD_HOMES)) & (area == "")),
    ]
    rows: list[int] = []
    kinds: list[str] = []
    for kind, count, fit in wanted:
        choice = np.flatnonzero(fit & walk)
        if len(choice) < count:
            choice = np.flatnonzero(walk)
        choice = np.setdiff1d(choice, rows)
        rows += rng.choice(choice, size=count, replace=False).tolist()
        kinds += [kind] * count
    frame = pd.DataFrame(
        {
            "sensor_id": [f"P{i + 1:02d}" for i in range(len(rows))],
            "x": middle[rows, 0],
            "y": middle[rows, 1],
            "seg_id": segments["seg_id"].to_numpy()[rows],
            "road": segments["road"].to_numpy()[rows],
            "kind": kinds,
            "area_id": area[rows],
        }
    )
    frame["level"] = [PLACES[kind][0] for kind in kinds] * rng.lognormal(0.0, 0.25, len(rows))
    return work.dong_columns(frame)
