"""Features of zones: what lies in each zone or around it, from any number of layers, by an editable recipe."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from ...layers.destinations import OutputField, OutputLayer
from ...layers.styling import NOTHING, Style, StyleClass, graduated_classes
from ...texts import tr
from ..base import DistrictAlgorithm
from ..carry import carried_fields, geometry_of, short_number, table_rows
from ..parameters import Parameters, SourceType
from ..run import Run
from ..streets import declare_streets

if TYPE_CHECKING:
    from ...analysis.zones.rules import FeatureRequest
    from ...layers.table import Table
    from .layer_names import NamedLayer

LEGEND_CLASSES = 5


class ZoneFeatures(DistrictAlgorithm):
    """Counts, sums, densities, distances, kernel sums, mixes, shares, raster statistics."""

    ID = "zonefeatures"
    GROUP = "data"

    def declare(self, add: Parameters) -> None:
        add.source("ZONES", [SourceType.VectorPoint, SourceType.VectorPolygon])
        add.layers("LAYERS", SourceType.MapLayer)
        add.table("FEATURES")
        add.text("RADII", "300")
        add.field("ZONE_ID_FIELD", "ZONES", optional=True)
        add.source("STREETS", [SourceType.VectorLine], optional=True)
        add.choice("PRESET", ["none", "noticeboard"], "none", advanced=True)
        add.distance("FARTHEST", 200.0, advanced=True)
        declare_streets(add, "STREETS", carriageways=False)
        add.analysis_crs()
        add.sink("OUTPUT", SourceType.VectorAnyGeometry)
        add.sink("FEATURES_OUT", SourceType.Vector, optional=True, by_default=False, advanced=True)
        add.rejected()
        add.report()
        for name in ("FEATURE_FIELDS", "ROWS_READ", "DISAGREEMENTS", "UNKNOWN_CODES", "OFF_STREETS"):
            add.output_number(name)

    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        if _radii(self.parameterAsString(parameters, "RADII", context)) is None:
            yield tr("{parameter}: numbers above 0 are needed, separated by commas.").format(
                parameter=self.page.entry("RADII").label
            )

    def execute(self, run: Run) -> None:
        from .zone_measures import measure_layer
        from .zone_set import Zones
        from .zone_streets import attach_zones, reached

        run.step(tr("Reading the zones"), 0.1)
        table = run.read("ZONES", None, "any")
        shape = geometry_of(table)
        field = run.field("ZONE_ID_FIELD")
        zones = Zones(shape, table.texts(field) if field else None)
        kept = carried_fields(run, run.inputs["ZONES"], table, ())
        layers, requests = self._recipe(run, [column.name for column in kept], zones.polygons is not None)
        found: dict[str, np.ndarray] = {}
        reaching = self._on_streets(run, requests)
        if reaching is not None:
            run.step(tr("Reading the streets"), 0.2)
            zones.streets = attach_zones(run, zones)
            if reaching:
                run.step(tr("Streets within reach"), 0.3)
                found.update(reached(run, zones, reaching))
        for number, layer in enumerate(layers, start=1):
            wanted = [request for request in requests if request.layer == layer.name]
            if wanted:
                run.step(tr("Measuring {layer}").format(layer=layer.name), 0.3 + 0.6 * number / len(layers))
                found.update(measure_layer(run, zones, layer, wanted))
        self._warn_of_nothing(run, requests, found)
        self._deliver(run, table, shape, kept, requests, found)
        run.figure("FEATURE_FIELDS", len(requests))
        run.figure("ROWS_READ", sum(item["rows"] for item in run.read_inputs if item["parameter"] == "LAYERS"))
        run.figure("DISAGREEMENTS", zones.disagreements)
        run.figure("UNKNOWN_CODES", zones.unknown_codes)
        run.figure("OFF_STREETS", zones.streets.off if zones.streets is not None else 0)
        self._describe(run, table, requests, found, zones)

    # ------------------------------------------------------------------ recipe
    def _recipe(self, run: Run, taken: list[str], areal: bool) -> tuple[list[NamedLayer], list[FeatureRequest]]:
        """The layers by name, and what is to be measured of them."""
        from ...analysis.errors import AnalysisError
        from ...analysis.zones.recipe import check_recipe, default_recipe, parse_recipe
        from ...analysis.zones.rules import STREET_LAYER
        from ..presets import preset_rows
        from .layer_names import named_layers, resolved

        if run.given("FEATURES") and run.choice("PRESET") != "none":
            run.warn(
                tr("{unused} was not used, because {used} was given.").format(
                    unused=self.page.entry("PRESET").label, used=self.page.entry("FEATURES").label
                )
            )
        layers = named_layers(run.inputs["LAYERS"])
        kinds = {layer.name: layer.kind for layer in layers}
        streets = run.given("STREETS")
        if streets:
            kinds[STREET_LAYER] = "street"
        if run.given("FEATURES"):
            requests = parse_recipe(table_rows(run.read("FEATURES", None, "none")), taken)
        elif run.choice("PRESET") != "none":
            requests = parse_recipe(preset_rows("features", run.choice("PRESET")), taken)
        else:
            usable = self._usable_by_default(run, layers)
            requests = default_recipe(
                [(layer.name, layer.kind) for layer in usable], _radii(run.text("RADII")), taken, areal, streets
            )
            tables = {layer.name for layer in usable if layer.kind == "table"}
            requests = [
                dataclasses.replace(request, zone_field=run.field("ZONE_ID_FIELD"))
                if request.layer in tables
                else request
                for request in requests
            ]
        if not requests:
            raise AnalysisError("recipe_nothing")
        requests = resolved(requests, layers)
        check_recipe(requests, kinds, areal)
        return layers, requests

    @staticmethod
    def _on_streets(run: Run, requests: list[FeatureRequest]) -> list[FeatureRequest] | None:
        """The rows about the streets themselves; None where nothing is measured along streets."""
        from ...analysis.zones.rules import REACH_MEASURES, WALK_MEASURES

        if not run.given("STREETS"):
            return None
        if not any(request.measure in (*WALK_MEASURES, *REACH_MEASURES) for request in requests):
            run.warn(tr("The street lines were not used: no row of the recipe measures along streets."))
            return None
        return [request for request in requests if request.measure in REACH_MEASURES]

    @staticmethod
    def _warn_of_nothing(run: Run, requests: list[FeatureRequest], found: dict[str, np.ndarray]) -> None:
        """A feature that is empty or 0 everywhere is most often a layer that lies elsewhere, or another code."""
        for request in requests:
            values = found[request.name]
            nothing = [value in (None, 0) or value != value for value in values.tolist()]
            if all(nothing):
                run.warn(
                    tr("{name} has no value above 0 in any zone. Does '{layer}' cover the district?").format(
                        name=request.name, layer=request.layer
                    )
                )

    @staticmethod
    def _usable_by_default(run: Run, layers: list[NamedLayer]) -> list[NamedLayer]:
        """Tables can be used without a recipe only where they have a field called as the zone code field is."""
        usable = []
        for layer in layers:
            if layer.kind != "table" or run.field("ZONE_ID_FIELD") in layer.source.field_names():
                usable.append(layer)
            else:
                run.warn(
                    tr("{layer} has no geometry and no field called as the zone code field: it was not used.").format(
                        layer=layer.name
                    )
                )
        return usable

    # ------------------------------------------------------------------ results
    def _deliver(self, run: Run, table: Table, shape, kept, requests, found) -> None:
        from ...analysis.zones.recipe import COLUMNS, rows

        fields = list(kept)
        for request in requests:
            fields.append(_output_field(request, found[request.name]))
        aliases = {request.name: feature_label(request) for request in requests}
        style = _style(requests[0].name, found[requests[0].name], aliases) if requests else Style(aliases=aliases)
        run.deliver("OUTPUT", OutputLayer(fields, shape.wkb, shape.wkb_type, table.crs, style))
        recipe = rows(requests)
        columns = [OutputField(name, "text", [row[name] or None for row in recipe]) for name in COLUMNS]
        run.deliver("FEATURES_OUT", OutputLayer(columns))

    def _describe(self, run: Run, table: Table, requests, found, zones) -> None:
        from ...reports.report import Section, TableView

        run.summary = tr("{features} features were measured for {zones:,} zones.").format(
            features=len(requests), zones=len(table)
        )
        if not run.wanted("REPORT"):
            return
        columns = [tr("Name"), tr("What it is"), tr("Least"), tr("Median"), tr("Mean"), tr("Most"), tr("Without value")]
        rows = [_summary_row(request, found[request.name]) for request in requests]
        run.sections = [
            Section(
                tr("Features"),
                [tr("Counts are 0 where there is nothing; means, distances and mixes have no value there.")],
                [],
                [TableView(tr("Features and their values over all zones"), columns, rows, "")],
            )
        ]
        if zones.disagreements or zones.unknown_codes:
            run.limits.append(
                tr(
                    "{disagreements:,} records carry the code of another zone than the one they lie in (the code was "
                    "followed); {unknown:,} carry a code that no zone has (their position was followed, if they have "
                    "one)."
                ).format(disagreements=zones.disagreements, unknown=zones.unknown_codes)
            )
        run.method += [
            tr("A point on the border of two zones belongs to exactly one of them, so that sums over zones add up."),
            tr(
                "Radii and distances start at the center of the zone (a point inside it, should the center lie "
                "outside)."
            ),
            tr(
                "Kernel sums: quartic (1-(d/r)^2)^2; Gaussian exp(-0.5 (d/(r/3))^2), cut at r; both are 1 at distance "
                "0."
            ),
            tr("Mix: Shannon's index with the natural logarithm; 0 means one category only."),
        ]
        run.citations += [
            "Silverman, B. W. (1986). Density Estimation for Statistics and Data Analysis. Chapman & Hall.",
            "Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal 27, 379-423.",
        ]
        self._describe_streets(run, zones)
        run.limits.append(
            tr(
                "Distances are straight lines, not ways to walk. Counts near the edge miss what lies outside the "
                "layers given."
            )
            if zones.streets is None
            else tr(
                "Only the measures along streets are ways to walk. Counts near the edge miss what lies outside the "
                "layers given."
            )
        )

    @staticmethod
    def _describe_streets(run: Run, zones) -> None:
        from ..streets import streets_notes, streets_section

        if zones.streets is None:
            return
        run.sections.append(streets_section(zones.streets.streets))
        run.method.append(
            tr(
                "Along streets: straight from the center of the zone to the nearest street (at most {farthest:g} m), "
                "along the streets, and straight to the feature; both straight parts count. Everybody walks both ways "
                "along every open street."
            ).format(farthest=zones.streets.farthest)
        )
        if zones.streets.off:
            run.limits.append(
                tr("{count:,} zones are too far from every street and have no measures along streets.").format(
                    count=zones.streets.off
                )
            )
        run.limits += streets_notes(zones.streets.streets)


def feature_label(request: FeatureRequest) -> str:
    """What a feature is, in words, with its unit: the alias of its field."""
    words = {
        "count": tr("number of {layer}"),
        "sum": tr("sum of {field} ({layer})"),
        "mean": tr("mean of {field} ({layer})"),
        "min": tr("least {field} ({layer})"),
        "max": tr("largest {field} ({layer})"),
        "density": tr("{layer} per km2"),
        "nearest": tr("distance to the nearest of {layer} (m)"),
        "kernel_quartic": tr("{layer}, weighted by nearness (quartic)"),
        "kernel_gaussian": tr("{layer}, weighted by nearness (Gaussian)"),
        "shannon": tr("mix of {field} ({layer}, Shannon)"),
        "length": tr("length of {layer} (m)"),
        "share": tr("share of area of {layer} (0-1)"),
        "first": tr("{field} ({layer})"),
        "value": tr("{field} ({layer})"),
        "network_distance": tr("walk to the nearest of {layer} (m)"),
        "network_count": tr("number of {layer} by foot"),
        "network_sum": tr("sum of {field} ({layer}) by foot"),
        "network_quartic": tr("{layer} by foot, weighted by nearness (quartic)"),
        "network_gaussian": tr("{layer} by foot, weighted by nearness (Gaussian)"),
        "reach_length": tr("street length by foot (m)"),
        "reach_nodes": tr("crossings and dead ends by foot"),
    }
    text = words[request.measure].format(layer=request.layer, field=request.field or "1")
    fading = ("density", "kernel_quartic", "kernel_gaussian", "network_quartic", "network_gaussian")
    weighted = request.field and request.measure in fading
    if weighted:
        text = f"{request.field}: {text}"
    return text + (tr(", within {radius:g} m").format(radius=request.radius) if request.radius else "")


def _output_field(request: FeatureRequest, values: np.ndarray) -> OutputField:
    if values.dtype == object:
        return OutputField(request.name, "text", values.tolist())
    listed = [None if value != value else value for value in values.tolist()]
    if request.measure in ("count", "network_count", "reach_nodes"):
        return OutputField(request.name, "int", [None if value is None else int(value) for value in listed])
    return OutputField(request.name, "real", listed)


def _style(name: str, values: np.ndarray, aliases: dict[str, str]) -> Style:
    """The first feature in classes of about equal numbers of zones; zones with nothing make a class of their own."""
    if values.dtype == object or not np.isfinite(values).any():
        return Style(aliases=aliases)
    finite = values[np.isfinite(values)]
    positive = finite[finite > 0]
    empty = finite.min() == 0 and len(positive) > 0
    breaks = np.unique(np.quantile(positive if empty else finite, np.linspace(0, 1, LEGEND_CLASSES + 1)))
    if len(breaks) < 2:
        breaks = np.array([breaks[0], breaks[0] + 1.0])
    labels = [
        tr("{low} to {high}").format(low=short_number(low), high=short_number(high))
        for low, high in itertools.pairwise(breaks)
    ]
    if empty:
        breaks[0], labels[0] = np.nextafter(0.0, 1.0), tr("above 0, to {high}").format(high=short_number(breaks[1]))
    classes = graduated_classes(breaks.tolist(), labels)
    if empty:
        classes = (StyleClass("0", NOTHING, low=0.0, high=0.0), *classes)
    return Style(kind="graduated", field=name, classes=classes, outline_width=0.0, aliases=aliases)


def _summary_row(request: FeatureRequest, values: np.ndarray) -> list:
    label = feature_label(request)
    if values.dtype == object:
        return [request.name, label, "", "", "", "", int(sum(value is None for value in values))]
    finite = values[np.isfinite(values)]
    if not len(finite):
        return [request.name, label, "", "", "", "", len(values)]
    statistics = (finite.min(), np.median(finite), finite.mean(), finite.max())
    # As text, for the features have nothing in common but the table: each keeps its own digits.
    return [request.name, label, *(short_number(value) for value in statistics), int(len(values) - len(finite))]


def _radii(text: str) -> list[float] | None:
    try:
        radii = [float(part) for part in text.replace(";", ",").split(",") if part.strip()]
    except ValueError:
        return None
    return radii if all(0 < radius < float("inf") for radius in radii) else None
