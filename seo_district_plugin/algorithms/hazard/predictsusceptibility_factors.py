"""Which band or field is which factor of the model: by name, else as the user names them; never by order in silence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...texts import tr

if TYPE_CHECKING:
    from ...analysis.learning.modelfile import Model
    from ...layers.rasters import RasterInput
    from ..run import Run


@dataclass(frozen=True)
class FactorBand:
    """A band by the name it goes by as a factor."""

    raster: RasterInput
    band: int
    name: str


def names_given(text: str) -> list[str]:
    """The names of a comma separated list."""
    return [_plain(part) for part in text.split(",")] if text.strip() else []


def named_bands(
    rasters: Sequence[RasterInput], known: Sequence[str] = (), names: Sequence[str] = ()
) -> list[FactorBand]:
    """All bands in the order of the layers.

    A band is called by its description, else ``<layer>_b<number>``; a layer of one band without a description also by
    the layer's own name when that is one of ``known``. ``names`` (one for each band) go before all of these.

    Raises:
        AnalysisError: factor_names_count (names, bands, given, found).
    """
    from ...analysis.errors import AnalysisError

    bands = [
        FactorBand(raster, info.number, _name(raster, info.number, known))
        for raster in rasters
        for info in raster.bands
    ]
    if not names:
        return bands
    if len(names) != len(bands):
        raise AnalysisError(
            "factor_names_count",
            names=len(names),
            bands=len(bands),
            given=", ".join(names),
            found=", ".join(band.name for band in bands),
        )
    return [FactorBand(band.raster, band.band, name or band.name) for band, name in zip(bands, names)]


def _name(raster: RasterInput, number: int, known: Sequence[str]) -> str:
    described = _plain(raster.band(number).name)
    if described:
        return described
    if len(raster.bands) == 1:
        for own in (_plain(raster.title), _plain(raster.stem)):
            if own in known:
                return own
    return f"{_plain(raster.title)}_b{number}"


def model_bands(
    model: Model, rasters: Sequence[RasterInput], names: Sequence[str]
) -> tuple[list[FactorBand], list[str]]:
    """The band of each factor of the model, in the model's order, and the names of bands it does not know.

    Raises:
        AnalysisError: factor_names_doubled, model_factors_differ, factor_names_count.
    """
    from ...analysis.learning.predicting import match_factors

    needed = [_plain(factor.name) for factor in model.factors]
    bands = named_bands(rasters, needed, names)
    places = match_factors(_plainly(model), [band.name for band in bands])
    unused = [band.name for band in bands if band.name not in needed]
    return [bands[place] for place in places], unused


def model_fields(model: Model, fields: Sequence[str], names: Sequence[str]) -> list[str]:
    """The field of each factor of the model, in the model's order.

    Args:
        fields: names of the fields of the zones.
        names: the fields that hold the model's factors, in the model's order; empty: found by name.

    Raises:
        AnalysisError: factor_names_doubled, model_factors_differ, zone_names_count, zone_names_unknown.
    """
    from ...analysis.errors import AnalysisError
    from ...analysis.learning.predicting import match_factors

    plain = [_plain(field) for field in fields]
    if not names:
        return [fields[place] for place in match_factors(_plainly(model), plain)]
    needed = ", ".join(factor.name for factor in model.factors)
    if len(names) != len(model.factors):
        raise AnalysisError("zone_names_count", names=len(names), count=len(model.factors), needed=needed)
    missing = [name for name in names if name not in plain]
    if missing:
        raise AnalysisError("zone_names_unknown", missing=", ".join(missing), given=", ".join(fields))
    if len(set(names)) < len(names):
        raise AnalysisError("factor_names_doubled", names=", ".join(sorted({n for n in names if names.count(n) > 1})))
    return [fields[plain.index(name)] for name in names]


def note_rasters(run: Run, bands: Sequence[FactorBand]) -> None:
    """Note each raster of which bands are read, with the digest of these bands."""
    from ...layers.rasters import raster_digest

    used: dict[int, list[FactorBand]] = {}
    for band in bands:
        used.setdefault(id(band.raster), []).append(band)
    for number, group in enumerate(used.values()):
        raster = group[0].raster
        digest = raster_digest(
            raster,
            sorted(band.band for band in group),
            lambda fraction, begun=number: run.tick((begun + fraction) / len(used)),
        )
        run.read_inputs.append(
            {
                "parameter": "FACTORS",
                "layer": raster.title,
                "file": raster.stem,
                "crs": raster.crs.authid(),
                "columns": [band.name for band in group],
                "geometry": "raster",
                "rows": 0,
                "sha256": digest,
            }
        )


def unit_warnings(model: Model, bands: Sequence[FactorBand]) -> list[str]:
    """A sentence for each band whose unit is known and another than the model's."""
    told = []
    for factor, band in zip(model.factors, bands):
        held = band.raster.open_band(band.band)  # a band does not keep its dataset alive
        found = held.GetRasterBand(1).GetUnitType() or ""
        if factor.unit and found and _plain(found).lower() != _plain(factor.unit).lower():
            told.append(
                tr("'{factor}' is in {found}, but the model has learned it in {needed}: check the values.").format(
                    factor=factor.name, found=found, needed=factor.unit
                )
            )
    return told


def _plain(text: str) -> str:
    """Hangul from a Mac is written in parts, and looks the same."""
    return unicodedata.normalize("NFC", text).strip()


def _plainly(model: Model) -> Model:
    """The model with its factor names as they are compared here."""
    from dataclasses import replace

    return replace(model, factors=tuple(replace(factor, name=_plain(factor.name)) for factor in model.factors))
