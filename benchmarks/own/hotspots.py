"""Hot spots by the plugin's kernels.

hotspots.py plain METHOD RUNS EXCHANGE     999 permutations for all; writes values, neighbors and results for the peer
hotspots.py settled METHOD RUNS EXCHANGE   as many as each place needs; says what was found of what was planted
hotspots.py columbus EXCHANGE              against what the peer has written
hotspots.py layer FILE                     the cells as a GeoPackage
"""

from __future__ import annotations

import json
import sys

import numpy as np
import scipy
from stopwatch import repeated

from seo_district_plugin.analysis.statistics import spatial_weights as sw
from seo_district_plugin.analysis.statistics.autocorrelation import getis_ord, local_moran, moran
from seo_district_plugin.analysis.statistics.contiguity import contiguity
from seo_district_plugin.analysis.statistics.multiple_tests import adjusted, within
from seo_district_plugin.analysis.statistics.permuted_lags import permuted_lags
from seo_district_plugin.analysis.statistics.settled_tests import settled_tests

SIDE, SEED = 200, 7
SPOTS = ((60, 60, 8.0, 3.0), (150, 120, 5.0, 4.0))
"""Row, column, radius in cells, times as much."""


def cells() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Centers, values, and which cells were planted."""
    column, row = np.meshgrid(np.arange(SIDE), np.arange(SIDE))
    xy = np.column_stack([column.ravel(), row.ravel()]).astype(float)
    values = np.random.default_rng(SEED).lognormal(0.0, 0.8, SIDE * SIDE)
    planted = np.zeros(SIDE * SIDE, dtype=bool)
    for north, east, radius, times in SPOTS:
        here = np.hypot(xy[:, 0] - east, xy[:, 1] - north) <= radius
        values[here] *= times
        planted |= here
    return xy, values, planted


def statistic(method: str, values: np.ndarray, weights) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The peer's figure, z, and p of the normal curve."""
    if method == "gi_star":
        found = getis_ord(values, weights, standardize=True, moments="cardinality")
        right = getis_ord(values, weights)
        return found.z, right.z, right.p
    local = local_moran(values, weights)
    return local.statistic, np.where(local.lag > 0, 1.0, -1.0), local.p


def plain(method: str, runs: int, exchange: str) -> dict:
    xy, values, _ = cells()
    weights = sw.distance_band(xy, 1.5)

    def once():
        figure, _, _ = statistic(method, values, weights)
        return figure, permuted_lags(values, weights, 999, seed=SEED)

    (figure, permuted), times = repeated(once, runs)
    np.savez(
        exchange, values=values, indptr=weights.indptr, indices=weights.indices, figure=figure, p=permuted.p_folded
    )
    return times


def settled(method: str, runs: int, exchange: str) -> dict:
    xy, values, planted = cells()
    weights = sw.distance_band(xy, 1.5)

    def once():
        _, side, normal = statistic(method, values, weights)
        return side, normal, settled_tests(values, weights, side, seed=SEED)

    (side, normal, found), times = repeated(once, runs)
    near = (weights @ planted) + planted > 0
    few = permuted_lags(values, weights, 999, seed=SEED)
    one_sided = np.minimum(1.0, 2 * np.where(side > 0, few.p_high, few.p_low))
    stands = {name: within(adjusted(p), 0.05) for name, p in (("", found.p), ("_999", one_sided), ("_normal", normal))}
    return {
        **times,
        "planted": int(near.sum()),
        "most": int(found.draws.max()),
        **{f"stand{name}": int((good & near).sum()) for name, good in stands.items()},
        **{f"false{name}": int((good & ~near).sum()) for name, good in stands.items()},
    }


def columbus(exchange: str) -> dict:
    """Largest differences from the peer's figures; of p-values in standard errors of the peer's draws."""
    given = np.load(exchange)
    weights = contiguity(given["xy"], given["ring_offsets"], given["zone_offsets"])
    theirs = sw.from_pairs(given["one"], given["other"], len(given["zone_offsets"]) - 1)
    differences = {"neighbors": float(abs(weights - theirs).sum())}
    for name in ("CRIME", "HOVAL"):
        values = given[name]
        whole, local = moran(values, weights), local_moran(values, weights)
        permuted = permuted_lags(values, weights, 99_999, seed=SEED)
        draws = int(given["permutations"])
        spread = np.sqrt(permuted.p_folded * (1 - permuted.p_folded) / draws) + 1 / draws
        star = {flag: getis_ord(values, weights, standardize=flag, moments="cardinality").z for flag in (True, False)}
        differences |= {
            f"{name}: Moran's I": abs(whole.statistic - float(given[f"{name}_I"])),
            f"{name}: z of Moran's I": abs(whole.z_random - float(given[f"{name}_z"])),
            f"{name}: local Moran": float(np.abs(local.statistic - given[f"{name}_local"]).max()),
            f"{name}: Gi* of rows": float(np.abs(star[True] - given[f"{name}_star_R"]).max()),
            f"{name}: Gi* binary": float(np.abs(star[False] - given[f"{name}_star_B"]).max()),
            f"{name}: p of local Moran (standard errors)": float(
                (np.abs(permuted.p_folded - given[f"{name}_p"]) / spread).max()
            ),
        }
    return {"differences": differences}


def layer(path: str) -> dict:
    from osgeo import ogr, osr

    _, values, _ = cells()
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(5186)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    table = file.CreateLayer("cells", reference, ogr.wkbPolygon)
    table.CreateField(ogr.FieldDefn("value", ogr.OFTReal))
    table.StartTransaction()
    for i, value in enumerate(values.tolist()):
        x, y = 230_000 + 50 * (i % SIDE), 410_000 + 50 * (i // SIDE)
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetField("value", value)
        ring = f"{x} {y}, {x + 50} {y}, {x + 50} {y + 50}, {x} {y + 50}, {x} {y}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
        table.CreateFeature(feature)
    table.CommitTransaction()
    return {}


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    if what in ("plain", "settled"):
        answer = (plain if what == "plain" else settled)(given[0], int(given[1]), given[2])
    else:
        answer = (columbus if what == "columbus" else layer)(given[0])
    print(json.dumps({**answer, "versions": {"scipy": scipy.__version__}}))
