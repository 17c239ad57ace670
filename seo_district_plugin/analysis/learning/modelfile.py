"""A learned model as one file, and back: every part is checked before anything is computed with it.

The file holds what is needed to apply the model elsewhere and to judge it: factors with units and classes, CRS,
settings and seed, columns and coefficients or trees, calibration, prior correction, the area of applicability, the
interval, the spread of the training rows, metrics and versions. Digests tell accidents; because a stranger can compute
digests as well, structure is checked as if there were none.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import AnalysisError
from ..statistics.conformal import Conformal
from . import calibration, linear
from .applicability import Applicability, from_arrays
from .calibration import Calibrator
from .container import read_container, write_container
from .design import KINDS, Block, Design
from .ensembles import Ensemble
from .linear import Additive
from .trees import DTYPES, BadTrees, Trees, check_trees
from .types import MODELS, Factor, Settings

MAX_FACTORS = 5_000
MAX_OFFSET = 60.0
TRAINING = ("low", "median", "mean", "high")


@dataclass(frozen=True)
class Model:
    """Everything that is stored.

    Attributes:
        settings: how it was learned.
        factors: what it needs, in order.
        core: the learned model.
        crs: text of the CRS of the training run ("" unknown).
        calibrator: of out-of-fold scores, or None (always None for ``background``).
        offset: prior correction, added to the log-odds after calibration; 0: none.
        domain: area of applicability, or None.
        interval: of calibrated probabilities (before the prior correction), or None.
        training: ``low``, ``median``, ``mean``, ``high``: (k,) of the training rows (categorical: the commonest class
            as median and mean).
        metrics: key figures; None where one has no value.
        versions: of the plugin and the libraries.
        facts: whatever else is to be told (counts, folds, notes): JSON values.
    """

    settings: Settings
    factors: tuple[Factor, ...]
    core: Additive | Ensemble
    crs: str = ""
    calibrator: Calibrator | None = None
    offset: float = 0.0
    domain: Applicability | None = None
    interval: Conformal | None = None
    training: dict[str, np.ndarray] = field(default_factory=dict)
    metrics: dict[str, float | None] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


def training_summary(values: np.ndarray, factors: tuple[Factor, ...]) -> dict[str, np.ndarray]:
    """The spread of the training rows, as a model carries it."""
    out = {
        "low": values.min(axis=0),
        "median": np.median(values, axis=0),
        "mean": values.mean(axis=0),
        "high": values.max(axis=0),
    }
    for index, factor in enumerate(factors):
        if factor.categorical:
            levels, counts = np.unique(values[:, index], return_counts=True)
            out["median"][index] = out["mean"][index] = levels[np.argmax(counts)]
    return {name: np.asarray(column, dtype="<f8") for name, column in out.items()}


def save(path: Path, model: Model) -> None:
    """Write the model; the same model gives the same bytes."""
    content: dict[str, Any] = {
        "settings": dataclasses.asdict(model.settings),
        "factors": [
            {"name": f.name, "unit": f.unit, "categorical": f.categorical, "levels": list(map(float, f.levels))}
            for f in model.factors
        ],
        "crs": model.crs,
        "offset": float(model.offset),
        "design": _design_json(model.core.design),
        "notes": list(model.core.notes),
        "chosen": {name: float(value) for name, value in model.core.chosen.items()},
        "calibrator": None,
        "domain": model.domain is not None,
        "metrics": {name: _number(value) for name, value in model.metrics.items()},
        "versions": dict(model.versions),
        "facts": _plain(dict(model.facts)),
    }
    arrays: dict[str, np.ndarray] = {}
    if isinstance(model.core, Additive):
        content["additive"] = {"intercept": float(model.core.intercept), "link": model.core.link}
        arrays["coefficients"], arrays["means"] = model.core.coefficients, model.core.means
    else:
        trees = model.core.trees
        content["trees"] = {"kind": trees.kind, "columns": trees.columns, "base": float(trees.base)}
        arrays.update({f"trees_{name}": array for name, array in trees.arrays().items()})
    if model.calibrator is not None:
        content["calibrator"] = {"kind": model.calibrator.kind, "flat": model.calibrator.flat}
        arrays["calibrator_x"], arrays["calibrator_y"] = model.calibrator.x, model.calibrator.y
    if model.domain is not None:
        arrays.update({f"domain_{name}": array for name, array in model.domain.arrays().items()})
    content["interval"] = None
    if model.interval is not None:
        found = model.interval
        content["interval"] = {"kind": found.kind, "size": int(found.size), "blocks": int(found.blocks)}
        arrays["interval_width"] = np.array([found.quantile, found.level], dtype="<f8")
        arrays["interval_scores"] = np.asarray(found.scores, dtype="<f8")
        arrays["interval_groups"] = np.unique(found.groups, return_inverse=True)[1].ravel().astype("<i8")
    arrays.update({f"training_{name}": array for name, array in model.training.items()})
    write_container(path, content, arrays)


def _number(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(value)


def _plain(value: Any) -> Any:
    """Facts as JSON has them: numbers of numpy as numbers, what is not finite as null."""
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [_plain(one) for one in value]
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _design_json(design: Design) -> dict[str, Any]:
    blocks = [
        {
            "factor": int(block.factor),
            "kind": block.kind,
            "knots": block.knots.astype(float).tolist(),
            "center": block.center.astype(float).tolist(),
            "scale": block.scale.astype(float).tolist(),
        }
        for block in design.blocks
    ]
    return {"factors": design.factors, "constant": [int(i) for i in design.constant], "blocks": blocks}


def load(path: Path) -> Model:
    """Read a model file; whatever comes back can be computed with safely.

    Raises:
        AnalysisError: those of ``container.read_container``, and ``model_file_damaged(file, reason)`` for a file whose
            parts do not fit together.
    """
    content, arrays = read_container(Path(path))
    try:
        return _model(content, arrays)
    except BadTrees as problem:
        raise AnalysisError("model_file_damaged", file=Path(path).name, reason=f"trees: {problem}") from problem
    except AnalysisError as problem:
        reason = f"area of applicability: {problem.values.get('reason', problem.code)}"
        raise AnalysisError("model_file_damaged", file=Path(path).name, reason=reason) from problem
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as problem:
        reason = str(problem) if isinstance(problem, _Unfit) else "content"
        raise AnalysisError("model_file_damaged", file=Path(path).name, reason=reason) from problem


class _Unfit(ValueError):
    """A part that does not fit; ``str`` names it."""


def _need(condition: object, part: str) -> None:
    if not condition:
        raise _Unfit(part)


def _model(content: dict[str, Any], arrays: dict[str, np.ndarray]) -> Model:
    settings = _settings(content["settings"])
    factors = _factors(content["factors"])
    design = _design(content["design"], factors)
    notes, chosen = tuple(_texts(content["notes"])), _floats(content["chosen"])
    core: Additive | Ensemble
    if settings.model in ("forest", "boosting"):
        core = Ensemble(design, _trees(content["trees"], arrays, design, settings.model), notes, chosen)
    else:
        core = _additive(content["additive"], arrays, design, settings.model, notes, chosen)
    offset = content["offset"]
    _need(_is_number(offset) and abs(offset) <= MAX_OFFSET, "offset")
    _need(isinstance(content["crs"], str) and isinstance(content["facts"], dict), "content")
    domain = from_arrays(_group(arrays, "domain_"), len(factors)) if content["domain"] is True else None
    training = _group(arrays, "training_")
    _need(not training or sorted(training) == sorted(TRAINING), "training")
    for array in training.values():
        _need(array.dtype == "<f8" and array.shape == (len(factors),) and np.isfinite(array).all(), "training")
    return Model(
        settings=settings,
        factors=factors,
        core=core,
        crs=content["crs"],
        calibrator=_calibrator(content["calibrator"], arrays),
        offset=float(offset),
        domain=domain,
        interval=_interval(content["interval"], arrays),
        training=training,
        metrics={name: None if value is None else float(value) for name, value in content["metrics"].items()},
        versions=dict(zip(content["versions"], _texts(content["versions"].values()))),
        facts=content["facts"],
    )


def _group(arrays: Mapping[str, np.ndarray], prefix: str) -> dict[str, np.ndarray]:
    return {name[len(prefix) :]: array for name, array in arrays.items() if name.startswith(prefix)}


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _texts(values: Any) -> list[str]:
    texts = list(values)
    _need(all(isinstance(text, str) and len(text) <= 10_000 for text in texts), "text")
    return texts


def _floats(values: Any) -> dict[str, float]:
    _need(isinstance(values, dict) and all(_is_number(value) for value in values.values()), "number")
    return {name: float(value) for name, value in values.items()}


def _settings(raw: Any) -> Settings:
    known = {one.name: one for one in dataclasses.fields(Settings)}
    _need(isinstance(raw, dict) and set(raw) == set(known), "settings")
    blank = Settings()
    for name, value in raw.items():
        wanted = type(getattr(blank, name))
        _need(isinstance(value, wanted) or (wanted is float and _is_number(value)), "settings")
    _need(raw["model"] in MODELS, "model type")
    return Settings(**{**raw, "extra": _floats(raw["extra"])})


def _factors(raw: Any) -> tuple[Factor, ...]:
    _need(isinstance(raw, list) and 1 <= len(raw) <= MAX_FACTORS, "factors")
    out = []
    for one in raw:
        _need(isinstance(one["categorical"], bool) and all(map(_is_number, one["levels"])), "factors")
        name, unit = _texts([one["name"], one["unit"]])
        _need(0 < len(name) <= 500, "factors")
        out.append(Factor(name, unit, one["categorical"], tuple(map(float, one["levels"]))))
    _need(len({factor.name for factor in out}) == len(out), "factors doubled")
    return tuple(out)


def _design(raw: Any, factors: tuple[Factor, ...]) -> Design:
    _need(raw["factors"] == len(factors) and isinstance(raw["blocks"], list) and raw["blocks"], "columns")
    blocks = [_block(one, factors) for one in raw["blocks"]]
    used = [block.factor for block in blocks]
    constant = tuple(raw["constant"])
    _need(sorted([*used, *constant]) == list(range(len(factors))), "columns")
    design = Design(len(factors), tuple(blocks), constant)
    _need(design.width <= 100_000, "columns")
    return design


def _block(raw: Any, factors: tuple[Factor, ...]) -> Block:
    factor, kind = raw["factor"], raw["kind"]
    _need(type(factor) is int and 0 <= factor < len(factors) and kind in KINDS, "columns")
    knots, center, scale = (_column(raw[name]) for name in ("knots", "center", "scale"))
    k = len(knots)
    width = {"linear": 1, "raw": 1, "levels": k - 1, "onehot": k, "spline": k - 1, "hinge": 2 * k - 2}[kind]
    fewest = {"linear": 0, "raw": 0, "levels": 2, "onehot": 2, "spline": 3, "hinge": 2}[kind]
    _need(k >= fewest and len(center) == len(scale) == width and (scale > 0).all(), "columns")
    _need((kind in ("levels", "onehot")) == factors[factor].categorical, "columns")
    if kind in ("spline", "hinge"):
        _need((np.diff(knots) > 0).all(), "knots")
    _need(len(np.unique(knots)) == k, "knots")
    return Block(factor, kind, knots, center, scale)


def _column(raw: Any) -> np.ndarray:
    _need(isinstance(raw, list) and all(map(_is_number, raw)), "columns")
    out = np.array(raw, dtype=np.float64)
    _need(np.isfinite(out).all(), "columns")
    return out


def _additive(
    raw: Any,
    arrays: dict[str, np.ndarray],
    design: Design,
    model: str,
    notes: tuple[str, ...],
    chosen: dict[str, float],
) -> Additive:
    coefficients, means = arrays["coefficients"], arrays["means"]
    _need(coefficients.dtype == "<f8" and coefficients.shape == (design.width,), "coefficients")
    _need(means.dtype == "<f8" and means.shape == (design.factors,), "coefficients")
    _need(np.isfinite(coefficients).all() and np.isfinite(means).all(), "coefficients")
    _need(raw["link"] == ("cloglog" if model == "background" else "logit") and raw["link"] in linear.LINKS, "link")
    _need(_is_number(raw["intercept"]), "intercept")
    _need(all(block.kind not in ("raw", "onehot") for block in design.blocks), "columns")
    return Additive(design, coefficients, float(raw["intercept"]), means, raw["link"], notes, chosen)


def _trees(raw: Any, arrays: dict[str, np.ndarray], design: Design, model: str) -> Trees:
    _need(raw["kind"] == model and raw["columns"] == design.width and _is_number(raw["base"]), "trees")
    _need(all(block.kind in ("raw", "onehot") for block in design.blocks), "columns")
    parts = {name: arrays[f"trees_{name}"] for name in DTYPES}
    trees = Trees(model, design.width, float(raw["base"]), **parts)
    check_trees(trees)
    return trees


def _calibrator(raw: Any, arrays: dict[str, np.ndarray]) -> Calibrator | None:
    if raw is None:
        return None
    x, y = arrays["calibrator_x"], arrays["calibrator_y"]
    _need(raw["kind"] in calibration.KINDS and isinstance(raw["flat"], bool), "calibration")
    for array in (x, y):
        _need(array.dtype == "<f8" and array.ndim == 1 and np.isfinite(array).all(), "calibration")
    if raw["kind"] == "platt":
        _need(len(x) == 2 and not len(y) and x[1] >= 0, "calibration")
    else:
        _need(len(x) == len(y) >= 1 and (np.diff(x) > 0).all() and (np.diff(y) >= 0).all(), "calibration")
        _need(y[0] >= 0 and y[-1] <= 1, "calibration")
    return Calibrator(raw["kind"], x, y, raw["flat"])


def _interval(raw: Any, arrays: dict[str, np.ndarray]) -> Conformal | None:
    if raw is None:
        return None
    width, scores, groups = (arrays[f"interval_{name}"] for name in ("width", "scores", "groups"))
    _need(width.dtype == scores.dtype == "<f8" and groups.dtype == "<i8" and width.shape == (2,), "interval")
    _need(scores.ndim == 1 and groups.shape == scores.shape and np.isfinite(scores).all(), "interval")
    # Too few blocks leave a width without end, which is kept: the bounds then are 0 and 1.
    _need(not np.isnan(width[0]) and width[0] >= 0 and 0 < width[1] < 1, "interval")
    _need(raw["kind"] == "rate" and type(raw["size"]) is int and type(raw["blocks"]) is int, "interval")
    _need(1 <= raw["size"] <= 1_000_000 and raw["blocks"] >= 0, "interval")
    return Conformal("rate", float(width[0]), float(width[1]), raw["size"], scores, groups, raw["blocks"])
