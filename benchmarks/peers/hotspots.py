"""The same statistics by esda, from the same values and neighbors.

hotspots.py time METHOD INPUT     INPUT is what benchmarks/own/hotspots.py has written
hotspots.py columbus OUTPUT       the example that comes with libpysal: geometry, values, figures
"""

from __future__ import annotations

import importlib.util
import json
import sys
from importlib.metadata import version

import esda
import libpysal
import numpy as np
from stopwatch import repeated

VERSIONS = {"peer esda": version("esda"), "peer libpysal": version("libpysal"), "peer numpy": np.__version__}


def weights_of(indptr: np.ndarray, indices: np.ndarray) -> libpysal.weights.W:
    neighbors = {i: indices[indptr[i] : indptr[i + 1]].tolist() for i in range(len(indptr) - 1)}
    return libpysal.weights.W(neighbors, silence_warnings=True)


def compute(method: str, values: np.ndarray, weights: libpysal.weights.W):
    if method == "gi_star":
        return esda.G_Local(values, weights, star=True, permutations=999, keep_simulations=False, n_jobs=1, seed=1)
    return esda.Moran_Local(values, weights, permutations=999, keep_simulations=False, n_jobs=1, seed=1)


def time(method: str, path: str) -> dict:
    given = np.load(path)
    weights = weights_of(given["indptr"], given["indices"])
    found, times = repeated(lambda: compute(method, given["values"], weights), 1)
    figure = found.Zs if method == "gi_star" else found.Is
    p = given["p"]
    spread = np.sqrt(p * (1 - p) * 2 / 999) + 1 / 999
    numba = "with" if importlib.util.find_spec("numba") else "without"
    return {
        **times,
        "largest_z": float(np.abs(figure - given["figure"]).max()),
        "largest_p": float((np.abs(found.p_sim - p) / spread).max()),
        "about": f"esda ran {numba} numba, in one thread.",
    }


def columbus(path: str) -> dict:
    import geopandas
    import shapely

    frame = geopandas.read_file(libpysal.examples.get_path("columbus.shp"))
    weights = libpysal.weights.Queen.from_dataframe(frame, use_index=False)
    rings, zones = [], [0]
    for shape in frame.geometry:
        for part in shapely.get_parts(shape):
            rings += [np.asarray(part.exterior.coords)[:, :2], *(np.asarray(r.coords)[:, :2] for r in part.interiors)]
        zones.append(len(rings))
    pairs = np.array([(one, other) for one, near in weights.neighbors.items() for other in near])
    offsets = np.concatenate([[0], np.cumsum([len(ring) for ring in rings])])
    results: dict[str, object] = {"xy": np.concatenate(rings), "ring_offsets": offsets, "zone_offsets": np.array(zones)}
    results |= {"one": pairs[:, 0], "other": pairs[:, 1], "permutations": 99_999}
    for name in ("CRIME", "HOVAL"):
        values = frame[name].to_numpy(float)
        whole = esda.Moran(values, weights, permutations=0)
        local = esda.Moran_Local(values, weights, permutations=99_999, keep_simulations=False, n_jobs=1, seed=1)
        results |= {name: values, f"{name}_I": whole.I, f"{name}_z": whole.z_rand}
        results |= {f"{name}_local": local.Is, f"{name}_p": local.p_sim}
        for transform in ("R", "B"):
            star = esda.G_Local(values, weights, transform=transform, star=True, permutations=0)
            results[f"{name}_star_{transform}"] = star.Zs
    np.savez(path, **results)
    return {}


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    answer = time(given[0], given[1]) if what == "time" else columbus(given[0])
    print(json.dumps({**answer, "versions": VERSIONS}))
